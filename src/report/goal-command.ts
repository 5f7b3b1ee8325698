import { codeSpan } from "./code-span.ts";

/** Digits of a digest that a person is asked to type. */
const DIGEST_SHOWN = 12;
/** Ids that are one word of a command and look in it as they are. */
const PLAIN_ID = /^[\w.][\w.-]{0,99}$/;

/** The short form of a digest, as a command takes it. */
export function shortDigest(digest: string): string {
  return digest.slice(0, DIGEST_SHOWN);
}

/** The exact command that approves these bytes. */
export function approveCommand(goal: { readonly id: string; readonly digest: string }): string {
  const name = PLAIN_ID.test(goal.id) ? `${goal.id} ` : "";
  return codeSpan(`/kazi approve ${name}${shortDigest(goal.digest)}`, 200);
}

/** The command that ends one goal, or all of a pull request where the id is no plain word. */
export function stopCommand(id: string): string {
  return codeSpan(PLAIN_ID.test(id) ? `/kazi stop ${id}` : "/kazi stop", 200);
}
