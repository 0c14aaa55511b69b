/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 298:
/***/ (function (module) {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'
const REGEX_TEST_BLANK_LINE = /^\s+$/
const REGEX_INVALID_TRAILING_BACKSLASH = /(?:[^\\]|^)\\$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const REGEX_TEST_INVALID_PATH = /^\.{0,2}\/|^\.{1,2}$/

const REGEX_TEST_TRAILING_SLASH = /\/$/

const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const REGEX_REGEXP_RANGE = /([0-z])-([0-z])/g

const RETURN_FALSE = () => false

// Sanitize the range of a regular expression
// The cases are complicated, see test cases for details
const sanitizeRange = range => range.replace(
  REGEX_REGEXP_RANGE,
  (match, from, to) => from.charCodeAt(0) <= to.charCodeAt(0)
    ? match
    // Invalid range (out of order) which is ok for gitignore rules but
    //   fatal for JavaScript regular expression, so eliminate it.
    : EMPTY
)

// See fixtures #59
const cleanRangeBackSlash = slashes => {
  const {length} = slashes
  return slashes.slice(0, length - length % 2)
}

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
const REPLACERS = [

  [
    // Remove BOM
    // TODO:
    // Other similar zero-width characters?
    /^\uFEFF/,
    () => EMPTY
  ],

  // > Trailing spaces are ignored unless they are quoted with backslash ("\")
  [
    // (a\ ) -> (a )
    // (a  ) -> (a)
    // (a ) -> (a)
    // (a \ ) -> (a  )
    /((?:\\\\)*?)(\\?\s+)$/,
    (_, m1, m2) => m1 + (
      m2.indexOf('\\') === 0
        ? SPACE
        : EMPTY
    )
  ],

  // Replace (\ ) with ' '
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    /(\\+?)\s/g,
    (_, m1) => {
      const {length} = m1
      return m1.slice(0, length - length % 2) + SPACE
    }
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^'
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/'
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*\\\*\\\*\\\//,

    // '**/foo' <-> 'foo'
    () => '^(?:.*\\/)?'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    /^(?=[^^])/,
    function startingReplacer () {
      // If has a slash `/` at the beginning or middle
      return !/\/(?!$)/.test(this)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/
      // > A slash followed by two consecutive asterisks then a slash matches
      // >   zero or more directories.
      // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
      // '/**/'
      ? '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder
      : '\\/.+'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\]+)(\\\*)+(?=.+)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    (_, p1, p2) => {
      // 1.
      // > An asterisk "*" matches anything except a slash.
      // 2.
      // > Other consecutive asterisks are considered regular asterisks
      // > and will match according to the previous rules.
      const unescaped = p2.replace(/\\\*/g, '[^\\/]*')
      return p1 + unescaped
    }
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE
  ],

  [
    // > The range notation, e.g. [a-zA-Z],
    // > can be used to match one of the characters in a range.

    // `\` is escaped by step 3
    /(\\)?\[([^\]/]*?)(\\*)($|\])/g,
    (match, leadEscape, range, endEscape, close) => leadEscape === ESCAPE
      // '\\[bar]' -> '\\\\[bar\\]'
      ? `\\[${range}${cleanRangeBackSlash(endEscape)}${close}`
      : close === ']'
        ? endEscape.length % 2 === 0
          // A normal case, and it is a range notation
          // '[bar]'
          // '[bar\\\\]'
          ? `[${sanitizeRange(range)}${endEscape}]`
          // Invalid range notaton
          // '[bar\\]' -> '[bar\\\\]'
          : '[]'
        : '[]'
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    /(?:[^*])$/,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    match => /\/$/.test(match)
      // foo/ will not match 'foo'
      ? `${match}$`
      // foo matches 'foo' and 'foo/'
      : `${match}(?=$|\\/$)`
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\\\*$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const TRAILING_WILD_CARD_REPLACERS = {
  [MODE_IGNORE] (_, p1) {
    const prefix = p1
      // '\^':
      // '/*' does not match EMPTY
      // '/*' does not match everything

      // '\\\/':
      // 'abc/*' does not match 'abc/'
      ? `${p1}[^/]+`

      // 'a*' matches 'a'
      // 'a*' matches 'aa'
      : '[^/]*'

    return `${prefix}(?=$|\\/$)`
  },

  [MODE_CHECK_IGNORE] (_, p1) {
    // When doing `git check-ignore`
    const prefix = p1
      // '\\\/':
      // 'abc/*' DOES match 'abc/' !
      ? `${p1}[^/]*`

      // 'a*' matches 'a'
      // 'a*' matches 'aa'
      : '[^/]*'

    return `${prefix}(?=$|\\/$)`
  }
}

// @param {pattern}
const makeRegexPrefix = pattern => REPLACERS.reduce(
  (prev, [matcher, replacer]) =>
    prev.replace(matcher, replacer.bind(pattern)),
  pattern
)

const isString = subject => typeof subject === 'string'

// > A blank line matches no files, so it can serve as a separator for readability.
const checkPattern = pattern => pattern
  && isString(pattern)
  && !REGEX_TEST_BLANK_LINE.test(pattern)
  && !REGEX_INVALID_TRAILING_BACKSLASH.test(pattern)

  // > A line starting with # serves as a comment.
  && pattern.indexOf('#') !== 0

const splitPattern = pattern => pattern
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = this.regexPrefix.replace(
      REGEX_REPLACE_TRAILING_WILDCARD,

      // It does not need to bind pattern
      TRAILING_WILD_CARD_REPLACERS[mode]
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const createRule = ({
  pattern,
  mark
}, ignoreCase) => {
  let negative = false
  let body = pattern

  // > An optional prefix "!" which negates the pattern;
  if (body.indexOf('!') === 0) {
    negative = true
    body = body.substr(1)
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []
  }

  _add (pattern) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._added = true
      return
    }

    if (isString(pattern)) {
      pattern = {
        pattern
      }
    }

    if (checkPattern(pattern.pattern)) {
      const rule = createRule(pattern, this._ignoreCase)
      this._added = true
      this._rules.push(rule)
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false

    makeArray(
      isString(pattern)
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    return this._added
  }

  // Test one single path without recursively checking parent directories
  //
  // - checkUnignored `boolean` whether should check if the path is unignored,
  //   setting `checkUnignored` to `false` could reduce additional
  //   path matching.
  // - check `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult} true if a file is ignored
  test (path, checkUnignored, mode) {
    let ignored = false
    let unignored = false
    let matchedRule

    this._rules.forEach(rule => {
      const {negative} = rule

      //          |           ignored : unignored
      // -------- | ---------------------------------------
      // negative |   0:0   |   0:1   |   1:0   |   1:1
      // -------- | ------- | ------- | ------- | --------
      //     0    |  TEST   |  TEST   |  SKIP   |    X
      //     1    |  TESTIF |  SKIP   |  TEST   |    X

      // - SKIP: always skip
      // - TEST: always test
      // - TESTIF: only test if checkUnignored
      // - X: that never happen
      if (
        unignored === negative && ignored !== unignored
        || negative && !ignored && !unignored && !checkUnignored
      ) {
        return
      }

      const matched = rule[mode].test(path)

      if (!matched) {
        return
      }

      ignored = !negative
      unignored = negative

      matchedRule = negative
        ? UNDEFINED
        : rule
    })

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

const isNotRelative = path => REGEX_TEST_INVALID_PATH.test(path)

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, checkUnignored, slices) {
    const path = originalPath
      // Supports nullable path
      && checkPath.convert(originalPath)

    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return this._t(path, cache, checkUnignored, slices)
  }

  checkIgnore (path) {
    // If the path doest not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!REGEX_TEST_TRAILING_SLASH.test(path)) {
      return this.test(path)
    }

    const slices = path.split(SLASH).filter(Boolean)
    slices.pop()

    if (slices.length) {
      const parent = this._t(
        slices.join(SLASH) + SLASH,
        this._testCache,
        true,
        slices
      )

      if (parent.ignored) {
        return parent
      }
    }

    return this._rules.test(path, false, MODE_CHECK_IGNORE)
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache,

    // Whether should check if the path is unignored
    checkUnignored,

    // The path slices
    slices
  ) {
    if (path in cache) {
      return cache[path]
    }

    if (!slices) {
      // path/to/a.js
      // ['path', 'to', 'a.js']
      slices = path.split(SLASH).filter(Boolean)
    }

    slices.pop()

    // If the path has no parent directory, just test it
    if (!slices.length) {
      return cache[path] = this._rules.test(path, checkUnignored, MODE_IGNORE)
    }

    const parent = this._t(
      slices.join(SLASH) + SLASH,
      cache,
      checkUnignored,
      slices
    )

    // If the path contains a parent directory, check the parent first
    return cache[path] = parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, checkUnignored, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, false).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, true)
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(path && checkPath.convert(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 982:
/***/ (function (module) {

"use strict";
module.exports = require("crypto");

/***/ }),

/***/ 896:
/***/ (function (module) {

"use strict";
module.exports = require("fs");

/***/ }),

/***/ 598:
/***/ (function (module) {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 857:
/***/ (function (module) {

"use strict";
module.exports = require("os");

/***/ }),

/***/ 679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

"use strict";
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
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
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
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

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
function error(message, properties = {}) {
    command_issueCommand('error', (0,utils/* toCommandProperties */.k)(properties), message);
}
/**
 * Prints a warning annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', (0,utils/* toCommandProperties */.k)(properties), message);
}
/**
 * Prints a notice annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', (0,utils/* toCommandProperties */.k)(properties), message);
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
    error(message);
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
;// CONCATENATED MODULE: ./src/runner/cancel.ts
/**
 * Cancellation of the job. The runner sends SIGINT, after 7.5 seconds SIGTERM, and then kills: the run has to
 * stop waiting at the first of them, so that there is still time for the summary.
 */
/**
 * Turns the signals that end a job into an abort signal.
 *
 * @returns the abort signal, and `dispose`, which stops listening
 */
function listenForCancel() {
    const controller = new AbortController();
    const onSignal = (name) => {
        controller.abort(new Error(`the run was cancelled (${name})`));
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    return {
        signal: controller.signal,
        dispose: () => {
            process.off('SIGINT', onSignal);
            process.off('SIGTERM', onSignal);
        },
    };
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = require("node:perf_hooks");
;// CONCATENATED MODULE: ./src/runner/program-path.ts
/**
 * Which file a program's name stands for. Windows looks into the current folder before PATH, and the current folder
 * of `go` is the project: a `go.exe` in it must not be started in its place. Looks at files and starts nothing.
 */


/** Of the endings in PATHEXT, those that can be started without a shell. */
const startable = ['.COM', '.EXE'];
/**
 * Finds a program on PATH.
 *
 * @param name without a folder, for example `go`
 * @param place environment and system
 * @returns an absolute path on Windows; elsewhere the name itself, which is searched for on PATH alone
 * @throws an `Error` with `code: 'ENOENT'` when PATH does not lead to it
 * @see CreateProcess and PATHEXT in the documentation of Windows
 */
function findProgram(name, { env, platform, isFile = isRegularFile }) {
    if (platform !== 'win32' || external_node_path_namespaceObject.win32.isAbsolute(name))
        return name;
    const endings = (variable(env, 'PATHEXT') || startable.join(';'))
        .toUpperCase()
        .split(';')
        .filter((ending) => startable.includes(ending));
    const names = startable.includes(external_node_path_namespaceObject.win32.extname(name).toUpperCase())
        ? [name]
        : endings.map((ending) => `${name}${ending.toLowerCase()}`);
    for (const entry of variable(env, 'PATH').split(';')) {
        const folder = entry.replace(/^"(.*)"$/, '$1');
        // `.`, `bin` and `C:bin` depend on the current folder, and `\bin` on its drive.
        if (!/^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder))
            continue;
        const found = names.map((one) => external_node_path_namespaceObject.win32.join(folder, one)).find(isFile);
        if (found !== undefined)
            return found;
    }
    throw Object.assign(new Error(`spawn ${name} ENOENT`), { code: 'ENOENT' });
}
/** Names of variables have no case on Windows. */
function variable(env, name) {
    return Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1] ?? '';
}
function isRegularFile(path) {
    return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}

;// CONCATENATED MODULE: ./src/runner/programs.ts
/**
 * Runs other programs: arguments as a list, never through a shell, output captured and bounded, the whole
 * process group ended on cancellation. Prints nothing.
 * `@actions/exec` is not used since a program that it started cannot be cancelled.
 */



const defaultOutputLimitBytes = 8 * 1024 * 1024;
const longestLine = 16 * 1024;
/**
 * Runs a program to its end.
 *
 * @param request what to run, where, and with exactly which environment
 * @returns its exit code and output as UTF-8 text
 * @throws an `Error` with `code: 'ENOENT'` (or another errno name) when it cannot be started
 * @throws the signal's reason when it was cancelled
 */
