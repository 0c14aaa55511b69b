export const id = 976;
export const ids = [976];
export const modules = {

/***/ 8853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/* unused harmony export tableCrc32 */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
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

/***/ 8911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
    return visible.length > shownLength ? `'${visible.slice(0, shownLength)}…'` : `'${visible}'`;
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

/***/ 47:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   Y: () => (/* binding */ directoryReason)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _entry_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8911);
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

/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ withArchive)
});

// UNUSED EXPORTS: archiveLimits

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/archive/bounded-reader.ts


const chunkBytes = 256 * 1024;
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
        this.file.read(buffer, offset, length, position).then(({ bytesRead }) => callback(null, bytesRead), (error) => callback(error));
    }
    _readStreamForRange(start, end) {
        if (!this.holds(start, end)) {
            return new external_node_stream_.Readable({
                read() {
                    this.destroy(new Error('unexpected EOF'));
                },
            });
        }
        return external_node_stream_.Readable.from(this.chunks(start, end), { objectMode: false });
    }
    holds(start, end) {
        return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= this.sizeBytes;
    }
    async *chunks(start, end) {
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

// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(8853);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(8911);
// EXTERNAL MODULE: ./src/archive/unreadable.ts
var unreadable = __webpack_require__(47);
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
/** Fewer trips to the thread pool than with zlib's default of 16 KiB. */
const inflateChunkBytes = 256 * 1024;
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
        const zip = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(boundedReader(file, size), size, {
            autoClose: false,
            decodeStrings: false,
            validateEntrySizes: true,
        }).catch((error) => {
            throw (0,unreadable/* unreadable */.O)(path, (0,unreadable/* directoryReason */.Y)(error), error);
        });
        const raw = await readDirectory(path, zip);
        const described = new Map([...raw].map((entry) => [describe(entry), entry]));
        return await work({
            listing: { path, sizeBytes: size, entries: [...described.keys()] },
            inflate: async (entry, sink) => {
                const source = described.get(entry);
                if (source === undefined)
                    throw new Error('the entry belongs to another listing');
                await inflate(path, zip, source, entry, sink);
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
        await requireDisjoint(path, zip, entries);
    }
    catch (error) {
        throw error instanceof errors/* ActionError */.l ? error : (0,unreadable/* unreadable */.O)(path, (0,unreadable/* directoryReason */.Y)(error), error);
    }
    return entries;
}
/** Overlapping entries are how a small zip unpacks to a huge one, and a sign of a forged directory. */
async function requireDisjoint(path, zip, entries) {
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
}
function nameOf(entry) {
    return (0,yauzl/* getFileNameLowLevel */.ax)(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}
function describe(entry) {
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
    };
}
async function inflate(path, zip, source, entry, sink) {
    if (entry.isEncrypted)
        throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(entry.name)} is encrypted`);
    if (entry.method !== 0 && entry.method !== 8) {
        throw (0,unreadable/* unreadable */.O)(path, `${(0,entry_names/* quoted */.TL)(entry.name)} is compressed with method ${entry.method}`);
    }
    const damaged = (reason, cause) => (0,unreadable/* unreadable */.O)(path, `the data of ${(0,entry_names/* quoted */.TL)(entry.name)} is damaged (${reason})`, cause);
    const raw = await zip.openReadStreamPromise(source, { decodeFileData: false }).catch((error) => {
        throw damaged('it cannot be read', error);
    });
    let crc = 0;
    let sizeBytes = 0;
    const check = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            crc = (0,crc32/* crc32 */.Q)(chunk, crc);
            sizeBytes += chunk.length;
            // Refused as soon as it is known, so that a bomb costs one chunk more than it declares.
            done(sizeBytes > entry.sizeBytes ? damaged('it inflates to more than it declares') : null, chunk);
        },
        flush(done) {
            if (sizeBytes < entry.sizeBytes)
                done(damaged('it inflates to less than it declares'));
            else
                done(crc === entry.crc32 ? null : damaged('its checksum does not match'));
        },
    });
    try {
        if (entry.method === 0)
            await (0,external_node_stream_promises_.pipeline)(raw, check, sink);
        else
            await (0,external_node_stream_promises_.pipeline)(raw, (0,external_node_zlib_.createInflateRaw)({ chunkSize: inflateChunkBytes }), check, sink);
    }
    catch (error) {
        throw isZlibError(error) ? damaged('it does not inflate', error) : error;
    }
}
/** zlib's own codes, such as `Z_DATA_ERROR`; what the sink throws has others. */
function isZlibError(error) {
    return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
function beyondLimit(path, found, limit) {
    return new errors/* ActionError */.l('package-limit', `The package ${(0,entry_names/* quoted */.TL)(path)} declares ${found}; at most ${limit} are accepted.`, { hint: 'Take out what does not belong to the app.' });
}


/***/ }),

/***/ 1976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pack: () => (/* binding */ pack)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
var ignore_default = /*#__PURE__*/__webpack_require__.n(ignore);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(8911);
;// CONCATENATED MODULE: ./src/archive/content-findings.ts

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
        return finding('package-secret', 'warning', `${(0,entry_names/* quoted */.TL)(path)} looks like ${kind} and was left out of the package.`, 'Keep secrets in app settings or Key Vault, and remove the file from the function folder.');
    }
    return finding('package-secret', 'error', `include pattern ${(0,entry_names/* quoted */.TL)(pattern)} asks for ${(0,entry_names/* quoted */.TL)(path)}, which looks like ${kind}.`, `Keep secrets in app settings or Key Vault; if the pattern means other files, add the line '!${path}' to include.`);
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
        ? finding('package-symlink', 'error', `${(0,entry_names/* quoted */.TL)(file.path)} is ${what} and cannot be packed.`, 'Put a copy of the file in its place.')
        : finding('package-symlink', 'warning', `${(0,entry_names/* quoted */.TL)(file.path)} is ${what} and was left out of the package.`, 'Put a copy of the file in its place, or remove it.');
}
/**
 * A file whose name holds a backslash.
 *
 * @param path relative path of the file
 * @returns an error
 */
function backslashFinding(path) {
    return finding('package-backslash', 'error', `The file name ${(0,entry_names/* quoted */.TL)(path)} holds a backslash, which Windows tools take for a folder.`, 'Rename the file.');
}
/**
 * A line of `include` that is no glob below the project folder.
 *
 * @param pattern the line
 * @returns an error
 */
function invalidFinding(pattern) {
    return finding('include-invalid', 'error', `include pattern ${(0,entry_names/* quoted */.TL)(pattern)} is not a glob below the project folder.`, "Use a relative pattern without '..', for example 'assets/**'.");
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
        ? finding('include-no-match', 'warning', `include pattern ${(0,entry_names/* quoted */.TL)(pattern)} matches no file of the project folder.`, "Patterns are relative to the folder of host.json; '*' does not cross a slash, 'assets/**' takes a whole folder.")
        : finding('include-no-match', 'warning', `include pattern ${(0,entry_names/* quoted */.TL)(pattern)} matches only files that are not packed (${refused}).`, 'Remove the pattern, or change what keeps the files out.');
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
        const near = [...listed].find((path) => (0,entry_names/* caseFolded */.VP)(path) === (0,entry_names/* caseFolded */.VP)(executable));
        const message = near === undefined
            ? `The executable ${(0,entry_names/* quoted */.TL)(executable)} is not in the project folder.`
            : `The executable ${(0,entry_names/* quoted */.TL)(executable)} is not in the project folder, but ${(0,entry_names/* quoted */.TL)(near)} is; names are case-sensitive in Azure.`;
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
    const findings = (0,entry_names/* caseCollisions */.i4)(names).map((group) => finding('package-case-collision', 'warning', `${(0,entry_names/* quotedList */.p4)(group)} differ only in case.`, 'Rename one of them: where names ignore case, one overwrites the other.'));
    const offline = names.find((name) => name.toLowerCase() === 'app_offline.htm');
    if (offline !== undefined) {
        findings.push(finding('package-app-offline', 'error', `${(0,entry_names/* quoted */.TL)(offline)} at the root of the package would switch the app off.`, 'Remove the file, or exclude it in include.'));
    }
    return findings;
}
function finding(code, severity, message, hint) {
    return { code, severity, message, hint };
}

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

;// CONCATENATED MODULE: ./src/archive/rule-limits.ts
/**
 * Which glob rules are taken: the libraries turn each into a regular expression whose time grows with the name to
 * the power of its wildcards, and they throw for some brackets. Pure.
 */

const longestRule = 1000;
/** Of the expression for one segment; three cost under a millisecond for any name that is no attack. */
const mostStars = 3;
const mostDoubleStars = 3;
/**
 * Why a rule is not taken.
 *
 * @param rule one line of .funcignore or of `include`, without a leading `!`
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
    if (!rule.includes('['))
        return undefined;
    try {
        // The expression is made when it is first used.
        ignore_default()({ ignorecase: false }).add(rule).ignores('a/b');
        return undefined;
    }
    catch {
        return 'its brackets are no pattern';
    }
}

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
        const reason = line.startsWith('#') ? undefined : ruleFault(line.replace(/^!/, ''));
        if (reason === undefined)
            return line;
        findings.push(funcignore_finding('funcignore-invalid', 'error', `.funcignore rule ${(0,entry_names/* quoted */.TL)(line)} is not taken: ${reason}.`, 'Write a simpler rule, or several.', locate(text, line.trim(), folder)));
        return '';
    });
    return { text: kept.join('\n'), findings: findings.slice(0, 10) };
}
/**
 * Needed files that .funcignore would remove.
 *
 * @param text .funcignore as it stands
 * @param needed paths that the app cannot do without, relative to the folder of .funcignore
 * @param folder that folder relative to the repository root
 * @returns one error for each rule, at its line
 */
function neededRemoved(text, needed, folder = '.') {
    const rules = ignore_default()({ ignorecase: false }).add(text);
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
    return [...removed].map(([rule, paths]) => funcignore_finding('funcignore-removes-needed', 'error', `.funcignore rule ${(0,entry_names/* quoted */.TL)(rule)} removes ${(0,entry_names/* quotedList */.p4)(paths)}, which the app needs.`, `Anchor the rule with a leading slash, make it narrower, or add '!/${paths[0]}' below it.`, locate(text, rule, folder)));
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
        findings.push(funcignore_finding('funcignore-dialect', 'notice', `.funcignore rule ${(0,entry_names/* quoted */.TL)(rule)} keeps ${(0,entry_names/* quotedList */.p4)(dropped)} here, but Azure Functions Core Tools drop it.`, `Write '/${rule}/' when a folder is meant.`, locate(text, rule, folder)));
    }
    return findings;
}
function locate(text, rule, folder) {
    const file = folder === '.' ? '.funcignore' : `${folder}/.funcignore`;
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const line = lines.lastIndexOf(rule) + 1;
    return line === 0 ? { file } : { file, line };
}
function funcignore_finding(code, severity, message, hint, location) {
    return { code, severity, message, hint, location };
}

;// CONCATENATED MODULE: ./src/archive/contents.ts
/**
 * Chooses what goes into the package: an allow-list, narrowed by .funcignore and by what is never packed.
 * Pure: it works on a listing and on texts and touches no file.
 */







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
    const findings = [];
    const leftOut = [];
    const executable = normalPath(request.executable);
    const sound = soundRules((request.funcignore ?? '').replace(/^\uFEFF/, ''), request.folder);
    const funcignore = sound.text;
    const patterns = readPatterns(request.include, findings);
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
    findings.push(...missingFindings(listed, executable), ...sound.findings, ...neededRemoved(funcignore, needed, request.folder), ...dialectFindings(funcignore, needed, request.folder), ...patterns.included
        .filter((pattern) => !answered.has(pattern))
        .map((pattern) => noMatchFinding(pattern.text, refusedFor.get(pattern))), ...wholeFindings(planned));
    return { files: planned, findings, leftOut };
}
/** Why an optional file stays out because of its name or of a rule about it. */
function refusalOfPlace(path, narrowed, pattern) {
    if (narrowed !== undefined)
        return { reason: narrowed };
    const secret = (0,entry_names/* secretKind */.FL)(path);
    if (secret !== undefined)
        return { reason: secret, finding: secretFinding(path, secret, pattern) };
    const source = (0,entry_names/* sourceKind */.uh)(path);
    return source === undefined ? undefined : { reason: source };
}
/** Why any file stays out because of what it is. */
function refusalOfKind(file, isWanted) {
    if (file.kind !== 'file') {
        const reason = file.kind === 'symlink' ? 'symbolic link' : 'not a regular file';
        return { reason, finding: specialFileFinding(file, isWanted) };
    }
    if ((0,entry_names/* hasBackslash */.B2)(file.path)) {
        return { reason: 'backslash in the name', finding: backslashFinding(file.path) };
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
function readPatterns(lines, findings) {
    const included = [];
    const excluded = [];
    for (const text of lines.map((line) => line.trim()).filter((line) => line !== '')) {
        const isExclusion = text.startsWith('!');
        const glob = (isExclusion ? text.slice(1) : text).replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
        const isOutside = /^(?:\/|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..');
        if (glob === '' || isOutside || ruleFault(glob) !== undefined) {
            findings.push(invalidFinding(text));
            continue;
        }
        try {
            // Parentheses are letters of a name: groups such as `+(a|aa)` would take exponential time.
            const plain = glob.replace(/[()|+]/g, '\\$&');
            // A plain name and a trailing slash mean a whole folder; a wildcard does not cross a slash by itself.
            const isFolder = isExclusion || text.endsWith('/') || !picomatch_default().scan(glob).isGlob;
            const matches = picomatch_default()(isFolder ? [plain, `${plain}/**`] : plain, {
                dot: isExclusion,
            });
            (isExclusion ? excluded : included).push({ text, matches: (path) => matches(path) });
        }
        catch {
            findings.push(invalidFinding(text));
        }
    }
    return { included, excluded };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/archive/container.ts
/** Without zip64 extensions these numbers have 16 and 32 bits, and the largest one means “see zip64” (4.4.1.4). */
const containerLimits = { entries: 0xfffe, bytes: 0xfffffffe };
const localHeaderBytes = 30;
const directoryHeaderBytes = 46;
const endBytes = 22;
/** “Made by” in the upper byte: Unix (4.4.2.2). The lower one is the version of APPNOTE that is followed, 3.0. */
const madeByUnix = (3 << 8) | 30;
/** Version 2.0 knows deflate (4.4.3.2). */
const versionNeeded = 20;
/** The name is UTF-8 (4.4.4, bit 11). */
const utf8Flag = 0x0800;
const methods = { stored: 0, deflated: 8 };
const flushBytes = 1024 * 1024;
/** A zip that is being written, from its beginning. */
class Container {
    file;
    written = [];
    /** Bytes that follow `flushedBytes` and are not in the file yet. */
    pending = [];
    pendingBytes = 0;
    flushedBytes = 0;
    /**
     * @param file an empty file that is open for writing; it stays open
     */
    constructor(file) {
        this.file = file;
    }
    /** Bytes of the zip so far. */
    get sizeBytes() {
        return this.flushedBytes + this.pendingBytes;
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
        await this.append(header);
        await this.append(name);
        const dataPosition = this.sizeBytes;
        const content = await this.appendAll(parts);
        const compressedBytes = this.sizeBytes - dataPosition;
        this.requireRoom(content);
        const shared = sharedFields(name, content, compressedBytes);
        header.writeUInt32LE(0x04034b50, 0);
        shared.copy(header, 4);
        // While the header is pending, writing into its buffer was enough.
        if (position < this.flushedBytes)
            await writeAll(this.file, header, position);
        this.written.push({ name, mode: entry.mode, position, shared });
        return { content, compressedBytes };
    }
    /**
     * Writes the directory and its end (4.3.12, 4.3.16).
     *
     * @throws a `RangeError` when the zip becomes larger than `containerLimits`
     */
    async finish() {
        const position = this.sizeBytes;
        for (const entry of this.written)
            await this.append(directoryHeader(entry));
        const end = Buffer.alloc(endBytes);
        end.writeUInt32LE(0x06054b50, 0);
        end.writeUInt16LE(this.written.length, 8);
        end.writeUInt16LE(this.written.length, 10);
        end.writeUInt32LE(this.sizeBytes - position, 12);
        end.writeUInt32LE(position, 16);
        await this.append(end);
        await this.flush();
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
            await this.append(step.value);
        }
    }
    /** Small pieces go to the file together: ten thousand entries are a handful of writes. */
    async append(bytes) {
        this.pending.push(bytes);
        this.pendingBytes += bytes.length;
        if (this.sizeBytes > containerLimits.bytes)
            throw new RangeError('more bytes than a zip can hold');
        if (this.pendingBytes >= flushBytes)
            await this.flush();
    }
    async flush() {
        if (this.pendingBytes === 0)
            return;
        const bytes = this.pending.length === 1 ? this.pending[0] : undefined;
        const joined = bytes ?? Buffer.concat(this.pending);
        await writeAll(this.file, joined, this.flushedBytes);
        this.flushedBytes += joined.length;
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
async function writeAll(file, bytes, position) {
    for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
        written += bytesWritten;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(8853);
;// CONCATENATED MODULE: ./src/archive/deflate.ts
/**
 * Compresses one entry with Node's native zlib, in blocks that run in parallel on its thread pool.
 * It knows nothing of zip headers. The output depends on the bytes and the level only, never on the number
 * of cores, because the blocks have a fixed size.
 */



const deflateBlock = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
/** Large enough that a block boundary costs under 0.05 % of size, small enough to keep four cores busy. */
const blockBytes = 1024 * 1024;
/** Window of deflate (RFC 1951): how far a match may reach back into the previous block. */
const windowBytes = 32 * 1024;
/**
 * Twice the threads of libuv's pool, so that the next block already waits when a thread becomes free. This
 * times `blockBytes`, and as much again for the results, is what one entry holds in memory.
 */
const blocksInFlight = 6;
/**
 * zlib level for each level that users write. The zlib that Node bundles looks for matches of four bytes and
 * more. Go's table of functions (`.gopclntab`) is full of matches of three, so at the same number the result is
 * up to 1.5 % larger than Info-ZIP's. Two steps further up it stays within 1 % also for stripped programs, in
 * about Info-ZIP's processor time, which the threads divide (docs/performance.md).
 */
const zlibLevels = [0, 1, 2, 3, 5, 7, 8, 8, 9, 9];
/** Smaller than the default 8: shorter Huffman blocks follow the sections of an ELF file better. */
const memLevel = 7;
/** Output of a block mostly fits one chunk of half its size, which saves trips to the thread pool. */
const smallestChunkBytes = 1024;
/**
 * Compresses a sequence of blocks into one raw deflate stream (RFC 1951). Every block but the last ends with
 * a sync flush on a byte boundary, and takes the end of its predecessor as dictionary, so the parts can be
 * compressed independently and simply be concatenated. Nothing is read before the first part is asked for,
 * and then never more than `blocksInFlight` blocks ahead.
 *
 * @param blocks pieces of exactly `blockBytes`, the last one shorter or equal; each is kept until compressed
 * @param options level and abort signal
 * @returns the compressed parts in their order; at the end size and CRC-32 of the original
 * @throws the signal's reason when it aborts, and whatever `blocks` throws
 */
async function* deflateBlocks(blocks, options) {
    const level = zlibLevels[options.level] ?? zlibLevels[6];
    const parts = [];
    let dictionary;
    let held;
    let sizeBytes = 0;
    let crc = 0;
    const start = (block, isLast) => {
        const compressed = level === 0 ? Promise.resolve(block) : compress(block, level, dictionary, isLast);
        // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
        compressed.catch(() => undefined);
        parts.push({ block, compressed });
        // A copy, or the whole block would stay in memory until its successor is compressed.
        dictionary = Buffer.from(block.subarray(Math.max(0, block.length - windowBytes)));
    };
    // One block is held back, because only the end of the input tells which block is the last.
    for await (const block of blocks) {
        options.signal?.throwIfAborted();
        crc = (0,crc32/* crc32 */.Q)(block, crc);
        sizeBytes += block.length;
        if (held !== undefined)
            start(held, false);
        held = block;
        const oldest = parts.length < blocksInFlight ? undefined : parts.shift();
        if (oldest === undefined)
            continue;
        yield await oldest.compressed;
        if (oldest.block.length === blockBytes)
            options.used?.push(oldest.block);
    }
    if (held !== undefined)
        start(held, true);
    for (const { compressed } of parts)
        yield await compressed;
    options.signal?.throwIfAborted();
    return { isStored: level === 0 || sizeBytes === 0, sizeBytes, crc32: crc };
}
/**
 * Cuts bytes that are in memory into blocks for `deflateBlocks`.
 *
 * @param bytes the whole content
 * @returns views on it, no copies
 */
function* blocksOf(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < buffer.length; start += blockBytes) {
        yield buffer.subarray(start, start + blockBytes);
    }
}
function compress(block, level, dictionary, isLast) {
    return deflateBlock(block, {
        level,
        memLevel,
        chunkSize: Math.max(smallestChunkBytes, block.length >> 1),
        finishFlush: isLast ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        ...(dictionary === undefined ? {} : { dictionary }),
    });
}

// EXTERNAL MODULE: ./src/archive/zip-file.ts + 1 modules
var zip_file = __webpack_require__(319);
;// CONCATENATED MODULE: ./src/archive/readback.ts
/**
 * Reads a package that was just written and holds it against what was meant.
 */



/**
 * Inflates every entry and compares name, mode, size and CRC-32 with what was packed.
 *
 * @param path path of the zip
 * @param expected entries in their order
 * @param signal aborts between entries
 * @throws ActionError `package-readback` at the first difference, `package-unreadable` when it is no sound zip
 */
async function verifyArchive(path, expected, signal) {
    await (0,zip_file/* withArchive */.x)(path, async ({ listing, inflate }) => {
        if (listing.entries.length !== expected.length) {
            throw different(`it has ${listing.entries.length} entries instead of ${expected.length}`);
        }
        for (const [index, entry] of listing.entries.entries()) {
            signal?.throwIfAborted();
            const wanted = expected[index];
            if (wanted === undefined || entry.name !== wanted.name)
                throw different(`entry ${index + 1} has another name`);
            if (entry.madeBy !== 3 || entry.mode !== wanted.mode)
                throw different(`${(0,entry_names/* quoted */.TL)(entry.name)} has another mode`);
            if (entry.sizeBytes !== wanted.sizeBytes)
                throw different(`${(0,entry_names/* quoted */.TL)(entry.name)} has another size`);
            if (entry.crc32 !== wanted.crc32)
                throw different(`${(0,entry_names/* quoted */.TL)(entry.name)} has another checksum`);
            // This fails when the inflated bytes do not have the size and checksum of the directory.
            await inflate(entry, discard);
        }
    });
}
async function discard(chunks) {
    for await (const chunk of chunks)
        void chunk;
}
function different(how) {
    return new errors/* ActionError */.l('package-readback', `The written package is not what was meant: ${how}.`, {
        hint: 'Run again. If it happens twice, suspect the disk of the runner.',
    });
}

;// CONCATENATED MODULE: ./src/archive/source-file.ts
/**
 * Reads a file in blocks and notices when it changes meanwhile.
 * It never follows the last symbolic link and never holds more than the blocks that the caller keeps.
 */




/** Absent on Windows, where it would be undefined. */
const noFollow = external_node_fs_.constants.O_NOFOLLOW ?? 0;
/** Opening a pipe must not wait for a writer. Absent on Windows too. */
const nonBlock = external_node_fs_.constants.O_NONBLOCK ?? 0;
/**
 * Yields the content of a regular file in blocks of a fixed size, the last one shorter.
 *
 * @param path absolute path
 * @param size bytes of a block
 * @param used blocks that the caller is done with; they are taken from here and filled again
 * @returns buffers, which the caller may keep
 * @throws ActionError `package-source-unreadable` when it is missing, no regular file or may not be read,
 *   `package-source-changed` when size, time or identity differ between beginning and end
 */
async function* readBlocks(path, size, used = []) {
    const file = await openSource(path);
    try {
        const before = await file.stat({ bigint: true });
        if (!before.isFile())
            throw unreadable(path, 'it is not a regular file');
        let position = 0;
        for (;;) {
            // One byte more than is left shows whether the file has grown.
            const left = Number(before.size) - position;
            const wanted = Math.min(size, left + 1);
            const room = wanted === size ? (used.pop() ?? Buffer.allocUnsafeSlow(size)) : Buffer.allocUnsafeSlow(wanted);
            const block = await readBlock(file, path, room, position);
            if (block.length > left)
                throw changed(path, 'it grew');
            if (block.length === 0)
                break;
            position += block.length;
            yield block;
        }
        const after = await file.stat({ bigint: true });
        if (BigInt(position) !== before.size)
            throw changed(path, 'it shrank');
        if (after.mtimeNs !== before.mtimeNs || after.size !== before.size) {
            throw changed(path, 'it was written to');
        }
    }
    finally {
        await file.close();
    }
}
async function openSource(path) {
    try {
        return await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | noFollow | nonBlock);
    }
    catch (error) {
        const isLink = error.code === 'ELOOP';
        throw unreadable(path, isLink ? 'it is a symbolic link' : (0,errors/* messageOf */.b)(error), error);
    }
}
async function readBlock(file, path, block, position) {
    const size = block.length;
    let filled = 0;
    try {
        while (filled < size) {
            const { bytesRead } = await file.read(block, filled, size - filled, position + filled);
            if (bytesRead === 0)
                break;
            filled += bytesRead;
        }
    }
    catch (error) {
        throw unreadable(path, (0,errors/* messageOf */.b)(error), error);
    }
    return block.subarray(0, filled);
}
function unreadable(path, reason, cause) {
    return new errors/* ActionError */.l('package-source-unreadable', `${(0,entry_names/* quoted */.TL)(path)} cannot be packed: ${reason}.`, {
        hint: 'Check that it is a regular file that the runner may read.',
        ...(cause === undefined ? {} : { cause }),
    });
}
function changed(path, how) {
    return new errors/* ActionError */.l('package-source-changed', `${(0,entry_names/* quoted */.TL)(path)} changed while it was packed: ${how}.`, {
        hint: 'Let no other step or background process write into the project while this action runs.',
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
const digestChunkBytes = 256 * 1024;
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
        const packed = await writeEntries(sources, partialPath, request);
        const [{ sizeBytes, sha256 }] = await Promise.all([
            digestOf(partialPath),
            verifyArchive(partialPath, packed, request.signal),
        ]);
        await (0,promises_.rename)(partialPath, request.outputPath);
        return {
            path: request.outputPath,
            sizeBytes,
            sha256,
            entries: packed.map(({ name, sizeBytes, compressedBytes, mode }) => ({
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
/** Writes all entries in their order; the next ones are begun while one is written. */
async function writeEntries(sources, path, request) {
    const begun = [];
    const packed = [];
    const file = await (0,promises_.open)(path, 'wx');
    try {
        const container = new Container(file);
        for (const [index, { name, isExecutable }] of sources.entries()) {
            for (const source of sources.slice(index + begun.length, index + entriesAhead)) {
                begun.push(begin(source, request));
            }
            const mode = regularFile | (isExecutable ? 0o755 : 0o644);
            const { content, compressedBytes } = await container.add({ name, mode }, continued(begun[0]));
            begun.shift();
            packed.push({ name, mode, compressedBytes, sizeBytes: content.sizeBytes, crc32: content.crc32 });
        }
        await container.finish();
        return packed;
    }
    catch (error) {
        throw error instanceof RangeError ? tooLarge(error.message, error) : error;
    }
    finally {
        // Ends what was begun and closes its files, before anyone removes them.
        await Promise.allSettled(begun.map(({ stream }) => stream.return(undefined)));
        await file.close();
    }
}
function begin(source, request) {
    const stream = entryStream(source, request);
    const first = stream.next();
    // The failure is seen when the entry is due; this keeps it from counting as unhandled before.
    first.catch(() => undefined);
    return { stream, first };
}
async function* continued(entry) {
    if (entry === undefined)
        throw new Error('an entry was not begun');
    const step = await entry.first;
    if (step.done === true)
        return step.value;
    yield step.value;
    return yield* entry.stream;
}
async function* entryStream({ source }, request) {
    const used = [];
    const isFile = typeof source === 'string';
    const blocks = isFile ? readBlocks(source, blockBytes, used) : blocksOf(source);
    const { compressionLevel: level, signal } = request;
    // Bytes that were handed over in memory belong to the caller and are not written into.
    const options = { level, signal, used: isFile ? used : undefined };
    const deflated = yield* deflateBlocks(blocks, options);
    return { ...deflated, modifiedAt: entryTime(deflated) };
}
/** SHA-256 and size of what is in the file, so that it is the digest of what arrived on the disk. */
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let sizeBytes = 0;
    const file = await (0,promises_.open)(path, 'r');
    try {
        for await (const chunk of file.createReadStream({ highWaterMark: digestChunkBytes, autoClose: false })) {
            hash.update(chunk);
            sizeBytes += chunk.length;
        }
    }
    finally {
        await file.close();
    }
    return { sizeBytes, sha256: hash.digest('hex') };
}
/** 2000-01-01T00:00:00Z, so that every time lies in the past and in the range of a zip. */
const earliestTime = Date.UTC(2000, 0, 1);
/** Steps of two seconds, the resolution of a zip, that fill about 20 years. */
const timeSteps = 315_569_520;
/**
 * The time of an entry follows from its content. It has to be the same for the same content, or the package
 * would not be reproducible; it has to differ for another content, because zip deployment without
 * run-from-package copies only files whose time changed (KuduSync.cs), and one time for all would leave the
 * handler of the previous deployment in place.
 */
function entryTime({ crc32, sizeBytes }) {
    return new Date(earliestTime + ((crc32 + sizeBytes) % timeSteps) * 2000);
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

// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(790);
;// CONCATENATED MODULE: ./src/stages/pack.ts
/**
 * The stage that makes the package.
 */





/**
 * Chooses what goes in, writes the zip, and records it.
 *
 * @param run the run
 * @param project the project
 * @param binary the executable, which need not lie in the project
 * @returns absolute path of the zip
 * @throws ActionError when something that is asked for must not be packed, or the zip cannot be written
 */
async function pack(run, project, binary) {
    const { inputs, log, record, signal } = run;
    const contents = chooseContents({
        files: project.files,
        executable: project.executable,
        executableSizeBytes: record.report('passed').artifact?.sizeBytes ?? 0,
        include: inputs.include,
        folder: project.folder,
        ...(project.funcignore === undefined ? {} : { funcignore: project.funcignore }),
    });
    (0,stages_run/* settle */.G)(run, contents.findings);
    log.group('Package');
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(run.workspace.tempFolder, 'go-azure-func-'));
    const archive = await writeArchive({
        entries: contents.files.map(({ name, sourcePath, isExecutable }) => ({
            name,
            isExecutable,
            source: isExecutable ? binary.path : (0,external_node_path_.join)(run.projectFolder, sourcePath),
        })),
        // Room for the endings that the zip has while it is written: names end at 255 bytes.
        outputPath: (0,external_node_path_.join)(folder, `${(0,external_node_path_.basename)(run.projectFolder).slice(0, 50) || 'package'}.zip`),
        compressionLevel: inputs.compressionLevel,
        signal,
    });
    record.fill({ package: archive });
    for (const { name, sizeBytes } of archive.entries)
        log.info(`${name} (${sizeBytes} bytes)`);
    for (const { path, reason } of contents.leftOut)
        log.debug(`left out ${path}: ${reason}`);
    log.endGroup();
    log.info(`Packed ${archive.path}: ${archive.entries.length} files, ${(archive.sizeBytes / 1e6).toFixed(1)} MB, sha256 ${archive.sha256}`);
    return archive.path;
}


/***/ })

};
