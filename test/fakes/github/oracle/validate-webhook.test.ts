import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createWebhookOracle } from "./validate-webhook.ts";

const Payload = z.record(z.string(), z.unknown());
type Payload = z.infer<typeof Payload>;

const require = createRequire(import.meta.url);
const definitions = z
  .array(z.object({ name: z.string(), examples: z.array(Payload) }))
  .parse(JSON.parse(readFileSync(require.resolve("@octokit/webhooks-examples"), "utf8")));
const oracle = createWebhookOracle();

function examplesOf(event: string, action?: string): readonly Payload[] {
  const found = definitions.find((it) => it.name === event)?.examples ?? [];
  return action === undefined ? found : found.filter((it) => it["action"] === action);
}

function mistakesIn(event: string, action?: string): readonly (readonly string[])[] {
  return examplesOf(event, action).map((it) => oracle.validateWebhook(event, it));
}

describe("validateWebhook() on recorded payloads", () => {
  test.each([
    ["check_run", "completed"],
    ["check_run", "created"],
    ["check_run", "requested_action"],
    ["check_suite", "completed"],
    ["check_suite", "requested"],
    ["check_suite", "rerequested"],
    ["create", undefined],
    ["delete", undefined],
    ["issue_comment", "deleted"],
    ["issue_comment", "edited"],
    ["issues", "opened"],
    ["merge_group", "checks_requested"],
    ["ping", undefined],
    ["pull_request", "closed"],
    ["pull_request", "converted_to_draft"],
    ["pull_request", "ready_for_review"],
    ["pull_request", "reopened"],
    ["workflow_job", "completed"],
    ["workflow_job", "queued"],
    ["workflow_run", "requested"],
  ])("accepts each %s %s", (event, action) => {
    const found = mistakesIn(event, action);
    expect(found).not.toEqual([]);
    expect(found.flat()).toEqual([]);
  });

  // These payloads are older than some fields that every payload has by now.
  test.each([
    ["deployment", "created"],
    ["deployment_status", "created"],
    ["issue_comment", "created"],
    ["issues", "edited"],
    ["pull_request", "labeled"],
    ["pull_request", "opened"],
    ["pull_request", "review_requested"],
    ["pull_request", "synchronize"],
    ["pull_request_review", "submitted"],
    ["push", undefined],
    ["repository_dispatch", undefined],
    ["status", undefined],
    ["workflow_dispatch", undefined],
    ["workflow_job", "in_progress"],
    ["workflow_run", "completed"],
  ])("misses in %s %s nothing but fields", (event, action) => {
    const found = mistakesIn(event, action);
    expect(found.flat().length).toBeGreaterThan(0);
    for (const mistake of found.flat()) {
      expect(mistake).toMatch(
        /must have required property|must match a schema in anyOf|must pass "oneOf"/,
      );
    }
  });
});

describe("validateWebhook() names", () => {
  const [closed] = examplesOf("pull_request", "closed");
  const name = "webhook pull_request.closed:";

  test.each([
    [
      "a field that is missing",
      { ...closed, number: undefined },
      "/ must have required property 'number'",
    ],
    ["a value of the wrong type", { ...closed, number: "2" }, "/number must be integer"],
    ["a null that is not allowed", { ...closed, repository: null }, "/repository must be object"],
  ])("%s", (_name, payload, mistake) => {
    const parsed: unknown = JSON.parse(JSON.stringify(payload));
    expect(oracle.validateWebhook("pull_request", parsed)).toEqual([`${name} ${mistake}`]);
  });

  test("the payload of one event that is sent as another", () => {
    const [opened] = examplesOf("issues", "opened");
    expect(oracle.validateWebhook("issue_comment", { ...opened, action: "created" })).toContain(
      "webhook issue_comment.created: / must have required property 'comment'",
    );
  });

  test.each([
    ["push", { action: "pushed" }, "push.pushed"],
    ["check_run", {}, "check_run"],
    ["gollum", {}, "gollum"],
  ])("%s %j as one that it does not know", (event, payload, unknown) => {
    expect(oracle.validateWebhook(event, payload)).toEqual([
      `webhook ${unknown}: not in test/fixtures/github-api/webhooks.json`,
    ]);
  });
});

test("validateWebhook() takes a repository_dispatch that no App hears of", () => {
  const found = examplesOf("repository_dispatch").flatMap(({ installation: _left, ...payload }) =>
    oracle.validateWebhook("repository_dispatch", payload),
  );
  expect(found.filter((mistake) => mistake.includes("installation"))).toEqual([]);
});
