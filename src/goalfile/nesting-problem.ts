import { endOfSkipped } from "./end-of-skipped.ts";
import type { TextProblem } from "./problem.ts";

export const DEPTH_MAX = 32;

/**
 * Looked for in the text, because whoever walks values recurses: brackets that are open at once, and
 * the parts of a dotted key. Strings and comments are skipped.
 */
export function nestingProblem(text: string): TextProblem | undefined {
  // Whatever lies between two of these cannot nest: the engine jumps from one to the next.
  const telling = /["'#.=,\n[\]{}]/g;
  let open = 0;
  let dots = 0;
  for (let found = telling.exec(text); found !== null; found = telling.exec(text)) {
    const character = found[0];
    if (character === '"' || character === "'" || character === "#") {
      telling.lastIndex = endOfSkipped(text, found.index);
    } else if (character === ".") {
      dots += 1;
    } else {
      if ("=,\n[{".includes(character)) dots = 0;
      open = Math.max(0, open + bracketStep(character));
    }
    if (open > DEPTH_MAX || dots >= DEPTH_MAX) return tooDeep(text, found.index);
  }
  return undefined;
}

/** Whether a line has so many dots that its keys could nest too deep; most files have no such line. */
export function hasDottedLine(text: string): boolean {
  let dots = 0;
  let end = -1;
  for (let dot = text.indexOf("."); dot !== -1; dot = text.indexOf(".", dot + 1)) {
    if (dot > end) {
      dots = 0;
      end = text.indexOf("\n", dot);
      if (end === -1) end = text.length;
    }
    dots += 1;
    if (dots >= DEPTH_MAX) return true;
  }
  return false;
}

function bracketStep(character: string): number {
  if (character === "[" || character === "{") return 1;
  return character === "]" || character === "}" ? -1 : 0;
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
