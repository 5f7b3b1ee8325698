import type { Repository } from "../model.ts";
import { runGit } from "../run-git.ts";

export interface FileChange {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  /** `undefined` for binary files and for what only changed its name or mode. */
  readonly patch: string | undefined;
  /** The blob after the change, or before it where the file is gone. */
  readonly blob: string;
  readonly additions: number;
  readonly deletions: number;
}

/** What `git diff` says of two trees (or of `base...head`), in the order of paths. */
export async function listChanges(
  repository: Repository,
  range: readonly string[],
): Promise<readonly FileChange[]> {
  const diff = async (format: readonly string[]): Promise<string> =>
    await runGit(repository, ["diff", "--find-renames", ...format, ...range]);
  const [raw, numbers, patches] = await Promise.all([
    diff(["--raw", "-z", "--no-abbrev"]),
    diff(["--numstat"]),
    diff(["--patch"]),
  ]);
  const counts = numbers.split("\n");
  const texts = patches.split(/^(?=diff --git )/m).filter((text) => text !== "");
  return parseRaw(raw).map((entry, index) => {
    const [additions = "", deletions = ""] = (counts[index] ?? "").split("\t");
    return {
      ...entry,
      patch: patchOf(texts[index] ?? ""),
      // A dash stands where git counts no lines, in binary files.
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
    };
  });
}

const STATUS_OF_LETTER: Readonly<Record<string, FileChange["status"]>> = {
  A: "added",
  D: "removed",
  T: "changed",
};

type RawEntry = Pick<FileChange, "path" | "previousPath" | "status" | "blob">;

function parseRaw(raw: string): readonly RawEntry[] {
  // `:<mode> <mode> <blob> <blob> <letter><score>`, then one path, or two where the file was renamed.
  const entries = raw.matchAll(
    /:\d+ \d+ (?<before>\w+) (?<after>\w+) (?:R\d+\0(?<old>[^\0]+)|(?<letter>[A-Z])\d*)\0(?<path>[^\0]+)/g,
  );
  return [...entries].map(({ groups = {} }) => {
    const { before = "", after = "", old, letter = "", path = "" } = groups;
    return {
      path,
      previousPath: old,
      status: old === undefined ? (STATUS_OF_LETTER[letter] ?? "modified") : "renamed",
      blob: letter === "D" ? before : after,
    };
  });
}

/** GitHub's patches begin with the first hunk. */
function patchOf(text: string): string | undefined {
  const start = text.search(/^@@ /m);
  return start === -1 ? undefined : text.slice(start).trimEnd();
}
