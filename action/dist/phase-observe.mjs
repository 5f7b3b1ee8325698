import { r as observePhase$1 } from "./phase-work.mjs";
import { n as openHost, o as digestOf, t as documentsFolder } from "./open-host.mjs";
import { t as requireDocuments } from "./require-documents.mjs";
// action/phase-observe.ts
/** Every predicate on head plus candidate. This job holds no secret and may read the repository. */
async function observePhase(inputs, job) {
	const folder = documentsFolder(inputs, job);
	await requireDocuments(folder, inputs.digests);
	await observePhase$1(await openHost(inputs, job));
	return {
		outputs: { digest: await digestOf(folder, "observation") },
		sentence: "Every predicate was evaluated; the land job decides what follows."
	};
}
export { observePhase };
