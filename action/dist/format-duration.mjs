// src/control/goal-path.ts
/** Files of kazi that are no goals, by their names. */
const OTHERS = /* @__PURE__ */ new Set([
	"config.toml",
	"context.toml",
	"roadmap.toml",
	"fleet.toml"
]);
const PATTERNS = [/^\.kazi\/goals\/[^/]+\.toml$/, /^\.kazi\/(?:[^/]+\/)*[^/]+\.goal\.toml$/];
const PATH_CHARACTERS_MAX = 1e3;
/** Whether a path of a repository is the place of a goal-file. */
function isGoalPath(path) {
	if (path.length > PATH_CHARACTERS_MAX) return false;
	if (path.split("/").some((part) => part === "." || part === "..")) return false;
	return PATTERNS.some((pattern) => pattern.test(path)) && !OTHERS.has(path.split("/").at(-1) ?? "");
}
// src/report/format-duration.ts
/** Milliseconds as a person reads them: `340 ms`, `12.3 s`, `4 min`, `2 h 5 min`. */
function formatDuration(ms) {
	if (Math.round(ms) < 1e3) return `${Math.round(ms)} ms`;
	if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
	const minutes = Math.round(ms / 6e4);
	if (minutes < 60) return `${minutes} min`;
	const rest = minutes % 60;
	return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
export { isGoalPath as n, formatDuration as t };
