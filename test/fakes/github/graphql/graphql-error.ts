/** An error that belongs into the answer's `errors`; GraphQL answers 200 all the same. */
export class GraphQlError extends Error {
  /** `NOT_FOUND`, `FORBIDDEN`, `UNPROCESSABLE`; some errors of GitHub have none. */
  readonly type: string | undefined;

  constructor(message: string, type?: string) {
    super(message);
    this.type = type;
  }
}
