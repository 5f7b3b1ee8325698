import { z } from "zod";
import { jsonPath } from "./json-path.ts";
import { command, variables, words } from "./program.ts";
import { timeoutMs } from "./shapes.ts";

type MeasureTable = z.ZodObject<{
  cmd: z.ZodString;
  args: z.ZodDefault<z.ZodArray<z.ZodString>>;
  env: ReturnType<typeof variables>;
  path: z.ZodOptional<z.ZodString>;
  timeout_ms: z.ZodOptional<z.ZodNumber>;
}>;

/** A program that prints a number; `wrong` is said of anything else and of one without `cmd`. */
export function measure({
  wrong,
  missing,
}: {
  readonly wrong: string;
  readonly missing: string;
}): MeasureTable {
  return z.object(
    {
      cmd: command(wrong),
      args: words(`${wrong} and "args" an array of strings`).default([]),
      env: variables(),
      path: jsonPath(`${wrong} and "path" a JSONPath`)
        .optional()
        .describe("JSONPath of the number; the whole output unless it is given"),
      timeout_ms: timeoutMs().optional().describe("time for this program, in milliseconds"),
    },
    { error: (issue) => (issue.input === undefined ? missing : wrong) },
  );
}
export type Measure = z.infer<MeasureTable>;
