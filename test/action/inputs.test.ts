import { describe, expect, test } from "vitest";
import { readInputs } from "../../action/inputs.ts";

const DIGEST = "a".repeat(64);
const OTHER = "b".repeat(64);

function read(given: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
  return readInputs((name) => ({ token: "t", ...given })[name] ?? "");
}

describe("readInputs()", () => {
  test("reads what claim is asked for", () => {
    const goal = ".kazi/goals/fix.goal.toml";
    const asked = { phase: "claim", goal, pull: "12", approval: "comment:7", harness: "codex" };
    expect(read(asked)).toEqual({
      kind: "read",
      inputs: {
        token: "t",
        phase: "claim",
        goal,
        pull: 12,
        approval: "comment:7",
        harness: "codex",
      },
    });
  });

  test("an input that is empty is absent", () => {
    const given = { phase: "claim", goal: ".kazi/goals/a.toml", pull: "", approval: "", model: "" };
    expect(read(given)).toEqual({
      kind: "read",
      inputs: { token: "t", phase: "claim", goal: ".kazi/goals/a.toml" },
    });
  });

  test("a job that did not run leaves a name without digest", () => {
    const digests = `claim=${DIGEST} dispatch= observation=${OTHER}`;
    const goal = ".kazi/goals/a.toml";
    expect(read({ phase: "land", goal, digests })).toEqual({
      kind: "read",
      inputs: { token: "t", phase: "land", goal, digests: { claim: DIGEST, observation: OTHER } },
    });
  });

  test.each(["control", "probe", "deploy"])("%s needs nothing but the token", (phase) => {
    expect(read({ phase })).toEqual({ kind: "read", inputs: { token: "t", phase } });
  });

  const claim = { phase: "claim", goal: ".kazi/goals/a.toml" };
  const land = { phase: "land", goal: ".kazi/goals/a.toml" };
  test.each([
    ["phase", { phase: "lnad" }, /one of claim, dispatch.*found "lnad"/],
    ["token", { ...claim, token: "" }, /token/],
    ["goal", { phase: "claim" }, /path of a goal-file.*found nothing/],
    ["goal", { ...claim, goal: "../.kazi/goals/a.toml" }, /path of a goal-file/],
    ["goal", { ...claim, goal: ".kazi/goals/../../a.toml" }, /path of a goal-file/],
    ["goal", { ...claim, goal: ".kazi/config.toml" }, /path of a goal-file/],
    ["pull", { ...claim, pull: "#12" }, /number of a pull request.*found "#12"/],
    ["pull", { ...claim, pull: "0" }, /number of a pull request/],
    ["approval", { ...claim, approval: "comment:abc" }, /comment:<id>, commit:<sha>/],
    ["approval", { ...claim, approval: "commit:main" }, /comment:<id>, commit:<sha>/],
    ["app", { ...claim, app: "https://kazi.example" }, /slug of an App/],
    ["digests", { phase: "dispatch" }, /digest of document "claim"/],
    ["digests", { phase: "dispatch", digests: "claim=abc" }, /name=<sha256>/],
    ["digests", { ...land, digests: `bundle=${DIGEST}` }, /not "bundle=a+"/],
    ["digests", { ...land, digests: `claim=${DIGEST} claim=${OTHER}` }, /each name once/],
  ])("names %s in %o", (name, given, message) => {
    const answer = read(given);
    const problems = answer.kind === "refused" ? answer.problems : [];
    expect(problems[0]).toMatch(new RegExp(`^input "${name}": expected `));
    expect(problems[0]).toMatch(message);
  });

  test("says everything that is wrong at once", () => {
    const answer = read({ phase: "claim", goal: "", pull: "x", token: "" });
    expect(answer.kind === "refused" ? answer.problems.length : 0).toBe(3);
  });
});
