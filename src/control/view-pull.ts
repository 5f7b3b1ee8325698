import type { RunState } from "../model/run.ts";
import type { Vector } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { liveRef } from "../record/ledger-ref.ts";
import type { GoalView, PullView, Standing } from "../report/goal-view.ts";
import { findEnded, findRun, type FoundRun, type LiveRuns, readLiveRuns } from "./find-runs.ts";
import { goalStanding, isRunOf } from "./goal-standing.ts";
import { type GoalFile, goalIdOf, readGoalFile, readGoals } from "./read-goals.ts";
import { whyApprovalVoid } from "./why-approval-void.ts";

/** A pull request with all goals that apply to it, read from the world as it is now. */
export interface SeenPull {
  readonly view: PullView;
  readonly goals: readonly SeenGoal[];
}

/** One goal with what is behind its view. */
export interface SeenGoal {
  readonly view: GoalView;
  readonly file: GoalFile;
  /** The newest generation of the id, wherever it lives. */
  readonly run: RunState | undefined;
  readonly vector: Vector | undefined;
  /** The pull request itself brings the goal-file. */
  readonly isFromPull: boolean;
}

/** Reads goal-files, ledgers, and where it matters the approval at its source. */
export async function viewPull(
  forge: Forge,
  store: RefStore,
  pull: PullRequest,
  selfId: number,
): Promise<SeenPull> {
  const live = await readLiveRuns(store);
  const own = await readGoals(forge, pull);
  const goals: SeenGoal[] = [];
  for (const file of own) {
    const twin = goals.find((it) => it.view.id === goalIdOf(file));
    goals.push(await seeGoal({ forge, store, pull, live }, file, twin?.file.path));
  }
  const work = await workHere({ forge, store, pull, live }, selfId);
  if (work !== undefined && !goals.some((it) => it.view.id === work.view.id)) goals.push(work);
  const views = goals.map((it) => it.view);
  return { view: { head: pull.headSha, isOpen: pull.state === "open", goals: views }, goals };
}

interface Around {
  readonly forge: Forge;
  readonly store: RefStore;
  readonly pull: PullRequest;
  readonly live: LiveRuns;
}

async function seeGoal(
  around: Around,
  file: GoalFile,
  twin: string | undefined,
): Promise<SeenGoal> {
  const { store, live } = around;
  const found =
    file.loaded.kind === "loaded" ? await findRun(store, live, goalIdOf(file)) : undefined;
  return { ...(await toSeen(around, file, { found, twin })), isFromPull: true };
}

/** The goal whose work this pull request carries, when its goal-file came another way. */
async function workHere(around: Around, selfId: number): Promise<SeenGoal | undefined> {
  const { forge, store, pull, live } = around;
  if (pull.isFork) return undefined;
  const found =
    live.heads.find(({ state }) => isWork(state, pull)) ??
    // Only kazi opens pull requests for work, so that others cost no look into the past.
    (pull.author.id === selfId
      ? await findEnded(store, (state) => isWork(state, pull))
      : undefined);
  if (found === undefined) return undefined;
  const head = await forge.source.branch(await forge.source.defaultBranch());
  const { goalPath, commit } = found.state.approval;
  const file = await readGoalFile(forge, head ?? commit, goalPath);
  return { ...(await toSeen(around, file, { found, twin: undefined })), isFromPull: false };
}

function isWork(state: RunState, pull: PullRequest): boolean {
  return state.branch === pull.headBranch && state.target?.inPlace !== true;
}

async function toSeen(
  around: Around,
  file: GoalFile,
  known: { readonly found: FoundRun | undefined; readonly twin: string | undefined },
): Promise<Omit<SeenGoal, "isFromPull">> {
  const { found, twin } = known;
  const run = found?.state;
  const id = run?.goal ?? goalIdOf(file);
  const standing = await standingHere(around, file, { id, run, twin });
  const shown = run !== undefined && twin === undefined && isRunOf(run, around.pull) ? { run } : {};
  const view: GoalView = { id, ...partsOf(file), standing, ...shown };
  return { view, file, run, vector: found?.vector };
}

function partsOf(file: GoalFile): Pick<GoalView, "path" | "digest" | "goal" | "issues"> {
  const { path, digest, loaded } = file;
  return {
    path,
    ...(digest === undefined ? {} : { digest }),
    ...(loaded.kind === "loaded" ? { goal: loaded.goal } : {}),
    issues: loaded.issues,
  };
}

async function standingHere(
  around: Around,
  file: GoalFile,
  known: {
    readonly id: string;
    readonly run: RunState | undefined;
    readonly twin: string | undefined;
  },
): Promise<Standing> {
  const { store, pull, live } = around;
  const { id, run, twin } = known;
  if (twin !== undefined) return { kind: "elsewhere", where: twin };
  const damage = live.damaged.get(liveRef(store, id));
  return await confirmed(around, goalStanding({ pull, file, run, damage }), run);
}

/** Many can write a record, so it opens the gate only with an approval that holds at its source. */
async function confirmed(
  { forge, pull }: Around,
  standing: Standing,
  run: RunState | undefined,
): Promise<Standing> {
  if (standing.kind !== "passing" || run === undefined || pull.state !== "open") return standing;
  const reason = await whyApprovalVoid(forge, run);
  return reason === undefined ? standing : { kind: "withdrawn", reason };
}
