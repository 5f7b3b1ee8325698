import type { JobResult } from "./run-execution.ts";

/** What the legs of a matrix, or the jobs of a called workflow, amount to. */
export function mergeResults(results: readonly JobResult[]): JobResult {
  const all = new Set(results.map(({ result }) => result));
  const order = ["failure", "cancelled", "success"] as const;
  return {
    result: order.find((result) => all.has(result)) ?? "skipped",
    outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)),
    isFresh: results.some(({ isFresh }) => isFresh),
  };
}
