import { versionedJson } from "../control/runs-report.ts";
import { type Verb, VERBS } from "./verbs.ts";

/** The help page, or that of one verb. */
export function helpText(name: string | undefined): string {
  const verb = VERBS.find((it) => it.name === name);
  if (verb !== undefined)
    return [`kazi ${verb.usage}`, "", `  ${verb.summary}`, ...optionLines(verb)].join("\n");
  return [
    "kazi drives a repository to a goal that machines can check, with a coding agent, and says honestly when it is not there.",
    "",
    ...VERBS.flatMap((it) => [`kazi ${it.usage}`, `  ${it.summary}`, ...optionLines(it), ""]),
    "Exit codes: 0 converged (or the check passed), 1 not, 2 misused, 130 interrupted.",
  ].join("\n");
}

/** The same for a program. */
export function helpJson(): string {
  return versionedJson({ verbs: VERBS });
}

function optionLines(verb: Verb): readonly string[] {
  return verb.options.map((option) => {
    const name =
      option.value === undefined ? `--${option.name}` : `--${option.name} <${option.value}>`;
    return `  ${name.padEnd(20)} ${option.summary}`;
  });
}
