#!/usr/bin/env node
// A stand-in for a coding agent: no model, no network. It reads the prompt that a real agent would
// get, sees from it which attempt this is, and makes the edit that it holds for that attempt: the
// first is plausible, claims success, and cures only one of the two failing tests.
import { readFileSync, writeFileSync } from "node:fs";

const FIRST = `/** An amount of cents as people write it: 123456 is "1,234.56". */
export function formatPrice(cents) {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, "0");
  return \`\${sign}\${whole.toLocaleString("en-US")}.\${rest}\`;
}

/** The other way round. */
export function parsePrice(text) {
  return Math.round(Number(text.replace(",", "")) * 100);
}
`;
const SECOND = FIRST.replace('text.replace(",", "")', 'text.replaceAll(",", "")');

const prompt = readFileSync(0, "utf8");
const isFirst = !/^## Attempt \d+:/m.test(prompt);
writeFileSync("src/price.js", isFirst ? FIRST : SECOND);
const answer = {
  result: isFirst
    ? "Done! Both functions are fixed and all tests pass."
    : "replace() only removed the first comma; replaceAll() removes them all.",
  usage: { input_tokens: Math.ceil(prompt.length / 4), output_tokens: 210 },
  cost_usd: 0,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
