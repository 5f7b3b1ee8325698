import { a as addressRefusal, i as signalProcess } from "./process-runner-leftovers.mjs";
import { t as within } from "./browser-within.mjs";
import { connect, createServer, isIP } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";
import { lookup } from "node:dns/promises";
// src/adapters/browser-leftovers.ts
const SWEEPS_MAX = 50;
const SWEEP_INTERVAL_MS = 10;
/** Kills every process of the browser whose profile stands in `folder`; each one names it as an argument. */
async function killBrowser(folder) {
	for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
		if (killNaming(folder) === 0) return;
		await setTimeout(SWEEP_INTERVAL_MS);
	}
}
function killNaming(folder) {
	return processIds().filter((pid) => pid !== process.pid && commandLineOf(pid).includes(folder)).filter((pid) => signalProcess(pid, "SIGKILL")).length;
}
function processIds() {
	try {
		return readdirSync("/proc").map(Number).filter((pid) => pid > 0);
	} catch {
		return [];
	}
}
function commandLineOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "latin1");
	} catch {
		return "";
	}
}
// src/adapters/browser-tunnel.ts
const HANDSHAKE_MS_MAX = 6e4;
const TROUBLES_MAX = 50;
const VERSION = 5;
const CONNECT = 1;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;
/** A greeting has at most 257 bytes, a question at most 262. */
const HANDSHAKE_BYTES_MAX = 520;
const REPLY = {
	connected: 0,
	failed: 1,
	refused: 2,
	unreachable: 4
};
/**
* A SOCKS5 proxy on this machine's own address. It resolves each name itself, judges the address and
* connects to just that one. So the guard also holds for redirects, sockets, frames and workers of a
* page, and for names that change their address between the look and the connection.
*/
async function openBrowserTunnel(limits) {
	const sockets = /* @__PURE__ */ new Set();
	const troubles = [];
	const meter = { bytesLeft: limits.bytesMax };
	const server = createServer((socket) => {
		keep(sockets, socket);
		serve(socket, {
			limits,
			troubles,
			meter,
			sockets
		}).catch(() => socket.destroy());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: portOf(server.address()),
		troubles,
		close: async () => {
			const closed = once(server, "close");
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		}
	};
}
function keep(sockets, socket) {
	sockets.add(socket);
	socket.on("close", () => sockets.delete(socket));
	socket.on("error", () => socket.destroy());
}
function portOf(address) {
	return address === null || typeof address === "string" ? 0 : address.port;
}
async function serve(socket, tunnelling) {
	socket.setTimeout(HANDSHAKE_MS_MAX, () => socket.destroy());
	const target = await readTarget(socket);
	if (target === void 0) {
		answer(socket, REPLY.failed);
		return;
	}
	const found = await reach(target, tunnelling);
	if ("kind" in found) {
		note(tunnelling.troubles, found);
		answer(socket, found.kind === "refused-address" ? REPLY.refused : REPLY.unreachable);
		return;
	}
	socket.setTimeout(0);
	if (socket.destroyed) found.destroy();
	join(socket, found, tunnelling.meter);
}
/** Greeting, its answer, question; `undefined` for what is none. */
async function readTarget(socket) {
	const asked = Promise.withResolvers();
	let bytes = Buffer.alloc(0);
	let isGreeted = false;
	function take(chunk) {
		bytes = Buffer.concat([bytes, chunk]);
		const greetingLength = 2 + (bytes[1] ?? HANDSHAKE_BYTES_MAX);
		if (!isGreeted && bytes.length >= greetingLength) {
			isGreeted = true;
			socket.write(Uint8Array.of(VERSION, 0));
		}
		const question = bytes.subarray(greetingLength);
		const isWhole = question.length >= lengthOfQuestion(question);
		if (!isWhole && bytes.length < HANDSHAKE_BYTES_MAX && bytes[0] === VERSION) return;
		asked.resolve(isWhole ? parseQuestion(question) : void 0);
	}
	socket.on("data", take);
	socket.on("close", () => asked.resolve(void 0));
	const target = await asked.promise;
	socket.pause();
	socket.off("data", take);
	return target;
}
function lengthOfQuestion(question) {
	if (question[3] === IPV4) return 10;
	if (question[3] === IPV6) return 22;
	return 7 + (question[4] ?? HANDSHAKE_BYTES_MAX);
}
function parseQuestion(question) {
	if (question[0] !== VERSION || question[1] !== CONNECT) return void 0;
	const length = lengthOfQuestion(question);
	const host = hostOf(question.subarray(3, length - 2));
	return host === void 0 ? void 0 : {
		host,
		port: question.readUInt16BE(length - 2)
	};
}
function hostOf(address) {
	const value = address.subarray(1);
	if (address[0] === IPV4) return value.join(".");
	if (address[0] === IPV6) return value.toString("hex").replace(/(.{4})(?!$)/g, "$1:");
	return address[0] === NAME ? value.toString("latin1", 1) : void 0;
}
async function reach(target, tunnelling) {
	const { host, port } = target;
	const resolved = await resolve(host);
	if ("kind" in resolved) return resolved;
	const { allowHosts } = tunnelling.limits;
	const judged = resolved.addresses.map((address) => ({
		address,
		refusal: addressRefusal({
			host,
			address,
			allowHosts
		})
	}));
	const allowed = judged.filter(({ refusal }) => refusal === void 0);
	if (allowed.length === 0) return {
		host,
		kind: "refused-address",
		reason: judged[0]?.refusal ?? `${host} has no address`
	};
	return await connectFirst(target, allowed.map(({ address }) => address), tunnelling.sockets).catch((error) => unreachable(host, port, error));
}
async function resolve(host) {
	if (isIP(host) !== 0) return { addresses: [host] };
	try {
		return { addresses: (await lookup(host, { all: true })).map(({ address }) => address) };
	} catch (error) {
		return unreachable(host, void 0, error);
	}
}
/** The addresses were judged; no name is looked up again. */
async function connectFirst({ port }, addresses, sockets) {
	let failure;
	for (const host of addresses) {
		const socket = connect({
			host,
			port,
			timeout: HANDSHAKE_MS_MAX
		});
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("timeout", () => socket.destroy(/* @__PURE__ */ new Error("timed out")));
		try {
			await once(socket, "connect");
			socket.removeAllListeners("timeout");
			socket.setTimeout(0);
			socket.on("error", () => socket.destroy());
			return socket;
		} catch (error) {
			socket.destroy();
			failure = error;
		}
	}
	throw failure;
}
function unreachable(host, port, error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return {
		host,
		kind: "unreachable",
		reason: `${port === void 0 ? host : `${host}:${port}`}: ${PROBLEMS[code] ?? "the connection failed"}${code === "" ? "" : ` (${code})`}`
	};
}
const PROBLEMS = {
	ENOTFOUND: "the name could not be resolved",
	EAI_AGAIN: "the name could not be resolved for now",
	ECONNREFUSED: "nothing listens there",
	ECONNRESET: "the connection was reset",
	EHOSTUNREACH: "the host cannot be reached",
	ENETUNREACH: "the network cannot be reached",
	ETIMEDOUT: "the connection timed out"
};
function note(troubles, trouble) {
	if (troubles.length >= TROUBLES_MAX) return;
	if (troubles.some(({ host, kind }) => host === trouble.host && kind === trouble.kind)) return;
	troubles.push(trouble);
}
function answer(socket, reply) {
	socket.end(Uint8Array.of(VERSION, reply, 0, 1, 0, 0, 0, 0, 0, 0));
}
function join(socket, remote, meter) {
	socket.write(Uint8Array.of(VERSION, REPLY.connected, 0, 1, 0, 0, 0, 0, 0, 0));
	remote.on("data", (chunk) => {
		meter.bytesLeft -= chunk.length;
		if (meter.bytesLeft < 0) remote.destroy();
	});
	remote.pipe(socket);
	socket.pipe(remote);
	remote.on("close", () => socket.destroy());
	socket.on("close", () => remote.destroy());
}
// src/adapters/browser-session.ts
const LAUNCH_MS_MAX = 6e4;
const CLOSE_MS_MAX = 5e3;
const TRAFFIC_BYTES_MAX = 268435456;
/** Nothing of the browser is left when this resolves: no process, no folder, no port. */
async function withBrowserSession(options, work) {
	const folder = await mkdtemp(path.join(tmpdir(), "kazi-browser-"));
	const tunnel = await openBrowserTunnel({
		allowHosts: options.allowHosts,
		bytesMax: TRAFFIC_BYTES_MAX
	});
	const launching = launch(options, folder, tunnel.port);
	try {
		return await untilAborted(options.signal, async () => {
			const launched = await launching;
			if (typeof launched === "string") return {
				kind: "not-started",
				reason: launched
			};
			return {
				kind: "done",
				result: await work({
					context: launched,
					page: launched.pages()[0] ?? await launched.newPage(),
					tunnel,
					folder
				})
			};
		});
	} finally {
		await killBrowser(folder);
		await within(CLOSE_MS_MAX, closeQuietly(launching));
		await killBrowser(folder);
		await tunnel.close();
		await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 50
		});
	}
}
/** Whoever waits for the browser is not kept waiting by it. */
async function untilAborted(signal, work) {
	if (signal.aborted) return { kind: "aborted" };
	const aborted = Promise.withResolvers();
	function abort() {
		aborted.resolve({ kind: "aborted" });
	}
	signal.addEventListener("abort", abort, { once: true });
	const working = work();
	try {
		return await Promise.race([working, aborted.promise]);
	} finally {
		signal.removeEventListener("abort", abort);
		working.catch(() => void 0);
	}
}
async function launch(options, folder, port) {
	const { viewport, operationTimeoutMs } = options;
	try {
		const context = await options.chromium.launchPersistentContext(path.join(folder, "profile"), {
			executablePath: options.executable,
			artifactsDir: path.join(folder, "artifacts"),
			tracesDir: path.join(folder, "traces"),
			chromiumSandbox: process.getuid?.() !== 0,
			handleSIGINT: false,
			handleSIGTERM: false,
			handleSIGHUP: false,
			env: browserEnvironment(options.environment, folder),
			args: ARGUMENTS,
			proxy: { server: `socks5://127.0.0.1:${port}` },
			timeout: LAUNCH_MS_MAX,
			acceptDownloads: true,
			serviceWorkers: "block",
			locale: "en-US",
			timezoneId: "UTC",
			...viewport === void 0 ? {} : { viewport: {
				width: viewport.width,
				height: viewport.height
			} }
		});
		context.setDefaultTimeout(operationTimeoutMs);
		return context;
	} catch (error) {
		return `${options.executable} does not start: ${launchProblem(error)}`;
	}
}
/** Names are resolved in the tunnel, and nothing goes past it. */
const ARGUMENTS = [
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
	"--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
	"--webrtc-ip-handling-policy=disable_non_proxied_udp"
];
/** What the page's browser may see of this machine's environment: nothing that is a secret. */
function browserEnvironment(environment, folder) {
	const own = {
		HOME: folder,
		TMPDIR: folder,
		XDG_CACHE_HOME: folder,
		XDG_CONFIG_HOME: folder
	};
	const given = [
		"PATH",
		"LANG",
		"LD_LIBRARY_PATH",
		"FONTCONFIG_FILE",
		"FONTCONFIG_PATH"
	].flatMap((name) => {
		const value = environment[name];
		return value === void 0 ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(given),
		...own
	};
}
const LAUNCH_LINE_CHARACTERS_MAX = 300;
function launchProblem(error) {
	const text = error instanceof Error ? error.message : "unknown reason";
	if (/no usable sandbox/i.test(text)) return "it finds no sandbox that it may use; install the system's own Chromium or Chrome, which brings one";
	const lines = text.split("\n").map((line) => line.trim());
	return (lines.find((line) => /error|not found|cannot|failed to/i.test(line)) ?? lines[0] ?? "").slice(0, LAUNCH_LINE_CHARACTERS_MAX);
}
async function closeQuietly(launching) {
	try {
		const launched = await launching;
		if (typeof launched !== "string") await launched.close();
	} catch {}
}
export { withBrowserSession };
