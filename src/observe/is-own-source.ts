/** Folders and names by which languages tell their tests from what they test. */
const TEST_FOLDERS: readonly RegExp[] = [
  /^(?:tests?|specs?|__tests__|__mocks__|testdata|e2e)$/i,
  /(?:^|[a-z0-9.])Tests?$/,
];
const TEST_NAMES: readonly RegExp[] = [
  /[._-](?:tests?|spec)\./i,
  /[A-Za-z0-9](?:Tests?|TestCase|Spec)\.[^.]*$/,
  /^(?:test[_-]|conftest\.)/,
];
/** What others wrote, and what tools write. */
const FOREIGN_FOLDERS = /^(?:node_modules|vendor|third_party)$/;
const FOREIGN_NAMES: readonly RegExp[] = [
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|go\.sum|bun\.lockb)$/,
  /\.(?:lock|map|snap|g\.dart)$/,
  /\.(?:min|pb|generated)\.[^.]*$/,
  /_pb2(?:_grpc)?\.pyi?$/,
];
/** Goal-files name the very words that they forbid. */
const GOALS = ".kazi/";

/** Whether a path is a source that a change is judged by: no test, nothing that a tool or somebody else wrote. */
export function isOwnSource(path: string): boolean {
  if (path.startsWith(GOALS)) return false;
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const isTest = isAny(TEST_NAMES, name) || folders.some((folder) => isAny(TEST_FOLDERS, folder));
  const isForeign =
    isAny(FOREIGN_NAMES, name) || folders.some((folder) => FOREIGN_FOLDERS.test(folder));
  return !isTest && !isForeign;
}

function isAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
