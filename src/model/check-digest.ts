import type { Check } from "./check.ts";

/** Tells whether two checks are the same one; an accident, not an attacker, is what it has to survive. */
export function checkDigest(check: Check | object): string {
  const text = JSON.stringify(check);
  return `${fnv1a(text, 0x81_1c_9d_c5)}${fnv1a(text, 0x0c_0f_fe_e5)}`;
}

/** FNV-1a, 32 bits. */
function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
