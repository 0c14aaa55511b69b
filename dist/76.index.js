"use strict";
exports.id = 76;
exports.ids = [76];
exports.modules = {

/***/ 91076:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readIncludePatterns: () => (/* binding */ readIncludePatterns)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _content_findings__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15182);
/* harmony import */ var _rule_limits__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93447);
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


/***/ })

};
;