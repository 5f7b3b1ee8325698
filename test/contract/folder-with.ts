import type { Place } from "./place.ts";

/** The folder as it is, with this entry in the place of its namesake. */
export async function folderWith(place: Place, folder: string, entry: string): Promise<string> {
  const name = entry.slice(entry.indexOf("\t"));
  const listed = await place.git(["ls-tree", folder]);
  const kept = listed.stdout.split("\n").filter((line) => line !== "" && !line.endsWith(name));
  return (await place.git(["mktree", "--missing"], `${[...kept, entry].join("\n")}\n`)).stdout;
}
