import { createHash } from "node:crypto";
import { z } from "zod";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { Gate, GateAnnotation, GateReport, GateVerdict } from "../ports/gate.ts";
import { boundForGitHub } from "./github-bounded.ts";
import { type GitHubRepository, readRepository } from "./github-repository.ts";

const NAME = "kazi";
const TITLE_CHARACTERS_MAX = 140;
const SUMMARY_CHARACTERS_MAX = 65_535;
/** GitHub allows 64 KB in UTF-8. */
const MESSAGE_CHARACTERS_MAX = 16_000;
const ANNOTATIONS_PER_REQUEST = 50;
const ANNOTATIONS_MAX = 500;

/** The gate as a check-run of the App that the token belongs to. */
export function createCheckRunGate(repository: GitHubRepository, appId?: number): Gate {
  return {
    kind: "check-run",
    isShown: async (sha) => (await findCheckRun(repository, sha, appId)) !== undefined,
    async report(report) {
      const wanted = toWanted(report);
      const standing = await findCheckRun(repository, report.sha, appId);
      if (standing !== undefined && isEqual(standing, wanted)) return;
      await write(repository, wanted, standing);
    },
  };
}

interface WantedCheckRun {
  readonly sha: Oid;
  readonly state: CheckState;
  readonly output: { readonly title: string; readonly summary: string };
  readonly annotations: readonly GateAnnotation[];
  readonly annotationsDigest: string;
  readonly detailsUrl?: string;
  /** Names all of the above. It is written last, so a check-run that has it is whole. */
  readonly externalId: string;
}

type CheckState =
  | { readonly status: "in_progress" }
  | {
      readonly status: "completed";
      readonly conclusion: "success" | "failure" | "neutral" | "action_required";
    };

function toWanted(report: GateReport): WantedCheckRun {
  const output = {
    title: toOneLine(report.title, TITLE_CHARACTERS_MAX),
    summary: boundForGitHub(report.summary, SUMMARY_CHARACTERS_MAX),
  };
  const annotations = report.annotations.slice(0, ANNOTATIONS_MAX);
  const annotationsDigest = digest(annotations);
  const { detailsUrl } = report;
  const whole = { state: toState(report.verdict), output, detailsUrl, annotationsDigest };
  return {
    sha: report.sha,
    state: whole.state,
    output,
    annotations,
    annotationsDigest,
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    externalId: `kazi:${digest(whole)}:${annotationsDigest}`,
  };
}

function toState(verdict: GateVerdict): CheckState {
  switch (verdict) {
    case "success":
    case "failure":
    case "neutral":
      return { status: "completed", conclusion: verdict };
    case "action-required":
      return { status: "completed", conclusion: "action_required" };
    case "running":
      return { status: "in_progress" };
  }
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

const CheckRunAnswer = z.object({
  id: z.int(),
  status: z.string(),
  conclusion: z.string().nullish(),
  external_id: z.string().nullish(),
  app: z.object({ id: z.int() }).nullish(),
  output: z.object({ annotations_count: z.int() }),
});
type CheckRunAnswer = z.infer<typeof CheckRunAnswer>;

async function findCheckRun(
  repository: GitHubRepository,
  sha: Oid,
  appId: number | undefined,
): Promise<CheckRunAnswer | undefined> {
  const found = await readRepository(repository, {
    route: "GET /commits/{ref}/check-runs",
    purpose: `find the check ${NAME} of ${sha}`,
    parameters: {
      ref: sha,
      check_name: NAME,
      filter: "latest",
      per_page: 100,
      ...(appId === undefined ? {} : { app_id: appId }),
    },
    answer: z.object({ check_runs: z.array(CheckRunAnswer) }),
  });
  return found.check_runs
    .filter(({ app }) => appId === undefined || app?.id === appId)
    .toSorted((one, other) => other.id - one.id)[0];
}

function isEqual(standing: CheckRunAnswer, wanted: WantedCheckRun): boolean {
  return standing.external_id === wanted.externalId && isInState(standing, wanted.state);
}

function isInState(standing: CheckRunAnswer, state: CheckState): boolean {
  if (state.status === "in_progress") return standing.status === state.status;
  return standing.status === "completed" && standing.conclusion === state.conclusion;
}

async function write(
  repository: GitHubRepository,
  wanted: WantedCheckRun,
  standing: CheckRunAnswer | undefined,
): Promise<void> {
  const hasAnnotations =
    standing?.external_id?.endsWith(`:${wanted.annotationsDigest}`) === true &&
    standing.output.annotations_count === wanted.annotations.length;
  if (standing !== undefined && isChangeable(standing, wanted, hasAnnotations)) {
    const batches = toBatches(hasAnnotations ? [] : wanted.annotations);
    if (await update(repository, wanted, { id: standing.id, batches })) return;
  }
  const [first = [], ...more] = toBatches(wanted.annotations);
  const created = await send(repository, {
    route: "POST /check-runs",
    parameters: { name: NAME, head_sha: wanted.sha, ...toBody(wanted, first, more.length === 0) },
  });
  if (more.length > 0) await update(repository, wanted, { id: created.id, batches: more });
}

/**
 * GitHub does not open a check-run again that is completed, and adds annotations to those that it has:
 * in both cases a new one of the same name takes its place.
 */
function isChangeable(
  standing: CheckRunAnswer,
  wanted: WantedCheckRun,
  hasAnnotations: boolean,
): boolean {
  const opensAgain = standing.status === "completed" && wanted.state.status !== "completed";
  return !opensAgain && (hasAnnotations || standing.output.annotations_count === 0);
}

function toBatches(annotations: readonly GateAnnotation[]): readonly (readonly GateAnnotation[])[] {
  const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_PER_REQUEST));
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST),
  );
}

/** Whether it took the state: a check-run that keeps its old one has to be replaced. */
async function update(
  repository: GitHubRepository,
  wanted: WantedCheckRun,
  {
    id,
    batches,
  }: { readonly id: number; readonly batches: readonly (readonly GateAnnotation[])[] },
): Promise<boolean> {
  for (const [index, batch] of batches.entries()) {
    const answer = await send(repository, {
      route: "PATCH /check-runs/{check_run_id}",
      parameters: { check_run_id: id, ...toBody(wanted, batch, index === batches.length - 1) },
    });
    if (!isInState(answer, wanted.state)) return false;
  }
  return true;
}

async function send(
  repository: GitHubRepository,
  request: { readonly route: string; readonly parameters: Readonly<Record<string, unknown>> },
): Promise<CheckRunAnswer> {
  const purpose = `write the check ${NAME}`;
  return await readRepository(repository, { ...request, purpose, answer: CheckRunAnswer });
}

function toBody(
  wanted: WantedCheckRun,
  annotations: readonly GateAnnotation[],
  isLast: boolean,
): Readonly<Record<string, unknown>> {
  return {
    ...wanted.state,
    ...(isLast ? { external_id: wanted.externalId } : {}),
    ...(wanted.detailsUrl === undefined ? {} : { details_url: wanted.detailsUrl }),
    output: { ...wanted.output, annotations: annotations.map((it) => toAnnotation(it)) },
  };
}

function toAnnotation({ path, line, level, message }: GateAnnotation): Record<string, unknown> {
  return {
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    message: boundForGitHub(message, MESSAGE_CHARACTERS_MAX),
  };
}
