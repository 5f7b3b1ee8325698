/** Where a comment or a string that starts here is over; its text is none of TOML's structure. */
export function endOfSkipped(text: string, start: number): number {
  const character = text.charAt(start);
  if (character === "#") return lineEnd(text, start);
  if (text.startsWith(character.repeat(3), start)) {
    return endOfLongString(text, start + 3, character);
  }
  return character === '"' ? endOfBasicString(text, start + 1) : endOfLiteral(text, start + 1);
}

/** A line that ends before its string does is the parser's to refuse. */
function endOfBasicString(text: string, start: number): number {
  const telling = /["\\\n]/g;
  telling.lastIndex = start;
  for (let found = telling.exec(text); found !== null; found = telling.exec(text)) {
    if (found[0] === '"') return found.index + 1;
    if (found[0] === "\n") return found.index;
    telling.lastIndex = found.index + 2;
  }
  return text.length;
}

function endOfLiteral(text: string, start: number): number {
  const end = text.indexOf("'", start);
  const line = lineEnd(text, start);
  return end === -1 || end > line ? line : end + 1;
}

/** One or two more quotes directly behind the closing three belong to the string. */
function endOfLongString(text: string, start: number, quote: string): number {
  const three = quote.repeat(3);
  let end = text.indexOf(three, start);
  if (quote === '"') {
    while (end !== -1 && isEscaped(text, start, end)) end = text.indexOf(three, end + 1);
  }
  if (end === -1) return text.length;
  let behind = end + 3;
  while (behind < end + 5 && text.charAt(behind) === quote) behind += 1;
  return behind;
}

function isEscaped(text: string, start: number, index: number): boolean {
  let before = index - 1;
  while (before >= start && text.charAt(before) === "\\") before -= 1;
  return (index - 1 - before) % 2 === 1;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}
