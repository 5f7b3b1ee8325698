import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { JobSession } from "./job-session.ts";
import { parseEnvironmentFile } from "./parse-environment-file.ts";

/** The files by which a step talks to the runner, each by the name of its variable. */
export type CommandFiles = Readonly<Record<(typeof NAMES)[number], string>>;

export interface FileCommandResults {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly isValid: boolean;
}

const NAMES = [
  "GITHUB_OUTPUT",
  "GITHUB_ENV",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
] as const;

const SUMMARY_BYTES_MAX = 1024 * 1024;

/** Fresh and empty for every step. */
export async function createCommandFiles(session: JobSession): Promise<CommandFiles> {
  const folder = path.join(session.folders.temp, "_runner_file_commands");
  const id = randomUUID();
  const file = (name: string): string => path.join(folder, `${name}_${id}`);
  const files = {
    GITHUB_OUTPUT: file("set_output"),
    GITHUB_ENV: file("set_env"),
    GITHUB_PATH: file("add_path"),
    GITHUB_STATE: file("save_state"),
    GITHUB_STEP_SUMMARY: file("step_summary"),
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(NAMES.map(async (name) => await writeFile(files[name], "")));
  return files;
}

/** Does what the step wrote; a file that cannot be read as such fails the step. */
export async function processCommandFiles(
  session: JobSession,
  files: CommandFiles,
): Promise<FileCommandResults> {
  let isValid = true;
  const outputs = await attempt("output", async () => await readValues(files.GITHUB_OUTPUT));
  const state = await attempt("state", async () => await readValues(files.GITHUB_STATE));
  await attempt("env", async () => {
    await addVariables(session, files.GITHUB_ENV);
  });
  await addPaths(session, files.GITHUB_PATH);
  await addSummary(session, files.GITHUB_STEP_SUMMARY);
  return { outputs: outputs ?? {}, state: state ?? {}, isValid };

  async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      isValid = false;
      session.log.error(`Unable to process file command '${name}' successfully.`);
      session.log.error(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}

async function readValues(file: string): Promise<Record<string, string>> {
  return Object.fromEntries(parseEnvironmentFile(await readText(file)));
}

async function addVariables(session: JobSession, file: string): Promise<void> {
  for (const [name, value] of Object.entries(await readValues(file))) {
    if (name.toUpperCase() === "NODE_OPTIONS") {
      throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    }
    session.env.set(name, value);
  }
}

async function addPaths(session: JobSession, file: string): Promise<void> {
  const text = await readText(file);
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const known = session.paths.indexOf(line);
    if (known >= 0) session.paths.splice(known, 1);
    session.paths.push(line);
  }
}

async function addSummary(session: JobSession, file: string): Promise<void> {
  const text = await readText(file);
  const bytes = Buffer.byteLength(text);
  if (bytes <= SUMMARY_BYTES_MAX) {
    session.summary += session.masker.mask(text);
    return;
  }
  const sizes = `${SUMMARY_BYTES_MAX / 1024}k, got ${Math.ceil(bytes / 1024)}k`;
  session.log.error(
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${sizes}.`,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    // The step may remove its files; then it has said nothing.
    return "";
  }
}
