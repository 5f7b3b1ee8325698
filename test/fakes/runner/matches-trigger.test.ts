import { expect, test } from "vitest";
import { matchesTrigger } from "./matches-trigger.ts";
import type { EventFacts } from "./matches-trigger.ts";
import type { Trigger } from "./workflow.ts";

function facts(own: Partial<EventFacts>): EventFacts {
  return {
    name: "push",
    action: undefined,
    branch: undefined,
    tag: undefined,
    changedPaths: undefined,
    workflowName: undefined,
    ...own,
  };
}

const rows: readonly (readonly [string, Trigger, Partial<EventFacts>, boolean])[] = [
  ["no filter takes a branch", {}, { branch: "main" }, true],
  ["no filter takes a tag", {}, { tag: "v1" }, true],
  ["branches shut out tags", { branches: ["**"] }, { tag: "v1" }, false],
  ["tags shut out branches", { tags: ["**"] }, { branch: "main" }, false],
  ["branches and tags take both", { branches: ["main"], tags: ["v*"] }, { tag: "v1" }, true],
  ["branches-ignore", { "branches-ignore": ["wip/**"] }, { branch: "wip/a" }, false],
  ["branches-ignore lets others in", { "branches-ignore": ["wip/**"] }, { branch: "a" }, true],
  ["paths", { paths: ["src/**"] }, { branch: "main", changedPaths: ["a.md", "src/a.ts"] }, true],
  ["paths without a match", { paths: ["src/**"] }, { branch: "main", changedPaths: ["a"] }, false],
  ["paths do not count for tags", { paths: ["src/**"] }, { tag: "v1" }, true],
  [
    "paths-ignore",
    { "paths-ignore": ["**.md"] },
    { branch: "main", changedPaths: ["a.md"] },
    false,
  ],
  [
    "paths-ignore with something else",
    { "paths-ignore": ["**.md"] },
    { branch: "main", changedPaths: ["a.md", "a.ts"] },
    true,
  ],
  ["an opened pull request", {}, { name: "pull_request", action: "opened", branch: "main" }, true],
  ["a labelled pull request", {}, { name: "pull_request", action: "labeled" }, false],
  [
    "a labelled pull request by its type",
    { types: ["labeled"] },
    { name: "pull_request", action: "labeled" },
    true,
  ],
  ["any comment", {}, { name: "issue_comment", action: "deleted" }, true],
  ["a comment by type", { types: ["created"] }, { name: "issue_comment", action: "edited" }, false],
  [
    "a run of another workflow",
    { workflows: ["Build"] },
    { name: "workflow_run", action: "completed", workflowName: "Test" },
    false,
  ],
];

test.each(rows)("matchesTrigger(): %s", (_name, trigger, own, isMatch) => {
  expect(matchesTrigger(trigger, facts(own))).toBe(isMatch);
});
