import { expect, test } from "vitest";
import { readJsonDocuments } from "../../src/harness/json-documents.ts";

test.each([
  ["none", "words\n", []],
  ["one line", 'noise\n{"a":1}\nnoise', [{ a: 1 }]],
  ["indented", 'noise\n{\n  "a": {\n    "b": 1\n  }\n}\n', [{ a: { b: 1 } }]],
  ["last first", '{"a":1}\n{\n"b": 2\n}', [{ b: 2 }, { a: 1 }]],
  ["a prefixed copy behind it", '{\n"a": 1\n}\n[ERROR] {\n"a": 1\n}', [{ a: 1 }]],
  ["a dumped object in front", 'Error {\n  status: 4\n}\n{\n"a": 1\n}', [{ a: 1 }]],
  ["carriage returns", '{\r\n"a": 1\r\n}\r\n', [{ a: 1 }]],
  ["cut", '{\n"a": 1\n', []],
  ["only braces", "}\n}\n{\n}", [{}]],
])("readJsonDocuments(): %s", (_name, text, documents) => {
  expect(readJsonDocuments(text)).toEqual(documents);
});

test("readJsonDocuments() looks at the last twenty places only", () => {
  expect(readJsonDocuments('{"a":1}\n'.repeat(50))).toHaveLength(20);
});
