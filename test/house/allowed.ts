const STAGES = ["src/goalfile", "src/observe", "src/decide", "src/act", "src/record", "src/report"];

/** Who may import whom. A stage never imports another stage. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/ports": ["src/model"],
  "src/goalfile": [
    "src/model",
    "npm:smol-toml",
    "npm:toml-eslint-parser",
    "npm:zod",
    "npm:@noble/hashes/*",
    "npm:picomatch",
  ],
  "src/decide": ["src/model"],
  "src/report": ["src/model"],
  "src/observe": ["src/model", "src/ports", "npm:zod", "npm:re2js", "npm:picomatch"],
  "src/harness": ["src/model", "src/ports", "npm:zod"],
  "src/act": ["src/model", "src/ports", "src/harness", "npm:picomatch"],
  "src/record": ["src/model", "src/ports", "npm:zod", "npm:@noble/hashes/*"],
  "src/reconcile": ["src/model", "src/ports", "src/harness", ...STAGES],
  "src/control": ["src/model", "src/ports", "src/goalfile", "src/record", "src/report", "src/plan"],
  "src/adapters": ["src/model", "src/ports", "npm:*", "node:*"],
  "src/cli": [
    "src/model",
    "src/ports",
    "src/reconcile",
    "src/control",
    "src/adapters",
    "npm:*",
    "node:*",
  ],
};
