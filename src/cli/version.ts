import { readFileSync } from "node:fs";

/** The version of the package that this program is part of. */
export function packageVersion(): string {
  for (const place of ["./package.json", "../../package.json"]) {
    const found = versionIn(new URL(place, import.meta.url));
    if (found !== undefined) return found;
  }
  return "unknown";
}

/** The bundle has its manifest beside it, the source two folders up; only our own package counts. */
function versionIn(file: URL): string | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof found !== "object" || found === null) return undefined;
    const isOurs = "name" in found && found.name === "kazi-github";
    return isOurs && "version" in found ? String(found.version) : undefined;
  } catch {
    return undefined;
  }
}
