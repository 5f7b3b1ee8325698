import { sha256 } from "@noble/hashes/sha2.js";

/** Below this stand the goals whose newest generation is not folded away yet, one ref each. */
export const LIVE_PREFIX = "refs/kazi/local/live/";
/** The chain of all ended generations. */
export const ARCHIVE_REF = "refs/kazi/local/archive";
/** Whose turn it is to change what all goals share. */
export const TURN_REF = "refs/kazi/local/turn";

const SLUG_CHARACTERS_MAX = 40;
const HASH_BYTES = 4;

/** The one ref of a goal: readable, and legal for git whatever the id holds. */
export function liveRef(goalId: string): string {
  return `${LIVE_PREFIX}${ledgerSlug(goalId)}-${hashOf(goalId)}`;
}

/** The readable part of a ref's name: never empty, but two ids may share it. */
export function ledgerSlug(goalId: string): string {
  const words = goalId.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const slug = words.replace(/^-/, "").slice(0, SLUG_CHARACTERS_MAX).replace(/-$/, "");
  return slug === "" ? "goal" : slug;
}

function hashOf(goalId: string): string {
  const digest = sha256(new TextEncoder().encode(goalId)).slice(0, HASH_BYTES);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
