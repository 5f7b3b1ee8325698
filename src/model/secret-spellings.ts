/** From one character of a text up to another one. */
type Range = readonly [number, number];

/** A line of a longer secret gives it away as well, when it is not an ordinary word. */
const LINE_LENGTH_MIN = 16;
/** Shorter values would blank every text, and show by their places what they are. */
const SECRET_LENGTH_MIN = 4;

/** Where the secrets stand, as they are or encoded, also when they were broken into lines. */
export function findSecrets(text: string, secrets: readonly string[]): readonly Range[] {
  const fitting = secrets.flatMap(linesOf).filter((line) => line.length <= text.length);
  if (fitting.length === 0) return [];
  const { joined, placeOf } = join(text);
  const spellings = new Set([...new Set(fitting)].flatMap(spellingsOf));
  return [...spellings].flatMap((spelling) =>
    occurrences(joined, spelling).map((at): Range => [
      placeOf(at),
      placeOf(at + spelling.length - 1) + 1,
    ]),
  );
}

interface Joined {
  readonly joined: string;
  readonly placeOf: (at: number) => number;
}

/** The text without its line breaks and indentation, and the way back. */
function join(text: string): Joined {
  if (!text.includes("\n")) return { joined: text, placeOf: (at) => at };
  const places = new Uint32Array(text.length);
  let joined = "";
  let end = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const content = line[0].replace(/\r$/, "").replace(/^[ \t]+/, "");
    const first = line.index + line[0].search(/[^ \t]|$/);
    for (let index = 0; index < content.length; index += 1) places[end + index] = first + index;
    joined += content;
    end += content.length;
  }
  return { joined, placeOf: (at) => places[at] ?? text.length };
}

function occurrences(text: string, wanted: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    found.push(at);
  }
  return found;
}

function linesOf(secret: string): readonly string[] {
  const lines = secret.split("\n").map((line) => line.trim());
  const whole = lines.join("");
  return [
    ...[secret, whole].filter((text) => text.trim().length >= SECRET_LENGTH_MIN),
    ...lines.filter((line) => line.length >= LINE_LENGTH_MIN),
  ];
}

function spellingsOf(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const url = encodeURIComponent(secret.toWellFormed());
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64 = [0, 1, 2].map((offset) => base64Inside(bytes, offset));
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    url,
    url.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}

/** What base64 of a longer text is sure to hold when the bytes begin `offset` behind a group of three. */
function base64Inside(bytes: Uint8Array, offset: number): string {
  const shifted = new Uint8Array([...new Uint8Array(offset), ...bytes]);
  const text = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(""));
  const isWhole = shifted.length % 3 === 0;
  return text.replace(/=+$/, "").slice(offset === 0 ? 0 : offset + 1, isWhole ? undefined : -1);
}
