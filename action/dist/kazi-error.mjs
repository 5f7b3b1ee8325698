// src/model/kazi-error.ts
/** The world broke in a way that we know. Expected results are returned, never thrown. */
var KaziError = class extends Error {
	code;
	constructor(options) {
		super(options.message, { cause: options.cause });
		this.name = "KaziError";
		this.code = options.code;
	}
};
export { KaziError as t };
