import { expect, test } from "vitest";
import { checkHarness } from "../../src/harness/preflight.ts";
import type { ResolvedHarness } from "../../src/model/harness.ts";
import type { ProcessEnding, ProcessRunner } from "../../src/ports/process-runner.ts";

const NO_OUTPUT = { text: "", totalBytes: 0, omittedBytes: 0 };

function machine(ending: ProcessEnding): ProcessRunner {
  return {
    isolation: "process-group",
    run: async () => ({ ending, stdout: NO_OUTPUT, stderr: NO_OUTPUT, durationMs: 1 }),
  };
}

const MISSING: ProcessEnding = { kind: "not-started", reason: "not found" };

test.each<[string, ResolvedHarness, ProcessEnding, RegExp | undefined]>([
  ["starts", { id: "claude", allowedTools: [] }, { kind: "exited", code: 0 }, undefined],
  ["starts and fails", { id: "claude", allowedTools: [] }, { kind: "exited", code: 1 }, undefined],
  [
    "not there",
    { id: "claude", allowedTools: [] },
    MISSING,
    /^harness claude: expected to start "claude", found: not found; install it /,
  ],
  ["unknown", { id: "nope", allowedTools: [] }, MISSING, /^harness: expected one of claude, /],
  ["no command", { id: "scripted", allowedTools: [] }, MISSING, /expected an executable/],
  [
    "a stand-in is not started for a look",
    { id: "scripted", command: "./agent", allowedTools: [] },
    MISSING,
    undefined,
  ],
])("checkHarness(): %s", async (_name, harness, ending, sentence) => {
  const { signal } = new AbortController();
  const check = { harness, environment: {}, processes: machine(ending), folder: "/", signal };
  const found = await checkHarness(check);
  expect(found ?? "").toMatch(sentence ?? /^$/);
});
