import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Step } from "./model-endpoint.ts";

/** A real agent CLI, and how a stranger's machine would be set up to reach the scripted model. */
export interface Agent {
  readonly harness: string;
  readonly model: string;
  /** A permission mode in which it refuses its own edit and says so. */
  readonly refusingMode?: string;
  /** The edit in this agent's own tools; `file` is absolute. */
  steps(file: string): readonly Step[];
  /** Writes what a person would have in their home, and returns the environment. */
  settle(machine: Machine): Readonly<Record<string, string>>;
}

export interface Machine {
  readonly home: string;
  readonly url: string;
  readonly key: string;
}

const DONE: Step = { kind: "say", text: "Changed hello to goodbye." };

const claude: Agent = {
  harness: "claude",
  model: "claude-sonnet-4-5",
  refusingMode: "default",
  steps: (file) => [
    { kind: "call", tool: "Read", input: { file_path: file } },
    {
      kind: "call",
      tool: "Edit",
      input: { file_path: file, old_string: "hello", new_string: "goodbye" },
    },
    DONE,
  ],
  settle: ({ url, key }) => ({ ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: key }),
};

const codex: Agent = {
  harness: "codex",
  model: "gpt-5.5",
  refusingMode: "read-only",
  steps: (file) => [
    {
      kind: "free",
      tool: "apply_patch",
      text: `*** Begin Patch\n*** Update File: ${path.basename(file)}\n@@\n-hello\n+goodbye\n*** End Patch`,
    },
    DONE,
  ],
  settle: ({ home, url, key }) => {
    const config = [
      'model_provider = "loopback"',
      "[model_providers.loopback]",
      'name = "loopback"',
      `base_url = "${url}/v1"`,
      'wire_api = "responses"',
      'env_key = "OPENAI_API_KEY"',
    ];
    write(path.join(home, ".codex", "config.toml"), config.join("\n"));
    return { OPENAI_API_KEY: key, CODEX_HOME: path.join(home, ".codex") };
  },
};

const opencode: Agent = {
  harness: "opencode",
  model: "loopback/scripted",
  steps: (file) => [
    {
      kind: "call",
      tool: "edit",
      input: { filePath: file, oldString: "hello", newString: "goodbye" },
    },
    DONE,
  ],
  settle: ({ home, url, key }) => {
    const provider = {
      npm: "@ai-sdk/openai-compatible",
      name: "loopback",
      options: { baseURL: `${url}/v1`, apiKey: key },
      models: { scripted: { name: "scripted", limit: { context: 100_000, output: 8_000 } } },
    };
    const config = { share: "disabled", provider: { loopback: provider } };
    write(path.join(home, ".config", "opencode", "opencode.json"), JSON.stringify(config));
    return { OPENCODE_DISABLE_MODELS_FETCH: "1" };
  },
};

const geminiCli: Agent = {
  harness: "gemini_cli",
  model: "gemini-2.5-flash",
  steps: (file) => [
    {
      kind: "call",
      tool: "replace",
      input: {
        file_path: file,
        old_string: "hello",
        new_string: "goodbye",
        instruction: "Replace hello by goodbye.",
      },
    },
    DONE,
  ],
  settle: ({ home, url, key }) => {
    const settings = {
      security: { auth: { selectedType: "gemini-api-key" } },
      privacy: { usageStatisticsEnabled: false },
      general: { disableAutoUpdate: true },
    };
    write(path.join(home, ".gemini", "settings.json"), JSON.stringify(settings));
    return { GOOGLE_GEMINI_BASE_URL: url, GEMINI_API_KEY: key };
  },
};

export const AGENTS: readonly Agent[] = [claude, codex, opencode, geminiCli];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
