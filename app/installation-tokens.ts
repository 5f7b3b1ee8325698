import type { Probot } from "probot";
import { z } from "zod";
import type { RepositoryName } from "./forges.ts";

/** Gives tokens that reach one repository and nothing else. */
export type InstallationTokens = (
  installationId: number,
  repository: RepositoryName,
) => Promise<string>;

const Minted = z.object({ token: z.string().min(1), expires_at: z.iso.datetime() });
const KEPT_MAX = 1_000;
/** A token that ends during its use would fail half-way. */
const SPARE_MS = 10 * 60_000;

/** GitHub bounds how many tokens an App may make, so one is used again while it lasts. */
export function createInstallationTokens(probot: Probot, nowMs: () => number): InstallationTokens {
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  return async (installationId, { owner, name }) => {
    const key = `${installationId} ${owner}/${name}`.toLowerCase();
    const known = kept.get(key);
    if (known !== undefined && known.untilMs > nowMs()) return known.token;
    const minted = await mint(probot, installationId, name);
    kept.delete(key);
    kept.set(key, { token: minted.token, untilMs: Date.parse(minted.expires_at) - SPARE_MS });
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return minted.token;
  };
}

async function mint(
  probot: Probot,
  installationId: number,
  name: string,
): Promise<z.infer<typeof Minted>> {
  const octokit = await probot.auth();
  const { data } = await octokit.request(
    "POST /app/installations/{installation_id}/access_tokens",
    { installation_id: installationId, repositories: [name] },
  );
  return Minted.parse(data);
}
