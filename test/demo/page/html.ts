/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

/** Every text that is put in is escaped, so that forgetting it is not possible. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const markup = strings.map((text, index) => text + markupOf(parts[index])).join("");
  return { markup };
}

/** For markup that was made safe elsewhere. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(part: HtmlPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return `${part}`;
  return "markup" in part ? part.markup : part.map(markupOf).join("");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
