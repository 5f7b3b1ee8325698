import { z } from "zod";
import type { IntegrationLevel } from "../model/integration.ts";
import type {
  Approval,
  ApprovalPointer,
  Attempt,
  CandidateFate,
  Ceilings,
  Claim,
  HarnessEnding,
  HistoryItem,
  Holder,
  Landing,
  ProcessHolder,
  RefusedPath,
  Reservation,
  RunHolder,
  RunState,
  RunStatus,
  Spend,
  Target,
  Usage,
  Verdict,
} from "../model/run.ts";
import type { Status } from "../model/vector.ts";
import { baselinesSchema } from "./baseline-schema.ts";
import {
  amount,
  branchName,
  count,
  digest,
  id,
  line,
  moment,
  nonce,
  oid,
  path,
  sentence,
  word,
  type KeysOf,
  type MembersOf,
} from "./basic-schema.ts";
import { causeSchema, decisionSchema, stopStatusSchema } from "./decision-schema.ts";
import { HISTORY_MAX, PREDICATES_MAX } from "./limits.ts";

const LISTED_MAX = 1_000;
const SCOPE_PATHS_MAX = 10_000;

export const statusSchema = z.enum({
  pass: "pass",
  fail: "fail",
  error: "error",
  unknown: "unknown",
} satisfies MembersOf<Status>);

const levelSchema = z.enum({
  none: "none",
  commit: "commit",
  branch: "branch",
  pr: "pr",
  merge: "merge",
} satisfies MembersOf<IntegrationLevel>);

const fateSchema = z.enum({
  kept: "kept",
  discarded: "discarded",
  void: "void",
  none: "none",
} satisfies MembersOf<CandidateFate>);

export const endingSchema = z.enum({
  completed: "completed",
  denied: "denied",
  auth: "auth",
  quota: "quota",
  "rate-limited": "rate-limited",
  overloaded: "overloaded",
  "context-overflow": "context-overflow",
  "unknown-model": "unknown-model",
  network: "network",
  "timed-out": "timed-out",
  crashed: "crashed",
  garbage: "garbage",
  missing: "missing",
} satisfies MembersOf<HarnessEnding>);

export const claimKindSchema = z.enum({
  observe: "observe",
  dispatch: "dispatch",
} satisfies MembersOf<Claim["kind"]>);

const viaSchema = z.enum({
  local: "local",
  comment: "comment",
  commit: "commit",
} satisfies MembersOf<Approval["via"]>);

type PointerOf<K extends ApprovalPointer["kind"]> = Extract<ApprovalPointer, { readonly kind: K }>;

const pointerSchema: z.ZodType<ApprovalPointer> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("comment"),
    commentId: count,
    pull: count,
    userId: count,
  } satisfies KeysOf<PointerOf<"comment">>),
  z.strictObject({
    kind: z.literal("commit"),
    commit: oid,
    pull: count.exactOptional(),
    userId: count,
  } satisfies KeysOf<PointerOf<"commit">>),
]);

export const targetSchema: z.ZodType<Target> = z.strictObject({
  baseBranch: branchName,
  inPlace: z.boolean(),
  pull: count.exactOptional(),
} satisfies KeysOf<Target>);

export const approvalSchema: z.ZodType<Approval> = z.strictObject({
  digest,
  goalDigest: digest,
  goalPath: line(4_096),
  graders: oid,
  commit: oid,
  harness: word,
  model: word.exactOptional(),
  via: viaSchema,
  pointer: pointerSchema.exactOptional(),
  by: word,
  atMs: moment,
} satisfies KeysOf<Approval>);

export const ceilingsSchema: z.ZodType<Ceilings> = z.strictObject({
  iterationsMax: count.exactOptional(),
  dispatchesMax: count,
  wallClockMaxMs: amount,
  tokensMax: amount.exactOptional(),
  costMaxUsd: amount.exactOptional(),
  cachedReadWeight: z.number().min(0).max(1),
} satisfies KeysOf<Ceilings>);

export const reservationSchema: z.ZodType<Reservation> = z.strictObject({
  tokens: amount.exactOptional(),
  costUsd: amount.exactOptional(),
  wallClockMs: amount,
} satisfies KeysOf<Reservation>);

