import { RE2JS, RE2JSException } from "re2js";
import type { DocsUpdated } from "../model/check.ts";
import type { ChangedPath } from "../ports/tree-diff.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

/** Where programs of any language keep what others use: commands, interfaces and their descriptions. */
const SURFACE: readonly string[] = [
  "(^|/)(api|bin|cli|cmd|commands|public|routes)/",
  "(^|/)(api|cli|main|index)\\.[^/]+$",
  "(^|/)(openapi|swagger)[^/]*\\.(json|ya?ml)$",
  "\\.(proto|graphqls?|thrift|avsc|wsdl)$",
  "^action\\.ya?ml$",
];
const DOCUMENTS: readonly string[] = ["^docs?/", "(^|/)README(\\.[^/]+)?$", "^AGENTS\\.md$"];
const MARK = "[no-docs]";
const WANTED = `a changed document, or "${MARK} <reason>" in a commit message`;

/** Whoever changes what others use also changes what they read, or says in a commit why not. */
export const docsUpdated: Provider<DocsUpdated> = {
  triggers: ["tree"],
  permanent: ["bad-check"],
  observe: async ({ check }, context) => await observeDocsUpdated(check, context),
};

async function observeDocsUpdated(
  check: DocsUpdated,
  { diff }: EvaluationContext,
): Promise<ResultDraft> {
  const isSurface = pathMatcher("surface_patterns", orElse(check.surfacePatterns, SURFACE));
  const isDocument = pathMatcher("doc_patterns", orElse(check.docPatterns, DOCUMENTS));
  if ("status" in isSurface) return isSurface;
  if ("status" in isDocument) return isDocument;
  const changed = await diff.changedPaths();
  const surface = changed.filter(isSurface);
  if (surface.length === 0) {
    return pass(`not applicable: no surface changed since ${diff.since}`);
  }
  const document = changed.filter(isDocument).find((it) => isUpdate(it, surface));
  if (document !== undefined) return pass(`${document.path} changed with the surface`);
  const reason = reasonIn(await diff.messages());
  return reason === undefined ? missing(surface, diff.since) : pass(reason);
}

/** An empty list means the usual ones, as an absent one does. */
function orElse(given: readonly string[], usual: readonly string[]): readonly string[] {
  return given.length === 0 ? usual : given;
}

function pathMatcher(
  key: string,
  patterns: readonly string[],
): ((changed: ChangedPath) => boolean) | ResultDraft {
  try {
    const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
    return ({ path }) => compiled.some((pattern) => pattern.test(path));
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const message = `${key}: ${error.message}; expected RE2 syntax, without look-around and back-references`;
    return { status: "error", error: "bad-check", message };
  }
}

/** Throwing a document away explains nothing, unless a part of the surface went as well. */
function isUpdate({ kind }: ChangedPath, surface: readonly ChangedPath[]): boolean {
  return kind !== "deleted" || surface.some((it) => it.kind === "deleted");
}

function pass(message: string): ResultDraft {
  return { status: "pass", message, wanted: WANTED, score: 1 };
}

function reasonIn(messages: readonly string[]): string | undefined {
  const line = messages.flatMap((it) => it.split("\n")).find((it) => it.includes(MARK));
  if (line === undefined) return undefined;
  const reason = line.slice(line.indexOf(MARK) + MARK.length).trim();
  return `a commit message says ${MARK}: ${reason === "" ? "no reason is given" : reason}`;
}

function missing(surface: readonly ChangedPath[], since: string): ResultDraft {
  const [first] = surface;
  return {
    status: "fail",
    message: `expected ${WANTED}, found neither since ${since}; ${surface.length} files of the surface changed, such as ${first?.path}`,
    seen: `${surface.length} changed files of the surface, no changed document`,
    wanted: WANTED,
    score: 0,
    findings: surface.map(({ path, kind }) => ({
      file: path,
      rule: "docs_updated",
      level: "error",
      message: `${kind} without a change of the documents: describe for users what changed`,
    })),
  };
}
