import type { Place } from "./place.ts";

/** What one test saw of one fact. */
export type Finding =
  | { readonly kind: "holds" }
  | { readonly kind: "does not hold"; readonly found: string }
  | { readonly kind: "not tried"; readonly why: string };

/** One line of `.github/ASSUMPTIONS.md`, asked of a GitHub that is really there. */
export interface ContractTest {
  /** `A7`, as in the table. */
  readonly number: string;
  /** As in the last column of the table. */
  readonly name: string;
  try(place: Place): Promise<Finding>;
}
