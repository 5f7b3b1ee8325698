import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { attachCollaboration } from "./attach-collaboration.ts";
import { createWorld } from "./create-world.ts";
import type {
  App,
  BranchProtection,
  Installation,
  Permissions,
  Repository,
  Ruleset,
  RulesetRule,
  User,
  UserToken,
  Webhook,
  World,
} from "./model.ts";
import { attachOracle } from "./oracle/attach-oracle.ts";
import * as seed from "./seed.ts";
import { serve } from "./server.ts";

export interface GitHubOptions {
  /** Without one, a free port. */
  readonly port?: number;
  readonly nowMs?: () => number;
  readonly onViolation?: (text: string) => void;
}

export interface LocalGitHub {
  readonly url: string;
  readonly apiUrl: string;
  readonly world: World;
  /** What a real GitHub would never have answered or sent, and what broke in this one. */
  readonly violations: readonly string[];
  addUser(login: string, type?: User["type"]): User;
  addToken(login: string, permissions?: Permissions): UserToken;
  addRepository(request: seed.NewRepository): Promise<Repository>;
  fork(origin: Repository, login: string): Promise<Repository>;
  addApp(request: seed.NewApp): Promise<App>;
  install(app: App, account: string, request?: seed.NewInstallation): Installation;
  addWebhook(repository: Repository, request: seed.NewWebhook): Webhook;
  protectBranch(
    repository: Repository,
    branch: string,
    wishes?: Partial<BranchProtection>,
  ): BranchProtection;
  addRuleset(
    repository: Repository,
    rules: readonly RulesetRule[],
    wishes?: Partial<Ruleset>,
  ): Ruleset;
  /** Until all deliveries are made and answered, and all that they led to in this process is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a GitHub of one's own on loopback; it lives in a temporary folder until it is closed. */
export async function startGitHub(options: GitHubOptions = {}): Promise<LocalGitHub> {
  const folder = await mkdtemp(path.join(tmpdir(), "kazi-test-github-"));
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const world = createWorld({
    url: `http://127.0.0.1:${port}`,
    folder,
    nowMs: options.nowMs ?? Date.now,
    ...(options.onViolation === undefined ? {} : { onViolation: options.onViolation }),
  });
  attachCollaboration(world);
  attachOracle(world);
  server.on("request", (request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      world.violate(`${request.method} ${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  return { ...face(world), close: async () => await close(server, world) };
}

function face(world: World): Omit<LocalGitHub, "close"> {
  return {
    url: world.url,
    apiUrl: world.apiUrl,
    world,
    violations: world.violations,
    addUser: (login, type) => seed.addUser(world, login, type),
    addToken: (login, permissions) => seed.addToken(world, login, permissions),
    addRepository: async (request) => await seed.addRepository(world, request),
    fork: async (origin, login) => await seed.fork(world, origin, login),
    addApp: async (request) => await seed.addApp(world, request),
    install: (app, account, request) => seed.install(world, app, account, request),
    addWebhook: (repository, request) => seed.addWebhook(world, repository, request),
    protectBranch: (repository, branch, wishes) => seed.protectBranch(repository, branch, wishes),
    addRuleset: (repository, rules, wishes) => seed.addRuleset(world, repository, rules, wishes),
    idle: async () => await idle(world),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The local GitHub has no port.");
  }
  return address.port;
}

async function idle(world: World): Promise<void> {
  while (world.pending.size > 0) {
    await Promise.all(world.pending);
  }
}

/** A delivery that a test holds back for ever must not keep the test from ending. */
const CLOSE_WAIT_MS = 15_000;

async function close(server: Server, world: World): Promise<void> {
  const ended = new AbortController();
  const limit = setTimeout(CLOSE_WAIT_MS, undefined, { signal: ended.signal }).catch(() => {});
  await Promise.race([idle(world), limit]);
  ended.abort();
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await rm(world.folder, { recursive: true, force: true, maxRetries: 3 });
}
