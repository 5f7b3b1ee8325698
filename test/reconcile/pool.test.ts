import { expect, test } from "vitest";
import { createPool } from "../../src/reconcile/pool.ts";

test("createPool() lends each slot to one piece of work at a time, in the order of asking", async () => {
  const pool = createPool(["a", "b"]);
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<undefined>());
  const started: string[] = [];
  const works = gates.map(async (gate, index) => {
    await pool.use(async (slot) => {
      started.push(`${index} in ${slot}`);
      await gate.promise;
    });
  });
  await Promise.resolve();
  expect(started).toEqual(["0 in a", "1 in b"]);
  gates[1]?.resolve(undefined);
  await works[1];
  expect(started).toEqual(["0 in a", "1 in b", "2 in b"]);
  for (const gate of gates) gate.resolve(undefined);
  await Promise.all(works);
  expect(started.at(-1)).toMatch(/^3 in /);
});

test("createPool() takes the slot back from work that throws", async () => {
  const pool = createPool(["only"]);
  await expect(pool.use(async () => await Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  );
  expect(await pool.use(async (slot) => await Promise.resolve(slot))).toBe("only");
});
