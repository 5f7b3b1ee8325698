import { childEnvironment } from "../model/child-environment.ts";
import type { Setup } from "../model/goal.ts";
import { toOneLine, toPlainText } from "../model/plain-text.ts";
import { maskSecrets } from "../model/secret-mask.ts";
import type { ProcessOutcome } from "../ports/process-runner.ts";
import type { Host } from "./host.ts";

const OUTPUT_BYTES_MAX = 64_000;

/** Prepares a fresh checkout by the goal's own commands. Gives a sentence when one of them fails. */
export async function runSetup(host: Host, setup: Setup, cwd: string): Promise<string | undefined> {
  const env = childEnvironment(host.environment, []);
  for (const argv of setup.commands) {
    host.events.emit({ kind: "setup", argv });
    const outcome = await host.processes.run({
      argv,
      cwd,
      env,
      timeoutMs: setup.timeoutMs,
      outputBytesMax: OUTPUT_BYTES_MAX,
      mergeStderr: true,
      signal: host.signal,
    });
    const problem = problemOf(outcome);
    if (problem !== undefined) {
      const tail = maskSecrets(toPlainText(outcome.stdout.text), host.secrets).slice(-2_000);
      return toOneLine(`[setup] ${argv.join(" ")} ${problem}: ${tail}`, 480);
    }
  }
  return undefined;
}

function problemOf({ ending }: ProcessOutcome): string | undefined {
  switch (ending.kind) {
    case "exited":
      return ending.code === 0 ? undefined : `ended with exit code ${ending.code}, expected 0`;
    case "killed":
      return `was killed by ${ending.signal}`;
    case "timed-out":
      return `did not end within ${ending.afterMs} ms`;
    case "interrupted":
      return "was interrupted";
    case "not-started":
      return `could not be started: ${ending.reason}`;
  }
}
