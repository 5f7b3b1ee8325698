import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { report } from "./report.ts";

const READER = fileURLToPath(new URL("read-report.ts", import.meta.url));
const MEGABYTE = 1024 * 1024;
const ROUNDS = 5;

const Cost = z.object({ ms: z.number(), grownKb: z.number(), found: z.number() });
type Cost = z.infer<typeof Cost>;

/** Reading the reports of many packages: time beside the bare library, and how much memory it takes. */
export function measureReports(): void {
  const place = mkdtempSync(path.join(tmpdir(), "kazi-bench-"));
  const file = path.join(place, "report");
  try {
    compare({ name: "JUnit", ours: "junit", peer: "saxes" }, write(file, 50, JUNIT));
    remember("JUnit, 200 MB", [read("junit", write(file, 200, JUNIT))]);
    compare({ name: "SARIF", ours: "sarif", peer: "JSON.parse" }, write(file, 50, SARIF));
    remember("SARIF, 200 MB", [read("sarif", write(file, 200, SARIF))]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

interface Subject {
  readonly name: string;
  readonly ours: string;
  readonly peer: string;
}

/** In turns, so that both meet the same machine. */
function compare({ name, ours, peer }: Subject, file: string): void {
  const [own, other]: [Cost[], Cost[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    other.push(read(peer, file));
    own.push(read(ours, file));
  }
  if (own[0]?.found !== other[0]?.found) throw new Error(`${name}: another number was found`);
  const peers = other.map(({ ms }) => ms);
  report(`${name}, 50 MB, by ${peer} alone`, peers, peers);
  report(
    `${name}, 50 MB`,
    own.map(({ ms }) => ms),
    peers,
  );
  remember(`${name}, 50 MB, by ${peer} alone`, other);
  remember(`${name}, 50 MB`, own);
}

function remember(name: string, costs: readonly Cost[]): void {
  const megabytes = Math.max(...costs.map(({ grownKb }) => grownKb)) / 1024;
  process.stdout.write(`${name.padEnd(42)} memory grows by at most ${megabytes.toFixed(0)} MB\n`);
}

function read(way: string, file: string): Cost {
  const printed = execFileSync(process.execPath, [READER, way, file], { encoding: "utf8" });
  return Cost.parse(JSON.parse(printed));
}

/** How a report begins and ends, and what it repeats. */
interface Shape {
  readonly head: string;
  readonly part: (index: number) => string;
  readonly tail: string;
}

const JUNIT: Shape = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
  part: (index) => `<testsuite name="suite ${index}" tests="50">\n${casesOf(index)}</testsuite>\n`,
  tail: "</testsuites>\n",
};

/** One of fifty fails. */
function casesOf(suite: number): string {
  const cases = Array.from(
    { length: 49 },
    (_, index) =>
      `  <testcase classname="pkg.module${suite}.Case" name="case ${index} does its thing" time="0.001"/>\n`,
  );
  return `${cases.join("")}  <testcase classname="pkg.module${suite}.Case" name="last" time="0.2"><failure message="expected 1 &amp; found 2">at src/a${suite}.test.ts:12:3\n at lib</failure></testcase>\n`;
}

const SARIF: Shape = {
  head: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t","rules":[{"id":"r0"}]}},"results":[\n',
  part: (index) => `${index === 0 ? "" : ","}${JSON.stringify(resultOf(index))}\n`,
  tail: '],"originalUriBaseIds":{"ROOT":{"uri":"file:///work/"}}}]}\n',
};

function resultOf(index: number): object {
  const artifactLocation = { uri: `src/d${index % 999}/f${index % 77}.ts`, uriBaseId: "ROOT" };
  const region = { startLine: (index % 5000) + 1, startColumn: 3, endColumn: 20 };
  return {
    ruleId: "r0",
    ruleIndex: 0,
    message: { text: `Variable 'x${index}' is assigned a value but never used — in this place.` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { primaryLocationLineHash: `${(index * 2_654_435_761) % 2 ** 32}:1` },
    properties: { tags: ["maintainability", "useless-code"], precision: "high" },
  };
}

function write(file: string, megabytes: number, { head, part, tail }: Shape): string {
  const descriptor = openSync(file, "w");
  try {
    let written = writeSync(descriptor, head);
    for (let index = 0; written < megabytes * MEGABYTE; index += 1) {
      written += writeSync(descriptor, part(index));
    }
    writeSync(descriptor, tail);
  } finally {
    closeSync(descriptor);
  }
  return file;
}
