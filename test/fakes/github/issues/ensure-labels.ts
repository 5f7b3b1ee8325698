import type { Repository, World } from "../model.ts";

const GREY = "ededed";

/** A label that is put on an issue exists from then on. */
export function ensureLabels(world: World, repository: Repository, names: readonly string[]): void {
  for (const name of names) {
    if (!repository.labels.some((label) => label.name === name)) {
      repository.labels.push({ id: world.nextId(), name, color: GREY, description: undefined });
    }
  }
}
