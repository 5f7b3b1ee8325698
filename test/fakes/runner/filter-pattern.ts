/** Whether a branch, tag or path passes a list of GitHub's filter patterns; a later `!pattern` takes it out again. */
export function matchesPatterns(patterns: readonly string[], name: string): boolean {
  let isMatch = false;
  for (const pattern of patterns) {
    const isNegative = pattern.startsWith("!");
    const regex = toRegex(isNegative ? pattern.slice(1) : pattern);
    if (regex.test(name)) isMatch = !isNegative;
  }
  return isMatch;
}

/** `*` stays within a folder, `**` does not; `?`, `+` and `[]` work as in regular expressions. */
function toRegex(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/|\*\*|\*|\\.|\[[^\]]*\]|[?+])/u);
  return new RegExp(`^${parts.map(toRegexPart).join("")}$`, "u");
}

function toRegexPart(part: string): string {
  if (part === "**/") return "(?:.*/)?";
  if (part === "**") return ".*";
  if (part === "*") return "[^/]*";
  if (part === "?" || part === "+" || part.startsWith("[")) return part;
  const literal = part.startsWith("\\") ? part.slice(1) : part;
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
