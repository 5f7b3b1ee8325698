import { describe, expect, test } from "vitest";
import { readRunnerContext } from "../../action/runner-context.ts";

const ENVIRONMENT = {
  GITHUB_REPOSITORY: "octo-org/hello",
  GITHUB_SERVER_URL: "https://github.example/",
  GITHUB_API_URL: "https://github.example/api/v3",
  GITHUB_RUN_ID: "31",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_REF: "refs/heads/main",
  GITHUB_EVENT_NAME: "workflow_dispatch",
  GITHUB_EVENT_PATH: "/temp/event.json",
  GITHUB_WORKFLOW_REF: "octo-org/hello/.github/workflows/kazi.yml@refs/heads/main",
  GITHUB_WORKSPACE: "/place/hello",
  RUNNER_TEMP: "/temp",
};

describe("readRunnerContext()", () => {
  test("knows the run, and where its repository is", () => {
    expect(readRunnerContext(ENVIRONMENT)).toMatchObject({
      owner: "octo-org",
      name: "hello",
      remoteUrl: "https://github.example/octo-org/hello.git",
      apiUrl: "https://github.example/api/v3",
      runId: 31,
      attempt: 2,
      workflow: "kazi.yml",
      temporaryFolder: "/temp",
      foldersToKeep: ["/temp", "/place/hello", expect.any(String)],
    });
  });

  test.each([
    ["GITHUB_REPOSITORY", "hello"],
    ["GITHUB_REPOSITORY", "a/b/c"],
    ["GITHUB_RUN_ID", "first"],
    ["GITHUB_RUN_ATTEMPT", "0"],
    ["GITHUB_WORKFLOW_REF", "kazi"],
    ["RUNNER_TEMP", ""],
  ])("says what is wrong with %s as %o", (name, value) => {
    expect(() => readRunnerContext({ ...ENVIRONMENT, [name]: value })).toThrow(name);
  });
});