function runProgram(request) {
    const { signal } = request;
    const startedAt = external_node_perf_hooks_namespaceObject.performance.now();
    return new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        // What is thrown in here rejects the promise.
        const file = findProgram(request.file, { env: request.env, platform: process.platform });
        const child = (0,external_node_child_process_namespaceObject.spawn)(file, request.args, {
            cwd: request.cwd,
            env: { ...request.env },
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
            // A process group of its own, so that the compilers that `go build` starts end with it.
            detached: process.platform !== 'win32',
        });
        const limitBytes = request.outputLimitBytes ?? defaultOutputLimitBytes;
        const stdout = collect(child.stdout, limitBytes, (line) => request.onLine?.('stdout', line));
        const stderr = collect(child.stderr, limitBytes, (line) => request.onLine?.('stderr', line));
        const onAbort = () => endProcessGroup(child);
        signal?.addEventListener('abort', onAbort, { once: true });
        child.once('error', (error) => {
            signal?.removeEventListener('abort', onAbort);
            reject(error);
        });
        child.once('close', (exitCode) => {
            signal?.removeEventListener('abort', onAbort);
            if (signal?.aborted)
                reject(signal.reason);
            else {
                const elapsedMs = external_node_perf_hooks_namespaceObject.performance.now() - startedAt;
                resolve({ exitCode, stdout: stdout.end(), stderr: stderr.end(), elapsedMs });
            }
        });
    });
}
function endProcessGroup(child) {
    if (child.pid === undefined || child.exitCode !== null)
        return;
    try {
        if (process.platform === 'win32')
            child.kill();
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // It has ended on its own meanwhile.
    }
}
function collect(stream, limitBytes, onLine) {
    const kept = [];
    let keptLength = 0;
    let partial = '';
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
        if (keptLength < limitBytes)
            kept.push(text.slice(0, limitBytes - keptLength));
        keptLength += text.length;
        const lines = (partial + text).split('\n');
        partial = (lines.pop() ?? '').slice(0, longestLine);
        for (const line of lines)
            onLine(line.slice(0, longestLine).replace(/\r$/, ''));
    });
    return {
        end: () => {
            if (partial !== '')
                onLine(partial);
            return kept.join('');
        },
    };
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
    for (let candidate = folder;; candidate = (0,external_node_path_namespaceObject.dirname)(candidate)) {
        if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(candidate, '.git')))
            return candidate;
        if (candidate === workspaceFolder || candidate === (0,external_node_path_namespaceObject.dirname)(candidate))
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
    const inside = (0,external_node_path_namespaceObject.relative)(repositoryRoot, path);
    return inside === '' ? '.' : inside.split(external_node_path_namespaceObject.sep).join('/');
}
function isInside(path, folder) {
    const inside = (0,external_node_path_namespaceObject.relative)(folder, path);
    return inside === '' || (inside !== '..' && !inside.startsWith(`..${external_node_path_namespaceObject.sep}`) && !(0,external_node_path_namespaceObject.isAbsolute)(inside));
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

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __nccwpck_require__(298);
var ignore_default = /*#__PURE__*/__nccwpck_require__.n(ignore);
;// CONCATENATED MODULE: ./src/project/configuration.ts
/**
 * Flattens a document into configuration keys.
 *
 * @param root the root object of host.json
 * @returns its leaves and places; of keys that differ only in case the last one counts
 */
function flatten(root) {
    const leaves = new Map();
    const places = new Map();
    const visit = (node, path, keySpan) => {
        if (node.kind === 'object') {
            // Of exactly equal keys Newtonsoft.Json keeps the last one only.
            const last = new Map(node.members.map((member) => [member.key, member]));
            for (const { key, keySpan: span, value } of last.values())
                enter(value, path, key, span);
        }
        else if (node.kind === 'array') {
            node.items.forEach((item, index) => {
                enter(item, path, String(index), item.span);
            });
        }
        else {
            leaves.set(path.toLowerCase(), { path, value: textOf(node), node, keySpan });
        }
    };
    const enter = (node, parent, key, keySpan) => {
        const path = parent === '' ? key : `${parent}:${key}`;
        places.set(path.toLowerCase(), { path, key, node, keySpan });
        visit(node, path, keySpan);
    };
    visit(root, '', root.span);
    return { leaves, places };
}
function textOf(node) {
    if (node.kind === 'null')
        return '';
    if (node.kind === 'boolean')
        return node.value ? 'True' : 'False';
    return String(node.value);
}
/**
 * Looks up one value.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns the leaf, or `undefined` when the host would find no value there
 */
function leafAt(configuration, path) {
    return configuration.leaves.get(path.toLowerCase());
}
/**
 * Looks up a key of the file, also one that the host does not see because it is empty.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns the key with its node and place
 */
function placeAt(configuration, path) {
    return configuration.places.get(path.toLowerCase());
}
/**
 * Says whether a section exists for the host: it has a value or anything below it
 * (`ConfigurationExtensions.Exists` of Microsoft.Extensions.Configuration).
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns false for a path that only other paths begin with in part, `a:bc` for `a:b`
 */
function sectionExists(configuration, path) {
    const key = path.toLowerCase();
    if (configuration.leaves.has(key))
        return true;
    const prefix = `${key}:`;
    for (const leaf of configuration.leaves.keys())
        if (leaf.startsWith(prefix))
            return true;
    return false;
}
/**
 * The direct children of a section as they are spelled in the file.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case; empty for the root
 * @returns the places one level below, in file order
 */
function childrenOf(configuration, path) {
    const prefix = path === '' ? '' : `${path.toLowerCase()}:`;
    const children = [];
    for (const [key, place] of configuration.places) {
        if (key.startsWith(prefix) && !key.slice(prefix.length).includes(':'))
            children.push(place);
    }
    return children;
}

;// CONCATENATED MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
/**
 * @fileoverview Character codes.
 * @author Nicholas C. Zakas
 */

const CHAR_0 = 48;          // 0
const CHAR_1 = 49;          // 1
const CHAR_9 = 57;          // 9
const CHAR_BACKSLASH = 92;  // \
const CHAR_DOLLAR = 36;     // $
const CHAR_DOT = 46;        // .
const CHAR_DOUBLE_QUOTE = 34; // "
const CHAR_LOWER_A = 97;    // a
const CHAR_LOWER_E = 101;         // e
const CHAR_LOWER_F = 102;   // f
const CHAR_LOWER_N = 110;   // n
const CHAR_LOWER_T = 116;   // t
const CHAR_LOWER_U = 117;   // u
const CHAR_LOWER_X = 120;   // x
const CHAR_LOWER_Z = 122;   // z
const CHAR_MINUS = 45;      // -
const CHAR_NEWLINE = 10;    // newline
const CHAR_PLUS = 43;       // +
const CHAR_RETURN = 13;     // return
const CHAR_SINGLE_QUOTE = 39; // '
const CHAR_SLASH = 47;      // /
const CHAR_SPACE = 32;      // space
const CHAR_TAB = 9;         // tab
const CHAR_UNDERSCORE = 95; // _
const CHAR_UPPER_A = 65;    // A
const CHAR_UPPER_E = 69;          // E
const CHAR_UPPER_F = 70;    // F
const CHAR_UPPER_N = 78;    // N
const CHAR_UPPER_X = 88;    // X
const CHAR_UPPER_Z = 90;    // Z
const CHAR_LOWER_B = 98;    // b
const CHAR_LOWER_R = 114;   // r
const CHAR_LOWER_V = 118;   // v
const CHAR_LINE_SEPARATOR = 0x2028;
const CHAR_PARAGRAPH_SEPARATOR = 0x2029;
const CHAR_UPPER_I = 73;    // I
const CHAR_STAR = 42;       // *
const CHAR_VTAB = 11;            // U+000B Vertical tab
const CHAR_FORM_FEED = 12;       // U+000C Form feed
const CHAR_NBSP = 160;           // U+00A0 Non-breaking space
const CHAR_BOM = 65279;          // U+FEFF
const CHAR_NON_BREAKING_SPACE = 160;
const CHAR_EN_QUAD = 8192;
const CHAR_EM_QUAD = 8193;
const CHAR_EN_SPACE = 8194;
const CHAR_EM_SPACE = 8195;
const CHAR_THREE_PER_EM_SPACE = 8196;
const CHAR_FOUR_PER_EM_SPACE = 8197;
const CHAR_SIX_PER_EM_SPACE = 8198;
const CHAR_FIGURE_SPACE = 8199;
const CHAR_PUNCTUATION_SPACE = 8200;
const CHAR_THIN_SPACE = 8201;
const CHAR_HAIR_SPACE = 8202;
const CHAR_NARROW_NO_BREAK_SPACE = 8239;
const CHAR_MEDIUM_MATHEMATICAL_SPACE = 8287;
const CHAR_IDEOGRAPHIC_SPACE = 12288;

/**
 * @fileoverview JSON syntax helpers
 * @author Nicholas C. Zakas
 */


//-----------------------------------------------------------------------------
// Types
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").TokenType} TokenType */

//-----------------------------------------------------------------------------
// Predefined Tokens
//-----------------------------------------------------------------------------

const LBRACKET = "[";
const RBRACKET = "]";
const LBRACE = "{";
const RBRACE = "}";
const COLON = ":";
const COMMA = ",";

const TRUE = "true";
const FALSE = "false";
const NULL = "null";
const NAN$1 = "NaN";
const INFINITY$1 = "Infinity";
const QUOTE = "\"";

const escapeToChar = new Map([
    [CHAR_DOUBLE_QUOTE, QUOTE],
    [CHAR_BACKSLASH, "\\"],
    [CHAR_SLASH, "/"],
    [CHAR_LOWER_B, "\b"],
    [CHAR_LOWER_N, "\n"],
    [CHAR_LOWER_F, "\f"],
    [CHAR_LOWER_R, "\r"],
    [CHAR_LOWER_T, "\t"]
]);

const json5EscapeToChar = new Map([
    ...escapeToChar,
    [CHAR_LOWER_V, "\v"],
    [CHAR_0, "\0"]
]);

const charToEscape = new Map([
    [QUOTE, QUOTE],
    ["\\", "\\"],
    ["/", "/"],
    ["\b", "b"],
    ["\n", "n"],
    ["\f", "f"],
    ["\r", "r"],
    ["\t", "t"]
]);

const json5CharToEscape = new Map([
    ...charToEscape,
    ["\v", "v"],
    ["\0", "0"],
    ["\u2028", "u2028"],
    ["\u2029", "u2029"]
]);

/** @type {Map<string,TokenType>} */
const knownTokenTypes = new Map([
    [LBRACKET, "LBracket"],
    [RBRACKET, "RBracket"],
    [LBRACE, "LBrace"],
    [RBRACE, "RBrace"],
    [COLON, "Colon"],
    [COMMA, "Comma"],
    [TRUE, "Boolean"],
    [FALSE, "Boolean"],
    [NULL, "Null"]
]);

/** @type {Map<string,TokenType>} */
const knownJSON5TokenTypes = new Map([
    ...knownTokenTypes,
    [NAN$1, "Number"],
    [INFINITY$1, "Number"]
]);

// JSON5
const json5LineTerminators = new Set([
    CHAR_NEWLINE,
    CHAR_RETURN,
    CHAR_LINE_SEPARATOR,
    CHAR_PARAGRAPH_SEPARATOR
]);

/**
 * @fileoverview JSON tokenization/parsing errors
 * @author Nicholas C. Zakas
 */

//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").Location} Location */
/** @typedef {import("./typedefs.js").Token} Token */

//-----------------------------------------------------------------------------
// Errors
//-----------------------------------------------------------------------------

/**
 * Base class that attaches location to an error.
 */
class ErrorWithLocation extends Error {

    /**
     * Creates a new instance.
     * @param {string} message The error message to report. 
     * @param {Location} loc The location information for the error.
     */
    constructor(message, { line, column, offset }) {
        super(`${ message } (${ line }:${ column})`);

        /**
         * The line on which the error occurred.
         * @type {number}
         */
        this.line = line;

        /**
         * The column on which the error occurred.
         * @type {number}
         */
        this.column = column;
        
        /**
         * The index into the string where the error occurred.
         * @type {number}
         */
        this.offset = offset;
    }

}

/**
 * Error thrown when an unexpected character is found during tokenizing.
 */
class UnexpectedChar extends ErrorWithLocation {

    /**
     * Creates a new instance.
     * @param {number} unexpected The character that was found.
     * @param {Location} loc The location information for the found character.
     */
    constructor(unexpected, loc) {
        super(`Unexpected character '${ String.fromCharCode(unexpected) }' found.`, loc);
    }
}

/**
 * Error thrown when an unexpected identifier is found during tokenizing.
 */
class UnexpectedIdentifier extends ErrorWithLocation {

    /**
     * Creates a new instance.
     * @param {string} unexpected The character that was found.
     * @param {Location} loc The location information for the found character.
     */
    constructor(unexpected, loc) {
        super(`Unexpected identifier '${ unexpected }' found.`, loc);
    }
}

/**
 * Error thrown when an unexpected token is found during parsing.
 */
class UnexpectedToken extends ErrorWithLocation {

    /**
     * Creates a new instance.
     * @param {Token} token The token that was found. 
     */
    constructor(token) {
        super(`Unexpected token ${ token.type } found.`, token.loc.start);
    }
}

/**
 * Error thrown when the end of input is found where it isn't expected.
 */
class UnexpectedEOF extends ErrorWithLocation {

    /**
     * Creates a new instance.
     * @param {Location} loc The location information for the found character.
     */
    constructor(loc) {
        super("Unexpected end of input found.", loc);
    }
}

/*
 * The following is extracted from https://github.com/json5/json5/
 *
 * MIT License
 * 
 * Copyright (c) 2012-2018 Aseem Kishore, and others.
 * 
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:
 * 
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
 * 
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/

const ID_Start = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0370-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u05D0-\u05EA\u05F0-\u05F2\u0620-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06E5\u06E6\u06EE\u06EF\u06FA-\u06FC\u06FF\u0710\u0712-\u072F\u074D-\u07A5\u07B1\u07CA-\u07EA\u07F4\u07F5\u07FA\u0800-\u0815\u081A\u0824\u0828\u0840-\u0858\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u0904-\u0939\u093D\u0950\u0958-\u0961\u0971-\u0980\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BD\u09CE\u09DC\u09DD\u09DF-\u09E1\u09F0\u09F1\u09FC\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A59-\u0A5C\u0A5E\u0A72-\u0A74\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABD\u0AD0\u0AE0\u0AE1\u0AF9\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3D\u0B5C\u0B5D\u0B5F-\u0B61\u0B71\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BD0\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D\u0C58-\u0C5A\u0C60\u0C61\u0C80\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBD\u0CDE\u0CE0\u0CE1\u0CF1\u0CF2\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D3A\u0D3D\u0D4E\u0D54-\u0D56\u0D5F-\u0D61\u0D7A-\u0D7F\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0E01-\u0E30\u0E32\u0E33\u0E40-\u0E46\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC4\u0EC6\u0EDC-\u0EDF\u0F00\u0F40-\u0F47\u0F49-\u0F6C\u0F88-\u0F8C\u1000-\u102A\u103F\u1050-\u1055\u105A-\u105D\u1061\u1065\u1066\u106E-\u1070\u1075-\u1081\u108E\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1711\u1720-\u1731\u1740-\u1751\u1760-\u176C\u176E-\u1770\u1780-\u17B3\u17D7\u17DC\u1820-\u1877\u1880-\u1884\u1887-\u18A8\u18AA\u18B0-\u18F5\u1900-\u191E\u1950-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u1A00-\u1A16\u1A20-\u1A54\u1AA7\u1B05-\u1B33\u1B45-\u1B4B\u1B83-\u1BA0\u1BAE\u1BAF\u1BBA-\u1BE5\u1C00-\u1C23\u1C4D-\u1C4F\u1C5A-\u1C7D\u1C80-\u1C88\u1CE9-\u1CEC\u1CEE-\u1CF1\u1CF5\u1CF6\u1D00-\u1DBF\u1E00-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u2071\u207F\u2090-\u209C\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CEE\u2CF2\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D80-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2E2F\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303C\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA61F\uA62A\uA62B\uA640-\uA66E\uA67F-\uA69D\uA6A0-\uA6EF\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA801\uA803-\uA805\uA807-\uA80A\uA80C-\uA822\uA840-\uA873\uA882-\uA8B3\uA8F2-\uA8F7\uA8FB\uA8FD\uA90A-\uA925\uA930-\uA946\uA960-\uA97C\uA984-\uA9B2\uA9CF\uA9E0-\uA9E4\uA9E6-\uA9EF\uA9FA-\uA9FE\uAA00-\uAA28\uAA40-\uAA42\uAA44-\uAA4B\uAA60-\uAA76\uAA7A\uAA7E-\uAAAF\uAAB1\uAAB5\uAAB6\uAAB9-\uAABD\uAAC0\uAAC2\uAADB-\uAADD\uAAE0-\uAAEA\uAAF2-\uAAF4\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABE2\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D\uFB1F-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE70-\uFE74\uFE76-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDE80-\uDE9C\uDEA0-\uDED0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF75\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00\uDE10-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE4\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC03-\uDC37\uDC83-\uDCAF\uDCD0-\uDCE8\uDD03-\uDD26\uDD50-\uDD72\uDD76\uDD83-\uDDB2\uDDC1-\uDDC4\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE2B\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEDE\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3D\uDF50\uDF5D-\uDF61]|\uD805[\uDC00-\uDC34\uDC47-\uDC4A\uDC80-\uDCAF\uDCC4\uDCC5\uDCC7\uDD80-\uDDAE\uDDD8-\uDDDB\uDE00-\uDE2F\uDE44\uDE80-\uDEAA\uDF00-\uDF19]|\uD806[\uDCA0-\uDCDF\uDCFF\uDE00\uDE0B-\uDE32\uDE3A\uDE50\uDE5C-\uDE83\uDE86-\uDE89\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC2E\uDC40\uDC72-\uDC8F\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD30\uDD46]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDED0-\uDEED\uDF00-\uDF2F\uDF40-\uDF43\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50\uDF93-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB]|\uD83A[\uDC00-\uDCC4\uDD00-\uDD43]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]/;
// eslint-disable-next-line no-misleading-character-class
const ID_Continue = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0300-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u0483-\u0487\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u05D0-\u05EA\u05F0-\u05F2\u0610-\u061A\u0620-\u0669\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06FC\u06FF\u0710-\u074A\u074D-\u07B1\u07C0-\u07F5\u07FA\u0800-\u082D\u0840-\u085B\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u08D4-\u08E1\u08E3-\u0963\u0966-\u096F\u0971-\u0983\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BC-\u09C4\u09C7\u09C8\u09CB-\u09CE\u09D7\u09DC\u09DD\u09DF-\u09E3\u09E6-\u09F1\u09FC\u0A01-\u0A03\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A3C\u0A3E-\u0A42\u0A47\u0A48\u0A4B-\u0A4D\u0A51\u0A59-\u0A5C\u0A5E\u0A66-\u0A75\u0A81-\u0A83\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABC-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD\u0AD0\u0AE0-\u0AE3\u0AE6-\u0AEF\u0AF9-\u0AFF\u0B01-\u0B03\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3C-\u0B44\u0B47\u0B48\u0B4B-\u0B4D\u0B56\u0B57\u0B5C\u0B5D\u0B5F-\u0B63\u0B66-\u0B6F\u0B71\u0B82\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD0\u0BD7\u0BE6-\u0BEF\u0C00-\u0C03\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D-\u0C44\u0C46-\u0C48\u0C4A-\u0C4D\u0C55\u0C56\u0C58-\u0C5A\u0C60-\u0C63\u0C66-\u0C6F\u0C80-\u0C83\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBC-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5\u0CD6\u0CDE\u0CE0-\u0CE3\u0CE6-\u0CEF\u0CF1\u0CF2\u0D00-\u0D03\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D44\u0D46-\u0D48\u0D4A-\u0D4E\u0D54-\u0D57\u0D5F-\u0D63\u0D66-\u0D6F\u0D7A-\u0D7F\u0D82\u0D83\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DE6-\u0DEF\u0DF2\u0DF3\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB9\u0EBB-\u0EBD\u0EC0-\u0EC4\u0EC6\u0EC8-\u0ECD\u0ED0-\u0ED9\u0EDC-\u0EDF\u0F00\u0F18\u0F19\u0F20-\u0F29\u0F35\u0F37\u0F39\u0F3E-\u0F47\u0F49-\u0F6C\u0F71-\u0F84\u0F86-\u0F97\u0F99-\u0FBC\u0FC6\u1000-\u1049\u1050-\u109D\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u135D-\u135F\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1714\u1720-\u1734\u1740-\u1753\u1760-\u176C\u176E-\u1770\u1772\u1773\u1780-\u17D3\u17D7\u17DC\u17DD\u17E0-\u17E9\u180B-\u180D\u1810-\u1819\u1820-\u1877\u1880-\u18AA\u18B0-\u18F5\u1900-\u191E\u1920-\u192B\u1930-\u193B\u1946-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u19D0-\u19D9\u1A00-\u1A1B\u1A20-\u1A5E\u1A60-\u1A7C\u1A7F-\u1A89\u1A90-\u1A99\u1AA7\u1AB0-\u1ABD\u1B00-\u1B4B\u1B50-\u1B59\u1B6B-\u1B73\u1B80-\u1BF3\u1C00-\u1C37\u1C40-\u1C49\u1C4D-\u1C7D\u1C80-\u1C88\u1CD0-\u1CD2\u1CD4-\u1CF9\u1D00-\u1DF9\u1DFB-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u203F\u2040\u2054\u2071\u207F\u2090-\u209C\u20D0-\u20DC\u20E1\u20E5-\u20F0\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D7F-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2DE0-\u2DFF\u2E2F\u3005-\u3007\u3021-\u302F\u3031-\u3035\u3038-\u303C\u3041-\u3096\u3099\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA62B\uA640-\uA66F\uA674-\uA67D\uA67F-\uA6F1\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA827\uA840-\uA873\uA880-\uA8C5\uA8D0-\uA8D9\uA8E0-\uA8F7\uA8FB\uA8FD\uA900-\uA92D\uA930-\uA953\uA960-\uA97C\uA980-\uA9C0\uA9CF-\uA9D9\uA9E0-\uA9FE\uAA00-\uAA36\uAA40-\uAA4D\uAA50-\uAA59\uAA60-\uAA76\uAA7A-\uAAC2\uAADB-\uAADD\uAAE0-\uAAEF\uAAF2-\uAAF6\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABEA\uABEC\uABED\uABF0-\uABF9\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE00-\uFE0F\uFE20-\uFE2F\uFE33\uFE34\uFE4D-\uFE4F\uFE70-\uFE74\uFE76-\uFEFC\uFF10-\uFF19\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDDFD\uDE80-\uDE9C\uDEA0-\uDED0\uDEE0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF7A\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCA0-\uDCA9\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00-\uDE03\uDE05\uDE06\uDE0C-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE38-\uDE3A\uDE3F\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE6\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC00-\uDC46\uDC66-\uDC6F\uDC7F-\uDCBA\uDCD0-\uDCE8\uDCF0-\uDCF9\uDD00-\uDD34\uDD36-\uDD3F\uDD50-\uDD73\uDD76\uDD80-\uDDC4\uDDCA-\uDDCC\uDDD0-\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE37\uDE3E\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEEA\uDEF0-\uDEF9\uDF00-\uDF03\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3C-\uDF44\uDF47\uDF48\uDF4B-\uDF4D\uDF50\uDF57\uDF5D-\uDF63\uDF66-\uDF6C\uDF70-\uDF74]|\uD805[\uDC00-\uDC4A\uDC50-\uDC59\uDC80-\uDCC5\uDCC7\uDCD0-\uDCD9\uDD80-\uDDB5\uDDB8-\uDDC0\uDDD8-\uDDDD\uDE00-\uDE40\uDE44\uDE50-\uDE59\uDE80-\uDEB7\uDEC0-\uDEC9\uDF00-\uDF19\uDF1D-\uDF2B\uDF30-\uDF39]|\uD806[\uDCA0-\uDCE9\uDCFF\uDE00-\uDE3E\uDE47\uDE50-\uDE83\uDE86-\uDE99\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC36\uDC38-\uDC40\uDC50-\uDC59\uDC72-\uDC8F\uDC92-\uDCA7\uDCA9-\uDCB6\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD36\uDD3A\uDD3C\uDD3D\uDD3F-\uDD47\uDD50-\uDD59]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDE60-\uDE69\uDED0-\uDEED\uDEF0-\uDEF4\uDF00-\uDF36\uDF40-\uDF43\uDF50-\uDF59\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50-\uDF7E\uDF8F-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99\uDC9D\uDC9E]|\uD834[\uDD65-\uDD69\uDD6D-\uDD72\uDD7B-\uDD82\uDD85-\uDD8B\uDDAA-\uDDAD\uDE42-\uDE44]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB\uDFCE-\uDFFF]|\uD836[\uDE00-\uDE36\uDE3B-\uDE6C\uDE75\uDE84\uDE9B-\uDE9F\uDEA1-\uDEAF]|\uD838[\uDC00-\uDC06\uDC08-\uDC18\uDC1B-\uDC21\uDC23\uDC24\uDC26-\uDC2A]|\uD83A[\uDC00-\uDCC4\uDCD0-\uDCD6\uDD00-\uDD4A\uDD50-\uDD59]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]|\uDB40[\uDD00-\uDDEF]/;

/**
 * @fileoverview A charactor code reader.
 * @author Nicholas C. Zakas
 */

//-----------------------------------------------------------------------------
// Type Definitions
//-----------------------------------------------------------------------------


//-----------------------------------------------------------------------------
// Data
//-----------------------------------------------------------------------------

const CHAR_CR = 13; // \r
const CHAR_LF = 10; // \n

//-----------------------------------------------------------------------------
// CharCodeReader
//-----------------------------------------------------------------------------

/**
 * A reader that reads character codes from a string.
 */
class CharCodeReader {

    /**
     * The text to read from.
     * @type {string}
     */
    #text = "";

    /**
     * The current line number.
     * @type {number}
     */
    #line = 1;

    /**
     * The current column number.
     * @type {number}
     */
    #column = 0;

    /**
     * The current offset in the text.
     * @type {number}
     */
    #offset = -1;

    /**
     * Whether the last character read was a new line.
     * @type {boolean}
     */
    #newLine = false;

    /**
     * The last character code read.
     * @type {number}
     */
    #last = -1;

    /**
     * Whether the reader has ended.
     * @type {boolean}
     */
    #ended = false;

    /**
     * Creates a new instance.
     * @param {string} text The text to read from
     */
    constructor(text) {
        this.#text = text;
    }

    /**
     * Ends the reader.
     * @returns {void}
     */
    #end() {
        if (this.#ended) {
            return;
        }

        this.#column++;
        this.#offset++;
        this.#last = -1;
        this.#ended = true;
    }

    /**
     * Returns the current position of the reader.
     * @returns {Location} An object with line, column, and offset properties.
     */
    locate() {
        return {
            line: this.#line,
            column: this.#column,
            offset: this.#offset
        };
    }

    /**
     * Reads the next character code in the text.
     * @returns {number} The next character code, or -1 if there are no more characters.
     */
    next() {
        if (this.#offset >= this.#text.length - 1) {
            this.#end();
            return -1;
        }

        this.#offset++;
        const charCode = this.#text.charCodeAt(this.#offset);

        if (this.#newLine) {
            this.#line++;
            this.#column = 1;
            this.#newLine = false;
        } else {
            this.#column++;
        }

        if (charCode === CHAR_CR) {
            this.#newLine = true;

            // if we already see a \r, just ignore upcoming \n
            if (this.peek() === CHAR_LF) {
                this.#offset++;
            }
        } else if (charCode === CHAR_LF) {
            this.#newLine = true;
        }

        this.#last = charCode;

        return charCode;
    }

    /**
     * Peeks at the next character code in the text.
     * @returns {number} The next character code, or -1 if there are no more characters.
     */
    peek() {
        if (this.#offset === this.#text.length - 1) {
            return -1;
        }

        return this.#text.charCodeAt(this.#offset + 1);
    }

    /**
     * Determines if the next character code in the text matches a specific character code.
     * @param {(number) => boolean} fn A function to call on the next character.
     * @returns {boolean} True if the next character code matches, false if not.
     */ 
    match(fn) {
        if (fn(this.peek())) {
            this.next();
            return true;
        }

        return false;
    }

    /**
     * Returns the last character code read.
     * @returns {number} The last character code read.
     */
    current() {
        return this.#last;
    }


}

/**
 * @fileoverview JSON tokenizer
 * @author Nicholas C. Zakas
 */


//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").Range} Range */
/** @typedef {import("./typedefs.js").TokenizeOptions} TokenizeOptions */

//-----------------------------------------------------------------------------
// Helpers
//-----------------------------------------------------------------------------

const INFINITY = "Infinity";
const NAN = "NaN";

const keywordStarts = new Set([CHAR_LOWER_T, CHAR_LOWER_F, CHAR_LOWER_N]);
const whitespace = new Set([CHAR_SPACE, CHAR_TAB, CHAR_NEWLINE, CHAR_RETURN]);
const json5Whitespace = new Set([
    ...whitespace,
    CHAR_VTAB,
    CHAR_FORM_FEED,
    CHAR_NBSP,
    CHAR_LINE_SEPARATOR,
    CHAR_PARAGRAPH_SEPARATOR,
    CHAR_BOM,
    CHAR_NON_BREAKING_SPACE,
    CHAR_EN_QUAD,
    CHAR_EM_QUAD,
    CHAR_EN_SPACE,
    CHAR_EM_SPACE,
    CHAR_THREE_PER_EM_SPACE,
    CHAR_FOUR_PER_EM_SPACE,
    CHAR_SIX_PER_EM_SPACE,
    CHAR_FIGURE_SPACE,
    CHAR_PUNCTUATION_SPACE,
    CHAR_THIN_SPACE,
    CHAR_HAIR_SPACE,
    CHAR_NARROW_NO_BREAK_SPACE,
    CHAR_MEDIUM_MATHEMATICAL_SPACE,
    CHAR_IDEOGRAPHIC_SPACE,
]);


/** @type {TokenizeOptions} */
const DEFAULT_OPTIONS$1 = {
    mode: "json",
    ranges: false
};

const jsonKeywords = new Set(["true", "false", "null"]);

const tt = {
    EOF: 0,
    Number: 1,
    String: 2,
    Boolean: 3,
    Null: 4,
    NaN: 5,
    Infinity: 6,
    Identifier: 7,
    Colon: 20,
    LBrace: 21,
    RBrace: 22,
    LBracket: 23,
    RBracket: 24,
    Comma: 25,
    LineComment: 40,
    BlockComment: 41
};


// #region Helpers


/**
 * Determines if a given character is a decimal digit.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is a digit.
 */
function isDigit(c) {
    return c >= CHAR_0 && c <= CHAR_9;
}

/**
 * Determines if a given character is a hexadecimal digit.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is a hexadecimal digit.
 */
function isHexDigit(c) {
    return isDigit(c) ||
        c >= CHAR_UPPER_A && c <= CHAR_UPPER_F ||
        c >= CHAR_LOWER_A && c <= CHAR_LOWER_F;
}

/**
 * Determines if a given character is a positive digit (1-9).
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is a positive digit.
 */
function isPositiveDigit(c) {
    return c >= CHAR_1 && c <= CHAR_9;
}

/**
 * Determines if a given character is the start of a keyword.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is the start of a keyword.
 */
function isKeywordStart(c) {
    return keywordStarts.has(c);
}

/**
 * Determines if a given character is the start of a number.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is the start of a number.
 */
function isNumberStart(c) {
    return isDigit(c) || c === CHAR_DOT || c === CHAR_MINUS;
}

/**
 * Determines if a given character is the start of a JSON5 number.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is the start of a JSON5 number.
 */
function isJSON5NumberStart(c) {
    return isNumberStart(c) || c === CHAR_PLUS;
}

/**
 * Determines if a given character is the start of a string.
 * @param {number} c The character to check.
 * @param {boolean} json5 `true` if JSON5 mode is enabled.
 * @returns {boolean} `true` if the character is the start of a string.
 */
function isStringStart(c, json5) {
    return c === CHAR_DOUBLE_QUOTE || (json5 && c === CHAR_SINGLE_QUOTE);
}

/**
 * Tests that a given character is a valid first character of a
 * JSON5 identifier
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is a valid first character. 
 */
function isJSON5IdentifierStart(c) {

    // test simple cases first

    if (c === CHAR_DOLLAR || c === CHAR_UNDERSCORE || c === CHAR_BACKSLASH) {
        return true;
    }

    if (c >= CHAR_LOWER_A && c <= CHAR_LOWER_Z || c >= CHAR_UPPER_A && c <= CHAR_UPPER_Z) {
        return true;
    }

    if (c === 0x200C || c === 0x200D) {
        return true;
    }
    
    const ct = String.fromCharCode(c);
    return ID_Start.test(ct);
}

/**
 * Tests that a given character is a valid part of a JSON5 identifier.
 * @param {number} c The character to check.
 * @returns {boolean} `true` if the character is a valid part of an identifier.
 */
function isJSON5IdentifierPart(c) {

    // fast path for simple cases
    if (isJSON5IdentifierStart(c) || isDigit(c)) {
        return true;
    }

    const ct = String.fromCharCode(c);
    return ID_Continue.test(ct);
}


// #endregion

class Tokenizer {

    /**
     * Options for the tokenizer.
     * @type {TokenizeOptions}
     */
    #options;

    /**
     * The source text to tokenize.
     * @type {string}
     */
    #text;

    /**
     * The reader for the source text.
     * @type {CharCodeReader}
     */
    #reader;

    /**
     * Indicates if the tokenizer is in JSON5 mode.
     * @type {boolean}
     */
    #json5;

    /**
     * Indicates if comments are allowed.
     * @type {boolean}
     */
    #allowComments;

    /**
     * Indicates if ranges should be included in the tokens.
     * @type {boolean}
     */
    #ranges;

    /**
     * The last token type read.
     * @type {Token}
     */
    #token;

    /**
     * Determines if a character is an escaped character.
     * @type {(c:number) => boolean}
     */
    #isEscapedCharacter;

    /**
     * Determines if a character is a JSON5 line terminator.
     * @type {(c:number) => boolean}
     */
    #isJSON5LineTerminator;


    /**
     * Determines if a character is a JSON5 hex escape.
     * @type {(c:number) => boolean}
     */
    #isJSON5HexEscape;

    /**
     * Determines if a character is whitespace.
     * @type {(c:number) => boolean}
     */
    #isWhitespace;

    /**
     * Creates a new instance of the tokenizer.
     * @param {string} text The source text
     * @param {TokenizeOptions} [options] Options for the tokenizer.
     */ 
    constructor(text, options) {
        this.#text = text;
        this.#options = {
            ...DEFAULT_OPTIONS$1,
            ...options
        };

        this.#reader = new CharCodeReader(text);
        this.#json5 = this.#options.mode === "json5";
        this.#allowComments = this.#options.mode !== "json";
        this.#ranges = this.#options.ranges;

