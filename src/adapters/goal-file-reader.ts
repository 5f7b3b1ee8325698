import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { KaziError } from "../model/kazi-error.ts";

/** One byte more than any goal-file may have, so that the loader can say that it is too large. */
const BYTES_MAX = 256 * 1024 + 1;

/** The bytes of a regular file, at most as many as a goal-file may have and one more. */
export async function readGoalFile(path: string): Promise<Uint8Array> {
  // Non-blocking, so that a pipe in the file's place cannot hold the run up.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      throw unreadable(path, reasonOf(error), error);
    },
  );
  try {
    if (!(await file.stat()).isFile()) throw unreadable(path, "it is not a regular file");
    const buffer = Buffer.alloc(BYTES_MAX);
    const { bytesRead } = await file.read(buffer, 0, BYTES_MAX, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(path: string, reason: string, cause?: unknown): KaziError {
  const message = `cannot read goal-file ${path}: ${reason}; expected the path of a TOML file`;
  return new KaziError({ code: "goal-unreadable", message, cause });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (code === "" ? "unknown reason" : code);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  ELOOP: "too many symbolic links",
};
