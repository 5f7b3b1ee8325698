import { expect, test } from "vitest";
import { readJsonLines } from "../../src/harness/json-lines.ts";

test.each([
  ["nothing", "", []],
  ["objects in order", '{"a":1}\n {"b":2} \r\n', [{ a: 1 }, { b: 2 }]],
  ["other values are no events", '[1]\n"x"\n3\nnull\n{"a":1}', [{ a: 1 }]],
  ["broken lines are passed over", '{x}\n{"a":1}\n{"b":', [{ a: 1 }]],
])("readJsonLines(): %s", (_name, text, events) => {
  expect(readJsonLines(text)).toEqual(events);
});

test("readJsonLines() gives up on a text that is mostly broken", () => {
  expect(readJsonLines(`{"a":1}\n${"{x}\n".repeat(1_001)}`)).toEqual([]);
  expect(readJsonLines(`{"a":1}\n${"{x}\n".repeat(1_000)}`)).toEqual([{ a: 1 }]);
});
