import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { type SeenPull, viewPull } from "./view-pull.ts";

/** Open pull requests among which others with the same head are looked for: one that is missed holds no gate. */
const PULLS_MAX = 1_000;

/**
 * A gate stands on a commit and not on a pull request, so it answers for all that are open with this
 * head: otherwise a second one, against another base, would open the gate of the first.
 */
export async function seeCommit(
  forge: Forge,
  store: RefStore,
  own: { readonly pull: PullRequest; readonly seen: SeenPull; readonly selfId: number },
): Promise<SeenPull> {
  const { pull, seen, selfId } = own;
  const all = await forge.pulls.listOpen(PULLS_MAX);
  const others = all.filter((it) => it.headSha === pull.headSha && it.number !== pull.number);
  // Anybody can propose a commit of this repository once more from a fork, and must not close its gate.
  const inside = others.filter((it) => !it.isFork);
  const goals = pull.isFork && inside.length > 0 ? [] : [...seen.goals];
  for (const other of inside) {
    const more = (await viewPull(forge, store, other, selfId)).goals;
    goals.push(...more.filter((goal) => !goals.some((it) => isSame(it, goal))));
  }
  return { goals, view: { ...seen.view, goals: goals.map((goal) => goal.view) } };
}

type Goals = SeenPull["goals"];

function isSame(one: Goals[number], other: Goals[number]): boolean {
  return one.view.path === other.view.path && one.view.standing.kind === other.view.standing.kind;
}
