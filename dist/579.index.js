"use strict";
exports.id = 579;
exports.ids = [579];
exports.modules = {

/***/ 54404:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ askToolchain),
  b: () => (/* binding */ progressTo)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/go/environment.ts
var go_environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./src/go/file-status.ts
var file_status = __webpack_require__(3053);
// EXTERNAL MODULE: ./src/go/progress-lines.ts
var progress_lines = __webpack_require__(37793);
// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/go/toolchain.ts
/**
 * What the `go` on PATH says about itself and about the folder, asked once with `go env`.
 * Decides nothing and builds nothing.
 */

const settingNames = ['CGO_ENABLED', 'GOOS', 'GOARCH', 'GOAMD64', 'GOFLAGS', 'GO_EXTLINK_ENABLED'];
const configurationLimitBytes = 256 * 1024;
/**
 * Asks `go env` for its version, the module in charge of a folder and the user's settings.
 *
 * @param request the folder, the environment of the child, and who hears of a toolchain being downloaded
 * @param run how programs are run
 * @returns the facts, or the result of the failed program
 * @throws what `run` throws, for example when there is no `go`
 */
async function readToolchain(request, run) {
    const args = ['env', '-json', 'GOVERSION', 'GOMOD', 'GOWORK', 'GOENV', 'GOCACHE'];
    const result = await run({ ...request, file: 'go', args });
    const answers = result.exitCode === 0 ? parseAnswers(result.stdout) : undefined;
    if (answers === undefined)
        return { failed: result };
    const persistent = readPersistentSettings(answers['GOENV'] ?? '');
    return {
        toolchain: {
            goVersion: answers['GOVERSION'] ?? '',
            goModPath: realPath(answers['GOMOD']),
            goWorkPath: realPath(answers['GOWORK']),
            settings: explicitSettings(request.env, persistent),
            cacheFolder: realPath(answers['GOCACHE']),
        },
    };
}
function parseAnswers(text) {
    try {
        const parsed = JSON.parse(text);
        if (typeof parsed !== 'object' || parsed === null)
            return undefined;
        return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
    }
    catch {
        return undefined;
    }
}
/** `go env GOMOD` names the null device when module mode is on and there is no go.mod; GOWORK may be `off`. */
function realPath(path) {
    return path === undefined || path === 'off' || path === '/dev/null' || path.toUpperCase() === 'NUL'
        ? ''
        : path;
}
/** The file that `go env -w` writes: `NAME=value` lines, no quoting (cmd/go, internal/cfg `initEnvCache`). */
function readPersistentSettings(path) {
    const settings = new Map();
    if (path === '' || path === 'off')
        return settings;
    try {
        const file = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (file === undefined || !file.isFile() || file.size > configurationLimitBytes)
            return settings;
        for (const line of (0,external_node_fs_.readFileSync)(path, 'utf8').split('\n')) {
            const equals = line.indexOf('=');
            if (equals > 0)
                settings.set(line.slice(0, equals).trim(), line.slice(equals + 1).replace(/\r$/, ''));
        }
    }
    catch {
        // There is no such file unless `go env -w` was used.
    }
    return settings;
}
function explicitSettings(env, persistent) {
    const settings = {};
    for (const name of settingNames) {
        // An empty variable of the process counts as not set (cmd/go, internal/cfg `Getenv`).
        const own = env[name] ?? '';
        const kept = persistent.get(name) ?? '';
        if (own !== '')
            settings[name] = { value: own, isPersistent: false };
        else if (kept !== '')
            settings[name] = { value: kept, isPersistent: true };
    }
    return settings;
}

;// CONCATENATED MODULE: ./src/go/ask-toolchain.ts
/**
 * What can be asked of `go` before anything is known of the project: in which folder it will run, with which
 * environment, and what it says of itself there. Apart from the build, so that the answer comes while the project is
 * read. It builds nothing.
 */







/**
 * Asks `go env` in the folder in which the project will be built.
 *
 * @param question what the inputs say
 * @param run how programs are run
 * @returns folder, environment and answer; a missing `go` is a finding (`go-missing`)
 * @throws the reason of the signal when it aborted
 */
