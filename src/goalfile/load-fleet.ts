import { z } from "zod";
import { type FileSource, type LoadedFile, loadFile } from "./load-file.ts";
import type { Problem } from "./problem.ts";
import { type FileContext, readList } from "./read-table.ts";
import { formatFound, type Surroundings } from "./read-values.ts";
import { relativePath } from "./relative-path.ts";
import { FleetMember } from "./schema/fleet-member.ts";
import { unknownKeysWithin } from "./unknown-keys-within.ts";

const FleetFile = z.object({ member: z.array(FleetMember) });

/** Goal-files that are worked on side by side. */
export interface Fleet {
  readonly members: readonly { readonly path: string }[];
}

/** A fleet file, or everything that is wrong with it; the files that it names are not read. */
export function loadFleet(source: FileSource): LoadedFile<Fleet> {
  return loadFile(source, (context) => readFleet(context, source.path));
}

function readFleet({ root, problems }: FileContext, file: string): Fleet {
  problems.push(...unknownKeysWithin(root, FleetFile, { path: [], owner: "fleet file" }));
  const list: unknown = root["member"];
  if (list === undefined || (Array.isArray(list) && list.length === 0)) {
    problems.push({
      ...problem("fleet file must declare at least one [[member]]"),
      path: ["member"],
    });
  }
  const items = readList("member", FleetMember, { root, problems, surroundings });
  const seen = new Set<string>();
  const members = items.flatMap(({ index, values }) => {
    const path = relativePath(file, values.path);
    const wrong = wrongPath(path, values.path, seen);
    if (wrong !== undefined) problems.push({ ...wrong, path: ["member", index, "path"] });
    if (path !== undefined) seen.add(path);
    return path === undefined ? [] : [{ path }];
  });
  return { members };
}

function wrongPath(
  path: string | undefined,
  given: string,
  seen: ReadonlySet<string>,
): Problem | undefined {
  const found = formatFound(given);
  if (path === undefined)
    return problem(`[[member]] "path" must name a file of the repository (got ${found})`);
  return seen.has(path) ? problem(`[[member]] "path" names ${found} a second time`) : undefined;
}

function problem(message: string): Problem {
  return { severity: "error", code: "invalid-value", message, path: [], at: "value" };
}

function surroundings(_item: unknown, index: number): Surroundings {
  const owner = `[[member]] #${index + 1}`;
  return {
    path: ["member", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${owner} "${key}"`,
  };
}
