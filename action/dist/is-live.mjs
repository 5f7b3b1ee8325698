// src/model/judged-by.ts
/** What a check looks at. */
function judgedBy(check) {
	return SUBJECTS[check.provider];
}
const SUBJECTS = {
	custom_script: "tree",
	test_runner: "tree",
	http_probe: "service",
	prod_log: "service",
	browser: "service",
	metrics: "service",
	ratchet: "tree",
	static: "tree",
	coverage: "tree",
	property: "tree",
	mutation: "tree",
	cve: "tree",
	cli: "tree",
	no_stubs: "tree",
	docs_updated: "tree",
	gherkin: "tree",
	landed: "landing",
	scope_guard: "tree",
	not_built: "tree"
};
// src/model/is-live.ts
/** Whether a predicate looks at a running service instead of at the tree. */
function isLive(predicate) {
	return judgedBy(predicate.check) === "service";
}
export { judgedBy as n, isLive as t };
