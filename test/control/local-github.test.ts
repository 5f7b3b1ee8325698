import { afterEach, expect, test } from "vitest";
import { createGitHubForge } from "../../src/adapters/github-forge.ts";
import { createApiRefStore } from "../../src/adapters/ref-store-api.ts";
import { handleComment } from "../../src/control/handle-comment.ts";
import { handlePush } from "../../src/control/handle-push.ts";
import { refreshPull } from "../../src/control/refresh-pull.ts";
import type { Forge } from "../../src/ports/forge.ts";
import type { RefStore } from "../../src/ports/ref-store.ts";
import { githubUnderTest, type GitHubUnderTest } from "../adapters/github-under-test.ts";
import { digestOf, goalText, NOW_MS, PATH } from "./given-control.ts";

const PLACE = { owner: "team", repo: "project" };
const open: GitHubUnderTest[] = [];

afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

interface Hub {
  readonly it: GitHubUnderTest;
  readonly forge: Forge;
  readonly store: RefStore;
}

async function givenHub(): Promise<Hub> {
  const it = await githubUnderTest();
  open.push(it);
  const { client, repository, app } = it;
  const gate = { kind: "check-run", appId: app.id } as const;
  const forge = await createGitHubForge({
    client,
    repository: { owner: PLACE.owner, name: PLACE.repo },
    workflow: "kazi.yml",
    gate,
  });
  return { it, forge, store: createApiRefStore(repository) };
}

/** A person's comment, and what kazi made of it. */
async function say({ it, forge, store }: Hub, login: string, body: string): Promise<string> {
  const { data } = await it
    .as(login)
    .request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...PLACE,
      issue_number: 1,
      body,
    });
  return await handleComment(forge, store, Number(data.id), NOW_MS);
}

async function comments({ it }: Hub): Promise<readonly string[]> {
  const { data } = await it
    .as("alice")
    .request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...PLACE,
      issue_number: 1,
    });
  return data.map((comment) => comment.body ?? "");
}

async function startedRuns({ it }: Hub): Promise<number> {
  const { data } = await it
    .as("alice")
    .request("GET /repos/{owner}/{repo}/actions/runs", { ...PLACE, event: "workflow_dispatch" });
  return data.total_count;
}

test("a goal-file is shown, refused to a reader, approved by a maintainer, and started", async () => {
  const hub = await givenHub();
  const { it, forge, store } = hub;
  await it.commit("feature", PATH, goalText());
  expect(await it.open("feature")).toBe(1);
  await refreshPull(forge, store, 1);
  await refreshPull(forge, store, 1);
  const shown = await comments(hub);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toContain(`/kazi approve fix ${digestOf(goalText()).slice(0, 12)}`);
  const sha = await it.head("heads/feature");
  const { data } = await it
    .as("alice")
    .request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { ...PLACE, ref: sha });
  expect(data.check_runs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["kazi", "action_required"],
  ]);
  expect(await say(hub, "rita", "/kazi approve")).toBe("refused");
  expect((await comments(hub)).at(-1)).toContain("rita has read");
  expect(await say(hub, "mary", "/kazi approve")).toBe("done");
  expect(await comments(hub)).toHaveLength(4);
  expect(await startedRuns(hub)).toBe(1);
});

test("a goal-file that a person pushed to the default branch is started", async () => {
  const hub = await givenHub();
  const { it, forge, store } = hub;
  const before = await it.head("heads/main");
  await it.commit("main", PATH, goalText());
  const after = await it.head("heads/main");
  const push = { ref: "refs/heads/main", before, after };
  expect(await handlePush(forge, store, push, NOW_MS)).toMatchObject({ started: ["fix"] });
  expect(await startedRuns(hub)).toBe(1);
});
