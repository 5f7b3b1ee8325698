import { toOneLine } from "../model/plain-text.ts";
import type { Evidence } from "../model/vector.ts";

const SHOWN_MAX = 5;
const NAME_MAX = 300;

/** Where pictures, traces and reports of an evaluation can be looked at, a line each. */
export function keptFiles({ files = [] }: Evidence): readonly string[] {
  const shown = files.slice(0, SHOWN_MAX).map((file) => `kept: ${toOneLine(file, NAME_MAX)}`);
  const more = files.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more files`] : shown;
}
