import path from "node:path";

/** Does what the goal asks for, at the first attempt. */
const AGENT = path.resolve("test/fixtures/bin/agent-says-hello.sh");

/** A goal that costs one look at one file: `greeting.txt` says hello. */
export function helloGoal(
  id: string,
  options: { readonly description?: string; readonly mode?: "pr" | "merge" } = {},
): string {
  const { description = "greeting.txt says hello.", mode = "pr" } = options;
  return `id = "${id}"
name = "The greeting is there"
description = "${description}"

[budget]
max_dispatches = 5

[integration]
mode = "${mode}"

[harness]
id = "scripted"
command = ${JSON.stringify(AGENT)}

[[predicate]]
id = "greets"
provider = "custom_script"
description = "greeting.txt says hello."
cmd = "grep"
args = ["-qx", "hello", "greeting.txt"]
`;
}
