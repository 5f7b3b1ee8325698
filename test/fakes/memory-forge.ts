import { createHash } from "node:crypto";
import type { Comment, Reaction } from "../../src/ports/conversation.ts";
import type { Forge } from "../../src/ports/forge.ts";
import type { GateReport } from "../../src/ports/gate.ts";
import type { Permission } from "../../src/ports/permissions.ts";
import type {
  Account,
  ChangedFile,
  PullRequest,
  PullRequestOutcome,
  Reviewer,
} from "../../src/ports/pull-requests.ts";
import type { DispatchRequest, RunPresence } from "../../src/ports/workflow-runs.ts";

type Files = Readonly<Record<string, string>>;

/** One repository of no GitHub at all: a test changes it by hand and looks at what became of it. */
export interface MemoryForge extends Forge {
  readonly self: Account;
  readonly commits: Map<
    string,
    { readonly parents: readonly string[]; readonly files: Files; readonly committer?: string }
  >;
  readonly branches: Map<string, string>;
  readonly requests: Map<number, PullRequest>;
  readonly comments: Map<number, Comment>;
  readonly reactions: { readonly id: number; readonly reaction: Reaction }[];
  readonly roles: Map<string, Permission>;
  readonly reviews: Map<number, readonly Reviewer[]>;
  readonly gates: Map<string, GateReport>;
  readonly dispatches: DispatchRequest[];
  readonly presences: Map<number, RunPresence>;
  /** How often something was written. */
  writes: number;
  /** Why no run can be started. */
  blocked: string | undefined;
  /** Adds a commit on a branch and moves the branch. */
  push(branch: string, files: Files, committer?: string): string;
  /** Opens a pull request from a branch. */
  propose(branch: string, more?: Partial<PullRequest>): PullRequest;
  say(author: Account, issue: number, body: string, more?: Partial<Comment>): Comment;
  /** What kazi said below an issue, oldest first. */
  said(issue: number): readonly string[];
}

export const MAYA: Account = { id: 1, login: "maya", isBot: false };
export const READER: Account = { id: 2, login: "rita", isBot: false };
export const ROBOT: Account = { id: 3, login: "robot[bot]", isBot: true };
const SELF: Account = { id: 99, login: "kazi[bot]", isBot: true };

const NOTHING: PullRequestOutcome = { kind: "refused", reason: "not part of this fake" };

