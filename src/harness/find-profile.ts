import type { HarnessProfile } from "./profile.ts";
import { PROFILES } from "./profiles.ts";

export function findProfile(id: string): HarnessProfile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

/** The ids that a goal-file may name. */
export function knownHarnesses(): readonly string[] {
  return PROFILES.map((profile) => profile.id);
}
