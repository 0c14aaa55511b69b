/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 982:
/***/ (function (module) {

module.exports = require("crypto");

/***/ }),

/***/ 896:
/***/ (function (module) {

module.exports = require("fs");

/***/ }),

/***/ 598:
/***/ (function (module) {

module.exports = require("node:crypto");

/***/ }),

/***/ 857:
/***/ (function (module) {

module.exports = require("os");

/***/ }),

/***/ 679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./src/errors.ts
/** A failure that a user can understand: what was found with the value quoted, and what to do. */
class ActionError extends Error {
    name = 'ActionError';
    code;
    hint;
    location;
    /**
     * @param code stable kebab-case code, as in findings
     * @param message what was found, with the value quoted
     * @param options what to do, where, and the cause
     */
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.location = options.location;
    }
}
/**
 * The text of anything that was thrown, also when it is not an `Error`.
 *
 * @param thrown the caught value
 * @returns its message, or its string form
 */
function errors_messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/utils.js
var utils = __nccwpck_require__(679);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


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
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,utils/* toCommandValue */.E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,utils/* toCommandValue */.E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: ./src/workflow-commands.ts
/**
 * The workflow commands, file commands and inputs of the Actions runner, as `@actions/core` encodes them.
 * It takes them from the library's inner modules: the library's entry also loads an HTTP client for OIDC tokens,
 * which takes longer than everything else at start-up together (docs/performance.md has the measurement).
 * `runner/id-token.ts` loads that entry when a token is due. It has the names of the library and no logic of
 * its own.
 */



/**
 * An input of the step.
 *
 * @param name as in action.yml
 * @returns its value without white space around it, empty when it is not set
 * @see actions/toolkit packages/core/src/core.ts getInput
 */
function getInput(name) {
    return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/**
 * An input with one value per line.
 *
 * @param name as in action.yml
 * @returns its lines without white space around them, empty ones left out
 * @see actions/toolkit packages/core/src/core.ts getMultilineInput
 */
function getMultilineInput(name) {
    return getInput(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/**
 * Prints lines that are always visible.
 *
 * @param message one or more lines; the caller made them inert
 */
function info(message) {
    process.stdout.write(message + external_node_os_namespaceObject.EOL);
}
/**
 * Prints lines that are visible in debug mode.
 *
 * @param message one or more lines
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Opens a collapsed group.
 *
 * @param title one line
 */
function startGroup(title) {
    issue('group', title);
}
/** Closes the group. */
function workflow_commands_endGroup() {
    issue('endgroup');
}
/**
 * Prints an error annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function workflow_commands_error(message, properties = {}) {
    command_issueCommand('error', (0,utils/* toCommandProperties */.k)(properties), message);
}
/**
 * Prints a warning annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function workflow_commands_warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message);
}
/**
 * Prints a notice annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function workflow_commands_notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message);
}
/**
 * Loads what sets outputs. Apart from the rest, since it comes with Node's cryptography, which takes longer than the
 * inputs and is not needed before `go build` runs.
 *
 * @returns a function that sets an output of the step: its name as in action.yml, and any text. It throws an `Error`
 *   when the file behind `GITHUB_OUTPUT` is missing
 */
async function loadOutputSetter() {
    const isRunnerCurrent = (process.env['GITHUB_OUTPUT'] ?? '') !== '';
    // The form of runners before 2.297, which name no file.
    if (!isRunnerCurrent)
        return (name, value) => command_issueCommand('set-output', { name }, value);
    const library = await __nccwpck_require__.e(/* import() */ 902).then(__nccwpck_require__.bind(__nccwpck_require__, 902));
    return (name, value) => library.issueFileCommand('OUTPUT', library.prepareKeyValueMessage(name, value));
}
/**
 * Masks a value in everything that the job prints from now on.
 *
 * @param secret the value
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Fails the step when the process ends.
 *
 * @param message one line, which becomes an error annotation
 */
function setFailed(message) {
    process.exitCode = 1;
    workflow_commands_error(message);
}

;// CONCATENATED MODULE: ./src/runner/log.ts
/**
 * What the run says in the job log. Everything that passes through here is inert: text that came from a
 * project, a program or a server cannot act as a workflow command. Groups are never nested, since the log
 * view does not nest them.
 */

/**
 * The log of the Actions runner.
 *
 * @returns a log that writes to standard output through `@actions/core`
 */
function openLog() {
    // Node makes the stream when it is first asked for, which would count for the stage that says something first.
    void process.stdout;
    let isOpen = false;
    const endGroup = () => {
        if (isOpen)
            workflow_commands_endGroup();
        isOpen = false;
    };
    return {
        info: (line) => info(log_inertText(line)),
        debug: (line) => debug(log_inertText(line)),
        group: (title) => {
            endGroup();
            startGroup(log_inertText(title));
            isOpen = true;
        },
        endGroup,
    };
}
/**
 * A log that keeps its lines, for work that runs beside another stage's group, and hands them on later.
 *
 * @returns the log, and `replay`, which writes what was kept into another log in the same order
 */
function holdLog() {
    const kept = [];
    return {
        log: {
            info: (line) => void kept.push((into) => into.info(line)),
            debug: (line) => void kept.push((into) => into.debug(line)),
            group: (title) => void kept.push((into) => into.group(title)),
            endGroup: () => void kept.push((into) => into.endGroup()),
        },
        replay: (into) => {
            for (const write of kept.splice(0))
                write(into);
        },
    };
}
/**
 * Makes any text safe to print in a job log: no line of it is a workflow command, and control and
 * bidirectional characters are shown as escapes. The runner takes `::name::` at the start of a line after
 * trimming, and `##[name]` anywhere in a line (actions/runner, ActionCommand.cs).
 *
 * @param text one or more lines
 * @returns the same lines, inert
 */
