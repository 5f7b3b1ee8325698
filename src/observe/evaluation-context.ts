import type { Baseline, Oid } from "../model/vector.ts";
import type { BrowserDriver } from "../ports/browser-driver.ts";
import type { Clock } from "../ports/clock.ts";
import type { EvidenceFiles } from "../ports/evidence-files.ts";
import type { FolderFiles } from "../ports/folder-files.ts";
import type { HttpClient } from "../ports/http-client.ts";
import type { ProcessRunner } from "../ports/process-runner.ts";
import type { TreeDiff } from "../ports/tree-diff.ts";

/** What a provider may use to find its verdict. */
export interface EvaluationContext {
  readonly processes: ProcessRunner;
  readonly http: HttpClient;
  readonly browser: BrowserDriver;
  readonly clock: Clock;
  /** Absolute; the predicate's programs run here. */
  readonly folder: string;
  /** The same as a path from the root of the repository; empty for the root. */
  readonly below: string;
  /** Files of the workspace that is observed; paths are relative to `folder`. */
  readonly files: FolderFiles;
  /** What the observed tree changed. */
  readonly diff: TreeDiff;
  readonly evidence: EvidenceFiles;
  readonly baselines: Baselines;
  /** One piece of work for all predicates of an observation that name the same key. */
  readonly once: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  /** The host's; a child gets what the allow-list lets through, and what its predicate adds. */
  readonly environment: Readonly<Record<string, string>>;
  /** The value of a secret that the predicate names; `undefined` where this job has none of that name. */
  readonly secret: (name: string) => string | undefined;
  /** Values that are never shown, in addition to the known shapes. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** What earlier kept observations remembered, and the tree that the work started from. */
export interface Baselines {
  /** The observed tree is the one that the work started from: no agent has touched it. */
  readonly isBase: boolean;
  /** By its key and the digest of its check; another check has another past. */
  stored(key: string, check: string): Baseline | undefined;
  /**
   * The same evaluation in a checkout of the approved base, prepared by `[setup]`; a commit that is
   * named by its hash is used instead when it is an ancestor of the base. A sentence says why not.
   */
  atBase<T>(ref: string, work: (context: EvaluationContext) => Promise<T>): Promise<AtBase<T>>;
}

/** What was found at the base and which commit that is, or in a sentence why nothing was. */
export type AtBase<T> =
  | { readonly kind: "done"; readonly value: T; readonly commit: Oid }
  | { readonly kind: "none"; readonly reason: string };
