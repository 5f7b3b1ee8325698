import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

/** A page that runs on this machine. */
export interface ServedFolder {
  /** `http://localhost:<port>`, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Shows the `index.html` of a folder, as the deployment of a fixture. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const page = await readFile(path.join(folder, "index.html"));
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not on a port");
  return {
    origin: `http://localhost:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
