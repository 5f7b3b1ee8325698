import PQueue from "p-queue";

/** Work by key, one after another for each key, a few keys at the same time. */
export interface WorkQueue {
  /** `false` when there is no room: GitHub is told, and the sweep finds what was missed. */
  add(key: string, work: () => Promise<void>): boolean;
  idle(): Promise<void>;
}

export interface WorkQueueOptions {
  readonly keysAtOnce: number;
  readonly waitingMax: number;
  readonly onError: (error: unknown) => void;
}

export function createWorkQueue(options: WorkQueueOptions): WorkQueue {
  const shared = new PQueue({ concurrency: options.keysAtOnce });
  const lanes = new Map<string, PQueue>();
  let waiting = 0;
  return { add, idle };

  function add(key: string, work: () => Promise<void>): boolean {
    if (waiting >= options.waitingMax) return false;
    waiting += 1;
    const lane = lanes.get(key) ?? new PQueue({ concurrency: 1 });
    lanes.set(key, lane);
    void lane.add(async () => {
      await shared.add(work).catch(options.onError);
      waiting -= 1;
      if (lane.size === 0 && lanes.get(key) === lane) lanes.delete(key);
    });
    return true;
  }

  async function idle(): Promise<void> {
    for (;;) {
      const busy = [...lanes.values()];
      if (busy.length === 0) return;
      await Promise.all(busy.map(async (lane) => await lane.onIdle()));
    }
  }
}
