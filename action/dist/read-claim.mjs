import { t as KaziError } from "./kazi-error.mjs";
import { A as nonce, C as amount, D as id, E as digest, F as baselinesSchema, I as PREDICATES_MAX, O as line, S as usageSchema, T as count, V as liveRef, _ as vectorSchema, b as endingSchema, d as boundVector, j as oid, k as moment, s as readLedger, v as parseDocument, w as branchName, x as reservationSchema, y as claimKindSchema } from "./ledger.mjs";
import { b as strictObject, d as array, h as literal, m as int, x as string } from "./schemas.mjs";
import { u as assignApproved } from "./open-host.mjs";
// src/record/handover-codec.ts
/** Bytes of a document of another job that are worth reading. */
const HANDOVER_BYTES_MAX = 1e7;
/** A candidate may change this many paths, and a goal may have this many graders. */
const PATHS_MAX = 1e4;
const CHARACTERS_MAX = 4e7;
const DENIED_MAX = 1e3;
const HANDOVER = {
	charactersMax: CHARACTERS_MAX,
	code: "handover-invalid"
};
const paths = array(string().min(1).max(4096)).max(PATHS_MAX);
const ticketSchema = strictObject({
	format: literal(1),
	goal: id,
	generation: int().positive(),
	epoch: int().positive(),
	nonce,
	iteration: count,
	kind: claimKindSchema,
	head: oid,
	branchHead: oid.exactOptional(),
	base: oid,
	branch: branchName,
	baseBranch: branchName,
	graders: oid,
	goalDigest: digest,
	approvalDigest: digest,
	deadlineMs: moment,
	reservation: reservationSchema,
	failing: array(id).max(PREDICATES_MAX),
	baselines: baselinesSchema.exactOptional()
});
const outcomeSchema = strictObject({
	ending: endingSchema,
	summary: line(300),
	usage: usageSchema,
	denied: array(line(200)).max(DENIED_MAX),
	durationMs: amount
});
/** A path as it stands in a tree, longer than a ledger keeps it. */
const handedRefusedSchema = strictObject({
	path: string().min(1).max(4096),
	reason: string().max(500)
});
const reportSchema = strictObject({
	format: literal(1),
	epoch: int().positive(),
	nonce,
	candidate: oid.exactOptional(),
	outcome: outcomeSchema,
	changed: paths,
	refused: array(handedRefusedSchema).max(PATHS_MAX)
});
const observationSchema = strictObject({
	format: literal(1),
	epoch: int().positive(),
	nonce,
	candidate: oid.exactOptional(),
	vector: vectorSchema,
	restored: paths,
	durationMs: amount
});
/** What the claim job left. */
function parseClaimTicket(text) {
	return parseDocument(text, {
		...HANDOVER,
		name: "claim ticket",
		schema: ticketSchema
	});
}
/** What the dispatch job left. */
function parseDispatchReport(text) {
	return parseDocument(text, {
		...HANDOVER,
		name: "dispatch report",
		schema: reportSchema
	});
}
/** What the observe job left, its evidence made plain and cut to size. */
function parseObservation(text) {
	const observation = parseDocument(text, {
		...HANDOVER,
		name: "observation",
		schema: observationSchema
	});
	return {
		...observation,
		vector: boundVector(observation.vector)
	};
}
// src/reconcile/read-claim.ts
/** The claim that this run's first job left, when it is still the one that counts. */
async function readClaim(host) {
	const bench = await host.benches.open("");
	const text = await bench.handover.read("claim", HANDOVER_BYTES_MAX);
	if (text === void 0) throw lostClaim("the claim job left no ticket");
	const ticket = parseClaimTicket(text);
	const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
	if (ledger === void 0) throw lostClaim(`the ledger of goal ${ticket.goal} is gone`);
	requireHeld(ledger.state, ticket);
	requireOwn(host, ledger.state.claim?.holder);
	const assignment = await assignApproved(host, ledger.state);
	for (const oid of [ticket.head, ticket.base]) await host.repository.treeOf(oid);
	return {
		ticket,
		bench,
		assignment
	};
}
function requireHeld({ claim }, ticket) {
	if (claim?.nonce === ticket.nonce && claim.epoch === ticket.epoch) return;
	throw lostClaim(`iteration ${ticket.iteration} of goal ${ticket.goal} is not held by it any more`);
}
/** A re-run of single jobs would answer to the claim of an attempt that is over. */
function requireOwn({ liveness }, holder) {
	const self = liveness.self();
	if (!(self.kind === "workflow-run" && holder?.kind === "workflow-run" && self.runId === holder.runId && self.attempt === holder.attempt)) throw lostClaim("the claim is of another run, or of an earlier attempt of this one");
}
/** What the dispatch job of this run left, if it was to leave something. */
async function readReport({ ticket, bench }) {
	if (ticket.kind === "observe") return void 0;
	const text = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
	return text === void 0 ? void 0 : parseDispatchReport(text);
}
/** There is nothing that this job may answer to. */
function lostClaim(found) {
	return new KaziError({
		code: "handover-invalid",
		message: `expected the claim of this run and attempt, found that ${found}; nothing was done`
	});
}
export { parseDispatchReport as a, HANDOVER_BYTES_MAX as i, readClaim as n, parseObservation as o, readReport as r, lostClaim as t };
