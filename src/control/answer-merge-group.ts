import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { gateVerdict } from "../report/gate-verdict.ts";
import { renderGate } from "../report/render-gate.ts";
import { viewPull } from "./view-pull.ts";

/** How a queue names the branch of what it is about to merge. */
const QUEUE_BRANCH = /\/pr-(\d{1,10})-[0-9a-f]{40,64}$/;

/** What a merge queue asks about. */
export interface MergeGroup {
  readonly headSha: Oid;
  readonly headRef: string;
}

/**
 * Answers the gate on a commit of the queue with what holds for the pull request in it, so that a
 * required check never waits for ever. Nobody observes the merged tree itself.
 */
export async function answerMergeGroup(
  forge: Forge,
  store: RefStore,
  { headSha, headRef }: MergeGroup,
): Promise<void> {
  const number = Number(QUEUE_BRANCH.exec(headRef)?.[1] ?? 0);
  const pull = number === 0 ? undefined : await forge.pulls.get(number);
  if (pull === undefined) {
    const title = "no pull request is known for this entry of the queue";
    const summary = "What is in a queue has passed the gate on its own pull request.";
    await forge.gate.report({ sha: headSha, verdict: "neutral", title, summary, annotations: [] });
    return;
  }
  const self = await forge.conversation.self();
  const { view } = await viewPull(forge, store, pull, self.id);
  const verdict = gateVerdict(view.goals);
  await forge.gate.report({ sha: headSha, verdict, ...renderGate(view), annotations: [] });
}