        // TODO: Clean this up
        this.#isEscapedCharacter = this.#json5 ? json5EscapeToChar.has.bind(json5EscapeToChar) : escapeToChar.has.bind(escapeToChar);
        this.#isJSON5LineTerminator = this.#json5 ? json5LineTerminators.has.bind(json5LineTerminators) : () => false;
        this.#isJSON5HexEscape = this.#json5 ? c => c === CHAR_LOWER_X : () => false;
        this.#isWhitespace = this.#json5 ? json5Whitespace.has.bind(json5Whitespace) : whitespace.has.bind(whitespace);
    }

    // #region Errors

    /**
     * Convenience function for throwing unexpected character errors.
     * @param {number} c The unexpected character.
     * @param {Location} [loc] The location of the unexpected character.
     * @returns {never}
     * @throws {UnexpectedChar} always.
     */
    #unexpected(c, loc = this.#reader.locate()) {
        throw new UnexpectedChar(c, loc);
    }

    /**
     * Convenience function for throwing unexpected identifier errors.
     * @param {string} identifier The unexpected identifier.
     * @param {Location} [loc] The location of the unexpected identifier.
     * @returns {never}
     * @throws {UnexpectedIdentifier} always.
     */
    #unexpectedIdentifier(identifier, loc = this.#reader.locate()) {
        throw new UnexpectedIdentifier(identifier, loc);
    }

    /**
    * Convenience function for throwing unexpected EOF errors.
    * @returns {never}
    * @throws {UnexpectedEOF} always.
    */
    #unexpectedEOF() {
        throw new UnexpectedEOF(this.#reader.locate());
    }

    // #endregion

    // #region Helpers

    /**
     * Creates a new token.
     * @param {TokenType} tokenType The type of token to create.
     * @param {number} length The length of the token.
     * @param {Location} startLoc The start location for the token.
     * @param {Location} [endLoc] The end location for the token.
     * @returns {Token} The token.
     */
    #createToken(tokenType, length, startLoc, endLoc) {

        const endOffset = startLoc.offset + length;

        let range = this.#options.ranges ? {
            range: /** @type {Range} */ ([startLoc.offset, endOffset])
        } : undefined;

        return {
            type: tokenType,
            loc: {
                start: startLoc,
                end: endLoc || {
                    line: startLoc.line,
                    column: startLoc.column + length,
                    offset: endOffset
                }
            },
            ...range
        };        
    }

    /**
     * Reads in a specific number of hex digits.
     * @param {number} count The number of hex digits to read.
     * @returns {string} The hex digits read.
     */
    #readHexDigits(count) {
        let value = "";
        let c;

        for (let i = 0; i < count; i++) {
            c = this.#reader.peek();
            if (isHexDigit(c)) {
                this.#reader.next();
                value += String.fromCharCode(c);
                continue;
            }

            this.#unexpected(c);
        }

        return value;
    }

    /**
     * Reads in a JSON5 identifier. Also used for JSON but we validate
     * the identifier later.
     * @param {number} c The first character of the identifier.
     * @returns {string} The identifier read.
     * @throws {UnexpectedChar} when the identifier cannot be read.
     */
    #readIdentifier(c) {
        let value = "";

        do {

            value += String.fromCharCode(c);

            if (c === CHAR_BACKSLASH) {

                c = this.#reader.next();

                if (c !== CHAR_LOWER_U) {
                    this.#unexpected(c);
                }

                value += String.fromCharCode(c);

                const hexDigits = this.#readHexDigits(4);

                // check for a valid character code
                const charCode = parseInt(hexDigits, 16);

                if (value.length === 2 && !isJSON5IdentifierStart(charCode)) {
                    const loc = this.#reader.locate();
                    this.#unexpected(CHAR_BACKSLASH, { line: loc.line, column: loc.column - 5, offset: loc.offset - 5 });
                } else if (!isJSON5IdentifierPart(charCode)) {
                    const loc = this.#reader.locate();
                    this.#unexpected(charCode, { line: loc.line, column: loc.column - 5, offset: loc.offset - 5 });
                }

                value += hexDigits;
            }

            c = this.#reader.peek();

            if (!isJSON5IdentifierPart(c)) {
                break;
            }

            this.#reader.next();

        } while (true);  // eslint-disable-line no-constant-condition

        return value;
    }

    /**
     * Reads in a string. Works for both JSON and JSON5.
     * @param {number} c The first character of the string (either " or ').
     * @returns {number} The length of the string.
     * @throws {UnexpectedChar} when the string cannot be read.
     * @throws {UnexpectedEOF} when EOF is reached before the string is finalized.
     */
    #readString(c) {
        
        const delimiter = c;
        let length = 1;
        c = this.#reader.peek();

        while (c !== -1 && c !== delimiter) {

            this.#reader.next();
            length++;

            // escapes
            if (c === CHAR_BACKSLASH) {
                c = this.#reader.peek();

                if (this.#isEscapedCharacter(c) || this.#isJSON5LineTerminator(c)) {
                    this.#reader.next();
                    length++;
                } else if (c === CHAR_LOWER_U) {
                    this.#reader.next();
                    length++;

                    const result = this.#readHexDigits(4);
                    length += result.length;
                } else if (this.#isJSON5HexEscape(c)) {
                    this.#reader.next();
                    length++;

                    // hex escapes: \xHH
                    const result = this.#readHexDigits(2);
                    length += result.length;
                } else if (this.#json5) {  // JSON doesn't allow anything else
                    this.#reader.next();
                    length++;
                } else {
                    this.#unexpected(c);
                }
            }

            c = this.#reader.peek();
        }

        if (c === -1) {
            this.#reader.next();
            this.#unexpectedEOF();
        }

        // c is the delimiter
        this.#reader.next();
        length++;

        return length;
    
    
    }

    /**
     * Reads a number. Works for both JSON and JSON5.
     * @param {number} c The first character of the number.
     * @returns {number} The length of the number.
     * @throws {UnexpectedChar} when the number cannot be read.
     * @throws {UnexpectedEOF} when EOF is reached before the number is finalized.
     */
    #readNumber(c) {
        
        // we've already read the first character
        let length = 1;

        // JSON number may start with a minus but not a plus
        // JSON5 allows a plus.
        if (c === CHAR_MINUS || this.#json5 && c === CHAR_PLUS) {
            
            c = this.#reader.peek();
            
            /*
            * JSON5 allows Infinity or NaN preceded by a sign.
            * This blocks handles +Infinity, -Infinity, +NaN, and -NaN.
            * Standalone Infinity and NaN are handled in `readJSON5Identifier()`
            */
            if (this.#json5) {

                if (c === CHAR_UPPER_I || c === CHAR_UPPER_N) {
                    this.#reader.next();
                    const identifier = this.#readIdentifier(c);

                    if (identifier !== INFINITY && identifier !== NAN) {
                        this.#unexpected(c);
                    }

                    return length + identifier.length;
                }
            }

            // Next digit cannot be zero
            if (!isDigit(c)) {
                this.#unexpected(c);
            }

            // if we made it here, we need to continue on, so register the character
            this.#reader.next();
            length++;
        }

        /*
        * In JSON, a zero must be followed by a decimal point or nothing.
        * In JSON5, a zero can additionally be followed by an `x` indicating
        * that it's a hexadecimal number.
        */
        if (c === CHAR_0) {

            // c = this.#reader.next();
            // length++;
            c = this.#reader.peek();

            // check for a hex number
            if (this.#json5 && (c === CHAR_LOWER_X || c === CHAR_UPPER_X)) {

                this.#reader.next();
                length++;

                c = this.#reader.peek();

                if (!isHexDigit(c)) {
                    this.#reader.next();
                    this.#unexpected(c);
                }

                do {
                    this.#reader.next();
                    length++;
                    c = this.#reader.peek();
                } while (isHexDigit(c));

            } else if (isDigit(c)) {
                this.#unexpected(c);
            }

        } else {

            // JSON5 allows leading decimal points
            if (!this.#json5 || c !== CHAR_DOT) {
                if (!isPositiveDigit(c)) {
                    this.#unexpected(c);
                }

                c = this.#reader.peek();

                while (isDigit(c)) {
                    this.#reader.next();
                    length++;
                    c = this.#reader.peek();
                }
            }
        }

        /*
        * In JSON, a decimal point must be followed by at least one digit.
        * In JSON5, a decimal point need not be followed by any digits.
        */
        if (c === CHAR_DOT) {
                                
            let digitCount = -1;
            this.#reader.next();
            length++;
            digitCount++;

            c = this.#reader.peek();

            while (isDigit(c)) {
                this.#reader.next();
                length++;
                digitCount++;
                c = this.#reader.peek();
            }

            if (!this.#json5 && digitCount === 0) {
                this.#reader.next();
                if (c) {
                    this.#unexpected(c);
                } else {
                    this.#unexpectedEOF();
                }
            }
        }

        // Exponent is always last
        if (c === CHAR_LOWER_E || c === CHAR_UPPER_E) {

            this.#reader.next();
            length++;
            c = this.#reader.peek();

            if (c === CHAR_PLUS || c === CHAR_MINUS) {
                this.#reader.next();
                length++;
                c = this.#reader.peek();
            }

            /*
            * Must always have a digit in this position to avoid:
            * 5e
            * 12E+
            * 42e-
            */
            if (c === -1) {
                this.#reader.next();
                this.#unexpectedEOF();
            }

            if (!isDigit(c)) {
                this.#reader.next();
                this.#unexpected(c);
            }

            while (isDigit(c)) {
                this.#reader.next();
                length++;
                c = this.#reader.peek();
            }
        }

        return length;
    }

    /**
     * Reads a comment. Works for both JSON and JSON5.
     * @param {number} c The first character of the comment.
     * @returns {{length: number, multiline: boolean}} The length of the comment, and whether the comment is multi-line.
     * @throws {UnexpectedChar} when the comment cannot be read.
     * @throws {UnexpectedEOF} when EOF is reached before the comment is finalized.
     */ 
    #readComment(c) {
        
        let length = 1;

        // next character determines single- or multi-line
        c = this.#reader.peek();

        // single-line comments
        if (c === CHAR_SLASH) {
            
            do {
                this.#reader.next();
                length += 1;
                c = this.#reader.peek();
            } while (c > -1 && c !== CHAR_RETURN && c !== CHAR_NEWLINE);

            return { length, multiline: false };
        }

        // multi-line comments
        if (c === CHAR_STAR) {

            this.#reader.next();
            length += 1;

            while (c > -1) {
                c = this.#reader.peek();

                // check for end of comment
                if (c === CHAR_STAR) {
                    this.#reader.next();
                    length += 1;
                    c = this.#reader.peek();
                    
                    //end of comment
                    if (c === CHAR_SLASH) {
                        this.#reader.next();
                        length += 1;

                        return { length, multiline: true };
                    }
                } else {
                    this.#reader.next();
                    length += 1;
                }
            }

            this.#reader.next();
            this.#unexpectedEOF();
            
        }

        // if we've made it here, there's an invalid character
        this.#reader.next();
        this.#unexpected(c);        
    }
    // #endregion

    /**
     * Returns the next token in the source text.
     * @returns {number} The code for the next token.
     */
    next() {

        let c = this.#reader.next();

        while (this.#isWhitespace(c)) {
            c = this.#reader.next();
        }

        if (c === -1) {
            return tt.EOF;
        }

        const start = this.#reader.locate();
        const ct = String.fromCharCode(c);

        // check for JSON5 syntax only
        if (this.#json5) {
                
            if (knownJSON5TokenTypes.has(ct)) {
                this.#token = this.#createToken(knownJSON5TokenTypes.get(ct), 1, start);
            } else if (isJSON5IdentifierStart(c)) {
                const value = this.#readIdentifier(c);

                if (knownJSON5TokenTypes.has(value)) {
                    this.#token = this.#createToken(knownJSON5TokenTypes.get(value), value.length, start);
                } else {
                    this.#token = this.#createToken("Identifier", value.length, start);
                }
            } else if (isJSON5NumberStart(c)) {
                const result = this.#readNumber(c);
                this.#token = this.#createToken("Number", result, start);
            } else if (isStringStart(c, this.#json5)) {
                const result = this.#readString(c);
                const lastCharLoc = this.#reader.locate();
                this.#token = this.#createToken("String", result, start, {
                    line: lastCharLoc.line,
                    column: lastCharLoc.column + 1,
                    offset: lastCharLoc.offset + 1
                });
            } else if (c === CHAR_SLASH && this.#allowComments) {
                const result = this.#readComment(c);
                const lastCharLoc = this.#reader.locate();
                this.#token = this.#createToken(!result.multiline ? "LineComment" : "BlockComment", result.length, start, {
                    line: lastCharLoc.line,
                    column: lastCharLoc.column + 1,
                    offset: lastCharLoc.offset + 1
                });
            } else {
                this.#unexpected(c);
            }

        } else {

            // check for JSON/JSONC syntax only
            if (knownTokenTypes.has(ct)) {
                this.#token = this.#createToken(knownTokenTypes.get(ct), 1, start);
            } else if (isKeywordStart(c)) {
                const value = this.#readIdentifier(c);

                if (!jsonKeywords.has(value)) {
                    this.#unexpectedIdentifier(value, start);
                }

                this.#token = this.#createToken(knownTokenTypes.get(value), value.length, start);
            } else if (isNumberStart(c)) {
                const result = this.#readNumber(c);
                this.#token = this.#createToken("Number", result, start);
            } else if (isStringStart(c, this.#json5)) {
                const result = this.#readString(c);
                this.#token = this.#createToken("String", result, start);
            } else if (c === CHAR_SLASH && this.#allowComments) {
                const result = this.#readComment(c);
                const lastCharLoc = this.#reader.locate();
                this.#token = this.#createToken(!result.multiline ? "LineComment" : "BlockComment", result.length, start, {
                    line: lastCharLoc.line,
                    column: lastCharLoc.column + 1,
                    offset: lastCharLoc.offset + 1
                });
            } else {
                this.#unexpected(c);
            }
        }
        return tt[this.#token.type];
    }

    /**
     * Returns the current token in the source text.
     * @returns {Token} The current token.
     */
    get token() {
        return this.#token;
    }
}

//-----------------------------------------------------------------------------
// Main
//-----------------------------------------------------------------------------

/**
 * Creates an iterator over the tokens representing the source text.
 * @param {string} text The source text to tokenize.
 * @param {TokenizeOptions} [options] Options for doing the tokenization.
 * @returns {Array<Token>} An iterator over the tokens. 
 */
function tokenize(text, options) {

    const tokenizer = new Tokenizer(text, options);
    const tokens = [];

    while (tokenizer.next() !== tt.EOF) {
        tokens.push(tokenizer.token);
    }

    return tokens;

}

/**
 * @fileoverview  JSON AST types
 * @author Nicholas C. Zakas
 */

//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").NodeParts} NodeParts */
/** @typedef {import("./typedefs.js").DocumentNode} DocumentNode */
/** @typedef {import("./typedefs.js").StringNode} StringNode */
/** @typedef {import("./typedefs.js").NumberNode} NumberNode */
/** @typedef {import("./typedefs.js").BooleanNode} BooleanNode */
/** @typedef {import("./typedefs.js").MemberNode} MemberNode */
/** @typedef {import("./typedefs.js").ObjectNode} ObjectNode */
/** @typedef {import("./typedefs.js").ElementNode} ElementNode */
/** @typedef {import("./typedefs.js").ArrayNode} ArrayNode */
/** @typedef {import("./typedefs.js").NullNode} NullNode */
/** @typedef {import("./typedefs.js").ValueNode} ValueNode */
/** @typedef {import("./typedefs.js").IdentifierNode} IdentifierNode */
/** @typedef {import("./typedefs.js").NaNNode} NaNNode */
/** @typedef {import("./typedefs.js").InfinityNode} InfinityNode */
/** @typedef {import("./typedefs.js").Sign} Sign */

//-----------------------------------------------------------------------------
// Exports
//-----------------------------------------------------------------------------

