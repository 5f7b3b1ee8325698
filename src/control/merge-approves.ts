import { decodeText } from "../goalfile/decode-text.ts";
import { parseTable } from "../goalfile/parse-table.ts";
import { isTable } from "../goalfile/toml-table.ts";
import type { Forge } from "../ports/forge.ts";
import type { Refusal } from "../report/refusal.ts";

const CONFIG_PATH = ".kazi/config.toml";
const BYTES_MAX = 100_000;

/**
 * Why a merge approves nothing here, if `.kazi/config.toml` of the default branch says so. What cannot
 * be read turns it off as well: nobody may start what a person meant to forbid.
 */
export async function whyMergeDoesNotApprove(
  forge: Forge,
  defaultHead: string,
): Promise<Refusal | undefined> {
  const bytes = await forge.source.file(defaultHead, CONFIG_PATH, BYTES_MAX);
  if (bytes === undefined) return await whyAbsent(forge, defaultHead);
  const text = decodeText(bytes);
  if (typeof text !== "string") return unreadable(text.message);
  const parsed = parseTable(text);
  if (parsed.kind === "problem") return unreadable(parsed.problem.message);
  const { approval } = parsed.table;
  if (approval === undefined) return undefined;
  if (!isTable(approval)) return unreadable("[approval] must be a table");
  const onMerge = approval["on_merge"] ?? true;
  if (typeof onMerge !== "boolean") return unreadable("[approval] on_merge must be true or false");
  return onMerge ? undefined : { kind: "merge-off", path: CONFIG_PATH };
}

/** A file that is too large looks absent, and must not count as such. */
async function whyAbsent(forge: Forge, defaultHead: string): Promise<Refusal | undefined> {
  const paths = await forge.source.list(defaultHead, ".kazi");
  return paths.includes(CONFIG_PATH)
    ? unreadable(`expected at most ${BYTES_MAX} bytes`)
    : undefined;
}

function unreadable(reason: string): Refusal {
  return { kind: "config-unreadable", reason };
}
