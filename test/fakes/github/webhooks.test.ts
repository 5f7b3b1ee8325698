import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { Webhooks } from "@octokit/webhooks";
import { App as AppClient, Octokit } from "octokit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeJudged } from "./close-judged.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { App, Installation, Repository } from "./model.ts";
import { resolveOid } from "./run-git.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

const SECRET = "It's a secret to everybody.";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let github: LocalGitHub;
let receiver: Server;
let received: Received[];
let answer: number;
let hookUrl: string;
let repository: Repository;
let app: App;
let installation: Installation;

beforeEach(async () => {
  received = [];
  answer = 200;
  receiver = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer).end("seen");
      return undefined;
    });
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, "127.0.0.1", resolve);
  });
  const address = receiver.address();
  hookUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hook`;
  github = await startGitHub();
  repository = await github.addRepository({ owner: "octocat", name: "hello-world" });
  app = await github.addApp({
    slug: "helper",
    permissions: { contents: "write" },
    events: ["push"],
    webhookUrl: hookUrl,
    webhookSecret: SECRET,
  });
  installation = github.install(app, "octocat");
});

afterEach(async () => {
  await closeJudged(github);
  receiver.closeAllConnections();
  await new Promise((resolve) => {
    receiver.close(resolve);
  });
});

async function makeBranch(name: string): Promise<void> {
  const octokit = connectOctokit(github.apiUrl, github.addToken("octocat").value);
  await octokit.rest.git.createRef({
    owner: "octocat",
    repo: "hello-world",
    ref: `refs/heads/${name}`,
    sha: (await resolveOid(repository, "refs/heads/main")) ?? "",
  });
}

function refs(): readonly unknown[] {
  return received.map(({ body }) => JSON.parse(body).ref);
}

test("an App hears of what it subscribed to, signed, with GitHub's headers", async () => {
  await makeBranch("topic");
  await github.idle();
  expect(received).toHaveLength(1);
  const webhooks = new Webhooks({ secret: SECRET });
  const [{ headers, body } = { headers: {}, body: "" }] = received;
  expect(await webhooks.verify(body, String(headers["x-hub-signature-256"]))).toBe(true);
  expect(await webhooks.verify(`${body} `, String(headers["x-hub-signature-256"]))).toBe(false);
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "x-github-event": "push",
    "x-github-delivery": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-github-hook-id": String(app.webhook?.id),
    "x-github-hook-installation-target-id": String(app.id),
    "x-github-hook-installation-target-type": "integration",
    "user-agent": expect.stringMatching(/^GitHub-Hookshot\//),
  });
  expect(JSON.parse(body)).toMatchObject({
    ref: "refs/heads/topic",
    repository: { full_name: "octocat/hello-world" },
    sender: { login: "octocat" },
    installation: { id: installation.id },
  });
});

test("a repository's webhook hears of everything and has no installation", async () => {
  github.addWebhook(repository, { url: hookUrl });
  await makeBranch("topic");
  await github.idle();
  const ofRepository = received.filter(
    ({ headers }) => headers["x-github-hook-installation-target-type"] === "repository",
  );
  expect(ofRepository.map(({ headers }) => headers["x-github-event"])).toEqual(["create", "push"]);
  expect(ofRepository[0]?.headers["x-hub-signature-256"]).toBeUndefined();
  expect(JSON.parse(ofRepository[0]?.body ?? "{}").installation).toBeUndefined();
});

test("a suspended installation hears nothing", async () => {
  installation.isSuspended = true;
  await makeBranch("topic");
  await github.idle();
  expect(received).toEqual([]);
});

test("a delivery can be lost, doubled and late", async () => {
  const gate = Promise.withResolvers<void>();
  const faults = [
    { kind: "drop" } as const,
    { kind: "hold", until: gate.promise } as const,
    { kind: "duplicate" } as const,
  ];
  github.world.faults.delivery = (event) => (event === "push" ? faults.shift() : undefined);
  for (const name of ["lost", "late", "doubled"]) {
    await makeBranch(name);
  }
  await makeBranch("plain");
  gate.resolve();
  await github.idle();
  expect(new Set(refs())).toEqual(
    new Set(["refs/heads/doubled", "refs/heads/late", "refs/heads/plain"]),
  );
  const doubled = received.filter(({ body }) => JSON.parse(body).ref === "refs/heads/doubled");
  expect(new Set(doubled.map(({ headers }) => headers["x-github-delivery"])).size).toBe(1);
});

test("nothing is tried again by itself; a redelivery keeps its GUID and its bytes", async () => {
  answer = 500;
  await makeBranch("topic");
  await github.idle();
  expect(received).toHaveLength(1);
  answer = 200;
  const { octokit } = new AppClient({
    appId: app.id,
    privateKey: app.privateKey,
    Octokit: Octokit.defaults({
      baseUrl: github.apiUrl,
      throttle: { enabled: false },
      retry: { enabled: false },
    }),
  });
  const listed = await octokit.rest.apps.listWebhookDeliveries();
  expect(listed.data).toMatchObject([{ event: "push", status_code: 500, redelivery: false }]);
  const id = listed.data[0]?.id ?? 0;
  await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
  await github.idle();
  const [first, second] = received;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers["x-github-delivery"]).toBe(first?.headers["x-github-delivery"]);
  const after = await octokit.rest.apps.listWebhookDeliveries();
  expect(after.data[0]).toMatchObject({ status: "OK", redelivery: true });
});

test("a receiver that is not there costs nothing but the delivery", async () => {
  github.addWebhook(repository, { url: "http://127.0.0.1:1/hook" });
  await makeBranch("topic");
  await github.idle();
  const failed = github.world.deliveries.filter((it) => it.hook.target === "repository");
  expect(failed.map((it) => it.statusCode)).toEqual([undefined, undefined]);
});
