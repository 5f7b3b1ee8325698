import type { Goal } from "../model/goal.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { RunState } from "../model/run.ts";

const TITLE_MAX = 100;

/** Title and first words of the pull request of a work branch; all that changes stands in the comment. */
export function renderProposal(
  goal: Goal,
  { approval }: RunState,
): { readonly title: string; readonly body: string } {
  const title = toOneLine(`kazi: ${goal.name ?? goal.id}`, TITLE_MAX);
  const path = `\`${toOneLine(approval.goalPath, 300).replaceAll("`", "'")}\``;
  const body = [
    `kazi works here on the goal of ${path}.`,
    "",
    "It is done when every predicate of that file passes on the head of this branch, observed on a fresh checkout. Until then this stays a draft. The comment below shows where it stands.",
    "",
  ];
  return { title, body: body.join("\n") };
}
