import type { Counts, Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import { type Attributes, toJunitFinding } from "./junit-finding.ts";
import { openXml, type XmlHandlers } from "./open-xml.ts";

/** Reads JUnit XML as the many runners write it. */
export interface JunitReader extends ReportReader {
  /** Of all cases so far. */
  counts(): Counts;
  /** Whether a report began, whatever came of it. */
  hasBegun(): boolean;
}

/** Hears of each case that failed; what is not asked for is not made, as there may be very many. */
export type OnFailure = (toFinding: () => Finding) => void;

/** A case whose end has not come yet. */
interface OpenCase {
  readonly attributes: Attributes;
  readonly suite: Attributes;
  /** It stands for what goes wrong beside the cases. */
  readonly isSuite: boolean;
  ending: "passed" | "failed" | "skipped";
  /** What its first failure says, in short and at length. */
  message: string;
  details: string;
}

/** The words of a runner for a case that it left out. */
const LEFT_OUT = /^(?:notrun|skipped|suppressed|disabled|ignored|pending)$/i;
const BROKEN = /^(?:fail|failed|error|errored)$/i;

/** Counts the cases of a report and hands on those that failed; reruns within one case count once. */
export function openJunit(
  onFailure: OnFailure,
  { folder }: { readonly folder: string },
): JunitReader {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const cases = createCases(({ ending, attributes, suite, message, details }) => {
    if (ending === "passed" && isFile(attributes)) return;
    counts[ending] += 1;
    if (ending !== "failed") return;
    onFailure(() => toJunitFinding({ attributes, suite, message, details }, folder));
  });
  const claims = createClaims(() => counts.failed);
  const xml = openXml({
    ...cases,
    onOpen: (name, attributes) => {
      if (isSuite(name)) claims.open(attributes);
      return cases.onOpen(name, attributes);
    },
    onClose: (name, text) => {
      cases.onClose(name, text);
      if (isSuite(name)) claims.close();
    },
  });
  return {
    ...xml,
    end: () => {
      const problem = xml.end();
      if (problem !== undefined) return problem;
      return cases.isReport() ? claims.problem() : "expected JUnit, found other XML";
    },
    hasBegun: () => cases.isReport(),
    counts: () => ({ ...counts, total: counts.passed + counts.failed + counts.skipped }),
  };
}

/** Node reports a file without a single test as one that passed, under the file's name. */
function isFile({ name = "", file = "" }: Attributes): boolean {
  return name !== "" && (file === name || file.endsWith(`/${name}`));
}

function isSuite(name: string): boolean {
  return name === "testsuites" || name === "testsuite";
}

/** What suites say of themselves: failures that none of their cases shows are not to be overlooked. */
interface Claims {
  open(attributes: Attributes): void;
  close(): void;
  problem(): string | undefined;
}

function createClaims(failedSoFar: () => number): Claims {
  const suites: { readonly claimed: number; readonly failedBefore: number }[] = [];
  let problem: string | undefined;
  return {
    open: ({ failures, errors }) => {
      suites.push({ claimed: toCount(failures) + toCount(errors), failedBefore: failedSoFar() });
    },
    close: () => {
      const suite = suites.pop();
      // One case may be a failure and an error, so the numbers need not be the same.
      if (suite === undefined || suite.claimed === 0) return;
      if (failedSoFar() > suite.failedBefore) return;
      problem ??= `a suite claims ${suite.claimed} failures or errors, and no case of it shows one`;
    },
    problem: () => problem,
  };
}

function toCount(digits = ""): number {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
}

function createCases(onCase: (ended: OpenCase) => void): XmlHandlers & { isReport(): boolean } {
  const suites: Attributes[] = [];
  let open: OpenCase | undefined;
  let isReport = false;

  function close(ended: OpenCase): void {
    open = undefined;
    onCase(ended);
  }
  return {
    isReport: () => isReport,
    opens: /^\s*<(?:\?xml|!|testsuites?\b)/,
    onName: (name) => {
      isReport ||= isSuite(name);
    },
    onOpen: (name, attributes) => {
      if (name === "testsuite") suites.push(attributes);
      else if (name === "testcase") open = openCase(attributes, suites.at(-1));
      else if (isFailure(name)) {
        // Beside the cases it says that the suite itself could not be loaded.
        open ??= openCase(undefined, suites.at(-1));
        return noteFailure(open, attributes);
      } else if (isSkip(name) && open?.ending === "passed") open.ending = "skipped";
      return false;
    },
    onClose: (name, text) => {
      if (name === "testsuite") suites.pop();
      if (open === undefined) return;
      if (name === "testcase") close(open);
      else if (isFailure(name)) {
        if (open.details === "") open.details = text;
        if (open.isSuite) close(open);
      }
    },
  };
}

function isFailure(name: string): boolean {
  return name === "failure" || name === "error";
}

function isSkip(name: string): boolean {
  return name === "skipped" || name === "disabled";
}

function openCase(own: Attributes | undefined, suite: Attributes = {}): OpenCase {
  const { status = "", result = "" } = own ?? {};
  const isLeftOut = LEFT_OUT.test(status) || LEFT_OUT.test(result);
  const ending = BROKEN.test(status) ? "failed" : "passed";
  return {
    attributes: own ?? suite,
    suite,
    isSuite: own === undefined,
    ending: isLeftOut ? "skipped" : ending,
    message: "",
    details: "",
  };
}

/** Whether its text is wanted: what the first failure says is enough. */
function noteFailure(open: OpenCase, { message = "", type = "" }: Attributes): boolean {
  const isFirst = open.message === "" && open.details === "";
  open.ending = "failed";
  if (isFirst) open.message = message === "" ? type : message;
  return isFirst;
}
