import path from "node:path";
import { isJsonObject } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { hashFiles } from "./hash-files.ts";
import type { ActionPlace, JobSession, StepFrame } from "./job-session.ts";
import type { Json } from "./template.ts";

/** What expressions in a step see. */
export function stepScope(
  session: JobSession,
  frame: StepFrame,
  env: Readonly<Record<string, string>>,
): Scope {
  const { contexts, folders } = session;
  const status = session.status === "cancelled" ? session.status : frame.status;
  return {
    contexts: {
      ...contexts,
      github: githubContext(session, frame.action),
      inputs: frame.inputs,
      env,
      steps: Object.fromEntries([...frame.steps].map(([id, record]) => [id, { ...record }])),
      job: jobContext(session),
      runner: runnerContext(session),
      // A composite action gets secrets only as inputs.
      secrets: frame.depth === 0 ? (contexts["secrets"] ?? {}) : {},
    },
    functions: {
      success: () => status === "success",
      failure: () => status === "failure",
      cancelled: () => status === "cancelled",
      always: () => true,
      hashFiles: (...patterns) => hashFiles(folders.workspace, patterns),
    },
  };
}

export function runnerContext({ folders }: JobSession): Readonly<Record<string, string>> {
  return {
    name: "local-runner",
    os: process.platform === "darwin" ? "macOS" : "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
    temp: folders.temp,
    tool_cache: folders.tools,
    environment: "github-hosted",
    workspace: path.dirname(folders.workspace),
  };
}

function jobContext({ job, place, status }: JobSession): Readonly<Record<string, Json>> {
  return {
    status,
    check_run_id: job.id,
    workflow_ref: place.ref,
    workflow_sha: place.sha,
    workflow_repository: place.repository,
    workflow_file_path: place.path,
  };
}

function githubContext(session: JobSession, action: ActionPlace | undefined): Json {
  const github = session.contexts["github"];
  if (!isJsonObject(github)) return {};
  if (action === undefined) return github;
  return {
    ...github,
    action_path: action.path,
    action_repository: action.repository,
    action_ref: action.ref,
  };
}
