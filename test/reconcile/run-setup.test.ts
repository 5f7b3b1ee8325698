import { beforeEach, describe, expect, test } from "vitest";
import { runSetup } from "../../src/reconcile/run-setup.ts";
import { createMemoryWorld, type MemoryWorld } from "../fakes/memory-host.ts";

let world: MemoryWorld;
beforeEach(() => {
  world = createMemoryWorld();
});

async function problemOf(stdout: string, argv = ["install"]): Promise<string | undefined> {
  world.programs.set("install", () => ({ code: 7, stdout }));
  return await runSetup(world.host, { commands: [argv], timeoutMs: 1_000 }, "/folder");
}

describe("runSetup()", () => {
  test("says nothing when all goes well", async () => {
    world.programs.set("install", () => ({ stdout: "done" }));
    const setup = { commands: [["install"]], timeoutMs: 1_000 };
    expect(await runSetup(world.host, setup, "/folder")).toBeUndefined();
  });

  test("tells what a failing command said last, however much it said before", async () => {
    const noise = "fetched one more package\n".repeat(400);
    const problem = await problemOf(`${noise}ERROR: no space left on device\n`);
    expect(problem).toMatch(/^\[setup\] install ended with exit code 7, expected 0: …/);
    expect(problem).toMatch(/ERROR: no space left on device$/);
    expect(problem).toHaveLength(480);
  });

  test("tells a short answer whole, and of none only how it ended", async () => {
    const ended = "[setup] install ended with exit code 7, expected 0";
    expect(await problemOf("a\n\tb\n")).toBe(`${ended}: a b`);
    expect(await problemOf("")).toBe(ended);
  });

  test("keeps how it ended also behind a command line that is very long", async () => {
    const problem = await problemOf("the cause", ["install", "x".repeat(5_000)]);
    expect(problem).toMatch(/… ended with exit code 7, expected 0: the cause$/);
  });

  test("shows no secret, also not the end of one that is cut", async () => {
    const secret = "s3cr3t-value-of-the-host";
    const host = { ...world.host, secrets: [secret] };
    world.programs.set("install", () => ({ code: 1, stdout: `${secret}${"y".repeat(420)}` }));
    const setup = { commands: [["install"]], timeoutMs: 1_000 };
    expect(await runSetup(host, setup, "/folder")).not.toContain("host");
  });
});
