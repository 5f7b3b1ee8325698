import { expect, test } from "vitest";
import { createRandomNonceSource } from "../../src/adapters/nonce-source-random.ts";

test("createRandomNonceSource(): next() is 32 hex digits and never the same", () => {
  const source = createRandomNonceSource();
  const nonces = Array.from({ length: 100 }, () => source.next());
  expect(nonces.filter((nonce) => !/^[0-9a-f]{32}$/.test(nonce))).toEqual([]);
  expect(new Set(nonces).size).toBe(100);
});
