import type { App, Token, World } from "../model.ts";
import { forbidden } from "../respond.ts";

/** Checks are written by Apps only; a workflow's token is one of the Actions App. */
export function needApp(world: World, token: Token): App {
  if (token.kind === "installation") return token.installation.app;
  if (token.kind === "workflow") return world.actionsApp;
  throw forbidden("You must authenticate via a GitHub App.");
}
