import { describe, expect, test } from "vitest";
import type { CustomScript, ScriptVerdict } from "../../src/model/goal.ts";
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

  test.each(["", "a", "$a", "$.", "$..a", "$[*]", "$[-1]", "$['a']", "$.a["])(
    "path %j is an error for good",
    async (path) => {
      const verdict = { kind: "json", path, passWhen: { operator: "==", number: 3 } } as const;
      expect(await observe(verdict, { stdout: "{}" })).toMatchObject({
        status: "error",
        permanent: true,
      });
    },
  );

  test("noise is named", async () => {
    const verdict = { kind: "json", path: "$.v", passWhen: { operator: "<", number: 3 } } as const;
    const { evidence } = await observe(verdict, { stdout: 'a\nb\n{"v":3}' });
    expect(evidence).toMatchObject({ seen: "3", wanted: "< 3" });
    expect(evidence.message).toBe(
      "$.v is 3, expected < 3; 2 lines before the JSON were left out: print nothing else",
    );
  });
});

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
    expect(result).toMatchObject({ status: "error", evidence: { message: /timed out/ } });
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
