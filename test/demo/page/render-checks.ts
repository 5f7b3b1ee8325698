import { checkLook, checkWords } from "./check-look.ts";
import { html, type Html } from "./html.ts";
import { icon } from "./icon.ts";
import type { AnnotationView, CheckView } from "./page-view.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** Each check with all that it reported. */
export function renderChecks(checks: readonly CheckView[]): Html {
  const content =
    checks.length === 0 ? html`<p class="muted">No checks.</p>` : checks.map(renderCheck);
  return html`<section id="checks" aria-labelledby="checks-title">
    <h2 id="checks-title">Checks</h2>
    ${content}
  </section>`;
}

function renderCheck(check: CheckView): Html {
  const look = checkLook(check.state);
  const by = check.reporter === undefined ? "" : ` · ${check.reporter}`;
  const output = renderOutput(check);
  const title = output === undefined && check.title !== undefined ? ` — ${check.title}` : "";
  return html`<article class="check" id="${check.id}">
    <header>
      ${icon(look.icon, look.tone)}
      <h3>${check.name}</h3>
      <span class="muted">${checkWords(check)}${title}${by}</span>
    </header>
    ${output}
  </article>`;
}

/** Nothing for a check that says no more than its line does. */
function renderOutput(check: CheckView): Html | undefined {
  const { title, summary, text, annotations } = check;
  if (summary === undefined && text === undefined && annotations.length === 0) return undefined;
  return html`<div class="output">
    ${title === undefined ? undefined : html`<p class="output-title">${title}</p>`}
    ${renderWords(summary, `${check.id}-summary`)} ${renderWords(text, `${check.id}-text`)}
    ${annotations.length === 0 ? undefined : renderAnnotations(annotations)}
  </div>`;
}

function renderWords(words: string | undefined, id: string): Html | undefined {
  if (words === undefined || words === "") return undefined;
  return html`<div class="markdown">${renderMarkdown(words, { id, breaksLines: false })}</div>`;
}

function renderAnnotations(annotations: readonly AnnotationView[]): Html {
  const noun = annotations.length === 1 ? "annotation" : "annotations";
  return html`<h4>${annotations.length} ${noun}</h4>
    <ul class="annotations">
      ${annotations.map(renderAnnotation)}
    </ul>`;
}

const LEVELS = {
  failure: { tone: "bad", words: "Error" },
  warning: { tone: "wait", words: "Warning" },
  notice: { tone: "quiet", words: "Notice" },
} as const;

function renderAnnotation(annotation: AnnotationView): Html {
  const { tone, words } = LEVELS[annotation.level];
  const { title, rawDetails } = annotation;
  return html`<li class="annotation ${tone}">
    <p><b>${words}</b> in <code>${annotation.place}</code></p>
    ${title === undefined ? undefined : html`<p><b>${title}</b></p>`}
    <pre>${annotation.message}</pre>
    ${
      rawDetails === undefined
        ? undefined
        : html`<details>
            <summary>Raw output</summary>
            <pre>${rawDetails}</pre>
          </details>`
    }
  </li>`;
}
