import { createHash } from "node:crypto";
import { KaziError } from "../../src/model/kazi-error.ts";
import type { Oid } from "../../src/model/vector.ts";
import {
  FILE_BYTES_MAX,
  type NewCommit,
  type RefStore,
  type RefUpdate,
  type StoredCommit,
} from "../../src/ports/ref-store.ts";

/** The refs of no repository at all. Trees are believed, because nothing here could hold them. */
export function createMemoryRefStore(): RefStore {
  const commits = new Map<Oid, StoredCommit>();
  const refs = new Map<string, Oid>();

  function write(commit: NewCommit): Oid {
    const missing = commit.parents.find((parent) => !commits.has(parent));
    if (missing !== undefined) throw failed(`there is no commit ${missing}`);
    const parts = [commit.parents, commit.message, commit.atMs];
    const content = JSON.stringify([...parts, [...commit.files], [...commit.folders]]);
    const oid = createHash("sha1").update(content).digest("hex");
    const files = [...commit.files].filter(([, text]) => Buffer.byteLength(text) <= FILE_BYTES_MAX);
    const { parents, folders } = commit;
    commits.set(oid, { oid, parents, folders, files: new Map(files) });
    return oid;
  }

  function swap(updates: readonly RefUpdate[]): "moved" | "lost" {
    if (updates.some(({ ref, before }) => refs.get(ref) !== before)) return "lost";
    const unknown = updates.find(({ after }) => after !== undefined && !commits.has(after));
    if (unknown !== undefined) throw failed(`there is no commit ${unknown.after ?? ""}`);
    for (const { ref, after } of updates) {
      if (after === undefined) refs.delete(ref);
      else refs.set(ref, after);
    }
    return "moved";
  }

  return {
    namespace: "refs/kazi/local/",
    list: async (prefix) =>
      await Promise.resolve(
        [...refs]
          .filter(([ref]) => ref.startsWith(prefix))
          .map(([ref, oid]) => ({ ref, oid }))
          .toSorted((left, right) => (left.ref < right.ref ? -1 : 1)),
      ),
    head: async (ref) => await Promise.resolve(refs.get(ref)),
    read: async (oid) => await Promise.resolve(commits.get(oid)),
    write: async (commit) => await Promise.resolve().then(() => write(commit)),
    swap: async (updates) => await Promise.resolve().then(() => swap(updates)),
  };
}

function failed(message: string): KaziError {
  return new KaziError({ code: "git-failed", message });
}
