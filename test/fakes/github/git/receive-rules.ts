import picomatch from "picomatch";
import type { BranchProtection, RefMove, Repository, Token, World } from "../model.ts";
import { roleOf } from "../permissions.ts";
import { tryGit } from "../run-git.ts";
import { findRuleViolations, missingChecks } from "./ruleset-rules.ts";
import { ZERO_OID } from "./zero-oid.ts";

/** Why a ref may not move, in the words of each door that it can come through. */
export interface Refusal {
  readonly ref: string;
  /** What git prints in parentheses. */
  readonly reason: string;
  /** What git prints behind `remote:`. */
  readonly lines: readonly string[];
  /** What the REST API answers. */
  readonly status: 403 | 422;
  readonly message: string;
}

/** What git processes must know to see objects that a push has brought but that are not accepted yet. */
export type ObjectEnvironment = Readonly<Record<string, string>>;

export interface ProposedMoves {
  readonly repository: Repository;
  readonly token: Token;
  readonly moves: readonly RefMove[];
  readonly environment?: ObjectEnvironment;
}

/** One refusal for each ref that may not move. */
export async function findRefusals(
  world: World,
  proposed: ProposedMoves,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const move of proposed.moves) {
    const refusal =
      refuseHidden(proposed.repository, move) ??
      (await refuseWorkflows(proposed, move)) ??
      (await refuseByProtection(proposed, move)) ??
      (await refuseByRulesets(world, proposed, move));
    if (refusal !== undefined) {
      refusals.push(refusal);
    }
  }
  return refusals;
}

function refuseHidden(repository: Repository, move: RefMove): Refusal | undefined {
  if (move.ref.startsWith("refs/pull/")) {
    return plainRefusal(move, "deny updating a hidden ref", "Reference cannot be updated");
  }
  const isDefault = move.ref === `refs/heads/${repository.defaultBranch}`;
  return isDefault && move.after === ZERO_OID
    ? plainRefusal(
        move,
        `refusing to delete the current branch: ${move.ref}`,
        "Cannot delete the default branch",
      )
    : undefined;
}

function plainRefusal(move: RefMove, reason: string, message: string): Refusal {
  return { ref: move.ref, reason, lines: [`error: ${reason}`], status: 422, message };
}

const WORKFLOWS = ".github/workflows";

/**
 * A token without `workflows` may not point a ref at a commit with a workflow file that the default branch does not
 * have in the same form, whoever wrote it.
 */
async function refuseWorkflows(it: ProposedMoves, move: RefMove): Promise<Refusal | undefined> {
  if (move.after === ZERO_OID || mayWriteWorkflows(it.token)) {
    return undefined;
  }
  const allowed = new Set(await workflowEntries(it, `refs/heads/${it.repository.defaultBranch}`));
  const entries = await workflowEntries(it, move.after);
  const foreign = entries.find((entry) => !allowed.has(entry));
  if (foreign === undefined) {
    return undefined;
  }
  const path = foreign.slice(foreign.indexOf("\t") + 1);
  const subject = it.token.kind === "user" ? "a Personal Access Token" : "a GitHub App";
  const permission = it.token.kind === "user" ? "`workflow` scope" : "`workflows` permission";
  return {
    ref: move.ref,
    reason: `refusing to allow ${subject} to create or update workflow \`${path}\` without ${permission}`,
    lines: [],
    status: 403,
    message:
      it.token.kind === "user"
        ? "Resource not accessible by personal access token"
        : "Resource not accessible by integration",
  };
}

function mayWriteWorkflows(token: Token): boolean {
  switch (token.kind) {
    case "anonymous":
      return false;
    case "user":
      return token.permissions === undefined || token.permissions["workflows"] === "write";
    case "installation":
    case "workflow":
      return token.permissions["workflows"] === "write";
  }
}

async function workflowEntries(it: ProposedMoves, commit: string): Promise<readonly string[]> {
  const result = await tryGit(
    it.repository,
    ["ls-tree", "-r", "-z", "--full-tree", commit, "--", WORKFLOWS],
    { environment: it.environment ?? {} },
  );
  return result.stdout
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "");
}

async function refuseByProtection(it: ProposedMoves, move: RefMove): Promise<Refusal | undefined> {
  const protection = protectionOf(it.repository, move.ref);
  if (protection === undefined || isExempt(it, protection)) {
    return undefined;
  }
  const sentence = await findProtectionProblem(it, move, protection);
  if (sentence === undefined) {
    return undefined;
  }
  return {
    ref: move.ref,
    reason: "protected branch hook declined",
    lines: [`error: GH006: Protected branch update failed for ${move.ref}.`, `error: ${sentence}`],
    status: 422,
    message: sentence,
  };
}

export function protectionOf(repository: Repository, ref: string): BranchProtection | undefined {
  const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
  if (branch === undefined) {
    return undefined;
  }
  const exact = repository.protectedBranches.get(branch);
  const patterns = [...repository.protectedBranches];
  return exact ?? patterns.find(([pattern]) => picomatch.isMatch(branch, pattern))?.[1];
}

function isExempt(it: ProposedMoves, protection: BranchProtection): boolean {
  const isAdmin =
    it.token.kind === "user" && roleOf(it.repository, it.token.actor.login) === "admin";
  return isAdmin && !protection.isEnforcedForAdmins;
}

async function findProtectionProblem(
  it: ProposedMoves,
  move: RefMove,
  protection: BranchProtection,
): Promise<string | undefined> {
  if (move.after === ZERO_OID) {
    return protection.allowsDeletions ? undefined : "Cannot delete this protected branch";
  }
  if (!protection.allowsForcePushes && (await losesCommits(it, move))) {
    return "Cannot force-push to this protected branch";
  }
  if (protection.isPullRequestRequired || protection.requiredReviews > 0) {
    return "Changes must be made through a pull request.";
  }
  const [missing, ...more] = missingChecks(it.repository, move.after, protection.requiredChecks);
  if (missing === undefined) {
    return undefined;
  }
  return more.length === 0
    ? `Required status check "${missing}" is expected.`
    : `${more.length + 1} of ${protection.requiredChecks.length} required status checks are expected.`;
}

async function losesCommits(it: ProposedMoves, move: RefMove): Promise<boolean> {
  if (move.before === ZERO_OID || move.after === ZERO_OID) {
    return false;
  }
  const args = ["merge-base", "--is-ancestor", move.before, move.after];
  const result = await tryGit(it.repository, args, { environment: it.environment ?? {} });
  return result.code !== 0;
}

async function refuseByRulesets(
  world: World,
  it: ProposedMoves,
  move: RefMove,
): Promise<Refusal | undefined> {
  const isForced = await losesCommits(it, move);
  const violations = await findRuleViolations(it, move, isForced);
  if (violations.length === 0) {
    return undefined;
  }
  const page = `${world.url}/${it.repository.fullName}/rules?ref=${encodeURIComponent(move.ref)}`;
  return {
    ref: move.ref,
    reason: "push declined due to repository rule violations",
    lines: [
      `error: GH013: Repository rule violations found for ${move.ref}.`,
      `Review all repository rules at ${page}`,
      "",
      ...violations.flatMap((violation) => [`- ${violation}`, ""]),
    ],
    status: 422,
    message: `Repository rule violations found\n\n${violations.join("\n\n")}\n\n`,
  };
}
