import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** As the value of a property, where an object is matched: it equals every text there. */
const BARE =
  /\b(?:message|reason|seen|wanted|summary|stdout|stderr): \/(?![/*])[^/\n]+\/[a-z]*(?=[,\s}])/;

test("words are matched by expect.stringMatching(), as a bare expression would match anything", () => {
  const bare = globSync("test/**/*.test.ts").filter((file) =>
    BARE.test(readFileSync(file, "utf8")),
  );
  expect(bare).toEqual([]);
});
