import { evidenceSignature } from "./evidence-signature.ts";
import { toOneLine } from "./plain-text.ts";
import type { Verdict } from "./run.ts";
import type { PredicateResult } from "./vector.ts";

/** A result as the ledger keeps it for later decisions. */
export function toVerdict(result: PredicateResult): Verdict {
  return {
    id: result.id,
    status: result.status,
    ...(result.score === undefined ? {} : { score: result.score }),
    signature: evidenceSignature(result.evidence),
    message: toOneLine(result.evidence.message, 200),
    permanent: result.permanent,
  };
}
