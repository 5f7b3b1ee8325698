import { track } from "../deliver.ts";
import type { World } from "../model.ts";
import type { Pull } from "./pull.ts";
import { refreshPullRefs } from "./refresh-pull-refs.ts";

/** Asking for a pull request makes GitHub find out whether it can be merged; whoever asks later gets to know it. */
export function renewMergeability(world: World, pull: Pull): void {
  if (pull.issue.state === "open" && pull.details.mergeability.kind === "unknown") {
    track(world, refreshPullRefs(world, pull));
  }
}
