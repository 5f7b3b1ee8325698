/** Whether a path is a file or lies in a folder of that name: `docs` does not mean `docs-old`. */
export function isBelow(path: string, prefix: string): boolean {
  const folder = prefix.replace(/\/+$/, "");
  return path === folder || path.startsWith(`${folder}/`);
}
