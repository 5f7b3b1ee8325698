import { schemaJson, schemaKinds, schemaText } from "../control/schema-report.ts";
import type { Printer } from "./printer.ts";

const MISUSED = 2;

/** `kazi schema`: all kinds, or the keys of one. */
export function schema(
  kind: string | undefined,
  { json, printer }: { readonly json: boolean; readonly printer: Printer },
): number {
  const text = json ? schemaJson(kind ?? "goal-file") : schemaText(kind, printer.colour);
  if (text === undefined) {
    const known = schemaKinds().join(", ");
    printer.err(`kazi: unknown kind "${kind ?? ""}"; expected one of ${known}`);
    return MISUSED;
  }
  printer.out(text);
  return 0;
}
