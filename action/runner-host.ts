import { mkdirSync } from "node:fs";
import path from "node:path";
import { createBrowserDriver } from "../src/adapters/browser-playwright.ts";
import { createSystemClock } from "../src/adapters/clock-system.ts";
import { createEvidenceFiles } from "../src/adapters/evidence-files-folder.ts";
import { createFolderFiles } from "../src/adapters/folder-files.ts";
import { createHandover } from "../src/adapters/handover-files.ts";
import { createHttpClient } from "../src/adapters/http-client-node.ts";
import { createRandomNonceSource } from "../src/adapters/nonce-source-random.ts";
import { createProcessRunner } from "../src/adapters/process-runner-node.ts";
import { createPushRefStore } from "../src/adapters/ref-store-push.ts";
import { createRemoteMirror } from "../src/adapters/remote-mirror.ts";
import { createMirrorRepository } from "../src/adapters/repository-mirror.ts";
import { createWorkflowLiveness } from "../src/adapters/run-liveness-workflow.ts";
import { strangerConfinement } from "../src/adapters/stranger-confinement.ts";
import { createWorkshop, receivedStore } from "../src/adapters/workshop-git.ts";
import type { RunHolder } from "../src/model/run.ts";
import { secretsOf } from "../src/model/secret-mask.ts";
import type { EventSink } from "../src/ports/event-sink.ts";
import type { PullRequests } from "../src/ports/pull-requests.ts";
import type { WorkflowRuns } from "../src/ports/workflow-runs.ts";
import type { Bench, Host } from "../src/reconcile/host.ts";

/** What a job of a workflow run has at hand. */
export interface RunnerHostOptions {
  /** Ours alone on this runner; made when it is not there. */
  readonly folder: string;
  /** Where the documents of this run's jobs lie. */
  readonly documents: string;
  readonly remoteUrl: string;
  readonly token?: string;
  readonly self: RunHolder;
  readonly runs?: Pick<WorkflowRuns, "stateOf">;
  readonly pulls?: PullRequests;
  /** Folders of the runner that a child may read and not change. */
  readonly runnerFolders: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly events: EventSink;
  readonly signal: AbortSignal;
}

/** A job of a workflow run as the core sees it. */
export async function createRunnerHost(options: RunnerHostOptions): Promise<Host> {
  const { folder, documents, environment, self, events, signal } = options;
  const gitDir = path.join(folder, "mirror.git");
  const bench = path.join(folder, "bench");
  mkdirSync(documents, { recursive: true });
  const { remoteUrl: url, token } = options;
  const mirror = await createRemoteMirror({
    gitDir,
    url,
    ...(token === undefined ? {} : { token }),
  });
  const { pulls } = options;
  return {
    repository: createMirrorRepository(mirror, receivedStore(bench)),
    store: createPushRefStore(mirror),
    benches: {
      open: async (nonce) => await openBench({ gitDir, folder: bench, documents, nonce }),
      // What another run left went with its machine.
      remove: async () => await Promise.resolve(),
      sweep: async () => await Promise.resolve(),
    },
    processes: createProcessRunner({
      confinement: (cwd) => {
        const checkout = { root: gitDir, gitDir, commonDir: gitDir };
        const place = { checkout, home: environment["HOME"] ?? folder, bench };
        const confined = strangerConfinement(place, cwd);
        const readOnly = [...confined.readOnly, documents, ...options.runnerFolders];
        return { ...confined, readOnly };
      },
    }),
    http: createHttpClient(),
    browser: createBrowserDriver({ environment }),
    openFiles: createFolderFiles,
    clock: createSystemClock(),
    nonces: createRandomNonceSource(),
    liveness: createWorkflowLiveness(self, options.runs),
    ...(pulls === undefined ? {} : { pulls }),
    events,
    environment,
    secrets: [...secretsOf(environment), ...(token === undefined ? [] : [token])],
    signal,
  };
}

async function openBench(place: {
  readonly gitDir: string;
  readonly folder: string;
  readonly documents: string;
  readonly nonce: string;
}): Promise<Bench> {
  const { gitDir: repository, folder, documents, nonce } = place;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const bundle = path.join(documents, "candidate.bundle");
  const workshop = await createWorkshop({ repository, folder, bundle });
  const parent = path.join(documents, "evidence");
  const evidence = createEvidenceFiles({ parent, name: nonce, shown: "artifact evidence" });
  return { workshop, handover: createHandover(documents), evidence };
}
