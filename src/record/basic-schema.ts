import { z } from "zod";
import { toPlainText } from "../model/plain-text.ts";
import { ID_CHARACTERS_MAX, PATH_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX } from "./limits.ts";

/** Every key of a model type, optional ones too, so that a new one breaks the build here. */
export type KeysOf<T> = { readonly [K in keyof Required<T>]: z.ZodType };

/** Every member of a model union as a zod enum wants it. */
export type MembersOf<T extends string> = { readonly [K in T]: K };

/** The last moment that a date can name. */
const MOMENT_MAX = 8_640_000_000_000_000;
const REF_NAME =
  // oxlint-disable-next-line no-control-regex -- control characters are what this refuses.
  /^(?![-/.@]$)(?!-)(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\u0000-\u0020\u007F~^:?*[\\]+(?<![/.])$/;

export const oid = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "expected an object id");
export const digest = z.string().regex(/^[0-9a-f]{64}$/, "expected a digest");
export const nonce = z.string().regex(/^[\w.-]{1,100}$/, "expected a nonce");
export const id = line(ID_CHARACTERS_MAX).min(1);
export const branchName = z.string().max(1_000).regex(REF_NAME, "expected a branch name");
export const path = line(PATH_CHARACTERS_MAX).min(1);
export const sentence = line(SENTENCE_CHARACTERS_MAX);
export const word = line(200);

export const count = z.int().nonnegative();
export const amount = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);
export const moment = z.number().nonnegative().max(MOMENT_MAX);

/** Text that can be shown anywhere as it is. */
export function line(charactersMax: number): z.ZodString {
  return z
    .string()
    .max(charactersMax)
    .refine((text) => isPlainLine(text), "expected one line without control characters");
}

function isPlainLine(text: string): boolean {
  return !/[\n\t]/.test(text) && toPlainText(text) === text;
}
