import { z } from "zod";
import type { Problem, TomlPath } from "./problem.ts";
import { isTable } from "./toml-table.ts";
import { unknownKeys } from "./unknown-keys.ts";

/** What a schema says of keys, made of it once: the schema itself is slow to ask. */
type KeyTree =
  | { readonly kind: "value" }
  | {
      readonly kind: "table";
      readonly known: readonly string[];
      /** Only those that have keys inside. */
      readonly inside: readonly (readonly [string, KeyTree])[];
    }
  | { readonly kind: "each"; readonly item: KeyTree }
  | { readonly kind: "either"; readonly options: readonly (readonly [Schema, KeyTree])[] };

type Schema = z.core.$ZodType;

interface Place {
  readonly path: TomlPath;
  readonly owner: string;
}

const VALUE: KeyTree = { kind: "value" };
const TREES = new WeakMap<Schema, KeyTree>();

/** A warning for each key that nothing reads, in a value and in the tables inside it. */
export function unknownKeysWithin(
  value: unknown,
  schema: Schema,
  place: Place,
): readonly Problem[] {
  let tree = TREES.get(schema);
  if (tree === undefined) {
    tree = toTree(schema);
    TREES.set(schema, tree);
  }
  return unknownBelow(value, tree, place);
}

function unknownBelow(value: unknown, tree: KeyTree, place: Place): readonly Problem[] {
  switch (tree.kind) {
    case "value":
      return [];
    case "either": {
      // Where no kind of table fits, that is what is said.
      const option = tree.options.find(([schema]) => z.safeParse(schema, value).success);
      return option === undefined ? [] : unknownBelow(value, option[1], place);
    }
    case "each":
      return itemsOf(value).flatMap(([step, item]) =>
        unknownBelow(item, tree.item, below(place, step)),
      );
    case "table":
      if (!isTable(value)) return [];
      return [
        ...unknownKeys(value, { known: tree.known, ...place }),
        ...tree.inside.flatMap(([key, inner]) =>
          unknownBelow(value[key], inner, below(place, key)),
        ),
      ];
  }
}

function itemsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item]);
  return isTable(value) ? Object.entries(value) : [];
}

function below({ path, owner }: Place, step: string | number): Place {
  return { path: [...path, step], owner };
}

function toTree(schema: Schema): KeyTree {
  const known = bare(schema);
  if (known instanceof z.ZodUnion) {
    const options = known.options.map((it) => [it, toTree(it)] as const);
    return options.every(([, tree]) => tree.kind === "value") ? VALUE : { kind: "either", options };
  }
  if (known instanceof z.ZodArray) return eachOf(known.element);
  if (known instanceof z.ZodRecord) return eachOf(known.valueType);
  // What takes any key knows none that is wrong.
  if (!(known instanceof z.ZodObject) || known.def.catchall !== undefined) return VALUE;
  const shape: Readonly<Record<string, Schema>> = known.shape;
  const inside = Object.entries(shape)
    .map(([key, inner]) => [key, toTree(inner)] as const)
    .filter(([, tree]) => tree.kind !== "value");
  return { kind: "table", known: Object.keys(shape), inside };
}

function eachOf(schema: Schema): KeyTree {
  const item = toTree(schema);
  return item.kind === "value" ? VALUE : { kind: "each", item };
}

/** Below what says that it may be absent, and before what is made of it. */
function bare(schema: Schema): Schema {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}
