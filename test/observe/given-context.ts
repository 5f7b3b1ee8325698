import type { Check, Predicate } from "../../src/model/goal.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import type { HttpAnswer } from "../../src/ports/http-client.ts";
import type { ProcessEnding } from "../../src/ports/process-runner.ts";

/** What the world answers. */
export interface World {
  readonly ending?: ProcessEnding;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly omittedBytes?: number;
  readonly answers?: readonly HttpAnswer[];
  readonly context?: Partial<EvaluationContext>;
}

/** A context without a machine behind it; the last answer repeats. */
export function givenContext(world: World): EvaluationContext {
  const answers = [...(world.answers ?? [])];
  let nowMs = 1000;
  return {
    processes: {
      isolation: "process-group",
      run: async () =>
        await Promise.resolve({
          ending: world.ending ?? { kind: "exited", code: 0 },
          stdout: toOutput(world.stdout ?? "", world.omittedBytes ?? 0),
          stderr: toOutput(world.stderr ?? "", 0),
          durationMs: 5,
        }),
    },
    http: {
      request: async () => {
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer === undefined) throw new Error("nobody was to be asked");
        return await Promise.resolve(answer);
      },
    },
    clock: {
      now: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
        await Promise.resolve();
      },
    },
    folder: "/repository",
    environment: {},
    secrets: [],
    signal: new AbortController().signal,
    ...world.context,
  };
}

function toOutput(
  text: string,
  omittedBytes: number,
): { text: string; totalBytes: number; omittedBytes: number } {
  return { text, totalBytes: text.length + omittedBytes, omittedBytes };
}

/** A predicate around a check. */
export function givenPredicate(check: Check, timeoutMs = 20_000): Predicate {
  return { id: "it-holds", guard: false, heldOut: false, timeoutMs, check };
}

/** A program that nobody runs. */
export const PROGRAM = { command: "check", args: [], env: {} } as const;
