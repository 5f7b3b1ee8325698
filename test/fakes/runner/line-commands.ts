import { annotate } from "./annotate.ts";
import type { JobSession } from "./job-session.ts";
import { parseWorkflowCommand } from "./parse-workflow-command.ts";
import type { WorkflowCommand } from "./parse-workflow-command.ts";

/** Commands that GitHub has switched off, or announced to: a workflow that leans on them shall show it here. */
const REFUSED = new Set(["set-env", "add-path", "set-output", "save-state"]);
const SHOWN = new Set(["error", "warning", "notice", "debug", "group", "endgroup"]);

/** Reads one step's output line by line, does its workflow commands, and logs the rest. */
export class LineCommands {
  readonly #session: JobSession;
  #resumeToken: string | undefined;
  readonly #annotations = new Map<string, number>();
  /** A refused command fails the step. */
  hasFailed = false;

  constructor(session: JobSession) {
    this.#session = session;
  }

  read(line: string): void {
    const command = parseWorkflowCommand(line);
    if (command === undefined || !this.#process(command)) this.#session.log.write(line);
  }

  /** False for a line that only looks like a command. */
  #process(command: WorkflowCommand): boolean {
    if (this.#resumeToken !== undefined) {
      if (command.name !== this.#resumeToken.toLowerCase()) return false;
      this.#resumeToken = undefined;
      return true;
    }
    if (command.name === "stop-commands") {
      this.#resumeToken = command.message;
      return true;
    }
    if (command.name === "add-mask") {
      this.#session.masker.add(command.message);
      return true;
    }
    return this.#show(command);
  }

  #show(command: WorkflowCommand): boolean {
    const { name, message } = command;
    if (REFUSED.has(name)) {
      this.hasFailed = true;
      this.#session.log.error(
        `Unable to process command '::${name}' successfully. The \`${name}\` command is disabled. Please upgrade to using Environment Files.`,
      );
      return true;
    }
    if (!SHOWN.has(name)) return name === "add-matcher" || name === "remove-matcher";
    annotate(this.#session, command, this.#annotations);
    this.#session.log.write(`##[${name}]${message}`);
    return true;
  }
}
