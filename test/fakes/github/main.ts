import { parseArgs } from "node:util";
import { startGitHub } from "./start-github.ts";

const PORT = 3999;

await main(process.argv.slice(2));

/** The runner's parser needs a hook before it is loaded, which a plain import would come too early for. */
async function runWorkflow(argv: readonly string[]): Promise<void> {
  await import("../runner/json-hook.ts");
  const { runWorkflowFile } = await import("../runner/run-workflow-file.ts");
  process.exitCode = await runWorkflowFile(argv);
}

/** Starts a GitHub for hands: what to type is printed, and it lives until Ctrl-C. */
async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes("--run")) {
    await runWorkflow(argv);
    return;
  }
  const { values } = parseArgs({
    args: [...argv],
    options: { port: { type: "string", default: String(PORT) } },
  });
  const github = await startGitHub({
    port: Number(values.port),
    onViolation: (text) => process.stderr.write(`violation: ${text}\n`),
  });
  const repository = await github.addRepository({
    owner: "octocat",
    name: "hello-world",
    files: { "README.md": "# Hello, world\n" },
  });
  const token = github.addToken("octocat").value;
  const clone = `${github.url.replace("http://", `http://x-access-token:${token}@`)}/${repository.fullName}.git`;
  const client = `new Octokit({ baseUrl: "${github.apiUrl}", auth: "${token}" })`;
  process.stdout.write(
    [
      `A local GitHub at ${github.url}, with the repository ${repository.fullName}. Ctrl-C ends it.`,
      "",
      `  token    ${token}`,
      `  git      git clone ${clone}`,
      `  octokit  ${client}`,
      `  curl     curl -H "authorization: Bearer ${token}" ${github.apiUrl}/repos/${repository.fullName}`,
      "",
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void github.close());
  }
}
