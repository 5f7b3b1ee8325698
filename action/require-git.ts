import { getExecOutput } from "@actions/exec";
import { KaziError } from "../src/model/kazi-error.ts";

/** The oldest one that answers with absolute paths, which is asked of it. */
const OLDEST = { major: 2, minor: 31 };

/** The one tool of the machine that all rests on; its version stands in the log of every job. */
export async function requireGit(): Promise<void> {
  const found = await versionOfGit();
  const [, major, minor] = (/(\d+)\.(\d+)/.exec(found) ?? []).map(Number);
  if (major === undefined || minor === undefined) throw unusable("no git");
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw unusable(`git ${major}.${minor}`);
}

async function versionOfGit(): Promise<string> {
  try {
    return (await getExecOutput("git", ["--version"])).stdout;
  } catch (cause) {
    throw unusable("no git that can be started", cause);
  }
}

function unusable(found: string, cause?: unknown): KaziError {
  return new KaziError({
    code: "workspace-unusable",
    message: `expected git ${OLDEST.major}.${OLDEST.minor} or newer on this runner, found ${found}. Hosted runners have it`,
    cause,
  });
}
