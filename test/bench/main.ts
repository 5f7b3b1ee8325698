import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { temporaryRepository } from "../fakes/temporary-repository.ts";
import { measureColdStarts } from "./cold-starts.ts";
import { COUNTING_AGENT, countingGoal } from "./counting-goal.ts";
import { measureGoalLoads } from "./goal-load.ts";
import { measureObservation } from "./observation.ts";
import { measureReports } from "./reports.ts";

/**
 * What kazi costs beside a peer measured in the same run. Milliseconds move with the machine; the
 * ratios are what to look at.
 */
const ROUNDS = 7;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const place = mkdtempSync(path.join(tmpdir(), "kazi-bench-"));
try {
  execFileSync("npx", ["rolldown", "-c", "--dir", path.join(place, "dist")], {
    cwd: ROOT,
    stdio: "ignore",
  });
  startUp();
  oneIteration();
} finally {
  rmSync(place, { recursive: true, force: true });
}
measureReports();
await measureColdStarts(path.join(ROOT, "action/dist"));
measureGoalLoads();
await measureObservation();
await onGitHub();

/** The command line against an empty program. */
function startUp(): void {
  const bundle = path.join(place, "dist/kazi.mjs");
  const goal = path.join(ROOT, "goals/fix-the-tests.goal.toml");
  const empty = median(() => run(["-e", "0"]));
  report("empty node process", empty, empty);
  report(
    "kazi version (bundle)",
    median(() => run([bundle, "version"])),
    empty,
  );
  report(
    "kazi lint (bundle)",
    median(() => run([bundle, "lint", goal])),
    empty,
  );
  report(
    "kazi version (source)",
    median(() => run([path.join(ROOT, "src/cli/main.ts"), "version"])),
    empty,
  );
}

/** One iteration with instant predicates and an instant agent, against the same git commands by hand. */
function oneIteration(): void {
  const [byHand, three, one] = [
    median(() => withRepository(handMade)),
    median(() => withRepository((folder) => withKazi(folder, 3))),
    median(() => withRepository((folder) => withKazi(folder, 1))),
  ];
  const iteration = (three - one) / 2;
  report("the same git commands by hand", byHand, byHand);
  report("one iteration of kazi apply", iteration, byHand);
  report("whole apply, 1 iteration", one, byHand);
}

/** What the runner stands on can only be loaded behind its hook. */
async function onGitHub(): Promise<void> {
  await import("../fakes/runner/json-hook.ts");
  const { measureFirstChecks } = await import("./first-checks.ts");
  const { countIterationCalls } = await import("./iteration-calls.ts");
  await measureFirstChecks();
  for (const withApp of [true, false]) await countIterationCalls(withApp);
}

function withRepository(work: (folder: string) => void): number {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `src/file-${index}.js`,
      `export const it = ${index};\n`,
    ]),
  );
  const repository = temporaryRepository({ files: { ...files, "src/count.txt": "0\n" } });
  try {
    const started = performance.now();
    work(repository.path);
    return performance.now() - started;
  } finally {
    repository.remove();
  }
}

/** Clone for the agent, edit, commit, fetch; clone for the check, check; fetch the result, move a ref. */
function handMade(folder: string): void {
  const [agent, observe] = [path.join(folder, "../agent"), path.join(folder, "../observe")];
  const git = (...argv: readonly string[]): string =>
    execFileSync("git", argv, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  git("clone", "--quiet", "--shared", folder, agent);
  writeFileSync(path.join(agent, "src/count.txt"), "1\n");
  git("-C", agent, "add", "--all");
  git(
    "-C",
    agent,
    "-c",
    "user.name=x",
    "-c",
    "user.email=x@localhost",
    "commit",
    "--quiet",
    "-m",
    "x",
  );
  git(
    "-C",
    agent,
    "bundle",
    "create",
    "--quiet",
    path.join(agent, "../it.bundle"),
    "HEAD",
    "^HEAD~1",
  );
  git("clone", "--quiet", "--shared", folder, observe);
  git("-C", observe, "fetch", "--quiet", path.join(agent, "../it.bundle"), "HEAD");
  git("-C", observe, "checkout", "--quiet", "FETCH_HEAD");
  spawnSync("true", { cwd: observe });
  git("-C", folder, "fetch", "--quiet", path.join(agent, "../it.bundle"), "HEAD:refs/heads/result");
}

function withKazi(folder: string, iterations: number): void {
  const agent = path.join(place, "agent.sh");
  const goal = path.join(place, "goal.toml");
  writeFileSync(agent, COUNTING_AGENT, { mode: 0o755 });
  writeFileSync(goal, countingGoal(agent, iterations));
  const ended = spawnSync(process.execPath, [path.join(place, "dist/kazi.mjs"), "apply", goal], {
    cwd: folder,
    encoding: "utf8",
  });
  if (ended.status !== 0) throw new Error(`${ended.stdout}${ended.stderr}`);
}

function run(argv: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, argv, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}`);
  return performance.now() - started;
}

function median(measure: () => number): number {
  const times = Array.from({ length: ROUNDS }, measure).toSorted((left, right) => left - right);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

function report(name: string, ms: number, peerMs: number): void {
  process.stdout.write(
    `${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / peerMs).toFixed(2).padStart(6)}x\n`,
  );
}
