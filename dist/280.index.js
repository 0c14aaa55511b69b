"use strict";
exports.id = 280;
exports.ids = [280];
exports.modules = {

/***/ 13301:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isStub),
/* harmony export */   a: () => (/* binding */ replacementFor)
/* harmony export */ });
const replacements = [
    {
        path: 'github.com/mattn/go-sqlite3',
        advice: 'Use modernc.org/sqlite; the name of its database/sql driver is "sqlite" instead of "sqlite3".',
        isStub: true,
    },
    {
        path: 'github.com/mutecomm/go-sqlcipher',
        advice: 'No pure Go SQLCipher is known; modernc.org/sqlite reads databases that are not encrypted.',
        isStub: true,
    },
    {
        path: 'gorm.io/driver/sqlite',
        advice: 'Use github.com/glebarez/sqlite, which is the same GORM driver over modernc.org/sqlite.',
    },
    {
        path: 'github.com/confluentinc/confluent-kafka-go',
        advice: 'Use github.com/twmb/franz-go or github.com/segmentio/kafka-go.',
    },
    {
        path: 'gopkg.in/confluentinc/confluent-kafka-go.v1',
        advice: 'Use github.com/twmb/franz-go or github.com/segmentio/kafka-go.',
    },
    { path: 'github.com/DataDog/zstd', advice: 'Use github.com/klauspost/compress/zstd.' },
    { path: 'github.com/valyala/gozstd', advice: 'Use github.com/klauspost/compress/zstd.' },
    { path: 'github.com/godror/godror', advice: 'Use github.com/sijms/go-ora/v2.' },
    { path: 'github.com/mattn/go-oci8', advice: 'Use github.com/sijms/go-ora/v2.' },
    { path: 'github.com/libgit2/git2go', advice: 'Use github.com/go-git/go-git/v5.' },
    { path: 'github.com/pebbe/zmq4', advice: 'Use github.com/go-zeromq/zmq4.' },
    {
        path: 'github.com/google/gopacket/pcap',
        advice: 'Use github.com/packetcap/go-pcap, or github.com/google/gopacket/pcapgo to read capture files.',
    },
    {
        path: 'github.com/linxGnu/grocksdb',
        advice: 'Use github.com/cockroachdb/pebble if the store need not be RocksDB itself.',
    },
    {
        path: 'github.com/h2non/bimg',
        advice: 'Use github.com/disintegration/imaging for resizing; there is no pure Go libvips.',
    },
    {
        path: 'github.com/davidbyttow/govips',
        advice: 'Use github.com/disintegration/imaging for resizing; there is no pure Go libvips.',
    },
    {
        path: 'github.com/alexbrainman/odbc',
        advice: 'Use the pure Go driver of the database instead, for example github.com/microsoft/go-mssqldb.',
    },
];
const stubs = replacements.filter((known) => known.isStub === true);
/**
 * What to use instead of a package that needs cgo.
 *
 * @param packagePath import path of the package
 * @returns advice in one sentence, or `undefined` when none is known
 */
function replacementFor(packagePath) {
    return find(packagePath)?.advice;
}
/**
 * Whether a module builds without cgo and then refuses to work.
 *
 * @param modulePath path of the module
 * @returns true for a known stub
 */
function isStub(modulePath) {
    return stubs.some((known) => covers(known, modulePath));
}
function find(path) {
    return replacements.find((known) => covers(known, path));
}
/** A program can have hundreds of modules, so this makes no text of its own. */
function covers(known, path) {
    return path.startsWith(known.path) && (path.length === known.path.length || path[known.path.length] === '/');
}


/***/ }),

/***/ 13336:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ stubModules)
/* harmony export */ });
/* harmony import */ var _replacements__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13301);

/**
 * Modules in a finished binary that build without cgo and then refuse to work. Go links their stub without a
 * word; only the build info tells. Meaningful for a binary that was built with `CGO_ENABLED=0`.
 *
 * @param modulePaths paths of the modules in the binary's build info
 * @returns one finding for each such module
 */
function stubModules(modulePaths) {
    const findings = [];
    for (const path of new Set(modulePaths)) {
        if (!(0,_replacements__WEBPACK_IMPORTED_MODULE_0__/* .isStub */ .D)(path))
            continue;
        findings.push({
            code: 'cgo-stub',
            severity: 'error',
            message: `Module "${path}" needs cgo; what was linked without it is a stub that refuses every call at run time.`,
            hint: (0,_replacements__WEBPACK_IMPORTED_MODULE_0__/* .replacementFor */ .a)(path) ?? '',
        });
    }
    return findings;
}


/***/ }),

/***/ 83280:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/go/ask-toolchain.ts + 1 modules
var ask_toolchain = __webpack_require__(54404);
// EXTERNAL MODULE: ./src/go/file-status.ts
var file_status = __webpack_require__(3053);
;// CONCATENATED MODULE: ./src/go/build-cache.ts
/**
 * Whether Go's build cache helped a build. It only looks at times of folders: it opens nothing of the cache, and
 * asks `go` nothing that would take longer than the answer is worth.
 */


/** `cold`: nearly everything was compiled; `partial`: something was; `warm`: nothing was. */
const buildCacheStates = (/* unused pure expression or super */ null && (['cold', 'partial', 'warm']));
/** The cache has a folder for each value of the first byte of a digest (cmd/go, internal/cache `Open`). */
const folderCount = 256;
/**
 * A compiled package leaves two files or more, in folders that its digests choose, and so touches these folders. With
 * net/http, which every handler has, compiling everything touches about 220 of them, and 128 stand for about 180 files.
 */
const fewestWhenCold = folderCount / 2;
/**
 * Looks at which folders of the build cache got new files.
 *
 * @param cacheFolder absolute path of GOCACHE; empty when it is not known
 * @param startedAt when `go build` was started, in milliseconds of the wall clock
 * @returns how much the cache held; undefined when there is no cache to be looked at
 */
function readBuildCacheState(cacheFolder, startedAt) {
    if (!external_node_path_default().isAbsolute(cacheFolder))
        return undefined;
    const names = Array.from({ length: folderCount }, (_, byte) => byte.toString(16).padStart(2, '0'));
    // One after the other on the main thread: that takes a millisecond, and promises for all of them take ten.
    const found = names.map((name) => (0,file_status/* fileStatus */.F)(`${cacheFolder}${(external_node_path_default()).sep}${name}`));
    const folders = found.filter((folder) => folder?.isDirectory() === true);
    if (folders.length === 0)
        return undefined;
    const changed = folders.filter((folder) => folder !== undefined && folder.mtimeMs >= startedAt).length;
    if (changed >= fewestWhenCold)
        return 'cold';
    return changed > 0 ? 'partial' : 'warm';
}

