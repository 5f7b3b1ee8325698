import type { ContractTest } from "./contract-test.ts";
import { conversationTests } from "./conversation-tests.ts";
import { gateTests } from "./gate-tests.ts";
import { pullTests } from "./pull-tests.ts";
import { refTests } from "./ref-tests.ts";
import { ruleTests } from "./rule-tests.ts";
import { swapTests } from "./swap-tests.ts";
import { workflowTests } from "./workflow-tests.ts";

/** All of them, in the order of the table. */
export const contractTests: readonly ContractTest[] = [
  ...refTests,
  ...swapTests,
  ...ruleTests,
  ...workflowTests,
  ...conversationTests,
  ...pullTests,
  ...gateTests,
].toSorted((left, right) => numberOf(left) - numberOf(right));

function numberOf({ number }: ContractTest): number {
  return Number(number.slice(1));
}
