import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimTicket, DispatchReport, Observation } from "../../src/model/handover.ts";
import { encode } from "../../src/record/codec.ts";
import {
  parseClaimTicket,
  parseDispatchReport,
  parseObservation,
} from "../../src/record/handover-codec.ts";
import { GRADERS, HEAD, vectorOf, verdict } from "./sample-entries.ts";

const TICKET: ClaimTicket = {
  format: 1,
  goal: "fix-the-tests",
  generation: 1,
  epoch: 2,
  nonce: "0b0c2f5e-7a6a-4d43-9a51-1d2f7a3c9e10",
  iteration: 1,
  kind: "dispatch",
  head: HEAD,
  branchHead: HEAD,
  base: HEAD,
  branch: "kazi/fix-the-tests",
  baseBranch: "main",
  graders: GRADERS,
  goalDigest: "1".repeat(64),
  approvalDigest: "2".repeat(64),
  deadlineMs: 10_000,
  reservation: { wallClockMs: 1_000 },
  failing: ["tests"],
};
const REPORT: DispatchReport = {
  format: 1,
  epoch: 2,
  nonce: "n",
  candidate: HEAD,
  outcome: {
    ending: "completed",
    summary: "done",
    usage: { inputTokens: 5 },
    denied: ["Bash"],
    durationMs: 10,
  },
  changed: ["src/a.js"],
  refused: [{ path: ".github/x.yml", reason: "a workflow" }],
};
const OBSERVATION: Observation = {
  format: 1,
  epoch: 2,
  nonce: "n",
  vector: vectorOf([verdict("tests")]),
  restored: ["test/a.test.js"],
  durationMs: 10,
};

test("parseClaimTicket(), parseDispatchReport() and parseObservation() read back what was left", () => {
  const { branchHead: _unborn, ...unborn } = TICKET;
  const { candidate: _none, ...empty } = REPORT;
  expect(parseClaimTicket(encode(TICKET))).toEqual(TICKET);
  expect(parseClaimTicket(encode(unborn))).toEqual(unborn);
  expect(parseDispatchReport(encode(REPORT))).toEqual(REPORT);
  expect(parseDispatchReport(encode(empty))).toEqual(empty);
  expect(parseObservation(encode(OBSERVATION))).toEqual(OBSERVATION);
});

test("parseObservation() makes a stranger's evidence plain", () => {
  const vector = vectorOf([verdict("tests")], "a\u001B[2Jb");
  const read = parseObservation(encode({ ...OBSERVATION, vector }));
  expect(read.vector.results[0]?.evidence.excerpt).toBe("ab");
});

test.each<[string, (text: string) => unknown, unknown]>([
  ["a ticket with more", parseClaimTicket, { ...TICKET, push: true }],
  ["a ticket of epoch 0", parseClaimTicket, { ...TICKET, epoch: 0 }],
  ["a ticket with an option for a branch", parseClaimTicket, { ...TICKET, branch: "-x" }],
  ["a ticket with a nonce that climbs", parseClaimTicket, { ...TICKET, nonce: "../x" }],
  ["a ticket with a ref for a commit", parseClaimTicket, { ...TICKET, head: "main" }],
  ["a report as an observation", parseObservation, REPORT],
  ["an observation as a report", parseDispatchReport, OBSERVATION],
  ["a candidate that is no id", parseDispatchReport, { ...REPORT, candidate: "HEAD~1" }],
  [
    "usage that gives back",
    parseDispatchReport,
    { ...REPORT, outcome: { ...REPORT.outcome, usage: { inputTokens: -1 } } },
  ],
  [
    "an ending that is none",
    parseDispatchReport,
    { ...REPORT, outcome: { ...REPORT.outcome, ending: "won" } },
  ],
  [
    "escapes in a summary",
    parseDispatchReport,
    { ...REPORT, outcome: { ...REPORT.outcome, summary: "\u001B[2J" } },
  ],
  [
    "too many paths",
    parseDispatchReport,
    { ...REPORT, changed: Array.from({ length: 10_001 }, (_, index) => `f${index}`) },
  ],
  [
    "one predicate twice",
    parseObservation,
    { ...OBSERVATION, vector: vectorOf([verdict("a"), verdict("a", "pass")]) },
  ],
])("a handover codec refuses %s", (_name, parse, value) => {
  expect(() => parse(JSON.stringify(value))).toThrow(
    expect.objectContaining({ code: "handover-invalid" }),
  );
});

test("the handover codecs answer any text with a value or handover-invalid", () => {
  const parsers = fc.constantFrom(parseClaimTicket, parseDispatchReport, parseObservation);
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), parsers, (text, parse) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: "handover-invalid" }));
    }),
  );
});
