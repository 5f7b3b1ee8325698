import type { Status } from "../model/vector.ts";

/** A verdict at one glance. */
export function verdictSign(status: Status): string {
  switch (status) {
    case "pass":
      return "✅";
    case "fail":
      return "❌";
    case "error":
      return "⚠️";
    case "unknown":
      return "❔";
  }
}
