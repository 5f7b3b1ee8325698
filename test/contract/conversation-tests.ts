import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds, untried } from "./finding.ts";
import { needed } from "./needed.ts";
import type { Place } from "./place.ts";

/** What a comment and a role are worth as an approval. */
export const conversationTests: readonly ContractTest[] = [
  { number: "A29", name: "an edit shows in updated_at", try: seeEdit },
  { number: "A30", name: "a reaction is no edit", try: seeReaction },
  { number: "A31", name: "roles have names", try: readRole },
  { number: "A32", name: "a text has a length", try: refuseLongComment },
];

const Comment = z.object({ id: z.int(), created_at: z.string(), updated_at: z.string() });
type Comment = z.infer<typeof Comment>;

/** GitHub's times have whole seconds. */
const MORE_THAN_A_SECOND_MS = 2_100;

async function write(place: Place): Promise<Comment> {
  const asked = await place.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    issue_number: await place.pull(),
    body: "One of the questions of `npm run contract`.",
  });
  return needed(asked, "write a comment", Comment);
}

async function readAgain(place: Place, { id }: Comment): Promise<Comment> {
  const asked = await place.rest("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    comment_id: id,
  });
  return needed(asked, "read a comment", Comment);
}

async function seeEdit(place: Place): Promise<Finding> {
  const comment = await write(place);
  if (comment.updated_at !== comment.created_at) return broken("a new comment looks edited");
  await place.pause(MORE_THAN_A_SECOND_MS);
  const edited = await place.rest("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    comment_id: comment.id,
    body: "Edited.",
  });
  needed(edited, "edit a comment", Comment);
  const now = await readAgain(place, comment);
  return now.updated_at === now.created_at ? broken("an edited comment looks new") : holds();
}

async function seeReaction(place: Place): Promise<Finding> {
  const comment = await write(place);
  await place.pause(MORE_THAN_A_SECOND_MS);
  const reacted = await place.rest(
    "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
    { comment_id: comment.id, content: "+1" },
  );
  needed(reacted, "react to a comment", z.object({ id: z.int() }));
  const now = await readAgain(place, comment);
  return now.updated_at === now.created_at ? holds() : broken("the comment looks edited");
}

const Permission = z.object({ permission: z.string(), role_name: z.string() });

async function readRole(place: Place): Promise<Finding> {
  const { kind, login } = place.account;
  const username = kind === "person" ? login : place.repository.owner;
  const asked = await place.rest("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    username,
  });
  if (asked.kind === "refused") {
    return kind === "person"
      ? broken(`the account's own role cannot be read: ${asked.status} ${asked.said}`)
      : untried(`the owner's role cannot be read: ${asked.status} ${asked.said}`);
  }
  const parsed = Permission.safeParse(asked.value);
  if (!parsed.success) return broken("the answer has no role_name");
  return ["admin", "write", "read", "none"].includes(parsed.data.permission)
    ? holds()
    : broken(`there is a permission ${parsed.data.permission}`);
}

const CHARACTERS_MAX = 65_536;

async function refuseLongComment(place: Place): Promise<Finding> {
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const issue_number = await place.pull();
  const long = await place.rest(route, { issue_number, body: "x".repeat(CHARACTERS_MAX) });
  if (long.kind === "refused") {
    return long.status === 422 ? broken(`refused: ${long.said}`) : untried(long.said);
  }
  const longer = await place.rest(route, { issue_number, body: "x".repeat(CHARACTERS_MAX + 1) });
  if (longer.kind === "answered") return broken("one character more was taken");
  return longer.status === 422 ? holds() : broken(`${longer.status} ${longer.said}`);
}
