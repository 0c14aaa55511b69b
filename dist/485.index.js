exports.id = 485;
exports.ids = [485];
exports.modules = {

/***/ 70298:
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

/***/ 15182:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ specialFileFinding),
/* harmony export */   KT: () => (/* binding */ wholeFindings),
/* harmony export */   OA: () => (/* binding */ backslashFinding),
/* harmony export */   cL: () => (/* binding */ noMatchFinding),
/* harmony export */   xO: () => (/* binding */ invalidFinding),
/* harmony export */   yf: () => (/* binding */ secretFinding),
/* harmony export */   z1: () => (/* binding */ missingFindings)
/* harmony export */ });
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78911);

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

/***/ 32948:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/**
 * The digest of a file on disk.
 */


const pieceBytes = 1024 * 1024;
/**
 * Reads a file and digests it, in constant memory. The next piece is read while one is digested.
 *
 * @param path absolute path
 * @param signal ends it early
 * @returns its size, and its SHA-256 in lower-case hexadecimal
 * @throws when the file cannot be read; the reason of the signal when it aborted
 */
async function digestOf(path, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let sizeBytes = 0;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        const pieces = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)];
        const read = (turn) => file.read(pieces[turn % 2], 0, pieceBytes, null);
        let reading = read(0);
        for (let turn = 1;; turn += 1) {
            const { bytesRead, buffer } = await reading;
            signal?.throwIfAborted();
            if (bytesRead === 0)
                break;
            reading = read(turn);
            hash.update(buffer.subarray(0, bytesRead));
            sizeBytes += bytesRead;
        }
    }
    finally {
        await file.close();
    }
    return { sizeBytes, sha256: hash.digest('hex') };
}


/***/ }),

/***/ 93447:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ruleFault)
/* harmony export */ });
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70298);
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


/***/ }),

/***/ 50047:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   Y: () => (/* binding */ directoryReason)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78911);
/**
 * The error for a zip that cannot be trusted, and the words for what is wrong with it.
 */


/**
 * The error for a zip that cannot be trusted.
 *
 * @param path path of the zip
 * @param reason what is wrong, as the end of a sentence
 * @param cause the underlying error
 * @returns ActionError `package-unreadable`
 */
function unreadable(path, reason, cause) {
    return new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('package-unreadable', `The package ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path)} cannot be read: ${reason}.`, {
        hint: "Make the zip anew; 'unzip -t' shows what is wrong with it.",
        ...(cause === undefined ? {} : { cause }),
    });
}
/**
 * Our words for what yauzl says of a directory; its own message is kept as cause.
 *
 * @param error what yauzl threw (its messages as of 3.4; one that is not known gets a general reason)
 * @returns the reason as the end of a sentence
 */
function directoryReason(error) {
    const message = (0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error);
    if (message.startsWith('End of central directory'))
        return 'it is not a zip, or it was cut off';
    if (message.includes('unexpected EOF'))
        return 'its directory points beyond the end of the file';
    if (message.startsWith('Invalid comment length'))
        return 'something follows the end of the zip';
    if (message.startsWith('multi-disk'))
        return 'it is one part of a split archive';
    if (message.includes('strong encryption'))
        return 'it is encrypted';
    if (message.startsWith('compressed/uncompressed'))
        return 'the sizes of a stored entry contradict each other';
    if (message.includes('header signature'))
        return 'its directory is damaged';
    return 'its directory contradicts itself';
}


/***/ }),

/***/ 39250:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ withArchive)
});

// UNUSED EXPORTS: archiveLimits

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/archive/bounded-reader.ts

const chunkBytes = 256 * 1024;
/** What is kept of the file. It grows while reads go forward, so that offsets all over it do not cost much. */
const windowBytes = { least: 4 * 1024, most: 256 * 1024 };
/**
 * A reader over an open file. It does not close the file.
 *
 * @param file an open file
 * @param sizeBytes its size, the limit of every read
 * @returns a reader for `yauzl.fromRandomAccessReader`
 */
function boundedReader(file, sizeBytes) {
    return new BoundedReader(file, sizeBytes);
}
class BoundedReader extends yauzl/* RandomAccessReader */.lJ {
    file;
    sizeBytes;
    window = { start: 0, bytes: Buffer.alloc(0) };
    nextWindowBytes = windowBytes.least;
    constructor(file, sizeBytes) {
        super();
        this.file = file;
        this.sizeBytes = sizeBytes;
    }
    read(buffer, offset, length, position, callback) {
        if (!this.holds(position, position + length)) {
            setImmediate(callback, new Error('unexpected EOF'));
            return;
        }
        this.bytesAt(position, length).then((bytes) => callback(null, bytes.copy(buffer, offset)), (error) => callback(error));
    }
    async bytesAt(position, length) {
        if (!this.holds(position, position + length))
            throw new Error('unexpected EOF');
        let window = this.window;
        if (!isIn(window, position, length)) {
            window = await this.windowAt(position, length);
            this.window = window;
        }
        // Of a file that was cut meanwhile the window has less.
        if (!isIn(window, position, length))
            throw new Error('unexpected EOF');
        const { start, bytes } = window;
        return bytes.subarray(position - start, position - start + length);
    }
    async windowAt(position, length) {
        const end = this.window.start + this.window.bytes.length;
        const isForward = position >= this.window.start && position <= end + windowBytes.most;
        const grown = Math.min(this.nextWindowBytes * 2, windowBytes.most);
        this.nextWindowBytes = isForward ? grown : windowBytes.least;
        const wanted = Math.min(Math.max(length, this.nextWindowBytes), this.sizeBytes - position);
        const bytes = Buffer.allocUnsafeSlow(wanted);
        let filled = 0;
        while (filled < wanted) {
            const { bytesRead } = await this.file.read(bytes, filled, wanted - filled, position + filled);
            if (bytesRead === 0)
                break;
            filled += bytesRead;
        }
        return { start: position, bytes: bytes.subarray(0, filled) };
    }
    holds(start, end) {
        return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= this.sizeBytes;
    }
    async *chunksAt(start, length) {
        const end = start + length;
        if (!this.holds(start, end))
            throw new Error('unexpected EOF');
        let position = start;
        while (position < end) {
            const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, end - position));
            const { bytesRead } = await this.file.read(chunk, 0, chunk.length, position);
            if (bytesRead === 0)
                throw new Error('unexpected EOF');
            position += bytesRead;
            yield chunk.subarray(0, bytesRead);
        }
    }
}
function isIn({ start, bytes }, position, length) {
    return position >= start && position + length <= start + bytes.length;
}

// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(78911);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(88853);
// EXTERNAL MODULE: ./src/archive/unreadable.ts
var unreadable = __webpack_require__(50047);
;// CONCATENATED MODULE: ./src/archive/inflate-entry.ts
/**
 * Inflates one entry of an open zip and lets nothing through that is not what the directory declares.
 * It does not know where the bytes go.
 */






