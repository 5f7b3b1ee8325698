import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import { readGoalFile } from "./read-goals.ts";

/** How far back a file is followed. */
const COMMITS_MAX = 100;

/** The commit on the line of first parents that brought exactly these bytes of a goal-file. */
export async function introducedBy(
  forge: Forge,
  wanted: { readonly from: Oid; readonly path: string; readonly digest: string },
): Promise<Oid | undefined> {
  const { from, path, digest } = wanted;
  let at = from;
  for (let walked = 0; walked < COMMITS_MAX; walked += 1) {
    const parent = (await forge.source.commit(at))?.parents[0];
    if (parent === undefined) return at;
    if ((await readGoalFile(forge, parent, path)).digest !== digest) return at;
    at = parent;
  }
  return undefined;
}
