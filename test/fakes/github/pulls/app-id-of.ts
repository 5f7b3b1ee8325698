import type { Token, World } from "../model.ts";

/** The App that a token speaks for; a person speaks for none. */
export function appIdOf(world: World, token: Token): number | undefined {
  if (token.kind === "installation") return token.installation.app.id;
  return token.kind === "workflow" ? world.actionsApp.id : undefined;
}
