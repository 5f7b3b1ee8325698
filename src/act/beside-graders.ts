import type { Goal } from "../model/goal.ts";
import { globMatcher, treeMatcher, workMatcher } from "./path-matchers.ts";
import { goalCommands, harnessFile, reachedFiles } from "./reached-files.ts";

const TESTS = [
  "**/{test,tests,spec,__tests__,__mocks__,testdata,fixtures}/**",
  "**/*{.,_,-}{test,tests,spec}.*",
  "**/{test,tests}_*.py",
];
const TEST_NAMES = ["**/{test_*,*_test,__init__}.py"];
/** What python could load instead of a module that it knows. */
const MODULE = /\.(?:py|pyc|pyd|so)$/;

/** The approved graders, and what was read of them. */
interface Approved {
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Folders in which a new file could be loaded by a script that grades. */
interface Neighbourhood {
  /** Nothing new may come here. */
  readonly closed: ReadonlySet<string>;
  /** Here tests or the work itself are to be expected: no new module of python. */
  readonly modules: ReadonlySet<string>;
  /** Scripts without what their names end in. */
  readonly stems: ReadonlySet<string>;
}

/**
 * Tells new files that stand beside a script which grades the goal, where an interpreter looks for modules
 * before it looks among its own.
 */
export function besideGraderMatcher(approved: Approved, goal: Goal): (path: string) => boolean {
  const { workspace } = goal.scope;
  const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
  const scripts = scriptsOf(approved, goal, isReleased);
  if (!goal.seal.enabled || scripts.length === 0) return () => false;
  const around = neighbourhood(scripts, goal, approved.texts);
  const isWork = workMatcher(goal);
  return (path) => isBeside(path, around) && !isReleased(path) && !isWork(path);
}

function scriptsOf(
  approved: Approved,
  goal: Goal,
  isReleased: (path: string) => boolean,
): readonly string[] {
  const { named, started, loaded } = reachedFiles(approved, goal, isReleased);
  const agent = new Set(harnessFile(goal));
  const sealed = new Set(approved.paths);
  return [...named, ...started, ...loaded].filter((path) => sealed.has(path) && !agent.has(path));
}

function neighbourhood(
  scripts: readonly string[],
  goal: Goal,
  texts: ReadonlyMap<string, string>,
): Neighbourhood {
  const isTest = globMatcher(TESTS);
  const open = scripts.filter((path) => folderOf(path) === "" || isTest(path));
  const closed = scripts.filter((path) => folderOf(path) !== "" && !isTest(path)).map(folderOf);
  const python = open.filter((path) => isPython(path, texts.get(path) ?? "")).map(folderOf);
  const asModule = goalCommands(goal).some(
    (words) => words.includes("-m") && words.some((word) => /(?:^|\/)python[\d.]*$/.test(word)),
  );
  // What is run by its module name looks in the folder that it is run from.
  const modules = [...python, ...(asModule ? [goal.scope.workspace] : [])];
  return {
    closed: new Set(closed),
    // In the root, a goal that creates something may have to create just the module that is loaded.
    modules: new Set(goal.mode === "create" ? [] : modules),
    stems: new Set(scripts.map(stemOf)),
  };
}

function isBeside(path: string, { closed, modules, stems }: Neighbourhood): boolean {
  if (/(?:^|\/)(?:node_modules|__pycache__)\//.test(path)) return true;
  const folder = folderOf(path);
  if (closed.has(folder) || stems.has(stemOf(path))) return true;
  if (modules.has(folder)) return MODULE.test(path) && !globMatcher(TEST_NAMES)(path);
  const isPackage = folder !== "" && /\/__init__\.[^/]+$/.test(path);
  return isPackage && (closed.has(folderOf(folder)) || modules.has(folderOf(folder)));
}

function isPython(path: string, text: string): boolean {
  return path.endsWith(".py") || /^#!.*\bpython/.test(text);
}

/** One module can be written in files of several endings. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return `${folderOf(path)}/${name.replace(/\.[^.]*$/, "")}`;
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
