import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { behaviourRows } from "../fakes/runner/behaviour-rows.ts";
import { temporaryRepository } from "../fakes/temporary-repository.ts";
import type { TemporaryRepository } from "../fakes/temporary-repository.ts";

/** A second judge of our table of GitHub's behaviours: act, where it is on the PATH. */
const act = (process.env["PATH"] ?? "")
  .split(":")
  .map((folder) => path.join(folder, "act"))
  .find((file) => existsSync(file));

const JobLine = z.object({ jobID: z.string(), jobResult: z.string() });
/** Where act is unlike GitHub, or cannot do it on a host that reaches nothing. */
const UNLIKE: ReadonlyMap<string, string> = new Map([
  ["continue-on-error of a job: the job fails, the others see success", "ends in failure"],
  ["NODE_OPTIONS cannot be set by GITHUB_ENV", "lets it be set"],
  ["every job has a fresh folder", "all jobs share one home"],
  ["commands that GitHub switched off, or announced to, fail the step", "still does them"],
  ["inputs keep their types", "takes only inputs that the file declares"],
  ["a step that takes too long is ended and fails", "knows whole minutes only"],
  ["a job that takes too long is cancelled", "knows whole minutes only"],
  ["artifacts go from job to job", "fetches the actions"],
  [
    "a second artifact of the same name is refused, and taken when it may overwrite",
    "fetches them",
  ],
]);
/** The names of matrix jobs are not in its output, and what did not run is not either. */
const COMPARED = /^\w+ (?:success|failure)$/u;

const ACT_TIMEOUT_MS = 120_000;

let repository: TemporaryRepository | undefined;
let home: string | undefined;
afterEach(async () => {
  repository?.remove();
  repository = undefined;
  if (home !== undefined) await rm(home, { recursive: true, force: true });
  home = undefined;
});

describe("act agrees with the runner", () => {
  const rows = behaviourRows.filter(({ name }) => !UNLIKE.has(name));

  test.skipIf(act !== undefined)("skipped: needs act", () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  test.skipIf(act === undefined).each(rows)("$name", async (row) => {
    const workflow = `on: workflow_dispatch\n${row.head ?? ""}\njobs:${row.jobs}\n`;
    const files = { ...row.files, ".github/workflows/ci.yml": workflow };
    repository = temporaryRepository({ files });
    home = await mkdtemp(path.join(tmpdir(), "kazi-test-act-"));
    const secrets = Object.entries(row.secrets ?? {}).map(([name, value]) => `${name}=${value}`);
    const { code, output } = await runAct(repository.path, home, secrets);
    const isGreen = row.conclusion === "success";
    expect({ isGreen: code === 0, output }).toMatchObject({ isGreen });
    const ends = Object.entries(row.ends ?? {}).map(([name, end]) => `${name} ${end}`);
    expect(readEnds(output)).toEqual(
      expect.arrayContaining(ends.filter((end) => COMPARED.test(end))),
    );
  });
});

async function runAct(
  folder: string,
  ownHome: string,
  secrets: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const flags = secrets.flatMap((secret) => ["--secret", secret]);
  const args = ["workflow_dispatch", "-P", "ubuntu-latest=-self-hosted", "--json", ...flags];
  const child = spawn(act ?? "act", args, {
    cwd: folder,
    env: {
      HOME: ownHome,
      PATH: `${path.dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: ACT_TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  const [output, , code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", resolve);
    }),
  ]);
  return { code, output };
}

/** `build success` for each job that ran. */
function readEnds(output: string): readonly string[] {
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  return lines.flatMap((line) => {
    const parsed = JobLine.safeParse(JSON.parse(line));
    return parsed.success ? [`${parsed.data.jobID} ${parsed.data.jobResult}`] : [];
  });
}
