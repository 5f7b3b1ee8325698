import type { Masker } from "./masker.ts";

/** The log of one job: masked, every line with its time, as people read it on GitHub. */
export class JobLog {
  readonly #masker: Masker;
  readonly #nowMs: () => number;
  readonly #append: (text: string) => void;

  constructor(masker: Masker, nowMs: () => number, append: (text: string) => void) {
    this.#masker = masker;
    this.#nowMs = nowMs;
    this.#append = append;
  }

  write(text: string): void {
    const time = new Date(this.#nowMs()).toISOString().replace("Z", "0000Z");
    const lines = this.#masker.mask(text).split("\n");
    this.#append(lines.map((line) => `${time} ${line}\n`).join(""));
  }

  error(text: string): void {
    this.write(`##[error]${text}`);
  }

  warning(text: string): void {
    this.write(`##[warning]${text}`);
  }
}
