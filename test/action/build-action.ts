import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

/** Builds the Action into a folder; answers its files by name. */
export async function buildAction(folder: string): Promise<ReadonlyMap<string, string>> {
  const command = ["rolldown", "-c", "rolldown.action.config.ts", "--dir", folder];
  await promisify(execFile)("npx", command);
  return filesOf(folder);
}

/** The files of a folder without folders, by name. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = globSync("*", { cwd: folder }).toSorted();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
