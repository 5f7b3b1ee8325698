import type { Invocation } from "../../model/check.ts";

interface ProgramValues {
  readonly cmd: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export function toInvocation({ cmd, args, env }: ProgramValues): Invocation {
  return { command: cmd, args, env };
}
