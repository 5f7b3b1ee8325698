import type { WorkflowFile, WorkflowRun } from "../actions-seam.ts";
import type { Json, Repository, Token, World } from "../model.ts";
import { renderRepository } from "../render/repository.ts";
import { renderUser } from "../render/user.ts";
import { unprocessable } from "../respond.ts";
import { resolveOid } from "../run-git.ts";
import { emit } from "../webhooks.ts";
import { checkDispatchInputs } from "./check-dispatch-inputs.ts";
import { listWorkflows } from "./list-workflows.ts";
import { needActions } from "./need-actions.ts";
import { readWorkflowText } from "./workflow-text.ts";

export interface DispatchRequest {
  readonly repository: Repository;
  readonly token: Token;
  /** As the default branch has it: without it there, a workflow cannot be started by hand. */
  readonly file: WorkflowFile;
  /** A branch or a tag, short or whole. */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Starts the workflow as it is at the ref, not as it is on the default branch. */
export async function dispatchWorkflow(
  world: World,
  request: DispatchRequest,
): Promise<WorkflowRun> {
  const { repository, token, file } = request;
  const { ref, sha } = await findRef(repository, request.ref);
  const files = await listWorkflows(world, repository, sha);
  const text = files.find((it) => it.path === file.path)?.text ?? "";
  const declared = readWorkflowText(text).dispatchInputs;
  if (declared === undefined) {
    throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  }
  const checked = checkDispatchInputs(declared, request.inputs);
  if (checked.kind === "refused") throw unprocessable(checked.message);
  const payload = payloadOf(request, { ref, inputs: checked.inputs });
  emit(world, { event: "workflow_dispatch", repository, actor: token.actor, token, payload });
  return await needActions(world).queueRun({
    repository,
    workflowPath: file.path,
    workflowSha: sha,
    workflowRef: ref,
    event: "workflow_dispatch",
    eventPayload: {
      ...payload,
      repository: renderRepository(world, repository),
      sender: renderUser(world, token.actor),
    },
    ref,
    sha,
    actor: token.actor,
    inputs: checked.inputs,
  });
}

async function findRef(
  repository: Repository,
  name: string,
): Promise<{ readonly ref: string; readonly sha: string }> {
  const isWhole = name.startsWith("refs/heads/") || name.startsWith("refs/tags/");
  const candidates = isWhole ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  for (const ref of candidates) {
    const sha = await resolveOid(repository, `${ref}^{commit}`);
    if (sha !== undefined) return { ref, sha };
  }
  throw unprocessable(`No ref found for: ${name}`);
}

/** In the event every input is text; only the `inputs` context has types. */
function payloadOf(
  { file }: DispatchRequest,
  it: {
    readonly ref: string;
    readonly inputs: Readonly<Record<string, string | boolean | number>>;
  },
): Json {
  const inputs = Object.entries(it.inputs).map(([name, value]) => [name, String(value)]);
  return { ref: it.ref, workflow: file.path, inputs: Object.fromEntries(inputs) };
}
