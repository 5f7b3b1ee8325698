import { html, type Html } from "./html.ts";
import { icon } from "./icon.ts";
import type { CommitView } from "./page-view.ts";
import { renderTime } from "./render-time.ts";

export function renderCommits(commits: readonly CommitView[]): Html {
  return html`<section id="commits" aria-labelledby="commits-title">
    <h2 id="commits-title">Commits</h2>
    ${commits.length === 0 ? html`<p class="muted">No commits.</p>` : renderList(commits)}
  </section>`;
}

function renderList(commits: readonly CommitView[]): Html {
  const items = commits.map(
    (commit) =>
      html`<li>
        ${icon("commit", "quiet")}
        <div>
          <p class="commit-title">${commit.title}</p>
          <p class="muted">${commit.authorName} committed ${renderTime(commit.atMs)}</p>
        </div>
        <code>${commit.sha.slice(0, 7)}</code>
      </li>`,
  );
  return html`<ul class="commits">
    ${items}
  </ul>`;
}
