import { toOneLine } from "../../src/model/plain-text.ts";
import type { ContractTest, Finding } from "./contract-test.ts";
import { contractTests } from "./contract-tests.ts";
import { NotTried, untried } from "./finding.ts";
import { openPlace, type PlaceOptions } from "./open-place.ts";
import type { Place } from "./place.ts";

export interface ContractRun extends PlaceOptions {
  /** Numbers of the table; without them all. */
  readonly only?: readonly string[];
  readonly print: (line: string) => void;
  /** Ends it after the test that runs; what was made is taken back all the same. */
  readonly signal?: AbortSignal;
}

/** Tries every line of the table, prints what became of it, and takes back what it made. */
export async function runContract(run: ContractRun): Promise<ReadonlyMap<string, Finding>> {
  const place = await openPlace(run);
  const findings = new Map<string, Finding>();
  try {
    await requireWriting(place);
    for (const test of contractTests.filter(({ number }) => isAsked(number, run.only))) {
      if (run.signal?.aborted === true) break;
      const finding = await tryOne(test, place);
      findings.set(test.number, finding);
      run.print(lineOf(test, finding));
    }
  } finally {
    const left = await place.close();
    if (left !== undefined) run.print(left);
  }
  run.print(countOf(findings));
  return findings;
}

/** Otherwise every refusal would look like one of the fact. */
async function requireWriting(place: Place): Promise<void> {
  const branch = `refs/heads/${place.nextBranch()}`;
  const pushed = await place.git([
    "push",
    "--quiet",
    "origin",
    `${await place.commitOnHead("May it")}:${branch}`,
  ]);
  if (pushed.code === 0) return;
  const said = toOneLine(pushed.stderr, 300);
  throw new Error(
    `The token may not push a branch to the repository, so nothing can be asked: ${said}`,
  );
}

function isAsked(number: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.includes(number);
}

/** A test that broke says nothing about the fact, in either direction. */
async function tryOne(test: ContractTest, place: Place): Promise<Finding> {
  try {
    return await test.try(place);
  } catch (error) {
    if (error instanceof NotTried) return untried(error.message);
    return untried(`it broke: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function lineOf({ number, name }: ContractTest, finding: Finding): string {
  switch (finding.kind) {
    case "holds":
      return `${number} holds (${name})`;
    case "does not hold":
      return `${number} does not hold (${name}): ${toOneLine(finding.found, 300)}`;
    case "not tried":
      return `${number} not tried (${name}): ${toOneLine(finding.why, 300)}`;
  }
}

function countOf(findings: ReadonlyMap<string, Finding>): string {
  const kinds = [...findings.values()].map(({ kind }) => kind);
  const count = (wanted: Finding["kind"]): number => kinds.filter((it) => it === wanted).length;
  return `${count("holds")} hold, ${count("does not hold")} do not hold, ${count("not tried")} not tried.`;
}
