import { accessSync, constants, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Which browser is started, or in words why there is none. */
export type BrowserLookup =
  | { readonly kind: "found"; readonly file: string }
  | { readonly kind: "missing"; readonly reason: string };

/** Name the file themselves, and so come first. */
const VARIABLES = ["KAZI_CHROMIUM", "CHROME_PATH"];
/** Chrome first: where a system lets only known programs make a sandbox, it is among them. */
const NAMES = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const FIXED = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A Chromium of this machine: named by a variable, on the search path, or downloaded by Playwright. */
export function findBrowser(environment: Readonly<Record<string, string>>): BrowserLookup {
  for (const variable of VARIABLES) {
    const file = environment[variable] ?? "";
    if (file !== "") return named(variable, file);
  }
  const file = [...onPath(environment), ...FIXED, ...downloaded(environment)].find(isExecutable);
  return file === undefined
    ? {
        kind: "missing",
        reason: `no browser: expected one of ${NAMES.join(", ")} on PATH; install Chromium, or name one in KAZI_CHROMIUM`,
      }
    : { kind: "found", file };
}

function named(variable: string, file: string): BrowserLookup {
  return path.isAbsolute(file) && isExecutable(file)
    ? { kind: "found", file }
    : {
        kind: "missing",
        reason: `no browser: ${variable} names ${file}, expected the absolute path of an executable file`,
      };
}

function onPath(environment: Readonly<Record<string, string>>): readonly string[] {
  // An empty or relative entry would let the repository put itself before the system's programs.
  const folders = (environment["PATH"] ?? "")
    .split(path.delimiter)
    .filter((it) => path.isAbsolute(it));
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function downloaded(environment: Readonly<Record<string, string>>): readonly string[] {
  const home = environment["HOME"] ?? "";
  const caches = [
    environment["PLAYWRIGHT_BROWSERS_PATH"] ?? "",
    path.join(home, ".cache", "ms-playwright"),
    path.join(home, "Library", "Caches", "ms-playwright"),
  ].filter((folder) => path.isAbsolute(folder));
  return caches.flatMap((cache) =>
    newestFirst(cache).flatMap((version) => DOWNLOADS.map((it) => path.join(cache, version, it))),
  );
}

const DOWNLOADS = [
  "chrome-linux64/chrome",
  "chrome-linux/chrome",
  "chrome-headless-shell-linux64/chrome-headless-shell",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
];

function newestFirst(cache: string): readonly string[] {
  try {
    return readdirSync(cache)
      .filter((folder) => folder.startsWith("chromium"))
      .toSorted((left, right) => numberOf(right) - numberOf(left));
  } catch {
    return [];
  }
}

function numberOf(folder: string): number {
  return Number(/-(\d+)$/.exec(folder)?.[1] ?? 0);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
