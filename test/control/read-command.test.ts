import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommand } from "../../src/control/read-command.ts";

describe("readCommand()", () => {
  test.each([
    ["/kazi approve", { verb: "approve" }],
    ["/kazi approve fix", { verb: "approve", goal: "fix" }],
    ["/kazi approve fix DEADBEEF12", { verb: "approve", goal: "fix", digest: "deadbeef12" }],
    ["/kazi approve deadbeef", { verb: "approve", digest: "deadbeef" }],
    [
      "/kazi approve two words deadbeef",
      { verb: "approve", goal: "two words", digest: "deadbeef" },
    ],
    ["/kazi approve beef", { verb: "approve", goal: "beef" }],
    ["\n \n  /kazi  STOP\tfix \r\nthanks", { verb: "stop", goal: "fix" }],
    ["/kazi status please", { verb: "status" }],
    ["/kazi", { verb: "help" }],
    ["/kazi plan", { verb: "not-built", word: "plan" }],
    ["/kazi dance", { verb: "unknown", word: "dance" }],
  ])("%j", (body, command) => expect(readCommand(body)).toEqual(command));

  test.each([
    ["a quote", "> /kazi approve"],
    ["a later line", "Please\n/kazi approve"],
    ["code by four spaces", "    /kazi approve"],
    ["a fence", "```\n/kazi approve\n```"],
    ["behind something hidden", "<!-- x --> /kazi approve"],
    ["another program", "/kazimir approve"],
    ["an invisible character", "\u200B/kazi approve"],
    ["nothing", ""],
  ])("%s is no command", (_name, body) => expect(readCommand(body)).toBeUndefined());

  test("makes something or nothing of any text, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readCommand(`/kazi ${text}`)?.verb ?? "none").toBeTypeOf("string");
      }),
    );
  });
});
