import { toReportPath } from "./report-path.ts";

/** A place of the sources that a text names. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

const LOOKED_AT_CHARACTERS = 8000;
const WORD_CHARACTERS_MAX = 500;
const PLACE = /^(.+?\.[A-Za-z]\w{0,9}):(\d{1,9})(?::(\d{1,9}))?:?$/;
const PYTHON = /^[ \t]*File "([^"\n]{1,500})", line (\d{1,9})/gm;
const DOTNET = / in ([^\n]{1,500}):line (\d{1,9})$/gm;
/** Stack traces of these name files without their folders, and the runner's own as well. */
const BARE_NAMES = /\.(?:java|kt|scala|groovy)$/;
const FOREIGN = /^(?:node:|[a-z]+:\/\/)|(?:^|\/)(?:node_modules|site-packages|dist-packages)\//;

/**
 * The first place in a stack trace or a message that lies in the folder; one in the file or the class
 * that `hint` names comes before others.
 */
export function findPlace(
  text: string,
  { folder, hint }: { readonly folder: string; readonly hint: string },
): Place | undefined {
  const places = placesIn(text.slice(0, LOOKED_AT_CHARACTERS))
    .map((place) => ({ ...place, file: toReportPath(place.file, folder) }))
    .filter(({ file }) => !file.startsWith("/") && !FOREIGN.test(file));
  return (
    places.find(({ file }) => isHinted(file, hint)) ??
    places.find(({ file }) => !BARE_NAMES.test(file) || file.includes("/"))
  );
}

function isHinted(file: string, hint: string): boolean {
  if (hint === "") return false;
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return file === hint || name === hint.slice(hint.lastIndexOf(".") + 1);
}

function placesIn(text: string): readonly Place[] {
  const quoted = [...text.matchAll(PYTHON), ...text.matchAll(DOTNET)].flatMap(
    ([, file = "", line]) => toPlace(file, line),
  );
  const words = text.split(/[\s()"'<>,[\]]+/).flatMap((word) => {
    if (word.length > WORD_CHARACTERS_MAX) return [];
    const [, file, line, column] = PLACE.exec(word) ?? [];
    return file === undefined ? [] : toPlace(file, line, column);
  });
  return [...words, ...quoted];
}

function toPlace(file: string, line?: string, column?: string): readonly Place[] {
  const place = { file, line: Number(line) };
  return [column === undefined ? place : { ...place, column: Number(column) }];
}
