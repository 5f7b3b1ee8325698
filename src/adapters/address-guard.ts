import ipaddr from "ipaddr.js";

/** A host that is to be asked, one address of it, and the hosts that the goal-file names. */
export interface AskedAddress {
  /** As it stands in the URL; an IPv6 address with or without brackets. */
  readonly host: string;
  /** What the host resolved to; the host itself where it is an address. */
  readonly address: string;
  readonly allowHosts: readonly string[];
}

/** Says why this address is not asked, or `undefined` when it may be. */
export function addressRefusal({ host, address, allowHosts }: AskedAddress): string | undefined {
  if (!isRefusedAddress(address) || isAllowedHost(host, allowHosts)) return undefined;
  const name = canonicalHost(host) ?? host;
  const found = [address, `[${address}]`].includes(name) ? address : `${name} (${address})`;
  return `${found} is ${kindOf(address)}: only hosts that allow_hosts names are asked there`;
}

/**
 * Whether nobody may be asked at this address unless the goal-file names its host: everything that is
 * not plainly public, in any spelling, and everything that cannot be read as an address.
 */
export function isRefusedAddress(address: string): boolean {
  return kindOf(address) !== "public";
}

/** Whether the goal-file names this host; the spelling of an address does not matter, the port may not be named. */
export function isAllowedHost(host: string, allowHosts: readonly string[]): boolean {
  const wanted = canonicalHost(host);
  return wanted !== undefined && allowHosts.some((allowed) => canonicalHost(allowed) === wanted);
}

function kindOf(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return "not an address";
  if (METADATA.has(parsed.toString())) return "an address of the cloud's own services";
  const range: string = parsed.range();
  if (range !== "unicast") return KINDS[range] ?? "an address for special use";
  return parsed.kind() === "ipv4" || isGlobalIpv6(parsed) ? "public" : "an address for special use";
}

/** An IPv4 address in clothes of IPv6 is judged by what it wears, because gateways may undress it. */
function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = /^\[(.*)\]$/.exec(address)?.[1] ?? address;
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : undefined;
}

/** Only 2000::/3 is given to hosts; the rest has no use yet, or one that this list has not heard of. */
function isGlobalIpv6(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** These stand in public or private ranges alike and give out a machine's credentials. */
const METADATA: ReadonlySet<string> = new Set([
  "168.63.129.16",
  "169.254.169.254",
  "169.254.170.2",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
]);

const KINDS: Readonly<Record<string, string>> = {
  loopback: "this machine itself",
  unspecified: "this machine itself",
  private: "a private address",
  uniqueLocal: "a private address",
  deprecatedSiteLocal: "a private address",
  carrierGradeNat: "a private address",
  linkLocal: "a link-local address",
  multicast: "a multicast address",
  broadcast: "a broadcast address",
  ipv4Mapped: "an IPv4 address written as IPv6",
  rfc6145: "an IPv4 address written as IPv6",
  rfc6052: "an IPv4 address written as IPv6",
  "6to4": "an IPv4 address written as IPv6",
  teredo: "an IPv4 address written as IPv6",
};

/** As a URL spells it: lower case, numbers of an address in their usual form. A port or a path makes it none. */
function canonicalHost(host: string): string | undefined {
  const spelled = host.includes(":") && ipaddr.IPv6.isValid(host) ? `[${host}]` : host;
  if (!/^(?:\[[^\]]*\]|[^\s/:?#@\\]+)$/.test(spelled)) return undefined;
  return URL.parse(`http://${spelled}`)?.hostname.replace(/\.$/, "");
}
