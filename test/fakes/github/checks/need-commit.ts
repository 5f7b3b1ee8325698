import { findCommit } from "../git/find-commit.ts";
import { unprocessable } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";

/** The commit that a branch, a tag or a SHA stands for. */
export async function needCommit(call: RepositoryCall, name: string): Promise<string> {
  const sha = await findCommit(call.world, call.repository, name);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${name}`);
  return sha;
}
