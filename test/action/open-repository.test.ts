import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJobLog } from "../../action/job-log.ts";
import { openRepository } from "../../action/open-repository.ts";
import { type LocalGitHub, startGitHub } from "../fakes/github/start-github.ts";

let folder: string;
let github: LocalGitHub;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-open-repository-"));
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As the event has it that started the run, while GitHub says `main` by now. */
const DESCRIBED = {
  id: 1,
  node_id: "R_1",
  name: "price",
  owner: { login: "acme" },
  default_branch: "trunk",
};

test.each([
  ["takes the event's word for what started the run", { repository: DESCRIBED }, 1, "trunk"],
  ["asks again in a run that is started again", { repository: DESCRIBED }, 2, "main"],
  [
    "asks where the event is of another repository",
    { repository: { ...DESCRIBED, name: "cost" } },
    1,
    "main",
  ],
  ["asks where the event describes none", { schedule: "0 * * * *" }, 1, "main"],
])("openRepository() %s", async (_name, event, attempt, defaultBranch) => {
  await github.addRepository({ owner: "acme", name: "price", files: { "a.txt": "a\n" } });
  const eventPath = path.join(folder, "event.json");
  writeFileSync(eventPath, JSON.stringify(event));
  const { value: token } = github.addToken("acme");
  const runner = {
    owner: "acme",
    name: "price",
    remoteUrl: `${github.url}/acme/price.git`,
    apiUrl: github.apiUrl,
    runId: 1,
    attempt,
    ref: "refs/heads/main",
    eventName: "workflow_dispatch",
    eventPath,
    temporaryFolder: folder,
    foldersToKeep: [],
    workflow: "kazi.yml",
  };
  const job = {
    runner,
    environment: {},
    log: openJobLog(() => undefined),
    signal: new AbortController().signal,
  };
  const found = await openRepository({ phase: "control", token }, job);
  expect(found).toMatchObject({ owner: "acme", name: "price", defaultBranch });
});
