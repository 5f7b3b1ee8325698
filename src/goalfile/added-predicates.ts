import type { Predicate, Scope } from "../model/goal.ts";
import type { IntegrationLevel } from "../model/integration.ts";
import { type PredicateContext, readPredicate } from "./read-predicate.ts";
import type { IdClaim } from "./repeated-ids.ts";
import { PREDICATE_TIMEOUT_MS } from "./schema/defaults.ts";
import type { Enforcement } from "./schema/enforcement.ts";

const LANDED = "landed";
const DENY = "scope_deny_paths";

/** What kazi adds to a goal, from the file as it was read so far. */
export interface AddedFrom extends PredicateContext {
  readonly claims: IdClaim[];
}

/** `[integration].mode` as a predicate. One that the file calls `landed` takes its place. */
export function landedPredicate(
  mode: IntegrationLevel | undefined,
  { claims, defaultTimeoutMs }: AddedFrom,
): readonly Predicate[] {
  if (mode === undefined || mode === "none") return [];
  if (claims.some(({ id }) => id === LANDED)) return [];
  return [
    {
      id: LANDED,
      description: `the result has travelled as far as [integration] says: ${mode}`,
      guard: false,
      heldOut: false,
      timeoutMs: defaultTimeoutMs ?? PREDICATE_TIMEOUT_MS,
      check: { provider: "landed", wanted: mode },
    },
  ];
}

/** Each `[[enforcement.guard]]` as the ratchet that the file might have written itself. */
export function enforcementGuards(
  { enabled, guard: guards }: Enforcement,
  context: AddedFrom,
): readonly Predicate[] {
  if (!enabled) return [];
  return guards.flatMap((guard, index): readonly Predicate[] => {
    const path = ["enforcement", "guard", index];
    const who = `[[enforcement.guard]] #${index + 1}`;
    context.claims.push({ id: guard.id, who, path: [...path, "id"] });
    const problems: PredicateContext["problems"] = [];
    const table = { ...guard, provider: "ratchet", guard: true };
    const predicates = readPredicate(table, index, { ...context, problems });
    // The reader thinks that it stands in a table of its own.
    context.problems.push(
      ...problems.map((it) => ({ ...it, path: [...path, ...it.path.slice(2)] })),
    );
    return predicates;
  });
}

/** `[scope].deny` as a guard. */
export function denyGuard(
  { workspace, deny }: Pick<Scope, "workspace" | "deny">,
  { claims, defaultTimeoutMs }: AddedFrom,
): readonly Predicate[] {
  if (deny.length === 0) return [];
  claims.push({ id: DENY, who: "[scope].deny", path: ["scope", "deny"] });
  return [
    {
      id: DENY,
      description: "nothing changed that [scope].deny protects",
      guard: true,
      heldOut: false,
      timeoutMs: defaultTimeoutMs ?? PREDICATE_TIMEOUT_MS,
      check: {
        provider: "scope_guard",
        deny: deny.map((path) => (workspace === "" ? path : `${workspace}/${path}`)),
      },
    },
  ];
}
