import { writeFileSync } from "node:fs";
import { corpusFiles, digestOf, expectedOf } from "./corpus-expectations.ts";

/** Run by hand where the corpus lies and has changed: the digests go with the project, the files do not. */
const digests = [...corpusFiles()]
  .filter(([name]) => !name.endsWith(".roadmap.toml"))
  .map(([name, bytes]) => [name, digestOf(expectedOf(bytes))]);
writeFileSync(
  new URL("../fixtures/goal-corpus/digests.json", import.meta.url),
  `${JSON.stringify(Object.fromEntries(digests), undefined, 2)}\n`,
);