/** Fewer trips to the thread pool than with zlib's default of 16 KiB. */
const inflateChunkBytes = 256 * 1024;
/** Up to here an entry is inflated in one call: making the streams takes longer than the work. */
const small = { compressedBytes: 64 * 1024, sizeBytes: 512 * 1024 };
/**
 * Inflates an entry into a sink.
 *
 * @param open the zip
 * @param source the entry as yauzl knows it
 * @param entry the same as the listing describes it
 * @param sink where its bytes go
 * @throws ActionError `package-unreadable` unless size and CRC-32 are what was declared, and whatever the sink
 *   throws
 */
async function inflateEntry(open, source, entry, sink) {
    const { path } = open;
    if (entry.isEncrypted)
        throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(entry.name)} is encrypted`);
    if (entry.method !== 0 && entry.method !== 8) {
        throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(entry.name)} is compressed with method ${entry.method}`);
    }
    const damaged = (reason, cause) => (0,unreadable/* unreadable */.O)(path, `the data of ${(0,entry_names/* quoted */.TL)(entry.name)} is damaged (${reason})`, cause);
    const isSmall = entry.compressedBytes <= small.compressedBytes && entry.sizeBytes <= small.sizeBytes;
    if (isSmall) {
        const bytes = await inflatedAtOnce(open, source, entry, damaged);
        await (0,external_node_stream_promises_.pipeline)(oneOf(bytes), sink);
    }
    else
        await inflateInParts(open, source, entry, sink, damaged);
}
async function inflatedAtOnce({ zip, reader }, source, entry, damaged) {
    const raw = await zip
        .readLocalFileHeaderPromise(source, { minimal: true })
        .then(({ fileDataStart }) => reader.bytesAt(fileDataStart, entry.compressedBytes))
        .catch((error) => {
        throw damaged('it cannot be read', error);
    });
    const bytes = entry.method === 0 ? Buffer.from(raw) : inflated(raw, entry, damaged);
    requireEnd(entry, bytes.length, (0,crc32/* crc32 */.Q)(bytes), damaged);
    return bytes;
}
function inflated(raw, { sizeBytes }, damaged) {
    try {
        return (0,external_node_zlib_.inflateRawSync)(raw, { maxOutputLength: sizeBytes + 1, chunkSize: Math.max(64, sizeBytes + 1) });
    }
    catch (error) {
        if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE')
            throw tooMuch(damaged);
        throw codeOf(error).startsWith('Z_') ? damaged('it does not inflate', error) : error;
    }
}
async function* oneOf(bytes) {
    if (bytes.length > 0)
        yield bytes;
}
async function inflateInParts({ zip, reader }, source, entry, sink, damaged) {
    const { fileDataStart } = await zip
        .readLocalFileHeaderPromise(source, { minimal: true })
        .catch((error) => {
        throw damaged('it cannot be read', error);
    });
    const raw = reader.chunksAt(fileDataStart, entry.compressedBytes);
    const check = new Check(entry, damaged);
    try {
        if (entry.method === 8) {
            const inflating = (0,external_node_zlib_.createInflateRaw)({ chunkSize: inflateChunkBytes });
            await (0,external_node_stream_promises_.pipeline)(raw, inflating, check.asPassage(), sink);
        }
        else
            await (0,external_node_stream_promises_.pipeline)(raw, check.asPassage(), sink);
    }
    catch (error) {
        throw codeOf(error).startsWith('Z_') ? damaged('it does not inflate', error) : error;
    }
}
/** Holds what comes out of an entry against what was declared of it. */
class Check {
    entry;
    damaged;
    crc = 0;
    sizeBytes = 0;
    constructor(entry, damaged) {
        this.entry = entry;
        this.damaged = damaged;
    }
    /** Refuses as soon as it is known, so that a bomb costs one chunk more than it declares. */
    take(chunk) {
        this.crc = (0,crc32/* crc32 */.Q)(chunk, this.crc);
        this.sizeBytes += chunk.length;
        if (this.sizeBytes > this.entry.sizeBytes)
            throw tooMuch(this.damaged);
    }
    end() {
        requireEnd(this.entry, this.sizeBytes, this.crc, this.damaged);
    }
    asPassage() {
        return new external_node_stream_.Transform({
            transform: (chunk, _encoding, done) => settled(done, () => this.take(chunk), chunk),
            flush: (done) => settled(done, () => this.end()),
        });
    }
}
/** Answers a stream with what was thrown, if anything. */
function settled(done, run, value) {
    try {
        run();
    }
    catch (error) {
        done(error);
        return;
    }
    done(null, value);
}
function requireEnd(entry, sizeBytes, crc, damaged) {
    if (sizeBytes > entry.sizeBytes)
        throw tooMuch(damaged);
    if (sizeBytes < entry.sizeBytes)
        throw damaged('it inflates to less than it declares');
    if (crc !== entry.crc32)
        throw damaged('its checksum does not match');
}
function tooMuch(damaged) {
    return damaged('it inflates to more than it declares');
}
/** zlib's own codes begin with `Z_`, such as `Z_DATA_ERROR`; what the sink throws has others. */
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : '';
}

;// CONCATENATED MODULE: ./src/archive/zip-file.ts
/**
 * Opens a zip with yauzl and lets nothing of it through unchecked: bounded reads, our own errors,
 * entries that do not overlap, inflated bytes that match the declared size and checksum.
 * It judges whether the file is a sound zip, not whether it is a sound package.
 */







/** What is accepted of a zip; a function app is far below. */
const archiveLimits = { entries: 65_535, unpackedBytes: 2 * 1024 ** 3 };
/** Deflate cannot expand more than this (zlib technical notes: 1032 to 1). */
const mostExpansion = 1032;
/**
 * Opens a zip, reads and checks its whole directory, and closes it when the work is done.
 *
 * @param path path of the zip
 * @param work what to do with it
 * @returns what `work` returns
 * @throws ActionError `package-unreadable` when it is no sound zip, `package-limit` when it holds too much
 */
