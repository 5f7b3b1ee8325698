/** What a phase tells the workflow and the people who look at the run. */
export interface PhaseReport {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** What came of it, for people. */
  readonly sentence: string;
}

/** The outputs of `action.yml`. They carry numbers and fixed words only: the runner drops one that contains a secret. */
export type OutputName = "work" | "nonce" | "digest" | "outcome";
