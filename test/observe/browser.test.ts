import { describe, expect, test } from "vitest";
import type { BrowserAssertion, BrowserCheck } from "../../src/model/browser-check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { AssertionReport, Journey, JourneyReport } from "../../src/ports/browser-driver.ts";
import type { EvidenceFile } from "../../src/ports/evidence-files.ts";
import type { FileBytes } from "../../src/ports/folder-files.ts";
import { givenContext, givenPredicate } from "./given-context.ts";

const HEADING: BrowserAssertion = {
  type: "text",
  selector: "h1",
  match: "contains",
  expected: "Dashboard",
};
const LOOKS: BrowserAssertion = {
  type: "visual",
  name: "home",
  threshold: 0.01,
  baseline: ".kazi/visual-baselines/home.png",
};
const MOBILE = { name: "mobile", width: 390, height: 844 };
const DESKTOP = { name: "desktop", width: 1440, height: 900 };
const UNREACHABLE: JourneyReport = {
  kind: "not-opened",
  failure: "unreachable",
  reason: "nothing listens there",
};

function given(change: Partial<BrowserCheck>): BrowserCheck {
  return {
    provider: "browser",
    url: "https://example.test/",
    steps: [],
    assertions: [HEADING],
    viewports: [],
    samples: 1,
    intervalMs: 0,
    operationTimeoutMs: 30_000,
    screenshot: false,
    allowHosts: [],
    ...change,
  };
}

interface Given {
  readonly check?: Partial<BrowserCheck>;
  /** The last report repeats. */
  readonly reports: readonly JourneyReport[];
  readonly names?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly picture?: FileBytes;
  readonly journeyMs?: number;
}

interface Observed {
  readonly result: PredicateResult;
  readonly journeys: readonly Journey[];
  readonly kept: readonly EvidenceFile[];
}

async function observe(given_: Given): Promise<Observed> {
  const reports = [...given_.reports];
  const journeys: Journey[] = [];
  const kept: EvidenceFile[] = [];
  const base = givenContext({});
  let nowMs = 0;
  const context = {
    ...base,
    clock: {
      now: () => nowMs,
      sleep: async (ms: number) => {
        nowMs += ms;
        await Promise.resolve();
      },
    },
    browser: {
      visit: async (journey: Journey) => {
        journeys.push(journey);
        nowMs += given_.journeyMs ?? 0;
        const report = reports.length > 1 ? reports.shift() : reports[0];
        if (report === undefined) throw new Error("no journey was to be made");
        return await Promise.resolve(report);
      },
    },
    evidence: {
      keep: async (file: EvidenceFile) => {
        kept.push(file);
        return await Promise.resolve(file.name);
      },
    },
    files: {
      ...base.files,
      bytes: async () => await Promise.resolve(given_.picture ?? { kind: "absent" as const }),
    },
    secret: (name: string) => given_.secrets?.[name],
  };
  const predicate = { ...givenPredicate(given(given_.check ?? {})), secrets: given_.names ?? [] };
  return { result: await evaluate(predicate, context), journeys, kept };
}

function made(
  assertions: readonly Partial<AssertionReport>[],
  change: Partial<Extract<JourneyReport, { kind: "made" }>> = {},
): JourneyReport {
  return {
    kind: "made",
    steps: [{ ok: true, found: "answered 200" }],
    assertions: assertions.map((it) => ({
      ok: true,
      wanted: 'the text of "h1" to contain "Dashboard"',
      found: '"Dashboard"',
      ...it,
    })),
    url: "https://example.test/",
    status: 200,
    refused: [],
    files: [],
    ...change,
  };
}

const good = made([{}]);
const bad = made([{ ok: false, found: '"Oops"' }]);

