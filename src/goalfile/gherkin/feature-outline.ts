/** What a feature file promises: its scenarios, each row of examples for itself. */
export interface FeatureOutline {
  /** As it is written; may be empty. */
  readonly name: string;
  readonly scenarios: readonly OutlinedScenario[];
}

/** One scenario, or one row of its examples. */
export interface OutlinedScenario {
  readonly name: string;
  /** Where it stands, or its row: how reports tell scenarios of one name apart. */
  readonly line: number;
  readonly row?: OutlinedRow;
}

/** One row of examples. */
export interface OutlinedRow {
  readonly index: number;
  readonly cells: readonly string[];
  /** Its cells by the names of their columns. */
  readonly example: Readonly<Record<string, string>>;
}

/** A feature file that was read, or why it could not be. */
export type ReadFeature =
  | { readonly kind: "feature"; readonly feature: FeatureOutline }
  | { readonly kind: "malformed"; readonly reason: string };
