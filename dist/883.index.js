"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 5052:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bL: () => (/* binding */ readArchive),
/* harmony export */   cD: () => (/* binding */ writeEntry)
/* harmony export */ });
/* unused harmony exports extractEntry, readEntryText */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8911);
/* harmony import */ var _unreadable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47);
/* harmony import */ var _zip_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9250);
/**
 * Reads a zip that may come from anywhere: its list, one entry as text, one entry into a file.
 * It follows no name of the archive to a place on disk; `unpack` does that.
 */






/**
 * Lists a zip from its central directory (APPNOTE 4.3.12), after holding the directory against the headers
 * at the data.
 *
 * @param path path of the zip
 * @returns entries in the order of the directory, with names untouched
 * @throws ActionError `package-unreadable` when it is no sound zip (not a zip, cut off, overlapping entries,
 *   impossible sizes, two names for one entry), `package-limit` beyond `archiveLimits`
 */
async function readArchive(path) {
    return (0,_zip_file__WEBPACK_IMPORTED_MODULE_4__/* .withArchive */ .x)(path, async ({ listing }) => listing);
}
/**
 * Inflates one entry into a file, block by block.
 *
 * @param path path of the zip
 * @param name exact name of the entry
 * @param targetPath file to write, which must not exist yet
 * @param limitBytes most bytes that are accepted
 * @throws ActionError `package-entry-missing`, `package-limit`, `package-unreadable` when the data does not
 *   have the declared size and checksum, `package-unwritable`; then no file is left behind
 */
async function extractEntry(path, name, targetPath, limitBytes) {
    await withArchive(path, async (archive) => {
        const entry = findEntry(archive, path, name);
        requireLimit(entry, path, limitBytes);
        await writeEntry(archive, entry, targetPath, 0o600);
    });
}
/**
 * Inflates one entry as UTF-8 text; a byte order mark is kept and wrong bytes become U+FFFD.
 *
 * @param path path of the zip
 * @param name exact name of the entry
 * @param limitBytes most bytes that are accepted
 * @returns its text
 * @throws ActionError `package-entry-missing`, `package-limit`, `package-unreadable`
 */
async function readEntryText(path, name, limitBytes) {
    return withArchive(path, async (archive) => {
        const entry = findEntry(archive, path, name);
        requireLimit(entry, path, limitBytes);
        const chunks = [];
        await archive.inflate(entry, async (bytes) => {
            for await (const chunk of bytes)
                chunks.push(chunk);
        });
        return Buffer.concat(chunks).toString('utf8');
    });
}
/**
 * Inflates an entry of an open archive into a new file.
 *
 * @param archive the open archive
 * @param entry one of its entries
 * @param targetPath file to write, which must not exist yet
 * @param mode permission bits of the file
 * @throws ActionError `package-unreadable` or `package-unwritable`; then no file is left behind
 */
async function writeEntry(archive, entry, targetPath, mode) {
    let target;
    try {
        // Opened before anything flows, so that a failure knows whether there is a file to remove.
        target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(targetPath, 'wx', mode);
        // The mode given to open is narrowed by the umask of the runner.
        await target.chmod(mode);
        await archive.inflate(entry, target.createWriteStream());
    }
    catch (error) {
        if (target !== undefined) {
            await target.close().catch(() => undefined);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(targetPath, { force: true });
        }
        if (error instanceof _errors__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l)
            throw error;
        const message = `${(0,_entry_names__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(entry.name)} cannot be unpacked to ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(targetPath)}: ${(0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}.`;
        throw new _errors__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l('package-unwritable', message, {
            hint: 'Check that the folder exists, is empty, is writable and has space.',
            cause: error,
        });
    }
}
function findEntry({ listing }, path, name) {
    const found = listing.entries.filter((entry) => entry.name === name && !entry.isDirectory);
    const [entry] = found;
    if (entry === undefined) {
        throw new ActionError('package-entry-missing', `The package ${quoted(path)} has no entry ${quoted(name)}.`, {
            hint: "Compare the name with 'unzip -l'; names are case-sensitive.",
        });
    }
    if (found.length > 1)
        throw unreadable(path, `${found.length} entries have the name ${quoted(name)}`);
    if (entry.isSymlink)
        throw unreadable(path, `${quoted(name)} is a symbolic link`);
    return entry;
}
function requireLimit(entry, path, limitBytes) {
    if (entry.sizeBytes <= limitBytes)
        return;
    throw new ActionError('package-limit', `${quoted(entry.name)} in ${quoted(path)} has ${entry.sizeBytes} bytes; at most ${limitBytes} are accepted.`, { hint: 'Take out what does not belong to the app.' });
}


