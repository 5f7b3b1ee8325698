import { cutLines } from "./cut-lines.ts";
import type { PullView } from "./goal-view.ts";
import { renderGoal } from "./render-goal.ts";
import { formatShownDigest, type ShownDigest } from "./shown-digest.ts";

/** The first line of the one comment that is edited in place. */
export const STATUS_MARKER = "<!-- kazi:status -->";
/** GitHub takes 65,535. */
const CHARACTERS_MAX = 60_000;

/** The comment of a pull request. It holds no time, so that it only changes when something did. */
export function renderComment(view: PullView, shown: readonly ShownDigest[]): string {
  const head = [STATUS_MARKER, ...shown.map(formatShownDigest), ""];
  const goals =
    view.goals.length === 0
      ? ["No goal applies to this pull request any more.", ""]
      : view.goals.flatMap(renderGoal);
  const closed = view.isOpen ? [] : ["This pull request is closed: kazi starts nothing here.", ""];
  const foot = ["<sub>`/kazi help` lists the commands.</sub>"];
  return cutLines([...head, ...closed, ...goals, ...foot], CHARACTERS_MAX);
}
