import { unprocessable } from "../respond.ts";

const CHARACTERS_MAX = 65_536;
const LIMIT = `(maximum is ${CHARACTERS_MAX} characters)`;

/** The longest text of an issue or a pull request. */
export function refuseLongBody(
  resource: "Issue" | "PullRequest",
  body: string | null | undefined,
): void {
  if (!isTooLong(body)) return;
  throw unprocessable("Validation Failed", [
    { resource, code: "custom", field: "body", message: `body is too long ${LIMIT}` },
  ]);
}

/** The same of a comment, which GitHub words in another way. */
export function refuseLongComment(body: string): void {
  if (!isTooLong(body)) return;
  throw unprocessable("Validation Failed", [
    {
      resource: "IssueComment",
      code: "unprocessable",
      field: "data",
      message: `Body is too long ${LIMIT}`,
    },
  ]);
}

function isTooLong(body: string | null | undefined): boolean {
  return Array.from(body ?? "").length > CHARACTERS_MAX;
}
