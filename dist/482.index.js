"use strict";
exports.id = 482;
exports.ids = [482];
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

/***/ 93974:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VE: () => (/* binding */ blockBytes),
  SH: () => (/* binding */ blocksOf),
  _f: () => (/* binding */ deflateBlocks),
  cJ: () => (/* binding */ windowBytes)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/archive/block-nature.ts
/**
 * What a block of bytes is like, as far as the settings of zlib depend on it. It knows nothing of file formats,
 * and works with whole numbers and exact divisions, so that every machine comes to the same answer.
 */
const quarters = 4;
const byteValues = 256;
/**
 * So many bytes of a block are looked at. Four times as many change the size of a program by under 0.03 % and take
 * four times as long, in code that V8 has not compiled yet.
 */
const sampleBytes = 4 * 1024;
const counts = new Uint32Array(quarters * byteValues);
/**
 * Looks at a sample of a block.
 *
 * @param block any bytes
 * @returns how even and how monotonous they are; of under four bytes, that of noise
 */
function natureOf(block) {
    const quarterBytes = Math.floor(block.length / quarters);
    // Odd, so that it does not fall into step with tables of words.
    const step = Math.floor(block.length / sampleBytes) | 1;
    const perQuarter = Math.ceil(quarterBytes / step);
    if (perQuarter === 0)
        return { unevenness: 0, sameness: 1 / byteValues };
    counts.fill(0);
    for (let quarter = 0; quarter < quarters; quarter += 1) {
        const row = quarter * byteValues;
        const end = (quarter + 1) * quarterBytes;
        for (let at = quarter * quarterBytes; at < end; at += step) {
            const cell = row + block[at];
            counts[cell] = counts[cell] + 1;
        }
    }
    const total = quarters * perQuarter;
    let distance = 0;
    let squares = 0;
    for (let value = 0; value < byteValues; value += 1) {
        // Written out: V8 has not compiled this when it has to be fast.
        const first = counts[value];
        const second = counts[value + byteValues];
        const third = counts[value + 2 * byteValues];
        const fourth = counts[value + 3 * byteValues];
        const sum = first + second + third + fourth;
        distance += Math.abs(quarters * first - sum) + Math.abs(quarters * second - sum);
        distance += Math.abs(quarters * third - sum) + Math.abs(quarters * fourth - sum);
        squares += sum * sum;
    }
    return { unevenness: distance / (quarters * total), sameness: squares / (total * total) };
}

// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(88853);
;// CONCATENATED MODULE: ./src/archive/deflate.ts
/**
 * Compresses one entry with Node's native zlib, in blocks that run in parallel on its thread pool.
 * It knows nothing of zip headers. The output depends on the bytes and the level only, never on the number
 * of cores, because the blocks have a fixed size.
 */




/** What is read at once. */
const blockBytes = 1024 * 1024;
/**
 * What is compressed at once, with settings of its own: small enough that most pieces lie in one section of a
 * program, large enough that the boundaries cost under 0.05 % of size.
 */
const usualPieceBytes = 256 * 1024;
/** Window of deflate (RFC 1951): how far a match may reach back into the previous piece. */
const windowBytes = 32 * 1024;
/**
 * Far more than libuv's pool has threads, so that they stay busy while the main thread does something else. This
 * many bytes, and as much again for the results, is what one entry holds in memory.
 */
const bytesInFlight = 8 * 1024 * 1024;
/** With this many, the threads have work while the main thread sees which parts are ready and what is done with them. */
const enoughPieces = 12;
/**
 * zlib levels for each level that users write. The zlib that Node bundles looks for matches of four bytes and
 * more. Go's table of functions (`.gopclntab`) is full of matches of three, so at the same number the result is
 * up to 1.5 % larger than Info-ZIP's. Two steps further up, one in tables, it stays within 1 % also for stripped
 * programs, in less than Info-ZIP's processor time (docs/performance.md).
 */
