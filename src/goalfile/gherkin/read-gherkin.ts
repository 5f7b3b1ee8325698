import type { Gherkin as GherkinCheck } from "../../model/check.ts";
import type { Group, Predicate } from "../../model/goal.ts";
import { toOneLine } from "../../model/plain-text.ts";
import { present } from "../present.ts";
import type { Problem } from "../problem.ts";
import { formatFound, readValues, type Surroundings } from "../read-values.ts";
import { PREDICATE_TIMEOUT_MS } from "../schema/defaults.ts";
import { Gherkin } from "../schema/gherkin.ts";
import { toGroupId } from "../schema/to-group-id.ts";
import type { TomlTable } from "../toml-table.ts";
import { unknownKeys } from "../unknown-keys.ts";
import type { FeatureOutline, ReadFeature } from "./feature-outline.ts";
import { featurePath } from "./feature-paths.ts";
import { scenarioIds } from "./scenario-ids.ts";

/** What the predicates of a feature file take from the rest of the goal-file, and leave there. */
export interface GherkinContext {
  readonly defaultTimeoutMs: number | undefined;
  readonly workspace: string | undefined;
  readonly problems: Problem[];
  readonly features: ReadonlyMap<string, ReadFeature>;
  /** Filled with one for each feature whose predicates name none. */
  readonly featureGroups: Group[];
}

/** A predicate for each scenario, and for each row of its examples. */
export function readGherkin(
  input: TomlTable,
  index: number,
  context: GherkinContext,
): readonly Predicate[] {
  const surroundings = surroundingsOf(input, index);
  const { path, owner } = surroundings;
  context.problems.push(...unknownKeys(input, { known: Object.keys(Gherkin.shape), path, owner }));
  const values = readValues(Gherkin, input, { surroundings, problems: context.problems });
  if (values === undefined || context.workspace === undefined) return [];
  const file = featurePath(values.feature, context.workspace);
  const read = context.features.get(file);
  const wrong = sentenceOf(read, formatFound(values.feature));
  if (read?.kind === "feature" && wrong === undefined) {
    return toPredicates(values, { ...context, file, feature: read.feature });
  }
  context.problems.push({
    severity: "error",
    code: "unreadable-feature",
    message: `${owner} ${wrong}`,
    suggestion: "It is looked for below [scope].workspace, or the root of the repository.",
    path: [...path, "feature"],
    at: "value",
  });
  return [];
}

function sentenceOf(read: ReadFeature | undefined, file: string): string | undefined {
  if (read === undefined) {
    return `feature file ${file} could not be read (no regular file there in the repository)`;
  }
  if (read.kind === "malformed") return `feature ${file}: ${read.reason}`;
  return read.feature.scenarios.length > 0
    ? undefined
    : `feature ${file}: no runnable Scenario found in the gherkin source`;
}

function surroundingsOf(input: TomlTable, index: number): Surroundings {
  const id = input["id"];
  const label =
    typeof id === "string" && id.trim() !== "" ? `"${toOneLine(id, 80)}"` : `#${index + 1}`;
  const owner = `gherkin predicate ${label}`;
  return {
    path: ["predicate", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${owner} "${key}"`,
  };
}

interface Expansion extends GherkinContext {
  readonly file: string;
  readonly feature: FeatureOutline;
}

function toPredicates(values: Gherkin, expansion: Expansion): readonly Predicate[] {
  const { feature, file } = expansion;
  const group = values.group ?? groupOf(expansion);
  const ids = scenarioIds(feature);
  return feature.scenarios.map(({ name, line, row }, index) => {
    const check: GherkinCheck = {
      provider: "gherkin",
      feature: file,
      featureName: feature.name,
      scenario: name,
      ...present("row", row?.index),
      ...present("example", row?.example),
      line,
      ...present("runner", toRunner(values)),
      verdictFormat: values.verdict_format,
      ...present("report", values.report_path),
    };
    return {
      id: ids[index] ?? "",
      description: toOneLine(
        [values.description, `Scenario: ${name}`, row?.cells.join(" | ")]
          .filter((it) => it !== undefined)
          .join(" / "),
        500,
      ),
      guard: values.guard,
      ...present("acceptance", values.acceptance || undefined),
      heldOut: values.held_out,
      ...present("optional", values.optional || undefined),
      group,
      ...present("cwd", values.cwd === "" ? undefined : values.cwd),
      timeoutMs: values.timeout_ms ?? expansion.defaultTimeoutMs ?? PREDICATE_TIMEOUT_MS,
      check,
    };
  });
}

function toRunner(values: Gherkin): GherkinCheck["runner"] {
  if (values.runner_cmd === undefined) return undefined;
  return { command: values.runner_cmd, args: values.runner_args, env: {} };
}

/** One group for each feature, whoever asks first. */
function groupOf({ feature, featureGroups }: Expansion): string {
  const id = toGroupId(feature.name) || "ungrouped";
  if (!featureGroups.some((it) => it.id === id)) {
    const name = toOneLine(feature.name, 500) || "Ungrouped";
    featureGroups.push({ id, name, needs: [] });
  }
  return id;
}
