/** Longer scripts belong into files. */
const TEXT_MAX = 20_000;
const TOKEN =
  /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<operator>[;|&(){}\n`]+|\$\()|(?<blank>\s+)|(?<plain>(?:\\.|[^\s;|&(){}`'"\\])+)/gs;
/** Words before which, or behind which, a command begins. */
const KEYWORD = /^(?:!|if|then|elif|else|while|until|do|\w+=.*)$/s;
const SUBSTITUTION = /\$\(|`/;

type Token =
  | { readonly kind: "piece"; readonly text: string }
  | { readonly kind: "blank" | "operator" };

/** Commands in text for a shell, as words. Good enough to find the programs in it; not a shell. */
export function shellCommands(text: string): readonly (readonly string[])[] {
  const matches = [...text.slice(0, TEXT_MAX).matchAll(TOKEN)];
  const nested = matches
    .map(({ groups }) => groups?.["double"] ?? "")
    .filter((quoted) => SUBSTITUTION.test(quoted))
    .flatMap((quoted) => shellCommands(quoted.slice(quoted.search(SUBSTITUTION) + 1)));
  const commands = split(matches.map(({ groups }) => toToken(groups ?? {})));
  return [...commands.map(withoutKeywords).filter((words) => words.length > 0), ...nested];
}

function toToken(groups: Readonly<Record<string, string | undefined>>): Token {
  const { single, double, operator, blank, plain } = groups;
  if (operator !== undefined) return { kind: "operator" };
  if (blank !== undefined) return { kind: "blank" };
  const text = single ?? (double ?? plain ?? "").replaceAll(/\\(.)/gs, "$1");
  return { kind: "piece", text };
}

function split(tokens: readonly Token[]): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  for (const token of [...tokens, { kind: "operator" } as const]) {
    if (token.kind === "piece") {
      word = `${word ?? ""}${token.text}`;
      continue;
    }
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
    if (token.kind === "operator") commands.push([]);
  }
  return commands;
}

function withoutKeywords(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !KEYWORD.test(word));
  return first === -1 ? [] : words.slice(first);
}
