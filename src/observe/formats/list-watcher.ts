import { TokenType } from "@streamparser/json";

/** Deeper lists and objects are told by what is in them. */
const DEPTH_MAX = 4;

/** Gets the path of an object or a list as soon as it opens, as `$.runs.*.results`, also of an empty one. */
export type OnContainer = (path: string, kind: "list" | "object") => void;

/** Follows the tokens of one document. */
export function createListWatcher(
  onContainer: OnContainer,
): (token: { readonly token: TokenType; readonly value: unknown }) => void {
  /** For each level the key that is being read; `*` in a list. */
  let keys: readonly string[] = ["$"];
  let depth = 0;
  let text = "";

  function open(kind: "list" | "object"): void {
    depth += 1;
    if (depth > DEPTH_MAX) return;
    onContainer(keys.join("."), kind);
    keys = [...keys, "*"];
  }
  return ({ token, value }) => {
    if (token === TokenType.LEFT_BRACE) open("object");
    else if (token === TokenType.LEFT_BRACKET) open("list");
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      if (depth <= DEPTH_MAX) keys = keys.slice(0, -1);
      depth -= 1;
    } else if (typeof value === "string" && token === TokenType.STRING) text = value;
    else if (token === TokenType.COLON && depth <= DEPTH_MAX)
      keys = [...keys.slice(0, -1), text.replaceAll(".", "\\.")];
  };
}
