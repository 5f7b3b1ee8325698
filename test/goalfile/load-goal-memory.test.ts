import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("no goal-file makes the loader take more than 64 MB", () => {
  const bombs = fileURLToPath(new URL("loads-bombs.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--max-old-space-size=64", bombs], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
  expect(output).toBe("17\n");
});
