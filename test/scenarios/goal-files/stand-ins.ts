import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));

/** Says what is missing, as a runner does that is asked for a file which is not there. */
const EVERY_FILE_IS_THERE = `for it; do
  case "$it" in
    -* | nats) ;;
    *) [ -e "$it" ] || { echo "there is no $it" >&2; exit 1; } ;;
  esac
done`;

/**
 * Programs that goal-files call and hardly any machine has all of, each as satisfied as the real one is
 * when nothing is wrong. What they make of real findings is tested with the providers and the recipes.
 */
export const STAND_INS: Readonly<Record<string, string>> = {
  backstop: script("echo 'report | 1 Passed'"),
  buf: script(""),
  cargo: script(printed('{"mutation_score":93.5,"killed":43,"survived":3}')),
  expect: script(EVERY_FILE_IS_THERE),
  kazi: script(`exec '${process.execPath}' '${MAIN}' "$@"`),
  lighthouse: script(
    printed('{"categories":{"performance":{"score":0.97},"accessibility":{"score":1}}}'),
  ),
  maestro: script('[ "$1" = test ] && [ -e "$2" ]'),
  mix: script(`case "$1" in
  test) shift
    ${EVERY_FILE_IS_THERE}
    printf 'Finished in 0.1 seconds\\n3 tests, 0 failures\\n' ;;
  format) [ "$2" = --check-formatted ] ;;
  dialyzer) echo 'done (passed successfully)' ;;
  *) exit 1 ;;
esac`),
  oasdiff: script('[ -e "$2" ] && [ -e "$3" ]'),
  "pact-broker": script("echo 'Computer says yes'"),
  schemathesis: script('[ -e "$2" ]'),
  semgrep: script(
    printed(
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"semgrep","rules":[]}},"results":[]}]}',
    ),
  ),
  trivy: script(printed('{"Results":[{"Misconfigurations":[]}]}')),
  trufflehog: script(""),
};

function script(body: string): string {
  return `#!/bin/sh\n${body}\n`;
}

function printed(text: string): string {
  return `printf '%s\\n' '${text}'`;
}
