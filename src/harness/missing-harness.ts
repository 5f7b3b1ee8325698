import { toOneLine } from "../model/plain-text.ts";
import { knownHarnesses } from "./find-profile.ts";
import type { HarnessProfile } from "./profile.ts";

const NAME_MAX = 80;
const REASON_MAX = 120;

/** What to say when the id is nobody's. */
export function unknownHarness(id: string): string {
  const known = knownHarnesses().join(", ");
  return `harness: expected one of ${known}; found "${toOneLine(id, NAME_MAX)}".`;
}

/** What to say when a profile has no executable and none was named. */
export function namelessHarness(profile: HarnessProfile): string {
  return `harness ${profile.id}: expected an executable, found none; ${profile.install}.`;
}

/** What to say when the executable could not be started. */
export function missingHarness(
  profile: HarnessProfile,
  found: { readonly command: string; readonly reason: string },
): string {
  const command = toOneLine(found.command, NAME_MAX);
  const reason = toOneLine(found.reason, REASON_MAX);
  const advice =
    profile.command === undefined
      ? profile.install
      : `install it (${profile.install}) or set [harness] command`;
  return `harness ${profile.id}: expected to start "${command}", found: ${reason}; ${advice}.`;
}
