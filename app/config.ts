import { readFileSync } from "node:fs";
import { KaziError } from "../src/model/kazi-error.ts";

/** What the server needs to know before it may start. */
export interface AppConfig {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  readonly host: string;
  readonly port: number;
  /** File name of the workflow that does the iterations. */
  readonly workflow: string;
  readonly sweepEveryMs: number;
}

const SECRET_CHARACTERS_MIN = 16;
/** What examples and templates put there: everybody could sign with it. */
const PLACEHOLDER = /^(?:development|changeme|change-me|secret|webhook|example|test|xxx|your)/i;
const SWEEP_MINUTES = 10;

/** Reads the environment; throws one sentence that names everything that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): AppConfig {
  const problems: string[] = [];
  const config = {
    appId: number(env, { name: "APP_ID", min: 1, max: Number.MAX_SAFE_INTEGER }, problems),
    privateKey: privateKey(env, problems),
    webhookSecret: webhookSecret(env, problems),
    apiUrl: apiUrl(env["GITHUB_API_URL"], problems),
    host: env["HOST"] ?? "0.0.0.0",
    port: number(env, { name: "PORT", min: 0, max: 65_535, absent: 3000 }, problems),
    workflow: workflow(env["KAZI_WORKFLOW"], problems),
    sweepEveryMs:
      60_000 *
      number(
        env,
        { name: "KAZI_SWEEP_MINUTES", min: 1, max: 1440, absent: SWEEP_MINUTES },
        problems,
      ),
  };
  if (problems.length === 0) return config;
  throw new KaziError({
    code: "input-invalid",
    message: `the App cannot start: ${problems.join("; ")}`,
  });
}

interface NumberRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly absent?: number;
}

function number(
  env: Readonly<Record<string, string | undefined>>,
  { name, min, max, absent }: NumberRule,
  problems: string[],
): number {
  const text = env[name];
  if (text === undefined && absent !== undefined) return absent;
  const value = Number(text);
  if (text !== undefined && Number.isInteger(value) && value >= min && value <= max) return value;
  const found = text === undefined ? "nothing" : JSON.stringify(text.slice(0, 40));
  problems.push(`${name}: expected a whole number from ${min} to ${max}, found ${found}`);
  return min;
}

function privateKey(env: Readonly<Record<string, string | undefined>>, problems: string[]): string {
  const given = env["PRIVATE_KEY"] ?? fileOf(env["PRIVATE_KEY_PATH"], problems) ?? "";
  // Environments that hold one line a variable get the key with written line ends, or in base64.
  const text = given.includes("\\n") ? given.replaceAll("\\n", "\n") : given;
  const key = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  if (/-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(key)) return key;
  problems.push("PRIVATE_KEY or PRIVATE_KEY_PATH: expected the App's key in PEM, found none");
  return "";
}

function fileOf(path: string | undefined, problems: string[]): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch {
    problems.push("PRIVATE_KEY_PATH: expected a file that can be read");
    return undefined;
  }
}

function webhookSecret(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string {
  const secret = env["WEBHOOK_SECRET"] ?? "";
  if (secret.length < SECRET_CHARACTERS_MIN || PLACEHOLDER.test(secret)) {
    problems.push(
      `WEBHOOK_SECRET: expected a secret of at least ${SECRET_CHARACTERS_MIN} characters that is no placeholder; make one with openssl rand -hex 32`,
    );
  }
  return secret;
}

function apiUrl(given: string | undefined, problems: string[]): string {
  const text = given ?? "https://api.github.com";
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  problems.push("GITHUB_API_URL: expected the address of GitHub's REST API");
  return text;
}

function workflow(given: string | undefined, problems: string[]): string {
  const name = given ?? "kazi.yml";
  if (/^[\w.-]{1,100}\.ya?ml$/.test(name)) return name;
  problems.push("KAZI_WORKFLOW: expected the name of a file in .github/workflows");
  return name;
}
