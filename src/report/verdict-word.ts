import type { Verdict } from "../model/run.ts";

/** The status of a verdict in words: what nobody insists on is said to be waived. */
export function verdictWord({ status, waived }: Pick<Verdict, "status" | "waived">): string {
  return waived === true ? `${status}, waived` : status;
}
