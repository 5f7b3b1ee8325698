import type { TestRunner as TestRunnerCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { TestRunner } from "../schema/test-runner.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export const readTestRunner: ProviderReader = readerOf(TestRunner, toTestRunner);

function toTestRunner(values: TestRunner): TestRunnerCheck {
  return {
    provider: "test_runner",
    ...toInvocation(values),
    ...present("report", values.report),
  };
}