;// CONCATENATED MODULE: ./src/go/module-failures.ts
const tidy = 'Run go mod tidy in the folder of go.mod and commit go.mod and go.sum.';
/** In order: the first pattern that matches explains the message. */
const moduleFailures = [
    {
        pattern: /^(?:go: )?(?:(\S+) )?(?:listed in go\.work file )?requires go >= (\S+)/,
        explain: ({ groups: [what, wanted], goVersion }) => tooOld(what || 'The project', wanted ?? '', goVersion),
    },
    {
        pattern: /module (\S+) listed in go\.work file requires go >= (\S+)/,
        explain: ({ groups: [what, wanted], goVersion }) => tooOld(`Module "${what}"`, wanted ?? '', goVersion),
    },
    {
        pattern: /^(?:invalid go version '([^']+)': must match format|unknown directive: toolchain)/,
        explain: ({ groups: [wanted], goVersion }) => tooOld('go.mod', wanted || '1.21', goVersion),
    },
    {
        pattern: /download (go\S+)(?: for \S+)?: (?:toolchain not available|.*)/,
        explain: ({ groups: [wanted], line, goVersion }) => ({
            ...tooOld('The project', (wanted ?? '').replace(/^go/, ''), goVersion),
            message: `The project asks for ${wanted}, ${goVersion || 'the Go on PATH'} is older, and downloading it failed: ${line}`,
        }),
    },
    {
        pattern: /cannot find "go(\d[^"]*)" in PATH/,
        explain: ({ groups: [wanted], goVersion }) => tooOld('The project', wanted ?? '', goVersion),
    },
    {
        pattern: /no required module provides package (\S+\.go)[;:]/,
        explain: ({ groups: [file] }) => ({
            code: 'main-package-missing',
            message: `There is no file "${file}" to build.`,
            hint: 'Correct main-package; its files are named relative to working-directory.',
        }),
    },
    {
        pattern: /no required module provides package ([^\s;:]+)[;:] go\.mod file not found/,
        explain: ({ groups: [name] }) => ({
            code: 'go-mod-missing',
            message: `Package "${name}" comes from another module, and there is no go.mod that says from which version.`,
            hint: 'Run go mod init and go mod tidy in the project, and commit go.mod and go.sum.',
        }),
    },
    {
        pattern: /(?:no required module provides package|cannot find module providing package) ([^\s;:]+)(?![^\n]*GOPROXY)/,
        explain: ({ groups: [name] }) => ({
            code: 'go-module-missing',
            message: `No module in go.mod provides package "${name}".`,
            hint: `Run go get ${name} in the folder of go.mod and commit go.mod and go.sum.`,
        }),
    },
    {
        pattern: /missing go\.sum entry(?:[^\n]*?(?:package (\S+)|go\.mod file))?/,
        explain: ({ groups: [name], line }) => ({
            code: 'go-sum-missing',
            message: name
                ? `go.sum has no entry for the module of package "${name}".`
                : `go.sum is incomplete: ${line}`,
            hint: tidy,
        }),
    },
    {
        pattern: /checksum mismatch|SECURITY ERROR/,
        explain: ({ line }) => ({
            code: 'go-sum-mismatch',
            message: `A downloaded module is not the one that go.sum recorded: ${line}`,
            hint: 'Find out why the module changed before you replace its line in go.sum; a proxy or tag may be tampered with.',
        }),
    },
    {
        pattern: /(?:40[0-9] [A-Z][a-z]+|410 Gone|unknown revision|could not read Username|invalid version: git|terminal prompts disabled)/,
        explain: ({ line }) => ({
            code: 'go-module-unavailable',
            message: `A module cannot be fetched: ${line}`,
            hint: 'Check its path and version in go.mod. For a private module set GOPRIVATE and give git the credentials in a step before this one.',
        }),
    },
    {
        pattern: /module lookup disabled by|dial tcp|i\/o timeout|no such host|TLS handshake|proxyconnect|connection re(?:fused|set)|x509:/,
        explain: ({ line }) => ({
            code: 'go-proxy-unreachable',
            message: `A module is not in the module cache and cannot be downloaded: ${line}`,
            hint: 'Let the runner reach the module proxy in GOPROXY, or commit the modules with go mod vendor.',
        }),
    },
    {
        pattern: /package (\S+) is not in (?:std|GOROOT)|cannot find package "?([^\s"]+)/,
        explain: ({ groups: [one, other] }) => ({
            code: 'go-package-missing',
            message: `There is no package "${one || other}" in the Go standard library.`,
            hint: `Correct the name. A folder of the project is written with a leading dot: ./${one || other}; a package of the module with the module path in front.`,
        }),
    },
    {
        pattern: /go\.mod file not found|cannot find main module|does not contain main module/,
        explain: () => ({
            code: 'go-mod-missing',
            message: 'There is no go.mod in the folder or in one above it.',
            hint: 'Run go mod init and go mod tidy in the project and commit go.mod, or name .go files in main-package.',
        }),
    },
    {
        pattern: /not one of the workspace modules listed in go\.work|outside (?:modules listed in go\.work|main module) or|main module \(\S+\) does not contain package|does not contain modules listed in go\.work/,
        explain: ({ line }) => ({
            code: 'go-work-missing-module',
            message: `The package does not belong to a module that is being built: ${line.replace(/ You can add .*$/, '')}`,
            hint: 'Add the module with go work use FOLDER and commit go.work, or set GOWORK: off in the environment of the step.',
        }),
    },
    {
        pattern: /inconsistent vendoring|updates to go\.(?:mod|sum) needed|updating go\.(?:mod|sum): existing contents/,
        explain: ({ line }) => ({
            code: 'go-mod-untidy',
            message: `go.mod does not fit the code: ${line}`,
            hint: `${tidy} With a vendor folder, run go mod vendor as well.`,
        }),
    },
];
/**
 * The explanation for a toolchain that is older than what the project asks for.
 *
 * @param what who asks, for example `go.mod`
 * @param wanted the version it asks for, as printed
 * @param goVersion the version on PATH, for example `go1.19.8`
 * @returns the explanation, with both versions
 */
function tooOld(what, wanted, goVersion) {
    const version = wanted.replace(/[;,)]+$/, '');
    const fetchesOthers = !/^go1\.(?:\d|1\d|20)(?:\D|$)/.test(goVersion);
    const alternative = fetchesOthers ? ', or set GOTOOLCHAIN: auto so that Go fetches the version itself' : '';
    return {
        code: 'go-too-old',
        message: `${what} requires Go ${version}, and the one on PATH is ${goVersion || 'older'}.`,
        hint: `Run actions/setup-go with go-version-file: go.mod before this step${alternative}.`,
    };
}

;// CONCATENATED MODULE: ./src/go/failures.ts

/**
 * Recognises a message of the `go` command or the linker.
 *
 * @param source the message and where it was printed
 * @param goVersion for example `go1.26.8`
 * @returns a finding without location, or `undefined` for a message that is not known
 */
function explainFailure(source, goVersion) {
    const rules = source.package === undefined ? commandFailures : compilerFailures;
    const known = firstMatch(rules, source.message, goVersion);
    if (known !== undefined)
        return { severity: 'error', ...known };
    if (source.file !== undefined && /\.(?:mod|work|sum)$/.test(source.file)) {
        return {
            code: 'go-mod-invalid',
            severity: 'error',
            message: `Go cannot read this line: ${source.message}`,
            hint: 'Correct the line; go mod tidy says the same on your machine.',
        };
    }
    return undefined;
}
function firstMatch(rules, message, goVersion) {
    for (const { pattern, explain } of rules) {
        const match = pattern.exec(message);
        if (match === null)
            continue;
        const groups = match.slice(1).map((group) => group ?? '');
        return explain({
            groups,
            line: message.split('\n', 1)[0] ?? '',
            text: message.replaceAll('\n', ' '),
            goVersion,
        });
    }
    return undefined;
}
/** Words of the system, which Go passes on at the end of a line. */
const cannotWrite = {
    pattern: /(?:no space left on device|disk quota exceeded|read-only file system|not enough space on the disk\.)(?:\n|$)|(?:copying|creating work dir|build cache|module cache)[^\n]*(?:permission denied|Access is denied)/,
    explain: ({ line }) => ({
        code: 'go-cannot-write',
        message: `go build cannot write its files: ${line.replace(/^\S+: go build \S+: /, '')}.`,
        hint: 'Make room on the disk (df -h shows it), or build where the workspace, GOCACHE and the temporary folder are writable.',
    }),
};
/** Printed under `# package`. A text of the compiler that quotes the user's code must not be taken for another. */
const compilerFailures = [
    cannotWrite,
    {
        pattern: /^note: module requires Go (\S+)/,
        explain: ({ groups: [wanted], goVersion }) => tooOld('The module', wanted ?? '', goVersion),
    },
    {
        pattern: /function main is undeclared in the main package/,
        explain: () => ({
            code: 'go-no-main-function',
            message: 'The main package has no function main.',
            hint: 'Add func main() that listens on the port in FUNCTIONS_CUSTOMHANDLER_PORT.',
        }),
    },
    {
        pattern: /^main redeclared in this block(?:\n(\S+\.go:\d+))?/,
        explain: ({ groups: [other] }) => ({
            code: 'go-main-redeclared',
            message: `Two files of one folder declare function main${other ? `; the other one is at ${other}` : ''}.`,
            hint: 'Move each program to a folder of its own and set main-package, or name the .go files of one in main-package.',
        }),
    },
    {
        pattern: /^\S+: (?:relocation target \S+ not defined|.*undefined reference|.*: not defined$)/,
        explain: ({ line }) => ({
            code: 'go-link-error',
            message: `Linking failed: ${line}`,
            hint: 'A function is declared without a body, or go:linkname names a function that this Go does not have.',
        }),
    },
];
const commandFailures = [
    cannotWrite,
    ...moduleFailures,
    {
        pattern: /-buildmode=exe requires exactly one main package|is not a main package/,
        explain: () => ({
            code: 'go-no-main-package',
            message: 'What is to be built is not one main package.',
            hint: 'Build a folder whose files say package main: set main-package, for example ./cmd/handler.',
        }),
    },
    {
        pattern: /found packages (\S+) \(([^)]+)\) and (\S+) \(([^)]+)\) in (.+)/,
        explain: ({ groups: [one, oneFile, other, otherFile] }) => ({
            code: 'go-mixed-packages',
            message: `One folder holds two packages: "${one}" in ${oneFile} and "${other}" in ${otherFile}.`,
            hint: 'Move one of them to a folder of its own, or give both files the same package line.',
        }),
    },
    {
        pattern: /no (?:non-test |buildable )?Go (?:source )?files in/,
        explain: ({ line }) => ({
            code: 'go-no-files',
            message: `There is nothing to build: ${line}.`,
            hint: 'Set working-directory to the folder of the project, or main-package to the folder that holds package main.',
        }),
    },
    {
        pattern: /^(?:go: )?(?:stat (\S+): |cannot find (\S+)|directory (\S+) (?:not found|outside)|.*: directory not found)/,
        explain: ({ line }) => ({
            code: 'main-package-missing',
            message: `What main-package names is not there: ${line}`,
            hint: 'Correct main-package; it is relative to working-directory.',
        }),
    },
    {
        pattern: /build constraints exclude all Go files in|no Go source files$/,
        explain: ({ line }) => ({
            code: 'go-files-excluded',
            message: `No file of a package is meant for Linux without cgo: ${line}`,
            hint: 'Look at the go:build lines and the file names (_windows.go) of that package; set tags if it needs some.',
        }),
    },
    {
        pattern: /error obtaining VCS status|Use -buildvcs=false/,
        explain: ({ line }) => ({
            code: 'go-vcs-status',
            message: `Go could not ask git for the commit that it writes into the binary: ${line}`,
            hint: 'Put -buildvcs=false in build-flags, or mark the checkout as safe: git config --global --add safe.directory "$GITHUB_WORKSPACE".',
        }),
    },
    {
        pattern: /build output "?([^"\s]+)"? already exists and is (?:a directory|not an object file)/,
        explain: ({ groups: [name] }) => ({
            code: 'go-output-blocked',
            message: `The executable would be written to "${name}", where there is something else.`,
            hint: 'Remove it from the repository, or give the executable another name in host.json.',
        }),
    },
    {
        pattern: /flag provided but not defined: (\S+)|invalid value ("[^\n]*" for flag [^\n]*)|unknown flag (\S+)/,
        explain: ({ groups: [name, value, other], goVersion }) => ({
            code: 'build-flag-malformed',
            message: `go build does not accept ${value || `the flag "${name || other}"`}.`,
            hint: `Correct build-flags, ldflags or GOFLAGS; go help build lists what ${goVersion || 'this Go'} knows.`,
        }),
    },
    {
        pattern: /import cycle not allowed|use of (?:internal|vendored) package|no matching files found|is a program, not an importable package|invalid go:embed/,
        explain: ({ text }) => ({
            code: 'go-package-error',
            message: text,
            hint: 'Repair the import or go:embed line; go build stops before it compiles.',
        }),
    },
];

