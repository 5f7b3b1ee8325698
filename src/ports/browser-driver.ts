import type { BrowserCheck, Viewport } from "../model/browser-check.ts";

/** Makes journeys through pages with a real browser. */
export interface BrowserDriver {
  /** Never rejects: what went wrong is a report too. */
  visit(journey: Journey): Promise<JourneyReport>;
}

/** One journey: fresh browser, one viewport, all steps, all assertions. */
export interface Journey {
  readonly check: BrowserCheck;
  readonly viewport: Viewport | undefined;
  /** Approved pictures by the path that visual assertions name; a path that is absent has none. */
  readonly baselines: ReadonlyMap<string, Uint8Array>;
  /** Values that are typed and must not be seen; with one of them no picture and no trace is kept. */
  readonly secrets: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What was seen. */
export type JourneyReport =
  | MadeJourney
  /** There is no browser on this machine, or it does not start. */
  | { readonly kind: "no-browser"; readonly reason: string }
  /** The page could not be opened at all. */
  | { readonly kind: "not-opened"; readonly failure: OpeningFailure; readonly reason: string }
  /** The journey can never be made as it is written. */
  | { readonly kind: "bad-check"; readonly reason: string }
  /** The journey was cut off before its end. */
  | {
      readonly kind: "cut-off";
      readonly cause: "timed-out" | "interrupted" | "crashed";
      readonly reason: string;
    };

/** A journey that got somewhere: to its end, or to the step that did not go well. */
export interface MadeJourney {
  readonly kind: "made";
  /** The opening of the page first, then the steps; none after the first that did not go well. */
  readonly steps: readonly StepReport[];
  /** One for each assertion, in order; none when a step did not go well. */
  readonly assertions: readonly AssertionReport[];
  /** Where the journey ended. */
  readonly url: string;
  /** Of the document at which the journey ended. */
  readonly status?: number;
  /** Why some of what the page asked for was not asked, one sentence a host; bounded. */
  readonly refused: readonly string[];
  /** What a visitor found on the page at the end, when something did not hold; bounded. */
  readonly outline?: string;
  readonly files: readonly JourneyFile[];
}

/**
 * Why a page could not be opened: its address is refused, nothing answers there (no such name, nothing
 * listens, cut off), its certificate is not trusted, or no answer came in time.
 */
export type OpeningFailure = "refused-address" | "unreachable" | "untrusted" | "timed-out";

/** How one step went. */
export interface StepReport {
  readonly ok: boolean;
  /** What was found instead, when it did not go well. */
  readonly found: string;
}

/** How one assertion went. */
export interface AssertionReport {
  readonly ok: boolean;
  readonly wanted: string;
  readonly found: string;
  /** Could not be judged: a person has to approve a picture first. */
  readonly undecided?: true;
  /** Each complaint by itself, where there are several; bounded. */
  readonly complaints?: readonly Complaint[];
}

/** One of several things that an assertion found. */
export interface Complaint {
  readonly rule?: string;
  readonly message: string;
}

/** A picture or a trace of the journey; `name` is a plain file name. */
export interface JourneyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
