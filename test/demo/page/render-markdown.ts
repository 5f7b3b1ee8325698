import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { html, trusted, type Html } from "./html.ts";

export interface MarkdownPlace {
  /** Anchors of a text begin with it, so that two texts on one page do not share any. */
  readonly id: string;
  /** In comments and descriptions GitHub shows every line break as one, elsewhere it does not. */
  readonly breaksLines: boolean;
}

/** Lists and quotes within each other; many more take minutes to parse, and nobody reads them. */
const NESTING_MAX = 50;
const NESTED_TOO_DEEP = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){${NESTING_MAX}}`,
  "m",
);

/** A page that follows what happens is rendered every second, and most of its texts stay as they are. */
const RENDERED_MAX = 200;
const rendered = new Map<string, Html>();

/** Markdown as GitHub renders it, with nothing in it that acts or asks the network for anything. */
export function renderMarkdown(markdown: string, place: MarkdownPlace): Html {
  const key = JSON.stringify([place.id, place.breaksLines, markdown]);
  const known = rendered.get(key);
  if (known !== undefined) return known;
  if (rendered.size >= RENDERED_MAX) rendered.clear();
  const markup = renderNew(markdown, place);
  rendered.set(key, markup);
  return markup;
}

function renderNew(markdown: string, place: MarkdownPlace): Html {
  if (NESTED_TOO_DEEP.test(markdown)) return asItIs(markdown);
  try {
    return trusted(process(markdown, place));
  } catch {
    // Elements that are nested thousands of levels deep exhaust the stack.
    return asItIs(markdown);
  }
}

function asItIs(markdown: string): Html {
  return html`<pre>${markdown}</pre>`;
}

function process(markdown: string, place: MarkdownPlace): string {
  const prefix = `${place.id}-`;
  const parser = unified().use(remarkParse).use(remarkGfm);
  return parser
    .use(() => (tree: SyntaxNode) => {
      if (place.breaksLines) breakLines(tree);
    })
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
    .use(rehypeRaw)
    .use(rehypeSanitize, { ...defaultSchema, tagNames: TAG_NAMES, clobberPrefix: prefix })
    .use(() => (tree: SyntaxNode) => {
      settle(tree, prefix);
    })
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
}

/** Of these only the image within is left, which has an address in any case. */
const ALTERNATIVES: ReadonlySet<string> = new Set(["picture", "source"]);
const TAG_NAMES = (defaultSchema.tagNames ?? []).filter((name) => !ALTERNATIVES.has(name));

/** What Markdown trees and HTML trees have in common. */
interface SyntaxNode {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: SyntaxNode[];
}

function breakLines(node: SyntaxNode): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return linesOf(child.value ?? "");
    breakLines(child);
    return [child];
  });
}

function linesOf(text: string): SyntaxNode[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: "break" }]),
      { type: "text", value: line },
    ]);
}

/** Images become their description, and links say that nothing is known about where they lead. */
function settle(node: SyntaxNode, prefix: string): void {
  for (const child of node.children ?? []) {
    if (child.tagName === "img") describeImage(child);
    if (child.tagName === "a") settleLink(child, prefix);
    settle(child, prefix);
  }
}

function describeImage(node: SyntaxNode): void {
  const { alt, src } = node.properties ?? {};
  const words = typeof alt === "string" && alt !== "" ? alt : "without a description";
  node.tagName = "span";
  node.properties = { className: ["picture"], ...(typeof src === "string" ? { title: src } : {}) };
  node.children = [{ type: "text", value: `Image: ${words}` }];
}

function settleLink(node: SyntaxNode, prefix: string): void {
  const properties = node.properties ?? {};
  const { href } = properties;
  // The sanitizer gives anchors their prefix and leaves the links to them alone.
  const isFootnote = "dataFootnoteRef" in properties || "dataFootnoteBackref" in properties;
  const isOnPage = typeof href === "string" && href.startsWith("#") && isFootnote;
  node.properties = {
    ...properties,
    ...(isOnPage ? { href: `#${prefix}${href.slice(1)}` } : {}),
    rel: ["nofollow", "noopener", "noreferrer"],
  };
}
