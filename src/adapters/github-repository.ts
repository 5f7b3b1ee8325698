import { z } from "zod";
import type { KaziError } from "../model/kazi-error.ts";
import type { GitHubAnswer, GitHubClient } from "./github-client.ts";
import type { Refusal } from "./github-send.ts";
import { githubTrouble } from "./github-trouble.ts";

/** One repository and the client that asks for it. */
export interface GitHubRepository {
  readonly client: GitHubClient;
  readonly id: number;
  /** The global id that GraphQL needs. */
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
}

/** A question about this repository: `route` is what follows `/repos/{owner}/{repo}`. */
export interface RepositoryQuestion<T> {
  readonly route: string;
  readonly purpose: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<T>;
  readonly isRepeatable?: boolean;
}

const Described = z.object({
  id: z.int(),
  node_id: z.string(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
});
type Described = z.infer<typeof Described>;

/** Looks up what never changes for it, and its default branch. */
export async function findRepository(
  client: GitHubClient,
  { owner, name }: { readonly owner: string; readonly name: string },
): Promise<GitHubRepository> {
  const purpose = `read the repository ${owner}/${name}`;
  const asked = await client.ask({
    route: "GET /repos/{owner}/{repo}",
    purpose,
    parameters: { owner, repo: name },
    answer: Described,
  });
  return toRepository(client, valueOf(asked, purpose));
}

/** The same from where GitHub described it unasked: every event carries its repository. */
export function parseRepository(
  client: GitHubClient,
  described: unknown,
): GitHubRepository | undefined {
  const parsed = Described.safeParse(described);
  return parsed.success ? toRepository(client, parsed.data) : undefined;
}

function toRepository(client: GitHubClient, described: Described): GitHubRepository {
  return {
    client,
    id: described.id,
    nodeId: described.node_id,
    owner: described.owner.login,
    name: described.name,
    defaultBranch: described.default_branch,
  };
}

/** Asks and hands on whatever GitHub answers. */
export async function askRepository<T>(
  repository: GitHubRepository,
  question: RepositoryQuestion<T>,
): Promise<GitHubAnswer<T>> {
  const [method = "", path = ""] = question.route.split(" ");
  return await repository.client.ask({
    ...question,
    route: `${method} /repos/{owner}/{repo}${path}`,
    parameters: { owner: repository.owner, repo: repository.name, ...question.parameters },
  });
}

/** Asks for what has to be there. */
export async function readRepository<T>(
  repository: GitHubRepository,
  question: RepositoryQuestion<T>,
): Promise<T> {
  return valueOf(await askRepository(repository, question), question.purpose);
}

const ABSENT: readonly number[] = [404, 410];

/** Asks for what may be absent; `absent` are the refusals that mean just that. */
export async function findInRepository<T>(
  repository: GitHubRepository,
  question: RepositoryQuestion<T>,
  absent: readonly number[] = ABSENT,
): Promise<T | undefined> {
  const asked = await askRepository(repository, question);
  if (asked.kind === "refused" && absent.includes(asked.status)) return undefined;
  return valueOf(asked, question.purpose);
}

/** The value, or a refusal as an error. */
export function valueOf<T>(answer: GitHubAnswer<T>, purpose: string): T {
  if (answer.kind === "answered") return answer.value;
  throw refusalError(answer, purpose);
}

/** A refusal that nobody can answer to. */
export function refusalError(refusal: Refusal, purpose: string): KaziError {
  const found = `${refusal.status} ${refusal.said}`;
  return githubTrouble("github-refused", { purpose, found, advice: adviceFor(refusal) });
}

function adviceFor({ status, permissions }: Refusal): string {
  if (status === 403) {
    const which = permissions === undefined ? "this" : permissions;
    return `the token may not do it: grant it ${which}`;
  }
  if (status === 404) return "check that it exists and that the token may see it";
  return "change what GitHub names, then try again";
}
