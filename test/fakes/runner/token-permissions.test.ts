import { expect, test } from "vitest";
import { applyPermissions, defaultTokenPermissions, findExcess } from "./token-permissions.ts";

const restricted = defaultTokenPermissions("read");
const permissive = defaultTokenPermissions("write");

test.each([
  ["the restricted default", restricted, undefined, "contents", "read"],
  ["the restricted default for issues", restricted, undefined, "issues", "none"],
  ["the permissive default", permissive, undefined, "issues", "write"],
  ["the permissive default for id-token", permissive, undefined, "id-token", "none"],
  ["a named scope", restricted, { issues: "write" }, "issues", "write"],
  ["a scope that is not named", permissive, { issues: "write" }, "contents", "none"],
  ["nothing", permissive, {}, "contents", "none"],
  ["read-all", restricted, "read-all", "issues", "read"],
  ["write-all", restricted, "write-all", "contents", "write"],
] as const)("applyPermissions(): %s", (_name, above, permissions, scope, level) => {
  expect(applyPermissions(above, permissions)[scope]).toBe(level);
});

test("findExcess() names the first scope that goes beyond the caller's", () => {
  expect(findExcess({ contents: "write" }, { contents: "read" })).toBe(
    "is requesting 'contents: write', but is only allowed 'contents: read'",
  );
  expect(findExcess({ contents: "read" }, { contents: "write" })).toBeUndefined();
});
