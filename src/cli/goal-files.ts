import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isGoalPath } from "../control/goal-path.ts";
import { resolveWorkspace } from "./workspace.ts";

/** More goal-files than one repository has; a folder of that many is not ours. */
const FILES_MAX = 1_000;
/** Files beside goal-files that list them. */
const LISTS = /(?:^|\/)(?:roadmap|fleet)\.toml$/;

/** The goal-files of the repository that the command was given in, from where it was given. */
export function goalFilesHere(): readonly string[] {
  const here = resolveWorkspace(undefined);
  const root = repositoryOf(here);
  const folder = path.join(root, ".kazi");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => [".kazi", ...file.split(path.sep)].join("/"))
    .filter((file) => isGoalPath(file) || LISTS.test(file))
    .toSorted()
    .slice(0, FILES_MAX)
    .map((file) => path.relative(here, path.join(root, file)));
}

/** The repository that a folder is in; outside of any, the folder itself. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return folder;
  }
}
