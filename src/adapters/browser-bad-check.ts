/** The journey can never be made as it is written: a selector or a pattern is none. */
export class BrowserBadCheck extends Error {
  override readonly name = "BrowserBadCheck";
}
