import { readFeatures } from "../goalfile/gherkin/read-features.ts";
import { loadGoal } from "../goalfile/load-goal.ts";
import { findProfile } from "../harness/find-profile.ts";
import { resolveHarness } from "../harness/resolve-harness.ts";
import type { GoalIssue } from "../model/goal-issue.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Assignment } from "./host.ts";

/** What a person asked for on the command line. */
export interface Order {
  /** Absolute, for comparing, and as it was given, for showing. */
  readonly goalPath: string;
  readonly shownPath: string;
  readonly goalBytes: Uint8Array;
  readonly harness?: string;
  readonly model?: string;
  readonly standing: boolean;
  readonly inPlace: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** A file of the repository as it stands beside the goal-file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
}

/** An assignment with the warnings of its goal-file, or the problems that forbid it. */
export type Assigned =
  | {
      readonly kind: "assigned";
      readonly assignment: Omit<Assignment, "baseBranch" | "goalFile">;
      readonly warnings: readonly GoalIssue[];
    }
  | { readonly kind: "refused"; readonly issues: readonly GoalIssue[] };

/** Reads the goal-file and settles who is to work on it. */
export async function assign(order: Order): Promise<Assigned> {
  const { goalBytes: bytes, shownPath: path } = order;
  const features = await readFeatures(bytes, order.readFile);
  const loaded = loadGoal({ path, bytes, features });
  if (loaded.kind === "refused") return { kind: "refused", issues: loaded.issues };
  const goal = order.standing ? { ...loaded.goal, standing: true } : loaded.goal;
  const { harness, model, environment } = order;
  const flags = {
    ...(harness === undefined ? {} : { harness }),
    ...(model === undefined ? {} : { model: toOneLine(model, 200) }),
  };
  const resolved = resolveHarness({ flags, goal: goal.harness, environment });
  if (findProfile(resolved.id) === undefined) throw unknownHarness(resolved.id);
  return {
    kind: "assigned",
    assignment: {
      goal,
      goalBytes: order.goalBytes,
      goalPath: toOneLine(order.shownPath, 500),
      harness: resolved,
      inPlace: order.inPlace,
    },
    warnings: loaded.issues,
  };
}

function unknownHarness(id: string): KaziError {
  return new KaziError({
    code: "harness-unknown",
    message: `unknown harness "${id}"; expected one of those that kazi help lists`,
  });
}
