import type { Entry } from "../model/entry.ts";
import type { RunState } from "../model/run.ts";
import type { Vector } from "../model/vector.ts";
import { FILE_BYTES_MAX } from "../ports/ref-store.ts";
import { entrySchema } from "./entry-schema.ts";
import { parseDocument } from "./parse-document.ts";
import { runStateSchema } from "./run-schema.ts";
import { vectorSchema } from "./vector-schema.ts";

const LEDGER_FILE = { charactersMax: FILE_BYTES_MAX, code: "record-forged" } as const;

/** Canonical JSON: equal values give equal bytes, whatever order their keys were made in. */
export function encode(value: unknown): string {
  return `${JSON.stringify(value, sortKeys)}\n`;
}

/** The checkpoint of a ledger commit. */
export function parseState(text: string): RunState {
  return parseDocument(text, { ...LEDGER_FILE, name: "state.json", schema: runStateSchema });
}

/** The fact that a ledger commit records. */
export function parseEntry(text: string): Entry {
  return parseDocument(text, { ...LEDGER_FILE, name: "entry.json", schema: entrySchema });
}

/** The evidence of the last settled observation. */
export function parseVector(text: string): Vector {
  return parseDocument(text, { ...LEDGER_FILE, name: "evidence.json", schema: vectorSchema });
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
