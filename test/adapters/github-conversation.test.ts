import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createGitHubConversation } from "../../src/adapters/github-conversation.ts";
import type { Conversation } from "../../src/ports/conversation.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

const PLACE = { owner: "team", repo: "project" };
let it: GitHubUnderTest;
let conversation: Conversation;
let issue: number;

beforeAll(async () => {
  it = await githubUnderTest();
});
afterAll(async () => await it.close());
beforeEach(async () => {
  conversation = createGitHubConversation(it.repository);
  const route = "POST /repos/{owner}/{repo}/issues";
  issue = (await it.as("alice").request(route, { ...PLACE, title: "Talk" })).data.number;
});

async function say(login: string, body: string): Promise<number> {
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { data } = await it.as(login).request(route, { ...PLACE, issue_number: issue, body });
  return Number(data.id);
}

test("comment() is what somebody wrote", async () => {
  const id = await say("walt", "/kazi approve");
  expect(await conversation.comment(id)).toEqual({
    id,
    issue,
    author: { id: it.github.addUser("walt").id, login: "walt", isBot: false },
    body: "/kazi approve",
    createdAtMs: it.clock.nowMs,
    isEdited: false,
    url: expect.stringContaining(`#issuecomment-${id}`),
  });
  expect(await conversation.comment(999_999)).toBeUndefined();
});

test("comment() shows that it was edited", async () => {
  const id = await say("walt", "/kazi help");
  it.clock.nowMs += 5_000;
  const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
  await it.as("walt").request(route, { ...PLACE, comment_id: id, body: "/kazi approve" });
  expect(await conversation.comment(id)).toMatchObject({ body: "/kazi approve", isEdited: true });
});

test("post() and edit() write as kazi's own account, and are no edit of others", async () => {
  const posted = await conversation.post(issue, "first");
  expect(posted).toMatchObject({ issue, body: "first", isEdited: false });
  expect(posted.author).toEqual(await conversation.self());
  expect(posted.author).toEqual({ id: it.app.bot.id, login: "kazi[bot]", isBot: true });
  it.clock.nowMs += 1_000;
  await conversation.edit(posted.id, "second");
  expect(await conversation.comment(posted.id)).toMatchObject({ body: "second" });
});

test("post() cuts what GitHub would refuse for its length in the middle", async () => {
  const { id } = await conversation.post(issue, `head${"🎈".repeat(70_000)}tail`);
  const { body = "" } = (await conversation.comment(id)) ?? {};
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toMatch(/^head[^]*characters left out[^]*tail$/);
});

test("post() looks for what it may have written when no answer came", async () => {
  const said = await conversation.post(issue, "kazi: stuck, run 7");
  it.github.world.faults.answer = (method, template) =>
    method === "POST" && template.endsWith("/comments")
      ? { status: 502, body: { message: "Bad Gateway", documentation_url: "https://docs.test" } }
      : undefined;
  expect(await conversation.post(issue, "kazi: stuck, run 7")).toEqual(said);
  await expect(conversation.post(issue, "kazi: stuck, run 8")).rejects.toMatchObject({
    code: "github-unavailable",
  });
  it.github.world.faults.answer = undefined;
});

test("edit() of a comment that is gone says so", async () => {
  await expect(conversation.edit(999_999, "x")).rejects.toMatchObject({
    code: "github-refused",
    message: expect.stringContaining("expected to change comment 999999, found: 404"),
  });
});

test("react() leaves one reaction however often it is said", async () => {
  const id = await say("walt", "/kazi approve");
  await conversation.react(id, "+1");
  await conversation.react(id, "+1");
  const found = it.model.issues.flatMap(({ comments }) => comments).find((one) => one.id === id);
  expect(found?.reactions.map(({ content, user }) => [content, user.login])).toEqual([
    ["+1", "kazi[bot]"],
  ]);
});

test.each([0, 1, 100, 101, 450])(
  "comments() has the first hundred and the newest 300 of %i",
  async (count) => {
    const kept = it.model.issues.find(({ number }) => number === issue);
    const author = it.github.addUser("walt");
    const numbers = Array.from({ length: count }, (_, index) => index);
    for (const index of numbers) {
      const at = { createdAtMs: it.clock.nowMs, updatedAtMs: it.clock.nowMs };
      const id = it.github.world.nextId();
      const body = `${index}`;
      kept?.comments.push({
        ...at,
        id,
        issueNumber: issue,
        author,
        app: undefined,
        reactions: [],
        body,
      });
    }
    const found = await conversation.comments(issue);
    expect(found.map(({ body }) => Number(body))).toEqual(
      numbers.filter((index) => index < 100 || index >= count - 300),
    );
  },
);

test("self() of a workflow's own token is the Actions bot", async () => {
  const repository = await it.asToken(it.workflowToken({ issues: "write" }));
  expect(await createGitHubConversation(repository).self()).toMatchObject({
    login: "github-actions[bot]",
    isBot: true,
  });
});
