import { expect, test } from "vitest";
import { parseWorkflowCommand } from "./parse-workflow-command.ts";

test.each([
  ["::debug::hello", { name: "debug", properties: {}, message: "hello" }],
  [
    "::error file=a%2Cb.ts,line=1::One%0Atwo %250A",
    { name: "error", properties: { file: "a,b.ts", line: "1" }, message: "One\ntwo %0A" },
  ],
  ["  ::endgroup::", { name: "endgroup", properties: {}, message: "" }],
  ["::add-mask::a::b", { name: "add-mask", properties: {}, message: "a::b" }],
])("parseWorkflowCommand() reads %s", (line, command) => {
  expect(parseWorkflowCommand(line)).toEqual(command);
});

test.each([["hello"], ["say ::error::x"], [":: ::"], ["std::vector"]])(
  "parseWorkflowCommand() finds nothing in %s",
  (line) => {
    expect(parseWorkflowCommand(line)).toBeUndefined();
  },
);
