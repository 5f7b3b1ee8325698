import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, r as toPlainText } from "./plain-text.mjs";
import { n as isGoalPath, t as formatDuration } from "./format-duration.mjs";
import { t as formatFinding } from "./format-finding.mjs";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import * as path from "path";
import * as events from "events";
import { randomUUID } from "node:crypto";
import { StringDecoder } from "string_decoder";
import * as child from "child_process";
import { setTimeout } from "timers";
import path$1 from "node:path";
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$5 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$5(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$5(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$5(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
// node_modules/@actions/io/lib/io-util.js
var __awaiter$4 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$4(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
/**
* On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
* \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
*/
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
/**
* Best effort attempt to determine whether a file exists and is executable.
* @param filePath    file path to check
* @param extensions  additional file extensions to try
* @return if file exists and is executable, returns the file path. otherwise empty string.
*/
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$4(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
// node_modules/@actions/io/lib/io.js
var __awaiter$3 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$3(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
/**
* Returns a list of all occurrences of the given tool on the system path.
*
* @returns   Promise<string[]>  the paths of the tool
*/
function findInPath(tool) {
	return __awaiter$3(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}
// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$2 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os.EOL.length);
				n = s.indexOf(os.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	/**
	* Exec a tool.
	* Output will be streamed to the live console.
	* Returns promise with return code
	*
	* @param     tool     path to tool to exec
	* @param     options  optional exec options.  See ExecOptions
	* @returns   number
	*/
	exec() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$2(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
/**
* Convert an arg string to an array of args. Handles escaping
*
* @param    argString   string of arguments
* @returns  string[]    array of arguments
*/
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};
// node_modules/@actions/exec/lib/exec.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Exec a command.
* Output will be streamed to the live console.
* Returns promise with return code
*
* @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
* @param     args               optional arguments for tool. Escaping is handled by the lib.
* @param     options            optional exec options.  See ExecOptions
* @returns   Promise<number>    exit code
*/
function exec(commandLine, args, options) {
	return __awaiter$1(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}
/**
* Exec a command and get the output.
* Output will be streamed to the live console.
* Returns promise with the exit code and collected stdout and stderr
*
* @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
* @param     args                  optional arguments for tool. Escaping is handled by the lib.
* @param     options               optional exec options.  See ExecOptions
* @returns   Promise<ExecOutput>   exit code, stdout, and stderr
*/
function getExecOutput(commandLine, args, options) {
	return __awaiter$1(this, void 0, void 0, function* () {
		var _a, _b;
		let stdout = "";
		let stderr = "";
		const stdoutDecoder = new StringDecoder("utf8");
		const stderrDecoder = new StringDecoder("utf8");
		const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
		const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
		const stdErrListener = (data) => {
			stderr += stderrDecoder.write(data);
			if (originalStdErrListener) originalStdErrListener(data);
		};
		const stdOutListener = (data) => {
			stdout += stdoutDecoder.write(data);
			if (originalStdoutListener) originalStdoutListener(data);
		};
		const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), {
			stdout: stdOutListener,
			stderr: stdErrListener
		});
		const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
		stdout += stdoutDecoder.end();
		stderr += stderrDecoder.end();
		return {
			exitCode,
			stdout,
			stderr
		};
	});
}
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
// action/host-environment.ts
/** What belongs to the runner and to this Action: tokens, inputs, files that steer later steps. */
const OWN = /^(?:INPUT_|ACTIONS_|GITHUB_|RUNNER_|GH_)/;
/**
* The job's environment as the four jobs may know it. A secret that the repository does not have
* arrives as an empty variable, which some agents take for a key.
*/
function hostEnvironment(environment, choice) {
	const { harness, model } = choice;
	const chosen = {
		...harness === void 0 ? {} : { KAZI_HARNESS: harness },
		...model === void 0 ? {} : { KAZI_MODEL: model }
	};
	const own = Object.entries(environment).flatMap(([name, value]) => value === void 0 || value === "" || OWN.test(name) ? [] : [[name, value]]);
	return {
		...Object.fromEntries(own),
		...chosen
	};
}
// action/inputs.ts
/** Reads the inputs of the step. `get` gives the empty string for one that is absent. */
function readInputs(get) {
	const problems = [];
	function report(name, expected) {
		problems.push(`input "${name}": expected ${expected}, found ${shown(get(name))}`);
	}
	const common = readCommon(get, report);
	const forPhase = readPhase(get, report);
	return forPhase === void 0 || problems.length > 0 ? {
		kind: "refused",
		problems
	} : {
		kind: "read",
		inputs: {
			...common,
			...forPhase
		}
	};
}
function readCommon(get, report) {
	if (get("token") === "") report("token", "the workflow's token or another one");
	const app = get("app");
	if (app !== "" && !/^[a-z\d][a-z\d-]{0,99}$/.test(app)) report("app", "the slug of an App");
	return {
		token: get("token"),
		...optional("handover", get("handover")),
		...optional("harness", get("harness")),
		...optional("model", get("model")),
		...optional("app", app)
	};
}
function optional(name, value) {
	const given = {};
	if (value !== "") given[name] = value;
	return given;
}
function readPhase(get, report) {
	const phase = get("phase");
	switch (phase) {
		case "claim": return {
			phase,
			...readPlace(get, report),
			...readApproval(get, report)
		};
		case "dispatch":
		case "observe": return {
			phase,
			digests: readDigests(get, report, NEEDED)
		};
		case "land": return {
			phase,
			...readPlace(get, report),
			digests: readDigests(get, report, [])
		};
		case "control":
		case "probe":
		case "deploy": return { phase };
		default:
			report("phase", "one of claim, dispatch, observe, probe, land, deploy, control");
			return;
	}
}
/** Without the ticket there is nothing to work on. Land goes on without: it gives the claim back. */
const NEEDED = ["claim"];
function readPlace(get, report) {
	const goal = get("goal");
	const pull = get("pull");
	if (!isGoalPath(goal)) report("goal", "the path of a goal-file, such as .kazi/goals/fix.goal.toml");
	if (pull !== "" && !/^[1-9]\d{0,9}$/.test(pull)) report("pull", "the number of a pull request, or nothing");
	return {
		goal,
		...pull === "" ? {} : { pull: Number(pull) }
	};
}
function readApproval(get, report) {
	const approval = get("approval");
	if (approval === "") return {};
	if (!/^(?:comment:[1-9]\d{0,18}|commit:[0-9a-f]{40,64})$/.test(approval)) report("approval", "comment:<id>, commit:<sha>, or nothing");
	return { approval };
}
/** A job that did not run leaves `name=` behind, which is no digest. */
function readDigests(get, report, needed) {
	const digests = {};
	for (const part of get("digests").split(/\s+/)) {
		const [, name, value] = /^(claim|dispatch|observation)=([0-9a-f]{64})?$/.exec(part) ?? [];
		if (!isDocument(name) || name in digests) {
			if (part !== "") report("digests", `name=<sha256>, each name once, not ${shown(part)}`);
		} else if (value !== void 0) digests[name] = value;
	}
	for (const name of needed) if (digests[name] === void 0) report("digests", `the digest of document "${name}"`);
	return digests;
}
function isDocument(name) {
	return name === "claim" || name === "dispatch" || name === "observation";
}
function shown(value) {
	return value === "" ? "nothing" : JSON.stringify(value.slice(0, 100));
}
// src/report/paint.ts
/** Colours for a terminal. */
const COLOURS = {
	good: (text) => `\u001B[32m${text}\u001B[39m`,
	bad: (text) => `\u001B[31m${text}\u001B[39m`,
	warn: (text) => `\u001B[33m${text}\u001B[39m`,
	dim: (text) => `\u001B[2m${text}\u001B[22m`,
	bold: (text) => `\u001B[1m${text}\u001B[22m`
};
/** For files and pipes. */
const PLAIN = {
	good: (text) => text,
	bad: (text) => text,
	warn: (text) => text,
	dim: (text) => text,
	bold: (text) => text
};
/** One of the two. */
function paintFor(colour) {
	return colour ? COLOURS : PLAIN;
}
// src/report/kept-files.ts
const SHOWN_MAX = 5;
const NAME_MAX$1 = 300;
/** Where pictures, traces and reports of an evaluation can be looked at, a line each. */
function keptFiles({ files = [] }) {
	const shown = files.slice(0, SHOWN_MAX).map((file) => `kept: ${toOneLine(file, NAME_MAX$1)}`);
	const more = files.length - shown.length;
	return more > 0 ? [...shown, `and ${more} more files`] : shown;
}
// src/report/render-event.ts
/** The account of a run for a person, one or a few lines an event. */
function renderEvent(event, paint) {
	switch (event.kind) {
		case "opened": return renderOpened(event, paint);
		case "claimed": return [paint.bold(claimedLine(event.iteration, event.work))];
		case "taken-over": return [paint.warn(`  takes iteration ${event.iteration} over: ${toOneLine(event.holder, NAME_MAX)} is gone`)];
		case "setup": return [paint.dim(`  setup: ${toOneLine(event.argv.join(" "), 160)}`)];
		case "dispatching": return [`  hands ${listed(event.failing)} to ${toOneLine(event.harness, NAME_MAX)}${event.model === void 0 ? "" : ` (${toOneLine(event.model, NAME_MAX)})`}`];
		case "dispatched": return renderDispatched(event, paint);
		case "observed": return renderResult(event.result, paint);
		case "settled": return renderSettled(event, paint);
		case "landed": return [paint.good(landedLine(event))];
		case "warned": return [paint.warn(`  warning: ${toOneLine(event.message, 600)}`)];
		case "waiting": return [paint.dim(`waits: ${toOneLine(event.reason, SENTENCE_MAX$1)}`)];
		case "released": return [paint.warn(`  gives iteration ${event.iteration} back: ${toOneLine(event.reason, SENTENCE_MAX$1)}`)];
	}
}
/** What strangers wrote, on a line of ours. */
const NAME_MAX = 200;
const SENTENCE_MAX$1 = 1e3;
const LISTED_MAX = 20;
function listed(names) {
	const shown = names.slice(0, LISTED_MAX).map((name) => toOneLine(name, NAME_MAX));
	const more = names.length > LISTED_MAX ? ` and ${names.length - LISTED_MAX} more` : "";
	return `${shown.join(", ")}${more}`;
}
function renderOpened(event, paint) {
	const how = event.resumed ? "goes on with" : "opens";
	return [`${paint.bold(`goal ${toOneLine(event.goal, NAME_MAX)}`)}  ${how} generation ${event.generation} on ${toOneLine(event.branch, NAME_MAX)}`, paint.dim(`  approved ${event.digest.slice(0, 12)} at ${event.base.slice(0, 12)}, ${event.graders} graders fixed; may spend ${ceilingsText(event.ceilings)}`)];
}
function ceilingsText(ceilings) {
	return [
		ceilings.iterationsMax === void 0 ? "" : `${ceilings.iterationsMax} iterations`,
		`${ceilings.dispatchesMax} dispatches`,
		formatDuration(ceilings.wallClockMaxMs),
		ceilings.tokensMax === void 0 ? "" : `${ceilings.tokensMax} tokens`,
		ceilings.costMaxUsd === void 0 ? "" : `${ceilings.costMaxUsd} USD`
	].filter((part) => part !== "").join(", ");
}
function claimedLine(iteration, work) {
	return `iteration ${iteration}  ${work === "dispatch" ? "an agent works, then everything is observed" : "observes"}`;
}
function renderDispatched(event, paint) {
	const used = usageText(event.usage);
	const line = `  agent ${event.ending} after ${formatDuration(event.durationMs)}${used === "" ? ", usage not reported" : `, ${used}`}`;
	const said = event.summary === "" ? [] : [paint.dim(`  agent says: ${toOneLine(event.summary, 300)}`)];
	return [event.ending === "completed" ? line : paint.warn(line), ...said];
}
function usageText(usage) {
	const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens } = usage;
	const known = [
		inputTokens,
		cachedInputTokens,
		cacheWriteTokens,
		outputTokens,
		reasoningTokens
	].filter((count) => count !== void 0);
	return [known.length === 0 ? "" : `${known.reduce((sum, it) => sum + it, 0)} tokens`, usage.costUsd === void 0 ? "" : `${usage.costUsd.toFixed(4)} USD`].filter((part) => part !== "").join(", ");
}
function renderResult(result, paint) {
	const { counts } = result.evidence;
	const took = paint.dim(` ${formatDuration(result.evidence.durationMs)}`);
	const said = `${toOneLine(result.id, NAME_MAX)}: ${toOneLine(result.evidence.message, 500)}`;
	const line = `  ${markOf(result.status, paint)} ${said}${took}`;
	const files = keptFiles(result.evidence).map((file) => paint.dim(`      ${file}`));
	if (result.status === "pass") return [line, ...files];
	const findings = result.evidence.findings.slice(0, 5).map((finding) => paint.dim(`      ${formatFinding(finding, 160)}`));
	const all = Math.max(result.evidence.findings.length, counts?.failed ?? 0);
	const rest = findings.length === 0 ? 0 : all - findings.length;
	const more = rest > 0 ? [paint.dim(`      and ${rest} more`)] : [];
	return [
		line,
		...findings,
		...more,
		...files
	];
}
function markOf(status, paint) {
	switch (status) {
		case "pass": return paint.good("pass ");
		case "fail": return paint.bad("fail ");
		case "error": return paint.warn("error");
		case "unknown": return paint.warn("?    ");
	}
}
function renderSettled(event, paint) {
	const { attempt, diff } = event;
	return [
		...attempt === void 0 ? [] : renderAttempt(attempt, paint),
		...diff === void 0 ? [] : renderDiff(diff, paint),
		`  = ${tally(event.vector)}; ${fateText(attempt)}${spentText(event.spent)}`,
		`  -> ${decisionText(event.decision)}`
	];
}
function renderAttempt(attempt, paint) {
	const shown = attempt.refused.slice(0, 20).map((it) => paint.warn(`  put back ${toOneLine(it.path, 120)}: ${toOneLine(it.reason, 300)}`));
	const more = attempt.refused.length > 20 ? [paint.warn(`  and ${attempt.refused.length - 20} more paths put back`)] : [];
	const broke = attempt.regressed.length === 0 ? [] : [paint.bad(`  broke ${listed(attempt.regressed)}`)];
	return [
		...shown,
		...more,
		...broke
	];
}
const DIFF_LINES_MAX = 40;
function renderDiff(diff, paint) {
	const lines = toPlainText(diff).split(/^(?=diff --git )/m).filter((file) => file.trim() !== "").flatMap((file) => renderFileDiff(file.trimEnd().split("\n"), paint));
	if (lines.length <= DIFF_LINES_MAX) return lines;
	return [...lines.slice(0, DIFF_LINES_MAX), paint.dim(`    … ${lines.length - DIFF_LINES_MAX} more lines`)];
}
/** Only what stands before the first hunk is a header: lines of a file may look like one. */
function renderFileDiff(lines, paint) {
	const hunk = lines.findIndex((line) => line.startsWith("@@ "));
	const header = hunk === -1 ? lines : lines.slice(0, hunk);
	const to = header.find((line) => line.startsWith("+++ "));
	const from = header.find((line) => line.startsWith("--- ")) ?? "";
	const plain = header.filter((line) => !line.startsWith("index ")).join("; ");
	const name = to === "+++ /dev/null" ? from : to ?? plain;
	const body = hunk === -1 ? [] : lines.slice(hunk);
	return [paint.bold(shownDiffLine(name)), ...body.map((line) => paintDiffLine(line, paint))];
}
function paintDiffLine(line, paint) {
	const text = shownDiffLine(line);
	if (line.startsWith("+")) return paint.good(text);
	return line.startsWith("-") ? paint.bad(text) : paint.dim(text);
}
function shownDiffLine(line) {
	return `    ${line.replaceAll("	", "  ").slice(0, 160).toWellFormed()}`;
}
function tally(vector) {
	return `${vector.results.filter((result) => result.status === "pass").length} of ${vector.results.length} pass at ${vector.commit.slice(0, 12)}`;
}
function fateText(attempt) {
	if (attempt === void 0) return "";
	switch (attempt.fate) {
		case "kept": return `kept (${listed(attempt.changed)}); `;
		case "discarded": return "discarded, it only made things worse; ";
		case "void": return "void, somebody moved the branch meanwhile; ";
		case "none": return "no usable change; ";
	}
}
/** The spend so far, in the words of every surface. */
function spentText(spent) {
	const unreported = spent.unreported === 0 ? "" : `, ${spent.unreported} unreported and charged as reserved`;
	return `spent ${spent.dispatches} dispatches, ${spent.tokens} tokens, ${spent.costUsd.toFixed(4)} USD, ${formatDuration(spent.wallClockMs)}${unreported}`;
}
function decisionText(decision) {
	switch (decision.kind) {
		case "dispatch": return `next dispatch: ${listed(decision.failing)}`;
		case "observe": return `observe again: ${toOneLine(decision.reason, SENTENCE_MAX$1)}`;
		case "integrate": return "everything that can hold before landing holds: land it";
		case "watch": return "everything holds: keep watching";
		case "converged": return "converged";
		case "stop": return `${decision.status}: ${toOneLine(decision.cause.reason, SENTENCE_MAX$1)}`;
	}
}
function landedLine(event) {
	const { reached, wanted, revision, reason } = event.landing;
	const short = reached === wanted ? "" : ` (wanted ${wanted})`;
	const why = reason === void 0 ? "" : `; ${toOneLine(reason, SENTENCE_MAX$1)}`;
	return `landed at level ${reached}${short}: ${toOneLine(event.branch, NAME_MAX)} = ${revision.slice(0, 12)}${why}`;
}
// src/control/tell-run.ts
/** Tells a run as it happens, line by line, to a person. */
function tellPerson(write, colour) {
	const paint = paintFor(colour);
	let lastWait = "";
	return { emit(event) {
		if (event.kind === "waiting" && event.reason === lastWait) return;
		lastWait = event.kind === "waiting" ? event.reason : "";
		for (const line of renderEvent(event, paint)) write(line);
	} };
}
// action/job-log.ts
/** Lines that the summary of a job shows; the log has them all. */
const SUMMARY_LINES_MAX = 400;
/** Between opening and closing the runner obeys nothing but the word that it is told here. */
function openJobLog(write, word = randomUUID()) {
	const lines = [];
	write(`::stop-commands::${word}`);
	function line(text) {
		write(text);
		lines.push(text);
		if (lines.length > SUMMARY_LINES_MAX) lines.shift();
	}
	return {
		line,
		lines,
		...tellPerson(line, false),
		close: () => {
			write(`::${word}::`);
		}
	};
}
// action/job-summary.ts
/** The page of the run shows what the job said, as text in which nothing is markup. */
async function writeJobSummary(account) {
	const { title, sentence, lines } = account;
	const text = lines.join("\n").slice(-2e5).toWellFormed();
	summary.addHeading(escapeHtml(title), 3).addRaw(`<p>${escapeHtml(sentence)}</p>`, true);
	if (text !== "") summary.addRaw(`<pre>${escapeHtml(text)}</pre>`, true);
	await summary.write();
}
const REFERENCES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"@": "&#64;"
};
/** Also `@`, so that nobody is mentioned, and no blank line, because Markdown would begin again after one. */
function escapeHtml(text) {
	return text.replaceAll(/[&<>"@]/g, (character) => REFERENCES[character] ?? "").replaceAll(/\n(?=\n)/g, "\n&#8203;");
}
// action/require-git.ts
/** The oldest one that answers with absolute paths, which is asked of it. */
const OLDEST = {
	major: 2,
	minor: 31
};
/** The one tool of the machine that all rests on; its version stands in the log of every job. */
async function requireGit() {
	const found = await versionOfGit();
	const [, major, minor] = (/(\d+)\.(\d+)/.exec(found) ?? []).map(Number);
	if (major === void 0 || minor === void 0) throw unusable("no git");
	if (major > OLDEST.major || major === OLDEST.major && minor >= OLDEST.minor) return;
	throw unusable(`git ${major}.${minor}`);
}
async function versionOfGit() {
	try {
		return (await getExecOutput("git", ["--version"])).stdout;
	} catch (cause) {
		throw unusable("no git that can be started", cause);
	}
}
function unusable(found, cause) {
	return new KaziError({
		code: "workspace-unusable",
		message: `expected git ${OLDEST.major}.${OLDEST.minor} or newer on this runner, found ${found}. Hosted runners have it`,
		cause
	});
}
// action/phases.ts
/**
* Each phase is loaded when it is asked for: the jobs that run strangers' code know no API client. What the
* machine lacks is said before anything large is loaded.
*/
async function runPhase(inputs, job) {
	switch (inputs.phase) {
		case "claim": {
			await requireGit();
			const { claimPhase } = await import("./phase-claim.mjs");
			return await claimPhase(inputs, job);
		}
		case "dispatch": {
			await requireGit();
			const { dispatchPhase } = await import("./phase-dispatch.mjs");
			return await dispatchPhase(inputs, job);
		}
		case "observe": {
			await requireGit();
			const { observePhase } = await import("./phase-observe.mjs");
			return await observePhase(inputs, job);
		}
		case "land": {
			await requireGit();
			const { landPhase } = await import("./phase-land.mjs");
			return await landPhase(inputs, job);
		}
		case "control": {
			const { controlPhase } = await import("./phase-control.mjs");
			return await controlPhase(inputs, job);
		}
		case "probe":
		case "deploy": return {
			outputs: {},
			sentence: NOTHING_TO_DO[inputs.phase]
		};
	}
}
const NOTHING_TO_DO = {
	probe: "Live predicates are evaluated by the observe job, which holds no secret: those that name one are unknown there.",
	deploy: "No goal has kazi deploy anything: what is live is observed after the repository's own delivery."
};
// action/runner-context.ts
/** Throws where this is no job of GitHub Actions, or an incomplete imitation of one. */
function readRunnerContext(environment) {
	const [owner, name, ...rest] = need(environment, "GITHUB_REPOSITORY").split("/");
	if (owner === void 0 || name === void 0 || rest.length > 0) throw incomplete("GITHUB_REPOSITORY", "owner/name");
	const serverUrl = need(environment, "GITHUB_SERVER_URL").replace(/\/+$/, "");
	const temporaryFolder = path$1.resolve(need(environment, "RUNNER_TEMP"));
	return {
		owner,
		name,
		remoteUrl: `${serverUrl}/${owner}/${name}.git`,
		apiUrl: need(environment, "GITHUB_API_URL"),
		runId: number(environment, "GITHUB_RUN_ID"),
		attempt: number(environment, "GITHUB_RUN_ATTEMPT"),
		ref: need(environment, "GITHUB_REF"),
		eventName: need(environment, "GITHUB_EVENT_NAME"),
		eventPath: need(environment, "GITHUB_EVENT_PATH"),
		temporaryFolder,
		foldersToKeep: [
			temporaryFolder,
			need(environment, "GITHUB_WORKSPACE"),
			import.meta.dirname
		],
		workflow: workflowFile(need(environment, "GITHUB_WORKFLOW_REF"))
	};
}
/** `owner/name/.github/workflows/kazi.yml@refs/heads/main`, also where the jobs stand in a called workflow. */
function workflowFile(reference) {
	const file = /\/\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(reference)?.[1];
	if (file === void 0) throw incomplete("GITHUB_WORKFLOW_REF", "the path of a workflow file");
	return file;
}
function need(environment, name) {
	const value = environment[name];
	if (value === void 0 || value === "") throw incomplete(name, "what GitHub Actions sets");
	return value;
}
function number(environment, name) {
	const value = Number(need(environment, name));
	if (!Number.isSafeInteger(value) || value < 1) throw incomplete(name, "a number above 0");
	return value;
}
function incomplete(name, expected) {
	return new KaziError({
		code: "workspace-unusable",
		message: `expected ${name} to be ${expected}; this Action runs in a job of GitHub Actions only`
	});
}
// action/with-cancellation.ts
/** GitHub sends the first one, and the second one seven and a half seconds later. */
const SIGNALS = ["SIGINT", "SIGTERM"];
/** Runs `work` with a signal that is aborted when the run is cancelled. */
async function withCancellation(work) {
	const controller = new AbortController();
	function cancel() {
		controller.abort();
	}
	for (const name of SIGNALS) process.on(name, cancel);
	try {
		return await work(controller.signal);
	} finally {
		for (const name of SIGNALS) process.off(name, cancel);
	}
}
// action/main.ts
const SENTENCE_MAX = 2e3;
process.exitCode = await main();
async function main() {
	const read = readInputs((name) => getInput(name));
	if (read.kind === "refused") {
		for (const problem of read.problems) error(problem);
		return 1;
	}
	setSecret(read.inputs.token);
	const log = openJobLog((line) => process.stdout.write(`${line}\n`));
	const end = await run(read.inputs, log);
	log.close();
	await tell(read.inputs, end, log);
	return end.kind === "done" ? 0 : 1;
}
async function run(inputs, log) {
	try {
		const runner = readRunnerContext(process.env);
		const environment = hostEnvironment(process.env, inputs);
		return {
			kind: "done",
			report: await withCancellation(async (signal) => await runPhase(inputs, {
				runner,
				environment,
				log,
				signal
			}))
		};
	} catch (error) {
		if (error instanceof KaziError) return {
			kind: "failed",
			message: error.message
		};
		if (error instanceof Error) log.line(toPlainText(error.stack ?? ""));
		return {
			kind: "failed",
			message: `broke off unexpectedly: ${String(error)}`
		};
	}
}
/** The annotation, the outputs, the summary. What cannot be shown does not undo what was done. */
async function tell(inputs, end, log) {
	const title = `kazi: ${inputs.phase}`;
	if (end.kind === "done") for (const [name, value] of Object.entries(end.report.outputs)) setOutput(name, value);
	const sentence = toOneLine(end.kind === "done" ? end.report.sentence : end.message, SENTENCE_MAX);
	if (end.kind === "done") notice(sentence, { title });
	else error(sentence, { title });
	try {
		await writeJobSummary({
			title,
			sentence,
			lines: log.lines
		});
	} catch (error) {
		notice(`the summary could not be written: ${String(error)}`);
	}
}
export {};
