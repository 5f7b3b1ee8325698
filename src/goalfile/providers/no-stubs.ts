import type { NoStubs as NoStubsCheck } from "../../model/check.ts";
import { NoStubs } from "../schema/no-stubs.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";

export const readNoStubs: ProviderReader = readerOf(NoStubs, toNoStubs);

function toNoStubs({ patterns, exclude }: NoStubs): NoStubsCheck {
  return { provider: "no_stubs", patterns, exclude };
}
