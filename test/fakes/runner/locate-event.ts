import { z } from "zod";
import type { GitHubEvent, Repository, World } from "../github/model.ts";
import { resolveOid, tryGit } from "../github/run-git.ts";

/** Where an event happened, and which commit its workflow files are read from. */
export interface EventPlace {
  /** Of `on:`; one webhook may be two of them: `pull_request` and `pull_request_target`. */
  readonly event: string;
  readonly workflowSha: string;
  readonly workflowRef: string;
  readonly ref: string;
  readonly sha: string;
  readonly headSha: string;
  readonly headBranch: string | undefined;
  readonly headRepository: Repository | undefined;
  readonly pullNumbers: readonly number[];
  /** For the filters. */
  readonly branch: string | undefined;
  readonly tag: string | undefined;
  readonly workflowName: string | undefined;
  /** What git is asked for, where paths can be filtered. */
  readonly diff: string | undefined;
}

const ZERO = /^0+$/u;
/** The tree without anything in it, for the first commit of all. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

const Push = z.object({ ref: z.string(), before: z.string(), after: z.string() });
const Pull = z.object({
  pull_request: z.object({
    number: z.number(),
    head: z.object({
      ref: z.string(),
      sha: z.string(),
      repo: z.object({ id: z.number() }).nullable(),
    }),
    base: z.object({ ref: z.string(), sha: z.string() }),
  }),
});
const MergeGroup = z.object({
  merge_group: z.object({ head_sha: z.string(), head_ref: z.string(), base_ref: z.string() }),
});
const RunEvent = z.object({
  workflow_run: z.object({ name: z.string().nullable(), head_branch: z.string().nullable() }),
});

/** Empty when the event starts nothing: a deleted branch, a pull request with conflicts. */
export async function locateEvent(
  world: World,
  event: GitHubEvent,
): Promise<readonly EventPlace[]> {
  switch (event.name) {
    case "push":
      return await locatePush(event);
    case "pull_request":
      return [...(await locatePull(world, event)), ...(await locatePullTarget(world, event))];
    case "pull_request_review":
    case "pull_request_review_comment":
      return await locatePull(world, event);
    case "merge_group":
      return locateMergeGroup(event);
    default:
      return await locateOnDefault(event);
  }
}

async function locatePush({ repository, payload }: GitHubEvent): Promise<readonly EventPlace[]> {
  const push = Push.safeParse(payload);
  if (!push.success || ZERO.test(push.data.after)) return [];
  const { ref, before, after } = push.data;
  const sha = await resolveOid(repository, `${after}^{commit}`);
  if (sha === undefined) return [];
  const branch = withoutPrefix(ref, "refs/heads/");
  const from = ZERO.test(before) ? await forkPoint(repository, sha) : before;
  return [
    {
      ...placeAt("push", ref, sha),
      headBranch: branch,
      branch,
      tag: withoutPrefix(ref, "refs/tags/"),
      diff: branch === undefined ? undefined : `${from}..${sha}`,
    },
  ];
}

/** Where a new branch left the default branch. */
async function forkPoint(repository: Repository, sha: string): Promise<string> {
  const main = `refs/heads/${repository.defaultBranch}`;
  const found = await tryGit(repository, ["merge-base", main, sha]);
  const base = found.stdout.toString("utf8").trim();
  return found.code === 0 && base !== sha ? base : EMPTY_TREE;
}

/** The file comes from the test merge, and so from whoever wrote the pull request. */
async function locatePull(world: World, event: GitHubEvent): Promise<readonly EventPlace[]> {
  const facts = readPull(world, event.payload);
  if (facts === undefined) return [];
  const ref = `refs/pull/${facts.number}/merge`;
  const sha = await resolveOid(event.repository, ref);
  return sha === undefined ? [] : [{ ...placeAt(event.name, ref, sha), ...facts.place }];
}

async function locatePullTarget(world: World, event: GitHubEvent): Promise<readonly EventPlace[]> {
  const facts = readPull(world, event.payload);
  const [place] = await locateOnDefault({ ...event, name: "pull_request_target" });
  if (facts === undefined || place === undefined) return [];
  return [{ ...place, ...facts.place }];
}

type PullPlace = Pick<EventPlace, "headSha" | "headBranch" | "headRepository"> &
  Pick<EventPlace, "pullNumbers" | "branch" | "diff">;

function readPull(
  world: World,
  payload: GitHubEvent["payload"],
): { readonly number: number; readonly place: PullPlace } | undefined {
  const pull = Pull.safeParse(payload);
  if (!pull.success) return undefined;
  const { head, base } = pull.data.pull_request;
  return {
    number: pull.data.pull_request.number,
    place: {
      headSha: head.sha,
      headBranch: head.ref,
      headRepository: world.repositories.find(({ id }) => id === head.repo?.id),
      pullNumbers: [pull.data.pull_request.number],
      branch: base.ref,
      diff: `${base.sha}...${head.sha}`,
    },
  };
}

function locateMergeGroup({ payload }: GitHubEvent): readonly EventPlace[] {
  const group = MergeGroup.safeParse(payload);
  if (!group.success) return [];
  const { head_sha: sha, head_ref: ref, base_ref: base } = group.data.merge_group;
  const branch = withoutPrefix(base, "refs/heads/");
  return [{ ...placeAt("merge_group", ref, sha), branch }];
}

async function locateOnDefault(event: GitHubEvent): Promise<readonly EventPlace[]> {
  const ref = `refs/heads/${event.repository.defaultBranch}`;
  const sha = await resolveOid(event.repository, ref);
  if (sha === undefined) return [];
  const place = { ...placeAt(event.name, ref, sha), headBranch: event.repository.defaultBranch };
  const run = RunEvent.safeParse(event.payload);
  if (event.name !== "workflow_run" || !run.success) return [place];
  const { name, head_branch: branch } = run.data.workflow_run;
  return [{ ...place, branch: branch ?? undefined, workflowName: name ?? undefined }];
}

function placeAt(event: string, ref: string, sha: string): EventPlace {
  return {
    event,
    ref,
    sha,
    workflowSha: sha,
    workflowRef: ref,
    headSha: sha,
    headBranch: undefined,
    headRepository: undefined,
    pullNumbers: [],
    branch: undefined,
    tag: undefined,
    workflowName: undefined,
    diff: undefined,
  };
}

function withoutPrefix(ref: string, prefix: string): string | undefined {
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined;
}
