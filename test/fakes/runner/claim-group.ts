import type { ConcurrencyGroups } from "./concurrency-groups.ts";
import type { Concurrency } from "./read-concurrency.ts";

export interface GroupRequest {
  readonly groups: ConcurrencyGroups;
  readonly concurrency: Concurrency | undefined;
  /** Ends the waiting from outside. */
  readonly signal: AbortSignal;
  /** A newer one takes the place of this one while it runs. */
  onDisplaced(): void;
  /** It has to wait. */
  onWait(): void;
}

/** Does the work when its concurrency group is free; undefined when a newer one or a cancellation came before. */
export async function claimGroup<T>(
  request: GroupRequest,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const { groups, concurrency, signal } = request;
  if (concurrency === undefined) return await work();
  const turn = Promise.withResolvers<boolean>();
  let isRunning = false;
  const claim = {
    ...concurrency,
    start: () => {
      isRunning = true;
      turn.resolve(true);
    },
    cancel: () => {
      turn.resolve(false);
      request.onDisplaced();
    },
  };
  const giveUp = (): void => {
    turn.resolve(false);
  };
  groups.enter(claim);
  if (!hasStarted()) request.onWait();
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp);
  try {
    return (await turn.promise) ? await work() : undefined;
  } finally {
    signal.removeEventListener("abort", giveUp);
    groups.leave(claim);
  }

  function hasStarted(): boolean {
    return isRunning;
  }
}
