import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, r as toPlainText, t as cutMiddle } from "./plain-text.mjs";
import { C as union, D as _maxLength, O as NEVER, S as tuple, T as safeParse, _ as number, a as ZodOptional, b as strictObject, c as ZodRecord, d as array, f as boolean, g as looseObject, h as literal$1, i as ZodObject, l as ZodUnion, m as int, n as ZodDefault, o as ZodPipe, p as discriminatedUnion, s as ZodPrefault, t as ZodArray, u as _enum, v as object, w as unknown, x as string, y as record } from "./schemas.mjs";
// src/model/invocations-of.ts
/** Every program that a check may start. */
function invocationsOf(check) {
	switch (check.provider) {
		case "custom_script":
		case "test_runner":
		case "prod_log":
		case "static":
		case "property":
		case "mutation":
		case "cve": return [check];
		case "ratchet": return [check.metric];
		case "coverage": return check.project === void 0 ? [check.patch] : [check.patch, check.project];
		case "cli": return check.calls.map(({ args }) => ({
			command: check.command,
			args,
			env: check.env
		}));
		case "gherkin": return check.runner === void 0 ? [] : [check.runner];
		case "http_probe":
		case "browser":
		case "metrics":
		case "no_stubs":
		case "docs_updated":
		case "landed":
		case "scope_guard":
		case "not_built": return [];
	}
}
// node_modules/@noble/hashes/_u64.js
const fromNumH = (n) => n / 2 ** 32 | 0;
const fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
	const h = fromNumH(n);
	const l = fromNumL(n);
	view.setUint32(byteOffset, isLE ? l : h, isLE);
	view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
