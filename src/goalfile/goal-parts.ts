import type {
  Budget,
  Capture,
  Deploy,
  DeployEnvironment,
  Enforcement,
  HarnessChoice,
  Scope,
  Setup,
} from "../model/goal.ts";
import type { Integration } from "../model/integration.ts";
import { present } from "./present.ts";
import type { Budget as BudgetTable } from "./schema/budget.ts";
import type { Capture as CaptureTable } from "./schema/capture.ts";
import type { Deploy as DeployTable } from "./schema/deploy.ts";
import type { Enforcement as EnforcementTable } from "./schema/enforcement.ts";
import type { Harness as HarnessTable } from "./schema/harness.ts";
import type { Integration as IntegrationTable } from "./schema/integration.ts";
import type { Scope as ScopeTable } from "./schema/scope.ts";
import type { Setup as SetupTable } from "./schema/setup.ts";

export function toBudget(table: BudgetTable): Budget {
  return {
    ...present("iterationsMax", table.max_iterations),
    ...present("dispatchesMax", table.max_dispatches),
    ...present("wallClockMaxMs", table.max_wall_clock_ms),
    ...present("tokensMax", table.max_tokens),
    ...present("costMaxUsd", table.max_cost_usd),
    cachedReadWeight: table.cached_read_weight,
  };
}

export function toScope(table: ScopeTable): Scope {
  return {
    workspace: table.workspace,
    paths: table.paths,
    deny: table.deny,
    ...present("writePaths", table.write_paths),
    ...present("repo", table.repo),
  };
}

export function toHarness(table: HarnessTable | undefined): HarnessChoice {
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

export function toIntegration(table: IntegrationTable): Integration {
  return {
    ...present("mode", table.mode),
    ...present("branch", table.branch),
    ...present("branchPrefix", table.branch_prefix),
    ...present("base", table.base),
    ...present("commitStyle", table.commit_style),
  };
}

export function toSetup(table: SetupTable): Setup {
  return {
    commands: table.commands,
    timeoutMs: table.timeout_ms,
    ...present("cache", table.cache),
  };
}

export function toEnforcement(table: EnforcementTable): Enforcement {
  return {
    enabled: table.enabled,
    cleanTree: table.clean_tree,
    cleanRef: table.clean_ref,
    failOnSkip: table.fail_on_skip,
    readOnlyPaths: table.read_only_paths,
    fixerReadOnlyPaths: table.roles?.fixer?.read_only_paths ?? [],
    demonstratorWritePaths: table.roles?.demonstrator?.allowed_write_paths ?? [],
  };
}

export function toCapture(table: CaptureTable): Capture {
  const command = table.reset_cmd;
  const reset = command === undefined ? undefined : { command, args: table.reset_args };
  return {
    name: table.name,
    launch: { command: table.launch_cmd, args: table.launch_args },
    output: table.output,
    ...present("reset", reset),
    postLaunchWaitMs: table.post_launch_wait_ms,
    timeoutMs: table.timeout_ms,
  };
}

export function toDeploy(table: DeployTable): Deploy {
  const environments = Object.entries(table.environments).map(
    ([name, it]): [string, DeployEnvironment] => [
      name,
      { ...present("url", it.url), ...toWay(it) },
    ],
  );
  return {
    ...toWay(table),
    ...present("environment", table.environment),
    timeoutMs: table.timeout_ms,
    environments: Object.fromEntries(environments),
  };
}

function toWay({
  cmd,
  args,
  env,
  workflow,
}: Pick<DeployTable, "cmd" | "args" | "env" | "workflow">): Pick<Deploy, "command" | "workflow"> {
  const command =
    cmd === undefined ? undefined : { command: cmd, args: args ?? [], env: env ?? {} };
  return { ...present("command", command), ...present("workflow", workflow) };
}
