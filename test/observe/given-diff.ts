import type { AddedLine, ChangedPath, TreeDiff } from "../../src/ports/tree-diff.ts";

/** What a test says that changed: `kind path`, and `path:line: text`. */
export interface GivenDiff {
  readonly changed?: readonly string[];
  readonly added?: readonly string[];
  readonly isComplete?: boolean;
  readonly binaries?: readonly string[];
  readonly messages?: readonly string[];
}

/** A difference without a repository. */
export function givenDiff(given: GivenDiff): TreeDiff {
  const { changed = [], added = [], isComplete = true, binaries = [], messages = [] } = given;
  return {
    since: "the base",
    changedPaths: async () => await Promise.resolve(changed.map(toChanged)),
    addedLines: async () =>
      await Promise.resolve({ lines: added.map(toAdded), isComplete, binaries }),
    messages: async () => await Promise.resolve(messages),
  };
}

function toChanged(text: string): ChangedPath {
  const [word = "", ...path] = text.split(" ");
  const kind = word === "added" || word === "deleted" ? word : "modified";
  return { path: path.join(" "), kind };
}

function toAdded(text: string): AddedLine {
  const [, path = "", line = "", rest = ""] = /^([^:]+):(\d+): (.*)$/.exec(text) ?? [];
  return { path, line: Number(line), text: rest };
}