async function askToolchain(question, run) {
    const { projectFolder, mainPackage, environment, signal } = question;
    const read = (0,target/* readMainPackage */.kL)(mainPackage);
    const { folder, named } = placeBuild(projectFolder, read);
    const env = workingEnvironment(environment, folder);
    try {
        const request = {
            cwd: folder,
            env,
            onLine: progressTo(question),
            ...(signal === undefined ? {} : { signal }),
        };
        return { folder, named, env, answer: await readToolchain(request, run) };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return { folder, named, env, answer: goMissing(error) };
    }
}
/**
 * Passes on the lines that say what `go` is doing.
 *
 * @param listener who hears of them
 * @returns a listener for all lines
 */
function progressTo({ onProgress, }) {
    return (_stream, line) => {
        if ((0,progress_lines/* isProgress */.c)(line))
            onProgress(line);
    };
}
/** Go only takes the go.mod of the folder it runs in or of one above: a module further down is built from inside. */
function placeBuild(projectFolder, named) {
    const asked = { folder: projectFolder, named };
    if (named === undefined || 'code' in named || named.kind !== 'package')
        return asked;
    if (!(0,target/* isFolderPath */.ky)(named.package))
        return asked;
    const folder = external_node_path_default().resolve(projectFolder, named.package);
    return (0,file_status/* fileStatus */.F)(external_node_path_default().join(folder, 'go.mod'))?.isFile() === true
        ? { folder, named: { kind: 'package', package: '.' } }
        : asked;
}
function workingEnvironment(environment, folder) {
    const env = (0,go_environment/* childEnvironment */.Qc)(environment);
    // Go believes PWD when it names the current folder, and then prints paths below it instead of a symlink's target.
    return process.platform === 'win32' ? env : (0,go_environment/* withVariables */.sO)(env, { PWD: folder });
}
function goMissing(error) {
    const isAbsent = 'code' in error && error.code === 'ENOENT';
    return {
        code: 'go-missing',
        severity: 'error',
        message: isAbsent
            ? 'There is no program "go" on PATH.'
            : `The program "go" cannot be started: ${(0,errors/* messageOf */.b)(error)}`,
        hint: 'Run actions/setup-go in a step before this one.',
    };
}


/***/ }),

/***/ 29083:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   sO: () => (/* binding */ withVariables),
/* harmony export */   wz: () => (/* binding */ staticEnvironment)
/* harmony export */ });
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


/***/ }),

/***/ 3053:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ fileStatus)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/**
 * Looks at a file where a refusal only means that less is known. On the main thread: an answer of the thread pool is
 * seen only when the main thread has nothing else to do.
 */

/**
 * What stat(2) says of a path.
 *
 * @param path absolute path
 * @returns undefined when there is nothing, or nothing that may be looked at
 */
function fileStatus(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 37793:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isProgress)
/* harmony export */ });
/**
 * The lines in which `go` says what it is doing. Pure.
 */
/**
 * Whether a line only says what `go` is doing, so that it may be shown while the build runs.
 *
 * @param line one line of standard error
 * @returns true for `go: downloading \u2026` and its like
 */
function isProgress(line) {
    return /^go: (?:downloading|extracting|finding|added|upgraded|found) /.test(line);
}


/***/ }),

/***/ 52633:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z5: () => (/* binding */ splitQuoted),
/* harmony export */   f$: () => (/* binding */ joinQuoted),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/**
 * Go's own way of writing several arguments in one string, and the POSIX shell's. Pure.
 */
/**
 * Splits a string into arguments as Go does for GOFLAGS and `-ldflags`: a quote only counts at the start of
 * an argument, and nothing is unescaped inside (Go: cmd/internal/quoted).
 *
 * @param text for example `-s -X 'main.version=1 2'`
 * @returns the arguments, or `undefined` when a quote is not closed
 */
