import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RerunScope, WorkflowRun } from "../github/actions-seam.ts";
import { startStory } from "./runner-story.ts";
import type { RunnerStory } from "./runner-story.ts";
import type { RunnerOptions } from "./start-runner.ts";

let notes: string;
const open: RunnerStory[] = [];

beforeEach(async () => {
  notes = await mkdtemp(path.join(tmpdir(), "kazi-test-"));
});
afterEach(async () => {
  for (const story of open.splice(0)) await story.close();
  await rm(notes, { recursive: true, force: true });
});

async function start(
  jobs: string,
  own: { head?: string; options?: Partial<RunnerOptions> } = {},
): Promise<RunnerStory> {
  const text = `on: workflow_dispatch\n${own.head ?? ""}\njobs:${jobs}\n`;
  const env = { PATH: process.env["PATH"] ?? "", NOTES: notes };
  const files = { ".github/workflows/ci.yml": text };
  const story = await startStory(files, { env, ...own.options });
  open.push(story);
  return story;
}

function ends({ jobs, attempt }: WorkflowRun): Record<string, unknown> {
  const present = jobs.filter((job) => job.attempt === attempt);
  return Object.fromEntries(present.map((job) => [job.name, job.conclusion]));
}

function isNoted(name: string): boolean {
  return existsSync(path.join(notes, name));
}

/** A killed process that nobody has collected yet still has its number, but no command any more. */
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, "utf8") !== "";
}

function cancel(story: RunnerStory, run: WorkflowRun, isForced = false): void {
  story.github.world.actions?.cancelRun(run, isForced);
}

/** Says that it runs, and goes on until it is ended. */
const LONG = `{ run: 'echo step-"runs"; sleep 300' }`;

describe("a cancelled run", () => {
  test("ends its step, and runs what is always to run", async () => {
    const story = await start(`
  a: { runs-on: x, steps: [${LONG}, { run: "true" }, { if: always(), run: touch $NOTES/always }, { if: cancelled(), run: touch $NOTES/cancelled }] }
  b: { needs: a, runs-on: x, steps: [{ run: "true" }] }
  c: { needs: a, if: always(), runs-on: x, steps: [{ run: touch $NOTES/job }] }`);
    const run = await story.queue();
    await story.seen("step-runs");
    cancel(story, run);
    await story.runner.idle();
    expect(run.conclusion).toBe("cancelled");
    expect(run.jobs[0]?.log).toContain("##[error]The operation was canceled.");
    expect(ends(run)).toEqual({ a: "cancelled", b: "skipped", c: "success" });
    expect(["always", "cancelled", "job"].filter(isNoted)).toEqual(["always", "cancelled", "job"]);
    expect(run.jobs[0]?.steps.map((step) => step.conclusion)).toEqual([
      "success",
      "cancelled",
      "skipped",
      "success",
      "success",
      "success",
    ]);
  });

  test("asks with SIGINT, then tells with SIGTERM, then kills all", async () => {
    const story = await start(`
  a:
    runs-on: x
    steps:
      - run: |
          trap 'touch $NOTES/int' INT
          trap 'touch $NOTES/term' TERM
          echo step-"runs"
          while true; do sleep 0.05; done`);
    const run = await story.queue();
    await story.seen("step-runs");
    cancel(story, run);
    await story.runner.idle();
    expect(run.conclusion).toBe("cancelled");
    expect(["int", "term"].filter(isNoted)).toEqual(["int", "term"]);
  });

  test("does not end a job whose `if` holds even then", async () => {
    const story = await start(`
  a: { if: always(), runs-on: x, steps: [{ run: 'echo step-"runs"; while ! test -e $NOTES/go; do sleep 0.05; done' }, { run: touch $NOTES/after }] }`);
    const run = await story.queue();
    await story.seen("step-runs");
    cancel(story, run);
    await writeFile(path.join(notes, "go"), "");
    await story.runner.idle();
    expect(ends(run)).toEqual({ a: "success" });
    expect(isNoted("after")).toBe(true);
  });

  test("by force ends even what is always to run", async () => {
    const story = await start(`
  a: { if: always(), runs-on: x, steps: [${LONG}, { if: always(), run: touch $NOTES/always }] }
  b: { needs: a, if: always(), runs-on: x, steps: [{ run: touch $NOTES/job }] }`);
    const run = await story.queue();
    await story.seen("step-runs");
    cancel(story, run, true);
    await story.runner.idle();
    expect(run.conclusion).toBe("cancelled");
    expect(["always", "job"].filter(isNoted)).toEqual([]);
  });
});

