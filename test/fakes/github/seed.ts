import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { createBareRepository } from "./bare-repository.ts";
import type {
  App,
  BranchProtection,
  Installation,
  Permissions,
  Repository,
  Role,
  Ruleset,
  RulesetRule,
  User,
  UserToken,
  Webhook,
  World,
} from "./model.ts";

export function addUser(world: World, login: string, type: User["type"] = "User"): User {
  const known = world.users.get(login);
  if (known !== undefined) {
    return known;
  }
  const user: User = {
    id: world.nextId(),
    login,
    type,
    name: type === "Bot" ? undefined : login,
    createdAtMs: world.nowMs(),
  };
  world.users.set(login, user);
  return user;
}

/** A personal access token; without permissions it may do all that the user may. */
export function addToken(world: World, login: string, permissions?: Permissions): UserToken {
  const token: UserToken = {
    kind: "user",
    value: `github_pat_${randomBytes(24).toString("hex")}`,
    actor: addUser(world, login),
    permissions,
    expiresAtMs: undefined,
    isRevoked: false,
  };
  world.tokens.set(token.value, token);
  return token;
}

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  /** Contents by path; a path below `bin/` or a text that begins with `#!` becomes executable. */
  readonly files?: Readonly<Record<string, string>>;
  readonly isPrivate?: boolean;
  readonly defaultBranch?: string;
  readonly description?: string;
  readonly collaborators?: Readonly<Record<string, Role>>;
}

/** A repository with one commit of the files on its default branch. */
export async function addRepository(world: World, request: NewRepository): Promise<Repository> {
  const owner = addUser(world, request.owner);
  const repository = newRepository(world, owner, request, undefined);
  await createBareRepository(world, repository, { kind: "files", files: request.files ?? {} });
  world.repositories.push(repository);
  return repository;
}

/** All branches and tags of the other repository, in the hands of another owner. */
export async function fork(world: World, origin: Repository, login: string): Promise<Repository> {
  const repository = newRepository(
    world,
    addUser(world, login),
    {
      owner: login,
      name: origin.name,
      isPrivate: origin.isPrivate,
      defaultBranch: origin.defaultBranch,
    },
    origin,
  );
  await createBareRepository(world, repository, { kind: "fork", gitDir: origin.gitDir });
  world.repositories.push(repository);
  return repository;
}

function newRepository(
  world: World,
  owner: User,
  request: NewRepository,
  forkOf: Repository | undefined,
): Repository {
  const id = world.nextId();
  const nowMs = world.nowMs();
  const collaborators = Object.entries(request.collaborators ?? {});
  collaborators.forEach(([login]) => addUser(world, login));
  return {
    id,
    owner,
    name: request.name,
    fullName: `${owner.login}/${request.name}`,
    gitDir: `${world.folder}/${id}.git`,
    forkOf,
    createdAtMs: nowMs,
    pushedAtMs: nowMs,
    defaultBranch: request.defaultBranch ?? "main",
    isPrivate: request.isPrivate ?? false,
    description: request.description,
    collaborators: new Map(collaborators),
    settings: {
      allowsActionsToCreatePullRequests: false,
      defaultWorkflowPermissions: "read",
      allowsDrafts: true,
      allowsAutoMerge: false,
      allowsMergeCommit: true,
      allowsSquashMerge: true,
      allowsRebaseMerge: true,
      deletesBranchOnMerge: false,
    },
    webhooks: [],
    rulesets: [],
    protectedBranches: new Map(),
    environments: new Map(),
    variables: new Map(),
    secrets: new Map(),
    labels: [],
    issues: [],
    checkSuites: [],
    checkRuns: [],
    statuses: [],
    deployments: [],
    workflowRuns: [],
    artifacts: [],
    signedCommits: new Set(),
    nextIssueNumber: 1,
  };
}

export interface NewApp {
  readonly slug: string;
  readonly permissions: Permissions;
  readonly events?: readonly string[];
  readonly owner?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
}

/** An App with a key pair of its own; `privateKey` is what GitHub would offer for download. */
export async function addApp(world: World, request: NewApp): Promise<App> {
  const keys = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const id = world.nextId();
  const events = request.events ?? [];
  const app: App = {
    id,
    slug: request.slug,
    name: request.slug,
    clientId: `Iv23li${id}`,
    owner: addUser(world, request.owner ?? "github"),
    bot: addUser(world, `${request.slug}[bot]`, "Bot"),
    privateKey: keys.privateKey,
    publicKey: keys.publicKey,
    createdAtMs: world.nowMs(),
    permissions: { metadata: "read", ...request.permissions },
    events,
    webhook: appWebhook(world, id, request),
  };
  world.apps.push(app);
  return app;
}

function appWebhook(world: World, appId: number, request: NewApp): Webhook | undefined {
  if (request.webhookUrl === undefined) {
    return undefined;
  }
  return {
    id: world.nextId(),
    target: "integration",
    targetId: appId,
    url: request.webhookUrl,
    secret: request.webhookSecret,
    events: request.events ?? [],
    isActive: true,
  };
}

export interface NewInstallation {
  /** Fewer than the App asks for, while its owner has not accepted the newer ones. */
  readonly permissions?: Permissions;
  /** Without a list: all repositories of the account. */
  readonly repositories?: readonly Repository[];
}

export function install(
  world: World,
  app: App,
  account: string,
  request: NewInstallation = {},
): Installation {
  const installation: Installation = {
    id: world.nextId(),
    app,
    account: addUser(world, account),
    createdAtMs: world.nowMs(),
    permissions: { metadata: "read", ...(request.permissions ?? app.permissions) },
    repositoryIds:
      request.repositories === undefined
        ? undefined
        : new Set(request.repositories.map((it) => it.id)),
    isSuspended: false,
  };
  world.installations.push(installation);
  return installation;
}

export interface NewWebhook {
  readonly url: string;
  readonly secret?: string;
  readonly events?: readonly string[];
}

export function addWebhook(world: World, repository: Repository, request: NewWebhook): Webhook {
  const webhook: Webhook = {
    id: world.nextId(),
    target: "repository",
    targetId: repository.id,
    url: request.url,
    secret: request.secret,
    events: request.events ?? ["*"],
    isActive: true,
  };
  repository.webhooks.push(webhook);
  return webhook;
}

/** Without wishes: no force-push, no deletion, and no exception for those who administer. */
export function protectBranch(
  repository: Repository,
  branch: string,
  wishes: Partial<BranchProtection> = {},
): BranchProtection {
  const protection: BranchProtection = {
    requiredChecks: [],
    isStrict: false,
    requiredReviews: 0,
    isPullRequestRequired: false,
    allowsForcePushes: false,
    allowsDeletions: false,
    isEnforcedForAdmins: true,
    ...wishes,
  };
  repository.protectedBranches.set(branch, protection);
  return protection;
}

/** Rules for the default branch, or for what `wishes` says. */
export function addRuleset(
  world: World,
  repository: Repository,
  rules: readonly RulesetRule[],
  wishes: Partial<Ruleset> = {},
): Ruleset {
  const id = world.nextId();
  const ruleset: Ruleset = {
    id,
    name: `ruleset ${id}`,
    target: "branch",
    include: ["~DEFAULT_BRANCH"],
    exclude: [],
    bypassAppIds: [],
    enforcement: "active",
    ...wishes,
    rules,
  };
  repository.rulesets.push(ruleset);
  return ruleset;
}
