/** The folder that every match of a glob lies in: what stands before its first wildcard. */
function literalPrefix(given: string): string {
  const glob = given.replaceAll(/\/(?:\.\/)+/g, "/");
  const wildcard = glob.search(/[*?[{(!]/);
  const literal = wildcard === -1 ? glob : glob.slice(0, glob.lastIndexOf("/", wildcard) + 1);
  return literal === "." ? "" : literal.replace(/^\.\//, "").replace(/\/+$/, "");
}

/**
 * Whether two sets of globs could name one path. Errs towards yes: no globs at all means everything,
 * and a folder overlaps all that lies below it.
 */
export function scopesOverlap(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  return left.some((one) =>
    right.some((other) => prefixesMeet(literalPrefix(one), literalPrefix(other))),
  );
}

function prefixesMeet(one: string, other: string): boolean {
  return one === other || contains(one, other) || contains(other, one);
}

function contains(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