describe("evaluate(): browser", () => {
  test.each<readonly [string, Given, string, boolean, string]>([
    ["all hold", { reports: [good] }, "pass", false, "all 1 assertions hold"],
    [
      "one does not hold",
      { reports: [bad] },
      "fail",
      false,
      'expected the text of "h1" to contain "Dashboard", found "Oops"',
    ],
    [
      "a service that is not there is an error that may pass",
      { reports: [UNREACHABLE] },
      "error",
      false,
      "https://example.test/ could not be opened: nothing listens there",
    ],
    [
      "a private address that nobody named is a mistake of the goal-file",
      { reports: [{ ...UNREACHABLE, failure: "refused-address" }] },
      "error",
      true,
      "could not be opened",
    ],
    [
      "a certificate that nobody trusts is failing work",
      { reports: [{ ...UNREACHABLE, failure: "untrusted" }] },
      "fail",
      false,
      "could not be opened",
    ],
    [
      "no browser is not a pass",
      { reports: [{ kind: "no-browser", reason: "no browser: install Chromium" }] },
      "unknown",
      true,
      "install Chromium",
    ],
    [
      "a selector that is none",
      { reports: [{ kind: "bad-check", reason: '"div[": unexpected end' }] },
      "error",
      true,
      "unexpected end",
    ],
    [
      "a journey that hangs is cut off",
      { reports: [{ kind: "cut-off", cause: "timed-out", reason: "not at its end" }] },
      "error",
      false,
      "the journey was cut off: not at its end",
    ],
    ["what was not judged is not a pass", { reports: [made([])] }, "error", false, "not all"],
    [
      "an error page that says what was wanted is a pass that tells of it",
      { reports: [made([{}], { status: 503 })] },
      "pass",
      false,
      "https://example.test/ answered 503",
    ],
    [
      "no assertion is not a pass on an error page",
      { check: { assertions: [] }, reports: [made([], { status: 500 })] },
      "fail",
      false,
      "expected the page to answer with any 2xx (no assertions), found 500",
    ],
    [
      "no assertion wants a 2xx and says so",
      { check: { assertions: [] }, reports: [made([])] },
      "pass",
      false,
      "answered with 2xx (no assertions)",
    ],
  ])("%s", async (_case, world, status, permanent, message) => {
    const { result } = await observe(world);
    expect(result).toMatchObject({ status, permanent });
    expect(result.evidence.message).toContain(message);
  });

  test("a broken button is a failure that names the step and what was there", async () => {
    const report = made([], {
      steps: [
        { ok: true, found: "answered 200" },
        { ok: true, found: "done" },
        { ok: false, found: "no element matches" },
      ],
      outline: '- button "Save all"',
      files: [{ name: "failure.png", bytes: new Uint8Array(3) }],
    });
    const steps = [
      { action: "fill", selector: "#name", value: "me" },
      { action: "click", selector: "#save" },
    ] as const;
    const { result, kept } = await observe({ check: { steps }, reports: [report] });
    expect(result).toMatchObject({
      status: "fail",
      score: 0.5,
      evidence: {
        message: 'expected step 2 of 2 (click "#save") to go well, found no element matches',
        seen: "no element matches",
        findings: [{ rule: "click", level: "error" }],
        files: ["1-failure.png"],
      },
    });
    expect(result.evidence.excerpt).toContain('button "Save all"');
    expect(kept).toMatchObject([{ predicate: "it-holds", name: "1-failure.png" }]);
  });

  test("samples are journeys in a row, with the interval between them", async () => {
    const { result, journeys } = await observe({
      check: { samples: 3, intervalMs: 500 },
      reports: [good],
    });
    expect(result).toMatchObject({ status: "pass", score: 1, evidence: { durationMs: 1000 } });
    expect(journeys).toHaveLength(3);
  });

  test("the first sample that does not hold ends it", async () => {
    const { result, journeys } = await observe({ check: { samples: 4 }, reports: [good, bad] });
    expect(result).toMatchObject({ status: "fail", score: 0.375 });
    expect(result.evidence.message).toContain("(sample 2 of 4)");
    expect(journeys).toHaveLength(2);
  });

  test("the whole journey is made for each viewport, and a failure names its size", async () => {
    const { result, journeys } = await observe({
      check: { viewports: [DESKTOP, MOBILE] },
      reports: [good, bad],
    });
    expect(journeys.map(({ viewport }) => viewport?.name)).toEqual(["desktop", "mobile"]);
    expect(result.evidence.message).toContain("(at 390x844)");
  });

  test("each complaint of an audit is a finding with its rule", async () => {
    const complaints = [
      { rule: "image-alt", message: "Images must have text: img" },
      { rule: "label", message: "Fields must have labels: #name" },
    ];
    const { result } = await observe({
      reports: [made([{ ok: false, found: "2: image-alt, label", complaints }])],
    });
    expect(result.evidence.findings).toEqual([
      {
        file: "",
        level: "error",
        rule: "image-alt",
        message: "image-alt: Images must have text: img",
      },
      { file: "", level: "error", rule: "label", message: "label: Fields must have labels: #name" },
    ]);
  });

  describe("visual baselines", () => {
    const undecided = made(
      [{ ok: false, undecided: true, found: "no approved picture: a person has to look at it" }],
      { files: [{ name: "home.png", bytes: new Uint8Array(1) }] },
    );

    test("a picture that nobody approved is kept and is never the baseline of the next look", async () => {
      const { result, journeys, kept } = await observe({
        check: { assertions: [LOOKS], samples: 2 },
        reports: [undecided],
      });
      expect(result).toMatchObject({ status: "unknown", permanent: true });
      expect(result.evidence.message).toContain("a person has to look");
      expect(journeys).toHaveLength(1);
      expect(journeys[0]?.baselines.size).toBe(0);
      expect(kept.map(({ name }) => name)).toEqual(["1-home.png"]);
    });

    test("a person gets the pictures of all viewports at once", async () => {
      const { result, journeys } = await observe({
        check: { assertions: [LOOKS], viewports: [DESKTOP, MOBILE] },
        reports: [undecided],
      });
      expect(result.evidence.files).toEqual(["1-desktop-home.png", "1-mobile-home.png"]);
      expect(journeys.map(({ check }) => check.assertions)).toMatchObject([
        [{ baseline: ".kazi/visual-baselines/home-desktop.png" }],
        [{ baseline: ".kazi/visual-baselines/home-mobile.png" }],
      ]);
    });

    test("something that fails is not hidden behind a picture to approve", async () => {
      const both = made([
        { ok: false, undecided: true },
        { ok: false, found: '"Oops"' },
      ]);
      const { result } = await observe({
        check: { assertions: [LOOKS, HEADING] },
        reports: [both],
      });
      expect(result.status).toBe("fail");
    });

    test("an approved picture goes to the driver", async () => {
      const picture = { kind: "read", bytes: new Uint8Array([1, 2]) } as const;
      const { journeys } = await observe({
        check: { assertions: [LOOKS] },
        reports: [good],
        picture,
      });
      expect(journeys[0]?.baselines.get(".kazi/visual-baselines/home.png")).toEqual(picture.bytes);
    });

    test("one that cannot be read is a mistake, not a missing approval", async () => {
      const { result, journeys } = await observe({
        check: { assertions: [LOOKS] },
        reports: [good],
        picture: { kind: "refused", reason: "a link" },
      });
      expect(result).toMatchObject({ status: "error", permanent: true });
      expect(journeys).toEqual([]);
    });
  });

  describe("secrets", () => {
    const steps = [
      { action: "fill", selector: "#password", value: "${secrets.PASSWORD}" },
    ] as const;

    test("one is typed and never shown", async () => {
      const { result, journeys } = await observe({
        check: { steps },
        reports: [made([{ ok: false, found: '"welcome, hunter-two-three"' }])],
        names: ["PASSWORD"],
        secrets: { PASSWORD: "hunter-two-three" },
      });
      expect(journeys[0]?.check.steps).toMatchObject([{ value: "hunter-two-three" }]);
      expect(journeys[0]?.secrets).toEqual(["hunter-two-three"]);
      expect(JSON.stringify(result)).not.toContain("hunter");
      expect(result.evidence.message).toContain("no picture is kept, because it types a secret");
    });

    test("one that this job does not have is unknown", async () => {
      const { result } = await observe({ check: { steps }, reports: [], names: ["PASSWORD"] });
      expect(result).toMatchObject({ status: "unknown", permanent: true });
      expect(result.evidence.message).toContain("no secret PASSWORD");
    });

    test("one that the predicate does not list is not taken", async () => {
      const secrets = { PASSWORD: "hunter-two-three" };
      const { result } = await observe({ check: { steps }, reports: [], secrets });
      expect(result).toMatchObject({ status: "error", permanent: true });
    });
  });

  describe("time", () => {
    test("a journey gets the time of its operations and no more than ten minutes", async () => {
      const short = await observe({ check: { operationTimeoutMs: 1000 }, reports: [good] });
      expect(short.journeys[0]?.timeoutMs).toBe(66_000);
      const long = await observe({ check: { operationTimeoutMs: 500_000 }, reports: [good] });
      expect(long.journeys[0]?.timeoutMs).toBe(600_000);
    });

    test("all journeys together end after ten minutes", async () => {
      const { result, journeys } = await observe({
        check: { samples: 10 },
        reports: [good],
        journeyMs: 250_000,
      });
      expect(result).toMatchObject({ status: "error", permanent: false });
      expect(result.evidence.message).toContain("10 minutes");
      expect(journeys).toHaveLength(3);
    });
  });
});
