import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.mjs";
import { d as array, f as boolean, m as int, v as object, x as string } from "./schemas.mjs";
import { t as within } from "./browser-within.mjs";
import { n as RE2JSException, t as RE2JS } from "./build.mjs";
import { r as BrowserBadCheck, t as checkSelectors } from "./browser-check-words.mjs";
import { stripVTControlCharacters } from "node:util";
import { createHash } from "node:crypto";
import path from "node:path";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/adapters/browser-accessibility.ts
const SEVERITIES = [
	"minor",
	"moderate",
	"serious",
	"critical"
];
const SHOWN_MAX = 50;
const Violation = object({
	id: string().max(200),
	impact: string().max(20).nullish(),
	help: string(),
	count: int(),
	targets: array(string()).max(3)
});
const Violations = array(Violation).max(1e3);
/** Runs in the page; frames would each need an axe of their own and are left out, as in the original. */
const RUN = `axe.run(document, { resultTypes: ["violations"], iframes: false }).then((results) =>
  JSON.stringify(results.violations.slice(0, 1000).map((it) => ({
    id: it.id, impact: it.impact, help: it.help.slice(0, 300), count: it.nodes.length,
    targets: it.nodes.slice(0, 3).map((node) => node.target.flat().join(" ").slice(0, 200)),
  }))))`;
