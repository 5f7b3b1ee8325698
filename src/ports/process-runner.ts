import type { Isolation } from "../model/vector.ts";

/** Runs a stranger's program and comes back with bounded output and nothing left alive. */
export interface ProcessRunner {
  /** How children of this runner are kept apart. */
  readonly isolation: Isolation;
  /** Never rejects for what the program does; a program that cannot be started is an ending. */
  run(request: ProcessRequest): Promise<ProcessOutcome>;
}

/** What to run. `argv[0]` with a slash is relative to `cwd`; without one it is looked up on `env.PATH`. */
export interface ProcessRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** What the child finds in a folder instead of what is there; only where `isolation` is "namespace". */
  readonly view?: FolderView;
  /** The whole environment of the child; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Absent means an empty standard input. */
  readonly stdin?: string;
  readonly timeoutMs: number;
  /** For each stream: at most this much is kept, half from the head and half from the tail. */
  readonly outputBytesMax: number;
  /** Gets all of standard output as it comes, also what is not kept; must not throw. */
  readonly onStdout?: (chunk: Uint8Array) => void;
  /** Standard error is read into standard output in the order of arrival. */
  readonly mergeStderr: boolean;
  readonly signal: AbortSignal;
}

/** `shows` in the place of `folder`, by the same path; both absolute and real. */
export interface FolderView {
  readonly folder: string;
  readonly shows: string;
}

/** How it ended. */
export interface ProcessOutcome {
  readonly ending: ProcessEnding;
  readonly stdout: CapturedOutput;
  readonly stderr: CapturedOutput;
  readonly durationMs: number;
}

/** The ways a process ends. `not-started` says why in words. */
export type ProcessEnding =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "interrupted" }
  | { readonly kind: "not-started"; readonly reason: string };

/** Text with head and tail kept; `omittedBytes` stood between them. Invalid UTF-8 is replaced. */
export interface CapturedOutput {
  readonly text: string;
  readonly totalBytes: number;
  readonly omittedBytes: number;
}
