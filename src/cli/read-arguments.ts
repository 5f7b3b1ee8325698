import { parseArgs } from "node:util";
import { type Verb, VERBS } from "./verbs.ts";

/** A command line that makes sense, or what is wrong with it. */
export type Arguments =
  | {
      readonly kind: "verb";
      readonly verb: string;
      readonly operands: readonly string[];
      readonly values: Readonly<Record<string, string>>;
      readonly flags: ReadonlySet<string>;
    }
  | { readonly kind: "misused"; readonly message: string };

/** Reads what stands behind the program's name. */
export function readArguments(argv: readonly string[]): Arguments {
  const [first = "help", ...rest] = argv;
  const name = ALIASES[first] ?? first;
  const verb = VERBS.find((it) => it.name === name);
  if (verb === undefined) {
    const known = VERBS.map((it) => it.name).join(", ");
    return misused(`unknown verb "${first}"; expected one of ${known}`);
  }
  return readVerb(verb, rest);
}

const ALIASES: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "--version": "version",
  "-v": "version",
};

function readVerb(verb: Verb, rest: readonly string[]): Arguments {
  if (rest.includes("--help") || rest.includes("-h")) {
    return { kind: "verb", verb: "help", operands: [verb.name], values: {}, flags: new Set() };
  }
  const options = Object.fromEntries(
    verb.options.map((option) => [
      option.name,
      { type: option.value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options,
      allowPositionals: true,
      strict: true,
    });
    return toArguments(verb, values, positionals);
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : "").split(". ");
    return misused(`${reason}; expected: kazi ${verb.usage}`);
  }
}

function toArguments(
  verb: Verb,
  given: Readonly<Record<string, string | boolean | undefined | (string | boolean)[]>>,
  operands: readonly string[],
): Arguments {
  if (operands.length < verb.operandsMin || operands.length > verb.operandsMax) {
    return misused(
      `${verb.name} was given ${operands.length} ${operands.length === 1 ? "operand" : "operands"}; expected: kazi ${verb.usage}`,
    );
  }
  const entries = Object.entries(given);
  const values = entries.flatMap(([name, value]): readonly (readonly [string, string])[] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const empty = values.find(([, value]) => value.trim() === "");
  if (empty !== undefined) return misused(`--${empty[0]} is empty; expected: kazi ${verb.usage}`);
  const flags = new Set(entries.filter(([, value]) => value === true).map(([name]) => name));
  if (flags.has("stream") && !flags.has("json")) {
    return misused("--stream was given without --json; expected both or neither");
  }
  return { kind: "verb", verb: verb.name, operands, values: Object.fromEntries(values), flags };
}

function misused(message: string): Arguments {
  return { kind: "misused", message };
}
