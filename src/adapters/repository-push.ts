import { toOneLine } from "../model/plain-text.ts";
import type { PushOutcome, PushRequest } from "../ports/repository.ts";
import { isBranchName } from "./branch-name.ts";
import { runGit, withoutCredentials, type GitResult } from "./git.ts";
import { firstLine, personCall, type PersonCheckout } from "./repository-checkout.ts";

const PUSH_TIMEOUT_MS = 120_000;
const REASON_CHARACTERS_MAX = 500;

/** Puts a commit on the remote's branch as the person would, but without hooks; never by force. */
export async function pushBranch(
  checkout: PersonCheckout,
  request: PushRequest,
): Promise<PushOutcome> {
  const { branch, commit } = request;
  if (!isBranchName(branch)) {
    return { kind: "refused", reason: "expected a branch name that git takes, found another" };
  }
  const remote = await findRemote(checkout, branch);
  if (remote === undefined) return { kind: "no-remote" };
  const options = ["--porcelain", "--no-follow-tags", "--no-signed", "--recurse-submodules=no"];
  try {
    const pushed = await runGit(
      ["push", ...options, "--", remote, `${commit}:refs/heads/${branch}`],
      {
        ...personCall(checkout),
        actor: "pusher",
        timeoutMs: PUSH_TIMEOUT_MS,
        codes: [0, 1, 128, 141],
      },
    );
    return pushed.code === 0
      ? { kind: "pushed", remote }
      : { kind: "refused", reason: reasonOf(pushed) };
  } catch (error) {
    const why = error instanceof Error ? error.message : "no reason given";
    return { kind: "refused", reason: toOneLine(why, REASON_CHARACTERS_MAX) };
  }
}

/** In git's own order; a name that is no remote is passed over. */
async function findRemote(checkout: PersonCheckout, branch: string): Promise<string | undefined> {
  const call = { ...personCall(checkout), codes: [0, 1] };
  const remotes = new Set(firstLine(await runGit(["remote"], call)).split("\n"));
  const settings = [`branch.${branch}.pushRemote`, "remote.pushDefault", `branch.${branch}.remote`];
  for (const setting of settings) {
    const name = firstLine(await runGit(["config", "--get", setting], call));
    if (name !== "" && remotes.has(name)) return name;
  }
  return remotes.has("origin") ? "origin" : undefined;
}

/** The remote's verdict on the ref, then what it said. */
function reasonOf(pushed: GitResult): string {
  const verdicts = pushed.stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.split("\t").at(-1) ?? "");
  const words = pushed.stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("hint:"));
  const text = [...verdicts, ...words.slice(-5)].join("; ");
  const plain = toOneLine(withoutCredentials(text), REASON_CHARACTERS_MAX);
  return plain === "" ? "git push failed without a word" : plain;
}
