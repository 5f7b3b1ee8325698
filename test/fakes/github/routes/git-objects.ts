import { z } from "zod";
import { buildTree, TreeRequest } from "../git/build-tree.ts";
import { parseSignature, readCommit } from "../git/read-commit.ts";
import { CommitRequest, writeCommit } from "../git/write-commit.ts";
import type { Json } from "../model.ts";
import { renderGitCommit } from "../render/commit.ts";
import { nodeId } from "../render/node-id.ts";
import { created, notFound, ok, parseBody, type Reply, unprocessable } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { resolveOid, runGit, tryGit } from "../run-git.ts";

const READ = { name: "contents", level: "read" } as const;
const WRITE = { name: "contents", level: "write" } as const;

type Handler = (call: RepositoryCall) => Promise<Reply>;

export const routes: readonly Route[] = [
  read("blobs/{file_sha}", getBlob),
  write("blobs", createBlob),
  read("trees/{tree_sha}", getTree),
  write("trees", createTree),
  read("commits/{commit_sha}", getCommit),
  write("commits", createCommit),
  read("tags/{tag_sha}", getTag),
  write("tags", createTag),
];

function read(name: string, handle: Handler): Route {
  const template = `/repos/{owner}/{repo}/git/${name}`;
  return { method: "GET", template, scope: "repository", permission: READ, handle };
}

function write(name: string, handle: Handler): Route {
  const template = `/repos/{owner}/{repo}/git/${name}`;
  return { method: "POST", template, scope: "repository", permission: WRITE, handle };
}

function address(call: RepositoryCall, kind: string, sha: string): string {
  return `${call.world.apiUrl}/repos/${call.repository.fullName}/git/${kind}/${sha}`;
}

async function getBlob(call: RepositoryCall): Promise<Reply> {
  const sha = call.params["file_sha"] ?? "";
  const result = await tryGit(call.repository, ["cat-file", "blob", sha]);
  if (result.code !== 0) {
    throw notFound();
  }
  if (call.headers.accept?.includes("raw") === true) {
    return { status: 200, bytes: { content: result.stdout, type: "application/vnd.github.raw" } };
  }
  return ok({
    sha,
    node_id: `${nodeId("B", call.repository.id)}${sha}`,
    size: result.stdout.length,
    url: address(call, "blobs", sha),
    content: wrapped(result.stdout),
    encoding: "base64",
  });
}

/** GitHub breaks the lines of its base64, and so must every reader. */
export function wrapped(content: Buffer): string {
  return content.toString("base64").replaceAll(/.{1,60}/g, "$&\n");
}

const NewBlob = z.object({
  content: z.string(),
  encoding: z.enum(["utf-8", "base64"]).default("utf-8"),
});

async function createBlob(call: RepositoryCall): Promise<Reply> {
  const { content, encoding } = parseBody(NewBlob, call.body);
  const bytes = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
  const sha = await runGit(call.repository, ["hash-object", "-w", "--stdin"], { input: bytes });
  return created({ sha, url: address(call, "blobs", sha) });
}

async function getTree(call: RepositoryCall): Promise<Reply> {
  const name = call.params["tree_sha"] ?? "";
  const sha = await resolveOid(call.repository, `${name}^{tree}`);
  if (sha === undefined) {
    throw notFound();
  }
  return ok(await renderTree(call, sha, call.url.searchParams.has("recursive")));
}

async function renderTree(call: RepositoryCall, sha: string, isRecursive: boolean): Promise<Json> {
  const args = ["ls-tree", "-z", "--long", ...(isRecursive ? ["-r", "-t"] : []), sha];
  const listed = await runGit(call.repository, args);
  const entries = listed.split("\0").filter((line) => line !== "");
  return {
    sha,
    url: address(call, "trees", sha),
    tree: entries.map((line) => {
      const [mode = "", type = "", oid = "", size = ""] = line.split(/ +|\t/);
      const common = { path: line.slice(line.indexOf("\t") + 1), mode, type, sha: oid };
      // A submodule's commit lies elsewhere, so that there is no address of it.
      const sized = type === "blob" ? { ...common, size: Number(size) } : common;
      return type === "commit" ? sized : { ...sized, url: address(call, `${type}s`, oid) };
    }),
    truncated: false,
  };
}

async function createTree(call: RepositoryCall): Promise<Reply> {
  const sha = await buildTree(call.world, call.repository, parseBody(TreeRequest, call.body));
  return created(await renderTree(call, sha, false));
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const sha = call.params["commit_sha"] ?? "";
  const commit = /^[0-9a-f]{40}$/.test(sha) ? await readCommit(call.repository, sha) : undefined;
  if (commit === undefined) {
    throw notFound();
  }
  return ok(renderGitCommit(call.world, call.repository, commit));
}

async function createCommit(call: RepositoryCall): Promise<Reply> {
  const request = parseBody(CommitRequest, call.body);
  const sha = await writeCommit(call, request);
  const commit = await readCommit(call.repository, sha);
  if (commit === undefined) {
    throw new Error(`The commit ${sha} was written and is not there.`);
  }
  return created(renderGitCommit(call.world, call.repository, commit));
}

async function getTag(call: RepositoryCall): Promise<Reply> {
  return ok(await renderTag(call, call.params["tag_sha"] ?? ""));
}

async function renderTag(call: RepositoryCall, sha: string): Promise<Json> {
  const result = await tryGit(call.repository, ["cat-file", "tag", sha]);
  if (result.code !== 0) {
    throw notFound();
  }
  const text = result.stdout.toString("utf8");
  const value = (name: string): string => new RegExp(`^${name} (.*)$`, "m").exec(text)?.[1] ?? "";
  return {
    sha,
    node_id: `${nodeId("TA", call.repository.id)}${sha}`,
    url: address(call, "tags", sha),
    tag: value("tag"),
    message: text.slice(text.indexOf("\n\n") + 2).trimEnd(),
    tagger: parseSignature(value("tagger")),
    object: {
      sha: value("object"),
      type: value("type"),
      url: address(call, `${value("type")}s`, value("object")),
    },
    verification: {
      verified: false,
      reason: "unsigned",
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

const NewTag = z.object({
  tag: z.string(),
  message: z.string(),
  object: z.string(),
  type: z.enum(["commit", "tree", "blob"]),
  tagger: z.object({ name: z.string(), email: z.string(), date: z.string().optional() }).optional(),
});

async function createTag(call: RepositoryCall): Promise<Reply> {
  const request = parseBody(NewTag, call.body);
  const object = await resolveOid(call.repository, `${request.object}^{${request.type}}`);
  if (object === undefined) {
    throw unprocessable("Object does not exist");
  }
  const { actor } = call.token;
  const name = request.tagger?.name ?? actor.login;
  const email = request.tagger?.email ?? `${actor.id}+${actor.login}@users.noreply.github.com`;
  const date = request.tagger?.date;
  const seconds = Math.floor((date === undefined ? call.world.nowMs() : Date.parse(date)) / 1000);
  const text = [
    `object ${object}`,
    `type ${request.type}`,
    `tag ${request.tag}`,
    `tagger ${name} <${email}> ${seconds} +0000`,
    "",
    `${request.message}\n`,
  ].join("\n");
  const sha = await runGit(call.repository, ["mktag"], { input: text });
  return created(await renderTag(call, sha));
}
