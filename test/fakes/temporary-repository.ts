import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A real repository on branch `main` in a folder of its own, deaf to the user's git configuration. */
export interface TemporaryRepository {
  readonly path: string;
  /** Runs git in the repository; its output without the last newline. */
  git(...args: readonly string[]): string;
  write(file: string, text: string | Uint8Array): void;
  /** Commits all that stands in the folder; the new commit's oid. */
  commit(message: string): string;
  remove(): void;
}

export interface TemporaryRepositoryOptions {
  /** The first commit; none is made when this is absent. A name that ends in `.sh` becomes executable. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder's name, for those with spaces or worse. */
  readonly name?: string;
  readonly objectFormat?: "sha1" | "sha256";
}

export function temporaryRepository(options: TemporaryRepositoryOptions = {}): TemporaryRepository {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  const folder = path.join(home, options.name ?? "repository");
  mkdirSync(folder);
  git(
    "init",
    "--quiet",
    "--initial-branch=main",
    `--object-format=${options.objectFormat ?? "sha1"}`,
  );
  git("config", "user.name", "Test Person");
  git("config", "user.email", "person@example.invalid");
  for (const [file, text] of Object.entries(options.files ?? {})) write(file, text);
  if (options.files !== undefined) commit("First");
  return { path: folder, git, write, commit, remove };

  function git(...args: readonly string[]): string {
    return runIn(folder, home, args);
  }
  function write(file: string, text: string | Uint8Array): void {
    writeIn(folder, file, text);
  }
  function commit(message: string): string {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    return git("rev-parse", "HEAD");
  }
  function remove(): void {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

function runIn(folder: string, home: string, args: readonly string[]): string {
  const output = execFileSync("git", ["-c", "gc.auto=0", "-c", "maintenance.auto=false", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      LC_ALL: "C",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
      GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
    },
  });
  return output.endsWith("\n") ? output.slice(0, -1) : output;
}

function writeIn(folder: string, file: string, text: string | Uint8Array): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  if (file.endsWith(".sh")) chmodSync(target, 0o755);
}
