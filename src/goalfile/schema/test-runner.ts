import type { z } from "zod";
import { Program } from "./program.ts";
import { reportGlob } from "./report-path.ts";

export const TestRunner = Program.extend({ report: reportGlob() });
export type TestRunner = z.infer<typeof TestRunner>;
