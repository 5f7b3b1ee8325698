// src/adapters/browser-within.ts
/** What work gave in time, or `undefined` when it took too long; the work itself goes on unheard. */
async function within(timeoutMs, work) {
	let timer;
	const late = new Promise((resolve) => {
		timer = setTimeout(() => resolve(void 0), Math.max(1, timeoutMs));
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
		work.catch(() => void 0);
	}
}
export { within as t };
