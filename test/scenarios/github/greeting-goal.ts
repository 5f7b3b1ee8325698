/** What one run of the agent says that it has cost. */
export const AGENT_COST_USD = 0.25;
export const AGENT_TOKENS = 110;

/** Last words of an agent. */
export const REPORT = `echo '{"result":"It greets now.","usage":{"input_tokens":100,"output_tokens":10},"cost_usd":${AGENT_COST_USD}}'`;

/** Lines of an agent that does what the goal asks for. */
export const GREET: readonly string[] = ["echo hello >greeting.txt", REPORT];

/** A goal that costs one look at one file, with programs of the test's own as agent and checks. */
export function greetingGoal(
  id: string,
  parts: {
    readonly agent: string;
    readonly checks: readonly string[];
    readonly description?: string;
  },
): string {
  const { agent, checks, description = "It greets." } = parts;
  const predicates = checks.map(
    (check, index) => `
[[predicate]]
id = "check-${index + 1}"
provider = "custom_script"
description = "What the script looks for is there."
cmd = "sh"
args = [${JSON.stringify(check)}]
`,
  );
  return `id = "${id}"
description = "${description}"

[budget]
max_dispatches = 5

[scope]
paths = ["greeting.txt", "farewell.txt"]

[harness]
id = "scripted"
command = ${JSON.stringify(agent)}
${predicates.join("")}`;
}
