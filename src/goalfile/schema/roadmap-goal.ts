import { z } from "zod";
import { contradiction } from "./contradiction.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { listOf } from "./shapes.ts";

const ID = {
  wrong: 'roadmap goal {index} "id" must be a non-empty string',
  missing: 'roadmap goal {index} is missing the required key "id"',
};
const PATH = "{at} must be a non-empty string";
const GOAL = "{at} must be a table";
const NEEDS = "{at} must be a list of goal-id strings";

/** One entry of the `[[goals]]` of a roadmap. */
export const RoadmapGoal = z
  .object({
    id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible).describe("names the entry"),
    path: ruledText(PATH, filled(PATH), shorterThan(500), visible)
      .optional()
      .describe("goal-file, relative to the roadmap"),
    goal: z
      .looseObject({}, { error: GOAL })
      .optional()
      .describe("the goal itself, instead of a path to it"),
    needs: listOf(ruledText(NEEDS, shorterThan(200)), NEEDS)
      .default([])
      .describe("ids of the entries that have to hold before this one is begun"),
  })
  .refine(
    (it) => it.path !== undefined || it.goal !== undefined,
    contradiction(
      "id",
      "{owner} declares no goal source — set `path` or an inline [goals.goal] table",
    ),
  )
  .refine(
    (it) => it.path === undefined || it.goal === undefined,
    contradiction("path", "{owner} declares BOTH `path` and an inline goal — use exactly one"),
  );
export type RoadmapGoal = z.infer<typeof RoadmapGoal>;
