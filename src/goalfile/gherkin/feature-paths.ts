import { decodeText } from "../decode-text.ts";
import { parseTable } from "../parse-table.ts";
import { Gherkin } from "../schema/gherkin.ts";
import { Scope } from "../schema/scope.ts";
import { isTable } from "../toml-table.ts";
import { FEATURES_MAX } from "./parse-features.ts";

/**
 * The feature files that a goal-file names, as paths of the repository, so that a host knows what to
 * read before it loads the goal. What is wrong with the file is not told here.
 */
export function featurePaths(bytes: Uint8Array): readonly string[] {
  const text = decodeText(bytes);
  if (typeof text !== "string" || !text.includes("gherkin")) return [];
  const parsed = parseTable(text);
  if (parsed.kind === "problem") return [];
  const { predicate, scope } = parsed.table;
  const workspace = isTable(scope)
    ? Scope.shape.workspace.safeParse(scope["workspace"])
    : undefined;
  if (!Array.isArray(predicate) || workspace?.success === false) return [];
  const paths = predicate.flatMap((table: unknown): readonly string[] => {
    if (!isTable(table) || table["provider"] !== "gherkin") return [];
    const feature = Gherkin.shape.feature.safeParse(table["feature"]);
    return feature.success ? [featurePath(feature.data, workspace?.data ?? "")] : [];
  });
  return [...new Set(paths)].slice(0, FEATURES_MAX);
}

/** A path of the workspace as one of the repository. */
export function featurePath(feature: string, workspace: string): string {
  return workspace === "" ? feature : `${workspace}/${feature}`;
}
