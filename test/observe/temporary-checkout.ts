import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { createFolderFiles } from "../../src/adapters/folder-files.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import { givenContext } from "./given-context.ts";

/** A folder with real files in which real programs run. */
export interface TemporaryCheckout {
  readonly folder: string;
  readonly context: EvaluationContext;
  remove(): void;
}

/** Files below `bin/` become programs of node. */
export function temporaryCheckout(files: Readonly<Record<string, string>>): TemporaryCheckout {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    const isProgram = file.startsWith("bin/");
    writeFileSync(target, isProgram ? `#!${process.execPath}\n${text}` : text);
    if (isProgram) chmodSync(target, 0o755);
  }
  return {
    folder,
    context: givenContext({
      context: {
        processes: createProcessRunner({ isolation: "process-group" }),
        environment: { PATH: process.env["PATH"] ?? "" },
        files: createFolderFiles({ root: folder, below: "" }),
        folder,
      },
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
