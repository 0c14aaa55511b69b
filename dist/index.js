/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 83916:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
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
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 81001:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ countFindings),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
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


/***/ }),

/***/ 89133:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ swapProblems),
/* harmony export */   IB: () => (/* binding */ azureProblems),
/* harmony export */   KH: () => (/* binding */ nativeProblems),
/* harmony export */   em: () => (/* binding */ conflicts)
/* harmony export */ });
/**
 * Finds inputs that contradict each other: the run could obey only one of them.
 *
 * @param inputs as read
 * @returns a sentence for each contradiction, with the values and what to do
 */
function conflicts(inputs) {
    const found = [];
    const files = {
        'report-file': inputs.reportFile,
        'sarif-file': inputs.sarifFile,
        'sbom-file': inputs.sbomFile,
    };
    for (const [name, path] of Object.entries(files)) {
        const other = Object.entries(files).find(([, candidate]) => candidate === path)?.[0] ?? name;
        if (path !== '' && other !== name) {
            found.push(`'${name}' is '${path}', and so is '${other}': give each its own file.`);
        }
    }
    if (inputs.binary !== '' && inputs.package !== '') {
        found.push(`'binary' is '${inputs.binary}' and 'package' is '${inputs.package}': set one, since a package already holds its binary.`);
    }
    const { packageSha256 } = inputs;
    if (packageSha256 !== '' && !/^[0-9a-f]{64}$/.test(packageSha256)) {
        found.push(`'package-sha256' is '${packageSha256}': use the SHA-256 of the zip, 64 hexadecimal digits, as the output 'package-sha256' of the job that made it.`);
    }
    if (packageSha256 !== '' && inputs.package === '') {
        found.push(`'package-sha256' is '${packageSha256}', but 'package' is empty, so there are no bytes to compare: set both, or remove it.`);
    }
    if (inputs.model === 'native')
        found.push(...nativeProblems(inputs));
    const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined;
    if (given === undefined)
        return found;
    const built = { 'main-package': inputs.mainPackage, tags: inputs.tags, ldflags: inputs.ldflags };
    const unused = Object.entries({ ...built, 'build-flags': inputs.buildFlags.join(' ') });
    for (const [name, value] of unused) {
        if (value !== '')
            found.push(`'${name}' is '${value}', but '${given}' is set and nothing is built: remove one of them.`);
    }
    if (given === 'package' && inputs.include.length > 0) {
        found.push(`'include' is '${inputs.include.join(' ')}', but 'package' is already packed: remove one of them.`);
    }
    return found;
}
// Names that Azure gives: letters, digits and a few signs. Anything else never reaches a URL.
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * Finds names and identifiers that Azure would not take, and inputs that need others.
 *
 * @param inputs as read
 * @returns a sentence for each, with the value and what to do
 */
function azureProblems(inputs) {
    const found = [];
    const identifiers = {
        'client-id': inputs.clientId,
        'tenant-id': inputs.tenantId,
        'subscription-id': inputs.subscriptionId,
    };
    for (const [name, value] of Object.entries(identifiers)) {
        if (value !== '' && !guid.test(value)) {
            found.push(`'${name}' is '${value}': use the identifier, 32 hexadecimal digits in five groups.`);
        }
    }
    const names = {
        'app-name': inputs.appName,
        'slot-name': inputs.slotName,
        'swap-with': inputs.swapWith,
    };
    for (const [name, value] of Object.entries(names)) {
        if (value !== '' && !/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?$/.test(value)) {
            found.push(`'${name}' is '${value}': use letters, digits and hyphens, as in the portal.`);
        }
    }
    if (inputs.resourceGroup !== '' && !/^[\p{L}\p{N}_().-]{1,90}$/u.test(inputs.resourceGroup)) {
        found.push(`'resource-group' is '${inputs.resourceGroup}': use the name as in the portal.`);
    }
    if (inputs.verifyPath !== '' && !/^\/(?!\/)[^\s\\#]*$/.test(inputs.verifyPath)) {
        found.push(`'verify-path' is '${inputs.verifyPath}': use a path that starts with one '/', with its query, without blanks.`);
    }
    if (inputs.appName === '') {
        const needing = {
            'slot-name': inputs.slotName,
            'swap-with': inputs.swapWith,
            'skip-unchanged': inputs.skipUnchanged ? 'true' : '',
            'verify-path': inputs.verifyPath,
            'dry-run': inputs.dryRun ? 'true' : '',
        };
        for (const [name, value] of Object.entries(needing)) {
            if (value !== '')
                found.push(`'${name}' is '${value}', but there is no 'app-name', so nothing is deployed: set it, or remove '${name}'.`);
        }
        return found;
    }
    if (inputs.clientId !== '' && (inputs.tenantId === '' || inputs.subscriptionId === '')) {
        found.push(`'client-id' is '${inputs.clientId}', but 'tenant-id' or 'subscription-id' is empty: set all three, or none to use the session of azure/login.`);
    }
    return found;
}
/**
 * Finds swaps that cannot be made: without a slot, of production, or of a slot with itself.
 *
 * @param inputs as read
 * @returns a sentence for each, with the values and what to do
 */
function swapProblems({ swapWith, slotName, appName }) {
    // Without an app the swap is refused already.
    if (swapWith === '' || appName === '')
        return [];
    if (slotName === '') {
        return [
            `'swap-with' is '${swapWith}', but 'slot-name' is empty: name the slot that is deployed to, verified, and then swapped.`,
        ];
    }
    if (slotName.toLowerCase() === 'production') {
        return [
            `'slot-name' is '${slotName}' and 'swap-with' is '${swapWith}': deploy to a slot and swap it with 'production', since the slot is verified before the swap.`,
        ];
    }
    if (slotName.toLowerCase() !== swapWith.toLowerCase())
        return [];
    return [`'slot-name' is '${slotName}', and so is 'swap-with': name another slot, or 'production'.`];
}
/**
 * Finds inputs that the platform fixes for the native Go worker (GoHelpers.cs and ZipHelper.cs of
 * azure-functions-core-tools).
 *
 * @param inputs as read, of a run whose project is for the native worker
 * @returns a sentence for each, with the value and what to do
 */
function nativeProblems({ executable, goarch, include }) {
    const found = [];
    if (executable !== '' && executable !== 'app') {
        found.push(`'executable' is '${executable}', but Azure starts the native Go worker as 'app': remove 'executable'.`);
    }
    if (goarch !== 'amd64') {
        found.push(`'goarch' is '${goarch}', but the native Go worker runs on amd64 only: remove 'goarch'.`);
    }
    if (include.length > 0) {
        found.push(`'include' is '${include.join(' ')}', but the package of a native Go worker holds host.json and 'app' and nothing else: embed further files with go:embed.`);
    }
    return found;
}


/***/ }),

