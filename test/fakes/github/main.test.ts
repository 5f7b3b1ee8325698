import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import { runClient } from "./run-client.ts";

test("npm run github prints what git and octokit need, and ends by a signal", async () => {
  const program = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, [program, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const folder = await mkdtemp(path.join(tmpdir(), "kazi-test-main-"));
  try {
    let printed = "";
    for await (const part of child.stdout) {
      printed += String(part);
      if (printed.includes("  curl ")) break;
    }
    const [, clone = ""] = /git clone (\S+)/.exec(printed) ?? [];
    const [, baseUrl = "", token = ""] = /baseUrl: "(.+)", auth: "(.+)"/.exec(printed) ?? [];
    expect((await runClient(folder, ["clone", "--quiet", clone, "here"])).code).toBe(0);
    const repository = await connectOctokit(baseUrl, token).rest.repos.get({
      owner: "octocat",
      repo: "hello-world",
    });
    expect(repository.data.permissions?.push).toBe(true);
  } finally {
    child.kill("SIGINT");
    const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    await rm(folder, { recursive: true, force: true });
    expect(code).toBe(0);
  }
});
