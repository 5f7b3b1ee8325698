import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { goalFileSchema, type JsonSchema, tableSchema } from "../../src/goalfile/json-schema.ts";
import { LISTS, PROVIDERS, TABLES } from "../../src/goalfile/tables.ts";

const EXAMPLES = globSync("goals/**/*.toml").toSorted();
const validate = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictTuples: false,
}).compile(goalFileSchema());

/** Where the schema sees something wrong, and what. */
function wrong(toml: string): readonly string[] {
  validate(parse(toml));
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== "if").map(told);
}

function told({ instancePath, message, params }: ErrorObject): string {
  const key: unknown = params["additionalProperty"];
  return `${instancePath}: ${typeof key === "string" ? `no ${key}` : (message ?? "")}`;
}

// To bring it in line: node test/goalfile/write-generated.ts
test("goals/schema.json is what the schemas of the loader say", () => {
  expect(JSON.parse(readFileSync("goals/schema.json", "utf8"))).toEqual(goalFileSchema());
});

describe.each(EXAMPLES)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  test("is valid", () => {
    expect(wrong(text)).toEqual([]);
  });

  test("names the schema in its first line, for editors", () => {
    const named = /^#:schema (\S+)\n/.exec(text)?.[1] ?? "";
    expect(path.join(path.dirname(file), named)).toBe("goals/schema.json");
  });
});

describe("goalFileSchema() points at", () => {
  const HEAD = 'id = "g"\n';
  const CHECK = '[[predicate]]\nid = "p"\nprovider = "custom_script"\ncmd = "x"\n';
  test.each([
    ["a misspelt key above the tables", `mod = "repair"\n${HEAD}${CHECK}`, [": no mod"]],
    ["a misspelt table", `${HEAD}${CHECK}[budgt]\n`, [": no budgt"]],
    [
      "a misspelt ceiling",
      `${HEAD}${CHECK}[budget]\nmax_dispatch = 1\n`,
      ["/budget: no max_dispatch"],
    ],
    ["a misspelt key of a provider", `${HEAD}${CHECK}arg = []\n`, ["/predicate/0: no arg"]],
    [
      "a key of another provider",
      `${HEAD}${CHECK}expect_status = 200\n`,
      ["/predicate/0: no expect_status"],
    ],
    [
      "a key that is missing",
      `${HEAD}[[predicate]]\nid = "p"\nprovider = "http_probe"\n`,
      ["/predicate/0: must have required property 'url'"],
    ],
    [
      "a predicate without an id",
      `${HEAD}${CHECK.replace('id = "p"\n', "")}`,
      ["/predicate/0: must have required property 'id'"],
    ],
    [
      "an unknown provider",
      `${HEAD}${CHECK.replace("custom_script", "custom_scrip")}`,
      ["/predicate/0/provider: must be equal to one of the allowed values"],
    ],
    [
      "a budget of nothing",
      `${HEAD}${CHECK}[budget]\nmax_cost_usd = 0\n`,
      ["/budget/max_cost_usd: must be > 0"],
    ],
    ["no predicate", HEAD, [": must have required property 'predicate'"]],
    [
      "a value of the wrong kind",
      `${HEAD}${CHECK}env = { A = 1 }\n`,
      [
        "/predicate/0/env/A: must be string",
        "/predicate/0/env: must be array",
        "/predicate/0/env: must match a schema in anyOf",
      ],
    ],
  ])("%s", (_name, toml, expected) => {
    expect(wrong(toml)).toEqual(expected);
  });

  test("nothing of a provider that is not built here, which takes any keys", () => {
    expect(wrong(`${HEAD}[[predicate]]\nid = "p"\nprovider = "scenario"\nspec = "a"\n`)).toEqual(
      [],
    );
  });
});

test("every key says what it is for", () => {
  const all: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
    Object.entries({ ...TABLES, ...LISTS, ...PROVIDERS }).map(([name, schema]) => [
      name,
      tableSchema(schema),
    ]),
  );
  const silent = Object.entries(all).flatMap(([name, { properties }]) =>
    Object.entries(properties ?? {})
      .filter(([, value]) => !hasDescription(value))
      .map(([key]) => `${name}.${key}`),
  );
  expect(silent).toEqual([]);
});

test("nothing of how it was made is left in the schema", () => {
  expect(JSON.stringify(goalFileSchema())).not.toMatch(/"jsonSchema"|9007199254740991/);
});

function hasDescription(value: unknown): boolean {
  return typeof value === "object" && value !== null && "description" in value;
}

const CORPUS = path.resolve("../shared/corpus/goal-files");
const corpus = existsSync(CORPUS) ? globSync(`${CORPUS}/**/*.toml`) : [];

test.skipIf(corpus.length === 0)(
  "goalFileSchema() finds no more in the original's files than keys that nothing reads",
  () => {
    const goals = corpus.filter((file) => !file.endsWith(".roadmap.toml"));
    const strange = goals.flatMap((file) =>
      wrong(readFileSync(file, "utf8")).filter((it) => !/: no \w+$/.test(it)),
    );
    expect(strange).toEqual([]);
  },
);
