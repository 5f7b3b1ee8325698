import { z } from "zod";
import type { WorkflowFile } from "../actions-seam.ts";
import { dispatchWorkflow } from "../actions/dispatch-workflow.ts";
import { listWorkflows } from "../actions/list-workflows.ts";
import { renderWorkflow, runHtmlUrl } from "../render/workflow-run.ts";
import {
  countedPageReply,
  noContent,
  notFound,
  ok,
  parseBody,
  unprocessable,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { emit } from "../webhooks.ts";

const READ = { name: "actions", level: "read" } as const;
const ALL = "/repos/{owner}/{repo}/actions/workflows";
const ONE = `${ALL}/{workflow_id}`;

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: ALL,
    permission: READ,
    handle: async (call) =>
      await countedPageReply(
        call,
        "workflows",
        await listWorkflows(call.world, call.repository),
        (file) => renderWorkflow(call.world, call.repository, file),
      ),
  },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: async (call) =>
      ok(renderWorkflow(call.world, call.repository, await getWorkflow(call))),
  },
  {
    scope: "repository",
    method: "POST",
    template: `${ONE}/dispatches`,
    permission: { name: "actions", level: "write" },
    handle: dispatch,
  },
  {
    scope: "repository",
    method: "POST",
    template: "/repos/{owner}/{repo}/dispatches",
    permission: { name: "contents", level: "write" },
    handle: dispatchRepository,
  },
];

/** By its number or by the name of its file. */
async function getWorkflow(call: RepositoryCall): Promise<WorkflowFile> {
  const asked = call.params["workflow_id"] ?? "";
  const files = await listWorkflows(call.world, call.repository);
  const file = files.find(
    (it) => String(it.id) === asked || it.path === `.github/workflows/${asked}`,
  );
  if (file === undefined) throw notFound();
  return file;
}

const DispatchBody = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  return_run_details: z.boolean().default(false),
});

async function dispatch(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const file = await getWorkflow(call);
  const body = parseBody(DispatchBody, call.body);
  const run = await dispatchWorkflow(world, { ...body, repository, token, file });
  if (!body.return_run_details) return noContent();
  return ok({
    workflow_run_id: run.id,
    run_url: `${world.apiUrl}/repos/${repository.fullName}/actions/runs/${run.id}`,
    html_url: runHtmlUrl(world, run),
  });
}

const KEYS_MAX = 10;
const PAYLOAD_CHARACTERS_MAX = 65_535;

const RepositoryDispatch = z.object({
  event_type: z.string().min(1).max(100),
  client_payload: z.record(z.string(), z.unknown()).optional(),
});

function dispatchRepository(call: RepositoryCall): Reply {
  const { world, repository, token } = call;
  const body = parseBody(RepositoryDispatch, call.body);
  const payload = body.client_payload ?? {};
  if (Object.keys(payload).length > KEYS_MAX) {
    throw unprocessable(
      `Invalid request.\n\nNo more than ${KEYS_MAX} properties are allowed; ${Object.keys(payload).length} were supplied.`,
    );
  }
  if (JSON.stringify(payload).length > PAYLOAD_CHARACTERS_MAX) {
    throw unprocessable("client_payload is too large.");
  }
  emit(world, {
    event: "repository_dispatch",
    action: body.event_type,
    repository,
    actor: token.actor,
    token,
    payload: { branch: repository.defaultBranch, client_payload: body.client_payload ?? null },
  });
  return noContent();
}
