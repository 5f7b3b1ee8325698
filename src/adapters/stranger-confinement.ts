import { realpathSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Confinement } from "./process-runner-confinement.ts";
import type { PersonCheckout } from "./repository-checkout.ts";

/** What has to be kept from a stranger, and where it works. */
export interface StrangerPlace {
  readonly checkout: PersonCheckout;
  /** The person's HOME. */
  readonly home: string;
  /** Of the claim; absent before there is one. */
  readonly bench: string | undefined;
}

/** Of the person's repository and of kazi's bench a stranger changes its own clone, and nothing else. */
export function strangerConfinement(place: StrangerPlace, cwd: string): Confinement {
  const { checkout, home, bench } = place;
  const { root, gitDir, commonDir } = checkout;
  const needed = [home, os.tmpdir(), bench ?? ""].filter((it) => it !== "");
  // A checkout may be HOME itself, for a person's settings; programs could not work in there.
  const roots = needed.some((it) => isWithin(root, it)) ? [] : [root];
  return {
    readOnly: [commonDir, gitDir, ...roots, ...(bench === undefined ? [] : [bench])],
    writable: bench === undefined ? [] : ownFolders(bench, cwd),
  };
}

/** The clone, and the throw-away origin that it may push to. */
function ownFolders(bench: string, cwd: string): readonly string[] {
  const [name = "", ...rest] = path.relative(bench, cwd).split(path.sep);
  const isBelow = name !== "" && name !== ".." && !path.isAbsolute([name, ...rest].join("/"));
  return isBelow ? [path.join(bench, name), path.join(bench, `${name}-origin.git`)] : [];
}

function isWithin(folder: string, inner: string): boolean {
  const relative = path.relative(realPath(folder), realPath(inner));
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function realPath(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return path.resolve(name);
  }
}
