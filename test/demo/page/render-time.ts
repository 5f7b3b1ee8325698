import { html, type Html } from "./html.ts";

/** The time of day, which is what matters while one watches; the full time in the hint. */
export function renderTime(atMs: number): Html {
  const iso = new Date(atMs).toISOString();
  return html`<time datetime="${iso}" title="${iso}">${iso.slice(11, 19)}</time>`;
}
