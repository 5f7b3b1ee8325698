import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { renderPush } from "../fakes/github/git/render-push.ts";
import { givenHub, type Hub, REPO } from "../fakes/github/given-hub.ts";
import type { Permissions, RefMove } from "../fakes/github/model.ts";
import { runGit } from "../fakes/github/run-git.ts";
import { emit } from "../fakes/github/webhooks.ts";
import { type Runner, startRunner } from "../fakes/runner/start-runner.ts";
import type { Finding } from "./contract-test.ts";
import { contractTests } from "./contract-tests.ts";
import { runContract } from "./run-contract.ts";

const WORKFLOW = readFileSync(new URL("kazi-contract.yml", import.meta.url), "utf8");

let hub: Hub;
let runner: Runner;
let workFolder: string;
let aheadMs: number;

beforeEach(async () => {
  aheadMs = 0;
  hub = await givenHub(
    {
      ".github/workflows/ci.yml": "on: workflow_dispatch\njobs: {}\n",
      ".github/workflows/kazi-contract.yml": WORKFLOW,
    },
    () => Date.now() + aheadMs,
  );
  workFolder = await mkdtemp(path.join(tmpdir(), "kazi-test-runner-"));
  runner = await startRunner(hub.github, { workFolder });
});

afterEach(async () => {
  await runner.idle();
  await runner.close();
  await rm(workFolder, { recursive: true, force: true });
  await hub.close();
});

interface Contract {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly lines: readonly string[];
}

async function runWith(token: string, only?: readonly string[]): Promise<Contract> {
  const lines: string[] = [];
  const findings = await runContract({
    ...REPO,
    apiUrl: hub.github.apiUrl,
    token,
    ...(only === undefined ? {} : { only }),
    waitMs: 30_000,
    pollMs: 20,
    pause: async (waitMs) => {
      aheadMs += waitMs;
      await Promise.resolve();
    },
    print: (line) => lines.push(line),
  });
  return { findings, lines };
}

async function refsLeft(): Promise<string> {
  const args = ["for-each-ref", "--format=%(refname)", "refs/heads/kazi-contract/", "refs/kazi/"];
  return await runGit(hub.repository, args);
}

function kindsOf({ findings }: Contract): Readonly<Record<string, Finding["kind"]>> {
  return Object.fromEntries([...findings].map(([number, finding]) => [number, finding.kind]));
}

function numbersOf(contract: Contract, kind: Finding["kind"]): readonly string[] {
  return [...contract.findings].filter(([, it]) => it.kind === kind).map(([number]) => number);
}

async function appToken(permissions: Permissions): Promise<string> {
  const { octokit } = await hub.asApp("kazi", permissions);
  return z.object({ token: z.string() }).parse(await octokit.auth()).token;
}

function ownerToken(): string {
  return hub.github.addToken(REPO.owner).value;
}

const WRITES: Permissions = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
  statuses: "write",
};

const ONLY_APPS = ["A14", "A43", "A44", "A45"];
const ONLY_RULED = ["A16", "A41"];
const ONLY_JOBS = ["A19", "A38"];
const WITHOUT_WORKFLOWS = ["A17"];

describe("the local GitHub", { timeout: 240_000 }, () => {
  test("keeps the contract with a person, who leaves nothing behind", async () => {
    const contract = await runWith(ownerToken());
    expect(numbersOf(contract, "does not hold")).toEqual([]);
    expect(numbersOf(contract, "not tried").toSorted()).toEqual(
      [...ONLY_APPS, ...ONLY_RULED, ...ONLY_JOBS, ...WITHOUT_WORKFLOWS].toSorted(),
    );
    expect(contract.lines).toHaveLength(contractTests.length + 1);
    expect(contract.lines.at(-1)).toBe(
      `${contractTests.length - 9} hold, 0 do not hold, 9 not tried.`,
    );
    expect(await refsLeft()).toBe("");
    await hub.github.idle();
    expect(hub.repository.issues.filter((issue) => issue.state === "open")).toEqual([]);
  });

  test("keeps the contract with an App, under rules", async () => {
    const include = (name: string): { readonly include: readonly string[] } => ({
      include: [`refs/heads/kazi-contract/${name}-*`],
    });
    hub.github.addRuleset(hub.repository, [{ type: "creation" }], include("ruled"));
    const checks = [{ context: "kazi-contract" }];
    const rule = { type: "required_status_checks", checks } as const;
    hub.github.addRuleset(hub.repository, [rule], include("gated"));
    const only = ["A1", "A3", "A36", ...ONLY_APPS, ...ONLY_RULED, ...WITHOUT_WORKFLOWS];
    const contract = await runWith(await appToken(WRITES), only);
    expect(kindsOf(contract)).toEqual(Object.fromEntries(only.map((it) => [it, "holds"])));
    expect(await refsLeft()).toBe("");
  });

  test("keeps the contract with the token of a job", async () => {
    hub.repository.settings.allowsActionsToCreatePullRequests = false;
    const { token } = await hub.asJob("workflow_dispatch", WRITES);
    const only = ["A1", "A3", "A20", "A43", ...ONLY_JOBS, ...WITHOUT_WORKFLOWS];
    const contract = await runWith(token.value, only);
    expect(kindsOf(contract)).toEqual(Object.fromEntries(only.map((it) => [it, "holds"])));
  });
});

