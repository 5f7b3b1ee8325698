import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatShownDigest, parseShownDigests } from "../../src/report/shown-digest.ts";

const DIGEST = "0123456789abcdef".repeat(4);

test("a shown digest is read back as it was written, whatever the path holds", () => {
  const paths = fc.oneof(
    fc.string({ minLength: 1, maxLength: 100 }),
    fc.constant("a --> <!-- kazi:shown --!> b"),
  );
  fc.assert(
    fc.property(fc.array(paths, { maxLength: 4 }), fc.nat(), (names, sinceComment) => {
      const shown = names.map((path) => ({ path, digest: DIGEST, sinceComment }));
      const body = ["<!-- kazi:status -->", ...shown.map(formatShownDigest), "text"].join("\n");
      expect(parseShownDigests(body)).toEqual(shown);
    }),
  );
});

test.each([
  `> <!-- kazi:shown ${DIGEST} 1 a -->`,
  `<!-- kazi:shown ${DIGEST.slice(1)} 1 a -->`,
  `<!-- kazi:shown ${DIGEST} -1 a -->`,
  `<!-- kazi:shown ${DIGEST} 1 %E0%A4%A -->`,
])("what only looks like one is none: %s", (body) => expect(parseShownDigests(body)).toEqual([]));
