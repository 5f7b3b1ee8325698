import { createGitHubClient } from "../src/adapters/github-client.ts";
import { createGitHubForge } from "../src/adapters/github-forge.ts";
import { findRepository } from "../src/adapters/github-repository.ts";
import { createApiRefStore, type KnownCommits } from "../src/adapters/ref-store-api.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { Account } from "../src/ports/pull-requests.ts";
import type { RefStore } from "../src/ports/ref-store.ts";

/** One repository as the App sees it. */
export interface Seat {
  readonly forge: Forge;
  readonly store: RefStore;
}

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** What stays true from one piece of work to the next, for each repository. */
export interface SeatMemory {
  readonly commits: Map<number, KnownCommits>;
  /** Who the App writes as, everywhere. */
  self: Account | undefined;
}

const REPOSITORIES_KEPT_MAX = 100;

/** A seat with a token of the repository's installation; each lasts for one piece of work. */
export async function openSeat(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly appId: number;
  readonly workflow: string;
  readonly repository: RepositoryName;
  readonly memory: SeatMemory;
}): Promise<Seat> {
  const { apiUrl, token, appId, workflow, memory } = options;
  const client = createGitHubClient({ apiUrl, token, userAgent: "kazi-app" });
  const repository = await findRepository(client, options.repository);
  const gate = { kind: "check-run", appId } as const;
  const forge = await createGitHubForge({ client, repository, workflow, gate });
  const { conversation } = forge;
  const store = createApiRefStore(repository, commitsOf(memory, repository.id));
  return { forge: { ...forge, conversation: { ...conversation, self } }, store };

  async function self(): Promise<Account> {
    memory.self ??= await conversation.self();
    return memory.self;
  }
}

function commitsOf({ commits }: SeatMemory, repositoryId: number): KnownCommits {
  const known = commits.get(repositoryId) ?? new Map();
  commits.delete(repositoryId);
  commits.set(repositoryId, known);
  const [oldest] = commits.keys();
  if (commits.size > REPOSITORIES_KEPT_MAX && oldest !== undefined) commits.delete(oldest);
  return known;
}
