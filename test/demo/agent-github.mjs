#!/usr/bin/env node
// A stand-in for a coding agent: no model, no network. It reads the prompt that a real agent would
// get, sees from it which attempt this is, and makes the edit that it holds for that attempt: the
// first claims success, breaks what held before and cures nothing.
import { readFileSync, writeFileSync } from "node:fs";

const SHORTER = `export const formatPrice = (cents) => (cents / 100).toLocaleString("de-DE");
export const parsePrice = (text) => Number(text) * 100;
`;
const RIGHT = `/** An amount of cents as people write it: 123456 is "1,234.56". */
export function formatPrice(cents) {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, "0");
  return \`\${sign}\${whole.toLocaleString("en-US")}.\${rest}\`;
}

/** The other way round. */
export function parsePrice(text) {
  return Math.round(Number(text.replaceAll(",", "")) * 100);
}
`;

const prompt = readFileSync(0, "utf8");
const isFirst = !/^## Attempt \d+:/m.test(prompt);
writeFileSync("src/price.js", isFirst ? SHORTER : RIGHT);
const answer = {
  result: isFirst
    ? "Done! The code is much shorter now and all tests pass."
    : "The comments are back, the separators are English, and replaceAll() takes every comma.",
  usage: { input_tokens: Math.ceil(prompt.length / 4), output_tokens: 210 },
  cost_usd: 0,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
