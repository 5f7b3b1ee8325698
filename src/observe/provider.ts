import type { Check } from "../model/check.ts";
import type { Predicate } from "../model/goal.ts";
import type { ErrorKind } from "./error-kind.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";

/** One way to find out whether a predicate holds: a file, a table test and a row in the registry each. */
export interface Provider<C extends Check> {
  /** What makes a new look worthwhile. */
  readonly triggers: readonly Trigger[];
  /** The errors that trying again cannot mend. */
  readonly permanent: readonly ErrorKind[];
  /** May throw: that is an error of this predicate and of no other. */
  observe(subject: SubjectOf<C>, context: EvaluationContext): Promise<ResultDraft>;
}

/** The predicate whose check it is. */
export type SubjectOf<C extends Check> = Predicate & { readonly check: C };

/** Another tree, another deployment, another landing, or just time. */
export type Trigger = "tree" | "deployment" | "landing" | "interval";
