import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { GIT_ENVIRONMENT } from "./run-git.ts";

export interface ClientResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Git as a person would run it, in a folder of its own; answers whatever its exit code is. */
export async function runClient(folder: string, args: readonly string[]): Promise<ClientResult> {
  const child = spawn("git", [...IDENTITY, ...args], {
    cwd: folder,
    env: { ...GIT_ENVIRONMENT, HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
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

const IDENTITY: readonly string[] = [
  "-c",
  "user.name=Octo Cat",
  "-c",
  "user.email=octocat@example.com",
  "-c",
  "protocol.version=2",
];
