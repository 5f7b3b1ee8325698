import { z } from "zod";

export const JsonSchema = z.record(z.string(), z.unknown());
export type JsonSchema = z.infer<typeof JsonSchema>;

type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * The places in a request that its description does not know. GitHub ignores them, so that a
 * misspelt parameter looks as if it worked; JSON Schema allows them for the same reason.
 */
export function findUnknownNames(
  schemas: Schemas,
  schema: JsonSchema,
  value: unknown,
): readonly string[] {
  return findBelow(alternativesOf(schemas, schema), value, "");

  function findBelow(alternatives: readonly JsonSchema[], at: unknown, path: string): string[] {
    if (Array.isArray(at)) {
      const items = alternatives.flatMap((it) => childOf(it, "items"));
      return at.flatMap((item, index) => findBelow(items, item, `${path}/${index}`));
    }
    const known = alternatives.map((it) => JsonSchema.safeParse(it["properties"]).data ?? {});
    const names = new Set(known.flatMap((it) => Object.keys(it)));
    // Without a single name it is the caller's own object, like the inputs of a dispatch.
    if (!isRecord(at) || names.size === 0) {
      return [];
    }
    return Object.entries(at).flatMap(([name, inner]) =>
      names.has(name)
        ? findBelow(
            known.flatMap((it) => childOf(it, name)),
            inner,
            `${path}/${name}`,
          )
        : [`${path}/${name}`],
    );
  }

  function childOf(parent: JsonSchema, name: string): readonly JsonSchema[] {
    const child = JsonSchema.safeParse(parent[name]);
    return child.success ? alternativesOf(schemas, child.data) : [];
  }
}

/** The schema with all that it refers to, or that it may be instead. */
function alternativesOf(schemas: Schemas, schema: JsonSchema): readonly JsonSchema[] {
  const target = typeof schema["$ref"] === "string" ? schema["$ref"].split("/").at(-1) : undefined;
  const referred = target === undefined ? undefined : schemas[target];
  const branches = ["allOf", "anyOf", "oneOf"].flatMap(
    (word) => z.array(JsonSchema).safeParse(schema[word]).data ?? [],
  );
  const others = referred === undefined ? branches : [...branches, referred];
  return [schema, ...others.flatMap((it) => alternativesOf(schemas, it))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
