import type { BrowserCheck } from "./browser-check.ts";
import type { IntegrationLevel } from "./integration.ts";

/** How a predicate is evaluated; `provider` is the tag. */
export type Check =
  | CustomScript
  | TestRunner
  | HttpProbe
  | ProdLog
  | BrowserCheck
  | Metrics
  | Ratchet
  | Static
  | Coverage
  | Property
  | Mutation
  | Cve
  | Cli
  | NoStubs
  | DocsUpdated
  | Gherkin
  | Landed
  | ScopeGuard
  | NotBuilt;

/** A program without a shell: `command` is one executable, `args` are passed as they are. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Any program whose ending or output is the verdict. */
export interface CustomScript extends Invocation {
  readonly provider: "custom_script";
  readonly verdict: ScriptVerdict;
  /** Exit codes that mean "could not be evaluated"; looked at before the verdict. */
  readonly errorCodes: readonly number[];
  readonly mergeStderr: boolean;
  /** What the output is read as, for the findings; never moves the verdict. Absent means raw. */
  readonly evidenceFormat?: EvidenceFormat;
  /** A file of the checkout that the findings are read from instead of standard output. */
  readonly report?: string;
}

/** The shapes of a report that evidence is taken from. */
export type EvidenceFormat = "raw" | "json" | "sarif" | "junit";

/** The rule that turns a finished program into pass or fail. */
export type ScriptVerdict =
  | { readonly kind: "exit_zero" }
  | {
      readonly kind: "exit_code";
      readonly passCodes: readonly number[];
      readonly failCodes: readonly number[];
    }
  | { readonly kind: "json"; readonly path: string; readonly passWhen: Comparison }
  | { readonly kind: "match_count"; readonly regex: string; readonly passWhen: Comparison };

/** `observed <operator> number`. */
export interface Comparison {
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
  readonly number: number;
}

/** Which way a number gets better. */
export type Direction = "higher_better" | "lower_better";

/** A test suite: exit 0 and at least one test that really ran. */
export interface TestRunner extends Invocation {
  readonly provider: "test_runner";
  /** JUnit XML that the runner writes: a glob of files in the checkout. */
  readonly report?: string;
}

/** A running service that must answer as stated. */
export interface HttpProbe {
  readonly provider: "http_probe";
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Absent means any 2xx. */
  readonly expectStatus?: number;
  readonly expectBody?: string;
  readonly bodyMatch: "contains" | "exact";
  /** Consecutive answers that must all hold. */
  readonly samples: number;
  readonly intervalMs: number;
  /** Redirects that are followed; 0 judges the redirect itself. */
  readonly redirectsMax: number;
  readonly tls: TlsTrust;
  /** Hosts on private addresses that may be asked; every other private address is refused. */
  readonly allowHosts: readonly string[];
}

/** Whether a certificate has to be trusted. */
export type TlsTrust = "verify" | "insecure";

/** A query over recent logs: errors of the server and panics are counted in what it prints. */
export interface ProdLog extends Invocation {
  readonly provider: "prod_log";
  readonly windowMinutes?: number;
  readonly max5xx: number;
  readonly serverErrorRegex: string;
  readonly panicRegex: string;
  /** Lines that name the route are told apart; `window` is a label. */
  readonly correlate?: { readonly route: string; readonly window?: number };
}

/** A number that a Prometheus server answers. */
export interface Metrics {
  readonly provider: "metrics";
  /** Base address of the server; absent means that there is nothing to ask. */
  readonly queryUrl?: string;
  readonly question: MetricsQuestion;
  readonly window?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the secret that is sent as bearer token. */
  readonly bearerSecret?: string;
  readonly tls: TlsTrust;
  readonly allowHosts: readonly string[];
}

/** What is asked, and when the answer is good. */
export type MetricsQuestion =
  | {
      readonly kind: "scalar";
      readonly query: string;
      /** How several series become one verdict; `every` judges each. */
      readonly aggregate: "every" | "sum" | "avg" | "min" | "max";
      readonly passWhen: Comparison;
      readonly direction: Direction;
    }
  | {
      readonly kind: "quantile";
      readonly query: string;
      /** 0 to 1. */
      readonly quantile: number;
      readonly passWhen: Comparison;
      readonly direction: Direction;
    }
  | { readonly kind: "burn_rate"; readonly windows: readonly BurnWindow[] };

/** Fires when both queries reach the threshold. */
export interface BurnWindow {
  readonly long: string;
  readonly short: string;
  readonly threshold: number;
}

/** A program that prints a number, alone or at a path of its JSON. */
export interface Measure extends Invocation {
  readonly path?: string;
  readonly timeoutMs?: number;
}

/** What a number is compared with. `ref` is looked at as it was when the work began. */
export type BaselineSource =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "stored" }
  | { readonly kind: "ref"; readonly ref: string };

/** A number that may get better and not worse. */
export interface Ratchet {
  readonly provider: "ratchet";
  readonly metric: Measure;
  readonly baseline: BaselineSource;
  readonly direction: Direction;
  readonly allowedRegression: number;
}

