import { KaziError, type KaziErrorCode } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";

type GitHubTrouble = Extract<KaziErrorCode, "github-refused" | "github-unavailable">;

const SAID_CHARACTERS_MAX = 400;

/** An error that says what was expected, what GitHub said, and what to do. */
export function githubTrouble(
  code: GitHubTrouble,
  sentence: { readonly purpose: string; readonly found: string; readonly advice: string },
  cause?: unknown,
): KaziError {
  const message = `expected to ${sentence.purpose}, found: ${sentence.found}; ${sentence.advice}`;
  return new KaziError({ code, message, cause });
}

/** What somebody else wrote, short enough and harmless enough for one line. */
export function quoteGitHub(text: string): string {
  return toOneLine(text, SAID_CHARACTERS_MAX);
}
