import { z } from "zod";
import { unprocessable } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";
import { resolveOid, runGit } from "../run-git.ts";

export const Person = z.object({
  name: z.string(),
  email: z.string(),
  date: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

export const CommitRequest = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: Person.optional(),
  committer: Person.partial().optional(),
  signature: z.string().optional(),
});
type Request = z.infer<typeof CommitRequest>;

/** Writes the commit byte for byte as asked: git's own command would end the message with a line break. */
export async function writeCommit(call: RepositoryCall, request: Request): Promise<string> {
  const { repository, token } = call;
  if ((await resolveOid(repository, `${request.tree}^{tree}`)) === undefined) {
    throw unprocessable("Tree SHA does not exist");
  }
  for (const parent of request.parents) {
    if ((await resolveOid(repository, `${parent}^{commit}`)) === undefined) {
      throw unprocessable("Parent SHA does not exist or is not a commit object");
    }
  }
  const author = request.author ?? ownPerson(call);
  const text = [
    `tree ${request.tree}`,
    ...request.parents.map((parent) => `parent ${parent}`),
    `author ${formatPerson(call, author)}`,
    `committer ${formatPerson(call, { ...author, ...definedOf(request.committer) })}`,
    ...signatureLines(request.signature),
    "",
    request.message,
  ].join("\n");
  const args = ["hash-object", "-t", "commit", "-w", "--stdin"];
  const sha = await runGit(repository, args, { input: text });
  const isOwn = request.author === undefined && request.committer === undefined;
  if (isOwn && (token.kind === "installation" || token.kind === "workflow")) {
    repository.signedCommits.add(sha);
  }
  return sha;
}

function ownPerson({ token }: RepositoryCall): Person {
  const { actor } = token;
  return {
    name: actor.name ?? actor.login,
    email: `${actor.id}+${actor.login}@users.noreply.github.com`,
  };
}

function definedOf(person: Request["committer"]): Partial<Person> {
  return {
    ...(person?.name === undefined ? {} : { name: person.name }),
    ...(person?.email === undefined ? {} : { email: person.email }),
    ...(person?.date === undefined ? {} : { date: person.date }),
  };
}

function formatPerson(call: RepositoryCall, person: Person): string {
  const ms = person.date === undefined ? call.world.nowMs() : Date.parse(person.date);
  if (Number.isNaN(ms)) {
    throw unprocessable("Invalid request.\n\nThe date is not a valid ISO 8601 timestamp.");
  }
  const offset = /(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/.exec(person.date ?? "")?.[0];
  const zone = offset?.replace(":", "") ?? "+0000";
  return `${person.name} <${person.email}> ${Math.floor(ms / 1000)} ${zone}`;
}

function signatureLines(signature: string | undefined): readonly string[] {
  return signature === undefined ? [] : [`gpgsig ${signature.trimEnd().replaceAll("\n", "\n ")}`];
}