const zlibLevels = [
    { usual: 0, tables: 0 },
    { usual: 1, tables: 1 },
    { usual: 2, tables: 2 },
    { usual: 3, tables: 3 },
    { usual: 5, tables: 5 },
    { usual: 7, tables: 6 },
    { usual: 8, tables: 7 },
    { usual: 8, tables: 8 },
    { usual: 9, tables: 9 },
    { usual: 9, tables: 9 },
];
/** Above this sameness a piece is mostly a table of numbers (machine code has 0.04, tables 0.1 to 0.5). */
const tableSameness = 0.1;
/** Below it a piece is noise, for example debug information that Go has compressed: nothing makes it smaller. */
const noiseSameness = 0.0045;
/** Below it a piece has no dominant byte, and long Huffman blocks fit it even when it is somewhat uneven. */
const richSameness = 0.06;
const smallestPieceBytes = 16 * 1024;
/**
 * Compresses a sequence of blocks into one raw deflate stream (RFC 1951). They are cut into pieces. Every piece
 * but the last ends with a sync flush on a byte boundary, and takes the end of its predecessor as dictionary, so
 * the parts can be compressed independently and simply be concatenated. Nothing is read before the first part is
 * asked for, and then never more than `bytesInFlight` ahead.
 *
 * @param blocks pieces of exactly `blockBytes`, the last one shorter or equal; each is kept until compressed
 * @param options level and abort signal
 * @returns the compressed parts in their order; at the end size and CRC-32 of the original
 * @throws the signal's reason when it aborts, and whatever `blocks` throws
 */
async function* deflateBlocks(blocks, options) {
    const levels = zlibLevels[options.level] ?? { usual: 8, tables: 7 };
    const isStored = levels.usual === 0;
    const pieceBytes = options.pieceBytes ?? usualPieceBytes;
    const piecesInFlight = Math.ceil(bytesInFlight / pieceBytes);
    const parts = [];
    let dictionary;
    let held;
    let sizeBytes = 0;
    let crc = 0;
    const start = (block, isLastBlock) => {
        for (let begin = 0; begin < block.length; begin += pieceBytes) {
            const piece = block.subarray(begin, begin + pieceBytes);
            const isLast = isLastBlock && begin + pieceBytes >= block.length;
            const compressed = isStored ? Promise.resolve(piece) : compress(piece, levels, dictionary, isLast);
            const isEnd = block.length === blockBytes && begin + pieceBytes >= blockBytes;
            const part = { compressed, isReady: isStored, ended: isEnd ? block : undefined };
            compressed.then(() => {
                part.isReady = true;
            }, 
            // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
            () => undefined);
            parts.push(part);
            dictionary = piece.subarray(-windowBytes);
        }
        // A copy, or the whole block would stay in memory until its successor is compressed.
        dictionary = dictionary === undefined ? undefined : Buffer.from(dictionary);
    };
    const taken = ({ ended }) => {
        if (ended !== undefined)
            options.used?.push(ended);
    };
    // One block is held back, because only the end of the input tells which block is the last.
    for await (const block of blocks) {
        options.signal?.throwIfAborted();
        crc = (0,crc32/* crc32 */.Q)(block, crc);
        sizeBytes += block.length;
        if (held !== undefined)
            start(held, false);
        held = block;
        // Lets the pool tell which pieces it has compressed.
        if (parts.length >= enoughPieces)
            await (0,promises_.setImmediate)();
        while (parts.length >= piecesInFlight || (parts.length >= enoughPieces && parts[0]?.isReady === true)) {
            const oldest = parts.shift();
            yield await oldest.compressed;
            taken(oldest);
        }
    }
    if (held !== undefined)
        start(held, true);
    for (const { compressed } of parts)
        yield await compressed;
    options.signal?.throwIfAborted();
    return { isStored: isStored || sizeBytes === 0, sizeBytes, crc32: crc };
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
/**
 * One trip to the thread pool per piece. `zlib.deflateRaw` makes a second one to end its stream, which waits there
 * behind all other pieces: none would be ready before the last one has begun.
 */
function compress(piece, levels, dictionary, isLast) {
    const stream = (0,external_node_zlib_.createDeflateRaw)({
        ...settingsFor(piece, levels),
        // What does not get smaller fits too.
        chunkSize: piece.length + 1024,
        flush: isLast ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        ...(dictionary === undefined ? {} : { dictionary }),
    });
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return new Promise((resolve, reject) => {
        stream.once('error', reject);
        stream.write(piece, (error) => {
            // Within this call, it would make an error for everybody who still writes.
            setImmediate(() => stream.destroy());
            const [first = Buffer.alloc(0), ...more] = chunks;
            if (error instanceof Error)
                reject(error);
            else
                resolve(more.length === 0 ? first : Buffer.concat(chunks));
        });
    });
}
/**
 * `memLevel` decides how long a Huffman block is, 2 ** (memLevel + 6) symbols. Where the bytes change their nature
 * often, short blocks follow them; where they stay alike, long ones save headers. The numbers are where the
 * results of neighbouring settings cross, over the pieces of hello-world, caddy and rclone.
 */
function settingsFor(piece, levels) {
    if (piece.length < smallestPieceBytes)
        return { level: levels.usual, memLevel: 7 };
    const { unevenness, sameness } = natureOf(piece);
    // Stored blocks: looking for matches would take a fifth of the time of all of a program with debug information.
    if (sameness < noiseSameness)
        return { level: 0, memLevel: 9 };
    const level = sameness > tableSameness ? levels.tables : levels.usual;
    if (unevenness < (sameness < richSameness ? 0.35 : 0.2))
        return { level, memLevel: 9 };
    return { level, memLevel: unevenness < 0.45 ? 7 : unevenness < 0.6 ? 6 : 5 };
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

/***/ 43783:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ON: () => (/* binding */ beginEntry),
  m2: () => (/* binding */ continued),
  oC: () => (/* binding */ endEntry)
});

