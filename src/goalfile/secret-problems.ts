import { toOneLine } from "../model/plain-text.ts";
import { predicateName } from "./predicate-surroundings.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { didYouMean } from "./read-values.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** Who only asks a running service runs nothing of the candidate, and so may hold a secret. */
const MAY_HOLD: ReadonlySet<string> = new Set(["browser", "http_probe", "metrics"]);
/** Nobody is sent these; everything else goes to a service or a program as it stands. */
const ONLY_SHOWN: ReadonlySet<string> = new Set(["id", "description", "group", "secrets"]);
const USE = /\$\{secrets\.([^{}]{1,100})\}/g;

/** Secrets in reach of the candidate's code, used without their name, or used where they are not put. */
export function secretProblems(
  input: TomlTable,
  provider: string,
  index: number,
): readonly Problem[] {
  const list: unknown = input["secrets"];
  const names = Array.isArray(list) ? list.filter((it) => typeof it === "string") : [];
  const predicate = { name: predicateName(input, index), index };
  if (MAY_HOLD.has(provider)) {
    const keys = Object.keys(input).filter((key) => !ONLY_SHOWN.has(key));
    return usesIn(input, keys).flatMap((use) =>
      isPut(use.path) ? unnamedSecret(use, names, predicate) : [misplacedSecret(use, predicate)],
    );
  }
  const inEnvironment = usesIn(input, ["env"]).map((use) => misplacedSecret(use, predicate));
  if (names.length === 0) return inEnvironment;
  return [
    ...inEnvironment,
    {
      severity: "error",
      code: "secret-in-reach",
      message: `${predicate.name} "secrets" must be left out: ${provider} runs code of the candidate, which could read them`,
      suggestion: "Only http_probe, metrics and browser may name secrets.",
      path: ["predicate", index, "secrets"],
      at: "key",
    },
  ];
}

interface SecretUse {
  /** As it is written, with the sign and the braces. */
  readonly use: string;
  readonly name: string;
  readonly path: TomlPath;
}

function usesIn(input: TomlTable, keys: readonly string[]): readonly SecretUse[] {
  return keys
    .flatMap((key) => textsIn(input[key], [key]))
    .flatMap(({ text, path }) =>
      [...text.matchAll(USE)].map(([use, name = ""]) => ({ use, name, path })),
    );
}

/** Headers are sent, and fields are filled. */
function isPut([key, , member, , value]: TomlPath): boolean {
  if (key === "headers") return true;
  if (key === "steps") return member === "value";
  const isFields = member === "invalid" || member === "valid";
  return key === "assertions" && isFields && value === "value";
}

interface NamedPredicate {
  readonly name: string;
  readonly index: number;
}

/** Without its name in `secrets` the service would be sent the placeholder itself. */
function unnamedSecret(
  { use, name, path }: SecretUse,
  names: readonly string[],
  predicate: NamedPredicate,
): readonly Problem[] {
  if (names.includes(name)) return [];
  return [
    {
      severity: "error",
      code: "unnamed-secret",
      message: `${predicate.name} uses ${toOneLine(use, 120)}, which its "secrets" do not name`,
      suggestion: didYouMean(name, names) ?? `Add it: secrets = ["${toOneLine(name, 100)}"].`,
      path: ["predicate", predicate.index, ...path],
      at: "value",
    },
  ];
}

function misplacedSecret({ use, path }: SecretUse, predicate: NamedPredicate): Problem {
  return {
    severity: "error",
    code: "misplaced-secret",
    message: `${predicate.name} "${toOneLine(path.join("."), 100)}" holds ${toOneLine(use, 120)}, where no secret is put in: it would be used as it is written`,
    suggestion:
      "Secrets stand in headers, in the value of a fill step and of a field of form_validation.",
    path: ["predicate", predicate.index, ...path],
    at: "value",
  };
}

interface PlacedText {
  readonly text: string;
  readonly path: TomlPath;
}

/** The depth of a file is bounded before anything of it is read. */
function textsIn(value: unknown, path: TomlPath): readonly PlacedText[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => textsIn(item, [...path, index]));
  }
  if (!isTable(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}
