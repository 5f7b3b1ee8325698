import { isTable } from "../toml-table.ts";

/** What is said of a table whose kind is not there, is none that is known, or that is no table. */
export function tagError(
  tag: string,
  words: { readonly unknown: string; readonly missing: string; readonly wrong: string },
): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => {
    if (!isTable(input)) return words.wrong;
    return input[tag] === undefined ? words.missing : words.unknown;
  };
}
