import { z } from "zod";
import { ensureLabels } from "../issues/ensure-labels.ts";
import { getIssue } from "../issues/get-issue.ts";
import { emitIssueEvent } from "../issues/issue-event.ts";
import type { Issue, Label } from "../model.ts";
import { renderIssueLabels } from "../render/issue.ts";
import { renderLabel } from "../render/label.ts";
import {
  created,
  notFound,
  ok,
  pageReply,
  parseBody,
  unprocessable,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "metadata", level: "read" } as const;
const OF_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/labels";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/labels",
    permission: { name: "issues", level: "read" },
    handle: async (call) =>
      await pageReply(call, call.repository.labels, (label) =>
        renderLabel(call.world, call.repository, label),
      ),
  },
  {
    scope: "repository",
    method: "POST",
    template: "/repos/{owner}/{repo}/labels",
    permission: { name: "issues", level: "write" },
    handle: create,
  },
  {
    scope: "repository",
    method: "GET",
    template: OF_ISSUE,
    permission: READ,
    handle: async (call) => {
      const labels = renderIssueLabels(call.world, call.repository, getIssue(call, "read"));
      return await pageReply(call, labels, (label) => label);
    },
  },
  { scope: "repository", method: "POST", template: OF_ISSUE, permission: READ, handle: add },
  {
    scope: "repository",
    method: "DELETE",
    template: `${OF_ISSUE}/{name}`,
    permission: READ,
    handle: remove,
  },
];

const NewLabel = z.object({
  name: z.string(),
  color: z.string().optional(),
  description: z.string().optional(),
});

function create(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const { name, color, description } = parseBody(NewLabel, call.body);
  if (repository.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw unprocessable("Validation Failed", [
      { resource: "Label", code: "already_exists", field: "name" },
    ]);
  }
  const label: Label = { id: world.nextId(), name, color: color ?? "ededed", description };
  repository.labels.push(label);
  return created(renderLabel(world, repository, label));
}

const Names = z.union([
  z.object({ labels: z.array(z.string()) }).transform((body) => body.labels),
  z.array(z.string()),
]);

async function add(call: RepositoryCall): Promise<Reply> {
  const issue = getIssue(call, "write");
  const names = parseBody(Names, call.body).filter((name) => !issue.labels.has(name));
  ensureLabels(call.world, call.repository, names);
  for (const name of names) {
    issue.labels.add(name);
    await tell(call, issue, { action: "labeled", name });
  }
  return ok(renderIssueLabels(call.world, call.repository, issue));
}

async function remove(call: RepositoryCall): Promise<Reply> {
  const issue = getIssue(call, "write");
  const name = call.params["name"] ?? "";
  if (!issue.labels.delete(name)) throw notFound();
  await tell(call, issue, { action: "unlabeled", name });
  return ok(renderIssueLabels(call.world, call.repository, issue));
}

async function tell(
  call: RepositoryCall,
  issue: Issue,
  it: { readonly action: string; readonly name: string },
): Promise<void> {
  const { world, repository, token } = call;
  const label = repository.labels.find((known) => known.name === it.name);
  if (label === undefined) return;
  const extra = { label: renderLabel(world, repository, label) };
  await emitIssueEvent(world, { repository, issue, token, action: it.action, extra });
}
