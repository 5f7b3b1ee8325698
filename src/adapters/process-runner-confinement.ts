import { lstatSync, readFileSync, realpathSync } from "node:fs";
import type { FolderView } from "../ports/process-runner.ts";

/** Each mount costs a program that makes it, at every start of a child. */
const MOUNTS_MAX = 64;

/** What a child may not write to, and what lies in there that it may. */
export interface Confinement {
  /** Files and folders; what is missing is passed over. */
  readonly readOnly: readonly string[];
  /** Folders by their real paths; what is a link or missing is passed over. */
  readonly writable: readonly string[];
}

/** A path that is mounted onto itself, so that it can be read-only for one child alone, or another in its place. */
export interface Mount {
  readonly from: string;
  readonly path: string;
  readonly access: "ro" | "rw";
}

/** The mounts that a confinement needs, the deepest first: a mount takes along what is mounted in it. */
export function planMounts(
  { readOnly, writable }: Confinement,
  view: FolderView | undefined,
  mountPoints: ReadonlySet<string> = readMountPoints(),
): readonly Mount[] {
  const listed = new Map<string, Mount["access"]>([
    ...readOnly.flatMap(realPath).map((it) => [it, "ro"] as const),
    ...writable.filter(isRealFolder).map((it) => [it, "rw"] as const),
  ]);
  // A mount inside of a read-only one would stay writable.
  const nested = [...mountPoints].filter(
    (it) => !listed.has(it) && accessAbove(it, listed) === "ro" && realPath(it)[0] === it,
  );
  const all = new Map([...listed, ...nested.map((it) => [it, "ro"] as const)]);
  const mounts = [...all]
    .map(([path, access]) => ({ from: path, path, access }))
    .filter(({ path, access }) => mountPoints.has(path) || access !== accessAbove(path, all))
    .filter(({ path, access }) => access === "ro" || accessAbove(path, all) === "ro")
    .toSorted((one, other) => other.path.length - one.path.length)
    .filter(({ path }) => path !== view?.folder);
  if (mounts.length < MOUNTS_MAX) return view === undefined ? mounts : [viewMount(view), ...mounts];
  throw new Error(
    `expected at most ${MOUNTS_MAX} mounts in the repository's folders, found ${mounts.length}`,
  );
}

/** First of all, so that what is mounted above it takes it along. */
function viewMount({ folder, shows }: FolderView): Mount {
  return { from: shows, path: folder, access: "rw" };
}

function accessAbove(path: string, listed: ReadonlyMap<string, Mount["access"]>): Mount["access"] {
  let above = path;
  while (above !== "/" && above !== "") {
    above = above.slice(0, above.lastIndexOf("/")) || "/";
    const access = listed.get(above);
    if (access !== undefined) return access;
  }
  return "rw";
}

function readMountPoints(): ReadonlySet<string> {
  const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return new Set(lines.flatMap((line) => line.split(" ").slice(4, 5)).map(unescape));
}

/** The kernel writes space, tab, line end and backslash as three octal digits. */
function unescape(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_match, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function realPath(path: string): readonly string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

/** A link would open what it leads to. */
function isRealFolder(path: string): boolean {
  return (
    lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true && realPath(path)[0] === path
  );
}
