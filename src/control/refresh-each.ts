import { KaziError } from "../model/kazi-error.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { refreshPull } from "./refresh-pull.ts";

/** Brings pull requests up to date. One where GitHub refuses that is told of after all others had their turn. */
export async function refreshEach(
  forge: Forge,
  store: RefStore,
  numbers: readonly number[],
): Promise<void> {
  let refused: KaziError | undefined;
  for (const number of numbers) {
    try {
      await refreshPull(forge, store, number);
    } catch (error) {
      if (!(error instanceof KaziError) || error.code !== "github-refused") throw error;
      refused ??= error;
    }
  }
  if (refused !== undefined) throw refused;
}
