import type { Oid } from "../model/vector.ts";

const OF_SHA1 = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const OF_SHA256 = "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";

/** The tree without entries, in the format of a repository's other objects. */
export function emptyTree(sibling: Oid): Oid {
  return sibling.length === OF_SHA256.length ? OF_SHA256 : OF_SHA1;
}
