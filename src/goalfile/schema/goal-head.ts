import { z } from "zod";
import { filled, ruledText, shorterThan, toShown, visible } from "./rule.ts";
import { flag } from "./shapes.ts";

const ID = {
  wrong: "{at} must be a non-empty string",
  missing: 'goal-file is missing required key "id"',
};
const TEXT = "{at} must be a string";

/** The keys that stand above the first table. */
export const GoalHead = z.object({
  id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible).describe("names the goal"),
  name: ruledText(TEXT, shorterThan(500))
    .transform(toShown)
    .optional()
    .describe("what people call it"),
  description: ruledText(TEXT, shorterThan(10_000))
    .transform(toShown)
    .optional()
    .describe("what it is for; told to the agent"),
  mode: z
    .enum(["repair", "create"], {
      error: (issue) =>
        typeof issue.input === "string"
          ? '{at} must be one of "create", "repair" (got {got})'
          : TEXT,
    })
    .default("repair")
    .describe("create: must start red, and guards are enforced; repair: may find nothing to do"),
  standing: flag().default(false).describe("kept true for ever instead of ending when it holds"),
});
export type GoalHead = z.infer<typeof GoalHead>;