export function createMemoryForge(): MemoryForge {
  const commits: MemoryForge["commits"] = new Map();
  const branches = new Map<string, string>();
  const requests = new Map<number, PullRequest>();
  const comments = new Map<number, Comment>();
  let lastComment = 100;

  function push(branch: string, files: Files, committer = "maya"): string {
    const parent = branches.get(branch) ?? branches.get("main");
    const parents = parent === undefined ? [] : [parent];
    const content = JSON.stringify([parents, files, committer, commits.size]);
    const oid = createHash("sha1").update(content).digest("hex");
    commits.set(oid, { parents, files, committer });
    branches.set(branch, oid);
    for (const [number, pull] of requests) {
      if (pull.headBranch === branch) requests.set(number, { ...pull, headSha: oid });
    }
    return oid;
  }

  function propose(branch: string, more: Partial<PullRequest> = {}): PullRequest {
    const number = requests.size + 11;
    const pull: PullRequest = {
      number,
      nodeId: `PR_${number}`,
      title: branch,
      url: `https://github.example/o/r/pull/${number}`,
      state: "open",
      isDraft: false,
      isFork: false,
      headBranch: branch,
      headSha: branches.get(branch) ?? "",
      baseBranch: "main",
      author: MAYA,
      ...more,
    };
    requests.set(number, pull);
    return pull;
  }

  function say(author: Account, issue: number, body: string, more: Partial<Comment> = {}): Comment {
    lastComment += 1;
    const url = `https://github.example/c/${lastComment}`;
    const about = { id: lastComment, issue, author, body, url };
    const comment = { ...about, createdAtMs: lastComment, isEdited: false, ...more };
    comments.set(comment.id, comment);
    return comment;
  }

  function below(issue: number): readonly Comment[] {
    return [...comments.values()].filter((comment) => comment.issue === issue);
  }

  function filesOf(commit: string | undefined): Files {
    return commits.get(commit ?? "")?.files ?? {};
  }

  function lineOf(commit: string | undefined): readonly string[] {
    if (commit === undefined) return [];
    return [commit, ...lineOf(commits.get(commit)?.parents[0])];
  }

  function mergeBase(head: string | undefined, base: string | undefined): string | undefined {
    const line = new Set(lineOf(base));
    return lineOf(head).find((commit) => line.has(commit));
  }

  function changedFiles(number: number): readonly ChangedFile[] {
    const pull = requests.get(number);
    const now = filesOf(pull?.headSha);
    const before = filesOf(mergeBase(pull?.headSha, branches.get(pull?.baseBranch ?? "")));
    const paths = [...new Set([...Object.keys(now), ...Object.keys(before)])];
    return paths
      .filter((path) => now[path] !== before[path])
      .map((path) => ({ path, change: changeOf(before[path], now[path]) }));
  }

  const forge: MemoryForge = {
    repository: { id: 7, owner: "o", name: "r" },
    self: SELF,
    commits,
    branches,
    requests,
    comments,
    reactions: [],
    roles: new Map([["maya", "write"]]),
    reviews: new Map(),
    gates: new Map(),
    dispatches: [],
    presences: new Map(),
    writes: 0,
    blocked: undefined,
    push,
    propose,
    say,
    said: (issue) =>
      below(issue)
        .filter((comment) => comment.author.id === SELF.id)
        .map((comment) => comment.body),
    source: {
      defaultBranch: async () => await Promise.resolve("main"),
      branch: async (name) => await Promise.resolve(branches.get(name)),
      file: async (commit, path, bytesMax) => {
        const text = filesOf(commit)[path];
        const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
        const isFitting = bytes !== undefined && bytes.length <= bytesMax;
        return await Promise.resolve(isFitting ? bytes : undefined);
      },
      list: async (commit, folder) =>
        await Promise.resolve(
          Object.keys(filesOf(commit)).filter((path) => path.startsWith(`${folder}/`)),
        ),
      commit: async (oid) => {
        const commit = commits.get(oid);
        if (commit === undefined) return await Promise.resolve(undefined);
        const { parents, committer } = commit;
        const by = committer === undefined ? {} : { committer };
        return await Promise.resolve({ oid, tree: oid, parents, ...by });
      },
    },
    pulls: {
      get: async (number) => await Promise.resolve(requests.get(number)),
      listOpen: async () =>
        await Promise.resolve([...requests.values()].filter((pull) => pull.state === "open")),
      findByBranch: async (branch) =>
        await Promise.resolve(
          [...requests.values()].toReversed().find((pull) => pull.headBranch === branch),
        ),
      changedFiles: async (number) => await Promise.resolve(changedFiles(number)),
      mergedWith: async (commit) =>
        await Promise.resolve([...requests.values()].filter((pull) => pull.mergeCommit === commit)),
      approvals: async (number) => await Promise.resolve(forge.reviews.get(number) ?? []),
      open: async () => await Promise.resolve(NOTHING),
      markReady: async () => await Promise.resolve(NOTHING),
      mergeWhenReady: async () => await Promise.resolve(NOTHING),
    },
    conversation: {
      comment: async (id) => await Promise.resolve(comments.get(id)),
      comments: async (issue) => await Promise.resolve(below(issue)),
      post: async (issue, body) => {
        forge.writes += 1;
        return await Promise.resolve(say(SELF, issue, body));
      },
      edit: async (id, body) => {
        forge.writes += 1;
        const before = comments.get(id);
        if (before !== undefined) comments.set(id, { ...before, body, isEdited: true });
        await Promise.resolve();
      },
      react: async (id, reaction) => {
        forge.reactions.push({ id, reaction });
        await Promise.resolve();
      },
      self: async () => await Promise.resolve(SELF),
    },
    permissions: { of: async (login) => await Promise.resolve(forge.roles.get(login) ?? "read") },
    gate: {
      kind: "check-run",
      isShown: async (sha) => await Promise.resolve(forge.gates.has(sha)),
      report: async (report) => {
        forge.gates.set(report.sha, report);
        await Promise.resolve();
      },
    },
    runs: {
      dispatch: async (request) => {
        if (forge.blocked !== undefined) {
          return await Promise.resolve({ kind: "blocked", reason: forge.blocked });
        }
        forge.dispatches.push(request);
        return await Promise.resolve({ kind: "started" });
      },
      stateOf: async ({ runId }) => await Promise.resolve(forge.presences.get(runId) ?? "unknown"),
    },
  };
  return forge;
}

function changeOf(before: string | undefined, now: string | undefined): ChangedFile["change"] {
  if (before === undefined) return "added";
  return now === undefined ? "removed" : "modified";
}
