import { setTimeout as waitFor } from "node:timers/promises";
import type { Place } from "./place.ts";

const ATTEMPTS_MAX = 4;
const FIRST_WAIT_MS = 250;

/**
 * Deletes every branch and ref of this run; a sentence where something stays. With its branches gone GitHub
 * closes a pull request by itself.
 */
export async function cleanUp(
  { git }: Pick<Place, "git">,
  run: string,
): Promise<string | undefined> {
  let left = "";
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (attempt > 0) await waitFor(FIRST_WAIT_MS * 2 ** attempt);
    const listed = await listOwn(git, run);
    if (listed.kind === "listed" && listed.refs.length === 0) return undefined;
    const names = listed.kind === "listed" ? listed.refs : patternsOf(run);
    const said = listed.kind === "listed" ? await deleteAll(git, listed.refs) : listed.said;
    if (said === undefined) return undefined;
    left = `${names.join(" ")}; git said: ${said}`;
  }
  return `Left behind, to be deleted by hand: ${left}`;
}

/** What git said where it did not delete them all. */
async function deleteAll(git: Place["git"], refs: readonly string[]): Promise<string | undefined> {
  const pushed = await git(["push", "--quiet", "origin", ...refs.map((ref) => `:${ref}`)]);
  return pushed.code === 0 ? undefined : pushed.stderr;
}

type Listed =
  | { readonly kind: "listed"; readonly refs: readonly string[] }
  | { readonly kind: "unknown"; readonly said: string };

async function listOwn(git: Place["git"], run: string): Promise<Listed> {
  const listed = await git(["ls-remote", "origin", ...patternsOf(run)]);
  if (listed.code !== 0) return { kind: "unknown", said: listed.stderr };
  const refs = listed.stdout.split("\n").map((line) => line.split("\t")[1] ?? "");
  // git matches the end of a name as well.
  const isOwn = /^refs\/(?:kazi\/contract|heads\/kazi-contract)\//;
  return { kind: "listed", refs: refs.filter((ref) => isOwn.test(ref) && ref.includes(`${run}-`)) };
}

function patternsOf(run: string): readonly string[] {
  return [`refs/kazi/contract/${run}-*`, `refs/heads/kazi-contract/*${run}-*`];
}
