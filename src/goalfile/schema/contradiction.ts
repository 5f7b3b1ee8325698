import type { RuleParams } from "./rule.ts";

/** How a rule over several keys is told. Such a rule compares only: single values may be wrong, too. */
export interface Contradiction {
  readonly path: PropertyKey[];
  readonly error: string;
  readonly params: RuleParams;
  readonly when: () => true;
}

/** For `refine()`: told together with what is wrong with single values, not after it. */
export function contradiction(key: string, template: string, suggestion?: string): Contradiction {
  return {
    path: [key],
    error: template,
    params: { code: "contradiction", suggestion },
    when: () => true,
  };
}
