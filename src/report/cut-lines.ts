/**
 * Joins lines to a text of at most `charactersMax`: whole lines go from the middle, so that no line
 * is left half open.
 */
export function cutLines(lines: readonly string[], charactersMax: number): string {
  const text = lines.join("\n");
  if (text.length <= charactersMax) return text;
  const room = Math.floor((charactersMax - NOTE_CHARACTERS_MAX) / 2);
  const head = fitting(lines, room);
  const tail = fitting(lines.slice(head.length).toReversed(), room).toReversed();
  const omitted = lines.length - head.length - tail.length;
  return [...head, "", `… ${omitted} lines left out …`, "", ...tail].join("\n");
}

const NOTE_CHARACTERS_MAX = 60;

/** The first lines that fit into so many characters. */
function fitting(lines: readonly string[], charactersMax: number): readonly string[] {
  let characters = 0;
  const end = lines.findIndex((line) => {
    characters += line.length + 1;
    return characters > charactersMax;
  });
  return end === -1 ? lines : lines.slice(0, end);
}
