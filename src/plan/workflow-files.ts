import { dump } from "js-yaml";
import { PINNED_RELEASES } from "./pinned-actions.ts";
import {
  HOSTED_RUNNER,
  MODEL_SECRETS,
  TRUSTED_PERMISSIONS,
  WORK_MINUTES,
  workflowJobs,
  type YamlMap,
} from "./workflow-jobs.ts";
import type { WorkflowRequest } from "./workflow-request.ts";

const PATH = ".github/workflows/kazi.yml";

/** The workflow files of a repository, by path. One source for all forms, so that they cannot drift apart. */
export function workflowFiles(request: WorkflowRequest): ReadonlyMap<string, string> {
  requireShape(request);
  return new Map([[PATH, textOf(request)]]);
}

/** Both stand unquoted in the files, so they are held to the letter. */
function requireShape({ address, sha }: WorkflowRequest): void {
  if (!/^[\w.-]+\/[\w.-]+$/.test(address)) {
    throw new Error(`expected the address of the Action as owner/repo, found ${address}`);
  }
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    throw new Error(`expected a commit as 40 hexadecimal characters, found ${sha}`);
  }
}

function textOf(request: WorkflowRequest): string {
  switch (request.form) {
    case "files":
      return render(HEADER, {
        name: "kazi",
        "run-name": RUN_NAME,
        on: triggers(request),
        permissions: {},
        concurrency: CONCURRENCY,
        jobs: workflowJobs(request),
      });
    case "reusable":
      return render(HEADER, {
        name: "kazi",
        on: { workflow_call: calledWith(request) },
        permissions: {},
        concurrency: CONCURRENCY,
        jobs: workflowJobs(request),
      });
    case "caller":
      return renderCaller(request);
  }
}

const HEADER = `# One run of this workflow is one iteration of one goal. Written by kazi; change it as you like, but
# keep the split: the jobs that hold a write token run nothing of the repository, and the other way round.
`;
const RUN_NAME = "kazi ${{ inputs.goal || github.event_name }}";

/** Iterations of one goal queue up and none of them is dropped; other events never wait for one. */
const CONCURRENCY: YamlMap = {
  group: "kazi-${{ inputs.goal || github.run_id }}",
  queue: "max",
  "cancel-in-progress": false,
};

/** `edited`, because another base can bring other goal-files with the same head. */
const PULL_TYPES: readonly string[] = [
  "opened",
  "synchronize",
  "reopened",
  "ready_for_review",
  "edited",
  "closed",
];

const INPUTS: YamlMap = {
  goal: {
    description: "Path of the goal-file from the root of the repository",
    required: true,
    type: "string",
  },
  pull: {
    description: "Number of the pull request that the goal-file is in; empty on the default branch",
    default: "",
    type: "string",
  },
  approval: {
    description: "Where the approval stands: comment:<id> or commit:<sha>; empty to go on",
    default: "",
    type: "string",
  },
};

function triggers({ app, defaultBranch }: WorkflowRequest): YamlMap {
  const dispatch = { workflow_dispatch: { inputs: INPUTS } };
  if (app !== undefined) return dispatch;
  const branches = defaultBranch === undefined ? {} : { branches: [defaultBranch] };
  return {
    ...dispatch,
    pull_request: { types: PULL_TYPES },
    issue_comment: { types: ["created"] },
    push: { ...branches, paths: [".kazi/**"] },
    merge_group: { types: ["checks_requested"] },
    schedule: [{ cron: "17 * * * *" }],
  };
}

/** Events reach the called workflow through its caller, with everything that they carry but the inputs. */
function calledWith({ modelSecrets = MODEL_SECRETS }: WorkflowRequest): YamlMap {
  return {
    inputs: {
      goal: { type: "string", default: "" },
      pull: { type: "string", default: "" },
      approval: { type: "string", default: "" },
      "runs-on": {
        description: "A hosted runner for the two jobs that run code of the repository",
        type: "string",
        default: HOSTED_RUNNER,
      },
      "timeout-minutes": {
        description: "For each of these two jobs",
        type: "number",
        default: WORK_MINUTES,
      },
    },
    secrets: Object.fromEntries(modelSecrets.map((name) => [name, { required: false }])),
  };
}

function render(header: string, workflow: YamlMap): string {
  const yaml = dump(workflow, { lineWidth: -1, noRefs: true, quoteStyle: "double" });
  return `${header}${withRemarks(spaced(yaml))}`;
}

/** A blank line before each part and each job but the first ones; `on` needs no quotes in GitHub's YAML. */
function spaced(yaml: string): string {
  return yaml
    .replace('\n"on":', "\non:")
    .replaceAll(/\n(?=(?:on|permissions|concurrency|jobs):)/g, "\n\n")
    .replaceAll(/(?<!\njobs:)\n(?= {2}(?:claim|dispatch|observe|land):\n)/g, "\n\n");
}

/** What js-yaml cannot write: releases of pinned commits, reasons of permissions, answers to a linter. */
function withRemarks(yaml: string): string {
  return yaml
    .replaceAll(/(uses: )(\S+)$/gm, (line, _key: string, action: string) =>
      withRemark(line, PINNED_RELEASES.get(action)),
    )
    .replaceAll(/^ {6}([a-z-]+): write$/gm, (line, name: string) =>
      withRemark(line, PERMISSION_REASONS.get(name)),
    )
    .replace(/^ {2}issue_comment:$/m, (line) => withRemark(line, COMMENTS_ARE_DATA));
}

function withRemark(line: string, remark: string | undefined): string {
  return remark === undefined ? line : `${line} # ${remark}`;
}

const PERMISSION_REASONS: ReadonlyMap<string, string> = new Map([
  ["actions", "starts the next iteration"],
  ["checks", "shows the evidence"],
  ["contents", "keeps the ledger and the work"],
  ["issues", "talks in comments"],
  ["pull-requests", "opens the pull request of the work"],
  ["statuses", "is the gate"],
]);

/** The rule asks whether code of strangers can run; here a comment is read, and no job with a secret checks it out. */
const COMMENTS_ARE_DATA =
  "zizmor: ignore[dangerous-triggers] the job reads the comment and runs no code of the repository";

/** Written by hand, because a trial should fit on a screen. */
function renderCaller({ address, sha }: WorkflowRequest): string {
  const permissions = Object.entries(TRUSTED_PERMISSIONS).map(
    ([name, access]) => `${name}: ${access}`,
  );
  return `name: kazi
on:
  workflow_dispatch:
    inputs:
      goal: { type: string, required: true, description: Path of the goal-file }
      pull: { type: string, default: "", description: Pull request that it is in }
      approval: { type: string, default: "", description: Where the approval stands }
  pull_request: { types: [${PULL_TYPES.join(", ")}] }
  issue_comment: { types: [created] } # ${COMMENTS_ARE_DATA}
  push: { paths: [".kazi/**"] }
  merge_group: { types: [checks_requested] }
  schedule: [{ cron: "17 * * * *" }]
permissions: {}
jobs:
  iteration:
    permissions: { ${permissions.join(", ")} }
    uses: ${address}/${PATH}@${sha}
    with: { goal: "\${{ inputs.goal }}", pull: "\${{ inputs.pull }}", approval: "\${{ inputs.approval }}" }
    secrets:
      ANTHROPIC_API_KEY: \${{ secrets.ANTHROPIC_API_KEY }}
`;
}
