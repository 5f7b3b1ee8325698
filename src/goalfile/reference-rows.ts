import type { ReferenceRow } from "../model/reference-row.ts";
import type { JsonSchema } from "./json-schema.ts";
import { present } from "./present.ts";
import { isTable } from "./toml-table.ts";

/** The keys of a schema as people look them up, those that must be given first; tables in tables so deep. */
export function referenceRows(schema: JsonSchema, depth: number): readonly ReferenceRow[] {
  return merged(rowsOf(schema, "", depth));
}

function rowsOf(schema: JsonSchema, above: string, depth: number): readonly ReferenceRow[] {
  const required = requiredOf(schema);
  return Object.entries(tableOf(schema["properties"]))
    .toSorted(([one], [other]) => Number(required.has(other)) - Number(required.has(one)))
    .flatMap(([name, value]) => {
      const property = tableOf(value);
      const key = `${above}${name}`;
      const variants = depth === 0 ? [] : variantsOf(property);
      const shapes = variants.length > 1 ? variants.map(shapeOf) : undefined;
      const [variant] = variants;
      const row = toRow({ key, isRequired: required.has(name), shapes }, property);
      if (variant === undefined || shapes !== undefined) return [row];
      const suffix = property["type"] === "array" ? "[]." : ".";
      return [row, ...rowsOf(variant, `${key}${suffix}`, depth - 1)];
    });
}

function toRow(
  {
    key,
    isRequired,
    shapes,
  }: {
    readonly key: string;
    readonly isRequired: boolean;
    readonly shapes: readonly string[] | undefined;
  },
  schema: JsonSchema,
): ReferenceRow {
  const { description, default: fallback } = schema;
  return {
    key,
    isRequired,
    kind: kindOf(schema),
    ...present("shapes", shapes),
    ...present("about", typeof description === "string" ? description : undefined),
    ...present("fallback", fallback === undefined ? undefined : JSON.stringify(fallback)),
  };
}

/** Different tables with keys of their own that may stand in a place, alone or in a list. */
function variantsOf(schema: JsonSchema): readonly JsonSchema[] {
  if (schema["type"] === "array") return variantsOf(tableOf(schema["items"]));
  const found =
    schema["properties"] === undefined ? alternativesOf(schema).flatMap(variantsOf) : [schema];
  const texts = found.map((it) => JSON.stringify(it["properties"]));
  return found.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

/** `{ type = "text", selector *, contains }`: what tells it from the others stands first. */
function shapeOf(schema: JsonSchema): string {
  const required = requiredOf(schema);
  const entries = Object.entries(tableOf(schema["properties"])).map(([key, value]) => {
    const { const: only, enum: values } = tableOf(value);
    const isTag = only !== undefined || (Array.isArray(values) && required.has(key));
    if (isTag)
      return { rank: 0, text: `${key} = ${kindOf(tableOf(value)).replaceAll(", ", " or ")}` };
    return required.has(key) ? { rank: 1, text: `${key} *` } : { rank: 2, text: key };
  });
  const texts = entries.toSorted((one, other) => one.rank - other.rank).map(({ text }) => text);
  return `{ ${texts.join(", ")} }`;
}

function requiredOf({ required }: JsonSchema): ReadonlySet<unknown> {
  return new Set(Array.isArray(required) ? required : []);
}

function kindOf(schema: JsonSchema): string {
  const { enum: values, const: only } = schema;
  if (Array.isArray(values)) return toldOnce(values).join(", ");
  if (only !== undefined) return JSON.stringify(only);
  const kinds = alternativesOf(schema).map(kindOf);
  return kinds.length > 0 ? [...new Set(kinds)].join(", or ") : kindOfType(schema);
}

/** What may be written in both cases is told in the upper one. */
function toldOnce(values: readonly unknown[]): readonly string[] {
  const names = values.map((value) => JSON.stringify(value));
  return names.filter((name) => {
    const upper = name.toUpperCase();
    return name === upper || !names.includes(upper);
  });
}

function alternativesOf({ anyOf, oneOf, type }: JsonSchema): readonly JsonSchema[] {
  if (Array.isArray(type)) return type.map((name: unknown) => ({ type: name }));
  const alternatives: readonly unknown[] = [anyOf, oneOf].find(Array.isArray) ?? [];
  return alternatives.map(tableOf);
}

function kindOfType(schema: JsonSchema): string {
  switch (schema["type"]) {
    case "boolean":
      return "true or false";
    case "string":
      return "text";
    case "integer":
      return numberKind(schema, "integer");
    case "number":
      return numberKind(schema, "number");
    case "null":
      return "null";
    case "array":
      return listKind(schema);
    case "object":
      return tableKind(schema);
    default:
      return "anything";
  }
}

function numberKind(schema: JsonSchema, noun: string): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (typeof minimum === "number" && typeof maximum === "number") {
    return `${grouped(minimum)} to ${grouped(maximum)}`;
  }
  if (typeof minimum === "number" && typeof exclusiveMaximum === "number") {
    return `${grouped(minimum)} to less than ${grouped(exclusiveMaximum)}`;
  }
  if (exclusiveMinimum === 0 || (noun === "integer" && minimum === 1)) return `positive ${noun}`;
  return typeof minimum === "number" ? `${noun} from ${grouped(minimum)}` : noun;
}

/** 86,400,000 is read at once, 86400000 is counted. */
function grouped(number: number): string {
  return number.toLocaleString("en-US", { maximumFractionDigits: 10 });
}

function listKind({ items }: JsonSchema): string {
  const first: unknown = Array.isArray(items) ? items[0] : items;
  const kind = kindOf(tableOf(first));
  if (kind === "anything") return "list";
  return kind.startsWith('"') ? `list of any of ${kind}` : `list of ${plural(kind)}`;
}

function tableKind({ additionalProperties }: JsonSchema): string {
  const kind = kindOf(tableOf(additionalProperties));
  return kind === "anything" ? "table" : `table of ${plural(kind)}`;
}

function plural(kind: string): string {
  const [noun = "", ...rest] = kind.split(" of ");
  return [/(?:text|table|list|integer|number)$/.test(noun) ? `${noun}s` : noun, ...rest].join(
    " of ",
  );
}

function tableOf(value: unknown): JsonSchema {
  return isTable(value) ? value : {};
}

/** Neighbours of which the same is said share a line. */
function merged(rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  const found: ReferenceRow[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const isSame =
      last !== undefined &&
      row.kind === "anything" &&
      last.kind === row.kind &&
      last.about === row.about &&
      last.isRequired === row.isRequired;
    if (isSame) found[found.length - 1] = { ...last, key: `${last.key}, ${row.key}` };
    else found.push(row);
  }
  return found;
}