/***/ 38422:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   ug: () => (/* binding */ failsStep)
/* harmony export */ });
/* unused harmony exports architectures, modelChoices, failLevels, rehearsalModes, environments */
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83916);
/* harmony import */ var _findings__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(81001);
/* harmony import */ var _input_rules__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(89133);
/* harmony import */ var _workflow_commands__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(16137);
/**
 * The inputs of the action: one reader, one frozen object, every bad input in one error.
 * Reads the environment only; touches no file and no network.
 */




const architectures = ['amd64', 'arm64'];
const modelChoices = ['auto', 'custom-handler', 'native'];
const failLevels = ['error', 'warning'];
const rehearsalModes = ['auto', 'true', 'false'];
const environments = ['azurecloud', 'azureusgovernment', 'azurechinacloud'];
/**
 * Reads and checks every input.
 *
 * @returns the inputs, frozen
 * @throws ActionError `input-invalid` that lists every bad input with its value and what is allowed
 */
function readInputs() {
    const problems = [];
    const inputs = {
        workingDirectory: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('working-directory') || '.',
        model: choice('model', modelChoices, 'auto', problems),
        mainPackage: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('main-package'),
        executable: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('executable'),
        goarch: choice('goarch', architectures, 'amd64', problems),
        tags: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('tags'),
        ldflags: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('ldflags'),
        buildFlags: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getMultilineInput */ .q3)('build-flags'),
        binary: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('binary'),
        package: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('package'),
        packageSha256: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('package-sha256').toLowerCase(),
        include: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getMultilineInput */ .q3)('include'),
        compressionLevel: wholeNumber('compression-level', 0, 9, 6, problems),
        failOn: choice('fail-on', failLevels, 'error', problems),
        ignoreFindings: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getMultilineInput */ .q3)('ignore-findings'),
        rehearse: choice('rehearse', rehearsalModes, 'auto', problems),
        appName: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('app-name'),
        slotName: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('slot-name'),
        swapWith: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('swap-with'),
        resourceGroup: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('resource-group'),
        clientId: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('client-id'),
        tenantId: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('tenant-id'),
        subscriptionId: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('subscription-id'),
        environment: choice('environment', environments, 'azurecloud', problems),
        audience: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('audience'),
        dryRun: yesOrNo('dry-run', problems),
        skipUnchanged: yesOrNo('skip-unchanged', problems),
        deployTimeoutMinutes: wholeNumber('deploy-timeout', 1, 360, 15, problems),
        verifyTimeoutMinutes: wholeNumber('verify-timeout', 1, 360, 5, problems),
        verifyPath: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('verify-path'),
        reportFile: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('report-file'),
        sarifFile: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('sarif-file'),
        sbomFile: (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)('sbom-file'),
    };
    problems.push(...(0,_input_rules__WEBPACK_IMPORTED_MODULE_2__/* .conflicts */ .em)(inputs), ...(0,_input_rules__WEBPACK_IMPORTED_MODULE_2__/* .azureProblems */ .IB)(inputs), ...(0,_input_rules__WEBPACK_IMPORTED_MODULE_2__/* .swapProblems */ .Em)(inputs));
    for (const [name, value] of Object.entries(inputs)) {
        if (typeof value === 'string' && value.includes('\0'))
            problems.push(`'${name}' holds a NUL character.`);
    }
    if (problems.length > 0) {
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('input-invalid', problems.join('\n'), {
            hint: 'Correct the `with:` block of this step; docs and defaults are in the README under Inputs.',
        });
    }
    return Object.freeze(inputs);
}
/**
 * Whether a severity is at or above the level from which findings fail the step.
 *
 * @param severity the finding's severity
 * @param failOn the `fail-on` input
 * @returns true when a finding of that severity fails the step
 */
function failsStep(severity, failOn) {
    return _findings__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g.indexOf(severity) <= _findings__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g.indexOf(failOn);
}
function choice(name, allowed, otherwise, problems) {
    const given = (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)(name);
    if (given === '')
        return otherwise;
    const match = allowed.find((value) => value === given);
    if (match === undefined)
        problems.push(`'${name}' is '${given}': use ${alternatives(allowed)}.`);
    return match ?? otherwise;
}
function wholeNumber(name, least, most, otherwise, problems) {
    const given = (0,_workflow_commands__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4)(name);
    if (given === '')
        return otherwise;
    const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    problems.push(`'${name}' is '${given}': use a whole number from ${least} to ${most}.`);
    return otherwise;
}
function yesOrNo(name, problems) {
    return choice(name, ['true', 'false'], 'false', problems) === 'true';
}
function alternatives(allowed) {
    return allowed.map((value) => `'${value}'`).join(' or ');
}


