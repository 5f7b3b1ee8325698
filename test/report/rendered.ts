import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** What a reader of GitHub Markdown gets to see, and what acts. */
export interface Rendered {
  /** Names of all elements, in their order. */
  readonly tags: readonly string[];
  /** Text outside of code, where GitHub looks for mentions and addresses. */
  readonly prose: string;
  /** All text. */
  readonly text: string;
}

/** Renders Markdown by programs that are not ours, raw HTML included and nothing sanitized. */
export function rendered(markdown: string): Rendered {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  const tags: string[] = [];
  const prose: string[] = [];
  const text: string[] = [];
  visit(processor.runSync(processor.parse(markdown)), false);
  return { tags, prose: prose.join(""), text: text.join("") };

  function visit(node: HtmlNode, isCode: boolean): void {
    if (node.tagName !== undefined) tags.push(node.tagName);
    if (node.type === "text") {
      text.push(node.value ?? "");
      prose.push(isCode ? "\n" : (node.value ?? ""));
    }
    for (const child of node.children ?? []) visit(child, isCode || node.tagName === "code");
  }
}

interface HtmlNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly children?: readonly HtmlNode[];
}

/** Whatever GitHub would turn into a mention or a link in text that was rendered already. */
export const ACTIVE_TEXT =
  /@[\w-]|#\d|\bGH-\d|:\/\/|\bwww\.|(?<![\w-])[0-9a-f]{7,64}(?![\w-])|[\w.]@\w/i;
