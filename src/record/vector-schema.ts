import { z } from "zod";
import type {
  Counts,
  Evidence,
  Finding,
  Isolation,
  PredicateResult,
  Vector,
} from "../model/vector.ts";
import { baselinesSchema } from "./baseline-schema.ts";
import { amount, count, id, moment, oid, type KeysOf, type MembersOf } from "./basic-schema.ts";
import { FILES_MAX, FINDINGS_MAX, PREDICATES_MAX } from "./limits.ts";
import { statusSchema } from "./run-schema.ts";

/** Room for the sentence that a cut leaves in the middle of a text. */
const EXCERPT_CHARACTERS_MAX = 9_000;
const TEXT_CHARACTERS_MAX = 4_096;

const text = z.string().max(TEXT_CHARACTERS_MAX);

const findingSchema: z.ZodType<Finding> = z.strictObject({
  file: text,
  line: count.exactOptional(),
  column: count.exactOptional(),
  rule: z.string().max(200).exactOptional(),
  level: z.enum({
    error: "error",
    warning: "warning",
    note: "note",
  } satisfies MembersOf<Finding["level"]>),
  message: text,
} satisfies KeysOf<Finding>);

const countsSchema: z.ZodType<Counts> = z.strictObject({
  passed: count,
  failed: count,
  skipped: count,
  total: count,
} satisfies KeysOf<Counts>);

const evidenceSchema: z.ZodType<Evidence> = z.strictObject({
  message: z.string().max(500),
  seen: text.exactOptional(),
  wanted: text.exactOptional(),
  findings: z.array(findingSchema).max(FINDINGS_MAX),
  counts: countsSchema.exactOptional(),
  excerpt: z.string().max(EXCERPT_CHARACTERS_MAX).exactOptional(),
  files: z.array(z.string().max(300)).max(FILES_MAX).exactOptional(),
  durationMs: amount,
} satisfies KeysOf<Evidence>);

const resultSchema: z.ZodType<PredicateResult> = z.strictObject({
  id,
  status: statusSchema,
  evidence: evidenceSchema,
  score: z.number().min(0).max(1).exactOptional(),
  permanent: z.boolean(),
  baselines: baselinesSchema.exactOptional(),
} satisfies KeysOf<PredicateResult>);

export const vectorSchema: z.ZodType<Vector> = z.strictObject({
  commit: oid,
  tree: oid,
  observedAtMs: moment,
  isolation: z.enum({
    namespace: "namespace",
    "process-group": "process-group",
  } satisfies MembersOf<Isolation>),
  results: z
    .array(resultSchema)
    .max(PREDICATES_MAX)
    .refine(
      (results) => new Set(results.map((it) => it.id)).size === results.length,
      "expected each predicate once",
    ),
} satisfies KeysOf<Vector>);
