import { readFile } from "node:fs/promises";
import { z } from "zod";
import { createGitHubClient, type GitHubClient } from "../src/adapters/github-client.ts";
import {
  findRepository,
  type GitHubRepository,
  parseRepository,
} from "../src/adapters/github-repository.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import type { RunnerContext } from "./runner-context.ts";

/** As the event of the run describes it, or else as GitHub does when it is asked. */
export async function openRepository(
  { token }: Inputs,
  { runner, signal }: Job,
): Promise<GitHubRepository> {
  const client = createGitHubClient({ apiUrl: runner.apiUrl, token, signal });
  return (await repositoryOfEvent(client, runner)) ?? (await findRepository(client, runner));
}

const Event = z.object({ repository: z.unknown() });

/**
 * A run that is started again has the event of the first time, and the default branch may be another one
 * by now. Events of the schedule describe nothing.
 */
async function repositoryOfEvent(
  client: GitHubClient,
  { eventPath, attempt, owner, name }: RunnerContext,
): Promise<GitHubRepository | undefined> {
  if (attempt > 1) return undefined;
  const event = Event.safeParse(await readEvent(eventPath));
  const found = parseRepository(client, event.data?.repository);
  return found?.owner === owner && found.name === name ? found : undefined;
}

async function readEvent(eventPath: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(eventPath, "utf8"));
  } catch {
    return undefined;
  }
}
