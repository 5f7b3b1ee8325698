import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const STDERR_BYTES_MAX = 64 * 1024;
const LINGER_MS = 500;
const LOCAL_TIMEOUT_MS = 300_000;
/** What a person may have set to choose their own configuration. */
const CONFIG_VARIABLES: readonly string[] = [
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
];
/** Variables that would lead git to another repository than the one that is meant. */
const REPOSITORY_VARIABLES =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|CEILING_DIRECTORIES|QUARANTINE_PATH|CONFIG|CONFIG_PARAMETERS|GRAFT_FILE|SHALLOW_FILE|REPLACE_REF_BASE|NO_REPLACE_OBJECTS|IMPLICIT_WORK_TREE|INTERNAL_SUPER_PREFIX|EXTERNAL_DIFF|EXEC_PATH|TEMPLATE_DIR|TRACE.*)$/;
/** Nothing runs on the side, and nothing is started that a folder's configuration names. */
const QUIET: readonly string[] = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.quotePath=false",
  "protocol.ext.allow=never",
  "gc.auto=0",
  "maintenance.auto=false",
  "advice.detachedHead=false",
];
/** How a tree is read and written the same on every machine. */
const STRICT: readonly string[] = [
  "core.protectHFS=true",
  "core.protectNTFS=true",
  "core.autocrlf=false",
  "core.symlinks=true",
  "core.fileMode=true",
  "core.bigFileThreshold=16m",
  "commit.gpgSign=false",
];

/**
 * Whose configuration counts: nobody's, the person's, or also the person's credentials and environment.
 * `remote` is nobody with this machine's way to the network.
 */
export type GitActor = "kazi" | "person" | "pusher" | "remote";

export interface GitCall {
  readonly cwd: string;
  readonly actor?: GitActor;
  readonly gitDir?: string;
  readonly workTree?: string;
  readonly index?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Exit codes that are answers; 0 when absent. */
  readonly codes?: readonly number[];
  /** Ends git after this much output, which is then an answer. */
  readonly cutBytes?: number;
  readonly timeoutMs?: number;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly cut: boolean;
}

/** Runs git by itself: no shell, no inherited `GIT_*`, no hooks, bounded in time and output. */
export async function runGit(args: readonly string[], call: GitCall): Promise<GitResult> {
  const result = await spawnGit(args, call);
  if (result.cut || (call.codes ?? [0]).includes(result.code)) return result;
  throw gitFailed(args, `exit ${result.code}: ${lastWord(result.stderr)}`);
}

/** The one line of git's complaint that says what is wrong. */
export function lastWord(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const fatal = lines.findLast((line) => /^(?:fatal|error): /.test(line));
  return toOneLine(withoutCredentials(fatal ?? lines.at(-1) ?? "git said nothing"), 300);
}

/** A URL may carry a password, and git repeats URLs. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/:\/\/[^/\s@]{1,1000}@/g, "://");
}

function spawnGit(args: readonly string[], call: GitCall): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...configOf(call), ...placeOf(call), ...args], {
      cwd: call.cwd,
      env: environmentOf(call),
      // A group of its own, so that helpers end with git; no terminal that it could ask on.
      detached: true,
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
      if (failure === undefined) resolve(output.result(code));
      else reject(failure);
    });
    // A git that ends early closes its input; its exit code says why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(call.stdin ?? "");
  });
}

/** A shared ssh connection stays behind a push with our pipes open; what git said is in by then. */
function releaseAfterExit(child: ChildProcessWithoutNullStreams): void {
  child.once("exit", () => {
    const timer = setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, LINGER_MS);
    child.once("close", () => clearTimeout(timer));
  });
}

type EarlyEnd = "timeout" | "too-much" | "cut";

function collect(child: ChildProcessWithoutNullStreams, cutBytes: number | undefined) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let stderr = Buffer.alloc(0);
  let early: EarlyEnd | undefined;
  function end(reason: EarlyEnd): void {
    early ??= reason;
    killGroup(child.pid);
  }
  child.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (early === undefined) chunks.push(chunk);
    if (cutBytes !== undefined && bytes > cutBytes) end("cut");
    else if (bytes > OUTPUT_BYTES_MAX) end("too-much");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES_MAX);
  });
  return {
    end,
    ended: () => early,
    result: (code: number | null): GitResult => ({
      code: code ?? 128,
      stdout: Buffer.concat(chunks).subarray(0, cutBytes),
      stderr: stderr.toString("utf8"),
      cut: early === "cut",
    }),
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

function failureOf(
  early: EarlyEnd | undefined,
  args: readonly string[],
  call: GitCall,
): KaziError | undefined {
  if (early === "timeout") {
    return gitFailed(args, `no end after ${call.timeoutMs ?? LOCAL_TIMEOUT_MS} ms`);
  }
  return early === "too-much"
    ? gitFailed(args, `more than ${OUTPUT_BYTES_MAX} bytes of output`)
    : undefined;
}

function gitFailed(args: readonly string[], found: string): KaziError {
  const verb = args.find((arg) => /^[a-z]/.test(arg)) ?? "git";
  return new KaziError({
    code: "git-failed",
    message: `git ${verb}: expected success, found ${found}`,
  });
}

function notStarted(cause: Error): KaziError {
  return new KaziError({
    code: "git-failed",
    message: `expected git on the PATH, found ${toOneLine(cause.message, 200)}; install git or set PATH`,
    cause,
  });
}

function configOf(call: GitCall): readonly string[] {
  // A hook may lie in the tree, and the tree may be an agent's: no push of ours runs one.
  if (call.actor === "pusher") return ["-c", "core.hooksPath=/dev/null"];
  const settings = call.actor === "person" ? QUIET : [...QUIET, ...STRICT];
  return settings.flatMap((setting) => ["-c", setting]);
}

function placeOf(call: GitCall): readonly string[] {
  return [
    ...(call.gitDir === undefined ? [] : [`--git-dir=${call.gitDir}`]),
    ...(call.workTree === undefined ? [] : [`--work-tree=${call.workTree}`]),
  ];
}

function environmentOf(call: GitCall): Record<string, string> {
  return {
    ...inherited(call.actor ?? "kazi"),
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_DEFAULT_REF_FORMAT: "files",
    LC_ALL: "C",
    ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
    ...call.env,
  };
}

function inherited(actor: GitActor): Record<string, string> {
  const named = ["PATH", "TMPDIR"];
  switch (actor) {
    case "kazi":
      return { ...pick((name) => named.includes(name)), ...NOBODY };
    case "remote":
      return { ...pick((name) => named.includes(name) || NETWORK.test(name)), ...NOBODY };
    case "person":
      named.push("HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", ...CONFIG_VARIABLES);
      return pick((name) => named.includes(name));
    case "pusher":
      return pick((name) => !REPOSITORY_VARIABLES.test(name));
  }
}

const NETWORK = /^(?:(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i;

// Without HOME, because attributes and ignore rules have default places below it.
const NOBODY: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_ALLOC_LIMIT: "1g",
};

function pick(isWanted: (name: string) => boolean): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && isWanted(name)) chosen[name] = value;
  }
  return chosen;
}
