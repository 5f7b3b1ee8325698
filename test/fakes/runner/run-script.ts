import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { evaluateText } from "./expressions.ts";
import type { ActiveStep, JobSession, StepResult } from "./job-session.ts";
import { runCommand } from "./run-command.ts";
import type { Template } from "./template.ts";

/** As GitHub documents them: only a named `bash` stops at a failure inside of a pipe. */
const SHELLS: Readonly<Record<string, string>> = {
  "": "bash -e {0}",
  bash: "bash --noprofile --norc -eo pipefail {0}",
  sh: "sh -e {0}",
  python: "python {0}",
};

/** Executes a `run:` step. */
export async function runScript(
  session: JobSession,
  step: ActiveStep,
  script: Template,
): Promise<StepResult> {
  const text = evaluateText(script, step.scope);
  const shell = settingOf(session, step, "shell");
  const pattern = SHELLS[shell] ?? shell;
  if (!pattern.includes("{0}")) {
    session.log.error("Invalid shell option. Shell must be a valid built-in or contain {0}.");
    return { outcome: "failure", outputs: {} };
  }
  logGroup(session, text, pattern);
  const file = path.join(session.folders.temp, `${randomUUID()}.sh`);
  await writeFile(file, text);
  const [command = "bash", ...args] = pattern.split(" ").map((part) => part.replace("{0}", file));
  const folder = settingOf(session, step, "workingDirectory");
  return await runCommand(session, step, {
    argv: [command, ...args],
    cwd: path.resolve(session.folders.workspace, folder),
    action: step.frame.action,
    variables: {},
  });
}

/** `defaults.run` is for the steps of the workflow itself, not for those in an action. */
function settingOf(
  session: JobSession,
  step: ActiveStep,
  name: "shell" | "workingDirectory",
): string {
  const fallback = step.frame.depth === 0 ? session.defaults[name] : undefined;
  return evaluateText(step.definition[name] ?? fallback ?? "", step.scope);
}

function logGroup(session: JobSession, script: string, shell: string): void {
  const [first = ""] = script.split("\n");
  session.log.write(`##[group]Run ${first}`);
  session.log.write(script.trimEnd());
  session.log.write(`shell: ${shell}`);
  session.log.write("##[endgroup]");
}
