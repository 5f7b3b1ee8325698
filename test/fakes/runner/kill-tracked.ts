import { readdirSync, readFileSync } from "node:fs";

/** A process may start another while the list is being read; after so many rounds it is given up. */
const ROUNDS_MAX = 5;

/**
 * Kills every process that carries the tracking id in its environment, also those that left their process group:
 * GitHub's runner ends a job's orphans in the same way. Answers how many there were.
 */
export function killTracked(trackingId: string): number {
  let count = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const pids = findTracked(trackingId);
    if (pids.length === 0) break;
    for (const pid of pids) kill(pid);
    count += pids.length;
  }
  return count;
}

function findTracked(trackingId: string): readonly number[] {
  const needle = Buffer.from(`RUNNER_TRACKING_ID=${trackingId}\0`);
  return listProcesses().filter((pid) => readEnvironment(pid).includes(needle));
}

function listProcesses(): readonly number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    // Only Linux shows its processes as files; elsewhere the process group is all that is killed.
    return [];
  }
}

function readEnvironment(pid: number): Buffer {
  try {
    return readFileSync(`/proc/${pid}/environ`);
  } catch {
    // It ended, or it is somebody else's.
    return Buffer.alloc(0);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}
