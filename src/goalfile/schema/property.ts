import type { z } from "zod";
import { mergeStderr } from "./custom-script.ts";
import { command, Program, words } from "./program.ts";
import { positiveInteger } from "./shapes.ts";

export const Property = Program.extend({
  cmd: command().default("mix"),
  args: words().default(["test"]),
  num_tests: positiveInteger()
    .default(100)
    .describe("how many examples a property is tried with; for the score"),
  merge_stderr: mergeStderr(true),
});
export type Property = z.infer<typeof Property>;
