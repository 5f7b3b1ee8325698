import { createGitRefStore } from "../../../src/adapters/ref-store-git.ts";
import type { RefStore } from "../../../src/ports/ref-store.ts";

/** The records as they stand in a bare repository of GitHub's, or in a clone of one. */
export function ledgerStore({ gitDir }: { readonly gitDir: string }): RefStore {
  return { ...createGitRefStore({ gitDir }), namespace: "refs/kazi/" };
}
