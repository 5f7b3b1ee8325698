const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long to wait before the next look, after `looks` that changed nothing. */
export function backoffMs(looks: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(looks, 16)));
}
