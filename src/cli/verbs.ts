/** One verb of the command line: the source of its parsing and of its help. */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly operandsMin: number;
  readonly operandsMax: number;
  readonly options: readonly Option[];
}

/** One option; those with a `value` take one, named like it. */
export interface Option {
  readonly name: string;
  readonly value?: string;
  readonly summary: string;
}

const WORKSPACE: Option = {
  name: "workspace",
  value: "dir",
  summary: "a folder of the git repository to work on (default: the current folder)",
};
const JSON_OPTION: Option = { name: "json", summary: "print one JSON object and nothing else" };

/** Everything that the command line can do. */
export const VERBS: readonly Verb[] = [
  {
    name: "apply",
    usage: "apply <goal-file> [options]",
    summary: "approve the goal-file as it is now and work until it converges or honestly cannot",
    operandsMin: 1,
    operandsMax: 1,
    options: [
      WORKSPACE,
      {
        name: "harness",
        value: "id",
        summary: "the agent: claude, codex, opencode, gemini_cli, scripted",
      },
      { name: "model", value: "name", summary: "the model that the agent is asked to use" },
      { name: "check", summary: "observe once, dispatch and record nothing; exit 0 if all passes" },
      {
        name: "in-place",
        summary: "keep work on the checked-out branch instead of one of its own",
      },
      { name: "standing", summary: "keep watching when it holds, until interrupted" },
      JSON_OPTION,
      { name: "stream", summary: "with --json: one object an iteration before the last one" },
    ],
  },
  {
    name: "lint",
    usage: "lint [goal-file]... [options]",
    summary:
      "read goal-files (default: all below .kazi), name every problem with its place and run nothing",
    operandsMin: 0,
    operandsMax: 1_000,
    options: [
      { name: "strict", summary: "a warning counts as an error" },
      JSON_OPTION,
      { name: "sarif", summary: "print a SARIF 2.1.0 log, for code scanning and editors" },
      {
        name: "format",
        value: "name",
        summary: "github: commands to the runner of a workflow, which shows them beside the lines",
      },
    ],
  },
  {
    name: "schema",
    usage: "schema [kind] [--json]",
    summary: "show the keys of a goal-file, of one table or provider, or of a JSON result",
    operandsMin: 0,
    operandsMax: 1,
    options: [{ name: "json", summary: "print it as JSON Schema (draft 7), for programs" }],
  },
  {
    name: "status",
    usage: "status [goal] [options]",
    summary: "show all runs of a repository, or one in full",
    operandsMin: 0,
    operandsMax: 1,
    options: [WORKSPACE, JSON_OPTION],
  },
  {
    name: "ledger",
    usage: "ledger show <goal> | ledger verify [goal]",
    summary: "print a run's record, or replay records and say whether they are whole",
    operandsMin: 1,
    operandsMax: 2,
    options: [WORKSPACE, JSON_OPTION],
  },
  {
    name: "version",
    usage: "version",
    summary: "print the version",
    operandsMin: 0,
    operandsMax: 0,
    options: [JSON_OPTION],
  },
  {
    name: "help",
    usage: "help [--json]",
    summary: "print this",
    operandsMin: 0,
    operandsMax: 1,
    options: [JSON_OPTION],
  },
];
