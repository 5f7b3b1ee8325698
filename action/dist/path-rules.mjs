import { r as __toESM } from "./rolldown-runtime.mjs";
import { c as require_picomatch } from "./open-host.mjs";
import { a as harnessFile, c as globMatcher, i as goalCommands, l as treeMatcher, o as reachedFiles, r as runnerSettingMatcher, s as judgedFiles, t as readGraderTexts, u as workMatcher } from "./read-grader-texts.mjs";
// src/act/judge-paths.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Above these a candidate is not a change that anybody could review. */
const FILE_BYTES_MAX = 5e6;
const TOTAL_BYTES_MAX = 25e6;
const FILES_MAX = 1e3;
/** Folders and files that steer kazi, GitHub, git or an agent; never an agent's to change. */
const STEERING = [
	[/(^|\/)\.git[^/]*(\/|$)/i, "git's and GitHub's own files are not changed by an agent"],
	[/(^|\/)\.kazi(\/|$)/i, "goal-files and kazi's settings are not changed by an agent"],
	[/(^|\/)(\.husky|\.githooks|\.hooks|lefthook(-local)?\.(yml|yaml|toml|json)|\.lefthook[^/]*|\.pre-commit-config\.yaml)(\/|$)/i, "what git runs by itself is not changed by an agent"],
	[/(^|\/)\.(agents|aider|amazonq|claude|cline|codex|continue|crush|cursor|gemini|junie|kiro|opencode|qwen|roo|windsurf)[^/]*(\/|$)/i, "files that instruct agents are not changed by an agent"],
	[/(^|\/)(agents|claude|gemini|codex|qwen|crush|copilot-instructions)(\.(local|override))?\.md$|(^|\/)(\.mcp\.json|opencode\.jsonc?)$/i, "files that instruct agents are not changed by an agent"]
];
/** Characters that some file systems do not see in a name. */
const UNSEEN = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\p{Variation_Selector}/gu;
/** Splits what an agent did into what counts and what is put back. The dispatch and the land job both ask. */
function judgePaths(changes, rules) {
	const isInScope = scopeMatcher(rules.scope);
	const single = changes.map((change) => ({
		change,
		reason: reasonAlone(change, rules, isInScope)
	}));
	const clashes = clashesAmong(single.filter((it) => it.reason === void 0).map((it) => it.change), rules.existing);
	const judged = single.map(({ change, reason }) => ({
		change,
		reason: reason ?? clashes.get(change.path)
	}));
	const accepted = judged.filter((it) => it.reason === void 0).map((it) => it.change);
	const tooLarge = reasonTogether(accepted);
	return {
		accepted: tooLarge === void 0 ? accepted : [],
		refused: judged.flatMap(({ change, reason }) => {
			const why = reason ?? tooLarge;
			return why === void 0 ? [] : [{
				path: change.path,
				reason: why
			}];
		})
	};
}
function reasonAlone(change, rules, isInScope) {
	const { path } = change;
	const steering = STEERING.find(([pattern]) => pattern.test(seenName(path)));
	if (steering !== void 0) return steering[1];
	if (rules.graders.has(path)) return "grades this goal and stands as it was approved; [seal].mutable_inputs could release it";
	return reasonOfNew(path, rules) ?? reasonOfKind(change) ?? reasonOfScope(path, rules.scope, isInScope);
}
function reasonOfNew(path, rules) {
	if (rules.existing.has(path)) return void 0;
	if (rules.isRunnerSetting?.(path) === true) return "would decide which tests run, and was not there to be approved; [seal].mutable_inputs could release it";
	if (rules.isBesideGrader?.(path) !== true) return void 0;
	return "stands beside a script that grades this goal, and could change what it does; [seal].mutable_inputs could release it";
}
function seenName(path) {
	return path.normalize("NFKC").replaceAll(UNSEEN, "");
}
function reasonOfKind(change) {
	switch (change.kind) {
		case "repository": return "an embedded repository or submodule is not taken over";
		case "special": return "not a regular file, or a name that does not travel";
		case "filtered": return "is stored through a git filter (such as LFS), whose object would be missing";
		case "symlink": return reasonOfLink(change);
		case "deleted": return;
		case "file":
		case "executable": return reasonOfSize(change);
	}
}
function reasonOfLink(change) {
	return leavesTree(change.path, change.target ?? "") ? "a symbolic link that leaves the tree" : void 0;
}
function reasonOfSize(change) {
	if (change.bytes <= FILE_BYTES_MAX) return void 0;
	return `is larger than ${FILE_BYTES_MAX} bytes (${change.bytes})`;
}
function reasonOfScope(path, scope, isInScope) {
	const denied = scope.deny.find((prefix) => isBelow(path, fromRoot(scope, prefix)));
	if (denied !== void 0) return `is under ${denied}, which [scope].deny forbids`;
	return isInScope(path) ? void 0 : "is outside [scope].paths";
}
function scopeMatcher(scope) {
	if (scope.paths.length === 0) return () => true;
	const globs = scope.paths.map(plainPath);
	const match = (0, import_picomatch.default)(globs.map((glob) => glob === "" ? "**" : glob), {
		dot: true,
		noextglob: true
	});
	return (path) => {
		if (!isBelow(path, scope.workspace)) return false;
		const inside = scope.workspace === "" ? path : path.slice(scope.workspace.length + 1);
		return match(inside) || globs.some((glob) => isBelow(inside, glob));
	};
}
/** Scope is written relative to `[scope].workspace`; paths of a tree are not. */
function fromRoot(scope, path) {
	return [scope.workspace, plainPath(path)].filter((part) => part !== "").join("/");
}
function plainPath(path) {
	const plain = path.replace(/^\.\//, "").replace(/\/+$/, "");
	return plain === "." ? "" : plain;
}
function isBelow(path, folder) {
	return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
/**
* Read without a file system, so that it means the same wherever the tree is checked out. `..` is
* allowed only in front: behind a name it could climb out through another link.
*/
function leavesTree(path, target) {
	if (target === "" || /^[/~]|[\\\0]/.test(target) || target.length > 4096) return true;
	const parts = target.split("/").filter((part) => part !== "." && part !== "");
	const climbs = parts.findIndex((part) => part !== "..");
	const names = climbs === -1 ? [] : parts.slice(climbs);
	const depth = path.split("/").length - 1;
	return (climbs === -1 ? parts.length : climbs) > depth || names.some((part) => part === ".." || /^\.git/i.test(seenName(part)));
}
/**
* Paths that cannot stand beside what is there: one name in two spellings, which some file systems
* take for one file, and a file where a folder stays, or the other way round.
*/
function clashesAmong(changes, existing) {
	const deleted = new Set(changes.filter((it) => it.kind === "deleted").map((it) => it.path));
	const staying = [...existing].filter((path) => !deleted.has(path));
	const added = changes.filter((it) => it.kind !== "deleted").map((it) => it.path);
	const names = new Set(staying.flatMap((path) => [path, ...ancestorsOf(path)]));
	const spellings = new Map([...names].map((name) => [fold(name), name]));
	const files = /* @__PURE__ */ new Set([...staying, ...added]);
	const folders = new Set([...files].flatMap(ancestorsOf));
	return new Map(added.flatMap((path) => {
		const reason = clashOf(path, {
			names,
			spellings,
			files,
			folders
		});
		for (const name of [path, ...ancestorsOf(path)]) if (!spellings.has(fold(name))) spellings.set(fold(name), name);
		return reason === void 0 ? [] : [[path, reason]];
	}));
}
function clashOf(path, world) {
	if ([path, ...ancestorsOf(path)].find((name) => {
		const known = world.spellings.get(fold(name));
		return known !== void 0 && known !== name && !world.names.has(name);
	}) !== void 0) return "differs from another path only in case or in Unicode form";
	if (world.folders.has(path)) return "a folder of that name stays";
	if (ancestorsOf(path).some((folder) => world.files.has(folder))) return "a file stands in its way";
}
function ancestorsOf(path) {
	const parts = path.split("/");
	return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
/** By way of capitals, so that letters meet whose small forms differ, such as the long s. */
function fold(path) {
	return seenName(path).toUpperCase().toLowerCase().normalize("NFC");
}
function reasonTogether(accepted) {
	if (accepted.length > FILES_MAX) return `the change touches ${accepted.length} files, more than ${FILES_MAX}`;
	const bytes = accepted.reduce((sum, change) => sum + change.bytes, 0);
	return bytes > TOTAL_BYTES_MAX ? `the change is ${bytes} bytes large, more than ${TOTAL_BYTES_MAX}` : void 0;
}
// src/act/beside-graders.ts
const TESTS = [
	"**/{test,tests,spec,__tests__,__mocks__,testdata,fixtures}/**",
	"**/*{.,_,-}{test,tests,spec}.*",
	"**/{test,tests}_*.py"
];
const TEST_NAMES = ["**/{test_*,*_test,__init__}.py"];
/** What python could load instead of a module that it knows. */
const MODULE = /\.(?:py|pyc|pyd|so)$/;
/**
* Tells new files that stand beside a script which grades the goal, where an interpreter looks for modules
* before it looks among its own.
*/
function besideGraderMatcher(approved, goal) {
	const { workspace } = goal.scope;
	const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
	const scripts = scriptsOf(approved, goal, isReleased);
	if (!goal.seal.enabled || scripts.length === 0) return () => false;
	const around = neighbourhood(scripts, goal, approved.texts);
	const isWork = workMatcher(goal);
	return (path) => isBeside(path, around) && !isReleased(path) && !isWork(path);
}
function scriptsOf(approved, goal, isReleased) {
	const { named, started, loaded } = reachedFiles(approved, goal, isReleased);
	const agent = new Set(harnessFile(goal));
	const sealed = new Set(approved.paths);
	return [
		...named,
		...started,
		...loaded
	].filter((path) => sealed.has(path) && !agent.has(path));
}
function neighbourhood(scripts, goal, texts) {
	const isTest = globMatcher(TESTS);
	const open = scripts.filter((path) => folderOf(path) === "" || isTest(path));
	const closed = scripts.filter((path) => folderOf(path) !== "" && !isTest(path)).map(folderOf);
	const python = open.filter((path) => isPython(path, texts.get(path) ?? "")).map(folderOf);
	const asModule = goalCommands(goal).some((words) => words.includes("-m") && words.some((word) => /(?:^|\/)python[\d.]*$/.test(word)));
	const modules = [...python, ...asModule ? [goal.scope.workspace] : []];
	return {
		closed: new Set(closed),
		modules: new Set(goal.mode === "create" ? [] : modules),
		stems: new Set(scripts.map(stemOf))
	};
}
function isBeside(path, { closed, modules, stems }) {
	if (/(?:^|\/)(?:node_modules|__pycache__)\//.test(path)) return true;
	const folder = folderOf(path);
	if (closed.has(folder) || stems.has(stemOf(path))) return true;
	if (modules.has(folder)) return MODULE.test(path) && !globMatcher(TEST_NAMES)(path);
	return folder !== "" && /\/__init__\.[^/]+$/.test(path) && (closed.has(folderOf(folder)) || modules.has(folderOf(folder)));
}
function isPython(path, text) {
	return path.endsWith(".py") || /^#!.*\bpython/.test(text);
}
/** One module can be written in files of several endings. */
function stemOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return `${folderOf(path)}/${name.replace(/\.[^.]*$/, "")}`;
}
function folderOf(path) {
	return path.split("/").slice(0, -1).join("/");
}
// src/reconcile/path-rules.ts
/** What candidate paths are held against; the land job asks the same for itself. */
async function pathRules(host, { goal, goalFile }, ticket) {
	const paths = (await host.repository.files(ticket.graders)).map((file) => file.path);
	const approved = {
		commit: ticket.graders,
		paths
	};
	const texts = await readGraderTexts(host.repository, approved, goal);
	const existing = await host.repository.files(ticket.head);
	return {
		scope: goal.scope,
		graders: /* @__PURE__ */ new Set([
			...paths,
			...judgedFiles(goal),
			...goalFile === void 0 ? [] : [goalFile]
		]),
		existing: new Set(existing.map((file) => file.path)),
		isRunnerSetting: runnerSettingMatcher(goal),
		isBesideGrader: besideGraderMatcher({
			paths,
			texts
		}, goal)
	};
}
export { judgePaths as n, pathRules as t };
