import picomatch from "picomatch";
import type { Scope } from "../model/goal.ts";
import type { RefusedPath } from "../model/run.ts";
import type { Change } from "../ports/workshop.ts";

/** Above these a candidate is not a change that anybody could review. */
const FILE_BYTES_MAX = 5_000_000;
const TOTAL_BYTES_MAX = 25_000_000;
const FILES_MAX = 1_000;

/** Folders and files that steer kazi, GitHub, git or an agent; never an agent's to change. */
const STEERING: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)\.git[^/]*(\/|$)/i, "git's and GitHub's own files are not changed by an agent"],
  [/(^|\/)\.kazi(\/|$)/i, "goal-files and kazi's settings are not changed by an agent"],
  [
    /(^|\/)(\.husky|\.githooks|\.hooks|lefthook(-local)?\.(yml|yaml|toml|json)|\.lefthook[^/]*|\.pre-commit-config\.yaml)(\/|$)/i,
    "what git runs by itself is not changed by an agent",
  ],
  [
    /(^|\/)\.(agents|aider|amazonq|claude|cline|codex|continue|crush|cursor|gemini|junie|kiro|opencode|qwen|roo|windsurf)[^/]*(\/|$)/i,
    "files that instruct agents are not changed by an agent",
  ],
  [
    /(^|\/)(agents|claude|gemini|codex|qwen|crush|copilot-instructions)(\.(local|override))?\.md$|(^|\/)(\.mcp\.json|opencode\.jsonc?)$/i,
    "files that instruct agents are not changed by an agent",
  ],
];
/** Characters that some file systems do not see in a name. */
const UNSEEN =
  /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\p{Variation_Selector}/gu;

/** What a candidate is held against. */
export interface PathRules {
  readonly scope: Scope;
  /** The approved graders, by path. */
  readonly graders: ReadonlySet<string>;
  /** Every path of the commit that the work is based on. */
  readonly existing: ReadonlySet<string>;
  /** Names new files that would decide which tests run. */
  readonly isRunnerSetting?: (path: string) => boolean;
  /** Names new files that a grading script could load. */
  readonly isBesideGrader?: (path: string) => boolean;
}

/** The changes that may stay, and those that are put back. */
export interface JudgedPaths {
  readonly accepted: readonly Change[];
  readonly refused: readonly RefusedPath[];
}

/** Splits what an agent did into what counts and what is put back. The dispatch and the land job both ask. */
export function judgePaths(changes: readonly Change[], rules: PathRules): JudgedPaths {
  const isInScope = scopeMatcher(rules.scope);
  const single = changes.map((change) => ({
    change,
    reason: reasonAlone(change, rules, isInScope),
  }));
  const fit = single.filter((it) => it.reason === undefined).map((it) => it.change);
  const clashes = clashesAmong(fit, rules.existing);
  const judged = single.map(({ change, reason }) => ({
    change,
    reason: reason ?? clashes.get(change.path),
  }));
  const accepted = judged.filter((it) => it.reason === undefined).map((it) => it.change);
  const tooLarge = reasonTogether(accepted);
  return {
    accepted: tooLarge === undefined ? accepted : [],
    refused: judged.flatMap(({ change, reason }) => {
      const why = reason ?? tooLarge;
      return why === undefined ? [] : [{ path: change.path, reason: why }];
    }),
  };
}

function reasonAlone(
  change: Change,
  rules: PathRules,
  isInScope: (path: string) => boolean,
): string | undefined {
  const { path } = change;
  const steering = STEERING.find(([pattern]) => pattern.test(seenName(path)));
  if (steering !== undefined) return steering[1];
  if (rules.graders.has(path)) {
    return "grades this goal and stands as it was approved; [seal].mutable_inputs could release it";
  }
  return (
    reasonOfNew(path, rules) ?? reasonOfKind(change) ?? reasonOfScope(path, rules.scope, isInScope)
  );
}

function reasonOfNew(path: string, rules: PathRules): string | undefined {
  if (rules.existing.has(path)) return undefined;
  if (rules.isRunnerSetting?.(path) === true) {
    return "would decide which tests run, and was not there to be approved; [seal].mutable_inputs could release it";
  }
  if (rules.isBesideGrader?.(path) !== true) return undefined;
  return "stands beside a script that grades this goal, and could change what it does; [seal].mutable_inputs could release it";
}

function seenName(path: string): string {
  return path.normalize("NFKC").replaceAll(UNSEEN, "");
}

function reasonOfKind(change: Change): string | undefined {
  switch (change.kind) {
    case "repository":
      return "an embedded repository or submodule is not taken over";
    case "special":
      return "not a regular file, or a name that does not travel";
    case "filtered":
      return "is stored through a git filter (such as LFS), whose object would be missing";
    case "symlink":
      return reasonOfLink(change);
    case "deleted":
      return undefined;
    case "file":
    case "executable":
      return reasonOfSize(change);
  }
}

