import { z } from "zod";
import type { Repository } from "../model.ts";
import { findDenial } from "../permissions.ts";
import { findPull } from "../pulls/pull.ts";
import { renewMergeability } from "../pulls/renew-mergeability.ts";
import type { Call } from "../router.ts";
import type { Arguments } from "./field-resolver.ts";
import { GraphQlError } from "./graphql-error.ts";
import { pullFields } from "./pull-fields.ts";

const PullNumber = z.object({ number: z.int() });

/** `repository { pullRequest(number: 7) { ... } }`. */
export async function queryPull(
  call: Call,
  repository: Repository,
  args: Arguments,
): Promise<unknown> {
  const { number } = PullNumber.parse(args);
  const denial = findDenial(call.token, repository, { name: "pull_requests", level: "read" });
  if (denial !== undefined) {
    throw new GraphQlError("Resource not accessible by integration", "FORBIDDEN");
  }
  const pull = findPull(repository, number);
  if (pull === undefined) {
    throw new GraphQlError(
      `Could not resolve to a PullRequest with the number of ${number}.`,
      "NOT_FOUND",
    );
  }
  const fields = await pullFields(call.world, pull);
  renewMergeability(call.world, pull);
  return fields;
}
