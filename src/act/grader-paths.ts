import type { Goal } from "../model/goal.ts";
import { globMatcher, treeMatcher, workMatcher } from "./path-matchers.ts";
import { type Reached, reachedFiles } from "./reached-files.ts";

/** What test runners look for by convention: tests, and the settings that decide which of them run. */
const CONVENTIONS: readonly string[] = [
  "**/{test,tests,spec,__tests__,__mocks__,testdata,fixtures}/**",
  "**/*{.,_,-}{test,tests,spec}.*",
  "**/{test,tests}_*.py",
  "**/{test,tests,conftest}.py",
  "**/*{Test,Tests,IT,Spec}.{java,kt,scala,groovy,cs,swift}",
  "**/{vitest,jest,karma,mocha,ava,playwright,cypress,wdio,babel,tsconfig,eslint,biome,stryker}{.*,}.{js,cjs,mjs,ts,cts,mts,json,jsonc}",
  "**/.{mocharc,nycrc,eslintrc,prettierrc,swcrc,babelrc,oxlintrc,oxfmtrc,coveragerc,rspec,flake8,golangci}{.*,}",
  "**/{pytest.ini,tox.ini,noxfile.py,setup.cfg,phpunit.xml,phpunit.xml.dist,.mocharc,Rakefile}",
  "**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb}",
  "**/{poetry.lock,uv.lock,Pipfile.lock,Cargo.lock,go.sum,mix.lock,Gemfile.lock,composer.lock}",
  "**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}",
];

/** What is known of a commit: its paths, and the texts that were read of it so far. */
interface Commit {
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Scripts and manifests of a commit whose text says more about what grades the goal, and is not known yet. */
export function manifestPaths(
  paths: readonly string[],
  goal: Goal,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  return goal.seal.enabled ? reachedFrom({ paths, texts }, goal).unread : [];
}

/**
 * The paths of a commit that decide whether a goal holds: what its commands name, and what that starts
 * in turn, as far as its text is known; tests and their settings by convention, manifests whose scripts
 * are run, and what `[seal]` names; never what it releases.
 */
export function graderPaths(
  paths: readonly string[],
  goal: Goal,
  texts: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  if (!goal.seal.enabled) return [];
  const { workspace } = goal.scope;
  const { named, started, loaded, followed, manifests } = reachedFrom({ paths, texts }, goal);
  const isGrader = globMatcher([...CONVENTIONS, ...manifests]);
  const isSealed = treeMatcher(goal.seal.sealedInputs, workspace);
  const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
  const isInScope = treeMatcher(goal.scope.paths, workspace);
  const isWork = workMatcher(goal);
  function isFound(path: string): boolean {
    // A module in a folder that is to be worked on is what its script looks at.
    const isPart = loaded.has(path) && !isInScope(path);
    return started.has(path) || followed.has(path) || isPart || isGrader(path);
  }
  return paths.filter(
    (path) =>
      !isReleased(path) && (isSealed(path) || named.has(path) || (isFound(path) && !isWork(path))),
  );
}

/** A script that is released is not read on: an agent may name in it what it likes. */
function reachedFrom(commit: Commit, goal: Goal): Reached {
  return reachedFiles(commit, goal, treeMatcher(goal.seal.mutableInputs, goal.scope.workspace));
}

/** Settings by which a test runner finds, skips or judges tests. */
const RUNNER_SETTINGS: readonly string[] = [
  "**/{vitest,jest,karma,mocha,ava,playwright,cypress,wdio}.{config,workspace,conf,setup}.*",
  "**/.{mocharc,nycrc,rspec,coveragerc}{,.*}",
  "**/{pytest.ini,.pytest.ini,tox.ini,noxfile.py,conftest.py,sitecustomize.py,usercustomize.py}",
  "**/{phpunit.xml,phpunit.xml.dist,.npmrc,.yarnrc,.yarnrc.yml}",
];

/**
 * Tells new files that would decide which tests run. In a repair they are refused: the suite that was
 * approved had none. A goal that creates something may need its first.
 */
export function runnerSettingMatcher(goal: Goal): (path: string) => boolean {
  if (!goal.seal.enabled || goal.mode === "create") return () => false;
  const { workspace } = goal.scope;
  const isSetting = globMatcher(RUNNER_SETTINGS);
  const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
  const isWork = workMatcher(goal);
  return (path) => isSetting(path) && !isReleased(path) && !isWork(path);
}
