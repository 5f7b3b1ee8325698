import { createCommandFiles, processCommandFiles } from "./file-commands.ts";
import type { ActionPlace, ActiveStep, JobSession, StepResult } from "./job-session.ts";
import { LineCommands } from "./line-commands.ts";
import { runProcess } from "./run-process.ts";
import { stepEnvironment } from "./step-environment.ts";

export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly action: ActionPlace | undefined;
  /** INPUT_ and STATE_ of an action. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface CommandResult extends StepResult {
  readonly state: Readonly<Record<string, string>>;
}

/** Runs the process of a step with the whole protocol around it: files, workflow commands, log, cancellation. */
export async function runCommand(
  session: JobSession,
  step: ActiveStep,
  command: Command,
): Promise<CommandResult> {
  const files = await createCommandFiles(session);
  const lines = new LineCommands(session);
  const code = await runProcess({
    argv: command.argv,
    cwd: command.cwd,
    env: stepEnvironment(session, {
      env: step.env,
      actionName: step.actionName,
      action: command.action,
      own: { ...command.variables, ...files },
    }),
    graces: session.graces,
    signal: step.signal,
    lost: session.lost,
    onLine: (line) => {
      lines.read(line);
    },
  });
  const { outputs, state, isValid } = await processCommandFiles(session, files);
  if (step.signal.aborted) {
    session.log.error("The operation was canceled.");
    return { outcome: "cancelled", outputs, state };
  }
  if (code !== 0) session.log.error(`Process completed with exit code ${code}.`);
  const isGood = code === 0 && isValid && !lines.hasFailed;
  return { outcome: isGood ? "success" : "failure", outputs, state };
}
