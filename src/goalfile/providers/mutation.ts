import type { Mutation as MutationCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { Mutation } from "../schema/mutation.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export const readMutation: ProviderReader = readerOf(Mutation, toMutation);

function toMutation(values: Mutation): MutationCheck {
  return {
    provider: "mutation",
    ...toInvocation(values),
    threshold: values.threshold,
    score: toScore(values),
    ...present("survivorsPath", values.survivors_path),
    mergeStderr: values.merge_stderr,
  };
}

/** The schema wants the one path or both of the others. */
function toScore(values: Mutation): MutationCheck["score"] {
  return values.score_path === undefined
    ? {
        kind: "counts",
        killedPath: values.killed_path ?? "",
        survivedPath: values.survived_path ?? "",
      }
    : { kind: "score", path: values.score_path };
}