/** An analyzer: no finding, or none that was not known before. */
export interface Static extends Invocation {
  readonly provider: "static";
  readonly format: FindingsFormat;
  /** A file of the checkout that holds the findings; absent means standard output. */
  readonly report?: string;
  /** Absent means that every finding counts. */
  readonly baseline?: BaselineSource;
  readonly allowedRegression: number;
  readonly mergeStderr: boolean;
  readonly errorCodes: readonly number[];
}

/** What an analyzer prints. */
export type FindingsFormat =
  | { readonly kind: FindingsFormatName }
  | { readonly kind: "problem_matcher"; readonly patterns: readonly MatcherPattern[] };

/** The formats that need no description. */
export type FindingsFormatName =
  | "sarif"
  | "dialyzer"
  | "tsc"
  | "eslint"
  | "checkstyle"
  | "golangci"
  | "mypy";

/** One line of a GitHub problem matcher; numbers are capture groups. */
export interface MatcherPattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
  readonly loop: boolean;
}

/** Two ratchets: the lines of the change against a target, the whole against what it was. */
export interface Coverage {
  readonly provider: "coverage";
  readonly patch: Measure;
  readonly target: number;
  readonly project?: Measure;
  readonly projectBaseline: BaselineSource;
  readonly projectAllowedRegression: number;
}

/** A property-based test suite; a counterexample is a failure. */
export interface Property extends Invocation {
  readonly provider: "property";
  readonly testsWanted: number;
  readonly mergeStderr: boolean;
}

/** A mutation tester: the share of killed mutants reaches the threshold. */
export interface Mutation extends Invocation {
  readonly provider: "mutation";
  /** At least 0 and less than 1. */
  readonly threshold: number;
  readonly score:
    | { readonly kind: "score"; readonly path: string }
    | { readonly kind: "counts"; readonly killedPath: string; readonly survivedPath: string };
  readonly survivorsPath?: string;
  readonly mergeStderr: boolean;
}

/** A scanner for known vulnerabilities. */
export interface Cve extends Invocation {
  readonly provider: "cve";
  readonly tool: "govulncheck" | "trivy" | "grype" | "npm_audit";
  /** Path of the count in the JSON; absent for govulncheck, which is counted by reachable findings. */
  readonly countPath?: string;
  readonly baseline: BaselineSource;
  readonly allowedRegression: number;
}

/** A command line program that must behave as stated, once or as a script of calls. */
export interface Cli {
  readonly provider: "cli";
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  /** One call unless it is a script. */
  readonly calls: readonly CliCall[];
  readonly isScript: boolean;
  readonly samples: number;
}

/** One call and what must hold of it. */
export interface CliCall {
  readonly args: readonly string[];
  readonly assertions: readonly CliAssertion[];
}

/** One statement about a finished call. `golden` is a file of the checkout. */
export type CliAssertion =
  | { readonly target: "exit_code"; readonly expected: number }
  | {
      readonly target: "stdout" | "stderr";
      readonly match: "equals" | "contains" | "regex";
      readonly expected: string;
    }
  | {
      readonly target: "stdout" | "stderr";
      readonly match: "json_path";
      readonly path: string;
      readonly expected: JsonScalar;
    }
  | {
      readonly target: "stdout" | "stderr";
      readonly match: "golden";
      readonly golden: string;
    };

/** What a single place of a document may hold. */
export type JsonScalar = string | number | boolean | null;

/** No unfinished work among the lines that were added. */
export interface NoStubs {
  readonly provider: "no_stubs";
  /** Words, in any case of letters. */
  readonly patterns: readonly string[];
  readonly exclude: readonly string[];
}

/** A change of the surface comes with a change of the documents. */
export interface DocsUpdated {
  readonly provider: "docs_updated";
  /** Regexes of paths; empty means the usual ones. */
  readonly surfacePatterns: readonly string[];
  readonly docPatterns: readonly string[];
}

/** One scenario of a feature file, judged by the report of its runner. */
export interface Gherkin {
  readonly provider: "gherkin";
  /** Path of the feature file in the repository. */
  readonly feature: string;
  readonly featureName: string;
  readonly scenario: string;
  /** Which row of its examples, from 0; absent for a plain scenario. */
  readonly row?: number;
  /** The values of that row by column: some runners put them into the name that they report. */
  readonly example?: Readonly<Record<string, string>>;
  /** Line of the scenario, or of its row, in the feature file; tells scenarios of one name apart. */
  readonly line?: number;
  /** Absent runners are an `unknown`, as in the original. */
  readonly runner?: Invocation;
  readonly verdictFormat: "cucumber_json" | "scenario_map";
  /** A file of the checkout that holds the report; absent means standard output. */
  readonly report?: string;
}

/** Added by kazi: the result has travelled as far as `[integration].mode` says. */
export interface Landed {
  readonly provider: "landed";
  readonly wanted: IntegrationLevel;
}

/** Added by kazi for `[scope].deny`: nobody changed what nobody may change. */
export interface ScopeGuard {
  readonly provider: "scope_guard";
  readonly deny: readonly string[];
}

/** A provider of the original that loads, is shown, and is never evaluated. */
export interface NotBuilt {
  readonly provider: "not_built";
  /** The provider as the goal-file names it. */
  readonly named: string;
  /** What to use instead, one sentence. */
  readonly instead: string;
}
