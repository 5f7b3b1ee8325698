import { expect, test, vi } from "vitest";
import { createSystemClock } from "../../src/adapters/clock-system.ts";

const MONTH_MS = 30 * 24 * 3600 * 1000;

test("createSystemClock(): now() moves with the machine", () => {
  const before = Date.now();
  const now = createSystemClock().now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test.each([
  ["nothing", 0, new AbortController().signal],
  ["less than nothing", -5, new AbortController().signal],
  ["little", 1, new AbortController().signal],
  ["for ever, aborted before", MONTH_MS, AbortSignal.abort()],
])("createSystemClock(): sleep() resolves: %s", async (_case, ms, signal) => {
  await expect(createSystemClock().sleep(ms, signal)).resolves.toBeUndefined();
});

test("createSystemClock(): sleep() ends when it is aborted, and not before", async () => {
  const controller = new AbortController();
  const ended = vi.fn<() => void>();
  const sleeping = createSystemClock().sleep(MONTH_MS, controller.signal).then(ended);
  await createSystemClock().sleep(5, new AbortController().signal);
  expect(ended).not.toHaveBeenCalled();
  controller.abort();
  await expect(sleeping).resolves.toBeUndefined();
});
