import { readFileSync } from "node:fs";
import path from "node:path";
import { SaxesParser } from "saxes";
import { z } from "zod";
import { createFolderFiles } from "../../src/adapters/folder-files.ts";
import type { ReportReader } from "../../src/observe/formats/findings-reader.ts";
import { openFindings } from "../../src/observe/formats/open-findings.ts";
import { openJunit } from "../../src/observe/formats/open-junit.ts";

/** Reads one report in one way, alone in its process, and prints what it cost. */
const [way = "", file = ""] = process.argv.slice(2);
const Whole = z.object({ runs: z.array(z.object({ results: z.array(z.unknown()) })) });
const BYTES_MAX = 1024 * 1024 * 1024;
const before = process.resourceUsage().maxRSS;
const started = performance.now();
const found = await read();
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - started,
    grownKb: process.resourceUsage().maxRSS - before,
    found,
  }),
);

async function read(): Promise<number> {
  let count = 0;
  function onFinding(): void {
    count += 1;
  }
  switch (way) {
    case "saxes":
      await stream(bareSaxes(onFinding));
      return count;
    case "junit": {
      const reader = openJunit(() => undefined, { folder: "/" });
      await stream(reader);
      return reader.counts().total;
    }
    case "JSON.parse":
      return Whole.parse(JSON.parse(readFileSync(file, "utf8"))).runs[0]?.results.length ?? 0;
    default:
      await stream(openFindings({ kind: "sarif" }, onFinding, { folder: "/" }));
      return count;
  }
}

function bareSaxes(onCase: () => void): ReportReader {
  const parser = new SaxesParser({ position: false });
  parser.on("opentag", ({ name }) => {
    if (name === "testcase") onCase();
  });
  return {
    write: (text) => {
      parser.write(text);
    },
    end: () => {
      parser.close();
      return undefined;
    },
  };
}

async function stream(reader: ReportReader): Promise<void> {
  const files = createFolderFiles({ root: path.dirname(file), below: "" });
  const end = await files.stream(path.basename(file), BYTES_MAX, (text) => {
    reader.write(text);
  });
  const problem = end.kind === "streamed" ? reader.end() : end.kind;
  if (problem !== undefined) throw new Error(problem);
}
