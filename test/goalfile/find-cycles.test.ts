import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findCycles } from "../../src/goalfile/find-cycles.ts";

test.each([
  [{}, []],
  [{ a: ["b"], b: ["c"], c: [] }, []],
  [{ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
  [{ a: ["elsewhere"] }, []],
  [{ a: ["a"] }, ["a a"]],
  [{ a: ["b"], b: ["c"], c: ["b"] }, ["b c b"]],
  [{ a: ["b"], b: ["a"], c: ["d"], d: ["c"] }, ["a b a", "c d c"]],
])("findCycles() of %j", (edges, cycles) => {
  expect(findCycles(new Map(Object.entries(edges))).map((it) => it.join(" "))).toEqual(cycles);
});

test("findCycles() goes a long way without running out of stack", () => {
  const edges = new Map(
    Array.from({ length: 20_000 }, (_, index) => [`${index}`, [`${index + 1}`]]),
  );
  expect(findCycles(edges)).toEqual([]);
});

test("findCycles() finds one exactly where there is one", () => {
  const node = fc.nat(7).map(String);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 14 }), (pairs) => {
      const edges = new Map<string, readonly string[]>();
      for (const [from, to] of pairs) edges.set(from, [...(edges.get(from) ?? []), to]);
      const cycles = findCycles(edges);
      for (const cycle of cycles) {
        expect(cycle.at(0)).toBe(cycle.at(-1));
        cycle.slice(1).forEach((to, index) => {
          expect(edges.get(cycle[index] ?? "")).toContain(to);
        });
      }
      expect(cycles.length > 0).toBe(hasCycle(pairs));
    }),
  );
});

/** Takes away what needs nothing any more until nothing changes. */
function hasCycle(pairs: readonly (readonly [string, string])[]): boolean {
  const left = pairs.filter(([, to]) => pairs.some(([from]) => from === to));
  return left.length === pairs.length ? left.length > 0 : hasCycle(left);
}
