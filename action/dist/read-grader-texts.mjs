// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));
// src/act/path-matchers.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** A lockfile follows its manifest: where the goal names the manifest, the lockfile is work as well. */
const LOCKED_BY = [
	[/(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/, "package.json"],
	[/(poetry\.lock|uv\.lock)$/, "pyproject.toml"],
	[/Pipfile\.lock$/, "Pipfile"],
	[/Cargo\.lock$/, "Cargo.toml"],
	[/go\.sum$/, "go.mod"],
	[/mix\.lock$/, "mix.exs"],
	[/Gemfile\.lock$/, "Gemfile"],
	[/composer\.lock$/, "composer.json"]
];
/** What `[scope].paths` names file by file is meant to be worked on, even where it looks like a grader. */
function workMatcher(goal) {
	const files = new Set(goal.scope.paths.map((path) => [goal.scope.workspace, path.replace(/^\.\//, "")].filter((part) => part !== "").join("/")));
	return (path) => files.has(path) || LOCKED_BY.some(([lock, manifest]) => lock.test(path) && files.has(path.replace(lock, manifest)));
}
/**
* A glob of `[seal]` is written from the workspace; a folder stands for all that is in it. What names
* a file to the letter means that file, whatever brackets mean to a glob.
*/
function treeMatcher(globs, workspace) {
	const plain = globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
	const isMatch = globMatcher(plain.flatMap((glob) => [glob, `${glob}/**`]));
	const above = workspace === "" ? "" : `${workspace}/`;
	return (path) => {
		if (!path.startsWith(above)) return false;
		const inside = path.slice(above.length);
		return isMatch(inside) || plain.some((it) => inside === it || inside.startsWith(`${it}/`));
	};
}
function globMatcher(globs) {
	return globs.length === 0 ? () => false : (0, import_picomatch.default)([...globs], {
		dot: true,
		noextglob: true
	});
}
// src/act/shell-commands.ts
/** Longer scripts belong into files. */
const TEXT_MAX = 2e4;
const TOKEN = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<operator>[;|&(){}\n`]+|\$\()|(?<blank>\s+)|(?<plain>(?:\\.|[^\s;|&(){}`'"\\])+)/gs;
/** Words before which, or behind which, a command begins. */
const KEYWORD = /^(?:!|if|then|elif|else|while|until|do|\w+=.*)$/s;
const SUBSTITUTION = /\$\(|`/;
/** Commands in text for a shell, as words. Good enough to find the programs in it; not a shell. */
function shellCommands(text) {
	const matches = [...text.slice(0, TEXT_MAX).matchAll(TOKEN)];
	const nested = matches.map(({ groups }) => groups?.["double"] ?? "").filter((quoted) => SUBSTITUTION.test(quoted)).flatMap((quoted) => shellCommands(quoted.slice(quoted.search(SUBSTITUTION) + 1)));
	return [...split(matches.map(({ groups }) => toToken(groups ?? {}))).map(withoutKeywords).filter((words) => words.length > 0), ...nested];
}
function toToken(groups) {
	const { single, double, operator, blank, plain } = groups;
	if (operator !== void 0) return { kind: "operator" };
	if (blank !== void 0) return { kind: "blank" };
	return {
		kind: "piece",
		text: single ?? (double ?? plain ?? "").replaceAll(/\\(.)/gs, "$1")
	};
}
function split(tokens) {
	const commands = [[]];
	let word;
	for (const token of [...tokens, { kind: "operator" }]) {
		if (token.kind === "piece") {
			word = `${word ?? ""}${token.text}`;
			continue;
		}
		if (word !== void 0) commands.at(-1)?.push(word);
		word = void 0;
		if (token.kind === "operator") commands.push([]);
	}
	return commands;
}
function withoutKeywords(words) {
	const first = words.findIndex((word) => !KEYWORD.test(word));
	return first === -1 ? [] : words.slice(first);
}
// src/act/named-scripts.ts
/** How deep one command may start another one in words. */
const DEPTH_MAX = 4;
/** Folders that one text may enter before the rest is not followed. */
const ENTERED_MAX = 20;
const SHELL = /^(?:sh|bash|dash|zsh|ksh|fish)$/;
const INTERPRETER = /^(?:node|deno|bun|tsx|ts-node|python[\d.]*|pypy3?|ruby|perl|php|lua|elixir|escript|Rscript|pwsh)$/;
/** Programs that only start another one. */
const WRAPPER = /^(?:env|time|timeout|nice|nohup|setsid|stdbuf|exec|command|source|\.|xargs|sudo|npm|npx|pnpm|yarn|bunx|pnpx|cross-env(?:-shell)?|dotenvx?|c8|nyc|coverage|xvfb-run|uv|uvx|poetry|pdm|pipenv|hatch|rye|bundle)$/;
/** What stands between a wrapper and the program: options, numbers, assignments, signals, verbs. */
const BETWEEN = /^(?:-.*|[\d.]+[smhd]?|\w+=.*|[A-Z]+\d*|run|exec|x|dlx)$/s;
/** The next word is program text, not a file. */
const CODE = [
	[SHELL, /^-[a-z]*c[a-z]*$/],
	[/^py/, /^-[A-Za-z]*c$/],
	[/^php$/, /^-r$/],
	[/^pwsh$/, /^-(?:c|Command)$/i],
	[/^deno$/, /^eval$/],
	[INTERPRETER, /^(?:-[A-Za-z]*[eEp]|--eval|--print)$/]
];
/** The next word is a file that runs first. */
const PRELOAD = /^(?:-r|--require|--import|--loader|--experimental-loader)$/;
/** A folder that only the shell knows, such as that of the script itself. */
const UNKNOWN_FOLDER = /^(?:\$\([^)]*\)|\$\{[^}]*\}|\$\w+)(?=\/|$)/;
/** Whether a word names a program that runs scripts. */
function isRunner(word) {
	const name = programOf$1(word);
	return SHELL.test(name) || INTERPRETER.test(name);
}
/** Without the folder that it stands in. */
function programOf$1(word) {
	return word.split("/").at(-1) ?? "";
}
/** The command itself and those that it starts in words. */
function startedCommands(argv) {
	return commandsOf(argv, 0);
}
/** Where the commands could be at work: in these folders, and in those that they enter from there. */
function enteredFolders(commands, folders) {
	const entered = commands.filter(([name]) => name === "cd" || name === "pushd").slice(0, ENTERED_MAX).map((words) => words.slice(1).find((word) => !word.startsWith("-")) ?? "");
	return [...new Set(folders.flatMap((folder) => [folder, ...entered.map((it) => resolvePath(folder, it))]))];
}
/** Paths of scripts that the commands run. A file that is only looked at may be the work itself. */
function namedScripts(commands, folders) {
	return [...new Set(commands.flatMap(scriptsOf))].flatMap((script) => folders.map((folder) => resolvePath(folder, script)));
}
/** A path from the root of the repository; steps above it are not taken. */
function resolvePath(folder, path) {
	const parts = [];
	for (const part of `${folder}/${path.replace(UNKNOWN_FOLDER, "")}`.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return parts.join("/");
}
function commandsOf(argv, depth) {
	if (depth > DEPTH_MAX) return [];
	const { name, words, code } = partsOf(argv);
	const texts = [...words.filter((word) => /[\s;|&]/.test(word)), ...SHELL.test(name) && code !== void 0 ? [code] : []];
	return [
		argv,
		...WRAPPER.test(name) ? startedBy(words) : [],
		...texts.flatMap(shellCommands)
	].flatMap((command) => command === argv ? [argv] : commandsOf(command, depth + 1));
}
/** Up to the option whose value is program text; what follows that are the text's own arguments. */
function partsOf(argv) {
	const [command = "", ...rest] = argv;
	const name = programOf$1(command);
	const option = CODE.find(([program]) => program.test(name))?.[1];
	const at = option === void 0 ? -1 : rest.findIndex((word) => option.test(word));
	if (at === -1 || isBehindScript(rest.slice(0, at))) return {
		name,
		words: rest
	};
	return {
		name,
		words: rest.slice(0, at),
		code: rest[at + 1] ?? ""
	};
}
/** Options behind the script are the script's. */
function isBehindScript(words) {
	return words.some((word, index) => !word.startsWith("-") && /[./]/.test(word) && !PRELOAD.test(words[index - 1] ?? ""));
}
/** Where the started command can begin: at the first word that can be one, and at an interpreter. */
function startedBy(words) {
	const places = [words.findIndex((word) => !BETWEEN.test(word)), words.findIndex((word) => isRunner(word))];
	return [...new Set(places)].filter((at) => at !== -1).map((at) => words.slice(at));
}
/** The words of one command that could name what runs. */
function scriptsOf(argv) {
	const [command = ""] = argv;
	const { name, words, code } = partsOf(argv);
	if (!isRunner(name)) return [command];
	const module = words.indexOf("-m");
	if (module !== -1 && name.startsWith("py")) return [command, ...filesOf(words[module + 1] ?? "")];
	const preloaded = words.filter((_, index) => PRELOAD.test(words[index - 1] ?? ""));
	if (code !== void 0) return [command, ...preloaded];
	const operands = words.filter((word) => !word.startsWith("-") && !preloaded.includes(word));
	const script = operands.findIndex((word) => /[./]/.test(word));
	return [
		command,
		...preloaded,
		...operands.slice(0, script === -1 ? 1 : script + 1)
	];
}
function filesOf(module) {
	const path = module.replaceAll(".", "/");
	return [`${path}.py`, `${path}/__main__.py`];
}
// src/act/script-commands.ts
/** Longer lines are not written by people; what they hold in variables is not followed. */
const EXPANDED_LINE_MAX = 2e3;
const EXPANSION_ROUNDS = 3;
const LINE_MAX$1 = 2e4;
const ASSIGNMENT$1 = /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+)?(\w{1,100})=(["']?)([\w./${}@-]{1,200})\2[ \t]{0,20};?[ \t]{0,20}$/gm;
const VARIABLE = /\$(?:\{([\w.-]+)\}|\(([\w.-]+)\)|(\w+))/g;
const PROGRAM_TEXT = /\.(?:py|[cm]?[jt]sx?|rb|pl|php|lua)$/;
const PROGRAM_LINE = /^#!.*\b(?:python|node|ruby|perl|php|lua|deno|bun)/;
const LITERAL = /"((?:[^"\\\n]|\\.){0,1000})"|'((?:[^'\\\n]|\\.){0,1000})'|`((?:[^`\\\n]|\\.){0,1000})`/g;
/** What may stand between two literals of one list. */
const IN_ONE_LIST = /^[\s,[\](]*[rbfu]{0,2}$/i;
/** A call that starts a program, whatever its name. */
const STARTS = /(?:\b(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork|execa|run|call|check_call|check_output|Popen|popen|system))\s*\(\s*\[?\s*$/;
const BETWEEN_MAX = 100;
const SHELL_FILE = /\.(?:sh|bash|zsh|ksh)$/;
/** The commands that a script of the repository starts, as far as its text says so. */
function scriptCommands(path, text) {
	return PROGRAM_TEXT.test(path) || PROGRAM_LINE.test(text) ? literalCommands(text) : textCommands(text);
}
/** The commands in text for a shell, line by line, so that one strange quote hides one line at most. */
function textCommands(text) {
	const joined = text.replaceAll(/\\\r?\n/g, " ");
	const values = assignmentsIn$1(joined);
	return joined.split(/\r?\n/).map(withoutComment).filter((line) => line.trim() !== "").map((line) => expandVariables(line, values)).flatMap(shellCommands).flatMap(startedCommands);
}
/** Names that the text gives a plain value to. */
function assignmentsIn$1(text) {
	return new Map([...text.matchAll(ASSIGNMENT$1)].map(([, name = "", , value = ""]) => [name, value]));
}
function expandVariables(line, values) {
	let expanded = line;
	for (let round = 0; round < EXPANSION_ROUNDS; round += 1) {
		if (expanded.length > EXPANDED_LINE_MAX) break;
		expanded = expanded.replaceAll(VARIABLE, (whole, a, b, c) => values.get(a ?? b ?? c ?? "") ?? whole);
	}
	return expanded.slice(0, LINE_MAX$1);
}
/**
* Modules beside a script that it loads: a change of one is a change of the script. In the root of a
* repository that is too often the work itself.
*/
function loadedSiblings(path, text) {
	const folder = path.split("/").slice(0, -1).join("/");
	if (folder === "") return [];
	return (path.endsWith(".py") || /^#!.*\bpython/.test(text) ? pythonModules(text) : nodeModules(text)).map((name) => resolvePath(folder, name));
}
function pythonModules(text) {
	return [...text.matchAll(/^[ \t]*(?:from[ \t]+\.?([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gm)].flatMap(([, from, list]) => (from ?? list ?? "").split(",")).map((name) => name.trim().split(/[\s.]/)[0] ?? "").flatMap((name) => name === "" ? [] : [`${name}.py`, `${name}/__init__.py`]);
}
function nodeModules(text) {
	return [...text.matchAll(/(?:\bfrom|\bimport|\brequire(?:\.resolve)?)[ \t]{0,20}\(?[ \t]{0,20}["'`](\.\/[^"'`\n/]{1,200})["'`]/g)].flatMap(([, name = ""]) => [name, ...[
		"js",
		"cjs",
		"mjs",
		"json",
		"ts"
	].map((extension) => `${name}.${extension}`)]);
}
/** A mark in quotes begins no comment. */
function withoutComment(line) {
	if (/^\s*#/.test(line)) return "";
	const at = line.search(/\s#/);
	if (at === -1) return line;
	const before = line.slice(0, at);
	return ["'", "\""].some((mark) => before.split(mark).length % 2 === 0) ? line : before;
}
function literalCommands(text) {
	const source = text.replaceAll("sys.executable", "\"python\"").replaceAll("process.execPath", "\"node\"");
	const lists = [];
	let end = 0;
	for (const match of source.matchAll(LITERAL)) {
		const word = match[1] ?? match[2] ?? match[3] ?? "";
		const between = source.slice(Math.max(end, match.index - BETWEEN_MAX), match.index);
		const open = end === 0 || match.index - end >= BETWEEN_MAX ? void 0 : lists.at(-1);
		if (open !== void 0 && IN_ONE_LIST.test(between)) open.words.push(word);
		else lists.push({
			isStarted: STARTS.test(between),
			words: [word]
		});
		end = match.index + match[0].length;
	}
	return lists.flatMap(commandsInList);
}
/** A literal alone may be a file that is only looked at. */
function commandsInList({ isStarted, words }) {
	const start = isStarted ? 0 : words.findIndex(isRunner);
	const list = start === -1 ? [] : [words.slice(start)];
	const lines = words.filter((word) => /\s/.test(word)).flatMap(shellCommands);
	const files = words.filter((word) => SHELL_FILE.test(word)).map((word) => [word]);
	return [
		...list,
		...lines,
		...files
	].flatMap(startedCommands);
}
// src/act/make-recipes.ts
const ASSIGNMENT = /^(?:(?:export|override)[ \t]+)?([\w.-]{1,100})[ \t]*[:?+!]{0,3}=[ \t]*(\S.{0,199})$/gm;
const GOALS_MAX = 500;
/** Longer lines hold no rule that a person wrote. */
const LINE_MAX = 2e3;
/** Options whose next word is their value. */
const VALUED$1 = /^(?:-C|-f|-I|-j|-l|-o|-W|-d|--directory|--file|--makefile|--justfile|--working-directory)$/;
const NAMES = {
	make: [
		"GNUmakefile",
		"makefile",
		"Makefile"
	],
	just: [
		"justfile",
		"Justfile",
		".justfile"
	],
	task: [
		"Taskfile.yml",
		"Taskfile.yaml",
		"taskfile.yml",
		"taskfile.yaml"
	]
};
function makeCall([command = "", ...words]) {
	const kind = programOf$1(command).replace(/^gmake$/, "make");
	if (kind !== "make" && kind !== "just" && kind !== "task") return void 0;
	const file = valueOf(words, /^(?:-f|--file|--makefile|--justfile)$/);
	return {
		files: file === void 0 ? NAMES[kind] : [file],
		folder: valueOf(words, /^(?:-C|--directory|-d|--working-directory)$/) ?? "",
		goals: words.filter((word, index) => !/^-|=/.test(word) && !VALUED$1.test(words[index - 1] ?? ""))
	};
}
/** The command lines by which the goals are made; all of them where it is not plain which. */
function makeRecipes(text, call) {
	const joined = text.replaceAll(/\\\r?\n/g, " ");
	const values = new Map([["MAKE", "make"], ...assignmentsIn(joined)]);
	const { rules, rest } = rulesIn(joined, values);
	const included = rest.filter((line) => /^[-s]?include\s/.test(line)).flatMap((line) => line.split(/\s+/).slice(1)).map((file) => [
		"make",
		"-f",
		file,
		...call.goals
	].join(" "));
	const made = reached(rules, call.goals);
	const asked = rest.filter((line) => line.includes("$(shell"));
	return [...(made === void 0 ? [...rules.flatMap((rule) => rule.lines), ...rest] : [...made, ...asked]).map((line) => plainLine(line, values)), ...included];
}
function valueOf(words, option) {
	const at = words.findIndex((word) => option.test(word));
	return at === -1 ? void 0 : words[at + 1];
}
function assignmentsIn(text) {
	return [...text.matchAll(ASSIGNMENT)].map(([, name = "", value = ""]) => [name, value]);
}
function rulesIn(text, values) {
	const rules = [];
	const rest = [];
	for (const line of text.split(/\r?\n/)) {
		if (/^\s+\S/.test(line)) {
			(rules.at(-1)?.lines ?? rest).push(line);
			continue;
		}
		const head = line.length > LINE_MAX ? null : /^([^#=:]{1,500}?)\s*::?(?!=)([^;=]*)(?:;(.*))?$/.exec(line);
		if (head === null) rest.push(line);
		else {
			const [, targets = "", needs = "", inline] = head;
			rules.push({
				targets: wordsOf(expandVariables(targets, values)),
				needs: wordsOf(expandVariables(needs, values)),
				lines: inline === void 0 ? [] : [inline]
			});
		}
	}
	return {
		rules,
		rest
	};
}
function wordsOf(text) {
	return text.split(/\s+/).filter((word) => word !== "");
}
/** Lines of the goals and of what they need; nothing is known where a name cannot be read. */
function reached(rules, goals) {
	const known = new Set(rules.flatMap((rule) => rule.targets));
	const first = [...known].find((target) => !target.startsWith("."));
	const wanted = new Set(goals.length === 0 ? [first ?? ""] : goals);
	if ([...wanted].some((goal) => !known.has(goal)) || isUnclear([...known])) return void 0;
	for (const goal of wanted) {
		const needs = rules.filter((rule) => rule.targets.includes(goal)).flatMap((rule) => rule.needs);
		if (wanted.size > GOALS_MAX || isUnclear(needs)) return void 0;
		for (const need of needs) if (known.has(need)) wanted.add(need);
	}
	return rules.filter((rule) => rule.targets.some((target) => wanted.has(target) || target.includes("%"))).flatMap((rule) => rule.lines);
}
function isUnclear(names) {
	return names.some((name) => name.includes("$"));
}
/** Without make's own marks: `@` for silence, `-` for mercy, `$$` for a dollar, a list's dash. */
function plainLine(line, values) {
	return expandVariables(line.replace(/^[\s@+-]+/, "").replace(/^(?:cmd|sh):\s*/, ""), values).replaceAll("$(shell ", "$(").replaceAll("$$", "$");
}
// src/act/package-scripts.ts
/** What npm runs by itself around an installation. */
const INSTALLING = [
	"preinstall",
	"install",
	"postinstall",
	"prepublish",
	"preprepare",
	"prepare",
	"postprepare"
];
const VERBS = [
	[/^(?:test|t|tst)$/, ["test"]],
	[/^start$/, ["start"]],
	[/^stop$/, ["stop"]],
	[/^restart$/, [
		"restart",
		"stop",
		"start"
	]],
	[/^(?:install|i|in|ci|clean-install|add|update|up|upgrade|rebuild|rb|link)$/, INSTALLING],
	[/^(?:it|cit|install-test|install-ci-test|sit)$/, [...INSTALLING, "test"]],
	[/^(?:exec|x|dlx|create|init|audit|ls|list|ll|la|outdated|view|info|show|config|set|get)$/, []],
	[/^(?:fund|dedupe|explain|query|why|prefix|root|bin|pkg|help|version|cache|ping|doctor)$/, []]
];
const MANAGER = /^(?:npm|pnpm|yarn|bun|\$npm_execpath)$/;
const MANY = /^(?:npm-run-all2?|run-s|run-p|turbo|nx|lerna|concurrently|deno)$/;
/** Options of package managers whose next word is their value. */
const VALUED = /^(?:-C|--prefix|--cwd|--dir|-w|--workspace|-F|--filter|--loglevel|--registry)$/;
const SPREADS = /^(?:-w|-r|-ws|-F|--workspaces?|--recursive|--filter|--workspace=.*|--filter=.*)$/;
function scriptCall(argv) {
	const names = namesOf(argv);
	if (names.length === 0) return void 0;
	const words = argv.slice(1);
	const at = words.findIndex((word) => /^(?:-C|--prefix|--cwd|--dir)$/.test(word));
	const joined = words.find((word) => /^--(?:prefix|cwd|dir)=/.test(word));
	const folder = at === -1 ? joined?.replace(/^[^=]*=/, "") ?? "" : words[at + 1] ?? "";
	const isSpread = /^(?:turbo|nx|lerna)$/.test(programOf(argv)) || words.some((word) => SPREADS.test(word) || word === "workspace" || word === "workspaces");
	return {
		names: names.map((name) => name.includes("$") ? "*" : name),
		folder,
		isSpread
	};
}
/** The command lines that a call runs; of text that is no such manifest, whatever could be one. */
function packageScripts(text, call) {
	const scripts = scriptsIn(text);
	if (scripts === void 0) return [...text.matchAll(/"((?:[^"\\\n]|\\.){0,1000})"/g)].map((match) => match[1] ?? "");
	return scripts.filter(([name]) => isCalled(name, call.names)).map(([, line]) => line);
}
function programOf([command = ""]) {
	return command.split("/").at(-1) ?? "";
}
function namesOf(argv) {
	const program = programOf(argv);
	const words = argv.slice(1);
	if (program === "node") return namesOfNode(words);
	if (MANY.test(program)) return words.filter((word) => !word.startsWith("-") && word !== "run" && word !== "task").map((word) => word.replace(/^(?:npm|pnpm|yarn|bun):/, ""));
	if (!MANAGER.test(program)) return [];
	return namesOfManager(program, words.filter((word, index) => !word.startsWith("-") && !VALUED.test(words[index - 1] ?? "")));
}
function namesOfNode(words) {
	const joined = words.filter((word) => word.startsWith("--run=")).map((word) => word.slice(6));
	const at = words.indexOf("--run");
	return at === -1 ? joined : [...joined, words[at + 1] ?? ""];
}
function namesOfManager(program, operands) {
	const [verb, ...rest] = operands;
	if (verb === void 0) return program === "yarn" ? INSTALLING : [];
	if (/^(?:run|run-script|rum|urn)$/.test(verb)) return rest.slice(0, 1);
	if (/^(?:workspaces?|foreach)$/.test(verb)) return rest;
	return VERBS.find(([pattern]) => pattern.test(verb))?.[1] ?? (program === "npm" ? ["*"] : [verb]);
}
function isCalled(script, names) {
	return names.some((name) => {
		const special = name.search(/[*{]/);
		if (special !== -1) return script.startsWith(name.slice(0, special));
		return script === name || script === `pre${name}` || script === `post${name}`;
	});
}
function scriptsIn(text) {
	const manifest = parsed(text);
	if (!isTable(manifest)) return void 0;
	return [manifest["scripts"], manifest["tasks"]].filter(isTable).flatMap((scripts) => Object.entries(scripts)).flatMap(([name, line]) => linesOf(line).map((it) => [name, it]));
}
/** A task of deno may be a table with its command. */
function linesOf(line) {
	if (typeof line === "string") return [line];
	return isTable(line) && typeof line["command"] === "string" ? [line["command"]] : [];
}
function parsed(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/act/tool-manifests.ts
/** A command of these does what a manifest says: the manifest grades too. */
const MANIFESTS = [
	[/^(npm|npx|pnpm|pnpx|yarn|bun|bunx|node|deno|vitest|jest|mocha)$/, "**/{package.json,deno.json,deno.jsonc}"],
	[/^yarn$/, "**/.yarn/{releases,plugins,patches,sdks}/**"],
	[/^(make|gmake)$/, "**/{Makefile,makefile,GNUmakefile,*.mk}"],
	[/^(just|task)$/, "**/{justfile,Justfile,Taskfile.yml,Taskfile.yaml}"],
	[/^(pytest|tox|nox|python|python3|uv|poetry|hatch)$/, "**/pyproject.toml"],
	[/^pip3?$/, "**/{pyproject.toml,setup.py,requirements*.txt}"],
	[/^(cargo|cargo-nextest)$/, "**/{Cargo.toml,build.rs,.cargo/**}"],
	[/^(mvn|mvnw|gradle|gradlew)$/, "**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,gradle/wrapper/*,.mvn/**}"],
	[/^(mix)$/, "**/{mix.exs,.formatter.exs}"]
];
/** Globs of the manifests that steer what was called in a goal-file's own words. */
function manifestsOfWords(argv) {
	const words = argv.flatMap((word) => word.split(/[\s;|&()"'/]+/));
	return manifestsOf((tool) => words.some((word) => tool.test(word)));
}
/** Of a command that was found in a text only the program is meant. */
function manifestsOfProgram([command = ""]) {
	return manifestsOf((tool) => tool.test(programOf$1(command)));
}
function manifestsOf(isCalled) {
	return MANIFESTS.filter(([tool]) => isCalled(tool)).map(([, glob]) => glob);
}
// src/act/reached-files.ts
/** Texts that are looked through; a tree of scripts larger than that is not followed further. */
const STEPS_MAX = 400;
/** Manifests of other folders that one command could mean. */
const SPREAD_MAX = 50;
/** The commands of a goal: its predicates', and those that prepare their folder. */
function goalCommands(goal) {
	return [...goal.predicates.flatMap(({ check }) => check.provider === "http_probe" ? [] : [[check.command, ...check.args], ...commandsInEnvironment(check.env)]), ...goal.setup.commands];
}
/** Variables by which an interpreter is told what to run before all else. */
function commandsInEnvironment(env) {
	const { NODE_OPTIONS: options, BASH_ENV: bash, ENV: sh, PYTHONSTARTUP: python } = env;
	const files = [
		bash,
		sh,
		python
	].flatMap((file) => file === void 0 ? [] : [[file]]);
	return options === void 0 ? files : [...files, ["node", ...options.split(/[\s=]+/)]];
}
/** Follows the commands of a goal through manifests, and through scripts one level deep. */
function reachedFiles(commit, goal, isReleased) {
	const search = {
		files: new Set(commit.paths),
		texts: commit.texts,
		isReleased,
		named: new Set(harnessFile(goal)),
		started: /* @__PURE__ */ new Set(),
		loaded: /* @__PURE__ */ new Set(),
		followed: /* @__PURE__ */ new Set(),
		manifests: new Set(goalCommands(goal).flatMap(manifestsOfWords)),
		unread: /* @__PURE__ */ new Set(),
		seen: /* @__PURE__ */ new Set()
	};
	const folders = [.../* @__PURE__ */ new Set(["", goal.scope.workspace])];
	const steps = goalCommands(goal).map((argv) => {
		return {
			commands: startedCommands(argv),
			folders,
			origin: "goal"
		};
	});
	for (const [at, step] of steps.entries()) {
		if (at >= STEPS_MAX) break;
		steps.push(...follow(search, step));
	}
	return {
		...search,
		manifests: [...search.manifests],
		unread: [...search.unread]
	};
}
/** An agent that is a file of the repository must not be one that an agent wrote. */
function harnessFile({ harness }) {
	const { command = "" } = harness;
	return command.includes("/") && !command.startsWith("/") ? [resolvePath("", command)] : [];
}
function follow(search, step) {
	const folders = enteredFolders(step.commands, step.folders);
	const scripts = namedScripts(step.commands, folders).filter((path) => search.files.has(path));
	addThose(search, step.origin === "goal" ? search.named : search.started, scripts);
	if (step.origin !== "goal") for (const glob of step.commands.flatMap(manifestsOfProgram)) search.manifests.add(glob);
	return [
		...step.commands.flatMap((command) => packageSteps(search, command, folders)),
		...step.commands.flatMap((command) => makeSteps(search, command, folders)),
		...step.origin === "script" ? [] : scripts.flatMap((it) => scriptSteps(search, it, folders))
	];
}
function packageSteps(search, command, folders) {
	const call = scriptCall(command);
	if (call === void 0) return [];
	const names = [
		"package.json",
		"deno.json",
		"deno.jsonc"
	];
	const own = folders.flatMap((folder) => nearest(search, resolvePath(folder, call.folder), names));
	const spread = call.isSpread ? [...search.files].filter((path) => /(?:^|\/)package\.json$/.test(path)).slice(0, SPREAD_MAX) : [];
	return [.../* @__PURE__ */ new Set([...own, ...spread])].flatMap((path) => read(search, path, command).map((text) => stepOf(search, path, packageScripts(text, call))));
}
function makeSteps(search, command, folders) {
	const call = makeCall(command);
	if (call === void 0) return [];
	const places = folders.flatMap((folder) => call.files.map((file) => resolvePath(resolvePath(folder, call.folder), file)));
	return [...new Set(places)].filter((path) => search.files.has(path)).flatMap((path) => read(search, path, command).map((text) => stepOf(search, path, makeRecipes(text, call))));
}
function stepOf(search, manifest, lines) {
	search.followed.add(manifest);
	return {
		commands: lines.flatMap(textCommands),
		folders: [folderOf(manifest)],
		origin: "manifest"
	};
}
function scriptSteps(search, path, folders) {
	if (search.isReleased(path)) return [];
	return read(search, path, []).map((text) => {
		addThose(search, search.loaded, loadedSiblings(path, text));
		addThose(search, search.started, linkTarget(path, text));
		return {
			commands: scriptCommands(path, text),
			folders: [.../* @__PURE__ */ new Set([...folders, folderOf(path)])],
			origin: "script"
		};
	});
}
function addThose(search, known, paths) {
	for (const path of paths) if (search.files.has(path)) known.add(path);
}
/** The text of a symbolic link is the place that it leads to. */
function linkTarget(path, text) {
	return /^[^\s\0]{1,500}$/.test(text) ? [resolvePath(folderOf(path), text)] : [];
}
/** The text, once for each way in which it is read. */
function read(search, path, as) {
	const key = JSON.stringify([path, ...as]);
	if (search.seen.has(key)) return [];
	search.seen.add(key);
	const text = search.texts.get(path);
	if (text === void 0) search.unread.add(path);
	return text === void 0 ? [] : [text];
}
/** Package managers look upwards. */
function nearest(search, folder, names) {
	for (let at = folder;; at = folderOf(at)) {
		const found = names.map((name) => resolvePath(at, name)).filter((it) => search.files.has(it));
		if (found.length > 0 || at === "") return found;
	}
}
function folderOf(path) {
	return path.split("/").slice(0, -1).join("/");
}
// src/act/grader-paths.ts
/** What test runners look for by convention: tests, and the settings that decide which of them run. */
const CONVENTIONS = [
	"**/{test,tests,spec,__tests__,__mocks__,testdata,fixtures}/**",
	"**/*{.,_,-}{test,tests,spec}.*",
	"**/{test,tests}_*.py",
	"**/{test,tests,conftest}.py",
	"**/*{Test,Tests,IT,Spec}.{java,kt,scala,groovy,cs,swift}",
	"**/{vitest,jest,karma,mocha,ava,playwright,cypress,wdio,babel,tsconfig,eslint,biome,stryker}{.*,}.{js,cjs,mjs,ts,cts,mts,json,jsonc}",
	"**/.{mocharc,nycrc,eslintrc,prettierrc,swcrc,babelrc,oxlintrc,oxfmtrc,coveragerc,rspec,flake8,golangci}{.*,}",
	"**/{pytest.ini,tox.ini,noxfile.py,setup.cfg,phpunit.xml,phpunit.xml.dist,.mocharc,Rakefile}",
	"**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb}",
	"**/{poetry.lock,uv.lock,Pipfile.lock,Cargo.lock,go.sum,mix.lock,Gemfile.lock,composer.lock}",
	"**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}"
];
/** Scripts and manifests of a commit whose text says more about what grades the goal, and is not known yet. */
function manifestPaths(paths, goal, texts) {
	return goal.seal.enabled ? reachedFrom({
		paths,
		texts
	}, goal).unread : [];
}
/**
* The paths of a commit that decide whether a goal holds: what its commands name, and what that starts
* in turn, as far as its text is known; tests and their settings by convention, manifests whose scripts
* are run, and what `[seal]` names; never what it releases.
*/
function graderPaths(paths, goal, texts = /* @__PURE__ */ new Map()) {
	if (!goal.seal.enabled) return [];
	const { workspace } = goal.scope;
	const { named, started, loaded, followed, manifests } = reachedFrom({
		paths,
		texts
	}, goal);
	const isGrader = globMatcher([...CONVENTIONS, ...manifests]);
	const isSealed = treeMatcher(goal.seal.sealedInputs, workspace);
	const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
	const isInScope = treeMatcher(goal.scope.paths, workspace);
	const isWork = workMatcher(goal);
	function isFound(path) {
		const isPart = loaded.has(path) && !isInScope(path);
		return started.has(path) || followed.has(path) || isPart || isGrader(path);
	}
	return paths.filter((path) => !isReleased(path) && (isSealed(path) || named.has(path) || isFound(path) && !isWork(path)));
}
/** A script that is released is not read on: an agent may name in it what it likes. */
function reachedFrom(commit, goal) {
	return reachedFiles(commit, goal, treeMatcher(goal.seal.mutableInputs, goal.scope.workspace));
}
/** Settings by which a test runner finds, skips or judges tests. */
const RUNNER_SETTINGS = [
	"**/{vitest,jest,karma,mocha,ava,playwright,cypress,wdio}.{config,workspace,conf,setup}.*",
	"**/.{mocharc,nycrc,rspec,coveragerc}{,.*}",
	"**/{pytest.ini,.pytest.ini,tox.ini,noxfile.py,conftest.py,sitecustomize.py,usercustomize.py}",
	"**/{phpunit.xml,phpunit.xml.dist,.npmrc,.yarnrc,.yarnrc.yml}"
];
/**
* Tells new files that would decide which tests run. In a repair they are refused: the suite that was
* approved had none. A goal that creates something may need its first.
*/
function runnerSettingMatcher(goal) {
	if (!goal.seal.enabled || goal.mode === "create") return () => false;
	const { workspace } = goal.scope;
	const isSetting = globMatcher(RUNNER_SETTINGS);
	const isReleased = treeMatcher(goal.seal.mutableInputs, workspace);
	const isWork = workMatcher(goal);
	return (path) => isSetting(path) && !isReleased(path) && !isWork(path);
}
// src/reconcile/read-grader-texts.ts
/** Longer than anything that a person writes to be run. */
const BYTES_MAX = 256e3;
const TEXTS_MAX = 200;
/** A manifest names scripts, which name others: each is known only when the one before was read. */
const ROUNDS_MAX = 8;
/** Reads what has to be known of a commit, or of a tree of graders, to find what grades the goal. */
async function readGraderTexts(repository, from, goal) {
	const texts = /* @__PURE__ */ new Map();
	for (let round = 0; round < ROUNDS_MAX; round += 1) {
		const unread = manifestPaths(from.paths, goal, texts).slice(0, TEXTS_MAX - texts.size);
		if (unread.length === 0) break;
		for (const path of unread) texts.set(path, await repository.text(from.commit, path, BYTES_MAX) ?? "");
	}
	return texts;
}
export { harnessFile as a, treeMatcher as c, __toESM as d, goalCommands as i, workMatcher as l, graderPaths as n, reachedFiles as o, runnerSettingMatcher as r, globMatcher as s, readGraderTexts as t, require_picomatch as u };
