import { toOneLine } from "../model/plain-text.ts";

const BEFORE_CHARACTERS_MAX = 20_000;
const AFTER_CHARACTERS_MAX = 1000;

/**
 * What a launcher says on a channel of its own. Before the mark only the launcher can speak there;
 * after it nothing is believed but that something was said.
 */
export interface LauncherWords {
  hear(chunk: Uint8Array): void;
  hasStarted(): boolean;
  /** Why there was no start, in one line. */
  complaint(): string;
  hasSpokenSince(): boolean;
}

export function createLauncherWords(mark: string): LauncherWords {
  const decoder = new TextDecoder();
  const line = `${mark}\n`;
  let before = "";
  let after = "";
  let isStarted = false;
  function hear(chunk: Uint8Array): void {
    const text = decoder.decode(chunk, { stream: true });
    if (isStarted) {
      after = `${after}${text}`.slice(0, AFTER_CHARACTERS_MAX);
      return;
    }
    before += text;
    const at = before.indexOf(line);
    isStarted = at !== -1;
    if (isStarted) after = before.slice(at + line.length).slice(0, AFTER_CHARACTERS_MAX);
    else before = before.slice(-BEFORE_CHARACTERS_MAX);
  }
  return {
    hear,
    hasStarted: () => isStarted,
    complaint: () => lastLine(before),
    hasSpokenSince: () => after !== "",
  };
}

function lastLine(text: string): string {
  const lines = text
    .split("\n")
    .filter((line) => /^(?:setpriv|unshare|mount|sh|\/bin\/sh):/.test(line));
  return toOneLine(lines.at(-1) ?? "its launcher ended without a word", 300);
}
