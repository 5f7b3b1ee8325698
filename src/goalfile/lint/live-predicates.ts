import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { quoted } from "./quoted.ts";

/** Metrics that ask nobody, and live predicates that believe a single answer. */
export function livePredicates({ predicates, placeOf }: LintContext): readonly Problem[] {
  return predicates.flatMap((predicate): readonly Problem[] => {
    const { check } = predicate;
    if (check.provider === "metrics" && check.queryUrl === undefined) {
      if (predicate.optional === true) return [];
      return [
        {
          severity: "warning",
          code: "no-endpoint",
          message: `${quoted(predicate)} has no "query_url": it stays unknown, and the goal ends with that cause`,
          suggestion: "Name the Prometheus server, or set optional = true.",
          path: placeOf(predicate, "provider"),
          at: "value",
        },
      ];
    }
    const isSingle =
      (check.provider === "http_probe" || check.provider === "browser") && check.samples === 1;
    if (!isSingle) return [];
    return [
      {
        severity: "warning",
        code: "one-sample",
        message: `${quoted(predicate)} is content with one good answer, which can be luck`,
        suggestion: 'Leave "samples" out: three in a row are wanted then.',
        path: placeOf(predicate, "samples"),
        at: "value",
      },
    ];
  });
}
