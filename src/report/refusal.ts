import type { GoalIssue } from "../model/goal-issue.ts";

/** Why kazi does not do what somebody asked for. */
export type Refusal<K extends RefusalKind = RefusalKind> = {
  readonly [P in K]: { readonly kind: P } & RefusalFacts[P];
}[K];

export type RefusalKind = keyof RefusalFacts;

/** What has to be known to say each. */
export interface RefusalFacts {
  readonly fork: NoFacts;
  readonly bot: { readonly login: string };
  readonly "no-permission": {
    readonly login: string;
    readonly permission: string;
    readonly verb: string;
  };
  readonly edited: NoFacts;
  readonly "comment-gone": NoFacts;
  readonly "no-approval-in-comment": NoFacts;
  readonly closed: NoFacts;
  readonly "no-pull-request": NoFacts;
  readonly "unknown-verb": { readonly verb: string };
  readonly "not-built": { readonly verb: string };
  readonly "pointer-unreadable": { readonly given: string };
  readonly "no-goal-file": NoFacts;
  readonly "unknown-goal": { readonly given: string; readonly known: readonly string[] };
  readonly unreadable: { readonly path: string; readonly issues: readonly GoalIssue[] };
  readonly "other-digest": { readonly id: string; readonly given: string; readonly now: string };
  readonly "never-shown": { readonly id: string; readonly now: string };
  readonly elsewhere: { readonly id: string; readonly where: string };
  readonly "already-approved": { readonly id: string; readonly by: string };
  readonly "used-up": { readonly id: string; readonly generation: number };
  readonly "nothing-to-stop": NoFacts;
  readonly damaged: { readonly id: string; readonly reason: string };
  readonly busy: { readonly id: string };
  readonly blocked: { readonly id: string; readonly reason: string };
  readonly "not-on-default-branch": { readonly commit: string };
  readonly "not-its-commit": { readonly commit: string; readonly path: string };
  readonly "changed-since": { readonly path: string };
  /** The file that says so. */
  readonly "merge-off": { readonly path: string };
  readonly "config-unreadable": { readonly reason: string };
  readonly "no-person": { readonly commit: string };
}

/** Nothing but the kind. */
type NoFacts = unknown;
