import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { signalProcess } from "./process-runner-leftovers.ts";

const SWEEPS_MAX = 50;
const SWEEP_INTERVAL_MS = 10;

/** Kills every process of the browser whose profile stands in `folder`; each one names it as an argument. */
export async function killBrowser(folder: string): Promise<void> {
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
    if (killNaming(folder) === 0) return;
    await delay(SWEEP_INTERVAL_MS);
  }
}

function killNaming(folder: string): number {
  return processIds()
    .filter((pid) => pid !== process.pid && commandLineOf(pid).includes(folder))
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

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}
