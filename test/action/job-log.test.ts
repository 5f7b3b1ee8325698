import { expect, test } from "vitest";
import { openJobLog } from "../../action/job-log.ts";

test("openJobLog() takes the runner's obedience away while strangers are quoted", () => {
  const written: string[] = [];
  const log = openJobLog((line) => written.push(line), "word");
  log.line("::add-mask::everything");
  log.emit({ kind: "warned", message: "::error::forged" });
  log.close();
  expect(written).toEqual([
    "::stop-commands::word",
    "::add-mask::everything",
    "  warning: ::error::forged",
    "::word::",
  ]);
});

test("openJobLog() ends the silence with a word that nobody can guess", () => {
  const words = [1, 2].map(() => {
    const written: string[] = [];
    openJobLog((line) => written.push(line));
    return written[0] ?? "";
  });
  expect(words[0]).toMatch(/^::stop-commands::[0-9a-f-]{36}$/);
  expect(words[0]).not.toBe(words[1]);
});

test("openJobLog() keeps the newest lines for the summary", () => {
  const log = openJobLog(() => {});
  for (let line = 0; line < 1_000; line += 1) log.line(`line ${line}`);
  expect([log.lines.length, log.lines.at(-1)]).toEqual([400, "line 999"]);
});
