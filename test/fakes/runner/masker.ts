/** What must not be seen in a job's log, and must not leave it in an output. */
export class Masker {
  readonly #secrets = new Set<string>();

  /** A secret of several lines is hidden line by line too, and in the spellings that it commonly travels in. */
  add(secret: string): void {
    for (const line of [secret, ...secret.split(/\r?\n/u)]) {
      const text = line.trim();
      if (text !== "") for (const spelling of spellings(text)) this.#secrets.add(spelling);
    }
  }

  mask(text: string): string {
    let masked = text;
    const longestFirst = [...this.#secrets].toSorted((a, b) => b.length - a.length);
    for (const secret of longestFirst) masked = masked.replaceAll(secret, "***");
    return masked;
  }

  hides(text: string): boolean {
    return this.mask(text) !== text;
  }
}

function spellings(secret: string): readonly string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    ...base64Spellings(secret),
  ].filter((spelling) => spelling !== "");
}

/** In base64 a text looks different at each of three offsets; the ends depend on the neighbours and are left out. */
function base64Spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const whole = bytes.subarray(offset, offset + Math.floor((bytes.length - offset) / 3) * 3);
    return whole.length >= 6 ? [whole.toString("base64")] : [];
  });
}
