import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import type { FoundFiles } from "../ports/folder-files.ts";

/** A stranger's folder may hold any number of entries; reports stand among far fewer. */
const ENTRIES_MAX = 200_000;
const DEPTH_MAX = 40;
/** Never part of what a program of the checkout reports, and often most of it. */
const LEFT_OUT = new Set([".git", "node_modules"]);

/** Where to search, and for what. */
interface SearchRequest {
  readonly folder: string;
  readonly glob: string;
  /** For tests; otherwise the usual limit. */
  readonly entriesMax?: number;
}

/** Regular files below a folder that match a glob; symbolic links are not followed. */
export function findFiles(request: SearchRequest): FoundFiles {
  const glob = request.glob.replace(/^(?:\.\/)+/, "");
  const { base, isGlob } = picomatch.scan(glob);
  if (!isGlob) return { paths: [glob], isCut: false };
  if (path.isAbsolute(base) || base.split("/").includes("..")) return { paths: [], isCut: false };
  const matches = picomatch(glob, { dot: true, noextglob: true });
  const found = walk(request, base, ({ name }) => !LEFT_OUT.has(name) || glob.includes(name));
  return { ...found, paths: found.paths.filter((file) => matches(file)).toSorted() };
}

function walk(
  { folder, entriesMax = ENTRIES_MAX }: SearchRequest,
  base: string,
  isWanted: (folder: Dirent) => boolean,
): FoundFiles {
  const paths: string[] = [];
  const folders = [base];
  let isCut = false;
  for (let seen = 0; folders.length > 0 && seen < entriesMax;) {
    const below = folders.pop() ?? "";
    const entries = entriesOf(path.join(folder, below));
    seen += entries.length + 1;
    const wanted = entries.filter((it) => it.isFile() || (it.isDirectory() && isWanted(it)));
    for (const entry of wanted) {
      const file = path.posix.join(below, entry.name);
      if (entry.isFile()) paths.push(file);
      else if (isTooDeep(file)) isCut = true;
      else folders.push(file);
    }
  }
  return { paths, isCut: isCut || folders.length > 0 };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isTooDeep(file: string): boolean {
  return file.split("/").length > DEPTH_MAX;
}
