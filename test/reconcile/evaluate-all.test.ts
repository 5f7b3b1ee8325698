import { beforeEach, describe, expect, test } from "vitest";
import type { BrowserCheck } from "../../src/model/browser-check.ts";
import type { Goal, Predicate } from "../../src/model/goal.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { check } from "../../src/reconcile/check.ts";
import type { Host } from "../../src/reconcile/host.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";
import {
  createMemoryWorld,
  givenAssignment,
  givenContent,
  type MemoryWorld,
  startingPoint,
} from "../fakes/memory-host.ts";

let world: MemoryWorld;
beforeEach(async () => {
  world = createMemoryWorld();
  await world.repository.commit("main", { "src/a": "right", log: "" });
});

async function observed(goal: Goal): Promise<readonly PredicateResult[]> {
  return await check(world.host, givenAssignment(goal), await startingPoint(world));
}

function told(): readonly string[] {
  return world.events.flatMap((event) => (event.kind === "observed" ? [event.result.id] : []));
}

/** A predicate whose program is `work`. */
function given(id: string, work: Parameters<MemoryWorld["programs"]["set"]>[1]): Predicate {
  const predicate = givenContent(world, id, ["src/a", "right"]);
  world.programs.set(id, work);
  return predicate;
}

/** Compares the page with what stands in the file, as often as `samples`. */
function givenPicture(id: string, samples: number): Predicate {
  const assertions = [{ type: "visual", name: "page", threshold: 0, baseline: "src/a" }] as const;
  const page: BrowserCheck = {
    provider: "browser",
    url: "http://127.0.0.1:1/",
    steps: [],
    assertions,
    viewports: [],
    samples,
    intervalMs: 0,
    operationTimeoutMs: 1_000,
    screenshot: false,
    allowHosts: [],
  };
  return givenPredicate(id, { check: page });
}

/** Observes with a browser that shows the test which picture it was given. */
async function looked(goal: Goal, look: (approved: string) => Promise<void>): Promise<void> {
  const visit: Host["browser"]["visit"] = async ({ baselines }) => {
    await look(new TextDecoder().decode(baselines.get("src/a")));
    const held = { ok: true, wanted: "the same", found: "the same" };
    const url = "http://127.0.0.1:1/";
    return { kind: "made", steps: [held], assertions: [held], url, refused: [], files: [] };
  };
  const host = { ...world.host, browser: { visit } };
  await check(host, givenAssignment(goal), await startingPoint(world));
}

