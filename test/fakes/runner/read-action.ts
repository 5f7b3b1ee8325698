import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseAction } from "./parse-action.ts";
import type { ActionDefinition } from "./parse-action.ts";

/** The `action.yml` (or `.yaml`) of a folder. */
export async function readAction(folder: string): Promise<ActionDefinition> {
  for (const name of ["action.yml", "action.yaml"]) {
    const file = path.join(folder, name);
    const text = await readText(file);
    if (text !== undefined) return parseAction(file, text);
  }
  throw new Error(
    `Can't find 'action.yml' or 'action.yaml' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
  );
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}
