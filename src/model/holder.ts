import type { Holder } from "./run.ts";

/** Who holds a claim, in words that fit behind "by" and "held by". */
export function describeHolder(holder: Holder): string {
  switch (holder.kind) {
    case "process":
      return `process ${holder.pid} on ${holder.host}`;
    case "workflow-run":
      return `workflow run ${holder.runId}, attempt ${holder.attempt}`;
  }
}
