import { findCommit } from "../git/find-commit.ts";
import type { Json } from "../model.ts";
import { notFound, ok, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { runGit, tryGit } from "../run-git.ts";
import { wrapped } from "./git-objects.ts";

const READ = { name: "contents", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/contents/{path}",
    scope: "repository",
    permission: READ,
    handle: getContents,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/contents",
    scope: "repository",
    permission: READ,
    handle: getContents,
  },
];

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  readonly size: number;
  readonly path: string;
}

async function getContents(call: RepositoryCall): Promise<Reply> {
  const { world, repository, url } = call;
  const path = (call.params["path"] ?? "").replaceAll(/^\/+|\/+$/g, "");
  const ref = url.searchParams.get("ref") ?? repository.defaultBranch;
  const commit = await findCommit(world, repository, ref);
  if (commit === undefined) {
    throw notFound();
  }
  const place = { call, ref, commit };
  const entry = path === "" ? undefined : (await listEntries(place, path))[0];
  if (path !== "" && entry === undefined) {
    throw notFound();
  }
  return entry === undefined || entry.type === "tree"
    ? await replyFolder(place, path)
    : await replyFile(place, entry);
}

/** A file as a write answers with it: without its content. */
export async function renderFile(place: Place, path: string): Promise<Json | undefined> {
  const [entry] = await listEntries(place, path);
  return entry && renderEntry(place, entry);
}

export interface Place {
  readonly call: RepositoryCall;
  /** As asked for; it comes back in the addresses. */
  readonly ref: string;
  readonly commit: string;
}

async function listEntries({ call, commit }: Place, path: string): Promise<readonly Entry[]> {
  const args = ["ls-tree", "-z", "--long", "--full-tree", commit];
  const listed = await runGit(call.repository, path === "" ? args : [...args, "--", path]);
  return listed
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [mode = "", type = "", oid = "", size] = line.split(/ +|\t/);
      const name = line.slice(line.indexOf("\t") + 1);
      return { mode, type, oid, size: Number(size) || 0, path: name };
    });
}

async function replyFolder(place: Place, path: string): Promise<Reply> {
  const entries = await listEntries(place, path === "" ? "" : `${path}/`);
  return ok(entries.map((entry) => renderEntry(place, entry)));
}

const INLINE_BYTES_MAX = 1_000_000;

async function replyFile(place: Place, entry: Entry): Promise<Reply> {
  const common = renderEntry(place, entry);
  if (entry.type === "commit") {
    return ok({ ...common, submodule_git_url: null });
  }
  const { stdout } = await tryGit(place.call.repository, ["cat-file", "blob", entry.oid]);
  if (place.call.headers.accept?.includes("raw") === true) {
    const type = "application/vnd.github.raw+json; charset=utf-8";
    return { status: 200, bytes: { content: stdout, type } };
  }
  if (entry.mode === "120000") {
    return ok({ ...common, target: stdout.toString("utf8") });
  }
  const isInline = entry.size <= INLINE_BYTES_MAX;
  return ok({
    ...common,
    content: isInline ? wrapped(stdout) : "",
    encoding: isInline ? "base64" : "none",
  });
}

function typeOf(entry: Entry): string {
  if (entry.mode === "120000") {
    return "symlink";
  }
  return { tree: "dir", blob: "file", commit: "submodule" }[entry.type] ?? "file";
}

function renderEntry({ call, ref }: Place, entry: Entry): Json {
  const { world, repository } = call;
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const api = `${world.apiUrl}/repos/${repository.fullName}`;
  const type = typeOf(entry);
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = `${api}/git/${entry.type === "tree" ? "trees" : "blobs"}/${entry.oid}`;
  const html = `${world.url}/${repository.fullName}/${type === "dir" ? "tree" : "blob"}/${ref}/${path}`;
  const raw = `${world.url}/${repository.fullName}/raw/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.oid,
    size: entry.size,
    type,
    url,
    html_url: html,
    git_url: type === "submodule" ? null : git,
    download_url: type === "file" || type === "symlink" ? raw : null,
    _links: { self: url, git: type === "submodule" ? null : git, html },
  };
}
