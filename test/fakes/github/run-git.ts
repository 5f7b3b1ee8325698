import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import type { Repository } from "./model.ts";

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Nothing of the user's own configuration, so that the same test gives the same commits everywhere. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  HOME: "/nonexistent",
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_TERMINAL_PROMPT: "0",
};

/** Runs git in the bare repository and answers whatever its exit code is. Never synchronous: the server would stop. */
export async function tryGit(
  repository: Pick<Repository, "gitDir">,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const child = spawn("git", [`--git-dir=${repository.gitDir}`, ...args], {
    env: { ...GIT_ENVIRONMENT, ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A git that ends early closes its input; its exit code says the rest.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  const [stdout, stderr, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve(exitCode ?? -1));
    }),
  ]);
  return { code, stdout, stderr: stderr.toString("utf8") };
}

/** Standard output as text without the last line break; throws when git fails. */
export async function runGit(
  repository: Pick<Repository, "gitDir">,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  const result = await tryGit(repository, args, options);
  if (result.code !== 0) {
    throw new Error(`git ${args.join(" ")} ended with ${result.code}: ${result.stderr.trim()}`);
  }
  return result.stdout.toString("utf8").replace(/\n$/, "");
}

/** The commit (or other object) that a name stands for, `undefined` when there is none. */
export async function resolveOid(
  repository: Pick<Repository, "gitDir">,
  name: string,
): Promise<string | undefined> {
  const result = await tryGit(repository, ["rev-parse", "--verify", "--quiet", name]);
  return result.code === 0 ? result.stdout.toString("utf8").trim() : undefined;
}
