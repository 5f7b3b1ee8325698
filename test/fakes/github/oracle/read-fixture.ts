import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";

const folder = join(import.meta.dirname, "..", "..", "..", "fixtures", "github-api");

/** One of the files that `cut-openapi.mjs` reads or writes. */
export function readFixture<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
}
