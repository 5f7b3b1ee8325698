import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { README, SECTIONS, schemaText, withSection } from "./readme-sections.ts";

/** Writes what is made from the schemas of the loader and committed, as the formatter wants it. */
const SCHEMA = "goals/schema.json";
writeFileSync(SCHEMA, schemaText());
let text = readFileSync(README, "utf8");
for (const name of SECTIONS.keys()) {
  const written = withSection(text, name);
  if (written === undefined) throw new Error(`${README} has no place for the keys of ${name}`);
  text = written;
}
writeFileSync(README, text);
execFileSync("node_modules/.bin/oxfmt", [SCHEMA, README], { stdio: "inherit" });
