// src/model/is-live.ts
/** Whether a predicate looks at a running service instead of at the tree. */
function isLive(predicate) {
	switch (predicate.check.provider) {
		case "custom_script":
		case "test_runner": return false;
		case "http_probe": return true;
	}
}
export { isLive as t };
