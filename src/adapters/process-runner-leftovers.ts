import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const SWEEPS_MAX = 50;
const SWEEP_INTERVAL_MS = 10;

/** Kills what is left of a process group, and whatever carries `marker` in its environment. */
export async function killLeftovers(group: number, marker: string): Promise<void> {
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
    signalGroup(group, "SIGKILL");
    if (killMarked(marker) === 0) return;
    await delay(SWEEP_INTERVAL_MS);
  }
}

/** False when nobody is there any more. */
export function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  return signalProcess(-group, signal);
}

/** The children of a process, as far as the kernel tells. */
export function childrenOf(pid: number): readonly number[] {
  const text = readProc(`/proc/${pid}/task/${pid}/children`);
  return text
    .split(" ")
    .map(Number)
    .filter((child) => child > 0);
}

/** False when nobody is there any more. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function killMarked(marker: string): number {
  return processIds()
    .filter((pid) => pid !== process.pid)
    .filter((pid) => readProc(`/proc/${pid}/environ`).includes(marker))
    .filter((pid) => signalProcess(pid, "SIGKILL")).length;
}

function processIds(): readonly number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

function readProc(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
