import { type Command, programOf } from "./named-scripts.ts";
import { expandVariables } from "./script-commands.ts";

const ASSIGNMENT =
  /^(?:(?:export|override)[ \t]+)?([\w.-]{1,100})[ \t]*[:?+!]{0,3}=[ \t]*(\S.{0,199})$/gm;
const GOALS_MAX = 500;
/** Longer lines hold no rule that a person wrote. */
const LINE_MAX = 2_000;
/** Options whose next word is their value. */
const VALUED =
  /^(?:-C|-f|-I|-j|-l|-o|-W|-d|--directory|--file|--makefile|--justfile|--working-directory)$/;
const NAMES = {
  make: ["GNUmakefile", "makefile", "Makefile"],
  just: ["justfile", "Justfile", ".justfile"],
  task: ["Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml"],
} as const;

/** What a command makes, from which file, in which folder. */
export interface MakeCall {
  readonly files: readonly string[];
  readonly folder: string;
  readonly goals: readonly string[];
}

interface Rule {
  readonly targets: readonly string[];
  readonly needs: readonly string[];
  readonly lines: string[];
}

export function makeCall([command = "", ...words]: Command): MakeCall | undefined {
  const kind = programOf(command).replace(/^gmake$/, "make");
  if (kind !== "make" && kind !== "just" && kind !== "task") return undefined;
  const file = valueOf(words, /^(?:-f|--file|--makefile|--justfile)$/);
  return {
    files: file === undefined ? NAMES[kind] : [file],
    folder: valueOf(words, /^(?:-C|--directory|-d|--working-directory)$/) ?? "",
    goals: words.filter(
      (word, index) => !/^-|=/.test(word) && !VALUED.test(words[index - 1] ?? ""),
    ),
  };
}

/** The command lines by which the goals are made; all of them where it is not plain which. */
export function makeRecipes(text: string, call: MakeCall): readonly string[] {
  const joined = text.replaceAll(/\\\r?\n/g, " ");
  const values = new Map([["MAKE", "make"], ...assignmentsIn(joined)]);
  const { rules, rest } = rulesIn(joined, values);
  const included = rest
    .filter((line) => /^[-s]?include\s/.test(line))
    .flatMap((line) => line.split(/\s+/).slice(1))
    .map((file) => ["make", "-f", file, ...call.goals].join(" "));
  const made = reached(rules, call.goals);
  const asked = rest.filter((line) => line.includes("$(shell"));
  const lines =
    made === undefined ? [...rules.flatMap((rule) => rule.lines), ...rest] : [...made, ...asked];
  return [...lines.map((line) => plainLine(line, values)), ...included];
}

function valueOf(words: readonly string[], option: RegExp): string | undefined {
  const at = words.findIndex((word) => option.test(word));
  return at === -1 ? undefined : words[at + 1];
}

function assignmentsIn(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(ASSIGNMENT)].map(([, name = "", value = ""]) => [name, value]);
}

function rulesIn(
  text: string,
  values: ReadonlyMap<string, string>,
): { readonly rules: readonly Rule[]; readonly rest: readonly string[] } {
  const rules: Rule[] = [];
  const rest: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s+\S/.test(line)) {
      (rules.at(-1)?.lines ?? rest).push(line);
      continue;
    }
    const head =
      line.length > LINE_MAX ? null : /^([^#=:]{1,500}?)\s*::?(?!=)([^;=]*)(?:;(.*))?$/.exec(line);
    if (head === null) rest.push(line);
    else {
      const [, targets = "", needs = "", inline] = head;
      rules.push({
        targets: wordsOf(expandVariables(targets, values)),
        needs: wordsOf(expandVariables(needs, values)),
        lines: inline === undefined ? [] : [inline],
      });
    }
  }
  return { rules, rest };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Lines of the goals and of what they need; nothing is known where a name cannot be read. */
function reached(rules: readonly Rule[], goals: readonly string[]): readonly string[] | undefined {
  const known = new Set(rules.flatMap((rule) => rule.targets));
  const first = [...known].find((target) => !target.startsWith("."));
  const wanted = new Set(goals.length === 0 ? [first ?? ""] : goals);
  if ([...wanted].some((goal) => !known.has(goal)) || isUnclear([...known])) return undefined;
  for (const goal of wanted) {
    const needs = rules.filter((rule) => rule.targets.includes(goal)).flatMap((rule) => rule.needs);
    if (wanted.size > GOALS_MAX || isUnclear(needs)) return undefined;
    for (const need of needs) if (known.has(need)) wanted.add(need);
  }
  // A pattern could make anything that is needed.
  return rules
    .filter((rule) => rule.targets.some((target) => wanted.has(target) || target.includes("%")))
    .flatMap((rule) => rule.lines);
}

function isUnclear(names: readonly string[]): boolean {
  return names.some((name) => name.includes("$"));
}

/** Without make's own marks: `@` for silence, `-` for mercy, `$$` for a dollar, a list's dash. */
function plainLine(line: string, values: ReadonlyMap<string, string>): string {
  const bare = line.replace(/^[\s@+-]+/, "").replace(/^(?:cmd|sh):\s*/, "");
  return expandVariables(bare, values).replaceAll("$(shell ", "$(").replaceAll("$$", "$");
}
