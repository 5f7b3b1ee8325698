/** What somebody asks for in a comment. */
export type Command =
  /** Without a goal all that are shown; without a digest the bytes that were shown last. */
  | { readonly verb: "approve"; readonly goal?: string; readonly digest?: string }
  | { readonly verb: "stop"; readonly goal?: string }
  | { readonly verb: "status" }
  | { readonly verb: "help" }
  | { readonly verb: "not-built"; readonly word: string }
  | { readonly verb: "unknown"; readonly word: string };

const LINE_MAX = 500;
const COMMAND = /^ {0,3}\/kazi(?=\s|$)(.*)$/;
const DIGEST = /^[0-9a-f]{8,64}$/i;
const NOT_BUILT: ReadonlySet<string> = new Set(
  "plan answer reject apply check explain retry resume budget init".split(" "),
);

/** The command in the first line that is not empty: `/kazi <verb> [arguments]`. Quoted ones are none. */
export function readCommand(body: string): Command | undefined {
  const line = body.split(/\r?\n/, LINE_MAX).find((it) => it.trim() !== "");
  const rest = COMMAND.exec(line?.slice(0, LINE_MAX) ?? "")?.[1];
  if (rest === undefined) return undefined;
  const [verb = "help", ...words] = rest.split(/\s+/).filter((word) => word !== "");
  return toCommand(verb.toLowerCase(), words);
}

function toCommand(verb: string, words: readonly string[]): Command {
  switch (verb) {
    case "approve":
      return toApprove(words);
    case "stop":
      return { verb, ...named(words) };
    case "status":
    case "help":
      return { verb };
    default:
      return { verb: NOT_BUILT.has(verb) ? "not-built" : "unknown", word: verb };
  }
}

function toApprove(words: readonly string[]): Command {
  const last = words.at(-1);
  if (last === undefined || !DIGEST.test(last)) return { verb: "approve", ...named(words) };
  return { verb: "approve", ...named(words.slice(0, -1)), digest: last.toLowerCase() };
}

function named(words: readonly string[]): { readonly goal?: string } {
  return words.length === 0 ? {} : { goal: words.join(" ") };
}
