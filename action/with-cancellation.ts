/** GitHub sends the first one, and the second one seven and a half seconds later. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Runs `work` with a signal that is aborted when the run is cancelled. */
export async function withCancellation<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  function cancel(): void {
    controller.abort();
  }
  for (const name of SIGNALS) process.on(name, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, cancel);
  }
}
