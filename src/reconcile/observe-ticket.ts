import type { ClaimTicket } from "../model/handover.ts";

/** The parts of a ticket that an observation needs. Without graders the commit grades itself. */
export type ObserveTicket = Pick<
  ClaimTicket,
  "kind" | "epoch" | "nonce" | "iteration" | "head" | "base" | "branch" | "baseBranch"
> &
  Partial<Pick<ClaimTicket, "graders" | "baselines">>;
