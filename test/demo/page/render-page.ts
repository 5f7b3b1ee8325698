import {
  contentSecurityPolicy,
  type PageOptions,
  SCRIPT_ELEMENT,
  STYLE_ELEMENT,
} from "./content-security-policy.ts";
import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";
import type { PageView } from "./page-view.ts";
import { renderChecks } from "./render-checks.ts";
import { renderCommits } from "./render-commits.ts";
import { renderConversation } from "./render-conversation.ts";
import { renderPerson } from "./render-person.ts";

/** A whole document that needs nothing else. */
export function renderPage(view: PageView, options: PageOptions): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(options)}" />
        <title>${view.title} · Pull Request #${view.number} · ${view.repository}</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
        ${options.isLive ? html`<noscript><meta http-equiv="refresh" content="2" /></noscript>` : undefined}
      </head>
      <body>
        <main>${renderBody(view, options)}</main>
        ${options.isLive ? SCRIPT_ELEMENT : undefined}
      </body>
    </html> `;
  return page.markup;
}

function renderBody(view: PageView, { isLive }: PageOptions): Html {
  const live = html`<span class="live" role="status">Live</span>`;
  return html`<p class="repository"><span>${view.repository}</span>${isLive ? live : undefined}</p>
    ${renderHeader(view)}
    <nav aria-label="Sections">
      ${renderTab("conversation", "Conversation", 1 + countComments(view))}
      ${renderTab("commits", "Commits", view.commits.length)}
      ${renderTab("checks", "Checks", view.checks.length)}
    </nav>
    ${renderConversation(view)} ${renderCommits(view.commits)} ${renderChecks(view.checks)}
    <footer class="muted">A local stand-in for GitHub. Times are UTC.</footer>`;
}

function countComments(view: PageView): number {
  return view.timeline.filter((item) => item.kind === "comment").length;
}

function renderTab(id: string, name: string, count: number): Html {
  return html`<a href="#${id}">${name} <span class="count">${count}</span></a>`;
}

function renderHeader(view: PageView): Html {
  const state = STATES[view.state];
  const isMerged = view.state === "merged";
  const verb = isMerged ? "merged" : "wants to merge";
  const who = isMerged ? (view.mergedBy ?? view.author) : view.author;
  const count = `${view.commits.length} ${view.commits.length === 1 ? "commit" : "commits"}`;
  const labels = view.labels.map((label) => html` <span class="badge">${label}</span>`);
  return html`<header class="top">
    <h1>${view.title} <span class="muted">#${view.number}</span></h1>
    <p class="summary">
      <span class="pill ${view.state}">${icon(state.icon)}${state.words}</span>
      <span
        >${renderPerson(who)} ${verb} ${count} into <code>${view.baseBranch}</code> from
        <code>${view.headBranch}</code>${labels}</span
      >
    </p>
  </header>`;
}

const STATES: Readonly<
  Record<PageView["state"], { readonly icon: IconName; readonly words: string }>
> = {
  open: { icon: "branch", words: "Open" },
  draft: { icon: "branch", words: "Draft" },
  merged: { icon: "merge", words: "Merged" },
  closed: { icon: "cross", words: "Closed" },
};
