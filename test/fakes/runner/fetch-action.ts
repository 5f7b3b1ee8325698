import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Repository } from "../github/model.ts";
import { GIT_ENVIRONMENT, resolveOid, tryGit } from "../github/run-git.ts";
import type { ActionPlace, JobSession } from "./job-session.ts";

export interface ActionReference {
  readonly repository: string;
  /** Below the repository's root; empty for the root. */
  readonly folder: string;
  readonly ref: string;
}

export function parseActionReference(uses: string): ActionReference {
  const [address = "", ref = ""] = uses.split("@");
  const [owner = "", name = "", ...folders] = address.split("/");
  return { repository: `${owner}/${name}`, folder: folders.join("/"), ref };
}

/** A repository that a job may use things of: a private one only serves its own owner. */
export function findUsableRepository(
  { world, run }: Pick<JobSession, "world" | "run">,
  fullName: string,
): Repository | undefined {
  const found = world.repositories.find(
    (one) => one.fullName.toLowerCase() === fullName.toLowerCase(),
  );
  if (found === undefined) return undefined;
  return found.isPrivate && found.owner !== run.repository.owner ? undefined : found;
}

/** Unpacks `owner/repo@ref` below `_actions`, once in a job. */
export async function fetchAction(
  session: JobSession,
  { repository, folder, ref }: ActionReference,
): Promise<ActionPlace> {
  const label = `${repository}@${ref}`;
  const found = findUsableRepository(session, repository);
  if (found === undefined) {
    throw new Error(`Unable to resolve action ${label}, repository not found`);
  }
  const sha = await resolveVersion(found, ref);
  if (sha === undefined) {
    throw new Error(`Unable to resolve action \`${label}\`, unable to find version \`${ref}\``);
  }
  const root = path.join(session.folders.actions, repository, ref.replaceAll("/", "-"));
  if (!existsSync(root)) {
    session.log.write(`Download action repository '${label}' (SHA:${sha})`);
    await unpack(found, sha, root);
  }
  return { path: path.join(root, folder), repository, ref };
}

/** A tag, a branch or a whole SHA, in this order, and nothing else that git would understand. */
export async function resolveVersion(
  repository: Repository,
  ref: string,
): Promise<string | undefined> {
  const isSha = /^[0-9a-f]{40}$/u.test(ref);
  const names = isSha ? [ref] : [`refs/tags/${ref}`, `refs/heads/${ref}`];
  for (const name of names) {
    const sha = await resolveOid(repository, `${name}^{commit}`);
    if (sha !== undefined) return sha;
  }
  return undefined;
}

async function unpack(repository: Repository, sha: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = await tryGit(repository, ["archive", "--format=tar", sha]);
  if (archive.code !== 0) throw new Error(archive.stderr);
  const tar = spawn("tar", ["-x", "-C", folder], {
    env: GIT_ENVIRONMENT,
    stdio: ["pipe", "ignore", "ignore"],
  });
  tar.stdin.on("error", () => {
    // Its exit code says what went wrong.
  });
  tar.stdin.end(archive.stdout);
  const code = await new Promise<number | null>((resolve, reject) => {
    tar.on("error", reject);
    tar.on("close", resolve);
  });
  if (code !== 0) throw new Error(`tar ended with ${String(code)}`);
}
