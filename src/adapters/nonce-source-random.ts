import { randomBytes } from "node:crypto";
import type { NonceSource } from "../ports/nonce-source.ts";

const NONCE_BYTES = 16;

/** Nonces from the system's random source. */
export function createRandomNonceSource(): NonceSource {
  return { next: () => randomBytes(NONCE_BYTES).toString("hex") };
}