// EXTERNAL MODULE: ./src/archive/deflate.ts + 1 modules
var deflate = __webpack_require__(93974);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(78911);
// EXTERNAL MODULE: ./src/archive/read-fully.ts
var read_fully = __webpack_require__(91021);
;// CONCATENATED MODULE: ./src/archive/source-file.ts
/**
 * Reads a file in blocks and notices when it changes meanwhile.
 * It never follows the last symbolic link and never holds more than the blocks that the caller keeps.
 * It reads on the main thread: the threads of the pool compress, and a read that waits for them leaves them without
 * work soon after.
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
function* readBlocks(path, size, used = []) {
    const file = openSource(path);
    try {
        const before = (0,external_node_fs_.fstatSync)(file, { bigint: true });
        if (!before.isFile())
            throw unreadable(path, 'it is not a regular file');
        let position = 0;
        for (;;) {
            // One byte more than is left shows whether the file has grown.
            const left = Number(before.size) - position;
            const wanted = Math.min(size, left + 1);
            const room = wanted === size ? (used.pop() ?? Buffer.allocUnsafeSlow(size)) : Buffer.allocUnsafeSlow(wanted);
            const block = readBlock(file, path, room, position);
            if (block.length > left)
                throw changed(path, 'it grew');
            if (block.length === 0)
                break;
            position += block.length;
            yield block;
        }
        const after = (0,external_node_fs_.fstatSync)(file, { bigint: true });
        if (BigInt(position) !== before.size)
            throw changed(path, 'it shrank');
        if (after.mtimeNs !== before.mtimeNs || after.size !== before.size) {
            throw changed(path, 'it was written to');
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function openSource(path) {
    try {
        return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | noFollow | nonBlock);
    }
    catch (error) {
        const isLink = error.code === 'ELOOP';
        throw unreadable(path, isLink ? 'it is a symbolic link' : (0,errors/* messageOf */.b)(error), error);
    }
}
function readBlock(file, path, block, position) {
    try {
        return block.subarray(0, (0,read_fully/* readFully */.l)(file, block, position));
    }
    catch (error) {
        throw unreadable(path, (0,errors/* messageOf */.b)(error), error);
    }
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

;// CONCATENATED MODULE: ./src/archive/entry-stream.ts


/**
 * Begins to read and to compress an entry.
 *
 * @param source absolute path of a file, or the bytes themselves
 * @param options level and abort signal
 * @returns the begun entry; whoever does not use it up hands it to `endEntry`. What goes wrong is thrown by
 *   `continued`
 */
function beginEntry(source, options) {
    const stream = entryStream(source, options);
    const first = stream.next();
    // The failure is seen when the entry is due; this keeps it from counting as unhandled before.
    first.catch(() => undefined);
    return { stream, first };
}
/**
 * The parts of a begun entry from the first one on.
 *
 * @param entry begun and not used yet
 * @returns the parts; at the end what is known of the entry
 * @throws ActionError `package-source-unreadable`, `package-source-changed`; the reason of the signal
 */
async function* continued(entry) {
    if (entry === undefined)
        throw new Error('an entry was not begun');
    const step = await entry.first;
    if (step.done === true)
        return step.value;
    yield step.value;
    return yield* entry.stream;
}
/**
 * Ends an entry that may not have been used up, and closes its file.
 *
 * @param entry begun
 */
async function endEntry({ stream }) {
    await stream.return(undefined).catch(() => undefined);
}
async function* entryStream(source, { level, signal }) {
    const used = [];
    const isFile = typeof source === 'string';
    const blocks = isFile ? readBlocks(source, deflate/* blockBytes */.VE, used) : (0,deflate/* blocksOf */.SH)(source);
    // Bytes that were handed over in memory belong to the caller and are not written into.
    const deflated = yield* (0,deflate/* deflateBlocks */._f)(blocks, { level, signal, used: isFile ? used : undefined });
    return { ...deflated, modifiedAt: entryTime(deflated) };
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


/***/ }),