async function withArchive(path, work) {
    const file = await openFile(path);
    try {
        const { size } = await file.stat();
        const reader = boundedReader(file, size);
        const zip = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(reader, size, {
            autoClose: false,
            decodeStrings: false,
            validateEntrySizes: true,
        }).catch((error) => {
            throw (0,unreadable/* unreadable */.O)(path, (0,unreadable/* directoryReason */.Y)(error), error);
        });
        const raw = await readDirectory(path, zip);
        const described = new Map(raw.map(({ entry, start }) => [describe(entry, start), entry]));
        return await work({
            listing: { path, sizeBytes: size, entries: [...described.keys()] },
            inflate: async (entry, sink) => {
                const source = described.get(entry);
                if (source === undefined)
                    throw new Error('the entry belongs to another listing');
                await inflateEntry({ path, zip, reader }, source, entry, sink);
            },
        });
    }
    finally {
        await file.close();
    }
}
async function openFile(path) {
    let file;
    try {
        file = await (0,promises_.open)(path, 'r');
    }
    catch (error) {
        throw (0,unreadable/* unreadable */.O)(path, (0,errors/* messageOf */.b)(error), error);
    }
    const status = await file.stat();
    if (status.isFile())
        return file;
    await file.close();
    throw (0,unreadable/* unreadable */.O)(path, 'it is not a regular file');
}
async function readDirectory(path, zip) {
    if (zip.entryCount > archiveLimits.entries) {
        throw beyondLimit(path, `${zip.entryCount} entries`, `${archiveLimits.entries}`);
    }
    const entries = [];
    let unpackedBytes = 0;
    try {
        for await (const entry of zip.eachEntry()) {
            unpackedBytes += entry.uncompressedSize;
            if (unpackedBytes > archiveLimits.unpackedBytes) {
                throw beyondLimit(path, `more than ${archiveLimits.unpackedBytes} bytes unpacked`, '2 GiB');
            }
            entries.push(entry);
        }
        return await placeEntries(path, zip, entries);
    }
    catch (error) {
        throw error instanceof errors/* ActionError */.l ? error : (0,unreadable/* unreadable */.O)(path, (0,unreadable/* directoryReason */.Y)(error), error);
    }
}
/** Overlapping entries are how a small zip unpacks to a huge one, and a sign of a forged directory. */
async function placeEntries(path, zip, entries) {
    const placed = [];
    const spans = [];
    for (const entry of entries) {
        const name = nameOf(entry);
        if (entry.compressionMethod === 8 &&
            entry.uncompressedSize > (entry.compressedSize + 1) * mostExpansion) {
            throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(name)} declares ${entry.uncompressedSize} bytes, which ${entry.compressedSize} compressed bytes cannot hold`);
        }
        const header = await zip.readLocalFileHeaderPromise(entry);
        if (!header.fileName.equals(entry.fileNameRaw)) {
            const inner = header.fileName.toString('utf8');
            throw (0,unreadable/* unreadable */.O)(path, `an entry is named ${(0,entry_names/* quoted */.TL)(name)} in the directory and ${(0,entry_names/* quoted */.TL)(inner)} at its data`);
        }
        placed.push({ entry, start: header.fileDataStart });
        spans.push({
            name,
            start: entry.relativeOffsetOfLocalHeader,
            end: header.fileDataStart + entry.compressedSize,
        });
    }
    spans.sort((left, right) => left.start - right.start);
    for (const [index, span] of spans.entries()) {
        if (span.end > zip.fileSize)
            throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(span.name)} reaches beyond the end of the file`);
        const next = spans[index + 1];
        if (next !== undefined && span.end > next.start) {
            throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(span.name)} and ${(0,entry_names/* quoted */.TL)(next.name)} overlap`);
        }
    }
    return placed;
}
function nameOf(entry) {
    return (0,yauzl/* getFileNameLowLevel */.ax)(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}
function describe(entry, dataPosition) {
    const name = nameOf(entry);
    const attributes = entry.externalFileAttributes >>> 16;
    const kind = attributes & 0o170000;
    return {
        name,
        sizeBytes: entry.uncompressedSize,
        compressedBytes: entry.compressedSize,
        mode: attributes === 0 ? undefined : attributes,
        madeBy: entry.versionMadeBy >>> 8,
        isSymlink: kind === 0o120000,
        isDirectory: name.endsWith('/') || kind === 0o040000,
        isEncrypted: entry.isEncrypted(),
        method: entry.compressionMethod,
        crc32: entry.crc32,
        dataPosition,
    };
}
function beyondLimit(path, found, limit) {
    return new errors/* ActionError */.l('package-limit', `The package ${(0,entry_names/* quoted */.TL)(path)} declares ${found}; at most ${limit} are accepted.`, { hint: 'Take out what does not belong to the app.' });
}


/***/ }),

/***/ 31885:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
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
function countOf(amount, noun) {
    return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 12518:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ makeTempFolder),
/* harmony export */   W: () => (/* binding */ makeOutputFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/**
 * The folders that a run makes on the machine, with an error that a user can act on where there is no space or no
 * right to.
 */



/**
 * Makes a folder for temporary files of this run.
 *
 * @param run the run
 * @returns its absolute path
 * @throws ActionError `temp-folder-unwritable`
 */
function makeTempFolder({ workspace }) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.tempFolder, 'go-azure-func-'));
    }
    catch (error) {
        throw unwritable('temp-folder-unwritable', `No folder can be made in the temporary folder '${workspace.tempFolder}': ${(0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error)}.`, 'Make room there, or let RUNNER_TEMP name a folder that is writable and has space.', error);
    }
}
/**
 * Makes the folder that the executable is built into, if it is not there.
 *
 * @param outputPath absolute path of the executable
 * @param executable its name in host.json, for the message
 * @throws ActionError `executable-folder-unwritable`
 */
function makeOutputFolder(outputPath, executable) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(outputPath), { recursive: true });
    }
    catch (error) {
        throw unwritable('executable-folder-unwritable', `The folder of '${executable}' cannot be made: ${reasonOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(outputPath), error)}.`, 'Build in a workspace that is writable and has space, or build elsewhere and set binary.', error);
    }
}
/** On a read-only file system Node says ENOENT of folders that it makes with all above; of one alone it says why. */
function reasonOf(folder, error) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
        return (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
    }
    catch (plain) {
        return (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(plain);
    }
}
function unwritable(code, message, hint, cause) {
    return new _errors__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(code, message, { hint, cause });
}


/***/ }),

/***/ 28485:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginPacking: () => (/* binding */ beginPacking),
  loadRehearsal: () => (/* binding */ loadRehearsal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(70298);
var ignore_default = /*#__PURE__*/__webpack_require__.n(ignore);
// EXTERNAL MODULE: ./src/archive/content-findings.ts
var content_findings = __webpack_require__(15182);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(78911);
;// CONCATENATED MODULE: ./src/archive/entry-order.ts
/**
 * The order of the entries in a package. Pure.
 */
/**
 * Orders entry names: host.json first, then by UTF-16 code unit, so that no locale has a say.
 *
 * @param left an entry name
 * @param right another entry name
 * @returns negative, zero or positive, as `Array.prototype.sort` wants it
 */
function compareEntryNames(left, right) {
    if (left === right)
        return 0;
    if (left === 'host.json')
        return -1;
    if (right === 'host.json')
        return 1;
    return left < right ? -1 : 1;
}

// EXTERNAL MODULE: ./src/archive/rule-limits.ts
var rule_limits = __webpack_require__(93447);
;// CONCATENATED MODULE: ./src/archive/funcignore.ts
/**
 * Reads .funcignore as gitignore rules and says where they hurt: needed files removed, Core Tools disagreeing.
 * Pure.
 */



/**
 * The rules that can be matched in bounded time; each other one is an error, since ignoring it could pack a file
 * that it keeps out.
 *
 * @param text .funcignore as it stands
 * @param folder folder of .funcignore relative to the repository root
 * @returns the text with blank lines in place of refused rules, and at most ten findings
 */
function soundRules(text, folder = '.') {
    const findings = [];
    const kept = text.split(/\r?\n/).map((line) => {
        const reason = line.startsWith('#') ? undefined : (0,rule_limits/* ruleFault */.X)(line);
        if (reason === undefined)
            return line;
        findings.push(finding('funcignore-invalid', 'error', `.funcignore rule ${(0,entry_names/* quoted */.TL)(line)} is not taken: ${reason}.`, 'Write a simpler rule, or several.', locate(text, line.trim(), folder)));
        return '';
    });
    return { text: kept.join('\n'), findings: findings.slice(0, 10) };
}
/**
 * Needed files that .funcignore would remove.
 *
 * @param funcignore its text as it stands, and the rules made of it
 * @param needed paths that the app cannot do without, relative to the folder of .funcignore
 * @param folder that folder relative to the repository root
 * @returns one error for each rule, at its line
 */
function neededRemoved({ text, rules }, needed, folder = '.') {
    const removed = new Map();
    for (const path of needed) {
        if (!ignore_default().isPathValid(path))
            continue;
        const result = rules.test(path);
        if (!result.ignored)
            continue;
        const rule = result.rule?.pattern ?? '';
        removed.set(rule, [...(removed.get(rule) ?? []), path]);
    }
    return [...removed].map(([rule, paths]) => finding('funcignore-removes-needed', 'error', `.funcignore rule ${(0,entry_names/* quoted */.TL)(rule)} removes ${(0,entry_names/* quotedList */.p4)(paths)}, which the app needs.`, `Anchor the rule with a leading slash, make it narrower, or add '!/${paths[0]}' below it.`, locate(text, rule, folder)));
}
/**
 * Rules that keep a needed file under gitignore but drop it in Azure Functions Core Tools, which turn a plain
 * rule into a regular expression that ends at a word boundary (GitIgnoreParser.cs): `host` drops host.json.
 *
 * @param text .funcignore as it stands
 * @param needed paths that the app cannot do without
 * @param folder folder of .funcignore relative to the repository root
 * @returns notices
 */
function dialectFindings(text, needed, folder = '.') {
    const findings = [];
    for (const rule of new Set(text.split(/\r?\n/).map((line) => line.trim()))) {
        // Rules with wildcards, slashes or negation have dialects of their own, which are not judged.
        if (!/^\w[\w.-]*\w$|^\w$/.test(rule))
            continue;
        const exact = ignore_default()({ ignorecase: false }).add(rule);
        const dropped = needed.filter((path) => path.startsWith(rule) &&
            !/^\w/.test(path.slice(rule.length)) &&
            ignore_default().isPathValid(path) &&
            !exact.ignores(path));
        if (dropped.length === 0)
            continue;
        findings.push(finding('funcignore-dialect', 'notice', `.funcignore rule ${(0,entry_names/* quoted */.TL)(rule)} keeps ${(0,entry_names/* quotedList */.p4)(dropped)} here, but Azure Functions Core Tools drop it.`, `Write '/${rule}/' when a folder is meant.`, locate(text, rule, folder)));
    }
    return findings;
}
function locate(text, rule, folder) {
    const file = folder === '.' ? '.funcignore' : `${folder}/.funcignore`;
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const line = lines.lastIndexOf(rule) + 1;
    return line === 0 ? { file } : { file, line };
}
function finding(code, severity, message, hint, location) {
    return { code, severity, message, hint, location };
}

;// CONCATENATED MODULE: ./src/archive/contents.ts
/**
 * Chooses what goes into the package: an allow-list, narrowed by .funcignore and by what is never packed.
 * Pure: it works on a listing and on texts and touches no file.
 */





const noPatterns = { included: [], excluded: [], findings: [] };
/**
 * Decides which files of a project become entries of the package.
 *
 * Packed are host.json, the executable, every file of a top-level folder that has a function.json, and what
 * `include` names. Exclusions (`!`) and .funcignore narrow the optional part; sources, tooling and secrets
 * are never packed.
 *
 * @param request the listing and the wishes
 * @returns entries in their final order (host.json first, then by code unit), findings, what was left out
 */
function chooseContents(request) {
    const { include: patterns = noPatterns } = request;
    const findings = [...patterns.findings];
    const leftOut = [];
    const executable = normalPath(request.executable);
    const sound = soundRules((request.funcignore ?? '').replace(/^\uFEFF/, ''), request.folder);
    const funcignore = sound.text;
    const functionFolders = new Set(request.files.flatMap(({ path }) => functionFolder(path)));
    const needed = ['host.json', executable, ...[...functionFolders].map((name) => `${name}/function.json`)];
    const isNeeded = new Set(needed);
    const rules = ignore_default()({ ignorecase: false }).add(funcignore);
    const isNarrowedBy = (path) => {
        if (patterns.excluded.some((pattern) => pattern.matches(path)))
            return 'excluded by include';
        return ignore_default().isPathValid(path) && rules.ignores(path) ? 'matched by .funcignore' : undefined;
    };
    const answered = new Set();
    const refusedFor = new Map();
    const planned = [];
    for (const file of request.files) {
        const asking = patterns.included.filter((pattern) => pattern.matches(file.path));
        const isCandidate = isNeeded.has(file.path) || asking.length > 0 || functionFolders.has(topFolder(file.path));
        if (!isCandidate)
            continue;
        const refusal = isNeeded.has(file.path)
            ? refusalOfKind(file, true)
            : (refusalOfPlace(file.path, isNarrowedBy(file.path), asking[0]?.text) ??
                refusalOfKind(file, asking.length > 0));
        if (refusal === undefined)
            planned.push(plan(file.path, file.sizeBytes, executable));
        else
            leftOut.push({ path: file.path, reason: refusal.reason });
        if (refusal?.finding !== undefined)
            findings.push(refusal.finding);
        for (const pattern of asking) {
            // A finding about the file says enough; the pattern itself is not to blame.
            if (refusal === undefined || refusal.finding !== undefined)
                answered.add(pattern);
            else
                refusedFor.set(pattern, `${(0,entry_names/* quoted */.TL)(file.path)}: ${refusal.reason}`);
        }
    }
    const listed = new Set(request.files.map((file) => file.path));
    if (!listed.has(executable) && request.executableSizeBytes !== undefined) {
        planned.push(plan(executable, request.executableSizeBytes, executable));
        listed.add(executable);
    }
    planned.sort((left, right) => compareEntryNames(left.name, right.name));
    findings.push(...(0,content_findings/* missingFindings */.z1)(listed, executable), ...sound.findings, ...neededRemoved({ text: funcignore, rules }, needed, request.folder), ...dialectFindings(funcignore, needed, request.folder), ...patterns.included
        .filter((pattern) => !answered.has(pattern))
        .map((pattern) => (0,content_findings/* noMatchFinding */.cL)(pattern.text, refusedFor.get(pattern))), ...(0,content_findings/* wholeFindings */.KT)(planned));
    return { files: planned, findings, leftOut };
}
/** Why an optional file stays out because of its name or of a rule about it. */
function refusalOfPlace(path, narrowed, pattern) {
    if (narrowed !== undefined)
        return { reason: narrowed };
    const secret = (0,entry_names/* secretKind */.FL)(path);
    if (secret !== undefined)
        return { reason: secret, finding: (0,content_findings/* secretFinding */.yf)(path, secret, pattern) };
    const source = (0,entry_names/* sourceKind */.uh)(path);
    return source === undefined ? undefined : { reason: source };
}
/** Why any file stays out because of what it is. */
function refusalOfKind(file, isWanted) {
    if (file.kind !== 'file') {
        const reason = file.kind === 'symlink' ? 'symbolic link' : 'not a regular file';
        return { reason, finding: (0,content_findings/* specialFileFinding */.D)(file, isWanted) };
    }
    if ((0,entry_names/* hasBackslash */.B2)(file.path)) {
        return { reason: 'backslash in the name', finding: (0,content_findings/* backslashFinding */.OA)(file.path) };
    }
    return undefined;
}
/** `./bin//handler` and `bin/handler` name the same file for the host. */
function normalPath(path) {
    return path
        .split('/')
        .filter((segment) => segment !== '' && segment !== '.')
        .join('/');
}
function topFolder(path) {
    const slash = path.indexOf('/');
    return slash === -1 ? '' : path.slice(0, slash);
}
/** The host looks for function.json exactly one level down (HostFunctionMetadataProvider). */
function functionFolder(path) {
    const folder = topFolder(path);
    return folder !== '' && path === `${folder}/function.json` && (0,entry_names/* sourceKind */.uh)(path) === undefined ? [folder] : [];
}
function plan(path, sizeBytes, executable) {
    return { name: path, sourcePath: path, isExecutable: path === executable, sizeBytes };
}

