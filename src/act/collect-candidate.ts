import type { RefusedPath } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { Workshop } from "../ports/workshop.ts";
import { judgePaths, type PathRules } from "./judge-paths.ts";

/** Where an agent has worked, and what that is compared with. */
export interface WorkedOn {
  readonly folder: string;
  readonly head: Oid;
  /** The folder's tree when the agent was started: the head's, or with what setup made. */
  readonly before: Oid;
  /** Paths that setup made or changed. */
  readonly products: ReadonlySet<string>;
  readonly rules: PathRules;
  readonly message: string;
  readonly atMs: number;
}

/** One commit by kazi with what may stay of an agent's work; absent when nothing may. */
export interface Candidate {
  readonly commit?: Oid;
  readonly changed: readonly string[];
  readonly refused: readonly RefusedPath[];
}

/** Turns a folder that a stranger worked in into a candidate, packed for the next job. */
export async function collectCandidate(workshop: Workshop, work: WorkedOn): Promise<Candidate> {
  const changes = await workshop.changes(work.folder, work.before);
  const { existing } = work.rules;
  const made = new Set([...work.products].filter((path) => !existing.has(path)));
  // However much a tool makes anew, it must not use up what the work itself may be large.
  const own = changes.filter((change) => !made.has(change.path));
  const { accepted: kept, refused } = judgePaths(own, work.rules);
  const products = changes
    .filter((change) => made.has(change.path))
    .map((change) => ({ path: change.path, reason: "was made by [setup]" }));
  const commit = await workshop.commit({
    folder: work.folder,
    parent: work.head,
    changes: kept,
    message: work.message,
    atMs: work.atMs,
  });
  if (commit === undefined) return { changed: [], refused: [...refused, ...products] };
  await workshop.bundle(commit, work.head);
  return {
    commit,
    changed: kept.map((change) => change.path),
    refused: [...refused, ...products],
  };
}
