import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Confinement, planMounts } from "../../src/adapters/process-runner-confinement.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { ProcessOutcome } from "../../src/ports/process-runner.ts";

const REPORTS = path.join(import.meta.dirname, "../fixtures/bin/reports-confinement.js");
const NOBODY = 65_534;
const isConfined = createProcessRunner().isolation === "namespace";
const isRoot = process.getuid?.() === 0;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), "kazi test\n\\040-"));
  for (const name of ["repo/.git", "repo/sub", "bench/agent/deep", "bench/other"]) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  writeFileSync(path.join(folder, "repo/.git/HEAD"), "ref\n");
  symlinkSync(path.join(folder, "repo"), path.join(folder, "link"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Names below the folder in, names below the folder out. */
function plan(
  { readOnly, writable }: Confinement,
  mountPoints: readonly string[] = [],
): readonly string[] {
  const full = (name: string) => path.join(folder, name);
  const confinement = { readOnly: readOnly.map(full), writable: writable.map(full) };
  return planMounts(confinement, undefined, new Set(mountPoints.map(full))).map(
    (it) => `${it.access} ${path.relative(folder, it.path)}`,
  );
}

describe("planMounts()", () => {
  test.each<readonly [string, Confinement, readonly string[], readonly string[]]>([
    ["nothing", { readOnly: [], writable: [] }, ["repo"], []],
    ["a folder", { readOnly: ["repo"], writable: [] }, [], ["ro repo"]],
    ["a file", { readOnly: ["repo/.git/HEAD"], writable: [] }, [], ["ro repo/.git/HEAD"]],
    ["what lies in it already", { readOnly: ["repo", "repo/.git"], writable: [] }, [], ["ro repo"]],
    ["a link to it", { readOnly: ["link", "repo"], writable: [] }, [], ["ro repo"]],
    ["what is missing", { readOnly: ["no/such"], writable: ["bench/none"] }, [], []],
    [
      "a clone in the bench",
      { readOnly: ["bench"], writable: ["bench/agent"] },
      [],
      ["rw bench/agent", "ro bench"],
    ],
    [
      "what is closed in what is open",
      { readOnly: ["bench", "bench/agent/deep"], writable: ["bench/agent"] },
      [],
      ["ro bench/agent/deep", "rw bench/agent", "ro bench"],
    ],
    ["what nothing closes", { readOnly: ["repo"], writable: ["bench"] }, [], ["ro repo"]],
    ["a link as its own folder", { readOnly: ["bench"], writable: ["link"] }, [], ["ro bench"]],
    [
      "a mount in what is closed",
      { readOnly: ["repo"], writable: [] },
      ["repo/sub", "bench/agent", "repo/gone"],
      ["ro repo/sub", "ro repo"],
    ],
    [
      "a mount in what is open",
      { readOnly: ["bench"], writable: ["bench/agent"] },
      ["bench/agent/deep"],
      ["rw bench/agent", "ro bench"],
    ],
    ["what is a mount itself", { readOnly: ["repo"], writable: [] }, ["repo"], ["ro repo"]],
  ])("plans for %s", (_name, confinement, mountPoints, expected) => {
    expect(plan(confinement, mountPoints)).toEqual(expected);
  });

  test("says when there would be too many", () => {
    const readOnly = Array.from({ length: 65 }, (_, index) => path.join(folder, `many/${index}`));
    readOnly.forEach((it) => mkdirSync(it, { recursive: true }));
    expect(() => planMounts({ readOnly, writable: [] }, undefined, new Set())).toThrow(
      /at most 64 mounts.* found 65/,
    );
  });

  test("never mounts a folder before what is mounted in it", () => {
    const names = ["repo", "repo/.git", "repo/sub", "bench", "bench/agent", "bench/agent/deep"];
    const some = fc.subarray(names);
    fc.assert(
      fc.property(some, some, some, (readOnly, writable, mountPoints) => {
        const paths = plan({ readOnly, writable }, mountPoints).map((it) => it.slice(3));
        expect(new Set(paths).size).toBe(paths.length);
        paths.forEach((it, index) => {
          expect(paths.slice(index).filter((later) => later.startsWith(`${it}/`))).toEqual([]);
        });
      }),
    );
  });
});

async function runShell(script: string, env: Record<string, string> = {}): Promise<ProcessOutcome> {
  const cwd = path.join(folder, "bench/agent");
  const runner = createProcessRunner({
    confinement: () => ({
      readOnly: [path.join(folder, "repo"), path.join(folder, "bench")],
      writable: [cwd],
    }),
  });
  return await runner.run({
    argv: ["/bin/sh", "-c", script],
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    timeoutMs: 30_000,
    outputBytesMax: 10_000,
    mergeStderr: true,
    signal: new AbortController().signal,
  });
}

describe.skipIf(!isConfined)("createProcessRunner(), where mounts can be had", () => {
  test("run() lets a child write into its own folder and nowhere else that is closed", async () => {
    const { ending } = await runShell(
      "echo x > mine; mv mine ./deep/; echo x > ../theirs; mkdir ../new; mv ../other ../moved; echo x > ../../repo/.git/HEAD; mv ../agent ../gone; rm -rf ../other; exit 4",
    );
    expect(ending).toEqual({ kind: "exited", code: 4 });
    expect(readdirSync(path.join(folder, "bench")).toSorted()).toEqual(["agent", "other"]);
    expect(existsSync(path.join(folder, "bench/agent/deep/mine"))).toBe(true);
    expect(readFileSync(path.join(folder, "repo/.git/HEAD"), "utf8")).toBe("ref\n");
  });

  test.each([
    ["a new mount", "mount -o remount,bind,rw ../../repo; umount ../../repo"],
    ["a namespace of its own", "unshare -rm sh -c 'mount -o remount,bind,rw ../../repo'"],
    ["taking it away there", "unshare -rm sh -c 'umount -l ../../repo; umount -l /proc; :'"],
    ["a second way to it", "unshare -rm sh -c 'mount --bind ../.. /mnt && echo x > /mnt/repo/up'"],
    ["the first process's view", "echo x > /proc/1/root$PWD/../../repo/up"],
    ["a way around its folder", "echo x > /proc/self/cwd/../../repo/up"],
  ])("a child cannot undo it by %s", async (_name, attempt) => {
    const { ending, stdout } = await runShell(`${attempt}; echo x > ../../repo/up; exit 4`);
    expect(ending).toEqual({ kind: "exited", code: 4 });
    expect(stdout.text).toContain("Read-only file system");
    expect(readdirSync(path.join(folder, "repo")).toSorted()).toEqual([".git", "sub"]);
  });

  test("a child cannot speak for its launcher", async () => {
    const attempt = "echo 'unshare: failed' > /proc/1/fd/2; cat /proc/1/environ";
    const { ending, stdout } = await runShell(`${attempt}; exit 4`);
    expect(ending).toEqual({ kind: "exited", code: 4 });
    expect(stdout.text.match(/Permission denied/g)).toHaveLength(2);
  });

  test("a child gains no privilege, and holds none that reaches past the mounts", async () => {
    const { stdout } = await runShell("cat /proc/self/status");
    const bits = BigInt(`0x${/^CapBnd:\s*(\w+)$/m.exec(stdout.text)?.[1] ?? ""}`);
    const dangerous = [2, 16, 17, 19, 21, 22, 27, 38, 39, 40];
    expect(dangerous.filter((bit) => (bits & (1n << BigInt(bit))) !== 0n)).toEqual([]);
    expect(stdout.text).toMatch(/^NoNewPrivs:\s*1$/m);
  });

  test("variables that steer the loader reach the child and not the launcher", async () => {
    const env = { LD_TRACE_LOADED_OBJECTS: "1", A: "b\nc", "not an identifier": "x" };
    const { ending, stdout } = await runShell("exit 4", env);
    // So asked, a program lists its libraries and ends; the launcher would never come to its mark.
    expect(ending).toEqual({ kind: "exited", code: 0 });
    expect(stdout.text).toMatch(/libc|musl/);
  });

  test("run() says why when the child's folder is not to be entered", async () => {
    const gone = path.join(folder, "bench/agent/going");
    mkdirSync(gone);
    const runner = createProcessRunner({
      confinement: (cwd) => {
        if (cwd === gone) rmSync(gone, { recursive: true, force: true });
        return { readOnly: [], writable: [] };
      },
    });
    const { ending } = await runner.run({
      argv: ["/bin/true"],
      cwd: gone,
      env: {},
      timeoutMs: 30_000,
      outputBytesMax: 100,
      mergeStderr: false,
      signal: new AbortController().signal,
    });
    expect(ending.kind).toBe("not-started");
  });

  test("what cannot be mounted is told as the weaker isolation, with no process in sight", async () => {
    const readOnly = Array.from({ length: 65 }, (_, index) => path.join(folder, `some/${index}`));
    readOnly.forEach((it) => mkdirSync(it, { recursive: true }));
    const runner = createProcessRunner({ confinement: () => ({ readOnly, writable: [] }) });
    const { ending, stdout } = await runner.run({
      argv: ["/bin/sh", "-c", "echo /proc/[0-9]*; exit 4"],
      cwd: folder,
      env: {},
      timeoutMs: 30_000,
      outputBytesMax: 10_000,
      mergeStderr: false,
      signal: new AbortController().signal,
    });
    expect(runner.isolation).toBe("process-group");
    expect(ending).toEqual({ kind: "exited", code: 4 });
    expect(stdout.text.trim().split(" ").length).toBeLessThan(4);
  });

  test.skipIf(!isRoot)("it holds for a user without rights too, if the system lets one", () => {
    const place = makePlace("nobody");
    [folder, place, path.join(place, "own")].forEach((it) => chmodSync(it, 0o755));
    [place, path.join(place, "own")].forEach((it) => chownSync(it, NOBODY, NOBODY));
    const user = ["--reuid", `${NOBODY}`, "--regid", `${NOBODY}`, "--clear-groups", "--"];
    const told = report(["setpriv", ...user], place, "echo x > own; echo x > ../closed; exit 4");
    const isolation = existsSync(path.join(place, "closed")) ? "process-group" : "namespace";
    expect(told).toEqual({ isolation, ending: { kind: "exited", code: 4 } });
    expect(readdirSync(path.join(place, "own"))).toEqual(["own"]);
  });

  test.skipIf(!isRoot)("it holds for what is mounted below, whatever its name", () => {
    const place = makePlace("mounted");
    const odd = path.join(place, "a b\tc\n\\d");
    mkdirSync(odd);
    const mounting = 'mount -t tmpfs none "$1" && shift && exec "$@"';
    const prefix = ["unshare", "--mount", "--", "sh", "-c", mounting, "sh", odd];
    const told = report(prefix, place, "echo x > ../a*/file || exit 4");
    expect(told).toEqual({ isolation: "namespace", ending: { kind: "exited", code: 4 } });
  });
});

function makePlace(name: string): string {
  mkdirSync(path.join(folder, name, "own"), { recursive: true });
  return path.join(folder, name);
}

/** What a kazi told that was started in another way; `place` is closed but for `own` in it. */
function report(prefix: readonly string[], place: string, script: string): unknown {
  const kazi = [process.execPath, REPORTS, place, path.join(place, "own"), script];
  const told = execFileSync("/usr/bin/env", [...prefix, ...kazi], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(told);
}
