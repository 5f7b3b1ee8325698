import { html, type Html } from "./html.ts";
import type { Person } from "./page-view.ts";

export function renderPerson(person: Person): Html {
  const badge = person.isBot ? html` <span class="badge">bot</span>` : undefined;
  return html`<b class="login">${person.login}</b>${badge}`;
}

/** Initials on a color of the person's own, because pictures would have to be asked for. */
export function renderAvatar({ login, isBot }: Person): Html {
  const shape = isBot ? "avatar bot" : "avatar";
  return html`<span class="${shape} hue-${hueOf(login)}" aria-hidden="true"
    >${initials(login)}</span
  >`;
}

const HUES = 6;

function hueOf(login: string): number {
  return Array.from(login).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
}

function initials(login: string): string {
  const [first = "", second] = login.split(/[-_]/).filter((word) => word !== "");
  return (
    second === undefined ? first.slice(0, 2) : `${first.charAt(0)}${second.charAt(0)}`
  ).toUpperCase();
}
