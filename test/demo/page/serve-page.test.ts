import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addUser } from "../../fakes/github/seed.ts";
import { givenSampleWorld, type SampleWorld } from "./sample-world.ts";
import { servePage, type ServedPage } from "./serve-page.ts";

let sample: SampleWorld;
let served: ServedPage;

beforeAll(async () => {
  sample = await givenSampleWorld();
  served = await servePage(sample, sample.address);
});

afterAll(async () => {
  await served.close();
  await sample.remove();
});

async function read(): Promise<string> {
  const answer = await fetch(served.url);
  expect(answer.status).toBe(200);
  return await answer.text();
}

/** The words without the markup. */
async function readWords(): Promise<string> {
  const main = (await read()).split("<main>")[1] ?? "";
  return main
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
}

describe("servePage()", () => {
  test("shows what the pull request is", async () => {
    const words = await readWords();
    expect(words).toContain("Totals of the cart are right #1");
    expect(words).toContain("Draft maya wants to merge 3 commits into main from cart-totals");
    expect(words).toContain("This pull request is still a work in progress");
    expect(words).toContain("No conflicts with base branch");
  });

  test("shows the conversation, who is a bot, and who answered how", async () => {
    const words = await readWords();
    expect(words).toMatch(/kazi bot commented 09:30:28 · edited .*cart-totals: running/);
    expect(words).toMatch(/maya commented 09:30:35 \/kazi approve cart-totals \w+ 👀 1/);
    expect(words).toContain("lee-wong approved these changes 09:30:42");
    expect(words).not.toContain("[bot]");
    expect(words).not.toContain("kazi:status");
  });

  test("names every check, with what it reported", async () => {
    const words = await readWords();
    const [box = "", checks = ""] = words.split("Draft pull requests cannot be merged.");
    for (const { name } of sample.pull.repository.checkRuns) {
      expect(box).toContain(name);
      expect(checks).toContain(name);
    }
    expect(box).toContain("1 failing, 1 successful, 1 skipped, 1 in progress, 1 expected checks");
    expect(box).toContain(
      "kazi Failing after 1m 4s — cart-totals: iteration 2, 1 of 3 pass Required",
    );
    expect(box).toContain("build Expected — Waiting for status to be reported Required");
    expect(box).toContain(
      'Merging is blocked Required status check "kazi" is failing. Required status check "build" is expected.',
    );
    expect(checks).toContain("Why: 1 of 3 tests still fails.");
    expect(checks).toContain("1 annotation Error in test/cart.test.js#L12-L14 tests expected 30");
    expect(checks).toContain("graph LR; goal --&gt; observe --&gt; act".replaceAll("&gt;", ">"));
  });

  test("shows the commits in their order", async () => {
    const words = await readWords();
    expect(words).toMatch(
      /Commits Say when the totals are right Maya committed [\d:]+ \w{7} Count what .* \w{7} Keep a long/,
    );
  });

  test("asks for nothing but itself, and lets nothing else run", async () => {
    const answer = await fetch(served.url);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    const text = await answer.text();
    expect(text).not.toMatch(/(?:src|href|action|url)[=(]"?(?:https?:)?\/\//);
  });

  test("is nowhere else", async () => {
    const start = await fetch(new URL("/", served.url), { redirect: "manual" });
    expect(start.status).toBe(302);
    expect(new URL(start.headers.get("location") ?? "", served.url).href).toBe(served.url);
    expect((await fetch(new URL("/acme/shop/pull/2", served.url))).status).toBe(404);
  });

  test("nothing is there before the pull request is", async () => {
    const early = await servePage(sample, { ...sample.address, number: 7 });
    try {
      expect((await fetch(early.url)).status).toBe(404);
    } finally {
      await early.close();
    }
  });
});

describe("servePage() as things go on", () => {
  test("only the newest report of a check counts", async () => {
    sample.check("kazi", { title: "cart-totals: converged" });
    const words = await readWords();
    expect(words).toContain("kazi Successful in 1m 4s — cart-totals: converged");
    expect(words).not.toContain("iteration 2, 1 of 3 pass");
  });

  test("a check that counts for nothing does not stand for the required one", async () => {
    sample.check("build", { madeInRunEvent: "workflow_dispatch" });
    const words = await readWords();
    expect(words).toContain("build Successful in 1m 4s Required");
    expect(words).toContain("build Expected — Waiting for status to be reported Required");
  });

  test("a status stands among the checks", async () => {
    const { world, pull } = sample;
    pull.repository.statuses.push({
      id: world.nextId(),
      sha: pull.details.headSha,
      context: "build",
      state: "error",
      description: "it <b>broke</b>",
      targetUrl: undefined,
      creator: pull.issue.author,
      appId: undefined,
      createdAtMs: world.nowMs(),
    });
    expect(await read()).toContain("Failing — it &lt;b&gt;broke&lt;/b&gt;");
  });

  test.each([
    ["open", "Open"],
    ["closed", "Closed"],
    ["merged", "Merged"],
  ] as const)("a pull request that is %s", async (state, word) => {
    const { issue, details } = sample.pull;
    details.isDraft = false;
    issue.state = state === "open" ? "open" : "closed";
    issue.closedAtMs = state === "open" ? undefined : sample.world.nowMs();
    details.mergedAtMs = state === "merged" ? sample.world.nowMs() : undefined;
    details.mergedBy = state === "merged" ? addUser(sample.world, "lee-wong") : undefined;
    details.mergeCommitSha = "c".repeat(40);
    const words = await readWords();
    const sentence = state === "merged" ? "lee-wong merged" : "maya wants to merge";
    expect(words).toContain(`${word} ${sentence} 3 commits`);
    expect(words.includes("successfully merged")).toBe(state === "merged");
    expect(words.includes("lee-wong merged commit ccccccc into main")).toBe(state === "merged");
    expect(words.includes("maya closed this")).toBe(state === "closed");
  });
});
