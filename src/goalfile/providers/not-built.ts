/** Providers of the original that load and are never evaluated, with what to use instead. */
export const NOT_BUILT: ReadonlyMap<string, string> = new Map([
  [
    "swift_test",
    'Use test_runner with a "report": xcresulttool and xcbeautify write JUnit from an xcresult bundle.',
  ],
  [
    "oss_hygiene",
    "Use custom_script with a secret scanner, or no_stubs with the words that may not be added.",
  ],
  ["plan_expanded", "Leave it out: a plan is an issue here, and its approval is asked for there."],
  [
    "spec_coverage",
    "Use a gherkin predicate for each feature file, so that every scenario has to run.",
  ],
  ["scenario", "Use browser or cli with explicit steps and assertions."],
  [
    "render_proof",
    "Use browser with a visual assertion, or custom_script with a program that looks at the file.",
  ],
  [
    "visual_judge",
    "Use browser with visual and a11y assertions; a picture is approved by a person here.",
  ],
]);
