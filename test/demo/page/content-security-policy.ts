import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { trusted } from "./html.ts";

export interface PageOptions {
  /** The page follows what happens; otherwise it can be kept as a file. */
  readonly isLive: boolean;
}

const STYLE = readFileSync(new URL("page.css", import.meta.url), "utf8");
const SCRIPT = readFileSync(new URL("follow.js", import.meta.url), "utf8");

// The policy names these texts by their sums, so that not a space may be added within the elements.
export const STYLE_ELEMENT = trusted(`<style>${STYLE}</style>`);
export const SCRIPT_ELEMENT = trusted(`<script>${SCRIPT}</script>`);

/** Nothing but the style and the script of our own, and no address but the page's. */
export function contentSecurityPolicy({ isLive }: PageOptions): string {
  return [
    "default-src 'none'",
    `style-src ${sourceHash(STYLE)}`,
    // The empty icon, so that no browser asks for one.
    "img-src data:",
    ...(isLive ? [`script-src ${sourceHash(SCRIPT)}`, "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
