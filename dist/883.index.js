"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 88853:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/* unused harmony export tableCrc32 */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/**
 * CRC-32 as the zip format wants it, with the native one where Node has it.
 */

/** Present since Node 20.15 and 22.2; the runner may bring an older 20. */
const native = node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32;
/**
 * CRC-32 of bytes (APPNOTE 4.4.7: polynomial 0xEDB88320, inverted at both ends).
 *
 * @param bytes the bytes
 * @param previous the CRC of what came before them
 * @returns an unsigned 32 bit number
 */
function crc32(bytes, previous = 0) {
    return native === undefined ? tableCrc32(bytes, previous) : native(bytes, previous);
}
let table;
/**
 * The same from a table, for versions of Node without a native one.
 *
 * @param bytes the bytes
 * @param previous the CRC of what came before them
 * @returns an unsigned 32 bit number
 */
function tableCrc32(bytes, previous = 0) {
    table ??= makeTable();
    let crc = ~previous;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}
function makeTable() {
    return Uint32Array.from({ length: 256 }, (_, index) => {
        let crc = index;
        for (let bit = 0; bit < 8; bit += 1)
            crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
        return crc;
    });
}


/***/ }),

/***/ 32948:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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

/***/ 78911:
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

/***/ 75052:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bL: () => (/* binding */ readArchive),
/* harmony export */   cD: () => (/* binding */ writeEntry)
/* harmony export */ });
/* unused harmony exports extractEntry, readEntryText */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78911);
/* harmony import */ var _unreadable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50047);
/* harmony import */ var _zip_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39250);
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

/***/ 21642:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unpackArchive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78911);
/* harmony import */ var _read__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75052);
/* harmony import */ var _zip_file__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39250);
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

/***/ 50047:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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

/***/ 41883:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPackage: () => (/* binding */ openPackage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(78911);
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

// EXTERNAL MODULE: ./src/archive/digest.ts
var digest = __webpack_require__(32948);
// EXTERNAL MODULE: ./src/archive/read.ts
var read = __webpack_require__(75052);
// EXTERNAL MODULE: ./src/archive/unpack.ts
var unpack = __webpack_require__(21642);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/project/read-project.ts + 6 modules
var read_project = __webpack_require__(60737);
// EXTERNAL MODULE: ./src/stages/binary.ts
var stages_binary = __webpack_require__(83846);
// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(12518);
// EXTERNAL MODULE: ./src/stages/preflight.ts + 21 modules
var preflight = __webpack_require__(86671);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
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
    const { sha256 } = await (0,digest/* digestOf */.o)(path);
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