// node_modules/@noble/hashes/utils.js
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - value to test
* @returns `true` when the value is a Uint8Array-compatible view.
* @example
* Check whether a value is a Uint8Array-compatible view.
* ```ts
* isBytes(new Uint8Array([1, 2, 3]));
* ```
*/
function isBytes(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is a non-negative integer.
* @param n - number to validate
* @param title - label included in thrown errors
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a non-negative integer option.
* ```ts
* anumber(32, 'length');
* ```
*/
function anumber(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is Uint8Array.
* @param value - value to validate
* @param length - optional exact length constraint
* @param title - label included in thrown errors
* @returns The validated byte array.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate that a value is a byte array.
* ```ts
* abytes(new Uint8Array([1, 2, 3]));
* ```
*/
function abytes(value, length, title = "") {
	if (isBytes(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber(length, "length");
	const bytes = isBytes(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
const aobject = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
const aopts = (value, label) => {
	aobject(value, label);
	const proto = Object.getPrototypeOf(value);
	if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
	if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
* Asserts a hash instance has not been destroyed or finished.
* @param instance - hash instance to validate
* @param checkFinished - whether to reject finalized instances
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Validate that a hash instance is still usable.
* ```ts
* import { aexists } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aexists(hash);
* ```
*/
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - destination buffer
* @param instance - hash instance providing output length
* Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a caller-provided digest buffer.
* ```ts
* import { aoutput } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aoutput(new Uint8Array(hash.outputLen), hash);
* ```
*/
function aoutput(out, instance) {
	abytes(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Zeroizes typed arrays in place. Warning: JS provides no guarantees.
* @param arrays - arrays to overwrite with zeros
* @example
* Zeroize sensitive buffers in place.
* ```ts
* clean(new Uint8Array([1, 2, 3]));
* ```
*/
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - source typed array
* @returns DataView over the same buffer region.
* @example
* Create a DataView over an existing buffer.
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Rotate-right operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the right.
* ```ts
* rotr(0x12345678, 8);
* ```
*/
function rotr(word, shift) {
	return word << 32 - shift | word >>> shift;
}
const hasHexBuiltin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string.
* Uses the built-in function when available and assumes it matches the tested
* fallback semantics.
* @param bytes - bytes to encode
* @returns Lowercase hexadecimal string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Convert bytes to lowercase hexadecimal.
* ```ts
* bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
* ```
*/
function bytesToHex(bytes) {
	abytes(bytes);
	if (hasHexBuiltin) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes[bytes[i]];
	return hex;
}
/**
* Converts string to bytes using UTF8 encoding.
* Built-in doesn't validate input to be string: we do the check.
* Non-ASCII details are delegated to the platform `TextEncoder`.
* @param str - string to encode
* @returns UTF-8 encoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @example
* Encode a string as UTF-8 bytes.
* ```ts
* utf8ToBytes('abc'); // Uint8Array.from([97, 98, 99])
* ```
*/
function utf8ToBytes(str) {
	if (typeof str !== "string") throw new TypeError("string expected");
	const encoded = new TextEncoder().encode(str);
	try {
		return new Uint8Array(encoded);
	} finally {
		clean(encoded);
	}
}
/**
* Merges default options and passed options.
* @param defaults - base option object
* @param opts - user overrides
* @param title - label included in thrown override errors
* @returns Fresh merged option object with a null prototype.
* @throws On wrong argument types. {@link TypeError}
* @example
* Merge user overrides onto default options.
* ```ts
* checkOpts({ dkLen: 32 }, { asyncTick: 10 });
* ```
*/
function checkOpts(defaults, opts, title = "opts") {
	aopts(defaults, "defaults");
	if (opts !== void 0) aopts(opts, title);
	return Object.assign(Object.create(null), defaults, opts);
}
/**
* Creates a callable hash function from a stateful class constructor.
* @param hashCons - hash constructor or factory
* @param info - optional metadata such as DER OID
* @returns Frozen callable hash wrapper with `.create()`.
*   Wrapper construction eagerly calls `hashCons(undefined)` once to read
*   `outputLen` / `blockLen`, so constructor side effects happen at module
*   init time.
* @throws On wrong argument types. {@link TypeError}
* @example
* Wrap a stateful hash constructor into a callable helper.
* ```ts
* import { createHasher } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const wrapped = createHasher(sha256.create, { oid: sha256.oid });
* wrapped(new Uint8Array([1]));
* ```
*/
function createHasher(hashCons, info = {}) {
	if (typeof hashCons !== "function") throw new TypeError("\"hashCons\" expected function, got type=" + typeof hashCons);
	info = checkOpts({}, info, "info");
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.canXOF = tmp.canXOF;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/**
* Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
* @param suffix - final OID byte for the selected hash.
*   The helper accepts any byte even though only the documented NIST hash
*   suffixes are meaningful downstream.
* @returns Object containing the DER-encoded OID.
* @example
* Build OID metadata for a NIST hash.
* ```ts
* oidNist(0x01);
* ```
*/
const oidNist = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });
// node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/**
* Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
* Returns bits from `b` when `a` is set, otherwise from `c`.
* The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
* set the same bit.
* @param a - selector word
* @param b - word chosen when selector bit is set
* @param c - word chosen when selector bit is clear
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit choice primitive.
* ```ts
* Chi(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Chi(a, b, c) {
	return a & b ^ ~a & c;
}
/**
* Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
* Returns bits shared by at least two inputs.
* @param a - first input word
* @param b - second input word
* @param c - third input word
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit majority primitive.
* ```ts
* Maj(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Maj(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
* Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
* strings with partial-byte tails.
* @param blockLen - internal block size in bytes
* @param outputLen - digest size in bytes
* @param padOffset - trailing length field size in bytes
* @param isLE - whether length and state words are encoded in little-endian
* @example
* Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
* ```ts
* import { _SHA1 } from '@noble/hashes/legacy.js';
* const hash = new _SHA1();
* hash.update(new Uint8Array([97, 98, 99]));
* hash.digest();
* ```
*/
var HashMD = class {
	blockLen;
	outputLen;
	canXOF = false;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView(this.buffer);
	}
	update(data) {
		aexists(this);
		abytes(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		let processed = false;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				processed = true;
				continue;
			}
			buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
				processed = true;
			}
		}
		this.length += data.length;
		if (processed) this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		buffer.fill(0, pos);
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			buffer.fill(0);
		}
		setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
		this.process(view, 0);
		this.roundClean();
		const oview = out === buffer ? view : createView(out);
		const len = this.outputLen;
		const outLen = len / 4;
		const state = this.get();
		if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneIntoMeta(to) {
		const { buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (pos) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
* square roots of the first eight prime numbers. Exported as a shared table; callers must treat
* it as read-only because constructors copy words from it by index. */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
// node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
* @module
*/
/**
* SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
* of the cube roots of the first 64 primes (2..311).
*/
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
var SHA2_32B = class extends HashMD {
	A = 0;
	B = 0;
	C = 0;
	D = 0;
	E = 0;
	F = 0;
	G = 0;
	H = 0;
	constructor(outputLen, IV) {
		super(64, outputLen, 8, false);
		this.A = IV[0] | 0;
		this.B = IV[1] | 0;
		this.C = IV[2] | 0;
		this.D = IV[3] | 0;
		this.E = IV[4] | 0;
		this.F = IV[5] | 0;
		this.G = IV[6] | 0;
		this.H = IV[7] | 0;
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W[i - 15];
			const W2 = SHA256_W[i - 2];
			const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
			const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
			SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
			const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
			const T2 = (rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22)) + Maj(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean(SHA256_W);
	}
	destroy() {
		this.destroyed = true;
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean(this.buffer);
	}
};
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
var _SHA256 = class extends SHA2_32B {
	constructor() {
		super(32, SHA256_IV);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-256.
* ```ts
* sha256(new Uint8Array([97, 98, 99]));
* ```
*/
const sha256 = /* @__PURE__ */ createHasher(() => new _SHA256(), /* @__PURE__ */ oidNist(1));
// src/goalfile/approval-digest.ts
/** Stands in front of every encoding, so that a later form can never equal this one. */
const FORM = "kazi-approval-1";
const MARK = [
	239,
	187,
	191
];
/** Without a byte order mark: it says nothing, and not everybody who reads a file hands it on. */
function goalDigest(bytes) {
	const isMarked = MARK.every((byte, index) => bytes[index] === byte);
	return bytesToHex(sha256(isMarked ? bytes.subarray(MARK.length) : bytes));
}
function approvalDigest({ goalBytes, harness, graders }) {
	const hash = sha256.create();
	for (const field of [
		toBytes(FORM),
		goalBytes,
		toBytes(harness.id),
		...toOptional(harness.model),
		...toOptional(harness.command),
		...toOptional(harness.effort),
		...toOptional(harness.permissionMode),
		...toList(harness.allowedTools),
		toBytes(graders)
	]) hash.update(toLength(field.length)).update(field);
	return bytesToHex(hash.digest());
}
/** Absent and empty are told apart by the number of fields, which comes first. */
function toOptional(text) {
	return toList(text === void 0 ? [] : [text]);
}
function toList(texts) {
	return [toLength(texts.length), ...texts.map(toBytes)];
}
/** UTF-16 code units: UTF-8 would make one of all unpaired surrogates. */
function toBytes(text) {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index));
	return bytes;
}
function toLength(length) {
	const bytes = /* @__PURE__ */ new Uint8Array(8);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(length));
	return bytes;
}
// src/goalfile/decode-text.ts
const BYTES_MAX$1 = 262144;
const LINE_FEED = 10;
/** The text of a goal-file without its byte order mark. */
function decodeText(bytes) {
	if (bytes.length > BYTES_MAX$1) return {
		code: "too-large",
		message: `expected a goal-file of at most ${BYTES_MAX$1} bytes, found ${bytes.length}`,
		suggestion: "Split it into several goals, or move scripts into files of their own.",
		place: {
			line: 1,
			column: 1
		}
	};
	const text = decode(bytes);
	if (text !== void 0) return text;
	return {
		code: "invalid-utf8",
		message: "malformed TOML: expected UTF-8, found bytes that are not",
		suggestion: "Save the file as UTF-8.",
		place: placeOfBadByte(bytes)
	};
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
/** No byte of a longer UTF-8 sequence equals a line feed, so every line decodes on its own. */
function placeOfBadByte(bytes) {
	let start = 0;
	for (let line = 1; start <= bytes.length; line += 1) {
		const feed = bytes.indexOf(LINE_FEED, start);
		const end = feed === -1 ? bytes.length : feed;
		const content = bytes.subarray(start, end);
		if (decode(content) === void 0) return {
			line,
			column: columnOfBadByte(content)
		};
		start = end + 1;
	}
	return {
		line: 1,
		column: 1
	};
}
function columnOfBadByte(content) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content).indexOf("�") + 1;
}
// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};
// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}
// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};
// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}
// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}
// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}
// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
// src/goalfile/end-of-skipped.ts
/** Where a comment or a string that starts here is over; its text is none of TOML's structure. */
function endOfSkipped(text, start) {
	const character = text.charAt(start);
	if (character === "#") return lineEnd(text, start);
	if (text.startsWith(character.repeat(3), start)) return endOfLongString(text, start + 3, character);
	return character === "\"" ? endOfBasicString(text, start + 1) : endOfLiteral(text, start + 1);
}
/** A line that ends before its string does is the parser's to refuse. */
function endOfBasicString(text, start) {
	const telling = /["\\\n]/g;
	telling.lastIndex = start;
	for (let found = telling.exec(text); found !== null; found = telling.exec(text)) {
		if (found[0] === "\"") return found.index + 1;
		if (found[0] === "\n") return found.index;
		telling.lastIndex = found.index + 2;
	}
	return text.length;
}
function endOfLiteral(text, start) {
	const end = text.indexOf("'", start);
	const line = lineEnd(text, start);
	return end === -1 || end > line ? line : end + 1;
}
/** One or two more quotes directly behind the closing three belong to the string. */
function endOfLongString(text, start, quote) {
	const three = quote.repeat(3);
	let end = text.indexOf(three, start);
	if (quote === "\"") while (end !== -1 && isEscaped(text, start, end)) end = text.indexOf(three, end + 1);
	if (end === -1) return text.length;
	let behind = end + 3;
	while (behind < end + 5 && text.charAt(behind) === quote) behind += 1;
	return behind;
}
function isEscaped(text, start, index) {
	let before = index - 1;
	while (before >= start && text.charAt(before) === "\\") before -= 1;
	return (index - 1 - before) % 2 === 1;
}
function lineEnd(text, start) {
	const end = text.indexOf("\n", start);
	return end === -1 ? text.length : end;
}
/**
* Looked for in the text, because whoever walks values recurses: brackets that are open at once, and
* the parts of a dotted key. Strings and comments are skipped.
*/
function nestingProblem(text) {
	const telling = /["'#.=,\n[\]{}]/g;
	let open = 0;
	let dots = 0;
	for (let found = telling.exec(text); found !== null; found = telling.exec(text)) {
		const character = found[0];
		if (character === "\"" || character === "'" || character === "#") telling.lastIndex = endOfSkipped(text, found.index);
		else if (character === ".") dots += 1;
		else {
			if ("=,\n[{".includes(character)) dots = 0;
			open = Math.max(0, open + bracketStep(character));
		}
		if (open > 32 || dots >= 32) return tooDeep$1(text, found.index);
	}
}
/** Whether a line has so many dots that its keys could nest too deep; most files have no such line. */
function hasDottedLine(text) {
	let dots = 0;
	let end = -1;
	for (let dot = text.indexOf("."); dot !== -1; dot = text.indexOf(".", dot + 1)) {
		if (dot > end) {
			dots = 0;
			end = text.indexOf("\n", dot);
			if (end === -1) end = text.length;
		}
		dots += 1;
		if (dots >= 32) return true;
	}
	return false;
}
function bracketStep(character) {
	if (character === "[" || character === "{") return 1;
	return character === "]" || character === "}" ? -1 : 0;
}
function tooDeep$1(text, index) {
	const lineStart = text.lastIndexOf("\n", index - 1) + 1;
	return {
		code: "too-deep",
		message: `expected at most 32 levels of nesting, found more`,
		suggestion: "Flatten the arrays, inline tables or dotted keys on this line.",
		place: {
			line: text.slice(0, lineStart).split("\n").length,
			column: index - lineStart + 1
		}
	};
}
// src/goalfile/parse-table.ts
/** The values of a TOML text. Integers that a number cannot hold exactly come as `bigint`. */
function parseTable(text) {
	if (text.startsWith("﻿")) return malformed("a byte order mark stands in the text", {
		line: 1,
		column: 1
	});
	const dotted = hasDottedLine(text) ? nestingProblem(text) : void 0;
	if (dotted !== void 0) return {
		kind: "problem",
		problem: dotted
	};
	try {
		return {
			kind: "table",
			table: parse(text, {
				integersAsBigInt: "asNeeded",
				maxDepth: 33
			})
		};
	} catch (error) {
		const nesting = nestingProblem(text);
		return nesting === void 0 ? toProblem$1(error) : {
			kind: "problem",
			problem: nesting
		};
	}
}
function toProblem$1(error) {
	if (error instanceof TomlError) {
		const sentence = error.message.split("\n", 1)[0] ?? "";
		const { line, column } = error;
		return malformed(sentence.replace(/^Invalid TOML document: /, ""), {
			line,
			column
		});
	}
	return malformed(error instanceof Error ? error.message : "unknown", {
		line: 1,
		column: 1
	});
}
function malformed(sentence, place) {
	return {
		kind: "problem",
		problem: {
			code: "malformed-toml",
			message: `malformed TOML: ${toOneLine(sentence, 200)}`,
			place
		}
	};
}
// src/goalfile/schema/rule.ts
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;
/** Most texts have none of these, which is told much faster than that they have none of those. */
const UNUSUAL = /[^\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2BFF]/;
const UNUSUAL_IN_LINES = /[^\t\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2BFF]/;
const TEXT_MAX$3 = 1e3;
/** A text that holds these rules; the first broken one is told. */
function ruledText(wording, ...rules) {
	return string({ error: (issue) => wordingFor(wording, issue.input) }).check((context) => {
		const broken = firstBroken(context.value, rules);
		if (broken === void 0) return;
		const { code, suggestion } = broken;
		context.issues.push({
			code: "custom",
			message: broken.template,
			input: context.value,
			params: {
				code,
				suggestion
			}
		});
	});
}
function wordingFor(wording, input) {
	if (typeof wording === "string") return wording;
	return input === void 0 ? wording.missing : wording.wrong;
}
function firstBroken(text, rules) {
	for (const rule of rules) {
		const broken = rule(text);
		if (broken !== void 0) return broken;
	}
}
/** One line without characters that a reader would not see. */
function lineText(wrong, ...rules) {
	return ruledText(wrong, filled(wrong), shorterThan(TEXT_MAX$3), visible, ...rules);
}
/** A line that becomes the value of a flag, and so must not look like one. */
function flagValue(wrong, ...rules) {
	return lineText(wrong, shorterThan(200), notAFlag, ...rules);
}
function filled(template) {
	return (text) => text.trim() === "" ? { template } : void 0;
}
function shorterThan(charactersMax) {
	return (text) => text.length <= charactersMax ? void 0 : {
		template: `{at} must be at most ${charactersMax} characters long`,
		code: "too-long"
	};
}
function visible(text) {
	if (!UNUSUAL.test(text)) return void 0;
	const found = HIDDEN.exec(text);
	if (found === null) return void 0;
	return {
		template: `{at} must not contain control, bidirectional or invisible characters (found U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} after ${found.index} characters)`,
		code: "hidden-character",
		suggestion: "Remove the character, so that everybody reads what is run."
	};
}
/** Line breaks and tabs are common in scripts that are given as one argument. */
function visibleLines(text) {
	return UNUSUAL_IN_LINES.test(text) ? visible(text.replaceAll(/\r?\n|\t/g, " ")) : void 0;
}
function notAFlag(text) {
	if (!text.startsWith("-")) return void 0;
	return {
		template: "{at} must not start with \"-\" (got {got})",
		suggestion: "It is the value of an option, not an option."
	};
}
/** What people are shown of a text that may be anything. */
function toShown(text) {
	return UNUSUAL_IN_LINES.test(text) ? toPlainText(text) : text;
}
// src/goalfile/schema/path-rules.ts
const PATH_MAX$1 = 500;
const BRACES_MAX = 3;
/**
* Ways to place the wildcards of a glob on a long hostile path, all of which a backtracking matcher
* tries: measured, four stars in one name of 255 letters take more than a second, five take minutes.
*/
const WAYS_MAX = 1e7;
const NAME_LENGTH = 255;
const FOLDER_DEPTH = 100;
/** Shapes that are no path inside the repository, with what they are called. */
const FOREIGN = [
	[/^\//, "an absolute path"],
	[/^~/, "a home folder"],
	[/^[A-Za-z]:/, "a drive letter"],
	[/\\/, "a backslash"],
	[/[\u2044\u2215\u29F8\uFF0F]/, "a character that only looks like a slash"],
	[/(^|\/)\.\.(\/|$)/, "a \"..\" step"]
];
/** Patterns that mean something else than they say, or take for ever to match. */
const UNSAFE = [
	[/^(?:\.\/)*!/, "a leading \"!\""],
	[/[!@?*+]\(/, "an extended pattern such as \"!(\""],
	[/[)\]}]\+/, "a repetition \"+\""],
	[/\(.*[*?+|{]|[*?+|{].*\(/, "round brackets beside wildcards"]
];
/** What every path and glob of a goal-file has to be. */
const PATH_RULES = [
	filled("{at} must not hold an empty path"),
	shorterThan(PATH_MAX$1),
	visible,
	insideRepository
];
const GLOB_RULES = [...PATH_RULES, matchable];
const PREFIX_RULES = [...PATH_RULES, literal];
function insideRepository(text) {
	const found = FOREIGN.find(([shape]) => shape.test(text));
	if (found === void 0) return void 0;
	return {
		template: `{at} must name a path inside the repository, but {got} has ${found[1]}`,
		code: "path-outside",
		suggestion: "Write it relative, with \"/\" between folders, such as \"src/app\"."
	};
}
/** An agent may neither be let at git's own files nor be sent to work among them. */
function notGit(text) {
	if (!/(^|\/)\.git(\/|$)/i.test(text)) return void 0;
	return {
		template: "{at} must not name git's own files (got {got})",
		code: "path-outside"
	};
}
function matchable(text) {
	const found = UNSAFE.find(([shape]) => shape.test(text))?.[1] ?? tooManyWildcards(text);
	if (found === void 0) return void 0;
	return {
		template: `{at} must be a plain glob, but {got} has ${found}`,
		code: "unsafe-glob",
		suggestion: "Use \"*\", \"**\", \"?\" and \"{a,b}\"; write several globs instead of one clever one."
	};
}
function tooManyWildcards(text) {
	if (countOf(text, "{") > BRACES_MAX) return `more than ${BRACES_MAX} brace groups`;
	return text.split("/").reduce((product, segment) => product * waysToMatch(segment), 1) > WAYS_MAX ? "more wildcards than can be matched in a moment" : void 0;
}
function waysToMatch(segment) {
	if (segment === "**") return FOLDER_DEPTH;
	return NAME_LENGTH ** Math.max(0, countOf(segment, "*") - 1);
}
function literal(text) {
	if (!/[*?]/.test(text)) return void 0;
	return {
		template: "{at} takes files and folders, not wildcards (got {got})",
		code: "unsafe-glob",
		suggestion: "Name the folder: everything below it is meant."
	};
}
function countOf(text, character) {
	return text.split(character).length - 1;
}
/** `./lib//` and `lib` are one path; the root is empty. */
function toPlainPath(text) {
	return text.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
// src/goalfile/schema/shapes.ts
/** Beyond a day a timer of the platform is no longer trusted, and no check should need it. */
const TIMEOUT_MAX_MS = 864e5;
const LIST_MAX$1 = 1e3;
function flag() {
	return boolean({ error: "{at} must be a boolean" });
}
function positiveInteger() {
	const error = "{at} must be a positive integer";
	return int({ error }).min(1, { error });
}
function timeoutMs() {
	const error = `{at} must be at most ${TIMEOUT_MAX_MS} (one day)`;
	return positiveInteger().max(TIMEOUT_MAX_MS, { error });
}
/** `wrong` is said for the list and for each of its items. */
function listOf(item, wrong) {
	return array(item, { error: wrong }).max(LIST_MAX$1, { error: `{at} must have at most ${LIST_MAX$1} items` });
}
// src/goalfile/schema/to-group-id.ts
/** One spelling of a group for all the ways people write it: "Sign Up & In" and "sign-up-and-in" are one. */
function toGroupId(text) {
	return text.toLowerCase().replaceAll("&", " ").replaceAll(/(?<![\p{L}\p{N}_])and(?![\p{L}\p{N}_])/gu, " ").replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}
// src/goalfile/schema/group.ts
const ID$3 = {
	wrong: "[[group]] {index} \"id\" must be a non-empty string",
	missing: "[[group]] {index} is missing required key \"id\""
};
const TEXT$10 = "{at} must be a non-empty string";
const NEEDS = "{at} must be an array of non-empty strings";
/** One entry of `[[group]]`. */
const Group = object({
	id: groupName(ID$3).describe("name of the group; normalised to lower case words joined by -"),
	name: ruledText(TEXT$10, filled(TEXT$10), shorterThan(500)).transform(toShown).optional().describe("what people see; the id as it is written when absent"),
	parent: groupName(TEXT$10).optional().describe("group that this one is a part of"),
	budget: positiveInteger().optional().describe("iterations that the group may take"),
	needs: listOf(groupName(NEEDS), NEEDS).default([]).describe("groups that have to hold before this one is worked on")
});
/** How a group is called wherever one is named; `toGroupId` makes one of all spellings. */
function groupName(wording) {
	return ruledText(wording, filled(typeof wording === "string" ? wording : wording.wrong), shorterThan(200), visible, hasLetters);
}
function hasLetters(text) {
	if (toGroupId(text) !== "") return void 0;
	return {
		template: "{at} must have a letter a-z or a digit besides the word \"and\" (got {got})",
		suggestion: "Say the rest in its name."
	};
}
// src/goalfile/schema/predicate-head.ts
const TEXT$9 = "{at} must be a string";
const ID$2 = {
	wrong: "[[predicate]] {index} \"id\" must be a non-empty string",
	missing: "[[predicate]] {index} is missing required key \"id\""
};
const PROVIDER = {
	wrong: TEXT$9,
	missing: "{owner} is missing required key \"provider\""
};
const GROUP$1 = "{at} must be a non-empty string";
const SECRETS = "{at} must be an array of names of secrets";
/** What every predicate may say, whatever evaluates it. */
const PredicateHead = object({
	id: ruledText(ID$2, filled(ID$2.wrong), shorterThan(200), visible).describe("names the predicate in every report"),
	provider: ruledText(PROVIDER).describe("what evaluates it"),
	description: ruledText(TEXT$9, shorterThan(1e4)).transform(toShown).optional().describe("what it is for; told to the agent"),
	guard: flag().default(false).describe("holds at the start and must not break"),
	acceptance: flag().default(false).describe("accepts the work; counts like any other"),
	held_out: flag().default(false).describe("counts, and its evidence is never told to the agent"),
	group: groupName(GROUP$1).transform(toGroupId).optional().describe("id of a [[group]]"),
	optional: flag().default(false).describe("an unknown is waived and shown"),
	cwd: ruledText(TEXT$9, ...PATH_RULES, notGit).transform(toPlainPath).optional().describe("folder below the workspace in which its program runs"),
	secrets: listOf(ruledText(SECRETS, secretName), SECRETS).optional().describe("names of the secrets that it may use; only for live predicates that run no program"),
	timeout_ms: timeoutMs().optional().describe("how long it may take"),
	feature: unknown().optional().describe("for people; nothing reads it"),
	scenario: unknown().optional().describe("for people; nothing reads it"),
	steps: unknown().optional().describe("for people; nothing reads it"),
	role: unknown().optional().describe("for people; nothing reads it"),
	priority: unknown().optional().describe("for people; nothing reads it"),
	interface: unknown().optional().describe("for people; nothing reads it")
});
/** Names a secret the way GitHub does. */
function secretName(text) {
	if (/^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,199}$/i.test(text)) return void 0;
	return {
		template: "{at} must use names that GitHub accepts for secrets (got {got})",
		code: "invalid-name",
		suggestion: "Letters, digits and underscores, not starting with a digit or GITHUB_."
	};
}
// src/goalfile/toml-table.ts
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
}
// src/goalfile/schema/environment.ts
const ENTRIES_MAX = 200;
const VALUE_MAX = 16384;
/** A table of strings; the documented list of pairs `[["NAME", "value"]]` means the same. */
function stringTable(nameRule, valueRule) {
	return unknown().transform((input, context) => {
		const entries = entriesOf(input);
		const issues = entries === void 0 ? [whole(input)] : problemsOf(entries, nameRule, valueRule);
		context.issues.push(...issues.slice(0, ENTRIES_MAX));
		return Object.fromEntries((entries ?? []).flatMap(textEntry));
	});
}
function entriesOf(input) {
	if (isTable(input)) return Object.entries(input).map(([name, value]) => [
		name,
		value,
		name
	]);
	if (!Array.isArray(input)) return void 0;
	const entries = input.flatMap((pair, index) => Array.isArray(pair) && pair.length === 2 ? [[
		pair[0],
		pair[1],
		index
	]] : []);
	return entries.length === input.length ? entries : void 0;
}
function problemsOf(entries, nameRule, valueRule) {
	if (entries.length > ENTRIES_MAX) return [issue({ template: `{at} must have at most ${ENTRIES_MAX} entries` }, entries)];
	const names = entries.map(([name]) => name);
	return entries.flatMap(([name, value, key], index) => {
		const broken = names.indexOf(name) === index ? brokenEntry(name, value, nameRule, valueRule) : { template: "{at} must name everything once (got {got} again)" };
		return broken === void 0 ? [] : [issue(broken, broken.about ?? name, key)];
	});
}
function brokenEntry(name, value, nameRule, valueRule) {
	if (typeof name !== "string" || typeof value !== "string") return {
		...notStrings(),
		about: typeof name === "string" ? value : name
	};
	return nameRule(name) ?? (value.length > VALUE_MAX ? tooLong() : void 0) ?? valueRule(value);
}
function whole(input) {
	return issue(notStrings(), input);
}
function notStrings() {
	return { template: "{at} must be a table of strings (got {got})" };
}
function tooLong() {
	return {
		template: `{at} values must be at most ${VALUE_MAX} characters long`,
		code: "too-long"
	};
}
function issue(broken, input, key) {
	const { template, code, suggestion } = broken;
	return {
		code: "custom",
		message: template,
		input,
		path: key === void 0 ? [] : [key],
		params: {
			code,
			suggestion
		}
	};
}
function textEntry([name, value]) {
	return typeof name === "string" && typeof value === "string" ? [[name, value]] : [];
}
const Environment = stringTable(environmentName, visibleLines);
function environmentName(name) {
	if (name.length > 200 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return {
		template: "{at} must use names of letters, digits and underscores (got {got})",
		code: "invalid-name"
	};
	if (!/^(?:GITHUB|ACTIONS)_/i.test(name)) return void 0;
	return {
		template: "{at} must not set {got}: GITHUB_* and ACTIONS_* belong to the runner",
		code: "reserved-name",
		suggestion: "Give the variable a name of its own."
	};
}
// src/goalfile/schema/setup.ts
const COMMANDS$1 = "{at} must be an array of commands such as [[\"npm\", \"ci\"]]";
const GLOBS = "{at} must be an array of globs";
const FOLDERS$1 = "{at} must be an array of folders";
const COMMANDS_MAX = 50;
const WORDS_MAX = 200;
const WORD_LENGTH_MAX = 16384;
/** One executable: looked up by name or path, never read by a shell. */
function executable(wrong) {
	return ruledText(wrong, filled(wrong), shorterThan(1e3), visible);
}
/** One argument: whatever a program may be told, as long as a reader can see it. */
function argument(wrong) {
	return ruledText(wrong, shorterThan(WORD_LENGTH_MAX), visibleLines);
}
const Cache = object({
	key: listOf(ruledText(GLOBS, ...GLOB_RULES), GLOBS).min(1, { error: "{at} must name at least one file" }).transform((globs) => globs.map(toPlainPath)).describe("files whose content names what setup makes, such as a lockfile"),
	paths: listOf(ruledText(FOLDERS$1, ...PREFIX_RULES, notGit), FOLDERS$1).min(1, { error: "{at} must name at least one folder" }).transform((folders) => folders.map(toPlainPath)).describe("folders that are kept, such as node_modules")
}, { error: "{at} must be a table of key and paths" });
/** What prepares a fresh checkout. */
const Setup = object({
	commands: array(tuple([executable(COMMANDS$1)], argument(COMMANDS$1), { error: COMMANDS$1 }).check(_maxLength(WORDS_MAX, { error: `{at} allows ${WORDS_MAX} words a command` })), { error: COMMANDS$1 }).max(COMMANDS_MAX, { error: `{at} allows ${COMMANDS_MAX} commands` }).default([]).describe("commands, each a list of words, that run before anything is observed"),
	timeout_ms: timeoutMs().default(6e5).describe("how long they may take together"),
	cache: Cache.optional().describe("what need not be made anew: key and paths")
});
// src/goalfile/schema/text-table.ts
/** A table of texts in JSON Schema: the type of what is written is lost where it is read by hand. */
const TABLE_OF_TEXTS = { anyOf: [{
	type: "object",
	additionalProperties: { type: "string" }
}, {
	type: "array",
	items: {
		type: "array",
		items: { type: "string" },
		minItems: 2,
		maxItems: 2
	}
}] };
// src/goalfile/schema/program.ts
const CMD$1 = "{owner} requires a non-empty string \"cmd\"";
const ARGS$2 = "{at} must be an array of strings";
/** One executable. `wrong` is said when it is missing, too. */
function command(wrong = CMD$1) {
	return executable(wrong).describe("executable, by name or by a path in the repository");
}
/** What the executable is told, one word an item. */
function words(wrong = ARGS$2) {
	return listOf(argument(wrong), wrong).describe("arguments, passed on as they are");
}
/** Variables that the program sees in addition to the few that are let through. */
function variables() {
	return Environment.default({}).meta({
		description: "variables of the program's environment",
		jsonSchema: TABLE_OF_TEXTS
	});
}
/** What all providers share that start a program. */
const Program = PredicateHead.extend({
	cmd: command(),
	args: words().default([]),
	env: variables()
});
// src/goalfile/schema/report-path.ts
const TEXT$8 = "{at} must be a string";
/** A file of the checkout. */
function filePath(wrong = TEXT$8) {
	return ruledText(wrong, ...PREFIX_RULES, notGit, notTheRoot);
}
/** Files of the checkout that a program writes. */
function reportGlob() {
	return ruledText(TEXT$8, ...GLOB_RULES, notGit, notTheRoot).transform(toPlainPath).optional().describe("glob of the JUnit files that the program writes");
}
/** One file of the checkout that a program writes. */
function reportFile() {
	return filePath().transform(toPlainPath).optional().describe("file that the program writes its report to, instead of standard output");
}
function notTheRoot(text) {
	if (toPlainPath(text) !== "") return void 0;
	return { template: "{at} must name a file (got {got})" };
}
// src/goalfile/schema/gherkin.ts
const ID$1 = "{at} must be a non-empty string";
const FEATURE = {
	wrong: "{at} must be a non-empty string",
	missing: "{owner} is missing required key \"feature\""
};
const RUNNER$1 = "{at} must be a non-empty string";
const FORMAT = "{owner} has unknown verdict_format {got} (known: cucumber_json, scenario_map)";
/** One entry stands for all scenarios of its feature file. */
const Gherkin = PredicateHead.extend({
	id: ruledText(ID$1, filled(ID$1), shorterThan(200), visible).optional().describe("for people; every scenario has an id of its own"),
	feature: ruledText(FEATURE, filled(FEATURE.wrong), ...PATH_RULES, notGit).transform(toPlainPath).describe("feature file, relative to the workspace"),
	runner_cmd: executable(RUNNER$1).optional().describe("program that runs the scenarios"),
	runner_args: words().default([]),
	verdict_format: _enum(["cucumber_json", "scenario_map"], { error: FORMAT }).default("cucumber_json").describe("what it reports: Cucumber's JSON, or a table from scenario to verdict"),
	report_path: reportFile()
});
// src/goalfile/schema/scope.ts
const TEXT$7 = "{at} must be a string";
const LIST$9 = "{at} must be an array of strings";
/** Which part of the repository the goal is about. */
const Scope = object({
	workspace: ruledText(TEXT$7, ...PATH_RULES, notGit).transform(toPlainPath).default("").describe("folder of the repository in which predicates run"),
	repo: ruledText(TEXT$7, shorterThan(500)).transform(toShown).optional().describe("which repository is meant; for people"),
	paths: listOf(ruledText(LIST$9, ...GLOB_RULES, notGit), LIST$9).transform(toScopePaths).default([]).describe("globs or folders, relative to the workspace, that may change; all when empty"),
	write_paths: listOf(ruledText(LIST$9, shorterThan(500)).transform(toShown), LIST$9).optional().describe("where changes are expected; for people"),
	deny: listOf(ruledText(LIST$9, ...PREFIX_RULES, notEverything), LIST$9).transform((paths) => paths.map(toPlainPath)).default([]).describe("files and folders, relative to the workspace, that nobody may change")
});
/** No paths means all of them, and so does the root among them. */
function toScopePaths(paths) {
	const plain = paths.map(toPlainPath);
	return plain.includes("") ? [] : plain;
}
function notEverything(text) {
	if (toPlainPath(text) !== "") return void 0;
	return { template: "{at} must leave something to work on (got {got})" };
}
/** What `loadGoal` needs to know of feature files, by path; loads the parser only where there is one. */
async function parseFeatures(texts) {
	if (texts.size === 0) return /* @__PURE__ */ new Map();
	const { parseFeature } = await import("./parse-feature.mjs");
	return new Map([...texts].slice(0, 50).map(([path, text]) => [path, parseFeature(text)]));
}
// src/goalfile/gherkin/feature-paths.ts
/**
* The feature files that a goal-file names, as paths of the repository, so that a host knows what to
* read before it loads the goal. What is wrong with the file is not told here.
*/
function featurePaths(bytes) {
	const text = decodeText(bytes);
	if (typeof text !== "string" || !text.includes("gherkin")) return [];
	const parsed = parseTable(text);
	if (parsed.kind === "problem") return [];
	const { predicate, scope } = parsed.table;
	const workspace = isTable(scope) ? Scope.shape.workspace.safeParse(scope["workspace"]) : void 0;
	if (!Array.isArray(predicate) || workspace?.success === false) return [];
	const paths = predicate.flatMap((table) => {
		if (!isTable(table) || table["provider"] !== "gherkin") return [];
		const feature = Gherkin.shape.feature.safeParse(table["feature"]);
		return feature.success ? [featurePath(feature.data, workspace?.data ?? "")] : [];
	});
	return [...new Set(paths)].slice(0, 50);
}
/** A path of the workspace as one of the repository. */
function featurePath(feature, workspace) {
	return workspace === "" ? feature : `${workspace}/${feature}`;
}
// src/goalfile/gherkin/read-features.ts
/**
* The feature files that a goal-file names, for `loadGoal`. A host reads them where it read the
* goal-file, at the same commit; a file that is not there is none, and the loader says so.
*/
async function readFeatures(goalBytes, readFile) {
	const texts = /* @__PURE__ */ new Map();
	for (const path of featurePaths(goalBytes)) {
		const bytes = await readFile(path);
		if (bytes !== void 0) texts.set(path, new TextDecoder().decode(bytes));
	}
	return await parseFeatures(texts);
}
// src/goalfile/hostile-values.ts
/** Names that reach an object's prototype wherever somebody merges objects. */
const UNSAFE_KEYS = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
const PROBLEMS_MAX = 100;
/** Finding the places of so many would take seconds. */
const VALUES_MAX = 2e4;
/** What no table of a goal-file may hold, wherever it stands. Walks without recursion. */
function hostileValues(table) {
	const walk = {
		open: [{
			value: table,
			key: "",
			depth: 0,
			parent: void 0
		}],
		problems: [],
		count: 0
	};
	for (let step = walk.open.pop(); step !== void 0; step = walk.open.pop()) {
		if (isTable(step.value)) walkKeys(step.value, step, walk);
		else walkItems(step.value, step, walk);
		if (walk.count > VALUES_MAX) return [tooManyValues()];
	}
	return walk.problems;
}
function walkItems(items, parent, walk) {
	walk.count += items.length;
	if (walk.count > VALUES_MAX) return;
	items.forEach((item, key) => enter(item, key, parent, walk));
}
function walkKeys(table, parent, walk) {
	const keys = Object.keys(table);
	walk.count += keys.length;
	if (walk.count > VALUES_MAX) return;
	for (const key of keys) {
		if (UNSAFE_KEYS.has(key)) tell(walk, unsafeKey(key), pathOf(parent, key));
		enter(table[key], key, parent, walk);
	}
}
function enter(value, key, parent, walk) {
	if (typeof value !== "object") return;
	const depth = parent.depth + 1;
	if (depth > 32) tell(walk, tooDeep(), pathOf(parent, key));
	else if (Array.isArray(value) || isTable(value)) walk.open.push({
		value,
		key,
		depth,
		parent
	});
}
function tell(walk, problem, path) {
	if (walk.problems.length >= PROBLEMS_MAX) return;
	walk.problems.push({
		severity: "error",
		...problem,
		path,
		at: "key"
	});
}
function tooManyValues() {
	return {
		severity: "error",
		code: "too-many-values",
		message: `expected at most ${VALUES_MAX} values in a goal-file, found more`,
		suggestion: "Split it into several goals.",
		path: [],
		at: "key"
	};
}
function tooDeep() {
	return {
		code: "too-deep",
		message: `expected at most 32 levels of nesting, found more`,
		suggestion: "Flatten the tables and arrays here."
	};
}
function unsafeKey(key) {
	return {
		code: "unsafe-key",
		message: `the key "${key}" is not allowed in a goal-file`,
		suggestion: "Give it another name."
	};
}
function pathOf(parent, key) {
	const path = [key];
	for (let at = parent; at.parent !== void 0; at = at.parent) path.push(at.key);
	return path.toReversed();
}
// src/goalfile/place-name.ts
/** One text for one path: a number is an index, a text a key. */
function placeName(path) {
	return JSON.stringify(path);
}
// src/goalfile/find-places.ts
/**
* The places of the wanted names in a text that the parser of the values took: this only has to find
* its way. A tree of the whole text would need fifty times its memory.
*/
function findPlaces(text, wanted) {
	const scan = {
		text,
		index: 0,
		wanted,
		keys: /* @__PURE__ */ new Map(),
		values: /* @__PURE__ */ new Map(),
		lists: /* @__PURE__ */ new Map()
	};
	let table = [];
	for (skipGap(scan); scan.index < text.length; skipGap(scan)) {
		const start = scan.index;
		if (text.charAt(start) === "[") table = readHeader(scan);
		else readKeyValue(scan, table);
		if (scan.index === start) scan.index += 1;
	}
	return {
		keys: toPlaces(text, scan.keys),
		values: toPlaces(text, scan.values)
	};
}
/** `[a.b]` or `[[a.b]]`; a name that was a list before means its newest table. */
function readHeader(scan) {
	const start = scan.index;
	const isList = scan.text.startsWith("[[", start);
	scan.index += isList ? 2 : 1;
	const parts = readKey(scan).map(({ step }) => step);
	scan.index += isList ? 2 : 1;
	let path = [];
	parts.forEach((step, place) => {
		path = [...path, step];
		note(scan.keys, path, start, scan);
		const name = placeName(path);
		const count = scan.lists.get(name);
		if (isList && place === parts.length - 1) {
			scan.lists.set(name, (count ?? 0) + 1);
			path = [...path, count ?? 0];
			note(scan.keys, path, start, scan);
		} else if (count !== void 0) path = [...path, count - 1];
	});
	return path;
}
function readKeyValue(scan, table) {
	const path = [...table];
	for (const { step, start } of readKey(scan)) {
		path.push(step);
		note(scan.keys, path, start, scan);
	}
	scan.index += 1;
	skipGap(scan);
	readValue(scan, path);
}
/** A dotted key up to what ends it: `=` or `]`. */
function readKey(scan) {
	const parts = [];
	do {
		if (parts.length > 0) scan.index += 1;
		skipGap(scan);
		const start = scan.index;
		scan.index = endOfKeyPart(scan.text, start);
		parts.push({
			step: toKey(scan.text.slice(start, scan.index)),
			start
		});
		skipGap(scan);
	} while (scan.text.charAt(scan.index) === ".");
	return parts;
}
function endOfKeyPart(text, start) {
	if (isQuote(text.charAt(start))) return endOfSkipped(text, start);
	const end = /[^\w-]/g;
	end.lastIndex = start;
	return end.exec(text)?.index ?? text.length;
}
/** Depth is bounded before anybody asks for places. */
function readValue(scan, path) {
	note(scan.values, path, scan.index, scan);
	const character = scan.text.charAt(scan.index);
	if (character === "[") {
		let count = 0;
		readItems(scan, "]", () => {
			readValue(scan, [...path, count]);
			count += 1;
		});
	} else if (character === "{") readItems(scan, "}", () => readKeyValue(scan, path));
	else if (isQuote(character)) scan.index = endOfSkipped(scan.text, scan.index);
	else {
		const end = /[,\]}#\r\n]/g;
		end.lastIndex = scan.index;
		scan.index = end.exec(scan.text)?.index ?? scan.text.length;
	}
}
/** What stands between brackets, each with the comma that may be behind it. */
function readItems(scan, closing, readItem) {
	scan.index += 1;
	skipGap(scan);
	while (scan.index < scan.text.length && scan.text.charAt(scan.index) !== closing) {
		const start = scan.index;
		readItem();
		skipGap(scan);
		if (scan.text.charAt(scan.index) === ",") scan.index += 1;
		skipGap(scan);
		if (scan.index === start) return;
	}
	scan.index += 1;
}
/** White space, line ends and comments. */
function skipGap(scan) {
	const other = /[^ \t\r\n]/g;
	do {
		other.lastIndex = scan.index;
		scan.index = other.exec(scan.text)?.index ?? scan.text.length;
		if (scan.text.charAt(scan.index) !== "#") return;
		scan.index = endOfSkipped(scan.text, scan.index);
	} while (scan.index < scan.text.length);
}
/** A key as it is meant: its quotes and escapes are the parser's to read. */
function toKey(written) {
	if (!isQuote(written.charAt(0))) return written;
	const parsed = parseTable(`key = ${written}`);
	const value = parsed.kind === "table" ? parsed.table["key"] : void 0;
	return typeof value === "string" ? value : written;
}
function isQuote(character) {
	return character === "\"" || character === "'";
}
/** The first of several is where a reader looks. */
function note(places, path, start, scan) {
	const name = placeName(path);
	if (scan.wanted.has(name) && !places.has(name)) places.set(name, start);
}
/** Each start as a line and a column, counted from 1, on one way through the text. */
function toPlaces(text, starts) {
	const places = /* @__PURE__ */ new Map();
	let line = 1;
	let lineStart = 0;
	let feed = text.indexOf("\n");
	for (const [name, start] of [...starts].toSorted(([, one], [, other]) => one - other)) {
		while (feed !== -1 && feed < start) {
			line += 1;
			lineStart = feed + 1;
			feed = text.indexOf("\n", lineStart);
		}
		places.set(name, {
			line,
			column: start - lineStart + 1
		});
	}
	return places;
}
// src/goalfile/locate.ts
const START = {
	line: 1,
	column: 1
};
/** Where each problem stands in the text: at its path, or at the table that it should stand in. */
function locate(text, problems) {
	const names = new Set(problems.flatMap(({ path }) => prefixesOf(path)));
	if (names.size === 0) return problems.map(() => START);
	const { keys, values } = findPlaces(text, names);
	return problems.map(({ path, at }) => {
		const [first, second] = at === "key" ? [keys, values] : [values, keys];
		const name = prefixesOf(path).findLast((it) => keys.has(it) || values.has(it));
		if (name === void 0) return START;
		return first.get(name) ?? second.get(name) ?? START;
	});
}
function prefixesOf(path) {
	return path.map((_, index) => placeName(path.slice(0, index + 1)));
}
// src/goalfile/present.ts
function present(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
// src/goalfile/load-file.ts
const ISSUES_MAX$1 = 100;
/** Bytes to what `read` makes of their tables; nothing is read that could hurt the reader. */
function loadFile(source, read) {
	const text = decodeText(source.bytes);
	if (typeof text !== "string") return refuse$1(source, text);
	const parsed = parseTable(text);
	if (parsed.kind === "problem") return refuse$1(source, parsed.problem);
	const problems = [...hostileValues(parsed.table)];
	const nesting = problems.length === 0 ? void 0 : nestingProblem(text);
	if (nesting !== void 0) return refuse$1(source, nesting);
	const value = problems.length > 0 ? void 0 : read({
		root: parsed.table,
		problems
	});
	const issues = toIssues(problems, source.path, text);
	return value === void 0 || issues.some((it) => it.severity === "error") ? {
		kind: "refused",
		issues
	} : {
		kind: "loaded",
		value,
		issues
	};
}
function refuse$1(source, { place, ...problem }) {
	return {
		kind: "refused",
		issues: [{
			severity: "error",
			file: source.path,
			...problem,
			...place
		}]
	};
}
/** In the order of the file. When there are too many, warnings are left out first. */
function toIssues(problems, file, text) {
	const kept = [...ofSeverity(problems, "error"), ...ofSeverity(problems, "warning")].slice(0, ISSUES_MAX$1);
	const places = locate(text, kept);
	const shown = kept.map(({ severity, code, message, suggestion }, index) => {
		return {
			severity,
			code,
			file,
			...places[index] ?? {
				line: 1,
				column: 1
			},
			message,
			...present("suggestion", suggestion)
		};
	}).toSorted((one, other) => one.line - other.line || one.column - other.column);
	const first = shown[0];
	return problems.length <= ISSUES_MAX$1 || first === void 0 ? shown : [...shown, tooMany(first)];
}
function ofSeverity(problems, severity) {
	return problems.filter((it) => it.severity === severity);
}
function tooMany(first) {
	return {
		...first,
		severity: "warning",
		code: "too-many-issues",
		message: `more than ${ISSUES_MAX$1} problems were found; ${ISSUES_MAX$1} of them are shown`,
		suggestion: "Mend these first."
	};
}
// src/goalfile/goal-parts.ts
function toBudget(table) {
	return {
		...present("iterationsMax", table.max_iterations),
		...present("dispatchesMax", table.max_dispatches),
		...present("wallClockMaxMs", table.max_wall_clock_ms),
		...present("tokensMax", table.max_tokens),
		...present("costMaxUsd", table.max_cost_usd),
		cachedReadWeight: table.cached_read_weight
	};
}
function toScope(table) {
	return {
		workspace: table.workspace,
		paths: table.paths,
		deny: table.deny,
		...present("writePaths", table.write_paths),
		...present("repo", table.repo)
	};
}
function toHarness(table) {
	if (table === void 0) return { allowedTools: [] };
	return {
		id: table.id,
		...present("model", table.model),
		...present("command", table.command),
		...present("effort", table.effort),
		...present("permissionMode", table.permission_mode),
		allowedTools: table.allowed_tools
	};
}
function toIntegration(table) {
	return {
		...present("mode", table.mode),
		...present("branch", table.branch),
		...present("branchPrefix", table.branch_prefix),
		...present("base", table.base),
		...present("commitStyle", table.commit_style)
	};
}
function toSetup(table) {
	return {
		commands: table.commands,
		timeoutMs: table.timeout_ms,
		...present("cache", table.cache)
	};
}
function toEnforcement(table) {
	return {
		enabled: table.enabled,
		cleanTree: table.clean_tree,
		cleanRef: table.clean_ref,
		failOnSkip: table.fail_on_skip,
		readOnlyPaths: table.read_only_paths,
		fixerReadOnlyPaths: table.roles?.fixer?.read_only_paths ?? [],
		demonstratorWritePaths: table.roles?.demonstrator?.allowed_write_paths ?? []
	};
}
function toCapture(table) {
	const command = table.reset_cmd;
	const reset = command === void 0 ? void 0 : {
		command,
		args: table.reset_args
	};
	return {
		name: table.name,
		launch: {
			command: table.launch_cmd,
			args: table.launch_args
		},
		output: table.output,
		...present("reset", reset),
		postLaunchWaitMs: table.post_launch_wait_ms,
		timeoutMs: table.timeout_ms
	};
}
function toDeploy(table) {
	const environments = Object.entries(table.environments).map(([name, it]) => [name, {
		...present("url", it.url),
		...toWay(it)
	}]);
	return {
		...toWay(table),
		...present("environment", table.environment),
		timeoutMs: table.timeout_ms,
		environments: Object.fromEntries(environments)
	};
}
function toWay({ cmd, args, env, workflow }) {
	return {
		...present("command", cmd === void 0 ? void 0 : {
			command: cmd,
			args: args ?? [],
			env: env ?? {}
		}),
		...present("workflow", workflow)
	};
}
// src/goalfile/predicate-surroundings.ts
/** What the reader of a predicate itself understands; `timeout_ms` is a key of each provider. */
const COMMON = /* @__PURE__ */ new Set([
	"id",
	"provider",
	"description",
	"guard",
	"acceptance",
	"held_out",
	"group",
	"optional",
	"cwd",
	"secrets"
]);
/** The original says the provider with the keys of a provider, and leaves it out with common ones. */
function predicateSurroundings(input, provider, index) {
	const name = predicateName(input, index);
	const owner = provider === "" ? name : `${provider} ${name}`;
	return {
		path: ["predicate", index],
		owner,
		index: `#${index + 1}`,
		labelOf: (key) => `${COMMON.has(key) ? name : owner} "${key}"`
	};
}
function predicateName(input, index) {
	const id = input["id"];
	if (typeof id !== "string" || id.trim() === "") return `[[predicate]] #${index + 1}`;
	return `predicate "${/^[\w.:/-]{1,80}$/.test(id) ? id : toOneLine(id, 80)}"`;
}
// src/goalfile/near-name.ts
const CHARACTERS_MAX = 64;
/** A file may declare thousands of names and misspell as many; each comparison costs microseconds. */
const COMPARED_MAX = 100;
/** The known name that was probably meant: at most a third of its letters away. */
function nearName(name, known) {
	if (name.length > CHARACTERS_MAX) return void 0;
	let nearest;
	let compared = 0;
	for (const candidate of known) {
		const distanceMax = Math.max(1, Math.floor(candidate.length / 3));
		if (Math.abs(candidate.length - name.length) > distanceMax) continue;
		if (compared >= COMPARED_MAX) break;
		compared += 1;
		const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
		if (distance <= distanceMax && distance < (nearest?.distance ?? 1e400)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(left, right) {
	let before = [];
	let above = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let row = 1; row <= left.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= right.length; column += 1) {
			const replaced = at(above, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
			const inserted = Math.min(at(above, column), at(current, column - 1)) + 1;
			const swapped = isSwap(left, row, right, column) ? at(before, column - 2) + 1 : 1e400;
			current.push(Math.min(replaced, inserted, swapped));
		}
		before = above;
		above = current;
	}
	return at(above, right.length);
}
function at(row, column) {
	return row[column] ?? 1e400;
}
function isSwap(left, row, right, column) {
	return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}
// src/goalfile/read-values.ts
const ISSUES_MAX = 100;
const TEXT_MAX$2 = 80;
/** The values as the schema gives them, or `undefined` when any of them was refused. */
function readValues(schema, input, context) {
	const result = schema.safeParse(input, { reportInput: true });
	if (result.success) return result.data;
	const problems = result.error.issues.slice(0, ISSUES_MAX).map((issue) => toProblem(issue, context.surroundings));
	const seen = /* @__PURE__ */ new Set();
	for (const problem of problems) {
		const name = JSON.stringify([problem.path, problem.message]);
		if (!seen.has(name)) context.problems.push(problem);
		seen.add(name);
	}
}
function toProblem(issue, surroundings) {
	const isMissing = foundBy(issue) === void 0;
	const params = paramsOf(issue);
	return {
		severity: "error",
		code: params.code ?? (isMissing ? "missing-key" : "invalid-value"),
		message: wordingOf(issue, surroundings),
		...present("suggestion", params.suggestion ?? suggestionOf(issue)),
		path: [...surroundings.path, ...issue.path.map(toStep$1)],
		at: "value"
	};
}
function wordingOf(issue, surroundings) {
	const keys = issue.path.filter((step) => typeof step === "string");
	const words = {
		"{at}": surroundings.labelOf(keys[0] ?? "", keys.join(".")),
		"{owner}": surroundings.owner,
		"{index}": surroundings.index ?? "",
		"{got}": formatFound(foundBy(issue))
	};
	return (issue.code === "custom" || issue.input === void 0 || issue.message.includes("{got}") ? issue.message : `${issue.message} (got {got})`).replaceAll(/\{(?:at|owner|index|got)\}/g, (name) => words[name] ?? name);
}
function suggestionOf(issue) {
	const found = foundBy(issue);
	if (typeof found !== "string") return void 0;
	if (issue.code === "invalid_value") return didYouMean(found, issue.values.map(String));
	if (issue.code !== "invalid_union" || !("options" in issue)) return void 0;
	return didYouMean(found, (issue.options ?? []).map(String));
}
/** Tables of several kinds are told apart by a tag, and then the tag is what is wrong. */
function foundBy(issue) {
	if (issue.code !== "invalid_union" || issue.discriminator === void 0) return issue.input;
	return isTable(issue.input) ? issue.input[issue.discriminator] : issue.input;
}
function didYouMean(name, known) {
	const near = nearName(name, known);
	return near === void 0 ? void 0 : `Did you mean "${near}"?`;
}
function paramsOf(issue) {
	const { code, suggestion } = issue.code === "custom" ? issue.params ?? {} : {};
	return {
		code: typeof code === "string" ? code : void 0,
		suggestion: typeof suggestion === "string" ? suggestion : void 0
	};
}
function toStep$1(step) {
	return typeof step === "symbol" ? step.toString() : step;
}
/** What stands there, short enough for one sentence. */
function formatFound(value) {
	if (typeof value === "string") return JSON.stringify(toOneLine(value, TEXT_MAX$2));
	if (typeof value === "number" || typeof value === "bigint") return toOneLine(`${value}`, 40);
	if (typeof value === "boolean") return `${value}`;
	if (value === void 0) return "nothing";
	if (Array.isArray(value)) return "an array";
	return isTable(value) ? "a table" : "a date or time";
}
// src/goalfile/command-problems.ts
/** Where a program is named: in the predicate itself, or in a table of it. */
const COMMANDS = [
	["cmd"],
	["runner_cmd"],
	["metric", "cmd"],
	["patch", "cmd"],
	["project", "cmd"]
];
/** What can be seen of the programs of a predicate before they are started. */
function commandProblems(input, index, workspace) {
	return COMMANDS.flatMap((keys) => {
		const cmd = valueAt$1(input, keys);
		if (typeof cmd !== "string") return [];
		const place = {
			path: [
				"predicate",
				index,
				...keys
			],
			at: "value"
		};
		const owner = `${predicateName(input, index)} "${keys.join(".")}"`;
		const found = [];
		if (workspace !== void 0 && leavesRepository(cmd, [workspace, input["cwd"]])) found.push({
			...place,
			severity: "error",
			code: "path-outside",
			message: `${owner} must not leave the repository (got ${formatFound(cmd)})`,
			suggestion: "Commit the script, or name a program that is on the PATH."
		});
		if (/\S +\S/.test(cmd)) found.push({
			...place,
			severity: "warning",
			code: "command-line",
			message: `${owner} is one executable, not a command line (got ${formatFound(cmd)})`,
			suggestion: "Put the words behind the first into args."
		});
		return found;
	});
}
function valueAt$1(input, keys) {
	let value = input;
	for (const key of keys) value = isTable(value) ? value[key] : void 0;
	return value;
}
/** A relative path that climbs above the root somewhere on its way from the folders it starts in. */
function leavesRepository(cmd, folders) {
	if (!cmd.includes("/") || cmd.startsWith("/")) return false;
	let depth = folders.reduce((sum, folder) => sum + depthOf(folder), 0);
	for (const step of cmd.split("/")) {
		if (step === "..") depth -= 1;
		else if (step !== "." && step !== "") depth += 1;
		if (depth < 0) return true;
	}
	return false;
}
function depthOf(folder) {
	if (typeof folder !== "string") return 0;
	return folder.split("/").filter((step) => step !== "" && step !== ".").length;
}
const CONCURRENCY = "{at} must be an integer from 1 to 16";
/** What predicates have that do not say it themselves. */
const Defaults = object({
	timeout_ms: timeoutMs().optional().describe("how long a predicate may take"),
	concurrency: int({ error: CONCURRENCY }).min(1, { error: CONCURRENCY }).max(16, { error: CONCURRENCY }).optional().describe("how many predicates may run programs at the same time; 4 where it is absent")
});
// src/goalfile/providers/not-built.ts
/** Providers of the original that load and are never evaluated, with what to use instead. */
const NOT_BUILT = /* @__PURE__ */ new Map([
	["swift_test", "Use test_runner with a \"report\": xcresulttool and xcbeautify write JUnit from an xcresult bundle."],
	["oss_hygiene", "Use custom_script with a secret scanner, or no_stubs with the words that may not be added."],
	["plan_expanded", "Leave it out: a plan is an issue here, and its approval is asked for there."],
	["spec_coverage", "Use a gherkin predicate for each feature file, so that every scenario has to run."],
	["scenario", "Use browser or cli with explicit steps and assertions."],
	["render_proof", "Use browser with a visual assertion, or custom_script with a program that looks at the file."],
	["visual_judge", "Use browser with visual and a11y assertions; a picture is approved by a person here."]
]);
// src/goalfile/schema/approval.ts
/** When a goal counts as approved. */
const Approval = object({ on_merge: flag().default(true).describe("a merge to the default branch by somebody who may write approves the goal") });
// src/goalfile/schema/linear-regex.ts
/** Constructs that no engine can match in time that grows with the text alone. */
const GROUPS = [
	[/^\(\?<?[=!]/, "a lookaround"],
	[/^\(\?(?:P=|P>|&|R|[+-]?\d)/, "a reference to a group"],
	[/^\(\?>/, "an atomic group"],
	[/^\(\?\(/, "a condition"]
];
/** Read as text: the engine itself judges later, and knows more. */
function linearRegex(regex) {
	const found = foreignConstruct(regex);
	if (found === void 0) return void 0;
	return {
		template: `{at} uses ${found}, which this version does not evaluate (got {got})`,
		code: "unsupported-regex",
		suggestion: "Write it without, or let a script count and use another verdict."
	};
}
function foreignConstruct(regex) {
	let isInClass = false;
	for (let index = 0; index < regex.length; index += 1) {
		const character = regex.charAt(index);
		if (character === "\\") {
			if (!isInClass && /[1-9kg]/.test(regex.charAt(index + 1))) return "a backreference";
			index += 1;
		} else if (isInClass) isInClass = character !== "]";
		else if (character === "[") {
			isInClass = true;
			index += leadingBracket(regex, index + 1);
		} else {
			const found = foreignAt(regex, index);
			if (found !== void 0) return found;
		}
	}
}
/** A "]" directly behind "[" or "[^" is a member of the class. */
function leadingBracket(regex, start) {
	return /^\^?\]?/.exec(regex.slice(start, start + 2))?.[0].length ?? 0;
}
function foreignAt(regex, index) {
	const rest = regex.slice(index, index + 8);
	if (rest.startsWith("(")) return GROUPS.find(([shape]) => shape.test(rest))?.[1];
	return /^[*+?]\+/.test(rest) ? "a possessive quantifier" : void 0;
}
// src/goalfile/schema/selector.ts
const SELECTOR = "{owner} requires a non-empty string \"selector\" in its steps and assertions";
/** What finds an element in a page. */
function selector() {
	return ruledText(SELECTOR, filled(SELECTOR), shorterThan(1e3), visible).describe("what finds the element");
}
// src/goalfile/schema/tag-error.ts
/** What is said of a table whose kind is not there, is none that is known, or that is no table. */
function tagError(tag, words) {
	return ({ input }) => {
		if (!isTable(input)) return words.wrong;
		return input[tag] === void 0 ? words.missing : words.unknown;
	};
}
// src/goalfile/schema/browser-assertion.ts
const TYPE = {
	unknown: `{owner} has an assertion with unknown type {got} (valid: ${[
		"visible",
		"hidden",
		"text",
		"url",
		"console_clean",
		"download",
		"attr",
		"count",
		"enabled",
		"field_value",
		"form_validation",
		"a11y",
		"visual"
	].join(", ")})`,
	missing: "{owner} has an assertion with no \"type\"",
	wrong: "{at} must be an array of tables"
};
const TEXT$6 = "{at} must be a string";
const PART = "{at} must hold non-empty strings";
const TEXT_MAX$1 = 16384;
const SEVERITIES = [
	"minor",
	"moderate",
	"serious",
	"critical"
];
const COUNT$1 = "{owner} has a count assertion that requires a non-negative integer \"expected\"";
const FIELD = "{owner} has a field_value assertion that requires a string \"expected\"";
const NAME = "{owner} has an assertion that requires a non-empty string \"name\"";
const PATTERN$1 = "{owner} has a download assertion that requires a regex \"filename_pattern\"";
const SEVERITY = `{owner} has an a11y assertion with unknown "severity" {got} (known: ${SEVERITIES.join(", ")})`;
const VIOLATIONS = "{owner} has an a11y assertion whose \"max_violations\" is not a non-negative integer";
const THRESHOLD$1 = "{owner} has a visual assertion whose \"threshold\" is not a number in 0..1";
const FIELDS = "{owner} must list the fields of a form as tables of selector and value";
const Texts = object({
	exact: text$1().optional().describe("the whole text"),
	contains: text$1().optional().describe("a part of the text")
});
const Field = object({
	selector: selector(),
	value: text$1().describe("what is typed")
}, { error: FIELDS });
/** One statement about the page at the end of the journey. */
const BrowserAssertion = discriminatedUnion("type", [
	object({
		type: _enum(["visible", "hidden"]),
		selector: selector()
	}),
	oneText(Texts.extend({
		type: literal$1("text"),
		selector: selector()
	})),
	oneText(Texts.extend({ type: literal$1("url") })),
	object({
		type: literal$1("console_clean"),
		network: flag().default(false).describe("no answer of 400 or more either")
	}),
	object({
		type: literal$1("download"),
		filename_pattern: ruledText(PATTERN$1, filled(PATTERN$1), shorterThan(1e3), linearRegex).describe("regex of the name of the file"),
		trigger_selector: selector().optional().describe("what is clicked to start it"),
		timeout_ms: timeoutMs().optional().describe("time for the download")
	}),
	object({
		type: literal$1("attr"),
		selector: selector(),
		name: ruledText(NAME, filled(NAME), shorterThan(200), visible).describe("attribute"),
		expected: text$1().optional().describe("its value; it must be absent unless this is given")
	}),
	object({
		type: literal$1("count"),
		selector: selector(),
		expected: int({ error: COUNT$1 }).min(0, { error: COUNT$1 }).describe("how many elements")
	}),
	object({
		type: literal$1("enabled"),
		selector: selector(),
		expected: flag().default(true).describe("false wants it to be disabled")
	}),
	object({
		type: literal$1("field_value"),
		selector: selector(),
		expected: ruledText(FIELD, shorterThan(TEXT_MAX$1)).describe("what stands in the field")
	}),
	formValidation(),
	object({
		type: literal$1("a11y"),
		severity: _enum(SEVERITIES, { error: SEVERITY }).default("serious").describe("least severity that counts"),
		max_violations: int({ error: VIOLATIONS }).min(0, { error: VIOLATIONS }).default(0).describe("violations that still pass")
	}),
	object({
		type: literal$1("visual"),
		name: ruledText(NAME, filled(NAME), ...PREFIX_RULES, notGit).describe("name of the approved picture"),
		selector: selector().optional().describe("part of the page; all of it unless given"),
		threshold: number({ error: THRESHOLD$1 }).min(0, { error: THRESHOLD$1 }).max(1, { error: THRESHOLD$1 }).default(.01).describe("share of pixels that may differ, 0 to 1")
	})
], { error: tagError("type", TYPE) });
/** Every text has an empty part. */
function part() {
	return ruledText(PART, filled(PART), shorterThan(TEXT_MAX$1));
}
function text$1() {
	return ruledText(TEXT$6, shorterThan(TEXT_MAX$1));
}
/** Without a text, or with an empty one to contain, every page would do. */
function oneText(schema) {
	return schema.refine((it) => it.exact !== void 0 || it.contains !== void 0, {
		error: "{owner} has an assertion on a text with neither \"exact\" nor \"contains\"",
		params: { code: "contradiction" }
	}).refine((it) => it.exact === void 0 || it.contains === void 0, {
		error: "{owner} has an assertion on a text with both \"exact\" and \"contains\"",
		params: { code: "contradiction" }
	}).refine((it) => it.contains !== "", {
		error: "{owner} has an assertion with an empty \"contains\": every text contains it",
		params: { code: "contradiction" }
	});
}
function formValidation() {
	return object({
		type: literal$1("form_validation"),
		invalid: listOf(Field, FIELDS).default([]).describe("what the form must refuse"),
		valid: listOf(Field, FIELDS).default([]).describe("what the form must take"),
		error_selector: selector().optional().describe("what shows then that it was refused"),
		error_text: part().optional().describe("text that it holds"),
		submit_selector: selector().optional().describe("what sends the form"),
		success_selector: selector().optional().describe("what shows then that it was taken"),
		success_url: part().optional().describe("part of the address that it leads to")
	}).refine((it) => it.error_selector !== void 0 || it.submit_selector !== void 0 || it.success_selector !== void 0 || it.success_url !== void 0, {
		error: "{owner} has a form_validation assertion with none of \"error_selector\", \"submit_selector\", \"success_selector\" and \"success_url\"",
		params: { code: "contradiction" }
	});
}
// src/goalfile/schema/web-address.ts
const ADDRESS_MAX = 2e3;
const HOSTS = "{at} must be an array of strings";
/** An http or https address. */
function webAddress(wording) {
	return ruledText(wording, filled(typeof wording === "string" ? wording : wording.wrong), shorterThan(ADDRESS_MAX), visible, onTheWeb);
}
/** What makes a text an address that a goal-file may name. */
function onTheWeb(text) {
	const address = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
	if (address === null) return {
		template: "{at} must be an http or https address without white space",
		code: "invalid-url"
	};
	if (address.username === "" && address.password === "") return void 0;
	return {
		template: "{at} must not carry a user name or password",
		code: "url-credentials",
		suggestion: "Goal-files are public to all who read the repository: remove and revoke it."
	};
}
/** Hosts on private addresses that may be asked, as they stand in the host of an address. */
function allowHosts() {
	return listOf(ruledText(HOSTS, shorterThan(253), visible, hostName), HOSTS).transform((names) => names.map((name) => toHost(name) ?? name)).default([]).describe("hosts that may be asked although their address is private");
}
function hostName(text) {
	if (toHost(text) !== void 0) return void 0;
	return {
		template: "{at} must name hosts without scheme, port and path (got {got})",
		suggestion: "Such as \"staging.internal\" or \"127.0.0.1\"."
	};
}
/** As it stands in an address: lower case, an IPv6 address in brackets. */
function toHost(text) {
	if (/[\s/\\@?#*%]/.test(text)) return void 0;
	const isBare = text.includes(":") && !text.startsWith("[");
	const address = URL.parse(`http://${isBare ? `[${text}]` : text}/`);
	if (address === null || address.port !== "" || address.hostname === "") return void 0;
	return address.hostname;
}
/** Whether a certificate that nobody vouches for will do. */
function insecureTls() {
	return flag().default(false).transform((isInsecure) => isInsecure ? "insecure" : "verify").describe("take a certificate that nobody vouches for");
}
// src/goalfile/schema/browser-step.ts
const ACTION = {
	unknown: "{owner} has a step with unknown action {got} (valid: click, fill, press, wait_for, goto)",
	missing: "{owner} has a step with no \"action\"",
	wrong: "{at} must be an array of tables"
};
const VALUE$1 = "{owner} has a fill step that requires a string \"value\"";
const KEY = "{owner} has a press step that requires a non-empty string \"key\"";
const ADDRESS$3 = "{owner} has a goto step that requires a non-empty string \"url\"";
/** One thing that a visitor does. */
const BrowserStep = discriminatedUnion("action", [
	object({
		action: _enum(["click", "wait_for"]),
		selector: selector()
	}),
	object({
		action: literal$1("fill"),
		selector: selector(),
		value: ruledText(VALUE$1, shorterThan(16384)).describe("what is typed")
	}),
	object({
		action: literal$1("press"),
		selector: selector().optional(),
		key: ruledText(KEY, filled(KEY), shorterThan(100), visible).describe("key, such as Enter")
	}),
	object({
		action: literal$1("goto"),
		url: ruledText(ADDRESS$3, filled(ADDRESS$3), shorterThan(2e3), visible, somewhere).describe("address, or path on the site")
	})
], { error: tagError("action", ACTION) });
/** A whole address, or a path on the site that the journey began at. */
function somewhere(text) {
	return /^(?:\/(?!\/)|[?#])[^\s\\]*$/.test(text) ? void 0 : onTheWeb(text);
}
// src/goalfile/schema/contradiction.ts
/** For `refine()`: told together with what is wrong with single values, not after it. */
function contradiction(key, template, suggestion) {
	return {
		path: [key],
		error: template,
		params: {
			code: "contradiction",
			suggestion
		},
		when: () => true
	};
}
// src/goalfile/schema/retired-keys.ts
/** Where the original kept baselines, in reach of the agent. */
function storeDir() {
	return retired("baselines are kept with the run");
}
/** A key of the original that loads and moves nothing here. */
function retired(why) {
	return unknown().optional().meta({
		description: `read, and not acted on: ${why}`,
		deprecated: true
	});
}
// src/goalfile/schema/samples.ts
const SAMPLES_MAX = 100;
const INTERVAL = "{at} must be an integer from 0 to 3600000";
/** How often in a row it has to hold. */
function samples(usual) {
	return positiveInteger().max(SAMPLES_MAX, { error: `{at} must be at most ${SAMPLES_MAX}` }).default(usual).describe("how often in a row it has to hold");
}
/** The pause between two samples. */
function intervalMs() {
	return int({ error: INTERVAL }).min(0, { error: INTERVAL }).max(36e5, { error: INTERVAL }).default(1e3).describe("pause between two samples, in milliseconds");
}
// src/goalfile/schema/browser.ts
const ADDRESS$2 = {
	wrong: "{at} must be a non-empty string",
	missing: "{owner} is missing required key \"url\" (a live predicate needs a url to probe)"
};
const LIST$8 = "{at} must be an array of tables";
const VIEWPORT = "{at} must be \"mobile\", \"tablet\", \"desktop\", a table { width, height }, or an array of these";
const SCREENSHOT = "{at} must be a boolean, or a path as in the original";
const LIST_MAX = 100;
const VIEWPORTS_MAX = 10;
const RUNNER = "kazi brings its own runner";
const Viewport = union([_enum([
	"mobile",
	"tablet",
	"desktop"
]), object({
	width: pixels().describe("pixels"),
	height: pixels().describe("pixels")
})], { error: VIEWPORT });
const Browser = PredicateHead.extend({
	url: webAddress(ADDRESS$2).describe("page that the journey begins at"),
	steps: listOf(BrowserStep, LIST$8).max(LIST_MAX, { error: `{at} must have at most ${LIST_MAX} items` }).default([]).describe("what a visitor does: click, fill, press, wait_for, goto"),
	assertions: listOf(BrowserAssertion, LIST$8).max(LIST_MAX, { error: `{at} must have at most ${LIST_MAX} items` }).default([]).describe("what must hold of the page at the end"),
	viewport: union([Viewport, listOf(Viewport, VIEWPORT).max(VIEWPORTS_MAX)], { error: VIEWPORT }).optional().describe("size of the window; the whole journey is made for each of a list"),
	samples: samples(3),
	interval_ms: intervalMs(),
	screenshot: union([boolean(), string()], { error: SCREENSHOT }).default(false).describe("keep a picture of the end of each journey, also when it passes"),
	allow_hosts: allowHosts(),
	timeout_ms: timeoutMs().optional().describe("time for each operation on the page"),
	cmd: retired(RUNNER),
	args: retired(RUNNER),
	env: retired(RUNNER)
}).refine((values) => !isEmpty(values.steps) || !isEmpty(values.assertions), contradiction("assertions", "{owner} has neither steps nor assertions: every page would do", "Such as assertions = [{ type = \"visible\", selector = \"h1\" }]."));
function pixels() {
	return int({ error: VIEWPORT }).min(1, { error: VIEWPORT }).max(1e4, { error: VIEWPORT });
}
/** A list that was refused may hold anything. */
function isEmpty(list) {
	return list?.length === 0;
}
// src/goalfile/schema/budget.ts
const WEIGHT = "{at} must be a number between 0.0 and 1.0";
const COST = "{at} must be a positive number";
/** What the goal may cost. */
const Budget = object({
	max_iterations: positiveInteger().optional().describe("passes that may be made"),
	max_dispatches: positiveInteger().optional().describe("times that an agent may be asked"),
	max_wall_clock_ms: positiveInteger().optional().describe("time from the first pass to the last"),
	max_tokens: positiveInteger().optional().describe("tokens that agents may use"),
	max_cost_usd: number({ error: COST }).positive({ error: COST }).optional().describe("money that agents may cost"),
	cached_read_weight: number({ error: WEIGHT }).min(0, { error: WEIGHT }).max(1, { error: WEIGHT }).default(.1).describe("what a token read from a cache counts")
});
// src/goalfile/schema/capture.ts
const TEXT$5 = "{at} must be a non-empty string";
const LIST$7 = "{at} must be a list of strings";
const WAIT = "{at} must be a non-negative integer";
const WAIT_MAX_MS = 36e5;
/** One entry of `[[capture]]`. */
const Capture = object({
	name: ruledText(required$1("name"), filled(TEXT$5), shorterThan(200), visible).describe("name of the artifact"),
	launch_cmd: ruledText(required$1("launch_cmd"), filled(TEXT$5), shorterThan(1e3), visible).describe("program that makes it"),
	launch_args: listOf(argument(LIST$7), LIST$7).default([]).describe("its arguments"),
	output: ruledText(required$1("output"), filled(TEXT$5), shorterThan(500), visible).describe("file that it writes"),
	reset_cmd: executable(TEXT$5).optional().describe("program that is run before"),
	reset_args: listOf(argument(LIST$7), LIST$7).default([]).describe("its arguments"),
	post_launch_wait_ms: int({ error: WAIT }).min(0, { error: WAIT }).max(WAIT_MAX_MS, { error: `{at} must be at most ${WAIT_MAX_MS}` }).default(0).describe("how long to wait for it after the start"),
	timeout_ms: timeoutMs().default(6e4).describe("how long it may take")
});
function required$1(key) {
	return {
		wrong: TEXT$5,
		missing: `{owner} is missing required key "${key}"`
	};
}
// src/goalfile/schema/checkout.ts
const FOLDERS = "{at} must be an array of folders";
/** What of the repository a job checks out. */
const Checkout = object({
	depth: positiveInteger().optional().describe("commits of history; all when absent"),
	sparse: listOf(ruledText(FOLDERS, ...PREFIX_RULES, notGit), FOLDERS).transform((folders) => folders.map(toPlainPath)).default([]).describe("folders to check out; all when empty"),
	lfs: flag().default(false).describe("fetch files of Git LFS"),
	submodules: flag().default(false).describe("check out submodules")
});
// src/goalfile/schema/json-path.ts
const PATH_MAX = 500;
const QUOTED$1 = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;
const CLOSING = /* @__PURE__ */ new Map([["[", "]"], ["(", ")"]]);
/** A place in a JSON document. Only its shape is looked at here: who evaluates it knows the grammar. */
function jsonPath(wording) {
	return ruledText(wording, filled(typeof wording === "string" ? wording : wording.wrong), shorterThan(PATH_MAX), visible, pathShape);
}
function pathShape(path) {
	if (/^\$(?:[.[]|$)/.test(path) && !/[.\s]$/.test(path) && isBalanced(path)) return void 0;
	return {
		template: "{at} must be a JSONPath such as \"$.totals.failed\" (got {got})",
		suggestion: "It starts with \"$\", then \".key\", \"[number]\" and other steps of RFC 9535."
	};
}
/** Whether every quote and, outside quotes, every bracket is closed in turn. */
function isBalanced(path) {
	const open = [];
	for (const character of path.replaceAll(QUOTED$1, "")) {
		const closing = CLOSING.get(character);
		if (closing !== void 0) open.push(closing);
		else if ("\"')]".includes(character) && open.pop() !== character) return false;
	}
	return open.length === 0;
}
// src/goalfile/schema/cli.ts
const LIST$6 = "{at} must be an array of tables";
const ARGS$1 = "{at} has a call whose \"args\" are not an array of strings";
const TARGET = {
	unknown: "{owner} has an assertion with unknown target {got} (known: \"exit_code\", \"stdout\", \"stderr\")",
	missing: "{owner} has an assertion with no \"target\"",
	wrong: LIST$6
};
const MATCH = "{owner} has an assertion with unknown match {got} (known: \"equals\", \"contains\", \"regex\", \"json_path\", \"golden\")";
const EXIT_CODE = "{owner} has an exit_code assertion that requires an integer \"expected\"";
const EQUALS = "{owner} has an assertion that requires a string \"expected\"";
const CONTAINS = "{owner} has a contains assertion that requires a non-empty string \"expected\"";
const REGEX$1 = "{owner} has a regex assertion that requires a non-empty string \"expected\"";
const PATH$1 = "{owner} has a json_path assertion that requires a \"path\" such as \"$.version\"";
const SCALAR = "{owner} has a json_path assertion that requires an \"expected\" text, number or boolean";
const GOLDEN = "{owner} has a golden assertion that requires a \"golden\" file of the repository";
const TEXT_MAX = 16384;
const CALLS_MAX = 100;
const Stream = _enum(["stdout", "stderr"]);
const Assertion = discriminatedUnion("target", [object({
	target: literal$1("exit_code"),
	expected: int({ error: EXIT_CODE }).describe("exit code")
}), discriminatedUnion("match", [
	object({
		target: Stream,
		match: literal$1("equals").optional(),
		expected: ruledText(EQUALS, shorterThan(TEXT_MAX)).describe("the whole text")
	}),
	object({
		target: Stream,
		match: literal$1("contains"),
		expected: ruledText(CONTAINS, notEmpty(CONTAINS), shorterThan(TEXT_MAX)).describe("a part of it")
	}),
	object({
		target: Stream,
		match: literal$1("regex"),
		expected: ruledText(REGEX$1, filled(REGEX$1), shorterThan(1e3), linearRegex).describe("regex")
	}),
	object({
		target: Stream,
		match: literal$1("json_path"),
		path: jsonPath(PATH$1).describe("JSONPath of the value"),
		expected: union([
			string(),
			number(),
			boolean()
		], { error: SCALAR }).describe("the value")
	}),
	object({
		target: Stream,
		match: literal$1("golden"),
		golden: filePath(GOLDEN).transform(toPlainPath).describe("file with the expected text")
	})
], { error: MATCH })], { error: tagError("target", TARGET) });
const Call = object({
	args: words(ARGS$1).default([]),
	assertions: listOf(Assertion, LIST$6).default([]).describe("what must hold of this call")
}, { error: LIST$6 });
const Cli = Program.extend({
	assertions: listOf(Assertion, LIST$6).default([]).describe("what must hold of the call; exit code 0 unless there are any"),
	script: listOf(Call, LIST$6).min(1, { error: LIST$6 }).max(CALLS_MAX, { error: `{at} must have at most ${CALLS_MAX} items` }).optional().describe("calls one after another, instead of one: args and assertions each"),
	samples: samples(1)
}).refine((values) => values.script === void 0 || isNone(values.args) && isNone(values.assertions), contradiction("script", "{at} goes without \"args\" and \"assertions\"", "Move them into a call of the script."));
function notEmpty(template) {
	return (text) => text === "" ? { template } : void 0;
}
/** A list that was refused is not there. */
function isNone(list) {
	return list === void 0 || list.length === 0;
}
// src/goalfile/schema/conventions.ts
const LIST$5 = "{at} must be a list of strings";
/** Rules for the agent. */
const Conventions = object({
	process_contract: flag().default(true).describe("read; kazi commits itself"),
	extra_rules: listOf(ruledText(LIST$5, shorterThan(2e3)).transform(toShown), LIST$5).default([]).describe("read; write them into the description of the goal")
});
// src/goalfile/schema/baseline.ts
const REF_MAX = 200;
/** Whatever git could take for an option, a range or a file. */
const NOT_A_REF = /^-|[\s:?*\\]|\.\./;
/** What a number is compared with: a number, what was kept, or the same at a commit. */
function baseline(missing) {
	return union([number(), string()], { error: (issue) => issue.input === void 0 ? missing : INVALID }).transform((input, context) => {
		if (typeof input === "number") return {
			kind: "number",
			value: input
		};
		if (/^(?:stored|prior)$/i.test(input)) return { kind: "stored" };
		if (isRef(input)) return {
			kind: "ref",
			ref: input
		};
		context.issues.push({
			code: "custom",
			message: INVALID,
			input
		});
		return NEVER;
	}).describe("number, git ref, or \"stored\": the best that was kept");
}
const INVALID = "{at} is invalid: expected a number, \"stored\" or a git ref, got {got}";
function isRef(text) {
	return text !== "" && text.length <= REF_MAX && !NOT_A_REF.test(text) && visible(text) === void 0;
}
/** How much worse than its baseline a number may be. */
function allowedRegression() {
	return number({ error: "{at} must be a number" }).min(0, { error: "{at} must not be negative" }).default(0).describe("how much worse than the baseline still passes");
}
// src/goalfile/schema/measure.ts
/** A program that prints a number; `wrong` is said of anything else and of one without `cmd`. */
function measure({ wrong, missing }) {
	return object({
		cmd: command(wrong),
		args: words(`${wrong} and "args" an array of strings`).default([]),
		env: variables(),
		path: jsonPath(`${wrong} and "path" a JSONPath`).optional().describe("JSONPath of the number; the whole output unless it is given"),
		timeout_ms: timeoutMs().optional().describe("time for this program, in milliseconds")
	}, { error: (issue) => issue.input === void 0 ? missing : wrong });
}
// src/goalfile/schema/coverage.ts
const PATCH = "{owner} requires a \"patch\" metric table with a non-empty string \"cmd\"";
const PROJECT = "{owner} \"project\" must be a metric table with a non-empty string \"cmd\"";
const Coverage = PredicateHead.extend({
	patch: measure({
		missing: PATCH,
		wrong: PATCH
	}).describe("program that prints the coverage of the changed lines: cmd, args, env, path, timeout_ms"),
	target: number({ error: "{owner} requires a numeric \"target\"" }).describe("least coverage of the changed lines, in the unit that the program prints"),
	project: measure({
		missing: PROJECT,
		wrong: PROJECT
	}).optional().describe("program that prints the coverage of everything"),
	project_baseline: baseline("{at} is missing").prefault("stored").describe("what everything is compared with: number, git ref, or \"stored\""),
	project_allowed_regression: allowedRegression(),
	store_dir: storeDir()
});
// src/goalfile/schema/comparison.ts
const OPERATOR = _enum([
	"==",
	"!=",
	"<",
	"<=",
	">",
	">="
]);
const PATTERN = String.raw`^\s*(==|!=|<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$`;
const SHAPE = new RegExp(PATTERN);
/** What a number must be for a pass, such as ">= 90". */
function passWhen(wording) {
	return ruledText(wording, shorterThan(64)).transform((text, context) => {
		const comparison = toComparison(text);
		if (comparison !== void 0) return comparison;
		context.issues.push({
			code: "custom",
			message: wording.wrong,
			input: text
		});
		return NEVER;
	}).meta({
		description: "what the number must be, such as \">= 90\"",
		jsonSchema: {
			type: "string",
			pattern: PATTERN
		}
	});
}
function toComparison(text) {
	const parts = SHAPE.exec(text);
	const operator = OPERATOR.safeParse(parts?.[1]);
	const number = Number(parts?.[2]);
	if (!operator.success || !Number.isFinite(number)) return void 0;
	return {
		operator: operator.data,
		number
	};
}
// src/goalfile/schema/custom-script.ts
const CODES = "{at} must be an array of integers";
const PASS_CODES = {
	wrong: "{at} must be a non-empty integer array",
	missing: "{owner} with verdict \"exit_code\" requires a non-empty integer array \"pass_codes\""
};
const PASS_WHEN$1 = "{at} must be \"<op> <number>\" (op one of == != < <= > >=), got {got}";
/** The keys of a custom_script whatever its verdict. */
const ScriptBase = Program.extend({
	verdict: _enum([
		"exit_zero",
		"exit_code",
		"json",
		"match_count"
	], { error: "{owner} has unknown verdict {got} (known: \"exit_zero\", \"exit_code\", \"json\", \"match_count\")" }).default("exit_zero").describe("what decides: the exit code, a number in its JSON, or how many lines match"),
	pass_codes: integers(PASS_CODES.wrong).optional().describe("exit codes that are a pass, with exit_code"),
	fail_codes: integers(CODES).default([]).describe("exit codes that are an expected failure"),
	path: scriptPath().optional().describe("JSONPath of the number, with json"),
	pass_when: comparison("json").optional(),
	match_regex: matchRegex().optional().describe("lines that count, with match_count"),
	error_codes: errorCodes(),
	merge_stderr: mergeStderr(false),
	evidence_format: _enum([
		"sarif",
		"junit",
		"json",
		"raw"
	], { error: "{at} must be one of \"sarif\", \"junit\", \"json\", \"raw\" (got {got})" }).default("raw").describe("what the output is read as for the evidence; never moves the verdict"),
	report: reportFile()
});
const ExitZeroScript = ScriptBase.extend({ verdict: literal$1("exit_zero").default("exit_zero") });
const ExitCodeScript = ScriptBase.extend({
	verdict: literal$1("exit_code"),
	pass_codes: array(integer(PASS_CODES.wrong), { error: (issue) => issue.input === void 0 ? PASS_CODES.missing : PASS_CODES.wrong }).min(1, { error: PASS_CODES.wrong }).max(1e3, { error: PASS_CODES.wrong })
});
const JsonScript = ScriptBase.extend({
	verdict: literal$1("json"),
	path: scriptPath(),
	pass_when: comparison("json")
});
const MatchCountScript = ScriptBase.extend({
	verdict: literal$1("match_count"),
	match_regex: matchRegex(),
	pass_when: comparison("match_count")
});
/** Exit codes that are neither a pass nor a fail. */
function errorCodes() {
	return integers(CODES).default([]).describe("exit codes that mean that the program could not do its work");
}
/** Whether what a program complains of is part of its output. */
function mergeStderr(usual) {
	return flag().default(usual).describe("read standard error together with standard output");
}
function integer(wrong) {
	return int({ error: wrong });
}
function integers(wrong) {
	return listOf(integer(wrong), wrong);
}
function required(verdict, key) {
	const missing = `{owner} with verdict "${verdict}" requires a non-empty string "${key}"`;
	return {
		wrong: missing,
		missing
	};
}
function scriptPath() {
	return jsonPath(required("json", "path"));
}
function matchRegex() {
	const wording = required("match_count", "match_regex");
	return ruledText(wording, filled(wording.wrong), shorterThan(1e3), linearRegex);
}
function comparison(verdict) {
	return passWhen({
		missing: required(verdict, "pass_when").missing,
		wrong: PASS_WHEN$1
	});
}
// src/goalfile/schema/cve.ts
const TOOLS = [
	"govulncheck",
	"trivy",
	"grype",
	"npm_audit"
];
const KNOWN$3 = TOOLS.map((name) => `"${name}"`).join(", ");
/** Their output is looked into by a path; that of govulncheck is understood. */
const COUNTED = /* @__PURE__ */ new Set([
	"trivy",
	"grype",
	"npm_audit"
]);
const Cve = Program.extend({
	tool: _enum(TOOLS, { error: `{owner} has unknown tool {got} (known: ${KNOWN$3})` }).default("govulncheck").describe("scanner whose output is read"),
	cmd: command().optional().describe("executable; the scanner's own unless it is given"),
	args: words().optional().describe("arguments; the scanner's usual ones unless they are given"),
	count_path: jsonPath("{at} must be a JSONPath such as \"$.metadata.vulnerabilities.total\"").optional().describe("JSONPath of the number of vulnerabilities; required but for govulncheck"),
	baseline: baseline("{at} is missing").prefault(0).describe("how many are known already: number, git ref, or \"stored\": the fewest kept"),
	allowed_regression: allowedRegression(),
	store_dir: storeDir()
}).refine((values) => !COUNTED.has(values.tool) || values.count_path !== void 0, contradiction("count_path", "{owner} requires a non-empty string \"count_path\" for every tool but govulncheck", "Such as \"$.metadata.vulnerabilities.total\" for npm_audit."));
// src/goalfile/schema/deploy.ts
const CMD = "{at} must be a non-empty string: one executable, its arguments stand in \"args\"";
const ARGS = "{at} must be an array of strings";
const TEXT$4 = "{at} must be a non-empty string";
const PLACE = "{at} must name places of at most 100 visible characters";
const TABLE = "{at} must be a table";
const way = {
	cmd: executable(CMD).optional().describe("program that deploys what was landed"),
	args: listOf(argument(ARGS), ARGS).optional().describe("its arguments"),
	env: Environment.optional().meta({
		description: "its environment variables",
		jsonSchema: TABLE_OF_TEXTS
	}),
	workflow: lineText(TEXT$4, workflowFile).optional().describe("workflow that deploys instead, such as deploy.yml")
};
const TWICE = contradiction("workflow", "{at} cannot stand beside \"cmd\"", "Keep one of the two.");
const NO_PROGRAM = "{at} needs a \"cmd\" beside it";
const DeployEnvironment = object({
	...way,
	url: webAddress(TEXT$4).optional().describe("where it runs then")
}, { error: TABLE }).refine((it) => it.cmd === void 0 || it.workflow === void 0, TWICE).refine((it) => it.cmd !== void 0 || it.args === void 0, contradiction("args", NO_PROGRAM)).refine((it) => it.cmd !== void 0 || it.env === void 0, contradiction("env", NO_PROGRAM));
/** How a landed revision gets to where it runs; without a way of its own kazi waits for the repository's. */
const Deploy = object({
	...way,
	environment: lineText(TEXT$4, shorterThan(100)).optional().describe("environment of GitHub that is deployed to"),
	timeout_ms: timeoutMs().default(18e5).describe("how long a deployment may take"),
	environments: record(lineText(PLACE, shorterThan(100)), DeployEnvironment, { error: TABLE }).default({}).describe("what differs from one place to another: url, cmd, args, env, workflow")
}).refine((it) => it.cmd === void 0 || it.workflow === void 0, TWICE).refine((it) => it.cmd !== void 0 || it.args === void 0, contradiction("args", NO_PROGRAM)).refine((it) => it.cmd !== void 0 || it.env === void 0, contradiction("env", NO_PROGRAM));
function workflowFile(text) {
	if (/^[A-Za-z0-9_][A-Za-z0-9_.-]*\.ya?ml$/.test(text)) return void 0;
	return {
		template: "{at} must be the name of a file of .github/workflows (got {got})",
		suggestion: "Such as \"deploy.yml\", without folders."
	};
}
// src/goalfile/schema/docs-updated.ts
const LIST$4 = "{at} must be an array of strings";
const DocsUpdated = PredicateHead.extend({
	surface_patterns: patterns().describe("regexes of the paths that documents describe; the usual folders of sources unless given"),
	doc_patterns: patterns().describe("regexes of the paths of documents; the usual names unless given"),
	base: retired("what changed is what changed since the work began")
});
function patterns() {
	return listOf(ruledText(LIST$4, filled(LIST$4), shorterThan(1e3), linearRegex), LIST$4).default([]);
}
// src/goalfile/schema/economy.ts
/** What is saved on. */
const Economy = object({ debrief: flag().default(false).describe("read; nobody is asked what was learnt") });
// src/goalfile/schema/seal.ts
const LIST$3 = "{at} must be a list of strings";
/** Which files grade the work. */
const Seal = object({
	enabled: flag().default(true).describe("false seals nothing but the goal-file itself"),
	sealed_inputs: sealGlobs(LIST$3).describe("globs or folders, relative to the workspace, that nobody may change for this goal"),
	mutable_inputs: sealGlobs(LIST$3).describe("globs or folders that are taken out of the seal again")
});
/** Globs below the workspace, in which the root means everything. */
function sealGlobs(wrong) {
	return listOf(ruledText(wrong, ...GLOB_RULES), wrong).transform((globs) => globs.map(toSealGlob)).default([]);
}
function toSealGlob(glob) {
	const plain = toPlainPath(glob);
	return plain === "" ? "**" : plain;
}
// src/goalfile/schema/enforcement.ts
const CLEAN_REF = "{at} must be a non-empty string";
const READ_ONLY = "{at} must be a list of strings";
const GUARDS = "[[enforcement.guard]] must be an array of tables";
const GUARD = "[[enforcement.guard]] must be a table";
const GUARD_ID = "enforcement guard is missing a non-empty string \"id\"";
const DIRECTION$2 = "enforcement guard \"direction\" must be \"higher_better\" or \"lower_better\", got {got}";
const BASELINE = "enforcement guard \"baseline\" must be a number or a non-empty string, got {got}";
const ROLES = "[enforcement.roles] must be a table";
const FIXER = "[enforcement.roles.fixer] must be a table";
const FIXER_PATHS = "[enforcement.roles.fixer] \"read_only_paths\" must be an array of strings";
const DEMONSTRATOR = "[enforcement.roles.demonstrator] must be a table";
const DEMONSTRATOR_PATHS = "[enforcement.roles.demonstrator] \"allowed_write_paths\" must be an array of strings";
/** One `[[enforcement.guard]]`; the ratchet that it becomes says what else is wrong with it. */
const EnforcementGuard = object({
	id: ruledText(GUARD_ID, filled(GUARD_ID), shorterThan(200), visible).describe("id of the guard predicate that it becomes"),
	metric: looseObject({}, { error: "enforcement guard requires a \"metric\" table" }).describe("program that prints the number: cmd, args, env, path, timeout_ms"),
	direction: _enum(["higher_better", "lower_better"], { error: DIRECTION$2 }).default("higher_better").describe("which way the number gets better"),
	baseline: union([number(), string().min(1, { error: BASELINE })], { error: BASELINE }).default("stored").describe("number, git ref, or stored: the best that was kept"),
	allowed_regression: number({ error: "enforcement guard \"allowed_regression\" must be a number" }).default(0).describe("how much worse than the baseline still passes")
}, { error: GUARD });
/** How evidence is kept honest. */
const Enforcement = object({
	enabled: flag().default(true).describe("false leaves out everything below"),
	clean_tree: flag().default(true).describe("read; every check runs in a fresh copy whatever it says"),
	clean_ref: flagValue(CLEAN_REF).default("HEAD").describe("read; graders come from the approved commit whatever it says"),
	fail_on_skip: flag().default(true).describe("what passes with skipped tests fails, where they are counted"),
	read_only_paths: sealGlobs(READ_ONLY).describe("files that grade the work: sealed"),
	guard: array(EnforcementGuard, { error: GUARDS }).max(1e3, { error: "[[enforcement.guard]] must have at most 1000 items" }).default([]).describe("numbers that may get better and not worse"),
	roles: object({
		fixer: object({ read_only_paths: sealGlobs(FIXER_PATHS) }, { error: FIXER }).optional().describe("read_only_paths: files that the agent may not change, sealed as well"),
		demonstrator: object({ allowed_write_paths: sealGlobs(DEMONSTRATOR_PATHS) }, { error: DEMONSTRATOR }).optional().describe("allowed_write_paths: read, nothing demonstrates here")
	}, { error: ROLES }).optional().describe("what each kind of agent may touch")
});
// src/goalfile/schema/escalation.ts
const LADDER = "{at} must be a non-empty list of model-id strings";
/** Models to climb through when one gets no further. */
const Escalation = object({
	ladder: listOf(flagValue(LADDER), LADDER).min(1, { error: LADDER }).default([
		"claude-haiku-4-5",
		"claude-sonnet-5",
		"claude-opus-4-8"
	]).describe("models, the cheapest first"),
	max_rungs: positiveInteger().optional().describe("how many of them are tried at most")
});
// src/goalfile/schema/gate.ts
/** Which pull requests wait for the goal. */
const Gate = object({ on: _enum(["own", "all"], { error: "{at} must be \"own\" or \"all\" (got {got})" }).default("own").describe("own: the pull request of the goal; all: every pull request") });
// src/goalfile/schema/goal-head.ts
const ID = {
	wrong: "{at} must be a non-empty string",
	missing: "goal-file is missing required key \"id\""
};
const TEXT$3 = "{at} must be a string";
/** The keys that stand above the first table. */
const GoalHead = object({
	id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible).describe("names the goal"),
	name: ruledText(TEXT$3, shorterThan(500)).transform(toShown).optional().describe("what people call it"),
	description: ruledText(TEXT$3, shorterThan(1e4)).transform(toShown).optional().describe("what it is for; told to the agent"),
	mode: _enum(["repair", "create"], { error: (issue) => typeof issue.input === "string" ? "{at} must be one of \"create\", \"repair\" (got {got})" : TEXT$3 }).default("repair").describe("create: must start red, and guards are enforced; repair: may find nothing to do"),
	standing: flag().default(false).describe("kept true for ever instead of ending when it holds")
});
// src/goalfile/schema/harness.ts
const KNOWN$2 = [
	"antigravity",
	"claude",
	"claw",
	"codex",
	"gemini_cli",
	"opencode",
	"scripted"
];
const TEXT$2 = "{at} must be a string";
const LIST$2 = "{at} must be an array of strings";
/** The agents that a goal-file may name. */
const HarnessId = _enum(KNOWN$2, { error: (issue) => idError(issue.input) });
/** Which agent works on the goal. */
const Harness = object({
	id: HarnessId.describe("agent that works on the goal"),
	model: flagValue(TEXT$2).optional().describe("its model; the agent's own choice when absent"),
	command: lineText(TEXT$2).optional().describe("another executable for it"),
	effort: flagValue(TEXT$2).optional().describe("how hard it thinks, where it knows such a thing"),
	permission_mode: flagValue(TEXT$2).optional().describe("what it may do unasked"),
	allowed_tools: listOf(flagValue(LIST$2), LIST$2).default([]).describe("tools that it may use; its own choice when empty")
});
function idError(input) {
	if (input === void 0) return "[harness] is missing required key \"id\"";
	const known = KNOWN$2.map((id) => `"${id}"`).join(", ");
	return typeof input === "string" ? `{at} has unknown harness {got} (known: ${known})` : TEXT$2;
}
// src/goalfile/schema/headers.ts
/** What is sent above the body of a request. */
function headers() {
	return stringTable(headerName, visible).default({}).meta({
		description: "headers of the request",
		jsonSchema: TABLE_OF_TEXTS
	});
}
function headerName(name) {
	if (name.length <= 200 && /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) return void 0;
	return {
		template: "{at} must use valid header names (got {got})",
		code: "invalid-name"
	};
}
// src/goalfile/schema/http-probe.ts
const ADDRESS$1 = {
	wrong: "{at} must be a non-empty string",
	missing: "{owner} is missing required key \"url\" (a live predicate needs a url to probe)"
};
const METHODS = [
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE",
	"OPTIONS"
];
const METHOD = `{at} must be one of ${METHODS.join(", ")} (got {got})`;
const STATUS = "{at} must be a status code from 100 to 599";
const REDIRECTS = "{at} must be an integer from 0 to 10";
const TEXT$1 = "{at} must be a string";
const BODY_MAX = 16384;
const HttpProbe = PredicateHead.extend({
	url: webAddress(ADDRESS$1).describe("address that is asked"),
	method: string({ error: METHOD }).transform((name) => name.toUpperCase()).pipe(_enum(METHODS, { error: METHOD })).default("GET").meta({
		description: "method of the request",
		jsonSchema: { enum: [...METHODS, ...METHODS.map((name) => name.toLowerCase())] }
	}),
	headers: headers(),
	body: ruledText(TEXT$1, shorterThan(BODY_MAX)).optional().describe("body of the request"),
	expect_status: int({ error: STATUS }).min(100, { error: STATUS }).max(599, { error: STATUS }).optional().describe("status that must come back; any 2xx unless it is given"),
	expect_body: ruledText(TEXT$1, shorterThan(BODY_MAX)).optional().describe("text that the body must hold"),
	body_match: _enum(["contains", "exact"], { error: "{at} must be \"contains\" or \"exact\" (got {got})" }).default("contains").describe("how the body is compared"),
	samples: samples(3),
	interval_ms: intervalMs(),
	redirects: int({ error: REDIRECTS }).min(0, { error: REDIRECTS }).max(10, { error: REDIRECTS }).default(0).describe("redirects that are followed; 0 judges the redirect itself"),
	insecure_tls: insecureTls(),
	allow_hosts: allowHosts()
}).refine((values) => values.expect_body !== "" || values.body_match === "exact", contradiction("expect_body", "{at} must not be empty: every body contains it", "Say what the body contains, or set body_match = \"exact\".")).refine((values) => values.body === void 0 || !["GET", "HEAD"].includes(values.method), contradiction("body", "{at} does not go with the method of the request", "Set method = \"POST\"."));
// src/goalfile/schema/integration.ts
const TEXT = "{at} must be a string";
const MODES = [
	"none",
	"commit",
	"branch",
	"pr",
	"merge"
];
const NOT_IN_BRANCHES = /[\s~^:?*[\\]|\.\.|@\{|\/\/|^\/|(^|\/)\.|\.lock(\/|$)/;
/** How far the result has to travel. */
const Integration = object({
	mode: _enum(MODES, { error: (issue) => typeof issue.input === "string" ? "[integration] \"mode\" must be one of \"branch\", \"commit\", \"merge\", \"none\", \"pr\" (got {got})" : "[integration] \"mode\" must be a string" }).optional().describe("how far the result travels before the goal counts; the host chooses when absent"),
	branch: flagValue(TEXT, branchName$1).optional().describe("branch that the work goes to"),
	branch_prefix: flagValue(TEXT, branchStart).optional().describe("what its name starts with"),
	base: flagValue(TEXT, branchName$1).optional().describe("branch that it is merged to"),
	commit_style: ruledText(TEXT, shorterThan(200)).transform(toShown).optional().describe("for people; kazi words its commits itself")
});
function branchName$1(text) {
	return /[/.]$/.test(text) ? notABranch() : branchStart(text);
}
function branchStart(text) {
	return NOT_IN_BRANCHES.test(text) ? notABranch() : void 0;
}
function notABranch() {
	return { template: "{at} must be a branch name that git accepts (got {got})" };
}
// src/goalfile/schema/memory.ts
const LIST$1 = "{at} must be an array of strings";
/** Which documents an agent is reminded of. */
const Memory = object({ corpus: listOf(lineText(LIST$1), LIST$1).optional().describe("read; the agent reads the repository") });
// src/goalfile/schema/metrics.ts
const ADDRESS = "{at} must be a non-empty string";
const QUERY = "{owner} requires a non-empty string \"query\"";
const PASS_WHEN = {
	missing: "{owner} requires a \"pass_when\" comparison (e.g. \"<= 0.5\")",
	wrong: "{owner} has malformed pass_when {got} (expected \"<op> <number>\", op one of == != < <= > >=)"
};
const QUANTILE = "{owner} \"quantile\" must be a number in 0..1, got {got}";
const DIRECTION$1 = "{owner} has unknown direction {got} (known: \"higher_better\", \"lower_better\")";
const AGGREGATES = [
	"every",
	"sum",
	"avg",
	"min",
	"max"
];
const AGGREGATE = `{at} must be one of ${AGGREGATES.map((name) => `"${name}"`).join(", ")} (got {got})`;
const BURN_RATE = "{owner} \"burn_rate\" must be a table, got {got}";
const BURN_THRESHOLD = "{owner} burn_rate requires a numeric \"threshold\"";
const WINDOWS_MAX = 10;
const QUERY_MAX = 1e4;
const SECRET = "{at} must name a secret";
const BurnWindow = object({
	long: query("{owner} burn_rate requires a non-empty string \"long\" query").describe("query over the long window"),
	short: query("{owner} burn_rate requires a non-empty string \"short\" query").describe("query over the short window"),
	threshold: number({ error: BURN_THRESHOLD }).describe("fails when both reach it")
}, { error: BURN_RATE });
/** The keys of metrics whatever is asked. */
const MetricsBase = PredicateHead.extend({
	query_url: webAddress(ADDRESS).optional().describe("base address of the Prometheus server"),
	query: query(QUERY).optional().describe("query that answers with the number"),
	pass_when: passWhen(PASS_WHEN).optional(),
	aggregate: _enum(AGGREGATES, { error: AGGREGATE }).optional().meta({
		description: "what becomes of several series: every one has to hold, or one number of all",
		jsonSchema: {
			enum: AGGREGATES,
			default: "every"
		}
	}),
	quantile: quantile().optional().describe("quantile of a histogram"),
	burn_rate: union([BurnWindow, listOf(BurnWindow, BURN_RATE)]).optional().describe("{ long, short, threshold }, or a list of them: fails when both queries reach it"),
	direction: _enum(["higher_better", "lower_better"], { error: DIRECTION$1 }).default("lower_better").describe("which way the number gets better; for the score"),
	window: ruledText("{at} must be a string", shorterThan(200), visible).optional().describe("what the query looks back over; shown only"),
	headers: headers(),
	bearer_secret: ruledText(SECRET, secretName).optional().describe("name of the secret that is sent as bearer token"),
	insecure_tls: insecureTls(),
	allow_hosts: allowHosts()
});
const ScalarMetrics = MetricsBase.extend({
	query: query(QUERY),
	pass_when: passWhen(PASS_WHEN)
});
const QuantileMetrics = ScalarMetrics.extend({ quantile: quantile() }).refine(...aggregateElsewhere());
const BurnMetrics = MetricsBase.extend({ burn_rate: BurnWindow }).refine(...aggregateElsewhere());
const BurnsMetrics = MetricsBase.extend({ burn_rate: listOf(BurnWindow, BURN_RATE).min(1, { error: BURN_RATE }).max(WINDOWS_MAX, { error: `{at} must have at most ${WINDOWS_MAX} items` }) }).refine(...aggregateElsewhere());
function query(wrong) {
	return ruledText(wrong, filled(wrong), shorterThan(QUERY_MAX), visibleLines);
}
function quantile() {
	return number({ error: QUANTILE }).min(0, { error: QUANTILE }).max(1, { error: QUANTILE });
}
function aggregateElsewhere() {
	return [(values) => values.aggregate === void 0, contradiction("aggregate", "{at} goes with a plain query only", "Write it into the query, such as sum by (le) (...).")];
}
// src/goalfile/schema/mutation.ts
const THRESHOLD = "{owner} requires a numeric \"threshold\" in 0..1";
const NEVER_ALL = "{owner} \"threshold\" must be < 1.0 — a mutation gate is NEVER 100%: some mutants change nothing (got {got})";
const PATH = "{at} must be a JSONPath such as \"$.totals.killed\"";
const Mutation = Program.extend({
	threshold: number({ error: THRESHOLD }).min(0, { error: THRESHOLD }).lt(1, { error: NEVER_ALL }).describe("least share of mutants that are killed, from 0 to less than 1"),
	score_path: jsonPath(PATH).optional().describe("JSONPath of the share"),
	killed_path: jsonPath(PATH).optional().describe("JSONPath of the mutants that were killed"),
	survived_path: jsonPath(PATH).optional().describe("JSONPath of the mutants that survived"),
	survivors_path: jsonPath(PATH).optional().describe("JSONPath of the survivors, to show them"),
	merge_stderr: mergeStderr(false)
}).refine((values) => values.score_path !== void 0 || values.killed_path !== void 0 && values.survived_path !== void 0, contradiction("score_path", "{owner} requires a \"score_path\", or a \"killed_path\" and a \"survived_path\"", "Such as score_path = \"$.score\"."));
// src/goalfile/schema/no-stubs.ts
const LIST = "{at} must be an array of strings";
const NoStubs = PredicateHead.extend({
	patterns: listOf(ruledText(LIST, filled(LIST), shorterThan(200), visible), LIST).min(1, { error: "{at} must hold at least one word" }).default([
		"stub",
		"mock",
		"fake",
		"dummy",
		"placeholder",
		"todo",
		"fixme",
		"notimplemented"
	]).describe("words that no added line may hold"),
	exclude: listOf(ruledText(LIST, ...PREFIX_RULES), LIST).transform((paths) => paths.map(toPlainPath)).default([]).describe("files and folders that are left out"),
	base: retired("added lines are those since the work began")
});
// src/goalfile/schema/plan.ts
/** Who drafts goals. */
const Plan = object({
	harness: HarnessId.optional().describe("agent that drafts goals; that of [harness] when absent"),
	model: flagValue("{at} must be a string").optional().describe("model that drafts goals")
});
// src/goalfile/schema/prod-log.ts
const REGEX = "{at} must be a non-empty string";
const COUNT = "{at} must be a non-negative integer";
const WINDOW = "{at} must be a number";
const CORRELATE = "{owner} \"correlate\" must be an inline table {route, window} (got {got})";
const ROUTE = "{owner} \"correlate\" \"route\" must be a non-empty string (got {got})";
const CORRELATE_WINDOW = "{owner} \"correlate\" \"window\" must be a number (got {got})";
const SERVER_ERROR = String.raw`(?:\bstatus[=: ]+|[\s"])(5\d{2})(?:\b|")`;
const ProdLog = Program.extend({
	window_minutes: number({ error: WINDOW }).optional().describe("minutes that the command looks back; shown only"),
	max_5xx: int({ error: COUNT }).min(0, { error: COUNT }).default(0).describe("errors of the server that still pass"),
	server_error_regex: regex(SERVER_ERROR).describe("lines that are an error of the server"),
	panic_regex: regex("panic").describe("lines that never pass"),
	correlate: object({
		route: ruledText(ROUTE, filled(ROUTE), shorterThan(1e3)).describe("text of the route"),
		window: number({ error: CORRELATE_WINDOW }).optional().describe("shown only")
	}, { error: CORRELATE }).optional().describe("route whose lines are told apart: { route, window }")
});
function regex(usual) {
	return ruledText(REGEX, filled(REGEX), shorterThan(1e3), linearRegex).default(usual);
}
// src/goalfile/schema/property.ts
const Property = Program.extend({
	cmd: command().default("mix"),
	args: words().default(["test"]),
	num_tests: positiveInteger().default(100).describe("how many examples a property is tried with; for the score"),
	merge_stderr: mergeStderr(true)
});
const Ratchet = PredicateHead.extend({
	metric: measure({
		missing: "{owner} requires a \"metric\" table",
		wrong: "{owner} requires a metric table with a non-empty string \"cmd\""
	}).describe("program that prints the number: cmd, args, env, path, timeout_ms"),
	baseline: baseline("{owner} requires a \"baseline\""),
	direction: _enum(["higher_better", "lower_better"], { error: "{owner} requires \"direction\" of \"higher_better\" or \"lower_better\" (got {got})" }).describe("which way the number gets better"),
	allowed_regression: allowedRegression(),
	store_dir: storeDir()
});
// src/goalfile/schema/problem-matcher.ts
const MATCHER = "{at} must be an array of tables with a regexp each, one for each line of a problem";
const REGEXP = "{at} requires a non-empty string \"regexp\" in each of its tables";
const GROUP = "{at} must number the groups of its regexp from 0 to 99";
const PATTERNS_MAX = 20;
const Pattern = object({
	regexp: ruledText(REGEXP, filled(REGEXP), shorterThan(1e3), linearRegex).describe("what a line of a problem looks like"),
	file: group("file"),
	line: group("line"),
	column: group("column"),
	severity: group("severity"),
	code: group("rule"),
	message: group("message"),
	loop: flag().default(false).describe("the line may come again and again, for more problems")
}, { error: MATCHER });
/** The patterns of a problem matcher of GitHub. */
function problemMatcher() {
	return listOf(Pattern, MATCHER).min(1, { error: MATCHER }).max(PATTERNS_MAX, { error: `{at} must have at most ${PATTERNS_MAX} tables` }).refine((patterns) => patterns.some((it) => it.message !== void 0), { error: "{at} must say in one of its tables which group is the \"message\"" }).refine((patterns) => !patterns.slice(0, -1).some((it) => it.loop), { error: "{at} may \"loop\" in its last table only" }).optional().describe("what a problem looks like, one table a line: keys of GitHub's problem matchers");
}
function group(what) {
	return int({ error: GROUP }).min(0, { error: GROUP }).max(99, { error: GROUP }).optional().describe(`number of the group that is the ${what}`);
}
// src/goalfile/schema/static.ts
const FORMATS = [
	"checkstyle",
	"dialyzer",
	"eslint",
	"golangci",
	"mypy",
	"problem_matcher",
	"sarif",
	"tsc"
];
const KNOWN$1 = FORMATS.map((name) => `"${name}"`).join(", ");
const Static = Program.extend({
	format: _enum(FORMATS, { error: `{owner} has unknown format {got} (known: ${KNOWN$1})` }).default("dialyzer").describe("what the analyzer prints"),
	matcher: problemMatcher(),
	report: reportFile(),
	baseline: baseline("{at} is missing").optional().describe("what is known already: number, git ref, or \"stored\"; nothing unless it is given"),
	allowed_regression: allowedRegression(),
	merge_stderr: mergeStderr(false),
	error_codes: errorCodes(),
	store_dir: storeDir()
}).refine((values) => values.format !== "problem_matcher" || values.matcher !== void 0, contradiction("matcher", "{owner} with format \"problem_matcher\" requires a \"matcher\"", "Such as matcher = [{ regexp = \"^(.+):(\\\\d+): (.+)$\", file = 1, line = 2, message = 3 }].")).refine((values) => values.format === "problem_matcher" || values.matcher === void 0, contradiction("matcher", "{at} is for another format", "Set format = \"problem_matcher\", or remove it."));
// src/goalfile/schema/test-runner.ts
const TestRunner = Program.extend({ report: reportGlob() });
// src/goalfile/tables.ts
/** Every table that is read, by its name; the keys above the first table stand under `goal`. */
const TABLES = {
	goal: GoalHead,
	budget: Budget,
	scope: Scope,
	harness: Harness,
	integration: Integration,
	setup: Setup,
	seal: Seal,
	enforcement: Enforcement,
	defaults: Defaults,
	approval: Approval,
	plan: Plan,
	deploy: Deploy,
	gate: Gate,
	checkout: Checkout,
	escalation: Escalation,
	conventions: Conventions,
	memory: Memory,
	economy: Economy
};
/** Every array of tables that is read beside the predicates: `[[group]]` and `[[capture]]`. */
const LISTS = {
	group: Group,
	capture: Capture
};
/** Every provider that is evaluated, with the keys that its predicates may have. */
const PROVIDERS = {
	custom_script: ScriptBase,
	test_runner: TestRunner,
	http_probe: HttpProbe,
	browser: Browser,
	prod_log: ProdLog,
	metrics: MetricsBase,
	ratchet: Ratchet,
	static: Static,
	coverage: Coverage,
	property: Property,
	mutation: Mutation,
	cve: Cve,
	cli: Cli,
	no_stubs: NoStubs,
	docs_updated: DocsUpdated,
	gherkin: Gherkin
};
/** Providers of the original that load with any keys and are never evaluated. */
const UNSUPPORTED_PROVIDERS = new Set(NOT_BUILT.keys());
/** Everything that may stand at the top of a goal-file. */
const TOP_KEYS = [
	...Object.keys(GoalHead.shape),
	...Object.keys(TABLES).filter((name) => name !== "goal"),
	...Object.keys(LISTS),
	"metadata",
	"predicate"
];
// src/goalfile/unknown-keys.ts
/** More than is ever shown, so that it can be said that there are more. */
const WARNINGS_MAX = 200;
/** A warning for each key that nothing reads: a misspelt budget would otherwise be none at all. */
function unknownKeys(table, { known, path, owner }) {
	return Object.keys(table).filter((key) => !known.includes(key)).slice(0, WARNINGS_MAX).map((key) => ({
		severity: "warning",
		code: "unknown-key",
		message: `${owner} has unknown config key "${toOneLine(key, 80)}", which nothing reads`,
		...present("suggestion", didYouMean(key, known) ?? homeOf(key)),
		path: [...path, key],
		at: "key"
	}));
}
/** In TOML a key belongs to the table above it, which is easily forgotten. */
function homeOf(key) {
	const home = Object.entries(TABLES).find(([, schema]) => Object.hasOwn(schema.shape, key))?.[0];
	if (home === void 0) return void 0;
	return home === "goal" ? "Move it above the first table." : `It belongs in [${home}].`;
}
// src/goalfile/gherkin/scenario-ids.ts
const LENGTH_MAX = 190;
/** `feature__scenario`, and `feature__scenario__row` for each row of examples; no two alike. */
function scenarioIds({ name, scenarios }) {
	const taken = /* @__PURE__ */ new Set();
	return scenarios.map((scenario) => {
		const id = freeId(`${toGroupId(name) || "ungrouped"}__${scenarioSlug(scenario)}`.slice(0, LENGTH_MAX), taken);
		taken.add(id);
		return id;
	});
}
function freeId(wanted, taken) {
	if (!taken.has(wanted)) return wanted;
	let count = 2;
	while (taken.has(`${wanted}-${count}`)) count += 1;
	return `${wanted}-${count}`;
}
function scenarioSlug({ name, row }) {
	const scenario = toSlug(name) || "scenario";
	if (row === void 0) return scenario;
	return `${scenario}__${row.cells.map(toSlug).filter((it) => it !== "").join("-") || "row"}`;
}
function toSlug(text) {
	return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}
// src/goalfile/gherkin/read-gherkin.ts
/** A predicate for each scenario, and for each row of its examples. */
function readGherkin(input, index, context) {
	const surroundings = surroundingsOf$1(input, index);
	const { path, owner } = surroundings;
	context.problems.push(...unknownKeys(input, {
		known: Object.keys(Gherkin.shape),
		path,
		owner
	}));
	const values = readValues(Gherkin, input, {
		surroundings,
		problems: context.problems
	});
	if (values === void 0 || context.workspace === void 0) return [];
	const file = featurePath(values.feature, context.workspace);
	const read = context.features.get(file);
	const wrong = sentenceOf(read, formatFound(values.feature));
	if (read?.kind === "feature" && wrong === void 0) return toPredicates(values, {
		...context,
		file,
		feature: read.feature
	});
	context.problems.push({
		severity: "error",
		code: "unreadable-feature",
		message: `${owner} ${wrong}`,
		suggestion: "It is looked for below [scope].workspace, or the root of the repository.",
		path: [...path, "feature"],
		at: "value"
	});
	return [];
}
function sentenceOf(read, file) {
	if (read === void 0) return `feature file ${file} could not be read (no regular file there in the repository)`;
	if (read.kind === "malformed") return `feature ${file}: ${read.reason}`;
	return read.feature.scenarios.length > 0 ? void 0 : `feature ${file}: no runnable Scenario found in the gherkin source`;
}
function surroundingsOf$1(input, index) {
	const id = input["id"];
	const owner = `gherkin predicate ${typeof id === "string" && id.trim() !== "" ? `"${toOneLine(id, 80)}"` : `#${index + 1}`}`;
	return {
		path: ["predicate", index],
		owner,
		index: `#${index + 1}`,
		labelOf: (key) => `${owner} "${key}"`
	};
}
function toPredicates(values, expansion) {
	const { feature, file } = expansion;
	const group = values.group ?? groupOf(expansion);
	const ids = scenarioIds(feature);
	return feature.scenarios.map(({ name, line, row }, index) => {
		const check = {
			provider: "gherkin",
			feature: file,
			featureName: feature.name,
			scenario: name,
			...present("row", row?.index),
			...present("example", row?.example),
			line,
			...present("runner", toRunner(values)),
			verdictFormat: values.verdict_format,
			...present("report", values.report_path)
		};
		return {
			id: ids[index] ?? "",
			description: toOneLine([
				values.description,
				`Scenario: ${name}`,
				row?.cells.join(" | ")
			].filter((it) => it !== void 0).join(" / "), 500),
			guard: values.guard,
			...present("acceptance", values.acceptance || void 0),
			heldOut: values.held_out,
			...present("optional", values.optional || void 0),
			group,
			...present("cwd", values.cwd === "" ? void 0 : values.cwd),
			timeoutMs: values.timeout_ms ?? expansion.defaultTimeoutMs ?? 6e5,
			check
		};
	});
}
function toRunner(values) {
	if (values.runner_cmd === void 0) return void 0;
	return {
		command: values.runner_cmd,
		args: values.runner_args,
		env: {}
	};
}
/** One group for each feature, whoever asks first. */
function groupOf({ feature, featureGroups }) {
	const id = toGroupId(feature.name) || "ungrouped";
	if (!featureGroups.some((it) => it.id === id)) {
		const name = toOneLine(feature.name, 500) || "Ungrouped";
		featureGroups.push({
			id,
			name,
			needs: []
		});
	}
	return id;
}
// src/goalfile/predicate-problems.ts
const KNOWN = [...Object.keys(PROVIDERS), ...UNSUPPORTED_PROVIDERS].toSorted();
/** A rule over keys of every predicate, which holds whatever the single ones are. */
function contradictions(input, index) {
	if (input["guard"] !== true || input["acceptance"] !== true) return [];
	return [{
		severity: "error",
		code: "contradiction",
		message: `${predicateName(input, index)} may not be both a guard and an acceptance predicate`,
		suggestion: "Remove one of the two.",
		path: [
			"predicate",
			index,
			"acceptance"
		],
		at: "value"
	}];
}
/** The keys of each provider that load and move nothing, with what is said of them. */
const RETIRED = new Map(Object.entries(PROVIDERS).map(([provider, schema]) => [provider, retiredOf(schema)]));
function retiredOf(schema) {
	const shape = schema.shape;
	return Object.entries(shape).filter(([, it]) => it.meta()?.deprecated === true).map(([key, it]) => [key, it.description ?? ""]);
}
/** A warning for each key of the original that loads and moves nothing. */
function retiredKeys(input, provider, index) {
	return (RETIRED.get(provider) ?? []).filter(([key]) => input[key] !== void 0).map(([key, description]) => ({
		severity: "warning",
		code: "not-enforced",
		message: `${predicateName(input, index)} "${key}" is ${description}`,
		suggestion: "Remove it.",
		path: [
			"predicate",
			index,
			key
		],
		at: "key"
	}));
}
/** Its goal waits for it for ever unless it is optional, so this is said before anything runs. */
function notBuilt(input, check, index) {
	return {
		severity: "warning",
		code: "not-built",
		message: `${predicateName(input, index)} has provider "${check.named}", which is not built here and never passes`,
		suggestion: check.instead,
		path: [
			"predicate",
			index,
			"provider"
		],
		at: "value"
	};
}
function unknownProvider(input, provider, index) {
	const known = KNOWN.map((it) => `"${it}"`).join(", ");
	return {
		severity: "error",
		code: "unknown-provider",
		message: `${predicateName(input, index)} has unknown provider ${formatFound(provider)} (known: ${known})`,
		...present("suggestion", didYouMean(provider, KNOWN)),
		path: [
			"predicate",
			index,
			"provider"
		],
		at: "value"
	};
}
// src/goalfile/providers/allowed-hosts.ts
/** Hosts on the own machine and in private networks, as they stand in an address. */
const PRIVATE = [
	/^(?:.+\.)?localhost$/,
	/^127\.\d+\.\d+\.\d+$/,
	/^10\.\d+\.\d+\.\d+$/,
	/^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
	/^192\.168\.\d+\.\d+$/,
	/^\[::1\]$/,
	/^\[f[cd][0-9a-f]{2}:/
];
/** A cloud tells its secrets here to whoever asks; `allow_hosts` alone can name it. */
const METADATA = /^\[fd00:ec2:/;
/**
* A private host that an address of the goal-file names literally was approved with the goal-file. A
* name that only leads to a private address is not meant by it, and link-local addresses never are.
*/
function allowedHosts(addresses, named) {
	const own = addresses.flatMap((address) => {
		const host = address === void 0 ? void 0 : URL.parse(address)?.hostname;
		return host !== void 0 && isPrivate(host) ? [host] : [];
	});
	return [.../* @__PURE__ */ new Set([...own, ...named])];
}
function isPrivate(host) {
	return PRIVATE.some((shape) => shape.test(host)) && !METADATA.test(host);
}
// src/goalfile/providers/provider-reader.ts
/** The reader of a provider that has the same keys whatever stands in them. */
function readerOf(schema, toCheck) {
	return (input, context) => {
		const values = readValues(schema, input, context);
		return values && {
			head: values,
			check: toCheck(values)
		};
	};
}
// src/goalfile/providers/to-browser-assertion.ts
const BASELINES = ".kazi/visual-baselines";
function toBrowserAssertion(values) {
	switch (values.type) {
		case "text": return {
			type: "text",
			selector: values.selector,
			...toTextMatch(values)
		};
		case "url": return {
			type: "url",
			...toTextMatch(values)
		};
		case "download": return toDownload(values);
		case "attr": return {
			...values,
			expected: values.expected ?? null
		};
		case "form_validation": return toFormValidation(values);
		case "a11y": return {
			type: "a11y",
			severity: values.severity,
			violationsMax: values.max_violations
		};
		case "visual": return toVisual(values);
		case "visible":
		case "hidden":
		case "console_clean":
		case "count":
		case "enabled":
		case "field_value": return values;
	}
}
/** The schema wants exactly one of the two. */
function toTextMatch(values) {
	return values.exact === void 0 ? {
		match: "contains",
		expected: values.contains ?? ""
	} : {
		match: "exact",
		expected: values.exact
	};
}
function toDownload(values) {
	return {
		type: "download",
		filenamePattern: values.filename_pattern,
		...present("triggerSelector", values.trigger_selector),
		...present("timeoutMs", values.timeout_ms)
	};
}
function toFormValidation(values) {
	return {
		type: "form_validation",
		invalid: values.invalid,
		valid: values.valid,
		...present("errorSelector", values.error_selector),
		...present("errorText", values.error_text),
		...present("submitSelector", values.submit_selector),
		...present("successSelector", values.success_selector),
		...present("successUrl", values.success_url)
	};
}
function toVisual(values) {
	return {
		type: "visual",
		name: values.name,
		...present("selector", values.selector),
		threshold: values.threshold,
		baseline: `${BASELINES}/${values.name}.png`
	};
}
// src/goalfile/providers/browser.ts
const OPERATION_TIMEOUT_MS = 3e4;
const readBrowser = readerOf(Browser, toBrowser);
function toBrowser(values) {
	const steps = values.steps.map((step) => toStep(step, values.url));
	const addresses = steps.flatMap((step) => step.action === "goto" ? [step.url] : []);
	return {
		provider: "browser",
		url: values.url,
		steps,
		assertions: values.assertions.map(toBrowserAssertion),
		viewports: toViewports(values.viewport),
		samples: values.samples,
		intervalMs: values.interval_ms,
		operationTimeoutMs: values.timeout_ms ?? OPERATION_TIMEOUT_MS,
		screenshot: values.screenshot !== false,
		allowHosts: allowedHosts([values.url, ...addresses], values.allow_hosts)
	};
}
function toStep(step, start) {
	switch (step.action) {
		case "click":
		case "wait_for": return {
			action: step.action,
			selector: step.selector
		};
		case "fill": return {
			action: "fill",
			selector: step.selector,
			value: step.value
		};
		case "press": return step.selector === void 0 ? {
			action: "press",
			key: step.key
		} : {
			action: "press",
			selector: step.selector,
			key: step.key
		};
		case "goto": return {
			action: "goto",
			url: new URL(step.url, start).href
		};
	}
}
function toViewports(input) {
	if (input === void 0) return [];
	return (Array.isArray(input) ? input : [input]).map(toViewport);
}
function toViewport(viewport) {
	if (typeof viewport === "string") return NAMED$1[viewport];
	const { width, height } = viewport;
	return {
		name: `${width}x${height}`,
		width,
		height
	};
}
const NAMED$1 = {
	mobile: {
		name: "mobile",
		width: 390,
		height: 844
	},
	tablet: {
		name: "tablet",
		width: 820,
		height: 1180
	},
	desktop: {
		name: "desktop",
		width: 1440,
		height: 900
	}
};
// src/goalfile/providers/cli.ts
const readCli = readerOf(Cli, toCli);
function toCli(values) {
	const calls = values.script ?? [{
		args: values.args,
		assertions: values.assertions
	}];
	return {
		provider: "cli",
		command: values.cmd,
		env: values.env,
		calls: calls.map(toCall),
		isScript: values.script !== void 0,
		samples: values.samples
	};
}
function toCall({ args, assertions }) {
	return {
		args,
		assertions: assertions.map(toAssertion)
	};
}
function toAssertion(values) {
	if (values.target === "exit_code") return values;
	if (values.match === "json_path" || values.match === "golden") return values;
	return {
		target: values.target,
		match: values.match ?? "equals",
		expected: values.expected
	};
}
// src/goalfile/providers/to-invocation.ts
function toInvocation({ cmd, args, env }) {
	return {
		command: cmd,
		args,
		env
	};
}
// src/goalfile/providers/to-measure.ts
function toMeasure(values) {
	return {
		...toInvocation(values),
		...present("path", values.path),
		...present("timeoutMs", values.timeout_ms)
	};
}
// src/goalfile/providers/coverage.ts
const readCoverage = readerOf(Coverage, toCoverage);
function toCoverage(values) {
	return {
		provider: "coverage",
		patch: toMeasure(values.patch),
		target: values.target,
		...present("project", values.project && toMeasure(values.project)),
		projectBaseline: values.project_baseline,
		projectAllowedRegression: values.project_allowed_regression
	};
}
// src/goalfile/providers/custom-script.ts
function readCustomScript(input, context) {
	const script = readScript(input, context);
	if (script === void 0) return void 0;
	const { values, verdict } = script;
	if (values.report !== void 0 && values.evidence_format === "raw") {
		context.problems.push(unreadReport(context));
		return;
	}
	return {
		head: values,
		check: {
			provider: "custom_script",
			...toInvocation(values),
			verdict,
			errorCodes: values.error_codes,
			mergeStderr: values.merge_stderr,
			...present("evidenceFormat", values.evidence_format === "raw" ? void 0 : values.evidence_format),
			...present("report", values.report)
		}
	};
}
function unreadReport({ surroundings }) {
	return {
		severity: "error",
		code: "contradiction",
		message: `${surroundings.labelOf("report", "report")} is not read: "evidence_format" is "raw"`,
		suggestion: "Set evidence_format = \"sarif\", \"junit\" or \"json\", or remove it.",
		path: [...surroundings.path, "report"],
		at: "value"
	};
}
/** Each verdict has a schema of its own, because each needs other keys. */
function readScript(input, context) {
	switch (input["verdict"]) {
		case "exit_code": {
			const values = readValues(ExitCodeScript, input, context);
			return values && {
				values,
				verdict: exitCodeVerdict(values)
			};
		}
		case "json": {
			const values = readValues(JsonScript, input, context);
			if (values === void 0) return void 0;
			return {
				values,
				verdict: {
					kind: "json",
					path: values.path,
					passWhen: values.pass_when
				}
			};
		}
		case "match_count": {
			const values = readValues(MatchCountScript, input, context);
			return values && {
				values,
				verdict: matchCountVerdict(values)
			};
		}
		case "exit_zero":
		case void 0: {
			const values = readValues(ExitZeroScript, input, context);
			return values && {
				values,
				verdict: { kind: "exit_zero" }
			};
		}
		default:
			readValues(ScriptBase, input, context);
			return;
	}
}
function exitCodeVerdict(values) {
	return {
		kind: "exit_code",
		passCodes: values.pass_codes,
		failCodes: values.fail_codes
	};
}
function matchCountVerdict(values) {
	return {
		kind: "match_count",
		regex: values.match_regex,
		passWhen: values.pass_when
	};
}
// src/goalfile/providers/cve.ts
/** What each scanner is started with to print what is read here. */
const USUAL = {
	govulncheck: {
		command: "govulncheck",
		args: ["-json", "./..."]
	},
	trivy: {
		command: "trivy",
		args: [
			"fs",
			"--format",
			"json",
			"."
		]
	},
	grype: {
		command: "grype",
		args: [
			"-o",
			"json",
			"."
		]
	},
	npm_audit: {
		command: "npm",
		args: ["audit", "--json"]
	}
};
const readCve = readerOf(Cve, toCve);
function toCve(values) {
	const usual = USUAL[values.tool];
	return {
		provider: "cve",
		tool: values.tool,
		command: values.cmd ?? usual.command,
		args: values.args ?? usual.args,
		env: values.env,
		...present("countPath", values.tool === "govulncheck" ? void 0 : values.count_path),
		baseline: values.baseline,
		allowedRegression: values.allowed_regression
	};
}
// src/goalfile/providers/docs-updated.ts
const readDocsUpdated = readerOf(DocsUpdated, toDocsUpdated);
function toDocsUpdated(values) {
	return {
		provider: "docs_updated",
		surfacePatterns: values.surface_patterns,
		docPatterns: values.doc_patterns
	};
}
// src/goalfile/providers/http-probe.ts
const readHttpProbe = readerOf(HttpProbe, toHttpProbe);
function toHttpProbe(values) {
	return {
		provider: "http_probe",
		url: values.url,
		method: values.method,
		headers: values.headers,
		...present("body", values.body),
		...present("expectStatus", values.expect_status),
		...present("expectBody", values.expect_body),
		bodyMatch: values.body_match,
		samples: values.samples,
		intervalMs: values.interval_ms,
		redirectsMax: values.redirects,
		tls: values.insecure_tls,
		allowHosts: allowedHosts([values.url], values.allow_hosts)
	};
}
// src/goalfile/providers/metrics.ts
function readMetrics(input, context) {
	const asked = readQuestion(input, context);
	if (asked === void 0) return void 0;
	const { values, question } = asked;
	const secrets = /* @__PURE__ */ new Set([...values.secrets ?? [], ...bearerOf(values)]);
	return {
		head: secrets.size === 0 ? values : {
			...values,
			secrets: [...secrets]
		},
		check: toMetrics(values, question)
	};
}
/** Each question has a schema of its own, because each needs other keys. */
function readQuestion(input, context) {
	if (Array.isArray(input["burn_rate"])) {
		const values = readValues(BurnsMetrics, input, context);
		return values && {
			values,
			question: {
				kind: "burn_rate",
				windows: values.burn_rate
			}
		};
	}
	if (input["burn_rate"] !== void 0) {
		const values = readValues(BurnMetrics, input, context);
		return values && {
			values,
			question: {
				kind: "burn_rate",
				windows: [values.burn_rate]
			}
		};
	}
	if (input["quantile"] !== void 0) {
		const values = readValues(QuantileMetrics, input, context);
		return values && {
			values,
			question: toQuantile(values)
		};
	}
	const values = readValues(ScalarMetrics, input, context);
	return values && {
		values,
		question: toScalar(values)
	};
}
function toQuantile(values) {
	const { query, quantile, pass_when: passWhen, direction } = values;
	return {
		kind: "quantile",
		query,
		quantile,
		passWhen,
		direction
	};
}
function toScalar(values) {
	const { query, aggregate = "every", pass_when: passWhen, direction } = values;
	return {
		kind: "scalar",
		query,
		aggregate,
		passWhen,
		direction
	};
}
function toMetrics(values, question) {
	return {
		provider: "metrics",
		...present("queryUrl", values.query_url),
		question,
		...present("window", values.window),
		headers: values.headers,
		...present("bearerSecret", values.bearer_secret),
		tls: values.insecure_tls,
		allowHosts: allowedHosts([values.query_url], values.allow_hosts)
	};
}
/** Whoever names a secret as token has named it. */
function bearerOf(values) {
	return values.bearer_secret === void 0 ? [] : [values.bearer_secret];
}
// src/goalfile/providers/mutation.ts
const readMutation = readerOf(Mutation, toMutation);
function toMutation(values) {
	return {
		provider: "mutation",
		...toInvocation(values),
		threshold: values.threshold,
		score: toScore(values),
		...present("survivorsPath", values.survivors_path),
		mergeStderr: values.merge_stderr
	};
}
/** The schema wants the one path or both of the others. */
function toScore(values) {
	return values.score_path === void 0 ? {
		kind: "counts",
		killedPath: values.killed_path ?? "",
		survivedPath: values.survived_path ?? ""
	} : {
		kind: "score",
		path: values.score_path
	};
}
// src/goalfile/providers/no-stubs.ts
const readNoStubs = readerOf(NoStubs, toNoStubs);
function toNoStubs({ patterns, exclude }) {
	return {
		provider: "no_stubs",
		patterns,
		exclude
	};
}
// src/goalfile/providers/prod-log.ts
const readProdLog = readerOf(ProdLog, toProdLog);
function toProdLog(values) {
	return {
		provider: "prod_log",
		...toInvocation(values),
		...present("windowMinutes", values.window_minutes),
		max5xx: values.max_5xx,
		serverErrorRegex: values.server_error_regex,
		panicRegex: values.panic_regex,
		...present("correlate", values.correlate && toCorrelate(values.correlate))
	};
}
function toCorrelate({ route, window }) {
	return {
		route,
		...present("window", window)
	};
}
// src/goalfile/providers/property.ts
const readProperty = readerOf(Property, toProperty);
function toProperty(values) {
	return {
		provider: "property",
		...toInvocation(values),
		testsWanted: values.num_tests,
		mergeStderr: values.merge_stderr
	};
}
// src/goalfile/providers/ratchet.ts
const readRatchet = readerOf(Ratchet, toRatchet);
function toRatchet(values) {
	return {
		provider: "ratchet",
		metric: toMeasure(values.metric),
		baseline: values.baseline,
		direction: values.direction,
		allowedRegression: values.allowed_regression
	};
}
// src/goalfile/providers/static.ts
const readStatic = readerOf(Static, toStatic);
function toStatic(values) {
	return {
		provider: "static",
		...toInvocation(values),
		format: toFormat(values),
		...present("report", values.report),
		...present("baseline", values.baseline),
		allowedRegression: values.allowed_regression,
		mergeStderr: values.merge_stderr,
		errorCodes: values.error_codes
	};
}
function toFormat({ format, matcher = [] }) {
	if (format !== "problem_matcher") return { kind: format };
	return {
		kind: "problem_matcher",
		patterns: matcher.map(toPattern)
	};
}
function toPattern(pattern) {
	return {
		regexp: pattern.regexp,
		...present("file", pattern.file),
		...present("line", pattern.line),
		...present("column", pattern.column),
		...present("severity", pattern.severity),
		...present("code", pattern.code),
		...present("message", pattern.message),
		loop: pattern.loop
	};
}
// src/goalfile/providers/test-runner.ts
const readTestRunner = readerOf(TestRunner, toTestRunner);
function toTestRunner(values) {
	return {
		provider: "test_runner",
		...toInvocation(values),
		...present("report", values.report)
	};
}
// src/goalfile/providers/readers.ts
/** Every provider whose predicates are one check each: all but gherkin, which makes many of one. */
const READERS = {
	custom_script: readCustomScript,
	test_runner: readTestRunner,
	http_probe: readHttpProbe,
	browser: readBrowser,
	prod_log: readProdLog,
	metrics: readMetrics,
	ratchet: readRatchet,
	static: readStatic,
	coverage: readCoverage,
	property: readProperty,
	mutation: readMutation,
	cve: readCve,
	cli: readCli,
	no_stubs: readNoStubs,
	docs_updated: readDocsUpdated
};
// src/goalfile/secret-problems.ts
/** Who only asks a running service runs nothing of the candidate, and so may hold a secret. */
const MAY_HOLD = /* @__PURE__ */ new Set([
	"browser",
	"http_probe",
	"metrics"
]);
/** Nobody is sent these; everything else goes to a service or a program as it stands. */
const ONLY_SHOWN = /* @__PURE__ */ new Set([
	"id",
	"description",
	"group",
	"secrets"
]);
const USE = /\$\{secrets\.([^{}]{1,100})\}/g;
/** Secrets in reach of the candidate's code, used without their name, or used where they are not put. */
function secretProblems(input, provider, index) {
	const list = input["secrets"];
	const names = Array.isArray(list) ? list.filter((it) => typeof it === "string") : [];
	const predicate = {
		name: predicateName(input, index),
		index
	};
	if (MAY_HOLD.has(provider)) return usesIn(input, Object.keys(input).filter((key) => !ONLY_SHOWN.has(key))).flatMap((use) => isPut(use.path) ? unnamedSecret(use, names, predicate) : [misplacedSecret(use, predicate)]);
	const inEnvironment = usesIn(input, ["env"]).map((use) => misplacedSecret(use, predicate));
	if (names.length === 0) return inEnvironment;
	return [...inEnvironment, {
		severity: "error",
		code: "secret-in-reach",
		message: `${predicate.name} "secrets" must be left out: ${provider} runs code of the candidate, which could read them`,
		suggestion: "Only http_probe, metrics and browser may name secrets.",
		path: [
			"predicate",
			index,
			"secrets"
		],
		at: "key"
	}];
}
function usesIn(input, keys) {
	return keys.flatMap((key) => textsIn(input[key], [key])).flatMap(({ text, path }) => [...text.matchAll(USE)].map(([use, name = ""]) => ({
		use,
		name,
		path
	})));
}
/** Headers are sent, and fields are filled. */
function isPut([key, , member, , value]) {
	if (key === "headers") return true;
	if (key === "steps") return member === "value";
	return key === "assertions" && (member === "invalid" || member === "valid") && value === "value";
}
/** Without its name in `secrets` the service would be sent the placeholder itself. */
function unnamedSecret({ use, name, path }, names, predicate) {
	if (names.includes(name)) return [];
	return [{
		severity: "error",
		code: "unnamed-secret",
		message: `${predicate.name} uses ${toOneLine(use, 120)}, which its "secrets" do not name`,
		suggestion: didYouMean(name, names) ?? `Add it: secrets = ["${toOneLine(name, 100)}"].`,
		path: [
			"predicate",
			predicate.index,
			...path
		],
		at: "value"
	}];
}
function misplacedSecret({ use, path }, predicate) {
	return {
		severity: "error",
		code: "misplaced-secret",
		message: `${predicate.name} "${toOneLine(path.join("."), 100)}" holds ${toOneLine(use, 120)}, where no secret is put in: it would be used as it is written`,
		suggestion: "Secrets stand in headers, in the value of a fill step and of a field of form_validation.",
		path: [
			"predicate",
			predicate.index,
			...path
		],
		at: "value"
	};
}
/** The depth of a file is bounded before anything of it is read. */
function textsIn(value, path) {
	if (typeof value === "string") return [{
		text: value,
		path
	}];
	if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
	if (!isTable(value)) return [];
	return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}
// src/goalfile/unknown-keys-within.ts
const VALUE = { kind: "value" };
const TREES = /* @__PURE__ */ new WeakMap();
/** A warning for each key that nothing reads, in a value and in the tables inside it. */
function unknownKeysWithin(value, schema, place) {
	let tree = TREES.get(schema);
	if (tree === void 0) {
		tree = toTree(schema);
		TREES.set(schema, tree);
	}
	return unknownBelow(value, tree, place);
}
function unknownBelow(value, tree, place) {
	switch (tree.kind) {
		case "value": return [];
		case "either": {
			const option = tree.options.find(([schema]) => safeParse(schema, value).success);
			return option === void 0 ? [] : unknownBelow(value, option[1], place);
		}
		case "each": return itemsOf(value).flatMap(([step, item]) => unknownBelow(item, tree.item, below(place, step)));
		case "table":
			if (!isTable(value)) return [];
			return [...unknownKeys(value, {
				known: tree.known,
				...place
			}), ...tree.inside.flatMap(([key, inner]) => unknownBelow(value[key], inner, below(place, key)))];
	}
}
function itemsOf(value) {
	if (Array.isArray(value)) return value.map((item, index) => [index, item]);
	return isTable(value) ? Object.entries(value) : [];
}
function below({ path, owner }, step) {
	return {
		path: [...path, step],
		owner
	};
}
function toTree(schema) {
	const known = bare(schema);
	if (known instanceof ZodUnion) {
		const options = known.options.map((it) => [it, toTree(it)]);
		return options.every(([, tree]) => tree.kind === "value") ? VALUE : {
			kind: "either",
			options
		};
	}
	if (known instanceof ZodArray) return eachOf(known.element);
	if (known instanceof ZodRecord) return eachOf(known.valueType);
	if (!(known instanceof ZodObject) || known.def.catchall !== void 0) return VALUE;
	const shape = known.shape;
	const inside = Object.entries(shape).map(([key, inner]) => [key, toTree(inner)]).filter(([, tree]) => tree.kind !== "value");
	return {
		kind: "table",
		known: Object.keys(shape),
		inside
	};
}
function eachOf(schema) {
	const item = toTree(schema);
	return item.kind === "value" ? VALUE : {
		kind: "each",
		item
	};
}
/** Below what says that it may be absent, and before what is made of it. */
function bare(schema) {
	if (schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodPrefault) return bare(schema.unwrap());
	return schema instanceof ZodPipe ? bare(schema.in) : schema;
}
// src/goalfile/read-predicate.ts
const QUESTION_TIMEOUT_MS = 5e3;
/** One predicate of most tables, one for each scenario of a `gherkin` one, none of a refused one. */
function readPredicate(input, index, context) {
	if (!isTable(input)) {
		const message = `[[predicate]] #${index + 1} must be a table (got ${formatFound(input)})`;
		const path = ["predicate", index];
		context.problems.push({
			severity: "error",
			code: "invalid-value",
			message,
			path,
			at: "value"
		});
		return [];
	}
	const place = {
		...context,
		index
	};
	context.problems.push(...contradictions(input, index));
	const provider = input["provider"];
	if (provider === "gherkin") {
		context.problems.push(...programProblems(input, provider, place));
		return readGherkin(input, index, context);
	}
	const read = readCheck(input, provider, place);
	return read === void 0 ? [] : [toPredicate(read, place)];
}
function readCheck(input, provider, place) {
	if (!isBuilt(provider)) return readForeign(input, provider, place);
	place.problems.push(...keyProblems(input, provider, place), ...programProblems(input, provider, place));
	return READERS[provider](input, contextOf(input, provider, place));
}
function isBuilt(provider) {
	return typeof provider === "string" && Object.hasOwn(READERS, provider);
}
/** The keys of what is not evaluated are nobody's business here. */
function readForeign(input, provider, place) {
	const named = typeof provider === "string" ? provider : "";
	const instead = NOT_BUILT.get(named);
	const head = readValues(PredicateHead, input, contextOf(input, "", place));
	if (instead !== void 0) {
		const check = {
			provider: "not_built",
			named,
			instead
		};
		place.problems.push(notBuilt(input, check, place.index));
		return head && {
			head,
			check
		};
	}
	if (typeof provider === "string") place.problems.push(unknownProvider(input, provider, place.index));
}
function keyProblems(input, provider, { index }) {
	const schema = PROVIDERS[provider];
	const { path, owner } = predicateSurroundings(input, "", index);
	return [...unknownKeysWithin(input, schema, {
		path,
		owner
	}), ...retiredKeys(input, provider, index)];
}
function programProblems(input, provider, { index, workspace }) {
	return [...provider === "browser" ? [] : commandProblems(input, index, workspace), ...secretProblems(input, provider, index)];
}
function contextOf(input, provider, place) {
	return {
		surroundings: predicateSurroundings(input, provider, place.index),
		problems: place.problems
	};
}
/** What is so anyway is left out. */
function toPredicate({ head, check }, place) {
	return {
		id: head.id,
		...present("description", head.description),
		guard: head.guard,
		...present("acceptance", head.acceptance || void 0),
		heldOut: head.held_out,
		...present("optional", head.optional || void 0),
		...present("group", head.group),
		...present("cwd", head.cwd === "" ? void 0 : head.cwd),
		...present("secrets", head.secrets?.length === 0 ? void 0 : head.secrets),
		timeoutMs: timeoutOf(head, check, place.defaultTimeoutMs),
		check
	};
}
function timeoutOf(head, check, defaultMs) {
	if (check.provider === "browser") return defaultMs ?? 6e5;
	const isQuestion = check.provider === "http_probe" || check.provider === "metrics";
	return head.timeout_ms ?? defaultMs ?? (isQuestion ? QUESTION_TIMEOUT_MS : 6e5);
}
// src/goalfile/added-predicates.ts
const LANDED = "landed";
const DENY = "scope_deny_paths";
/** `[integration].mode` as a predicate. One that the file calls `landed` takes its place. */
function landedPredicate(mode, { claims, defaultTimeoutMs }) {
	if (mode === void 0 || mode === "none") return [];
	if (claims.some(({ id }) => id === LANDED)) return [];
	return [{
		id: LANDED,
		description: `the result has travelled as far as [integration] says: ${mode}`,
		guard: false,
		heldOut: false,
		timeoutMs: defaultTimeoutMs ?? 6e5,
		check: {
			provider: "landed",
			wanted: mode
		}
	}];
}
/** Each `[[enforcement.guard]]` as the ratchet that the file might have written itself. */
function enforcementGuards({ enabled, guard: guards }, context) {
	if (!enabled) return [];
	return guards.flatMap((guard, index) => {
		const path = [
			"enforcement",
			"guard",
			index
		];
		const who = `[[enforcement.guard]] #${index + 1}`;
		context.claims.push({
			id: guard.id,
			who,
			path: [...path, "id"]
		});
		const problems = [];
		const predicates = readPredicate({
			...guard,
			provider: "ratchet",
			guard: true
		}, index, {
			...context,
			problems
		});
		context.problems.push(...problems.map((it) => ({
			...it,
			path: [...path, ...it.path.slice(2)]
		})));
		return predicates;
	});
}
/** `[scope].deny` as a guard. */
function denyGuard({ workspace, deny }, { claims, defaultTimeoutMs }) {
	if (deny.length === 0) return [];
	claims.push({
		id: DENY,
		who: "[scope].deny",
		path: ["scope", "deny"]
	});
	return [{
		id: DENY,
		description: "nothing changed that [scope].deny protects",
		guard: true,
		heldOut: false,
		timeoutMs: defaultTimeoutMs ?? 6e5,
		check: {
			provider: "scope_guard",
			deny: deny.map((path) => workspace === "" ? path : `${workspace}/${path}`)
		}
	}];
}
// src/goalfile/find-cycles.ts
/** More are not told at once. */
const CYCLES_MAX = 10;
/**
* The ways on which something comes to need itself: `a b c a`. Edges lead from a node to what it needs;
* those to unknown nodes are left out. Walks without recursion.
*/
function findCycles(edges) {
	const cycles = [];
	const finished = /* @__PURE__ */ new Set();
	for (const start of edges.keys()) {
		if (cycles.length >= CYCLES_MAX) break;
		if (!finished.has(start)) walkFrom(start, edges, {
			cycles,
			finished
		});
	}
	return cycles;
}
function walkFrom(start, edges, { cycles, finished }) {
	const open = [visit(start, edges)];
	const entered = /* @__PURE__ */ new Set([start]);
	for (let last = open.at(-1); last !== void 0; last = open.at(-1)) {
		const step = last.next.next();
		if (step.done === true) {
			finished.add(last.node);
			entered.delete(last.node);
			open.pop();
		} else if (entered.has(step.value)) {
			cycles.push(chainFrom(open, step.value));
			if (cycles.length >= CYCLES_MAX) return;
		} else if (!finished.has(step.value) && edges.has(step.value)) {
			entered.add(step.value);
			open.push(visit(step.value, edges));
		}
	}
}
function visit(node, edges) {
	return {
		node,
		next: (edges.get(node) ?? []).values()
	};
}
function chainFrom(open, node) {
	const names = open.map((it) => it.node);
	return [...names.slice(names.indexOf(node)), node];
}
// src/goalfile/read-table.ts
/** A table of the file, or `undefined` where it is absent or was refused. */
function readTable(name, schema, { root, problems }) {
	const table = root[name];
	if (table === void 0) return void 0;
	if (isTable(table)) return readValues(schema, table, {
		surroundings: surroundingsOf(name),
		problems
	});
	problems.push({
		severity: "error",
		code: "invalid-value",
		message: `[${name}] must be a table (got ${formatFound(table)})`,
		path: [name],
		at: "value"
	});
}
/** The same with something else where it is absent. */
function readTableOr(empty, name, schema, context) {
	return context.root[name] === void 0 ? empty : readTable(name, schema, context);
}
/** The tables of a `[[list]]` with where each stands; absent is empty. */
function readList(name, schema, { root, problems, ...rest }) {
	const list = root[name] ?? [];
	if (!Array.isArray(list)) {
		const message = `[[${name}]] must be an array of tables (got ${formatFound(list)})`;
		problems.push({
			severity: "error",
			code: "invalid-value",
			message,
			path: [name],
			at: "value"
		});
		return [];
	}
	return list.flatMap((item, index) => {
		if (!isTable(item)) {
			problems.push(notATable(name, index, item));
			return [];
		}
		const values = readValues(schema, item, {
			surroundings: rest.surroundings(item, index),
			problems
		});
		return values === void 0 ? [] : [{
			index,
			values
		}];
	});
}
function notATable(name, index, item) {
	return {
		severity: "error",
		code: "invalid-value",
		message: `[[${name}]] #${index + 1} must be a table (got ${formatFound(item)})`,
		path: [name, index],
		at: "value"
	};
}
/** The original names a key in three ways; people search for its words. */
const QUOTED = /* @__PURE__ */ new Set([
	"goal",
	"seal",
	"enforcement",
	"economy",
	"memory"
]);
const BRACKETED = /* @__PURE__ */ new Set(["conventions", "escalation"]);
/** How a table and its keys are called; the keys above the first table belong to `goal`. */
function surroundingsOf(name) {
	return {
		path: name === "goal" ? [] : [name],
		owner: name === "goal" ? "goal-file" : `[${name}]`,
		labelOf: (key, keys) => {
			if (QUOTED.has(name)) return `${name} "${key}"`;
			return BRACKETED.has(name) ? `[${name}] "${key}"` : `${name}.${toOneLine(keys, 100)}`;
		}
	};
}
// src/goalfile/read-groups.ts
const DECLARED_MAX = 10;
/** More are not shown, and each is compared with every group. */
const UNKNOWN_MAX = 100;
/** The groups of a file, with every reference among them looked up. */
function readGroups(context) {
	const items = readList("group", LISTS.group, {
		...context,
		surroundings
	});
	const groups = items.map(({ values }) => toGroup(values));
	context.problems.push(...repeatedIds$1(items), ...allUnknownReferences(items, groups), ...cyclesOf("parent", groups, items), ...cyclesOf("needs", groups, items));
	return groups;
}
/** The groups that predicates name and nobody declared. */
function undeclaredGroups(root, groups) {
	const tables = root["predicate"];
	if (!Array.isArray(tables)) return [];
	const declared = new Set(groups.map((it) => it.id));
	const problems = [];
	for (const [index, table] of tables.entries()) {
		const named = isTable(table) ? table["group"] : void 0;
		if (!isTable(table) || typeof named !== "string" || named.trim() === "") continue;
		if (declared.has(toGroupId(named)) || problems.length > UNKNOWN_MAX) continue;
		const id = table["id"];
		const name = typeof id === "string" ? `"${toOneLine(id, 80)}"` : `#${index + 1}`;
		const path = [
			"predicate",
			index,
			"group"
		];
		const sentence = `predicate ${name} references unknown group`;
		problems.push(unknownGroup(sentence, named, {
			groups,
			path
		}));
	}
	return problems;
}
function surroundings(item, index) {
	const id = item["id"];
	const owner = `[[group]] #${index + 1}`;
	const name = typeof id === "string" && toGroupId(id) !== "" ? `group "${toGroupId(id)}"` : owner;
	return {
		path: ["group", index],
		owner: name,
		index: `#${index + 1}`,
		labelOf: (key) => `${key === "id" ? owner : name} "${key}"`
	};
}
function toGroup(table) {
	return {
		id: toGroupId(table.id),
		name: table.name ?? table.id,
		...present("parent", table.parent === void 0 ? void 0 : toGroupId(table.parent)),
		...present("iterationsMax", table.budget),
		needs: table.needs.map(toGroupId)
	};
}
function repeatedIds$1(items) {
	const seen = /* @__PURE__ */ new Set();
	return items.flatMap(({ index, values }) => {
		const id = toGroupId(values.id);
		const isNew = !seen.has(id);
		seen.add(id);
		if (isNew) return [];
		const authored = toOneLine(values.id, 80);
		return [{
			severity: "error",
			code: "duplicate-id",
			message: `duplicate group id "${id}"${authored === id ? "" : ` (authored "${authored}" normalizes to "${id}")`}`,
			suggestion: "Declare every group once.",
			path: [
				"group",
				index,
				"id"
			],
			at: "value"
		}];
	});
}
function allUnknownReferences(items, groups) {
	const declared = new Set(groups.map((it) => it.id));
	const problems = [];
	for (const item of items) {
		if (problems.length > UNKNOWN_MAX) break;
		problems.push(...unknownReferences(item, groups, declared));
	}
	return problems;
}
function unknownReferences({ index, values }, groups, declared) {
	const name = `group "${toGroupId(values.id)}"`;
	const problems = [];
	const { parent, needs } = values;
	if (parent !== void 0 && !declared.has(toGroupId(parent))) {
		const path = [
			"group",
			index,
			"parent"
		];
		problems.push(unknownGroup(`${name} references unknown parent`, parent, {
			groups,
			path
		}));
	}
	needs.forEach((need, place) => {
		const path = [
			"group",
			index,
			"needs",
			place
		];
		if (toGroupId(need) === toGroupId(values.id)) problems.push(needsItself(name, path));
		else if (!declared.has(toGroupId(need))) problems.push(unknownGroup(`${name} needs unknown group`, need, {
			groups,
			path
		}));
	});
	return problems;
}
function unknownGroup(sentence, named, { groups, path }) {
	const ids = groups.map((it) => it.id);
	const id = toGroupId(named);
	const shown = ids.slice(0, DECLARED_MAX).map((it) => `"${it}"`);
	const more = ids.length > DECLARED_MAX ? [`${ids.length - DECLARED_MAX} more`] : [];
	const declared = ids.length === 0 ? "none" : [...shown, ...more].join(", ");
	return {
		severity: "error",
		code: "unknown-group",
		message: `${sentence} "${toOneLine(id, 80)}" (declared: ${declared})`,
		suggestion: didYouMean(id, ids) ?? "Declare it with [[group]], or name another.",
		path,
		at: "value"
	};
}
function needsItself(name, path) {
	return {
		severity: "error",
		code: "cycle",
		message: `${name} needs itself (a self-edge is not allowed)`,
		suggestion: "Remove it from its own needs.",
		path,
		at: "value"
	};
}
function cyclesOf(relation, groups, items) {
	return findCycles(new Map(groups.map((group) => [group.id, edgesOf(group, relation)]))).map((chain) => {
		const item = items.find(({ values }) => toGroupId(values.id) === chain[0]);
		return {
			severity: "error",
			code: "cycle",
			message: `group "${chain[0]}" has a cyclic ${relation} chain: ${toOneLine(chain.join(" -> "), 300)}`,
			suggestion: "Take one of them out.",
			path: [
				"group",
				item?.index ?? 0,
				relation
			],
			at: "value"
		};
	});
}
/** A group that needs itself is told as such. */
function edgesOf({ id, parent, needs }, relation) {
	if (relation === "needs") return needs.filter((it) => it !== id);
	return parent === void 0 ? [] : [parent];
}
// src/goalfile/read-predicates.ts
/** More could neither be evaluated in time nor be read by anybody. */
const PREDICATES_MAX$1 = 1e3;
/** All predicates in the order of the file; each says what is wrong with it. */
function readPredicates(input, context) {
	const wrong = wrongList(input);
	if (wrong !== void 0 || !Array.isArray(input)) {
		context.problems.push({
			severity: "error",
			code: "invalid-value",
			message: wrong ?? "",
			path: ["predicate"],
			at: "key"
		});
		return [];
	}
	return input.flatMap((table, index) => readOne(table, index, context));
}
function readOne(table, index, context) {
	const path = ["predicate", index];
	const who = `[[predicate]] #${index + 1}`;
	const predicates = readPredicate(table, index, context);
	if (!isTable(table)) return predicates;
	if (table["provider"] === "gherkin") context.claims.push(...predicates.map(({ id }) => ({
		id,
		who,
		path: [...path, "feature"]
	})));
	else if (typeof table["id"] === "string") context.claims.push({
		id: table["id"],
		who,
		path: [...path, "id"]
	});
	return predicates;
}
function wrongList(input) {
	if (input === void 0) return "goal-file must declare at least one [[predicate]]";
	if (!Array.isArray(input)) return `[[predicate]] must be an array of tables (got ${formatFound(input)})`;
	if (input.length === 0) return "goal-file must declare at least one [[predicate]]";
	return input.length > 1e3 ? `goal-file may declare at most ${PREDICATES_MAX$1} predicates (got ${input.length})` : void 0;
}
// src/goalfile/repeated-ids.ts
/** Ids that look the same are the same: results are kept by id. */
function repeatedIds(claims) {
	const seen = /* @__PURE__ */ new Map();
	return claims.flatMap((claim) => {
		const name = claim.id.normalize("NFC");
		const first = seen.get(name);
		if (first === void 0) seen.set(name, claim);
		return first === void 0 ? [] : [repeated(claim, first)];
	});
}
function repeated({ id, who, path }, first) {
	return {
		severity: "error",
		code: "duplicate-id",
		message: `predicate "${toOneLine(id, 80)}" is declared twice: ${first.who} and ${who}`,
		suggestion: "Give every predicate an id of its own.",
		path,
		at: "value"
	};
}
// src/goalfile/read-all-predicates.ts
/** The predicates of the file, those that stand for scenarios, and those that kazi adds; guards last. */
function readAllPredicates(before) {
	const { root, problems, scope, integration, enforcement } = before;
	const defaults = readTable("defaults", TABLES.defaults, before);
	const context = {
		defaultTimeoutMs: defaults?.timeout_ms,
		workspace: scope?.workspace,
		problems,
		features: before.features,
		featureGroups: [],
		claims: []
	};
	const read = readPredicates(root["predicate"], context);
	const landed = landedPredicate(integration?.mode, context);
	const enforced = enforcement === void 0 ? [] : enforcementGuards(enforcement, context);
	const denied = scope === void 0 ? [] : denyGuard(scope, context);
	const predicates = [
		...read.filter((it) => !it.guard),
		...landed,
		...read.filter((it) => it.guard),
		...enforced,
		...denied
	];
	problems.push(...repeatedIds(context.claims), ...undeclaredGroups(root, before.groups));
	refuseTooMany(predicates, before);
	return {
		predicates,
		groups: [...before.groups, ...newGroups(context, before)],
		...present("concurrency", defaults?.concurrency)
	};
}
function refuseTooMany(predicates, { problems }) {
	if (predicates.length <= 1e3) return;
	problems.push({
		severity: "error",
		code: "too-many-predicates",
		message: `goal-file may come to at most ${PREDICATES_MAX$1} predicates with scenarios and guards (got ${predicates.length})`,
		suggestion: "Split it into several goals.",
		path: ["predicate"],
		at: "key"
	});
}
function newGroups({ featureGroups }, { groups }) {
	return featureGroups.filter((it) => !groups.some((group) => group.id === it.id));
}
// src/goalfile/plain-table.ts
/** A table of TOML as JSON can hold it: dates, and numbers that JSON has not, become text. */
function plainTable(table) {
	const entries = Object.entries(table).map(([key, value]) => [toShown(key), plainData(value)]);
	return Object.fromEntries(entries.filter(([key]) => key !== "__proto__"));
}
function plainData(value) {
	if (typeof value === "string") return toShown(value);
	if (typeof value === "number") return Number.isFinite(value) ? value : `${value}`;
	if (typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map(plainData);
	if (isTable(value)) return plainTable(value);
	return value instanceof TomlDate ? value.toISOString() : String(value);
}
// src/goalfile/read-extras.ts
/** Everything of a file that most files do not have. */
function readExtras(context) {
	const deploy = readTable("deploy", TABLES.deploy, context);
	return {
		...readPolicies(context),
		...readGuidance(context),
		...present("deploy", deploy && toDeploy(deploy)),
		...present("captures", readCaptures(context)),
		...present("metadata", readMetadata(context))
	};
}
function readPolicies(context) {
	const approval = readTable("approval", TABLES.approval, context);
	const plan = readTable("plan", TABLES.plan, context);
	const gate = readTable("gate", TABLES.gate, context);
	const checkout = readTable("checkout", TABLES.checkout, context);
	return {
		...present("approval", approval && { onMerge: approval.on_merge }),
		...present("plan", plan && {
			...present("harness", plan.harness),
			...present("model", plan.model)
		}),
		...present("gate", gate && { on: gate.on }),
		...present("checkout", checkout && {
			...present("depth", checkout.depth),
			sparse: checkout.sparse,
			lfs: checkout.lfs,
			submodules: checkout.submodules
		})
	};
}
function readGuidance(context) {
	const escalation = readTable("escalation", TABLES.escalation, context);
	const economy = readTable("economy", TABLES.economy, context);
	const corpus = readTable("memory", TABLES.memory, context)?.corpus;
	const conventions = readTable("conventions", TABLES.conventions, context);
	return {
		...present("escalation", escalation && {
			ladder: escalation.ladder,
			...present("rungsMax", escalation.max_rungs)
		}),
		...present("economy", economy && { debrief: economy.debrief }),
		...present("memory", corpus && { corpus }),
		...present("conventions", conventions && {
			processContract: conventions.process_contract,
			extraRules: conventions.extra_rules
		})
	};
}
function readCaptures(context) {
	const items = readList("capture", LISTS.capture, {
		...context,
		surroundings: (_item, index) => captureAt(index)
	});
	const seen = /* @__PURE__ */ new Set();
	for (const { index, values } of items) {
		if (seen.has(values.name)) context.problems.push({
			severity: "error",
			code: "duplicate-id",
			message: `[[capture]] declares a duplicate name "${values.name}"`,
			suggestion: "Give every capture a name of its own.",
			path: [
				"capture",
				index,
				"name"
			],
			at: "value"
		});
		seen.add(values.name);
	}
	return items.length === 0 ? void 0 : items.map(({ values }) => toCapture(values));
}
function captureAt(index) {
	const owner = `[[capture]] #${index + 1}`;
	return {
		path: ["capture", index],
		owner,
		index: `#${index + 1}`,
		labelOf: (key) => `${owner} "${key}"`
	};
}
/** Kept as it is written: nothing but `depends_on` is ever read of it. */
function readMetadata({ root, problems }) {
	const table = root["metadata"];
	if (table === void 0) return void 0;
	if (isTable(table)) return plainTable(table);
	problems.push({
		severity: "error",
		code: "invalid-value",
		message: `[metadata] must be a table (got ${formatFound(table)})`,
		path: ["metadata"],
		at: "value"
	});
}
// src/goalfile/read-goal.ts
/** What an absent table means, asked once: nearly every goal has several. */
const EMPTY = {
	budget: TABLES.budget.parse({}),
	scope: TABLES.scope.parse({}),
	integration: TABLES.integration.parse({}),
	setup: TABLES.setup.parse({}),
	seal: TABLES.seal.parse({})
};
/** The goal of a parsed file. It counts only when no problem is an error. */
function readGoal(context) {
	const { root, problems } = context;
	const head = readValues(TABLES.goal, root, {
		surroundings: surroundingsOf("goal"),
		problems
	});
	const budget = readTableOr(EMPTY.budget, "budget", TABLES.budget, context);
	const scope = readTableOr(EMPTY.scope, "scope", TABLES.scope, context);
	const integration = readTableOr(EMPTY.integration, "integration", TABLES.integration, context);
	const setup = readTableOr(EMPTY.setup, "setup", TABLES.setup, context);
	const seal = readTableOr(EMPTY.seal, "seal", TABLES.seal, context);
	const harness = readTable("harness", TABLES.harness, context);
	const enforcement = readEnforcement(context, head?.mode);
	const extras = readExtras(context);
	const { predicates, groups, concurrency } = readAllPredicates({
		...context,
		groups: readGroups(context),
		scope,
		integration,
		enforcement
	});
	if (!head || !budget || !scope || !integration || !setup || !seal) return void 0;
	return {
		id: head.id,
		...present("name", head.name),
		...present("description", head.description),
		mode: head.mode,
		standing: head.standing,
		predicates,
		...present("concurrency", concurrency),
		budget: toBudget(budget),
		scope: toScope(scope),
		harness: toHarness(harness),
		integration: toIntegration(integration),
		setup: toSetup(setup),
		seal: toSeal(seal, enforcement),
		...present("groups", groups.length === 0 ? void 0 : groups),
		...present("enforcement", enforcement && toEnforcement(enforcement)),
		...extras
	};
}
/** A goal that creates something is enforced unless it says otherwise. */
function readEnforcement(context, mode) {
	const enforcement = readTable("enforcement", TABLES.enforcement, context);
	if (context.root["enforcement"] !== void 0 || mode !== "create") return enforcement;
	return Enforcement.parse({});
}
/** What `[enforcement]` calls read-only is sealed. */
function toSeal(table, enforcement) {
	const readOnly = enforcement?.enabled === true ? [...enforcement.read_only_paths, ...enforcement.roles?.fixer?.read_only_paths ?? []] : [];
	return {
		enabled: table.enabled,
		sealedInputs: [...table.sealed_inputs, ...readOnly],
		mutableInputs: table.mutable_inputs
	};
}
// src/goalfile/not-enforced.ts
/** What loads here and does nothing, with what to do instead. */
const NOT_ENFORCED = [
	{
		path: ["group"],
		name: "[[group]]",
		suggestion: "Its names are checked and shown; every predicate counts by itself."
	},
	{
		path: ["capture"],
		name: "[[capture]]",
		suggestion: "Take the artifact in a custom_script and judge it there."
	},
	{
		path: ["escalation"],
		name: "[escalation]",
		suggestion: "Name one model in [harness]."
	},
	{
		path: ["economy"],
		name: "[economy]",
		suggestion: "Remove it."
	},
	{
		path: ["memory"],
		name: "[memory]",
		suggestion: "Remove it: the agent reads the repository."
	},
	{
		path: ["conventions"],
		name: "[conventions]",
		suggestion: "Write rules for the agent into the description of the goal."
	},
	{
		path: ["plan"],
		name: "[plan]",
		suggestion: "Write the goal-file by hand, or ask any agent to."
	},
	{
		path: ["deploy"],
		name: "[deploy]",
		suggestion: "Deploy by a workflow of the repository; live predicates are looked at after the landing."
	},
	{
		path: ["gate", "on"],
		name: "[gate] \"on\"",
		holds: "own",
		suggestion: "A goal gates the pull request that carries its file."
	},
	{
		path: ["checkout"],
		name: "[checkout]",
		suggestion: "Write it into the checkout steps of the workflow."
	},
	{
		path: ["setup", "cache"],
		name: "[setup] \"cache\"",
		suggestion: "Setup runs in full for every observation."
	},
	{
		path: ["enforcement", "clean_tree"],
		name: "enforcement \"clean_tree\"",
		holds: true,
		suggestion: "Every check runs in a fresh copy of the tree."
	},
	{
		path: ["enforcement", "clean_ref"],
		name: "enforcement \"clean_ref\"",
		holds: "HEAD",
		suggestion: "Graders come from the commit that was approved."
	},
	{
		path: [
			"enforcement",
			"roles",
			"demonstrator"
		],
		name: "[enforcement.roles.demonstrator]",
		suggestion: "Remove it: nothing demonstrates here."
	}
];
/** A warning for each of them that stands in the file. */
function notEnforced(root) {
	return [...NOT_ENFORCED.filter(({ path, holds }) => {
		const value = valueAt(root, path);
		return value !== void 0 && value !== holds;
	}), ...readOnlyUnsealed(root)].map(({ path, name, suggestion }) => ({
		severity: "warning",
		code: "not-enforced",
		message: `${name} is read, but this version does not act on it`,
		suggestion,
		path,
		at: "key"
	}));
}
/** They are protected by the seal, which the same file may have switched off. */
function readOnlyUnsealed(root) {
	const path = ["enforcement", "read_only_paths"];
	const isSealed = valueAt(root, ["seal", "enabled"]) !== false;
	const isEnforced = valueAt(root, ["enforcement", "enabled"]) !== false;
	if (isSealed || !isEnforced || valueAt(root, path) === void 0) return [];
	return [{
		path,
		name: "enforcement \"read_only_paths\"",
		suggestion: "Remove enabled = false from [seal], which protects them."
	}];
}
function valueAt(root, path) {
	let value = root;
	for (const step of path) value = isTable(value) ? value[step] : void 0;
	return value;
}
// src/goalfile/unknown-table-keys.ts
const { goal: _, ...NAMED } = TABLES;
const SINGLE = new Map(Object.entries(NAMED));
const LISTED = new Map(Object.entries(LISTS));
/** Keys that nothing reads, above the first table and in every table but the predicates. */
function unknownTableKeys(root) {
	return [...unknownKeys(root, {
		known: TOP_KEYS,
		path: [],
		owner: "goal-file"
	}), ...Object.keys(root).flatMap((name) => unknownInTable(name, root[name]))];
}
function unknownInTable(name, value) {
	const single = SINGLE.get(name);
	if (single !== void 0) return unknownKeysWithin(value, single, {
		path: [name],
		owner: `[${name}]`
	});
	const listed = LISTED.get(name);
	if (listed === void 0 || !Array.isArray(value)) return [];
	return value.flatMap((item, index) => unknownKeysWithin(item, listed, {
		path: [name, index],
		owner: `[[${name}]] #${index + 1}`
	}));
}
// src/goalfile/top-problems.ts
/** Files of the original that stand beside goal-files, by the table that only they have. */
const OTHER_FILES = [["goals", "a roadmap, which lists goals"], ["member", "a fleet file, which lists goal-files"]];
function otherFile(root) {
	const found = OTHER_FILES.find(([key]) => Array.isArray(root[key]));
	if (found === void 0 || root["predicate"] !== void 0) return void 0;
	return {
		severity: "error",
		code: "not-a-goal-file",
		message: `expected a goal-file, found ${found[1]} ([[${found[0]}]])`,
		suggestion: "Name one of the goal-files that it lists.",
		path: [found[0]],
		at: "key"
	};
}
/** Keys and tables that nothing reads, and tables that are read and not acted on. */
function topWarnings(root) {
	return [...unknownTableKeys(root), ...notEnforced(root)];
}
// src/goalfile/load-goal.ts
/** Everything that is wrong with a goal-file at once, or the goal with its warnings. */
function loadGoal(source) {
	const features = source.features ?? /* @__PURE__ */ new Map();
	const loaded = loadFile(source, (context) => readRoot({
		...context,
		features
	}));
	if (loaded.kind === "refused") return loaded;
	return {
		kind: "loaded",
		goal: loaded.value,
		issues: loaded.issues
	};
}
function readRoot(context) {
	const other = otherFile(context.root);
	if (other !== void 0) {
		context.problems.push(other);
		return;
	}
	context.problems.push(...topWarnings(context.root));
	return readGoal(context);
}
// src/record/ledger-ref.ts
const SLUG_CHARACTERS_MAX = 40;
const HASH_BYTES = 4;
/** Below this stand the goals whose newest generation is not folded away yet, one ref each. */
function livePrefix({ namespace }) {
	return `${namespace}live/`;
}
/** The chain of all ended generations. */
function archiveRef({ namespace }) {
	return `${namespace}archive`;
}
/** Whose turn it is to change what all goals share. */
function turnRef({ namespace }) {
	return `${namespace}turn`;
}
/** The one ref of a goal. */
function liveRef(space, goalId) {
	return `${livePrefix(space)}${ledgerKey(goalId)}`;
}
/** One segment of a ref's name: readable, and legal for git whatever the id holds. */
function ledgerKey(goalId) {
	return `${ledgerSlug(goalId)}-${hashOf(goalId)}`;
}
/** The readable part of a ref's name: never empty, but two ids may share it. */
function ledgerSlug(goalId) {
	const slug = goalId.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, SLUG_CHARACTERS_MAX).replace(/-$/, "");
	return slug === "" ? "goal" : slug;
}
function hashOf(goalId) {
	return [...sha256(new TextEncoder().encode(goalId)).slice(0, HASH_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
// src/model/is-settled.ts
/** Whether a verdict is in nobody's way: it passes, or nobody insists that it can be known. */
function isSettled(verdict) {
	return verdict.status === "pass" || verdict.waived === true;
}
// src/record/add-spend.ts
/** What a generation has used up before its first claim. */
const NO_SPEND = {
	iterations: 0,
	dispatches: 0,
	wallClockMs: 0,
	tokens: 0,
	costUsd: 0,
	usage: {},
	unreported: 0
};
/** Sums are cut off where they would stop being exact: a ceiling is reached long before. */
function addSpend(left, right) {
	return {
		iterations: add(left.iterations, right.iterations),
		dispatches: add(left.dispatches, right.dispatches),
		wallClockMs: add(left.wallClockMs, right.wallClockMs),
		tokens: add(left.tokens, right.tokens),
		costUsd: add(left.costUsd, right.costUsd),
		usage: addUsage(left.usage, right.usage),
		unreported: add(left.unreported, right.unreported)
	};
}
const USAGE_KEYS = Object.keys({
	inputTokens: true,
	cachedInputTokens: true,
	cacheWriteTokens: true,
	outputTokens: true,
	reasoningTokens: true,
	costUsd: true
});
function addUsage(left, right) {
	const before = new Map(Object.entries(left));
	const more = new Map(Object.entries(right));
	return Object.fromEntries(USAGE_KEYS.flatMap((key) => {
		const sum = addKnown(before.get(key), more.get(key));
		return sum === void 0 ? [] : [[key, sum]];
	}));
}
/** Absent is not zero: only two absent numbers stay absent. */
function addKnown(left, right) {
	return left === void 0 && right === void 0 ? void 0 : add(left ?? 0, right ?? 0);
}
function add(left, right) {
	return Math.min(left + right, Number.MAX_SAFE_INTEGER);
}
// src/record/limits.ts
const PREDICATES_MAX = 1001;
const PATH_CHARACTERS_MAX = 1e3;
const SENTENCE_CHARACTERS_MAX = 2e3;
/** Baselines of one goal, and the fingerprints of all of them together. */
const BASELINES_MAX = 2e3;
const FINGERPRINTS_MAX = 6e4;
const EXCERPT_CHARACTERS_MAX$1 = 8e3;
// src/record/bound-entry.ts
const MESSAGE_CHARACTERS_MAX$2 = 200;
const SUMMARY_CHARACTERS_MAX = 300;
const NAME_CHARACTERS_MAX = 200;
/** How many changed, and how many refused, paths of one attempt an entry tells. */
const PATHS_MAX = 200;
/** The entry with everything that strangers wrote cut to size, so that it can always be read back. */
function boundEntry(entry) {
	switch (entry.kind) {
		case "opened": return {
			...entry,
			approval: {
				...entry.approval,
				by: nameOf(entry.approval.by)
			}
		};
		case "claimed": return entry;
		case "settled": return {
			...entry,
			observed: entry.observed.map(boundVerdict),
			...entry.attempt === void 0 ? {} : { attempt: boundAttempt(entry.attempt) },
			decision: boundDecision(entry.decision)
		};
		case "released": return {
			...entry,
			reason: sentence$1(entry.reason),
			decision: boundDecision(entry.decision)
		};
		case "landed": {
			const { reason } = entry.landing;
			const landing = reason === void 0 ? {} : { reason: sentence$1(reason) };
			return {
				...entry,
				landing: {
					...entry.landing,
					...landing
				},
				decision: boundDecision(entry.decision)
			};
		}
		case "stopped": return {
			...entry,
			decision: boundDecision(entry.decision)
		};
	}
}
/** A verdict with a message that fits a table. */
function boundVerdict(verdict) {
	return {
		...verdict,
		message: toOneLine(verdict.message, MESSAGE_CHARACTERS_MAX$2)
	};
}
function boundAttempt(attempt) {
	return {
		...attempt,
		summary: toOneLine(attempt.summary, SUMMARY_CHARACTERS_MAX),
		changed: attempt.changed.slice(0, PATHS_MAX).map(boundPath),
		refused: attempt.refused.slice(0, PATHS_MAX).map((it) => ({
			path: boundPath(it.path),
			reason: toOneLine(it.reason, MESSAGE_CHARACTERS_MAX$2)
		}))
	};
}
function boundPath(path) {
	const line = toOneLine(path, PATH_CHARACTERS_MAX);
	return line === "" ? "?" : line;
}
function nameOf(person) {
	return toOneLine(person, NAME_CHARACTERS_MAX);
}
function boundDecision(decision) {
	switch (decision.kind) {
		case "observe": return {
			...decision,
			reason: sentence$1(decision.reason)
		};
		case "stop": {
			const { cause } = decision;
			return {
				...decision,
				cause: {
					...cause,
					reason: sentence$1(cause.reason),
					next: sentence$1(cause.next)
				}
			};
		}
		case "dispatch":
		case "integrate":
		case "watch":
		case "converged": return decision;
	}
}
function sentence$1(text) {
	return toOneLine(text, SENTENCE_CHARACTERS_MAX);
}
// src/record/baseline-schema.ts
const baselineSchema = strictObject({
	key: string().min(1).max(250),
	check: string().min(1).max(64),
	value: number().exactOptional(),
	fingerprints: array(string().max(64)).max(FINGERPRINTS_MAX).exactOptional()
});
const baselinesSchema = array(baselineSchema).max(BASELINES_MAX).refine((baselines) => new Set(baselines.map((it) => it.key)).size === baselines.length, "expected each key once").refine((baselines) => fingerprintsIn(baselines) <= FINGERPRINTS_MAX, "expected fewer fingerprints");
/** How many fingerprints these hold together. */
function fingerprintsIn(baselines) {
	return baselines.reduce((sum, it) => sum + (it.fingerprints?.length ?? 0), 0);
}
// src/record/merge-baselines.ts
/**
* The old ones with the new in their place, by key. What does not fit any more is left out, and
* nothing else with it: a ratchet that is forgotten starts again, and says so.
*/
function mergeBaselines(before, moved) {
	const merged = new Map([...before, ...moved].map((it) => [it.key, it]));
	const kept = [];
	let fingerprints = 0;
	for (const baseline of merged.values()) {
		const wanted = fingerprints + fingerprintsIn([baseline]);
		if (kept.length === 2e3 || wanted > 6e4) continue;
		fingerprints = wanted;
		kept.push(baseline);
	}
	return kept.toSorted((left, right) => left.key < right.key ? -1 : 1);
}
// src/record/apply-entry.ts
/** What a prompt can use of an older attempt; the entry itself has more. */
const ATTEMPT_LISTED_MAX = 40;
const CHANGED_CHARACTERS_MAX = 1200;
const REFUSED_CHARACTERS_MAX = 600;
const OLD_REGRESSED_MAX = 20;
/** Adds one fact to a state; throws `record-forged` when it cannot follow. */
function applyEntry(state, entry) {
	if (entry.kind === "opened") return open(state, entry);
	if (state === void 0) return refuse(`a ledger starts with "opened", found "${entry.kind}"`);
	if (state.status !== "running") return refuse(`nothing follows the end "${state.status}", found "${entry.kind}"`);
	return {
		...follow(state, entry),
		sequence: state.sequence + 1,
		updatedAtMs: entry.atMs
	};
}
function open(state, entry) {
	if (state !== void 0) return refuse("\"opened\" stands only at the start of a ledger");
	const { goal, generation, approval, ceilings, target, branch, base, head, baselines, atMs } = entry;
	return {
		format: 1,
		goal,
		generation,
		sequence: 0,
		epoch: 0,
		status: "running",
		approval,
		ceilings,
		...target === void 0 ? {} : { target },
		branch,
		base,
		head,
		iteration: -1,
		spent: NO_SPEND,
		vector: [],
		history: [],
		...baselines === void 0 ? {} : { baselines },
		next: {
			kind: "observe",
			reason: "first observation",
			notBeforeMs: atMs
		},
		updatedAtMs: atMs
	};
}
function follow(state, entry) {
	switch (entry.kind) {
		case "claimed": return claim(state, entry.claim, entry.atMs);
		case "settled": return settle(state, entry);
		case "released":
			claimOf(state, entry);
			return decided({
				...unclaimed(state),
				spent: addSpend(state.spent, entry.spend)
			}, entry);
		case "landed":
			if (state.claim !== void 0) return refuse("\"landed\" cannot stand inside a claim");
			return decided(land(state, entry), entry);
		case "stopped":
			if (entry.decision.kind !== "stop") return refuse("\"stopped\" needs the decision \"stop\"");
			return decided({
				...unclaimed(state),
				spent: spentWithLost(state, entry.atMs)
			}, entry);
	}
}
function claim(state, taken, atMs) {
	if (taken.epoch !== state.epoch + 1) return refuse(`a claim raises the epoch to ${state.epoch + 1}, found ${taken.epoch}`);
	if (taken.iteration !== state.iteration + 1) return refuse(`a claim is for iteration ${state.iteration + 1}, found ${taken.iteration}`);
	return {
		...state,
		spent: spentWithLost(state, atMs),
		claim: taken,
		epoch: taken.epoch
	};
}
/**
* A holder that never answers is charged what was set aside for its agent, or a crash loop would be
* free. The reserved time may be all that is left of the budget, so only what has passed counts.
*/
function spentWithLost(state, atMs) {
	const lost = state.claim;
	if (lost === void 0) return state.spent;
	const { tokens = 0, costUsd = 0, wallClockMs } = lost.reservation;
	const passedMs = Math.max(0, atMs - lost.atMs);
	const time = {
		...NO_SPEND,
		wallClockMs: Math.min(wallClockMs, passedMs)
	};
	const dispatch = {
		...time,
		dispatches: 1,
		tokens,
		costUsd,
		unreported: 1
	};
	return addSpend(state.spent, lost.kind === "dispatch" ? dispatch : time);
}
function settle(state, entry) {
	const held = claimOf(state, entry);
	if (entry.iteration !== held.iteration) return refuse(`iteration ${held.iteration} is claimed, found a settlement of ${entry.iteration}`);
	const observed = entry.observed.map(boundVerdict);
	const thrownAway = entry.attempt?.fate === "discarded" || entry.attempt?.fate === "void";
	return decided({
		...unclaimed(state),
		iteration: entry.iteration,
		spent: addSpend(state.spent, entry.spend),
		head: entry.head,
		history: [...state.history.map(shorten), toHistoryItem(entry, observed)].slice(-10),
		vector: thrownAway ? state.vector : observed,
		...remembered(state, thrownAway ? void 0 : entry.baselines)
	}, entry);
}
/** What only the landing can decide takes its place among the verdicts of the head. */
function land(state, entry) {
	const byLanding = new Map((entry.verdicts ?? []).map((it) => [it.id, boundVerdict(it)]));
	const vector = state.vector.map((verdict) => byLanding.get(verdict.id) ?? verdict);
	return {
		...state,
		landing: entry.landing,
		vector
	};
}
/** Older attempts are only read for what they tried. */
function shorten(item) {
	if (item.attempt === void 0) return item;
	const regressed = item.attempt.regressed.slice(0, OLD_REGRESSED_MAX);
	return {
		...item,
		attempt: {
			...item.attempt,
			regressed
		}
	};
}
/** Ten vectors with their messages would make most of a checkpoint, and only the newest is ever read. */
function toHistoryItem(entry, observed) {
	const vector = observed.map((verdict) => ({
		...verdict,
		message: ""
	}));
	const { attempt } = entry;
	if (attempt === void 0) return {
		iteration: entry.iteration,
		vector
	};
	const changed = whileShort(attempt.changed, CHANGED_CHARACTERS_MAX, (path) => path.length);
	const refused = whileShort(attempt.refused, REFUSED_CHARACTERS_MAX, (it) => it.path.length + it.reason.length);
	return {
		iteration: entry.iteration,
		vector,
		attempt: {
			...attempt,
			changed,
			refused
		}
	};
}
/** The first items, always one if there is any, until they are too many or too long. */
function whileShort(items, charactersMax, lengthOf) {
	let characters = 0;
	const end = items.slice(0, ATTEMPT_LISTED_MAX).findIndex((item, index) => {
		characters += lengthOf(item);
		return index > 0 && characters > charactersMax;
	});
	return items.slice(0, end === -1 ? ATTEMPT_LISTED_MAX : end);
}
/** The claim that the entry answers to. */
function claimOf(state, entry) {
	const { claim: held } = state;
	if (held === void 0) return refuse("there is no claim to answer to");
	if (held.epoch !== entry.epoch || held.nonce !== entry.nonce) return refuse(`the claim is of epoch ${held.epoch}, found an answer to epoch ${entry.epoch}`);
	return held;
}
function unclaimed(state) {
	const { claim: _ended, ...rest } = state;
	return rest;
}
function decided(state, entry) {
	const { decision } = entry;
	if (decision.kind === "stop") return {
		...state,
		status: decision.status,
		cause: decision.cause,
		next: decision
	};
	if (decision.kind !== "converged") return {
		...state,
		next: decision
	};
	if (!state.vector.some((verdict) => verdict.status === "pass") || !state.vector.every(isSettled)) return refuse("\"converged\" needs a pass of every predicate, and at least one");
	return {
		...state,
		status: "converged",
		next: decision
	};
}
function remembered(state, moved) {
	if (moved === void 0 || moved.length === 0) return {};
	return { baselines: mergeBaselines(state.baselines ?? [], moved) };
}
function refuse(found) {
	throw new KaziError({
		code: "record-forged",
		message: `an entry cannot follow: ${found}`
	});
}
// src/ports/ref-store.ts
/** Bytes of one ledger file above which it counts as damaged. */
const FILE_BYTES_MAX = 8e6;
// src/record/basic-schema.ts
/** The last moment that a date can name. */
const MOMENT_MAX = 864e13;
const REF_NAME = /^(?![-/.@]$)(?!-)(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\u0000-\u0020\u007F~^:?*[\\]+(?<![/.])$/;
const oid = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "expected an object id");
const digest = string().regex(/^[0-9a-f]{64}$/, "expected a digest");
const nonce = string().regex(/^[\w.-]{1,100}$/, "expected a nonce");
const id = line(200).min(1);
const branchName = string().max(1e3).regex(REF_NAME, "expected a branch name");
const path = line(PATH_CHARACTERS_MAX).min(1);
const sentence = line(SENTENCE_CHARACTERS_MAX);
const word = line(200);
const count = int().nonnegative();
const amount = number().nonnegative().max(Number.MAX_SAFE_INTEGER);
const moment = number().nonnegative().max(MOMENT_MAX);
/** Text that can be shown anywhere as it is. */
function line(charactersMax) {
	return string().max(charactersMax).refine((text) => isPlainLine(text), "expected one line without control characters");
}
function isPlainLine(text) {
	return !/[\n\t]/.test(text) && toPlainText(text) === text;
}
// src/record/decision-schema.ts
const ids = array(id).max(PREDICATES_MAX);
const stopStatusSchema = _enum({
	stuck: "stuck",
	over_budget: "over_budget",
	error: "error",
	tampered: "tampered",
	stopped: "stopped"
});
const causeClassSchema = _enum({
	budget_exhausted: "budget_exhausted",
	no_progress: "no_progress",
	no_diff: "no_diff",
	refused_diff: "refused_diff",
	harness_unavailable: "harness_unavailable",
	error_wedged: "error_wedged",
	not_live: "not_live",
	unmeasurable: "unmeasurable",
	vacuous: "vacuous",
	nothing_evaluated: "nothing_evaluated",
	landing_failed: "landing_failed",
	branch_moved: "branch_moved",
	record_forged: "record_forged",
	approval_void: "approval_void",
	run_lost: "run_lost",
	operator: "operator"
});
const budgetDimensionSchema = _enum({
	max_iterations: "max_iterations",
	wall_clock: "wall_clock",
	token_budget: "token_budget",
	max_dispatches: "max_dispatches",
	max_cost_usd: "max_cost_usd"
});
const causeSchema = strictObject({
	class: causeClassSchema,
	reason: sentence,
	next: sentence,
	ids,
	exceeded: budgetDimensionSchema.exactOptional()
});
const byKind$1 = {
	dispatch: strictObject({
		kind: literal$1("dispatch"),
		failing: ids
	}),
	observe: strictObject({
		kind: literal$1("observe"),
		reason: sentence,
		notBeforeMs: moment
	}),
	integrate: strictObject({ kind: literal$1("integrate") }),
	watch: strictObject({
		kind: literal$1("watch"),
		notBeforeMs: moment
	}),
	converged: strictObject({ kind: literal$1("converged") }),
	stop: strictObject({
		kind: literal$1("stop"),
		status: stopStatusSchema,
		cause: causeSchema
	})
};
const decisionSchema = discriminatedUnion("kind", [
	byKind$1.dispatch,
	byKind$1.observe,
	byKind$1.integrate,
	byKind$1.watch,
	byKind$1.converged,
	byKind$1.stop
]);
// src/record/run-schema.ts
const LISTED_MAX = 1e3;
const SCOPE_PATHS_MAX = 1e4;
const statusSchema = _enum({
	pass: "pass",
	fail: "fail",
	error: "error",
	unknown: "unknown"
});
const levelSchema = _enum({
	none: "none",
	commit: "commit",
	branch: "branch",
	pr: "pr",
	merge: "merge"
});
const fateSchema = _enum({
	kept: "kept",
	discarded: "discarded",
	void: "void",
	none: "none"
});
const endingSchema = _enum({
	completed: "completed",
	denied: "denied",
	auth: "auth",
	quota: "quota",
	"rate-limited": "rate-limited",
	overloaded: "overloaded",
	"context-overflow": "context-overflow",
	"unknown-model": "unknown-model",
	network: "network",
	"timed-out": "timed-out",
	crashed: "crashed",
	garbage: "garbage",
	missing: "missing"
});
const claimKindSchema = _enum({
	observe: "observe",
	dispatch: "dispatch"
});
const viaSchema = _enum({
	local: "local",
	comment: "comment",
	commit: "commit"
});
const pointerSchema = discriminatedUnion("kind", [strictObject({
	kind: literal$1("comment"),
	commentId: count,
	pull: count,
	userId: count
}), strictObject({
	kind: literal$1("commit"),
	commit: oid,
	pull: count.exactOptional(),
	userId: count
})]);
const targetSchema = strictObject({
	baseBranch: branchName,
	inPlace: boolean(),
	pull: count.exactOptional()
});
const approvalSchema = strictObject({
	digest,
	goalDigest: digest,
	goalPath: line(4096),
	graders: oid,
	commit: oid,
	harness: word,
	model: word.exactOptional(),
	via: viaSchema,
	pointer: pointerSchema.exactOptional(),
	by: word,
	atMs: moment
});
const ceilingsSchema = strictObject({
	iterationsMax: count.exactOptional(),
	dispatchesMax: count,
	wallClockMaxMs: amount,
	tokensMax: amount.exactOptional(),
	costMaxUsd: amount.exactOptional(),
	cachedReadWeight: number().min(0).max(1)
});
const reservationSchema = strictObject({
	tokens: amount.exactOptional(),
	costUsd: amount.exactOptional(),
	wallClockMs: amount
});
const holderSchema = discriminatedUnion("kind", [strictObject({
	kind: literal$1("process"),
	host: word,
	boot: word,
	pid: count,
	startedAt: word
}), strictObject({
	kind: literal$1("workflow-run"),
	runId: count,
	attempt: count
})]);
const claimSchema = strictObject({
	iteration: count,
	epoch: int().positive(),
	nonce,
	kind: claimKindSchema,
	holder: holderSchema,
	atMs: moment,
	deadlineMs: moment,
	reservation: reservationSchema,
	head: oid,
	paths: array(string().max(4096)).max(SCOPE_PATHS_MAX)
});
const usageSchema = strictObject({
	inputTokens: amount.exactOptional(),
	cachedInputTokens: amount.exactOptional(),
	cacheWriteTokens: amount.exactOptional(),
	outputTokens: amount.exactOptional(),
	reasoningTokens: amount.exactOptional(),
	costUsd: amount.exactOptional()
});
const spendSchema = strictObject({
	iterations: count,
	dispatches: count,
	wallClockMs: amount,
	tokens: amount,
	costUsd: amount,
	usage: usageSchema,
	unreported: count
});
const verdictSchema = strictObject({
	id,
	status: statusSchema,
	score: number().min(0).max(1).exactOptional(),
	signature: line(64),
	message: line(200),
	permanent: boolean(),
	waived: literal$1(true).exactOptional()
});
const verdictsSchema = array(verdictSchema).max(PREDICATES_MAX).refine((verdicts) => new Set(verdicts.map((it) => it.id)).size === verdicts.length, "expected each predicate once");
const refusedSchema = strictObject({
	path,
	reason: line(500)
});
const attemptSchema = strictObject({
	ending: endingSchema,
	summary: line(300),
	changed: array(path).max(LISTED_MAX),
	refused: array(refusedSchema).max(LISTED_MAX),
	fate: fateSchema,
	regressed: array(id).max(PREDICATES_MAX)
});
const historyItemSchema = strictObject({
	iteration: count,
	vector: verdictsSchema,
	attempt: attemptSchema.exactOptional()
});
const landingSchema = strictObject({
	wanted: levelSchema,
	reached: levelSchema,
	revision: oid,
	reason: sentence.exactOptional(),
	atMs: moment
});
const runStatusSchema = union([_enum({
	running: "running",
	converged: "converged"
}), stopStatusSchema]);
const runStateSchema = strictObject({
	format: literal$1(1),
	goal: id,
	generation: int().positive(),
	sequence: count,
	epoch: count,
	status: runStatusSchema,
	cause: causeSchema.exactOptional(),
	approval: approvalSchema,
	ceilings: ceilingsSchema,
	target: targetSchema.exactOptional(),
	branch: branchName,
	base: oid,
	head: oid,
	claim: claimSchema.exactOptional(),
	iteration: int().min(-1),
	spent: spendSchema,
	vector: verdictsSchema,
	history: array(historyItemSchema).max(10),
	landing: landingSchema.exactOptional(),
	baselines: baselinesSchema.exactOptional(),
	next: decisionSchema,
	updatedAtMs: moment
});
// src/record/entry-schema.ts
const byKind = {
	opened: strictObject({
		kind: literal$1("opened"),
		atMs: moment,
		goal: id,
		generation: int().positive(),
		approval: approvalSchema,
		ceilings: ceilingsSchema,
		target: targetSchema.exactOptional(),
		branch: branchName,
		base: oid,
		head: oid,
		baselines: baselinesSchema.exactOptional()
	}),
	claimed: strictObject({
		kind: literal$1("claimed"),
		atMs: moment,
		claim: claimSchema
	}),
	settled: strictObject({
		kind: literal$1("settled"),
		atMs: moment,
		iteration: count,
		epoch: count,
		nonce,
		spend: spendSchema,
		observed: verdictsSchema,
		attempt: attemptSchema.exactOptional(),
		head: oid,
		baselines: baselinesSchema.exactOptional(),
		decision: decisionSchema
	}),
	released: strictObject({
		kind: literal$1("released"),
		atMs: moment,
		epoch: count,
		nonce,
		spend: spendSchema,
		reason: sentence,
		decision: decisionSchema
	}),
	landed: strictObject({
		kind: literal$1("landed"),
		atMs: moment,
		landing: landingSchema,
		verdicts: verdictsSchema.exactOptional(),
		decision: decisionSchema
	}),
	stopped: strictObject({
		kind: literal$1("stopped"),
		atMs: moment,
		decision: decisionSchema
	})
};
const entrySchema = discriminatedUnion("kind", [
	byKind.opened,
	byKind.claimed,
	byKind.settled,
	byKind.released,
	byKind.landed,
	byKind.stopped
]);
// src/record/parse-document.ts
/** Text becomes a checked value, or a `KaziError` that says what was expected where. */
function parseDocument(text, expected) {
	if (text.length > expected.charactersMax) {
		const found = `found ${text.length}`;
		throw unlike(expected, `expected at most ${expected.charactersMax} characters, ${found}`);
	}
	const parsed = expected.schema.safeParse(parseJson(text, expected));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw unlike(expected, `${issue === void 0 || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `}${issue?.message ?? "not as expected"}`);
}
function parseJson(text, expected) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw unlike(expected, "expected JSON", cause);
	}
}
function unlike({ name, code }, found, cause) {
	return new KaziError({
		code,
		message: `${name}: ${toOneLine(found, 300)}`,
		cause
	});
}
// src/record/vector-schema.ts
/** Room for the sentence that a cut leaves in the middle of a text. */
const EXCERPT_CHARACTERS_MAX = 9e3;
const text = string().max(4096);
const findingSchema = strictObject({
	file: text,
	line: count.exactOptional(),
	column: count.exactOptional(),
	rule: string().max(200).exactOptional(),
	level: _enum({
		error: "error",
		warning: "warning",
		note: "note"
	}),
	message: text
});
const countsSchema = strictObject({
	passed: count,
	failed: count,
	skipped: count,
	total: count
});
const evidenceSchema = strictObject({
	message: string().max(500),
	seen: text.exactOptional(),
	wanted: text.exactOptional(),
	findings: array(findingSchema).max(50),
	counts: countsSchema.exactOptional(),
	excerpt: string().max(EXCERPT_CHARACTERS_MAX).exactOptional(),
	files: array(string().max(300)).max(20).exactOptional(),
	durationMs: amount
});
const resultSchema = strictObject({
	id,
	status: statusSchema,
	evidence: evidenceSchema,
	score: number().min(0).max(1).exactOptional(),
	permanent: boolean(),
	baselines: baselinesSchema.exactOptional()
});
const vectorSchema = strictObject({
	commit: oid,
	tree: oid,
	observedAtMs: moment,
	isolation: _enum({
		namespace: "namespace",
		"process-group": "process-group"
	}),
	results: array(resultSchema).max(PREDICATES_MAX).refine((results) => new Set(results.map((it) => it.id)).size === results.length, "expected each predicate once")
});
// src/record/codec.ts
const LEDGER_FILE = {
	charactersMax: FILE_BYTES_MAX,
	code: "record-forged"
};
/** Canonical JSON: equal values give equal bytes, whatever order their keys were made in. */
function encode(value) {
	return `${JSON.stringify(value, sortKeys)}\n`;
}
/** The checkpoint of a ledger commit. */
function parseState(text) {
	return parseDocument(text, {
		...LEDGER_FILE,
		name: "state.json",
		schema: runStateSchema
	});
}
/** The fact that a ledger commit records. */
function parseEntry(text) {
	return parseDocument(text, {
		...LEDGER_FILE,
		name: "entry.json",
		schema: entrySchema
	});
}
/** The evidence of the last settled observation. */
function parseVector(text) {
	return parseDocument(text, {
		...LEDGER_FILE,
		name: "evidence.json",
		schema: vectorSchema
	});
}
function sortKeys(_key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => left < right ? -1 : 1));
}
// src/record/archive.ts
/** Ended generations that are looked through; older ones stay in the chain. */
const WALK_MAX = 1e4;
/**
* Writes the archive's next commit and returns the update that shows it. Each commit holds one
* generation and has its chain as last parent: the cost stays the same however many there are.
*/
async function foldAway(store, ended) {
	const { state, oid } = ended;
	const before = await store.head(archiveRef(store));
	if (before !== void 0 && (await parentsOf(store, before)).at(-1) === oid) return [];
	const after = await store.write({
		parents: before === void 0 ? [oid] : [before, oid],
		message: `kazi: archived generation ${state.generation} of ${keyOf(state)}, ${state.status}`,
		files: /* @__PURE__ */ new Map([[fileOf(state), encode(state)]]),
		folders: /* @__PURE__ */ new Map(),
		atMs: state.updatedAtMs
	});
	return [{
		ref: archiveRef(store),
		...before === void 0 ? {} : { before },
		after
	}];
}
async function* archivedRuns(store) {
	let at = await store.head(archiveRef(store));
	for (let walked = 0; at !== void 0 && walked < WALK_MAX; walked += 1) {
		const run = await readArchived(store, at);
		yield run;
		at = run.older;
	}
}
async function parentsOf(store, at) {
	return (await store.read(at))?.parents ?? [];
}
async function readArchived(store, at) {
	const commit = await store.read(at);
	if (commit === void 0) throw damaged(store, at, "it is missing or not a commit of kazi");
	const [older, oid] = commit.parents.length === 2 ? commit.parents : [void 0, ...commit.parents];
	const [file, ...more] = commit.files;
	if (file === void 0 || more.length > 0 || oid === void 0 || commit.parents.length > 2) throw damaged(store, at, "expected one ended generation and its chain");
	const [name, text] = file;
	const state = parseState(text);
	if (fileOf(state) !== name || state.status === "running") throw damaged(store, at, "its name, its goal and its end do not belong together");
	return {
		at,
		oid,
		state,
		older
	};
}
function fileOf(state) {
	return `${keyOf(state)}.${state.generation}.json`;
}
function keyOf(state) {
	return ledgerKey(state.goal);
}
function damaged(store, at, found) {
	const ref = archiveRef(store);
	return new KaziError({
		code: "record-forged",
		message: `${ref} is damaged at ${at}: ${found}. Look at it with git log; git update-ref -d ${ref} forgets all ended runs`
	});
}
// src/record/bound-vector.ts
/** Half of what a ledger file may have, because every later commit carries it again. */
const BYTES_MAX = 4e6;
const MESSAGE_CHARACTERS_MAX$1 = 500;
const PLENTY = {
	findings: 50,
	text: 2e3,
	excerpt: EXCERPT_CHARACTERS_MAX$1
};
const NOTHING = {
	findings: 0,
	text: 100,
	excerpt: 0
};
/** What passes gives up its evidence first. */
const STEPS = [
	{
		passing: PLENTY,
		open: PLENTY
	},
	{
		passing: NOTHING,
		open: PLENTY
	},
	{
		passing: NOTHING,
		open: {
			findings: 5,
			text: 300,
			excerpt: 500
		}
	},
	{
		passing: NOTHING,
		open: NOTHING
	}
];
/** The same verdicts with evidence as plain text that fits a ledger file. */
function boundVector(vector) {
	const fitting = STEPS.map((room) => () => withRoom(vector, room)).find((make) => bytesOf(make()) <= BYTES_MAX);
	return fitting === void 0 ? withRoom(vector, {
		passing: NOTHING,
		open: NOTHING
	}) : fitting();
}
function bytesOf(vector) {
	return new TextEncoder().encode(encode(vector)).length;
}
function withRoom(vector, room) {
	const results = vector.results.map((result) => boundResult(result, result.status === "pass" ? room.passing : room.open));
	return {
		...vector,
		results
	};
}
function boundResult(result, room) {
	return {
		...result,
		evidence: boundEvidence(result.evidence, room)
	};
}
function boundEvidence(evidence, room) {
	const { seen, wanted, excerpt, ...rest } = evidence;
	return {
		...rest,
		message: toOneLine(evidence.message, MESSAGE_CHARACTERS_MAX$1),
		...seen === void 0 ? {} : { seen: plain(seen, room.text) },
		...wanted === void 0 ? {} : { wanted: plain(wanted, room.text) },
		...excerpt === void 0 || room.excerpt === 0 ? {} : { excerpt: cutOnce(toPlainText(excerpt), room.excerpt) },
		findings: evidence.findings.slice(0, room.findings).map((finding) => boundFinding(finding, room.text))
	};
}
function boundFinding(finding, charactersMax) {
	const { rule } = finding;
	return {
		...finding,
		file: toOneLine(finding.file, PATH_CHARACTERS_MAX),
		message: plain(finding.message, charactersMax),
		...rule === void 0 ? {} : { rule: toOneLine(rule, 200) }
	};
}
function plain(text, charactersMax) {
	const safe = toPlainText(text);
	return safe.length <= charactersMax ? safe : `${safe.slice(0, charactersMax - 1).toWellFormed()}…`;
}
/** A text that was cut before is a little longer than the limit; cutting again would hide how much is gone. */
function cutOnce(text, charactersMax) {
	return text.length <= charactersMax + 100 ? text : cutMiddle(text, charactersMax);
}
// src/record/empty-tree.ts
const OF_SHA1 = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const OF_SHA256 = "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";
/** The tree without entries, in the format of a repository's other objects. */
function emptyTree(sibling) {
	return sibling.length === 64 ? OF_SHA256 : OF_SHA1;
}
// src/record/ledger-commit.ts
const STATE = "state.json";
const ENTRY = "entry.json";
const EVIDENCE = "evidence.json";
const GRADERS = "graders";
const MESSAGE_CHARACTERS_MAX = 200;
/** Throws `record-forged` for anything that this ledger never writes. */
function partsOf(commit) {
	const [parent, ...more] = commit.parents;
	if (more.length > 0) throw misshapen(`expected at most one parent, found ${more.length + 1}`);
	const foreign = [...[...commit.files.keys()].filter((name) => ![
		STATE,
		ENTRY,
		EVIDENCE
	].includes(name)), ...[...commit.folders.keys()].filter((name) => name !== GRADERS)];
	if (foreign.length > 0) throw misshapen(`expected nothing else, found ${foreign.join(", ")}`);
	const state = commit.files.get(STATE);
	const entry = commit.files.get(ENTRY);
	const evidence = commit.files.get(EVIDENCE);
	const graders = commit.folders.get(GRADERS) ?? emptyTree(commit.oid);
	if (state === void 0) throw misshapen(`${STATE} is missing or damaged`);
	if (entry === void 0) throw misshapen(`${ENTRY} is missing or damaged`);
	return {
		state,
		entry,
		graders,
		...parent === void 0 ? {} : { parent },
		...evidence === void 0 ? {} : { evidence }
	};
}
/** The commit that records `content`; throws `record-unwritable` when it could not be read back. */
function toLedgerCommit(content, parent) {
	const { entry, state, vector } = content;
	const files = [
		[STATE, readable(encode(state), parseState)],
		[ENTRY, readable(encode(entry), parseEntry)],
		...vector === void 0 ? [] : [[EVIDENCE, readable(encode(vector), parseVector)]]
	];
	return {
		parents: parent === void 0 ? [] : [parent],
		message: toOneLine(`kazi: ${told(entry)}`, MESSAGE_CHARACTERS_MAX),
		files: new Map(files),
		folders: gradersFolder(state.approval.graders),
		atMs: entry.atMs
	};
}
/** An empty folder is lost wherever a tree is put together from files, as GitHub's API does it. */
function gradersFolder(graders) {
	return graders === emptyTree(graders) ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[GRADERS, graders]]);
}
/** Evidence belongs to a settlement when it has its predicates and statuses, in its order. */
function isEvidenceOf(vector, observed) {
	return vector.results.length === observed.length && vector.results.every(({ id, status }, index) => observed[index]?.id === id && observed[index].status === status);
}
function readable(text, parse) {
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > 8e6) throw unwritable(`expected at most ${FILE_BYTES_MAX} bytes, found ${bytes}`);
	try {
		parse(text);
		return text;
	} catch (cause) {
		throw unwritable(cause instanceof KaziError ? cause.message : "it could not be read back", cause);
	}
}
function told(entry) {
	switch (entry.kind) {
		case "opened": return `opened generation ${entry.generation} of ${entry.goal}`;
		case "claimed": return `claimed iteration ${entry.claim.iteration} to ${entry.claim.kind}, epoch ${entry.claim.epoch}`;
		case "settled": {
			const verdicts = `${entry.observed.filter((verdict) => verdict.status === "pass").length} of ${entry.observed.length} pass`;
			return `settled iteration ${entry.iteration}, ${verdicts}, next ${entry.decision.kind}`;
		}
		case "released": return `released epoch ${entry.epoch}, ${entry.reason}`;
		case "landed": return `landed ${entry.landing.revision.slice(0, 12)} as ${entry.landing.reached}`;
		case "stopped": return `stopped, ${entry.decision.kind === "stop" ? entry.decision.cause.reason : ""}`;
	}
}
function misshapen(found) {
	const message = toOneLine(`not a commit of a ledger: ${found}`, 300);
	return new KaziError({
		code: "record-forged",
		message
	});
}
function unwritable(found, cause) {
	return new KaziError({
		code: "record-unwritable",
		message: `the entry cannot be recorded: ${found}`,
		cause
	});
}
// src/record/walk-chain.ts
async function* walkChain(store, start, linksMax) {
	let at = start;
	for (let walked = 0; at !== void 0 && walked < linksMax; walked += 1) {
		const link = await readLink(store, at);
		yield link;
		at = link.kind === "whole" ? link.parts.parent : void 0;
	}
}
async function readLink(store, oid) {
	try {
		const commit = await store.read(oid);
		if (commit !== void 0) return {
			kind: "whole",
			oid,
			parts: partsOf(commit)
		};
		return {
			kind: "damaged",
			oid,
			reason: "it is missing, damaged or not a commit of kazi"
		};
	} catch (error) {
		if (error instanceof KaziError && error.code !== "interrupted") return {
			kind: "damaged",
			oid,
			reason: error.message
		};
		throw error;
	}
}
// src/record/ledger.ts
/** The newest checkpoint. `undefined` without a ref; throws `record-forged` when it is none of ours. */
async function readLedger(store, ref) {
	const oid = await store.head(ref);
	return oid === void 0 ? void 0 : await readLedgerAt(store, {
		ref,
		oid
	});
}
/** The checkpoint where a list of refs found it, which saves asking for each of them again. */
async function readLedgerAt(store, { ref, oid }) {
	const parts = await readParts(store, oid);
	const state = parseState(parts.state);
	if (state.approval.graders !== parts.graders) throw forged(oid, "its graders are not the approved ones");
	if (liveRef(store, state.goal) !== ref) throw forged(oid, `it does not belong on ${ref}`);
	const { evidence } = parts;
	return {
		ref,
		oid,
		state,
		...evidence === void 0 ? {} : { vector: parseVector(evidence) }
	};
}
/**
* Starts a generation. An ended one on the same ref is folded away in the same swap; throws
* `goal-busy` when one is going on there.
*/
async function openLedger(store, entry, alsoMove = []) {
	const opened = boundEntry(entry);
	const state = applyEntry(void 0, opened);
	const ref = liveRef(store, state.goal);
	const ended = await readLedger(store, ref);
	if (ended !== void 0) requireRoom(ended, state);
	const oid = await store.write(toLedgerCommit({
		entry: opened,
		state
	}, void 0));
	const update = {
		ref,
		...ended === void 0 ? {} : { before: ended.oid },
		after: oid
	};
	const folded = ended === void 0 ? [] : await foldAway(store, ended);
	return await store.swap([
		update,
		...folded,
		...alsoMove
	]) === "lost" ? "lost" : {
		ref,
		oid,
		state
	};
}
/** Adds one entry to exactly the head that was read; `lost` when somebody else was faster. */
async function appendEntry(store, head, entry, options = {}) {
	const bounded = boundEntry(entry);
	const state = applyEntry(head.state, bounded);
	const vector = options.vector === void 0 ? head.vector : evidenceFor(bounded, boundVector(options.vector));
	const content = {
		state,
		...vector === void 0 ? {} : { vector }
	};
	const oid = await store.write(toLedgerCommit({
		...content,
		entry: bounded
	}, head.oid));
	const update = {
		ref: head.ref,
		before: head.oid,
		after: oid
	};
	return await store.swap([update, ...options.alsoMove ?? []]) === "lost" ? "lost" : {
		ref: head.ref,
		oid,
		...content
	};
}
/** Folds an ended generation into the archive, so that refs are as many as running goals. */
async function archiveEnded(store, head) {
	if (head.state.status === "running") throw busy(`goal ${head.state.goal} is still running; expected an ended run to put away`);
	const folded = await foldAway(store, head);
	return await store.swap([{
		ref: head.ref,
		before: head.oid
	}, ...folded]);
}
/** Every run that is known: live ones by ref, then ended ones from the newest. */
async function listRuns(store) {
	const heads = await store.list(livePrefix(store));
	const found = await Promise.all(heads.map(async (head) => await lookAt(store, head)));
	const live = found.flatMap((it) => "state" in it ? [it] : []);
	const damaged = found.flatMap((it) => "reason" in it ? [it] : []);
	const archive = await listArchived(store, new Set(live.map((run) => run.oid)));
	return {
		runs: [...live, ...archive.runs],
		damaged: [...damaged, ...archive.damaged]
	};
}
async function lookAt(store, head) {
	try {
		const { state } = await readLedgerAt(store, head);
		return {
			...head,
			archived: false,
			state
		};
	} catch (error) {
		return {
			ref: head.ref,
			reason: damageOf(error)
		};
	}
}
async function listArchived(store, live) {
	const runs = [];
	try {
		for await (const { oid, state } of archivedRuns(store)) if (!live.has(oid)) runs.push({
			ref: archiveRef(store),
			oid,
			archived: true,
			state
		});
		return {
			runs,
			damaged: []
		};
	} catch (error) {
		return {
			runs,
			damaged: [{
				ref: archiveRef(store),
				reason: damageOf(error)
			}]
		};
	}
}
/** The newest generation of a goal, running or ended. */
async function lastGeneration(store, goalId) {
	const live = await readLedger(store, liveRef(store, goalId));
	if (live?.state.goal === goalId) return live.state;
	for await (const { state } of archivedRuns(store)) if (state.goal === goalId) return state;
}
/** The newest `entriesMax` entries from `oid` backwards, newest first. */
async function readHistory(store, oid, entriesMax) {
	const entries = [];
	for await (const link of walkChain(store, oid, entriesMax)) {
		if (link.kind === "damaged") throw forged(link.oid, link.reason);
		entries.push({
			oid: link.oid,
			entry: parseEntry(link.parts.entry)
		});
	}
	return entries;
}
async function readParts(store, oid) {
	const commit = await store.read(oid);
	if (commit === void 0) throw forged(oid, "it is missing, damaged or not a commit of kazi");
	return partsOf(commit);
}
function requireRoom(ended, next) {
	const { goal, generation, status } = ended.state;
	if (goal !== next.goal) throw busy(`the ledger of goal ${next.goal} is taken by goal ${goal}; give one of them another id`);
	if (status === "running") throw busy(`generation ${generation} of goal ${goal} is going on; expected it to have ended`);
	if (generation >= next.generation) throw busy(`generation ${generation} of goal ${goal} exists; expected a number above it, found ${next.generation}`);
}
function evidenceFor(entry, vector) {
	if (entry.kind === "settled" && isEvidenceOf(vector, entry.observed)) return vector;
	throw new KaziError({
		code: "record-unwritable",
		message: `expected evidence of exactly what a settlement observed, found another with "${entry.kind}"`
	});
}
function damageOf(error) {
	if (error instanceof KaziError && error.code !== "interrupted") return error.message;
	throw error;
}
function forged(oid, found) {
	return new KaziError({
		code: "record-forged",
		message: `the ledger is damaged at ${oid}: ${found}. Look at it with git show; kazi never repairs a record`
	});
}
function busy(message) {
	return new KaziError({
		code: "goal-busy",
		message
	});
}
export { invocationsOf as $, nonce as A, livePrefix as B, amount as C, id as D, digest as E, baselinesSchema as F, isTable as G, turnRef as H, PREDICATES_MAX as I, approvalDigest as J, parseTable as K, isSettled as L, FILE_BYTES_MAX as M, applyEntry as N, line as O, mergeBaselines as P, utf8ToBytes as Q, ledgerKey as R, usageSchema as S, count as T, loadGoal as U, liveRef as V, readFeatures as W, sha256 as X, goalDigest as Y, bytesToHex as Z, vectorSchema as _, openLedger as a, endingSchema as b, readLedgerAt as c, boundVector as d, archivedRuns as f, parseVector as g, parseState as h, listRuns as i, oid as j, moment as k, walkChain as l, parseEntry as m, archiveEnded as n, readHistory as o, encode as p, decodeText as q, lastGeneration as r, readLedger as s, appendEntry as t, isEvidenceOf as u, parseDocument as v, branchName as w, reservationSchema as x, claimKindSchema as y, ledgerSlug as z };
