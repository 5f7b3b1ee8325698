import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { RepositoryState } from "../ports/repository.ts";
import type { Host } from "./host.ts";

/** A checkout that work can start from. */
export interface StartingPoint extends RepositoryState {
  readonly head: Oid;
  readonly branch: string;
}

/** The person's checkout, when everything that they see in it is committed on a branch. */
export async function findStartingPoint(host: Host, goalPath: string): Promise<StartingPoint> {
  const state = await host.repository.inspect();
  const { head, branch, root } = state;
  if (head === undefined) {
    throw unusable(`${root} has no commit yet; expected at least one. Commit something first`);
  }
  requireClean(state, goalPath);
  if (branch === undefined) {
    throw unusable(
      `${root} has a detached HEAD at ${head.slice(0, 12)}; expected a branch to start from. Run git switch <branch> first`,
    );
  }
  return { ...state, head, branch };
}

/** The commit that is looked at by a mere check: a detached one is as good as a branch. */
export async function findCheckedCommit(host: Host, goalPath: string): Promise<StartingPoint> {
  const state = await host.repository.inspect();
  const { head, root } = state;
  if (head === undefined) {
    throw unusable(`${root} has no commit yet; expected at least one. Commit something first`);
  }
  requireClean(state, goalPath);
  return { ...state, head, branch: state.branch ?? "detached" };
}

/** The goal-file itself may be new: its bytes are read, not its commit. */
function requireClean(state: RepositoryState, goalPath: string): void {
  const dirty = state.dirty.filter((path) => `${state.root}/${path}` !== goalPath);
  if (dirty.length === 0) return;
  const named = dirty.slice(0, 5).map((path) => toOneLine(path, 100));
  const more = dirty.length > 5 ? ` and ${dirty.length - 5} more` : "";
  throw unusable(
    `${state.root} has changes that no commit holds: ${named.join(", ")}${more}; expected a clean checkout, because the work happens in copies of the commit. Commit, stash or ignore them first`,
  );
}

function unusable(message: string): KaziError {
  return new KaziError({ code: "workspace-unusable", message });
}
