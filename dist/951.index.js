"use strict";
exports.id = 951;
exports.ids = [951];
exports.modules = {

/***/ 2990:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ON: () => (/* binding */ beginEntry),
  m2: () => (/* binding */ continued),
  oC: () => (/* binding */ endEntry)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
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
            const cell = row + (block[at] ?? 0);
            counts[cell] = (counts[cell] ?? 0) + 1;
        }
    }
    const total = quarters * perQuarter;
    let distance = 0;
    let squares = 0;
    for (let value = 0; value < byteValues; value += 1) {
        let sum = 0;
        for (let cell = value; cell < counts.length; cell += byteValues)
            sum += counts[cell] ?? 0;
        for (let cell = value; cell < counts.length; cell += byteValues) {
            distance += Math.abs(quarters * (counts[cell] ?? 0) - sum);
        }
        squares += sum * sum;
    }
    return { unevenness: distance / (quarters * total), sameness: squares / (total * total) };
}

// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(8853);
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
            // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
            compressed.catch(() => undefined);
            const isEnd = block.length === blockBytes && begin + pieceBytes >= blockBytes;
            const part = { compressed, isReady: isStored, ended: isEnd ? block : undefined };
            compressed.then(() => {
                part.isReady = true;
            }, () => undefined);
            parts.push(part);
            dictionary = piece.subarray(Math.max(0, piece.length - windowBytes));
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
        if (parts.length >= enoughPieces)
            await nextTurn();
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
/** Lets the pool tell which pieces it has compressed. */
function nextTurn() {
    return new Promise((resolve) => {
        setImmediate(resolve);
    });
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
            stream.destroy();
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/archive/entry-names.ts
var entry_names = __webpack_require__(8911);
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
    const size = block.length;
    let filled = 0;
    try {
        while (filled < size) {
            const bytesRead = (0,external_node_fs_.readSync)(file, block, filled, size - filled, position + filled);
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
    const blocks = isFile ? readBlocks(source, blockBytes, used) : blocksOf(source);
    // Bytes that were handed over in memory belong to the caller and are not written into.
    const deflated = yield* deflateBlocks(blocks, { level, signal, used: isFile ? used : undefined });
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

/***/ 3951:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginPacking: () => (/* binding */ beginPacking)
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
        ignore_default()({ ignorecase: false }).add(rule).test('a/b');
        return undefined;
    }
    catch {
        return 'its brackets or backslashes are no pattern';
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
        const reason = line.startsWith('#') ? undefined : ruleFault(line);
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
    findings.push(...missingFindings(listed, executable), ...sound.findings, ...neededRemoved({ text: funcignore, rules }, needed, request.folder), ...dialectFindings(funcignore, needed, request.folder), ...patterns.included
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

// EXTERNAL MODULE: ./src/archive/entry-stream.ts + 3 modules
var entry_stream = __webpack_require__(2990);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/archive/container.ts
/**
 * Writes the structure of a zip (APPNOTE 4.3.6): a header before the data of each entry, the directory and its
 * end. It streams: sizes and checksum are known only after the data, and are then put into the header that is
 * already written, so that readers which do not know data descriptors are not needed.
 * It knows nothing of files outside the zip, and compresses nothing.
 */

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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/archive/crc32.ts
var crc32 = __webpack_require__(8853);
;// CONCATENATED MODULE: ./src/archive/readback.ts
/**
 * Reads a package back while it is written: every part of an entry as soon as it lies in the file, so that hardly
 * anything is left to do at the end. On the main thread, which has little else to do while the pool compresses; what
 * waits for the pool's threads would have its turn after everything that is queued there.
 */





/** Window of deflate (RFC 1951): how far a match may reach back into the previous part. */
const windowBytes = 32 * 1024;
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
    /** The entries whose parts were all read, in their order. */
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
        this.parts.push({ entry, position, length, isFirst: entry.compressedBytes === 0, isLast: false });
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
            if (!readAll(this.file, bytes, position))
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
        if (part.isFirst)
            this.history = undefined;
        const bytes = this.bytesOf(part, writtenBytes);
        const input = part.isLast ? bytes : this.withEnd(bytes);
        const { buffer, engine } = this.inflate(part, input);
        if (engine.bytesWritten !== input.length)
            throw damaged(part.entry.name, 'its data ends early');
        this.history = buffer.length === 0 ? undefined : buffer.subarray(Math.max(0, buffer.length - windowBytes));
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
function readAll(file, target, position) {
    let filled = 0;
    while (filled < target.length) {
        const bytesRead = (0,external_node_fs_.readSync)(file, target, filled, target.length - filled, position + filled);
        if (bytesRead === 0)
            return false;
        filled += bytesRead;
    }
    return true;
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
var zip_file = __webpack_require__(9250);
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
const digestPieceBytes = 1024 * 1024;
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
            digestOf(partialPath, request.signal),
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
/**
 * SHA-256 and size of what is in the file, so that it is the digest of what arrived on the disk. The next piece is
 * read while one is digested.
 */
async function digestOf(path, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let sizeBytes = 0;
    const file = await (0,promises_.open)(path, 'r');
    try {
        const pieces = [Buffer.allocUnsafeSlow(digestPieceBytes), Buffer.allocUnsafeSlow(digestPieceBytes)];
        const read = (turn) => file.read(pieces[turn % 2], 0, digestPieceBytes, null);
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
var quantities = __webpack_require__(1885);
// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(2518);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(790);
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
function beginPacking(run, project) {
    const stopper = new AbortController();
    const executable = promised();
    let supplied;
    let begun;
    try {
        begun = pack_begin(run, project, {
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
function pack_begin(run, project, { executable, signal }) {
    // The native worker is packed as these two files and nothing else (CreateGoZipPackage of azure-functions-core-tools).
    const isNative = project.model === 'native';
    const contents = chooseContents({
        files: isNative
            ? project.files.filter(({ path }) => path === 'host.json' || path === project.executable)
            : project.files,
        executable: project.executable,
        // It may not be built yet; nothing depends on its size.
        executableSizeBytes: 0,
        include: run.inputs.include,
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