import { expect, test } from "vitest";
import { ConcurrencyGroups } from "./concurrency-groups.ts";
import type { Claim } from "./concurrency-groups.ts";

function story(own: Partial<Claim> = {}) {
  const groups = new ConcurrencyGroups();
  const events: string[] = [];
  const claims = new Map<string, Claim>();
  const enter = (name: string, group = "g"): void => {
    const claim: Claim = {
      group,
      cancelsInProgress: false,
      queue: "single",
      start: () => events.push(`${name} starts`),
      cancel: () => events.push(`${name} is cancelled`),
      ...own,
    };
    claims.set(name, claim);
    groups.enter(claim);
  };
  const leave = (name: string): void => {
    const claim = claims.get(name);
    if (claim !== undefined) groups.leave(claim);
  };
  return { events, enter, leave };
}

test("a group runs one and keeps only the newest waiting", () => {
  const { events, enter, leave } = story();
  enter("a");
  enter("b");
  enter("c");
  leave("a");
  expect(events).toEqual(["a starts", "b is cancelled", "c starts"]);
});

test("cancel-in-progress cancels what runs, and starts when that has ended", () => {
  const { events, enter, leave } = story({ cancelsInProgress: true });
  enter("a");
  enter("b");
  expect(events).toEqual(["a starts", "a is cancelled"]);
  leave("a");
  expect(events).toEqual(["a starts", "a is cancelled", "b starts"]);
});

test("queue: max keeps a hundred waiting, in their order", () => {
  const { events, enter, leave } = story({ queue: "max" });
  const names = Array.from({ length: 102 }, (_, index) => `run ${index}`);
  for (const name of names) enter(name);
  expect(events).toEqual(["run 0 starts", "run 101 is cancelled"]);
  leave("run 0");
  expect(events.at(-1)).toBe("run 1 starts");
});

test("names of groups do not differ by case, other groups do not wait", () => {
  const { events, enter } = story();
  enter("a", "Deploy");
  enter("b", "deploy");
  enter("c", "other");
  expect(events).toEqual(["a starts", "c starts"]);
});

test("one that gives up while it waits is not started", () => {
  const { events, enter, leave } = story();
  enter("a");
  enter("b");
  leave("b");
  leave("a");
  expect(events).toEqual(["a starts"]);
});
