import type { HarnessChoice } from "../model/goal.ts";
import type { ResolvedHarness } from "../model/harness.ts";

/** Where a harness can be named, the strongest first: flags, goal-file, environment. */
export interface HarnessSources {
  readonly flags: { readonly harness?: string; readonly model?: string };
  readonly goal: HarnessChoice;
  readonly environment: Readonly<Record<string, string>>;
}

const DEFAULT_HARNESS = "claude";

/** The harness that runs. Settings written for one harness never reach another. */
export function resolveHarness({ flags, goal, environment }: HarnessSources): ResolvedHarness {
  const environmentId = given(environment["KAZI_HARNESS"]);
  const ownId = given(goal.id) ?? environmentId ?? DEFAULT_HARNESS;
  const id = given(flags.harness) ?? ownId;
  const settings = id === ownId ? goal : { allowedTools: [] };
  const environmentModel =
    (environmentId ?? id) === id ? given(environment["KAZI_MODEL"]) : undefined;
  return {
    id,
    ...present({
      model: given(flags.model) ?? given(settings.model) ?? environmentModel,
      command: given(settings.command),
      effort: given(settings.effort),
      permissionMode: given(settings.permissionMode),
    }),
    allowedTools: settings.allowedTools,
  };
}

function given(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

type Setting = "model" | "command" | "effort" | "permissionMode";

function present(
  settings: Readonly<Record<Setting, string | undefined>>,
): Pick<ResolvedHarness, Setting> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
