/**
 * Remembers which deliveries came already. A redelivery keeps its id; an older one that was forgotten, or
 * one from before a restart, is looked at again, which changes nothing but the time that it takes.
 */
export interface SeenDeliveries {
  /** `true` the first time. */
  add(id: string): boolean;
}

export function createSeenDeliveries(idsMax: number): SeenDeliveries {
  const seen = new Set<string>();
  return {
    add: (id) => {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > idsMax && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}
