import { notFound } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";
import { findPull, type Pull } from "./pull.ts";

/** The pull request that a route's `{pull_number}` names. */
export function getPull(call: RepositoryCall): Pull {
  const pull = findPull(call.repository, Number(call.params["pull_number"]));
  if (pull === undefined) throw notFound();
  return pull;
}
