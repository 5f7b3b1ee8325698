import { z } from "zod";
import { JsonSchema } from "./find-unknown-names.ts";
import { readFixture } from "./read-fixture.ts";
import { createSchemaRegistry } from "./schema-registry.ts";

export interface WebhookOracle {
  /** One sentence for each way in which the payload is not as GitHub describes it. */
  validateWebhook(event: string, payload: unknown): readonly string[];
}

const Subset = z.object({
  webhooks: z.record(z.string(), JsonSchema),
  schemas: z.record(z.string(), JsonSchema),
});

const WithAction = z.object({ action: z.string() });

/** Judges payloads by GitHub's description of its webhooks, cut down to `webhooks.json`. */
export function createWebhookOracle(): WebhookOracle {
  const subset = readFixture("webhooks-subset.json", Subset);
  const registry = createSchemaRegistry(subset, { readsText: false });

  return {
    validateWebhook(event, payload) {
      const name = nameOf(event, payload);
      if (subset.webhooks[name] === undefined) {
        return [`webhook ${name}: not in test/fixtures/github-api/webhooks.json`];
      }
      const mistakes = registry.findMistakes(["webhooks", name], payload);
      return mistakes.map((mistake) => `webhook ${name}: ${mistake}`);
    },
  };
}

function nameOf(event: string, payload: unknown): string {
  const parsed = WithAction.safeParse(payload);
  // The sender of a repository_dispatch chooses its action.
  return parsed.success && event !== "repository_dispatch"
    ? `${event}.${parsed.data.action}`
    : event;
}
