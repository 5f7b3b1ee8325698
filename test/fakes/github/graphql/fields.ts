import type { Arguments, FieldResolver, RepositoryField } from "./field-resolver.ts";
import { PULL_MUTATIONS } from "./pull-mutations.ts";
import { queryRef, queryRepository, queryViewer } from "./query-fields.ts";
import { queryPull } from "./query-pull.ts";
import { updateRefs } from "./update-refs.ts";

/** The fields of a `Repository` that are more than plain values. */
const REPOSITORY_FIELDS: Readonly<Record<string, RepositoryField>> = {
  pullRequest: queryPull,
  ref: queryRef,
};

/** The fields of `Query`. */
export const QUERIES: Readonly<Record<string, FieldResolver>> = {
  repository: async (call, args: Arguments) => await queryRepository(call, args, REPOSITORY_FIELDS),
  viewer: queryViewer,
};

/** The fields of `Mutation`; each takes one `input`. */
export const MUTATIONS: Readonly<Record<string, FieldResolver>> = {
  ...PULL_MUTATIONS,
  updateRefs,
};
