import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { schema } from "../../src/cli/verb-schema.ts";
import { schemaKinds } from "../../src/control/schema-report.ts";

/** What `kazi schema` says, and how it ends. */
function told(kind: string | undefined, json = false) {
  const out: string[] = [];
  const err: string[] = [];
  const printer = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    colour: false,
  };
  return { code: schema(kind, { json, printer }), out: out.join("\n"), err: err.join("\n") };
}

describe("schema()", () => {
  test("lists every kind with what it is", () => {
    const { code, out } = told(undefined);
    const silent = schemaKinds().filter((kind) => !new RegExp(`^  ${kind} +\\w`, "m").test(out));
    expect(silent).toEqual([]);
    expect(code).toBe(0);
  });

  test.each(schemaKinds())(
    "%s is shown on a page that fits a terminal, and as JSON Schema",
    (kind) => {
      const { code, out } = told(kind);
      expect(code).toBe(0);
      expect(out.split("\n").filter((line) => line.length > 140)).toEqual([]);
      const found = z.record(z.string(), z.unknown()).parse(JSON.parse(told(kind, true).out));
      expect(() => new Ajv({ strict: false }).compile(found)).not.toThrow();
    },
  );

  test("shows the keys of a table", () => {
    expect(told("defaults").out).toMatchInlineSnapshot(`
      "defaults: what holds for every predicate that says nothing else

        timeout_ms
            1 to 86,400,000
            how long a predicate may take

        concurrency
            1 to 16
            how many predicates may run programs at the same time; 4 where it is absent"
    `);
  });

  test("shows the keys of a provider, and where the others are", () => {
    expect(told("mutation").out).toMatchInlineSnapshot(`
      "mutation: the share of mutants that the tests find

        cmd  required
            text
            executable, by name or by a path in the repository

        threshold  required
            0 to less than 1
            least share of mutants that are killed, from 0 to less than 1

        args  default []
            list of texts
            arguments, passed on as they are

        env
            table of texts, or list of lists of texts
            variables of the program's environment

        score_path
            text
            JSONPath of the share

        killed_path
            text
            JSONPath of the mutants that were killed

        survived_path
            text
            JSONPath of the mutants that survived

        survivors_path
            text
            JSONPath of the survivors, to show them

        merge_stderr  default false
            true or false
            read standard error together with standard output

      Every predicate also has the keys of "kazi schema predicate"."
    `);
  });

  test("with --json alone gives the whole goal-file", () => {
    expect(told(undefined, true).out).toBe(told("goal-file", true).out);
  });

  test.each(["goal", "nope", "__proto__", "constructor"])(
    "names all kinds instead of %s",
    (kind) => {
      const { code, out, err } = told(kind);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain(`unknown kind "${kind}"; expected one of goal-file, predicate, budget`);
    },
  );
});
