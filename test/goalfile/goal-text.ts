import { loadGoal, type LoadedGoal } from "../../src/goalfile/load-goal.ts";
import type { Goal } from "../../src/model/goal.ts";

/** The shortest predicate: four lines. */
export const CHECK = '[[predicate]]\nid = "p"\nprovider = "custom_script"\ncmd = "true"\n';

export function load(text: string): LoadedGoal {
  return loadGoal({ path: "a.goal.toml", bytes: new TextEncoder().encode(text) });
}

/** `line:column code message | suggestion` of each issue. */
export function told(text: string): readonly string[] {
  return load(text).issues.map(({ line, column, code, message, suggestion }) =>
    [
      `${line}:${column} ${code} ${message}`,
      ...(suggestion === undefined ? [] : [suggestion]),
    ].join(" | "),
  );
}

export function goalOf(text: string): Goal {
  const loaded = load(text);
  if (loaded.kind === "refused") throw new Error(told(text).join("\n"));
  return loaded.goal;
}
