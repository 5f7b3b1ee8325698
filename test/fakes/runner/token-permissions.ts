import { isTemplateMapping } from "./template.ts";
import type { Template } from "./template.ts";

export type Level = "none" | "read" | "write";
/** Names as in workflow files: `pull-requests`. */
export type TokenPermissions = Readonly<Record<string, Level>>;

const SCOPES = [
  "actions",
  "artifact-metadata",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "models",
  "packages",
  "pages",
  "pull-requests",
  "repository-projects",
  "security-events",
  "statuses",
] as const;

const RANKS: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** What a job's token may do where nothing in the workflow says so. */
export function defaultTokenPermissions(setting: "read" | "write"): TokenPermissions {
  if (setting === "read") return { ...every("none"), contents: "read", packages: "read" };
  return { ...every("write"), "id-token": "none", models: "none" };
}

/** A `permissions:` replaces what stands above it: scopes that it does not name are `none`. */
export function applyPermissions(
  above: TokenPermissions,
  permissions: Template | undefined,
): TokenPermissions {
  if (permissions === undefined) return above;
  if (permissions === "read-all") return { ...every("read"), "id-token": "none" };
  if (permissions === "write-all") return { ...every("write"), models: "read" };
  const named = isTemplateMapping(permissions) ? Object.entries(permissions) : [];
  const levels = named.map(([scope, level]) => [scope, toLevel(level)]);
  return { ...every("none"), ...Object.fromEntries(levels) };
}

/** The first scope in which a called workflow asks for more than its caller has. */
export function findExcess(
  wanted: TokenPermissions,
  ceiling: TokenPermissions,
): string | undefined {
  for (const [scope, level] of Object.entries(wanted)) {
    const allowed = ceiling[scope] ?? "none";
    if (RANKS[level] > RANKS[allowed]) {
      return `is requesting '${scope}: ${level}', but is only allowed '${scope}: ${allowed}'`;
    }
  }
  return undefined;
}

function every(level: Level): Record<string, Level> {
  return Object.fromEntries(SCOPES.map((scope) => [scope, level]));
}

function toLevel(level: Template): Level {
  return level === "read" || level === "write" ? level : "none";
}
