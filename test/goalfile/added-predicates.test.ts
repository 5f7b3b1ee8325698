import { expect, test } from "vitest";
import { CHECK, goalOf, told } from "./goal-text.ts";

const GUARD = CHECK.replace('"p"', '"own"') + "guard = true\n";
const ENFORCED = `[[enforcement.guard]]
id = "count"
metric = { cmd = "sh", args = ["-c", "ls | wc -l"] }
allowed_regression = 1
`;

test("loadGoal() adds what kazi checks itself, each behind those of its kind", () => {
  const goal = goalOf(
    `id = "g"\n${GUARD}${CHECK}${ENFORCED}[scope]\nworkspace = "app"\ndeny = ["db", "ci/"]\n[integration]\nmode = "pr"`,
  );
  expect(goal.predicates.map((it) => [it.id, it.guard, it.check.provider])).toEqual([
    ["p", false, "custom_script"],
    ["landed", false, "landed"],
    ["own", true, "custom_script"],
    ["count", true, "ratchet"],
    ["scope_deny_paths", true, "scope_guard"],
  ]);
  expect(goal.predicates.map((it) => it.check).slice(-1)).toEqual([
    { provider: "scope_guard", deny: ["app/db", "app/ci"] },
  ]);
  expect(goal.predicates[1]?.check).toEqual({ provider: "landed", wanted: "pr" });
  expect(goal.predicates[3]?.check).toMatchObject({
    metric: { command: "sh", args: ["-c", "ls | wc -l"] },
    direction: "higher_better",
    baseline: { kind: "stored" },
    allowedRegression: 1,
  });
});

test.each(["", '[integration]\nmode = "none"', '[integration]\nbranch = "x"'])(
  "loadGoal() adds nothing for %j",
  (table) => {
    expect(goalOf(`id = "g"\n${CHECK}${table}`).predicates).toHaveLength(1);
  },
);

test("a predicate that the file calls landed takes the place of ours", () => {
  const own = CHECK.replace('"p"', '"landed"');
  const goal = goalOf(`id = "g"\n${own}[integration]\nmode = "merge"`);
  expect(goal.predicates.map((it) => it.check.provider)).toEqual(["custom_script"]);
});

test.each([
  [
    `${CHECK.replace('"p"', '"count"')}${ENFORCED}`,
    "[[predicate]] #1 and [[enforcement.guard]] #1",
  ],
  [
    `${CHECK.replace('"p"', '"scope_deny_paths"')}[scope]\ndeny = ["x"]`,
    "[[predicate]] #1 and [scope].deny",
  ],
])("loadGoal() refuses an id that it gives itself: %#", (text, who) => {
  expect(told(`id = "g"\n${text}`).join("\n")).toContain(`is declared twice: ${who}`);
});

test("loadGoal() says where the metric of an enforcement guard is wrong", () => {
  expect(told(`id = "g"\n${CHECK}[[enforcement.guard]]\nid = "a"\nmetric = { cmd = 1 }`))
    .toMatchInlineSnapshot(`
    [
      "8:18 invalid-value ratchet predicate "a" requires a metric table with a non-empty string "cmd" (got 1)",
    ]
  `);
});

test("a goal that creates something is enforced, and others are when they say so", () => {
  const enforcement = {
    enabled: true,
    cleanTree: true,
    cleanRef: "HEAD",
    failOnSkip: true,
    readOnlyPaths: [],
    fixerReadOnlyPaths: [],
    demonstratorWritePaths: [],
  };
  expect(goalOf(`id = "g"\nmode = "create"\n${CHECK}`).enforcement).toEqual(enforcement);
  expect(goalOf(`id = "g"\n${CHECK}[enforcement]`).enforcement).toEqual(enforcement);
  expect(goalOf(`id = "g"\n${CHECK}`).enforcement).toBeUndefined();
});

test("what enforcement calls read-only is sealed, unless enforcement is off", () => {
  const table = '[enforcement]\nread_only_paths = ["test/acceptance", "./"]\n';
  expect(goalOf(`id = "g"\n${CHECK}${table}`).seal.sealedInputs).toEqual(["test/acceptance", "**"]);
  const off = goalOf(`id = "g"\n${CHECK}${table}enabled = false\n${ENFORCED}`);
  expect(off.seal.sealedInputs).toEqual([]);
  expect(off.predicates).toHaveLength(1);
});

test("loadGoal() refuses more predicates than a goal may have, whoever adds them", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => CHECK.replace('"p"', `"p${index}"`));
  expect(goalOf(`id = "g"\n${many.join("")}`).predicates).toHaveLength(1_000);
  expect(told(`id = "g"\n${many.join("")}[integration]\nmode = "pr"`).join()).toContain(
    "too-many-predicates goal-file may come to at most 1000 predicates with scenarios and guards (got 1001)",
  );
});
