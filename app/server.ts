import { Probot, ProbotOctokit } from "probot";
import { z } from "zod";
import { KaziError } from "../src/model/kazi-error.ts";
import { toOneLine } from "../src/model/plain-text.ts";
import { createApplication, sweep, type TakeOn } from "./application.ts";
import type { AppConfig } from "./config.ts";
import { openSeat, type SeatMemory } from "./forges.ts";
import { createIngress, type Delivery } from "./ingress.ts";
import { createInstallationTokens } from "./installation-tokens.ts";
import { createSeenDeliveries } from "./seen-deliveries.ts";
import { createWorkQueue, type WorkQueue } from "./work-queue.ts";

/** A running App. */
export interface AppServer {
  readonly url: string;
  /** Until everything that was taken on is done. */
  idle(): Promise<void>;
  /** Looks at every repository of every installation once. */
  sweep(): Promise<void>;
  /** Takes nothing on any more, finishes what was, and stops. */
  close(): Promise<void>;
}

export interface ServerWorld {
  readonly nowMs: () => number;
  readonly log: (line: string) => void;
}

const REPOSITORIES_AT_ONCE = 4;
const WAITING_MAX = 10_000;
const DELIVERIES_MAX = 20_000;

/** Starts the App on its port. */
export async function startApp(config: AppConfig, world: ServerWorld): Promise<AppServer> {
  const probot = createProbot(config);
  const queue = createWorkQueue({
    keysAtOnce: REPOSITORIES_AT_ONCE,
    waitingMax: WAITING_MAX,
    onError: (error) => world.log(`failed: ${reasonOf(error)}`),
  });
  const takeOn = takingOn({ config, probot, queue, world });
  const application = createApplication(takeOn, { workflow: config.workflow, nowMs: world.nowMs });
  await probot.load(application);
  let isOpen = true;
  const seen = createSeenDeliveries(DELIVERIES_MAX);
  const server = createIngress({
    verify: async (body, signature) => await probot.webhooks.verify(body, signature),
    accept: (delivery) => {
      if (!isOpen) return false;
      if (seen.add(delivery.id)) hand(probot, delivery, world);
      return true;
    },
    isHealthy: () => isOpen,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const timer = setInterval(oneAtATime(sweepAll, world), config.sweepEveryMs);
  timer.unref();
  return {
    url: addressOf(server.address(), config.host),
    idle: async () => await queue.idle(),
    sweep: sweepAll,
    close: async () => {
      isOpen = false;
      clearInterval(timer);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await queue.idle();
    },
  };

  async function sweepAll(): Promise<void> {
    await sweepInstallations({ probot, takeOn, world });
    await queue.idle();
  }
}

/** A sweep that takes longer than its turn would pile up and leave no room for events. */
function oneAtATime(sweepAll: () => Promise<void>, world: ServerWorld): () => void {
  let isSweeping = false;
  return () => {
    if (isSweeping) return;
    isSweeping = true;
    sweepAll()
      .catch((error: unknown) => world.log(`the sweep failed: ${reasonOf(error)}`))
      .finally(() => {
        isSweeping = false;
      });
  };
}

/** Probot keeps the App's identity; what is asked of GitHub goes through our own client with its limits. */
function createProbot({ appId, privateKey, webhookSecret, apiUrl }: AppConfig): Probot {
  return new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    baseUrl: apiUrl,
    logLevel: "fatal",
    Octokit: ProbotOctokit.defaults((options: Record<string, unknown>) => ({
      ...options,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
  });
}

interface Around {
  readonly config: AppConfig;
  readonly probot: Probot;
  readonly queue: WorkQueue;
  readonly world: ServerWorld;
}

function takingOn({ config, probot, queue, world }: Around): TakeOn {
  const tokens = createInstallationTokens(probot, world.nowMs);
  const { apiUrl, appId, workflow } = config;
  const memory: SeatMemory = { commits: new Map(), self: undefined };
  return ({ repository, installationId }, work) => {
    const isTaken = queue.add(`${repository.owner}/${repository.name}`.toLowerCase(), async () => {
      const token = await tokens(installationId, repository);
      await work(await openSeat({ apiUrl, token, appId, workflow, repository, memory }));
    });
    if (!isTaken) world.log(`too much is waiting: ${repository.owner}/${repository.name}`);
  };
}

const Repositories = z.array(
  z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
);

/** Installations that were suspended or removed meanwhile are passed over. */
async function sweepInstallations(around: {
  readonly probot: Probot;
  readonly takeOn: TakeOn;
  readonly world: ServerWorld;
}): Promise<void> {
  const { probot, takeOn, world } = around;
  const app = await probot.auth();
  const installations = await app.paginate("GET /app/installations", { per_page: 100 });
  for (const { id } of installations) {
    try {
      const octokit = await probot.auth(id);
      const listed = await octokit.paginate("GET /installation/repositories", { per_page: 100 });
      for (const { name, owner } of Repositories.parse(listed)) {
        const repository = { owner: owner.login, name };
        takeOn(
          { repository, installationId: id },
          async (seat) => await sweep(seat, world.nowMs()),
        );
      }
    } catch (error) {
      world.log(`installation ${id} could not be looked at: ${reasonOf(error)}`);
    }
  }
}

/** Handlers only say what is to be done, so this is over at once. */
function hand(probot: Probot, delivery: Delivery, world: ServerWorld): void {
  const { id, event: name, body: payload, signature } = delivery;
  probot.webhooks
    .verifyAndReceive({ id, name, payload, signature })
    .catch((error: unknown) => world.log(`delivery ${id} failed: ${reasonOf(error)}`));
}

function addressOf(address: unknown, host: string): string {
  const parsed = z.object({ port: z.number() }).safeParse(address);
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown}:${parsed.success ? parsed.data.port : 0}`;
}

/** For a log: one line, and of what we did not foresee only its kind. */
function reasonOf(error: unknown): string {
  if (error instanceof KaziError) return toOneLine(`${error.code}: ${error.message}`, 500);
  return error instanceof Error ? toOneLine(`${error.name}: ${error.message}`, 300) : "unknown";
}
