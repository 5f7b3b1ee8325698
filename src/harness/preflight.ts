import { childEnvironment } from "../model/child-environment.ts";
import type { ResolvedHarness } from "../model/harness.ts";
import type { ProcessRunner } from "../ports/process-runner.ts";
import { findProfile } from "./find-profile.ts";
import { missingHarness, namelessHarness, unknownHarness } from "./missing-harness.ts";

/** What has to be there before a dispatch is paid for. */
export interface HarnessCheck {
  readonly harness: ResolvedHarness;
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: ProcessRunner;
  /** Where a command with a slash starts from. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

const VERSION_TIMEOUT_MS = 30_000;
const VERSION_BYTES_MAX = 4_096;

/** A sentence when the executable cannot be started. A stand-in is not asked: it may do work on any call. */
export async function checkHarness(check: HarnessCheck): Promise<string | undefined> {
  const profile = findProfile(check.harness.id);
  if (profile === undefined) return unknownHarness(check.harness.id);
  const command = check.harness.command ?? profile.command;
  if (command === undefined) return namelessHarness(profile);
  if (profile.tier === "stand-in") return undefined;
  const { ending } = await check.processes.run({
    argv: [command, "--version"],
    cwd: check.folder,
    env: { ...profile.environment, ...childEnvironment(check.environment, []) },
    timeoutMs: VERSION_TIMEOUT_MS,
    outputBytesMax: VERSION_BYTES_MAX,
    mergeStderr: true,
    signal: check.signal,
  });
  return ending.kind === "not-started"
    ? missingHarness(profile, { command, reason: ending.reason })
    : undefined;
}
