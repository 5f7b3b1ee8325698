import picomatch from "picomatch";
import { requiredCheckState } from "../checks/required-check.ts";
import type { RefMove, Repository, RequiredCheck, Ruleset, RulesetRule } from "../model.ts";
import { tryGit } from "../run-git.ts";
import type { ProposedMoves } from "./receive-rules.ts";
import { ZERO_OID } from "./zero-oid.ts";

/** The active rulesets that speak about a ref. */
export function rulesetsOf(repository: Repository, ref: string): readonly Ruleset[] {
  const prefix = { branch: "refs/heads/", tag: "refs/tags/" } as const;
  return repository.rulesets.filter(
    (ruleset) =>
      ruleset.enforcement === "active" &&
      ref.startsWith(prefix[ruleset.target]) &&
      ruleset.include.some((pattern) => isMatch(repository, ref, pattern)) &&
      !ruleset.exclude.some((pattern) => isMatch(repository, ref, pattern)),
  );
}

function isMatch(repository: Repository, ref: string, pattern: string): boolean {
  if (pattern === "~ALL") {
    return true;
  }
  return pattern === "~DEFAULT_BRANCH"
    ? ref === `refs/heads/${repository.defaultBranch}`
    : picomatch.isMatch(ref, pattern);
}

/** One sentence for each rule that the move breaks. */
export async function findRuleViolations(
  it: ProposedMoves,
  move: RefMove,
  isForced: boolean,
): Promise<readonly string[]> {
  const appId = it.token.kind === "installation" ? it.token.installation.app.id : undefined;
  const rulesets = rulesetsOf(it.repository, move.ref).filter(
    (ruleset) => appId === undefined || !ruleset.bypassAppIds.includes(appId),
  );
  const sentences: string[] = [];
  for (const rule of rulesets.flatMap((ruleset) => ruleset.rules)) {
    const sentence = await findViolation(it, { move, isForced }, rule);
    if (sentence !== undefined && !sentences.includes(sentence)) {
      sentences.push(sentence);
    }
  }
  return sentences;
}

interface JudgedMove {
  readonly move: RefMove;
  readonly isForced: boolean;
}

async function findViolation(
  it: ProposedMoves,
  { move, isForced }: JudgedMove,
  rule: RulesetRule,
): Promise<string | undefined> {
  const isNew = move.before === ZERO_OID;
  if (move.after === ZERO_OID) {
    return rule.type === "deletion" ? "Cannot delete this protected ref" : undefined;
  }
  switch (rule.type) {
    case "deletion":
      return undefined;
    case "merge_queue":
      return "Changes must be made through the merge queue";
    case "creation":
      return isNew ? "Cannot create ref due to creations being restricted." : undefined;
    case "update":
      return isNew ? undefined : "Cannot update this protected ref.";
    case "non_fast_forward":
      return isForced ? "Cannot force-push to this branch" : undefined;
    case "pull_request":
      return "Changes must be made through a pull request.";
    case "required_status_checks":
      return checksSentence(missingChecks(it.repository, move.after, rule.checks), rule.checks);
    case "required_linear_history":
      return (await listsAny(it, move, ["--merges"]))
        ? "This branch must not contain merge commits."
        : undefined;
    case "required_signatures":
      return (await bringsUnsigned(it, move))
        ? "Commits must have verified signatures."
        : undefined;
    case "file_path_restriction":
      return await restrictedPath(it, move, rule.paths);
  }
}

function checksSentence(
  missing: readonly string[],
  checks: readonly RequiredCheck[],
): string | undefined {
  if (missing.length === 0) {
    return undefined;
  }
  return checks.length === 1
    ? `Required status check "${missing[0]}" is expected.`
    : `${missing.length} of ${checks.length} required status checks are expected.`;
}

/** The required checks that a commit has not passed yet, by name. */
export function missingChecks(
  repository: Repository,
  sha: string,
  checks: readonly RequiredCheck[],
): readonly string[] {
  return checks
    .filter((check) => requiredCheckState(repository, sha, check) !== "passing")
    .map((check) => check.context);
}

/** Whether any of the commits that the move brings is of a kind. */
async function listsAny(
  it: ProposedMoves,
  move: RefMove,
  filter: readonly string[],
): Promise<boolean> {
  const since = move.before === ZERO_OID ? [] : [`^${move.before}`];
  const args = ["rev-list", "--max-count=1", ...filter, move.after, ...since];
  const result = await tryGit(it.repository, args, { environment: it.environment ?? {} });
  return result.stdout.length > 0;
}

async function bringsUnsigned(it: ProposedMoves, move: RefMove): Promise<boolean> {
  const args = ["rev-list", move.after, "--not", "--branches"];
  const result = await tryGit(it.repository, args, { environment: it.environment ?? {} });
  const brought = result.stdout.toString("utf8").split("\n");
  return brought.some((sha) => sha !== "" && !it.repository.signedCommits.has(sha));
}

async function restrictedPath(
  it: ProposedMoves,
  move: RefMove,
  patterns: readonly string[],
): Promise<string | undefined> {
  const base = move.before === ZERO_OID ? `refs/heads/${it.repository.defaultBranch}` : move.before;
  const args = ["diff", "--name-only", "-z", base, move.after];
  const result = await tryGit(it.repository, args, { environment: it.environment ?? {} });
  const isRestricted = picomatch([...patterns]);
  const path = result.stdout
    .toString("utf8")
    .split("\0")
    .find((name) => name !== "" && isRestricted(name));
  return path === undefined ? undefined : `File path is restricted: ${path}`;
}
