import { expect, test } from "vitest";
import { openFindings } from "../../../src/observe/formats/open-findings.ts";
import { readReport, sarif } from "./samples.ts";

function printsOf(lines: readonly string[]): readonly string[] {
  return readReport({ kind: "tsc" }, lines.join("\n")).findings.map((it) => it.fingerprint);
}

const here = "a.ts(3,1): error TS2554: Expected 2 arguments, but got 1.";

test("a fingerprint survives that lines move and numbers change", () => {
  const moved = "a.ts(90,7): error TS2554: Expected 3 arguments, but got 12.";
  expect(printsOf([here])).toEqual(printsOf([moved]));
});

test("a fingerprint is the same wherever the same tree is checked out", () => {
  const words = "a.ts(3,1): error TS7016: Could not find a declaration in '/work/one/b.js'.";
  const [one, other] = ["/work/one", "/elsewhere/two"].map((folder) => {
    const found: string[] = [];
    const reader = openFindings({ kind: "tsc" }, (it) => found.push(it.fingerprint), { folder });
    reader.write(words.replace("/work/one", folder));
    expect(reader.end()).toBeUndefined();
    return found;
  });
  expect(one).toHaveLength(1);
  expect(one).toEqual(other);
});

test.each([
  ["another file", here.replace("a.ts", "b.ts")],
  ["another rule", here.replace("TS2554", "TS2555")],
  ["other words", here.replace("arguments", "parameters")],
])("%s has another fingerprint", (_case, other) => {
  expect(printsOf([here])).not.toEqual(printsOf([other]));
});

test("one more of the same is told from the first, wherever it stands", () => {
  const [one, two] = printsOf([here, here.replace("3,1", "9,1")]);
  expect(one).toBe(printsOf([here])[0]);
  expect(two).not.toBe(one);
});

function own(partialFingerprints: object, message: string, uri = "a.ts"): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri } } }];
  return { ruleId: "r", message: { text: message }, locations, partialFingerprints };
}

function sarifPrints(results: readonly object[]): readonly string[] {
  return readReport({ kind: "sarif" }, sarif(results)).findings.map((it) => it.fingerprint);
}

test("what a tool knows a finding by counts more than its words", () => {
  expect(sarifPrints([own({ b: "2", a: "1" }, "one")])).toEqual(
    sarifPrints([own({ a: "1", b: "2" }, "two")]),
  );
  expect(sarifPrints([own({ a: "1" }, "one")])).not.toEqual(sarifPrints([own({ a: "2" }, "one")]));
});

test("the same line in another file is another finding", () => {
  expect(sarifPrints([own({ a: "1" }, "m")])).not.toEqual(
    sarifPrints([own({ a: "1" }, "m", "b.ts")]),
  );
});

test("a fingerprint that the tool withholds is none", () => {
  const withheld = { "matchBasedId/v1": "requires login" };
  expect(sarifPrints([own(withheld, "one")])).not.toEqual(sarifPrints([own(withheld, "two")]));
});
