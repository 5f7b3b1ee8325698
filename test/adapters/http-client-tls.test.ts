import { spawnSync } from "node:child_process";
import { createServer as createTcpServer } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Certificates, makeCertificates } from "../fixtures/tls/make-certificates.ts";
import { ask } from "./ask.ts";
import { closeServers, listen, serve, serveTls } from "./local-server.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const known = getCACertificates("default");

describe.skipIf(!hasOpenssl)("createHttpClient() over TLS (skipped: needs openssl)", () => {
  let certificates: Certificates;
  beforeAll(() => {
    certificates = makeCertificates();
    setDefaultCACertificates([...known, certificates.authority]);
  });
  afterAll(() => {
    setDefaultCACertificates(known);
  });
  afterEach(closeServers);

  test("a certificate of a known authority for this host is trusted", async () => {
    const url = await serveTls(certificates.good, (_request, response) => response.end("safe"));
    expect(await ask(url)).toMatchObject({ status: 200, body: "safe" });
    const host = { Host: "other.invalid" };
    expect(await ask(url, { headers: host })).toMatchObject({ status: 200, body: "safe" });
  });

  test.each<readonly [Exclude<keyof Certificates, "authority">, string]>([
    ["selfSigned", "its certificate is signed by nobody but itself (DEPTH_ZERO_SELF_SIGNED_CERT)"],
    ["expired", "its certificate has expired (CERT_HAS_EXPIRED)"],
    ["otherHost", "its certificate is for another host (ERR_TLS_CERT_ALTNAME_INVALID)"],
  ])("a bad certificate is not trusted and says why: %s", async (name, words) => {
    const url = await serveTls(certificates[name], (_request, response) => response.end("safe"));
    expect(await ask(url)).toEqual({
      kind: "failure",
      failure: "untrusted",
      reason: `${new URL(url).host}: ${words}`,
    });
    expect(await ask(url, { tls: "insecure" })).toMatchObject({ status: 200, body: "safe" });
  });

  test("an unknown authority is not trusted", async () => {
    setDefaultCACertificates(known);
    const url = await serveTls(certificates.good, (_request, response) => response.end("safe"));
    const answer = await ask(url);
    setDefaultCACertificates([...known, certificates.authority]);
    expect(answer).toMatchObject({ failure: "untrusted" });
  });

  test("no variable of the environment turns the look at certificates off", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    // Node warns of the variable itself.
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue(undefined);
    const url = await serveTls(certificates.selfSigned, (_request, response) => response.end());
    const answer = await ask(url);
    vi.unstubAllEnvs();
    warn.mockRestore();
    expect(answer).toMatchObject({ failure: "untrusted" });
  });

  test("a redirect that leaves https for http is not followed", async () => {
    const plain = await serve((_request, response) => response.end("in the open"));
    const url = await serveTls(certificates.good, (_request, response) => {
      response.writeHead(302, { location: plain }).end();
    });
    const answer = await ask(url, { redirectsMax: 3 });
    expect(answer).toMatchObject({ status: 302, unfollowed: "it leaves https for http" });
  });

  test("a redirect from http to https is followed, and its certificate is looked at", async () => {
    const safe = await serveTls(certificates.selfSigned, (_request, response) => response.end());
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: safe }).end();
    });
    expect(await ask(url, { redirectsMax: 1 })).toMatchObject({ failure: "untrusted" });
  });
});

describe("createHttpClient() where no TLS is", () => {
  afterEach(closeServers);

  test("what speaks no TLS is unreachable, not untrusted", async () => {
    const url = await serve((_request, response) => response.end());
    const answer = await ask(url.replace("http:", "https:"));
    expect(answer).toMatchObject({ failure: "unreachable" });
    expect(answer).toMatchObject({ reason: expect.stringContaining("it may not speak TLS") });
  });

  test("a handshake that never ends does, in time", async () => {
    const url = await listen(createTcpServer(() => undefined));
    const answer = await ask(url.replace("http:", "https:"), { timeoutMs: 200 });
    expect(answer).toMatchObject({ failure: "timed-out" });
  });
});
