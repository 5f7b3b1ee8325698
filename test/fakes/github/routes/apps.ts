import { randomBytes } from "node:crypto";
import { z } from "zod";
import type {
  App,
  Installation,
  InstallationToken,
  Json,
  Permissions,
  Repository,
  World,
} from "../model.ts";
import { includes } from "../permissions.ts";
import { renderApp, renderInstallation } from "../render/app.ts";
import { isoTime } from "../render/iso-time.ts";
import { renderRepository } from "../render/repository.ts";
import {
  countedPageReply,
  created,
  forbidden,
  noContent,
  notFound,
  ok,
  pageReply,
  parseBody,
  type Reply,
  unprocessable,
} from "../respond.ts";
import type { AppCall, Call, Route } from "../router.ts";

export const routes: readonly Route[] = [
  { method: "GET", template: "/app", scope: "app", handle: getApp },
  { method: "GET", template: "/app/installations", scope: "app", handle: listInstallations },
  {
    method: "GET",
    template: "/app/installations/{installation_id}",
    scope: "app",
    handle: getInstallation,
  },
  {
    method: "POST",
    template: "/app/installations/{installation_id}/access_tokens",
    scope: "app",
    handle: createToken,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/installation",
    scope: "app",
    handle: getRepositoryInstallation,
  },
  {
    method: "GET",
    template: "/installation/repositories",
    scope: "token",
    handle: listRepositories,
  },
  { method: "GET", template: "/apps/{app_slug}", scope: "public", handle: getAppBySlug },
  { method: "DELETE", template: "/installation/token", scope: "token", handle: revokeToken },
];

function getApp(call: AppCall): Reply {
  const count = installationsOf(call.world, call.app).length;
  return ok({ ...renderApp(call.world, call.app), installations_count: count });
}

function getAppBySlug(call: Call): Reply {
  const app = call.world.apps.find((it) => it.slug === call.params["app_slug"]);
  if (app === undefined) {
    throw notFound();
  }
  return ok(renderApp(call.world, app));
}

function installationsOf(world: World, app: App): readonly Installation[] {
  return world.installations.filter((it) => it.app.id === app.id);
}

async function listInstallations(call: AppCall): Promise<Reply> {
  return await pageReply(call, installationsOf(call.world, call.app), (it) =>
    renderInstallation(call.world, it),
  );
}

function getInstallation(call: AppCall): Reply {
  return ok(renderInstallation(call.world, findInstallation(call)));
}

function findInstallation(call: AppCall): Installation {
  const id = Number(call.params["installation_id"]);
  const found = installationsOf(call.world, call.app).find((it) => it.id === id);
  if (found === undefined) {
    throw notFound();
  }
  return found;
}

function getRepositoryInstallation(call: AppCall): Reply {
  const fullName = `${call.params["owner"]}/${call.params["repo"]}`;
  const found = installationsOf(call.world, call.app).find((installation) =>
    repositoriesOf(call.world, installation).some((it) => it.fullName === fullName),
  );
  if (found === undefined) {
    throw notFound();
  }
  return ok(renderInstallation(call.world, found));
}

function repositoriesOf(world: World, installation: Installation): readonly Repository[] {
  return world.repositories.filter(
    (it) =>
      it.owner.id === installation.account.id && (installation.repositoryIds?.has(it.id) ?? true),
  );
}

const TokenRequest = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.enum(["read", "write", "admin"])).optional(),
});
type TokenRequest = z.infer<typeof TokenRequest>;

const TOKEN_LIFETIME_MS = 3_600_000;

function createToken(call: AppCall): Reply {
  const { world } = call;
  const request = parseBody(TokenRequest, call.body);
  const installation = findInstallation(call);
  if (installation.isSuspended) {
    throw forbidden("This installation has been suspended");
  }
  const repositories = requestedRepositories(world, installation, request);
  const token: InstallationToken = {
    kind: "installation",
    value: `ghs_${randomBytes(18).toString("hex")}`,
    actor: installation.app.bot,
    installation,
    permissions: requestedPermissions(installation, request),
    repositoryIds:
      repositories === undefined ? undefined : new Set(repositories.map((it) => it.id)),
    expiresAtMs: world.nowMs() + TOKEN_LIFETIME_MS,
    isRevoked: false,
  };
  world.tokens.set(token.value, token);
  return created(renderToken(world, token, repositories));
}

function requestedRepositories(
  world: World,
  installation: Installation,
  request: TokenRequest,
): readonly Repository[] | undefined {
  const { repositories: names, repository_ids: ids } = request;
  if (names === undefined && ids === undefined) {
    return undefined;
  }
  const reachable = repositoriesOf(world, installation);
  const wanted = [...(names ?? []), ...(ids ?? [])].map((wish) =>
    reachable.find((it) => it.name === wish || it.id === wish),
  );
  return wanted.map((repository) => {
    if (repository === undefined) {
      throw unprocessable(
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    }
    return repository;
  });
}

function requestedPermissions(installation: Installation, request: TokenRequest): Permissions {
  const { permissions } = request;
  if (permissions === undefined) {
    return installation.permissions;
  }
  const isGranted = Object.entries(permissions).every(([name, level]) =>
    includes(installation.permissions, { name, level }),
  );
  if (!isGranted) {
    throw unprocessable("The permissions requested are not granted to this installation.");
  }
  return { ...permissions, metadata: "read" };
}

function renderToken(
  world: World,
  token: InstallationToken,
  repositories: readonly Repository[] | undefined,
): Json {
  const isSelected = token.repositoryIds ?? token.installation.repositoryIds;
  return {
    token: token.value,
    expires_at: isoTime(token.expiresAtMs ?? 0),
    permissions: { ...token.permissions },
    repository_selection: isSelected === undefined ? "all" : "selected",
    ...(repositories === undefined
      ? {}
      : { repositories: repositories.map((it) => renderRepository(world, it)) }),
  };
}

async function listRepositories(call: Call): Promise<Reply> {
  const { world, token } = call;
  if (token.kind !== "installation" && token.kind !== "workflow") {
    throw forbidden(
      "You must authenticate with an installation access token in order to list repositories for an installation.",
    );
  }
  const reachable =
    token.kind === "workflow" ? world.repositories : repositoriesOf(world, token.installation);
  const granted = reachable.filter((it) => token.repositoryIds?.has(it.id) ?? true);
  return await countedPageReply(call, "repositories", granted, (it) => renderRepository(world, it));
}

function revokeToken(call: Call): Reply {
  if (call.token.kind !== "installation") {
    throw forbidden("Resource not accessible by integration");
  }
  call.token.isRevoked = true;
  return noContent();
}
