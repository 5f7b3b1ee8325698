// src/model/baseline-key.ts
/** Ids hold no control characters, so no id of one predicate is the key of another's part. */
const SEPARATOR = "	";
/** What a predicate's baseline is found by; `part` where it remembers several. */
function baselineKey(id, part) {
	return part === void 0 ? id : `${id}${SEPARATOR}${part}`;
}
/** Whether the key belongs to the predicate. */
function isKeyOf(key, id) {
	return key === id || key.startsWith(`${id}${SEPARATOR}`);
}
export { isKeyOf as n, baselineKey as t };
