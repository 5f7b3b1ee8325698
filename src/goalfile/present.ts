/** An object with the key, or without it: an absent value is never a key that holds `undefined`. */
export function present<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]?: V };
export function present(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}
