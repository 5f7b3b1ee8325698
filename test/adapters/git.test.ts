import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lastWord, runGit, withoutCredentials } from "../../src/adapters/git.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-git-")));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A git that does what it is told, to see how it is called. */
function standIn(script: string): void {
  const file = path.join(folder, "git");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env["PATH"] ?? ""}`);
}

describe("runGit()", () => {
  test("gives output, code and complaint", async () => {
    standIn("cat; echo careful >&2; exit 3");
    const call = { cwd: folder, stdin: Buffer.from([0, 255]), codes: [3] };
    expect(await runGit(["x"], call)).toEqual({
      code: 3,
      stdout: Buffer.from([0, 255]),
      stderr: "careful\n",
      cut: false,
    });
  });

  test("names the command and git's own last line when it fails", async () => {
    const failure = runGit(["rev-parse", "--verify", "nothing"], { cwd: folder });
    await expect(failure).rejects.toMatchObject({
      code: "git-failed",
      message: expect.stringMatching(/^git rev-parse: expected success, found exit 128: fatal: /),
    });
  });

  test.each([
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_CONFIG_COUNT",
    "GIT_TRACE2_EVENT",
    "GIT_SSH_COMMAND",
  ])("does not pass %s on to our git", async (name) => {
    vi.stubEnv(name, path.join(folder, "elsewhere"));
    standIn("env");
    const { stdout } = await runGit(["x"], { cwd: folder });
    expect(stdout.toString()).not.toContain("elsewhere");
  });

  test("gives our git nobody's home and secrets", async () => {
    vi.stubEnv("SECRET", "elsewhere");
    vi.stubEnv("HOME", "/elsewhere");
    standIn("env");
    const { stdout } = await runGit(["x"], { cwd: folder });
    expect(stdout.toString()).not.toContain("elsewhere");
  });

  test.each([
    ["person", "HOME", true],
    ["person", "SECRET", false],
    ["person", "GIT_DIR", false],
    ["pusher", "HOME", true],
    ["pusher", "GIT_SSH_COMMAND", true],
    ["pusher", "GIT_DIR", false],
    ["pusher", "GIT_OBJECT_DIRECTORY", false],
  ] as const)("as the %s passes %s: %s", async (actor, name, isPassed) => {
    vi.stubEnv(name, "/elsewhere");
    standIn("env");
    const { stdout } = await runGit(["x"], { cwd: folder, actor });
    expect(stdout.toString().includes(`${name}=/elsewhere`)).toBe(isPassed);
  });

  test("ends a git that hangs, with what it started", async () => {
    standIn("sleep 1000 & sleep 1000");
    const failure = runGit(["x"], { cwd: folder, timeoutMs: 100 });
    await expect(failure).rejects.toThrow("git x: expected success, found no end after 100 ms");
  });

  test("ends a git that does not stop talking", async () => {
    standIn("exec yes");
    await expect(runGit(["x"], { cwd: folder })).rejects.toThrow(/more than 67108864 bytes/);
  });

  test("cuts where it was asked to", async () => {
    standIn("exec yes");
    const result = await runGit(["x"], { cwd: folder, cutBytes: 4 });
    expect([result.cut, result.stdout.toString()]).toEqual([true, "y\ny\n"]);
  });

  test("does not wait for what a push leaves behind", async () => {
    standIn("sleep 3 & echo pushed; exit 0");
    const result = await runGit(["x"], { cwd: folder, actor: "pusher", timeoutMs: 2_500 });
    expect(result.stdout.toString()).toBe("pushed\n");
  });

  test("bears a git that does not read its input", async () => {
    standIn("exit 0");
    const result = await runGit(["x"], { cwd: folder, stdin: Buffer.alloc(4_000_000) });
    expect(result.code).toBe(0);
  });

  test("says that git is missing", async () => {
    vi.stubEnv("PATH", folder);
    await expect(runGit(["x"], { cwd: folder })).rejects.toThrow(/expected git on the PATH/);
  });
});

test.each([
  ["hint: a\nfatal: b\nhint: c\n", "fatal: b"],
  ["a\nb\n", "b"],
  ["", "git said nothing"],
  ["fatal: https://me:secret@host/x \u001B[31mred", "fatal: https://host/x red"],
])("lastWord(%j)", (stderr, wanted) => {
  expect(lastWord(stderr)).toBe(wanted);
});

test("withoutCredentials() leaves addresses without credentials alone", () => {
  expect(withoutCredentials("https://host/a@b git@host:x")).toBe("https://host/a@b git@host:x");
});
