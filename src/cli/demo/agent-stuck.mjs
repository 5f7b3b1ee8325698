#!/usr/bin/env node
// A stand-in for a coding agent that is sure of itself and helps nobody: it only ever adds a comment.
import { readFileSync, writeFileSync } from "node:fs";

const prompt = readFileSync(0, "utf8");
const attempt = [...prompt.matchAll(/^## Attempt \d+:/gm)].length + 1;
const now = readFileSync("src/price.js", "utf8");
writeFileSync(
  "src/price.js",
  `${now.trimEnd()}\n// Attempt ${attempt}: looked at the rounding again.\n`,
);
const answer = {
  result: "Done! I am confident that it works now.",
  usage: { input_tokens: Math.ceil(prompt.length / 4), output_tokens: 40 },
  cost_usd: 0,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