/***/ }),

/***/ 99283:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isRepositoryFile),
/* harmony export */   E: () => (/* binding */ isPosition),
/* harmony export */   yT: () => (/* binding */ encodedPath)
/* harmony export */ });
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


/***/ }),

/***/ 4617:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   aS: () => (/* binding */ writeReportFile),
/* harmony export */   cs: () => (/* binding */ publishAnnotations),
/* harmony export */   tH: () => (/* binding */ writeResultFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(83916);
/* harmony import */ var _workflow_commands__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(16137);
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
    const print = { error: _workflow_commands__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3, warning: _workflow_commands__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e, notice: _workflow_commands__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm };
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
    const sizeBytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((file) => file.size, () => 0);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, sizeBytes > 0 ? `\n\n${markdown}` : markdown);
        return undefined;
    }
    catch (thrown) {
        // Half a table would break what other steps have written.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.truncate)(path, sizeBytes).catch(() => undefined);
        return `No summary was written to '${path}': ${(0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(thrown)}`;
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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await writeWhole(path, text);
        return undefined;
    }
    catch (thrown) {
        return `No ${what} was written to '${path}': ${(0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(thrown)}`;
    }
}
/** Half a file would be taken for a whole one: it is written beside its place and then moved there. */
async function writeWhole(path, text) {
    const present = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    // A device or a pipe has nothing beside it, and a link stays one.
    if (present !== undefined && (!present.isFile() || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isSymbolicLink())) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        return;
    }
    // Most runs write no report file, and loading this takes longer than reading the inputs.
    const { randomBytes } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 77598, 23));
    // Names end at 255 bytes: the last part of this one is not built on that of the file.
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), `.${randomBytes(6).toString('hex')}.partial`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(partial, text, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partial, path);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { force: true }).catch(() => undefined);
        throw thrown;
    }
}


/***/ }),

/***/ 57330:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ swapStages),
/* harmony export */   hL: () => (/* binding */ stageNames)
/* harmony export */ });
/* unused harmony exports stageStates, cacheStates, swapStates, outcomes */
/** The stages in the order in which a run goes through them. */
const stageNames = [
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
];
/** Stages that a report has only when the inputs ask for them. */
const swapStages = ['swap', 'verify-swap', 'swap-back'];
const stageStates = (/* unused pure expression or super */ null && (['done', 'failed', 'skipped', 'not-reached', 'cancelled']));
/** How much of a build was in Go's build cache: nothing to speak of, a part, or all of it. */
const cacheStates = (/* unused pure expression or super */ null && (['cold', 'partial', 'warm']));
const swapStates = (/* unused pure expression or super */ null && (['not-swapped', 'swapped', 'swapped-back', 'unknown']));
const outcomes = (/* unused pure expression or super */ null && (['passed', 'failed', 'cancelled']));


/***/ }),

/***/ 30776:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
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
function visible(text) {
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
function clip(text, maxLength, mark = '\u2026') {
    if (text.length <= maxLength)
        return text;
    let end = Math.max(0, maxLength - mark.length);
    const last = text.charCodeAt(end - 1);
    const splitsPair = last >= 0xd800 && last <= 0xdbff;
    if (splitsPair)
        end -= 1;
    return text.slice(0, end) + mark;
}


/***/ }),

/***/ 47708:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ openLog),
/* harmony export */   UJ: () => (/* binding */ inertText),
/* harmony export */   ij: () => (/* binding */ holdLog)
/* harmony export */ });
/* harmony import */ var _workflow_commands__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16137);
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
            _workflow_commands__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
        isOpen = false;
    };
    return {
        info: (line) => _workflow_commands__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(inertText(line)),
        debug: (line) => _workflow_commands__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(inertText(line)),
        group: (title) => {
            endGroup();
            _workflow_commands__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(inertText(title));
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
function inertText(text) {
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


/***/ }),

/***/ 97770:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   PX: () => (/* binding */ homePage),
/* harmony export */   c$: () => (/* binding */ warnOf),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   uu: () => (/* binding */ findingsPage),
/* harmony export */   vy: () => (/* binding */ failStep)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(83916);
/* harmony import */ var _workflow_commands__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(16137);
/* harmony import */ var _log__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(47708);
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
        const setOutput = await _workflow_commands__WEBPACK_IMPORTED_MODULE_2__/* .loadOutputSetter */ .z0();
        if (path !== '')
            sizeBytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size;
        for (const [name, value] of Object.entries(outputs))
            setOutput(name, value);
        return undefined;
    }
    catch (error) {
        // Half a value has no closing delimiter, and the runner would fail the step over it.
        if (sizeBytes !== undefined)
            truncateTo(path, sizeBytes);
        return `No outputs were set: ${(0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`;
    }
}
function truncateTo(path, sizeBytes) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, sizeBytes);
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
    _workflow_commands__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1((0,_log__WEBPACK_IMPORTED_MODULE_3__/* .inertText */ .UJ)(cause));
}
/**
 * Says that something beside the run itself went wrong, as an annotation that does not fail the step.
 *
 * @param problem one sentence
 */
function warnOf(problem) {
    _workflow_commands__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e((0,_log__WEBPACK_IMPORTED_MODULE_3__/* .inertText */ .UJ)(problem));
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
        _workflow_commands__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(secret);
}


/***/ }),

