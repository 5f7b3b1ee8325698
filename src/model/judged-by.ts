import type { Check } from "./check.ts";

/**
 * What has to be looked at for a verdict: the tree itself, a service that runs somewhere, or how far
 * the result has travelled. Only what the tree shows can be true before a landing.
 */
export type Subject = "tree" | "service" | "landing";

/** What a check looks at. */
export function judgedBy(check: Check): Subject {
  return SUBJECTS[check.provider];
}

const SUBJECTS: Readonly<Record<Check["provider"], Subject>> = {
  custom_script: "tree",
  test_runner: "tree",
  http_probe: "service",
  prod_log: "service",
  browser: "service",
  metrics: "service",
  ratchet: "tree",
  static: "tree",
  coverage: "tree",
  property: "tree",
  mutation: "tree",
  cve: "tree",
  cli: "tree",
  no_stubs: "tree",
  docs_updated: "tree",
  gherkin: "tree",
  landed: "landing",
  scope_guard: "tree",
  not_built: "tree",
};
