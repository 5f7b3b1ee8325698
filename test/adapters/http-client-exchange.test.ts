import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { ask } from "./ask.ts";
import { closeServers, serve } from "./local-server.ts";

afterEach(closeServers);

/** A name server that gives another answer each time it is asked. */
function names(...answers: readonly (readonly string[])[]): LookupFunction {
  const left = [...answers];
  return (_host, { all }, callback) => {
    const addresses = (left.shift() ?? []).map(toAddress);
    if (all === true) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? "", addresses[0]?.family);
  };
}

function toAddress(address: string): LookupAddress {
  return { address, family: address.includes(":") ? 6 : 4 };
}

async function serveAsName(): Promise<{ url: string; asked: () => void }> {
  const asked = vi.fn<() => void>();
  const url = await serve((_request, response) => {
    asked();
    response.end("inside");
  });
  return { url: url.replace("127.0.0.1", "service.invalid"), asked };
}

test("exchange(): a public name that leads to a private address is refused after DNS", async () => {
  const { url, asked } = await serveAsName();
  const answer = await ask(url, { allowHosts: [] }, names(["127.0.0.1"]));
  expect(answer).toEqual({
    kind: "failure",
    failure: "refused-address",
    reason:
      "service.invalid (127.0.0.1) is this machine itself: only hosts that allow_hosts names are asked there",
  });
  expect(asked).not.toHaveBeenCalled();
});

test.each([["service.invalid"], ["SERVICE.invalid"]])(
  "exchange(): a name that allow_hosts has as %s may lead there",
  async (allowed) => {
    const { url } = await serveAsName();
    const answer = await ask(url, { allowHosts: [allowed] }, names(["127.0.0.1"]));
    expect(answer).toMatchObject({ status: 200, body: "inside" });
  },
);

test("exchange(): another name in allow_hosts does not open it, nor does its address", async () => {
  const { url } = await serveAsName();
  const allowHosts = ["invalid", "a.service.invalid", "127.0.0.1"];
  const answer = await ask(url, { allowHosts }, names(["127.0.0.1"]));
  expect(answer).toMatchObject({ failure: "refused-address" });
});

test("exchange(): one private address among public ones is refused, whatever its place", async () => {
  const { url, asked } = await serveAsName();
  for (const addresses of [
    ["192.88.1.1", "127.0.0.1"],
    ["127.0.0.1", "192.88.1.1"],
  ]) {
    const answer = await ask(url, { allowHosts: [] }, names(addresses));
    expect(answer).toMatchObject({ failure: "refused-address" });
  }
  expect(asked).not.toHaveBeenCalled();
});

test("exchange(): the address that was looked at is the one that is asked, though the name changes", async () => {
  const { url, asked } = await serveAsName();
  const rebinding = vi.fn<LookupFunction>(names(["127.0.0.1"], ["169.254.169.254"]));
  const answer = await ask(url, { allowHosts: ["service.invalid"] }, rebinding);
  expect(answer).toMatchObject({ status: 200 });
  expect(rebinding).toHaveBeenCalledOnce();
  expect(asked).toHaveBeenCalledOnce();
});

test("exchange(): a name without an address is unreachable", async () => {
  const { url } = await serveAsName();
  expect(await ask(url, {}, names([]))).toMatchObject({ failure: "unreachable" });
});

test("exchange(): a name server that is silent does not hold the run", async () => {
  const { url } = await serveAsName();
  const answer = await ask(url, { timeoutMs: 100 }, () => undefined);
  expect(answer).toMatchObject({ failure: "timed-out" });
});

test.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://168.63.129.16/",
  "http://[fd00:ec2::254]/",
  "http://0.0.0.0/",
  "https://10.1.2.3/",
  "http://localhost/",
])("exchange(): %s is refused", async (url) => {
  expect(await ask(url, { allowHosts: [] })).toMatchObject({ failure: "refused-address" });
});

test("exchange(): variables for proxies are not honoured, for a proxy would hide the address", async () => {
  const asked = vi.fn<() => void>();
  const proxy = await serve((_request, response) => {
    asked();
    response.end("by proxy");
  });
  const url = await serve((_request, response) => response.end("directly"));
  vi.stubEnv("HTTP_PROXY", proxy);
  vi.stubEnv("http_proxy", proxy);
  vi.stubEnv("NODE_USE_ENV_PROXY", "1");
  try {
    expect(await ask(url)).toMatchObject({ body: "directly" });
    expect(asked).not.toHaveBeenCalled();
  } finally {
    vi.unstubAllEnvs();
  }
});
