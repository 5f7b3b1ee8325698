import { z } from "zod";
import { lineText } from "./rule.ts";
import { listOf } from "./shapes.ts";

const LIST = "{at} must be an array of strings";

/** Which documents an agent is reminded of. */
export const Memory = z.object({
  corpus: listOf(lineText(LIST), LIST).optional().describe("read; the agent reads the repository"),
});
export type Memory = z.infer<typeof Memory>;
