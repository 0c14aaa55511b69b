"use strict";
exports.id = 575;
exports.ids = [575];
exports.modules = {

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

/***/ 68575:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearsalHindrance: () => (/* binding */ rehearsalHindrance),
  rehearseZip: () => (/* binding */ rehearseZip)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/archive/unpack.ts
var unpack = __webpack_require__(21642);
;// CONCATENATED MODULE: ./src/host/executable.ts
/**
 * What the Linux kernel says to a file before it becomes a process. The C library hides it: it hands text
 * and foreign binaries to a shell, which the Functions host does not.
 */

const execProblems = ['ENOENT', 'EACCES', 'ENOEXEC'];
/** The kernel's sentence for each problem, as it stands at the end of the host's log line. */
const execProblemTexts = {
    ENOENT: 'No such file or directory',
    EACCES: 'Permission denied',
    ENOEXEC: 'Exec format error',
};
/** ELF machine numbers of the architectures that Node names. */
const machines = { x64: 62, arm64: 183 };
const emulators = { 62: 'qemu-x86_64', 183: 'qemu-aarch64' };
/**
 * Predicts the outcome of `execve` for a file.
 *
 * @param path the program; undefined when none was found
 * @returns the problem, or undefined when the kernel would try to start it
 * @see execve(2), and e_ident and e_machine in the ELF gABI
 */
function execProblem(path) {
    if (path === undefined || !(0,external_node_fs_.existsSync)(path))
        return 'ENOENT';
    const stats = (0,external_node_fs_.statSync)(path);
    if (!stats.isFile() || (stats.mode & 0o111) === 0)
        return 'EACCES';
    const head = readHead(path);
    if (head.subarray(0, 2).toString('latin1') === '#!')
        return interpreterProblem(head);
    if (head.subarray(0, 4).toString('latin1') !== '\x7fELF')
        return 'ENOEXEC';
    return isNativeElf(head) ? undefined : 'ENOEXEC';
}
/**
 * Whether this machine can execute Linux programs of a GOARCH, natively or through a registered emulator.
 *
 * @param goarch for example `arm64`
 * @returns false also for architectures that are not known here
 * @see Documentation/admin-guide/binfmt-misc.rst in the Linux sources
 */
function canExecute(goarch) {
    const machine = machines[goarch === 'amd64' ? 'x64' : goarch];
    return machine !== undefined && (machines[process.arch] === machine || isEmulated(machine));
}
function readHead(path) {
    const head = Buffer.alloc(256);
    try {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            return head.subarray(0, (0,external_node_fs_.readSync)(file, head, 0, head.length, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return head.subarray(0, 0);
    }
}
/** A carriage return belongs to the interpreter's name, so a script with DOS line ends finds none. */
function interpreterProblem(head) {
    const line = head.subarray(2).toString('latin1').split('\n')[0] ?? '';
    const interpreter = line.trimStart().split(/[ \t]/)[0] ?? '';
    return (0,external_node_fs_.existsSync)(interpreter) ? undefined : 'ENOENT';
}
function isNativeElf(head) {
    if (head.length < 64)
        return false;
    const isLittleEndian64 = head[4] === 2 && head[5] === 1;
    const machine = head.readUInt16LE(18);
    return isLittleEndian64 && (machines[process.arch] === machine || isEmulated(machine));
}
function isEmulated(machine) {
    const emulator = emulators[machine];
    if (emulator === undefined || process.platform !== 'linux')
        return false;
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/sys/fs/binfmt_misc/${emulator}`, 'utf8').startsWith('enabled');
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/host/rehearsal-platform.ts
/**
 * Where a rehearsal may run. Pure.
 */
/**
 * Decides whether the handler may and can be started on this runner.
 *
 * @param place the runner, the handler and the event
 * @returns yes, or the reason in one sentence
 * @see the security hardening guide of GitHub Actions on `pull_request_target`
 */
function canRehearse(place) {
    const { platform, arch, goarch, eventName, mode, isEmulated = false } = place;
    const no = (reason) => ({ ok: false, reason });
    if (mode === 'false')
        return no('Switched off with rehearse: false.');
    if (eventName === 'pull_request_target') {
        return no('A handler of a pull request is never started in a pull_request_target run, which has secrets.');
    }
    if (platform !== 'linux') {
        const name = { darwin: 'macOS', win32: 'Windows' }[platform] ?? platform;
        return no(`The handler is a Linux program and this runner is ${name}.`);
    }
    const native = { x64: 'amd64', arm64: 'arm64' }[arch] ?? arch;
    if (goarch === native || isEmulated)
        return { ok: true };
    return no(`The handler is built for ${goarch} and this runner is ${native} without an emulator.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(93162);
;// CONCATENATED MODULE: ./src/host/lenient-json.ts
/**
 * JSON as the Functions host's parser accepts it: comments, trailing commas, single quotes, unquoted keys.
 * Gives plain data only; objects become maps, so that no key of an untrusted file reaches a prototype.
 */


const maximumDepth = 128;
/**
 * Reads a JSON text leniently. Of equal keys the last one wins, as in Newtonsoft.Json.
 *
 * @param text the file's text, with or without a byte order mark
 * @returns the top-level object, or why there is none
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs (JObject.Parse) in Azure/azure-functions-host
 */
function readLenientObject(text) {
    if (text.trim() === '')
        return { problem: 'the file is empty' };
    try {
        // At the end of the text, the parser would look for what a backslash escapes for ever.
        const { body } = (0,momoa/* parse */.qg)(text.endsWith('\\') ? `${text}\n` : text, {
            mode: 'json5',
            allowTrailingCommas: true,
        });
        const value = toValue(body, 0);
        return isLenientObject(value) ? value : { problem: 'the top level is not an object' };
    }
    catch (thrown) {
        const isTooDeep = thrown instanceof RangeError;
        return { problem: isTooDeep ? `nested deeper than ${maximumDepth} levels` : (0,errors/* messageOf */.b)(thrown) };
    }
}
/**
 * Tells an object from every other value.
 *
 * @param value a value of a lenient JSON text, or undefined for a missing key
 * @returns whether it is an object
 */
function isLenientObject(value) {
    return value instanceof Map;
}
function toValue(node, depth) {
    if (depth > maximumDepth)
        throw new RangeError('too deep');
    switch (node.type) {
        case 'Object':
            return new Map(node.members.map(({ name, value }) => [
                name.type === 'Identifier' ? name.name : name.value,
                toValue(value, depth + 1),
            ]));
        case 'Array':
            return node.elements.map((element) => toValue(element.value, depth + 1));
        case 'String':
        case 'Number':
        case 'Boolean':
            return node.value;
        case 'NaN':
            return Number.NaN;
        case 'Infinity':
            return node.sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        case 'Null':
            return null;
    }
}

;// CONCATENATED MODULE: ./src/host/configuration.ts
/**
 * host.json as the configuration keys that the host sees: every leaf under its colon-separated path.
 * Knows nothing about which keys mean what.
 */

const overridePrefix = /^AzureFunctionsJobHost(?:__|:)/i;
/**
 * Flattens host.json into configuration keys. An empty object or array leaves no key at all, so it is the
 * same as an absent section; app settings `AzureFunctionsJobHost__a__b` override single keys.
 *
 * @param root the parsed host.json
 * @param settings app settings
 * @returns the keys, compared without regard to case
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs (ProcessObject) in Azure/azure-functions-host
 */
function flattenConfiguration(root, settings = {}) {
    const leaves = new Map();
    const add = (path, value) => {
        leaves.set(path.toLowerCase(), { path, value });
    };
    flatten(root, '', add);
    for (const [name, value] of Object.entries(settings)) {
        if (overridePrefix.test(name))
            addOverride(name.replace(overridePrefix, '').replaceAll('__', ':'), value, add);
    }
    return {
        get: (path) => leaves.get(path.toLowerCase())?.value,
        has: (path) => {
            const key = path.toLowerCase();
            return [...leaves.keys()].some((leaf) => leaf === key || leaf.startsWith(`${key}:`));
        },
        children: (path) => {
            const start = `${path.toLowerCase()}:`;
            const names = new Map();
            for (const [key, leaf] of leaves) {
                if (!key.startsWith(start))
                    continue;
                const name = leaf.path.slice(start.length).split(':')[0] ?? '';
                if (!names.has(name.toLowerCase()))
                    names.set(name.toLowerCase(), name);
            }
            return [...names.values()];
        },
    };
}
/**
 * The items of an array in configuration keys (`path:0`, `path:1`, \u2026).
 *
 * @param configuration flattened keys
 * @param path the array's key
 * @returns the items in index order
 */
function configurationList(configuration, path) {
    const indices = configuration.children(path).filter((name) => /^\d+$/.test(name));
    return indices
        .sort((left, right) => Number(left) - Number(right))
        .map((index) => configuration.get(`${path}:${index}`) ?? '');
}
/** An override may give an array as one JSON text, as HttpWorkerOptionsSetup.GetArgumentList reads it. */
function addOverride(path, value, add) {
    if (!/(?:^|:)(?:worker)?arguments$/i.test(path)) {
        add(path, value);
        return;
    }
    try {
        const items = JSON.parse(value);
        if (!Array.isArray(items))
            return;
        for (const [index, item] of items.entries())
            add(`${path}:${index}`, String(item));
    }
    catch {
        add(path, value);
    }
}
function flatten(value, path, add) {
    if (isLenientObject(value)) {
        for (const [name, member] of value)
            flatten(member, path === '' ? name : `${path}:${name}`, add);
    }
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            flatten(item, `${path}:${index}`, add);
    }
    else if (path !== '') {
        add(path, scalarText(value));
    }
}
function scalarText(value) {
    if (value === null)
        return '';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    return String(value);
}

;// CONCATENATED MODULE: ./src/host/binding-types.ts
/**
 * The binding types that the host knows by itself and those of the extension bundle of version 4.
 */
const builtIn = new Set(['httptrigger', 'http', 'timertrigger', 'manualtrigger', 'warmuptrigger']);
const bundle = new Set([
    'queueTrigger queue blobTrigger blob table eventGridTrigger eventGrid',
    'serviceBusTrigger serviceBus eventHubTrigger eventHub cosmosDBTrigger cosmosDB',
    'signalR signalRConnectionInfo signalRTrigger signalREndpoints signalRNegotiation',
    'webPubSub webPubSubConnection webPubSubContext webPubSubTrigger',
    'kafkaTrigger kafka rabbitMQTrigger rabbitMQ sendGrid twilioSms',
    'sqlTrigger sql mySqlTrigger mySql kusto',
    'redisPubSubTrigger redisListTrigger redisStreamTrigger redis',
    'daprBindingTrigger daprServiceInvocationTrigger daprTopicTrigger daprBinding daprInvoke daprPublish',
    'daprSecret daprState orchestrationTrigger activityTrigger entityTrigger durableClient',
    'orchestrationClient mcpToolTrigger mcpToolProperty mcpResourceTrigger assistantSkillTrigger',
    'assistantCreate assistantPost assistantQuery textCompletion embeddings embeddingsStore semanticSearch',
    'authenticationEventsTrigger openApiTrigger',
].flatMap((line) => line.toLowerCase().split(' ')));
/**
 * Whether a type works without any extension.
 *
 * @param lowerType the binding type in lower case
 * @returns true for the types that the host registers by itself
 * @see src/WebJobs.Script/ScriptHostBuilderExtensions.cs in Azure/azure-functions-host
 */
function isBuiltInBinding(lowerType) {
    return builtIn.has(lowerType);
}
/**
 * Whether the extension bundle of version 4 brings a type.
 *
 * @param lowerType the binding type in lower case
 * @returns true when the bundle registers it
 * @see the extensions listed in Azure/azure-functions-extension-bundles
 */
function isBundleBinding(lowerType) {
    return bundle.has(lowerType);
}

;// CONCATENATED MODULE: ./src/host/time-span.ts
/**
 * .NET time spans as host.json writes them (`[d.]hh:mm[:ss[.fffffff]]`, or whole days) and the limits of
 * `functionTimeout`. Pure.
 */
const dayMs = 86_400_000;
const pattern = /^(-)?(?:(\d{1,8})(?:\.(?=\d+:)|:(?=\d+:\d+:)))?(\d{1,8}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;
/**
 * Parses a .NET time span.
 *
 * @param text for example `00:05:00`
 * @returns milliseconds, or undefined when it is no time span
 * @see System.TimeSpan.Parse in the .NET documentation
 */
function parseTimeSpanMs(text) {
    const trimmed = text.trim();
    if (/^-?\d{1,8}$/.test(trimmed))
        return Number(trimmed) * dayMs;
    const match = pattern.exec(trimmed);
    if (match === null)
        return undefined;
    const [, sign, writtenDays, first = '0', second = '0', third = '0', fraction = ''] = match;
    // .NET takes hours that no day has for days: 24:00:00 are 24 days.
    const isDays = writtenDays === undefined && Number(first) > 23;
    const [days, hours, minutes, seconds] = isDays
        ? [first, second, third, '0']
        : [writtenDays ?? '0', first, second, third];
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
        return undefined;
    const whole = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    const milliseconds = Number(days) * dayMs + whole + Number(`0.${fraction || '0'}`) * 1000;
    return sign === undefined ? milliseconds : -milliseconds;
}
/**
 * What the host says to a `functionTimeout`. Only classic Consumption has an upper bound.
 *
 * @param text the value in host.json
 * @param profile the plan, when it is known
 * @returns the host's complaint, or undefined when it accepts the value
 * @see src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs in Azure/azure-functions-host
 */
function functionTimeoutProblem(text, profile) {
    const isConsumption = profile === 'consumption';
    if (text.trim() === '-1' && !isConsumption)
        return undefined;
    const timeoutMs = parseTimeSpanMs(text);
    if (timeoutMs === undefined)
        return `String '${text}' was not recognized as a valid TimeSpan.`;
    const most = isConsumption ? 600_000 : Number.POSITIVE_INFINITY;
    if (timeoutMs >= 1000 && timeoutMs <= most)
        return undefined;
    return `FunctionTimeout must be greater than 00:00:01 and less than ${isConsumption ? '00:10:00' : '10675199.02:48:05.4775807'}.`;
}

;// CONCATENATED MODULE: ./src/host/timer-schedule.ts
/**
 * Whether the timer extension accepts a schedule. Pure; it does not compute occurrences.
 */

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const days = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';
const fieldLimits = [
    [0, 59, ''],
    [0, 59, ''],
    [0, 23, ''],
    [1, 31, ''],
    [1, 12, months],
    [0, 6, days],
];
/**
 * Judges a timer schedule: a cron expression of six fields (or five, without seconds), an app setting in
 * percent signs, or a time span, which runs only on Premium and Dedicated plans.
 *
 * @param schedule the value in function.json
 * @param profile the plan; when it is not known, a time span is accepted
 * @returns whether the function can be indexed
 * @see CronSchedule.cs and TimerSchedule.cs in Azure/azure-webjobs-sdk-extensions
 */
function isTimerSchedule(schedule, profile) {
    const text = schedule.trim();
    if (/^%[^%]+%$/.test(text))
        return true;
    const fields = text.split(/\s+/);
    if (fields.length === 5 || fields.length === 6) {
        const limits = fieldLimits.slice(6 - fields.length);
        return fields.every((field, index) => {
            const limit = limits[index];
            return limit !== undefined && isCronField(field, limit);
        });
    }
    const isTimeSpanPlan = profile === undefined || profile === 'premium' || profile === 'dedicated';
    return isTimeSpanPlan && (parseTimeSpanMs(text) ?? 0) > 0;
}
function isCronField(field, [low, high, names]) {
    const nameList = names === '' ? [] : names.split('|');
    const isValue = (value) => {
        // NCrontab takes any beginning of a name.
        if (value !== '' && nameList.some((name) => name.startsWith(value.toLowerCase())))
            return true;
        return /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
    };
    return field.split(',').every((part) => {
        const [range = '', step, ...rest] = part.split('/');
        if (rest.length > 0 || (step !== undefined && !/^\d+$/.test(step)))
            return false;
        if (range === '*')
            return true;
        const ends = range.split('-');
        return ends.length <= 2 && ends.every(isValue);
    });
}

;// CONCATENATED MODULE: ./src/host/function-bindings.ts
/**
 * The bindings of one function.json with the host's complaints about them, in its words.
 * Reads only what decides whether a function is listed and how it is called.
 */






const directions = ['in', 'out', 'inout'];
const bindingName = /^(?:[a-zA-Z][a-zA-Z0-9]{0,127}|\$return)$/;
const enumerations = [
    {
        key: 'authLevel',
        type: 'AuthorizationLevel',
        values: ['anonymous', 'function', 'system', 'admin', 'user'],
    },
    { key: 'dataType', type: 'DataType', values: ['string', 'binary', 'stream'] },
    { key: 'cardinality', type: 'Cardinality', values: ['one', 'many'] },
];
/**
 * Reads and judges the bindings of one function.
 *
 * @param root the parsed function.json
 * @param surroundings its folder, whether host.json names an extension bundle, and the plan
 * @returns the readable bindings, and the host's complaints (the function is listed when there are none)
 * @see src/WebJobs.Script/Description/FunctionDescriptorProvider.cs, Utility.cs and
 *   src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs in Azure/azure-functions-host
 */
function readBindings(root, surroundings) {
    const raw = root.get('bindings');
    const nodes = (Array.isArray(raw) ? raw : []).filter(isLenientObject);
    if (!Array.isArray(raw) || raw.length === 0) {
        return { bindings: [], errors: ['At least one binding must be declared.'] };
    }
    const errors = [];
    if (nodes.length < raw.length) {
        errors.push("Unable to cast object of type 'Newtonsoft.Json.Linq.JValue' to type 'Newtonsoft.Json.Linq.JObject'.");
    }
    const bindings = nodes.map((node) => readBinding(node, surroundings, errors));
    errors.push(...duplicateNames(bindings), ...triggerCount(bindings), ...rootProblems(root, surroundings));
    return { bindings, errors };
}
function readBinding(node, surroundings, errors) {
    const name = function_bindings_text(node, 'name') ?? '';
    const type = function_bindings_text(node, 'type') ?? '';
    const writtenDirection = function_bindings_text(node, 'direction') ?? 'in';
    const direction = directions.find((known) => known === writtenDirection.toLowerCase());
    if (!bindingName.test(name)) {
        errors.push(`The binding name ${name} is invalid. Please assign a valid name to the binding.`);
    }
    if (direction === undefined)
        errors.push(`'${writtenDirection}' is not a valid binding direction.`);
    if (name === '$return' && direction !== 'out') {
        errors.push("$return bindings must specify a direction of 'out'.");
    }
    if (type.toLowerCase() === 'http' && direction === 'in') {
        errors.push('Http binding can only be used for output.');
    }
    errors.push(...typeProblems(node, name, type, surroundings));
    const methods = member(node, 'methods');
    const route = function_bindings_text(node, 'route');
    const dataType = function_bindings_text(node, 'dataType');
    const authLevel = function_bindings_text(node, 'authLevel');
    for (const { key, type: enumeration, values } of enumerations) {
        const value = function_bindings_text(node, key);
        if (value === undefined || values.some((known) => known === value.toLowerCase()))
            continue;
        errors.push(`Error converting value "${value}" to type '${enumeration}'.`);
    }
    return {
        name,
        type,
        direction: direction ?? 'in',
        ...(dataType === undefined ? {} : { dataType }),
        ...(route === undefined ? {} : { route }),
        ...(Array.isArray(methods)
            ? { methods: methods.filter((method) => typeof method === 'string') }
            : {}),
        ...(authLevel === undefined ? {} : { authLevel: authLevel.toLowerCase() }),
    };
}
function* typeProblems(node, name, type, { hasBundle, profile }) {
    if (type === '') {
        yield `Binding '${name}' is invalid. Bindings must specify a Type.`;
        return;
    }
    const lowerType = type.toLowerCase();
    if (!isBuiltInBinding(lowerType)) {
        if (!hasBundle) {
            yield `The binding type(s) '${type}' are not registered. Please ensure the type is correct and the binding extension is installed.`;
        }
        else if (!isBundleBinding(lowerType)) {
            yield `The binding type(s) '${type}' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured`;
        }
    }
    if (lowerType === 'blobtrigger' &&
        profile === 'flex' &&
        function_bindings_text(node, 'source')?.toLowerCase() !== 'eventgrid') {
        yield 'The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions.';
    }
    if (lowerType === 'timertrigger' && !isTimerSchedule(function_bindings_text(node, 'schedule') ?? '', profile)) {
        yield `The schedule expression '${function_bindings_text(node, 'schedule') ?? ''}' was not recognized as a valid cron expression or timespan string.`;
    }
}
function* duplicateNames(bindings) {
    const seen = new Set();
    for (const { name } of bindings) {
        if (seen.has(name.toLowerCase())) {
            yield `Multiple bindings with name '${name}' discovered. Binding names must be unique.`;
        }
        seen.add(name.toLowerCase());
    }
}
function* triggerCount(bindings) {
    const triggers = bindings.filter(({ type, direction }) => direction === 'in' && type.toLowerCase().endsWith('trigger'));
    if (triggers.length === 0)
        yield 'No trigger binding specified. A function must have a trigger input binding.';
    if (triggers.length > 1) {
        yield 'Multiple trigger bindings defined. A function can only have a single trigger binding.';
    }
}
function* rootProblems(root, { functionFolder }) {
    const scriptFile = function_bindings_text(root, 'scriptFile');
    if (scriptFile && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(functionFolder, scriptFile))) {
        yield "Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist.";
    }
    const source = function_bindings_text(root, 'configurationSource');
    if (source !== undefined && !['attributes', 'config'].includes(source.toLowerCase())) {
        yield `Illegal value '${source}' for 'configurationSource' property.`;
    }
    const retry = member(root, 'retry');
    if (isLenientObject(retry))
        yield* retryProblems(retry);
}
function* retryProblems(retry) {
    const strategy = function_bindings_text(retry, 'strategy')?.toLowerCase();
    if (strategy === undefined)
        return;
    if (!['fixeddelay', 'exponentialbackoff'].includes(strategy)) {
        yield `Error converting value "${strategy}" to type 'RetryStrategy'.`;
        return;
    }
    const required = strategy === 'fixeddelay'
        ? ['MaxRetryCount', 'DelayInterval']
        : ['MaxRetryCount', 'MinimumInterval', 'MaximumInterval'];
    for (const key of required) {
        const value = member(retry, key);
        if (value === undefined)
            yield `Value cannot be null. (Parameter '${key}')`;
        else if (key !== 'MaxRetryCount' && (typeof value !== 'string' || parseTimeSpanMs(value) === undefined)) {
            yield `Error converting value ${JSON.stringify(value)} to type 'System.TimeSpan'.`;
        }
    }
}
/** Newtonsoft binds properties without regard to case. */
function member(object, key) {
    const exact = object.get(key);
    if (exact !== undefined)
        return exact;
    for (const [name, value] of object) {
        if (name.toLowerCase() === key.toLowerCase())
            return value;
    }
    return undefined;
}
function function_bindings_text(object, key) {
    const value = member(object, key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./src/host/package-file.ts
/**
 * Reads small text files of an unpacked, untrusted package.
 */

const maximumBytes = 4 * 1024 * 1024;
const markedEncodings = { 65279: 'utf-16be', 65534: 'utf-16le' };
/**
 * Reads one text file.
 *
 * @param path an absolute path
 * @returns its text as UTF-8, or UTF-16 when it is marked so, without a byte order mark; undefined when it is missing, no file, unreadable or over 4 MiB
 * @see System.IO.File.ReadAllText in the .NET documentation
 */
function readPackageText(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        if (!stats.isFile() || stats.size > maximumBytes)
            return undefined;
        const bytes = (0,external_node_fs_.readFileSync)(path);
        // .NET tells UTF-16 by its byte order mark, and the decoder leaves the mark out.
        const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
        return new TextDecoder(markedEncodings[mark] ?? 'utf-8').decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/host/route-constraints.ts
/**
 * The inline constraints of ASP.NET route templates (`{id:int}`), as far as functions use them. Pure.
 */
const guid = '00000000-0000-4000-8000-000000000000';
const isNumber = (value) => value.trim() !== '' && Number.isFinite(Number(value));
const rules = {
    int: { sample: '1', test: (value) => /^-?\d{1,10}$/.test(value) },
    long: { sample: '1', test: (value) => /^-?\d{1,19}$/.test(value) },
    decimal: { sample: '1', test: isNumber },
    double: { sample: '1', test: isNumber },
    float: { sample: '1', test: isNumber },
    bool: { sample: 'true', test: (value) => /^(?:true|false)$/i.test(value) },
    guid: { sample: guid, test: (value) => /^\{?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?$/i.test(value) },
    datetime: { sample: '2024-01-31', test: (value) => !Number.isNaN(Date.parse(value)) },
    alpha: { sample: 'sample', test: (value) => /^[a-z]*$/i.test(value) },
    required: { sample: 'sample', test: (value) => value !== '' },
    minlength: { sample: 'sample-sample-sample', test: (value, least) => value.length >= Number(least) },
    maxlength: { sample: 's', test: (value, most) => value.length <= Number(most) },
    min: { sample: '1', test: (value, least) => isNumber(value) && Number(value) >= Number(least) },
    max: { sample: '1', test: (value, most) => isNumber(value) && Number(value) <= Number(most) },
    length: { sample: 'sample', test: (value, limits) => isBetween(value.length, limits, true) },
    range: { sample: '1', test: (value, limits) => isNumber(value) && isBetween(Number(value), limits, false) },
};
/**
 * Splits the constraints of one parameter.
 *
 * @param text what follows the parameter's name, for example `:int:min(1)`
 * @returns the constraints in order
 */
function splitConstraints(text) {
    return [...text.matchAll(/:([a-z]+)(?:\(([^)]*)\))?/gi)].map(([, name = '', argument = '']) => {
        const sample = sampleOf(name.toLowerCase(), argument);
        return { name: name.toLowerCase(), argument, ...(sample === undefined ? {} : { sample }) };
    });
}
/**
 * Tests one path segment. Constraints that are not known here (regular expressions, custom ones) accept all.
 *
 * @param constraint a constraint of the parameter
 * @param value the decoded segment
 * @returns whether the segment may stand for the parameter
 * @see the route constraint reference of ASP.NET Core
 */
function route_constraints_satisfies(constraint, value) {
    const rule = Object.hasOwn(rules, constraint.name) ? rules[constraint.name] : undefined;
    return rule === undefined || rule.test(value, constraint.argument);
}
function sampleOf(name, argument) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
        return undefined;
    if (rule.test(rule.sample, argument))
        return rule.sample;
    const first = Number(argument.split(',')[0]);
    if (!Number.isFinite(first))
        return rule.sample;
    return name === 'length' || name === 'minlength' ? 's'.repeat(Math.min(first, 200)) : String(first);
}
function isBetween(value, limits, mayBeExact) {
    const [low, high] = limits.split(',').map(Number);
    if (low === undefined)
        return true;
    if (high === undefined)
        return mayBeExact ? value === low : value >= low;
    return value >= low && value <= high;
}

;// CONCATENATED MODULE: ./src/host/routing.ts
/**
 * Which function a public path belongs to, by the rules of ASP.NET route templates. Pure.
 * Routing ignores case here; a Go mux behind it does not, and that difference is the handler's problem.
 */

/**
 * Finds the function for a request. A path that only matches with another method finds nothing, as in Azure.
 *
 * @param functions the app's functions
 * @param routePrefix the prefix without slashes, empty for none
 * @param method the request's method
 * @param path the request's path, still percent-encoded, with or without a query
 * @returns the function with its route parameters, or undefined
 * @see the route template reference of ASP.NET Core, and Host/ScriptHost.cs in Azure/azure-functions-host
 */
function matchRoute(functions, routePrefix, method, path) {
    const parts = splitPath(path);
    let best;
    for (const candidate of functions) {
        if (candidate.route === undefined)
            continue;
        if (candidate.methods.length > 0 && !candidate.methods.includes(method.toUpperCase()))
            continue;
        const segments = parseTemplate(joinRoute(routePrefix, candidate.route));
        const parameters = matchSegments(segments, parts);
        if (parameters === undefined)
            continue;
        const rank = segments.map(rankOf).join('');
        if (best === undefined || rank < best.rank)
            best = { match: { function: candidate, parameters }, rank };
    }
    return best?.match;
}
/**
 * Whether the host refuses the second of two functions because of its route.
 *
 * @param first a function that the host has accepted
 * @param second the function to judge
 * @returns true when the templates are equal and a method is common
 * @see Host/ScriptHost.cs (HttpRoutesConflict) in Azure/azure-functions-host
 */
function routesConflict(first, second) {
    if (first.route === undefined || second.route === undefined)
        return false;
    if (first.route.toLowerCase() !== second.route.toLowerCase())
        return false;
    if (first.methods.length === 0 || second.methods.length === 0)
        return true;
    return first.methods.some((method) => second.methods.includes(method));
}
/**
 * A path that a route template matches, with sample values for its parameters.
 *
 * @param routePrefix the prefix without slashes, empty for none
 * @param route the template
 * @returns the path, and whether it holds sample values
 */
function samplePath(routePrefix, route) {
    const segments = parseTemplate(joinRoute(routePrefix, route));
    const parts = [];
    let hasSamples = false;
    for (const { literal, parameter, mixed } of segments) {
        if (literal !== undefined)
            parts.push(encodeSegment(literal));
        if (mixed !== undefined) {
            hasSamples = true;
            parts.push(encodeSegment(mixed.sample));
        }
        if (parameter === undefined || parameter.isOptional || parameter.isCatchAll)
            continue;
        if (parameter.fallback !== undefined)
            continue;
        hasSamples = true;
        parts.push(sampleValue(parameter.constraints));
    }
    return { path: `/${parts.join('/')}`, hasSamples: hasSamples || segments.some(isCatchAll) };
}
function sampleValue(constraints) {
    const samples = constraints.flatMap(({ sample }) => (sample === undefined ? [] : [sample]));
    const fits = (value) => constraints.every((constraint) => route_constraints_satisfies(constraint, value));
    return samples.find(fits) ?? samples[0] ?? 'sample';
}
function isCatchAll(segment) {
    return segment.parameter?.isCatchAll === true;
}
/** A route may hold half of a surrogate pair, which has no encoding. */
function encodeSegment(text) {
    return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}
function joinRoute(prefix, route) {
    return [prefix, route].filter((part) => part !== '').join('/');
}
function splitPath(path) {
    const [pathOnly = ''] = path.split(/[?#]/);
    return pathOnly
        .split('/')
        .filter((part) => part !== '')
        .map(decode);
}
function decode(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
function parseTemplate(template) {
    return template
        .split('/')
        .filter((part) => part !== '')
        .map((part) => {
        const match = /^\{(\*{0,2})([^{}:=?]+)((?::[^=]*?)?)(?:=(.*?))?(\?)?\}$/.exec(part);
        if (match === null)
            return part.includes('{') ? { mixed: parseMixed(part) } : { literal: part };
        const [, stars = '', name = '', constraints = '', fallback, optional] = match;
        return {
            parameter: {
                name,
                constraints: splitConstraints(constraints),
                isOptional: optional === '?',
                isCatchAll: stars !== '',
                ...(fallback === undefined ? {} : { fallback }),
            },
        };
    });
}
function parseMixed(part) {
    // Literals at even places, names of parameters between them.
    const pieces = part.split(/\{([^{}:=?]+)[^{}]*\}/);
    const sample = pieces.map((piece, index) => (index % 2 === 1 ? 'sample' : piece)).join('');
    return { pieces, sample };
}
/**
 * Matches from the right, as RoutePatternMatcher.cs of ASP.NET does: each parameter is as short as the literal
 * before it allows. Nothing is tried twice, so no route is slow.
 */
function matchMixed(pieces, part) {
    // A few letters have a lower case of two characters: places would no longer be the same.
    const text = part.toLowerCase().length === part.length ? part.toLowerCase() : part;
    const last = (pieces.at(-1) ?? '').toLowerCase();
    if (!text.endsWith(last))
        return undefined;
    const found = [];
    let end = text.length - last.length;
    for (let index = pieces.length - 2; index > 0; index -= 2) {
        const literal = (pieces[index - 1] ?? '').toLowerCase();
        const at = index === 1 ? 0 : text.lastIndexOf(literal, end - 1 - literal.length);
        const start = at + literal.length;
        if (at < 0 || start >= end || !text.startsWith(literal, at))
            return undefined;
        found.unshift([pieces[index] ?? '', part.slice(start, end)]);
        end = at;
    }
    return end === 0 ? found : undefined;
}
function matchSegments(segments, parts) {
    const parameters = [];
    let index = 0;
    for (const { literal, parameter, mixed } of segments) {
        const part = parts[index];
        if (parameter?.isCatchAll) {
            parameters.push([parameter.name, parts.slice(index).join('/')]);
            return Object.fromEntries(parameters);
        }
        if (part === undefined) {
            if (parameter?.fallback !== undefined)
                parameters.push([parameter.name, parameter.fallback]);
            else if (!parameter?.isOptional)
                return undefined;
            continue;
        }
        if (literal !== undefined && literal.toLowerCase() !== part.toLowerCase())
            return undefined;
        if (mixed !== undefined) {
            const values = matchMixed(mixed.pieces, part);
            if (values === undefined)
                return undefined;
            parameters.push(...values);
        }
        if (parameter !== undefined) {
            if (!parameter.constraints.every((constraint) => satisfies(constraint, part)))
                return undefined;
            parameters.push([parameter.name, part]);
        }
        index += 1;
    }
    return index === parts.length ? Object.fromEntries(parameters) : undefined;
}
/** Literals win over constrained parameters, those over plain ones, catch-alls come last. */
function rankOf({ literal, parameter, mixed }) {
    if (literal !== undefined)
        return '1';
    if (mixed !== undefined)
        return '2';
    if (parameter?.isCatchAll)
        return '4';
    return parameter !== undefined && parameter.constraints.length > 0 ? '2' : '3';
}

;// CONCATENATED MODULE: ./src/host/function-list.ts
/**
 * Which functions the host finds in a package, and which of them it refuses.
 * One bad function does not touch the others; it is kept here with the host's complaint.
 */







const namePattern = /^[a-z][a-z0-9_-]{0,127}$/i;
const maximumFunctions = 1000;
/**
 * Finds the functions: direct child folders with a `function.json`, or routes in host.json.
 *
 * @param folder the package's root
 * @param discovery host.json's keys and what depends on them
 * @returns the functions in folder order, and what stops the host as a whole
 * @see src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs, Description/FunctionDescriptorProvider.cs and
 *   Host/ScriptHost.cs in Azure/azure-functions-host
 */
function discoverFunctions(folder, discovery) {
    const fromRoutes = functionsFromRoutes(discovery);
    const inFolders = functionFolders(folder).map((name) => readFunction(folder, name, discovery));
    if (fromRoutes.length > 0) {
        if (inFolders.length === 0)
            return { functions: fromRoutes };
        const problem = 'Detected both function.json files and custom handler HTTP route configuration definition in host.json.';
        return { functions: [], problem };
    }
    const allowed = configurationList(discovery.configuration, 'functions').map((name) => name.toLowerCase());
    const visible = inFolders.filter(({ name }) => allowed.length === 0 || allowed.includes(name.toLowerCase()));
    return { functions: refuseConflictingRoutes(visible) };
}
function functionFolders(folder) {
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
    return entries
        .filter((entry) => entry.isDirectory() && hasFunctionFile((0,external_node_path_.join)(folder, entry.name)))
        .map((entry) => entry.name)
        .sort()
        .slice(0, maximumFunctions);
}
/** The file's name is compared exactly, also where the file system would not. */
function hasFunctionFile(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).includes('function.json');
    }
    catch {
        return false;
    }
}
function readFunction(folder, name, discovery) {
    const refused = (error) => ({ ...blankFunction(name), errors: [error] });
    if (!namePattern.test(name) || name.toLowerCase() === 'host') {
        return refused(`'${name}' is not a valid function name.`);
    }
    const root = readLenientObject(readPackageText((0,external_node_path_.join)(folder, name, 'function.json')) ?? '');
    if (!isLenientObject(root))
        return refused(`Unable to parse function.json: ${root.problem}`);
    const { bindings, errors } = readBindings(root, {
        functionFolder: (0,external_node_path_.join)(folder, name),
        hasBundle: discovery.configuration.has('extensionBundle'),
        profile: discovery.profile,
    });
    const inputs = bindings.filter(({ direction }) => direction === 'in');
    const outputs = bindings.filter(({ direction }) => direction !== 'in');
    const trigger = inputs.find(({ type }) => type.toLowerCase().endsWith('trigger'));
    const isHttp = trigger?.type.toLowerCase() === 'httptrigger';
    const route = isHttp ? (trigger.route ?? name) : undefined;
    const found = [...errors];
    if (route !== undefined && /^(?:admin|runtime)/i.test(route.replace(/^\/+/, ''))) {
        found.push('The specified route conflicts with one or more built in routes.');
    }
    if (!discovery.hasHandler)
        found.push(noScriptText);
    return {
        name,
        trigger: trigger?.type ?? '',
        ...(route === undefined ? {} : { route: route.replace(/^\/+|\/+$/g, '') }),
        methods: isHttp ? (trigger.methods ?? []).map((method) => method.toUpperCase()) : [],
        authLevel: trigger?.authLevel ?? 'function',
        bindings,
        isHttpInAndOut: isHttp && inputs.length === 1 && outputs.length === 1 && outputs[0]?.type.toLowerCase() === 'http',
        errors: found,
    };
}
const noScriptText = 'Unable to determine the primary function script. Make sure at least one script file is present.';
function blankFunction(name) {
    return {
        name,
        trigger: '',
        methods: [],
        authLevel: 'function',
        bindings: [],
        isHttpInAndOut: false,
        errors: [],
    };
}
/** `customHandler.http.routes` gives functions without a function.json, named in order. */
function functionsFromRoutes({ configuration, isMcp }) {
    const path = 'customHandler:http:routes';
    const routes = isMcp
        ? [{ route: '{*route}', authLevel: 'function' }]
        : configuration.children(path).map((index) => ({
            route: configuration.get(`${path}:${index}:route`) ?? '',
            authLevel: configuration.get(`${path}:${index}:authorizationLevel`) ??
                configuration.get('customHandler:http:defaultAuthorizationLevel') ??
                'function',
        }));
    return routes.map(({ route, authLevel }, index) => ({
        ...blankFunction(`http-handler${index + 1}`),
        trigger: 'httpTrigger',
        route: route.replace(/^\/+|\/+$/g, ''),
        authLevel,
        bindings: [
            { name: 'req', type: 'httpTrigger', direction: 'in', authLevel },
            { name: 'res', type: 'http', direction: 'out' },
        ],
        isHttpInAndOut: true,
    }));
}
function refuseConflictingRoutes(functions) {
    const accepted = [];
    return functions.map((candidate) => {
        if (candidate.errors.length > 0)
            return candidate;
        const rival = accepted.find((other) => routesConflict(other, candidate));
        if (rival === undefined) {
            accepted.push(candidate);
            return candidate;
        }
        const error = `The route specified conflicts with the route defined by function '${rival.name}'.`;
        return { ...candidate, errors: [error] };
    });
}

;// CONCATENATED MODULE: ./src/host/app.ts
/**
 * An unpacked package as the Functions host reads it: host.json, function.json files, what starts and where
 * requests go. Reports what the host would log; it neither starts anything nor explains mistakes to users.
 */






const hostProfiles = (/* unused pure expression or super */ null && (['flex', 'consumption', 'premium', 'dedicated']));
const forwardings = (/* unused pure expression or super */ null && (['none', 'forward', 'proxy']));
/**
 * Reads an unpacked package the way the host does.
 *
 * @param folder the package's root, in Azure `/home/site/wwwroot`
 * @param options app settings (they can override host.json) and the plan, where rules depend on it
 * @returns the app; mistakes are in `errors`, and each function's own in its `errors`
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs and
 *   src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs in Azure/azure-functions-host
 */
function loadApp(folder, options = {}) {
    const path = (0,external_node_path_.join)(folder, 'host.json');
    const root = readLenientObject(readPackageText(path) ?? '{}');
    if (!isLenientObject(root))
        return brokenApp(folder, [`Unable to parse host configuration file '${path}'.`]);
    // Without a host.json, and with an empty one, the host goes on with its defaults: healthy, and no functions.
    const isDefault = root.size === 0;
    const version = isDefault ? undefined : versionProblem(root);
    if (version !== undefined)
        return brokenApp(folder, [version]);
    const configuration = flattenConfiguration(root, options.settings);
    const problems = [...hostProblems(configuration, options)];
    const warnings = isDefault ? [noFunctionsText] : [];
    const section = handlerSection(configuration, warnings);
    const handler = readHandler(configuration, section, problems);
    const isMcp = sameText(configuration.get('configurationProfile'), 'mcp-custom-handler');
    const { functions, problem } = discoverFunctions(folder, {
        configuration,
        hasHandler: handler !== undefined,
        isMcp,
        profile: options.profile,
    });
    if (problem !== undefined)
        problems.push(problem);
    return {
        folder,
        handler,
        forwarding: isMcp ? 'proxy' : forwardingOf(configuration, section),
        isLegacy: section === 'httpWorker',
        routePrefix: isMcp ? '' : routePrefixOf(configuration),
        functions,
        errors: problems,
        warnings,
    };
}
const noFunctionsText = "No functions were found. A valid host.json file wasn't found in the package root.";
function brokenApp(folder, errors) {
    return {
        folder,
        handler: undefined,
        forwarding: 'none',
        isLegacy: false,
        routePrefix: 'api',
        functions: [],
        errors,
        warnings: [],
    };
}
/** The version is read from the raw object: its key is the only one whose case matters. */
function versionProblem(root) {
    const version = root.get('version');
    if (version === undefined || version === null) {
        return "The host.json file is missing the required 'version' property.";
    }
    if (version === '2.0')
        return undefined;
    const shown = typeof version === 'object' ? JSON.stringify(version) : String(version);
    return `'${shown}' is an invalid value for host.json 'version' property. We recommend you set the 'version' property to '2.0'.`;
}
function* hostProblems(configuration, { profile, settings = {} }) {
    const timeout = configuration.get('functionTimeout');
    const problem = timeout === undefined ? undefined : functionTimeoutProblem(timeout, profile);
    if (problem !== undefined)
        yield problem;
    if (configuration.has('extensionBundle')) {
        for (const key of ['id', 'version']) {
            const value = configuration.get(`extensionBundle:${key}`) ?? '';
            const isValid = key === 'id' ? value !== '' : isVersionRange(value);
            if (isValid)
                continue;
            yield `The value of ${key} property in extensionBundle section of host.json file is invalid or missing.`;
        }
    }
    const profileName = configuration.get('configurationProfile');
    if (profileName && !['default', 'mcp-custom-handler'].includes(profileName.toLowerCase())) {
        yield `The configuration profile '${profileName}' is not supported.`;
    }
    const port = configuration.get('customHandler:port');
    if (port !== undefined && portNumber(port) === undefined) {
        yield `Unable to bind to port ${port} specified in configuration. Please specify a different port or remove the setting.`;
    }
    yield* conversionProblems(configuration);
    const workerRuntime = settings['FUNCTIONS_WORKER_RUNTIME'] ?? 'custom';
    if (configuration.has('customHandler:http:routes') && !sameText(workerRuntime, 'custom')) {
        yield 'Routes configuration is only allowed for worker runtime: custom';
    }
}
/** Values that the configuration binder cannot convert stop the host; a key without a value is left alone. */
function* conversionProblems(configuration) {
    const isBoolean = (text) => /^(?:true|false)$/i.test(text.trim());
    const conversions = [
        ['enableForwardingHttpRequest', 'Boolean', isBoolean],
        ['enableProxyingHttpRequest', 'Boolean', isBoolean],
        ['initializationTimeout', 'TimeSpan', (text) => parseTimeSpanMs(text) !== undefined],
    ];
    for (const [key, type, isConvertible] of conversions) {
        const value = configuration.get(`customHandler:${key}`) ?? '';
        if (value === '' || isConvertible(value))
            continue;
        yield `Failed to convert configuration value at 'AzureFunctionsJobHost:customHandler:${key}' to type 'System.${type}'.`;
    }
}
function handlerSection(configuration, warnings) {
    const hasCustomHandler = configuration.has('customHandler');
    if (!configuration.has('httpWorker'))
        return hasCustomHandler ? 'customHandler' : undefined;
    warnings.push(hasCustomHandler
        ? 'Both httpWorker and customHandler sections are spefified in host.json file.'
        : 'Section httpWorker will be deprecated. Please use customHandler section.');
    return hasCustomHandler ? 'customHandler' : 'httpWorker';
}
function readHandler(configuration, section, problems) {
    if (section === undefined)
        return undefined;
    const description = `${section}:description`;
    if (!configuration.has(description)) {
        problems.push('Missing worker Description.');
        return undefined;
    }
    const executable = configuration.get(`${description}:defaultExecutablePath`) ?? '';
    if (executable === '') {
        problems.push('WorkerDescription DefaultExecutablePath cannot be empty');
        return undefined;
    }
    const port = portNumber(configuration.get('customHandler:port') ?? '');
    return {
        executable,
        workerPath: configuration.get(`${description}:defaultWorkerPath`) ?? '',
        workerDirectory: configuration.get(`${description}:workerDirectory`) ?? '',
        workingDirectory: configuration.get(`${description}:workingDirectory`) ?? '',
        arguments: configurationList(configuration, `${description}:arguments`),
        workerArguments: configurationList(configuration, `${description}:workerArguments`),
        initializationTimeoutMs: parseTimeSpanMs(configuration.get(`${section}:initializationTimeout`) ?? '') ?? 30_000,
        ...(port === undefined ? {} : { port }),
    };
}
/** Proxying wins over forwarding; a flag anywhere but directly under `customHandler` does not exist. */
function forwardingOf(configuration, section) {
    if (section === 'httpWorker')
        return 'forward';
    const isOn = (flag) => sameText(configuration.get(`customHandler:${flag}`)?.trim(), 'true');
    if (isOn('enableProxyingHttpRequest'))
        return 'proxy';
    return isOn('enableForwardingHttpRequest') ? 'forward' : 'none';
}
function routePrefixOf(configuration) {
    return (configuration.get('extensions:http:routePrefix') ?? 'api').replace(/^\/+|\/+$/g, '');
}
function portNumber(text) {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    return port > 0 && port < 65_536 ? port : undefined;
}
/** A NuGet version range: `[4.*, 5.0.0)`, `[1.2.3]`, or a bare minimum version. */
function isVersionRange(text) {
    const version = String.raw `\d+(?:\.(?:\d+|\*)){0,3}(?:-[\w.]+)?`;
    const match = new RegExp(String.raw `^(?:[[(]\s*(${version})?\s*(?:,\s*(${version})?\s*)?[\])]|${version})$`).exec(text.trim());
    if (match === null)
        return false;
    const [, lowest, highest] = match;
    return lowest === undefined || highest === undefined || compareVersions(lowest, highest) <= 0;
}
function compareVersions(one, other) {
    const [left = [], right = []] = [one, other].map((text) => text.split(/[.-]/).map(Number));
    for (let index = 0; index < 4; index += 1) {
        const difference = (left[index] || 0) - (right[index] || 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function sameText(left, right) {
    return left?.toLowerCase() === right;
}

;// CONCATENATED MODULE: ./src/host/environment.ts
/**
 * The environment in which the host starts a handler, and nothing of the process that starts it here:
 * a runner's tokens and paths must never reach the user's program.
 */
/** Programs are looked up in these folders only. */
const hostPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** The variable by which processes of one handler are recognised, also when they left its process group. */
const workerIdVariable = 'FUNCTIONS_CUSTOMHANDLER_WORKER_ID';
/**
 * Composes the environment of a handler: the app settings, then what the host itself sets, which wins.
 *
 * @param surroundings port, worker id, folders and app settings
 * @returns the complete environment
 * @see src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs in Azure/azure-functions-host
 */
function handlerEnvironment(surroundings) {
    const { port, workerId, appRoot, home, settings = {} } = surroundings;
    return {
        FUNCTIONS_WORKER_RUNTIME: 'custom',
        FUNCTIONS_EXTENSION_VERSION: '~4',
        ...settings,
        PATH: hostPath,
        HOME: home,
        AzureWebJobsScriptRoot: appRoot,
        FUNCTIONS_APP_ROOT_PATH: appRoot,
        FUNCTIONS_CUSTOMHANDLER_PORT: String(port),
        [workerIdVariable]: workerId,
        FUNCTIONS_HTTPWORKER_PORT: String(port),
        FUNCTIONS_HTTPWORKER_ID: workerId,
    };
}

;// CONCATENATED MODULE: ./src/host/command-line.ts
/**
 * What the host would start: the executable's path, the arguments and the working directory.
 * Looks at files to resolve names; it starts nothing.
 */



/** Programs that a build machine has and no image of the Functions host. */
const absentFromHost = new Set(['go', 'gofmt', 'gcc', 'cc', 'make']);
/**
 * Resolves a handler's description as the host does before it starts the process.
 *
 * @param handler the description in host.json
 * @param appRoot the folder of host.json
 * @param environment the handler's complete environment, for `%NAME%`
 * @returns what would be started
 * @see src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs, ProcessManagement/WorkerDescription.cs and
 *   ProcessManagement/DefaultWorkerProcessFactory.cs in Azure/azure-functions-host
 */
function resolveCommand(handler, appRoot, environment) {
    const executable = hereIfInApp(expandVariables(handler.executable, environment), appRoot);
    const inWorkerDirectory = (0,external_node_path_.join)(fromRoot(appRoot, handler.workerDirectory), executable);
    const isInPackage = !(0,external_node_path_.isAbsolute)(executable) && isFile(inWorkerDirectory);
    const fileName = isInPackage ? inWorkerDirectory : executable;
    return {
        fileName,
        program: (0,external_node_path_.isAbsolute)(fileName) ? existing(fileName) : findOnPath(fileName),
        arguments: resolveArguments(handler, environment),
        workingDirectory: fromRoot(appRoot, handler.workingDirectory),
    };
}
/**
 * Splits a command line into arguments as .NET does on Unix: blanks separate, double quotes group,
 * backslashes are special only before a quote.
 *
 * @param line the joined arguments
 * @returns the arguments
 * @see System.Diagnostics.ProcessStartInfo.Arguments in the .NET documentation
 */
function splitCommandLine(line) {
    const found = [];
    let current;
    let isQuoted = false;
    for (let index = 0; index < line.length; index += 1) {
        const backslashes = /^\\+(?=")/.exec(line.slice(index))?.[0].length ?? 0;
        if (backslashes > 0) {
            current = (current ?? '') + '\\'.repeat(Math.floor(backslashes / 2));
            index += backslashes;
            if (backslashes % 2 === 1) {
                current += '"';
                continue;
            }
        }
        const character = line[index] ?? '';
        if (character === '"') {
            current ??= '';
            if (isQuoted && line[index + 1] === '"') {
                current += '"';
                index += 1;
            }
            else {
                isQuoted = !isQuoted;
            }
        }
        else if (!isQuoted && (character === ' ' || character === '\t')) {
            if (current !== undefined)
                found.push(current);
            current = undefined;
        }
        else {
            current = (current ?? '') + character;
        }
    }
    if (current !== undefined)
        found.push(current);
    return found;
}
/**
 * Every argument is expanded and joined without quotes; then each remaining `%\u2026%` span of the whole line,
 * also across two arguments, is deleted. Only the worker path is quoted.
 */
function resolveArguments(handler, environment) {
    const expand = (text) => expandVariables(text, environment);
    const workerPath = handler.workerPath === '' ? [] : [`"${expand(handler.workerPath)}"`];
    const line = [...handler.arguments.map(expand), ...workerPath, ...handler.workerArguments.map(expand)].join(' ');
    return splitCommandLine(line.replace(/%[^%]*%/g, ''));
}
/** A name that is not set stays as it is written, percent signs included. */
function expandVariables(text, environment) {
    return text.replace(/%([^%]+)%/g, (written, name) => Object.hasOwn(environment, name) ? (environment[name] ?? written) : written);
}
function fromRoot(appRoot, directory) {
    return (0,external_node_path_.isAbsolute)(directory) ? hereIfInApp(directory, appRoot) : (0,external_node_path_.join)(appRoot, directory);
}
/** What lies in the app's folder in Azure lies in `appRoot` here. */
function hereIfInApp(path, appRoot) {
    const inside = (0,external_node_path_.relative)('/home/site/wwwroot', path);
    return (0,external_node_path_.isAbsolute)(path) && !inside.startsWith('..') ? (0,external_node_path_.join)(appRoot, inside) : path;
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function existing(path) {
    return (0,external_node_fs_.existsSync)(path) ? path : undefined;
}
function findOnPath(name) {
    if (name === '' || absentFromHost.has(name))
        return undefined;
    return hostPath
        .split(':')
        .map((folder) => (0,external_node_path_.join)(folder, name))
        .find((path) => isFile(path) && isExecutable(path));
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/host/free-port.ts
/**
 * Free TCP ports on the IPv4 loopback address.
 */

/**
 * Finds a port that nothing listens on at this moment, or tests a given one.
 *
 * @param wanted the port that must be free; 0 for any
 * @returns the port
 * @throws Error with the host's text when the wanted port is taken
 * @see src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs in Azure/azure-functions-host
 */
function freePort(wanted = 0) {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', (cause) => {
            const text = `Unable to bind to port ${wanted} specified in configuration. Please specify a different port or remove the setting.`;
            reject(wanted === 0 ? cause : new Error(text, { cause }));
        });
        server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, () => {
            const address = server.address();
            const port = typeof address === 'object' && address !== null ? address.port : wanted;
            server.close(() => resolve(port));
        });
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./src/host/output-lines.ts
/**
 * Cuts an untrusted byte stream into lines of bounded length and number.
 */

const maximumLineLength = 2000;
const maximumLines = 20_000;
/**
 * Makes a consumer of chunks that passes on whole lines. Longer lines are cut; after very many lines
 * the rest is read and dropped, so that the writer never blocks.
 *
 * @param onLine called with each line without its line break
 * @returns listeners for the events `data` and `end`
 */
function lineReader(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    let count = 0;
    const pass = (line) => {
        count += 1;
        if (count <= maximumLines)
            onLine(line.replace(/\r$/, '').slice(0, maximumLineLength));
    };
    return {
        write: (chunk) => {
            if (count >= maximumLines)
                return;
            const parts = (rest + decoder.write(chunk)).split('\n');
            rest = parts.pop() ?? '';
            for (const part of parts)
                pass(part);
            if (rest.length > maximumLineLength) {
                pass(rest);
                rest = '';
            }
        },
        end: () => {
            if (rest !== '')
                pass(rest);
            rest = '';
        },
    };
}

;// CONCATENATED MODULE: ./src/host/process-family.ts
/**
 * The processes that belong to one handler: its process group, and whoever carries its worker id.
 * Linux only; elsewhere the family is the process itself.
 */


/**
 * Lists the living processes of a handler.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the value of FUNCTIONS_CUSTOMHANDLER_WORKER_ID that only this family has
 * @returns process ids; processes of other users are not seen
 * @see proc(5): /proc/[pid]/stat and /proc/[pid]/environ
 */
function processFamily(groupId, workerId) {
    if (process.platform !== 'linux')
        return [groupId];
    const marker = `${workerIdVariable}=${workerId}\0`;
    return (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => isInGroup(pid, groupId) || carries(pid, marker));
}
/**
 * Kills every process of a handler at once. A process that starts another one meanwhile is met in a next round.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the worker id in the family's environment
 */
function killFamily(groupId, workerId) {
    kill(process.platform === 'win32' ? groupId : -groupId);
    for (let round = 0; round < 3; round += 1) {
        const left = processFamily(groupId, workerId).filter((pid) => pid !== process.pid);
        if (left.length === 0 || process.platform !== 'linux')
            return;
        for (const pid of left)
            kill(pid);
    }
}
/**
 * Sees to it that a family does not outlive this process, however it ends short of SIGKILL.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the worker id in the family's environment
 * @returns to be called when the family has ended
 */
function endWithUs(groupId, workerId) {
    if (guarded.size === 0)
        process.on('exit', killGuarded);
    guarded.set(groupId, workerId);
    return () => {
        guarded.delete(groupId);
        if (guarded.size === 0)
            process.removeListener('exit', killGuarded);
    };
}
/** Shared, because every listener of its own would count against the limit of the process object. */
const guarded = new Map();
function killGuarded() {
    for (const [groupId, workerId] of guarded)
        killFamily(groupId, workerId);
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // Already gone, which is what was wanted.
    }
}
/** Field 5 of stat is the group; the name in field 2 may hold blanks and parentheses. Zombies do not count. */
function isInGroup(pid, groupId) {
    const stat = readProcFile(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] !== 'Z' && Number(fields[2]) === groupId;
}
function carries(pid, marker) {
    return `${readProcFile(`/proc/${pid}/environ`)}\0`.includes(marker);
}
function readProcFile(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/host/handler-process.ts
/**
 * One process of a handler: starts it as the host does, keeps the last of its output, ends all of its family.
 * It does not know whether the handler is ready or how often it may be restarted.
 */







/** Thrown when the operating system does not start the program. */
class HandlerStartError extends errors/* ActionError */.l {
    problem;
    /** The two lines of the host's log. */
    hostLog;
    /**
     * @param command what was to be started
     * @param problem the kernel's answer
     * @param cause the error of the runtime, when it came from there
     */
    constructor(command, problem, cause) {
        const { fileName, workingDirectory } = command;
        const sentence = `An error occurred trying to start process '${fileName}' with working directory ` +
            `'${workingDirectory}'. ${execProblemTexts[problem]}`;
        super('handler-start-failed', sentence, { cause });
        this.problem = problem;
        this.hostLog = [`Failed to start Worker Channel. Process fileName: ${fileName}`, sentence];
    }
}
const killWaitMs = 2000;
/**
 * Starts a handler in its own process group.
 *
 * @param command what to start, as `resolveCommand` gives it
 * @param environment its complete environment, as `handlerEnvironment` gives it
 * @param onLine called with each line of output, cut to a bounded length
 * @returns the running process
 * @throws HandlerStartError when the kernel refuses the program
 * @see src/WebJobs.Script/Workers/ProcessManagement/WorkerProcess.cs in Azure/azure-functions-host
 */
async function startHandler(command, environment, onLine = () => { }) {
    const problem = (0,external_node_fs_.existsSync)(command.workingDirectory) ? execProblem(command.program) : 'ENOENT';
    if (problem !== undefined || command.program === undefined) {
        throw new HandlerStartError(command, problem ?? 'ENOENT');
    }
    const child = (0,external_node_child_process_.spawn)(command.program, command.arguments, {
        cwd: command.workingDirectory,
        env: { ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that what the handler starts ends with it.
        detached: true,
        windowsHide: true,
    });
    const pid = await spawned(child, command);
    return superviseChild(child, pid, environment[workerIdVariable] ?? '', command, onLine);
}
/**
 * The lines that the host logs when a handler ends by itself.
 *
 * @param handler the process that ended
 * @param exit how it ended
 * @returns nothing for code 0, which the host does not call an error
 * @see WorkerProcess.cs (OnProcessExited) in Azure/azure-functions-host
 */
function exitLog(handler, exit) {
    if (exit.code === 0)
        return [];
    // .NET reports a signal as 128 plus its number.
    const code = exit.code ?? 128 + (signalNumbers[exit.signal ?? ''] ?? 0);
    const shown = `${handler.command.fileName} exited with code ${code} (0x${code.toString(16).toUpperCase()})`;
    return [shown, ...handler.lastErrors(3), `Language Worker Process exited. Pid=${handler.pid}.`];
}
const signalNumbers = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGILL: 4,
    SIGTRAP: 5,
    SIGABRT: 6,
    SIGBUS: 7,
    SIGFPE: 8,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
};
function spawned(child, command) {
    return new Promise((resolve, reject) => {
        child.once('spawn', () => resolve(child.pid ?? 0));
        child.once('error', (error) => {
            reject(new HandlerStartError(command, execProblems.find((known) => known === error.code) ?? 'ENOENT', error));
        });
    });
}
function superviseChild(child, pid, workerId, command, onLine) {
    const errors = [];
    readLines(child.stdout, (text) => onLine({ stream: 'stdout', text }));
    readLines(child.stderr, (text) => {
        errors.push(text);
        if (errors.length > maximumErrorLines)
            errors.shift();
        onLine({ stream: 'stderr', text });
    });
    let exit;
    // An interrupted runner must not leave the handler behind.
    const release = endWithUs(pid, workerId);
    const ended = new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            exit = { code, signal };
            // A child that inherited the pipes may hold them open for ever.
            setTimeout(() => resolve({ code, signal }), outputGraceMs).unref();
        });
        child.once('close', (code, signal) => resolve({ code, signal }));
    });
    return {
        pid,
        workerId,
        command,
        ended,
        get exit() {
            return exit;
        },
        lastErrors: (count) => errors.slice(-count),
        kill: async () => {
            killFamily(pid, workerId);
            await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, killWaitMs).unref())]);
            release();
            child.stdout?.destroy();
            child.stderr?.destroy();
        },
    };
}
function readLines(stream, onLine) {
    const reader = lineReader(onLine);
    stream?.on('data', reader.write);
    stream?.on('end', reader.end);
}
const maximumErrorLines = 50;
const outputGraceMs = 250;

;// CONCATENATED MODULE: ./src/host/forwarding.ts
/** The version that this host claims to be in the headers it adds. */
const hostVersion = '4.1052.0';
const hopByHop = new Set([
    'connection',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
    'expect',
]);
/** The headers that .NET files under the content; two of them survive forwarding. */
const contentHeaders = new Set([
    'allow',
    'content-disposition',
    'content-encoding',
    'content-language',
    'content-location',
    'content-md5',
    'content-range',
    'expires',
    'last-modified',
]);
/**
 * Composes the request that the handler receives.
 *
 * @param incoming the public request
 * @param rules forwarding or proxying, and the invocation's id
 * @returns the request for the handler: same method and path, query merged unless proxied, headers added
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs and
 *   src/WebJobs.Script/Extensions/HttpRequestExtensions.cs in Azure/azure-functions-host
 */
function forwardedRequest(incoming, rules) {
    const [path = '/', query = ''] = splitOnce(incoming.path, '?');
    const isProxied = rules.mode === 'proxy';
    const target = rules.legacyFunctionName === undefined ? path : `/${rules.legacyFunctionName}`;
    const search = isProxied ? query : mergeQuery(query);
    // Chunked requests reach a forwarded handler empty.
    const declaredLength = Number(single(incoming.headers['content-length']) ?? 0);
    const body = isProxied || declaredLength > 0 ? incoming.body : undefined;
    return {
        method: incoming.method.toUpperCase(),
        path: search === '' ? target : `${target}?${search}`,
        headers: forwardedHeaders(incoming, rules, body),
        ...(body === undefined || body.length === 0 ? {} : { body }),
    };
}
/**
 * The headers of a handler's answer that reach the client.
 *
 * @param response the handler's answer
 * @returns all but those that belong to one connection
 */
function returnedHeaders(response) {
    return Object.fromEntries(Object.entries(response.headers).filter(([name]) => !hopByHop.has(name)));
}
function forwardedHeaders(incoming, rules, body) {
    const headers = {};
    for (const [name, value] of Object.entries(incoming.headers)) {
        const key = name.toLowerCase();
        if (value === undefined || hopByHop.has(key) || key === 'content-length')
            continue;
        if (rules.mode === 'forward' && contentHeaders.has(key))
            continue;
        if (key === 'content-type' && (body === undefined || body.length === 0) && rules.mode === 'forward')
            continue;
        headers[key] = value;
    }
    if (body !== undefined && body.length > 0)
        headers['content-length'] = String(body.length);
    const product = `Azure-Functions-Host/${hostVersion}`;
    const agent = single(incoming.headers['user-agent']);
    headers['user-agent'] = agent === undefined ? product : `${agent} ${product}`;
    headers['x-azure-functions-hostversion'] = hostVersion;
    headers['x-azure-functions-invocationid'] = rules.invocationId;
    return headers;
}
/** The query passes through a dictionary: repeated keys end up as one value with commas. */
function mergeQuery(query) {
    const values = new Map();
    for (const [name, value] of new URLSearchParams(query)) {
        const known = values.get(name.toLowerCase());
        if (known === undefined)
            values.set(name.toLowerCase(), { name, values: [value] });
        else
            known.values.push(value);
    }
    return [...values.values()]
        .map((entry) => `${encodeURIComponent(entry.name)}=${encodeURIComponent(entry.values.join(','))}`)
        .join('&');
}
function splitOnce(text, separator) {
    const index = text.indexOf(separator);
    return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
function single(value) {
    return typeof value === 'string' || value === undefined ? value : value[0];
}

;// CONCATENATED MODULE: ./src/host/contract.ts

const contractFailures = (/* unused pure expression or super */ null && (['status', 'media-type', 'empty', 'json', 'http-output']));
/**
 * The value of an `httpTrigger` binding in a contract request.
 *
 * @param incoming the public request
 * @param url its absolute URL
 * @param parameters route parameters
 * @returns the object that stands under the binding's name
 * @see src/WebJobs.Script/Workers/MessageExtensions/ScriptInvocationContextExtensions.cs in Azure/azure-functions-host
 */
function httpInput(incoming, url, parameters) {
    const query = new Map();
    for (const [name, value] of new URL(url).searchParams) {
        const earlier = query.get(name);
        query.set(name, earlier === undefined ? value : `${earlier},${value}`);
    }
    const headers = Object.entries(incoming.headers).flatMap(([name, value]) => value === undefined ? [] : [[name, typeof value === 'string' ? [value] : [...value]]]);
    return {
        Url: url,
        Method: incoming.method.toUpperCase(),
        Query: Object.fromEntries(query),
        Headers: Object.fromEntries(headers),
        Params: parameters,
        Identities: [],
        ...bodyOf(incoming),
    };
}
/**
 * Composes a contract request.
 *
 * @param functionName the folder's name; it is the path
 * @param data binding names with their values; strings and other scalars are encoded as JSON a second time
 * @param metadata binding data; keys that end in "trigger" and empty values are left out
 * @param invocationId the invocation's id
 * @returns the POST for the handler
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs in Azure/azure-functions-host
 */
function contractRequest(functionName, data, metadata, invocationId) {
    const kept = Object.entries(metadata).filter(([key, value]) => value !== null && value !== undefined && !/trigger$/i.test(key));
    const content = {
        Data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, dataValue(value)])),
        Metadata: Object.fromEntries(kept),
    };
    const body = Buffer.from(JSON.stringify(content), 'utf8');
    return {
        method: 'POST',
        path: `/${encodeURIComponent(functionName)}`,
        headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': String(body.length),
            'user-agent': `Azure-Functions-Host/${hostVersion}`,
            'x-azure-functions-hostversion': hostVersion,
            'x-azure-functions-invocationid': invocationId,
        },
        body,
    };
}
/**
 * Judges a handler's answer to a contract request.
 *
 * @param response the answer
 * @param bindings the function's bindings; an `http` output among them is checked for its shape
 * @returns outputs, logs and return value, or what is wrong with the host's own text
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs and HttpScriptInvocationResultExtensions.cs
 *   in Azure/azure-functions-host
 */
