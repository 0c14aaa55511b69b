"use strict";
exports.id = 76;
exports.ids = [76];
exports.modules = {

/***/ 5182:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ specialFileFinding),
/* harmony export */   KT: () => (/* binding */ wholeFindings),
/* harmony export */   OA: () => (/* binding */ backslashFinding),
/* harmony export */   cL: () => (/* binding */ noMatchFinding),
/* harmony export */   xO: () => (/* binding */ invalidFinding),
/* harmony export */   yf: () => (/* binding */ secretFinding),
/* harmony export */   z1: () => (/* binding */ missingFindings)
/* harmony export */ });
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8911);

/**
 * A file that is secret by its name: refused when it was asked for, otherwise reported as left out.
 *
 * @param path relative path of the file
 * @param kind what kind of secret it is, in words
 * @param pattern the line of `include` that asked for it, undefined when it merely lies in a function folder
 * @returns an error when it was asked for, otherwise a warning
 */
function secretFinding(path, kind, pattern) {
    if (pattern === undefined) {
        return finding('package-secret', 'warning', `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} looks like ${kind} and was left out of the package.`, 'Keep secrets in app settings or Key Vault, and remove the file from the function folder.');
    }
    return finding('package-secret', 'error', `include pattern ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pattern)} asks for ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)}, which looks like ${kind}.`, `Keep secrets in app settings or Key Vault; if the pattern means other files, add the line '!${path}' to include.`);
}
/**
 * A symbolic link, or a pipe, socket or device.
 *
 * @param file the listed file
 * @param isWanted true when it was asked for or the app needs it
 * @returns an error when it is wanted, otherwise a warning
 */
function specialFileFinding(file, isWanted) {
    const what = file.kind === 'symlink' ? 'a symbolic link' : 'not a regular file';
    return isWanted
        ? finding('package-symlink', 'error', `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file.path)} is ${what} and cannot be packed.`, 'Put a copy of the file in its place.')
        : finding('package-symlink', 'warning', `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file.path)} is ${what} and was left out of the package.`, 'Put a copy of the file in its place, or remove it.');
}
/**
 * A file whose name holds a backslash.
 *
 * @param path relative path of the file
 * @returns an error
 */
function backslashFinding(path) {
    return finding('package-backslash', 'error', `The file name ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} holds a backslash, which Windows tools take for a folder.`, 'Rename the file.');
}
/**
 * A line of `include` that is no glob below the project folder.
 *
 * @param pattern the line
 * @returns an error
 */
function invalidFinding(pattern) {
    return finding('include-invalid', 'error', `include pattern ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pattern)} is not a glob below the project folder.`, "Use a relative pattern without '..', for example 'assets/**'.");
}
/**
 * A line of `include` that adds nothing.
 *
 * @param pattern the line
 * @param refused a file that it does match, with the reason why that one is not packed
 * @returns a warning
 */
function noMatchFinding(pattern, refused) {
    return refused === undefined
        ? finding('include-no-match', 'warning', `include pattern ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pattern)} matches no file of the project folder.`, "Patterns are relative to the folder of host.json; '*' does not cross a slash, 'assets/**' takes a whole folder.")
        : finding('include-no-match', 'warning', `include pattern ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pattern)} matches only files that are not packed (${refused}).`, 'Remove the pattern, or change what keeps the files out.');
}
/**
 * host.json or the executable not being there.
 *
 * @param listed paths of the project
 * @param executable normalised path of the executable
 * @returns errors
 */
function missingFindings(listed, executable) {
    const findings = [];
    if (!listed.has('host.json')) {
        findings.push(finding('package-host-json-missing', 'error', "There is no 'host.json' in the project folder.", 'Set working-directory to the folder of host.json.'));
    }
    if (!listed.has(executable)) {
        const near = [...listed].find((path) => (0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .caseFolded */ .VP)(path) === (0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .caseFolded */ .VP)(executable));
        const message = near === undefined
            ? `The executable ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(executable)} is not in the project folder.`
            : `The executable ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(executable)} is not in the project folder, but ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(near)} is; names are case-sensitive in Azure.`;
        const hint = 'Build to the path of customHandler.description.defaultExecutablePath, or correct it in host.json.';
        findings.push(finding('package-executable-missing', 'error', message, hint));
    }
    return findings;
}
/**
 * What can only be said of all entries together.
 *
 * @param entries the planned entries
 * @returns errors and warnings
 */
