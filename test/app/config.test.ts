import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readConfig } from "../../app/config.ts";

const { privateKey: PEM } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const GOOD = { APP_ID: "12", PRIVATE_KEY: PEM, WEBHOOK_SECRET: "3f9c2b7d8e1a4c6f" };

test("readConfig() takes what it needs and fills in the rest", () => {
  expect(readConfig(GOOD)).toEqual({
    appId: 12,
    privateKey: PEM,
    webhookSecret: "3f9c2b7d8e1a4c6f",
    apiUrl: "https://api.github.com",
    host: "0.0.0.0",
    port: 3000,
    workflow: "kazi.yml",
    sweepEveryMs: 600_000,
  });
});

test.each([
  ["with written line ends", PEM.replaceAll("\n", "\\n")],
  ["in base64", Buffer.from(PEM).toString("base64")],
])("readConfig() takes a key %s", (_how, key) => {
  expect(readConfig({ ...GOOD, PRIVATE_KEY: key }).privateKey).toBe(PEM);
});

test.each([
  ["no secret", { WEBHOOK_SECRET: undefined }, /WEBHOOK_SECRET: expected a secret of at least 16/],
  ["a short secret", { WEBHOOK_SECRET: "short" }, /WEBHOOK_SECRET/],
  ["Probot's own placeholder", { WEBHOOK_SECRET: "development-development" }, /no placeholder/],
  ["no App", { APP_ID: undefined }, /APP_ID: expected a whole number .* found nothing/],
  ["no key", { PRIVATE_KEY: "hello" }, /PRIVATE_KEY or PRIVATE_KEY_PATH/],
  ["a key file that is not there", { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/x" }, /be read/],
  ["an odd port", { PORT: "http" }, /PORT: expected .* found "http"/],
  ["an odd address", { GITHUB_API_URL: "file:///etc/passwd" }, /GITHUB_API_URL/],
  ["a path for a workflow", { KAZI_WORKFLOW: "../evil.yml" }, /KAZI_WORKFLOW/],
])("readConfig() refuses to start with %s", (_what, change, message) => {
  expect(() => readConfig({ ...GOOD, ...change })).toThrow(message);
});

test("readConfig() names everything at once, and never a value that is secret", () => {
  expect(() => readConfig({ WEBHOOK_SECRET: "hunter2", PRIVATE_KEY: "s3cr3t" })).toThrow(
    /^(?!.*(?:hunter2|s3cr3t)).*APP_ID.*PRIVATE_KEY.*WEBHOOK_SECRET/,
  );
});
