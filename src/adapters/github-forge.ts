import type { Forge } from "../ports/forge.ts";
import type { GitHubClient } from "./github-client.ts";
import { createGitHubConversation } from "./github-conversation.ts";
import { createCheckRunGate } from "./github-gate-check-run.ts";
import { createStatusGate } from "./github-gate-status.ts";
import { createGitHubPermissions } from "./github-permissions.ts";
import { createGitHubPullRequests } from "./github-pull-requests.ts";
import { findRepository, type GitHubRepository } from "./github-repository.ts";
import { createGitHubSource } from "./github-source.ts";
import { createGitHubWorkflowRuns } from "./github-workflow-runs.ts";

export interface GitHubForgeOptions {
  readonly client: GitHubClient;
  /** One that was found already saves a request. */
  readonly repository: GitHubRepository | { readonly owner: string; readonly name: string };
  /** The name of its file, `kazi.yml`. */
  readonly workflow: string;
  readonly gate:
    | { readonly kind: "check-run"; readonly appId?: number }
    | { readonly kind: "status" };
  /** Whose comments count as kazi's own, where an App writes them and this token only reads. */
  readonly speaker?: string;
}

/** One repository on GitHub, as the account behind the client's token sees it. */
export async function createGitHubForge(options: GitHubForgeOptions): Promise<Forge> {
  const { client, gate, workflow, speaker } = options;
  const repository =
    "nodeId" in options.repository
      ? options.repository
      : await findRepository(client, options.repository);
  return {
    repository: { id: repository.id, owner: repository.owner, name: repository.name },
    source: createGitHubSource(repository),
    pulls: createGitHubPullRequests(repository),
    conversation: createGitHubConversation(repository, speaker),
    permissions: createGitHubPermissions(repository),
    gate:
      gate.kind === "status"
        ? createStatusGate(repository)
        : createCheckRunGate(repository, gate.appId),
    runs: createGitHubWorkflowRuns(repository, workflow),
  };
}
