import * as fc from "fast-check";
import { stringify } from "smol-toml";
import { LISTS, PROVIDERS, TABLES } from "../../src/goalfile/tables.ts";

/** A valid file with something of everything, to be spoilt. */
const VALID = `id = "g"
name = "A goal"
mode = "create"
standing = true
metadata = { depends_on = ["other"], deep = { when = 2020-01-02T03:04:05Z } }

[budget]
max_iterations = 5
max_cost_usd = 0.5

[scope]
workspace = "app"
paths = ["src/**", "*.md"]
deny = ["db"]

[integration]
mode = "pr"

[enforcement]
read_only_paths = ["test"]
[[enforcement.guard]]
id = "count"
metric = { cmd = "sh", args = ["-c", "ls | wc -l"], }

[[group]]
id = "Sign & Up"
needs = ["base"]
[[group]]
id = "base"
parent = "sign-up"

[deploy.environments.live]
url = "https://example.org"

[[predicate]]
id = "tests"
provider = "test_runner"
cmd = "npm"
args = ["test"]
group = "base"
env = [["A", "1"]]

[[predicate]]
id = "count"
provider = "custom_script"
verdict = "match_count"
cmd = 'grep'
match_regex = '''^(a|b)+$'''
pass_when = "== 0"

[[predicate]]
provider = "gherkin"
feature = "x.feature"

[[predicate]]
id = "page"
provider = "browser"
url = "http://localhost:3000"
assertions = [
  { type = "visible", selector = "h1", }, # why
]
`;

const PIECES = [
  ...Array.from("[]{}\"'#=.,\\\n\u0000\u00FF\u202E \t-1e"),
  "__proto__",
  "constructor",
  "inf",
  "nan",
  "'''",
  '"""',
  "[[",
  "9007199254740993",
  "2020-01-02",
  "\\u202E",
];

const edit = fc.tuple(fc.nat(VALID.length), fc.constantFrom(...PIECES), fc.nat(12));

/** A valid file with some characters taken out and others put in. */
const spoilt = fc
  .array(edit, { maxLength: 6 })
  .map((edits) =>
    edits.reduce(
      (text, [at, piece, cut]) => text.slice(0, at) + piece + text.slice(at + cut),
      VALID,
    ),
  );

/** Lines of it in any order, some of them often. */
const shuffled = fc
  .array(fc.constantFrom(...VALID.split("\n")), { maxLength: 60 })
  .map((lines) => lines.join("\n"));

const KEYS = [
  ...Object.values({ ...TABLES, ...LISTS, ...PROVIDERS }).flatMap((it) => Object.keys(it.shape)),
  ...Object.keys(TABLES),
  ...Object.keys(LISTS),
  "predicate",
  "metadata",
  "goals",
  "member",
  "x y",
  "",
];

const { value } = fc.letrec<{ value: unknown; table: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...Object.keys(PROVIDERS), "json", "== 0", "a", "", "../x", "\u202E"),
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(new Date(0)),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("table"),
  ),
  table: fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 5 }),
}));

const PREDICATE_KEYS = Object.values(PROVIDERS).flatMap((it) => Object.keys(it.shape));
const predicate = fc
  .tuple(
    fc.constantFrom(...Object.keys(PROVIDERS), "scenario", "none"),
    fc.dictionary(fc.constantFrom(...PREDICATE_KEYS), value, { maxKeys: 6 }),
  )
  .map(([provider, keys]) => ({ ...keys, id: "p", provider }));

/** Known keys with values of any kind, written by a serializer. */
const generated = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }),
    fc.array(predicate, { maxLength: 3 }),
  )
  .map(([top, predicates]) => stringify({ ...top, id: "g", predicate: predicates }));

/** What anybody may commit as a goal-file: nearly right, wrong in kind, or not text at all. */
export const anyGoalFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  spoilt.map(toBytes),
  shuffled.map(toBytes),
  generated.map(toBytes),
  fc.uint8Array({ maxLength: 200 }),
);

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
