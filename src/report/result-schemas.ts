import { SCHEMA_VERSION } from "./run-result.ts";

/** A JSON Schema, draft 7. */
type Schema = Readonly<Record<string, unknown>>;

const DRAFT = "http://json-schema.org/draft-07/schema#";
const VERDICT: Schema = {
  enum: ["pass", "fail", "error", "unknown"],
  description: "only pass counts; error could not be evaluated, unknown cannot be observed here",
};
const VERSION: Schema = { const: SCHEMA_VERSION, description: "rises when a name changes" };
const GOAL_ID = text("id of the goal");
const RELEASE: Schema = { type: "null", description: "there are no releases yet" };

const FINDING = object(
  {
    file: text("empty when the tool names none"),
    line: whole(),
    column: whole(),
    rule: text(),
    level: { enum: ["error", "warning", "note"] },
    message: text(),
  },
  ["line", "column", "rule"],
);

const EVIDENCE = object(
  {
    message: text("why the verdict is what it is, one sentence"),
    seen: text(),
    wanted: text(),
    findings: list(FINDING, "at most 50"),
    counts: object({ passed: whole(), failed: whole(), skipped: whole(), total: whole() }),
    excerpt: text("head and tail of the output"),
    files: list(text(), "names of files that were kept"),
    durationMs: number(),
  },
  ["seen", "wanted", "counts", "excerpt", "files"],
);

const SPENT = {
  iterations: whole("observations that count"),
  dispatches: whole("starts of an agent"),
  tokens: number("what the agents report, read from a cache at its weight"),
  cost_usd: number(),
  wall_clock_ms: number(),
};

const CAUSE = object(
  {
    class: text("for a program, such as no_progress"),
    reason: text("what was found, one sentence"),
    next: text("what a person can do now"),
    ids: list(text(), "predicates that it is about"),
    exceeded: text("the ceiling that was reached"),
  },
  ["exceeded"],
);

const ISSUE = object(
  {
    severity: { enum: ["error", "warning"] },
    code: text("stable name of the problem"),
    file: text(),
    line: whole("from 1"),
    column: whole("from 1"),
    message: text(),
    suggestion: text("what to do"),
  },
  ["suggestion"],
);

const APPLY = document(
  {
    schema_version: VERSION,
    goal_id: nullable({ type: "string" }, "null when the goal-file did not load"),
    status: {
      enum: ["converged", "stuck", "over_budget", "error", "tampered", "stopped", "interrupted"],
      description: "only converged ends with exit code 0",
    },
    predicates: list(
      object(
        {
          id: text(),
          verdict: VERDICT,
          score: number("progress, 0 to 1"),
          prior_score: number("of the observation before"),
          direction: { const: "higher_better" },
          evidence: list(FINDING),
        },
        ["score", "prior_score", "direction", "evidence"],
      ),
      "sorted by id",
    ),
    iterations: whole(),
    budget_spent: object({ ...SPENT, exceeded: nullable({ type: "string" }, "ceiling reached") }),
    usage: map(number(), "tokens as the agents report them"),
    usage_fidelity: { const: "unreported", description: "some agent did not say what it used" },
    economy: { type: "object", description: "the same in one flat table" },
    stuck_bundle: object({
      failing_predicates: list(object({ id: text(), failure: text() })),
      changed_files: list(text()),
      bytes: whole(),
    }),
    cause: CAUSE,
    integration: object(
      {
        landed: flag(),
        wanted: text(),
        reached: text(),
        task_branch: text(),
        reason: text(),
      },
      ["reason"],
    ),
    branch: text("where kept work is"),
    head: text("the newest commit that was kept"),
    ledger: object({ generation: whole(), approval: text("digest of what was approved") }),
    next_action: { enum: ["done", "investigate", "raise_budget", "resume"] },
    reason: nullable({ type: "string" }, "why it ended, one sentence"),
    release_ref: RELEASE,
    error: text("what broke"),
    issues: list(ISSUE, "problems of the goal-file"),
  },
  [
    "budget_spent",
    "usage",
    "usage_fidelity",
    "economy",
    "stuck_bundle",
    "cause",
    "integration",
    "branch",
    "head",
    "ledger",
    "error",
    "issues",
  ],
);