/***/ 91021:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readFully)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/**
 * Reads from an open file until there is nothing more, on the main thread.
 */

/**
 * Fills a buffer from a place in a file. A read may give less than was asked for.
 *
 * @param file descriptor of the file
 * @param target what to fill
 * @param position where its first byte lies in the file
 * @returns how many bytes the file had, at most the length of the buffer
 * @throws what the system answers
 */
function readFully(file, target, position) {
    let filled = 0;
    while (filled < target.length) {
        const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, target, filled, target.length - filled, position + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return filled;
}


/***/ }),

/***/ 45482:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginExecutable: () => (/* binding */ beginExecutable),
/* harmony export */   beginGivenBinary: () => (/* binding */ beginGivenBinary),
/* harmony export */   loadPacking: () => (/* binding */ loadPacking)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _archive_entry_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43783);
/**
 * Compresses the executable ahead of the package that it goes into. A file of its own, so that it can begin before
 * the code of the other stages is loaded.
 */


/**
 * Begins to compress the file that the `binary` input names.
 *
 * @param run the run
 * @returns the begun entry; that the file is missing or unreadable is said later, by the stages that need it
 */
function beginGivenBinary(run) {
    return beginExecutable(run, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.workspace.folder, run.inputs.binary));
}
/**
 * Begins to compress an executable.
 *
 * @param run the run
 * @param path absolute path
 * @returns the begun entry
 */
function beginExecutable({ inputs, signal }, path) {
    return (0,_archive_entry_stream__WEBPACK_IMPORTED_MODULE_1__/* .beginEntry */ .ON)(path, { level: inputs.compressionLevel, signal });
}
/**
 * Loads the code that packs. The one place that imports it: the bundler leaves out of that chunk what is loaded with
 * this one.
 *
 * @returns the module
 */
function loadPacking() {
    return Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 28485));
}


/***/ })

};
;