import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const GOOD = {
  APP_ID: "12",
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: "3f9c2b7d8e1a4c6f",
  GITHUB_API_URL: "http://127.0.0.1:9",
  HOST: "127.0.0.1",
  PORT: "0",
};
const children: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ["app/main.ts"], {
    env: { PATH: process.env["PATH"], ...env },
  });
  children.push(child);
  return child;
}

/** What it printed until a line fits; the rest is read as well, so that it can go on printing. */
async function heard(child: ChildProcessWithoutNullStreams, wanted: RegExp): Promise<string> {
  let text = "";
  return await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = wanted.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stdout.once("end", () => reject(new Error(`it ended without that line: ${text}`)));
  });
}

test("npm start serves until it is asked to stop, and then stops cleanly", async () => {
  const child = start(GOOD);
  const exited = once(child, "exit");
  const url = await heard(child, /listens on (\S+),/);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok\n");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});

test("npm start does not start without a webhook secret, and says so in a sentence", async () => {
  const { WEBHOOK_SECRET: _secret, ...rest } = GOOD;
  const child = start(rest);
  const exited = once(child, "exit");
  const said = await heard(child, /^(the App cannot start: .*)\n/);
  expect(said).toMatch(/WEBHOOK_SECRET: expected a secret of at least 16 characters/);
  expect(said).not.toContain("PRIVATE");
  expect(await exited).toEqual([1, null]);
});
