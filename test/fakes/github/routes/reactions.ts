import { z } from "zod";
import { getComment } from "../issues/get-comment.ts";
import { getIssue } from "../issues/get-issue.ts";
import type { Reaction } from "../model.ts";
import { REACTION_CONTENTS, renderReaction } from "../render/reactions.ts";
import {
  created,
  forbidden,
  noContent,
  notFound,
  ok,
  pageReply,
  parseBody,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "metadata", level: "read" } as const;
const OF_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/reactions";
const OF_COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";

type Finder = (call: RepositoryCall, level: "read" | "write") => Reaction[];

export const routes: readonly Route[] = [
  ...routesOf(OF_ISSUE, (call, level) => getIssue(call, level).reactions),
  ...routesOf(OF_COMMENT, (call, level) => getComment(call, level).comment.reactions),
];

function routesOf(template: string, find: Finder): readonly Route[] {
  const common = { scope: "repository", permission: READ } as const;
  return [
    {
      ...common,
      method: "GET",
      template,
      handle: async (call: RepositoryCall) => await list(call, find(call, "read")),
    },
    {
      ...common,
      method: "POST",
      template,
      handle: (call: RepositoryCall) => add(call, find(call, "write")),
    },
    {
      ...common,
      method: "DELETE",
      template: `${template}/{reaction_id}`,
      handle: (call: RepositoryCall) => remove(call, find(call, "write")),
    },
  ];
}

async function list(call: RepositoryCall, reactions: readonly Reaction[]): Promise<Reply> {
  const content = call.url.searchParams.get("content");
  const found = reactions.filter((it) => content === null || it.content === content);
  return await pageReply(call, found, (it) => renderReaction(call.world, it));
}

const NewReaction = z.object({ content: z.enum(REACTION_CONTENTS) });

/** The same reaction of the same person exists once: the second time it is answered with 200. */
function add(call: RepositoryCall, reactions: Reaction[]): Reply {
  const { world, token } = call;
  const { content } = parseBody(NewReaction, call.body);
  const known = reactions.find((it) => it.content === content && it.user.id === token.actor.id);
  if (known !== undefined) return ok(renderReaction(world, known));
  const reaction = { id: world.nextId(), user: token.actor, content, createdAtMs: world.nowMs() };
  reactions.push(reaction);
  return created(renderReaction(world, reaction));
}

function remove(call: RepositoryCall, reactions: Reaction[]): Reply {
  const position = reactions.findIndex((it) => it.id === Number(call.params["reaction_id"]));
  const reaction = reactions[position];
  if (reaction === undefined) throw notFound();
  if (reaction.user.id !== call.token.actor.id) {
    throw forbidden("You do not have permission to delete this reaction.");
  }
  reactions.splice(position, 1);
  return noContent();
}
