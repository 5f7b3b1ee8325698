import type { App, Installation, Json, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

export function renderApp(world: World, app: App): Json {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId("A", app.id),
    owner: renderUser(world, app.owner),
    name: app.name,
    description: "",
    external_url: `${world.url}/apps/${app.slug}`,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: isoTime(app.createdAtMs),
    updated_at: isoTime(app.createdAtMs),
    permissions: { ...app.permissions },
    events: [...app.events],
  };
}

export function renderInstallation(world: World, installation: Installation): Json {
  const { app, account } = installation;
  return {
    id: installation.id,
    account: renderUser(world, account),
    repository_selection: installation.repositoryIds === undefined ? "all" : "selected",
    access_tokens_url: `${world.apiUrl}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.apiUrl}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type === "Organization" ? "Organization" : "User",
    permissions: { ...installation.permissions },
    events: [...app.events],
    created_at: isoTime(installation.createdAtMs),
    updated_at: isoTime(installation.createdAtMs),
    single_file_name: null,
    suspended_by: null,
    suspended_at: installation.isSuspended ? isoTime(installation.createdAtMs) : null,
  };
}
