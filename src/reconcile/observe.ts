import type { Predicate } from "../model/goal.ts";
import type { ClaimTicket, Observation } from "../model/handover.ts";
import { isLive } from "../model/is-live.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid, PredicateResult } from "../model/vector.ts";
import { evaluate } from "../observe/evaluate.ts";
import { encode } from "../record/codec.ts";
import { HANDOVER_BYTES_MAX, parseDispatchReport } from "../record/handover-codec.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import { requireRunning } from "./require-running.ts";
import { runSetup } from "./run-setup.ts";

/** The parts of a ticket that an observation needs. Without graders the commit grades itself. */
export type ObserveTicket = Pick<
  ClaimTicket,
  "kind" | "epoch" | "nonce" | "iteration" | "head" | "base" | "branch" | "baseBranch"
> &
  Partial<Pick<ClaimTicket, "graders">>;

interface Observing {
  readonly ticket: ObserveTicket;
  readonly bench: Bench;
}

/** Observe job: a fresh copy of head plus candidate, the approved graders, one result a predicate. Writes no ref. */
export async function observe(
  host: Host,
  assignment: Assignment,
  claimed: Observing,
): Promise<Observation> {
  const { ticket, bench } = claimed;
  const startedMs = host.clock.now();
  const subject = await receiveSubject(host, claimed);
  const folder = await bench.workshop.checkout({
    name: "observe",
    commit: subject.commit,
    branch: ticket.branch,
    base: { branch: ticket.baseBranch, commit: ticket.base },
  });
  const { graders } = ticket;
  const restored =
    graders === undefined ? [] : await bench.workshop.restoreGraders(folder, graders);
  const results = await evaluateAll(host, assignment, { ticket, bench, folder });
  requireRunning(host);
  const observation: Observation = {
    format: 1,
    epoch: ticket.epoch,
    nonce: ticket.nonce,
    ...(subject.candidate === undefined ? {} : { candidate: subject.candidate }),
    vector: {
      commit: subject.commit,
      tree: subject.tree,
      observedAtMs: host.clock.now(),
      isolation: host.processes.isolation,
      results,
    },
    restored,
    durationMs: host.clock.now() - startedMs,
  };
  await bench.handover.write("observation", encode(observation));
  return observation;
}

interface Subject {
  readonly commit: Oid;
  readonly tree: Oid;
  readonly candidate?: Oid;
}

async function receiveSubject(host: Host, { ticket, bench }: Observing): Promise<Subject> {
  const head = { commit: ticket.head, tree: await host.repository.treeOf(ticket.head) };
  if (ticket.kind === "observe") return head;
  const text = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
  const candidate = text === undefined ? undefined : parseDispatchReport(text).candidate;
  if (candidate === undefined) return head;
  const received = await bench.workshop.receive(ticket.head, candidate);
  if (received === undefined) {
    throw new KaziError({
      code: "candidate-invalid",
      message: `the dispatch job announced candidate ${candidate.slice(0, 12)} but left no bundle`,
    });
  }
  return { commit: received.commit, tree: received.tree, candidate: received.commit };
}

async function evaluateAll(
  host: Host,
  { goal }: Assignment,
  place: Observing & { readonly folder: string },
): Promise<readonly PredicateResult[]> {
  const { ticket, bench, folder } = place;
  const cwd = goal.scope.workspace === "" ? folder : `${folder}/${goal.scope.workspace}`;
  const problem = await runSetup(host, goal.setup, cwd);
  if (ticket.graders !== undefined && goal.setup.commands.length > 0) {
    // What setup did to a grader is put back and not reported: that voids no approval.
    await bench.workshop.restoreGraders(folder, ticket.graders);
  }
  await bench.workshop.freeze(folder);
  const results: PredicateResult[] = [];
  for (const predicate of goal.predicates) {
    requireRunning(host);
    if (!isLive(predicate)) await bench.workshop.renew(folder);
    const result =
      problem === undefined || isLive(predicate)
        ? await evaluateOne(host, predicate, cwd)
        : brokenSetup(predicate, problem);
    host.events.emit({ kind: "observed", iteration: ticket.iteration, result });
    results.push(result);
  }
  return results;
}

async function evaluateOne(
  host: Host,
  predicate: Predicate,
  folder: string,
): Promise<PredicateResult> {
  const result = await evaluate(predicate, {
    processes: host.processes,
    http: host.http,
    clock: host.clock,
    folder,
    environment: host.environment,
    secrets: host.secrets,
    signal: host.signal,
  });
  return predicate.heldOut ? withheld(result) : result;
}

/** Of a held-out predicate nothing but the verdict leaves this job. */
function withheld({ id, status, permanent, evidence }: PredicateResult): PredicateResult {
  const { durationMs } = evidence;
  return { id, status, permanent, evidence: { message: "held out", findings: [], durationMs } };
}

function brokenSetup(predicate: Predicate, problem: string): PredicateResult {
  const evidence = { message: problem, findings: [], durationMs: 0 };
  return { id: predicate.id, status: "error", evidence, permanent: false };
}
