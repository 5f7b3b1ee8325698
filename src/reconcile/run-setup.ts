import { childEnvironment } from "../model/child-environment.ts";
import type { Setup } from "../model/goal.ts";
import { toOneLine, toPlainText } from "../model/plain-text.ts";
import { maskSecrets } from "../model/secret-mask.ts";
import type { ProcessOutcome } from "../ports/process-runner.ts";
import type { Host } from "./host.ts";

const OUTPUT_BYTES_MAX = 64_000;
const PROBLEM_CHARACTERS_MAX = 480;
const COMMAND_CHARACTERS_MAX = 120;

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
      const said = maskSecrets(toPlainText(outcome.stdout.text), host.secrets);
      return withEnd(
        `[setup] ${toOneLine(argv.join(" "), COMMAND_CHARACTERS_MAX)} ${problem}`,
        said,
      );
    }
  }
  return undefined;
}

/** Programs say last what went wrong. */
function withEnd(problem: string, said: string): string {
  const line = toOneLine(said, said.length);
  const start = `${toOneLine(problem, PROBLEM_CHARACTERS_MAX / 2)}${line === "" ? "" : ": "}`;
  const room = PROBLEM_CHARACTERS_MAX - start.length;
  const end = line.length <= room ? line : `…${line.slice(1 - room)}`;
  return `${start}${end}`.toWellFormed();
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
