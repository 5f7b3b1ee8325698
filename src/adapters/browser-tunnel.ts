import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, isIP, type Socket } from "node:net";
import { addressRefusal } from "./address-guard.ts";

const HANDSHAKE_MS_MAX = 60_000;
const TROUBLES_MAX = 50;
const VERSION = 5;
const CONNECT = 1;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;
/** A greeting has at most 257 bytes, a question at most 262. */
const HANDSHAKE_BYTES_MAX = 520;
const REPLY = { connected: 0, failed: 1, refused: 2, unreachable: 4 } as const;

/** Why a host could not be reached through the tunnel. */
export interface TunnelTrouble {
  readonly host: string;
  readonly kind: "refused-address" | "unreachable";
  readonly reason: string;
}

/** The only way out of a browser. */
export interface BrowserTunnel {
  readonly port: number;
  /** In the order in which they came up, one for each host and kind. */
  readonly troubles: readonly TunnelTrouble[];
  close(): Promise<void>;
}

/** What may pass. */
export interface TunnelLimits {
  readonly allowHosts: readonly string[];
  /** From all hosts together; then the browser is cut off. */
  readonly bytesMax: number;
}

/**
 * A SOCKS5 proxy on this machine's own address. It resolves each name itself, judges the address and
 * connects to just that one. So the guard also holds for redirects, sockets, frames and workers of a
 * page, and for names that change their address between the look and the connection.
 */
