import type { Predicate } from "./goal.ts";

/** Whether a predicate looks at a running service instead of at the tree. */
export function isLive(predicate: Predicate): boolean {
  switch (predicate.check.provider) {
    case "custom_script":
    case "test_runner":
      return false;
    case "http_probe":
      return true;
  }
}