function readContractResponse(response, bindings) {
    const { status, statusText, body } = response;
    if (status < 200 || status > 299) {
        const hostText = `Response status code does not indicate success: ${status} (${statusText}).`;
        return { isValid: false, failure: 'status', hostText };
    }
    if (body.toString('utf8').trim() === '')
        return { isValid: false, failure: 'empty', hostText: '' };
    const mediaType = mediaTypeOf(response);
    if (mediaType !== 'application/json' && mediaType !== 'text/json') {
        const hostText = "Invalid HttpResponseMessage: No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' " +
            `from content with media type '${mediaType || 'application/octet-stream'}'.`;
        return { isValid: false, failure: 'media-type', hostText };
    }
    const content = parseObject(body.toString('utf8'));
    if (content === undefined)
        return { isValid: false, failure: 'json', hostText: 'Invalid HttpResponseMessage:' };
    const outputs = asRecord(field(content, 'Outputs')) ?? {};
    const returnValue = field(content, 'ReturnValue');
    const logs = field(content, 'Logs');
    const output = httpOutputBinding(bindings);
    const value = output === undefined ? undefined : output.name === '$return' ? returnValue : field(outputs, output.name);
    if (value !== undefined && value !== null && httpOutput(value) === undefined) {
        const hostText = 'Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format';
        return { isValid: false, failure: 'http-output', hostText };
    }
    const warnings = [];
    if (Object.keys(outputs).length === 0)
        warnings.push('Outputs not set on http response');
    if (returnValue === undefined || returnValue === null)
        warnings.push('ReturnValue not set on http response');
    return {
        isValid: true,
        outputs,
        logs: Array.isArray(logs) ? logs.map(asText) : [],
        returnValue,
        warnings,
    };
}
/**
 * The HTTP answer that a contract function gives through its `http` output binding.
 *
 * @param result a valid contract answer
 * @param bindings the function's bindings
 * @returns the answer for the client; 200 without a body when the binding got no value
 */
