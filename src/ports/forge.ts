import type { Conversation } from "./conversation.ts";
import type { Gate } from "./gate.ts";
import type { Permissions } from "./permissions.ts";
import type { PullRequests } from "./pull-requests.ts";
import type { Source } from "./source.ts";
import type { WorkflowRuns } from "./workflow-runs.ts";

/** One repository on GitHub as one identity sees it. */
export interface Forge {
  readonly repository: RepositoryIdentity;
  readonly source: Source;
  readonly pulls: PullRequests;
  readonly conversation: Conversation;
  readonly permissions: Permissions;
  readonly gate: Gate;
  readonly runs: WorkflowRuns;
}

/** A name can change hands, a number cannot. */
export interface RepositoryIdentity {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}
