import {
  goalFileSchema,
  type JsonSchema,
  listFileSchema,
  ownSchema,
  tableSchema,
} from "../goalfile/json-schema.ts";
import { referenceRows } from "../goalfile/reference-rows.ts";
import { FleetMember } from "../goalfile/schema/fleet-member.ts";
import { PredicateHead } from "../goalfile/schema/predicate-head.ts";
import { RoadmapGoal } from "../goalfile/schema/roadmap-goal.ts";
import { PROVIDER_PURPOSES, TABLE_PURPOSES } from "../goalfile/table-purposes.ts";
import { LISTS, PROVIDERS, TABLES } from "../goalfile/tables.ts";
import { paintFor } from "../report/paint.ts";
import { type KindGroup, renderKind, renderKinds } from "../report/render-reference.ts";
import { RESULT_PURPOSES, RESULT_SCHEMAS } from "../report/result-schemas.ts";

/** Everything that `kazi schema` can show. */
export function schemaKinds(): readonly string[] {
  return KINDS.flatMap(({ kinds }) => kinds.map(({ name }) => name));
}

/** The JSON Schema of one kind, for a program; `undefined` when there is no such kind. */
export function schemaJson(kind: string): string | undefined {
  const schema = findKind(kind)?.schema();
  return schema === undefined ? undefined : JSON.stringify(schema, undefined, 2);
}

/** All kinds, or the keys of one, for a person; `undefined` when there is no such kind. */
export function schemaText(kind: string | undefined, colour: boolean): string | undefined {
  const paint = paintFor(colour);
  if (kind === undefined) return renderKinds(KINDS, paint).join("\n");
  const found = findKind(kind);
  if (found === undefined) return undefined;
  const { shown = found.schema, depth, note = "" } = found;
  const rows = referenceRows(shown(), depth);
  return renderKind({ ...found, rows, note }, paint).join("\n");
}

/** One thing that can be shown. */
interface Kind {
  readonly name: string;
  readonly purpose: string;
  readonly schema: () => JsonSchema;
  /** The part of it that is shown to people. */
  readonly shown?: () => JsonSchema;
  /** Tables in tables are shown so deep. */
  readonly depth: number;
  readonly note?: string;
}

function findKind(name: string): Kind | undefined {
  return KINDS.flatMap(({ kinds }) => kinds).find((it) => it.name === name);
}

interface KindsOfOne extends KindGroup {
  readonly kinds: readonly Kind[];
}

const KINDS: readonly KindsOfOne[] = [
  {
    title: "Goal-files",
    kinds: [
      {
        name: "goal-file",
        purpose: "all of it",
        schema: goalFileSchema,
        depth: 0,
        note: 'Every table has a page of its own, such as "kazi schema budget".',
      },
      {
        name: "predicate",
        purpose: "what every [[predicate]] may say",
        schema: () => tableSchema(PredicateHead),
        depth: 0,
        note: "Each provider adds keys of its own, and has a page of its own.",
      },
      ...Object.entries({ ...TABLES, ...LISTS })
        .filter(([name]) => name !== "goal")
        .map(([name, schema]) => ({
          name,
          purpose: nameIn(TABLE_PURPOSES, name),
          schema: () => tableSchema(schema),
          depth: 2,
        })),
      {
        name: "roadmap",
        purpose: "a file beside goal-files: goals, and what each of them waits for",
        schema: () => listFileSchema("goals", RoadmapGoal),
        depth: 1,
      },
      {
        name: "fleet",
        purpose: "a file beside goal-files: goal-files that belong together",
        schema: () => listFileSchema("member", FleetMember),
        depth: 1,
      },
    ],
  },
  {
    title: "Providers of predicates",
    kinds: Object.entries(PROVIDERS).map(([name, schema]) => ({
      name,
      purpose: nameIn(PROVIDER_PURPOSES, name),
      schema: () => tableSchema(schema),
      shown: () => ownSchema(schema),
      depth: 1,
      note: 'Every predicate also has the keys of "kazi schema predicate".',
    })),
  },
  {
    title: "What --json prints",
    kinds: Object.entries(RESULT_SCHEMAS).map(([name, schema]) => ({
      name,
      purpose: nameIn(RESULT_PURPOSES, name),
      schema: () => schema,
      depth: 2,
    })),
  },
];

function nameIn(purposes: Readonly<Record<string, string>>, name: string): string {
  return purposes[name] ?? "";
}
