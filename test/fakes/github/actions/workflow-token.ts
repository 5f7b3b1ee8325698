import { randomBytes } from "node:crypto";
import type { WorkflowJob, WorkflowRun } from "../actions-seam.ts";
import type { AccessLevel, WorkflowToken, World } from "../model.ts";

const DAY_MS = 86_400_000;

export type AskedPermissions = Readonly<Record<string, "read" | "write" | "none">>;

/** The `GITHUB_TOKEN` of a job. Whatever is asked for, a fork's pull request only reads. */
export function issueWorkflowToken(
  world: World,
  it: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  asked: AskedPermissions,
): WorkflowToken {
  const { run, job } = it;
  const granted = Object.entries(asked).flatMap(([name, level]) => {
    const lowered = lower(name, level, run.isFromFork);
    // Workflow files write `pull-requests`, the API writes `pull_requests`.
    return lowered === undefined ? [] : [[name.replaceAll("-", "_"), lowered] as const];
  });
  const token: WorkflowToken = {
    kind: "workflow",
    value: `ghs_${randomBytes(18).toString("hex")}`,
    actor: world.actionsApp.bot,
    permissions: { metadata: "read", ...Object.fromEntries(granted) },
    repositoryIds: new Set([run.repository.id]),
    runId: run.id,
    jobId: job.id,
    runEvent: run.event,
    isFromFork: run.isFromFork,
    expiresAtMs: world.nowMs() + DAY_MS,
    isRevoked: false,
  };
  world.tokens.set(token.value, token);
  return token;
}

function lower(
  name: string,
  level: "read" | "write" | "none",
  isFromFork: boolean,
): AccessLevel | undefined {
  if (level === "none") return undefined;
  // Nobody can give a job what would let it change workflow files.
  if (name === "workflows") return undefined;
  if (!isFromFork) return level;
  return name === "id-token" ? undefined : "read";
}
