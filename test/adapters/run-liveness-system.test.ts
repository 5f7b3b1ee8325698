import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { createRunLiveness } from "../../src/adapters/run-liveness-system.ts";
import type { ProcessHolder } from "../../src/model/run.ts";

const liveness = createRunLiveness();
const self = ownProcess();

test("createRunLiveness(): self() is this process, and stays the same", async () => {
  expect(self.pid).toBe(process.pid);
  expect(createRunLiveness().self()).toEqual(self);
  expect(await liveness.stateOf(self)).toBe("alive");
});

test.each([
  ["another host", { host: "elsewhere" }, "unknown"],
  ["another boot", { boot: "before" }, "gone"],
  ["another start", { startedAt: "1" }, "gone"],
  ["no such process", { pid: 2 ** 30 }, "gone"],
  ["its number is a group", { pid: -1 }, "gone"],
  ["its number is nothing", { pid: 0 }, "gone"],
  ["its number is broken", { pid: 1.5 }, "gone"],
])("createRunLiveness(): stateOf(): %s", async (_case, change, state) => {
  expect(await liveness.stateOf({ ...self, ...change })).toBe(state);
});

test.skipIf(os.platform() !== "linux")(
  "createRunLiveness(): stateOf() reads past a name with spaces and parentheses",
  async () => {
    const script =
      'require("fs").writeFileSync("/proc/self/comm", "a) R 1 (b"); setInterval(() => 0, 9e4)';
    const child = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
    const pid = child.pid ?? 0;
    await vi.waitFor(() => {
      expect(readFileSync(`/proc/${pid}/comm`, "utf8")).toBe("a) R 1 (b\n");
    });
    const stat = readFileSync(path.join("/proc", `${pid}`, "stat"), "utf8");
    const startedAt = stat.replace("a) R 1 (b", "name").split(" ")[21] ?? "";
    expect(await liveness.stateOf({ ...self, pid, startedAt })).toBe("alive");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await liveness.stateOf({ ...self, pid, startedAt })).toBe("gone");
  },
);

function ownProcess(): ProcessHolder {
  const holder = liveness.self();
  if (holder.kind !== "process") throw new Error("expected a process");
  return holder;
}
