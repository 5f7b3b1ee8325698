import { readFile } from "node:fs/promises";
import { z } from "zod";
import { createApiRefStore } from "../src/adapters/ref-store-api.ts";
import { answerMergeGroup } from "../src/control/answer-merge-group.ts";
import { handleComment } from "../src/control/handle-comment.ts";
import { handlePull } from "../src/control/handle-pull.ts";
import { handlePush } from "../src/control/handle-push.ts";
import { putAway } from "../src/control/put-away.ts";
import { refreshRuns } from "../src/control/refresh-runs.ts";
import { showMissing } from "../src/control/show-missing.ts";
import { wakeGoals } from "../src/control/wake-goals.ts";
import { KaziError } from "../src/model/kazi-error.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { RefStore } from "../src/ports/ref-store.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { openForge } from "./open-forge.ts";
import { openRepository } from "./open-repository.ts";
import type { PhaseReport } from "./phase-report.ts";

// Of an event nothing is used but where to look: everything else is read again where it is true.
const Commented = z.object({ comment: z.object({ id: z.int() }) });
const Pulled = z.object({ pull_request: z.object({ number: z.int() }) });
const Pushed = z.object({ ref: z.string(), before: z.string(), after: z.string() });
const Queued = z.object({ merge_group: z.object({ head_sha: z.string(), head_ref: z.string() }) });

/** Answers one event where no App does. It reads committed text by the API and has no clone to run anything in. */
export async function controlPhase(inputs: Inputs, job: Job): Promise<PhaseReport> {
  const repository = await openRepository(inputs, job);
  const forge = await openForge(inputs, job, repository);
  const store = createApiRefStore(repository);
  return { outputs: {}, sentence: await answer({ forge, store, nowMs: Date.now() }, job) };
}

interface World {
  readonly forge: Forge;
  readonly store: RefStore;
  readonly nowMs: number;
}

async function answer(world: World, { runner }: Job): Promise<string> {
  const { eventName, eventPath } = runner;
  switch (eventName) {
    case "issue_comment":
      return await answerComment(world, await readEvent(eventPath, Commented));
    case "pull_request":
      return await answerPull(world, await readEvent(eventPath, Pulled));
    case "push":
      return await answerPush(world, await readEvent(eventPath, Pushed));
    case "merge_group":
      return await answerQueue(world, await readEvent(eventPath, Queued));
    case "schedule":
      return await sweep(world);
    default:
      return `Nothing is done for the event ${eventName}.`;
  }
}

async function answerComment(
  { forge, store, nowMs }: World,
  { comment }: z.infer<typeof Commented>,
): Promise<string> {
  return COMMENT_WORDS[await handleComment(forge, store, comment.id, nowMs)];
}

const COMMENT_WORDS = {
  ignored: "The comment asks for nothing.",
  done: "What the comment asks for was done.",
  refused: "The comment was answered with why it cannot be done.",
} as const;

async function answerPull(
  { forge, store, nowMs }: World,
  { pull_request: pull }: z.infer<typeof Pulled>,
): Promise<string> {
  await handlePull(forge, store, pull.number, nowMs);
  return `Pull request #${pull.number} shows what is the case.`;
}

async function answerPush(
  { forge, store, nowMs }: World,
  push: z.infer<typeof Pushed>,
): Promise<string> {
  const { started, stopped, refused } = await handlePush(forge, store, push, nowMs);
  const reasons = refused.map(({ goal, refusal }) => `${goal} (${refusal.kind})`);
  return `Goals started: ${listed(started)}; stopped: ${listed(stopped)}; refused: ${listed(reasons)}.`;
}

async function answerQueue(
  { forge, store }: World,
  { merge_group: group }: z.infer<typeof Queued>,
): Promise<string> {
  await answerMergeGroup(forge, store, { headSha: group.head_sha, headRef: group.head_ref });
  return "The merge queue has its answer.";
}

/** What an event that was lost would have done: runs that nobody holds go on, and all is shown as it is. */
async function sweep({ forge, store, nowMs }: World): Promise<string> {
  const { started, blocked } = await wakeGoals(forge, store, nowMs);
  await putAway(forge, store, nowMs);
  await showMissing(forge, store);
  await refreshRuns(forge, store);
  const reasons = blocked.map(({ goal, reason }) => `${goal} (${reason})`);
  return `Goals woken: ${listed(started)}; not to be woken: ${listed(reasons)}.`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

async function readEvent<Event>(file: string, schema: z.ZodType<Event>): Promise<Event> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new KaziError({
      code: "input-invalid",
      message: "expected GITHUB_EVENT_PATH to be the event that started the workflow",
      cause,
    });
  }
}