const holderSchema: z.ZodType<Holder> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("process"),
    host: word,
    boot: word,
    pid: count,
    startedAt: word,
  } satisfies KeysOf<ProcessHolder>),
  z.strictObject({
    kind: z.literal("workflow-run"),
    runId: count,
    attempt: count,
  } satisfies KeysOf<RunHolder>),
]);

export const claimSchema: z.ZodType<Claim> = z.strictObject({
  iteration: count,
  epoch: z.int().positive(),
  nonce,
  kind: claimKindSchema,
  holder: holderSchema,
  atMs: moment,
  deadlineMs: moment,
  reservation: reservationSchema,
  head: oid,
  paths: z.array(z.string().max(4_096)).max(SCOPE_PATHS_MAX),
} satisfies KeysOf<Claim>);

export const usageSchema: z.ZodType<Usage> = z.strictObject({
  inputTokens: amount.exactOptional(),
  cachedInputTokens: amount.exactOptional(),
  cacheWriteTokens: amount.exactOptional(),
  outputTokens: amount.exactOptional(),
  reasoningTokens: amount.exactOptional(),
  costUsd: amount.exactOptional(),
} satisfies KeysOf<Usage>);

export const spendSchema: z.ZodType<Spend> = z.strictObject({
  iterations: count,
  dispatches: count,
  wallClockMs: amount,
  tokens: amount,
  costUsd: amount,
  usage: usageSchema,
  unreported: count,
} satisfies KeysOf<Spend>);

const verdictSchema: z.ZodType<Verdict> = z.strictObject({
  id,
  status: statusSchema,
  score: z.number().min(0).max(1).exactOptional(),
  signature: line(64),
  message: line(200),
  permanent: z.boolean(),
  waived: z.literal(true).exactOptional(),
} satisfies KeysOf<Verdict>);

export const verdictsSchema = z
  .array(verdictSchema)
  .max(PREDICATES_MAX)
  .refine(
    (verdicts) => new Set(verdicts.map((it) => it.id)).size === verdicts.length,
    "expected each predicate once",
  );

const refusedSchema: z.ZodType<RefusedPath> = z.strictObject({
  path,
  reason: line(500),
} satisfies KeysOf<RefusedPath>);

export const attemptSchema: z.ZodType<Attempt> = z.strictObject({
  ending: endingSchema,
  summary: line(300),
  changed: z.array(path).max(LISTED_MAX),
  refused: z.array(refusedSchema).max(LISTED_MAX),
  fate: fateSchema,
  regressed: z.array(id).max(PREDICATES_MAX),
} satisfies KeysOf<Attempt>);

const historyItemSchema: z.ZodType<HistoryItem> = z.strictObject({
  iteration: count,
  vector: verdictsSchema,
  attempt: attemptSchema.exactOptional(),
} satisfies KeysOf<HistoryItem>);

export const landingSchema: z.ZodType<Landing> = z.strictObject({
  wanted: levelSchema,
  reached: levelSchema,
  revision: oid,
  reason: sentence.exactOptional(),
  atMs: moment,
} satisfies KeysOf<Landing>);

const runStatusSchema: z.ZodType<RunStatus> = z.union([
  z.enum({
    running: "running",
    converged: "converged",
  } satisfies MembersOf<Exclude<RunStatus, z.infer<typeof stopStatusSchema>>>),
  stopStatusSchema,
]);

export const runStateSchema: z.ZodType<RunState> = z.strictObject({
  format: z.literal(1),
  goal: id,
  generation: z.int().positive(),
  sequence: count,
  epoch: count,
  status: runStatusSchema,
  cause: causeSchema.exactOptional(),
  approval: approvalSchema,
  ceilings: ceilingsSchema,
  target: targetSchema.exactOptional(),
  branch: branchName,
  base: oid,
  head: oid,
  claim: claimSchema.exactOptional(),
  iteration: z.int().min(-1),
  spent: spendSchema,
  vector: verdictsSchema,
  history: z.array(historyItemSchema).max(HISTORY_MAX),
  landing: landingSchema.exactOptional(),
  baselines: baselinesSchema.exactOptional(),
  next: decisionSchema,
  updatedAtMs: moment,
} satisfies KeysOf<RunState>);
