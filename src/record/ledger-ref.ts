import { sha256 } from "@noble/hashes/sha2.js";
import type { LedgerNamespace } from "../ports/ref-store.ts";

/** Whatever says where its refs stand. */
export interface LedgerSpace {
  readonly namespace: LedgerNamespace;
}

const SLUG_CHARACTERS_MAX = 40;
const HASH_BYTES = 4;

/** Below this stand the goals whose newest generation is not folded away yet, one ref each. */
export function livePrefix({ namespace }: LedgerSpace): string {
  return `${namespace}live/`;
}

/** The chain of all ended generations. */
export function archiveRef({ namespace }: LedgerSpace): string {
  return `${namespace}archive`;
}

/** Whose turn it is to change what all goals share. */
export function turnRef({ namespace }: LedgerSpace): string {
  return `${namespace}turn`;
}

/** The one ref of a goal. */
export function liveRef(space: LedgerSpace, goalId: string): string {
  return `${livePrefix(space)}${ledgerKey(goalId)}`;
}

/** One segment of a ref's name: readable, and legal for git whatever the id holds. */
export function ledgerKey(goalId: string): string {
  return `${ledgerSlug(goalId)}-${hashOf(goalId)}`;
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
