import { shortDigest } from "./goal-command.ts";
import type { Refusal, RefusalKind } from "./refusal.ts";

/** Why, and what would work: plain sentences with strangers' words in them. */
export function refusalWords<K extends RefusalKind>(refusal: Refusal<K>): string {
  return WORDS[refusal.kind](refusal);
}

const WORDS: { readonly [K in RefusalKind]: (refusal: Refusal<K>) => string } = {
  fork: () =>
    "This pull request comes from a fork, and kazi takes no goal-file from outside. Push its branch to this repository and open a pull request from there.",
  bot: (it) =>
    `${it.login} is a bot, and only a person can ask for this. Somebody with write permission has to write the comment.`,
  "no-permission": (it) =>
    `/kazi ${it.verb} needs write permission, and ${it.login} has ${it.permission}. Ask somebody who can push to this repository to write it.`,
  edited: () =>
    "The comment was edited, and others than its author can do that. Write a new comment instead.",
  "comment-gone": () =>
    "The comment with the approval does not exist any more. Write the approval again as a new comment.",
  "no-approval-in-comment": () =>
    "The comment is no /kazi approve, or approves another goal. Write /kazi approve as the first line of a new comment.",
  closed: () =>
    "The pull request is closed, so nothing is started here. Reopen it, then approve again.",
  "no-pull-request": () =>
    "This is an issue, and goal-files are approved in the pull request that brings them. Write the command there.",
  "unknown-verb": (it) =>
    `kazi does not know "${it.verb}". It knows approve, status, stop and help.`,
  "not-built": (it) =>
    `/kazi ${it.verb} is not built yet. What works today: approve, status, stop and help.`,
  "pointer-unreadable": (it) =>
    `Expected "comment:<id>" or "commit:<sha>" as the place of an approval, found "${it.given}". Start runs by /kazi approve, not by hand.`,
  "no-goal-file": () =>
    "There is nothing to approve here: this pull request neither adds nor changes a goal-file (.kazi/goals/*.toml or .kazi/**/*.goal.toml), and no goal works on it. Add a goal-file, then approve it.",
  "unknown-goal": (it) =>
    `There is no goal "${it.given}" here. This pull request has ${it.known.map((id) => `"${id}"`).join(", ")}.`,
  unreadable: (it) =>
    `The goal-file ${it.path} does not load, so there is nothing to approve. Mend what is listed, push, and approve the new version.`,
  "other-digest": (it) =>
    `Goal "${it.id}" has the digest ${shortDigest(it.now)} now, and the comment approves ${it.given}. Read the version that is shown now and approve that one.`,
  "never-shown": (it) =>
    `Goal "${it.id}" changed since it was last shown here, or was not shown before the comment. It is shown now, with the digest ${shortDigest(it.now)}: read it, then approve again.`,
  elsewhere: (it) =>
    `A goal with the id "${it.id}" is live on ${it.where}. Wait until it ends, stop it there, or give this one another id.`,
  "already-approved": (it) =>
    `Goal "${it.id}" was approved by ${it.by} already and is running. Nothing more is needed; /kazi stop ends it.`,
  "used-up": (it) =>
    `This approval opened generation ${it.generation} of goal "${it.id}" already, and one approval opens one generation. Approve it anew to start another one.`,
  "nothing-to-stop": () =>
    "Nothing that matches is running here. /kazi status shows what there is.",
  damaged: (it) =>
    `The record of goal "${it.id}" is not what kazi wrote, so it is not touched: ${it.reason}. Somebody who can push can look at it and delete its ref under refs/kazi/live/; then approve again.`,
  busy: (it) =>
    `The record of goal "${it.id}" kept changing at this moment. Write the command again.`,
  blocked: (it) => `Goal "${it.id}" is approved, but its run could not be started: ${it.reason}`,
  "not-on-default-branch": (it) =>
    `Commit ${it.commit.slice(0, 12)} is not among the newest commits of the default branch. Only a goal-file on the default branch is approved by its commit; elsewhere somebody writes /kazi approve in the pull request.`,
  "not-its-commit": (it) =>
    `Commit ${it.commit.slice(0, 12)} is not the one that brought these bytes of ${it.path}. Only the push or merge that brought them approves them; change the file once more to approve it anew.`,
  "changed-since": (it) =>
    `${it.path} on the default branch is not what that commit brought any more. Approve the new version.`,
  "merge-off": (it) =>
    `[approval] on_merge = false in ${it.path} turns approval by merge off. Somebody with write permission has to write /kazi approve in a pull request that holds the goal-file.`,
  "config-unreadable": (it) =>
    `.kazi/config.toml cannot be read, so nothing is approved by merge: ${it.reason}. Mend it on the default branch.`,
  "no-person": (it) =>
    `Nobody with write permission stands behind commit ${it.commit.slice(0, 12)}: neither who pushed or merged it, nor a reviewer who approved what was merged. Such a person can change the goal-file once more, or approve it in a pull request.`,
};
