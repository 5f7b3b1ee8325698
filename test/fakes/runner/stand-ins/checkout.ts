import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ActiveStep, JobSession, StepResult } from "../job-session.ts";
import { runProcess } from "../run-process.ts";
import { stepEnvironment } from "../step-environment.ts";
import { resolveInside } from "./resolve-inside.ts";

/** What is to be fetched, and what it is called in the new clone. */
interface Target {
  /** `refs/heads/main`, or nothing for a bare SHA. */
  readonly ref: string;
  readonly sha: string;
}

interface Clone {
  readonly folder: string;
  readonly url: string;
  readonly authorization: string;
  git(...args: readonly string[]): Promise<readonly string[]>;
}

/** Stands in for actions/checkout. */
export async function checkout(
  session: JobSession,
  step: ActiveStep,
  inputs: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const clone = await openClone(session, step, inputs);
  const target = await findTarget(session, clone, inputs);
  await prepareFolder(clone, inputs["clean"] !== "false");
  await fetchTarget(clone, target, Number(inputs["fetch-depth"] ?? "1"));
  await switchTo(clone, target);
  if ((inputs["persist-credentials"] ?? "true") === "true") await persist(session, step, clone);
  const [commit = ""] = await clone.git("rev-parse", "HEAD");
  return { outcome: "success", outputs: { ref: inputs["ref"] ?? target.ref, commit } };
}

async function openClone(
  session: JobSession,
  step: ActiveStep,
  inputs: Readonly<Record<string, string>>,
): Promise<Clone> {
  const folder = resolveInside(session.folders.workspace, inputs["path"] ?? ".");
  const token = inputs["token"] ?? session.token;
  const encoded = Buffer.from(`x-access-token:${token}`).toString("base64");
  session.masker.add(encoded);
  await mkdir(folder, { recursive: true });
  const url = `${session.world.url}/${inputs["repository"] ?? session.run.repository.fullName}`;
  const authorization = `http.${session.world.url}/.extraheader=AUTHORIZATION: basic ${encoded}`;
  const git = async (...args: readonly string[]): Promise<readonly string[]> =>
    await runGit(session, step, folder, ["-c", authorization, ...args]);
  return { folder, url, authorization, git };
}

async function runGit(
  session: JobSession,
  step: ActiveStep,
  folder: string,
  args: readonly string[],
): Promise<readonly string[]> {
  const lines: string[] = [];
  const { env, actionName, signal } = step;
  const own = { GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_NOSYSTEM: "1" };
  const code = await runProcess({
    argv: ["git", ...args],
    cwd: folder,
    env: stepEnvironment(session, { env, actionName, action: undefined, own }),
    graces: session.graces,
    signal,
    lost: session.lost,
    onLine: (line) => lines.push(line),
  });
  if (code === 0) return lines;
  for (const line of lines) session.log.write(line);
  throw new Error(`The process 'git' failed with exit code ${code}`);
}

async function findTarget(
  { run }: JobSession,
  clone: Clone,
  inputs: Readonly<Record<string, string>>,
): Promise<Target> {
  const wanted = inputs["ref"] ?? "";
  const isOwn = (inputs["repository"] ?? run.repository.fullName) === run.repository.fullName;
  if (wanted === "" && isOwn) return { ref: run.ref, sha: run.sha };
  if (/^[0-9a-f]{40}$/u.test(wanted)) return { ref: "", sha: wanted };
  const names = namesOf(wanted);
  const listed = await clone.git("ls-remote", clone.url, ...names);
  for (const name of names) {
    const found = listed.find((line) => line.endsWith(`\t${name}`));
    if (found !== undefined) return { ref: name === "HEAD" ? "" : name, sha: found.slice(0, 40) };
  }
  throw new Error(`A branch or tag with the name '${wanted}' could not be found`);
}

function namesOf(wanted: string): readonly string[] {
  if (wanted === "") return ["HEAD"];
  return wanted.startsWith("refs/") ? [wanted] : [`refs/heads/${wanted}`, `refs/tags/${wanted}`];
}

/** An earlier clone of the same repository is cleaned and used again, everything else is removed. */
async function prepareFolder(clone: Clone, isCleaning: boolean): Promise<void> {
  if (existsSync(path.join(clone.folder, ".git"))) {
    const [url] = await clone.git("config", "--get", "remote.origin.url");
    if (url === clone.url) {
      if (isCleaning) await clone.git("clean", "-ffdx", "--quiet");
      return;
    }
  }
  for (const name of await readdir(clone.folder)) {
    await rm(path.join(clone.folder, name), { recursive: true, force: true });
  }
  await clone.git("init", "--quiet", clone.folder);
  await clone.git("remote", "add", "origin", clone.url);
}

async function fetchTarget(clone: Clone, { ref, sha }: Target, depth: number): Promise<void> {
  const one = `+${sha}:${trackingRef(ref)}`;
  if (depth === 0) {
    const all = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
    await clone.git("fetch", "--quiet", "--prune", "origin", ...all);
    await clone.git("fetch", "--quiet", "--no-tags", "origin", one);
    return;
  }
  await clone.git("fetch", "--quiet", "--no-tags", `--depth=${depth}`, "origin", one);
}

function trackingRef(ref: string): string {
  if (ref.startsWith("refs/heads/")) return ref.replace("refs/heads/", "refs/remotes/origin/");
  if (ref.startsWith("refs/pull/")) return ref.replace("refs/pull/", "refs/remotes/pull/");
  return ref === "" ? "refs/remotes/origin/detached" : ref;
}

async function switchTo(clone: Clone, { ref, sha }: Target): Promise<void> {
  const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
  if (branch === undefined) {
    await clone.git("checkout", "--quiet", "--force", "--detach", sha);
    return;
  }
  await clone.git("checkout", "--quiet", "--force", "-B", branch, trackingRef(ref));
}

/** As the real one does since version 6: the token stands in a file of its own, outside of the workspace. */
async function persist(session: JobSession, step: ActiveStep, clone: Clone): Promise<void> {
  const file = path.join(session.folders.temp, `git-credentials-${randomUUID()}.config`);
  const [setting = "", value = ""] = clone.authorization.split(/=(.*)/su);
  const address = setting.slice("http.".length, -".extraheader".length);
  await writeFile(file, `[http "${address}"]\n\textraheader = ${value}\n`, { mode: 0o600 });
  const name = `includeIf.gitdir:${path.join(clone.folder, ".git")}.path`;
  await clone.git("config", "--local", name, file);
  session.postSteps.push({
    of: step.name,
    condition: "always()",
    run: async () => {
      await rm(file, { force: true });
      return "success";
    },
  });
}
