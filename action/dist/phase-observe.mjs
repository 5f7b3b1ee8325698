import { t as __commonJSMin } from "./rolldown-runtime.mjs";
import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, r as toPlainText, t as cutMiddle } from "./plain-text.mjs";
import { $ as invocationsOf, Q as utf8ToBytes, X as sha256, Z as bytesToHex, d as boundVector, p as encode } from "./ledger.mjs";
import { a as parseDispatchReport, i as HANDOVER_BYTES_MAX, n as readClaim, r as readReport } from "./read-claim.mjs";
import { S as tuple, _ as number, d as array, h as literal, p as discriminatedUnion, v as object, w as unknown, x as string, y as record } from "./schemas.mjs";
import { i as childEnvironment, n as runSetup, r as requireRunning, t as requireDocuments } from "./require-documents.mjs";
import { t as isLive } from "./is-live.mjs";
import { i as secretsOf, n as openHost, o as digestOf$1, r as maskSecrets, s as visualBaseline, t as documentsFolder } from "./open-host.mjs";
import { n as RE2JSException, t as RE2JS } from "./build.mjs";
import { t as baselineKey } from "./baseline-key.mjs";
// src/reconcile/pool.ts
/** A pool of these slots; at least one. */
function createPool(slots) {
	const free = [...slots];
	const waiting = [];
	return { use };
	async function use(work) {
		const slot = free.shift() ?? await nextSlot();
		try {
			return await work(slot);
		} finally {
			const next = waiting.shift();
			if (next === void 0) free.push(slot);
			else next(slot);
		}
	}
	async function nextSlot() {
		const lent = Promise.withResolvers();
		waiting.push(lent.resolve);
		return await lent.promise;
	}
}
// src/reconcile/base-checkout.ts
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Made when it is first asked for: most goals compare with nothing. */
function openBaseCheckout(host, { goal, ticket, bench }) {
	const turn = createPool(["base"]);
	let prepared;
	return { use: async (ref, work) => await turn.use(async () => {
		const commit = await commitOf(host, ref, ticket.base);
		if (prepared?.commit !== commit) prepared = {
			commit,
			folder: await prepare(commit)
		};
		await bench.workshop.renew(prepared.folder);
		return await work(prepared.folder, commit);
	}) };
	async function prepare(commit) {
		const { workshop } = bench;
		const base = {
			branch: ticket.baseBranch,
			commit: ticket.base
		};
		const request = {
			name: "baseline",
			commit,
			branch: ticket.branch,
			base
		};
		const folder = await workshop.checkout(request);
		if (ticket.graders !== void 0) await workshop.restoreGraders(folder, ticket.graders);
		const { workspace } = goal.scope;
		const problem = await runSetup(host, goal.setup, workspace === "" ? folder : `${folder}/${workspace}`);
		if (problem !== void 0) throw new KaziError({
			code: "setup-failed",
			message: problem
		});
		if (ticket.graders !== void 0) await workshop.restoreGraders(folder, ticket.graders);
		await workshop.freeze(folder);
		return folder;
	}
}
/** A name can be moved by whoever may push, a hash cannot; so every name means the approved base. */
async function commitOf(host, ref, base) {
	if (!OID.test(ref)) return base;
	if (await host.repository.isAncestor(ref, base)) return ref;
	throw new KaziError({
		code: "workspace-unusable",
		message: `expected the baseline ${ref.slice(0, 12)} among the ancestors of the approved base ${base.slice(0, 12)}, found it outside; name a commit that the base has, or "main" for the base itself`
	});
}
// src/observe/browser-secrets.ts
const PLACE$2 = /\$\{secrets\.([A-Za-z0-9_]{1,100})\}/g;
/** Puts secrets where a journey types them; says so where one cannot be had. */
function putSecrets(check, predicate, { secret }) {
	const names = [...new Set(typedBy(check).flatMap(namesIn$1))];
	const unlisted = names.filter((name) => !(predicate.secrets ?? []).includes(name));
	if (unlisted.length > 0) return notListed$1(unlisted);
	const values = new Map(names.map((name) => [name, secret(name)]));
	const absent = names.filter((name) => (values.get(name) ?? "") === "");
	if (absent.length > 0) return notGiven$1(absent);
	function put(value) {
		return value.replace(PLACE$2, (_place, name) => values.get(name) ?? "");
	}
	return {
		check: withValues(check, put),
		secrets: [...values.values()].flatMap((it) => it ?? [])
	};
}
function typedBy({ steps, assertions }) {
	return [...steps.flatMap((step) => step.action === "fill" ? [step.value] : []), ...assertions.flatMap((it) => it.type === "form_validation" ? [...it.invalid, ...it.valid].map(({ value }) => value) : [])];
}
function namesIn$1(value) {
	return [...value.matchAll(PLACE$2)].map(([, name = ""]) => name);
}
function withValues(check, put) {
	function inField(field) {
		return {
			...field,
			value: put(field.value)
		};
	}
	return {
		...check,
		steps: check.steps.map((step) => step.action === "fill" ? {
			...step,
			value: put(step.value)
		} : step),
		assertions: check.assertions.map((it) => it.type === "form_validation" ? {
			...it,
			invalid: it.invalid.map(inField),
			valid: it.valid.map(inField)
		} : it)
	};
}
function notListed$1(names) {
	return {
		status: "error",
		error: "bad-check",
		message: `a step types \${secrets.${names[0] ?? ""}}: expected the name in secrets = [...] of this predicate`
	};
}
function notGiven$1(names) {
	return {
		status: "unknown",
		error: "not-available",
		message: `not available: this job has no secret ${names.join(", ")}: set it in the environment that kazi apply runs in; jobs on GitHub hold none`
	};
}
// src/observe/browser-verdict.ts
/** What one journey says of the predicate; `score` is the share of its statements that hold. */
function judgeJourney(check, report) {
	switch (report.kind) {
		case "made": return judgeMade(check, report);
		case "no-browser": return {
			status: "unknown",
			error: "not-available",
			message: report.reason
		};
		case "not-opened": return judgeNotOpened(check, report.failure, report.reason);
		case "bad-check": return {
			status: "error",
			error: "bad-check",
			message: report.reason
		};
		case "cut-off": return {
			status: "error",
			error: CUT_OFF[report.cause],
			message: `the journey was cut off: ${report.reason}`
		};
	}
}
const CUT_OFF = {
	"timed-out": "timed-out",
	interrupted: "interrupted",
	crashed: "tool-failed"
};
function judgeNotOpened({ url }, failure, reason) {
	const message = `${url} could not be opened: ${reason}${failure === "refused-address" ? adviceOn$1(url) : ""}`;
	if (failure !== "untrusted") return {
		status: "error",
		error: OPENING[failure],
		message
	};
	return {
		status: "fail",
		message,
		seen: reason,
		wanted: "a trusted certificate"
	};
}
function adviceOn$1(url) {
	return `; add "${URL.parse(url)?.hostname ?? ""}" to it if it is meant`;
}
const OPENING = {
	"refused-address": "bad-check",
	unreachable: "unreachable",
	"timed-out": "unreachable"
};
function judgeMade(check, report) {
	const statements = [...stepsOf(check, report), ...assertionsOf$1(check, report)];
	const total = 1 + check.steps.length + Math.max(1, check.assertions.length);
	const score = statements.filter(({ ok }) => ok).length / total;
	const failed = statements.filter(({ ok, undecided }) => !ok && !undecided);
	if (failed.length > 0) return {
		...toFailure(failed, report),
		score
	};
	const undecided = statements.filter((it) => it.undecided);
	if (undecided.length > 0) return {
		...toUndecided(undecided),
		score
	};
	if (report.assertions.length < check.assertions.length) return {
		...UNJUDGED,
		score
	};
	return {
		status: "pass",
		message: passed$2(check, report),
		score: 1
	};
}
const UNJUDGED = {
	status: "error",
	error: "tool-failed",
	message: "not all assertions were judged"
};
function stepsOf(check, { steps }) {
	return steps.map(({ ok, found }, index) => {
		const step = check.steps[index - 1];
		const wanted = step === void 0 ? `${check.url} to open` : `step ${index} of ${check.steps.length} (${describeStep(step)}) to go well`;
		return {
			rule: step?.action ?? "open",
			wanted,
			found,
			ok,
			...SIMPLE
		};
	});
}
const SIMPLE = {
	undecided: false,
	complaints: void 0
};
/** What is typed may be a secret, and is no help. */
function describeStep(step) {
	switch (step.action) {
		case "click":
		case "fill":
		case "wait_for": return `${step.action} "${step.selector}"`;
		case "press": return step.selector === void 0 ? `press ${step.key}` : `press ${step.key} in "${step.selector}"`;
		case "goto": return `goto ${step.url}`;
	}
}
function assertionsOf$1(check, report) {
	if (check.assertions.length === 0) return withoutAssertion(report);
	return report.assertions.map(({ undecided = false, complaints, ...rest }, index) => ({
		rule: check.assertions[index]?.type ?? "",
		undecided,
		complaints,
		...rest
	}));
}
/** Every page would do, and an error page is one. */
function withoutAssertion({ steps, status }) {
	if (!steps.every(({ ok }) => ok)) return [];
	const ok = status !== void 0 && status >= 200 && status < 300;
	return [{
		rule: "status",
		wanted: "the page to answer with any 2xx (no assertions)",
		found: `${status ?? "no status"}`,
		ok,
		...SIMPLE
	}];
}
function toFailure(failed, report) {
	const first = failed[0];
	const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : "";
	return {
		status: "fail",
		message: `expected ${first?.wanted}, found ${first?.found}${more}${noteOf(report)}`,
		seen: `${first?.found}`,
		wanted: `${first?.wanted}`,
		findings: failed.flatMap(toFindings),
		...report.outline === void 0 ? {} : { output: `${report.url}\n${report.outline}` }
	};
}
function toFindings({ rule, wanted, found, complaints = [] }) {
	if (complaints.length === 0) return [{
		file: "",
		level: "error",
		rule,
		message: `expected ${wanted}, found ${found}`
	}];
	return complaints.map((it) => ({
		file: "",
		level: "error",
		rule: it.rule ?? rule,
		message: it.rule === void 0 ? it.message : `${it.rule}: ${it.message}`
	}));
}
/** A page of an error may hold all that is asserted; whoever mends it should know. */
function noteOf({ status, refused, url }) {
	return `${status !== void 0 && status >= 400 ? `; ${url} answered ${status}` : ""}${refused.map((reason) => `; not asked: ${reason}`).join("")}`;
}
function toUndecided(undecided) {
	const [first] = undecided;
	return {
		status: "unknown",
		error: "not-available",
		message: `expected ${first?.wanted}, found ${first?.found}`,
		findings: undecided.map(({ rule, found }) => ({
			file: "",
			level: "note",
			rule,
			message: found
		}))
	};
}
function passed$2(check, report) {
	const count = check.assertions.length;
	const steps = check.steps.length === 0 ? "" : `after ${check.steps.length} steps `;
	const what = count === 0 ? "it answered with 2xx (no assertions)" : `all ${count} assertions hold`;
	return `${check.url}: ${steps}${what}${noteOf(report)}`;
}
// src/observe/browser.ts
/** All journeys of one observation together. */
const OBSERVATION_MS_MAX = 6e5;
const START_MS = 6e4;
/** Filling and sending a form, an audit and a comparison are several operations each. */
const OPERATIONS_OF_ASSERTION = 4;
const BASELINE_BYTES_MAX = 20971520;
/** A journey through a running page, made again until it held as often as the goal wants. */
const browser = {
	triggers: ["deployment", "interval"],
	permanent: ["bad-check", "not-available"],
	observe: async (subject, context) => await observeBrowser(subject, context)
};
async function observeBrowser(subject, context) {
	const typed = putSecrets(subject.check, subject, context);
	if ("status" in typed) return typed;
	const { check, secrets } = typed;
	const viewports = check.viewports.length === 0 ? [void 0] : check.viewports;
	const leftMs = Math.min(OBSERVATION_MS_MAX, check.samples * viewports.length * journeyMs(check));
	const tour = {
		predicate: subject.id,
		check,
		secrets,
		context,
		viewports,
		files: [],
		leftMs
	};
	return {
		...await observeSamples(tour),
		secrets,
		files: tour.files
	};
}
async function observeSamples(tour) {
	const { check, context } = tour;
	let last = NO_SAMPLE;
	for (let sample = 0; sample < check.samples; sample += 1) {
		if (sample > 0) await context.clock.sleep(check.intervalMs, context.signal);
		last = await observeSample(tour, sample);
		if (last.status !== "pass") return last;
	}
	const times = check.samples > 1 ? `, ${check.samples} times in a row` : "";
	return {
		...last,
		message: `${last.message}${times}`,
		score: 1
	};
}
const NO_SAMPLE = {
	status: "error",
	error: "bad-check",
	message: "samples: expected at least 1, found 0"
};
/** Ends at the first size that does not hold, except where a person has pictures of all sizes to approve. */
async function observeSample(tour, sample) {
	let last = NO_SAMPLE;
	let undecided;
	for (const [index, viewport] of tour.viewports.entries()) {
		const leg = {
			sample,
			viewport
		};
		const startedAtMs = tour.context.clock.now();
		const draft = await observeLeg(tour, leg);
		tour.leftMs -= tour.context.clock.now() - startedAtMs;
		last = draft.status === "pass" ? draft : withPlace(draft, leg, {
			tour,
			index
		});
		if (draft.status === "unknown") undecided ??= last;
		else if (draft.status !== "pass") return last;
	}
	return undecided ?? last;
}
function journeyMs({ steps, assertions, operationTimeoutMs }) {
	const operations = 2 + steps.length + assertions.length * OPERATIONS_OF_ASSERTION;
	return Math.min(OBSERVATION_MS_MAX, START_MS + operations * operationTimeoutMs);
}
async function observeLeg(tour, leg) {
	const { context, secrets } = tour;
	const timeoutMs = Math.min(tour.leftMs, journeyMs(tour.check));
	if (timeoutMs <= 0) return OUT_OF_TIME;
	const check = forViewport(tour.check, leg.viewport);
	const baselines = await readBaselines(check, context);
	if ("status" in baselines) return baselines;
	const { viewport } = leg;
	const { signal } = context;
	const report = await context.browser.visit({
		check,
		viewport,
		baselines,
		secrets,
		timeoutMs,
		signal
	});
	await keepFiles(tour, leg, report);
	const draft = judgeJourney(check, report);
	return report.kind === "made" && secrets.length > 0 ? withoutPicture(draft, check) : draft;
}
/** Whoever misses the picture should know why there is none. */
function withoutPicture(draft, { screenshot }) {
	if (draft.status === "pass" && !screenshot) return draft;
	return {
		...draft,
		message: `${draft.message}; no picture is kept, because it types a secret`
	};
}
const OUT_OF_TIME = {
	status: "error",
	error: "timed-out",
	message: `not all journeys were made in ${OBSERVATION_MS_MAX / 6e4} minutes: ask for fewer samples, viewports or steps`
};
function forViewport(check, viewport) {
	const assertions = check.assertions.map((it) => it.type === "visual" ? {
		...it,
		baseline: visualBaseline(it.baseline, viewport, check)
	} : it);
	return {
		...check,
		assertions
	};
}
async function readBaselines({ assertions }, { files }) {
	const baselines = /* @__PURE__ */ new Map();
	for (const assertion of assertions) {
		if (assertion.type !== "visual") continue;
		const found = await files.bytes(assertion.baseline, BASELINE_BYTES_MAX);
		if (found.kind === "read") baselines.set(assertion.baseline, found.bytes);
		if (found.kind === "refused") return {
			status: "error",
			error: "bad-check",
			message: `${assertion.baseline}: ${found.reason}; expected a PNG of at most ${BASELINE_BYTES_MAX} bytes`
		};
	}
	return baselines;
}
async function keepFiles(tour, leg, report) {
	if (report.kind !== "made") return;
	const { predicate, context, files } = tour;
	for (const { name, bytes } of report.files) {
		const kept = await context.evidence.keep({
			predicate,
			name: toFileName(name, leg),
			bytes
		});
		if (kept !== void 0) files.push(kept);
	}
}
function toFileName(name, { sample, viewport }) {
	const size = viewport === void 0 ? "" : `${viewport.name}-`;
	return `${sample + 1}-${size}${name}`.replace(/[^A-Za-z0-9._-]/g, "-");
}
function withPlace(draft, { sample, viewport }, { tour, index }) {
	const { samples } = tour.check;
	const places = [...viewport === void 0 ? [] : [`at ${viewport.width}x${viewport.height}`], ...samples > 1 ? [`sample ${sample + 1} of ${samples}`] : []];
	const note = places.length === 0 ? "" : ` (${places.join(", ")})`;
	const score = (sample * tour.viewports.length + index + (draft.score ?? 0)) / (samples * tour.viewports.length);
	return {
		...draft,
		message: `${draft.message}${note}`,
		score
	};
}
// src/observe/diff-lines.ts
const CONTEXT_LINES = 2;
const SHOWN_LINES_MAX$3 = 80;
/** A table of this many cells is filled at most; larger differences are shown as one block. */
const CELLS_MAX = 25e4;
/** What has to change in a text to get another, line by line: `- ` is wanted, `+ ` was found. */
function diffLines(wanted, found) {
	const left = wanted.split("\n");
	const right = found.split("\n");
	const head = commonHead(left, right);
	const tail = commonHead(left.slice(head).toReversed(), right.slice(head).toReversed());
	const rows = [
		...left.slice(Math.max(0, head - CONTEXT_LINES), head).map((line) => `  ${line}`),
		...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
		...left.slice(left.length - tail).slice(0, CONTEXT_LINES).map((line) => `  ${line}`)
	];
	const shown = rows.slice(0, SHOWN_LINES_MAX$3);
	const more = rows.length - shown.length;
	const from = Math.max(1, head - CONTEXT_LINES + 1);
	const rest = more === 0 ? [] : [`… ${more} more lines of the difference …`];
	return [
		`@@ from line ${from}: - wanted, + found @@`,
		...shown,
		...rest
	].join("\n");
}
function commonHead(left, right) {
	let count = 0;
	while (count < left.length && count < right.length && left[count] === right[count]) count += 1;
	return count;
}
function diffMiddle(left, right) {
	if (left.length * right.length > CELLS_MAX) {
		const half = SHOWN_LINES_MAX$3 / 2;
		return [...left.slice(0, half).map((line) => `- ${line}`), ...right.slice(0, half).map((line) => `+ ${line}`)];
	}
	return walk(left, right, commonLengths(left, right));
}
/** How long the longest common rest is, behind each pair of lines. */
function commonLengths(left, right) {
	const width = right.length + 1;
	const cells = new Uint32Array((left.length + 1) * width);
	function at(row, column) {
		return cells[row * width + column] ?? 0;
	}
	for (let row = left.length - 1; row >= 0; row -= 1) for (let column = right.length - 1; column >= 0; column -= 1) {
		const isSame = left[row] === right[column];
		const longest = Math.max(at(row + 1, column), at(row, column + 1));
		cells[row * width + column] = isSame ? at(row + 1, column + 1) + 1 : longest;
	}
	return at;
}
function walk(left, right, common) {
	const rows = [];
	let row = 0;
	let column = 0;
	while (row < left.length || column < right.length) if (row < left.length && column < right.length && left[row] === right[column]) {
		rows.push(`  ${left[row]}`);
		row += 1;
		column += 1;
	} else if (column === right.length || row < left.length && common(row + 1, column) >= common(row, column + 1)) {
		rows.push(`- ${left[row]}`);
		row += 1;
	} else {
		rows.push(`+ ${right[column]}`);
		column += 1;
	}
	return rows;
}
// src/observe/json-path-cost.ts
var import_json_p3_cjs = (/* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Base class for all JSONPath errors.
	*/
	var JSONPathError = class extends Error {
		constructor(message, token) {
			super(message);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathError";
			this.message = withErrorContext(message, token);
		}
	};
	function withErrorContext(message, token) {
		if (token.input.length <= 9) return `${message} ('${token.input}':${token.index})`;
		if (token.index > token.input.length - 5) return `${message} ('${token.input.slice(token.input.length - 9)}':${token.index})`;
		if (token.index - 4 < 0) return `${message} ('${token.input.slice(0, 9)}':${token.index})`;
		return `${message} ('${token.input.slice(token.index - 4, token.index + 5)}':${token.index})`;
	}
	/**
	* Error thrown due to unexpected, internal path tokenization problems.
	*/
	var JSONPathLexerError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathLexerError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown due to type errors when evaluating filter expressions.
	*/
	var JSONPathTypeError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathTypeError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown due to out of range indices.
	*/
	var JSONPathIndexError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathIndexError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown when attempting to retrieve a filter function that has not
	* been registered.
	*/
	var UndefinedFilterFunctionError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "UndefinedFilterFunctionError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown due to syntax errors found during parsing a JSONPath query.
	*/
	var JSONPathSyntaxError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathSyntaxError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown when the maximum recursion depth is reached.
	*/
	var JSONPathRecursionLimitError = class extends JSONPathError {
		constructor(message, token) {
			super(message, token);
			this.message = message;
			this.token = token;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPathRecursionLimitError";
			this.message = withErrorContext(message, token);
		}
	};
	/**
	* Error thrown due to invalid I-Regexp syntax.
	*/
	var IRegexpError = class extends Error {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "IRegexpError";
		}
	};
	/**
	* Common types and type predicates.
	*/
	/**
	* A JSON-like value.
	*/
	/**
	* A type predicate for the Array object.
	*/
	function isArray(value) {
		return Array.isArray(value);
	}
	/**
	* A type predicate for object.
	*/
	function isObject(value) {
		const _type = typeof value;
		return value !== null && _type === "object" || _type === "function" ? true : false;
	}
	/**
	* A type predicate for a string primitive.
	*/
	function isString(value) {
		return typeof value === "string";
	}
	/**
	* A type predicate for a number primitive.
	*/
	function isNumber(value) {
		return typeof value === "number";
	}
	/**
	* Deep equality of JSON-like values.
	*
	* No attempt is made to handle function objects, recursive data
	* structures, NaNs, sparse arrays, primitive wrapper objects....
	*
	* We're not using JSON.stringify because we want objects with the same
	* entries in a different order to compare equal.
	*/
	function deepEquals(a, b) {
		if (a === b) return true;
		if (Array.isArray(a)) {
			if (Array.isArray(b)) {
				if (a.length !== b.length) return false;
				for (let i = 0; i < a.length; i++) if (!deepEquals(a[i], b[i])) return false;
				return true;
			}
			return false;
		} else if (isObject(a) && isObject(b)) {
			const keysA = Object.keys(a);
			const keysB = Object.keys(b);
			if (keysA.length !== keysB.length) return false;
			for (const key of keysA) if (!deepEquals(a[key], b[key])) return false;
			return true;
		}
		return false;
	}
	/**
	* The type of a JSONPath filter function parameter or return value, as
	* described in See section 2.4.1 of RFC 9535.
	*/
	let FunctionExpressionType = /*#__PURE__*/ function(FunctionExpressionType) {
		FunctionExpressionType["ValueType"] = "ValueType";
		FunctionExpressionType["LogicalType"] = "LogicalType";
		FunctionExpressionType["NodesType"] = "NodesType";
		return FunctionExpressionType;
	}({});
	/**
	* A JSONPath filter function definition.
	*/
	/**
	* Base class for all JSON Pointer errors.
	*/
	var JSONPointerError = class extends Error {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerError";
		}
	};
	/**
	* Base class for JSON Pointer resolution errors.
	*/
	var JSONPointerResolutionError = class extends JSONPointerError {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerResolutionError";
		}
	};
	/**
	* Error thrown due to an out of range index when resolving a JSON Pointer.
	*/
	var JSONPointerIndexError = class extends JSONPointerResolutionError {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerIndexError";
		}
	};
	/**
	* Error thrown due to a missing property when resolving a JSON Pointer.
	*/
	var JSONPointerKeyError = class extends JSONPointerResolutionError {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerKeyError";
		}
	};
	/**
	* Error thrown due to invalid JSON Pointer syntax.
	*/
	var JSONPointerSyntaxError = class extends JSONPointerError {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerSyntaxError";
		}
	};
	/**
	* Error thrown when trying to resolve a property or index against a primitive value.
	*/
	var JSONPointerTypeError = class extends JSONPointerResolutionError {
		constructor(message) {
			super(message);
			this.message = message;
			Object.setPrototypeOf(this, new.target.prototype);
			this.name = "JSONPointerTypeError";
		}
	};
	/**
	* The symbol indicating the absence of a JSON value.
	*/
	const UNDEFINED = Symbol.for("jsonpointer.undefined");
	/**
	* Identify a single value in JSON-like data, as per RFC 6901.
	*/
	var JSONPointer = class JSONPointer {
		#pointer;
		/**
		* @param pointer - A string representation of a JSON Pointer.
		*/
		constructor(pointer) {
			this.tokens = this.parse(pointer);
			this.#pointer = JSONPointer.encode(this.tokens);
		}
		static encode(tokens) {
			if (!tokens.length) return "";
			return "/" + tokens.map((token) => token.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
		}
		/**
		* Resolve this pointer against JSON-like data _value_.
		*
		* @param value - The target JSON-like value, possibly loaded using
		*  `JSON.parse()`.
		* @param fallback - A default value to return if _value_ has no
		*   path matching `pointer`.
		* @returns The value identified by _pointer_ or, if given, the fallback
		*   value in the even of a `JSONPointerResolutionError`.
		*
		* @throws {@link JSONPointerResolutionError}
		* If the value pointed to by _pointer_ does not exist in _value_, and
		* no fallback value is given.
		*/
		resolve(value, fallback = UNDEFINED) {
			try {
				return this.tokens.reduce(this.getItem.bind(this), value);
			} catch (error) {
				if (error instanceof JSONPointerResolutionError && fallback !== UNDEFINED) return fallback;
				throw error;
			}
		}
		/**
		*
		* @param value -
		* @returns
		*/
		resolveWithParent(value) {
			if (!this.tokens.length) return [UNDEFINED, this.resolve(value)];
			const parent = this.tokens.slice(0, this.tokens.length - 1).reduce(this.getItem.bind(this), value);
			try {
				return [parent, this.getItem(parent, this.tokens[this.tokens.length - 1], this.tokens.length - 1)];
			} catch (error) {
				if (error instanceof JSONPointerIndexError || error instanceof JSONPointerKeyError) return [parent, UNDEFINED];
				throw error;
			}
		}
		/**
		*
		* @returns
		*/
		toString() {
			return this.#pointer;
		}
		/**
		* Return _true_ if this pointer points to a child of _pointer_.
		*/
		isRelativeTo(pointer) {
			return pointer.tokens.length < this.tokens.length && this.tokens.slice(0, pointer.tokens.length).every((t, i) => t === pointer.tokens[i]);
		}
		parse(pointer) {
			if (pointer.length && !pointer.startsWith("/")) throw new JSONPointerSyntaxError(`"${pointer}" pointers must start with a slash or be the empty string`);
			return pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")).slice(1);
		}
		getItem(val, token, idx) {
			if (isArray(val)) {
				if (token !== "length" && Object.hasOwn(val, token)) return val[Number(token)];
				else if (token.startsWith("#")) {
					const maybeIndex = token.slice(1);
					if (RE_INT.test(maybeIndex) && Object.hasOwn(val, maybeIndex)) return Number(maybeIndex);
					else throw new JSONPointerIndexError(`index out of range '${JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
				} else throw new JSONPointerIndexError(`index out of range '${JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
			} else if (isObject(val)) {
				if (Object.hasOwn(val, token)) return val[token];
				else if (token.startsWith("#") && Object.hasOwn(val, token.slice(1))) return token.slice(1);
				else throw new JSONPointerKeyError(`no such property '${JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
			}
			throw new JSONPointerTypeError(`found primitive value, expected an object '${JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
		}
		_join(pointer) {
			if (!isString(pointer)) throw new JSONPointerTypeError(`join() requires string arguments, found ${typeof pointer}`);
			if (pointer.startsWith("/")) return new JSONPointer(pointer);
			const tokens = this.tokens.concat(pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")));
			return new JSONPointer(JSONPointer.encode(tokens));
		}
		/**
		* Join this pointer with _tokens_.
		*
		* @param tokens - JSON Pointer strings, possibly without leading slashes.
		* If a token or "part" does have a leading slash, the previous pointer is
		* ignored and a new `JSONPointer` is created, then processing of the
		* remaining tokens continues.
		*
		* @returns A new JSON Pointer that is the concatenation of all tokens or
		* "parts".
		*/
		join(...tokens) {
			if (!tokens.length) return this;
			let pointer = this;
			for (const tok of tokens) pointer = pointer._join(tok);
			return pointer;
		}
		/**
		* Return _true_ if this pointer can be resolved against _value_.
		*
		* Note that `JSONPointer.resolve()` can return legitimate falsy values
		* that form part of the target JSON document. This method will return
		* `true` if a falsy value is found.
		*/
		exists(value) {
			try {
				this.resolve(value);
			} catch (error) {
				if (error instanceof JSONPointerResolutionError) return false;
				throw error;
			}
			return true;
		}
		/**
		* Return this pointer's parent as a new `JSONPointer`.
		*
		* If this pointer points to the document root, _this_ is returned.
		*/
		parent() {
			if (!this.tokens.length) return this;
			return new JSONPointer(JSONPointer.encode(this.tokens.slice(0, this.tokens.length - 1)));
		}
		to(rel) {
			return (isString(rel) ? new RelativeJSONPointer(rel) : rel).to(this);
		}
	};
	const RE_RELATIVE_POINTER = /(?<ORIGIN>\d+)(?<INDEX_G>(?<SIGN>[+-])(?<INDEX>\d))?(?<POINTER>.*)/s;
	const RE_INT = /(0|[1-9]\d*)/;
	/**
	* A relative JSON Pointer.
	*
	* See https://datatracker.ietf.org/doc/html/draft-hha-relative-json-pointer
	*/
	var RelativeJSONPointer = class {
		/**
		*
		* @param rel -
		*/
		constructor(rel) {
			[this.origin, this.index, this.pointer] = this.parse(rel);
		}
		/**
		*
		* @returns
		*/
		toString() {
			const sign = this.index > 0 ? "+" : "";
			const index = this.index === 0 ? "" : `${sign}${this.index}`;
			return `${this.origin}${index}${this.pointer}`;
		}
		/**
		*
		* @param pointer -
		*/
		to(pointer) {
			const p = isString(pointer) ? new JSONPointer(pointer) : pointer;
			if (this.origin > p.tokens.length) throw new JSONPointerIndexError(`origin (${this.origin}) exceeds root (${p.tokens.length})`);
			const tokens = this.origin < 1 ? p.tokens.slice() : p.tokens.slice(0, -this.origin);
			if (this.index && tokens.length && this.isIntLike(tokens.at(-1))) {
				const newIndex = Number(tokens.at(-1)) + this.index;
				if (newIndex < 0) throw new JSONPointerIndexError(`index offset out of range (${newIndex})`);
				tokens[tokens.length - 1] = String(newIndex);
			}
			if (this.pointer instanceof JSONPointer) tokens.push(...this.pointer.tokens);
			else tokens[tokens.length - 1] = `#${tokens[tokens.length - 1]}`;
			return new JSONPointer(JSONPointer.encode(tokens));
		}
		parse(rel) {
			const match = RE_RELATIVE_POINTER.exec(rel);
			if (!match || !match.groups) throw new JSONPointerSyntaxError("failed to parse relative pointer");
			const origin = this.parseInt(match.groups.ORIGIN);
			let index = 0;
			if (match.groups["INDEX_G"]) {
				index = this.parseInt(match.groups.INDEX);
				if (index === 0) throw new JSONPointerSyntaxError("index offset can't be zero");
				if (match.groups.SIGN === "-") index = -index;
			}
			if (match.groups.POINTER === "#") return [
				origin,
				index,
				"#"
			];
			return [
				origin,
				index,
				new JSONPointer(match.groups.POINTER)
			];
		}
		parseInt(s) {
			if (s.startsWith("0") && s.length > 1) throw new JSONPointerSyntaxError("unexpected leading zero");
			if (RE_INT.test(s)) return Number(s);
			throw new JSONPointerSyntaxError(`expected an integer, found '${s}'`);
		}
		isIntLike(value) {
			if (value === void 0 || isNumber(value)) return true;
			else return RE_INT.test(value);
		}
	};
	/**
	* An identifier that is allowed in both JS and JSONPath.
	* JSONPath identifiers are generally much more permissive than JS ones, but
	* they don't allow the character "$", so we take the intersection of the two
	* when deciding whether to use dot shorthand for canonical serialization of
	* simple names.
	*/
	const SHORTHAND_COMPATIBLE_IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
	/** Usable in a quoted path. */
	function toQuoted(name) {
		return name.includes("'") && !name.includes("\"") ? JSON.stringify(name) : toCanonical(name);
	}
	/** Usable in a normalized path. */
	function toCanonical(name) {
		return `'${JSON.stringify(name).slice(1, -1).replaceAll("\\\"", "\"").replaceAll("'", "\\'")}'`;
	}
	/** Usable in a shorthand path. */
	function toShorthand(name) {
		return SHORTHAND_COMPATIBLE_IDENTIFIER.test(name) ? name : null;
	}
	const Nothing = Symbol.for("jsonpath.nothing");
	/**
	* ValueType for JSONPath function expression tye system.
	*/
	/**
	* Object passed to `FilterExpression.evaluate()`.
	*/
	/**
	* A type predicate for an object with a string property.
	*/
	function hasStringKey(value, key) {
		return isObject(value) && Object.hasOwn(value, key);
	}
	const KEY_MARK = "";
	/**
	* Options for serializing paths.
	*/
	const defaultSerializationOptions = { form: "pretty" };
	/**
	* The pair of a JSON value and its location found in the target JSON value.
	*/
	var JSONPathNode = class {
		/**
		* @param value - The JSON value found at _location_.
		* @param location - The parts of a normalized path to _value_.
		* @param root - The target value at the top of the JSON node tree.
		*/
		constructor(value, location, root) {
			this.value = value;
			this.location = location;
			this.root = root;
		}
		/**
		* @deprecated Use {@link getPath} with `options.form` set to `canonical` instead.
		*/
		get path() {
			return this.getPath({ form: "canonical" });
		}
		/**
		* Get the path to this node in the target JSON value.
		*
		* Given that the path refers to the singular current node, the returned path
		* will always be a normalized path if `options.form` is set to `canonical`,
		* following section 2.7 of RFC 9535.
		*/
		getPath(options) {
			const opts = {
				...defaultSerializationOptions,
				...options
			};
			return "$" + this.location.map((s) => isString(s) ? this.decodeNameLocation(s, opts) : `[${s}]`).join("");
		}
		/**
		* Return this node's location as a {@link JSONPointer}.
		*/
		toPointer() {
			if (!this.location.length) return new JSONPointer("");
			return new JSONPointer(JSONPointer.encode(this.location.map(String)));
		}
		decodeNameLocation(name, options) {
			const normalized = options.form === "canonical";
			const serialize = normalized ? toCanonical : toQuoted;
			const hasKeyMark = name.startsWith(KEY_MARK);
			if (hasKeyMark) name = name.slice(1);
			const shorthand = toShorthand(name);
			if (hasKeyMark) return normalized || shorthand == null ? `[~${serialize(name)}]` : `.~${shorthand}`;
			return normalized || shorthand == null ? `[${serialize(name)}]` : `.${shorthand}`;
		}
	};
	/**
	*
	*/
	var JSONPathNodeList = class {
		constructor(nodes) {
			this.nodes = nodes;
		}
		/**
		* @returns an iterator over nodes in the list.
		*/
		[Symbol.iterator]() {
			return this.nodes[Symbol.iterator]();
		}
		/**
		* @returns `true` if the node list is empty.
		*/
		empty() {
			return this.nodes.length === 0;
		}
		/**
		* @returns An array containing the values at each node in the list.
		*
		* @see {@link valuesOrSingular} to unpack the array if there is only
		* one node in the list.
		*/
		values() {
			return this.nodes.map((node) => node.value);
		}
		/**
		* Like {@link values}, but returns the node's value is there is only one
		* node in the list.
		*/
		valuesOrSingular() {
			if (this.nodes.length === 1) return this.nodes[0].value;
			return this.nodes.map((node) => node.value);
		}
		/**
		* @returns An array of locations for each node in the node list.
		*
		* A location is an array of property names and array indices that were
		* required to reach the node's value in the target JSON value.
		*/
		locations() {
			return this.nodes.map((node) => node.location);
		}
		/**
		* @returns An array of normalized path strings for each node in the list.
		*
		* A normalized path contains only property name and index selectors, and
		* always uses bracketed segments, never shorthand selectors.
		*/
		paths(options) {
			return this.nodes.map((node) => node.getPath(options));
		}
		/**
		* @returns An array of {@link JSONPointer} instances, one for each node
		* in the list.
		*/
		pointers() {
			return this.nodes.map((node) => node.toPointer());
		}
		/**
		* @returns The number of nodes in the node list.
		*/
		get length() {
			return this.nodes.length;
		}
	};
	/**
	* Base class for all filter expressions.
	*/
	var FilterExpression = class {
		constructor(token) {
			this.token = token;
		}
	};
	/**
	* Base class for JSONPath ValueType literals.
	*/
	var FilterExpressionLiteral = class extends FilterExpression {};
	var NullLiteral = class extends FilterExpressionLiteral {
		evaluate() {
			return null;
		}
		toString() {
			return "null";
		}
	};
	var BooleanLiteral = class extends FilterExpressionLiteral {
		constructor(token, value) {
			super(token);
			this.token = token;
			this.value = value;
		}
		evaluate() {
			return this.value;
		}
		toString() {
			return String(this.value);
		}
	};
	var StringLiteral = class extends FilterExpressionLiteral {
		constructor(token, value) {
			super(token);
			this.token = token;
			this.value = value;
		}
		evaluate() {
			return this.value;
		}
		toString() {
			return toCanonical(this.value);
		}
	};
	var NumberLiteral = class extends FilterExpressionLiteral {
		constructor(token, value) {
			super(token);
			this.token = token;
			this.value = value;
		}
		evaluate() {
			return this.value;
		}
		toString() {
			return String(this.value);
		}
	};
	var PrefixExpression = class extends FilterExpression {
		constructor(token, operator, right) {
			super(token);
			this.token = token;
			this.operator = operator;
			this.right = right;
		}
		evaluate(context) {
			if (this.operator === "!") {
				const value = this.right.evaluate(context);
				if (value instanceof JSONPathNodeList) return value.nodes.length === 0;
				return !isTruthy(value);
			}
			throw new JSONPathTypeError(`unknown operator '${this.operator}'`, this.token);
		}
		toString(options) {
			return `${this.operator}${this.right.toString(options)}`;
		}
	};
	const PRECEDENCE_LOGICAL_OR$1 = 4;
	const PRECEDENCE_LOGICAL_AND$1 = 5;
	const PRECEDENCE_PREFIX$1 = 7;
	var InfixExpression = class extends FilterExpression {
		constructor(token, left, operator, right) {
			super(token);
			this.token = token;
			this.left = left;
			this.operator = operator;
			this.right = right;
			this.logical = operator === "&&" || operator === "||";
		}
		evaluate(context) {
			let left = this.left.evaluate(context);
			if (!this.logical && left instanceof JSONPathNodeList && left.nodes.length === 1) left = left.nodes[0].value;
			let right = this.right.evaluate(context);
			if (!this.logical && right instanceof JSONPathNodeList && right.nodes.length === 1) right = right.nodes[0].value;
			if (this.operator === "&&") return isTruthy(left) && isTruthy(right);
			if (this.operator === "||") return isTruthy(left) || isTruthy(right);
			return compare(left, this.operator, right);
		}
		toString(options) {
			if (this.logical) return `(${this.left.toString(options)} ${this.operator} ${this.right.toString(options)})`;
			return `${this.left.toString(options)} ${this.operator} ${this.right.toString(options)}`;
		}
	};
	var LogicalExpression = class extends FilterExpression {
		constructor(token, expression) {
			super(token);
			this.token = token;
			this.expression = expression;
		}
		evaluate(context) {
			const value = this.expression.evaluate(context);
			if (value instanceof JSONPathNodeList) return value.nodes.length > 0;
			return isTruthy(value);
		}
		toString(options) {
			function _toString(expression, parentPrecedence) {
				if (expression instanceof InfixExpression) {
					let precedence;
					let op;
					let left;
					let right;
					if (expression.operator === "&&") {
						precedence = PRECEDENCE_LOGICAL_AND$1;
						op = "&&";
						left = _toString(expression.left, precedence);
						right = _toString(expression.right, precedence);
					} else if (expression.operator === "||") {
						precedence = PRECEDENCE_LOGICAL_OR$1;
						op = "||";
						left = _toString(expression.left, precedence);
						right = _toString(expression.right, precedence);
					} else return expression.toString(options);
					const expr = `${left} ${op} ${right}`;
					return precedence < parentPrecedence ? `(${expr})` : expr;
				}
				if (expression instanceof PrefixExpression) {
					const expr = `!${_toString(expression.right, PRECEDENCE_PREFIX$1)}`;
					return parentPrecedence > PRECEDENCE_PREFIX$1 ? `(${expr})` : expr;
				}
				return expression.toString(options);
			}
			return _toString(this.expression, 0);
		}
	};
	/**
	* Base class for relative and absolute JSONPath query expressions.
	*/
	var FilterQuery = class extends FilterExpression {
		constructor(token, path) {
			super(token);
			this.token = token;
			this.path = path;
		}
	};
	var RelativeQuery = class extends FilterQuery {
		evaluate(context) {
			return context.lazy ? new JSONPathNodeList(Array.from(this.path.lazyQuery(context.currentValue))) : this.path.query(context.currentValue);
		}
		toString(options) {
			return `@${this.path.toString(options).slice(1)}`;
		}
	};
	var RootQuery = class extends FilterQuery {
		evaluate(context) {
			return context.lazy ? new JSONPathNodeList(Array.from(this.path.lazyQuery(context.rootValue))) : this.path.query(context.rootValue);
		}
		toString(options) {
			return this.path.toString(options);
		}
	};
	var FunctionExtension = class extends FilterExpression {
		constructor(token, name, args) {
			super(token);
			this.token = token;
			this.name = name;
			this.args = args;
		}
		evaluate(context) {
			const func = context.environment.functionRegister.get(this.name);
			if (!func) throw new UndefinedFilterFunctionError(`filter function '${this.name}' is undefined`, this.token);
			const args = this.args.map((arg) => arg.evaluate(context)).map((arg, idx) => func.argTypes[idx] !== FunctionExpressionType.NodesType && arg instanceof JSONPathNodeList ? this.unpack_node_list(arg) : arg);
			return func.call(...args);
		}
		toString(options) {
			return `${this.name}(${this.args.map((e) => e.toString(options)).join(", ")})`;
		}
		unpack_node_list(arg) {
			switch (arg.length) {
				case 0: return Nothing;
				case 1: return arg.nodes[0].value;
				default: return arg;
			}
		}
	};
	/**
	*
	* @param value -
	*/
	function isTruthy(value) {
		if (value instanceof JSONPathNodeList && value.empty()) return false;
		return !(typeof value === "boolean" && value === false);
	}
	function compare(left, operator, right) {
		switch (operator) {
			case "==": return eq(left, right);
			case "!=": return !eq(left, right);
			case "<": return lt(left, right);
			case ">": return lt(right, left);
			case ">=": return lt(right, left) || eq(left, right);
			case "<=": return lt(left, right) || eq(left, right);
			default: return false;
		}
	}
	function eq(left, right) {
		if (right instanceof JSONPathNodeList) [left, right] = [right, left];
		if (left instanceof JSONPathNodeList) {
			if (right instanceof JSONPathNodeList) {
				if (left.empty() && right.empty()) return true;
				if (left.nodes.length === 1 && right.nodes.length === 1) return deepEquals(left.nodes[0].value, right.nodes[0].value);
			}
			if (left.empty()) return right === Nothing;
			if (left.nodes.length === 1) return deepEquals(left.nodes[0].value, right);
			return false;
		}
		if (left === Nothing && right === Nothing) return true;
		return deepEquals(left, right);
	}
	function lt(left, right) {
		if (isString(left) && isString(right) || isNumber(left) && isNumber(right)) return left < right;
		return false;
	}
	var expression = /*#__PURE__*/ Object.freeze({
		__proto__: null,
		BooleanLiteral,
		FilterExpression,
		FilterExpressionLiteral,
		FilterQuery,
		FunctionExtension,
		InfixExpression,
		LogicalExpression,
		NullLiteral,
		NumberLiteral,
		PrefixExpression,
		RelativeQuery,
		RootQuery,
		StringLiteral,
		compare
	});
	var Count = class {
		argTypes = [FunctionExpressionType.NodesType];
		returnType = FunctionExpressionType.ValueType;
		call(nodes) {
			return nodes.length;
		}
	};
	var Length = class {
		argTypes = [FunctionExpressionType.ValueType];
		returnType = FunctionExpressionType.ValueType;
		call(value) {
			if (isArray(value) || isString(value)) return value.length;
			if (isObject(value)) return Object.keys(value).length;
			return Nothing;
		}
	};
	/**
	* A Least Recently Used cache, implemented as an extended Map.
	*/
	var LRUCache = class extends Map {
		constructor(maxSize = 128, entries) {
			if (entries !== void 0) super(entries);
			else super();
			this.maxSize = maxSize;
		}
		get(key) {
			const val = super.get(key);
			if (this.has(key)) {
				this.delete(key);
				this.set(key, val);
			}
			return val;
		}
		set(key, value) {
			if (this.has(key)) this.delete(key);
			else if (this.size >= this.maxSize) {
				const first = this.first();
				if (first !== void 0) this.delete(first);
			}
			return super.set(key, value);
		}
		first() {
			return this.keys().next().value;
		}
	};
	function mapRegexp(pattern) {
		let escaped = false;
		let charClass = false;
		const parts = [];
		for (const ch of pattern) {
			if (escaped) {
				parts.push(ch);
				escaped = false;
				continue;
			}
			switch (ch) {
				case ".":
					if (!charClass) parts.push("(?:(?![\r\n])\\P{Cs}|\\p{Cs}\\p{Cs})");
					else parts.push(ch);
					break;
				case "\\":
					escaped = true;
					parts.push(ch);
					break;
				case "[":
					charClass = true;
					parts.push(ch);
					break;
				case "]":
					charClass = false;
					parts.push(ch);
					break;
				default: parts.push(ch);
			}
		}
		return parts.join("");
	}
	function fullMatch(pattern) {
		const parts = [];
		const explicitCaret = pattern.startsWith("^");
		const explicitDollar = pattern.endsWith("$");
		if (!explicitCaret && !explicitDollar) parts.push("^(?:");
		parts.push(mapRegexp(pattern));
		if (!explicitCaret && !explicitDollar) parts.push(")$");
		return parts.join("");
	}
	function isNormalChar(c) {
		return c < "'" || c === "," || c === "-" || c >= "/" && c <= ">" || c >= "@" && c <= "Z" || c >= "^" && c <= "z" || c >= "~" && c <= "퟿" || c >= "";
	}
	function isCCChar(c) {
		return c < "," || c >= "." && c <= "Z" || c >= "^" && c <= "퟿" || c >= "";
	}
	function peg$subclass(child, parent) {
		function C() {
			this.constructor = child;
		}
		C.prototype = parent.prototype;
		child.prototype = new C();
	}
	function peg$SyntaxError(message, expected, found, location) {
		var self = Error.call(this, message);
		// istanbul ignore next Check is a necessary evil to support older environments
		if (Object.setPrototypeOf) Object.setPrototypeOf(self, peg$SyntaxError.prototype);
		self.expected = expected;
		self.found = found;
		self.location = location;
		self.name = "SyntaxError";
		return self;
	}
	peg$subclass(peg$SyntaxError, Error);
	function peg$padEnd(str, targetLength, padString) {
		padString = padString || " ";
		if (str.length > targetLength) return str;
		targetLength -= str.length;
		padString += padString.repeat(targetLength);
		return str + padString.slice(0, targetLength);
	}
	peg$SyntaxError.prototype.format = function(sources) {
		var str = "Error: " + this.message;
		if (this.location) {
			var src = null;
			var k = 0;
			for (; k < sources.length; k++) if (sources[k].source === this.location.source) {
				src = sources[k].text.split(/\r\n|\n|\r/g);
				break;
			}
			var s = this.location.start;
			var offset_s = this.location.source && typeof this.location.source.offset === "function" ? this.location.source.offset(s) : s;
			var loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
			if (src) {
				var e = this.location.end;
				var filler = peg$padEnd("", offset_s.line.toString().length, " ");
				var line = src[s.line - 1];
				var hatLen = (s.line === e.line ? e.column : line.length + 1) - s.column || 1;
				str += "\n --> " + loc + "\n" + filler + " |\n" + offset_s.line + " | " + line + "\n" + filler + " | " + peg$padEnd("", s.column - 1, " ") + peg$padEnd("", hatLen, "^");
			} else str += "\n at " + loc;
		}
		return str;
	};
	peg$SyntaxError.buildMessage = function(expected, found) {
		var DESCRIBE_EXPECTATION_FNS = {
			literal: function(expectation) {
				return "\"" + literalEscape(expectation.text) + "\"";
			},
			class: function(expectation) {
				var escapedParts = expectation.parts.map(function(part) {
					return Array.isArray(part) ? classEscape(part[0]) + "-" + classEscape(part[1]) : classEscape(part);
				});
				return "[" + (expectation.inverted ? "^" : "") + escapedParts.join("") + "]";
			},
			any: function() {
				return "any character";
			},
			end: function() {
				return "end of input";
			},
			other: function(expectation) {
				return expectation.description;
			}
		};
		function hex(ch) {
			return ch.charCodeAt(0).toString(16).toUpperCase();
		}
		function literalEscape(s) {
			return s.replace(/\\/g, "\\\\").replace(/"/g, "\\\"").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
				return "\\x0" + hex(ch);
			}).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
				return "\\x" + hex(ch);
			});
		}
		function classEscape(s) {
			return s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
				return "\\x0" + hex(ch);
			}).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
				return "\\x" + hex(ch);
			});
		}
		function describeExpectation(expectation) {
			return DESCRIBE_EXPECTATION_FNS[expectation.type](expectation);
		}
		function describeExpected(expected) {
			var descriptions = expected.map(describeExpectation);
			var i, j;
			descriptions.sort();
			if (descriptions.length > 0) {
				for (i = 1, j = 1; i < descriptions.length; i++) if (descriptions[i - 1] !== descriptions[i]) {
					descriptions[j] = descriptions[i];
					j++;
				}
				descriptions.length = j;
			}
			switch (descriptions.length) {
				case 1: return descriptions[0];
				case 2: return descriptions[0] + " or " + descriptions[1];
				default: return descriptions.slice(0, -1).join(", ") + ", or " + descriptions[descriptions.length - 1];
			}
		}
		function describeFound(found) {
			return found ? "\"" + literalEscape(found) + "\"" : "end of input";
		}
		return "Expected " + describeExpected(expected) + " but " + describeFound(found) + " found.";
	};
	function peg$parse(input, options) {
		options = options !== void 0 ? options : {};
		var peg$FAILED = {};
		var peg$source = options.grammarSource;
		var peg$startRuleFunctions = { start: peg$parsestart };
		var peg$startRuleFunction = peg$parsestart;
		var peg$c0 = "|";
		var peg$c1 = "{";
		var peg$c2 = ",";
		var peg$c3 = "}";
		var peg$c4 = "(";
		var peg$c5 = ")";
		var peg$c6 = ".";
		var peg$c7 = "\\";
		var peg$c8 = "[";
		var peg$c9 = "^";
		var peg$c10 = "-";
		var peg$c11 = "]";
		var peg$c12 = "\\p{";
		var peg$c13 = "\\P{";
		var peg$c14 = "L";
		var peg$c15 = "M";
		var peg$c16 = "N";
		var peg$c17 = "P";
		var peg$c18 = "Z";
		var peg$c19 = "S";
		var peg$c20 = "C";
		var peg$r0 = /^[*-+?]/;
		var peg$r1 = /^[0-9]/;
		var peg$r2 = /^[(-+\--.?[-\^nrt{-}]/;
		var peg$r3 = /^[l-mot-u]/;
		var peg$r4 = /^[cen]/;
		var peg$r5 = /^[dlo]/;
		var peg$r6 = /^[c-fios]/;
		var peg$r7 = /^[lps]/;
		var peg$r8 = /^[ckmo]/;
		var peg$r9 = /^[cfn-o]/;
		var peg$e0 = peg$literalExpectation("|", false);
		var peg$e1 = peg$classExpectation([["*", "+"], "?"], false, false);
		var peg$e2 = peg$literalExpectation("{", false);
		var peg$e3 = peg$classExpectation([["0", "9"]], false, false);
		var peg$e4 = peg$literalExpectation(",", false);
		var peg$e5 = peg$literalExpectation("}", false);
		var peg$e6 = peg$literalExpectation("(", false);
		var peg$e7 = peg$literalExpectation(")", false);
		var peg$e8 = peg$anyExpectation();
		var peg$e9 = peg$literalExpectation(".", false);
		var peg$e10 = peg$literalExpectation("\\", false);
		var peg$e11 = peg$classExpectation([
			["(", "+"],
			["-", "."],
			"?",
			["[", "^"],
			"n",
			"r",
			"t",
			["{", "}"]
		], false, false);
		var peg$e12 = peg$literalExpectation("[", false);
		var peg$e13 = peg$literalExpectation("^", false);
		var peg$e14 = peg$literalExpectation("-", false);
		var peg$e15 = peg$literalExpectation("]", false);
		var peg$e16 = peg$literalExpectation("\\p{", false);
		var peg$e17 = peg$literalExpectation("\\P{", false);
		var peg$e18 = peg$literalExpectation("L", false);
		var peg$e19 = peg$classExpectation([
			["l", "m"],
			"o",
			["t", "u"]
		], false, false);
		var peg$e20 = peg$literalExpectation("M", false);
		var peg$e21 = peg$classExpectation([
			"c",
			"e",
			"n"
		], false, false);
		var peg$e22 = peg$literalExpectation("N", false);
		var peg$e23 = peg$classExpectation([
			"d",
			"l",
			"o"
		], false, false);
		var peg$e24 = peg$literalExpectation("P", false);
		var peg$e25 = peg$classExpectation([
			["c", "f"],
			"i",
			"o",
			"s"
		], false, false);
		var peg$e26 = peg$literalExpectation("Z", false);
		var peg$e27 = peg$classExpectation([
			"l",
			"p",
			"s"
		], false, false);
		var peg$e28 = peg$literalExpectation("S", false);
		var peg$e29 = peg$classExpectation([
			"c",
			"k",
			"m",
			"o"
		], false, false);
		var peg$e30 = peg$literalExpectation("C", false);
		var peg$e31 = peg$classExpectation([
			"c",
			"f",
			["n", "o"]
		], false, false);
		var peg$f0 = function(c) {
			return isNormalChar(c);
		};
		var peg$f1 = function(c) {
			return isCCChar(c);
		};
		var peg$currPos = options.peg$currPos | 0;
		var peg$posDetailsCache = [{
			line: 1,
			column: 1
		}];
		var peg$maxFailPos = peg$currPos;
		var peg$maxFailExpected = options.peg$maxFailExpected || [];
		var peg$silentFails = options.peg$silentFails | 0;
		var peg$result;
		if (options.startRule) {
			if (!(options.startRule in peg$startRuleFunctions)) throw new Error("Can't start parsing from rule \"" + options.startRule + "\".");
			peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
		}
		function peg$literalExpectation(text, ignoreCase) {
			return {
				type: "literal",
				text,
				ignoreCase
			};
		}
		function peg$classExpectation(parts, inverted, ignoreCase) {
			return {
				type: "class",
				parts,
				inverted,
				ignoreCase
			};
		}
		function peg$anyExpectation() {
			return { type: "any" };
		}
		function peg$endExpectation() {
			return { type: "end" };
		}
		function peg$computePosDetails(pos) {
			var details = peg$posDetailsCache[pos];
			var p;
			if (details) return details;
			else {
				if (pos >= peg$posDetailsCache.length) p = peg$posDetailsCache.length - 1;
				else {
					p = pos;
					while (!peg$posDetailsCache[--p]);
				}
				details = peg$posDetailsCache[p];
				details = {
					line: details.line,
					column: details.column
				};
				while (p < pos) {
					if (input.charCodeAt(p) === 10) {
						details.line++;
						details.column = 1;
					} else details.column++;
					p++;
				}
				peg$posDetailsCache[pos] = details;
				return details;
			}
		}
		function peg$computeLocation(startPos, endPos, offset) {
			var startPosDetails = peg$computePosDetails(startPos);
			var endPosDetails = peg$computePosDetails(endPos);
			return {
				source: peg$source,
				start: {
					offset: startPos,
					line: startPosDetails.line,
					column: startPosDetails.column
				},
				end: {
					offset: endPos,
					line: endPosDetails.line,
					column: endPosDetails.column
				}
			};
		}
		function peg$fail(expected) {
			if (peg$currPos < peg$maxFailPos) return;
			if (peg$currPos > peg$maxFailPos) {
				peg$maxFailPos = peg$currPos;
				peg$maxFailExpected = [];
			}
			peg$maxFailExpected.push(expected);
		}
		function peg$buildStructuredError(expected, found, location) {
			return new peg$SyntaxError(peg$SyntaxError.buildMessage(expected, found), expected, found, location);
		}
		function peg$parsestart() {
			return peg$parseiregexp();
		}
		function peg$parseiregexp() {
			var s0 = peg$currPos, s1 = peg$parsebranch(), s2 = [], s3 = peg$currPos, s4, s5;
			if (input.charCodeAt(peg$currPos) === 124) {
				s4 = peg$c0;
				peg$currPos++;
			} else {
				s4 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e0);
			}
			if (s4 !== peg$FAILED) {
				s5 = peg$parsebranch();
				s4 = [s4, s5];
				s3 = s4;
			} else {
				peg$currPos = s3;
				s3 = peg$FAILED;
			}
			while (s3 !== peg$FAILED) {
				s2.push(s3);
				s3 = peg$currPos;
				if (input.charCodeAt(peg$currPos) === 124) {
					s4 = peg$c0;
					peg$currPos++;
				} else {
					s4 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e0);
				}
				if (s4 !== peg$FAILED) {
					s5 = peg$parsebranch();
					s4 = [s4, s5];
					s3 = s4;
				} else {
					peg$currPos = s3;
					s3 = peg$FAILED;
				}
			}
			s1 = [s1, s2];
			s0 = s1;
			return s0;
		}
		function peg$parsebranch() {
			var s0 = [], s1 = peg$parsepiece();
			while (s1 !== peg$FAILED) {
				s0.push(s1);
				s1 = peg$parsepiece();
			}
			return s0;
		}
		function peg$parsepiece() {
			var s0 = peg$currPos, s1 = peg$parseatom(), s2;
			if (s1 !== peg$FAILED) {
				s2 = peg$parsequantifier();
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsequantifier() {
			var s0 = input.charAt(peg$currPos);
			if (peg$r0.test(s0)) peg$currPos++;
			else {
				s0 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e1);
			}
			if (s0 === peg$FAILED) s0 = peg$parserange_quantifier();
			return s0;
		}
		function peg$parserange_quantifier() {
			var s0 = peg$currPos, s1, s2, s3, s4, s5, s6;
			if (input.charCodeAt(peg$currPos) === 123) {
				s1 = peg$c1;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e2);
			}
			if (s1 !== peg$FAILED) {
				s2 = [];
				s3 = input.charAt(peg$currPos);
				if (peg$r1.test(s3)) peg$currPos++;
				else {
					s3 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e3);
				}
				if (s3 !== peg$FAILED) while (s3 !== peg$FAILED) {
					s2.push(s3);
					s3 = input.charAt(peg$currPos);
					if (peg$r1.test(s3)) peg$currPos++;
					else {
						s3 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e3);
					}
				}
				else s2 = peg$FAILED;
				if (s2 !== peg$FAILED) {
					s3 = peg$currPos;
					if (input.charCodeAt(peg$currPos) === 44) {
						s4 = peg$c2;
						peg$currPos++;
					} else {
						s4 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e4);
					}
					if (s4 !== peg$FAILED) {
						s5 = [];
						s6 = input.charAt(peg$currPos);
						if (peg$r1.test(s6)) peg$currPos++;
						else {
							s6 = peg$FAILED;
							if (peg$silentFails === 0) peg$fail(peg$e3);
						}
						while (s6 !== peg$FAILED) {
							s5.push(s6);
							s6 = input.charAt(peg$currPos);
							if (peg$r1.test(s6)) peg$currPos++;
							else {
								s6 = peg$FAILED;
								if (peg$silentFails === 0) peg$fail(peg$e3);
							}
						}
						s4 = [s4, s5];
						s3 = s4;
					} else {
						peg$currPos = s3;
						s3 = peg$FAILED;
					}
					if (s3 === peg$FAILED) s3 = null;
					if (input.charCodeAt(peg$currPos) === 125) {
						s4 = peg$c3;
						peg$currPos++;
					} else {
						s4 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e5);
					}
					if (s4 !== peg$FAILED) {
						s1 = [
							s1,
							s2,
							s3,
							s4
						];
						s0 = s1;
					} else {
						peg$currPos = s0;
						s0 = peg$FAILED;
					}
				} else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parseatom() {
			var s0 = peg$parsenormal_char(), s1, s2, s3;
			if (s0 === peg$FAILED) {
				s0 = peg$parsechar_class();
				if (s0 === peg$FAILED) {
					s0 = peg$currPos;
					if (input.charCodeAt(peg$currPos) === 40) {
						s1 = peg$c4;
						peg$currPos++;
					} else {
						s1 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e6);
					}
					if (s1 !== peg$FAILED) {
						s2 = peg$parseiregexp();
						if (s2 !== peg$FAILED) {
							if (input.charCodeAt(peg$currPos) === 41) {
								s3 = peg$c5;
								peg$currPos++;
							} else {
								s3 = peg$FAILED;
								if (peg$silentFails === 0) peg$fail(peg$e7);
							}
							if (s3 !== peg$FAILED) {
								s1 = [
									s1,
									s2,
									s3
								];
								s0 = s1;
							} else {
								peg$currPos = s0;
								s0 = peg$FAILED;
							}
						} else {
							peg$currPos = s0;
							s0 = peg$FAILED;
						}
					} else {
						peg$currPos = s0;
						s0 = peg$FAILED;
					}
				}
			}
			return s0;
		}
		function peg$parsenormal_char() {
			var s0 = peg$currPos, s1, s2;
			if (input.length > peg$currPos) {
				s1 = input.charAt(peg$currPos);
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e8);
			}
			if (s1 !== peg$FAILED) {
				s2 = peg$f0(s1);
				if (s2) s2 = void 0;
				else s2 = peg$FAILED;
				if (s2 !== peg$FAILED) s0 = s1;
				else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsechar_class() {
			var s0;
			if (input.charCodeAt(peg$currPos) === 46) {
				s0 = peg$c6;
				peg$currPos++;
			} else {
				s0 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e9);
			}
			if (s0 === peg$FAILED) {
				s0 = peg$parsesingle_char_esc();
				if (s0 === peg$FAILED) {
					s0 = peg$parsechar_class_esc();
					if (s0 === peg$FAILED) s0 = peg$parsechar_class_expr();
				}
			}
			return s0;
		}
		function peg$parsesingle_char_esc() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 92) {
				s1 = peg$c7;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e10);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r2.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e11);
				}
				if (s2 !== peg$FAILED) {
					s1 = [s1, s2];
					s0 = s1;
				} else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsechar_class_esc() {
			var s0 = peg$parsecat_esc();
			if (s0 === peg$FAILED) s0 = peg$parsecompl_esc();
			return s0;
		}
		function peg$parsechar_class_expr() {
			var s0 = peg$currPos, s1, s2, s3, s4, s5, s6;
			if (input.charCodeAt(peg$currPos) === 91) {
				s1 = peg$c8;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e12);
			}
			if (s1 !== peg$FAILED) {
				if (input.charCodeAt(peg$currPos) === 94) {
					s2 = peg$c9;
					peg$currPos++;
				} else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e13);
				}
				if (s2 === peg$FAILED) s2 = null;
				if (input.charCodeAt(peg$currPos) === 45) {
					s3 = peg$c10;
					peg$currPos++;
				} else {
					s3 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e14);
				}
				if (s3 === peg$FAILED) s3 = peg$parsecce1();
				if (s3 !== peg$FAILED) {
					s4 = [];
					s5 = peg$parsecce1();
					while (s5 !== peg$FAILED) {
						s4.push(s5);
						s5 = peg$parsecce1();
					}
					if (input.charCodeAt(peg$currPos) === 45) {
						s5 = peg$c10;
						peg$currPos++;
					} else {
						s5 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e14);
					}
					if (s5 === peg$FAILED) s5 = null;
					if (input.charCodeAt(peg$currPos) === 93) {
						s6 = peg$c11;
						peg$currPos++;
					} else {
						s6 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e15);
					}
					if (s6 !== peg$FAILED) {
						s1 = [
							s1,
							s2,
							s3,
							s4,
							s5,
							s6
						];
						s0 = s1;
					} else {
						peg$currPos = s0;
						s0 = peg$FAILED;
					}
				} else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsecce1() {
			var s0 = peg$currPos, s1 = peg$parsecc_char(), s2, s3, s4;
			if (s1 !== peg$FAILED) {
				s2 = peg$currPos;
				if (input.charCodeAt(peg$currPos) === 45) {
					s3 = peg$c10;
					peg$currPos++;
				} else {
					s3 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e14);
				}
				if (s3 !== peg$FAILED) {
					s4 = peg$parsecc_char();
					if (s4 !== peg$FAILED) {
						s3 = [s3, s4];
						s2 = s3;
					} else {
						peg$currPos = s2;
						s2 = peg$FAILED;
					}
				} else {
					peg$currPos = s2;
					s2 = peg$FAILED;
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			if (s0 === peg$FAILED) s0 = peg$parsechar_class_esc();
			return s0;
		}
		function peg$parsecc_char() {
			var s0 = peg$currPos, s1, s2;
			if (input.length > peg$currPos) {
				s1 = input.charAt(peg$currPos);
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e8);
			}
			if (s1 !== peg$FAILED) {
				s2 = peg$f1(s1);
				if (s2) s2 = void 0;
				else s2 = peg$FAILED;
				if (s2 !== peg$FAILED) s0 = s1;
				else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			if (s0 === peg$FAILED) s0 = peg$parsesingle_char_esc();
			return s0;
		}
		function peg$parsecat_esc() {
			var s0 = peg$currPos, s1, s2, s3;
			if (input.substr(peg$currPos, 3) === peg$c12) {
				s1 = peg$c12;
				peg$currPos += 3;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e16);
			}
			if (s1 !== peg$FAILED) {
				s2 = peg$parseis_category();
				if (s2 !== peg$FAILED) {
					if (input.charCodeAt(peg$currPos) === 125) {
						s3 = peg$c3;
						peg$currPos++;
					} else {
						s3 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e5);
					}
					if (s3 !== peg$FAILED) {
						s1 = [
							s1,
							s2,
							s3
						];
						s0 = s1;
					} else {
						peg$currPos = s0;
						s0 = peg$FAILED;
					}
				} else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsecompl_esc() {
			var s0 = peg$currPos, s1, s2, s3;
			if (input.substr(peg$currPos, 3) === peg$c13) {
				s1 = peg$c13;
				peg$currPos += 3;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e17);
			}
			if (s1 !== peg$FAILED) {
				s2 = peg$parseis_category();
				if (s2 !== peg$FAILED) {
					if (input.charCodeAt(peg$currPos) === 125) {
						s3 = peg$c3;
						peg$currPos++;
					} else {
						s3 = peg$FAILED;
						if (peg$silentFails === 0) peg$fail(peg$e5);
					}
					if (s3 !== peg$FAILED) {
						s1 = [
							s1,
							s2,
							s3
						];
						s0 = s1;
					} else {
						peg$currPos = s0;
						s0 = peg$FAILED;
					}
				} else {
					peg$currPos = s0;
					s0 = peg$FAILED;
				}
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parseis_category() {
			var s0 = peg$parseletters();
			if (s0 === peg$FAILED) {
				s0 = peg$parsemarks();
				if (s0 === peg$FAILED) {
					s0 = peg$parsenumbers();
					if (s0 === peg$FAILED) {
						s0 = peg$parsepunctuation();
						if (s0 === peg$FAILED) {
							s0 = peg$parseseparators();
							if (s0 === peg$FAILED) {
								s0 = peg$parsesymbols();
								if (s0 === peg$FAILED) s0 = peg$parseothers();
							}
						}
					}
				}
			}
			return s0;
		}
		function peg$parseletters() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 76) {
				s1 = peg$c14;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e18);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r3.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e19);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsemarks() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 77) {
				s1 = peg$c15;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e20);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r4.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e21);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsenumbers() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 78) {
				s1 = peg$c16;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e22);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r5.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e23);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsepunctuation() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 80) {
				s1 = peg$c17;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e24);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r6.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e25);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parseseparators() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 90) {
				s1 = peg$c18;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e26);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r7.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e27);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parsesymbols() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 83) {
				s1 = peg$c19;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e28);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r8.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e29);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		function peg$parseothers() {
			var s0 = peg$currPos, s1, s2;
			if (input.charCodeAt(peg$currPos) === 67) {
				s1 = peg$c20;
				peg$currPos++;
			} else {
				s1 = peg$FAILED;
				if (peg$silentFails === 0) peg$fail(peg$e30);
			}
			if (s1 !== peg$FAILED) {
				s2 = input.charAt(peg$currPos);
				if (peg$r9.test(s2)) peg$currPos++;
				else {
					s2 = peg$FAILED;
					if (peg$silentFails === 0) peg$fail(peg$e31);
				}
				if (s2 === peg$FAILED) s2 = null;
				s1 = [s1, s2];
				s0 = s1;
			} else {
				peg$currPos = s0;
				s0 = peg$FAILED;
			}
			return s0;
		}
		peg$result = peg$startRuleFunction();
		if (options.peg$library) return (/** @type {any} */ {
			peg$result,
			peg$currPos,
			peg$FAILED,
			peg$maxFailExpected,
			peg$maxFailPos
		});
		if (peg$result !== peg$FAILED && peg$currPos === input.length) return peg$result;
		else {
			if (peg$result !== peg$FAILED && peg$currPos < input.length) peg$fail(peg$endExpectation());
			throw peg$buildStructuredError(peg$maxFailExpected, peg$maxFailPos < input.length ? input.charAt(peg$maxFailPos) : null, peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos));
		}
	}
	const iregexp = {
		StartRules: ["start"],
		SyntaxError: peg$SyntaxError,
		parse: peg$parse
	};
	/**
	* Return _true_ if _pattern_ is a valid I-Regexp
	* @param {string} pattern - Regular expression pattern to check.
	* @returns true if _pattern_ is valid, or false otherwise.
	*/
	function check(pattern) {
		try {
			iregexp.parse(pattern, {});
		} catch (error) {
			if (error instanceof iregexp.SyntaxError) return false;
			throw error;
		}
		return true;
	}
	var check$1 = { check }.check;
	var Match = class {
		argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
		returnType = FunctionExpressionType.LogicalType;
		#cache;
		constructor(options = {}) {
			this.options = options;
			this.cacheSize = options.cacheSize ?? 10;
			this.throwErrors = options.throwErrors ?? false;
			this.iRegexpCheck = options.iRegexpCheck ?? true;
			this.#cache = new LRUCache(this.cacheSize);
		}
		call(s, pattern) {
			if (this.cacheSize > 0) {
				const re = this.#cache.get(pattern);
				if (re) try {
					return re.test(s);
				} catch (error) {
					if (this.throwErrors) throw error;
					return false;
				}
			}
			if (!isString(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
				return false;
			}
			if (this.iRegexpCheck && !check$1(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
				return false;
			}
			try {
				const re = new RegExp(fullMatch(pattern), "u");
				if (this.cacheSize > 0) this.#cache.set(pattern, re);
				return re.test(s);
			} catch (error) {
				if (this.throwErrors) throw error;
				return false;
			}
		}
	};
	var Search = class {
		argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
		returnType = FunctionExpressionType.LogicalType;
		#cache;
		constructor(options = {}) {
			this.options = options;
			this.cacheSize = options.cacheSize ?? 10;
			this.throwErrors = options.throwErrors ?? false;
			this.iRegexpCheck = options.iRegexpCheck ?? true;
			this.#cache = new LRUCache(this.cacheSize);
		}
		call(s, pattern) {
			if (this.cacheSize > 0) {
				const re = this.#cache.get(pattern);
				if (re) try {
					return !!s.match(re);
				} catch (error) {
					if (this.throwErrors) throw error;
					return false;
				}
			}
			if (!isString(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
				return false;
			}
			if (this.iRegexpCheck && !check$1(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
				return false;
			}
			try {
				const re = new RegExp(mapRegexp(pattern), "u");
				if (this.cacheSize > 0) this.#cache.set(pattern, re);
				return !!s.match(re);
			} catch (error) {
				if (this.throwErrors) throw error;
				return false;
			}
		}
	};
	var Value = class {
		argTypes = [FunctionExpressionType.NodesType];
		returnType = FunctionExpressionType.ValueType;
		call(nodes) {
			if (nodes.length === 1) return nodes.nodes[0].value;
			return Nothing;
		}
	};
	/**
	*
	*/
	let TokenKind = /*#__PURE__*/ function(TokenKind) {
		TokenKind["AND"] = "TOKEN_AND";
		TokenKind["COLON"] = "TOKEN_COLON";
		TokenKind["COMMA"] = "TOKEN_COMMA";
		TokenKind["CURRENT"] = "TOKEN_CURRENT_VALUE";
		TokenKind["CURRENT_KEY"] = "TOKEN_CURRENT_KEY";
		TokenKind["DDOT"] = "TOKEN_DDOT";
		TokenKind["DOT"] = "TOKEN_DOT";
		TokenKind["DOUBLE_QUOTE_STRING"] = "TOKEN_DOUBLE_QUOTE_STRING";
		TokenKind["EOF"] = "TOKEN_EOF";
		TokenKind["EQ"] = "TOKEN_EQ";
		TokenKind["ERROR"] = "TOKEN_ERROR";
		TokenKind["FALSE"] = "TOKEN_FALSE";
		TokenKind["FILTER"] = "TOKEN_FILTER_START";
		TokenKind["FUNCTION"] = "TOKEN_FUNCTION";
		TokenKind["GE"] = "TOKEN_GE";
		TokenKind["GT"] = "TOKEN_GT";
		TokenKind["INDEX"] = "TOKEN_INDEX";
		TokenKind["KEY"] = "TOKEN_KEY";
		TokenKind["KEY_DOUBLE_QUOTE_STRING"] = "TOKEN_KEY_DOUBLE_QUOTE_STRING";
		TokenKind["KEY_SINGLE_QUOTE_STRING"] = "TOKEN_KEY_SINGLE_QUOTE_STRING";
		TokenKind["KEYS"] = "TOKEN_KEYS";
		TokenKind["KEYS_FILTER"] = "TOKEN_KEYS_FILTER";
		TokenKind["LBRACKET"] = "TOKEN_LBRACKET";
		TokenKind["LE"] = "TOKEN_LE";
		TokenKind["LG"] = "TOKEN_LG";
		TokenKind["LPAREN"] = "TOKEN_LPAREN";
		TokenKind["LT"] = "TOKEN_LT";
		TokenKind["NAME"] = "TOKEN_NAME";
		TokenKind["NE"] = "TOKEN_NE";
		TokenKind["NOT"] = "TOKEN_NOT";
		TokenKind["NULL"] = "TOKEN_NULL";
		TokenKind["NUMBER"] = "NUMBER";
		TokenKind["OR"] = "TOKEN_OR";
		TokenKind["RBRACKET"] = "TOKEN_RBRACKET";
		TokenKind["ROOT"] = "TOKEN_ROOT";
		TokenKind["RPAREN"] = "TOKEN_RPAREN";
		TokenKind["SINGLE_QUOTE_STRING"] = "TOKEN_SINGLE_QUOTE_STRING";
		TokenKind["TRUE"] = "TOKEN_TRUE";
		TokenKind["WILD"] = "TOKEN_WILD";
		return TokenKind;
	}({});
	/**
	*
	*/
	var Token = class {
		constructor(kind, value, index, input) {
			this.kind = kind;
			this.value = value;
			this.index = index;
			this.input = input;
		}
	};
	new Token(TokenKind.EOF, "", -1, "");
	/**
	*
	*/
	var TokenStream = class {
		#pos = 0;
		constructor(tokens) {
			this.tokens = tokens;
		}
		get current() {
			return this.tokens[this.#pos];
		}
		get peek() {
			if (this.#pos >= this.tokens.length - 1) return this.tokens[this.tokens.length - 1];
			return this.tokens[this.#pos + 1];
		}
		next() {
			const current = this.current;
			this.#pos += 1;
			return current;
		}
		backup() {
			if (this.#pos > 0) this.#pos -= 1;
		}
		expect(kind) {
			if (this.current.kind !== kind) throw new JSONPathSyntaxError(`expected token '${kind}', found '${this.current.kind}'`, this.current);
		}
		expectPeek(kind) {
			const peeked = this.peek;
			if (peeked.kind !== kind) throw new JSONPathSyntaxError(`expected token '${kind}', found '${peeked.kind}'`, peeked);
		}
		expectPeekNot(kind, message) {
			const peeked = this.peek;
			if (peeked.kind === kind) throw new JSONPathSyntaxError(message, peeked);
		}
	};
	/** A lexer that accepts additional, non-standard tokens. */
	const exponentPattern = /[eE][+-]?\d+/y;
	const functionNamePattern = /[a-z][a-z_0-9]*/y;
	const indexPattern = /-?\d+/y;
	const intPattern = /-?\d+/y;
	const namePattern = /[\u0080-\uFFFFa-zA-Z_][\u0080-\uFFFFa-zA-Z0-9_-]*/y;
	const whitespace = /* @__PURE__ */ new Set([
		" ",
		"\n",
		"	",
		"\r"
	]);
	const nameFirstPattern = /[\u0080-\uFFFFa-zA-Z_]/;
	/**
	* JSONPath lexical scanner.
	*
	* Lexer state is shared between this class and the current state function. A
	* new _Lexer_ instance is automatically created every time a path is tokenized.
	*
	* Use {@link tokenize} to get an array of {@link Token}'s for a JSONPath query.
	*/
	var Lexer = class {
		/**
		* Filter nesting level.
		*/
		filterLevel = 0;
		/**
		* A running count of parentheses for each, possibly nested, function call.
		*
		* If the stack is empty, we are not in a function call. Remember that
		* function arguments can use arbitrarily nested in parentheses.
		*/
		funcCallStack = [];
		/**
		* A stack of parentheses and square brackets used to check for balanced
		* brackets.
		*/
		bracketStack = [];
		/** Tokens resulting from tokenizing a JSONPath query. */
		tokens = [];
		#start = 0;
		#pos = 0;
		/**
		* @param path - A JSONPath query.
		*/
		constructor(environment, path) {
			this.environment = environment;
			this.path = path;
		}
		get pos() {
			return this.#pos;
		}
		get start() {
			return this.#start;
		}
		run() {
			let state = lexRoot;
			while (state) state = state(this);
		}
		emit(t) {
			this.tokens.push(new Token(t, this.path.slice(this.#start, this.#pos), this.#start, this.path));
			this.#start = this.#pos;
		}
		next() {
			if (this.#pos >= this.path.length) return "";
			const s = this.path[this.#pos];
			this.#pos += 1;
			return s;
		}
		ignore() {
			this.#start = this.#pos;
		}
		backup() {
			if (this.#pos <= this.#start) {
				const msg = "can't backup beyond start";
				throw new JSONPathLexerError(msg, new Token(TokenKind.ERROR, msg, this.#pos, this.path));
			}
			this.#pos -= 1;
		}
		peek() {
			const ch = this.next();
			if (ch) this.backup();
			return ch;
		}
		peekMatch(pattern) {
			const ch = this.next();
			if (ch) this.backup();
			return pattern.test(ch);
		}
		accept(valid) {
			const ch = this.next();
			if (valid.has(ch)) return true;
			if (ch) this.backup();
			return false;
		}
		acceptMatch(pattern) {
			const ch = this.next();
			if (pattern.test(ch)) return true;
			if (ch) this.backup();
			return false;
		}
		acceptRun(valid) {
			let found = false;
			let ch = this.next();
			while (valid.has(ch)) {
				ch = this.next();
				found = true;
			}
			if (ch) this.backup();
			return found;
		}
		acceptMatchRun(pattern) {
			pattern.lastIndex = this.#pos;
			const match = pattern.exec(this.path);
			pattern.lastIndex = 0;
			if (match) {
				this.#pos += match[0].length;
				return true;
			}
			return false;
		}
		ignoreWhitespace() {
			if (this.#pos !== this.#start) {
				const msg = `must emit or ignore before consuming whitespace ('${this.path.slice(this.#start, this.#pos)}':${this.pos})`;
				throw new JSONPathLexerError(msg, new Token(TokenKind.ERROR, msg, this.pos, this.path));
			}
			if (this.acceptRun(whitespace)) {
				this.ignore();
				return true;
			}
			return false;
		}
		error(msg) {
			this.tokens.push(new Token(TokenKind.ERROR, msg, this.#pos, this.path));
		}
	};
	/**
	* Return a lexer for _path_ and an array to be populated with Tokens.
	*
	* `lexer.run()` must be called to populate the returned tokens array.
	*
	* You probably want to use {@link tokenize} instead of _lex_. This function
	* is mostly for internal use, where we want to test the state of the returned
	* _lexer_ after tokens have been populated.
	*
	* @param path - A JSONPath query.
	* @returns A two-tuple containing a lexer for _path_ and an array to populate
	* with tokens.
	*/
	function lex(environment, path) {
		const lexer = new Lexer(environment, path);
		return [lexer, lexer.tokens];
	}
	/**
	* Scan _path_ and return an array of tokens to be parsed by the parser.
	* @param path - A JSONPath query.
	* @returns Tokens to be parsed by the parser.
	*/
	function tokenize(environment, path) {
		const [lexer, tokens] = lex(environment, path);
		lexer.run();
		if (tokens.length && tokens[tokens.length - 1].kind === TokenKind.ERROR) throw new JSONPathSyntaxError(tokens[tokens.length - 1].value, tokens[tokens.length - 1]);
		if (lexer.bracketStack.length !== 0) {
			const [ch, index] = lexer.bracketStack[lexer.bracketStack.length - 1];
			throw new JSONPathSyntaxError("unbalanced brackets", new Token(TokenKind.ERROR, ch, index, path));
		}
		return tokens;
	}
	function lexRoot(l) {
		const ch = l.next();
		if (ch !== "$") {
			l.backup();
			l.error(`expected '$', found '${ch}'`);
			return null;
		}
		l.emit(TokenKind.ROOT);
		return lexSegment;
	}
	function lexSegment(l) {
		if (l.ignoreWhitespace() && !l.peek()) l.error("trailing whitespace");
		const ch = l.next();
		switch (ch) {
			case "":
				l.emit(TokenKind.EOF);
				return null;
			case ".":
				if (l.peek() === ".") {
					l.next();
					l.emit(TokenKind.DDOT);
					return lexDescendantSelection;
				}
				return lexDotSelector;
			case "[":
				l.bracketStack.push(["[", l.start]);
				l.emit(TokenKind.LBRACKET);
				return lexInsideBracketedSelection;
			default:
				l.backup();
				if (l.filterLevel) return lexInsideFilter;
				l.error(`expected '.', '..' or a bracketed selection, found '${ch}'`);
				return null;
		}
	}
	/**
	* Similar to _lexSegment_, but ..
	*   - no leading whitespace
	*   - no extra dot before a property name
	*   - there must be a selector, so EOF would be an error
	* @param l -
	* @returns -
	*/
	function lexDescendantSelection(l) {
		if (l.acceptMatchRun(namePattern)) {
			l.emit(TokenKind.NAME);
			return lexSegment;
		}
		if (!l.environment.strict) {
			if (l.environment.keysPattern.source === "~" && l.peek() === "~") {
				l.next();
				if (l.peekMatch(nameFirstPattern)) {
					l.ignore();
					l.acceptMatchRun(namePattern);
					l.emit(TokenKind.KEY);
					return lexSegment;
				} else {
					l.emit(TokenKind.KEYS);
					return lexSegment;
				}
			} else if (l.acceptMatchRun(l.environment.keysPattern)) {
				l.emit(TokenKind.KEYS);
				return lexSegment;
			}
		}
		const ch = l.next();
		switch (ch) {
			case "":
				l.error("bald descendant segment");
				return null;
			case "*":
				l.emit(TokenKind.WILD);
				return lexSegment;
			case "[":
				l.bracketStack.push(["[", l.start]);
				l.emit(TokenKind.LBRACKET);
				return lexInsideBracketedSelection;
			default:
				l.backup();
				l.error(`unexpected descendent selection token '${ch}'`);
				return null;
		}
	}
	function lexDotSelector(l) {
		l.ignore();
		if (l.ignoreWhitespace()) {
			l.error("unexpected whitespace after dot");
			return null;
		}
		if (!l.environment.strict) {
			if (l.environment.keysPattern.source === "~" && l.peek() === "~") {
				l.next();
				if (l.peekMatch(nameFirstPattern)) {
					l.ignore();
					l.acceptMatchRun(namePattern);
					l.emit(TokenKind.KEY);
					return lexSegment;
				} else {
					l.emit(TokenKind.KEYS);
					return lexSegment;
				}
			} else if (l.acceptMatchRun(l.environment.keysPattern)) {
				l.emit(TokenKind.KEYS);
				return lexSegment;
			}
		}
		if (l.acceptMatchRun(namePattern)) {
			l.emit(TokenKind.NAME);
			return lexSegment;
		}
		const ch = l.next();
		if (ch === "*") {
			l.emit(TokenKind.WILD);
			return lexSegment;
		}
		l.backup();
		l.error(`unexpected shorthand selector '${ch}'`);
		return null;
	}
	function lexInsideBracketedSelection(l) {
		for (;;) {
			l.ignoreWhitespace();
			if (l.acceptMatchRun(indexPattern)) {
				l.emit(TokenKind.INDEX);
				continue;
			}
			if (!l.environment.strict && l.acceptMatchRun(l.environment.keysPattern)) switch (l.peek()) {
				case "'":
					l.ignore();
					l.next();
					return lexSingleQuoteKeyString(l);
				case "\"":
					l.ignore();
					l.next();
					return lexDoubleQuoteKeyString(l);
				case "?":
					l.next();
					l.emit(TokenKind.KEYS_FILTER);
					l.filterLevel += 1;
					return lexInsideFilter;
				default:
					l.emit(TokenKind.KEYS);
					continue;
			}
			const ch = l.next();
			switch (ch) {
				case "]":
					if (l.bracketStack.length === 0 || l.bracketStack[l.bracketStack.length - 1][0] !== "[") {
						l.backup();
						l.error("unbalanced brackets");
						return null;
					}
					l.bracketStack.pop();
					l.emit(TokenKind.RBRACKET);
					return lexSegment;
				case "":
					l.error("unclosed bracketed selection");
					return null;
				case "*":
					l.emit(TokenKind.WILD);
					continue;
				case "?":
					l.emit(TokenKind.FILTER);
					l.filterLevel += 1;
					return lexInsideFilter;
				case ",":
					l.emit(TokenKind.COMMA);
					continue;
				case ":":
					l.emit(TokenKind.COLON);
					continue;
				case "'": return lexSingleQuoteStringInsideBracketSelection;
				case "\"": return lexDoubleQuoteStringInsideBracketSelection;
				default:
					l.backup();
					l.error(`unexpected token '${ch}' in bracketed selection`);
					return null;
			}
		}
	}
	function lexInsideFilter(l) {
		for (;;) {
			l.ignoreWhitespace();
			const ch = l.next();
			switch (ch) {
				case "":
					l.error("unclosed bracketed selection");
					return null;
				case "]":
					l.filterLevel -= 1;
					l.backup();
					return lexInsideBracketedSelection;
				case ",":
					l.emit(TokenKind.COMMA);
					if (l.funcCallStack.length) continue;
					l.filterLevel -= 1;
					return lexInsideBracketedSelection;
				case "'": return lexSingleQuoteStringInsideFilterExpression;
				case "\"": return lexDoubleQuoteStringInsideFilterExpression;
				case "(":
					l.bracketStack.push(["(", l.start]);
					l.emit(TokenKind.LPAREN);
					if (l.funcCallStack.length) l.funcCallStack[l.funcCallStack.length - 1] += 1;
					continue;
				case ")":
					if (l.bracketStack.length === 0 || l.bracketStack[l.bracketStack.length - 1][0] !== "(") {
						l.backup();
						l.error("unbalanced brackets");
						return null;
					}
					l.bracketStack.pop();
					l.emit(TokenKind.RPAREN);
					if (l.funcCallStack.length) {
						if (l.funcCallStack[l.funcCallStack.length - 1] === 1) l.funcCallStack.pop();
						else l.funcCallStack[l.funcCallStack.length - 1] -= 1;
					}
					continue;
				case "$":
					l.emit(TokenKind.ROOT);
					return lexSegment;
				case "@":
					l.emit(TokenKind.CURRENT);
					return lexSegment;
				case "#":
					if (l.environment.strict) {
						l.backup();
						l.error(`unexpected filter selector token '${ch}'`);
						return null;
					}
					l.emit(TokenKind.CURRENT_KEY);
					return lexSegment;
				case ".":
					l.backup();
					return lexSegment;
				case "!":
					if (l.peek() === "=") {
						l.next();
						l.emit(TokenKind.NE);
					} else l.emit(TokenKind.NOT);
					continue;
				case "=": if (l.peek() === "=") {
					l.next();
					l.emit(TokenKind.EQ);
					continue;
				} else {
					l.backup();
					l.error(`unexpected filter selector token '${ch}'`);
					return null;
				}
				case "<":
					if (l.peek() === "=") {
						l.next();
						l.emit(TokenKind.LE);
					} else l.emit(TokenKind.LT);
					continue;
				case ">":
					if (l.peek() === "=") {
						l.next();
						l.emit(TokenKind.GE);
					} else l.emit(TokenKind.GT);
					continue;
				default:
					l.backup();
					if (l.acceptMatchRun(intPattern)) {
						if (l.peek() === ".") {
							l.next();
							if (!l.acceptMatchRun(intPattern)) {
								l.error("a fractional digit is required after a decimal point");
								return null;
							}
						}
						l.acceptMatchRun(exponentPattern);
						l.emit(TokenKind.NUMBER);
						continue;
					}
					if (l.acceptMatchRun(/&&/y)) {
						l.emit(TokenKind.AND);
						continue;
					}
					if (l.acceptMatchRun(/\|\|/y)) {
						l.emit(TokenKind.OR);
						continue;
					}
					if (l.acceptMatchRun(/true/y)) {
						l.emit(TokenKind.TRUE);
						continue;
					}
					if (l.acceptMatchRun(/false/y)) {
						l.emit(TokenKind.FALSE);
						continue;
					}
					if (l.acceptMatchRun(/null/y)) {
						l.emit(TokenKind.NULL);
						continue;
					}
					if (l.acceptMatchRun(functionNamePattern) && l.peek() === "(") {
						l.funcCallStack.push(1);
						l.emit(TokenKind.FUNCTION);
						l.bracketStack.push(["(", l.start]);
						l.next();
						l.ignore();
						continue;
					}
			}
			l.error(`unexpected filter selector token '${ch}'`);
			return null;
		}
	}
	/**
	* Return a state function tokenizing string literals using _quote_ and
	* returning control to _state_.
	* @param quote - One of `'` or `"`.
	* @param state - The state function to return control to.
	* @returns String tokenizing state function.
	*/
	function makeLexString(quote, state, token_kind) {
		function _lexString(l) {
			l.ignore();
			if (l.peek() === quote) {
				l.emit(quote === "'" ? TokenKind.SINGLE_QUOTE_STRING : TokenKind.DOUBLE_QUOTE_STRING);
				l.next();
				l.ignore();
				return state;
			}
			for (;;) {
				const la = l.path.slice(l.pos, l.pos + 2);
				const ch = l.next();
				if (la === "\\\\" || la === `\\${quote}`) {
					l.next();
					continue;
				} else if (ch === "\\" && !la.match(/\\[bfnrtu/]/)) {
					l.error(`invalid escape`);
					return null;
				}
				if (!ch) {
					l.error(`unclosed string starting at index ${l.start}`);
					return null;
				}
				if (ch === quote) {
					l.backup();
					l.emit(token_kind);
					l.next();
					l.ignore();
					return state;
				}
			}
		}
		return _lexString;
	}
	const lexSingleQuoteStringInsideBracketSelection = makeLexString("'", lexInsideBracketedSelection, TokenKind.SINGLE_QUOTE_STRING);
	const lexDoubleQuoteStringInsideBracketSelection = makeLexString("\"", lexInsideBracketedSelection, TokenKind.DOUBLE_QUOTE_STRING);
	const lexSingleQuoteStringInsideFilterExpression = makeLexString("'", lexInsideFilter, TokenKind.SINGLE_QUOTE_STRING);
	const lexDoubleQuoteStringInsideFilterExpression = makeLexString("\"", lexInsideFilter, TokenKind.DOUBLE_QUOTE_STRING);
	const lexSingleQuoteKeyString = makeLexString("'", lexInsideBracketedSelection, TokenKind.KEY_SINGLE_QUOTE_STRING);
	const lexDoubleQuoteKeyString = makeLexString("\"", lexInsideBracketedSelection, TokenKind.KEY_DOUBLE_QUOTE_STRING);
	/**
	* Base class for all JSONPath segments and selectors.
	*/
	var JSONPathSelector = class {
		/**
		* @param token - The token at the start of this selector.
		*/
		constructor(environment, token) {
			this.environment = environment;
			this.token = token;
		}
	};
	/**
	* Shorthand and quoted name selector.
	*/
	var NameSelector = class extends JSONPathSelector {
		constructor(environment, token, name) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.name = name;
		}
		resolve(node) {
			const rv = [];
			if (!isArray(node.value) && hasStringKey(node.value, this.name)) rv.push(new JSONPathNode(node.value[this.name], node.location.concat(this.name), node.root));
			return rv;
		}
		*lazyResolve(node) {
			if (!isArray(node.value) && hasStringKey(node.value, this.name)) yield new JSONPathNode(node.value[this.name], node.location.concat(this.name), node.root);
		}
		toString(options) {
			const { form } = {
				...defaultSerializationOptions,
				...options
			};
			return form === "canonical" ? toCanonical(this.name) : toQuoted(this.name);
		}
		shorthand() {
			return toShorthand(this.name);
		}
	};
	/**
	* Array index selector.
	*/
	var IndexSelector = class extends JSONPathSelector {
		constructor(environment, token, index) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.index = index;
			if (index < this.environment.minIntIndex || index > this.environment.maxIntIndex) throw new JSONPathIndexError("index out of range", this.token);
		}
		resolve(node) {
			const rv = [];
			if (isArray(node.value)) {
				const normIndex = this.normalizedIndex(node.value.length);
				if (normIndex in node.value) rv.push(new JSONPathNode(node.value[normIndex], node.location.concat(normIndex), node.root));
			}
			return rv;
		}
		*lazyResolve(node) {
			if (isArray(node.value)) {
				const normIndex = this.normalizedIndex(node.value.length);
				if (normIndex in node.value) yield new JSONPathNode(node.value[normIndex], node.location.concat(normIndex), node.root);
			}
		}
		toString() {
			return String(this.index);
		}
		normalizedIndex(length) {
			if (this.index < 0 && length >= Math.abs(this.index)) return length + this.index;
			return this.index;
		}
	};
	var SliceSelector = class extends JSONPathSelector {
		constructor(environment, token, start, stop, step) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.start = start;
			this.stop = stop;
			this.step = step;
			this.checkRange(start, stop, step);
		}
		resolve(node) {
			const rv = [];
			if (!isArray(node.value)) return rv;
			for (const [i, value] of this.slice(node.value, this.start, this.stop, this.step)) rv.push(new JSONPathNode(value, node.location.concat(i), node.root));
			return rv;
		}
		*lazyResolve(node) {
			if (isArray(node.value)) for (const [i, value] of this.lazySlice(node.value, this.start, this.stop, this.step)) yield new JSONPathNode(value, node.location.concat(i), node.root);
		}
		toString() {
			return `${this.start ? this.start : ""}:${this.stop ? this.stop : ""}:${this.step ? this.step : "1"}`;
		}
		checkRange(...indices) {
			for (const index of indices) if (index !== void 0 && (index < this.environment.minIntIndex || index > this.environment.maxIntIndex)) throw new JSONPathIndexError("index out of range", this.token);
		}
		slice(arr, start, stop, step) {
			const len = arr.length;
			step = step ?? 1;
			if (step === 0 || !len) return [];
			const result = [];
			let i;
			if (step > 0) {
				i = this.normalizeIndex(start, 0, len, step);
				const stop_ = this.normalizeIndex(stop, len, len, step);
				for (; i < stop_; i += step) result.push([i, arr[i]]);
			} else {
				i = this.normalizeIndex(start, len - 1, len, step);
				const stop_ = this.normalizeIndex(stop, -1, len, step);
				for (; i > stop_; i += step) result.push([i, arr[i]]);
			}
			return result;
		}
		*lazySlice(arr, start, stop, step) {
			const len = arr.length;
			step = step ?? 1;
			if (step === 0 || !len) return [];
			let i;
			if (step > 0) {
				i = this.normalizeIndex(start, 0, len, step);
				const stop_ = this.normalizeIndex(stop, len, len, step);
				for (; i < stop_; i += step) yield [i, arr[i]];
			} else {
				i = this.normalizeIndex(start, len - 1, len, step);
				const stop_ = this.normalizeIndex(stop, -1, len, step);
				for (; i > stop_; i += step) yield [i, arr[i]];
			}
		}
		normalizeIndex(n, defaultValue, len, step) {
			if (n === void 0) return defaultValue;
			if (n < 0) return step < 0 ? Math.max(n + len, -1) : Math.max(n + len, 0);
			return step < 0 ? Math.min(n, len - 1) : Math.min(n, len);
		}
	};
	var WildcardSelector = class extends JSONPathSelector {
		constructor(environment, token) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
		}
		resolve(node) {
			const rv = [];
			if (node.value instanceof String) return rv;
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) rv.push(new JSONPathNode(node.value[i], node.location.concat(i), node.root));
			else if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) rv.push(new JSONPathNode(value, node.location.concat(key), node.root));
			return rv;
		}
		*lazyResolve(node) {
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) yield new JSONPathNode(node.value[i], node.location.concat(i), node.root);
			else if (isObject(node.value) && !isString(node.value)) for (const [key, value] of this.environment.entries(node.value)) yield new JSONPathNode(value, node.location.concat(key), node.root);
		}
		toString() {
			return "*";
		}
	};
	var FilterSelector = class extends JSONPathSelector {
		constructor(environment, token, expression) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.expression = expression;
		}
		resolve(node) {
			const rv = [];
			if (node.value instanceof String) return rv;
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) {
				const value = node.value[i];
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					currentKey: i
				};
				if (this.expression.evaluate(filterContext)) rv.push(new JSONPathNode(value, node.location.concat(i), node.root));
			}
			else if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) {
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					currentKey: key
				};
				if (this.expression.evaluate(filterContext)) rv.push(new JSONPathNode(value, node.location.concat(key), node.root));
			}
			return rv;
		}
		*lazyResolve(node) {
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) {
				const value = node.value[i];
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					lazy: true,
					currentKey: i
				};
				if (this.expression.evaluate(filterContext)) yield new JSONPathNode(value, node.location.concat(i), node.root);
			}
			else if (isObject(node.value) && !isString(node.value)) for (const [key, value] of this.environment.entries(node.value)) {
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					lazy: true,
					currentKey: key
				};
				if (this.expression.evaluate(filterContext)) yield new JSONPathNode(value, node.location.concat(key), node.root);
			}
		}
		toString(options) {
			return `?${this.expression.toString(options)}`;
		}
	};
	var selectors = /*#__PURE__*/ Object.freeze({
		__proto__: null,
		FilterSelector,
		IndexSelector,
		JSONPathSelector,
		NameSelector,
		SliceSelector,
		WildcardSelector
	});
	/** Base class for all JSONPath segments. Both shorthand and bracketed. */
	var JSONPathSegment = class {
		constructor(environment, token, selectors) {
			this.environment = environment;
			this.token = token;
			this.selectors = selectors;
		}
	};
	/** The child selection segment. */
	var ChildSegment = class extends JSONPathSegment {
		resolve(nodes) {
			const rv = [];
			for (const node of nodes) for (const selector of this.selectors) rv.push(...selector.resolve(node));
			return rv;
		}
		*lazyResolve(nodes) {
			for (const node of nodes) for (const selector of this.selectors) yield* selector.resolve(node);
		}
		toString(options) {
			const { form } = {
				...defaultSerializationOptions,
				...options
			};
			if (form === "pretty" && this.selectors.length === 1 && this.selectors[0] instanceof NameSelector) {
				const shorthand = this.selectors[0].shorthand();
				if (shorthand != null) return `.${shorthand}`;
			}
			return `[${this.selectors.map((s) => s.toString(options)).join(", ")}]`;
		}
	};
	/** The recursive descent segment. */
	var DescendantSegment = class extends JSONPathSegment {
		resolve(nodes) {
			const rv = [];
			const visitor = (this.environment.nondeterministic ? this.nondeterministicVisit : this.visit).bind(this);
			for (const node of nodes) for (const _node of visitor(node)) for (const selector of this.selectors) rv.push(...selector.resolve(_node));
			return rv;
		}
		*lazyResolve(nodes) {
			for (const node of nodes) for (const _node of this.visit(node)) for (const selector of this.selectors) yield* selector.resolve(_node);
		}
		toString(options) {
			return `..[${this.selectors.map((s) => s.toString(options)).join(", ")}]`;
		}
		*visit(node, depth = 1) {
			if (depth >= this.environment.maxRecursionDepth) throw new JSONPathRecursionLimitError("recursion limit reached", this.token);
			yield node;
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) {
				const _node = new JSONPathNode(node.value[i], node.location.concat(i), node.root);
				yield* this.visit(_node, depth + 1);
			}
			else if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) {
				const _node = new JSONPathNode(value, node.location.concat(key), node.root);
				yield* this.visit(_node, depth + 1);
			}
		}
		*nondeterministicVisit(root, depth = 1) {
			let queue = Array.from(this.nondeterministicChildren(root)).map((node) => [node, depth]);
			yield root;
			while (queue.length) {
				const [node, _depth] = queue.shift();
				yield node;
				if (_depth >= this.environment.maxRecursionDepth) throw new JSONPathRecursionLimitError("recursion limit reached", this.token);
				const visitChildren = Math.random() < .5;
				for (const child of this.nondeterministicChildren(node)) if (visitChildren) {
					yield child;
					const grandchildren = Array.from(this.nondeterministicChildren(child)).map((n) => [n, _depth + 2]);
					queue = interleave(queue, grandchildren);
				} else queue.push([child, _depth + 1]);
			}
		}
		*nondeterministicChildren(node) {
			if (isString(node.value)) return;
			if (isArray(node.value)) for (let i = 0; i < node.value.length; i++) yield new JSONPathNode(node.value[i], node.location.concat(i), node.root);
			else if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) yield new JSONPathNode(value, node.location.concat(key), node.root);
		}
	};
	/**
	* Randomly interleave elements from two arrays while maintaining relative
	* order of each input array.
	*
	* If _arrayA_ is empty, _arrayB_ is returned, and vice versa.
	*/
	function interleave(arrayA, arrayB) {
		if (arrayA.length === 0) return arrayB;
		if (arrayB.length === 0) return arrayA;
		const iterators = [];
		const itA = arrayA[Symbol.iterator]();
		const itB = arrayB[Symbol.iterator]();
		for (let i = 0; i < arrayA.length; i++) iterators.push(itA);
		for (let i = 0; i < arrayB.length; i++) iterators.push(itB);
		shuffle(iterators);
		return iterators.map((it) => it.next().value);
	}
	function shuffle(entries) {
		for (let i = entries.length - 1; i > 0; i--) {
			const j = Math.floor(Math.random() * (i + 1));
			[entries[i], entries[j]] = [entries[j], entries[i]];
		}
		return entries;
	}
	/**
	* A compiled JSONPath query ready to be applied to different data repeatedly.
	*/
	var JSONPathQuery = class {
		constructor(environment, segments) {
			this.environment = environment;
			this.segments = segments;
		}
		/**
		* Apply this JSONPath query to _value_.
		* @param value - A JSON-like object to apply this query to.
		* @returns Nodes matched by applying this query to _value_.
		*/
		query(value) {
			let nodes = [new JSONPathNode(value, [], value)];
			for (const segment of this.segments) nodes = segment.resolve(nodes);
			return new JSONPathNodeList(nodes);
		}
		/**
		* Apply this JSONPath query to _value_.
		* @param value - A JSON-like object to apply this query to.
		* @returns An iterator over nodes matched by applying this query to _value_.
		*/
		lazyQuery(value) {
			let nodes = [new JSONPathNode(value, [], value)][Symbol.iterator]();
			for (const segment of this.segments) nodes = segment.lazyResolve(nodes);
			return nodes;
		}
		/**
		* Return a {@link JSONPathNode} instance for the first object found in
		* _value_ matching this query.
		*
		* @param value - JSON-like data to which this query will be applied.
		* @returns The first node in _value_ matching this query, or `undefined` if
		* there are no matches.
		*/
		match(value) {
			const rv = this.lazyQuery(value).next();
			if (rv.done) return void 0;
			return rv.value;
		}
		/**
		* Return a string representation of this query.
		*/
		toString(options) {
			return `$${this.segments.map((s) => s.toString(options)).join("")}`;
		}
		/**
		* Return `true` if this query is a _singular query_, or `false` otherwise.
		*/
		singularQuery() {
			for (const segment of this.segments) {
				if (segment instanceof DescendantSegment) return false;
				if (segment.selectors.length === 1 && (segment.selectors[0] instanceof NameSelector || segment.selectors[0] instanceof IndexSelector)) continue;
				return false;
			}
			return true;
		}
	};
	var CurrentKey = class extends FilterExpression {
		evaluate(context) {
			return context.currentKey ?? Nothing;
		}
		toString() {
			return "#";
		}
	};
	var KeySelector = class extends JSONPathSelector {
		constructor(environment, token, key) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.key = key;
		}
		resolve(node) {
			const rv = [];
			if (node.value instanceof String || isArray(node.value)) return rv;
			if (isObject(node.value) && hasStringKey(node.value, this.key)) rv.push(new JSONPathNode(this.key, node.location.concat(`${KEY_MARK}${this.key}`), node.root));
			return rv;
		}
		*lazyResolve(node) {
			if (!isString(node.value) && isObject(node.value) && hasStringKey(node.value, this.key)) yield new JSONPathNode(this.key, node.location.concat(`${KEY_MARK}${this.key}`), node.root);
		}
		toString(options) {
			const { form } = {
				...defaultSerializationOptions,
				...options
			};
			return `~${(form === "canonical" ? toCanonical : toQuoted)(this.key)}`;
		}
	};
	/**
	* Object property name selector or array index selector.
	*/
	var KeysSelector = class extends JSONPathSelector {
		constructor(environment, token) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
		}
		resolve(node) {
			const rv = [];
			if (node.value instanceof String || isArray(node.value)) return rv;
			if (isObject(node.value)) for (const [key, _] of this.environment.entries(node.value)) rv.push(new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root));
			return rv;
		}
		*lazyResolve(node) {
			if (isObject(node.value) && !isString(node.value) && !isArray(node.value)) for (const [key, _] of this.environment.entries(node.value)) yield new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root);
		}
		toString() {
			return "~";
		}
	};
	var KeysFilterSelector = class extends JSONPathSelector {
		constructor(environment, token, expression) {
			super(environment, token);
			this.environment = environment;
			this.token = token;
			this.expression = expression;
		}
		resolve(node) {
			const rv = [];
			if (node.value instanceof String || isArray(node.value)) return rv;
			if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) {
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					currentKey: key
				};
				if (this.expression.evaluate(filterContext)) rv.push(new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root));
			}
			return rv;
		}
		*lazyResolve(node) {
			if (node.value instanceof String || isArray(node.value)) return;
			if (isObject(node.value)) for (const [key, value] of this.environment.entries(node.value)) {
				const filterContext = {
					environment: this.environment,
					currentValue: value,
					rootValue: node.root,
					lazy: true,
					currentKey: key
				};
				if (this.expression.evaluate(filterContext)) yield new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root);
			}
		}
		toString(options) {
			return `~?${this.expression.toString(options)}`;
		}
	};
	const PRECEDENCE_LOWEST = 1;
	const PRECEDENCE_LOGICAL_OR = 4;
	const PRECEDENCE_LOGICAL_AND = 5;
	const PRECEDENCE_COMPARISON = 6;
	const PRECEDENCE_PREFIX = 7;
	const PRECEDENCES = /* @__PURE__ */ new Map([
		[TokenKind.AND, PRECEDENCE_LOGICAL_AND],
		[TokenKind.EQ, PRECEDENCE_COMPARISON],
		[TokenKind.GE, PRECEDENCE_COMPARISON],
		[TokenKind.GT, PRECEDENCE_COMPARISON],
		[TokenKind.LE, PRECEDENCE_COMPARISON],
		[TokenKind.LT, PRECEDENCE_COMPARISON],
		[TokenKind.NE, PRECEDENCE_COMPARISON],
		[TokenKind.NOT, PRECEDENCE_PREFIX],
		[TokenKind.OR, PRECEDENCE_LOGICAL_OR],
		[TokenKind.RPAREN, PRECEDENCE_LOWEST]
	]);
	const BINARY_OPERATORS = /* @__PURE__ */ new Map([
		[TokenKind.AND, "&&"],
		[TokenKind.EQ, "=="],
		[TokenKind.GE, ">="],
		[TokenKind.GT, ">"],
		[TokenKind.LE, "<="],
		[TokenKind.LT, "<"],
		[TokenKind.NE, "!="],
		[TokenKind.OR, "||"]
	]);
	const COMPARISON_OPERATORS = /* @__PURE__ */ new Set([
		"==",
		">=",
		">",
		"<=",
		"<",
		"!="
	]);
	/**
	* JSONPath token stream parser.
	*/
	var Parser = class {
		constructor(environment) {
			this.environment = environment;
			this.tokenMap = /* @__PURE__ */ new Map([
				[TokenKind.FALSE, this.parseBoolean],
				[TokenKind.NUMBER, this.parseNumber],
				[TokenKind.LPAREN, this.parseGroupedExpression],
				[TokenKind.NOT, this.parsePrefixExpression],
				[TokenKind.NULL, this.parseNull],
				[TokenKind.ROOT, this.parseRootQuery],
				[TokenKind.CURRENT, this.parseRelativeQuery],
				[TokenKind.SINGLE_QUOTE_STRING, this.parseString],
				[TokenKind.DOUBLE_QUOTE_STRING, this.parseString],
				[TokenKind.TRUE, this.parseBoolean],
				[TokenKind.FUNCTION, this.parseFunction],
				[TokenKind.CURRENT_KEY, this.parseCurrentKey]
			]);
		}
		parse(stream) {
			if (stream.current.kind === TokenKind.ROOT) stream.next();
			const segments = this.parseQuery(stream);
			if (stream.current.kind !== TokenKind.EOF) throw new JSONPathSyntaxError(`unexpected token '${stream.current.kind}'`, stream.current);
			return segments;
		}
		parseQuery(stream, inFilter = false) {
			const segments = [];
			loop: for (;;) {
				switch (stream.current.kind) {
					case TokenKind.DDOT: {
						const token = stream.next();
						const selectors = this.parseSelectors(stream);
						segments.push(new DescendantSegment(this.environment, token, selectors));
						break;
					}
					case TokenKind.LBRACKET:
					case TokenKind.KEY:
					case TokenKind.KEYS:
					case TokenKind.NAME:
					case TokenKind.WILD: {
						const token = stream.current;
						const selectors = this.parseSelectors(stream);
						segments.push(new ChildSegment(this.environment, token, selectors));
						break;
					}
					default:
						if (inFilter) stream.backup();
						break loop;
				}
				stream.next();
			}
			return segments;
		}
		parseSelectors(stream) {
			switch (stream.current.kind) {
				case TokenKind.NAME: return [new NameSelector(this.environment, stream.current, stream.current.value)];
				case TokenKind.WILD: return [new WildcardSelector(this.environment, stream.current)];
				case TokenKind.KEY: return [new KeySelector(this.environment, stream.current, stream.current.value)];
				case TokenKind.KEYS: return [new KeysSelector(this.environment, stream.current)];
				case TokenKind.LBRACKET: return this.parseBracketedSelection(stream);
				default: return [];
			}
		}
		parseIndex(stream) {
			if (stream.current.value.length > 1 && stream.current.value.startsWith("0") || stream.current.value.startsWith("-0")) throw new JSONPathSyntaxError("leading zero in index selector", stream.current);
			return new IndexSelector(this.environment, stream.current, Number(stream.current.value));
		}
		parseSlice(stream) {
			const tok = stream.current;
			const indices = [];
			function maybeIndex(token) {
				if (token.kind === TokenKind.INDEX) {
					if (token.value.length > 1 && token.value.startsWith("0") || token.value.startsWith("-0")) throw new JSONPathSyntaxError("leading zero in index selector", token);
					return true;
				}
				return false;
			}
			if (maybeIndex(stream.current)) {
				indices.push(Number(stream.current.value));
				stream.next();
				stream.expect(TokenKind.COLON);
				stream.next();
			} else {
				indices.push(void 0);
				stream.expect(TokenKind.COLON);
				stream.next();
			}
			if (maybeIndex(stream.current)) {
				indices.push(Number(stream.current.value));
				stream.next();
				if (stream.current.kind === TokenKind.COLON) stream.next();
			} else if (stream.current.kind === TokenKind.COLON) {
				indices.push(void 0);
				stream.expect(TokenKind.COLON);
				stream.next();
			}
			if (maybeIndex(stream.current)) {
				indices.push(Number(stream.current.value));
				stream.next();
			}
			stream.backup();
			return new SliceSelector(this.environment, tok, ...indices);
		}
		parseBracketedSelection(stream) {
			const token = stream.next();
			const selectors = [];
			while (stream.current.kind !== TokenKind.RBRACKET) {
				switch (stream.current.kind) {
					case TokenKind.SINGLE_QUOTE_STRING:
					case TokenKind.DOUBLE_QUOTE_STRING:
						selectors.push(new NameSelector(this.environment, stream.current, this.decodeString(stream.current)));
						break;
					case TokenKind.FILTER:
						selectors.push(this.parseFilter(stream));
						break;
					case TokenKind.INDEX:
						if (stream.peek.kind === TokenKind.COLON) selectors.push(this.parseSlice(stream));
						else selectors.push(this.parseIndex(stream));
						break;
					case TokenKind.COLON:
						selectors.push(this.parseSlice(stream));
						break;
					case TokenKind.WILD:
						selectors.push(new WildcardSelector(this.environment, stream.current));
						break;
					case TokenKind.KEY_SINGLE_QUOTE_STRING:
					case TokenKind.KEY_DOUBLE_QUOTE_STRING:
						selectors.push(new KeySelector(this.environment, stream.current, this.decodeString(stream.current)));
						break;
					case TokenKind.KEYS_FILTER:
						selectors.push(this.parseFilter(stream, true));
						break;
					case TokenKind.KEYS:
						selectors.push(new KeysSelector(this.environment, stream.current));
						break;
					case TokenKind.EOF: throw new JSONPathSyntaxError("unexpected end of query", stream.current);
					default: throw new JSONPathSyntaxError(`unexpected token in bracketed selection '${stream.current.kind}'`, stream.current);
				}
				if (stream.peek.kind !== TokenKind.RBRACKET) {
					stream.expectPeek(TokenKind.COMMA);
					stream.next();
					stream.expectPeekNot(TokenKind.RBRACKET, "unexpected trailing comma");
				}
				stream.next();
			}
			if (!selectors.length) throw new JSONPathSyntaxError("empty bracketed segment", token);
			return selectors;
		}
		parseFilter(stream, keys = false) {
			const tok = stream.next();
			const expr = this.parseFilterExpression(stream);
			if (expr instanceof FunctionExtension) {
				const func = this.environment.functionRegister.get(expr.name);
				if (func && func.returnType === FunctionExpressionType.ValueType) throw new JSONPathTypeError(`result of ${expr.name}()  must be compared`, expr.token);
			}
			this.throwForLiteral(expr);
			return keys ? new KeysFilterSelector(this.environment, tok, new LogicalExpression(tok, expr)) : new FilterSelector(this.environment, tok, new LogicalExpression(tok, expr));
		}
		parseBoolean(stream) {
			if (stream.current.kind === TokenKind.FALSE) return new BooleanLiteral(stream.current, false);
			return new BooleanLiteral(stream.current, true);
		}
		parseNull(stream) {
			return new NullLiteral(stream.current);
		}
		parseString(stream) {
			return new StringLiteral(stream.current, this.decodeString(stream.current));
		}
		parseNumber(stream) {
			const value = stream.current.value;
			if (value.startsWith("0") && value.length > 1) throw new JSONPathSyntaxError(`invalid number literal '${value}'`, stream.current);
			const num = Number(stream.current.value);
			if (isNaN(num)) throw new JSONPathSyntaxError(`invalid number literal '${value}'`, stream.current);
			return new NumberLiteral(stream.current, num);
		}
		parsePrefixExpression(stream) {
			stream.expect(TokenKind.NOT);
			stream.next();
			return new PrefixExpression(stream.current, "!", this.parseFilterExpression(stream, PRECEDENCE_PREFIX));
		}
		parseInfixExpression(stream, left) {
			const tok = stream.next();
			const precedence = PRECEDENCES.get(tok.kind) || PRECEDENCE_LOWEST;
			const right = this.parseFilterExpression(stream, precedence);
			const operator = BINARY_OPERATORS.get(tok.kind);
			if (!operator) throw new JSONPathSyntaxError(`unknown operator '${tok.kind}'`, tok);
			if (COMPARISON_OPERATORS.has(operator)) {
				this.throwForNonComparable(left);
				this.throwForNonComparable(right);
			} else {
				this.throwForLiteral(left);
				this.throwForLiteral(right);
			}
			return new InfixExpression(tok, left, operator, right);
		}
		parseGroupedExpression(stream) {
			if (stream.peek.kind === TokenKind.RPAREN) throw new JSONPathSyntaxError(`empty paren expression`, stream.current);
			stream.next();
			let expr = this.parseFilterExpression(stream);
			stream.next();
			while (stream.current.kind !== TokenKind.RPAREN) {
				if (stream.current.kind === TokenKind.EOF) throw new JSONPathSyntaxError("unbalanced parentheses", stream.current);
				if (!BINARY_OPERATORS.has(stream.current.kind)) throw new JSONPathSyntaxError(`expected an expression, found '${stream.current.value}'`, stream.current);
				expr = this.parseInfixExpression(stream, expr);
			}
			stream.expect(TokenKind.RPAREN);
			return expr;
		}
		parseRootQuery(stream) {
			return new RootQuery(stream.next(), new JSONPathQuery(this.environment, this.parseQuery(stream, true)));
		}
		parseRelativeQuery(stream) {
			return new RelativeQuery(stream.next(), new JSONPathQuery(this.environment, this.parseQuery(stream, true)));
		}
		parseCurrentKey(stream) {
			return new CurrentKey(stream.current);
		}
		parseFunction(stream) {
			const args = [];
			const tok = stream.next();
			while (stream.current.kind !== TokenKind.RPAREN) {
				const func = this.tokenMap.get(stream.current.kind);
				if (!func) throw new JSONPathSyntaxError(`unexpected '${stream.current.value}'`, stream.current);
				let expr = func.bind(this)(stream);
				let peekKind = stream.peek.kind;
				while (BINARY_OPERATORS.has(peekKind)) {
					stream.next();
					expr = this.parseInfixExpression(stream, expr);
					peekKind = stream.peek.kind;
				}
				args.push(expr);
				if (stream.peek.kind !== TokenKind.RPAREN) {
					if (stream.peek.kind === TokenKind.RBRACKET) break;
					stream.expectPeek(TokenKind.COMMA);
					stream.next();
				}
				stream.next();
			}
			stream.expect(TokenKind.RPAREN);
			return new FunctionExtension(tok, tok.value, this.environment.checkWellTypedness(tok, args));
		}
		parseFilterExpression(stream, precedence = PRECEDENCE_LOWEST) {
			const func = this.tokenMap.get(stream.current.kind);
			if (!func) {
				let msg;
				switch (stream.current.kind) {
					case TokenKind.EOF:
					case TokenKind.RBRACKET:
						msg = "end of expression";
						break;
					default: msg = `'${stream.current.value}'`;
				}
				throw new JSONPathSyntaxError(`unexpected ${msg}`, stream.current);
			}
			let left = func.bind(this)(stream);
			for (;;) {
				const peekKind = stream.peek.kind;
				if (peekKind === TokenKind.EOF || peekKind === TokenKind.RBRACKET || (PRECEDENCES.get(peekKind) || PRECEDENCE_LOWEST) < precedence) break;
				if (!BINARY_OPERATORS.has(peekKind)) return left;
				stream.next();
				left = this.parseInfixExpression(stream, left);
			}
			return left;
		}
		decodeString(token) {
			return this.unescapeString(token.kind === TokenKind.SINGLE_QUOTE_STRING ? token.value.replaceAll("\"", "\\\"").replaceAll("\\'", "'") : token.value, token);
		}
		unescapeString(value, token) {
			const rv = [];
			const length = value.length;
			let index = 0;
			let codepoint;
			while (index < length) {
				const ch = value[index];
				if (ch === "\\") {
					index += 1;
					switch (value[index]) {
						case "\"":
							rv.push("\"");
							break;
						case "\\":
							rv.push("\\");
							break;
						case "/":
							rv.push("/");
							break;
						case "b":
							rv.push("\b");
							break;
						case "f":
							rv.push("\f");
							break;
						case "n":
							rv.push("\n");
							break;
						case "r":
							rv.push("\r");
							break;
						case "t":
							rv.push("	");
							break;
						case "u":
							[codepoint, index] = this.decodeHexChar(value, index, token);
							rv.push(this.stringFromCodePoint(codepoint, token));
							break;
						default: throw new JSONPathSyntaxError(`unknown escape sequence at index ${token.index + index - 1}`, token);
					}
				} else {
					this.stringFromCodePoint(ch.codePointAt(0), token);
					rv.push(ch);
				}
				index += 1;
			}
			return rv.join("");
		}
		/**
		* Decode a `\uXXXX` or `\uXXXX\uXXXX` escape sequence from _value_ at _index_.
		*
		* @param value - A string value containing the sequence to decode.
		* @param index - The start index of an escape sequence in _value_.
		* @param token - The token for the string value.
		* @returns - A codepoint, new index tuple.
		*/
		decodeHexChar(value, index, token) {
			const length = value.length;
			if (index + 4 >= length) throw new JSONPathSyntaxError(`incomplete escape sequence at index ${token.index + index - 1}`, token);
			index += 1;
			let codepoint = this.parseHexDigits(value.slice(index, index + 4), token);
			if (isLowSurrogate(codepoint)) throw new JSONPathSyntaxError(`unexpected low surrogate codepoint at index ${token.index + index - 2}`, token);
			if (isHighSurrogate(codepoint)) {
				if (!(index + 9 < length && value[index + 4] === "\\" && value[index + 5] === "u")) throw new JSONPathSyntaxError(`incomplete escape sequence at index ${token.index + index - 2}`, token);
				const lowSurrogate = this.parseHexDigits(value.slice(index + 6, index + 10), token);
				if (!isLowSurrogate(lowSurrogate)) throw new JSONPathSyntaxError(`unexpected codepoint at index ${token.index + index + 4}`, token);
				codepoint = 65536 + ((codepoint & 1023) << 10 | lowSurrogate & 1023);
				return [codepoint, index + 9];
			}
			return [codepoint, index + 3];
		}
		/**
		* Parse a hexadecimal string as an integer.
		*
		* @param digits - Hexadecimal digit string.
		* @param token - The token for the string value.
		* @returns - The number representation of _digits_.
		*
		* Note that we're not using `parseInt(digits, 16)` because it accepts `+`
		* and `-` and things we don't allow.
		*/
		parseHexDigits(digits, token) {
			const encoder = new TextEncoder();
			let codepoint = 0;
			for (const digit of encoder.encode(digits)) {
				codepoint <<= 4;
				switch (digit) {
					case 48:
					case 49:
					case 50:
					case 51:
					case 52:
					case 53:
					case 54:
					case 55:
					case 56:
					case 57:
						codepoint |= digit - 48;
						break;
					case 97:
					case 98:
					case 99:
					case 100:
					case 101:
					case 102:
						codepoint |= digit - 97 + 10;
						break;
					case 65:
					case 66:
					case 67:
					case 68:
					case 69:
					case 70:
						codepoint |= digit - 65 + 10;
						break;
					default: throw new JSONPathSyntaxError("invalid \\uXXXX escape sequence", token);
				}
			}
			return codepoint;
		}
		/** Check the codepoint is valid and return its string representation. */
		stringFromCodePoint(codepoint, token) {
			if (codepoint === void 0 || codepoint <= 31) throw new JSONPathSyntaxError(`invalid character`, token);
			try {
				return String.fromCodePoint(codepoint);
			} catch {
				throw new JSONPathSyntaxError("invalid escape sequence", token);
			}
		}
		throwForNonComparable(expr) {
			if ((expr instanceof RootQuery || expr instanceof RelativeQuery) && !expr.path.singularQuery()) throw new JSONPathTypeError("non-singular query is not comparable", expr.token);
			if (expr instanceof FunctionExtension) {
				const func = this.environment.functionRegister.get(expr.name);
				if (func && func.returnType !== FunctionExpressionType.ValueType) throw new JSONPathTypeError(`result of ${expr.name}() is not comparable`, expr.token);
			}
		}
		throwForLiteral(expr) {
			if (expr instanceof FilterExpressionLiteral) throw new JSONPathSyntaxError(`filter expression literals (${expr.toString()}) must be compared`, expr.token);
		}
	};
	function isHighSurrogate(codepoint) {
		return codepoint >= 55296 && codepoint <= 56319;
	}
	function isLowSurrogate(codepoint) {
		return codepoint >= 56320 && codepoint <= 57343;
	}
	/**
	* JSONPath environment options. The defaults are in compliance with JSONPath
	* standards.
	*/
	/**
	* A configuration object from which JSONPath queries can be evaluated.
	*
	* An environment is where you'd register custom function extensions or set
	* the maximum recursion depth limit, for example.
	*/
	var JSONPathEnvironment = class {
		/**
		* Indicates if the environment should to be strict about its compliance with
		* JSONPath standards.
		*
		* Defaults to `true`. Setting `strict` to `false` currently has no effect.
		* If/when we add non-standard features, the environment's strictness will
		* control their availability.
		*/
		/**
		* The maximum number allowed when indexing or slicing an array. Defaults to
		* 2**53 -1.
		*/
		/**
		* The minimum number allowed when indexing or slicing an array. Defaults to
		* -(2**53) -1.
		*/
		/**
		* The maximum number of objects and/or arrays the recursive descent selector
		* can visit before a `JSONPathRecursionLimitError` is thrown.
		*/
		/**
		* If `true`, enable nondeterministic ordering when iterating JSON object data.
		*/
		/**
		* The pattern to use for the non-standard _keys selector_.
		*/
		/**
		* A map of function names to objects implementing the {@link FilterFunction}
		* interface. You are free to set or delete custom filter functions directly.
		*/
		functionRegister = /* @__PURE__ */ new Map();
		/**
		* @param options - Environment configuration options.
		*/
		constructor(options = {}) {
			this.strict = options.strict ?? true;
			this.maxIntIndex = options.maxIntIndex ?? Math.pow(2, 53) - 1;
			this.minIntIndex = options.maxIntIndex ?? -Math.pow(2, 53) + 1;
			this.maxRecursionDepth = options.maxRecursionDepth ?? 50;
			this.nondeterministic = options.nondeterministic ?? false;
			this.keysPattern = options.keysPattern ?? /~/y;
			this.parser = new Parser(this);
			this.setupFilterFunctions();
		}
		/**
		* @param path - A JSONPath query to parse.
		* @returns A new {@link JSONPathQuery} object, bound to this environment.
		*/
		compile(path) {
			return new JSONPathQuery(this, this.parser.parse(new TokenStream(tokenize(this, path))));
		}
		/**
		*
		* @param path - A JSONPath query to parse and evaluate against _value_.
		* @param value - Data to which _path_ will be applied.
		* @returns The {@link JSONPathNodeList} resulting from applying _path_
		* to _value_.
		*/
		query(path, value) {
			return this.compile(path).query(value);
		}
		/**
		* A lazy version of {@link query} which is faster and more memory
		* efficient when querying some large datasets.
		*
		* @param path - A JSONPath query to parse and evaluate against _value_.
		* @param value - Data to which _path_ will be applied.
		* @returns A sequence of {@link JSONPathNode} objects resulting from
		* applying _path_ to _value_.
		*/
		lazyQuery(path, value) {
			return this.compile(path).lazyQuery(value);
		}
		/**
		* Return a {@link JSONPathNode} instance for the first object found in
		* _value_ matching _path_.
		*
		* @param path - A JSONPath query.
		* @param value - JSON-like data to which the query _path_ will be applied.
		* @returns The first node in _value_ matching  _path_, or `undefined` if
		* there are no matches.
		*/
		match(path, value) {
			return this.compile(path).match(value);
		}
		/**
		* A hook for setting up the function register. You are encouraged to
		* override this method in classes extending `JSONPathEnvironment`.
		*/
		setupFilterFunctions() {
			this.functionRegister.set("count", new Count());
			this.functionRegister.set("length", new Length());
			this.functionRegister.set("search", new Search());
			this.functionRegister.set("match", new Match());
			this.functionRegister.set("value", new Value());
		}
		/**
		* Check the well-typedness of a function's arguments at compile-time.
		*
		* This method is called by the parser when parsing function calls.
		* It is expected to throw a {@link JSONPathTypeError} if the function's
		* parameters are not well-typed.
		*
		* Override this if you want to deviate from the JSONPath Spec's function
		* extension type system.
		*
		* @param token - The {@link Token} starting the function call. `Token.value`
		* will contain the name of the function.
		* @param args - One {@link FilterExpression} for each argument.
		*/
		checkWellTypedness(token, args) {
			const func = this.functionRegister.get(token.value);
			if (!func) throw new UndefinedFilterFunctionError(`no such function '${token.value}'`, token);
			if (args.length !== func.argTypes.length) throw new JSONPathTypeError(`${token.value}() takes ${func.argTypes.length} argument${func.argTypes.length === 1 ? "" : "s"}, ${args.length} given`, token);
			for (const [typ, arg, idx] of func.argTypes.map((t, i) => [
				t,
				args[i],
				i
			])) switch (typ) {
				case FunctionExpressionType.ValueType:
					if (!(arg instanceof FilterExpressionLiteral || arg instanceof CurrentKey || arg instanceof FilterQuery && arg.path.singularQuery() || arg instanceof FunctionExtension && this.functionRegister.get(arg.name)?.returnType === FunctionExpressionType.ValueType)) throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of ValueType`, arg.token);
					break;
				case FunctionExpressionType.LogicalType:
					if (!(arg instanceof FilterQuery || arg instanceof InfixExpression)) throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of LogicalType`, arg.token);
					break;
				case FunctionExpressionType.NodesType: if (!(arg instanceof FilterQuery || arg instanceof FunctionExtension && this.functionRegister.get(arg.name)?.returnType === FunctionExpressionType.NodesType)) throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of NodesType`, arg.token);
			}
			return args;
		}
		/**
		* Return an array of key/values of the enumerable properties in _obj_.
		*
		* If you want to introduce some nondeterminism to iterating JSON-like
		* objects, do it here. The wildcard selector, descendent segment and
		* filter selector all use `this.environment.entries`.
		*
		* @param obj - A JSON-like object.
		*/
		entries(obj) {
			function shuffle(entries) {
				for (let i = entries.length - 1; i > 0; i--) {
					const j = Math.floor(Math.random() * (i + 1));
					[entries[i], entries[j]] = [entries[j], entries[i]];
				}
				return entries;
			}
			if (this.nondeterministic) return shuffle(Object.entries(obj));
			return Object.entries(obj);
		}
	};
	/**
	* A function extension that returns `true` if the first argument is an object
	* value and it contains a property matching the second argument.
	*/
	var Has = class {
		argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
		returnType = FunctionExpressionType.LogicalType;
		#cache;
		constructor(options = {}) {
			this.options = options;
			this.cacheSize = options.cacheSize ?? 10;
			this.throwErrors = options.throwErrors ?? false;
			this.iRegexpCheck = options.iRegexpCheck ?? true;
			this.search = options.search ?? true;
			this.#cache = new LRUCache(this.cacheSize);
		}
		call(value, pattern) {
			if (this.cacheSize > 0) {
				const re = this.#cache.get(pattern);
				if (re) try {
					if (isObject(value)) return Object.keys(value).some((k) => !!k.match(re));
					return false;
				} catch (error) {
					if (this.throwErrors) throw error;
					return false;
				}
			}
			if (!isString(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
				return false;
			}
			if (this.iRegexpCheck && !check$1(pattern)) {
				if (this.throwErrors) throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
				return false;
			}
			try {
				const re = this.search ? new RegExp(mapRegexp(pattern), "u") : new RegExp(mapRegexp(fullMatch(pattern)), "u");
				if (this.cacheSize > 0) this.#cache.set(pattern, re);
				if (isObject(value)) return Object.keys(value).some((k) => !!k.match(re));
				return false;
			} catch (error) {
				if (this.throwErrors) throw error;
				return false;
			}
		}
	};
	var index$2 = /*#__PURE__*/ Object.freeze({
		__proto__: null,
		Count,
		FunctionExpressionType,
		Has,
		Length,
		Match,
		Search,
		Value
	});
	const DEFAULT_ENVIRONMENT = new JSONPathEnvironment();
	/**
	* Query JSON value _value_ with JSONPath expression _path_.
	* @param path - A JSONPath expression/query.
	* @param value - The JSON-like value the JSONPath query is applied to.
	* @returns A list of JSONPathNode objects, one for each value matched
	*  by _path_ in _value_.
	*
	* @throws {@link JSONPathSyntaxError}
	* If the path does not conform to standard syntax.
	*
	* @throws {@link JSONPathTypeError}
	* If filter function arguments are invalid, or filter expression are
	* used in an invalid way.
	*/
	function query(path, value) {
		return DEFAULT_ENVIRONMENT.query(path, value);
	}
	/**
	* Lazily query JSON value _value_ with JSONPath expression _path_.
	* Lazy queries can be faster and more memory efficient when querying
	* large datasets, especially when using recursive decent selectors.
	*
	* @param path - A JSONPath expression/query.
	* @param value - The JSON-like value the JSONPath query is applied to.
	* @returns A sequence of {@link JSONPathNode} objects resulting from
	* applying _path_ to _value_.
	*
	* @throws {@link JSONPathSyntaxError}
	* If the path does not conform to standard syntax.
	*
	* @throws {@link JSONPathTypeError}
	* If filter function arguments are invalid, or filter expression are
	* used in an invalid way.
	*/
	function lazyQuery(path, value) {
		return DEFAULT_ENVIRONMENT.lazyQuery(path, value);
	}
	/**
	* Compile JSONPath _path_ for later use.
	* @param path - A JSONPath expression/query.
	* @returns A path object with a `query()` method.
	*
	* @throws {@link JSONPathSyntaxError}
	* If the path does not conform to standard syntax.
	*
	* @throws {@link JSONPathTypeError}
	* If filter function arguments are invalid, or filter expression are
	* used in an invalid way.
	*/
	function compile(path) {
		return DEFAULT_ENVIRONMENT.compile(path);
	}
	/**
	* Return a {@link JSONPathNode} instance for the first object found in
	* _value_ matching _path_.
	*
	* @param path - A JSONPath query.
	* @param value - JSON-like data to which the query _path_ will be applied.
	* @returns The first node in _value_ matching  _path_, or `undefined` if
	* there are no matches.
	*/
	function match(path, value) {
		return DEFAULT_ENVIRONMENT.match(path, value);
	}
	var index$1 = /*#__PURE__*/ Object.freeze({
		__proto__: null,
		DEFAULT_ENVIRONMENT,
		FunctionExpressionType,
		JSONPathEnvironment,
		JSONPathError,
		JSONPathIndexError,
		JSONPathLexerError,
		JSONPathNode,
		JSONPathNodeList,
		JSONPathQuery,
		JSONPathRecursionLimitError,
		JSONPathSegment,
		JSONPathSelector,
		JSONPathSyntaxError,
		JSONPathTypeError,
		KEY_MARK,
		Nothing,
		Token,
		TokenKind,
		compile,
		expressions: expression,
		functions: index$2,
		lazyQuery,
		match,
		query,
		selectors
	});
	exports.FunctionExpressionType = FunctionExpressionType;
	exports.JSONPathEnvironment = JSONPathEnvironment;
	exports.JSONPathError = JSONPathError;
	exports.JSONPathQuery = JSONPathQuery;
	exports.jsonpath = index$1;
})))();
const { selectors, expressions } = import_json_p3_cjs.jsonpath;
/** Each of them goes through all of the document again, once for every level that it has. */
const DESCENTS_MAX = 2;
/** Says what of a path could take for ever on a large document: nothing can interrupt it. */
function costProblem(query) {
	const inFilters = filterQueriesOf(query);
	const repeated = inFilters.find((it) => isFromRoot(it) && !it.path.singularQuery());
	if (repeated !== void 0) return `expected a filter to look from $ at one place only, found ${repeated.toString()}, which would be gone through again for every element`;
	const descents = [query, ...inFilters.map(({ path }) => path)].flatMap(({ segments }) => segments.filter(isDescent)).length;
	return descents > DESCENTS_MAX ? `expected ".." at most ${DESCENTS_MAX} times, found it ${descents} times` : void 0;
}
function filterQueriesOf({ segments }) {
	return segments.flatMap((segment) => segment.selectors).flatMap((it) => it instanceof selectors.FilterSelector ? queriesIn(it.expression) : []);
}
function queriesIn(expression) {
	if (expression instanceof expressions.FilterQuery) return [expression, ...filterQueriesOf(expression.path)];
	return partsOf$1(expression).flatMap(queriesIn);
}
function partsOf$1(expression) {
	if (expression instanceof expressions.LogicalExpression) return [expression.expression];
	if (expression instanceof expressions.PrefixExpression) return [expression.right];
	if (expression instanceof expressions.InfixExpression) return [expression.left, expression.right];
	return expression instanceof expressions.FunctionExtension ? expression.args : [];
}
function isFromRoot(query) {
	return query instanceof expressions.RootQuery;
}
function isDescent(segment) {
	return segment.toString().startsWith("..");
}
// src/observe/json-path-patterns.ts
/** Documents are hostile, so `match()` and `search()` of a filter run on the linear engine. */
const LINEAR_PATTERNS = /* @__PURE__ */ new Map([["match", toFunction((pattern, text) => pattern.testExact(text))], ["search", toFunction((pattern, text) => pattern.test(text))]]);
function toFunction(isMatch) {
	const { ValueType, LogicalType } = import_json_p3_cjs.FunctionExpressionType;
	let compiled;
	return {
		argTypes: [ValueType, ValueType],
		returnType: LogicalType,
		call: (text, source) => {
			if (typeof text !== "string" || typeof source !== "string") return false;
			if (compiled?.source !== source) compiled = {
				source,
				pattern: compile$3(source)
			};
			return compiled.pattern !== void 0 && isMatch(compiled.pattern, text);
		}
	};
}
/** RFC 9535: a pattern that cannot be read matches nothing. */
function compile$3(source) {
	try {
		return RE2JS.compile(source);
	} catch (error) {
		if (error instanceof RE2JSException) return void 0;
		throw error;
	}
}
// src/observe/missing-in-path.ts
const { NameSelector, FilterSelector } = import_json_p3_cjs.jsonpath.selectors;
const { FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression, RelativeQuery } = import_json_p3_cjs.jsonpath.expressions;
/**
* Why a path that matches nothing cannot match anything in a document of this shape: a misspelt key
* would match nothing as well, and nothing is often what is wanted. An empty list is no reason.
*/
function findMissing(query, document) {
	for (const [index, segment] of query.segments.entries()) {
		const start = firstOf(query, index + 1);
		if (start.match(document) !== void 0) continue;
		const before = firstOf(query, index);
		return describeMissing$1(start, segment, document) ?? findMissingKey(before, segment, document) ?? describeScalar(before, segment, document);
	}
}
function firstOf({ environment, segments }, count) {
	return new import_json_p3_cjs.JSONPathQuery(environment, segments.slice(0, count));
}
/** A name that no place has, or the one place of a path without a choice. */
function describeMissing$1(start, segment, document) {
	if (!segment.selectors.every((selector) => selector instanceof NameSelector) && !start.singularQuery()) return void 0;
	return isDescendant(segment) && isEmpty(document) ? void 0 : `there is nothing at ${start.toString()}`;
}
function isDescendant(segment) {
	return segment.toString().startsWith("..");
}
function isEmpty(document) {
	return typeof document === "object" && document !== null && Object.keys(document).length === 0;
}
/** A filter may find nothing, but what it compares has to occur where there is anything to filter. */
function findMissingKey(before, segment, document) {
	let missing = segment.selectors.flatMap((selector) => selector instanceof FilterSelector ? comparedIn(selector.expression) : []).map(leadingNames);
	let isAnything = false;
	for (const { value } of elementsOf(before, segment).lazyQuery(document)) {
		isAnything = true;
		missing = missing.filter((key) => key.match(value) === void 0);
		if (missing.length === 0) return void 0;
	}
	const [first] = missing;
	return isAnything && first !== void 0 ? `nothing that it filters has ${first.toString().replace("$", "@")}` : void 0;
}
function elementsOf({ environment, segments }, segment) {
	const all = environment.compile(isDescendant(segment) ? "$..*" : "$[*]");
	return new import_json_p3_cjs.JSONPathQuery(environment, [...segments, ...all.segments]);
}
/** To ask whether something is there is no comparison: the answer may be no. */
function comparedIn(expression) {
	if (expression instanceof LogicalExpression) return comparedIn(expression.expression);
	if (expression instanceof PrefixExpression) return comparedIn(expression.right);
	if (expression instanceof FunctionExtension) return expression.args.flatMap(operandsIn);
	if (!(expression instanceof InfixExpression)) return [];
	const { left, right, logical } = expression;
	return [left, right].flatMap(logical ? comparedIn : operandsIn);
}
function operandsIn(expression) {
	if (expression instanceof RelativeQuery) return [expression.path];
	return expression instanceof FunctionExtension ? expression.args.flatMap(operandsIn) : [];
}
/** What is counted behind them may well be nothing. */
function leadingNames(query) {
	const behind = query.segments.findIndex((segment) => isDescendant(segment) || segment.selectors.some((selector) => !(selector instanceof NameSelector)));
	return firstOf(query, behind === -1 ? query.segments.length : behind);
}
/** Nothing is in a number or a text; `null` is what some tools write for an empty list. */
function describeScalar(before, segment, document) {
	if (isDescendant(segment)) return void 0;
	for (const { value } of before.lazyQuery(document)) if (value === null || typeof value === "object") return void 0;
	return `expected a list or an object at ${before.toString()}`;
}
// src/observe/json-path.ts
const STEP = /\.(?!\*(?:[.[]|$))([^.[\]]+)|\[(\d{1,9})\]/y;
const MATCHES_MAX = 1e6;
/**
* Follows a JSONPath. `$`, `.key` and `[n]` alone mean what they always did, whatever characters the
* key has; everything else is RFC 9535, where wildcards, slices and filters give a list of matches.
*/
function lookUpPath(document, path) {
	const steps = parsePath(path);
	return steps === void 0 ? lookUpQuery(document, path) : lookUpSteps(document, path, steps);
}
function parsePath(path) {
	if (!path.startsWith("$")) return void 0;
	const steps = [];
	for (let at = 1; at < path.length; at = STEP.lastIndex) {
		STEP.lastIndex = at;
		const [, key, index] = STEP.exec(path) ?? [];
		if (key === void 0 && index === void 0) return void 0;
		steps.push(key === void 0 ? { index: Number(index) } : { key });
	}
	return steps;
}
function lookUpSteps(document, path, steps) {
	let value = document;
	for (const step of steps) {
		const next = "key" in step ? member(value, step.key) : item(value, step.index);
		if (typeof next === "string") return problem$2(path, next);
		({value} = next);
	}
	return {
		kind: "found",
		value
	};
}
function problem$2(path, words, permanent = false) {
	return {
		kind: "problem",
		message: `path ${path}: ${words}`,
		permanent
	};
}
function member(value, key) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return `expected an object to hold "${key}", found ${nameOf(value)}`;
	const found = Object.getOwnPropertyDescriptor(value, key);
	return found === void 0 ? `there is no "${key}"` : { value: found.value };
}
function item(value, index) {
	if (!Array.isArray(value)) return `expected a list for [${index}], found ${nameOf(value)}`;
	const list = value;
	return index < list.length ? { value: list[index] } : `[${index}] is behind the end of a list of ${list.length}`;
}
function lookUpQuery(document, path) {
	const query = compile$2(path);
	if (typeof query === "string") return problem$2(path, query, true);
	if (!isJson(document)) return problem$2(path, "there is no document");
	const values = valuesAt(query, document);
	if (typeof values === "string") return problem$2(path, values);
	return query.singularQuery() ? {
		kind: "found",
		value: values[0]
	} : {
		kind: "found",
		value: values,
		matches: values.length
	};
}
/** Everything that matches, or in words why nothing can. */
function valuesAt(query, document) {
	const values = [];
	try {
		for (const { value } of query.lazyQuery(document)) {
			values.push(value);
			if (values.length > MATCHES_MAX) return `more than ${MATCHES_MAX} matches`;
		}
		return values.length > 0 ? values : findMissing(query, document) ?? values;
	} catch (error) {
		return error instanceof Error ? error.message : "cannot be followed";
	}
}
function compile$2(path) {
	const environment = new import_json_p3_cjs.JSONPathEnvironment();
	for (const [name, pattern] of LINEAR_PATTERNS) environment.functionRegister.set(name, pattern);
	try {
		const query = environment.compile(path);
		return costProblem(query) ?? query;
	} catch (error) {
		if (!(error instanceof import_json_p3_cjs.JSONPathError)) throw error;
		return `expected JSONPath as in RFC 9535, such as $.runs[*].results[?@.level == "error"]: ${error.message}`;
	}
}
/** What was parsed as JSON is nothing else. */
function isJson(document) {
	return document !== void 0;
}
/** The kind of a JSON value, in words. */
function nameOf(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
// src/observe/cli-assertion.ts
const QUOTED_CHARACTERS_MAX = 200;
/** Holds one statement against what a call left. */
function judgeCliAssertion(assertion, program, goldens) {
	if (assertion.target === "exit_code") return judgeCode$1(assertion.expected, program);
	const isStdout = assertion.target === "stdout";
	if ((isStdout ? program.omittedBytes : program.stderrOmittedBytes) > 0) return {
		kind: "error",
		error: "cut-output",
		message: `${assertion.target} is too large to be judged: print less of it`
	};
	return judgeStream(assertion, isStdout ? program.stdout : program.stderr, goldens);
}
function judgeCode$1(expected, { code, signal }) {
	if (code === expected) return HOLDS;
	const seen = signal === void 0 ? `exit code ${code}` : `ended by ${signal}`;
	return broken(`exit code ${expected}`, seen);
}
const HOLDS = { kind: "holds" };
function broken(wanted, seen, note = "") {
	return {
		kind: "broken",
		message: `expected ${wanted}, found ${seen}${note}`,
		seen,
		wanted
	};
}
function judgeStream(assertion, text, goldens) {
	const { target } = assertion;
	switch (assertion.match) {
		case "equals": {
			const { expected } = assertion;
			if (text === expected) return HOLDS;
			return broken(`${target} to be exactly ${quote(expected)}`, quote(text), hintOn$1(text, expected));
		}
		case "contains": return text.includes(assertion.expected) ? HOLDS : broken(`${target} to contain ${quote(assertion.expected)}`, quote(text));
		case "regex": return judgeRegex(target, assertion.expected, text);
		case "json_path": return judgePath(assertion, text);
		case "golden": return judgeGolden(assertion, text, goldens);
	}
}
function quote(text) {
	const cut = text.length > QUOTED_CHARACTERS_MAX;
	const shown = JSON.stringify(text.slice(0, QUOTED_CHARACTERS_MAX));
	return cut ? `${shown} and ${text.length - QUOTED_CHARACTERS_MAX} more characters` : shown;
}
/** The differences that nobody sees. */
function hintOn$1(found, expected) {
	if (found.replaceAll("\r\n", "\n") === expected.replaceAll("\r\n", "\n")) return "; only the line ends differ (CRLF)";
	return found.trimEnd() === expected.trimEnd() ? "; only white space at the end differs" : "";
}
function judgeRegex(target, regex, text) {
	try {
		return RE2JS.compile(regex).test(text) ? HOLDS : broken(`${target} to match ${regex}`, quote(text));
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return {
			kind: "error",
			error: "bad-check",
			message: `regex ${regex}: ${error.message}; expected RE2 syntax, without look-around and back-references`
		};
	}
}
function judgePath({ target, path, expected }, text) {
	const wanted = `${path} of ${target} to be ${JSON.stringify(expected)}`;
	const parsed = parseJson$2(text);
	if (parsed === void 0) return broken(wanted, `no JSON but ${quote(text)}`);
	const found = lookUpPath(parsed.document, path);
	if (found.kind === "problem") return found.permanent ? {
		kind: "error",
		error: "bad-check",
		message: found.message
	} : broken(wanted, found.message);
	const { value } = found;
	if (typeof value === "object" && value !== null) return broken(wanted, nameOf(value));
	return value === expected || String(value) === String(expected) ? HOLDS : broken(wanted, quote(JSON.stringify(value)));
}
function parseJson$2(text) {
	try {
		return { document: JSON.parse(text.replace(/^\uFEFF/, "")) };
	} catch {
		return;
	}
}
function judgeGolden({ target, golden }, text, goldens) {
	const file = goldens.get(golden) ?? { kind: "absent" };
	if (file.kind !== "read") return {
		kind: "error",
		error: "no-baseline",
		message: `golden file ${golden}: ${file.kind === "absent" ? "it is not in the repository" : file.reason}; commit what ${target} has to be, a person decides it`
	};
	if (file.text === text) return HOLDS;
	return {
		...broken(`${target} to equal ${golden}`, "another text", hintOn$1(text, file.text)),
		file: golden,
		details: diffLines(file.text, text)
	};
}
// src/observe/run-check.ts
/** Runs a predicate's program with nothing of the host but what the allow-list lets through. */
async function runCheck(invocation, options, context) {
	const env = {
		...childEnvironment(context.environment, []),
		...invocation.env
	};
	return toCheckRun(await context.processes.run({
		argv: [invocation.command, ...invocation.args],
		cwd: context.folder,
		env,
		...options,
		signal: context.signal
	}), secretsOf(env));
}
function toCheckRun(outcome, secrets) {
	const { ending, stdout, stderr } = outcome;
	const output = outputOf(outcome);
	const rest = {
		stdout: stdout.text,
		stderr: stderr.text,
		output,
		omittedBytes: stdout.omittedBytes,
		stderrOmittedBytes: stderr.omittedBytes,
		secrets
	};
	switch (ending.kind) {
		case "exited": return {
			kind: "ended",
			program: {
				code: ending.code,
				...rest
			}
		};
		case "killed": return {
			kind: "ended",
			program: {
				code: 128 + (SIGNAL_NUMBERS[ending.signal] ?? 0),
				signal: ending.signal,
				...rest
			}
		};
		case "timed-out": return notEnded({
			error: "timed-out",
			message: `timed out after ${ending.afterMs} ms`,
			output,
			secrets
		});
		case "interrupted": return notEnded({
			error: "interrupted",
			message: "interrupted",
			secrets
		});
		case "not-started": return notEnded({
			error: "not-started",
			message: `exec failed: ${ending.reason}`,
			secrets
		});
	}
}
function notEnded(draft) {
	return {
		kind: "not-ended",
		draft: {
			status: "error",
			...draft
		}
	};
}
function outputOf({ stdout, stderr }) {
	if (stderr.text === "") return stdout.text;
	return stdout.text === "" ? stderr.text : `${stdout.text}\n--- standard error ---\n${stderr.text}`;
}
/** In words, for messages. */
function describeEnding(command, { code, signal }) {
	return signal === void 0 ? `${command} exited with code ${code}` : `${command} was ended by ${signal}`;
}
const SIGNAL_NUMBERS = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGILL: 4,
	SIGTRAP: 5,
	SIGABRT: 6,
	SIGBUS: 7,
	SIGFPE: 8,
	SIGKILL: 9,
	SIGUSR1: 10,
	SIGSEGV: 11,
	SIGUSR2: 12,
	SIGPIPE: 13,
	SIGALRM: 14,
	SIGTERM: 15
};
// src/observe/cli.ts
const OUTPUT_BYTES_MAX$7 = 4194304;
const GOLDEN_BYTES_MAX = 4194304;
const NAME_CHARACTERS_MAX$1 = 80;
/** What is wanted of a call that nothing is said about. */
const USUAL = [{
	target: "exit_code",
	expected: 0
}];
/** A program behaves as stated: every statement about every call, in every sample. */
const cli = {
	triggers: ["tree"],
	permanent: [
		"not-started",
		"bad-check",
		"no-baseline"
	],
	observe: async ({ check, timeoutMs }, context) => await observeCli(check, timeoutMs, context)
};
async function observeCli(check, timeoutMs, context) {
	const { samples } = check;
	const goldens = await readGoldens(check, context);
	for (let sample = 1; sample <= samples; sample += 1) {
		const draft = await observeOnce({
			check,
			timeoutMs,
			goldens
		}, context);
		if (draft.status !== "pass") return inSamples(draft, {
			sample,
			samples
		});
	}
	const draft = passed$1(check);
	const times = samples === 1 ? "" : `, ${samples} times in a row`;
	return {
		...draft,
		message: `${draft.message}${times}`
	};
}
/** Read before anything runs: a program that writes its own golden file would always equal it. */
async function readGoldens(check, { files }) {
	const goldens = /* @__PURE__ */ new Map();
	for (const assertion of check.calls.flatMap(({ assertions }) => assertions)) {
		if (assertion.target === "exit_code" || assertion.match !== "golden") continue;
		const { golden } = assertion;
		if (!goldens.has(golden)) goldens.set(golden, await files.text(golden, GOLDEN_BYTES_MAX));
	}
	return goldens;
}
function inSamples(draft, { sample, samples }) {
	const note = samples === 1 ? "" : ` (sample ${sample} of ${samples})`;
	const { score } = draft;
	return {
		...draft,
		message: `${draft.message}${note}`,
		...score === void 0 ? {} : { score: (sample - 1 + score) / samples }
	};
}
function passed$1(check) {
	const total = assertionsIn(check.calls);
	const { length } = check.calls;
	return {
		status: "pass",
		message: `${length === 1 ? check.command : `${length} calls of ${check.command}`} behaved as stated: ${check.calls.every((call) => call.assertions.length === 0) ? "exit code 0, because no assertion says more" : `${total} of ${total} assertions hold`}`,
		counts: {
			passed: total,
			failed: 0,
			skipped: 0,
			total
		},
		score: 1
	};
}
/** The calls one after another; a later one may need what an earlier one did, so the first failure ends it. */
async function observeOnce(sampling, context) {
	const { check } = sampling;
	for (const [index, call] of check.calls.entries()) {
		const judged = await observeCall({
			...sampling,
			call
		}, context);
		if (judged !== void 0) return inScript(judged, {
			check,
			index
		});
	}
	return passed$1(check);
}
/** Nothing when the call did as stated. */
async function observeCall({ check, call, timeoutMs, goldens }, context) {
	const { command, env } = check;
	const options = {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$7,
		mergeStderr: false
	};
	const run = await runCheck({
		command,
		args: call.args,
		env
	}, options, context);
	if (run.kind === "not-ended") return run.draft;
	return toDraft(assertionsOf(call).map((it) => judgeCliAssertion(it, run.program, goldens)), run.program);
}
function assertionsOf(call) {
	return call.assertions.length === 0 ? USUAL : call.assertions;
}
function assertionsIn(calls) {
	return calls.reduce((sum, call) => sum + assertionsOf(call).length, 0);
}
function toDraft(verdicts, { output, secrets }) {
	const error = verdicts.find((it) => it.kind === "error");
	if (error !== void 0) return {
		status: "error",
		error: error.error,
		message: error.message,
		output,
		secrets
	};
	const failures = verdicts.filter((it) => it.kind === "broken");
	const [first] = failures;
	if (first === void 0) return void 0;
	const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : "";
	const details = failures.flatMap(({ details: lines }) => lines === void 0 ? [] : [lines]);
	return {
		status: "fail",
		message: `${first.message}${more}`,
		seen: first.seen,
		wanted: first.wanted,
		findings: failures.map(toFinding$9),
		counts: countsOf$1(verdicts.length - failures.length, failures.length),
		output: [...details, output].filter((it) => it !== "").join("\n"),
		secrets
	};
}
function toFinding$9({ file = "", message }) {
	return {
		file,
		level: "error",
		message
	};
}
function countsOf$1(holding, failed) {
	return {
		passed: holding,
		failed,
		skipped: 0,
		total: holding + failed
	};
}
/** Says which call it was, and counts those before and behind it. */
function inScript(draft, { check, index }) {
	const total = assertionsIn(check.calls);
	const holding = assertionsIn(check.calls.slice(0, index)) + (draft.counts?.passed ?? 0);
	const failed = draft.counts?.failed ?? 0;
	const call = check.calls[index];
	const name = [check.command, ...call?.args ?? []].join(" ").slice(0, NAME_CHARACTERS_MAX$1);
	const which = check.isScript ? `call ${index + 1} of ${check.calls.length} (${name}): ` : "";
	return {
		...draft,
		message: `${which}${draft.message}`,
		counts: {
			passed: holding,
			failed,
			skipped: total - holding - failed,
			total
		},
		...draft.status === "fail" ? { score: holding / total } : {}
	};
}
// src/model/check-digest.ts
/** Tells whether two checks are the same one; an accident, not an attacker, is what it has to survive. */
function checkDigest(check) {
	const text = JSON.stringify(check);
	return `${fnv1a(text, 2166136261)}${fnv1a(text, 202374885)}`;
}
/** FNV-1a, 32 bits. */
function fnv1a(text, seed) {
	let hash = seed;
	for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
// src/observe/judge-ratchet.ts
/** Decimal fractions such as 80.3 - 80.1 are not exact; so many last places are forgiven. */
const FORGIVEN_PLACES = 8;
/** However little is missing, it is not all. */
const FAILING_SCORE_MAX$1 = .999999;
/** Passes while the number is at most `allowedRegression` worse than the baseline. */
function judgeRatchet(terms) {
	const { signal, baseline, direction, allowedRegression } = terms;
	const isHigherBetter = direction === "higher_better";
	const missing = (isHigherBetter ? baseline - signal : signal - baseline) - allowedRegression;
	const holds = missing <= Math.max(Math.abs(signal), Math.abs(baseline), Math.abs(allowedRegression)) * Number.EPSILON * FORGIVEN_PLACES;
	const scale = Math.max(1, Math.abs(baseline));
	return {
		holds,
		score: holds ? 1 : Math.min(FAILING_SCORE_MAX$1, scale / (scale + missing)),
		seen: formatNumber(signal),
		wanted: describeWanted(terms),
		best: isHigherBetter ? Math.max(baseline, signal) : Math.min(baseline, signal)
	};
}
function describeWanted({ baseline, direction, allowedRegression }) {
	const isHigherBetter = direction === "higher_better";
	const limit = isHigherBetter ? baseline - allowedRegression : baseline + allowedRegression;
	const words = `${isHigherBetter ? "at least" : "at most"} ${formatNumber(limit)}`;
	return allowedRegression === 0 ? words : `${words} (baseline ${formatNumber(baseline)}, allowed regression ${formatNumber(allowedRegression)})`;
}
/** Without the tail that binary fractions leave. */
function formatNumber(value) {
	return `${Number(value.toPrecision(12))}`;
}
// src/observe/hold-to-baseline.ts
/** Compares a number with its baseline; without an earlier one it becomes the baseline. */
async function holdToBaseline(number, context) {
	const { source } = number;
	switch (source.kind) {
		case "number": return judge$10(number, source.value, "the baseline is the goal-file's");
		case "stored": return await holdToStored(number, context);
		case "ref": return await holdToRef(number, source.ref, context);
	}
}
async function holdToStored(number, context) {
	const check = checkDigest(number.measuredBy);
	const stored = context.baselines.stored(number.key, check);
	if (stored === void 0) return await startStore(number, check, context);
	if (stored.value === void 0) return noBaseline$1(`what is kept as the baseline of ${number.name} holds no number`);
	return tighten(number, check, {
		value: stored.value,
		kept: stored.value,
		origin: "the baseline is the best that was kept"
	});
}
/** Whoever changed the tree must not say where it started: that is measured where the work began. */
async function startStore(number, check, context) {
	if (context.baselines.isBase) return seed$1(number, check);
	const base = await measureAtBase(number, "HEAD", context);
	return base.kind === "none" ? base.draft : tighten(number, check, {
		value: base.value,
		origin: base.origin
	});
}
/** A pass is remembered where it is better than what is kept. */
function tighten(number, check, past) {
	const draft = judge$10(number, past.value, past.origin);
	const { best } = judgeRatchet({
		...number,
		baseline: past.value
	});
	if (draft.status !== "pass" || best === past.kept) return draft;
	return {
		...draft,
		baselines: [toBaseline(number, check, best)]
	};
}
function seed$1(number, check) {
	const { seen } = judgeRatchet({
		...number,
		baseline: number.signal
	});
	return {
		status: "pass",
		message: `${number.name} is ${seen}: there is no earlier one, so it is the baseline from now on`,
		score: 1,
		seen,
		wanted: "no baseline yet",
		baselines: [toBaseline(number, check, number.signal)]
	};
}
function toBaseline({ key }, check, value) {
	return {
		key,
		check,
		value
	};
}
async function holdToRef(number, ref, context) {
	const base = await measureAtBase(number, ref, context);
	return base.kind === "none" ? base.draft : judge$10(number, base.value, base.origin);
}
async function measureAtBase(number, ref, context) {
	const there = await context.baselines.atBase(ref, number.measureAgain);
	if (there.kind === "none") return {
		kind: "none",
		draft: noBaseline$1(`there is no baseline: ${there.reason}`)
	};
	const where = `the commit that the work began from (${there.commit.slice(0, 12)})`;
	if (there.value.kind === "measured") {
		const origin = `the baseline is what ${where} gives`;
		return {
			kind: "measured",
			value: there.value.value,
			origin
		};
	}
	const { draft } = there.value;
	const why = noBaseline$1(`there is no baseline: ${where} could not be measured: ${draft.message}`);
	return {
		kind: "none",
		draft: {
			...draft,
			...why
		}
	};
}
function noBaseline$1(message) {
	return {
		status: "error",
		error: "no-baseline",
		message
	};
}
function judge$10(number, baseline, origin) {
	const { holds, score, seen, wanted } = judgeRatchet({
		...number,
		baseline
	});
	return {
		status: holds ? "pass" : "fail",
		message: `${number.name} is ${seen}, expected ${wanted}; ${origin}`,
		score,
		seen,
		wanted
	};
}
// src/observe/look-up-number.ts
/** The number at a path of a document; where lists are counted, also the length of one. */
function lookUpNumber(document, path, wanted) {
	const found = lookUpPath(document, path);
	if (found.kind === "problem") {
		const error = found.permanent ? "bad-check" : "unreadable-output";
		return {
			kind: "problem",
			message: found.message,
			error
		};
	}
	const value = wanted === "number or list" && Array.isArray(found.value) ? found.value.length : found.value;
	if (typeof value === "number" && Number.isFinite(value)) return {
		kind: "number",
		value,
		note: found.matches === void 0 ? "" : `; ${path} matches ${found.matches} places`
	};
	return {
		kind: "problem",
		message: `path ${path}: expected a ${wanted}, found ${nameOf(value)}`,
		error: "unreadable-output"
	};
}
// src/observe/parse-json-output.ts
/**
* A line that begins a document. One that begins with a tag, such as `[info] starting` or `[1/4] Fetching`,
* does not; whatever else may be JSON does, so that a report that breaks off is never left out.
*/
const BEGINNING = /^[ \t]*(?:\{|\[[ \t]*(?:[[{"\]]|(?:-?\d[\d.eE+-]*|true|false|null)[ \t]*(?:,|\][ \t]*$|$)|$))/m;
/**
* Reads the one document that ends an output: package managers print a banner before it. Of several, or
* of one that breaks off, nobody can say which was meant.
*/
function parseJsonOutput(output) {
	const text = output.replace(/^\uFEFF/, "");
	const whole = parseJson$1(text);
	if (whole !== void 0) return {
		...whole,
		note: ""
	};
	const start = BEGINNING.exec(text)?.index ?? 0;
	const parsed = start === 0 ? void 0 : parseJson$1(text.slice(start));
	if (parsed === void 0) return void 0;
	const skippedLines = text.slice(0, start).split("\n").length - 1;
	return {
		...parsed,
		note: noteOn$1(skippedLines)
	};
}
function parseJson$1(text) {
	try {
		return { document: JSON.parse(text) };
	} catch {
		return;
	}
}
function noteOn$1(skippedLines) {
	return `; ${skippedLines === 1 ? "1 line before the JSON was" : `${skippedLines} lines before the JSON were`} left out: print nothing else`;
}
// src/observe/read-compiler-findings.ts
const FINDINGS_MAX$6 = 50;
const LINE_CHARACTERS_MAX$5 = 500;
/** A program that fails says so at the end, a compiler of many files at the beginning. */
const LINES_MAX = 2e4;
/** What a compiler or an interpreter complains of, where it names file and line. */
function readCompilerFindings(output, folder) {
	const lines = toPlainText(output).split("\n", LINES_MAX);
	const findings = [];
	for (const [index, line] of lines.entries()) {
		if (findings.length >= FINDINGS_MAX$6) break;
		const place = {
			line,
			before: lines[index - 1] ?? "",
			after: lines.slice(index + 1, index + 3)
		};
		const finding = line.length > LINE_CHARACTERS_MAX$5 ? void 0 : readLine(place);
		if (finding !== void 0) findings.push({
			...finding,
			file: toRelative(finding.file, folder)
		});
	}
	return findings;
}
function readLine(place) {
	return readColons(place) ?? readParentheses(place) ?? readArrow(place) ?? readTraceback(place);
}
/** `src/a.c:3:7: error: words`, with or without column and level. */
function readColons({ line }) {
	const [, file, row, column, words] = /^\s{0,8}(?:\.\/)?([^\s:()"']{1,300}\.[A-Za-z]\w{0,9}):(\d{1,9})(?::(\d{1,9}))?: (.+)$/.exec(line) ?? [];
	if (file === void 0 || words === void 0) return void 0;
	return {
		file,
		line: Number(row),
		...columnOf(column),
		...saying(words)
	};
}
/** `src/a.ts(3,7): error TS2304: words`. */
function readParentheses({ line }) {
	const [, file, row, column, words] = /^([^\s:()"']{1,300})\((\d{1,9}),(\d{1,9})\): ((?:error|warning)\b.+)$/.exec(line) ?? [];
	if (file === void 0 || words === void 0) return void 0;
	return {
		file,
		line: Number(row),
		...columnOf(column),
		...saying(words)
	};
}
/** Rust and Elixir: the words, and the place below them. */
function readArrow({ line, before }) {
	const [, file, row, column] = /^\s{1,8}(?:-->|└─) ([^\s:()"']{1,300}):(\d{1,9})(?::(\d{1,9}))?/.exec(line) ?? [];
	const words = before.slice(0, LINE_CHARACTERS_MAX$5).trim();
	if (file === void 0) return void 0;
	return {
		file,
		line: Number(row),
		...columnOf(column),
		...saying(words)
	};
}
/** Python names the place first, then the code, then the words. */
function readTraceback({ line, after }) {
	const [, file, row] = /^ {2}File "([^"]{1,300})", line (\d{1,9})/.exec(line) ?? [];
	if (file === void 0 || file.startsWith("<")) return void 0;
	const words = after.findLast((text) => /^\w{1,80}(?:\.\w{1,80}){0,4}(?:: |$)/.test(text));
	return {
		file,
		line: Number(row),
		...saying(words ?? after[0]?.trim() ?? "")
	};
}
function columnOf(column) {
	return column === void 0 ? {} : { column: Number(column) };
}
function saying(words) {
	return {
		level: /^warning\b/.test(words) ? "warning" : "error",
		message: words
	};
}
function toRelative(file, folder) {
	return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
// src/observe/run-measure.ts
const OUTPUT_BYTES_MAX$6 = 16777216;
const SHOWN_CHARACTERS_MAX$5 = 100;
/** Runs a program and reads the number that it prints. A program that fails has not measured anything. */
async function runMeasure(measure, timeoutMs, context) {
	const run = await runCheck(measure, {
		timeoutMs: measure.timeoutMs ?? timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$6,
		mergeStderr: false
	}, context);
	if (run.kind === "not-ended") return {
		kind: "not-measured",
		draft: run.draft
	};
	const { program } = run;
	const trouble = troubleOf(measure.command, program, context.folder);
	if (trouble !== void 0) return notMeasured$1(trouble, program);
	const number = readNumber(program.stdout, measure.path);
	if (number.kind === "number") return {
		...number,
		kind: "measured",
		program
	};
	return notMeasured$1({
		error: number.error,
		message: number.message
	}, program);
}
/** What the number depends on: a baseline of another command would mean nothing. */
function identityOf({ command, args, env, path }) {
	return {
		command,
		args,
		env,
		path
	};
}
function notMeasured$1(trouble, { output, secrets }) {
	return {
		kind: "not-measured",
		draft: {
			status: "error",
			output,
			secrets,
			...trouble
		}
	};
}
function troubleOf(command, program, folder) {
	if (program.code !== 0) return {
		error: "tool-failed",
		message: `${describeEnding(command, program)}, expected 0 and a number on standard output`,
		seen: `exit code ${program.code}`,
		wanted: "exit code 0 and a number on standard output",
		findings: readCompilerFindings(program.output, folder)
	};
	if (program.omittedBytes === 0) return void 0;
	return {
		error: "cut-output",
		message: `the output is larger than ${OUTPUT_BYTES_MAX$6} bytes: print less of it`
	};
}
function readNumber(stdout, path) {
	if (path === void 0) return readPlainNumber(stdout.trim());
	const parsed = parseJsonOutput(stdout);
	if (parsed === void 0) return unreadable$2("expected one JSON document on standard output", stdout.trim());
	const number = lookUpNumber(parsed.document, path, "number or list");
	return number.kind === "problem" ? number : {
		...number,
		note: `${number.note}${parsed.note}`
	};
}
function readPlainNumber(text) {
	const value = NUMBER$1.test(text) ? Number(text) : NaN;
	if (Number.isFinite(value)) return {
		kind: "number",
		value,
		note: ""
	};
	return unreadable$2("expected one number and nothing else on standard output", text);
}
const NUMBER$1 = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;
function unreadable$2(expected, text) {
	return {
		kind: "problem",
		message: `${expected}, found ${text === "" ? "nothing" : `"${text.slice(0, SHOWN_CHARACTERS_MAX$5)}"`}`,
		error: "unreadable-output"
	};
}
// src/observe/coverage.ts
/** The lines of the change reach the target, and the whole does not get worse. */
const coverage = {
	triggers: ["tree"],
	permanent: ["not-started", "bad-check"],
	observe: observeCoverage
};
async function observeCoverage(subject, context) {
	const { check } = subject;
	const patch = await observeDimension(patchOf(subject), context);
	if (patch.status === "error" || check.project === void 0) return patch;
	const project = await observeDimension(projectOf(subject, check.project), context);
	return project.status === "error" ? project : combine(patch, project);
}
function patchOf({ id, check, timeoutMs }) {
	return {
		name: "patch coverage",
		measure: check.patch,
		timeoutMs,
		key: baselineKey(id, "patch"),
		source: {
			kind: "number",
			value: check.target
		},
		allowedRegression: 0
	};
}
function projectOf({ id, check, timeoutMs }, measure) {
	return {
		name: "project coverage",
		measure,
		timeoutMs,
		key: baselineKey(id, "project"),
		source: check.projectBaseline,
		allowedRegression: check.projectAllowedRegression
	};
}
async function observeDimension({ measure, timeoutMs, ...rest }, context) {
	const measured = await runMeasure(measure, timeoutMs, context);
	if (measured.kind === "not-measured") {
		const { draft } = measured;
		return {
			...draft,
			message: `${rest.name}: ${draft.message}`
		};
	}
	const draft = await holdToBaseline({
		...rest,
		signal: measured.value,
		measuredBy: identityOf(measure),
		direction: "higher_better",
		measureAgain: async (there) => await runMeasure(measure, timeoutMs, there)
	}, context);
	const { output, secrets } = measured.program;
	return {
		output,
		secrets,
		...draft,
		message: `${draft.message}${measured.note}`
	};
}
function combine(patch, project) {
	const holds = patch.status === "pass" && project.status === "pass";
	const drafts = [patch, project];
	return {
		status: holds ? "pass" : "fail",
		message: drafts.map(({ message }) => message).join("; "),
		score: ((patch.score ?? 0) + (project.score ?? 0)) / 2,
		seen: `patch ${patch.seen}, project ${project.seen}`,
		wanted: `patch ${patch.wanted}, project ${project.wanted}`,
		output: drafts.map(({ output = "" }) => output).join("\n--- project ---\n"),
		secrets: drafts.flatMap(({ secrets = [] }) => secrets),
		...holds && project.baselines !== void 0 ? { baselines: project.baselines } : {}
	};
}
// src/observe/compare.ts
/** Whether `observed <operator> number` holds. */
function compare(observed, { operator, number }) {
	switch (operator) {
		case "==": return observed === number;
		case "!=": return observed !== number;
		case "<": return observed < number;
		case "<=": return observed <= number;
		case ">": return observed > number;
		case ">=": return observed >= number;
	}
}
// src/observe/json-verdict.ts
/** Compares the number, the length of the list, or the number of matches that a path gives. */
function judgeJson(output, { path, passWhen }) {
	const parsed = parseJsonOutput(output);
	if (parsed === void 0) return {
		status: "error",
		error: "unreadable-output",
		message: "expected one JSON document at the end of standard output, found none, half of one, or more"
	};
	const found = lookUpPath(parsed.document, path);
	if (found.kind === "problem") return {
		status: "error",
		error: found.permanent ? "bad-check" : "unreadable-output",
		message: found.message
	};
	const observed = Array.isArray(found.value) ? found.value.length : found.value;
	if (typeof observed !== "number" || !Number.isFinite(observed)) return {
		status: "error",
		error: "unreadable-output",
		message: `path ${path}: expected a number or a list, found ${nameOf(observed)}`
	};
	const holds = compare(observed, passWhen);
	const wanted = `${passWhen.operator} ${passWhen.number}`;
	const what = found.matches === void 0 ? `${path} is ${observed}` : `${path} matches ${observed}`;
	return {
		status: holds ? "pass" : "fail",
		message: `${what}, expected ${wanted}${parsed.note}`,
		seen: `${observed}`,
		wanted
	};
}
// src/observe/match-count-verdict.ts
/** Looking at the clock for every line would cost more than the lines. */
const LINES_PER_LOOK = 1e3;
const SHOWN_LINES_MAX$2 = 20;
const SHOWN_CHARACTERS_MAX$4 = 200;
/** Counts the non-empty lines that match. The engine is linear, so no pattern can hang it. */
function judgeMatchCount(output, verdict, isLate) {
	const pattern = compile$1(verdict.regex);
	if (typeof pattern === "string") return {
		status: "error",
		error: "bad-check",
		message: `match_regex: ${pattern}; expected RE2 syntax, without look-around and back-references`
	};
	const { count, shown, isComplete } = countMatches(output, pattern, isLate);
	if (!isComplete) return {
		status: "error",
		error: "timed-out",
		message: "timed out while its output was matched: print less of it"
	};
	const { passWhen } = verdict;
	const wanted = `${passWhen.operator} ${passWhen.number}`;
	return {
		status: compare(count, passWhen) ? "pass" : "fail",
		message: `${count} lines match ${verdict.regex}, expected ${wanted}`,
		seen: `${count}`,
		wanted,
		findings: shown.map((message) => ({
			file: "",
			level: "note",
			message
		}))
	};
}
function compile$1(regex) {
	try {
		return RE2JS.compile(regex);
	} catch (error) {
		if (error instanceof RE2JSException) return error.message;
		throw error;
	}
}
function countMatches(output, pattern, isLate) {
	const shown = [];
	let count = 0;
	let looked = 0;
	for (const line of linesOf(output)) {
		looked += 1;
		if (looked % LINES_PER_LOOK === 0 && isLate()) return {
			count,
			shown,
			isComplete: false
		};
		if (pattern.test(line)) {
			count += 1;
			if (shown.length < SHOWN_LINES_MAX$2) shown.push(line.slice(0, SHOWN_CHARACTERS_MAX$4));
		}
	}
	return {
		count,
		shown,
		isComplete: true
	};
}
function* linesOf(output) {
	for (let start = 0; start < output.length;) {
		const newline = output.indexOf("\n", start);
		const end = newline === -1 ? output.length : newline;
		const line = output.slice(start, output[end - 1] === "\r" ? Math.max(start, end - 1) : end);
		if (line !== "") yield line;
		start = end + 1;
	}
}
// src/observe/formats/fingerprints.ts
const FINGERPRINT_BYTES = 16;
/** Nobody remembers more findings one by one; beyond them equal ones are no longer told apart. */
const TOLD_APART_MAX = 2e4;
const MESSAGE_CHARACTERS_MAX$2 = 2e3;
const NAME_CHARACTERS_MAX = 500;
/**
* Gives each finding a name that outlives edits elsewhere: its rule, its file and its words without their
* numbers, or what its tool knows it by; and which of several equal ones it is.
*/
function withFingerprints(onFinding, { folder }) {
	const seen = /* @__PURE__ */ new Map();
	return (finding, own) => {
		const short = shorten(finding);
		const { rule = "", file, message } = short;
		const words = own ?? message.replaceAll(`${folder}/`, "").replaceAll(/\d+/g, "#");
		const kind = digest([
			rule,
			file,
			own === void 0 ? "words" : "own",
			words
		]);
		const earlier = seen.get(kind) ?? 0;
		if (earlier > 0 || seen.size < TOLD_APART_MAX) seen.set(kind, earlier + 1);
		onFinding({
			...short,
			fingerprint: earlier === 0 ? kind : digest([kind, `${earlier}`])
		});
	};
}
/** Whoever holds some findings must not hold megabytes with them. */
function shorten(finding) {
	const { file, message, rule } = finding;
	return {
		...finding,
		file: file.slice(0, NAME_CHARACTERS_MAX),
		message: message.slice(0, MESSAGE_CHARACTERS_MAX$2),
		...rule === void 0 ? {} : { rule: rule.slice(0, NAME_CHARACTERS_MAX) }
	};
}
function digest(parts) {
	return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, FINGERPRINT_BYTES));
}
// src/observe/formats/line-reader.ts
/** No tool writes a longer line about one finding; the rest of a longer line is left out. */
const LINE_CHARACTERS_MAX$4 = 1e4;
/** Most lines need no cleaning, and to find that out is cheaper. */
const UNCLEAN$1 = /[^\t -~]/;
/** Cuts text that comes in pieces into lines. */
function openLines(onLine) {
	let held = "";
	function say(line) {
		if (!UNCLEAN$1.test(line)) onLine(line);
		else for (const part of toPlainText(line.replace(/\r$/, "")).split("\n")) onLine(part);
	}
	return {
		write: (text) => {
			let start = 0;
			for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
				say(held + text.slice(start, Math.min(at, start + LINE_CHARACTERS_MAX$4 - held.length)));
				held = "";
				start = at + 1;
			}
			held += text.slice(start, start + LINE_CHARACTERS_MAX$4 - held.length);
		},
		end: () => {
			if (held !== "") say(held);
			held = "";
		}
	};
}
// src/observe/formats/report-path.ts
/** A path as a report spells it, from the observed folder where it lies in it. */
function toReportPath(spelling, folder) {
	const path = spelling.replace(/^file:\/\/(?:localhost)?(?=\/)/i, "").replaceAll("\\", "/");
	return (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path).replace(/^(?:\.\/+)+/, "");
}
/** The same of a URI, whose special characters are escaped. */
function toReportPathOfUri(uri, folder) {
	return toReportPath(unescaped(uri), folder);
}
/** Tools write plain paths where a URI belongs; a lone percent sign is then part of the name. */
function unescaped(uri) {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
// src/observe/formats/line-formats.ts
const TSC_PLAIN = /^(?<file>\S.*?)\((?<line>\d{1,9}),(?<column>\d{1,9})\): (?<level>error|warning|message) (?<rule>TS\d+): (?<message>.+)$/;
const TSC_PRETTY = /^(?<file>\S.*?):(?<line>\d{1,9}):(?<column>\d{1,9}) - (?<level>error|warning|message) (?<rule>TS\d+): (?<message>.+)$/;
const TSC_GLOBAL = /^(?<level>error) (?<rule>TS\d+): (?<message>.+)$/;
const MYPY = /^(?<file>[^\s:][^:]*):(?:(?<line>\d{1,9}):)?(?:(?<column>\d{1,9}):)?(?:\d{1,9}:\d{1,9}:)? (?<level>error|warning): (?<message>.+)$/;
const MYPY_CODE = /^(?<message>.+?) {2}\[(?<rule>[\w-]+)\]$/;
const DIALYZER = /^\s*(?<file>\S+\.(?:ex|exs|erl|hrl)):(?<line>\d{1,9})(?::(?<column>\d{1,9}))?:?(?:(?<rule>[a-z_]+)(?=$|\s))?\s*(?<message>.*)$/;
/** Every analyzer that writes a line for each finding. */
const LINE_FORMATS = {
	tsc: {
		read: readTsc,
		crash: /^(?:Error: |.*Maximum call stack size exceeded)/
	},
	mypy: {
		read: readMypy,
		crash: /^(?:mypy: |usage: mypy|Traceback \(most recent call last\)|.*INTERNAL ERROR)/
	},
	dialyzer: {
		read: readDialyzer,
		crash: /^\s*(?:dialyzer: |\*\* \(|Could not (?:get|read|find) |.*Analysis failed with error)/
	}
};
/** Reads the lines of an analyzer; a line that says that it broke is what is wrong with the report. */
function openLineFormat({ read, crash }, onFinding, folder) {
	let problem;
	const lines = openLines((line) => {
		const finding = read(line);
		if (finding !== void 0) onFinding({
			...finding,
			file: toReportPath(finding.file, folder)
		});
		else if (crash.test(line)) problem ??= `the tool could not do its work: ${line.trim()}`;
	});
	return {
		write: lines.write,
		end: () => {
			lines.end();
			return problem;
		}
	};
}
function readTsc(line) {
	return match(TSC_PLAIN, line) ?? match(TSC_PRETTY, line) ?? match(TSC_GLOBAL, line);
}
function readMypy(line) {
	const finding = match(MYPY, line);
	if (finding === void 0) return void 0;
	const { message, rule } = MYPY_CODE.exec(finding.message)?.groups ?? {};
	return message === void 0 || rule === void 0 ? finding : {
		...finding,
		message,
		rule
	};
}
function readDialyzer(line) {
	const finding = match(DIALYZER, line);
	if (finding === void 0) return void 0;
	const { message, rule = "" } = finding;
	return {
		...finding,
		level: "warning",
		message: message === "" ? rule : message
	};
}
function match(pattern, text) {
	const groups = pattern.exec(text)?.groups;
	if (groups === void 0) return void 0;
	const { file = "", line, column, level, rule, message = "" } = groups;
	return {
		file,
		...line === void 0 ? {} : { line: Number(line) },
		...column === void 0 ? {} : { column: Number(column) },
		...rule === void 0 ? {} : { rule },
		level: level === "error" ? "error" : "warning",
		message
	};
}
// node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 5th edition of XML 1.0.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "	\n\r -퟿-�𐀀-􏿿";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));
// node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 2nd edition of XML 1.1.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "-퟿-�𐀀-􏿿";
	exports.RESTRICTED_CHAR = "-\b\v\f---";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
	*/
	function isRestrictedChar(c) {
		return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
	}
	exports.isRestrictedChar = isRestrictedChar;
	/**
	* Determines whether a codepoint matches the ``CHAR`` production and does not
	* match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
	* equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
	* than running the two-call equivalent.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR`` and does not match
	* ``RESTRICTED_CHAR``.
	*/
	function isCharAndNotRestricted(c) {
		return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isCharAndNotRestricted = isCharAndNotRestricted;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));
// node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character class utilities for XML NS 1.0 edition 3.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NC_NAME_START_CHAR = "A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
	exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
	exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
	/**
	* Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameStartChar(c) {
		return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNCNameStartChar = isNCNameStartChar;
	/**
	* Determines whether a codepoint matches [[NC_NAME_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameChar(c) {
		return isNCNameStartChar(c) || c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNCNameChar = isNCNameChar;
}));
// src/observe/formats/noise-filter.ts
var import_saxes = (/* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SaxesParser = exports.EVENTS = void 0;
	const ed5 = require_ed5();
	const ed2 = require_ed2();
	const NSed3 = require_ed3();
	var isS = ed5.isS;
	var isChar10 = ed5.isChar;
	var isNameStartChar = ed5.isNameStartChar;
	var isNameChar = ed5.isNameChar;
	var S_LIST = ed5.S_LIST;
	var NAME_RE = ed5.NAME_RE;
	var isChar11 = ed2.isChar;
	var isNCNameStartChar = NSed3.isNCNameStartChar;
	var isNCNameChar = NSed3.isNCNameChar;
	var NC_NAME_RE = NSed3.NC_NAME_RE;
	const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
	const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
	const rootNS = {
		__proto__: null,
		xml: XML_NAMESPACE,
		xmlns: XMLNS_NAMESPACE
	};
	const XML_ENTITIES = {
		__proto__: null,
		amp: "&",
		gt: ">",
		lt: "<",
		quot: "\"",
		apos: "'"
	};
	const EOC = -1;
	const NL_LIKE = -2;
	const S_BEGIN = 0;
	const S_BEGIN_WHITESPACE = 1;
	const S_DOCTYPE = 2;
	const S_DOCTYPE_QUOTE = 3;
	const S_DTD = 4;
	const S_DTD_QUOTED = 5;
	const S_DTD_OPEN_WAKA = 6;
	const S_DTD_OPEN_WAKA_BANG = 7;
	const S_DTD_COMMENT = 8;
	const S_DTD_COMMENT_ENDING = 9;
	const S_DTD_COMMENT_ENDED = 10;
	const S_DTD_PI = 11;
	const S_DTD_PI_ENDING = 12;
	const S_TEXT = 13;
	const S_ENTITY = 14;
	const S_OPEN_WAKA = 15;
	const S_OPEN_WAKA_BANG = 16;
	const S_COMMENT = 17;
	const S_COMMENT_ENDING = 18;
	const S_COMMENT_ENDED = 19;
	const S_CDATA = 20;
	const S_CDATA_ENDING = 21;
	const S_CDATA_ENDING_2 = 22;
	const S_PI_FIRST_CHAR = 23;
	const S_PI_REST = 24;
	const S_PI_BODY = 25;
	const S_PI_ENDING = 26;
	const S_XML_DECL_NAME_START = 27;
	const S_XML_DECL_NAME = 28;
	const S_XML_DECL_EQ = 29;
	const S_XML_DECL_VALUE_START = 30;
	const S_XML_DECL_VALUE = 31;
	const S_XML_DECL_SEPARATOR = 32;
	const S_XML_DECL_ENDING = 33;
	const S_OPEN_TAG = 34;
	const S_OPEN_TAG_SLASH = 35;
	const S_ATTRIB = 36;
	const S_ATTRIB_NAME = 37;
	const S_ATTRIB_NAME_SAW_WHITE = 38;
	const S_ATTRIB_VALUE = 39;
	const S_ATTRIB_VALUE_QUOTED = 40;
	const S_ATTRIB_VALUE_CLOSED = 41;
	const S_ATTRIB_VALUE_UNQUOTED = 42;
	const S_CLOSE_TAG = 43;
	const S_CLOSE_TAG_SAW_WHITE = 44;
	const TAB = 9;
	const NL = 10;
	const CR = 13;
	const SPACE = 32;
	const BANG = 33;
	const DQUOTE = 34;
	const AMP = 38;
	const SQUOTE = 39;
	const MINUS = 45;
	const FORWARD_SLASH = 47;
	const SEMICOLON = 59;
	const LESS = 60;
	const EQUAL = 61;
	const GREATER = 62;
	const QUESTION = 63;
	const OPEN_BRACKET = 91;
	const CLOSE_BRACKET = 93;
	const NEL = 133;
	const LS = 8232;
	const isQuote = (c) => c === DQUOTE || c === SQUOTE;
	const QUOTES = [DQUOTE, SQUOTE];
	const DOCTYPE_TERMINATOR = [
		...QUOTES,
		OPEN_BRACKET,
		GREATER
	];
	const DTD_TERMINATOR = [
		...QUOTES,
		LESS,
		CLOSE_BRACKET
	];
	const XML_DECL_NAME_TERMINATOR = [
		EQUAL,
		QUESTION,
		...S_LIST
	];
	const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [
		...S_LIST,
		GREATER,
		AMP,
		LESS
	];
	function nsPairCheck(parser, prefix, uri) {
		switch (prefix) {
			case "xml":
				if (uri !== XML_NAMESPACE) parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
				break;
			case "xmlns": if (uri !== XMLNS_NAMESPACE) parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
		}
		switch (uri) {
			case XMLNS_NAMESPACE:
				parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
				break;
			case XML_NAMESPACE: switch (prefix) {
				case "xml": break;
				case "":
					parser.fail(`the default namespace may not be set to ${uri}.`);
					break;
				default: parser.fail("may not assign the xml namespace to another prefix.");
			}
		}
	}
	function nsMappingCheck(parser, mapping) {
		for (const local of Object.keys(mapping)) nsPairCheck(parser, local, mapping[local]);
	}
	const isNCName = (name) => NC_NAME_RE.test(name);
	const isName = (name) => NAME_RE.test(name);
	const FORBIDDEN_START = 0;
	const FORBIDDEN_BRACKET = 1;
	const FORBIDDEN_BRACKET_BRACKET = 2;
	/**
	* The list of supported events.
	*/
	exports.EVENTS = [
		"xmldecl",
		"text",
		"processinginstruction",
		"doctype",
		"comment",
		"opentagstart",
		"attribute",
		"opentag",
		"closetag",
		"cdata",
		"error",
		"end",
		"ready"
	];
	const EVENT_NAME_TO_HANDLER_NAME = {
		xmldecl: "xmldeclHandler",
		text: "textHandler",
		processinginstruction: "piHandler",
		doctype: "doctypeHandler",
		comment: "commentHandler",
		opentagstart: "openTagStartHandler",
		attribute: "attributeHandler",
		opentag: "openTagHandler",
		closetag: "closeTagHandler",
		cdata: "cdataHandler",
		error: "errorHandler",
		end: "endHandler",
		ready: "readyHandler"
	};
	var SaxesParser = class {
		/**
		* @param opt The parser options.
		*/
		constructor(opt) {
			this.opt = opt !== null && opt !== void 0 ? opt : {};
			this.fragmentOpt = !!this.opt.fragment;
			const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
			this.trackPosition = this.opt.position !== false;
			this.fileName = this.opt.fileName;
			if (xmlnsOpt) {
				this.nameStartCheck = isNCNameStartChar;
				this.nameCheck = isNCNameChar;
				this.isName = isNCName;
				this.processAttribs = this.processAttribsNS;
				this.pushAttrib = this.pushAttribNS;
				this.ns = Object.assign({ __proto__: null }, rootNS);
				const additional = this.opt.additionalNamespaces;
				if (additional != null) {
					nsMappingCheck(this, additional);
					Object.assign(this.ns, additional);
				}
			} else {
				this.nameStartCheck = isNameStartChar;
				this.nameCheck = isNameChar;
				this.isName = isName;
				this.processAttribs = this.processAttribsPlain;
				this.pushAttrib = this.pushAttribPlain;
			}
			this.stateTable = [
				this.sBegin,
				this.sBeginWhitespace,
				this.sDoctype,
				this.sDoctypeQuote,
				this.sDTD,
				this.sDTDQuoted,
				this.sDTDOpenWaka,
				this.sDTDOpenWakaBang,
				this.sDTDComment,
				this.sDTDCommentEnding,
				this.sDTDCommentEnded,
				this.sDTDPI,
				this.sDTDPIEnding,
				this.sText,
				this.sEntity,
				this.sOpenWaka,
				this.sOpenWakaBang,
				this.sComment,
				this.sCommentEnding,
				this.sCommentEnded,
				this.sCData,
				this.sCDataEnding,
				this.sCDataEnding2,
				this.sPIFirstChar,
				this.sPIRest,
				this.sPIBody,
				this.sPIEnding,
				this.sXMLDeclNameStart,
				this.sXMLDeclName,
				this.sXMLDeclEq,
				this.sXMLDeclValueStart,
				this.sXMLDeclValue,
				this.sXMLDeclSeparator,
				this.sXMLDeclEnding,
				this.sOpenTag,
				this.sOpenTagSlash,
				this.sAttrib,
				this.sAttribName,
				this.sAttribNameSawWhite,
				this.sAttribValue,
				this.sAttribValueQuoted,
				this.sAttribValueClosed,
				this.sAttribValueUnquoted,
				this.sCloseTag,
				this.sCloseTagSawWhite
			];
			this._init();
		}
		/**
		* Indicates whether or not the parser is closed. If ``true``, wait for
		* the ``ready`` event to write again.
		*/
		get closed() {
			return this._closed;
		}
		_init() {
			var _a;
			this.openWakaBang = "";
			this.text = "";
			this.name = "";
			this.piTarget = "";
			this.entity = "";
			this.q = null;
			this.tags = [];
			this.tag = null;
			this.topNS = null;
			this.chunk = "";
			this.chunkPosition = 0;
			this.i = 0;
			this.prevI = 0;
			this.carriedFromPrevious = void 0;
			this.forbiddenState = FORBIDDEN_START;
			this.attribList = [];
			const { fragmentOpt } = this;
			this.state = fragmentOpt ? S_TEXT : S_BEGIN;
			this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
			this.xmlDeclPossible = !fragmentOpt;
			this.xmlDeclExpects = ["version"];
			this.entityReturnState = void 0;
			let { defaultXMLVersion } = this.opt;
			if (defaultXMLVersion === void 0) {
				if (this.opt.forceXMLVersion === true) throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
				defaultXMLVersion = "1.0";
			}
			this.setXMLVersion(defaultXMLVersion);
			this.positionAtNewLine = 0;
			this.doctype = false;
			this._closed = false;
			this.xmlDecl = {
				version: void 0,
				encoding: void 0,
				standalone: void 0
			};
			this.line = 1;
			this.column = 0;
			this.ENTITIES = Object.create(XML_ENTITIES);
			(_a = this.readyHandler) === null || _a === void 0 || _a.call(this);
		}
		/**
		* The stream position the parser is currently looking at. This field is
		* zero-based.
		*
		* This field is not based on counting Unicode characters but is to be
		* interpreted as a plain index into a JavaScript string.
		*/
		get position() {
			return this.chunkPosition + this.i;
		}
		/**
		* The column number of the next character to be read by the parser.  *
		* This field is zero-based. (The first column in a line is 0.)
		*
		* This field reports the index at which the next character would be in the
		* line if the line were represented as a JavaScript string.  Note that this
		* *can* be different to a count based on the number of *Unicode characters*
		* due to how JavaScript handles astral plane characters.
		*
		* See [[column]] for a number that corresponds to a count of Unicode
		* characters.
		*/
		get columnIndex() {
			return this.position - this.positionAtNewLine;
		}
		/**
		* Set an event listener on an event. The parser supports one handler per
		* event type. If you try to set an event handler over an existing handler,
		* the old handler is silently overwritten.
		*
		* @param name The event to listen to.
		*
		* @param handler The handler to set.
		*/
		on(name, handler) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
		}
		/**
		* Unset an event handler.
		*
		* @parma name The event to stop listening to.
		*/
		off(name) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
		}
		/**
		* Make an error object. The error object will have a message that contains
		* the ``fileName`` option passed at the creation of the parser. If position
		* tracking was turned on, it will also have line and column number
		* information.
		*
		* @param message The message describing the error to report.
		*
		* @returns An error object with a properly formatted message.
		*/
		makeError(message) {
			var _a;
			let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
			if (this.trackPosition) {
				if (msg.length > 0) msg += ":";
				msg += `${this.line}:${this.column}`;
			}
			if (msg.length > 0) msg += ": ";
			return new Error(msg + message);
		}
		/**
		* Report a parsing error. This method is made public so that client code may
		* check for issues that are outside the scope of this project and can report
		* errors.
		*
		* @param message The error to report.
		*
		* @returns this
		*/
		fail(message) {
			const err = this.makeError(message);
			const handler = this.errorHandler;
			if (handler === void 0) throw err;
			else handler(err);
			return this;
		}
		/**
		* Write a XML data to the parser.
		*
		* @param chunk The XML data to write.
		*
		* @returns this
		*/
		write(chunk) {
			if (this.closed) return this.fail("cannot write after close; assign an onready handler.");
			let end = false;
			if (chunk === null) {
				end = true;
				chunk = "";
			} else if (typeof chunk === "object") chunk = chunk.toString();
			if (this.carriedFromPrevious !== void 0) {
				chunk = `${this.carriedFromPrevious}${chunk}`;
				this.carriedFromPrevious = void 0;
			}
			let limit = chunk.length;
			const lastCode = chunk.charCodeAt(limit - 1);
			if (!end && (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
				this.carriedFromPrevious = chunk[limit - 1];
				limit--;
				chunk = chunk.slice(0, limit);
			}
			const { stateTable } = this;
			this.chunk = chunk;
			this.i = 0;
			while (this.i < limit) stateTable[this.state].call(this);
			this.chunkPosition += limit;
			return end ? this.end() : this;
		}
		/**
		* Close the current stream. Perform final well-formedness checks and reset
		* the parser tstate.
		*
		* @returns this
		*/
		close() {
			return this.write(null);
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.0.
		*
		* @returns The character read.
		*/
		getCode10() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code >= SPACE || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR:
						if (chunk.charCodeAt(i + 1) === NL) this.i = i + 2;
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.1.
		*
		* @returns {number} The character read.
		*/
		getCode11() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR: {
						const next = chunk.charCodeAt(i + 1);
						if (next === NL || next === NEL) this.i = i + 2;
					}
					case NEL:
					case LS:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Like ``getCode`` but with the return value normalized so that ``NL`` is
		* returned for ``NL_LIKE``.
		*/
		getCodeNorm() {
			const c = this.getCode();
			return c === NL_LIKE ? NL : c;
		}
		unget() {
			this.i = this.prevI;
			this.column--;
		}
		/**
		* Capture characters into a buffer until encountering one of a set of
		* characters.
		*
		* @param chars An array of codepoints. Encountering a character in the array
		* ends the capture. (``chars`` may safely contain ``NL``.)
		*
		* @return The character code that made the capture end, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureTo(chars) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				const c = this.getCode();
				const isNLLike = c === NL_LIKE;
				const final = isNLLike ? NL : c;
				if (final === EOC || chars.includes(final)) {
					this.text += chunk.slice(start, this.prevI);
					return final;
				}
				if (isNLLike) {
					this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
				}
			}
		}
		/**
		* Capture characters into a buffer until encountering a character.
		*
		* @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
		* CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
		*
		* @return ``true`` if we ran into the character. Otherwise, we ran into the
		* end of the current chunk.
		*/
		captureToChar(char) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				let c = this.getCode();
				switch (c) {
					case NL_LIKE:
						this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						c = NL;
						break;
					case EOC:
						this.text += chunk.slice(start);
						return false;
				}
				if (c === char) {
					this.text += chunk.slice(start, this.prevI);
					return true;
				}
			}
		}
		/**
		* Capture characters that satisfy ``isNameChar`` into the ``name`` field of
		* this parser.
		*
		* @return The character code that made the test fail, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureNameChars() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCode();
				if (c === EOC) {
					this.name += chunk.slice(start);
					return EOC;
				}
				if (!isNameChar(c)) {
					this.name += chunk.slice(start, this.prevI);
					return c === NL_LIKE ? NL : c;
				}
			}
		}
		/**
		* Skip white spaces.
		*
		* @return The character that ended the skip, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		skipSpaces() {
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC || !isS(c)) return c;
			}
		}
		setXMLVersion(version) {
			this.currentXMLVersion = version;
			if (version === "1.0") {
				this.isChar = isChar10;
				this.getCode = this.getCode10;
			} else {
				this.isChar = isChar11;
				this.getCode = this.getCode11;
			}
		}
		sBegin() {
			if (this.chunk.charCodeAt(0) === 65279) {
				this.i++;
				this.column++;
			}
			this.state = S_BEGIN_WHITESPACE;
		}
		sBeginWhitespace() {
			const iBefore = this.i;
			const c = this.skipSpaces();
			if (this.prevI !== iBefore) this.xmlDeclPossible = false;
			switch (c) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (this.text.length !== 0) throw new Error("no-empty text at start");
					break;
				case EOC: break;
				default:
					this.unget();
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sDoctype() {
			var _a;
			const c = this.captureTo(DOCTYPE_TERMINATOR);
			switch (c) {
				case GREATER:
					(_a = this.doctypeHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					this.doctype = true;
					break;
				case EOC: break;
				default:
					this.text += String.fromCodePoint(c);
					if (c === OPEN_BRACKET) this.state = S_DTD;
					else if (isQuote(c)) {
						this.state = S_DOCTYPE_QUOTE;
						this.q = c;
					}
			}
		}
		sDoctypeQuote() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.q = null;
				this.state = S_DOCTYPE;
			}
		}
		sDTD() {
			const c = this.captureTo(DTD_TERMINATOR);
			if (c === EOC) return;
			this.text += String.fromCodePoint(c);
			if (c === CLOSE_BRACKET) this.state = S_DOCTYPE;
			else if (c === LESS) this.state = S_DTD_OPEN_WAKA;
			else if (isQuote(c)) {
				this.state = S_DTD_QUOTED;
				this.q = c;
			}
		}
		sDTDQuoted() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.state = S_DTD;
				this.q = null;
			}
		}
		sDTDOpenWaka() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			switch (c) {
				case BANG:
					this.state = S_DTD_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					break;
				case QUESTION:
					this.state = S_DTD_PI;
					break;
				default: this.state = S_DTD;
			}
		}
		sDTDOpenWakaBang() {
			const char = String.fromCodePoint(this.getCodeNorm());
			const owb = this.openWakaBang += char;
			this.text += char;
			if (owb !== "-") {
				this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
				this.openWakaBang = "";
			}
		}
		sDTDComment() {
			if (this.captureToChar(MINUS)) {
				this.text += "-";
				this.state = S_DTD_COMMENT_ENDING;
			}
		}
		sDTDCommentEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
		}
		sDTDCommentEnded() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
			else {
				this.fail("malformed comment.");
				this.state = S_DTD_COMMENT;
			}
		}
		sDTDPI() {
			if (this.captureToChar(QUESTION)) {
				this.text += "?";
				this.state = S_DTD_PI_ENDING;
			}
		}
		sDTDPIEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
		}
		sText() {
			if (this.tags.length !== 0) this.handleTextInRoot();
			else this.handleTextOutsideRoot();
		}
		sEntity() {
			let { i: start } = this;
			const { chunk } = this;
			loop: while (true) switch (this.getCode()) {
				case NL_LIKE:
					this.entity += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					break;
				case SEMICOLON: {
					const { entityReturnState } = this;
					const entity = this.entity + chunk.slice(start, this.prevI);
					this.state = entityReturnState;
					let parsed;
					if (entity === "") {
						this.fail("empty entity name.");
						parsed = "&;";
					} else {
						parsed = this.parseEntity(entity);
						this.entity = "";
					}
					if (entityReturnState !== S_TEXT || this.textHandler !== void 0) this.text += parsed;
					break loop;
				}
				case EOC:
					this.entity += chunk.slice(start);
					break loop;
			}
		}
		sOpenWaka() {
			const c = this.getCode();
			if (isNameStartChar(c)) {
				this.state = S_OPEN_TAG;
				this.unget();
				this.xmlDeclPossible = false;
			} else switch (c) {
				case FORWARD_SLASH:
					this.state = S_CLOSE_TAG;
					this.xmlDeclPossible = false;
					break;
				case BANG:
					this.state = S_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					this.xmlDeclPossible = false;
					break;
				case QUESTION:
					this.state = S_PI_FIRST_CHAR;
					break;
				default:
					this.fail("disallowed character in tag name");
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sOpenWakaBang() {
			this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
			switch (this.openWakaBang) {
				case "[CDATA[":
					if (!this.sawRoot && !this.reportedTextBeforeRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextBeforeRoot = true;
					}
					if (this.closedRoot && !this.reportedTextAfterRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextAfterRoot = true;
					}
					this.state = S_CDATA;
					this.openWakaBang = "";
					break;
				case "--":
					this.state = S_COMMENT;
					this.openWakaBang = "";
					break;
				case "DOCTYPE":
					this.state = S_DOCTYPE;
					if (this.doctype || this.sawRoot) this.fail("inappropriately located doctype declaration.");
					this.openWakaBang = "";
					break;
				default: if (this.openWakaBang.length >= 7) this.fail("incorrect syntax.");
			}
		}
		sComment() {
			if (this.captureToChar(MINUS)) this.state = S_COMMENT_ENDING;
		}
		sCommentEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === MINUS) {
				this.state = S_COMMENT_ENDED;
				(_a = this.commentHandler) === null || _a === void 0 || _a.call(this, this.text);
				this.text = "";
			} else {
				this.text += `-${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			}
		}
		sCommentEnded() {
			const c = this.getCodeNorm();
			if (c !== GREATER) {
				this.fail("malformed comment.");
				this.text += `--${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			} else this.state = S_TEXT;
		}
		sCData() {
			if (this.captureToChar(CLOSE_BRACKET)) this.state = S_CDATA_ENDING;
		}
		sCDataEnding() {
			const c = this.getCodeNorm();
			if (c === CLOSE_BRACKET) this.state = S_CDATA_ENDING_2;
			else {
				this.text += `]${String.fromCodePoint(c)}`;
				this.state = S_CDATA;
			}
		}
		sCDataEnding2() {
			var _a;
			const c = this.getCodeNorm();
			switch (c) {
				case GREATER:
					(_a = this.cdataHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					break;
				case CLOSE_BRACKET:
					this.text += "]";
					break;
				default:
					this.text += `]]${String.fromCodePoint(c)}`;
					this.state = S_CDATA;
			}
		}
		sPIFirstChar() {
			const c = this.getCodeNorm();
			if (this.nameStartCheck(c)) {
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			} else if (c === QUESTION || isS(c)) {
				this.fail("processing instruction without a target.");
				this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
			} else {
				this.fail("disallowed character in processing instruction name.");
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			}
		}
		sPIRest() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC) {
					this.piTarget += chunk.slice(start);
					return;
				}
				if (!this.nameCheck(c)) {
					this.piTarget += chunk.slice(start, this.prevI);
					const isQuestion = c === QUESTION;
					if (isQuestion || isS(c)) {
						if (this.piTarget === "xml") {
							if (!this.xmlDeclPossible) this.fail("an XML declaration must be at the start of the document.");
							this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
						} else this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
					} else {
						this.fail("disallowed character in processing instruction name.");
						this.piTarget += String.fromCodePoint(c);
					}
					break;
				}
			}
		}
		sPIBody() {
			if (this.text.length === 0) {
				const c = this.getCodeNorm();
				if (c === QUESTION) this.state = S_PI_ENDING;
				else if (!isS(c)) this.text = String.fromCodePoint(c);
			} else if (this.captureToChar(QUESTION)) this.state = S_PI_ENDING;
		}
		sPIEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === GREATER) {
				const { piTarget } = this;
				if (piTarget.toLowerCase() === "xml") this.fail("the XML declaration must appear at the start of the document.");
				(_a = this.piHandler) === null || _a === void 0 || _a.call(this, {
					target: piTarget,
					body: this.text
				});
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else if (c === QUESTION) this.text += "?";
			else {
				this.text += `?${String.fromCodePoint(c)}`;
				this.state = S_PI_BODY;
			}
			this.xmlDeclPossible = false;
		}
		sXMLDeclNameStart() {
			const c = this.skipSpaces();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (c !== EOC) {
				this.state = S_XML_DECL_NAME;
				this.name = String.fromCodePoint(c);
			}
		}
		sXMLDeclName() {
			const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.name += this.text;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (!(isS(c) || c === EQUAL)) return;
			this.name += this.text;
			this.text = "";
			if (!this.xmlDeclExpects.includes(this.name)) switch (this.name.length) {
				case 0:
					this.fail("did not expect any more name/value pairs.");
					break;
				case 1:
					this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
					break;
				default: this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
			}
			this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
		}
		sXMLDeclEq() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (c !== EQUAL) this.fail("value required.");
			this.state = S_XML_DECL_VALUE_START;
		}
		sXMLDeclValueStart() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (!isQuote(c)) {
				this.fail("value must be quoted.");
				this.q = SPACE;
			} else this.q = c;
			this.state = S_XML_DECL_VALUE;
		}
		sXMLDeclValue() {
			const c = this.captureTo([this.q, QUESTION]);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (c === EOC) return;
			const value = this.text;
			this.text = "";
			switch (this.name) {
				case "version": {
					this.xmlDeclExpects = ["encoding", "standalone"];
					const version = value;
					this.xmlDecl.version = version;
					if (!/^1\.[0-9]+$/.test(version)) this.fail("version number must match /^1\\.[0-9]+$/.");
					else if (!this.opt.forceXMLVersion) this.setXMLVersion(version);
					break;
				}
				case "encoding":
					if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
					this.xmlDeclExpects = ["standalone"];
					this.xmlDecl.encoding = value;
					break;
				case "standalone":
					if (value !== "yes" && value !== "no") this.fail("standalone value must match \"yes\" or \"no\".");
					this.xmlDeclExpects = [];
					this.xmlDecl.standalone = value;
			}
			this.name = "";
			this.state = S_XML_DECL_SEPARATOR;
		}
		sXMLDeclSeparator() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (!isS(c)) {
				this.fail("whitespace required.");
				this.unget();
			}
			this.state = S_XML_DECL_NAME_START;
		}
		sXMLDeclEnding() {
			var _a;
			if (this.getCodeNorm() === GREATER) {
				if (this.piTarget !== "xml") this.fail("processing instructions are not allowed before root.");
				else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) this.fail("XML declaration must contain a version.");
				(_a = this.xmldeclHandler) === null || _a === void 0 || _a.call(this, this.xmlDecl);
				this.name = "";
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else this.fail("The character ? is disallowed anywhere in XML declarations.");
			this.xmlDeclPossible = false;
		}
		sOpenTag() {
			var _a;
			const c = this.captureNameChars();
			if (c === EOC) return;
			const tag = this.tag = {
				name: this.name,
				attributes: Object.create(null)
			};
			this.name = "";
			if (this.xmlnsOpt) this.topNS = tag.ns = Object.create(null);
			(_a = this.openTagStartHandler) === null || _a === void 0 || _a.call(this, tag);
			this.sawRoot = true;
			if (!this.fragmentOpt && this.closedRoot) this.fail("documents may contain only one root.");
			switch (c) {
				case GREATER:
					this.openTag();
					break;
				case FORWARD_SLASH:
					this.state = S_OPEN_TAG_SLASH;
					break;
				default:
					if (!isS(c)) this.fail("disallowed character in tag name.");
					this.state = S_ATTRIB;
			}
		}
		sOpenTagSlash() {
			if (this.getCode() === GREATER) this.openSelfClosingTag();
			else {
				this.fail("forward-slash in opening tag not followed by >.");
				this.state = S_ATTRIB;
			}
		}
		sAttrib() {
			const c = this.skipSpaces();
			if (c === EOC) return;
			if (isNameStartChar(c)) {
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else this.fail("disallowed character in attribute name.");
		}
		sAttribName() {
			const c = this.captureNameChars();
			if (c === EQUAL) this.state = S_ATTRIB_VALUE;
			else if (isS(c)) this.state = S_ATTRIB_NAME_SAW_WHITE;
			else if (c === GREATER) {
				this.fail("attribute without value.");
				this.pushAttrib(this.name, this.name);
				this.name = this.text = "";
				this.openTag();
			} else if (c !== EOC) this.fail("disallowed character in attribute name.");
		}
		sAttribNameSawWhite() {
			const c = this.skipSpaces();
			switch (c) {
				case EOC: return;
				case EQUAL:
					this.state = S_ATTRIB_VALUE;
					break;
				default:
					this.fail("attribute without value.");
					this.text = "";
					this.name = "";
					if (c === GREATER) this.openTag();
					else if (isNameStartChar(c)) {
						this.unget();
						this.state = S_ATTRIB_NAME;
					} else {
						this.fail("disallowed character in attribute name.");
						this.state = S_ATTRIB;
					}
			}
		}
		sAttribValue() {
			const c = this.getCodeNorm();
			if (isQuote(c)) {
				this.q = c;
				this.state = S_ATTRIB_VALUE_QUOTED;
			} else if (!isS(c)) {
				this.fail("unquoted attribute value.");
				this.state = S_ATTRIB_VALUE_UNQUOTED;
				this.unget();
			}
		}
		sAttribValueQuoted() {
			const { q, chunk } = this;
			let { i: start } = this;
			while (true) switch (this.getCode()) {
				case q:
					this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
					this.name = this.text = "";
					this.q = null;
					this.state = S_ATTRIB_VALUE_CLOSED;
					return;
				case AMP:
					this.text += chunk.slice(start, this.prevI);
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
					return;
				case NL:
				case NL_LIKE:
				case TAB:
					this.text += `${chunk.slice(start, this.prevI)} `;
					start = this.i;
					break;
				case LESS:
					this.text += chunk.slice(start, this.prevI);
					this.fail("disallowed character.");
					return;
				case EOC:
					this.text += chunk.slice(start);
					return;
			}
		}
		sAttribValueClosed() {
			const c = this.getCodeNorm();
			if (isS(c)) this.state = S_ATTRIB;
			else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else if (isNameStartChar(c)) {
				this.fail("no whitespace between attributes.");
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else this.fail("disallowed character in attribute name.");
		}
		sAttribValueUnquoted() {
			const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
			switch (c) {
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
					break;
				case LESS:
					this.fail("disallowed character.");
					break;
				case EOC: break;
				default:
					if (this.text.includes("]]>")) this.fail("the string \"]]>\" is disallowed in char data.");
					this.pushAttrib(this.name, this.text);
					this.name = this.text = "";
					if (c === GREATER) this.openTag();
					else this.state = S_ATTRIB;
			}
		}
		sCloseTag() {
			const c = this.captureNameChars();
			if (c === GREATER) this.closeTag();
			else if (isS(c)) this.state = S_CLOSE_TAG_SAW_WHITE;
			else if (c !== EOC) this.fail("disallowed character in closing tag.");
		}
		sCloseTagSawWhite() {
			switch (this.skipSpaces()) {
				case GREATER:
					this.closeTag();
					break;
				case EOC: break;
				default: this.fail("disallowed character in closing tag.");
			}
		}
		handleTextInRoot() {
			let { i: start, forbiddenState } = this;
			const { chunk, textHandler: handler } = this;
			scanLoop: while (true) switch (this.getCode()) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (handler !== void 0) {
						const { text } = this;
						const slice = chunk.slice(start, this.prevI);
						if (text.length !== 0) {
							handler(text + slice);
							this.text = "";
						} else if (slice.length !== 0) handler(slice);
					}
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_TEXT;
					if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case CLOSE_BRACKET:
					switch (forbiddenState) {
						case FORBIDDEN_START:
							forbiddenState = FORBIDDEN_BRACKET;
							break;
						case FORBIDDEN_BRACKET:
							forbiddenState = FORBIDDEN_BRACKET_BRACKET;
							break;
						case FORBIDDEN_BRACKET_BRACKET: break;
						default: throw new Error("impossible state");
					}
					break;
				case GREATER:
					if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) this.fail("the string \"]]>\" is disallowed in char data.");
					forbiddenState = FORBIDDEN_START;
					break;
				case NL_LIKE:
					if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					forbiddenState = FORBIDDEN_START;
					break;
				case EOC:
					if (handler !== void 0) this.text += chunk.slice(start);
					break scanLoop;
				default: forbiddenState = FORBIDDEN_START;
			}
			this.forbiddenState = forbiddenState;
		}
		handleTextOutsideRoot() {
			let { i: start } = this;
			const { chunk, textHandler: handler } = this;
			let nonSpace = false;
			outRootLoop: while (true) {
				const code = this.getCode();
				switch (code) {
					case LESS:
						this.state = S_OPEN_WAKA;
						if (handler !== void 0) {
							const { text } = this;
							const slice = chunk.slice(start, this.prevI);
							if (text.length !== 0) {
								handler(text + slice);
								this.text = "";
							} else if (slice.length !== 0) handler(slice);
						}
						break outRootLoop;
					case AMP:
						this.state = S_ENTITY;
						this.entityReturnState = S_TEXT;
						if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
						nonSpace = true;
						break outRootLoop;
					case NL_LIKE:
						if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						break;
					case EOC:
						if (handler !== void 0) this.text += chunk.slice(start);
						break outRootLoop;
					default: if (!isS(code)) nonSpace = true;
				}
			}
			if (!nonSpace) return;
			if (!this.sawRoot && !this.reportedTextBeforeRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextBeforeRoot = true;
			}
			if (this.closedRoot && !this.reportedTextAfterRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextAfterRoot = true;
			}
		}
		pushAttribNS(name, value) {
			var _a;
			const { prefix, local } = this.qname(name);
			const attr = {
				name,
				prefix,
				local,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
			if (prefix === "xmlns") {
				const trimmed = value.trim();
				if (this.currentXMLVersion === "1.0" && trimmed === "") this.fail("invalid attempt to undefine prefix in XML 1.0");
				this.topNS[local] = trimmed;
				nsPairCheck(this, local, trimmed);
			} else if (name === "xmlns") {
				const trimmed = value.trim();
				this.topNS[""] = trimmed;
				nsPairCheck(this, "", trimmed);
			}
		}
		pushAttribPlain(name, value) {
			var _a;
			const attr = {
				name,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
		}
		/**
		* End parsing. This performs final well-formedness checks and resets the
		* parser to a clean state.
		*
		* @returns this
		*/
		end() {
			var _a, _b;
			if (!this.sawRoot) this.fail("document must contain a root element.");
			const { tags } = this;
			while (tags.length > 0) {
				const tag = tags.pop();
				this.fail(`unclosed tag: ${tag.name}`);
			}
			if (this.state !== S_BEGIN && this.state !== S_TEXT) this.fail("unexpected end.");
			const { text } = this;
			if (text.length !== 0) {
				(_a = this.textHandler) === null || _a === void 0 || _a.call(this, text);
				this.text = "";
			}
			this._closed = true;
			(_b = this.endHandler) === null || _b === void 0 || _b.call(this);
			this._init();
			return this;
		}
		/**
		* Resolve a namespace prefix.
		*
		* @param prefix The prefix to resolve.
		*
		* @returns The namespace URI or ``undefined`` if the prefix is not defined.
		*/
		resolve(prefix) {
			var _a, _b;
			let uri = this.topNS[prefix];
			if (uri !== void 0) return uri;
			const { tags } = this;
			for (let index = tags.length - 1; index >= 0; index--) {
				uri = tags[index].ns[prefix];
				if (uri !== void 0) return uri;
			}
			uri = this.ns[prefix];
			if (uri !== void 0) return uri;
			return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
		}
		/**
		* Parse a qname into its prefix and local name parts.
		*
		* @param name The name to parse
		*
		* @returns
		*/
		qname(name) {
			const colon = name.indexOf(":");
			if (colon === -1) return {
				prefix: "",
				local: name
			};
			const local = name.slice(colon + 1);
			const prefix = name.slice(0, colon);
			if (prefix === "" || local === "" || local.includes(":")) this.fail(`malformed name: ${name}.`);
			return {
				prefix,
				local
			};
		}
		processAttribsNS() {
			var _a;
			const { attribList } = this;
			const tag = this.tag;
			{
				const { prefix, local } = this.qname(tag.name);
				tag.prefix = prefix;
				tag.local = local;
				const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
				if (prefix !== "") {
					if (prefix === "xmlns") this.fail("tags may not have \"xmlns\" as prefix.");
					if (uri === "") {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						tag.uri = prefix;
					}
				}
			}
			if (attribList.length === 0) return;
			const { attributes } = tag;
			const seen = /* @__PURE__ */ new Set();
			for (const attr of attribList) {
				const { name, prefix, local } = attr;
				let uri;
				let eqname;
				if (prefix === "") {
					uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
					eqname = name;
				} else {
					uri = this.resolve(prefix);
					if (uri === void 0) {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						uri = prefix;
					}
					eqname = `{${uri}}${local}`;
				}
				if (seen.has(eqname)) this.fail(`duplicate attribute: ${eqname}.`);
				seen.add(eqname);
				attr.uri = uri;
				attributes[name] = attr;
			}
			this.attribList = [];
		}
		processAttribsPlain() {
			const { attribList } = this;
			const attributes = this.tag.attributes;
			for (const { name, value } of attribList) {
				if (attributes[name] !== void 0) this.fail(`duplicate attribute: ${name}.`);
				attributes[name] = value;
			}
			this.attribList = [];
		}
		/**
		* Handle a complete open tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onopentag``.
		*/
		openTag() {
			var _a;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = false;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			tags.push(tag);
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete self-closing tag. This parser code calls this once it has
		* seen the whole tag. This method checks for well-formeness and then emits
		* ``onopentag`` and ``onclosetag``.
		*/
		openSelfClosingTag() {
			var _a, _b, _c;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = true;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			(_b = this.closeTagHandler) === null || _b === void 0 || _b.call(this, tag);
			if ((this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null) === null) this.closedRoot = true;
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete close tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onclosetag``.
		*/
		closeTag() {
			const { tags, name } = this;
			this.state = S_TEXT;
			this.name = "";
			if (name === "") {
				this.fail("weird empty close tag.");
				this.text += "</>";
				return;
			}
			const handler = this.closeTagHandler;
			let l = tags.length;
			while (l-- > 0) {
				const tag = this.tag = tags.pop();
				this.topNS = tag.ns;
				handler === null || handler === void 0 || handler(tag);
				if (tag.name === name) break;
				this.fail("unexpected close tag.");
			}
			if (l === 0) this.closedRoot = true;
			else if (l < 0) {
				this.fail(`unmatched closing tag: ${name}.`);
				this.text += `</${name}>`;
			}
		}
		/**
		* Resolves an entity. Makes any necessary well-formedness checks.
		*
		* @param entity The entity to resolve.
		*
		* @returns The parsed entity.
		*/
		parseEntity(entity) {
			if (entity[0] !== "#") {
				const defined = this.ENTITIES[entity];
				if (defined !== void 0) return defined;
				this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
				return `&${entity};`;
			}
			let num = NaN;
			if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) num = parseInt(entity.slice(2), 16);
			else if (/^#[0-9]+$/.test(entity)) num = parseInt(entity.slice(1), 10);
			if (!this.isChar(num)) {
				this.fail("malformed character entity.");
				return `&${entity};`;
			}
			return String.fromCodePoint(num);
		}
	};
	exports.SaxesParser = SaxesParser;
})))();
/** An opening line is known by its beginning. */
const LINE_START_CHARACTERS = 200;
/** Package managers and tools print lines before and behind what they report. */
function createNoiseFilter(opens) {
	let held = "";
	let isInLine = false;
	function skip(text) {
		let rest = held + text;
		held = "";
		while (rest !== "") {
			const newline = rest.indexOf("\n");
			if (!isInLine && newline === -1 && rest.length < LINE_START_CHARACTERS) {
				held = rest;
				return "";
			}
			if (!isInLine && opens.test(rest.slice(0, LINE_START_CHARACTERS))) return rest;
			isInLine = newline === -1;
			rest = isInLine ? "" : rest.slice(newline + 1);
		}
		return "";
	}
	function end() {
		const last = held;
		held = "";
		return opens.test(last) ? last : "";
	}
	return {
		skip,
		end
	};
}
// src/observe/formats/open-xml.ts
const DEPTH_MAX$2 = 200;
/** Between two tags: more than any program prints about one test. */
const TEXT_CHARACTERS_MAX = 33554432;
/** Of the text of one element. */
const KEPT_CHARACTERS_MAX = 8e3;
const SECOND_ROOT = "documents may contain only one root";
/** Said when the element is closed already, be it the last one. */
const WRONG_END = "unexpected close tag";
/** Reads XML documents of any length out of what a program printed, one after the other. */
function openXml(handlers) {
	const tags = openTags(handlers);
	const noise = createNoiseFilter(handlers.opens);
	let isBegun = false;
	let sinceTag = 0;
	let problem;
	function writeXml(xml) {
		if (problem !== void 0 || xml === "") return;
		isBegun = true;
		sinceTag = tags.hasMoved() ? xml.length : sinceTag + xml.length;
		problem = sinceTag > TEXT_CHARACTERS_MAX ? `one part of it is longer than ${TEXT_CHARACTERS_MAX} characters` : tags.write(xml);
	}
	return {
		write: (piece) => {
			writeXml(isBegun ? piece : noise.skip(piece));
		},
		end: () => {
			writeXml(noise.end());
			if (problem !== void 0) return problem;
			if (tags.isOpen()) return "the XML ends in the middle";
			return tags.documents() === 0 ? "there is no XML in it" : void 0;
		}
	};
}
function openTags({ onName, onOpen, onClose }) {
	const parser = new import_saxes.SaxesParser({
		position: false,
		xmlns: false
	});
	const wanted = createListener(parser);
	let depth = 0;
	let documents = 0;
	let named = 0;
	let opened = 0;
	let known = 0;
	parser.on("opentagstart", ({ name }) => {
		named += 1;
		onName?.(name);
	});
	parser.on("opentag", ({ name, attributes }) => {
		opened += 1;
		depth += 1;
		if (depth > DEPTH_MAX$2) throw new RangeError(`it is nested deeper than ${DEPTH_MAX$2}`);
		if (onOpen(name, attributes)) wanted.listen(depth);
	});
	parser.on("closetag", ({ name }) => {
		onClose(name, wanted.take(depth));
		depth -= 1;
		if (depth === 0) documents += 1;
	});
	parser.on("error", (error) => {
		const { message } = error;
		if ((depth > 0 || message.includes(WRONG_END)) && !message.includes(SECOND_ROOT)) throw error;
	});
	return {
		write: (xml) => tryTo$1(() => parser.write(xml)),
		isOpen: () => depth > 0 || named > opened,
		documents: () => documents,
		hasMoved: () => {
			const moved = opened > known;
			known = opened;
			return moved;
		}
	};
}
/** Text that nobody listens to is not even put together by the parser. */
function createListener(parser) {
	let text = "";
	let wantedDepth = 0;
	function keep(more) {
		text += more.slice(0, Math.max(0, KEPT_CHARACTERS_MAX - text.length));
	}
	return {
		listen: (depth) => {
			if (wantedDepth !== 0) return;
			wantedDepth = depth;
			parser.on("text", keep);
			parser.on("cdata", keep);
		},
		take: (depth) => {
			if (depth !== wantedDepth) return "";
			const taken = text;
			wantedDepth = 0;
			text = "";
			parser.off("text");
			parser.off("cdata");
			return taken;
		}
	};
}
function tryTo$1(work) {
	try {
		work();
		return;
	} catch (error) {
		return error instanceof Error ? error.message : "it cannot be read";
	}
}
// src/observe/formats/place-attribute.ts
/** A line or a column that a report spells in digits; nothing where it is none. */
function placeAttribute(name, digits) {
	return /^[1-9]\d{0,8}$/.test(digits ?? "") ? { [name]: Number(digits) } : {};
}
// src/observe/formats/open-checkstyle.ts
/** Reads a checkstyle report: files, each with its errors. */
function openCheckstyle(onFinding, folder) {
	let file = "";
	let isReport = false;
	const xml = openXml({
		opens: /^\s*<(?:\?xml|!|checkstyle\b)/,
		onOpen: (name, attributes) => {
			isReport ||= name === "checkstyle";
			if (name === "file") file = toReportPath(attributes["name"] ?? "", folder);
			if (name === "error") onFinding(toFinding$8(attributes, file));
			return false;
		},
		onClose: () => void 0
	});
	return {
		...xml,
		end: () => xml.end() ?? (isReport ? void 0 : "expected a checkstyle report, found other XML")
	};
}
function toFinding$8(attributes, file) {
	const { line, column, source, severity = "error", message = "" } = attributes;
	return {
		file,
		...placeAttribute("line", line),
		...placeAttribute("column", column),
		...source === void 0 ? {} : { rule: source },
		level: toLevel$3(severity),
		message
	};
}
function toLevel$3(severity) {
	if (severity === "error") return "error";
	return severity === "warning" ? "warning" : "note";
}
// node_modules/@streamparser/json/dist/mjs/utils/bufferedString.js
/**
* The accumulators that the tokenizer gathers strings and numbers into while
* their bytes arrive.
*
* @module
*/
/**
* A {@linkcode StringBuilder} that accumulates the token as a JavaScript
* string. This is the default: it's the fastest option for the small strings
* and numbers that dominate real JSON.
*/
var NonBufferedString = class {
	constructor() {
		this.decoder = new TextDecoder("utf-8", { fatal: true });
		this.pending = [];
		this.string = "";
		this.byteLength = 0;
	}
	appendChar(char) {
		this.pending.push(String.fromCharCode(char));
		this.byteLength += 1;
	}
	appendBuf(buf, start = 0, end = buf.length) {
		this.pending.push(this.decoder.decode(buf.subarray(start, end)));
		this.byteLength += end - start;
	}
	appendCharCode(code) {
		this.pending.push(String.fromCharCode(code));
	}
	reset() {
		this.pending = [];
		this.string = "";
		this.byteLength = 0;
	}
	toString() {
		if (this.pending.length > 0) {
			this.string += this.pending.join("");
			this.pending = [];
		}
		return this.string;
	}
};
/**
* A {@linkcode StringBuilder} that accumulates the token's bytes into a
* fixed-size `Uint8Array` and only decodes them once the buffer is full.
*
* Enabled through the tokenizer's `stringBufferSize`/`numberBufferSize`
* options. It avoids V8's over-allocation on repeated string concatenation,
* which is what makes very large strings and numbers exhaust memory, at the
* cost of an encoding/decoding round trip that isn't worth it for small values.
*/
var BufferedString = class {
	/**
	* @param bufferSize The size, in bytes, of the buffer to accumulate into.
	*/
	constructor(bufferSize) {
		this.decoder = new TextDecoder("utf-8", { fatal: true });
		this.bufferOffset = 0;
		this.string = "";
		this.byteLength = 0;
		this.buffer = new Uint8Array(bufferSize);
	}
	appendChar(char) {
		if (this.bufferOffset >= this.buffer.length) this.flushStringBuffer();
		this.buffer[this.bufferOffset++] = char;
		this.byteLength += 1;
	}
	appendBuf(buf, start = 0, end = buf.length) {
		const size = end - start;
		if (this.bufferOffset + size > this.buffer.length) this.flushStringBuffer();
		if (size > this.buffer.length) {
			this.string += this.decoder.decode(buf.subarray(start, end));
			this.byteLength += size;
			return;
		}
		this.buffer.set(buf.subarray(start, end), this.bufferOffset);
		this.bufferOffset += size;
		this.byteLength += size;
	}
	appendCharCode(code) {
		this.flushStringBuffer();
		this.string += String.fromCharCode(code);
	}
	flushStringBuffer() {
		this.string += this.decoder.decode(this.buffer.subarray(0, this.bufferOffset));
		this.bufferOffset = 0;
	}
	reset() {
		this.string = "";
		this.bufferOffset = 0;
		this.byteLength = 0;
	}
	toString() {
		this.flushStringBuffer();
		return this.string;
	}
};
// node_modules/@streamparser/json/dist/mjs/utils/types/tokenType.js
/**
* The JSON token types emitted by the tokenizer.
*
* @module
*/
/** The type of a JSON token, as reported by the tokenizer's `onToken` callback. */
var TokenType;
(function(TokenType) {
	/** `{` */
	TokenType[TokenType["LEFT_BRACE"] = 0] = "LEFT_BRACE";
	/** `}` */
	TokenType[TokenType["RIGHT_BRACE"] = 1] = "RIGHT_BRACE";
	/** `[` */
	TokenType[TokenType["LEFT_BRACKET"] = 2] = "LEFT_BRACKET";
	/** `]` */
	TokenType[TokenType["RIGHT_BRACKET"] = 3] = "RIGHT_BRACKET";
	/** `:` */
	TokenType[TokenType["COLON"] = 4] = "COLON";
	/** `,` */
	TokenType[TokenType["COMMA"] = 5] = "COMMA";
	/** `true` */
	TokenType[TokenType["TRUE"] = 6] = "TRUE";
	/** `false` */
	TokenType[TokenType["FALSE"] = 7] = "FALSE";
	/** `null` */
	TokenType[TokenType["NULL"] = 8] = "NULL";
	/** A string, with all its escape sequences already resolved. */
	TokenType[TokenType["STRING"] = 9] = "STRING";
	/** A number, already parsed into a JavaScript number. */
	TokenType[TokenType["NUMBER"] = 10] = "NUMBER";
	/** The configured separator between consecutive JSON documents. */
	TokenType[TokenType["SEPARATOR"] = 11] = "SEPARATOR";
})(TokenType || (TokenType = {}));
var tokenType_default = TokenType;
// node_modules/@streamparser/json/dist/mjs/utils/utf-8.js
/**
* The utf-8 byte values that the tokenizer matches the incoming stream against.
*
* @module
*/
/** The utf-8 byte value of each character that is meaningful to the tokenizer. */
var charset;
(function(charset) {
	charset[charset["BACKSPACE"] = 8] = "BACKSPACE";
	charset[charset["FORM_FEED"] = 12] = "FORM_FEED";
	charset[charset["NEWLINE"] = 10] = "NEWLINE";
	charset[charset["CARRIAGE_RETURN"] = 13] = "CARRIAGE_RETURN";
	charset[charset["TAB"] = 9] = "TAB";
	charset[charset["SPACE"] = 32] = "SPACE";
	charset[charset["EXCLAMATION_MARK"] = 33] = "EXCLAMATION_MARK";
	charset[charset["QUOTATION_MARK"] = 34] = "QUOTATION_MARK";
	charset[charset["NUMBER_SIGN"] = 35] = "NUMBER_SIGN";
	charset[charset["DOLLAR_SIGN"] = 36] = "DOLLAR_SIGN";
	charset[charset["PERCENT_SIGN"] = 37] = "PERCENT_SIGN";
	charset[charset["AMPERSAND"] = 38] = "AMPERSAND";
	charset[charset["APOSTROPHE"] = 39] = "APOSTROPHE";
	charset[charset["LEFT_PARENTHESIS"] = 40] = "LEFT_PARENTHESIS";
	charset[charset["RIGHT_PARENTHESIS"] = 41] = "RIGHT_PARENTHESIS";
	charset[charset["ASTERISK"] = 42] = "ASTERISK";
	charset[charset["PLUS_SIGN"] = 43] = "PLUS_SIGN";
	charset[charset["COMMA"] = 44] = "COMMA";
	charset[charset["HYPHEN_MINUS"] = 45] = "HYPHEN_MINUS";
	charset[charset["FULL_STOP"] = 46] = "FULL_STOP";
	charset[charset["SOLIDUS"] = 47] = "SOLIDUS";
	charset[charset["DIGIT_ZERO"] = 48] = "DIGIT_ZERO";
	charset[charset["DIGIT_ONE"] = 49] = "DIGIT_ONE";
	charset[charset["DIGIT_TWO"] = 50] = "DIGIT_TWO";
	charset[charset["DIGIT_THREE"] = 51] = "DIGIT_THREE";
	charset[charset["DIGIT_FOUR"] = 52] = "DIGIT_FOUR";
	charset[charset["DIGIT_FIVE"] = 53] = "DIGIT_FIVE";
	charset[charset["DIGIT_SIX"] = 54] = "DIGIT_SIX";
	charset[charset["DIGIT_SEVEN"] = 55] = "DIGIT_SEVEN";
	charset[charset["DIGIT_EIGHT"] = 56] = "DIGIT_EIGHT";
	charset[charset["DIGIT_NINE"] = 57] = "DIGIT_NINE";
	charset[charset["COLON"] = 58] = "COLON";
	charset[charset["SEMICOLON"] = 59] = "SEMICOLON";
	charset[charset["LESS_THAN_SIGN"] = 60] = "LESS_THAN_SIGN";
	charset[charset["EQUALS_SIGN"] = 61] = "EQUALS_SIGN";
	charset[charset["GREATER_THAN_SIGN"] = 62] = "GREATER_THAN_SIGN";
	charset[charset["QUESTION_MARK"] = 63] = "QUESTION_MARK";
	charset[charset["COMMERCIAL_AT"] = 64] = "COMMERCIAL_AT";
	charset[charset["LATIN_CAPITAL_LETTER_A"] = 65] = "LATIN_CAPITAL_LETTER_A";
	charset[charset["LATIN_CAPITAL_LETTER_B"] = 66] = "LATIN_CAPITAL_LETTER_B";
	charset[charset["LATIN_CAPITAL_LETTER_C"] = 67] = "LATIN_CAPITAL_LETTER_C";
	charset[charset["LATIN_CAPITAL_LETTER_D"] = 68] = "LATIN_CAPITAL_LETTER_D";
	charset[charset["LATIN_CAPITAL_LETTER_E"] = 69] = "LATIN_CAPITAL_LETTER_E";
	charset[charset["LATIN_CAPITAL_LETTER_F"] = 70] = "LATIN_CAPITAL_LETTER_F";
	charset[charset["LATIN_CAPITAL_LETTER_G"] = 71] = "LATIN_CAPITAL_LETTER_G";
	charset[charset["LATIN_CAPITAL_LETTER_H"] = 72] = "LATIN_CAPITAL_LETTER_H";
	charset[charset["LATIN_CAPITAL_LETTER_I"] = 73] = "LATIN_CAPITAL_LETTER_I";
	charset[charset["LATIN_CAPITAL_LETTER_J"] = 74] = "LATIN_CAPITAL_LETTER_J";
	charset[charset["LATIN_CAPITAL_LETTER_K"] = 75] = "LATIN_CAPITAL_LETTER_K";
	charset[charset["LATIN_CAPITAL_LETTER_L"] = 76] = "LATIN_CAPITAL_LETTER_L";
	charset[charset["LATIN_CAPITAL_LETTER_M"] = 77] = "LATIN_CAPITAL_LETTER_M";
	charset[charset["LATIN_CAPITAL_LETTER_N"] = 78] = "LATIN_CAPITAL_LETTER_N";
	charset[charset["LATIN_CAPITAL_LETTER_O"] = 79] = "LATIN_CAPITAL_LETTER_O";
	charset[charset["LATIN_CAPITAL_LETTER_P"] = 80] = "LATIN_CAPITAL_LETTER_P";
	charset[charset["LATIN_CAPITAL_LETTER_Q"] = 81] = "LATIN_CAPITAL_LETTER_Q";
	charset[charset["LATIN_CAPITAL_LETTER_R"] = 82] = "LATIN_CAPITAL_LETTER_R";
	charset[charset["LATIN_CAPITAL_LETTER_S"] = 83] = "LATIN_CAPITAL_LETTER_S";
	charset[charset["LATIN_CAPITAL_LETTER_T"] = 84] = "LATIN_CAPITAL_LETTER_T";
	charset[charset["LATIN_CAPITAL_LETTER_U"] = 85] = "LATIN_CAPITAL_LETTER_U";
	charset[charset["LATIN_CAPITAL_LETTER_V"] = 86] = "LATIN_CAPITAL_LETTER_V";
	charset[charset["LATIN_CAPITAL_LETTER_W"] = 87] = "LATIN_CAPITAL_LETTER_W";
	charset[charset["LATIN_CAPITAL_LETTER_X"] = 88] = "LATIN_CAPITAL_LETTER_X";
	charset[charset["LATIN_CAPITAL_LETTER_Y"] = 89] = "LATIN_CAPITAL_LETTER_Y";
	charset[charset["LATIN_CAPITAL_LETTER_Z"] = 90] = "LATIN_CAPITAL_LETTER_Z";
	charset[charset["LEFT_SQUARE_BRACKET"] = 91] = "LEFT_SQUARE_BRACKET";
	charset[charset["REVERSE_SOLIDUS"] = 92] = "REVERSE_SOLIDUS";
	charset[charset["RIGHT_SQUARE_BRACKET"] = 93] = "RIGHT_SQUARE_BRACKET";
	charset[charset["CIRCUMFLEX_ACCENT"] = 94] = "CIRCUMFLEX_ACCENT";
	charset[charset["LOW_LINE"] = 95] = "LOW_LINE";
	charset[charset["GRAVE_ACCENT"] = 96] = "GRAVE_ACCENT";
	charset[charset["LATIN_SMALL_LETTER_A"] = 97] = "LATIN_SMALL_LETTER_A";
	charset[charset["LATIN_SMALL_LETTER_B"] = 98] = "LATIN_SMALL_LETTER_B";
	charset[charset["LATIN_SMALL_LETTER_C"] = 99] = "LATIN_SMALL_LETTER_C";
	charset[charset["LATIN_SMALL_LETTER_D"] = 100] = "LATIN_SMALL_LETTER_D";
	charset[charset["LATIN_SMALL_LETTER_E"] = 101] = "LATIN_SMALL_LETTER_E";
	charset[charset["LATIN_SMALL_LETTER_F"] = 102] = "LATIN_SMALL_LETTER_F";
	charset[charset["LATIN_SMALL_LETTER_G"] = 103] = "LATIN_SMALL_LETTER_G";
	charset[charset["LATIN_SMALL_LETTER_H"] = 104] = "LATIN_SMALL_LETTER_H";
	charset[charset["LATIN_SMALL_LETTER_I"] = 105] = "LATIN_SMALL_LETTER_I";
	charset[charset["LATIN_SMALL_LETTER_J"] = 106] = "LATIN_SMALL_LETTER_J";
	charset[charset["LATIN_SMALL_LETTER_K"] = 107] = "LATIN_SMALL_LETTER_K";
	charset[charset["LATIN_SMALL_LETTER_L"] = 108] = "LATIN_SMALL_LETTER_L";
	charset[charset["LATIN_SMALL_LETTER_M"] = 109] = "LATIN_SMALL_LETTER_M";
	charset[charset["LATIN_SMALL_LETTER_N"] = 110] = "LATIN_SMALL_LETTER_N";
	charset[charset["LATIN_SMALL_LETTER_O"] = 111] = "LATIN_SMALL_LETTER_O";
	charset[charset["LATIN_SMALL_LETTER_P"] = 112] = "LATIN_SMALL_LETTER_P";
	charset[charset["LATIN_SMALL_LETTER_Q"] = 113] = "LATIN_SMALL_LETTER_Q";
	charset[charset["LATIN_SMALL_LETTER_R"] = 114] = "LATIN_SMALL_LETTER_R";
	charset[charset["LATIN_SMALL_LETTER_S"] = 115] = "LATIN_SMALL_LETTER_S";
	charset[charset["LATIN_SMALL_LETTER_T"] = 116] = "LATIN_SMALL_LETTER_T";
	charset[charset["LATIN_SMALL_LETTER_U"] = 117] = "LATIN_SMALL_LETTER_U";
	charset[charset["LATIN_SMALL_LETTER_V"] = 118] = "LATIN_SMALL_LETTER_V";
	charset[charset["LATIN_SMALL_LETTER_W"] = 119] = "LATIN_SMALL_LETTER_W";
	charset[charset["LATIN_SMALL_LETTER_X"] = 120] = "LATIN_SMALL_LETTER_X";
	charset[charset["LATIN_SMALL_LETTER_Y"] = 121] = "LATIN_SMALL_LETTER_Y";
	charset[charset["LATIN_SMALL_LETTER_Z"] = 122] = "LATIN_SMALL_LETTER_Z";
	charset[charset["LEFT_CURLY_BRACKET"] = 123] = "LEFT_CURLY_BRACKET";
	charset[charset["VERTICAL_LINE"] = 124] = "VERTICAL_LINE";
	charset[charset["RIGHT_CURLY_BRACKET"] = 125] = "RIGHT_CURLY_BRACKET";
	charset[charset["TILDE"] = 126] = "TILDE";
})(charset || (charset = {}));
/**
* The character that each JSON escape sequence stands for, keyed by the byte
* that follows the backslash. Unicode escapes (`\uXXXX`) are not in here; the
* tokenizer resolves those itself.
*/
const escapedSequences = {
	[34]: 34,
	[92]: 92,
	[47]: 47,
	[98]: 8,
	[102]: 12,
	[110]: 10,
	[114]: 13,
	[116]: 9
};
// node_modules/@streamparser/json/dist/mjs/tokenizer.js
/**
* A JSON-compliant tokenizer that turns a utf-8 stream into JSON tokens.
*
* @example
* ```ts
* import Tokenizer from "@streamparser/json/tokenizer.js";
*
* const tokenizer = new Tokenizer();
* tokenizer.onToken = ({ token, value, offset }) => {
*   // process the token
* };
*
* tokenizer.write('{ "test": ["a"] }');
* ```
*
* @module
*/
var TokenizerStates;
(function(TokenizerStates) {
	TokenizerStates[TokenizerStates["START"] = 0] = "START";
	TokenizerStates[TokenizerStates["ENDED"] = 1] = "ENDED";
	TokenizerStates[TokenizerStates["ERROR"] = 2] = "ERROR";
	TokenizerStates[TokenizerStates["TRUE1"] = 3] = "TRUE1";
	TokenizerStates[TokenizerStates["TRUE2"] = 4] = "TRUE2";
	TokenizerStates[TokenizerStates["TRUE3"] = 5] = "TRUE3";
	TokenizerStates[TokenizerStates["FALSE1"] = 6] = "FALSE1";
	TokenizerStates[TokenizerStates["FALSE2"] = 7] = "FALSE2";
	TokenizerStates[TokenizerStates["FALSE3"] = 8] = "FALSE3";
	TokenizerStates[TokenizerStates["FALSE4"] = 9] = "FALSE4";
	TokenizerStates[TokenizerStates["NULL1"] = 10] = "NULL1";
	TokenizerStates[TokenizerStates["NULL2"] = 11] = "NULL2";
	TokenizerStates[TokenizerStates["NULL3"] = 12] = "NULL3";
	TokenizerStates[TokenizerStates["STRING_DEFAULT"] = 13] = "STRING_DEFAULT";
	TokenizerStates[TokenizerStates["STRING_AFTER_BACKSLASH"] = 14] = "STRING_AFTER_BACKSLASH";
	TokenizerStates[TokenizerStates["STRING_UNICODE_DIGIT_1"] = 15] = "STRING_UNICODE_DIGIT_1";
	TokenizerStates[TokenizerStates["STRING_UNICODE_DIGIT_2"] = 16] = "STRING_UNICODE_DIGIT_2";
	TokenizerStates[TokenizerStates["STRING_UNICODE_DIGIT_3"] = 17] = "STRING_UNICODE_DIGIT_3";
	TokenizerStates[TokenizerStates["STRING_UNICODE_DIGIT_4"] = 18] = "STRING_UNICODE_DIGIT_4";
	TokenizerStates[TokenizerStates["STRING_INCOMPLETE_CHAR"] = 19] = "STRING_INCOMPLETE_CHAR";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_INITIAL_MINUS"] = 20] = "NUMBER_AFTER_INITIAL_MINUS";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_INITIAL_ZERO"] = 21] = "NUMBER_AFTER_INITIAL_ZERO";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_INITIAL_NON_ZERO"] = 22] = "NUMBER_AFTER_INITIAL_NON_ZERO";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_FULL_STOP"] = 23] = "NUMBER_AFTER_FULL_STOP";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_DECIMAL"] = 24] = "NUMBER_AFTER_DECIMAL";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_E"] = 25] = "NUMBER_AFTER_E";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_E_AND_SIGN"] = 26] = "NUMBER_AFTER_E_AND_SIGN";
	TokenizerStates[TokenizerStates["NUMBER_AFTER_E_AND_DIGIT"] = 27] = "NUMBER_AFTER_E_AND_DIGIT";
	TokenizerStates[TokenizerStates["SEPARATOR"] = 28] = "SEPARATOR";
	TokenizerStates[TokenizerStates["BOM_OR_START"] = 29] = "BOM_OR_START";
	TokenizerStates[TokenizerStates["BOM"] = 30] = "BOM";
})(TokenizerStates || (TokenizerStates = {}));
function TokenizerStateToString(tokenizerState) {
	return [
		"START",
		"ENDED",
		"ERROR",
		"TRUE1",
		"TRUE2",
		"TRUE3",
		"FALSE1",
		"FALSE2",
		"FALSE3",
		"FALSE4",
		"NULL1",
		"NULL2",
		"NULL3",
		"STRING_DEFAULT",
		"STRING_AFTER_BACKSLASH",
		"STRING_UNICODE_DIGIT_1",
		"STRING_UNICODE_DIGIT_2",
		"STRING_UNICODE_DIGIT_3",
		"STRING_UNICODE_DIGIT_4",
		"STRING_INCOMPLETE_CHAR",
		"NUMBER_AFTER_INITIAL_MINUS",
		"NUMBER_AFTER_INITIAL_ZERO",
		"NUMBER_AFTER_INITIAL_NON_ZERO",
		"NUMBER_AFTER_FULL_STOP",
		"NUMBER_AFTER_DECIMAL",
		"NUMBER_AFTER_E",
		"NUMBER_AFTER_E_AND_SIGN",
		"NUMBER_AFTER_E_AND_DIGIT",
		"SEPARATOR",
		"BOM_OR_START",
		"BOM"
	][tokenizerState];
}
const defaultOpts$1 = {
	stringBufferSize: 0,
	numberBufferSize: 0,
	separator: void 0,
	emitPartialTokens: false
};
/** The error thrown when the tokenizer is misconfigured or hits invalid JSON. */
var TokenizerError = class TokenizerError extends Error {
	/**
	* @param message What went wrong.
	*/
	constructor(message) {
		super(message);
		Object.setPrototypeOf(this, TokenizerError.prototype);
	}
};
function validateBufferSize(name, size) {
	if (size === void 0) return;
	if (!Number.isInteger(size) || size < 0) throw new TokenizerError(`Invalid "${name}": ${size}. Expected a non-negative integer.`);
}
function utf8SequenceLength(leadByte) {
	if (leadByte >= 194 && leadByte <= 223) return 2;
	if (leadByte <= 239) return 3;
	return 4;
}
function multiByteRunEnd(buffer, start) {
	let j = start;
	while (j < buffer.length && buffer[j] >= 128) {
		const seqLength = utf8SequenceLength(buffer[j]);
		if (j + seqLength > buffer.length) break;
		j += seqLength;
	}
	return j;
}
/**
* A JSON-compliant tokenizer that turns a utf-8 stream into JSON tokens.
*
* Data is pushed in with {@linkcode Tokenizer.write} and the resulting tokens
* come back through the {@linkcode Tokenizer.onToken} callback, which the user
* is expected to override. Feed the tokens to a `TokenParser` to get JSON
* values back, or use a `JSONParser`, which chains both.
*
* @example
* ```ts
* import Tokenizer from "@streamparser/json/tokenizer.js";
*
* const tokenizer = new Tokenizer({ separator: "\n" });
* tokenizer.onToken = ({ token, value, offset }) => {
*   // process the token
* };
* tokenizer.onError = (err) => console.error(err);
*
* tokenizer.write('{ "test": ["a"] }');
* tokenizer.end();
* ```
*/
var Tokenizer = class {
	/**
	* @param opts How to tokenize. See {@linkcode TokenizerOptions}.
	*/
	constructor(opts) {
		this.state = 29;
		this.bomIndex = 0;
		this.separatorIndex = 0;
		this.escapedCharsByteLength = 0;
		this.bytes_remaining = 0;
		this.bytes_in_sequence = 0;
		this.char_split_buffer = /* @__PURE__ */ new Uint8Array(4);
		this.encoder = new TextEncoder();
		this.offset = -1;
		this.streamByteLength = 0;
		opts = Object.assign(Object.assign({}, defaultOpts$1), opts);
		validateBufferSize("stringBufferSize", opts.stringBufferSize);
		validateBufferSize("numberBufferSize", opts.numberBufferSize);
		this.emitPartialTokens = opts.emitPartialTokens === true;
		this.bufferedString = opts.stringBufferSize && opts.stringBufferSize > 4 ? new BufferedString(opts.stringBufferSize) : new NonBufferedString();
		this.bufferedNumber = opts.numberBufferSize && opts.numberBufferSize > 0 ? new BufferedString(opts.numberBufferSize) : new NonBufferedString();
		this.separator = opts.separator;
		this.separatorBytes = opts.separator ? this.encoder.encode(opts.separator) : void 0;
	}
	/** Whether the tokenizer is ended, and thus no longer accepting data. */
	get isEnded() {
		return this.state === 1;
	}
	appendUnicodeCodeUnit(intVal) {
		if (this.highSurrogate !== void 0) {
			if (intVal >= 56320 && intVal <= 57343) {
				const unicodeString = String.fromCharCode(this.highSurrogate, intVal);
				const unicodeBuffer = this.encoder.encode(unicodeString);
				this.bufferedString.appendBuf(unicodeBuffer);
				this.escapedCharsByteLength += 6 - unicodeBuffer.byteLength;
				this.highSurrogate = void 0;
				return;
			}
			this.flushPendingHighSurrogate();
		}
		if (intVal >= 55296 && intVal <= 56319) {
			this.highSurrogate = intVal;
			this.escapedCharsByteLength += 6;
			return;
		}
		if (intVal >= 56320 && intVal <= 57343) {
			this.bufferedString.appendCharCode(intVal);
			this.escapedCharsByteLength += 6;
			return;
		}
		const unicodeString = String.fromCharCode(intVal);
		const unicodeBuffer = this.encoder.encode(unicodeString);
		this.bufferedString.appendBuf(unicodeBuffer);
		this.escapedCharsByteLength += 6 - unicodeBuffer.byteLength;
	}
	flushPendingHighSurrogate() {
		if (this.highSurrogate !== void 0) {
			this.bufferedString.appendCharCode(this.highSurrogate);
			this.highSurrogate = void 0;
		}
	}
	startIncompleteChar(buffer, start) {
		this.bytes_in_sequence = utf8SequenceLength(buffer[start]);
		this.bytes_remaining = start + this.bytes_in_sequence - buffer.length;
		this.char_split_buffer.set(buffer.subarray(start));
		this.state = 19;
	}
	/**
	* Pushes the next chunk of the JSON stream into the tokenizer.
	*
	* Tokenizing happens synchronously, so every token in `input` is emitted
	* through {@linkcode Tokenizer.onToken} before this returns. A chunk may end
	* anywhere, including in the middle of a multi-byte character; the rest of it
	* is picked up from the next chunk.
	*
	* @param input The chunk to tokenize: a string, a `TypedArray`, or any
	* iterable of utf-8 byte values.
	* @throws {TokenizerError} If the data is not valid JSON and no
	* {@linkcode Tokenizer.onError} callback has been set.
	*/
	write(input) {
		try {
			let buffer;
			if (input instanceof Uint8Array) buffer = input;
			else if (typeof input === "string") {
				if (this.pendingStringSurrogate !== void 0) {
					input = this.pendingStringSurrogate + input;
					this.pendingStringSurrogate = void 0;
				}
				const lastCharCode = input.charCodeAt(input.length - 1);
				if (lastCharCode >= 55296 && lastCharCode <= 56319) {
					this.pendingStringSurrogate = input[input.length - 1];
					input = input.slice(0, -1);
				}
				buffer = this.encoder.encode(input);
			} else if (ArrayBuffer.isView(input)) buffer = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
			else if (input !== null && typeof input === "object" && typeof input[Symbol.iterator] === "function") buffer = Uint8Array.from(input);
			else throw new TypeError("Unexpected type. The `write` function only accepts Iterables (e.g. Arrays, Sets, Generators), TypedArrays and Strings.");
			for (let i = 0; i < buffer.length; i += 1) {
				const n = buffer[i];
				switch (this.state) {
					case 29:
						if (n === 239) {
							this.bom = [
								239,
								187,
								191
							];
							this.bomIndex += 1;
							this.state = 30;
							continue;
						}
						if (input instanceof Uint16Array) {
							if (n === 254) {
								this.bom = [254, 255];
								this.bomIndex += 1;
								this.state = 30;
								continue;
							}
							if (n === 255) {
								this.bom = [255, 254];
								this.bomIndex += 1;
								this.state = 30;
								continue;
							}
						}
						if (input instanceof Uint32Array) {
							if (n === 0) {
								this.bom = [
									0,
									0,
									254,
									255
								];
								this.bomIndex += 1;
								this.state = 30;
								continue;
							}
							if (n === 255) {
								this.bom = [
									255,
									254,
									0,
									0
								];
								this.bomIndex += 1;
								this.state = 30;
								continue;
							}
						}
					case 0:
						this.offset += 1;
						if (this.separatorBytes && n === this.separatorBytes[0]) {
							if (this.separatorBytes.length === 1) {
								this.state = 0;
								this.onToken({
									token: tokenType_default.SEPARATOR,
									value: this.separator,
									offset: this.offset + this.separatorBytes.length - 1
								});
								continue;
							}
							this.state = 28;
							continue;
						}
						if (n === 32 || n === 10 || n === 13 || n === 9) continue;
						if (n === 123) {
							this.onToken({
								token: tokenType_default.LEFT_BRACE,
								value: "{",
								offset: this.offset
							});
							continue;
						}
						if (n === 125) {
							this.onToken({
								token: tokenType_default.RIGHT_BRACE,
								value: "}",
								offset: this.offset
							});
							continue;
						}
						if (n === 91) {
							this.onToken({
								token: tokenType_default.LEFT_BRACKET,
								value: "[",
								offset: this.offset
							});
							continue;
						}
						if (n === 93) {
							this.onToken({
								token: tokenType_default.RIGHT_BRACKET,
								value: "]",
								offset: this.offset
							});
							continue;
						}
						if (n === 58) {
							this.onToken({
								token: tokenType_default.COLON,
								value: ":",
								offset: this.offset
							});
							continue;
						}
						if (n === 44) {
							this.onToken({
								token: tokenType_default.COMMA,
								value: ",",
								offset: this.offset
							});
							continue;
						}
						if (n === 116) {
							this.state = 3;
							continue;
						}
						if (n === 102) {
							this.state = 6;
							continue;
						}
						if (n === 110) {
							this.state = 10;
							continue;
						}
						if (n === 34) {
							this.bufferedString.reset();
							this.escapedCharsByteLength = 0;
							this.state = 13;
							continue;
						}
						if (n >= 49 && n <= 57) {
							this.bufferedNumber.reset();
							this.bufferedNumber.appendChar(n);
							this.state = 22;
							continue;
						}
						if (n === 48) {
							this.bufferedNumber.reset();
							this.bufferedNumber.appendChar(n);
							this.state = 21;
							continue;
						}
						if (n === 45) {
							this.bufferedNumber.reset();
							this.bufferedNumber.appendChar(n);
							this.state = 20;
							continue;
						}
						break;
					case 13:
						if (n === 34) {
							this.flushPendingHighSurrogate();
							const string = this.bufferedString.toString();
							this.state = 0;
							this.onToken({
								token: tokenType_default.STRING,
								value: string,
								offset: this.offset
							});
							this.offset += this.escapedCharsByteLength + this.bufferedString.byteLength + 1;
							continue;
						}
						if (n === 92) {
							this.state = 14;
							continue;
						}
						if (n >= 128) {
							this.flushPendingHighSurrogate();
							const runEnd = multiByteRunEnd(buffer, i);
							if (runEnd > i) {
								this.bufferedString.appendBuf(buffer, i, runEnd);
								i = runEnd - 1;
							}
							if (runEnd < buffer.length && buffer[runEnd] >= 128) {
								this.startIncompleteChar(buffer, runEnd);
								i = buffer.length - 1;
							}
							continue;
						}
						if (n >= 32) {
							this.flushPendingHighSurrogate();
							let j = i;
							while (j < buffer.length) {
								const b = buffer[j];
								if (b < 32 || b >= 128 || b === 34 || b === 92) break;
								j += 1;
							}
							if (j - i >= 16) this.bufferedString.appendBuf(buffer, i, j);
							else for (let k = i; k < j; k += 1) this.bufferedString.appendChar(buffer[k]);
							i = j - 1;
							continue;
						}
						break;
					case 19: {
						const available = Math.min(this.bytes_remaining, buffer.length - i);
						this.char_split_buffer.set(buffer.subarray(i, i + available), this.bytes_in_sequence - this.bytes_remaining);
						this.bytes_remaining -= available;
						if (this.bytes_remaining > 0) {
							i = buffer.length - 1;
							continue;
						}
						this.bufferedString.appendBuf(this.char_split_buffer, 0, this.bytes_in_sequence);
						i += available - 1;
						this.state = 13;
						continue;
					}
					case 14: {
						const controlChar = escapedSequences[n];
						if (controlChar) {
							this.flushPendingHighSurrogate();
							this.bufferedString.appendChar(controlChar);
							this.escapedCharsByteLength += 1;
							this.state = 13;
							continue;
						}
						if (n === 117) {
							this.unicode = "";
							this.state = 15;
							continue;
						}
						break;
					}
					case 15:
					case 16:
					case 17:
						if (n >= 48 && n <= 57 || n >= 65 && n <= 70 || n >= 97 && n <= 102) {
							this.unicode += String.fromCharCode(n);
							this.state += 1;
							continue;
						}
						break;
					case 18:
						if (n >= 48 && n <= 57 || n >= 65 && n <= 70 || n >= 97 && n <= 102) {
							const intVal = parseInt(this.unicode + String.fromCharCode(n), 16);
							this.appendUnicodeCodeUnit(intVal);
							this.state = 13;
							continue;
						}
						break;
					case 20:
						if (n === 48) {
							this.bufferedNumber.appendChar(n);
							this.state = 21;
							continue;
						}
						if (n >= 49 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							this.state = 22;
							continue;
						}
						break;
					case 21:
						if (n === 46) {
							this.bufferedNumber.appendChar(n);
							this.state = 23;
							continue;
						}
						if (n === 101 || n === 69) {
							this.bufferedNumber.appendChar(n);
							this.state = 25;
							continue;
						}
						i -= 1;
						this.state = 0;
						this.emitNumber();
						continue;
					case 22:
						if (n >= 48 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							continue;
						}
						if (n === 46) {
							this.bufferedNumber.appendChar(n);
							this.state = 23;
							continue;
						}
						if (n === 101 || n === 69) {
							this.bufferedNumber.appendChar(n);
							this.state = 25;
							continue;
						}
						i -= 1;
						this.state = 0;
						this.emitNumber();
						continue;
					case 23:
						if (n >= 48 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							this.state = 24;
							continue;
						}
						break;
					case 24:
						if (n >= 48 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							continue;
						}
						if (n === 101 || n === 69) {
							this.bufferedNumber.appendChar(n);
							this.state = 25;
							continue;
						}
						i -= 1;
						this.state = 0;
						this.emitNumber();
						continue;
					case 25: if (n === 43 || n === 45) {
						this.bufferedNumber.appendChar(n);
						this.state = 26;
						continue;
					}
					case 26:
						if (n >= 48 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							this.state = 27;
							continue;
						}
						break;
					case 27:
						if (n >= 48 && n <= 57) {
							this.bufferedNumber.appendChar(n);
							continue;
						}
						i -= 1;
						this.state = 0;
						this.emitNumber();
						continue;
					case 3:
						if (n === 114) {
							this.state = 4;
							continue;
						}
						break;
					case 4:
						if (n === 117) {
							this.state = 5;
							continue;
						}
						break;
					case 5:
						if (n === 101) {
							this.state = 0;
							this.onToken({
								token: tokenType_default.TRUE,
								value: true,
								offset: this.offset
							});
							this.offset += 3;
							continue;
						}
						break;
					case 6:
						if (n === 97) {
							this.state = 7;
							continue;
						}
						break;
					case 7:
						if (n === 108) {
							this.state = 8;
							continue;
						}
						break;
					case 8:
						if (n === 115) {
							this.state = 9;
							continue;
						}
						break;
					case 9:
						if (n === 101) {
							this.state = 0;
							this.onToken({
								token: tokenType_default.FALSE,
								value: false,
								offset: this.offset
							});
							this.offset += 4;
							continue;
						}
						break;
					case 10:
						if (n === 117) {
							this.state = 11;
							continue;
						}
						break;
					case 11:
						if (n === 108) {
							this.state = 12;
							continue;
						}
						break;
					case 12:
						if (n === 108) {
							this.state = 0;
							this.onToken({
								token: tokenType_default.NULL,
								value: null,
								offset: this.offset
							});
							this.offset += 3;
							continue;
						}
						break;
					case 28:
						this.separatorIndex += 1;
						if (!this.separatorBytes || n !== this.separatorBytes[this.separatorIndex]) break;
						if (this.separatorIndex === this.separatorBytes.length - 1) {
							this.state = 0;
							this.onToken({
								token: tokenType_default.SEPARATOR,
								value: this.separator,
								offset: this.offset + this.separatorIndex
							});
							this.separatorIndex = 0;
						}
						continue;
					case 30:
						if (n === this.bom[this.bomIndex]) {
							if (this.bomIndex === this.bom.length - 1) {
								this.state = 0;
								this.bom = void 0;
								this.bomIndex = 0;
								continue;
							}
							this.bomIndex += 1;
							continue;
						}
						break;
					case 1: if (n === 32 || n === 10 || n === 13 || n === 9) continue;
				}
				throw new TokenizerError(`Unexpected "${String.fromCharCode(n)}" at chunk position "${i}" (absolute position "${this.streamByteLength + i}") in state ${TokenizerStateToString(this.state)}`);
			}
			this.streamByteLength += buffer.length;
			if (this.emitPartialTokens) switch (this.state) {
				case 3:
				case 4:
				case 5:
					this.onToken({
						token: tokenType_default.TRUE,
						value: true,
						offset: this.offset,
						partial: true
					});
					break;
				case 6:
				case 7:
				case 8:
				case 9:
					this.onToken({
						token: tokenType_default.FALSE,
						value: false,
						offset: this.offset,
						partial: true
					});
					break;
				case 10:
				case 11:
				case 12:
					this.onToken({
						token: tokenType_default.NULL,
						value: null,
						offset: this.offset,
						partial: true
					});
					break;
				case 13: {
					const string = this.bufferedString.toString();
					this.onToken({
						token: tokenType_default.STRING,
						value: string,
						offset: this.offset,
						partial: true
					});
					break;
				}
				case 21:
				case 22:
				case 24:
				case 27: try {
					this.onToken({
						token: tokenType_default.NUMBER,
						value: this.parseNumber(this.bufferedNumber.toString()),
						offset: this.offset,
						partial: true
					});
				} catch (_a) {}
			}
		} catch (err) {
			this.error(err);
		}
	}
	emitNumber() {
		this.onToken({
			token: tokenType_default.NUMBER,
			value: this.parseNumber(this.bufferedNumber.toString()),
			offset: this.offset
		});
		this.offset += this.bufferedNumber.byteLength - 1;
	}
	/**
	* Turns the characters of a JSON number into a JavaScript value.
	*
	* Equivalent to `Number(numberStr)`. Override it to handle numbers that a
	* JavaScript number can't represent, for example by keeping them as strings.
	*
	* @param numberStr The number, as it appeared in the JSON stream.
	* @returns The parsed number.
	*/
	parseNumber(numberStr) {
		return Number(numberStr);
	}
	/**
	* Puts the tokenizer in an error state and reports `err` through
	* {@linkcode Tokenizer.onError}. The tokenizer can't be used afterwards.
	*
	* @param err What went wrong.
	*/
	error(err) {
		if (this.state !== 1) this.state = 2;
		this.onError(err);
	}
	/**
	* Signals that the stream is over, flushing any number that was still being
	* tokenized and then ending the tokenizer, which can't be used afterwards.
	*
	* @throws {TokenizerError} If the stream ended in the middle of a token and no
	* {@linkcode Tokenizer.onError} callback has been set.
	*/
	end() {
		switch (this.state) {
			case 21:
			case 22:
			case 24:
			case 27:
				this.state = 1;
				this.emitNumber();
				this.onEnd();
				break;
			case 29:
			case 0:
			case 2:
				this.state = 1;
				this.onEnd();
				break;
			default: this.error(new TokenizerError(`Tokenizer ended in the middle of a token (state: ${TokenizerStateToString(this.state)}). Either not all the data was received or the data was invalid.`));
		}
	}
	/**
	* Called with every token found in the stream. Override it to consume them;
	* by default it throws.
	*
	* @param parsedToken The token and where it was found.
	*/
	onToken(parsedToken) {
		throw new TokenizerError("Can't emit tokens before the \"onToken\" callback has been set up.");
	}
	/**
	* Called when the data can't be tokenized. Override it to handle errors
	* asynchronously; by default it throws, so the error surfaces out of the
	* {@linkcode Tokenizer.write} or {@linkcode Tokenizer.end} call that caused it.
	*
	* @param err What went wrong.
	*/
	onError(err) {
		throw err;
	}
	/** Called once the tokenizer has ended. Override it to react to that; by default it does nothing. */
	onEnd() {}
};
// node_modules/@streamparser/json/dist/mjs/tokenparser.js
/**
* A parser that assembles the tokens emitted by the tokenizer into JSON values.
*
* @example
* ```ts
* import Tokenizer from "@streamparser/json/tokenizer.js";
* import TokenParser from "@streamparser/json/tokenparser.js";
*
* const tokenizer = new Tokenizer();
* const tokenParser = new TokenParser({ paths: ["$.*"] });
* tokenizer.onToken = tokenParser.write.bind(tokenParser);
* tokenParser.onValue = ({ value }) => {
*   // process the value
* };
*
* tokenizer.write('{ "test": ["a"] }');
* ```
*
* @module
*/
var TokenParserState;
(function(TokenParserState) {
	TokenParserState[TokenParserState["VALUE"] = 0] = "VALUE";
	TokenParserState[TokenParserState["KEY"] = 1] = "KEY";
	TokenParserState[TokenParserState["COLON"] = 2] = "COLON";
	TokenParserState[TokenParserState["COMMA"] = 3] = "COMMA";
	TokenParserState[TokenParserState["ENDED"] = 4] = "ENDED";
	TokenParserState[TokenParserState["ERROR"] = 5] = "ERROR";
	TokenParserState[TokenParserState["SEPARATOR"] = 6] = "SEPARATOR";
})(TokenParserState || (TokenParserState = {}));
function TokenParserStateToString(state) {
	return [
		"VALUE",
		"KEY",
		"COLON",
		"COMMA",
		"ENDED",
		"ERROR",
		"SEPARATOR"
	][state];
}
function setProperty(obj, key, value) {
	if (key === "__proto__") {
		Object.defineProperty(obj, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return;
	}
	obj[key] = value;
}
const defaultOpts = {
	paths: void 0,
	keepStack: true,
	separator: void 0,
	emitPartialValues: false
};
/** The error thrown when the token parser is misconfigured or gets an unexpected token. */
var TokenParserError = class TokenParserError extends Error {
	/**
	* @param message What went wrong.
	*/
	constructor(message) {
		super(message);
		Object.setPrototypeOf(this, TokenParserError.prototype);
	}
};
/**
* A parser that assembles the tokens emitted by a tokenizer into JSON values.
*
* Tokens are pushed in with {@linkcode TokenParser.write} and the resulting
* values come back through the {@linkcode TokenParser.onValue} callback, which
* the user is expected to override. Values are emitted innermost first, as soon
* as each one is complete, and can be narrowed down to the ones of interest with
* the `paths` option.
*
* @example
* ```ts
* import Tokenizer from "@streamparser/json/tokenizer.js";
* import TokenParser from "@streamparser/json/tokenparser.js";
*
* const tokenizer = new Tokenizer();
* const tokenParser = new TokenParser();
* tokenizer.onToken = tokenParser.write.bind(tokenParser);
* tokenParser.onValue = ({ value, key, parent, stack }) => {
*   // process the value
* };
*
* tokenizer.write('{ "test": ["a"] }');
* // onValue is called 3 times: "a", ["a"] and { test: ["a"] }
* ```
*/
var TokenParser = class {
	/**
	* @param opts What to emit and how. See {@linkcode TokenParserOptions}.
	* @throws {TokenParserError} If any of the configured `paths` is not a valid selector.
	*/
	constructor(opts) {
		this.state = 0;
		this.mode = void 0;
		this.key = void 0;
		this.value = void 0;
		this.stack = [];
		this.memberCount = 0;
		opts = Object.assign(Object.assign({}, defaultOpts), opts);
		if (opts.paths) {
			const root = {
				children: /* @__PURE__ */ new Map(),
				terminal: false
			};
			let matchEverything = false;
			for (const path of opts.paths) {
				if (path === void 0 || path === "$*") {
					matchEverything = true;
					continue;
				}
				if (!path.startsWith("$")) throw new TokenParserError(`Invalid selector "${path}". Should start with "$".`);
				const segments = path.split(".").slice(1);
				if (segments.includes("")) throw new TokenParserError(`Invalid selector "${path}". ".." syntax not supported.`);
				let node = root;
				for (const segment of segments) {
					let child = node.children.get(segment);
					if (!child) {
						child = {
							children: /* @__PURE__ */ new Map(),
							terminal: false
						};
						node.children.set(segment, child);
					}
					node = child;
				}
				node.terminal = true;
			}
			if (!matchEverything) this.selectorTrie = root;
		}
		this.keepStack = opts.keepStack || false;
		this.separator = opts.separator;
		if (!opts.emitPartialValues) this.emitPartial = () => {};
	}
	shouldEmit() {
		if (!this.selectorTrie) return true;
		return this.matchesSelector(this.selectorTrie, 0);
	}
	matchesSelector(node, level) {
		const keyCount = this.stack.length;
		if (level === keyCount) return node.terminal;
		const key = level < keyCount - 1 ? this.stack[level + 1].key : this.key;
		const wildcard = node.children.get("*");
		if (wildcard && this.matchesSelector(wildcard, level + 1)) return true;
		if (node.children.size > (wildcard ? 1 : 0)) {
			const segment = key === null || key === void 0 ? void 0 : key.toString();
			if (segment !== void 0) {
				const child = node.children.get(segment);
				if (child && this.matchesSelector(child, level + 1)) return true;
			}
		}
		return false;
	}
	push() {
		this.stack.push({
			key: this.key,
			value: this.value,
			mode: this.mode,
			emit: this.shouldEmit(),
			memberCount: this.memberCount
		});
	}
	pop() {
		const value = this.value;
		let emit;
		({key: this.key, value: this.value, mode: this.mode, emit, memberCount: this.memberCount} = this.stack.pop());
		this.state = this.mode !== void 0 ? 3 : 0;
		this.emit(value, emit);
	}
	emit(value, emit) {
		if (!this.keepStack && this.value && this.stack.every((item) => !item.emit)) {
			if (Array.isArray(this.value)) this.value.length -= 1;
			else delete this.value[this.key];
		}
		if (emit) this.onValue({
			value,
			key: this.key,
			parent: this.value,
			stack: this.stack
		});
		if (this.stack.length === 0) {
			if (this.separator) this.state = 6;
			else if (this.separator === void 0) this.end();
		}
	}
	emitPartial(value) {
		if (!this.shouldEmit()) return;
		if (this.state === 1) {
			this.onValue({
				value: void 0,
				key: value,
				parent: this.value,
				stack: this.stack,
				partial: true
			});
			return;
		}
		this.onValue({
			value,
			key: this.key,
			parent: this.value,
			stack: this.stack,
			partial: true
		});
	}
	/** Whether the token parser is ended, and thus no longer accepting tokens. */
	get isEnded() {
		return this.state === 4;
	}
	/**
	* Pushes the next token into the parser.
	*
	* Parsing happens synchronously, so every value that the token completes is
	* emitted through {@linkcode TokenParser.onValue} before this returns.
	*
	* @param parsedTokenInfo The token to process, as emitted by a tokenizer.
	* @throws {TokenParserError} If the token can't appear at this point of the
	* JSON document and no {@linkcode TokenParser.onError} callback has been set.
	*/
	write({ token, value, partial }) {
		try {
			if (partial) {
				if (this.state !== 0 && this.state !== 1) throw new TokenParserError(`Unexpected partial ${tokenType_default[token]} (${JSON.stringify(value)}) in state ${TokenParserStateToString(this.state)}`);
				this.emitPartial(value);
				return;
			}
			if (this.state === 0) {
				if (token === tokenType_default.STRING || token === tokenType_default.NUMBER || token === tokenType_default.TRUE || token === tokenType_default.FALSE || token === tokenType_default.NULL) {
					if (this.mode === 0) {
						setProperty(this.value, this.key, value);
						this.state = 3;
						this.memberCount++;
					} else if (this.mode === 1) {
						this.value.push(value);
						this.state = 3;
						this.memberCount++;
					}
					this.emit(value, this.shouldEmit());
					return;
				}
				if (token === tokenType_default.LEFT_BRACE) {
					this.memberCount++;
					this.push();
					if (this.mode === 0) {
						const val = {};
						setProperty(this.value, this.key, val);
						this.value = val;
					} else if (this.mode === 1) {
						const val = {};
						this.value.push(val);
						this.value = val;
					} else this.value = {};
					this.mode = 0;
					this.state = 1;
					this.key = void 0;
					this.memberCount = 0;
					this.emitPartial();
					return;
				}
				if (token === tokenType_default.LEFT_BRACKET) {
					this.memberCount++;
					this.push();
					if (this.mode === 0) {
						const val = [];
						setProperty(this.value, this.key, val);
						this.value = val;
					} else if (this.mode === 1) {
						const val = [];
						this.value.push(val);
						this.value = val;
					} else this.value = [];
					this.mode = 1;
					this.state = 0;
					this.key = 0;
					this.memberCount = 0;
					this.emitPartial();
					return;
				}
				if (this.mode === 1 && token === tokenType_default.RIGHT_BRACKET && this.memberCount === 0) {
					this.pop();
					return;
				}
			}
			if (this.state === 1) {
				if (token === tokenType_default.STRING) {
					this.key = value;
					this.state = 2;
					this.emitPartial();
					return;
				}
				if (token === tokenType_default.RIGHT_BRACE && this.memberCount === 0) {
					this.pop();
					return;
				}
			}
			if (this.state === 2) {
				if (token === tokenType_default.COLON) {
					this.state = 0;
					return;
				}
			}
			if (this.state === 3) {
				if (token === tokenType_default.COMMA) {
					if (this.mode === 1) {
						this.state = 0;
						this.key += 1;
						return;
					}
					/* istanbul ignore else */
					if (this.mode === 0) {
						this.state = 1;
						return;
					}
				}
				if (token === tokenType_default.RIGHT_BRACE && this.mode === 0 || token === tokenType_default.RIGHT_BRACKET && this.mode === 1) {
					this.pop();
					return;
				}
			}
			if (this.state === 6) {
				if (token === tokenType_default.SEPARATOR && value === this.separator) {
					this.state = 0;
					return;
				}
			}
			if (token === tokenType_default.SEPARATOR && this.state !== 6 && Array.from(value).map((n) => n.charCodeAt(0)).every((n) => n === 32 || n === 10 || n === 13 || n === 9)) return;
			throw new TokenParserError(`Unexpected ${tokenType_default[token]} (${JSON.stringify(value)}) in state ${TokenParserStateToString(this.state)}`);
		} catch (err) {
			this.error(err);
		}
	}
	/**
	* Puts the token parser in an error state and reports `err` through
	* {@linkcode TokenParser.onError}. The parser can't be used afterwards.
	*
	* @param err What went wrong.
	*/
	error(err) {
		if (this.state !== 4) this.state = 5;
		this.onError(err);
	}
	/**
	* Signals that there are no more tokens, ending the token parser, which can't
	* be used afterwards.
	*
	* @throws {Error} If the JSON document was left half-parsed and no
	* {@linkcode TokenParser.onError} callback has been set.
	*/
	end() {
		if (this.state !== 0 && this.state !== 6 || this.stack.length > 0) this.error(/* @__PURE__ */ new Error(`Parser ended in mid-parsing (state: ${TokenParserStateToString(this.state)}). Either not all the data was received or the data was invalid.`));
		else {
			this.state = 4;
			this.onEnd();
		}
	}
	/**
	* Called with every value that matches the configured `paths`. Override it to
	* consume them; by default it throws.
	*
	* @param parsedElementInfo The value and where it was found. Its `parent` and
	* `stack` are live references into the parser's in-progress structures, so use
	* `cloneParsedElementInfo` to snapshot them if they need to outlive the call.
	*/
	onValue(parsedElementInfo) {
		throw new TokenParserError("Can't emit data before the \"onValue\" callback has been set up.");
	}
	/**
	* Called when the tokens don't add up to valid JSON. Override it to handle
	* errors asynchronously; by default it throws, so the error surfaces out of the
	* {@linkcode TokenParser.write} or {@linkcode TokenParser.end} call that caused it.
	*
	* @param err What went wrong.
	*/
	onError(err) {
		throw err;
	}
	/** Called once the token parser has ended. Override it to react to that; by default it does nothing. */
	onEnd() {}
};
// src/observe/formats/list-watcher.ts
/** Deeper lists and objects are told by what is in them. */
const DEPTH_MAX$1 = 4;
/** Follows the tokens of one document. */
function createListWatcher(onContainer) {
	/** For each level the key that is being read; `*` in a list. */
	let keys = ["$"];
	let depth = 0;
	let text = "";
	function open(kind) {
		depth += 1;
		if (depth > DEPTH_MAX$1) return;
		onContainer(keys.join("."), kind);
		keys = [...keys, "*"];
	}
	return ({ token, value }) => {
		if (token === tokenType_default.LEFT_BRACE) open("object");
		else if (token === tokenType_default.LEFT_BRACKET) open("list");
		else if (token === tokenType_default.RIGHT_BRACE || token === tokenType_default.RIGHT_BRACKET) {
			if (depth <= DEPTH_MAX$1) keys = keys.slice(0, -1);
			depth -= 1;
		} else if (typeof value === "string" && token === tokenType_default.STRING) text = value;
		else if (token === tokenType_default.COLON && depth <= DEPTH_MAX$1) keys = [...keys.slice(0, -1), text.replaceAll(".", "\\.")];
	};
}
// src/observe/formats/json-documents.ts
/** A stranger's document may open lists in lists for ever. */
const DEPTH_MAX = 200;
/** Between two values that are taken out. As a list of empty lists this already takes 300 MB. */
const VALUE_CHARACTERS_MAX = 16777216;
/** Reads JSON documents of any length out of what a program printed, one after the other. */
function openJsonDocuments(shape) {
	const noise = createNoiseFilter(shape.opens);
	let open;
	let complete = 0;
	let problem;
	/** Documents end at the end of a line, and their later lines are indented or close them. */
	function writePieces(text) {
		for (let rest = text; rest !== "" && problem === void 0;) {
			open ??= openDocument(shape);
			const cut = rest.search(/\n\S/) + 1;
			const isComplete = writePiece(open, cut === 0 ? rest : rest.slice(0, cut));
			const behind = cut === 0 ? "" : rest.slice(cut);
			rest = isComplete ? noise.skip(behind) : behind;
		}
	}
	function writePiece(document, piece) {
		problem = document.write(piece);
		const isComplete = problem === void 0 && document.isComplete();
		if (isComplete || problem !== void 0) open = void 0;
		if (!isComplete) return false;
		complete += 1;
		shape.onEnd?.();
		return true;
	}
	function end() {
		writePieces(noise.end());
		if (problem !== void 0) return problem;
		if (open !== void 0) return "the JSON ends in the middle";
		return complete === 0 ? "there is no JSON in it" : void 0;
	}
	return {
		write: (text) => {
			writePieces(open === void 0 ? noise.skip(text) : text);
		},
		end
	};
}
function openDocument({ paths, onValue, onContainer }) {
	const tokenizer = new Tokenizer();
	const parser = new TokenParser({
		paths: [...paths],
		keepStack: false
	});
	const watch = onContainer === void 0 ? void 0 : createListWatcher(onContainer);
	let depth = 0;
	let sinceValue = 0;
	tokenizer.onToken = (token) => {
		depth += stepOf(token.token);
		if (depth > DEPTH_MAX) throw new RangeError(`it is nested deeper than ${DEPTH_MAX}`);
		watch?.(token);
		parser.write(token);
	};
	parser.onEnd = () => {
		tokenizer.end();
	};
	parser.onValue = ({ value, key, stack }) => {
		sinceValue = 0;
		onValue(value, [...stack.slice(1).map((it) => it.key), key].filter((it) => it !== void 0));
	};
	return {
		isComplete: () => parser.isEnded,
		write: (piece) => {
			sinceValue += piece.length;
			if (sinceValue > VALUE_CHARACTERS_MAX) return `one part of it is longer than ${VALUE_CHARACTERS_MAX} characters`;
			return tryTo(() => {
				tokenizer.write(piece);
			});
		}
	};
}
function stepOf(token) {
	if (token === tokenType_default.LEFT_BRACE || token === tokenType_default.LEFT_BRACKET) return 1;
	return token === tokenType_default.RIGHT_BRACE || token === tokenType_default.RIGHT_BRACKET ? -1 : 0;
}
function tryTo(work) {
	try {
		work();
		return;
	} catch (error) {
		return error instanceof Error ? error.message : "it cannot be read";
	}
}
// src/observe/formats/json-field.ts
/** What stands at these keys of a document, read as own members only; `undefined` where a step is missing. */
function fieldAt(document, ...keys) {
	let value = document;
	for (const key of keys) {
		if (typeof value !== "object" || value === null) return void 0;
		value = Object.getOwnPropertyDescriptor(value, key)?.value;
	}
	return value;
}
/** The same where it is text that says something. */
function textAt(document, ...keys) {
	const value = fieldAt(document, ...keys);
	return typeof value === "string" && value !== "" ? value : void 0;
}
/** The same where it is a whole number that a line, a column or an index can be. */
function numberAt(document, ...keys) {
	const value = fieldAt(document, ...keys);
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
/** The same where it is a list, else an empty one. */
function listAt(document, ...keys) {
	const value = fieldAt(document, ...keys);
	return Array.isArray(value) ? value : [];
}
// src/observe/formats/open-eslint.ts
const ERROR_SEVERITY = 2;
/** Reads what eslint's `json` formatter prints: one list of files, each with its messages. */
function openEslint(onFinding, folder) {
	return openJsonDocuments({
		opens: /^\s*\[\s*(?:[{\]]|$)/,
		paths: ["$.*"],
		onValue: (value) => {
			const file = toReportPath(textAt(value, "filePath") ?? "", folder);
			for (const message of listAt(value, "messages")) onFinding(toFinding$7(message, file));
		}
	});
}
function toFinding$7(message, file) {
	const line = numberAt(message, "line");
	const column = numberAt(message, "column");
	const rule = textAt(message, "ruleId");
	return {
		file,
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column },
		...rule === void 0 ? {} : { rule },
		level: numberAt(message, "severity") === ERROR_SEVERITY ? "error" : "warning",
		message: textAt(message, "message") ?? ""
	};
}
// src/observe/formats/open-golangci.ts
/** Reads what golangci-lint prints as JSON; its `Report.Error` says that it could not finish. */
function openGolangci(onFinding, folder) {
	let failure;
	let isReport = false;
	const documents = openJsonDocuments({
		opens: /^\s*\{/,
		paths: ["$.Issues.*", "$.Report"],
		onValue: (value, [part]) => {
			isReport = true;
			if (part === "Report") failure ??= textAt(value, "Error");
			else onFinding(toFinding$6(value, folder));
		}
	});
	return {
		...documents,
		end: () => {
			const problem = documents.end();
			if (problem !== void 0) return problem;
			if (failure !== void 0) return `golangci-lint says: ${failure}`;
			return isReport ? void 0 : "expected a report of golangci-lint, found no \"Report\" in it";
		}
	};
}
function toFinding$6(issue, folder) {
	const line = numberAt(issue, "Pos", "Line");
	const column = numberAt(issue, "Pos", "Column");
	const rule = textAt(issue, "FromLinter");
	const severity = textAt(issue, "Severity") ?? "error";
	return {
		file: toReportPath(textAt(issue, "Pos", "Filename") ?? "", folder),
		...line === void 0 || line === 0 ? {} : { line },
		...column === void 0 || column === 0 ? {} : { column },
		...rule === void 0 ? {} : { rule },
		level: toLevel$2(severity),
		message: textAt(issue, "Text") ?? ""
	};
}
function toLevel$2(severity) {
	if (severity === "warning") return "warning";
	return severity === "info" || severity === "note" ? "note" : "error";
}
// src/observe/formats/open-problem-matcher.ts
const PARTS = [
	"file",
	"line",
	"column",
	"severity",
	"code",
	"message"
];
/**
* Reads lines as GitHub's runner does by a problem matcher: one pattern a line, one after the other;
* a last one that loops gives a finding for each line that it matches.
*/
function openProblemMatcher(patterns, onFinding, folder) {
	const compiled = compileAll(patterns);
	if (typeof compiled === "string") return {
		write: () => void 0,
		end: () => compiled
	};
	const lines = openLines(createMatcher(compiled, (parts) => {
		onFinding(toFinding$5(parts, folder));
	}));
	return {
		write: lines.write,
		end: () => {
			lines.end();
		}
	};
}
function compileAll(patterns) {
	try {
		return patterns.map((pattern) => ({
			pattern,
			regexp: RE2JS.compile(pattern.regexp)
		}));
	} catch (error) {
		if (error instanceof RE2JSException) return `the problem matcher: ${error.message}`;
		throw error;
	}
}
function createMatcher(patterns, onMatch) {
	let at = 0;
	let known = {};
	function start(line) {
		at = 0;
		known = {};
		step(line, true);
	}
	function step(line, isFirst) {
		const current = patterns[at];
		if (current === void 0) return;
		const found = partsOf(current, line);
		if (found === void 0) {
			if (!isFirst) start(line);
			return;
		}
		const parts = {
			...known,
			...found
		};
		if (at < patterns.length - 1) {
			known = parts;
			at += 1;
			return;
		}
		onMatch(parts);
		if (!current.pattern.loop || patterns.length === 1) {
			at = 0;
			known = {};
		}
	}
	return (line) => {
		step(line, at === 0);
	};
}
function partsOf({ pattern, regexp }, line) {
	const matcher = regexp.matcher(line);
	if (!matcher.find()) return void 0;
	const found = PARTS.flatMap((part) => {
		const group = pattern[part];
		const text = group === void 0 || group > matcher.groupCount() ? void 0 : matcher.group(group);
		return typeof text === "string" && text !== "" ? [[part, text]] : [];
	});
	return Object.fromEntries(found);
}
function toFinding$5(parts, folder) {
	return {
		file: toReportPath(parts.file?.trim() ?? "", folder),
		...placeAttribute("line", parts.line),
		...placeAttribute("column", parts.column),
		...parts.code === void 0 ? {} : { rule: parts.code },
		level: toLevel$1(parts.severity),
		message: parts.message ?? ""
	};
}
/** A matcher without a word for it means an error, as on the runner. */
function toLevel$1(severity = "error") {
	if (/^warn/i.test(severity)) return "warning";
	return /^(?:notice|note|info)/i.test(severity) ? "note" : "error";
}
// src/observe/formats/sarif-run.ts
/** A chain of base names that never ends is a mistake or an attack. */
const BASES_MAX = 10;
const OWN_NAMES_MAX = 20;
const ARGUMENTS_MAX = 20;
/** What semgrep writes where it keeps the fingerprint to itself. */
const WITHHELD = "requires login";
/** Kinds of result that complain of nothing. */
const NO_COMPLAINT = /* @__PURE__ */ new Set([
	"pass",
	"notApplicable",
	"informational"
]);
/** A tool's own comparison with an earlier run. */
const GONE = "absent";
const KNOWN = "unchanged";
/** Whether somebody has to do something about a result that is not excused. */
function isComplaint(result) {
	return !NO_COMPLAINT.has(fieldAt(result, "kind")) && fieldAt(result, "baselineState") !== GONE;
}
/** Whether a result is there, and somebody has said that it may be, or it was there before. */
function isExcused(result) {
	return listAt(result, "suppressions").length > 0 && listAt(result, "suppressions").every((it) => (textAt(it, "status") ?? "accepted") === "accepted") || fieldAt(result, "baselineState") === KNOWN;
}
/** Whether the result points at something that this run has not said yet. */
function isAhead(result, run) {
	const place = artifactOf(result);
	const baseId = textAt(place, "uriBaseId");
	const index = numberAt(place, "index");
	return run.tool === void 0 || baseId !== void 0 && fieldAt(run.bases, baseId) === void 0 || textAt(place, "uri") === void 0 && index !== void 0 && !run.artifacts.has(index);
}
/** A result as a finding, with whatever the run has said so far. */
function toSarifFinding(result, run, folder) {
	const rule = ruleOf(result, run.tool);
	const id = textAt(result, "ruleId") ?? textAt(result, "rule", "id") ?? textAt(rule, "id");
	const region = fieldAt(result, "locations", 0, "physicalLocation", "region");
	const line = numberAt(region, "startLine");
	const column = numberAt(region, "startColumn");
	return {
		file: toReportPathOfUri(uriOf(artifactOf(result), run), folder),
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column },
		...id === void 0 ? {} : { rule: id },
		level: toLevel(textAt(result, "level") ?? textAt(rule, "defaultConfiguration", "level") ?? "warning"),
		message: messageOf(result, rule) ?? id ?? ""
	};
}
/** What the tool itself knows the result by. */
function ownFingerprint(result) {
	const own = fieldAt(result, "fingerprints") ?? fieldAt(result, "partialFingerprints");
	if (typeof own !== "object" || own === null) return void 0;
	const entries = Object.entries(own).filter(([, value]) => typeof value === "string" && value !== "" && value !== WITHHELD).toSorted(([left], [right]) => left < right ? -1 : 1).slice(0, OWN_NAMES_MAX);
	return entries.length === 0 ? void 0 : JSON.stringify(entries);
}
function artifactOf(result) {
	return fieldAt(result, "locations", 0, "physicalLocation", "artifactLocation");
}
function uriOf(place, { artifacts, bases }) {
	const index = numberAt(place, "index");
	const listed = index === void 0 ? void 0 : fieldAt(artifacts.get(index), "location");
	const known = textAt(place, "uri") === void 0 ? listed : place;
	let uri = textAt(known, "uri") ?? "";
	let baseId = textAt(known, "uriBaseId");
	for (let step = 0; baseId !== void 0 && !isAbsolute(uri) && step < BASES_MAX; step += 1) {
		const base = fieldAt(bases, baseId);
		const above = textAt(base, "uri") ?? "";
		uri = above === "" || above.endsWith("/") ? `${above}${uri}` : `${above}/${uri}`;
		baseId = textAt(base, "uriBaseId");
	}
	return uri;
}
function isAbsolute(uri) {
	return uri.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri);
}
/** By its index where it has one, else by its name or the part of it before the last slash. */
function ruleOf(result, tool) {
	const extension = numberAt(result, "rule", "toolComponent", "index");
	const rules = listAt(tool, ...extension === void 0 ? ["driver"] : ["extensions", extension], "rules");
	const index = numberAt(result, "ruleIndex") ?? numberAt(result, "rule", "index");
	if (index !== void 0 && index < rules.length) return rules[index];
	const id = textAt(result, "ruleId") ?? textAt(result, "rule", "id");
	if (id === void 0) return void 0;
	const parent = id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : id;
	return rules.find((rule) => textAt(rule, "id") === id) ?? rules.find((rule) => textAt(rule, "id") === parent);
}
function messageOf(result, rule) {
	const id = textAt(result, "message", "id");
	const template = textAt(result, "message", "text") ?? textAt(result, "message", "markdown") ?? (id === void 0 ? void 0 : textAt(rule, "messageStrings", id, "text")) ?? textAt(rule, "shortDescription", "text");
	return listAt(result, "message", "arguments").slice(0, ARGUMENTS_MAX).reduce((text, value, index) => typeof value === "string" ? text?.replaceAll(`{${index}}`, () => value) : text, template);
}
function toLevel(level) {
	if (level === "error") return "error";
	return level === "note" || level === "none" ? "note" : "warning";
}
// src/observe/formats/open-sarif.ts
/** Results that point at a later part of their run wait for it; no more than these. */
const WAITING_MAX = 1e3;
const ARTIFACTS_MAX = 5e4;
/** Reads SARIF: what is not suppressed, not known before and complains of something is a finding. */
function openSarif(onFinding, folder) {
	let run;
	let runs = 0;
	let excused = 0;
	let failure;
	const lists = createListCheck();
	function next(index) {
		run?.end();
		runs += 1;
		return openRun(index, (result, known) => {
			if (isExcused(result)) excused += 1;
			else onFinding(toSarifFinding(result, known, folder), ownFingerprint(result));
		});
	}
	function endRun() {
		run?.end();
		run = void 0;
	}
	const documents = openJsonDocuments({
		opens: /^\s*\{/,
		paths: [
			"$.runs.*.tool",
			"$.runs.*.results.*",
			"$.runs.*.artifacts.*",
			"$.runs.*.originalUriBaseIds",
			"$.runs.*.invocations.*"
		],
		onContainer: lists.see,
		onEnd: endRun,
		onValue: (value, [, index, part, at]) => {
			if (run === void 0 || run.index !== index) run = next(index);
			if (part === "invocations") failure ??= failureOf(value);
			else run.take({
				value,
				part,
				at
			});
		}
	});
	return {
		...documents,
		end: () => {
			const problem = documents.end();
			endRun();
			if (problem !== void 0 || failure !== void 0) return problem ?? failure;
			if (runs === 0) return "expected SARIF, found no run of a tool at \"runs\"";
			return lists.isComplete() ? void 0 : "expected a list at \"results\" of every run, found a run without one: it looked at nothing";
		},
		excused: () => excused
	};
}
/** A tool that found nothing says so by an empty list; without a list it has not looked. */
function createListCheck() {
	let runsWithout = 0;
	let hasList = true;
	return {
		see: (path, kind) => {
			if (path === "$.runs.*") {
				if (!hasList) runsWithout += 1;
				hasList = false;
			} else if (path === "$.runs.*.results") hasList ||= kind === "list";
		},
		isComplete: () => hasList && runsWithout === 0
	};
}
/** A tool that broke off has not looked at everything. */
function failureOf(invocation) {
	const notifications = [...listAt(invocation, "toolExecutionNotifications"), ...listAt(invocation, "toolConfigurationNotifications")];
	const error = notifications.find((it) => textAt(it, "level") === "error");
	const hasFailed = fieldAt(invocation, "executionSuccessful") === false;
	if (error === void 0 && !hasFailed) return void 0;
	const words = textAt(error ?? notifications[0], "message", "text") ?? textAt(invocation, "exitCodeDescription");
	return `the tool says that it ${hasFailed ? "did not succeed" : "met an error"}${words === void 0 ? "" : `: ${words}`}`;
}
/** The parts of a run stand in any order, so a result may have to wait for what it points at. */
function openRun(index, onResult) {
	const artifacts = /* @__PURE__ */ new Map();
	let known = { artifacts };
	let waiting = [];
	let mayWait = true;
	function flush() {
		const held = waiting;
		waiting = [];
		for (const result of held) onResult(result, known);
	}
	function takeResult(result) {
		if (!isComplaint(result)) return;
		if (mayWait && (waiting.length > 0 || isAhead(result, known))) {
			waiting.push(result);
			mayWait = waiting.length < WAITING_MAX;
			if (!mayWait) flush();
		} else onResult(result, known);
	}
	return {
		index,
		take: ({ value, part, at }) => {
			if (part === "results") takeResult(value);
			else if (part === "tool") known = {
				...known,
				tool: value
			};
			else if (part === "originalUriBaseIds") known = {
				...known,
				bases: value
			};
			else if (typeof at === "number" && at < ARTIFACTS_MAX) artifacts.set(at, toArtifact(value));
		},
		end: flush
	};
}
/** Its contents and hashes are not needed, and may be most of the report. */
function toArtifact(artifact) {
	return { location: fieldAt(artifact, "location") };
}
// src/observe/formats/open-findings.ts
/** Reads what an analyzer reports; paths inside `folder` are given from there. */
function openFindings(format, onFinding, place) {
	const { folder } = place;
	const onRaw = withFingerprints(onFinding, place);
	switch (format.kind) {
		case "sarif": return openSarif(onRaw, folder);
		case "eslint": return openEslint(onRaw, folder);
		case "golangci": return openGolangci(onRaw, folder);
		case "checkstyle": return openCheckstyle(onRaw, folder);
		case "problem_matcher": return openProblemMatcher(format.patterns, onRaw, folder);
		case "tsc":
		case "mypy":
		case "dialyzer": return openLineFormat(LINE_FORMATS[format.kind], onRaw, folder);
	}
}
// src/observe/formats/find-place.ts
const LOOKED_AT_CHARACTERS = 8e3;
const WORD_CHARACTERS_MAX = 500;
const PLACE$1 = /^(.+?\.[A-Za-z]\w{0,9}):(\d{1,9})(?::(\d{1,9}))?:?$/;
const PYTHON = /^[ \t]*File "([^"\n]{1,500})", line (\d{1,9})/gm;
const DOTNET = / in ([^\n]{1,500}):line (\d{1,9})$/gm;
/** Stack traces of these name files without their folders, and the runner's own as well. */
const BARE_NAMES = /\.(?:java|kt|scala|groovy)$/;
const FOREIGN = /^(?:node:|[a-z]+:\/\/)|(?:^|\/)(?:node_modules|site-packages|dist-packages)\//;
/**
* The first place in a stack trace or a message that lies in the folder; one in the file or the class
* that `hint` names comes before others.
*/
function findPlace(text, { folder, hint }) {
	const places = placesIn(text.slice(0, LOOKED_AT_CHARACTERS)).map((place) => ({
		...place,
		file: toReportPath(place.file, folder)
	})).filter(({ file }) => !file.startsWith("/") && !FOREIGN.test(file));
	return places.find(({ file }) => isHinted(file, hint)) ?? places.find(({ file }) => !BARE_NAMES.test(file) || file.includes("/"));
}
function isHinted(file, hint) {
	if (hint === "") return false;
	const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
	return file === hint || name === hint.slice(hint.lastIndexOf(".") + 1);
}
function placesIn(text) {
	const quoted = [...text.matchAll(PYTHON), ...text.matchAll(DOTNET)].flatMap(([, file = "", line]) => toPlace(file, line));
	return [...text.split(/[\s()"'<>,[\]]+/).flatMap((word) => {
		if (word.length > WORD_CHARACTERS_MAX) return [];
		const [, file, line, column] = PLACE$1.exec(word) ?? [];
		return file === void 0 ? [] : toPlace(file, line, column);
	}), ...quoted];
}
function toPlace(file, line, column) {
	const place = {
		file,
		line: Number(line)
	};
	return [column === void 0 ? place : {
		...place,
		column: Number(column)
	}];
}
// src/observe/formats/junit-finding.ts
const REASON_CHARACTERS_MAX = 300;
const REASON_LINES_MAX = 6;
const PATH_CHARACTERS_MAX = 500;
/** Some runners write the path of the test's file where a class belongs. */
const PATH = /^\S+\.[cm]?[jt]sx?$|\/\S+\.\w{1,5}$/;
/** Names the case, why it failed, and where: as the report says, else by the first place of its own words. */
function toJunitFinding(failed, folder) {
	const { attributes, message, details } = failed;
	const { classname = "", name = "" } = attributes;
	const title = classname === "" || isPath(classname) ? name : `${classname}: ${name}`;
	const words = reasonOf(message === "" ? details : message);
	return {
		...placeOf$1(failed, folder),
		level: "error",
		message: words === "" ? title : `${title}: ${words}`
	};
}
function placeOf$1(failed, folder) {
	const { attributes, message, details } = failed;
	const file = toReportPath(fileOf(failed) ?? "", folder);
	const hint = file === "" ? attributes["classname"] ?? "" : file;
	const place = findPlace(`${details}\n${message}`, {
		folder,
		hint
	});
	if (place !== void 0 && (file === "" || place.file === file)) return place;
	return {
		file,
		...placeAttribute("line", attributes["line"])
	};
}
function fileOf({ attributes, suite }) {
	const { classname = "" } = attributes;
	return attributes["file"] ?? suite["file"] ?? suite["filepath"] ?? (isPath(classname) ? classname : void 0);
}
function isPath(classname) {
	return classname.length <= PATH_CHARACTERS_MAX && PATH.test(classname);
}
function reasonOf(text) {
	return text.split("\n", REASON_LINES_MAX).map((line) => line.trim()).filter((line) => line !== "").join(" ").slice(0, REASON_CHARACTERS_MAX);
}
// src/observe/formats/open-junit.ts
/** The words of a runner for a case that it left out. */
const LEFT_OUT = /^(?:notrun|skipped|suppressed|disabled|ignored|pending)$/i;
const BROKEN = /^(?:fail|failed|error|errored)$/i;
/** Counts the cases of a report and hands on those that failed; reruns within one case count once. */
function openJunit(onFailure, { folder }) {
	const counts = {
		passed: 0,
		failed: 0,
		skipped: 0
	};
	const cases = createCases(({ ending, attributes, suite, message, details }) => {
		if (ending === "passed" && isFile(attributes)) return;
		counts[ending] += 1;
		if (ending !== "failed") return;
		onFailure(() => toJunitFinding({
			attributes,
			suite,
			message,
			details
		}, folder));
	});
	const claims = createClaims(() => counts.failed);
	const xml = openXml({
		...cases,
		onOpen: (name, attributes) => {
			if (isSuite(name)) claims.open(attributes);
			return cases.onOpen(name, attributes);
		},
		onClose: (name, text) => {
			cases.onClose(name, text);
			if (isSuite(name)) claims.close();
		}
	});
	return {
		...xml,
		end: () => {
			const problem = xml.end();
			if (problem !== void 0) return problem;
			return cases.isReport() ? claims.problem() : "expected JUnit, found other XML";
		},
		hasBegun: () => cases.isReport(),
		counts: () => ({
			...counts,
			total: counts.passed + counts.failed + counts.skipped
		})
	};
}
/** Node reports a file without a single test as one that passed, under the file's name. */
function isFile({ name = "", file = "" }) {
	return name !== "" && (file === name || file.endsWith(`/${name}`));
}
function isSuite(name) {
	return name === "testsuites" || name === "testsuite";
}
function createClaims(failedSoFar) {
	const suites = [];
	let problem;
	return {
		open: ({ failures, errors }) => {
			suites.push({
				claimed: toCount$1(failures) + toCount$1(errors),
				failedBefore: failedSoFar()
			});
		},
		close: () => {
			const suite = suites.pop();
			if (suite === void 0 || suite.claimed === 0) return;
			if (failedSoFar() > suite.failedBefore) return;
			problem ??= `a suite claims ${suite.claimed} failures or errors, and no case of it shows one`;
		},
		problem: () => problem
	};
}
function toCount$1(digits = "") {
	return /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
}
function createCases(onCase) {
	const suites = [];
	let open;
	let isReport = false;
	function close(ended) {
		open = void 0;
		onCase(ended);
	}
	return {
		isReport: () => isReport,
		opens: /^\s*<(?:\?xml|!|testsuites?\b)/,
		onName: (name) => {
			isReport ||= isSuite(name);
		},
		onOpen: (name, attributes) => {
			if (name === "testsuite") suites.push(attributes);
			else if (name === "testcase") open = openCase(attributes, suites.at(-1));
			else if (isFailure(name)) {
				open ??= openCase(void 0, suites.at(-1));
				return noteFailure(open, attributes);
			} else if (isSkip(name) && open?.ending === "passed") open.ending = "skipped";
			return false;
		},
		onClose: (name, text) => {
			if (name === "testsuite") suites.pop();
			if (open === void 0) return;
			if (name === "testcase") close(open);
			else if (isFailure(name)) {
				if (open.details === "") open.details = text;
				if (open.isSuite) close(open);
			}
		}
	};
}
function isFailure(name) {
	return name === "failure" || name === "error";
}
function isSkip(name) {
	return name === "skipped" || name === "disabled";
}
function openCase(own, suite = {}) {
	const { status = "", result = "" } = own ?? {};
	const isLeftOut = LEFT_OUT.test(status) || LEFT_OUT.test(result);
	const ending = BROKEN.test(status) ? "failed" : "passed";
	return {
		attributes: own ?? suite,
		suite,
		isSuite: own === void 0,
		ending: isLeftOut ? "skipped" : ending,
		message: "",
		details: ""
	};
}
/** Whether its text is wanted: what the first failure says is enough. */
function noteFailure(open, { message = "", type = "" }) {
	const isFirst = open.message === "" && open.details === "";
	open.ending = "failed";
	if (isFirst) open.message = message === "" ? type : message;
	return isFirst;
}
// src/observe/watch-reports.ts
/** A test run of many packages writes one report for each. */
const REPORTS_MAX = 2e4;
/**
* Call it before a program runs, and what it gives afterwards: only what is written in between counts.
* A report that is named by its path is taken away first, so that the same bytes written again count.
* What a glob matches may be anything, so it stays, and counts when it was not there or has changed.
*/
async function watchReports(glob, { files }) {
	const before = await files.find(glob, REPORTS_MAX);
	await files.remove(glob);
	const stamps = /* @__PURE__ */ new Map();
	for (const path of before.paths) stamps.set(path, await files.stamp(path));
	return async () => {
		const after = await files.find(glob, REPORTS_MAX);
		const fresh = /* @__PURE__ */ new Set();
		for (const path of after.paths) if (!stamps.has(path) || stamps.get(path) !== await files.stamp(path)) fresh.add(path);
		const stale = before.paths.filter((path) => !fresh.has(path));
		return {
			fresh: [...fresh],
			stale,
			isCut: before.isCut || after.isCut
		};
	};
}
// src/observe/report-reading.ts
/** All reports of one run together. */
const REPORT_CHARACTERS_MAX = 1073741824;
const REPORT_BYTES_MAX$1 = 536870912;
/** From standard output, all of it. */
function readOutput(reader) {
	const decoder = new TextDecoder();
	return {
		onStdout: (chunk) => {
			reader.write(decoder.decode(chunk, { stream: true }));
		},
		finish: async () => {
			reader.write(decoder.decode());
			return await Promise.resolve(reader.end());
		}
	};
}
/** From the files that the program writes; what was there before it says nothing of this run. */
async function readFiles(glob, openReader, context) {
	const left = await watchReports(glob, context);
	return {
		onStdout: () => void 0,
		finish: async () => {
			const { fresh, stale, isCut } = await left();
			if (isCut) return `more reports may match ${glob} than were found: name them more closely`;
			if (fresh.length === 0) return describeMissing(glob, stale);
			return await readEach(fresh, openReader, context);
		}
	};
}
function describeMissing(glob, [stale]) {
	return stale === void 0 ? `it wrote no report ${glob}` : `it did not write ${stale} again: what stands there is older than this run`;
}
async function readEach(paths, openReader, { files }) {
	let characters = 0;
	for (const path of paths) {
		const reader = openReader();
		const text = await files.stream(path, REPORT_BYTES_MAX$1, (piece) => {
			characters += piece.length;
			if (characters <= REPORT_CHARACTERS_MAX) reader.write(piece);
		});
		if (text.kind === "refused") return text.reason;
		if (text.kind === "absent") return `${path} is gone again`;
		if (characters > REPORT_CHARACTERS_MAX) return "its reports are larger than a gigabyte";
		const problem = reader.end();
		if (problem !== void 0) return `${path}: ${problem}`;
	}
}
// src/observe/script-evidence.ts
const FINDINGS_MAX$5 = 50;
/** A larger or deeper document is shown as it was printed: its indentation alone could fill the memory. */
const PRETTY_CHARACTERS_MAX = 65536;
const PRETTY_DEPTH_MAX = 50;
/** Call it before the script runs. */
async function openScriptEvidence({ evidenceFormat = "raw", report }, context) {
	if (evidenceFormat === "raw") return NOTHING;
	if (evidenceFormat === "json") return PRETTY_JSON;
	const format = evidenceFormat;
	const findings = [];
	let total = 0;
	function openReader() {
		return READERS$1[format]((toFinding) => {
			total += 1;
			if (findings.length < FINDINGS_MAX$5) findings.push(toFinding());
		}, context);
	}
	const reading = report === void 0 ? readOutput(openReader()) : await readFiles(report, openReader, context);
	return {
		onStdout: reading.onStdout,
		addTo: async (draft) => {
			const problem = await reading.finish();
			const note = describe({
				format,
				total,
				problem
			});
			const message = `${draft.message}${note}`;
			return findings.length === 0 ? {
				...draft,
				message
			} : {
				...draft,
				message,
				findings
			};
		}
	};
}
const READERS$1 = {
	sarif: (onFinding, place) => openFindings({ kind: "sarif" }, ({ fingerprint: _fingerprint, ...finding }) => onFinding(() => finding), place),
	junit: openJunit
};
const NOTHING = {
	onStdout: () => void 0,
	addTo: async (draft) => await Promise.resolve(draft)
};
const PRETTY_JSON = {
	onStdout: () => void 0,
	addTo: async (draft, { stdout }) => {
		const json = stdout.length > PRETTY_CHARACTERS_MAX ? void 0 : parseJsonOutput(stdout);
		if (json === void 0 || !isWithin(json.document, PRETTY_DEPTH_MAX)) return await Promise.resolve(draft);
		return {
			...draft,
			output: JSON.stringify(json.document, void 0, 2)
		};
	}
};
function isWithin(document, depthMax) {
	if (typeof document !== "object" || document === null) return true;
	return depthMax > 0 && Object.values(document).every((it) => isWithin(it, depthMax - 1));
}
function describe(report) {
	const { format, total, problem } = report;
	const kind = format === "sarif" ? "SARIF" : "JUnit";
	const count = `; ${total} findings in its ${kind} report${total > FINDINGS_MAX$5 ? `, ${FINDINGS_MAX$5} of them shown` : ""}`;
	if (problem === void 0) return count;
	return `${total === 0 ? "" : count}; its ${kind} report could not be read to the end: ${problem}`;
}
// src/observe/custom-script.ts
/** Enough for both ends of an output that is only shown. */
const SHOWN_OUTPUT_BYTES_MAX$1 = 262144;
/** A verdict that reads the output needs all of it. */
const READ_OUTPUT_BYTES_MAX$1 = 16777216;
/** Any program; `error_codes` come before its verdict. */
const customScript = {
	triggers: ["tree"],
	permanent: ["not-started", "bad-check"],
	observe: async ({ check, timeoutMs }, context) => await observeCustomScript(check, timeoutMs, context)
};
async function observeCustomScript(check, timeoutMs, context) {
	const outputBytesMax = readsOutput(check.verdict) ? READ_OUTPUT_BYTES_MAX$1 : SHOWN_OUTPUT_BYTES_MAX$1;
	const evidence = await openScriptEvidence(check, context);
	const { onStdout } = evidence;
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax,
		mergeStderr: check.mergeStderr,
		onStdout
	}, context);
	if (run.kind === "not-ended") return run.draft;
	const { output, secrets } = run.program;
	const deadlineMs = context.clock.now() + timeoutMs;
	const draft = judge$9(check, run.program, () => context.clock.now() > deadlineMs);
	return await evidence.addTo({
		output,
		secrets,
		...draft
	}, run.program);
}
function readsOutput(verdict) {
	return verdict.kind === "json" || verdict.kind === "match_count";
}
function judge$9(check, program, isLate) {
	const { verdict } = check;
	const ending = describeEnding(check.command, program);
	if (check.errorCodes.includes(program.code)) return {
		status: "error",
		error: "tool-failed",
		message: `${ending}, which its error_codes name as "could not be evaluated"`,
		seen: `exit code ${program.code}`
	};
	switch (verdict.kind) {
		case "exit_zero": return judgeCode(ending, program.code, {
			passCodes: [0],
			failCodes: []
		});
		case "exit_code": return judgeCode(ending, program.code, verdict);
		case "json": return judgeUnread$1(check.command, program) ?? judgeJson(program.stdout, verdict);
		case "match_count": return judgeUnread$1(check.command, program) ?? judgeMissing(check.command, program) ?? judgeMatchCount(program.stdout, verdict, isLate);
	}
}
function judgeCode(ending, code, { passCodes, failCodes }) {
	if (passCodes.includes(code)) return {
		status: "pass",
		message: ending
	};
	const wanted = passCodes.join(" or ");
	return {
		status: "fail",
		message: `${ending}, expected ${wanted}${failCodes.length > 0 && !failCodes.includes(code) ? `; neither pass_codes nor fail_codes name ${code}` : ""}`,
		seen: `exit code ${code}`,
		wanted: `exit code ${wanted}`
	};
}
/** Half an output would be counted as if it were the whole. */
function judgeUnread$1(command, program) {
	if (program.signal !== void 0) return {
		status: "error",
		error: "cut-output",
		message: `${describeEnding(command, program)} before its output was complete`
	};
	if (program.omittedBytes === 0) return void 0;
	return {
		status: "error",
		error: "cut-output",
		message: `the output is larger than ${READ_OUTPUT_BYTES_MAX$1} bytes: print less of it`
	};
}
/** A shell that finds no program prints nothing to count, and zero would look like a clean bill. */
function judgeMissing(command, program) {
	if (program.code !== 126 && program.code !== 127) return void 0;
	return {
		status: "error",
		error: "tool-failed",
		message: `${describeEnding(command, program)}: the program it names was not found or not executable`
	};
}
// src/observe/govulncheck-reader.ts
const FINDINGS_MAX$4 = 50;
/** The database has some thousands; a stranger's stream may name any number. */
const IDS_MAX = 1e4;
/** The reader of one stream of messages. */
function openGovulncheck() {
	const ids = /* @__PURE__ */ new Set();
	const findings = [];
	let messages = 0;
	const documents = openJsonDocuments({
		opens: /^\{/,
		paths: [
			"$.config",
			"$.progress",
			"$.SBOM",
			"$.osv",
			"$.finding"
		],
		onValue: (value, keys) => {
			messages += 1;
			if (keys[0] !== "finding" || !isReachable(value)) return;
			const id = textAt(value, "osv") ?? "a vulnerability without a name";
			if (ids.has(id) || ids.size >= IDS_MAX) return;
			ids.add(id);
			if (findings.length < FINDINGS_MAX$4) findings.push(toFinding$4(id, value));
		}
	});
	return {
		write: (text) => {
			documents.write(text);
		},
		end: () => documents.end() ?? (messages === 0 ? "no message of govulncheck is in it" : void 0),
		count: () => ids.size,
		findings: () => findings
	};
}
/** Only a finding at the level of symbols says that the code calls what is vulnerable. */
function isReachable(finding) {
	return textAt(finding, "trace", 0, "function") !== void 0;
}
function toFinding$4(id, finding) {
	const place = listAt(finding, "trace").findLast((it) => fieldAt(it, "position", "filename") !== void 0);
	const line = numberAt(place, "position", "line");
	const symbol = [textAt(finding, "trace", 0, "package"), textAt(finding, "trace", 0, "function")];
	const fixed = textAt(finding, "fixed_version");
	const remedy = fixed === void 0 ? "no fix is known" : `fixed in ${fixed}`;
	return {
		file: textAt(place, "position", "filename") ?? "",
		...line === void 0 ? {} : { line },
		rule: id,
		level: "error",
		message: `${id} is reachable: ${symbol.filter(Boolean).join(".")} is called; ${remedy}`
	};
}
// src/observe/read-vulnerabilities.ts
const FINDINGS_MAX$3 = 50;
/** The vulnerabilities that a scanner's document names, for the evidence; the count is taken elsewhere. */
function readVulnerabilities(tool, document) {
	switch (tool) {
		case "trivy": return readTrivy(document).slice(0, FINDINGS_MAX$3);
		case "grype": return readGrype(document).slice(0, FINDINGS_MAX$3);
		case "npm_audit": return readNpmAudit(document).slice(0, FINDINGS_MAX$3);
	}
}
function readTrivy(document) {
	return listAt(document, "Results").flatMap((result) => listAt(result, "Vulnerabilities").map((it) => toFinding$3({
		file: textAt(result, "Target"),
		id: textAt(it, "VulnerabilityID"),
		dependency: [textAt(it, "PkgName"), textAt(it, "InstalledVersion")],
		severity: textAt(it, "Severity"),
		fix: textAt(it, "FixedVersion"),
		title: textAt(it, "Title")
	})));
}
function readGrype(document) {
	return listAt(document, "matches").map((it) => toFinding$3({
		file: textAt(it, "artifact", "locations", 0, "path"),
		id: textAt(it, "vulnerability", "id"),
		dependency: [textAt(it, "artifact", "name"), textAt(it, "artifact", "version")],
		severity: textAt(it, "vulnerability", "severity"),
		fix: textAt(it, "vulnerability", "fix", "versions", 0),
		title: textAt(it, "vulnerability", "description")
	}));
}
function readNpmAudit(document) {
	const vulnerabilities = fieldAt(document, "vulnerabilities");
	if (typeof vulnerabilities !== "object" || vulnerabilities === null) return [];
	return Object.entries(vulnerabilities).flatMap(([name, it]) => listAt(it, "via").filter((via) => typeof via === "object").map((via) => toFinding$3({
		file: "package-lock.json",
		id: textAt(via, "url")?.split("/").at(-1),
		dependency: [name, textAt(via, "range")],
		severity: textAt(via, "severity"),
		fix: fieldAt(it, "fixAvailable") === false ? void 0 : "npm audit fix",
		title: textAt(via, "title")
	})));
}
function toFinding$3({ file, id, dependency, severity, fix, title }) {
	const where = dependency.filter((it) => it !== void 0).join(" ");
	const remedy = fix === void 0 ? "no fix is known" : `fixed by ${fix}`;
	const said = [severity?.toLowerCase(), title].filter((it) => it !== void 0).join(", ");
	const name = id ?? "a vulnerability";
	return {
		file: file ?? "",
		...id === void 0 ? {} : { rule: id },
		level: "error",
		message: `${name} in ${where}${said === "" ? "" : ` (${said})`}: ${remedy}`
	};
}
// src/observe/scan-dependencies.ts
const SHOWN_OUTPUT_BYTES_MAX = 262144;
const READ_OUTPUT_BYTES_MAX = 33554432;
/** Runs the scanner. One that did not do its work has not found nothing. */
async function scanDependencies(check, timeoutMs, context) {
	return check.tool === "govulncheck" ? await scanGoCode(check, timeoutMs, context) : await scanManifests({
		...check,
		tool: check.tool
	}, timeoutMs, context);
}
async function scanGoCode(check, timeoutMs, context) {
	const reader = openGovulncheck();
	const decoder = new TextDecoder();
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: SHOWN_OUTPUT_BYTES_MAX,
		mergeStderr: false,
		onStdout: (chunk) => {
			reader.write(decoder.decode(chunk, { stream: true }));
		}
	}, context);
	if (run.kind === "not-ended") return {
		kind: "not-measured",
		draft: run.draft
	};
	const { program } = run;
	const ending = describeEnding(check.command, program);
	if (program.signal !== void 0) return notMeasured(program, `${ending} while it was at work`);
	reader.write(decoder.decode());
	const problem = reader.end();
	if (problem !== void 0) return notMeasured(program, `${ending}, expected its JSON messages: ${problem}`);
	if (program.code !== 0 && reader.count() === 0) return notMeasured(program, `${ending} and names no vulnerability: it could not do its work`);
	const findings = reader.findings();
	return {
		kind: "measured",
		value: reader.count(),
		findings,
		note: "",
		program
	};
}
function notMeasured(program, message) {
	const { code, output, secrets } = program;
	return {
		kind: "not-measured",
		draft: {
			status: "error",
			error: code === 0 ? "unreadable-output" : "tool-failed",
			message,
			output,
			secrets
		}
	};
}
async function scanManifests(check, timeoutMs, context) {
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: READ_OUTPUT_BYTES_MAX,
		mergeStderr: false
	}, context);
	if (run.kind === "not-ended") return {
		kind: "not-measured",
		draft: run.draft
	};
	const { program } = run;
	const parsed = parseJsonOutput(program.stdout);
	if (parsed === void 0) return notMeasured(program, describeUnread(check.command, program));
	const { document, note } = parsed;
	const failure = describeFailure(check, document);
	if (failure !== void 0) return notMeasured(program, failure);
	const count = countIn(check, document);
	if (count.kind === "number") {
		const findings = readVulnerabilities(check.tool, document);
		return {
			kind: "measured",
			value: count.value,
			findings,
			note,
			program
		};
	}
	const { error, message } = count;
	const { output, secrets } = program;
	return {
		kind: "not-measured",
		draft: {
			status: "error",
			error,
			message,
			output,
			secrets
		}
	};
}
function describeUnread(command, program) {
	return program.omittedBytes > 0 ? `the report is larger than ${READ_OUTPUT_BYTES_MAX} bytes: print less of it` : `${describeEnding(command, program)} and printed no JSON, half of it, or more than one document: expected its report on standard output`;
}
/** The scanners' own way to say that there is no result. */
function describeFailure({ command, tool }, document) {
	const failure = fieldAt(document, "error");
	if (tool === "npm_audit" && typeof failure === "object" && failure !== null) return `${command} could not do its work: ${textAt(failure, "summary") ?? textAt(failure, "code") ?? "it does not say why"}`;
	if (tool === "trivy" && isTrivy(document) && listAt(document, "Results").length === 0) return `${command} found nothing to look at: expected at least one file with dependencies`;
}
function countIn({ tool, countPath }, document) {
	if (countPath === void 0) return {
		kind: "problem",
		error: "bad-check",
		message: "count_path: expected one, found none"
	};
	const found = lookUpNumber(document, countPath, "number or list");
	return tool === "trivy" && found.kind === "problem" && isCleanTrivy(document) && found.error !== "bad-check" ? {
		kind: "number",
		value: 0,
		note: ""
	} : found;
}
function isTrivy(document) {
	return typeof fieldAt(document, "SchemaVersion") === "number";
}
/** Where there is nothing to list trivy leaves the list out. */
function isCleanTrivy(document) {
	return isTrivy(document) && listAt(document, "Results").every((it) => listAt(it, "Vulnerabilities").length === 0);
}
// src/observe/cve.ts
/** A report is long and says little to the eye; what counts stands in the findings. */
const SHOWN_CHARACTERS_MAX$3 = 2e3;
const NAMES = {
	govulncheck: "the number of reachable vulnerabilities",
	trivy: "the number of vulnerabilities",
	grype: "the number of vulnerabilities",
	npm_audit: "the number of vulnerabilities"
};
/** No known vulnerability more than the baseline allows. */
const cve = {
	triggers: ["tree", "interval"],
	permanent: ["not-started", "bad-check"],
	observe: observeCve
};
async function observeCve({ id, check, timeoutMs }, context) {
	const { command, args, env, tool, countPath } = check;
	const scanned = await scanDependencies(check, timeoutMs, context);
	if (scanned.kind === "not-measured") return scanned.draft;
	const draft = await holdToBaseline({
		name: NAMES[tool],
		signal: scanned.value,
		key: id,
		measuredBy: {
			command,
			args,
			env,
			tool,
			countPath
		},
		source: check.baseline,
		direction: "lower_better",
		allowedRegression: check.allowedRegression,
		measureAgain: async (there) => await scanDependencies(check, timeoutMs, there)
	}, context);
	const { findings, note, program } = scanned;
	return {
		output: program.output,
		outputCharactersMax: SHOWN_CHARACTERS_MAX$3,
		secrets: program.secrets,
		...draft,
		message: `${draft.message}${note}`,
		...draft.status === "fail" ? { findings } : {}
	};
}
// src/observe/docs-updated.ts
/** Where programs of any language keep what others use: commands, interfaces and their descriptions. */
const SURFACE = [
	"(^|/)(api|bin|cli|cmd|commands|public|routes)/",
	"(^|/)(api|cli|main|index)\\.[^/]+$",
	"(^|/)(openapi|swagger)[^/]*\\.(json|ya?ml)$",
	"\\.(proto|graphqls?|thrift|avsc|wsdl)$",
	"^action\\.ya?ml$"
];
const DOCUMENTS = [
	"^docs?/",
	"(^|/)README(\\.[^/]+)?$",
	"^AGENTS\\.md$"
];
const MARK = "[no-docs]";
const WANTED$1 = `a changed document, or "${MARK} <reason>" in a commit message`;
/** Whoever changes what others use also changes what they read, or says in a commit why not. */
const docsUpdated = {
	triggers: ["tree"],
	permanent: ["bad-check"],
	observe: async ({ check }, context) => await observeDocsUpdated(check, context)
};
async function observeDocsUpdated(check, { diff }) {
	const isSurface = pathMatcher("surface_patterns", orElse(check.surfacePatterns, SURFACE));
	const isDocument = pathMatcher("doc_patterns", orElse(check.docPatterns, DOCUMENTS));
	if ("status" in isSurface) return isSurface;
	if ("status" in isDocument) return isDocument;
	const changed = await diff.changedPaths();
	const surface = changed.filter(isSurface);
	if (surface.length === 0) return pass(`not applicable: no surface changed since ${diff.since}`);
	const document = changed.filter(isDocument).find((it) => isUpdate(it, surface));
	if (document !== void 0) return pass(`${document.path} changed with the surface`);
	const reason = reasonIn(await diff.messages());
	return reason === void 0 ? missing(surface, diff.since) : pass(reason);
}
/** An empty list means the usual ones, as an absent one does. */
function orElse(given, usual) {
	return given.length === 0 ? usual : given;
}
function pathMatcher(key, patterns) {
	try {
		const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
		return ({ path }) => compiled.some((pattern) => pattern.test(path));
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return {
			status: "error",
			error: "bad-check",
			message: `${key}: ${error.message}; expected RE2 syntax, without look-around and back-references`
		};
	}
}
/** Throwing a document away explains nothing, unless a part of the surface went as well. */
function isUpdate({ kind }, surface) {
	return kind !== "deleted" || surface.some((it) => it.kind === "deleted");
}
function pass(message) {
	return {
		status: "pass",
		message,
		wanted: WANTED$1,
		score: 1
	};
}
function reasonIn(messages) {
	const line = messages.flatMap((it) => it.split("\n")).find((it) => it.includes(MARK));
	if (line === void 0) return void 0;
	const reason = line.slice(line.indexOf(MARK) + 9).trim();
	return `a commit message says ${MARK}: ${reason === "" ? "no reason is given" : reason}`;
}
function missing(surface, since) {
	const [first] = surface;
	return {
		status: "fail",
		message: `expected ${WANTED$1}, found neither since ${since}; ${surface.length} files of the surface changed, such as ${first?.path}`,
		seen: `${surface.length} changed files of the surface, no changed document`,
		wanted: WANTED$1,
		score: 0,
		findings: surface.map(({ path, kind }) => ({
			file: path,
			rule: "docs_updated",
			level: "error",
			message: `${kind} without a change of the documents: describe for users what changed`
		}))
	};
}
// src/observe/formats/read-cucumber.ts
const SCENARIOS_MAX = 2e4;
const MESSAGE_CHARACTERS_MAX$1 = 2e3;
/** Reads what Cucumber's `json` formatters write; steps of a background belong to the scenario behind it. */
function readCucumber(text) {
	const document = parse$1(text);
	if (document === void 0) return problem$1("expected Cucumber's JSON, found something else");
	if (!Array.isArray(document)) return problem$1("expected a list of features, found no list");
	const scenarios = document.flatMap(readFeature);
	return scenarios.length > SCENARIOS_MAX ? problem$1(`expected at most ${SCENARIOS_MAX} scenarios, found ${scenarios.length}`) : {
		kind: "read",
		scenarios
	};
}
function problem$1(reason) {
	return {
		kind: "problem",
		reason
	};
}
function parse$1(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
function readFeature(feature) {
	const uri = textAt(feature, "uri") ?? "";
	const featureName = textAt(feature, "name") ?? "";
	let before = [];
	return listAt(feature, "elements").flatMap((element) => {
		const steps = [...before, ...readSteps(element)];
		before = textAt(element, "type") === "background" ? steps : [];
		if (textAt(element, "type") === "background") return [];
		const line = numberAt(element, "line");
		const name = textAt(element, "name") ?? "";
		return [{
			uri,
			featureName,
			name,
			...line === void 0 ? {} : { line },
			steps
		}];
	});
}
function readSteps(element) {
	return [
		...listAt(element, "before").map(readStep),
		...listAt(element, "steps").flatMap((step) => [
			...listAt(step, "before").map(readStep),
			readStep(step),
			...listAt(step, "after").map(readStep)
		]),
		...listAt(element, "after").map(readStep)
	];
}
function readStep(step) {
	const line = numberAt(step, "line");
	const keyword = textAt(step, "keyword") ?? "";
	const words = textAt(step, "name") ?? textAt(step, "match", "location") ?? "hook";
	const message = textAt(step, "result", "error_message");
	return {
		name: `${keyword.trim()} ${words}`.trim(),
		status: (textAt(step, "result", "status") ?? "").toLowerCase(),
		...line === void 0 ? {} : { line },
		...message === void 0 ? {} : { message: message.slice(0, MESSAGE_CHARACTERS_MAX$1) }
	};
}
/** Whether everything of it was seen to pass. */
function hasPassed({ steps }) {
	return steps.length > 0 && steps.every(({ status }) => status === "passed");
}
// src/observe/gherkin-report.ts
const OUTPUT_BYTES_MAX$5 = 16777216;
const REPORT_BYTES_MAX = 33554432;
/** What a table may say of a scenario that passed. */
const PASSED = /* @__PURE__ */ new Set([
	"pass",
	"passed",
	"ok",
	"true",
	"green",
	"success"
]);
const ScenarioMap = record(string(), unknown());
/** Runs all scenarios. The exit code says nothing: runners fail as soon as one scenario does. */
async function readGherkinReport(check, timeoutMs, context) {
	const older = await takeAway(check, context);
	const options = {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$5,
		mergeStderr: false
	};
	const run = await runCheck(check.runner, options, context);
	if (run.kind === "not-ended") return {
		kind: "none",
		draft: run.draft
	};
	const { program } = run;
	const read = await readText(check, {
		program,
		older
	}, context);
	const report = typeof read === "string" ? parse(check, read) : read;
	return "trouble" in report ? none(check, program, report.trouble) : {
		...report,
		program
	};
}
/** Nobody could tell the same bytes written again from the old ones. */
async function takeAway({ report }, { files }) {
	if (report === void 0) return { wasThere: false };
	const wasThere = await files.stamp(report) !== void 0;
	await files.remove(report);
	const stamp = await files.stamp(report);
	return stamp === void 0 ? { wasThere } : {
		wasThere,
		stamp
	};
}
/** What was there before the run says nothing about it. */
async function readText({ report }, { program, older }, { files }) {
	if (report === void 0) return program.omittedBytes === 0 ? program.stdout : { trouble: `its output is larger than ${OUTPUT_BYTES_MAX$5} bytes` };
	const file = await files.text(report, REPORT_BYTES_MAX);
	if (file.kind === "refused") return { trouble: `${report}: ${file.reason}` };
	if (file.kind === "read" && older.stamp !== await files.stamp(report)) return file.text;
	return older.wasThere ? { trouble: `${report} was there before and was not written again` } : { trouble: `it wrote no ${report}` };
}
function parse({ verdictFormat }, text) {
	const parsed = parseJsonOutput(text);
	if (parsed === void 0) return { trouble: "its report is no JSON document, or more than one" };
	if (verdictFormat === "scenario_map") return parseMap(parsed.document);
	const read = readCucumber(parsed.note === "" ? text : JSON.stringify(parsed.document));
	return read.kind === "read" ? {
		kind: "scenarios",
		scenarios: read.scenarios
	} : { trouble: `its report: ${read.reason}` };
}
function parseMap(document) {
	const map = ScenarioMap.safeParse(document);
	if (!map.success) return { trouble: "its report is no table from scenario to verdict" };
	const entries = Object.entries(map.data).map(([name, value]) => [name, isPass(value)]);
	return {
		kind: "map",
		verdicts: new Map(entries)
	};
}
function isPass(value) {
	return value === true || typeof value === "string" && PASSED.has(value.toLowerCase());
}
function none({ runner }, program, trouble) {
	const { output, secrets } = program;
	return {
		kind: "none",
		draft: {
			status: "error",
			error: "unreadable-output",
			message: `${describeEnding(runner.command, program)}, but ${trouble}; expected a report of the scenarios`,
			output,
			secrets
		}
	};
}
// src/observe/gherkin-scenario.ts
const SHOWN_NAMES_MAX = 5;
/** Finds it by its feature, its name and, where several are called alike, its line. */
function findScenario(check, scenarios) {
	const ours = inFeature(check, scenarios);
	const name = namesOf(check).find((it) => ours.some((scenario) => scenario.name === it));
	if (name === void 0) return absent$1(check, scenarios);
	const named = ours.filter((it) => it.name === name);
	const here = named.filter((it) => it.line !== void 0 && it.line === check.line);
	if (here.length > 0) return worstOf(here);
	return isAnotherRow(check, named) ? absent$1(check, scenarios) : unanimous(named, check);
}
/** How runners report it, the most telling first: with the values of its row, or as it is written. */
function namesOf({ scenario, example = {} }) {
	const filled = scenario.replaceAll(/<([^<>]{1,200})>/g, (written, column) => Object.hasOwn(example, column) ? example[column] ?? written : written);
	return filled === scenario ? [scenario] : [filled, scenario];
}
/** A report may spell paths from another folder, or may not tell its features apart at all. */
function inFeature({ feature, featureName }, scenarios) {
	const byPath = scenarios.filter((it) => isSamePath(it.uri, feature));
	if (byPath.length > 0) return byPath;
	const byName = scenarios.filter((it) => it.featureName === featureName);
	if (byName.length > 0) return byName;
	return scenarios.filter((it) => it.uri === "" && it.featureName === "");
}
function isSamePath(uri, feature) {
	const path = uri.replaceAll("\\", "/").replace(/^[a-z]{2,20}:(?:\/\/)?/, "").replace(/:\d{1,9}$/, "").replace(/^\.\//, "");
	if (path === "") return false;
	return path === feature || path.endsWith(`/${feature}`) || feature.endsWith(`/${path}`);
}
/** The rows of one outline may all be called as it is written: fewer of them, or others, are not ours. */
function isAnotherRow({ scenario, row = 0, line }, named) {
	const lines = new Set(named.map((it) => it.line));
	if (line !== void 0 && lines.size > 1 && !lines.has(void 0)) return true;
	return named.length <= row && named[0]?.name === scenario;
}
function worstOf(scenarios) {
	const [first] = scenarios;
	const scenario = scenarios.find((it) => !hasPassed(it)) ?? first;
	return scenario === void 0 ? {
		kind: "absent",
		message: "no scenario"
	} : {
		kind: "found",
		scenario
	};
}
/** Whichever of them is meant, what all of them say is true of it. */
function unanimous(named, check) {
	const passed = named.filter(hasPassed).length;
	if (passed === 0 || passed === named.length) return worstOf(named);
	return {
		kind: "ambiguous",
		message: `${named.length} scenarios of the report are called "${check.scenario}", ${passed} of them passed, and nothing says which is which; give each a name of its own`
	};
}
function absent$1(check, scenarios) {
	const row = check.row === void 0 ? "" : ` (row ${check.row + 1} of its examples)`;
	const names = scenarios.slice(0, SHOWN_NAMES_MAX).map((it) => `"${it.name}"`);
	const some = names.length === 0 ? "" : `, such as ${names.join(", ")}`;
	return {
		kind: "absent",
		message: `expected "${check.scenario}"${row} of ${check.feature} in the report, found ${scenarios.length} other scenarios${some}; let the runner run it`
	};
}
// src/observe/gherkin.ts
/** One scenario of a feature file; its runner runs once for all scenarios of an observation. */
const gherkin = {
	triggers: ["tree"],
	permanent: ["not-started", "not-available"],
	observe: async (subject, context) => await observeGherkin(subject, context)
};
async function observeGherkin({ check, cwd, timeoutMs }, context) {
	const { runner, report, verdictFormat } = check;
	if (runner === void 0) return {
		status: "unknown",
		error: "not-available",
		message: `nothing runs "${check.scenario}": set runner_cmd to a program that reports the scenarios`
	};
	const key = JSON.stringify([
		"gherkin",
		cwd ?? "",
		runner,
		report ?? "",
		verdictFormat
	]);
	return judge$8(check, await context.once(key, async () => {
		return await readGherkinReport({
			...check,
			runner
		}, timeoutMs, context);
	}));
}
function judge$8(check, report) {
	switch (report.kind) {
		case "none": return report.draft;
		case "map": return judgeMap(check, report);
		case "scenarios": return judgeScenarios(check, report);
	}
}
function judgeMap(check, { verdicts, program }) {
	const name = namesOf(check).find((it) => verdicts.has(it));
	if (name === void 0) return absent(`expected "${check.scenario}" in the report, found ${verdicts.size} other scenarios; let the runner run it`, program);
	if (verdicts.get(name) === true) return passed(name);
	const message = `expected "${name}" to pass, found that the runner says otherwise`;
	const finding = {
		file: check.feature,
		level: "error",
		message
	};
	return {
		...evidenceOf(program),
		status: "fail",
		message,
		score: 0,
		findings: [finding]
	};
}
function passed(name) {
	return {
		status: "pass",
		message: `"${name}" passed`,
		score: 1
	};
}
function absent(message, program) {
	return {
		...evidenceOf(program),
		status: "unknown",
		error: "unreadable-output",
		message
	};
}
function evidenceOf({ output, secrets }) {
	return {
		output,
		secrets
	};
}
function judgeScenarios(check, { scenarios, program }) {
	const found = findScenario(check, scenarios);
	switch (found.kind) {
		case "absent": return absent(found.message, program);
		case "ambiguous": {
			const { message } = found;
			return {
				status: "error",
				error: "unreadable-output",
				message,
				...evidenceOf(program)
			};
		}
		case "found": return hasPassed(found.scenario) ? {
			...passed(found.scenario.name),
			counts: countsOf(found.scenario)
		} : failed(check, found.scenario, program);
	}
}
function failed(check, scenario, { stderr, secrets }) {
	const { passed: done, total, ...rest } = countsOf(scenario);
	const open = scenario.steps.filter(({ status }) => status !== "passed");
	const broken = open.filter(({ status }) => status !== "skipped");
	const findings = (broken.length === 0 ? open : broken).map((step) => toFinding$2(check, step));
	const [first] = findings;
	return {
		status: "fail",
		message: `"${scenario.name}": ${first?.message ?? "expected steps, found none"}`,
		seen: `${done} of ${total} steps passed`,
		wanted: "every step passed, at least one",
		findings,
		counts: {
			passed: done,
			total,
			...rest
		},
		score: total === 0 ? 0 : done / total,
		output: [...broken.map((step) => step.message ?? ""), stderr].filter((it) => it !== "").join("\n"),
		secrets
	};
}
function toFinding$2({ feature }, { name, status, line, message }) {
	const why = message === void 0 ? "" : `: ${message}`;
	return {
		file: feature,
		...line === void 0 ? {} : { line },
		rule: status === "" ? "no status" : status,
		level: "error",
		message: `step "${name}" ${WORDS[status] ?? "has no verdict"}${why}`
	};
}
const WORDS = {
	failed: "failed",
	undefined: "is undefined: no step definition matches it",
	pending: "is pending: its step definition is not written yet",
	ambiguous: "is ambiguous: several step definitions match it",
	skipped: "was skipped, so that nothing is known of it"
};
function countsOf({ steps }) {
	const done = steps.filter(({ status }) => status === "passed").length;
	const skipped = steps.filter(({ status }) => status === "skipped").length;
	const total = steps.length;
	return {
		passed: done,
		failed: total - done - skipped,
		skipped,
		total
	};
}
// src/observe/fill-headers.ts
const PLACE = /\$\{secrets\.(\w{1,200})\}/g;
/** Headers that carry a secret by their nature, wherever its value comes from. */
const SECRET_HEADER = /auth|cookie|token|key|secret/i;
/** Nobody named these, and shorter ones would blank ordinary words. */
const PART_LENGTH_MIN = 8;
/** Puts secrets where headers name them as `${secrets.NAME}`; only those that the predicate lists. */
function fillHeaders(headers, predicate, { secret }) {
	const names = new Set(Object.values(headers).flatMap(namesIn));
	const listed = predicate.secrets ?? [];
	const unlisted = [...names].find((name) => !listed.includes(name));
	if (unlisted !== void 0) return notListed(unlisted);
	const values = new Map([...names].map((name) => [name, secret(name) ?? ""]));
	const absent = [...names].filter((name) => values.get(name) === "");
	if (absent.length > 0) return notGiven(absent);
	const filled = Object.entries(headers).map(([name, text]) => {
		return [name, text.replaceAll(PLACE, (_place, named) => values.get(named) ?? "")];
	});
	const secrets = [...values.values(), ...filled.flatMap(secretParts)];
	return {
		kind: "filled",
		headers: Object.fromEntries(filled),
		secrets
	};
}
function namesIn(text) {
	return [...text.matchAll(PLACE)].map(([, name = ""]) => name);
}
/** A service may print back what it was sent, with or without the word in front of it. */
function secretParts([name, value]) {
	if (!SECRET_HEADER.test(name)) return [];
	return [value, value.slice(value.lastIndexOf(" ") + 1)].filter((part) => part.length >= PART_LENGTH_MIN);
}
function notListed(name) {
	return {
		kind: "not-filled",
		draft: {
			status: "error",
			error: "bad-check",
			message: `a header names the secret ${name}, which is not in the list "secrets" of this predicate`
		}
	};
}
function notGiven(names) {
	return {
		kind: "not-filled",
		draft: {
			status: "unknown",
			error: "not-available",
			message: `not available: this job has no secret ${names.join(", ")}: set it in the environment that kazi apply runs in; jobs on GitHub hold none`
		}
	};
}
// src/observe/http-probe.ts
const BODY_BYTES_MAX = 1048576;
const SHOWN_BODY_CHARACTERS_MAX$1 = 2e3;
const SHOWN_TEXT_CHARACTERS_MAX = 200;
/** A running service, asked as often as the goal wants, until the first answer that is not as stated. */
const httpProbe = {
	triggers: ["deployment", "interval"],
	permanent: ["bad-check", "not-available"],
	observe: observe$4
};
async function observe$4(predicate, context) {
	const { check, timeoutMs } = predicate;
	const filled = fillHeaders(check.headers, predicate, context);
	if (filled.kind === "not-filled") return filled.draft;
	const { headers, secrets } = filled;
	return {
		...await sample(check, {
			...toQuestion(check),
			headers,
			timeoutMs,
			signal: context.signal
		}, context),
		secrets
	};
}
function toQuestion(check) {
	return {
		url: check.url,
		method: check.method.toUpperCase(),
		...check.body === void 0 ? {} : { body: check.body },
		redirectsMax: check.redirectsMax,
		tls: check.tls,
		allowHosts: check.allowHosts,
		bodyBytesMax: BODY_BYTES_MAX
	};
}
async function sample(check, question, { clock, http, signal }) {
	let draft = judge$7(check, await http.request(question));
	let healthy = 0;
	while (draft.status === "pass") {
		healthy += 1;
		if (healthy >= check.samples) return {
			...draft,
			message: describePass(check),
			score: 1
		};
		await clock.sleep(check.intervalMs, signal);
		draft = judge$7(check, await http.request(question));
	}
	const note = check.samples > 1 ? ` (sample ${healthy + 1} of ${check.samples})` : "";
	return {
		...draft,
		message: `${draft.message}${note}`,
		score: healthy / check.samples
	};
}
function describePass(check) {
	const times = check.samples > 1 ? `, ${check.samples} times in a row` : "";
	const body = check.expectBody === void 0 ? "" : " and the body";
	return `${check.url} answered as stated${times}: ${wantedStatus(check)}${body}`;
}
function judge$7(check, answer) {
	if (answer.kind === "failure") return judgeFailure(check, answer);
	const seen = `status ${answer.status}${answer.url === void 0 ? "" : ` from ${answer.url}`}`;
	return judgeStatus(check, answer, seen) ?? judgeBody(check, answer, seen) ?? {
		status: "pass",
		message: "as stated",
		seen,
		wanted: wantedStatus(check)
	};
}
function judgeFailure(check, { failure, reason }) {
	if (failure === "untrusted") return {
		status: "fail",
		message: `${check.url} is not trusted: ${reason}`,
		seen: reason,
		wanted: "a certificate that is trusted"
	};
	const hint = failure === "refused-address" ? adviceOn(check.url) : "";
	const message = `${check.url} could not be asked: ${reason}${hint}`;
	const wanted = wantedStatus(check);
	return {
		status: "error",
		error: ERRORS$1[failure],
		message,
		seen: reason,
		wanted
	};
}
function adviceOn(url) {
	return `; add "${URL.parse(url)?.hostname ?? ""}" to it if it is meant`;
}
const ERRORS$1 = {
	"bad-question": "bad-check",
	"refused-address": "bad-check",
	unreachable: "unreachable",
	"timed-out": "timed-out",
	interrupted: "interrupted"
};
function judgeStatus(check, response, seen) {
	if (isStatusWanted(check, response.status)) return void 0;
	const wanted = wantedStatus(check);
	return mismatch({
		message: `expected ${wanted}, found ${response.status}${noteOnRedirect(response)}`,
		seen,
		wanted
	}, response);
}
function noteOnRedirect({ location, unfollowed }) {
	if (location === void 0) return "";
	return unfollowed === void 0 ? `; redirects are not followed, this one names ${location}` : `; a redirect to ${location} was not followed: ${unfollowed}`;
}
function isStatusWanted({ expectStatus }, status) {
	return expectStatus === void 0 ? status >= 200 && status < 300 : status === expectStatus;
}
function judgeBody(check, response, status) {
	const { expectBody, bodyMatch } = check;
	if (expectBody === void 0 || isBodyWanted(response, expectBody, bodyMatch)) return void 0;
	const wanted = `body ${bodyMatch === "exact" ? "to be exactly" : "to contain"} "${expectBody.slice(0, SHOWN_TEXT_CHARACTERS_MAX)}"`;
	const seen = `${status}, a body without it in ${response.truncated ? `its first ${BODY_BYTES_MAX} bytes` : "all of it"}`;
	return mismatch({
		message: `expected the ${wanted}, found another body`,
		seen,
		wanted
	}, response);
}
function isBodyWanted({ body, truncated }, expected, bodyMatch) {
	return bodyMatch === "exact" ? !truncated && body === expected : body.includes(expected);
}
function mismatch(difference, { body }) {
	return {
		status: "fail",
		...difference,
		output: body,
		outputCharactersMax: SHOWN_BODY_CHARACTERS_MAX$1
	};
}
function wantedStatus({ expectStatus }) {
	return expectStatus === void 0 ? "any 2xx (no expect_status)" : `status ${expectStatus}`;
}
// src/observe/landed.ts
/** Judged where landings are made and recorded; nothing in a checkout can tell. */
const landed = {
	triggers: ["landing"],
	permanent: [],
	observe: async ({ check }) => await Promise.resolve({
		status: "unknown",
		message: `has not reached "${check.wanted}" yet`,
		wanted: check.wanted
	})
};
// src/observe/metrics-series.ts
const LABELS_CHARACTERS_MAX = 200;
/** A series as PromQL writes it, and its value; the value alone where there is nothing to tell it by. */
function formatSeries({ labels, value }) {
	const shown = String(Number(value.toPrecision(12)));
	return labels.size === 0 ? shown : `${formatLabels(labels)} is ${shown}`;
}
/** The name of a series and its labels. */
function formatLabels(labels) {
	const pairs = [...labels].filter(([label]) => label !== "__name__").toSorted(([left], [right]) => left < right ? -1 : 1).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
	const written = `${labels.get("__name__") ?? ""}{${pairs.join(", ")}}`;
	return written.length > LABELS_CHARACTERS_MAX ? `${written.slice(0, LABELS_CHARACTERS_MAX)}…` : written;
}
// src/observe/metrics-answer.ts
const SHOWN_BODY_CHARACTERS_MAX = 2e3;
const SHOWN_WORDS_MAX = 300;
/** Asks one query, as of now. `question.url` is the base address of the server. */
async function askPrometheus(query, question, http) {
	const answer = await http.request({
		...question,
		url: addressOf(query, question.url)
	});
	if (answer.kind === "failure") {
		const message = `${question.url} could not be asked: ${answer.reason}`;
		return problem({
			error: ERRORS[answer.failure],
			message
		});
	}
	if (answer.truncated) return problem({
		error: "cut-output",
		message: `the answer is larger than ${question.bodyBytesMax} bytes: aggregate in the query`
	});
	const parsed = Answer.safeParse(parseJson(answer.body));
	return parsed.success ? read(parsed.data, query) : unreadable$1(answer);
}
const ERRORS = {
	"bad-question": "bad-check",
	"refused-address": "bad-check",
	unreachable: "unreachable",
	untrusted: "unreachable",
	"timed-out": "timed-out",
	interrupted: "interrupted"
};
function addressOf(query, base) {
	const url = URL.parse(base);
	if (url === null) return base;
	url.pathname = `${url.pathname.replace(/\/$/, "")}/api/v1/query`;
	url.searchParams.set("query", query);
	return url.href;
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const Sample = tuple([number(), string().max(400).regex(/^[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|Inf)$|^NaN$/i)]).transform(([, text]) => Number(text.replace(/inf/i, "Infinity")));
const VectorItem = object({
	metric: record(string(), string()),
	/** Absent where the value is a whole histogram. */
	value: Sample.optional()
});
const Data = discriminatedUnion("resultType", [
	object({
		resultType: literal("scalar"),
		result: Sample
	}),
	object({
		resultType: literal("vector"),
		result: array(VectorItem)
	}),
	object({ resultType: literal(["matrix", "string"]) })
]);
const Answer = discriminatedUnion("status", [object({
	status: literal("success"),
	data: Data,
	warnings: array(string()).optional()
}), object({
	status: literal("error"),
	errorType: string(),
	error: string()
})]);
function read(answer, query) {
	if (answer.status === "error") return refused(answer);
	const [warning] = answer.warnings ?? [];
	if (warning !== void 0) return problem({
		error: "tool-failed",
		message: `the answer may not be whole, its warning says: ${cut(warning)}`
	});
	return toSeries(answer.data, query);
}
function refused({ errorType, error }) {
	return errorType === "bad_data" ? problem({
		error: "bad-check",
		message: `the server does not understand: ${cut(error)}`
	}) : problem({
		error: "tool-failed",
		message: `the server could not answer: ${cut(error)}`
	});
}
function toSeries(data, query) {
	switch (data.resultType) {
		case "scalar": return toNumbers([{
			labels: /* @__PURE__ */ new Map(),
			value: data.result
		}], query);
		case "vector": return toVector(data.result, query);
		case "matrix":
		case "string": return problem({
			error: "bad-check",
			message: `${cut(query)} answers with a ${data.resultType}: expected one number a series, such as rate(...) of a range`
		});
	}
}
function toVector(items, query) {
	const series = items.flatMap(({ metric, value }) => value === void 0 ? [] : [{
		labels: new Map(Object.entries(metric)),
		value
	}]);
	if (series.length === items.length) return toNumbers(series, query);
	return problem({
		error: "bad-check",
		message: `${cut(query)} answers with whole histograms: expected numbers, such as histogram_quantile(0.9, ...)`
	});
}
function toNumbers(series, query) {
	const [first, ...others] = series;
	if (first === void 0) return problem({
		error: "unreadable-output",
		message: `${cut(query)} finds no series: nothing was measured yet, or a name or a label in it is wrong`
	});
	const unusable = series.find(({ value }) => !Number.isFinite(value));
	if (unusable === void 0) return {
		kind: "series",
		series: [first, ...others]
	};
	return problem({
		error: "unreadable-output",
		message: `${cut(query)}: expected numbers, found ${formatSeries(unusable)}; a division by zero makes such an answer`
	});
}
function unreadable$1({ status, body, location }) {
	return problem({
		error: "unreadable-output",
		message: `expected an answer of Prometheus, found status ${status} and something else; ${hintOn(status, location)}`,
		seen: `status ${status}`,
		output: body,
		outputCharactersMax: SHOWN_BODY_CHARACTERS_MAX
	});
}
function hintOn(status, location) {
	if (location !== void 0) return `it leads to ${cut(location)}, and redirects are not followed`;
	return status === 401 || status === 403 ? "bearer_secret or headers have to say who asks" : "query_url is the base address, to which /api/v1/query is added";
}
function problem(draft) {
	return {
		kind: "problem",
		draft: {
			status: "error",
			...draft
		}
	};
}
function cut(text) {
	return text.length > SHOWN_WORDS_MAX ? `${text.slice(0, SHOWN_WORDS_MAX)}…` : text;
}
// src/observe/metrics-burn-rate.ts
/** Fails when in any window the long and the short query both reach the threshold. */
async function judgeBurnRate(windows, ask) {
	const burns = [];
	for (const window of windows) {
		const long = await highest(window.long, ask);
		if (long.kind === "problem") return long.draft;
		const short = await highest(window.short, ask);
		if (short.kind === "problem") return short.draft;
		burns.push(judgeWindow(window, long.series, short.series));
	}
	const firing = burns.filter(({ fires }) => fires);
	const seen = burns.map(({ words }) => words).join("; ");
	const isPass = firing.length === 0;
	return {
		status: isPass ? "pass" : "fail",
		message: isPass ? `no window burns: ${seen}` : firing.map(({ words }) => words).join("; "),
		seen,
		wanted: "in every window the long or the short burn rate is below its threshold",
		score: 1 - firing.length / burns.length
	};
}
/** The worst of all series stands for them: that can find a fire too many, and never misses one. */
async function highest(query, ask) {
	const answer = await ask(query);
	if (answer.kind === "problem") return answer;
	const [first, ...others] = answer.series;
	return {
		kind: "series",
		series: others.reduce((most, it) => it.value > most.value ? it : most, first)
	};
}
function judgeWindow({ threshold }, long, short) {
	const fires = long.value >= threshold && short.value >= threshold;
	const words = `long ${formatSeries(long)}, short ${formatSeries(short)}`;
	return {
		fires,
		words: fires ? `${words}: both reach ${threshold}` : `${words}, threshold ${threshold}`
	};
}
// src/observe/metrics-scalar.ts
/** Every series counts: each by itself, or all of them in one number. */
function judgeScalar({ aggregate, passWhen }, series) {
	if (aggregate === "every") return judgeNumbers(series, passWhen);
	const value = AGGREGATES[aggregate](series.map((it) => it.value));
	const draft = judgeNumbers([{
		labels: /* @__PURE__ */ new Map(),
		value
	}], passWhen);
	return {
		...draft,
		message: `${aggregate} of ${series.length} series: ${draft.message}`
	};
}
const AGGREGATES = {
	sum,
	avg: (values) => sum(values) / values.length,
	min: (values) => values.reduce((least, value) => Math.min(least, value)),
	max: (values) => values.reduce((most, value) => Math.max(most, value))
};
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
/** Each number has to hold; a pass is one of all. */
function judgeNumbers(numbers, passWhen) {
	const wanted = `${passWhen.operator} ${passWhen.number}`;
	const seen = describeNumbers(numbers);
	const findings = numbers.filter(({ value }) => !compare(value, passWhen)).map(toFinding$1);
	if (findings.length === 0) return {
		status: "pass",
		message: `${seen}, expected ${wanted}`,
		seen,
		wanted,
		score: 1
	};
	const [only] = numbers;
	if (numbers.length === 1 && only !== void 0) {
		const score = closeness(only.value, passWhen.number);
		return {
			status: "fail",
			message: `${seen}, expected ${wanted}`,
			seen,
			wanted,
			score
		};
	}
	return {
		status: "fail",
		message: `${findings.length} of ${numbers.length} series do not hold, such as ${findings[0]?.message ?? ""}; expected ${wanted}`,
		seen,
		wanted,
		findings,
		score: 1 - findings.length / numbers.length
	};
}
function describeNumbers(numbers) {
	const [first] = numbers;
	if (numbers.length === 1 && first !== void 0) return formatSeries(first);
	const values = numbers.map(({ value }) => value);
	return `${numbers.length} series from ${AGGREGATES.min(values)} to ${AGGREGATES.max(values)}`;
}
function toFinding$1(series) {
	return {
		file: "",
		level: "error",
		message: formatSeries(series)
	};
}
/** 1 where they are equal, 1/2 where they differ by as much as the wanted number itself. */
function closeness(value, wanted) {
	const scale = wanted === 0 ? 1 : Math.abs(wanted);
	return 1 / (1 + Math.abs(value - wanted) / scale);
}
// src/observe/metrics-quantile.ts
/** One histogram for each set of labels beside `le`; the quantile of every one has to hold. */
function judgeQuantile({ quantile, passWhen }, series) {
	const numbers = [];
	for (const { labels, buckets } of groupsOf(series)) {
		const value = typeof buckets === "string" ? buckets : quantileOf(quantile, buckets);
		if (typeof value === "string") return {
			status: "error",
			error: "unreadable-output",
			message: `${labels.size === 0 ? "the histogram" : formatLabels(labels)}: ${value}`
		};
		numbers.push({
			labels,
			value
		});
	}
	const draft = judgeNumbers(numbers, passWhen);
	return {
		...draft,
		message: `quantile ${quantile}: ${draft.message}`
	};
}
function groupsOf(series) {
	return [...Map.groupBy(series, ({ labels }) => JSON.stringify(otherLabels(labels))).values()].map((members) => ({
		labels: new Map(otherLabels(members[0]?.labels ?? /* @__PURE__ */ new Map())),
		buckets: bucketsOf(members)
	}));
}
function otherLabels(labels) {
	return [...labels].filter(([name]) => name !== "le").toSorted(([left], [right]) => left < right ? -1 : 1);
}
function bucketsOf(members) {
	const counts = /* @__PURE__ */ new Map();
	for (const { labels, value } of members) {
		const upperBound = boundOf(labels.get("le"));
		if (upperBound === void 0) return NO_BUCKETS;
		counts.set(upperBound, (counts.get(upperBound) ?? 0) + value);
	}
	return [...counts].map(([upperBound, count]) => ({
		upperBound,
		count
	})).toSorted((left, right) => left.upperBound - right.upperBound);
}
const NO_BUCKETS = "expected buckets with a number in the label \"le\", such as sum by (le) (rate(..._bucket[5m])), found none";
function boundOf(label) {
	if (label === void 0 || label.trim() === "") return void 0;
	const bound = Number(label.replace(/^(\+?)Inf$/i, "$1Infinity"));
	return Number.isNaN(bound) ? void 0 : bound;
}
function quantileOf(quantile, sorted) {
	const buckets = rising(sorted);
	const last = buckets.at(-1);
	if (last?.upperBound !== 1e400) return "the bucket for +Inf is missing";
	if (buckets.length < 2) return "one bucket is too few";
	return last.count > 0 ? interpolate(quantile * last.count, buckets) : "nothing was observed";
}
/** As Prometheus does it: linear inside a bucket, and never beyond the last bound that is finite. */
function interpolate(rank, buckets) {
	const index = buckets.findIndex(({ count }) => count >= rank);
	const found = buckets[index];
	if (found === void 0 || found.upperBound === 1e400) return buckets.at(-2)?.upperBound ?? 0;
	const below = buckets[index - 1] ?? {
		upperBound: Math.min(0, found.upperBound),
		count: 0
	};
	if (below.upperBound === found.upperBound || below.count === rank) return below.upperBound;
	const share = (rank - below.count) / (found.count - below.count);
	return below.upperBound + (found.upperBound - below.upperBound) * share;
}
/** Rounding in a rate can make a bucket hold less than the one below it. */
function rising(buckets) {
	let most = -1e400;
	return buckets.map(({ upperBound, count }) => {
		most = Math.max(most, count);
		return {
			upperBound,
			count: most
		};
	});
}
// src/observe/metrics.ts
const ANSWER_BYTES_MAX = 4194304;
/** Numbers of a running service, as a Prometheus server knows them. */
const metrics = {
	triggers: ["deployment", "interval"],
	permanent: ["bad-check", "not-available"],
	observe: observe$3
};
async function observe$3(predicate, context) {
	const { check, timeoutMs } = predicate;
	if (check.queryUrl === void 0) return NO_ENDPOINT;
	const filled = fillHeaders(headersOf(check), predicate, context);
	if (filled.kind === "not-filled") return filled.draft;
	const question = {
		url: check.queryUrl,
		method: "GET",
		headers: filled.headers,
		redirectsMax: 0,
		tls: check.tls,
		allowHosts: check.allowHosts,
		timeoutMs,
		bodyBytesMax: ANSWER_BYTES_MAX,
		signal: context.signal
	};
	const draft = await judge$6(check.question, async (query) => await askPrometheus(query, question, context.http));
	const note = check.window === void 0 ? "" : ` (window: ${check.window})`;
	return {
		...draft,
		message: `${draft.message}${note}`,
		secrets: filled.secrets
	};
}
/** Nobody can wait for an endpoint that no goal-file names, so this ends the goal instead of holding it. */
const NO_ENDPOINT = {
	status: "unknown",
	error: "not-available",
	message: "not applicable: no query_url, so there is no metrics server to ask; name one, or set optional = true"
};
function headersOf({ headers, bearerSecret }) {
	return bearerSecret === void 0 ? headers : {
		...headers,
		authorization: `Bearer \${secrets.${bearerSecret}}`
	};
}
async function judge$6(question, ask) {
	if (question.kind === "burn_rate") return await judgeBurnRate(question.windows, ask);
	const answer = await ask(question.query);
	if (answer.kind === "problem") return answer.draft;
	return question.kind === "scalar" ? judgeScalar(question, answer.series) : judgeQuantile(question, answer.series);
}
// src/observe/read-survivors.ts
const SURVIVORS_MAX = 50;
/** The mutants that no test noticed: at the path, or as the report schema of Stryker lists them. */
function readSurvivors(document, path) {
	if (path === void 0) return readStryker(document);
	const found = lookUpPath(document, path);
	if (found.kind === "problem" || !Array.isArray(found.value)) return [];
	return found.value.slice(0, SURVIVORS_MAX).map((it) => toSurvivor(it, textAt(it, "file")));
}
const UNNOTICED = /* @__PURE__ */ new Set(["Survived", "NoCoverage"]);
function readStryker(document) {
	const files = fieldAt(document, "files");
	if (typeof files !== "object" || files === null) return [];
	const survivors = [];
	for (const [file, entry] of Object.entries(files)) {
		if (survivors.length >= SURVIVORS_MAX) break;
		const mutants = listAt(entry, "mutants").filter((it) => UNNOTICED.has(textAt(it, "status") ?? ""));
		survivors.push(...mutants.map((it) => toSurvivor(it, file)));
	}
	return survivors.slice(0, SURVIVORS_MAX);
}
/** Tools agree on little: what is there of the usual names is told. */
function toSurvivor(mutant, file) {
	const line = numberAt(mutant, "line") ?? numberAt(mutant, "location", "start", "line");
	const column = numberAt(mutant, "column") ?? numberAt(mutant, "location", "start", "column");
	const rule = textAt(mutant, "mutatorName") ?? textAt(mutant, "mutator");
	return {
		file: file ?? textAt(mutant, "path") ?? "",
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column },
		...rule === void 0 ? {} : { rule },
		level: "error",
		message: `no test noticed this mutant: ${describeMutant(mutant)}`
	};
}
function describeMutant(mutant) {
	if (typeof mutant === "string") return mutant;
	return textAt(mutant, "description") ?? textAt(mutant, "message") ?? textAt(mutant, "replacement") ?? textAt(mutant, "name") ?? JSON.stringify(mutant).slice(0, 500);
}
// src/observe/mutation.ts
const OUTPUT_BYTES_MAX$4 = 16777216;
/** A report is long and says little to the eye; what counts stands in the findings. */
const SHOWN_CHARACTERS_MAX$2 = 2e3;
const COUNTED = "number or list";
/** The share of killed mutants reaches the threshold. */
const mutation = {
	triggers: ["tree"],
	permanent: ["not-started", "bad-check"],
	observe: observeMutation
};
async function observeMutation({ check, timeoutMs }, context) {
	const { mergeStderr } = check;
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$4,
		mergeStderr
	}, context);
	if (run.kind === "not-ended") return run.draft;
	const { output, secrets } = run.program;
	const draft = judge$5(check, run.program);
	return {
		output,
		outputCharactersMax: SHOWN_CHARACTERS_MAX$2,
		secrets,
		...draft
	};
}
function judge$5(check, program) {
	const parsed = parseJsonOutput(program.stdout);
	if (parsed === void 0) return judgeUnread(check, program);
	const read = readScore(check, program, parsed.document);
	return read.kind === "score" ? judgeScore(check, read.value, parsed) : read.draft;
}
function judgeUnread({ command }, program) {
	const ending = describeEnding(command, program);
	if (program.omittedBytes > 0) return {
		status: "error",
		error: "cut-output",
		message: `the report is larger than ${OUTPUT_BYTES_MAX$4} bytes: print a summary of it`
	};
	return {
		status: "error",
		error: program.code === 0 ? "unreadable-output" : "tool-failed",
		message: `${ending} and printed no JSON, half of it, or more than one document: expected its report on standard output`
	};
}
function readScore(check, program, document) {
	const { score } = check;
	if (score.kind === "score") return toScore(score.path, lookUpNumber(document, score.path, "number"));
	const killed = toCount(score.killedPath, lookUpNumber(document, score.killedPath, COUNTED));
	if (typeof killed !== "number") return killed;
	const survived = toCount(score.survivedPath, lookUpNumber(document, score.survivedPath, COUNTED));
	if (typeof survived !== "number") return survived;
	if (killed + survived > 0) return {
		kind: "score",
		value: killed / (killed + survived)
	};
	return {
		kind: "none",
		draft: judgeNothing(check, program)
	};
}
/** A score of 82 is most likely a percentage, and more than any threshold. */
function toScore(path, found) {
	if (found.kind === "problem") return unreadable(found);
	const { value } = found;
	if (value >= 0 && value <= 1) return {
		kind: "score",
		value
	};
	return unreadable({
		error: "unreadable-output",
		message: `path ${path}: expected a score from 0 to 1, found ${value}${value > 1 && value <= 100 ? "; if it is a percentage, print a fraction" : ""}`
	});
}
function toCount(path, found) {
	if (found.kind === "problem") return unreadable(found);
	if (Number.isSafeInteger(found.value) && found.value >= 0) return found.value;
	return unreadable({
		error: "unreadable-output",
		message: `path ${path}: expected a number of mutants, found ${found.value}`
	});
}
function unreadable({ error, message }) {
	return {
		kind: "none",
		draft: {
			status: "error",
			error,
			message
		}
	};
}
/** No mutant in a run that failed is no mutant that was looked for. */
function judgeNothing({ command }, program) {
	const ending = describeEnding(command, program);
	if (program.code === 0) return {
		status: "pass",
		message: "no mutants in scope: 0 killed and 0 survived",
		seen: "0 mutants"
	};
	return {
		status: "error",
		error: "tool-failed",
		message: `${ending} and reports no mutant: it probably could not do its work`
	};
}
function judgeScore(check, score, { document, note }) {
	const { threshold } = check;
	const holds = score >= threshold;
	const wanted = `at least ${formatNumber(threshold)}`;
	return {
		status: holds ? "pass" : "fail",
		message: `the mutation score is ${formatNumber(score)}, expected ${wanted}${note}`,
		score: holds ? 1 : score / threshold,
		seen: formatNumber(score),
		wanted,
		findings: holds ? [] : readSurvivors(document, check.survivorsPath)
	};
}
// src/observe/is-below.ts
/** Whether a path is a file or lies in a folder of that name: `docs` does not mean `docs-old`. */
function isBelow(path, prefix) {
	const folder = prefix.replace(/\/+$/, "");
	return path === folder || path.startsWith(`${folder}/`);
}
// src/observe/is-own-source.ts
/** Folders and names by which languages tell their tests from what they test. */
const TEST_FOLDERS = [/^(?:tests?|specs?|__tests__|__mocks__|testdata|e2e)$/i, /(?:^|[a-z0-9.])Tests?$/];
const TEST_NAMES = [
	/[._-](?:tests?|spec)\./i,
	/[A-Za-z0-9](?:Tests?|TestCase|Spec)\.[^.]*$/,
	/^(?:test[_-]|conftest\.)/
];
/** What others wrote, and what tools write. */
const FOREIGN_FOLDERS = /^(?:node_modules|vendor|third_party)$/;
const FOREIGN_NAMES = [
	/^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|go\.sum|bun\.lockb)$/,
	/\.(?:lock|map|snap|g\.dart)$/,
	/\.(?:min|pb|generated)\.[^.]*$/,
	/_pb2(?:_grpc)?\.pyi?$/
];
/** Goal-files name the very words that they forbid. */
const GOALS = ".kazi/";
/** Whether a path is a source that a change is judged by: no test, nothing that a tool or somebody else wrote. */
function isOwnSource(path) {
	if (path.startsWith(GOALS)) return false;
	const folders = path.split("/");
	const name = folders.pop() ?? "";
	const isTest = isAny(TEST_NAMES, name) || folders.some((folder) => isAny(TEST_FOLDERS, folder));
	const isForeign = isAny(FOREIGN_NAMES, name) || folders.some((folder) => FOREIGN_FOLDERS.test(folder));
	return !isTest && !isForeign;
}
function isAny(patterns, text) {
	return patterns.some((pattern) => pattern.test(text));
}
// src/observe/no-stubs.ts
const BYTES_MAX = 16777216;
const SNIPPET_CHARACTERS_MAX = 200;
const WORD = /\w/;
/** Files that people write: one byte that is no text would hide all the others. */
const CODE = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kts?|rb|php|cs|swift|mm?|[ch](?:c|pp|xx)?|exs?|erl|scala|sh|vue|svelte|dart|lua|sql|html?|css)$/i;
const WANTED = "no marker of unfinished work in an added line";
/** No marker of unfinished work in the lines that were added to sources. */
const noStubs = {
	triggers: ["tree"],
	permanent: ["bad-check"],
	observe: async ({ check }, context) => await observeNoStubs(check, context)
};
async function observeNoStubs(check, { diff }) {
	const markers = check.patterns.map((pattern) => pattern.toLowerCase()).filter((it) => it !== "");
	if (markers.length === 0) return {
		status: "error",
		error: "bad-check",
		message: "patterns: expected a word, found none"
	};
	const added = await diff.addedLines(BYTES_MAX);
	const paths = new Set(added.lines.map((it) => it.path));
	const judged = new Set([...paths].filter((it) => isJudged(it, check.exclude)));
	const lines = added.lines.filter((it) => judged.has(it.path));
	const binaries = added.binaries.filter((it) => isJudged(it, check.exclude));
	const findings = [...lines.flatMap((line) => findingsIn$1(line, markers)), ...binaries.filter((it) => CODE.test(it)).map(toUnreadable)];
	return judge$4({
		...added,
		lines,
		binaries
	}, findings, diff.since);
}
function isJudged(path, exclude) {
	return isOwnSource(path) && !exclude.some((prefix) => isBelow(path, prefix));
}
function findingsIn$1({ path, line, text }, markers) {
	const lower = text.toLowerCase();
	const marker = markers.find((it) => startsWord(lower, it));
	if (marker === void 0) return [];
	const message = `"${marker}" in an added line: ${text.trim().slice(0, SNIPPET_CHARACTERS_MAX)}`;
	return [{
		file: path,
		line,
		rule: `no_stubs:${marker}`,
		level: "error",
		message
	}];
}
function toUnreadable(file) {
	return {
		file,
		rule: "no_stubs:unreadable",
		level: "error",
		message: "holds bytes that are no text, so that its lines cannot be read: write it as UTF-8"
	};
}
/** A word may go on behind the marker, as in `MockServer` and `NotImplementedError`. */
function startsWord(text, marker) {
	for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) if (!WORD.test(text.charAt(at - 1)) || !WORD.test(marker.charAt(0))) return true;
	return false;
}
function judge$4(added, findings, since) {
	const files = new Set(added.lines.map((it) => it.path)).size;
	const read = `${count(added.lines.length, "added line")} of ${count(files, "file")} since ${since}`;
	const [first] = findings;
	if (first !== void 0) return unfinished(findings, {
		first,
		read
	});
	if (!added.isComplete) return {
		status: "error",
		error: "cut-output",
		message: `more was added than can be read (${BYTES_MAX} bytes): change less at once, or keep generated files out`
	};
	const { length } = added.binaries;
	return {
		status: "pass",
		message: `no marker in ${read}${length === 0 ? "" : `; ${count(length, "binary file")} not read`}`,
		wanted: WANTED,
		score: 1
	};
}
function unfinished(findings, { first, read }) {
	const seen = count(findings.length, "marker");
	return {
		status: "fail",
		message: `expected ${WANTED}, found ${seen} in ${read}, the first at ${placeOf(first)}; finish the work that they stand for`,
		seen,
		wanted: WANTED,
		score: 1 / (1 + findings.length),
		findings
	};
}
function placeOf({ file, line }) {
	return line === void 0 ? file : `${file}:${line}`;
}
function count(number, noun) {
	return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
// src/observe/not-built.ts
/** What the original checks and this program does not: said, and never a pass. */
const notBuilt = {
	triggers: [],
	permanent: ["not-available"],
	observe: async ({ check }) => await Promise.resolve({
		status: "unknown",
		error: "not-available",
		message: `${check.named} is not built here: ${check.instead}`
	})
};
// src/observe/prod-log-tally.ts
/** What stands behind that in a line could not be seen, so a longer one is not judged. */
const LINE_CHARACTERS_MAX$3 = 1048576;
const SHOWN_LINES_MAX$1 = 20;
/** Most lines need no cleaning, and to find that out is cheaper. */
const UNCLEAN = /[^\t -~]/;
/** Counts in the lines of a log while it is written, in memory that does not grow with it. */
function openLogTally({ serverError, panic, route }) {
	const decoder = new TextDecoder();
	const ofRoute = [];
	const others = [];
	const counts = {
		lines: 0,
		serverErrors: 0,
		panics: 0,
		onRoute: 0,
		isCut: false
	};
	let held = "";
	function look(raw) {
		const line = UNCLEAN.test(raw) ? toPlainText(raw.replace(/\r$/, "")) : raw;
		if (line.trim() === "") return;
		counts.lines += 1;
		const isPanic = panic.test(line);
		const isServerError = serverError.test(line);
		if (isPanic) counts.panics += 1;
		if (isServerError) counts.serverErrors += 1;
		if (isPanic || isServerError) show(line, isPanic ? "panic" : "server-error");
	}
	function show(message, rule) {
		const isOnRoute = route !== void 0 && message.includes(route);
		if (isOnRoute) counts.onRoute += 1;
		const shown = isOnRoute ? ofRoute : others;
		if (shown.length < SHOWN_LINES_MAX$1) shown.push({
			file: "",
			level: "error",
			rule,
			message
		});
	}
	function read(text) {
		const lines = (held + text).split("\n");
		held = lines.pop() ?? "";
		lines.forEach(look);
		if (held.length <= LINE_CHARACTERS_MAX$3) return;
		counts.isCut = true;
		held = "";
	}
	return {
		write: (chunk) => {
			if (!counts.isCut) read(decoder.decode(chunk, { stream: true }));
		},
		end: () => {
			read(decoder.decode());
			look(held);
			return {
				...counts,
				shown: [...ofRoute, ...others].slice(0, SHOWN_LINES_MAX$1)
			};
		}
	};
}
// src/observe/prod-log.ts
/** What is shown of the log; it is counted as it comes, however long it is. */
const OUTPUT_BYTES_MAX$3 = 65536;
/** What a service wrote while it ran, as a command finds it: errors of the server and panics are counted. */
const prodLog = {
	triggers: ["deployment", "interval"],
	permanent: ["not-started", "bad-check"],
	observe: observe$2
};
async function observe$2({ check, timeoutMs }, context) {
	const serverError = compile("server_error_regex", check.serverErrorRegex);
	if (serverError.kind === "problem") return serverError.draft;
	const panic = compile("panic_regex", check.panicRegex);
	if (panic.kind === "problem") return panic.draft;
	const tally = openLogTally({
		serverError: serverError.pattern,
		panic: panic.pattern,
		route: check.correlate?.route
	});
	const { write: onStdout } = tally;
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$3,
		mergeStderr: true,
		onStdout
	}, context);
	if (run.kind === "not-ended") return run.draft;
	const { output, secrets, code, signal } = run.program;
	if (code === 0 && signal === void 0) return {
		...judge$3(check, tally.end()),
		output,
		secrets
	};
	return {
		status: "error",
		error: "tool-failed",
		message: `${describeEnding(check.command, run.program)}, so it is not known what the log holds; expected 0`,
		output,
		secrets
	};
}
function compile(key, regex) {
	try {
		return {
			kind: "pattern",
			pattern: RE2JS.compile(regex)
		};
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return {
			kind: "problem",
			draft: {
				status: "error",
				error: "bad-check",
				message: `${key}: ${error.message}; expected RE2 syntax, without look-around and back-references`
			}
		};
	}
}
function judge$3(check, counts) {
	if (counts.isCut) return {
		status: "error",
		error: "cut-output",
		message: "a line of the log is too long to be judged: print one line an entry"
	};
	const excess = Math.max(0, counts.serverErrors - check.max5xx) + counts.panics;
	const seen = describeCounts(check, counts);
	const wanted = `server errors: at most ${check.max5xx}, panics: none`;
	const isPass = excess === 0;
	return {
		status: isPass ? "pass" : "fail",
		message: isPass ? seen : `expected ${wanted}; found ${seen}`,
		seen,
		wanted,
		findings: counts.shown,
		score: 1 / (1 + excess)
	};
}
function describeCounts({ windowMinutes, correlate }, { lines, serverErrors, panics, onRoute }) {
	const extent = windowMinutes === void 0 ? "" : ` in the last ${windowMinutes} minutes`;
	if (lines === 0) return `no line at all${extent}: nothing was logged, or the command looks in the wrong place`;
	return `server errors: ${serverErrors}, panics: ${panics}${correlate === void 0 ? "" : `, of these on ${correlate.route}: ${onRoute}`}, lines${extent}: ${lines}`;
}
// src/observe/read-counterexample.ts
const LINE_CHARACTERS_MAX$2 = 2e3;
/** How far below the failure the values stand: shrinking may talk for a while. */
const SEARCHED_LINES_MAX = 200;
const SHOWN_LINES_MAX = 6;
const SHOWN_CHARACTERS_MAX$1 = 400;
/** Finds the first property that was refuted, in the words of the common libraries. */
function readCounterexample(text) {
	const lines = text.split("\n").map((line) => line.slice(0, LINE_CHARACTERS_MAX$2));
	for (const [index, line] of lines.entries()) {
		const refuted = readRefuted(line);
		if (refuted !== void 0) {
			const rest = lines.slice(index, index + SEARCHED_LINES_MAX);
			const failedAt = refuted.failedAt ?? readSuccesses(rest);
			return {
				values: readValues(rest),
				...failedAt === void 0 ? {} : { failedAt }
			};
		}
	}
}
/** How a library says that it found one; the group counts tries, with `more` for those it leaves out. */
const REFUTED = [
	{
		pattern: /Failed:\s{0,8}After (\d{1,9}) test/,
		more: 0
	},
	{
		pattern: /Failed with generated values \(after (\d{1,9}) successful run/,
		more: 1
	},
	{
		pattern: /Property failed after (\d{1,9}) tests?/,
		more: 0
	},
	{
		pattern: /\*\*\* Failed! .{0,200}\(after (\d{1,9}) tests?/,
		more: 0
	},
	{
		pattern: /Falsified after (\d{1,9}) passed tests?/,
		more: 1
	},
	{
		pattern: /\[rapid\] (?:failed|panic) after (\d{1,9}) tests?/,
		more: 1
	},
	{
		pattern: /#(\d{1,9}): failed on input/,
		more: 0
	},
	{
		pattern: /Falsifying (?:explicit )?example: |minimal failing input: |\[quickcheck\] TEST FAILED/,
		more: 0
	}
];
function readRefuted(line) {
	for (const { pattern, more } of REFUTED) {
		const found = pattern.exec(line);
		if (found !== null) {
			const [, count] = found;
			return count === void 0 ? {} : { failedAt: Number(count) + more };
		}
	}
}
/** proptest says it below. */
function readSuccesses(lines) {
	for (const line of lines) {
		const [, count] = /^\s{0,8}successes: (\d{1,9})/.exec(line) ?? [];
		if (count !== void 0) return Number(count) + 1;
	}
}
const PYTEST_MARGIN = /^E(?:\s{2,}|$)/;
/** Behind these words, on their line or below it, stand the values. */
const BEFORE_VALUES = /^.{0,200}?(?:Shrinking[ .…]{0,200}(?:\(\d{1,9} time\(s\)\))?|Counterexample(?: is)?:|Falsifying (?:explicit )?example:|minimal failing input:|Arguments:)/i;
function readValues(lines) {
	const at = lines.findIndex((line) => BEFORE_VALUES.test(line));
	const first = at === -1 ? "" : (lines[at] ?? "").replace(BEFORE_VALUES, "").trim();
	const below = lines.slice(at === -1 ? 1 : at + 1);
	const start = first === "" ? below.findIndex((line) => line.trim() !== "") : 0;
	const block = start === -1 ? [] : below.slice(start);
	const end = block.findIndex((line) => line.trim() === "");
	return [first, ...block.slice(0, end === -1 ? block.length : end)].slice(0, SHOWN_LINES_MAX).map((line) => line.trim().replace(PYTEST_MARGIN, "").replaceAll(/\s+/g, " ")).filter((line) => line !== "").join(" ").slice(0, SHOWN_CHARACTERS_MAX$1);
}
// src/observe/go-counts.ts
const PACKAGE = /^(ok|FAIL|\?)\s+[^\s\d]\S*\s+(\d{1,9}\.\d{1,9}s|\(cached\)|\[(?:no test files|build failed|setup failed)\])(.*)$/;
const TEST = /^--- (PASS|FAIL|SKIP): \S/;
/** A line of `go test -json`: the end of a package, or of a test that is no part of another. */
const JSON_END = /^\{.{0,80}"Action":"(pass|fail|skip)","Package":"[^"]*"(?:,"Test":"([^"/]+)")?(?:,"Elapsed":[\d.e-]+)?(?:,"FailedBuild":"[^"]*")?\}$/;
/**
* Reads `go test`. Only with `-v` it names tests that passed; without it a package that is ok
* counts as one test.
*/
function createGoCounter() {
	const packages = {
		ok: 0,
		failing: 0,
		notBuilt: 0
	};
	const tests = {
		PASS: 0,
		FAIL: 0,
		SKIP: 0
	};
	let last;
	function seePackage(verdict, how, note) {
		if (verdict === "ok" && !note.includes("[no tests to run]")) packages.ok += 1;
		if (verdict === "FAIL") packages.failing += 1;
		if (how.endsWith(" failed]")) packages.notBuilt += 1;
	}
	/** Here every test has a line of its own, so that a package never stands for one. */
	function seeJson(ending, test, at) {
		if (test === void 0) {
			if (ending === "fail") packages.failing += 1;
			last = at;
		} else seeTest(ending.toUpperCase());
	}
	function seeTest(ending) {
		if (ending === "PASS" || ending === "FAIL" || ending === "SKIP") tests[ending] += 1;
	}
	return {
		see: ({ text, at }) => {
			const [, jsonEnding, test] = JSON_END.exec(text) ?? [];
			if (jsonEnding !== void 0) {
				seeJson(jsonEnding, test, at);
				return;
			}
			seeTest(TEST.exec(text)?.[1]);
			const [, verdict, how = "", note = ""] = PACKAGE.exec(text) ?? [];
			if (verdict === void 0) return;
			seePackage(verdict, how, note);
			last = at;
		},
		reading: () => {
			if (last === void 0) return void 0;
			const passed = tests.PASS > 0 || tests.SKIP > 0 ? tests.PASS : packages.ok;
			const failed = Math.max(tests.FAIL + packages.notBuilt, packages.failing);
			const total = passed + failed + tests.SKIP;
			return {
				counts: {
					passed,
					failed,
					skipped: tests.SKIP,
					total
				},
				at: last
			};
		}
	};
}
// src/observe/idle-counter.ts
/** Tools that say little of a test step without a test, or little of tests that pass. */
const IDLE_BUILDS = [
	{
		idle: /^> Task (?::[\w.-]+)*:\w*[tT]est (?:NO-SOURCE|SKIPPED)$/,
		busy: /^> Task (?::[\w.-]+)*:\w*[tT]est(?: (?:FAILED|UP-TO-DATE|FROM-CACHE))?$/
	},
	{
		idle: /^\[INFO\] (?:--- (?:maven-)?surefire(?:-plugin)?:\S+:test |Tests are skipped\.$)/,
		busy: /^(?:\[\w+\] )?Tests run: /
	},
	{
		idle: /^0 scenarios$/i,
		busy: /^[1-9]\d* scenarios?\b/i
	},
	{
		idle: /^0 failures(?:, \d{1,9} excluded)?$/,
		busy: /^\d{1,9} .*\b\d{1,9} failures?\b/
	},
	{
		idle: /(?:^|: )Executed 0 of 0\b/,
		busy: /(?:^|: )Executed \d{1,9} of [1-9]/
	},
	{
		idle: /^\s*0 tests passed$/,
		busy: /^\s*[1-9]\d* tests? (?:passed|failed)$/
	}
];
/** Counts zero tests where a test step was idle and none was busy. */
function createIdleCounter({ idle, busy }) {
	let isBusy = false;
	let last;
	return {
		see: ({ text, at }) => {
			if (idle.test(text)) last = at;
			isBusy ||= busy.test(text);
		},
		reading: () => last === void 0 || isBusy ? void 0 : {
			counts: {
				passed: 0,
				failed: 0,
				skipped: 0,
				total: 0
			},
			at: last
		}
	};
}
// src/observe/tap-counts.ts
const PLAN = /^1\.\.(\d{1,9})(?:\s*#.*)?$/;
const VERSION = /^TAP version \d/;
const POINT = /^(not ok|ok)\b(?:.*?(#\s*(?:SKIP|TODO|skip|todo)\b))?/;
const BAILED_OUT = /^Bail out!/;
/**
* Reads the Test Anything Protocol by its plan; what was planned and never came has failed. So has a plan
* that never came, where nothing else can be meant.
*/
function createTapCounter() {
	const counts = {
		passed: 0,
		failed: 0,
		skipped: 0
	};
	let planned = 0;
	let plans = 0;
	let versions = 0;
	let last = 0;
	return {
		see: ({ text, at }) => {
			const [, plan] = PLAN.exec(text) ?? [];
			const [point, verdict, excuse] = POINT.exec(text) ?? [];
			if (plan !== void 0) {
				plans += 1;
				planned += Number(plan);
			} else if (point !== void 0) counts[endingOf(verdict, excuse)] += 1;
			else if (BAILED_OUT.test(text)) counts.failed += 1;
			else if (VERSION.test(text)) versions += 1;
			else return;
			last = at;
		},
		reading: () => {
			const plansWanted = Math.max(versions, counts.failed > 0 ? 1 : 0);
			if (plans === 0 && plansWanted === 0) return void 0;
			const points = counts.passed + counts.failed + counts.skipped;
			const missing = Math.max(0, planned - points) + Math.max(0, plansWanted - plans);
			return {
				counts: {
					...counts,
					failed: counts.failed + missing,
					total: points + missing
				},
				at: last
			};
		}
	};
}
function endingOf(verdict, excuse) {
	if (excuse !== void 0) return "skipped";
	return verdict === "ok" ? "passed" : "failed";
}
// src/observe/test-summary-formats.ts
/** Longer numbers are not counts of tests. */
const NUMBER = "(\\d{1,9})";
const NODE_LINE = /^(?:#|ℹ) (tests|pass|fail|cancelled|skipped|todo) (\d{1,9})$/;
/** A test file without a single test is reported as one passed test that has the file's name. */
const NODE_EMPTY_FILE = /^(?:ok \d{1,9} - (\S+)|✔ (\S+) \(\d{1,9}(?:\.\d{1,9})?ms\))$/;
const TEST_FILE = /(?:(?:^|[/\\._-])test|(?:^|[/\\])test[-/\\][^:]*)\.[cm]?[jt]s$/;
function readNode(line) {
	const [, what, digits] = NODE_LINE.exec(line) ?? [];
	if (what === void 0) return isEmptyNodeFile(line) ? {
		passed: -1,
		total: -1
	} : void 0;
	const count = Number(digits);
	if (what === "tests") return { total: count };
	if (what === "pass") return { passed: count };
	return what === "fail" || what === "cancelled" ? { failed: count } : { skipped: count };
}
function isEmptyNodeFile(line) {
	const [, tap, spec] = NODE_EMPTY_FILE.exec(line) ?? [];
	return TEST_FILE.test(tap ?? spec ?? "");
}
const VITEST_LINE = /^\s*Tests\s+(?:no tests|(\d.*) \(\d{1,9}\))$/;
const JEST_LINE = /^Tests:\s+(\d.*) total$/;
const NOTHING_FOUND = /^(?:No test(?:s| files) found, exiting with code \d|No tests executed!$|No tests were found!!!$|No test is available in |error: no tests to run$|(?:Error: )?No tests found\.?$)/;
const MOCHA_LINE = /^\s+(\d{1,9}) (passing|failing|pending)(?: \(.*\))?$/;
const PYTEST_LINE = /^(?:=+ )?(no tests ran|\d.*) in \d[\d.]*s(?: \([\d:]+\))?(?: =+)?$/;
const PYTEST_WORD = / (?:passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?)\b/;
const CARGO_LINE = new RegExp(`^test result: (?:ok|FAILED)\\. ${NUMBER} passed; ${NUMBER} failed; ${NUMBER} ignored;`);
const MIX_LINE = /^(\d{1,9} .*)?\b(\d{1,9}) failures?(?:, \d{1,9} (?:excluded|invalid|skipped))*$/;
const MIX_KIND = /\b(?:tests?|doctests?|propert(?:y|ies))\b/;
const RSPEC_LINE = new RegExp(`^${NUMBER} examples?, ${NUMBER} failures?(?:, ${NUMBER} pending)?(?:, ${NUMBER} errors? occurred outside of examples)?$`);
const MINITEST_LINE = new RegExp(`^${NUMBER} (?:runs|tests), \\d{1,9} assertions, ${NUMBER} failures, ${NUMBER} errors, ${NUMBER} skips$`);
const MAVEN_LINE = new RegExp(`^(?:\\[\\w+\\] )?Tests run: ${NUMBER}, Failures: ${NUMBER}, Errors: ${NUMBER}, Skipped: ${NUMBER}$`);
const NOTHING_TO_RUN = /^(?:\[\w+\] )?(?:There are )?no tests to run\.?$/i;
const UNITTEST_LINE = /^Ran (\d{1,9}) tests? in \d/;
const UNITTEST_ENDING = /^(?:OK|FAILED) \((.*)\)$/;
/** "1 failed | 2 passed", "1 failed, 2 passed": any separator, each word as a count. */
function readWords(text) {
	const words = [...text.matchAll(/(\d{1,9}) ([a-z]+(?: fail)?)/g)];
	return new Map(words.map(([, digits, word = ""]) => [word, Number(digits)]));
}
function sumOf$1(words, names) {
	return names.reduce((sum, name) => sum + (words.get(name) ?? 0), 0);
}
function toCounts(words) {
	const passed = sumOf$1(words, [
		"passed",
		"xpassed",
		"expected fail"
	]);
	const failed = sumOf$1(words, [
		"failed",
		"error",
		"errors"
	]);
	const skipped = sumOf$1(words, [
		"skipped",
		"todo",
		"pending",
		"xfailed"
	]);
	return {
		passed,
		failed,
		skipped,
		total: passed + failed + skipped
	};
}
function readWordsOf(pattern, line) {
	const match = pattern.exec(line);
	return match === null ? void 0 : toCounts(readWords(match[1] ?? ""));
}
function readPytest$1(line) {
	const [, summary] = PYTEST_LINE.exec(line) ?? [];
	if (summary === void 0 || !(summary === "no tests ran" || PYTEST_WORD.test(summary))) return;
	return toCounts(readWords(summary));
}
function readMocha(line) {
	const [, digits, what] = MOCHA_LINE.exec(line) ?? [];
	if (what === void 0) return void 0;
	const count = Number(digits);
	if (what === "passing") return {
		passed: count,
		total: count
	};
	return what === "failing" ? {
		failed: count,
		total: count
	} : {
		skipped: count,
		total: count
	};
}
function readMix$1(line) {
	if (!MIX_LINE.test(line) || !MIX_KIND.test(line)) return void 0;
	const words = readWords(line);
	const total = sumOf$1(words, [
		"test",
		"tests",
		"doctest",
		"doctests",
		"property",
		"properties"
	]);
	const failed = sumOf$1(words, [
		"failure",
		"failures",
		"invalid"
	]);
	const skipped = sumOf$1(words, ["skipped", "excluded"]);
	return {
		passed: Math.max(0, total - failed - skipped),
		failed,
		skipped,
		total
	};
}
function withPassed({ total, failed, skipped }) {
	return {
		passed: Math.max(0, total - failed - skipped),
		failed,
		skipped,
		total
	};
}
function readNumbers(pattern, line) {
	const match = pattern.exec(line);
	return match === null ? void 0 : match.slice(1).map(toNumber);
}
/** A group that took no part is a zero. */
function toNumber(digits) {
	return Number(digits ?? 0);
}
function readCargo$1(line) {
	const numbers = readNumbers(CARGO_LINE, line);
	if (numbers === void 0) return void 0;
	const [passed = 0, failed = 0, skipped = 0] = numbers;
	return {
		passed,
		failed,
		skipped,
		total: passed + failed + skipped
	};
}
function readRspec$1(line) {
	const numbers = readNumbers(RSPEC_LINE, line);
	if (numbers === void 0) return void 0;
	const [examples = 0, failures = 0, skipped = 0, outside = 0] = numbers;
	return withPassed({
		total: examples + outside,
		failed: failures + outside,
		skipped
	});
}
function readTotalFailuresErrorsSkips(pattern, line) {
	const numbers = readNumbers(pattern, line);
	if (numbers === void 0) return void 0;
	const [total = 0, failures = 0, errors = 0, skipped = 0] = numbers;
	return withPassed({
		total,
		failed: failures + errors,
		skipped
	});
}
function readUnittest(line) {
	const [, ran] = UNITTEST_LINE.exec(line) ?? [];
	if (ran !== void 0) return {
		passed: Number(ran),
		total: Number(ran)
	};
	const [, ending] = UNITTEST_ENDING.exec(line) ?? [];
	if (ending === void 0) return void 0;
	const parts = [...ending.matchAll(/\b(failures|errors|skipped)=(\d{1,9})/g)];
	const words = new Map(parts.map(([, word = "", digits]) => [word, Number(digits)]));
	const failed = sumOf$1(words, ["failures", "errors"]);
	const skipped = sumOf$1(words, ["skipped"]);
	return {
		passed: -failed - skipped,
		failed,
		skipped
	};
}
const DOTNET_LINE = new RegExp(`^(?:Passed|Failed|Skipped)!\\s+- Failed:\\s+${NUMBER}, Passed:\\s+${NUMBER}, Skipped:\\s+${NUMBER}, Total:\\s+\\d`);
const PHPUNIT_OK = /^OK \((\d{1,9}) tests?, \d{1,9} assertions?\)$/;
const PHPUNIT_LINE = /^Tests: (\d{1,9}), Assertions: \d{1,9}(.*)\.$/;
const BUN_LINE = /^\s{1,4}(\d{1,9}) (pass|fail|skip|todo)$/;
const BUN_CLOSING = /^Ran \d{1,9} tests? across /;
const DENO_LINE = /^(?:ok|FAILED) \| (\d{1,9} passed .*)$/;
const NEXTEST_LINE = /^\s*Summary \[.{1,30}\] +\d{1,9}(?:\/\d{1,9})? tests? run: (\d{1,9} passed.*)$/;
const PLAYWRIGHT_LINE = /^ {2}(\d{1,9}) (passed|failed|flaky|skipped|did not run|interrupted)(?: \(.{1,20}\))?$/;
const GRADLE_LINE = /^(\d{1,9}) tests? completed, (\d{1,9}) failed(?:, (\d{1,9}) skipped)?$/;
const CTEST_LINE = /^\d{1,3}% tests passed, (\d{1,9}) tests? failed out of (\d{1,9})$/;
const SCALATEST_LINE = /^(?:\[info\] )?Tests: succeeded (\d{1,9}), failed (\d{1,9}), canceled (\d{1,9}), ignored (\d{1,9}), pending (\d{1,9})$/;
function readPhpunit(line) {
	const [, ok] = PHPUNIT_OK.exec(line) ?? [];
	if (ok !== void 0) return withPassed({
		total: Number(ok),
		failed: 0,
		skipped: 0
	});
	const [, total, rest = ""] = PHPUNIT_LINE.exec(line) ?? [];
	if (total === void 0) return void 0;
	const parts = [...rest.matchAll(/(Failures|Errors|Skipped|Incomplete): (\d{1,9})/g)];
	const words = new Map(parts.map(([, word = "", digits]) => [word, Number(digits)]));
	const failed = sumOf$1(words, ["Failures", "Errors"]);
	return withPassed({
		total: Number(total),
		failed,
		skipped: sumOf$1(words, ["Skipped", "Incomplete"])
	});
}
function readDotnet(line) {
	const [failed, passed = 0, skipped = 0] = readNumbers(DOTNET_LINE, line) ?? [];
	if (failed === void 0) return void 0;
	return {
		passed,
		failed,
		skipped,
		total: passed + failed + skipped
	};
}
function readOneEnding(pattern, line) {
	const [, digits, what] = pattern.exec(line) ?? [];
	if (what === void 0) return void 0;
	const count = Number(digits);
	if (what.startsWith("pass") || what === "flaky") return {
		passed: count,
		total: count
	};
	return what === "fail" || what === "failed" || what === "interrupted" ? {
		failed: count,
		total: count
	} : {
		skipped: count,
		total: count
	};
}
function readBun(line) {
	return BUN_CLOSING.test(line) ? {} : readOneEnding(BUN_LINE, line);
}
/** Steps in brackets are parts of a test; what was filtered out is none. */
function readDeno(line) {
	const [, summary] = DENO_LINE.exec(line) ?? [];
	if (summary === void 0) return void 0;
	const words = readWords(summary.replaceAll(/\([^()]*\)/g, ""));
	const [passed, failed, skipped] = [
		"passed",
		"failed",
		"ignored"
	].map((it) => sumOf$1(words, [it]));
	const counts = {
		passed: passed ?? 0,
		failed: failed ?? 0,
		skipped: skipped ?? 0
	};
	return {
		...counts,
		total: counts.passed + counts.failed + counts.skipped
	};
}
function readGradle(line) {
	const [total, failed = 0, skipped = 0] = readNumbers(GRADLE_LINE, line) ?? [];
	return total === void 0 ? void 0 : withPassed({
		total,
		failed,
		skipped
	});
}
function readCtest(line) {
	const [failed, total = 0] = readNumbers(CTEST_LINE, line) ?? [];
	return failed === void 0 ? void 0 : withPassed({
		total,
		failed,
		skipped: 0
	});
}
function readScalatest(line) {
	const numbers = readNumbers(SCALATEST_LINE, line);
	if (numbers === void 0) return void 0;
	const [passed = 0, failed = 0, canceled = 0, ignored = 0, pending = 0] = numbers;
	const skipped = canceled + ignored + pending;
	return {
		passed,
		failed,
		skipped,
		total: passed + failed + skipped
	};
}
function readNothing(line) {
	return NOTHING_FOUND.test(line) || NOTHING_TO_RUN.test(line) ? {} : void 0;
}
/** Every runner whose closing lines can be read one by one. */
const SUMMARY_FORMATS = [
	{
		read: readNode,
		closing: /^(?:#|ℹ) tests \d{1,9}$/
	},
	{ read: (line) => readWordsOf(VITEST_LINE, line) },
	{ read: (line) => readWordsOf(JEST_LINE, line) },
	{ read: readMocha },
	{ read: readPytest$1 },
	{
		read: readUnittest,
		closing: UNITTEST_LINE
	},
	{ read: readCargo$1 },
	{ read: readMix$1 },
	{ read: readRspec$1 },
	{ read: (line) => readTotalFailuresErrorsSkips(MINITEST_LINE, line) },
	{ read: (line) => readTotalFailuresErrorsSkips(MAVEN_LINE, line) },
	{ read: readDotnet },
	{ read: readPhpunit },
	{
		read: readBun,
		closing: BUN_CLOSING
	},
	{ read: readDeno },
	{ read: (line) => readWordsOf(NEXTEST_LINE, line) },
	{ read: (line) => readOneEnding(PLAYWRIGHT_LINE, line) },
	{ read: readGradle },
	{ read: readCtest },
	{ read: readScalatest },
	{ read: readNothing }
];
// src/observe/test-counts.ts
/** No runner closes with a longer line. */
const LINE_CHARACTERS_MAX$1 = 500;
/** A bare number is none of a runner's words; the plan of a TAP stream is. */
const WORDY = /[a-z]|^1\.\./i;
const INTERESTING = /\d|no tests?\b|^(?:not )?ok\b|^FAIL\b|^> Task |^\[INFO\] Tests are |^Bail out!/i;
/** What runners of many packages put before each line: `packages/a test: `, `web:test: `. */
const PREFIX = /^[@\w./:#-]{1,100}(?: [\w./:-]{1,100})?: /;
/** Several closing lines of one runner add up: it ran more than once. */
function openTestCounts() {
	const plain = createCounters();
	const prefixed = createCounters();
	let at = 0;
	const lines = openLines((line) => {
		at += 1;
		const text = line.trimEnd();
		if (text.length > LINE_CHARACTERS_MAX$1) return;
		plain.see({
			text,
			at
		});
		const [prefix] = PREFIX.exec(text) ?? [];
		if (prefix !== void 0) prefixed.see({
			text: text.slice(prefix.length),
			at
		});
	});
	return {
		write: lines.write,
		end: () => {
			lines.end();
			const reading = choose(plain.readings(), prefixed.readings());
			return reading === void 0 ? void 0 : withoutNegatives(reading.counts);
		}
	};
}
/** The same of an output that is at hand. */
function readTestCounts(output) {
	const counter = openTestCounts();
	counter.write(output);
	return counter.end();
}
function createCounters() {
	const counters = [
		...SUMMARY_FORMATS.map(createSummaryCounter),
		createGoCounter(),
		createTapCounter(),
		...IDLE_BUILDS.map(createIdleCounter)
	];
	return {
		see: (line) => {
			if (!WORDY.test(line.text) || !INTERESTING.test(line.text)) return;
			for (const counter of counters) counter.see(line);
		},
		readings: () => counters.flatMap((counter) => counter.reading() ?? [])
	};
}
/** Packages run side by side, so which of them speaks last says nothing. */
function choose(plain, prefixed) {
	const failing = [...plain, ...prefixed].filter(({ counts }) => counts.failed > 0);
	const [last] = (failing.length > 0 ? failing : plain).toSorted((left, right) => right.at - left.at);
	const [most] = prefixed.toSorted((left, right) => right.counts.passed - left.counts.passed);
	return last ?? most;
}
function createSummaryCounter({ read, closing }) {
	let sum = NO_COUNTS$1;
	let last;
	return {
		see: ({ text, at }) => {
			const counts = read(text);
			if (counts === void 0) return;
			sum = add(sum, counts);
			if (closing?.test(text) ?? true) last = at;
		},
		reading: () => last === void 0 ? void 0 : {
			counts: sum,
			at: last
		}
	};
}
const NO_COUNTS$1 = {
	passed: 0,
	failed: 0,
	skipped: 0,
	total: 0
};
function add(left, right) {
	return {
		passed: left.passed + (right.passed ?? 0),
		failed: left.failed + (right.failed ?? 0),
		skipped: left.skipped + (right.skipped ?? 0),
		total: left.total + (right.total ?? 0)
	};
}
function withoutNegatives({ passed, failed, skipped, total }) {
	return {
		passed: Math.max(0, passed),
		failed: Math.max(0, failed),
		skipped: Math.max(0, skipped),
		total: Math.max(0, total)
	};
}
// src/observe/test-failures.ts
const FINDINGS_MAX$2 = 50;
const LINE_CHARACTERS_MAX = 500;
/** How far behind a TAP point its location stands. */
const TAP_DETAIL_LINES_MAX = 16;
/** How far above the verdict of a Go test its words may stand. */
const GO_OUTPUT_LINES_MAX = 100;
/** How much of an assertion's own words is worth telling with the test's name. */
const SAID_LINES_MAX = 6;
const SAID_CHARACTERS_MAX = 200;
/** Names the failing tests where the runner does so on a line of its own. */
function readTestFailures(output, folder) {
	const lines = output.split("\n");
	const findings = /* @__PURE__ */ new Map();
	for (const [index, text] of lines.entries()) {
		if (findings.size >= FINDINGS_MAX$2) break;
		if (text.length > LINE_CHARACTERS_MAX || !FAILURE_HINT.test(text)) continue;
		const failure = readFirst({
			line: text.trimEnd(),
			next: (lines[index + 1] ?? "").slice(0, LINE_CHARACTERS_MAX).trimEnd(),
			following: () => lines.slice(index + 1, index + 1 + TAP_DETAIL_LINES_MAX),
			preceding: () => lines.slice(Math.max(0, index - GO_OUTPUT_LINES_MAX), index).toReversed()
		});
		if (failure !== void 0) {
			const finding = toFinding(failure, folder);
			findings.set(`${finding.file}\n${finding.message}`, finding);
		}
	}
	return withoutRepeats([...findings.values()]);
}
/** A runner may list a test first and say later what went wrong in it. */
function withoutRepeats(findings) {
	const told = findings.filter(({ file }) => file !== "").map(({ message }) => `${message}:`);
	return findings.filter(({ file, message }) => file !== "" || !told.some((it) => it.startsWith(`${message}:`)));
}
const FAILURE_HINT = /fail|not ok|^---- |test at |error |rspec |^\s+\d+\) test |● /i;
function readFirst(place) {
	for (const read of READERS) {
		const failure = read(place);
		if (failure !== void 0) return failure;
	}
}
const READERS = [
	readNodeSpec,
	readTap,
	readVitest,
	readJest,
	readPytest,
	readGo,
	readCargo,
	readRspec,
	readMix
];
function readNodeSpec({ line, next, following }) {
	const [, file, row, column] = /^test at (.+):(\d{1,9}):(\d{1,9})$/.exec(line) ?? [];
	const [, name] = /^\s*✖ (.+?)(?: \([\d.]+ms\))?$/.exec(next) ?? [];
	if (file === void 0 || name === void 0) return void 0;
	const words = following().slice(1);
	const end = words.findIndex((text) => /^\s+at /.test(text));
	return {
		name: withReason(name, saidBy(words.slice(0, end === -1 ? SAID_LINES_MAX : end))),
		file,
		line: Number(row),
		column: Number(column)
	};
}
/** What an assertion says in its first lines, on one line and without its class. */
function saidBy(lines) {
	return lines.slice(0, SAID_LINES_MAX).map((text) => text.trim()).filter((text) => text !== "").join(" ").replace(/^(?:\w*Error)(?: \[\w+\])?: /, "").slice(0, SAID_CHARACTERS_MAX);
}
function withReason(name, why) {
	return why === "" ? name : `${name}: ${why}`;
}
function readTap({ line, following }) {
	const [, name] = /^\s*not ok(?: \d{1,9})?(?: - | )(.+)$/.exec(line) ?? [];
	if (name === void 0 || /# (?:SKIP|TODO)\b/i.test(name)) return void 0;
	const rest = following();
	const end = rest.findIndex((text) => /^\s*(?:not ok|ok)\b/.test(text));
	const details = rest.slice(0, end === -1 ? rest.length : end).map((text) => text.slice(0, LINE_CHARACTERS_MAX)).join("\n");
	if (/^\s*type: 'suite'$/m.test(details)) return void 0;
	const [, file, row, column] = /^\s*location: '(.+):(\d{1,9}):(\d{1,9})'$/m.exec(details) ?? [];
	const told = withReason(name, errorIn(details));
	return file === void 0 ? { name: told } : {
		name: told,
		file,
		line: Number(row),
		column: Number(column)
	};
}
/** The `error` of a TAP point's details: on its line, or as a block below it. */
function errorIn(details) {
	const [, quoted] = /^\s*error: '(.*)'$/m.exec(details) ?? [];
	if (quoted !== void 0) return saidBy([quoted]);
	const [, block] = /^\s*error: \|-\n((?:(?!\s*\w+: ).*\n?){1,6})/m.exec(details) ?? [];
	return saidBy((block ?? "").split("\n"));
}
function readVitest({ line }) {
	const [, file, name] = /^\s*FAIL\s+(?:\|[^|]+\| )?(\S+) > (.+)$/.exec(line) ?? [];
	return file === void 0 || name === void 0 ? void 0 : {
		name,
		file
	};
}
function readJest({ line }) {
	const [, name] = /^\s+● (.+ › .+)$/.exec(line) ?? [];
	return name === void 0 ? void 0 : { name };
}
function readPytest({ line }) {
	const [, file, name, message] = /^(?:FAILED|ERROR) ([^\s:]+\.py)(?:::(.+?))?(?: - (.*))?$/.exec(line) ?? [];
	if (file === void 0) return void 0;
	return {
		file,
		name: [name ?? "could not be collected", message].filter(Boolean).join(": ")
	};
}
const GO_WORDS = /^\s+(\S+\.go):(\d{1,9}): (.*)$/;
function readGo({ line, next, preceding }) {
	const [, name] = /^\s*--- FAIL: (\S+)/.exec(line) ?? [];
	if (name === void 0) return void 0;
	const words = GO_WORDS.test(next) ? next : lastWordsOf(name, preceding());
	const [, file, row, said] = GO_WORDS.exec(words) ?? [];
	return file === void 0 ? { name } : {
		name: `${name}: ${said ?? ""}`,
		file,
		line: Number(row)
	};
}
/** With `-v` what a test says stands above its verdict, below a line that names it. */
function lastWordsOf(name, preceding) {
	let words = "";
	for (const text of preceding) {
		const line = text.slice(0, LINE_CHARACTERS_MAX).trimEnd();
		const [, speaker] = /^=== (?:RUN|NAME|CONT)\s+(\S+)$/.exec(line) ?? [];
		if (speaker === name && words !== "") return words;
		if (speaker !== void 0) words = "";
		else if (words === "" && GO_WORDS.test(line)) words = line;
	}
	return "";
}
function readCargo({ line, following }) {
	const [, short] = /^test (.+) \.\.\. FAILED$/.exec(line) ?? [];
	if (short !== void 0) return { name: short };
	const [, name] = /^---- (\S+) stdout ----$/.exec(line) ?? [];
	if (name === void 0) return void 0;
	const words = following().map((text) => text.slice(0, LINE_CHARACTERS_MAX));
	const at = words.findIndex((text) => CARGO_PANIC.test(text));
	const [, file, row, column] = CARGO_PANIC.exec(words[at] ?? "") ?? [];
	if (file === void 0) return { name };
	const end = words.findIndex((text, index) => index > at && /^(?:note: |----|$)/.test(text));
	return {
		name: withReason(name, saidBy(words.slice(at + 1, end === -1 ? void 0 : end))),
		file,
		line: Number(row),
		column: Number(column)
	};
}
const CARGO_PANIC = /^thread '.*' (?:\(\d+\) )?panicked at (\S+):(\d{1,9}):(\d{1,9}):$/;
function readRspec({ line }) {
	const [, file, row, name] = /^rspec (\S+):(\d{1,9}) # (.+)$/.exec(line) ?? [];
	return file === void 0 || name === void 0 ? void 0 : {
		name,
		file,
		line: Number(row)
	};
}
function readMix({ line, next }) {
	const [, name] = /^\s+\d{1,9}\) test (.+)$/.exec(line) ?? [];
	const [, file, row] = /^\s+(\S+\.exs?):(\d{1,9})$/.exec(next) ?? [];
	return name === void 0 || file === void 0 ? void 0 : {
		name,
		file,
		line: Number(row)
	};
}
function toFinding(failure, folder) {
	const { name, file = "", line, column } = failure;
	return {
		file: file.replace(/^file:\/\//, "").replace(`${folder}/`, ""),
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column },
		level: "error",
		message: name
	};
}
// src/observe/property.ts
const OUTPUT_BYTES_MAX$2 = 4194304;
/** More may have been tried than were wanted, and yet it is no pass. */
const FAILING_SCORE_MAX = .99;
/** A suite of properties: exit 0, nothing refuted, and nothing that says that no property was tried. */
const property = {
	triggers: ["tree"],
	permanent: ["not-started"],
	observe: observeProperty
};
async function observeProperty({ check, timeoutMs }, context) {
	const { mergeStderr } = check;
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$2,
		mergeStderr
	}, context);
	if (run.kind === "not-ended") return run.draft;
	const { program } = run;
	const text = toPlainText(program.output);
	const counts = readTestCounts(text);
	const draft = judge$2({
		check,
		program,
		text,
		counts
	});
	return {
		output: program.output,
		secrets: program.secrets,
		...draft,
		...counts === void 0 ? {} : { counts },
		findings: draft.status === "pass" ? [] : findingsIn(text, draft.findings ?? [], context.folder)
	};
}
function judge$2({ check, program, text, counts }) {
	const wanted = "exit code 0 and no counterexample";
	const refuted = readCounterexample(text);
	if (refuted !== void 0) return {
		...judgeRefuted(refuted, check),
		wanted
	};
	const ending = describeEnding(check.command, program);
	const seen = `exit code ${program.code}, no counterexample`;
	if (program.code !== 0) return {
		status: "fail",
		message: `${ending}, expected 0; no counterexample was printed`,
		seen,
		wanted
	};
	const reason = whyNoPass(text, counts);
	if (reason !== void 0) return {
		status: "fail",
		message: reason,
		seen,
		wanted
	};
	return {
		status: "pass",
		message: `${ending}${noteOn(text)}`,
		score: 1,
		seen,
		wanted
	};
}
function judgeRefuted({ values, failedAt }, { testsWanted }) {
	const tries = failedAt === void 0 ? "" : ` at test ${failedAt}`;
	const message = `a property was refuted${tries}${values === "" ? "" : `: ${values}`}`;
	return {
		status: "fail",
		message,
		seen: `a counterexample${tries}`,
		findings: [{
			file: "",
			level: "error",
			message
		}],
		...failedAt === void 0 ? {} : { score: scoreOf$1(failedAt, testsWanted) }
	};
}
/** The share of the wanted tests that held. */
function scoreOf$1(failedAt, testsWanted) {
	return Math.min(FAILING_SCORE_MAX, Math.max(0, failedAt - 1) / testsWanted);
}
const TRIES = /\bOK[:,]? passed (\d{1,9}) tests?/gi;
/** Why exit 0 says nothing: suites that run nothing are content with themselves. */
function whyNoPass(text, counts) {
	if (counts !== void 0 && counts.failed > 0) return `exit code 0 but ${counts.failed} of ${counts.total} tests failed`;
	if (counts !== void 0 && counts.passed === 0) return counts.total === 0 ? "no test ran: expected at least one property" : `no property was tried: all ${counts.total} tests were skipped`;
	const tries = [...text.matchAll(TRIES)].map(([, count]) => Number(count));
	return tries.length > 0 && tries.every((count) => count === 0) ? "no property was tried: every one of them passed 0 tests" : void 0;
}
function noteOn(text) {
	return /\bpropert(?:y|ies)\b/i.test(text) || text.search(TRIES) !== -1 ? "" : "; nothing in its output says that a property was tried";
}
function findingsIn(text, known, folder) {
	const failures = [...known, ...readTestFailures(text, folder)];
	return failures.length === 0 ? readCompilerFindings(text, folder) : failures;
}
// src/observe/ratchet.ts
/** A number that may get better and not worse. */
const ratchet = {
	triggers: ["tree"],
	permanent: ["not-started", "bad-check"],
	observe: observeRatchet
};
async function observeRatchet({ id, check, timeoutMs }, context) {
	const { metric, direction } = check;
	const measured = await runMeasure(metric, timeoutMs, context);
	if (measured.kind === "not-measured") return measured.draft;
	const draft = await holdToBaseline({
		name: "the metric",
		signal: measured.value,
		key: id,
		measuredBy: {
			...identityOf(metric),
			direction
		},
		source: check.baseline,
		direction,
		allowedRegression: check.allowedRegression,
		measureAgain: async (there) => await runMeasure(metric, timeoutMs, there)
	}, context);
	const { output, secrets } = measured.program;
	return {
		output,
		secrets,
		...draft,
		message: `${draft.message}${measured.note}`
	};
}
// src/observe/scope-guard.ts
const NAMED_MAX = 5;
/** Nothing below a denied folder differs from what it was, whoever changed it, moved it or put it there. */
const scopeGuard = {
	triggers: ["tree"],
	permanent: [],
	observe: async ({ check }, context) => await observeScopeGuard(check, context)
};
async function observeScopeGuard({ deny }, { diff }) {
	const changed = await diff.changedPaths();
	const denied = changed.filter(({ path }) => deny.some((prefix) => isBelow(path, prefix)));
	const wanted = `nothing changed below ${deny.join(", ")}`;
	const seen = `${denied.length} of ${changed.length} changed paths are below it`;
	if (denied.length === 0) return {
		status: "pass",
		message: `${wanted} since ${diff.since}`,
		seen,
		wanted,
		score: 1
	};
	const names = denied.slice(0, NAMED_MAX).map(({ path }) => path);
	const more = denied.length > names.length ? ` and ${denied.length - names.length} more` : "";
	return {
		status: "fail",
		message: `[scope].deny: expected ${wanted}, found ${names.join(", ")}${more}; put them back as they were at ${diff.since}`,
		seen,
		wanted,
		score: 1 / (1 + denied.length),
		findings: denied.map(({ path, kind }) => ({
			file: path,
			rule: "scope_deny_paths",
			level: "error",
			message: `${kind}, but [scope].deny forbids to change it`
		}))
	};
}
// src/observe/finding-tally.ts
/** So many entries are remembered one by one; more findings are remembered less closely. */
const ENTRIES_MAX = 5e3;
/** Closest first. */
const CLOSENESSES = [
	"finding",
	"rule-and-file",
	"number"
];
/** Marks an entry that stands for more than one finding, so that it is never taken for a fingerprint. */
const COARSE_MARK = "~";
const NUMBER_KEY = COARSE_MARK;
/** An empty one. */
function createFindingTally() {
	const counts = CLOSENESSES.map((closeness) => ({
		closeness,
		keys: /* @__PURE__ */ new Map()
	}));
	let total = 0;
	return {
		add: (finding) => {
			total += 1;
			for (const { closeness, keys } of counts) if (keys.size <= ENTRIES_MAX) increment(keys, keyOf(finding, closeness));
		},
		total: () => total,
		entries: () => formatEntries(counts.find(({ keys }) => keys.size <= ENTRIES_MAX)?.keys ?? NONE$1)
	};
}
const NONE$1 = /* @__PURE__ */ new Map();
/** What a finding is remembered by. */
function keyOf(finding, closeness) {
	switch (closeness) {
		case "finding": return finding.fingerprint;
		case "rule-and-file": return `${COARSE_MARK}${checkDigest([finding.rule ?? "", finding.file])}`;
		case "number": return NUMBER_KEY;
	}
}
/** How closely these entries were remembered. */
function closenessOf(entries) {
	const [first = ""] = entries;
	if (!first.startsWith(COARSE_MARK)) return "finding";
	return parseEntry(first).key === NUMBER_KEY ? "number" : "rule-and-file";
}
/** As a baseline keeps them: the key, and how often where it is more than once. */
function formatEntries(counts) {
	return [...counts].map(([key, count]) => count === 1 ? key : `${key}*${count}`).toSorted();
}
/** One entry of a baseline. */
function parseEntry(entry) {
	const [, key, count] = /^(.{1,64})\*(\d{1,9})$/.exec(entry) ?? [];
	return key === void 0 ? {
		key: entry,
		count: 1
	} : {
		key,
		count: Number(count)
	};
}
function increment(keys, key) {
	keys.set(key, (keys.get(key) ?? 0) + 1);
}
// src/observe/collect-findings.ts
const FINDINGS_MAX$1 = 50;
/** Without known ones every finding is new. */
function collectFindings(known) {
	const tally = createFindingTally();
	const fresh = [];
	const old = [];
	let newCount = 0;
	return {
		tally,
		add: (reported) => {
			tally.add(reported);
			const isNew = known?.recognizes(reported) !== true;
			if (isNew) newCount += 1;
			const kept = isNew ? fresh : old;
			const { fingerprint: _fingerprint, ...finding } = reported;
			if (kept.length < FINDINGS_MAX$1) kept.push(finding);
		},
		newCount: () => newCount,
		shown: () => [...fresh, ...old].slice(0, FINDINGS_MAX$1)
	};
}
// src/observe/known-findings.ts
/** From the entries of a baseline. */
function openKnownFindings(entries) {
	const closeness = closenessOf(entries);
	const waiting = new Map(entries.map(parseEntry).map(({ key, count }) => [key, count]));
	const found = /* @__PURE__ */ new Map();
	return {
		entries,
		closeness,
		recognizes: (finding) => {
			const key = keyOf(finding, closeness);
			const left = waiting.get(key) ?? 0;
			if (left === 0) return false;
			waiting.set(key, left - 1);
			found.set(key, (found.get(key) ?? 0) + 1);
			return true;
		},
		entriesFound: () => formatEntries(found)
	};
}
// src/observe/run-analyzer.ts
const OUTPUT_BYTES_MAX$1 = 262144;
/** Runs an analyzer and reads its findings. One that crashed has not found nothing. */
async function runAnalyzer(check, { onFinding, timeoutMs }, context) {
	const counts = {
		all: 0,
		placed: 0
	};
	const readers = [];
	function openReader() {
		const reader = openFindings(check.format, (finding) => {
			counts.all += 1;
			if (finding.file !== "") counts.placed += 1;
			onFinding(finding);
		}, context);
		readers.push(reader);
		return reader;
	}
	const { mergeStderr, report } = check;
	const { onStdout, finish } = report === void 0 ? readOutput(openReader()) : await readFiles(report, openReader, context);
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX$1,
		mergeStderr,
		onStdout
	}, context);
	if (run.kind === "not-ended") return {
		kind: "not-analyzed",
		draft: run.draft
	};
	const { program } = run;
	const problem = findBreakdown(check, program) ?? findUnread(check, program, await finish()) ?? findContradiction(check, program, {
		...counts,
		excused: excusedBy(readers)
	});
	if (problem === void 0) return {
		kind: "analyzed",
		program
	};
	const { output, secrets } = program;
	return {
		kind: "not-analyzed",
		draft: {
			status: "error",
			output,
			secrets,
			...problem
		}
	};
}
function excusedBy(readers) {
	return readers.reduce((sum, reader) => sum + (reader.excused?.() ?? 0), 0);
}
function findBreakdown({ command, errorCodes }, program) {
	const { code, signal } = program;
	const ending = describeEnding(command, program);
	if (errorCodes.includes(code)) return {
		error: "tool-failed",
		message: `${ending}, which its error_codes name as "could not be evaluated"`,
		seen: `exit code ${code}`
	};
	if (signal !== void 0) return {
		error: "tool-failed",
		message: `${ending} before its report was complete`
	};
	if (code !== 126 && code !== 127) return void 0;
	return {
		error: "tool-failed",
		message: `${ending}: the program it names was not found or not executable`
	};
}
function findUnread({ command, format }, program, problem) {
	if (problem === void 0) return void 0;
	return {
		error: program.code === 0 ? "unreadable-output" : "tool-failed",
		message: `${describeEnding(command, program)}, expected a report in the format ${format.kind}: ${problem}`
	};
}
/**
* An analyzer that fails and reports nothing has most likely crashed, and zero would look like a clean
* bill; only what is excused in its own report may be what it complains of.
*/
function findContradiction({ command, format }, program, counts) {
	const found = SPEAKS_OF_ITSELF.has(format.kind) ? counts.placed : counts.all;
	if (program.code === 0 || found + counts.excused > 0) return void 0;
	return {
		error: "tool-failed",
		message: `${describeEnding(command, program)} and reported no finding in the format ${format.kind}: it could not do its work, or its output is something else`
	};
}
/** Tools whose lines without a file are about themselves. */
const SPEAKS_OF_ITSELF = /* @__PURE__ */ new Set([
	"tsc",
	"mypy",
	"dialyzer"
]);
// src/observe/findings-basis.ts
/** Looks up what was known before, or analyzes the tree that the work started from. */
async function findFindingsBasis({ id, check, timeoutMs }, context) {
	const { baseline, allowedRegression } = check;
	if (baseline === void 0) return {
		kind: "number",
		value: 0,
		allowedRegression: 0
	};
	switch (baseline.kind) {
		case "number": return {
			kind: "number",
			value: baseline.value,
			allowedRegression
		};
		case "stored": return await findStored(id, {
			check,
			timeoutMs
		}, context);
		case "ref": return await findAtBase(baseline.ref, {
			check,
			timeoutMs
		}, context);
	}
}
/** Whoever changed the tree must not say what was known before: that is analyzed where the work began. */
async function findStored(key, subject, context) {
	const { baselines } = context;
	const digest = digestOf(subject.check);
	const stored = baselines.stored(key, digest);
	if (stored?.fingerprints !== void 0) return {
		kind: "known",
		known: openKnownFindings(stored.fingerprints),
		digest
	};
	if (stored !== void 0) return noBaseline("what is kept as the baseline of this check names no findings");
	if (baselines.isBase) return {
		kind: "seed",
		digest
	};
	const there = await findAtBase("HEAD", subject, context);
	return there.kind === "known" ? {
		...there,
		digest,
		isNew: true
	} : there;
}
/** Of what the findings depend on: those of another command would all be new. */
function digestOf({ command, args, env, format, report, mergeStderr }) {
	return checkDigest({
		command,
		args,
		env,
		format,
		report,
		mergeStderr
	});
}
async function findAtBase(ref, { check, timeoutMs }, context) {
	const tally = createFindingTally();
	const options = {
		timeoutMs,
		onFinding: tally.add
	};
	const there = await context.baselines.atBase(ref, async (base) => await runAnalyzer(check, options, base));
	if (there.kind === "none") return noBaseline(`there is no baseline: ${there.reason}`);
	if (there.value.kind === "analyzed") return {
		kind: "known",
		known: openKnownFindings(tally.entries())
	};
	const { draft } = there.value;
	return noBaseline(`there is no baseline: ${`the commit that the work began from (${there.commit.slice(0, 12)})`} could not be analyzed: ${draft.message}`, draft);
}
function noBaseline(message, rest = {}) {
	return {
		kind: "none",
		draft: {
			...rest,
			status: "error",
			error: "no-baseline",
			message
		}
	};
}
// src/observe/static.ts
/** What counts stands in the findings. */
const SHOWN_CHARACTERS_MAX = 2e3;
/** An analyzer finds nothing, or nothing that was not known before. */
const staticAnalysis = {
	triggers: ["tree"],
	permanent: ["not-started", "bad-check"],
	observe: observeStatic
};
async function observeStatic(subject, context) {
	const { check, timeoutMs } = subject;
	const basis = await findFindingsBasis(subject, context);
	if (basis.kind === "none") return basis.draft;
	const collected = collectFindings(basis.kind === "known" ? basis.known : void 0);
	const run = await runAnalyzer(check, {
		timeoutMs,
		onFinding: collected.add
	}, context);
	if (run.kind === "not-analyzed") return run.draft;
	const draft = judge$1(basis, subject, collected);
	const { output, secrets } = run.program;
	const findings = draft.status === "fail" ? collected.shown() : [];
	return {
		output,
		outputCharactersMax: SHOWN_CHARACTERS_MAX,
		secrets,
		...draft,
		findings
	};
}
function judge$1(basis, subject, collected) {
	switch (basis.kind) {
		case "number": return judgeNumber(basis, collected.tally.total());
		case "seed": return seed(subject.id, basis.digest, collected);
		case "known": return judgeKnown(basis, subject, collected);
	}
}
function judgeNumber({ value, allowedRegression }, total) {
	const { holds, score, wanted } = judgeRatchet({
		signal: total,
		baseline: value,
		direction: "lower_better",
		allowedRegression
	});
	const seen = describeFindings(total);
	return {
		status: holds ? "pass" : "fail",
		message: `${seen}, expected ${wanted}`,
		score,
		seen,
		wanted
	};
}
function seed(key, check, { tally }) {
	const seen = describeFindings(tally.total());
	const fingerprints = tally.entries();
	return {
		status: "pass",
		message: `${seen}: none are known from earlier, so these are the baseline from now on${NOTES[closenessOf(fingerprints)]}`,
		score: 1,
		seen,
		wanted: "no baseline yet",
		baselines: [{
			key,
			check,
			fingerprints
		}]
	};
}
function judgeKnown({ known, digest, isNew }, { id, check }, { tally, newCount }) {
	const { holds, score, wanted } = judgeRatchet({
		signal: newCount(),
		baseline: 0,
		direction: "lower_better",
		allowedRegression: check.allowedRegression
	});
	const seen = `${newCount()} new of ${describeFindings(tally.total())}`;
	const judged = {
		message: `${seen}, expected ${wanted} new${NOTES[known.closeness]}`,
		score,
		seen,
		wanted: `${wanted} new`
	};
	if (!holds) return {
		status: "fail",
		...judged
	};
	const fingerprints = newCount() === 0 ? tally.entries() : known.entriesFound();
	const isKept = isNew !== true && areEqual(fingerprints, known.entries);
	if (digest === void 0 || isKept) return {
		status: "pass",
		...judged
	};
	return {
		status: "pass",
		...judged,
		baselines: [{
			key: id,
			check: digest,
			fingerprints
		}]
	};
}
/** What is remembered less closely is told, because another finding can take the place of one. */
const NOTES = {
	finding: "",
	"rule-and-file": "; there were too many to know each, so those of a rule in a file are counted",
	number: "; there were too many to know each, so they are counted"
};
function describeFindings(count) {
	return count === 1 ? "1 finding" : `${count} findings`;
}
function areEqual(left, right) {
	return left.length === right.length && left.every((entry, index) => entry === right[index]);
}
// src/observe/test-reports.ts
const FAILURES_MAX = 50;
/** Call it before the runner starts. Files come first, then JUnit that it prints, then its closing lines. */
async function openTestReports({ report }, context) {
	return report === void 0 ? openPrinted(context) : await openWritten(report, context);
}
async function openWritten(report, context) {
	const readers = [];
	const failures = collect();
	const files = await readFiles(report, () => {
		const reader = openJunit(failures.add, context);
		readers.push(reader);
		return reader;
	}, context);
	return {
		onStdout: files.onStdout,
		finish: async () => {
			const problem = await files.finish();
			return toReading(sumOf(readers.map((reader) => reader.counts())), failures.all, problem);
		}
	};
}
function openPrinted(context) {
	const failures = collect();
	const junit = openJunit(failures.add, context);
	const lines = openTestCounts();
	const printed = readOutput({
		write: (text) => {
			junit.write(text);
			lines.write(text);
		},
		end: () => junit.end()
	});
	return {
		onStdout: printed.onStdout,
		finish: async () => {
			const problem = await printed.finish();
			if (junit.hasBegun()) return toReading(junit.counts(), failures.all, problem);
			const counts = lines.end();
			return {
				failures: [],
				...counts === void 0 ? {} : { counts }
			};
		}
	};
}
function collect() {
	const all = [];
	return {
		all,
		add: (toFinding) => {
			if (all.length < FAILURES_MAX) all.push(toFinding());
		}
	};
}
/** A part of a report can say that something failed, and never that nothing did. */
function toReading(counts, failures, problem) {
	if (problem === void 0) return {
		counts,
		failures
	};
	return counts.failed === 0 ? {
		failures,
		problem
	} : {
		counts,
		failures,
		problem
	};
}
const NO_COUNTS = {
	passed: 0,
	failed: 0,
	skipped: 0,
	total: 0
};
function sumOf(counts) {
	return counts.reduce((left, right) => ({
		passed: left.passed + right.passed,
		failed: left.failed + right.failed,
		skipped: left.skipped + right.skipped,
		total: left.total + right.total
	}), NO_COUNTS);
}
// src/observe/test-runner.ts
/** For the names of failing tests; counts are taken from all of the output. */
const OUTPUT_BYTES_MAX = 4194304;
/** Passes on exit 0 and at least one test that really ran. */
const testRunner = {
	triggers: ["tree"],
	permanent: ["not-started"],
	observe: async ({ check, timeoutMs }, context) => await observeTestRunner(check, timeoutMs, context)
};
async function observeTestRunner(check, timeoutMs, context) {
	const reports = await openTestReports(check, context);
	const { onStdout } = reports;
	const run = await runCheck(check, {
		timeoutMs,
		outputBytesMax: OUTPUT_BYTES_MAX,
		mergeStderr: true,
		onStdout
	}, context);
	if (run.kind === "not-ended") return run.draft;
	const { code, output, secrets } = run.program;
	const reading = await reports.finish();
	const { counts } = reading;
	const hasPassed = code === 0 && (counts?.failed ?? 0) === 0;
	return {
		...judge(describeEnding(check.command, run.program), run.program, reading),
		...counts === void 0 ? {} : {
			counts,
			...scoreOf(counts)
		},
		findings: hasPassed ? NONE : failuresOf(reading, output, context.folder),
		output,
		secrets
	};
}
const NONE = [];
/** What a report names is exact; without one the runner's words have to do. */
function failuresOf({ failures }, output, folder) {
	return failures.length > 0 ? failures : readTestFailures(toPlainText(output), folder);
}
function judge(ending, { code }, reading) {
	const { counts, problem } = reading;
	if (problem !== void 0) return judgeUnreported(ending, code, reading);
	if (counts === void 0) return judgeUncounted(ending, code);
	const seen = `exit code ${code}, ${formatCounts(counts)}`;
	const wanted = "exit code 0, no failed test, at least one passed";
	const verdict = code === 0 ? counted(counts) : `${ending}, expected 0; ${formatCounts(counts)}`;
	return verdict === void 0 ? {
		status: "pass",
		message: formatCounts(counts),
		seen,
		wanted
	} : {
		status: "fail",
		message: verdict,
		seen,
		wanted
	};
}
/** A suite that does not even build writes no report, and that is work to do. */
function judgeUnreported(ending, code, { counts, problem = "" }) {
	const known = counts === void 0 ? "" : `; so far ${formatCounts(counts)}`;
	const message = `${ending}, but its report does not say what ran: ${problem}${known}`;
	if (code === 0 && counts === void 0) return {
		status: "error",
		error: "unreadable-output",
		message,
		wanted: "a JUnit report"
	};
	return {
		status: "fail",
		message,
		seen: `exit code ${code}${known}`,
		wanted: "exit code 0 and no failed test"
	};
}
function judgeUncounted(ending, code) {
	const wanted = "exit code 0";
	const seen = `exit code ${code}`;
	return code === 0 ? {
		status: "pass",
		message: `${ending}; its tests could not be counted, so nothing says that any ran`,
		seen,
		wanted
	} : {
		status: "fail",
		message: `${ending}, expected 0`,
		seen,
		wanted
	};
}
/** Why counts forbid a pass in spite of exit 0. */
function counted(counts) {
	if (counts.failed > 0) return `exit code 0 but ${formatCounts(counts)}`;
	if (counts.total === 0) return "no test ran: expected at least one";
	return counts.passed === 0 ? `no test ran: all ${counts.total} were skipped, expected at least one to run` : void 0;
}
function formatCounts({ passed, failed, skipped, total }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped of ${total} tests`;
}
function scoreOf({ passed, total }) {
	return total === 0 ? {} : { score: passed / total };
}
// src/observe/providers.ts
/** Everything that can be evaluated, one row a kind. */
const PROVIDERS = {
	custom_script: customScript,
	test_runner: testRunner,
	http_probe: httpProbe,
	prod_log: prodLog,
	browser,
	metrics,
	ratchet,
	static: staticAnalysis,
	coverage,
	property,
	mutation,
	cve,
	cli,
	no_stubs: noStubs,
	docs_updated: docsUpdated,
	gherkin,
	landed,
	scope_guard: scopeGuard,
	not_built: notBuilt
};
// src/observe/result-draft.ts
const MESSAGE_CHARACTERS_MAX = 500;
const DETAIL_CHARACTERS_MAX = 2e3;
const RULE_CHARACTERS_MAX = 200;
const FINDINGS_MAX = 50;
const FILES_MAX = 20;
/** With the mark in the middle this stays under the 8,000 of the evidence. */
const EXCERPT_CHARACTERS_MAX = 7900;
/** Of a longer text only both ends are cleaned at all; what an excerpt can show stands well inside. */
const CLEANED_CHARACTERS_MAX = 131072;
/** The same as a result that may be shown: plain, masked, bounded, in this order. */
function toResult(draft, circumstances) {
	const { status, error, score, baselines } = draft;
	return {
		id: circumstances.id,
		status,
		permanent: error !== void 0 && circumstances.permanent.includes(error),
		...score === void 0 ? {} : { score },
		...baselines === void 0 ? {} : { baselines },
		evidence: toEvidence(draft, circumstances)
	};
}
function toEvidence(draft, circumstances) {
	const secrets = longestFirst([...circumstances.secrets, ...draft.secrets ?? []]);
	const { findings = [], files = [], counts } = draft;
	return {
		message: toLine(draft.message, secrets, MESSAGE_CHARACTERS_MAX),
		...detail("seen", draft.seen, secrets),
		...detail("wanted", draft.wanted, secrets),
		findings: findings.slice(0, FINDINGS_MAX).map((finding) => toShown(finding, secrets, circumstances.below)),
		...counts === void 0 ? {} : { counts },
		...excerpt(draft, secrets),
		...files.length === 0 ? {} : { files: files.slice(0, FILES_MAX) },
		durationMs: circumstances.durationMs
	};
}
function detail(name, text, secrets) {
	return text === void 0 ? {} : { [name]: toLine(text, secrets, DETAIL_CHARACTERS_MAX) };
}
function excerpt(draft, secrets) {
	const { output = "", outputCharactersMax = EXCERPT_CHARACTERS_MAX } = draft;
	return output === "" ? {} : { excerpt: cutMiddle(clean(output, secrets), outputCharactersMax) };
}
function toShown(finding, secrets, below) {
	const { rule } = finding;
	return {
		...finding,
		file: toLine(fromRoot(finding.file, below), secrets, MESSAGE_CHARACTERS_MAX),
		...rule === void 0 ? {} : { rule: toLine(rule, secrets, RULE_CHARACTERS_MAX) },
		message: toLine(finding.message, secrets, MESSAGE_CHARACTERS_MAX)
	};
}
/** Some tools name files from the root wherever they run. */
function fromRoot(file, below) {
	const isRelative = file !== "" && !/^(?:[/~<]|\.\.(?:\/|$)|[\w+.-]+:)/.test(file);
	return below === "" || !isRelative || file.startsWith(`${below}/`) ? file : `${below}/${file.replace(/^(?:\.\/)+/, "")}`;
}
function toLine(text, secrets, charactersMax) {
	return toOneLine(clean(text, secrets), charactersMax);
}
function clean(text, secrets) {
	return maskSecrets(toPlainText(cutMiddle(text, CLEANED_CHARACTERS_MAX)), secrets);
}
/** A secret that holds another one must go first, or its rest would stay. */
function longestFirst(secrets) {
	return secrets.toSorted((left, right) => right.length - left.length);
}
// src/observe/evaluate.ts
/** Finds out whether one predicate holds; whatever goes wrong is this predicate's own error. */
async function evaluate(predicate, context) {
	const startedAtMs = context.clock.now();
	const draft = await observeSafely(predicate, context);
	const { provider } = predicate.check;
	return toResult(context.signal.aborted ? INTERRUPTED : draft, {
		id: predicate.id,
		durationMs: Math.max(0, context.clock.now() - startedAtMs),
		secrets: context.secrets,
		permanent: PROVIDERS[provider].permanent,
		below: FROM_ROOT.has(provider) ? "" : context.below
	});
}
/** They name files as git or the goal-file does. */
const FROM_ROOT = /* @__PURE__ */ new Set([
	"no_stubs",
	"docs_updated",
	"scope_guard",
	"gherkin"
]);
const INTERRUPTED = {
	status: "error",
	error: "interrupted",
	message: "interrupted"
};
async function observeSafely(predicate, context) {
	if (context.signal.aborted) return INTERRUPTED;
	try {
		return await observe$1(predicate, predicate.check, context);
	} catch (error) {
		const words = error instanceof Error ? `${error.name}: ${error.message}` : "unknown reason";
		const { provider } = predicate.check;
		return {
			status: "error",
			error: "broken",
			message: `${provider} broke: ${words}`
		};
	}
}
async function observe$1(predicate, check, context) {
	return await PROVIDERS[check.provider].observe({
		...predicate,
		check
	}, context);
}
// src/reconcile/evaluation.ts
/** The result of one predicate, as much of it as may leave this job. */
async function evaluatePredicate(evaluation, predicate, place) {
	const result = await evaluate(predicate, contextOf(evaluation, predicate, place));
	const judged = judgeSkips(evaluation.goal, result);
	return predicate.heldOut ? withheld(judged) : judged;
}
function contextOf(evaluation, predicate, place) {
	const { host, goal, ticket, bench, diff, once } = evaluation;
	const { environment, secrets, signal, clock, http, browser } = host;
	const below = [goal.scope.workspace, predicate.cwd ?? ""].filter((it) => it !== "").join("/");
	const named = (predicate.secrets ?? []).flatMap((name) => environment[name] ?? []);
	return {
		processes: {
			isolation: host.processes.isolation,
			run: async (request) => await host.processes.run({
				...request,
				...place.view === void 0 ? {} : { view: place.view }
			})
		},
		http,
		browser,
		clock,
		folder: below === "" ? place.folder : `${place.folder}/${below}`,
		below,
		files: host.openFiles({
			root: place.files,
			below
		}),
		diff,
		evidence: predicate.heldOut ? NOWHERE : bench.evidence,
		baselines: {
			stored: (key, check) => ticket.baselines?.find((it) => it.key === key && it.check === check),
			isBase: evaluation.isBase,
			atBase: async (ref, work) => await atBase(evaluation, {
				predicate,
				ref
			}, work)
		},
		once,
		environment,
		secret: (name) => (predicate.secrets ?? []).includes(name) ? environment[name] : void 0,
		secrets: [...secrets, ...named],
		signal
	};
}
/** Of a held-out predicate no picture may lie about either. */
const NOWHERE = { keep: async () => await Promise.resolve(void 0) };
async function atBase(evaluation, { predicate, ref }, work) {
	try {
		return await evaluation.base.use(ref, async (folder, commit) => {
			return {
				kind: "done",
				value: await work(contextOf(evaluation, predicate, {
					folder,
					files: folder
				})),
				commit
			};
		});
	} catch (error) {
		if (!(error instanceof KaziError) || error.code === "candidate-invalid") throw error;
		return {
			kind: "none",
			reason: error.message
		};
	}
}
/** Where the goal insists on it, what was left out was not shown to hold. */
function judgeSkips({ enforcement }, result) {
	const skipped = result.evidence.counts?.skipped ?? 0;
	if (!(enforcement?.enabled === true && enforcement.failOnSkip) || result.status !== "pass" || skipped === 0) return result;
	const { baselines: _unproven, ...rest } = result;
	const message = `${skipped} of its tests skipped, expected none ([enforcement] fail_on_skip); ${result.evidence.message}`;
	return {
		...rest,
		status: "fail",
		evidence: {
			...result.evidence,
			message
		}
	};
}
/** Of a held-out predicate nothing but the verdict leaves this job, and what it compares with later. */
function withheld(result) {
	const { id, status, permanent, baselines, evidence } = result;
	const { durationMs } = evidence;
	return {
		id,
		status,
		permanent,
		...baselines === void 0 ? {} : { baselines },
		evidence: {
			message: "held out",
			findings: [],
			durationMs
		}
	};
}
// src/reconcile/fresh-copies.ts
/**
* Programs remember absolute paths, so every child sees its copy at the same path. Without a mount
* namespace there is only one such place, and so one program at a time.
*/
async function openFreshCopies(workshop, folder, { count, isNamespace }) {
	if (!isNamespace) {
		const only = createPool([folder]);
		return async (work) => await only.use(async () => {
			await workshop.renew(folder);
			return await work({ files: folder });
		});
	}
	await workshop.renew(folder);
	const lanes = createPool([1, ...Array.from({ length: count - 1 }, (_, index) => index + 2)]);
	return async (work) => await lanes.use(async (lane) => {
		const shows = await workshop.lane(folder, lane);
		return await work({
			files: shows,
			view: {
				folder,
				shows
			}
		});
	});
}
// src/reconcile/evaluate-all.ts
/** Checks of which none says how many may run beside each other. */
const CONCURRENCY = 4;
/** Services that are asked at the same time. */
const SERVICES = [
	"first",
	"second",
	"third",
	"fourth"
];
/** Evaluates every predicate of the goal, some at a time, and tells the results in the goal's order. */
async function evaluateAll(evaluation, problem) {
	const { host, bench, folder, goal } = evaluation;
	const isNamespace = host.processes.isolation === "namespace";
	const withFreshCopy = await openFreshCopies(bench.workshop, folder, {
		count: goal.concurrency ?? CONCURRENCY,
		isNamespace
	});
	const readFrozen = goal.predicates.some(startsNothing) ? () => bench.workshop.frozen(folder) : () => void 0;
	const services = createPool(SERVICES);
	const work = {
		evaluation,
		problem,
		withFreshCopy,
		frozen: readFrozen(),
		services
	};
	const teller = tellInOrder(evaluation);
	let isOver = false;
	const results = (await Promise.allSettled(goal.predicates.map(async (predicate, index) => {
		try {
			return teller(index, await evaluateInTurn(work, predicate, () => isOver));
		} catch (error) {
			isOver = true;
			throw error;
		}
	}))).map((it) => {
		if (it.status === "rejected") throw it.reason;
		return it.value;
	});
	readFrozen();
	return results;
}
/** What starts a program gets a folder that no other has touched; the rest waits for nobody's folder. */
async function evaluateInTurn({ evaluation, problem, withFreshCopy, frozen, services }, predicate, isOver) {
	const { folder } = evaluation;
	if (problem !== void 0 && !isLive(predicate)) return brokenSetup(predicate, problem);
	if (frozen !== void 0 && startsNothing(predicate)) return await services.use(async () => {
		return await evaluateNow(async () => await evaluatePredicate(evaluation, predicate, {
			folder,
			files: frozen
		}));
	});
	return await withFreshCopy(async (copy) => {
		return await evaluateNow(async () => await evaluatePredicate(evaluation, predicate, {
			folder,
			...copy
		}));
	});
	async function evaluateNow(evaluate) {
		requireRunning(evaluation.host);
		return isOver() ? brokenSetup(predicate, "another predicate ended the observation") : await evaluate();
	}
}
function startsNothing(predicate) {
	return isLive(predicate) && invocationsOf(predicate.check).length === 0;
}
/** Whoever watches reads the goal's order, whichever predicate is done first. */
function tellInOrder({ host, ticket }) {
	const done = /* @__PURE__ */ new Map();
	let next = 0;
	return (index, result) => {
		done.set(index, result);
		for (let ready = done.get(next); ready !== void 0; ready = done.get(next)) {
			host.events.emit({
				kind: "observed",
				iteration: ticket.iteration,
				result: ready
			});
			next += 1;
		}
		return result;
	};
}
function brokenSetup(predicate, problem) {
	const evidence = {
		message: problem,
		findings: [],
		durationMs: 0
	};
	return {
		id: predicate.id,
		status: "error",
		evidence,
		permanent: false
	};
}
// src/reconcile/observe.ts
/** Observe job: a fresh copy of head plus candidate, the approved graders, one result a predicate. Writes no ref. */
async function observe(host, assignment, claimed) {
	const { ticket, bench } = claimed;
	const { goal } = assignment;
	const startedMs = host.clock.now();
	const subject = await receiveSubject(host, claimed);
	const { folder, restored, problem } = await prepare(host, goal, {
		...claimed,
		subject
	});
	const results = await evaluateAll({
		host,
		goal,
		ticket,
		bench,
		folder,
		diff: bench.workshop.diff(ticket.base, subject.commit),
		base: openBaseCheckout(host, {
			goal,
			ticket,
			bench
		}),
		isBase: subject.commit === ticket.base,
		once: rememberWork()
	}, problem);
	requireRunning(host);
	const observation = {
		format: 1,
		epoch: ticket.epoch,
		nonce: ticket.nonce,
		...subject.candidate === void 0 ? {} : { candidate: subject.candidate },
		vector: boundVector({
			commit: subject.commit,
			tree: subject.tree,
			observedAtMs: host.clock.now(),
			isolation: host.processes.isolation,
			results
		}),
		restored,
		durationMs: host.clock.now() - startedMs
	};
	await bench.handover.write("observation", encode(observation));
	return observation;
}
/** One folder, set aside as every predicate is to find it. */
async function prepare(host, goal, { ticket, bench, subject }) {
	const { workshop } = bench;
	const { graders } = ticket;
	const folder = await workshop.checkout({
		name: "observe",
		commit: subject.commit,
		branch: ticket.branch,
		base: {
			branch: ticket.baseBranch,
			commit: ticket.base
		}
	});
	const restored = graders === void 0 ? [] : await workshop.restoreGraders(folder, graders);
	const { workspace } = goal.scope;
	const cwd = workspace === "" ? folder : `${folder}/${workspace}`;
	const problem = await runSetup(host, goal.setup, cwd);
	if (graders !== void 0 && goal.setup.commands.length > 0) await workshop.restoreGraders(folder, graders);
	await workshop.freeze(folder);
	return {
		folder,
		restored,
		problem
	};
}
async function receiveSubject(host, { ticket, bench }) {
	const head = {
		commit: ticket.head,
		tree: await host.repository.treeOf(ticket.head)
	};
	if (ticket.kind === "observe") return head;
	const text = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
	const candidate = text === void 0 ? void 0 : parseDispatchReport(text).candidate;
	if (candidate === void 0) return head;
	const received = await bench.workshop.receive(ticket.head, candidate);
	if (received === void 0) throw new KaziError({
		code: "candidate-invalid",
		message: `the dispatch job announced candidate ${candidate.slice(0, 12)} but left no bundle`
	});
	return {
		commit: received.commit,
		tree: received.tree,
		candidate: received.commit
	};
}
/** Each piece of work that several predicates share is done once. */
function rememberWork() {
	const known = /* @__PURE__ */ new Map();
	return async (key, work) => await recall(known, key, work);
}
function recall(known, key, work) {
	const before = known.get(key);
	if (before !== void 0) return before;
	const started = work();
	known.set(key, started);
	return started;
}
// src/reconcile/observe-honestly.ts
/** Observe job, where a candidate that gets at the observation itself is a refused one, not the end of the run. */
async function observeHonestly(host, assignment, work) {
	const { report } = work;
	try {
		await observe(host, assignment, work);
	} catch (error) {
		if (!(error instanceof KaziError && error.code === "candidate-invalid") || report?.candidate === void 0) throw error;
		const reason = toOneLine(`disturbed its own observation: ${error.message}`, 300);
		const { candidate: _candidate, ...rest } = report;
		const without = {
			...rest,
			changed: [],
			refused: [...report.refused, {
				path: ".",
				reason
			}]
		};
		await work.bench.handover.write("dispatch", encode(without));
		await observe(host, assignment, work);
	}
}
// src/reconcile/phase-observe.ts
/** Observe job of a workflow run. */
async function observePhase$1(host) {
	const claimed = await readClaim(host);
	const report = await readReport(claimed);
	await observeHonestly(host, claimed.assignment, {
		...claimed,
		report
	});
}
// action/phase-observe.ts
/** Every predicate on head plus candidate. This job holds no secret and may read the repository. */
async function observePhase(inputs, job) {
	const folder = documentsFolder(inputs, job);
	await requireDocuments(folder, inputs.digests);
	await observePhase$1(await openHost(inputs, job));
	return {
		outputs: { digest: await digestOf$1(folder, "observation") },
		sentence: "Every predicate was evaluated; the land job decides what follows."
	};
}
export { observePhase };
