import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds, NotTried, untried } from "./finding.ts";
import { folderWith } from "./folder-with.ts";
import { needed } from "./needed.ts";
import type { Answer, Place } from "./place.ts";

/** What starts runs, and what runs can tell. Needs `kazi-contract.yml` on the default branch. */
export const workflowTests: readonly ContractTest[] = [
  { number: "A15", name: "refs/kazi/* start no run", try: startNoRun },
  { number: "A19", name: "the workflow's own token starts nothing", try: startNothing },
  { number: "A20", name: "a dispatch names its run", try: nameRun },
  { number: "A21", name: "attempts of a run", try: readAttempts },
  { number: "A22", name: "a masked output is dropped", try: async (it) => await job(it, "masked") },
  {
    number: "A23",
    name: "an artifact can be replaced",
    try: async (it) => await job(it, "artifact"),
  },
  { number: "A25", name: "queue: max keeps all that wait", try: queueAll },
];

const FILE = "kazi-contract.yml";
const Runs = z.object({ workflow_runs: z.array(z.object({ id: z.int() })) });

async function needWorkflow(place: Place): Promise<void> {
  const asked = await place.rest("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}", {
    workflow_id: FILE,
  });
  if (asked.kind === "answered") return;
  throw new NotTried(`needs a copy of test/contract/${FILE} in .github/workflows (${asked.said})`);
}

async function runsOf(place: Place, sha: string): Promise<number> {
  const asked = await place.rest("GET /repos/{owner}/{repo}/actions/runs", { head_sha: sha });
  return needed(asked, "list the runs", Runs).workflow_runs.length;
}

/** A commit that the workflow runs on, at a ref of any kind. */
async function pushLoud(place: Place, ref: string): Promise<string> {
  const parent = await place.commitOnHead(`Before ${ref}`);
  const blob = await place.git(["hash-object", "-w", "--stdin"], `${ref}\n`);
  const entry = `100644 blob ${blob.stdout}\tkazi-contract-push.txt`;
  const tree = await folderWith(place, parent, entry);
  const made = await place.git(["commit-tree", tree, "-p", parent, "-m", `At ${ref}`]);
  await place.push(`${made.stdout}:${ref}`);
  return made.stdout;
}

/** The branch is pushed later: when its run is there, one of the ref would be there too. */
async function startNoRun(place: Place): Promise<Finding> {
  if (place.account.kind === "workflow") return untried("no push of this token starts a run");
  await needWorkflow(place);
  const quiet = await pushLoud(place, place.nextRef());
  const loud = await pushLoud(place, `refs/heads/${place.nextBranch()}`);
  const seen = await place.until(async () => ((await runsOf(place, loud)) > 0 ? true : undefined));
  if (seen === undefined) return untried("a pushed branch started no run either");
  const found = await runsOf(place, quiet);
  return found === 0 ? holds() : broken(`the push of a ref started ${found} runs`);
}

/** The dispatch comes later, and starts one. */
async function startNothing(place: Place): Promise<Finding> {
  if (place.account.kind !== "workflow") return untried("this is not the token of a job");
  await needWorkflow(place);
  const headSha = await pushLoud(place, `refs/heads/${place.nextBranch()}`);
  const run = await dispatch(place, "nothing");
  if ((await endOf(place, run)) === undefined) return broken("a dispatched run did not begin");
  const found = await runsOf(place, headSha);
  return found === 0 ? holds() : broken(`its push started ${found} runs`);
}

const Started = z.object({ workflow_run_id: z.int() });

async function dispatch(place: Place, what: string, name = place.nextRef()): Promise<number> {
  return needed(await askDispatch(place, what, name), "dispatch the workflow", Started)
    .workflow_run_id;
}

async function askDispatch(place: Place, what: string, name: string): Promise<Answer> {
  return await place.rest("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
    workflow_id: FILE,
    ref: place.repository.defaultBranch,
    inputs: { what, name },
    return_run_details: true,
  });
}

