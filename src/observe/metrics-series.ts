const LABELS_CHARACTERS_MAX = 200;

/** One time series at one moment. */
export interface Series {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** A series as PromQL writes it, and its value; the value alone where there is nothing to tell it by. */
export function formatSeries({ labels, value }: Series): string {
  const shown = String(Number(value.toPrecision(12)));
  return labels.size === 0 ? shown : `${formatLabels(labels)} is ${shown}`;
}

/** The name of a series and its labels. */
export function formatLabels(labels: Series["labels"]): string {
  const pairs = [...labels]
    .filter(([label]) => label !== "__name__")
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([label, text]) => `${label}=${JSON.stringify(text)}`);
  const written = `${labels.get("__name__") ?? ""}{${pairs.join(", ")}}`;
  return written.length > LABELS_CHARACTERS_MAX
    ? `${written.slice(0, LABELS_CHARACTERS_MAX)}…`
    : written;
}
