import { z } from "zod";
import { moveRefs, type MoveOutcome } from "../git/move-refs.ts";
import type { Repository } from "../model.ts";
import { canSee, findDenial } from "../permissions.ts";
import { idOfNode } from "../render/node-id.ts";
import type { Call } from "../router.ts";
import type { Arguments } from "./field-resolver.ts";
import { GraphQlError } from "./graphql-error.ts";

const Oid = z.string().regex(/^[0-9a-f]{40}$/);
const Input = z.object({
  input: z.object({
    repositoryId: z.string(),
    clientMutationId: z.string().nullish(),
    refUpdates: z.array(
      z.object({
        name: z.string().startsWith("refs/"),
        beforeOid: Oid.nullish(),
        afterOid: Oid,
        force: z.boolean().nullish(),
      }),
    ),
  }),
});

/** Moves several refs, all or none; `beforeOid` compares, zeros create and delete. */
export async function updateRefs(call: Call, args: Arguments): Promise<unknown> {
  const { input } = Input.parse(args);
  const repository = findRepository(call, input.repositoryId);
  if (findDenial(call.token, repository, { name: "contents", level: "write" }) !== undefined) {
    const subject = call.token.kind === "user" ? "personal access token" : "integration";
    throw new GraphQlError(`Resource not accessible by ${subject}`, "FORBIDDEN");
  }
  const outcome = await moveRefs(
    call.world,
    { repository, token: call.token },
    input.refUpdates.map((update) => ({
      ref: update.name,
      before: update.beforeOid ?? undefined,
      after: update.afterOid,
      isForced: update.force ?? false,
    })),
  );
  refuseUnmoved(call, outcome);
  return { clientMutationId: input.clientMutationId };
}

function findRepository(call: Call, node: string): Repository {
  const id = idOfNode("R", node);
  const found = call.world.repositories.find((it) => it.id === id);
  if (found === undefined || !canSee(call.token, found)) {
    throw new GraphQlError(
      `Could not resolve to a node with the global id of '${node}'`,
      "NOT_FOUND",
    );
  }
  return found;
}

function refuseUnmoved(call: Call, outcome: MoveOutcome): void {
  switch (outcome.kind) {
    case "moved":
      return;
    // GitHub says nothing more of a ref that is not what `beforeOid` says: whoever asked must read it again.
    case "stale":
    case "missing-object":
    case "unwritable":
      throw new GraphQlError(
        `Something went wrong while executing your query on ${new Date(call.world.nowMs()).toISOString()}. Please include the request id when reporting this issue.`,
      );
    case "not-fast-forward":
      throw new GraphQlError("Update is not a fast forward", "UNPROCESSABLE");
    case "refused":
      throw new GraphQlError(
        outcome.refusal.message,
        outcome.refusal.status === 403 ? "FORBIDDEN" : "UNPROCESSABLE",
      );
  }
}
