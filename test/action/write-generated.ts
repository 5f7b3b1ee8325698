import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { DOCUMENTS, SECTIONS, withSection } from "./document-sections.ts";
import { ADDRESS, SHA, WORKFLOW_PATH, workflowText } from "./given-workflows.ts";

/** Writes what is made from a source and committed: the workflow that we offer, and sections of documents. */
writeFileSync(WORKFLOW_PATH, workflowText({ address: ADDRESS, sha: SHA, form: "reusable" }));
for (const file of DOCUMENTS.filter((it) => existsSync(it))) {
  for (const name of Object.keys(SECTIONS)) {
    const written = withSection(readFileSync(file, "utf8"), name);
    if (written !== undefined) writeFileSync(file, written);
  }
}
