import path from "node:path";

/** A path that may not leave the folder. */
export function resolveInside(folder: string, relative: string): string {
  const resolved = path.resolve(folder, relative);
  if (resolved === folder || resolved.startsWith(folder + path.sep)) return resolved;
  throw new Error(`The path '${relative}' is not under '${folder}'`);
}
