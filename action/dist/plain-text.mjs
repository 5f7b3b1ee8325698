// src/model/plain-text.ts
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001B\u0090\u0098\u009C-\u009F\n]{0,4096}(?:\u0007|\u001B\\|\u009C)|[ -/]*[0-~])|\u009B[0-?]*[ -/]*[@-~]|[\u0090\u0098\u009D-\u009F][^\u0007\u001B\u0090\u0098\u009C-\u009F\n]{0,4096}(?:\u0007|\u001B\\|\u009C)/g;
/** What is left of C0 and C1, and every character that only steers how others are shown. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2065]/gu;
/** Text that can be shown anywhere: no terminal escapes, control, bidi or zero-width characters. */
function toPlainText(text) {
	return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(ESCAPES, "").replaceAll(INVISIBLE, "");
}
/** The same on one line of at most `charactersMax`. */
function toOneLine(text, charactersMax) {
	const line = toPlainText(text).replaceAll(/\s+/g, " ").trim();
	return line.length <= charactersMax ? line : `${line.slice(0, charactersMax - 1).toWellFormed()}…`;
}
/** Keeps head and tail, and says how much stood between them. */
function cutMiddle(text, charactersMax) {
	if (text.length <= charactersMax) return text;
	const half = Math.floor(charactersMax / 2);
	const omitted = text.length - 2 * half;
	return `${text.slice(0, half)}\n… ${omitted} characters left out …\n${text.slice(-half)}`.toWellFormed();
}
export { toOneLine as n, toPlainText as r, cutMiddle as t };
