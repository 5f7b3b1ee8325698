/** Ids hold no control characters, so no id of one predicate is the key of another's part. */
const SEPARATOR = "\t";

/** What a predicate's baseline is found by; `part` where it remembers several. */
export function baselineKey(id: string, part?: string): string {
  return part === undefined ? id : `${id}${SEPARATOR}${part}`;
}

/** Whether the key belongs to the predicate. */
export function isKeyOf(key: string, id: string): boolean {
  return key === id || key.startsWith(`${id}${SEPARATOR}`);
}
