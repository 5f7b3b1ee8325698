import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  approvalDigest,
  type ApprovedContent,
  goalDigest,
} from "../../src/goalfile/approval-digest.ts";

const text = fc.string({ unit: "binary", maxLength: 4 });

function optional(key: string): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.oneof(
    fc.constant({}),
    text.map((value) => ({ [key]: value })),
  );
}

const content: fc.Arbitrary<ApprovedContent> = fc
  .tuple(
    fc.uint8Array({ maxLength: 8 }),
    text,
    fc.array(text, { maxLength: 3 }),
    fc.tuple(
      optional("model"),
      optional("command"),
      optional("effort"),
      optional("permissionMode"),
    ),
    text,
  )
  .map(([goalBytes, id, allowedTools, [model, command, effort, mode], graders]) => ({
    goalBytes,
    harness: { id, allowedTools, ...model, ...command, ...effort, ...mode },
    graders,
  }));

function canonical({ goalBytes, harness, graders }: ApprovedContent): string {
  const { id, model, command, effort, permissionMode, allowedTools } = harness;
  const absent = [model, command, effort, permissionMode].map((it) => it ?? null);
  return JSON.stringify([[...goalBytes], id, absent, allowedTools, graders]);
}

test("goalDigest() is the sha256 of the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(goalDigest(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});

test("approvalDigest() is equal exactly for equal contents", () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      expect(approvalDigest(one) === approvalDigest(other)).toBe(
        canonical(one) === canonical(other),
      );
    }),
    { numRuns: 500 },
  );
});

test("approvalDigest() changes with any bit of the goal-file", () => {
  fc.assert(
    fc.property(content, fc.uint8Array({ minLength: 1 }), fc.nat(), (base, goalBytes, at) => {
      const changed = Uint8Array.from(goalBytes);
      const index = Math.floor(at / 8) % changed.length;
      changed[index] = (changed[index] ?? 0) ^ (1 << (at % 8));
      expect(approvalDigest({ ...base, goalBytes: changed })).not.toBe(
        approvalDigest({ ...base, goalBytes }),
      );
    }),
  );
});

const BASE: ApprovedContent = {
  goalBytes: new TextEncoder().encode("id"),
  harness: { id: "claude", allowedTools: [] },
  graders: "0".repeat(40),
};

test.each<[string, ApprovedContent["harness"], ApprovedContent["harness"]]>([
  [
    "a value in another field",
    { id: "a", model: "m", allowedTools: [] },
    { id: "a", command: "m", allowedTools: [] },
  ],
  ["an empty model", { id: "a", model: "", allowedTools: [] }, { id: "a", allowedTools: [] }],
  ["one tool or two", { id: "a", allowedTools: ["xy"] }, { id: "a", allowedTools: ["x", "y"] }],
  [
    "a tool or a mode",
    { id: "a", permissionMode: "x", allowedTools: [] },
    { id: "a", allowedTools: ["x"] },
  ],
  ["unpaired surrogates", { id: "\uD800", allowedTools: [] }, { id: "\uDFFF", allowedTools: [] }],
])("approvalDigest() tells apart: %s", (_name, one, other) => {
  expect(approvalDigest({ ...BASE, harness: one })).not.toBe(
    approvalDigest({ ...BASE, harness: other }),
  );
});

test("approvalDigest() stays what it was, so that old approvals keep their meaning", () => {
  expect(approvalDigest(BASE)).toMatchInlineSnapshot(
    `"faeaa86cca8e894c30e6796990f98b06124f39227d516742a0b6064a51ca2ca7"`,
  );
});

test("goalDigest() is the same for whoever hands the byte order mark on and whoever does not", () => {
  const bytes = new TextEncoder().encode('\uFEFFid = "g"\n');
  expect(goalDigest(bytes)).toBe(goalDigest(new TextEncoder().encode('id = "g"\n')));
  expect(goalDigest(bytes.subarray(1))).not.toBe(goalDigest(bytes));
});
