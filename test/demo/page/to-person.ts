import type { User } from "../../fakes/github/model.ts";
import type { Person } from "./page-view.ts";

export function toPerson(user: Pick<User, "login" | "type">): Person {
  return { login: user.login.replace(/\[bot\]$/, ""), isBot: user.type === "Bot" };
}
