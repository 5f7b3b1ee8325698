import { type AST, parseTOML } from "toml-eslint-parser";
import type { Place, Problem, TomlPath } from "./problem.ts";

export type Locate = (problem: Pick<Problem, "path" | "at">) => Place;

interface Places {
  readonly keys: Map<string, Place>;
  readonly values: Map<string, Place>;
}

/** Parses a second time, for the places, and only when the first question is asked. */
export function createLocate(text: string): Locate {
  let places: Places | undefined;
  return ({ path, at }) => {
    if (path.length === 0) return { line: 1, column: 1 };
    places ??= placesOf(text);
    return nearestPlace(places, path, at);
  };
}

/** The place of the path, or of the table that it should stand in. */
function nearestPlace(places: Places, path: TomlPath, at: Problem["at"]): Place {
  const sides = at === "key" ? [places.keys, places.values] : [places.values, places.keys];
  for (let length = path.length; length > 0; length -= 1) {
    const name = nameOf(path.slice(0, length));
    const place = sides[0]?.get(name) ?? sides[1]?.get(name);
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** The parser of the values decides what is TOML; where this one disagrees, everything is on line 1. */
function placesOf(text: string): Places {
  const places: Places = { keys: new Map(), values: new Map() };
  try {
    for (const node of parseTOML(text, { tomlVersion: "1.1" }).body[0].body) {
      if (node.type === "TOMLTable") addTable(places, node);
      else addKeyValue(places, [], node);
    }
  } catch {
    return { keys: new Map(), values: new Map() };
  }
  return places;
}

function addTable(places: Places, node: AST.TOMLTable): void {
  node.resolvedKey.forEach((_, index) => {
    addFirst(places.keys, node.resolvedKey.slice(0, index + 1), node);
  });
  for (const child of node.body) addKeyValue(places, node.resolvedKey, child);
}

function addKeyValue(places: Places, table: TomlPath, node: AST.TOMLKeyValue): void {
  const path = [...table];
  for (const key of node.key.keys) {
    path.push(key.type === "TOMLBare" ? key.name : key.value);
    addFirst(places.keys, path, key);
  }
  addValue(places, path, node.value);
}

/** The nesting of values is bounded before any parser sees the text. */
function addValue(places: Places, path: TomlPath, node: AST.TOMLContentNode): void {
  addFirst(places.values, path, node);
  if (node.type === "TOMLArray") {
    node.elements.forEach((element, index) => {
      addValue(places, [...path, index], element);
    });
  }
  if (node.type === "TOMLInlineTable") {
    for (const child of node.body) addKeyValue(places, path, child);
  }
}

function addFirst(map: Map<string, Place>, path: TomlPath, { loc }: AST.TOMLNode): void {
  const name = nameOf(path);
  if (!map.has(name)) map.set(name, { line: loc.start.line, column: loc.start.column + 1 });
}

function nameOf(path: TomlPath): string {
  return JSON.stringify(path);
}
