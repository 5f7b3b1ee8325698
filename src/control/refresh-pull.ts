import { KaziError } from "../model/kazi-error.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { gateVerdict } from "../report/gate-verdict.ts";
import { renderComment } from "../report/render-comment.ts";
import { renderGate } from "../report/render-gate.ts";
import { parseShownDigests, type ShownDigest } from "../report/shown-digest.ts";
import { conversationOf, type Talk } from "./conversation-of.ts";
import { gateAnnotations } from "./gate-annotations.ts";
import { seeCommit } from "./see-commit.ts";
import { tellEnd } from "./tell-end.ts";
import { type SeenPull, viewPull } from "./view-pull.ts";

/**
 * Makes a pull request show what is the case: gate, the one comment, and a new one for each end. It reads
 * the world and not an event, and writes nothing that stands there already.
 */
export async function refreshPull(
  forge: Forge,
  store: RefStore,
  number: number,
): Promise<SeenPull | undefined> {
  const pull = await forge.pulls.get(number);
  if (pull === undefined) return undefined;
  const talk = await conversationOf(forge.conversation, number);
  const seen = await viewPull(forge, store, pull, talk.self.id);
  // What was not shown cannot be approved, so the comment comes before the gate that asks for it.
  const refused = await writeComment(forge, talk, seen).catch(toRefusal);
  await writeGate(forge, store, { pull, seen, talk });
  if (refused !== undefined) throw refused;
  await tellEnds(forge, talk, seen);
  return seen;
}

/** A conversation can be locked. A gate that is not written would be waited for without end. */
function toRefusal(error: unknown): KaziError {
  if (error instanceof KaziError && error.code === "github-refused") return error;
  throw error;
}

async function writeComment(forge: Forge, talk: Talk, seen: SeenPull): Promise<void> {
  const { sticky } = talk;
  if (sticky === undefined && seen.view.goals.length === 0) return;
  const body = renderComment(seen.view, shownNow(talk, seen));
  if (sticky === undefined) await forge.conversation.post(talk.issue, body);
  else if (sticky.body !== body) await forge.conversation.edit(sticky.id, body);
}

/** What the comment shows, each since it does: an approval has to be younger than what it approves. */
function shownNow(talk: Talk, { view }: SeenPull): readonly ShownDigest[] {
  const before = parseShownDigests(talk.sticky?.body ?? "");
  const newest = Math.max(0, ...talk.comments.map((comment) => comment.id));
  return view.goals.flatMap(({ path, digest, goal }) => {
    if (digest === undefined || goal === undefined) return [];
    const known = before.find((shown) => shown.path === path && shown.digest === digest);
    return [known ?? { path, digest, sinceComment: newest }];
  });
}

async function writeGate(
  forge: Forge,
  store: RefStore,
  about: { readonly pull: PullRequest; readonly seen: SeenPull; readonly talk: Talk },
): Promise<void> {
  const { pull, seen, talk } = about;
  if (pull.state !== "open") return;
  const { view, goals } = await seeCommit(forge, store, { pull, seen, selfId: talk.self.id });
  await forge.gate.report({
    sha: pull.headSha,
    verdict: gateVerdict(view.goals),
    ...renderGate(view),
    annotations: gateAnnotations(goals, pull.headSha),
    ...(talk.sticky === undefined ? {} : { detailsUrl: talk.sticky.url }),
  });
}

async function tellEnds(forge: Forge, talk: Talk, seen: SeenPull): Promise<void> {
  for (const { run, digest } of seen.view.goals) {
    if (run !== undefined) await tellEnd(forge, talk, { run, digest });
  }
}
