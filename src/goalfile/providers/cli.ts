import type { Cli as CliCheck, CliAssertion, CliCall } from "../../model/check.ts";
import { Cli, type CliCall as CallTable } from "../schema/cli.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";

export const readCli: ProviderReader = readerOf(Cli, toCli);

function toCli(values: Cli): CliCheck {
  const calls = values.script ?? [{ args: values.args, assertions: values.assertions }];
  return {
    provider: "cli",
    command: values.cmd,
    env: values.env,
    calls: calls.map(toCall),
    isScript: values.script !== undefined,
    samples: values.samples,
  };
}

function toCall({ args, assertions }: CallTable): CliCall {
  return { args, assertions: assertions.map(toAssertion) };
}

function toAssertion(values: CallTable["assertions"][number]): CliAssertion {
  if (values.target === "exit_code") return values;
  if (values.match === "json_path" || values.match === "golden") return values;
  return { target: values.target, match: values.match ?? "equals", expected: values.expected };
}
