import { expect, test } from "vitest";
import { createSeenDeliveries } from "../../app/seen-deliveries.ts";
import { createWorkQueue, type WorkQueue } from "../../app/work-queue.ts";

function open(errors: unknown[] = [], waitingMax = 100): WorkQueue {
  return createWorkQueue({
    keysAtOnce: 2,
    waitingMax,
    onError: (error) => void errors.push(error),
  });
}

test("one key is worked on in order, several at the same time", async () => {
  const queue = open();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  queue.add("a", async () => {
    await gate.promise;
    done.push("a1");
  });
  queue.add("a", async () => void done.push(await Promise.resolve("a2")));
  queue.add("b", async () => {
    done.push(await Promise.resolve("b1"));
    gate.resolve();
  });
  await queue.idle();
  expect(done).toEqual(["b1", "a1", "a2"]);
});

test("work that fails is told, and what is behind it goes on", async () => {
  const errors: unknown[] = [];
  const queue = open(errors);
  const done: string[] = [];
  queue.add("a", async () => await Promise.reject(new Error("broken")));
  queue.add("a", async () => void done.push(await Promise.resolve("next")));
  await queue.idle();
  expect(done).toEqual(["next"]);
  expect(errors).toMatchObject([{ message: "broken" }]);
});

test("beyond its room it takes nothing on, and has room again afterwards", async () => {
  const queue = open([], 1);
  const gate = Promise.withResolvers<void>();
  expect(queue.add("a", async () => await gate.promise)).toBe(true);
  expect(queue.add("b", async () => await Promise.resolve())).toBe(false);
  gate.resolve();
  await queue.idle();
  expect(queue.add("b", async () => await Promise.resolve())).toBe(true);
  await queue.idle();
});

test("a delivery is new once, and the oldest are forgotten", () => {
  const seen = createSeenDeliveries(2);
  expect(["a", "a", "b", "c", "b", "a"].map((id) => seen.add(id))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});
