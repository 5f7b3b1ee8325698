import { z } from "zod";
import { mayDo } from "../permissions.ts";
import { listPulls, type Pull } from "../pulls/pull.ts";
import { idOfNode } from "../render/node-id.ts";
import { ApiError } from "../respond.ts";
import type { Call } from "../router.ts";
import { GraphQlError } from "./graphql-error.ts";

/** The pull request that a mutation names, for whoever may write to it. */
export function pullOfNode(call: Call, node: string): Pull {
  const id = idOfNode("PR", node);
  const pull = call.world.repositories.flatMap(listPulls).find((it) => it.details.id === id);
  const isVisible =
    pull !== undefined &&
    mayDo(call.token, pull.repository, { name: "pull_requests", level: "read" });
  if (!isVisible) {
    throw new GraphQlError(
      `Could not resolve to a node with the global id of '${node}'`,
      "NOT_FOUND",
    );
  }
  if (!mayDo(call.token, pull.repository, { name: "pull_requests", level: "write" })) {
    throw new GraphQlError("Resource not accessible by integration", "FORBIDDEN");
  }
  return pull;
}

const Message = z.object({ message: z.string() });

/** A refusal of the REST API in the form that GraphQL gives it. */
export async function asGraphQl<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const type = error.status === 403 ? "FORBIDDEN" : "UNPROCESSABLE";
    throw new GraphQlError(Message.parse(error.body).message, type);
  }
}
