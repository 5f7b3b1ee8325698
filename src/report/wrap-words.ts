/** Broken between words into lines of at most `charactersMax`; a longer word keeps a line of its own. */
export function wrapWords(text: string, charactersMax: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > charactersMax) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
