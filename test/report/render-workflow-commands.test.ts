import { expect, test } from "vitest";
import { renderWorkflowCommands } from "../../src/report/render-workflow-commands.ts";

const issue = {
  severity: "warning",
  code: "unknown-key",
  file: ".kazi/goals/a.toml",
  line: 3,
  column: 5,
  message: "nothing reads it",
} as const;

test.each([
  [
    "an issue",
    issue,
    "::warning file=.kazi/goals/a.toml,line=3,col=5,endLine=3,title=kazi%3A unknown-key::nothing reads it",
  ],
  [
    "a suggestion",
    { ...issue, severity: "error", suggestion: "Remove it." } as const,
    "::error file=.kazi/goals/a.toml,line=3,col=5,endLine=3,title=kazi%3A unknown-key::nothing reads it. Remove it.",
  ],
  [
    "a file that would end the properties",
    { ...issue, file: "a,line=9::b%.toml" },
    "::warning file=a%2Cline=9%3A%3Ab%25.toml,line=3,col=5,endLine=3,title=kazi%3A unknown-key::nothing reads it",
  ],
  [
    "a message that would begin a command of its own",
    { ...issue, message: "a\n::stop-commands::x\r\n100%" },
    "::warning file=.kazi/goals/a.toml,line=3,col=5,endLine=3,title=kazi%3A unknown-key::a ::stop-commands::x 100%25",
  ],
])("renderWorkflowCommands() of %s is one line", (_name, given, expected) => {
  expect(renderWorkflowCommands([given])).toEqual([expected]);
});
