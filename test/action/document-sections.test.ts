import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOCUMENTS, SECTIONS, withSection } from "./document-sections.ts";

const texts = DOCUMENTS.filter((file) => existsSync(file)).map(
  (file) => [file, readFileSync(file, "utf8")] as const,
);
const places = Object.keys(SECTIONS).flatMap((name) =>
  texts
    .filter(([, text]) => withSection(text, name) !== undefined)
    .map(([file, text]) => [name, file, text] as const),
);

test.each(Object.keys(SECTIONS))("%s is shown in some document", (name) => {
  expect(places.filter(([shown]) => shown === name).length).toBeGreaterThan(0);
});

// To bring them in line: node test/action/write-generated.ts
test.each(places)("%s in %s is what its source says", (name, _file, text) => {
  expect(withSection(text, name)).toBe(text);
});
