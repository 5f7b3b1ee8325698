import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

function render(markdown: string, breaksLines = true): string {
  return renderMarkdown(markdown, { id: "c1", breaksLines }).markup;
}

const TAG = /<\/?([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const HARMLESS_TAG =
  /^(?:a|blockquote|br|code|del|details|em|h[1-6]|hr|input|li|ol|p|pre|section|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)$/;

/** Everything in some markup that could act, or ask the network for something, by itself or by a click. */
function harmIn(markup: string): readonly string[] {
  const rest = markup.replaceAll(TAG, "");
  const tags = [...markup.matchAll(TAG)];
  const attributes = tags.flatMap(([, , text = ""]) => [...text.matchAll(ATTRIBUTE)]);
  return [
    ...(rest.includes("<") ? [rest] : []),
    ...tags.map(([, name = ""]) => name).filter((name) => !HARMLESS_TAG.test(name)),
    ...attributes
      .filter(([, name = "", value = ""]) =>
        name === "href"
          ? !/^(?:https?:|mailto:|#|\/)/.test(value)
          : /^(?:on.*|style|src|srcset|srcdoc|action|formaction|http-equiv|xlink:.*)$/.test(name),
      )
      .map(([attribute]) => attribute),
  ];
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ["a script", "a<script>alert(1)</script>b"],
  ["a script within a table", "| a |\n| - |\n| <script>alert(1)</script> |"],
  ["an image that fails", "<img src=x onerror=alert(1)>"],
  ["an image from elsewhere", "![pixel](https://example.com/pixel.png)"],
  [
    "a picture with sources",
    '<picture><source srcset="https://example.com/a"><img src="//example.com/b"></picture>',
  ],
  ["a javascript: link", "[click](javascript:alert(1))"],
  ["a javascript: link in parts", '<a href="java&#10;script:alert(1)">click</a>'],
  ["a javascript: link in capitals", "<a href=' JaVaScRiPt:alert(1)'>click</a>"],
  ["a data: link", "[click](data:text/html;base64,PHNjcmlwdD4=)"],
  ["a javascript: autolink", "<javascript:alert(1)>"],
  [
    "a handler on what folds",
    "<details open ontoggle=alert(1)><summary onclick=alert(1)>s</summary>x</details>",
  ],
  ["a drawing", "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>"],
  ["a formula", '<math><mi xlink:href="javascript:alert(1)">x</mi></math>'],
  ["a frame", '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ["a style", '<style>body{display:none}</style><p style="position:fixed">x</p>'],
  [
    "a form",
    '<form action="https://example.com"><button formaction="javascript:alert(1)">x</button></form>',
  ],
  ["a refresh", '<meta http-equiv="refresh" content="0;url=https://example.com">'],
  ["another base", '<base href="https://example.com/">'],
  ["an end of the page", "</div></main></body></html><script>alert(1)</script>"],
  ["an unfinished tag", "<img src=x onerror=alert(1) "],
  ["a comment that hides", "<!-- <script>alert(1)</script> --><!--><script>alert(1)</script>-->"],
  ["a parser's trap", '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
];

describe("renderMarkdown()", () => {
  test.each(HOSTILE)("%s comes out harmless", (_name, markdown) => {
    expect(harmIn(render(markdown))).toEqual([]);
    expect(harmIn(render(markdown, false))).toEqual([]);
  });

  test("what one text leaves open ends with it", () => {
    expect(render("<details><summary>more</summary>\n\n**never closed")).toMatch(/<\/details>\s*$/);
    expect(render("</div></article>words")).toBe("words");
  });

  test("an image is its description, because nothing is asked of the network", () => {
    expect(render("![a *graph*](https://example.com/g.png)")).toBe(
      '<p><span class="picture" title="https://example.com/g.png">Image: a graph</span></p>',
    );
    expect(render('<img src="data:image/png;base64,AAAA">')).toContain(
      "Image: without a description",
    );
  });

  test("mentions and numbers stay text", () => {
    expect(render("@maya and @acme/team, see #12")).toBe("<p>@maya and @acme/team, see #12</p>");
  });

  test("links say nothing of where they come from", () => {
    expect(render("[there](https://example.com/a)")).toBe(
      '<p><a href="https://example.com/a" rel="nofollow noopener noreferrer">there</a></p>',
    );
  });

  test("names cannot take those of the page", () => {
    expect(render('<h3 id="checks" name="x">x</h3>')).toBe('<h3 id="c1-checks" name="c1-x">x</h3>');
  });

  test("footnotes lead to their notes, also with two texts on a page", () => {
    const markup = render("word[^1]\n\n[^1]: note");
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, target = ""]) => target);
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(markup).toContain(`id="${target}"`);
    expect(targets.every((target) => target.startsWith("c1-"))).toBe(true);
  });

  test("line breaks are shown in comments and not in the output of checks", () => {
    expect(render("one\ntwo")).toBe("<p>one<br>\ntwo</p>");
    expect(render("one\ntwo", false)).toBe("<p>one\ntwo</p>");
    expect(render("`one\ntwo`")).not.toContain("<br>");
    expect(render("```\none\ntwo\n```")).not.toContain("<br>");
  });

  test("tables, also broken ones, keep what they say", () => {
    expect(render("| a | b |\n| - | -: |\n| 1 | 2 |")).toContain('<td align="right">2</td>');
    expect(render("| a | b |\n| - |\n| 1 | 2 |")).toContain("| a | b |");
    const uneven = render("| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | lost |");
    expect(uneven).not.toContain("lost");
    expect(uneven.match(/<td>/g)).toHaveLength(4);
    expect(render("<table><tr><td>open")).toBe(
      "<table><tbody><tr><td>open</td></tr></tbody></table>",
    );
    expect(render("<td>alone</td>")).toBe("alone");
  });

  test("what else GitHub renders", () => {
    expect(render("- [x] done")).toContain('<input type="checkbox" checked disabled>');
    expect(render("~~gone~~ www.example.com")).toBe(
      '<p><del>gone</del> <a href="http://www.example.com" rel="nofollow noopener noreferrer">www.example.com</a></p>',
    );
    expect(render("<!-- kazi:status -->\n\nwords").trim()).toBe("<p>words</p>");
    expect(render("```mermaid\ngraph LR\n```")).toBe(
      '<pre><code class="language-mermaid">graph LR\n</code></pre>',
    );
  });

  test.each([
    ["quotes", ">"],
    ["lists", "- "],
    ["numbered lists", "1. "],
    ["elements", "<b>"],
  ])("%s that are nested too deep are shown as they are", (_name, opening) => {
    const markup = render(`${opening.repeat(20_000)}<script>alert(1)</script>`);
    expect(markup.slice(0, 5)).toBe("<pre>");
    expect(harmIn(markup)).toEqual([]);
    expect(markup).toContain("alert(1)");
  });
});

describe("harmIn()", () => {
  test.each([
    "<script>x</script>",
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<a href=" javascript:x">',
    "<img>",
    "<p title=>",
    '<p style="x">',
  ])("sees %s", (markup) => {
    expect(harmIn(markup)).not.toEqual([]);
  });
});
