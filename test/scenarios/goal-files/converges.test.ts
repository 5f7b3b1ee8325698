import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { featurePaths } from "../../../src/goalfile/gherkin/feature-paths.ts";
import { parseFeatures } from "../../../src/goalfile/gherkin/parse-features.ts";
import { loadGoal } from "../../../src/goalfile/load-goal.ts";
import type { Goal } from "../../../src/model/goal.ts";
import { corpusFiles } from "../../goalfile/corpus-expectations.ts";
import { agentSource } from "../stage.ts";
import { CORPUS_ROWS, type CorpusRow } from "./corpus-rows.ts";
import { type CorpusStage, setCorpusStage } from "./corpus-stage.ts";
import { satisfyingFiles } from "./satisfying-files.ts";

type Holding = Extract<CorpusRow, { readonly kind: "holds" }>;

const corpus = new Map(
  [...corpusFiles()]
    .filter(([name]) => !name.endsWith(".roadmap.toml"))
    .map(([name, bytes]) => [name.replace(/(?:\.goal)?\.toml$/, ""), bytes] as const),
);
const holding = Object.entries(CORPUS_ROWS).flatMap(([name, row]) =>
  row.kind === "holds" ? [[name, row] as const] : [],
);
/** Goals that an agent works on, each with the files that stand there before. */
const WORKED: readonly (readonly [name: string, before: readonly string[]])[] = [
  ["own/0001-reject-unloadable-proposal", []],
  ["own/0027-ci-daemon-nats-green", [".github/workflows/ci.yml"]],
  ["own/0033-cache-economics-observability", []],
  ["examples/enforcement", ["test/one_test.exs"]],
  ["examples/router_onramp_dogfood", []],
  ["examples/predicate_graph_waves", ["go.mod"]],
];
const Report = z.looseObject({
  status: z.string(),
  predicates: z.array(z.looseObject({ id: z.string(), verdict: z.string() })).min(1),
});
/** Goals whose predicate `landed` asks the clone for a clean tree and a head that its upstream has. */
const ASKS_UPSTREAM = "@{u}";

let stage: CorpusStage | undefined;
afterEach(() => {
  stage?.clear();
  stage = undefined;
});

describe.skipIf(corpus.size === 0)("real goal-files (skipped: needs the corpus)", () => {
  test("each of them has a row that says whether it can hold here", () => {
    expect(Object.keys(CORPUS_ROWS).toSorted()).toEqual([...corpus.keys()].toSorted());
  });

  test("those that ask for an upstream are nineteen, and all of them can hold", () => {
    const asking = [...corpus.keys()].filter((name) => textOf(name).includes(ASKS_UPSTREAM));
    expect(asking).toHaveLength(19);
    expect(asking.map((name) => CORPUS_ROWS[name]?.kind)).toEqual(asking.map(() => "holds"));
  });

  describe.each(holding)("%s", (name, row) => {
    const needs = missingFor(row);

    test.skipIf(needs !== "")(`holds on a tree made to satisfy it${needs}`, async () => {
      stage = setCorpusStage(row.real ?? [], () => textOf(name));
      stage.publish(await treeFor(name, row));
      const ended = await stage.apply("--check");
      const report = Report.parse(JSON.parse(ended.stdout));
      expect(report.predicates.filter((it) => it.verdict !== "pass")).toEqual([]);
      expect(report.status).toBe("pass");
      expect(ended.code).toBe(0);
    });
  });

  describe.each(WORKED)("%s", (name, before) => {
    const row = CORPUS_ROWS[name];
    if (row?.kind !== "holds") throw new Error(`expected that ${name} can hold`);
    const needs = missingFor(row);

    test.skipIf(needs !== "")(`converges when an agent makes that tree${needs}`, async () => {
      const files = Object.entries(await treeFor(name, row));
      const made = files.filter(([file]) => !before.includes(file));
      const work = agentSource(
        made.map((it) => `edit(${JSON.stringify(it).slice(1, -1)});`).join("\n"),
      );
      stage = setCorpusStage(row.real ?? [], (it) => `${textOf(name)}\n${it.agent(work)}`);
      stage.publish(Object.fromEntries(files.filter(([file]) => before.includes(file))));
      const ended = await stage.apply();
      expect(JSON.parse(ended.stdout)).toMatchObject({ status: "converged", iterations: 1 });
      expect(ended.code).toBe(0);
    });
  });

  test("examples/integration_branch converges: what it asks for is on the branch", async () => {
    stage = setCorpusStage([], () => textOf("examples/integration_branch"));
    const ended = await stage.apply("--harness", "claude");
    expect(JSON.parse(ended.stdout)).toMatchObject({ status: "converged", iterations: 0 });
  });
});

async function treeFor(name: string, row: Holding): Promise<Readonly<Record<string, string>>> {
  const copied = Object.entries(row.copies ?? {}).map(([to, from]) => [
    to,
    textOf(from.replace(/(?:\.goal)?\.toml$/, "")),
  ]);
  const goal = await goalOf(name, row);
  return { ...satisfyingFiles(goal), ...row.files, ...Object.fromEntries(copied) };
}

async function goalOf(name: string, { files = {} }: Holding): Promise<Goal> {
  const bytes = corpus.get(name) ?? new Uint8Array();
  const texts = new Map(featurePaths(bytes).map((it) => [it, files[it] ?? ""]));
  const loaded = loadGoal({ path: name, bytes, features: await parseFeatures(texts) });
  if (loaded.kind === "refused") throw new Error(loaded.issues.map((it) => it.message).join("\n"));
  return loaded.goal;
}

function textOf(name: string): string {
  return new TextDecoder().decode(corpus.get(name));
}

/** What the name of a test ends with when the machine lacks a program that it needs. */
function missingFor({ real = [] }: Holding): string {
  const missing = real.filter((program) => !isHere(program));
  return missing.length === 0 ? "" : ` (skipped: needs ${missing.join(" and ")})`;
}

function isHere(program: string): boolean {
  return (
    spawnSync("sh", ["-c", 'command -v "$1"', "sh", program], { stdio: "ignore" }).status === 0
  );
}