export async function openBrowserTunnel(limits: TunnelLimits): Promise<BrowserTunnel> {
  const sockets = new Set<Socket>();
  const troubles: TunnelTrouble[] = [];
  const meter = { bytesLeft: limits.bytesMax };
  const server = createServer((socket) => {
    keep(sockets, socket);
    serve(socket, { limits, troubles, meter, sockets }).catch(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server.address()),
    troubles,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

interface Tunnelling {
  readonly limits: TunnelLimits;
  readonly troubles: TunnelTrouble[];
  readonly meter: { bytesLeft: number };
  readonly sockets: Set<Socket>;
}

interface Target {
  readonly host: string;
  readonly port: number;
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  // An unheard error would end the process; what became of the connection is seen by its end.
  socket.on("error", () => socket.destroy());
}

function portOf(address: AddressInfo | string | null): number {
  return address === null || typeof address === "string" ? 0 : address.port;
}

async function serve(socket: Socket, tunnelling: Tunnelling): Promise<void> {
  socket.setTimeout(HANDSHAKE_MS_MAX, () => socket.destroy());
  const target = await readTarget(socket);
  if (target === undefined) {
    answer(socket, REPLY.failed);
    return;
  }
  const found = await reach(target, tunnelling);
  if ("kind" in found) {
    note(tunnelling.troubles, found);
    answer(socket, found.kind === "refused-address" ? REPLY.refused : REPLY.unreachable);
    return;
  }
  socket.setTimeout(0);
  if (socket.destroyed) found.destroy();
  join(socket, found, tunnelling.meter);
}

/** Greeting, its answer, question; `undefined` for what is none. */
async function readTarget(socket: Socket): Promise<Target | undefined> {
  const asked = Promise.withResolvers<Target | undefined>();
  let bytes = Buffer.alloc(0);
  let isGreeted = false;
  function take(chunk: Buffer): void {
    bytes = Buffer.concat([bytes, chunk]);
    const greetingLength = 2 + (bytes[1] ?? HANDSHAKE_BYTES_MAX);
    if (!isGreeted && bytes.length >= greetingLength) {
      isGreeted = true;
      socket.write(Uint8Array.of(VERSION, 0));
    }
    const question = bytes.subarray(greetingLength);
    const isWhole = question.length >= lengthOfQuestion(question);
    if (!isWhole && bytes.length < HANDSHAKE_BYTES_MAX && bytes[0] === VERSION) return;
    asked.resolve(isWhole ? parseQuestion(question) : undefined);
  }
  socket.on("data", take);
  socket.on("close", () => asked.resolve(undefined));
  const target = await asked.promise;
  socket.pause();
  socket.off("data", take);
  return target;
}

function lengthOfQuestion(question: Buffer): number {
  if (question[3] === IPV4) return 10;
  if (question[3] === IPV6) return 22;
  return 7 + (question[4] ?? HANDSHAKE_BYTES_MAX);
}

function parseQuestion(question: Buffer): Target | undefined {
  if (question[0] !== VERSION || question[1] !== CONNECT) return undefined;
  const length = lengthOfQuestion(question);
  const host = hostOf(question.subarray(3, length - 2));
  return host === undefined ? undefined : { host, port: question.readUInt16BE(length - 2) };
}

function hostOf(address: Buffer): string | undefined {
  const value = address.subarray(1);
  if (address[0] === IPV4) return value.join(".");
  if (address[0] === IPV6) return value.toString("hex").replace(/(.{4})(?!$)/g, "$1:");
  return address[0] === NAME ? value.toString("latin1", 1) : undefined;
}

async function reach(target: Target, tunnelling: Tunnelling): Promise<Socket | TunnelTrouble> {
  const { host, port } = target;
  const resolved = await resolve(host);
  if ("kind" in resolved) return resolved;
  const { allowHosts } = tunnelling.limits;
  const judged = resolved.addresses.map((address) => ({
    address,
    refusal: addressRefusal({ host, address, allowHosts }),
  }));
  const allowed = judged.filter(({ refusal }) => refusal === undefined);
  if (allowed.length === 0) {
    const reason = judged[0]?.refusal ?? `${host} has no address`;
    return { host, kind: "refused-address", reason };
  }
  return await connectFirst(
    target,
    allowed.map(({ address }) => address),
    tunnelling.sockets,
  ).catch((error: unknown) => unreachable(host, port, error));
}

async function resolve(
  host: string,
): Promise<{ readonly addresses: readonly string[] } | TunnelTrouble> {
  if (isIP(host) !== 0) return { addresses: [host] };
  try {
    const found = await lookup(host, { all: true });
    return { addresses: found.map(({ address }) => address) };
  } catch (error) {
    return unreachable(host, undefined, error);
  }
}

/** The addresses were judged; no name is looked up again. */
async function connectFirst(
  { port }: Target,
  addresses: readonly string[],
  sockets: Set<Socket>,
): Promise<Socket> {
  let failure: unknown;
  for (const host of addresses) {
    const socket = connect({ host, port, timeout: HANDSHAKE_MS_MAX });
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("timeout", () => socket.destroy(new Error("timed out")));
    try {
      await once(socket, "connect");
      socket.removeAllListeners("timeout");
      socket.setTimeout(0);
      socket.on("error", () => socket.destroy());
      return socket;
    } catch (error) {
      socket.destroy();
      failure = error;
    }
  }
  throw failure;
}

function unreachable(host: string, port: number | undefined, error: unknown): TunnelTrouble {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const place = port === undefined ? host : `${host}:${port}`;
  const words = PROBLEMS[code] ?? "the connection failed";
  const reason = `${place}: ${words}${code === "" ? "" : ` (${code})`}`;
  return { host, kind: "unreachable", reason };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the name could not be resolved",
  EAI_AGAIN: "the name could not be resolved for now",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was reset",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
};

function note(troubles: TunnelTrouble[], trouble: TunnelTrouble): void {
  if (troubles.length >= TROUBLES_MAX) return;
  if (troubles.some(({ host, kind }) => host === trouble.host && kind === trouble.kind)) return;
  troubles.push(trouble);
}

function answer(socket: Socket, reply: number): void {
  socket.end(Uint8Array.of(VERSION, reply, 0, 1, 0, 0, 0, 0, 0, 0));
}

function join(socket: Socket, remote: Socket, meter: { bytesLeft: number }): void {
  socket.write(Uint8Array.of(VERSION, REPLY.connected, 0, 1, 0, 0, 0, 0, 0, 0));
  remote.on("data", (chunk) => {
    meter.bytesLeft -= chunk.length;
    if (meter.bytesLeft < 0) remote.destroy();
  });
  remote.pipe(socket);
  socket.pipe(remote);
  remote.on("close", () => socket.destroy());
  socket.on("close", () => remote.destroy());
}
