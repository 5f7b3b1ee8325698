import { createSign } from "node:crypto";
import type { App, Installation, Repository } from "../../model.ts";
import { type LocalGitHub, startGitHub } from "../../start-github.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

export interface Tour {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly installation: Installation;
  /** `/repos/octo/demo`. */
  readonly path: string;
  /** The App by its JWT. */
  readonly app: Visitor;
  /** The App's installation by its token. */
  readonly bot: Visitor;
  /** Who owns the repository. */
  readonly octo: Visitor;
  /** Who may write. */
  readonly ann: Visitor;
}

const WORKFLOW = `
name: CI
on:
  workflow_dispatch:
    inputs:
      goal: { required: false }
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo built
`;

const PERMISSIONS = {
  actions: "write",
  checks: "write",
  contents: "write",
  deployments: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
  statuses: "write",
} as const;

const EVENTS = [
  "check_run",
  "check_suite",
  "create",
  "delete",
  "deployment",
  "deployment_status",
  "issue_comment",
  "issues",
  "pull_request",
  "pull_request_review",
  "push",
  "repository_dispatch",
  "status",
  "workflow_dispatch",
  "workflow_job",
  "workflow_run",
];

/** A repository with people, an App, a workflow and webhooks for everything, and who can call. */
export async function startTour(): Promise<Tour> {
  const github = await startGitHub();
  const repository = await github.addRepository({
    owner: "octo",
    name: "demo",
    files: { "README.md": "hello\n", "src/a.ts": "1\n", ".github/workflows/ci.yml": WORKFLOW },
    collaborators: { ann: "write" },
  });
  // Nobody answers there: it is about what is sent.
  const url = "http://127.0.0.1:9/";
  const app = await github.addApp({
    slug: "kazi",
    owner: "octo",
    permissions: PERMISSIONS,
    events: EVENTS,
    webhookUrl: url,
    webhookSecret: "secret",
  });
  github.addWebhook(repository, { url, events: ["*"] });
  const installation = github.install(app, "octo");
  const asApp = createVisitor(github, signJwt(app));
  const issued = await asApp("POST", `/app/installations/${installation.id}/access_tokens`);
  return {
    github,
    repository,
    installation,
    path: "/repos/octo/demo",
    app: asApp,
    bot: createVisitor(github, issued.text("token")),
    octo: createVisitor(github, github.addToken("octo").value),
    ann: createVisitor(github, github.addToken("ann").value),
  };
}

function signJwt(app: App): string {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = { iat: nowSeconds - 10, exp: nowSeconds + 300, iss: app.id };
  const text = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = createSign("RSA-SHA256").update(text).sign(app.privateKey, "base64url");
  return `${text}.${signature}`;
}
