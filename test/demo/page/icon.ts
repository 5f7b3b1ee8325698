import { trusted, type Html } from "./html.ts";
import type { Tone } from "./page-view.ts";

/** Strokes on a field of 16 by 16. */
const SHAPES = {
  check: `<path d="m3 8.5 3.5 3.5L13 4.5"/>`,
  cross: `<path d="m4 4 8 8m0-8-8 8"/>`,
  attention: `<path d="M8 3v6m0 3.2v.1"/>`,
  square: `<rect x="4" y="4" width="8" height="8" rx="1.5"/>`,
  slash: `<circle cx="8" cy="8" r="5.5"/><path d="m4.5 11.5 7-7"/>`,
  stop: `<circle cx="8" cy="8" r="5.5"/><path d="M5.5 8h5"/>`,
  dot: `<circle class="filled" cx="8" cy="8" r="3.5"/>`,
  spinner: `<circle class="faint" cx="8" cy="8" r="5.5"/><path class="turning" d="M8 2.5A5.5 5.5 0 0 1 13.5 8"/>`,
  commit: `<circle cx="8" cy="8" r="2.8"/><path d="M1 8h4m6 0h4"/>`,
  branch: `<circle cx="4" cy="3.5" r="1.6"/><circle cx="4" cy="12.5" r="1.6"/><circle cx="12" cy="12.5" r="1.6"/><path d="M4 5.2v5.6M12 10.8V6.5a2 2 0 0 0-2-2H7.5m1.6-2L7 4.5l2.1 2"/>`,
  merge: `<circle cx="4" cy="3.5" r="1.6"/><circle cx="4" cy="12.5" r="1.6"/><circle cx="12" cy="9" r="1.6"/><path d="M4 5.2v5.6M4.3 5.2c.8 2.4 3 3.8 6 3.8"/>`,
  eye: `<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z"/><circle cx="8" cy="8" r="1.8"/>`,
} as const;

export type IconName = keyof typeof SHAPES;

/** Says nothing to who cannot see it: the words stand next to it. */
export function icon(name: IconName, tone?: Tone): Html {
  const toneClass = tone === undefined ? "" : ` ${tone}`;
  return trusted(
    `<svg class="icon${toneClass}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[name]}</svg>`,
  );
}
