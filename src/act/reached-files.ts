import type { Goal } from "../model/goal.ts";
import { invocationsOf } from "../model/invocations-of.ts";
import { judgedFiles } from "./judged-files.ts";
import { makeCall, makeRecipes } from "./make-recipes.ts";
import {
  type Command,
  enteredFolders,
  namedScripts,
  resolvePath,
  startedCommands,
} from "./named-scripts.ts";
import { packageScripts, scriptCall } from "./package-scripts.ts";
import { predicateFolder } from "./predicate-folder.ts";
import { loadedSiblings, scriptCommands, textCommands } from "./script-commands.ts";
import { manifestsOfProgram, manifestsOfWords } from "./tool-manifests.ts";

/** Texts that are looked through; a tree of scripts larger than that is not followed further. */
const STEPS_MAX = 400;
/** Manifests of other folders that one command could mean. */
const SPREAD_MAX = 50;

/** What the commands of a goal come to. */
export interface Reached {
  /** Scripts that the goal-file itself names. */
  readonly named: ReadonlySet<string>;
  /** Scripts that a manifest or one of those scripts starts. */
  readonly started: ReadonlySet<string>;
  /** Modules beside such a script that it loads. */
  readonly loaded: ReadonlySet<string>;
  /** Manifests that were followed. */
  readonly followed: ReadonlySet<string>;
  /** Globs of the manifests of all programs that were met. */
  readonly manifests: readonly string[];
  /** Files whose text would say more. */
  readonly unread: readonly string[];
}

/** Commands, and the folders in which they could be at work. */
interface Step {
  readonly commands: readonly Command[];
  readonly folders: readonly string[];
  readonly origin: "goal" | "manifest" | "script";
}

interface Search {
  readonly files: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly isReleased: (path: string) => boolean;
  readonly named: Set<string>;
  readonly started: Set<string>;
  readonly loaded: Set<string>;
  readonly followed: Set<string>;
  readonly manifests: Set<string>;
  readonly unread: Set<string>;
  readonly seen: Set<string>;
}

/** The commands of a goal: its predicates', and those that prepare their folder. */
export function goalCommands(goal: Goal): readonly Command[] {
  const checks = goal.predicates.flatMap(({ check }) =>
    invocationsOf(check).flatMap(({ command, args, env }) => [
      [command, ...args],
      ...commandsInEnvironment(env),
    ]),
  );
  return [...checks, ...goal.setup.commands];
}

/** Variables by which an interpreter is told what to run before all else. */
function commandsInEnvironment(env: Readonly<Record<string, string>>): readonly Command[] {
  const { NODE_OPTIONS: options, BASH_ENV: bash, ENV: sh, PYTHONSTARTUP: python } = env;
  const files = [bash, sh, python].flatMap((file) => (file === undefined ? [] : [[file]]));
  return options === undefined ? files : [...files, ["node", ...options.split(/[\s=]+/)]];
}

/** Follows the commands of a goal through manifests, and through scripts one level deep. */
export function reachedFiles(
  commit: { readonly paths: readonly string[]; readonly texts: ReadonlyMap<string, string> },
  goal: Goal,
  isReleased: (path: string) => boolean,
): Reached {
  const search: Search = {
    files: new Set(commit.paths),
    texts: commit.texts,
    isReleased,
    named: new Set([...harnessFile(goal), ...judgedFiles(goal)]),
    started: new Set(),
    loaded: new Set(),
    followed: new Set(),
    manifests: new Set(goalCommands(goal).flatMap(manifestsOfWords)),
    unread: new Set(),
    seen: new Set(),
  };
  const folders = [
    ...new Set([
      "",
      goal.scope.workspace,
      ...goal.predicates.map((it) => predicateFolder(goal, it)),
    ]),
  ];
  const steps = goalCommands(goal).map((argv): Step => {
    return { commands: startedCommands(argv), folders, origin: "goal" };
  });
  for (const [at, step] of steps.entries()) {
    if (at >= STEPS_MAX) break;
    steps.push(...follow(search, step));
  }
  return { ...search, manifests: [...search.manifests], unread: [...search.unread] };
}

