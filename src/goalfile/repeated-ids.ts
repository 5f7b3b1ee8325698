import { toOneLine } from "../model/plain-text.ts";
import type { Problem, TomlPath } from "./problem.ts";

/** A predicate that is called by an id, wherever in the file it comes from. */
export interface IdClaim {
  readonly id: string;
  /** `[[predicate]] #2` */
  readonly who: string;
  readonly path: TomlPath;
}

/** Ids that look the same are the same: results are kept by id. */
export function repeatedIds(claims: readonly IdClaim[]): readonly Problem[] {
  const seen = new Map<string, IdClaim>();
  return claims.flatMap((claim): readonly Problem[] => {
    const name = claim.id.normalize("NFC");
    const first = seen.get(name);
    if (first === undefined) seen.set(name, claim);
    return first === undefined ? [] : [repeated(claim, first)];
  });
}

function repeated({ id, who, path }: IdClaim, first: IdClaim): Problem {
  return {
    severity: "error",
    code: "duplicate-id",
    message: `predicate "${toOneLine(id, 80)}" is declared twice: ${first.who} and ${who}`,
    suggestion: "Give every predicate an id of its own.",
    path,
    at: "value",
  };
}
