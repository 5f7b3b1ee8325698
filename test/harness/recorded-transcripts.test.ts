import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findProfile } from "../../src/harness/find-profile.ts";
import type { Reading, Transcript } from "../../src/harness/profile.ts";

/** Recordings of the real CLIs, where this machine has them. */
const CORPUS = path.resolve("../shared/corpus/transcripts");

const EXPECTED: readonly (readonly [string, string, Reading["ending"]])[] = [
  ["claude", "ok-json", "completed"],
  ["claude", "ok-no-network", "completed"],
  ["claude", "ok-stream-json", "completed"],
  ["claude", "ok-text", "garbage"],
  ["claude", "stdin-prompt", "completed"],
  ["claude", "stdin-open-pipe", "completed"],
  ["claude", "drop-once", "completed"],
  ["claude", "rate-twice-then-ok", "completed"],
  ["claude", "edit-without-read-fails-then-text", "completed"],
  ["claude", "bash-tool-denied", "completed"],
  ["claude", "permission-denied-default-mode", "denied"],
  ["claude", "full-retry-auth-600s", "auth"],
  ["claude", "knob-maxretries0-timeout5s-auth", "auth"],
  ["claude", "no-credentials", "auth"],
  ["claude", "max-turns-1", "quota"],
  ["claude", "max-budget", "quota"],
  ["claude", "garbage", "garbage"],
  ["claude", "ctx", "context-overflow"],
  ["claude", "badmodel", "unknown-model"],
  ["claude", "refused-maxretries1", "network"],
  ["claude", "knob-maxretries0-timeout5s-hang", "network"],
  ["claude", "overloaded-forever", "overloaded"],
  ["claude", "knob-maxretries0-timeout5s-overloaded", "overloaded"],
  ["claude", "knob-maxretries0-timeout5s-rate", "rate-limited"],
  ["claude", "bad-flag", "crashed"],
  ["claude", "bypass-as-root", "crashed"],
  ["codex", "ok-json", "completed"],
  ["codex", "ok-no-network", "completed"],
  ["codex", "ok-plain-text", "garbage"],
  ["codex", "drop-once", "completed"],
  ["codex", "rate-twice-then-ok", "completed"],
  ["codex", "stdin-open-pipe", "completed"],
  ["codex", "exec-command-network", "completed"],
  ["codex", "read-only-sandbox", "denied"],
  ["codex", "auth", "auth"],
  ["codex", "knob-noretry-idle3s-auth", "auth"],
  ["codex", "no-env-key", "auth"],
  ["codex", "badmodel", "unknown-model"],
  ["codex", "ctx", "context-overflow"],
  ["codex", "garbage", "network"],
  ["codex", "knob-noretry-idle3s-stallmid", "network"],
  ["codex", "overloaded-forever", "overloaded"],
  ["codex", "rate-forever", "rate-limited"],
  ["codex", "knob-noretry-idle3s-rate", "rate-limited"],
  ["codex", "bad-flag", "crashed"],
  ["opencode", "ok-json", "completed"],
  ["opencode", "ok-no-network", "completed"],
  ["opencode", "drop-once", "completed"],
  ["opencode", "rate-twice-then-ok", "completed"],
  ["opencode", "stdin-open-pipe", "completed"],
  ["opencode", "permission-deny-edit", "completed"],
  ["opencode", "permission-ask-edit", "denied"],
  ["opencode", "default-format", "garbage"],
  ["opencode", "auth", "auth"],
  ["opencode", "badmodel", "unknown-model"],
  ["opencode", "ctx", "context-overflow"],
  ["opencode", "garbage", "garbage"],
  ["opencode", "rate-forever", "rate-limited"],
  ["opencode", "overloaded-forever", "overloaded"],
  ["opencode", "refused-connection", "network"],
  ["opencode", "knob-timeout4s-hang", "network"],
  ["opencode", "unknown-provider", "crashed"],
  ["opencode", "unknown-model-of-known-provider", "crashed"],
  ["opencode", "bad-flag", "crashed"],
  ["gemini", "ok-json", "completed"],
  ["gemini", "ok-no-network", "completed"],
  ["gemini", "ok-text", "garbage"],
  ["gemini", "ok-stream-json", "garbage"],
  ["gemini", "pinned-model-no-router", "completed"],
  ["gemini", "drop-once", "completed"],
  ["gemini", "rate-twice-then-ok", "completed"],
  ["gemini", "stdin-open-pipe", "completed"],
  ["gemini", "default-approval-edit-denied", "completed"],
  ["gemini", "auth", "auth"],
  ["gemini", "no-credentials", "auth"],
  ["gemini", "badmodel", "unknown-model"],
  ["gemini", "ctx", "context-overflow"],
  ["gemini", "garbage", "garbage"],
  ["gemini", "max-session-turns-1", "quota"],
  ["gemini", "knob-maxAttempts1-rate", "rate-limited"],
  ["gemini", "knob-maxAttempts1-overloaded", "overloaded"],
  ["gemini", "untrusted-folder", "crashed"],
  ["gemini", "bad-flag", "crashed"],
  // Stopped from outside: whatever the exit code says, nothing was completed.
  ["claude", "auth", "crashed"],
  ["claude", "refused-connection", "crashed"],
  ["codex", "refused-connection", "network"],
  ["codex", "hang-sigterm-20s", "crashed"],
  ["opencode", "hang-sigterm-20s", "crashed"],
  ["gemini", "hang-sigterm-20s", "garbage"],
  ["gemini", "refused-connection", "garbage"],
];

