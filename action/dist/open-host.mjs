import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.mjs";
import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, r as toPlainText } from "./plain-text.mjs";
import { J as approvalDigest, M as FILE_BYTES_MAX$2, R as ledgerKey, U as loadGoal, W as readFeatures, Y as goalDigest, z as ledgerSlug } from "./ledger.mjs";
import { _ as number, d as array, f as boolean, h as literal, m as int, v as object, x as string, y as record } from "./schemas.mjs";
import { n as checkUrls, r as BrowserBadCheck } from "./browser-check-words.mjs";
import { a as addressRefusal, i as signalProcess, n as killLeftovers, r as signalGroup, t as childrenOf } from "./process-runner-leftovers.mjs";
import { createRequire } from "node:module";
import { Socket, isIP } from "node:net";
import { request as request$1, validateHeaderName, validateHeaderValue } from "node:http";
import { Buffer as Buffer$1 } from "node:buffer";
import { deflateSync } from "node:zlib";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { lookup } from "node:dns";
import path from "node:path";
import { accessSync, chmodSync, closeSync, constants, copyFileSync, createReadStream, existsSync, fstatSync, lstatSync, mkdirSync, mkdtempSync, openSync, opendirSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { chmod, mkdir, open as open$1, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { request as request$2 } from "node:https";
import { spawn, spawnSync } from "node:child_process";
import os, { tmpdir } from "node:os";
// src/harness/classify-failure.ts
/** Enough for every provider's sentence; longer texts are the agent's own. */
const TEXT_MAX = 4e3;
const WORDS = [
	["rate-limited", /RetryableQuotaError|please retry in|rate.?limit(?:ed| reached| exceeded)/i],
	["quota", /insufficient_quota|TerminalQuotaError|exceeded your (?:current )?quota|credit balance|usage limit|hit your limit|spending limit|billing|maximum budget|max(?:imum)? (?:number of |session )turns/i],
	["context-overflow", /context.?(?:window|length)|prompt is too long|input token count|maximum number of tokens|ContextOverflow/i],
	["auth", /invalid api key|api key not valid|incorrect api key|not logged in|please run \/login|log in again|authentication|unauthorized|missing environment variable|must specify the \w+ environment variable|auth method|API_KEY_INVALID/i],
	["unknown-model", /model\b.{0,80}(?:does not exist|not found|not supported|may not exist)|models\/\S+ is not found|model_not_found|ModelNotFound|unknown model/i],
	["overloaded", /overloaded|at capacity|service unavailable/i],
	["network", /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|fetch failed|cannot connect|connection (?:failed|refused|error)|stream disconnected|error sending request|timed out/i],
	["garbage", /malformed response|json parsing failed|in JSON at position|is not valid JSON/i]
];
const STATUSES = {
	401: "auth",
	402: "quota",
	403: "auth",
	404: "unknown-model",
	408: "network",
	413: "context-overflow",
	429: "rate-limited",
	504: "network"
};
/** The ending that a failure stands for; `crashed` when its words say nothing known. */
function classifyFailure(failure) {
	const text = failure.text.slice(0, TEXT_MAX);
	const byWords = WORDS.find(([, words]) => words.test(text))?.[0];
	const status = failure.status ?? Number(/\bstatus:? ([45]\d\d)\b/.exec(text)?.[1]);
	if (status === 429 && byWords === "quota") return "quota";
	return STATUSES[status] ?? (isServerError(status) ? "overloaded" : byWords ?? "crashed");
}
function isServerError(status) {
	return status >= 500 && status <= 599;
}
// src/harness/cost.ts
/** An amount in dollars as a CLI reports it; anything that cannot be one counts as not reported. */
const Cost = number().nonnegative().optional().catch(void 0);
// src/harness/json-documents.ts
const DOCUMENTS_MAX = 20;
/**
* JSON objects that start and end at the left margin of a text, the last one first: where CLIs
* put their report among warnings, on one line or indented.
*/
function readJsonDocuments(text) {
	const lines = text.split("\n").map((line) => line.trimEnd());
	const documents = [];
	let end = lines.length;
	for (let tries = 0; tries < DOCUMENTS_MAX && end > 0; tries += 1) {
		const close = lines.lastIndexOf("}", end - 1);
		const single = lines.findLastIndex((line, index) => index < end && isOneLine(line));
		const last = Math.max(close, single);
		if (last < 0) break;
		const start = last === single ? single : lines.lastIndexOf("{", close);
		if (start < 0) break;
		const document = parse(lines.slice(start, last + 1).join("\n"));
		if (document !== void 0) documents.push(document);
		end = document === void 0 ? last : start;
	}
	return documents;
}
function isOneLine(line) {
	return line.length > 1 && line.startsWith("{") && line.endsWith("}");
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/harness/token-count.ts
/** A number of tokens as a CLI reports it; anything that cannot be one counts as not reported. */
const TokenCount = int().nonnegative().optional().catch(void 0);
// src/harness/total-usage.ts
const KINDS$1 = [
	"inputTokens",
	"cachedInputTokens",
	"cacheWriteTokens",
	"outputTokens",
	"reasoningTokens",
	"costUsd"
];
/** Adds up by kind. A kind that no part reports stays absent, and so does a sum that is no number. */
function totalUsage(parts) {
	return Object.fromEntries(KINDS$1.flatMap((kind) => {
		const counts = parts.flatMap((part) => part[kind] ?? []);
		const sum = counts.reduce((sofar, count) => sofar + count, 0);
		return counts.length > 0 && sum <= Number.MAX_SAFE_INTEGER ? [[kind, sum]] : [];
	}));
}
/** A count less the part of it that is reported as a kind of its own. */
function without(total, parts) {
	if (total === void 0) return void 0;
	return Math.max(0, parts.reduce((rest, part) => rest - (part ?? 0), total));
}
// src/harness/claude.ts
const Text$3 = string().optional().catch(void 0);
const SessionUsage = object({
	input_tokens: TokenCount,
	cache_read_input_tokens: TokenCount,
	cache_creation_input_tokens: TokenCount,
	output_tokens: TokenCount
});
const ModelUsage = object({
	inputTokens: TokenCount,
	cacheReadInputTokens: TokenCount,
	cacheCreationInputTokens: TokenCount,
	outputTokens: TokenCount
});
const Envelope = object({
	type: literal("result"),
	subtype: Text$3,
	is_error: boolean().optional().catch(void 0),
	terminal_reason: Text$3,
	api_error_status: number().optional().catch(void 0),
	api_error: Text$3,
	result: Text$3,
	errors: array(string()).catch([]),
	total_cost_usd: Cost,
	usage: SessionUsage.optional().catch(void 0),
	modelUsage: record(string(), ModelUsage).catch({}),
	permission_denials: array(object({ tool_name: string() })).catch([])
});
const claude = {
	id: "claude",
	title: "Claude Code",
	tier: "proved",
	provedBy: "@anthropic-ai/claude-code@2.1.330",
	command: "claude",
	install: "npm install -g @anthropic-ai/claude-code",
	argv: argv$3,
	environmentNames: [
		"ANTHROPIC_API_KEY",
		"ANTHROPIC_AUTH_TOKEN",
		"ANTHROPIC_BASE_URL",
		"ANTHROPIC_CUSTOM_HEADERS",
		"ANTHROPIC_MODEL",
		"ANTHROPIC_SMALL_FAST_MODEL",
		"ANTHROPIC_DEFAULT_HAIKU_MODEL",
		"ANTHROPIC_DEFAULT_OPUS_MODEL",
		"ANTHROPIC_DEFAULT_SONNET_MODEL",
		"API_TIMEOUT_MS",
		"AWS_BEARER_TOKEN_BEDROCK",
		"AWS_REGION",
		"CLAUDE_CODE_MAX_OUTPUT_TOKENS",
		"CLAUDE_CODE_MAX_RETRIES",
		"CLAUDE_CODE_OAUTH_TOKEN",
		"CLAUDE_CODE_USE_BEDROCK",
		"CLAUDE_CONFIG_DIR"
	],
	environment: {
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
		CLAUDE_CODE_MAX_RETRIES: "4",
		DISABLE_AUTOUPDATER: "1"
	},
	read: read$5
};
function argv$3(task) {
	return [
		"-p",
		"--output-format=json",
		`--permission-mode=${task.permissionMode ?? "acceptEdits"}`,
		...task.model === void 0 ? [] : [`--model=${task.model}`],
		...task.effort === void 0 ? [] : [`--effort=${task.effort}`],
		...task.allowedTools.map((tool) => `--allowed-tools=${tool}`),
		...budget(task.reservation.costUsd)
	];
}
/** The CLI refuses zero and does not document exponents. */
function budget(costUsd) {
	if (costUsd === void 0 || !Number.isFinite(costUsd)) return [];
	return [`--max-budget-usd=${Math.max(costUsd, 1e-6).toFixed(6)}`];
}
function read$5(transcript) {
	const envelope = readJsonDocuments(transcript.stdout).flatMap((document) => Envelope.safeParse(document).data ?? [])[0];
	if (envelope === void 0) return unreadable$1(transcript);
	const denied = envelope.permission_denials.map((denial) => denial.tool_name);
	const completed = transcript.exitCode === 0 && saysCompleted(envelope);
	return {
		completed,
		ending: completed ? completedEnding(denied) : failureEnding(envelope),
		summary: envelope.result ?? envelope.errors.join("; "),
		usage: usageOf$3(envelope),
		denied
	};
}
function unreadable$1({ exitCode, stdout, stderr }) {
	return {
		completed: false,
		ending: exitCode === 0 ? "garbage" : classifyFailure({ text: stderr }),
		summary: stderr || stdout,
		usage: {},
		denied: []
	};
}
function saysCompleted(envelope) {
	return envelope.is_error === false && envelope.subtype === "success" && (envelope.terminal_reason ?? "completed") === "completed";
}
function completedEnding(denied) {
	return denied.length > 0 ? "denied" : "completed";
}
function failureEnding(envelope) {
	if (envelope.subtype === "error_max_turns" || envelope.subtype === "error_max_budget_usd") return "quota";
	if (envelope.terminal_reason === "prompt_too_long") return "context-overflow";
	if (envelope.api_error === "connection_failed") return "network";
	if (envelope.is_error !== true) return "crashed";
	const text = [envelope.result, ...envelope.errors].join("\n");
	return classifyFailure({
		status: envelope.api_error_status,
		text
	});
}
/** `usage` is of the main loop and is empty when a ceiling ended it; `modelUsage` has sub-agents too. */
function usageOf$3(envelope) {
	const models = Object.values(envelope.modelUsage).map((usage) => ({
		inputTokens: usage.inputTokens,
		cachedInputTokens: usage.cacheReadInputTokens,
		cacheWriteTokens: usage.cacheCreationInputTokens,
		outputTokens: usage.outputTokens
	}));
	const session = {
		inputTokens: envelope.usage?.input_tokens,
		cachedInputTokens: envelope.usage?.cache_read_input_tokens,
		cacheWriteTokens: envelope.usage?.cache_creation_input_tokens,
		outputTokens: envelope.usage?.output_tokens
	};
	return totalUsage([...models.length > 0 ? models : [session], { costUsd: envelope.total_cost_usd }]);
}
// src/harness/json-lines.ts
/** Broken lines are noise around the events; more than this is another format, and costs time. */
const BROKEN_MAX = 1e3;
/** The JSON objects of a text that has one a line, in order; other lines are passed over. */
function readJsonLines(text) {
	const events = [];
	let broken = 0;
	for (const line of text.split("\n")) {
		const event = parseObjectLine(line.trim());
		if (event.kind === "object") events.push(event.value);
		if (event.kind === "broken") broken += 1;
		if (broken > BROKEN_MAX) return [];
	}
	return events;
}
function parseObjectLine(line) {
	if (!line.startsWith("{") || !line.endsWith("}")) return { kind: "other" };
	try {
		return {
			kind: "object",
			value: JSON.parse(line)
		};
	} catch {
		return { kind: "broken" };
	}
}
// src/harness/codex.ts
const SANDBOXES = /* @__PURE__ */ new Set([
	"read-only",
	"workspace-write",
	"danger-full-access"
]);
/** A refused patch stands in the log only. */
const PATCH_REJECTED = /^\S+ +ERROR codex_core::tools::router: error=patch rejected/m;
const Text$2 = string().optional().catch(void 0);
const Item = object({
	type: Text$2,
	text: Text$2,
	status: Text$2
});
const TurnUsage = object({
	input_tokens: TokenCount,
	cached_input_tokens: TokenCount,
	cache_write_input_tokens: TokenCount,
	output_tokens: TokenCount,
	reasoning_output_tokens: TokenCount
});
const CodexEvent = object({
	type: string(),
	message: Text$2,
	item: Item.optional().catch(void 0),
	usage: TurnUsage.optional().catch(void 0),
	error: object({ message: Text$2 }).optional().catch(void 0)
});
const codex = {
	id: "codex",
	title: "Codex CLI",
	tier: "proved",
	provedBy: "@openai/codex@0.169.0",
	command: "codex",
	install: "npm install -g @openai/codex",
	argv: argv$2,
	environmentNames: [
		"CODEX_API_KEY",
		"CODEX_HOME",
		"OPENAI_API_KEY",
		"OPENAI_BASE_URL",
		"OPENAI_ORGANIZATION",
		"OPENAI_PROJECT"
	],
	environment: {},
	read: read$4
};
function argv$2(task) {
	const mode = task.permissionMode ?? "";
	return [
		"exec",
		"--json",
		`--sandbox=${SANDBOXES.has(mode) ? mode : "workspace-write"}`,
		...task.model === void 0 ? [] : [`--model=${task.model}`],
		...task.effort === void 0 ? [] : [`--config=model_reasoning_effort=${JSON.stringify(task.effort)}`],
		"-"
	];
}
function read$4(transcript) {
	const events = readJsonLines(transcript.stdout).flatMap((line) => CodexEvent.safeParse(line).data ?? []);
	const end = events.findLast((event) => event.type.startsWith("turn."));
	const denied = deniedBy$2(events, transcript.stderr);
	const usage = totalUsage(events.map(usageOf$2));
	if (transcript.exitCode === 0 && end?.type === "turn.completed") return {
		completed: true,
		ending: denied.length > 0 ? "denied" : "completed",
		summary: lastMessage(events) ?? "",
		usage,
		denied
	};
	return {
		completed: false,
		...failure$3(events, transcript),
		usage,
		denied
	};
}
function failure$3(events, { exitCode, stdout, stderr }) {
	const said = events.findLast((event) => event.type === "turn.failed" || event.type === "error");
	const text = said?.error?.message ?? said?.message;
	if (text !== void 0) return {
		ending: classifyFailure({ text }),
		summary: text
	};
	if (exitCode === 0) return {
		ending: "garbage",
		summary: stderr || stdout
	};
	return {
		ending: classifyFailure({ text: stderr }),
		summary: stderr || stdout
	};
}
function lastMessage(events) {
	return events.findLast((event) => event.item?.type === "agent_message")?.item?.text;
}
function deniedBy$2(events, stderr) {
	const declined = events.flatMap((event) => event.item?.status === "declined" ? [event.item.type ?? "tool"] : []);
	return PATCH_REJECTED.test(stderr) ? [...declined, "apply_patch"] : declined;
}
/** Cached and written input are parts of the input here, and reasoning of the output. */
function usageOf$2(event) {
	const { usage } = event;
	if (event.type !== "turn.completed" || usage === void 0) return {};
	const { cached_input_tokens: cached, cache_write_input_tokens: written } = usage;
	return {
		inputTokens: without(usage.input_tokens, [cached, written]),
		cachedInputTokens: cached,
		cacheWriteTokens: written,
		outputTokens: without(usage.output_tokens, [usage.reasoning_output_tokens]),
		reasoningTokens: usage.reasoning_output_tokens
	};
}
// src/harness/gemini-cli.ts
const APPROVAL_MODES = /* @__PURE__ */ new Set([
	"default",
	"auto_edit",
	"yolo",
	"plan"
]);
/** Its own exit codes for failures that carry no HTTP status. */
const CODES = {
	41: "auth",
	53: "quota"
};
const Text$1 = string().optional().catch(void 0);
const Tokens$1 = object({
	prompt: TokenCount,
	candidates: TokenCount,
	cached: TokenCount,
	thoughts: TokenCount,
	tool: TokenCount
});
const Tool = object({ decisions: object({ reject: TokenCount }) });
const Stats = object({
	models: record(string(), object({ tokens: Tokens$1.optional().catch(void 0) })).catch({}),
	tools: object({ byName: record(string(), Tool) }).optional().catch(void 0)
});
const Report = object({
	session_id: string(),
	response: Text$1,
	error: object({
		message: Text$1,
		code: number().optional().catch(void 0)
	}).optional().catch(void 0),
	stats: Stats.optional().catch(void 0)
});
const geminiCli = {
	id: "gemini_cli",
	title: "Gemini CLI",
	tier: "proved",
	provedBy: "@google/gemini-cli@0.61.0",
	command: "gemini",
	install: "npm install -g @google/gemini-cli",
	argv: argv$1,
	environmentNames: [
		"GEMINI_API_KEY",
		"GEMINI_MODEL",
		"GOOGLE_API_KEY",
		"GOOGLE_CLOUD_LOCATION",
		"GOOGLE_CLOUD_PROJECT",
		"GOOGLE_GEMINI_BASE_URL",
		"GOOGLE_GENAI_USE_VERTEXAI"
	],
	environment: {
		GEMINI_CLI_NO_RELAUNCH: "true",
		GEMINI_CLI_TRUST_WORKSPACE: "true"
	},
	read: read$3
};
function argv$1(task) {
	const mode = task.permissionMode ?? "";
	return [
		"--output-format=json",
		`--approval-mode=${APPROVAL_MODES.has(mode) ? mode : "auto_edit"}`,
		...task.model === void 0 ? [] : [`--model=${task.model}`]
	];
}
function read$3(transcript) {
	const answer = reportIn(transcript.stdout);
	const report = answer ?? reportIn(transcript.stderr);
	const usage = totalUsage(modelsOf(report));
	const denied = deniedBy$1(report);
	const summary = answer?.error === void 0 ? answer?.response : void 0;
	if (transcript.exitCode === 0 && summary !== void 0) return {
		completed: true,
		ending: denied.length > 0 ? "denied" : "completed",
		summary,
		usage,
		denied
	};
	return {
		completed: false,
		...failure$2(report, transcript),
		usage,
		denied
	};
}
function failure$2(report, { exitCode, stderr }) {
	const error = report?.error ?? reportIn(stderr)?.error;
	if (error === void 0) {
		const text = stderr.slice(-2e3);
		return {
			ending: exitCode === 0 ? "garbage" : classifyFailure({ text }),
			summary: text
		};
	}
	const { code = exitCode, message = "" } = error;
	const text = innerMessage(message);
	const kind = kindInLog(stderr);
	return {
		ending: CODES[code] ?? classifyFailure({
			status: code,
			text: `${kind}${text}`
		}),
		summary: text
	};
}
function reportIn(text) {
	return readJsonDocuments(text).flatMap((document) => Report.safeParse(document).data ?? [])[0];
}
const Wrapped = object({ error: object({ message: string() }) });
/** The provider's own sentence, which often arrives as JSON within the message. */
function innerMessage(message) {
	return readJsonDocuments(message).flatMap((it) => Wrapped.safeParse(it).data ?? [])[0]?.error.message ?? message;
}
/** Daily and per-minute quota have the same words; the name of the error tells them apart. */
function kindInLog(stderr) {
	const kind = /\b(?:TerminalQuotaError|RetryableQuotaError)\b/.exec(stderr)?.[0];
	return kind === void 0 ? "" : `${kind}: `;
}
function deniedBy$1(report) {
	return Object.entries(report?.stats?.tools?.byName ?? {}).flatMap(([name, tool]) => (tool.decisions.reject ?? 0) > 0 ? [name] : []);
}
/** The prompt has the cached part in it. What tools put into it is counted apart. */
function modelsOf(report) {
	return Object.values(report?.stats?.models ?? {}).flatMap(({ tokens }) => [{
		inputTokens: without(tokens?.prompt, [tokens?.cached]),
		cachedInputTokens: tokens?.cached,
		outputTokens: tokens?.candidates,
		reasoningTokens: tokens?.thoughts
	}, { inputTokens: tokens?.tool }]);
}
// src/harness/opencode.ts
const PERMISSION_REFUSED = /rejected permission|rule which prevents you from using/i;
const Text = string().optional().catch(void 0);
const Tokens = object({
	input: TokenCount,
	output: TokenCount,
	reasoning: TokenCount,
	cache: object({
		read: TokenCount,
		write: TokenCount
	}).optional().catch(void 0)
});
const Part = object({
	reason: Text,
	text: Text,
	tool: Text,
	state: object({
		status: Text,
		error: Text
	}).optional().catch(void 0),
	tokens: Tokens.optional().catch(void 0),
	cost: Cost
});
const Trouble = object({
	name: Text,
	data: object({
		message: Text,
		statusCode: number().optional().catch(void 0)
	}).optional().catch(void 0)
});
const OpencodeEvent = object({
	type: string(),
	part: Part.optional().catch(void 0),
	error: Trouble.optional().catch(void 0)
});
const opencode = {
	id: "opencode",
	title: "OpenCode",
	tier: "proved",
	provedBy: "opencode-ai@1.18.33",
	command: "opencode",
	install: "npm install -g opencode-ai",
	argv,
	environmentNames: [
		"ANTHROPIC_API_KEY",
		"DEEPSEEK_API_KEY",
		"GEMINI_API_KEY",
		"GOOGLE_GENERATIVE_AI_API_KEY",
		"GROQ_API_KEY",
		"MISTRAL_API_KEY",
		"OPENAI_API_KEY",
		"OPENCODE_API_KEY",
		"OPENCODE_CONFIG",
		"OPENCODE_CONFIG_CONTENT",
		"OPENCODE_CONFIG_DIR",
		"OPENCODE_DISABLE_MODELS_FETCH",
		"OPENROUTER_API_KEY",
		"XAI_API_KEY"
	],
	environment: {
		OPENCODE_DISABLE_AUTOUPDATE: "1",
		OPENCODE_DISABLE_LSP_DOWNLOAD: "1"
	},
	read: read$2
};
function argv(task) {
	return [
		"run",
		"--format=json",
		"--title=kazi",
		...task.model === void 0 ? [] : [`--model=${task.model}`],
		...task.effort === void 0 ? [] : [`--variant=${task.effort}`]
	];
}
function read$2(transcript) {
	const events = readJsonLines(transcript.stdout).flatMap((line) => OpencodeEvent.safeParse(line).data ?? []);
	const steps = events.filter((event) => event.type === "step_finish");
	const completed = transcript.exitCode === 0 && steps.at(-1)?.part?.reason === "stop";
	const denied = events.flatMap(deniedBy);
	return {
		completed,
		...completed ? success(events, denied) : failure$1(events, transcript, denied),
		usage: totalUsage(steps.map(usageOf$1)),
		denied
	};
}
function success(events, denied) {
	const summary = events.findLast((event) => event.type === "text")?.part?.text ?? "";
	return {
		ending: denied.length > 0 ? "denied" : "completed",
		summary
	};
}
function failure$1(events, transcript, denied) {
	const error = events.findLast((event) => event.type === "error")?.error;
	if (error !== void 0) return {
		ending: errorEnding(error),
		summary: error.data?.message ?? ""
	};
	const { exitCode, stdout, stderr } = transcript;
	if (exitCode === 0) return {
		ending: denied.length > 0 ? "denied" : "garbage",
		summary: stderr || stdout
	};
	return {
		ending: classifyFailure({ text: stderr }),
		summary: stderr || stdout
	};
}
function errorEnding(error) {
	if (error.name === "ProviderAuthError") return "auth";
	const text = [error.name, error.data?.message].join(": ");
	return classifyFailure({
		status: error.data?.statusCode,
		text
	});
}
function deniedBy(event) {
	const { state, tool } = event.part ?? {};
	return event.type === "tool_use" && PERMISSION_REFUSED.test(state?.error ?? "") ? [tool ?? "tool"] : [];
}
/** The kinds are disjoint already. A cost of zero only says that it knows no price. */
function usageOf$1({ part }) {
	if (part === void 0) return {};
	const { tokens, cost } = part;
	return {
		inputTokens: tokens?.input,
		cachedInputTokens: tokens?.cache?.read,
		cacheWriteTokens: tokens?.cache?.write,
		outputTokens: tokens?.output,
		reasoningTokens: tokens?.reasoning,
		costUsd: cost === 0 ? void 0 : cost
	};
}
// src/harness/scripted.ts
const Counts = object({
	input_tokens: TokenCount,
	cached_input_tokens: TokenCount,
	cache_write_tokens: TokenCount,
	output_tokens: TokenCount,
	reasoning_tokens: TokenCount
});
const Answer = object({
	result: string(),
	usage: Counts.optional().catch(void 0),
	cost_usd: Cost,
	denied: array(string()).catch([])
});
/** For demonstrations and tests: the program that the goal-file names plays the agent. */
const scripted = {
	id: "scripted",
	title: "Scripted stand-in (a program of yours, not a model)",
	tier: "stand-in",
	provedBy: "kazi's own tests",
	install: "name the program in [harness] command, as in command = \"./agent.sh\"",
	argv: () => [],
	environmentNames: [],
	environment: {},
	read: read$1
};
/** The answer is the last line that has anything on it. */
function read$1({ exitCode, stdout, stderr }) {
	const line = stdout.trimEnd().split("\n").at(-1) ?? "";
	const answer = Answer.safeParse(readJsonLines(line)[0]).data;
	if (answer === void 0) return {
		completed: false,
		ending: exitCode === 0 ? "garbage" : "crashed",
		summary: stderr || line,
		usage: {},
		denied: []
	};
	const { denied } = answer;
	const completed = exitCode === 0;
	const ending = denied.length > 0 ? "denied" : "completed";
	return {
		completed,
		ending: completed ? ending : "crashed",
		summary: answer.result,
		usage: usageOf(answer),
		denied
	};
}
function usageOf({ usage, cost_usd: costUsd }) {
	return totalUsage([{
		inputTokens: usage?.input_tokens,
		cachedInputTokens: usage?.cached_input_tokens,
		cacheWriteTokens: usage?.cache_write_tokens,
		outputTokens: usage?.output_tokens,
		reasoningTokens: usage?.reasoning_tokens,
		costUsd
	}]);
}
// src/harness/profiles.ts
const PROFILES = [
	claude,
	codex,
	opencode,
	geminiCli,
	scripted
];
// src/harness/find-profile.ts
function findProfile(id) {
	return PROFILES.find((profile) => profile.id === id);
}
/** The ids that a goal-file may name. */
function knownHarnesses() {
	return PROFILES.map((profile) => profile.id);
}
// src/harness/resolve-harness.ts
const DEFAULT_HARNESS = "claude";
/** The harness that runs. Settings written for one harness never reach another. */
function resolveHarness({ flags, goal, environment }) {
	const environmentId = given(environment["KAZI_HARNESS"]);
	const ownId = given(goal.id) ?? environmentId ?? DEFAULT_HARNESS;
	const id = given(flags.harness) ?? ownId;
	const settings = id === ownId ? goal : { allowedTools: [] };
	const environmentModel = (environmentId ?? id) === id ? given(environment["KAZI_MODEL"]) : void 0;
	return {
		id,
		...present({
			model: given(flags.model) ?? given(settings.model) ?? environmentModel,
			command: given(settings.command),
			effort: given(settings.effort),
			permissionMode: given(settings.permissionMode)
		}),
		allowedTools: settings.allowedTools
	};
}
function given(value) {
	return value === "" ? void 0 : value;
}
function present(settings) {
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== void 0));
}
// src/reconcile/assign.ts
/** Reads the goal-file and settles who is to work on it. */
async function assign(order) {
	const { goalBytes: bytes, shownPath: path } = order;
	const features = await readFeatures(bytes, order.readFile);
	const loaded = loadGoal({
		path,
		bytes,
		features
	});
	if (loaded.kind === "refused") return {
		kind: "refused",
		issues: loaded.issues
	};
	const goal = order.standing ? {
		...loaded.goal,
		standing: true
	} : loaded.goal;
	const { harness, model, environment } = order;
	const resolved = resolveHarness({
		flags: {
			...harness === void 0 ? {} : { harness },
			...model === void 0 ? {} : { model: toOneLine(model, 200) }
		},
		goal: goal.harness,
		environment
	});
	if (findProfile(resolved.id) === void 0) throw unknownHarness(resolved.id);
	return {
		kind: "assigned",
		assignment: {
			goal,
			goalBytes: order.goalBytes,
			goalPath: toOneLine(order.shownPath, 500),
			harness: resolved,
			inPlace: order.inPlace
		},
		warnings: loaded.issues
	};
}
function unknownHarness(id) {
	return new KaziError({
		code: "harness-unknown",
		message: `unknown harness "${id}"; expected one of those that kazi help lists`
	});
}
// src/reconcile/work-branch.ts
/** The branch that takes the work of a goal, where that is not the one of its own pull request. */
function workBranch(goal) {
	const { branch, branchPrefix } = goal.integration;
	const own = ledgerSlug(goal.id) === goal.id ? goal.id : ledgerKey(goal.id);
	return branch ?? `${branchPrefix ?? "kazi/"}${own}`;
}
// src/reconcile/assign-approved.ts
/** Bytes of a goal-file that are read at all. */
const GOAL_BYTES_MAX = 262144;
/**
* What a generation's approval says yes to, read again from the commit that it was given on: of the
* record only what these bytes confirm is believed.
*/
async function assignApproved(host, state) {
	const { approval, target } = state;
	const goalBytes = await readGoal(host, state);
	const { goalPath, harness, model } = approval;
	const assigned = await assign({
		goalPath,
		shownPath: goalPath,
		goalBytes,
		harness,
		...model === void 0 ? {} : { model },
		standing: false,
		inPlace: target?.inPlace ?? false,
		environment: host.environment,
		readFile: async (path) => await readBeside(host, approval.commit, path)
	});
	if (assigned.kind === "refused") throw forged(state, `${goalPath} does not load`);
	const { assignment } = assigned;
	const now = {
		goalBytes,
		harness: assignment.harness,
		graders: approval.graders
	};
	if (approvalDigest(now) !== approval.digest) throw forged(state, "the harness is set up otherwise than it was approved");
	return {
		...assignment,
		baseBranch: baseOf(assignment.goal, state),
		goalFile: goalPath
	};
}
/** A file of the commit that a goal-file was approved at. */
async function readBeside({ repository }, commit, path) {
	const text = await repository.text(commit, path, GOAL_BYTES_MAX);
	return text === void 0 ? void 0 : new TextEncoder().encode(text);
}
/** Whoever wrote the record could send the work anywhere, so the branch is what the goal-file says. */
function baseOf(goal, state) {
	const { target, branch } = state;
	if (target?.inPlace === false && branch !== workBranch(goal)) throw forged(state, `its work goes to ${branch}, where this goal-file does not send it`);
	return goal.integration.base ?? target?.baseBranch ?? branch;
}
async function readGoal(host, state) {
	const { goalPath, commit, goalDigest: approved } = state.approval;
	const text = await host.repository.text(commit, goalPath, GOAL_BYTES_MAX);
	const bytes = new TextEncoder().encode(text ?? "");
	if (text !== void 0 && goalDigest(bytes) === approved) return bytes;
	throw forged(state, `${goalPath} at ${commit.slice(0, 12)} is not what it names`);
}
function forged({ goal, generation }, found) {
	return new KaziError({
		code: "approval-void",
		message: `expected generation ${generation} of goal ${goal} to name what was approved, found that ${found}. Approve it again`
	});
}
// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));
// src/model/visual-baseline.ts
/** Path of the approved picture for one size of the window; each of several sizes has its own. */
function visualBaseline(baseline, viewport, { viewports }) {
	if (viewport === void 0 || viewports.length < 2) return baseline;
	return baseline.replace(/(?:\.png)?$/, `-${viewport.name}.png`);
}
// action/documents.ts
const NAMES$2 = [
	"claim",
	"dispatch",
	"observation"
];
/** As much of a document as any job reads. */
const BYTES_MAX$3 = 1e7;
const { O_RDONLY: O_RDONLY$1, O_NOFOLLOW: O_NOFOLLOW$1, O_NONBLOCK: O_NONBLOCK$1 } = constants;
/**
* Any job of a run can replace what another one uploaded. Only outputs of jobs are out of its reach, and
* they say what each document is. What is not exactly that is removed and named; what nobody vouches
* for is removed.
*/
async function checkDocuments(folder, digests) {
	await mkdir(folder, { recursive: true });
	await chmod(folder, 448);
	const damage = [];
	for (const name of NAMES$2) {
		const problem = await problemOf$1(folder, name, digests[name]);
		if (problem === void 0) continue;
		await rm(fileOf$1(folder, name), {
			recursive: true,
			force: true
		});
		if (problem !== "") damage.push({
			name,
			problem
		});
	}
	if (digests.dispatch === void 0) await rm(path.join(folder, "candidate.bundle"), {
		recursive: true,
		force: true
	});
	return damage;
}
/** What the next jobs are told about the document that this one left. */
async function digestOf$1(folder, name) {
	const bytes = await readDocument(folder, name);
	if (bytes === void 0) throw invalid$2(name, "expected it to be there, found nothing");
	return sha256(bytes);
}
/** `undefined` when it is what it must be, and the empty string when it is only not wanted. */
async function problemOf$1(folder, name, expected) {
	if (expected === void 0) return "";
	const bytes = await readDocument(folder, name).catch(() => void 0);
	if (bytes === void 0) return `document "${name}" is not there or cannot be read`;
	const found = sha256(bytes);
	if (found === expected) return void 0;
	return `document "${name}" is not the one that its job wrote: expected ${expected.slice(0, 12)}, found ${found.slice(0, 12)}; another job of this run replaced it`;
}
/** Never through a link, and never waiting for the other end of a pipe. */
async function readDocument(folder, name) {
	try {
		const file = await open$1(fileOf$1(folder, name), O_RDONLY$1 | O_NOFOLLOW$1 | O_NONBLOCK$1);
		try {
			const { size } = await file.stat();
			if (size > BYTES_MAX$3) throw invalid$2(name, `expected at most ${BYTES_MAX$3} bytes, found more`);
			return await file.readFile();
		} finally {
			await file.close();
		}
	} catch (cause) {
		if (cause instanceof KaziError) throw cause;
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return void 0;
		throw invalid$2(name, "expected a file, found something else", cause);
	}
}
function fileOf$1(folder, name) {
	return path.join(folder, `${name}.json`);
}
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function invalid$2(name, found, cause) {
	return new KaziError({
		code: "handover-invalid",
		message: `document "${name}": ${found}`,
		cause
	});
}
// src/adapters/browser-load.ts
const PACKAGES = ["playwright-core", "playwright"];
/**
* Loaded when a browser is wanted and not before: it is megabytes of code. It is looked for beside kazi
* and where npm installs globally for the Node of `searchPath`, and never in the repository, whose
* packages are a stranger's.
*/
async function loadPlaywright(searchPath) {
	try {
		const { chromium } = await import("playwright-core");
		return {
			kind: "found",
			chromium
		};
	} catch (error) {
		const chromium = loadGlobal(globalFolders(searchPath));
		if (chromium !== void 0) return {
			kind: "found",
			chromium
		};
		return {
			kind: "missing",
			reason: `playwright-core is not installed${error instanceof Error && "code" in error ? ` (${String(error.code)})` : ""}: run npm install --global playwright-core`
		};
	}
}
/** npm puts global packages beside the Node that it runs on, which need not be ours. */
function globalFolders(searchPath) {
	const beside = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder) && existsSync(path.join(folder, "node")));
	const own = [path.dirname(process.execPath), ...beside].map((folder) => path.resolve(folder, "..", "lib", "node_modules"));
	return [.../* @__PURE__ */ new Set([
		...own,
		"/usr/local/lib/node_modules",
		"/usr/lib/node_modules"
	])];
}
function loadGlobal(folders) {
	for (const folder of folders) {
		const load = createRequire(path.join(folder, "kazi.cjs"));
		for (const name of PACKAGES) {
			const chromium = chromiumOf(tryLoad(load, path.join(folder, name)));
			if (chromium !== void 0) return chromium;
		}
	}
}
function tryLoad(load, file) {
	try {
		return load(file);
	} catch {
		return;
	}
}
function chromiumOf(loaded) {
	if (typeof loaded !== "object" || loaded === null || !("chromium" in loaded)) return void 0;
	return isBrowserType(loaded.chromium) ? loaded.chromium : void 0;
}
function isBrowserType(value) {
	return typeof value === "object" && value !== null && "launchPersistentContext" in value && typeof value.launchPersistentContext === "function";
}
// src/adapters/browser-lookup.ts
/** Name the file themselves, and so come first. */
const VARIABLES = ["KAZI_CHROMIUM", "CHROME_PATH"];
/** Chrome first: where a system lets only known programs make a sandbox, it is among them. */
const NAMES$1 = [
	"google-chrome",
	"google-chrome-stable",
	"chromium",
	"chromium-browser"
];
const FIXED = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
/** A Chromium of this machine: named by a variable, on the search path, or downloaded by Playwright. */
function findBrowser(environment) {
	for (const variable of VARIABLES) {
		const file = environment[variable] ?? "";
		if (file !== "") return named(variable, file);
	}
	const file = [
		...onPath(environment),
		...FIXED,
		...downloaded(environment)
	].find(isExecutable);
	return file === void 0 ? {
		kind: "missing",
		reason: `no browser: expected one of ${NAMES$1.join(", ")} on PATH; install Chromium, or name one in KAZI_CHROMIUM`
	} : {
		kind: "found",
		file
	};
}
function named(variable, file) {
	return path.isAbsolute(file) && isExecutable(file) ? {
		kind: "found",
		file
	} : {
		kind: "missing",
		reason: `no browser: ${variable} names ${file}, expected the absolute path of an executable file`
	};
}
function onPath(environment) {
	const folders = (environment["PATH"] ?? "").split(path.delimiter).filter((it) => path.isAbsolute(it));
	return NAMES$1.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}
