/** One spelling of a group for all the ways people write it: "Sign Up & In" and "sign-up-and-in" are one. */
export function toGroupId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("&", " ")
    .replaceAll(/(?<![\p{L}\p{N}_])and(?![\p{L}\p{N}_])/gu, " ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
