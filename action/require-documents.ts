import { KaziError } from "../src/model/kazi-error.ts";
import { checkDocuments } from "./documents.ts";
import type { Digests } from "./inputs.ts";

/** For the jobs that cannot go on with less than what the jobs before them left. */
export async function requireDocuments(folder: string, digests: Digests): Promise<void> {
  const damage = await checkDocuments(folder, digests);
  if (damage.length === 0) return;
  throw new KaziError({
    code: "handover-invalid",
    message: `${damage.map(({ problem }) => problem).join("; ")}. Nothing was done; the land job gives the claim back`,
  });
}
