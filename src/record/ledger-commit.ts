import type { Entry } from "../model/entry.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { RunState, Verdict } from "../model/run.ts";
import type { Oid, Vector } from "../model/vector.ts";
import { FILE_BYTES_MAX, type NewCommit, type StoredCommit } from "../ports/ref-store.ts";
import { encode, parseEntry, parseState, parseVector } from "./codec.ts";
import { emptyTree } from "./empty-tree.ts";

const STATE = "state.json";
const ENTRY = "entry.json";
const EVIDENCE = "evidence.json";
const GRADERS = "graders";
const MESSAGE_CHARACTERS_MAX = 200;

/** The parts of one ledger commit, in the right places but not yet believed. */
export interface LedgerParts {
  readonly parent?: Oid;
  readonly state: string;
  readonly entry: string;
  readonly evidence?: string;
  readonly graders: Oid;
}

/** What one ledger commit says. */
export interface LedgerContent {
  readonly entry: Entry;
  readonly state: RunState;
  readonly vector?: Vector;
}

/** Throws `record-forged` for anything that this ledger never writes. */
export function partsOf(commit: StoredCommit): LedgerParts {
  const [parent, ...more] = commit.parents;
  if (more.length > 0) throw misshapen(`expected at most one parent, found ${more.length + 1}`);
  const foreign = [
    ...[...commit.files.keys()].filter((name) => ![STATE, ENTRY, EVIDENCE].includes(name)),
    ...[...commit.folders.keys()].filter((name) => name !== GRADERS),
  ];
  if (foreign.length > 0) throw misshapen(`expected nothing else, found ${foreign.join(", ")}`);
  const state = commit.files.get(STATE);
  const entry = commit.files.get(ENTRY);
  const evidence = commit.files.get(EVIDENCE);
  const graders = commit.folders.get(GRADERS) ?? emptyTree(commit.oid);
  if (state === undefined) throw misshapen(`${STATE} is missing or damaged`);
  if (entry === undefined) throw misshapen(`${ENTRY} is missing or damaged`);
  return {
    state,
    entry,
    graders,
    ...(parent === undefined ? {} : { parent }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** The commit that records `content`; throws `record-unwritable` when it could not be read back. */
export function toLedgerCommit(content: LedgerContent, parent: Oid | undefined): NewCommit {
  const { entry, state, vector } = content;
  const files: readonly (readonly [string, string])[] = [
    [STATE, readable(encode(state), parseState)],
    [ENTRY, readable(encode(entry), parseEntry)],
    ...(vector === undefined ? [] : [[EVIDENCE, readable(encode(vector), parseVector)] as const]),
  ];
  return {
    parents: parent === undefined ? [] : [parent],
    message: toOneLine(`kazi: ${told(entry)}`, MESSAGE_CHARACTERS_MAX),
    files: new Map(files),
    folders: gradersFolder(state.approval.graders),
    atMs: entry.atMs,
  };
}

/** An empty folder is lost wherever a tree is put together from files, as GitHub's API does it. */
function gradersFolder(graders: Oid): ReadonlyMap<string, Oid> {
  return graders === emptyTree(graders) ? new Map() : new Map([[GRADERS, graders]]);
}

/** Evidence belongs to a settlement when it has its predicates and statuses, in its order. */
export function isEvidenceOf(vector: Vector, observed: readonly Verdict[]): boolean {
  return (
    vector.results.length === observed.length &&
    vector.results.every(
      ({ id, status }, index) => observed[index]?.id === id && observed[index].status === status,
    )
  );
}

function readable(text: string, parse: (text: string) => unknown): string {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > FILE_BYTES_MAX) {
    throw unwritable(`expected at most ${FILE_BYTES_MAX} bytes, found ${bytes}`);
  }
  try {
    parse(text);
    return text;
  } catch (cause) {
    throw unwritable(
      cause instanceof KaziError ? cause.message : "it could not be read back",
      cause,
    );
  }
}

function told(entry: Entry): string {
  switch (entry.kind) {
    case "opened":
      return `opened generation ${entry.generation} of ${entry.goal}`;
    case "claimed":
      return `claimed iteration ${entry.claim.iteration} to ${entry.claim.kind}, epoch ${entry.claim.epoch}`;
    case "settled": {
      const passed = entry.observed.filter((verdict) => verdict.status === "pass").length;
      const verdicts = `${passed} of ${entry.observed.length} pass`;
      return `settled iteration ${entry.iteration}, ${verdicts}, next ${entry.decision.kind}`;
    }
    case "released":
      return `released epoch ${entry.epoch}, ${entry.reason}`;
    case "landed":
      return `landed ${entry.landing.revision.slice(0, 12)} as ${entry.landing.reached}`;
    case "stopped":
      return `stopped, ${entry.decision.kind === "stop" ? entry.decision.cause.reason : ""}`;
  }
}

function misshapen(found: string): KaziError {
  const message = toOneLine(`not a commit of a ledger: ${found}`, 300);
  return new KaziError({ code: "record-forged", message });
}

function unwritable(found: string, cause?: unknown): KaziError {
  return new KaziError({
    code: "record-unwritable",
    message: `the entry cannot be recorded: ${found}`,
    cause,
  });
}
