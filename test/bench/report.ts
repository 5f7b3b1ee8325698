/** Prints one line: the middle and the least of the times, each beside that of the peer. */
export function report(name: string, times: readonly number[], peers: readonly number[]): void {
  const middle = beside(medianOf(times), medianOf(peers));
  const least = beside(Math.min(...times), Math.min(...peers));
  process.stdout.write(`${name.padEnd(42)} median ${middle}   least ${least}\n`);
}

function beside(ms: number, peerMs: number): string {
  const digits = ms < 10 ? 1 : 0;
  return `${ms.toFixed(digits).padStart(6)} ms ${(ms / peerMs).toFixed(2).padStart(6)}x`;
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
