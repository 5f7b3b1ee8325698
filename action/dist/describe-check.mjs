import { $ as invocationsOf } from "./ledger.mjs";
// src/model/describe-check.ts
/** What a check runs or asks, on one line of any length. */
function describeCheck(check) {
	switch (check.provider) {
		case "http_probe": return `${check.method} ${check.url}`;
		case "browser": return `open ${check.url}`;
		case "metrics": return describeQuestion(check.question);
		case "no_stubs": return `no ${check.patterns.join(", ")} in added lines`;
		case "docs_updated": return "documents change with the surface";
		case "landed": return `the result has reached "${check.wanted}"`;
		case "scope_guard": return `nothing changed below ${check.deny.join(", ")}`;
		case "not_built": return `${check.named}: not built here`;
		case "gherkin": return `${check.feature}: ${check.scenario}`;
		case "custom_script":
		case "test_runner":
		case "prod_log":
		case "static":
		case "property":
		case "mutation":
		case "cve":
		case "ratchet":
		case "coverage":
		case "cli": return invocationsOf(check).map(({ command, args }) => [command, ...args].join(" ")).join("; ");
	}
}
function describeQuestion(question) {
	switch (question.kind) {
		case "scalar": return `${question.query} ${question.passWhen.operator} ${question.passWhen.number}`;
		case "quantile": return `quantile ${question.quantile} of ${question.query} ${question.passWhen.operator} ${question.passWhen.number}`;
		case "burn_rate": return `burn rate of ${question.windows.map((it) => it.long).join(", ")}`;
	}
}
export { describeCheck as t };
