import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Repository, World } from "./model.ts";
import { PRE_RECEIVE, UPDATE } from "./receive-hooks.ts";
import { runGit } from "./run-git.ts";

export type Origin =
  | { readonly kind: "files"; readonly files: Readonly<Record<string, string>> }
  | { readonly kind: "fork"; readonly gitDir: string };

/** What GitHub's git does by default and plain git does not. */
const CONFIGURATION: readonly (readonly [string, string])[] = [
  ["http.receivepack", "true"],
  ["uploadpack.allowFilter", "true"],
  ["uploadpack.allowAnySHA1InWant", "true"],
  // The server refuses it itself, with fewer words.
  ["receive.denyDeleteCurrent", "ignore"],
  ["receive.autogc", "false"],
  ["gc.auto", "0"],
  // Many writers at once must wait for each other's lock instead of failing.
  ["core.filesRefLockTimeout", "5000"],
  ["core.packedRefsTimeout", "5000"],
];

/** Makes the bare repository that is behind a repository of the model. */
export async function createBareRepository(
  world: World,
  repository: Repository,
  origin: Origin,
): Promise<void> {
  const head = `refs/heads/${repository.defaultBranch}`;
  await runGit(repository, ["init", "--quiet", "--bare", repository.gitDir]);
  await runGit(repository, ["symbolic-ref", "HEAD", head]);
  const hooks = path.join(repository.gitDir, "hooks");
  const settings = [...CONFIGURATION, ["core.hooksPath", hooks] as const];
  const text = settings.map(([name, value]) => configurationLine(name, value)).join("");
  await writeFile(path.join(repository.gitDir, "config"), text, { flag: "a" });
  await writeHooks(hooks);
  if (origin.kind === "fork") {
    await runGit(repository, ["fetch", "--quiet", origin.gitDir, "refs/heads/*:refs/heads/*"]);
    await runGit(repository, ["fetch", "--quiet", origin.gitDir, "refs/tags/*:refs/tags/*"]);
    return;
  }
  await runGit(repository, ["fast-import", "--quiet"], {
    input: firstCommit(head, repository, origin.files, world.nowMs()),
  });
}

function configurationLine(name: string, value: string): string {
  const dot = name.indexOf(".");
  return `[${name.slice(0, dot)}]\n\t${name.slice(dot + 1)} = ${value}\n`;
}

async function writeHooks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const hooks = [
    ["pre-receive", PRE_RECEIVE],
    ["post-receive", PRE_RECEIVE],
    ["update", UPDATE],
  ] as const;
  for (const [name, text] of hooks) {
    await writeFile(path.join(folder, name), text);
    await chmod(path.join(folder, name), 0o755);
  }
}

function firstCommit(
  head: string,
  repository: Repository,
  files: Readonly<Record<string, string>>,
  nowMs: number,
): string {
  const { login, id } = repository.owner;
  const author = `${login} <${id}+${login}@users.noreply.github.com> ${Math.floor(nowMs / 1000)} +0000`;
  const entries = Object.entries(files).map(([file, content]) => {
    const mode = file.startsWith("bin/") || content.startsWith("#!") ? "100755" : "100644";
    return `M ${mode} inline ${JSON.stringify(file)}\n${data(content)}`;
  });
  return [
    `commit ${head}`,
    `author ${author}`,
    `committer ${author}`,
    `${data("Initial commit")}${entries.join("")}`,
  ].join("\n");
}

function data(content: string): string {
  return `data ${Buffer.byteLength(content)}\n${content}\n`;
}
