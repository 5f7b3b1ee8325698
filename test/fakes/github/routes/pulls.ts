import { z } from "zod";
import { readCommits } from "../git/read-commit.ts";
import { needAuthorOrRole } from "../issues/need-author-or-role.ts";
import { refuseLongBody } from "../issues/refuse-long-body.ts";
import { updateIssue } from "../issues/update-issue.ts";
import type { Json } from "../model.ts";
import { changeBase } from "../pulls/change-base.ts";
import { createPull } from "../pulls/create-pull.ts";
import { getPull } from "../pulls/get-pull.ts";
import { listChangedFiles, listPullCommits, readPullText } from "../pulls/pull-files.ts";
import { listPulls, type Pull } from "../pulls/pull.ts";
import { refuseReopening } from "../pulls/refuse-reopening.ts";
import { renewMergeability } from "../pulls/renew-mergeability.ts";
import { renderCommit } from "../render/commit.ts";
import { renderFileChange } from "../render/file-change.ts";
import { renderPull, renderSimplePull } from "../render/pull.ts";
import { created, ok, pageReply, parseBody, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "pull_requests", level: "read" } as const;
const WRITE = { name: "pull_requests", level: "write" } as const;
const ALL = "/repos/{owner}/{repo}/pulls";
const ONE = `${ALL}/{pull_number}`;

export const routes: readonly Route[] = [
  { scope: "repository", method: "GET", template: ALL, permission: READ, handle: list },
  { scope: "repository", method: "POST", template: ALL, permission: WRITE, handle: create },
  { scope: "repository", method: "GET", template: ONE, permission: READ, handle: get },
  { scope: "repository", method: "PATCH", template: ONE, permission: WRITE, handle: update },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/files`,
    permission: READ,
    handle: async (call) => {
      const pull = getPull(call);
      const place = { repository: call.repository, commit: pull.details.headSha };
      return await pageReply(call, await listChangedFiles(pull), (file) =>
        renderFileChange(call.world, place, file),
      );
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/commits`,
    permission: READ,
    handle: async (call) => {
      const commits = await readCommits(call.repository, await listPullCommits(getPull(call)));
      return await pageReply(call, commits, (commit) =>
        renderCommit(call.world, call.repository, commit),
      );
    },
  },
];

async function list(call: RepositoryCall): Promise<Reply> {
  const query = call.url.searchParams;
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const found = listPulls(call.repository).filter(
    (pull) =>
      (state === "all" || pull.issue.state === state) &&
      (head === null || headLabel(pull) === head) &&
      (base === null || pull.details.baseRef === base),
  );
  const sorted = sort(found, query.get("sort") ?? "created", query.get("direction"));
  return await pageReply(call, sorted, (pull) => renderSimplePull(call.world, pull));
}

function headLabel({ details }: Pull): string {
  return `${details.headRepository.owner.login}:${details.headRef}`;
}

/** Newest first where they are sorted by their creation, oldest first otherwise, unless the caller says. */
function sort(pulls: readonly Pull[], by: string, direction: string | null): readonly Pull[] {
  const ascending = pulls.toSorted((one, other) =>
    by === "updated"
      ? one.issue.updatedAtMs - other.issue.updatedAtMs
      : one.issue.number - other.issue.number,
  );
  const isAscending = (direction ?? (by === "created" ? "desc" : "asc")) === "asc";
  return isAscending ? ascending : ascending.toReversed();
}

const NewPull = z.object({
  title: z.string().min(1),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
});

async function create(call: RepositoryCall): Promise<Reply> {
  const body = parseBody(NewPull, call.body);
  refuseLongBody("PullRequest", body.body);
  const pull = await createPull(call.world, call, {
    ...body,
    body: body.body ?? undefined,
    isDraft: body.draft ?? false,
  });
  const rendered = await renderPull(call.world, pull);
  return created({ ...rendered, ...NOT_KNOWN_YET });
}

/** GitHub answers before it has tried the merge. */
const NOT_KNOWN_YET: Json = {
  mergeable: null,
  rebaseable: null,
  mergeable_state: "unknown",
  merge_commit_sha: null,
};

async function get(call: RepositoryCall): Promise<Reply> {
  const pull = getPull(call);
  const media = /\bapplication\/vnd\.github\.(?:v3\.)?(diff|patch)\b/.exec(
    call.headers.accept ?? "",
  );
  if (media !== null) return await getText(pull, media[1] === "patch" ? "patch" : "diff");
  const rendered = await renderPull(call.world, pull);
  renewMergeability(call.world, pull);
  return ok(rendered);
}

async function getText(pull: Pull, format: "diff" | "patch"): Promise<Reply> {
  const content = await readPullText(pull, format);
  return {
    status: 200,
    bytes: { content, type: `application/vnd.github.${format}; charset=utf-8` },
  };
}

const PullPatch = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
});

async function update(call: RepositoryCall): Promise<Reply> {
  const pull = getPull(call);
  needAuthorOrRole(call, pull.issue.author, "triage");
  const { base, ...change } = parseBody(PullPatch, call.body);
  refuseLongBody("PullRequest", change.body);
  if (change.state === "open") await refuseReopening(pull);
  if (base !== undefined && base !== pull.details.baseRef) await changeBase(call, pull, base);
  await updateIssue(call, pull.issue, change);
  return ok(await renderPull(call.world, pull));
}
