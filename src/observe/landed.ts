import type { Landed } from "../model/check.ts";
import type { Provider } from "./provider.ts";

/** Judged where landings are made and recorded; nothing in a checkout can tell. */
export const landed: Provider<Landed> = {
  triggers: ["landing"],
  permanent: [],
  observe: async ({ check }) =>
    await Promise.resolve({
      status: "unknown",
      message: `has not reached "${check.wanted}" yet`,
      wanted: check.wanted,
    }),
};
