import type { BrokenRule } from "./rule.ts";

/** Constructs that no engine can match in time that grows with the text alone. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\(\?<?[=!]/, "a lookaround"],
  [/^\(\?(?:P=|P>|&|R|[+-]?\d)/, "a reference to a group"],
  [/^\(\?>/, "an atomic group"],
  [/^\(\?\(/, "a condition"],
];

/** Read as text: the engine itself judges later, and knows more. */
export function linearRegex(regex: string): BrokenRule | undefined {
  const found = foreignConstruct(regex);
  if (found === undefined) return undefined;
  return {
    template: `{at} uses ${found}, which this version does not evaluate (got {got})`,
    code: "unsupported-regex",
    suggestion: "Write it without, or let a script count and use another verdict.",
  };
}

function foreignConstruct(regex: string): string | undefined {
  let isInClass = false;
  for (let index = 0; index < regex.length; index += 1) {
    const character = regex.charAt(index);
    if (character === "\\") {
      if (!isInClass && /[1-9kg]/.test(regex.charAt(index + 1))) return "a backreference";
      index += 1;
    } else if (isInClass) {
      isInClass = character !== "]";
    } else if (character === "[") {
      isInClass = true;
      index += leadingBracket(regex, index + 1);
    } else {
      const found = foreignAt(regex, index);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A "]" directly behind "[" or "[^" is a member of the class. */
function leadingBracket(regex: string, start: number): number {
  return /^\^?\]?/.exec(regex.slice(start, start + 2))?.[0].length ?? 0;
}

function foreignAt(regex: string, index: number): string | undefined {
  const rest = regex.slice(index, index + 8);
  if (rest.startsWith("(")) return GROUPS.find(([shape]) => shape.test(rest))?.[1];
  return /^[*+?]\+/.test(rest) ? "a possessive quantifier" : undefined;
}
