import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";

export interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in one bare repository and answers whatever its exit code is. */
export type Git = (args: readonly string[], input?: string) => Promise<GitAnswer>;

export interface GitRemote {
  readonly url: string;
  readonly token: string;
}

const TIMEOUT_MS = 120_000;
/** A fixed moment, so that the same words make the same commit. */
const MOMENT = "2020-01-01T00:00:00Z";

/** A new bare repository in the folder, with the remote as `origin`. */
export async function openGit(folder: string, remote: GitRemote): Promise<Git> {
  const gitDir = await mkdtemp(path.join(folder, "git-"));
  const environment = environmentOf(folder, remote);
  const git: Git = async (args, input = "") =>
    await runGit([`--git-dir=${gitDir}`, ...args], { input, environment });
  for (const args of [
    ["init", "--quiet", "--bare", gitDir],
    ["remote", "add", "origin", remote.url],
  ]) {
    const made = await git(args);
    if (made.code !== 0) throw new Error(`git ${args.join(" ")}: ${made.stderr}`);
  }
  return git;
}

/** The token goes by the environment: neither a command line nor a file shows it to anybody. */
function environmentOf(folder: string, remote: GitRemote): Readonly<Record<string, string>> {
  const basic = Buffer.from(`x-access-token:${remote.token}`).toString("base64");
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: folder,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "kazi",
    GIT_AUTHOR_EMAIL: "kazi@localhost",
    GIT_AUTHOR_DATE: MOMENT,
    GIT_COMMITTER_NAME: "kazi",
    GIT_COMMITTER_EMAIL: "kazi@localhost",
    GIT_COMMITTER_DATE: MOMENT,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL("/", remote.url).href}.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

/** Never synchronous: a local GitHub in the same process would stop. */
async function runGit(
  args: readonly string[],
  given: { readonly input: string; readonly environment: Readonly<Record<string, string>> },
): Promise<GitAnswer> {
  const child = spawn("git", args, {
    env: given.environment,
    stdio: ["pipe", "pipe", "pipe"],
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  // A git that ends early closes its input; its exit code says the rest.
  child.stdin.on("error", () => {});
  child.stdin.end(given.input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve(exitCode ?? -1));
    }),
  ]);
  return { code, stdout: stdout.trim(), stderr };
}
