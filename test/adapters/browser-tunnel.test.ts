import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import nock from "nock";
import { afterEach, describe, expect, test } from "vitest";
import { type BrowserTunnel, openBrowserTunnel } from "../../src/adapters/browser-tunnel.ts";

// It would pretend that every connection is there, and this is about those that are not.
nock.restore();

const CONNECTED = 0;
const REFUSED = 2;
const UNREACHABLE = 4;

const open: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

async function given(
  limits: Partial<Parameters<typeof openBrowserTunnel>[0]> = {},
): Promise<BrowserTunnel> {
  const tunnel = await openBrowserTunnel({
    allowHosts: ["localhost"],
    bytesMax: 1_000_000,
    ...limits,
  });
  open.push(tunnel);
  return tunnel;
}

async function serve(onSocket: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    onSocket(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({ close: async () => await new Promise((resolve) => server.close(resolve)) });
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** What a browser writes: greeting and question; every byte by itself, as a network may do it. */
async function ask(tunnel: BrowserTunnel, host: string | readonly number[], port: number) {
  const socket = connect(tunnel.port, "127.0.0.1");
  await once(socket, "connect");
  const address =
    typeof host === "string" ? [3, host.length, ...Buffer.from(host, "latin1")] : [1, ...host];
  const question = [5, 1, 0, 5, 1, 0, ...address, port >> 8, port & 255];
  for (const byte of question) socket.write(Uint8Array.of(byte));
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const ended = once(socket, "close");
  socket.on("error", () => socket.destroy());
  return {
    socket,
    /** The greeting's answer is two bytes, the question's ten. */
    reply: async () => {
      await expect.poll(() => Buffer.concat(chunks).length).toBeGreaterThanOrEqual(12);
      return Buffer.concat(chunks)[3];
    },
    received: () => Buffer.concat(chunks).subarray(12),
    ended,
  };
}

describe("openBrowserTunnel()", () => {
  test("carries both ways to a host that may be asked", async () => {
    const tunnel = await given();
    const port = await serve((socket) => socket.pipe(socket));
    const asked = await ask(tunnel, "localhost", port);
    expect(await asked.reply()).toBe(CONNECTED);
    asked.socket.write("hello");
    await expect.poll(() => asked.received().toString()).toBe("hello");
    asked.socket.destroy();
    expect(tunnel.troubles).toEqual([]);
  });

  test.each<readonly [string, string | readonly number[]]>([
    ["a name that leads to this machine", "localhost"],
    ["an address of this machine", [127, 0, 0, 1]],
    ["the cloud's own services", [169, 254, 169, 254]],
    ["a private network", [10, 0, 0, 1]],
    ["an address written as a number", "2130706433"],
    ["an IPv6 address in disguise", "::ffff:127.0.0.1"],
  ])("%s is not asked unless it is named", async (_case, host) => {
    let count = 0;
    const port = await serve(() => {
      count += 1;
    });
    const tunnel = await given({ allowHosts: ["elsewhere.test"] });
    const asked = await ask(tunnel, host, port);
    expect(await asked.reply()).toBe(REFUSED);
    await asked.ended;
    expect(count).toBe(0);
    expect(tunnel.troubles).toMatchObject([{ kind: "refused-address" }]);
  });

  test("a name that nobody has and a port where nothing listens are unreachable", async () => {
    const tunnel = await given();
    const nobody = await ask(tunnel, "nobody.invalid", 80);
    expect(await nobody.reply()).toBe(UNREACHABLE);
    const port = await serve(() => undefined);
    await open.pop()?.close();
    const nothing = await ask(tunnel, "localhost", port);
    expect(await nothing.reply()).toBe(UNREACHABLE);
    expect(tunnel.troubles.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("nobody.invalid: the name could not be resolved"),
      `localhost:${port}: nothing listens there (ECONNREFUSED)`,
    ]);
  });

  test("a server that sends for ever is cut off", async () => {
    const tunnel = await given({ bytesMax: 100_000 });
    const port = await serve((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(10_000)));
      };
      socket.on("drain", more);
      more();
    });
    const asked = await ask(tunnel, "localhost", port);
    await asked.ended;
    expect(asked.received().length).toBeLessThanOrEqual(100_000 + 65_536);
  });

  test("what is no question is refused", async () => {
    const tunnel = await given();
    const socket = connect(tunnel.port, "127.0.0.1");
    socket.resume();
    socket.on("error", () => socket.destroy());
    socket.write(
      "GET / HTTP/1.1\r\n\r\nAnd quite some more of that, so that it is long enough\r\n",
    );
    socket.write("x".repeat(300));
    await once(socket, "close");
    expect(tunnel.troubles).toEqual([]);
  });
});