function wholeFindings(entries) {
    const names = entries.map((entry) => entry.name);
    const findings = (0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .caseCollisions */ .i4)(names).map((group) => finding('package-case-collision', 'warning', `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quotedList */ .p4)(group)} differ only in case.`, 'Rename one of them: where names ignore case, one overwrites the other.'));
    const offline = names.find((name) => name.toLowerCase() === 'app_offline.htm');
    if (offline !== undefined) {
        findings.push(finding('package-app-offline', 'error', `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(offline)} at the root of the package would switch the app off.`, 'Remove the file, or exclude it in include.'));
    }
    return findings;
}
function finding(code, severity, message, hint) {
    return { code, severity, message, hint };
}


/***/ }),

/***/ 8911:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ hasBackslash),
/* harmony export */   FL: () => (/* binding */ secretKind),
/* harmony export */   Gm: () => (/* binding */ unsafeNameReason),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   VP: () => (/* binding */ caseFolded),
/* harmony export */   i4: () => (/* binding */ caseCollisions),
/* harmony export */   p4: () => (/* binding */ quotedList),
/* harmony export */   uh: () => (/* binding */ sourceKind)
/* harmony export */ });
/**
 * What the name of a file or zip entry says about it: unsafe to unpack, secret, or no part of an app.
 * Pure. It judges names only and knows nothing of contents.
 */
/** Long names are cut in messages: an entry name can have 65,535 bytes. */
const shownLength = 200;
/**
 * A name in quotes for a message: control characters spelled out, length bounded.
 *
 * @param name any name, also a hostile one
 * @returns the name in single quotes
 */
function quoted(name) {
    const visible = name.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
    return visible.length > shownLength ? `'${visible.slice(0, shownLength)}\u2026'` : `'${visible}'`;
}
/**
 * Some names in quotes, the rest as a number.
 *
 * @param names one or more names
 * @returns for example `'a', 'b', 'c' and 4 more`
 */
function quotedList(names) {
    const shown = names.slice(0, 3).map(quoted).join(', ');
    return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
/**
 * Why a zip entry may not have this name (APPNOTE 4.4.17: relative, forward slashes, no drive).
 * A backslash is not judged here; `hasBackslash` does that, because its remedy is another one.
 *
 * @param name the entry's name as it stands in the archive
 * @returns the reason as the end of a sentence, undefined when the name is safe
 */
function unsafeNameReason(name) {
    if (name === '')
        return 'it is empty';
    if (name.includes('\0'))
        return 'it contains a NUL character';
    if (/^[\\/]/.test(name))
        return 'it is absolute';
    if (/^[A-Za-z]:/.test(name))
        return 'it starts with a drive letter';
    const segments = name.split(/[\\/]/);
    if (segments.includes('..'))
        return "it climbs out of the folder with '..'";
    const inner = segments.at(-1) === '' ? segments.slice(0, -1) : segments;
    if (inner.some((segment) => segment === '' || segment === '.'))
        return 'it has an empty or dot segment';
    return undefined;
}
/**
 * Whether a name holds a backslash, which is a character of the file name on Linux.
 *
 * @param name the entry's name as it stands in the archive
 * @returns true when there is one
 */
function hasBackslash(name) {
    return name.includes('\\');
}
/**
 * The form of a name under which file systems that ignore case take two names for one.
 *
 * @param name the entry's name
 * @returns the name composed (NFC) and in lower case, for comparing only
 */
function caseFolded(name) {
    return name.normalize('NFC').toLowerCase();
}
/**
 * Groups of names that differ only in case.
 *
 * @param names distinct names
 * @returns each group of two or more, in order of appearance
 */
function caseCollisions(names) {
    const groups = new Map();
    for (const name of names) {
        const group = groups.get(caseFolded(name));
        if (group === undefined)
            groups.set(caseFolded(name), [name]);
        else
            group.push(name);
    }
    return [...groups.values()].filter((group) => group.length > 1);
}
const secretRules = [
    { kind: 'local app settings, which hold connection strings', pattern: /^local\.settings\.json$/i },
    { kind: 'an environment file', pattern: /^\.env/i },
    { kind: 'a key or certificate store', pattern: /\.(?:pem|key|pfx|p12|ppk|jks|keystore|p8)$/i },
    { kind: 'an SSH private key', pattern: /^id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/i },
    { kind: 'publishing credentials', pattern: /\.publishsettings$/i },
    {
        kind: 'a credentials file',
        pattern: /^(?:\.git-credentials|\.netrc|_netrc|\.npmrc|\.pypirc|\.pgpass)$/i,
    },
];
/**
 * What kind of secret a file of this name usually holds.
 *
 * @param path relative path with forward slashes
 * @returns the kind in words, undefined when the name is harmless
 */
function secretKind(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return secretRules.find((rule) => rule.pattern.test(name))?.kind;
}
const sourceFolders = new Map([
    ['.git', 'version control'],
    ['.github', 'workflows'],
    ['.vscode', 'editor settings'],
]);
const sourceNames = new Map([
    ['go.mod', 'Go module file'],
    ['go.sum', 'Go module file'],
    ['go.work', 'Go module file'],
    ['go.work.sum', 'Go module file'],
    ['.funcignore', 'packaging rules'],
    ['.gitignore', 'version control'],
    ['.gitattributes', 'version control'],
]);
/**
 * Why a file is source or tooling rather than a part of the running app.
 *
 * @param path relative path with forward slashes
 * @returns the reason in a few words, undefined when it may belong to the app
 */
function sourceKind(path) {
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    const folder = segments.find((segment) => sourceFolders.has(segment));
    if (folder !== undefined)
        return sourceFolders.get(folder);
    if (sourceFolders.has(name))
        return sourceFolders.get(name);
    return name.endsWith('.go') ? 'Go source' : sourceNames.get(name);
}


/***/ }),

