import { expect, test } from "vitest";
import type { ReportedFinding } from "../../../src/observe/formats/findings-reader.ts";
import { FOLDER, readReport, type Reading, sarif } from "./samples.ts";

function read(text: string): Reading {
  return readReport({ kind: "sarif" }, text);
}

function first(text: string): ReportedFinding | undefined {
  return read(text).findings[0];
}

function at(uri: string, uriBaseId?: string): object {
  const artifactLocation = { uri, ...(uriBaseId === undefined ? {} : { uriBaseId }) };
  return { message: { text: "m" }, locations: [{ physicalLocation: { artifactLocation } }] };
}

test.each([
  ["relative", "src/a.ts", undefined, "src/a.ts"],
  ["relative, escaped", "src/a%20b.ts", undefined, "src/a b.ts"],
  ["with a step that says nothing", "./src/a.ts", undefined, "src/a.ts"],
  ["an absolute file", `file://${FOLDER}/src/a.ts`, undefined, "src/a.ts"],
  ["an absolute file of a host", `file://localhost${FOLDER}/src/a.ts`, undefined, "src/a.ts"],
  ["a plain absolute path", `${FOLDER}/src/a.ts`, undefined, "src/a.ts"],
  ["a file elsewhere", "file:///usr/include/a.h", undefined, "/usr/include/a.h"],
  ["a percent sign of its own", "100%.ts", undefined, "100%.ts"],
  ["below a base", "a.ts", "SRC", "packages/one/src/a.ts"],
  ["below a base of a base", "a.ts", "DEEP", "packages/one/deep/a.ts"],
  ["below a base that nobody gave", "src/a.ts", "%SRCROOT%", "src/a.ts"],
  ["below bases that go round", "a.ts", "LOOP", `${"loop/".repeat(10)}a.ts`],
])("a path that is %s", (_case, uri, base, file) => {
  const originalUriBaseIds = {
    SRC: { uri: "src/", uriBaseId: "ROOT" },
    DEEP: { uri: "deep", uriBaseId: "ROOT" },
    ROOT: { uri: `file://${FOLDER}/packages/one/` },
    LOOP: { uri: "loop/", uriBaseId: "LOOP" },
  };
  expect(first(sarif([at(uri, base)], { originalUriBaseIds }))?.file).toBe(file);
});

test("a path that is only listed among the artifacts, before or behind", () => {
  const location = { physicalLocation: { artifactLocation: { index: 1 } } };
  const result = { message: { text: "m" }, locations: [location] };
  const artifacts = [{}, { location: { uri: "b.ts" }, contents: { text: "x".repeat(1000) } }];
  const tool = { driver: { name: "t" } };
  const behind = JSON.stringify({ runs: [{ tool, results: [result], artifacts }] });
  expect(first(behind)?.file).toBe("b.ts");
  expect(first(sarif([result], { artifacts }))?.file).toBe("b.ts");
});

const text = { message: { text: "m" } };

test.each<readonly [string, object, boolean]>([
  ["plain", {}, true],
  ["a failure", { kind: "fail" }, true],
  ["open", { kind: "open" }, true],
  ["a pass", { kind: "pass" }, false],
  ["not applicable", { kind: "notApplicable" }, false],
  ["informational", { kind: "informational" }, false],
  ["suppressed", { suppressions: [{ kind: "inSource" }] }, false],
  ["accepted", { suppressions: [{ kind: "external", status: "accepted" }] }, false],
  ["under review", { suppressions: [{ status: "accepted" }, { status: "underReview" }] }, true],
  ["rejected", { suppressions: [{ kind: "external", status: "rejected" }] }, true],
  ["not suppressed", { suppressions: [] }, true],
  ["new", { baselineState: "new" }, true],
  ["updated", { baselineState: "updated" }, true],
  ["unchanged", { baselineState: "unchanged" }, false],
  ["gone", { baselineState: "absent" }, false],
])("a result that is %s", (_case, more, isFinding) => {
  expect(read(sarif([{ ...text, ...more }])).findings.length).toBe(isFinding ? 1 : 0);
});