function log_inertText(text) {
    return text
        .split(/\r\n|\r|\n|\u2028|\u2029|\u0085/)
        .map(inertLine)
        .join('\n');
}
function inertLine(line) {
    const visible = line
        .replace(controlCharacters, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
        .replaceAll('##[', '## [')
        // actions/setup-go registers a problem matcher for the whole job: a place in the compiler's own form would
        // become a second annotation, with a path that is wrong in a sub-folder.
        .replace(/\.go:(\d+):(\d+)(?=:)/g, '.go($1,$2)')
        .replace(/\.go:(\d+)(?=:)/g, '.go($1)')
        .replaceAll('.go: ', '.go : ');
    return /^\s*::/.test(visible) ? `| ${visible}` : visible;
}
// Control (Cc) and format (Cf) characters but the tab: escape sequences, zero-width and bidirectional marks.
const controlCharacters = /(?!\t)[\p{Cc}\p{Cf}]/gu;

;// CONCATENATED MODULE: ./src/runner/step.ts
/**
 * What the step says to the runner itself: its outputs, and that it failed.
 */




/**
 * Sets outputs. Setting one again replaces it.
 *
 * @param outputs names as in action.yml with their values
 * @returns why they were not set, in one sentence; undefined when they were
 */
async function setOutputs(outputs) {
    const path = process.env['GITHUB_OUTPUT'] ?? '';
    let sizeBytes;
    try {
        const setOutput = await loadOutputSetter();
        if (path !== '')
            sizeBytes = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.size;
        for (const [name, value] of Object.entries(outputs))
            setOutput(name, value);
        return undefined;
    }
    catch (error) {
        // Half a value has no closing delimiter, and the runner would fail the step over it.
        if (sizeBytes !== undefined)
            truncateTo(path, sizeBytes);
        return `No outputs were set: ${errors_messageOf(error)}`;
    }
}
function truncateTo(path, sizeBytes) {
    try {
        (0,external_node_fs_namespaceObject.truncateSync)(path, sizeBytes);
    }
    catch {
        // What cannot be written cannot be cut either; the reason is told already.
    }
}
/**
 * Fails the step. It takes one of the ten error annotations of the step.
 *
 * @param cause one line
 */
function failStep(cause) {
    setFailed(log_inertText(cause));
}
/**
 * Says that something beside the run itself went wrong, as an annotation that does not fail the step.
 *
 * @param problem one sentence
 */
function warnOf(problem) {
    core.warning(inertText(problem));
}
/**
 * The repository of this action.
 *
 * @param environment the process environment
 * @returns its address; undefined for a local action, whose repository the runner does not name
 */
function homePage(environment) {
    const repository = environment['GITHUB_ACTION_REPOSITORY'];
    if (!repository)
        return undefined;
    const server = environment['GITHUB_SERVER_URL'] || 'https://github.com';
    return `${server}/${repository}`;
}
/**
 * The page on the findings in the repository of this action, at the version that runs.
 *
 * @param environment the process environment
 * @returns its address; undefined for a local action, whose repository the runner does not name
 */
function findingsPage(environment) {
    const home = homePage(environment);
    const reference = environment['GITHUB_ACTION_REF'];
    return home && reference ? `${home}/blob/${encodeURIComponent(reference)}/docs/findings.md` : undefined;
}
/**
 * Masks a secret in everything that the job prints from now on.
 *
 * @param secret the value; an empty one is left alone, since the runner warns about it
 */
function maskSecret(secret) {
    if (secret !== '')
        core.setSecret(secret);
}

;// CONCATENATED MODULE: ./src/runner/to-the-end.ts
/**
 * Keeps a process from ending green before its work is done.
 */

/**
 * Runs an action to its end. A process whose promises cannot settle any more, because nothing is left that could
 * settle them, ends with exit code 0; the runner would take that for success.
 *
 * @param run the action; what it throws ends the process with Node's own message
 */
async function runToTheEnd(run) {
    const complain = (exitCode) => {
        if (exitCode === 0) {
            failStep('The action ended before its work was done. Please report this with the debug log.');
        }
    };
    process.once('exit', complain);
    await run();
    process.removeListener('exit', complain);
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./src/report/visible.ts
/**
 * Makes untrusted text safe to look at: what a reader cannot see is written out, what is too long is cut.
 * Knows nothing of Markdown; escaping for a format happens where that format is written.
 */
/** Everything that draws nothing or redirects the drawing of its neighbours. `\n` and `\t` are kept. */
const unseen = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|\u2800/gu;
/**
 * Writes out control, bidi, zero-width and other invisible characters: `ESC` becomes `\u241b`,
 * U+202E becomes `[U+202E]`. Line ends become `\n`; `\n` and `\t` are kept.
 *
 * @param text untrusted text
 * @returns text in which every character is visible, except spaces, tabs and line ends
 * @see Unicode Standard Annex 44 (general categories C*, Z*; Default_Ignorable_Code_Point)
 */
function visible_visible(text) {
    return text.replace(/\r\n/g, '\n').replace(unseen, (character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        if (codePoint < 0x20)
            return String.fromCodePoint(0x2400 + codePoint);
        if (codePoint === 0x7f)
            return '\u2421';
        return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
}
/**
 * Cuts text that is too long, never inside a surrogate pair.
 *
 * @param text any text
 * @param maxLength most UTF-16 units to keep, the mark included
 * @param mark what stands at the cut
 * @returns the text itself when it is short enough, else its beginning and the mark
 */
function visible_clip(text, maxLength, mark = '\u2026') {
    if (text.length <= maxLength)
        return text;
    let end = Math.max(0, maxLength - mark.length);
    const last = text.charCodeAt(end - 1);
    const splitsPair = last >= 0xd800 && last <= 0xdbff;
    if (splitsPair)
        end -= 1;
    return text.slice(0, end) + mark;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts
/**
 * The only place that turns untrusted text into GitHub-flavoured Markdown.
 * Text leaves here as escaped prose, a code span or a fence; no other file of the summary writes raw strings.
 */

/** What stands where there is nothing to say; an empty cell looks like a mistake. */
const nothing = '\u2014';
/**
 * What GitHub links or replaces in ordinary text whether or not it is escaped, because it works on the
 * finished text: mentions, issue numbers, commits, advisories, addresses, emoji names, mathematics.
 */
const rewritten = /[@$]|#\d|:\/\/|www\.|\b(?:GH|GHSA|CVE)-|:[\w+-]+:|mailto:|xmpp:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i;
/**
 * Running text. Text between backticks becomes a code span, and so does every word that GitHub would turn
 * into a link, a mention or an emoji; all else is escaped. Line ends become `<br>`.
 *
 * @param text untrusted text
 * @param maxLength most characters to show
 * @returns inline Markdown on one line, also fit for a table cell
 * @see GitHub Flavored Markdown 0.29 \u00a72.4, \u00a76; GitHub Docs "Autolinked references and URLs"
 */
function markdown_prose(text, maxLength = 2000) {
    const lines = visible_visible(visible_clip(text, maxLength)).split('\n');
    return lines.map(proseLine).filter(Boolean).join('<br>') || nothing;
}
function proseLine(line) {
    return line
        .split(/(`[^`]+`)/)
        .map((part) => (/^`[^`]+`$/.test(part) ? markdown_code(part.slice(1, -1)) : words(part)))
        .join('')
        .trim();
}
function words(text) {
    return text
        .split(/([ \t]+)/)
        .map((token) => (/^[ \t]*$/.test(token) ? token && ' ' : word(token)))
        .join('');
}
function word(token) {
    if (!rewritten.test(token))
        return escaped(token);
    const [, before = '', core = '', after = ''] = /^(['"(]*)(.*?)(['").,;:]*)$/.exec(token) ?? [];
    return core === '' ? escaped(token) : before + markdown_code(core) + after;
}
function escaped(token) {
    return token
        .replace(/&/g, '&amp;')
        .replace(/[\\`*~[\]]/g, '\\$&')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\|/g, '&#124;')
        .replace(/(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, '\\_')
        .replace(/^([-+=#])/, '\\$1')
        .replace(/^(\d+)([.)])$/, '$1\\$2');
}
/**
 * Text as it was written, in a fixed-width face.
 *
 * @param text untrusted text
 * @param maxLength most characters to show
 * @returns a code span on one line, also fit for a table cell. Implementations disagree on a backslash before
 *   a pipe inside a table, therefore a pipe stands between two spans as an entity.
 * @see GitHub Flavored Markdown 0.29 \u00a74.10, \u00a76.3
 */
function markdown_code(text, maxLength = 400) {
    const line = visible_visible(visible_clip(text, maxLength)).replace(/\n/g, '\u23ce').replace(/\t/g, '\u2409');
    if (line === '')
        return nothing;
    return line
        .split('|')
        .map((part) => (part === '' ? '' : codeSpan(part)))
        .join('&#124;');
}
function codeSpan(text) {
    const shown = text.replace(/^ +| +$/g, (spaces) => '\u2420'.repeat(spaces.length));
    const delimiter = '`'.repeat(longestRun(shown, '`') + 1);
    const padding = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
    return delimiter + padding + shown + padding + delimiter;
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const candidate of text) {
        run = candidate === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/**
 * A code block that keeps lines and tabs as they are.
 *
 * @param text untrusted text, for example what a program printed
 * @param language info string, from us
 * @param maxLength most characters to show; what was cut is said inside the block
 * @returns a fence longer than any run of backticks inside
 */
function markdown_fence(text, language = 'text', maxLength = 20_000) {
    const shown = withoutLastLineEnds(visible(clip(text, maxLength, `\n\u2026 (${text.length} characters in all)`)));
    const delimiter = '`'.repeat(Math.max(3, longestRun(shown, '`') + 1));
    return `${delimiter}${language}\n${shown}\n${delimiter}`;
}
/** By hand: a pattern for this takes quadratic time on text that is mostly line ends. */
function withoutLastLineEnds(text) {
    let end = text.length;
    while (text.charAt(end - 1) === '\n')
        end -= 1;
    return text.slice(0, end);
}
/**
 * @param headings column headings, from us; `''` for a column without one
 * @param rows cells made by `prose`, `code` or from numbers
 * @returns a table; empty cells get a dash
 */
function markdown_table(headings, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(headings.map((heading) => heading || ' ')),
        line(headings.map(() => ':---')),
        ...rows.map((row) => line(headings.map((_, index) => row[index] || nothing))),
    ].join('\n');
}
/**
 * @param facts names from us, and values made by `prose`, `code` or from numbers; facts without a value are left out
 * @returns a table of two columns. GitHub draws an empty heading as an empty row, so the first fact is the heading.
 */
function markdown_factTable(facts) {
    const [first = '', ...rest] = facts.flatMap(([name, value]) => value === undefined ? [] : [`| **${name}** | ${value || nothing} |`]);
    return [first, '| :--- | :--- |', ...rest].join('\n');
}
/**
 * @param title one line of plain text, from us
 * @param body Markdown blocks
 * @returns a block that opens on a click. The blank lines make GitHub read the body as Markdown.
 */
function markdown_collapsed(title, body) {
    const label = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `<details><summary>${label}</summary>\n\n${body}\n\n</details>`;
}
/**
 * @param blocks Markdown blocks; absent ones are left out
 * @returns the blocks with a blank line between them
 */
function markdown_stacked(...blocks) {
    return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

;// CONCATENATED MODULE: ./src/report/azure-link.ts
/**
 * Links of the summary that leave GitHub. A link is only made of an address that cannot be anything else:
 * the rest is shown as text.
 */

/** Domains of function apps in the three clouds; anything else may be a trap and is not made clickable. */
const appAddress = /^https:\/\/[a-z0-9](?:[a-z0-9.-]{0,200})\.(?:azurewebsites\.net|azurewebsites\.us|chinacloudsites\.cn)(?:\/[A-Za-z0-9._~/-]{0,300})?$/;
/**
 * @param text what to show
 * @param url where it leads
 * @returns a link when the address is an app's on Azure, else the text as code
 */
function azure_link_azureLink(text, url) {
    return url !== undefined && appAddress.test(url) ? `[${markdown_code(text)}](${url})` : markdown_code(text);
}

;// CONCATENATED MODULE: ./src/findings.ts
/**
 * The one vocabulary in which every stage says what it found.
 * Plain data only: no rendering, no I/O.
 */
/** Severities from worst to mildest. The order is the sort order of the summary. */
const severities = ['error', 'warning', 'notice'];
/**
 * Counts findings of each severity.
 *
 * @param findings any findings
 * @returns how many errors, warnings and notices there are
 */
function countFindings(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const finding of findings)
        counts[finding.severity] += 1;
    return counts;
}

;// CONCATENATED MODULE: ./src/report/quantities.ts
/** Numbers as people read them. The same wording in the log, the annotations and the summary. */
/**
 * @param sizeBytes a number of bytes
 * @returns decimal units with one digit, for example `7.9 MB`; `?` for what is not a size
 */
function quantities_formatBytes(sizeBytes) {
    if (!Number.isFinite(sizeBytes) || sizeBytes < 0)
        return '?';
    if (sizeBytes < 1000)
        return `${Math.round(sizeBytes)} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = sizeBytes / 1000;
    let unit = 0;
    // 999.95 would be written as "1000.0 kB": it belongs to the next unit.
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}
/**
 * @param elapsedMs a number of milliseconds
 * @returns `340 ms`, `12.3 s` or `2 min 05 s`; `?` for what is not a duration
 */
function quantities_formatDuration(elapsedMs) {
    if (!Number.isFinite(elapsedMs) || elapsedMs < 0)
        return '?';
    if (elapsedMs < 999.5)
        return `${Math.round(elapsedMs)} ms`;
    if (elapsedMs < 59_950)
        return `${(elapsedMs / 1000).toFixed(1)} s`;
    const seconds = Math.round(elapsedMs / 1000);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
/**
 * @param amount how many there are
 * @param noun what they are, in the singular, with a regular plural
 * @returns for example `1 error`, `2 errors`
 */
function quantities_countOf(amount, noun) {
    return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/report/findings-section.ts
/** Everything that was found, worst first, and what was accepted on purpose. */



const mostFindings = 300;
/**
 * @param report the run
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns the findings, and the ignored ones collapsed below
 */
function findings_section_findingSections(report, docsUrl) {
    const { findings, ignored } = report;
    if (findings.length === 0 && ignored.length === 0)
        return [];
    const accepted = ignored.length === 0 ? undefined : ignoredBlock(ignored, docsUrl);
    const all = findings.length === 0 ? 'None.' : findingTable(findings, docsUrl);
    return [{ title: 'Findings', body: stacked(all, accepted), isDetail: true }];
}
function ignoredBlock(ignored, docsUrl) {
    const title = `Ignored: ${countOf(ignored.length, 'finding')} accepted with ignore-findings`;
    return collapsed(title, findingTable(ignored, docsUrl));
}
/**
 * @param findings any findings
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns a table of them, worst first, and how many were left out
 */
function findingTable(findings, docsUrl) {
    const sorted = sortFindings(findings);
    const rows = sorted
        .slice(0, mostFindings)
        .map((finding) => [
        finding.severity === 'error' ? '**error**' : finding.severity,
        description(finding),
        codeLink(finding.code, docsUrl) + place(finding.location),
    ]);
    const rest = sorted.length - rows.length;
    return markdown_stacked(markdown_table(['', 'What was found, and what to do', 'Code and place'], rows), rest > 0 ? `And ${quantities_countOf(rest, 'more finding')}, which the report file lists.` : undefined);
}
/**
 * @param findings any findings
 * @returns the same, errors first; within a severity by file, line and column, those without a place first
 */
function sortFindings(findings) {
    return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.location?.file ?? '', b.location?.file ?? '') ||
        (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
        (a.location?.column ?? 0) - (b.location?.column ?? 0));
}
/** By code unit, so that the order does not depend on the machine's language. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function description(finding) {
    const hint = finding.hint === '' ? '' : `<br>**Fix:** ${markdown_prose(finding.hint)}`;
    return markdown_prose(finding.message) + hint;
}
function codeLink(name, docsUrl) {
    const isLinkable = docsUrl !== undefined && /^https:\/\/[\w./-]+$/.test(docsUrl) && /^[a-z0-9-]+$/.test(name);
    return isLinkable ? `[${markdown_code(name)}](${docsUrl}#${name})` : markdown_code(name, 100);
}
function place(location) {
    if (location === undefined)
        return '';
    const { file, line, column } = location;
    const parts = [file, line, line === undefined ? undefined : column];
    return `<br>${markdown_code(parts.filter((part) => part !== undefined).join(':'))}`;
}

;// CONCATENATED MODULE: ./src/report/artifact-section.ts
/** What was built: the artifact as a small table, and what `file` and `ldd` say of it. */


const mostLibraries = 20;
/**
 * @param report the run
 * @returns the artifact and the two tool outputs; nothing before the inspection
 */
function artifact_section_artifactSections(report) {
    const { artifact } = report;
    if (artifact === undefined)
        return [];
    const tools = stacked(artifact.fileOutput && fence(artifact.fileOutput), artifact.lddOutput && fence(artifact.lddOutput));
    const sections = [{ title: 'Artifact', body: artifactTable(report, artifact), isDetail: false }];
    if (tools !== '')
        sections.push({ title: 'What `file` and `ldd` say', body: tools, isDetail: true });
    return sections;
}
function artifactTable(report, artifact) {
    const go = artifact.goVersion || report.build?.goVersion || '';
    const facts = [
        ['Executable', `${code(artifact.path)}, ${formatBytes(artifact.sizeBytes)}`],
        ['Linkage', linkage(artifact)],
        ['Machine', artifact.machine === '' ? 'not an ELF file' : code(artifact.machine, 80)],
        ['Go', go === '' ? 'no Go build information' : code(go, 80)],
    ];
    const { build } = report;
    if (build !== undefined)
        facts.push(['Build', buildTime(build)]);
    if (report.package !== undefined) {
        const { path, sizeBytes, sha256 } = report.package;
        facts.push(['Package', `${code(path)}, ${formatBytes(sizeBytes)}`], ['SHA-256', code(sha256, 80)]);
    }
    if (report.project !== undefined) {
        const model = report.project.model === 'native' ? 'native Go worker' : 'custom handler';
        facts.push(['Project', `${code(report.project.folder)}, ${model}`]);
    }
    return factTable(facts);
}
const cacheWords = {
    cold: 'the build cache was cold: nearly everything was compiled',
    partial: 'the build cache held a part of it',
    warm: 'the build cache was warm: nothing was compiled anew',
};
function buildTime({ elapsedMs, cacheState }) {
    const time = formatDuration(elapsedMs);
    return cacheState === undefined ? time : `${time}; ${cacheWords[cacheState]}`;
}
function linkage(artifact) {
    if (artifact.linkage === 'unknown')
        return 'unknown';
    if (artifact.linkage === 'static')
        return 'static: no interpreter, no shared libraries';
    const parts = ['**dynamic**'];
    if (artifact.interpreter !== '')
        parts.push(`interpreter ${code(artifact.interpreter)}`);
    if (artifact.needed.length > 0)
        parts.push(`needs ${libraries(artifact.needed)}`);
    return parts.join('; ');
}
function libraries(needed) {
    const shown = needed.slice(0, mostLibraries).map((name) => code(name, 120));
    const rest = needed.length - shown.length;
    return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

;// CONCATENATED MODULE: ./src/report/azure-section.ts
/** The deployment and its verification: what was sent where, what the server said, what Azure then listed. */



const mostLogLines = 400;
const mostErrors = 20;
const mostFunctions = 100;
/** The ways of delivering a package, in words. */
const ways = new Map([
    ['flex', 'Flex Consumption one deploy'],
    ['zipdeploy', 'zip deploy'],
    ['blob', 'run from a package in blob storage'],
]);
/**
 * @param report the run
 * @returns deployment and verification, as far as the run came
 */
function azure_section_azureSections(report) {
    const sections = [];
    if (report.deployment !== undefined) {
        const title = report.deployment.dryRun ? 'Deployment (dry run)' : 'Deployment';
        sections.push({ title, body: deployment(report.deployment), isDetail: true });
    }
    if (report.verification !== undefined) {
        const title = report.swap === undefined ? 'Verification' : 'Verification of the slot';
        sections.push({ title, body: azure_section_verificationBody(report.verification), isDetail: true });
    }
    return sections;
}
function deployment(record) {
    const delivery = record.way === undefined ? undefined : (ways.get(record.way) ?? record.way);
    const facts = [
        ['Function app', code(record.appName, 80)],
        ['Slot', optional(record.slotName, code)],
        ['Resource group', code(record.resourceGroup, 120)],
        ['Plan', prose(record.plan, 120)],
        ['Address', azureLink(record.appUrl, record.appUrl)],
        ['Delivered by', optional(delivery, prose)],
        ['Deployment', optional(record.deploymentId, code)],
        ['State', prose(record.state, 300)],
        ['Accepted audience', optional(record.scmAudience, code)],
        ['Upload', optional(record.uploadMs, formatDuration)],
        ['Server', optional(record.serverMs, formatDuration)],
    ];
    return stacked(factTable(facts), serverLog(record.log));
}
function optional(value, render) {
    return value === undefined ? undefined : render(value);
}
function serverLog(log) {
    if (log.length === 0)
        return undefined;
    // The end of a log says how it ended.
    const shown = log.slice(-mostLogLines);
    const title = `Server log, ${shown.length < log.length ? `last ${shown.length} of ` : ''}${log.length} lines`;
    return collapsed(title, fence(shown.join('\n'), 'text', 60_000));
}
/**
 * @param record one verification
 * @returns its facts, errors of the host, and the answer of the app
 */
function azure_section_verificationBody(record) {
    const facts = [
        ['Result', record.isVerified ? 'verified' : '**not verified**'],
        ['Host', prose(record.hostState, 120)],
        ['Time', formatDuration(record.elapsedMs)],
        ['Functions listed', functionsLine(record)],
        ['Answer', optional(record.probe, probeLine)],
    ];
    const errors = record.hostErrors.slice(0, mostErrors).map((error) => `- ${prose(error, 1000)}`);
    return stacked(factTable(facts), errors.length > 0 ? `The host reports:\n\n${errors.join('\n')}` : undefined, record.probe?.bodyExcerpt
        ? collapsed('Answer of the app', fence(record.probe.bodyExcerpt, 'text', 4000))
        : '');
}
function functionsLine(record) {
    if (record.expected.length === 0)
        return `${record.listed.length}, whose names are known from Azure alone`;
    const missing = record.expected.filter((name) => !record.listed.includes(name));
    const found = record.expected.length - missing.length;
    const line = `${found} of ${record.expected.length} expected`;
    if (missing.length === 0)
        return line;
    const names = missing.slice(0, mostFunctions).map((name) => code(name, 140));
    const rest = missing.length - names.length;
    return `${line}; missing: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
function probeLine(probe) {
    return `GET ${code(probe.url)} answered ${code(String(probe.status))} in ${formatDuration(probe.elapsedMs)}`;
}

;// CONCATENATED MODULE: ./src/report/gantt.ts


const mostEntries = 40;
const sectionTitles = { runner: 'Runner', azure: 'Azure' };
/**
 * @param report the run
 * @returns the chart, or nothing when fewer than two pieces of work are known
 */
function gantt_ganttSections(report) {
    const entries = report.timeline.filter(isDrawable).slice(0, mostEntries);
    if (entries.length < 2)
        return [];
    return [{ title: 'Timings', body: mermaidBlock(chart(entries)), isDetail: true }];
}
function isDrawable(entry) {
    const endMs = entry.startedAtMs + entry.elapsedMs;
    return Number.isFinite(endMs) && entry.startedAtMs >= 0 && entry.elapsedMs >= 0 && endMs < 7 * 86_400_000;
}
function chart(entries) {
    const endMs = Math.max(...entries.map((entry) => entry.startedAtMs + entry.elapsedMs));
    const lines = [
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${axisFormat(endMs)}`,
        '  todayMarker off',
    ];
    for (const section of ['runner', 'azure']) {
        const own = entries.filter((entry) => entry.section === section);
        if (own.length === 0)
            continue;
        lines.push(`  section ${sectionTitles[section]}`);
        for (const entry of own)
            lines.push(`  ${task(entry)}`);
    }
    return lines;
}
function axisFormat(endMs) {
    if (endMs < 10_000)
        return '%S.%L';
    return endMs < 3_600_000 ? '%M:%S' : '%H:%M:%S';
}
function task(entry) {
    const name = mermaidLabel(`${entry.label} ${formatDuration(entry.elapsedMs)}`, 80);
    return `${name} :${moment(entry.startedAtMs)}, ${moment(entry.startedAtMs + entry.elapsedMs)}`;
}
/**
 * Mermaid reads and writes dates in the reader's own time zone, so the run is laid on a midnight without a
 * zone: the axis then counts from 00:00 everywhere.
 */
function moment(ms) {
    return new Date(Date.UTC(2001, 0, 1) + Math.round(ms)).toISOString().replace('T', ' ').replace('Z', '');
}

;// CONCATENATED MODULE: ./src/report/gap-graph.ts
/**
 * Why a dynamic binary does not start: what it asks for, and what each generation of the Functions host lacks,
 * drawn as a Mermaid flowchart and told again as a table.
 */


// Beyond this a graph is a tangle; the table below it names everything.
const gap_graph_mostLibraries = 12;
const mostHosts = 6;
const mostNamesInCell = 12;
/**
 * @param report the run
 * @returns the graph and its table when the binary is dynamic, else nothing
 */
function gap_graph_gapSections(report) {
    const { artifact } = report;
    if (artifact?.linkage !== 'dynamic')
        return [];
    const body = stacked(mermaidBlock(graph(artifact)), explanation(artifact), gapTable(artifact.gaps));
    return [{ title: 'What the binary asks for and what the hosts lack', body, isDetail: true }];
}
function graph(artifact) {
    const name = artifact.path.split('/').at(-1) ?? artifact.path;
    const hosts = artifact.gaps.slice(0, mostHosts);
    const lines = ['flowchart LR', `  binary["${mermaidLabel(name)}"]:::asks`];
    const classes = new Set(['asks']);
    const node = (id, label, style) => {
        classes.add(style);
        lines.push(`  ${id}["${label}"]:::${style}`);
    };
    hosts.forEach((gap, index) => {
        const state = isComplete(gap) ? 'could start it' : 'cannot start it';
        node(`host${index}`, `${mermaidLabel(gap.host)}<br/>${state}`, isComplete(gap) ? 'has' : 'lacks');
        // A longer arrow keeps the host in the column of the other hosts.
        if (isComplete(gap))
            lines.push(`  binary -..->|"has all of it"| host${index}`);
    });
    if (artifact.interpreter !== '') {
        const isMissing = hosts.some((gap) => !gap.hasInterpreter);
        node('interpreter', mermaidLabel(artifact.interpreter), isMissing ? 'missing' : 'asks');
        lines.push('  binary -- "starts through" --> interpreter');
        hosts.forEach((gap, index) => {
            if (!gap.hasInterpreter)
                lines.push(`  interpreter -- "not there" --> host${index}`);
        });
    }
    const libraries = librariesOf(artifact, hosts);
    libraries.slice(0, gap_graph_mostLibraries).forEach((library, position) => {
        const id = `library${position}`;
        const edges = hosts.flatMap((gap, index) => libraryEdge(id, library, gap, index));
        node(id, mermaidLabel(library), edges.length > 0 ? 'missing' : 'asks');
        const arrow = artifact.needed.includes(library) ? '-- "needs" -->' : '-. "indirectly" .->';
        lines.push(`  binary ${arrow} ${id}`, ...edges);
    });
    if (libraries.length > gap_graph_mostLibraries) {
        node('rest', `and ${libraries.length - gap_graph_mostLibraries} more`, 'asks');
        lines.push('  binary -- "needs" --> rest');
    }
    return [...lines, ...[...classes].map((style) => `  classDef ${style} ${colours[style]}`)];
}
/** Fill, line and text are all set: GitHub draws diagrams on a light or a dark page. */
const colours = {
    asks: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
    missing: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
    lacks: 'fill:#ffebe9,stroke:#d1242f,color:#1f2328',
    has: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
};
function isComplete(gap) {
    return gap.hasInterpreter && gap.missingLibraries.length === 0 && gap.missingVersions.length === 0;
}
/** What the binary names itself, then what is missing further down; missing ones first. */
function librariesOf(artifact, hosts) {
    const lacking = hosts.flatMap((gap) => [
        ...gap.missingLibraries,
        ...gap.missingVersions.map((missing) => missing.library),
    ]);
    const isLacking = new Set(lacking);
    const all = [...new Set([...artifact.needed, ...lacking])];
    return [...all.filter((name) => isLacking.has(name)), ...all.filter((name) => !isLacking.has(name))];
}
function libraryEdge(id, library, gap, index) {
    if (gap.missingLibraries.includes(library))
        return [`  ${id} -- "not there" --> host${index}`];
    const versions = gap.missingVersions.filter((missing) => missing.library === library);
    const [first] = versions;
    if (first === undefined)
        return [];
    const more = versions.length > 1 ? ` and ${versions.length - 1} more` : '';
    return [`  ${id} -- "no ${mermaidLabel(first.version, 40)}${more}" --> host${index}`];
}
function explanation(artifact) {
    const [complete, lacking] = [artifact.gaps.filter(isComplete).length, artifact.gaps.length];
    const loader = artifact.interpreter === ''
        ? 'The binary names shared libraries'
        : `The kernel does not start the binary itself: it starts ${code(artifact.interpreter)}, which loads the libraries`;
    if (lacking === 0)
        return `${loader}; nothing promises that they are there in the Functions host.`;
    if (complete === lacking) {
        return `${loader}. The hosts known today have them all, but nothing promises that the next one will.`;
    }
    return `${loader}. Where one of them is missing or too old, the process ends before any Go code runs.`;
}
function gapTable(gaps) {
    if (gaps.length === 0)
        return undefined;
    const rows = gaps.map((gap) => [prose(gap.host, 120), prose(gap.plans, 300), lacks(gap)]);
    return table(['Functions host', 'Plans', 'Lacks'], rows);
}
function lacks(gap) {
    if (isComplete(gap))
        return 'nothing';
    const names = [
        ...(gap.hasInterpreter ? [] : ['the interpreter']),
        ...gap.missingLibraries.map((name) => code(name, 120)),
        ...gap.missingVersions.map(({ library, version }) => `${code(version, 80)} of ${code(library, 120)}`),
    ];
    const rest = names.length - mostNamesInCell;
    return names.slice(0, mostNamesInCell).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

;// CONCATENATED MODULE: ./src/report/stages-section.ts
/** How far the run came, stage by stage, and how to repeat the build by hand. */


const mostStages = 30;
const mostFlags = 30;
const stateWords = {
    done: 'done',
    failed: '**failed**',
    skipped: 'skipped',
    'not-reached': 'not reached',
    cancelled: '**cancelled**',
};
/**
 * @param report the run
 * @returns the stage table; collapsed when the run passed, because then it holds no news
 */
function stages_section_stageSections(report) {
    if (report.stages.length === 0)
        return [];
    const rows = report.stages
        .slice(0, mostStages)
        .map((stage) => [
        prose(stage.name, 40),
        stateWords[stage.state] ?? prose(stage.state, 40),
        stage.elapsedMs === undefined ? '' : formatDuration(stage.elapsedMs),
        stage.reason === undefined ? '' : prose(stage.reason, 600),
    ]);
    const hasReasons = report.stages.some((stage) => stage.reason !== undefined);
    const list = table(['Stage', 'State', 'Time', ...(hasReasons ? ['Why'] : [])], rows);
    const done = report.stages.filter((stage) => stage.state === 'done').length;
    const body = report.outcome === 'passed' ? collapsed(`${done} of ${report.stages.length} stages done`, list) : list;
    return [{ title: 'Stages', body, isDetail: false }];
}
/**
 * @param report the run
 * @returns the `go build` line with its environment; nothing when nothing was built
 */
function stages_section_reproductionSections(report) {
    const { build } = report;
    if (build === undefined)
        return [];
    const flags = build.neutralised.slice(0, mostFlags).map((flag) => code(flag, 200));
    const rest = build.neutralised.length - flags.length;
    const overridden = flags.length > 0
        ? `Overridden, because they would change how the binary is linked: ${flags.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
        : undefined;
    const body = stacked(fence(build.command, 'sh'), overridden);
    return [{ title: 'Build it yourself', body: collapsed('The exact command', body), isDetail: true }];
}

;// CONCATENATED MODULE: ./src/report/swap-section.ts
/** The swap: what was exchanged, what is active where at the end, and how its target verified. */




/**
 * @param report the run
 * @returns the swap and the verification of its target, apart from that of the slot
 */
function swap_section_swapSections({ swap }) {
    if (swap === undefined)
        return [];
    const sections = [{ title: 'Swap', body: swapBody(swap), isDetail: true }];
    if (swap.verification !== undefined) {
        const body = verificationBody(swap.verification);
        sections.push({ title: 'Verification after the swap', body, isDetail: true });
    }
    return sections;
}
function swapBody(swap) {
    const { slotName, target, swapMs, swapBackMs, formerVerification } = swap;
    const facts = [
        ['Slots', `${code(slotName, 80)} and ${code(target, 80)}`],
        ['Result', outcomeOf(swap)],
        ['Operation', prose(swap.detail, 300)],
        ['Address', azureLink(swap.targetUrl, swap.targetUrl)],
        ['Former deployment', swap.formerDeploymentId === undefined ? undefined : code(swap.formerDeploymentId)],
        ['Former package', swap.formerSha256 === undefined ? undefined : code(swap.formerSha256)],
        ['Swap', swapMs === undefined ? undefined : formatDuration(swapMs)],
        ['Swap back', swapBackMs === undefined ? undefined : formatDuration(swapBackMs)],
    ];
    const former = formerVerification === undefined
        ? undefined
        : collapsed('Verification of the former package', verificationBody(formerVerification));
    return stacked(factTable(facts), former);
}
function outcomeOf({ state, target, slotName, verification }) {
    const place = code(target, 80);
    if (state === 'unknown')
        return '**not known**: the findings say what is known';
    if (state === 'not-swapped')
        return `**not swapped**: ${place} runs what it ran before, ${code(slotName, 80)} the new package`;
    if (state === 'swapped-back')
        return `**swapped back**: ${place} runs its former package, ${code(slotName, 80)} the new one`;
    const verified = verification?.isVerified === true ? 'verified' : '**not verified**';
    return `${place} runs the new package, ${verified}`;
}

;// CONCATENATED MODULE: ./src/report/summary.ts
/**
 * The job summary: puts the sections of a run in order and keeps the whole under GitHub's limit.
 * Pure: the same report gives the same Markdown on any machine.
 */













/** GitHub drops a step's summary above 1 MiB; this leaves room for what else the step may append. */
const largestSummaryBytes = 1_000_000;
/**
 * Renders a run, whatever came of it, from the verdict down to the details.
 *
 * @param report the run, complete or not; every string in it may be hostile
 * @param options where finding codes link to, and the size limit
 * @returns GitHub-flavoured Markdown of fewer than `maxBytes` bytes of UTF-8. When it would be larger, the
 *   longest details are left out first and named.
 */
function renderSummary(report, options = {}) {
    const verdict = renderVerdict(report);
    const sections = [
        ...artifactSections(report),
        ...gapSections(report),
        ...findingSections(report, options.docsUrl),
        ...functionSections(report),
        ...packageSections(report),
        ...rehearsalSections(report),
        ...azureSections(report),
        ...swapSections(report),
        ...ganttSections(report),
        ...stageSections(report),
        ...reproductionSections(report),
    ];
    return fitted(verdict, sections, options.maxBytes ?? largestSummaryBytes);
}
function fitted(verdict, sections, maxBytes) {
    let kept = sections;
    const dropped = [];
    let text = summary_document(verdict, kept, dropped);
    while (Buffer.byteLength(text) >= maxBytes) {
        const longest = longestOf(kept);
        if (longest === undefined)
            break;
        kept = kept.filter((section) => section !== longest);
        dropped.push(longest);
        text = summary_document(verdict, kept, dropped);
    }
    return text;
}
/** Details go first; a section that matters more only when nothing else is left to drop. */
function longestOf(sections) {
    const details = sections.filter((section) => section.isDetail);
    const candidates = details.length > 0 ? details : sections;
    return [...candidates].sort((a, b) => b.body.length - a.body.length)[0];
}
function summary_document(verdict, kept, dropped) {
    const names = dropped.map((section) => `${section.title} (${formatBytes(Buffer.byteLength(section.body))})`);
    const note = names.length > 0
        ? `Left out to stay below the size limit of a job summary: ${names.join(', ')}. The report file has everything.`
        : undefined;
    return `${stacked(verdict, note, ...kept.map((section) => `### ${section.title}\n\n${section.body}`))}\n`;
}

;// CONCATENATED MODULE: ./src/report/overview-page.ts





const mostRows = 500;
const mostDetails = 50;
const findingsPerApp = 20;
/**
 * Renders the overview, failed apps first.
 *
 * @param title what it is about; may be empty
 * @param apps the apps; every string in them may be hostile
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns GitHub-flavoured Markdown below the limit of a job summary
 */
function renderOverview(title, apps, docsUrl) {
    const failed = apps.filter(({ hasPassed }) => !hasPassed);
    const sorted = [...failed, ...apps.filter(({ hasPassed }) => hasPassed)];
    const details = failed
        .filter(({ report }) => report !== undefined && report.findings.length > 0)
        .slice(0, mostDetails)
        .map((app) => detailOf(app, docsUrl));
    for (let kept = details.length;; kept -= 1) {
        const dropped = details.length - kept;
        const text = `${markdown_stacked(`## ${headline(title, apps, failed.length)}`, apps.length === 0 ? undefined : appTable(sorted), ...details.slice(0, kept), dropped > 0
            ? `Findings of ${quantities_countOf(dropped, 'app')} were left out to stay below the size limit.`
            : undefined)}\n`;
        if (kept === 0 || Buffer.byteLength(text) < largestSummaryBytes)
            return text;
    }
}
function headline(title, apps, failed) {
    const about = title === '' ? '' : ` (${markdown_code(title, 80)})`;
    if (apps.length === 0)
        return `No app had to be built${about}`;
    if (failed > 0)
        return `Failed: ${failed} of ${quantities_countOf(apps.length, 'app')}${about}`;
    return `Passed: ${quantities_countOf(apps.length, 'app')}${about}`;
}
function appTable(apps) {
    const rows = apps
        .slice(0, mostRows)
        .map((app) => [markdown_code(app.name, 80), resultOf(app), whereOf(app), whyOf(app), timeOf(app)]);
    const rest = apps.length - rows.length;
    return markdown_stacked(markdown_table(['App', 'Result', 'Function app', 'What', 'Time'], rows), rest > 0 ? `And ${quantities_countOf(rest, 'more app')}.` : undefined);
}
function resultOf({ report, missing, hasPassed }) {
    if (!hasPassed) {
        if (report === undefined || missing !== '')
            return '**not done**';
        return report.outcome === 'cancelled' ? '**cancelled**' : '**failed**';
    }
    if (report?.deployment === undefined)
        return 'checked';
    if (report.isDryRun)
        return 'ready (dry run)';
    return report.isVerified ? 'deployed, verified' : 'deployed';
}
function whereOf({ report, appName: wanted }) {
    if (report?.deployment === undefined)
        return wanted === '' ? '' : markdown_code(wanted, 80);
    const { appName, slotName, appUrl } = report.deployment;
    return azure_link_azureLink(slotName === '' ? appName : `${appName} (slot ${slotName})`, appUrl);
}
function whyOf({ report, missing, hasPassed }) {
    if (missing !== '')
        return markdown_prose(missing, 300);
    if (report === undefined)
        return '';
    if (hasPassed)
        return quantities_countOf(report.functions.length, 'function');
    const place = report.endedIn === '' ? '' : `${markdown_prose(report.endedIn, 40)}: `;
    return `${place}${markdown_prose(report.cause, 400)}`;
}
function timeOf({ report }) {
    return report === undefined ? '' : quantities_formatDuration(report.elapsedMs);
}
function detailOf({ name, report }, docsUrl) {
    const findings = report?.findings ?? [];
    const rest = findings.length - findingsPerApp;
    const list = markdown_stacked(findingTable(findings.slice(0, findingsPerApp), docsUrl), rest > 0 ? `And ${quantities_countOf(rest, 'more finding')}, which the summary of its own job has.` : undefined);
    return markdown_stacked(`### ${markdown_code(name, 80)}`, markdown_collapsed(quantities_countOf(findings.length, 'finding'), list));
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./src/report/publish.ts
/**
 * Hands the finished report to GitHub: annotations as workflow commands, the summary and the files that inputs name
 * to disk.
 * A report that cannot be written never fails a run: the reason is returned for the log.
 */




/**
 * Prints the annotations, in their order, on stdout.
 *
 * @param annotations what `planAnnotations` chose
 */
function publishAnnotations(annotations) {
    const print = { error, warning, notice };
    for (const annotation of annotations) {
        print[annotation.severity](annotation.message, propertiesOf(annotation));
    }
}
function propertiesOf(annotation) {
    const { severity: _severity, message: _message, ...properties } = annotation;
    return properties;
}
/**
 * Appends the summary to the file that the runner shows.
 *
 * @param markdown the summary
 * @param env the environment with `GITHUB_STEP_SUMMARY`
 * @returns why it was not written, in one sentence; `undefined` when it was
 * @see GitHub Docs "Workflow commands", "Adding a job summary"
 */
async function writeSummary(markdown, env) {
    const path = env['GITHUB_STEP_SUMMARY'];
    if (path === undefined || path === '') {
        return 'No summary was written: GITHUB_STEP_SUMMARY is not set.';
    }
    // Markdown glued to an earlier last line would become part of it.
    const sizeBytes = await (0,promises_namespaceObject.stat)(path).then((file) => file.size, () => 0);
    try {
        await (0,promises_namespaceObject.appendFile)(path, sizeBytes > 0 ? `\n\n${markdown}` : markdown);
        return undefined;
    }
    catch (thrown) {
        // Half a table would break what other steps have written.
        await (0,promises_namespaceObject.truncate)(path, sizeBytes).catch(() => undefined);
        return `No summary was written to '${path}': ${errors_messageOf(thrown)}`;
    }
}
/**
 * Writes the whole run as JSON, as docs/report.schema.json describes it. Missing folders are made.
 *
 * @param path where to
 * @param report the run
 * @returns why it was not written, in one sentence; `undefined` when it was
 */
async function writeReportFile(path, report) {
    return writeResultFile(path, `${JSON.stringify(report, null, 2)}\n`, 'report');
}
/**
 * Writes a file that an input asks for. Missing folders are made.
 *
 * @param path where to
 * @param text what
 * @param what what the file is, for the reason, for example `report`
 * @returns why it was not written, in one sentence; `undefined` when it was
 */
async function writeResultFile(path, text, what) {
    try {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, text);
        return undefined;
    }
    catch (thrown) {
        return `No ${what} was written to '${path}': ${messageOf(thrown)}`;
    }
}
/** Half a file would be taken for a whole one: it is written beside its place and then moved there. */
async function writeWhole(path, text) {
    const present = await stat(path).catch(() => undefined);
    // A device or a pipe has nothing beside it, and a link stays one.
    if (present !== undefined && (!present.isFile() || (await lstat(path)).isSymbolicLink())) {
        await writeFile(path, text);
        return;
    }
    // Most runs write no report file, and loading this takes longer than reading the inputs.
    const { randomBytes } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    // Names end at 255 bytes: the last part of this one is not built on that of the file.
    const partial = join(dirname(path), `.${randomBytes(6).toString('hex')}.partial`);
    try {
        await writeFile(partial, text, { flag: 'wx' });
        await rename(partial, path);
    }
    catch (thrown) {
        await rm(partial, { force: true }).catch(() => undefined);
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./src/runner/fork.ts
/**
 * Whether a run was started for a pull request from a fork, by an event that gives the job secrets all the same.
 * Pure.
 */
/**
 * Finds out whose pull request a run with secrets was started for (docs.github.com, "Webhook events and payloads").
 * Only jobs of these two events have secrets and an identity token, whoever started them.
 *
 * @param eventName GITHUB_EVENT_NAME
 * @param payload the parsed file of GITHUB_EVENT_PATH
 * @param repository GITHUB_REPOSITORY
 * @returns the fork; undefined for other events, and where the code is of this repository
 */
function forkOf(eventName, payload, repository) {
    if (eventName === 'pull_request_target') {
        const head = part(part(payload, 'pull_request'), 'head');
        const mergeCommit = fork_text(part(payload, 'pull_request'), 'merge_commit_sha');
        return unlessOwn(fork_text(part(head, 'repo'), 'full_name'), repository, fork_text(head, 'sha'), mergeCommit);
    }
    if (eventName === 'workflow_run') {
        const run = part(payload, 'workflow_run');
        const name = fork_text(part(run, 'head_repository'), 'full_name');
        return unlessOwn(name, repository, fork_text(run, 'head_sha'), '');
    }
    return undefined;
}
function unlessOwn(name, repository, headCommit, mergeCommit) {
    // Names are compared as GitHub does, without regard to case.
    if (name !== '' && name.toLowerCase() === repository.toLowerCase())
        return undefined;
    return {
        repository: name,
        headCommit: headCommit.toLowerCase(),
        mergeCommit: mergeCommit.toLowerCase(),
    };
}
function part(value, name) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
        return undefined;
    return value[name];
}
function fork_text(value, name) {
    const found = part(value, name);
    return typeof found === 'string' ? found : '';
}

;// CONCATENATED MODULE: ./src/runner/workspace.ts
/**
 * What the Actions runner tells about the job: folders, event, commit, run. Reads the environment and looks
 * for the repository's root; changes nothing.
 */




const payloadLimitBytes = 4 * 1024 * 1024;
/**
 * Reads the job's facts from the variables that the runner sets (docs.github.com, "Variables reference").
 *
 * @param environment the process environment
 * @param currentFolder the folder to start from when no workspace is named
 * @returns the facts, with empty strings for what is not set
 */
function readWorkspace(environment, currentFolder) {
    const server = environment['GITHUB_SERVER_URL'];
    const repository = environment['GITHUB_REPOSITORY'] ?? '';
    const runId = environment['GITHUB_RUN_ID'];
    const eventName = environment['GITHUB_EVENT_NAME'] ?? '';
    const eventPayload = readPayload(environment['GITHUB_EVENT_PATH']);
    return {
        folder: (0,external_node_path_namespaceObject.resolve)(environment['GITHUB_WORKSPACE'] || currentFolder),
        tempFolder: usableFolder(environment['RUNNER_TEMP']) ?? (0,external_node_os_namespaceObject.tmpdir)(),
        eventName,
        actor: environment['GITHUB_ACTOR'] ?? '',
        repository,
        sha: environment['GITHUB_SHA'] ?? '',
        runUrl: server && repository && runId ? `${server}/${repository}/actions/runs/${runId}` : '',
        eventPayload,
        fork: forkOf(eventName, eventPayload, repository),
    };
}
/**
 * The root of the repository that a folder belongs to: the nearest folder upwards, within the workspace, that
 * holds `.git`. Annotations need paths relative to it, also when the checkout went into a sub-folder.
 *
 * @param folder absolute path of a folder
 * @param workspaceFolder absolute path of the workspace
 * @returns an absolute path; the workspace itself when no `.git` is found or the folder lies outside
 */
function repositoryRootOf(folder, workspaceFolder) {
    if (!isInside(folder, workspaceFolder))
        return workspaceFolder;
    for (let candidate = folder;; candidate = dirname(candidate)) {
        if (existsSync(join(candidate, '.git')))
            return candidate;
        if (candidate === workspaceFolder || candidate === dirname(candidate))
            return workspaceFolder;
    }
}
/**
 * A path as annotations want it: relative to the repository root, with forward slashes.
 *
 * @param path absolute path
 * @param repositoryRoot absolute path of the repository's root
 * @returns the relative path; the absolute one when it lies outside
 */
function repositoryPath(path, repositoryRoot) {
    if (!isInside(path, repositoryRoot))
        return path;
    const inside = relative(repositoryRoot, path);
    return inside === '' ? '.' : inside.split(sep).join('/');
}
function isInside(path, folder) {
    const inside = relative(folder, path);
    return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}
function usableFolder(path) {
    if (!path)
        return undefined;
    try {
        return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory() ? (0,external_node_path_namespaceObject.resolve)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function readPayload(path) {
    if (!path)
        return undefined;
    try {
        if ((0,external_node_fs_namespaceObject.statSync)(path).size > payloadLimitBytes)
            return undefined;
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
    }
    catch {
        // The payload only improves explanations; a run without one is an ordinary run.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/overview/inputs.ts
/**
 * The inputs of `overview`. Reads the environment only.
 */


/**
 * Reads and checks every input.
 *
 * @returns the inputs
 * @throws ActionError `input-invalid` that lists every bad input
 */
function readOverviewInputs() {
    const problems = [];
    const stages = getInput('stages')
        .split(/[\s,]+/)
        .filter((stage) => stage !== '');
    for (const stage of stages) {
        if (!/^[a-z0-9]+$/.test(stage)) {
            problems.push(`'stages' names '${stage}': use lower-case letters and digits, with spaces between stages.`);
        }
    }
    const quiet = getInput('quiet');
    if (!['', 'true', 'false'].includes(quiet)) {
        problems.push(`'quiet' is '${quiet}': use 'true' or 'false'.`);
    }
    const given = getInput('matrix');
    const matrix = given === '' ? undefined : readMatrix(given);
    if (given !== '' && matrix === undefined) {
        const shown = given.length > 80 ? `${given.slice(0, 80)}\u2026` : given;
        problems.push(`'matrix' is '${shown}': use the output 'matrix' of discover.`);
    }
    if (problems.length > 0) {
        throw new ActionError('input-invalid', problems.join('\n'), {
            hint: 'Correct the `with:` block of this step; docs/many-apps.md lists the inputs.',
        });
    }
    const reports = getInput('reports') || 'reports';
    return { reports, stages, matrix, title: getInput('title'), isQuiet: quiet === 'true' };
}
function readMatrix(given) {
    try {
        const { include } = JSON.parse(given);
        return Array.isArray(include) && include.every(isEntry) ? include : undefined;
    }
    catch {
        return undefined;
    }
}
function isEntry(value) {
    return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

;// CONCATENATED MODULE: ./src/project/batches.ts
/**
 * Runs many small file operations with a bound on how many are open at once. Nothing else.
 */
/** Far below the usual limit of 1024 open files. */
const batchSize = 64;
/**
 * Maps items through an asynchronous function, a batch at a time.
 *
 * @param items what to go through
 * @param run called once per item
 * @returns the results in the order of the items
 */
async function inBatches(items, run) {
    const results = [];
    for (let start = 0; start < items.length; start += batchSize) {
        results.push(...(await Promise.all(items.slice(start, start + batchSize).map(run))));
    }
    return results;
}

;// CONCATENATED MODULE: ./src/project/listing.ts
/**
 * Lists the files of a project folder: names, sizes, modes, kinds.
 * It never follows a symbolic link and never reads a file's content. It asks the file system without a detour over
 * the thread pool, whose threads may be compressing: each answer takes some microseconds.
 */



const fileKinds = (/* unused pure expression or super */ null && (['file', 'symlink', 'other']));
/** Folders that never hold a part of a function app and can be very large. */
const skippedFolders = new Set(['.git', 'node_modules']);
/**
 * Lists everything below a folder that is not a folder itself.
 *
 * @param folder absolute path of an existing folder
 * @param options `limit`: most entries that are accepted
 * @returns the entries sorted by path (code units), so that every system gives the same order
 * @throws ActionError `project-folder` when the folder is missing or cannot be read,
 *   `project-too-large` when there are more than `limit` entries
 */
function listFiles(folder, options) {
    const listed = [];
    const pending = [''];
    for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
        const names = [];
        for (const entry of readFolder(folder, parent)) {
            const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
            if (!entry.isDirectory())
                names.push(path);
            else if (!skippedFolders.has(entry.name))
                pending.push(path);
        }
        if (listed.length + names.length + pending.length > options.limit)
            throw tooLarge(folder, options.limit);
        for (const name of names) {
            const file = describe(folder, name);
            if (file !== undefined)
                listed.push(file);
        }
    }
    return listed.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}
function readFolder(folder, parent) {
    const path = (0,external_node_path_namespaceObject.join)(folder, parent);
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true });
    }
    catch (error) {
        throw new ActionError('project-folder', `The folder '${path}' cannot be read: ${errors_messageOf(error)}.`, {
            hint: 'Set working-directory to the folder that holds host.json, relative to the repository root.',
            cause: error,
        });
    }
}
function describe(folder, path) {
    try {
        const status = (0,external_node_fs_namespaceObject.lstatSync)((0,external_node_path_namespaceObject.join)(folder, path));
        const kind = status.isFile() ? 'file' : status.isSymbolicLink() ? 'symlink' : 'other';
        return { path, sizeBytes: status.size, mode: status.mode & 0o7777, kind };
    }
    catch {
        // The file went away between the two calls, as temporary files do.
        return undefined;
    }
}
function tooLarge(folder, limit) {
    return new ActionError('project-too-large', `The folder '${folder}' holds more than ${limit} files.`, {
        hint: 'Set working-directory to the folder of the function app only, or remove caches and build output from it.',
    });
}

;// CONCATENATED MODULE: ./src/report/run-report.ts
/** The stages in the order in which a run goes through them. */
const stageNames = (/* unused pure expression or super */ null && ([
    'inputs',
    'preflight',
    'build',
    'inspect',
    'package',
    'rehearse',
    'sign-in',
    'deploy',
    'verify',
    'swap',
    'verify-swap',
    'swap-back',
]));
/** Stages that a report has only when the inputs ask for them. */
const swapStages = (/* unused pure expression or super */ null && (['swap', 'verify-swap', 'swap-back']));
const stageStates = (/* unused pure expression or super */ null && (['done', 'failed', 'skipped', 'not-reached', 'cancelled']));
/** How much of a build was in Go's build cache: nothing to speak of, a part, or all of it. */
const cacheStates = (/* unused pure expression or super */ null && (['cold', 'partial', 'warm']));
const swapStates = (/* unused pure expression or super */ null && (['not-swapped', 'swapped', 'swapped-back', 'unknown']));
const outcomes = ['passed', 'failed', 'cancelled'];

;// CONCATENATED MODULE: ./src/report/app-report.ts
/**
 * Reads a report file back, as far as an overview of many runs needs it. The file may be anything: what has not the
 * form that docs/report.schema.json describes is left out.
 */


const app_report_mostFindings = 1000;
/**
 * Reads a report.
 *
 * @param text the file
 * @returns what it says; undefined when it is no report of version 1
 */
function readAppReport(text) {
    const report = recordOf(parsed(text));
    const outcome = outcomes.find((name) => name === report['outcome']);
    if (outcome === undefined || report['schemaVersion'] !== 1)
        return undefined;
    const ended = listOf(report['stages'])
        .map(recordOf)
        .find(({ state }) => state === 'failed' || state === 'cancelled');
    const deployment = recordOf(report['deployment']);
    const sha256 = textOf(recordOf(report['package'])['sha256']);
    return {
        outcome,
        cause: textOf(report['cause']),
        endedIn: outcome === 'passed' ? '' : textOf(ended?.['name']),
        elapsedMs: typeof report['elapsedMs'] === 'number' ? report['elapsedMs'] : Number.NaN,
        findings: listOf(report['findings']).slice(0, app_report_mostFindings).flatMap(findingOf),
        functions: listOf(recordOf(report['project'])['functions']).map((each) => textOf(recordOf(each)['name'])),
        packageSha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : '',
        deployment: report['deployment'] === undefined
            ? undefined
            : {
                appName: textOf(deployment['appName']),
                slotName: textOf(deployment['slotName']),
                appUrl: textOf(deployment['appUrl']),
            },
        isDryRun: deployment['dryRun'] === true,
        isVerified: recordOf(report['verification'])['isVerified'] === true,
    };
}
function findingOf(value) {
    const { code, severity: named, message, hint, location } = recordOf(value);
    const severity = severities.find((name) => name === named);
    if (severity === undefined)
        return [];
    const { file, line, column } = recordOf(location);
    const position = {
        ...(typeof line === 'number' ? { line } : {}),
        ...(typeof column === 'number' ? { column } : {}),
    };
    const place = typeof file === 'string' ? { location: { file, ...position } } : {};
    return [{ code: textOf(code), severity, message: textOf(message), hint: textOf(hint), ...place }];
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function recordOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/overview/reports.ts
/**
 * Finds the report files of many runs, and says which apps have passed.
 */





const mostFiles = 10_000;
const mostBytes = 16 * 1024 * 1024;
/**
 * Reads every report file of a folder.
 *
 * @param folder absolute path; it need not exist, since no artifact makes no folder
 * @returns the reports, and the names of files that are none
 * @throws ActionError `project-too-large` when there are more than 10,000 files
 */
async function readReports(folder) {
    const isThere = (await (0,promises_namespaceObject.stat)(folder).catch(() => undefined))?.isDirectory() === true;
    const files = isThere ? listFiles(folder, { limit: mostFiles }) : [];
    const reports = new Map();
    const unreadable = [];
    await inBatches(files, async ({ path, kind, sizeBytes }) => {
        if (!path.endsWith('.json'))
            return;
        const isReadable = kind === 'file' && sizeBytes <= mostBytes;
        const text = isReadable ? await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(folder, path), 'utf8').catch(() => '') : '';
        const report = readAppReport(text);
        if (report === undefined)
            unreadable.push(path);
        else
            reports.set((0,external_node_path_namespaceObject.basename)(path, '.json'), report);
    });
    return { reports, unreadable: unreadable.sort() };
}
/**
 * Holds the reports against the apps that should have them.
 *
 * @param reports as read
 * @param inputs the stages, and the apps
 * @returns each app with its last report, in the order of the matrix, else of the names
 */
function appsOf(reports, { stages, matrix }) {
    const expected = matrix?.map((entry) => ({ name: entry.name, appName: reports_textOf(entry['app-name']) }));
    const named = [...new Set([...reports.keys()].flatMap((key) => nameIn(key, stages) ?? []))].sort();
    return (expected ?? named.map((name) => ({ name, appName: '' }))).map(({ name, appName }) => {
        const keys = stages.length === 0 ? [name] : stages.map((stage) => `${stage}-${name}`);
        const found = keys.map((key) => reports.get(key));
        const report = found.filter((each) => each !== undefined).at(-1);
        const last = found.at(-1);
        const isStopped = last === undefined && report !== undefined && report.outcome !== 'passed';
        const missing = last !== undefined || isStopped ? '' : missingReport(stages.at(-1));
        return { name, appName, report, missing, hasPassed: last?.outcome === 'passed' };
    });
}
function nameIn(key, stages) {
    if (stages.length === 0)
        return key;
    const stage = stages.find((each) => key.startsWith(`${each}-`));
    return stage === undefined ? undefined : key.slice(stage.length + 1);
}
function missingReport(stage) {
    const what = stage === undefined ? 'There is no report' : `There is no report of the stage '${stage}'`;
    return `${what}: its job did not run, was cancelled, or ended before it wrote one.`;
}
function reports_textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/overview/run.ts
/**
 * One run of `overview`: reads the reports, writes one summary, and says which apps passed.
 */










/**
 * Runs `overview`.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
async function run() {
    const log = openLog();
    try {
        const inputs = readOverviewInputs();
        const workspace = readWorkspace(process.env, process.cwd());
        const { reports, unreadable } = await readReports((0,external_node_path_namespaceObject.resolve)(workspace.folder, inputs.reports));
        for (const path of unreadable)
            log.info(`No report: ${path}`);
        const apps = appsOf(reports, inputs);
        const unset = await setOutputs(outputsOf(apps, reports, inputs));
        if (unset !== undefined)
            log.info(unset);
        for (const { name, hasPassed, missing, report } of apps) {
            log.info(`${hasPassed ? 'passed' : 'failed'} ${name}: ${missing || report?.cause || 'done'}`);
        }
        if (inputs.isQuiet)
            return;
        const problem = await writeSummary(renderOverview(inputs.title, apps, findingsPage(process.env)), process.env);
        if (problem !== undefined)
            log.info(problem);
        const failed = apps.filter(({ hasPassed }) => !hasPassed);
        if (failed.length === 0)
            return;
        const names = failed.slice(0, 10).map(({ name }) => name);
        const rest = failed.length - names.length;
        failStep(`${failed.length} of ${quantities_countOf(apps.length, 'app')} did not pass: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`);
    }
    catch (error) {
        if (error instanceof ActionError) {
            if (error.hint !== undefined)
                log.info(error.hint);
            failStep(error.message.split('\n').join(' '));
            return;
        }
        log.debug(error instanceof Error ? (error.stack ?? '') : String(error));
        failStep(`overview itself failed: ${errors_messageOf(error)}. Please report this with the debug log.`);
    }
}
function outputsOf(apps, reports, { matrix = [], stages }) {
    const passed = new Set(apps.filter(({ hasPassed }) => hasPassed).map(({ name }) => name));
    const last = stages.at(-1);
    const include = matrix
        .filter(({ name }) => passed.has(name))
        .map((entry) => {
        const report = reports.get(last === undefined ? entry.name : `${last}-${entry.name}`);
        return { ...entry, 'package-sha256': report?.packageSha256 ?? '' };
    });
    return {
        matrix: JSON.stringify({ include }),
        'has-apps': String(include.length > 0),
        passed: JSON.stringify([...passed]),
        failed: JSON.stringify(apps.filter(({ hasPassed }) => !hasPassed).map(({ name }) => name)),
    };
}

;// CONCATENATED MODULE: ./src/overview/index.ts
/** The entry of the bundled action `overview`: it runs, and nothing else. */


void runToTheEnd(run);

module.exports = __webpack_exports__;
/******/ })()
;