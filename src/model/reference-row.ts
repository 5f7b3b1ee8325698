/** One key of a document as people look it up. */
export interface ReferenceRow {
  readonly key: string;
  readonly isRequired: boolean;
  /** What may stand there, such as `positive integer`. */
  readonly kind: string;
  /** Where tables of several kinds may stand there: the keys of each. */
  readonly shapes?: readonly string[];
  /** What it is for. */
  readonly about?: string;
  /** As it would be written. */
  readonly fallback?: string;
}
