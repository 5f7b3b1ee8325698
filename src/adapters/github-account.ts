import { z } from "zod";
import type { Account } from "../ports/pull-requests.ts";

/** An account in an answer; `null` where it was deleted since. */
export const GitHubUser = z
  .object({ id: z.int(), login: z.string(), type: z.string().optional() })
  .nullish();

/** GitHub shows deleted accounts as `ghost`; no account has the number 0. */
const GHOST: Account = { id: 0, login: "ghost", isBot: false };

export function toAccount(user: z.infer<typeof GitHubUser>): Account {
  if (user === undefined || user === null) return GHOST;
  const isBot = user.type === "Bot" || user.login.endsWith("[bot]");
  return { id: user.id, login: user.login, isBot };
}
