import { describe, expect, test } from "vitest";
import { parseQuery, QuerySyntaxError } from "./parse-query.ts";

describe("parseQuery()", () => {
  test("reads aliases, arguments of every kind, variables and nested selections", () => {
    const text = `
      # What is asked.
      query Read($owner: String!, $count: Int = 3) {
        first: repository(owner: $owner, name: "a\\"b") {
          list(count: $count, order: {field: NAME, by: [1, -2.5]}, open: true, after: null) { id }
        }
      }`;
    expect(parseQuery(text, { owner: "octocat", count: 2 })).toEqual({
      kind: "query",
      selections: [
        {
          name: "repository",
          key: "first",
          args: { owner: "octocat", name: 'a"b' },
          selections: [
            {
              name: "list",
              key: "list",
              args: {
                count: 2,
                order: { field: "NAME", by: [1, -2.5] },
                open: true,
                after: undefined,
              },
              selections: [{ name: "id", key: "id", args: {}, selections: [] }],
            },
          ],
        },
      ],
    });
  });

  test("a fragment with a type is read as what it contains", () => {
    const { selections } = parseQuery("{ node { ... on Commit { oid } id } }", {});
    expect(selections[0]?.selections.map((it) => it.name)).toEqual(["oid", "id"]);
  });

  test.each([
    ["not a token", "{ a ; b }"],
    ["an open brace", "{ a { b }"],
    ["no colon", "{ a(b 1) }"],
  ])("%s is a syntax error", (_name, text) => {
    expect(() => parseQuery(text, {})).toThrow(QuerySyntaxError);
  });
});
