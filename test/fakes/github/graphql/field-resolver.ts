import type { Repository } from "../model.ts";
import type { Call } from "../router.ts";

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Answers a field with plain values. A value in it that is a function is a field with arguments, and is called only
 * when it is selected.
 */
export type FieldResolver = (call: Call, args: Arguments) => unknown;

export type RepositoryField = (call: Call, repository: Repository, args: Arguments) => unknown;
