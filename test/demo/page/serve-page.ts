import { createServer, type Server, type ServerResponse } from "node:http";
import type { LocalGitHub } from "../../fakes/github/start-github.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { readPageView, type PullAddress } from "./read-page-view.ts";
import { renderPage } from "./render-page.ts";

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const LIVE = { isLive: true } as const;

/** Shows one pull request of a local GitHub to browsers on this machine, as it is at each moment. */
export async function servePage(
  github: Pick<LocalGitHub, "world">,
  pull: PullAddress,
  options: { readonly port?: number } = {},
): Promise<ServedPage> {
  const path = `/${pull.owner}/${pull.name}/pull/${pull.number}`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    answer(pathname)
      .catch(toTrouble)
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });

  async function answer(pathname: string): Promise<PageReply> {
    if (pathname === "/") return { status: 302, headers: { location: path }, text: "" };
    const view = pathname === path ? await readPageView(github, pull) : undefined;
    if (view === undefined) return { status: 404, headers: {}, text: "There is nothing here.\n" };
    return { status: 200, headers: PAGE_HEADERS, text: renderPage(view, LIVE) };
  }

  const port = await listen(server, options.port ?? 0);
  return { url: `http://127.0.0.1:${port}${path}`, close: async () => await close(server) };
}

interface PageReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function toTrouble(error: unknown): PageReply {
  return { status: 500, headers: {}, text: `The page could not be made: ${String(error)}\n` };
}

function send(response: ServerResponse, reply: PageReply): void {
  response.writeHead(reply.status, { ...HEADERS, ...reply.headers }).end(reply.text);
}

const HEADERS = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `${contentSecurityPolicy(LIVE)}; frame-ancestors 'none'`,
} as const;

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page has no port.");
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
