import type { LISTS, PROVIDERS, TABLES } from "./tables.ts";

/** What each table of a goal-file is for. */
export const TABLE_PURPOSES = {
  goal: "the keys above the first table",
  budget: "what the goal may cost",
  scope: "what the goal is about, and what an agent may change",
  harness: "which agent works on it",
  integration: "how far the result has to travel",
  setup: "commands that prepare a fresh checkout before anything is observed",
  seal: "files that grade the work and cannot be changed by it",
  enforcement: "further graders, and numbers that must not get worse",
  defaults: "what holds for every predicate that says nothing else",
  approval: "when the goal counts as approved",
  plan: "who drafts goals",
  deploy: "how a landed revision gets to where it runs",
  gate: "which pull requests wait for this goal",
  checkout: "what of the repository a job checks out",
  escalation: "models to climb through when one gets no further",
  conventions: "rules for the agent",
  memory: "documents that an agent should know",
  economy: "what is asked of an agent after its work",
  group: "predicates that are worked on together",
  capture: "a program whose output predicates look at",
} as const satisfies Record<keyof typeof TABLES | keyof typeof LISTS, string>;

/** What each provider judges. */
export const PROVIDER_PURPOSES = {
  custom_script: "any program: its exit code, a number in its JSON, or lines that it prints",
  test_runner: "a test suite: exit code 0, and at least one test that really ran",
  http_probe: "an address that has to answer as stated, several times in a row",
  browser: "a journey through a page, and what must hold at its end",
  prod_log: "recent log lines: errors of the server and panics are counted",
  metrics: "a number that a Prometheus server answers",
  ratchet: "a number that may get better and not worse",
  static: "an analyzer without findings, or without new ones",
  coverage: "the coverage of the change, and that of the whole",
  property: "a property-based test suite without a counterexample",
  mutation: "the share of mutants that the tests find",
  cve: "a scanner for known vulnerabilities",
  cli: "a command line program that behaves as stated",
  no_stubs: "no unfinished work in the lines that were added",
  docs_updated: "documents change together with the surface",
  gherkin: "each scenario of a feature file, by the report of its runner",
} as const satisfies Record<keyof typeof PROVIDERS, string>;