// EXTERNAL MODULE: ./src/go/progress-lines.ts
var progress_lines = __webpack_require__(37793);
;// CONCATENATED MODULE: ./src/go/diagnostics.ts


const longestOutput = 4 * 1024 * 1024;
const longestLine = 4096;
const longestMessage = 2000;
const mostDiagnostics = 2000;
const mostFindings = 200;
/**
 * Groups the output of `go` into diagnostics. The form of the lines is that of cmd/compile
 * (`file:line:column: text`), of cmd/go (`go: text`, `# package`), and of cmd/link (text under `# package`).
 *
 * @param output standard error, or both streams
 * @returns the diagnostics in the order in which they were printed
 */
function readBuildMessages(output) {
    const diagnostics = [];
    let current;
    let packagePath;
    let isCutShort = false;
    const finish = () => {
        if (current !== undefined) {
            diagnostics.push({ ...current.diagnostic, message: cut(current.lines.join('\n').trimEnd()) });
        }
        current = undefined;
    };
    for (const raw of output.slice(0, longestOutput).split('\n')) {
        const line = printable(raw.slice(0, longestLine)).trimEnd();
        if (line === '' || (0,progress_lines/* isProgress */.c)(line))
            continue;
        if (/(?:^|: )too many errors$/.test(line)) {
            isCutShort = true;
            continue;
        }
        const heading = /^# (\S+)/.exec(line);
        if (heading !== null) {
            finish();
            packagePath = heading[1];
            continue;
        }
        const isIndented = /^[ \t]/.test(line);
        const located = readLocated(line.trimStart());
        // Under `package x`, an indented position is the diagnostic itself; under a diagnostic it continues that.
        const opensPackage = current?.lines.length === 1 && /^package \S+$/.test(current.lines[0] ?? '');
        if (isIndented && current !== undefined && !(located !== undefined && opensPackage)) {
            current.lines.push(line.trimStart());
            continue;
        }
        if (opensPackage && located !== undefined)
            current = undefined;
        finish();
        if (diagnostics.length >= mostDiagnostics)
            break;
        const { message, ...place } = located ?? { message: line.trimStart() };
        const diagnostic = {
            ...(packagePath === undefined ? {} : { package: packagePath }),
            ...place,
            message: '',
        };
        current = { diagnostic, lines: [message] };
    }
    finish();
    return { diagnostics, isCutShort };
}
/**
 * Turns diagnostics into findings. A position outside the repository, for example in the module cache, is named
 * in the message instead, since GitHub can only show files of the repository.
 *
 * @param messages what {@link readBuildMessages} returned
 * @param context where `go` ran and where the repository is
 * @returns findings without repetitions; at most 200, the last one then says how many more there are
 */
function findingsOf(messages, context) {
    const findings = new Map();
    for (const diagnostic of messages.diagnostics) {
        const finding = findingOf(diagnostic, context);
        if (finding === undefined)
            continue;
        const { location } = finding;
        findings.set(JSON.stringify([location, finding.message]), finding);
    }
    const all = [...findings.values()];
    const shown = all.slice(0, mostFindings);
    if (all.length > shown.length) {
        shown.push({
            code: 'go-too-many-errors',
            severity: 'notice',
            message: `go build reported ${all.length - shown.length} further errors.`,
            hint: 'Repair the ones that are listed first.',
        });
    }
    else if (messages.isCutShort) {
        shown.push({
            code: 'go-too-many-errors',
            severity: 'notice',
            message: 'The compiler stopped after ten errors; there may be more.',
            hint: 'Repair these first, or see all with the line -gcflags=-e in build-flags.',
        });
    }
    return shown;
}
/**
 * Where a file that `go` named lies in the repository.
 *
 * @param file path as printed: absolute, or relative to where `go` ran
 * @param context where `go` ran and where the repository is
 * @returns path relative to the repository with forward slashes, `undefined` when it lies outside
 */
