import { KaziError } from "../../src/model/kazi-error.ts";
import type { Oid } from "../../src/model/vector.ts";
import type { Workshop } from "../../src/ports/workshop.ts";
import { changesBetween, type MemoryRepository } from "./memory-repository.ts";

/** Folders by name, in which programs of a test may do as they like. */
export type Folders = Map<string, Map<string, string>>;

/** The commit that one job leaves for the next; a test may exchange it. */
export interface Shelf {
  bundle?: { readonly commit: Oid; readonly parent: Oid };
}

/** A workshop whose folders are maps. */
export function createMemoryWorkshop(
  memory: MemoryRepository,
  place: { readonly folder: string; readonly folders: Folders; readonly shelf: Shelf },
): Workshop {
  const { folders, shelf } = place;
  const frozen: Folders = new Map();
  function contentOf(folder: string): Map<string, string> {
    return folders.get(folder) ?? new Map<string, string>();
  }

  return {
    checkout: async ({ name, commit }) => {
      const folder = `${place.folder}/${name}`;
      folders.set(folder, new Map(await memory.filesOf(commit)));
      return folder;
    },
    changes: async (folder, tree) => changesBetween(await memory.filesOf(tree), contentOf(folder)),
    snapshot: async (folder) => await Promise.resolve(memory.treeOf(new Map(contentOf(folder)))),
    commit: async ({ folder, parent, changes }) => {
      const files = new Map(await memory.filesOf(parent));
      if (changes.length === 0) return undefined;
      for (const { path, kind } of changes) {
        if (kind === "deleted") files.delete(path);
        else files.set(path, contentOf(folder).get(path) ?? "");
      }
      return await memory.write(files, [parent]);
    },
    bundle: async (commit, parent) => {
      shelf.bundle = await Promise.resolve({ commit, parent });
    },
    receive: async (parent, commit) => {
      const { bundle } = shelf;
      if (bundle === undefined) return undefined;
      if (bundle.commit !== commit || bundle.parent !== parent) {
        throw new KaziError({ code: "candidate-invalid", message: "another commit" });
      }
      const files = await memory.filesOf(commit);
      const changes = changesBetween(await memory.filesOf(parent), files);
      return { commit, tree: memory.treeOf(files), changes, diff: "" };
    },
    restoreGraders: async (folder, graders) => {
      const content = contentOf(folder);
      const differing = [...(await memory.filesOf(graders))].filter(
        ([path, text]) => content.get(path) !== text,
      );
      for (const [path, text] of differing) content.set(path, text);
      return differing.map(([path]) => path);
    },
    freeze: async (folder) => {
      frozen.set(folder, await Promise.resolve(new Map(contentOf(folder))));
      folders.set(`${folder}.pristine`, contentOf(folder));
      folders.delete(folder);
    },
    frozen: (folder) => `${folder}.pristine`,
    renew: async (folder) => {
      folders.set(folder, await Promise.resolve(new Map(frozen.get(folder))));
    },
    lane: async (folder, number) => {
      const lane = `${folder}.lane-${number}`;
      folders.set(lane, await Promise.resolve(new Map(frozen.get(folder))));
      return lane;
    },
    diff: (base, commit) => ({
      since: base,
      changedPaths: async () => {
        const changes = changesBetween(await memory.filesOf(base), await memory.filesOf(commit));
        return changes.map(({ path, kind }) => ({
          path,
          kind: kind === "deleted" ? "deleted" : "modified",
        }));
      },
      addedLines: async () => await Promise.resolve({ lines: [], isComplete: true, binaries: [] }),
      messages: async () => await Promise.resolve([]),
    }),
    close: async () => {
      const mine = [...folders.keys()].filter((name) => name.startsWith(`${place.folder}/`));
      for (const name of await Promise.resolve(mine)) folders.delete(name);
    },
  };
}
