/** Adds one to the number in `count.txt` and asks nobody. */
export const COUNTING_AGENT = `#!/bin/sh
cat > /dev/null
read n < src/count.txt
echo $((n + 1)) > src/count.txt
echo '{"result":"","usage":{"input_tokens":1},"cost_usd":0}'
`;

/** A goal that takes as many iterations of the counting agent, each of them kept. */
export function countingGoal(agent: string, iterations: number): string {
  return `id = "bench"
[harness]
id = "scripted"
command = ${JSON.stringify(agent)}
[[predicate]]
id = "count"
provider = "custom_script"
verdict = "json"
cmd = "cat"
args = ["src/count.txt"]
path = "$"
pass_when = ">= ${iterations}"
`;
}
