import type { z } from "zod";
import type { ScriptVerdict } from "../../model/check.ts";
import { present } from "../present.ts";
import type { Problem } from "../problem.ts";
import { type ReadContext, readValues } from "../read-values.ts";
import {
  ExitCodeScript,
  ExitZeroScript,
  JsonScript,
  MatchCountScript,
  ScriptBase,
} from "../schema/custom-script.ts";
import type { TomlTable } from "../toml-table.ts";
import type { ReadCheck } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export function readCustomScript(input: TomlTable, context: ReadContext): ReadCheck | undefined {
  const script = readScript(input, context);
  if (script === undefined) return undefined;
  const { values, verdict } = script;
  if (values.report !== undefined && values.evidence_format === "raw") {
    context.problems.push(unreadReport(context));
    return undefined;
  }
  return {
    head: values,
    check: {
      provider: "custom_script",
      ...toInvocation(values),
      verdict,
      errorCodes: values.error_codes,
      mergeStderr: values.merge_stderr,
      ...present(
        "evidenceFormat",
        values.evidence_format === "raw" ? undefined : values.evidence_format,
      ),
      ...present("report", values.report),
    },
  };
}

function unreadReport({ surroundings }: ReadContext): Problem {
  return {
    severity: "error",
    code: "contradiction",
    message: `${surroundings.labelOf("report", "report")} is not read: "evidence_format" is "raw"`,
    suggestion: 'Set evidence_format = "sarif", "junit" or "json", or remove it.',
    path: [...surroundings.path, "report"],
    at: "value",
  };
}

interface Script {
  readonly values: Omit<z.infer<typeof ScriptBase>, "verdict">;
  readonly verdict: ScriptVerdict;
}

/** Each verdict has a schema of its own, because each needs other keys. */
function readScript(input: TomlTable, context: ReadContext): Script | undefined {
  switch (input["verdict"]) {
    case "exit_code": {
      const values = readValues(ExitCodeScript, input, context);
      return values && { values, verdict: exitCodeVerdict(values) };
    }
    case "json": {
      const values = readValues(JsonScript, input, context);
      if (values === undefined) return undefined;
      return { values, verdict: { kind: "json", path: values.path, passWhen: values.pass_when } };
    }
    case "match_count": {
      const values = readValues(MatchCountScript, input, context);
      return values && { values, verdict: matchCountVerdict(values) };
    }
    case "exit_zero":
    case undefined: {
      const values = readValues(ExitZeroScript, input, context);
      return values && { values, verdict: { kind: "exit_zero" } };
    }
    default:
      readValues(ScriptBase, input, context);
      return undefined;
  }
}

function exitCodeVerdict(values: z.infer<typeof ExitCodeScript>): ScriptVerdict {
  return { kind: "exit_code", passCodes: values.pass_codes, failCodes: values.fail_codes };
}

function matchCountVerdict(values: z.infer<typeof MatchCountScript>): ScriptVerdict {
  return { kind: "match_count", regex: values.match_regex, passWhen: values.pass_when };
}
