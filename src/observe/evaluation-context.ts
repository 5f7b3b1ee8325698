import type { Clock } from "../ports/clock.ts";
import type { HttpClient } from "../ports/http-client.ts";
import type { ProcessRunner } from "../ports/process-runner.ts";

/** What a provider may use to find its verdict. */
export interface EvaluationContext {
  readonly processes: ProcessRunner;
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Absolute; the predicates run here. */
  readonly folder: string;
  /** The host's; a child gets what the allow-list lets through, and what its predicate adds. */
  readonly environment: Readonly<Record<string, string>>;
  /** Values that are never shown, in addition to the known shapes. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}
