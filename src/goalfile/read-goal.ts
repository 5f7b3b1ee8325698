import type { z } from "zod";
import type { Budget, Goal, HarnessChoice, Integration } from "../model/goal.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { readPredicates } from "./read-predicates.ts";
import { formatFound, readValues, type Surroundings } from "./read-values.ts";
import type { Budget as BudgetTable } from "./schema/budget.ts";
import type { Harness as HarnessTable } from "./schema/harness.ts";
import type { Integration as IntegrationTable } from "./schema/integration.ts";
import { TABLES } from "./tables.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** The goal of a parsed file. It counts only when no problem is an error. */
export function readGoal(root: TomlTable, problems: Problem[]): Goal | undefined {
  const head = readValues(TABLES.goal, root, { surroundings: surroundingsOf("goal"), problems });
  const budget = readTable("budget", TABLES.budget, { root, problems });
  const scope = readTable("scope", TABLES.scope, { root, problems });
  const integration = readTable("integration", TABLES.integration, { root, problems });
  const setup = readTable("setup", TABLES.setup, { root, problems });
  const seal = readTable("seal", TABLES.seal, { root, problems });
  const harness = readHarness(root, problems);
  const defaults = readTable("defaults", TABLES.defaults, { root, problems });
  const predicates = readPredicates(root["predicate"], {
    defaultTimeoutMs: defaults?.timeout_ms,
    workspace: scope?.workspace,
    problems,
  });
  if (!head || !budget || !scope || !integration || !setup || !seal) return undefined;
  return {
    id: head.id,
    ...present("name", head.name),
    ...present("description", head.description),
    mode: head.mode,
    standing: head.standing,
    predicates,
    budget: toBudget(budget),
    scope: { workspace: scope.workspace, paths: scope.paths, deny: scope.deny },
    harness: toHarness(harness),
    integration: toIntegration(integration),
    setup: { commands: setup.commands, timeoutMs: setup.timeout_ms },
    seal: {
      enabled: seal.enabled,
      sealedInputs: seal.sealed_inputs,
      mutableInputs: seal.mutable_inputs,
    },
  };
}

function readHarness(root: TomlTable, problems: Problem[]): HarnessTable | undefined {
  if (root["harness"] === undefined) return undefined;
  return readTable("harness", TABLES.harness, { root, problems });
}

/** An absent table is an empty one. */
function readTable<T extends z.ZodObject>(
  name: string,
  schema: T,
  { root, problems }: { readonly root: TomlTable; readonly problems: Problem[] },
): z.output<T> | undefined {
  const table = root[name] ?? {};
  if (isTable(table)) {
    return readValues(schema, table, { surroundings: surroundingsOf(name), problems });
  }
  problems.push({
    severity: "error",
    code: "invalid-value",
    message: `[${name}] must be a table (got ${formatFound(table)})`,
    path: [name],
    at: "value",
  });
  return undefined;
}

/** The original names a key in three ways; people search for its words. */
function surroundingsOf(name: string): Surroundings {
  const path = name === "goal" ? [] : [name];
  const isQuoted = name === "goal" || name === "seal";
  const owner = name === "goal" ? "goal-file" : `[${name}]`;
  return { path, owner, labelOf: (key) => (isQuoted ? `${name} "${key}"` : `${name}.${key}`) };
}

function toBudget(table: BudgetTable): Budget {
  return {
    ...present("iterationsMax", table.max_iterations),
    ...present("dispatchesMax", table.max_dispatches),
    ...present("wallClockMaxMs", table.max_wall_clock_ms),
    ...present("tokensMax", table.max_tokens),
    ...present("costMaxUsd", table.max_cost_usd),
    cachedReadWeight: table.cached_read_weight,
  };
}

function toHarness(table: HarnessTable | undefined): HarnessChoice {
  if (table === undefined) return { allowedTools: [] };
  return {
    id: table.id,
    ...present("model", table.model),
    ...present("command", table.command),
    ...present("effort", table.effort),
    ...present("permissionMode", table.permission_mode),
    allowedTools: table.allowed_tools,
  };
}

function toIntegration(table: IntegrationTable): Integration {
  return {
    ...present("mode", table.mode),
    ...present("branch", table.branch),
    ...present("branchPrefix", table.branch_prefix),
    ...present("base", table.base),
  };
}
