import { expect, test } from "vitest";
import {
  addressRefusal,
  isAllowedHost,
  isRefusedAddress,
} from "../../src/adapters/address-guard.ts";

test.each([
  ["loopback", "127.0.0.1"],
  ["loopback, far end", "127.255.255.254"],
  ["loopback of IPv6", "::1"],
  ["loopback in brackets", "[::1]"],
  ["loopback as one number", "2130706433"],
  ["loopback as hexadecimal", "0x7f000001"],
  ["loopback as octal", "0177.0.0.1"],
  ["loopback in two parts", "127.1"],
  ["mapped loopback", "::ffff:127.0.0.1"],
  ["mapped loopback in hexadecimal", "::ffff:7f00:1"],
  ["mapped public address", "::ffff:8.8.8.8"],
  ["IPv4-compatible", "::127.0.0.1"],
  ["translated", "::ffff:0:127.0.0.1"],
  ["NAT64", "64:ff9b::a9fe:a9fe"],
  ["local NAT64", "64:ff9b:1::7f00:1"],
  ["6to4", "2002:7f00:1::"],
  ["Teredo", "2001:0:7f00:1::"],
  ["unspecified", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["unspecified of IPv6", "::"],
  ["private, class A", "10.0.0.1"],
  ["private, class B", "172.31.255.255"],
  ["private, class C", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["link-local", "169.254.1.1"],
  ["link-local of IPv6", "fe80::1"],
  ["link-local with a zone", "fe80::1%eth0"],
  ["site-local", "fec0::1"],
  ["unique local", "fd12:3456::1"],
  ["multicast", "224.0.0.1"],
  ["multicast of IPv6", "ff02::1"],
  ["broadcast", "255.255.255.255"],
  ["documentation", "192.0.2.1"],
  ["benchmarks", "198.18.0.1"],
  ["class E", "240.0.0.1"],
  ["outside of what is given to hosts", "4000::1"],
  ["metadata", "169.254.169.254"],
  ["metadata of containers", "169.254.170.2"],
  ["metadata over IPv6", "fd00:ec2::254"],
  ["metadata on a public address", "168.63.129.16"],
  ["metadata behind carrier-grade NAT", "100.100.100.200"],
  ["a name", "example.com"],
  ["nothing", ""],
  ["too much", "1.2.3.4.5"],
])("isRefusedAddress(): %s (%s)", (_case, address) => {
  expect(isRefusedAddress(address)).toBe(true);
});

test.each(["1.1.1.1", "172.32.0.1", "192.169.0.1", "2606:4700:4700::1111", "[2a00:1450::1]"])(
  "isRefusedAddress() lets %s pass",
  (address) => {
    expect(isRefusedAddress(address)).toBe(false);
  },
);

test.each([
  ["localhost", "localhost", true],
  ["LocalHost.", "localhost", true],
  ["127.0.0.1", "0x7f.1", true],
  ["[::1]", "::1", true],
  ["::1", "[0:0::1]", true],
  ["a.localhost", "localhost", false],
  ["localhost", "a.localhost", false],
  ["127.0.0.2", "127.0.0.1", false],
  ["localhost", "localhost:80", false],
  ["localhost", "http://localhost", false],
  ["localhost", "localhost/", false],
  ["localhost", "user@localhost", false],
  ["localhost", "*", false],
  ["", "", false],
])("isAllowedHost(): %s by %s is %s", (host, allowed, expected) => {
  expect(isAllowedHost(host, ["other.invalid", allowed])).toBe(expected);
});

test("addressRefusal() says what was found and what to write", () => {
  const asked = { host: "app.invalid", address: "10.0.0.5", allowHosts: [] };
  expect(addressRefusal(asked)).toMatchInlineSnapshot(
    `"app.invalid (10.0.0.5) is a private address: only hosts that allow_hosts names are asked there"`,
  );
  const literal = { host: "[::1]", address: "::1", allowHosts: ["localhost"] };
  expect(addressRefusal(literal)).toMatchInlineSnapshot(
    `"::1 is this machine itself: only hosts that allow_hosts names are asked there"`,
  );
});

test("addressRefusal() has nothing against public addresses and named hosts", () => {
  const asked = { host: "app.invalid", address: "10.0.0.5", allowHosts: ["app.invalid"] };
  expect(addressRefusal(asked)).toBeUndefined();
  expect(addressRefusal({ ...asked, address: "1.1.1.1", allowHosts: [] })).toBeUndefined();
});
