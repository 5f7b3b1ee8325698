import type { ApprovalPointer } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import { renderNotice } from "../report/render-notice.ts";
import { conversationOf, sayOnce } from "./conversation-of.ts";

/** Says once, where an approval was given, why nothing begins: whoever gave it saw a thumb up and would wait. */
export async function tellNotStarted(
  forge: Forge,
  pointer: ApprovalPointer,
  blocked: { readonly goalPath: string; readonly reason: string },
): Promise<void> {
  const { pull } = pointer;
  if (pull === undefined) return;
  const own = pointer.kind === "comment" ? `${pointer.commentId}` : pointer.commit.slice(0, 12);
  const { goalPath: id, reason } = blocked;
  const text = renderNotice({ kind: "refusals", refusals: [{ kind: "blocked", id, reason }] });
  const talk = await conversationOf(forge.conversation, pull);
  await sayOnce(forge.conversation, talk, { key: `unstarted-${own}`, text });
}
