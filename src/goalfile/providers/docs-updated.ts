import type { DocsUpdated as DocsUpdatedCheck } from "../../model/check.ts";
import { DocsUpdated } from "../schema/docs-updated.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";

export const readDocsUpdated: ProviderReader = readerOf(DocsUpdated, toDocsUpdated);

function toDocsUpdated(values: DocsUpdated): DocsUpdatedCheck {
  return {
    provider: "docs_updated",
    surfacePatterns: values.surface_patterns,
    docPatterns: values.doc_patterns,
  };
}
