import { r as __toESM } from "./rolldown-runtime.mjs";
import { c as require_picomatch, s as visualBaseline } from "./open-host.mjs";
import { $ as invocationsOf } from "./ledger.mjs";
// src/act/path-matchers.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** A lockfile follows its manifest: where the goal names the manifest, the lockfile is work as well. */
const LOCKED_BY = [
	[/(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/, "package.json"],
	[/(poetry\.lock|uv\.lock)$/, "pyproject.toml"],
	[/Pipfile\.lock$/, "Pipfile"],
	[/Cargo\.lock$/, "Cargo.toml"],
	[/go\.sum$/, "go.mod"],
	[/mix\.lock$/, "mix.exs"],
	[/Gemfile\.lock$/, "Gemfile"],
	[/composer\.lock$/, "composer.json"]
];
/** What `[scope].paths` names file by file is meant to be worked on, even where it looks like a grader. */
function workMatcher(goal) {
	const files = new Set(goal.scope.paths.map((path) => [goal.scope.workspace, path.replace(/^\.\//, "")].filter((part) => part !== "").join("/")));
	return (path) => files.has(path) || LOCKED_BY.some(([lock, manifest]) => lock.test(path) && files.has(path.replace(lock, manifest)));
}
/**
* A glob of `[seal]` is written from the workspace; a folder stands for all that is in it. What names
* a file to the letter means that file, whatever brackets mean to a glob.
*/
function treeMatcher(globs, workspace) {
	const plain = globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
	const isMatch = globMatcher(plain.flatMap((glob) => [glob, `${glob}/**`]));
	const above = workspace === "" ? "" : `${workspace}/`;
	return (path) => {
		if (!path.startsWith(above)) return false;
		const inside = path.slice(above.length);
		return isMatch(inside) || plain.some((it) => inside === it || inside.startsWith(`${it}/`));
	};
}
function globMatcher(globs) {
	return globs.length === 0 ? () => false : (0, import_picomatch.default)([...globs], {
		dot: true,
		noextglob: true
	});
}
// src/model/files-judged-by.ts
/** Files of the repository that say what is right: whoever may change them grades the work. */
function filesJudgedBy(check) {
	if (check.provider === "gherkin") return [check.feature];
	if (check.provider === "browser") return expectedPictures(check);
	if (check.provider !== "cli") return [];
	return check.calls.flatMap(({ assertions }) => assertions.flatMap((it) => "golden" in it ? [it.golden] : []));
}
function expectedPictures(check) {
	const sizes = check.viewports.length === 0 ? [void 0] : check.viewports;
	return check.assertions.flatMap((it) => it.type === "visual" ? sizes.map((size) => visualBaseline(it.baseline, size, check)) : []);
}
// src/act/predicate-folder.ts
/** The folder of the repository that a predicate's program runs in; empty for the root. */
function predicateFolder({ scope }, { cwd = "" }) {
	return [scope.workspace, cwd].filter((part) => part !== "").join("/");
}
// src/act/judged-files.ts
/**
* Paths that predicates compare with, whether they stand there or not: an expected picture that an
* agent could bring itself would always be the right one.
*/
function judgedFiles(goal) {
	if (!goal.seal.enabled) return [];
	const isReleased = treeMatcher(goal.seal.mutableInputs, goal.scope.workspace);
	const { workspace } = goal.scope;
	return goal.predicates.flatMap((predicate) => filesJudgedBy(predicate.check).flatMap((file) => [
		plainPath("", file),
		plainPath(workspace, file),
		plainPath(predicateFolder(goal, predicate), file)
	])).filter((path) => !isReleased(path));
}
function plainPath(folder, file) {
	return `${folder}/${file}`.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
// src/act/shell-commands.ts
/** Longer scripts belong into files. */
const TEXT_MAX = 2e4;
const TOKEN = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<operator>[;|&(){}\n`]+|\$\()|(?<blank>\s+)|(?<plain>(?:\\.|[^\s;|&(){}`'"\\])+)/gs;
/** Words before which, or behind which, a command begins. */
const KEYWORD = /^(?:!|if|then|elif|else|while|until|do|\w+=.*)$/s;
const SUBSTITUTION = /\$\(|`/;
/** Commands in text for a shell, as words. Good enough to find the programs in it; not a shell. */
function shellCommands(text) {
	const matches = [...text.slice(0, TEXT_MAX).matchAll(TOKEN)];
	const nested = matches.map(({ groups }) => groups?.["double"] ?? "").filter((quoted) => SUBSTITUTION.test(quoted)).flatMap((quoted) => shellCommands(quoted.slice(quoted.search(SUBSTITUTION) + 1)));
	return [...split(matches.map(({ groups }) => toToken(groups ?? {}))).map(withoutKeywords).filter((words) => words.length > 0), ...nested];
}
function toToken(groups) {
	const { single, double, operator, blank, plain } = groups;
	if (operator !== void 0) return { kind: "operator" };
	if (blank !== void 0) return { kind: "blank" };
	return {
		kind: "piece",
		text: single ?? (double ?? plain ?? "").replaceAll(/\\(.)/gs, "$1")
	};
}
function split(tokens) {
	const commands = [[]];
	let word;
	for (const token of [...tokens, { kind: "operator" }]) {
		if (token.kind === "piece") {
			word = `${word ?? ""}${token.text}`;
			continue;
		}
		if (word !== void 0) commands.at(-1)?.push(word);
		word = void 0;
		if (token.kind === "operator") commands.push([]);
	}
	return commands;
}
function withoutKeywords(words) {
	const first = words.findIndex((word) => !KEYWORD.test(word));
	return first === -1 ? [] : words.slice(first);
}
// src/act/named-scripts.ts
/** How deep one command may start another one in words. */
const DEPTH_MAX = 4;
/** Folders that one text may enter before the rest is not followed. */
const ENTERED_MAX = 20;
const SHELL = /^(?:sh|bash|dash|zsh|ksh|fish)$/;
const INTERPRETER = /^(?:node|deno|bun|tsx|ts-node|python[\d.]*|pypy3?|ruby|perl|php|lua|elixir|escript|Rscript|pwsh)$/;
/** Programs that only start another one. */
const WRAPPER = /^(?:env|time|timeout|nice|nohup|setsid|stdbuf|exec|command|source|\.|xargs|sudo|npm|npx|pnpm|yarn|bunx|pnpx|cross-env(?:-shell)?|dotenvx?|c8|nyc|coverage|xvfb-run|uv|uvx|poetry|pdm|pipenv|hatch|rye|bundle)$/;
/** What stands between a wrapper and the program: options, numbers, assignments, signals, verbs. */
const BETWEEN = /^(?:-.*|[\d.]+[smhd]?|\w+=.*|[A-Z]+\d*|run|exec|x|dlx)$/s;
/** The next word is program text, not a file. */
const CODE = [
	[SHELL, /^-[a-z]*c[a-z]*$/],
	[/^py/, /^-[A-Za-z]*c$/],
	[/^php$/, /^-r$/],
	[/^pwsh$/, /^-(?:c|Command)$/i],
	[/^deno$/, /^eval$/],
	[INTERPRETER, /^(?:-[A-Za-z]*[eEp]|--eval|--print)$/]
];
/** The next word is a file that runs first. */
const PRELOAD = /^(?:-r|--require|--import|--loader|--experimental-loader)$/;
/** A folder that only the shell knows, such as that of the script itself. */
const UNKNOWN_FOLDER = /^(?:\$\([^)]*\)|\$\{[^}]*\}|\$\w+)(?=\/|$)/;
/** Whether a word names a program that runs scripts. */
function isRunner(word) {
	const name = programOf$1(word);
	return SHELL.test(name) || INTERPRETER.test(name);
}
/** Without the folder that it stands in. */
function programOf$1(word) {
	return word.split("/").at(-1) ?? "";
}
/** The command itself and those that it starts in words. */
function startedCommands(argv) {
	return commandsOf(argv, 0);
}
/** Where the commands could be at work: in these folders, and in those that they enter from there. */
function enteredFolders(commands, folders) {
	const entered = commands.filter(([name]) => name === "cd" || name === "pushd").slice(0, ENTERED_MAX).map((words) => words.slice(1).find((word) => !word.startsWith("-")) ?? "");
	return [...new Set(folders.flatMap((folder) => [folder, ...entered.map((it) => resolvePath(folder, it))]))];
}
/** Paths of scripts that the commands run. A file that is only looked at may be the work itself. */
function namedScripts(commands, folders) {
	return [...new Set(commands.flatMap(scriptsOf))].flatMap((script) => folders.map((folder) => resolvePath(folder, script)));
}
/** A path from the root of the repository; steps above it are not taken. */
function resolvePath(folder, path) {
	const parts = [];
	for (const part of `${folder}/${path.replace(UNKNOWN_FOLDER, "")}`.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return parts.join("/");
}
function commandsOf(argv, depth) {
	if (depth > DEPTH_MAX) return [];
	const { name, words, code } = partsOf(argv);
	const texts = [...words.filter((word) => /[\s;|&]/.test(word)), ...SHELL.test(name) && code !== void 0 ? [code] : []];
	return [
		argv,
		...WRAPPER.test(name) ? startedBy(words) : [],
		...texts.flatMap(shellCommands)
	].flatMap((command) => command === argv ? [argv] : commandsOf(command, depth + 1));
}
/** Up to the option whose value is program text; what follows that are the text's own arguments. */
function partsOf(argv) {
	const [command = "", ...rest] = argv;
	const name = programOf$1(command);
	const option = CODE.find(([program]) => program.test(name))?.[1];
	const at = option === void 0 ? -1 : rest.findIndex((word) => option.test(word));
	if (at === -1 || isBehindScript(rest.slice(0, at))) return {
		name,
		words: rest
	};
	return {
		name,
		words: rest.slice(0, at),
		code: rest[at + 1] ?? ""
	};
}
/** Options behind the script are the script's. */
function isBehindScript(words) {
	return words.some((word, index) => !word.startsWith("-") && /[./]/.test(word) && !PRELOAD.test(words[index - 1] ?? ""));
}
/** Where the started command can begin: at the first word that can be one, and at an interpreter. */
function startedBy(words) {
	const places = [words.findIndex((word) => !BETWEEN.test(word)), words.findIndex((word) => isRunner(word))];
	return [...new Set(places)].filter((at) => at !== -1).map((at) => words.slice(at));
}
/** The words of one command that could name what runs. */
function scriptsOf(argv) {
	const [command = ""] = argv;
	const { name, words, code } = partsOf(argv);
	if (!isRunner(name)) return [command];
	const module = words.indexOf("-m");
	if (module !== -1 && name.startsWith("py")) return [command, ...filesOf(words[module + 1] ?? "")];
	const preloaded = words.filter((_, index) => PRELOAD.test(words[index - 1] ?? ""));
	if (code !== void 0) return [command, ...preloaded];
	const operands = words.filter((word) => !word.startsWith("-") && !preloaded.includes(word));
	const script = operands.findIndex((word) => /[./]/.test(word));
	return [
		command,
		...preloaded,
		...operands.slice(0, script === -1 ? 1 : script + 1)
	];
}
function filesOf(module) {
	const path = module.replaceAll(".", "/");
	return [`${path}.py`, `${path}/__main__.py`];
}
// src/act/script-commands.ts
/** Longer lines are not written by people; what they hold in variables is not followed. */
const EXPANDED_LINE_MAX = 2e3;
const EXPANSION_ROUNDS = 3;
const LINE_MAX$1 = 2e4;
const ASSIGNMENT$1 = /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+)?(\w{1,100})=(["']?)([\w./${}@-]{1,200})\2[ \t]{0,20};?[ \t]{0,20}$/gm;
const VARIABLE = /\$(?:\{([\w.-]+)\}|\(([\w.-]+)\)|(\w+))/g;
const PROGRAM_TEXT = /\.(?:py|[cm]?[jt]sx?|rb|pl|php|lua)$/;
const PROGRAM_LINE = /^#!.*\b(?:python|node|ruby|perl|php|lua|deno|bun)/;
const LITERAL = /"((?:[^"\\\n]|\\.){0,1000})"|'((?:[^'\\\n]|\\.){0,1000})'|`((?:[^`\\\n]|\\.){0,1000})`/g;
/** What may stand between two literals of one list. */
const IN_ONE_LIST = /^[\s,[\](]*[rbfu]{0,2}$/i;
/** A call that starts a program, whatever its name. */
const STARTS = /(?:\b(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork|execa|run|call|check_call|check_output|Popen|popen|system))\s*\(\s*\[?\s*$/;
const BETWEEN_MAX = 100;
const SHELL_FILE = /\.(?:sh|bash|zsh|ksh)$/;
/** The commands that a script of the repository starts, as far as its text says so. */
function scriptCommands(path, text) {
	return PROGRAM_TEXT.test(path) || PROGRAM_LINE.test(text) ? literalCommands(text) : textCommands(text);
}
/** The commands in text for a shell, line by line, so that one strange quote hides one line at most. */
function textCommands(text) {
	const joined = text.replaceAll(/\\\r?\n/g, " ");
	const values = assignmentsIn$1(joined);
	return joined.split(/\r?\n/).map(withoutComment).filter((line) => line.trim() !== "").map((line) => expandVariables(line, values)).flatMap(shellCommands).flatMap(startedCommands);
}
/** Names that the text gives a plain value to. */
function assignmentsIn$1(text) {
	return new Map([...text.matchAll(ASSIGNMENT$1)].map(([, name = "", , value = ""]) => [name, value]));
}
function expandVariables(line, values) {
	let expanded = line;
	for (let round = 0; round < EXPANSION_ROUNDS; round += 1) {
		if (expanded.length > EXPANDED_LINE_MAX) break;
		expanded = expanded.replaceAll(VARIABLE, (whole, a, b, c) => values.get(a ?? b ?? c ?? "") ?? whole);
	}
	return expanded.slice(0, LINE_MAX$1);
}
/**
* Modules beside a script that it loads: a change of one is a change of the script. In the root of a
* repository that is too often the work itself.
*/
function loadedSiblings(path, text) {
	const folder = path.split("/").slice(0, -1).join("/");
	if (folder === "") return [];
	return (path.endsWith(".py") || /^#!.*\bpython/.test(text) ? pythonModules(text) : nodeModules(text)).map((name) => resolvePath(folder, name));
}
function pythonModules(text) {
	return [...text.matchAll(/^[ \t]*(?:from[ \t]+\.?([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gm)].flatMap(([, from, list]) => (from ?? list ?? "").split(",")).map((name) => name.trim().split(/[\s.]/)[0] ?? "").flatMap((name) => name === "" ? [] : [`${name}.py`, `${name}/__init__.py`]);
}
function nodeModules(text) {
	return [...text.matchAll(/(?:\bfrom|\bimport|\brequire(?:\.resolve)?)[ \t]{0,20}\(?[ \t]{0,20}["'`](\.\/[^"'`\n/]{1,200})["'`]/g)].flatMap(([, name = ""]) => [name, ...[
		"js",
		"cjs",
		"mjs",
		"json",
		"ts"
	].map((extension) => `${name}.${extension}`)]);
}
/** A mark in quotes begins no comment. */
function withoutComment(line) {
	if (/^\s*#/.test(line)) return "";
	const at = line.search(/\s#/);
	if (at === -1) return line;
	const before = line.slice(0, at);
	return ["'", "\""].some((mark) => before.split(mark).length % 2 === 0) ? line : before;
}
function literalCommands(text) {
	const source = text.replaceAll("sys.executable", "\"python\"").replaceAll("process.execPath", "\"node\"");
	const lists = [];
	let end = 0;
	for (const match of source.matchAll(LITERAL)) {
		const word = match[1] ?? match[2] ?? match[3] ?? "";
		const between = source.slice(Math.max(end, match.index - BETWEEN_MAX), match.index);
		const open = end === 0 || match.index - end >= BETWEEN_MAX ? void 0 : lists.at(-1);
		if (open !== void 0 && IN_ONE_LIST.test(between)) open.words.push(word);
		else lists.push({
			isStarted: STARTS.test(between),
			words: [word]
		});
		end = match.index + match[0].length;
	}
	return lists.flatMap(commandsInList);
}
/** A literal alone may be a file that is only looked at. */
function commandsInList({ isStarted, words }) {
	const start = isStarted ? 0 : words.findIndex(isRunner);
	const list = start === -1 ? [] : [words.slice(start)];
	const lines = words.filter((word) => /\s/.test(word)).flatMap(shellCommands);
	const files = words.filter((word) => SHELL_FILE.test(word)).map((word) => [word]);
	return [
		...list,
		...lines,
		...files
	].flatMap(startedCommands);
}
// src/act/make-recipes.ts
const ASSIGNMENT = /^(?:(?:export|override)[ \t]+)?([\w.-]{1,100})[ \t]*[:?+!]{0,3}=[ \t]*(\S.{0,199})$/gm;
const GOALS_MAX = 500;
/** Longer lines hold no rule that a person wrote. */
const LINE_MAX = 2e3;
/** Options whose next word is their value. */
const VALUED$1 = /^(?:-C|-f|-I|-j|-l|-o|-W|-d|--directory|--file|--makefile|--justfile|--working-directory)$/;
const NAMES = {
	make: [
		"GNUmakefile",
		"makefile",
		"Makefile"
	],
	just: [
		"justfile",
		"Justfile",
		".justfile"
	],
	task: [
		"Taskfile.yml",
		"Taskfile.yaml",
		"taskfile.yml",
		"taskfile.yaml"
	]
};
function makeCall([command = "", ...words]) {
	const kind = programOf$1(command).replace(/^gmake$/, "make");
	if (kind !== "make" && kind !== "just" && kind !== "task") return void 0;
	const file = valueOf(words, /^(?:-f|--file|--makefile|--justfile)$/);
	return {
		files: file === void 0 ? NAMES[kind] : [file],
		folder: valueOf(words, /^(?:-C|--directory|-d|--working-directory)$/) ?? "",
		goals: words.filter((word, index) => !/^-|=/.test(word) && !VALUED$1.test(words[index - 1] ?? ""))
	};
}
/** The command lines by which the goals are made; all of them where it is not plain which. */
function makeRecipes(text, call) {
	const joined = text.replaceAll(/\\\r?\n/g, " ");
	const values = new Map([["MAKE", "make"], ...assignmentsIn(joined)]);
	const { rules, rest } = rulesIn(joined, values);
	const included = rest.filter((line) => /^[-s]?include\s/.test(line)).flatMap((line) => line.split(/\s+/).slice(1)).map((file) => [
		"make",
		"-f",
		file,
		...call.goals
	].join(" "));
	const made = reached(rules, call.goals);
	const asked = rest.filter((line) => line.includes("$(shell"));
	return [...(made === void 0 ? [...rules.flatMap((rule) => rule.lines), ...rest] : [...made, ...asked]).map((line) => plainLine(line, values)), ...included];
}
function valueOf(words, option) {
	const at = words.findIndex((word) => option.test(word));
	return at === -1 ? void 0 : words[at + 1];
}
function assignmentsIn(text) {
	return [...text.matchAll(ASSIGNMENT)].map(([, name = "", value = ""]) => [name, value]);
}
function rulesIn(text, values) {
	const rules = [];
	const rest = [];
	for (const line of text.split(/\r?\n/)) {
		if (/^\s+\S/.test(line)) {
			(rules.at(-1)?.lines ?? rest).push(line);
			continue;
		}
		const head = line.length > LINE_MAX ? null : /^([^#=:]{1,500}?)\s*::?(?!=)([^;=]*)(?:;(.*))?$/.exec(line);
		if (head === null) rest.push(line);
		else {
			const [, targets = "", needs = "", inline] = head;
			rules.push({
				targets: wordsOf(expandVariables(targets, values)),
				needs: wordsOf(expandVariables(needs, values)),
				lines: inline === void 0 ? [] : [inline]
			});
		}
	}
	return {
		rules,
		rest
	};
}
function wordsOf(text) {
	return text.split(/\s+/).filter((word) => word !== "");
}
/** Lines of the goals and of what they need; nothing is known where a name cannot be read. */
function reached(rules, goals) {
	const known = new Set(rules.flatMap((rule) => rule.targets));
	const first = [...known].find((target) => !target.startsWith("."));
	const wanted = new Set(goals.length === 0 ? [first ?? ""] : goals);
	if ([...wanted].some((goal) => !known.has(goal)) || isUnclear([...known])) return void 0;
	for (const goal of wanted) {
		const needs = rules.filter((rule) => rule.targets.includes(goal)).flatMap((rule) => rule.needs);
		if (wanted.size > GOALS_MAX || isUnclear(needs)) return void 0;
		for (const need of needs) if (known.has(need)) wanted.add(need);
	}
	return rules.filter((rule) => rule.targets.some((target) => wanted.has(target) || target.includes("%"))).flatMap((rule) => rule.lines);
}
function isUnclear(names) {
	return names.some((name) => name.includes("$"));
}
/** Without make's own marks: `@` for silence, `-` for mercy, `$$` for a dollar, a list's dash. */
function plainLine(line, values) {
	return expandVariables(line.replace(/^[\s@+-]+/, "").replace(/^(?:cmd|sh):\s*/, ""), values).replaceAll("$(shell ", "$(").replaceAll("$$", "$");
}
// src/act/package-scripts.ts
/** What npm runs by itself around an installation. */
const INSTALLING = [
	"preinstall",
	"install",
	"postinstall",
	"prepublish",
	"preprepare",
	"prepare",
	"postprepare"
];
const VERBS = [
	[/^(?:test|t|tst)$/, ["test"]],
	[/^start$/, ["start"]],
	[/^stop$/, ["stop"]],
	[/^restart$/, [
		"restart",
		"stop",
		"start"
	]],
	[/^(?:install|i|in|ci|clean-install|add|update|up|upgrade|rebuild|rb|link)$/, INSTALLING],
	[/^(?:it|cit|install-test|install-ci-test|sit)$/, [...INSTALLING, "test"]],
	[/^(?:exec|x|dlx|create|init|audit|ls|list|ll|la|outdated|view|info|show|config|set|get)$/, []],
	[/^(?:fund|dedupe|explain|query|why|prefix|root|bin|pkg|help|version|cache|ping|doctor)$/, []]
];
const MANAGER = /^(?:npm|pnpm|yarn|bun|\$npm_execpath)$/;
const MANY = /^(?:npm-run-all2?|run-s|run-p|turbo|nx|lerna|concurrently|deno)$/;
/** Options of package managers whose next word is their value. */
const VALUED = /^(?:-C|--prefix|--cwd|--dir|-w|--workspace|-F|--filter|--loglevel|--registry)$/;
const SPREADS = /^(?:-w|-r|-ws|-F|--workspaces?|--recursive|--filter|--workspace=.*|--filter=.*)$/;
function scriptCall(argv) {
	const names = namesOf(argv);
	if (names.length === 0) return void 0;
	const words = argv.slice(1);
	const at = words.findIndex((word) => /^(?:-C|--prefix|--cwd|--dir)$/.test(word));
	const joined = words.find((word) => /^--(?:prefix|cwd|dir)=/.test(word));
	const folder = at === -1 ? joined?.replace(/^[^=]*=/, "") ?? "" : words[at + 1] ?? "";
	const isSpread = /^(?:turbo|nx|lerna)$/.test(programOf(argv)) || words.some((word) => SPREADS.test(word) || word === "workspace" || word === "workspaces");
	return {
		names: names.map((name) => name.includes("$") ? "*" : name),
		folder,
		isSpread
	};
}
/** The command lines that a call runs; of text that is no such manifest, whatever could be one. */
function packageScripts(text, call) {
	const scripts = scriptsIn(text);
	if (scripts === void 0) return [...text.matchAll(/"((?:[^"\\\n]|\\.){0,1000})"/g)].map((match) => match[1] ?? "");
	return scripts.filter(([name]) => isCalled(name, call.names)).map(([, line]) => line);
}
function programOf([command = ""]) {
	return command.split("/").at(-1) ?? "";
}
function namesOf(argv) {
	const program = programOf(argv);
	const words = argv.slice(1);
	if (program === "node") return namesOfNode(words);
	if (MANY.test(program)) return words.filter((word) => !word.startsWith("-") && word !== "run" && word !== "task").map((word) => word.replace(/^(?:npm|pnpm|yarn|bun):/, ""));
	if (!MANAGER.test(program)) return [];
	return namesOfManager(program, words.filter((word, index) => !word.startsWith("-") && !VALUED.test(words[index - 1] ?? "")));
}
function namesOfNode(words) {
	const joined = words.filter((word) => word.startsWith("--run=")).map((word) => word.slice(6));
	const at = words.indexOf("--run");
	return at === -1 ? joined : [...joined, words[at + 1] ?? ""];
}
function namesOfManager(program, operands) {
	const [verb, ...rest] = operands;
	if (verb === void 0) return program === "yarn" ? INSTALLING : [];
	if (/^(?:run|run-script|rum|urn)$/.test(verb)) return rest.slice(0, 1);
	if (/^(?:workspaces?|foreach)$/.test(verb)) return rest;
	return VERBS.find(([pattern]) => pattern.test(verb))?.[1] ?? (program === "npm" ? ["*"] : [verb]);
}
function isCalled(script, names) {
	return names.some((name) => {
		const special = name.search(/[*{]/);
		if (special !== -1) return script.startsWith(name.slice(0, special));
		return script === name || script === `pre${name}` || script === `post${name}`;
	});
}
function scriptsIn(text) {
	const manifest = parsed(text);
	if (!isTable(manifest)) return void 0;
	return [manifest["scripts"], manifest["tasks"]].filter(isTable).flatMap((scripts) => Object.entries(scripts)).flatMap(([name, line]) => linesOf(line).map((it) => [name, it]));
}
/** A task of deno may be a table with its command. */
function linesOf(line) {
	if (typeof line === "string") return [line];
	return isTable(line) && typeof line["command"] === "string" ? [line["command"]] : [];
}
function parsed(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/act/tool-manifests.ts
/** A command of these does what a manifest says: the manifest grades too. */
const MANIFESTS = [
	[/^(npm|npx|pnpm|pnpx|yarn|bun|bunx|node|deno|vitest|jest|mocha)$/, "**/{package.json,deno.json,deno.jsonc}"],
	[/^yarn$/, "**/.yarn/{releases,plugins,patches,sdks}/**"],
	[/^(make|gmake)$/, "**/{Makefile,makefile,GNUmakefile,*.mk}"],
	[/^(just|task)$/, "**/{justfile,Justfile,Taskfile.yml,Taskfile.yaml}"],
	[/^(pytest|tox|nox|python|python3|uv|poetry|hatch)$/, "**/pyproject.toml"],
	[/^pip3?$/, "**/{pyproject.toml,setup.py,requirements*.txt}"],
	[/^(cargo|cargo-nextest)$/, "**/{Cargo.toml,build.rs,.cargo/**}"],
	[/^(mvn|mvnw|gradle|gradlew)$/, "**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,gradle/wrapper/*,.mvn/**}"],
	[/^(mix)$/, "**/{mix.exs,.formatter.exs}"]
];
/** Globs of the manifests that steer what was called in a goal-file's own words. */
function manifestsOfWords(argv) {
	const words = argv.flatMap((word) => word.split(/[\s;|&()"'/]+/));
	return manifestsOf((tool) => words.some((word) => tool.test(word)));
}
/** Of a command that was found in a text only the program is meant. */
function manifestsOfProgram([command = ""]) {
	return manifestsOf((tool) => tool.test(programOf$1(command)));
}
function manifestsOf(isCalled) {
	return MANIFESTS.filter(([tool]) => isCalled(tool)).map(([, glob]) => glob);
}
// src/act/reached-files.ts
/** Texts that are looked through; a tree of scripts larger than that is not followed further. */
const STEPS_MAX = 400;
/** Manifests of other folders that one command could mean. */
const SPREAD_MAX = 50;
/** The commands of a goal: its predicates', and those that prepare their folder. */
function goalCommands(goal) {
	return [...goal.predicates.flatMap(({ check }) => invocationsOf(check).flatMap(({ command, args, env }) => [[command, ...args], ...commandsInEnvironment(env)])), ...goal.setup.commands];
}
/** Variables by which an interpreter is told what to run before all else. */
function commandsInEnvironment(env) {
	const { NODE_OPTIONS: options, BASH_ENV: bash, ENV: sh, PYTHONSTARTUP: python } = env;
	const files = [
		bash,
		sh,
		python
	].flatMap((file) => file === void 0 ? [] : [[file]]);
	return options === void 0 ? files : [...files, ["node", ...options.split(/[\s=]+/)]];
}
/** Follows the commands of a goal through manifests, and through scripts one level deep. */
function reachedFiles(commit, goal, isReleased) {
	const search = {
		files: new Set(commit.paths),
		texts: commit.texts,
		isReleased,
		named: /* @__PURE__ */ new Set([...harnessFile(goal), ...judgedFiles(goal)]),
		started: /* @__PURE__ */ new Set(),
		loaded: /* @__PURE__ */ new Set(),
		followed: /* @__PURE__ */ new Set(),
		manifests: new Set(goalCommands(goal).flatMap(manifestsOfWords)),
		unread: /* @__PURE__ */ new Set(),
		seen: /* @__PURE__ */ new Set()
	};
	const folders = [.../* @__PURE__ */ new Set([
		"",
		goal.scope.workspace,
		...goal.predicates.map((it) => predicateFolder(goal, it))
	])];
	const steps = goalCommands(goal).map((argv) => {
		return {
			commands: startedCommands(argv),
			folders,
			origin: "goal"
		};
	});
	for (const [at, step] of steps.entries()) {
		if (at >= STEPS_MAX) break;
		steps.push(...follow(search, step));
	}
	return {
		...search,
		manifests: [...search.manifests],
		unread: [...search.unread]
	};
}
/** An agent that is a file of the repository must not be one that an agent wrote. */
function harnessFile({ harness }) {
	const { command = "" } = harness;
	return command.includes("/") && !command.startsWith("/") ? [resolvePath("", command)] : [];
}
function follow(search, step) {
	const folders = enteredFolders(step.commands, step.folders);
	const scripts = namedScripts(step.commands, folders).filter((path) => search.files.has(path));
	addThose(search, step.origin === "goal" ? search.named : search.started, scripts);
	if (step.origin !== "goal") for (const glob of step.commands.flatMap(manifestsOfProgram)) search.manifests.add(glob);
	return [
		...step.commands.flatMap((command) => packageSteps(search, command, folders)),
		...step.commands.flatMap((command) => makeSteps(search, command, folders)),
		...step.origin === "script" ? [] : scripts.flatMap((it) => scriptSteps(search, it, folders))
	];
}
function packageSteps(search, command, folders) {
	const call = scriptCall(command);
	if (call === void 0) return [];
	const names = [
		"package.json",
		"deno.json",
		"deno.jsonc"
	];
	const own = folders.flatMap((folder) => nearest(search, resolvePath(folder, call.folder), names));
	const spread = call.isSpread ? [...search.files].filter((path) => /(?:^|\/)package\.json$/.test(path)).slice(0, SPREAD_MAX) : [];
	return [.../* @__PURE__ */ new Set([...own, ...spread])].flatMap((path) => read(search, path, command).map((text) => stepOf(search, path, packageScripts(text, call))));
}
function makeSteps(search, command, folders) {
	const call = makeCall(command);
	if (call === void 0) return [];
	const places = folders.flatMap((folder) => call.files.map((file) => resolvePath(resolvePath(folder, call.folder), file)));
	return [...new Set(places)].filter((path) => search.files.has(path)).flatMap((path) => read(search, path, command).map((text) => stepOf(search, path, makeRecipes(text, call))));
}
function stepOf(search, manifest, lines) {
	search.followed.add(manifest);
	return {
		commands: lines.flatMap(textCommands),
		folders: [folderOf(manifest)],
		origin: "manifest"
	};
}
function scriptSteps(search, path, folders) {
	if (search.isReleased(path)) return [];
	return read(search, path, []).map((text) => {
		addThose(search, search.loaded, loadedSiblings(path, text));
		addThose(search, search.started, linkTarget(path, text));
		return {
			commands: scriptCommands(path, text),
			folders: [.../* @__PURE__ */ new Set([...folders, folderOf(path)])],
			origin: "script"
		};
	});
}
function addThose(search, known, paths) {
	for (const path of paths) if (search.files.has(path)) known.add(path);
}
/** The text of a symbolic link is the place that it leads to. */
function linkTarget(path, text) {
	return /^[^\s\0]{1,500}$/.test(text) ? [resolvePath(folderOf(path), text)] : [];
}
/** The text, once for each way in which it is read. */
function read(search, path, as) {
	const key = JSON.stringify([path, ...as]);
	if (search.seen.has(key)) return [];
	search.seen.add(key);
	const text = search.texts.get(path);
	if (text === void 0) search.unread.add(path);
	return text === void 0 ? [] : [text];
}
/** Package managers look upwards. */
function nearest(search, folder, names) {
	for (let at = folder;; at = folderOf(at)) {
		const found = names.map((name) => resolvePath(at, name)).filter((it) => search.files.has(it));
		if (found.length > 0 || at === "") return found;
	}
}
function folderOf(path) {
	return path.split("/").slice(0, -1).join("/");
}
// src/act/grader-paths.ts
/** What test runners look for by convention: tests, and the settings that decide which of them run. */
const CONVENTIONS = [
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
	"**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}"
];
/** Scripts and manifests of a commit whose text says more about what grades the goal, and is not known yet. */
function manifestPaths(paths, goal, texts) {
	return goal.seal.enabled ? reachedFrom({
		paths,
		texts
	}, goal).unread : [];
}
/**
* The paths of a commit that decide whether a goal holds: what its commands name, and what that starts
* in turn, as far as its text is known; tests and their settings by convention, manifests whose scripts
* are run, and what `[seal]` names; never what it releases.
*/
function graderPaths(paths, goal, texts = /* @__PURE__ */ new Map()) {
	if (!goal.seal.enabled) return [];
	const { workspace } = goal.scope;
	const { named, started, loaded, followed, manifests } = reachedFrom({
		paths,
		texts
	}, goal);
	const isGrader = globMatcher([...CONVENTIONS, ...manifests]);
	const isSealed = treeMatcher(goal.seal.sealedInputs, workspace);
	const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
	const isInScope = treeMatcher(goal.scope.paths, workspace);
	const isWork = workMatcher(goal);
	function isFound(path) {
		const isPart = loaded.has(path) && !isInScope(path);
		return started.has(path) || followed.has(path) || isPart || isGrader(path);
	}
	return paths.filter((path) => !isReleased(path) && (isSealed(path) || named.has(path) || isFound(path) && !isWork(path)));
}
/** A script that is released is not read on: an agent may name in it what it likes. */
function reachedFrom(commit, goal) {
	return reachedFiles(commit, goal, treeMatcher(goal.seal.mutableInputs, goal.scope.workspace));
}
/** Settings by which a test runner finds, skips or judges tests. */
const RUNNER_SETTINGS = [
	"**/{vitest,jest,karma,mocha,ava,playwright,cypress,wdio}.{config,workspace,conf,setup}.*",
	"**/.{mocharc,nycrc,rspec,coveragerc}{,.*}",
	"**/{pytest.ini,.pytest.ini,tox.ini,noxfile.py,conftest.py,sitecustomize.py,usercustomize.py}",
	"**/{phpunit.xml,phpunit.xml.dist,.npmrc,.yarnrc,.yarnrc.yml}"
];
/**
* Tells new files that would decide which tests run. In a repair they are refused: the suite that was
* approved had none. A goal that creates something may need its first.
*/
function runnerSettingMatcher(goal) {
	if (!goal.seal.enabled || goal.mode === "create") return () => false;
	const { workspace } = goal.scope;
	const isSetting = globMatcher(RUNNER_SETTINGS);
	const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
	const isWork = workMatcher(goal);
	return (path) => isSetting(path) && !isReleased(path) && !isWork(path);
}
// src/reconcile/read-grader-texts.ts
/** Longer than anything that a person writes to be run. */
const BYTES_MAX = 256e3;
const TEXTS_MAX = 200;
/** A manifest names scripts, which name others: each is known only when the one before was read. */
const ROUNDS_MAX = 8;
/** Reads what has to be known of a commit, or of a tree of graders, to find what grades the goal. */
async function readGraderTexts(repository, from, goal) {
	const texts = /* @__PURE__ */ new Map();
	for (let round = 0; round < ROUNDS_MAX; round += 1) {
		const unread = manifestPaths(from.paths, goal, texts).slice(0, TEXTS_MAX - texts.size);
		if (unread.length === 0) break;
		for (const path of unread) texts.set(path, await repository.text(from.commit, path, BYTES_MAX) ?? "");
	}
	return texts;
}
export { harnessFile as a, globMatcher as c, goalCommands as i, treeMatcher as l, graderPaths as n, reachedFiles as o, runnerSettingMatcher as r, judgedFiles as s, readGraderTexts as t, workMatcher as u };
