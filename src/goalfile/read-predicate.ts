import type { z } from "zod";
import type { Check, Predicate, ScriptVerdict } from "../model/goal.ts";
import {
  commandProblems,
  contradictions,
  foreignProvider,
  surroundingsOf,
} from "./predicate-problems.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { formatFound, readValues, type ReadContext } from "./read-values.ts";
import {
  ExitCodeScript,
  ExitZeroScript,
  JsonScript,
  MatchCountScript,
  Program,
  ScriptBase,
} from "./schema/custom-script.ts";
import { HttpProbe } from "./schema/http-probe.ts";
import { PredicateHead } from "./schema/predicate-head.ts";
import { PROVIDERS } from "./tables.ts";
import { isTable, type TomlTable } from "./toml-table.ts";
import { unknownKeys } from "./unknown-keys.ts";

const TIMEOUT_MS = 600_000;
const PROBE_TIMEOUT_MS = 5_000;

/** What a predicate takes from the rest of the file. */
export interface PredicateContext {
  readonly defaultTimeoutMs: number | undefined;
  /** Unknown where `[scope]` itself was refused. */
  readonly workspace: string | undefined;
  readonly problems: Problem[];
}

interface PredicatePlace extends PredicateContext {
  readonly index: number;
}

export function readPredicate(
  input: unknown,
  index: number,
  context: PredicateContext,
): Predicate | undefined {
  if (!isTable(input)) {
    const message = `[[predicate]] #${index + 1} must be a table (got ${formatFound(input)})`;
    const path = ["predicate", index];
    context.problems.push({ severity: "error", code: "invalid-value", message, path, at: "value" });
    return undefined;
  }
  const place = { ...context, index };
  context.problems.push(...contradictions(input, index));
  const provider = input["provider"];
  const reader = typeof provider === "string" ? READERS.get(provider) : undefined;
  if (reader !== undefined) return reader(input, place);
  // A gherkin predicate of the original has no id: each of its scenarios gets one.
  if (provider !== "gherkin") readHead(input, place);
  if (typeof provider === "string") {
    context.problems.push(foreignProvider(input, provider, index));
  }
  return undefined;
}

const READERS: ReadonlyMap<
  string,
  (input: TomlTable, place: PredicatePlace) => Predicate | undefined
> = new Map([
  ["custom_script", readCustomScript],
  ["test_runner", readTestRunner],
  ["http_probe", readHttpProbe],
]);

function readCustomScript(input: TomlTable, place: PredicatePlace): Predicate | undefined {
  warnOfKeys(input, "custom_script", place);
  place.problems.push(...commandProblems(input, place.index, place.workspace));
  const script = readScript(input, place);
  if (script === undefined) return undefined;
  return toPredicate(script.values, place, {
    provider: "custom_script",
    ...toInvocation(script.values),
    verdict: script.verdict,
    errorCodes: script.values.error_codes,
    mergeStderr: script.values.merge_stderr,
  });
}

interface Script {
  readonly values: Omit<z.infer<typeof ScriptBase>, "verdict">;
  readonly verdict: ScriptVerdict;
}

/** Each verdict has a schema of its own, because each needs other keys. */
function readScript(input: TomlTable, place: PredicatePlace): Script | undefined {
  const context = contextOf(input, "custom_script", place);
  switch (input["verdict"]) {
    case "exit_code": {
      const values = readValues(ExitCodeScript, input, context);
      return values && { values, verdict: exitCodeVerdict(values) };
    }
    case "json": {
      const values = readValues(JsonScript, input, context);
      if (values === undefined) return undefined;
      return { values, verdict: { kind: "json", path: values.path, passWhen: values.pass_when } };
    }
    case "match_count": {
      const values = readValues(MatchCountScript, input, context);
      return values && { values, verdict: matchCountVerdict(values) };
    }
    case "exit_zero":
    case undefined: {
      const values = readValues(ExitZeroScript, input, context);
      return values && { values, verdict: { kind: "exit_zero" } };
    }
    default:
      readValues(ScriptBase, input, context);
      return undefined;
  }
}

function exitCodeVerdict(values: z.infer<typeof ExitCodeScript>): ScriptVerdict {
  return { kind: "exit_code", passCodes: values.pass_codes, failCodes: values.fail_codes };
}

function matchCountVerdict(values: z.infer<typeof MatchCountScript>): ScriptVerdict {
  return { kind: "match_count", regex: values.match_regex, passWhen: values.pass_when };
}

function readTestRunner(input: TomlTable, place: PredicatePlace): Predicate | undefined {
  warnOfKeys(input, "test_runner", place);
  place.problems.push(...commandProblems(input, place.index, place.workspace));
  const values = readValues(Program, input, contextOf(input, "test_runner", place));
  return values && toPredicate(values, place, { provider: "test_runner", ...toInvocation(values) });
}

function readHttpProbe(input: TomlTable, place: PredicatePlace): Predicate | undefined {
  warnOfKeys(input, "http_probe", place);
  const values = readValues(HttpProbe, input, contextOf(input, "http_probe", place));
  if (values === undefined) return undefined;
  const check: Check = {
    provider: "http_probe",
    url: values.url,
    method: values.method,
    headers: values.headers,
    ...present("expectStatus", values.expect_status),
    ...present("expectBody", values.expect_body),
    bodyMatch: values.body_match,
    samples: values.samples,
    intervalMs: values.interval_ms,
  };
  return toPredicate(values, place, check);
}

function toInvocation(values: z.infer<typeof Program>): {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  return { command: values.cmd, args: values.args, env: values.env };
}

function toPredicate(head: PredicateHead, place: PredicatePlace, check: Check): Predicate {
  const fallbackMs = check.provider === "http_probe" ? PROBE_TIMEOUT_MS : TIMEOUT_MS;
  return {
    id: head.id,
    ...present("description", head.description),
    guard: head.guard,
    heldOut: head.held_out,
    timeoutMs: head.timeout_ms ?? place.defaultTimeoutMs ?? fallbackMs,
    check,
  };
}

function readHead(input: TomlTable, place: PredicatePlace): void {
  readValues(PredicateHead, input, contextOf(input, "", place));
}

function warnOfKeys(
  input: TomlTable,
  provider: keyof typeof PROVIDERS,
  place: PredicatePlace,
): void {
  const known = Object.keys(PROVIDERS[provider].shape);
  const { path, owner } = surroundingsOf(input, "", place.index);
  place.problems.push(...unknownKeys(input, { known, path, owner }));
}

function contextOf(input: TomlTable, provider: string, place: PredicatePlace): ReadContext {
  return {
    surroundings: surroundingsOf(input, provider, place.index),
    problems: place.problems,
  };
}
