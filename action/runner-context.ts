import path from "node:path";
import { KaziError } from "../src/model/kazi-error.ts";

/** What the runner says about the job, by its documented variables. */
export interface RunnerContext {
  readonly owner: string;
  readonly name: string;
  /** Where git reaches the repository, without credentials. */
  readonly remoteUrl: string;
  readonly apiUrl: string;
  readonly runId: number;
  readonly attempt: number;
  /** The full name of the ref that the workflow was started on. */
  readonly ref: string;
  readonly eventName: string;
  readonly eventPath: string;
  /** A folder of this job alone. */
  readonly temporaryFolder: string;
  /** Nothing that the repository runs may change these: the runner's own files, ours, a trusted checkout. */
  readonly foldersToKeep: readonly string[];
  /** File name of the workflow that was started, which the next iteration is started with. */
  readonly workflow: string;
}

/** Throws where this is no job of GitHub Actions, or an incomplete imitation of one. */
export function readRunnerContext(environment: Environment): RunnerContext {
  const [owner, name, ...rest] = need(environment, "GITHUB_REPOSITORY").split("/");
  if (owner === undefined || name === undefined || rest.length > 0) {
    throw incomplete("GITHUB_REPOSITORY", "owner/name");
  }
  const serverUrl = need(environment, "GITHUB_SERVER_URL").replace(/\/+$/, "");
  const temporaryFolder = path.resolve(need(environment, "RUNNER_TEMP"));
  return {
    owner,
    name,
    remoteUrl: `${serverUrl}/${owner}/${name}.git`,
    apiUrl: need(environment, "GITHUB_API_URL"),
    runId: number(environment, "GITHUB_RUN_ID"),
    attempt: number(environment, "GITHUB_RUN_ATTEMPT"),
    ref: need(environment, "GITHUB_REF"),
    eventName: need(environment, "GITHUB_EVENT_NAME"),
    eventPath: need(environment, "GITHUB_EVENT_PATH"),
    temporaryFolder,
    foldersToKeep: [temporaryFolder, need(environment, "GITHUB_WORKSPACE"), import.meta.dirname],
    workflow: workflowFile(need(environment, "GITHUB_WORKFLOW_REF")),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `owner/name/.github/workflows/kazi.yml@refs/heads/main`, also where the jobs stand in a called workflow. */
function workflowFile(reference: string): string {
  const file = /\/\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(reference)?.[1];
  if (file === undefined) throw incomplete("GITHUB_WORKFLOW_REF", "the path of a workflow file");
  return file;
}

function need(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === "") throw incomplete(name, "what GitHub Actions sets");
  return value;
}

function number(environment: Environment, name: string): number {
  const value = Number(need(environment, name));
  if (!Number.isSafeInteger(value) || value < 1) throw incomplete(name, "a number above 0");
  return value;
}

function incomplete(name: string, expected: string): KaziError {
  return new KaziError({
    code: "workspace-unusable",
    message: `expected ${name} to be ${expected}; this Action runs in a job of GitHub Actions only`,
  });
}