function splitQuoted(text) {
    const words = [];
    const word = /[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|(["'])|([^ \t\r\n]+))/y;
    for (;;) {
        const match = word.exec(text);
        if (match === null)
            return words;
        if (match[3] !== undefined)
            return undefined;
        words.push(match[1] ?? match[2] ?? match[4] ?? '');
    }
}
/**
 * The reverse of {@link splitQuoted}.
 *
 * @param words arguments
 * @returns one string, or `undefined` when an argument holds both kinds of quotes, which Go cannot write
 */
function joinQuoted(words) {
    const written = [];
    for (const word of words) {
        if (word !== '' && !/[ \t\r\n"']/.test(word))
            written.push(word);
        else if (!word.includes("'"))
            written.push(`'${word}'`);
        else if (!word.includes('"'))
            written.push(`"${word}"`);
        else
            return undefined;
    }
    return written.join(' ');
}
/**
 * Quotes one word for a POSIX shell.
 *
 * @param word any text
 * @returns the word itself where it is harmless, otherwise in single quotes
 */
function shellWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 82577:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bx: () => (/* binding */ chooseTarget),
/* harmony export */   kL: () => (/* binding */ readMainPackage),
/* harmony export */   ky: () => (/* binding */ isFolderPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _quoting__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52633);
/**
 * What is built: the package or the files that `main-package` names, or what the folder holds.
 * Looks at file names; where build constraints decide, it asks `go list` and does not guess.
 */



/**
 * Reads the input `main-package`.
 *
 * @param mainPackage a package path, or `.go` files separated by spaces; empty for the default
 * @returns the target, `undefined` when the default applies, or what is wrong with the value
 */
function readMainPackage(mainPackage) {
    const words = (0,_quoting__WEBPACK_IMPORTED_MODULE_2__/* .splitQuoted */ .Z5)(mainPackage);
    if (words === undefined)
        return invalidMainPackage(mainPackage, 'a quotation mark is not closed');
    const [first] = words;
    if (first === undefined)
        return undefined;
    if (words.some((word) => word.startsWith('-'))) {
        return invalidMainPackage(mainPackage, 'it holds a flag; flags belong in build-flags');
    }
    if (words.every((word) => word.endsWith('.go')))
        return { kind: 'files', files: words };
    if (words.length > 1) {
        return invalidMainPackage(mainPackage, 'it names more than one package, and one executable is built from one');
    }
    if (first.includes('...')) {
        return invalidMainPackage(mainPackage, 'it is a pattern, and one executable is built from one package');
    }
    return { kind: 'package', package: first };
}
/**
 * Decides what to build. Without a go.mod, `go build` only takes files: then those of the folder are named, and
 * when there are several, Go itself says which of them are meant for Linux.
 *
 * @param request the project
 * @param toolchain which go.mod and go.work are in charge
 * @param named what `main-package` names, `undefined` when it is empty
 * @param run how programs are run
 * @returns the target, a finding, or the result of a failed `go list`
 */
async function chooseTarget(request, { goModPath, goWorkPath }, named, run) {
    if (named?.kind === 'files')
        return named;
    const folder = named?.package ?? '.';
    const asPackage = { kind: 'package', package: folder };
    if (!isFolderPath(folder) || goModPath !== '')
        return asPackage;
    const names = await goFilesIn(node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(request.projectFolder, folder));
    if (names === undefined)
        return missingFolder(folder);
    const [only, ...others] = names;
    // In a workspace, the folder may lie above the modules.
    if (only === undefined)
        return goWorkPath === '' ? noFiles(folder) : asPackage;
    if (others.length === 0)
        return { kind: 'files', files: [inFolder(folder, only)] };
    const listed = await run({
        file: 'go',
        args: ['list', '-f', '{{range .GoFiles}}{{.}}\n{{end}}', ...request.tagFlags, folder],
        cwd: request.projectFolder,
        // Without a go.mod, only the mode from before modules takes a folder, and it refuses flags about modules.
        env: {
            ...request.env,
            GO111MODULE: 'off',
            GOFLAGS: '-trimpath',
            CGO_ENABLED: '0',
            GOOS: 'linux',
            GOARCH: request.goarch,
        },
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    // Then the build itself says why, and that can be explained further.
    const isExcluded = /build constraints exclude all Go files/.test(listed.stderr);
    if (listed.exitCode !== 0 && !isExcluded)
        return listed;
    if (isExcluded)
        return { kind: 'files', files: names.map((name) => inFolder(folder, name)) };
    const files = listed.stdout.split(/\r?\n/).filter((name) => name !== '');
    return { kind: 'files', files: files.map((name) => inFolder(folder, name)) };
}
/**
 * Whether Go takes a package argument for a folder (`go help packages`): a path that is absolute or begins with
 * `.` or `..`.
 *
 * @param text value of `main-package`
 * @returns false for an import path
 */
function isFolderPath(text) {
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(text) || /^\.{1,2}(?:[\\/]|$)/.test(text);
}
/** Go ignores names that begin with a dot or an underscore (`go help packages`). */
async function goFilesIn(folder) {
    try {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
        return entries
            .filter((entry) => !entry.isDirectory() && /^[^._].*\.go$/.test(entry.name) && !entry.name.endsWith('_test.go'))
            .map(({ name }) => name)
            .sort();
    }
    catch {
        return undefined;
    }
}
function inFolder(folder, name) {
    if (folder === '.')
        return name.startsWith('-') ? `./${name}` : name;
    return `${folder.replace(/[\\/]+$/, '')}/${name}`;
}
function missingFolder(folder) {
    return {
        code: 'main-package-missing',
        severity: 'error',
        message: `There is no folder "${folder}" to build.`,
        hint: 'Correct main-package; it is relative to working-directory.',
    };
}
function noFiles(folder) {
    return {
        code: 'go-no-files',
        severity: 'error',
        message: folder === '.'
            ? 'The folder of host.json holds no Go file and no go.mod.'
            : `The folder "${folder}" holds no Go file, and there is no go.mod.`,
        hint: 'Set main-package to the folder that holds package main, or give a finished executable with binary.',
    };
}
function invalidMainPackage(mainPackage, reason) {
    return {
        code: 'main-package-invalid',
        severity: 'error',
        message: `main-package is "${mainPackage}", but ${reason}.`,
        hint: 'Give one package, for example ./cmd/handler, or .go files of one folder separated by spaces.',
    };
}


/***/ }),

/***/ 24695:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
    if (platform !== 'win32' || external_node_path_.win32.isAbsolute(name))
        return name;
    const endings = (variable(env, 'PATHEXT') || startable.join(';'))
        .toUpperCase()
        .split(';')
        .filter((ending) => startable.includes(ending));
    const names = startable.includes(external_node_path_.win32.extname(name).toUpperCase())
        ? [name]
        : endings.map((ending) => `${name}${ending.toLowerCase()}`);
    for (const entry of variable(env, 'PATH').split(';')) {
        const folder = entry.replace(/^"(.*)"$/, '$1');
        // `.`, `bin` and `C:bin` depend on the current folder, and `\bin` on its drive.
        if (!/^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder))
            continue;
        const found = names.map((one) => external_node_path_.win32.join(folder, one)).find(isFile);
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
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
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
    const startedAt = external_node_perf_hooks_.performance.now();
    return new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        // What is thrown in here rejects the promise.
        const file = findProgram(request.file, { env: request.env, platform: process.platform });
        const child = (0,external_node_child_process_.spawn)(file, request.args, {
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
                const elapsedMs = external_node_perf_hooks_.performance.now() - startedAt;
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


/***/ }),

/***/ 10579:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginBuild: () => (/* binding */ beginBuild)
/* harmony export */ });
/* harmony import */ var _go_ask_toolchain__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54404);
/* harmony import */ var _runner_programs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24695);
/* harmony import */ var _promised__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4768);
/**
 * Begins the stage that builds before its turn: `go` is asked about itself while the project is read and checked.
 * A file of its own, so that it can begin before the code of the other stages is loaded.
 */



