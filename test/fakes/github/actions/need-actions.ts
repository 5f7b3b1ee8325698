import type { ActionsService } from "../actions-seam.ts";
import type { World } from "../model.ts";

export function needActions(world: World): ActionsService {
  if (world.actions === undefined) throw new Error("This world was made without Actions.");
  return world.actions;
}
