import type { ActionsService, Artifact, WorkflowRun } from "./actions-seam.ts";
import type { Reply } from "./respond.ts";

export type AccessLevel = "read" | "write" | "admin";
/** Names as in GitHub's API (`contents`, `pull_requests`); a name that is not there is not granted. */
export type Permissions = Readonly<Record<string, AccessLevel>>;
export type Role = "admin" | "maintain" | "write" | "triage" | "read";
export type Json = Record<string, unknown>;

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot" | "Organization";
  readonly name: string | undefined;
  readonly createdAtMs: number;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly clientId: string;
  readonly owner: User;
  /** `<slug>[bot]`, the author of all that its installations do. */
  readonly bot: User;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly createdAtMs: number;
  permissions: Permissions;
  events: readonly string[];
  webhook: Webhook | undefined;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  readonly createdAtMs: number;
  permissions: Permissions;
  /** `undefined` means all repositories of the account, also later ones. */
  repositoryIds: Set<number> | undefined;
  isSuspended: boolean;
}

interface TokenCommon {
  readonly value: string;
  readonly actor: User;
  readonly expiresAtMs: number | undefined;
  isRevoked: boolean;
}

export interface UserToken extends TokenCommon {
  readonly kind: "user";
  /** `undefined` means all that the user may do. */
  readonly permissions: Permissions | undefined;
}

export interface InstallationToken extends TokenCommon {
  readonly kind: "installation";
  readonly installation: Installation;
  readonly permissions: Permissions;
  /** `undefined` means all that the installation has. */
  readonly repositoryIds: ReadonlySet<number> | undefined;
}

/** The `GITHUB_TOKEN` of one job. */
export interface WorkflowToken extends TokenCommon {
  readonly kind: "workflow";
  readonly permissions: Permissions;
  readonly repositoryIds: ReadonlySet<number>;
  readonly runId: number;
  readonly jobId: number;
  readonly runEvent: string;
  readonly isFromFork: boolean;
}

/** What a request without credentials has: public things to read. */
export interface AnonymousToken extends TokenCommon {
  readonly kind: "anonymous";
}

export type Token = UserToken | InstallationToken | WorkflowToken | AnonymousToken;

export interface Webhook {
  readonly id: number;
  readonly target: "repository" | "integration";
  /** The id of the repository or of the App. */
  readonly targetId: number;
  url: string;
  secret: string | undefined;
  /** `*` means all. */
  events: readonly string[];
  isActive: boolean;
}

export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly hook: Webhook;
  readonly event: string;
  readonly action: string | undefined;
  readonly installationId: number | undefined;
  readonly repositoryId: number | undefined;
  /** The exact bytes that were signed. */
  readonly body: string;
  readonly deliveredAtMs: number;
  readonly isRedelivery: boolean;
  /** Without one the receiver was not reached, or the delivery was dropped. */
  statusCode: number | undefined;
  responseBody: string;
  durationMs: number;
}

/** What happened, for those who start workflows. */
export interface GitHubEvent {
  readonly name: string;
  readonly action: string | undefined;
  readonly repository: Repository;
  readonly actor: User;
  readonly token: Token | undefined;
  /** As it went out by webhook, without `installation`. */
  readonly payload: Json;
  /** `false` for what a workflow's own token did, except dispatches. */
  readonly startsRuns: boolean;
}

export interface EnvironmentModel {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
  readonly secrets: Map<string, string>;
  readonly variables: Map<string, string>;
  /** Branch names and patterns that may deploy; `undefined` means every branch. */
  deploymentBranches: readonly string[] | undefined;
  reviewers: readonly User[];
}

export interface RequiredCheck {
  readonly context: string;
  /** Only this App's check-run (or status) counts. */
  readonly appId?: number;
}

export interface BranchProtection {
  requiredChecks: readonly RequiredCheck[];
  /** The head must contain the base. */
  isStrict: boolean;
  requiredReviews: number;
  /** Nobody pushes; changes come by pull request. */
  isPullRequestRequired: boolean;
  allowsForcePushes: boolean;
  /** Otherwise the rules are for everybody else. */
  isEnforcedForAdmins: boolean;
  allowsDeletions: boolean;
}

