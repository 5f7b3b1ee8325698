import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { Comment, Conversation } from "../ports/conversation.ts";
import type { Account } from "../ports/pull-requests.ts";
import { GitHubUser, toAccount } from "./github-account.ts";
import { boundForGitHub } from "./github-bounded.ts";
import { readEnds } from "./github-pages.ts";
import {
  findInRepository,
  type GitHubRepository,
  readRepository,
  valueOf,
} from "./github-repository.ts";

const COMMENTS_MAX = 300;
const BODY_CHARACTERS_MAX = 65_536;
const RECENT_MS = 600_000;

/** Comments below the issues and pull requests of one repository. */
export function createGitHubConversation(
  repository: GitHubRepository,
  speaker?: string,
): Conversation {
  let known: Account | undefined;
  async function self(): Promise<Account> {
    known ??=
      speaker === undefined ? await readSelf(repository) : await readAccount(repository, speaker);
    return known;
  }
  return {
    comment: async (id) => await readComment(repository, id),
    comments: async (issue) => await readComments(repository, issue),
    post: async (issue, body) => await post(repository, issue, { body, readSelf: self }),
    edit: async (id, body) => await edit(repository, id, body),
    async react(id, reaction) {
      await readRepository(repository, {
        route: "POST /issues/comments/{comment_id}/reactions",
        purpose: `react to comment ${id}`,
        parameters: { comment_id: id, content: reaction },
        answer: z.unknown(),
        // An account has each reaction once.
        isRepeatable: true,
      });
    },
    self,
  };
}

const CommentAnswer = z.object({
  id: z.int(),
  html_url: z.string(),
  issue_url: z.string(),
  body: z.string().nullish(),
  user: GitHubUser,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

async function readComment(repository: GitHubRepository, id: number): Promise<Comment | undefined> {
  const found = await findInRepository(repository, {
    route: "GET /issues/comments/{comment_id}",
    purpose: `read comment ${id}`,
    parameters: { comment_id: id },
    answer: CommentAnswer,
  });
  return found === undefined ? undefined : toComment(found);
}

async function readComments(
  repository: GitHubRepository,
  issue: number,
): Promise<readonly Comment[]> {
  const question = {
    route: "GET /issues/{issue_number}/comments",
    purpose: `read the comments of #${issue}`,
    parameters: { issue_number: issue },
    item: CommentAnswer,
  };
  return (await readEnds(repository, question, COMMENTS_MAX)).map((it) => toComment(it));
}

async function post(
  repository: GitHubRepository,
  issue: number,
  given: { readonly body: string; readonly readSelf: () => Promise<Account> },
): Promise<Comment> {
  const body = boundForGitHub(given.body, BODY_CHARACTERS_MAX);
  try {
    const posted = await readRepository(repository, {
      route: "POST /issues/{issue_number}/comments",
      purpose: `write a comment to #${issue}`,
      parameters: { issue_number: issue, body },
      answer: CommentAnswer,
    });
    return toComment(posted);
  } catch (error) {
    if (!(error instanceof KaziError) || error.code !== "github-unavailable") throw error;
    const self = await given.readSelf();
    const posted = (await readComments(repository, issue)).findLast(
      (it) => it.author.id === self.id && it.body === body && isRecent(it),
    );
    if (posted === undefined) throw error;
    return posted;
  }
}

/** What was said in the same words long ago is no sign that it was said now. */
function isRecent({ createdAtMs }: Comment): boolean {
  return Date.now() - createdAtMs < RECENT_MS;
}

async function edit(repository: GitHubRepository, id: number, body: string): Promise<void> {
  await readRepository(repository, {
    route: "PATCH /issues/comments/{comment_id}",
    purpose: `change comment ${id}`,
    parameters: { comment_id: id, body: boundForGitHub(body, BODY_CHARACTERS_MAX) },
    answer: z.unknown(),
    isRepeatable: true,
  });
}

function toComment(found: z.infer<typeof CommentAnswer>): Comment {
  return {
    id: found.id,
    issue: Number(/\/(\d+)$/.exec(found.issue_url)?.[1]),
    author: toAccount(found.user),
    body: found.body ?? "",
    createdAtMs: Date.parse(found.created_at),
    isEdited: found.updated_at !== found.created_at,
    url: found.html_url,
  };
}

const ViewerAnswer = z.object({
  viewer: z.object({ login: z.string(), databaseId: z.int() }),
});

/** By GraphQL, because `GET /user` refuses the tokens of Apps and workflows. */
async function readAccount({ client }: GitHubRepository, login: string): Promise<Account> {
  const purpose = `look up the account ${login}`;
  const asked = await client.ask({
    route: "GET /users/{username}",
    purpose,
    parameters: { username: login },
    answer: GitHubUser,
  });
  return toAccount(valueOf(asked, purpose));
}

async function readSelf({ client }: GitHubRepository): Promise<Account> {
  const purpose = "find out which account this token writes as";
  const asked = await client.askGraph({
    name: "viewer",
    purpose,
    query: "query { viewer { login databaseId } }",
    variables: {},
    answer: ViewerAnswer,
    isRepeatable: true,
  });
  const { viewer } = valueOf(asked, purpose);
  return toAccount({ id: viewer.databaseId, login: viewer.login });
}
