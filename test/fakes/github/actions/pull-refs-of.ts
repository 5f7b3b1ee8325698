import { z } from "zod";
import type { WorkflowRun } from "../actions-seam.ts";

const PullPayload = z.object({
  pull_request: z.object({
    head: z.object({ ref: z.string() }),
    base: z.object({ ref: z.string() }),
  }),
});

/** The branches of the pull request that a run is about: GITHUB_HEAD_REF and GITHUB_BASE_REF. */
export function pullRefsOf(
  run: Pick<WorkflowRun, "eventPayload">,
): { readonly head: string; readonly base: string } | undefined {
  const parsed = PullPayload.safeParse(run.eventPayload);
  if (!parsed.success) return undefined;
  const { head, base } = parsed.data.pull_request;
  return { head: head.ref, base: base.ref };
}
