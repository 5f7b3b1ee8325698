import { RE2JS, RE2JSException } from "re2js";
import type { CliAssertion, JsonScalar } from "../model/check.ts";
import type { FileText } from "../ports/folder-files.ts";
import { diffLines } from "./diff-lines.ts";
import type { ErrorKind } from "./error-kind.ts";
import { lookUpPath, nameOf } from "./json-path.ts";
import type { EndedProgram } from "./run-check.ts";

const QUOTED_CHARACTERS_MAX = 200;

/** Whether a statement about a finished call holds. */
export type AssertionVerdict =
  | { readonly kind: "holds" }
  | BrokenAssertion
  | { readonly kind: "error"; readonly error: ErrorKind; readonly message: string };

/** Why it does not; `details` are lines to act on. */
export interface BrokenAssertion {
  readonly kind: "broken";
  readonly message: string;
  readonly seen: string;
  readonly wanted: string;
  readonly file?: string;
  readonly details?: string;
}

/** Golden files by their path, as they stood before the first program ran. */
export type Goldens = ReadonlyMap<string, FileText>;

type StreamAssertion = Exclude<CliAssertion, { readonly target: "exit_code" }>;

/** Holds one statement against what a call left. */
export function judgeCliAssertion(
  assertion: CliAssertion,
  program: EndedProgram,
  goldens: Goldens,
): AssertionVerdict {
  if (assertion.target === "exit_code") return judgeCode(assertion.expected, program);
  const isStdout = assertion.target === "stdout";
  if ((isStdout ? program.omittedBytes : program.stderrOmittedBytes) > 0) {
    const message = `${assertion.target} is too large to be judged: print less of it`;
    return { kind: "error", error: "cut-output", message };
  }
  return judgeStream(assertion, isStdout ? program.stdout : program.stderr, goldens);
}

function judgeCode(expected: number, { code, signal }: EndedProgram): AssertionVerdict {
  if (code === expected) return HOLDS;
  const seen = signal === undefined ? `exit code ${code}` : `ended by ${signal}`;
  return broken(`exit code ${expected}`, seen);
}

const HOLDS: AssertionVerdict = { kind: "holds" };

function broken(wanted: string, seen: string, note = ""): BrokenAssertion {
  return { kind: "broken", message: `expected ${wanted}, found ${seen}${note}`, seen, wanted };
}

function judgeStream(assertion: StreamAssertion, text: string, goldens: Goldens): AssertionVerdict {
  const { target } = assertion;
  switch (assertion.match) {
    case "equals": {
      const { expected } = assertion;
      if (text === expected) return HOLDS;
      const wanted = `${target} to be exactly ${quote(expected)}`;
      return broken(wanted, quote(text), hintOn(text, expected));
    }
    case "contains":
      return text.includes(assertion.expected)
        ? HOLDS
        : broken(`${target} to contain ${quote(assertion.expected)}`, quote(text));
    case "regex":
      return judgeRegex(target, assertion.expected, text);
    case "json_path":
      return judgePath(assertion, text);
    case "golden":
      return judgeGolden(assertion, text, goldens);
  }
}

function quote(text: string): string {
  const cut = text.length > QUOTED_CHARACTERS_MAX;
  const shown = JSON.stringify(text.slice(0, QUOTED_CHARACTERS_MAX));
  return cut ? `${shown} and ${text.length - QUOTED_CHARACTERS_MAX} more characters` : shown;
}

/** The differences that nobody sees. */
function hintOn(found: string, expected: string): string {
  if (found.replaceAll("\r\n", "\n") === expected.replaceAll("\r\n", "\n")) {
    return "; only the line ends differ (CRLF)";
  }
  return found.trimEnd() === expected.trimEnd() ? "; only white space at the end differs" : "";
}

function judgeRegex(target: string, regex: string, text: string): AssertionVerdict {
  try {
    return RE2JS.compile(regex).test(text)
      ? HOLDS
      : broken(`${target} to match ${regex}`, quote(text));
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const message = `regex ${regex}: ${error.message}; expected RE2 syntax, without look-around and back-references`;
    return { kind: "error", error: "bad-check", message };
  }
}

interface PathAssertion {
  readonly target: string;
  readonly path: string;
  readonly expected: JsonScalar;
}

function judgePath({ target, path, expected }: PathAssertion, text: string): AssertionVerdict {
  const wanted = `${path} of ${target} to be ${JSON.stringify(expected)}`;
  const parsed = parseJson(text);
  if (parsed === undefined) return broken(wanted, `no JSON but ${quote(text)}`);
  const found = lookUpPath(parsed.document, path);
  if (found.kind === "problem") {
    return found.permanent
      ? { kind: "error", error: "bad-check", message: found.message }
      : broken(wanted, found.message);
  }
  const { value } = found;
  if (typeof value === "object" && value !== null) return broken(wanted, nameOf(value));
  // A goal-file may write the number 5 as text.
  const isSame = value === expected || String(value) === String(expected);
  return isSame ? HOLDS : broken(wanted, quote(JSON.stringify(value)));
}

function parseJson(text: string): { readonly document: unknown } | undefined {
  try {
    return { document: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}

function judgeGolden(
  { target, golden }: { readonly target: string; readonly golden: string },
  text: string,
  goldens: Goldens,
): AssertionVerdict {
  const file = goldens.get(golden) ?? { kind: "absent" };
  if (file.kind !== "read") {
    const why = file.kind === "absent" ? "it is not in the repository" : file.reason;
    const message = `golden file ${golden}: ${why}; commit what ${target} has to be, a person decides it`;
    return { kind: "error", error: "no-baseline", message };
  }
  if (file.text === text) return HOLDS;
  return {
    ...broken(`${target} to equal ${golden}`, "another text", hintOn(text, file.text)),
    file: golden,
    details: diffLines(file.text, text),
  };
}
