import { judgePaths } from "../act/judge-paths.ts";
import type { Goal } from "../model/goal.ts";
import type { ClaimTicket, DispatchReport, Observation } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { ReceivedCandidate } from "../ports/workshop.ts";
import {
  HANDOVER_BYTES_MAX,
  parseDispatchReport,
  parseObservation,
} from "../record/handover-codec.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import { pathRules } from "./path-rules.ts";

/** What the other jobs left, checked. */
export interface CheckedEvidence {
  readonly observation: Observation;
  readonly report?: DispatchReport;
  readonly received?: ReceivedCandidate;
}

/** Reads the documents and the bundle of the work jobs; refuses whatever is not of exactly this claim. */
export async function readEvidence(
  host: Host,
  assignment: Assignment,
  { ticket, bench }: { readonly ticket: ClaimTicket; readonly bench: Bench },
): Promise<CheckedEvidence> {
  const text = await bench.handover.read("observation", HANDOVER_BYTES_MAX);
  if (text === undefined) throw invalid("the observe job left no observation");
  const observation = parseObservation(text);
  requireSameClaim(observation, ticket);
  requireAllResults(assignment.goal, observation);
  requireOwnGraders(observation);
  if (ticket.kind === "observe") {
    await requireTree(host, observation, { commit: ticket.head });
    return { observation };
  }
  const reported = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
  if (reported === undefined) throw invalid("the dispatch job left no report");
  const report = parseDispatchReport(reported);
  requireSameClaim(report, ticket);
  if (report.candidate === undefined) {
    await requireTree(host, observation, { commit: ticket.head });
    return { observation, report };
  }
  const received = await bench.workshop.receive(ticket.head, report.candidate);
  if (received === undefined) throw invalid("the announced candidate has no bundle");
  const { refused } = judgePaths(received.changes, await pathRules(host, assignment, ticket));
  const [first] = refused;
  if (first !== undefined) {
    throw invalid(`the candidate contains ${first.path}, which ${first.reason}`);
  }
  await requireTree(host, observation, received);
  return { observation, report, received };
}

function requireSameClaim(
  document: { readonly epoch: number; readonly nonce: string },
  ticket: ClaimTicket,
): void {
  if (document.epoch === ticket.epoch && document.nonce === ticket.nonce) return;
  throw invalid(`a document is of another claim (epoch ${document.epoch}, not ${ticket.epoch})`);
}

function requireAllResults(goal: Goal, { vector }: Observation): void {
  const wanted = goal.predicates.map((predicate) => predicate.id);
  const found = vector.results.map((result) => result.id);
  if (wanted.length === found.length && wanted.every((id, index) => id === found[index])) return;
  throw invalid(`the observation names ${found.length} predicates, the goal ${wanted.length}`);
}

/** What was graded by files that the commit does not hold says nothing about the commit. */
function requireOwnGraders({ restored }: Observation): void {
  const [first] = restored;
  if (first === undefined) return;
  throw new KaziError({
    code: "approval-void",
    message: `the approval is void: ${first}, which grades this goal, is not as it was approved on the observed commit; nothing was kept. Run apply again where it stands as you want it`,
  });
}

async function requireTree(
  host: Host,
  { vector }: Observation,
  subject: { readonly commit: Oid; readonly tree?: Oid },
): Promise<void> {
  const tree = subject.tree ?? (await host.repository.treeOf(subject.commit));
  if (vector.commit === subject.commit && vector.tree === tree) return;
  throw invalid(`the observation is of ${vector.commit}, expected ${subject.commit}`);
}

function invalid(reason: string): KaziError {
  return new KaziError({ code: "handover-invalid", message: `${reason}; nothing was kept` });
}
