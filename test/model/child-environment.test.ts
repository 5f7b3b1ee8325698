import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { childEnvironment } from "../../src/model/child-environment.ts";

describe("childEnvironment()", () => {
  test.each([
    ["a tool finds its programs and caches", ["PATH", "HOME", "CARGO_HOME", "GOMODCACHE", "TZ"]],
    ["languages and proxies go through", ["LANG", "LC_ALL", "LC_CTYPE", "https_proxy", "NO_PROXY"]],
  ])("%s", (_name, names) => {
    const host = Object.fromEntries(names.map((name) => [name, "value"]));
    expect(childEnvironment(host, [])).toEqual(host);
  });

  test.each([
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "ACTIONS_RUNTIME_TOKEN",
    "RUNNER_TEMP",
    "INPUT_PRIVATE-KEY",
    "GIT_DIR",
    "GIT_CONFIG_COUNT",
    "GIT_SSH_COMMAND",
    "KAZI_HARNESS",
    "ANTHROPIC_API_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "NODE_OPTIONS",
    "LD_PRELOAD",
    "DYLD_INSERT_LIBRARIES",
    "BASH_ENV",
    "ENV",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "RUBYOPT",
    "PERL5OPT",
    "JAVA_TOOL_OPTIONS",
    "SSH_AUTH_SOCK",
    "DOCKER_HOST",
    "path",
    "PATHS",
    "__proto__",
    "constructor",
  ])("%s stays here unless it is asked for", (name) => {
    const host = Object.fromEntries([[name, "secret"]]);
    expect(Object.keys(childEnvironment(host, []))).toEqual([]);
  });

  test.each([
    "GITHUB_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "RUNNER_TOOL_CACHE",
    "INPUT_X",
    "GIT_DIR",
    "KAZI_X",
  ])("%s stays here even when it is asked for", (name) =>
    expect(childEnvironment({ [name]: "secret" }, [name])).toEqual({}),
  );

  test("what is asked for goes through, and nothing beside it", () => {
    const host = { ANTHROPIC_API_KEY: "a", OPENAI_API_KEY: "b" };
    expect(childEnvironment(host, ["ANTHROPIC_API_KEY"])).toEqual({ ANTHROPIC_API_KEY: "a" });
  });

  test("what is asked for but not there does not appear", () => {
    expect(childEnvironment({}, ["PATH", "X"])).toEqual({});
  });

  test("values are passed on as they are, and none is made up", () => {
    const names = fc.constantFrom("PATH", "LC_X", "GITHUB_TOKEN", "FOO", "BAR");
    const host = fc.dictionary(names, fc.string());
    fc.assert(
      fc.property(host, fc.array(names), (given, asked) => {
        for (const [name, value] of Object.entries(childEnvironment(given, asked))) {
          expect(value).toBe(given[name]);
        }
      }),
    );
  });
});
