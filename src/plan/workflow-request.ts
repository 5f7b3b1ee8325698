/** What a workflow file is to be like; it is written by `kazi init` and shown in the README. */
export interface WorkflowRequest {
  /** Where the Action lives, as `owner/repo`. */
  readonly address: string;
  /** The commit of it that is to run: 40 hexadecimal characters. */
  readonly sha: string;
  /**
   * `files`: the whole workflow in the user's own repository, with its environments and runners.
   * `caller`: the trial in twenty lines, which calls `reusable`, the same jobs in our repository.
   */
  readonly form: "files" | "reusable" | "caller";
  /** With an App no event but a dispatch starts a run: the App hears the others. */
  readonly app?: { readonly slug: string };
  /** Where pushes count; without it every branch starts a job that looks and is skipped. */
  readonly defaultBranch?: string;
  /** For the two jobs that run the repository's code and the agent. */
  readonly runsOn?: string | readonly string[];
  readonly container?: string;
  readonly timeoutMinutes?: number;
  /** The environment whose secrets the agent's job may read. */
  readonly environment?: string;
  /** For the jobs that hold the write token; never a runner that runs the repository's code. */
  readonly trustedRunsOn?: string | readonly string[];
  /** Names of the secrets that hold keys of models; absent ones do no harm. */
  readonly modelSecrets?: readonly string[];
}
