import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { ProcessRequest, ProcessRunner } from "../../src/ports/process-runner.ts";

const BIN = path.join(import.meta.dirname, "../fixtures/bin");
const WAIT = { timeout: 20_000, interval: 20 };
const isLinux = os.platform() === "linux";
const strong = createProcessRunner();
const weak = createProcessRunner({ isolation: "process-group" });
const runners: readonly (readonly [string, ProcessRunner])[] =
  strong.isolation === "namespace"
    ? [
        ["namespace", strong],
        ["process-group", weak],
      ]
    : [["process-group", weak]];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kazi-test-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function request(script: string, args: readonly string[] = []): ProcessRequest {
  return {
    argv: [process.execPath, path.join(BIN, script), ...args],
    cwd: BIN,
    env: { PATH: process.env["PATH"] ?? "" },
    timeoutMs: 30_000,
    outputBytesMax: 10_000,
    mergeStderr: false,
    signal: new AbortController().signal,
  };
}

/** The processes of this machine that carry the token in their arguments. */
function carriers(token: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readCommand(pid).includes(token));
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** A kazi of its own. */
function startHost(name: string, token: string): ChildProcess {
  const child = path.join(BIN, name);
  const argv = name.endsWith(".js")
    ? [process.execPath, child, token]
    : [child, process.execPath, token];
  return spawn(process.execPath, [path.join(BIN, "runs-a-child.js"), ...argv], { stdio: "ignore" });
}

function isForever(pid: string): boolean {
  return readCommand(pid).split("\0")[1]?.endsWith("forever.js") === true;
}

function writeScript(name: string, text: string, mode = 0o755): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

test("createProcessRunner(): the weaker isolation can be forced", () => {
  expect(weak.isolation).toBe("process-group");
});

