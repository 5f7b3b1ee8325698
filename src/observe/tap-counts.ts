import type { LineCounter } from "./placed-line.ts";

const PLAN = /^1\.\.(\d{1,9})(?:\s*#.*)?$/;
const VERSION = /^TAP version \d/;
const POINT = /^(not ok|ok)\b(?:.*?(#\s*(?:SKIP|TODO|skip|todo)\b))?/;
const BAILED_OUT = /^Bail out!/;

/**
 * Reads the Test Anything Protocol by its plan; what was planned and never came has failed. So has a plan
 * that never came, where nothing else can be meant.
 */
export function createTapCounter(): LineCounter {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let planned = 0;
  let plans = 0;
  let versions = 0;
  let last = 0;
  return {
    see: ({ text, at }) => {
      const [, plan] = PLAN.exec(text) ?? [];
      const [point, verdict, excuse] = POINT.exec(text) ?? [];
      if (plan !== undefined) {
        plans += 1;
        planned += Number(plan);
      } else if (point !== undefined) counts[endingOf(verdict, excuse)] += 1;
      else if (BAILED_OUT.test(text)) counts.failed += 1;
      else if (VERSION.test(text)) versions += 1;
      else return;
      last = at;
    },
    reading: () => {
      const plansWanted = Math.max(versions, counts.failed > 0 ? 1 : 0);
      if (plans === 0 && plansWanted === 0) return undefined;
      const points = counts.passed + counts.failed + counts.skipped;
      const missing = Math.max(0, planned - points) + Math.max(0, plansWanted - plans);
      return {
        counts: { ...counts, failed: counts.failed + missing, total: points + missing },
        at: last,
      };
    },
  };
}

function endingOf(
  verdict: string | undefined,
  excuse: string | undefined,
): "passed" | "failed" | "skipped" {
  if (excuse !== undefined) return "skipped";
  return verdict === "ok" ? "passed" : "failed";
}
