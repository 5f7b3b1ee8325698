import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { EndedRun } from "../control/apply-report.ts";
import { demoGoal, makeDemoRepository } from "./demo/repository.ts";
import { createPrinter, type Printer } from "./printer.ts";
import { apply } from "./verb-apply.ts";
import { ledgerShow } from "./verb-status.ts";

const USAGE = "npm run demo [-- [converges|stuck] [--harness id] [--model name]]";

process.exitCode = await demo(process.argv.slice(2), createPrinter());

/** A goal converges, or honestly does not, on a small repository made for it. */
async function demo(argv: readonly string[], printer: Printer): Promise<number> {
  const story = readStory(argv);
  if (story === undefined) {
    printer.err(`expected: ${USAGE}`);
    return 2;
  }
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-demo-")));
  makeDemoRepository(folder, demoGoal(harnessLines(story)));
  for (const line of introduction(story, folder)) printer.out(line);
  const goalFile = path.join(folder, ".kazi/goals/price.goal.toml");
  const code = await apply(goalFile, {
    values: { workspace: folder, ...story.flags },
    flags: new Set(),
    printer,
    beforeEnd: (run) => tellRecord(run, folder, printer),
  });
  return code;
}

interface Story {
  readonly name: "converges" | "stuck";
  readonly flags: Readonly<Record<string, string>>;
}

function readStory(argv: readonly string[]): Story | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { harness: { type: "string" }, model: { type: "string" } },
      allowPositionals: true,
    });
    const [name = "converges", ...rest] = positionals;
    if ((name !== "converges" && name !== "stuck") || rest.length > 0) return undefined;
    const { harness, model } = values;
    return {
      name,
      flags: {
        ...(harness === undefined ? {} : { harness }),
        ...(model === undefined ? {} : { model }),
      },
    };
  } catch {
    return undefined;
  }
}

function harnessLines(story: Story): string {
  const agent = fileURLToPath(new URL(`demo/agent-${story.name}.mjs`, import.meta.url));
  return `id = "scripted"\ncommand = ${JSON.stringify(agent)}`;
}

function introduction(story: Story, folder: string): readonly string[] {
  const agent = story.flags["harness"];
  return [
    `A small repository with a failing test suite was made in ${folder}`,
    agent === undefined || agent === "scripted"
      ? "The agent is a SCRIPTED STAND-IN: a program that plays one, not a model. Real: --harness claude"
      : `The agent is the real ${agent} on your PATH.`,
    "",
  ];
}

async function tellRecord(run: EndedRun, folder: string, printer: Printer): Promise<void> {
  printer.out("");
  printer.out("the ledger:");
  await ledgerShow(run.goal.id, { workspace: folder, json: false, printer });
  printer.out("");
  printer.out(`look around: git -C ${folder} log --stat ${run.state.branch}`);
}
