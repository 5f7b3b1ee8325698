import type { TextProblem } from "./problem.ts";

export const DEPTH_MAX = 32;

/**
 * Looked for in the text, because parsers and all that walks their values recurse: brackets that are
 * open at once, and the parts of a dotted key. Strings and comments are skipped.
 */
export function nestingProblem(text: string): TextProblem | undefined {
  let open = 0;
  let dots = 0;
  for (let index = 0; index < text.length; index += 1) {
    const end = endOfSkipped(text, index);
    if (end !== undefined) {
      index = end - 1;
      continue;
    }
    const character = text.charAt(index);
    if (character === ".") dots += 1;
    else if ("=,\n[{".includes(character)) dots = 0;
    open = Math.max(0, open + bracketStep(character));
    if (open > DEPTH_MAX || dots >= DEPTH_MAX) return tooDeep(text, index);
  }
  return undefined;
}

function bracketStep(character: string): number {
  if (character === "[" || character === "{") return 1;
  return character === "]" || character === "}" ? -1 : 0;
}

/** Where a comment or string that starts here is over. */
function endOfSkipped(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  if (quote === "#") return endOfLine(text, start);
  if (quote !== '"' && quote !== "'") return undefined;
  return text.startsWith(quote.repeat(3), start)
    ? endOfLongString(text, start + 3, quote)
    : endOfString(text, start + 1, quote);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

function endOfString(text: string, start: number, quote: string): number {
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "\n") return index;
    if (character === quote) return index + 1;
    if (character === "\\" && quote === '"') index += 1;
  }
  return text.length;
}

/** One or two more quotes directly behind the closing three belong to the string. */
function endOfLongString(text: string, start: number, quote: string): number {
  for (let index = start; index < text.length; index += 1) {
    if (text.charAt(index) === "\\" && quote === '"') {
      index += 1;
    } else if (text.startsWith(quote.repeat(3), index)) {
      let end = index + 3;
      while (end < index + 5 && text.charAt(end) === quote) end += 1;
      return end;
    }
  }
  return text.length;
}

function tooDeep(text: string, index: number): TextProblem {
  const lineStart = text.lastIndexOf("\n", index - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return {
    code: "too-deep",
    message: `expected at most ${DEPTH_MAX} levels of nesting, found more`,
    suggestion: "Flatten the arrays, inline tables or dotted keys on this line.",
    place: { line, column: index - lineStart + 1 },
  };
}
