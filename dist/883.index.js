"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 607:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/**
 * The digest of a file on disk.
 */



/**
 * Reads a file and digests it, in constant memory.
 *
 * @param path absolute path
 * @returns its SHA-256 in lower-case hexadecimal
 * @throws when the file cannot be read
 */
async function digestOf(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 1883:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPackage: () => (/* binding */ openPackage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(8911);
;// CONCATENATED MODULE: ./src/archive/audit.ts

/** Limit of zip deployment (Azure Functions documentation). */
const largeBytes = 1024 ** 3;
const unixMadeBy = 3;
/** A hostile zip must not fill the summary. */
const mostCollisions = 10;
/**
 * Checks the entries of a package as the ways of deploying and the host will see them.
 *
 * @param listing what `readArchive` gave
 * @param request name of the executable and of the package
 * @returns findings, the worst of them errors; empty for a sound package
 */
function auditArchive(listing, request) {
    const files = listing.entries.filter((entry) => !entry.isDirectory);
    return [
        ...nameFindings(listing.entries, request.packageName),
        ...hostJsonFindings(files, request.packageName),
        ...(request.executable === undefined
            ? []
            : executableFindings(listing.entries, request.executable, request)),
        ...modeFindings(files, request),
        ...formatFindings(files, request.packageName),
        ...contentFindings(files, request.packageName),
        ...sizeFindings(listing, request.packageName),
    ];
}
/** Names that unpack to another place than they should, or on top of each other. */
function nameFindings(entries, zip) {
    const findings = [];
    const [unsafe, ...furtherUnsafe] = entries.filter((entry) => (0,entry_names/* unsafeNameReason */.Gm)(entry.name) !== undefined);
    if (unsafe !== undefined) {
        const further = furtherUnsafe.length === 0 ? '' : ` So have ${furtherUnsafe.length} more.`;
        const message = `The entry ${(0,entry_names/* quoted */.TL)(unsafe.name)} of ${zip} has an unsafe name: ${(0,entry_names/* unsafeNameReason */.Gm)(unsafe.name)}.${further}`;
        findings.push(error('package-unsafe-name', message, 'Make the zip inside the folder of host.json.'));
    }
    const backslashes = entries.map((entry) => entry.name).filter(entry_names/* hasBackslash */.B2);
    if (backslashes.length > 0) {
        const message = `${(0,entry_names/* quotedList */.p4)(backslashes)} in ${zip}: a backslash makes no folder on Linux.`;
        findings.push(error('package-backslash', message, 'Make the zip with a tool that writes forward slashes.'));
    }
    const names = entries.map((entry) => entry.name);
    const distinct = new Set();
    const twice = new Set();
    for (const name of names)
        (distinct.has(name) ? twice : distinct).add(name);
    if (twice.size > 0) {
        const message = `${zip} has more than one entry for ${(0,entry_names/* quotedList */.p4)([...twice])}.`;
        findings.push(error('package-duplicate-name', message, 'Make the zip anew instead of adding to an existing one.'));
    }
    for (const group of (0,entry_names/* caseCollisions */.i4)([...distinct]).slice(0, mostCollisions)) {
        const message = `${(0,entry_names/* quotedList */.p4)(group)} in ${zip} differ only in case.`;
        findings.push(warning('package-case-collision', message, 'Rename one of them.'));
    }
    return findings;
}
function hostJsonFindings(files, zip) {
    if (files.some((file) => file.name === 'host.json'))
        return [];
    const nested = files.find((file) => /^[^/]+\/host\.json$/.test(file.name));
    if (nested !== undefined) {
        const folder = nested.name.slice(0, nested.name.indexOf('/'));
        const message = `host.json lies in the folder ${(0,entry_names/* quoted */.TL)(folder)} of ${zip}, not at the root.`;
        return [error('package-host-json-nested', message, `Make the zip from inside ${(0,entry_names/* quoted */.TL)(folder)}.`)];
    }
    const near = files.find((file) => (0,entry_names/* caseFolded */.VP)(file.name) === 'host.json');
    const message = near === undefined
        ? `${zip} has no 'host.json' at its root.`
        : `${zip} has ${(0,entry_names/* quoted */.TL)(near.name)} instead of 'host.json'; names are case-sensitive in Azure.`;
    return [error('package-host-json-missing', message, 'Make the zip inside the folder of host.json.')];
}
function executableFindings(entries, executable, { packageName }) {
    const wanted = executable
        .split('/')
        .filter((segment) => segment !== '' && segment !== '.')
        .join('/');
    const found = entries.find((entry) => entry.name === wanted && !entry.isDirectory);
    if (found !== undefined)
        return modeOfExecutable(found, packageName);
    const message = `${packageName} has no entry ${(0,entry_names/* quoted */.TL)(wanted)}, which host.json names as the executable`;
    const hint = `Build to ${(0,entry_names/* quoted */.TL)(wanted)}, or correct customHandler.description.defaultExecutablePath.`;
    if (entries.some((entry) => entry.name.startsWith(`${wanted}/`))) {
        return [error('package-executable-missing', `${message}: a folder has that name.`, hint)];
    }
    const near = entries.find((entry) => (0,entry_names/* caseFolded */.VP)(entry.name) === (0,entry_names/* caseFolded */.VP)(wanted));
    return [
        error('package-executable-missing', near === undefined ? `${message}.` : `${message}, but ${(0,entry_names/* quoted */.TL)(near.name)}; names are case-sensitive.`, hint),
    ];
}
function modeOfExecutable(entry, zip) {
    const hint = 'Let this action make the package, or chmod 755 the file before zipping it on Linux or macOS.';
    if (entry.madeBy !== unixMadeBy) {
        const message = `The entry ${(0,entry_names/* quoted */.TL)(entry.name)} of ${zip} was made by system ${entry.madeBy}, not by Unix (3), so its mode is ignored.`;
        return [error('package-made-by', message, hint)];
    }
    if (((entry.mode ?? 0) & 0o100) !== 0)
        return [];
    const mode = entry.mode === undefined ? 'no mode' : `mode ${octal(entry.mode)}`;
    const message = `The executable ${(0,entry_names/* quoted */.TL)(entry.name)} in ${zip} has ${mode}, without the execute bit.`;
    return [error('package-executable-mode', message, hint)];
}
function modeFindings(files, { packageName }) {
    const closed = files.filter(({ madeBy, mode }) => madeBy === unixMadeBy && mode !== undefined && (mode & 0o004) === 0);
    if (closed.length === 0)
        return [];
    const shown = closed.map((file) => file.name);
    const message = `${(0,entry_names/* quotedList */.p4)(shown)} in ${packageName} cannot be read by others (${(0,entry_names/* quoted */.TL)(closed[0]?.name ?? '')} has mode ${octal(closed[0]?.mode ?? 0)}).`;
    return [error('package-unreadable-mode', message, "Run 'chmod -R a+rX .' before zipping.")];
}
function formatFindings(files, zip) {
    const findings = [];
    const links = files.filter((file) => file.isSymlink).map((file) => file.name);
    if (links.length > 0) {
        const message = `${(0,entry_names/* quotedList */.p4)(links)} in ${zip}: symbolic links are not restored.`;
        findings.push(error('package-symlink', message, 'Put copies in their place (zip without --symlinks).'));
    }
    const encrypted = files.filter((file) => file.isEncrypted).map((file) => file.name);
    if (encrypted.length > 0) {
        const message = `${(0,entry_names/* quotedList */.p4)(encrypted)} in ${zip}: encrypted entries cannot be deployed.`;
        findings.push(error('package-encrypted', message, 'Make the zip without a password.'));
    }
    const odd = files.find((file) => file.method !== 0 && file.method !== 8);
    if (odd !== undefined) {
        const message = `${(0,entry_names/* quoted */.TL)(odd.name)} in ${zip} is compressed with method ${odd.method}; only 0 and 8 (deflate) are unpacked.`;
        findings.push(error('package-unsupported-compression', message, 'Make the zip with deflate.'));
    }
    return findings;
}
function contentFindings(files, zip) {
    const findings = [];
    const secrets = new Map();
    for (const { name } of files) {
        const kind = (0,entry_names/* secretKind */.FL)(name.replaceAll('\\', '/'));
        if (kind === undefined)
            continue;
        const names = secrets.get(kind);
        if (names === undefined)
            secrets.set(kind, [name]);
        else
            names.push(name);
    }
    for (const [kind, names] of secrets) {
        const message = `${(0,entry_names/* quotedList */.p4)(names)} in ${zip} ${names.length === 1 ? 'looks' : 'look'} like ${kind}.`;
        findings.push(error('package-secret', message, 'Take it out; keep secrets in app settings or Key Vault.'));
    }
    const offline = files.find((file) => file.name.toLowerCase() === 'app_offline.htm');
    if (offline !== undefined) {
        const message = `${(0,entry_names/* quoted */.TL)(offline.name)} at the root of ${zip} switches the app off.`;
        findings.push(error('package-app-offline', message, 'Take it out.'));
    }
    if (files.some((file) => file.name === 'proxies.json')) {
        const message = `${zip} has a 'proxies.json', which version 4 of the host ignores.`;
        findings.push(warning('package-proxies-json', message, 'Use API Management, or a route of the handler.'));
    }
    const sources = files.filter((file) => (0,entry_names/* sourceKind */.uh)(file.name) !== undefined).map((file) => file.name);
    if (sources.length > 0) {
        const message = `${zip} holds what the app does not need: ${(0,entry_names/* quotedList */.p4)(sources)}.`;
        findings.push(notice('package-go-sources', message, 'Leave sources and version control out of the package.'));
    }
    return findings;
}
function sizeFindings({ sizeBytes }, zip) {
    if (sizeBytes <= largeBytes)
        return [];
    const message = `${zip} has ${sizeBytes} bytes; zip deployment takes at most 1 GB.`;
    return [warning('package-too-large', message, 'Take large data out of the package.')];
}
function octal(mode) {
    return (mode & 0o7777).toString(8).padStart(4, '0');
}
function finding(code, severity, message, hint) {
    return { code, severity, message, hint };
}
const error = (code, message, hint) => finding(code, 'error', message, hint);
const warning = (code, message, hint) => finding(code, 'warning', message, hint);
const notice = (code, message, hint) => finding(code, 'notice', message, hint);

// EXTERNAL MODULE: ./src/archive/read.ts
var read = __webpack_require__(5052);
// EXTERNAL MODULE: ./src/archive/unpack.ts
var unpack = __webpack_require__(1642);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/project/read-project.ts + 6 modules
var read_project = __webpack_require__(737);
// EXTERNAL MODULE: ./src/stages/binary.ts
var stages_binary = __webpack_require__(3846);
// EXTERNAL MODULE: ./src/stages/digest.ts
var digest = __webpack_require__(607);
// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(2518);
// EXTERNAL MODULE: ./src/stages/preflight.ts + 21 modules
var preflight = __webpack_require__(6671);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(790);
;// CONCATENATED MODULE: ./src/stages/given-package.ts
/**
 * A package that an earlier job made: opens it, and checks what is inside as if it had just been packed.
 */












/**
 * Opens the zip that the `package` input names.
 *
 * @param run the run
 * @returns the project and the executable inside; the caller disposes of it
 * @throws ActionError `package-missing`, the codes of an unreadable zip, or when a finding is an error
 */
async function openPackage(run) {
    const { record, inputs } = run;
    const path = (0,external_node_path_.resolve)(run.workspace.folder, inputs.package);
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined || !found.isFile()) {
        throw new errors/* ActionError */.l('package-missing', `'package' is '${inputs.package}', and there is no such file in the workspace.`, {
            hint: 'Set it to the path of the zip, relative to the workspace; after actions/download-artifact that is the folder it downloads to and the name of the zip.',
        });
    }
    const startedMs = record.elapsedMs();
    const sha256 = await (0,digest/* digestOf */.o)(path);
    demandDigest(run, sha256);
    const listing = await (0,read/* readArchive */.bL)(path);
    const packageName = (0,external_node_path_.basename)(path);
    const unsafe = auditArchive(listing, { executable: undefined, packageName });
    const entries = listing.entries
        .filter(({ isDirectory }) => !isDirectory)
        .map(({ name, sizeBytes, compressedBytes, mode = 0 }) => ({
        name,
        sizeBytes,
        compressedBytes,
        mode: mode & 0o777,
    }));
    const elapsedMs = record.elapsedMs() - startedMs;
    record.fill({ package: { path, sizeBytes: found.size, sha256, entries, elapsedMs } });
    (0,stages_run/* settle */.G)(run, unsafe);
    const folder = (0,folders/* makeTempFolder */.P)(run);
    const dispose = () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    try {
        const unpacked = (0,external_node_path_.join)(folder, 'package');
        await (0,unpack/* unpackArchive */.b)(path, unpacked);
        const project = (0,read_project/* readProject */.W)({
            projectFolder: unpacked,
            repositoryRoot: unpacked,
            executableInput: inputs.executable,
            model: inputs.model,
        });
        const shownAs = `${project.executable} in ${packageName}`;
        const name = (0,external_node_path_.basename)(project.executable);
        const binary = (0,stages_binary/* foreignBinary */.E)((0,external_node_path_.join)(unpacked, project.executable), shownAs, name);
        record.add(auditArchive(listing, { executable: project.executable || undefined, packageName }));
        const subject = { project, present: (finding) => insidePackage(finding, packageName) };
        (0,preflight/* checkAndRecord */.JA)(run, subject);
        return { path, subject, binary, dispose };
    }
    catch (error) {
        dispose();
        throw error;
    }
}
// Before anything inside is read: other bytes are not looked at.
function demandDigest({ inputs }, sha256) {
    const { packageSha256 } = inputs;
    if (packageSha256 === '' || packageSha256 === sha256)
        return;
    throw new errors/* ActionError */.l('package-digest-mismatch', `'${inputs.package}' has the SHA-256 '${sha256}', but 'package-sha256' is '${packageSha256}': these are not the bytes that were checked.`, {
        hint: "Pass the output 'package-sha256' of the job that made the package, and deploy the zip that this job uploaded, of the same run. If both are so, something changed the zip on its way.",
    });
}
// A place inside a zip cannot be annotated: it is said in the message instead.
function insidePackage({ location, ...finding }, packageName) {
    if (location === undefined)
        return finding;
    const { file, line, column } = location;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return { ...finding, message: `${place} in ${packageName}: ${finding.message}` };
}


/***/ })

};
;