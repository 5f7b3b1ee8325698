import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { RefUpdate } from "../ports/ref-store.ts";
import type { GitHubAnswer } from "./github-client.ts";
import type { GitHubRepository } from "./github-repository.ts";
import { gitRefusal } from "./ref-store-api-refusal.ts";

/** All stand where they should, and yet it was refused: somebody may hold a lock, or be about to move. */
const SWAPS_MAX = 3;
const ZERO_OID = "0".repeat(40);

type ReadHead = (ref: string) => Promise<Oid | undefined>;

/**
 * Moves all refs or none. GitHub says in words why it refused, and the words are not part of its API:
 * what the refs show afterwards decides. When no answer came they also tell whether it was done.
 */
export async function swapRefs(
  repository: GitHubRepository,
  updates: readonly RefUpdate[],
  readHead: ReadHead,
): Promise<"moved" | "lost"> {
  for (const update of updates) requireFullName(update);
  const moving = updates.filter(({ before, after }) => (before ?? after) !== undefined);
  // GitHub has no way to say "is not there and stays so" in the same step.
  const absent = updates.filter((update) => !moving.includes(update));
  if (await isElsewhere(absent, readHead)) return "lost";
  return moving.length === 0 ? "moved" : await move(repository, moving, readHead);
}

async function move(
  repository: GitHubRepository,
  updates: readonly RefUpdate[],
  readHead: ReadHead,
): Promise<"moved" | "lost"> {
  for (let attempt = 1; ; attempt += 1) {
    const asked = await askUpdateRefs(repository, updates);
    if (asked instanceof KaziError) return await lookAfter(asked, updates, readHead);
    if (asked.kind === "answered") return "moved";
    if (await isElsewhere(updates, readHead)) return "lost";
    const error = gitRefusal(asked, PURPOSE);
    if (error.code === "github-refused" || attempt >= SWAPS_MAX) throw error;
  }
}

/** No answer came: either all of it was done or none of it. */
async function lookAfter(
  silence: KaziError,
  updates: readonly RefUpdate[],
  readHead: ReadHead,
): Promise<"moved" | "lost"> {
  const heads = await Promise.all(updates.map(async ({ ref }) => await readHead(ref)));
  if (updates.every(({ after }, index) => heads[index] === after)) return "moved";
  if (updates.some(({ before }, index) => heads[index] !== before)) return "lost";
  throw silence;
}

function requireFullName({ ref }: RefUpdate): void {
  if (!/^refs\/[^\0\s]+$/.test(ref)) {
    throw new KaziError({ code: "git-failed", message: "expected the full name of a ref" });
  }
}

const PURPOSE = "move refs of the ledger";

/** An error is an answer here: the refs tell what became of it. */
async function askUpdateRefs(
  repository: GitHubRepository,
  updates: readonly RefUpdate[],
): Promise<GitHubAnswer<unknown> | KaziError> {
  const refUpdates = updates.map(({ ref, before, after }) => ({
    name: ref,
    beforeOid: before ?? ZERO_OID,
    afterOid: after ?? ZERO_OID,
    force: true,
  }));
  try {
    return await repository.client.askGraph({
      name: "updateRefs",
      purpose: PURPOSE,
      query: `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
        updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) {
          clientMutationId
        }
      }`,
      variables: { repositoryId: repository.nodeId, refUpdates },
      answer: z.unknown(),
    });
  } catch (error) {
    if (error instanceof KaziError && error.code === "github-unavailable") return error;
    throw error;
  }
}

async function isElsewhere(updates: readonly RefUpdate[], readHead: ReadHead): Promise<boolean> {
  const heads = await Promise.all(updates.map(async ({ ref }) => await readHead(ref)));
  return updates.some(({ before }, index) => heads[index] !== before);
}
