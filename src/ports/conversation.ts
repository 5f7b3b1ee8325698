import type { Account } from "./pull-requests.ts";

/** What people and kazi say to each other below pull requests and issues. */
export interface Conversation {
  comment(id: number): Promise<Comment | undefined>;
  /** From the oldest: the first hundred, where kazi's own comment stands, and the newest 300. */
  comments(issue: number): Promise<readonly Comment[]>;
  post(issue: number, body: string): Promise<Comment>;
  edit(id: number, body: string): Promise<void>;
  react(id: number, reaction: Reaction): Promise<void>;
  /** The account that `post` writes as. */
  self(): Promise<Account>;
}

/** One comment as it is now. */
export interface Comment {
  readonly id: number;
  /** The number of the issue or pull request that it stands below. */
  readonly issue: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAtMs: number;
  /** It was changed after it was written. */
  readonly isEdited: boolean;
  readonly url: string;
}

/** A sign that is seen at once. */
export type Reaction = "+1" | "-1" | "eyes" | "rocket" | "confused";
