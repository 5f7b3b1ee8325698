import { codeSpan } from "./code-span.ts";

/** Digits that tell versions apart for a reader. */
const DIGEST_SHOWN = 12;
/** Digits that nobody finds two files for: what a person copies stands for these bytes and no others. */
const DIGEST_APPROVED = 32;
/** Ids that are one word of a command and look in it as they are. */
const PLAIN_ID = /^[\w.][\w.-]{0,99}$/;

/** The short form of a digest, for reading. */
export function shortDigest(digest: string): string {
  return digest.slice(0, DIGEST_SHOWN);
}

/** The exact command that approves these bytes. */
export function approveCommand(goal: { readonly id: string; readonly digest: string }): string {
  const name = PLAIN_ID.test(goal.id) ? `${goal.id} ` : "";
  return codeSpan(`/kazi approve ${name}${goal.digest.slice(0, DIGEST_APPROVED)}`, 200);
}

/** The command that ends one goal, or all of a pull request where the id is no plain word. */
export function stopCommand(id: string): string {
  return codeSpan(PLAIN_ID.test(id) ? `/kazi stop ${id}` : "/kazi stop", 200);
}
