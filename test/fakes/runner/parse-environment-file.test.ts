import { expect, test } from "vitest";
import { parseEnvironmentFile } from "./parse-environment-file.ts";

test.each([
  ["a pair", "a=b\n", { a: "b" }],
  ["a value with signs in it", "a=b=c<<d\n", { a: "b=c<<d" }],
  ["an empty value", "a=\n", { a: "" }],
  ["a block", "a<<END\nline 1\n\nline=2\nEND\n", { a: "line 1\n\nline=2" }],
  ["an empty block", "a<<END\nEND\n", { a: "" }],
  ["a later one wins", "a=1\na=2\n", { a: "2" }],
  ["no line break at the end", "a=1", { a: "1" }],
  ["empty lines between", "\na=1\n\nb=2\n", { a: "1", b: "2" }],
])("parseEnvironmentFile() reads %s", (_name, text, values) => {
  expect(Object.fromEntries(parseEnvironmentFile(text))).toEqual(values);
});

test.each([
  ["a line of another kind", "hello\n", "Invalid format 'hello'"],
  ["a block without an end", "a<<END\nb\n", "Matching delimiter not found 'END'"],
  ["a name that is empty", "=b\n", "Name must not be empty"],
  ["a delimiter that is empty", "a<<\nb\n", "Delimiter must not be empty"],
])("parseEnvironmentFile() refuses %s", (_name, text, message) => {
  expect(() => parseEnvironmentFile(text)).toThrow(message);
});