describe.skipIf(!existsSync(CORPUS))("read(): recorded transcripts (skipped without them)", () => {
  test.each(EXPECTED)("%s %s", (harness, name, ending) => {
    const reading = read(harness, recorded(harness, name));
    expect([reading.ending, reading.completed]).toEqual([
      ending,
      ending === "completed" || (ending === "denied" && name !== "permission-ask-edit"),
    ]);
    expect(reading.summary).not.toBe("");
  });

  test.each([
    ["claude", "ok-json", [600, 3000, 102], 0.00504],
    ["claude", "max-budget", [200, 1000, 34], 0.00168],
    ["codex", "ok-json", [400, 2000, 68], undefined],
    ["opencode", "ok-json", [400, 2000, 68], undefined],
    ["gemini", "ok-json", [600, 3000, 102], undefined],
  ])("%s %s: usage is the sum over all steps", (harness, name, tokens, cost) => {
    const { usage } = read(harness, recorded(harness, name));
    const { inputTokens, cachedInputTokens, outputTokens, costUsd } = usage;
    expect([inputTokens, cachedInputTokens, outputTokens]).toEqual(tokens);
    expect(costUsd).toBe(cost);
  });

  test.each(EXPECTED)("%s %s: output that was cut short is never completed", (harness, name) => {
    const whole = recorded(harness, name);
    for (let part = 0; part < 8; part += 1) {
      const stdout = whole.stdout.slice(0, Math.floor((whole.stdout.length * part) / 8));
      expect(read(harness, { ...whole, stdout }).completed).toBe(false);
    }
  });
});

function read(harness: string, transcript: Transcript): Reading {
  const profile = findProfile(harness === "gemini" ? "gemini_cli" : harness);
  if (profile === undefined) throw new Error(`no profile ${harness}`);
  return profile.read(transcript);
}

/** Head of `#` lines with the exit code, then the two streams and what git saw. */
function recorded(harness: string, name: string): Transcript {
  const text = readFileSync(path.join(CORPUS, harness, `${name}.txt`), "utf8");
  const parts = /^--- stdout\n([\s\S]*?)^--- stderr\n([\s\S]*?)^--- git /m.exec(text);
  const exit = /^# exit=(\d+)/m.exec(text)?.[1] ?? "143";
  return { exitCode: Number(exit), stdout: parts?.[1] ?? "", stderr: parts?.[2] ?? "" };
}