test.each<readonly [string, object, string]>([
  ["its own", { level: "error", ruleId: "noted" }, "error"],
  ["its rule's", { ruleId: "noted" }, "note"],
  ["its rule's, by index", { ruleIndex: 0 }, "note"],
  ["its parent rule's", { ruleId: "noted/part" }, "note"],
  ["its extension's", { rule: { id: "x", index: 0, toolComponent: { index: 0 } } }, "error"],
  ["a warning without any", { ruleId: "unknown" }, "warning"],
  ["none", { level: "none" }, "note"],
])("the level is %s", (_case, result, level) => {
  const tool = {
    driver: { name: "t", rules: [{ id: "noted", defaultConfiguration: { level: "note" } }] },
    extensions: [{ rules: [{ id: "x", defaultConfiguration: { level: "error" } }] }],
  };
  expect(first(sarif([{ ...text, ...result }], { tool }))?.level).toBe(level);
});

test("a message of a rule takes its arguments", () => {
  const rules = [{ id: "r", messageStrings: { it: { text: "{0} is not {1}, {0} {2}" } } }];
  const result = { ruleId: "r", message: { id: "it", arguments: ["a$&", "b", { toString: 1 }] } };
  const tool = { driver: { name: "t", rules } };
  expect(first(sarif([result], { tool }))?.message).toBe("a$& is not b, a$& {2}");
});

test.each([
  ["nothing", "", "there is no JSON in it"],
  ["words", "segmentation fault\n", "there is no JSON in it"],
  ["half a report", sarif([text]).slice(0, -4), "ends in the middle"],
  ["broken JSON", '{"runs": [}', "Unexpected"],
  ["another document", '{"results": []}', 'found no run of a tool at "runs"'],
  ["no run", '{"version": "2.1.0", "runs": []}', 'found no run of a tool at "runs"'],
  ["too deep", `{"runs":${"[".repeat(500)}`, "nested deeper than 200"],
  ["results that are null", '{"runs":[{"tool":{},"results":null}]}', 'a list at "results"'],
  ["results that are no list", '{"runs":[{"tool":{},"results":{"a":{}}}]}', 'a list at "results"'],
  ["no results", '{"runs":[{"tool":{}}]}', 'a list at "results"'],
  [
    "one run without results",
    '{"runs":[{"tool":{}},{"tool":{},"results":[]}]}',
    'a list at "results"',
  ],
  [
    "a key that looks like a path",
    '{"runs":[{"tool":{}}],"runs.*.results":[]}',
    'a list at "results"',
  ],
  [
    "results elsewhere",
    '{"runs":[{"tool":{"results":[]},"x":{"results":[]},"y":"results"}]}',
    'a list at "results"',
  ],
  [
    "a tool that met an error",
    sarif([], {
      invocations: [
        {
          executionSuccessful: true,
          toolExecutionNotifications: [
            { level: "note", message: { text: "slow" } },
            { level: "error", message: { text: "a.ts could not be read" } },
          ],
        },
      ],
    }),
    "met an error: a.ts could not be read",
  ],
  [
    "a tool that broke off",
    sarif([], {
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [{ message: { text: "out of memory" } }],
        },
      ],
    }),
    "did not succeed: out of memory",
  ],
])("%s is no clean bill", (_case, report, words) => {
  expect(read(report).problem).toContain(words);
});

test("what a result calls itself is a name, not a member", () => {
  const report =
    '{"runs":[{"tool":{"__proto__":{"driver":1}},"results":[{"__proto__":{"ruleId":"x"},"message":{"text":"m"}}]}]}';
  expect(read(report).findings).toMatchObject([{ message: "m" }]);
  expect(read(report).findings[0]).not.toHaveProperty("rule");
});

test("several documents and runs with lines between them are all read", () => {
  const two = JSON.stringify({
    runs: [
      { tool: {}, results: [text] },
      { results: [text], tool: {} },
    ],
  });
  const report = `> one\n${sarif([text])}\n> two\n${two}\nDone in 2s.\n`;
  expect(read(report)).toMatchObject({ problem: undefined, findings: { length: 3 } });
});

test("more results than may wait keep their order", () => {
  const results = Array.from({ length: 2500 }, (_, index) => at(`f${index}.ts`, "%SRCROOT%"));
  const files = read(sarif(results)).findings.map(({ file }) => file);
  expect(files).toEqual(results.map((_, index) => `f${index}.ts`));
});
