import { z } from "zod";
import { moveRefs, type MoveOutcome, type RefChange } from "../git/move-refs.ts";
import { ZERO_OID } from "../git/zero-oid.ts";
import type { Repository } from "../model.ts";
import { type ListedRef, renderGitRef } from "../render/git-ref.ts";
import {
  conflict,
  created,
  noContent,
  notFound,
  ok,
  parseBody,
  refusal,
  type Reply,
  unprocessable,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { runGit, tryGit } from "../run-git.ts";

const READ = { name: "contents", level: "read" } as const;
const WRITE = { name: "contents", level: "write" } as const;

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/git/ref/{ref}",
    scope: "repository",
    permission: READ,
    handle: getRef,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/git/matching-refs/{ref}",
    scope: "repository",
    permission: READ,
    handle: listMatching,
  },
  {
    method: "POST",
    template: "/repos/{owner}/{repo}/git/refs",
    scope: "repository",
    permission: WRITE,
    handle: createRef,
  },
  {
    method: "PATCH",
    template: "/repos/{owner}/{repo}/git/refs/{ref}",
    scope: "repository",
    permission: WRITE,
    handle: updateRef,
  },
  {
    method: "DELETE",
    template: "/repos/{owner}/{repo}/git/refs/{ref}",
    scope: "repository",
    permission: WRITE,
    handle: deleteRef,
  },
];

async function getRef(call: RepositoryCall): Promise<Reply> {
  const name = `refs/${call.params["ref"]}`;
  const found = (await listRefs(call.repository, name)).find((it) => it.ref === name);
  if (found === undefined) {
    throw notFound();
  }
  return ok(renderGitRef(call.world, call.repository, found));
}

/** Everything that begins with the name, in any namespace. */
/** All at once: this list has no pages. */
async function listMatching(call: RepositoryCall): Promise<Reply> {
  const prefix = `refs/${call.params["ref"]}`;
  const all = await listRefs(call.repository, "refs/");
  return ok(
    all
      .filter((it) => it.ref.startsWith(prefix))
      .map((it) => renderGitRef(call.world, call.repository, it)),
  );
}

const NewRef = z.object({ ref: z.string(), sha: z.string() });

async function createRef(call: RepositoryCall): Promise<Reply> {
  const { ref, sha } = parseBody(NewRef, call.body);
  if (!ref.startsWith("refs/") || ref.split("/").length < 3) {
    throw unprocessable("Reference name must contain at least three slash-separated components.");
  }
  if ((await tryGit(call.repository, ["check-ref-format", ref])).code !== 0) {
    throw unprocessable(`${ref} is not a valid ref name.`);
  }
  await move(call, { ref, before: ZERO_OID, after: fullSha(sha), isForced: false }, () =>
    unprocessable("Reference already exists"),
  );
  return created(await renderNamed(call, ref));
}

const RefUpdate = z.object({ sha: z.string(), force: z.boolean().default(false) });

async function updateRef(call: RepositoryCall): Promise<Reply> {
  const { sha, force } = parseBody(RefUpdate, call.body);
  const ref = await existingRef(call);
  await move(call, { ref, before: undefined, after: fullSha(sha), isForced: force }, () =>
    conflict("Conflict"),
  );
  return ok(await renderNamed(call, ref));
}

async function deleteRef(call: RepositoryCall): Promise<Reply> {
  const ref = await existingRef(call);
  await move(call, { ref, before: undefined, after: ZERO_OID, isForced: true }, () =>
    conflict("Conflict"),
  );
  return noContent();
}

async function existingRef(call: RepositoryCall): Promise<string> {
  const name = `refs/${call.params["ref"]}`;
  const isThere = (await listRefs(call.repository, name)).some((it) => it.ref === name);
  if (!isThere) {
    throw unprocessable("Reference does not exist");
  }
  return name;
}

function fullSha(sha: string): string {
  if (!/^[0-9a-f]{40}$/.test(sha) || sha === ZERO_OID) {
    throw unprocessable(
      "The sha parameter must be exactly 40 characters and contain only [0-9a-f].",
    );
  }
  return sha;
}

async function move(call: RepositoryCall, change: RefChange, onStale: () => Error): Promise<void> {
  const outcome = await moveRefs(call.world, call, [change]);
  switch (outcome.kind) {
    case "moved":
      return;
    case "stale":
      throw onStale();
    case "missing-object":
      throw unprocessable("Object does not exist");
    case "unwritable":
      throw unprocessable("Reference update failed");
    case "not-fast-forward":
      throw unprocessable("Update is not a fast forward");
    case "refused":
      throw refusedMove(outcome);
  }
}

function refusedMove({ refusal: it }: Extract<MoveOutcome, { kind: "refused" }>): Error {
  return it.status === 403 ? refusal(403, it.message) : unprocessable(it.message);
}

async function renderNamed(call: RepositoryCall, name: string): Promise<unknown> {
  const found = (await listRefs(call.repository, name)).find((it) => it.ref === name);
  return found === undefined ? undefined : renderGitRef(call.world, call.repository, found);
}

async function listRefs(repository: Repository, pattern: string): Promise<readonly ListedRef[]> {
  const format = "%(objectname) %(objecttype) %(refname)";
  const listed = await runGit(repository, ["for-each-ref", `--format=${format}`, pattern]);
  return listed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [oid = "", type = "", ref = ""] = line.split(" ");
      return { oid, type, ref };
    });
}
