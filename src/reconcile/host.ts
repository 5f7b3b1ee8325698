import type { Goal } from "../model/goal.ts";
import type { ResolvedHarness } from "../model/harness.ts";
import type { Approval, ApprovalPointer, Target } from "../model/run.ts";
import type { BrowserDriver } from "../ports/browser-driver.ts";
import type { Clock } from "../ports/clock.ts";
import type { EventSink } from "../ports/event-sink.ts";
import type { EvidenceFiles } from "../ports/evidence-files.ts";
import type { FolderFiles } from "../ports/folder-files.ts";
import type { Handover } from "../ports/handover.ts";
import type { HttpClient } from "../ports/http-client.ts";
import type { NonceSource } from "../ports/nonce-source.ts";
import type { ProcessRunner } from "../ports/process-runner.ts";
import type { PullRequests } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { Repository } from "../ports/repository.ts";
import type { RunLiveness } from "../ports/run-liveness.ts";
import type { Workshop } from "../ports/workshop.ts";

/** The world that the four jobs work in. */
export interface Host {
  readonly repository: Repository;
  readonly store: RefStore;
  readonly benches: Benches;
  readonly processes: ProcessRunner;
  readonly http: HttpClient;
  readonly browser: BrowserDriver;
  /** Reads files of a checkout that strangers have worked in. */
  readonly openFiles: (place: { readonly root: string; readonly below: string }) => FolderFiles;
  readonly clock: Clock;
  readonly nonces: NonceSource;
  readonly liveness: RunLiveness;
  /** Where there is a GitHub that pull requests can be opened on. */
  readonly pulls?: PullRequests;
  readonly events: EventSink;
  /** The machine's environment; children get what the allow-list lets through. */
  readonly environment: Readonly<Record<string, string>>;
  /** Values that are never shown. */
  readonly secrets: readonly string[];
  /** Aborted when a person wants the run to end. */
  readonly signal: AbortSignal;
}

/** Places to work in, one for each claim, named by its nonce. */
export interface Benches {
  open(nonce: string): Promise<Bench>;
  /** Removes what a dead claim left. */
  remove(nonce: string): Promise<void>;
  /** Removes what other runs left that are gone. */
  sweep(nowMs: number): Promise<void>;
}

/** What one claim works with. */
export interface Bench {
  readonly workshop: Workshop;
  readonly handover: Handover;
  readonly evidence: EvidenceFiles;
}

/** The one run that a process works on: another generation or approval on the same ref is not it. */
export interface Run {
  readonly ref: string;
  readonly generation: number;
  readonly approval: string;
}

/** Who says yes to an assignment, and where that stands. */
export interface Approver {
  readonly via: Approval["via"];
  readonly by: string;
  readonly pointer?: ApprovalPointer;
  /** Absent where the person who starts a run says it each time. */
  readonly target?: Target;
}

/** What is to be done, as a person approved it. */
export interface Assignment {
  readonly goal: Goal;
  readonly goalBytes: Uint8Array;
  readonly goalPath: string;
  /** The same from the root of the repository, when it lies in there. */
  readonly goalFile?: string;
  readonly harness: ResolvedHarness;
  /** The branch that the result is meant for. */
  readonly baseBranch: string;
  /** Keep work on the checked-out branch itself. */
  readonly inPlace: boolean;
}
