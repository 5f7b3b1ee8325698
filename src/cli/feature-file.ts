import path from "node:path";
import { createFolderFiles } from "../adapters/folder-files.ts";
import { repositoryOf } from "./goal-files.ts";

/** Larger feature files are refused by whoever parses them. */
const FEATURE_BYTES_MAX = 256 * 1024;

/** Reads feature files of the repository that a goal-file stands in. */
export function featureFile(goalPath: string): (name: string) => Promise<Uint8Array | undefined> {
  const files = createFolderFiles({ root: repositoryOf(path.dirname(goalPath)), below: "" });
  return async (name) => {
    const found = await files.bytes(name, FEATURE_BYTES_MAX);
    return found.kind === "read" ? found.bytes : undefined;
  };
}
