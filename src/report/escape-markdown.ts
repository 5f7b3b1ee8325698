import { toOneLine } from "../model/plain-text.ts";

/** Nothing is seen of it, but no filter that looks for mentions or addresses sees past it. */
const BREAK = "\u200B";
/** What Markdown, HTML or GitHub's own extensions act on inside of a line, and only at its start. */
const ACTIVE = /[`*_[\]<>#@|~$&\\]|:(?=\/)|^[-+=.>]|(?<=^\d{1,9})[.)]/g;
/** After these, what follows would be a mention, an issue, an address. */
const TRIGGERS = "@#:";
/** Names of commits and issues, and addresses without a scheme: GitHub links them from mere text. */
const COMMIT_NAME = /(?<!\w)[0-9a-f]{7,64}(?!\w)/gi;
const OTHER_NAMES = /(?<![a-z])(?:GH-(?=\d)|www(?=\.))/gi;
/** GitHub takes no fewer digits for a commit. */
const DIGITS = /.{6}(?=.)/g;

/**
 * A stranger's words as one line of GitHub Markdown: they mention nobody, link nowhere, close no table,
 * quote or fence, and are never HTML. References alone would not do, because mentions and addresses
 * are looked for once more after the text was rendered.
 */
export function escapeMarkdown(text: string, charactersMax: number): string {
  const line = toOneLine(text, charactersMax);
  return line
    .replaceAll(COMMIT_NAME, (name) => name.replaceAll(DIGITS, `$&${BREAK}`))
    .replaceAll(OTHER_NAMES, `$&${BREAK}`)
    .replaceAll(ACTIVE, toReference);
}

function toReference(character: string): string {
  const reference = `&#${character.codePointAt(0) ?? 0};`;
  return TRIGGERS.includes(character) ? `${reference}${BREAK}` : reference;
}
