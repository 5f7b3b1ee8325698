import { spawn } from "node:child_process";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { temporaryRepository } from "../temporary-repository.ts";
import type { TemporaryRepository } from "../temporary-repository.ts";

const PROGRAM = fileURLToPath(new URL("../github/main.ts", import.meta.url));
const WORKFLOW = `
on:
  workflow_dispatch: { inputs: { word: { required: true }, exit: { type: number, default: 0 } } }
jobs:
  a:
    runs-on: ubuntu-latest
    outputs: { said: "\${{ steps.s.outputs.said }}" }
    steps:
      - uses: actions/checkout@v6
      - id: s
        env: { WORD: "\${{ inputs.word }}", KEY: "\${{ secrets.KEY }}" }
        run: |
          cat hello.txt
          echo "the key is $KEY"
          echo "said=$WORD" >> "$GITHUB_OUTPUT"
      - run: exit \${{ inputs.exit }}
`;

let repository: TemporaryRepository | undefined;
afterEach(() => {
  repository?.remove();
  repository = undefined;
});

async function runIn(files: Record<string, string>, args: readonly string[]) {
  repository = temporaryRepository({ files });
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: repository.path,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, code] = await Promise.all([
    readText(child.stdout),
    new Promise<number | null>((resolve) => {
      child.on("exit", resolve);
    }),
  ]);
  return { output, code };
}

const files = { "hello.txt": "hello from the tree\n", ".github/workflows/ci.yml": WORKFLOW };
const run = ["--run", ".github/workflows/ci.yml"];

test("npm run github -- --run runs a committed workflow file and ends with its conclusion", async () => {
  const { output, code } = await runIn(files, [
    ...run,
    "--input",
    "word=sesame",
    "--secret",
    "KEY=hidden-key",
  ]);
  expect(output).toContain("a | hello from the tree");
  expect(output).toContain("a | the key is ***");
  expect(output).toContain("a: success said=sesame\n.github/workflows/ci.yml: success\n");
  expect(code).toBe(0);
});

test.each([
  ["a step that fails", [...run, "--input", "word=a", "--input", "exit=3"], "exit code 3", 1],
  ["an input that is missing", run, "Required input 'word' not provided", 1],
  ["a file that is not there", ["--run", "none.yml"], "expected a committed workflow file", 1],
])("npm run github -- --run says so: %s", async (_name, args, message, exitCode) => {
  const { output, code } = await runIn(files, args);
  expect(output).toContain(message);
  expect(code).toBe(exitCode);
});

test("npm run github -- --run takes the first event of a file without workflow_dispatch", async () => {
  const text = `on: [push, pull_request]\njobs:\n  a: { runs-on: x, steps: [{ run: echo "on $GITHUB_EVENT_NAME" }] }\n`;
  const { output, code } = await runIn({ ".github/workflows/ci.yml": text }, run);
  expect(output).toContain("a | on push");
  expect(code).toBe(0);
});
