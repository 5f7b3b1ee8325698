import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const MAIN = path.resolve("action/main.ts");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-main-"));
  mkdirSync(path.join(folder, "temp"));
  for (const name of ["output", "summary"]) writeFileSync(path.join(folder, name), "");
  writeFileSync(path.join(folder, "event.json"), "{}");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly output: string;
}

/** One step, as the runner starts it: nothing in the environment but what GitHub sets. */
async function step(
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string | undefined>> = {},
): Promise<Ended> {
  const given = Object.entries({ token: "not-a-token", ...inputs }).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: path.join(folder, "output"),
    GITHUB_STEP_SUMMARY: path.join(folder, "summary"),
    GITHUB_REPOSITORY: "octo-org/hello",
    GITHUB_SERVER_URL: "http://127.0.0.1:9",
    GITHUB_API_URL: "http://127.0.0.1:9/api/v3",
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "workflow_dispatch",
    GITHUB_EVENT_PATH: path.join(folder, "event.json"),
    GITHUB_WORKFLOW_REF: "octo-org/hello/.github/workflows/kazi.yml@refs/heads/main",
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: path.join(folder, "temp"),
    ...Object.fromEntries(given),
    ...variables,
  };
  const child = spawn(process.execPath, [MAIN], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const summary = readFileSync(path.join(folder, "summary"), "utf8");
  const output = readFileSync(path.join(folder, "output"), "utf8");
  return { code, stdout, stderr, summary, output };
}

describe("action/main.ts", () => {
  test("answers a phase that has nothing to do with one sentence, in the log and on the page", async () => {
    const { code, stdout, summary } = await step({ phase: "probe" });
    expect(code).toBe(0);
    expect(stdout).toContain(
      "::notice title=kazi%3A probe::Live predicates are evaluated by the observe job",
    );
    expect(summary).toContain("<h3>kazi: probe</h3>");
  });

  test("refuses inputs that it cannot read, each with a sentence, before it does anything", async () => {
    const { code, stdout, summary, output } = await step({ phase: "claim", goal: "/etc/passwd" });
    expect(code).toBe(1);
    expect(stdout).toBe(
      '::error::input "goal": expected the path of a goal-file, such as .kazi/goals/fix.goal.toml, found "/etc/passwd"\n',
    );
    expect([summary, output]).toEqual(["", ""]);
  });

  test("has the token masked before anything else is said", async () => {
    const { stdout } = await step({ phase: "deploy" });
    expect(stdout.split("\n")[0]).toBe("::add-mask::not-a-token");
  });

  test("ends as an error, without outputs, where a document was not left", async () => {
    const digests = `claim=${"a".repeat(64)}`;
    const { code, stdout, output } = await step({ phase: "observe", digests });
    expect(code).toBe(1);
    expect(stdout).toContain('::error title=kazi%3A observe::document "claim" is not there');
    expect(output).toBe("");
  });

  test.each([
    ["an old git", 'echo "git version 2.20.1"', "found git 2.20"],
    ["what is no git", "exit 3", "found no git that can be started"],
  ])("ends before it works with %s", async (_name, body, found) => {
    const bin = path.join(folder, "bin");
    const documents = path.join(folder, "temp", "kazi");
    for (const made of [bin, documents]) mkdirSync(made);
    writeFileSync(path.join(bin, "git"), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    writeFileSync(path.join(documents, "claim.json"), "{}");
    const digests = `claim=${createHash("sha256").update("{}").digest("hex")}`;
    const search = [bin, process.env["PATH"] ?? ""].join(path.delimiter);
    const { code, stdout } = await step({ phase: "observe", digests }, { PATH: search });
    expect(code).toBe(1);
    expect(stdout).toContain("expected git 2.31 or newer on this runner, ");
    expect(stdout).toContain(found);
  });

  test("says what is missing where this is no job of GitHub Actions", async () => {
    const { code, stdout } = await step({ phase: "probe" }, { GITHUB_RUN_ID: undefined });
    expect(code).toBe(1);
    expect(stdout).toContain("expected GITHUB_RUN_ID to be what GitHub Actions sets");
  });

  test("a page that cannot be written undoes nothing", async () => {
    const { code, stdout } = await step({ phase: "probe" }, { GITHUB_STEP_SUMMARY: undefined });
    expect(code).toBe(0);
    expect(stdout).toContain("the summary could not be written");
  });
});
