import { expect, test } from "vitest";
import { allowedHosts } from "../../../src/goalfile/providers/allowed-hosts.ts";

test.each([
  ["http://localhost:3000/a", "localhost"],
  ["http://app.localhost/", "app.localhost"],
  ["http://127.8.0.1/", "127.8.0.1"],
  ["http://2130706433/", "127.0.0.1"],
  ["https://10.0.0.7/", "10.0.0.7"],
  ["https://172.16.0.1/", "172.16.0.1"],
  ["https://172.31.255.1/", "172.31.255.1"],
  ["https://192.168.1.1/", "192.168.1.1"],
  ["http://[::1]:80/", "[::1]"],
  ["http://[fd12:3456::1]/", "[fd12:3456::1]"],
])("allowedHosts() takes the private host of %s for named", (address, host) => {
  expect(allowedHosts([address], [])).toEqual([host]);
});

test.each([
  "https://e.org/",
  "http://localhost.e.org/",
  "http://127.0.0.1.nip.io/",
  "http://172.32.0.1/",
  "http://169.254.169.254/latest/meta-data",
  "http://metadata.google.internal/",
  "http://[fe80::1]/",
  "http://[fd00:ec2::254]/",
  "http://[::ffff:169.254.169.254]/",
  "http://0.0.0.0/",
  "http://100.100.100.200/",
  "http://10.internal/",
])("allowedHosts() does not take the host of %s for named", (address) => {
  expect(allowedHosts([address], [])).toEqual([]);
});

test("allowedHosts() adds what is named, once, and can do without an address", () => {
  expect(allowedHosts([undefined, "http://localhost/"], ["169.254.169.254", "localhost"])).toEqual([
    "localhost",
    "169.254.169.254",
  ]);
});
