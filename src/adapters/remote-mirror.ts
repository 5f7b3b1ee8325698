import { mkdirSync } from "node:fs";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { RefHead, RefUpdate } from "../ports/ref-store.ts";
import { lastWord, runGit, withoutCredentials, type GitResult } from "./git.ts";

/** Which repository, and the bare folder that holds what was fetched of it. */
export interface RemoteMirrorOptions {
  readonly gitDir: string;
  /** `https://...`, without credentials. */
  readonly url: string;
  readonly token?: string;
}

/** A bare repository over a remote: what is asked of refs is asked there, every time. */
export interface RemoteMirror {
  readonly gitDir: string;
  /** Full names, or patterns with one `*` at the end. */
  heads(...names: readonly string[]): Promise<readonly RefHead[]>;
  /** Brings the commits of these refs or ids; without `depth` all that is behind them. */
  fetch(wanted: readonly string[], depth?: number): Promise<void>;
  has(oid: Oid): Promise<boolean>;
  /** All of them or none, each from exactly the place that it names. */
  push(updates: readonly RefUpdate[]): Promise<PushAnswer>;
}

/** `unknown`: the connection broke, and only a look can tell. */
export type PushAnswer =
  | { readonly kind: "moved" }
  | { readonly kind: "stale" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string };

const REMOTE_TIMEOUT_MS = 300_000;
const ATTEMPTS_MAX = 3;
const REASON_CHARACTERS_MAX = 500;
/** What git says when it never got an answer; everything else is one. */
const UNANSWERED =
  /could not resolve|failed to connect|connection (?:refused|reset|timed out)|timed out|hung up|early eof|rpc failed|returned error: 5\d\d|unable to access/i;
const DENIED = /returned error: 40[134]|authentication failed|not found|permission.*denied/i;

/** Makes the folder when it is not there. Nothing is fetched yet. */
export async function createRemoteMirror(options: RemoteMirrorOptions): Promise<RemoteMirror> {
  const { gitDir } = options;
  mkdirSync(gitDir, { recursive: true, mode: 0o700 });
  await runGit(["init", "--quiet", "--bare", "--template=", gitDir], { cwd: gitDir });
  return {
    gitDir,
    heads: async (...names) => await heads(options, names),
    fetch: async (wanted, depth) => await fetchInto(options, wanted, depth),
    has: async (oid) => {
      const args = ["cat-file", "-e", `${oid}^{tree}`];
      const found = await runGit(args, { cwd: gitDir, gitDir, codes: [0, 1, 128] });
      return found.code === 0;
    },
    push: async (updates) => await push(options, updates),
  };
}

async function heads(
  options: RemoteMirrorOptions,
  names: readonly string[],
): Promise<readonly RefHead[]> {
  const listed = await ask(options, ["ls-remote", "--refs", "--", options.url, ...names]);
  return listed.stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ oid: line.split("\t")[0] ?? "", ref: line.split("\t")[1] ?? "" }))
    .filter(({ ref }) => names.some((name) => isMeant(ref, name)))
    .toSorted((left, right) => (left.ref < right.ref ? -1 : 1));
}

/** git matches the end of a name as well: `refs/heads/main` also finds `refs/x/refs/heads/main`. */
function isMeant(ref: string, name: string): boolean {
  return name.endsWith("*") ? ref.startsWith(name.slice(0, -1)) : ref === name;
}

async function fetchInto(
  options: RemoteMirrorOptions,
  wanted: readonly string[],
  depth: number | undefined,
): Promise<void> {
  const bounds = depth === undefined ? [] : [`--depth=${depth}`];
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no"];
  const specs = wanted.map((name) => (name.startsWith("refs/") ? `+${name}:${name}` : name));
  await ask(options, ["fetch", ...quiet, ...bounds, "--", options.url, ...specs]);
}

/** A read is asked again when nobody answered: nothing can have happened twice. */
async function ask(options: RemoteMirrorOptions, args: readonly string[]): Promise<GitResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await atRemote(options, args);
    if (result.code === 0) return result;
    const isUnanswered = UNANSWERED.test(result.stderr) && !DENIED.test(result.stderr);
    if (isUnanswered && attempt < ATTEMPTS_MAX) continue;
    throw new KaziError({
      code: "git-failed",
      message: `expected ${withoutCredentials(options.url)} to answer git ${args[0] ?? ""}, found: ${lastWord(result.stderr)}`,
    });
  }
}

async function push(
  options: RemoteMirrorOptions,
  updates: readonly RefUpdate[],
): Promise<PushAnswer> {
  const leases = updates.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ""}`);
  const specs = updates.map(({ ref, after }) => `${after ?? ""}:${ref}`);
  const quiet = ["--atomic", "--porcelain", "--no-follow-tags", "--no-signed", "--no-verify"];
  const args = ["push", ...quiet, ...leases, "--", options.url, ...specs];
  const result = await atRemote(options, args);
  if (result.code === 0) return { kind: "moved" };
  const reason = reasonOf(result);
  if (/\(stale info\)/.test(result.stdout.toString("utf8"))) return { kind: "stale" };
  const isAnswered = /^!/m.test(result.stdout.toString("utf8")) || DENIED.test(result.stderr);
  return isAnswered ? { kind: "refused", reason } : { kind: "unknown", reason };
}

/** The remote's verdict on the refs, then what it said. */
function reasonOf({ stdout, stderr }: GitResult): string {
  const verdicts = stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.split("\t").at(-1) ?? "");
  const words = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:hint:|To |error: failed to push)/.test(line));
  const text = [...new Set([...verdicts, ...words.slice(-5)])].join("; ");
  return toOneLine(withoutCredentials(text), REASON_CHARACTERS_MAX);
}

async function atRemote(
  { gitDir, url, token }: RemoteMirrorOptions,
  args: readonly string[],
): Promise<GitResult> {
  return await runGit(args, {
    cwd: gitDir,
    gitDir,
    actor: "remote",
    env: credentials(url, token),
    timeoutMs: REMOTE_TIMEOUT_MS,
    codes: [0, 1, 128, 141],
  });
}

/** By the environment of this one git: neither a command line nor a file shows it to anybody. */
function credentials(url: string, token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL("/", url).href}.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}
