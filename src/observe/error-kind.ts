/** Why a predicate could not be evaluated. */
export type ErrorKind =
  /** Its program is not there, or cannot be started. */
  | "not-started"
  | "timed-out"
  | "interrupted"
  /** More was printed than can be judged. */
  | "cut-output"
  /** The output is not what the check says it is. */
  | "unreadable-output"
  /** The program says that it could not do its work. */
  | "tool-failed"
  /** The check can never work as it is written. */
  | "bad-check"
  /** The service cannot be asked. */
  | "unreachable"
  /** There is nothing to compare with. */
  | "no-baseline"
  /** Something that it needs is not there: a browser, a secret, an endpoint. */
  | "not-available"
  /** The provider itself has a mistake. */
  | "broken";
