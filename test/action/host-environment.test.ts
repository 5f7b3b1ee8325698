import { expect, test } from "vitest";
import { hostEnvironment } from "../../action/host-environment.ts";

test("hostEnvironment() leaves out what is the runner's, the Action's, and empty", () => {
  const environment = {
    PATH: "/bin",
    ANTHROPIC_API_KEY: "key",
    OPENAI_API_KEY: "",
    INPUT_TOKEN: "token",
    "INPUT_APP-URL": "https://kazi.example",
    ACTIONS_RUNTIME_TOKEN: "token",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "token",
    GITHUB_OUTPUT: "/file",
    GH_TOKEN: "token",
    RUNNER_TEMP: "/temp",
    KAZI_MODEL: "of the job",
    ABSENT: undefined,
  };
  expect(hostEnvironment(environment, {})).toEqual({
    PATH: "/bin",
    ANTHROPIC_API_KEY: "key",
    KAZI_MODEL: "of the job",
  });
});

test("hostEnvironment() names the agent that the inputs ask for", () => {
  expect(hostEnvironment({ PATH: "/bin" }, { harness: "codex", model: "gpt" })).toEqual({
    PATH: "/bin",
    KAZI_HARNESS: "codex",
    KAZI_MODEL: "gpt",
  });
});
