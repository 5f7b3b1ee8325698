import { loadGoal } from "../../src/goalfile/load-goal.ts";

/** Run in a process with a small heap: whoever needs more does not come to the end. */
const BYTES = 256 * 1024 - 1_000;
const CHECK = '\n[[predicate]]\nid = "p"\nprovider = "custom_script"\ncmd = "true"\n';

const bombs: readonly string[] = [
  filled("a = [", "[1,2],", "]"),
  filled("a = [", '"x",', "]"),
  filled("", "a.b.c.d.e.f.g.h = 1\n", ""),
  filled("", "[a.b.c.d.e.f.g.h]\n", ""),
  filled("", "[[group]]\nid='a'\nneeds=['b','c','d']\n", CHECK),
  filled("", CHECK, ""),
  `${CHECK}${listed(9_000, (it) => `[[group]]\nid='g${it}'\n`)}`,
  `${CHECK}${listed(4_500, (it) => `[[group]]\nid='group${it}'\nneeds=['grouq${it}x']\n`)}`,
  `${CHECK}${listed(8_000, (it) => `[[group]]\nid='group${it}'\n`)}[[group]]\nid='g'\nneeds=[${listed(990, (it) => `'grouq${it}',`)}]\n`,
  filled("id = 'g'\n[metadata]\nx = \"", "\\u0041", `"\n${CHECK}`),
  filled("id = 'g'\n[metadata]\nx = '", "😀", `'\n${CHECK}`),
  filled("[", "a.", "b]"),
  filled("a = ", "[", ""),
  filled("a = ", "{b=", ""),
  filled("#", "x", ""),
  filled("", "[[a]]\n", ""),
  filled("", "\n", "="),
];

for (const text of bombs) {
  const { issues } = loadGoal({ path: "a", bytes: new TextEncoder().encode(`id = "g"\n${text}`) });
  if (issues.length > 101) throw new Error(`expected at most 101 issues, found ${issues.length}`);
}
process.stdout.write(`${bombs.length}\n`);

function listed(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join("");
}

function filled(head: string, piece: string, tail: string): string {
  const count = Math.floor((BYTES - head.length - tail.length) / Buffer.byteLength(piece));
  return `${head}${piece.repeat(count)}${tail}`;
}
