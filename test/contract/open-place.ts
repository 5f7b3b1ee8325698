import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as waitFor } from "node:timers/promises";
import { z } from "zod";
import { createGitHubClient, type GitHubClient } from "../../src/adapters/github-client.ts";
import { cleanUp } from "./clean-up.ts";
import { NotTried } from "./finding.ts";
import { needed } from "./needed.ts";
import { type Git, openGit } from "./open-git.ts";
import type { Answer, ContractAccount, ContractRepository, Place, ThrowAwayWork } from "./place.ts";

export interface PlaceOptions {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly token: string;
  /** How long GitHub may take for what it does later, such as a run. */
  readonly waitMs: number;
  readonly pollMs: number;
  readonly pause?: (waitMs: number) => Promise<void>;
}

export interface OpenPlace extends Place {
  /** Takes everything back; a sentence where something stays. */
  close(): Promise<string | undefined>;
}

export async function openPlace(options: PlaceOptions): Promise<OpenPlace> {
  const client = createGitHubClient({ apiUrl: options.apiUrl, token: options.token });
  const asking = askingOf(client, options);
  const { cloneUrl, ...repository } = await readRepository(asking, options);
  const account = await readAccount(asking, options.token);
  const folder = await mkdtemp(path.join(tmpdir(), "kazi-test-contract-"));
  const remote = { url: cloneUrl, token: options.token };
  const git = await openGit(folder, remote);
  const run = randomBytes(4).toString("hex");
  let names = 0;
  const nextName = (): string => `${run}-${(names += 1)}`;
  const base = {
    ...asking,
    ...waitingOf(options),
    ...committingOf(git, repository),
    repository,
    account,
    git,
    freshGit: async () => await openGit(folder, remote),
    nextRef: () => `refs/kazi/contract/${nextName()}`,
    nextBranch: (label = "") => `kazi-contract/${label}${nextName()}`,
  };
  const work = async (): Promise<ThrowAwayWork> => await startWork(base);
  let shared: Promise<number> | undefined;
  return {
    ...base,
    work,
    pull: async () => await (shared ??= openPull(base, work)),
    async close() {
      const left = await cleanUp(base, run);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      return left;
    },
  };
}

type Asking = Pick<Place, "rest" | "graph">;

function askingOf(client: GitHubClient, { owner, repo }: PlaceOptions): Asking {
  const purpose = "ask GitHub about one of its ways";
  const answer = z.unknown();
  return {
    rest: async (route, parameters = {}): Promise<Answer> =>
      await client.ask({ route, purpose, answer, parameters: { owner, repo, ...parameters } }),
    graph: async (query, variables): Promise<Answer> =>
      await client.askGraph({ name: "contract", purpose, query, variables, answer }),
  };
}

const RepositoryAnswer = z.object({
  node_id: z.string(),
  default_branch: z.string(),
  clone_url: z.url(),
});
const RefAnswer = z.object({ object: z.object({ sha: z.string() }) });

async function readRepository(
  { rest }: Asking,
  { owner, repo }: PlaceOptions,
): Promise<ContractRepository & { readonly cloneUrl: string }> {
  const seen = needed(
    await rest("GET /repos/{owner}/{repo}"),
    "read the repository",
    RepositoryAnswer,
  );
  const { default_branch: defaultBranch, node_id: nodeId, clone_url: cloneUrl } = seen;
  const ref = await rest("GET /repos/{owner}/{repo}/git/ref/{ref}", {
    ref: `heads/${defaultBranch}`,
  });
  const head = needed(ref, "read the default branch", RefAnswer).object.sha;
  return { owner, repo, nodeId, defaultBranch, head, cloneUrl };
}

const ViewerAnswer = z.object({ viewer: z.object({ login: z.string() }) });

/** By GraphQL, because `GET /user` refuses the tokens of Apps and workflows. */
async function readAccount({ graph }: Asking, token: string): Promise<ContractAccount> {
  const asked = await graph("query { viewer { login } }", {});
  const { login } = needed(asked, "read the account", ViewerAnswer).viewer;
  if (login === "github-actions[bot]") return { login, kind: "workflow" };
  const isApp = login.endsWith("[bot]") || token.startsWith("ghs_");
  return { login, kind: isApp ? "app" : "person" };
}

function waitingOf(options: PlaceOptions): Pick<Place, "until" | "pause"> {
  const pause =
    options.pause ??
    (async (waitMs: number): Promise<void> => {
      await waitFor(waitMs);
    });
  return {
    pause,
    async until(look) {
      const endMs = Date.now() + options.waitMs;
      for (;;) {
        const seen = await look();
        if (seen !== undefined || Date.now() > endMs) return seen;
        await waitFor(options.pollMs);
      }
    },
  };
}

type Committing = Pick<Place, "commit" | "commitOnHead" | "headOf" | "push">;

function committingOf(git: Git, { head }: ContractRepository): Committing {
  let isHeadHere = false;
  return {
    async commit(words, parents = []) {
      const blob = await need(git, ["hash-object", "-w", "--stdin"], `${words}\n`);
      const tree = await need(git, ["mktree"], `100644 blob ${blob}\tstate.json\n`);
      return await commitTree(git, { tree, parents, words });
    },
    async commitOnHead(words) {
      if (!isHeadHere) await need(git, ["fetch", "--quiet", "--depth=1", "origin", head]);
      isHeadHere = true;
      return await commitTree(git, { tree: `${head}^{tree}`, parents: [head], words });
    },
    async headOf(ref) {
      const listed = await need(git, ["ls-remote", "origin", ref]);
      const lines = listed.split("\n").map((line) => line.split("\t"));
      return lines.find(([, name]) => name === ref)?.[0];
    },
    async push(...refspecs) {
      await need(git, ["push", "--quiet", "origin", ...refspecs]);
    },
  };
}

async function commitTree(
  git: Git,
  commit: { readonly tree: string; readonly parents: readonly string[]; readonly words: string },
): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ["-p", parent]);
  return await need(git, ["commit-tree", commit.tree, ...parents, "-m", commit.words]);
}

async function need(git: Git, args: readonly string[], input?: string): Promise<string> {
  const { code, stdout, stderr } = await git(args, input);
  if (code !== 0) throw new NotTried(`git ${args[0]}: ${stderr}`);
  return stdout;
}

type Base = Omit<Place, "work" | "pull">;

/** Into a branch of its own: nothing that GitHub merges by itself may reach a branch that people use. */
async function startWork(place: Base): Promise<ThrowAwayWork> {
  const [base, head] = [place.nextBranch(), place.nextBranch()];
  const headSha = await place.commitOnHead(`Work of ${head}`);
  await place.push(`${place.repository.head}:refs/heads/${base}`, `${headSha}:refs/heads/${head}`);
  return { base, head, headSha };
}

async function openPull(place: Base, work: () => Promise<ThrowAwayWork>): Promise<number> {
  const { base, head } = await work();
  const opened = await place.rest("POST /repos/{owner}/{repo}/pulls", {
    base,
    head,
    title: "kazi contract, closed by itself",
  });
  return needed(opened, "open a pull request", z.object({ number: z.int() })).number;
}