function downloaded(environment) {
	const home = environment["HOME"] ?? "";
	return [
		environment["PLAYWRIGHT_BROWSERS_PATH"] ?? "",
		path.join(home, ".cache", "ms-playwright"),
		path.join(home, "Library", "Caches", "ms-playwright")
	].filter((folder) => path.isAbsolute(folder)).flatMap((cache) => newestFirst(cache).flatMap((version) => DOWNLOADS.map((it) => path.join(cache, version, it))));
}
const DOWNLOADS = [
	"chrome-linux64/chrome",
	"chrome-linux/chrome",
	"chrome-headless-shell-linux64/chrome-headless-shell",
	"chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
	"chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
	"chrome-mac/Chromium.app/Contents/MacOS/Chromium"
];
function newestFirst(cache) {
	try {
		return readdirSync(cache).filter((folder) => folder.startsWith("chromium")).toSorted((left, right) => numberOf(right) - numberOf(left));
	} catch {
		return [];
	}
}
function numberOf(folder) {
	return Number(/-(\d+)$/.exec(folder)?.[1] ?? 0);
}
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
// src/adapters/browser-playwright.ts
const TIMER_MS_MAX$3 = 2147483647;
/** Makes journeys with the Chromium that `environment` leads to. */
function createBrowserDriver(options) {
	return { visit: async (journey) => await visit(journey, options.environment) };
}
async function visit(journey, environment) {
	try {
		checkUrls(journey.check);
		const browser = findBrowser(environment);
		if (browser.kind === "missing") return {
			kind: "no-browser",
			reason: browser.reason
		};
		const playwright = await loadPlaywright(environment["PATH"] ?? "");
		if (playwright.kind === "missing") return {
			kind: "no-browser",
			reason: playwright.reason
		};
		const { chromium } = playwright;
		return await start$1(journey, {
			chromium,
			executable: browser.file,
			environment
		});
	} catch (error) {
		const reason = error instanceof Error ? error.message : "unknown reason";
		if (error instanceof BrowserBadCheck) return {
			kind: "bad-check",
			reason
		};
		return {
			kind: "cut-off",
			cause: "crashed",
			reason
		};
	}
}
async function start$1(journey, browser) {
	const { withBrowserSession } = await import("./browser-session.mjs");
	const { makeJourney } = await import("./browser-journey.mjs");
	const { check, viewport, timeoutMs } = journey;
	const timeout = AbortSignal.timeout(Math.min(timeoutMs, TIMER_MS_MAX$3));
	const end = await withBrowserSession({
		...browser,
		viewport,
		allowHosts: check.allowHosts,
		operationTimeoutMs: check.operationTimeoutMs,
		signal: AbortSignal.any([journey.signal, timeout])
	}, async (session) => await makeJourney(session, journey));
	switch (end.kind) {
		case "done": return end.result;
		case "not-started": return {
			kind: "no-browser",
			reason: end.reason
		};
		case "aborted": return journey.signal.aborted ? {
			kind: "cut-off",
			cause: "interrupted",
			reason: "interrupted"
		} : {
			kind: "cut-off",
			cause: "timed-out",
			reason: `not at its end after ${timeoutMs} ms`
		};
	}
}
// src/adapters/clock-system.ts
/** A longer timer would fire at once. */
const TIMER_MS_MAX$2 = 2147483647;
/** The machine's clock. */
function createSystemClock() {
	return {
		now: () => Date.now(),
		sleep
	};
}
async function sleep(ms, signal) {
	for (let leftMs = ms; leftMs > 0 && !signal.aborted; leftMs -= TIMER_MS_MAX$2) await setTimeout$1(Math.min(leftMs, TIMER_MS_MAX$2), void 0, { signal }).catch(() => void 0);
}
// src/adapters/evidence-files-folder.ts
const FILE_BYTES_MAX$1 = 1e7;
const TOTAL_BYTES_MAX = 5e7;
const FILES_MAX = 200;
/** Keeps the files of one observation in a folder of their own, and drops the oldest observations. */
function createEvidenceFiles(options) {
	const folder = path.join(options.parent, plainName(options.name));
	let bytes = 0;
	let files = 0;
	let opened;
	return { keep: async (file) => {
		bytes += file.bytes.length;
		files += 1;
		if (file.bytes.length > FILE_BYTES_MAX$1 || bytes > TOTAL_BYTES_MAX || files > FILES_MAX) return void 0;
		opened ??= open(options.parent, folder);
		await opened;
		const name = fileName(file, files);
		await writeFile(path.join(folder, name), file.bytes, {
			flag: "wx",
			mode: 384
		});
		return `${options.shown}/${name}`;
	} };
}
async function open(parent, folder) {
	await mkdir(parent, {
		recursive: true,
		mode: 448
	});
	const names = await readdir(parent);
	const old = (await Promise.all(names.map(async (name) => ({
		name,
		atMs: (await stat(path.join(parent, name))).mtimeMs
	})))).toSorted((left, right) => right.atMs - left.atMs).slice(19);
	for (const { name } of old) await rm(path.join(parent, name), {
		recursive: true,
		force: true
	});
	await mkdir(folder, {
		recursive: true,
		mode: 448
	});
}
/** The number keeps two files of one name apart. */
function fileName({ predicate, name }, number) {
	return `${plainName(predicate)}-${number}-${plainName(name)}`;
}
function plainName(text) {
	return text.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/\.{2,}/g, ".").replace(/^[.-]+/, "").slice(0, 80) || "file";
}
// src/adapters/find-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** A stranger's folder may hold any number of entries; reports stand among far fewer. */
const ENTRIES_MAX$2 = 2e5;
const DEPTH_MAX = 40;
/** Never part of what a program of the checkout reports, and often most of it. */
const LEFT_OUT = /* @__PURE__ */ new Set([".git", "node_modules"]);
/** Regular files below a folder that match a glob; symbolic links are not followed. */
function findFiles(request) {
	const glob = request.glob.replace(/^(?:\.\/)+/, "");
	const { base, isGlob } = import_picomatch.default.scan(glob);
	if (!isGlob) return {
		paths: [glob],
		isCut: false
	};
	if (path.isAbsolute(base) || base.split("/").includes("..")) return {
		paths: [],
		isCut: false
	};
	const matches = (0, import_picomatch.default)(glob, {
		dot: true,
		noextglob: true
	});
	const found = walk$1(request, base, ({ name }) => !LEFT_OUT.has(name) || glob.includes(name));
	return {
		...found,
		paths: found.paths.filter((file) => matches(file)).toSorted()
	};
}
function walk$1({ folder, entriesMax = ENTRIES_MAX$2 }, base, isWanted) {
	const paths = [];
	const folders = [base];
	let isCut = false;
	for (let seen = 0; folders.length > 0 && seen < entriesMax;) {
		const below = folders.pop() ?? "";
		const entries = entriesOf(path.join(folder, below));
		seen += entries.length + 1;
		const wanted = entries.filter((it) => it.isFile() || it.isDirectory() && isWanted(it));
		for (const entry of wanted) {
			const file = path.posix.join(below, entry.name);
			if (entry.isFile()) paths.push(file);
			else if (isTooDeep(file)) isCut = true;
			else folders.push(file);
		}
	}
	return {
		paths,
		isCut: isCut || folders.length > 0
	};
}
function entriesOf(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
function isTooDeep(file) {
	return file.split("/").length > DEPTH_MAX;
}
// src/adapters/tree-path.ts
const BYTES_MAX$2 = 4e3;
const PRINTED_MAX = 500;
const UNFIT = /[\u0000-\u001F\u007F-\u009F\\]/;
/** Characters that HFS+ does not see in a name. */
const INVISIBLE = /[\u200C-\u200F\u202A-\u202E\u206A-\u206F\uFEFF]/g;
function readTreePath(key) {
	const text = decode(key);
	if (text === void 0) return {
		path: printable(key),
		isFit: false
	};
	const isFit = key.length <= BYTES_MAX$2 && !UNFIT.test(text) && text.split("/").every(isPlainName);
	return {
		path: isFit ? text : printable(key),
		isFit
	};
}
function toPathKey(path) {
	return Buffer.from(path, "utf8").toString("latin1");
}
function toBytes(key) {
	return Buffer.from(key, "latin1");
}
/** The folders above a path, the outermost first. */
function parentsOf(key) {
	const parents = [];
	for (let at = key.indexOf("/"); at !== -1; at = key.indexOf("/", at + 1)) parents.push(key.slice(0, at));
	return parents;
}
function decode(key) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(toBytes(key));
	} catch {
		return;
	}
}
/** Neither empty, nor a step, nor what some file system takes for `.git`. */
function isPlainName(name) {
	if (name === "" || name === "." || name === "..") return false;
	const seen = name.replaceAll(INVISIBLE, "").toLowerCase().replace(/:.*$/, "").replace(/[ .]+$/, "");
	return seen !== ".git" && seen !== "git~1";
}
function printable(key) {
	const shown = key.slice(0, PRINTED_MAX).replaceAll(/[^ -~]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
	return key.length > PRINTED_MAX ? `${shown}…` : shown;
}
// src/adapters/folder-reader.ts
function openFolder(folder, format) {
	const real = /* @__PURE__ */ new Map([["", isFolder$1(folder)]]);
	return {
		stat,
		readLink,
		read,
		open,
		hash
	};
	function stat(key) {
		return parentsOf(key).every(isRealFolder) && real.get("") === true ? statAt(folder, key) : void 0;
	}
	function isRealFolder(key) {
		const known = real.get(key);
		if (known !== void 0) return known;
		const found = statAt(folder, key)?.isDirectory() === true;
		real.set(key, found);
		return found;
	}
	function readLink(key) {
		return readlinkSync(within(folder, key), "buffer");
	}
	function open(key) {
		if (stat(key)?.isFile() !== true) throw changedUnderUs(key);
		const file = within(folder, key);
		try {
			return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		} catch (error) {
			if (!isDenied(error)) throw changedUnderUs(key);
			chmodSync(file, 384);
			return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		}
	}
	function read(key, bytesMax) {
		const descriptor = open(key);
		try {
			const found = fstatSync(descriptor);
			if (!found.isFile() || found.size > bytesMax) throw changedUnderUs(key);
			return readFileSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
	}
	async function hash(key, bytes) {
		if (bytes === 0n) return blobOid(Buffer.alloc(0), format);
		const digest = createHash(format).update(`blob ${bytes}\0`);
		const stream = createReadStream("", {
			fd: open(key),
			end: Number(bytes) - 1
		});
		for await (const chunk of stream) digest.update(chunk);
		return digest.digest("hex");
	}
}
/** A stranger may have put a link where the folder was; nothing below it would be theirs. */
function checkRealFolder(folder) {
	if (isFolder$1(folder)) return;
	throw new KaziError({
		code: "candidate-invalid",
		message: `expected the folder ${folder} as it was checked out, found that it was moved or replaced`
	});
}
/** The oid of a blob that is at hand. */
function blobOid(content, format) {
	return createHash(format).update(`blob ${content.length}\0`).update(content).digest("hex");
}
function within(folder, key) {
	return Buffer.concat([Buffer.from(`${folder}/`), toBytes(key)]);
}
function isFolder$1(folder) {
	return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
function statAt(folder, key) {
	try {
		return lstatSync(within(folder, key), { bigint: true });
	} catch (error) {
		if (!isDenied(error)) return void 0;
		chmodSync(within(folder, parentsOf(key).at(-1) ?? ""), 448);
		return lstatSync(within(folder, key), {
			bigint: true,
			throwIfNoEntry: false
		});
	}
}
function isDenied(error) {
	return error instanceof Error && "code" in error && error.code === "EACCES";
}
function changedUnderUs(key) {
	return new KaziError({
		code: "candidate-invalid",
		message: `${readTreePath(key).path}: expected the regular file that was measured, found something else; nothing may still run in the folder`
	});
}
// src/adapters/folder-files.ts
/** A change behind these bytes alone is missed: the file counts as not written, never the other way round. */
const STAMPED_BYTES_MAX = 67108864;
const PIECE_BYTES = 1048576;
/** Looks anew at each call, because programs of strangers run between them. */
function createFolderFiles({ root, below }) {
	function locate(file) {
		const key = toKey(below, file);
		if (key === void 0) return refused(file, "a path inside the checkout");
		return look({
			file,
			key,
			reader: openFolder(root, "sha1")
		});
	}
	return {
		find: async (glob, filesMax) => {
			const { paths, isCut } = findFiles({
				folder: path.join(root, below),
				glob
			});
			const found = paths.filter((file) => locate(file).kind === "found");
			return await Promise.resolve({
				paths: found.slice(0, filesMax),
				isCut: isCut || found.length > filesMax
			});
		},
		stamp: async (file) => await Promise.resolve(stampOf(locate(file))),
		remove: async (file) => {
			await Promise.resolve(remove(root, locate(file)));
		},
		text: async (file, bytesMax) => await Promise.resolve(toText$3(readAll(locate(file), bytesMax))),
		bytes: async (file, bytesMax) => await Promise.resolve(readAll(locate(file), bytesMax)),
		stream: async (file, bytesMax, onText) => {
			const found = locate(file);
			return found.kind === "found" ? await streamText(found.place, bytesMax, onText) : found;
		}
	};
}
function refused(file, wanted, found) {
	return {
		kind: "refused",
		reason: `${file}: expected ${wanted}${found === void 0 ? "" : `, found ${found}`}`
	};
}
/** Absolute paths and steps upwards have no key. */
function toKey(below, file) {
	if (path.isAbsolute(file) || file.includes("\0")) return void 0;
	const joined = path.posix.normalize(path.posix.join(below, file));
	return file.split("/").includes("..") || joined === "." ? void 0 : toPathKey(joined);
}
function look(place) {
	const { file, key, reader } = place;
	if (parentsOf(key).some((parent) => reader.stat(parent)?.isSymbolicLink() === true)) return refused(file, "real folders on its way", "a symbolic link");
	const found = reader.stat(key);
	if (found === void 0) return { kind: "absent" };
	if (found.isFile()) return {
		kind: "found",
		place
	};
	return refused(file, "a regular file", found.isSymbolicLink() ? "a symbolic link" : "another kind");
}
/** The content, because times also change when nobody wrote a thing. */
function stampOf(located) {
	if (located.kind !== "found") return void 0;
	try {
		return contentStamp(located.place.reader.open(located.place.key));
	} catch {
		return;
	}
}
function contentStamp(descriptor) {
	try {
		const { size } = fstatSync(descriptor);
		const digest = createHash("sha256");
		const piece = new Uint8Array(Math.min(PIECE_BYTES, size));
		for (let at = 0; at < Math.min(size, STAMPED_BYTES_MAX);) {
			const length = readSync(descriptor, piece, { position: at });
			if (length === 0) break;
			digest.update(piece.subarray(0, length));
			at += length;
		}
		return `${size} ${digest.digest("hex")}`;
	} finally {
		closeSync(descriptor);
	}
}
function remove(root, located) {
	if (located.kind !== "found") return;
	try {
		rmSync(within(root, located.place.key));
	} catch {}
}
function readAll(located, bytesMax) {
	if (located.kind !== "found") return located;
	const { file, key, reader } = located.place;
	const size = Number(reader.stat(key)?.size ?? 0n);
	if (size > bytesMax) return refused(file, `at most ${bytesMax} bytes`, `${size}`);
	try {
		return {
			kind: "read",
			bytes: reader.read(key, bytesMax)
		};
	} catch {
		return changed(file);
	}
}
function changed(file) {
	return refused(file, "a regular file that can be read", "that it changed or is closed to us");
}
function toText$3(read) {
	return read.kind === "read" ? {
		kind: "read",
		text: new TextDecoder().decode(read.bytes)
	} : read;
}
async function streamText({ file, key, reader }, bytesMax, onText) {
	try {
		const descriptor = reader.open(key);
		const { size } = fstatSync(descriptor);
		const isFit = size <= bytesMax;
		const end = isFit ? Math.max(0, size - 1) : 0;
		const stream = createReadStream("", {
			fd: descriptor,
			end,
			highWaterMark: 65536
		});
		const decoder = new TextDecoder();
		for await (const chunk of stream) if (isFit && size > 0) onText(decoder.decode(chunk, { stream: true }));
		if (!isFit) return refused(file, `at most ${bytesMax} bytes`, `${size}`);
		onText(decoder.decode());
		return { kind: "streamed" };
	} catch {
		return changed(file);
	}
}
// src/adapters/handover-files.ts
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
/** Documents as files of one folder that other processes can write to. */
function createHandover(folder) {
	const written = /* @__PURE__ */ new Map();
	return {
		write: async (name, text) => {
			await write(folder, name, text);
			written.set(name, digestOf(text));
		},
		read: async (name, bytesMax) => {
			const text = await read(folder, name, bytesMax);
			const digest = written.get(name);
			if (digest === void 0 || text !== void 0 && digestOf(text) === digest) return text;
			throw invalid$1(name, "expected it as this process wrote it, found it changed or removed");
		}
	};
}
function digestOf(text) {
	return createHash("sha256").update(text).digest("hex");
}
/** Whole or not at all: a reader never sees half a document, and a link in its place is replaced. */
async function write(folder, name, text) {
	const temporary = path.join(folder, `.${name}.${randomUUID()}`);
	try {
		await writeFile(temporary, text, {
			flag: "wx",
			mode: 384
		});
		await rename(temporary, fileOf(folder, name));
	} catch (cause) {
		await rm(temporary, { force: true });
		throw invalid$1(name, `expected to write it to ${folder}, and could not`, cause);
	}
}
async function read(folder, name, bytesMax) {
	const file = await openFile(folder, name);
	if (file === void 0) return void 0;
	try {
		return toText$2(name, await readBounded(file, name, bytesMax));
	} finally {
		await file.close();
	}
}
/** Never through a link, and never waiting for the other end of a pipe. */
async function openFile(folder, name) {
	try {
		return await open$1(fileOf(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return void 0;
		throw invalid$1(name, "expected a file, found something else", cause);
	}
}
async function readBounded(file, name, bytesMax) {
	const stat = await file.stat();
	if (!stat.isFile()) throw invalid$1(name, "expected a file, found something else");
	if (stat.size > bytesMax) throw tooLarge(name, bytesMax);
	const buffer = Buffer.alloc(Math.min(stat.size, bytesMax) + 1);
	let length = 0;
	for (;;) {
		const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
		length += bytesRead;
		if (length > stat.size) throw tooLarge(name, stat.size);
		if (bytesRead === 0) return buffer.subarray(0, length);
	}
}
function toText$2(name, bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw invalid$1(name, "expected UTF-8", cause);
	}
}
function fileOf(folder, name) {
	return path.join(folder, `${name}.json`);
}
function tooLarge(name, bytesMax) {
	return invalid$1(name, `expected at most ${bytesMax} bytes, found more`);
}
function invalid$1(name, found, cause) {
	return new KaziError({
		code: "handover-invalid",
		message: `document "${name}": ${found}`,
		cause
	});
}
// src/adapters/http-client-failure.ts
/** Nobody may be asked at this address; the message says why. */
var RefusedAddress = class extends Error {};
/** The name is known, and nothing stands behind it. */
var NoAddress = class extends Error {
	code = "ENODATA";
};
/** What went wrong on the way to an answer, in words that say what to look at. */
function describeFailure(error, host) {
	if (error instanceof RefusedAddress) return {
		failure: "refused-address",
		reason: error.message
	};
	const code = codeOf(error);
	if (isCertificateCode(code)) return {
		failure: "untrusted",
		reason: `${host}: ${CERTIFICATE_PROBLEMS[code] ?? "its certificate is not trusted"} (${code})`
	};
	return {
		failure: "unreachable",
		reason: `${host}: ${code.startsWith("ERR_SSL_") ? NO_TLS : PROBLEMS[code] ?? "the request failed"}${code === "" ? "" : ` (${code})`}`
	};
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
/** The names that OpenSSL gives to what is wrong with a chain, and the one of node for a wrong name. */
function isCertificateCode(code) {
	return !code.startsWith("ERR_SSL_") && /CERT|ISSUER|INVALID_CA|INVALID_PURPOSE|_VERIFY_/.test(code);
}
const CERTIFICATE_PROBLEMS = {
	CERT_HAS_EXPIRED: "its certificate has expired",
	CERT_NOT_YET_VALID: "its certificate is not valid yet",
	CERT_REVOKED: "its certificate was revoked",
	DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody but itself",
	SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority that is not known here",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from an authority that is not known here",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate comes without the certificates that stand between it and a known authority",
	ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host"
};
const NO_TLS = "no TLS connection came about, so it may not speak TLS at all";
const CUT_OFF = "the connection was closed before the answer was complete";
const PROBLEMS = {
	ENOTFOUND: "the name could not be resolved",
	ENODATA: "the name has no address",
	EAI_AGAIN: "the name could not be resolved for now",
	ECONNREFUSED: "nothing listens there",
	ECONNRESET: CUT_OFF,
	EPIPE: CUT_OFF,
	ERR_STREAM_PREMATURE_CLOSE: CUT_OFF,
	EHOSTUNREACH: "the host cannot be reached",
	ENETUNREACH: "the network cannot be reached",
	ETIMEDOUT: "the connection timed out",
	HPE_HEADER_OVERFLOW: "the headers of its answer are too large",
	EPROTO: NO_TLS
};
// src/adapters/http-client-exchange.ts
const HEADER_BYTES_MAX$2 = 32768;
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** One request and its answer on a connection of its own; throws when it is interrupted. */
async function exchange(asked, question, lookUp) {
	question.signal.throwIfAborted();
	try {
		return await ask$1(asked, question, lookUp);
	} catch (error) {
		question.signal.throwIfAborted();
		return {
			kind: "failure",
			...describeFailure(error, asked.url.host)
		};
	}
}
async function ask$1(asked, question, lookUp) {
	const host = asked.url.hostname;
	const bare = host.replace(/^\[|\]$/g, "");
	const refusal = isIP(bare) === 0 ? void 0 : refusalOf([bare], host, question.allowHosts);
	if (refusal !== void 0) throw refusal;
	const response = await send(asked, {
		signal: question.signal,
		lookup: guardedLookup(lookUp, question.allowHosts),
		rejectUnauthorized: question.tls === "verify",
		servername: isIP(bare) === 0 ? host : ""
	});
	const status = response.statusCode ?? 0;
	const { location } = response.headers;
	const isRedirect = REDIRECTS.has(status) && location !== void 0;
	return {
		kind: "response",
		status,
		...await readBody(response, question.bodyBytesMax),
		...isRedirect ? { location } : {}
	};
}
async function send({ url, method, headers, body }, options) {
	const answered = Promise.withResolvers();
	const length = body === void 0 ? {} : { "content-length": Buffer.byteLength(body) };
	const request = (url.protocol === "https:" ? request$2 : request$1)(url, {
		...options,
		method,
		headers: {
			...headers,
			...length
		},
		agent: false,
		maxHeaderSize: HEADER_BYTES_MAX$2
	});
	request.once("response", answered.resolve);
	request.on("error", answered.reject);
	request.once("close", () => {
		answered.reject(/* @__PURE__ */ new Error("closed"));
	});
	request.end(body);
	return await answered.promise;
}
/** Looks once and hands over exactly what was looked at, so that no second answer can slip in between. */
function guardedLookup(lookUp, allowHosts) {
	return (host, options, callback) => {
		lookUp(host, {
			...options,
			all: true
		}, (error, found) => {
			const addresses = Array.isArray(found) ? found : [];
			const problem = error ?? problemOf(addresses, host, allowHosts) ?? null;
			if (problem !== null || options.all === true) callback(problem, addresses);
			else callback(null, addresses[0]?.address ?? "", addresses[0]?.family);
		});
	};
}
function problemOf(addresses, host, allowHosts) {
	const texts = addresses.map(({ address }) => address);
	return texts.length === 0 ? new NoAddress() : refusalOf(texts, host, allowHosts);
}
/** One address that is refused is enough: which of them is taken is not ours to say. */
function refusalOf(addresses, host, allowHosts) {
	const refusal = addresses.map((address) => addressRefusal({
		host,
		address,
		allowHosts
	})).find((it) => it !== void 0);
	return refusal === void 0 ? void 0 : new RefusedAddress(refusal);
}
async function readBody(response, bytesMax) {
	const kept = Buffer.alloc(bytesMax);
	let length = 0;
	for await (const chunk of bytesOf(response)) {
		kept.set(chunk.subarray(0, bytesMax - length), length);
		length += chunk.length;
		if (length > bytesMax) return {
			body: kept.toString("utf8"),
			truncated: true
		};
	}
	return {
		body: kept.toString("utf8", 0, length),
		truncated: false
	};
}
function bytesOf(response) {
	return response;
}
// src/adapters/http-client-request.ts
/** What every request carries unless the question says otherwise. Nothing compressed is asked for: what it unpacks to has no bound. */
const USUAL_HEADERS = {
	accept: "*/*",
	"accept-encoding": "identity",
	"user-agent": "kazi"
};
/** A request, or why none can ever be made of this question. */
function prepareRequest(question) {
	const url = URL.parse(question.url);
	if (url === null) return "the URL is not valid: expected http:// or https:// and a host";
	const problem = urlProblem(url) ?? methodProblem(question.method) ?? headersProblem(question);
	if (problem !== void 0) return problem;
	const { method, headers, body } = question;
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		url,
		method,
		headers: {
			...USUAL_HEADERS,
			...Object.fromEntries(named)
		},
		...body === void 0 ? {} : { body }
	};
}
/** Why nobody asks at this URL. */
function urlProblem({ protocol, username, password, port }) {
	if (protocol !== "http:" && protocol !== "https:") return `the URL begins with ${protocol.slice(0, 20)}: expected http:// or https://`;
	if (FOREIGN_PORTS.has(Number(port))) return `port ${port} belongs to another protocol: expected one of a web server`;
	return username === "" && password === "" ? void 0 : "the URL holds a user name or password: send an authorization header instead";
}
function methodProblem(method) {
	return /^[A-Z][A-Z-]{0,19}$/.test(method) && !FORBIDDEN_METHODS.has(method) ? void 0 : `the method ${method.slice(0, 20)} is not allowed in a request`;
}
function headersProblem({ headers }) {
	for (const [name, value] of Object.entries(headers)) {
		if (CONNECTION_HEADERS.has(name.toLowerCase())) return `the header ${name} belongs to the connection: leave it out`;
		if (!isValidHeader(name, value)) return `the header ${name.slice(0, 50)} is not allowed in a request: expected a name of letters, digits and "-", and a value on one line`;
	}
}
function isValidHeader(name, value) {
	try {
		validateHeaderName(name);
		validateHeaderValue(name, value);
		return true;
	} catch {
		return false;
	}
}
/** Those of the Fetch standard: what listens there could take a request for words of its own protocol. */
const FOREIGN_PORTS = /* @__PURE__ */ new Set([
	1,
	7,
	9,
	11,
	13,
	15,
	17,
	19,
	20,
	21,
	22,
	23,
	25,
	37,
	42,
	43,
	53,
	69,
	77,
	79,
	87,
	95,
	101,
	102,
	103,
	104,
	109,
	110,
	111,
	113,
	115,
	117,
	119,
	123,
	135,
	137,
	139,
	143,
	161,
	179,
	389,
	427,
	465,
	512,
	513,
	514,
	515,
	526,
	530,
	531,
	532,
	540,
	548,
	554,
	556,
	563,
	587,
	601,
	636,
	989,
	990,
	993,
	995,
	1719,
	1720,
	1723,
	2049,
	3659,
	4045,
	4190,
	5060,
	5061,
	6e3,
	6566,
	6665,
	6666,
	6667,
	6668,
	6669,
	6679,
	6697,
	10080
]);
const FORBIDDEN_METHODS = /* @__PURE__ */ new Set([
	"CONNECT",
	"TRACE",
	"TRACK"
]);
/** They say where a message ends or what becomes of the connection. */
const CONNECTION_HEADERS = /* @__PURE__ */ new Set([
	"connection",
	"content-length",
	"expect",
	"keep-alive",
	"proxy-connection",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
// src/adapters/http-client-redirect.ts
/** The request that a redirect leads to, or why it is not followed. */
function followRedirect(asked, location, status) {
	const url = URL.parse(location, asked.url.href);
	if (url === null) return "it names no valid URL";
	const problem = urlProblem(url) ?? downgrade(asked.url, url);
	if (problem !== void 0) return problem;
	const next = {
		...losesBody(asked.method, status) ? withoutBody(asked) : asked,
		url
	};
	if (url.origin === asked.url.origin) return next;
	return next.body === void 0 ? {
		...next,
		headers: USUAL_HEADERS
	} : "it would take the body of the request to another origin";
}
function downgrade(from, to) {
	return from.protocol === "https:" && to.protocol === "http:" ? "it leaves https for http" : void 0;
}
/** As browsers do: 303 always asks anew, and 301 and 302 do after a POST. */
function losesBody(method, status) {
	if (status === 303) return method !== "HEAD";
	return method === "POST" && (status === 301 || status === 302);
}
function withoutBody({ url, headers }) {
	const kept = Object.entries(headers).filter(([name]) => !name.startsWith("content-"));
	return {
		url,
		method: "GET",
		headers: Object.fromEntries(kept)
	};
}
// src/adapters/http-client-node.ts
const TIMER_MS_MAX$1 = 2147483647;
/**
* Asks by the runtime's own client, which goes out directly: the variables for proxies are not honoured,
* because behind a proxy nobody here could see which address is asked in the end.
*/
function createHttpClient(lookUp = lookup) {
	return { request: async (question) => await request(question, lookUp) };
}
async function request(question, lookUp) {
	const prepared = prepareRequest(question);
	if (typeof prepared === "string") return {
		kind: "failure",
		failure: "bad-question",
		reason: prepared
	};
	const timeout = AbortSignal.timeout(Math.min(question.timeoutMs, TIMER_MS_MAX$1));
	const signal = AbortSignal.any([question.signal, timeout]);
	try {
		return await askAlong(prepared, {
			...question,
			signal
		}, lookUp);
	} catch {
		return question.signal.aborted ? failure("interrupted", "interrupted") : failure("timed-out", `timed out after ${question.timeoutMs} ms`);
	}
}
/** Asks, and goes where redirects lead. The time for all of it is one. */
async function askAlong(first, question, lookUp) {
	let asked = first;
	let before;
	for (let followed = 0;; followed += 1) {
		const answer = await exchange(asked, question, lookUp);
		if (answer.kind === "failure") return unfollowed(before, answer) ?? answer;
		const here = followed === 0 ? answer : {
			...answer,
			url: asked.url.href
		};
		if (answer.location === void 0 || question.redirectsMax === 0) return here;
		const next = followed < question.redirectsMax ? followRedirect(asked, answer.location, answer.status) : `it is one more than ${question.redirectsMax}`;
		if (typeof next === "string") return {
			...here,
			unfollowed: next
		};
		asked = next;
		before = here;
	}
}
/** Where it leads is the service's doing: nobody wrote that address into the goal-file. */
function unfollowed(before, next) {
	return before?.kind === "response" && next.failure === "refused-address" ? {
		...before,
		unfollowed: next.reason
	} : void 0;
}
function failure(kind, reason) {
	return {
		kind: "failure",
		failure: kind,
		reason
	};
}
// src/adapters/nonce-source-random.ts
const NONCE_BYTES = 16;
/** Nonces from the system's random source. */
function createRandomNonceSource() {
	return { next: () => randomBytes(NONCE_BYTES).toString("hex") };
}
// src/adapters/process-runner-capture.ts
/** A character is never longer than this in UTF-8. */
const CHARACTER_BYTES_MAX = 4;
/** Keeps the head and the tail of a stream of any length in bounded memory. */
var OutputCapture = class {
	#headMax;
	#tailMax;
	#head = Buffer$1.alloc(0);
	#headLength = 0;
	#ring = Buffer$1.alloc(0);
	#ringWritten = 0;
	constructor(bytesMax) {
		this.#headMax = Math.ceil(bytesMax / 2);
		this.#tailMax = Math.floor(bytesMax / 2);
	}
	write(chunk) {
		const fitting = Math.min(chunk.length, this.#headMax - this.#headLength);
		this.#writeHead(chunk.subarray(0, fitting));
		this.#writeTail(chunk.subarray(fitting));
	}
	captured() {
		const head = this.#head.subarray(0, this.#headLength);
		const tail = this.#tail();
		const totalBytes = this.#headLength + this.#ringWritten;
		if (totalBytes === head.length + tail.length) return {
			text: Buffer$1.concat([head, tail]).toString("utf8"),
			totalBytes,
			omittedBytes: 0
		};
		const wholeHead = head.subarray(0, endOfWholeCharacters(head));
		const wholeTail = tail.subarray(startOfWholeCharacters(tail));
		const omittedBytes = totalBytes - wholeHead.length - wholeTail.length;
		const mark = `\n… ${omittedBytes} bytes left out …\n`;
		return {
			text: `${wholeHead.toString("utf8")}${mark}${wholeTail.toString("utf8")}`,
			totalBytes,
			omittedBytes
		};
	}
	#writeHead(bytes) {
		const needed = this.#headLength + bytes.length;
		if (needed > this.#head.length) {
			const grown = Buffer$1.alloc(Math.min(this.#headMax, Math.max(needed, this.#head.length * 2)));
			this.#head.copy(grown, 0, 0, this.#headLength);
			this.#head = grown;
		}
		this.#head.set(bytes, this.#headLength);
		this.#headLength = needed;
	}
	#writeTail(bytes) {
		if (bytes.length === 0) return;
		if (this.#ring.length === 0) this.#ring = Buffer$1.alloc(this.#tailMax);
		const kept = bytes.subarray(Math.max(0, bytes.length - this.#tailMax));
		this.#ringWritten += bytes.length;
		if (kept.length === 0) return;
		const start = (this.#ringWritten - kept.length) % this.#tailMax;
		const untilWrap = Math.min(kept.length, this.#tailMax - start);
		this.#ring.set(kept.subarray(0, untilWrap), start);
		this.#ring.set(kept.subarray(untilWrap), 0);
	}
	#tail() {
		if (this.#ringWritten <= this.#tailMax) return this.#ring.subarray(0, this.#ringWritten);
		const oldest = this.#ringWritten % this.#tailMax;
		return Buffer$1.concat([this.#ring.subarray(oldest), this.#ring.subarray(0, oldest)]);
	}
};
function endOfWholeCharacters(bytes) {
	const last = bytes.length - 1;
	for (let index = last; index >= 0 && index > last - CHARACTER_BYTES_MAX; index -= 1) {
		const byte = bytes[index] ?? 0;
		if (!isContinuation(byte)) return index + characterBytes(byte) > bytes.length ? index : bytes.length;
	}
	return bytes.length;
}
function startOfWholeCharacters(bytes) {
	const start = bytes.subarray(0, 3).findIndex((byte) => !isContinuation(byte));
	return start === -1 ? Math.min(bytes.length, 3) : start;
}
function isContinuation(byte) {
	return byte >= 128 && byte < 192;
}
function characterBytes(lead) {
	if (lead >= 240) return 4;
	if (lead >= 224) return 3;
	return lead >= 192 ? 2 : 1;
}
// src/adapters/process-runner-confinement.ts
/** Each mount costs a program that makes it, at every start of a child. */
const MOUNTS_MAX = 64;
/** The mounts that a confinement needs, the deepest first: a mount takes along what is mounted in it. */
function planMounts({ readOnly, writable }, view, mountPoints = readMountPoints()) {
	const listed = new Map([...readOnly.flatMap(realPath$1).map((it) => [it, "ro"]), ...writable.filter(isRealFolder).map((it) => [it, "rw"])]);
	const nested = [...mountPoints].filter((it) => !listed.has(it) && accessAbove(it, listed) === "ro" && realPath$1(it)[0] === it);
	const all = new Map([...listed, ...nested.map((it) => [it, "ro"])]);
	const mounts = [...all].map(([path, access]) => ({
		from: path,
		path,
		access
	})).filter(({ path, access }) => mountPoints.has(path) || access !== accessAbove(path, all)).filter(({ path, access }) => access === "ro" || accessAbove(path, all) === "ro").toSorted((one, other) => other.path.length - one.path.length).filter(({ path }) => path !== view?.folder);
	if (mounts.length < MOUNTS_MAX) return view === void 0 ? mounts : [viewMount(view), ...mounts];
	throw new Error(`expected at most ${MOUNTS_MAX} mounts in the repository's folders, found ${mounts.length}`);
}
/** First of all, so that what is mounted above it takes it along. */
function viewMount({ folder, shows }) {
	return {
		from: shows,
		path: folder,
		access: "rw"
	};
}
function accessAbove(path, listed) {
	let above = path;
	while (above !== "/" && above !== "") {
		above = above.slice(0, above.lastIndexOf("/")) || "/";
		const access = listed.get(above);
		if (access !== void 0) return access;
	}
	return "rw";
}
function readMountPoints() {
	const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
	return new Set(lines.flatMap((line) => line.split(" ").slice(4, 5)).map(unescape));
}
/** The kernel writes space, tab, line end and backslash as three octal digits. */
function unescape(field) {
	return field.replaceAll(/\\([0-7]{3})/g, (_match, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}
function realPath$1(path) {
	try {
		return [realpathSync(path)];
	} catch {
		return [];
	}
}
/** A link would open what it leads to. */
function isRealFolder(path) {
	return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true && realPath$1(path)[0] === path;
}
// src/adapters/process-runner-isolation.ts
const SYSTEM_FOLDERS = [
	"/usr/bin",
	"/bin",
	"/usr/sbin",
	"/sbin",
	"/run/current-system/sw/bin"
];
const PROBE_TIMEOUT_MS = 5e3;
/** A code that no failing launcher would return by itself. */
const PROBE_CODE = 77;
/** Fails where only the mounts would make it fail. */
const PROBE = `true > "$1/own/file" && ! (true > "$1/file") 2> /dev/null && exit ${PROBE_CODE}`;
/**
* The shell is the namespace's first process: it reaps orphans and, unlike the program, cannot be
* talked out of dying with kazi. What it says itself ("Killed") goes to its own standard error,
* the program's goes to descriptor 3, so that a death by signal can be told from exit 128 + n.
* The old working folder lies under the mounts, so it is entered anew. In a user namespace a mount
* that is made read-only at once would lose flags that it must keep; the second way keeps them.
*/
const FIRST_PROCESS = `
while [ "$1" != -- ]; do
  if [ "$2" = ro ]; then
    "$1" -o rbind,ro -- "$3" "$4" 2> /dev/null || "$1" -o remount,bind,ro -- "$4" || exit 1
  else
    "$1" --rbind -- "$3" "$4" || exit 1
  fi
  shift 4
done
shift
cd -P -- "$1" || exit 1
unset OLDPWD
shift
( exec "$@" )
exit $?
`;
/** Without capabilities already: the mark is the last word of the launcher, then comes the program. */
const LAST_PROCESS = `
while [ "$1" != -- ]; do
  export "$1" || exit 1
  shift
done
shift
printf "%s\\n" "$1" >&2
shift
exec "$@" 2>&3 3>&-
`;
/**
* What containers usually leave to root. The rest could undo the mounts or reach past them: by
* mounting, by file handles, by raw devices, by tracing the namespace's first process, which keeps its own.
*/
const KEPT_CAPABILITIES = [
	"chown",
	"dac_override",
	"fowner",
	"fsetid",
	"kill",
	"setgid",
	"setuid",
	"setpcap",
	"net_bind_service",
	"net_raw",
	"sys_chroot",
	"setfcap",
	"audit_write"
];
/** What these say to the loader, to a shell or to mount would work on the launcher, with its capabilities. */
const LATE_VARIABLES = /^(?:LD_|DYLD_|GLIBC_|GCONV_|GETCONF_|LOCPATH$|NLSPATH$|MALLOC_|LIBMOUNT_|LIBBLKID_|LIBSMARTCOLS_|BASH|SHELLOPTS$|ENV$|PS4$|CDPATH$|POSIXLY_CORRECT$)/;
const ASSIGNABLE = /^(?!BASHOPTS$|SHELLOPTS$)[A-Za-z_][A-Za-z0-9_]*$/;
/** Absent where the kernel or the system's policy does not give a PID namespace. */
function findNamespaceLauncher(confinement) {
	if (os.platform() !== "linux") return void 0;
	const setpriv = findSystemProgram("setpriv");
	const unshare = findSystemProgram("unshare");
	if (setpriv === void 0 || unshare === void 0) return void 0;
	const base = [
		setpriv,
		"--pdeathsig",
		"KILL",
		"--",
		unshare
	];
	const space = [
		"--pid",
		"--fork",
		"--kill-child=KILL",
		"--mount-proc",
		"--"
	];
	const asUser = [
		...base,
		"--user",
		"--map-current-user"
	];
	const confined = [[...base, ...space], [
		...asUser,
		"--keep-caps",
		...space
	]];
	const plain = [[...base, ...space], [...asUser, ...space]];
	return confined.map((it) => toConfiningLauncher(it, setpriv)).find((it) => confines(it, confinement)) ?? plain.map(toPlainLauncher).find((it) => probe(it, [
		"/bin/sh",
		"-c",
		`exit ${PROBE_CODE}`
	]));
}
/** A program of the system itself, whatever PATH says. */
function findSystemProgram(name) {
	return SYSTEM_FOLDERS.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
/** No new privileges: sudo, and whatever else relies on a set-user-id bit, fails in a child. */
function toConfiningLauncher(prefix, setpriv) {
	const mount = findSystemProgram("mount") ?? "mount";
	const kept = ["-all", ...KEPT_CAPABILITIES.map((name) => `+${name}`)].join(",");
	const drop = [
		setpriv,
		...[
			"--no-new-privs",
			"--ambient-caps=-all",
			"--inh-caps=-all"
		],
		`--bounding-set=${kept}`,
		"--"
	];
	return {
		isConfined: true,
		toCommand: (launch) => {
			const mounts = launch.mounts.flatMap((it) => [
				mount,
				it.access,
				it.from,
				it.path
			]);
			const first = [
				"/bin/sh",
				"-c",
				FIRST_PROCESS,
				"sh",
				...mounts,
				"--",
				launch.cwd
			];
			return toCommand$1(launch, [
				...prefix,
				...first,
				...drop
			]);
		}
	};
}
function toPlainLauncher(prefix) {
	return {
		isConfined: false,
		toCommand: (launch) => toCommand$1(launch, [
			...prefix,
			"/bin/sh",
			"-c",
			FIRST_PROCESS,
			"sh",
			"--",
			launch.cwd
		])
	};
}
function toCommand$1(launch, before) {
	const variables = Object.entries(launch.env);
	const late = variables.filter(([name]) => LATE_VARIABLES.test(name) && ASSIGNABLE.test(name)).map(([name, value]) => `${name}=${value}`);
	const last = [
		"/bin/sh",
		"-c",
		LAST_PROCESS,
		"sh",
		...late,
		"--",
		launch.mark
	];
	return {
		env: Object.fromEntries(variables.filter(([name]) => !LATE_VARIABLES.test(name))),
		argv: [
			...before,
			...last,
			...launch.argv
		]
	};
}
function confines(launcher, confinement) {
	let folder;
	try {
		folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), "kazi-probe-"));
		const own = path.join(folder, "own");
		mkdirSync(own);
		const mounts = planMounts({
			readOnly: [...confinement.readOnly, folder],
			writable: [...confinement.writable, own]
		}, void 0);
		return probe(launcher, [
			"/bin/sh",
			"-c",
			PROBE,
			"sh",
			folder
		], mounts);
	} catch {
		return false;
	} finally {
		if (folder !== void 0) rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function probe(launcher, argv, mounts = []) {
	const launch = {
		argv,
		cwd: "/",
		env: {},
		mounts,
		mark: ""
	};
	const [file = "", ...args] = launcher.toCommand(launch).argv;
	return spawnSync(file, args, {
		env: {},
		cwd: "/",
		stdio: [
			"ignore",
			"ignore",
			"ignore",
			"pipe"
		],
		timeout: PROBE_TIMEOUT_MS,
		killSignal: "SIGKILL"
	}).status === PROBE_CODE;
}
// src/adapters/process-runner-launcher-words.ts
const AFTER_CHARACTERS_MAX = 1e3;
function createLauncherWords(mark) {
	const decoder = new TextDecoder();
	const line = `${mark}\n`;
	let before = "";
	let after = "";
	let isStarted = false;
	function hear(chunk) {
		const text = decoder.decode(chunk, { stream: true });
		if (isStarted) {
			after = `${after}${text}`.slice(0, AFTER_CHARACTERS_MAX);
			return;
		}
		before += text;
		const at = before.indexOf(line);
		isStarted = at !== -1;
		if (isStarted) after = before.slice(at + line.length).slice(0, AFTER_CHARACTERS_MAX);
		else before = before.slice(-2e4);
	}
	return {
		hear,
		hasStarted: () => isStarted,
		complaint: () => lastLine(before),
		hasSpokenSince: () => after !== ""
	};
}
function lastLine(text) {
	const lines = text.split("\n").filter((line) => /^(?:setpriv|unshare|mount|sh|\/bin\/sh):/.test(line));
	return toOneLine(lines.at(-1) ?? "its launcher ended without a word", 300);
}
// src/adapters/process-runner-lookup.ts
/** The kernel reads no more of the first line either. */
const INTERPRETER_BYTES_MAX = 256;
/** Decides before anything is started: a launcher in between would turn "not found" into exit 127. */
function lookUpProgram(request) {
	const name = request.argv[0] ?? "";
	if (name === "") return missing("the command is empty: expected the name of a program");
	if (!isFolder(request.cwd)) return missing(`${name}: the folder to run it in does not exist`);
	return name.includes("/") ? lookUpFile(name, path.resolve(request.cwd, name)) : lookUpName(name, request.env["PATH"] ?? "");
}
function lookUpFile(name, file) {
	switch (executability(file)) {
		case "executable": return withInterpreter(name, file);
		case "not-executable": return missing(`${name}: not executable; set its executable bit`);
		case "not-a-file": return missing(`${name}: not a regular file`);
		case "absent": return missing(`${name}: not found`);
	}
}
function lookUpName(name, searchPath) {
	const files = searchPath.split(":").filter((folder) => path.isAbsolute(folder)).map((folder) => path.join(folder, name));
	const file = files.find((candidate) => executability(candidate) === "executable");
	if (file !== void 0) return withInterpreter(name, file);
	if (files.some((candidate) => executability(candidate) === "not-executable")) return missing(`${name}: not executable; set the executable bit of the one on PATH`);
	return missing(/\s/.test(name) ? `${name}: not found; a command is the name of one program, its arguments stand apart` : `${name}: not found on PATH; install it, or name it by a path with a slash`);
}
function withInterpreter(name, file) {
	const interpreter = interpreterOf(file);
	return interpreter === void 0 || executability(interpreter) === "executable" ? {
		kind: "found",
		file
	} : missing(`${name}: its interpreter ${interpreter} is not an executable file`);
}
function interpreterOf(file) {
	return /^#![ \t]*(\/[^\s\0]+)/.exec(readStart(file))?.[1];
}
/** A program may be executable without being readable. */
function readStart(file) {
	let descriptor;
	try {
		descriptor = openSync(file, constants.O_RDONLY);
		const start = Buffer.alloc(INTERPRETER_BYTES_MAX);
		return start.toString("latin1", 0, readSync(descriptor, start));
	} catch {
		return "";
	} finally {
		if (descriptor !== void 0) closeSync(descriptor);
	}
}
function executability(file) {
	try {
		if (!statSync(file).isFile()) return "not-a-file";
	} catch {
		return "absent";
	}
	try {
		accessSync(file, constants.X_OK);
		return "executable";
	} catch {
		return "not-executable";
	}
}
function isFolder(folder) {
	try {
		return statSync(folder).isDirectory();
	} catch {
		return false;
	}
}
function missing(reason) {
	return {
		kind: "missing",
		reason
	};
}
// src/adapters/process-runner-pipes.ts
/**
* Node connects children by sockets, and a socket cannot be opened as `/dev/stdout`, `/dev/stderr`
* or `/dev/stdin`, which scripts do. So output goes through real pipes and input comes from a file,
* all unlinked before the child starts.
*/
function openChildPipes(request) {
	const folder = makeFolder();
	const opened = [];
	function open(file, flags) {
		const descriptor = openSync(file, flags);
		opened.push(descriptor);
		return descriptor;
	}
	try {
		return openIn(folder, request, open);
	} catch (error) {
		opened.forEach((descriptor) => closeSync(descriptor));
		throw error;
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
function makeFolder() {
	try {
		return mkdtempSync(path.join(os.tmpdir(), "kazi-run-"));
	} catch (cause) {
		throw new Error(`no pipe could be made: TMPDIR (${os.tmpdir()}) cannot be written`, { cause });
	}
}
function openIn(folder, request, open) {
	const stdin = openInput(folder, request.stdin, open);
	const names = request.mergeStderr ? ["stdout"] : ["stdout", "stderr"];
	makePipes(names.map((name) => path.join(folder, name)));
	const [stdout, stderr] = names.map((name) => openPipe(path.join(folder, name), open));
	if (stdout === void 0) throw new Error("no pipe was made");
	const ends = [
		stdin,
		stdout.writeEnd,
		...stderr === void 0 ? [] : [stderr.writeEnd]
	];
	return {
		childEnds: [
			stdin,
			stdout.writeEnd,
			stderr?.writeEnd ?? stdout.writeEnd
		],
		stdout: toSocket(stdout.readEnd),
		...stderr === void 0 ? {} : { stderr: toSocket(stderr.readEnd) },
		closeChildEnds: () => {
			ends.forEach((descriptor) => closeSync(descriptor));
		}
	};
}
function openInput(folder, text, open) {
	if (text === void 0) return open("/dev/null", constants.O_RDONLY);
	const file = path.join(folder, "stdin");
	writeFileSync(file, text, { mode: 384 });
	return open(file, constants.O_RDONLY);
}
function makePipes(files) {
	if (spawnSync(findSystemProgram("mkfifo") ?? "mkfifo", [
		"-m",
		"600",
		"--",
		...files
	]).status !== 0) throw new Error("no pipe could be made: expected a working mkfifo and a writable TMPDIR");
}
/** The read end first and without waiting, so that opening the write end finds a reader. */
function openPipe(file, open) {
	return {
		readEnd: open(file, constants.O_RDONLY | constants.O_NONBLOCK),
		writeEnd: open(file, constants.O_WRONLY)
	};
}
function toSocket(descriptor) {
	return new Socket({
		fd: descriptor,
		readable: true,
		writable: false
	});
}
// src/adapters/process-runner-node.ts
const GRACE_MS = 2e3;
/** How long the pipes are read after the end; only an escaped process keeps them open. */
const DRAIN_MS = 1e3;
const TURNS = 3;
const TIMER_MS_MAX = 2147483647;
const MARKER = "KAZI_CHILD";
/** A PID namespace with read-only mounts for each child where the system gives one, a process group elsewhere. */
function createProcessRunner(options = {}) {
	const confinement = options.confinement ?? confineNothing;
	const launcher = options.isolation === void 0 ? findLauncher(confinement) : void 0;
	return {
		isolation: launcher?.isConfined === true ? "namespace" : "process-group",
		run: async (request) => {
			const startedAtMs = performance.now();
			const stdout = new OutputCapture(request.outputBytesMax);
			const stderr = new OutputCapture(request.outputBytesMax);
			return {
				ending: await settle({
					request,
					launcher,
					confinement,
					stdout,
					stderr
				}),
				stdout: stdout.captured(),
				stderr: stderr.captured(),
				durationMs: Math.round(performance.now() - startedAtMs)
			};
		}
	};
}
function confineNothing() {
	return {
		readOnly: [],
		writable: []
	};
}
function findLauncher(confinement) {
	return findNamespaceLauncher(confinement("/"));
}
async function settle(task) {
	if (task.request.signal.aborted) return { kind: "interrupted" };
	const program = lookUpProgram(task.request);
	if (program.kind === "missing") return {
		kind: "not-started",
		reason: program.reason
	};
	try {
		return await runProgram(task, program.file);
	} catch (error) {
		return notStarted$1(task.request, error);
	}
}
async function runProgram(task, file) {
	const pipes = openChildPipes(task.request);
	const drained = Promise.all([collect$1(pipes.stdout, task.stdout, task.request.onStdout), ...pipes.stderr === void 0 ? [] : [collect$1(pipes.stderr, task.stderr)]]);
	const token = randomUUID();
	try {
		const child = start(task, file, pipes, token);
		const ending = await supervise(task, child, createLauncherWords(token));
		if (task.launcher === void 0 && child.pid !== void 0) await killLeftovers(child.pid, `${MARKER}=${token}`);
		await Promise.race([drained, drainTime()]);
		return ending;
	} finally {
		pipes.stdout.destroy();
		pipes.stderr?.destroy();
	}
}
function start(task, file, pipes, token) {
	const { request, launcher } = task;
	const args = request.argv.slice(1);
	const [stdin, stdout, stderr] = pipes.childEnds;
	try {
		if (launcher === void 0) return spawn(file, args, {
			cwd: request.cwd,
			env: {
				...request.env,
				[MARKER]: token
			},
			stdio: [
				stdin,
				stdout,
				stderr
			],
			detached: true
		});
		const { argv, env } = toCommand(task, launcher, {
			argv: [file, ...args],
			mark: token
		});
		const [first = "", ...rest] = argv;
		return spawn(first, rest, {
			cwd: request.cwd,
			env,
			stdio: [
				stdin,
				stdout,
				"pipe",
				stderr
			],
			detached: true
		});
	} finally {
		pipes.closeChildEnds();
	}
}
function toCommand(task, launcher, program) {
	const { env } = task.request;
	const cwd = path.resolve(task.request.cwd);
	const mounts = launcher.isConfined ? planMounts(task.confinement(cwd), task.request.view) : [];
	return launcher.toCommand({
		...program,
		cwd,
		env,
		mounts
	});
}
async function collect$1(from, into, onChunk) {
	const closed = Promise.withResolvers();
	from.on("data", (chunk) => {
		into.write(chunk);
		onChunk?.(chunk);
	});
	from.on("error", () => void 0);
	from.on("close", () => {
		closed.resolve(void 0);
	});
	await closed.promise;
}
/** A process that was busy elsewhere sees its timer before the output that waited just as long. */
async function drainTime() {
	await setTimeout$1(DRAIN_MS, void 0, { ref: false });
	await turns();
}
/** What happened before a timer was due is heard of first. */
async function turns() {
	for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
}
async function supervise(task, child, words) {
	const { timeoutMs, signal } = task.request;
	const stopper = createStopper(child, task.launcher !== void 0);
	function interrupt() {
		stopper.stop({ kind: "interrupted" });
	}
	async function timeOut() {
		await turns();
		stopper.stop({
			kind: "timed-out",
			afterMs: timeoutMs
		});
	}
	const timer = setTimeout(() => void timeOut(), Math.min(timeoutMs, TIMER_MS_MAX));
	signal.addEventListener("abort", interrupt);
	try {
		const exit = await exitOf(child, words);
		const isStarted = task.launcher === void 0 || words.hasStarted();
		return stopper.cause() ?? (isStarted ? toEnding(exit, words) : notLaunched(words));
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", interrupt);
		stopper.rest();
	}
}
function createStopper(child, isNamespace) {
	let first;
	let isResting = false;
	const timers = [];
	return {
		stop: (cause) => {
			const { pid } = child;
			if (first !== void 0 || isResting || pid === void 0) return;
			first = cause;
			signalGroup(pid, "SIGTERM");
			timers.push(setTimeout(() => {
				killHard(pid, isNamespace);
			}, GRACE_MS), setTimeout(() => signalGroup(pid, "SIGKILL"), 3e3));
		},
		cause: () => first,
		rest: () => {
			isResting = true;
			timers.forEach((timer) => {
				clearTimeout(timer);
			});
		}
	};
}
/** In a namespace its first process is enough, and the launcher returns when all of it is gone. */
function killHard(pid, isNamespace) {
	const firstProcesses = isNamespace ? childrenOf(pid) : [];
	if (firstProcesses.length === 0) signalGroup(pid, "SIGKILL");
	firstProcesses.forEach((first) => signalProcess(first, "SIGKILL"));
}
async function exitOf(child, words) {
	const exited = Promise.withResolvers();
	child.stderr?.on("data", (chunk) => {
		words.hear(chunk);
	});
	child.stderr?.on("error", () => void 0);
	child.on("error", (error) => {
		exited.reject(error);
	});
	child.on("close", (code, signal) => {
		exited.resolve({
			code,
			signal
		});
	});
	return await exited.promise;
}
function toEnding(exit, words) {
	if (exit.signal !== null) return {
		kind: "killed",
		signal: exit.signal
	};
	const code = exit.code ?? 0;
	const signal = words.hasSpokenSince() ? signalNamed(code - 128) : void 0;
	return signal === void 0 ? {
		kind: "exited",
		code
	} : {
		kind: "killed",
		signal
	};
}
function notLaunched(words) {
	return {
		kind: "not-started",
		reason: `no namespace could be made: ${words.complaint()}`
	};
}
function signalNamed(number) {
	return Object.entries(os.constants.signals).find(([, value]) => value === number)?.[0];
}
function notStarted$1(request, error) {
	const name = request.argv[0] ?? "";
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return {
		kind: "not-started",
		reason: `${name}: ${START_PROBLEMS[code] ?? wordsOf(error)}`
	};
}
const START_PROBLEMS = {
	E2BIG: "its arguments and environment are too long for this system",
	EACCES: "permission denied",
	ENOENT: "not found",
	ENOEXEC: "not a program that this system can run",
	EAGAIN: "this system allows no more processes",
	ENOMEM: "not enough memory to start it",
	ERR_INVALID_ARG_VALUE: "an argument, the environment or the folder holds a NUL character"
};
function wordsOf(error) {
	return error instanceof Error ? error.message : "could not be started";
}
// src/adapters/git.ts
const OUTPUT_BYTES_MAX = 67108864;
const LINGER_MS = 500;
const LOCAL_TIMEOUT_MS = 3e5;
/** What a person may have set to choose their own configuration. */
const CONFIG_VARIABLES = [
	"GIT_CONFIG_GLOBAL",
	"GIT_CONFIG_SYSTEM",
	"GIT_CONFIG_NOSYSTEM"
];
/** Variables that would lead git to another repository than the one that is meant. */
const REPOSITORY_VARIABLES = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|CEILING_DIRECTORIES|QUARANTINE_PATH|CONFIG|CONFIG_PARAMETERS|GRAFT_FILE|SHALLOW_FILE|REPLACE_REF_BASE|NO_REPLACE_OBJECTS|IMPLICIT_WORK_TREE|INTERNAL_SUPER_PREFIX|EXTERNAL_DIFF|EXEC_PATH|TEMPLATE_DIR|TRACE.*)$/;
/** Nothing runs on the side, and nothing is started that a folder's configuration names. */
const QUIET = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"core.untrackedCache=false",
	"core.quotePath=false",
	"protocol.ext.allow=never",
	"gc.auto=0",
	"maintenance.auto=false",
	"advice.detachedHead=false"
];
/** How a tree is read and written the same on every machine. */
const STRICT = [
	"core.protectHFS=true",
	"core.protectNTFS=true",
	"core.autocrlf=false",
	"core.symlinks=true",
	"core.fileMode=true",
	"core.bigFileThreshold=16m",
	"commit.gpgSign=false"
];
/** Runs git by itself: no shell, no inherited `GIT_*`, no hooks, bounded in time and output. */
async function runGit(args, call) {
	const result = await spawnGit(args, call);
	if (result.cut || (call.codes ?? [0]).includes(result.code)) return result;
	throw gitFailed(args, `exit ${result.code}: ${lastWord(result.stderr)}`);
}
/** The one line of git's complaint that says what is wrong. */
function lastWord(stderr) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	const fatal = lines.findLast((line) => /^(?:fatal|error): /.test(line));
	return toOneLine(withoutCredentials(fatal ?? lines.at(-1) ?? "git said nothing"), 300);
}
/** A URL may carry a password, and git repeats URLs. */
function withoutCredentials(text) {
	return text.replaceAll(/:\/\/[^/\s@]{1,1000}@/g, "://");
}
function spawnGit(args, call) {
	return new Promise((resolve, reject) => {
		const child = spawn("git", [
			...configOf(call),
			...placeOf(call),
			...args
		], {
			cwd: call.cwd,
			env: environmentOf(call),
			detached: true
		});
		const output = collect(child, call.cutBytes);
		const timer = setTimeout(() => output.end("timeout"), call.timeoutMs ?? LOCAL_TIMEOUT_MS);
		child.once("error", (cause) => {
			clearTimeout(timer);
			reject(notStarted(cause));
		});
		if (call.actor === "pusher") releaseAfterExit(child);
		child.once("close", (code) => {
			clearTimeout(timer);
			const failure = failureOf(output.ended(), args, call);
			if (failure === void 0) resolve(output.result(code));
			else reject(failure);
		});
		child.stdin.on("error", () => void 0);
		child.stdin.end(call.stdin ?? "");
	});
}
/** A shared ssh connection stays behind a push with our pipes open; what git said is in by then. */
function releaseAfterExit(child) {
	child.once("exit", () => {
		const timer = setTimeout(() => {
			child.stdout.destroy();
			child.stderr.destroy();
		}, LINGER_MS);
		child.once("close", () => clearTimeout(timer));
	});
}
function collect(child, cutBytes) {
	const chunks = [];
	let bytes = 0;
	let stderr = Buffer.alloc(0);
	let early;
	function end(reason) {
		early ??= reason;
		killGroup(child.pid);
	}
	child.stdout.on("data", (chunk) => {
		bytes += chunk.length;
		if (early === void 0) chunks.push(chunk);
		if (cutBytes !== void 0 && bytes > cutBytes) end("cut");
		else if (bytes > OUTPUT_BYTES_MAX) end("too-much");
	});
	child.stderr.on("data", (chunk) => {
		stderr = Buffer.concat([stderr, chunk]).subarray(-65536);
	});
	return {
		end,
		ended: () => early,
		result: (code) => ({
			code: code ?? 128,
			stdout: Buffer.concat(chunks).subarray(0, cutBytes),
			stderr: stderr.toString("utf8"),
			cut: early === "cut"
		})
	};
}
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
function failureOf(early, args, call) {
	if (early === "timeout") return gitFailed(args, `no end after ${call.timeoutMs ?? LOCAL_TIMEOUT_MS} ms`);
	return early === "too-much" ? gitFailed(args, `more than ${OUTPUT_BYTES_MAX} bytes of output`) : void 0;
}
function gitFailed(args, found) {
	const verb = args.find((arg) => /^[a-z]/.test(arg)) ?? "git";
	return new KaziError({
		code: "git-failed",
		message: `git ${verb}: expected success, found ${found}`
	});
}
function notStarted(cause) {
	return new KaziError({
		code: "git-failed",
		message: `expected git on the PATH, found ${toOneLine(cause.message, 200)}; install git or set PATH`,
		cause
	});
}
function configOf(call) {
	if (call.actor === "pusher") return ["-c", "core.hooksPath=/dev/null"];
	return (call.actor === "person" ? QUIET : [...QUIET, ...STRICT]).flatMap((setting) => ["-c", setting]);
}
function placeOf(call) {
	return [...call.gitDir === void 0 ? [] : [`--git-dir=${call.gitDir}`], ...call.workTree === void 0 ? [] : [`--work-tree=${call.workTree}`]];
}
function environmentOf(call) {
	return {
		...inherited(call.actor ?? "kazi"),
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_DEFAULT_REF_FORMAT: "files",
		LC_ALL: "C",
		...call.index === void 0 ? {} : { GIT_INDEX_FILE: call.index },
		...call.env
	};
}
function inherited(actor) {
	const named = ["PATH", "TMPDIR"];
	switch (actor) {
		case "kazi": return {
			...pick((name) => named.includes(name)),
			...NOBODY
		};
		case "remote": return {
			...pick((name) => named.includes(name) || NETWORK.test(name)),
			...NOBODY
		};
		case "person":
			named.push("HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", ...CONFIG_VARIABLES);
			return pick((name) => named.includes(name));
		case "pusher": return pick((name) => !REPOSITORY_VARIABLES.test(name));
	}
}
const NETWORK = /^(?:(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i;
const NOBODY = {
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_CONFIG_SYSTEM: "/dev/null",
	GIT_CONFIG_NOSYSTEM: "1",
	GIT_ATTR_NOSYSTEM: "1",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_ALLOC_LIMIT: "1g"
};
function pick(isWanted) {
	const chosen = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== void 0 && isWanted(name)) chosen[name] = value;
	return chosen;
}
// src/adapters/object-pack.ts
const KINDS = {
	commit: 1,
	tree: 2,
	blob: 3
};
const MODES = {
	file: "100644",
	folder: "40000"
};
/** The id that git gives the object. */
function objectId(object, format) {
	const header = `${object.kind} ${object.content.length}\0`;
	return createHash(format).update(header).update(object.content).digest("hex");
}
/** The content of a tree object. */
function treeContent(lines) {
	return Buffer.concat(lines.toSorted((left, right) => Buffer.compare(sortKey(left), sortKey(right))).flatMap(({ kind, name, oid }) => [Buffer.from(`${MODES[kind]} ${name}\0`), Buffer.from(oid, "hex")]));
}
/** A pack that `git unpack-objects` takes: one process for any number of objects. */
function toPack(objects, format) {
	const header = Buffer.alloc(12);
	header.write("PACK");
	header.writeUInt32BE(2, 4);
	header.writeUInt32BE(objects.length, 8);
	const body = Buffer.concat([header, ...objects.flatMap((object) => [objectHeader(object), deflateSync(object.content)])]);
	return Buffer.concat([body, createHash(format).update(body).digest()]);
}
/** Git sorts a folder as if its name ended with a slash. */
function sortKey({ kind, name }) {
	return Buffer.from(kind === "folder" ? `${name}/` : name);
}
/** Kind and length: four bits of length in the first byte, seven in each that follows. */
function objectHeader({ kind, content }) {
	const bytes = [];
	let rest = Math.floor(content.length / 16);
	bytes.push(KINDS[kind] * 16 + content.length % 16);
	while (rest > 0) {
		bytes.push(rest % 128);
		rest = Math.floor(rest / 128);
	}
	return Buffer.from(bytes.map((byte, index) => index < bytes.length - 1 ? byte + 128 : byte));
}
// src/adapters/object-reader.ts
const IDLE_MS = 2e3;
const HEADER_BYTES_MAX$1 = 1e3;
const ANSWER_MS_MAX = 6e4;
/** No replacement object or graft of the repository may take part, and nothing is fetched. */
const ENVIRONMENT = {
	LC_ALL: "C",
	GIT_CONFIG_NOSYSTEM: "1",
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_NO_LAZY_FETCH: "1",
	GIT_GRAFT_FILE: "/dev/null"
};
/**
* One git process answers many reads, one after another. It never keeps the program alive, and goes
* when nothing was asked for a while.
*/
function createObjectReader(options) {
	let session;
	let queue = Promise.resolve();
	async function answer(oid, bytesMax) {
		const current = session?.isOpen() === true ? session : openSession(options);
		session = current;
		const found = await current.ask(oid, bytesMax);
		if (found.kind === "too-large") current.close();
		return found;
	}
	return async function read(oid, bytesMax) {
		const mine = queue.then(async () => await answer(oid, bytesMax));
		queue = mine.catch(() => void 0);
		return await mine;
	};
}
function openSession({ gitDir, signal }) {
	const child = spawn("git", [
		`--git-dir=${gitDir}`,
		"cat-file",
		"--batch"
	], {
		env: {
			PATH: process.env["PATH"] ?? "/usr/bin:/bin",
			...ENVIRONMENT
		},
		detached: true,
		...signal === void 0 ? {} : { signal }
	});
	const input = createInput(child);
	let isOpen = true;
	let idle;
	function close() {
		isOpen = false;
		clearTimeout(idle);
		child.kill("SIGKILL");
	}
	async function ask(oid, bytesMax) {
		clearTimeout(idle);
		keepAlive(child, true);
		const deadline = setTimeout(close, ANSWER_MS_MAX);
		try {
			child.stdin.write(`${oid}\n`);
			return await readAnswer(input, bytesMax);
		} catch (cause) {
			close();
			throw unreadable(oid, {
				found: input.failure(),
				cause,
				isStopped: signal?.aborted === true
			});
		} finally {
			clearTimeout(deadline);
			keepAlive(child, false);
			idle = setTimeout(close, IDLE_MS).unref();
		}
	}
	return {
		isOpen: () => isOpen && child.exitCode === null && child.signalCode === null,
		ask,
		close
	};
}
async function readAnswer(input, bytesMax) {
	const header = await input.takeLine(HEADER_BYTES_MAX$1);
	const [, type = "", size = ""] = header.split(" ");
	if (type === "missing" || type === "ambiguous") return { kind: "missing" };
	if (!/^\d+$/.test(size)) throw new Error(`expected an object, found ${header}`);
	if (Number(size) > bytesMax) return { kind: "too-large" };
	const content = await input.take(Number(size));
	await input.take(1);
	return {
		kind: "found",
		type,
		content
	};
}
function createInput(child) {
	const chunks = child.stdout[Symbol.asyncIterator]();
	let held = Buffer.alloc(0);
	let complaint = "";
	child.on("error", (error) => {
		complaint ||= error.message;
	});
	child.stdin.on("error", () => void 0);
	child.stderr.on("data", (chunk) => {
		complaint = `${complaint}${chunk.toString()}`.slice(-1e3);
	});
	async function fill(bytes) {
		const parts = [held];
		let length = held.length;
		while (length < bytes) {
			const next = await chunks.next();
			if (next.done === true) throw new Error("git cat-file ended");
			parts.push(next.value);
			length += next.value.length;
		}
		held = parts.length === 1 ? held : Buffer.concat(parts);
	}
	async function take(bytes) {
		await fill(bytes);
		const taken = held.subarray(0, bytes);
		held = held.subarray(bytes);
		return taken;
	}
	async function takeLine(bytesMax) {
		while (!held.includes(10)) {
			if (held.length > bytesMax) throw new Error("expected a line from git cat-file");
			await fill(held.length + 1);
		}
		return (await take(held.indexOf(10) + 1)).toString("latin1").trimEnd();
	}
	return {
		take,
		takeLine,
		failure: () => complaint
	};
}
function keepAlive(child, isBusy) {
	const handles = [
		child,
		child.stdout,
		child.stderr
	].filter((handle) => handle === child || handle instanceof Socket);
	for (const handle of handles) {
		if (!("ref" in handle)) continue;
		if (isBusy) handle.ref();
		else handle.unref();
	}
}
function unreadable(oid, { found, cause, isStopped }) {
	if (isStopped) return new KaziError({
		code: "interrupted",
		message: "interrupted",
		cause
	});
	const last = found.trim().split("\n").at(-1);
	return new KaziError({
		code: "git-failed",
		message: `cannot read object ${oid}: ${last === void 0 || last === "" ? "git cat-file ended" : last}`,
		cause
	});
}
// src/adapters/ref-store-git.ts
const COMMIT_BYTES_MAX$1 = 64e3;
const TREE_BYTES_MAX = 4e3;
const ENTRIES_MAX$1 = 16;
const TIMEOUT_MS$1 = 6e4;
const SWAPS_MAX = 3;
const LOCK_TIMEOUT_MS = 3e3;
const OID$2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const HELD_LOCK = /cannot lock|could not lock|unable to create .*\.lock|\.lock': file exists/i;
/** The refs of a real repository. One process writes, one swaps, and one that stays reads. */
function createGitRefStore(given) {
	const options = {
		...given,
		gitDir: path.resolve(given.gitDir)
	};
	const read = createObjectReader(options);
	let format;
	return {
		namespace: "refs/kazi/local/",
		list: async (prefix) => await listRefs(options, prefix),
		head: async (ref) => await headOf(options, ref),
		read: async (oid) => await readCommit(read, oid),
		swap: async (updates) => await swap$1(options, updates),
		async write(commit) {
			format ??= await formatOf(options);
			return await writeCommit(options, commit, format);
		}
	};
}
async function listRefs(options, prefix) {
	return (await refsBelow(options, /^[^*?[\\]*\//.exec(prefix)?.[0].replace(/\/+$/, "") ?? "refs")).filter(({ ref }) => ref.startsWith(prefix));
}
async function headOf(options, ref) {
	return (await refsBelow(options, ref)).find((it) => it.ref === ref)?.oid;
}
async function refsBelow(options, pattern) {
	return (await git(options, { args: [
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		"--",
		pattern
	] })).split("\n").filter((line) => line !== "").map((line) => ({
		ref: line.slice(line.indexOf(" ") + 1),
		oid: line.split(" ")[0] ?? ""
	})).toSorted((left, right) => left.ref < right.ref ? -1 : 1);
}
async function readCommit(read, oid) {
	const commit = await readObject(read, {
		oid,
		type: "commit",
		bytesMax: COMMIT_BYTES_MAX$1
	});
	if (commit === void 0) return void 0;
	const [header = ""] = commit.toString("latin1").split("\n\n", 1);
	const [, treeOid, parentLines = ""] = /^tree ([0-9a-f]+)\n((?:parent [0-9a-f]+\n)*)author /.exec(header) ?? [];
	if (treeOid === void 0) return void 0;
	const tree = await readObject(read, {
		oid: treeOid,
		type: "tree",
		bytesMax: TREE_BYTES_MAX
	});
	const lines = tree === void 0 ? void 0 : parseTree$1(tree, oid.length / 2);
	if (lines === void 0) return void 0;
	return {
		oid,
		parents: [...parentLines.matchAll(/parent (\S+)/g)].map((match) => match[1] ?? ""),
		files: await readFiles(read, lines.filter((line) => line.mode === "100644")),
		folders: new Map(lines.filter((line) => line.mode === "40000").map((line) => [line.name, line.oid]))
	};
}
/** `undefined` for a tree that the ledger never writes: large, with links, or with odd names. */
function parseTree$1(tree, oidBytes) {
	const lines = [];
	let at = 0;
	while (at < tree.length) {
		const end = tree.indexOf(0, at);
		if (end === -1 || end + 1 + oidBytes > tree.length) return void 0;
		const name = /^(100644|40000) ([\w.-]+)$/.exec(tree.toString("latin1", at, end));
		if (name?.[1] === void 0 || name[2] === void 0) return void 0;
		at = end + 1 + oidBytes;
		lines.push({
			mode: name[1],
			name: name[2],
			oid: tree.toString("hex", end + 1, at)
		});
	}
	return lines.length > ENTRIES_MAX$1 ? void 0 : lines;
}
async function readFiles(read, lines) {
	const texts = await Promise.all(lines.map(async ({ name, oid }) => {
		const content = await readObject(read, {
			oid,
			type: "blob",
			bytesMax: FILE_BYTES_MAX$2
		});
		const text = content === void 0 ? void 0 : toText$1(content);
		return text === void 0 ? [] : [[name, text]];
	}));
	return new Map(texts.flat());
}
/** Bytes that are no text count as damage, like a missing file: replacing them would hide it. */
function toText$1(content) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(content);
	} catch {
		return;
	}
}
async function readObject(read, { oid, type, bytesMax }) {
	if (!OID$2.test(oid)) return void 0;
	const found = await read(oid, bytesMax);
	return found.kind === "found" && found.type === type ? found.content : void 0;
}
async function formatOf(options) {
	return (await git(options, { args: ["rev-parse", "--show-object-format"] })).trim() === "sha256" ? "sha256" : "sha1";
}
async function writeCommit(options, commit, format) {
	const files = [...commit.files].map(([name, text]) => {
		const blob = {
			kind: "blob",
			content: Buffer.from(text)
		};
		return {
			blob,
			line: {
				kind: "file",
				name,
				oid: objectId(blob, format)
			}
		};
	});
	const folders = [...commit.folders].map(([name, oid]) => ({
		kind: "folder",
		name,
		oid
	}));
	const tree = {
		kind: "tree",
		content: treeContent([...files.map((file) => file.line), ...folders])
	};
	const written = {
		kind: "commit",
		content: Buffer.from(commitText(commit, objectId(tree, format)))
	};
	await git(options, {
		args: [
			"unpack-objects",
			"-q",
			"--strict"
		],
		input: toPack([
			...files.map((file) => file.blob),
			tree,
			written
		], format)
	});
	return objectId(written, format);
}
function commitText({ parents, message, atMs }, tree) {
	const who = `kazi <kazi@localhost> ${Math.max(0, Math.floor(atMs / 1e3))} +0000`;
	return `${[
		`tree ${tree}`,
		...parents.map((parent) => `parent ${parent}`),
		`author ${who}`,
		`committer ${who}`
	].join("\n")}\n\n${message}\n`;
}
/**
* git locks refs in the order it is given them, so all callers use one order: no two of them hold a
* lock that the other waits for. A swap is lost only when a ref is seen elsewhere than `before` says.
* Where git fails and all stand right, somebody holds a lock: it is tried again, and after that the
* lock is reported, because calling it lost would send the caller round for ever beside a lock that
* a crash left.
*/
async function swap$1(options, updates) {
	const inOrder = updates.toSorted((one, other) => one.ref < other.ref ? -1 : 1);
	const input = Buffer.from(inOrder.map((update) => swapLine(update)).join(""));
	for (let attempt = 1;; attempt += 1) try {
		await git(options, {
			args: [
				"update-ref",
				"--no-deref",
				"--stdin",
				"-z"
			],
			input
		});
		return "moved";
	} catch (error) {
		if (!(error instanceof KaziError) || error.code !== "git-failed") throw error;
		if (await isElsewhere(options, updates)) return "lost";
		if (!HELD_LOCK.test(error.message)) throw error;
		if (attempt >= SWAPS_MAX) throw locked(error);
	}
}
/** Without a value of its own `before` is all zeros: the ref must not exist, or must go. */
function swapLine({ ref, before, after }) {
	if (!/^refs\/[^\0\s]+$/.test(ref)) throw new KaziError({
		code: "git-failed",
		message: "expected the full name of a ref"
	});
	const none = "0".repeat((before ?? after ?? "").length || 40);
	if (before === void 0 && after === void 0) return `verify ${ref}\0\0`;
	return after === void 0 ? `delete ${ref}\0${before ?? none}\0` : `update ${ref}\0${after}\0${before ?? none}\0`;
}
async function isElsewhere(options, updates) {
	const heads = await Promise.all(updates.map(async ({ ref }) => await headOf(options, ref)));
	return updates.some(({ before }, index) => heads[index] !== before);
}
/** Asked for before git starts and never while it runs: a swap that is cut short could be either. */
async function git(options, { args, input }) {
	if (options.signal?.aborted === true) throw new KaziError({
		code: "interrupted",
		message: "interrupted by a person"
	});
	return (await runGit(args, {
		cwd: path.parse(options.gitDir).root,
		gitDir: options.gitDir,
		env: environment(options.lockTimeoutMs ?? LOCK_TIMEOUT_MS),
		timeoutMs: TIMEOUT_MS$1,
		...input === void 0 ? {} : { stdin: input }
	})).stdout.toString();
}
function environment(lockTimeoutMs) {
	return {
		GIT_GRAFT_FILE: "/dev/null",
		GIT_NO_LAZY_FETCH: "1",
		GIT_COMMITTER_NAME: "kazi",
		GIT_COMMITTER_EMAIL: "kazi@localhost",
		GIT_CONFIG_COUNT: "2",
		GIT_CONFIG_KEY_0: "core.filesRefLockTimeout",
		GIT_CONFIG_VALUE_0: `${lockTimeoutMs}`,
		GIT_CONFIG_KEY_1: "core.packedRefsTimeout",
		GIT_CONFIG_VALUE_1: `${lockTimeoutMs}`
	};
}
function locked(cause) {
	return new KaziError({
		code: "git-failed",
		message: `${cause.message}; another git process is at work, or a crash left this lock: delete it if none is`,
		cause
	});
}
// src/adapters/ref-store-push.ts
const ATTEMPTS_MAX$1 = 3;
/** git's own word for all there is. */
const WHOLE_DEPTH = 2147483647;
/** The refs of a remote, moved by atomic pushes. Objects are written here and travel with the push. */
function createPushRefStore(mirror) {
	const local = createGitRefStore({ gitDir: mirror.gitDir });
	const shallow = /* @__PURE__ */ new Set();
	return {
		namespace: "refs/kazi/",
		list: async (prefix) => await bring(await mirror.heads(`${prefix}*`)),
		head: async (ref) => (await bring(await mirror.heads(ref)))[0]?.oid,
		read,
		write: async (commit) => await local.write(commit),
		swap: async (updates) => await swap(mirror, updates)
	};
	/** A checkpoint is whole, so that the newest commit is enough however long the chain is. */
	async function bring(found) {
		const missing = [];
		for (const { ref, oid } of found) if (ref.startsWith("refs/kazi/") && !await mirror.has(oid)) missing.push(ref);
		if (missing.length === 0) return found;
		await mirror.fetch(missing, 1);
		for (const ref of missing) shallow.add(ref);
		return found;
	}
	async function read(oid) {
		const known = await local.read(oid);
		if (known !== void 0 || shallow.size === 0) return known;
		await mirror.fetch([...shallow], WHOLE_DEPTH);
		shallow.clear();
		return await local.read(oid);
	}
}
/** A push that nobody answered may have moved all: a look tells, and a second push does no harm. */
async function swap(mirror, updates) {
	const moves = updates.filter(({ before, after }) => before !== void 0 || after !== void 0);
	for (const { after } of moves) if (after !== void 0) await requireHere(mirror, after);
	let answer = { kind: "moved" };
	for (let attempt = 0; attempt < ATTEMPTS_MAX$1; attempt += 1) {
		const stands = await standOf(mirror, updates);
		if (attempt > 0 && isDone(stands, updates)) return "moved";
		if (updates.some(({ ref, before }) => stands.get(ref) !== before)) return "lost";
		if (moves.length > 0) answer = await mirror.push(moves);
		if (answer.kind === "moved") return "moved";
		if (answer.kind === "stale") return "lost";
	}
	throw notTaken(updates, answer);
}
async function requireHere(mirror, oid) {
	if (await mirror.has(oid)) return;
	throw new KaziError({
		code: "git-failed",
		message: `expected commit ${oid} to have been written before it is pushed, found none`
	});
}
function notTaken(updates, answer) {
	const names = updates.map(({ ref }) => ref).join(", ");
	const reason = "reason" in answer ? answer.reason : "no reason given";
	return new KaziError({
		code: answer.kind === "refused" ? "push-refused" : "git-failed",
		message: `expected GitHub to take the push of ${names}, found: ${reason}`
	});
}
async function standOf(mirror, updates) {
	const found = await mirror.heads(...updates.map(({ ref }) => ref));
	return new Map(found.map(({ ref, oid }) => [ref, oid]));
}
function isDone(stands, updates) {
	return updates.every(({ ref, after }) => stands.get(ref) === after);
}
// src/adapters/remote-mirror.ts
const REMOTE_TIMEOUT_MS = 3e5;
const ATTEMPTS_MAX = 3;
const REASON_CHARACTERS_MAX = 500;
/** What git says when it never got an answer; everything else is one. */
const UNANSWERED = /could not resolve|failed to connect|connection (?:refused|reset|timed out)|timed out|hung up|early eof|rpc failed|returned error: 5\d\d|unable to access/i;
const DENIED = /returned error: 40[134]|authentication failed|not found|permission.*denied/i;
/** Makes the folder when it is not there. Nothing is fetched yet. */
async function createRemoteMirror(options) {
	const { gitDir } = options;
	mkdirSync(gitDir, {
		recursive: true,
		mode: 448
	});
	await runGit([
		"init",
		"--quiet",
		"--bare",
		"--template=",
		gitDir
	], { cwd: gitDir });
	return {
		gitDir,
		heads: async (...names) => await heads(options, names),
		fetch: async (wanted, depth) => await fetchInto(options, wanted, depth),
		has: async (oid) => {
			return (await runGit([
				"cat-file",
				"-e",
				`${oid}^{tree}`
			], {
				cwd: gitDir,
				gitDir,
				codes: [
					0,
					1,
					128
				]
			})).code === 0;
		},
		push: async (updates) => await push$1(options, updates)
	};
}
async function heads(options, names) {
	return (await ask(options, [
		"ls-remote",
		"--refs",
		"--",
		options.url,
		...names
	])).stdout.toString("utf8").split("\n").filter((line) => line !== "").map((line) => ({
		oid: line.split("	")[0] ?? "",
		ref: line.split("	")[1] ?? ""
	})).filter(({ ref }) => names.some((name) => isMeant(ref, name))).toSorted((left, right) => left.ref < right.ref ? -1 : 1);
}
/** git matches the end of a name as well: `refs/heads/main` also finds `refs/x/refs/heads/main`. */
function isMeant(ref, name) {
	return name.endsWith("*") ? ref.startsWith(name.slice(0, -1)) : ref === name;
}
async function fetchInto(options, wanted, depth) {
	const bounds = depth === void 0 ? [] : [`--depth=${depth}`];
	const quiet = [
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--recurse-submodules=no"
	];
	const specs = wanted.map((name) => name.startsWith("refs/") ? `+${name}:${name}` : name);
	await ask(options, [
		"fetch",
		...quiet,
		...bounds,
		"--",
		options.url,
		...specs
	]);
}
/** A read is asked again when nobody answered: nothing can have happened twice. */
async function ask(options, args) {
	for (let attempt = 1;; attempt += 1) {
		const result = await atRemote(options, args);
		if (result.code === 0) return result;
		if (UNANSWERED.test(result.stderr) && !DENIED.test(result.stderr) && attempt < ATTEMPTS_MAX) continue;
		throw new KaziError({
			code: "git-failed",
			message: `expected ${withoutCredentials(options.url)} to answer git ${args[0] ?? ""}, found: ${lastWord(result.stderr)}`
		});
	}
}
async function push$1(options, updates) {
	const leases = updates.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ""}`);
	const specs = updates.map(({ ref, after }) => `${after ?? ""}:${ref}`);
	const result = await atRemote(options, [
		"push",
		...[
			"--atomic",
			"--porcelain",
			"--no-follow-tags",
			"--no-signed",
			"--no-verify"
		],
		...leases,
		"--",
		options.url,
		...specs
	]);
	if (result.code === 0) return { kind: "moved" };
	const reason = reasonOf(result);
	if (/\(stale info\)/.test(result.stdout.toString("utf8"))) return { kind: "stale" };
	return /^!/m.test(result.stdout.toString("utf8")) || DENIED.test(result.stderr) ? {
		kind: "refused",
		reason
	} : {
		kind: "unknown",
		reason
	};
}
/** The remote's verdict on the refs, then what it said. */
function reasonOf({ stdout, stderr }) {
	const verdicts = stdout.toString("utf8").split("\n").filter((line) => line.startsWith("!")).map((line) => line.split("	").at(-1) ?? "");
	const words = stderr.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !/^(?:hint:|To |error: failed to push)/.test(line));
	const text = [.../* @__PURE__ */ new Set([...verdicts, ...words.slice(-5)])].join("; ");
	return toOneLine(withoutCredentials(text), REASON_CHARACTERS_MAX);
}
async function atRemote({ gitDir, url, token }, args) {
	return await runGit(args, {
		cwd: gitDir,
		gitDir,
		actor: "remote",
		env: credentials(url, token),
		timeoutMs: REMOTE_TIMEOUT_MS,
		codes: [
			0,
			1,
			128,
			141
		]
	});
}
/** By the environment of this one git: neither a command line nor a file shows it to anybody. */
function credentials(url, token) {
	if (token === void 0) return {};
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${new URL("/", url).href}.extraHeader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`
	};
}
// src/adapters/branch-name.ts
const BYTES_MAX$1 = 200;
const FORBIDDEN = /[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/;
/** git's own rules for a branch name, so that it can stand in an argument without being an expression. */
function isBranchName(name) {
	return name !== "" && name !== "@" && name !== "HEAD" && Buffer.byteLength(name) <= BYTES_MAX$1 && name.isWellFormed() && !FORBIDDEN.test(name) && name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
// src/adapters/object-store.ts
/** What could make a bare repository look elsewhere or apply rules; ours has none of it. */
const STEERING = [
	"info",
	"hooks",
	"commondir",
	"config.worktree",
	"gitdir",
	"worktrees",
	"modules"
];
async function findObjectSource(repository) {
	const call = {
		cwd: repository,
		gitDir: repository
	};
	const format = (await runGit(["rev-parse", "--show-object-format"], call)).stdout.toString().trim() === "sha256" ? "sha256" : "sha1";
	const promisor = await runGit([
		"config",
		"--get-regexp",
		String.raw`^remote\..*\.promisor$`
	], {
		...call,
		codes: [0, 1]
	});
	const shallow = path.join(repository, "shallow");
	return {
		objects: path.join(repository, "objects"),
		format,
		isPartial: promisor.code === 0,
		...existsSync(shallow) ? { shallow: readFileSync(shallow, "utf8") } : {}
	};
}
/** Makes the store anew; what stood at the path is gone. */
async function makeObjectStore(folder, source, borrowed = []) {
	rmSync(folder, {
		recursive: true,
		force: true
	});
	await initialise(folder, source, "--bare");
	borrowObjects(folder, source, borrowed);
	const config = readFileSync(path.join(folder, "config"), "utf8");
	return {
		path: folder,
		format: source.format,
		async git(args, call = {}) {
			for (const name of STEERING) rmSync(path.join(folder, name), {
				recursive: true,
				force: true
			});
			keepFile(path.join(folder, "config"), config);
			borrowObjects(folder, source, borrowed);
			return await runGit(args, {
				cwd: folder,
				gitDir: folder,
				...call
			});
		}
	};
}
/** An empty repository without templates. */
async function initialise(folder, source, ...options) {
	mkdirSync(folder, { recursive: true });
	await runGit([...[
		"init",
		"--quiet",
		"--template=",
		`--object-format=${source.format}`,
		...options
	], "."], { cwd: folder });
}
/** Lets a repository read the objects of others, and know where their history was cut. */
function borrowObjects(gitDir, source, others) {
	const lenders = [source.objects, ...others.filter((folder) => existsSync(folder))];
	const info = path.join(gitDir, "objects", "info");
	mkdirSync(info, { recursive: true });
	keepFile(path.join(info, "alternates"), lenders.map((it) => `${quote$1(it)}\n`).join(""));
	if (source.shallow !== void 0) keepFile(path.join(gitDir, "shallow"), source.shallow);
}
/** Other calls read the file at this moment: it is exchanged as a whole, and only when it is not ours any more. */
function keepFile(file, text) {
	const found = lstatSync(file, { throwIfNoEntry: false });
	if (found?.isFile() === true && found.size === Buffer.byteLength(text) && readFileSync(file, "utf8") === text) return;
	if (found?.isDirectory() === true) rmSync(file, {
		recursive: true,
		force: true
	});
	const fresh = `${file}.${randomUUID()}`;
	writeFileSync(fresh, text, { flag: "wx" });
	renameSync(fresh, file);
}
/** Every file, link and submodule of a tree or commit. */
async function listTree(store, tree) {
	return parseTree((await store.git([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	])).stdout);
}
function parseTree(output) {
	return output.toString("latin1").split("\0").filter((line) => line !== "").map((line) => {
		const tab = line.indexOf("	");
		const [mode = "", , oid = ""] = line.slice(0, tab).split(" ");
		return {
			mode,
			oid,
			key: line.slice(tab + 1)
		};
	});
}
/** Sizes of objects; those that are missing are left out. */
async function sizesOf(store, oids) {
	if (oids.length === 0) return /* @__PURE__ */ new Map();
	const lines = (await store.git(["cat-file", "--batch-check=%(objectname) %(objectsize)"], { stdin: `${oids.join("\n")}\n` })).stdout.toString("latin1").split("\n");
	return new Map(lines.flatMap((line) => {
		const found = /^([0-9a-f]+) (\d+)$/.exec(line);
		return found === null ? [] : [[found[1] ?? "", Number(found[2])]];
	}));
}
/** git reads a line of `alternates` that starts with a quote as a C string: a path can hold anything. */
function quote$1(folder) {
	return `"${folder.replaceAll("\\", String.raw`\\`).replaceAll("\"", String.raw`\"`).replaceAll("\n", String.raw`\n`)}"`;
}
// src/adapters/repository-checkout.ts
/** git's answer without the line end that it adds; a path may have line ends of its own. */
function firstLine(result) {
	return result.stdout.toString("utf8").replace(/\n$/, "");
}
// src/adapters/repository-objects.ts
const OID$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** `gitDir` is asked for at the first use; see `receivedStore` for `received`. */
function createRepositoryObjects(gitDir, received) {
	let reader;
	return {
		branch: async (name) => await readBranch(await objects(), name),
		isAncestor: async (older, newer) => await isAncestor(await objects(), older, newer),
		treeOf: async (commit) => await treeOf$1(await objects(), commit),
		files: async (commit) => (await listEntries(await objects(), commit)).map(toFile),
		text: async (commit, file, bytesMax) => {
			const call = await objects();
			reader ??= createObjectReader({ gitDir: call.cwd });
			return await readText({
				call,
				reader,
				bytesMax
			}, commit, file);
		},
		subtree: async (commit, paths) => await subtree(await objects(), commit, paths),
		adopt: async (commit) => await adopt(await objects(), commit, received)
	};
	/** Without the person's configuration: what is read here must be the same for everybody. */
	async function objects() {
		const place = await gitDir();
		return {
			cwd: place,
			gitDir: place
		};
	}
}
async function readBranch(call, name) {
	if (!isBranchName(name)) return void 0;
	const found = await runGit([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/heads/${name}^{commit}`
	], {
		...call,
		codes: [0, 1]
	});
	return found.code === 0 ? firstLine(found) : void 0;
}
async function isAncestor(call, older, newer) {
	checkOids$1(older, newer);
	return (await runGit([
		"merge-base",
		"--is-ancestor",
		older,
		newer
	], {
		...call,
		codes: [0, 1]
	})).code === 0;
}
async function treeOf$1(call, commit) {
	checkOids$1(commit);
	return firstLine(await runGit([
		"rev-parse",
		"--verify",
		`${commit}^{tree}`
	], call));
}
async function listEntries(call, commit) {
	checkOids$1(commit);
	return parseTree((await runGit([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	], call)).stdout);
}
function toFile({ mode, oid, key }) {
	return {
		path: readTreePath(key).path,
		mode,
		oid
	};
}
async function readText(from, commit, file) {
	checkOids$1(commit);
	if (file.includes("\0")) return void 0;
	const found = await runGit([
		"rev-parse",
		"--verify",
		"--quiet",
		`${commit}:${file}`
	], {
		...from.call,
		codes: [
			0,
			1,
			128
		]
	});
	if (found.code !== 0) return void 0;
	const stored = await from.reader(firstLine(found), from.bytesMax);
	return stored.kind === "found" && stored.type === "blob" ? decodeText(stored.content) : void 0;
}
function decodeText(content) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(content);
	} catch {
		return;
	}
}
async function subtree(call, commit, paths) {
	const wanted = new Set(paths);
	const kept = (await listEntries(call, commit)).filter(({ key }) => wanted.has(readTreePath(key).path) || parentsOf(key).some((parent) => wanted.has(readTreePath(parent).path)));
	const place = mkdtempSync(path.join(tmpdir(), "kazi-index-"));
	const withIndex = {
		...call,
		index: path.join(place, "index")
	};
	try {
		await runGit(["read-tree", "--empty"], withIndex);
		const lines = kept.map(({ mode, oid, key }) => `${mode} ${oid}\t${key}\0`).join("");
		await runGit([
			"update-index",
			"-z",
			"--index-info"
		], {
			...withIndex,
			stdin: toBytes(lines)
		});
		return firstLine(await runGit(["write-tree"], withIndex));
	} finally {
		rmSync(place, {
			recursive: true,
			force: true
		});
	}
}
/** Copies what the commit adds to its parent; git checks every object on the way in. */
async function adopt(call, commit, received) {
	checkOids$1(commit);
	if ((await runGit([
		"cat-file",
		"-e",
		`${commit}^{tree}`
	], {
		...call,
		codes: [
			0,
			1,
			128
		]
	})).code === 0) return;
	if (received === void 0 || !existsSync(received)) throw notReceived(commit);
	const place = mkdtempSync(path.join(tmpdir(), "kazi-adopt-"));
	try {
		const source = await findObjectSource(call.cwd);
		const lent = [path.join(received, "objects")];
		const store = await makeObjectStore(path.join(place, "adopt.git"), source, lent);
		const parent = firstLine(await store.git([
			"rev-parse",
			"--verify",
			`${commit}^`
		]));
		const pack = await store.git([
			"pack-objects",
			"--quiet",
			"--revs",
			"--stdout"
		], { stdin: `${commit}\n^${parent}\n` });
		await runGit([
			"unpack-objects",
			"-q",
			"--strict"
		], {
			...call,
			stdin: pack.stdout
		});
	} finally {
		rmSync(place, {
			recursive: true,
			force: true
		});
	}
}
function notReceived(commit) {
	return new KaziError({
		code: "candidate-invalid",
		message: `expected commit ${commit} to have been received, found none; receive it first`
	});
}
function checkOids$1(...oids) {
	const wrong = oids.find((oid) => !OID$1.test(oid));
	if (wrong === void 0) return;
	throw new KaziError({
		code: "git-failed",
		message: `expected an object id of 40 or 64 hex digits, found ${JSON.stringify(wrong.slice(0, 100))}`
	});
}
// src/adapters/repository-mirror.ts
/** A remote repository without any checkout. What is asked of it is fetched when it is not here yet. */
function createMirrorRepository(mirror, received) {
	const objects = createRepositoryObjects(async () => await Promise.resolve(mirror.gitDir), received);
	return {
		branch: async (name) => await branch(mirror, name),
		isAncestor: async (older, newer) => {
			await bring(mirror, older, newer);
			return await objects.isAncestor(older, newer);
		},
		treeOf: async (commit) => {
			await bring(mirror, commit);
			return await objects.treeOf(commit);
		},
		files: async (commit) => {
			await bring(mirror, commit);
			return await objects.files(commit);
		},
		text: async (commit, path, bytesMax) => {
			await bring(mirror, commit);
			return await objects.text(commit, path, bytesMax);
		},
		subtree: async (commit, paths) => {
			await bring(mirror, commit);
			return await objects.subtree(commit, paths);
		},
		adopt: async (commit) => await objects.adopt(commit),
		inspect: async () => await Promise.resolve({
			root: mirror.gitDir,
			dirty: [],
			checkedOut: [],
			user: ""
		}),
		advance: async () => await Promise.resolve(true),
		push: async (request) => await push(mirror, request)
	};
}
async function bring(mirror, ...oids) {
	checkOids$1(...oids);
	for (const oid of oids) if (!await mirror.has(oid)) await mirror.fetch([oid]);
}
async function branch(mirror, name) {
	if (!isBranchName(name)) return void 0;
	const ref = `refs/heads/${name}`;
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const [found] = await mirror.heads(ref);
		if (found === void 0) return void 0;
		if (!await mirror.has(found.oid)) await mirror.fetch([ref]);
		if (await mirror.has(found.oid)) return found.oid;
	}
	throw new KaziError({
		code: "git-failed",
		message: `expected to fetch ${ref}, found it moving all the time; try again`
	});
}
/** Kept work is on the branch since it was recorded; a branch that was deleted comes back. */
async function push(mirror, request) {
	const { branch: name, commit } = request;
	checkOids$1(commit);
	const ref = `refs/heads/${name}`;
	const [found] = await mirror.heads(ref);
	if (found?.oid === commit) return {
		kind: "pushed",
		remote: "origin"
	};
	if (found !== void 0) return {
		kind: "refused",
		reason: `${name} has moved to ${found.oid.slice(0, 12)}`
	};
	const answer = await mirror.push([{
		ref,
		after: commit
	}]);
	switch (answer.kind) {
		case "moved": return {
			kind: "pushed",
			remote: "origin"
		};
		case "stale": return {
			kind: "refused",
			reason: `${name} was made by somebody else at this moment`
		};
		case "refused":
		case "unknown": return {
			kind: "refused",
			reason: answer.reason
		};
	}
}
// src/adapters/run-liveness-workflow.ts
/** Runs of GitHub Actions, alive or gone by GitHub's word. */
function createWorkflowLiveness(self, runs) {
	return {
		self: () => self,
		stateOf: async (holder) => {
			if (holder.kind !== "workflow-run") return "unknown";
			if (holder.runId === self.runId) return holder.attempt === self.attempt ? "alive" : "gone";
			return await runs?.stateOf(holder) ?? "unknown";
		}
	};
}
// src/adapters/stranger-confinement.ts
/** Of the person's repository and of kazi's bench a stranger changes its own clone, and nothing else. */
function strangerConfinement(place, cwd) {
	const { checkout, home, bench } = place;
	const { root, gitDir, commonDir } = checkout;
	return {
		readOnly: [
			commonDir,
			gitDir,
			...[
				home,
				os.tmpdir(),
				bench ?? ""
			].filter((it) => it !== "").some((it) => isWithin(root, it)) ? [] : [root],
			...bench === void 0 ? [] : [bench]
		],
		writable: bench === void 0 ? [] : ownFolders(bench, cwd)
	};
}
/** The clone, and the throw-away origin that it may push to. */
function ownFolders(bench, cwd) {
	const [name = "", ...rest] = path.relative(bench, cwd).split(path.sep);
	return name !== "" && name !== ".." && !path.isAbsolute([name, ...rest].join("/")) ? [path.join(bench, name), path.join(bench, `${name}-origin.git`)] : [];
}
function isWithin(folder, inner) {
	const relative = path.relative(realPath(folder), realPath(inner));
	return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
function realPath(name) {
	try {
		return realpathSync(name);
	} catch {
		return path.resolve(name);
	}
}
// src/adapters/tree-attributes.ts
const NAMES = [
	"filter",
	"text",
	"eol",
	"crlf",
	"ident",
	"working-tree-encoding"
];
const PLAIN = {
	isFiltered: false,
	hasLineEnds: false,
	isRewritten: false
};
/** Asks the bench's index; no file in any work tree is looked at. */
async function attributesOf(bench, keys) {
	const found = /* @__PURE__ */ new Map();
	const isSet = await askGit(bench, keys);
	for (const key of keys) {
		const on = isSet.get(key);
		if (on === void 0) continue;
		found.set(key, {
			isFiltered: on.has("filter"),
			hasLineEnds: on.has("text") || on.has("eol") || on.has("crlf"),
			isRewritten: on.has("ident") || on.has("working-tree-encoding")
		});
	}
	return (key) => found.get(key) ?? PLAIN;
}
async function askGit(bench, keys) {
	const on = /* @__PURE__ */ new Map();
	if (keys.length === 0) return on;
	const fields = (await bench.store.git([
		"check-attr",
		"--cached",
		"--stdin",
		"-z",
		...NAMES
	], {
		index: bench.index,
		workTree: bench.folder,
		stdin: toBytes(keys.map((key) => `${key}\0`).join(""))
	})).stdout.toString("latin1").split("\0");
	for (let at = 0; at + 2 < fields.length; at += 3) {
		const [key = "", name = "", value = ""] = fields.slice(at, at + 3);
		if (value === "unspecified" || value === "unset") continue;
		on.set(key, (on.get(key) ?? /* @__PURE__ */ new Set()).add(name));
	}
	return on;
}
/** Whether git would store other bytes than these. */
function needsConversion(attributes, content) {
	return attributes.isRewritten || attributes.hasLineEnds && content.includes("\r\n");
}
/** Stores a file as the tree's attributes want it: line ends, `$Id$`, encodings, never a filter. */
async function storeConverted(bench, tree, file) {
	const rules = await checkOutRules(bench, tree);
	return (await bench.store.git([
		"hash-object",
		"-w",
		"--stdin",
		`--path=${file.path}`
	], {
		workTree: rules,
		cwd: rules,
		stdin: file.content
	})).stdout.toString().trim();
}
/** A work tree with nothing but the attributes, because hash-object reads no others. */
async function checkOutRules(bench, tree) {
	const rules = path.join(bench.folder, "rules");
	if (mkdirSync(rules, { recursive: true }) === void 0) return rules;
	const wanted = (await listTree(bench.store, tree)).filter((entry) => /(?:^|\/)\.gitattributes$/.test(entry.key));
	await bench.store.git([
		"checkout-index",
		"--force",
		"-z",
		"--stdin"
	], {
		index: bench.index,
		workTree: rules,
		cwd: rules,
		stdin: toBytes(wanted.map((entry) => `${entry.key}\0`).join(""))
	});
	return rules;
}
// src/adapters/build-tree.ts
/** No candidate holds such a file; more would only fill memory. */
const FILE_BYTES_MAX = 1e8;
/** A tree that is the parent's with exactly these changes of the folder. */
async function buildTree(bench, recipe) {
	const { store, index } = bench;
	await store.git(["read-tree", recipe.parent], { index });
	const blobs = await storeContents(bench, recipe);
	const zeros = "0".repeat(store.format === "sha256" ? 64 : 40);
	const lines = recipe.changes.map((it) => `${it.mode ?? "0"} ${blobs.get(it.key) ?? zeros}\t${it.key}\0`);
	const updated = await store.git([
		"update-index",
		"-z",
		"--index-info"
	], {
		index,
		stdin: toBytes(lines.join("")),
		codes: [
			0,
			1,
			128
		]
	});
	if (updated.code !== 0) throw unbuildable(updated.stderr);
	const oid = (await store.git(["write-tree"], { index })).stdout.toString().trim();
	await holdAgainst(bench, recipe, oid);
	return oid;
}
async function storeContents(bench, recipe) {
	const reader = openFolder(recipe.folder, bench.store.format);
	const contents = recipe.changes.filter((it) => it.mode !== "0");
	const attributes = await attributesOf(bench, contents.map((it) => it.key));
	const blobs = /* @__PURE__ */ new Map();
	const plain = [];
	const copies = path.join(bench.folder, "copies");
	mkdirSync(copies);
	for (const { key, mode, change } of contents) {
		const content = contentOf(reader, key, change);
		const given = attributes(key);
		if (mode !== "120000" && !given.isFiltered && needsConversion(given, content)) {
			const file = {
				path: readTreePath(key).path,
				content
			};
			blobs.set(key, await storeConverted(bench, recipe.parent, file));
			continue;
		}
		writeFileSync(path.join(copies, String(plain.length)), content);
		plain.push(key);
	}
	for (const [at, oid] of (await storePlain(bench, copies, plain.length)).entries()) blobs.set(plain[at] ?? "", oid);
	return blobs;
}
function contentOf(reader, key, change) {
	if (change.kind !== "symlink") return reader.read(key, Math.min(change.bytes, FILE_BYTES_MAX));
	const target = reader.stat(key)?.isSymbolicLink() === true ? reader.readLink(key) : void 0;
	if (target !== void 0 && target.toString() === change.target) return target;
	throw new KaziError({
		code: "candidate-invalid",
		message: `${change.path}: expected the symbolic link that was measured, found something else`
	});
}
/** One git for all files: from copies of ours, so that no name and no attribute of theirs plays in. */
async function storePlain(bench, copies, count) {
	if (count === 0) return [];
	const names = Array.from({ length: count }, (_, at) => `${at}\n`);
	return (await bench.store.git([
		"hash-object",
		"-w",
		"--no-filters",
		"--stdin-paths"
	], {
		cwd: copies,
		stdin: names.join("")
	})).stdout.toString().trim().split("\n");
}
/** A file over a folder, or below a file, would take paths away that nobody judged. */
async function holdAgainst(bench, recipe, tree) {
	const listed = new Set(recipe.changes.map((it) => it.key));
	const stray = (await bench.store.git([
		"diff-tree",
		"-r",
		"-z",
		"--name-only",
		"--no-renames",
		recipe.parent,
		tree
	])).stdout.toString("latin1").split("\0").find((key) => key !== "" && !listed.has(key));
	if (stray !== void 0) throw unbuildable(`it would also change ${readTreePath(stray).path}`);
}
function unbuildable(why) {
	return new KaziError({
		code: "candidate-invalid",
		message: `expected changes that a tree can hold, found that git refuses: ${why.trim().slice(0, 300)}`
	});
}
// src/adapters/candidate-bundle.ts
const BYTES_MAX = 67108864;
/** git repeats the parent's subject in it, and a subject has no limit. */
const HEADER_BYTES_MAX = 1048576;
const OBJECTS_MAX = 2e5;
const UNPACK_TIMEOUT_MS = 12e4;
const REF = "refs/kazi/candidate";
async function writeBundle(store, file, { commit, parent }) {
	await store.git([
		"update-ref",
		REF,
		commit
	]);
	await store.git([
		"bundle",
		"create",
		"--quiet",
		file,
		REF,
		`^${parent}`
	]);
}
/** The bundle's bytes; `undefined` when none was left. */
function readBundle(file) {
	const stands = lstatSync(file, { throwIfNoEntry: false });
	if (stands === void 0) return void 0;
	if (!stands.isFile()) throw invalid("a regular file", "something else");
	const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	const descriptor = openSync(file, flags);
	try {
		const { size } = fstatSync(descriptor);
		if (size > BYTES_MAX) throw invalid(`at most ${BYTES_MAX} bytes`, `${size}`);
		return readFileSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
/**
* Takes the objects into a fresh store. The header is read here, word by word, and only the pack is
* given to git: no transport, no name and no ref of a stranger's plays any part.
*/
async function unpackBundle(store, bundle, expected) {
	const pack = bundle.subarray(checkHeader(bundle, expected, store.format));
	if (!isWhole(pack, store.format)) throw invalid("a whole pack and nothing behind it", "less or more");
	const objects = pack.length >= 12 ? pack.readUInt32BE(8) : 0;
	if (objects > OBJECTS_MAX) throw invalid(`at most ${OBJECTS_MAX} objects`, `${objects}`);
	const args = [
		"index-pack",
		"--stdin",
		"--strict",
		"--fix-thin",
		"--threads=1"
	];
	const options = {
		stdin: pack,
		timeoutMs: UNPACK_TIMEOUT_MS,
		codes: [
			0,
			1,
			128
		]
	};
	const unpacked = await store.git(args, options).catch(tooCostly);
	if (unpacked.code !== 0) throw invalid("a whole and sound pack", toOneLine(unpacked.stderr.slice(0, 2e3), 300));
}
/** git itself would stop at the end of the pack and not mind what follows. */
function isWhole(pack, format) {
	const digestBytes = format === "sha256" ? 32 : 20;
	const content = pack.subarray(0, -digestBytes);
	return createHash(format).update(content).digest().equals(pack.subarray(-digestBytes));
}
/** Where the pack starts. */
function checkHeader(bundle, expected, format) {
	const end = bundle.subarray(0, HEADER_BYTES_MAX).indexOf("\n\n");
	if (end === -1) throw invalid("a bundle's header", "none");
	const lines = bundle.subarray(0, end).toString("latin1").split("\n");
	const start = startOf(format);
	if (start.some((line, index) => lines[index] !== line)) throw invalid(`a git bundle that starts with ${start.join(", ")}`, "another start");
	if (!namesExactly(lines.slice(start.length), expected)) throw invalid(`exactly commit ${expected.commit} on ${expected.parent}`, "something else");
	return end + 2;
}
/** How git starts a bundle of this format, and nothing else: no other version, no capability. */
function startOf(format) {
	return format === "sha256" ? ["# v3 git bundle", "@object-format=sha256"] : ["# v2 git bundle"];
}
function namesExactly(lines, { commit, parent }) {
	const [base = "", tip = ""] = lines;
	const isBase = base === `-${parent}` || base.startsWith(`-${parent} `);
	return lines.length === 2 && isBase && tip === `${commit} ${REF}`;
}
function tooCostly(cause) {
	const why = cause instanceof Error ? cause.message : "no reason given";
	throw new KaziError({
		code: "candidate-invalid",
		message: `expected a bundle that unpacks within bounds, found: ${why}`,
		cause
	});
}
function invalid(expected, found) {
	return new KaziError({
		code: "candidate-invalid",
		message: `candidate bundle: expected ${expected}, found ${found}; it is discarded`
	});
}
// src/adapters/describe-path.ts
const LINK_BYTES_MAX$1 = 4096;
/** What stands at a path now; nothing when it is gone. */
function describePath(reader, key) {
	if (key.endsWith("/")) return [describeRepository(describeDeletion(key.slice(0, -1)))];
	const stat = reader.stat(key);
	if (stat === void 0 || stat.isDirectory()) return [];
	const { path: name, isFit } = readTreePath(key);
	const bytes = Number(stat.size);
	if (!isFit) return [describeSpecial(key, bytes)];
	if (stat.isSymbolicLink()) return [describeLink(reader, key, name)];
	if (!stat.isFile()) return [describeSpecial(key, 0)];
	const mode = modeOf(stat.mode);
	return [{
		key,
		mode,
		change: {
			path: name,
			kind: mode === "100755" ? "executable" : "file",
			bytes
		}
	}];
}
function describeLink(reader, key, name) {
	const raw = reader.readLink(key);
	const target = raw.toString("utf8");
	return raw.length <= LINK_BYTES_MAX$1 && toPathKey(target) === raw.toString("latin1") ? {
		key,
		mode: "120000",
		change: {
			path: name,
			kind: "symlink",
			bytes: raw.length,
			target
		}
	} : describeSpecial(key, raw.length);
}
function describeDeletion(key) {
	const { path: name, isFit } = readTreePath(key);
	return isFit ? {
		key,
		mode: "0",
		change: {
			path: name,
			kind: "deleted",
			bytes: 0
		}
	} : describeSpecial(key, 0);
}
function describeRepository(found) {
	if (found.change.kind === "special") return found;
	return {
		key: found.key,
		change: {
			path: found.change.path,
			kind: "repository",
			bytes: 0
		}
	};
}
function describeSpecial(key, bytes) {
	return {
		key,
		change: {
			path: readTreePath(key).path,
			kind: "special",
			bytes
		}
	};
}
function modeOf(mode) {
	return (mode & 64n) === 0n ? "100644" : "100755";
}
// src/adapters/folder-memory.ts
/** A file written this shortly before it was looked at could change again within one tick. */
const TICK_MS = 50n;
function rememberFolder(folder, entries, nowMs) {
	const reader = openFolder(folder, entries[0]?.oid.length === 64 ? "sha256" : "sha1");
	const memory = /* @__PURE__ */ new Map();
	for (const { key, mode, oid } of entries) {
		const stat = mode.startsWith("100") ? reader.stat(key) : void 0;
		if (stat === void 0 || stat.ctimeMs + TICK_MS > BigInt(nowMs)) continue;
		memory.set(key, rememberedAs(oid, stat));
	}
	return memory;
}
/** What stands in the memory for a file with this content that looks like this. */
function rememberedAs(oid, stat) {
	return `${oid} ${markOf(stat)}`;
}
/** Changes whenever the file is written: nobody but the kernel sets a ctime. */
function markOf(stat) {
	return [
		stat.size,
		stat.mtimeNs,
		stat.ctimeNs,
		stat.ino
	].join(":");
}
// src/adapters/ignore-rules.ts
/**
* The rules of all `.gitignore` files of a tree as one list from its root, so that git need not
* look for such files where a stranger could have put some.
*/
function flattenIgnoreRules(files) {
	return toBytes(files.toSorted((one, other) => depthOf(one.folder) - depthOf(other.folder)).filter((file) => !file.folder.includes("\n")).flatMap((file) => rulesOf(file)).map((line) => `${line}\n`).join(""));
}
function depthOf(folder) {
	return folder === "" ? 0 : folder.split("/").length;
}
function rulesOf(file) {
	const rules = file.text.replace(/^\u00EF\u00BB\u00BF/, "").split("\n").map((line) => line.replace(/\r$/, ""));
	if (file.folder === "") return rules;
	return rules.flatMap((rule) => underFolder(rule, file.folder));
}
function underFolder(rule, folder) {
	if (rule === "" || rule.startsWith("#")) return [];
	const negation = rule.startsWith("!") ? "!" : "";
	const body = trimSpaces(rule.slice(negation.length));
	if (/^\/*$/.test(body)) return [];
	const prefix = `/${folder.replaceAll(/[\\*?[]/g, String.raw`\$&`)}`;
	if (!body.slice(0, -1).includes("/")) return [`${negation}${prefix}/**/${body}`];
	return [`${negation}${prefix}${body.startsWith("/") ? "" : "/"}${body}`];
}
/** As git does it: spaces at the end do not count unless one is escaped. */
function trimSpaces(text) {
	const trimmed = text.replace(/ +$/, "");
	const slashes = /\\+$/.exec(trimmed)?.[0].length ?? 0;
	return trimmed.length < text.length && slashes % 2 === 1 ? `${trimmed} ` : trimmed;
}
// src/adapters/untracked-files.ts
const IGNORE_FILE_BYTES_MAX = 1e3;
/** A pipe where git looks for an embedded repository's HEAD holds it up for ever. */
const LIST_TIMEOUT_MS = 6e4;
/** Files that are neither in the tree nor ignored by its rules. */
async function findUntracked(bench, folder, seen) {
	const rules = path.join(bench.folder, "ignored");
	writeFileSync(rules, flattenIgnoreRules(await readIgnoreFiles(bench.store, seen.entries)));
	const call = {
		index: bench.index,
		workTree: folder,
		cwd: folder,
		timeoutMs: LIST_TIMEOUT_MS
	};
	return withoutCaches((await bench.store.git([
		"ls-files",
		"--others",
		"-z",
		`--exclude-from=${rules}`
	], call).catch((cause) => {
		throw unlistable(cause);
	})).stdout.toString("latin1").split("\0").filter((key) => key !== ""), seen);
}
async function readIgnoreFiles(store, entries) {
	const files = [];
	for (const entry of entries) {
		if (!/(?:^|\/)\.gitignore$/.test(entry.key) || !entry.mode.startsWith("100")) continue;
		const text = await store.git([
			"cat-file",
			"blob",
			entry.oid
		]);
		const folder = parentsOf(entry.key).at(-1) ?? "";
		files.push({
			folder,
			text: text.stdout.toString("latin1")
		});
	}
	return files;
}
/**
* Tools mark their caches with a `.gitignore` that says `*`. A new folder with such a mark is left out;
* that can only hide what its maker made, and what is hidden is in no candidate.
*/
function withoutCaches(keys, { reader, entries }) {
	const trackedFolders = new Set(entries.flatMap((entry) => parentsOf(entry.key)));
	const caches = new Set(keys.filter((key) => key.endsWith("/.gitignore")).map((key) => key.slice(0, -11)).filter((folder) => !trackedFolders.has(folder) && ignoresItself(reader, folder)));
	return caches.size === 0 ? keys : keys.filter((key) => !parentsOf(key).some((parent) => caches.has(parent)));
}
function ignoresItself(reader, folder) {
	const file = `${folder}/.gitignore`;
	const stat = reader.stat(file);
	if (stat?.isFile() !== true || stat.size > IGNORE_FILE_BYTES_MAX) return false;
	const rules = reader.read(file, IGNORE_FILE_BYTES_MAX).toString("latin1").split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
	return rules.length === 1 && rules[0] === "*";
}
function unlistable(cause) {
	const why = cause instanceof Error ? cause.message : "no reason given";
	return new KaziError({
		code: "candidate-invalid",
		message: `expected a folder whose new files can be listed, found: ${why}`,
		cause
	});
}
// src/adapters/folder-changes.ts
/** Above this a file with line-end rules is compared by its bytes alone. */
const CONVERTED_BYTES_MAX = 5000000n;
/** Finds what differs without a word from the folder's own `.git`, ignore rules or attributes. */
async function measureFolder(bench, measurement) {
	const { store } = bench;
	const { folder, tree, changesMax } = measurement;
	checkRealFolder(folder);
	const reader = openFolder(folder, store.format);
	await store.git(["read-tree", tree], { index: bench.index });
	const entries = await listTree(store, tree);
	const tracked = await measureTracked(bench, measurement, {
		reader,
		entries
	});
	const others = await findUntracked(bench, folder, {
		reader,
		entries
	});
	const changes = [...tracked, ...others.flatMap((key) => describePath(reader, key))];
	if (changes.length > changesMax) throw tooMany(changes.length, changesMax);
	const attributes = await attributesOf(bench, changes.map((it) => it.key));
	return changes.map((it) => markFiltered(it, attributes(it.key))).toSorted((one, other) => one.key < other.key ? -1 : 1);
}
async function measureTracked(bench, measurement, seen) {
	const { reader, entries } = seen;
	const changes = [];
	const doubtful = [];
	for (const entry of entries) {
		const verdict = compareOutside(reader, entry, measurement.memory);
		if (verdict === "same") continue;
		const found = describePath(reader, entry.key)[0] ?? describeDeletion(entry.key);
		if (verdict === "doubtful") doubtful.push({
			entry,
			found
		});
		else changes.push(entry.mode === "160000" ? describeRepository(found) : found);
	}
	const differing = await compareInside(bench, measurement.tree, reader, doubtful);
	return [...changes, ...differing];
}
/** What can be told without reading a file. */
function compareOutside(reader, entry, memory) {
	const stat = reader.stat(entry.key);
	if (stat === void 0) return "different";
	if (entry.mode === "160000") return stat.isDirectory() ? "same" : "different";
	if (entry.mode === "120000") return stat.isSymbolicLink() && isSameLink(reader, entry) ? "same" : "different";
	if (!stat.isFile() || modeOf(stat.mode) !== entry.mode) return "different";
	return memory.get(entry.key) === rememberedAs(entry.oid, stat) ? "same" : "doubtful";
}
function isSameLink(reader, { key, oid }) {
	return blobOid(reader.readLink(key), oid.length === 64 ? "sha256" : "sha1") === oid;
}
async function compareInside(bench, tree, reader, doubtful) {
	const sizes = await sizesOf(bench.store, doubtful.map((it) => it.entry.oid));
	const attributes = await attributesOf(bench, doubtful.map((it) => it.entry.key));
	const differing = [];
	for (const { entry, found } of doubtful) {
		const size = BigInt(found.change.bytes);
		const isEqual = sizes.get(entry.oid) === found.change.bytes && await reader.hash(entry.key, size) === entry.oid;
		const given = attributes(entry.key);
		const isConverted = given.hasLineEnds || given.isRewritten;
		if (isEqual) continue;
		if (isConverted && size <= CONVERTED_BYTES_MAX) {
			if (await isEqualConverted(bench, {
				tree,
				entry,
				given,
				content: reader.read(entry.key, found.change.bytes)
			})) continue;
		}
		differing.push(found);
	}
	return differing;
}
async function isEqualConverted(bench, file) {
	const { path: name, isFit } = readTreePath(file.entry.key);
	if (!isFit || !needsConversion(file.given, file.content)) return false;
	return await storeConverted(bench, file.tree, {
		path: name,
		content: file.content
	}) === file.entry.oid;
}
function markFiltered(found, attributes) {
	const { kind } = found.change;
	if (!attributes.isFiltered || kind !== "file" && kind !== "executable") return found;
	return {
		...found,
		change: {
			...found.change,
			kind: "filtered"
		}
	};
}
function tooMany(found, most) {
	return new KaziError({
		code: "candidate-invalid",
		message: `expected at most ${most} changed files, found ${found}; add what tools make to .gitignore`
	});
}
// src/adapters/folder-copy.ts
const TIMEOUT_MS = 6e5;
const ENTRIES_MAX = 2e6;
/** Sets a folder aside; the seal tells later whether somebody has touched it. */
async function freezeFolder(folder, aside) {
	checkRealFolder(folder);
	removeSockets(folder);
	if (isLinkedElsewhere(folder)) {
		await copyFolder(folder, aside);
		await removeFolder(folder);
	} else renameSync(folder, aside);
	return sealOf(aside);
}
/** Brings back what was set aside, as a copy with times and modes, at the same path. */
async function renewFolder(folder, aside, seal) {
	checkSeal(folder, aside, seal);
	await removeFolder(folder);
	await copyFolder(aside, folder);
}
/** Throws when what was set aside is not what it was. */
function checkSeal(folder, aside, seal) {
	if (!existsSync(aside) || sealOf(aside) !== seal) throw touched(folder);
}
async function copyFolder(from, to) {
	for (const options of copyOptions()) {
		if (await runTool("cp", [
			...options,
			"--",
			from,
			to
		]) === void 0) return;
		await removeFolder(to);
	}
	const last = await runTool("cp", [
		"-a",
		"--",
		from,
		to
	]);
	if (last !== void 0) throw failed(`copy ${from}`, last);
}
/** Removes a stranger's folder, also what is read-only or deeper than a path can say; follows no link. */
async function removeFolder(folder) {
	if (lstatSync(folder, { throwIfNoEntry: false }) === void 0) return;
	if (await runTool("rm", [
		"-rf",
		"--",
		folder
	]) === void 0) return;
	await runTool("chmod", [
		"-R",
		"u+rwX",
		"--",
		folder
	]);
	const problem = await runTool("rm", [
		"-rf",
		"--",
		folder
	]);
	if (problem !== void 0 || existsSync(folder)) throw failed(`remove ${folder}`, problem ?? "it is still there");
}
/** Copies share blocks where the file system can, which makes them nearly free. */
function copyOptions() {
	return process.platform === "darwin" ? [["-a", "-c"]] : [["-a", "--reflink=auto"]];
}
function sealOf(folder) {
	const digest = createHash("sha256");
	digest.update(`${markOf(lstatSync(folder, { bigint: true }))}\0`);
	walk(folder, (key, stat) => digest.update(`${key}\0${stat.mode}:${markOf(stat)}\0`));
	return digest.digest("hex");
}
/**
* Package stores share files by hard links. Whoever may write to the store would write into the folder,
* and whoever links a file once more moves its ctime, which the seal counts on.
*/
function isLinkedElsewhere(folder) {
	const missing = /* @__PURE__ */ new Map();
	walk(folder, (_key, stat) => {
		if (stat.isDirectory() || stat.nlink === 1n) return;
		const file = `${stat.dev}:${stat.ino}`;
		missing.set(file, (missing.get(file) ?? stat.nlink) - 1n);
	});
	return [...missing.values()].some((links) => links > 0n);
}
/** A socket is dead without the process that listened, and not every `cp` can copy one. */
function removeSockets(folder) {
	walk(folder, (key, stat) => {
		if (stat.isSocket()) rmSync(within(folder, key));
	});
}
function walk(folder, visit) {
	try {
		walkInto(folder, visit);
	} catch (error) {
		throw failed(`read ${folder}`, error instanceof Error ? error.message : "no reason given");
	}
}
function walkInto(folder, visit) {
	const waiting = [""];
	let count = 0;
	for (let parent = waiting.pop(); parent !== void 0; parent = waiting.pop()) for (const name of namesIn(within(folder, parent))) {
		const key = parent === "" ? name : `${parent}/${name}`;
		const stat = lstatSync(within(folder, key), { bigint: true });
		visit(key, stat);
		if (stat.isDirectory()) waiting.push(key);
		count += 1;
		if (count > ENTRIES_MAX) throw new Error(`more than ${ENTRIES_MAX} entries`);
	}
}
function namesIn(folder) {
	const names = [];
	const directory = openReadable(folder);
	try {
		for (let it = directory.readSync(); it !== null; it = directory.readSync()) names.push(it.name);
	} finally {
		directory.closeSync();
	}
	return names.toSorted();
}
function openReadable(folder) {
	try {
		return opendirSync(folder, { encoding: "latin1" });
	} catch {
		chmodSync(folder, 448);
		return opendirSync(folder, { encoding: "latin1" });
	}
}
/** `undefined` when it went well, otherwise what the tool said. */
function runTool(tool, args) {
	return new Promise((resolve, reject) => {
		const env = {
			PATH: process.env["PATH"] ?? "",
			LC_ALL: "C"
		};
		const child = spawn(tool, args, {
			env,
			stdio: [
				"ignore",
				"ignore",
				"pipe"
			],
			detached: true,
			timeout: TIMEOUT_MS
		});
		let said = "";
		child.stderr.on("data", (chunk) => {
			if (said.length < 1e3) said += chunk.toString("latin1");
		});
		child.once("error", reject);
		child.once("close", (code) => resolve(code === 0 ? void 0 : toOneLine(`${tool}: ${said}`, 300)));
	});
}
function touched(folder) {
	return new KaziError({
		code: "candidate-invalid",
		message: `expected the frozen copy of ${folder} as it was set aside, found it changed; a predicate's command reached outside its folder`
	});
}
function failed(what, why) {
	return new KaziError({
		code: "setup-failed",
		message: `expected to ${what}, found: ${why}`
	});
}
// src/adapters/make-commit.ts
const AUTHOR_NAME = "kazi";
const AUTHOR_EMAIL = "kazi@localhost";
/** The commit of exactly the listed changes; `undefined` when they change nothing. */
async function makeCommit(bench, request) {
	const { parent, folder } = request;
	const tree = await buildTree(bench, {
		folder,
		parent,
		changes: request.changes.map(toMeasured)
	});
	if ((await bench.store.git([
		"rev-parse",
		"--verify",
		`${parent}^{tree}`
	])).stdout.toString().trim() === tree) return void 0;
	const date = `@${Math.floor(request.atMs / 1e3)} +0000`;
	return (await bench.store.git([
		"commit-tree",
		tree,
		"-p",
		parent,
		"-F",
		"-"
	], {
		stdin: request.message.replaceAll("\0", ""),
		env: {
			GIT_AUTHOR_NAME: AUTHOR_NAME,
			GIT_AUTHOR_EMAIL: AUTHOR_EMAIL,
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_NAME: AUTHOR_NAME,
			GIT_COMMITTER_EMAIL: AUTHOR_EMAIL,
			GIT_COMMITTER_DATE: date
		}
	})).stdout.toString().trim();
}
function toMeasured(change) {
	const key = toPathKey(change.path);
	if (!readTreePath(key).isFit) throw notCommittable(change);
	return {
		key,
		change,
		mode: modeFor(change)
	};
}
function modeFor(change) {
	switch (change.kind) {
		case "file": return "100644";
		case "executable": return "100755";
		case "symlink": return "120000";
		case "deleted": return "0";
		case "repository":
		case "filtered":
		case "special": throw notCommittable(change);
	}
}
function notCommittable(change) {
	return new KaziError({
		code: "candidate-invalid",
		message: `${readTreePath(toPathKey(change.path)).path}: expected a file, a link or a deletion to commit, found ${change.kind}; refuse it first`
	});
}
// src/adapters/receive-candidate.ts
const COMMIT_BYTES_MAX = 65536;
const CHANGES_MAX$1 = 1e4;
const LINK_BYTES_MAX = 4096;
const DIFF_BYTES_MAX = 65536;
const IDENTITY = String.raw`${AUTHOR_NAME} <${AUTHOR_EMAIL}> \d{1,12} \+0000`;
const HEADER = new RegExp(String.raw`^tree ([0-9a-f]+)\nparent ([0-9a-f]+)\nauthor ${IDENTITY}\ncommitter ${IDENTITY}\n\n`);
/** Reads a bundle whose every byte may have been chosen by an enemy. */
async function receiveCandidate(bench, bundle, expected) {
	const { commit, parent } = expected;
	await unpackBundle(bench.store, bundle, expected);
	return {
		commit,
		tree: await checkCommit$1(bench, expected),
		changes: await listChanges(bench, expected),
		diff: await renderDiff(bench, {
			commit,
			parent
		})
	};
}
async function checkCommit$1(bench, { commit, parent }) {
	const { store } = bench;
	const size = (await sizesOf(store, [commit])).get(commit) ?? 0;
	if (size === 0) throw invalid(`commit ${commit}`, "that it is not in the bundle");
	if (size > COMMIT_BYTES_MAX) throw invalid(`at most ${COMMIT_BYTES_MAX} bytes`, `${size}`);
	const read = await store.git([
		"cat-file",
		"commit",
		commit
	], { codes: [0, 128] });
	const digest = createHash(store.format).update(`commit ${read.stdout.length}\0`);
	if (read.code !== 0 || digest.update(read.stdout).digest("hex") !== commit) throw invalid(`commit ${commit}`, "another object");
	return treeOf(read.stdout.toString("utf8"), parent);
}
/** Holds the header to the letter: what kazi made has no second parent, signature or other name. */
function treeOf(text, parent) {
	const header = HEADER.exec(text);
	if (header?.[2] !== parent) throw invalid(`a commit as kazi makes it, on ${parent} alone`, "another header");
	return header[1] ?? "";
}
async function listChanges(bench, expected) {
	const { store, index } = bench;
	const { commit, parent } = expected;
	const raw = parseRaw((await store.git([
		"diff-tree",
		...[
			"-r",
			"-z",
			"--raw",
			"--no-renames",
			"--no-abbrev"
		],
		parent,
		commit
	])).stdout);
	if (raw.length > CHANGES_MAX$1) throw invalid(`at most ${CHANGES_MAX$1} changes`, `${raw.length}`);
	await store.git(["read-tree", parent], { index });
	const attributes = await attributesOf(bench, raw.map((it) => it.key));
	const sizes = await sizesOf(store, raw.filter((it) => /^1[02]/.test(it.newMode)).map((it) => it.oid));
	const changes = [];
	for (const it of raw) {
		const bytes = sizes.get(it.oid) ?? 0;
		changes.push(await toChange(bench, it, {
			bytes,
			attributes: attributes(it.key)
		}));
	}
	return changes;
}
function parseRaw(output) {
	const fields = output.toString("latin1").split("\0");
	const changes = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const [oldMode = "", newMode = "", , oid = ""] = (fields[at] ?? "").slice(1).split(" ");
		changes.push({
			oldMode,
			newMode,
			oid,
			key: fields[at + 1] ?? ""
		});
	}
	return changes;
}
async function toChange(bench, raw, facts) {
	const { path, isFit } = readTreePath(raw.key);
	const { bytes } = facts;
	if (!isFit) return {
		path,
		kind: "special",
		bytes
	};
	if (raw.oldMode === "160000" || raw.newMode === "160000") return {
		path,
		kind: "repository",
		bytes: 0
	};
	switch (raw.newMode) {
		case "000000": return {
			path,
			kind: "deleted",
			bytes: 0
		};
		case "120000": return await toLink(bench, raw, {
			path,
			bytes
		});
		case "100644":
		case "100755":
			if (facts.attributes.isFiltered) return {
				path,
				kind: "filtered",
				bytes
			};
			return {
				path,
				kind: raw.newMode === "100755" ? "executable" : "file",
				bytes
			};
		default: return {
			path,
			kind: "special",
			bytes
		};
	}
}
async function toLink(bench, raw, link) {
	const { path, bytes } = link;
	if (bytes > LINK_BYTES_MAX) return {
		path,
		kind: "special",
		bytes
	};
	const blob = await bench.store.git([
		"cat-file",
		"blob",
		raw.oid
	]);
	const target = blob.stdout.toString("utf8");
	return toPathKey(target) === blob.stdout.toString("latin1") && !target.includes("\0") ? {
		path,
		kind: "symlink",
		bytes,
		target
	} : {
		path,
		kind: "special",
		bytes
	};
}
async function renderDiff(bench, { commit, parent }) {
	const diff = await bench.store.git([
		"diff-tree",
		...[
			"-p",
			"-r",
			"--no-color",
			"--no-ext-diff",
			"--no-textconv",
			"--no-renames"
		],
		parent,
		commit
	], { cutBytes: DIFF_BYTES_MAX });
	const text = toPlainText(diff.stdout.toString("utf8"));
	return diff.cut ? `${text.slice(0, text.lastIndexOf("\n") + 1)}… cut after ${DIFF_BYTES_MAX} bytes\n` : text;
}
// src/adapters/restore-graders.ts
/** Writes a tree over a stranger's folder, never through its links; names what differed. */
async function restoreTree(bench, restoration) {
	checkRealFolder(restoration.folder);
	const files = (await listTree(bench.store, restoration.graders)).filter((entry) => entry.mode !== "160000");
	const originals = await checkOutOriginals(bench, restoration, files);
	const reader = openFolder(restoration.folder, bench.store.format);
	const differing = files.map((file) => file.key).filter((key) => !isSame(reader, restoration.folder, {
		originals,
		key
	}));
	for (const key of differing) writeOver(bench, restoration.folder, key);
	return differing.map((key) => readTreePath(key).path);
}
/** Written out in a folder of ours first: git itself never touches theirs. */
async function checkOutOriginals(bench, { graders, commit }, files) {
	const originals = originalsOf(bench);
	mkdirSync(originals);
	const { index } = bench;
	const rules = (await listTree(bench.store, commit)).filter(({ key, mode }) => mode.startsWith("100") && /(?:^|\/)\.gitattributes$/.test(key));
	await bench.store.git(["read-tree", graders], { index });
	const known = new Set(files.map((file) => file.key));
	const lines = rules.filter((rule) => !known.has(rule.key) && !parentsOf(rule.key).some((key) => known.has(key))).map(({ mode, oid, key }) => `${mode} ${oid}\t${key}\0`);
	await bench.store.git([
		"update-index",
		"-z",
		"--index-info"
	], {
		index,
		stdin: toBytes(lines.join(""))
	});
	await bench.store.git([
		"checkout-index",
		"--force",
		"-z",
		"--stdin"
	], {
		index,
		workTree: originals,
		cwd: originals,
		stdin: toBytes(files.map((file) => `${file.key}\0`).join(""))
	});
	return originals;
}
function isSame(reader, folder, file) {
	const stands = reader.stat(file.key);
	const original = within(file.originals, file.key);
	const wanted = lstatSync(original, { bigint: true });
	if (stands === void 0) return false;
	if (wanted.isSymbolicLink()) return stands.isSymbolicLink() && readlinkSync(original, "buffer").equals(readlinkSync(within(folder, file.key), "buffer"));
	const isExecutable = (stands.mode & 64n) === (wanted.mode & 64n);
	if (!stands.isFile() || stands.size !== wanted.size || !isExecutable) return false;
	return reader.read(file.key, Number(wanted.size)).equals(readFileSync(original));
}
function writeOver(bench, folder, key) {
	for (const parent of parentsOf(key)) makeRealFolder(within(folder, parent));
	const target = within(folder, key);
	const original = within(originalsOf(bench), key);
	const stands = lstatSync(target, { throwIfNoEntry: false });
	if (stands?.isDirectory() === true) moveAway(bench, target);
	else if (stands !== void 0) unlinkSync(target);
	if (lstatSync(original).isSymbolicLink()) symlinkSync(readlinkSync(original, "utf8"), target);
	else copyFileSync(original, target, constants.COPYFILE_EXCL);
}
/** To where it is removed later, however deep or locked it is. */
function moveAway(bench, folder) {
	chmodSync(folder, 448);
	renameSync(folder, path.join(mkdtempSync(path.join(bench.folder, "away-")), "folder"));
}
function originalsOf(bench) {
	return path.join(bench.folder, "originals");
}
function makeRealFolder(folder) {
	const stands = lstatSync(folder, { throwIfNoEntry: false });
	if (stands?.isDirectory() === true) {
		if ((stands.mode & 448) !== 448) chmodSync(folder, 493);
		return;
	}
	if (stands !== void 0) unlinkSync(folder);
	mkdirSync(folder);
}
// src/adapters/stranger-clone.ts
const TAGS_MAX = 2e3;
/**
* A clone with a remote that is a throw-away as well: whatever is fetched or pushed there,
* no ref of the person's repository is in reach of an ordinary command.
*/
async function makeClone(place, request) {
	await checkRequest(place, request);
	await removeFolder(place.folder);
	await removeFolder(place.origin);
	const { branch, commit, base } = request;
	const tags = await listTags(place);
	const heads = /* @__PURE__ */ new Map([[branch, commit], [base.branch, base.commit]]);
	await makeRepository(place, place.origin, {
		head: base.branch,
		isBare: true,
		refs: [...toRefs("refs/heads", heads), ...tags]
	});
	await makeRepository(place, place.folder, {
		head: branch,
		isBare: false,
		refs: [
			`${commit} refs/heads/${branch}`,
			...toRefs("refs/remotes/origin", heads),
			...tags
		]
	});
	await configure(place, request);
	const { folder } = place;
	await runGit([
		"symbolic-ref",
		"refs/remotes/origin/HEAD",
		`refs/remotes/origin/${base.branch}`
	], {
		cwd: folder,
		gitDir: path.join(folder, ".git")
	});
	await fillFolder(place, commit);
}
async function fillFolder({ folder, repository, source }, commit) {
	const filled = await runGit([
		"read-tree",
		"--reset",
		"-u",
		commit
	], {
		cwd: folder,
		gitDir: path.join(folder, ".git"),
		workTree: folder,
		codes: [
			0,
			1,
			128
		]
	});
	if (filled.code === 0) return;
	const found = source.isPartial ? "a partial clone that lacks some; clone it without --filter" : lastWord(filled.stderr);
	throw new KaziError({
		code: "workspace-unusable",
		message: `expected all files of ${commit} in ${repository}, found ${found}`
	});
}
async function checkRequest(place, request) {
	const wrong = [request.branch, request.base.branch].find((name) => !isBranchName(name));
	if (wrong !== void 0) throw new KaziError({
		code: "workspace-unusable",
		message: `expected a branch name that git takes, found ${JSON.stringify(wrong.slice(0, 200))}`
	});
	for (const oid of [request.commit, request.base.commit]) await checkCommit(place, oid);
}
async function checkCommit(place, oid) {
	if ((await place.store.git([
		"cat-file",
		"-e",
		`${oid}^{tree}`
	], { codes: [
		0,
		1,
		128
	] })).code === 0) return;
	throw new KaziError({
		code: "workspace-unusable",
		message: `expected commit ${oid} in ${place.repository}, found that it or its tree is missing; fetch it first`
	});
}
/** The person's tags, newest first, so that `git describe` works. */
async function listTags(place) {
	return (await runGit([
		"for-each-ref",
		"--sort=-creatordate",
		`--count=${TAGS_MAX}`,
		"--format=%(objectname) %(refname)",
		"refs/tags"
	], {
		cwd: place.repository,
		gitDir: place.repository
	})).stdout.toString("latin1").split("\n").filter((line) => line !== "");
}
function toRefs(prefix, heads) {
	return [...heads].map(([name, oid]) => `${oid} ${prefix}/${Buffer.from(name).toString("latin1")}`);
}
async function makeRepository(place, folder, wanted) {
	const bare = wanted.isBare ? ["--bare"] : [];
	await initialise(folder, place.source, `--initial-branch=${wanted.head}`, ...bare);
	const gitDir = wanted.isBare ? folder : path.join(folder, ".git");
	borrowObjects(gitDir, place.source, place.others);
	const packed = wanted.refs.map((ref) => `${ref}\n`).join("");
	writeFileSync(path.join(gitDir, "packed-refs"), Buffer.from(packed, "latin1"));
}
/** Set here so that what the person set for all repositories does not reach an agent's git. */
async function configure(place, request) {
	const file = path.join(place.folder, ".git", "config");
	const text = [
		["user.name", AUTHOR_NAME],
		["user.email", AUTHOR_EMAIL],
		["commit.gpgSign", "false"],
		["tag.gpgSign", "false"],
		["credential.helper", ""],
		["core.autocrlf", "false"],
		["core.fsmonitor", "false"],
		["gc.auto", "0"],
		["maintenance.auto", "false"],
		["remote.origin.url", place.origin],
		["remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
		[`branch.${request.branch}.remote`, "origin"],
		[`branch.${request.branch}.merge`, `refs/heads/${request.branch}`]
	].map(([name, value]) => formatSetting(name, value)).join("");
	writeFileSync(file, readFileSync(file, "utf8") + text);
	rmSync(path.join(place.folder, ".git", "hooks"), {
		recursive: true,
		force: true
	});
}
function formatSetting(name, value) {
	const first = name.indexOf(".");
	const last = name.lastIndexOf(".");
	return `[${name.slice(0, first)}${first === last ? "" : ` ${quote(name.slice(first + 1, last))}`}]\n\t${name.slice(last + 1)} = ${quote(value)}\n`;
}
function quote(value) {
	return `"${value.replaceAll("\\", String.raw`\\`).replaceAll("\"", String.raw`\"`).replaceAll("\n", String.raw`\n`)}"`;
}
// src/adapters/parse-patch.ts
/** More is not read: each line costs more than its bytes. */
const LINES_MAX = 5e5;
const FILE = "diff --git ";
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** Reads the added lines of a patch of git without context, its bytes one to a character. */
function parsePatch(patch) {
	const lines = [];
	const binaries = [];
	const place = {
		path: "",
		line: 0,
		removed: 0,
		added: 0
	};
	for (const row of rowsOf(patch)) {
		if (place.removed > 0 || place.added > 0) {
			const text = readContent(row, place);
			if (text !== void 0) lines.push({
				path: place.path,
				line: place.line - 1,
				text
			});
		} else if (row.startsWith("Binary files ")) {
			if (!row.endsWith(" and /dev/null differ")) binaries.push(place.path);
		} else readHeader(row, place);
		if (lines.length > LINES_MAX) return {
			lines,
			binaries,
			isComplete: false
		};
	}
	return {
		lines,
		binaries,
		isComplete: true
	};
}
function* rowsOf(patch) {
	for (let start = 0; start < patch.length;) {
		const newline = patch.indexOf("\n", start);
		const end = newline === -1 ? patch.length : newline;
		yield patch.slice(start, end);
		start = end + 1;
	}
}
function readContent(row, place) {
	if (row.startsWith("-")) place.removed -= 1;
	if (!row.startsWith("+")) return void 0;
	place.added -= 1;
	place.line += 1;
	return toText(row.slice(1)).replace(/\r$/, "");
}
function readHeader(row, place) {
	if (row.startsWith(FILE)) place.path = readPath(row.slice(11));
	const hunk = HUNK.exec(row);
	if (hunk === null) return;
	place.removed = Number(hunk[1] ?? 1);
	place.line = Number(hunk[2]);
	place.added = Number(hunk[3] ?? 1);
}
/** `a/name b/name`: without renames both are one name, so that blanks in it do no harm. */
function readPath(names) {
	const name = names.slice((names.length - 1) / 2 + 1);
	return toText(name.startsWith("\"") ? unquote(name) : name).slice(2);
}
/** git quotes a name with control characters, quotes or backslashes as C does. */
function unquote(name) {
	return name.slice(1, -1).replaceAll(/\\([0-7]{3}|.)/g, (_, escaped) => {
		if (escaped.length === 3) return String.fromCharCode(Number.parseInt(escaped, 8));
		return LETTERS[escaped] ?? escaped;
	});
}
const LETTERS = {
	a: "\x07",
	b: "\b",
	t: "	",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r"
};
function toText(bytes) {
	return toBytes(bytes).toString("utf8");
}
// src/adapters/tree-diff-git.ts
const MESSAGES_MAX = 200;
const MESSAGES_BYTES_MAX = 1048576;
/** A tree without files, known to every git: no `.gitattributes` may say that a source is binary. */
const NO_ATTRIBUTES = {
	sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
/** Compares what is committed: nothing that only lies in a folder takes part. */
function createTreeDiff(options) {
	return {
		since: options.since,
		changedPaths: async () => await listChanged(options),
		addedLines: async (bytesMax) => await readAdded(options, bytesMax),
		messages: async () => await readMessages(options)
	};
}
async function listChanged({ store, base, commit }) {
	const fields = (await store.git([
		"diff-tree",
		...[
			"-r",
			"-z",
			"--raw",
			"--no-renames",
			"--ignore-submodules=none"
		],
		base,
		commit,
		"--"
	])).stdout.toString("latin1").split("\0");
	const changed = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const path = toBytes(fields[at + 1] ?? "").toString("utf8");
		changed.push({
			path,
			kind: kindOf(fields[at] ?? "")
		});
	}
	return changed.toSorted((one, other) => one.path < other.path ? -1 : 1);
}
function kindOf(raw) {
	const [oldMode, newMode] = raw.slice(1).split(" ");
	if (oldMode === "000000") return "added";
	return newMode === "000000" ? "deleted" : "modified";
}
async function readAdded({ store, base, commit }, bytesMax) {
	const quiet = [
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--ignore-submodules=all"
	];
	const patch = await store.git([
		"diff-tree",
		...[
			"-r",
			"-p",
			"--unified=0",
			"--no-renames",
			"--src-prefix=a/",
			"--dst-prefix=b/"
		],
		...quiet,
		base,
		commit,
		"--"
	], {
		cutBytes: bytesMax,
		env: { GIT_ATTR_SOURCE: NO_ATTRIBUTES[store.format] }
	});
	const text = patch.stdout.toString("latin1");
	const added = parsePatch(patch.cut ? text.slice(0, text.lastIndexOf("\n") + 1) : text);
	return {
		...added,
		isComplete: added.isComplete && !patch.cut
	};
}
async function readMessages({ store, base, commit }) {
	const options = [
		"-z",
		"--format=%B",
		"--no-color",
		"--no-show-signature"
	];
	const limit = `--max-count=${MESSAGES_MAX}`;
	return (await store.git([
		"log",
		...options,
		limit,
		`${base}..${commit}`,
		"--"
	], { cutBytes: MESSAGES_BYTES_MAX })).stdout.toString("utf8").split("\0").map((message) => message.trim()).filter((message) => message !== "");
}
// src/adapters/workshop-git.ts
const CHANGES_MAX = 1e4;
const PRODUCTS_MAX = 2e5;
const PRODUCT_BYTES_MAX = 5e6;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Where a workshop keeps a received candidate until the repository adopts it. */
function receivedStore(folder) {
	return path.join(folder, "received.git");
}
async function createWorkshop(options) {
	const { folder, repository, bundle } = options;
	const source = await findObjectSource(repository);
	const scratch = await makeObjectStore(path.join(folder, "scratch.git"), source, [path.join(receivedStore(folder), "objects")]);
	const shop = {
		options,
		source,
		scratch,
		folders: /* @__PURE__ */ new Map()
	};
	return {
		checkout: async (request) => await checkout(shop, request),
		changes: async (clone, tree) => (await measure(shop, {
			clone,
			tree,
			changesMax: CHANGES_MAX
		})).map((it) => it.change),
		snapshot: async (clone, parent) => await snapshot(shop, clone, parent),
		commit: async (request) => await commit(shop, request),
		bundle: async (made, parent) => {
			checkOids(made, parent);
			await writeBundle(scratch, bundle, {
				commit: made,
				parent
			});
		},
		receive: async (parent, expected) => await receive(shop, {
			parent,
			commit: expected
		}),
		diff: (base, made) => {
			checkOids(base, made);
			return createTreeDiff({
				store: scratch,
				base,
				commit: made,
				since: base.slice(0, 12)
			});
		},
		restoreGraders: async (clone, graders) => await restoreGraders(shop, clone, graders),
		freeze: async (clone) => await freeze(shop, clone),
		frozen: (clone) => frozen(shop, clone),
		renew: async (clone) => await renew(shop, clone),
		lane: async (clone, number) => await openLane(shop, clone, number),
		close: async () => await removeFolder(folder)
	};
}
async function checkout(shop, request) {
	checkOids(request.commit, request.base.commit);
	const { folder, repository } = shop.options;
	const { source, scratch } = shop;
	const clone = path.join(folder, request.name);
	await removeFolder(asideOf(clone));
	const stores = [scratch.path, receivedStore(folder)].map((it) => path.join(it, "objects"));
	const others = request.name === "observe" ? stores : [];
	await makeClone({
		folder: clone,
		origin: path.join(folder, `${request.name}-origin.git`),
		repository,
		source,
		others,
		store: scratch
	}, request);
	const memory = rememberFolder(clone, await listTree(scratch, request.commit), Date.now());
	shop.folders.set(clone, {
		commit: request.commit,
		memory
	});
	return clone;
}
async function measure(shop, what) {
	const { clone, tree, changesMax } = what;
	checkOids(tree);
	const { memory } = handedOut(shop, clone);
	const measurement = {
		folder: clone,
		tree,
		memory,
		changesMax
	};
	return await onBench(shop, shop.scratch, async (bench) => {
		return await measureFolder(bench, measurement);
	});
}
async function snapshot(shop, clone, parent) {
	const changes = (await measure(shop, {
		clone,
		tree: parent,
		changesMax: PRODUCTS_MAX
	})).filter((it) => it.mode !== void 0 && it.change.bytes <= PRODUCT_BYTES_MAX);
	return await onBench(shop, shop.scratch, async (bench) => {
		return await buildTree(bench, {
			folder: clone,
			parent,
			changes
		});
	});
}
async function commit(shop, request) {
	checkOids(request.parent);
	handedOut(shop, request.folder);
	return await onBench(shop, shop.scratch, async (bench) => await makeCommit(bench, request));
}
async function receive(shop, expected) {
	checkOids(expected.parent, expected.commit);
	const bytes = readBundle(shop.options.bundle);
	if (bytes === void 0) return void 0;
	return await onBench(shop, await makeObjectStore(receivedStore(shop.options.folder), shop.source), async (bench) => {
		return await receiveCandidate(bench, bytes, expected);
	});
}
async function restoreGraders(shop, folder, graders) {
	checkOids(graders);
	const restoration = {
		folder,
		graders,
		commit: handedOut(shop, folder).commit
	};
	return await onBench(shop, shop.scratch, async (bench) => {
		return await restoreTree(bench, restoration);
	});
}
async function freeze(shop, clone) {
	const known = handedOut(shop, clone);
	await removeFolder(asideOf(clone));
	shop.folders.set(clone, {
		...known,
		seal: await freezeFolder(clone, asideOf(clone))
	});
}
function frozen(shop, clone) {
	const { seal } = handedOut(shop, clone);
	if (seal === void 0) throw new Error("frozen() needs a folder that was frozen");
	checkSeal(clone, asideOf(clone), seal);
	return asideOf(clone);
}
async function renew(shop, clone) {
	const { seal } = handedOut(shop, clone);
	if (seal === void 0) throw new Error("renew() needs a folder that was frozen");
	await renewFolder(clone, asideOf(clone), seal);
}
async function openLane(shop, clone, number) {
	const { seal } = handedOut(shop, clone);
	if (seal === void 0) throw new Error("lane() needs a folder that was frozen");
	const lane = `${clone}.lane-${number}`;
	await renewFolder(lane, asideOf(clone), seal);
	return lane;
}
/** Only what `checkout` made is measured, written over or removed. */
function handedOut(shop, clone) {
	const known = shop.folders.get(clone);
	if (known === void 0) throw new Error(`not a folder of this workshop: ${clone}`);
	return known;
}
async function onBench(shop, store, work) {
	const place = mkdtempSync(path.join(shop.options.folder, "bench-"));
	const desk = path.join(place, "desk");
	mkdirSync(desk);
	try {
		return await work({
			store,
			index: path.join(place, "index"),
			folder: desk
		});
	} finally {
		await removeFolder(place);
	}
}
function asideOf(clone) {
	return `${clone}.pristine`;
}
function checkOids(...oids) {
	const wrong = oids.find((oid) => !OID.test(oid));
	if (wrong === void 0) return;
	throw new KaziError({
		code: "candidate-invalid",
		message: `expected an object id of 40 or 64 hex digits, found ${JSON.stringify(wrong.slice(0, 100))}`
	});
}
// src/model/private-key-mask.ts
const MARK = /-----(BEGIN|END) [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
/** What a key itself consists of, escaped line breaks of JSON included. */
const BODY = /[\w+/=\s\\]/;
/** A 16,384 bit key is shorter. */
const KEY_LENGTH_MAX = 16384;
/** Replaces private keys in PEM; of one that was cut in two, the half that is there. */
function maskPrivateKeys(text, mask) {
	let shown = "";
	let at = 0;
	const marks = [...text.matchAll(MARK)];
	for (let index = 0; index < marks.length; index += 1) {
		const mark = marks[index];
		if (mark === void 0 || mark.index < at) continue;
		const isBegin = mark[1] === "BEGIN";
		const end = isBegin ? endOf(text, mark, marks[index + 1]) : mark.index + mark[0].length;
		const begin = isBegin ? mark.index : beginOf(text, mark.index, at);
		shown += `${text.slice(at, begin)}${mask}`;
		at = end;
	}
	return shown + text.slice(at);
}
function endOf(text, mark, next) {
	if (next?.[1] === "END" && next.index - mark.index <= KEY_LENGTH_MAX) return next.index + next[0].length;
	let end = mark.index + mark[0].length;
	const endMax = Math.min(text.length, end + KEY_LENGTH_MAX);
	while (end < endMax && BODY.test(text.charAt(end))) end += 1;
	return end;
}
function beginOf(text, end, shownTo) {
	const beginMin = Math.max(shownTo, end - KEY_LENGTH_MAX);
	let begin = end;
	while (begin > beginMin && BODY.test(text.charAt(begin - 1))) begin -= 1;
	return begin;
}
// src/model/secret-spellings.ts
/** A line of a longer secret gives it away as well, when it is not an ordinary word. */
const LINE_LENGTH_MIN = 16;
/** Shorter values would blank every text, and show by their places what they are. */
const SECRET_LENGTH_MIN$1 = 4;
/** Where the secrets stand, as they are or encoded, also when they were broken into lines. */
function findSecrets(text, secrets) {
	const fitting = secrets.flatMap(linesOf).filter((line) => line.length <= text.length);
	if (fitting.length === 0) return [];
	const { joined, placeOf } = join(text);
	return [...new Set([...new Set(fitting)].flatMap(spellingsOf))].flatMap((spelling) => occurrences(joined, spelling).map((at) => [placeOf(at), placeOf(at + spelling.length - 1) + 1]));
}
/** The text without its line breaks and indentation, and the way back. */
function join(text) {
	if (!text.includes("\n")) return {
		joined: text,
		placeOf: (at) => at
	};
	const places = new Uint32Array(text.length);
	let joined = "";
	let end = 0;
	for (const line of text.matchAll(/[^\n]+/g)) {
		const content = line[0].replace(/\r$/, "").replace(/^[ \t]+/, "");
		const first = line.index + line[0].search(/[^ \t]|$/);
		for (let index = 0; index < content.length; index += 1) places[end + index] = first + index;
		joined += content;
		end += content.length;
	}
	return {
		joined,
		placeOf: (at) => places[at] ?? text.length
	};
}
function occurrences(text, wanted) {
	const found = [];
	for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
	return found;
}
function linesOf(secret) {
	const lines = secret.split("\n").map((line) => line.trim());
	return [...[secret, lines.join("")].filter((text) => text.trim().length >= SECRET_LENGTH_MIN$1), ...lines.filter((line) => line.length >= LINE_LENGTH_MIN)];
}
function spellingsOf(secret) {
	const bytes = new TextEncoder().encode(secret);
	const url = encodeURIComponent(secret.toWellFormed());
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	const base64 = [
		0,
		1,
		2
	].map((offset) => base64Inside(bytes, offset));
	return [
		secret,
		JSON.stringify(secret).slice(1, -1),
		url,
		url.replaceAll(/%../g, (escape) => escape.toLowerCase()),
		hex,
		hex.toUpperCase(),
		...base64,
		...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))
	];
}
/** What base64 of a longer text is sure to hold when the bytes begin `offset` behind a group of three. */
function base64Inside(bytes, offset) {
	const shifted = new Uint8Array([...new Uint8Array(offset), ...bytes]);
	const text = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(""));
	const isWhole = shifted.length % 3 === 0;
	return text.replace(/=+$/, "").slice(offset === 0 ? 0 : offset + 1, isWhole ? void 0 : -1);
}
// src/model/secret-mask.ts
const MASK = "[REDACTED]";
/** Shorter values would blank ordinary words. */
const SECRET_LENGTH_MIN = 8;
const SECRET_NAME = /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|AUTH(?!OR)|_(?:KEY|PAT|PWD|DSN)$/i;
/** A word begins here, also right behind an escape of JSON, of a URL or of a terminal. */
const START = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\[bfnrtv]|\\u[0-9A-Fa-f]{4}|[%x][0-9A-Fa-f]{2}|\[[\d;]{1,16}m))`;
/** Every repetition here either ends a match or runs up to a character that it cannot hold: linear. */
const PATTERNS = [
	/(?<![\w-])(?=[\w-]+\.[\w-]*\.)[\w-]*?eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g,
	...[
		String.raw`github_pat_\w{16,}`,
		String.raw`gh[opsur]_[\w.-]{16,}`,
		String.raw`gl(?:pat|dt|rt)-[\w-]{16,}`,
		String.raw`sk-[\w-]{16,}`,
		String.raw`[prs]k_(?:live|test)_\w{10,}`,
		String.raw`A(?:KIA|SIA)[0-9A-Z]{16}(?![0-9A-Za-z])`,
		String.raw`x(?:ox[abeoprs]|app)-[\w-]{10,}`,
		String.raw`AIza[\w-]{35}`,
		String.raw`npm_[A-Za-z0-9]{30,}`,
		String.raw`hf_[A-Za-z0-9]{30,}`,
		String.raw`pypi-[\w-]{16,}`
	].map((shape) => new RegExp(`${START}${shape}`, "g")),
	/(?<=:\\?\/\\?\/[^\s/:@]{0,128}:)[^\s/"'<>]+(?=@)/g,
	/(?<=:\\?\/\\?\/)[^\s/:@]{20,}(?=@)/g,
	/(?<=\bauthorization["']?\s{0,2}[:=]\s{0,2}["']?(?:[a-z]{1,16}\s{1,2})?)[\w.~+/=:-]{8,}/gi,
	/(?<=\b(?:bearer|basic)\s{1,2})(?=[\w.~+/-]*[\d=+/])[\w.~+/=-]{12,}/gi,
	/(?<=(?:password|passwd|passphrase|pwd|secret|credentials?|api[-_]?key|access[-_]?key|private[-_]?key|auth[-_]?token|[-_]token|_auth)\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?)(?:(?<=")[^"\n]{4,}|(?<=')[^'\n]{4,}|(?<!["'])(?![\w.]+\()[^\s"',;]{4,})/gi
];
const FOLDER_NAME = /(?:^|[\s"'{,])(?:OLD)?PWD["']?\s{0,2}[:=]\s{0,2}["']?$/;
/** Longer than all that the name can be. */
const BEFORE_FOLDER = 16;
/** Replaces known shapes of secrets, and the given values in the spellings that tools print. */
function maskSecrets(text, secrets) {
	const known = maskPrivateKeys(maskRanges(text, findSecrets(text, secrets)), MASK);
	return PATTERNS.reduce((sofar, pattern) => sofar.replaceAll(pattern, (found, at, whole) => isWorkingFolder(found, whole.slice(Math.max(0, at - BEFORE_FOLDER), at)) ? found : MASK), known);
}
/** Every shell has its folder in a variable that is named like a password; behind `;` it is one. */
function isWorkingFolder(value, before) {
	return value.startsWith("/") && FOLDER_NAME.test(before);
}
/** The values of an environment that must never be shown, longest first. */
function secretsOf(environment) {
	return Object.entries(environment).filter(([name, value]) => SECRET_NAME.test(name) && value.length >= SECRET_LENGTH_MIN).map(([, value]) => value).toSorted((left, right) => right.length - left.length);
}
function maskRanges(text, ranges) {
	let masked = "";
	let shownTo = 0;
	for (const [from, to] of ranges.toSorted(([left], [right]) => left - right)) {
		if (from >= shownTo) masked += `${text.slice(shownTo, from)}${MASK}`;
		shownTo = Math.max(shownTo, to);
	}
	return masked + text.slice(shownTo);
}
// action/runner-host.ts
/** A job of a workflow run as the core sees it. */
async function createRunnerHost(options) {
	const { folder, documents, environment, self, events, signal } = options;
	const gitDir = path.join(folder, "mirror.git");
	const bench = path.join(folder, "bench");
	mkdirSync(documents, { recursive: true });
	const { remoteUrl: url, token } = options;
	const mirror = await createRemoteMirror({
		gitDir,
		url,
		...token === void 0 ? {} : { token }
	});
	const { pulls } = options;
	return {
		repository: createMirrorRepository(mirror, receivedStore(bench)),
		store: createPushRefStore(mirror),
		benches: {
			open: async (nonce) => await openBench({
				gitDir,
				folder: bench,
				documents,
				nonce
			}),
			remove: async () => await Promise.resolve(),
			sweep: async () => await Promise.resolve()
		},
		processes: createProcessRunner({ confinement: (cwd) => {
			const confined = strangerConfinement({
				checkout: {
					root: gitDir,
					gitDir,
					commonDir: gitDir
				},
				home: environment["HOME"] ?? folder,
				bench
			}, cwd);
			const readOnly = [
				...confined.readOnly,
				documents,
				...options.runnerFolders
			];
			return {
				...confined,
				readOnly
			};
		} }),
		http: createHttpClient(),
		browser: createBrowserDriver({ environment }),
		openFiles: createFolderFiles,
		clock: createSystemClock(),
		nonces: createRandomNonceSource(),
		liveness: createWorkflowLiveness(self, options.runs),
		...pulls === void 0 ? {} : { pulls },
		events,
		environment,
		secrets: [...secretsOf(environment), ...token === void 0 ? [] : [token]],
		signal
	};
}
async function openBench(place) {
	const { gitDir: repository, folder, documents, nonce } = place;
	mkdirSync(folder, {
		recursive: true,
		mode: 448
	});
	const workshop = await createWorkshop({
		repository,
		folder,
		bundle: path.join(documents, "candidate.bundle")
	});
	const evidence = createEvidenceFiles({
		parent: path.join(documents, "evidence"),
		name: nonce,
		shown: "artifact evidence"
	});
	return {
		workshop,
		handover: createHandover(documents),
		evidence
	};
}
// action/open-host.ts
/** Where the documents of the run's jobs lie on this runner. */
function documentsFolder({ handover }, { runner }) {
	return path.resolve(handover ?? path.join(runner.temporaryFolder, "kazi"));
}
/** The world as this job sees it. Only the jobs that may write know the forge. */
async function openHost(inputs, job, forge) {
	const { runner, environment, log, signal } = job;
	return await createRunnerHost({
		folder: path.join(runner.temporaryFolder, "kazi-host"),
		documents: documentsFolder(inputs, job),
		remoteUrl: runner.remoteUrl,
		token: inputs.token,
		self: {
			kind: "workflow-run",
			runId: runner.runId,
			attempt: runner.attempt
		},
		...forge === void 0 ? {} : {
			runs: forge.runs,
			pulls: forge.pulls
		},
		runnerFolders: runner.foldersToKeep,
		environment,
		events: log,
		signal
	});
}
export { checkDocuments as a, require_picomatch as c, readBeside as d, workBranch as f, knownHarnesses as h, secretsOf as i, GOAL_BYTES_MAX as l, findProfile as m, openHost as n, digestOf$1 as o, assign as p, maskSecrets as r, visualBaseline as s, documentsFolder as t, assignApproved as u };
