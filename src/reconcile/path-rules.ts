import { besideGraderMatcher } from "../act/beside-graders.ts";
import { runnerSettingMatcher } from "../act/grader-paths.ts";
import type { PathRules } from "../act/judge-paths.ts";
import { judgedFiles } from "../act/judged-files.ts";
import type { ClaimTicket } from "../model/handover.ts";
import type { Assignment, Host } from "./host.ts";
import { readGraderTexts } from "./read-grader-texts.ts";

/** What candidate paths are held against; the land job asks the same for itself. */
export async function pathRules(
  host: Host,
  { goal, goalFile }: Assignment,
  ticket: ClaimTicket,
): Promise<PathRules> {
  const paths = (await host.repository.files(ticket.graders)).map((file) => file.path);
  const approved = { commit: ticket.graders, paths };
  const texts = await readGraderTexts(host.repository, approved, goal);
  const existing = await host.repository.files(ticket.head);
  return {
    scope: goal.scope,
    // The goal-file itself, wherever it lies: its approved bytes are what counts.
    graders: new Set([
      ...paths,
      ...judgedFiles(goal),
      ...(goalFile === undefined ? [] : [goalFile]),
    ]),
    existing: new Set(existing.map((file) => file.path)),
    isRunnerSetting: runnerSettingMatcher(goal),
    isBesideGrader: besideGraderMatcher({ paths, texts }, goal),
  };
}
