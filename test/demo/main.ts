import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const USAGE = `npm run demo [-- github [--without-app] [--stay] | -- local [converges|stuck] [--harness id] [--model name]]`;

const GITHUB_WORDS: ReadonlySet<string> = new Set(["--without-app", "--stay"]);

process.exitCode = await main(process.argv.slice(2));

/** Without a word it is the story on GitHub. */
async function main(argv: readonly string[]): Promise<number> {
  const [name = "github", ...rest] = argv;
  switch (name) {
    case "local":
      return await runLocal(rest);
    case "github": {
      const words = new Set(rest);
      if (rest.every((word) => GITHUB_WORDS.has(word))) return await runGitHub(words);
      break;
    }
  }
  process.stderr.write(`expected: ${USAGE}\n`);
  return 2;
}

/** The parser of workflow files needs a hook before it is loaded, which a plain import would come too late for. */
async function runGitHub(words: ReadonlySet<string>): Promise<number> {
  await import("../fakes/runner/json-hook.ts");
  const { tellGitHubStory } = await import("./github-story.ts");
  return await tellGitHubStory({
    withApp: !words.has("--without-app"),
    stays: words.has("--stay"),
  });
}

/** The story in one terminal is a program of its own. */
async function runLocal(argv: readonly string[]): Promise<number> {
  const program = fileURLToPath(new URL("../../src/cli/demo.ts", import.meta.url));
  const child = spawn(process.execPath, [program, ...argv], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}
