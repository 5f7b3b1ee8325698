import { z } from "zod";
import {
  type BrokenRule,
  filled,
  ruledText,
  shorterThan,
  toShown,
  visible,
  type Wording,
} from "./rule.ts";
import { listOf, positiveInteger } from "./shapes.ts";
import { toGroupId } from "./to-group-id.ts";

const ID = {
  wrong: '[[group]] {index} "id" must be a non-empty string',
  missing: '[[group]] {index} is missing required key "id"',
};
const TEXT = "{at} must be a non-empty string";
const NEEDS = "{at} must be an array of non-empty strings";

/** One entry of `[[group]]`. */
export const Group = z.object({
  id: groupName(ID).describe("name of the group; normalised to lower case words joined by -"),
  name: ruledText(TEXT, filled(TEXT), shorterThan(500))
    .transform(toShown)
    .optional()
    .describe("what people see; the id as it is written when absent"),
  parent: groupName(TEXT).optional().describe("group that this one is a part of"),
  budget: positiveInteger().optional().describe("iterations that the group may take"),
  needs: listOf(groupName(NEEDS), NEEDS)
    .default([])
    .describe("groups that have to hold before this one is worked on"),
});
export type Group = z.infer<typeof Group>;

/** How a group is called wherever one is named; `toGroupId` makes one of all spellings. */
export function groupName(wording: Wording): z.ZodString {
  const wrong = typeof wording === "string" ? wording : wording.wrong;
  return ruledText(wording, filled(wrong), shorterThan(200), visible, hasLetters);
}

function hasLetters(text: string): BrokenRule | undefined {
  if (toGroupId(text) !== "") return undefined;
  return {
    template: '{at} must have a letter a-z or a digit besides the word "and" (got {got})',
    suggestion: "Say the rest in its name.",
  };
}