/***/ 80320:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iF: () => (/* binding */ readWorkspace),
  SH: () => (/* binding */ repositoryPath),
  Ko: () => (/* binding */ repositoryRootOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
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
        folder: (0,external_node_path_.resolve)(environment['GITHUB_WORKSPACE'] || currentFolder),
        tempFolder: usableFolder(environment['RUNNER_TEMP']) ?? (0,external_node_os_.tmpdir)(),
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
    for (let candidate = folder;; candidate = (0,external_node_path_.dirname)(candidate)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(candidate, '.git')))
            return candidate;
        if (candidate === workspaceFolder || candidate === (0,external_node_path_.dirname)(candidate))
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
    const inside = (0,external_node_path_.relative)(repositoryRoot, path);
    return inside === '' ? '.' : inside.split(external_node_path_.sep).join('/');
}
function isInside(path, folder) {
    const inside = (0,external_node_path_.relative)(folder, path);
    return inside === '' || (inside !== '..' && !inside.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(inside));
}
function usableFolder(path) {
    if (!path)
        return undefined;
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? (0,external_node_path_.resolve)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function readPayload(path) {
    if (!path)
        return undefined;
    try {
        if ((0,external_node_fs_.statSync)(path).size > payloadLimitBytes)
            return undefined;
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        // The payload only improves explanations; a run without one is an ordinary run.
        return undefined;
    }
}


/***/ }),

/***/ 40609:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ stoppedCode),
/* harmony export */   v: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(83916);
/* harmony import */ var _report_run_report__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(57330);
/**
 * Collects the run report while the run goes on: which stage began and ended when, what was found, what was
 * made. Knows nothing of what the stages do, and prints nothing.
 */



/** The code of the error that ends a run whose findings say why. It is no finding itself. */
const stoppedCode = 'run-stopped';
// Stages that are one bar each; the others draw what they do themselves.
const drawnStages = new Set(['build', 'inspect', 'package', 'rehearse']);
class Recorder {
    startedAt = new Date();
    startedMs = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now();
    stages = new Map();
    timeline = [];
    findings = [];
    ignored = [];
    ignoredCodes = [];
    parts = {};
    isSwapAsked = false;
    /** Accepts the findings of these codes, also those that were recorded before. */
    ignore(codes) {
        this.ignoredCodes = codes;
        this.add(this.findings.splice(0));
    }
    /** Records findings in the order in which they come; the same finding is recorded once. */
    add(findings) {
        for (const finding of findings) {
            const target = this.ignoredCodes.includes(finding.code) ? this.ignored : this.findings;
            const key = JSON.stringify(finding);
            if (!target.some((known) => JSON.stringify(known) === key))
                target.push(finding);
        }
    }
    /** All findings that were not ignored. */
    get found() {
        return this.findings;
    }
    /** Fills in parts of the report; what was there under the same name is replaced. */
    fill(parts) {
        this.parts = { ...this.parts, ...parts };
    }
    /** What stages have filled in so far. */
    get filled() {
        return this.parts;
    }
    /** Milliseconds since the run began. */
    elapsedMs() {
        return node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now() - this.startedMs;
    }
    /** Adds a bar to the Gantt. */
    draw(entry) {
        this.timeline.push(entry);
    }
    /** Shows the stages of a swap, whether or not they are reached. */
    askForSwap() {
        this.isSwapAsked = true;
    }
    /** Marks a stage as skipped. */
    skip(name, reason) {
        this.stages.set(name, { name, state: 'skipped', reason });
    }
    /**
     * Runs a stage and records how it went. An `ActionError` becomes a finding; whatever is thrown is thrown on.
     *
     * @param name the stage
     * @param signal tells a cancelled run from a failed one
     * @param work what the stage does
     * @returns what `work` returns
     */
    async stage(name, signal, work) {
        const startedAtMs = this.elapsedMs();
        const end = (state, reason) => {
            const record = { name, state, startedAtMs, elapsedMs: this.elapsedMs() - startedAtMs };
            this.stages.set(name, reason === undefined ? record : { ...record, reason });
        };
        try {
            const result = await work();
            end('done');
            if (drawnStages.has(name)) {
                this.draw({ section: 'runner', label: name, startedAtMs, elapsedMs: this.elapsedMs() - startedAtMs });
            }
            return result;
        }
        catch (error) {
            if (signal.aborted)
                end('cancelled', (0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(signal.reason));
            else {
                this.addError(error);
                end('failed', (0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error));
            }
            throw error;
        }
    }
    /** Records an error as a finding, unless it only says that findings ended the run. */
    addError(error) {
        if (!(error instanceof _errors__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l) || error.code === stoppedCode)
            return;
        const { code, message, hint = '', location } = error;
        this.add([{ code, severity: 'error', message, hint, ...(location === undefined ? {} : { location }) }]);
    }
    /**
     * The report as it stands.
     *
     * @param outcome how the run ended, or would end now
     * @param cause why it is not green
     */
    report(outcome, cause) {
        return {
            schemaVersion: 1,
            outcome,
            ...(cause === undefined ? {} : { cause }),
            startedAt: this.startedAt.toISOString(),
            elapsedMs: this.elapsedMs(),
            stages: this.shownStages().map((name) => this.stages.get(name) ?? { name, state: 'not-reached' }),
            timeline: [...this.timeline],
            findings: [...this.findings],
            ignored: [...this.ignored],
            ...this.parts,
        };
    }
    shownStages() {
        if (this.isSwapAsked)
            return _report_run_report__WEBPACK_IMPORTED_MODULE_2__/* .stageNames */ .hL;
        const hidden = _report_run_report__WEBPACK_IMPORTED_MODULE_2__/* .swapStages */ .Lv;
        return _report_run_report__WEBPACK_IMPORTED_MODULE_2__/* .stageNames */ .hL.filter((name) => !hidden.includes(name));
    }
}


/***/ }),

