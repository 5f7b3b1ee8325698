#!/usr/bin/env node
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine, toPlainText } from "../model/plain-text.ts";
import { helpJson, helpText } from "./help.ts";
import { createPrinter, type Printer } from "./printer.ts";
import { type Arguments, readArguments } from "./read-arguments.ts";
import { packageVersion } from "./version.ts";

const MISUSED = 2;

const printer = createPrinter();
process.exitCode = await main(process.argv.slice(2), printer);

async function main(argv: readonly string[], to: Printer): Promise<number> {
  const given = readArguments(argv);
  if (given.kind === "misused") {
    to.err(`kazi: ${given.message}`);
    return MISUSED;
  }
  try {
    return await runVerb(given, to);
  } catch (error) {
    return await fail(error, { json: given.flags.has("json"), to });
  }
}

/** Also what nobody foresaw ends with an outcome: a program that reads us must not wait for one. */
async function fail(
  error: unknown,
  { json, to }: { readonly json: boolean; readonly to: Printer },
): Promise<number> {
  const isKnown = error instanceof KaziError;
  const message = isKnown ? error.message : `broke off unexpectedly: ${String(error)}`;
  if (json) {
    const { errorJson } = await import("../control/apply-report.ts");
    to.out(errorJson({ goalId: undefined, status: "error", message, issues: [] }));
  }
  if (!json || !isKnown) to.err(`kazi: ${toOneLine(message, 2_000)}`);
  if (!isKnown && error instanceof Error) to.err(toPlainText(error.stack ?? ""));
  if (!json && !isKnown) to.out("OUTCOME: error (internal)");
  return 1;
}

async function versionJson(): Promise<string> {
  const { versionedJson } = await import("../control/runs-report.ts");
  return versionedJson({ version: packageVersion() });
}

/** Verbs are loaded when they are asked for: `kazi version` should not wait for the rest. */
async function runVerb(
  { verb, operands, values, flags }: Extract<Arguments, { kind: "verb" }>,
  to: Printer,
): Promise<number> {
  const json = flags.has("json");
  const [first = "", second] = operands;
  switch (verb) {
    case "version":
      to.out(json ? await versionJson() : `kazi ${packageVersion()}`);
      return 0;
    case "help":
      to.out(json ? helpJson() : helpText(operands[0]));
      return 0;
    case "lint":
      return await runLint(operands, { values, flags, to });
    case "schema": {
      const { schema } = await import("./verb-schema.ts");
      return schema(operands[0], { json, printer: to });
    }
    case "apply": {
      const { apply } = await import("./verb-apply.ts");
      return await apply(first, { values, flags, printer: to });
    }
    default:
      return await runReadingVerb(
        { verb, first, second },
        { workspace: values["workspace"], json, to },
      );
  }
}

async function runLint(
  operands: readonly string[],
  {
    values,
    flags,
    to,
  }: Pick<Extract<Arguments, { kind: "verb" }>, "values" | "flags"> & { readonly to: Printer },
): Promise<number> {
  const { lint, lintForm } = await import("./verb-lint.ts");
  const form = lintForm(flags, values["format"]);
  if (form !== undefined) {
    return await lint(operands, { form, isStrict: flags.has("strict"), printer: to });
  }
  to.err("kazi: expected one of --json, --sarif and --format github; see kazi help lint");
  return MISUSED;
}

async function runReadingVerb(
  given: { readonly verb: string; readonly first: string; readonly second: string | undefined },
  options: { readonly workspace: string | undefined; readonly json: boolean; readonly to: Printer },
): Promise<number> {
  const { verb, first, second } = given;
  const { resolveWorkspace } = await import("./workspace.ts");
  const { ledgerShow, ledgerVerify, status } = await import("./verb-status.ts");
  const read = {
    workspace: resolveWorkspace(options.workspace),
    json: options.json,
    printer: options.to,
  };
  if (verb === "status") return await status(first === "" ? undefined : first, read);
  if (first === "show" && second !== undefined) return await ledgerShow(second, read);
  if (first === "verify") return await ledgerVerify(second, read);
  options.to.err("kazi: expected: kazi ledger show <goal> | kazi ledger verify [goal]");
  return MISUSED;
}