async function nameRun(place: Place): Promise<Finding> {
  await needWorkflow(place);
  const started = await askDispatch(place, "nothing", place.nextRef());
  if (started.kind === "refused") {
    const isUnknown = started.said.includes("return_run_details");
    return isUnknown ? broken(started.said) : untried(`${started.status} ${started.said}`);
  }
  const parsed = Started.safeParse(started.value);
  if (!parsed.success) return broken("the answer names no run");
  const { workflow_run_id: run_id } = parsed.data;
  const asked = await place.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id });
  if (asked.kind === "refused") return broken(`there is no run ${run_id}: ${asked.said}`);
  const { event } = needed(asked, "read the run", z.object({ event: z.string() }));
  return event === "workflow_dispatch" ? holds() : broken(`the run is one of ${event}`);
}

const Run = z.object({
  run_attempt: z.int(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
type Run = z.infer<typeof Run>;

/** That an attempt is not there is 404, which is how kazi tells a run that never was. */
async function readAttempts(place: Place): Promise<Finding> {
  await needWorkflow(place);
  const run_id = await dispatch(place, "nothing");
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
  const first = await place.rest(route, { run_id, attempt_number: 1 });
  if (first.kind === "refused") return broken(`attempt 1: ${first.status} ${first.said}`);
  const { run_attempt: attempt } = needed(first, "read the attempt", Run);
  if (attempt !== 1) return broken(`attempt 1 says that it is ${attempt}`);
  const second = await place.rest(route, { run_id, attempt_number: 2 });
  if (second.kind === "answered") return broken("there is a second attempt");
  return second.status === 404 ? holds() : broken(`attempt 2: ${second.status} ${second.said}`);
}

async function endOf(place: Place, run_id: number): Promise<Run | undefined> {
  return await place.until(async () => {
    const asked = await place.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id });
    const run = needed(asked, "read the run", Run);
    return run.status === "completed" ? run : undefined;
  });
}

const Jobs = z.object({
  jobs: z.array(z.object({ name: z.string(), conclusion: z.string().nullable() })),
});

/** The last job of its kind looks at what the others left. */
async function job(place: Place, what: string): Promise<Finding> {
  await needWorkflow(place);
  const run_id = await dispatch(place, what);
  if ((await endOf(place, run_id)) === undefined) return untried("the run took too long");
  const asked = await place.rest("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
    run_id,
  });
  const { jobs } = needed(asked, "list the jobs", Jobs);
  const last = jobs.find((it) => it.name === what);
  if (last?.conclusion === "success") return holds();
  return last?.conclusion === "failure"
    ? broken(`the job ${what} of run ${run_id} found something else`)
    : untried(`the jobs before ${what} of run ${run_id} did not end well`);
}

async function queueAll(place: Place): Promise<Finding> {
  await needWorkflow(place);
  const name = place.nextRef();
  const ids = await Promise.all([1, 2, 3].map(async () => await dispatch(place, "queue", name)));
  const runs = await Promise.all(ids.map(async (id) => await endOf(place, id)));
  const ended = runs.filter((run) => run !== undefined);
  if (ended.length < runs.length) return untried("the runs took too long");
  const cancelled = ended.filter(({ conclusion }) => conclusion === "cancelled").length;
  if (cancelled > 0) return broken(`${cancelled} of ${runs.length} runs were cancelled`);
  return haveWaited(ended) ? holds() : untried("no two of the runs were there at a time");
}

/** All were queued before the first of them was over: otherwise none had to wait. */
function haveWaited(runs: readonly Run[]): boolean {
  const newest =
    runs
      .map((run) => run.created_at)
      .toSorted()
      .at(-1) ?? "";
  const firstEnd = runs.map((run) => run.updated_at).toSorted()[0] ?? "";
  return newest <= firstEnd;
}
