import type { Decision } from "../model/decision.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { Host } from "./host.ts";
import { requireSameGraders } from "./require-same-graders.ts";

/** What there is to do, and on which commit. */
export type Work =
  | {
      readonly kind: "dispatch";
      readonly head: Oid;
      readonly branchHead?: Oid;
      readonly decision: Decision;
    }
  | {
      readonly kind: "observe";
      readonly head: Oid;
      readonly branchHead?: Oid;
      readonly decision: Decision;
    }
  | { readonly kind: "waiting"; readonly untilMs: number; readonly reason: string }
  | { readonly kind: "idle"; readonly state: RunState };

/** What the ledger asks for, unless a person moved the branch: then their commit is looked at first. */
export async function nextWork(host: Host, state: RunState): Promise<Work> {
  const branchHead = await host.repository.branch(state.branch);
  const at = branchHead === undefined ? {} : { branchHead };
  const decision = state.next;
  if (branchHead !== undefined && (await isMoved(host, state, branchHead))) {
    await requireSameGraders(host, {
      graders: state.approval.graders,
      branch: state.branch,
      head: branchHead,
    });
    return { kind: "observe", head: branchHead, ...at, decision };
  }
  switch (decision.kind) {
    case "dispatch":
      return { kind: "dispatch", head: state.head, ...at, decision };
    case "observe":
      return decision.notBeforeMs > host.clock.now()
        ? { kind: "waiting", untilMs: decision.notBeforeMs, reason: decision.reason }
        : { kind: "observe", head: state.head, ...at, decision };
    case "watch":
      return decision.notBeforeMs > host.clock.now()
        ? { kind: "waiting", untilMs: decision.notBeforeMs, reason: "everything holds" }
        : { kind: "observe", head: state.head, ...at, decision };
    case "integrate":
    case "converged":
    case "stop":
      return { kind: "idle", state };
  }
}

/** Before anything was kept the branch may be absent or behind; afterwards any other place is a person's. */
async function isMoved(host: Host, state: RunState, branchHead: Oid): Promise<boolean> {
  if (branchHead === state.head) return false;
  if (state.head !== state.base) return true;
  return !(await host.repository.isAncestor(branchHead, state.base));
}
