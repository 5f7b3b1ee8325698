import type { NotBuilt } from "../model/check.ts";
import type { Provider } from "./provider.ts";

/** What the original checks and this program does not: said, and never a pass. */
export const notBuilt: Provider<NotBuilt> = {
  triggers: [],
  permanent: ["not-available"],
  observe: async ({ check }) =>
    await Promise.resolve({
      status: "unknown",
      error: "not-available",
      message: `${check.named} is not built here: ${check.instead}`,
    }),
};