// EXTERNAL MODULE: ./src/archive/entry-stream.ts + 1 modules
var entry_stream = __webpack_require__(43783);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/archive/container.ts
/**
 * Writes the structure of a zip (APPNOTE 4.3.6): a header before the data of each entry, the directory and its
 * end. It streams: sizes and checksum are known only after the data, and are then put into the header that is
 * already written, so that readers which do not know data descriptors are not needed.
 * It knows nothing of files outside the zip, and compresses nothing.
 */

/** Without zip64 extensions these numbers have 16 and 32 bits, and the largest one means \u201csee zip64\u201d (4.4.1.4). */
const containerLimits = { entries: 0xfffe, bytes: 0xfffffffe };
const localHeaderBytes = 30;
const directoryHeaderBytes = 46;
const endBytes = 22;
/** \u201cMade by\u201d in the upper byte: Unix (4.4.2.2). The lower one is the version of APPNOTE that is followed, 3.0. */
const madeByUnix = (3 << 8) | 30;
/** Version 2.0 knows deflate (4.4.3.2). */
const versionNeeded = 20;
/** The name is UTF-8 (4.4.4, bit 11). */
const utf8Flag = 0x0800;
const methods = { stored: 0, deflated: 8 };
/** Little enough that what is in the file can be read back soon, while the next parts are compressed. */
const flushBytes = 256 * 1024;
/** Up to here parts are handed to the system as they are; joining them copies every byte once more. */
const mostSeparateParts = 64;
/** A zip that is being written, from its beginning. */
class Container {
    file;
    written = [];
    /** Bytes that follow those in the file. */
    pending = [];
    pendingBytes = 0;
    inFileBytes = 0;
    /**
     * Writes on the main thread: on the pool, a write would wait behind everything that is queued to be compressed.
     *
     * @param file descriptor of an empty file that is open for writing; it stays open
     */
    constructor(file) {
        this.file = file;
    }
    /** Bytes that lie in the file already; headers among them may still change. */
    get flushedBytes() {
        return this.inFileBytes;
    }
    /** Bytes of the zip so far. */
    get sizeBytes() {
        return this.inFileBytes + this.pendingBytes;
    }
    /**
     * Adds an entry.
     *
     * @param entry name and mode
     * @param parts its data in the form in which it lies in the zip, and at the end what went through; it stays
     *   with the caller, who ends it when this fails
     * @returns what went through, and how many bytes it takes in the zip
     * @throws a `RangeError` when the zip becomes larger than `containerLimits`, and whatever `parts` throws
     */
    async add(entry, parts) {
        const name = Buffer.from(entry.name);
        const position = this.sizeBytes;
        const header = Buffer.alloc(localHeaderBytes);
        this.append(header);
        this.append(name);
        const dataPosition = this.sizeBytes;
        const content = await this.appendAll(parts);
        const compressedBytes = this.sizeBytes - dataPosition;
        this.requireRoom(content);
        const shared = sharedFields(name, content, compressedBytes);
        header.writeUInt32LE(0x04034b50, 0);
        shared.copy(header, 4);
        // While the header is pending, writing into its buffer was enough.
        if (position < this.inFileBytes)
            writeAll(this.file, [header], position);
        this.written.push({ name, mode: entry.mode, position, shared });
        return { content, compressedBytes };
    }
    /**
     * Writes the directory and its end (4.3.12, 4.3.16).
     *
     * @throws a `RangeError` when the zip becomes larger than `containerLimits`
     */
    finish() {
        const position = this.sizeBytes;
        for (const entry of this.written)
            this.append(directoryHeader(entry));
        const end = Buffer.alloc(endBytes);
        end.writeUInt32LE(0x06054b50, 0);
        end.writeUInt16LE(this.written.length, 8);
        end.writeUInt16LE(this.written.length, 10);
        end.writeUInt32LE(this.sizeBytes - position, 12);
        end.writeUInt32LE(position, 16);
        this.append(end);
        this.flush();
    }
    requireRoom({ sizeBytes }) {
        if (sizeBytes > containerLimits.bytes || this.written.length >= containerLimits.entries) {
            throw new RangeError('an entry more than a zip can hold');
        }
    }
    async appendAll(parts) {
        for (;;) {
            const step = await parts.next();
            if (step.done === true)
                return step.value;
            this.append(step.value);
        }
    }
    /** Small pieces go to the file together: ten thousand entries are a handful of writes. */
    append(bytes) {
        this.pending.push(bytes);
        this.pendingBytes += bytes.length;
        if (this.sizeBytes > containerLimits.bytes)
            throw new RangeError('more bytes than a zip can hold');
        if (this.pendingBytes >= flushBytes)
            this.flush();
    }
    flush() {
        if (this.pendingBytes === 0)
            return;
        const parts = this.pending.length > mostSeparateParts ? [Buffer.concat(this.pending)] : this.pending;
        writeAll(this.file, parts, this.inFileBytes);
        this.inFileBytes += this.pendingBytes;
        this.pending = [];
        this.pendingBytes = 0;
    }
}
function sharedFields(name, content, compressedBytes) {
    const { isStored, sizeBytes, crc32, modifiedAt } = content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(versionNeeded, 0);
    // Without the flag a reader takes the name for code page 437, which has pictures in place of control characters.
    const isPlain = name.every((byte) => byte >= 0x20 && byte < 0x7f);
    fields.writeUInt16LE(isPlain ? 0 : utf8Flag, 2);
    fields.writeUInt16LE(isStored ? methods.stored : methods.deflated, 4);
    fields.writeUInt16LE(dosTime(modifiedAt), 6);
    fields.writeUInt16LE(dosDate(modifiedAt), 8);
    fields.writeUInt32LE(crc32, 10);
    fields.writeUInt32LE(compressedBytes, 14);
    fields.writeUInt32LE(sizeBytes, 18);
    fields.writeUInt16LE(name.length, 22);
    return fields;
}
function directoryHeader({ name, mode, position, shared }) {
    const header = Buffer.alloc(directoryHeaderBytes + name.length);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(madeByUnix, 4);
    shared.copy(header, 6);
    // The upper half of the external attributes is the mode (4.4.15, as Info-ZIP writes it).
    header.writeUInt32LE(mode * 0x10000, 38);
    header.writeUInt32LE(position, 42);
    name.copy(header, directoryHeaderBytes);
    return header;
}
/** MS-DOS time (4.4.6): hours, minutes, seconds in steps of two. */
function dosTime(time) {
    return (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
}
/** MS-DOS date (4.4.6): years since 1980, month, day. */
function dosDate(time) {
    return ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
}
function writeAll(file, parts, position) {
    const bytesWritten = (0,external_node_fs_.writevSync)(file, parts, position);
    let skipped = bytesWritten;
    // A disk that is nearly full, or a signal, can end a write early.
    for (const [index, part] of parts.entries()) {
        if (skipped < part.length) {
            writeAll(file, [part.subarray(skipped), ...parts.slice(index + 1)], position + bytesWritten);
            return;
        }
        skipped -= part.length;
    }
}

// EXTERNAL MODULE: ./src/archive/digest.ts
var digest = __webpack_require__(32948);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(88853);
// EXTERNAL MODULE: ./src/archive/deflate.ts + 1 modules
var deflate = __webpack_require__(93974);
// EXTERNAL MODULE: ./src/archive/read-fully.ts
var read_fully = __webpack_require__(91021);
;// CONCATENATED MODULE: ./src/archive/readback.ts
/**
 * Reads a package back while it is written: every part of an entry as soon as it lies in the file, so that hardly
 * anything is left to do at the end. On the main thread, which has little else to do while the pool compresses; what
 * waits for the pool's threads would have its turn after everything that is queued there.
 */






/** What is read at once. */
const chunkBytes = 256 * 1024;
/** What a part inflates to mostly fits, so that there is nothing to join. */
const inflatedBytes = 256 * 1024 + 64;
/** A stored block without content that ends a stream (RFC 1951, 3.2.4). */
const endOfStream = Buffer.from([0x01, 0x00, 0x00, 0xff, 0xff]);
/** Reads back what is written into one file. */
class ReadBack {
    file;
    isStored;
    parts = [];
    done = [];
    entry;
    window = { start: 0, bytes: Buffer.alloc(0) };
    room = Buffer.alloc(0);
    scratch = Buffer.alloc(0);
    history;
    /**
     * @param file descriptor of the file; it stays open
     * @param isStored whether parts are the bytes themselves instead of raw deflate data
     */
    constructor(file, isStored) {
        this.file = file;
        this.isStored = isStored;
    }
    /** The entries in their order, as far as they were read. */
    get entries() {
        return this.done;
    }
    /** The next entry begins: its data will lie at this position. */
    begin(name, dataPosition) {
        this.entry = { name, dataPosition, compressedBytes: 0, sizeBytes: 0, crc32: 0 };
        this.done.push(this.entry);
    }
    /** The next part of the entry has this many bytes. */
    expect(length) {
        const { entry } = this;
        if (entry === undefined)
            throw new Error('a part belongs to no entry');
        const position = entry.dataPosition + entry.compressedBytes;
        this.parts.push({ entry, position, length, isLast: false });
        entry.compressedBytes += length;
    }
    /** The entry has no further parts. */
    end() {
        const last = this.parts.at(-1);
        if (last !== undefined && last.entry === this.entry)
            last.isLast = true;
        this.entry = undefined;
    }
    /**
     * Reads the parts that lie in the file, but not the latest one of an entry that goes on: it may be its last.
     *
     * @param writtenBytes how much of the file is written
     * @throws ActionError `package-readback` when a part is not what it has to be
     */
    upTo(writtenBytes) {
        for (;;) {
            const [part, next] = this.parts;
            if (part === undefined || part.position + part.length > writtenBytes)
                return;
            if (!part.isLast && next === undefined)
                return;
            this.parts.shift();
            this.take(part, this.isStored ? this.bytesOf(part, writtenBytes) : this.inflated(part, writtenBytes));
        }
    }
    take({ entry }, bytes) {
        entry.sizeBytes += bytes.length;
        entry.crc32 = (0,crc32/* crc32 */.Q)(bytes, entry.crc32);
    }
    bytesOf({ entry, position, length }, writtenBytes) {
        const { window } = this;
        if (position < window.start || position + length > window.start + window.bytes.length) {
            const wanted = Math.max(length, Math.min(chunkBytes, writtenBytes - position));
            if (this.room.length < wanted)
                this.room = Buffer.allocUnsafeSlow(wanted);
            const bytes = this.room.subarray(0, wanted);
            if ((0,read_fully/* readFully */.l)(this.file, bytes, position) < wanted)
                throw damaged(entry.name, 'the file is shorter than what was written');
            this.window = { start: position, bytes };
        }
        const start = position - this.window.start;
        return this.window.bytes.subarray(start, start + length);
    }
    /**
     * A part inflates on its own once the window before it is given: it begins on a byte boundary. That the stream goes
     * on after it is seen by letting it end there.
     */
    inflated(part, writtenBytes) {
        if (part.position === part.entry.dataPosition)
            this.history = undefined;
        const bytes = this.bytesOf(part, writtenBytes);
        const input = part.isLast ? bytes : this.withEnd(bytes);
        const { buffer, engine } = this.inflate(part, input);
        if (engine.bytesWritten !== input.length)
            throw damaged(part.entry.name, 'its data ends early');
        this.history = buffer.subarray(-deflate/* windowBytes */.cJ);
        return buffer;
    }
    inflate({ entry }, input) {
        const dictionary = this.history === undefined ? {} : { dictionary: this.history };
        try {
            const result = (0,external_node_zlib_.inflateRawSync)(input, { ...dictionary, info: true, chunkSize: inflatedBytes });
            return result;
        }
        catch (error) {
            throw damaged(entry.name, 'its data does not inflate', error);
        }
    }
    withEnd(bytes) {
        const length = bytes.length + endOfStream.length;
        if (this.scratch.length < length)
            this.scratch = Buffer.allocUnsafeSlow(Math.max(length, chunkBytes));
        bytes.copy(this.scratch);
        endOfStream.copy(this.scratch, bytes.length);
        return this.scratch.subarray(0, length);
    }
}
function damaged(name, how, cause) {
    return different(`${(0,entry_names/* quoted */.TL)(name)} cannot be read back, ${how}`, cause);
}
/**
 * The error that says that a written package is not what was meant.
 *
 * @param how what differs
 * @param cause what was thrown, if anything
 * @returns the error, `package-readback`
 */
function different(how, cause) {
    return new errors/* ActionError */.l('package-readback', `The written package is not what was meant: ${how}.`, {
        hint: 'Run again. If it happens twice, suspect the disk of the runner.',
        ...(cause === undefined ? {} : { cause }),
    });
}

// EXTERNAL MODULE: ./src/archive/zip-file.ts + 2 modules
var zip_file = __webpack_require__(39250);
;// CONCATENATED MODULE: ./src/archive/verify.ts
/**
 * Opens a package that was just written as any reader does, and holds its directory against what was meant and what
 * was read back.
 */



/**
 * Compares name, mode, method, size and CRC-32 of every entry with what was packed and with what its data inflated
 * to, and the place of its data with the one that was read back.
 *
 * @param path path of the zip
 * @param expected entries in their order
 * @param readBack the same entries as they were read back
 * @throws ActionError `package-readback` at the first difference, `package-unreadable` when it is no sound zip
 */
async function verifyArchive(path, expected, readBack) {
    await (0,zip_file/* withArchive */.x)(path, async ({ listing }) => {
        if (listing.entries.length !== expected.length) {
            throw different(`it has ${listing.entries.length} entries instead of ${expected.length}`);
        }
        for (const [index, entry] of listing.entries.entries()) {
            const [wanted, read] = [expected[index], readBack[index]];
            const name = (0,entry_names/* quoted */.TL)(entry.name);
            if (wanted === undefined || entry.name !== wanted.name)
                throw different(`entry ${index + 1} has another name`);
            if (entry.madeBy !== 3 || entry.mode !== wanted.mode)
                throw different(`${name} has another mode`);
            if (entry.method !== (wanted.isStored ? 0 : 8))
                throw different(`${name} has another method`);
            if (entry.dataPosition !== read?.dataPosition || entry.compressedBytes !== read.compressedBytes)
                throw different(`${name} lies elsewhere`);
            if (entry.sizeBytes !== wanted.sizeBytes || read.sizeBytes !== wanted.sizeBytes)
                throw different(`${name} has another size`);
            if (entry.crc32 !== wanted.crc32 || read.crc32 !== wanted.crc32)
                throw different(`${name} has another checksum`);
        }
    });
}

;// CONCATENATED MODULE: ./src/archive/write.ts
/**
 * Writes the package: a zip whose bytes depend on nothing but the names, the contents and the level.
 * It decides neither what goes in nor where it is sent.
 */












/** Regular file, in the upper half of the external attributes (stat(2) S_IFREG). */
const regularFile = 0o100000;
/** So many entries are opened and begun before they are due: most are small, and waiting is all they cost. */
const entriesAhead = 8;
/**
 * Writes the package beside its final place, reads it back, and only then puts it there.
 *
 * Entries are made by Unix, regular files of mode 0755 (executable) or 0644, with host.json first and the
 * rest in order of code units. The same entries give the same bytes on every machine and in every time zone,
 * as far as the bundled zlib is the same.
 *
 * @param request what to pack, where to, and how tightly
 * @returns the finished package
 * @throws ActionError `package-source-unreadable`, `package-source-changed`, `package-unsafe-name`,
 *   `package-duplicate-name`, `package-too-large`, `package-unwritable`, `package-readback`; the signal's
 *   reason when it aborts. Whatever it throws, no part of the package is left behind.
 */
async function writeArchive(request) {
    const startedAt = performance.now();
    const sources = [...request.entries].sort((left, right) => compareEntryNames(left.name, right.name));
    requireNames(sources);
    if (sources.length > containerLimits.entries)
        throw tooLarge(`${sources.length} files`);
    const partialPath = `${request.outputPath}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.partial`;
    try {
        const { entries, readBack } = await writeEntries(sources, partialPath, request);
        const [{ sizeBytes, sha256 }] = await Promise.all([
            // Of what arrived on the disk.
            (0,digest/* digestOf */.o)(partialPath, request.signal),
            verifyArchive(partialPath, entries, readBack),
        ]);
        await (0,promises_.rename)(partialPath, request.outputPath);
        return {
            path: request.outputPath,
            sizeBytes,
            sha256,
            entries: entries.map(({ name, sizeBytes, compressedBytes, mode }) => ({
                name,
                sizeBytes,
                compressedBytes,
                mode: mode & 0o777,
            })),
            elapsedMs: Math.round(performance.now() - startedAt),
        };
    }
    catch (error) {
        await (0,promises_.rm)(partialPath, { force: true }).catch(() => undefined);
        request.signal?.throwIfAborted();
        throw error instanceof errors/* ActionError */.l ? error : unwritable(request.outputPath, error);
    }
}
function requireNames(entries) {
    const seen = new Set();
    for (const { name } of entries) {
        const reason = (0,entry_names/* hasBackslash */.B2)(name) ? 'it holds a backslash' : (0,entry_names/* unsafeNameReason */.Gm)(name);
        if (reason !== undefined || name.endsWith('/')) {
            throw refusal('package-unsafe-name', `${(0,entry_names/* quoted */.TL)(name)} cannot be the name of an entry: ${reason ?? 'it names a folder'}.`, 'Name it relative to the folder of host.json, with forward slashes.');
        }
        if (seen.has(name)) {
            throw refusal('package-duplicate-name', `Two entries have the name ${(0,entry_names/* quoted */.TL)(name)}.`, 'Leave one out.');
        }
        seen.add(name);
    }
}
/** Writes all entries in their order and reads them back; the next ones are begun while one is written. */
async function writeEntries(sources, path, request) {
    const begun = [];
    const packed = [];
    const file = (0,external_node_fs_.openSync)(path, 'wx+');
    try {
        const container = new Container(file);
        const readBack = new ReadBack(file, request.compressionLevel === 0);
        for (const [index, { name, isExecutable }] of sources.entries()) {
            for (const source of sources.slice(index + begun.length, index + entriesAhead)) {
                begun.push(begin(source, request));
            }
            const mode = regularFile | (isExecutable ? 0o755 : 0o644);
            const parts = followed(name, (0,entry_stream/* continued */.m2)(await begun[0]), { container, readBack });
            const { content, compressedBytes } = await container.add({ name, mode }, parts);
            begun.shift();
            const { isStored, sizeBytes, crc32 } = content;
            packed.push({ name, mode, isStored, compressedBytes, sizeBytes, crc32 });
        }
        container.finish();
        readBack.upTo(container.flushedBytes);
        return { entries: packed, readBack: readBack.entries };
    }
    catch (error) {
        throw error instanceof RangeError ? tooLarge(error.message, error) : error;
    }
    finally {
        // Ends what was begun and closes its files, before anyone removes them.
        await Promise.allSettled(begun.map(async (entry) => (0,entry_stream/* endEntry */.oC)(await entry)));
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Reads back what came into the file with the previous parts, while the next ones are compressed. */
async function* followed(name, parts, { container, readBack }) {
    // The container asks for the first part when it has written the header.
    readBack.begin(name, container.sizeBytes);
    for (;;) {
        const step = await parts.next();
        if (step.done === true) {
            readBack.end();
            return step.value;
        }
        readBack.expect(step.value.length);
        yield step.value;
        readBack.upTo(container.flushedBytes);
    }
}
function begin({ source }, { compressionLevel: level, signal }) {
    const begun = source instanceof Promise ? source : Promise.resolve((0,entry_stream/* beginEntry */.ON)(source, { level, signal }));
    // As with the first part: the failure is seen when the entry is due.
    begun.catch(() => undefined);
    return begun;
}
function unwritable(path, cause) {
    const message = `The package cannot be written to ${(0,entry_names/* quoted */.TL)(path)}: ${(0,errors/* messageOf */.b)(cause)}.`;
    return new errors/* ActionError */.l('package-unwritable', message, {
        hint: `Check that the folder '${(0,external_node_path_.dirname)(path)}' exists, is writable and has space.`,
        cause,
    });
}
function tooLarge(what, cause) {
    const message = `The package would hold more than a zip can: ${what}.`;
    return new errors/* ActionError */.l('package-too-large', message, {
        hint: 'Take large data out of the package, for example into a storage account.',
        ...(cause === undefined ? {} : { cause }),
    });
}
function refusal(code, message, hint) {
    return new errors/* ActionError */.l(code, message, { hint });
}

// EXTERNAL MODULE: ./src/report/quantities.ts
var quantities = __webpack_require__(31885);
// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(12518);
// EXTERNAL MODULE: ./src/stages/promised.ts
var promised = __webpack_require__(4768);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
;// CONCATENATED MODULE: ./src/stages/pack.ts
/**
 * The stage that makes the package. It is begun before its turn: static files are compressed while `go build` runs,
 * and the executable while it is inspected.
 */









/**
 * Chooses what goes in, and begins to write the zip. The executable may come later.
 *
 * @param run the run
 * @param project the project
 * @returns the begun package. What goes wrong is thrown by `finish`
 */
async function beginPacking(run, project) {
    const include = await patternsOf(run);
    const stopper = new AbortController();
    const executable = (0,promised/* promised */.C)();
    let supplied;
    let begun;
    try {
        begun = pack_begin(run, project, {
            include,
            executable: executable.promise,
            signal: AbortSignal.any([run.signal, stopper.signal]),
        });
    }
    catch (error) {
        begun = error instanceof Error ? error : new Error(String(error));
    }
    const stop = async () => {
        const reason = new Error('the package was given up');
        stopper.abort(reason);
        executable.reject(reason);
        if (supplied !== undefined)
            await (0,entry_stream/* endEntry */.oC)(supplied);
        if (begun instanceof Error)
            return;
        await begun.archive?.catch(() => undefined);
        (0,external_node_fs_.rmSync)(begun.folder, { recursive: true, force: true });
    };
    return {
        supply: (entry) => {
            supplied = entry;
            executable.resolve(entry);
        },
        finish: async () => {
            try {
                if (begun instanceof Error)
                    throw begun;
                return await conclude(run, begun);
            }
            catch (error) {
                await stop();
                throw error;
            }
        },
        stop,
    };
}
async function patternsOf({ inputs: { include } }) {
    if (include.length === 0)
        return undefined;
    const { readIncludePatterns } = await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(76)]).then(__webpack_require__.bind(__webpack_require__, 91076));
    return readIncludePatterns(include);
}
/**
 * Loads the rehearsal. The one place that imports it: it reads the zip with code that is loaded with this one.
 *
 * @returns the module
 */
function loadRehearsal() {
    return Promise.all(/* import() */[__webpack_require__.e(162), __webpack_require__.e(575)]).then(__webpack_require__.bind(__webpack_require__, 68575));
}
function pack_begin(run, project, { include, executable, signal }) {
    // The native worker is packed as these two files and nothing else (CreateGoZipPackage of azure-functions-core-tools).
    const isNative = project.model === 'native';
    const contents = chooseContents({
        files: isNative
            ? project.files.filter(({ path }) => path === 'host.json' || path === project.executable)
            : project.files,
        executable: project.executable,
        // It may not be built yet; nothing depends on its size.
        executableSizeBytes: 0,
        include,
        folder: project.folder,
        ...(isNative || project.funcignore === undefined ? {} : { funcignore: project.funcignore }),
    });
    const folder = (0,folders/* makeTempFolder */.P)(run);
    if (contents.findings.some(({ severity }) => severity === 'error'))
        return { contents, folder };
    const archive = writeArchive({
        entries: contents.files.map(({ name, sourcePath, isExecutable }) => ({
            name,
            isExecutable,
            source: isExecutable ? executable : (0,external_node_path_.join)(run.projectFolder, sourcePath),
        })),
        // Room for the endings that the zip has while it is written: names end at 255 bytes.
        outputPath: (0,external_node_path_.join)(folder, `${(0,external_node_path_.basename)(run.projectFolder).slice(0, 50) || 'package'}.zip`),
        compressionLevel: run.inputs.compressionLevel,
        signal,
    });
    // The failure is seen when the stage has its turn.
    archive.catch(() => undefined);
    return { contents, folder, archive };
}
async function conclude(run, { contents, archive: written }) {
    const { log, record } = run;
    const startedAtMs = record.elapsedMs();
    (0,stages_run/* settle */.G)(run, contents.findings);
    if (written === undefined)
        throw new Error('contents without an error were not packed');
    log.group('Package');
    const archive = await written;
    record.fill({ package: { ...archive, elapsedMs: record.elapsedMs() - startedAtMs } });
    for (const { name, sizeBytes } of archive.entries)
        log.info(`${name} (${sizeBytes} bytes)`);
    for (const { path, reason } of contents.leftOut)
        log.debug(`left out ${path}: ${reason}`);
    log.endGroup();
    log.info(`Packed ${archive.path}: ${archive.entries.length} files, ${(0,quantities/* formatBytes */.z3)(archive.sizeBytes)}, sha256 ${archive.sha256}`);
    return archive.path;
}


/***/ }),

