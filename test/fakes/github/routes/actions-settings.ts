import { z } from "zod";
import type { Json } from "../model.ts";
import { isoTime } from "../render/iso-time.ts";
import { countedPageReply, noContent, notFound, ok, parseBody, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const SETTINGS = { name: "administration", level: "read" } as const;
const PERMISSIONS = "/repos/{owner}/{repo}/actions/permissions";
const VARIABLES = "/repos/{owner}/{repo}/actions/variables";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: PERMISSIONS,
    permission: SETTINGS,
    handle: () => ok({ enabled: true, allowed_actions: "all", sha_pinning_required: false }),
  },
  {
    scope: "repository",
    method: "GET",
    template: `${PERMISSIONS}/workflow`,
    permission: SETTINGS,
    handle: getWorkflowPermissions,
  },
  {
    scope: "repository",
    method: "PUT",
    template: `${PERMISSIONS}/workflow`,
    permission: { name: "administration", level: "write" },
    handle: setWorkflowPermissions,
  },
  {
    scope: "repository",
    method: "GET",
    template: VARIABLES,
    permission: { name: "actions_variables", level: "read" },
    handle: async (call) =>
      await countedPageReply(call, "variables", [...call.repository.variables], ([name, value]) =>
        renderVariable(call, name, value),
      ),
  },
  {
    scope: "repository",
    method: "GET",
    template: `${VARIABLES}/{name}`,
    permission: { name: "actions_variables", level: "read" },
    handle: getVariable,
  },
];

function getWorkflowPermissions({ repository }: RepositoryCall): Reply {
  return ok({
    default_workflow_permissions: repository.settings.defaultWorkflowPermissions,
    can_approve_pull_request_reviews: repository.settings.allowsActionsToCreatePullRequests,
  });
}

const WorkflowPermissions = z.object({
  default_workflow_permissions: z.enum(["read", "write"]).optional(),
  can_approve_pull_request_reviews: z.boolean().optional(),
});

function setWorkflowPermissions({ repository: { settings }, body }: RepositoryCall): Reply {
  const asked = parseBody(WorkflowPermissions, body);
  settings.defaultWorkflowPermissions =
    asked.default_workflow_permissions ?? settings.defaultWorkflowPermissions;
  settings.allowsActionsToCreatePullRequests =
    asked.can_approve_pull_request_reviews ?? settings.allowsActionsToCreatePullRequests;
  return noContent();
}

function getVariable(call: RepositoryCall): Reply {
  const name = (call.params["name"] ?? "").toUpperCase();
  const value = call.repository.variables.get(name);
  if (value === undefined) throw notFound();
  return ok(renderVariable(call, name, value));
}

function renderVariable(call: RepositoryCall, name: string, value: string): Json {
  const createdAt = isoTime(call.repository.createdAtMs);
  return { name, value, created_at: createdAt, updated_at: createdAt };
}
