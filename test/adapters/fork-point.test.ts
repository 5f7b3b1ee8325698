import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findForkPoint, type ForkPoint } from "../../src/adapters/fork-point.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

let repository: TemporaryRepository;
let first: string;
beforeEach(() => {
  repository = temporaryRepository({ files: { a: "1" } });
  first = repository.git("rev-parse", "HEAD");
});
afterEach(() => repository.remove());

async function found(wanted?: string): Promise<ForkPoint | undefined> {
  const head = repository.git("rev-parse", "HEAD");
  return await findForkPoint(path.join(repository.path, ".git"), head, wanted);
}

/** A branch that left `main`, which went on. */
function workOnBranch(): void {
  repository.git("switch", "--quiet", "--create", "work");
  repository.commit("Work");
  repository.git("switch", "--quiet", "main");
  repository.commit("Elsewhere");
  repository.git("switch", "--quiet", "work");
}

function remoteHas(branch: string, commit: string): void {
  repository.git("update-ref", `refs/remotes/origin/${branch}`, commit);
}

describe("findForkPoint()", () => {
  test("is where a branch left the local main", async () => {
    workOnBranch();
    expect(await found()).toEqual({ branch: "main", commit: first });
  });

  test("a commit is not compared with itself: the checked-out main says nothing", async () => {
    repository.commit("Work on main");
    expect(await found()).toBeUndefined();
    repository.git("switch", "--quiet", "--detach");
    expect(await found()).toBeUndefined();
  });

  test("is what the remote has of a branch that is checked out itself", async () => {
    remoteHas("main", first);
    expect(await found()).toEqual({ branch: "main", commit: first });
    repository.commit("Not yet pushed");
    expect(await found()).toEqual({ branch: "main", commit: first });
  });

  test("follows the default branch of the remote before the usual names", async () => {
    workOnBranch();
    const trunk = repository.git("rev-parse", "HEAD");
    remoteHas("trunk", trunk);
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    repository.commit("More");
    expect(await found()).toEqual({ branch: "trunk", commit: trunk });
  });

  test("takes the branch that the goal names and no other", async () => {
    workOnBranch();
    repository.git("branch", "release", "HEAD~");
    expect(await found("release")).toEqual({ branch: "release", commit: first });
    expect(await found("gone")).toBeUndefined();
    expect(await found("--all")).toBeUndefined();
    expect(await found("HEAD")).toBeUndefined();
  });

  test("a default branch that was not fetched leaves the usual names", async () => {
    workOnBranch();
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    expect(await found()).toEqual({ branch: "main", commit: first });
  });

  test("a history that shares nothing says nothing", async () => {
    repository.git("switch", "--quiet", "--orphan", "alone");
    repository.commit("Another first");
    expect(await found()).toBeUndefined();
  });
});
