import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";

/** The pull request in which a generation is seen: its goal-file's own, or the one of its work. */
export async function pullOfRun(
  forge: Forge,
  { target, branch }: RunState,
): Promise<number | undefined> {
  return target?.pull ?? (await forge.pulls.findByBranch(branch))?.number;
}
