import { afterEach, expect, test } from "vitest";
import type { WorkflowRun } from "../github/actions-seam.ts";
import { behaviourRows } from "./behaviour-rows.ts";
import type { BehaviourRow } from "./behaviour-rows.ts";
import { startStory } from "./runner-story.ts";
import type { RunnerStory } from "./runner-story.ts";

let story: RunnerStory | undefined;
afterEach(async () => {
  await story?.close();
  story = undefined;
});

test.each(behaviourRows)("$name", async (row) => {
  const { jobs, head = "", files = {}, inputs = {}, secrets = {} } = row;
  const text = `on: workflow_dispatch\n${head}\njobs:${jobs}\n`;
  story = await startStory({ ...files, ".github/workflows/ci.yml": text });
  for (const [name, value] of Object.entries(secrets)) story.repository.secrets.set(name, value);
  const run = await story.run({ inputs });
  expect(story.problems).toEqual([]);
  expectRun(run, row);
  expect(story.github.violations).toEqual([]);
});

function expectRun(run: WorkflowRun, row: BehaviourRow): void {
  const { conclusion, ends = {}, outputs = {}, log: written = [], notLog = [] } = row;
  const log = run.jobs.map((job) => job.log).join("\n");
  expect({ conclusion: run.conclusion, log }).toMatchObject({ conclusion });
  const concluded = Object.fromEntries(run.jobs.map((job) => [job.name, job.conclusion]));
  expect(concluded).toMatchObject(ends);
  const handedOn = Object.fromEntries(run.jobs.map((job) => [job.name, job.outputs]));
  for (const name of Object.keys(outputs)) expect(handedOn[name]).toEqual(outputs[name]);
  for (const line of written) expect(log).toContain(line);
  for (const line of notLog) expect(log).not.toContain(line);
}
