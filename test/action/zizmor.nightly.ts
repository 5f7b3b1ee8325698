import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { WORKFLOW_FILES, WORKFLOW_PATH } from "./given-workflows.ts";

// Not with every change, because npm does not bring it: pip install zizmor.
const zizmor = spawnSync("zizmor", ["--version"], { encoding: "utf8" });

describe.skipIf(zizmor.status !== 0)("zizmor (skipped: needs zizmor)", () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), "kazi-test-zizmor-"));
  });
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  /** Low ones are left out: it wants a form of `uses: ./` that older runners do not know. */
  function findings(file: string, text: string): readonly string[] {
    const folder = mkdtempSync(path.join(place, "repository-"));
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
    const options = ["--offline", "--no-progress", "--min-severity=medium", "--format=json"];
    const ran = spawnSync("zizmor", [...options, folder], { encoding: "utf8" });
    const found = z.array(z.object({ ident: z.string(), desc: z.string() }));
    return found.parse(JSON.parse(ran.stdout)).map(({ ident, desc }) => `${ident}: ${desc}`);
  }

  test.each(WORKFLOW_FILES)("finds nothing of weight in %s", (_name, file, text) => {
    expect(findings(file, text)).toEqual([]);
  });

  test("finds nothing of weight in action.yml", () => {
    expect(findings("action.yml", readFileSync("action.yml", "utf8"))).toEqual([]);
  });

  test("is awake", () => {
    const bad = `on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`;
    expect(findings(WORKFLOW_PATH, bad)).not.toEqual([]);
  });
});
