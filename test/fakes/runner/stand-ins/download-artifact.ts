import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ActionsService, WorkflowRun } from "../../github/actions-seam.ts";
import { matchesPatterns } from "../filter-pattern.ts";
import type { ActiveStep, JobSession, StepResult } from "../job-session.ts";
import { resolveInside } from "./resolve-inside.ts";

/** Stands in for actions/download-artifact. */
export async function downloadArtifact(
  session: JobSession,
  _step: ActiveStep,
  inputs: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const { actions } = session.world;
  if (actions === undefined) throw new Error("This GitHub has no Actions.");
  const run = findRun(session, inputs["run-id"]);
  const folder = path.resolve(session.folders.workspace, inputs["path"] ?? ".");
  const { name } = inputs;
  if (name !== undefined && name !== "") {
    await unpack(actions, run, name, folder);
  } else {
    for (const one of listNames(actions, run, inputs["pattern"] ?? "")) {
      const target = inputs["merge-multiple"] === "true" ? folder : path.join(folder, one);
      await unpack(actions, run, one, target);
    }
  }
  return { outcome: "success", outputs: { "download-path": folder } };
}

function findRun(session: JobSession, id: string | undefined): WorkflowRun {
  if (id === undefined || id === "" || Number(id) === session.run.id) return session.run;
  const found = session.run.repository.workflowRuns.find((run) => run.id === Number(id));
  if (found === undefined) throw new Error(`Unable to download artifact(s): no run ${id}`);
  return found;
}

function listNames(actions: ActionsService, run: WorkflowRun, pattern: string): readonly string[] {
  const live = actions.listArtifacts(run).filter((artifact) => !artifact.isDeleted);
  const names = [...new Set(live.map((artifact) => artifact.name))];
  return pattern === "" ? names : names.filter((name) => matchesPatterns([pattern], name));
}

async function unpack(
  actions: ActionsService,
  run: WorkflowRun,
  name: string,
  folder: string,
): Promise<void> {
  const files = actions.readArtifact(run, name);
  if (files === undefined) {
    throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
  }
  await mkdir(folder, { recursive: true });
  for (const [file, bytes] of files) {
    const target = resolveInside(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
