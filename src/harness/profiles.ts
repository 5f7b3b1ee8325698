import { claude } from "./claude.ts";
import { codex } from "./codex.ts";
import { geminiCli } from "./gemini-cli.ts";
import { opencode } from "./opencode.ts";
import type { HarnessProfile } from "./profile.ts";
import { scripted } from "./scripted.ts";

export const PROFILES: readonly HarnessProfile[] = [claude, codex, opencode, geminiCli, scripted];
