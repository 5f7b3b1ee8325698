import { readCommits } from "../git/read-commit.ts";
import type { MergeMethod } from "./combine-commits.ts";
import { listPullCommits } from "./pull-files.ts";
import type { Pull } from "./pull.ts";

export interface MergeTexts {
  readonly title: string | undefined;
  readonly message: string | undefined;
}

/** The message of the commit that a merge makes; what the caller does not say, GitHub writes. */
export async function mergeMessage(
  pull: Pull,
  method: MergeMethod,
  texts: MergeTexts,
): Promise<string> {
  const byDefault = method === "squash" ? await squashTexts(pull) : mergeTexts(pull);
  const title = texts.title ?? byDefault.title ?? "";
  const message = texts.message ?? byDefault.message ?? "";
  return message === "" ? title : `${title}\n\n${message}`;
}

function mergeTexts({ issue, details }: Pull): MergeTexts {
  const from = `${details.headRepository.owner.login}/${details.headRef}`;
  return { title: `Merge pull request #${issue.number} from ${from}`, message: issue.title };
}

async function squashTexts(pull: Pull): Promise<MergeTexts> {
  const commits = await readCommits(pull.repository, await listPullCommits(pull));
  const messages = commits.map((commit) => commit.message);
  const [only = "", ...others] = messages;
  if (others.length > 0) {
    const list = messages.map((message) => `* ${message}`).join("\n\n");
    return { title: numbered(pull, pull.issue.title), message: list };
  }
  const [subject = "", ...body] = only.split("\n");
  return { title: numbered(pull, subject), message: body.join("\n").trim() };
}

function numbered(pull: Pull, title: string): string {
  return `${title} (#${pull.issue.number})`;
}
