import { cutMiddle } from "../model/plain-text.ts";

/** Room for the sentence that says what was left out. */
const CUT_CHARACTERS = 100;

/** GitHub refuses what is too long, so the middle goes. */
export function boundForGitHub(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : cutMiddle(text, charactersMax - CUT_CHARACTERS);
}
