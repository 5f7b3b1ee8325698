import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { type Ended, setStage, type Stage } from "../stage.ts";
import { STAND_INS } from "./stand-ins.ts";

const GOAL = ".kazi/goals/it.goal.toml";

/** A person's clone of a real remote, with a goal-file in it and every program that one may call. */
export interface CorpusStage extends Stage {
  /** Commits the files, and pushes them. */
  publish(files: Readonly<Record<string, string>>): void;
  /** Runs `kazi apply` on the goal-file, with the stand-ins behind the real programs that are asked for. */
  apply(...flags: readonly string[]): Promise<Ended>;
}

export function setCorpusStage(
  real: readonly string[],
  goal: (stage: Stage) => string,
): CorpusStage {
  const stage = setStage({});
  const { repository, wings } = stage;
  const upstream = path.join(wings, "upstream.git");
  repository.git("init", "--quiet", "--bare", "--initial-branch=main", upstream);
  repository.git("remote", "add", "origin", upstream);
  repository.git("push", "--quiet", "--set-upstream", "origin", "main");
  const bin = writeStandIns(path.join(wings, "bin"), real);
  const env = {
    PATH: [bin, path.dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
    HOME: wings,
    GOCACHE: path.join(homedir(), ".cache/go-build"),
  };
  const here = {
    ...stage,
    publish: (files: Readonly<Record<string, string>>) => publish(stage, files),
    apply: async (...flags: readonly string[]) =>
      await stage.kaziWith(env, "apply", path.join(repository.path, GOAL), "--json", ...flags),
  };
  here.publish({ [GOAL]: goal(stage) });
  return here;
}

function publish({ repository }: Stage, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    repository.write(name, text);
    if (text.startsWith("#!")) chmodSync(path.join(repository.path, name), 0o755);
  }
  repository.commit("What the goal is about");
  repository.git("push", "--quiet");
}

function writeStandIns(folder: string, real: readonly string[]): string {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(STAND_INS)) {
    if (!real.includes(name)) writeFileSync(path.join(folder, name), text, { mode: 0o755 });
  }
  return folder;
}