export type RulesetRule =
  | { readonly type: "creation" | "update" | "deletion" | "non_fast_forward" }
  | { readonly type: "required_signatures" | "required_linear_history" }
  | { readonly type: "required_status_checks"; readonly checks: readonly RequiredCheck[] }
  | { readonly type: "pull_request"; readonly requiredReviews: number }
  | { readonly type: "merge_queue"; readonly method: "merge" | "squash" | "rebase" }
  | { readonly type: "file_path_restriction"; readonly paths: readonly string[] };

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly target: "branch" | "tag";
  /** `refs/heads/main`, `refs/heads/release/*`, `~DEFAULT_BRANCH`, `~ALL`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly RulesetRule[];
  readonly bypassAppIds: readonly number[];
  enforcement: "active" | "disabled";
}

export interface RepositorySettings {
  allowsActionsToCreatePullRequests: boolean;
  defaultWorkflowPermissions: "read" | "write";
  allowsDrafts: boolean;
  allowsAutoMerge: boolean;
  allowsMergeCommit: boolean;
  allowsSquashMerge: boolean;
  allowsRebaseMerge: boolean;
  deletesBranchOnMerge: boolean;
}

export interface Repository {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly fullName: string;
  /** The bare git repository, an absolute path. */
  readonly gitDir: string;
  readonly forkOf: Repository | undefined;
  readonly createdAtMs: number;
  pushedAtMs: number;
  defaultBranch: string;
  isPrivate: boolean;
  description: string | undefined;
  readonly collaborators: Map<string, Role>;
  readonly settings: RepositorySettings;
  readonly webhooks: Webhook[];
  readonly rulesets: Ruleset[];
  readonly protectedBranches: Map<string, BranchProtection>;
  readonly environments: Map<string, EnvironmentModel>;
  readonly variables: Map<string, string>;
  readonly secrets: Map<string, string>;
  readonly labels: Label[];
  /** Pull requests are issues with `pull`; they share one sequence of numbers. */
  readonly issues: Issue[];
  readonly checkSuites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly deployments: Deployment[];
  readonly workflowRuns: WorkflowRun[];
  readonly artifacts: Artifact[];
  /** Commits that an App made through the API: GitHub signs those itself. */
  readonly signedCommits: Set<string>;
  nextIssueNumber: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  color: string;
  description: string | undefined;
}

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
  readonly createdAtMs: number;
}

export interface IssueComment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: User;
  /** The App that wrote it, if one did. */
  readonly app: App | undefined;
  readonly createdAtMs: number;
  readonly reactions: Reaction[];
  body: string;
  updatedAtMs: number;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: User;
  readonly createdAtMs: number;
  readonly comments: IssueComment[];
  readonly reactions: Reaction[];
  readonly labels: Set<string>;
  readonly assignees: Set<string>;
  title: string;
  body: string | undefined;
  state: "open" | "closed";
  stateReason: "completed" | "not_planned" | "reopened" | undefined;
  closedBy: User | undefined;
  closedAtMs: number | undefined;
  updatedAtMs: number;
  pull: PullDetails | undefined;
}

export interface PullDetails {
  readonly id: number;
  readonly headRepository: Repository;
  readonly headRef: string;
  readonly reviews: Review[];
  readonly requestedReviewers: Set<string>;
  baseRef: string;
  headSha: string;
  baseSha: string;
  isDraft: boolean;
  mergeability: Mergeability;
  mergedAtMs: number | undefined;
  mergedBy: User | undefined;
  mergeCommitSha: string | undefined;
  autoMerge: AutoMerge | undefined;
  queueEntry: QueueEntry | undefined;
}

/** The first in the queue of a branch is checked on a branch of its own, those behind it wait. */
export type QueueEntry =
  | { readonly kind: "waiting"; readonly position: number }
  | {
      readonly kind: "checking";
      readonly position: number;
      readonly headRef: string;
      readonly headSha: string;
      readonly baseSha: string;
    };