function httpAnswer(result, bindings) {
    const output = httpOutputBinding(bindings);
    const value = output === undefined || output.name === '$return'
        ? result.returnValue
        : field(result.outputs, output.name);
    const empty = { status: 200, headers: {}, body: new Uint8Array() };
    return value === undefined || value === null ? empty : (httpOutput(value) ?? empty);
}
function httpOutputBinding(bindings) {
    return bindings.find(({ type, direction }) => type.toLowerCase() === 'http' && direction !== 'in');
}
function httpOutput(value) {
    const object = asRecord(value);
    if (object === undefined)
        return undefined;
    const status = Number(asText(field(object, 'statusCode') ?? field(object, 'status') ?? 200));
    if (!Number.isInteger(status) || status < 100 || status > 999)
        return undefined;
    const body = field(object, 'body');
    const headers = Object.entries(asRecord(field(object, 'headers')) ?? {}).map(([name, header]) => [
        name.toLowerCase(),
        Array.isArray(header) ? header.map(asText).join(', ') : asText(header),
    ]);
    const isText = typeof body === 'string';
    const text = body === undefined || body === null ? '' : isText ? body : JSON.stringify(body);
    return {
        status,
        headers: {
            'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
            ...Object.fromEntries(headers),
        },
        body: Buffer.from(text, 'utf8'),
    };
}
function bodyOf(incoming) {
    if (incoming.body === undefined || incoming.body.length === 0)
        return {};
    const type = String(incoming.headers['content-type'] ?? '').toLowerCase();
    const isBinary = type.startsWith('application/octet-stream') || type.startsWith('multipart/');
    return { Body: Buffer.from(incoming.body).toString(isBinary ? 'base64' : 'utf8') };
}
function dataValue(value) {
    if (value instanceof Uint8Array)
        return Buffer.from(value).toString('base64');
    return typeof value === 'object' && value !== null ? value : JSON.stringify(value ?? null);
}
/** `String` calls the `toString` of an object, which a handler can set to anything. */
function asText(value) {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
function mediaTypeOf(response) {
    const header = response.headers['content-type'];
    return (typeof header === 'string' ? header : '').split(';')[0]?.trim().toLowerCase() ?? '';
}
function parseObject(text) {
    try {
        return asRecord(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** Newtonsoft finds a property in any case. */
function field(object, name) {
    if (Object.hasOwn(object, name))
        return object[name];
    const key = Object.keys(object).find((other) => other.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : object[key];
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./src/host/exchange.ts
/**
 * One HTTP exchange with the handler on 127.0.0.1, with a bounded, buffered answer.
 */

const defaultTimeoutMs = 230_000;
const defaultMaximumBytes = 100 * 1024 * 1024;
/**
 * Sends a request and reads the whole answer. Redirects are not followed.
 *
 * @param port the handler's port
 * @param outgoing the request
 * @param limits time and size; 230 s and 100 MiB, the limits of the platform, when not given
 * @returns the answer
 * @throws Error of the connection, also for a timeout or an answer that is too large
 */
function exchange(port, outgoing, limits = {}) {
    const { timeoutMs = defaultTimeoutMs, maximumBytes = defaultMaximumBytes, signal } = limits;
    return new Promise((resolve, reject) => {
        const sent = (0,external_node_http_.request)({
            host: '127.0.0.1',
            port,
            method: outgoing.method,
            path: outgoing.path,
            headers: mutable(outgoing.headers),
            agent: false,
            ...(signal === undefined ? {} : { signal }),
        });
        const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
        const fail = (error) => {
            clearTimeout(timer);
            reject(error);
        };
        sent.once('error', fail);
        sent.once('response', (response) => {
            const chunks = [];
            let sizeBytes = 0;
            response.on('data', (chunk) => {
                sizeBytes += chunk.length;
                if (sizeBytes > maximumBytes)
                    sent.destroy(new Error(`the answer is larger than ${maximumBytes} bytes`));
                else
                    chunks.push(chunk);
            });
            response.once('error', fail);
            response.once('end', () => {
                clearTimeout(timer);
                resolve({
                    status: response.statusCode ?? 0,
                    statusText: response.statusMessage ?? '',
                    headers: presentHeaders(response.headers),
                    body: Buffer.concat(chunks),
                });
            });
        });
        sent.end(outgoing.body);
    });
}
/**
 * Sends a request and follows redirects within the handler, as the client of the contract does: after 301, 302
 * and 303 a POST becomes a GET without a body.
 *
 * @param port the handler's port
 * @param outgoing the request
 * @param limits time and size of each exchange
 * @returns the last answer
 * @throws Error of the connection
 * @see System.Net.Http.HttpClientHandler.AllowAutoRedirect in the .NET documentation
 */
async function exchangeFollowing(port, outgoing, limits = {}) {
    const origin = `http://127.0.0.1:${port}`;
    let current = outgoing;
    for (let redirects = 0;; redirects += 1) {
        const response = await exchange(port, current, limits);
        const { location } = response.headers;
        const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
        if (!isRedirect || typeof location !== 'string' || redirects === maximumRedirects)
            return response;
        const base = `${origin}${current.path}`;
        if (!URL.canParse(location, base) || new URL(location, base).origin !== origin)
            return response;
        const { pathname, search } = new URL(location, base);
        const path = `${pathname}${search}`;
        current =
            response.status >= 307
                ? { ...current, path }
                : { method: 'GET', path, headers: withoutContent(current.headers) };
    }
}
const maximumRedirects = 10;
function withoutContent(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')));
}
function mutable(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]));
}
function presentHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/host/rehearsal-finding.ts
/**
 * Findings of the rehearsal and the text they quote from a program's output.
 */

/**
 * Makes a finding of the rehearsal.
 *
 * @param code a code of this room
 * @param severity the code's severity
 * @param message what was seen, with values quoted
 * @param hint what to do
 * @returns the finding, without a place: the host room does not know the repository
 */
function hostFinding(code, severity, message, hint) {
    return { code, severity, message, hint };
}
/**
 * The end of a program's error stream as one sentence.
 *
 * @param lines its last lines, oldest first
 * @returns ` Its last lines: "\u2026"`, cut to 600 characters, or an empty string
 */
function quoteLines(lines) {
    const text = lines
        .map((line) => (0,external_node_util_.stripVTControlCharacters)(line).trim())
        .filter((line) => line !== '')
        .join(' | ');
    if (text === '')
        return '';
    const shown = text.length > maximumQuote ? `\u2026${text.slice(-maximumQuote)}` : text;
    return ` Its last lines: "${shown}".`;
}
const maximumQuote = 600;

;// CONCATENATED MODULE: ./src/host/sample-payload.ts
const sample_payload_text = 'rehearsal';
const samples = {
    timertrigger: { Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false },
    queuetrigger: sample_payload_text,
    servicebustrigger: sample_payload_text,
    eventhubtrigger: sample_payload_text,
    kafkatrigger: sample_payload_text,
    rabbitmqtrigger: sample_payload_text,
    blobtrigger: sample_payload_text,
    cosmosdbtrigger: '[{"id":"rehearsal"}]',
    sqltrigger: '[]',
    eventgridtrigger: {
        id: sample_payload_text,
        topic: sample_payload_text,
        subject: sample_payload_text,
        eventType: sample_payload_text,
        eventTime: '2024-01-31T00:00:00Z',
        dataVersion: '1',
        data: {},
    },
};
/**
 * The data of a contract request for one function: a sample for its trigger, nothing for further inputs.
 *
 * @param bindings the function's bindings
 * @returns binding names with values
 * @see the binding references of Azure Functions for the shape of each trigger's value
 */
function sampleData(bindings) {
    const inputs = bindings.filter(({ direction }) => direction !== 'out');
    return Object.fromEntries(inputs.map(({ name, type }) => [name, sample_payload_sampleOf(type.toLowerCase())]));
}
function sample_payload_sampleOf(lowerType) {
    if (!lowerType.endsWith('trigger'))
        return null;
    return Object.hasOwn(samples, lowerType) ? samples[lowerType] : {};
}

;// CONCATENATED MODULE: ./src/host/unknown-route.ts
/**
 * Tells "this router does not know the path" from an application's own answer. Pure.
 */

/**
 * A path that no handler has registered by chance.
 *
 * @param routePrefix the prefix without slashes, empty for none
 * @returns the path, different each time
 */
function unknownPath(routePrefix) {
    const name = `rehearsal-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    return routePrefix === '' ? `/${name}` : `/${routePrefix}/${name}`;
}
/**
 * Whether an answer is the handler's answer to any path it does not know: the same 404, of the same content
 * type, with the same text once paths and random identifiers are left out.
 *
 * @param answer the answer to a function's route, and the path that was asked for
 * @param unknown the answer to a path that nobody registered, and that path
 * @returns true when the two cannot be told apart
 */
function isUnknownRoute(answer, unknown) {
    if (answer.response.status !== 404 || unknown.response.status !== 404)
        return false;
    if (mediaType(answer.response) !== mediaType(unknown.response))
        return false;
    return shapeOf(answer.response, answer.path) === shapeOf(unknown.response, unknown.path);
}
function mediaType({ headers }) {
    return String(headers['content-type'] ?? '').toLowerCase();
}
/** Identifiers and times differ from answer to answer; everything else must be equal. */
function shapeOf({ body }, path) {
    const text = body.subarray(0, maximumCompared).toString('utf8');
    return [path, decodeURI(path), encodeURIComponent(path)]
        .reduce((shape, variant) => shape.replaceAll(variant, '<path>'), text)
        .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{12,}|\d+/gi, '#');
}
const maximumCompared = 64 * 1024;

;// CONCATENATED MODULE: ./src/host/rehearsal-calls.ts
/**
 * The second half of the rehearsal: calls each function of a ready handler once and judges the answer.
 */








const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
const callTimeoutMs = 10_000;
const maximumAnswerBytes = 1024 * 1024;
/**
 * Calls one function as the host would: forwarded, proxied or through the contract.
 *
 * @param target a listed function
 * @param surroundings the app, its port and what is allowed
 * @returns what is wrong with the answer; nothing when it was not called or did not answer
 */
async function callFunction(target, surroundings) {
    const { app, allowContract } = surroundings;
    if (target.route === undefined) {
        return allowContract ? judgeContract(target, sampleData(target.bindings), surroundings) : [];
    }
    const method = chooseMethod(target.methods, allowContract);
    if (method === undefined)
        return [];
    const { path, hasSamples } = samplePath(app.routePrefix, target.route);
    const incoming = sampleRequest(method, path);
    if (target.isHttpInAndOut && app.forwarding !== 'none') {
        return judgeForwarded(target, incoming, hasSamples, surroundings);
    }
    const input = httpInput(incoming, `http://localhost${path}`, {});
    return judgeContract(target, { ...sampleData(target.bindings), [triggerName(target)]: input }, surroundings);
}
/** A function that only takes unsafe methods is called only when the user asked for it. */
function chooseMethod(methods, allowsUnsafe) {
    if (methods.length === 0)
        return 'GET';
    return safeMethods.find((method) => methods.includes(method)) ?? (allowsUnsafe ? methods[0] : undefined);
}
function triggerName({ bindings, trigger }) {
    return bindings.find(({ type }) => type === trigger)?.name ?? 'req';
}
function sampleRequest(method, path) {
    const headers = { host: 'localhost', accept: '*/*', 'user-agent': 'go-azure-func-action' };
    if (safeMethods.includes(method) || method === 'DELETE')
        return { method, path, headers };
    const body = Buffer.from('{}');
    return {
        method,
        path,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) },
        body,
    };
}
async function judgeForwarded(target, incoming, hasSamples, surroundings) {
    const { app } = surroundings;
    const mode = app.forwarding === 'proxy' ? 'proxy' : 'forward';
    const legacy = app.isLegacy ? { legacyFunctionName: target.name } : {};
    const ask = (path) => forwardedRequest({ ...incoming, path }, { mode, invocationId: (0,external_node_crypto_.randomUUID)(), ...legacy });
    const outgoing = ask(incoming.path);
    const response = await call(target, outgoing, surroundings);
    if (response?.status !== 404)
        return [];
    const nowhere = unknownPath(app.routePrefix);
    const unknown = await quietly({ ...outgoing, path: nowhere }, surroundings);
    if (unknown === undefined)
        return [];
    const reference = { response: unknown, path: nowhere };
    if (!isUnknownRoute({ response, path: outgoing.path }, reference))
        return [];
    const known = await knownElsewhere(target, { ...outgoing }, reference, surroundings);
    // With sample values in the path the application may just have no such item, and say so like its router.
    if (known === undefined && hasSamples)
        return [];
    const elsewhere = known === undefined ? '' : ` It does answer "${known}".`;
    const message = `The handler answers 404 to ${outgoing.method} "${outgoing.path}" of function "${target.name}", as to any path it does not know.${elsewhere}`;
    const prefix = app.routePrefix === '' ? '' : ', or set extensions.http.routePrefix to "" in host.json';
    const hint = `Register "${templatePath(app, target)}" in the handler's router, in this spelling${prefix}.`;
    return [hostFinding('handler-route-404', 'warning', message, hint)];
}
function templatePath({ routePrefix, isLegacy }, { name, route = name }) {
    return isLegacy ? `/${name}` : `/${[routePrefix, route].filter((part) => part !== '').join('/')}`;
}
/** Looks where people register routes by mistake: without the prefix, under the function's name, with a slash. */
async function knownElsewhere(target, outgoing, unknown, surroundings) {
    const prefix = surroundings.app.routePrefix;
    const bare = samplePath('', target.route ?? target.name).path;
    const candidates = new Set([
        bare,
        `/${target.name}`,
        samplePath(prefix, target.name).path,
        outgoing.path.toLowerCase(),
        `/api${bare}`,
        `${outgoing.path}/`,
    ]);
    candidates.delete(outgoing.path);
    candidates.delete('/');
    for (const path of candidates) {
        const response = await quietly({ ...outgoing, path }, surroundings);
        if (response !== undefined && !isUnknownRoute({ response, path }, unknown))
            return path;
    }
    return undefined;
}
async function judgeContract(target, data, surroundings) {
    const metadata = {
        sys: { MethodName: target.name, UtcNow: new Date().toISOString(), RandGuid: (0,external_node_crypto_.randomUUID)() },
    };
    const outgoing = contractRequest(target.name, data, metadata, (0,external_node_crypto_.randomUUID)());
    const response = await call(target, outgoing, surroundings);
    if (response === undefined)
        return [];
    const result = readContractResponse(response, target.bindings);
    if (result.isValid)
        return [];
    const { status } = response;
    if (result.failure === 'status') {
        const nowhere = unknownPath('');
        const unknown = status === 404 ? await quietly({ ...outgoing, path: nowhere }, surroundings) : undefined;
        const isUnknown = unknown !== undefined &&
            isUnknownRoute({ response, path: outgoing.path }, { response: unknown, path: nowhere });
        const what = `The handler answers ${status} to POST "${outgoing.path}", by which the host invokes function "${target.name}"`;
        if (!isUnknown) {
            const hint = `Answer 2xx when the invocation was handled; the host logs "${result.hostText}".`;
            return [hostFinding('handler-contract-status', 'warning', `${what}, for a sample payload.`, hint)];
        }
        return [
            hostFinding('handler-contract-answer', 'error', `${what}, as to any path it does not know.`, hintFor(target)),
        ];
    }
    const type = String(response.headers['content-type'] ?? '');
    const wrong = {
        empty: 'without a body',
        'media-type': `as "${type.slice(0, 100)}" and not as "application/json"`,
        json: 'with a body that is no JSON object',
        'http-output': 'with an HTTP output that is no object with statusCode, headers and body',
    }[result.failure];
    const message = `The handler answers POST "${outgoing.path}", by which the host invokes function "${target.name}", ${wrong}.`;
    return [hostFinding('handler-contract-answer', 'error', message, hintFor(target))];
}
function hintFor(target) {
    const answer = `Register "/${target.name}" and answer {"Outputs":{},"Logs":[],"ReturnValue":null} as application/json`;
    if (!target.isHttpInAndOut)
        return `${answer}.`;
    return `${answer}; or set customHandler.enableForwardingHttpRequest to true to get the HTTP request itself.`;
}
async function call(target, outgoing, surroundings) {
    const startedAt = performance.now();
    const response = await quietly(outgoing, surroundings);
    surroundings.onCall({
        functionName: target.name,
        method: outgoing.method,
        path: outgoing.path,
        status: response?.status ?? 0,
        elapsedMs: Math.round(performance.now() - startedAt),
    });
    return response;
}
/** The contract's client follows redirects, the forwarding one does not. */
async function quietly(outgoing, { port, signal }) {
    const limits = { timeoutMs: callTimeoutMs, maximumBytes: maximumAnswerBytes, signal };
    const isContract = outgoing.method === 'POST' && outgoing.headers['content-type'] === 'application/json; charset=utf-8';
    try {
        return await (isContract ? exchangeFollowing(port, outgoing, limits) : exchange(port, outgoing, limits));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/host/readiness.ts
/**
 * Waits until a handler answers, by the host's rule: any answer to `GET /` on the port will do, and only a
 * refused connection means "not yet". It neither starts nor ends the process.
 */

const readinessTimeoutMs = 30_000;
const pollMs = 25;
const defaultRootTimeoutMs = 330_000;
/**
 * Probes `http://127.0.0.1:<port>/` every 25 ms until the handler answers, ends or the time is over.
 *
 * @param watch the port, the process and the limits
 * @returns how the wait ended; it never throws
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs (IsWorkerReady) in Azure/azure-functions-host
 */
async function waitUntilReady(watch) {
    const startedAt = performance.now();
    const elapsed = () => Math.round(performance.now() - startedAt);
    const timeoutMs = watch.timeoutMs ?? readinessTimeoutMs;
    let lastError = '';
    for (;;) {
        const probe = await probeRoot(watch.port, watch.rootTimeoutMs ?? defaultRootTimeoutMs, watch.signal);
        const elapsedMs = elapsed();
        if (watch.signal?.aborted)
            return { kind: 'stopped', elapsedMs };
        if (probe.kind === 'answered')
            return { kind: 'ready', elapsedMs, status: probe.status };
        if (probe.kind === 'hangs')
            return { kind: 'root-hangs', elapsedMs };
        lastError = probe.message;
        const { exit } = watch.handler;
        if (exit !== undefined && (exit.code !== 0 || watch.isExitZeroFinal))
            return { kind: 'exited', elapsedMs, exit };
        if (elapsedMs >= timeoutMs)
            return { kind: 'timed-out', elapsedMs, lastError };
        if (watch.shouldStop?.(elapsedMs))
            return { kind: 'stopped', elapsedMs };
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
}
function probeRoot(port, timeoutMs, signal) {
    return new Promise((resolve) => {
        let isConnected = false;
        const probe = (0,external_node_http_.request)({ host: '127.0.0.1', port, path: '/', agent: false, ...(signal ? { signal } : {}) });
        const timer = setTimeout(() => settle({ kind: 'hangs' }), timeoutMs);
        const settle = (result) => {
            clearTimeout(timer);
            resolve(result);
            probe.destroy();
        };
        probe.on('socket', (socket) => socket.once('connect', () => {
            isConnected = true;
        }));
        probe.once('response', (response) => settle({ kind: 'answered', status: response.statusCode }));
        // Once connected, even a broken answer counts: the host waits on socket errors only.
        probe.on('error', (error) => settle(isConnected ? { kind: 'answered', status: undefined } : { kind: 'refused', message: error.message }));
        probe.end();
    });
}

;// CONCATENATED MODULE: ./src/host/sockets.ts
/**
 * Which TCP sockets a set of processes listens on, from /proc. Linux only; elsewhere it sees none.
 */

const listenState = '0A';
const knownAddresses = {
    '00000000000000000000000000000000': '::',
    '00000000000000000000000001000000': '::1',
};
/**
 * Lists the listening TCP sockets of processes, in port order.
 *
 * @param pids process ids
 * @returns each socket once
 * @see proc(5): /proc/[pid]/fd and /proc/net/tcp
 */
function listeningSockets(pids) {
    if (process.platform !== 'linux')
        return [];
    const inodes = new Set(pids.flatMap(socketInodes));
    if (inodes.size === 0)
        return [];
    const sockets = [
        ...readTable('/proc/net/tcp', 'ipv4', inodes),
        ...readTable('/proc/net/tcp6', 'ipv6', inodes),
    ];
    return sockets.sort((left, right) => left.port - right.port);
}
function socketInodes(pid) {
    try {
        return (0,external_node_fs_.readdirSync)(`/proc/${pid}/fd`).flatMap((name) => socketInode(`/proc/${pid}/fd/${name}`));
    }
    catch {
        return [];
    }
}
function socketInode(link) {
    try {
        const inode = /^socket:\[(\d+)\]$/.exec((0,external_node_fs_.readlinkSync)(link))?.[1];
        return inode === undefined ? [] : [inode];
    }
    catch {
        return [];
    }
}
function readTable(path, family, inodes) {
    let table;
    try {
        table = (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return [];
    }
    return table.split('\n').flatMap((row) => {
        const fields = row.trim().split(/\s+/);
        const [, local = '', , state] = fields;
        if (state !== listenState || !inodes.has(fields[9] ?? ''))
            return [];
        const [address = '', port = ''] = local.split(':');
        return [{ port: Number.parseInt(port, 16), family, address: addressText(address, family) }];
    });
}
/** IPv4 addresses stand there in the byte order of the machine, which is little endian on all our targets. */
function addressText(hexadecimal, family) {
    if (family === 'ipv6')
        return knownAddresses[hexadecimal] ?? hexadecimal;
    return (hexadecimal.match(/../g) ?? [])
        .reverse()
        .map((byte) => Number.parseInt(byte, 16))
        .join('.');
}

;// CONCATENATED MODULE: ./src/host/rehearsal-start.ts
/**
 * The first half of the rehearsal: does the handler start and become ready, and if not, why.
 */





const slowStartMs = 10_000;
const rootTimeoutMs = 10_000;
const lookEveryMs = 200;
/** How long another socket must stay before the wait ends; longer for a program that knows the variable. */
const wrongPortMs = 1000;
const patientWrongPortMs = 10_000;
/**
 * Waits as the host does, but stops as soon as the outcome is certain.
 *
 * @param watch the started handler, its port and the limits
 * @returns the start time or the reason why it did not become ready; neither after an abort
 */
async function watchStart(watch) {
    const elsewhere = watchSockets(watch);
    const readiness = await waitUntilReady({
        ...watch,
        timeoutMs: watch.timeoutMs ?? readinessTimeoutMs,
        rootTimeoutMs,
        isExitZeroFinal: true,
        shouldStop: elsewhere.isCertain,
    });
    if (readiness.kind === 'ready') {
        const { exit } = watch.handler;
        // Something else answered on the port: the handler itself is gone.
        if (exit !== undefined)
            return { findings: [exitFinding(watch.handler, exit, 'before it listened')] };
        return { startMs: readiness.elapsedMs, findings: slowStart(readiness.elapsedMs) };
    }
    if (watch.signal.aborted)
        return { findings: [] };
    return { findings: [await failure(readiness, watch, elsewhere.sockets())] };
}
/**
 * Says what it means that a handler ended.
 *
 * @param handler the process that ended
 * @param exit how it ended
 * @param when for example `before it listened`
 * @returns `handler-exits`, `handler-exits-zero`, or `handler-needs-setting` when its last words say so
 */
function exitFinding(handler, exit, when) {
    const quoted = quoteLines(handler.lastErrors(3));
    if (exit.code === 0) {
        const message = `The handler exited with code 0 ${when}.${quoted}`;
        return hostFinding('handler-exits-zero', 'error', message, serveHint);
    }
    const how = exit.code === null ? `was ended by ${exit.signal ?? 'a signal'}` : `exited with code ${exit.code}`;
    const message = `The handler ${how} ${when}.${quoted}`;
    const words = handler.lastErrors(10).join('\n');
    if (missesSurroundings(words)) {
        return hostFinding('handler-needs-setting', 'warning', message, 'The runner has no app settings, so this may be fine in Azure. Read settings when a request needs them, or set rehearse: false.');
    }
    const hint = /address already in use/i.test(words)
        ? `Its port is taken, so it is not the one that the host chose. ${portHint}`
        : 'Azure starts it three times and then stops the host. Repair what these lines say.';
    return hostFinding('handler-exits', 'error', message, hint);
}
const portHint = 'Listen on the port in the environment variable FUNCTIONS_CUSTOMHANDLER_PORT.';
const serveHint = `The program must keep serving: end main with http.ListenAndServe. ${portHint}`;
/** Names a variable together with a word of want, or a service that cannot be reached. */
function missesSurroundings(words) {
    if (/DefaultAzureCredential|no such host|connection refused|i\/o timeout|deadline exceeded/i.test(words))
        return true;
    const variables = words.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g) ?? [];
    const isForeign = variables.some((name) => !/^FUNCTIONS_(?:CUSTOMHANDLER|HTTPWORKER)_/.test(name));
    const isSetting = isForeign || /\b(?:environment variable|app setting|connection string)\b/i.test(words);
    return (isSetting &&
        /\b(?:missing|required|requires|not set|unset|empty|must|not found|undefined|need)/i.test(words));
}
function slowStart(elapsedMs) {
    if (elapsedMs <= slowStartMs)
        return [];
    const seconds = (elapsedMs / 1000).toFixed(1);
    const message = `The handler took ${seconds} s until it answered; the host gives up after 30 s.`;
    return [
        hostFinding('handler-slow-start', 'warning', message, 'Listen first, and load data or connect to services in the background.'),
    ];
}
async function failure(readiness, { handler, port, timeoutMs = readinessTimeoutMs }, sockets) {
    if (readiness.kind === 'exited') {
        return exitFinding(handler, await handler.ended, 'before it listened');
    }
    if (readiness.kind === 'root-hangs') {
        const message = `The handler accepted a connection but did not answer GET / within ${rootTimeoutMs / 1000} s.`;
        return hostFinding('handler-root-hangs', 'warning', message, 'Answer / at once; a 404 is enough for the host.');
    }
    const onPort = sockets.filter((socket) => socket.port === port);
    if (onPort.length > 0 && onPort.every(({ family }) => family === 'ipv6')) {
        const message = `The handler listens on "${onPort.map(({ address }) => `[${address}]`).join(', ')}" only; the host connects to 127.0.0.1.`;
        return hostFinding('handler-ipv6-only', 'error', message, 'Listen on ":" + port, or on "127.0.0.1:" + port.');
    }
    if (sockets.length > 0) {
        const places = sockets.map((socket) => placeOf(socket, port)).join(', ');
        const message = `The handler listens on ${places}, not on 127.0.0.1 with the port in FUNCTIONS_CUSTOMHANDLER_PORT.`;
        return hostFinding('handler-wrong-port', 'error', message, portHint);
    }
    const message = `The handler runs, but nothing listens on its port after ${Math.round(timeoutMs / 1000)} s.${quoteLines(handler.lastErrors(3))}`;
    return hostFinding('handler-never-listens', 'error', message, `Start the HTTP server first in main. ${portHint}`);
}
function placeOf({ address, port, family }, expectedPort) {
    if (port !== expectedPort)
        return `port ${port}`;
    return `address "${family === 'ipv6' ? `[${address}]` : address}"`;
}
/** Looks at the sockets now and then; another one that stays open for a while settles the matter. */
function watchSockets({ handler }) {
    let lookedAtMs = -lookEveryMs;
    let firstSeenAtMs;
    let patienceMs;
    const sockets = () => listeningSockets(processFamily(handler.pid, handler.workerId));
    return {
        sockets,
        isCertain: (elapsedMs) => {
            if (elapsedMs - lookedAtMs < lookEveryMs)
                return false;
            lookedAtMs = elapsedMs;
            if (sockets().length === 0) {
                firstSeenAtMs = undefined;
                return false;
            }
            firstSeenAtMs ??= elapsedMs;
            // A profiler's port may open long before the right one; a program without the name has no right one.
            patienceMs ??= mentionsPortVariable(handler.command.program) ? patientWrongPortMs : wrongPortMs;
            return elapsedMs - firstSeenAtMs >= patienceMs;
        },
    };
}
function mentionsPortVariable(program) {
    if (program === undefined)
        return false;
    const names = ['FUNCTIONS_CUSTOMHANDLER_PORT', 'FUNCTIONS_HTTPWORKER_PORT'];
    const chunk = Buffer.alloc(1024 * 1024);
    const overlap = 64;
    const file = (0,external_node_fs_.openSync)(program, 'r');
    try {
        for (let offset = 0;; offset += chunk.length - overlap) {
            const sizeBytes = (0,external_node_fs_.readSync)(file, chunk, 0, chunk.length, offset);
            const part = chunk.subarray(0, sizeBytes);
            if (names.some((name) => part.includes(name)))
                return true;
            if (sizeBytes < chunk.length)
                return false;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./src/host/rehearse.ts
/**
 * The rehearsal: starts a packaged handler on the runner as the Functions host does, calls its functions and
 * says what Azure would make of it. Leaves no process and no file behind.
 */














const maximumCalls = 100;
const exitGraceMs = 500;
/**
 * Rehearses one package.
 *
 * @param request the package and what may be done with it
 * @returns the start time, the calls and the findings; a handler that Azure would not start is a finding, too
 * @see src/WebJobs.Script/Workers/Http in Azure/azure-functions-host
 */
async function rehearse(request) {
    const app = loadApp(request.folder);
    const reason = whyNotStarted(app);
    if (reason !== undefined)
        return { calls: [], note: reason, findings: [] };
    const home = await makeHome();
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const timer = setTimeout(stop, request.timeoutMs);
    request.signal?.addEventListener('abort', stop, { once: true });
    if (request.signal?.aborted)
        stop();
    try {
        const rehearsal = await startAndCall(app, home, request, stopping.signal);
        if (!stopping.signal.aborted)
            return rehearsal;
        const note = request.signal?.aborted
            ? 'Cancelled before it was over.'
            : `Stopped after ${Math.round(request.timeoutMs / 1000)} s, before it was over.`;
        return { ...rehearsal, note };
    }
    finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', stop);
        await (0,promises_.rm)(home, { recursive: true, force: true });
    }
}
async function makeHome() {
    try {
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'rehearsal-'));
    }
    catch (error) {
        throw new errors/* ActionError */.l('temp-folder-unwritable', `No folder can be made in the temporary folder '${(0,external_node_os_.tmpdir)()}': ${(0,errors/* messageOf */.b)(error)}.`, { hint: 'Make room there, or set rehearse: false.', cause: error });
    }
}
/** The host would not get as far as starting a handler; the checks of the project say why at the right line. */
function whyNotStarted({ errors, handler, functions }) {
    if (errors[0] !== undefined)
        return `Not started: the host would stop with "${errors[0]}"`;
    if (handler === undefined)
        return 'Not started: host.json has no customHandler section.';
    if (functions.some((found) => found.errors.length === 0))
        return undefined;
    return 'Not started: the host finds no valid function, and then never starts the handler.';
}
async function startAndCall(app, home, request, signal) {
    const { handler: description, folder } = app;
    if (description === undefined)
        return { calls: [], findings: [] };
    let port;
    try {
        port = await freePort(description.port);
    }
    catch (thrown) {
        return { calls: [], findings: [], note: `Not started: ${(0,errors/* messageOf */.b)(thrown)}` };
    }
    const environment = handlerEnvironment({ port, workerId: (0,external_node_crypto_.randomUUID)(), appRoot: folder, home });
    let handler;
    try {
        handler = await startHandler(resolveCommand(description, folder, environment), environment);
    }
    catch (thrown) {
        if (!(thrown instanceof HandlerStartError))
            throw thrown;
        return { calls: [], findings: [startFailure(thrown, folder)] };
    }
    try {
        const { readinessTimeoutMs: timeoutMs } = request;
        const start = await watchStart({
            handler,
            port,
            signal,
            ...(timeoutMs === undefined ? {} : { timeoutMs }),
        });
        if (start.startMs === undefined)
            return { calls: [], findings: start.findings };
        const called = await callAll(app, port, handler, request, signal);
        return { startMs: start.startMs, ...called, findings: [...start.findings, ...called.findings] };
    }
    finally {
        await handler.kill();
    }
}
function startFailure({ problem, message }, folder) {
    const hints = {
        ENOENT: 'customHandler.description.defaultExecutablePath must name a file in the package, and workingDirectory a folder in it.',
        EACCES: 'Pack the executable with mode 0755.',
        ENOEXEC: 'Build package main with GOOS=linux, for the architecture of the function app.',
    };
    // The temporary folder says nothing to the reader; in Azure it is this one.
    const shown = message.replaceAll(folder, '/home/site/wwwroot');
    return hostFinding('handler-start-failed', 'error', shown, hints[problem]);
}
async function callAll(app, port, handler, { mode, allowContract = mode === 'true' }, signal) {
    const calls = [];
    const findings = [];
    const listed = app.functions.filter(({ errors }) => errors.length === 0);
    for (const target of listed) {
        if (signal.aborted)
            break;
        if (calls.length >= maximumCalls)
            return { calls, findings, note: `Only ${maximumCalls} functions were called.` };
        findings.push(...(await callFunction(target, {
            app,
            port,
            signal,
            allowContract,
            onCall: (call) => calls.push(call),
        })));
        // The connection breaks a moment before the system reports the exit.
        if (calls.at(-1)?.status === 0)
            await Promise.race([handler.ended, (0,external_node_timers_promises_.setTimeout)(exitGraceMs, undefined, { ref: false })]);
        if (handler.exit === undefined)
            continue;
        findings.push(exitFinding(handler, await handler.ended, `while it answered function "${target.name}"`));
        break;
    }
    return { calls, findings };
}

// EXTERNAL MODULE: ./src/stages/folders.ts
var folders = __webpack_require__(12518);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
;// CONCATENATED MODULE: ./src/stages/rehearse.ts
/**
 * The stage that starts the packaged handler on the runner, as the Functions host would in Azure.
 */








const timeoutMs = 120_000;
/**
 * Why there can be no rehearsal here.
 *
 * @param run the run
 * @param project the project
 * @returns one sentence; undefined when it can run
 */
function rehearsalHindrance({ inputs, workspace }, project) {
    if (project.model === 'native') {
        return 'The native worker answers to the Functions host over gRPC, which is not started on the runner.';
    }
    if (workspace.fork !== undefined) {
        return `A handler is never started in a ${workspace.eventName} run that a fork started, since such a run has secrets.`;
    }
    const place = canRehearse({
        platform: process.platform,
        arch: process.arch,
        goarch: inputs.goarch,
        eventName: workspace.eventName,
        mode: inputs.rehearse,
        isEmulated: canExecute(inputs.goarch),
    });
    return place.ok ? undefined : place.reason;
}
/**
 * Unpacks the zip with its mode bits, starts the handler and calls its functions.
 *
 * @param run the run
 * @param zipPath absolute path of the package
 * @throws ActionError when a finding is an error
 */
async function rehearseZip(run, zipPath) {
    const { inputs, log, record, signal } = run;
    log.group('Rehearse');
    const parent = (0,folders/* makeTempFolder */.P)(run);
    try {
        const folder = (0,external_node_path_.join)(parent, 'wwwroot');
        await (0,unpack/* unpackArchive */.b)(zipPath, folder);
        const mode = inputs.rehearse === 'true' ? 'true' : 'auto';
        const { startMs, calls, note, findings } = await rehearse({ folder, mode, timeoutMs, signal });
        record.fill({
            rehearsal: {
                calls,
                ...(startMs === undefined ? {} : { startMs }),
                ...(note === undefined ? {} : { note }),
            },
        });
        for (const { method, path, status, elapsedMs } of calls)
            log.info(`${method} ${path}: ${status} (${elapsedMs.toFixed(0)} ms)`);
        if (note !== undefined)
            log.info(note);
        log.endGroup();
        if (startMs !== undefined)
            log.info(`Rehearsed: the handler answered after ${startMs.toFixed(0)} ms`);
        signal.throwIfAborted();
        (0,stages_run/* settle */.G)(run, findings.map((finding) => place(run, finding)));
    }
    finally {
        (0,external_node_fs_.rmSync)(parent, { recursive: true, force: true });
    }
}
// What is said of one function is annotated at its function.json, everything else at host.json. A package that
// was made earlier has no place in the repository.
function place({ record, inputs }, finding) {
    const { project } = record.filled;
    if (project === undefined || inputs.package !== '')
        return finding;
    const about = project.functions.find(({ name }) => finding.message.includes(`function "${name}"`));
    const path = about === undefined ? 'host.json' : `${about.name}/function.json`;
    return { ...finding, location: { file: project.folder === '.' ? path : `${project.folder}/${path}` } };
}


/***/ })

};
;