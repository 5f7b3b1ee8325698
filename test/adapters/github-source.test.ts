import { afterAll, beforeAll, expect, test } from "vitest";
import { createGitHubSource } from "../../src/adapters/github-source.ts";
import type { Source } from "../../src/ports/source.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

let it: GitHubUnderTest;
let source: Source;
let head: string;
const LARGE = "0123456789abcdef\n".repeat(100_000);

beforeAll(async () => {
  it = await githubUnderTest({
    ".kazi/goals/one.toml": 'id = "grüße"\n',
    ".kazi/goals/deep/two.goal.toml": "x",
    ".kazi/config.toml": "",
    "src/a b#c.txt": "odd name\n",
    "large.txt": LARGE,
  });
  source = createGitHubSource(it.repository);
  head = await it.head("heads/main");
});
afterAll(async () => await it.close());

test("defaultBranch() and branch() name what stands there", async () => {
  expect(await source.defaultBranch()).toBe("main");
  expect(await source.branch("main")).toBe(head);
  expect(await source.branch("mai")).toBeUndefined();
  await it.commit("feature/x#1", "x.txt", "x");
  expect(await source.branch("feature/x#1")).toBe(await it.head("heads/feature/x#1"));
});

test.each([
  [".kazi/goals/one.toml", 'id = "grüße"\n'],
  ["src/a b#c.txt", "odd name\n"],
  [".kazi/config.toml", ""],
  ["large.txt", LARGE],
])("file() gives the bytes of %s", async (path, text) => {
  const bytes = await source.file(head, path, 2_000_000);
  expect(Buffer.from(bytes ?? []).toString()).toBe(text);
  expect(bytes).toBeDefined();
});

test("file() is undefined for what is absent, a folder, too large, or at no commit", async () => {
  expect(await source.file(head, "none.txt", 100)).toBeUndefined();
  expect(await source.file(head, ".kazi/goals", 100)).toBeUndefined();
  expect(await source.file(head, "large.txt", 1_000)).toBeUndefined();
  expect(await source.file("a".repeat(40), "README.md", 100)).toBeUndefined();
  // A branch could move between two reads.
  expect(await source.file("main", "README.md", 100)).toBeUndefined();
});

test("list() has all files below a folder, at that commit", async () => {
  expect(await source.list(head, ".kazi")).toEqual([
    ".kazi/config.toml",
    ".kazi/goals/deep/two.goal.toml",
    ".kazi/goals/one.toml",
  ]);
  expect(await source.list(head, ".kazi/goals/deep")).toEqual([".kazi/goals/deep/two.goal.toml"]);
  expect(await source.list(head, "none")).toEqual([]);
  expect(await source.list("b".repeat(40), ".kazi")).toEqual([]);
  expect(await source.list(head, "")).toContain("README.md");
});

test("commit() says what GitHub knows of it", async () => {
  const oid = await it.commit("feature/committed", "y.txt", "y");
  const found = await source.commit(oid);
  expect(found).toMatchObject({ oid, parents: [head] });
  expect(found?.tree).toMatch(/^[0-9a-f]{40}$/);
  expect(await source.commit("c".repeat(40))).toBeUndefined();
  expect(await source.commit("main")).toBeUndefined();
});

test("commit() walks back over many with few requests", async () => {
  const line = [head];
  for (const name of ["1", "2", "3", "4", "5"]) {
    line.unshift(await it.commit("main", `walked/${name}.txt`, name));
  }
  const before = asked();
  const fresh = createGitHubSource(it.repository);
  let at: string | undefined = line[0];
  const walked: string[] = [];
  while (at !== undefined && walked.length < line.length) {
    walked.push(at);
    at = (await fresh.commit(at))?.parents[0];
  }
  expect(walked).toEqual(line);
  expect(asked() - before).toBe(2);
});

function asked(): number {
  return [...it.repository.client.calls]
    .filter(([route]) => route.includes("/commits"))
    .reduce((sum, [, count]) => sum + count, 0);
}