/** axe-core finds no more violations of this severity and above than are allowed. */
async function judgeAccessibility(visit, { severity, violationsMax }) {
	const wanted = `at most ${violationsMax} accessibility violations that are ${severity} or worse`;
	const violations = await findViolations(visit);
	if (violations === void 0) return {
		ok: false,
		wanted,
		found: "no answer of axe-core in time"
	};
	const least = SEVERITIES.indexOf(severity);
	const counted = violations.filter(({ impact }) => SEVERITIES.indexOf(impact ?? "minor") >= least);
	return {
		ok: counted.length <= violationsMax,
		wanted,
		found: `${counted.length}${counted.length === 0 ? "" : `: ${counted.map(({ id }) => id).join(", ")}`}`,
		complaints: counted.slice(0, SHOWN_MAX).map(({ id, impact, help, count, targets }) => ({
			rule: id,
			message: `${help} (${impact ?? "minor"}, ${count} elements): ${targets.join(", ")}`
		}))
	};
}
/** In a world of its own: scripts of the page neither see axe nor can put something in its place. */
async function findViolations(visit) {
	const { default: axe } = await import("./axe.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const session = await visit.context.newCDPSession(visit.page);
	const { frameTree } = await session.send("Page.getFrameTree");
	const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
		frameId: frameTree.frame.id,
		worldName: "kazi"
	});
	const expression = `${axe.source};\n${RUN}`;
	const evaluated = await within(visit.timeoutMs, session.send("Runtime.evaluate", {
		expression,
		contextId,
		awaitPromise: true,
		returnByValue: true
	}));
	if (evaluated === void 0) return void 0;
	if (evaluated.exceptionDetails !== void 0) throw new Error(`axe-core failed: ${evaluated.exceptionDetails.text}`);
	const answer = evaluated.result.value;
	return Violations.parse(JSON.parse(typeof answer === "string" ? answer : ""));
}
// src/adapters/browser-trouble.ts
const COUNT_MS_MAX = 1e3;
const LINE_CHARACTERS_MAX = 200;
const MESSAGE_CHARACTERS_MAX = 2e4;
/** What Playwright says of an element that could not be used, in its own words without the noise. */
const TELLING = /resolved to|not visible|not enabled|not stable|not editable|intercepts|outside of/;
/** Says what was there when an operation on an element did not go well. */
async function describeTrouble(page, selector, error) {
	const message = error instanceof Error ? error.message.slice(0, MESSAGE_CHARACTERS_MAX) : "";
	const matches = selector === void 0 ? void 0 : await countMatches(page, selector);
	if (matches === 0) return "no element matches";
	const lines = stripVTControlCharacters(message).split("\n").map((line) => line.replace(/^[\s-]*(?:\d+ × )?/, ""));
	const telling = [...new Set(lines.filter((line) => TELLING.test(line)))].slice(-4);
	const found = (telling.length > 0 ? telling : [(lines[0] ?? "").replace(/^\w+(?:\.\w+)*: /, "")]).map((line) => line.slice(0, LINE_CHARACTERS_MAX)).join("; ");
	return matches !== void 0 && matches > 1 ? `${matches} elements match; ${found}` : found;
}
async function countMatches(page, selector) {
	try {
		return await within(COUNT_MS_MAX, page.locator(selector).count());
	} catch {
		return;
	}
}
// src/adapters/browser-download.ts
const BYTES_MAX = 52428800;
const LOOK_INTERVAL_MS$1 = 50;
/** A file came: by one of the steps, or by the click that the assertion names. */
async function judgeDownload(visit, assertion) {
	const pattern = compile(assertion.filenamePattern);
	const wanted = `a download whose name matches ${assertion.filenamePattern}`;
	const timeoutMs = assertion.timeoutMs ?? visit.timeoutMs;
	const deadlineMs = Date.now() + timeoutMs;
	const trouble = await pullTrigger(visit, assertion.triggerSelector, timeoutMs);
	if (trouble !== void 0) return {
		ok: false,
		wanted,
		found: trouble
	};
	const download = await waitFor(visit, pattern, deadlineMs);
	if (download === void 0) return {
		ok: false,
		wanted,
		found: describeOthers(visit)
	};
	return {
		wanted,
		...await examine(download, deadlineMs)
	};
}
function compile(pattern) {
	try {
		return RE2JS.compile(pattern);
	} catch (error) {
		if (error instanceof RE2JSException) throw new BrowserBadCheck(`filename_pattern: ${error.message}`, { cause: error });
		throw error;
	}
}
async function pullTrigger({ page }, selector, timeout) {
	if (selector === void 0) return void 0;
	try {
		await page.locator(selector).first().click({ timeout });
		return;
	} catch (error) {
		return `"${selector}" could not be clicked: ${await describeTrouble(page, selector, error)}`;
	}
}
async function waitFor({ trail }, pattern, deadlineMs) {
	for (;;) {
		const download = trail.downloads.find((it) => pattern.matcher(it.suggestedFilename()).find());
		if (download !== void 0 || Date.now() > deadlineMs) return download;
		await setTimeout(LOOK_INTERVAL_MS$1);
	}
}
function describeOthers({ trail }) {
	const names = trail.downloads.slice(0, 5).map((it) => it.suggestedFilename().slice(0, 100));
	return names.length === 0 ? "no download" : `only ${names.join(", ")}`;
}
async function examine(download, deadlineMs) {
	const name = download.suggestedFilename().slice(0, 200);
	const file = await within(deadlineMs - Date.now(), fileOf(download));
	if (file === void 0) return {
		ok: false,
		found: `${name}, which did not come to its end`
	};
	if ("trouble" in file) return {
		ok: false,
		found: `${name}, which failed: ${file.trouble}`
	};
	const { size } = await stat(file.path);
	if (size > BYTES_MAX) return {
		ok: false,
		found: `${name}, ${size} bytes: more than the ${BYTES_MAX} that are read`
	};
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file.path)) hash.update(bytesOf(chunk));
	return {
		ok: true,
		found: `${name}, ${size} bytes, sha256 ${hash.digest("hex")}`
	};
}
function bytesOf(chunk) {
	return chunk instanceof Uint8Array ? chunk : /* @__PURE__ */ new Uint8Array();
}
async function fileOf(download) {
	const failure = await download.failure();
	return failure === null ? { path: await download.path() } : { trouble: failure };
}
// src/adapters/browser-settle.ts
const LOOK_INTERVAL_MS = 100;
/** A page that is asked for the last time gets this long to answer. */
const LAST_LOOK_MS = 2e3;
/** Looks until it holds or the time is over; what a page shows a moment later counts, too. */
async function settle(deadlineMs, look) {
	for (;;) {
		const leftMs = deadlineMs - Date.now();
		const seen = await within(Math.max(leftMs, LAST_LOOK_MS), lookSafely(look));
		if (seen === void 0) return {
			ok: false,
			found: "the page does not answer"
		};
		if (seen.ok || Date.now() + LOOK_INTERVAL_MS > deadlineMs) return seen;
		await setTimeout(LOOK_INTERVAL_MS);
	}
}
/** An element may go while it is looked at, and a page may be left. */
async function lookSafely(look) {
	try {
		return await look();
	} catch (error) {
		return {
			ok: false,
			found: ((error instanceof Error ? error.message.split("\n")[0] : "") ?? "").replace(/^\w+(?:\.\w+)*: /, "").slice(0, 200)
		};
	}
}
// src/adapters/browser-form.ts
/** Types what is wrong, looks whether the form says so, types what is right and sends it. */
async function judgeForm(visit, form) {
	const checks = {};
	const trouble = await fill(visit, form.invalid);
	if (trouble !== void 0) return toReport(checks, trouble);
	const { errorSelector, submitSelector } = form;
	if (errorSelector !== void 0) checks.errorShown = await looked(visit, async () => await lookAtError(visit, form));
	if (submitSelector !== void 0) checks.submitDisabledUntilValid = await looked(visit, async () => await lookAtSubmit(visit, submitSelector, false));
	return toReport(checks, await sendValid(visit, form, checks));
}
async function sendValid(visit, form, checks) {
	const { submitSelector } = form;
	const wantsSuccess = form.successSelector !== void 0 || form.successUrl !== void 0;
	const trouble = await fill(visit, form.valid);
	if (trouble !== void 0) return trouble;
	if (submitSelector !== void 0 && form.valid.length > 0 && checks.submitDisabledUntilValid?.ok === true) checks.submitDisabledUntilValid = await looked(visit, async () => await lookAtSubmit(visit, submitSelector, true));
	if (!wantsSuccess) return void 0;
	const unsent = await submit(visit, form);
	checks.submissionPersisted = unsent === void 0 ? await looked(visit, async () => await lookAtSuccess(visit, form)) : {
		ok: false,
		found: unsent
	};
}
async function looked(visit, look) {
	return await settle(Date.now() + visit.timeoutMs, look);
}
async function fill({ page, timeoutMs }, fields) {
	for (const { selector, value } of fields) {
		const field = page.locator(selector).first();
		try {
			await field.fill(value, { timeout: timeoutMs });
			await field.blur({ timeout: timeoutMs });
		} catch (error) {
			return `"${selector}" could not be filled: ${await describeTrouble(page, selector, error)}`;
		}
	}
}
async function lookAtError({ page }, form) {
	const { errorSelector = "", errorText = "" } = form;
	const element = await page.$(errorSelector);
	if (element === null) return {
		ok: false,
		found: `no element matches "${errorSelector}"`
	};
	const text = (await element.textContent() ?? "").trim();
	const isVisible = await element.isVisible();
	const found = `"${errorSelector}" is ${isVisible ? "visible" : "hidden"} with "${text.slice(0, 200)}"`;
	return {
		ok: isVisible && text.includes(errorText),
		found
	};
}
async function lookAtSubmit({ page }, selector, wantsEnabled) {
	const element = await page.$(selector);
	if (element === null) return {
		ok: false,
		found: `no element matches "${selector}"`
	};
	const isEnabled = await element.isEnabled();
	const found = `"${selector}" is ${isEnabled ? "enabled" : "disabled"} with ${wantsEnabled ? "valid" : "invalid"} input`;
	return {
		ok: isEnabled === wantsEnabled,
		found
	};
}
async function submit(visit, form) {
	const { page, timeoutMs: timeout } = visit;
	const selector = form.submitSelector ?? [...form.invalid, ...form.valid].at(-1)?.selector;
	if (selector === void 0) return "nothing to send it with: no submit_selector and no field";
	const element = page.locator(selector).first();
	try {
		if (form.submitSelector === void 0) await element.press("Enter", { timeout });
		else await element.click({ timeout });
		return;
	} catch (error) {
		return `"${selector}" did not send it: ${await describeTrouble(page, selector, error)}`;
	}
}
async function lookAtSuccess({ page }, form) {
	const { successSelector, successUrl } = form;
	if (successUrl !== void 0 && !page.url().includes(successUrl)) return {
		ok: false,
		found: `the address is ${page.url().slice(0, 300)}`
	};
	if (successSelector === void 0) return {
		ok: true,
		found: "sent"
	};
	const isVisible = await (await page.$(successSelector))?.isVisible() ?? false;
	return {
		ok: isVisible,
		found: `"${successSelector}" is ${isVisible ? "" : "not "}visible`
	};
}
function toReport(checks, trouble) {
	const asked = [
		["error_shown", checks.errorShown],
		["submit_disabled_until_valid", checks.submitDisabledUntilValid],
		["submission_persisted", checks.submissionPersisted]
	].flatMap(([rule, look]) => look === void 0 ? [] : [{
		rule,
		look
	}]);
	const complaints = asked.filter(({ look }) => !look.ok).map(({ rule, look }) => ({
		rule,
		message: `${rule}: ${look.found}`
	}));
	const found = [
		...asked.map(({ rule, look }) => `${rule}=${look.ok}`),
		...trouble === void 0 ? [] : [trouble],
		...complaints.map(({ message }) => message)
	];
	return {
		ok: trouble === void 0 && asked.length > 0 && complaints.length === 0,
		wanted: "the form to refuse what is wrong and to take what is right",
		found: found.length === 0 ? "nothing that could be checked" : found.join("; "),
		complaints
	};
}
// node_modules/pixelmatch/index.js
/**
* Compare two equally sized images, pixel by pixel.
*
* @param {Uint8Array | Uint8ClampedArray} img1 First image data.
* @param {Uint8Array | Uint8ClampedArray} img2 Second image data.
* @param {Uint8Array | Uint8ClampedArray | null | undefined} output Image data to write the diff to, if provided.
* @param {number} width Input images width.
* @param {number} height Input images height.
*
* @param {Object} [options]
* @param {number} [options.threshold=0.1] Matching threshold (0 to 1), the maximum OKLab HyAB distance (1 is black vs white) for pixels to be considered equal; smaller is more sensitive.
* @param {boolean} [options.includeAA=false] Whether to count anti-aliased pixels as differences instead of detecting and ignoring them.
* @param {number} [options.alpha=0.1] Opacity of original image in diff output.
* @param {[number, number, number]} [options.aaColor=[255, 255, 0]] Color of anti-aliased pixels in diff output.
* @param {[number, number, number]} [options.diffColor=[255, 0, 0]] Color of different pixels in diff output.
* @param {[number, number, number]} [options.diffColorAlt=options.diffColor] Color of differing pixels that are darker in img2 than in img1, to distinguish "added" from "removed" parts.
* @param {boolean} [options.diffMask=false] Draw the diff over a transparent background (a mask).
* @param {boolean} [options.checkerboard=true] Whether to blend semi-transparent pixels against a checkerboard pattern (true) or plain white (false) when comparing.
* @param {number} [options.windowSize=Infinity] If finite, return the maximum number of diff pixels found in any N×N sliding window instead of the total diff count.
* @param {Uint8Array | Uint8ClampedArray} [options.ignoreMask] One byte per pixel (width × height); pixels with a non-zero value are skipped from comparison.
*
* @return {number} The number of mismatched pixels (or the maximum per-window count if windowSize is finite).
*/
function pixelmatch(img1, img2, output, width, height, options = {}) {
	const { threshold = .1, alpha = .1, aaColor = [
		255,
		255,
		0
	], diffColor = [
		255,
		0,
		0
	], checkerboard = true, windowSize = 1e400, includeAA, diffColorAlt, diffMask, ignoreMask } = options;
	if (!isPixelData(img1) || !isPixelData(img2) || output && !isPixelData(output) || ignoreMask && !isPixelData(ignoreMask)) throw new Error("Image data: Uint8Array, Uint8ClampedArray or Buffer expected.");
	if (img1.length !== img2.length || output && output.length !== img1.length) throw new Error(`Image sizes do not match. Image 1 size: ${img1.length}, image 2 size: ${img2.length}`);
	const len = width * height;
	if (img1.length !== len * 4) throw new Error(`Image data size does not match width/height. Expecting ${len * 4}. Got ${img1.length}`);
	if (ignoreMask && ignoreMask.length !== len) throw new Error(`Ignore mask size does not match image width/height. Expecting ${len}. Got ${ignoreMask.length}`);
	const a32 = new Uint32Array(img1.buffer, img1.byteOffset, len);
	const b32 = new Uint32Array(img2.buffer, img2.byteOffset, len);
	let identical = true;
	for (let i = 0; i < len; i++) if (a32[i] !== b32[i] && (!ignoreMask || !ignoreMask[i])) {
		identical = false;
		break;
	}
	if (identical) {
		if (output && !diffMask) for (let i = 0, pos = 0; i < len; i++, pos += 4) drawGrayPixel(output, pos, img1, alpha);
		return 0;
	}
	const [aaR, aaG, aaB] = aaColor;
	const [diffR, diffG, diffB] = diffColor;
	const [altR, altG, altB] = diffColorAlt || diffColor;
	let diff = 0;
	const mask = Number.isFinite(windowSize) ? new Uint8Array(len) : null;
	let firstDiffY = -1;
	let lastDiffY = 0;
	for (let i = 0, pos = 0; i < len; i++, pos += 4) {
		const delta = a32[i] === b32[i] || ignoreMask && ignoreMask[i] ? 0 : colorDelta(img1, img2, pos, checkerboard, threshold);
		if (delta) {
			const x = i % width;
			const y = i / width | 0;
			if (!includeAA && (antialiased(img1, x, y, width, height, a32, b32) || antialiased(img2, x, y, width, height, b32, a32))) {
				if (output && !diffMask) drawPixel(output, pos, aaR, aaG, aaB);
				if (mask) mask[i] = 2;
			} else {
				if (output) {
					if (delta < 0) drawPixel(output, pos, altR, altG, altB);
					else drawPixel(output, pos, diffR, diffG, diffB);
				}
				if (mask) {
					mask[i] = 1;
					if (firstDiffY < 0) firstDiffY = y;
					lastDiffY = y;
				}
				diff++;
			}
		} else if (output && !diffMask) drawGrayPixel(output, pos, img1, alpha);
	}
	if (!mask || !diff) return diff;
	const n = Math.min(Math.max(Math.floor(windowSize), 1), width, height);
	const colSum = new Uint16Array(width);
	let maxCount = 0;
	let bandTotal = 0;
	const yEnd = Math.min(height - 1, lastDiffY + n - 1);
	for (let y = firstDiffY; y <= yEnd; y++) {
		const rowStart = y * width;
		const leaving = y - n;
		if (leaving >= 0) {
			const leavingStart = leaving * width;
			for (let x = 0; x < width; x++) {
				const d = (mask[rowStart + x] & 1) - (mask[leavingStart + x] & 1);
				colSum[x] += d;
				bandTotal += d;
			}
		} else {
			for (let x = 0; x < width; x++) {
				const e = mask[rowStart + x] & 1;
				colSum[x] += e;
				bandTotal += e;
			}
			if (y < n - 1) continue;
		}
		if (bandTotal <= maxCount) continue;
		let windowSum = 0;
		for (let x = 0; x < n - 1; x++) windowSum += colSum[x];
		for (let x = n - 1; x < width; x++) {
			windowSum += colSum[x];
			if (windowSum > maxCount) maxCount = windowSum;
			windowSum -= colSum[x - n + 1];
		}
	}
	return maxCount;
}
/** @param {Uint8Array | Uint8ClampedArray} arr */
function isPixelData(arr) {
	return ArrayBuffer.isView(arr) && arr.BYTES_PER_ELEMENT === 1;
}
/**
* Check if a pixel is likely a part of anti-aliasing;
* based on "Anti-aliased Pixel and Intensity Slope Detector" paper by V. Vysniauskas, 2009
* @param {Uint8Array | Uint8ClampedArray} img
* @param {number} x1
* @param {number} y1
* @param {number} width
* @param {number} height
* @param {Uint32Array} a32
* @param {Uint32Array} b32
*/
function antialiased(img, x1, y1, width, height, a32, b32) {
	const x0 = x1 > 0 ? x1 - 1 : 0;
	const y0 = y1 > 0 ? y1 - 1 : 0;
	const x2 = x1 < width - 1 ? x1 + 1 : width - 1;
	const y2 = y1 < height - 1 ? y1 + 1 : height - 1;
	const pos4 = (y1 * width + x1) * 4;
	const cr = img[pos4];
	const cg = img[pos4 + 1];
	const cb = img[pos4 + 2];
	const ca = img[pos4 + 3];
	let zeroes = x1 === x0 || x1 === x2 || y1 === y0 || y1 === y2 ? 1 : 0;
	let min = 0;
	let max = 0;
	let minX = 0;
	let minY = 0;
	let maxX = 0;
	let maxY = 0;
	const rowStep = width * 4;
	for (let x = x0; x <= x2; x++) {
		let m = (y0 * width + x) * 4;
		for (let y = y0; y <= y2; y++, m += rowStep) {
			if (x === x1 && y === y1) continue;
			const delta = brightnessDelta(img, m, cr, cg, cb, ca);
			if (delta === 0) {
				zeroes++;
				if (zeroes > 2) return false;
			} else if (delta < min) {
				min = delta;
				minX = x;
				minY = y;
			} else if (delta > max) {
				max = delta;
				maxX = x;
				maxY = y;
			}
		}
	}
	if (min === 0 || max === 0) return false;
	return hasManySiblings(a32, minX, minY, width, height) && hasManySiblings(b32, minX, minY, width, height) || hasManySiblings(a32, maxX, maxY, width, height) && hasManySiblings(b32, maxX, maxY, width, height);
}
/**
* Check if a pixel has 3+ adjacent pixels of the same color.
* @param {Uint32Array} img
* @param {number} x1
* @param {number} y1
* @param {number} width
* @param {number} height
*/
function hasManySiblings(img, x1, y1, width, height) {
	const pos1 = y1 * width + x1;
	const val = img[pos1];
	if (x1 > 0 && x1 < width - 1 && y1 > 0 && y1 < height - 1) return +(val === img[pos1 - width - 1]) + +(val === img[pos1 - 1]) + +(val === img[pos1 + width - 1]) + +(val === img[pos1 - width]) + +(val === img[pos1 + width]) + +(val === img[pos1 - width + 1]) + +(val === img[pos1 + 1]) + +(val === img[pos1 + width + 1]) > 2;
	const x0 = x1 > 0 ? x1 - 1 : 0;
	const y0 = y1 > 0 ? y1 - 1 : 0;
	const x2 = x1 < width - 1 ? x1 + 1 : width - 1;
	const y2 = y1 < height - 1 ? y1 + 1 : height - 1;
	let zeroes = x1 === x0 || x1 === x2 || y1 === y0 || y1 === y2 ? 1 : 0;
	for (let x = x0; x <= x2; x++) {
		let pos = y0 * width + x;
		for (let y = y0; y <= y2; y++, pos += width) {
			if (x === x1 && y === y1) continue;
			zeroes += +(val === img[pos]);
			if (zeroes > 2) return true;
		}
	}
	return false;
}
const LIN = /* @__PURE__ */ new Float64Array(257);
for (let i = 0; i < 256; i++) {
	const c = i / 255;
	LIN[i] = c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
}
LIN[256] = LIN[255];
const L_R = /* @__PURE__ */ new Float64Array(256);
const L_G = /* @__PURE__ */ new Float64Array(256);
const L_B = /* @__PURE__ */ new Float64Array(256);
const M_R = /* @__PURE__ */ new Float64Array(256);
const M_G = /* @__PURE__ */ new Float64Array(256);
const M_B = /* @__PURE__ */ new Float64Array(256);
const S_R = /* @__PURE__ */ new Float64Array(256);
const S_G = /* @__PURE__ */ new Float64Array(256);
const S_B = /* @__PURE__ */ new Float64Array(256);
for (let i = 0; i < 256; i++) {
	const lr = LIN[i];
	L_R[i] = .4122214708 * lr;
	M_R[i] = .2119034982 * lr;
	S_R[i] = .0883024619 * lr;
	L_G[i] = .5363325363 * lr;
	M_G[i] = .6806995451 * lr;
	S_G[i] = .2817188376 * lr;
	L_B[i] = .0514459929 * lr;
	M_B[i] = .1073969566 * lr;
	S_B[i] = .6299787005 * lr;
}
/** @param {number} x */
function linLUT(x) {
	const i = x | 0;
	return LIN[i] + (LIN[i + 1] - LIN[i]) * (x - i);
}
const CBRT_N = 4096;
const CBRT = /* @__PURE__ */ new Float64Array(4098);
for (let i = 0; i <= 4097; i++) CBRT[i] = Math.cbrt(i / CBRT_N);
const CBRT_EXACT = 8;
/** @param {number} x */
function cbrtLUT(x) {
	const t = x * CBRT_N;
	const i = t | 0;
	if (i < CBRT_EXACT) return Math.cbrt(x);
	return CBRT[i] + (CBRT[i + 1] - CBRT[i]) * (t - i);
}
const OKLAB_CACHE_SHIFT = 20;
const OKLAB_CACHE_SIZE = 4096;
const OKLAB_CACHE_KEYS = new Uint32Array(OKLAB_CACHE_SIZE);
const OKLAB_CACHE_VALUES = new Float64Array(OKLAB_CACHE_SIZE * 4);
const TOE_K1 = .206;
const TOE_K2 = .03;
const TOE_K3 = 1.206 / 1.03;
/**
* Calculate the perceptual color difference between two pixels using the OKLab color space
* (Björn Ottosson, 2020, https://bottosson.github.io/posts/oklab/) with the HyAB metric
* (|ΔLr| + √(Δa² + Δb²); Abasi et al. 2019), which tracks large color differences well.
* The Lr lightness is Ottosson's toe-corrected OKLab lightness, which avoids over-expanding
* near-black image/display differences while preserving the black-white 0..1 scale.
* Caller guarantees the two pixels differ, so the early-zero check is omitted.
*
* The HyAB sqrt is avoided by folding the threshold test in: the distance stays below `maxDelta`
* iff |ΔLr| <= maxDelta and Δa² + Δb² <= (maxDelta − |ΔLr|)². The return value is only used
* for the threshold comparison and the brighter/darker sign, so it's just 0 / ±1.
*
* @param {Uint8Array | Uint8ClampedArray} img1
* @param {Uint8Array | Uint8ClampedArray} img2
* @param {number} k pixel offset (same in both images)
* @param {boolean} checkerboard
* @param {number} maxDelta maximum acceptable HyAB distance
* @return {number} 0 if below the threshold, otherwise ±1 (negative if the img2 pixel is darker)
*/
function colorDelta(img1, img2, k, checkerboard, maxDelta) {
	const r1 = img1[k];
	const g1 = img1[k + 1];
	const b1 = img1[k + 2];
	const a1 = img1[k + 3];
	const r2 = img2[k];
	const g2 = img2[k + 1];
	const b2 = img2[k + 2];
	const a2 = img2[k + 3];
	if (a1 === 255 && a2 === 255) return colorDeltaOpaque(r1, g1, b1, r2, g2, b2, maxDelta);
	return colorDeltaTransparent(r1, g1, b1, a1, r2, g2, b2, a2, k, checkerboard, maxDelta);
}
/**
* @param {number} r1
* @param {number} g1
* @param {number} b1
* @param {number} r2
* @param {number} g2
* @param {number} b2
* @param {number} maxDelta
*/
function colorDeltaOpaque(r1, g1, b1, r2, g2, b2, maxDelta) {
	const key1 = r1 << 16 | g1 << 8 | b1;
	const slot1 = Math.imul(key1, 2654435761) >>> OKLAB_CACHE_SHIFT;
	const stored1 = key1 + 1;
	const offset1 = slot1 * 4;
	let l1, m1, s1, lr1;
	if (OKLAB_CACHE_KEYS[slot1] === stored1) {
		l1 = OKLAB_CACHE_VALUES[offset1];
		m1 = OKLAB_CACHE_VALUES[offset1 + 1];
		s1 = OKLAB_CACHE_VALUES[offset1 + 2];
		lr1 = OKLAB_CACHE_VALUES[offset1 + 3];
	} else {
		l1 = cbrtLUT(L_R[r1] + L_G[g1] + L_B[b1]);
		m1 = cbrtLUT(M_R[r1] + M_G[g1] + M_B[b1]);
		s1 = cbrtLUT(S_R[r1] + S_G[g1] + S_B[b1]);
		lr1 = lightness(l1, m1, s1);
		OKLAB_CACHE_KEYS[slot1] = stored1;
		OKLAB_CACHE_VALUES[offset1] = l1;
		OKLAB_CACHE_VALUES[offset1 + 1] = m1;
		OKLAB_CACHE_VALUES[offset1 + 2] = s1;
		OKLAB_CACHE_VALUES[offset1 + 3] = lr1;
	}
	const key2 = r2 << 16 | g2 << 8 | b2;
	const slot2 = Math.imul(key2, 2654435761) >>> OKLAB_CACHE_SHIFT;
	const stored2 = key2 + 1;
	const offset2 = slot2 * 4;
	let l2, m2, s2, lr2;
	if (OKLAB_CACHE_KEYS[slot2] === stored2) {
		l2 = OKLAB_CACHE_VALUES[offset2];
		m2 = OKLAB_CACHE_VALUES[offset2 + 1];
		s2 = OKLAB_CACHE_VALUES[offset2 + 2];
		lr2 = OKLAB_CACHE_VALUES[offset2 + 3];
	} else {
		l2 = cbrtLUT(L_R[r2] + L_G[g2] + L_B[b2]);
		m2 = cbrtLUT(M_R[r2] + M_G[g2] + M_B[b2]);
		s2 = cbrtLUT(S_R[r2] + S_G[g2] + S_B[b2]);
		lr2 = lightness(l2, m2, s2);
		OKLAB_CACHE_KEYS[slot2] = stored2;
		OKLAB_CACHE_VALUES[offset2] = l2;
		OKLAB_CACHE_VALUES[offset2 + 1] = m2;
		OKLAB_CACHE_VALUES[offset2 + 2] = s2;
		OKLAB_CACHE_VALUES[offset2 + 3] = lr2;
	}
	return oklabHyabDelta(lr1 - lr2, l1 - l2, m1 - m2, s1 - s2, maxDelta);
}
/**
* @param {number} r1
* @param {number} g1
* @param {number} b1
* @param {number} a1
* @param {number} r2
* @param {number} g2
* @param {number} b2
* @param {number} a2
* @param {number} k
* @param {boolean} checkerboard
* @param {number} maxDelta
*/
function colorDeltaTransparent(r1, g1, b1, a1, r2, g2, b2, a2, k, checkerboard, maxDelta) {
	let rb = 255, gb = 255, bb = 255;
	if (checkerboard) {
		const h = Math.imul(k >> 2, 2654435761);
		rb = 48 + 159 * (h >>> 31);
		gb = 48 + 159 * (h >>> 30 & 1);
		bb = 48 + 159 * (h >>> 29 & 1);
	}
	r1 = (r1 * a1 + rb * (255 - a1)) / 255;
	g1 = (g1 * a1 + gb * (255 - a1)) / 255;
	b1 = (b1 * a1 + bb * (255 - a1)) / 255;
	r2 = (r2 * a2 + rb * (255 - a2)) / 255;
	g2 = (g2 * a2 + gb * (255 - a2)) / 255;
	b2 = (b2 * a2 + bb * (255 - a2)) / 255;
	const lr1 = linLUT(r1), lg1 = linLUT(g1), lb1 = linLUT(b1);
	const lr2 = linLUT(r2), lg2 = linLUT(g2), lb2 = linLUT(b2);
	const l1 = cbrtLUT(.4122214708 * lr1 + .5363325363 * lg1 + .0514459929 * lb1);
	const m1 = cbrtLUT(.2119034982 * lr1 + .6806995451 * lg1 + .1073969566 * lb1);
	const s1 = cbrtLUT(.0883024619 * lr1 + .2817188376 * lg1 + .6299787005 * lb1);
	const l2 = cbrtLUT(.4122214708 * lr2 + .5363325363 * lg2 + .0514459929 * lb2);
	const m2 = cbrtLUT(.2119034982 * lr2 + .6806995451 * lg2 + .1073969566 * lb2);
	const s2 = cbrtLUT(.0883024619 * lr2 + .2817188376 * lg2 + .6299787005 * lb2);
	return oklabHyabDelta(lightness(l1, m1, s1) - lightness(l2, m2, s2), l1 - l2, m1 - m2, s1 - s2, maxDelta);
}
/**
* @param {number} dLr
* @param {number} dl
* @param {number} dm
* @param {number} ds
* @param {number} maxDelta
*/
function oklabHyabDelta(dLr, dl, dm, ds, maxDelta) {
	const rest = maxDelta - Math.abs(dLr);
	if (rest >= 0) {
		const da = 1.9779984951 * dl - 2.428592205 * dm + .4505937099 * ds;
		const db = .0259040371 * dl + .7827717662 * dm - .808675766 * ds;
		if (da * da + db * db <= rest * rest) return 0;
	}
	return dLr > 0 ? -1 : 1;
}
/**
* Toe-corrected OKLab lightness (Lr) from cube-rooted LMS values.
* @param {number} l
* @param {number} m
* @param {number} s
*/
function lightness(l, m, s) {
	const L = .2104542553 * l + .793617785 * m - .0040720468 * s;
	const x = TOE_K3 * L - TOE_K1;
	return .5 * (x + Math.sqrt(x * x + 4 * TOE_K2 * TOE_K3 * L));
}
/**
* Specialized brightness-only color delta for the anti-aliasing detector,
* with the center pixel's RGBA hoisted out of the neighbor loop.
*
* Intentionally stays on gamma-space Rec.601 luma rather than OKLab ΔL used by `colorDelta`:
* the detector only needs a cheap, monotonic scalar to find the intensity ramp direction
* (darkest/brightest neighbor), and switching to ΔL both regressed AA detection on dark regions
* and was much slower (called up to 16× per candidate pixel).
*
* Semi-transparent pixels are composited over fixed white rather than the checkerboard
* used by `colorDelta`: a ramp structure test needs a deterministic background, and a
* pseudo-random per-position one distorts the very ramps it looks for. White (rather than
* mid-gray) matches the pre-checkerboard blending that some callers depend on. When the composited
* luma delta cancels out exactly but alpha differs, the alpha delta gives the ramp direction,
* so only pixels equal in both premultiplied luma and alpha count as equal siblings.
* @param {Uint8Array | Uint8ClampedArray} img
* @param {number} m neighbor pixel offset
* @param {number} r1
* @param {number} g1
* @param {number} b1
* @param {number} a1
*/
function brightnessDelta(img, m, r1, g1, b1, a1) {
	const r2 = img[m];
	const g2 = img[m + 1];
	const b2 = img[m + 2];
	const a2 = img[m + 3];
	let dr = r1 - r2;
	let dg = g1 - g2;
	let db = b1 - b2;
	const da = a1 - a2;
	if (!dr && !dg && !db && !da) return 0;
	if (a1 < 255 || a2 < 255) {
		dr = (r1 * a1 - r2 * a2 - 255 * da) / 255;
		dg = (g1 * a1 - g2 * a2 - 255 * da) / 255;
		db = (b1 * a1 - b2 * a2 - 255 * da) / 255;
		const d = dr * .29889531 + dg * .58662247 + db * .11448223;
		return d === 0 && da ? da / 2 : d;
	}
	return dr * .29889531 + dg * .58662247 + db * .11448223;
}
/**
* @param {Uint8Array | Uint8ClampedArray} output
* @param {number} pos
* @param {number} r
* @param {number} g
* @param {number} b
*/
function drawPixel(output, pos, r, g, b) {
	output[pos] = r;
	output[pos + 1] = g;
	output[pos + 2] = b;
	output[pos + 3] = 255;
}
/**
* @param {Uint8Array | Uint8ClampedArray} output
* @param {number} i
* @param {Uint8Array | Uint8ClampedArray} img
* @param {number} alpha
*/
function drawGrayPixel(output, i, img, alpha) {
	const val = 255 + (img[i] * .29889531 + img[i + 1] * .58662247 + img[i + 2] * .11448223 - 255) * alpha * img[i + 3] / 255;
	drawPixel(output, i, val, val, val);
}
// node_modules/pngjs/lib/chunkstream.js
var require_chunkstream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let util = __require("util");
	let Stream = __require("stream");
	let ChunkStream = module.exports = function() {
		Stream.call(this);
		this._buffers = [];
		this._buffered = 0;
		this._reads = [];
		this._paused = false;
		this._encoding = "utf8";
		this.writable = true;
	};
	util.inherits(ChunkStream, Stream);
	ChunkStream.prototype.read = function(length, callback) {
		this._reads.push({
			length: Math.abs(length),
			allowLess: length < 0,
			func: callback
		});
		process.nextTick(function() {
			this._process();
			if (this._paused && this._reads && this._reads.length > 0) {
				this._paused = false;
				this.emit("drain");
			}
		}.bind(this));
	};
	ChunkStream.prototype.write = function(data, encoding) {
		if (!this.writable) {
			this.emit("error", /* @__PURE__ */ new Error("Stream not writable"));
			return false;
		}
		let dataBuffer;
		if (Buffer.isBuffer(data)) dataBuffer = data;
		else dataBuffer = Buffer.from(data, encoding || this._encoding);
		this._buffers.push(dataBuffer);
		this._buffered += dataBuffer.length;
		this._process();
		if (this._reads && this._reads.length === 0) this._paused = true;
		return this.writable && !this._paused;
	};
	ChunkStream.prototype.end = function(data, encoding) {
		if (data) this.write(data, encoding);
		this.writable = false;
		if (!this._buffers) return;
		if (this._buffers.length === 0) this._end();
		else {
			this._buffers.push(null);
			this._process();
		}
	};
	ChunkStream.prototype.destroySoon = ChunkStream.prototype.end;
	ChunkStream.prototype._end = function() {
		if (this._reads.length > 0) this.emit("error", /* @__PURE__ */ new Error("Unexpected end of input"));
		this.destroy();
	};
	ChunkStream.prototype.destroy = function() {
		if (!this._buffers) return;
		this.writable = false;
		this._reads = null;
		this._buffers = null;
		this.emit("close");
	};
	ChunkStream.prototype._processReadAllowingLess = function(read) {
		this._reads.shift();
		let smallerBuf = this._buffers[0];
		if (smallerBuf.length > read.length) {
			this._buffered -= read.length;
			this._buffers[0] = smallerBuf.slice(read.length);
			read.func.call(this, smallerBuf.slice(0, read.length));
		} else {
			this._buffered -= smallerBuf.length;
			this._buffers.shift();
			read.func.call(this, smallerBuf);
		}
	};
	ChunkStream.prototype._processRead = function(read) {
		this._reads.shift();
		let pos = 0;
		let count = 0;
		let data = Buffer.alloc(read.length);
		while (pos < read.length) {
			let buf = this._buffers[count++];
			let len = Math.min(buf.length, read.length - pos);
			buf.copy(data, pos, 0, len);
			pos += len;
			if (len !== buf.length) this._buffers[--count] = buf.slice(len);
		}
		if (count > 0) this._buffers.splice(0, count);
		this._buffered -= read.length;
		read.func.call(this, data);
	};
	ChunkStream.prototype._process = function() {
		try {
			while (this._buffered > 0 && this._reads && this._reads.length > 0) {
				let read = this._reads[0];
				if (read.allowLess) this._processReadAllowingLess(read);
				else if (this._buffered >= read.length) this._processRead(read);
				else break;
			}
			if (this._buffers && !this.writable) this._end();
		} catch (ex) {
			this.emit("error", ex);
		}
	};
}));
// node_modules/pngjs/lib/interlace.js
var require_interlace = /* @__PURE__ */ __commonJSMin(((exports) => {
	let imagePasses = [
		{
			x: [0],
			y: [0]
		},
		{
			x: [4],
			y: [0]
		},
		{
			x: [0, 4],
			y: [4]
		},
		{
			x: [2, 6],
			y: [0, 4]
		},
		{
			x: [
				0,
				2,
				4,
				6
			],
			y: [2, 6]
		},
		{
			x: [
				1,
				3,
				5,
				7
			],
			y: [
				0,
				2,
				4,
				6
			]
		},
		{
			x: [
				0,
				1,
				2,
				3,
				4,
				5,
				6,
				7
			],
			y: [
				1,
				3,
				5,
				7
			]
		}
	];
	exports.getImagePasses = function(width, height) {
		let images = [];
		let xLeftOver = width % 8;
		let yLeftOver = height % 8;
		let xRepeats = (width - xLeftOver) / 8;
		let yRepeats = (height - yLeftOver) / 8;
		for (let i = 0; i < imagePasses.length; i++) {
			let pass = imagePasses[i];
			let passWidth = xRepeats * pass.x.length;
			let passHeight = yRepeats * pass.y.length;
			for (let j = 0; j < pass.x.length; j++) if (pass.x[j] < xLeftOver) passWidth++;
			else break;
			for (let j = 0; j < pass.y.length; j++) if (pass.y[j] < yLeftOver) passHeight++;
			else break;
			if (passWidth > 0 && passHeight > 0) images.push({
				width: passWidth,
				height: passHeight,
				index: i
			});
		}
		return images;
	};
	exports.getInterlaceIterator = function(width) {
		return function(x, y, pass) {
			let outerXLeftOver = x % imagePasses[pass].x.length;
			let outerX = (x - outerXLeftOver) / imagePasses[pass].x.length * 8 + imagePasses[pass].x[outerXLeftOver];
			let outerYLeftOver = y % imagePasses[pass].y.length;
			let outerY = (y - outerYLeftOver) / imagePasses[pass].y.length * 8 + imagePasses[pass].y[outerYLeftOver];
			return outerX * 4 + outerY * width * 4;
		};
	};
}));
// node_modules/pngjs/lib/paeth-predictor.js
var require_paeth_predictor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function paethPredictor(left, above, upLeft) {
		let paeth = left + above - upLeft;
		let pLeft = Math.abs(paeth - left);
		let pAbove = Math.abs(paeth - above);
		let pUpLeft = Math.abs(paeth - upLeft);
		if (pLeft <= pAbove && pLeft <= pUpLeft) return left;
		if (pAbove <= pUpLeft) return above;
		return upLeft;
	};
}));
// node_modules/pngjs/lib/filter-parse.js
var require_filter_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let interlaceUtils = require_interlace();
	let paethPredictor = require_paeth_predictor();
	function getByteWidth(width, bpp, depth) {
		let byteWidth = width * bpp;
		if (depth !== 8) byteWidth = Math.ceil(byteWidth / (8 / depth));
		return byteWidth;
	}
	let Filter = module.exports = function(bitmapInfo, dependencies) {
		let width = bitmapInfo.width;
		let height = bitmapInfo.height;
		let interlace = bitmapInfo.interlace;
		let bpp = bitmapInfo.bpp;
		let depth = bitmapInfo.depth;
		this.read = dependencies.read;
		this.write = dependencies.write;
		this.complete = dependencies.complete;
		this._imageIndex = 0;
		this._images = [];
		if (interlace) {
			let passes = interlaceUtils.getImagePasses(width, height);
			for (let i = 0; i < passes.length; i++) this._images.push({
				byteWidth: getByteWidth(passes[i].width, bpp, depth),
				height: passes[i].height,
				lineIndex: 0
			});
		} else this._images.push({
			byteWidth: getByteWidth(width, bpp, depth),
			height,
			lineIndex: 0
		});
		if (depth === 8) this._xComparison = bpp;
		else if (depth === 16) this._xComparison = bpp * 2;
		else this._xComparison = 1;
	};
	Filter.prototype.start = function() {
		this.read(this._images[this._imageIndex].byteWidth + 1, this._reverseFilterLine.bind(this));
	};
	Filter.prototype._unFilterType1 = function(rawData, unfilteredLine, byteWidth) {
		let xComparison = this._xComparison;
		let xBiggerThan = xComparison - 1;
		for (let x = 0; x < byteWidth; x++) {
			let rawByte = rawData[1 + x];
			let f1Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
			unfilteredLine[x] = rawByte + f1Left;
		}
	};
	Filter.prototype._unFilterType2 = function(rawData, unfilteredLine, byteWidth) {
		let lastLine = this._lastLine;
		for (let x = 0; x < byteWidth; x++) {
			let rawByte = rawData[1 + x];
			let f2Up = lastLine ? lastLine[x] : 0;
			unfilteredLine[x] = rawByte + f2Up;
		}
	};
	Filter.prototype._unFilterType3 = function(rawData, unfilteredLine, byteWidth) {
		let xComparison = this._xComparison;
		let xBiggerThan = xComparison - 1;
		let lastLine = this._lastLine;
		for (let x = 0; x < byteWidth; x++) {
			let rawByte = rawData[1 + x];
			let f3Up = lastLine ? lastLine[x] : 0;
			let f3Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
			let f3Add = Math.floor((f3Left + f3Up) / 2);
			unfilteredLine[x] = rawByte + f3Add;
		}
	};
	Filter.prototype._unFilterType4 = function(rawData, unfilteredLine, byteWidth) {
		let xComparison = this._xComparison;
		let xBiggerThan = xComparison - 1;
		let lastLine = this._lastLine;
		for (let x = 0; x < byteWidth; x++) {
			let rawByte = rawData[1 + x];
			let f4Up = lastLine ? lastLine[x] : 0;
			let f4Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
			let f4UpLeft = x > xBiggerThan && lastLine ? lastLine[x - xComparison] : 0;
			let f4Add = paethPredictor(f4Left, f4Up, f4UpLeft);
			unfilteredLine[x] = rawByte + f4Add;
		}
	};
	Filter.prototype._reverseFilterLine = function(rawData) {
		let filter = rawData[0];
		let unfilteredLine;
		let currentImage = this._images[this._imageIndex];
		let byteWidth = currentImage.byteWidth;
		if (filter === 0) unfilteredLine = rawData.slice(1, byteWidth + 1);
		else {
			unfilteredLine = Buffer.alloc(byteWidth);
			switch (filter) {
				case 1:
					this._unFilterType1(rawData, unfilteredLine, byteWidth);
					break;
				case 2:
					this._unFilterType2(rawData, unfilteredLine, byteWidth);
					break;
				case 3:
					this._unFilterType3(rawData, unfilteredLine, byteWidth);
					break;
				case 4:
					this._unFilterType4(rawData, unfilteredLine, byteWidth);
					break;
				default: throw new Error("Unrecognised filter type - " + filter);
			}
		}
		this.write(unfilteredLine);
		currentImage.lineIndex++;
		if (currentImage.lineIndex >= currentImage.height) {
			this._lastLine = null;
			this._imageIndex++;
			currentImage = this._images[this._imageIndex];
		} else this._lastLine = unfilteredLine;
		if (currentImage) this.read(currentImage.byteWidth + 1, this._reverseFilterLine.bind(this));
		else {
			this._lastLine = null;
			this.complete();
		}
	};
}));
// node_modules/pngjs/lib/filter-parse-async.js
var require_filter_parse_async = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let util = __require("util");
	let ChunkStream = require_chunkstream();
	let Filter = require_filter_parse();
	let FilterAsync = module.exports = function(bitmapInfo) {
		ChunkStream.call(this);
		let buffers = [];
		let that = this;
		this._filter = new Filter(bitmapInfo, {
			read: this.read.bind(this),
			write: function(buffer) {
				buffers.push(buffer);
			},
			complete: function() {
				that.emit("complete", Buffer.concat(buffers));
			}
		});
		this._filter.start();
	};
	util.inherits(FilterAsync, ChunkStream);
}));
// node_modules/pngjs/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		PNG_SIGNATURE: [
			137,
			80,
			78,
			71,
			13,
			10,
			26,
			10
		],
		TYPE_IHDR: 1229472850,
		TYPE_IEND: 1229278788,
		TYPE_IDAT: 1229209940,
		TYPE_PLTE: 1347179589,
		TYPE_tRNS: 1951551059,
		TYPE_gAMA: 1732332865,
		COLORTYPE_GRAYSCALE: 0,
		COLORTYPE_PALETTE: 1,
		COLORTYPE_COLOR: 2,
		COLORTYPE_ALPHA: 4,
		COLORTYPE_PALETTE_COLOR: 3,
		COLORTYPE_COLOR_ALPHA: 6,
		COLORTYPE_TO_BPP_MAP: {
			0: 1,
			2: 3,
			3: 1,
			4: 2,
			6: 4
		},
		GAMMA_DIVISION: 1e5
	};
}));
// node_modules/pngjs/lib/crc.js
var require_crc = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let crcTable = [];
	(function() {
		for (let i = 0; i < 256; i++) {
			let currentCrc = i;
			for (let j = 0; j < 8; j++) if (currentCrc & 1) currentCrc = 3988292384 ^ currentCrc >>> 1;
			else currentCrc = currentCrc >>> 1;
			crcTable[i] = currentCrc;
		}
	})();
	let CrcCalculator = module.exports = function() {
		this._crc = -1;
	};
	CrcCalculator.prototype.write = function(data) {
		for (let i = 0; i < data.length; i++) this._crc = crcTable[(this._crc ^ data[i]) & 255] ^ this._crc >>> 8;
		return true;
	};
	CrcCalculator.prototype.crc32 = function() {
		return this._crc ^ -1;
	};
	CrcCalculator.crc32 = function(buf) {
		let crc = -1;
		for (let i = 0; i < buf.length; i++) crc = crcTable[(crc ^ buf[i]) & 255] ^ crc >>> 8;
		return crc ^ -1;
	};
}));
// node_modules/pngjs/lib/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let constants = require_constants();
	let CrcCalculator = require_crc();
	let Parser = module.exports = function(options, dependencies) {
		this._options = options;
		options.checkCRC = options.checkCRC !== false;
		this._hasIHDR = false;
		this._hasIEND = false;
		this._emittedHeadersFinished = false;
		this._palette = [];
		this._colorType = 0;
		this._chunks = {};
		this._chunks[constants.TYPE_IHDR] = this._handleIHDR.bind(this);
		this._chunks[constants.TYPE_IEND] = this._handleIEND.bind(this);
		this._chunks[constants.TYPE_IDAT] = this._handleIDAT.bind(this);
		this._chunks[constants.TYPE_PLTE] = this._handlePLTE.bind(this);
		this._chunks[constants.TYPE_tRNS] = this._handleTRNS.bind(this);
		this._chunks[constants.TYPE_gAMA] = this._handleGAMA.bind(this);
		this.read = dependencies.read;
		this.error = dependencies.error;
		this.metadata = dependencies.metadata;
		this.gamma = dependencies.gamma;
		this.transColor = dependencies.transColor;
		this.palette = dependencies.palette;
		this.parsed = dependencies.parsed;
		this.inflateData = dependencies.inflateData;
		this.finished = dependencies.finished;
		this.simpleTransparency = dependencies.simpleTransparency;
		this.headersFinished = dependencies.headersFinished || function() {};
	};
	Parser.prototype.start = function() {
		this.read(constants.PNG_SIGNATURE.length, this._parseSignature.bind(this));
	};
	Parser.prototype._parseSignature = function(data) {
		let signature = constants.PNG_SIGNATURE;
		for (let i = 0; i < signature.length; i++) if (data[i] !== signature[i]) {
			this.error(/* @__PURE__ */ new Error("Invalid file signature"));
			return;
		}
		this.read(8, this._parseChunkBegin.bind(this));
	};
	Parser.prototype._parseChunkBegin = function(data) {
		let length = data.readUInt32BE(0);
		let type = data.readUInt32BE(4);
		let name = "";
		for (let i = 4; i < 8; i++) name += String.fromCharCode(data[i]);
		let ancillary = Boolean(data[4] & 32);
		if (!this._hasIHDR && type !== constants.TYPE_IHDR) {
			this.error(/* @__PURE__ */ new Error("Expected IHDR on beggining"));
			return;
		}
		this._crc = new CrcCalculator();
		this._crc.write(Buffer.from(name));
		if (this._chunks[type]) return this._chunks[type](length);
		if (!ancillary) {
			this.error(/* @__PURE__ */ new Error("Unsupported critical chunk type " + name));
			return;
		}
		this.read(length + 4, this._skipChunk.bind(this));
	};
	Parser.prototype._skipChunk = function() {
		this.read(8, this._parseChunkBegin.bind(this));
	};
	Parser.prototype._handleChunkEnd = function() {
		this.read(4, this._parseChunkEnd.bind(this));
	};
	Parser.prototype._parseChunkEnd = function(data) {
		let fileCrc = data.readInt32BE(0);
		let calcCrc = this._crc.crc32();
		if (this._options.checkCRC && calcCrc !== fileCrc) {
			this.error(/* @__PURE__ */ new Error("Crc error - " + fileCrc + " - " + calcCrc));
			return;
		}
		if (!this._hasIEND) this.read(8, this._parseChunkBegin.bind(this));
	};
	Parser.prototype._handleIHDR = function(length) {
		this.read(length, this._parseIHDR.bind(this));
	};
	Parser.prototype._parseIHDR = function(data) {
		this._crc.write(data);
		let width = data.readUInt32BE(0);
		let height = data.readUInt32BE(4);
		let depth = data[8];
		let colorType = data[9];
		let compr = data[10];
		let filter = data[11];
		let interlace = data[12];
		if (depth !== 8 && depth !== 4 && depth !== 2 && depth !== 1 && depth !== 16) {
			this.error(/* @__PURE__ */ new Error("Unsupported bit depth " + depth));
			return;
		}
		if (!(colorType in constants.COLORTYPE_TO_BPP_MAP)) {
			this.error(/* @__PURE__ */ new Error("Unsupported color type"));
			return;
		}
		if (compr !== 0) {
			this.error(/* @__PURE__ */ new Error("Unsupported compression method"));
			return;
		}
		if (filter !== 0) {
			this.error(/* @__PURE__ */ new Error("Unsupported filter method"));
			return;
		}
		if (interlace !== 0 && interlace !== 1) {
			this.error(/* @__PURE__ */ new Error("Unsupported interlace method"));
			return;
		}
		this._colorType = colorType;
		let bpp = constants.COLORTYPE_TO_BPP_MAP[this._colorType];
		this._hasIHDR = true;
		this.metadata({
			width,
			height,
			depth,
			interlace: Boolean(interlace),
			palette: Boolean(colorType & constants.COLORTYPE_PALETTE),
			color: Boolean(colorType & constants.COLORTYPE_COLOR),
			alpha: Boolean(colorType & constants.COLORTYPE_ALPHA),
			bpp,
			colorType
		});
		this._handleChunkEnd();
	};
	Parser.prototype._handlePLTE = function(length) {
		this.read(length, this._parsePLTE.bind(this));
	};
	Parser.prototype._parsePLTE = function(data) {
		this._crc.write(data);
		let entries = Math.floor(data.length / 3);
		for (let i = 0; i < entries; i++) this._palette.push([
			data[i * 3],
			data[i * 3 + 1],
			data[i * 3 + 2],
			255
		]);
		this.palette(this._palette);
		this._handleChunkEnd();
	};
	Parser.prototype._handleTRNS = function(length) {
		this.simpleTransparency();
		this.read(length, this._parseTRNS.bind(this));
	};
	Parser.prototype._parseTRNS = function(data) {
		this._crc.write(data);
		if (this._colorType === constants.COLORTYPE_PALETTE_COLOR) {
			if (this._palette.length === 0) {
				this.error(/* @__PURE__ */ new Error("Transparency chunk must be after palette"));
				return;
			}
			if (data.length > this._palette.length) {
				this.error(/* @__PURE__ */ new Error("More transparent colors than palette size"));
				return;
			}
			for (let i = 0; i < data.length; i++) this._palette[i][3] = data[i];
			this.palette(this._palette);
		}
		if (this._colorType === constants.COLORTYPE_GRAYSCALE) this.transColor([data.readUInt16BE(0)]);
		if (this._colorType === constants.COLORTYPE_COLOR) this.transColor([
			data.readUInt16BE(0),
			data.readUInt16BE(2),
			data.readUInt16BE(4)
		]);
		this._handleChunkEnd();
	};
	Parser.prototype._handleGAMA = function(length) {
		this.read(length, this._parseGAMA.bind(this));
	};
	Parser.prototype._parseGAMA = function(data) {
		this._crc.write(data);
		this.gamma(data.readUInt32BE(0) / constants.GAMMA_DIVISION);
		this._handleChunkEnd();
	};
	Parser.prototype._handleIDAT = function(length) {
		if (!this._emittedHeadersFinished) {
			this._emittedHeadersFinished = true;
			this.headersFinished();
		}
		this.read(-length, this._parseIDAT.bind(this, length));
	};
	Parser.prototype._parseIDAT = function(length, data) {
		this._crc.write(data);
		if (this._colorType === constants.COLORTYPE_PALETTE_COLOR && this._palette.length === 0) throw new Error("Expected palette not found");
		this.inflateData(data);
		let leftOverLength = length - data.length;
		if (leftOverLength > 0) this._handleIDAT(leftOverLength);
		else this._handleChunkEnd();
	};
	Parser.prototype._handleIEND = function(length) {
		this.read(length, this._parseIEND.bind(this));
	};
	Parser.prototype._parseIEND = function(data) {
		this._crc.write(data);
		this._hasIEND = true;
		this._handleChunkEnd();
		if (this.finished) this.finished();
	};
}));
// node_modules/pngjs/lib/bitmapper.js
var require_bitmapper = /* @__PURE__ */ __commonJSMin(((exports) => {
	let interlaceUtils = require_interlace();
	let pixelBppMapper = [
		function() {},
		function(pxData, data, pxPos, rawPos) {
			if (rawPos === data.length) throw new Error("Ran out of data");
			let pixel = data[rawPos];
			pxData[pxPos] = pixel;
			pxData[pxPos + 1] = pixel;
			pxData[pxPos + 2] = pixel;
			pxData[pxPos + 3] = 255;
		},
		function(pxData, data, pxPos, rawPos) {
			if (rawPos + 1 >= data.length) throw new Error("Ran out of data");
			let pixel = data[rawPos];
			pxData[pxPos] = pixel;
			pxData[pxPos + 1] = pixel;
			pxData[pxPos + 2] = pixel;
			pxData[pxPos + 3] = data[rawPos + 1];
		},
		function(pxData, data, pxPos, rawPos) {
			if (rawPos + 2 >= data.length) throw new Error("Ran out of data");
			pxData[pxPos] = data[rawPos];
			pxData[pxPos + 1] = data[rawPos + 1];
			pxData[pxPos + 2] = data[rawPos + 2];
			pxData[pxPos + 3] = 255;
		},
		function(pxData, data, pxPos, rawPos) {
			if (rawPos + 3 >= data.length) throw new Error("Ran out of data");
			pxData[pxPos] = data[rawPos];
			pxData[pxPos + 1] = data[rawPos + 1];
			pxData[pxPos + 2] = data[rawPos + 2];
			pxData[pxPos + 3] = data[rawPos + 3];
		}
	];
	let pixelBppCustomMapper = [
		function() {},
		function(pxData, pixelData, pxPos, maxBit) {
			let pixel = pixelData[0];
			pxData[pxPos] = pixel;
			pxData[pxPos + 1] = pixel;
			pxData[pxPos + 2] = pixel;
			pxData[pxPos + 3] = maxBit;
		},
		function(pxData, pixelData, pxPos) {
			let pixel = pixelData[0];
			pxData[pxPos] = pixel;
			pxData[pxPos + 1] = pixel;
			pxData[pxPos + 2] = pixel;
			pxData[pxPos + 3] = pixelData[1];
		},
		function(pxData, pixelData, pxPos, maxBit) {
			pxData[pxPos] = pixelData[0];
			pxData[pxPos + 1] = pixelData[1];
			pxData[pxPos + 2] = pixelData[2];
			pxData[pxPos + 3] = maxBit;
		},
		function(pxData, pixelData, pxPos) {
			pxData[pxPos] = pixelData[0];
			pxData[pxPos + 1] = pixelData[1];
			pxData[pxPos + 2] = pixelData[2];
			pxData[pxPos + 3] = pixelData[3];
		}
	];
	function bitRetriever(data, depth) {
		let leftOver = [];
		let i = 0;
		function split() {
			if (i === data.length) throw new Error("Ran out of data");
			let byte = data[i];
			i++;
			let byte8, byte7, byte6, byte5, byte4, byte3, byte2, byte1;
			switch (depth) {
				default: throw new Error("unrecognised depth");
				case 16:
					byte2 = data[i];
					i++;
					leftOver.push((byte << 8) + byte2);
					break;
				case 4:
					byte2 = byte & 15;
					byte1 = byte >> 4;
					leftOver.push(byte1, byte2);
					break;
				case 2:
					byte4 = byte & 3;
					byte3 = byte >> 2 & 3;
					byte2 = byte >> 4 & 3;
					byte1 = byte >> 6 & 3;
					leftOver.push(byte1, byte2, byte3, byte4);
					break;
				case 1:
					byte8 = byte & 1;
					byte7 = byte >> 1 & 1;
					byte6 = byte >> 2 & 1;
					byte5 = byte >> 3 & 1;
					byte4 = byte >> 4 & 1;
					byte3 = byte >> 5 & 1;
					byte2 = byte >> 6 & 1;
					byte1 = byte >> 7 & 1;
					leftOver.push(byte1, byte2, byte3, byte4, byte5, byte6, byte7, byte8);
			}
		}
		return {
			get: function(count) {
				while (leftOver.length < count) split();
				let returner = leftOver.slice(0, count);
				leftOver = leftOver.slice(count);
				return returner;
			},
			resetAfterLine: function() {
				leftOver.length = 0;
			},
			end: function() {
				if (i !== data.length) throw new Error("extra data found");
			}
		};
	}
	function mapImage8Bit(image, pxData, getPxPos, bpp, data, rawPos) {
		let imageWidth = image.width;
		let imageHeight = image.height;
		let imagePass = image.index;
		for (let y = 0; y < imageHeight; y++) for (let x = 0; x < imageWidth; x++) {
			let pxPos = getPxPos(x, y, imagePass);
			pixelBppMapper[bpp](pxData, data, pxPos, rawPos);
			rawPos += bpp;
		}
		return rawPos;
	}
	function mapImageCustomBit(image, pxData, getPxPos, bpp, bits, maxBit) {
		let imageWidth = image.width;
		let imageHeight = image.height;
		let imagePass = image.index;
		for (let y = 0; y < imageHeight; y++) {
			for (let x = 0; x < imageWidth; x++) {
				let pixelData = bits.get(bpp);
				let pxPos = getPxPos(x, y, imagePass);
				pixelBppCustomMapper[bpp](pxData, pixelData, pxPos, maxBit);
			}
			bits.resetAfterLine();
		}
	}
	exports.dataToBitMap = function(data, bitmapInfo) {
		let width = bitmapInfo.width;
		let height = bitmapInfo.height;
		let depth = bitmapInfo.depth;
		let bpp = bitmapInfo.bpp;
		let interlace = bitmapInfo.interlace;
		let bits;
		if (depth !== 8) bits = bitRetriever(data, depth);
		let pxData;
		if (depth <= 8) pxData = Buffer.alloc(width * height * 4);
		else pxData = new Uint16Array(width * height * 4);
		let maxBit = Math.pow(2, depth) - 1;
		let rawPos = 0;
		let images;
		let getPxPos;
		if (interlace) {
			images = interlaceUtils.getImagePasses(width, height);
			getPxPos = interlaceUtils.getInterlaceIterator(width, height);
		} else {
			let nonInterlacedPxPos = 0;
			getPxPos = function() {
				let returner = nonInterlacedPxPos;
				nonInterlacedPxPos += 4;
				return returner;
			};
			images = [{
				width,
				height
			}];
		}
		for (let imageIndex = 0; imageIndex < images.length; imageIndex++) if (depth === 8) rawPos = mapImage8Bit(images[imageIndex], pxData, getPxPos, bpp, data, rawPos);
		else mapImageCustomBit(images[imageIndex], pxData, getPxPos, bpp, bits, maxBit);
		if (depth === 8) {
			if (rawPos !== data.length) throw new Error("extra data found");
		} else bits.end();
		return pxData;
	};
}));
// node_modules/pngjs/lib/format-normaliser.js
var require_format_normaliser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function dePalette(indata, outdata, width, height, palette) {
		let pxPos = 0;
		for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
			let color = palette[indata[pxPos]];
			if (!color) throw new Error("index " + indata[pxPos] + " not in palette");
			for (let i = 0; i < 4; i++) outdata[pxPos + i] = color[i];
			pxPos += 4;
		}
	}
	function replaceTransparentColor(indata, outdata, width, height, transColor) {
		let pxPos = 0;
		for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
			let makeTrans = false;
			if (transColor.length === 1) {
				if (transColor[0] === indata[pxPos]) makeTrans = true;
			} else if (transColor[0] === indata[pxPos] && transColor[1] === indata[pxPos + 1] && transColor[2] === indata[pxPos + 2]) makeTrans = true;
			if (makeTrans) for (let i = 0; i < 4; i++) outdata[pxPos + i] = 0;
			pxPos += 4;
		}
	}
	function scaleDepth(indata, outdata, width, height, depth) {
		let maxOutSample = 255;
		let maxInSample = Math.pow(2, depth) - 1;
		let pxPos = 0;
		for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
			for (let i = 0; i < 4; i++) outdata[pxPos + i] = Math.floor(indata[pxPos + i] * maxOutSample / maxInSample + .5);
			pxPos += 4;
		}
	}
	module.exports = function(indata, imageData, skipRescale = false) {
		let depth = imageData.depth;
		let width = imageData.width;
		let height = imageData.height;
		let colorType = imageData.colorType;
		let transColor = imageData.transColor;
		let palette = imageData.palette;
		let outdata = indata;
		if (colorType === 3) dePalette(indata, outdata, width, height, palette);
		else {
			if (transColor) replaceTransparentColor(indata, outdata, width, height, transColor);
			if (depth !== 8 && !skipRescale) {
				if (depth === 16) outdata = Buffer.alloc(width * height * 4);
				scaleDepth(indata, outdata, width, height, depth);
			}
		}
		return outdata;
	};
}));
// node_modules/pngjs/lib/parser-async.js
var require_parser_async = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let util = __require("util");
	let zlib = __require("zlib");
	let ChunkStream = require_chunkstream();
	let FilterAsync = require_filter_parse_async();
	let Parser = require_parser();
	let bitmapper = require_bitmapper();
	let formatNormaliser = require_format_normaliser();
	let ParserAsync = module.exports = function(options) {
		ChunkStream.call(this);
		this._parser = new Parser(options, {
			read: this.read.bind(this),
			error: this._handleError.bind(this),
			metadata: this._handleMetaData.bind(this),
			gamma: this.emit.bind(this, "gamma"),
			palette: this._handlePalette.bind(this),
			transColor: this._handleTransColor.bind(this),
			finished: this._finished.bind(this),
			inflateData: this._inflateData.bind(this),
			simpleTransparency: this._simpleTransparency.bind(this),
			headersFinished: this._headersFinished.bind(this)
		});
		this._options = options;
		this.writable = true;
		this._parser.start();
	};
	util.inherits(ParserAsync, ChunkStream);
	ParserAsync.prototype._handleError = function(err) {
		this.emit("error", err);
		this.writable = false;
		this.destroy();
		if (this._inflate && this._inflate.destroy) this._inflate.destroy();
		if (this._filter) {
			this._filter.destroy();
			this._filter.on("error", function() {});
		}
		this.errord = true;
	};
	ParserAsync.prototype._inflateData = function(data) {
		if (!this._inflate) {
			if (this._bitmapInfo.interlace) {
				this._inflate = zlib.createInflate();
				this._inflate.on("error", this.emit.bind(this, "error"));
				this._filter.on("complete", this._complete.bind(this));
				this._inflate.pipe(this._filter);
			} else {
				let imageSize = ((this._bitmapInfo.width * this._bitmapInfo.bpp * this._bitmapInfo.depth + 7 >> 3) + 1) * this._bitmapInfo.height;
				let chunkSize = Math.max(imageSize, zlib.Z_MIN_CHUNK);
				this._inflate = zlib.createInflate({ chunkSize });
				let leftToInflate = imageSize;
				let emitError = this.emit.bind(this, "error");
				this._inflate.on("error", function(err) {
					if (!leftToInflate) return;
					emitError(err);
				});
				this._filter.on("complete", this._complete.bind(this));
				let filterWrite = this._filter.write.bind(this._filter);
				this._inflate.on("data", function(chunk) {
					if (!leftToInflate) return;
					if (chunk.length > leftToInflate) chunk = chunk.slice(0, leftToInflate);
					leftToInflate -= chunk.length;
					filterWrite(chunk);
				});
				this._inflate.on("end", this._filter.end.bind(this._filter));
			}
		}
		this._inflate.write(data);
	};
	ParserAsync.prototype._handleMetaData = function(metaData) {
		this._metaData = metaData;
		this._bitmapInfo = Object.create(metaData);
		this._filter = new FilterAsync(this._bitmapInfo);
	};
	ParserAsync.prototype._handleTransColor = function(transColor) {
		this._bitmapInfo.transColor = transColor;
	};
	ParserAsync.prototype._handlePalette = function(palette) {
		this._bitmapInfo.palette = palette;
	};
	ParserAsync.prototype._simpleTransparency = function() {
		this._metaData.alpha = true;
	};
	ParserAsync.prototype._headersFinished = function() {
		this.emit("metadata", this._metaData);
	};
	ParserAsync.prototype._finished = function() {
		if (this.errord) return;
		if (!this._inflate) this.emit("error", "No Inflate block");
		else this._inflate.end();
	};
	ParserAsync.prototype._complete = function(filteredData) {
		if (this.errord) return;
		let normalisedBitmapData;
		try {
			let bitmapData = bitmapper.dataToBitMap(filteredData, this._bitmapInfo);
			normalisedBitmapData = formatNormaliser(bitmapData, this._bitmapInfo, this._options.skipRescale);
			bitmapData = null;
		} catch (ex) {
			this._handleError(ex);
			return;
		}
		this.emit("parsed", normalisedBitmapData);
	};
}));
// node_modules/pngjs/lib/bitpacker.js
var require_bitpacker = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let constants = require_constants();
	module.exports = function(dataIn, width, height, options) {
		let outHasAlpha = [constants.COLORTYPE_COLOR_ALPHA, constants.COLORTYPE_ALPHA].indexOf(options.colorType) !== -1;
		if (options.colorType === options.inputColorType) {
			let bigEndian = (function() {
				let buffer = /* @__PURE__ */ new ArrayBuffer(2);
				new DataView(buffer).setInt16(0, 256, true);
				return new Int16Array(buffer)[0] !== 256;
			})();
			if (options.bitDepth === 8 || options.bitDepth === 16 && bigEndian) return dataIn;
		}
		let data = options.bitDepth !== 16 ? dataIn : new Uint16Array(dataIn.buffer);
		let maxValue = 255;
		let inBpp = constants.COLORTYPE_TO_BPP_MAP[options.inputColorType];
		if (inBpp === 4 && !options.inputHasAlpha) inBpp = 3;
		let outBpp = constants.COLORTYPE_TO_BPP_MAP[options.colorType];
		if (options.bitDepth === 16) {
			maxValue = 65535;
			outBpp *= 2;
		}
		let outData = Buffer.alloc(width * height * outBpp);
		let inIndex = 0;
		let outIndex = 0;
		let bgColor = options.bgColor || {};
		if (bgColor.red === void 0) bgColor.red = maxValue;
		if (bgColor.green === void 0) bgColor.green = maxValue;
		if (bgColor.blue === void 0) bgColor.blue = maxValue;
		function getRGBA() {
			let red;
			let green;
			let blue;
			let alpha = maxValue;
			switch (options.inputColorType) {
				case constants.COLORTYPE_COLOR_ALPHA:
					alpha = data[inIndex + 3];
					red = data[inIndex];
					green = data[inIndex + 1];
					blue = data[inIndex + 2];
					break;
				case constants.COLORTYPE_COLOR:
					red = data[inIndex];
					green = data[inIndex + 1];
					blue = data[inIndex + 2];
					break;
				case constants.COLORTYPE_ALPHA:
					alpha = data[inIndex + 1];
					red = data[inIndex];
					green = red;
					blue = red;
					break;
				case constants.COLORTYPE_GRAYSCALE:
					red = data[inIndex];
					green = red;
					blue = red;
					break;
				default: throw new Error("input color type:" + options.inputColorType + " is not supported at present");
			}
			if (options.inputHasAlpha) {
				if (!outHasAlpha) {
					alpha /= maxValue;
					red = Math.min(Math.max(Math.round((1 - alpha) * bgColor.red + alpha * red), 0), maxValue);
					green = Math.min(Math.max(Math.round((1 - alpha) * bgColor.green + alpha * green), 0), maxValue);
					blue = Math.min(Math.max(Math.round((1 - alpha) * bgColor.blue + alpha * blue), 0), maxValue);
				}
			}
			return {
				red,
				green,
				blue,
				alpha
			};
		}
		for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
			let rgba = getRGBA(data, inIndex);
			switch (options.colorType) {
				case constants.COLORTYPE_COLOR_ALPHA:
				case constants.COLORTYPE_COLOR:
					if (options.bitDepth === 8) {
						outData[outIndex] = rgba.red;
						outData[outIndex + 1] = rgba.green;
						outData[outIndex + 2] = rgba.blue;
						if (outHasAlpha) outData[outIndex + 3] = rgba.alpha;
					} else {
						outData.writeUInt16BE(rgba.red, outIndex);
						outData.writeUInt16BE(rgba.green, outIndex + 2);
						outData.writeUInt16BE(rgba.blue, outIndex + 4);
						if (outHasAlpha) outData.writeUInt16BE(rgba.alpha, outIndex + 6);
					}
					break;
				case constants.COLORTYPE_ALPHA:
				case constants.COLORTYPE_GRAYSCALE: {
					let grayscale = (rgba.red + rgba.green + rgba.blue) / 3;
					if (options.bitDepth === 8) {
						outData[outIndex] = grayscale;
						if (outHasAlpha) outData[outIndex + 1] = rgba.alpha;
					} else {
						outData.writeUInt16BE(grayscale, outIndex);
						if (outHasAlpha) outData.writeUInt16BE(rgba.alpha, outIndex + 2);
					}
					break;
				}
				default: throw new Error("unrecognised color Type " + options.colorType);
			}
			inIndex += inBpp;
			outIndex += outBpp;
		}
		return outData;
	};
}));
// node_modules/pngjs/lib/filter-pack.js
var require_filter_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let paethPredictor = require_paeth_predictor();
	function filterNone(pxData, pxPos, byteWidth, rawData, rawPos) {
		for (let x = 0; x < byteWidth; x++) rawData[rawPos + x] = pxData[pxPos + x];
	}
	function filterSumNone(pxData, pxPos, byteWidth) {
		let sum = 0;
		let length = pxPos + byteWidth;
		for (let i = pxPos; i < length; i++) sum += Math.abs(pxData[i]);
		return sum;
	}
	function filterSub(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let val = pxData[pxPos + x] - left;
			rawData[rawPos + x] = val;
		}
	}
	function filterSumSub(pxData, pxPos, byteWidth, bpp) {
		let sum = 0;
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let val = pxData[pxPos + x] - left;
			sum += Math.abs(val);
		}
		return sum;
	}
	function filterUp(pxData, pxPos, byteWidth, rawData, rawPos) {
		for (let x = 0; x < byteWidth; x++) {
			let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
			let val = pxData[pxPos + x] - up;
			rawData[rawPos + x] = val;
		}
	}
	function filterSumUp(pxData, pxPos, byteWidth) {
		let sum = 0;
		let length = pxPos + byteWidth;
		for (let x = pxPos; x < length; x++) {
			let up = pxPos > 0 ? pxData[x - byteWidth] : 0;
			let val = pxData[x] - up;
			sum += Math.abs(val);
		}
		return sum;
	}
	function filterAvg(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
			let val = pxData[pxPos + x] - (left + up >> 1);
			rawData[rawPos + x] = val;
		}
	}
	function filterSumAvg(pxData, pxPos, byteWidth, bpp) {
		let sum = 0;
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
			let val = pxData[pxPos + x] - (left + up >> 1);
			sum += Math.abs(val);
		}
		return sum;
	}
	function filterPaeth(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
			let upleft = pxPos > 0 && x >= bpp ? pxData[pxPos + x - (byteWidth + bpp)] : 0;
			let val = pxData[pxPos + x] - paethPredictor(left, up, upleft);
			rawData[rawPos + x] = val;
		}
	}
	function filterSumPaeth(pxData, pxPos, byteWidth, bpp) {
		let sum = 0;
		for (let x = 0; x < byteWidth; x++) {
			let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
			let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
			let upleft = pxPos > 0 && x >= bpp ? pxData[pxPos + x - (byteWidth + bpp)] : 0;
			let val = pxData[pxPos + x] - paethPredictor(left, up, upleft);
			sum += Math.abs(val);
		}
		return sum;
	}
	let filters = {
		0: filterNone,
		1: filterSub,
		2: filterUp,
		3: filterAvg,
		4: filterPaeth
	};
	let filterSums = {
		0: filterSumNone,
		1: filterSumSub,
		2: filterSumUp,
		3: filterSumAvg,
		4: filterSumPaeth
	};
	module.exports = function(pxData, width, height, options, bpp) {
		let filterTypes;
		if (!("filterType" in options) || options.filterType === -1) filterTypes = [
			0,
			1,
			2,
			3,
			4
		];
		else if (typeof options.filterType === "number") filterTypes = [options.filterType];
		else throw new Error("unrecognised filter types");
		if (options.bitDepth === 16) bpp *= 2;
		let byteWidth = width * bpp;
		let rawPos = 0;
		let pxPos = 0;
		let rawData = Buffer.alloc((byteWidth + 1) * height);
		let sel = filterTypes[0];
		for (let y = 0; y < height; y++) {
			if (filterTypes.length > 1) {
				let min = 1e400;
				for (let i = 0; i < filterTypes.length; i++) {
					let sum = filterSums[filterTypes[i]](pxData, pxPos, byteWidth, bpp);
					if (sum < min) {
						sel = filterTypes[i];
						min = sum;
					}
				}
			}
			rawData[rawPos] = sel;
			rawPos++;
			filters[sel](pxData, pxPos, byteWidth, rawData, rawPos, bpp);
			rawPos += byteWidth;
			pxPos += byteWidth;
		}
		return rawData;
	};
}));
// node_modules/pngjs/lib/packer.js
var require_packer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let constants = require_constants();
	let CrcStream = require_crc();
	let bitPacker = require_bitpacker();
	let filter = require_filter_pack();
	let zlib = __require("zlib");
	let Packer = module.exports = function(options) {
		this._options = options;
		options.deflateChunkSize = options.deflateChunkSize || 32768;
		options.deflateLevel = options.deflateLevel != null ? options.deflateLevel : 9;
		options.deflateStrategy = options.deflateStrategy != null ? options.deflateStrategy : 3;
		options.inputHasAlpha = options.inputHasAlpha != null ? options.inputHasAlpha : true;
		options.deflateFactory = options.deflateFactory || zlib.createDeflate;
		options.bitDepth = options.bitDepth || 8;
		options.colorType = typeof options.colorType === "number" ? options.colorType : constants.COLORTYPE_COLOR_ALPHA;
		options.inputColorType = typeof options.inputColorType === "number" ? options.inputColorType : constants.COLORTYPE_COLOR_ALPHA;
		if ([
			constants.COLORTYPE_GRAYSCALE,
			constants.COLORTYPE_COLOR,
			constants.COLORTYPE_COLOR_ALPHA,
			constants.COLORTYPE_ALPHA
		].indexOf(options.colorType) === -1) throw new Error("option color type:" + options.colorType + " is not supported at present");
		if ([
			constants.COLORTYPE_GRAYSCALE,
			constants.COLORTYPE_COLOR,
			constants.COLORTYPE_COLOR_ALPHA,
			constants.COLORTYPE_ALPHA
		].indexOf(options.inputColorType) === -1) throw new Error("option input color type:" + options.inputColorType + " is not supported at present");
		if (options.bitDepth !== 8 && options.bitDepth !== 16) throw new Error("option bit depth:" + options.bitDepth + " is not supported at present");
	};
	Packer.prototype.getDeflateOptions = function() {
		return {
			chunkSize: this._options.deflateChunkSize,
			level: this._options.deflateLevel,
			strategy: this._options.deflateStrategy
		};
	};
	Packer.prototype.createDeflate = function() {
		return this._options.deflateFactory(this.getDeflateOptions());
	};
	Packer.prototype.filterData = function(data, width, height) {
		let packedData = bitPacker(data, width, height, this._options);
		let bpp = constants.COLORTYPE_TO_BPP_MAP[this._options.colorType];
		return filter(packedData, width, height, this._options, bpp);
	};
	Packer.prototype._packChunk = function(type, data) {
		let len = data ? data.length : 0;
		let buf = Buffer.alloc(len + 12);
		buf.writeUInt32BE(len, 0);
		buf.writeUInt32BE(type, 4);
		if (data) data.copy(buf, 8);
		buf.writeInt32BE(CrcStream.crc32(buf.slice(4, buf.length - 4)), buf.length - 4);
		return buf;
	};
	Packer.prototype.packGAMA = function(gamma) {
		let buf = Buffer.alloc(4);
		buf.writeUInt32BE(Math.floor(gamma * constants.GAMMA_DIVISION), 0);
		return this._packChunk(constants.TYPE_gAMA, buf);
	};
	Packer.prototype.packIHDR = function(width, height) {
		let buf = Buffer.alloc(13);
		buf.writeUInt32BE(width, 0);
		buf.writeUInt32BE(height, 4);
		buf[8] = this._options.bitDepth;
		buf[9] = this._options.colorType;
		buf[10] = 0;
		buf[11] = 0;
		buf[12] = 0;
		return this._packChunk(constants.TYPE_IHDR, buf);
	};
	Packer.prototype.packIDAT = function(data) {
		return this._packChunk(constants.TYPE_IDAT, data);
	};
	Packer.prototype.packIEND = function() {
		return this._packChunk(constants.TYPE_IEND, null);
	};
}));
// node_modules/pngjs/lib/packer-async.js
var require_packer_async = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let util = __require("util");
	let Stream = __require("stream");
	let constants = require_constants();
	let Packer = require_packer();
	let PackerAsync = module.exports = function(opt) {
		Stream.call(this);
		let options = opt || {};
		this._packer = new Packer(options);
		this._deflate = this._packer.createDeflate();
		this.readable = true;
	};
	util.inherits(PackerAsync, Stream);
	PackerAsync.prototype.pack = function(data, width, height, gamma) {
		this.emit("data", Buffer.from(constants.PNG_SIGNATURE));
		this.emit("data", this._packer.packIHDR(width, height));
		if (gamma) this.emit("data", this._packer.packGAMA(gamma));
		let filteredData = this._packer.filterData(data, width, height);
		this._deflate.on("error", this.emit.bind(this, "error"));
		this._deflate.on("data", function(compressedData) {
			this.emit("data", this._packer.packIDAT(compressedData));
		}.bind(this));
		this._deflate.on("end", function() {
			this.emit("data", this._packer.packIEND());
			this.emit("end");
		}.bind(this));
		this._deflate.end(filteredData);
	};
}));
// node_modules/pngjs/lib/sync-inflate.js
var require_sync_inflate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let assert = __require("assert").ok;
	let zlib = __require("zlib");
	let util = __require("util");
	let kMaxLength = __require("buffer").kMaxLength;
	function Inflate(opts) {
		if (!(this instanceof Inflate)) return new Inflate(opts);
		if (opts && opts.chunkSize < zlib.Z_MIN_CHUNK) opts.chunkSize = zlib.Z_MIN_CHUNK;
		zlib.Inflate.call(this, opts);
		this._offset = this._offset === void 0 ? this._outOffset : this._offset;
		this._buffer = this._buffer || this._outBuffer;
		if (opts && opts.maxLength != null) this._maxLength = opts.maxLength;
	}
	function createInflate(opts) {
		return new Inflate(opts);
	}
	function _close(engine, callback) {
		if (callback) process.nextTick(callback);
		if (!engine._handle) return;
		engine._handle.close();
		engine._handle = null;
	}
	Inflate.prototype._processChunk = function(chunk, flushFlag, asyncCb) {
		if (typeof asyncCb === "function") return zlib.Inflate._processChunk.call(this, chunk, flushFlag, asyncCb);
		let self = this;
		let availInBefore = chunk && chunk.length;
		let availOutBefore = this._chunkSize - this._offset;
		let leftToInflate = this._maxLength;
		let inOff = 0;
		let buffers = [];
		let nread = 0;
		let error;
		this.on("error", function(err) {
			error = err;
		});
		function handleChunk(availInAfter, availOutAfter) {
			if (self._hadError) return;
			let have = availOutBefore - availOutAfter;
			assert(have >= 0, "have should not go down");
			if (have > 0) {
				let out = self._buffer.slice(self._offset, self._offset + have);
				self._offset += have;
				if (out.length > leftToInflate) out = out.slice(0, leftToInflate);
				buffers.push(out);
				nread += out.length;
				leftToInflate -= out.length;
				if (leftToInflate === 0) return false;
			}
			if (availOutAfter === 0 || self._offset >= self._chunkSize) {
				availOutBefore = self._chunkSize;
				self._offset = 0;
				self._buffer = Buffer.allocUnsafe(self._chunkSize);
			}
			if (availOutAfter === 0) {
				inOff += availInBefore - availInAfter;
				availInBefore = availInAfter;
				return true;
			}
			return false;
		}
		assert(this._handle, "zlib binding closed");
		let res;
		do {
			res = this._handle.writeSync(flushFlag, chunk, inOff, availInBefore, this._buffer, this._offset, availOutBefore);
			res = res || this._writeState;
		} while (!this._hadError && handleChunk(res[0], res[1]));
		if (this._hadError) throw error;
		if (nread >= kMaxLength) {
			_close(this);
			throw new RangeError("Cannot create final Buffer. It would be larger than 0x" + kMaxLength.toString(16) + " bytes");
		}
		let buf = Buffer.concat(buffers, nread);
		_close(this);
		return buf;
	};
	util.inherits(Inflate, zlib.Inflate);
	function zlibBufferSync(engine, buffer) {
		if (typeof buffer === "string") buffer = Buffer.from(buffer);
		if (!(buffer instanceof Buffer)) throw new TypeError("Not a string or buffer");
		let flushFlag = engine._finishFlushFlag;
		if (flushFlag == null) flushFlag = zlib.Z_FINISH;
		return engine._processChunk(buffer, flushFlag);
	}
	function inflateSync(buffer, opts) {
		return zlibBufferSync(new Inflate(opts), buffer);
	}
	module.exports = exports = inflateSync;
	exports.Inflate = Inflate;
	exports.createInflate = createInflate;
	exports.inflateSync = inflateSync;
}));
// node_modules/pngjs/lib/sync-reader.js
var require_sync_reader = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let SyncReader = module.exports = function(buffer) {
		this._buffer = buffer;
		this._reads = [];
	};
	SyncReader.prototype.read = function(length, callback) {
		this._reads.push({
			length: Math.abs(length),
			allowLess: length < 0,
			func: callback
		});
	};
	SyncReader.prototype.process = function() {
		while (this._reads.length > 0 && this._buffer.length) {
			let read = this._reads[0];
			if (this._buffer.length && (this._buffer.length >= read.length || read.allowLess)) {
				this._reads.shift();
				let buf = this._buffer;
				this._buffer = buf.slice(read.length);
				read.func.call(this, buf.slice(0, read.length));
			} else break;
		}
		if (this._reads.length > 0) throw new Error("There are some read requests waitng on finished stream");
		if (this._buffer.length > 0) throw new Error("unrecognised content at end of stream");
	};
}));
// node_modules/pngjs/lib/filter-parse-sync.js
var require_filter_parse_sync = /* @__PURE__ */ __commonJSMin(((exports) => {
	let SyncReader = require_sync_reader();
	let Filter = require_filter_parse();
	exports.process = function(inBuffer, bitmapInfo) {
		let outBuffers = [];
		let reader = new SyncReader(inBuffer);
		new Filter(bitmapInfo, {
			read: reader.read.bind(reader),
			write: function(bufferPart) {
				outBuffers.push(bufferPart);
			},
			complete: function() {}
		}).start();
		reader.process();
		return Buffer.concat(outBuffers);
	};
}));
// node_modules/pngjs/lib/parser-sync.js
var require_parser_sync = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let hasSyncZlib = true;
	let zlib = __require("zlib");
	let inflateSync = require_sync_inflate();
	if (!zlib.deflateSync) hasSyncZlib = false;
	let SyncReader = require_sync_reader();
	let FilterSync = require_filter_parse_sync();
	let Parser = require_parser();
	let bitmapper = require_bitmapper();
	let formatNormaliser = require_format_normaliser();
	module.exports = function(buffer, options) {
		if (!hasSyncZlib) throw new Error("To use the sync capability of this library in old node versions, please pin pngjs to v2.3.0");
		let err;
		function handleError(_err_) {
			err = _err_;
		}
		let metaData;
		function handleMetaData(_metaData_) {
			metaData = _metaData_;
		}
		function handleTransColor(transColor) {
			metaData.transColor = transColor;
		}
		function handlePalette(palette) {
			metaData.palette = palette;
		}
		function handleSimpleTransparency() {
			metaData.alpha = true;
		}
		let gamma;
		function handleGamma(_gamma_) {
			gamma = _gamma_;
		}
		let inflateDataList = [];
		function handleInflateData(inflatedData) {
			inflateDataList.push(inflatedData);
		}
		let reader = new SyncReader(buffer);
		new Parser(options, {
			read: reader.read.bind(reader),
			error: handleError,
			metadata: handleMetaData,
			gamma: handleGamma,
			palette: handlePalette,
			transColor: handleTransColor,
			inflateData: handleInflateData,
			simpleTransparency: handleSimpleTransparency
		}).start();
		reader.process();
		if (err) throw err;
		let inflateData = Buffer.concat(inflateDataList);
		inflateDataList.length = 0;
		let inflatedData;
		if (metaData.interlace) inflatedData = zlib.inflateSync(inflateData);
		else {
			let imageSize = ((metaData.width * metaData.bpp * metaData.depth + 7 >> 3) + 1) * metaData.height;
			inflatedData = inflateSync(inflateData, {
				chunkSize: imageSize,
				maxLength: imageSize
			});
		}
		inflateData = null;
		if (!inflatedData || !inflatedData.length) throw new Error("bad png - invalid inflate data response");
		let unfilteredData = FilterSync.process(inflatedData, metaData);
		inflateData = null;
		let bitmapData = bitmapper.dataToBitMap(unfilteredData, metaData);
		unfilteredData = null;
		let normalisedBitmapData = formatNormaliser(bitmapData, metaData, options.skipRescale);
		metaData.data = normalisedBitmapData;
		metaData.gamma = gamma || 0;
		return metaData;
	};
}));
// node_modules/pngjs/lib/packer-sync.js
var require_packer_sync = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let hasSyncZlib = true;
	let zlib = __require("zlib");
	if (!zlib.deflateSync) hasSyncZlib = false;
	let constants = require_constants();
	let Packer = require_packer();
	module.exports = function(metaData, opt) {
		if (!hasSyncZlib) throw new Error("To use the sync capability of this library in old node versions, please pin pngjs to v2.3.0");
		let packer = new Packer(opt || {});
		let chunks = [];
		chunks.push(Buffer.from(constants.PNG_SIGNATURE));
		chunks.push(packer.packIHDR(metaData.width, metaData.height));
		if (metaData.gamma) chunks.push(packer.packGAMA(metaData.gamma));
		let filteredData = packer.filterData(metaData.data, metaData.width, metaData.height);
		let compressedData = zlib.deflateSync(filteredData, packer.getDeflateOptions());
		filteredData = null;
		if (!compressedData || !compressedData.length) throw new Error("bad png - invalid compressed data response");
		chunks.push(packer.packIDAT(compressedData));
		chunks.push(packer.packIEND());
		return Buffer.concat(chunks);
	};
}));
// node_modules/pngjs/lib/png-sync.js
var require_png_sync = /* @__PURE__ */ __commonJSMin(((exports) => {
	let parse = require_parser_sync();
	let pack = require_packer_sync();
	exports.read = function(buffer, options) {
		return parse(buffer, options || {});
	};
	exports.write = function(png, options) {
		return pack(png, options);
	};
}));
// src/adapters/browser-picture.ts
var import_png = (/* @__PURE__ */ __commonJSMin(((exports) => {
	let util = __require("util");
	let Stream = __require("stream");
	let Parser = require_parser_async();
	let Packer = require_packer_async();
	let PNGSync = require_png_sync();
	let PNG = exports.PNG = function(options) {
		Stream.call(this);
		options = options || {};
		this.width = options.width | 0;
		this.height = options.height | 0;
		this.data = this.width > 0 && this.height > 0 ? Buffer.alloc(4 * this.width * this.height) : null;
		if (options.fill && this.data) this.data.fill(0);
		this.gamma = 0;
		this.readable = this.writable = true;
		this._parser = new Parser(options);
		this._parser.on("error", this.emit.bind(this, "error"));
		this._parser.on("close", this._handleClose.bind(this));
		this._parser.on("metadata", this._metadata.bind(this));
		this._parser.on("gamma", this._gamma.bind(this));
		this._parser.on("parsed", function(data) {
			this.data = data;
			this.emit("parsed", data);
		}.bind(this));
		this._packer = new Packer(options);
		this._packer.on("data", this.emit.bind(this, "data"));
		this._packer.on("end", this.emit.bind(this, "end"));
		this._parser.on("close", this._handleClose.bind(this));
		this._packer.on("error", this.emit.bind(this, "error"));
	};
	util.inherits(PNG, Stream);
	PNG.sync = PNGSync;
	PNG.prototype.pack = function() {
		if (!this.data || !this.data.length) {
			this.emit("error", "No data provided");
			return this;
		}
		process.nextTick(function() {
			this._packer.pack(this.data, this.width, this.height, this.gamma);
		}.bind(this));
		return this;
	};
	PNG.prototype.parse = function(data, callback) {
		if (callback) {
			let onParsed, onError;
			onParsed = function(parsedData) {
				this.removeListener("error", onError);
				this.data = parsedData;
				callback(null, this);
			}.bind(this);
			onError = function(err) {
				this.removeListener("parsed", onParsed);
				callback(err, null);
			}.bind(this);
			this.once("parsed", onParsed);
			this.once("error", onError);
		}
		this.end(data);
		return this;
	};
	PNG.prototype.write = function(data) {
		this._parser.write(data);
		return true;
	};
	PNG.prototype.end = function(data) {
		this._parser.end(data);
	};
	PNG.prototype._metadata = function(metadata) {
		this.width = metadata.width;
		this.height = metadata.height;
		this.emit("metadata", metadata);
	};
	PNG.prototype._gamma = function(gamma) {
		this.gamma = gamma;
	};
	PNG.prototype._handleClose = function() {
		if (!this._parser.writable && !this._packer.readable) this.emit("close");
	};
	PNG.bitblt = function(src, dst, srcX, srcY, width, height, deltaX, deltaY) {
		srcX |= 0;
		srcY |= 0;
		width |= 0;
		height |= 0;
		deltaX |= 0;
		deltaY |= 0;
		if (srcX > src.width || srcY > src.height || srcX + width > src.width || srcY + height > src.height) throw new Error("bitblt reading outside image");
		if (deltaX > dst.width || deltaY > dst.height || deltaX + width > dst.width || deltaY + height > dst.height) throw new Error("bitblt writing outside image");
		for (let y = 0; y < height; y++) src.data.copy(dst.data, (deltaY + y) * dst.width + deltaX << 2, (srcY + y) * src.width + srcX << 2, (srcY + y) * src.width + srcX + width << 2);
	};
	PNG.prototype.bitblt = function(dst, srcX, srcY, width, height, deltaX, deltaY) {
		PNG.bitblt(this, dst, srcX, srcY, width, height, deltaX, deltaY);
		return this;
	};
	PNG.adjustGamma = function(src) {
		if (src.gamma) {
			for (let y = 0; y < src.height; y++) for (let x = 0; x < src.width; x++) {
				let idx = src.width * y + x << 2;
				for (let i = 0; i < 3; i++) {
					let sample = src.data[idx + i] / 255;
					sample = Math.pow(sample, 1 / 2.2 / src.gamma);
					src.data[idx + i] = Math.round(sample * 255);
				}
			}
			src.gamma = 0;
		}
	};
	PNG.prototype.adjustGamma = function() {
		PNG.adjustGamma(this);
	};
})))();
const PICTURE_MS_MAX = 5e3;
/** A page that grows without end must not become a picture that does. */
const FULL_HEIGHT_MAX = 1e4;
const PIXELS_MAX = 4e7;
/** Takes a picture with the fields of secrets covered; throws where none can be taken. */
async function takePicture(visit, of) {
	const { page, hiddenFields } = visit;
	const options = {
		animations: "disabled",
		caret: "hide",
		scale: "css",
		mask: [...hiddenFields],
		timeout: Math.min(PICTURE_MS_MAX, visit.timeoutMs)
	};
	if (of.kind === "element") return await page.locator(of.selector).first().screenshot(options);
	const fullPage = of.kind === "page" && await isShort(visit);
	return await page.screenshot({
		...options,
		fullPage
	});
}
/** The browser's word for it, not the page's. */
async function isShort({ context, page }) {
	const session = await context.newCDPSession(page);
	return ((await within(PICTURE_MS_MAX, session.send("Page.getLayoutMetrics")))?.cssContentSize.height ?? Number.POSITIVE_INFINITY) <= FULL_HEIGHT_MAX;
}
/** The pixels of a PNG, or in words why it has none that can be used. */
function readPicture(bytes) {
	const picture = Buffer.from(bytes);
	if (picture.length < 24 || picture.toString("latin1", 1, 4) !== "PNG") return "it is not a PNG";
	const pixels = picture.readUInt32BE(16) * picture.readUInt32BE(20);
	if (pixels > PIXELS_MAX) return `it has ${pixels} pixels, expected at most ${PIXELS_MAX}`;
	try {
		return import_png.PNG.sync.read(picture);
	} catch (error) {
		return `it cannot be read: ${error instanceof Error ? error.message : "unknown reason"}`;
	}
}
// src/adapters/browser-visual.ts
/** It looks as a person has approved; what nobody has approved is never a pass. */
async function judgeVisual(visit, assertion, deadlineMs) {
	const { name, selector, threshold, baseline } = assertion;
	const wanted = `${selector === void 0 ? "the window" : `"${selector}"`} to look like ${baseline}, up to ${percent(threshold)} of the pixels`;
	const approved = visit.baselines.get(baseline);
	let newest;
	const seen = await settle(deadlineMs, async () => {
		const picture = await takePicture(visit, selector === void 0 ? { kind: "window" } : elementOf(selector));
		const comparison = comparePictures(picture, visit, assertion);
		newest = {
			picture,
			comparison
		};
		return approved === void 0 ? {
			...comparison,
			ok: true
		} : comparison;
	});
	if (newest === void 0) return {
		ok: false,
		wanted,
		found: `no picture: ${seen.found}`
	};
	const { picture, comparison } = newest;
	if (comparison.ok) return {
		ok: true,
		wanted,
		found: comparison.found
	};
	if (visit.isShown) visit.files.push({
		name: `${name}.png`,
		bytes: picture
	});
	if (visit.isShown && comparison.difference !== void 0) visit.files.push({
		name: `${name}-difference.png`,
		bytes: comparison.difference
	});
	const undecided = approved === void 0 ? { undecided: true } : {};
	return {
		ok: false,
		wanted,
		found: comparison.found,
		...undecided
	};
}
function elementOf(selector) {
	return {
		kind: "element",
		selector
	};
}
function comparePictures(picture, { baselines, isShown }, { baseline, threshold }) {
	const approved = baselines.get(baseline);
	if (approved === void 0) {
		const todo = isShown ? `a person has to look at the one that is kept here and commit it as ${baseline}` : "and none is kept of a journey that types a secret: judge the look in a predicate without secrets";
		return {
			ok: false,
			found: `no approved picture${isShown ? ":" : ","} ${todo}`
		};
	}
	const wanted = readPicture(approved);
	if (typeof wanted === "string") return {
		ok: false,
		found: `${baseline}: ${wanted}`
	};
	const seen = readPicture(picture);
	if (typeof seen === "string") return {
		ok: false,
		found: `the picture of the page: ${seen}`
	};
	const { width, height } = wanted;
	if (seen.width !== width || seen.height !== height) return {
		ok: false,
		found: `a picture of ${seen.width}x${seen.height} pixels, the approved one has ${width}x${height}`
	};
	const difference = new import_png.PNG({
		width,
		height
	});
	const count = pixelmatch(wanted.data, seen.data, difference.data, width, height);
	const share = count / (width * height);
	const found = `${count} of ${width * height} pixels differ (${percent(share)})`;
	if (share <= threshold) return {
		ok: true,
		found
	};
	return {
		ok: false,
		found,
		difference: import_png.PNG.sync.write(difference)
	};
}
function percent(share) {
	return `${Number((share * 100).toPrecision(3))}%`;
}
// src/adapters/browser-assertions.ts
const QUIET_MS_MAX = 3e3;
const TEXT_CHARACTERS_MAX$1 = 300;
/** Judges all statements about the page, in order; the console last, because it tells of all of the journey. */
async function judgeAssertions(visit, assertions) {
	const reports = /* @__PURE__ */ new Map();
	const deadlineMs = Date.now() + visit.timeoutMs;
	for (const assertion of assertions) if (!isOfConsole(assertion)) reports.set(assertion, await judge(visit, assertion, deadlineMs));
	const aboutConsole = assertions.filter(isOfConsole);
	if (aboutConsole.length > 0) await waitUntilQuiet(visit);
	for (const assertion of aboutConsole) reports.set(assertion, judgeConsole(visit, assertion));
	return assertions.flatMap((assertion) => reports.get(assertion) ?? []);
}
function isOfConsole(assertion) {
	return assertion.type === "console_clean";
}
async function judge(visit, assertion, deadlineMs) {
	switch (assertion.type) {
		case "download": return await judgeDownload(visit, assertion);
		case "form_validation": return await judgeForm(visit, assertion);
		case "a11y": return await judgeAccessibility(visit, assertion);
		case "visual": return await judgeVisual(visit, assertion, deadlineMs);
		case "visible":
		case "hidden":
		case "text":
		case "url":
		case "attr":
		case "count":
		case "enabled":
		case "field_value": return {
			wanted: wantedOf(assertion),
			...await settle(deadlineMs, async () => await look(visit.page, assertion))
		};
	}
}
function wantedOf(assertion) {
	switch (assertion.type) {
		case "visible":
		case "hidden": return `"${assertion.selector}" to be ${assertion.type}`;
		case "text": return `the text of "${assertion.selector}" to ${matchOf(assertion)}`;
		case "url": return `the address to ${matchOf(assertion)}`;
		case "attr": return assertion.expected === null ? `"${assertion.selector}" to have no attribute ${assertion.name}` : `"${assertion.selector}" to have ${assertion.name}="${assertion.expected}"`;
		case "count": return `${assertion.expected} elements to match "${assertion.selector}"`;
		case "enabled": return `"${assertion.selector}" to be ${assertion.expected ? "enabled" : "disabled"}`;
		case "field_value": return `the value of "${assertion.selector}" to be "${assertion.expected}"`;
	}
}
function matchOf({ match, expected }) {
	return `${match === "exact" ? "be exactly" : "contain"} "${expected}"`;
}
async function look(page, assertion) {
	if (assertion.type === "url") return matchText(page.url(), assertion);
	if (assertion.type === "count") {
		const count = await page.locator(assertion.selector).count();
		return {
			ok: count === assertion.expected,
			found: `${count}`
		};
	}
	if (isOfVisibility(assertion)) return await lookWhetherVisible(page, assertion);
	return await lookAtElement(page, assertion);
}
function isOfVisibility(assertion) {
	return assertion.type === "visible" || assertion.type === "hidden";
}
async function lookWhetherVisible(page, { type, selector }) {
	if (type === "hidden") {
		const count = await page.locator(selector).filter({ visible: true }).count();
		return {
			ok: count === 0,
			found: count === 0 ? "hidden" : `${count} visible`
		};
	}
	const element = await page.$(selector);
	if (element === null) return NO_MATCH;
	const ok = await element.isVisible();
	return {
		ok,
		found: ok ? "visible" : "hidden"
	};
}
const NO_MATCH = {
	ok: false,
	found: "no element matches"
};
async function lookAtElement(page, assertion) {
	const element = await page.$(assertion.selector);
	if (element === null) return NO_MATCH;
	switch (assertion.type) {
		case "text": return await lookAtText(element, assertion);
		case "attr": {
			const value = await element.getAttribute(assertion.name);
			const found = value === null ? "no such attribute" : quote(value, value.length);
			return {
				ok: value === assertion.expected,
				found
			};
		}
		case "enabled": {
			const isEnabled = await element.isEnabled();
			return {
				ok: isEnabled === assertion.expected,
				found: isEnabled ? "enabled" : "disabled"
			};
		}
		case "field_value": {
			const value = await element.inputValue();
			return {
				ok: value === assertion.expected,
				found: quote(value, value.length)
			};
		}
	}
}
const SeenText = object({
	ok: boolean(),
	text: string(),
	length: int()
});
/** Compared in the page: a text without end does not have to come over. */
async function lookAtText(element, { match, expected }) {
	const seen = await element.evaluate((node, asked) => {
		const text = (node.textContent ?? "").trim();
		return {
			ok: asked.match === "exact" ? text === asked.expected : text.includes(asked.expected),
			text: text.slice(0, asked.charactersMax),
			length: text.length
		};
	}, {
		match,
		expected,
		charactersMax: TEXT_CHARACTERS_MAX$1
	});
	const { ok, text, length } = SeenText.parse(seen);
	return {
		ok,
		found: quote(text, length)
	};
}
function matchText(text, { match, expected }) {
	return {
		ok: match === "exact" ? text === expected : text.includes(expected),
		found: quote(text, text.length)
	};
}
function quote(text, length) {
	const more = length - TEXT_CHARACTERS_MAX$1;
	const shown = `"${text.slice(0, TEXT_CHARACTERS_MAX$1)}"`;
	return more > 0 ? `${shown} and ${more} characters more` : shown;
}
/** What a page asks for as soon as it is loaded belongs to the journey. */
async function waitUntilQuiet({ page }) {
	const quiet = page.waitForLoadState("networkidle", { timeout: QUIET_MS_MAX });
	await within(QUIET_MS_MAX, quiet.catch(() => void 0));
}
function judgeConsole({ trail }, { network }) {
	const ofConsole = `${trail.consoleErrors.count} errors on the console`;
	const ofNetwork = `${trail.badResponses.count} answers of 400 or more`;
	const noticed = network ? [trail.consoleErrors, trail.badResponses] : [trail.consoleErrors];
	return {
		ok: noticed.every(({ count }) => count === 0),
		wanted: network ? "no error on the console, no answer of 400 or more" : "no error on the console",
		found: network ? `${ofConsole}, ${ofNetwork}` : ofConsole,
		complaints: noticed.flatMap(({ texts }) => texts.map((message) => ({ message })))
	};
}
// src/adapters/browser-opening.ts
/** Opens the page and waits until all of it is loaded. */
async function openPage(page, { url, operationTimeoutMs: timeout }, trail, tunnel) {
	try {
		await page.goto(url, {
			timeout,
			waitUntil: "commit"
		});
	} catch (error) {
		const { hostname } = new URL(trail.failedUrl() ?? url);
		return whyNotOpened(error, {
			url,
			host: toHost(hostname),
			timeoutMs: timeout
		}, tunnel);
	}
	const status = trail.status();
	const answered = status === void 0 ? "answered" : `answered ${status}`;
	try {
		await page.waitForLoadState("load", { timeout });
		return {
			kind: "opened",
			step: {
				ok: true,
				found: answered
			}
		};
	} catch {
		return {
			kind: "opened",
			step: {
				ok: false,
				found: `${answered} and did not finish loading in ${timeout} ms`
			}
		};
	}
}
/** An IPv6 address as the tunnel knows it. */
function toHost(hostname) {
	return hostname.replace(/^\[|\]$/g, "");
}
function whyNotOpened(error, { url, host, timeoutMs }, { troubles }) {
	const { name, message } = error instanceof Error ? error : /* @__PURE__ */ new Error("unknown reason");
	const code = /net::(ERR_\w+)/.exec(message)?.[1] ?? message;
	if (SERVICE_MISTAKES.has(code)) return {
		kind: "opened",
		step: {
			ok: false,
			found: `no page was shown (${code})`
		}
	};
	if (code === "ERR_UNSAFE_PORT" || message.includes("invalid URL")) throw new BrowserBadCheck(`${url}: no browser opens this address (${code})`);
	if (name === "TimeoutError") return notOpened("timed-out", `${host}: no answer in ${timeoutMs} ms`);
	return byTunnel({
		url,
		host,
		code
	}, troubles) ?? byCertificate(host, code) ?? notOpened("unreachable", `${host}: the connection failed (${code})`);
}
function byTunnel({ url, host, code }, troubles) {
	const trouble = troubles.find((it) => it.host === host);
	if (!code.startsWith("ERR_SOCK") || trouble === void 0) return void 0;
	if (host !== toHost(new URL(url).hostname) && trouble.kind === "refused-address") return {
		kind: "opened",
		step: {
			ok: false,
			found: `a redirect that is not followed: ${trouble.reason}`
		}
	};
	return notOpened(trouble.kind, trouble.reason);
}
function byCertificate(host, code) {
	if (!code.startsWith("ERR_CERT") && !code.startsWith("ERR_SSL")) return void 0;
	return notOpened("untrusted", `${host}: its TLS certificate is not trusted (${code})`);
}
/** The service answered, and what it answered is no page. */
const SERVICE_MISTAKES = /* @__PURE__ */ new Set([
	"ERR_ABORTED",
	"ERR_TOO_MANY_REDIRECTS",
	"ERR_HTTP_RESPONSE_CODE_FAILURE",
	"ERR_INVALID_REDIRECT",
	"ERR_UNSAFE_REDIRECT",
	"ERR_CONTENT_DECODING_FAILED"
]);
function notOpened(failure, reason) {
	return {
		kind: "not-opened",
		failure,
		reason
	};
}
// src/adapters/browser-steps.ts
/** Does what a visitor does, each step once the one before went well. */
async function takeSteps(page, steps, timeoutMs) {
	const reports = [];
	for (const step of steps) {
		const report = await takeStep(page, step, timeoutMs);
		reports.push(report);
		if (!report.ok) break;
	}
	return reports;
}
async function takeStep(page, step, timeoutMs) {
	try {
		await act(page, step, timeoutMs);
		return {
			ok: true,
			found: "done"
		};
	} catch (error) {
		return {
			ok: false,
			found: await describeTrouble(page, "selector" in step ? step.selector : void 0, error)
		};
	}
}
async function act(page, step, timeout) {
	switch (step.action) {
		case "click":
			await page.locator(step.selector).first().click({ timeout });
			return;
		case "fill":
			await page.locator(step.selector).first().fill(step.value, { timeout });
			return;
		case "press":
			if (step.selector === void 0) await page.keyboard.press(step.key);
			else await page.locator(step.selector).first().press(step.key, { timeout });
			return;
		case "wait_for":
			await page.locator(step.selector).first().waitFor({
				state: "visible",
				timeout
			});
			return;
		case "goto": await page.goto(new URL(step.url, page.url()).href, {
			timeout,
			waitUntil: "load"
		});
	}
}
// src/adapters/browser-trail.ts
const KEPT_MAX = 50;
const TEXT_CHARACTERS_MAX = 500;
/** Listens before the page is opened, so that nothing is missed. */
function watchPages(context, page) {
	const consoleErrors = {
		count: 0,
		texts: []
	};
	const badResponses = {
		count: 0,
		texts: []
	};
	const downloads = [];
	let status;
	let failedUrl;
	let hasCrashed = false;
	context.on("console", (message) => {
		if (message.type() !== "error") return;
		const { url, lineNumber } = message.location();
		note(consoleErrors, `${message.text()}${url === "" ? "" : ` (${url}:${lineNumber + 1})`}`);
	});
	context.on("weberror", (error) => note(consoleErrors, `uncaught ${error.error().message}`));
	context.on("response", (response) => {
		const request = response.request();
		if (response.status() >= 400) note(badResponses, `${response.status()} ${response.url()}`);
		if (request.isNavigationRequest() && isOf(page, response)) status = response.status();
	});
	context.on("requestfailed", (request) => {
		if (request.isNavigationRequest() && isOf(page, request)) failedUrl = request.url();
	});
	context.on("download", (download) => {
		if (downloads.length < KEPT_MAX) downloads.push(download);
	});
	function crash() {
		hasCrashed = true;
	}
	page.on("crash", crash);
	page.on("close", crash);
	context.on("close", crash);
	return {
		consoleErrors,
		badResponses,
		downloads,
		status: () => status,
		failedUrl: () => failedUrl,
		hasCrashed: () => hasCrashed
	};
}
function note(noticed, text) {
	noticed.count += 1;
	if (noticed.texts.length < KEPT_MAX) noticed.texts.push(text.slice(0, TEXT_CHARACTERS_MAX));
}
function isOf(page, asked) {
	try {
		return asked.frame() === page.mainFrame();
	} catch {
		return false;
	}
}
// src/adapters/browser-journey.ts
const OUTLINE_MS_MAX = 2e3;
const OUTLINE_CHARACTERS_MAX = 4e3;
const TRACE_MS_MAX = 1e4;
const TRACE_BYTES_MAX = 10485760;
const REFUSALS_SHOWN_MAX = 5;
/** Opens the page, takes the steps, judges the end, and keeps what shows how it went. */
async function makeJourney(session, journey) {
	const { context, page, tunnel } = session;
	const { check } = journey;
	const trail = watchPages(context, page);
	const visit = toVisit(session, journey, trail);
	if (visit.isShown) await context.tracing.start({ snapshots: true });
	const opening = await openPage(page, check, trail, tunnel);
	if (opening.kind === "not-opened") return opening;
	const { steps, assertions } = await goOn(visit, check, opening.step);
	if (trail.hasCrashed()) return {
		kind: "cut-off",
		cause: "crashed",
		reason: "the page crashed or was closed"
	};
	const isGood = [...steps, ...assertions].every(({ ok }) => ok);
	const made = {
		kind: "made",
		steps,
		assertions,
		...endOf(page, trail, tunnel)
	};
	if (isGood && check.screenshot) await keepPicture(visit, "end.png");
	if (isGood) return {
		...made,
		files: visit.files
	};
	const outline = await outlineOf(page);
	if (outline === void 0) return {
		...made,
		files: visit.files
	};
	await keepPicture(visit, "failure.png");
	if (visit.isShown) await keepTrace(visit, session.folder);
	return {
		...made,
		outline,
		files: visit.files
	};
}
function endOf(page, trail, { troubles }) {
	const status = trail.status();
	return {
		url: page.url(),
		...status === void 0 ? {} : { status },
		refused: troubles.filter(({ kind }) => kind === "refused-address").slice(0, REFUSALS_SHOWN_MAX).map(({ reason }) => reason)
	};
}
function toVisit(session, journey, trail) {
	const { context, page } = session;
	return {
		context,
		page,
		trail,
		timeoutMs: journey.check.operationTimeoutMs,
		baselines: journey.baselines,
		hiddenFields: secretFields(page, journey),
		isShown: journey.secrets.length === 0,
		files: []
	};
}
function secretFields(page, { check, secrets }) {
	return [...check.steps.flatMap((step) => step.action === "fill" ? [step] : []), ...check.assertions.flatMap((it) => it.type === "form_validation" ? [...it.invalid, ...it.valid] : [])].filter(({ value }) => secrets.some((secret) => value.includes(secret))).map(({ selector }) => page.locator(selector));
}
async function goOn(visit, check, opening) {
	if (!opening.ok) return {
		steps: [opening],
		assertions: []
	};
	await checkSelectors(visit.page, check);
	const taken = await takeSteps(visit.page, check.steps, visit.timeoutMs);
	const steps = [opening, ...taken];
	if (!taken.every(({ ok }) => ok)) return {
		steps,
		assertions: []
	};
	return {
		steps,
		assertions: await judgeAssertions(visit, check.assertions)
	};
}
async function keepPicture(visit, name) {
	if (!visit.isShown) return;
	try {
		visit.files.push({
			name,
			bytes: await takePicture(visit, { kind: "page" })
		});
	} catch {}
}
async function keepTrace({ context, files }, folder) {
	const file = path.join(folder, "trace.zip");
	try {
		await within(TRACE_MS_MAX, context.tracing.stop({ path: file }));
		if ((await stat(file)).size > TRACE_BYTES_MAX) return;
		files.push({
			name: "trace.zip",
			bytes: await readFile(file)
		});
	} catch {}
}
async function outlineOf(page) {
	try {
		const snapshot = page.locator("body").ariaSnapshot({ timeout: OUTLINE_MS_MAX });
		return (await within(OUTLINE_MS_MAX, snapshot))?.slice(0, OUTLINE_CHARACTERS_MAX);
	} catch {
		return;
	}
}
export { makeJourney };
