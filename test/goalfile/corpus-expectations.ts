import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

/** What the original makes of a goal-file, as far as it says which goal it is. */
export interface GoalFacts {
  readonly id: string;
  readonly mode: string;
  readonly standing: boolean;
  readonly budget: Readonly<Record<string, number>>;
  readonly integration: string;
  readonly enforced: boolean;
  readonly groups: readonly (readonly [
    id: string,
    name: string,
    parent: string,
    budget: number,
    needs: readonly string[],
  ])[];
  readonly predicates: readonly PredicateFacts[];
}

export type PredicateFacts = readonly [
  id: string,
  provider: string,
  guard: boolean,
  acceptance: boolean,
  heldOut: boolean,
  group: string,
];

const FOLDER = path.resolve("../shared/corpus/goal-files");

/** The feature files of the corpus are not in it; this stands for each of them. */
export const FEATURE = "Feature: Some & thing\n  Scenario: It works\n    Given it\n";
const EXPANDED: readonly (readonly [string, string])[] = [["some-thing__it-works", "some-thing"]];

/** Files of the corpus by name, none where it does not exist. */
export function corpusFiles(): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(FOLDER) ? globSync("**/*.toml", { cwd: FOLDER }).toSorted() : [];
  return new Map(names.map((name) => [name, readFileSync(path.join(FOLDER, name))]));
}

export function digestOf(facts: GoalFacts): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

const Table = z.looseObject({});
const Item = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  provider: z.string().optional(),
  guard: z.boolean().default(false),
  acceptance: z.boolean().default(false),
  held_out: z.boolean().default(false),
  group: z.string().default(""),
  parent: z.string().default(""),
  budget: z.number().default(0),
  needs: z.array(z.string()).default([]),
});
const File = z.looseObject({
  id: z.string(),
  mode: z.string().default("repair"),
  standing: z.boolean().default(false),
  budget: z.record(z.string(), z.number()).default({}),
  scope: z.looseObject({ deny: z.array(z.string()).default([]) }).default({ deny: [] }),
  integration: z.looseObject({ mode: z.string().default("none") }).default({ mode: "none" }),
  enforcement: z
    .looseObject({ enabled: z.boolean().default(true), guard: z.array(Table).default([]) })
    .optional(),
  group: z.array(Item).default([]),
  predicate: z.array(Item),
});
type File = z.infer<typeof File>;

/** Read by the rules of the original, and by nothing that the loader under test uses but the parser. */
export function expectedOf(bytes: Uint8Array): GoalFacts {
  const file = File.parse(parse(new TextDecoder().decode(bytes)));
  const enforced = file.enforcement?.enabled ?? file.mode === "create";
  return {
    id: file.id,
    mode: file.mode,
    standing: file.standing,
    budget: { cached_read_weight: 0.1, ...file.budget },
    integration: file.integration.mode,
    enforced,
    groups: [...declaredGroups(file), ...featureGroups(file)],
    predicates: predicatesOf(file, enforced),
  };
}

function declaredGroups(file: File): GoalFacts["groups"] {
  return file.group.map(
    ({ id = "", name = id, parent, budget, needs }) =>
      [slug(id), name, slug(parent), budget, needs.map(slug)] as const,
  );
}

function featureGroups(file: File): GoalFacts["groups"] {
  const isExpanded = file.predicate.some((it) => it.provider === "gherkin" && it.group === "");
  return isExpanded ? [["some-thing", "Some & thing", "", 0, []]] : [];
}

function predicatesOf(file: File, enforced: boolean): readonly PredicateFacts[] {
  const written = file.predicate.flatMap((it): readonly PredicateFacts[] => {
    const rest = [it.provider ?? "", it.guard, it.acceptance, it.held_out] as const;
    return it.provider === "gherkin"
      ? EXPANDED.map(([id, group]) => [id, ...rest, slug(it.group) || group])
      : [[it.id ?? "", ...rest, slug(it.group)]];
  });
  const hasLanded = written.some(([id]) => id === "landed");
  const landed = file.integration.mode === "none" || hasLanded ? [] : [added("landed", "landed")];
  const guards = (enforced ? (file.enforcement?.guard ?? []) : []).map((it) =>
    added(String(it["id"]), "ratchet", true),
  );
  const denied = file.scope.deny.length > 0 ? [added("scope_deny_paths", "scope_guard", true)] : [];
  return [
    ...written.filter(([, , guard]) => !guard),
    ...landed,
    ...written.filter(([, , guard]) => guard),
    ...guards,
    ...denied,
  ];
}

function added(id: string, provider: string, guard = false): PredicateFacts {
  return [id, provider, guard, false, false, ""];
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll("&", " ")
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "" && word !== "and").join("-");
}
