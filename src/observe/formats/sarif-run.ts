import type { Finding } from "../../model/vector.ts";
import { fieldAt, listAt, numberAt, textAt } from "./json-field.ts";
import { toReportPathOfUri } from "./report-path.ts";

/** A chain of base names that never ends is a mistake or an attack. */
const BASES_MAX = 10;
const OWN_NAMES_MAX = 20;
const ARGUMENTS_MAX = 20;
/** What semgrep writes where it keeps the fingerprint to itself. */
const WITHHELD = "requires login";
/** Kinds of result that complain of nothing. */
const NO_COMPLAINT = new Set<unknown>(["pass", "notApplicable", "informational"]);
/** A tool's own comparison with an earlier run. */
const GONE = "absent";
const KNOWN = "unchanged";

/** What the rest of a run says that its results point at. */
export interface SarifRun {
  readonly tool?: unknown;
  readonly bases?: unknown;
  readonly artifacts: ReadonlyMap<number, unknown>;
}

/** Whether somebody has to do something about a result that is not excused. */
export function isComplaint(result: unknown): boolean {
  return !NO_COMPLAINT.has(fieldAt(result, "kind")) && fieldAt(result, "baselineState") !== GONE;
}

/** Whether a result is there, and somebody has said that it may be, or it was there before. */
export function isExcused(result: unknown): boolean {
  const isSuppressed =
    listAt(result, "suppressions").length > 0 &&
    listAt(result, "suppressions").every(
      (it) => (textAt(it, "status") ?? "accepted") === "accepted",
    );
  return isSuppressed || fieldAt(result, "baselineState") === KNOWN;
}

/** Whether the result points at something that this run has not said yet. */
export function isAhead(result: unknown, run: SarifRun): boolean {
  const place = artifactOf(result);
  const baseId = textAt(place, "uriBaseId");
  const index = numberAt(place, "index");
  return (
    run.tool === undefined ||
    (baseId !== undefined && fieldAt(run.bases, baseId) === undefined) ||
    (textAt(place, "uri") === undefined && index !== undefined && !run.artifacts.has(index))
  );
}

/** A result as a finding, with whatever the run has said so far. */
export function toSarifFinding(result: unknown, run: SarifRun, folder: string): Finding {
  const rule = ruleOf(result, run.tool);
  const id = textAt(result, "ruleId") ?? textAt(result, "rule", "id") ?? textAt(rule, "id");
  const region = fieldAt(result, "locations", 0, "physicalLocation", "region");
  const line = numberAt(region, "startLine");
  const column = numberAt(region, "startColumn");
  return {
    file: toReportPathOfUri(uriOf(artifactOf(result), run), folder),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(id === undefined ? {} : { rule: id }),
    level: toLevel(
      textAt(result, "level") ?? textAt(rule, "defaultConfiguration", "level") ?? "warning",
    ),
    message: messageOf(result, rule) ?? id ?? "",
  };
}

/** What the tool itself knows the result by. */
export function ownFingerprint(result: unknown): string | undefined {
  const own = fieldAt(result, "fingerprints") ?? fieldAt(result, "partialFingerprints");
  if (typeof own !== "object" || own === null) return undefined;
  const entries = Object.entries(own)
    .filter(([, value]) => typeof value === "string" && value !== "" && value !== WITHHELD)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .slice(0, OWN_NAMES_MAX);
  return entries.length === 0 ? undefined : JSON.stringify(entries);
}

function artifactOf(result: unknown): unknown {
  return fieldAt(result, "locations", 0, "physicalLocation", "artifactLocation");
}

function uriOf(place: unknown, { artifacts, bases }: SarifRun): string {
  const index = numberAt(place, "index");
  const listed = index === undefined ? undefined : fieldAt(artifacts.get(index), "location");
  const known = textAt(place, "uri") === undefined ? listed : place;
  let uri = textAt(known, "uri") ?? "";
  let baseId = textAt(known, "uriBaseId");
  for (let step = 0; baseId !== undefined && !isAbsolute(uri) && step < BASES_MAX; step += 1) {
    const base = fieldAt(bases, baseId);
    const above = textAt(base, "uri") ?? "";
    uri = above === "" || above.endsWith("/") ? `${above}${uri}` : `${above}/${uri}`;
    baseId = textAt(base, "uriBaseId");
  }
  return uri;
}

function isAbsolute(uri: string): boolean {
  return uri.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri);
}

/** By its index where it has one, else by its name or the part of it before the last slash. */
function ruleOf(result: unknown, tool: unknown): unknown {
  const extension = numberAt(result, "rule", "toolComponent", "index");
  const component = extension === undefined ? ["driver"] : ["extensions", extension];
  const rules = listAt(tool, ...component, "rules");
  const index = numberAt(result, "ruleIndex") ?? numberAt(result, "rule", "index");
  if (index !== undefined && index < rules.length) return rules[index];
  const id = textAt(result, "ruleId") ?? textAt(result, "rule", "id");
  if (id === undefined) return undefined;
  const parent = id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : id;
  return (
    rules.find((rule) => textAt(rule, "id") === id) ??
    rules.find((rule) => textAt(rule, "id") === parent)
  );
}

function messageOf(result: unknown, rule: unknown): string | undefined {
  const id = textAt(result, "message", "id");
  const template =
    textAt(result, "message", "text") ??
    textAt(result, "message", "markdown") ??
    (id === undefined ? undefined : textAt(rule, "messageStrings", id, "text")) ??
    textAt(rule, "shortDescription", "text");
  const values = listAt(result, "message", "arguments").slice(0, ARGUMENTS_MAX);
  return values.reduce<string | undefined>(
    (text, value, index) =>
      typeof value === "string" ? text?.replaceAll(`{${index}}`, () => value) : text,
    template,
  );
}

function toLevel(level: string): Finding["level"] {
  if (level === "error") return "error";
  return level === "note" || level === "none" ? "note" : "warning";
}
