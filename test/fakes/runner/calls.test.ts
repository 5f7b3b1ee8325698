import { afterEach, describe, expect, test } from "vitest";
import type { WorkflowRun } from "../github/actions-seam.ts";
import { startStory } from "./runner-story.ts";
import type { RunnerStory } from "./runner-story.ts";

let story: RunnerStory | undefined;
afterEach(async () => {
  await story?.close();
  story = undefined;
});

interface Told {
  readonly run: WorkflowRun;
  readonly log: string;
  readonly ends: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

interface Telling {
  readonly jobs: string;
  readonly head?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Repositories of others, each with its files. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly prepare?: (story: RunnerStory) => void;
}

async function tell({ jobs, head = "", files, others, secrets, prepare }: Telling): Promise<Told> {
  const text = `on: workflow_dispatch\n${head}\njobs:${jobs}\n`;
  story = await startStory({ ...files, ".github/workflows/ci.yml": text });
  for (const [fullName, theirs] of Object.entries(others ?? {})) {
    const [owner = "", name = ""] = fullName.split("/");
    await story.github.addRepository({ owner, name, files: theirs });
  }
  for (const [name, value] of Object.entries(secrets ?? {})) {
    story.repository.secrets.set(name, value);
  }
  prepare?.(story);
  const run = await story.run();
  const ends = Object.fromEntries(run.jobs.map((job) => [job.name, job.conclusion]));
  const log = run.jobs.map((job) => job.log).join("\n");
  return { run, log, ends, problems: story.problems };
}

const CALLED = `
on:
  workflow_call:
    inputs: { word: { type: string, required: true }, count: { type: number, default: 2 } }
    secrets: { KEY: { required: false } }
    outputs: { said: { value: "\${{ jobs.build.outputs.said }}" } }
jobs:
  build:
    runs-on: x
    outputs: { said: "\${{ steps.s.outputs.said }}" }
    steps:
      - id: s
        run: echo "said=\${{ inputs.word }} \${{ inputs.count == 2 }} \${{ secrets.KEY != '' }}" >> "$GITHUB_OUTPUT"
`;

describe("a reusable workflow", () => {
  test("gets inputs and the secrets it is given, and hands outputs back", async () => {
    const { run, ends } = await tell({
      files: { ".github/workflows/called.yml": CALLED },
      secrets: { KEY: "a-key-of-mine" },
      jobs: `
  call: { uses: ./.github/workflows/called.yml, with: { word: hello }, secrets: { KEY: "\${{ secrets.KEY }}" } }
  after: { needs: call, runs-on: x, steps: [{ run: 'test "\${{ needs.call.outputs.said }}" = "hello true true"' }] }`,
    });
    expect(run.conclusion).toBe("success");
    expect(ends).toEqual({ "call / build": "success", after: "success" });
    expect(run.jobs.map((job) => job.key)).toEqual(["call / build", "after"]);
  });

  test("of the same owner inherits secrets", async () => {
    const { run } = await tell({
      others: { "octocat/shared": { ".github/workflows/called.yml": CALLED } },
      secrets: { KEY: "a-key-of-mine" },
      jobs: `
  call: { uses: octocat/shared/.github/workflows/called.yml@main, with: { word: hello }, secrets: inherit }`,
    });
    expect(run.jobs[0]?.outputs).toEqual({ said: "hello true true" });
  });

  test("of another owner inherits none", async () => {
    const { run } = await tell({
      others: { "stranger/shared": { ".github/workflows/called.yml": CALLED } },
      secrets: { KEY: "a-key-of-mine" },
      jobs: `
  call: { uses: stranger/shared/.github/workflows/called.yml@main, with: { word: hello }, secrets: inherit }`,
    });
    expect(run.jobs[0]?.outputs).toEqual({ said: "hello true false" });
  });

  test.each([
    [
      "an input that is missing",
      "uses: ./.github/workflows/called.yml",
      "Input word is required, but not provided while calling.",
    ],
    [
      "an input that it does not have",
      "uses: ./.github/workflows/called.yml, with: { word: a, other: b }",
      "Invalid input, other is not defined in the referenced workflow.",
    ],
    ["a file that is not there", "uses: ./.github/workflows/nothing.yml", "workflow was not found"],
    [
      "a repository that is not there",
      "uses: nobody/nothing/.github/workflows/a.yml@main",
      "workflow was not found",
    ],
    [
      "more permissions than the caller has",
      "uses: ./.github/workflows/greedy.yml, permissions: { contents: read }",
      "The nested job 'build' is requesting 'contents: write', but is only allowed 'contents: read'.",
    ],
  ])("does not start with %s", async (_name, call, problem) => {
    const { run, problems } = await tell({
      files: {
        ".github/workflows/called.yml": CALLED,
        ".github/workflows/greedy.yml":
          "on: workflow_call\njobs:\n  build: { permissions: { contents: write }, runs-on: x, steps: [{ run: 'true' }] }\n",
      },
      jobs: `\n  call: { ${call} }`,
    });
    expect(run.conclusion).toBe("startup_failure");
    expect(run.jobs).toEqual([]);
    expect(problems.join("\n")).toContain(problem);
  });
});

const NODE_ACTION = {
  "action.yml": `
name: Remote
description: An action.
outputs: { place: { description: Where. } }
runs: { using: node24, pre: pre.mjs, main: main.mjs, post: post.mjs, post-if: success() }
`,
  "pre.mjs": `console.log("pre speaks"); (await import("node:fs")).appendFileSync(process.env.GITHUB_STATE, "from=pre\\n");`,
  "main.mjs": `console.log("main has", process.env.STATE_from, process.env.GITHUB_ACTION_REPOSITORY, process.env.GITHUB_ACTION_REF);`,
  "post.mjs": `console.log("post has", process.env.STATE_from);`,
  "sub/action.yml": `
name: Sub
description: One in a folder.
runs: { using: composite, steps: [{ shell: bash, run: 'echo "sub at \${{ github.action_ref }}"' }, { uses: actor/remote@main }] }
`,
};

test("an action of another repository: pre, main and post, in a folder, inside of another", async () => {
  const { run, log } = await tell({
    others: { "actor/remote": NODE_ACTION },
    jobs: `
  a: { runs-on: x, steps: [{ uses: actor/remote@main }, { uses: actor/remote/sub@main }] }`,
  });
  expect(run.conclusion).toBe("success");
  expect(log).toContain("pre speaks");
  expect(log).toContain("main has pre actor/remote main");
  expect(log.match(/post has pre/gu)).toHaveLength(2);
  expect(log).toContain("sub at main");
});

test("a version that does not exist is named", async () => {
  const { run, log } = await tell({
    others: { "actor/remote": NODE_ACTION },
    jobs: `\n  a: { runs-on: x, steps: [{ uses: actor/remote@v9 }] }`,
  });
  expect(run.conclusion).toBe("failure");
  expect(log).toContain("Unable to resolve action `actor/remote@v9`, unable to find version `v9`");
});

describe("the token of a job", () => {
  test.each([
    ["pushes with contents: write", "permissions: { contents: write }", "success"],
    ["does not push with contents: read", "permissions: { contents: read }", "failure"],
  ])("%s", async (_name, head, conclusion) => {
    const { run, log } = await tell({
      head,
      jobs: `
  a:
    runs-on: x
    steps:
      - uses: actions/checkout@v6
      - run: |
          git config user.name kazi && git config user.email kazi@example.invalid
          echo change > change.txt && git add . && git commit -qm Change && git push -q origin HEAD:refs/heads/work`,
    });
    expect({ log, conclusion: run.conclusion }).toMatchObject({ conclusion });
  });

  test("reads the API and is dead after the job", async () => {
    const { run, log } = await tell({
      files: {
        "ask.mjs": `
const { GITHUB_API_URL, GITHUB_REPOSITORY, TOKEN } = process.env;
const answer = await fetch(GITHUB_API_URL + "/repos/" + GITHUB_REPOSITORY, { headers: { authorization: "bearer " + TOKEN } });
console.log("answered " + answer.status);
`,
      },
      jobs: `
  a: { runs-on: x, steps: [{ uses: actions/checkout@v6 }, { run: node ask.mjs, env: { TOKEN: "\${{ github.token }}" } }] }`,
    });
    expect({ log, conclusion: run.conclusion }).toMatchObject({ conclusion: "success" });
    expect(log).toContain("answered 200");
    const tokens = [...(story?.github.world.tokens.values() ?? [])];
    const workflowTokens = tokens.filter((token) => token.kind === "workflow");
    expect(workflowTokens.map((token) => token.isRevoked)).toEqual([true]);
  });

  test("without persist-credentials the clone has no token", async () => {
    const { run } = await tell({
      head: "permissions: { contents: write }",
      jobs: `
  a:
    runs-on: x
    steps:
      - { uses: actions/checkout@v6, with: { persist-credentials: false } }
      - run: git log -1 && ! git push origin HEAD:refs/heads/work`,
    });
    expect(run.conclusion).toBe("success");
  });
});

test("an OIDC token is for jobs with id-token: write alone", async () => {
  const { run, log } = await tell({
    files: {
      "ask.mjs": `
const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;
const answer = await fetch(url + "&audience=me", { headers: { authorization: "bearer " + token } });
const { value } = await answer.json();
const claims = JSON.parse(Buffer.from(value.split(".")[1], "base64url").toString());
console.log(claims.aud, claims.repository, claims.event_name);
`,
    },
    jobs: `
  a: { permissions: { id-token: write, contents: read }, runs-on: x, steps: [{ uses: actions/checkout@v6 }, { run: node ask.mjs }] }
  b: { runs-on: x, steps: [{ run: 'test -z "$ACTIONS_ID_TOKEN_REQUEST_URL"' }] }`,
  });
  expect({ log, conclusion: run.conclusion }).toMatchObject({ conclusion: "success" });
  expect(log).toContain("me octocat/hello workflow_dispatch");
});

describe("an environment", () => {
  test("gives its secrets and variables to the jobs that name it", async () => {
    const { run } = await tell({
      prepare: ({ repository, github }) => {
        repository.environments.set("live", {
          id: github.world.nextId(),
          name: "live",
          createdAtMs: 0,
          secrets: new Map([["KEY", "live-key"]]),
          variables: new Map([["PLACE", "there"]]),
          deploymentBranches: ["main"],
          reviewers: [],
        });
      },
      jobs: `
  a: { environment: live, runs-on: x, env: { KEY: "\${{ secrets.KEY }}" }, steps: [{ run: 'test "$KEY \${{ vars.PLACE }}" = "live-key there"' }] }
  b: { runs-on: x, env: { KEY: "\${{ secrets.KEY }}" }, steps: [{ run: 'test -z "$KEY"' }] }`,
    });
    expect(run.conclusion).toBe("success");
  });

  test("of other branches refuses the job", async () => {
    const { run, log } = await tell({
      prepare: ({ repository, github }) => {
        repository.environments.set("live", {
          id: github.world.nextId(),
          name: "live",
          createdAtMs: 0,
          secrets: new Map(),
          variables: new Map(),
          deploymentBranches: ["release/*"],
          reviewers: [],
        });
      },
      jobs: `\n  a: { environment: live, runs-on: x, steps: [{ run: echo ran }] }`,
    });
    expect(run.conclusion).toBe("failure");
    expect(log).toContain('Branch "main" is not allowed to deploy to live');
  });
});

test("a file that GitHub's parser refuses ends as startup_failure with its words", async () => {
  const { run, problems } = await tell({ jobs: `\n  a: { runs-on: x, stepz: [] }` });
  expect(run.conclusion).toBe("startup_failure");
  expect(problems.join("\n")).toContain("Unexpected value 'stepz'");
});

test("a summary and annotations are shown, masked and within their limits", async () => {
  const { run } = await tell({
    jobs: `
  a:
    runs-on: x
    steps:
      - run: |
          echo '::add-mask::hidden-word'
          echo '# Done with hidden-word' >> "$GITHUB_STEP_SUMMARY"
          for n in $(seq 12); do echo "::warning file=a.ts,line=$n,title=T::hidden-word $n"; done
      - run: |
          echo '::error::Broken'
          head -c 1100000 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"`,
  });
  expect(story?.summaries).toEqual(["# Done with ***\n"]);
  const check = run.repository.checkRuns.find(({ id }) => id === run.jobs[0]?.id);
  expect(check?.annotations).toHaveLength(11);
  expect(check?.annotations[0]).toMatchObject({
    path: "a.ts",
    startLine: 1,
    level: "warning",
    title: "T",
    message: "*** 1",
  });
  expect(run.conclusion).toBe("success");
  expect(run.jobs[0]?.log).toContain("$GITHUB_STEP_SUMMARY upload aborted");
});

test("checkouts beside each other, twice in one place, and what a called workflow says of itself", async () => {
  const shared = {
    "place.txt": "of shared\n",
    ".github/workflows/called.yml": `
on: workflow_call
concurrency: only-one
jobs:
  a:
    runs-on: x
    steps:
      - { uses: actions/checkout@v6 }
      - { uses: actions/checkout@v6, with: { repository: "\${{ job.workflow_repository }}", ref: "\${{ job.workflow_sha }}", path: .own } }
      - run: cat .own/place.txt && test -f hello.txt && mkdir -p "\${{ runner.temp }}/.hidden" && echo found > "\${{ runner.temp }}/.hidden/a.json"
      - { uses: actions/upload-artifact@v6, with: { name: a, path: "\${{ runner.temp }}/.hidden/a.json", if-no-files-found: error } }
      - { uses: actions/checkout@v6 }
      - run: test ! -e .own && test -f hello.txt
      - { uses: actions/download-artifact@v6, with: { pattern: a*, merge-multiple: true, path: "\${{ runner.temp }}/in" } }
      - run: cat "\${{ runner.temp }}/in/a.json"
`,
  };
  const { run, log } = await tell({
    files: { "hello.txt": "hello\n" },
    others: { "octocat/shared": shared },
    jobs: `\n  call: { uses: octocat/shared/.github/workflows/called.yml@main }`,
  });
  expect({ log, conclusion: run.conclusion }).toMatchObject({ conclusion: "success" });
  expect(log).toContain("of shared");
  expect(log).toContain("found");
});

test("a call into the concurrency group of its own caller is ended instead of waiting for ever", async () => {
  const { run, log } = await tell({
    head: "concurrency: only-one",
    files: {
      ".github/workflows/called.yml":
        "on: workflow_call\nconcurrency: Only-One\njobs:\n  a: { runs-on: x, steps: [{ run: 'true' }] }\n",
    },
    jobs: `\n  call: { uses: ./.github/workflows/called.yml }`,
  });
  expect(run.conclusion).toBe("failure");
  expect(log).toContain("a deadlock for concurrency group 'Only-One' was detected");
});
