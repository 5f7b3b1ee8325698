import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { Assignment, Host } from "./host.ts";
import type { StartingPoint } from "./starting-point.ts";
import { workBranch } from "./work-branch.ts";

/** Where the work of a generation goes. */
export interface ChosenBranch {
  readonly name: string;
  readonly base: Oid;
  /** The newest of base and what an earlier generation left on the branch. */
  readonly head: Oid;
}

/** The branch that takes the work, and from where; a person settles what cannot be joined. */
export async function chooseBranch(
  host: Host,
  { goal, inPlace }: Assignment,
  from: { readonly start: StartingPoint; readonly before: RunState | undefined },
): Promise<ChosenBranch> {
  const { start, before } = from;
  if (inPlace) return { name: start.branch, base: start.head, head: start.head };
  const name = workBranch(goal);
  requireFree(name, start);
  await requireRoom(host, name);
  const tip = await host.repository.branch(name);
  if (tip === undefined || (await host.repository.isAncestor(tip, start.head))) {
    return { name, base: start.head, head: start.head };
  }
  const earlier = before?.branch === name ? [before.base] : [];
  for (const base of [start.head, ...earlier]) {
    if (await isBelow(host, base, [start.head, tip])) return { name, base, head: tip };
  }
  throw new KaziError({
    code: "workspace-unusable",
    message: `the branch ${name} and ${start.branch} have gone apart; expected one to contain the other. Merge or rebase ${name}, or delete it`,
  });
}

function requireFree(name: string, { checkedOut }: StartingPoint): void {
  if (!checkedOut.includes(name)) return;
  throw new KaziError({
    code: "workspace-unusable",
    message: `the branch ${name} is checked out; expected a branch that nobody works on. Switch to another branch, or use --in-place`,
  });
}

/** Work goes on from where an earlier generation began, also when the base has moved since. */
async function isBelow({ repository }: Host, base: Oid, heads: readonly Oid[]): Promise<boolean> {
  for (const head of heads) if (!(await repository.isAncestor(base, head))) return false;
  return true;
}

/** git keeps branches as files in folders: `a` and `a/b` exclude each other. */
async function requireRoom(host: Host, name: string): Promise<void> {
  const parents = name.split("/").slice(0, -1);
  const above = parents.map((_, index) => parents.slice(0, index + 1).join("/"));
  for (const branch of above) {
    if ((await host.store.head(`refs/heads/${branch}`)) !== undefined) throw inTheWay(branch, name);
  }
  const [below] = await host.store.list(`refs/heads/${name}/`);
  if (below !== undefined) throw inTheWay(below.ref.slice("refs/heads/".length), name);
}

function inTheWay(branch: string, name: string): KaziError {
  return new KaziError({
    code: "workspace-unusable",
    message: `the branch ${branch} is in the way of ${name}, where the work would go; git cannot hold both. Rename or delete ${branch}, or name another branch in [integration] branch`,
  });
}
