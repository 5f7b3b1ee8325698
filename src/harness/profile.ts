import type { HarnessEnding, Reservation, Usage } from "../model/run.ts";

/** Everything that is known about one agent CLI. Data and pure functions; `run-harness.ts` drives it. */
export interface HarnessProfile {
  readonly id: string;
  readonly title: string;
  /** `proved` means that the real program was run end to end; a `stand-in` is no model at all. */
  readonly tier: "proved" | "stand-in";
  readonly provedBy: string;
  /** The executable when the goal-file names none; absent when it must. */
  readonly command?: string;
  /** What to do when the executable is not there. */
  readonly install: string;
  /** Arguments after the executable. The prompt is no argument: it goes by standard input, which has no length limit. */
  argv(task: ProfileTask): readonly string[];
  /** Names of the host's environment that it may see beside the common ones. */
  readonly environmentNames: readonly string[];
  /** Settings that it is given, unless the host sets one that stands in `environmentNames`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Total: any bytes are read as something. */
  read(transcript: Transcript): Reading;
}

/** The part of a task that shapes the command line. */
export interface ProfileTask {
  readonly model?: string;
  readonly effort?: string;
  readonly permissionMode?: string;
  readonly allowedTools: readonly string[];
  readonly reservation: Reservation;
}

/** What an agent that exited left behind. */
export interface Transcript {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What a transcript says. `completed` needs exit code 0 and the format's own word for the end.
 * The kinds of `usage` are disjoint: their sum is what was used.
 */
export interface Reading {
  readonly completed: boolean;
  readonly ending: HarnessEnding;
  readonly summary: string;
  readonly usage: Usage;
  readonly denied: readonly string[];
}
