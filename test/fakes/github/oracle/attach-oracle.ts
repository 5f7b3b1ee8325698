import type { World } from "../model.ts";
import { type ApiOracle, createApiOracle } from "./validate-call.ts";
import { createWebhookOracle, type WebhookOracle } from "./validate-webhook.ts";

interface Oracles {
  readonly api: ApiOracle;
  readonly webhooks: WebhookOracle;
}

// One for the whole process: a test starts many worlds, and compiling is what takes long.
let oracles: Oracles | undefined;

/** Judges every answer and every webhook of a world by GitHub's descriptions, as they happen. */
export function attachOracle(world: World): void {
  const { api, webhooks } = (oracles ??= {
    api: createApiOracle(),
    webhooks: createWebhookOracle(),
  });
  world.observers.add((observation) => {
    if (!isRest(observation.template)) {
      return;
    }
    const responseBody = toSent(observation.responseBody);
    for (const violation of api.validateCall({ ...observation, responseBody })) {
      world.violate(violation);
    }
  });
  world.webhookObservers.add((event, payload) => {
    for (const violation of webhooks.validateWebhook(event, toSent(payload))) {
      world.violate(violation);
    }
  });
}

/** GraphQL describes itself, and what begins with `/_` is not GitHub's. */
function isRest(template: string): boolean {
  return template !== "/graphql" && !template.startsWith("/_");
}

/** As it goes over the wire: without what is `undefined`. */
function toSent(body: unknown): unknown {
  return body === undefined || body instanceof Uint8Array ? body : JSON.parse(JSON.stringify(body));
}
