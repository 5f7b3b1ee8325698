import type { Reaction } from "../../fakes/github/model.ts";
import type { ReactionCount } from "./page-view.ts";

const SIGNS: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

/** In GitHub's order, without those that nobody gave. */
export function toReactionCounts(reactions: readonly Reaction[]): readonly ReactionCount[] {
  return Object.entries(SIGNS).flatMap(([content, sign]) => {
    const logins = reactions
      .filter((reaction) => reaction.content === content)
      .map((reaction) => reaction.user.login);
    return logins.length === 0 ? [] : [{ sign, logins }];
  });
}
