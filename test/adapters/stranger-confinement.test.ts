import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { strangerConfinement } from "../../src/adapters/stranger-confinement.ts";

const checkout = { root: "/p/repo", gitDir: "/p/repo/.git/worktrees/w", commonDir: "/p/repo/.git" };
const git = [checkout.commonDir, checkout.gitDir];
const bench = "/t/kazi-1";

test.each([
  ["the clone", "/t/kazi-1/agent", ["/t/kazi-1/agent", "/t/kazi-1/agent-origin.git"]],
  ["a folder in it", "/t/kazi-1/agent/a/b", ["/t/kazi-1/agent", "/t/kazi-1/agent-origin.git"]],
  ["a clone with dots", "/t/kazi-1/..agent", ["/t/kazi-1/..agent", "/t/kazi-1/..agent-origin.git"]],
  ["the bench itself", "/t/kazi-1", []],
  ["beside it", "/t/kazi-12/agent", []],
  ["the checkout", "/p/repo", []],
])("strangerConfinement() opens what belongs to %s", (_name, cwd, writable) => {
  const { readOnly, ...rest } = strangerConfinement({ checkout, home: "/h", bench }, cwd);
  expect(rest.writable).toEqual(writable);
  expect(readOnly).toEqual([...git, "/p/repo", bench]);
});

test.each([
  ["HOME", "/p/repo", "/p/repo"],
  ["a folder above HOME", "/p", "/p/repo"],
  ["a folder above the temporary folder", path.dirname(path.resolve(os.tmpdir())), "/h"],
  ["a folder above the bench", "/t", "/h"],
])(
  "strangerConfinement() leaves a checkout open that is %s, and closes git's part",
  (_n, root, home) => {
    const place = { checkout: { ...checkout, root }, home, bench };
    expect(strangerConfinement(place, "/").readOnly).toEqual([...git, bench]);
  },
);

test("strangerConfinement() opens nothing before there is a bench", () => {
  const place = { checkout, home: "/p/repo2", bench: undefined };
  expect(strangerConfinement(place, "/p/repo")).toEqual({
    readOnly: [...git, "/p/repo"],
    writable: [],
  });
});
