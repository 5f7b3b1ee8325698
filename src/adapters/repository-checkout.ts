import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { RepositoryState } from "../ports/repository.ts";
import { lastWord, runGit, type GitCall, type GitResult } from "./git.ts";
import { readTreePath } from "./tree-path.ts";

const DIRTY_MAX = 20;
const USER_CHARACTERS_MAX = 200;

/** Where a person's checkout and its repository are. */
export interface PersonCheckout {
  readonly root: string;
  readonly gitDir: string;
  /** Shared by all worktrees of the repository. */
  readonly commonDir: string;
}

/** Finds the checkout that a folder lies in, or says why there is none. */
export async function findCheckout(workspace: string): Promise<PersonCheckout> {
  if (statSync(workspace, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw unusable(workspace, "an existing folder", "none");
  }
  const inside = await ask(workspace, ["rev-parse", "--is-bare-repository"]);
  if (inside.code !== 0) throw notARepository(workspace, inside.stderr);
  if (firstLine(inside) === "true") throw unusable(workspace, "a checkout", "a bare repository");
  const within = await ask(workspace, ["rev-parse", "--is-inside-git-dir"]);
  if (firstLine(within) === "true") throw unusable(workspace, "a checkout", "a .git folder");
  const top = await ask(workspace, ["rev-parse", "--show-toplevel"]);
  if (top.code !== 0) throw unusable(workspace, "a checkout", lastWord(top.stderr));
  return {
    root: firstLine(top),
    gitDir: await absolute(workspace, "--git-dir"),
    commonDir: await absolute(workspace, "--git-common-dir"),
  };
}

/** The checkout as it is now; nothing in it is touched. */
export async function inspectCheckout(checkout: PersonCheckout): Promise<RepositoryState> {
  const head = await askPerson(checkout, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  const symbolic = await askPerson(checkout, ["symbolic-ref", "--quiet", "HEAD"]);
  const branch = firstLine(symbolic).replace(/^refs\/heads\//, "");
  const isOnBranch = symbolic.code === 0 && branch !== "";
  return {
    root: checkout.root,
    ...(head.code === 0 ? { head: firstLine(head) } : {}),
    ...(isOnBranch ? { branch } : {}),
    dirty: await listDirty(checkout),
    checkedOut: await listCheckedOut(checkout, isOnBranch ? [branch] : []),
    user: await findUser(checkout),
  };
}

/** How git is called on a person's checkout: their configuration, none of their hooks. */
export function personCall(checkout: PersonCheckout): GitCall {
  const { root, gitDir } = checkout;
  return { cwd: root, gitDir, workTree: root, actor: "person" };
}

/** git's answer without the line end that it adds; a path may have line ends of its own. */
export function firstLine(result: GitResult): string {
  return result.stdout.toString("utf8").replace(/\n$/, "");
}

async function ask(workspace: string, args: readonly string[]): Promise<GitResult> {
  return await runGit(args, { cwd: workspace, actor: "person", codes: [0, 1, 128] });
}

async function askPerson(checkout: PersonCheckout, args: readonly string[]): Promise<GitResult> {
  return await runGit(args, { ...personCall(checkout), codes: [0, 1, 128] });
}

async function absolute(workspace: string, what: string): Promise<string> {
  const args = ["rev-parse", "--path-format=absolute", what];
  return firstLine(await runGit(args, { cwd: workspace, actor: "person" }));
}

async function listDirty(checkout: PersonCheckout): Promise<readonly string[]> {
  const args = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];
  const status = await runGit([...args, "--ignore-submodules=dirty"], personCall(checkout));
  return status.stdout
    .toString("latin1")
    .split("\0")
    .filter((line) => line !== "")
    .slice(0, DIRTY_MAX)
    .map((line) => showPath(line.slice(3)));
}

/** A repository in the repository ends in a slash. */
function showPath(key: string): string {
  return key.endsWith("/") ? `${readTreePath(key.slice(0, -1)).path}/` : readTreePath(key).path;
}

async function listCheckedOut(
  checkout: PersonCheckout,
  own: readonly string[],
): Promise<readonly string[]> {
  const format = "--format=%(if)%(worktreepath)%(then)%(refname)%(end)";
  const listed = await runGit(["for-each-ref", format, "refs/heads"], personCall(checkout));
  const branches = listed.stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.replace(/^refs\/heads\//, ""));
  return [...new Set([...own, ...branches])];
}

async function findUser(checkout: PersonCheckout): Promise<string> {
  const name = firstLine(await askPerson(checkout, ["config", "--get", "user.name"]));
  const email = firstLine(await askPerson(checkout, ["config", "--get", "user.email"]));
  const known = [name, email === "" ? "" : `<${email}>`].filter((part) => part !== "").join(" ");
  return toOneLine(known === "" ? systemUser() : known, USER_CHARACTERS_MAX);
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return "unknown";
  }
}

function notARepository(workspace: string, stderr: string): KaziError {
  return stderr.includes("not a git repository")
    ? unusable(workspace, "a git repository", "none; run `git init` or choose another folder")
    : unusable(workspace, "a git repository that can be read", lastWord(stderr));
}

function unusable(workspace: string, expected: string, found: string): KaziError {
  return new KaziError({
    code: "workspace-unusable",
    message: `${toOneLine(workspace, 300)}: expected ${expected}, found ${found}`,
  });
}
