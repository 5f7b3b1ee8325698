import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type {
  DispatchOutcome,
  DispatchRequest,
  RunPresence,
  WorkflowRuns,
} from "../ports/workflow-runs.ts";
import type { GitHubAnswer } from "./github-client.ts";
import { askRepository, type GitHubRepository, refusalError } from "./github-repository.ts";
import type { Refusal } from "./github-send.ts";

/** Runs of one workflow file, started on the default branch. */
export function createGitHubWorkflowRuns(
  repository: GitHubRepository,
  workflow: string,
): WorkflowRuns {
  return {
    dispatch: async (request) => await dispatch(repository, workflow, request),
    stateOf: async (run) => await stateOf(repository, run),
  };
}

const DispatchAnswer = z.union([
  z.object({ workflow_run_id: z.int() }),
  // Without run details nothing comes back.
  z.unknown().transform(() => ({ workflow_run_id: undefined })),
]);
type DispatchAnswer = z.infer<typeof DispatchAnswer>;

async function dispatch(
  repository: GitHubRepository,
  workflow: string,
  request: DispatchRequest,
): Promise<DispatchOutcome> {
  const inputs = {
    goal: request.goalPath,
    ...(request.pull === undefined ? {} : { pull: String(request.pull) }),
    ...(request.approval === undefined ? {} : { approval: request.approval }),
  };
  const start = { ref: repository.defaultBranch, inputs };
  const asked = await askDispatch(repository, workflow, { ...start, return_run_details: true });
  const isTooNew = asked.kind === "refused" && asked.said.includes("return_run_details");
  const answer = isTooNew ? await askDispatch(repository, workflow, start) : asked;
  if (answer.kind === "refused") {
    return { kind: "blocked", reason: blockedReason(repository, workflow, answer) };
  }
  const runId = answer.value.workflow_run_id;
  return { kind: "started", ...(runId === undefined ? {} : { runId }) };
}

async function askDispatch(
  repository: GitHubRepository,
  workflow: string,
  body: Readonly<Record<string, unknown>>,
): Promise<GitHubAnswer<DispatchAnswer>> {
  return await askRepository(repository, {
    route: "POST /actions/workflows/{workflow_id}/dispatches",
    purpose: `start ${workflow}`,
    parameters: { workflow_id: workflow, ...body },
    answer: DispatchAnswer,
  });
}

function blockedReason(repository: GitHubRepository, workflow: string, refusal: Refusal): string {
  const { defaultBranch } = repository;
  const said = `GitHub said: ${refusal.status} ${refusal.said}`;
  const file = `.github/workflows/${workflow}`;
  switch (refusal.status) {
    case 403:
      return `kazi may not start ${workflow}; grant its token actions: write, and allow workflow_dispatch in the rules for Actions. ${said}`;
    case 404:
      return `there is no workflow ${file} on ${defaultBranch} that kazi can see; merge it there. ${said}`;
    case 422:
      return `${file} on ${defaultBranch} does not take this start; it has to have workflow_dispatch with the inputs goal, pull and approval, and to be enabled. ${said}`;
    default:
      return `${workflow} could not be started; change what GitHub names. ${said}`;
  }
}

const RunAnswer = z.object({ status: z.string().nullable() });
const NewestAttempt = z.object({ run_attempt: z.int() });

async function stateOf(
  repository: GitHubRepository,
  run: { readonly runId: number; readonly attempt: number },
): Promise<RunPresence> {
  try {
    const asked = await askRepository(repository, {
      route: "GET /actions/runs/{run_id}/attempts/{attempt_number}",
      purpose: `see whether run ${run.runId} is over`,
      parameters: { run_id: run.runId, attempt_number: run.attempt },
      answer: RunAnswer,
    });
    if (asked.kind === "answered") return asked.value.status === "completed" ? "gone" : "alive";
    return asked.status === 404 ? await stateOfUnseen(repository, run) : "unknown";
  } catch (error) {
    // Whoever asks must not take the claim of a run that goes on.
    if (error instanceof KaziError && error.code === "github-unavailable") return "unknown";
    throw error;
  }
}

/** Only a run that is over can be deleted. One that never was does not go on either. */
async function stateOfUnseen(
  repository: GitHubRepository,
  run: { readonly runId: number; readonly attempt: number },
): Promise<RunPresence> {
  const purpose = `see whether there is a run ${run.runId}`;
  const asked = await askRepository(repository, {
    route: "GET /actions/runs/{run_id}",
    purpose,
    parameters: { run_id: run.runId },
    answer: NewestAttempt,
  });
  if (asked.kind === "answered") return asked.value.run_attempt > run.attempt ? "gone" : "unknown";
  if (asked.status === 404) return "gone";
  throw refusalError(asked, purpose);
}
