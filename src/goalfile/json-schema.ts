import { z } from "zod";
import { PredicateHead } from "./schema/predicate-head.ts";
import { PROVIDER_PURPOSES, TABLE_PURPOSES } from "./table-purposes.ts";
import { LISTS, PROVIDERS, TABLES, UNSUPPORTED_PROVIDERS } from "./tables.ts";

/** A JSON Schema, draft 7: the newest that editors of TOML understand. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** What a whole goal-file may hold. Every key that nothing reads is wrong, for an editor to show. */
export function goalFileSchema(): JsonSchema {
  const { type, properties, required } = objectSchema(TABLES.goal);
  return {
    $schema: DRAFT,
    title: "kazi goal-file",
    type,
    properties: { ...properties, predicate: predicatesSchema(), ...tableSchemas() },
    required: [...required, "predicate"],
    additionalProperties: false,
    definitions: Object.fromEntries(
      Object.entries(PROVIDERS).map(([name, schema]) => [name, providerSchema(schema)]),
    ),
  };
}

/** What one table, item of a list or predicate of one provider may hold. */
export function tableSchema(schema: z.ZodObject): JsonSchema {
  return { $schema: DRAFT, ...objectSchema(schema) };
}

/** What a file may hold that lists goals: a roadmap in `[[goals]]`, a fleet file in `[[member]]`. */
export function listFileSchema(name: string, item: z.ZodObject): JsonSchema {
  return {
    $schema: DRAFT,
    type: "object",
    properties: { [name]: { type: "array", minItems: 1, items: objectSchema(item) } },
    required: [name],
    additionalProperties: false,
  };
}

/** What a provider adds to the keys that every predicate has. */
export function ownSchema(schema: z.ZodObject): JsonSchema {
  return { ...objectSchema(schema), properties: ownProperties(schema) };
}

interface ObjectSchema extends JsonSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

const Properties = z.record(z.string(), z.record(z.string(), z.unknown()));

function objectSchema(schema: z.ZodObject): ObjectSchema {
  const { properties, required } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      adjust(jsonSchema);
    },
  });
  return {
    type: "object",
    properties: Properties.parse(properties),
    required: required ?? [],
    additionalProperties: false,
  };
}

/** What a schema says of itself wins; the bounds of what a number can hold exactly say nothing. */
function adjust(schema: Record<string, unknown>): void {
  const own = schema["jsonSchema"];
  if (typeof own === "object" && own !== null) {
    for (const key of Object.keys(schema)) if (!KEPT.has(key)) delete schema[key];
    Object.assign(schema, own);
  }
  if (schema["minimum"] === Number.MIN_SAFE_INTEGER) delete schema["minimum"];
  if (schema["maximum"] === Number.MAX_SAFE_INTEGER) delete schema["maximum"];
  if (schema["type"] === "object" && schema["properties"] !== undefined) {
    schema["additionalProperties"] ??= false;
  }
}

const KEPT: ReadonlySet<string> = new Set(["description", "default"]);

function tableSchemas(): Readonly<Record<string, JsonSchema>> {
  const { goal: _, ...tables } = TABLES;
  const entries = [
    ...Object.entries(tables).map(([name, schema]) => [name, objectSchema(schema)] as const),
    ...Object.entries(LISTS).map(
      ([name, schema]) => [name, { type: "array", items: objectSchema(schema) }] as const,
    ),
    ["metadata", { type: "object" }] as const,
  ];
  const purposes: Readonly<Record<string, string>> = {
    ...TABLE_PURPOSES,
    metadata: "anything; for people",
  };
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, { description: purposes[name], ...schema }]),
  );
}

/**
 * A chain of conditions instead of alternatives: so an editor names the one key that is wrong, and
 * offers the keys of all providers where no provider is chosen yet.
 */
function predicatesSchema(): JsonSchema {
  const chain = Object.keys(PROVIDERS).reduceRight<JsonSchema>(
    (otherwise, name) => ({
      if: { properties: { provider: { const: name } }, required: ["provider"] },
      // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema.
      then: { $ref: `#/definitions/${name}` },
      else: otherwise,
    }),
    { required: ["id"] },
  );
  const provider = {
    description: Object.entries(PROVIDER_PURPOSES)
      .map(([name, purpose]) => `${name}: ${purpose}`)
      .join("\n\n"),
    enum: [...Object.keys(PROVIDERS), ...UNSUPPORTED_PROVIDERS],
  };
  return {
    description: "what must become true",
    type: "array",
    minItems: 1,
    maxItems: 1_000,
    items: {
      type: "object",
      required: ["provider"],
      properties: { ...keysToOffer(), ...objectSchema(PredicateHead).properties, provider },
      ...chain,
    },
  };
}

/** Only what they are for: their values differ from provider to provider. */
function keysToOffer(): Readonly<Record<string, JsonSchema>> {
  const told = new Map<string, Set<string>>();
  for (const { properties } of Object.values(PROVIDERS).map(objectSchema)) {
    for (const [key, { description }] of Object.entries(properties)) {
      const words = told.get(key) ?? new Set();
      told.set(key, typeof description === "string" ? words.add(description) : words);
    }
  }
  return Object.fromEntries(
    [...told].map(([key, words]) => [
      key,
      words.size === 0 ? {} : { description: [...words].join("; or ") },
    ]),
  );
}

/** Keys that all predicates share are judged once, where they all meet. */
function providerSchema(schema: z.ZodObject): JsonSchema {
  const { properties, ...rest } = objectSchema(schema);
  const own = ownProperties(schema);
  const names = Object.keys(properties);
  return { ...rest, properties: Object.fromEntries(names.map((key) => [key, own[key] ?? true])) };
}

function ownProperties(schema: z.ZodObject): Readonly<Record<string, JsonSchema>> {
  const { properties: head } = objectSchema(PredicateHead);
  return Object.fromEntries(
    Object.entries(objectSchema(schema).properties).filter(
      ([key, value]) => JSON.stringify(head[key]) !== JSON.stringify(value),
    ),
  );
}
