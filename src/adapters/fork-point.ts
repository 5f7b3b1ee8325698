import type { Oid } from "../model/vector.ts";
import { isBranchName } from "./branch-name.ts";
import { type GitCall, type GitResult, runGit } from "./git.ts";
import { firstLine } from "./repository-checkout.ts";

const REMOTE = "refs/remotes/origin/";
const USUAL = ["main", "master"];

/** The branch that work is meant for, and the newest commit that it shares with that branch. */
export interface ForkPoint {
  readonly branch: string;
  readonly commit: Oid;
}

/** Where a commit left the branch that it is meant for; `undefined` when no branch can say that. */
export async function findForkPoint(
  gitDir: string,
  head: Oid,
  wanted: string | undefined,
): Promise<ForkPoint | undefined> {
  const call = { cwd: gitDir, gitDir };
  const names = wanted === undefined ? [...(await defaultBranch(call)), ...USUAL] : [wanted];
  for (const branch of names.filter(isBranchName)) {
    const shared = await sharedWith(call, head, `${REMOTE}${branch}`);
    if (shared !== undefined) return { branch, commit: shared };
    const local = await sharedWith(call, head, `refs/heads/${branch}`);
    // A local branch that has all of it may be the very one that is looked at.
    if (local !== undefined && local !== head) return { branch, commit: local };
  }
  return undefined;
}

async function defaultBranch(call: GitCall): Promise<readonly string[]> {
  const target = await ask(call, ["symbolic-ref", "--quiet", `${REMOTE}HEAD`]);
  return target.startsWith(REMOTE) ? [target.slice(REMOTE.length)] : [];
}

async function sharedWith(call: GitCall, head: Oid, ref: string): Promise<Oid | undefined> {
  const tip = await ask(call, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (tip === "") return undefined;
  const shared = await ask(call, ["merge-base", head, tip]);
  return shared === "" ? undefined : shared;
}

/** Nothing is an answer as well. */
async function ask(call: GitCall, args: readonly string[]): Promise<string> {
  const found: GitResult = await runGit(args, { ...call, codes: [0, 1] });
  return found.code === 0 ? firstLine(found) : "";
}
