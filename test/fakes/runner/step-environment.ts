import { isJsonObject, toText } from "./expressions.ts";
import type { ActionPlace, JobSession } from "./job-session.ts";
import { runnerContext } from "./step-scope.ts";

/** The fields of the `github` context that a process sees, as `GITHUB_ACTOR` and so on. */
const GITHUB_FIELDS = [
  "actor",
  "actor_id",
  "api_url",
  "base_ref",
  "event_name",
  "event_path",
  "graphql_url",
  "head_ref",
  "job",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
] as const;

export interface StepVariables {
  /** The `env` context of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** GITHUB_ACTION. */
  readonly actionName: string;
  readonly action: ActionPlace | undefined;
  /** GITHUB_OUTPUT and its like; for an action also INPUT_ and STATE_. */
  readonly own: Readonly<Record<string, string>>;
}

/** The whole environment of a step's process; what GitHub sets cannot be set by `env:`. */
export function stepEnvironment(
  session: JobSession,
  { env, actionName, action, own }: StepVariables,
): Record<string, string> {
  return {
    ...session.machine,
    HOME: session.folders.home,
    CI: "true",
    ...env,
    ...githubVariables(session),
    ...runnerVariables(session),
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: actionName,
    ...actionVariables(action),
    ...own,
    PATH: pathOf(session, env),
  };
}

function pathOf(session: JobSession, env: Readonly<Record<string, string>>): string {
  const path = env["PATH"] ?? session.machine["PATH"] ?? "";
  return [...session.paths.toReversed(), path].join(":");
}

function githubVariables({ contexts }: JobSession): Record<string, string> {
  const github = contexts["github"];
  if (!isJsonObject(github)) return {};
  return Object.fromEntries(
    GITHUB_FIELDS.map((field) => [`GITHUB_${field.toUpperCase()}`, toText(github[field] ?? "")]),
  );
}

function runnerVariables(session: JobSession): Record<string, string> {
  const fields = Object.entries(runnerContext(session));
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value])),
    RUNNER_TRACKING_ID: session.trackingId,
  };
}

function actionVariables(action: ActionPlace | undefined): Record<string, string> {
  if (action === undefined) return {};
  return {
    GITHUB_ACTION_PATH: action.path,
    GITHUB_ACTION_REPOSITORY: action.repository,
    GITHUB_ACTION_REF: action.ref,
  };
}
