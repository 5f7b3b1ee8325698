import { createGitHubForge } from "../src/adapters/github-forge.ts";
import type { GitHubRepository } from "../src/adapters/github-repository.ts";
import { KaziError } from "../src/model/kazi-error.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { openRepository } from "./open-repository.ts";

/** The repository as the job's token sees it. Without an identity of its own the gate is a commit status. */
export async function openForge(
  inputs: Inputs,
  job: Job,
  repository?: GitHubRepository,
): Promise<Forge> {
  const { app } = inputs;
  const found = repository ?? (await openRepository(inputs, job));
  return await createGitHubForge({
    client: found.client,
    repository: found,
    workflow: job.runner.workflow,
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
