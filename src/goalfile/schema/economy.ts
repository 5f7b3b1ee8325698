import { z } from "zod";
import { flag } from "./shapes.ts";

/** What is saved on. */
export const Economy = z.object({
  debrief: flag().default(false).describe("read; nobody is asked what was learnt"),
});
export type Economy = z.infer<typeof Economy>;
