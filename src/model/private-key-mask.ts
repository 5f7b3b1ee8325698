const MARK = /-----(BEGIN|END) [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
/** What a key itself consists of, escaped line breaks of JSON included. */
const BODY = /[\w+/=\s\\]/;
/** A 16,384 bit key is shorter. */
const KEY_LENGTH_MAX = 16_384;

/** Replaces private keys in PEM; of one that was cut in two, the half that is there. */
export function maskPrivateKeys(text: string, mask: string): string {
  let shown = "";
  let at = 0;
  const marks = [...text.matchAll(MARK)];
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.index < at) continue;
    const isBegin = mark[1] === "BEGIN";
    const end = isBegin ? endOf(text, mark, marks[index + 1]) : mark.index + mark[0].length;
    const begin = isBegin ? mark.index : beginOf(text, mark.index, at);
    shown += `${text.slice(at, begin)}${mask}`;
    at = end;
  }
  return shown + text.slice(at);
}

function endOf(text: string, mark: RegExpExecArray, next: RegExpExecArray | undefined): number {
  if (next?.[1] === "END" && next.index - mark.index <= KEY_LENGTH_MAX) {
    return next.index + next[0].length;
  }
  let end = mark.index + mark[0].length;
  const endMax = Math.min(text.length, end + KEY_LENGTH_MAX);
  while (end < endMax && BODY.test(text.charAt(end))) end += 1;
  return end;
}

function beginOf(text: string, end: number, shownTo: number): number {
  const beginMin = Math.max(shownTo, end - KEY_LENGTH_MAX);
  let begin = end;
  while (begin > beginMin && BODY.test(text.charAt(begin - 1))) begin -= 1;
  return begin;
}
