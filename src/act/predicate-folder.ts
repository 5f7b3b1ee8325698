import type { Goal, Predicate } from "../model/goal.ts";

/** The folder of the repository that a predicate's program runs in; empty for the root. */
export function predicateFolder({ scope }: Goal, { cwd = "" }: Predicate): string {
  return [scope.workspace, cwd].filter((part) => part !== "").join("/");
}