/***/ 56601:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ep: () => (/* binding */ conclude),
  RF: () => (/* binding */ loadSummary),
  eB: () => (/* binding */ publishOutputs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(83916);
// EXTERNAL MODULE: ./src/findings.ts
var src_findings = __nccwpck_require__(81001);
// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __nccwpck_require__(38422);
// EXTERNAL MODULE: ./src/report/position.ts
var position = __nccwpck_require__(99283);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __nccwpck_require__(30776);
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
    return src_findings/* severities */.g.flatMap((severity) => {
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
        title: (0,visible/* clip */.$)(oneLine(finding.code), 200),
        message: messageFor(finding),
        ...location,
    };
}
/** The place is repeated in the text, because the log shows nothing else of an annotation. */
function messageFor(finding) {
    const place = finding.location === undefined ? '' : `${placeOf(finding.location)}: `;
    const hint = finding.hint === '' ? '' : `\n${(0,visible/* clip */.$)((0,visible/* visible */.R)(finding.hint), longestHint)}`;
    return untagged((0,visible/* clip */.$)(place + (0,visible/* visible */.R)(finding.message), longestAnnotation - hint.length) + hint);
}
/** The log view draws a line that begins with `##[error]` as an error, also within the text of an annotation. */
function untagged(text) {
    return text.replaceAll('##[', '# #[');
}
function placeOf({ file, line, column }) {
    const parts = [oneLine(file), line, line === undefined ? undefined : column];
    return (0,visible/* clip */.$)(parts.filter((part) => part !== undefined).join(':'), 500);
}
function oneLine(text) {
    return (0,visible/* visible */.R)(text).replace(/\n/g, '\u23ce');
}
/** The runner drops a whole position that is inconsistent; only what is consistent is handed over. */
function positionOf(location) {
    const { file, line, column, endLine, endColumn } = location;
    // A name that a reader would not see as it is stands in the text alone, where it is written out.
    if (!(0,position/* isRepositoryFile */.$U)(file) || untagged((0,visible/* visible */.R)(file)) !== file)
        return {};
    if (!(0,position/* isPosition */.E)(line))
        return { file };
    const lastLine = (0,position/* isPosition */.E)(endLine) && endLine > line ? endLine : line;
    if (lastLine !== line)
        return { file, startLine: line, endLine: lastLine };
    if (!(0,position/* isPosition */.E)(column))
        return { file, startLine: line };
    const lastColumn = (0,position/* isPosition */.E)(endColumn) && endColumn >= column ? { endColumn } : {};
    return { file, startLine: line, startColumn: column, ...lastColumn };
}

;// CONCATENATED MODULE: ./src/report/outputs.ts
/** The outputs of the action that follow from the record of the run. Pure; setting them is the caller's work. */

/**
 * Outputs that are known at this point of the run; called again later it returns more of them. `report`, the
 * path of the report file, is an input and not part of the record, so it is not among them.
 *
 * @param report the run so far
 * @returns output names as in action.yml with their values; lists as JSON arrays, `deployed` as `true` or `false`
 */
function outputsOf(report) {
    return {
        ...artifactOutputs(report),
        ...packageOutputs(report),
        ...deploymentOutputs(report),
        ...findingOutputs(report),
        ...(report.project === undefined
            ? {}
            : { functions: JSON.stringify(report.project.functions.map((entry) => entry.name)) }),
    };
}
function artifactOutputs({ artifact, build }) {
    if (artifact === undefined)
        return build === undefined ? {} : { 'go-version': build.goVersion };
    return {
        executable: artifact.path,
        linkage: artifact.linkage === 'unknown' ? '' : artifact.linkage,
        interpreter: artifact.interpreter,
        needed: JSON.stringify(artifact.needed),
        machine: artifact.machine,
        'go-version': artifact.goVersion || (build?.goVersion ?? ''),
        'file-output': artifact.fileOutput,
        'ldd-output': artifact.lddOutput,
    };
}
function packageOutputs({ package: zip }) {
    return zip === undefined ? {} : { package: zip.path, 'package-sha256': zip.sha256 };
}
function deploymentOutputs({ deployment, stages, swap }) {
    // Only the stage knows whether the server took the package; the record exists before that.
    const isAccepted = stages.some((stage) => stage.name === 'deploy' && stage.state === 'done');
    const deployed = String(deployment !== undefined && !deployment.dryRun && isAccepted);
    const swapped = String(swap?.state === 'swapped' && swap.verification?.isVerified === true);
    if (deployment === undefined)
        return { deployed, swapped };
    return {
        deployed,
        swapped,
        plan: deployment.plan,
        'app-url': swap?.state === 'swapped' ? swap.targetUrl : deployment.appUrl,
        ...(deployment.deploymentId === undefined ? {} : { 'deployment-id': deployment.deploymentId }),
    };
}
function findingOutputs({ findings }) {
    const counts = (0,src_findings/* countFindings */.G)(findings);
    return { errors: String(counts.error), warnings: String(counts.warning) };
}

// EXTERNAL MODULE: ./src/report/publish.ts
var publish = __nccwpck_require__(4617);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./src/runner/artifacts.ts
/**
 * Tells the runner which file the step has made, so that a later step can attest it without being told its path.
 */


/**
 * Appends a path to the file of `GITHUB_ARTIFACTS`, where the runner offers one.
 *
 * @param path absolute path of the artifact
 * @param environment the process environment
 * @returns why it was not written, in one sentence; undefined when it was, or when the runner offers no such file
 * @see actions/runner, CreateArtifactsFileCommand.cs: one path on a line, without an equals sign
 */
function offerArtifact(path, environment) {
    const file = environment['GITHUB_ARTIFACTS'] ?? '';
    if (file === '')
        return undefined;
    if (/[=\r\n]/.test(path))
        return `'${path}' was not named as an artifact: the runner takes no such path.`;
    try {
        (0,external_node_fs_.appendFileSync)(file, `${path}\n`);
        return undefined;
    }
    catch (thrown) {
        return `'${path}' was not named as an artifact: ${(0,errors/* messageOf */.b)(thrown)}`;
    }
}

// EXTERNAL MODULE: ./src/runner/step.ts
var step = __nccwpck_require__(97770);
// EXTERNAL MODULE: ./src/runner/workspace.ts + 1 modules
var workspace = __nccwpck_require__(80320);
;// CONCATENATED MODULE: ./src/stages/report.ts
/**
 * The end of every run: decides how it ended, and writes summary, annotations, outputs and report file.
 * Extras that cannot be written are said in a warning; they never turn a good run red.
 */










/**
 * Reports a run that is over, and fails the step when it has to.
 *
 * @param ended the run and what was thrown
 */
async function conclude(ended) {
    const { run, record, log } = ended;
    // What a stage threw is recorded already; the same finding is not recorded twice.
    if (!ended.signal.aborted)
        record.addError(ended.thrown);
    const { outcome, cause, others = 0 } = judge(ended);
    const reportFile = run?.inputs.reportFile ?? '';
    const report = record.report(outcome, cause);
    const reportPath = run === undefined || reportFile === '' ? undefined : (0,external_node_path_.resolve)(run.workspace.folder, reportFile);
    const outputs = outputsOf(report);
    if (reportPath !== undefined && run !== undefined) {
        const problem = await (0,publish/* writeReportFile */.aS)(reportPath, report);
        if (problem === undefined)
            outputs['report'] = (0,workspace/* repositoryPath */.SH)(reportPath, run.workspace.folder);
        else
            (0,step/* warnOf */.c$)(problem);
    }
    const unset = await (0,step/* setOutputs */.n0)(outputs);
    if (unset !== undefined)
        (0,step/* warnOf */.c$)(unset);
    if (run !== undefined && run.inputs.sarifFile !== '') {
        const { writeSarif } = await Promise.all(/* import() */[__nccwpck_require__.e(675), __nccwpck_require__.e(811), __nccwpck_require__.e(78)]).then(__nccwpck_require__.bind(__nccwpck_require__, 61078));
        const problem = await writeSarif(run, report);
        if (problem !== undefined)
            (0,step/* warnOf */.c$)(problem);
    }
    nameArtifact(ended, report);
    await writeTheSummary(report);
    explainInLog(report.findings, log);
    (0,publish/* publishAnnotations */.cs)(planAnnotations(report.findings, { errorSlots: annotationSlots - (outcome === 'passed' ? 0 : 1) }));
    if (!(ended.thrown instanceof errors/* ActionError */.l) && ended.thrown !== undefined && !ended.signal.aborted) {
        log.debug(ended.thrown instanceof Error ? (ended.thrown.stack ?? '') : String(ended.thrown));
    }
    const more = others === 0 ? '' : ` (and ${others} more, see the job summary)`;
    if (cause !== undefined)
        (0,step/* failStep */.vy)(`${cause}${more}`);
}
/**
 * Publishes the outputs that are known so far, so that later steps have them also when this one fails.
 *
 * @param record the run so far
 */
async function publishOutputs(record) {
    await (0,step/* setOutputs */.n0)(outputsOf(record.report('passed')));
}
/**
 * Loads the code of the summary. The one place that imports it: the bundler gives another place a second copy, and a
 * run would load both.
 *
 * @returns the module
 */
function loadSummary() {
    return __nccwpck_require__.e(/* import() */ 622).then(__nccwpck_require__.bind(__nccwpck_require__, 53622));
}
// Only what this run has made and found good: a package that was given is attested where it was made.
function nameArtifact({ run, log }, { outcome, package: zip }) {
    if (run === undefined || run.inputs.package !== '' || zip === undefined || outcome !== 'passed')
        return;
    const problem = offerArtifact(zip.path, run.environment);
    if (problem !== undefined)
        log.info(problem);
}
function judge({ run, record, signal, thrown }) {
    if (signal.aborted)
        return { outcome: 'cancelled', cause: sentence((0,errors/* messageOf */.b)(signal.reason)) };
    if (thrown !== undefined && !(thrown instanceof errors/* ActionError */.l)) {
        const cause = `The action itself failed: ${(0,errors/* messageOf */.b)(thrown)}. Please report this with the debug log.`;
        return { outcome: 'failed', cause };
    }
    const failOn = run?.inputs.failOn ?? 'error';
    const [first, ...more] = src_findings/* severities */.g.flatMap((severity) => record.found.filter((finding) => finding.severity === severity && (0,inputs/* failsStep */.ug)(severity, failOn)));
    // A run that was ended early is never green, also when the finding that ended it is ignored.
    if (first === undefined) {
        return thrown === undefined ? { outcome: 'passed' } : { outcome: 'failed', cause: (0,errors/* messageOf */.b)(thrown) };
    }
    return { outcome: 'failed', cause: first.message.split('\n').join(' '), others: more.length };
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
async function writeTheSummary(report) {
    const { renderSummary } = await loadSummary();
    const docsUrl = (0,step/* findingsPage */.uu)(process.env);
    const markdown = renderSummary(report, docsUrl === undefined ? {} : { docsUrl });
    const problem = await (0,publish/* writeSummary */.Sy)(markdown, process.env);
    if (problem !== undefined)
        (0,step/* warnOf */.c$)(problem);
}
// Annotations carry message and hint; the log repeats them in full, since annotations are limited in number.
function explainInLog(findings, log) {
    const { error, warning, notice } = (0,src_findings/* countFindings */.G)(findings);
    if (error + warning + notice === 0)
        return;
    log.group(`Findings: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(notice, 'notice')}`);
    for (const severity of src_findings/* severities */.g) {
        for (const finding of findings.filter((candidate) => candidate.severity === severity)) {
            log.info(`${severity} ${finding.code}${report_placeOf(finding)}: ${finding.message}`);
            if (finding.hint !== '')
                log.info(`  ${finding.hint.split('\n').join('\n  ')}`);
        }
    }
    log.endGroup();
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
function report_placeOf({ location }) {
    if (location === undefined)
        return '';
    const { file, line, column } = location;
    const position = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
    return ` at ${file}${position}`;
}


/***/ }),

/***/ 16137:
/***/ (function (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   C1: () => (/* binding */ setFailed),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   V4: () => (/* binding */ getInput),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   q3: () => (/* binding */ getMultilineInput),
/* harmony export */   z0: () => (/* binding */ loadOutputSetter),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(89635);
/* harmony import */ var _node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4679);
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
    process.stdout.write(message + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
/**
 * Prints lines that are visible in debug mode.
 *
 * @param message one or more lines
 */
function debug(message) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('debug', {}, message);
}
/**
 * Opens a collapsed group.
 *
 * @param title one line
 */
function startGroup(title) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('group', title);
}
/** Closes the group. */
function endGroup() {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('endgroup');
}
/**
 * Prints an error annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function error(message, properties = {}) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('error', (0,_node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_2__/* .toCommandProperties */ .k)(properties), message);
}
/**
 * Prints a warning annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function warning(message, properties = {}) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('warning', (0,_node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_2__/* .toCommandProperties */ .k)(properties), message);
}
/**
 * Prints a notice annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
function notice(message, properties = {}) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('notice', (0,_node_modules_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_2__/* .toCommandProperties */ .k)(properties), message);
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
        return (name, value) => (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('set-output', { name }, value);
    const library = await __nccwpck_require__.e(/* import() */ 902).then(__nccwpck_require__.bind(__nccwpck_require__, 82902));
    return (name, value) => library.issueFileCommand('OUTPUT', library.prepareKeyValueMessage(name, value));
}
/**
 * Masks a value in everything that the job prints from now on.
 *
 * @param secret the value
 */
