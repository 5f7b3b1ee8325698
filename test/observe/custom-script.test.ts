import { describe, expect, test } from "vitest";
import type { CustomScript, ScriptVerdict } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";

const zero: ScriptVerdict = { kind: "exit_zero" };
const codes: ScriptVerdict = { kind: "exit_code", passCodes: [0, 2], failCodes: [1] };
const segv = { kind: "killed", signal: "SIGSEGV" } as const;

async function observe(
  verdict: ScriptVerdict,
  world: World,
  change: Partial<CustomScript> = {},
): Promise<PredicateResult> {
  const check: CustomScript = {
    provider: "custom_script",
    ...PROGRAM,
    verdict,
    errorCodes: [],
    mergeStderr: false,
    ...change,
  };
  return await evaluate(givenPredicate(check), givenContext(world));
}

function exited(code: number): World {
  return { ending: { kind: "exited", code } };
}

describe("evaluate(): custom_script by code", () => {
  test.each<readonly [string, ScriptVerdict, World, string, string]>([
    ["exit 0", zero, exited(0), "pass", "check exited with code 0"],
    ["exit 3", zero, exited(3), "fail", "check exited with code 3, expected 0"],
    ["a crash fails", zero, { ending: segv }, "fail", "check was ended by SIGSEGV, expected 0"],
    ["a pass code", codes, exited(2), "pass", "check exited with code 2"],
    ["a fail code", codes, exited(1), "fail", "check exited with code 1, expected 0 or 2"],
    ["an unnamed code", codes, exited(9), "fail", "neither pass_codes nor fail_codes name 9"],
    ["a crash counts as its code", { ...codes, passCodes: [139] }, { ending: segv }, "pass", ""],
    [
      "a timeout",
      zero,
      { ending: { kind: "timed-out", afterMs: 7 } },
      "error",
      "timed out after 7 ms",
    ],
    ["an interruption", zero, { ending: { kind: "interrupted" } }, "error", "interrupted"],
  ])("%s", async (_case, verdict, world, status, message) => {
    const result = await observe(verdict, world);
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test("error_codes come before the verdict", async () => {
    const result = await observe({ ...codes, passCodes: [2] }, exited(2), { errorCodes: [2] });
    expect(result).toMatchObject({ status: "error", evidence: { seen: "exit code 2" } });
  });

  test("what cannot be started is an error for good", async () => {
    const result = await observe(zero, { ending: { kind: "not-started", reason: "x: not found" } });
    expect(result).toMatchObject({ status: "error", permanent: true });
    expect(result.evidence.message).toBe("exec failed: x: not found");
  });

  test("both streams are shown, head and tail", async () => {
    const stdout = `HEAD${"x".repeat(20_000)}TAIL`;
    const { evidence } = await observe(zero, { ...exited(1), stdout, stderr: "ERR" });
    expect(evidence.excerpt).toMatch(
      /^HEADx+\n… \d+ characters left out …\nx+TAIL\n--- standard error ---\nERR$/,
    );
    expect(evidence.excerpt?.length).toBeLessThanOrEqual(8000);
  });
});

describe("evaluate(): custom_script by JSON", () => {
  const document = JSON.stringify({ a: [{ b: 3 }, {}], n: null, s: "3", t: true, f: 1.5 });
  test.each([
    ["number", "$.a[0].b", document, "pass"],
    ["list by its length", "$.a", '{"a":[1,2,3]}', "pass"],
    ["whole document", "$", "3", "pass"],
    ["another number", "$.f", document, "fail"],
    ["text is no number", "$.s", document, "error"],
    ["null", "$.n", document, "error"],
    ["true", "$.t", document, "error"],
    ["object", "$.a[0]", document, "error"],
    ["missing key", "$.zzz", document, "error"],
    ["key of a list", "$.a.b", document, "error"],
    ["behind the end", "$.a[2]", document, "error"],
    ["inherited", "$.constructor.length", document, "error"],
    ["__proto__", "$.__proto__", document, "error"],
    ["infinite", "$", "1e999", "error"],
    ["noise before", "$.v", '> banner\n[info] starting\n{"v":\n 3}\n', "pass"],
    ["byte order mark", "$", "\uFEFF3", "pass"],
    ["noise behind", "$.v", '{"v":3}\ndone\n', "error"],
    ["nothing", "$", "", "error"],
    ["no JSON", "$", "three", "error"],
  ])("%s", async (_case, path, stdout, status) => {
    const verdict = { kind: "json", path, passWhen: { operator: "==", number: 3 } } as const;
    const result = await observe(verdict, { ...exited(1), stdout });
    expect(result).toMatchObject({ status, permanent: false });
  });

  test.each(["", "a", "$a", "$.", "$..", "$[a]", "$[?@.a == ]", "$.a[", "$[?nope(@)]"])(
    "path %j is an error for good",
    async (path) => {
      const verdict = { kind: "json", path, passWhen: { operator: "==", number: 3 } } as const;
      expect(await observe(verdict, { stdout: "{}" })).toMatchObject({
        status: "error",
        permanent: true,
      });
    },
  );

  test.each([
    ["a document before the last", '{"n":99}\n{"n":0}'],
    ["a document that breaks off before another", '{"a":[1,2,3]\n[]'],
    ["a list that breaks off before another", "[1, 2\n[]"],
    ["a list over many lines that breaks off", '[\n  1,\n  2\n{"n":0}'],
    ["a document behind noise before the last", 'banner\n  {\n "n": 9}\n{"n":0}'],
    ["a list before the last", "[7]\n[]"],
  ])("%s is not left out as noise", async (_case, stdout) => {
    for (const path of ["$.n", "$"]) {
      const verdict = { kind: "json", path, passWhen: { operator: "==", number: 0 } } as const;
      expect(await observe(verdict, { stdout })).toMatchObject({
        status: "error",
        evidence: { message: expect.stringMatching(/found none, half of one, or more/) },
      });
    }
  });

  test.each([
    "> banner\n> node count.js\n\n",
    "[INFO]\n[INFO] Scanning\n",
    "[1/4] Resolving packages...\n",
    "[12:00:00] Using gulpfile\n",
    "[2024-01-01 12:00:00,123] starting\n",
    "[0] started\n",
    "\uFEFF[notice] update\n",
  ])("the noise %j is left out", async (noise) => {
    const verdict = { kind: "json", path: "$.n", passWhen: { operator: "==", number: 0 } } as const;
    const result = await observe(verdict, { stdout: `${noise}{"n":0}` });
    expect(result).toMatchObject({
      status: "pass",
      evidence: { message: expect.stringMatching(/left out/) },
    });
  });

  test("noise is named", async () => {
    const verdict = { kind: "json", path: "$.v", passWhen: { operator: "<", number: 3 } } as const;
    const { evidence } = await observe(verdict, { stdout: 'a\nb\n{"v":3}' });
    expect(evidence).toMatchObject({ seen: "3", wanted: "< 3" });
    expect(evidence.message).toBe(
      "$.v is 3, expected < 3; 2 lines before the JSON were left out: print nothing else",
    );
  });
});

describe("evaluate(): custom_script by JSONPath", () => {
  const document = JSON.stringify({
    "my-key": 3,
    "*": 3,
    runs: [{ results: [{ level: "error" }, { level: "note" }] }, { results: [{ level: "error" }] }],
    files: { a: { mutants: [1, 2] }, b: { mutants: [3] } },
  });

  test.each<readonly [string, string, "pass" | "error", string]>([
    ["a key with a dash, as it always was", "$.my-key", "pass", "$.my-key is 3"],
    ["every result of every run", "$.runs[*].results[*]", "pass", "matches 3"],
    ["every mutant of every file", "$.files.*.mutants[*]", "pass", "matches 3"],
    ["a member by its quoted name", "$['my-key']", "pass", "is 3"],
    ["descendants", "$..level", "pass", "matches 3"],
    ["what stands before a wildcard is misspelt", "$.runz[*]", "error", "nothing at $.runz"],
    ["a single place that is not there", "$['nope']", "error", "nothing at $.nope"],
  ])("%s", async (_case, path, status, words) => {
    const verdict = { kind: "json", path, passWhen: { operator: "==", number: 3 } } as const;
    const result = await observe(verdict, { stdout: document });
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(words);
  });

  test.each([
    ['$.runs[*].results[?@.level == "error"]', 2],
    ['$.runs[*].results[?@.level == "fatal"]', 0],
    ["$.runs[*].results[?match(@.level, 'err.*')]", 2],
    ["$.runs[*].results[?search(@.level, 'o')]", 3],
    ["$.runs[*].results[?search(@.level, '(?=e)')]", 0],
  ])("%s has %i matches", async (path, number) => {
    const verdict = { kind: "json", path, passWhen: { operator: "==", number } } as const;
    expect((await observe(verdict, { stdout: document })).status).toBe("pass");
  });

  test.each([
    ["a misspelt key behind a wildcard", "$.runs[*].result[*]", { runs: [{ results: [] }] }],
    ["a misspelt key of a filter", "$.list[?@.severty == 'high']", { list: [{ severity: "low" }] }],
    ["one of two", "$[?@.level == 'error' && @.fixd == false]", [{ level: "note", fixed: false }]],
    ["a misspelt argument", "$[?search(@.leve, 'e')]", [{ level: "error" }]],
    ["a misspelt key below a key", "$[?@.at.lin > 3]", [{ at: { line: 4 } }]],
    ["a misspelt key of a filter everywhere", "$..[?@.severty == 'high']", { a: [{ b: 1 }] }],
    ["a key that is nowhere", "$..violations", { error: "no server" }],
    ["a list behind a key that is nowhere", "$..violations[*]", { error: "no server" }],
    ["a text in place of a list", "$.results[*]", { results: "none" }],
    ["texts in place of lists", "$.runs[*].results[*]", { runs: [{ results: "none" }] }],
  ])("%s is no zero", async (_case, path, value) => {
    const verdict = { kind: "json", path, passWhen: { operator: "==", number: 0 } } as const;
    const result = await observe(verdict, { stdout: JSON.stringify(value) });
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toMatch(
      /there is nothing at|nothing that it filters|a list or/,
    );
  });

  test.each([
    ["no element", "$.runs[*].results[*]", { runs: [{ results: [] }, { results: [] }] }],
    ["no element to look for a key in", "$.runs[*].results[*]", { runs: [] }],
    ["nothing to filter", "$.list[?@.severity == 'high']", { list: [] }],
    ["a filter that nothing meets", "$.list[?@.level == 'high']", { list: [{ level: "low" }] }],
    ["a filter for what is there", "$.list[?@.error]", { list: [{ name: "a" }] }],
    ["a filter for what it holds", "$.list[?count(@.errors[*]) > 0]", { list: [{ errors: [] }] }],
    ["a list that is null", "$.issues[*]", { issues: null }],
    ["an empty document", "$..violations", []],
    ["empty lists of that name", "$..violations[*]", [{ violations: [] }]],
  ])("%s is zero", async (_case, path, value) => {
    const verdict = { kind: "json", path, passWhen: { operator: "==", number: 0 } } as const;
    const result = await observe(verdict, { stdout: JSON.stringify(value) });
    expect(result).toMatchObject({ status: "pass" });
  });

  test("a filter that explodes elsewhere is answered", async () => {
    const path = "$[?search(@, '^(a+)+$')]";
    const verdict = { kind: "json", path, passWhen: { operator: "==", number: 0 } } as const;
    const stdout = JSON.stringify([`${"a".repeat(50_000)}!`]);
    expect((await observe(verdict, { stdout })).status).toBe("pass");
  });

  test("a document nested without end is no number", async () => {
    const verdict = {
      kind: "json",
      path: "$..a",
      passWhen: { operator: "==", number: 0 },
    } as const;
    const stdout = `${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`;
    expect(await observe(verdict, { stdout })).toMatchObject({ status: "error", permanent: false });
  });
});

describe("evaluate(): custom_script with a report", () => {
  const tool = { driver: { name: "t" } };
  const results = Array.from({ length: 60 }, (_, index) => ({ message: { text: `m${index}` } }));
  const sarif = JSON.stringify({ runs: [{ tool, results }] });
  const junit =
    '<testsuite><testcase name="n" file="t.js" line="3"><failure message="no"/></testcase></testsuite>';

  test("findings are read from the full output, not from what is kept of it", async () => {
    const world = { ...exited(1), stdout: `${"x".repeat(300_000)}\n${sarif}`, omittedBytes: 9 };
    const { evidence, status } = await observe(zero, world, { evidenceFormat: "sarif" });
    expect(status).toBe("fail");
    expect(evidence.findings).toHaveLength(50);
    expect(evidence.message).toContain("; 60 findings in its SARIF report, 50 of them shown");
  });

  test("findings are read from the file that the script writes", async () => {
    const world = { stdout: "noise", files: { "out/junit.xml": junit } };
    const change = { evidenceFormat: "junit", report: "out/junit.xml" } as const;
    const { evidence, status } = await observe(zero, world, change);
    expect(status).toBe("pass");
    expect(evidence.findings).toEqual([
      { file: "t.js", line: 3, level: "error", message: "n: no" },
    ]);
  });

  test.each<readonly [string, World, string]>([
    ["stale", { files: { r: sarif }, staleFiles: ["r"] }, "it did not write r again"],
    ["missing", {}, "it wrote no report r"],
    ["cut short", { files: { r: sarif.slice(0, -5) } }, "r: the JSON ends in the middle"],
    ["something else", { files: { r: "killed" } }, "r: there is no JSON in it"],
  ])("a report that is %s never moves the verdict, and is told", async (_case, world, words) => {
    const change = { evidenceFormat: "sarif", report: "r" } as const;
    for (const code of [0, 1]) {
      const { evidence, status } = await observe(zero, { ...world, ...exited(code) }, change);
      expect(status).toBe(code === 0 ? "pass" : "fail");
      expect(evidence.message).toContain(words);
    }
  });

  test("JSON is shown so that it can be read", async () => {
    const { evidence } = await observe(zero, { stdout: '{"a":[1]}' }, { evidenceFormat: "json" });
    expect(evidence.excerpt).toBe('{\n  "a": [\n    1\n  ]\n}');
    const words = await observe(zero, { stdout: "words" }, { evidenceFormat: "json" });
    expect(words.evidence.excerpt).toBe("words");
  });
});

test.each([
  ["deep", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
  ["deeper than is pretty", `${'{"a":'.repeat(51)}1${"}".repeat(51)}`],
  ["large", JSON.stringify(Array.from({ length: 40_000 }, () => 1))],
])(
  "evaluate(): custom_script: JSON that is %s is shown as it was printed",
  async (_case, stdout) => {
    const { status, evidence } = await observe(zero, { stdout }, { evidenceFormat: "json" });
    expect(status).toBe("pass");
    expect(evidence.excerpt?.slice(0, 50)).toBe(stdout.slice(0, 50));
  },
);

describe("evaluate(): custom_script by matching lines", () => {
  function matching(regex: string, number: number): ScriptVerdict {
    return { kind: "match_count", regex, passWhen: { operator: "==", number } };
  }

  test.each([
    ["each line once", "a", "aa\na\nb\n", 2],
    ["empty lines never", "^", "\n\na\r\n\r\n\n", 1],
    ["a line ends before its carriage return", "a$", "a\r\nb", 1],
    ["the last line needs no newline", "b$", "a\nb", 1],
    ["nothing printed", ".", "", 0],
  ])("%s", async (_case, regex, stdout, count) => {
    const result = await observe(matching(regex, count), { ...exited(1), stdout });
    expect(result).toMatchObject({ status: "pass", evidence: { seen: `${count}` } });
  });

  test("the lines are shown", async () => {
    const result = await observe(matching("warn", 0), { stdout: "ok\nwarn: x\n" });
    expect(result).toMatchObject({
      status: "fail",
      evidence: { findings: [{ message: "warn: x" }] },
    });
  });

  test.each(["(", "(?=a)", "(a)\\1", "a{1001}"])("%j is an error for good", async (regex) => {
    expect(await observe(matching(regex, 0), {})).toMatchObject({
      status: "error",
      permanent: true,
    });
  });

  test("a pattern that explodes elsewhere is answered", async () => {
    const stdout = `${"a".repeat(100_000)}!\n`;
    expect(await observe(matching("^(a+)+$", 0), { stdout })).toMatchObject({ status: "pass" });
  });

  test("matching has an end", async () => {
    let nowMs = 0;
    const clock = { now: () => (nowMs += 10_000), sleep: async () => await Promise.resolve() };
    const result = await observe(matching("z", 0), {
      stdout: "a\n".repeat(5000),
      context: { clock },
    });
    expect(result).toMatchObject({
      status: "error",
      evidence: { message: expect.stringMatching(/timed out/) },
    });
  });

  test.each<readonly [string, World, string]>([
    ["an output too large", { omittedBytes: 1 }, "larger than 16777216 bytes"],
    ["a crash", { ending: segv }, "before its output was complete"],
    ["a shell that found nothing", exited(127), "not found or not executable"],
  ])("%s is no zero", async (_case, world, words) => {
    const result = await observe(matching("z", 0), world);
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toContain(words);
  });
});
