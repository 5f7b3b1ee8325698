import type { Repository } from "../ports/repository.ts";
import { advanceCheckout } from "./repository-advance.ts";
import { findCheckout, inspectCheckout, type PersonCheckout } from "./repository-checkout.ts";
import { checkOids, createRepositoryObjects } from "./repository-objects.ts";
import { pushBranch } from "./repository-push.ts";

export interface RepositoryOptions {
  /** A checkout, or a folder in one. */
  readonly workspace: string;
  /** Where the workshop leaves what it received; see `receivedStore`. */
  readonly received?: string;
}

/** The git directory that all worktrees of the workspace's repository share. */
export async function commonGitDir(workspace: string): Promise<string> {
  return (await findCheckout(workspace)).commonDir;
}

export function createRepository(options: RepositoryOptions): Repository {
  let found: Promise<PersonCheckout> | undefined;
  return {
    ...createRepositoryObjects(async () => (await checkout()).commonDir, options.received),
    inspect: async () => await inspectCheckout(await checkout()),
    advance: async (from, to) => {
      checkOids(from, to);
      return await advanceCheckout(await checkout(), from, to);
    },
    push: async (request) => {
      checkOids(request.commit);
      return await pushBranch(await checkout(), request);
    },
  };

  function checkout(): Promise<PersonCheckout> {
    found ??= findCheckout(options.workspace);
    return found;
  }
}
