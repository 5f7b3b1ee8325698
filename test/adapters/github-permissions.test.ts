import nock from "nock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGitHubClient } from "../../src/adapters/github-client.ts";
import { createGitHubPermissions } from "../../src/adapters/github-permissions.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

describe("by a local GitHub", () => {
  let it: GitHubUnderTest;
  beforeAll(async () => {
    it = await githubUnderTest();
  });
  afterAll(async () => await it.close());

  test.each([
    ["alice", "admin"],
    ["mary", "maintain"],
    ["walt", "write"],
    ["tess", "triage"],
    ["rita", "read"],
    ["nobody-has-this-name", "none"],
  ])("of(%s) is %s", async (login, permission) => {
    expect(await createGitHubPermissions(it.repository).of(login)).toBe(permission);
  });

  test("of() looks again each time", async () => {
    const permissions = createGitHubPermissions(it.repository);
    it.model.collaborators.set("newcomer", "write");
    it.github.addUser("newcomer");
    expect(await permissions.of("newcomer")).toBe("write");
    it.model.collaborators.set("newcomer", "read");
    expect(await permissions.of("newcomer")).toBe("read");
  });
});

describe("by a played GitHub", () => {
  const client = createGitHubClient({ apiUrl: "https://api.github.com", token: "t" });
  const repository = { client, id: 1, nodeId: "R", owner: "o", name: "r", defaultBranch: "main" };
  beforeAll(() => nock.disableNetConnect());
  afterAll(() => {
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  });

  test.each([
    ["a custom role", { permission: "write", role_name: "release-managers" }, "write"],
    ["a custom role that reads", { permission: "read", role_name: "auditors" }, "read"],
    ["a custom role with a grand name", { permission: "read", role_name: "admin" }, "read"],
    ["no role", { permission: "none", role_name: "" }, "none"],
    ["an old server", { permission: "write" }, "write"],
    ["a permission that is not known yet", { permission: "own", role_name: "own" }, "none"],
  ])("of() with %s", async (_name, answer, permission) => {
    nock("https://api.github.com")
      .get("/repos/o/r/collaborators/app%5Bbot%5D/permission")
      .reply(200, answer);
    expect(await createGitHubPermissions(repository).of("app[bot]")).toBe(permission);
  });

  test("of() does not take a refusal for an answer", async () => {
    nock("https://api.github.com")
      .get("/repos/o/r/collaborators/x/permission")
      .reply(403, { message: "Must have push access to view collaborator permission." });
    const asked = createGitHubPermissions(repository).of("x");
    await expect(asked).rejects.toMatchObject({ code: "github-refused" });
  });
});
