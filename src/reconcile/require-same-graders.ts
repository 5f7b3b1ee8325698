import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { Host } from "./host.ts";

/**
 * A person's commit wins, but one that changes or removes what grades the goal needs their word again:
 * a fresh checkout of it would not be judged as it was approved.
 */
export async function requireSameGraders(
  host: Host,
  at: { readonly graders: Oid; readonly branch: string; readonly head: Oid },
): Promise<void> {
  const now = new Map((await host.repository.files(at.head)).map((file) => [file.path, file.oid]));
  const approved = await host.repository.files(at.graders);
  const changed = approved.find((file) => now.get(file.path) !== file.oid);
  if (changed === undefined) return;
  throw new KaziError({
    code: "approval-void",
    message: `the approval is void: at ${at.head.slice(0, 12)} of ${at.branch}, ${changed.path}, which grades this goal, is not as it was approved. Merge that commit into the branch you run apply on, or undo it on ${at.branch}`,
  });
}
