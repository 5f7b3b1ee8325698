import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Whether this machine has a program, without starting it. */
export function hasProgram(name: string): boolean {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}
