import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Confinement } from "../../src/adapters/process-runner-confinement.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";

const SCRIPT = `
const fs = require("node:fs");
const before = fs.readFileSync("own.txt", "utf8");
fs.writeFileSync("own.txt", before + process.argv[1]);
try { fs.writeFileSync("../../outside.txt", "reached"); } catch { process.stdout.write("confined "); }
process.stdout.write(process.cwd() + " " + fs.readFileSync("own.txt", "utf8"));
`;

let bench = "";
beforeAll(() => {
  bench = mkdtempSync(path.join(os.tmpdir(), "kazi-test-"));
  for (const name of ["usual", "lane-1", "lane-2"]) {
    mkdirSync(path.join(bench, name, "below"), { recursive: true });
    writeFileSync(path.join(bench, name, "below/own.txt"), `${name} `);
  }
});
afterAll(() => {
  rmSync(bench, { recursive: true });
});

function confinement(): Confinement {
  return { readOnly: [bench], writable: [path.join(bench, "usual")] };
}

const runner = createProcessRunner({ confinement });

async function runIn(lane: string): Promise<string> {
  const folder = path.join(bench, "usual");
  const { ending, stdout, stderr } = await runner.run({
    argv: [process.execPath, "-e", SCRIPT, lane],
    cwd: path.join(folder, "below"),
    view: { folder, shows: path.join(bench, lane) },
    env: { PATH: process.env["PATH"] ?? "" },
    timeoutMs: 30_000,
    outputBytesMax: 10_000,
    mergeStderr: false,
    signal: new AbortController().signal,
  });
  expect([ending, stderr.text]).toEqual([{ kind: "exited", code: 0 }, ""]);
  return stdout.text;
}

test.skipIf(runner.isolation !== "namespace")(
  "programs at the same path at the same time each see their own copy, and nothing else is theirs",
  async () => {
    const seen = await Promise.all([runIn("lane-1"), runIn("lane-2")]);
    const usual = path.join(bench, "usual/below");
    expect(seen).toEqual([`confined ${usual} lane-1 lane-1`, `confined ${usual} lane-2 lane-2`]);
    expect(readFileSync(path.join(usual, "own.txt"), "utf8")).toBe("usual ");
    expect(readFileSync(path.join(bench, "lane-2/below/own.txt"), "utf8")).toBe("lane-2 lane-2");
  },
);
