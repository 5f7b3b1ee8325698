import type { ScopeGuard } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { isBelow } from "./is-below.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

const NAMED_MAX = 5;

/** Nothing below a denied folder differs from what it was, whoever changed it, moved it or put it there. */
export const scopeGuard: Provider<ScopeGuard> = {
  triggers: ["tree"],
  permanent: [],
  observe: async ({ check }, context) => await observeScopeGuard(check, context),
};

async function observeScopeGuard(
  { deny }: ScopeGuard,
  { diff }: EvaluationContext,
): Promise<ResultDraft> {
  const changed = await diff.changedPaths();
  const denied = changed.filter(({ path }) => deny.some((prefix) => isBelow(path, prefix)));
  const wanted = `nothing changed below ${deny.join(", ")}`;
  const seen = `${denied.length} of ${changed.length} changed paths are below it`;
  if (denied.length === 0) {
    return { status: "pass", message: `${wanted} since ${diff.since}`, seen, wanted, score: 1 };
  }
  const names = denied.slice(0, NAMED_MAX).map(({ path }) => path);
  const more = denied.length > names.length ? ` and ${denied.length - names.length} more` : "";
  return {
    status: "fail",
    message: `[scope].deny: expected ${wanted}, found ${names.join(", ")}${more}; put them back as they were at ${diff.since}`,
    seen,
    wanted,
    score: 1 / (1 + denied.length),
    findings: denied.map(({ path, kind }) => ({
      file: path,
      rule: "scope_deny_paths",
      level: "error",
      message: `${kind}, but [scope].deny forbids to change it`,
    })),
  };
}
