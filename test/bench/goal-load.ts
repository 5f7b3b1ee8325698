import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { goalDigest } from "../../src/goalfile/approval-digest.ts";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { report } from "./report.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = path.join(ROOT, "../shared/corpus/goal-files/own");
const GOALS = 1_000;
const ROUNDS = 9;

/** Parse, validate and digest a thousand goals, against the parser of TOML alone on the same texts. */
export function measureGoalLoads(): void {
  const goals = manyGoals();
  const parses: number[] = [];
  const loads: number[] = [];
  const digests: number[] = [];
  // The first round only warms up: a process that loads a thousand goals is not a new one.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = [parses, loads, digests];
    [parseOne, loadOne, loadAndDigestOne].forEach((work, index) => {
      const ms = timeOf(() => goals.forEach(work));
      if (round > 0) times[index]?.push(ms);
    });
  }
  report(`smol-toml alone, ${GOALS} goals`, parses, parses);
  report("parse and validate", loads, parses);
  report("parse, validate and digest", digests, parses);
}

function parseOne(bytes: Uint8Array): void {
  parse(new TextDecoder().decode(bytes));
}

function loadOne(bytes: Uint8Array): void {
  const loaded = loadGoal({ path: "goal.toml", bytes });
  if (loaded.kind === "refused") throw new Error(loaded.issues.map((it) => it.message).join("\n"));
}

function loadAndDigestOne(bytes: Uint8Array): void {
  loadOne(bytes);
  goalDigest(bytes);
}

/** Real goals where the corpus exists, else the examples; each a text of its own. */
function manyGoals(): readonly Uint8Array[] {
  const folder = existsSync(CORPUS) ? CORPUS : path.join(ROOT, "goals");
  const texts = globSync(`${folder}/*.goal.toml`).map((file) => readFileSync(file, "utf8"));
  const encoder = new TextEncoder();
  return Array.from({ length: GOALS }, (_, index) =>
    encoder.encode(`# ${index}\n${texts[index % texts.length] ?? ""}`),
  );
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
