/** The world broke in a way that we know. Expected results are returned, never thrown. */
export class KaziError extends Error {
  readonly code: KaziErrorCode;

  constructor(options: { code: KaziErrorCode; message: string; cause?: unknown }) {
    super(options.message, { cause: options.cause });
    this.name = "KaziError";
    this.code = options.code;
  }
}

/** What kind of breakage it was; the message says what was expected, found, and what to do. */
export type KaziErrorCode =
  | "workspace-unusable"
  | "goal-unreadable"
  | "goal-invalid"
  | "harness-unknown"
  | "approval-void"
  | "goal-busy"
  | "record-unwritable"
  | "record-forged"
  | "handover-invalid"
  | "candidate-invalid"
  | "setup-failed"
  | "git-failed"
  | "push-refused"
  | "github-refused"
  | "github-unavailable"
  | "input-invalid"
  | "interrupted";
