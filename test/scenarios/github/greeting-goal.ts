/** What one run of the agent says that it has cost. */
export const AGENT_COST_USD = 0.25;
export const AGENT_TOKENS = 110;

/** Lines of an agent that does what the goal asks for. */
export const GREET: readonly string[] = [
  "echo hello >greeting.txt",
  `echo '{"result":"It greets now.","usage":{"input_tokens":100,"output_tokens":10},"cost_usd":${AGENT_COST_USD}}'`,
];

/** A goal that costs one look at one file, with programs of the test's own as agent and check. */
export function greetingGoal(
  id: string,
  programs: { readonly agent: string; readonly check: string; readonly description?: string },
): string {
  const { agent, check, description = "greeting.txt says hello." } = programs;
  return `id = "${id}"
description = "${description}"

[budget]
max_dispatches = 5

[scope]
paths = ["greeting.txt"]

[harness]
id = "scripted"
command = ${JSON.stringify(agent)}

[[predicate]]
id = "greets"
provider = "custom_script"
description = "greeting.txt says hello."
cmd = "sh"
args = [${JSON.stringify(check)}]
`;
}
