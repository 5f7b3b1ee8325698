import { PINNED_ACTIONS } from "./pinned-actions.ts";
import type { WorkflowRequest } from "./workflow-request.ts";

/** A step, a job or a trigger: what js-yaml writes down. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };
export type YamlMap = { readonly [key: string]: Yaml };

export const HOSTED_RUNNER = "ubuntu-latest";
/** The two hours that a goal may run when it says nothing, and the time around them. */
export const WORK_MINUTES = 150;
/** Keys that the agents know by these names. */
export const MODEL_SECRETS: readonly string[] = [
  "ANTHROPIC_API_KEY",
  "CLAUDE_CODE_OAUTH_TOKEN",
  "CODEX_API_KEY",
  "GEMINI_API_KEY",
  "OPENAI_API_KEY",
  "OPENROUTER_API_KEY",
];

/** Reading and writing for the jobs that execute nothing of the repository. */
export const TRUSTED_PERMISSIONS: Readonly<Record<string, "write">> = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  "pull-requests": "write",
  statuses: "write",
};

const WORK_PERMISSIONS: YamlMap = { contents: "read" };
const DOCUMENTS = "${{ runner.temp }}/kazi";
const SETUP = ".github/actions/kazi-setup";
const OWN_ACTION = ".kazi-action";

/** The jobs of one iteration, and without an App the one that answers all other events. */
export function workflowJobs(request: WorkflowRequest): YamlMap {
  return {
    ...(request.app === undefined ? { control: controlJob(request) } : {}),
    claim: claimJob(request),
    dispatch: dispatchJob(request),
    observe: observeJob(request),
    land: landJob(request),
  };
}

function controlJob(request: WorkflowRequest): YamlMap {
  return {
    if: HEARD,
    ...trusted(request, 10),
    steps: [...ownAction(request), kaziStep(request, { phase: "control" })],
  };
}

/** What control hears at all: a fork's token writes nothing, new words change nothing, a bot commands nothing. */
const HEARD = [
  "github.event_name == 'schedule'",
  "github.event_name == 'merge_group'",
  "(github.event_name == 'push' && github.ref_name == github.event.repository.default_branch)",
  "(github.event_name == 'pull_request' && github.event.pull_request.head.repo.id == github.event.repository.id && (github.event.action != 'edited' || github.event.changes.base != null))",
  "(github.event_name == 'issue_comment' && github.event.comment.user.type != 'Bot' && contains(github.event.comment.body, '/kazi'))",
].join(" || ");

function claimJob(request: WorkflowRequest): YamlMap {
  return {
    if: isIteration(request),
    ...trusted(request, 15),
    outputs: {
      work: "${{ steps.kazi.outputs.work }}",
      nonce: "${{ steps.kazi.outputs.nonce }}",
      digest: "${{ steps.kazi.outputs.digest }}",
    },
    steps: [
      ...ownAction(request),
      kaziStep(request, {
        phase: "claim",
        goal: "${{ inputs.goal }}",
        pull: "${{ inputs.pull }}",
        approval: "${{ inputs.approval }}",
        handover: DOCUMENTS,
      }),
      upload("claim", "steps.kazi.outputs.work != 'none'"),
    ],
  };
}

function dispatchJob(request: WorkflowRequest): YamlMap {
  return {
    needs: ["claim"],
    if: "needs.claim.outputs.work == 'dispatch'",
    ...work(request),
    ...(request.environment === undefined ? {} : { environment: request.environment }),
    outputs: { digest: "${{ steps.kazi.outputs.digest }}" },
    steps: [
      ...toolchain(),
      ...ownAction(request),
      download(),
      {
        ...kaziStep(request, {
          phase: "dispatch",
          handover: DOCUMENTS,
          digests: "claim=${{ needs.claim.outputs.digest }}",
        }),
        env: modelKeys(request),
      },
      upload("dispatch"),
    ],
  };
}

function observeJob(request: WorkflowRequest): YamlMap {
  return {
    needs: ["claim", "dispatch"],
    if: "${{ !cancelled() && needs.claim.result == 'success' && (needs.claim.outputs.work == 'observe' || needs.dispatch.result == 'success') }}",
    ...work(request),
    outputs: { digest: "${{ steps.kazi.outputs.digest }}" },
    steps: [
      ...toolchain(),
      ...ownAction(request),
      download(),
      kaziStep(request, {
        phase: "observe",
        handover: DOCUMENTS,
        digests:
          "claim=${{ needs.claim.outputs.digest }} dispatch=${{ needs.dispatch.outputs.digest }}",
      }),
      upload("observation"),
      uploadEvidence(),
    ],
  };
}

