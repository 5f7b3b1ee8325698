import { expect, test } from "vitest";
import type { Attempt } from "../../src/model/run.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { movedBaselines } from "../../src/reconcile/moved-baselines.ts";
import { givenAttempt } from "../fakes/given.ts";

const better = { key: "lines", check: "c", value: 9 };
const passing: PredicateResult = {
  id: "lines",
  status: "pass",
  permanent: false,
  evidence: { message: "9", findings: [], durationMs: 1 },
  baselines: [better],
};

test.each<readonly [string, PredicateResult, Attempt | undefined, readonly unknown[] | undefined]>([
  ["a first look seeds", passing, undefined, [better]],
  ["a kept pass moves", passing, givenAttempt(), [better]],
  ["a fail moves nothing", { ...passing, status: "fail" }, givenAttempt(), undefined],
  ["a discarded candidate moves nothing", passing, givenAttempt({ fate: "discarded" }), undefined],
  ["a void candidate moves nothing", passing, givenAttempt({ fate: "void" }), undefined],
  [
    "nobody remembers for another",
    { ...passing, baselines: [{ ...better, key: "other" }] },
    undefined,
    undefined,
  ],
  [
    "nor for a part of one whose id is like its own part",
    { ...passing, baselines: [{ ...better, key: "lines:patch" }] },
    undefined,
    undefined,
  ],
  [
    "a part of its own",
    { ...passing, baselines: [{ ...better, key: "lines\tpatch" }] },
    undefined,
    [{ ...better, key: "lines\tpatch" }],
  ],
])("movedBaselines(): %s", (_name, result, attempt, expected) => {
  expect(movedBaselines([result], attempt).baselines).toEqual(expected);
});
