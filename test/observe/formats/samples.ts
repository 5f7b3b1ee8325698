import type { FindingsFormat } from "../../../src/model/check.ts";
import type {
  ReportedFinding,
  ReportReader,
} from "../../../src/observe/formats/findings-reader.ts";
import { openFindings } from "../../../src/observe/formats/open-findings.ts";
import { openJunit } from "../../../src/observe/formats/open-junit.ts";

/** Where the observed files stand in these reports. */
export const FOLDER = "/work/repository";

/** What a reader made of a report. */
export interface Reading {
  readonly findings: readonly ReportedFinding[];
  readonly problem: string | undefined;
}

export type Open = (onFinding: (finding: ReportedFinding) => void) => ReportReader;

/** Reads pieces one after the other. */
export function readPieces(open: Open, pieces: readonly string[]): Reading {
  const findings: ReportedFinding[] = [];
  const reader = open((finding) => findings.push(finding));
  for (const piece of pieces) reader.write(piece);
  return { findings, problem: reader.end() };
}

function opener(format: FindingsFormat): Open {
  return (onFinding) => openFindings(format, onFinding, { folder: FOLDER });
}

/** Reads a whole report of one format. */
export function readReport(format: FindingsFormat, text: string): Reading {
  return readPieces(opener(format), [text]);
}

/** A SARIF document with these results in one run. */
export function sarif(results: readonly unknown[], run: object = {}): string {
  const tool = { driver: { name: "scanner", rules: [] } };
  return JSON.stringify({ version: "2.1.0", runs: [{ tool, ...run, results }] });
}

const MATCHER: FindingsFormat = {
  kind: "problem_matcher",
  patterns: [
    { regexp: "^(\\S+):$", file: 1, loop: false },
    {
      regexp: "^\\s+(\\d+):(\\d+)\\s+(\\w+)\\s+(.*)\\s\\s+(.*)$",
      line: 1,
      column: 2,
      severity: 3,
      message: 4,
      code: 5,
      loop: true,
    },
  ],
};

const SARIF = JSON.stringify(
  {
    version: "2.1.0",
    runs: [
      {
        results: [
          {
            ruleIndex: 0,
            message: { text: 'Ünused "x" 🎉\n' },
            partialFingerprints: { primaryLocationLineHash: "abc:1" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "src/a%20b.js", uriBaseId: "ROOT" },
                  region: { startLine: 3, startColumn: 5 },
                },
              },
            ],
          },
          { ruleId: "other", level: "error", message: { text: "two" } },
        ],
        originalUriBaseIds: { ROOT: { uri: `file://${FOLDER}/` } },
        tool: {
          driver: { name: "t", rules: [{ id: "no-x", defaultConfiguration: { level: "note" } }] },
        },
      },
    ],
  },
  undefined,
  2,
);

const JUNIT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all"><testsuite name="s" tests="4">
<testcase time="0.1" name="adds &lt;two&gt;" classname="src/a.test.ts"><failure type="E" message="1 &amp; 2"><![CDATA[at ${FOLDER}/src/a.test.ts:7:9]]></failure></testcase>
<testcase name="ok" classname="a"/><testcase name="later" classname="a"><skipped/></testcase>
<testsuite name="inner"><testcase classname="pkg.CalcTest" name="subtracts"><error>
at org.junit.Assert.fail(Assert.java:86)
at pkg.CalcTest.subtracts(CalcTest.java:12)</error><system-out>&#x1F600; out</system-out></testcase></testsuite>
</testsuite></testsuites>
`;

/** A report of each format, with something hard in it. */
export const SAMPLES: readonly (readonly [string, Open, string])[] = [
  ["sarif", opener({ kind: "sarif" }), `> banner\n[info] x\n${SARIF}\n1 issue.\n`],
  [
    "junit",
    (onFinding) =>
      openJunit((toFinding) => onFinding({ ...toFinding(), fingerprint: "" }), { folder: FOLDER }),
    `> banner\n${JUNIT}`,
  ],
  [
    "eslint",
    opener({ kind: "eslint" }),
    JSON.stringify([
      {
        filePath: `${FOLDER}/a.js`,
        messages: [{ ruleId: "semi", severity: 2, message: "é;", line: 1, column: 2 }],
      },
      { filePath: `${FOLDER}/b.js`, messages: [{ ruleId: null, severity: 1, message: "m" }] },
    ]),
  ],
  [
    "golangci",
    opener({ kind: "golangci" }),
    '{"Issues":[{"FromLinter":"errcheck","Text":"unchecked","Severity":"","Pos":{"Filename":"a.go","Line":3,"Column":2}}],"Report":{"Linters":[]}}\n1 issues:\n* errcheck: 1\n',
  ],
  [
    "checkstyle",
    opener({ kind: "checkstyle" }),
    `<?xml version="1.0"?>\n<checkstyle version="8"><file name="${FOLDER}/A.java"><error message="m &#233;" source="s.R" severity="warning" column="2" line="1"/></file></checkstyle>\n`,
  ],
  [
    "tsc",
    opener({ kind: "tsc" }),
    `app/(group)/page.tsx(1,2): error TS2322: no\r\n\u001B[96msrc/b.ts\u001B[0m:\u001B[93m3\u001B[0m:\u001B[93m4\u001B[0m - \u001B[91merror\u001B[0m\u001B[90m TS7006: \u001B[0mimplicit\n\n3 code\nerror TS18003: No inputs were found.\n`,
  ],
  [
    "mypy",
    opener({ kind: "mypy" }),
    'a.py:1: error: Bad "x"  [name-defined]\na.py:1: note: see\nb.py:2:5: error: no code\nFound 2 errors in 2 files (checked 2 source files)\n',
  ],
  [
    "dialyzer",
    opener({ kind: "dialyzer" }),
    "lib/a.ex:3:7:no_return\nFunction x/0 has no local return.\nsrc/b.erl:12:5: Function y/0 has no local return\n",
  ],
  [
    "problem matcher",
    opener(MATCHER),
    "a.js:\n  1:2  error  Missing semicolon  semi\n  3:4  warning  Odd  odd\n\nb.js:\n  5:6  error  No  no\n",
  ],
];

/** What they hold, as file, place, level, rule and message. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  sarif: ['src/a b.js:3:5 note no-x Ünused "x" 🎉\n', "error other two"],
  junit: [
    "src/a.test.ts:7:9 error adds <two>: 1 & 2",
    "CalcTest.java:12 error pkg.CalcTest: subtracts: at org.junit.Assert.fail(Assert.java:86) at pkg.CalcTest.subtracts(CalcTest.java:12)",
  ],
  eslint: ["a.js:1:2 error semi é;", "b.js warning m"],
  golangci: ["a.go:3:2 error errcheck unchecked"],
  checkstyle: ["A.java:1:2 warning s.R m é"],
  tsc: [
    "app/(group)/page.tsx:1:2 error TS2322 no",
    "src/b.ts:3:4 error TS7006 implicit",
    "error TS18003 No inputs were found.",
  ],
  mypy: ['a.py:1 error name-defined Bad "x"', "b.py:2:5 error no code"],
  dialyzer: [
    "lib/a.ex:3:7 warning no_return no_return",
    "src/b.erl:12:5 warning Function y/0 has no local return",
  ],
  "problem matcher": [
    "a.js:1:2 error semi Missing semicolon",
    "a.js:3:4 warning odd Odd",
    "b.js:5:6 error no No",
  ],
};
