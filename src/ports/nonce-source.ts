/** Makes names that nobody can guess and that never repeat. */
export interface NonceSource {
  /** Thirty-two lower-case hex digits. */
  next(): string;
}
