import { z } from "zod";
import { filled, flagValue, ruledText, shorterThan, visible } from "./rule.ts";
import { sealGlobs } from "./seal.ts";
import { flag } from "./shapes.ts";

const CLEAN_REF = "{at} must be a non-empty string";
const READ_ONLY = "{at} must be a list of strings";
const GUARDS = "[[enforcement.guard]] must be an array of tables";
const GUARD = "[[enforcement.guard]] must be a table";
const GUARD_ID = 'enforcement guard is missing a non-empty string "id"';
const DIRECTION =
  'enforcement guard "direction" must be "higher_better" or "lower_better", got {got}';
const BASELINE = 'enforcement guard "baseline" must be a number or a non-empty string, got {got}';
const ROLES = "[enforcement.roles] must be a table";
const FIXER = "[enforcement.roles.fixer] must be a table";
const FIXER_PATHS = '[enforcement.roles.fixer] "read_only_paths" must be an array of strings';
const DEMONSTRATOR = "[enforcement.roles.demonstrator] must be a table";
const DEMONSTRATOR_PATHS =
  '[enforcement.roles.demonstrator] "allowed_write_paths" must be an array of strings';
const REGRESSION = 'enforcement guard "allowed_regression" must be a number';

/** One `[[enforcement.guard]]`; the ratchet that it becomes says what else is wrong with it. */
const EnforcementGuard = z.object(
  {
    id: ruledText(GUARD_ID, filled(GUARD_ID), shorterThan(200), visible).describe(
      "id of the guard predicate that it becomes",
    ),
    metric: z
      .looseObject({}, { error: 'enforcement guard requires a "metric" table' })
      .describe("program that prints the number: cmd, args, env, path, timeout_ms"),
    direction: z
      .enum(["higher_better", "lower_better"], { error: DIRECTION })
      .default("higher_better")
      .describe("which way the number gets better"),
    baseline: z
      .union([z.number(), z.string().min(1, { error: BASELINE })], { error: BASELINE })
      .default("stored")
      .describe("number, git ref, or stored: the best that was kept"),
    allowed_regression: z
      .number({ error: REGRESSION })
      .default(0)
      .describe("how much worse than the baseline still passes"),
  },
  { error: GUARD },
);

/** How evidence is kept honest. */
export const Enforcement = z.object({
  enabled: flag().default(true).describe("false leaves out everything below"),
  clean_tree: flag()
    .default(true)
    .describe("read; every check runs in a fresh copy whatever it says"),
  clean_ref: flagValue(CLEAN_REF)
    .default("HEAD")
    .describe("read; graders come from the approved commit whatever it says"),
  fail_on_skip: flag()
    .default(true)
    .describe("what passes with skipped tests fails, where they are counted"),
  read_only_paths: sealGlobs(READ_ONLY).describe("files that grade the work: sealed"),
  guard: z
    .array(EnforcementGuard, { error: GUARDS })
    .max(1_000, { error: "[[enforcement.guard]] must have at most 1000 items" })
    .default([])
    .describe("numbers that may get better and not worse"),
  roles: z
    .object(
      {
        fixer: z
          .object({ read_only_paths: sealGlobs(FIXER_PATHS) }, { error: FIXER })
          .optional()
          .describe("read_only_paths: files that the agent may not change, sealed as well"),
        demonstrator: z
          .object({ allowed_write_paths: sealGlobs(DEMONSTRATOR_PATHS) }, { error: DEMONSTRATOR })
          .optional()
          .describe("allowed_write_paths: read, nothing demonstrates here"),
      },
      { error: ROLES },
    )
    .optional()
    .describe("what each kind of agent may touch"),
});
export type Enforcement = z.infer<typeof Enforcement>;
