import { z } from "zod";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";

const PATH = {
  wrong: "{at} must be a non-empty string",
  missing: '{owner} is missing required key "path"',
};

/** One entry of the `[[member]]` of a fleet file. */
export const FleetMember = z.object({
  path: ruledText(PATH, filled(PATH.wrong), shorterThan(500), visible).describe(
    "goal-file, relative to the fleet file",
  ),
});
export type FleetMember = z.infer<typeof FleetMember>;
