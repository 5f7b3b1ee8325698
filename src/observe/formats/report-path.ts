/** A path as a report spells it, from the observed folder where it lies in it. */
export function toReportPath(spelling: string, folder: string): string {
  const path = spelling.replace(/^file:\/\/(?:localhost)?(?=\/)/i, "").replaceAll("\\", "/");
  const inside = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return inside.replace(/^(?:\.\/+)+/, "");
}

/** The same of a URI, whose special characters are escaped. */
export function toReportPathOfUri(uri: string, folder: string): string {
  return toReportPath(unescaped(uri), folder);
}

/** Tools write plain paths where a URI belongs; a lone percent sign is then part of the name. */
function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
