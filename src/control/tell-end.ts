import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import { ledgerKey } from "../record/ledger-ref.ts";
import { renderNotice } from "../report/render-notice.ts";
import { sayOnce, type Talk } from "./conversation-of.ts";

/** Says once, by a new comment, how a generation ended: edits notify nobody. */
export async function tellEnd(
  forge: Forge,
  talk: Talk,
  ended: { readonly run: RunState; readonly digest: string | undefined },
): Promise<void> {
  const { run, digest } = ended;
  if (run.status === "running") return;
  const key = `end-${ledgerKey(run.goal)}-${run.generation}`;
  const text = renderNotice({ kind: "ended", run, ...(digest === undefined ? {} : { digest }) });
  await sayOnce(forge.conversation, talk, { key, text });
}
