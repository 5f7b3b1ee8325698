import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";
import type { PageView, TimelineItem, Tone } from "./page-view.ts";
import { renderMergeBox } from "./render-merge-box.ts";
import { renderPerson } from "./render-person.ts";
import { renderRemark } from "./render-remark.ts";
import { renderTime } from "./render-time.ts";

export function renderConversation(view: PageView): Html {
  return html`<section id="conversation" aria-labelledby="conversation-title">
    <h2 id="conversation-title">Conversation</h2>
    <div class="timeline">
      ${renderRemark(view.description, "opened this")} ${view.timeline.map(renderItem)}
    </div>
    ${renderMergeBox(view)}
  </section>`;
}

function renderItem(item: TimelineItem): Html {
  switch (item.kind) {
    case "comment":
      return renderRemark(item.remark, "commented");
    case "commit":
      return html`<p class="event">
        ${icon("commit", "quiet")}
        <span>${item.commit.title} <span class="muted">by ${item.commit.authorName}</span></span>
        <code>${item.commit.sha.slice(0, 7)}</code>
      </p>`;
    case "event":
      return html`<p class="event">
          ${icon(EVENT_ICONS[item.tone], item.tone)}
          <span
            >${renderPerson(item.who)} ${item.words}
            <span class="muted">${renderTime(item.atMs)}</span></span
          >
        </p>
        ${item.remark === undefined ? undefined : renderRemark(item.remark, "left a comment")}`;
  }
}

const EVENT_ICONS: Readonly<Record<Tone, IconName>> = {
  good: "check",
  bad: "cross",
  merged: "merge",
  busy: "dot",
  wait: "attention",
  quiet: "eye",
};
