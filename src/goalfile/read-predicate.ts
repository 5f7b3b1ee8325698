import type { Check, NotBuilt } from "../model/check.ts";
import type { Group, Predicate } from "../model/goal.ts";
import { commandProblems } from "./command-problems.ts";
import type { ReadFeature } from "./gherkin/feature-outline.ts";
import { readGherkin } from "./gherkin/read-gherkin.ts";
import { contradictions, notBuilt, retiredKeys, unknownProvider } from "./predicate-problems.ts";
import { predicateSurroundings } from "./predicate-surroundings.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { NOT_BUILT } from "./providers/not-built.ts";
import type { ReadCheck } from "./providers/provider-reader.ts";
import { READERS } from "./providers/readers.ts";
import { formatFound, type ReadContext, readValues } from "./read-values.ts";
import { PREDICATE_TIMEOUT_MS } from "./schema/defaults.ts";
import { PredicateHead } from "./schema/predicate-head.ts";
import { secretProblems } from "./secret-problems.ts";
import { PROVIDERS } from "./tables.ts";
import { isTable, type TomlTable } from "./toml-table.ts";
import { unknownKeysWithin } from "./unknown-keys-within.ts";

const QUESTION_TIMEOUT_MS = 5_000;

/** What a predicate takes from the rest of the file. */
export interface PredicateContext {
  readonly defaultTimeoutMs: number | undefined;
  /** Unknown where `[scope]` itself was refused. */
  readonly workspace: string | undefined;
  /** Feature files by path, for `gherkin`. */
  readonly features: ReadonlyMap<string, ReadFeature>;
  /** Filled with one for each feature whose predicates name none. */
  readonly featureGroups: Group[];
  readonly problems: Problem[];
}

interface PredicatePlace extends PredicateContext {
  readonly index: number;
}

/** One predicate of most tables, one for each scenario of a `gherkin` one, none of a refused one. */
export function readPredicate(
  input: unknown,
  index: number,
  context: PredicateContext,
): readonly Predicate[] {
  if (!isTable(input)) {
    const message = `[[predicate]] #${index + 1} must be a table (got ${formatFound(input)})`;
    const path = ["predicate", index];
    context.problems.push({ severity: "error", code: "invalid-value", message, path, at: "value" });
    return [];
  }
  const place = { ...context, index };
  context.problems.push(...contradictions(input, index));
  const provider = input["provider"];
  if (provider === "gherkin") {
    context.problems.push(...programProblems(input, provider, place));
    return readGherkin(input, index, context);
  }
  const read = readCheck(input, provider, place);
  return read === undefined ? [] : [toPredicate(read, place)];
}

function readCheck(
  input: TomlTable,
  provider: unknown,
  place: PredicatePlace,
): ReadCheck | undefined {
  if (!isBuilt(provider)) return readForeign(input, provider, place);
  place.problems.push(
    ...keyProblems(input, provider, place),
    ...programProblems(input, provider, place),
  );
  return READERS[provider](input, contextOf(input, provider, place));
}

function isBuilt(provider: unknown): provider is keyof typeof READERS {
  return typeof provider === "string" && Object.hasOwn(READERS, provider);
}

/** The keys of what is not evaluated are nobody's business here. */
function readForeign(
  input: TomlTable,
  provider: unknown,
  place: PredicatePlace,
): ReadCheck | undefined {
  const named = typeof provider === "string" ? provider : "";
  const instead = NOT_BUILT.get(named);
  const head = readValues(PredicateHead, input, contextOf(input, "", place));
  if (instead !== undefined) {
    const check: NotBuilt = { provider: "not_built", named, instead };
    place.problems.push(notBuilt(input, check, place.index));
    return head && { head, check };
  }
  if (typeof provider === "string") {
    place.problems.push(unknownProvider(input, provider, place.index));
  }
  return undefined;
}

function keyProblems(
  input: TomlTable,
  provider: keyof typeof READERS,
  { index }: PredicatePlace,
): readonly Problem[] {
  const schema = PROVIDERS[provider];
  const { path, owner } = predicateSurroundings(input, "", index);
  return [
    ...unknownKeysWithin(input, schema, { path, owner }),
    ...retiredKeys(input, provider, index),
  ];
}

function programProblems(
  input: TomlTable,
  provider: keyof typeof PROVIDERS,
  { index, workspace }: PredicatePlace,
): readonly Problem[] {
  return [
    // The runner that a browser predicate of the original names is never started.
    ...(provider === "browser" ? [] : commandProblems(input, index, workspace)),
    ...secretProblems(input, provider, index),
  ];
}

function contextOf(input: TomlTable, provider: string, place: PredicatePlace): ReadContext {
  return {
    surroundings: predicateSurroundings(input, provider, place.index),
    problems: place.problems,
  };
}

/** What is so anyway is left out. */
function toPredicate({ head, check }: ReadCheck, place: PredicatePlace): Predicate {
  return {
    id: head.id,
    ...present("description", head.description),
    guard: head.guard,
    ...present("acceptance", head.acceptance || undefined),
    heldOut: head.held_out,
    ...present("optional", head.optional || undefined),
    ...present("group", head.group),
    ...present("cwd", head.cwd === "" ? undefined : head.cwd),
    ...present("secrets", head.secrets?.length === 0 ? undefined : head.secrets),
    timeoutMs: timeoutOf(head, check, place.defaultTimeoutMs),
    check,
  };
}

function timeoutOf(head: PredicateHead, check: Check, defaultMs: number | undefined): number {
  // Its own key bounds each operation on the page; this is for the journeys together.
  if (check.provider === "browser") return defaultMs ?? PREDICATE_TIMEOUT_MS;
  const isQuestion = check.provider === "http_probe" || check.provider === "metrics";
  return head.timeout_ms ?? defaultMs ?? (isQuestion ? QUESTION_TIMEOUT_MS : PREDICATE_TIMEOUT_MS);
}
