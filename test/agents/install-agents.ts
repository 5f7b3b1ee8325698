import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const PACKAGES = [
  "@anthropic-ai/claude-code@2.1.330",
  "@openai/codex@0.169.0",
  "opencode-ai@1.18.33",
  "@google/gemini-cli@0.61.0",
];
/** What they need unpacked, and room for npm's own copies. */
const BYTES_NEEDED = 4_000_000_000;

/** These two put their executable in place themselves; no other install script is run. */
const PLACERS = ["@anthropic-ai/claude-code/install.cjs", "opencode-ai/postinstall.mjs"];

/** Puts the real CLIs into a cache folder, once, and returns the folder of their executables. */
export function installAgents(): string {
  const folder = path.join(os.homedir(), ".cache", "kazi-agents");
  const modules = path.join(folder, "node_modules");
  const marker = path.join(folder, "installed.txt");
  const wanted = PACKAGES.join("\n");
  if (!existsSync(marker) || readFileSync(marker, "utf8") !== wanted) {
    mkdirSync(folder, { recursive: true });
    requireRoom(folder);
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
    execFileSync("npm", ["install", ...options, ...PACKAGES], { stdio: "inherit", cwd: folder });
    for (const placer of PLACERS) {
      const file = path.join(modules, placer);
      execFileSync(process.execPath, [file], { stdio: "inherit", cwd: path.dirname(file) });
    }
    writeFileSync(marker, wanted);
  }
  return path.join(modules, ".bin");
}

function requireRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= BYTES_NEEDED) return;
  const found = Math.round((bavail * bsize) / 1_000_000);
  throw new Error(`${folder}: expected ${BYTES_NEEDED / 1_000_000} MB free, found ${found} MB`);
}
