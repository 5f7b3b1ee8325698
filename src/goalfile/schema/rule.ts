import { z } from "zod";
import { toPlainText } from "../../model/plain-text.ts";

/**
 * Why a text is not acceptable. In a template `{at}` is the key in the words of the original,
 * `{owner}` the table, `{index}` its number, `{got}` what was found.
 */
export interface BrokenRule {
  readonly template: string;
  readonly code?: string;
  readonly suggestion?: string;
}

export type Rule = (text: string) => BrokenRule | undefined;

/** Zod hands what the rule said on to whoever words the issue. */
export interface RuleParams {
  readonly code: string | undefined;
  readonly suggestion: string | undefined;
}

// Control, format (bidi, zero-width, soft hyphen, tags), separators and letters that show nothing.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;
/** Most texts have none of these, which is told much faster than that they have none of those. */
const UNUSUAL = /[^\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2BFF]/;
const UNUSUAL_IN_LINES = /[^\t\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2BFF]/;
const TEXT_MAX = 1_000;

/** What is said of a value of the wrong kind, and of one that is not there. */
export type Wording = string | { readonly wrong: string; readonly missing: string };

/** A text that holds these rules; the first broken one is told. */
export function ruledText(wording: Wording, ...rules: readonly Rule[]): z.ZodString {
  return z.string({ error: (issue) => wordingFor(wording, issue.input) }).check((context) => {
    const broken = firstBroken(context.value, rules);
    if (broken === undefined) return;
    const { code, suggestion } = broken;
    context.issues.push({
      code: "custom",
      message: broken.template,
      input: context.value,
      params: { code, suggestion } satisfies RuleParams,
    });
  });
}

function wordingFor(wording: Wording, input: unknown): string {
  if (typeof wording === "string") return wording;
  return input === undefined ? wording.missing : wording.wrong;
}

function firstBroken(text: string, rules: readonly Rule[]): BrokenRule | undefined {
  for (const rule of rules) {
    const broken = rule(text);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** One line without characters that a reader would not see. */
export function lineText(wrong: string, ...rules: readonly Rule[]): z.ZodString {
  return ruledText(wrong, filled(wrong), shorterThan(TEXT_MAX), visible, ...rules);
}

/** A line that becomes the value of a flag, and so must not look like one. */
export function flagValue(wrong: string, ...rules: readonly Rule[]): z.ZodString {
  return lineText(wrong, shorterThan(200), notAFlag, ...rules);
}

export function filled(template: string): Rule {
  return (text) => (text.trim() === "" ? { template } : undefined);
}

export function shorterThan(charactersMax: number): Rule {
  return (text) =>
    text.length <= charactersMax
      ? undefined
      : { template: `{at} must be at most ${charactersMax} characters long`, code: "too-long" };
}

export function visible(text: string): BrokenRule | undefined {
  if (!UNUSUAL.test(text)) return undefined;
  const found = HIDDEN.exec(text);
  if (found === null) return undefined;
  const name = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    template: `{at} must not contain control, bidirectional or invisible characters (found U+${name} after ${found.index} characters)`,
    code: "hidden-character",
    suggestion: "Remove the character, so that everybody reads what is run.",
  };
}

/** Line breaks and tabs are common in scripts that are given as one argument. */
export function visibleLines(text: string): BrokenRule | undefined {
  return UNUSUAL_IN_LINES.test(text) ? visible(text.replaceAll(/\r?\n|\t/g, " ")) : undefined;
}

function notAFlag(text: string): BrokenRule | undefined {
  if (!text.startsWith("-")) return undefined;
  return {
    template: '{at} must not start with "-" (got {got})',
    suggestion: "It is the value of an option, not an option.",
  };
}

/** What people are shown of a text that may be anything. */
export function toShown(text: string): string {
  return UNUSUAL_IN_LINES.test(text) ? toPlainText(text) : text;
}
