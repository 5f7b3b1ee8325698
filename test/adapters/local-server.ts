import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server, Socket } from "node:net";
import type { Certificate } from "../fixtures/tls/make-certificates.ts";

const servers: Server[] = [];
const sockets: Set<Socket> = new Set();

/** Starts a server of HTTP on this machine; `closeServers` ends it. */
export async function serve(listener: RequestListener): Promise<string> {
  return await listen(createServer(listener));
}

/** The same with a certificate. */
export async function serveTls(
  { key, cert }: Certificate,
  listener: RequestListener,
): Promise<string> {
  const url = await listen(createTlsServer({ key, cert }, listener));
  return url.replace("http:", "https:");
}

/** Lets any server listen, and gives the URL that a client would ask. */
export async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
  });
  const listening = Promise.withResolvers<undefined>();
  server.once("error", listening.reject);
  server.listen(0, "127.0.0.1", () => {
    listening.resolve(undefined);
  });
  await listening.promise;
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return `http://127.0.0.1:${port}/`;
}

/** Ends every server of the test with all its connections. */
export function closeServers(): void {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  sockets.clear();
  servers.length = 0;
}
