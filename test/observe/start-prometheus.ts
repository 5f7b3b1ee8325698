import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** A real server with nothing in it; queries make their own series. */
export interface Prometheus {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it on this machine, and comes back when it answers. */
export async function startPrometheus(): Promise<Prometheus> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kazi-test-prometheus-"));
  const config = path.join(folder, "prometheus.yml");
  writeFileSync(config, "global: {}\n");
  const address = `127.0.0.1:${await findFreePort()}`;
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${path.join(folder, "data")}`,
    `--web.listen-address=${address}`,
  ];
  const child = spawn("prometheus", args, { stdio: ["ignore", "ignore", "pipe"] });
  const closed = once(child, "close");
  const said: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    said.push(line);
    if (line.includes("Server is ready")) break;
  }
  child.stderr.resume();
  const prometheus = {
    url: `http://${address}`,
    stop: async () => {
      child.kill("SIGKILL");
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (said.at(-1)?.includes("Server is ready") === true) return prometheus;
  await prometheus.stop();
  throw new Error(`prometheus did not start:\n${said.slice(-5).join("\n")}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
