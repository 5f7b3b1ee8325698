import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import {
  agentSource,
  goalToml,
  processesWith,
  type Running,
  setStage,
  type Stage,
} from "./stage.ts";

/** What a storm leaves to look at. */
interface RecordedEntry {
  readonly entry: {
    readonly kind: string;
    readonly iteration?: number;
    readonly epoch?: number;
    readonly attempt?: { readonly fate: string };
    readonly claim?: { readonly nonce: string; readonly kind: string; readonly epoch: number };
  };
}

const FIX = `
if (attempt === 1) edit("src/one.js", "export const one = () => one;\\n");
else edit("src/two.js", "export const two = () => two;\\n");`;

/** Kills kazi after as many lines of its account as `moments` says, run after run, then lets it finish. */
export async function killStorm(moments: readonly number[]): Promise<string> {
  const stage = setStage();
  try {
    const harness = stage.agent(agentSource(FIX));
    const goal = stage.goal("g.toml", goalToml(`budget = { max_dispatches = 500 }\n${harness}`));
    for (const lines of moments) await killAfter(stage.start("apply", goal), lines);
    const last = await stage.kazi("apply", goal, "--json");
    const result = JSON.parse(last.stdout);
    await checkRecord(stage, result);
    return result.status;
  } finally {
    stage.clear();
  }
}

async function killAfter(run: Running, lines: number): Promise<void> {
  const { stdout } = run.child;
  let seen = 0;
  stdout?.on("data", (text: string) => {
    seen += text.split("\n").length - 1;
    if (seen >= lines) run.child.kill("SIGKILL");
  });
  await run.ended;
}

async function checkRecord(stage: Stage, result: unknown): Promise<void> {
  expect(result).toMatchObject({
    status: "converged",
    predicates: [{ id: "check", verdict: "pass" }],
  });
  const shown = await stage.kazi("ledger", "show", "both", "--json");
  const entries: readonly RecordedEntry[] = JSON.parse(shown.stdout).entries;
  const settled = entries.flatMap(({ entry }) => (entry.kind === "settled" ? [entry] : []));
  const claims = entries.flatMap(({ entry }) => (entry.claim === undefined ? [] : [entry.claim]));

  // Every iteration number once, in order; every claim a higher epoch.
  expect(settled.map((entry) => entry.iteration)).toEqual(settled.map((_, index) => index));
  expect(claims.map((claim) => claim.epoch)).toEqual(claims.map((_, index) => index + 1));
  // A claim that was not settled was given back, and an agent that was claimed for was charged.
  const released = entries.filter(({ entry }) => entry.kind === "released").length;
  expect(settled.length + released).toBe(claims.length);
  const dispatched = claims.filter((claim) => claim.kind === "dispatch").length;
  expect(result).toMatchObject({ budget_spent: { dispatches: dispatched } });
  // Code and record moved together.
  const kept = settled.filter((entry) => entry.attempt?.fate === "kept").length;
  const commits = stage.repository.git("rev-list", "--count", "main..kazi/both");
  expect(Number(commits)).toBe(kept);
  // Nothing is left: no process, no folder.
  expect(processesWith(stage.wings)).toEqual([]);
  const left = claims.filter((claim) => existsSync(path.join(tmpdir(), `kazi-${claim.nonce}`)));
  expect(left).toEqual([]);
  expect((await stage.kazi("ledger", "verify")).stdout).toMatch(/^whole/);
}
