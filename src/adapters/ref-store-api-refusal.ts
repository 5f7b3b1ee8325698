import { KaziError } from "../model/kazi-error.ts";
import { refusalError } from "./github-repository.ts";
import type { Refusal } from "./github-send.ts";

/** A refusal as git's own, unless it is about who asks. */
export function gitRefusal(refusal: Refusal, purpose: string): KaziError {
  const isAboutWho =
    refusal.status === 403 || /not accessible|forbidden|permission|scopes/i.test(refusal.said);
  if (isAboutWho) return refusalError(refusal, purpose);
  const message = `expected to ${purpose}, found: ${refusal.status} ${refusal.said}`;
  return new KaziError({ code: "git-failed", message });
}
