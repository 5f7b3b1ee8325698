import { type Candidate, collectCandidate, type WorkedOn } from "../act/collect-candidate.ts";
import type { PathRules } from "../act/judge-paths.ts";
import { renderPrompt } from "../act/prompt.ts";
import { runHarness } from "../harness/run-harness.ts";
import type { ClaimTicket, DispatchReport } from "../model/handover.ts";
import type { HarnessOutcome } from "../model/harness.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { Workshop } from "../ports/workshop.ts";
import { encode } from "../record/codec.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { readLedger } from "../record/ledger.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import { pathRules } from "./path-rules.ts";
import { requireRunning } from "./require-running.ts";
import { runSetup } from "./run-setup.ts";

const AGENT_MS_MIN = 1_000;

/** Dispatch job: the agent in a copy of its own, and what may stay of its work as a bundle. Writes no ref. */
export async function dispatch(
  host: Host,
  assignment: Assignment,
  claimed: { readonly ticket: ClaimTicket; readonly bench: Bench },
): Promise<DispatchReport> {
  const { ticket, bench } = claimed;
  const rules = await pathRules(host, assignment, ticket);
  const place = await prepare(host, assignment, claimed);
  const outcome =
    place.problem ??
    outOfTime(host, ticket) ??
    (await runAgent(host, assignment, { ticket, place, rules }));
  requireRunning(host);
  const candidate = await collect(bench.workshop, {
    folder: place.folder,
    head: ticket.head,
    before: place.before,
    products: place.products,
    rules,
    message: commitMessage(assignment, ticket),
    atMs: host.clock.now(),
  });
  const { excerpt: _excerpt, ...reported } = outcome;
  const report: DispatchReport = {
    format: 1,
    epoch: ticket.epoch,
    nonce: ticket.nonce,
    ...(candidate.commit === undefined ? {} : { candidate: candidate.commit }),
    outcome: reported,
    changed: candidate.changed,
    refused: candidate.refused,
  };
  await bench.handover.write("dispatch", encode(report));
  return report;
}

/** A folder that cannot be read as a change is a refused change, not the end of the run. */
async function collect(workshop: Workshop, work: WorkedOn): Promise<Candidate> {
  try {
    return await collectCandidate(workshop, work);
  } catch (error) {
    if (!(error instanceof KaziError) || error.code !== "candidate-invalid") throw error;
    return { changed: [], refused: [{ path: ".", reason: toOneLine(error.message, 300) }] };
  }
}

interface Place {
  readonly folder: string;
  readonly before: Oid;
  readonly products: ReadonlySet<string>;
  /** Set when the agent could not even be started. */
  readonly problem?: HarnessOutcome;
}

async function prepare(
  host: Host,
  { goal }: Assignment,
  { ticket, bench }: { readonly ticket: ClaimTicket; readonly bench: Bench },
): Promise<Place> {
  const { workshop } = bench;
  const folder = await workshop.checkout({
    name: "agent",
    commit: ticket.head,
    branch: ticket.branch,
    base: { branch: ticket.baseBranch, commit: ticket.base },
  });
  if (goal.setup.commands.length === 0) {
    return { folder, before: await host.repository.treeOf(ticket.head), products: new Set() };
  }
  const problem = await runSetup(host, goal.setup, inWorkspace(folder, goal.scope.workspace));
  const made = await workshop.changes(folder, await host.repository.treeOf(ticket.head));
  return {
    folder,
    before: await workshop.snapshot(folder, ticket.head),
    products: new Set(made.map((change) => change.path)),
    ...(problem === undefined ? {} : { problem: notStarted(problem) }),
  };
}

function inWorkspace(folder: string, workspace: string): string {
  return workspace === "" ? folder : `${folder}/${workspace}`;
}

/** An agent that would be ended before it could read its prompt is not started, and costs nothing. */
function outOfTime(host: Host, { deadlineMs }: ClaimTicket): HarnessOutcome | undefined {
  if (deadlineMs - host.clock.now() >= AGENT_MS_MIN) return undefined;
  const problem = notStarted("no time was left to start the agent");
  return { ...problem, ending: "timed-out", usage: { inputTokens: 0, costUsd: 0 } };
}

function notStarted(problem: string): HarnessOutcome {
  return {
    ending: "missing",
    summary: toOneLine(problem, 300),
    usage: {},
    denied: [],
    durationMs: 0,
    excerpt: "",
  };
}

async function runAgent(
  host: Host,
  { goal, harness }: Assignment,
  work: { readonly ticket: ClaimTicket; readonly place: Place; readonly rules: PathRules },
): Promise<HarnessOutcome> {
  const { ticket, place, rules } = work;
  const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
  host.events.emit({
    kind: "dispatching",
    iteration: ticket.iteration,
    harness: harness.id,
    ...(harness.model === undefined ? {} : { model: harness.model }),
    failing: ticket.failing,
  });
  const prompt =
    ledger === undefined
      ? ""
      : renderPrompt({
          goal,
          state: ledger.state,
          results: ledger.vector?.results ?? [],
          graders: [...rules.graders],
        });
  const outcome = await runHarness({
    harness,
    task: {
      prompt,
      folder: place.folder,
      timeoutMs: Math.max(1, ticket.deadlineMs - host.clock.now()),
      reservation: ticket.reservation,
      signal: host.signal,
    },
    environment: host.environment,
    secrets: host.secrets,
    processes: host.processes,
  });
  host.events.emit({
    kind: "dispatched",
    iteration: ticket.iteration,
    ending: outcome.ending,
    durationMs: outcome.durationMs,
    summary: outcome.summary,
    usage: outcome.usage,
  });
  return outcome;
}

function commitMessage({ goal }: Assignment, ticket: ClaimTicket): string {
  const subject = toOneLine(`kazi: ${goal.name ?? goal.id}`, 72);
  const trailers = [
    `Kazi-Goal: ${toOneLine(goal.id, 200)}`,
    `Kazi-Iteration: ${ticket.iteration}`,
    `Kazi-Approval: ${ticket.approvalDigest}`,
  ];
  return `${subject}\n\n${trailers.join("\n")}\n`;
}
