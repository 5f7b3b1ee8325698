import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import os from "node:os";
import type { ProcessHolder } from "../model/run.ts";
import type { RunLiveness } from "../ports/run-liveness.ts";

/** Fixed by the kernel: the PID namespace in which the machine itself runs. */
const FIRST_PID_NAMESPACE = "pid:[4026531836]";
const ASK_TIMEOUT_MS = 5000;
/** Field 22 of stat; the first two, number and name, stand before the last parenthesis. */
const START_TIME_INDEX = 22 - 3;

/** Looks at the processes of this machine. */
export function createRunLiveness(): RunLiveness {
  const startedAt = startOf(process.pid);
  const self: ProcessHolder = {
    kind: "process",
    host: hostName(),
    boot: bootName(),
    pid: process.pid,
    startedAt: startedAt ?? "unknown",
  };
  return {
    self: () => self,
    stateOf: async (holder) => {
      if (holder.kind !== "process") return "unknown";
      if (holder.host !== self.host) return "unknown";
      if (holder.boot !== self.boot) return "gone";
      // Whoever cannot even see itself has no say about others.
      return startedAt === undefined ? "unknown" : look(holder);
    },
  };
}

function look(holder: ProcessHolder): "alive" | "gone" | "unknown" {
  const start = startOf(holder.pid);
  if (start === undefined) return isHidden(holder.pid) ? "unknown" : "gone";
  return start === holder.startedAt ? "alive" : "gone";
}

/** Another user's process may be there without showing when it started. */
function isHidden(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Process numbers mean nothing outside their namespace, so it is part of the name. */
function hostName(): string {
  const namespace = readLinkOrEmpty("/proc/self/ns/pid");
  const isFirst = namespace === "" || namespace === FIRST_PID_NAMESPACE;
  return isFirst ? os.hostname() : `${os.hostname()} ${namespace}`;
}

function bootName(): string {
  return (
    readOrUndefined("/proc/sys/kernel/random/boot_id") ??
    ask(["sysctl", "-n", "kern.boottime"]) ??
    "unknown"
  );
}

function startOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return os.platform() === "linux" ? startTicks(pid) : ask(["ps", "-o", "lstart=", "-p", `${pid}`]);
}

function startTicks(pid: number): string | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  // The name may hold spaces and parentheses of its own.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const isOver = fields?.[0] === "Z" || fields?.[0] === "X";
  return isOver ? undefined : fields?.[START_TIME_INDEX];
}

function ask([program = "", ...args]: readonly string[]): string | undefined {
  const answer = spawnSync(program, args, {
    encoding: "utf8",
    env: { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" },
    timeout: ASK_TIMEOUT_MS,
  });
  const text = answer.status === 0 ? answer.stdout.trim() : "";
  return text === "" ? undefined : text;
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

function readLinkOrEmpty(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}
