import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageVersion } from "../../src/cli/version.ts";

test("packageVersion() is the one of package.json", () => {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(manifest).toContain(`"version": "${packageVersion()}"`);
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
