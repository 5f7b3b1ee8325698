import {
  createSign,
  generateKeyPair,
  randomUUID,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import type { IdTokenRequest, WorkflowJob, WorkflowRun } from "../actions-seam.ts";
import { protectionOf } from "../git/receive-rules.ts";
import type { World } from "../model.ts";
import { pullRefsOf } from "./pull-refs-of.ts";

/** How long before and after its making a token is good. */
const BEFORE_S = 600;
const AFTER_S = 300;
const KEY_ID = "local-github";

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Made when first needed: most worlds sign nothing. */
const keysOfWorld = new WeakMap<World, Promise<Keys>>();

async function keysOf(world: World): Promise<Keys> {
  const known = keysOfWorld.get(world);
  if (known !== undefined) return await known;
  const made = promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  keysOfWorld.set(world, made);
  return await made;
}

export function idTokenIssuer(world: World): string {
  return `${world.url}/_oidc`;
}

export async function idTokenKeys(world: World): Promise<{ readonly keys: readonly JsonWebKey[] }> {
  const { publicKey } = await keysOf(world);
  const key = publicKey.export({ format: "jwk" });
  return { keys: [{ ...key, kid: KEY_ID, use: "sig", alg: "RS256" }] };
}

/** A token that says which job of which run asks, signed by the issuer. */
export async function issueIdToken(
  world: World,
  it: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  request: IdTokenRequest,
): Promise<string> {
  const { privateKey } = await keysOf(world);
  const header = encode({ alg: "RS256", typ: "JWT", kid: KEY_ID });
  const payload = encode(claimsOf(world, it, request));
  const signature = createSign("RSA-SHA256").update(`${header}.${payload}`).sign(privateKey);
  return `${header}.${payload}.${signature.toString("base64url")}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function claimsOf(
  world: World,
  { run, job }: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  request: IdTokenRequest,
): Record<string, string | number> {
  const { repository } = run;
  const nowS = Math.floor(world.nowMs() / 1000);
  const workflowRef = `${repository.fullName}/${run.workflowPath}@${run.workflowRef}`;
  const { environment } = request;
  return {
    iss: idTokenIssuer(world),
    aud: request.audience ?? `${world.url}/${repository.owner.login}`,
    sub: `repo:${repository.fullName}:${subjectOf(run, environment)}`,
    jti: randomUUID(),
    iat: nowS,
    nbf: nowS - BEFORE_S,
    exp: nowS + AFTER_S,
    ...repositoryClaims(run),
    ...runClaims(run),
    workflow_ref: workflowRef,
    workflow_sha: run.workflowSha,
    job_workflow_ref: request.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: request.jobWorkflowSha ?? run.workflowSha,
    runner_environment: "self-hosted",
    check_run_id: String(job.id),
    ...(environment === undefined ? {} : { environment }),
  };
}

function subjectOf(run: WorkflowRun, environment: string | undefined): string {
  if (environment !== undefined) return `environment:${environment}`;
  return run.event === "pull_request" ? "pull_request" : `ref:${run.ref}`;
}

function repositoryClaims({ repository }: WorkflowRun): Record<string, string> {
  return {
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.isPrivate ? "private" : "public",
  };
}

function runClaims(run: WorkflowRun): Record<string, string> {
  const refs = pullRefsOf(run);
  return {
    ref: run.ref,
    ref_type: run.ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: String(protectionOf(run.repository, run.ref) !== undefined),
    sha: run.sha,
    head_ref: refs?.head ?? "",
    base_ref: refs?.base ?? "",
    event_name: run.event,
    actor: run.actor.login,
    actor_id: String(run.actor.id),
    workflow: run.workflowName,
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: String(run.attempt),
  };
}
