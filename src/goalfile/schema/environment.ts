import { z } from "zod";
import { isTable } from "../toml-table.ts";
import { type BrokenRule, type Rule, type RuleParams, visibleLines } from "./rule.ts";

const ENTRIES_MAX = 200;
const VALUE_MAX = 16_384;

/** A table of strings; the documented list of pairs `[["NAME", "value"]]` means the same. */
export function stringTable(
  nameRule: Rule,
  valueRule: Rule,
): z.ZodPipe<z.ZodUnknown, z.ZodTransform<Readonly<Record<string, string>>>> {
  return z.unknown().transform((input, context) => {
    const entries = entriesOf(input);
    const issues =
      entries === undefined ? [whole(input)] : problemsOf(entries, nameRule, valueRule);
    context.issues.push(...issues.slice(0, ENTRIES_MAX));
    return Object.fromEntries((entries ?? []).flatMap(textEntry));
  });
}

type Entry = readonly [name: unknown, value: unknown, path: string | number];

/** Not an interface: zod's issues are open records. */
type EntryIssue = {
  readonly code: "custom";
  readonly message: string;
  readonly input: unknown;
  readonly path: (string | number)[];
  readonly params: RuleParams;
};

function entriesOf(input: unknown): readonly Entry[] | undefined {
  if (isTable(input)) return Object.entries(input).map(([name, value]) => [name, value, name]);
  if (!Array.isArray(input)) return undefined;
  const entries = input.flatMap((pair: unknown, index): Entry[] =>
    Array.isArray(pair) && pair.length === 2 ? [[pair[0], pair[1], index]] : [],
  );
  return entries.length === input.length ? entries : undefined;
}

function problemsOf(
  entries: readonly Entry[],
  nameRule: Rule,
  valueRule: Rule,
): readonly EntryIssue[] {
  if (entries.length > ENTRIES_MAX) {
    return [issue({ template: `{at} must have at most ${ENTRIES_MAX} entries` }, entries)];
  }
  const names = entries.map(([name]) => name);
  return entries.flatMap(([name, value, key], index) => {
    const broken =
      names.indexOf(name) === index
        ? brokenEntry(name, value, nameRule, valueRule)
        : { template: "{at} must name everything once (got {got} again)" };
    return broken === undefined ? [] : [issue(broken, broken.about ?? name, key)];
  });
}

function brokenEntry(
  name: unknown,
  value: unknown,
  nameRule: Rule,
  valueRule: Rule,
): (BrokenRule & { readonly about?: unknown }) | undefined {
  if (typeof name !== "string" || typeof value !== "string") {
    return { ...notStrings(), about: typeof name === "string" ? value : name };
  }
  return nameRule(name) ?? (value.length > VALUE_MAX ? tooLong() : undefined) ?? valueRule(value);
}

function whole(input: unknown): EntryIssue {
  return issue(notStrings(), input);
}

function notStrings(): BrokenRule {
  return { template: "{at} must be a table of strings (got {got})" };
}

function tooLong(): BrokenRule {
  return { template: `{at} values must be at most ${VALUE_MAX} characters long`, code: "too-long" };
}

function issue(broken: BrokenRule, input: unknown, key?: string | number): EntryIssue {
  const { template, code, suggestion } = broken;
  return {
    code: "custom",
    message: template,
    input,
    path: key === undefined ? [] : [key],
    params: { code, suggestion },
  };
}

function textEntry([name, value]: Entry): [string, string][] {
  return typeof name === "string" && typeof value === "string" ? [[name, value]] : [];
}

export const Environment = stringTable(environmentName, visibleLines);

function environmentName(name: string): BrokenRule | undefined {
  if (name.length > 200 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return {
      template: "{at} must use names of letters, digits and underscores (got {got})",
      code: "invalid-name",
    };
  }
  if (!/^(?:GITHUB|ACTIONS)_/i.test(name)) return undefined;
  return {
    template: "{at} must not set {got}: GITHUB_* and ACTIONS_* belong to the runner",
    code: "reserved-name",
    suggestion: "Give the variable a name of its own.",
  };
}
