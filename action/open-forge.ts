import { createGitHubClient } from "../src/adapters/github-client.ts";
import { createGitHubForge } from "../src/adapters/github-forge.ts";
import { KaziError } from "../src/model/kazi-error.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./phases.ts";

/** The repository as the job's token sees it. Without an identity of its own the gate is a commit status. */
export async function openForge({ token, app }: Inputs, { runner, signal }: Job): Promise<Forge> {
  return await createGitHubForge({
    client: createGitHubClient({ apiUrl: runner.apiUrl, token, signal }),
    repository: { owner: runner.owner, name: runner.name },
    workflow: runner.workflow,
    gate: { kind: "status" },
    ...(app === undefined ? {} : { speaker: `${app}[bot]` }),
  });
}

/** A workflow runs as it stands on the branch that it was started on, and only one of them was looked at. */
export async function requireDefaultBranch(forge: Forge, { runner }: Job): Promise<void> {
  const expected = `refs/heads/${await forge.source.defaultBranch()}`;
  if (runner.ref === expected) return;
  throw new KaziError({
    code: "input-invalid",
    message: `expected this workflow to be started on ${expected}, found ${runner.ref}; start it there`,
  });
}
