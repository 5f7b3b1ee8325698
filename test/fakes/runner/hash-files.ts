import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The expression function: one hash over the hashes of all files that match; nothing when none does. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const files = findFiles(workspace, patterns);
  if (files.length === 0) return "";
  const whole = createHash("sha256");
  for (const file of files) {
    whole.update(createHash("sha256").update(readFileSync(file)).digest());
  }
  return whole.digest("hex");
}

function findFiles(workspace: string, patterns: readonly string[]): readonly string[] {
  const lines = patterns.flatMap((pattern) => pattern.split("\n")).map((line) => line.trim());
  const wanted = lines.filter((line) => line !== "" && !line.startsWith("!"));
  const exclude = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const found = globSync(wanted, { cwd: workspace, exclude });
  return found
    .map((file) => path.resolve(workspace, file))
    .filter((file) => file.startsWith(workspace + path.sep) && statSync(file).isFile())
    .toSorted();
}
