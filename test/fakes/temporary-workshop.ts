import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWorkshop, receivedStore } from "../../src/adapters/workshop-git.ts";
import type { Oid } from "../../src/model/vector.ts";
import type { Workshop } from "../../src/ports/workshop.ts";
import { temporaryRepository, type TemporaryRepository } from "./temporary-repository.ts";

/** A real workshop over a real repository, with a stranger's hands. */
export interface TemporaryWorkshop {
  readonly repository: TemporaryRepository;
  readonly workshop: Workshop;
  readonly folder: string;
  readonly bundle: string;
  readonly received: string;
  readonly head: Oid;
  checkout(name?: "agent" | "observe", commit?: Oid): Promise<string>;
  /** Every file, link and mode of the person's repository and checkout, in one word. */
  fingerprint(): string;
  remove(): Promise<void>;
}

export async function temporaryWorkshop(
  repository: TemporaryRepository,
): Promise<TemporaryWorkshop> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-run-")));
  const bundle = path.join(folder, "candidate.bundle");
  const common = repository.git("rev-parse", "--path-format=absolute", "--git-common-dir");
  const workshop = await createWorkshop({ repository: common, folder, bundle });
  const head = repository.git("rev-parse", "HEAD");
  return {
    repository,
    workshop,
    folder,
    bundle,
    received: receivedStore(folder),
    head,
    checkout: async (name = "agent", commit = head) =>
      await workshop.checkout({
        name,
        commit,
        branch: "kazi/goal",
        base: { branch: "main", commit: head },
      }),
    fingerprint: () => fingerprint(repository.path),
    remove: async () => {
      await workshop.close();
      rmSync(folder, { recursive: true, force: true });
      repository.remove();
    },
  };
}

/** What an agent's own git does: in its folder, with the configuration that it finds there. */
export function strangersGit(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      HOME: "/nonexistent",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      LC_ALL: "C",
    },
  }).trimEnd();
}

function fingerprint(folder: string): string {
  const digest = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const it of entries.toSorted((one, other) => (fullName(one) < fullName(other) ? -1 : 1))) {
    const file = fullName(it);
    digest.update(`${file}\0`);
    if (it.isSymbolicLink()) digest.update(readlinkSync(file));
    else if (it.isFile()) digest.update(readFileSync(file));
  }
  return digest.digest("hex");
}

function fullName(it: { readonly parentPath: string; readonly name: string }): string {
  return path.join(it.parentPath, it.name);
}

/** The usual repository: sources, a grader, ignore rules. */
export function usualRepository(): TemporaryRepository {
  return temporaryRepository({
    files: {
      ".gitignore": "out/\n*.log\n",
      "README.md": "# Usual\n",
      "run.sh": "#!/bin/sh\nexit 0\n",
      "src/one.ts": "export const one = 1;\n",
      "src/two.ts": "export const two = 2;\n",
      "test/one.test.ts": "expect(one).toBe(1);\n",
    },
  });
}
