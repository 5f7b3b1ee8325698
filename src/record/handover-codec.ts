import { z } from "zod";
import type {
  ClaimTicket,
  DispatchReport,
  Observation,
  ReportedOutcome,
} from "../model/handover.ts";
import type { RefusedPath } from "../model/run.ts";
import { baselinesSchema } from "./baseline-schema.ts";
import { amount, branchName, count, digest, id, line, moment, nonce, oid } from "./basic-schema.ts";
import type { KeysOf } from "./basic-schema.ts";
import { boundVector } from "./bound-vector.ts";
import { PREDICATES_MAX } from "./limits.ts";
import { parseDocument } from "./parse-document.ts";
import { claimKindSchema, endingSchema, reservationSchema, usageSchema } from "./run-schema.ts";
import { vectorSchema } from "./vector-schema.ts";

/** Bytes of a document of another job that are worth reading. */
export const HANDOVER_BYTES_MAX = 10_000_000;

/** A candidate may change this many paths, and a goal may have this many graders. */
const PATHS_MAX = 10_000;
const CHARACTERS_MAX = 40_000_000;
const DENIED_MAX = 1_000;
const HANDOVER = { charactersMax: CHARACTERS_MAX, code: "handover-invalid" } as const;

const paths = z.array(z.string().min(1).max(4_096)).max(PATHS_MAX);

const ticketSchema: z.ZodType<ClaimTicket> = z.strictObject({
  format: z.literal(1),
  goal: id,
  generation: z.int().positive(),
  epoch: z.int().positive(),
  nonce,
  iteration: count,
  kind: claimKindSchema,
  head: oid,
  branchHead: oid.exactOptional(),
  base: oid,
  branch: branchName,
  baseBranch: branchName,
  graders: oid,
  goalDigest: digest,
  approvalDigest: digest,
  deadlineMs: moment,
  reservation: reservationSchema,
  failing: z.array(id).max(PREDICATES_MAX),
  baselines: baselinesSchema.exactOptional(),
} satisfies KeysOf<ClaimTicket>);

const outcomeSchema: z.ZodType<ReportedOutcome> = z.strictObject({
  ending: endingSchema,
  summary: line(300),
  usage: usageSchema,
  denied: z.array(line(200)).max(DENIED_MAX),
  durationMs: amount,
} satisfies KeysOf<ReportedOutcome>);

/** A path as it stands in a tree, longer than a ledger keeps it. */
const handedRefusedSchema: z.ZodType<RefusedPath> = z.strictObject({
  path: z.string().min(1).max(4_096),
  reason: z.string().max(500),
} satisfies KeysOf<RefusedPath>);

const reportSchema: z.ZodType<DispatchReport> = z.strictObject({
  format: z.literal(1),
  epoch: z.int().positive(),
  nonce,
  candidate: oid.exactOptional(),
  outcome: outcomeSchema,
  changed: paths,
  refused: z.array(handedRefusedSchema).max(PATHS_MAX),
} satisfies KeysOf<DispatchReport>);

const observationSchema: z.ZodType<Observation> = z.strictObject({
  format: z.literal(1),
  epoch: z.int().positive(),
  nonce,
  candidate: oid.exactOptional(),
  vector: vectorSchema,
  restored: paths,
  durationMs: amount,
} satisfies KeysOf<Observation>);

/** What the claim job left. */
export function parseClaimTicket(text: string): ClaimTicket {
  return parseDocument(text, { ...HANDOVER, name: "claim ticket", schema: ticketSchema });
}

/** What the dispatch job left. */
export function parseDispatchReport(text: string): DispatchReport {
  return parseDocument(text, { ...HANDOVER, name: "dispatch report", schema: reportSchema });
}

/** What the observe job left, its evidence made plain and cut to size. */
export function parseObservation(text: string): Observation {
  const observation = parseDocument(text, {
    ...HANDOVER,
    name: "observation",
    schema: observationSchema,
  });
  return { ...observation, vector: boundVector(observation.vector) };
}
