import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWorld } from "../../fakes/github/create-world.ts";
import type { App, CheckRun, IssueComment, User, World } from "../../fakes/github/model.ts";
import { createPull } from "../../fakes/github/pulls/create-pull.ts";
import type { Pull } from "../../fakes/github/pulls/pull.ts";
import { runGit } from "../../fakes/github/run-git.ts";
import { addApp, addRepository, addToken, addUser } from "../../fakes/github/seed.ts";
import type { PullAddress } from "./read-page-view.ts";
import { CHECK_SUMMARY, DESCRIPTION, STATUS_COMMENT } from "./sample-texts.ts";

export interface SampleWorld {
  readonly world: World;
  readonly pull: Pull;
  readonly address: PullAddress;
  comment(login: string, body: string): IssueComment;
  check(name: string, more?: Partial<CheckRun>): CheckRun;
  remove(): Promise<void>;
}

const START_MS = Date.UTC(2026, 0, 5, 9, 30);
const STEP_MS = 7_000;

/** A pull request in the middle of its way, made by hand: nothing of the product runs. */
export async function givenSampleWorld(): Promise<SampleWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), "kazi-test-page-"));
  let nowMs = START_MS;
  const tick = (): number => (nowMs += STEP_MS);
  const world = createWorld({ url: "http://127.0.0.1:1", folder, nowMs: () => nowMs });
  const app = await addApp(world, { slug: "kazi", permissions: { checks: "write" } });
  const pull = await openPull(world, tick);
  const sample: SampleWorld = {
    world,
    pull,
    address: { owner: "acme", name: "shop", number: pull.issue.number },
    comment: (login, body) => addComment(world, pull, { login, body, atMs: tick() }),
    check: (name, more = {}) => addCheck(world, pull, { app, name, more, atMs: tick() }),
    remove: async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
  fill(sample, app.bot);
  return sample;
}

async function openPull(world: World, tick: () => number): Promise<Pull> {
  const repository = await addRepository(world, {
    owner: "acme",
    name: "shop",
    files: { "src/cart.js": "export const total = (items) => items.length;\n" },
    collaborators: { maya: "maintain", "lee-wong": "write" },
  });
  const commits = [
    ["Maya", "Say when the totals are right\n\nThe tests fail for now."],
    ["kazi", "Count what an item counts"],
    [
      "kazi",
      "Keep a long subject readable: sum by count and price, discounts included, in one pass",
    ],
  ] as const;
  const stream = commits.map(([name, message], index) =>
    formatCommit({ name, message, index, seconds: Math.floor(tick() / 1_000) }),
  );
  await runGit(repository, ["fast-import", "--quiet"], { input: stream.join("") });
  repository.protectedBranches.set("main", {
    requiredChecks: [{ context: "kazi" }, { context: "build" }],
    isStrict: false,
    requiredReviews: 0,
    isPullRequestRequired: true,
    allowsForcePushes: false,
    isEnforcedForAdmins: false,
    allowsDeletions: false,
  });
  return await createPull(
    world,
    { repository, token: addToken(world, "maya") },
    {
      title: "Totals of the cart are right",
      body: DESCRIPTION,
      head: "cart-totals",
      base: "main",
      isDraft: true,
    },
  );
}

interface SampleCommit {
  readonly name: string;
  readonly message: string;
  readonly index: number;
  readonly seconds: number;
}

function formatCommit({ name, message, index, seconds }: SampleCommit): string {
  const content = `export const version = ${index};\n`;
  return [
    "commit refs/heads/cart-totals",
    `committer ${name} <${name}@example.com> ${seconds} +0000`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(index === 0 ? ["from refs/heads/main"] : []),
    "M 100644 inline src/cart.js",
    `data ${Buffer.byteLength(content)}`,
    content,
    "",
  ].join("\n");
}

function addComment(
  world: World,
  { issue }: Pull,
  it: { readonly login: string; readonly body: string; readonly atMs: number },
): IssueComment {
  const comment: IssueComment = {
    id: world.nextId(),
    issueNumber: issue.number,
    author: addUser(world, it.login),
    app: undefined,
    createdAtMs: it.atMs,
    updatedAtMs: it.atMs,
    reactions: [],
    body: it.body,
  };
  issue.comments.push(comment);
  return comment;
}

function addCheck(
  world: World,
  { repository, details }: Pull,
  it: {
    readonly app: App;
    readonly name: string;
    readonly more: Partial<CheckRun>;
    readonly atMs: number;
  },
): CheckRun {
  const run: CheckRun = {
    id: world.nextId(),
    suite: {
      id: world.nextId(),
      app: it.app,
      headSha: details.headSha,
      headBranch: details.headRef,
      createdAtMs: it.atMs,
      updatedAtMs: it.atMs,
    },
    headSha: details.headSha,
    annotations: [],
    madeInRunEvent: undefined,
    name: it.name,
    status: "completed",
    conclusion: "success",
    startedAtMs: it.atMs,
    completedAtMs: it.atMs + 64_000,
    detailsUrl: undefined,
    externalId: "",
    title: undefined,
    summary: undefined,
    text: undefined,
    actions: [],
    ...it.more,
  };
  repository.checkRuns.push(run);
  return run;
}

function fill(sample: SampleWorld, bot: User): void {
  const { world } = sample;
  const status = sample.comment(bot.login, STATUS_COMMENT);
  const approval = sample.comment("maya", "/kazi approve cart-totals 3f9a1c20b7d4");
  approval.reactions.push({
    id: world.nextId(),
    user: bot,
    content: "eyes",
    createdAtMs: approval.createdAtMs,
  });
  sample.comment("lee-wong", "Does it also count discounts?\nThey were @maya's idea.");
  status.updatedAtMs = world.nowMs();
  sample.pull.details.reviews.push({
    id: world.nextId(),
    author: addUser(world, "lee-wong"),
    commitId: sample.pull.details.headSha,
    submittedAtMs: world.nowMs(),
    body: "",
    state: "APPROVED",
  });
  sample.check("kazi", {
    conclusion: "failure",
    title: "cart-totals: iteration 2, 1 of 3 pass",
    summary: CHECK_SUMMARY,
    annotations: [
      {
        path: "test/cart.test.js",
        startLine: 12,
        endLine: 14,
        startColumn: undefined,
        endColumn: undefined,
        level: "failure",
        title: "tests",
        message: "expected 30, got 10\n  at total (src/cart.js:3:10)",
        rawDetails: "not ok 3 - counts what an item counts",
      },
    ],
  });
  sample.check("lint");
  sample.check("docs", { conclusion: "skipped" });
  sample.check("end to end / chromium", {
    status: "in_progress",
    conclusion: undefined,
    completedAtMs: undefined,
  });
}