describe("an observation", () => {
  test("tells results in the goal's order, whichever predicate is done first", async () => {
    const slow = Promise.withResolvers<undefined>();
    const predicates = [
      given("first", async () => {
        await slow.promise;
        return {};
      }),
      given("second", () => {
        slow.resolve(undefined);
        return {};
      }),
    ];
    const results = await observed(givenGoal({ predicates }));
    expect(results.map((it) => [it.id, it.status])).toEqual([
      ["first", "pass"],
      ["second", "pass"],
    ]);
    expect(told()).toEqual(["first", "second"]);
  });

  test("gives every program a folder that no other has touched", async () => {
    const seen: (string | undefined)[] = [];
    const predicates = ["a", "b", "c", "d", "e"].map((id) =>
      given(id, ({ files }) => {
        seen.push(files.get("log"));
        files.set("log", "touched");
        return {};
      }),
    );
    await observed(givenGoal({ predicates }));
    expect(seen).toEqual(["", "", "", "", ""]);
  });

  test.each([
    ["four", undefined, "namespace", 4],
    ["as many as the goal says", 2, "namespace", 2],
    ["one where nothing keeps them apart", 4, "process-group", 1],
  ] as const)("runs %s at a time", async (_name, concurrency, isolation, expected) => {
    world.isolation = isolation;
    let running = 0;
    let most = 0;
    const predicates = Array.from({ length: 9 }, (_, index) =>
      given(`p${index}`, async () => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        running -= 1;
        return {};
      }),
    );
    const limit = concurrency === undefined ? {} : { concurrency };
    await observed(givenGoal({ predicates, ...limit }));
    expect(most).toBe(expected);
  });

  test.each(["namespace", "process-group"] as const)(
    "with nothing but a picture to compare finds the approved one: %s",
    async (isolation) => {
      world.isolation = isolation;
      const seen: string[] = [];
      const goal = givenGoal({ predicates: [givenPicture("look", 1)] });
      await looked(goal, async (approved) => void seen.push(await Promise.resolve(approved)));
      expect(seen).toEqual(["right"]);
    },
  );

  test.each(["namespace", "process-group"] as const)(
    "a program that writes into its folder forges no picture of another predicate: %s",
    async (isolation) => {
      world.isolation = isolation;
      const forged = Promise.withResolvers<undefined>();
      const forger = given("forger", ({ files }) => {
        files.set("src/a", "forged");
        forged.resolve(undefined);
        return {};
      });
      const seen: string[] = [];
      const goal = givenGoal({ predicates: [forger, givenPicture("look", 2)] });
      await looked(goal, async (approved) => {
        seen.push(approved);
        await forged.promise;
      });
      expect(seen).toEqual(["right", "right"]);
    },
  );

  test("a picture that was compared with files that somebody touched counts for nothing", async () => {
    const goal = givenGoal({ predicates: [givenPicture("look", 1)] });
    let asked = 0;
    const { host } = world;
    const open = async (nonce: string): ReturnType<typeof host.benches.open> => {
      const bench = await host.benches.open(nonce);
      const frozen = (folder: string): string => {
        asked += 1;
        if (asked > 1) throw new KaziError({ code: "candidate-invalid", message: "touched" });
        return bench.workshop.frozen(folder);
      };
      return { ...bench, workshop: { ...bench.workshop, frozen } };
    };
    const disturbed = { ...host, benches: { ...host.benches, open } };
    const start = await startingPoint(world);
    await expect(check(disturbed, givenAssignment(goal), start)).rejects.toThrow("touched");
    expect(told()).toEqual(["look"]);
  });

  test("of a program that throws is that predicate's error and the others' result", async () => {
    const predicates = [
      given("broken", () => {
        throw new TypeError("a mistake of ours");
      }),
      given("sound", () => ({})),
    ];
    const results = await observed(givenGoal({ predicates }));
    expect(results.map((it) => it.status)).toEqual(["error", "pass"]);
    expect(results[0]?.evidence.message).toContain("a mistake of ours");
  });

  test("ends as a whole when the copies themselves were got at, after all have stopped", async () => {
    let running = 0;
    const predicates = ["a", "b", "c"].map((id) =>
      given(id, async () => {
        running += 1;
        await Promise.resolve();
        running -= 1;
        return {};
      }),
    );
    const { host } = world;
    const disturbed = {
      ...host,
      benches: {
        ...host.benches,
        open: async (nonce: string) => {
          const bench = await host.benches.open(nonce);
          const lane = async (folder: string, number: number): Promise<string> => {
            if (number === 2) {
              throw new KaziError({ code: "candidate-invalid", message: "it was got at" });
            }
            return await bench.workshop.lane(folder, number);
          };
          return { ...bench, workshop: { ...bench.workshop, lane } };
        },
      },
    };
    const start = await startingPoint(world);
    const goal = givenGoal({ predicates });
    await expect(check(disturbed, givenAssignment(goal), start)).rejects.toThrow("it was got at");
    expect(running).toBe(0);
  });

  test("where the goal insists on it, does not pass with skipped tests", async () => {
    const suite = givenGoal({
      predicates: [
        {
          ...given("suite", () => ({ stdout: "# tests 3\n# pass 2\n# fail 0\n# skipped 1\n" })),
          check: { provider: "test_runner", command: "suite", args: [], env: {} },
        },
      ],
    });
    expect((await observed(suite))[0]?.status).toBe("pass");
    const enforcement = {
      enabled: true,
      cleanTree: true,
      cleanRef: "HEAD",
      failOnSkip: true,
      readOnlyPaths: [],
      fixerReadOnlyPaths: [],
      demonstratorWritePaths: [],
    };
    const [strict] = await observed({ ...suite, enforcement });
    expect(strict).toMatchObject({ status: "fail" });
    expect(strict?.evidence.message).toContain("1 of its tests skipped");
  });
});
