import { homedir } from "node:os";
import path from "node:path";
import { createBenchFolders } from "../adapters/bench-folders.ts";
import { createBrowserDriver } from "../adapters/browser-playwright.ts";
import { createSystemClock } from "../adapters/clock-system.ts";
import { createEvidenceFiles } from "../adapters/evidence-files-folder.ts";
import { createFolderFiles } from "../adapters/folder-files.ts";
import { createHandover } from "../adapters/handover-files.ts";
import { createHttpClient } from "../adapters/http-client-node.ts";
import { createRandomNonceSource } from "../adapters/nonce-source-random.ts";
import { createProcessRunner } from "../adapters/process-runner-node.ts";
import { createGitRefStore } from "../adapters/ref-store-git.ts";
import { findCheckout } from "../adapters/repository-checkout.ts";
import { createRepository } from "../adapters/repository-git.ts";
import { createRunLiveness } from "../adapters/run-liveness-system.ts";
import { strangerConfinement } from "../adapters/stranger-confinement.ts";
import { createWorkshop, receivedStore } from "../adapters/workshop-git.ts";
import { secretsOf } from "../model/secret-mask.ts";
import type { EventSink } from "../ports/event-sink.ts";
import type { Repository } from "../ports/repository.ts";
import type { Bench, Host } from "../reconcile/host.ts";

/** A person's machine as the four jobs see it. */
export async function createLocalHost(options: {
  readonly workspace: string;
  readonly events: EventSink;
  readonly signal: AbortSignal;
}): Promise<Host> {
  const { workspace, events, signal } = options;
  const checkout = await findCheckout(workspace);
  const gitDir = checkout.commonDir;
  const environment = hostEnvironment();
  const liveness = createRunLiveness();
  const folders = createBenchFolders(liveness);
  let bench = "";
  return {
    repository: repositoryOf(workspace, () => receivedStore(bench)),
    store: createGitRefStore({ gitDir }),
    benches: {
      open: async (nonce) => {
        bench = await folders.make(nonce);
        return await openBench({ gitDir, folder: bench, nonce });
      },
      remove: async (nonce) => await folders.remove(nonce),
      sweep: async (nowMs) => await folders.sweep(nowMs),
    },
    processes: createProcessRunner({
      confinement: (cwd) => {
        const place = { checkout, home: environment["HOME"] ?? homedir() };
        return strangerConfinement({ ...place, bench: bench === "" ? undefined : bench }, cwd);
      },
    }),
    http: createHttpClient(),
    browser: createBrowserDriver({ environment }),
    openFiles: createFolderFiles,
    clock: createSystemClock(),
    nonces: createRandomNonceSource(),
    liveness,
    events,
    environment,
    secrets: secretsOf(environment),
    signal,
  };
}

/** This machine's environment; on the search path only what a person would find there too. */
export function hostEnvironment(): Readonly<Record<string, string>> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const environment = Object.fromEntries(given);
  return { ...environment, PATH: withoutOwnTools(environment) };
}

/** npm puts the tools of the package whose script runs in front; those of kazi itself are not the person's. */
function withoutOwnTools(environment: Readonly<Record<string, string>>): string {
  const parts = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(path.delimiter);
  const manifest = environment["npm_package_json"];
  if (manifest === undefined) return parts.join(path.delimiter);
  const own = path.dirname(manifest);
  return parts
    .filter((part) => !/(?:^|\/)node-gyp-bin$/.test(part) && !isAbove(part, own))
    .join(path.delimiter);
}

/** npm adds `node_modules/.bin` of the package's folder and of every folder above it. */
function isAbove(part: string, own: string): boolean {
  if (!part.endsWith("node_modules/.bin")) return false;
  const folder = path.dirname(path.dirname(part));
  return own === folder || own.startsWith(folder === "/" ? "/" : `${folder}/`);
}

/** What a claim received is adopted from its own bench. */
function repositoryOf(workspace: string, received: () => string): Repository {
  return {
    ...createRepository({ workspace }),
    adopt: async (commit) => {
      await createRepository({ workspace, received: received() }).adopt(commit);
    },
  };
}

async function openBench(place: {
  readonly gitDir: string;
  readonly folder: string;
  readonly nonce: string;
}): Promise<Bench> {
  const { gitDir: repository, folder, nonce } = place;
  const bundle = path.join(folder, "candidate.bundle");
  const workshop = await createWorkshop({ repository, folder, bundle });
  const parent = path.join(repository, "kazi", "evidence");
  const evidence = createEvidenceFiles({ parent, name: nonce, shown: path.join(parent, nonce) });
  return { workshop, handover: createHandover(folder), evidence };
}
