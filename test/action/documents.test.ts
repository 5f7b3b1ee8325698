import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkDocuments, digestOf } from "../../action/documents.ts";
import { requireDocuments } from "../../action/require-documents.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-documents-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function leave(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return createHash("sha256").update(text).digest("hex");
}

describe("checkDocuments()", () => {
  test("keeps what is exactly what its job wrote", async () => {
    const digests = { claim: leave("claim.json", "{}"), dispatch: leave("dispatch.json", "[]") };
    leave("candidate.bundle", "bundle");
    expect(await checkDocuments(folder, digests)).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual([
      "candidate.bundle",
      "claim.json",
      "dispatch.json",
    ]);
  });

  test("removes and names what another job put in its place", async () => {
    const claim = leave("claim.json", "{}");
    leave("claim.json", '{"epoch":9}');
    const damage = await checkDocuments(folder, { claim });
    const problem = expect.stringContaining('document "claim" is not the one');
    expect(damage).toEqual([{ name: "claim", problem }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("removes what no job vouches for, and a bundle without its document", async () => {
    for (const name of ["claim.json", "dispatch.json", "observation.json", "candidate.bundle"]) {
      leave(name, "forged");
    }
    expect(await checkDocuments(folder, {})).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("follows no link, and leaves what it points at alone", async () => {
    const target = path.join(folder, "elsewhere");
    const observation = leave("elsewhere", "secret");
    symlinkSync(target, path.join(folder, "observation.json"));
    const problem = 'document "observation" is not there or cannot be read';
    expect(await checkDocuments(folder, { observation })).toEqual([
      { name: "observation", problem },
    ]);
    expect([existsSync(target), readdirSync(folder)]).toEqual([true, ["elsewhere"]]);
  });

  test("makes the folder, for its owner only", async () => {
    const inner = path.join(folder, "deep", "er");
    expect(await checkDocuments(inner, {})).toEqual([]);
    expect(statSync(inner).mode & 0o777).toBe(0o700);
  });
});

describe("requireDocuments()", () => {
  test("ends the job where a document is missing", async () => {
    const claim = leave("claim.json", "{}");
    rmSync(path.join(folder, "claim.json"));
    await expect(requireDocuments(folder, { claim })).rejects.toThrow(/"claim" is not there/);
  });
});

describe("digestOf()", () => {
  test("is the SHA-256 of the bytes", async () => {
    const digest = leave("observation.json", '{"a":"ü"}');
    expect(await digestOf(folder, "observation")).toBe(digest);
  });

  test("says so when the job left nothing", async () => {
    await expect(digestOf(folder, "dispatch")).rejects.toThrow(/found nothing/);
  });
});
