import { afterAll, beforeAll, expect, test } from "vitest";
import { createGitHubForge } from "../../src/adapters/github-forge.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

let it: GitHubUnderTest;
beforeAll(async () => {
  it = await githubUnderTest();
});
afterAll(async () => await it.close());

test("createGitHubForge() is one repository with all its ports", async () => {
  const forge = await createGitHubForge({
    client: it.client,
    repository: { owner: "TEAM", name: "Project" },
    workflow: "kazi.yml",
    gate: { kind: "check-run", appId: it.app.id },
  });
  expect(forge.repository).toEqual({ id: it.model.id, owner: "team", name: "project" });
  expect(forge.gate.kind).toBe("check-run");
  expect(await forge.source.defaultBranch()).toBe("main");
  expect(await forge.permissions.of("walt")).toBe("write");
  expect(await forge.pulls.listOpen(10)).toEqual([]);
  expect(await forge.conversation.self()).toMatchObject({ login: "kazi[bot]" });
  expect(await forge.runs.dispatch({ goalPath: "x.toml" })).toMatchObject({ kind: "started" });
});

test("createGitHubForge() takes a repository that was found already", async () => {
  const before = it.client.calls.get("GET /repos/{owner}/{repo}");
  const forge = await createGitHubForge({
    client: it.client,
    repository: it.repository,
    workflow: "kazi.yml",
    gate: { kind: "status" },
  });
  expect(forge.gate.kind).toBe("status");
  expect(it.client.calls.get("GET /repos/{owner}/{repo}")).toBe(before);
});

test("createGitHubForge() says which repository cannot be seen", async () => {
  const forge = createGitHubForge({
    client: it.client,
    repository: { owner: "team", name: "none" },
    workflow: "kazi.yml",
    gate: { kind: "status" },
  });
  await expect(forge).rejects.toMatchObject({
    code: "github-refused",
    message: expect.stringContaining("expected to read the repository team/none, found: 404"),
  });
});
