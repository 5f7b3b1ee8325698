import { writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { RefMove, World } from "../model.ts";
import type { Reply } from "../respond.ts";
import { pushes } from "./pushes.ts";
import { findRefusals } from "./receive-rules.ts";

/** What the hooks of a bare repository ask in the middle of a push: may these refs move, and that they have. */
export async function answerHook(world: World, url: URL, request: IncomingMessage): Promise<Reply> {
  const [, , pushId = "", hook] = url.pathname.split("/");
  const push = pushes.get(pushId);
  if (push === undefined) {
    return { status: 404 };
  }
  const moves = parseMoves(await text(request));
  if (hook === "post-receive") {
    push.moved.push(...moves);
    return { status: 204 };
  }
  const quarantine = String(request.headers["x-quarantine"] ?? "");
  const refusals = await findRefusals(world, {
    repository: push.repository,
    token: push.token,
    moves,
    environment: quarantine === "" ? {} : objectEnvironment(push.repository.gitDir, quarantine),
  });
  push.refusals.push(...refusals);
  const lines = refusals.map(
    (it) => `${it.ref}\t${it.lines.map((line) => `${escaped(line)}\\n`).join("")}\n`,
  );
  await writeFile(push.verdictsFile, lines.join(""));
  return { status: 204 };
}

function parseMoves(lines: string): readonly RefMove[] {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({
      before: line.slice(0, 40),
      after: line.slice(41, 81),
      ref: line.slice(82),
    }));
}

/** The pushed objects lie apart until the push is accepted. */
function objectEnvironment(gitDir: string, quarantine: string): Record<string, string> {
  return {
    GIT_OBJECT_DIRECTORY: quarantine,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: `${gitDir}/objects`,
  };
}

/** For bash's `printf %b`. */
function escaped(line: string): string {
  return line.replaceAll("\\", "\\\\").replaceAll("\t", " ");
}
