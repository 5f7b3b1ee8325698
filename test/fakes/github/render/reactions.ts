import type { Json, Reaction, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

export const REACTION_CONTENTS = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
] as const;

export function renderReaction(world: World, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: nodeId("REA", reaction.id),
    user: renderUser(world, reaction.user),
    content: reaction.content,
    created_at: isoTime(reaction.createdAtMs),
  };
}

/** The sums that stand in a comment or an issue. */
export function renderReactionSums(address: string, reactions: readonly Reaction[]): Json {
  const sums = REACTION_CONTENTS.map((content) => [
    content,
    reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return {
    url: `${address}/reactions`,
    total_count: reactions.length,
    ...Object.fromEntries(sums),
  };
}
