import type { CheckRun, CheckSuite, Json, Repository, Token, User, World } from "../model.ts";
import { renderCheckRun } from "../render/check-run.ts";
import { renderCheckSuite } from "../render/check-suite.ts";
import { emit } from "../webhooks.ts";
import { suiteState } from "./suite-state.ts";

export interface CheckEvent {
  readonly repository: Repository;
  readonly actor: User;
  readonly token: Token | undefined;
  readonly action: string;
  readonly extra?: Json;
}

/** Wishes and buttons are heard by the App whose check it is and by nobody else. */
const FOR_OWNER_ONLY: ReadonlySet<string> = new Set([
  "requested",
  "rerequested",
  "requested_action",
]);

export async function emitCheckRun(world: World, run: CheckRun, it: CheckEvent): Promise<void> {
  const { repository } = it;
  const checkRun = {
    ...renderCheckRun(world, repository, run),
    check_suite: await renderSuiteOfRun(world, repository, run.suite),
  };
  emitCheck(world, it, {
    event: "check_run",
    suite: run.suite,
    payload: { check_run: checkRun, ...it.extra },
  });
  if (it.action === "completed") await tellSuiteCompleted(world, run.suite, it);
}

export async function emitCheckSuite(
  world: World,
  suite: CheckSuite,
  it: CheckEvent,
): Promise<void> {
  const payload = { check_suite: await renderCheckSuite(world, it.repository, suite) };
  emitCheck(world, it, { event: "check_suite", suite, payload });
}

async function renderSuiteOfRun(
  world: World,
  repository: Repository,
  suite: CheckSuite,
): Promise<Json> {
  const rendered = await renderCheckSuite(world, repository, suite);
  // A run's suite is told without what would repeat the run.
  const { latest_check_runs_count: _count, check_runs_url: _runs, ...rest } = rendered;
  return rest;
}

function emitCheck(
  world: World,
  it: CheckEvent,
  what: { readonly event: string; readonly suite: CheckSuite; readonly payload: Json },
): void {
  emit(world, {
    event: what.event,
    action: it.action,
    repository: it.repository,
    actor: it.actor,
    payload: what.payload,
    startsNothing: what.suite.app.id === world.actionsApp.id,
    ...(it.token === undefined ? {} : { token: it.token }),
    ...(FOR_OWNER_ONLY.has(it.action) ? { onlyAppId: what.suite.app.id } : {}),
  });
}

async function tellSuiteCompleted(world: World, suite: CheckSuite, it: CheckEvent): Promise<void> {
  const runs = it.repository.checkRuns.filter((run) => run.suite.id === suite.id);
  if (suiteState(runs).status !== "completed") return;
  suite.updatedAtMs = world.nowMs();
  await emitCheckSuite(world, suite, {
    repository: it.repository,
    actor: it.actor,
    token: it.token,
    action: "completed",
  });
}
