import { parseArgs } from "node:util";
import { runContract } from "./run-contract.ts";

const USAGE = "npm run contract -- --repo owner/name [--api https://host/api/v3] [--only A7,A8]";
const PUBLIC_API = "https://api.github.com";
const WAIT_MS = 300_000;
const POLL_MS = 5_000;

process.exitCode = await main(process.argv.slice(2));

/** 1 when something does not hold, 2 when nothing could be asked. */
async function main(argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv);
  if (typeof asked === "string") return refuse(asked);
  const token = process.env["GITHUB_TOKEN"] ?? "";
  if (token === "") {
    return refuse(
      "The contract needs a token in GITHUB_TOKEN that may write contents and pull requests of the repository.",
    );
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  try {
    const findings = await runContract({
      ...asked,
      token,
      waitMs: WAIT_MS,
      pollMs: POLL_MS,
      print: (line) => process.stdout.write(`${line}\n`),
      signal: stop.signal,
    });
    const kinds = new Set([...findings.values()].map(({ kind }) => kind));
    if (kinds.has("does not hold")) return 1;
    return kinds.has("holds") ? 0 : 2;
  } catch (error) {
    return refuse(wordsOf(error));
  }
}

interface Asked {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly only?: readonly string[];
}

function readArguments(argv: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { repo: { type: "string" }, api: { type: "string" }, only: { type: "string" } },
    });
    const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(values.repo ?? "") ?? [];
    if (owner === undefined || repo === undefined) {
      return `Which repository? One that nobody needs: ${USAGE}`;
    }
    const apiUrl = values.api ?? process.env["GITHUB_API_URL"] ?? PUBLIC_API;
    const only = values.only?.split(",");
    return { owner, repo, apiUrl, ...(only === undefined ? {} : { only }) };
  } catch (error) {
    return `${wordsOf(error)}\n${USAGE}`;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
