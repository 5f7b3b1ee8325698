const BYTES_MAX = 200;
// oxlint-disable-next-line no-control-regex -- git forbids control characters in names.
const FORBIDDEN = /[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/;

/** git's own rules for a branch name, so that it can stand in an argument without being an expression. */
export function isBranchName(name: string): boolean {
  return (
    name !== "" &&
    name !== "@" &&
    name !== "HEAD" &&
    Buffer.byteLength(name) <= BYTES_MAX &&
    name.isWellFormed() &&
    !FORBIDDEN.test(name) &&
    name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"))
  );
}