/**
 * Asks `go` about itself. It runs no code of the project.
 *
 * @param run the run
 * @returns the begun build
 */
function beginBuild(run) {
    const stopper = new AbortController();
    let isOpen = true;
    const stop = () => {
        if (isOpen)
            stopper.abort(new Error('another stage failed'));
    };
    const asked = (0,_go_ask_toolchain__WEBPACK_IMPORTED_MODULE_0__/* .askToolchain */ .v)({
        projectFolder: run.projectFolder,
        mainPackage: run.inputs.mainPackage,
        environment: run.environment,
        onProgress: (line) => run.log.info(line),
        signal: AbortSignal.any([run.signal, stopper.signal]),
    }, _runner_programs__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .m);
    // The failure is seen when the stage has its turn.
    void asked
        .catch(() => undefined)
        .then(() => {
        isOpen = false;
    });
    const started = (0,_promised__WEBPACK_IMPORTED_MODULE_2__/* .promised */ .C)();
    const onStart = () => started.resolve();
    return {
        started: started.promise,
        finish: async (project, signal) => {
            signal.addEventListener('abort', stop, { once: true });
            try {
                // Imported here and nowhere else: the bundler leaves out of that chunk what is loaded with this one.
                const { build } = await __webpack_require__.e(/* import() */ 280).then(__webpack_require__.bind(__webpack_require__, 83280));
                return await build(run, project, { asked, signal, onStart });
            }
            finally {
                signal.removeEventListener('abort', stop);
                onStart();
            }
        },
        stop,
    };
}


/***/ }),

/***/ 4768:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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


/***/ })

};
;