import type { Probot } from "probot";
import { answerMergeGroup } from "../src/control/answer-merge-group.ts";
import { handleComment } from "../src/control/handle-comment.ts";
import { handlePull } from "../src/control/handle-pull.ts";
import { handlePush } from "../src/control/handle-push.ts";
import { putAway } from "../src/control/put-away.ts";
import { refreshPull } from "../src/control/refresh-pull.ts";
import { refreshRuns } from "../src/control/refresh-runs.ts";
import { showMissing } from "../src/control/show-missing.ts";
import { wakeAfterRun } from "../src/control/wake-after-run.ts";
import { wakeGoals } from "../src/control/wake-goals.ts";
import type { RepositoryName, Seat } from "./forges.ts";

/** Takes work on for one repository; what comes first for it is done first. */
export type TakeOn = (
  about: { readonly repository: RepositoryName; readonly installationId: number },
  work: (seat: Seat) => Promise<void>,
) => void;

/** What handlers know besides the event. */
export interface Surroundings {
  readonly workflow: string;
  readonly nowMs: () => number;
}

/** An ordinary Probot application: it says which work an event asks for, and reads nothing else from it. */
export function createApplication(takeOn: TakeOn, world: Surroundings): (app: Probot) => void {
  return (app) => {
    hearPulls(app, takeOn, world);
    hearRepository(app, takeOn, world);
    hearRuns(app, takeOn, world);
  };
}

function hearPulls(app: Probot, takeOn: TakeOn, { nowMs }: Surroundings): void {
  const changes = [
    "pull_request.opened",
    "pull_request.reopened",
    "pull_request.synchronize",
    "pull_request.ready_for_review",
    "pull_request.edited",
    "pull_request.closed",
  ] as const;
  app.on([...changes], ({ payload }) => {
    const { number } = payload;
    takeOn(placeOf(payload), async ({ forge, store }) => {
      await handlePull(forge, store, number, nowMs());
    });
  });
  app.on("issue_comment.created", ({ payload }) => {
    const { id } = payload.comment;
    takeOn(placeOf(payload), async ({ forge, store }) => {
      await handleComment(forge, store, id, nowMs());
    });
  });
}

function hearRepository(app: Probot, takeOn: TakeOn, { nowMs }: Surroundings): void {
  app.on("push", ({ payload }) => {
    const { ref, before, after } = payload;
    takeOn(placeOf(payload), async ({ forge, store }) => {
      await handlePush(forge, store, { ref, before, after }, nowMs());
    });
  });
  app.on("merge_group.checks_requested", ({ payload }) => {
    const { head_sha: headSha, head_ref: headRef } = payload.merge_group;
    takeOn(placeOf(payload), async ({ forge, store }) => {
      await answerMergeGroup(forge, store, { headSha, headRef });
    });
  });
}

function hearRuns(app: Probot, takeOn: TakeOn, { workflow }: Surroundings): void {
  app.on("workflow_run.completed", ({ payload }) => {
    const { id: runId, path, conclusion } = payload.workflow_run;
    if (!isOurs(path, workflow)) return;
    takeOn(placeOf(payload), async ({ forge, store }) => {
      await wakeAfterRun(forge, store, { runId, hasFailed: conclusion !== "success" });
      await refreshRuns(forge, store);
    });
  });
  app.on("check_run.rerequested", ({ payload }) => {
    const numbers = payload.check_run.pull_requests.map(({ number }) => number);
    takeOn(placeOf(payload), async ({ forge, store }) => {
      for (const number of numbers) await refreshPull(forge, store, number);
    });
  });
}

/** What an event that got lost would have asked for: dead runs are woken, and everything shown is true again. */
export async function sweep({ forge, store }: Seat, nowMs: number): Promise<void> {
  await wakeGoals(forge, store, nowMs);
  await putAway(forge, store, nowMs);
  await showMissing(forge, store);
  await refreshRuns(forge, store);
}

/** Where an event comes from; one without a repository or an installation is none of ours. */
interface FromRepository {
  readonly repository?: {
    readonly name: string;
    readonly owner: { readonly login?: string; readonly name?: string | null } | null;
  };
  readonly installation?: { readonly id: number } | undefined;
}

function placeOf({ repository, installation }: FromRepository): Parameters<TakeOn>[0] {
  return {
    repository: { owner: ownerOf(repository), name: repository?.name ?? "" },
    installationId: installation?.id ?? 0,
  };
}

/** A push names it otherwise than all other events. */
function ownerOf(repository: FromRepository["repository"]): string {
  return repository?.owner?.login ?? repository?.owner?.name ?? "";
}

/** `.github/workflows/kazi.yml`, with a ref behind it where it was called from elsewhere. */
function isOurs(path: string, workflow: string): boolean {
  return (path.split("@")[0] ?? "").endsWith(`/${workflow}`);
}