describe.each(runners)("createProcessRunner(), %s", (_name, runner) => {
  test("run() keeps code and both streams apart", async () => {
    const { ending, stdout, stderr } = await runner.run(request("exit-3.js"));
    expect(ending).toEqual({ kind: "exited", code: 3 });
    expect(stdout).toEqual({ text: "out\n", totalBytes: 4, omittedBytes: 0 });
    expect(stderr).toEqual({ text: "err\n", totalBytes: 4, omittedBytes: 0 });
  });

  test("run() merges in the order of arrival, and the streams can be opened by name", async () => {
    const merged = { ...request(""), argv: ["./interleaves.sh"], mergeStderr: true };
    const { stdout, stderr } = await runner.run(merged);
    expect(stdout.text).toBe("one\ntwo\nthree\nfour\n");
    expect(stderr.totalBytes).toBe(0);
  });

  test("run() hands on all of standard output, also what it does not keep", async () => {
    const chunks: number[] = [];
    const { stdout } = await runner.run({
      ...request("flood.js", ["20"]),
      onStdout: (chunk) => chunks.push(chunk.length),
    });
    expect(chunks.reduce((sum, length) => sum + length, 0)).toBe(20 * 1024 * 1024);
    expect(stdout.totalBytes).toBe(20 * 1024 * 1024);
  });

  test("run() loses no output to a reader that is slower than the program", async () => {
    let readUntilMs: number | undefined;
    const { stdout } = await runner.run({
      ...request("prints.js", ["x".repeat(100_000)]),
      outputBytesMax: 1_000_000,
      onStdout: () => {
        // Only the first piece takes long, so that the rest waits in the pipe when the program is gone.
        readUntilMs ??= performance.now() + 1500;
        while (performance.now() < readUntilMs);
      },
    });
    expect(stdout.text.length).toBe(100_000);
  });

  test.each(["SIGSEGV", "SIGKILL", "SIGTERM"])("run() tells a death by %s", async (signal) => {
    const { ending, stdout } = await runner.run(request("dies-by-signal.js", [signal]));
    expect(ending).toEqual({ kind: "killed", signal });
    expect(stdout.text).toBe("last words\n");
  });

  test("run() leaves an exit code above 128 a code", async () => {
    const { ending } = await runner.run(request("prints.js", ["", "139"]));
    expect(ending).toEqual({ kind: "exited", code: 139 });
  });

  test.each([
    ["absent", undefined, ""],
    ["text", "häl\0lo\n", "häl\0lo\n"],
    ["larger than a pipe", "x".repeat(300_000), "x".repeat(300_000)],
  ])("run() hands over standard input: %s", async (_case, stdin, expected) => {
    const asked = { ...request("echoes-stdin.js"), outputBytesMax: 1_000_000 };
    const { stdout } = await runner.run(stdin === undefined ? asked : { ...asked, stdin });
    expect(stdout.text).toBe(expected);
  });

  test("run() does not care about input that nobody reads", async () => {
    const { ending } = await runner.run({ ...request("exit-3.js"), stdin: "y".repeat(500_000) });
    expect(ending).toEqual({ kind: "exited", code: 3 });
  });

  test("run() gives the child no environment but the one asked for", async () => {
    const asked = { ...request("prints-environment.js"), env: { ONLY: "this" } };
    const { stdout } = await runner.run(asked);
    const names = Object.keys(JSON.parse(stdout.text) satisfies Record<string, string>);
    const own = new Set(["KAZI_CHILD", "PWD", "OLDPWD", "SHLVL", "_"]);
    expect(names.filter((name) => !own.has(name))).toEqual(["ONLY"]);
  });

  test("run() finds a bare name on PATH and passes arguments as they are", async () => {
    writeScript("say", '#!/bin/sh\nprintf "%s|" "$@"\n');
    const args = ["a b", "$(id)", "", "--", "'", "-x"];
    const asked = { ...request(""), argv: ["say", ...args], env: { PATH: `:.:${folder}:/bin` } };
    const { stdout } = await runner.run(asked);
    expect(stdout.text).toBe("a b|$(id)||--|'|-x|");
  });

  test.skipIf(!isLinux)("run() ends a child at its timeout and leaves nothing", async () => {
    const token = randomUUID();
    const { ending } = await runner.run({ ...request("forever.js", [token]), timeoutMs: 300 });
    expect(ending).toEqual({ kind: "timed-out", afterMs: 300 });
    expect(carriers(token)).toEqual([]);
  });

  test.skipIf(!isLinux)("run() kills what ignores SIGTERM", async () => {
    const token = randomUUID();
    const asked = { ...request("ignores-sigterm.js", [token]), timeoutMs: 500 };
    const { ending, durationMs } = await runner.run(asked);
    expect(ending).toEqual({ kind: "timed-out", afterMs: 500 });
    expect(durationMs).toBeGreaterThan(2000);
    expect(carriers(token)).toEqual([]);
  });

  test.skipIf(!isLinux)("run() kills a daemon with a session of its own", async () => {
    const token = randomUUID();
    const { ending, stdout } = await runner.run(request("daemon.js", [token]));
    expect(ending).toEqual({ kind: "exited", code: 0 });
    expect(stdout.text).toBe("left a daemon\n");
    expect(carriers(token)).toEqual([]);
  });

  test.skipIf(!isLinux)("run() comes back when a background job holds the pipes", async () => {
    const token = randomUUID();
    const command = `sh -c 'while :; do sleep 5; done' ${token} & exit 0`;
    const { ending } = await runner.run({ ...request(""), argv: ["/bin/sh", "-c", command] });
    expect(ending).toEqual({ kind: "exited", code: 0 });
    expect(carriers(token)).toEqual([]);
  });

  test.skipIf(!isLinux)("run() ends a child when it is aborted", async () => {
    const token = randomUUID();
    const controller = new AbortController();
    const running = runner.run({ ...request("forever.js", [token]), signal: controller.signal });
    await vi.waitFor(() => {
      expect(carriers(token).length).toBeGreaterThan(0);
    }, WAIT);
    controller.abort();
    expect((await running).ending).toEqual({ kind: "interrupted" });
    expect(carriers(token)).toEqual([]);
  });

  test("run() does not take a program for late because kazi was busy", async () => {
    const waiting = runner.run({
      ...request("exit-3.js"),
      argv: ["/bin/sh", "-c", "exit 3"],
      timeoutMs: 300,
    });
    // Somebody else's work: nothing is heard of the child meanwhile.
    const busyUntilMs = performance.now() + 1000;
    while (performance.now() < busyUntilMs);
    expect((await waiting).ending).toEqual({ kind: "exited", code: 3 });
  });

  test("run() starts nothing when it is aborted already", async () => {
    const file = path.join(folder, `touched-${randomUUID()}`);
    const asked = { ...request(""), argv: ["/bin/sh", "-c", `touch ${file}`] };
    const { ending } = await runner.run({ ...asked, signal: AbortSignal.abort() });
    expect(ending).toEqual({ kind: "interrupted" });
    expect(readdirSync(folder)).not.toContain(path.basename(file));
  });

  test("run() keeps head and tail of a flood in bounded memory", async () => {
    const before = process.memoryUsage().rss;
    const { stdout } = await runner.run(request("flood.js", ["200"]));
    expect(stdout.totalBytes).toBe(200 * 1024 * 1024);
    expect(stdout.text.length).toBeLessThan(10_100);
    expect(stdout.text).toMatch(/^flood\n[\s\S]*bytes left out …\n[\s\S]*flo/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test("run() ends a flood that never stops", async () => {
    const { ending, stdout } = await runner.run({ ...request("flood.js"), timeoutMs: 300 });
    expect(ending).toEqual({ kind: "timed-out", afterMs: 300 });
    expect(stdout.text).toContain("bytes left out");
  });

  test.each<readonly [string, () => Partial<ProcessRequest>, string]>([
    ["an empty argv", () => ({ argv: [] }), "the command is empty"],
    ["a name not on PATH", () => ({ argv: ["no-such-program"] }), "no-such-program: not found"],
    ["no PATH", () => ({ argv: ["sh"], env: {} }), "sh: not found"],
    ["a command line", () => ({ argv: ["go test"] }), "the name of one program"],
    ["a missing file", () => ({ argv: ["./no-such-file"] }), "./no-such-file: not found"],
    ["a folder", () => ({ argv: [folder] }), "not a regular file"],
    ["a plain file", () => ({ argv: [writeScript("plain", "x", 0o644)] }), "not executable"],
    ["a missing interpreter", () => ({ argv: [writeScript("odd", "#!/no/such x\n")] }), "/no/such"],
    ["a missing folder", () => ({ cwd: "/no/such/folder" }), "folder to run it in"],
    ["a NUL in an argument", () => ({ argv: ["/bin/sh", "a\0b"] }), "NUL"],
    ["a NUL in the environment", () => ({ env: { PATH: "/bin", A: "a\0b" } }), "NUL"],
    ["a NUL in the name", () => ({ argv: ["./a\0b"] }), "not found"],
    ["too long an argument", () => ({ argv: ["/bin/sh", "x".repeat(3_000_000)] }), "too long"],
  ])("run() does not start %s and says why", async (_case, change, words) => {
    const { ending } = await runner.run({ ...request("exit-3.js"), ...change() });
    expect(ending).toEqual({ kind: "not-started", reason: expect.stringContaining(words) });
  });
});

describe.skipIf(strong.isolation !== "namespace")("createProcessRunner(), namespace only", () => {
  test("run() shows the child no process but its own", async () => {
    const asked = { ...request(""), argv: ["/bin/sh", "-c", "echo /proc/[0-9]*"] };
    const { stdout } = await strong.run(asked);
    expect(stdout.text.trim().split(" ").length).toBeLessThan(4);
  });

  test("a child dies when kazi is killed", async () => {
    const token = randomUUID();
    const hosts = ["forever.js", "keeps-a-daemon.sh"].map((name) => startHost(name, token));
    await vi.waitFor(() => {
      expect(carriers(token).filter(isForever)).toHaveLength(2);
    }, WAIT);
    hosts.forEach((host) => host.kill("SIGKILL"));
    await vi.waitFor(() => {
      expect(carriers(token)).toEqual([]);
    }, WAIT);
  });
});

test("createProcessRunner(): run() leaves no temporary folder", async () => {
  const temporary = path.join(folder, "temporary");
  mkdirSync(temporary);
  vi.stubEnv("TMPDIR", temporary);
  await weak.run({ ...request("exit-3.js"), stdin: "x" });
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
});

test("createProcessRunner(): run() says when no pipe can be made", async () => {
  vi.stubEnv("TMPDIR", "/no/such/folder");
  const { ending } = await weak.run(request("exit-3.js"));
  vi.unstubAllEnvs();
  expect(ending).toEqual({
    kind: "not-started",
    reason: expect.stringContaining("/no/such/folder"),
  });
});
