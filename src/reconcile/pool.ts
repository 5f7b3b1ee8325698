/** Lends each of its slots to one piece of work at a time, in the order of asking. */
export interface Pool<T> {
  use<R>(work: (slot: T) => Promise<R>): Promise<R>;
}

/** A pool of these slots; at least one. */
export function createPool<T>(slots: readonly [T, ...T[]]): Pool<T> {
  const free = [...slots];
  const waiting: ((slot: T) => void)[] = [];
  return { use };

  async function use<R>(work: (slot: T) => Promise<R>): Promise<R> {
    const slot = free.shift() ?? (await nextSlot());
    try {
      return await work(slot);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    }
  }

  async function nextSlot(): Promise<T> {
    const lent = Promise.withResolvers<T>();
    waiting.push(lent.resolve);
    return await lent.promise;
  }
}
