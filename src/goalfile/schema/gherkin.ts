import { z } from "zod";
import { notGit, PATH_RULES, toPlainPath } from "./path-rules.ts";
import { PredicateHead } from "./predicate-head.ts";
import { words } from "./program.ts";
import { reportFile } from "./report-path.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { executable } from "./setup.ts";

const ID = "{at} must be a non-empty string";
const FEATURE = {
  wrong: "{at} must be a non-empty string",
  missing: '{owner} is missing required key "feature"',
};
const RUNNER = "{at} must be a non-empty string";
const FORMAT = "{owner} has unknown verdict_format {got} (known: cucumber_json, scenario_map)";

/** One entry stands for all scenarios of its feature file. */
export const Gherkin = PredicateHead.extend({
  id: ruledText(ID, filled(ID), shorterThan(200), visible)
    .optional()
    .describe("for people; every scenario has an id of its own"),
  feature: ruledText(FEATURE, filled(FEATURE.wrong), ...PATH_RULES, notGit)
    .transform(toPlainPath)
    .describe("feature file, relative to the workspace"),
  runner_cmd: executable(RUNNER).optional().describe("program that runs the scenarios"),
  runner_args: words().default([]),
  verdict_format: z
    .enum(["cucumber_json", "scenario_map"], { error: FORMAT })
    .default("cucumber_json")
    .describe("what it reports: Cucumber's JSON, or a table from scenario to verdict"),
  report_path: reportFile(),
});
export type Gherkin = z.infer<typeof Gherkin>;