/***/ 1076:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readIncludePatterns: () => (/* binding */ readIncludePatterns)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _content_findings__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5182);
/* harmony import */ var _rule_limits__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3447);
/**
 * What the input `include` names and leaves out. A file of its own, since most runs have no such input and need not
 * load the library that matches globs. Pure.
 */



/**
 * Reads the input `include`.
 *
 * @param lines globs relative to the project folder; a leading `!` excludes
 * @returns the patterns, and findings about lines that are none
 */
function readIncludePatterns(lines) {
    const findings = [];
    const included = [];
    const excluded = [];
    for (const text of lines.map((line) => line.trim()).filter((line) => line !== '')) {
        const isExclusion = text.startsWith('!');
        const glob = (isExclusion ? text.slice(1) : text).replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
        const isOutside = /^(?:\/|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..');
        if (glob === '' || isOutside || (0,_rule_limits__WEBPACK_IMPORTED_MODULE_1__/* .ruleFault */ .X)(glob) !== undefined) {
            findings.push((0,_content_findings__WEBPACK_IMPORTED_MODULE_0__/* .invalidFinding */ .xO)(text));
            continue;
        }
        try {
            // Parentheses are letters of a name: groups such as `+(a|aa)` would take exponential time.
            const plain = glob.replace(/[()|+]/g, '\\$&');
            // A plain name and a trailing slash mean a whole folder; a wildcard does not cross a slash by itself.
            const isFolder = isExclusion || text.endsWith('/') || !picomatch__WEBPACK_IMPORTED_MODULE_2___default().scan(glob).isGlob;
            const matches = picomatch__WEBPACK_IMPORTED_MODULE_2___default()(isFolder ? [plain, `${plain}/**`] : plain, {
                dot: isExclusion,
            });
            (isExclusion ? excluded : included).push({ text, matches: (path) => matches(path) });
        }
        catch {
            findings.push((0,_content_findings__WEBPACK_IMPORTED_MODULE_0__/* .invalidFinding */ .xO)(text));
        }
    }
    return { included, excluded, findings };
}


/***/ }),

/***/ 3447:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ruleFault)
/* harmony export */ });
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(298);
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ignore__WEBPACK_IMPORTED_MODULE_0__);
/**
 * Which glob rules are taken: the libraries turn each into a regular expression whose time grows with the name to
 * the power of its wildcards, and they throw for some brackets and backslashes. Pure.
 */

const longestRule = 1000;
/** Of the expression for one segment; three cost under a millisecond for any name that is no attack. */
const mostStars = 3;
const mostDoubleStars = 3;
/**
 * Why a rule is not taken.
 *
 * @param rule one line of .funcignore, or a pattern of `include` without its `!`
 * @returns the reason as the end of a sentence, undefined when the rule can be matched in bounded time
 */
function ruleFault(rule) {
    if (rule.length > longestRule)
        return `it is longer than ${longestRule} characters`;
    const segments = rule.split('/');
    if (segments.filter((segment) => segment.includes('**')).length > mostDoubleStars) {
        return `it has more than ${mostDoubleStars} times '**'`;
    }
    if (segments.some((segment) => (segment.match(/\*+/g)?.length ?? 0) > mostStars)) {
        return `it has more than ${mostStars} wildcards '*' between two slashes`;
    }
    if (!/[[\\]/.test(rule))
        return undefined;
    try {
        // The expression is made when it is first used; `ignores` would not use that of a negated rule.
        ignore__WEBPACK_IMPORTED_MODULE_0___default()({ ignorecase: false }).add(rule).test('a/b');
        return undefined;
    }
    catch {
        return 'its brackets or backslashes are no pattern';
    }
}


/***/ })

};
;