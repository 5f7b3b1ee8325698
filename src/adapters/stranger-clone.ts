import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { CheckoutRequest } from "../ports/workshop.ts";
import { isBranchName } from "./branch-name.ts";
import { removeFolder } from "./folder-copy.ts";
import { lastWord, runGit } from "./git.ts";
import { AUTHOR_EMAIL, AUTHOR_NAME } from "./make-commit.ts";
import { borrowObjects, initialise, type ObjectSource, type ObjectStore } from "./object-store.ts";

const TAGS_MAX = 2_000;

/** Where a clone is made, and whose objects it may read. */
export interface ClonePlace {
  readonly folder: string;
  readonly origin: string;
  readonly repository: string;
  readonly source: ObjectSource;
  /** Stores of ours that hold commits which the repository has not yet. */
  readonly others: readonly string[];
  readonly store: ObjectStore;
}

/**
 * A clone with a remote that is a throw-away as well: whatever is fetched or pushed there,
 * no ref of the person's repository is in reach of an ordinary command.
 */
export async function makeClone(place: ClonePlace, request: CheckoutRequest): Promise<void> {
  await checkRequest(place, request);
  await removeFolder(place.folder);
  await removeFolder(place.origin);
  const { branch, commit, base } = request;
  const tags = await listTags(place);
  // Where both have one name, the remote stands at the base: the work is ahead of it.
  const heads = new Map([
    [branch, commit],
    [base.branch, base.commit],
  ]);
  await makeRepository(place, place.origin, {
    head: base.branch,
    isBare: true,
    refs: [...toRefs("refs/heads", heads), ...tags],
  });
  await makeRepository(place, place.folder, {
    head: branch,
    isBare: false,
    refs: [`${commit} refs/heads/${branch}`, ...toRefs("refs/remotes/origin", heads), ...tags],
  });
  await configure(place, request);
  const { folder } = place;
  await runGit(["symbolic-ref", "refs/remotes/origin/HEAD", `refs/remotes/origin/${base.branch}`], {
    cwd: folder,
    gitDir: path.join(folder, ".git"),
  });
  await fillFolder(place, commit);
}

async function fillFolder({ folder, repository, source }: ClonePlace, commit: Oid): Promise<void> {
  const filled = await runGit(["read-tree", "--reset", "-u", commit], {
    cwd: folder,
    gitDir: path.join(folder, ".git"),
    workTree: folder,
    codes: [0, 1, 128],
  });
  if (filled.code === 0) return;
  const found = source.isPartial
    ? "a partial clone that lacks some; clone it without --filter"
    : lastWord(filled.stderr);
  throw new KaziError({
    code: "workspace-unusable",
    message: `expected all files of ${commit} in ${repository}, found ${found}`,
  });
}

async function checkRequest(place: ClonePlace, request: CheckoutRequest): Promise<void> {
  const branches = [request.branch, request.base.branch];
  const wrong = branches.find((name) => !isBranchName(name));
  if (wrong !== undefined) {
    throw new KaziError({
      code: "workspace-unusable",
      message: `expected a branch name that git takes, found ${JSON.stringify(wrong.slice(0, 200))}`,
    });
  }
  for (const oid of [request.commit, request.base.commit]) await checkCommit(place, oid);
}

async function checkCommit(place: ClonePlace, oid: Oid): Promise<void> {
  const known = await place.store.git(["cat-file", "-e", `${oid}^{tree}`], { codes: [0, 1, 128] });
  if (known.code === 0) return;
  throw new KaziError({
    code: "workspace-unusable",
    message: `expected commit ${oid} in ${place.repository}, found that it or its tree is missing; fetch it first`,
  });
}

/** The person's tags, newest first, so that `git describe` works. */
async function listTags(place: ClonePlace): Promise<readonly string[]> {
  const listed = await runGit(
    [
      "for-each-ref",
      "--sort=-creatordate",
      `--count=${TAGS_MAX}`,
      "--format=%(objectname) %(refname)",
      "refs/tags",
    ],
    { cwd: place.repository, gitDir: place.repository },
  );
  return listed.stdout
    .toString("latin1")
    .split("\n")
    .filter((line) => line !== "");
}

function toRefs(prefix: string, heads: ReadonlyMap<string, Oid>): readonly string[] {
  return [...heads].map(
    ([name, oid]) => `${oid} ${prefix}/${Buffer.from(name).toString("latin1")}`,
  );
}

async function makeRepository(
  place: ClonePlace,
  folder: string,
  wanted: { readonly head: string; readonly isBare: boolean; readonly refs: readonly string[] },
): Promise<void> {
  const bare = wanted.isBare ? ["--bare"] : [];
  await initialise(folder, place.source, `--initial-branch=${wanted.head}`, ...bare);
  const gitDir = wanted.isBare ? folder : path.join(folder, ".git");
  borrowObjects(gitDir, place.source, place.others);
  const packed = wanted.refs.map((ref) => `${ref}\n`).join("");
  writeFileSync(path.join(gitDir, "packed-refs"), Buffer.from(packed, "latin1"));
}

/** Set here so that what the person set for all repositories does not reach an agent's git. */
async function configure(place: ClonePlace, request: CheckoutRequest): Promise<void> {
  const file = path.join(place.folder, ".git", "config");
  const settings: readonly (readonly [string, string])[] = [
    ["user.name", AUTHOR_NAME],
    ["user.email", AUTHOR_EMAIL],
    ["commit.gpgSign", "false"],
    ["tag.gpgSign", "false"],
    ["credential.helper", ""],
    ["core.autocrlf", "false"],
    ["core.fsmonitor", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["remote.origin.url", place.origin],
    ["remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
    [`branch.${request.branch}.remote`, "origin"],
    [`branch.${request.branch}.merge`, `refs/heads/${request.branch}`],
  ];
  const text = settings.map(([name, value]) => formatSetting(name, value)).join("");
  writeFileSync(file, readFileSync(file, "utf8") + text);
  rmSync(path.join(place.folder, ".git", "hooks"), { recursive: true, force: true });
}

function formatSetting(name: string, value: string): string {
  const first = name.indexOf(".");
  const last = name.lastIndexOf(".");
  const section = name.slice(0, first);
  const part = first === last ? "" : ` ${quote(name.slice(first + 1, last))}`;
  return `[${section}${part}]\n\t${name.slice(last + 1)} = ${quote(value)}\n`;
}

function quote(value: string): string {
  const escaped = value
    .replaceAll("\\", String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`);
  return `"${escaped}"`;
}
