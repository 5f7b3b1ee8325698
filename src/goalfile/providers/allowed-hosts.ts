/** Hosts on the own machine and in private networks, as they stand in an address. */
const PRIVATE: readonly RegExp[] = [
  /^(?:.+\.)?localhost$/,
  /^127\.\d+\.\d+\.\d+$/,
  /^10\.\d+\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^\[::1\]$/,
  /^\[f[cd][0-9a-f]{2}:/,
];

/** A cloud tells its secrets here to whoever asks; `allow_hosts` alone can name it. */
const METADATA = /^\[fd00:ec2:/;

/**
 * A private host that an address of the goal-file names literally was approved with the goal-file. A
 * name that only leads to a private address is not meant by it, and link-local addresses never are.
 */
export function allowedHosts(
  addresses: readonly (string | undefined)[],
  named: readonly string[],
): readonly string[] {
  const own = addresses.flatMap((address) => {
    const host = address === undefined ? undefined : URL.parse(address)?.hostname;
    return host !== undefined && isPrivate(host) ? [host] : [];
  });
  return [...new Set([...own, ...named])];
}

function isPrivate(host: string): boolean {
  return PRIVATE.some((shape) => shape.test(host)) && !METADATA.test(host);
}