/***/ }),

/***/ 1642:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unpackArchive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8911);
/* harmony import */ var _read__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5052);
/* harmony import */ var _zip_file__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9250);
/**
 * Unpacks a zip that may come from anywhere into an empty folder, with its mode bits.
 * It never writes outside that folder, never through a link, and never over an existing file.
 */






/** What the host's own unzip gives a file whose entry has no mode (UnZipHandler.cs leaves the default). */
const defaultMode = 0o644;
/**
 * Unpacks every entry. Files get `mode & 0o777` of their entry, 0644 when it records none; folders are made
 * as needed with the default mode, so that an entry for a folder cannot make it unreadable.
 *
 * @param path path of the zip
 * @param folder folder to unpack into; it is made when missing and must be empty, so that no link in it can
 *   lead out
 * @throws ActionError `package-unsafe-name`, `package-backslash`, `package-symlink`, `package-duplicate-name`,
 *   `package-encrypted` before anything is written; `package-unreadable`, `package-limit`,
 *   `package-unwritable`. What was unpacked before a failure stays: the folder is the caller's
 */
async function unpackArchive(path, folder) {
    await requireEmpty(folder);
    await (0,_zip_file__WEBPACK_IMPORTED_MODULE_5__/* .withArchive */ .x)(path, async (archive) => {
        const { entries } = archive.listing;
        requireSafe(path, entries);
        const made = new Set([folder]);
        for (const entry of entries) {
            const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ...entry.name.split('/').filter((segment) => segment !== ''));
            await makeFolder(entry.isDirectory ? target : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), made);
            if (entry.isDirectory)
                continue;
            const permissions = (entry.mode ?? 0) & 0o777;
            await (0,_read__WEBPACK_IMPORTED_MODULE_4__/* .writeEntry */ .cD)(archive, entry, target, permissions === 0 ? defaultMode : permissions);
        }
    });
}
async function requireEmpty(folder) {
    let names;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder);
    }
    catch (error) {
        throw unwritable(folder, (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error), error);
    }
    if (names.length > 0)
        throw unwritable(folder, 'it is not empty');
}
/** Everything is judged before the first byte is written, so that a refused zip leaves nothing behind. */
function requireSafe(path, entries) {
    const seen = new Set();
    for (const entry of entries) {
        const { name } = entry;
        const reason = (0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .unsafeNameReason */ .Gm)(name);
        if (reason !== undefined)
            throw refused('package-unsafe-name', path, `an entry ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}: ${reason}`);
        if ((0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .hasBackslash */ .B2)(name))
            throw refused('package-backslash', path, `a name with a backslash, ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}`);
        if (entry.isSymlink)
            throw refused('package-symlink', path, `the symbolic link ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}`);
        if (entry.isEncrypted)
            throw refused('package-encrypted', path, `the encrypted entry ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}`);
        if (seen.has(name))
            throw refused('package-duplicate-name', path, `two entries named ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}`);
        seen.add(name);
    }
}
async function makeFolder(folder, made) {
    if (made.has(folder))
        return;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    }
    catch (error) {
        throw unwritable(folder, (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error), error);
    }
    made.add(folder);
}
function refused(code, path, what) {
    return new _errors__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(code, `The package ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(path)} holds ${what}; it was not unpacked.`, {
        hint: 'Make the zip anew, for example with this action.',
    });
}
function unwritable(folder, reason, cause) {
    return new _errors__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('package-unwritable', `Nothing can be unpacked into ${(0,_entry_names__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(folder)}: ${reason}.`, {
        hint: 'Name an empty folder that is writable.',
        ...(cause === undefined ? {} : { cause }),
    });
}


/***/ }),

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