/** GitHub finds it out in its own time: `unknown` after the head or the base moved. */
export type Mergeability =
  | { readonly kind: "unknown" }
  | { readonly kind: "mergeable"; readonly testMergeSha: string }
  | { readonly kind: "conflicting" };

export interface AutoMerge {
  readonly enabledBy: User;
  /** The merge counts as done with it: one that a workflow's token switched on starts no runs. */
  readonly token: Token;
  readonly method: "merge" | "squash" | "rebase";
  readonly commitTitle: string | undefined;
  readonly commitMessage: string | undefined;
}

export interface Review {
  readonly id: number;
  readonly author: User;
  readonly commitId: string;
  readonly submittedAtMs: number;
  body: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
}

export interface CheckSuite {
  readonly id: number;
  readonly app: App;
  readonly headSha: string;
  readonly headBranch: string | undefined;
  readonly createdAtMs: number;
  updatedAtMs: number;
}

export type CheckStatus = "queued" | "in_progress" | "completed";

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | undefined;
  readonly endColumn: number | undefined;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | undefined;
  readonly rawDetails: string | undefined;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly headSha: string;
  readonly annotations: Annotation[];
  /** The event of the run whose token made it, as it decides whether the check can satisfy a rule. */
  readonly madeInRunEvent: string | undefined;
  name: string;
  status: CheckStatus;
  conclusion: string | undefined;
  startedAtMs: number;
  completedAtMs: number | undefined;
  detailsUrl: string | undefined;
  externalId: string;
  title: string | undefined;
  summary: string | undefined;
  text: string | undefined;
  actions: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly description: string | undefined;
  readonly targetUrl: string | undefined;
  readonly creator: User;
  readonly appId: number | undefined;
  readonly createdAtMs: number;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | undefined;
  readonly payload: unknown;
  readonly creator: User;
  readonly createdAtMs: number;
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly creator: User;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly createdAtMs: number;
}

/** One ref that moved; 40 zeros stand for "was not there" and "is gone". */
export interface RefMove {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** After refs of a repository moved, by whatever way. */
export type MoveListener = (
  repository: Repository,
  moves: readonly RefMove[],
  token: Token,
) => Promise<void>;

/** What a test may do to webhook deliveries. */
export type DeliveryFault =
  | { readonly kind: "drop" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "hold"; readonly until: Promise<void> };

/**
 * One answered request, for whoever judges it. Bodies are JSON, `undefined` where there was none,
 * and what was sent as another media type as it is.
 */
export interface Observation {
  readonly method: string;
  readonly template: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

export interface World {
  /** `http://127.0.0.1:3999`; REST is below `/api/v3`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly folder: string;
  readonly users: Map<string, User>;
  readonly apps: App[];
  /** The App behind every workflow's token and check. */
  readonly actionsApp: App;
  readonly installations: Installation[];
  readonly tokens: Map<string, Token>;
  readonly repositories: Repository[];
  readonly deliveries: Delivery[];
  readonly eventListeners: Set<(event: GitHubEvent) => void>;
  readonly moveListeners: Set<MoveListener>;
  readonly observers: Set<(observation: Observation) => void>;
  readonly webhookObservers: Set<(event: string, payload: Json) => void>;
  /** What a real GitHub would never have answered or sent, and what broke in this one. */
  readonly violations: string[];
  /** Work that nobody waits for: deliveries, merges by themselves. `idle()` waits for it. */
  readonly pending: Set<Promise<unknown>>;
  readonly faults: {
    delivery:
      | ((event: string, action: string | undefined) => DeliveryFault | undefined)
      | undefined;
    /** Answers instead of the route: a secondary limit, a bad gateway. */
    answer: ((method: string, template: string) => Reply | undefined) | undefined;
  };
  /** Requests per token until the reset. */
  readonly rateLimit: {
    ceiling: number;
    windowMs: number;
    readonly used: Map<string, { count: number; resetAtMs: number }>;
  };
  actions: ActionsService | undefined;
  /** Notes a violation, and tells whoever asked to be told. */
  violate(text: string): void;
  nowMs(): number;
  nextId(): number;
}
