import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Repository, World } from "../model.ts";
import { notFound, unprocessable } from "../respond.ts";
import { resolveOid, runGit, tryGit } from "../run-git.ts";

export const TreeRequest = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(["100644", "100755", "040000", "160000", "120000"]).optional(),
      type: z.enum(["blob", "tree", "commit"]).optional(),
      sha: z.string().nullable().optional(),
      content: z.string().optional(),
    }),
  ),
});
type Request = z.infer<typeof TreeRequest>;
type Entry = Request["tree"][number];

/** Writes the tree that a request describes, on top of another one where it names a base. */
export async function buildTree(
  world: World,
  repository: Repository,
  request: Request,
): Promise<string> {
  const index = path.join(world.folder, `index-${randomUUID()}`);
  const environment = { GIT_INDEX_FILE: index };
  try {
    const base = await resolveBase(repository, request.base_tree);
    await runGit(repository, ["read-tree", ...(base === undefined ? ["--empty"] : [base])], {
      environment,
    });
    const lines: string[] = [];
    for (const entry of request.tree) {
      lines.push(...(await linesOf(repository, environment, entry)));
    }
    await runGit(repository, ["update-index", "-z", "--index-info"], {
      environment,
      input: lines.map((line) => `${line}\0`).join(""),
    });
    return await runGit(repository, ["write-tree"], { environment });
  } finally {
    await rm(index, { force: true });
  }
}

async function resolveBase(
  repository: Repository,
  name: string | undefined,
): Promise<string | undefined> {
  if (name === undefined) {
    return undefined;
  }
  const found = await resolveOid(repository, `${name}^{tree}`);
  if (found === undefined) {
    throw notFound();
  }
  return found;
}

const GONE = `0 ${"0".repeat(40)}`;

/** What `update-index` must read to do as the entry says. */
async function linesOf(
  repository: Repository,
  environment: Readonly<Record<string, string>>,
  entry: Entry,
): Promise<readonly string[]> {
  if (entry.path === "" || entry.path.startsWith("/") || entry.path.split("/").includes("..")) {
    throw unprocessable("tree.path contains a malformed path component");
  }
  if (entry.sha === null) {
    return await removal(repository, environment, entry.path);
  }
  if (entry.mode === "040000") {
    return await graft(repository, environment, entry);
  }
  const mode = entry.mode ?? "100644";
  const oid = await blobOf(repository, entry, mode);
  return [`${mode} ${oid}\t${entry.path}`];
}

async function removal(
  repository: Repository,
  environment: Readonly<Record<string, string>>,
  name: string,
): Promise<readonly string[]> {
  const listed = await runGit(repository, ["ls-files", "-z"], { environment });
  const names = listed.split("\0").filter((it) => it === name || it.startsWith(`${name}/`));
  if (names.length === 0) {
    throw unprocessable("GitRPC::BadObjectState");
  }
  return names.map((it) => `${GONE}\t${it}`);
}

async function graft(
  repository: Repository,
  environment: Readonly<Record<string, string>>,
  entry: Entry,
): Promise<readonly string[]> {
  const listed = await tryGit(repository, ["ls-tree", "-r", "-z", entry.sha ?? ""]);
  if (listed.code !== 0) {
    throw unprocessable(`tree.sha ${entry.sha} is not a valid tree`);
  }
  const present = await runGit(repository, ["ls-files", "-z"], { environment });
  const old = present.split("\0").filter((it) => it.startsWith(`${entry.path}/`));
  const grafted = listed.stdout.toString("utf8").split("\0");
  return [
    ...old.map((it) => `${GONE}\t${it}`),
    ...grafted.filter((line) => line !== "").map((line) => line.replace("\t", `\t${entry.path}/`)),
  ];
}

async function blobOf(repository: Repository, entry: Entry, mode: string): Promise<string> {
  if (entry.content !== undefined) {
    return await runGit(repository, ["hash-object", "-w", "--stdin"], { input: entry.content });
  }
  if (entry.sha === undefined) {
    throw unprocessable("Must supply either tree.sha or tree.content.");
  }
  if (mode !== "160000" && (await resolveOid(repository, `${entry.sha}^{blob}`)) === undefined) {
    throw unprocessable(`tree.sha ${entry.sha} is not a valid blob`);
  }
  return entry.sha ?? "";
}
