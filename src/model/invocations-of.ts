import type { Check, Invocation } from "./check.ts";

/** Every program that a check may start. */
export function invocationsOf(check: Check): readonly Invocation[] {
  switch (check.provider) {
    case "custom_script":
    case "test_runner":
    case "prod_log":
    case "static":
    case "property":
    case "mutation":
    case "cve":
      return [check];
    case "ratchet":
      return [check.metric];
    case "coverage":
      return check.project === undefined ? [check.patch] : [check.patch, check.project];
    case "cli":
      return check.calls.map(({ args }) => ({ command: check.command, args, env: check.env }));
    case "gherkin":
      return check.runner === undefined ? [] : [check.runner];
    case "http_probe":
    case "browser":
    case "metrics":
    case "no_stubs":
    case "docs_updated":
    case "landed":
    case "scope_guard":
    case "not_built":
      return [];
  }
}
