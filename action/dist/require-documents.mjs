import { i as KaziError } from "./plain-text.mjs";
import { a as checkDocuments } from "./open-host.mjs";
// action/require-documents.ts
/** For the jobs that cannot go on with less than what the jobs before them left. */
async function requireDocuments(folder, digests) {
	const damage = await checkDocuments(folder, digests);
	if (damage.length === 0) return;
	throw new KaziError({
		code: "handover-invalid",
		message: `${damage.map(({ problem }) => problem).join("; ")}. Nothing was done; the land job gives the claim back`
	});
}
export { requireDocuments as t };
