import { KaziError } from "../src/model/kazi-error.ts";
import { readConfig } from "./config.ts";
import { type AppServer, startApp } from "./server.ts";

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const config = readConfig(process.env);
    const server = await startApp(config, { nowMs: Date.now, log });
    log(`kazi listens on ${server.url}, webhooks on /api/github/webhooks`);
    await untilAsked(server);
    return 0;
  } catch (error) {
    if (!(error instanceof KaziError)) throw error;
    log(error.message);
    return 1;
  }
}

async function untilAsked(server: AppServer): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
  log("kazi finishes what it took on, and stops");
  await server.close();
}

function log(line: string): void {
  process.stdout.write(`${line}\n`);
}
