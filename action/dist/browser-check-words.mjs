import { t as within } from "./browser-within.mjs";
// src/adapters/browser-bad-check.ts
/** The journey can never be made as it is written: a selector or a pattern is none. */
var BrowserBadCheck = class extends Error {
	name = "BrowserBadCheck";
};
// src/adapters/browser-check-words.ts
const PARSE_MS_MAX = 2e3;
/** What engines of selectors say of one that they cannot read. */
const UNREADABLE = /selector|xpath|engine|parsing|unexpected (?:token|end|string)|expression/i;
/** A browser opens files of this machine as gladly as pages; a goal-file may ask for pages only. */
function checkUrls({ url, steps }) {
	const urls = [url, ...steps.flatMap((step) => step.action === "goto" ? [step.url] : [])];
	for (const it of urls) {
		const parsed = URL.parse(it, url);
		if (parsed === null || !/^https?:$/.test(parsed.protocol)) throw new BrowserBadCheck(`${it}: expected an address with http:// or https://`);
	}
}
/** A selector that nothing can match is found before it looks like a broken page. */
async function checkSelectors(page, check) {
	const selectors = /* @__PURE__ */ new Set([...check.steps.flatMap((step) => "selector" in step ? [step.selector ?? ""] : []), ...check.assertions.flatMap(selectorsOf)]);
	selectors.delete("");
	for (const selector of selectors) try {
		await within(PARSE_MS_MAX, page.locator(selector).count());
	} catch (error) {
		const line = error instanceof Error ? error.message.split("\n")[0] ?? "" : "";
		if (UNREADABLE.test(line)) throw new BrowserBadCheck(`"${selector}": ${line}`, { cause: error });
	}
}
function selectorsOf(assertion) {
	if (assertion.type === "download") return [assertion.triggerSelector ?? ""];
	if (assertion.type === "form_validation") {
		const { errorSelector, submitSelector, successSelector, invalid, valid } = assertion;
		const fields = [...invalid, ...valid].map(({ selector }) => selector);
		return [
			errorSelector ?? "",
			submitSelector ?? "",
			successSelector ?? "",
			...fields
		];
	}
	return "selector" in assertion ? [assertion.selector ?? ""] : [];
}
export { checkUrls as n, BrowserBadCheck as r, checkSelectors as t };
