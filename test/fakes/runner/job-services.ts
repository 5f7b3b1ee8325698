import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ActionsService, WorkflowJob, WorkflowRun } from "../github/actions-seam.ts";

export interface JobIdentity {
  readonly run: WorkflowRun;
  readonly job: WorkflowJob;
  readonly environment: string | undefined;
  readonly called: { readonly ref: string; readonly sha: string } | undefined;
  /** `id-token: write`. */
  readonly isAllowed: boolean;
}

export interface JobVariables {
  /** Every step gets these. */
  readonly all: Record<string, string>;
  /** Only actions get these. */
  readonly actions: Record<string, string>;
}

/** What a job can ask of GitHub apart from its API: OIDC tokens. */
export interface JobServices {
  open(identity: JobIdentity): JobVariables;
  close(job: WorkflowJob): void;
  stop(): Promise<void>;
}

export async function startJobServices(actions: ActionsService): Promise<JobServices> {
  const identities = new Map<string, JobIdentity>();
  const server = createServer((request, response) => {
    void answer(actions, identities, request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return {
    open: (identity) => {
      const token = randomBytes(24).toString("hex");
      const runtime = { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: `${url}/results/` };
      identities.set(token, identity);
      if (!identity.isAllowed) return { all: {}, actions: runtime };
      const variables = {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/id-token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      };
      return { all: variables, actions: runtime };
    },
    close: (job) => {
      for (const [token, identity] of identities)
        if (identity.job === job) identities.delete(token);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

async function answer(
  actions: ActionsService,
  identities: ReadonlyMap<string, JobIdentity>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const token = /^bearer (\S+)$/iu.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const identity = identities.get(token);
  response.setHeader("content-type", "application/json");
  if (identity?.isAllowed !== true || url.pathname !== "/id-token") {
    response.statusCode = 401;
    response.end(JSON.stringify({ message: "Only a job with `id-token: write` gets a token." }));
    return;
  }
  const value = await issue(actions, identity, url.searchParams.get("audience") ?? undefined);
  response.end(JSON.stringify({ count: value.length, value }));
}

async function issue(
  actions: ActionsService,
  { run, job, environment, called }: JobIdentity,
  audience: string | undefined,
): Promise<string> {
  return await actions.issueIdToken(run, job, {
    ...(audience === undefined ? {} : { audience }),
    ...(environment === undefined ? {} : { environment }),
    ...(called === undefined ? {} : { jobWorkflowRef: called.ref, jobWorkflowSha: called.sha }),
  });
}