function setSecret(secret) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('add-mask', {}, secret);
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


/***/ }),

/***/ 42613:
/***/ (function (module) {

module.exports = require("assert");

/***/ }),

/***/ 20181:
/***/ (function (module) {

module.exports = require("buffer");

/***/ }),

/***/ 35317:
/***/ (function (module) {

module.exports = require("child_process");

/***/ }),

/***/ 49140:
/***/ (function (module) {

module.exports = require("constants");

/***/ }),

/***/ 76982:
/***/ (function (module) {

module.exports = require("crypto");

/***/ }),

/***/ 24434:
/***/ (function (module) {

module.exports = require("events");

/***/ }),

/***/ 79896:
/***/ (function (module) {

module.exports = require("fs");

/***/ }),

/***/ 58611:
/***/ (function (module) {

module.exports = require("http");

/***/ }),

/***/ 65692:
/***/ (function (module) {

module.exports = require("https");

/***/ }),

/***/ 69278:
/***/ (function (module) {

module.exports = require("net");

/***/ }),

/***/ 34589:
/***/ (function (module) {

module.exports = require("node:assert");

/***/ }),

/***/ 16698:
/***/ (function (module) {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function (module) {

module.exports = require("node:buffer");

/***/ }),

/***/ 31421:
/***/ (function (module) {

module.exports = require("node:child_process");

/***/ }),

/***/ 37540:
/***/ (function (module) {

module.exports = require("node:console");

/***/ }),

/***/ 77598:
/***/ (function (module) {

module.exports = require("node:crypto");

/***/ }),

/***/ 53053:
/***/ (function (module) {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ (function (module) {

module.exports = require("node:dns");

/***/ }),

/***/ 78474:
/***/ (function (module) {

module.exports = require("node:events");

/***/ }),

/***/ 73024:
/***/ (function (module) {

module.exports = require("node:fs");

/***/ }),

/***/ 51455:
/***/ (function (module) {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ (function (module) {

module.exports = require("node:http");

/***/ }),

/***/ 32467:
/***/ (function (module) {

module.exports = require("node:http2");

/***/ }),

/***/ 44708:
/***/ (function (module) {

module.exports = require("node:https");

/***/ }),

/***/ 98995:
/***/ (function (module) {

module.exports = require("node:module");

/***/ }),

/***/ 77030:
/***/ (function (module) {

module.exports = require("node:net");

/***/ }),

/***/ 48161:
/***/ (function (module) {

module.exports = require("node:os");

/***/ }),

/***/ 76760:
/***/ (function (module) {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ (function (module) {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ (function (module) {

module.exports = require("node:process");

/***/ }),

/***/ 41792:
/***/ (function (module) {

module.exports = require("node:querystring");

/***/ }),

/***/ 57075:
/***/ (function (module) {

module.exports = require("node:stream");

/***/ }),

/***/ 46466:
/***/ (function (module) {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ (function (module) {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ (function (module) {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ (function (module) {

module.exports = require("node:tls");

/***/ }),

/***/ 73136:
/***/ (function (module) {

module.exports = require("node:url");

/***/ }),

/***/ 57975:
/***/ (function (module) {

module.exports = require("node:util");

/***/ }),

/***/ 73429:
/***/ (function (module) {

module.exports = require("node:util/types");

/***/ }),

/***/ 75919:
/***/ (function (module) {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ (function (module) {

module.exports = require("node:zlib");

/***/ }),

/***/ 70857:
/***/ (function (module) {

module.exports = require("os");

/***/ }),

/***/ 16928:
/***/ (function (module) {

module.exports = require("path");

/***/ }),

/***/ 2203:
/***/ (function (module) {

module.exports = require("stream");

/***/ }),

/***/ 13193:
/***/ (function (module) {

module.exports = require("string_decoder");

/***/ }),

/***/ 53557:
/***/ (function (module) {

module.exports = require("timers");

/***/ }),

/***/ 64756:
/***/ (function (module) {

module.exports = require("tls");

/***/ }),

/***/ 52018:
/***/ (function (module) {

module.exports = require("tty");

/***/ }),

/***/ 87016:
/***/ (function (module) {

module.exports = require("url");

/***/ }),

/***/ 39023:
/***/ (function (module) {

module.exports = require("util");

/***/ }),

/***/ 43106:
/***/ (function (module) {

module.exports = require("zlib");

/***/ }),

/***/ 89635:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand),
/* harmony export */   s: () => (/* binding */ issue)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);


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
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
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
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 4679:
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
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __nccwpck_require__(38422);
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

// EXTERNAL MODULE: ./src/runner/log.ts
var runner_log = __nccwpck_require__(47708);
// EXTERNAL MODULE: ./src/runner/workspace.ts + 1 modules
var runner_workspace = __nccwpck_require__(80320);
// EXTERNAL MODULE: ./src/stages/recorder.ts
var recorder = __nccwpck_require__(40609);
// EXTERNAL MODULE: ./src/stages/report.ts + 3 modules
var report = __nccwpck_require__(56601);
;// CONCATENATED MODULE: ./src/main.ts
/**
 * One run of the action from inputs to report: the order of the stages and nothing of what they do.
 * The only place that fails the step.
 */







/**
 * Runs every stage that the inputs ask for, and then reports, whatever happened.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
async function run() {
    const log = (0,runner_log/* openLog */.Ne)();
    const record = new recorder/* Recorder */.v();
    const cancel = listenForCancel();
    let started;
    let thrown;
    let ahead = {};
    try {
        started = await record.stage('inputs', cancel.signal, () => begin({ log, record, signal: cancel.signal }));
        ahead = beginAhead(started);
        const { goThrough } = await Promise.all(/* import() */[__nccwpck_require__.e(162), __nccwpck_require__.e(847)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95847));
        await goThrough(started, ahead);
    }
    catch (error) {
        thrown = error;
    }
    finally {
        endAhead(ahead);
        log.endGroup();
    }
    await (0,report/* conclude */.Ep)({ run: started, record, log, signal: cancel.signal, thrown });
    cancel.dispose();
}
// The threads that compress, or `go`, have work while the main thread loads and runs the other stages.
function beginAhead(run) {
    const { inputs, workspace } = run;
    if (inputs.binary !== '') {
        return {
            executable: kept(__nccwpck_require__.e(/* import() */ 482).then(__nccwpck_require__.bind(__nccwpck_require__, 45482)).then(({ beginGivenBinary }) => beginGivenBinary(run))),
        };
    }
    // A run that refuses the code of a fork does nothing in its folder before.
    if (inputs.package !== '' || (inputs.appName !== '' && workspace.fork !== undefined))
        return {};
    return { building: kept(__nccwpck_require__.e(/* import() */ 579).then(__nccwpck_require__.bind(__nccwpck_require__, 10579)).then(({ beginBuild }) => beginBuild(run))) };
}
// What goes wrong is thrown where the promise is awaited, if it ever is.
function kept(promise) {
    promise.catch(() => undefined);
    return promise;
}
// Closes the file and ends the question when the run ended before they were used.
function endAhead({ executable, building }) {
    executable?.then(({ stream }) => stream.return(undefined)).catch(() => undefined);
    building?.then(({ stop }) => stop()).catch(() => undefined);
}
function begin(shared) {
    const inputs = (0,src_inputs/* readInputs */.Ko)();
    const workspace = (0,runner_workspace/* readWorkspace */.iF)(process.env, process.cwd());
    const projectFolder = (0,external_node_path_.resolve)(workspace.folder, inputs.workingDirectory);
    return {
        ...shared,
        inputs,
        workspace,
        projectFolder,
        repositoryRoot: (0,runner_workspace/* repositoryRootOf */.Ko)(projectFolder, workspace.folder),
        environment: process.env,
    };
}

// EXTERNAL MODULE: ./src/runner/step.ts
var step = __nccwpck_require__(97770);
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
            (0,step/* failStep */.vy)('The action ended before its work was done. Please report this with the debug log.');
        }
    };
    process.once('exit', complain);
    await run();
    process.removeListener('exit', complain);
}

;// CONCATENATED MODULE: ./src/index.ts
/** The entry of the bundled action: it runs, and nothing else. */


runToTheEnd(run).finally(() => {
    // A connection to a silent server must not hold the step open after everything is written.
    setTimeout(() => process.exit(), 1000).unref();
});

module.exports = __webpack_exports__;
/******/ })()
;