const ITERATION = document(
  {
    schema_version: VERSION,
    event: { const: "iteration" },
    iteration: whole("0 only observes"),
    predicates: list(object({ id: text(), verdict: VERDICT, score: number() }, ["score"])),
    converged: flag(),
    attempt: { type: "object", description: "what the agent made of it, and what became of that" },
    budget_spent: object(SPENT),
    decision: text("what comes next"),
    release_ref: RELEASE,
  },
  ["attempt"],
);

const CHECK = document({
  schema_version: VERSION,
  goal_id: GOAL_ID,
  mode: { const: "check" },
  status: { enum: ["pass", "fail"] },
  dispatched: { const: false },
  predicates: list(
    object(
      {
        id: text(),
        verdict: VERDICT,
        waived: { const: true, description: "unknown, and optional in the goal" },
        judged_at: { const: "landing", description: "left out of the status of a check" },
        score: number(),
        evidence: EVIDENCE,
      },
      ["waived", "judged_at", "score"],
    ),
    "in the order of the goal",
  ),
  next_action: { enum: ["done", "investigate"] },
});

const STATUS = document(
  {
    schema_version: VERSION,
    kind: { const: "run" },
    ref: GOAL_ID,
    generation: whole("rises with every approval of something new"),
    status: {
      enum: ["in_progress", "converged", "stuck", "over_budget", "error", "tampered", "stopped"],
    },
    converged: flag(),
    iteration: { type: "integer", minimum: -1, description: "-1 before the first" },
    predicates: list(
      object({ id: text(), verdict: VERDICT, score: number(), message: text() }, ["score"]),
    ),
    branch: text(),
    head: text(),
    holder: holder(),
    budget_spent: object(SPENT),
    cause: CAUSE,
    release_ref: RELEASE,
    observed_at_ms: number("milliseconds since 1970"),
  },
  ["cause"],
);

const RUNS = document({
  schema_version: VERSION,
  kind: { const: "live_runs" },
  count: whole(),
  runs: list(
    object({
      goal_ref: GOAL_ID,
      run_id: text("goal and generation"),
      status: text(),
      holder: holder(),
      heartbeat_age_s: number(),
    }),
  ),
});

const LINT = document({
  schema_version: VERSION,
  ok: flag("false when a file cannot be loaded, or with --strict has any problem"),
  files: list(object({ path: text(), ok: flag(), issues: list(ISSUE) })),
});

/** What `--json` prints, by the name that `kazi schema` has for it. */
export const RESULT_SCHEMAS: Readonly<Record<string, Schema>> = {
  apply: APPLY,
  iteration: ITERATION,
  check: CHECK,
  status: STATUS,
  runs: RUNS,
  lint: LINT,
};

/** Which command prints each of them. */
export const RESULT_PURPOSES: Readonly<Record<string, string>> = {
  apply: "apply --json: the end of a run",
  iteration: "apply --json --stream: one line an iteration, before the end",
  check: "apply --check --json: one observation",
  status: "status <goal> --json: one run",
  runs: "status --json: all runs",
  lint: "lint --json: problems of goal-files",
};

function document(
  properties: Readonly<Record<string, Schema>>,
  optional?: readonly string[],
): Schema {
  return { $schema: DRAFT, ...object(properties, optional) };
}

function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

function map(values: Schema, description: string): Schema {
  return { type: "object", additionalProperties: values, description };
}

function list(items: Schema, description?: string): Schema {
  return described({ type: "array", items }, description);
}

function text(description?: string): Schema {
  return described({ type: "string" }, description);
}

function flag(description?: string): Schema {
  return described({ type: "boolean" }, description);
}

function whole(description?: string): Schema {
  return described({ type: "integer", minimum: 0 }, description);
}

function number(description?: string): Schema {
  return described({ type: "number" }, description);
}

function nullable(schema: Schema, description: string): Schema {
  return { anyOf: [schema, { type: "null" }], description };
}

function holder(): Schema {
  return {
    enum: ["none", "alive", "gone", "unknown"],
    description: "whether somebody works on it",
  };
}

function described(schema: Schema, description: string | undefined): Schema {
  return description === undefined ? schema : { ...schema, description };
}
