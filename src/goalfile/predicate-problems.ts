import { toOneLine } from "../model/plain-text.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { didYouMean, formatFound, type Surroundings } from "./read-values.ts";
import { PredicateHead } from "./schema/predicate-head.ts";
import { PROVIDERS, UNSUPPORTED_PROVIDERS } from "./tables.ts";
import type { TomlTable } from "./toml-table.ts";

const KNOWN = Object.keys(PROVIDERS);
const ALL_KNOWN = [...KNOWN, ...UNSUPPORTED_PROVIDERS];

/** The original says the provider with the keys of a provider, and leaves it out with common ones. */
export function surroundingsOf(input: TomlTable, provider: string, index: number): Surroundings {
  const name = nameOf(input, index);
  const owner = provider === "" ? name : `${provider} ${name}`;
  return {
    path: ["predicate", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${Object.hasOwn(PredicateHead.shape, key) ? name : owner} "${key}"`,
  };
}

/** Rules over several keys, which hold whatever the single ones are. */
export function contradictions(input: TomlTable, index: number): readonly Problem[] {
  const name = nameOf(input, index);
  const path = ["predicate", index];
  const found: Problem[] = [];
  if (input["guard"] === true && input["acceptance"] === true) {
    found.push({
      severity: "error",
      code: "contradiction",
      message: `${name} may not be both a guard and an acceptance predicate`,
      suggestion: "Remove one of the two.",
      path: [...path, "acceptance"],
      at: "value",
    });
  }
  if (input["expect_body"] === "" && input["body_match"] !== "exact") {
    found.push({
      severity: "error",
      code: "contradiction",
      message: `${name} "expect_body" must not be empty: every body contains it`,
      suggestion: 'Say what the body contains, or set body_match = "exact".',
      path: [...path, "expect_body"],
      at: "value",
    });
  }
  return found;
}

/** What can be seen of a program before it is started. */
export function commandProblems(
  input: TomlTable,
  index: number,
  workspace: string | undefined,
): readonly Problem[] {
  const cmd = input["cmd"];
  if (typeof cmd !== "string") return [];
  const place = { path: ["predicate", index, "cmd"], at: "value" } as const;
  const owner = `${nameOf(input, index)} "cmd"`;
  const found: Problem[] = [];
  if (workspace !== undefined && leavesRepository(cmd, workspace)) {
    found.push({
      ...place,
      severity: "error",
      code: "path-outside",
      message: `${owner} must not leave the repository (got ${formatFound(cmd)})`,
      suggestion: "Commit the script, or name a program that is on the PATH.",
    });
  }
  if (/\S +\S/.test(cmd)) {
    found.push({
      ...place,
      severity: "warning",
      code: "command-line",
      message: `${owner} is one executable, not a command line (got ${formatFound(cmd)})`,
      suggestion: "Put the words behind the first into args.",
    });
  }
  if (REPORTS.has(input["evidence_format"])) {
    found.push({
      severity: "warning",
      code: "not-enforced",
      message: `${nameOf(input, index)} "evidence_format" is read, but reports are not taken apart by this version`,
      suggestion: "The verdict is the same; the evidence is the plain output.",
      path: ["predicate", index, "evidence_format"],
      at: "value",
    });
  }
  return found;
}

const REPORTS: ReadonlySet<unknown> = new Set(["sarif", "junit", "json"]);

/** A relative path that climbs above the root somewhere on its way. */
function leavesRepository(cmd: string, workspace: string): boolean {
  if (!cmd.includes("/") || cmd.startsWith("/")) return false;
  let depth = workspace === "" ? 0 : workspace.split("/").length;
  for (const step of cmd.split("/")) {
    if (step === "..") depth -= 1;
    else if (step !== "." && step !== "") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

export function foreignProvider(input: TomlTable, provider: string, index: number): Problem {
  const name = nameOf(input, index);
  const found = formatFound(provider);
  const place = { path: ["predicate", index, "provider"], at: "value", severity: "error" } as const;
  if (UNSUPPORTED_PROVIDERS.has(provider)) {
    return {
      ...place,
      code: "unsupported-provider",
      message: `${name} has provider ${found}, one of the original's that this version cannot evaluate`,
      suggestion: "Run the tool yourself with a custom_script predicate.",
    };
  }
  const known = KNOWN.map((it) => `"${it}"`).join(", ");
  return {
    ...place,
    code: "unknown-provider",
    message: `${name} has unknown provider ${found} (known: ${known})`,
    ...present("suggestion", didYouMean(provider, ALL_KNOWN)),
  };
}

function nameOf(input: TomlTable, index: number): string {
  const id = input["id"];
  return typeof id === "string" && id.trim() !== ""
    ? `predicate "${toOneLine(id, 80)}"`
    : `[[predicate]] #${index + 1}`;
}
