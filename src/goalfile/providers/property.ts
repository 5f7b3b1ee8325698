import type { Property as PropertyCheck } from "../../model/check.ts";
import { Property } from "../schema/property.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export const readProperty: ProviderReader = readerOf(Property, toProperty);

function toProperty(values: Property): PropertyCheck {
  return {
    provider: "property",
    ...toInvocation(values),
    testsWanted: values.num_tests,
    mergeStderr: values.merge_stderr,
  };
}