function repositoryPath(file, context) {
    const { flavour } = context;
    const relative = flavour.relative(context.repositoryRoot, flavour.resolve(context.cwd, file));
    if (relative === '' || relative === '..' || relative.startsWith(`..${flavour.sep}`))
        return undefined;
    return flavour.isAbsolute(relative) ? undefined : relative.split(flavour.sep).join('/');
}
function findingOf(diagnostic, context) {
    const { file, line, column, message } = diagnostic;
    const path = file === undefined ? undefined : repositoryPath(file, context);
    const location = path === undefined
        ? undefined
        : {
            file: path,
            ...(line === undefined || line < 1 ? {} : { line }),
            ...(column === undefined || column < 1 ? {} : { column }),
        };
    const failure = explainFailure(diagnostic, context.goVersion ?? '');
    if (failure !== undefined) {
        const said = failure.code === 'go-no-files' ? withoutMachine(failure.message, context) : failure.message;
        return { ...failure, message: said, ...(location === undefined ? {} : { location }) };
    }
    if (file === undefined)
        return undefined;
    const outside = location === undefined ? `${outsideName(file)}:${line}: ` : '';
    const of = location === undefined && diagnostic.package !== undefined ? ` (package ${diagnostic.package})` : '';
    return {
        code: 'go-compile-error',
        severity: 'error',
        message: `${outside}${message}${of}`,
        hint: location === undefined
            ? 'The error is in code outside the repository: choose another version of that module.'
            : 'Repair the code at this place; go build stops on it.',
        ...(location === undefined ? {} : { location }),
    };
}
/** Go names the folder in which it found nothing from the root of the machine. */
function withoutMachine(message, context) {
    return message.replace(/(files in )(\S[^\n]*?)(\.?)$/, (whole, words, folder, end) => {
        if (!context.flavour.isAbsolute(folder))
            return whole;
        const isRoot = context.flavour.relative(context.repositoryRoot, folder) === '';
        return `${words}"${isRoot ? '.' : (repositoryPath(folder, context) ?? folder)}"${end}`;
    });
}
const positionPattern = /^((?:[A-Za-z]:)?[^:\t"]{1,1024}\.(?:go|s|S|y|templ|mod|work|sum)):(\d{1,7})(?::(\d{1,7}))?: (.+)$/;
function readLocated(text) {
    // `go: ` and `vet: ` may precede a position.
    const match = positionPattern.exec(text.replace(/^(?:go|vet): (?=\S+:\d+:)/, ''));
    if (match === null)
        return undefined;
    const column = match[3] === undefined ? {} : { column: Number(match[3]) };
    return { file: match[1] ?? '', line: Number(match[2]), ...column, message: match[4] ?? '' };
}
/** The module cache is named by module and version, without the folders of the machine. */
function outsideName(file) {
    const slashed = file.replaceAll('\\', '/');
    const cache = slashed.lastIndexOf('/pkg/mod/');
    return cache < 0 ? slashed.replace(/^(?:\.\.\/)+/, '/') : slashed.slice(cache + '/pkg/mod/'.length);
}
function printable(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
function cut(text) {
    return text.length > longestMessage ? `${text.slice(0, longestMessage)}\u2026` : text;
}

// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
;// CONCATENATED MODULE: ./src/go/imports.ts
/**
 * Finds the import declarations of a Go file with their lines. `go list` says what a package imports, but not
 * where. Pure; reads no further than the last import.
 */
const longestSource = 1024 * 1024;
/**
 * Reads the import declarations (Go specification, "Import declarations": they come before everything else in a
 * file but the package clause).
 *
 * @param source text of a Go file
 * @returns its imports in order; empty for a text that is not Go
 */
function readImports(source) {
    const imports = [];
    const tokens = tokenize(source.slice(0, longestSource));
    let isInGroup = false;
    let isDeclaration = false;
    let alias = '';
    for (const { text, offset } of tokens) {
        if (/^["`]/.test(text)) {
            if (!isDeclaration)
                break;
            imports.push({ path: text.slice(1, -1), alias, ...positionOf(source, offset) });
            alias = '';
            isDeclaration = isInGroup;
        }
        else if (text === '(' && isDeclaration) {
            isInGroup = true;
        }
        else if (text === ')' && isInGroup) {
            isInGroup = false;
            isDeclaration = false;
        }
        else if (isDeclaration) {
            alias = text;
        }
        else if (text === 'import') {
            isDeclaration = true;
        }
        else if (text === 'package') {
            // The name of the package follows; it is the only other word before the imports.
            tokens.next();
        }
        else {
            break;
        }
    }
    return imports;
}
function* tokenize(source) {
    const pattern = /[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("[^"\n]*"|`[^`]*`|[\p{L}_.][\p{L}\p{Nd}_.]*|[()])/uy;
    for (;;) {
        const offset = pattern.lastIndex;
        const match = pattern.exec(source);
        if (match === null)
            return;
        if (match[1] !== undefined)
            yield { text: match[1], offset };
    }
}
function positionOf(source, offset) {
    const before = source.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    // Go counts columns in bytes.
    return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 };
}

;// CONCATENATED MODULE: ./src/go/import-chain.ts
/**
 * How the user's own code comes to a package: through which packages, and in which line. Reads Go files.
 */




/**
 * The shortest way from what is built to a package, following imports.
 *
 * @param culprit the package at the end
 * @param packages what `go list -deps` printed
 * @returns the packages on the way, beginning with what is built
 */
function chainTo(culprit, packages) {
    const byPath = new Map(packages.map((listed) => [listed.importPath, listed]));
    const cameFrom = new Map();
    const queue = packages.filter(({ isTarget }) => isTarget);
    for (const target of queue)
        cameFrom.set(target, undefined);
    for (const current of queue) {
        if (current === culprit)
            break;
        for (const path of current.imports) {
            const next = byPath.get(path);
            if (next === undefined || cameFrom.has(next))
                continue;
            cameFrom.set(next, current);
            queue.push(next);
        }
    }
    const chain = [culprit];
    for (let step = cameFrom.get(culprit); step !== undefined; step = cameFrom.get(step))
        chain.unshift(step);
    return chain;
}
/**
 * Finds where a chain leaves the code of the user.
 *
 * @param chain what {@link chainTo} returned
 * @returns the packages on both sides
 */
function departureOf(chain) {
    const lastOwn = chain.reduce((last, { isOwn }, index) => (isOwn ? index : last), -1);
    return { importer: chain[lastOwn], imported: chain[lastOwn + 1] };
}
/**
 * Where a package of the user imports a path.
 *
 * @param importer the package
 * @param path import path, `C` for cgo
 * @param context where the repository is
 * @returns file, line and column; `undefined` when the package lies outside the repository
 */
async function importLocation(importer, path, context) {
    for (const name of [...importer.cgoFiles, ...importer.goFiles]) {
        const absolute = external_node_path_default().resolve(importer.folder, name);
        const file = repositoryPath(absolute, context);
        if (file === undefined)
            continue;
        const found = (await importsOf(absolute)).find((line) => line.path === path);
        if (found !== undefined)
            return { file, line: found.line, column: found.column };
    }
    return undefined;
}
/**
 * Reads the imports of a file.
 *
 * @param file absolute path
 * @returns its import lines, none when the file cannot be read
 */
async function importsOf(file) {
    try {
        return readImports(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/go/packages.ts
const outputLimitBytes = 64 * 1024 * 1024;
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

// EXTERNAL MODULE: ./src/go/replacements.ts
var replacements = __webpack_require__(13301);
;// CONCATENATED MODULE: ./src/go/cgo.ts
/**
 * Explains a build that fails since the code needs cgo: which package, through which import of the user's own
 * files. Runs one `go list`, only after a failure.
 */




const mostPackages = 20;
/**
 * Whether a message may come from missing cgo files: without cgo, Go leaves out every file with `import "C"`,
 * and then misses either all files of a package or what they declare (`go help cgo`).
 *
 * @param diagnostics what the build said
 * @returns true when it is worth asking `go list`
 */
function mayNeedCgo(diagnostics) {
    return diagnostics.some(({ message }) => /build constraints exclude all Go files|undefined: |could not import C|not using cgo|no Go source files$/.test(message));
}
/**
 * Finds the packages whose cgo files are missed by the build.
 *
 * @param request the failed build
 * @param run how programs are run
 * @returns findings with the import chain, and the diagnostics that they replace; empty when it is not cgo
 */
async function explainCgo(request, run) {
    const packages = await readDependencies({ ...request, cwd: request.context.cwd }, run);
    const byPath = new Map(packages.map((listed) => [listed.importPath, listed]));
    const needing = packages.filter((listed) => !listed.isStandard && listed.cgoFiles.length > 0);
    const culprits = new Set();
    const explained = new Set();
    if (needing.length === 0)
        return { findings: [], explained };
    for (const diagnostic of request.diagnostics) {
        const culprit = await culpritOf(diagnostic, needing, byPath, request.context.cwd);
        if (culprit === undefined)
            continue;
        culprits.add(culprit);
        explained.add(diagnostic);
    }
    const findings = [];
    for (const culprit of [...culprits].slice(0, mostPackages)) {
        findings.push(await describe(culprit, chainTo(culprit, packages), request.context));
    }
    return { findings, explained };
}
async function culpritOf({ message, package: compiled, file }, needing, byPath, cwd) {
    const excluded = /(?:(\S+): )?build constraints exclude all Go files in (.+)$/m.exec(message);
    if (excluded !== null) {
        const [, path, folder = ''] = excluded;
        return needing.find(({ importPath, folder: known }) => importPath === path || known === external_node_path_default().resolve(cwd, folder));
    }
    if (/no Go source files$/.test(message))
        return needing.find(({ isTarget }) => isTarget);
    if (/could not import C|not using cgo/.test(message))
        return needing.find(({ importPath }) => importPath === compiled);
    const missing = /undefined: (?:(\w+)\.)?/.exec(message);
    if (missing === null || compiled === undefined)
        return undefined;
    const own = needing.find(({ importPath }) => importPath === compiled);
    const qualifier = missing[1];
    if (own !== undefined || qualifier === undefined)
        return own;
    const imported = byPath.get(compiled)?.imports ?? [];
    const candidates = needing.filter(({ importPath }) => imported.includes(importPath));
    if (candidates.length === 0 || file === undefined)
        return undefined;
    const named = (await importsOf(external_node_path_default().resolve(cwd, file))).find(({ alias }) => alias === qualifier)?.path;
    return candidates.find(({ importPath, name }) => named === undefined ? name === qualifier : importPath === named);
}
async function describe(culprit, chain, context) {
    const code = 'cgo-required';
    const { importer, imported } = departureOf(chain);
    const names = chain.map(({ importPath }) => importPath);
    if (culprit.isOwn) {
        const location = await importLocation(culprit, 'C', context);
        return {
            code,
            severity: 'error',
            message: `Package "${culprit.importPath}" holds C code (import "C"), which cannot be built without cgo${names.length > 1 ? `. Imported as ${names.join(' \u2192 ')}` : ''}.`,
            hint: 'Write it in Go, or build a static binary with musl yourself and give it to the action with the input binary.',
            ...(location === undefined ? {} : { location }),
        };
    }
    const location = importer && imported && (await importLocation(importer, imported.importPath, context));
    const advice = (imported && (0,replacements/* replacementFor */.a)(imported.importPath)) ?? (0,replacements/* replacementFor */.a)(culprit.importPath);
    const through = imported === undefined || imported === culprit ? '' : `It is "${imported.importPath}" that asks for it. `;
    return {
        code,
        severity: 'error',
        message: `Package "${culprit.importPath}" needs cgo, and cannot be linked statically without a C library. Imported as ${names.join(' \u2192 ')}.`,
        hint: through +
            (advice ??
                'No pure Go replacement is known to the action: use a package without C code, or build a static binary with musl yourself and give it to the action with the input binary.'),
        ...(location === undefined ? {} : { location }),
    };
}

;// CONCATENATED MODULE: ./src/go/go-directive.ts
/**
 * The `go` line of go.mod and go.work, which says what Go a project asks for.
 * Reads those two files and nothing else; it does not start programs.
 */



/** The first version that refuses a module of a newer one, or fetches the newer one (https://go.dev/doc/toolchain). */
const firstStrictMinor = 21;
/**
 * Says what an old Go does not: up to 1.20, it compiles a module that asks for a newer version as if it were its own,
 * and what the newer version changed then differs silently, `"GET /path"` patterns of net/http for example.
 *
 * @param toolchain the version on PATH, and the files in charge
 * @param context for the place
 * @returns the finding, `undefined` when Go is new enough or judges for itself
 */
async function olderThanAsked(toolchain, context) {
    const own = minorOf(/^go1\.(\d+)/, toolchain.goVersion);
    if (own === undefined || own >= firstStrictMinor)
        return undefined;
    for (const path of [toolchain.goWorkPath, toolchain.goModPath]) {
        const directive = await directiveIn(path);
        const asked = minorOf(/^1\.(\d+)/, directive?.version ?? '');
        if (directive === undefined || asked === undefined || asked <= own)
            continue;
        const name = path === toolchain.goWorkPath ? 'go.work' : 'go.mod';
        const finding = {
            severity: 'error',
            ...tooOld(name, directive.version, toolchain.goVersion),
        };
        return await atGoDirective(finding, toolchain, context);
    }
    return undefined;
}
/**
 * Places a finding at the `go` line that it is about; what `go` prints does not say where that is.
 *
 * @param finding with `go.work` in its message when it is about that file
 * @param files the files in charge
 * @param context for the place
 * @returns the finding, with its place when the file lies in the repository and can be read
 */
async function atGoDirective(finding, files, context) {
    const path = /go\.work/.test(finding.message) ? files.goWorkPath : files.goModPath;
    const file = path === '' ? undefined : repositoryPath(path, context);
    if (file === undefined)
        return finding;
    const directive = await directiveIn(path);
    if (directive === undefined)
        return { ...finding, location: { file } };
    return { ...finding, location: { file, line: directive.line } };
}
async function directiveIn(path) {
    const text = path === '' ? '' : await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const lines = text.split('\n');
    const index = lines.findIndex((line) => /^go\s+\d/.test(line));
    const version = /^go\s+(\d\S*)/.exec(lines[index] ?? '')?.[1];
    return version === undefined ? undefined : { version, line: index + 1 };
}
function minorOf(pattern, version) {
    const digits = pattern.exec(version)?.[1];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./src/go/main-packages.ts
/**
 * When the folder itself cannot be built: which main packages there are elsewhere in the module, so that the
 * finding can say what to set. Only called after a failure.
 */


const main_packages_mostPackages = 10;
/**
 * Looks for main packages with one `go list`.
 *
 * @param request where to look
 * @param run how programs are run
 * @returns values for `main-package`, for example `./cmd/handler`; at most ten, shortest first
 */
async function findMainPackages(request, run) {
    const packages = await readPackages({
        cwd: request.moduleFolder,
        args: ['-e', '-json=ImportPath,Name,Dir', './...'],
        env: request.env,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    }, run);
    const found = [];
    for (const { name, folder } of packages) {
        if (name !== 'main' || folder === '')
            continue;
        const relative = external_node_path_default().relative(request.projectFolder, folder).split((external_node_path_default()).sep).join('/');
        if (!external_node_path_default().isAbsolute(relative))
            found.push(relative.startsWith('..') ? relative : `./${relative}`);
    }
    return found
        .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
        .slice(0, main_packages_mostPackages);
}

;// CONCATENATED MODULE: ./src/go/explain.ts
/**
 * Explains a failed `go build`: diagnostics, missing cgo, where the main packages are, which line of go.mod asks
 * for a newer Go. Runs `go list` at most twice, and only here.
 */






/** Failures after which it helps to know where else there is a main package. */
const misplacedCodes = [
    'go-no-main-package',
    'go-no-files',
    'main-package-missing',
    'go-package-missing',
];
/**
 * Says why a build failed.
 *
 * @param failed the build and what it printed
 * @param run how programs are run
 * @returns at least one finding
 */
async function explainBuild(failed, run) {
    const messages = readBuildMessages(failed.log);
    const cgo = mayNeedCgo(messages.diagnostics)
        ? await explainCgo({ ...failed, ...failed.plan, diagnostics: messages.diagnostics }, run)
        : { findings: [], explained: new Set() };
    const diagnostics = messages.diagnostics.filter((diagnostic) => !cgo.explained.has(diagnostic));
    const isCutShort = messages.isCutShort && diagnostics.length > 0;
    const findings = [...cgo.findings, ...findingsOf({ diagnostics, isCutShort }, failed.context)];
    if (findings.length === 0)
        return [buildFailed(failed.log)];
    const completed = [];
    for (const finding of findings)
        completed.push(await complete(finding, failed, run));
    return completed;
}
/**
 * The finding for a failure that nothing else explains.
 *
 * @param log what `go` printed
 * @returns a finding with the last lines of it
 */
function buildFailed(log) {
    const lines = log.split('\n').filter((line) => line.trim() !== '' && !(0,progress_lines/* isProgress */.c)(line));
    const last = lines.slice(-5).join('\n').slice(-1000);
    return {
        code: 'go-build-failed',
        severity: 'error',
        message: last === '' ? 'go build failed and printed nothing.' : `go build failed: ${last}`,
        hint: 'Read the whole output of go build in the log of this step.',
    };
}
async function complete(finding, failed, run) {
    if (misplacedCodes.includes(finding.code)) {
        const message = finding.code === 'go-no-main-package' ? notOneMain(failed) : finding.message;
        return { ...finding, message, hint: await mainPackageHint(finding, failed, run) };
    }
    if (finding.code === 'go-too-old' && finding.location === undefined)
        return await atGoDirective(finding, failed.toolchain, failed.context);
    return finding;
}
/** Go does not say what it was given. */
function notOneMain({ plan, context }) {
    const folder = repositoryPath(context.cwd, context) ?? '.';
    return `What is to be built is not one main package: "${plan.targets.join(' ')}" in the folder "${folder}".`;
}
async function mainPackageHint(finding, failed, run) {
    const { goModPath, goWorkPath } = failed.toolchain;
    const inCharge = goWorkPath || goModPath;
    if (inCharge === '')
        return finding.hint;
    const found = await findMainPackages({ ...failed, projectFolder: failed.mainPackageBase, moduleFolder: external_node_path_default().dirname(inCharge) }, run);
    const [first, ...others] = found;
    if (first === undefined)
        return `No package of the module says package main. ${finding.hint}`;
    if (others.length === 0)
        return `The module has one main package. Set main-package: ${first}`;
    return `The module has several main packages: ${found.join(', ')}. Set main-package to the one that is the handler.`;
}

// EXTERNAL MODULE: ./src/go/quoting.ts
var quoting = __webpack_require__(52633);
;// CONCATENATED MODULE: ./src/go/linker-flags.ts
/**
 * Which flags of the Go linker may be given, and why others may not. Pure.
 */

const externalLinkingReason = 'the C linker would link the program against the C library';
const cgoReason = 'it needs cgo, and a program with cgo is linked dynamically';
const refusedLinkerFlags = {
    linkshared: 'it links against shared libraries that Azure does not have',
    race: `the race detector is C code: ${cgoReason}`,
    msan: `the memory sanitizer is C code: ${cgoReason}`,
    asan: `the address sanitizer is C code: ${cgoReason}`,
};
/**
 * Looks through a value of `-ldflags`.
 *
 * @param ldflags flags of the Go linker, optionally after `PATTERN=`
 * @returns the ones that are refused, and whether a quote is open
 */
function reviewLinkerFlags(ldflags) {
    const { flags } = splitPattern(ldflags);
    const words = (0,quoting/* splitQuoted */.Z5)(flags);
    if (words === undefined) {
        return { refusals: [], malformed: [{ flag: ldflags, reason: 'a quotation mark is not closed' }] };
    }
    return { refusals: partLinkerFlags(words).refused, malformed: [] };
}
/**
 * Whether a switch is on (Go: strconv.ParseBool).
 *
 * @param value what follows `=`, `undefined` for the bare flag
 * @returns false for the spellings of false
 */
function isOn(value) {
    return value === undefined || !['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value);
}
/** `-ldflags` may begin with `PATTERN=`, which says for which packages the flags are meant (`go help build`). */
function splitPattern(ldflags) {
    const text = ldflags.trim();
    const equals = text.indexOf('=');
    if (text.startsWith('-') || equals < 0)
        return { pattern: '', flags: text };
    return { pattern: text.slice(0, equals + 1), flags: text.slice(equals + 1) };
}
/**
 * Takes the refused flags out of a value of `-ldflags`.
 *
 * @param ldflags flags of the linker, optionally after `PATTERN=`
 * @returns what is left, empty when nothing is, and what was taken out
 */
function filterLinkerFlags(ldflags) {
    const { pattern, flags } = splitPattern(ldflags);
    const words = (0,quoting/* splitQuoted */.Z5)(flags);
    // `go` itself refuses an open quote and says so; it is not for this function to repair it.
    if (words === undefined)
        return { remainder: ldflags, refused: [] };
    const { kept, refused } = partLinkerFlags(words);
    const remainder = (0,quoting/* joinQuoted */.f$)(kept) ?? '';
    return { remainder: remainder === '' ? '' : pattern + remainder, refused: refused.map(({ flag }) => flag) };
}
function partLinkerFlags(words) {
    const kept = [];
    const refused = [];
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index] ?? '';
        const flag = parseFlag(word);
        const takesNext = flag !== undefined && flag.value === undefined && linkerFlagsWithValue.has(flag.name);
        const value = takesNext ? words[index + 1] : flag?.value;
        const reason = flag === undefined ? undefined : refusedLinkerFlag(flag.name, value);
        const parts = takesNext && index + 1 < words.length ? [word, words[index + 1] ?? ''] : [word];
        if (reason === undefined)
            kept.push(...parts);
        else
            refused.push({ flag: parts.join(' '), reason });
        index += parts.length - 1;
    }
    return { kept, refused };
}
/** From `go tool link`: the flags whose value may be the next word, so that a value is not taken for a flag. */
const linkerFlagsWithValue = new Set([
    ...[
        'B',
        'D',
        'E',
        'H',
        'I',
        'L',
        'R',
        'T',
        'X',
        'benchmark',
        'benchmarkprofile',
        'buildid',
        'buildmode',
        'k',
    ],
    ...[
        'capturehostobjs',
        'cpuprofile',
        'debugtextsize',
        'debugtramp',
        'extar',
        'extld',
        'extldflags',
        'fipso',
    ],
    ...[
        'funcalign',
        'importcfg',
        'installsuffix',
        'libgcc',
        'linkmode',
        'memprofile',
        'memprofilerate',
        'o',
        'r',
    ],
    ...['pluginpath', 'randlayout', 'strictdups', 'tmpdir'],
]);
function refusedLinkerFlag(name, value) {
    switch (name) {
        case 'linkmode':
            return value === 'internal' || value === 'auto' ? undefined : externalLinkingReason;
        case 'buildmode':
            return value === 'exe' ? undefined : buildModeReason(value ?? '');
        case 'I':
            return 'it sets the program interpreter, and Azure cannot start a binary whose interpreter it lacks';
        case 'extld':
            return 'it names a linker for external linking, which makes the program depend on the C library';
        case 'o':
            return 'the action decides where the executable is written';
        case 'H':
            return value === 'linux' ? undefined : 'it asks for the file format of another system; Azure runs Linux';
        default:
            return isOn(value) && Object.hasOwn(refusedLinkerFlags, name) ? refusedLinkerFlags[name] : undefined;
    }
}
/**
 * Takes a flag apart. Go accepts one or two dashes, and the value after `=` (Go: package flag).
 *
 * @param word for example `-p=4`
 * @returns its name without dashes and its value, `undefined` for a word that is not a flag
 */
function parseFlag(word) {
    const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word);
    return match === null ? undefined : { name: match[1] ?? '', value: match[2] };
}
/**
 * Why a build mode other than `exe` is refused.
 *
 * @param mode value of `-buildmode`
 * @returns the reason, as part of a sentence
 */
function buildModeReason(mode) {
    if (mode === 'pie')
        return 'a position-independent executable asks for a program interpreter even without cgo';
    if (mode === 'archive' || mode === 'c-archive')
        return 'it writes an archive, not a program';
    return 'it writes a shared library, not a program that can be started';
}

;// CONCATENATED MODULE: ./src/go/flags.ts
/**
 * Which flags of `go build` and of the linker may be given, and why others may not: whatever changes how the
 * program is linked, where it is written, or how the compiler reports. Pure; it does not run anything.
 */


/** Flags of `go build` without a value (Go: `go help build`). Only for these, the next argument is not theirs. */
const switches = new Set([
    ...['a', 'n', 'i', 'v', 'x', 'work', 'race', 'msan', 'asan', 'cover', 'json', 'linkshared'],
    ...['modcacherw', 'trimpath', 'buildvcs'],
]);
const refusedSwitches = {
    race: `the race detector is C code: ${cgoReason}`,
    msan: `the memory sanitizer is C code: ${cgoReason}`,
    asan: `the address sanitizer is C code: ${cgoReason}`,
    linkshared: 'it links against shared libraries that Azure does not have',
    n: 'it only prints the commands and builds nothing',
    json: 'it changes the form of the messages from which errors are located',
};
/**
 * Looks through the arguments that a user wants to give to `go build`.
 *
 * @param args arguments, for example `['-tags=x', '-p', '4']`
 * @returns the ones that are refused or badly written, each with the reason
 */
function reviewBuildFlags(args) {
    const refusals = [];
    const malformed = [];
    for (let index = 0; index < args.length; index += 1) {
        const written = args[index] ?? '';
        const flag = parseFlag(written);
        if (flag === undefined) {
            malformed.push({ flag: written, reason: 'it is not a flag; what is built is named with main-package' });
            continue;
        }
        if (/\s/.test(flag.name)) {
            const joined = written.trim().replace(/\s+/, '=');
            malformed.push({ flag: written, reason: `flag and value are in one argument; write ${joined}` });
            continue;
        }
        let { value } = flag;
        if (value === undefined && !switches.has(flag.name) && index + 1 < args.length) {
            index += 1;
            value = args[index];
        }
        const shown = value === undefined || flag.value !== undefined ? written : `${written} ${value}`;
        if (flag.name === 'ldflags') {
            const review = reviewLinkerFlags(value ?? '');
            refusals.push(...review.refusals.map(({ flag: inner, reason }) => ({ flag: `-ldflags ${inner}`, reason })));
            malformed.push(...review.malformed);
        }
        else {
            const reason = refusedBuildFlag(flag.name, value);
            if (reason !== undefined)
                refusals.push({ flag: shown, reason });
        }
    }
    return { refusals, malformed };
}
/**
 * The flags that decide which files and packages belong to a build, and that `go list` needs as well.
 *
 * @param args arguments for `go build`
 * @returns those arguments, each with its value after `=`
 */
function selectionFlags(args) {
    const selecting = ['mod', 'modfile', 'tags', 'overlay'];
    return args.flatMap((word, index) => {
        const flag = parseFlag(word);
        if (flag === undefined || !selecting.includes(flag.name))
            return [];
        return [`-${flag.name}=${flag.value ?? args[index + 1] ?? ''}`];
    });
}
/**
 * Takes out of GOFLAGS what must not decide how the program is linked. Everything else stays.
 *
 * @param goflags value of GOFLAGS; each word is one flag, with its value after `=`
 * @returns what is left and what was taken out, or `undefined` when a quote is not closed
 */
function filterGoFlags(goflags) {
    const words = (0,quoting/* splitQuoted */.Z5)(goflags);
    if (words === undefined)
        return undefined;
    const kept = [];
    const neutralised = [];
    for (const word of words) {
        const flag = parseFlag(word);
        if (flag?.name === 'ldflags') {
            const { remainder, refused } = filterLinkerFlags(flag.value ?? '');
            neutralised.push(...refused.map((inner) => `-ldflags=${inner}`));
            if (refused.length === 0)
                kept.push(word);
            else if (remainder !== '')
                kept.push(`-ldflags=${remainder}`);
        }
        else if (flag !== undefined && refusedBuildFlag(flag.name, flag.value) !== undefined) {
            neutralised.push(word);
        }
        else {
            kept.push(word);
        }
    }
    // A word with both kinds of quotes can be read but not be written again.
    const writable = kept.filter((word) => (0,quoting/* joinQuoted */.f$)([word]) !== undefined);
    return { goflags: (0,quoting/* joinQuoted */.f$)(writable) ?? '', neutralised };
}
function refusedBuildFlag(name, value) {
    switch (name) {
        case 'buildmode':
            return value === 'exe' || value === 'default' ? undefined : buildModeReason(value ?? '');
        // Go knows it as a flag of the linker only, and would call it undefined here.
        case 'linkmode':
            return externalLinkingReason;
        case 'compiler':
            return value === 'gc' ? undefined : 'gccgo links the program dynamically';
        case 'o':
            return 'the name of the executable comes from host.json or from the input executable';
        case 'C':
            return 'the folder is chosen with working-directory';
        default:
            return isOn(value) && Object.hasOwn(refusedSwitches, name) ? refusedSwitches[name] : undefined;
    }
}

;// CONCATENATED MODULE: ./src/go/plan.ts
/**
 * Turns what the user asked for and what the toolchain said into the one `go build` line, or into findings that
 * say why it may not run. Pure: it neither reads files nor starts programs.
 */





/**
 * Checks the flags that the user gives, before anything is started.
 *
 * @param request the inputs `ldflags` and `build-flags`
 * @returns one finding for each flag that is refused or badly written
 */
function reviewFlags(request) {
    return [
        ...flagFindings('build-flags', reviewBuildFlags(request.buildFlags)),
        ...flagFindings('ldflags', reviewLinkerFlags(request.ldflags)),
    ];
}
/**
 * The flags that set build tags, wherever they are set.
 *
 * @param request the inputs `tags` and `build-flags`
 * @param settings what the environment and `go env -w` say
 * @returns `-tags=\u2026` flags, the one that counts last
 */
function tagFlagsOf(request, settings) {
    const goflags = (0,quoting/* splitQuoted */.Z5)(settings.GOFLAGS?.value ?? '') ?? [];
    const all = [...selectionFlags(goflags), ...tagsFlag(request.tags), ...selectionFlags(request.buildFlags)];
    return all.filter((flag) => flag.startsWith('-tags='));
}
/** Tags may be separated by commas or, as in old scripts, by spaces. */
function tagsFlag(tags) {
    const names = tags.split(/[\s,]+/).filter((name) => name !== '');
    return names.length === 0 ? [] : [`-tags=${names.join(',')}`];
}
/**
 * Plans the build.
 *
 * @param request what the user asked for
 * @param toolchain what `go env` said
 * @param target what to build
 * @param flavour path rules of the machine that builds
 * @returns the plan, or why GOFLAGS cannot be read
 */
function planBuild(request, toolchain, target, flavour = (external_node_path_default())) {
    const forced = (0,environment/* staticEnvironment */.wz)(request.goarch, toolchain.settings);
    const goflags = toolchain.settings.GOFLAGS;
    const filtered = filterGoFlags(goflags?.value ?? '');
    if (filtered === undefined)
        return unreadableGoFlags(goflags?.value ?? '');
    const origin = goflags?.isPersistent === true ? ' (go env -w)' : '';
    const variables = { ...forced.variables };
    // An empty GOFLAGS would fall back to the one of `go env -w`; a flag that is given anyway does no harm.
    if (filtered.neutralised.length > 0)
        variables['GOFLAGS'] = filtered.goflags || '-trimpath';
    const keptGoFlags = variables['GOFLAGS'] ?? goflags?.value;
    const shown = keptGoFlags === undefined ? variables : { ...variables, GOFLAGS: keptGoFlags };
    const targets = target.kind === 'files' ? target.files : [target.package];
    const tagFlags = tagsFlag(request.tags);
    const output = outputArgument(request, flavour);
    const argv = [
        'build',
        '-trimpath',
        ...tagFlags,
        ...(request.ldflags.trim() === '' ? [] : [`-ldflags=${request.ldflags.trim()}`]),
        ...request.buildFlags,
        // After the user's own flags, since the last one wins.
        '-buildmode=exe',
        '-o',
        output,
        ...targets,
    ];
    return {
        argv,
        variables,
        selectionFlags: [...tagFlags, ...selectionFlags(request.buildFlags)],
        targets,
        command: shellCommand(request, shown, argv, flavour),
        neutralised: [...forced.overridden, ...filtered.neutralised.map((flag) => `GOFLAGS=${flag}${origin}`)],
    };
}
/** Relative inside the repository, so that the line can be pasted on another machine. */
function outputArgument({ projectFolder, repositoryRoot, outputPath }, flavour) {
    const isInside = relativeInside(repositoryRoot, outputPath, flavour) !== undefined;
    return isInside ? flavour.relative(projectFolder, outputPath).split(flavour.sep).join('/') : outputPath;
}
function shellCommand(request, variables, argv, flavour) {
    const folder = relativeInside(request.repositoryRoot, request.projectFolder, flavour) ?? request.projectFolder;
    const enter = folder === '' ? '' : `cd ${(0,quoting/* shellWord */.r7)(folder)} && `;
    const settings = Object.entries(variables).map(([name, value]) => `${name}=${(0,quoting/* shellWord */.r7)(value)}`);
    return enter + [...settings, 'go', ...argv.map(quoting/* shellWord */.r7)].join(' ');
}
/** Relative path with forward slashes, or `undefined` when the path lies outside the folder. */
function relativeInside(folder, path, flavour) {
    const relative = flavour.relative(folder, path);
    if (relative === '..' || relative.startsWith(`..${flavour.sep}`) || flavour.isAbsolute(relative))
        return undefined;
    return relative.split(flavour.sep).join('/');
}
function flagFindings(input, review) {
    return [
        ...review.refusals.map(({ flag, reason }) => ({
            code: 'build-flag-refused',
            severity: 'error',
            message: `The flag "${flag}" in ${input} is refused: ${reason}.`,
            hint: `Remove "${flag}" from ${input}.`,
        })),
        ...review.malformed.map(({ flag, reason }) => ({
            code: 'build-flag-malformed',
            severity: 'error',
            message: `"${flag}" in ${input} cannot be given to go build: ${reason}.`,
            hint: input === 'ldflags'
                ? "Close the quotation mark. Go counts a quote only at the start of an argument: -X 'main.text=two words'."
                : 'Write one argument on each line of build-flags, with its value after "=": -mod=vendor.',
        })),
    ];
}
function unreadableGoFlags(goflags) {
    return {
        code: 'build-flag-malformed',
        severity: 'error',
        message: `GOFLAGS is "${goflags}", but a quotation mark in it is not closed.`,
        hint: 'Close the quotation mark where GOFLAGS is set: in the workflow, on the machine, or with go env -w.',
    };
}

// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
;// CONCATENATED MODULE: ./src/go/build.ts
/**
 * Builds the project: plans, runs the one `go build`, and explains a failure.
 * Prints nothing and changes nothing but the output file.
 */










const logLimit = 1024 * 1024;
/**
 * Builds the project statically for Linux, whatever the environment, GOFLAGS and `go env -w` say.
 *
 * @param request what to build, and where to
 * @param asked what `go` said of itself, for the same folder and `main-package`
 * @param run how programs are run
 * @returns the executable, or findings that say why there is none
 * @throws the reason of the signal when it aborted
 */
async function buildProject(request, asked, run) {
    const early = reviewFlags(request);
    const [blocked, { folder, named, env, answer }] = await Promise.all([blockedOutput(request), asked]);
    request.signal?.throwIfAborted();
    if (named !== undefined && 'code' in named)
        early.push(named);
    if (blocked !== undefined)
        early.push(blocked);
    if (early.length > 0 || (named !== undefined && 'code' in named))
        return { findings: early, log: '' };
    if ('code' in answer)
        return { findings: [answer], log: '' };
    const placed = { ...request, projectFolder: folder };
    if ('failed' in answer)
        return failed(answer.failed, contextOf(placed, ''));
    const prepared = { request: placed, named, env, mainPackageBase: request.projectFolder };
    return await buildWith(prepared, answer.toolchain, run);
}
async function buildWith({ request, named, env, mainPackageBase }, toolchain, run) {
    const context = contextOf(request, toolchain.goVersion);
    const tooOld = await olderThanAsked(toolchain, context);
    if (tooOld !== undefined)
        return { findings: [tooOld], log: '' };
    const tagFlags = tagFlagsOf(request, toolchain.settings);
    const chosen = await (0,target/* chooseTarget */.bx)({ ...request, env, tagFlags }, toolchain, named, run);
    if ('code' in chosen)
        return { findings: [chosen], log: '' };
    if ('exitCode' in chosen)
        return failed(chosen, context);
    const plan = planBuild(request, toolchain, chosen);
    if ('code' in plan)
        return { findings: [plan], log: '' };
    const buildEnv = (0,environment/* withVariables */.sO)(env, plan.variables);
    const startedAt = Date.now();
    const result = await run({
        file: 'go',
        args: plan.argv,
        cwd: request.projectFolder,
        env: buildEnv,
        onLine: (0,ask_toolchain/* progressTo */.b)(request),
        ...signalOf(request),
    });
    const log = logOf(result);
    if (result.exitCode === 0) {
        const cacheState = readBuildCacheState(toolchain.cacheFolder, startedAt);
        const built = outputOf(request, toolchain, plan, result);
        const output = cacheState === undefined ? built : { ...built, cacheState };
        return { findings: [], command: plan.command, output, log };
    }
    const findings = await explainBuild({ toolchain, plan, env: buildEnv, context, log, mainPackageBase, ...signalOf(request) }, run);
    return { findings, command: plan.command, log };
}
function failed(result, context) {
    const log = logOf(result);
    const findings = findingsOf(readBuildMessages(log), context);
    return { findings: findings.length > 0 ? findings : [buildFailed(log)], log };
}
async function blockedOutput({ outputPath, projectFolder }) {
    const found = await (0,promises_.stat)(outputPath).catch(() => undefined);
    // Into a folder, Go would write under another name. A script, it overwrites or refuses, depending on its version.
    const isFolder = found?.isDirectory() === true;
    if (!isFolder && !(found?.isFile() === true && (await beginsLikeScript(outputPath))))
        return undefined;
    const name = external_node_path_default().relative(projectFolder, outputPath);
    return {
        code: 'go-output-blocked',
        severity: 'error',
        message: `The executable would be written to "${name}", and there is a ${isFolder ? 'folder' : 'script'} of that name.`,
        hint: `Rename the ${isFolder ? 'folder' : 'script'}, or give the executable another name in host.json.`,
    };
}
async function beginsLikeScript(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
        return buffer.toString('latin1', 0, bytesRead) === '#!';
    }
    finally {
        await file.close();
    }
}
function contextOf(request, goVersion) {
    const { projectFolder: cwd, repositoryRoot } = request;
    return { cwd, repositoryRoot, flavour: (external_node_path_default()), goVersion };
}
function outputOf(request, { goVersion }, { command, argv, neutralised, targets, selectionFlags }, { elapsedMs }) {
    const { outputPath, goarch, projectFolder: folder } = request;
    return {
        outputPath,
        goVersion,
        goarch,
        command,
        argv,
        neutralised,
        elapsedMs,
        folder,
        targets,
        selectionFlags,
    };
}
function logOf({ stdout, stderr }) {
    return `${stderr}${stdout}`.slice(0, logLimit);
}
function signalOf({ signal }) {
    return signal === undefined ? {} : { signal };
}

// EXTERNAL MODULE: ./src/go/stub-modules.ts
var stub_modules = __webpack_require__(13336);
;// CONCATENATED MODULE: ./src/go/stubs.ts
/**
 * Says through which import of the user's code a module came in that builds without cgo and then refuses every
 * call.
 */






/**
 * Adds to the findings of {@link stubModules} through which import of the user's code each module came in.
 * Runs one `go list`, and only when there is such a module.
 *
 * @param request the build
 * @param output what it made
 * @param modulePaths paths of the modules in the binary's build info
 * @param run how programs are run
 * @returns one finding for each module that is a stub
 */
async function explainStubs(request, output, modulePaths, run) {
    const stubs = [...new Set(modulePaths)].filter(replacements/* isStub */.D);
    if (stubs.length === 0)
        return [];
    const { repositoryRoot } = request;
    const { folder: cwd } = output;
    const target = { GOOS: 'linux', GOARCH: request.goarch };
    const env = (0,environment/* withVariables */.sO)((0,environment/* childEnvironment */.Qc)(request.environment), target);
    const { targets, selectionFlags } = output;
    const signal = request.signal === undefined ? {} : { signal: request.signal };
    const packages = await readDependencies({ cwd, env, targets, selectionFlags, ...signal }, run);
    const findings = [];
    for (const finding of (0,stub_modules/* stubModules */.c)(stubs)) {
        const path = stubs[findings.length] ?? '';
        const culprit = packages.find(({ importPath }) => importPath === path || importPath.startsWith(`${path}/`));
        if (culprit === undefined) {
            findings.push(finding);
            continue;
        }
        const chain = chainTo(culprit, packages);
        const { importer, imported } = departureOf(chain);
        const context = { cwd, repositoryRoot, flavour: (external_node_path_default()) };
        const location = importer && imported && (await importLocation(importer, imported.importPath, context));
        findings.push({
            ...finding,
            message: `${finding.message} Imported as ${chain.map(({ importPath }) => importPath).join(' \u2192 ')}.`,
            ...(imported === undefined ? {} : { hint: (0,replacements/* replacementFor */.a)(imported.importPath) ?? finding.hint }),
            ...(location === undefined ? {} : { location }),
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./src/runner/programs.ts + 1 modules
var programs = __webpack_require__(24695);
// EXTERNAL MODULE: ./src/runner/workspace.ts + 1 modules
var workspace = __webpack_require__(80320);
// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(12518);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
;// CONCATENATED MODULE: ./src/stages/build.ts
/**
 * The stage that builds the one binary.
 */








/**
 * Builds the project with forced static flags.
 *
 * @param run the run
 * @param project the project
 * @param building what is known and who waits
 * @returns the binary, at the path that host.json names
 * @throws ActionError when the build fails; its diagnostics are findings then
 */
async function build(run, project, { asked, signal, onStart }) {
    const { inputs, log } = run;
    const outputPath = (0,external_node_path_.join)(run.projectFolder, project.executable);
    log.group(`Build ${project.executable}`);
    (0,folders/* makeOutputFolder */.W)(outputPath, project.executable);
    const request = {
        projectFolder: run.projectFolder,
        repositoryRoot: run.repositoryRoot,
        outputPath,
        executableName: project.executable,
        mainPackage: inputs.mainPackage,
        goarch: inputs.goarch,
        tags: inputs.tags,
        ldflags: inputs.ldflags,
        buildFlags: inputs.buildFlags,
        onProgress: (line) => log.info(line),
        signal,
    };
    const outcome = await buildProject(request, asked, (program) => {
        const running = (0,programs/* runProgram */.m)(program);
        if (program.args[0] === 'build')
            onStart();
        return running;
    });
    if (outcome.output === undefined) {
        log.info(outcome.log);
        if (outcome.command !== undefined)
            log.info(outcome.command);
        (0,stages_run/* settle */.G)(run, outcome.findings);
        throw new errors/* ActionError */.l('build-silent', `'go build' wrote no '${project.executable}' and said nothing that can be shown.`, {
            hint: 'Run the step again with debug logging, and report it if it stays.',
        });
    }
    const { output } = outcome;
    const { goVersion, goarch, command, neutralised, elapsedMs, cacheState } = output;
    const facts = { goVersion, goarch, command, neutralised, elapsedMs };
    run.record.fill({ build: cacheState === undefined ? facts : { ...facts, cacheState } });
    for (const flag of neutralised)
        log.info(`Overridden: ${flag}`);
    log.info(command);
    log.endGroup();
    (0,stages_run/* settle */.G)(run, outcome.findings);
    return {
        path: outputPath,
        shownAs: (0,workspace/* repositoryPath */.SH)(outputPath, run.repositoryRoot),
        name: (0,external_node_path_.basename)(outputPath),
        explainStubs: (modulePaths) => explainStubs({ ...request, environment: run.environment }, output, modulePaths, programs/* runProgram */.m),
    };
}


/***/ }),

/***/ 12518:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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

/***/ 10790:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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