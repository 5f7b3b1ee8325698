import type { CountsReading, PlacedLine } from "./placed-line.ts";

const PLAN = /^1\.\.(\d{1,9})(?:\s*#.*)?$/;
const POINT = /^(not ok|ok)\b(?:.*?(#\s*(?:SKIP|TODO|skip|todo)\b))?/;

/** Reads the Test Anything Protocol by its plan; what was planned and never came has failed. */
export function readTapCounts(lines: readonly PlacedLine[]): CountsReading | undefined {
  const plans = lines.flatMap(({ text, at }) => {
    const [, planned] = PLAN.exec(text) ?? [];
    return planned === undefined ? [] : [{ planned: Number(planned), at }];
  });
  if (plans.length === 0) return undefined;
  const points = lines.flatMap(({ text, at }) => {
    const match = POINT.exec(text);
    return match === null
      ? []
      : [{ isOk: match[1] === "ok", isExcused: match[2] !== undefined, at }];
  });
  const planned = plans.reduce((sum, plan) => sum + plan.planned, 0);
  const missing = Math.max(0, planned - points.length);
  const skipped = points.filter(({ isExcused }) => isExcused).length;
  const passed = points.filter(({ isOk, isExcused }) => isOk && !isExcused).length;
  const failed = points.length - skipped - passed + missing;
  const at = Math.max(...[...points.slice(-1), ...plans.slice(-1)].map((line) => line.at));
  return { counts: { passed, failed, skipped, total: points.length + missing }, at };
}
