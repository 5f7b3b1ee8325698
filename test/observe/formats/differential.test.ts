import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { openJunit } from "../../../src/observe/formats/open-junit.ts";
import { FOLDER, readReport, sarif } from "./samples.ts";

const word = fc.string({ unit: fc.constantFrom(...Array.from("ab<>&\"'{}[],:\\\n\t é🎉]]>")) });

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const ending = fc.constantFrom("", "<skipped/>", "<failure/>", '<error message="e">x</error>');
const printed = word.map((it) => `<system-out>${escapeXml(it)}</system-out>`);
const testCase = fc
  .tuple(word, ending, printed)
  .map(([name, how, out]) => `<testcase name="${escapeXml(name)}">${how}${out}</testcase>`);
const junit = fc
  .array(fc.array(testCase, { maxLength: 6 }), { maxLength: 4 })
  .map((suites) => suites.map((cases) => `<testsuite>${cases.join("\n")}</testsuite>`))
  .map((suites) => `<testsuites>${suites.join("")}</testsuites>`);

/** Counts by the elements alone. */
function countBare(xml: string): Readonly<Record<string, number>> {
  const seen: Record<string, number> = { testcase: 0, skipped: 0, failure: 0, error: 0 };
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    seen[name] = (seen[name] ?? 0) + 1;
  });
  parser.write(xml).close();
  return seen;
}

test("JUnit is counted as a bare parser counts its elements", () => {
  fc.assert(
    fc.property(junit, (xml) => {
      const failures: string[] = [];
      const reader = openJunit((toFinding) => failures.push(toFinding().message), {
        folder: FOLDER,
      });
      reader.write(xml);
      expect(reader.end()).toBeUndefined();
      const { testcase = 0, skipped = 0, failure = 0, error = 0 } = countBare(xml);
      const failed = failure + error;
      const passed = testcase - skipped - failed;
      expect(reader.counts()).toEqual({ passed, failed, skipped, total: testcase });
      expect(failures).toHaveLength(failed);
    }),
  );
});

const result = fc.record({
  ruleId: word,
  message: fc.record({ text: word }),
  level: fc.constantFrom("error", "warning", "note"),
  extra: fc.jsonValue(),
});

test("SARIF gives what JSON.parse gives, however it is written down", () => {
  fc.assert(
    fc.property(fc.array(result), fc.nat(4), (results, indent) => {
      const text = JSON.stringify(JSON.parse(sarif(results)), undefined, indent);
      const { findings, problem } = readReport({ kind: "sarif" }, text);
      expect(problem).toBeUndefined();
      expect(findings.map(({ level }) => level)).toEqual(results.map(({ level }) => level));
      expect(findings.map(({ rule = "" }) => rule)).toEqual(results.map(({ ruleId }) => ruleId));
      expect(findings.map(({ message }) => message)).toEqual(
        results.map(({ message, ruleId }) => (message.text === "" ? ruleId : message.text)),
      );
    }),
  );
});
