import * as fc from "fast-check";
import { parse } from "smol-toml";
import { type AST, parseTOML } from "toml-eslint-parser";
import { expect, test } from "vitest";
import { findPlaces } from "../../src/goalfile/find-places.ts";
import { placeName } from "../../src/goalfile/place-name.ts";
import type { TomlPath } from "../../src/goalfile/problem.ts";
import { anyGoalFile } from "./any-goal-file.ts";
import { corpusFiles } from "./corpus-expectations.ts";

test.each([
  ["a = 1", ["a"], "1:1", "1:5"],
  ["\n \"a\" . 'b' = 1", ["a", "b"], "2:8", "2:14"],
  ['"a\\u0062" = 1', ["ab"], "1:1", "1:13"],
  ["a = [ # ]\n  1, 'x', {b = 2},\n]", ["a", 2, "b"], "2:12", "2:16"],
  ['a = """\n]"" """""\nb = 2', ["b"], "3:1", "3:5"],
  ["a = '''\n'' '''''\nb = 2", ["b"], "3:1", "3:5"],
  ["[[a]]\n[[a]]\n[a.b]\nc = 1", ["a", 1, "b", "c"], "4:1", "4:5"],
  ["[[a.b]]\n[[a.b]]\n[[a.b.c]]\nd = 1", ["a", "b", 1, "c", 0, "d"], "4:1", "4:5"],
  ["a = 1979-05-27 07:32:00Z\nb = 1", ["b"], "2:1", "2:5"],
  ['a = "\\\\"\nb = "\\"#"\nc = 1', ["c"], "3:1", "3:5"],
  ["a = { b = 1,\n  c = 2, # why\n}\r\nd = 1", ["d"], "4:1", "4:5"],
])("findPlaces() in %j", (text, path, key, value) => {
  const name = placeName(path);
  const places = findPlaces(text, new Set([name]));
  expect([shown(places.keys.get(name)), shown(places.values.get(name))]).toEqual([key, value]);
});

test("findPlaces() ends on whatever it is given", () => {
  fc.assert(
    fc.property(anyGoalFile, (bytes) => {
      const text = new TextDecoder().decode(bytes);
      expect(findPlaces(text, new Set()).keys.size).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test.each([...corpusFiles()])(
  "findPlaces() agrees with another parser about %s",
  (_name, bytes) => {
    const theirs = placesOfOther(new TextDecoder().decode(bytes));
    expect(placesOfOurs(new TextDecoder().decode(bytes), theirs)).toEqual(theirs);
  },
);

test("findPlaces() agrees with another parser wherever both read a file", () => {
  fc.assert(
    fc.property(anyGoalFile, (bytes) => {
      const text = new TextDecoder().decode(bytes);
      fc.pre(isToml(text));
      const theirs = placesOfOther(text);
      expect(placesOfOurs(text, theirs)).toEqual(theirs);
    }),
    { numRuns: 300 },
  );
});

function isToml(text: string): boolean {
  try {
    parse(text);
    parseTOML(text, { tomlVersion: "1.1" });
    return true;
  } catch {
    return false;
  }
}

interface NamedPlaces {
  readonly keys: Map<string, string>;
  readonly values: Map<string, string>;
}

function placesOfOurs(text: string, { keys, values }: NamedPlaces): NamedPlaces {
  const found = findPlaces(text, new Set([...keys.keys(), ...values.keys()]));
  const [ours, others] = [found.keys, found.values].map(
    (places) => new Map([...places].map(([name, place]) => [name, shown(place)])),
  );
  return { keys: ours ?? new Map(), values: others ?? new Map() };
}

function placesOfOther(text: string): NamedPlaces {
  const places: NamedPlaces = { keys: new Map(), values: new Map() };
  for (const node of parseTOML(text, { tomlVersion: "1.1" }).body[0].body) {
    if (node.type === "TOMLTable") {
      node.resolvedKey.forEach((_, index) => {
        add(places.keys, node.resolvedKey.slice(0, index + 1), node);
      });
      for (const child of node.body) addKeyValue(places, node.resolvedKey, child);
    } else addKeyValue(places, [], node);
  }
  return places;
}

function addKeyValue(places: NamedPlaces, table: TomlPath, node: AST.TOMLKeyValue): void {
  const path = [...table];
  for (const key of node.key.keys) {
    path.push(key.type === "TOMLBare" ? key.name : key.value);
    add(places.keys, path, key);
  }
  addValue(places, path, node.value);
}

function addValue(places: NamedPlaces, path: TomlPath, node: AST.TOMLContentNode): void {
  add(places.values, path, node);
  if (node.type === "TOMLArray") {
    node.elements.forEach((element, index) => {
      addValue(places, [...path, index], element);
    });
  }
  if (node.type === "TOMLInlineTable") {
    for (const child of node.body) addKeyValue(places, path, child);
  }
}

function add(map: Map<string, string>, path: TomlPath, { loc }: AST.TOMLNode): void {
  const name = placeName(path);
  if (!map.has(name)) map.set(name, `${loc.start.line}:${loc.start.column + 1}`);
}

function shown(place: { readonly line: number; readonly column: number } | undefined): string {
  return place === undefined ? "" : `${place.line}:${place.column}`;
}