/** An agent that is a file of the repository must not be one that an agent wrote. */
export function harnessFile({ harness }: Goal): readonly string[] {
  const { command = "" } = harness;
  return command.includes("/") && !command.startsWith("/") ? [resolvePath("", command)] : [];
}

function follow(search: Search, step: Step): readonly Step[] {
  const folders = enteredFolders(step.commands, step.folders);
  const scripts = namedScripts(step.commands, folders).filter((path) => search.files.has(path));
  addThose(search, step.origin === "goal" ? search.named : search.started, scripts);
  if (step.origin !== "goal") {
    for (const glob of step.commands.flatMap(manifestsOfProgram)) search.manifests.add(glob);
  }
  return [
    ...step.commands.flatMap((command) => packageSteps(search, command, folders)),
    ...step.commands.flatMap((command) => makeSteps(search, command, folders)),
    ...(step.origin === "script" ? [] : scripts.flatMap((it) => scriptSteps(search, it, folders))),
  ];
}

function packageSteps(
  search: Search,
  command: Command,
  folders: readonly string[],
): readonly Step[] {
  const call = scriptCall(command);
  if (call === undefined) return [];
  const names = ["package.json", "deno.json", "deno.jsonc"];
  const own = folders.flatMap((folder) => nearest(search, resolvePath(folder, call.folder), names));
  const spread = call.isSpread
    ? [...search.files].filter((path) => /(?:^|\/)package\.json$/.test(path)).slice(0, SPREAD_MAX)
    : [];
  return [...new Set([...own, ...spread])].flatMap((path) =>
    read(search, path, command).map((text) => stepOf(search, path, packageScripts(text, call))),
  );
}

function makeSteps(search: Search, command: Command, folders: readonly string[]): readonly Step[] {
  const call = makeCall(command);
  if (call === undefined) return [];
  const places = folders.flatMap((folder) =>
    call.files.map((file) => resolvePath(resolvePath(folder, call.folder), file)),
  );
  return [...new Set(places)]
    .filter((path) => search.files.has(path))
    .flatMap((path) =>
      read(search, path, command).map((text) => stepOf(search, path, makeRecipes(text, call))),
    );
}

function stepOf(search: Search, manifest: string, lines: readonly string[]): Step {
  search.followed.add(manifest);
  const commands = lines.flatMap(textCommands);
  return { commands, folders: [folderOf(manifest)], origin: "manifest" };
}

function scriptSteps(search: Search, path: string, folders: readonly string[]): readonly Step[] {
  if (search.isReleased(path)) return [];
  return read(search, path, []).map((text) => {
    addThose(search, search.loaded, loadedSiblings(path, text));
    addThose(search, search.started, linkTarget(path, text));
    return {
      commands: scriptCommands(path, text),
      folders: [...new Set([...folders, folderOf(path)])],
      origin: "script",
    };
  });
}

function addThose(search: Search, known: Set<string>, paths: readonly string[]): void {
  for (const path of paths) if (search.files.has(path)) known.add(path);
}

/** The text of a symbolic link is the place that it leads to. */
function linkTarget(path: string, text: string): readonly string[] {
  return /^[^\s\0]{1,500}$/.test(text) ? [resolvePath(folderOf(path), text)] : [];
}

/** The text, once for each way in which it is read. */
function read(search: Search, path: string, as: Command): readonly string[] {
  const key = JSON.stringify([path, ...as]);
  if (search.seen.has(key)) return [];
  search.seen.add(key);
  const text = search.texts.get(path);
  if (text === undefined) search.unread.add(path);
  return text === undefined ? [] : [text];
}

/** Package managers look upwards. */
function nearest(search: Search, folder: string, names: readonly string[]): readonly string[] {
  for (let at = folder; ; at = folderOf(at)) {
    const found = names.map((name) => resolvePath(at, name)).filter((it) => search.files.has(it));
    if (found.length > 0 || at === "") return found;
  }
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
