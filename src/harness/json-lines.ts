/** Broken lines are noise around the events; more than this is another format, and costs time. */
const BROKEN_MAX = 1_000;

/** The JSON objects of a text that has one a line, in order; other lines are passed over. */
export function readJsonLines(text: string): readonly unknown[] {
  const events: unknown[] = [];
  let broken = 0;
  for (const line of text.split("\n")) {
    const event = parseObjectLine(line.trim());
    if (event.kind === "object") events.push(event.value);
    if (event.kind === "broken") broken += 1;
    if (broken > BROKEN_MAX) return [];
  }
  return events;
}

type LineReading =
  | { readonly kind: "object"; readonly value: unknown }
  | { readonly kind: "broken" }
  | { readonly kind: "other" };

function parseObjectLine(line: string): LineReading {
  if (!line.startsWith("{") || !line.endsWith("}")) return { kind: "other" };
  try {
    return { kind: "object", value: JSON.parse(line) };
  } catch {
    return { kind: "broken" };
  }
}
