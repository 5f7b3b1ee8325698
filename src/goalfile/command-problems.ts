import { predicateName } from "./predicate-surroundings.ts";
import type { Problem } from "./problem.ts";
import { formatFound } from "./read-values.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** Where a program is named: in the predicate itself, or in a table of it. */
const COMMANDS: readonly (readonly string[])[] = [
  ["cmd"],
  ["runner_cmd"],
  ["metric", "cmd"],
  ["patch", "cmd"],
  ["project", "cmd"],
];

/** What can be seen of the programs of a predicate before they are started. */
export function commandProblems(
  input: TomlTable,
  index: number,
  workspace: string | undefined,
): readonly Problem[] {
  return COMMANDS.flatMap((keys): readonly Problem[] => {
    const cmd = valueAt(input, keys);
    if (typeof cmd !== "string") return [];
    const place = { path: ["predicate", index, ...keys], at: "value" } as const;
    const owner = `${predicateName(input, index)} "${keys.join(".")}"`;
    const found: Problem[] = [];
    if (workspace !== undefined && leavesRepository(cmd, [workspace, input["cwd"]])) {
      found.push({
        ...place,
        severity: "error",
        code: "path-outside",
        message: `${owner} must not leave the repository (got ${formatFound(cmd)})`,
        suggestion: "Commit the script, or name a program that is on the PATH.",
      });
    }
    if (/\S +\S/.test(cmd)) {
      found.push({
        ...place,
        severity: "warning",
        code: "command-line",
        message: `${owner} is one executable, not a command line (got ${formatFound(cmd)})`,
        suggestion: "Put the words behind the first into args.",
      });
    }
    return found;
  });
}

function valueAt(input: TomlTable, keys: readonly string[]): unknown {
  let value: unknown = input;
  for (const key of keys) value = isTable(value) ? value[key] : undefined;
  return value;
}

/** A relative path that climbs above the root somewhere on its way from the folders it starts in. */
function leavesRepository(cmd: string, folders: readonly unknown[]): boolean {
  if (!cmd.includes("/") || cmd.startsWith("/")) return false;
  let depth = folders.reduce<number>((sum, folder) => sum + depthOf(folder), 0);
  for (const step of cmd.split("/")) {
    if (step === "..") depth -= 1;
    else if (step !== "." && step !== "") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function depthOf(folder: unknown): number {
  if (typeof folder !== "string") return 0;
  return folder.split("/").filter((step) => step !== "" && step !== ".").length;
}
