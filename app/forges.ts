import { createGitHubClient } from "../src/adapters/github-client.ts";
import { createGitHubForge } from "../src/adapters/github-forge.ts";
import { findRepository } from "../src/adapters/github-repository.ts";
import { createApiRefStore } from "../src/adapters/ref-store-api.ts";
import type { Forge } from "../src/ports/forge.ts";
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

/** A seat with a token of the repository's installation; each lasts for one piece of work. */
export async function openSeat(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly appId: number;
  readonly workflow: string;
  readonly repository: RepositoryName;
}): Promise<Seat> {
  const { apiUrl, token, appId, workflow } = options;
  const client = createGitHubClient({ apiUrl, token, userAgent: "kazi-app" });
  const repository = await findRepository(client, options.repository);
  const gate = { kind: "check-run", appId } as const;
  const forge = await createGitHubForge({ client, repository, workflow, gate });
  return { forge, store: createApiRefStore(repository) };
}
