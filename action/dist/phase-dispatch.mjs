import { t as dispatchPhase$1 } from "./phase-work.mjs";
import { n as openHost, o as digestOf, t as documentsFolder } from "./open-host.mjs";
import { t as requireDocuments } from "./require-documents.mjs";
// action/phase-dispatch.ts
/** The agent's turn. This job holds a key of a model and may read the repository, nothing else. */
async function dispatchPhase(inputs, job) {
	const folder = documentsFolder(inputs, job);
	await requireDocuments(folder, inputs.digests);
	const report = await dispatchPhase$1(await openHost(inputs, job));
	const paths = report.changed.length === 1 ? "1 path" : `${report.changed.length} paths`;
	return {
		outputs: { digest: await digestOf(folder, "dispatch") },
		sentence: `The agent ended as ${report.outcome.ending} with ${paths} changed; nothing is kept before it is observed.`
	};
}
export { dispatchPhase };
