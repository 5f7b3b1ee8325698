import { toOneLine } from "../model/plain-text.ts";

/**
 * A stranger's word as code, in which GitHub looks for nothing. Inside of code no escape exists, so
 * the two characters that could end it or the cell around it are shown by their likes.
 */
export function codeSpan(text: string, charactersMax: number): string {
  const line = toOneLine(text, charactersMax);
  return line === "" ? "" : `\`${line.replaceAll("`", "ˋ").replaceAll("|", "｜")}\``;
}
