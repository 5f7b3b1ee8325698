import { randomUUID } from "node:crypto";
import { deliver } from "./deliver.ts";
import type { Installation, Json, Repository, Token, User, Webhook, World } from "./model.ts";
import { nodeId } from "./render/node-id.ts";
import { renderRepository } from "./render/repository.ts";
import { renderUser } from "./render/user.ts";

export interface Happening {
  /** `pull_request`. */
  readonly event: string;
  /** `opened`; goes into the payload. */
  readonly action?: string;
  readonly repository: Repository;
  readonly actor: User;
  /** Whose doing it is; without one it is GitHub's own. */
  readonly token?: Token;
  /** What the event has of its own; `action`, `repository`, `sender` and `installation` are added. */
  readonly payload: Json;
  /** Where only one App hears of it: `check_run.rerequested`, `check_run.requested_action`. */
  readonly onlyAppId?: number;
  /** For what starts no workflow, whoever did it: the checks of Actions itself. */
  readonly startsNothing?: boolean;
}

/** The two events that a workflow's own token may start a workflow with. */
const DISPATCHES: ReadonlySet<string> = new Set(["workflow_dispatch", "repository_dispatch"]);

/** Tells the subscribers in this process at once and the webhooks soon after. */
export function emit(world: World, happening: Happening): void {
  const payload = completePayload(world, happening);
  const receivers = findReceivers(world, happening);
  const observed = receivers.find((it) => it.installation !== undefined);
  for (const observer of world.webhookObservers) {
    observer(happening.event, withInstallation(payload, observed?.installation));
  }
  for (const { webhook, installation } of receivers) {
    deliver(world, {
      hook: webhook,
      guid: randomUUID(),
      event: happening.event,
      action: happening.action,
      repositoryId: happening.repository.id,
      installationId: installation?.id,
      body: JSON.stringify(withInstallation(payload, installation)),
      isRedelivery: false,
    });
  }
  for (const listener of world.eventListeners) {
    listener({
      name: happening.event,
      action: happening.action,
      repository: happening.repository,
      actor: happening.actor,
      token: happening.token,
      payload,
      startsRuns: startsRuns(happening),
    });
  }
}

function startsRuns({ event, token, startsNothing }: Happening): boolean {
  if (startsNothing === true) {
    return false;
  }
  return token?.kind !== "workflow" || DISPATCHES.has(event);
}

function completePayload(world: World, happening: Happening): Json {
  const { owner } = happening.repository;
  return {
    ...(happening.action === undefined ? {} : { action: happening.action }),
    ...happening.payload,
    repository: renderRepository(world, happening.repository),
    ...(owner.type === "Organization" ? { organization: renderOrganization(world, owner) } : {}),
    sender: renderUser(world, happening.actor),
  };
}

function renderOrganization(world: World, organization: User): Json {
  const address = `${world.apiUrl}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId("O", organization.id),
    url: address,
    repos_url: `${address}/repos`,
    events_url: `${address}/events`,
    hooks_url: `${address}/hooks`,
    issues_url: `${address}/issues`,
    members_url: `${address}/members{/member}`,
    public_members_url: `${address}/public_members{/member}`,
    avatar_url: `${world.url}/_avatars/${organization.id}`,
    description: "",
  };
}

function withInstallation(payload: Json, installation: Installation | undefined): Json {
  return installation === undefined
    ? payload
    : {
        ...payload,
        installation: {
          id: installation.id,
          node_id: nodeId("MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u", installation.id),
        },
      };
}

interface Receiver {
  readonly webhook: Webhook;
  readonly installation: Installation | undefined;
}

function findReceivers(world: World, happening: Happening): readonly Receiver[] {
  const ofRepository = happening.repository.webhooks.map((webhook) => ({
    webhook,
    installation: undefined,
  }));
  const ofApps = world.installations
    .filter((it) => hears(it, happening))
    .flatMap((installation) => {
      const { webhook } = installation.app;
      return webhook === undefined ? [] : [{ webhook, installation }];
    });
  const all = happening.onlyAppId === undefined ? [...ofRepository, ...ofApps] : ofApps;
  return all.filter(({ webhook }) => webhook.isActive && isSubscribed(webhook, happening.event));
}

function hears(installation: Installation, happening: Happening): boolean {
  const { repository, onlyAppId } = happening;
  return (
    !installation.isSuspended &&
    installation.account.id === repository.owner.id &&
    (installation.repositoryIds?.has(repository.id) ?? true) &&
    (onlyAppId === undefined || onlyAppId === installation.app.id)
  );
}

function isSubscribed(webhook: Webhook, event: string): boolean {
  return webhook.events.includes("*") || webhook.events.includes(event);
}
