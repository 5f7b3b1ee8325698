import type { Goal } from "../model/goal.ts";
import { toCapture, toDeploy } from "./goal-parts.ts";
import { plainTable } from "./plain-table.ts";
import { present } from "./present.ts";
import { type FileContext, readList, readTable } from "./read-table.ts";
import { formatFound, type Surroundings } from "./read-values.ts";
import { LISTS, TABLES } from "./tables.ts";
import { isTable } from "./toml-table.ts";

/** Tables that are absent in the goal when they are in the file. */
export type Extras = Pick<
  Goal,
  | "captures"
  | "escalation"
  | "approval"
  | "plan"
  | "deploy"
  | "gate"
  | "checkout"
  | "economy"
  | "memory"
  | "conventions"
  | "metadata"
>;

/** Everything of a file that most files do not have. */
export function readExtras(context: FileContext): Extras {
  const deploy = readTable("deploy", TABLES.deploy, context);
  return {
    ...readPolicies(context),
    ...readGuidance(context),
    ...present("deploy", deploy && toDeploy(deploy)),
    ...present("captures", readCaptures(context)),
    ...present("metadata", readMetadata(context)),
  };
}

function readPolicies(
  context: FileContext,
): Pick<Extras, "approval" | "plan" | "gate" | "checkout"> {
  const approval = readTable("approval", TABLES.approval, context);
  const plan = readTable("plan", TABLES.plan, context);
  const gate = readTable("gate", TABLES.gate, context);
  const checkout = readTable("checkout", TABLES.checkout, context);
  return {
    ...present("approval", approval && { onMerge: approval.on_merge }),
    ...present(
      "plan",
      plan && { ...present("harness", plan.harness), ...present("model", plan.model) },
    ),
    ...present("gate", gate && { on: gate.on }),
    ...present(
      "checkout",
      checkout && {
        ...present("depth", checkout.depth),
        sparse: checkout.sparse,
        lfs: checkout.lfs,
        submodules: checkout.submodules,
      },
    ),
  };
}

function readGuidance(
  context: FileContext,
): Pick<Extras, "escalation" | "economy" | "memory" | "conventions"> {
  const escalation = readTable("escalation", TABLES.escalation, context);
  const economy = readTable("economy", TABLES.economy, context);
  const corpus = readTable("memory", TABLES.memory, context)?.corpus;
  const conventions = readTable("conventions", TABLES.conventions, context);
  return {
    ...present(
      "escalation",
      escalation && {
        ladder: escalation.ladder,
        ...present("rungsMax", escalation.max_rungs),
      },
    ),
    ...present("economy", economy && { debrief: economy.debrief }),
    ...present("memory", corpus && { corpus }),
    ...present(
      "conventions",
      conventions && {
        processContract: conventions.process_contract,
        extraRules: conventions.extra_rules,
      },
    ),
  };
}

function readCaptures(context: FileContext): Extras["captures"] {
  const items = readList("capture", LISTS.capture, {
    ...context,
    surroundings: (_item, index) => captureAt(index),
  });
  const seen = new Set<string>();
  for (const { index, values } of items) {
    if (seen.has(values.name)) {
      context.problems.push({
        severity: "error",
        code: "duplicate-id",
        message: `[[capture]] declares a duplicate name "${values.name}"`,
        suggestion: "Give every capture a name of its own.",
        path: ["capture", index, "name"],
        at: "value",
      });
    }
    seen.add(values.name);
  }
  return items.length === 0 ? undefined : items.map(({ values }) => toCapture(values));
}

function captureAt(index: number): Surroundings {
  const owner = `[[capture]] #${index + 1}`;
  return {
    path: ["capture", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${owner} "${key}"`,
  };
}

/** Kept as it is written: nothing but `depends_on` is ever read of it. */
function readMetadata({ root, problems }: FileContext): Extras["metadata"] {
  const table = root["metadata"];
  if (table === undefined) return undefined;
  if (isTable(table)) return plainTable(table);
  problems.push({
    severity: "error",
    code: "invalid-value",
    message: `[metadata] must be a table (got ${formatFound(table)})`,
    path: ["metadata"],
    at: "value",
  });
  return undefined;
}
