import { summary } from "@actions/core";

/** Well below the mebibyte that a step may write. */
const CHARACTERS_MAX = 200_000;

/** The page of the run shows what the job said, as text in which nothing is markup. */
export async function writeJobSummary(account: {
  readonly title: string;
  readonly sentence: string;
  readonly lines: readonly string[];
}): Promise<void> {
  const { title, sentence, lines } = account;
  const text = lines.join("\n").slice(-CHARACTERS_MAX).toWellFormed();
  summary.addHeading(escapeHtml(title), 3).addRaw(`<p>${escapeHtml(sentence)}</p>`, true);
  if (text !== "") summary.addRaw(`<pre>${escapeHtml(text)}</pre>`, true);
  await summary.write();
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "@": "&#64;",
};

/** Also `@`, so that nobody is mentioned, and no blank line, because Markdown would begin again after one. */
function escapeHtml(text: string): string {
  return text
    .replaceAll(/[&<>"@]/g, (character) => REFERENCES[character] ?? "")
    .replaceAll(/\n(?=\n)/g, "\n&#8203;");
}