describe("a killed machine", () => {
  test("takes the whole job with it, while other jobs go on", async () => {
    const story = await start(`
  a: { runs-on: x, steps: [{ run: '(setsid sleep 300 & echo $! > $NOTES/pid); echo step-"runs"; sleep 300' }, { if: always(), run: touch $NOTES/always }] }
  b: { needs: a, if: always(), runs-on: x, steps: [{ run: "test \${{ needs.a.result }} = failure" }] }`);
    const run = await story.queue();
    await story.seen("step-runs");
    expect(story.runner.kill((one, name) => one === run && name === "a")).toBe(1);
    await story.runner.idle();
    expect(run.conclusion).toBe("failure");
    expect(ends(run)).toEqual({ a: "failure", b: "success" });
    expect(isNoted("always")).toBe(false);
    expect(run.jobs[0]?.log).toContain("lost communication with the server");
    const pid = Number(readFileSync(path.join(notes, "pid"), "utf8"));
    expect(isAlive(pid)).toBe(false);
  });

  test("can be asked for at a certain moment, once", async () => {
    let isKilled = false;
    const killJob = (_run: WorkflowRun, job: string, moment: { line?: string }): boolean => {
      if (isKilled || job !== "a" || moment.line?.includes("now") !== true) return false;
      isKilled = true;
      return true;
    };
    const story = await start(
      `
  a: { runs-on: x, outputs: { o: "\${{ steps.s.outputs.o }}" }, steps: [{ id: s, run: 'echo o=1 >> "$GITHUB_OUTPUT"; echo now; sleep 300' }] }`,
      { options: { faults: { killJob } } },
    );
    const run = await story.run();
    expect(ends(run)).toEqual({ a: "failure" });
    expect(run.jobs[0]?.outputs).toEqual({});
  });
});

test("a runner that is closed leaves nothing running behind", async () => {
  const story = await start(`
  a: { runs-on: x, steps: [{ run: 'echo $$ > $NOTES/pid; echo step-"runs"; sleep 300' }, { if: always(), run: touch $NOTES/always }] }
  b: { needs: a, if: always(), runs-on: x, steps: [{ run: touch $NOTES/job }] }`);
  const run = await story.queue();
  await story.seen("step-runs");
  await story.runner.close();
  expect(run.conclusion).toBe("cancelled");
  expect(["always", "job"].filter(isNoted)).toEqual([]);
  expect(isAlive(Number(readFileSync(path.join(notes, "pid"), "utf8")))).toBe(false);
});

describe("concurrency", () => {
  const jobs = `
  a: { runs-on: x, steps: [{ run: 'echo step-"runs"; while ! test -e $NOTES/go; do sleep 0.05; done' }] }`;

  async function threeRuns(head: string): Promise<readonly WorkflowRun[]> {
    const story = await start(jobs, { head });
    const first = await story.queue();
    await story.seen("step-runs");
    const others = [await story.queue(), await story.queue()];
    await writeFile(path.join(notes, "go"), "");
    await story.runner.idle();
    return [first, ...others];
  }

  test.each([
    ["keeps the newest waiting", "concurrency: g", ["success", "cancelled", "success"]],
    [
      "keeps all waiting with queue: max",
      "concurrency: { group: g, queue: max }",
      ["success", "success", "success"],
    ],
    [
      "ends what runs with cancel-in-progress",
      "concurrency: { group: g, cancel-in-progress: true }",
      ["cancelled", "cancelled", "success"],
    ],
    [
      "has a group for each name",
      "concurrency: 'g-${{ github.run_id }}'",
      ["success", "success", "success"],
    ],
  ])("%s", async (_name, head, conclusions) => {
    const runs = await threeRuns(head);
    expect(runs.map((run) => run.conclusion)).toEqual(conclusions);
  });

  test("shows a run that waits as pending, and a cancelled one never starts", async () => {
    const story = await start(jobs, { head: "concurrency: g" });
    await story.queue();
    await story.seen("step-runs");
    const second = await story.queue();
    const third = await story.queue();
    await vi.waitFor(() => {
      expect([second.conclusion, third.status]).toEqual(["cancelled", "pending"]);
    });
    cancel(story, third);
    await writeFile(path.join(notes, "go"), "");
    await story.runner.idle();
    expect([third.conclusion, third.jobs]).toEqual(["cancelled", []]);
  });
});

describe("a re-run", () => {
  const jobs = `
  a: { runs-on: x, outputs: { o: "\${{ steps.s.outputs.o }}" }, steps: [{ id: s, run: 'echo a >> $NOTES/ran; echo o=1 >> "$GITHUB_OUTPUT"' }] }
  b: { needs: a, runs-on: x, steps: [{ run: 'echo b\${{ needs.a.outputs.o }} >> $NOTES/ran; test $GITHUB_RUN_ATTEMPT = 2' }] }
  c: { needs: b, runs-on: x, steps: [{ run: echo c >> $NOTES/ran }] }`;

  async function rerun(scope: (run: WorkflowRun) => RerunScope): Promise<WorkflowRun> {
    const story = await start(jobs);
    const run = await story.run();
    expect(ends(run)).toEqual({ a: "success", b: "failure", c: "skipped" });
    await story.github.world.actions?.rerun(run, scope(run), story.github.addUser("octocat"));
    await story.runner.idle();
    return run;
  }

  test.each([
    ["all", (): RerunScope => ({ kind: "all" }), "a b1 a b1 c"],
    ["the failed jobs and what needs them", (): RerunScope => ({ kind: "failed" }), "a b1 b1 c"],
    [
      "one job and what needs it",
      (run: WorkflowRun): RerunScope => ({ kind: "job", jobId: run.jobs[1]?.id ?? 0 }),
      "a b1 b1 c",
    ],
  ])("executes %s", async (_name, scope, ran) => {
    const run = await rerun(scope);
    expect(run.attempt).toBe(2);
    expect(run.conclusion).toBe("success");
    expect(ends(run)).toEqual({ a: "success", b: "success", c: "success" });
    expect(readFileSync(path.join(notes, "ran"), "utf8").trim().split("\n").join(" ")).toBe(ran);
  });
});