function reasonOfLink(change: Change): string | undefined {
  const leaves = leavesTree(change.path, change.target ?? "");
  return leaves ? "a symbolic link that leaves the tree" : undefined;
}

function reasonOfSize(change: Change): string | undefined {
  if (change.bytes <= FILE_BYTES_MAX) return undefined;
  return `is larger than ${FILE_BYTES_MAX} bytes (${change.bytes})`;
}

function reasonOfScope(
  path: string,
  scope: Scope,
  isInScope: (path: string) => boolean,
): string | undefined {
  const denied = scope.deny.find((prefix) => isBelow(path, fromRoot(scope, prefix)));
  if (denied !== undefined) return `is under ${denied}, which [scope].deny forbids`;
  return isInScope(path) ? undefined : "is outside [scope].paths";
}

function scopeMatcher(scope: Scope): (path: string) => boolean {
  if (scope.paths.length === 0) return () => true;
  const globs = scope.paths.map(plainPath);
  const match = picomatch(
    globs.map((glob) => (glob === "" ? "**" : glob)),
    {
      dot: true,
      noextglob: true,
    },
  );
  // The workspace is a folder by its name: brackets in it are no wildcard.
  return (path) => {
    if (!isBelow(path, scope.workspace)) return false;
    const inside = scope.workspace === "" ? path : path.slice(scope.workspace.length + 1);
    return match(inside) || globs.some((glob) => isBelow(inside, glob));
  };
}

/** Scope is written relative to `[scope].workspace`; paths of a tree are not. */
function fromRoot(scope: Scope, path: string): string {
  return [scope.workspace, plainPath(path)].filter((part) => part !== "").join("/");
}

function plainPath(path: string): string {
  const plain = path.replace(/^\.\//, "").replace(/\/+$/, "");
  return plain === "." ? "" : plain;
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/**
 * Read without a file system, so that it means the same wherever the tree is checked out. `..` is
 * allowed only in front: behind a name it could climb out through another link.
 */
function leavesTree(path: string, target: string): boolean {
  if (target === "" || /^[/~]|[\\\0]/.test(target) || target.length > 4096) return true;
  const parts = target.split("/").filter((part) => part !== "." && part !== "");
  const climbs = parts.findIndex((part) => part !== "..");
  const names = climbs === -1 ? [] : parts.slice(climbs);
  const depth = path.split("/").length - 1;
  return (
    (climbs === -1 ? parts.length : climbs) > depth ||
    names.some((part) => part === ".." || /^\.git/i.test(seenName(part)))
  );
}

/**
 * Paths that cannot stand beside what is there: one name in two spellings, which some file systems
 * take for one file, and a file where a folder stays, or the other way round.
 */
function clashesAmong(
  changes: readonly Change[],
  existing: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const deleted = new Set(changes.filter((it) => it.kind === "deleted").map((it) => it.path));
  const staying = [...existing].filter((path) => !deleted.has(path));
  const added = changes.filter((it) => it.kind !== "deleted").map((it) => it.path);
  const names = new Set(staying.flatMap((path) => [path, ...ancestorsOf(path)]));
  const spellings = new Map([...names].map((name) => [fold(name), name]));
  const files = new Set([...staying, ...added]);
  const folders = new Set([...files].flatMap(ancestorsOf));
  return new Map(
    added.flatMap((path): readonly (readonly [string, string])[] => {
      const reason = clashOf(path, { names, spellings, files, folders });
      for (const name of [path, ...ancestorsOf(path)]) {
        if (!spellings.has(fold(name))) spellings.set(fold(name), name);
      }
      return reason === undefined ? [] : [[path, reason]];
    }),
  );
}

function clashOf(
  path: string,
  world: {
    /** What stays of the commit; two spellings of one name may stand there already. */
    readonly names: ReadonlySet<string>;
    readonly spellings: ReadonlyMap<string, string>;
    readonly files: ReadonlySet<string>;
    readonly folders: ReadonlySet<string>;
  },
): string | undefined {
  const twin = [path, ...ancestorsOf(path)].find((name) => {
    const known = world.spellings.get(fold(name));
    return known !== undefined && known !== name && !world.names.has(name);
  });
  if (twin !== undefined) return "differs from another path only in case or in Unicode form";
  if (world.folders.has(path)) return "a folder of that name stays";
  if (ancestorsOf(path).some((folder) => world.files.has(folder)))
    return "a file stands in its way";
  return undefined;
}

function ancestorsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** By way of capitals, so that letters meet whose small forms differ, such as the long s. */
function fold(path: string): string {
  return seenName(path).toUpperCase().toLowerCase().normalize("NFC");
}

function reasonTogether(accepted: readonly Change[]): string | undefined {
  if (accepted.length > FILES_MAX) {
    return `the change touches ${accepted.length} files, more than ${FILES_MAX}`;
  }
  const bytes = accepted.reduce((sum, change) => sum + change.bytes, 0);
  return bytes > TOTAL_BYTES_MAX
    ? `the change is ${bytes} bytes large, more than ${TOTAL_BYTES_MAX}`
    : undefined;
}
