import { realpathSync } from "node:fs";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";

/** Where the command was given: npm runs scripts elsewhere and says so. */
function currentFolder(): string {
  const { env } = process;
  const invokedAt = env["npm_lifecycle_event"] === "kazi" ? env["INIT_CWD"] : undefined;
  return invokedAt ?? process.cwd();
}

/** The real path of the workspace, so that the same folder has one name. */
export function resolveWorkspace(given: string | undefined): string {
  const folder = path.resolve(currentFolder(), given ?? ".");
  try {
    return realpathSync(folder);
  } catch (error) {
    throw new KaziError({
      code: "workspace-unusable",
      message: `the workspace ${folder} does not exist; expected a folder of a git repository. Name one with --workspace`,
      cause: error,
    });
  }
}

/** The goal-file as it was given, from the folder in which it was given. */
export function resolveGoalPath(given: string): string {
  const file = path.resolve(currentFolder(), given);
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The path from a folder to a file in it, as git writes it. */
export function pathInside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  const isOutside = relative === "" || relative.startsWith("..") || path.isAbsolute(relative);
  return isOutside ? undefined : relative.split(path.sep).join("/");
}
