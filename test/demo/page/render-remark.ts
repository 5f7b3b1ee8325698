import { html, type Html } from "./html.ts";
import type { Remark } from "./page-view.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderAvatar, renderPerson } from "./render-person.ts";
import { renderTime } from "./render-time.ts";

/** A description, a comment or the words of a review in their frame. */
export function renderRemark(remark: Remark, verb: string): Html {
  const edited = remark.isEdited ? html` <span class="muted">· edited</span>` : undefined;
  return html`<article class="remark" id="${remark.id}">
    ${renderAvatar(remark.author)}
    <div class="bubble">
      <header>
        ${renderPerson(remark.author)}
        <span class="muted">${verb} ${renderTime(remark.atMs)}</span>${edited}
      </header>
      <div class="markdown">${renderWords(remark)}</div>
      ${renderReactions(remark)}
    </div>
  </article>`;
}

function renderWords({ id, markdown }: Remark): Html {
  if (markdown.trim() === "") return html`<p class="muted"><em>No description provided.</em></p>`;
  return renderMarkdown(markdown, { id, breaksLines: true });
}

function renderReactions({ reactions }: Remark): Html | undefined {
  if (reactions.length === 0) return undefined;
  const items = reactions.map(
    ({ sign, logins }) =>
      html`<li title="${logins.join(", ")}">${sign} <span>${logins.length}</span></li>`,
  );
  return html`<ul class="reactions" aria-label="Reactions">
    ${items}
  </ul>`;
}
