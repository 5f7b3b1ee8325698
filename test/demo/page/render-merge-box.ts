import { checkLook, checkWords } from "./check-look.ts";
import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";
import type { CheckView, PageView, Tone } from "./page-view.ts";

/** What stands between the pull request and its base branch, in GitHub's words. */
export function renderMergeBox(view: PageView): Html {
  const isDone = view.state === "merged" || view.state === "closed";
  const rows = isDone ? [renderEnd(view)] : [...renderConditions(view)];
  return html`<div class="merge-box ${toneOfBox(view)}">
    ${icon(view.state === "merged" ? "merge" : "branch")}
    <div class="bubble">
      ${view.checks.length === 0 ? undefined : renderChecks(view.checks)} ${rows}
    </div>
  </div>`;
}

function toneOfBox({ state, merge, checks }: PageView): Tone {
  if (state === "merged") return "merged";
  if (state === "closed" || merge.state === "dirty") return "bad";
  if (state === "draft") return "quiet";
  if (checks.some((check) => checkLook(check.state).tone === "bad")) return "bad";
  if (checks.some((check) => checkLook(check.state).tone === "busy")) return "busy";
  return merge.state === "clean" ? "good" : "quiet";
}

function renderChecks(checks: readonly CheckView[]): Html {
  const heading = headingOf(checks);
  return html`<div class="row">
      ${icon(heading.icon, heading.tone)}
      <div>
        <h3>${heading.words}</h3>
        <p class="muted">${countWords(checks)}</p>
      </div>
    </div>
    <ul class="checks">
      ${checks.map(renderCheck)}
    </ul>`;
}

interface Heading {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly words: string;
}

function headingOf(checks: readonly CheckView[]): Heading {
  const tones = new Set(checks.map((check) => checkLook(check.state).tone));
  if (tones.has("bad") || tones.has("wait")) {
    return { icon: "cross", tone: "bad", words: "Some checks were not successful" };
  }
  if (tones.has("busy")) {
    return { icon: "spinner", tone: "busy", words: "Some checks haven't completed yet" };
  }
  return { icon: "check", tone: "good", words: "All checks have passed" };
}

/** "1 failing, 2 successful checks". */
function countWords(checks: readonly CheckView[]): string {
  const counts = new Map<string, number>();
  for (const { state } of checks) {
    const { counted } = checkLook(state);
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const parts = [...counts].map(([counted, count]) => `${count} ${counted}`);
  return `${parts.join(", ")} ${checks.length === 1 ? "check" : "checks"}`;
}

function renderCheck(check: CheckView): Html {
  const look = checkLook(check.state);
  const title = check.title === undefined ? "" : ` — ${check.title}`;
  const required = check.isRequired ? html` <span class="badge">Required</span>` : undefined;
  return html`<li>
    ${icon(look.icon, look.tone)}
    <p>
      <a class="check-name" href="#${check.id}">${check.name}</a>
      <span class="muted">${checkWords(check)}${title}</span>
    </p>
    ${required}
  </li>`;
}

function renderEnd({ state }: PageView): Html {
  return state === "merged"
    ? renderRow("merge", "merged", "Pull request successfully merged and closed")
    : renderRow("cross", "bad", "Closed with unmerged commits");
}

function renderConditions(view: PageView): readonly (Html | undefined)[] {
  const { merge } = view;
  const blockers =
    merge.blockers.length === 0
      ? undefined
      : renderRow("attention", "wait", "Merging is blocked", merge.blockers.join(" "));
  const draft =
    view.state === "draft"
      ? renderRow(
          "branch",
          "quiet",
          "This pull request is still a work in progress",
          "Draft pull requests cannot be merged.",
        )
      : undefined;
  const auto =
    merge.autoMergeBy === undefined
      ? undefined
      : renderRow(
          "merge",
          "merged",
          "Auto-merge is on",
          `${merge.autoMergeBy.login} switched it on: this merges by itself when all requirements are met.`,
        );
  return [blockers, renderConflicts(view), draft, auto];
}

function renderConflicts({ merge }: PageView): Html {
  if (merge.state === "dirty") {
    return renderRow("cross", "bad", "This branch has conflicts that must be resolved");
  }
  if (merge.state === "unknown") {
    return renderRow("spinner", "busy", "Checking for the ability to merge automatically");
  }
  return renderRow("check", "good", "No conflicts with base branch");
}

function renderRow(name: IconName, tone: Tone, heading: string, words?: string): Html {
  const more = words === undefined ? undefined : html`<p class="muted">${words}</p>`;
  return html`<div class="row">
    ${icon(name, tone)}
    <div>
      <h3>${heading}</h3>
      ${more}
    </div>
  </div>`;
}
