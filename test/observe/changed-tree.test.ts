import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Check } from "../../src/model/check.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { TreeDiff } from "../../src/ports/tree-diff.ts";
import {
  temporaryWorkshop,
  type TemporaryWorkshop,
  usualRepository,
} from "../fakes/temporary-workshop.ts";
import { givenContext, givenPredicate } from "./given-context.ts";

const STUBS: Check = { provider: "no_stubs", patterns: ["todo"], exclude: [] };
const GUARD: Check = { provider: "scope_guard", deny: ["src"] };
const DOCS: Check = {
  provider: "docs_updated",
  surfacePatterns: ["^src/"],
  docPatterns: ["^README"],
};

let shop: TemporaryWorkshop;
beforeAll(async () => {
  shop = await temporaryWorkshop(usualRepository());
});
afterAll(async () => await shop.remove());

/** What an agent left in its folder, as kazi commits it, against what it started from. */
async function candidate(files: Readonly<Record<string, string>>): Promise<TreeDiff> {
  const folder = await shop.checkout();
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  const changes = await shop.workshop.changes(folder, shop.head);
  const request = { folder, parent: shop.head, changes, message: "Candidate", atMs: 0 };
  return shop.workshop.diff(shop.head, (await shop.workshop.commit(request)) ?? shop.head);
}

test.each<readonly [string, Check, Readonly<Record<string, string>>, "pass" | "fail"]>([
  ["untracked stubs are not invisible", STUBS, { "src/new.ts": "// TODO\n" }, "fail"],
  [
    "stubs that .gitattributes call binary are not invisible",
    STUBS,
    { ".gitattributes": "* binary\n", "src/one.ts": "// todo\n" },
    "fail",
  ],
  ["a byte that is no text hides no stub", STUBS, { "src/one.ts": "\0\n// todo\n" }, "fail"],
  ["stubs of a test are its own affair", STUBS, { "test/new.test.ts": "// TODO\n" }, "pass"],
  ["finished work", STUBS, { "src/new.ts": "export {};\n" }, "pass"],
  ["an untracked file below a denied folder", GUARD, { "src/new.ts": "export {};\n" }, "fail"],
  ["a change below a denied folder", GUARD, { "src/one.ts": "export {};\n" }, "fail"],
  ["a change elsewhere", GUARD, { "README.md": "# Other\n" }, "pass"],
  ["a surface without documents", DOCS, { "src/new.ts": "export {};\n" }, "fail"],
  ["a surface with documents", DOCS, { "src/new.ts": "export {};\n", "README.md": "#\n" }, "pass"],
  ["nothing changed", DOCS, {}, "pass"],
])("a candidate: %s", async (_case, check, files, status) => {
  const context = givenContext({ context: { diff: await candidate(files) } });
  await expect(evaluate(givenPredicate(check), context)).resolves.toMatchObject({ status });
});
