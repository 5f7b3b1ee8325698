import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EvidenceFile, EvidenceFiles } from "../ports/evidence-files.ts";

const FILE_BYTES_MAX = 10_000_000;
const TOTAL_BYTES_MAX = 50_000_000;
const FILES_MAX = 200;
/** Folders of earlier observations that stay. */
const FOLDERS_MAX = 20;

export interface EvidenceFolderOptions {
  /** Holds one folder for each observation; made when it is not there. */
  readonly parent: string;
  readonly name: string;
  /** The folder as people are told of it. */
  readonly shown: string;
}

/** Keeps the files of one observation in a folder of their own, and drops the oldest observations. */
export function createEvidenceFiles(options: EvidenceFolderOptions): EvidenceFiles {
  const folder = path.join(options.parent, plainName(options.name));
  let bytes = 0;
  let files = 0;
  let opened: Promise<void> | undefined;
  return {
    keep: async (file) => {
      bytes += file.bytes.length;
      files += 1;
      const isTooMuch = file.bytes.length > FILE_BYTES_MAX || bytes > TOTAL_BYTES_MAX;
      if (isTooMuch || files > FILES_MAX) return undefined;
      opened ??= open(options.parent, folder);
      await opened;
      const name = fileName(file, files);
      await writeFile(path.join(folder, name), file.bytes, { flag: "wx", mode: 0o600 });
      return `${options.shown}/${name}`;
    },
  };
}

async function open(parent: string, folder: string): Promise<void> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const names = await readdir(parent);
  const aged = await Promise.all(
    names.map(async (name) => ({ name, atMs: (await stat(path.join(parent, name))).mtimeMs })),
  );
  const old = aged.toSorted((left, right) => right.atMs - left.atMs).slice(FOLDERS_MAX - 1);
  for (const { name } of old) await rm(path.join(parent, name), { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** The number keeps two files of one name apart. */
function fileName({ predicate, name }: EvidenceFile, number: number): string {
  return `${plainName(predicate)}-${number}-${plainName(name)}`;
}

function plainName(text: string): string {
  const plain = text.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/\.{2,}/g, ".");
  return plain.replace(/^[.-]+/, "").slice(0, 80) || "file";
}