/***/ 4768:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ promised)
/* harmony export */ });
/**
 * A promise that is settled from outside.
 *
 * @returns the promise, which does not count as unhandled when it rejects, and what settles it
 */
function promised() {
    let settlers;
    const promise = new Promise((resolve, reject) => {
        settlers = { resolve, reject };
    });
    promise.catch(() => undefined);
    return {
        promise,
        resolve: (value) => settlers?.resolve(value),
        reject: (reason) => settlers?.reject(reason),
    };
}


/***/ }),

/***/ 10790:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

"use strict";
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _findings__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81001);
/* harmony import */ var _recorder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40609);
/**
 * What every stage of one run shares. Stages carry values between the rooms; the rooms do not know each other.
 */



/**
 * Records the findings of a stage and ends the run when one of them is an error.
 *
 * @param run the run
 * @param findings what the stage found
 * @throws ActionError `run-stopped`, whose message counts the errors
 */
function settle(run, findings) {
    run.record.add(findings);
    const { error } = (0,_findings__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .G)(run.record.found);
    if (error > 0)
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(_recorder__WEBPACK_IMPORTED_MODULE_1__/* .stoppedCode */ .b, `${error} ${error === 1 ? 'error' : 'errors'} found`);
}
/**
 * Gives findings that have no place of their own the place they are about.
 *
 * @param findings any findings
 * @param location where to annotate those without a location; undefined leaves them as they are
 * @returns the findings, each with a location if one is known
 */
function locate(findings, location) {
    if (location === undefined)
        return findings;
    return findings.map((finding) => (finding.location === undefined ? { ...finding, location } : finding));
}


/***/ })

};
;