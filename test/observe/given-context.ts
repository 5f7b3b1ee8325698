import type { Check } from "../../src/model/check.ts";
import type { Predicate } from "../../src/model/goal.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import type { HttpAnswer } from "../../src/ports/http-client.ts";
import type { ProcessEnding } from "../../src/ports/process-runner.ts";
import { givenFiles } from "../fakes/given-files.ts";

/** What the world answers. */
export interface World {
  readonly ending?: ProcessEnding;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly omittedBytes?: number;
  readonly answers?: readonly HttpAnswer[];
  /** Texts of the checkout by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Those of them that stood there before the program ran and are not written again. */
  readonly staleFiles?: readonly string[];
  readonly context?: Partial<EvaluationContext>;
}

/** A context without a machine behind it; the last answer repeats. */
export function givenContext(world: World): EvaluationContext {
  const answers = [...(world.answers ?? [])];
  let nowMs = 1000;
  let hasRun = false;
  return {
    processes: {
      isolation: "process-group",
      run: async ({ onStdout }) => {
        hasRun = true;
        onStdout?.(new TextEncoder().encode(world.stdout ?? ""));
        return await Promise.resolve({
          ending: world.ending ?? { kind: "exited", code: 0 },
          stdout: toOutput(world.stdout ?? "", world.omittedBytes ?? 0),
          stderr: toOutput(world.stderr ?? "", 0),
          durationMs: 5,
        });
      },
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
    below: "",
    browser: {
      visit: async () => await Promise.resolve({ kind: "no-browser", reason: "none is given" }),
    },
    files: {
      ...givenFiles(world.files ?? {}),
      stamp: async (path) => {
        const isThere = hasRun || world.staleFiles?.includes(path) === true;
        return await Promise.resolve(
          isThere && world.files?.[path] !== undefined ? path : undefined,
        );
      },
    },
    diff: {
      since: "the base",
      changedPaths: async () => await Promise.resolve([]),
      addedLines: async () => await Promise.resolve({ lines: [], isComplete: true, binaries: [] }),
      messages: async () => await Promise.resolve([]),
    },
    evidence: { keep: async ({ name }) => await Promise.resolve(name) },
    baselines: {
      isBase: true,
      stored: () => undefined,
      atBase: async () => await Promise.resolve({ kind: "none", reason: "no base is given" }),
    },
    once: async (_key, work) => await work(),
    environment: {},
    secret: () => undefined,
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
