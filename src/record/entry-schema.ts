import { z } from "zod";
import type { Entry } from "../model/entry.ts";
import { baselinesSchema } from "./baseline-schema.ts";
import {
  branchName,
  count,
  id,
  moment,
  nonce,
  oid,
  sentence,
  type KeysOf,
} from "./basic-schema.ts";
import { decisionSchema } from "./decision-schema.ts";
import {
  approvalSchema,
  attemptSchema,
  ceilingsSchema,
  claimSchema,
  landingSchema,
  spendSchema,
  targetSchema,
  verdictsSchema,
} from "./run-schema.ts";

type EntryOf<K extends Entry["kind"]> = Extract<Entry, { readonly kind: K }>;

const byKind = {
  opened: z.strictObject({
    kind: z.literal("opened"),
    atMs: moment,
    goal: id,
    generation: z.int().positive(),
    approval: approvalSchema,
    ceilings: ceilingsSchema,
    target: targetSchema.exactOptional(),
    branch: branchName,
    base: oid,
    head: oid,
    baselines: baselinesSchema.exactOptional(),
  } satisfies KeysOf<EntryOf<"opened">>),
  claimed: z.strictObject({
    kind: z.literal("claimed"),
    atMs: moment,
    claim: claimSchema,
  } satisfies KeysOf<EntryOf<"claimed">>),
  settled: z.strictObject({
    kind: z.literal("settled"),
    atMs: moment,
    iteration: count,
    epoch: count,
    nonce,
    spend: spendSchema,
    observed: verdictsSchema,
    attempt: attemptSchema.exactOptional(),
    head: oid,
    baselines: baselinesSchema.exactOptional(),
    decision: decisionSchema,
  } satisfies KeysOf<EntryOf<"settled">>),
  released: z.strictObject({
    kind: z.literal("released"),
    atMs: moment,
    epoch: count,
    nonce,
    spend: spendSchema,
    reason: sentence,
    decision: decisionSchema,
  } satisfies KeysOf<EntryOf<"released">>),
  landed: z.strictObject({
    kind: z.literal("landed"),
    atMs: moment,
    landing: landingSchema,
    verdicts: verdictsSchema.exactOptional(),
    decision: decisionSchema,
  } satisfies KeysOf<EntryOf<"landed">>),
  stopped: z.strictObject({
    kind: z.literal("stopped"),
    atMs: moment,
    decision: decisionSchema,
  } satisfies KeysOf<EntryOf<"stopped">>),
} satisfies { readonly [K in Entry["kind"]]: z.ZodType };

export const entrySchema: z.ZodType<Entry> = z.discriminatedUnion("kind", [
  byKind.opened,
  byKind.claimed,
  byKind.settled,
  byKind.released,
  byKind.landed,
  byKind.stopped,
]);
