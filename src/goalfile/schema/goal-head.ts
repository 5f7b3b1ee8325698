import { z } from "zod";
import { toPlainText } from "../../model/plain-text.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { flag } from "./shapes.ts";

const ID = {
  wrong: "{at} must be a non-empty string",
  missing: 'goal-file is missing required key "id"',
};
const TEXT = "{at} must be a string";

/** The keys that stand above the first table. */
export const GoalHead = z.object({
  id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible),
  name: ruledText(TEXT, shorterThan(500)).transform(toPlainText).optional(),
  description: ruledText(TEXT, shorterThan(10_000)).transform(toPlainText).optional(),
  mode: z
    .enum(["repair", "create"], {
      error: (issue) =>
        typeof issue.input === "string"
          ? '{at} must be one of "create", "repair" (got {got})'
          : TEXT,
    })
    .default("repair"),
  standing: flag().default(false),
});
export type GoalHead = z.infer<typeof GoalHead>;