const types = {

    /**
     * Creates a document node.
     * @param {ValueNode} body The body of the document.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {DocumentNode} The document node.
     */
    document(body, parts = {}) {
        return {
            type: "Document",
            body,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a string node.
     * @param {string} value The value for the string.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {StringNode} The string node.
     */
    string(value, parts = {}) {
        return {
            type: "String",
            value,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a number node.
     * @param {number} value The value for the number.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {NumberNode} The number node.
     */
    number(value, parts = {}) {
        return {
            type: "Number",
            value,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a boolean node.
     * @param {boolean} value The value for the boolean.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {BooleanNode} The boolean node.
     */
    boolean(value, parts = {}) {
        return {
            type: "Boolean",
            value,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a null node.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {NullNode} The null node.
     */
    null(parts = {}) {
        return {
            type: "Null",
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates an array node.
     * @param {Array<ElementNode>} elements The elements to add.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {ArrayNode} The array node.
     */
    array(elements, parts = {}) {
        return {
            type: "Array",
            elements,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates an element node.
     * @param {ValueNode} value The value for the element.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {ElementNode} The element node.
     */
    element(value, parts = {}) {
        return {
            type: "Element",
            value,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates an object node.
     * @param {Array<MemberNode>} members The members to add.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {ObjectNode} The object node.
     */
    object(members, parts = {}) {
        return {
            type: "Object",
            members,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a member node.
     * @param {StringNode|IdentifierNode} name The name for the member.
     * @param {ValueNode} value The value for the member.
     * @param {NodeParts} parts Additional properties for the node. 
     * @returns {MemberNode} The member node.
     */
    member(name, value, parts = {}) {
        return {
            type: "Member",
            name,
            value,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates an identifier node.
     * @param {string} name The name for the identifier.
     * @param {NodeParts} parts Additional properties for the node.
     * @returns {IdentifierNode} The identifier node.
     */
    identifier(name, parts = {}) {
        return {
            type: "Identifier",
            name,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates a NaN node.
     * @param {Sign} sign The sign for the Infinity.
     * @param {NodeParts} parts Additional properties for the node.
     * @returns {NaNNode} The NaN node.
     */ 
    nan(sign = "", parts = {}) {
        return {
            type: "NaN",
            sign,
            loc: parts.loc,
            ...parts
        };
    },

    /**
     * Creates an Infinity node.
     * @param {Sign} sign The sign for the Infinity.
     * @param {NodeParts} parts Additional properties for the node.
     * @returns {InfinityNode} The Infinity node.
     */
    infinity(sign = "", parts = {}) {
        return {
            type: "Infinity",
            sign,
            loc: parts.loc,
            ...parts
        };
    },

};

/**
 * @fileoverview JSON parser
 * @author Nicholas C. Zakas
 */


//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").Node} Node */
/** @typedef {import("./typedefs.js").Mode} Mode */
/** @typedef {import("./typedefs.js").ParseOptions} ParseOptions */

//-----------------------------------------------------------------------------
// Helpers
//-----------------------------------------------------------------------------

/** @type {ParseOptions} */
const DEFAULT_OPTIONS = {
    mode: "json",
    ranges: false,
    tokens: false,
    allowTrailingCommas: false
};

const UNICODE_SEQUENCE = /\\u[\da-fA-F]{4}/gu;

/**
 * Normalizes a JSON5 identifier by converting Unicode escape sequences into
 * their corresponding characters.
 * @param {string} identifier The identifier to normalize.
 * @returns {string} The normalized identifier.
 */
function normalizeIdentifier(identifier) {
    return identifier.replace(UNICODE_SEQUENCE, unicodeEscape => {
        return String.fromCharCode(parseInt(unicodeEscape.slice(2), 16));
    });
}

/**
 * Calculates the location at the end of the given text.
 * @param {string} text The text to calculate the end location for.
 * @returns {Location} The location at the end of the text.
 */
function getEndLocation(text) {
    let line = 1;
    let column = 1;
    
    for (let i = 0; i < text.length; i++) {
        const char = text[i];
        if (char === "\n") {
            line++;
            column = 1;
        } else if (char === "\r") {
            // Handle \r\n as a single line ending
            if (text[i + 1] === "\n") {
                i++; // Skip the \n
            }
            line++;
            column = 1;
        } else {
            column++;
        }
    }
    
    return {
        line,
        column,
        offset: text.length
    };
}

/**
 * Converts a JSON-encoded string into a JavaScript string, interpreting each
 * escape sequence.
 * @param {string} value The text for the token.
 * @param {Token} token The string token to convert into a JavaScript string.
 * @param {boolean} json5 `true` if parsing JSON5, `false` otherwise.
 * @returns {string} A JavaScript string.
 */
function getStringValue(value, token, json5 = false) {
    
    let result = "";
    let escapeIndex = value.indexOf("\\");
    let lastIndex = 0;

    // While there are escapes, interpret them to build up the result
    while (escapeIndex >= 0) {

        // append the text that happened before the escape
        result += value.slice(lastIndex, escapeIndex);

        // get the character immediately after the \
        const escapeChar = value.charAt(escapeIndex + 1);
        const escapeCharCode = escapeChar.charCodeAt(0);
        
        // check for the non-Unicode escape sequences first
        if (json5 && json5EscapeToChar.has(escapeCharCode)) {
            result += json5EscapeToChar.get(escapeCharCode);
            lastIndex = escapeIndex + 2;
        } else if (escapeToChar.has(escapeCharCode)) {
            result += escapeToChar.get(escapeCharCode);
            lastIndex = escapeIndex + 2;
        } else if (escapeChar === "u") {
            const hexCode = value.slice(escapeIndex + 2, escapeIndex + 6);
            if (hexCode.length < 4 || /[^0-9a-f]/i.test(hexCode)) {
                throw new ErrorWithLocation(
                    `Invalid unicode escape \\u${ hexCode}.`,
                    {
                        line: token.loc.start.line,
                        column: token.loc.start.column + escapeIndex,
                        offset: token.loc.start.offset + escapeIndex
                    }
                );
            }

            result += String.fromCharCode(parseInt(hexCode, 16));
            lastIndex = escapeIndex + 6;
        } else if (json5 && escapeChar === "x") {
            const hexCode = value.slice(escapeIndex + 2, escapeIndex + 4);
            if (hexCode.length < 2 || /[^0-9a-f]/i.test(hexCode)) {
                throw new ErrorWithLocation(
                    `Invalid hex escape \\x${ hexCode}.`,
                    {
                        line: token.loc.start.line,
                        column: token.loc.start.column + escapeIndex,
                        offset: token.loc.start.offset + escapeIndex
                    }
                );
            }

            result += String.fromCharCode(parseInt(hexCode, 16));
            lastIndex = escapeIndex + 4;
        } else if (json5 && json5LineTerminators.has(escapeCharCode)) {
            lastIndex = escapeIndex + 2;

            // we also need to skip \n after a \r
            if (escapeChar === "\r" && value.charAt(lastIndex) === "\n") {
                lastIndex++;
            }
            
        } else {
            // all characters can be escaped in JSON5
            if (json5) {
                result += escapeChar;
                lastIndex = escapeIndex + 2;
            } else {
                throw new ErrorWithLocation(
                    `Invalid escape \\${ escapeChar }.`,
                    {
                        line: token.loc.start.line,
                        column: token.loc.start.column + escapeIndex,
                        offset: token.loc.start.offset + escapeIndex
                    }
                );
            }
        }

        // find the next escape sequence
        escapeIndex = value.indexOf("\\", lastIndex);
    }

    // get the last segment of the string value
    result += value.slice(lastIndex);

    return result;
}

/**
 * Gets the JavaScript value represented by a JSON token.
 * @param {string} value The text value of the token.
 * @param {Token} token The JSON token to get a value for.
 * @param {boolean} json5 `true` if parsing JSON5, `false` otherwise.
 * @returns {string|boolean|number} A number, string, or boolean.
 * @throws {TypeError} If an unknown token type is found. 
 */
function getLiteralValue(value, token, json5 = false) {
    switch (token.type) {
        case "Boolean":
            return value === "true";
            
        case "Number":
            if (json5) {

                /*
                 * Numbers like -0x1 are converted to NaN by Number(), so we need
                 * to handle them separately. Rather than checking for -0x, we can
                 * just check if the first character is a minus sign. The same for
                 * checking for +0x.
                 */

                if (value.charCodeAt(0) === 45) { // 45 is the char code for '-'
                    return -Number(value.slice(1));
                }

                if (value.charCodeAt(0) === 43) { // 43 is the char code for '+'
                    return Number(value.slice(1));
                }
            }
            return Number(value);

        case "String":
            return getStringValue(value.slice(1, -1), token, json5);

        default:
            throw new TypeError(`Unknown token type "${token.type}.`);
    }
}

//-----------------------------------------------------------------------------
// Main Function
//-----------------------------------------------------------------------------

/**
 * 
 * @param {string} text The text to parse.
 * @param {ParseOptions} [options] The options object.
 * @returns {DocumentNode} The AST representing the parsed JSON.
 * @throws {Error} When there is a parsing error. 
 */
function parse(text, options) {

    options = Object.freeze({
        ...DEFAULT_OPTIONS,
        ...options
    });

    const tokens = [];
    const tokenizer = new Tokenizer(text, {
        mode: options.mode,
        ranges: options.ranges
    });

    const json5 = options.mode === "json5";
    const allowTrailingCommas = options.allowTrailingCommas || json5;

    /**
     * Returns the next token knowing there are no comments.
     * @returns {number} The next token type or 0 if no next token.
     */
    function nextNoComments() {
        const nextType = tokenizer.next();

        if (nextType && options.tokens) {
            tokens.push(tokenizer.token);
        }
        return nextType;
    }
    
    /**
     * Returns the next token knowing there are comments to skip.
     * @returns {number} The next token type or 0 if no next token.
     */
    function nextSkipComments() {
        const nextType = tokenizer.next();
        if (nextType && options.tokens) {
            tokens.push(tokenizer.token);
        }

        if (nextType >= tt.LineComment) {
            return nextSkipComments();
        }

        return nextType;

    }

    // determine correct way to evaluate tokens based on presence of comments
    const next = options.mode === "json" ? nextNoComments : nextSkipComments;

    /**
     * Asserts a token has the given type.
     * @param {number} token The token to check.
     * @param {number} type The token type.
     * @throws {UnexpectedToken} If the token type isn't expected.
     * @returns {void}
     */
    function assertTokenType(token, type) {
        if (token !== type) {
            throw new UnexpectedToken(tokenizer.token);
        }
    }

    /**
     * Asserts a token has one of the given types.
     * @param {number} token The token to check.
     * @param {number[]} types The token types.
     * @returns {void}
     * @throws {UnexpectedToken} If the token type isn't expected.
     */ 
    function assertTokenTypes(token, types) {
        if (!types.includes(token)) {
            throw new UnexpectedToken(tokenizer.token);
        }
    }

    /**
     * Creates a range only if ranges are specified.
     * @param {Location} start The start offset for the range.
     * @param {Location} end The end offset for the range.
     * @returns {{range:[number,number]}|undefined} An object with a 
     */
    function createRange(start, end) {
        // @ts-ignore tsc incorrect - options might be undefined
        return options.ranges ? {
            range: [start.offset, end.offset]
        } : undefined;
    }

    /**
     * Creates a node for a string, boolean, or number.
     * @param {number} tokenType The token representing the literal. 
     * @returns {StringNode|NumberNode|BooleanNode} The node representing
     *      the value.
     */
    function createLiteralNode(tokenType) {
        const token = tokenizer.token;
        const range = createRange(token.loc.start, token.loc.end);
        const value = getLiteralValue(
            text.slice(token.loc.start.offset, token.loc.end.offset),
            token,
            json5
        );
        const loc = {
            start: {
                ...token.loc.start
            },
            end: {
                ...token.loc.end
            }
        };
        const parts = { loc, ...range };

        switch (tokenType) {
            case tt.String:
                return types.string(/** @type {string} */ (value), parts);

            case tt.Number:
                return types.number(/** @type {number} */ (value), parts);
                
            case tt.Boolean:
                return types.boolean(/** @type {boolean} */ (value), parts);

            default:
                throw new TypeError(`Unknown token type ${token.type}.`);
        }
    }

    /**
     * Creates a node for a JSON5 identifier.
     * @param {Token} token The token representing the identifer. 
     * @returns {NaNNode|InfinityNode|IdentifierNode} The node representing
     *      the value.
     */
    function createJSON5IdentifierNode(token) {
        const range = createRange(token.loc.start, token.loc.end);
        const identifier = text.slice(token.loc.start.offset, token.loc.end.offset);
        const loc = {
            start: {
                ...token.loc.start
            },
            end: {
                ...token.loc.end
            }
        };
        const parts = { loc, ...range };

        // Check for NaN or Infinity
        if (token.type !== "Identifier") {

            let sign = "";

            // check if the first character in the token is a plus or minus
            if (identifier[0] === "+" || identifier[0] === "-") {
                sign = identifier[0];
            }

            // check if the token is NaN or Infinity
            return types[identifier.includes("NaN") ? "nan" : "infinity"](/** @type {Sign} */ (sign), parts);
        }
        return types.identifier(normalizeIdentifier(identifier), parts);
    }

    /**
     * Creates a node for a null.
     * @param {Token} token The token representing null. 
     * @returns {NullNode} The node representing null.
     */
    function createNullNode(token) {
        const range = createRange(token.loc.start, token.loc.end);

        return types.null({
            loc: {
                start: {
                    ...token.loc.start
                },
                end: {
                    ...token.loc.end
                }
            },
            ...range
        });
    }


    /**
     * Parses a property in an object.
     * @param {number} tokenType The token representing the property.
     * @returns {MemberNode} The node representing the property.
     * @throws {UnexpectedToken} When an unexpected token is found.
     * @throws {UnexpectedEOF} When the end of the file is reached.
     */
    function parseProperty(tokenType) {

        if (json5) {
            assertTokenTypes(tokenType, [tt.String, tt.Identifier, tt.Number]);
        } else {
            assertTokenType(tokenType, tt.String);
        }

        const token = tokenizer.token;

        // check for -NaN, +NaN, -Infinity, +Infinity, and any number
        if (json5 && tokenType === tt.Number && /[+\-0-9]/.test(text[token.loc.start.offset])) {
            throw new UnexpectedToken(token);
        }

        // TODO: Clean this up a bit
        let key = tokenType === tt.String
            ? /** @type {StringNode} */ (createLiteralNode(tokenType))
            : /** @type {IdentifierNode|NaNNode|InfinityNode} */ (createJSON5IdentifierNode(token));

        // in JSON5, need to check for NaN and Infinity and create identifier nodes
        if (json5 && (key.type === "NaN" || key.type === "Infinity")) {

            // NaN and Infinity cannot be signed and be a property key
            if (key.sign !== "") {
                throw new UnexpectedToken(tokenizer.token);
            }

            key = types.identifier(key.type, { loc: key.loc, ...createRange(key.loc.start, key.loc.end) });
        }

        tokenType = next();
        assertTokenType(tokenType, tt.Colon);
        const value = parseValue();
        const range = createRange(key.loc.start, value.loc.end);

        return types.member(
            /** @type {StringNode|IdentifierNode} */ (key),
            /** @type {ValueNode} */ (value),
            {
                loc: {
                    start: {
                        ...key.loc.start
                    },
                    end: {
                        ...value.loc.end
                    }
                },
                ...range
            }
        );
    }

    /**
     * Parses an object literal.
     * @param {number} firstTokenType The first token type in the object.
     * @returns {ObjectNode} The object node.
     * @throws {UnexpectedEOF} When the end of the file is reached.
     * @throws {UnexpectedToken} When an unexpected token is found.
     */
    function parseObject(firstTokenType) {

        // The first token must be a { or else it's an error
        assertTokenType(firstTokenType, tt.LBrace);

        const firstToken = tokenizer.token;
        const members = [];
        let tokenType = next();

        if (tokenType !== tt.RBrace) {
            do {
    
                // add the value into the array
                members.push(parseProperty(tokenType));
    
                tokenType = next();

                if (!tokenType) {
                    throw new UnexpectedEOF(members[members.length-1].loc.end);
                }
    
                if (tokenType === tt.Comma) {
                    tokenType = next();

                    /*
                      * Trailing commas.
                      * So we need to check if the token is a comma,
                      * and if so, then we need to check if the next
                      * token is a RBrace. If it is, then we need to
                      * break out of the loop.
                      */
                    if (allowTrailingCommas && tokenType === tt.RBrace) {
                        break;
                    }                      
                } else {
                    break;
                }
            } while (tokenType);
        }

        assertTokenType(tokenType, tt.RBrace);
        const lastToken = tokenizer.token;
        const range = createRange(firstToken.loc.start, lastToken.loc.end);

        return types.object(members, {
            loc: {
                start: {
                    ...firstToken.loc.start
                },
                end: {
                    ...lastToken.loc.end
                }
            },
            ...range
        });

    }

    /**
     * Parses an array literal.
     * @param {number} firstTokenType The first token in the array.
     * @returns {ArrayNode} The array node.
     * @throws {UnexpectedToken} When an unexpected token is found.
     * @throws {UnexpectedEOF} When the end of the file is reached.
     */
    function parseArray(firstTokenType) {

        // The first token must be a [ or else it's an error
        assertTokenType(firstTokenType, tt.LBracket);

        const firstToken = tokenizer.token;
        const elements = [];
        let tokenType = next();
        
        if (tokenType !== tt.RBracket) {

            do {

                // add the value into the array
                const value = parseValue(tokenType);

                elements.push(types.element(
                    /** @type {ValueNode} */ (value),
                    { loc: value.loc }
                ));

                tokenType = next();
              
                if (tokenType === tt.Comma) {
                    tokenType = next();

                    /*
                      * Trailing commas.
                      * So we need to check if the token is a comma,
                      * and if so, then we need to check if the next
                      * token is a RBracket. If it is, then we need to
                      * break out of the loop.
                      */
                    if (allowTrailingCommas && tokenType === tt.RBracket) {
                        break;
                    }                    
                } else {
                    break;
                }
            } while (tokenType);
        }

        assertTokenType(tokenType, tt.RBracket);

        const lastToken = tokenizer.token;
        const range = createRange(firstToken.loc.start, lastToken.loc.end);

        return types.array(elements, {
            loc: {
                start: {
                    ...firstToken.loc.start
                },
                end: {
                    ...lastToken.loc.end
                }
            },
            ...range
        });

    }

    /**
     * Parses a JSON value.
     * @param {number} [tokenType] The token type to parse.
     * @returns {ValueNode|IdentifierNode} The node representing the value.
     */
    function parseValue(tokenType) {

        tokenType = tokenType ?? next();
        const token = tokenizer.token;
        
        switch (tokenType) {
            case tt.String:
            case tt.Boolean:
                return createLiteralNode(tokenType);

            case tt.Number:
                if (json5) {
                    let tokenText = text.slice(token.loc.start.offset, token.loc.end.offset);
                    if (tokenText[0] === "+" || tokenText[0] === "-") {
                        tokenText = tokenText.slice(1);
                    }

                    if (tokenText === "NaN" || tokenText === "Infinity") {
                        return createJSON5IdentifierNode(token);
                    }
                }
                return createLiteralNode(tokenType);

            case tt.Null:
                return createNullNode(token);

            case tt.LBrace:
                return parseObject(tokenType);

            case tt.LBracket:
                return parseArray(tokenType);

            default:
                throw new UnexpectedToken(token);
        }

    }

    
    const docBody = parseValue();
    
    const unexpectedToken = next();
    if (unexpectedToken) {
        throw new UnexpectedToken(tokenizer.token);
    }
    
    
    const textEndLocation = getEndLocation(text);
    const docParts = {
        loc: {
            start: {
                line: 1,
                column: 1,
                offset: 0
            },
            end: {
                ...textEndLocation
            }
        }
    };
    
    if (options.tokens) {
        docParts.tokens = tokens;
    }

    if (options.ranges) {
        docParts.range = [
            docParts.loc.start.offset,
            docParts.loc.end.offset
        ];
    }

    return types.document(/** @type {ValueNode} */ (docBody), docParts);
}

/**
 * @fileoverview Traversal approaches for Momoa JSON AST.
 * @author Nicholas C. Zakas
 */

//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").TraversalPhase} TraversalPhase */
/**
 * @typedef {Object} TraversalVisitor
 * @property {(node: Node, parent?: Node) => void} [enter]
 * @property {(node: Node, parent?: Node) => void} [exit]
 */

//-----------------------------------------------------------------------------
// Data
//-----------------------------------------------------------------------------

const childKeys = new Map([
    ["Document", ["body"]],
    ["Object", ["members"]],
    ["Member", ["name", "value"]],
    ["Element", ["value"]],
    ["Array", ["elements"]],
    ["String", []],
    ["Number", []],
    ["Boolean", []],
    ["Null", []],
    ["NaN", []],
    ["Infinity", []],
    ["Identifier", []],
]);

//-----------------------------------------------------------------------------
// Helpers
//-----------------------------------------------------------------------------

/**
 * Determines if a given value is an object.
 * @param {*} value The value to check.
 * @returns {boolean} True if the value is an object, false if not. 
 */
function isObject(value) {
    return value && (typeof value === "object");
}

/**
 * Determines if a given value is an AST node.
 * @param {*} value The value to check.
 * @returns {boolean} True if the value is a node, false if not. 
 */
function isNode(value) {
    return isObject(value) && (typeof value.type === "string");
}

//-----------------------------------------------------------------------------
// Exports
//-----------------------------------------------------------------------------

/**
 * Traverses an AST from the given node.
 * @param {Node} root The node to traverse from 
 * @param {TraversalVisitor} visitor An object with an `enter` and `exit` method. 
 */
function traverse(root, visitor) {

    /**
     * Recursively visits a node.
     * @param {Node} node The node to visit.
     * @param {Node} [parent] The parent of the node to visit.
     * @returns {void}
     */
    function visitNode(node, parent) {

        if (typeof visitor.enter === "function") {
            visitor.enter(node, parent);
        }

        for (const key of childKeys.get(node.type)) {
            const value = node[key];

            if (isObject(value)) {
                if (Array.isArray(value)) {
                    value.forEach(child => visitNode(child, node));
                } else if (isNode(value)) {
                    visitNode(value, node);
                }
            }
        }

        if (typeof visitor.exit === "function") {
            visitor.exit(node, parent);
        }
    }

    visitNode(root);
}

/**
 * @callback FilterPredicate
 * @param {{node: Node, parent?: Node, phase: TraversalPhase}} item
 * @param {number} index
 * @param {Array<{node: Node, parent?: Node, phase: TraversalPhase}>} array
 * @returns {boolean}
 */

/**
 * Creates an iterator over the given AST.
 * @param {Node} root The root AST node to traverse. 
 * @param {FilterPredicate} [filter] A filter function to determine which steps to
 *      return;
 * @returns {IterableIterator<{node: Node, parent?: Node, phase: TraversalPhase}>} An iterator over the AST.  
 */
function iterator(root, filter = () => true) {

    /** @type {Array<{node: Node, parent?: Node, phase: TraversalPhase}>} */
    const traversal = [];

    traverse(root, {
        enter(node, parent) {
            traversal.push({ node, parent, phase: "enter" });
        },
        exit(node, parent) {
            traversal.push({ node, parent, phase: "exit" });
        }
    });

    return traversal.filter(filter).values();
}

/**
 * @fileoverview Evaluator for Momoa AST.
 * @author Nicholas C. Zakas
 */

//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------

/** @typedef {import("./typedefs.js").AnyNode} AnyNode */
/** @typedef {import("./typedefs.js").JSONValue} JSONValue */

//-----------------------------------------------------------------------------
// Exports
//-----------------------------------------------------------------------------

/**
 * Evaluates a Momoa AST node into a JavaScript value.
 * @param {AnyNode} node The node to interpet.
 * @returns {JSONValue} The JavaScript value for the node. 
 */
function evaluate(node) {
    switch (node.type) {
        case "String":
            return node.value;

        case "Number":
            return node.value;

        case "Boolean":
            return node.value;

        case "Null":
            return null;

        case "NaN":
            return NaN;
        
        case "Infinity":
            return node.sign === "-" ? -Infinity : Infinity;

        case "Identifier":
            return node.name;

        case "Array": {
            // const arrayNode = /** @type {ArrayNode} */ (node);
            return node.elements.map(element => evaluate(element.value));
        }

        case "Object": {

            /** @type {{[property: string]: JSONValue}} */
            const object = {};

            node.members.forEach(member => {
                object[/** @type {string} */ (evaluate(member.name))] = evaluate(member.value);
            });    

            return object;
        }    

        case "Document": {
            return evaluate(node.body);
        }

        case "Element":
            throw new Error("Cannot evaluate array element outside of an array.");

        case "Member":
            throw new Error("Cannot evaluate object member outside of an object.");

        default:
            // @ts-ignore tsc doesn't know about the type property here?
            throw new Error(`Unknown node type ${ node.type }.`);
    }
}

/**
 * @fileoverview Printer for Momoa AST.
 * @author Nicholas C. Zakas
 */


//-----------------------------------------------------------------------------
// Typedefs
//-----------------------------------------------------------------------------


//-----------------------------------------------------------------------------
// Helpers
//-----------------------------------------------------------------------------

/**
 * Prints the string representation of a Boolean node.
 * @param {BooleanNode} node The node to print.
 * @returns {string} The boolean value.
 */
function printBoolean(node) {
    return node.value ? "true" : "false";
}

/**
 * Prints the string representation of a null node.
 * @returns {string} The string "null".
 */
function printNull() {
    return "null";
}

/**
 * Prints the string representation of a number node.
 * @param {NumberNode} node The node to print.
 * @returns {string} The number value.
 */
function printNumber(node) {
    return node.value.toString();
}

/**
 * Prints the string representation of a NaN node.
 * @returns {string} The string "NaN".
 */
function printNaN() {
    return "NaN";
}

/**
 * Prints the string representation of an Infinity node.
 * @param {InfinityNode} node The node to print.
 * @returns {string} The string "Infinity" or "-Infinity".
 */
function printInfinity(node) {
    return node.sign + "Infinity";
}

/**
 * Prints the string representation of a string node.
 * @param {StringNode} node The node to print.
 * @returns {string} The string value.
 */
function printString(node) {

    let result = "\"";

    // escape all characters that need escaping
    for (const c of node.value) {

        const newChar = json5CharToEscape.get(c);

        if (newChar) {
            result += "\\" + newChar;
            continue;
        }

        // if it's a double quote, escape it
        if (c === "\"") {
            result += "\\\"";
            continue;
        }

        // if it's a control character, escape it
        if (c < " " || c === "\u007F") {
            const hex = c.codePointAt(0).toString(16).toUpperCase();
            result += `\\u${"0000".substring(hex.length)}${hex}`;
            continue;
        }

        // otherwise, just add the character
        result += c;

    }
    
    return result + "\"";
}

/**
 * Prints the string representation of an identifier node.
 * @param {IdentifierNode} node The node to print.
 * @returns {string} The identifier name.
 */
function printIdentifier(node) {
    return node.name;
}

/**
 * Prints the string representation of an array node.
 * @param {ArrayNode} node The node to print.
 * @param {string} indent The string to use for indentation.
 * @param {number} indentLevel The current level of indentation.
 * @returns {string} The array value.
 */
function printArray(node, indent, indentLevel) {
    const newLine = indent ? "\n" : "";
    const indentString = indent.repeat(indentLevel);
    const elementIndentString = indent.repeat(indentLevel + 1);

    return `[${newLine}${
        node.elements.map(element =>
            `${elementIndentString}${printValue(element.value, indent, indentLevel + 1)}`
        ).join(`,${newLine}`)
    }${newLine}${indentString}]`;
}

/**
 * Prints the string representation of a member node.
 * @param {MemberNode} node The node to print.
 * @param {string} indent The string to use for indentation.
 * @param {number} indentLevel The current level of indentation.
 * @returns {string} The member value.
 */
function printMember(node, indent, indentLevel) {
    const space = indent ? " " : "";
    return `${printValue(node.name, indent, indentLevel)}:${space}${printValue(node.value, indent, indentLevel + 1)}`;
}

/**
 * Prints the string representation of an object node.
 * @param {ObjectNode} node The node to print.
 * @param {string} indent The string to use for indentation.
 * @param {number} indentLevel The current level of indentation.
 * @returns {string} The object value.
 */
function printObject(node, indent, indentLevel) {
    const newLine = indent ? "\n" : "";
    const indentString = indent.repeat(indentLevel);
    const memberIndentString = indent.repeat(indentLevel + 1);

    return `{${newLine}${
        node.members.map(member => 
            `${memberIndentString}${printMember(member, indent, indentLevel)}`
        ).join(`,${newLine}`)
    }${newLine}${indentString}}`;
}

/**
 * Prints the string representation of a node.
 * @param {AnyNode} node The node to print.
 * @param {string} indentString The string to use for indentation.
 * @param {number} indentLevel The current level of indentation.
 * @returns {string} The string representation of the node.
 * @throws {TypeError} If the node type is unknown.

 */
function printValue(node, indentString, indentLevel) {
    switch (node.type) {
        case "String":
            return printString(node);
        case "Number":
            return printNumber(node);
        case "Boolean":
            return printBoolean(node);
        case "Null":
            return printNull();
        case "NaN":
            return printNaN();
        case "Infinity":
            return printInfinity(node);
        case "Identifier":
            return printIdentifier(node);
        case "Array":
            return printArray(node, indentString, indentLevel);
        case "Object":
            return printObject(node, indentString, indentLevel);
        case "Document":
            return printValue(node.body, indentString, indentLevel);
        default:
            throw new TypeError(`Unknown node type: ${node.type}`);
    }
}


//-----------------------------------------------------------------------------
// Exports
//-----------------------------------------------------------------------------

/**
 * Converts a Momoa AST back into a JSON string.
 * @param {AnyNode} node The node to print.
 * @param {Object} options Options for the print.
 * @param {number} [options.indent=0] The number of spaces to indent each line. If
 *      greater than 0, then newlines and indents will be added to output. 
 * @returns {string} The JSON representation of the AST.
 */
function print(node, { indent = 0 } = {}) {

    const indentLevel = 0;
    const indentString = " ".repeat(indent);

    return printValue(node, indentString, indentLevel);
}



;// CONCATENATED MODULE: ./src/project/json-scan.ts
/**
 * Looks over a text before it is parsed as JSON: comments, open strings, nesting. It builds no values.
 */
/** Newtonsoft.Json 13 refuses deeper documents (`JsonReader.MaxDepth`). */
const maxDepth = 64;
/**
 * Replaces comments by blanks of the same length and measures the nesting, without recursion:
 * the parser recurses on both, so a deep document or a long run of comments would overflow its stack.
 *
 * @param source the text, with LF line ends
 * @returns the text to parse, or why it cannot be JSON and at which offset
 */
function blankComments(source) {
    const pieces = [];
    let kept = 0;
    let depth = 0;
    let offset = 0;
    while (offset < source.length) {
        const character = source[offset];
        if (character === '"' || character === "'") {
            const end = endOfString(source, offset);
            // The parser would never come back from a string that ends in a backslash at the end of the text.
            if (end === -1)
                return { reason: 'a string is not closed', offset };
            offset = end;
        }
        else if (character === '/' && (source[offset + 1] === '/' || source[offset + 1] === '*')) {
            const end = endOfComment(source, offset);
            if (end === -1)
                return { reason: 'a comment is not closed', offset };
            pieces.push(source.slice(kept, offset), source.slice(offset, end).replaceAll(/[^\n]/g, ' '));
            kept = offset = end;
        }
        else {
            if (character === '{' || character === '[')
                depth += 1;
            if (character === '}' || character === ']')
                depth -= 1;
            if (depth > maxDepth)
                return { reason: `values are nested deeper than ${maxDepth} levels`, offset };
            offset += 1;
        }
    }
    pieces.push(source.slice(kept));
    const text = pieces.join('');
    return { text, trimmed: text.trimEnd(), isOpen: depth > 0 };
}
/** The offset after a string, or -1 when it is not closed. */
function endOfString(source, start) {
    const quote = source[start];
    let offset = start + 1;
    while (offset < source.length && source[offset] !== quote)
        offset += source[offset] === '\\' ? 2 : 1;
    return offset < source.length ? offset + 1 : -1;
}
/** The offset after a comment, or -1 when a block comment is not closed. */
function endOfComment(source, start) {
    if (source[start + 1] === '/') {
        const end = source.indexOf('\n', start);
        return end === -1 ? source.length : end;
    }
    const end = source.indexOf('*/', start + 2);
    return end === -1 ? -1 : end + 2;
}

;// CONCATENATED MODULE: ./src/project/json.ts
/**
 * Reads JSON as leniently as the Functions host does (Newtonsoft.Json: comments, single quotes, bare keys,
 * trailing commas) and keeps the place of every value. Hostile input ends in a failure, never in a throw.
 */



/** Larger files are refused: a host.json of this size is a mistake or an attack. */
const maxJsonBytes = 1024 * 1024;
const textEncodings = (/* unused pure expression or super */ null && (['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'invalid']));
/**
 * Decodes and parses a JSON file.
 *
 * @param bytes the content of the file
 * @returns the document with places (lines and columns from 1), or the first failure with its place
 */
function parseJson(bytes) {
    if (bytes.length > maxJsonBytes)
        return failed(`the file is larger than ${maxJsonBytes} bytes`, 1, 1);
    const { text, encoding } = decode(bytes);
    const source = text.replaceAll('\r\n', '\n');
    const places = new LineTable(source);
    const scan = blankComments(source);
    if ('reason' in scan)
        return failed(scan.reason, ...places.at(scan.offset));
    try {
        const { body } = parse(scan.text, { mode: 'json5', allowTrailingCommas: true });
        const root = convert(body, places);
        return { state: 'parsed', document: { root, lenientFrom: lenientFrom(source, places), encoding } };
    }
    catch (error) {
        const { trimmed, isOpen } = scan;
        // At the end of the text the parser blames the last token.
        const isAtEnd = (isOpen || trimmed === '') && trimmed.slice(offsetOf(error)).search(/\s/) === -1;
        if (isAtEnd)
            return failed('unexpected end of input', ...places.at(trimmed.length));
        return failed(reasonOf(error, source), ...places.at(offsetOf(error)));
    }
}
/**
 * Decodes text as .NET's `File.ReadAllText` does: by byte order mark, else UTF-8.
 *
 * @param bytes the content of a file
 * @returns the text without its mark, and how it was encoded
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
    }
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' };
    }
    catch {
        return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'invalid' };
    }
}
function convert(node, places) {
    const span = places.span(node.loc.start.offset, node.loc.end.offset);
    switch (node.type) {
        case 'Object':
            return { kind: 'object', members: node.members.map((member) => convertMember(member, places)), span };
        case 'Array':
            return { kind: 'array', items: node.elements.map((element) => convert(element.value, places)), span };
        case 'String':
            return { kind: 'string', value: node.value, span };
        case 'Number':
            return { kind: 'number', value: node.value, text: places.textOf(node.loc), span };
        case 'Boolean':
            return { kind: 'boolean', value: node.value, span };
        case 'NaN':
            return { kind: 'number', value: Number.NaN, text: 'NaN', span };
        case 'Infinity':
            return { kind: 'number', value: Number.POSITIVE_INFINITY, text: 'Infinity', span };
        default:
            return { kind: 'null', span };
    }
}
function convertMember(member, places) {
    const { name, value } = member;
    return {
        key: name.type === 'Identifier' ? name.name : name.value,
        keySpan: places.span(name.loc.start.offset, name.loc.end.offset),
        value: convert(value, places),
    };
}
function lenientFrom(source, places) {
    try {
        JSON.parse(source);
        return undefined;
    }
    catch {
        // The place in JSON.parse's own message differs between Node versions.
    }
    try {
        parse(source, { mode: 'json' });
        return undefined;
    }
    catch (error) {
        const [line, column] = places.at(offsetOf(error));
        return { line, column };
    }
}
function failed(reason, line, column) {
    return { state: 'failed', failure: { reason, line, column } };
}
/** The parser names tokens by their types. */
const tokenTexts = {
    LBrace: "'{'",
    RBrace: "'}'",
    LBracket: "'['",
    RBracket: "']'",
    Colon: "':'",
    Comma: "','",
    String: 'string',
};
/** The parser's sentence without its place and full stop, for use inside another sentence. */
function reasonOf(error, source) {
    if (!(error instanceof Error && 'offset' in error))
        return 'it cannot be parsed';
    const [word] = /^[\w$]{1,40}/.exec(source.slice(offsetOf(error), offsetOf(error) + 40)) ?? [];
    const reason = errors_messageOf(error)
        .replace(/ \(\d+:\d+\)$/, '')
        .replace(/ found\.$/, '')
        .replace(/ token (\w+)$/, (_, type) => ` ${tokenTexts[type] ?? `'${word ?? type}'`}`);
    return `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`;
}
function offsetOf(error) {
    return typeof error === 'object' && error !== null && 'offset' in error ? Number(error.offset) : 0;
}
/** Turns offsets into lines and columns; the parser's own columns are wrong after a line break in a string. */
class LineTable {
    #text;
    #starts = [0];
    constructor(text) {
        this.#text = text;
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            this.#starts.push(at + 1);
    }
    at(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return [low + 1, offset - (this.#starts[low] ?? 0) + 1];
    }
    textOf({ start, end }) {
        return this.#text.slice(start.offset, end.offset);
    }
    span(start, end) {
        const [line, column] = this.at(start);
        const [endLine, endColumn] = this.at(end);
        return { line, column, endLine, endColumn };
    }
}

;// CONCATENATED MODULE: ./src/project/native-worker.ts
/**
 * The module of the native Go worker (preview, 2026), in the text of a go.mod.
 */
/** Its path. Go tells the cases apart, and the module calls itself this. */
const workerModule = 'github.com/azure/azure-functions-golang-worker';
/**
 * Finds the requirement of the native worker.
 *
 * @param goMod text of a go.mod
 * @returns the first one, with its path in any case; undefined when there is none
 */
function workerRequirement(goMod) {
    const match = requirement.exec(goMod);
    if (match === null)
        return undefined;
    const [, before = '', path = '', version = ''] = match;
    return { path, version, offset: match.index + before.length };
}
// Its other modules, such as its middleware, have longer paths.
const requirement = /^([ \t]*(?:require[ \t]+)?)(github\.com\/azure\/azure-functions-golang-worker)[ \t]+(\S{1,100})/im;
/**
 * Says whether a module requires the native worker.
 *
 * @param goMod text of a go.mod
 * @returns true when a requirement names it
 */
function requiresNativeWorker(goMod) {
    return workerRequirement(goMod) !== undefined;
}

;// CONCATENATED MODULE: ./src/discover/paths.ts
/**
 * Paths of a repository: relative to its root, with forward slashes, `.` for the root itself. Pure.
 */
/**
 * The folder that a path lies in.
 *
 * @param path a path of the repository
 * @returns its folder; `.` for what lies at the root
 */
function folderOf(path) {
    const end = path.lastIndexOf('/');
    return end === -1 ? '.' : path.slice(0, end);
}
/**
 * The last part of a path.
 *
 * @param path a path of the repository
 * @returns the name of the file or folder
 */
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/**
 * Every folder around a path.
 *
 * @param path a path of the repository
 * @returns its folder first, the root `.` last; nothing for the root
 */
function foldersAround(path) {
    const folders = [];
    for (let folder = path; folder !== '.';) {
        folder = folderOf(folder);
        folders.push(folder);
    }
    return folders;
}
/**
 * Whether a path is a folder or lies inside of it.
 *
 * @param path a path of the repository
 * @param folder a folder of the repository
 * @returns true for the folder itself too
 */
function isWithin(path, folder) {
    return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
/**
 * Puts two paths together, and takes `.` and `..` out.
 *
 * @param folder a folder of the repository
 * @param path relative to it, with forward slashes
 * @returns a path of the repository; undefined when it leads out of it
 */
function joinPaths(folder, path) {
    if (path.startsWith('/'))
        return undefined;
    const parts = folder === '.' ? [] : folder.split('/');
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/') || '.';
}

;// CONCATENATED MODULE: ./src/discover/apps.ts
/**
 * Finds the Go function apps among the files of a repository: folders with a host.json that names a custom handler,
 * or that belong to the native Go worker, and that hold Go code.
 */







/** Go itself does not look into these, and neither holds an app. */
const skippedFolder = /^(?:[._].*|node_modules|vendor|testdata)$/;
/**
 * Looks for apps.
 *
 * @param root absolute root of the repository
 * @param paths files of the repository
 * @param where the folder to search, a path of the repository, and what is known of folders in it
 * @returns the apps by folder, in the order of their paths
 */
function findApps(root, paths, where) {
    const excluded = ignore_default()({ ignorecase: false }).add([...where.exclude]);
    const candidates = paths
        .filter((path) => nameOf(path) === 'host.json')
        .map(folderOf)
        .filter((folder) => isWithin(folder, where.folder))
        .sort((one, other) => (one < other ? -1 : 1));
    const goFolders = foldersWithGo(paths);
    const modules = new Set(paths.filter((path) => nameOf(path) === 'go.mod').map(folderOf));
    const models = new Map();
    const verdicts = candidates.map((folder) => {
        const inside = folder === where.folder ? '.' : where.folder === '.' ? folder : folder.slice(where.folder.length + 1);
        if (inside.split('/').some((part) => part !== '.' && skippedFolder.test(part))) {
            return 'Go leaves folders of such a name out';
        }
        if (inside !== '.' && ignore_default().isPathValid(inside) && excluded.ignores(`${inside}/`))
            return "'exclude' names it";
        if (!goFolders.has(folder) && !where.withMainPackage.has(folder))
            return 'it holds no Go file';
        return hindrance(root, folder, modules, models);
    });
    const apps = candidates.filter((_, index) => verdicts[index] === undefined).map((folder) => ({ folder }));
    return {
        apps: apps.filter(({ folder }) => !isUnspeakable(folder)),
        leftOut: candidates.flatMap((folder, index) => {
            const reason = verdicts[index];
            return reason === undefined ? [] : [{ folder, reason }];
        }),
        findings: apps.filter(({ folder }) => isUnspeakable(folder)).map(({ folder }) => unspeakable(folder)),
    };
}
/** Every folder that has a Go file in it or below it. */
function foldersWithGo(paths) {
    const folders = new Set();
    for (const path of paths) {
        if (!path.endsWith('.go') || path.endsWith('_test.go'))
            continue;
        for (const folder of foldersAround(path)) {
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    }
    return folders;
}
/** Why a folder with a host.json and Go code is no app; undefined when it is one. */
function hindrance(root, folder, modules, known) {
    const hostJson = head((0,external_node_path_namespaceObject.join)(root, folder, 'host.json'), maxJsonBytes + 1);
    if (hostJson === undefined)
        return 'its host.json cannot be read';
    // Most of a thousand apps have the same host.json: it is parsed once.
    const text = hostJson.toString('latin1');
    if (!known.has(text))
        known.set(text, namesHandler(hostJson));
    // The build of an app whose host.json is no JSON says what is wrong with it, and where.
    if (known.get(text) !== false)
        return undefined;
    const module = [folder, ...foldersAround(folder)].find((candidate) => modules.has(candidate));
    const goMod = module === undefined ? undefined : head((0,external_node_path_namespaceObject.join)(root, module, 'go.mod'), maxJsonBytes);
    if (goMod !== undefined && requiresNativeWorker(goMod.toString('utf8')))
        return undefined;
    return 'its host.json names no custom handler, and its module does not require the Go worker';
}
/** Whether a host.json names a custom handler; undefined when it is no JSON. */
function namesHandler(hostJson) {
    const parsed = parseJson(hostJson);
    if (parsed.state === 'failed')
        return undefined;
    const configuration = flatten(parsed.document.root);
    return sectionExists(configuration, 'customHandler') || sectionExists(configuration, 'httpWorker');
}
/** The beginning of a file. Thousands of small files are read in turn, which is faster than side by side. */
function head(path, limitBytes) {
    let file;
    try {
        file = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0));
        const status = (0,external_node_fs_namespaceObject.fstatSync)(file);
        if (!status.isFile())
            return undefined;
        const buffer = Buffer.alloc(Math.min(limitBytes, status.size));
        return buffer.subarray(0, (0,external_node_fs_namespaceObject.readSync)(file, buffer, 0, buffer.length, 0));
    }
    catch {
        return undefined;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/** An input loses white space at its ends, and a line end would cut it. */
function isUnspeakable(folder) {
    return folder.trim() !== folder || /\p{Cc}/u.test(folder);
}
function unspeakable(folder) {
    return {
        code: 'app-folder-name',
        severity: 'error',
        message: `The folder ${JSON.stringify(folder)} has a host.json, but its name has a control character, or white space at an end, and cannot be handed to a step.`,
        hint: "Rename the folder, or name it in 'exclude'.",
    };
}

;// CONCATENATED MODULE: ./src/go/environment.ts
/** Go never needs these, and a build tool of the project must not get at them. */
const withheldNames = [
    /^INPUT_/,
    /^ACTIONS_/,
    /^AZURE_/,
    /^ARM_/,
    /^GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/,
];
/**
 * Copies an environment without the inputs of the action, the tokens and addresses of the Actions runtime,
 * the Azure credentials and the runner's command files.
 *
 * @param environment the environment of the action
 * @param platform as `process.platform`; on `win32` names are compared without regard to case
 * @returns what a child may see
 */
function childEnvironment(environment, platform = process.platform) {
    const child = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        const comparable = platform === 'win32' ? name.toUpperCase() : name;
        if (!withheldNames.some((pattern) => pattern.test(comparable)))
            child[name] = value;
    }
    return child;
}
/**
 * The variables that make `go` link statically for Linux, whatever else is configured. A variable of the
 * process wins over `go env -w` (Go: `go help environment`), so that setting them here is enough.
 *
 * @param goarch target architecture
 * @param settings what the environment and `go env -w` say
 * @returns the variables to set and which of the user's own they replace
 */
function staticEnvironment(goarch, settings) {
    const variables = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: goarch };
    // Every x86-64 machine of Azure runs level v1; a higher level makes the program refuse to start on older ones.
    if (goarch === 'amd64' && settings.GOAMD64 !== undefined)
        variables['GOAMD64'] = 'v1';
    // The linker reads it before it looks at its own flags (cmd/link, determineLinkMode).
    if (settings.GO_EXTLINK_ENABLED !== undefined)
        variables['GO_EXTLINK_ENABLED'] = '0';
    const overridden = [];
    for (const [name, forced] of Object.entries(variables)) {
        const found = settings[name];
        if (found !== undefined && found.value !== forced) {
            overridden.push(`${name}=${found.value}${found.isPersistent ? ' (go env -w)' : ''}`);
        }
    }
    return { variables, overridden };
}
/**
 * Sets variables in an environment, replacing those of the same name.
 *
 * @param environment the environment to start from
 * @param variables what to set
 * @param platform on `win32`, names that differ only in case are the same variable
 * @returns a new environment
 */
function withVariables(environment, variables, platform = process.platform) {
    const result = {};
    const replaced = new Set(Object.keys(variables));
    for (const [name, value] of Object.entries(environment)) {
        if (!replaced.has(platform === 'win32' ? name.toUpperCase() : name))
            result[name] = value;
    }
    return { ...result, ...variables };
}

;// CONCATENATED MODULE: ./src/go/packages.ts
const outputLimitBytes = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
/**
 * Asks `go list` for packages.
 *
 * @param request the arguments, which have to include `-json`
 * @param run how programs are run
 * @returns the packages it printed; broken output is left out
 */
async function readPackages(request, run) {
    const { stdout } = await run({
        file: 'go',
        args: ['list', ...request.args],
        cwd: request.cwd,
        env: request.env,
        outputLimitBytes,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    return readObjects(stdout).map(toPackage);
}
/**
 * Asks `go list` for what is built and everything that it imports, and which files of that use cgo.
 *
 * @param request the build
 * @param run how programs are run
 * @returns all packages
 */
function readDependencies(request, run) {
    const fields = 'ImportPath,Name,Dir,Standard,DepOnly,Module,GoFiles,CgoFiles,Imports';
    const args = ['-e', '-deps', `-json=${fields}`, ...request.selectionFlags, ...request.targets];
    // With cgo switched on, `go list` tells cgo files apart. It compiles nothing and needs no C compiler.
    return readPackages({ ...request, args, env: { ...request.env, CGO_ENABLED: '1' } }, run);
}
/**
 * Reads what `go list -json` prints: one object after the other, each closed by a brace at the start of a line.
 *
 * @param output what it printed
 * @returns the objects; broken ones are left out
 */
function readObjects(output) {
    return output
        .split(/(?<=^\})\r?\n/m)
        .map(parseObject)
        .filter((parsed) => parsed !== undefined);
}
function parseObject(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
    }
    catch {
        return undefined;
    }
}
function toPackage(listed) {
    const module = listed['Module'];
    const isMainModule = typeof module === 'object' && module !== null && 'Main' in module && module.Main === true;
    const isStandard = listed['Standard'] === true;
    return {
        importPath: packages_text(listed['ImportPath']),
        name: packages_text(listed['Name']),
        folder: packages_text(listed['Dir']),
        isStandard,
        isOwn: !isStandard && (module === undefined || isMainModule),
        isTarget: listed['DepOnly'] !== true,
        goFiles: texts(listed['GoFiles']),
        cgoFiles: texts(listed['CgoFiles']),
        imports: texts(listed['Imports']),
    };
}
function packages_text(value) {
    return typeof value === 'string' ? value : '';
}
function texts(value) {
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

;// CONCATENATED MODULE: ./src/go/import-graph.ts
/**
 * Which package imports which, as `go list` says for the files that a build takes. For whole modules or workspaces;
 * nothing is compiled.
 */

const import_graph_outputLimitBytes = 256 * 1024 * 1024;
/**
 * Asks `go list` for packages and everything that they import, the standard library left out.
 *
 * @param request the module or workspace
 * @param run how programs are run
 * @returns the packages, or why there are none, in one line
 */
async function readImportGraph(request, run) {
    const fields = 'ImportPath,Name,Dir,Standard,Module,Imports,ImportMap,EmbedFiles,EmbedPatterns,Error,DepsErrors,Incomplete';
    const names = request.tags.split(/[\s,]+/).filter((name) => name !== '');
    const tags = names.length === 0 ? [] : [`-tags=${names.join(',')}`];
    const args = ['list', '-deps', '-e', `-json=${fields}`, ...tags, '--', ...request.patterns];
    const answer = await askGo(args, request, run);
    if ('failed' in answer)
        return answer;
    const listed = readObjects(answer.stdout);
    // A package that could not be read would hide what it imports.
    if (listed.length !== (answer.stdout.match(/^\{/gm) ?? []).length) {
        return { failed: "'go list' printed something that is no JSON" };
    }
    const packages = listed.filter((each) => each['Standard'] !== true).map(toGraphPackage);
    return { packages };
}
/**
 * Asks `go list` for every module of a build, and which version or replacement of it is used.
 *
 * @param request where to ask; the module files there are enough
 * @param run how programs are run
 * @returns the modules, or why there are none, in one line
 */
async function readBuildList(request, run) {
    // A `vendor` folder cannot list all modules; the module files can.
    const args = ['list', '-mod=readonly', '-m', '-json=Path,Version,Replace,Main,GoVersion,Error', 'all'];
    const answer = await askGo(args, request, run);
    if ('failed' in answer)
        return answer;
    const modules = new Map();
    for (const module of readObjects(answer.stdout)) {
        const { Path: path, Version: version, Replace: replacement, Main: isMain, GoVersion: go } = module;
        if (typeof path !== 'string')
            continue;
        const by = typeof replacement === 'object' && replacement !== null ? { ...replacement } : undefined;
        const target = by === undefined ? '' : ` replaced by ${import_graph_text(entry(by, 'Path'))} ${import_graph_text(entry(by, 'Version'))}`;
        modules.set(path, `${isMain === true ? `go ${import_graph_text(go)}` : import_graph_text(version)}${target}`.trim());
    }
    return { modules };
}
async function askGo(args, request, run) {
    const { cwd, env, signal } = request;
    const ended = await run({
        file: 'go',
        args,
        cwd,
        env,
        outputLimitBytes: import_graph_outputLimitBytes,
        ...(signal === undefined ? {} : { signal }),
    }).catch((error) => {
        if (signal?.aborted)
            throw error;
        return error instanceof Error ? error.message : String(error);
    });
    if (typeof ended === 'string')
        return { failed: `'go' cannot be started: ${ended}` };
    if (ended.exitCode !== 0) {
        const said = ended.stderr.trim().split('\n')[0] ?? '';
        return { failed: `'go list' ended with exit code ${ended.exitCode}: ${said}` };
    }
    if (ended.stdout.length >= import_graph_outputLimitBytes)
        return { failed: "'go list' printed more than can be read" };
    return ended;
}
function toGraphPackage(listed) {
    const map = objectOf(listed['ImportMap']);
    return {
        importPath: import_graph_text(listed['ImportPath']),
        name: import_graph_text(listed['Name']),
        folder: import_graph_text(listed['Dir']),
        modulePath: import_graph_text(entry(objectOf(listed['Module']), 'Path')),
        imports: import_graph_texts(listed['Imports']).map((path) => (Object.hasOwn(map, path) ? import_graph_text(map[path]) : path)),
        embedFiles: import_graph_texts(listed['EmbedFiles']),
        embedPatterns: import_graph_texts(listed['EmbedPatterns']),
        error: errorOf(listed),
    };
}
function errorOf(listed) {
    const [first] = Array.isArray(listed['DepsErrors']) ? listed['DepsErrors'] : [];
    const said = import_graph_text(entry(objectOf(listed['Error'] ?? first), 'Err')).split('\n')[0] ?? '';
    return said === '' && listed['Incomplete'] === true ? 'a package that it imports is incomplete' : said;
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function entry(value, name) {
    return value[name];
}
function import_graph_text(value) {
    return typeof value === 'string' ? value : '';
}
function import_graph_texts(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./src/discover/module-files.ts
/**
 * What a change of go.mod, go.sum or go.work means: which modules of the build it changes, as Go itself resolves
 * them before and after. Where that cannot be told, the whole workspace counts as changed.
 */






/** Makes the module files of the earlier commit, once, and removes them again. */
class EarlierModules {
    #git;
    #base;
    #temp;
    #tree;
    #folder;
    /**
     * @param git the repository
     * @param base the earlier commit
     * @param tempFolder absolute folder for temporary files
     */
    constructor(git, base, tempFolder) {
        this.#git = git;
        this.#base = base;
        this.#temp = tempFolder;
    }
    /** Absolute folder that holds them in their places. */
    tree() {
        this.#tree ??= this.#write();
        return this.#tree;
    }
    dispose() {
        if (this.#folder !== undefined)
            (0,external_node_fs_namespaceObject.rmSync)(this.#folder, { recursive: true, force: true });
    }
    // An index of its own: the one of the clone, and the files that are checked out, stay as they are.
    async #write() {
        this.#folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(this.#temp, 'discover-'));
        const tree = (0,external_node_path_namespaceObject.join)(this.#folder, 'tree');
        (0,external_node_fs_namespaceObject.mkdirSync)(tree);
        const index = { GIT_INDEX_FILE: (0,external_node_path_namespaceObject.join)(this.#folder, 'index') };
        await this.#git.run(['read-tree', this.#base], index);
        const listed = (await this.#git.run(['ls-files', '-z'], index)).split('\0').filter(isModuleFile);
        const perCall = 200;
        for (let first = 0; first < listed.length; first += perCall) {
            const paths = listed.slice(first, first + perCall);
            await this.#git.run(['checkout-index', '--quiet', `--prefix=${tree}/`, '--', ...paths], index);
        }
        return tree;
    }
}
/**
 * Whether a file decides which modules a build takes.
 *
 * @param path a path of the repository
 * @returns true for go.mod, go.sum, go.work and go.work.sum
 */
function isModuleFile(path) {
    return /^go\.(?:mod|sum|work|work\.sum)$/.test(nameOf(path));
}
/**
 * Compares the module files of a workspace before and after.
 *
 * @param workspace the workspace
 * @param changed paths that differ
 * @param earlier the module files of the earlier commit
 * @param context where the repository is and how Go is run
 * @returns what changed; nothing when only comments did
 */
async function compareModules(workspace, changed, earlier, context) {
    const concerned = changed.filter((path) => isModuleFile(path) && (workspace.reachesOut || isWithin(path, workspace.folder)));
    const modules = new Map();
    const folders = new Map();
    if (concerned.length === 0)
        return { modules, folders };
    if (!/^(?:off)?$/.test(context.env['GOWORK'] ?? '')) {
        return {
            modules,
            folders,
            everything: `GOWORK is '${context.env['GOWORK']}', and ${concerned[0]} changed`,
        };
    }
    try {
        const tree = await earlier.tree();
        for (const path of concerned) {
            const [before, after] = await Promise.all([module_files_textOf((0,external_node_path_namespaceObject.join)(tree, path)), module_files_textOf((0,external_node_path_namespaceObject.join)(context.root, path))]);
            if (path.endsWith('.sum')) {
                for (const module of differentSums(before ?? '', after ?? ''))
                    modules.set(module, `${path}: ${module}`);
            }
            else if (nameOf(path) === 'go.work' && (before === undefined || after === undefined)) {
                return { modules, folders, everything: `${path} was ${before === undefined ? 'added' : 'removed'}` };
            }
            else if (settingsOf(before ?? '') !== settingsOf(after ?? '')) {
                if (nameOf(path) === 'go.work')
                    return { modules, folders, everything: path };
                folders.set(folderOf(path), path);
            }
        }
        if (!concerned.some((path) => !path.endsWith('.sum')))
            return { modules, folders };
        const ask = (top) => readBuildList({ ...context, cwd: (0,external_node_path_namespaceObject.join)(top, workspace.folder) }, context.run);
        const [before, after] = await Promise.all([ask(tree), ask(context.root)]);
        if ('failed' in before)
            return { modules, folders, everything: told(concerned, 'before', before.failed) };
        if ('failed' in after)
            return { modules, folders, everything: told(concerned, 'now', after.failed) };
        for (const path of new Set([...before.modules.keys(), ...after.modules.keys()])) {
            const [was, is] = [before.modules.get(path), after.modules.get(path)];
            if (was !== is)
                modules.set(path, `${path} ${was ?? 'not there'} \u2192 ${is ?? 'not there'}`);
        }
        return { modules, folders };
    }
    catch (error) {
        if (context.signal.aborted)
            throw error;
        return { modules, folders, everything: told(concerned, 'before', errors_messageOf(error)) };
    }
}
function told(concerned, when, why) {
    return `${concerned[0] ?? 'a module file'} changed, and Go cannot say what was built ${when}: ${why}`;
}
/** The lines of go.mod and go.work that are settings: all but what the list of modules tells (Go modules reference). */
function settingsOf(text) {
    const settings = [];
    let block = '';
    for (const line of text.split(/\r?\n/)) {
        const words = line
            .replace(/\/\/.*$/, '')
            .trim()
            .split(/\s+/)
            .join(' ');
        if (block !== '') {
            if (words === ')')
                block = '';
            else if (words !== '' && !toldByList.test(block))
                settings.push(`${block} ${words}`);
            continue;
        }
        const [, opened] = /^(\w+) ?\($/.exec(words) ?? [];
        if (opened !== undefined)
            block = opened;
        else if (words !== '' && !toldByList.test(words.split(' ')[0] ?? ''))
            settings.push(words);
    }
    return settings.sort().join('\n');
}
const toldByList = /^(?:require|replace|exclude|retract|use)$/;
/** Modules whose content is another under the same version. A line that is new or gone changes no build. */
function differentSums(before, after) {
    const sums = new Map();
    for (const line of before.split(/\r?\n/)) {
        const [module, version, sum] = line.split(' ');
        if (sum !== undefined)
            sums.set(`${module} ${version}`, sum);
    }
    return after.split(/\r?\n/).flatMap((line) => {
        const [module = '', version, sum] = line.split(' ');
        const earlier = sums.get(`${module} ${version}`);
        return sum !== undefined && earlier !== undefined && earlier !== sum ? [module] : [];
    });
}
async function module_files_textOf(path) {
    return await (0,promises_namespaceObject.readFile)(path, 'utf8').catch(() => undefined);
}

;// CONCATENATED MODULE: ./src/discover/reach.ts

/** What `go build` takes from a folder besides Go files (go/build, `goodOSArchFile` and the lists of `Package`). */
const builtFile = /\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;
/**
 * Finds the packages that changed themselves.
 *
 * @param packages all packages
 * @param changes all paths that differ
 * @returns the paths that changed each, by import path
 */
function changedPackages(packages, changes) {
    const byPlace = grouped(packages, ({ place }) => (place === undefined ? [] : [place]));
    const byEmbedded = grouped(packages, ({ place, embedFiles }) => place === undefined ? [] : embedFiles.map((file) => within(place, file)));
    const embedding = grouped(packages.filter(({ embedPatterns }) => embedPatterns.length > 0), ({ place }) => (place === undefined ? [] : [place]));
    const reasons = new Map();
    const mark = (found, path) => {
        for (const { importPath } of found ?? []) {
            const known = reasons.get(importPath);
            if (known === undefined)
                reasons.set(importPath, [path]);
            else
                known.push(path);
        }
    };
    for (const { path, isDeleted } of changes) {
        if (builtFile.test(path) && !path.endsWith('_test.go'))
            mark(byPlace.get(folderOf(path)), path);
        mark(byEmbedded.get(path), path);
        if (!isDeleted)
            continue;
        // What is gone is in no list any more; the part of a pattern before its first wildcard still tells.
        for (const folder of foldersAround(path)) {
            mark(embedding
                .get(folder)
                ?.filter(({ embedPatterns }) => embedPatterns.some((pattern) => reaches(folder, pattern, path))), path);
        }
    }
    return reasons;
}
/**
 * The packages inside of folders that changed in one piece.
 *
 * @param packages all packages
 * @param folders such folders; other paths among them do no harm
 * @returns the reason for each package inside of one, by import path
 */
function packagesInside(packages, folders) {
    const wanted = new Set(folders);
    const reasons = new Map();
    for (const { importPath, place } of wanted.size === 0 ? [] : packages) {
        const folder = place === undefined ? undefined : [place, ...foldersAround(place)].find((each) => wanted.has(each));
        if (folder !== undefined)
            reasons.set(importPath, folder);
    }
    return reasons;
}
function reaches(folder, pattern, path) {
    const literal = pattern.replace(/^all:/, '').replace(/[*?[\\].*$/, '');
    const file = folder === '.' ? path : path.slice(folder.length + 1);
    return file.startsWith(literal);
}
/**
 * What is built from some packages.
 *
 * @param packages all packages
 * @param roots where to begin
 * @returns the import paths of the roots and of everything that they import, near or far
 */
function builtPackages(packages, roots) {
    const byPath = new Map(packages.map((each) => [each.importPath, each]));
    const built = new Set();
    const pending = roots.map(({ importPath }) => importPath);
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        if (built.has(path))
            continue;
        built.add(path);
        pending.push(...(byPath.get(path)?.imports ?? []));
    }
    return built;
}
/**
 * Follows imports backwards from changed packages.
 *
 * @param packages all packages
 * @param seeds the reason for each changed package
 * @returns for each package that is changed or imports one, near or far: the changed one, and why
 */
function importers(packages, seeds) {
    const importedBy = grouped(packages, ({ imports }) => imports);
    const reached = new Map();
    const pending = [...seeds].map(([importPath, reason]) => ({ importPath, from: { importPath, reason } }));
    for (let next = 0; next < pending.length; next += 1) {
        const { importPath, from } = pending[next] ?? { importPath: '', from: { importPath: '', reason: '' } };
        if (reached.has(importPath))
            continue;
        reached.set(importPath, from);
        for (const by of importedBy.get(importPath) ?? [])
            pending.push({ importPath: by.importPath, from });
    }
    return reached;
}
/**
 * What is built for an app: the main packages in its folder, or what `main-package` names.
 *
 * @param folder folder of the app
 * @param mainPackage a folder that begins with a dot, an import path, or Go files; empty for what is in the folder
 * @param packages all packages that may be meant
 * @returns its packages; none when Go knows none
 */
function rootsOf(folder, mainPackage, packages) {
    if (mainPackage !== '' && !mainPackage.endsWith('.go')) {
        const isFolder = /^\.{1,2}(?:\/|$)/.test(mainPackage);
        return isFolder ? packages.at(packages.join(folder, mainPackage) ?? '') : packages.named(mainPackage);
    }
    const inside = packages.inside(folder);
    const mains = inside.filter(({ name }) => name === 'main');
    return mains.length > 0 ? mains : inside;
}
/** Looks packages up by their place. */
class PackageIndex {
    #byPlace;
    #byFolderAround;
    #byPath;
    join;
    /**
     * @param packages all packages
     * @param join puts a folder of the repository and a relative path together
     */
    constructor(packages, join) {
        this.join = join;
        this.#byPath = grouped(packages, ({ importPath }) => [importPath]);
        this.#byPlace = grouped(packages, ({ place }) => (place === undefined ? [] : [place]));
        this.#byFolderAround = grouped(packages, ({ place }) => place === undefined ? [] : [place, ...foldersAround(place)]);
    }
    /** Packages of exactly this folder. */
    at(folder) {
        return this.#byPlace.get(folder) ?? [];
    }
    /** Packages of this folder and below. */
    inside(folder) {
        return this.#byFolderAround.get(folder) ?? [];
    }
    /** Packages of this import path. */
    named(importPath) {
        return this.#byPath.get(importPath) ?? [];
    }
}
function within(folder, file) {
    return folder === '.' ? file : `${folder}/${file}`;
}
function grouped(items, keysOf) {
    const groups = new Map();
    for (const item of items) {
        for (const key of keysOf(item)) {
            const members = groups.get(key);
            if (members === undefined)
                groups.set(key, [item]);
            else
                members.push(item);
        }
    }
    return groups;
}
/**
 * Words for why an app changed.
 *
 * @param reached what it reaches
 * @param own the app's own folder
 * @returns a clause for the summary, for example `imports example.com/shop/money (money/round.go)`
 */
function reasonFor(reached, own) {
    const isOwn = isWithin(reached.reason, own);
    return isOwn ? reached.reason : `imports ${reached.importPath} (${shortened(reached.reason)})`;
}
function shortened(reason) {
    return reason.length > 120 ? `\u2026/${nameOf(reason)}`.slice(0, 120) : reason;
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

;// CONCATENATED MODULE: ./src/discover/workspaces.ts
/**
 * Which apps Go builds together: those of one go.work, else those of one go.mod. Apps without a go.mod import the
 * standard library alone. Looks at names and at the text of module files; asks Go nothing.
 */




/**
 * Sorts apps by what Go builds them with.
 *
 * @param root absolute root of the repository
 * @param paths files of the repository
 * @param apps folders of the apps
 * @param goWork value of `GOWORK` in the environment, as `go help environment` describes it
 * @returns the workspaces; apps without any module are in none
 */
async function findWorkspaces(root, paths, apps, goWork) {
    const moduleFiles = paths.filter((path) => /^go\.(?:mod|work)$/.test(nameOf(path)));
    const folders = (name) => new Set(moduleFiles.filter((path) => nameOf(path) === name).map((path) => foldersAround(path)[0] ?? '.'));
    const modules = folders('go.mod');
    const works = goWork === 'off' ? new Set() : folders('go.work');
    const found = new Map();
    for (const app of apps) {
        const around = [app, ...foldersAround(app)];
        const module = around.find((folder) => modules.has(folder));
        if (module === undefined)
            continue;
        const work = [module, ...foldersAround(module)].find((folder) => works.has(folder));
        const key = `${work === undefined ? 'go.mod' : 'go.work'} ${work ?? module}`;
        const workspace = found.get(key) ?? { hasGoWork: work !== undefined, modules: new Set(), apps: [] };
        workspace.modules.add(module);
        workspace.apps.push(app);
        found.set(key, workspace);
    }
    return inBatches([...found], async ([key, { hasGoWork, modules: own, apps: members }]) => {
        const folder = key.slice(key.indexOf(' ') + 1);
        const files = [...own].map((module) => (module === '.' ? 'go.mod' : `${module}/go.mod`));
        if (hasGoWork)
            files.push(folder === '.' ? 'go.work' : `${folder}/go.work`);
        const texts = await inBatches(files, (path) => (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(root, path), 'utf8').catch(() => '../'));
        const reachesOut = texts.some(namesFolderOutside);
        return { folder, hasGoWork, modules: [...own], apps: members, reachesOut };
    });
}
/** A folder in `replace` or `use` is written as a path that begins with a dot or is absolute (Go modules reference). */
function namesFolderOutside(text) {
    return /(?:^|[\s"'`])(?:\.\.(?:[\\/]|\s|$)|\/|[A-Za-z]:[\\/])/m.test(text.replace(/\/\/.*$/gm, ''));
}
/**
 * Whether a change can matter to a workspace at all. Where none does, Go need not be asked.
 *
 * @param workspace the workspace
 * @param changed paths that differ
 * @returns false when all of them lie outside
 */
function isConcerned(workspace, changed) {
    if (workspace.reachesOut)
        return changed.length > 0;
    return changed.some((path) => isWithin(path, workspace.folder) || isWithin(workspace.folder, path));
}

;// CONCATENATED MODULE: ./src/discover/changes.ts
/**
 * Which apps a comparison of two commits concerns, and why: by the files in their folders, by what they import, and by
 * the modules that they are built with. What cannot be told counts as changed.
 */








/**
 * Finds the changed apps.
 *
 * @param request the apps, what differs, and how to ask Go
 * @returns the changed apps with the first reason that was found for each
 */
async function findChanges(request) {
    const changes = throughLinks(request.changed, request.links);
    const marks = { reasons: new Map(), doubts: [], used: new Set() };
    markByFolder(request.apps, changes, marks);
    const startedMs = performance.now();
    if (changes.length > 0)
        await markByImports(request, changes, marks);
    const goMs = performance.now() - startedMs;
    const unused = request.changed.map(({ path }) => path).filter((path) => !marks.used.has(path));
    return { reasons: marks.reasons, doubts: marks.doubts, unused, goMs };
}
/** A link counts as changed when what it leads to did; links may lead to links. */
function throughLinks(changed, links) {
    const all = [...changed];
    const known = new Set(all.map(({ path }) => path));
    const touched = new Set(all.flatMap(({ path }) => [path, ...foldersAround(path)]));
    let pending = [...links];
    for (let before = -1; before !== all.length;) {
        before = all.length;
        pending = pending.filter(([link, target]) => {
            const isTouched = touched.has(target) || foldersAround(target).some((folder) => known.has(folder));
            if (!isTouched)
                return true;
            all.push({ path: link, isDeleted: false });
            known.add(link);
            for (const folder of [link, ...foldersAround(link)])
                touched.add(folder);
            return false;
        });
    }
    return all;
}
function markByFolder(apps, changes, marks) {
    const folders = new Set(apps.map(({ folder }) => folder));
    const changed = new Set(changes.map(({ path }) => path));
    for (const { path } of changes) {
        for (const folder of [path, ...foldersAround(path)]) {
            if (!folders.has(folder))
                continue;
            marks.used.add(path);
            if (!marks.reasons.has(folder))
                marks.reasons.set(folder, path);
        }
    }
    // A submodule is one changed path, which may hold apps.
    for (const folder of folders) {
        const around = foldersAround(folder).find((each) => changed.has(each));
        if (around === undefined)
            continue;
        marks.used.add(around);
        if (!marks.reasons.has(folder))
            marks.reasons.set(folder, around);
    }
}
async function markByImports(request, changes, marks) {
    const { root, paths, apps, environment, goarch } = request;
    const folders = apps.map(({ folder }) => folder);
    const workspaces = await findWorkspaces(root, paths, folders, environment['GOWORK']);
    const changedPaths = changes.map(({ path }) => path);
    const concerned = workspaces.filter((workspace) => isConcerned(workspace, changedPaths));
    // What the build sets, so that Go counts the same files.
    const { variables } = staticEnvironment(goarch, {});
    const env = withVariables(childEnvironment(environment), variables);
    const earlier = new EarlierModules(request.git, request.base, request.tempFolder);
    try {
        await inTurn(concerned, async (workspace) => {
            const own = apps.filter(({ folder }) => workspace.apps.includes(folder));
            await markWorkspace({ ...request, apps: own, env, earlier }, workspace, changes, marks);
        });
    }
    finally {
        earlier.dispose();
    }
}
/** One `go list` uses several processors at times; more at once than there are would only wait. */
async function inTurn(items, work) {
    const pending = [...items];
    const workers = Array.from({ length: Math.min((0,external_node_os_namespaceObject.availableParallelism)(), pending.length) }, async () => {
        for (let item = pending.shift(); item !== undefined; item = pending.shift())
            await work(item);
    });
    await Promise.all(workers);
}
async function markWorkspace(request, workspace, changes, marks) {
    const { root, env, tags, signal, run, apps } = request;
    const cwd = (0,external_node_path_namespaceObject.join)(root, workspace.folder);
    const patterns = workspace.hasGoWork
        ? workspace.modules.map((module) => `./${relativeTo(workspace.folder, module)}/...`.replace('/./', '/'))
        : ['./...'];
    const all = (reason) => {
        marks.doubts.push(`Every app of ${workspace.folder} counts as changed: ${reason}.`);
        for (const { folder } of apps)
            if (!marks.reasons.has(folder))
                marks.reasons.set(folder, reason);
    };
    const [graph, modules] = await Promise.all([
        readImportGraph({ cwd, patterns, tags, env, signal }, run),
        compareModules(workspace, changes.map(({ path }) => path), request.earlier, { root, env, signal, run }),
    ]);
    for (const { path } of changes) {
        if (isModuleFile(path) && isWithin(path, workspace.folder))
            marks.used.add(path);
    }
    if ('failed' in graph)
        return all(graph.failed);
    if (modules.everything !== undefined)
        return all(modules.everything);
    const packages = graph.packages.map((each) => placed(each, root));
    const ownChanges = changedPackages(packages, changes);
    const seeds = new Map([
        ...packages.flatMap(({ importPath, modulePath }) => {
            const reason = modules.modules.get(modulePath);
            return reason === undefined ? [] : [[importPath, reason]];
        }),
        ...packagesInside(packages, [...modules.folders.keys()]),
        // Submodules, and links to folders: what is inside of them is no path of its own.
        ...packagesInside(packages, changes.map(({ path }) => path)),
        ...[...ownChanges].map(([importPath, [first = '']]) => [importPath, first]),
    ]);
    const reached = importers(packages, seeds);
    const index = new PackageIndex(packages, joinPaths);
    const built = builtPackages(packages, apps.flatMap(({ folder, mainPackage }) => rootsOf(folder, mainPackage, index)));
    for (const [importPath, paths] of ownChanges) {
        if (built.has(importPath))
            for (const path of paths)
                marks.used.add(path);
    }
    for (const { folder, mainPackage } of apps) {
        const roots = rootsOf(folder, mainPackage, index);
        const hit = roots.flatMap(({ importPath }) => reached.get(importPath) ?? [])[0];
        const broken = roots.find(({ error }) => error !== '');
        if (marks.reasons.has(folder))
            continue;
        if (hit !== undefined)
            marks.reasons.set(folder, reasonFor(hit, folder));
        else if (roots.length === 0) {
            const reason = graph.packages.find(({ name, error }) => name === '' && error !== '')?.error;
            marks.reasons.set(folder, `Go names no package of it${reason === undefined ? '' : `: ${reason}`}`);
        }
        else if (broken !== undefined)
            marks.reasons.set(folder, `Go cannot tell what it imports: ${broken.error}`);
    }
}
function placed(each, root) {
    if (each.folder === '')
        return { ...each, place: undefined };
    const inside = (0,external_node_path_namespaceObject.relative)(root, each.folder).split(external_node_path_namespaceObject.sep).join('/');
    const isOutside = inside === '..' || inside.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(inside);
    return { ...each, place: isOutside ? undefined : inside || '.' };
}
function relativeTo(folder, path) {
    return folder === '.' ? path : path === folder ? '.' : path.slice(folder.length + 1);
}

;// CONCATENATED MODULE: ./src/discover/commits.ts
/**
 * Which two commits are compared, and why there may be nothing to compare with. Whatever is uncertain means that
 * every app counts as changed, and the reason is said: nothing is ever left out in silence.
 */

const fetchAll = 'Set `fetch-depth: 0` on actions/checkout, so that the clone has the commit to compare with.';
/**
 * Compares what is checked out with what was there before.
 *
 * @param git the repository
 * @param inputs `base` and `head`
 * @param workspace the event
 * @returns what differs, or why everything counts as changed
 * @throws ActionError `head-not-checked-out`
 */
async function compareCommits(git, inputs, workspace) {
    const head = await git.commit('HEAD');
    if (head === undefined)
        return { kind: 'everything', reason: 'nothing is committed yet' };
    await demandHead(git, inputs.head, head);
    const wanted = inputs.base === '' ? await baseOfEvent(git, workspace, head) : { name: inputs.base };
    if ('reason' in wanted)
        return { kind: 'everything', ...wanted };
    let base = await git.commit(wanted.name);
    if (base === undefined) {
        const reason = `this clone does not have the commit '${wanted.name}' to compare with`;
        return { kind: 'everything', reason, remedy: fetchAll };
    }
    if (wanted.isMergeBase) {
        const common = (await git.run(['merge-base', base, head]).catch(() => '')).trim();
        if (common === '') {
            const reason = `this clone does not have a commit that '${base}' and '${head}' have in common`;
            return { kind: 'everything', reason, remedy: fetchAll };
        }
        base = common;
    }
    return { kind: 'compared', base, head, changed: await git.difference(base, head) };
}
/** Which packages import what is read from the files on disk: they have to be those of the commit. */
async function demandHead(git, wanted, head) {
    if (wanted === '')
        return;
    const found = await git.commit(wanted);
    if (found === head)
        return;
    throw new ActionError('head-not-checked-out', `'head' is '${wanted}', but '${head}' is checked out.`, {
        hint: "Check that commit out (`ref:` of actions/checkout), or leave 'head' out to take what is checked out.",
    });
}
async function baseOfEvent(git, { eventName, eventPayload }, head) {
    if (eventName === 'push')
        return baseOfPush(eventPayload);
    if (eventName === 'merge_group')
        return named(eventPayload, ['merge_group', 'base_sha'], eventName);
    if (!/^pull_request(_target)?$/.test(eventName)) {
        const event = eventName === '' ? 'there is no event' : `the event '${eventName}' names no commit to compare with`;
        return { reason: `${event}, and 'base' is empty` };
    }
    // GitHub checks out a merge of the pull request: its first parent is the branch that it is merged into.
    const proposed = stringAt(eventPayload, ['pull_request', 'head', 'sha']);
    const second = await git.commit(`${head}^2`);
    if (proposed !== undefined && second === proposed)
        return { name: `${head}^1` };
    const base = named(eventPayload, ['pull_request', 'base', 'sha'], eventName);
    return 'name' in base ? { ...base, isMergeBase: true } : base;
}
function baseOfPush(payload) {
    const before = stringAt(payload, ['before']);
    if (before === undefined)
        return { reason: "the event 'push' names no commit before it" };
    if (/^0+$/.test(before))
        return { reason: 'the branch is new, so there is no commit before this push' };
    if (at(payload, ['forced']) === true) {
        return { reason: 'the push was forced, so what was there before may never have been deployed' };
    }
    return { name: before };
}
function named(payload, path, eventName) {
    const name = stringAt(payload, path);
    return name === undefined
        ? { reason: `the event '${eventName}' names no commit to compare with` }
        : { name };
}
// Only what looks like a commit is handed to Git: the payload may come from a file that anybody wrote.
function stringAt(payload, path) {
    const value = at(payload, path);
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) ? value : undefined;
}
function at(payload, path) {
    let value = payload;
    for (const key of path) {
        value = typeof value === 'object' && value !== null ? value[key] : undefined;
    }
    return value;
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

;// CONCATENATED MODULE: ./src/report/position.ts
/**
 * Which places can be shown in the repository, and how their paths are written in addresses. A place comes from files, compilers and binaries, so it may name
 * anything; only what is consistent is handed to those who draw it.
 */
/**
 * Tells whether a file of a finding lies in the repository.
 *
 * @param file as `Location.file` has it
 * @returns false for an empty, an absolute or an escaping path
 */
function isRepositoryFile(file) {
    return file !== '' && !file.startsWith('/') && !/^[A-Za-z]:/.test(file) && !file.split('/').includes('..');
}
/**
 * Tells whether a number is a line or a column.
 *
 * @param value any number, or none
 * @returns true for whole numbers from 1
 */
function isPosition(value) {
    return value !== undefined && Number.isInteger(value) && value >= 1;
}
/**
 * Writes a path for an address.
 *
 * @param path untrusted text with forward slashes; half of a surrogate pair becomes U+FFFD, since it has no bytes
 * @returns the path with every segment percent-encoded
 */
function encodedPath(path) {
    return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}

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

;// CONCATENATED MODULE: ./src/report/annotations.ts
/**
 * Which findings become annotations and what they say, within what GitHub shows of one step.
 * Pure; `publish.ts` prints them.
 */



/** GitHub shows at most this many of each severity per step and drops the rest without a word. */
const annotationSlots = 10;
/** The runner cuts longer messages in the middle of whatever they say. */
const longestAnnotation = 4096;
const longestHint = 1500;
/**
 * Chooses and words the annotations: errors first; of each severity the first finding of every code before
 * the second of any, so that forty of a kind do not hide the one that matters. Where not all have room, the last
 * slot says how many more there are.
 *
 * @param findings what to annotate, in the order of the stages
 * @param budget how many slots there are for errors; 10 by default
 * @returns at most 10 errors (or `errorSlots`), 10 warnings and 10 notices; lines and columns count from 1
 * @see GitHub Docs "Workflow commands"; runner sources `ExecutionContext.cs`, `ActionCommandManager.cs`
 */
function planAnnotations(findings, budget = {}) {
    const errorSlots = Math.max(1, Math.min(annotationSlots, budget.errorSlots ?? annotationSlots));
    return severities.flatMap((severity) => {
        const slots = severity === 'error' ? errorSlots : annotationSlots;
        const own = byImportance(findings.filter((finding) => finding.severity === severity));
        if (own.length <= slots)
            return own.map(annotationOf);
        const shown = own.slice(0, slots - 1);
        return [...shown.map(annotationOf), remainder(severity, own.length - shown.length)];
    });
}
function byImportance(findings) {
    const seen = new Set();
    const first = [];
    const repeated = [];
    for (const finding of findings) {
        ;
        (seen.has(finding.code) ? repeated : first).push(finding);
        seen.add(finding.code);
    }
    return [...first, ...repeated];
}
function remainder(severity, amount) {
    const noun = `${severity}${amount === 1 ? '' : 's'}`;
    return {
        severity,
        title: `${amount} more ${noun}`,
        message: `and ${amount} more ${noun}: see the job summary`,
    };
}
function annotationOf(finding) {
    const location = finding.location === undefined ? {} : positionOf(finding.location);
    return {
        severity: finding.severity,
        title: visible_clip(oneLine(finding.code), 200),
        message: messageFor(finding),
        ...location,
    };
}
/** The place is repeated in the text, because the log shows nothing else of an annotation. */
function messageFor(finding) {
    const place = finding.location === undefined ? '' : `${placeOf(finding.location)}: `;
    const hint = finding.hint === '' ? '' : `\n${visible_clip(visible_visible(finding.hint), longestHint)}`;
    return untagged(visible_clip(place + visible_visible(finding.message), longestAnnotation - hint.length) + hint);
}
/** The log view draws a line that begins with `##[error]` as an error, also within the text of an annotation. */
function untagged(text) {
    return text.replaceAll('##[', '# #[');
}
function placeOf({ file, line, column }) {
    const parts = [oneLine(file), line, line === undefined ? undefined : column];
    return visible_clip(parts.filter((part) => part !== undefined).join(':'), 500);
}
function oneLine(text) {
    return visible_visible(text).replace(/\n/g, '\u23ce');
}
/** The runner drops a whole position that is inconsistent; only what is consistent is handed over. */
function positionOf(location) {
    const { file, line, column, endLine, endColumn } = location;
    // A name that a reader would not see as it is stands in the text alone, where it is written out.
    if (!isRepositoryFile(file) || untagged(visible_visible(file)) !== file)
        return {};
    if (!isPosition(line))
        return { file };
    const lastLine = isPosition(endLine) && endLine > line ? endLine : line;
    if (lastLine !== line)
        return { file, startLine: line, endLine: lastLine };
    if (!isPosition(column))
        return { file, startLine: line };
    const lastColumn = isPosition(endColumn) && endColumn >= column ? { endColumn } : {};
    return { file, startLine: line, startColumn: column, ...lastColumn };
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
function prose(text, maxLength = 2000) {
    const lines = visible_visible(visible_clip(text, maxLength)).split('\n');
    return lines.map(proseLine).filter(Boolean).join('<br>') || nothing;
}
function proseLine(line) {
    return line
        .split(/(`[^`]+`)/)
        .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : words(part)))
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
    return core === '' ? escaped(token) : before + code(core) + after;
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
function code(text, maxLength = 400) {
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
function fence(text, language = 'text', maxLength = 20_000) {
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
function table(headings, rows) {
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
function factTable(facts) {
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

;// CONCATENATED MODULE: ./src/report/quantities.ts
/** Numbers as people read them. The same wording in the log, the annotations and the summary. */
/**
 * @param sizeBytes a number of bytes
 * @returns decimal units with one digit, for example `7.9 MB`; `?` for what is not a size
 */
function formatBytes(sizeBytes) {
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
function formatDuration(elapsedMs) {
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
function findingSections(report, docsUrl) {
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
    return markdown_stacked(table(['', 'What was found, and what to do', 'Code and place'], rows), rest > 0 ? `And ${quantities_countOf(rest, 'more finding')}, which the report file lists.` : undefined);
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
    const hint = finding.hint === '' ? '' : `<br>**Fix:** ${prose(finding.hint)}`;
    return prose(finding.message) + hint;
}
function codeLink(name, docsUrl) {
    const isLinkable = docsUrl !== undefined && /^https:\/\/[\w./-]+$/.test(docsUrl) && /^[a-z0-9-]+$/.test(name);
    return isLinkable ? `[${code(name)}](${docsUrl}#${name})` : code(name, 100);
}
function place(location) {
    if (location === undefined)
        return '';
    const { file, line, column } = location;
    const parts = [file, line, line === undefined ? undefined : column];
    return `<br>${code(parts.filter((part) => part !== undefined).join(':'))}`;
}

;// CONCATENATED MODULE: ./src/report/discovery-page.ts



const mostRows = 300;
/**
 * Renders what was found.
 *
 * @param discovery the apps; every string in it may be hostile
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns GitHub-flavoured Markdown, at most some hundred rows
 */
function renderDiscovery(discovery, docsUrl) {
    const { apps, findings } = discovery;
    const chosen = apps.filter(({ isInMatrix }) => isInMatrix);
    const others = apps.filter(({ isInMatrix }) => !isInMatrix);
    const hasTargets = apps.some(({ appName }) => appName !== '');
    return `${markdown_stacked(`## ${headline(discovery)}`, `${comparison(discovery)} \u00b7 ${formatDuration(discovery.elapsedMs)}`, findings.length === 0 ? undefined : findingTable(findings, docsUrl), chosen.length === 0 ? undefined : appTable(chosen, hasTargets), others.length === 0
        ? undefined
        : markdown_collapsed(`${quantities_countOf(others.length, 'app')} without a job`, appTable(others, hasTargets)))}\n`;
}
function headline({ apps, findings, everything }) {
    const error = findings.find(({ severity }) => severity === 'error');
    if (error !== undefined)
        return `Failed: ${prose(error.message.split('\n')[0] ?? '', 240)}`;
    if (apps.length === 0)
        return 'No Go function app was found';
    const changed = apps.filter(({ isChanged }) => isChanged).length;
    const all = everything === undefined ? '' : ', since all of them count as changed';
    const jobs = apps.filter(({ isInMatrix }) => isInMatrix).length;
    const started = jobs === changed ? '' : `; ${jobs} ${jobs === 1 ? 'has' : 'have'} a job`;
    return `${changed} of ${quantities_countOf(apps.length, 'app')} changed${all}${started}`;
}
function comparison({ compared, everything }) {
    if (compared !== undefined) {
        const { base, head, files } = compared;
        return `Compared ${code(base.slice(0, 12))} with ${code(head.slice(0, 12))}: ${quantities_countOf(files, 'file')} differ${files === 1 ? 's' : ''}`;
    }
    return everything === undefined ? 'Nothing was compared' : `Nothing was compared: ${prose(everything, 600)}`;
}
function appTable(apps, hasTargets) {
    const rows = apps
        .slice(0, mostRows)
        .map(({ name, folder, appName, slotName, reason }) => [
        code(name, 80),
        code(folder, 200),
        ...(hasTargets ? [target(appName, slotName)] : []),
        reason === '' ? 'not changed' : prose(reason, 300),
    ]);
    const rest = apps.length - rows.length;
    return markdown_stacked(table(['App', 'Folder', ...(hasTargets ? ['Function app'] : []), 'What changed'], rows), rest > 0 ? `And ${quantities_countOf(rest, 'more app')}, which the output has.` : undefined);
}
function target(appName, slotName) {
    if (appName === '')
        return '';
    return slotName === '' ? code(appName, 80) : `${code(appName, 80)} (slot ${code(slotName, 80)})`;
}

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
    const print = { error: error, warning: warning, notice: notice };
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

;// CONCATENATED MODULE: ./src/discover/matrix.ts
/** GitHub starts at most this many jobs for one matrix (GitHub Docs, "Usage limits"). */
const mostMatrixJobs = 256;
/**
 * Reads the input `part`.
 *
 * @param text for example `1/4`
 * @returns the part; undefined when the text is none
 */
function readPart(text) {
    const [, number = '', of = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
    const part = { number: Number(number), of: Number(of) };
    return number !== '' && part.number <= part.of ? part : undefined;
}
/**
 * Takes a part of the apps, the same ones for the same apps.
 *
 * @param entries all of them
 * @param part which part; undefined for all
 * @returns every so manieth entry, so that parts are of one size
 */
function takePart(entries, part) {
    if (part === undefined)
        return entries;
    return entries.filter((_, index) => index % part.of === part.number - 1);
}
/**
 * Says when GitHub would not take a matrix.
 *
 * @param count how many entries it has
 * @param part the part that it is of all apps
 * @returns an error, or nothing
 */
function matrixFindings(count, part) {
    if (count <= mostMatrixJobs)
        return [];
    const parts = Math.ceil((count * (part?.of ?? 1)) / mostMatrixJobs);
    return [
        {
            code: 'matrix-too-large',
            severity: 'error',
            message: `${count} apps belong into the matrix, but GitHub starts at most ${mostMatrixJobs} jobs for one.`,
            hint: `Divide the apps among ${parts} jobs, each with its own 'part': '1/${parts}' to '${parts}/${parts}'.`,
        },
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./src/discover/names.ts
/**
 * Names for apps, made of their folders: short, unique, and safe in the name of a job, an artifact or a file and in
 * a shell. A folder's name is untrusted text. Pure.
 */

/** What a name may hold. It is also what a name in the mapping file has to obey. */
const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
const longestName = 60;
/**
 * Names every folder: by its own name, with the names of the folders around it as far as that is needed to tell it from
 * others, and with a digest of its path where even that is not enough.
 *
 * @param folders different paths of the repository
 * @param given names that are chosen already, by folder; nobody else gets them
 * @param repositoryName what an app at the root is called
 * @returns a name for each folder. The order of the folders does not matter, so the same tree gives the same names.
 */
function nameApps(folders, given, repositoryName) {
    const names = new Map(given);
    const taken = new Set(given.values());
    let unnamed = folders.filter((folder) => !given.has(folder));
    const deepest = Math.max(1, ...unnamed.map((folder) => folder.split('/').length));
    for (let depth = 1; depth <= deepest && unnamed.length > 0; depth += 1) {
        const groups = names_grouped(unnamed, (folder) => nameOfFolder(folder, depth, repositoryName));
        const clashing = [];
        for (const [name, members] of groups) {
            const [only, ...others] = members;
            if (only !== undefined && others.length === 0 && !taken.has(name))
                names.set(only, name);
            else
                clashing.push(...members);
        }
        // A name that several wanted is nobody's, so that it never moves from one app to another.
        for (const name of groups.keys())
            taken.add(name);
        unnamed = clashing;
    }
    for (const folder of unnamed) {
        const digest = (0,external_node_crypto_.createHash)('sha256').update(folder).digest('hex').slice(0, 12);
        names.set(folder, `${nameOfFolder(folder, 1, repositoryName).slice(0, longestName - 13)}-${digest}`);
    }
    return names;
}
/** The last parts of a path, as one word. */
function nameOfFolder(folder, depth, repositoryName) {
    const parts = folder === '.' ? [repositoryName] : folder.split('/').slice(-depth);
    return slugOf(parts.join('-')) || 'app';
}
/**
 * Makes a word of letters, digits and single hyphens.
 *
 * @param text untrusted text
 * @returns its last 60 characters at most; empty when it has neither letter nor digit of the alphabet
 */
function slugOf(text) {
    return text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/g, '-')
        .slice(-longestName)
        .replace(/^-/, '')
        .replace(/-$/, '');
}
function names_grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const members = groups.get(key);
        if (members === undefined)
            groups.set(key, [item]);
        else
            members.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./src/discover/result.ts


/**
 * Chooses the apps that belong into the matrix.
 *
 * @param choice the apps and what is known of them
 * @returns the apps, in the order of their folders, and errors about the matrix
 */
function choose(choice) {
    const { names, targets, comparison, changes, inputs } = choice;
    const everything = comparison.kind === 'everything' ? comparison.reason : '';
    const apps = choice.apps.map(({ folder, mainPackage }) => {
        const target = targets.get(folder);
        const reason = changes === undefined ? everything : (changes.reasons.get(folder) ?? '');
        const isChanged = changes === undefined || reason !== '';
        const isWanted = (isChanged || !inputs.onlyChanged) && target !== false;
        const name = names.get(folder) ?? '';
        const { appName = '', slotName = '', resourceGroup = '', verifyPath = '' } = target || {};
        return {
            name,
            folder,
            appName,
            slotName,
            isChanged,
            reason: target === false
                ? [reason, `not deployed in ${inputs.environmentName}`].filter(Boolean).join('; ')
                : reason,
            isInMatrix: isWanted,
            entry: {
                name,
                folder,
                'main-package': mainPackage,
                'app-name': appName,
                'slot-name': slotName,
                'resource-group': resourceGroup,
                'verify-path': verifyPath,
            },
        };
    });
    const wanted = apps.filter(({ isInMatrix }) => isInMatrix);
    // Parts are of all apps, so that an app is in the same part whatever changed.
    const chosen = new Set(takePart(apps, inputs.part));
    const entries = wanted.filter((app) => chosen.has(app));
    return {
        apps: apps.map((app) => ({ ...app, isInMatrix: app.isInMatrix && chosen.has(app) })),
        comparison,
        findings: matrixFindings(entries.length, inputs.part),
    };
}
/**
 * The outputs of the action.
 *
 * @param outcome what was found
 * @param environmentName the environment; may be empty
 * @returns names as in discover/action.yml with their values
 */
function outputsOf({ apps, comparison }, environmentName) {
    const include = apps.filter(({ isInMatrix }) => isInMatrix).map(({ entry }) => entry);
    const changed = apps.filter(({ isChanged }) => isChanged);
    return {
        matrix: JSON.stringify({ include }),
        'has-apps': String(include.length > 0),
        apps: JSON.stringify(apps.map(({ entry, isChanged, reason }) => ({
            ...entry,
            changed: isChanged,
            reason: reason.slice(0, 300),
        }))),
        changed: JSON.stringify(changed.map(({ name }) => name)),
        'app-count': String(apps.length),
        'changed-count': String(changed.length),
        'artifact-prefix': environmentName === '' ? 'check' : slugOf(environmentName) || 'environment',
        base: comparison?.kind === 'compared' ? comparison.base : '',
    };
}
/**
 * The page of the summary.
 *
 * @param outcome what was found
 * @param findings what is wrong or uncertain
 * @param elapsedMs how long it took
 * @returns plain data for the renderer
 */
function discoveryOf({ apps, comparison }, findings, elapsedMs) {
    const shared = { apps, findings, elapsedMs };
    if (comparison === undefined)
        return shared;
    if (comparison.kind === 'everything')
        return { ...shared, everything: comparison.reason };
    const { base, head, changed } = comparison;
    return { ...shared, compared: { base, head, files: changed.length } };
}

;// CONCATENATED MODULE: ./src/discover/conclude.ts
/**
 * The end of every run of `discover`: outputs, summary, log, annotations, and whether the step fails.
 */







/**
 * Reports a run that is over, and fails the step when it has to.
 *
 * @param ended what was found, and what was thrown
 */
async function conclude({ outcome, environmentName, findings, thrown, log, elapsedMs, }) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const isDefect = thrown !== undefined && !(thrown instanceof ActionError);
    const hasFailed = isDefect || errors.length > 0;
    for (const { name, folder, reason, isInMatrix } of hasFailed ? [] : outcome.apps) {
        log.info(`${isInMatrix ? '+' : '-'} ${name} (${folder})${reason === '' ? '' : `: ${reason}`}`);
    }
    // A matrix of a failed step would deploy to apps that nobody meant.
    const unset = hasFailed ? undefined : await setOutputs(outputsOf(outcome, environmentName));
    if (unset !== undefined)
        log.info(unset);
    const discovery = discoveryOf(outcome, findings, elapsedMs);
    const problem = await writeSummary(renderDiscovery(discovery, findingsPage(process.env)), process.env);
    if (problem !== undefined)
        log.info(problem);
    for (const { severity, code, message, hint, location } of findings) {
        const place = location === undefined
            ? ''
            : ` at ${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}`;
        log.info(`${severity} ${code}${place}: ${message}\n  ${hint}`);
    }
    publishAnnotations(planAnnotations(findings, { errorSlots: annotationSlots - (hasFailed ? 1 : 0) }));
    if (isDefect) {
        log.debug(thrown instanceof Error ? (thrown.stack ?? '') : String(thrown));
        failStep(`discover itself failed: ${errors_messageOf(thrown)}. Please report this with the debug log.`);
    }
    else if (hasFailed) {
        const [first, ...others] = errors;
        const more = others.length === 0 ? '' : ` (and ${others.length} more, see the job summary)`;
        failStep(`${first?.message.split('\n').join(' ') ?? ''}${more}`);
    }
    else {
        const changed = outcome.apps.filter(({ isChanged }) => isChanged).length;
        log.info(`${changed} of ${quantities_countOf(outcome.apps.length, 'app')} changed (${Math.round(elapsedMs)} ms).`);
    }
}

;// CONCATENATED MODULE: ./src/discover/git.ts
/**
 * Asks Git: which files there are, which commits, and what differs between them. Never through a shell, and
 * with names separated by NUL, since a name may hold anything else.
 */



// A repository of a million files with long names.
const git_outputLimitBytes = 256 * 1024 * 1024;
class Git {
    #root;
    #environment;
    #signal;
    /**
     * @param root absolute root of the repository
     * @param environment the process environment; secrets are taken out
     * @param signal ends what is running
     */
    constructor(root, environment, signal) {
        this.#root = root;
        this.#signal = signal;
        this.#environment = { ...childEnvironment(environment), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
    }
    /**
     * Runs Git to its end.
     *
     * @param args what follows `git`
     * @param variables set in addition
     * @returns what it printed
     * @throws ActionError `git-failed` with the last line that Git said
     */
    async run(args, variables = {}) {
        const request = {
            file: 'git',
            args: [...args],
            cwd: this.#root,
            env: { ...this.#environment, ...variables },
            signal: this.#signal,
            outputLimitBytes: git_outputLimitBytes,
        };
        const command = `git ${args[0] ?? ''}`;
        const hint = 'Run actions/checkout before this step, with `fetch-depth: 0`, on a runner that has Git.';
        const result = await runProgram(request).catch((error) => {
            if (this.#signal.aborted)
                throw error;
            throw new ActionError('git-failed', `'${command}' cannot be started: ${errors_messageOf(error)}.`, { hint });
        });
        if (result.exitCode !== 0) {
            const said = result.stderr.trim().split('\n')[0] ?? '';
            throw new ActionError('git-failed', `'${command}' ended with exit code ${result.exitCode}: ${said}`, {
                hint,
            });
        }
        if (result.stdout.length >= git_outputLimitBytes) {
            throw new ActionError('git-failed', `'${command}' printed more than ${git_outputLimitBytes} bytes.`, {
                hint,
            });
        }
        return result.stdout;
    }
    /**
     * Lists files.
     *
     * @returns tracked files, and untracked ones that are not ignored
     * @throws ActionError `git-failed`
     */
    async files() {
        const [staged, others] = await Promise.all([
            this.run(['ls-files', '-z', '--stage']),
            this.run(['ls-files', '-z', '--others', '--exclude-standard']),
        ]);
        const paths = new Set();
        const links = [];
        const submodules = [];
        for (const entry of split(staged)) {
            // `MODE OBJECT STAGE<tab>PATH`; modes as in Git's index format: 120000 a link, 160000 a submodule.
            const tab = entry.indexOf('\t');
            const path = entry.slice(tab + 1);
            if (entry.startsWith('160000'))
                submodules.push(path);
            else if (!paths.has(path)) {
                paths.add(path);
                if (entry.startsWith('120000'))
                    links.push(path);
            }
        }
        // A repository inside of this one, that it does not know, is listed as a folder with a slash at its end.
        for (const path of split(others))
            if (!path.endsWith('/'))
                paths.add(path);
        return { paths: [...paths], links, submodules: [...new Set(submodules)] };
    }
    /**
     * Finds the commit that a name means.
     *
     * @param name a commit, a branch or a tag
     * @returns its full identifier; undefined when this clone does not have it
     */
    async commit(name) {
        const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
        const found = await this.run(args).catch((error) => {
            if (this.#signal.aborted)
                throw error;
            return '';
        });
        return found.trim() || undefined;
    }
    /**
     * Compares the trees of two commits. Renames are a deletion and an addition: both places are told.
     *
     * @param base identifier of a commit
     * @param head identifier of a commit
     * @returns every path that differs
     * @throws ActionError `git-failed`
     */
    async difference(base, head) {
        const options = [
            '--name-status',
            '--no-renames',
            '--no-ext-diff',
            '--no-textconv',
            '--ignore-submodules=none',
        ];
        const words = split(await this.run(['diff', '-z', ...options, base, head, '--']));
        const changed = [];
        for (let index = 0; index + 1 < words.length; index += 2) {
            changed.push({ path: words[index + 1] ?? '', isDeleted: words[index] === 'D' });
        }
        return changed;
    }
}
function split(output) {
    const words = output.split('\0');
    words.pop();
    return words;
}

;// CONCATENATED MODULE: ./src/discover/inputs.ts
/**
 * The inputs of `discover`: one reader, every bad input in one error. Reads the environment only.
 */



const architectures = ['amd64', 'arm64'];
/**
 * Reads and checks every input.
 *
 * @returns the inputs
 * @throws ActionError `input-invalid` that lists every bad input with its value and what is allowed
 */
function readDiscoverInputs() {
    const problems = [];
    const part = getInput('part');
    const inputs = {
        workingDirectory: getInput('working-directory') || '.',
        exclude: getMultilineInput('exclude'),
        base: getInput('base'),
        head: getInput('head'),
        onlyChanged: choice('only-changed', ['true', 'false'], 'true', problems) === 'true',
        goarch: choice('goarch', architectures, 'amd64', problems),
        tags: getInput('tags'),
        environmentName: getInput('environment-name'),
        mappingFile: getInput('mapping-file'),
        appNamePattern: getInput('app-name-pattern'),
        part: part === '' ? undefined : readPart(part),
    };
    if (part !== '' && inputs.part === undefined) {
        problems.push(`'part' is '${part}': use a number and how many parts there are, for example '1/4'.`);
    }
    for (const name of ['base', 'head']) {
        const value = inputs[name];
        // Git takes what begins with a dash for an option.
        if (value !== '' && !/^[^\s\p{Cc}-][^\s\p{Cc}]*$/u.test(value)) {
            problems.push(`'${name}' is '${value}': use a commit, a branch or a tag.`);
        }
    }
    if (inputs.environmentName === '' && inputs.appNamePattern !== '') {
        problems.push(`'app-name-pattern' is '${inputs.appNamePattern}', but 'environment-name' is empty, so no function app is named: set both or neither.`);
    }
    if (problems.length > 0) {
        throw new ActionError('input-invalid', problems.join('\n'), {
            hint: 'Correct the `with:` block of this step; docs/many-apps.md lists the inputs.',
        });
    }
    return Object.freeze(inputs);
}
function choice(name, allowed, otherwise, problems) {
    const given = getInput(name);
    if (given === '' || allowed.includes(given))
        return given || otherwise;
    problems.push(`'${name}' is '${given}': use ${allowed.map((value) => `'${value}'`).join(' or ')}.`);
    return otherwise;
}

;// CONCATENATED MODULE: ./src/project/json-tree.ts
/**
 * The JSON tree that the project room works on: plain values with their places, and raw look-up in it.
 * It does not parse, and it does not know the host's configuration rules.
 */
/**
 * Finds a member by its exact name. Of equal names the last one counts, as in Newtonsoft.Json's `JObject`.
 *
 * @param node any node, or nothing
 * @param key the name, compared case-sensitively
 * @returns the member, or `undefined` when the node is no object or has no such member
 */
function memberOf(node, key) {
    if (node?.kind !== 'object')
        return undefined;
    return lastOf(node.members, (member) => member.key === key);
}
/**
 * Finds a member by its name in any case: the last exact match, else the last match in another case,
 * as Newtonsoft.Json binds a JSON object to a class.
 *
 * @param node any node, or nothing
 * @param key the name
 * @returns the member, or `undefined`
 */
function memberInAnyCase(node, key) {
    if (node?.kind !== 'object')
        return undefined;
    const wanted = key.toLowerCase();
    return memberOf(node, key) ?? lastOf(node.members, (member) => member.key.toLowerCase() === wanted);
}
function lastOf(members, matches) {
    for (let index = members.length - 1; index >= 0; index -= 1) {
        const member = members[index];
        if (member !== undefined && matches(member))
            return member;
    }
    return undefined;
}
/**
 * The text of a string node.
 *
 * @param node any node, or nothing
 * @returns the value, or `undefined` when the node is no string
 */
function stringOf(node) {
    return node?.kind === 'string' ? node.value : undefined;
}
/**
 * Writes a node as JSON for a message, shortened.
 *
 * @param node any node
 * @returns at most 80 characters of compact JSON
 */
function quoteJson(node) {
    const text = write(node, 6);
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
function write(node, depth) {
    if (node.kind === 'null')
        return 'null';
    if (node.kind !== 'object' && node.kind !== 'array') {
        return node.kind === 'number' ? node.text : JSON.stringify(node.value);
    }
    if (depth === 0)
        return node.kind === 'object' ? '{...}' : '[...]';
    if (node.kind === 'array') {
        return `[${node.items
            .slice(0, 20)
            .map((item) => write(item, depth - 1))
            .join(',')}]`;
    }
    const members = node.members.slice(0, 20);
    return `{${members.map(({ key, value }) => `${JSON.stringify(key)}:${write(value, depth - 1)}`).join(',')}}`;
}

;// CONCATENATED MODULE: ./src/discover/mapping.ts


/** The file that is read when no other one is named, relative to the repository root. */
const usualMappingFile = '.github/function-apps.json';
const targetKeys = ['app-name', 'slot-name', 'resource-group', 'verify-path'];
const appKeys = ['name', 'main-package', 'verify-path', 'environments'];
/**
 * Reads a mapping file.
 *
 * @param parsed the file as the JSON reader gave it
 * @param file its path, for places
 * @returns the mapping, and one error for each bad entry
 */
function readMapping(parsed, file) {
    const reading = { file, findings: [] };
    const nothing = { environments: new Map(), apps: [] };
    if (parsed.state === 'failed') {
        const { reason, line, column } = parsed.failure;
        complain(reading, `It is no JSON: ${reason}.`, { line, column, endLine: line, endColumn: column });
        return { mapping: nothing, findings: reading.findings };
    }
    const members = mapping_objectOf(reading, parsed.document.root, 'The file', ['environments', 'apps']);
    const environments = new Map();
    const apps = [];
    for (const { key, value } of members) {
        for (const member of mapping_objectOf(reading, value, `'${key}'`)) {
            if (key === 'apps')
                apps.push(readApp(reading, member));
            else
                environments.set(member.key, readTarget(reading, member.value, `'environments' '${member.key}'`));
        }
    }
    return { mapping: { environments, apps }, findings: reading.findings };
}
function readApp(reading, { key: folder, keySpan, value }) {
    const what = `'apps' '${folder}'`;
    const found = {
        folder: folder.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/$/, ''),
        environments: new Map(),
        span: keySpan,
    };
    for (const { key, value: entry } of mapping_objectOf(reading, value, what, appKeys)) {
        if (key === 'environments')
            found.environments = readEnvironments(reading, entry, `${what} 'environments'`);
        else if (key === 'name')
            found.name = mapping_nameOf(reading, entry, what);
        else if (key === 'main-package')
            found.mainPackage = mapping_textOf(reading, entry, `${what} '${key}'`);
        else
            found.verifyPath = checkedTarget(reading, 'verify-path', entry, what);
    }
    return found;
}
function readEnvironments(reading, node, what) {
    const environments = new Map();
    for (const { key, value } of mapping_objectOf(reading, node, what)) {
        const isLeftOut = value.kind === 'boolean' && !value.value;
        environments.set(key, isLeftOut ? false : readTarget(reading, value, `${what} '${key}'`));
    }
    return environments;
}
/** A text alone is the name of the function app. */
function readTarget(reading, node, what) {
    const target = { span: node.span };
    if (node.kind === 'string')
        return { ...target, appName: checkedTarget(reading, 'app-name', node, what) };
    for (const { key, value } of mapping_objectOf(reading, node, what, targetKeys)) {
        if (key === 'app-name')
            target.appName = checkedTarget(reading, key, value, what);
        else if (key === 'slot-name')
            target.slotName = checkedTarget(reading, key, value, what);
        else if (key === 'resource-group')
            target.resourceGroup = checkedTarget(reading, key, value, what);
        else
            target.verifyPath = checkedTarget(reading, 'verify-path', value, what);
    }
    return target;
}
/** What Azure allows, once placeholders are replaced; the same rules as for the inputs of the action. */
const rules = {
    'app-name': {
        allowed: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?$/,
        use: 'letters, digits and hyphens',
    },
    'slot-name': {
        allowed: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?$/,
        use: 'letters, digits and hyphens',
    },
    'resource-group': { allowed: /^[\p{L}\p{N}_().-]{1,90}$/u, use: 'the name as in the portal' },
    'verify-path': { allowed: /^\/(?!\/)[^\s\\#]*$/, use: "a path that starts with one '/', without blanks" },
};
/**
 * Says what is wrong with a value.
 *
 * @param key what the value is
 * @param text the value; `{name}` and `{environment}` stand for something allowed
 * @returns what to use instead; undefined when nothing is wrong
 */
function targetFault(key, text) {
    const { allowed, use } = rules[key];
    const filled = key === 'verify-path' ? text : text.replace(/\{(?:name|environment)\}/g, 'x');
    return allowed.test(filled) ? undefined : `${use}; '{name}' and '{environment}' are the placeholders`;
}
function checkedTarget(reading, key, node, what) {
    const text = mapping_textOf(reading, node, `${what} '${key}'`);
    const use = text === '' ? undefined : targetFault(key, text);
    if (use !== undefined)
        complain(reading, `${what} has the ${key} ${quoteJson(node)}: use ${use}.`, node.span);
    return text;
}
function mapping_nameOf(reading, node, what) {
    const text = mapping_textOf(reading, node, `${what} 'name'`);
    if (text !== '' && !namePattern.test(text)) {
        const use = 'use lower-case letters, digits and hyphens, at most 60';
        complain(reading, `${what} has the name ${quoteJson(node)}: ${use}.`, node.span);
    }
    return text;
}
function mapping_textOf(reading, node, what) {
    if (node.kind === 'string' && node.value.trim() !== '' && !/\p{Cc}/u.test(node.value))
        return node.value.trim();
    complain(reading, `${what} is ${quoteJson(node)}: use a text.`, node.span);
    return '';
}
/** The members of an object, each once, with keys that are allowed. */
function mapping_objectOf(reading, node, what, allowed) {
    if (node.kind !== 'object') {
        const use = allowed === undefined ? '' : ` with ${allowed.map((key) => `'${key}'`).join(', ')}`;
        complain(reading, `${what} is ${quoteJson(node)}: use an object${use}.`, node.span);
        return [];
    }
    const seen = new Set();
    return node.members.filter(({ key, keySpan }) => {
        if (seen.has(key))
            complain(reading, `${what} has '${key}' twice: remove one of them.`, keySpan);
        else if (allowed !== undefined && !allowed.includes(key)) {
            const known = allowed.map((name) => `'${name}'`).join(', ');
            complain(reading, `${what} has '${key}', which is not known: use ${known}.`, keySpan);
        }
        else {
            seen.add(key);
            return true;
        }
        return false;
    });
}
function complain({ file, findings }, message, span) {
    findings.push(mappingFinding(file, message, span));
}
/**
 * An error about an entry of the mapping file.
 *
 * @param file path of the file
 * @param message what is wrong, and what to do
 * @param span place of the entry
 * @returns the finding
 */
function mappingFinding(file, message, span) {
    return {
        code: 'app-mapping-invalid',
        severity: 'error',
        message,
        hint: `Correct ${file}; docs/many-apps.md describes it.`,
        location: { file, ...span },
    };
}

;// CONCATENATED MODULE: ./src/discover/mapping-file.ts
/**
 * Reads the mapping file from disk, and holds it against the folders that there are.
 */





/**
 * Reads the file that an input names, or the usual one when there is one.
 *
 * @param root absolute root of the repository
 * @param named the input; empty for the usual file
 * @returns the mapping, the path of its file, and one error for each bad entry
 * @throws ActionError `app-mapping-invalid` when the file that is named is not there
 */
async function readMappingFile(root, named) {
    const file = named || usualMappingFile;
    const bytes = await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.join)(root, file)).catch(() => undefined);
    if (bytes !== undefined)
        return { ...readMapping(parseJson(bytes.subarray(0, maxJsonBytes + 1)), file), file };
    if (named === '')
        return { mapping: { environments: new Map(), apps: [] }, file, findings: [] };
    throw new ActionError('app-mapping-invalid', `'mapping-file' is '${file}', and there is no such file.`, {
        hint: 'Set it to the path of the file, relative to the repository root.',
    });
}
/**
 * Finds entries for folders without an app: misspelt, or left over.
 *
 * @param mapping the mapping
 * @param file its path, for places
 * @param paths files of the repository
 * @returns an error for each
 */
function strayEntries(mapping, file, paths) {
    const known = new Set(mapping.apps.length === 0 ? [] : paths);
    return mapping.apps
        .filter(({ folder }) => !known.has(folder === '.' ? 'host.json' : `${folder}/host.json`))
        .map(({ folder, span }) => mappingFinding(file, `'apps' names '${folder}', and there is no host.json in such a folder: correct or remove the entry.`, span));
}
/**
 * The names that the mapping file chooses.
 *
 * @param mapping the mapping
 * @param file its path, for places
 * @param folders folders of the apps
 * @returns the names by folder, and an error for each that is used twice
 */
function givenNames(mapping, file, folders) {
    const found = new Set(folders);
    const given = new Map();
    const taken = new Map();
    const findings = [];
    for (const { folder, name = '', span } of mapping.apps) {
        if (name === '' || !found.has(folder))
            continue;
        const other = taken.get(name);
        if (other === undefined) {
            taken.set(name, folder);
            given.set(folder, name);
        }
        else {
            const message = `'apps' '${folder}' has the name '${name}', and so has '${other}': give each its own.`;
            findings.push(mappingFinding(file, message, span));
        }
    }
    return { given, findings };
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

;// CONCATENATED MODULE: ./src/project/unless-it-fails.ts
/**
 * Asks where a refusal only means that less is known.
 *
 * @param ask a question to the file system
 * @returns its answer; undefined when it throws
 */
function unlessItFails(ask) {
    try {
        return ask();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/discover/repository-files.ts
/**
 * The files of the repository in which apps are looked for: from Git, or from the disk when Git cannot say.
 */







const mostFilesOnDisk = 500_000;
/**
 * Lists the files of a repository, those of its submodules included.
 *
 * @param root absolute root of the repository
 * @param git the repository
 * @returns its files and links
 * @throws ActionError `project-too-large` or `project-folder` when Git cannot be asked and the disk cannot be read
 */
async function listRepository(root, git) {
    try {
        const { paths, links, submodules } = await git.files();
        const inside = submodules.map((folder) => filesOf((0,external_node_path_namespaceObject.join)(root, folder), folder));
        const all = inside.length === 0 ? paths : [...paths, ...inside.flat()];
        return { paths: all, links: await targetsOf(root, links) };
    }
    catch (error) {
        const listed = listFiles(root, { limit: mostFilesOnDisk });
        const links = listed.filter(({ kind }) => kind === 'symlink').map(({ path }) => path);
        return {
            paths: listed.map(({ path }) => path),
            links: await targetsOf(root, links),
            withoutGit: errors_messageOf(error),
        };
    }
}
/** A submodule that is not checked out is an empty folder. */
function filesOf(folder, name) {
    const listed = unlessItFails(() => listFiles(folder, { limit: mostFilesOnDisk })) ?? [];
    return listed.map(({ path }) => `${name}/${path}`);
}
async function targetsOf(root, links) {
    const targets = await inBatches(links, async (path) => {
        const text = await (0,promises_namespaceObject.readlink)((0,external_node_path_namespaceObject.join)(root, path)).catch(() => '');
        if (text === '')
            return undefined;
        const inside = text.startsWith('/') ? (0,external_node_path_namespaceObject.relative)(root, text) : text;
        const from = text.startsWith('/') ? '.' : folderOf(path);
        const target = joinPaths(from, inside.split(external_node_path_namespaceObject.sep).join('/'));
        return target === undefined || target === path ? undefined : [path, target];
    });
    return new Map(targets.filter((target) => target !== undefined));
}

;// CONCATENATED MODULE: ./src/discover/targets.ts

const nowhere = { appName: '', slotName: '', resourceGroup: '', verifyPath: '' };
/**
 * Resolves every app.
 *
 * @param request the environment, the mapping and the apps
 * @returns where each app goes, by folder, `false` for one that is not deployed in the environment; and errors
 */
function resolveTargets(request) {
    const { environment, mapping, names, pattern } = request;
    const mapped = new Map(mapping.apps.map((app) => [app.folder, app]));
    if (environment === '') {
        const paths = [...names.keys()].map((folder) => {
            return [folder, { ...nowhere, verifyPath: mapped.get(folder)?.verifyPath ?? '' }];
        });
        return { targets: new Map(paths), findings: [] };
    }
    const unknown = unknownEnvironment(request);
    if (unknown !== undefined)
        return { targets: new Map(), findings: [unknown] };
    const shared = mapping.environments.get(environment);
    const targets = new Map();
    const findings = [];
    const nameless = [];
    for (const [folder, name] of names) {
        const app = mapped.get(folder);
        const own = app?.environments.get(environment);
        if (own === false) {
            targets.set(folder, false);
            continue;
        }
        const target = merged(app, own, shared, pattern, (text) => text.replaceAll('{name}', name).replaceAll('{environment}', environment));
        targets.set(folder, target);
        if (target.appName === '')
            nameless.push(folder);
        else
            findings.push(...faultsOf(request, folder, target, own ?? shared));
    }
    findings.push(...namelessApps(nameless, request), ...sharedApps(targets, names));
    return { targets, findings };
}
function merged(app, own, shared, pattern, fill) {
    return {
        appName: fill(own?.appName ?? shared?.appName ?? pattern),
        slotName: fill(own?.slotName ?? shared?.slotName ?? ''),
        resourceGroup: fill(own?.resourceGroup ?? shared?.resourceGroup ?? ''),
        verifyPath: own?.verifyPath ?? app?.verifyPath ?? shared?.verifyPath ?? '',
    };
}
/** A misspelt environment would otherwise fall back to the pattern, and name apps that nobody meant. */
function unknownEnvironment({ environment, mapping, pattern, file }) {
    const known = new Set([
        ...mapping.environments.keys(),
        ...mapping.apps.flatMap((app) => [...app.environments.keys()]),
    ]);
    if (known.has(environment) || (known.size === 0 && pattern !== ''))
        return undefined;
    if (known.size === 0)
        return undefined;
    const names = [...known].map((name) => `'${name}'`).join(', ');
    return {
        code: 'app-environment-unknown',
        severity: 'error',
        message: `'environment-name' is '${environment}', but ${file} knows ${names}.`,
        hint: `Correct 'environment-name', or add '${environment}' to 'environments' in ${file}.`,
        location: { file },
    };
}
function faultsOf({ file }, folder, target, entry) {
    const values = {
        'app-name': target.appName,
        'slot-name': target.slotName,
        'resource-group': target.resourceGroup,
    };
    return Object.keys(values).flatMap((key) => {
        const use = values[key] === '' ? undefined : targetFault(key, values[key]);
        if (use === undefined)
            return [];
        const message = `The app in '${folder}' would have the ${key} '${values[key]}': use ${use}.`;
        if (entry !== undefined)
            return [mappingFinding(file, message, entry.span)];
        return [
            {
                code: 'app-mapping-invalid',
                severity: 'error',
                message,
                hint: "Correct 'app-name-pattern'.",
            },
        ];
    });
}
function namelessApps(folders, { environment, file }) {
    if (folders.length === 0)
        return [];
    const shown = folders.slice(0, 10).map((folder) => `'${folder}'`);
    const rest = folders.length - shown.length;
    const names = `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return [
        {
            code: 'app-name-missing',
            severity: 'error',
            message: `Nothing says which function app ${names} ${folders.length === 1 ? 'is' : 'are'} in the environment '${environment}'.`,
            hint: `Set 'app-name-pattern', for example '{name}-{environment}', or name it in ${file}. An app that is not deployed there has 'false' for the environment.`,
        },
    ];
}
/** Two folders that are deployed to one function app would replace each other. */
function sharedApps(targets, names) {
    const users = new Map();
    for (const folder of names.keys()) {
        const target = targets.get(folder);
        if (target === undefined || target === false || target.appName === '')
            continue;
        const slot = target.slotName === '' ? '' : ` (slot ${target.slotName})`;
        const key = `${target.appName}${slot}`.toLowerCase();
        users.set(key, [...(users.get(key) ?? []), folder]);
    }
    return [...users]
        .filter(([, folders]) => folders.length > 1)
        .map(([app, folders]) => ({
        code: 'app-name-shared',
        severity: 'error',
        message: `The function app '${app}' is named for ${folders.map((folder) => `'${folder}'`).join(' and ')}: each deployment would replace the other.`,
        hint: "Give each folder its own function app, or leave one out with 'exclude', or with 'false' for the environment.",
    }));
}

;// CONCATENATED MODULE: ./src/discover/run.ts
/**
 * One run of `discover`: its steps in their order, and nothing of what they do.
 */


















/**
 * Runs `discover`.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
async function run() {
    const log = openLog();
    const cancel = listenForCancel();
    const findings = [];
    const startedMs = performance.now();
    let outcome = { apps: [], comparison: undefined };
    let environmentName = '';
    let thrown;
    try {
        const current = begin(log, cancel.signal, findings);
        environmentName = current.inputs.environmentName;
        outcome = await discover(current);
    }
    catch (error) {
        thrown = error;
        if (error instanceof ActionError) {
            const { code, message, hint = '' } = error;
            findings.push({ code, severity: 'error', message, hint });
        }
    }
    finally {
        log.endGroup();
        cancel.dispose();
    }
    await conclude({
        outcome,
        environmentName,
        findings,
        thrown,
        log,
        elapsedMs: performance.now() - startedMs,
    });
}
function begin(log, signal, findings) {
    const inputs = readDiscoverInputs();
    const workspace = readWorkspace(process.env, process.cwd());
    // Go names folders without links, so that all paths have to be without.
    const searched = realFolder((0,external_node_path_namespaceObject.resolve)(workspace.folder, inputs.workingDirectory), inputs.workingDirectory);
    const root = repositoryRootOf(searched, realFolder(workspace.folder, workspace.folder));
    return { inputs, workspace, searched, root, log, signal, findings, git: new Git(root, process.env, signal) };
}
function realFolder(path, shown) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        throw new ActionError('working-directory-missing', `The working-directory '${shown}' does not exist.`, {
            hint: 'Set working-directory to a folder of the repository, and run actions/checkout before this step.',
        });
    }
}
async function discover(current) {
    const { inputs, root, git, log, findings } = current;
    const [files, comparison] = await Promise.all([listRepository(root, git), compare(current)]);
    if (files.withoutGit !== undefined)
        log.info(`Files are listed from the disk: ${files.withoutGit}`);
    const { mapping, file, findings: faults } = await readMappingFile(root, inputs.mappingFile);
    findings.push(...faults, ...strayEntries(mapping, file, files.paths));
    const folders = search(current, files, mapping);
    const { given, findings: doubles } = givenNames(mapping, file, folders);
    const names = nameApps(folders, given, repositoryName(current));
    const resolution = {
        environment: inputs.environmentName,
        pattern: inputs.appNamePattern,
        mapping,
        file,
        names: new Map(folders.map((folder) => [folder, names.get(folder) ?? ''])),
    };
    // What is told of an entry of the file is not told again of each app that it is for.
    const { targets, findings: unresolved } = faults.length > 0 ? { targets: new Map(), findings: [] } : resolveTargets(resolution);
    const mapped = new Map(mapping.apps.map((app) => [app.folder, app.mainPackage ?? '']));
    const apps = folders.map((folder) => ({ folder, mainPackage: mapped.get(folder) ?? '' }));
    const changes = comparison.kind === 'everything' ? undefined : await ask(current, files, comparison, apps);
    const outcome = choose({ apps, names, targets, comparison, changes, inputs });
    findings.push(...doubles, ...unresolved, ...outcome.findings);
    return outcome;
}
function search({ inputs, root, log, findings, searched }, { paths }, mapping) {
    const folder = repositoryPath(searched, root);
    const withMainPackage = new Set(mapping.apps.filter(({ mainPackage = '' }) => mainPackage !== '').map((app) => app.folder));
    const found = findApps(root, paths, { folder, exclude: inputs.exclude, withMainPackage });
    for (const left of found.leftOut)
        log.info(`Left out: ${left.folder}, since ${left.reason}.`);
    findings.push(...found.findings);
    if (found.apps.length === 0)
        findings.push(noneFound(folder));
    return found.apps.map((app) => app.folder);
}
async function ask({ inputs, root, git, log, workspace, signal, findings }, files, compared, apps) {
    const { goarch, tags } = inputs;
    const { tempFolder } = workspace;
    const request = { ...files, ...compared, root, git, apps, goarch, tags, tempFolder, signal };
    const changes = await findChanges({ ...request, environment: process.env, run: runProgram });
    const remedy = 'Make `go list` work in the job: set up Go before this step, and give it access to the modules.';
    findings.push(...changes.doubts.map((doubt) => uncertain(doubt, remedy)));
    log.debug(`Asking Go took ${Math.round(changes.goMs)} ms.`);
    for (const path of changes.unused)
        log.debug(`Concerns no app: ${path}`);
    return changes;
}
async function compare({ git, inputs, workspace, findings, signal }) {
    let comparison;
    try {
        comparison = await compareCommits(git, inputs, workspace);
    }
    catch (error) {
        if (signal.aborted || !(error instanceof ActionError) || error.code !== 'git-failed')
            throw error;
        const { message, hint = '' } = error;
        comparison = { kind: 'everything', reason: message.replace(/\.$/, ''), remedy: hint };
    }
    if (comparison.kind === 'everything' && comparison.remedy !== undefined) {
        findings.push(uncertain(`Every app counts as changed: ${comparison.reason}.`, comparison.remedy));
    }
    return comparison;
}
function uncertain(message, hint) {
    return { code: 'changes-uncertain', severity: 'warning', message, hint };
}
function noneFound(folder) {
    return {
        code: 'app-none-found',
        severity: 'warning',
        message: `No Go function app was found in '${folder}'.`,
        hint: "Correct 'working-directory' or 'exclude'. The log says of every host.json that was left out, why.",
    };
}
function repositoryName({ workspace: { repository }, root }) {
    return repository.slice(repository.indexOf('/') + 1) || (0,external_node_path_namespaceObject.basename)(root);
}

;// CONCATENATED MODULE: ./src/discover/index.ts
/** The entry of the bundled action `discover`: it runs, and nothing else. */


void runToTheEnd(run);

})();

module.exports = __webpack_exports__;
/******/ })()
;