describe("a GitHub that is not as kazi thinks", { timeout: 120_000 }, () => {
  test("one without atomic pushes is found out", async () => {
    await runGit(hub.repository, ["config", "receive.advertiseAtomic", "false"]);
    expect(kindsOf(await runWith(ownerToken(), ["A1", "A6"]))).toEqual({
      A1: "holds",
      A6: "does not hold",
    });
  });

  test("one that tells of pushes to refs of the ledger is found out", async () => {
    const { world } = hub.github;
    world.moveListeners.add(async (repository, moves, token) => {
      for (const move of moves.filter(isOfLedger)) {
        const payload = await renderPush(world, { repository, token }, { move, moves });
        emit(world, { event: "push", repository, actor: token.actor, token, payload });
      }
    });
    expect(kindsOf(await runWith(ownerToken(), ["A15"]))).toEqual({ A15: "does not hold" });
  });

  test("one that refuses what is only needed on the way says nothing about the fact", async () => {
    hub.repository.settings.allowsDrafts = false;
    const token = hub.github.addToken(REPO.owner, { contents: "write", metadata: "read" }).value;
    expect(kindsOf(await runWith(ownerToken(), ["A35", "A36"]))).toEqual({
      A35: "holds",
      A36: "not tried",
    });
    const needy = ["A20", "A29", "A33", "A34", "A37", "A40"];
    const { findings } = await runWith(token, needy);
    expect([...new Set([...findings.values()].map(({ kind }) => kind))]).toEqual(["not tried"]);
  });
});

/** A ref that was deleted leads to nothing that could run. */
function isOfLedger({ ref, after }: RefMove): boolean {
  return ref.startsWith("refs/kazi/") && !/^0+$/.test(after);
}

describe("npm run contract", () => {
  async function runMain(
    argv: readonly string[],
    token = "",
  ): Promise<{ readonly code: number | null; readonly said: string }> {
    const program = fileURLToPath(new URL("main.ts", import.meta.url));
    const child = spawn(process.execPath, [program, ...argv], {
      env: { PATH: process.env["PATH"] ?? "", GITHUB_TOKEN: token },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    return { code, said: stdout + stderr };
  }

  test("without a token says what is missing and ends with 2", async () => {
    const ended = await runMain(["--repo", "octocat/hello-world"]);
    expect(ended.code).toBe(2);
    expect(ended.said).toContain("needs a token in GITHUB_TOKEN");
  });

  test.each([
    ["no repository", []],
    ["no owner", ["--repo", "hello-world"]],
    ["an unknown option", ["--repo", "octocat/hello-world", "--fast"]],
  ])("with %s shows how it is used and ends with 2", async (_name, argv) => {
    const ended = await runMain(argv, "ghp_x");
    expect(ended.code).toBe(2);
    expect(ended.said).toContain("npm run contract -- --repo owner/name");
  });

  test("ends with 0 where all holds that was asked, with 1 where something does not", async () => {
    const argv = ["--repo", "octocat/hello-world", "--api", hub.github.apiUrl];
    const whole = await runMain([...argv, "--only", "A6,A14"], ownerToken());
    expect(whole.said).toContain("A6 holds (an atomic push is all or none)\nA14 not tried");
    expect(whole.code).toBe(0);
    await runGit(hub.repository, ["config", "receive.advertiseAtomic", "false"]);
    const broken = await runMain([...argv, "--only", "A6"], ownerToken());
    expect(broken.said).toContain("0 hold, 1 do not hold, 0 not tried.");
    expect(broken.code).toBe(1);
  });

  test.each([
    ["there is no such repository", "octocat/nowhere", undefined, "404"],
    ["the token only reads", "octocat/hello-world", { contents: "read" }, "may not push"],
  ] as const)("ends with 2 where %s, and shows no token", async (_name, repo, permissions, why) => {
    const token = hub.github.addToken(REPO.owner, permissions).value;
    const ended = await runMain(["--repo", repo, "--api", hub.github.apiUrl], token);
    expect(ended.code).toBe(2);
    expect(ended.said).toContain(why);
    expect(ended.said).not.toContain(token);
  });
});

describe(".github/ASSUMPTIONS.md", () => {
  const rows = readFileSync(".github/ASSUMPTIONS.md", "utf8")
    .split("\n")
    .filter((line) => /^\| A\d+ /.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );

  test("counts its lines without a gap, each with source and fallback", () => {
    expect(rows.map(([number]) => number)).toEqual(rows.map((_row, index) => `A${index + 1}`));
    expect(rows.filter((row) => row.length !== 5 || row.includes(""))).toEqual([]);
  });

  test("names the test of each line, or why there is none", () => {
    const asked = rows
      .map(([number, , , , name]) => ({ number, name }))
      .filter(({ name = "" }) => !name.startsWith("not testable by one account: "));
    expect(asked).toEqual(contractTests.map(({ number, name }) => ({ number, name })));
  });
});
