import { z } from "zod";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { Gate, GateReport, GateVerdict } from "../ports/gate.ts";
import { type GitHubRepository, readRepository } from "./github-repository.ts";

const CONTEXT = "kazi";
const DESCRIPTION_CHARACTERS_MAX = 140;

/** The gate as a commit status: a verdict and one line, nothing else. */
export function createStatusGate(repository: GitHubRepository): Gate {
  return {
    kind: "status",
    isShown: async (sha) => (await findStatus(repository, sha)) !== undefined,
    async report(report) {
      const wanted = toStatus(report);
      const standing = await findStatus(repository, report.sha);
      if (standing !== undefined && isEqual(standing, wanted)) return;
      await readRepository(repository, {
        route: "POST /statuses/{sha}",
        purpose: `write the status ${CONTEXT} of ${report.sha}`,
        parameters: { sha: report.sha, ...wanted },
        answer: z.unknown(),
        isRepeatable: true,
      });
    },
  };
}

interface WantedStatus {
  readonly context: string;
  readonly state: "success" | "failure" | "pending";
  readonly description: string;
  readonly target_url?: string;
}

function toStatus({ verdict, title, detailsUrl }: GateReport): WantedStatus {
  return {
    context: CONTEXT,
    state: toState(verdict),
    description: toOneLine(title, DESCRIPTION_CHARACTERS_MAX),
    ...(detailsUrl === undefined ? {} : { target_url: detailsUrl }),
  };
}

/** A status cannot be neutral: what may land is a success. What waits for a person is no failure. */
function toState(verdict: GateVerdict): WantedStatus["state"] {
  switch (verdict) {
    case "success":
    case "neutral":
      return "success";
    case "failure":
      return "failure";
    case "action-required":
    case "running":
      return "pending";
  }
}

const StatusAnswer = z.object({
  context: z.string(),
  state: z.string(),
  description: z.string().nullish(),
  target_url: z.string().nullish(),
});
type StatusAnswer = z.infer<typeof StatusAnswer>;

/** The newest of each context comes in one page, unless a commit has more than a hundred of them. */
async function findStatus(
  repository: GitHubRepository,
  sha: Oid,
): Promise<StatusAnswer | undefined> {
  const found = await readRepository(repository, {
    route: "GET /commits/{ref}/status",
    purpose: `read the statuses of ${sha}`,
    parameters: { ref: sha, per_page: 100 },
    answer: z.object({ statuses: z.array(StatusAnswer) }),
  });
  return found.statuses.find(({ context }) => context === CONTEXT);
}

function isEqual(standing: StatusAnswer, wanted: WantedStatus): boolean {
  return (
    standing.state === wanted.state &&
    standing.description === wanted.description &&
    (standing.target_url ?? undefined) === wanted.target_url
  );
}
