import { n as toOneLine } from "./plain-text.mjs";
// src/model/format-finding.ts
/** A finding on one line, `file:line: message`; some tools name no file. */
function formatFinding(finding, charactersMax) {
	const line = finding.line === void 0 ? "" : `:${finding.line}`;
	const place = finding.file === "" ? "" : `${finding.file}${line}: `;
	return toOneLine(`${place}${finding.message}`, charactersMax);
}
export { formatFinding as t };