/** Also when a job before it broke off: a claim must not stay behind. */
function landJob(request: WorkflowRequest): YamlMap {
  return {
    needs: ["claim", "dispatch", "observe"],
    if: "always() && needs.claim.outputs.nonce != ''",
    ...trusted(request, 15),
    steps: [
      ...ownAction(request),
      download(),
      kaziStep(request, {
        phase: "land",
        goal: "${{ inputs.goal }}",
        pull: "${{ inputs.pull }}",
        handover: DOCUMENTS,
        digests:
          "claim=${{ needs.claim.outputs.digest }} dispatch=${{ needs.dispatch.outputs.digest }} observation=${{ needs.observe.outputs.digest }}",
      }),
    ],
  };
}

/** With an App nothing but a dispatch starts the workflow, so there is nothing to tell apart. */
function isIteration(request: WorkflowRequest): string {
  return request.app === undefined
    ? "github.event_name == 'workflow_dispatch'"
    : "inputs.goal != ''";
}

function trusted(request: WorkflowRequest, minutes: number): YamlMap {
  return {
    "runs-on": request.trustedRunsOn ?? HOSTED_RUNNER,
    "timeout-minutes": minutes,
    permissions: TRUSTED_PERMISSIONS,
  };
}

function work(request: WorkflowRequest): YamlMap {
  const { runsOn = HOSTED_RUNNER, container, timeoutMinutes = WORK_MINUTES } = request;
  const isCalled = request.form === "reusable";
  return {
    "runs-on": isCalled ? "${{ inputs.runs-on }}" : runsOn,
    "timeout-minutes": isCalled ? "${{ inputs.timeout-minutes }}" : timeoutMinutes,
    ...(container === undefined ? {} : { container }),
    permissions: WORK_PERMISSIONS,
  };
}

/** The version on the default branch, which a person put there; never that of a candidate. */
function toolchain(): readonly YamlMap[] {
  return [
    {
      name: "Default branch, for its toolchain",
      uses: PINNED_ACTIONS.checkout,
      with: { "persist-credentials": false },
    },
    {
      name: "Toolchain of this repository",
      if: `hashFiles('${SETUP}/action.yml', '${SETUP}/action.yaml') != ''`,
      uses: `./${SETUP}`,
    },
  ];
}

/** A file cannot name its own commit, so the called workflow fetches the Action of the commit that it is of. */
function ownAction(request: WorkflowRequest): readonly YamlMap[] {
  if (request.form !== "reusable") return [];
  return [
    {
      name: "The Action of this workflow's own commit",
      uses: PINNED_ACTIONS.checkout,
      with: {
        repository: "${{ job.workflow_repository }}",
        ref: "${{ job.workflow_sha }}",
        path: OWN_ACTION,
        "persist-credentials": false,
      },
    },
  ];
}

function kaziStep(request: WorkflowRequest, inputs: YamlMap): YamlMap {
  const { address, sha, app, form } = request;
  return {
    id: "kazi",
    uses: form === "reusable" ? `./${OWN_ACTION}` : `${address}@${sha}`,
    with: { ...inputs, ...(app === undefined ? {} : { app: app.slug }) },
  };
}

function modelKeys({ modelSecrets = MODEL_SECRETS }: WorkflowRequest): YamlMap {
  return Object.fromEntries(modelSecrets.map((name) => [name, `\${{ secrets.${name} }}`]));
}

/** Absent documents are no error here: the phase says what is missing, and land gives the claim back. */
function download(): YamlMap {
  return {
    name: "Documents of the jobs before",
    uses: PINNED_ACTIONS.download,
    with: { pattern: "kazi-*", "merge-multiple": true, path: DOCUMENTS },
  };
}

/** Pictures, traces and reports for people; no job reads them, so no name that the download matches. */
function uploadEvidence(): YamlMap {
  return {
    name: "Evidence for people",
    if: "always()",
    uses: PINNED_ACTIONS.upload,
    with: {
      name: "evidence",
      path: `${DOCUMENTS}/evidence`,
      "if-no-files-found": "ignore",
      "retention-days": 14,
      overwrite: true,
    },
  };
}

function upload(document: "claim" | "dispatch" | "observation", condition?: string): YamlMap {
  const file = `${DOCUMENTS}/${document}.json`;
  return {
    name: "Document for the jobs after",
    ...(condition === undefined ? {} : { if: condition }),
    uses: PINNED_ACTIONS.upload,
    with: {
      name: `kazi-${document}`,
      path: document === "dispatch" ? `${file}\n${DOCUMENTS}/candidate.bundle\n` : file,
      "if-no-files-found": "error",
      "retention-days": 1,
      overwrite: true,
    },
  };
}
