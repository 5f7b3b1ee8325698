import type { Issue, Json, Repository, Token, World } from "../model.ts";
import { emitPullEvent } from "../pulls/pull-event.ts";
import { renderIssue } from "../render/issue.ts";
import { emit } from "../webhooks.ts";

export interface IssueEvent {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly token: Token;
  readonly action: string;
  readonly extra?: Json;
}

/** Of an issue `issues`, of a pull request `pull_request`. */
export async function emitIssueEvent(world: World, it: IssueEvent): Promise<void> {
  const { repository, issue, token, action, extra } = it;
  const { actor } = token;
  if (issue.pull !== undefined) {
    const pull = { repository, issue, details: issue.pull };
    await emitPullEvent(world, pull, {
      action,
      actor,
      token,
      ...(extra === undefined ? {} : { extra }),
    });
    return;
  }
  const payload = { issue: renderIssue(world, repository, issue), ...extra };
  emit(world, { event: "issues", action, repository, actor, token, payload });
}
