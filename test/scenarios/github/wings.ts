import { type FSWatcher, mkdtempSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder outside of every repository: programs that play a part, and marks that they leave for the test. */
export interface Wings {
  /** Writes a shell program, which finds the folder in `$wings`; gives its path. */
  program(name: string, lines: readonly string[]): string;
  /** Calls back once, when something of this name was made. */
  onMark(name: string, react: () => void): void;
  mark(name: string): void;
  close(): void;
}

export function openWings(): Wings {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-test-wings-"));
  const reactions = new Map<string, () => void>();
  const watcher: FSWatcher = watch(folder, (_event, name) => {
    const react = reactions.get(name ?? "");
    reactions.delete(name ?? "");
    react?.();
  });
  return {
    program: (name, lines) => {
      const file = path.join(folder, name);
      writeFileSync(file, ["#!/bin/sh", `wings='${folder}'`, ...lines, ""].join("\n"), {
        mode: 0o755,
      });
      return file;
    },
    onMark: (name, react) => {
      reactions.set(name, react);
    },
    mark: (name) => {
      writeFileSync(path.join(folder, name), "");
    },
    close: () => {
      watcher.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
