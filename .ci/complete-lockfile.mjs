#!/usr/bin/env node
// npm leaves a package for another platform out of the lockfile when its registry does not serve it,
// and `npm ci` then refuses the file everywhere. This adds what is missing, from the names and
// versions that their parents state. Run it after `npm install` changed the lockfile.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const { packages } = lock;

for (const [folder, parent] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (platform === undefined || isThere(folder, name, version)) continue;
    const shared = `node_modules/${name}`;
    const place = packages[shared] === undefined ? shared : `${beside(folder)}${shared}`;
    packages[place] = { version, ...platform };
  }
}
lock.packages = Object.fromEntries(
  Object.entries(packages).toSorted(([left], [right]) => (left < right ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);

/** As npm looks it up: beside the parent first, then at the top. */
function isThere(folder, name, version) {
  const found =
    packages[`${beside(folder)}node_modules/${name}`] ?? packages[`node_modules/${name}`];
  return found?.version === version;
}

function beside(folder) {
  const at = folder.lastIndexOf("node_modules/");
  return at === -1 ? "" : folder.slice(0, at);
}

/** Packages of binaries say in their name what they are for. */
function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  const at = words.findIndex((word) =>
    /^(android|darwin|freebsd|linux|openharmony|wasm32|win32)$/.test(word),
  );
  if (at === -1 || !name.startsWith("@")) return undefined;
  const [os, cpu, abi = ""] = words.slice(at);
  const libc = os === "linux" && abi !== "" ? { libc: [/musl/.test(abi) ? "musl" : "glibc"] } : {};
  if (os === "wasm32") return { cpu: ["wasm32"], dev: true, optional: true };
  return { cpu: [cpu], dev: true, ...libc, optional: true, os: [os] };
}
