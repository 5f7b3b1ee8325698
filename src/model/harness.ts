import type { HarnessEnding, Reservation, Usage } from "./run.ts";

/** The agent that was chosen, after flags, goal-file and environment were heard. */
export interface ResolvedHarness {
  readonly id: string;
  readonly model?: string;
  readonly command?: string;
  readonly effort?: string;
  readonly permissionMode?: string;
  readonly allowedTools: readonly string[];
}

/** One piece of work for an agent. */
export interface HarnessTask {
  readonly prompt: string;
  readonly folder: string;
  readonly timeoutMs: number;
  readonly reservation: Reservation;
  readonly signal: AbortSignal;
}

/** What became of it. The text is the agent's own: data, never instructions. */
export interface HarnessOutcome {
  readonly ending: HarnessEnding;
  /** One line, plain, masked, at most 300 characters. */
  readonly summary: string;
  readonly usage: Usage;
  /** Tools that the agent asked for and was denied, by name. */
  readonly denied: readonly string[];
  readonly durationMs: number;
  /** Head and tail of what it printed, plain and masked. */
  readonly excerpt: string;
}
