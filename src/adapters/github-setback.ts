/** An answer that is none: it was refused for now, broke, or never came. */
export interface Setback {
  /** Absent when nothing came back. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly said: string;
  /** A limit of GitHub's own: the request was not carried out. */
  readonly isLimit: boolean;
}

const SECONDARY_LIMIT_MS = 60_000;
const BACKOFF_MS = 1_000;

/** Whether GitHub turned this away for its number and not for what it asks. */
export function isLimit(status: number, headers: Setback["headers"], said: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /secondary rate limit|abuse detection/i.test(said)
  );
}

/**
 * How long to wait before the same question is asked again. `undefined`: never, because the first one
 * may have been heard and hearing it twice would do harm.
 */
export function waitAfter(
  setback: Setback,
  given: { readonly attempt: number; readonly isRepeatable: boolean; readonly nowMs: number },
): number | undefined {
  const growth = 2 ** (given.attempt - 1);
  if (setback.isLimit) {
    const told = toldWait(setback.headers, given.nowMs);
    return told ?? SECONDARY_LIMIT_MS * growth;
  }
  return given.isRepeatable ? BACKOFF_MS * growth : undefined;
}

/** GitHub's clock counts where it is given: `x-ratelimit-reset` is a time of that clock. */
function toldWait(headers: Setback["headers"], nowMs: number): number | undefined {
  const seconds = wholeNumber(headers["retry-after"]);
  if (seconds !== undefined) return seconds * 1_000;
  const reset = wholeNumber(headers["x-ratelimit-reset"]);
  if (reset === undefined || headers["x-ratelimit-remaining"] !== "0") return undefined;
  const theirNowMs = Date.parse(headers["date"] ?? "");
  return Math.max(1_000, reset * 1_000 - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs));
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
