import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const DEMO = fileURLToPath(new URL("../../src/cli/demo.ts", import.meta.url));

/** Runs the demonstration as `npm run demo` does; removes the repository that it made. */
async function demo(...argv: readonly string[]): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, [DEMO, ...argv], {
    env: { PATH: process.env["PATH"], HOME: "/nonexistent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  const folder = /made in (\S+)/.exec(stdout)?.[1];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return { code, stdout };
}

describe("npm run demo", () => {
  test("converges on the second attempt, and shows why the first was not enough", async () => {
    const { code, stdout } = await demo();
    const lines = stdout.trimEnd().split("\n");
    expect(stdout).toContain("SCRIPTED STAND-IN");
    expect(stdout).toContain("1 passed, 2 failed, 0 skipped of 3 tests");
    expect(stdout).toContain("agent says: Done! Both functions are fixed and all tests pass.");
    expect(stdout).toContain("2 passed, 1 failed, 0 skipped of 3 tests");
    expect(stdout).toContain('+  return Math.round(Number(text.replaceAll(",", "")) * 100);');
    expect(stdout).toMatch(/settled {3}iteration 2: 2\/2 pass, candidate kept/);
    expect(lines.at(-1)).toMatch(
      /^OUTCOME: converged after 2 iterations .*spent 2 dispatches, \d+ tokens/,
    );
    expect(stdout).not.toContain("\u001B");
    expect(code).toBe(0);
  });

  test("stuck: ends honestly, names why and what to do next", async () => {
    const { code, stdout } = await demo("stuck");
    expect(stdout).toContain("agent says: Done! I am confident that it works now.");
    expect(stdout).toMatch(/^why: several attempts in a row changed nothing about tests/m);
    expect(stdout).toMatch(/^now: .*run apply again\.$/m);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^OUTCOME: stuck \(no_progress;/);
    expect(code).toBe(1);
  });

  test("a real harness that is not there: says what to install, spends nothing", async () => {
    const { code, stdout } = await demo("--harness", "gemini_cli");
    expect(stdout).toContain("the real gemini_cli on your PATH");
    expect(stdout).toMatch(/^why: the harness cannot work: .*gemini/m);
    expect(stdout).toMatch(/OUTCOME: stuck \(harness_unavailable; spent 0 dispatches/);
    expect(code).toBe(1);
  });

  test("an unknown story is misuse", async () => {
    expect((await demo("flies")).code).toBe(2);
  });
});
