import type { GitHubAnswer } from "../../src/adapters/github-client.ts";
import type { Git } from "./open-git.ts";

export type Answer = GitHubAnswer<unknown>;

export interface ContractRepository {
  readonly owner: string;
  readonly repo: string;
  readonly nodeId: string;
  readonly defaultBranch: string;
  /** The commit that the default branch stood at in the beginning. */
  readonly head: string;
}

/** Whose token it is; `workflow` is the `GITHUB_TOKEN` of a job. */
export interface ContractAccount {
  readonly login: string;
  readonly kind: "person" | "app" | "workflow";
}

/** A branch that nobody needs, and one commit more that is to go into it. */
export interface ThrowAwayWork {
  readonly base: string;
  readonly head: string;
  readonly headSha: string;
}

/** What a test has: a repository, an account, and names that are thrown away afterwards. */
export interface Place {
  readonly repository: ContractRepository;
  readonly account: ContractAccount;
  /** `route` as in GitHub's reference; owner and repo are filled in. */
  rest(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<Answer>;
  graph(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
  readonly git: Git;
  /** A second bare repository that knows nothing of the first. */
  freshGit(): Promise<Git>;
  /** `refs/kazi/contract/...`, another one each time. */
  nextRef(): string;
  /** `kazi-contract/...`, another one each time. `label` is for rules that match names. */
  nextBranch(label?: string): string;
  /** A commit in the folder of `git`, on nothing; it is not on GitHub before it is pushed. */
  commit(words: string, parents?: readonly string[]): Promise<string>;
  /** The same on the default branch, with its files. */
  commitOnHead(words: string): Promise<string>;
  /** What GitHub's git says that a ref stands at. */
  headOf(ref: string): Promise<string | undefined>;
  /** Pushes, or gives the test up. */
  push(...refspecs: readonly string[]): Promise<void>;
  work(): Promise<ThrowAwayWork>;
  /** The number of an open pull request that all tests share. */
  pull(): Promise<number>;
  /** Asks again until there is an answer or it has been long enough. */
  until<T>(look: () => Promise<T | undefined>): Promise<T | undefined>;
  pause(waitMs: number): Promise<void>;
}
