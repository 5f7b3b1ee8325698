import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, r as toPlainText } from "./plain-text.mjs";
import { a as checkDocuments, r as maskSecrets } from "./open-host.mjs";
// src/model/child-environment.ts
/** What a stranger's program may know about the machine; everything else stays here. */
const NAMES = /* @__PURE__ */ new Set([
	"PATH",
	"HOME",
	"USER",
	"LOGNAME",
	"SHELL",
	"LANG",
	"LANGUAGE",
	"TERM",
	"TZ",
	"TMPDIR",
	"CI",
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"http_proxy",
	"https_proxy",
	"no_proxy",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"NODE_EXTRA_CA_CERTS",
	"REQUESTS_CA_BUNDLE",
	"GOPATH",
	"GOCACHE",
	"GOMODCACHE",
	"GOPROXY",
	"GOFLAGS",
	"GOROOT",
	"GOTOOLCHAIN",
	"CARGO_HOME",
	"RUSTUP_HOME",
	"JAVA_HOME",
	"MAVEN_OPTS",
	"GRADLE_USER_HOME",
	"PYENV_ROOT",
	"VIRTUAL_ENV",
	"NVM_DIR",
	"FNM_DIR",
	"VOLTA_HOME",
	"RBENV_ROOT",
	"GEM_HOME",
	"MIX_HOME",
	"HEX_HOME",
	"DOTNET_ROOT",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"XDG_DATA_HOME",
	"XDG_RUNTIME_DIR"
]);
const NEVER = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_|GIT_|KAZI_)/;
/** An environment for a child: the allow-list, `LC_*`, and the `names` that were asked for. */
function childEnvironment(host, names) {
	const wanted = new Set(names);
	return Object.fromEntries(Object.entries(host).filter(([name]) => !NEVER.test(name) && (NAMES.has(name) || name.startsWith("LC_") || wanted.has(name))));
}
// src/reconcile/require-running.ts
/** Ends the work at a place where nothing half-done is left, once a person asked for it. */
function requireRunning({ signal }) {
	if (!signal.aborted) return;
	throw new KaziError({
		code: "interrupted",
		message: "interrupted by a person"
	});
}
// src/reconcile/run-setup.ts
const OUTPUT_BYTES_MAX = 64e3;
const PROBLEM_CHARACTERS_MAX = 480;
const COMMAND_CHARACTERS_MAX = 120;
/** Prepares a fresh checkout by the goal's own commands. Gives a sentence when one of them fails. */
async function runSetup(host, setup, cwd) {
	const env = childEnvironment(host.environment, []);
	for (const argv of setup.commands) {
		host.events.emit({
			kind: "setup",
			argv
		});
		const outcome = await host.processes.run({
			argv,
			cwd,
			env,
			timeoutMs: setup.timeoutMs,
			outputBytesMax: OUTPUT_BYTES_MAX,
			mergeStderr: true,
			signal: host.signal
		});
		const problem = problemOf(outcome);
		if (problem !== void 0) {
			const said = maskSecrets(toPlainText(outcome.stdout.text), host.secrets);
			return withEnd(`[setup] ${toOneLine(argv.join(" "), COMMAND_CHARACTERS_MAX)} ${problem}`, said);
		}
	}
}
/** Programs say last what went wrong. */
function withEnd(problem, said) {
	const line = toOneLine(said, said.length);
	const start = `${toOneLine(problem, PROBLEM_CHARACTERS_MAX / 2)}${line === "" ? "" : ": "}`;
	const room = PROBLEM_CHARACTERS_MAX - start.length;
	return `${start}${line.length <= room ? line : `…${line.slice(1 - room)}`}`.toWellFormed();
}
function problemOf({ ending }) {
	switch (ending.kind) {
		case "exited": return ending.code === 0 ? void 0 : `ended with exit code ${ending.code}, expected 0`;
		case "killed": return `was killed by ${ending.signal}`;
		case "timed-out": return `did not end within ${ending.afterMs} ms`;
		case "interrupted": return "was interrupted";
		case "not-started": return `could not be started: ${ending.reason}`;
	}
}
// action/require-documents.ts
/** For the jobs that cannot go on with less than what the jobs before them left. */
async function requireDocuments(folder, digests) {
	const damage = await checkDocuments(folder, digests);
	if (damage.length === 0) return;
	throw new KaziError({
		code: "handover-invalid",
		message: `${damage.map(({ problem }) => problem).join("; ")}. Nothing was done; the land job gives the claim back`
	});
}
export { childEnvironment as i, runSetup as n, requireRunning as r, requireDocuments as t };
