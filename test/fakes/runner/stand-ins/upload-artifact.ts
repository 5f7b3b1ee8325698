import { globSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ActiveStep, JobSession, StepResult } from "../job-session.ts";

interface Found {
  readonly root: string;
  readonly files: readonly string[];
}

/** Stands in for actions/upload-artifact. */
export async function uploadArtifact(
  session: JobSession,
  _step: ActiveStep,
  inputs: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const name = inputs["name"] ?? "artifact";
  const withHidden = inputs["include-hidden-files"] === "true";
  const { root, files } = find(session.folders.workspace, inputs["path"] ?? "", withHidden);
  if (files.length === 0) return concludeEmpty(session, inputs);
  const contents = new Map<string, Buffer>();
  for (const file of files) contents.set(path.relative(root, file), await readFile(file));
  const { actions } = session.world;
  if (actions === undefined) throw new Error("This GitHub has no Actions.");
  const retention = Number(inputs["retention-days"] ?? "0");
  const artifact = actions.saveArtifact(session.run, {
    name,
    files: contents,
    isOverwriting: inputs["overwrite"] === "true",
    ...(retention > 0 ? { retentionDays: retention } : {}),
  });
  session.log.write(`Artifact ${name} has been successfully uploaded! ID ${artifact.id}`);
  const { url, fullName } = { url: session.world.url, fullName: session.run.repository.fullName };
  const address = `${url}/${fullName}/actions/runs/${session.run.id}/artifacts/${artifact.id}`;
  return {
    outcome: "success",
    outputs: { "artifact-id": String(artifact.id), "artifact-url": address },
  };
}

function concludeEmpty({ log }: JobSession, inputs: Readonly<Record<string, string>>): StepResult {
  const message = `No files were found with the provided path: ${inputs["path"] ?? ""}. No artifacts will be uploaded.`;
  const policy = inputs["if-no-files-found"] ?? "warn";
  if (policy === "error") log.error(message);
  if (policy === "warn") log.warning(message);
  return { outcome: policy === "error" ? "failure" : "success", outputs: {} };
}

/** Paths in the artifact begin below the folder that all search paths share. */
function find(workspace: string, input: string, withHidden: boolean): Found {
  const lines = input.split("\n").map((line) => line.trim());
  const wanted = lines.filter((line) => line !== "" && !line.startsWith("!"));
  const exclude = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const excluded = new Set(list(workspace, exclude));
  const roots = wanted.map((pattern) => searchRoot(workspace, pattern));
  const found = wanted.flatMap((pattern, index) =>
    list(workspace, [pattern]).filter(
      (file) => withHidden || !isHiddenBelow(path.dirname(roots[index] ?? workspace), file),
    ),
  );
  const files = [...new Set(found)].filter((file) => !excluded.has(file));
  const isOneFile = roots.length === 1 && files.length === 1 && files[0] === roots[0];
  return { root: isOneFile ? path.dirname(roots[0] ?? "") : commonFolder(roots), files };
}

function list(workspace: string, patterns: readonly string[]): readonly string[] {
  const files = patterns.flatMap((pattern) => {
    const found = globSync(pattern, { cwd: workspace }).map((one) => path.resolve(workspace, one));
    return found.flatMap((one) =>
      statSync(one).isDirectory()
        ? readdirSync(one, { recursive: true, encoding: "utf8" }).map((inner) =>
            path.join(one, inner),
          )
        : [one],
    );
  });
  return [...new Set(files)].filter((file) => statSync(file).isFile()).toSorted();
}

function searchRoot(workspace: string, pattern: string): string {
  const parts = pattern.split("/");
  const firstGlob = parts.findIndex((part) => /[*?[]/u.test(part));
  const fixed = firstGlob < 0 ? parts : parts.slice(0, firstGlob);
  return path.resolve(workspace, fixed.join("/") || ".");
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(path.sep));
  const end = first.findIndex((part, index) => others.some((parts) => parts[index] !== part));
  const shared = end < 0 ? first : first.slice(0, end);
  return shared.join(path.sep) || path.sep;
}

/** A hidden folder above the search path was named on purpose; one below it is left out. */
function isHiddenBelow(folder: string, file: string): boolean {
  const parts = path.relative(folder, file).split(path.sep);
  return parts.some((part) => part.startsWith("."));
}
