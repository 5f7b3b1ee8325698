import { App as AppClient, Octokit } from "octokit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeJudged } from "./close-judged.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { App, Installation, Repository } from "./model.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

const REPO = { owner: "octocat", repo: "hello-world" } as const;

let github: LocalGitHub;
let repository: Repository;
let app: App;
let installation: Installation;

beforeEach(async () => {
  github = await startGitHub();
  repository = await github.addRepository({
    owner: "octocat",
    name: "hello-world",
    isPrivate: true,
  });
  await github.addRepository({ owner: "octocat", name: "other", isPrivate: true });
  app = await github.addApp({
    slug: "helper",
    permissions: { contents: "write", issues: "write" },
    events: ["push"],
  });
  installation = github.install(app, "octocat");
});

afterEach(async () => {
  await closeJudged(github);
});

function client(id: number | string, privateKey = app.privateKey): AppClient {
  return new AppClient({
    appId: id,
    privateKey,
    Octokit: Octokit.defaults({
      baseUrl: github.apiUrl,
      throttle: { enabled: false },
      retry: { enabled: false },
    }),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
}

async function mint(wish: {
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  readonly repositories?: string[];
}): Promise<Octokit> {
  const made = await client(app.id).octokit.rest.apps.createInstallationAccessToken({
    installation_id: installation.id,
    ...wish,
  });
  return connectOctokit(github.apiUrl, made.data.token);
}

describe("an App's JWT", () => {
  test("by id or by client id it tells who the App is and where it is installed", async () => {
    const self = await client(app.clientId).octokit.rest.apps.getAuthenticated();
    expect(self.data).toMatchObject({ id: app.id, slug: "helper", installations_count: 1 });
    const { rest } = client(app.id).octokit;
    const found = await rest.apps.getRepoInstallation(REPO);
    expect(found.data.id).toBe(installation.id);
    const listed = await rest.apps.listInstallations();
    expect(listed.data.map((it) => it.id)).toEqual([installation.id]);
    const one = await rest.apps.getInstallation({ installation_id: installation.id });
    expect(one.data.permissions).toMatchObject({ contents: "write", metadata: "read" });
  });

  test("signed with another key it is refused, and where it is not installed there is nothing", async () => {
    const other = await github.addApp({ slug: "other", permissions: {} });
    const forged = client(app.id, other.privateKey).octokit.rest.apps.getAuthenticated();
    await expect(forged).rejects.toMatchObject({ status: 401 });
    const elsewhere = client(other.id, other.privateKey).octokit.rest.apps.getRepoInstallation(
      REPO,
    );
    await expect(elsewhere).rejects.toMatchObject({ status: 404 });
  });

  test("does not open what only a token opens, nor a token what only a JWT opens", async () => {
    const { token: jwt } = z
      .object({ token: z.string() })
      .parse(await client(app.id).octokit.auth({ type: "app" }));
    const byJwt = connectOctokit(github.apiUrl, jwt).rest.repos.get(REPO);
    await expect(byJwt).rejects.toMatchObject({ status: 403 });
    const token = connectOctokit(github.apiUrl, github.addToken("octocat").value);
    await expect(token.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  test("a client whose clock is wrong corrects it by the date header", async () => {
    await github.close();
    const hourMs = 3_600_000;
    github = await startGitHub({ nowMs: () => Date.now() + hourMs });
    app = await github.addApp({ slug: "helper", permissions: {} });
    const self = await client(app.id).octokit.rest.apps.getAuthenticated();
    expect(self.data?.slug).toBe("helper");
  });
});

describe("an installation's token", () => {
  test("works for an hour, then no more", async () => {
    await github.close();
    let nowMs = Date.now();
    github = await startGitHub({ nowMs: () => nowMs });
    repository = await github.addRepository({ owner: "octocat", name: "hello-world" });
    app = await github.addApp({ slug: "helper", permissions: { contents: "read" } });
    installation = github.install(app, "octocat");
    const octokit = await mint({});
    expect((await octokit.rest.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
    nowMs += 3_600_001;
    const late = octokit.rest.apps.listReposAccessibleToInstallation();
    await expect(late).rejects.toMatchObject({
      status: 401,
      message: expect.stringMatching(/Bad credentials/),
    });
  });

  test("a subset of the permissions is all it has", async () => {
    const reader = await mint({ permissions: { contents: "read" } });
    expect((await reader.rest.repos.getContent({ ...REPO, path: "" })).status).toBe(200);
    const written = reader.rest.git.createBlob({ ...REPO, content: "x" });
    await expect(written).rejects.toMatchObject({
      status: 403,
      message: expect.stringMatching(/Resource not accessible by integration/),
      response: { headers: { "x-accepted-github-permissions": "contents=write" } },
    });
    const writer = await mint({ permissions: { contents: "write" } });
    expect((await writer.rest.git.createBlob({ ...REPO, content: "x" })).status).toBe(201);
  });

  test("a permission that was not granted is not minted", async () => {
    await expect(mint({ permissions: { checks: "write" } })).rejects.toMatchObject({ status: 422 });
    await expect(mint({ repositories: ["nowhere"] })).rejects.toMatchObject({ status: 422 });
  });

  test("what the owner has not accepted yet is not there, though the App asks for it", async () => {
    app.permissions = { ...app.permissions, checks: "write" };
    await expect(mint({ permissions: { checks: "write" } })).rejects.toMatchObject({ status: 422 });
  });

  test("made for one repository it does not see the other, and revoked it sees nothing", async () => {
    const octokit = await mint({ repositories: ["other"] });
    await expect(octokit.rest.repos.get(REPO)).rejects.toMatchObject({ status: 404 });
    const listed = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(listed.data.repositories.map((it) => it.name)).toEqual(["other"]);
    await octokit.rest.apps.revokeInstallationAccessToken();
    const revoked = octokit.rest.apps.listReposAccessibleToInstallation();
    await expect(revoked).rejects.toMatchObject({ status: 401 });
  });

  test("a commit that the App makes without naming an author is the bot's, and verified", async () => {
    const octokit = await mint({});
    const head = await octokit.rest.repos.getCommit({ ...REPO, ref: "main" });
    const made = await octokit.rest.git.createCommit({
      ...REPO,
      message: "By the bot",
      tree: head.data.commit.tree.sha,
      parents: [head.data.sha],
    });
    expect(made.data.author.name).toBe("helper[bot]");
    expect(made.data.verification.verified).toBe(true);
    const shown = await octokit.rest.repos.getCommit({ ...REPO, ref: made.data.sha });
    expect(shown.data.author).toMatchObject({ login: "helper[bot]", type: "Bot" });
  });

  test("where signatures are required, its own commit passes and one in another's name does not", async () => {
    github.addRuleset(repository, [{ type: "required_signatures" }], { include: ["~ALL"] });
    const octokit = await mint({});
    const head = await octokit.rest.repos.getCommit({ ...REPO, ref: "main" });
    const commit = {
      ...REPO,
      message: "x",
      tree: head.data.commit.tree.sha,
      parents: [head.data.sha],
    };
    const own = await octokit.rest.git.createCommit(commit);
    const author = { name: "Somebody", email: "somebody@example.com" };
    const other = await octokit.rest.git.createCommit({ ...commit, author });
    const ref = "refs/heads/topic";
    const refused = octokit.rest.git.createRef({ ...REPO, ref, sha: other.data.sha });
    await expect(refused).rejects.toThrow("Commits must have verified signatures.");
    const made = await octokit.rest.git.createRef({ ...REPO, ref, sha: own.data.sha });
    expect(made.status).toBe(201);
  });
});

describe("people", () => {
  test("see themselves and others, bots too", async () => {
    const octokit = connectOctokit(github.apiUrl, github.addToken("octocat").value);
    expect((await octokit.rest.users.getAuthenticated()).data.login).toBe("octocat");
    const bot = await octokit.rest.users.getByUsername({ username: "helper[bot]" });
    expect(bot.data.type).toBe("Bot");
    const nobody = octokit.rest.users.getByUsername({ username: "nobody" });
    await expect(nobody).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ["octocat", "admin", "admin"],
    ["keeper", "write", "maintain"],
    ["sorter", "read", "triage"],
    ["stranger", "none", "none"],
  ])("%s has the permission %s, by the role %s", async (username, permission, role) => {
    repository.collaborators.set("keeper", "maintain").set("sorter", "triage");
    ["keeper", "sorter", "stranger"].forEach((login) => github.addUser(login));
    const octokit = await mint({});
    const found = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...REPO, username });
    expect(found.data).toMatchObject({ permission, role_name: role });
  });

  test("who only reads may not look up others", async () => {
    repository.collaborators.set("reader", "read");
    const octokit = connectOctokit(github.apiUrl, github.addToken("reader").value);
    const asked = octokit.rest.repos.getCollaboratorPermissionLevel({
      ...REPO,
      username: "octocat",
    });
    await expect(asked).rejects.toMatchObject({ status: 403 });
  });
});
