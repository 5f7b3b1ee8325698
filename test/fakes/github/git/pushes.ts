import type { RefMove, Repository, Token } from "../model.ts";
import type { Refusal } from "./receive-rules.ts";

/** One push by git while it goes on; the hooks name it by an id that nobody can guess. */
export interface PushInProgress {
  readonly repository: Repository;
  readonly token: Token;
  readonly verdictsFile: string;
  readonly refusals: Refusal[];
  readonly moved: RefMove[];
}

export const pushes = new Map<string, PushInProgress>();
