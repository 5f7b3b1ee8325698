import type { Goal } from "../model/goal.ts";
import type { Observation } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { EvaluationContext } from "../observe/evaluation-context.ts";
import { boundVector } from "../record/bound-vector.ts";
import { encode } from "../record/codec.ts";
import { HANDOVER_BYTES_MAX, parseDispatchReport } from "../record/handover-codec.ts";
import { openBaseCheckout } from "./base-checkout.ts";
import { evaluateAll } from "./evaluate-all.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import type { ObserveTicket } from "./observe-ticket.ts";
import { requireRunning } from "./require-running.ts";
import { runSetup } from "./run-setup.ts";

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
  const { goal } = assignment;
  const startedMs = host.clock.now();
  const subject = await receiveSubject(host, claimed);
  const { folder, restored, problem } = await prepare(host, goal, { ...claimed, subject });
  const evaluation = {
    host,
    goal,
    ticket,
    bench,
    folder,
    diff: bench.workshop.diff(ticket.base, subject.commit),
    base: openBaseCheckout(host, { goal, ticket, bench }),
    isBase: subject.commit === ticket.base,
    once: rememberWork(),
  };
  const results = await evaluateAll(evaluation, problem);
  requireRunning(host);
  const observation: Observation = {
    format: 1,
    epoch: ticket.epoch,
    nonce: ticket.nonce,
    ...(subject.candidate === undefined ? {} : { candidate: subject.candidate }),
    vector: boundVector({
      commit: subject.commit,
      tree: subject.tree,
      observedAtMs: host.clock.now(),
      isolation: host.processes.isolation,
      results,
    }),
    restored,
    durationMs: host.clock.now() - startedMs,
  };
  await bench.handover.write("observation", encode(observation));
  return observation;
}

interface Prepared {
  readonly folder: string;
  /** Graders that differed from the approved version. */
  readonly restored: readonly string[];
  /** Why setup failed. */
  readonly problem: string | undefined;
}

/** One folder, set aside as every predicate is to find it. */
async function prepare(
  host: Host,
  goal: Goal,
  { ticket, bench, subject }: Observing & { readonly subject: Subject },
): Promise<Prepared> {
  const { workshop } = bench;
  const { graders } = ticket;
  const folder = await workshop.checkout({
    name: "observe",
    commit: subject.commit,
    branch: ticket.branch,
    base: { branch: ticket.baseBranch, commit: ticket.base },
  });
  const restored = graders === undefined ? [] : await workshop.restoreGraders(folder, graders);
  const { workspace } = goal.scope;
  const cwd = workspace === "" ? folder : `${folder}/${workspace}`;
  const problem = await runSetup(host, goal.setup, cwd);
  if (graders !== undefined && goal.setup.commands.length > 0) {
    // What setup did to a grader is put back and not reported: that voids no approval.
    await workshop.restoreGraders(folder, graders);
  }
  await workshop.freeze(folder);
  return { folder, restored, problem };
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

/** Each piece of work that several predicates share is done once. */
function rememberWork(): EvaluationContext["once"] {
  const known = new Map<string, Promise<unknown>>();
  return async (key, work) => await recall(known, key, work);
}

function recall<T>(
  known: Map<string, Promise<unknown>>,
  key: string,
  work: () => Promise<T>,
): Promise<T>;
function recall(
  known: Map<string, Promise<unknown>>,
  key: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const started = work();
  known.set(key, started);
  return started;
}
