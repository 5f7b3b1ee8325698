import { createHash } from "node:crypto";
import type { Oid } from "../../src/model/vector.ts";
import type { RefStore } from "../../src/ports/ref-store.ts";
import type { PushOutcome, Repository } from "../../src/ports/repository.ts";
import type { Change } from "../../src/ports/workshop.ts";
import { createMemoryRefStore } from "./ref-store-memory.ts";

/** Contents by path. A content that begins with `-> ` is a symbolic link. */
export type Files = ReadonlyMap<string, string>;

/** Commits whose files are texts in memory, on the refs of a memory store. */
export interface MemoryRepository {
  readonly store: RefStore;
  readonly repository: Repository;
  /** What a remote says when somebody pushes. */
  remote: PushOutcome;
  pushed: Oid | undefined;
  adopted: readonly Oid[];
  write(files: Files, parents: readonly Oid[]): Promise<Oid>;
  /** A person's commit: these files over what the branch holds. */
  commit(branch: string, files: Readonly<Record<string, string>>): Promise<Oid>;
  /** The files of a commit or a tree. */
  filesOf(oid: Oid): Promise<Files>;
  treeOf(files: Files): Oid;
}

export function createMemoryRepository(): MemoryRepository {
  const store = createMemoryRefStore();
  const trees = new Map<Oid, Files>();

  async function filesOf(oid: Oid): Promise<Files> {
    return trees.get(oid) ?? (await store.read(oid))?.files ?? new Map<string, string>();
  }
  function treeOf(files: Files): Oid {
    const oid = sha1(
      JSON.stringify([...files].toSorted(([left], [right]) => (left < right ? -1 : 1))),
    );
    trees.set(oid, files);
    return oid;
  }
  async function write(files: Files, parents: readonly Oid[]): Promise<Oid> {
    const folders = new Map<string, Oid>();
    return await store.write({ parents, message: "commit", files, folders, atMs: 0 });
  }
  async function isAncestor(older: Oid, newer: Oid): Promise<boolean> {
    if (older === newer) return true;
    for (const parent of (await store.read(newer))?.parents ?? []) {
      if (await isAncestor(older, parent)) return true;
    }
    return false;
  }
  const memory: MemoryRepository = {
    store,
    remote: { kind: "no-remote" },
    pushed: undefined,
    adopted: [],
    write,
    filesOf,
    treeOf,
    commit: async (branch, files) => {
      const ref = `refs/heads/${branch}`;
      const before = await store.head(ref);
      const held = before === undefined ? [] : await filesOf(before);
      const parents = before === undefined ? [] : [before];
      const after = await write(new Map([...held, ...Object.entries(files)]), parents);
      await store.swap([{ ref, ...(before === undefined ? {} : { before }), after }]);
      return after;
    },
    repository: {
      inspect: async () => {
        const head = await store.head("refs/heads/main");
        const at = head === undefined ? {} : { head };
        return {
          root: "/repository",
          branch: "main",
          dirty: [],
          checkedOut: ["main"],
          user: "me",
          ...at,
        };
      },
      branch: async (name) => await store.head(`refs/heads/${name}`),
      isAncestor,
      treeOf: async (commit) => treeOf(await filesOf(commit)),
      files: async (commit) =>
        [...(await filesOf(commit))].map(([path, text]) => ({
          path,
          mode: "100644",
          oid: sha1(text),
        })),
      text: async (commit, path, bytesMax) => {
        const text = (await filesOf(commit)).get(path);
        return text === undefined || Buffer.byteLength(text) > bytesMax ? undefined : text;
      },
      subtree: async (commit, paths) =>
        treeOf(new Map([...(await filesOf(commit))].filter(([path]) => paths.includes(path)))),
      adopt: async (commit) => {
        memory.adopted = await Promise.resolve([...memory.adopted, commit]);
      },
      advance: async () => await Promise.resolve(true),
      push: async ({ commit }) => {
        if (memory.remote.kind === "pushed") memory.pushed = commit;
        return await Promise.resolve(memory.remote);
      },
    },
  };
  return memory;
}

/** What differs, as a workshop tells it. */
export function changesBetween(before: Files, after: Files): readonly Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path): Change => {
      const text = after.get(path);
      if (text === undefined) return { path, kind: "deleted", bytes: 0 };
      return text.startsWith("-> ")
        ? { path, kind: "symlink", bytes: text.length, target: text.slice(3) }
        : { path, kind: "file", bytes: text.length };
    });
}

function sha1(text: string): Oid {
  return createHash("sha1").update(text).digest("hex");
}
