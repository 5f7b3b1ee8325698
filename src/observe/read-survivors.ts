import type { Finding } from "../model/vector.ts";
import { fieldAt, listAt, numberAt, textAt } from "./formats/json-field.ts";
import { lookUpPath } from "./json-path.ts";

const SURVIVORS_MAX = 50;

/** The mutants that no test noticed: at the path, or as the report schema of Stryker lists them. */
export function readSurvivors(document: unknown, path: string | undefined): readonly Finding[] {
  if (path === undefined) return readStryker(document);
  const found = lookUpPath(document, path);
  if (found.kind === "problem" || !Array.isArray(found.value)) return [];
  const survivors: readonly unknown[] = found.value;
  return survivors.slice(0, SURVIVORS_MAX).map((it) => toSurvivor(it, textAt(it, "file")));
}

const UNNOTICED: ReadonlySet<string> = new Set(["Survived", "NoCoverage"]);

function readStryker(document: unknown): readonly Finding[] {
  const files = fieldAt(document, "files");
  if (typeof files !== "object" || files === null) return [];
  const survivors: Finding[] = [];
  for (const [file, entry] of Object.entries(files)) {
    if (survivors.length >= SURVIVORS_MAX) break;
    const mutants = listAt(entry, "mutants").filter((it) =>
      UNNOTICED.has(textAt(it, "status") ?? ""),
    );
    survivors.push(...mutants.map((it) => toSurvivor(it, file)));
  }
  return survivors.slice(0, SURVIVORS_MAX);
}

/** Tools agree on little: what is there of the usual names is told. */
function toSurvivor(mutant: unknown, file: string | undefined): Finding {
  const line = numberAt(mutant, "line") ?? numberAt(mutant, "location", "start", "line");
  const column = numberAt(mutant, "column") ?? numberAt(mutant, "location", "start", "column");
  const rule = textAt(mutant, "mutatorName") ?? textAt(mutant, "mutator");
  return {
    file: file ?? textAt(mutant, "path") ?? "",
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(rule === undefined ? {} : { rule }),
    level: "error",
    message: `no test noticed this mutant: ${describeMutant(mutant)}`,
  };
}

function describeMutant(mutant: unknown): string {
  if (typeof mutant === "string") return mutant;
  return (
    textAt(mutant, "description") ??
    textAt(mutant, "message") ??
    textAt(mutant, "replacement") ??
    textAt(mutant, "name") ??
    JSON.stringify(mutant).slice(0, 500)
  );
}
