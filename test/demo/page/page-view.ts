import type { MergeState } from "../../fakes/github/pulls/merge-state.ts";

/** One pull request as the page shows it: plain data, so that it can also be written by hand. */
export interface PageView {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "draft" | "merged" | "closed";
  readonly author: Person;
  readonly mergedBy: Person | undefined;
  /** With its owner when it comes from a fork. */
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly labels: readonly string[];
  readonly description: Remark;
  /** Oldest first. */
  readonly timeline: readonly TimelineItem[];
  readonly checks: readonly CheckView[];
  readonly merge: MergeView;
  readonly commits: readonly CommitView[];
}

export interface Person {
  /** As people see it: without `[bot]`. */
  readonly login: string;
  readonly isBot: boolean;
}

/** What somebody wrote. */
export interface Remark {
  /** Becomes the anchor of the remark. */
  readonly id: string;
  readonly author: Person;
  readonly atMs: number;
  readonly isEdited: boolean;
  readonly markdown: string;
  readonly reactions: readonly ReactionCount[];
}

export interface ReactionCount {
  readonly sign: string;
  readonly logins: readonly string[];
}

export type TimelineItem =
  | { readonly kind: "comment"; readonly atMs: number; readonly remark: Remark }
  | { readonly kind: "commit"; readonly atMs: number; readonly commit: CommitView }
  | {
      readonly kind: "event";
      readonly atMs: number;
      readonly who: Person;
      readonly words: string;
      readonly tone: Tone;
      /** The words of a review. */
      readonly remark: Remark | undefined;
    };

export interface CommitView {
  readonly sha: string;
  readonly title: string;
  readonly authorName: string;
  readonly atMs: number;
}

export interface CheckView {
  /** Becomes the anchor of its output. */
  readonly id: string;
  readonly name: string;
  /** Who reports it; absent while nobody did. */
  readonly reporter: string | undefined;
  readonly state: CheckState;
  readonly isRequired: boolean;
  readonly durationMs: number | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly text: string | undefined;
  readonly annotations: readonly AnnotationView[];
}

export type CheckState =
  | "success"
  | "failure"
  | "neutral"
  | "cancelled"
  | "skipped"
  | "timed_out"
  | "action_required"
  | "startup_failure"
  | "stale"
  | "queued"
  | "in_progress"
  /** It is required, and nobody reported it. */
  | "expected";

export interface AnnotationView {
  /** `src/cart.ts#L3-L5`. */
  readonly place: string;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string | undefined;
  readonly message: string;
  readonly rawDetails: string | undefined;
}

export interface MergeView {
  readonly state: MergeState;
  /** Sentences of GitHub's. */
  readonly blockers: readonly string[];
  readonly autoMergeBy: Person | undefined;
}

/** What a sign or a frame says at one glance. */
export type Tone = "good" | "bad" | "busy" | "wait" | "quiet" | "merged";
