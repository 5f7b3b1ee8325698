import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const PRICE = `/** An amount of cents as people write it: 123456 is "1,234.56". */
export function formatPrice(cents) {
  return String(cents / 100);
}

/** The other way round. */
export function parsePrice(text) {
  return Number(text) * 100;
}
`;
const TEST = `import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPrice, parsePrice } from "../src/price.js";

test("formats cents with two digits and separators", () => {
  assert.equal(formatPrice(123456), "1,234.56");
  assert.equal(formatPrice(-5), "-0.05");
});

test("parses what people write", () => {
  assert.equal(parsePrice("1,234.56"), 123456);
  assert.equal(parsePrice("1,234,567.89"), 123456789);
});

test("parses a plain number", () => {
  assert.equal(parsePrice("12"), 1200);
});
`;
const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "price", "private": true, "type": "module" }\n',
  "src/price.js": PRICE,
  "test/price.test.js": TEST,
  "README.md": "# price\n\nFormats and parses prices. Two of its three tests fail.\n",
};

/** What the small repository holds. */
export function demoFiles(): Readonly<Record<string, string>> {
  return FILES;
}

/** The ten-line goal-file of the demonstration, with the agent that works on it. */
export function demoGoal(harness: string): string {
  return `id = "price-tests-pass"
name = "Prices are formatted and parsed correctly"
description = "formatPrice and parsePrice in src/price.js must do what their comments say."

[budget]
max_dispatches = 5

[scope]
paths = ["src"]

[harness]
${harness}

[[predicate]]
id = "tests"
provider = "test_runner"
description = "The test suite passes."
cmd = "node"
args = ["--test"]

[[predicate]]
id = "still-documented"
provider = "custom_script"
description = "Both functions keep the comment that says what they do."
guard = true
cmd = "grep"
args = ["-c", "^/\\\\*\\\\*", "src/price.js"]
`;
}

/** Makes a small real repository whose suite fails. */
export function makeDemoRepository(folder: string, goal: string): void {
  for (const [name, text] of Object.entries({ ...FILES, ".kazi/goals/price.goal.toml": goal })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const steps = [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    [
      "-c",
      "user.name=Demo",
      "-c",
      "user.email=demo@localhost",
      "-c",
      "commit.gpgsign=false",
      "commit",
      "--quiet",
      "--no-verify",
      "--message",
      "A price library with failing tests",
    ],
  ];
  for (const step of steps)
    execFileSync("git", step, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
