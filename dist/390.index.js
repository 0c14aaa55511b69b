"use strict";
exports.id = 390;
exports.ids = [390];
exports.modules = {

/***/ 91916:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ changeAppSetting),
/* harmony export */   bR: () => (/* binding */ readAppSettings)
/* harmony export */ });
/* unused harmony export AppSettings */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _arm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51201);
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92179);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50460);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21909);
/**
 * The app settings of a site. Their values are secrets: this class shows names only, however it is printed,
 * and gives one value at a time to code that asks for it by name.
 */






class AppSettings {
    #values;
    constructor(values) {
        this.#values = new Map(values);
    }
    /**
     * The value of a setting. Names are compared as Azure does, without regard to case.
     *
     * @param name of the setting
     * @returns its value, undefined when it is not set
     */
    get(name) {
        const wanted = name.toLowerCase();
        for (const [key, value] of this.#values)
            if (key.toLowerCase() === wanted)
                return value;
        return undefined;
    }
    /** The names, sorted. */
    names() {
        return [...this.#values.keys()].sort();
    }
    /**
     * A copy with one setting changed.
     *
     * @param name of the setting, an existing spelling is kept
     * @param value the new value, undefined to remove it
     * @returns the copy
     */
    with(name, value) {
        const next = new Map(this.#values);
        const spelling = [...next.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
        if (value === undefined)
            next.delete(spelling);
        else
            next.set(spelling, value);
        return new AppSettings(next);
    }
    /** The body of a write. The one place where all values leave this class. */
    toWriteBody() {
        return { properties: Object.fromEntries(this.#values) };
    }
    toJSON() {
        return this.names();
    }
    toString() {
        return `AppSettings(${this.names().join(', ')})`;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}
/**
 * Reads the settings as they are now.
 *
 * @param session signed in
 * @param resourceId of the site or slot
 * @param signal stops waiting; default the one of the session
 * @returns the settings, and the tag of this version when the service gives one
 * @throws ActionError when the identity may not, or does not answer
 */
async function readAppSettings(session, resourceId, signal = session.signal) {
    const answer = await (0,_arm__WEBPACK_IMPORTED_MODULE_2__/* .callArm */ .J0)(session, {
        method: 'POST',
        path: `${resourceId}/config/appsettings/list`,
        purpose: 'read the app settings',
        answersJson: true,
        signal,
    });
    const properties = (0,_json_value__WEBPACK_IMPORTED_MODULE_5__.at)((0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(answer.body), 'properties');
    // What is read here is written back by `changeAppSetting`: a strange answer must not pass for an empty map.
    if (typeof properties !== 'object' || properties === null) {
        throw (0,_azure_error__WEBPACK_IMPORTED_MODULE_3__/* .azureError */ .u)('azure-call-failed', 'Azure answered the request for the app settings without any map of them.', {
            hint: 'Run the job again. If it stays, give the time and the name of the app to Azure support.',
        });
    }
    const entries = Object.entries(properties);
    return {
        settings: new AppSettings(entries.filter((entry) => typeof entry[1] === 'string')),
        tag: answer.header('etag'),
    };
}
/**
 * Changes one setting and leaves all others as they are at this moment: a write replaces the whole map, so the
 * map is read immediately before.
 *
 * @param session signed in
 * @param resourceId of the site or slot
 * @param change which setting, and to what
 * @returns the value before, undefined when it was not set
 * @throws ActionError when the identity may not, or Azure does not answer
 */
async function changeAppSetting(session, resourceId, change) {
    const signal = change.signal ?? session.signal;
    let written;
    for (let attempt = 1;; attempt += 1) {
        const { settings, tag } = await readAppSettings(session, resourceId, signal);
        const before = settings.get(change.name);
        // A write whose answer was lost is refused when it is repeated, since it had changed the tag itself.
        if (written !== undefined && before === change.value)
            return written.before;
        if (before === change.value || (change.onlyIf !== undefined && before !== change.onlyIf))
            return before;
        written = { before };
        try {
            const answer = await (0,_arm__WEBPACK_IMPORTED_MODULE_2__/* .callArm */ .J0)(session, {
                method: 'PUT',
                path: `${resourceId}/config/appsettings`,
                body: settings.with(change.name, change.value).toWriteBody(),
                // With a tag a change made in between is refused with 412 instead of overwritten.
                ...(tag === '' ? {} : { headers: { 'If-Match': tag } }),
                // 409: another operation of the resource manager is under way on this app.
                alsoAccepts: attempt < 4 ? [409, 412] : [],
                purpose: `write the app setting ${change.name}`,
                signal,
            });
            if (answer.status < 300)
                return before;
            const delayMs = Math.max(answer.retryAfterMs ?? 0, 3000 * attempt);
            if (answer.status === 409)
                await session.clock.sleep(delayMs, signal);
        }
        catch (error) {
            if (!(error instanceof _errors__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l) || !(0,_http_error__WEBPACK_IMPORTED_MODULE_4__/* .isTransient */ .dg)(error.cause))
                throw error;
            if (await isWritten(session, resourceId, change, signal))
                return before;
            throw error;
        }
    }
}
// Without an answer nobody knows whether the write was made: what is there now decides.
async function isWritten(session, resourceId, change, signal) {
    try {
        const { settings } = await readAppSettings(session, resourceId, signal);
        return settings.get(change.name) === change.value;
    }
    catch (error) {
        signal.throwIfAborted();
        session.log.debug(`The app settings could not be read after the write: ${(0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`);
        return false;
    }
}


/***/ }),

/***/ 61390:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployBlob: () => (/* binding */ deployBlob),
  l: () => (/* binding */ packagePrefix)
});

// EXTERNAL MODULE: ./src/azure/app-settings.ts
var app_settings = __webpack_require__(91916);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
// EXTERNAL MODULE: ./src/azure/http-failure.ts
var http_failure = __webpack_require__(4364);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/azure/package-cleanup.ts
/**
 * Removes packages of ours that nothing points to any more. Its failures never fail a deployment.
 */


const kept = 5;
/**
 * Removes all but the newest five packages of this app.
 *
 * @param context of the deployment
 * @param store where they are
 * @param prefix of their names
 * @param inUse names, or addresses that contain a name, that must stay
 * @returns a notice when something could not be removed
 * @throws the reason of the signal
 */
async function removeOldPackages(context, store, prefix, inUse) {
    const addresses = inUse.map((address) => decodeAddress(address));
    try {
        // Names begin with the time, so their order is their age; only names of our own form are looked at.
        const names = (await store.list(prefix)).filter((name) => isOurName(name.slice(prefix.length))).sort();
        const old = names.slice(0, -kept).filter((name) => !addresses.some((address) => address.includes(name)));
        for (const name of old)
            await store.remove(name);
        if (old.length > 0)
            context.request.log.debug(`Removed ${old.length} old packages.`);
        return [];
    }
    catch (error) {
        context.request.signal.throwIfAborted();
        return [
            (0,azure_error/* azureFinding */.v)('notice', 'blob-cleanup-failed', `Old packages of '${context.site.appName}' could not be removed: ${(0,errors/* messageOf */.b)(error)}`, 'They cost a little storage and do no other harm.'),
        ];
    }
}
function isOurName(name) {
    return /^\d{8}T\d{6}Z-[0-9a-f]{1,12}-[0-9a-f]{8}\.zip$/.test(name);
}
function decodeAddress(address) {
    const path = address.split('?')[0] ?? '';
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}

// EXTERNAL MODULE: ./src/azure/package-store.ts + 1 modules
var package_store = __webpack_require__(79765);
// EXTERNAL MODULE: ./src/azure/roles.ts
var roles = __webpack_require__(4886);
// EXTERNAL MODULE: ./src/azure/shell-quote.ts
var shell_quote = __webpack_require__(35576);
// EXTERNAL MODULE: ./src/azure/storage-place.ts
var storage_place = __webpack_require__(74084);
// EXTERNAL MODULE: ./src/azure/trigger-sync.ts
var trigger_sync = __webpack_require__(96439);
;// CONCATENATED MODULE: ./src/azure/deploy-blob.ts










const settingName = 'WEBSITE_RUN_FROM_PACKAGE';
/**
 * Deploys to a Linux Consumption app.
 *
 * @param context of the deployment
 * @returns what became of it, with `restore` for the setting as it was before
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
async function deployBlob(context) {
    const { session, site, request, progress } = context;
    const startedAt = session.clock.now();
    const name = packageName(context);
    progress.state = 'uploading';
    const { place, store } = await upload(context, name);
    progress.id = name;
    progress.uploadMs = session.clock.now() - startedAt;
    progress.state = 'uploaded, not yet in use';
    const address = addressFor(context, place, store, name);
    request.signal.throwIfAborted();
    // Once begun, the change is finished even when the run is stopped: a half-made one helps nobody.
    const signal = new AbortController().signal;
    const change = { name: settingName, value: address.url, signal };
    progress.state = `changing ${settingName}, which may point to the new package already`;
    const before = await (0,app_settings/* changeAppSetting */.EZ)(session, site.resourceId, change);
    progress.state = `${settingName} points to the new package`;
    const settledAt = session.clock.now();
    const findings = [...address.findings];
    const problem = await (0,trigger_sync/* syncTriggers */.p)(session, site, request.deadline, request.signal);
    if (problem !== '')
        findings.push(unsynced(problem));
    findings.push(...(await removeOldPackages(context, store, packagePrefix(site), [name, before ?? ''])));
    progress.serverMs = session.clock.now() - settledAt;
    progress.state = problem === '' ? 'Success' : 'in use, triggers not synced yet';
    return {
        way: 'blob',
        id: name,
        outcome: problem === '' ? 'succeeded' : 'unconfirmed',
        state: progress.state,
        uploadMs: progress.uploadMs,
        serverMs: progress.serverMs,
        log: [],
        findings,
        restore: () => restore(context, address.url, before),
    };
}
// Sorted by name the newest is last; the app's name keeps apps apart that share an account.
function packageName(context) {
    const time = new Date(context.session.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
    return `${packagePrefix(context.site)}${time}-${context.request.sha256.slice(0, 12)}-${context.token.slice(0, 8)}.zip`;
}
/**
 * What the names of an app's packages begin with.
 *
 * @param site the app or slot
 * @returns the prefix, with a slash at its end
 */
function packagePrefix({ appName, slotName }) {
    return `${appName.toLowerCase()}${slotName === '' ? '' : `@${slotName.toLowerCase()}`}/`;
}
async function upload(context, name) {
    const { session, request } = context;
    const places = (0,storage_place/* storagePlaces */.C)(session.cloud, context.site);
    for (const [index, place] of places.entries()) {
        const store = (0,package_store/* openPackageStore */.E)(session, place);
        try {
            await store.write({
                name,
                path: request.packagePath,
                sha256: request.sha256,
                origin: request.message,
                deadline: request.deadline,
                signal: request.signal,
                onProgress: (sentBytes) => request.onProgress?.({ sentBytes, totalBytes: request.sizeBytes }),
            });
            return { place, store };
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (!isRefusal(error) || index === places.length - 1)
                throw explainUpload(context, place, error);
            request.log.info(`The identity may not write to the storage account '${place.account}'; using its key.`);
        }
    }
    throw (0,package_store/* noStorage */.B)(context.site.appName);
}
// A credential of the wrong kind is answered 400 with a code of its own.
function isRefusal(error) {
    if (!(error instanceof http_error/* HttpError */.j$))
        return false;
    return error.status === 401 || error.status === 403 || error.networkCode === 'InvalidAuthenticationInfo';
}
function explainUpload(context, place, error) {
    if (!(error instanceof http_error/* HttpError */.j$))
        return error;
    if (!isRefusal(error))
        return (0,http_failure/* explainFailure */.S)(error, 'upload the package');
    const { subscriptionId, clientId } = context.session;
    if (place.way === 'key') {
        return (0,azure_error/* azureError */.u)('blob-storage-refused', `The storage account '${place.account}' refused the package: ${error.message}`, {
            hint: 'Allow shared key access and the network of the runner on the account, or set AzureWebJobsStorage__accountName and use identities.',
            cause: error,
        });
    }
    const scope = `/subscriptions/${subscriptionId}/resourceGroups/${context.site.resourceGroup}/providers/Microsoft.Storage/storageAccounts/${place.account}`;
    const action = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write';
    return (0,azure_error/* azureError */.u)('blob-storage-refused', `The identity may not write to the storage account '${place.account}': ${error.message}`, {
        hint: `${(0,roles/* roleAssignment */.Mb)({ action, scope, objectId: '' }, clientId)}\nThe scope assumes that the account is in the resource group of the app. A new assignment takes a few minutes; a firewall of the account answers the same.`,
        cause: error,
    });
}
// After the plan's end nothing reads a package any more; a signature that ends earlier takes the app down.
const planEnd = Date.UTC(2028, 11, 31);
const yearMs = 365 * 24 * 3_600_000;
function addressFor(context, place, store, name) {
    if (place.way === 'identity') {
        const identity = place.isIdentityNamed ? 'the identity it names' : 'the system-assigned identity';
        return {
            url: store.addressOf(name),
            findings: [
                (0,azure_error/* azureFinding */.v)('notice', 'blob-reader-role', `'${context.site.appName}' reads its package from '${place.account}' with ${identity}, which needs Storage Blob Data Reader there.`, readerRole(context, place.account)),
            ],
        };
    }
    const now = context.session.clock.now();
    // Clocks differ by minutes: a signature that starts now may not have started there.
    const endsOn = new Date(Math.max(planEnd, now + yearMs));
    return {
        url: store.signedAddressOf(name, new Date(now - 5 * 60_000), endsOn),
        findings: [
            (0,azure_error/* azureFinding */.v)('warning', 'blob-sas', `'${context.site.appName}' reads its package through a signed address that ends on ${endsOn.toISOString().slice(0, 10)}.`, 'After that day the app no longer starts unless it was deployed again. To need no signature, give the app an identity with Storage Blob Data Reader and set AzureWebJobsStorage__accountName instead of AzureWebJobsStorage.'),
        ],
    };
}
function readerRole(context, account) {
    const { site, session } = context;
    const slot = site.slotName === '' ? '' : ` --slot ${(0,shell_quote/* shellQuote */.Z)(site.slotName)}`;
    const principal = `"$(az functionapp identity show --name ${(0,shell_quote/* shellQuote */.Z)(site.appName)} --resource-group ${(0,shell_quote/* shellQuote */.Z)(site.resourceGroup)}${slot} --query principalId --output tsv)"`;
    const scope = `/subscriptions/${session.subscriptionId}/resourceGroups/${site.resourceGroup}/providers/Microsoft.Storage/storageAccounts/${account}`;
    return `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role 'Storage Blob Data Reader' --scope ${(0,shell_quote/* shellQuote */.Z)(scope)}`;
}
function unsynced(problem) {
    return (0,azure_error/* azureFinding */.v)('warning', 'deployment-unsynced', `The triggers could not be synced after the deployment: ${problem}`, 'Verification repeats it and decides.');
}
async function restore(context, ours, before) {
    const { session, site, request } = context;
    // Its own signal and time: it is called when the run is about to fail, perhaps because it was stopped.
    const signal = new AbortController().signal;
    const change = { name: settingName, value: before, onlyIf: ours, signal };
    const current = await (0,app_settings/* changeAppSetting */.EZ)(session, site.resourceId, change);
    if (current !== ours) {
        return [
            (0,azure_error/* azureFinding */.v)('warning', 'deployment-not-restored', `${settingName} of '${site.appName}' was changed by somebody else since, so it was left alone.`, 'Look at the app settings and at what else deploys to this app.'),
        ];
    }
    const deadline = session.clock.now() + 60_000;
    const problem = await (0,trigger_sync/* syncTriggers */.p)(session, site, deadline, signal);
    request.log.info(`Restored ${settingName} as it was before this deployment.`);
    return [
        (0,azure_error/* azureFinding */.v)('warning', 'deployment-restored', before === undefined
            ? `The package was taken out of use again: '${site.appName}' had none before.`
            : `'${site.appName}' runs the package it ran before this deployment again.`, problem === ''
            ? 'Correct what verification found and deploy again.'
            : `Its triggers are not synced yet: ${problem}`),
    ];
}


/***/ }),

/***/ 10012:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createHttpClient),
  N: () => (/* binding */ userAgent)
});

// EXTERNAL MODULE: ./node_modules/@azure/core-rest-pipeline/dist/esm/index.js + 80 modules
var esm = __webpack_require__(30869);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./src/azure/upload.ts
/**
 * A file as the body of a request: streamed with its length, with progress.
 * Opens a file for reading and nothing else.
 */


// Large enough that a 40 MB package is some hundred reads, small enough that progress moves.
const chunkBytes = 256 * 1024;
/**
 * Opens a file for one request.
 *
 * @param upload the file, its size and who wants to know the progress
 * @param onFailure called once when the file cannot be read or is not of that size
 * @returns the stream; close it in every case
 */
function openUpload(upload, onFailure) {
    let sentBytes = 0;
    let failure;
    const file = (0,external_node_fs_.createReadStream)(upload.path, { highWaterMark: chunkBytes });
    const meter = new external_node_stream_.Transform({
        highWaterMark: chunkBytes,
        transform(chunk, _encoding, done) {
            sentBytes += chunk.length;
            // More than the announced length would break the framing of the request.
            if (sentBytes > upload.sizeBytes) {
                done(new Error(`'${upload.path}' grew while it was being uploaded.`));
                return;
            }
            upload.onProgress?.({ sentBytes, totalBytes: upload.sizeBytes });
            done(null, chunk);
        },
        flush(done) {
            done(sentBytes === upload.sizeBytes
                ? null
                : new Error(`'${upload.path}' shrank while it was being uploaded.`));
        },
    });
    const fail = (error) => {
        failure ??= error;
        onFailure();
    };
    file.on('error', fail);
    meter.on('error', fail);
    file.pipe(meter);
    return {
        stream: meter,
        sizeBytes: upload.sizeBytes,
        readError: () => failure,
        close() {
            file.destroy();
            meter.destroy();
        },
    };
}

;// CONCATENATED MODULE: ./src/azure/http.ts
/**
 * One HTTP request at a time: bounded in time and size, proxied as the environment says, redirects not followed.
 * Does not retry and knows no tokens: both are the business of the clients built on it.
 */




/** A plain product token; nothing about the repository or the user is in it. */
const userAgent = 'go-azure-func-action';
/**
 * A client over Node's own `https`, so that NODE_EXTRA_CA_CERTS holds, with HTTPS_PROXY and NO_PROXY honoured.
 *
 * @param options `ca`: certificates to trust instead of the built-in ones, PEM
 * @returns the client
 * @throws ActionError `azure-proxy-invalid` when the proxy variable is not a URL
 */
function createHttpClient(options = {}) {
    checkProxy(process.env);
    const pipeline = (0,esm/* createEmptyPipeline */.O8)();
    pipeline.addPolicy((0,esm/* proxyPolicy */.Ll)());
    const transport = (0,esm/* createDefaultHttpClient */.fl)();
    // One object for all requests: the transport keeps its connections by it.
    const tlsSettings = options.ca === undefined ? undefined : { ca: options.ca };
    return {
        ...options,
        async send(request) {
            const exchange = openExchange(request);
            try {
                const outgoing = (0,esm/* createPipelineRequest */.G6)({
                    url: request.url,
                    method: request.method,
                    headers: (0,esm/* createHttpHeaders */.Nc)({ 'User-Agent': userAgent, ...exchange.headers, ...request.headers }),
                    abortSignal: exchange.signal,
                    // Every status: the body is read here, with a bound.
                    streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
                    ...(exchange.body === undefined ? {} : { body: exchange.body }),
                });
                if (tlsSettings !== undefined)
                    outgoing.tlsSettings = tlsSettings;
                const response = await pipeline.sendRequest(transport, outgoing);
                return await readAnswer(request, response);
            }
            catch (error) {
                throw exchange.explain(error);
            }
            finally {
                exchange.close();
            }
        },
    };
}
// The library would fail at the first request, with the value in its message: it may hold a password.
function checkProxy(environment) {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy']) {
        const value = environment[name] ?? '';
        const isProxy = URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
        if (value === '' || isProxy)
            continue;
        throw (0,azure_error/* azureError */.u)('azure-proxy-invalid', `The environment variable ${name} is not the URL of a proxy.`, {
            hint: 'Set it to something like http://proxy.example:8080, or unset it.',
        });
    }
}
function openExchange(request) {
    request.signal?.throwIfAborted();
    const stop = new AbortController();
    let isTimedOut = false;
    const giveUp = () => {
        isTimedOut = true;
        stop.abort();
    };
    const timer = setTimeout(giveUp, request.timeoutMs);
    const silence = request.silenceMs === undefined ? undefined : setTimeout(giveUp, request.silenceMs);
    const onAbort = () => stop.abort();
    request.signal?.addEventListener('abort', onAbort, { once: true });
    const upload = request.body === undefined || typeof request.body === 'string'
        ? undefined
        : openUpload(hearing(request.body, silence), () => stop.abort());
    return {
        signal: stop.signal,
        headers: upload === undefined ? {} : { 'Content-Length': String(upload.sizeBytes) },
        body: upload === undefined ? request.body : () => upload.stream,
        explain(error) {
            if (request.signal?.aborted === true)
                return request.signal.reason;
            if (upload?.readError() !== undefined)
                return upload.readError();
            if (error instanceof http_error/* HttpError */.j$)
                return error;
            const networkCode = isTimedOut ? 'ETIMEDOUT' : networkCodeOf(error);
            return new http_error/* HttpError */.j$({
                method: request.method,
                url: request.url,
                status: 0,
                networkCode,
                cause: causeOf(error),
            });
        },
        close() {
            clearTimeout(timer);
            clearTimeout(silence);
            request.signal?.removeEventListener('abort', onAbort);
            if (upload === undefined)
                return;
            // A server may answer before it has read everything: what is left is not sent, the connection not reused.
            stop.abort();
            upload.close();
        },
    };
}
function hearing(upload, silence) {
    return {
        ...upload,
        onProgress: (progress) => {
            silence?.refresh();
            upload.onProgress?.(progress);
        },
    };
}
async function readAnswer(request, response) {
    const { body, isCut } = await readBody(response.readableStreamBody, request.maxBodyBytes ?? 4 * 1024 * 1024);
    const header = (name) => response.headers.get(name) ?? '';
    const requestId = header('x-ms-request-id') || header('x-ms-correlation-request-id') || header('x-ms-correlation-id');
    const retryAfterMs = retryAfter(header);
    const accepts = request.accepts ?? ((status) => status >= 200 && status < 300);
    if (accepts(response.status)) {
        return { status: response.status, header, body, isCut, requestId, retryAfterMs };
    }
    const location = header('location');
    const isRedirect = response.status >= 300 && response.status < 400 && URL.canParse(location, request.url);
    throw new http_error/* HttpError */.j$({
        method: request.method,
        url: request.url,
        status: response.status,
        body,
        requestId,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(isRedirect ? { redirectHost: new URL(location, request.url).host } : {}),
    });
}
async function readBody(stream, maxBytes) {
    const chunks = [];
    let sizeBytes = 0;
    if (stream !== undefined) {
        for await (const chunk of stream) {
            const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
            chunks.push(bytes);
            sizeBytes += bytes.length;
            // Leaving the loop destroys the stream, so the rest is not downloaded.
            if (sizeBytes > maxBytes)
                break;
        }
    }
    return { body: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'), isCut: sizeBytes > maxBytes };
}
// RFC 9110 10.2.3, and the two variants Azure sends: milliseconds, and Kudu's name without the hyphen.
function retryAfter(header) {
    const milliseconds = Number(header('retry-after-ms') || header('x-ms-retry-after-ms') || Number.NaN);
    if (Number.isFinite(milliseconds) && milliseconds >= 0)
        return milliseconds;
    const value = header('retry-after') || header('retryafter');
    if (value === '')
        return undefined;
    const seconds = Number(value);
    if (Number.isFinite(seconds))
        return seconds >= 0 ? seconds * 1000 : undefined;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
function networkCodeOf(error) {
    if (error instanceof esm/* RestError */.pj && error.code !== undefined)
        return error.code;
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
        return error.code;
    return 'ECONNABORTED';
}
// A RestError holds the request with its Authorization header: only its message goes on.
function causeOf(error) {
    return new Error(error instanceof Error ? error.message : String(error));
}


/***/ }),

/***/ 79765:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ noStorage),
  E: () => (/* binding */ openPackageStore)
});

// EXTERNAL MODULE: ./node_modules/@azure/storage-blob/dist/esm/index.js + 150 modules
var esm = __webpack_require__(38053);
// EXTERNAL MODULE: ./src/azure/allowed-hosts.ts
var allowed_hosts = __webpack_require__(38957);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
// EXTERNAL MODULE: ./src/azure/http.ts + 1 modules
var http = __webpack_require__(10012);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
// EXTERNAL MODULE: ./src/azure/retry.ts
var retry = __webpack_require__(92933);
;// CONCATENATED MODULE: ./src/azure/storage-request.ts
/**
 * Requests that the storage library makes: again when they fail in a way that passes, and never for longer than
 * the storage keeps silent. Knows nothing of packages.
 */



const silenceMs = 60_000;
/**
 * Makes a request of the library until it succeeds, fails for good, or the deadline has come.
 *
 * @param session for the clock, and for a new token after a 401
 * @param request what it is called in errors, and its bounds
 * @param work makes the request once
 * @returns what the work returns
 * @throws HttpError, or the reason of the signal
 */
function persist(session, request, work) {
    const { clock, log } = session;
    const { deadline, signal } = request;
    let isRenewed = false;
    const isRetryable = (error) => {
        if (!(error instanceof http_error/* HttpError */.j$) || error.status !== 401 || isRenewed)
            return (0,http_error/* isTransient */.dg)(error);
        isRenewed = true;
        session.forget('storage');
        return true;
    };
    return (0,retry/* retry */.L)({ clock, deadline, attempts: 5, signal, isRetryable, onRetry: (line) => log.debug(line) }, () => attemptOnce(request, work));
}
async function attemptOnce(request, work) {
    const stop = new AbortController();
    let isSilent = false;
    const listen = () => setTimeout(() => {
        isSilent = true;
        stop.abort();
    }, silenceMs);
    let timer = listen();
    const moved = () => {
        clearTimeout(timer);
        timer = listen();
    };
    try {
        return await work({ signal: AbortSignal.any([request.signal, stop.signal]), moved });
    }
    catch (error) {
        request.signal.throwIfAborted();
        const { method, url } = request;
        if (isSilent)
            throw new http_error/* HttpError */.j$({ method, url, status: 0, networkCode: 'ETIMEDOUT' });
        throw toHttpError(method, url, error);
    }
    finally {
        clearTimeout(timer);
    }
}
// The library's error holds the request with its headers: only what is safe to show goes on.
function toHttpError(method, url, error) {
    if (!(error instanceof esm/* RestError */.pj))
        return error;
    const retryAfter = Number(error.response?.headers.get('retry-after') || Number.NaN);
    return new http_error/* HttpError */.j$({
        method,
        url,
        status: error.statusCode ?? 0,
        // Half an answer is a connection that was lost, whatever the parser says of it.
        networkCode: error.code === 'PARSE_ERROR' ? 'ECONNRESET' : (error.code ?? ''),
        body: error.message,
        requestId: error.response?.headers.get('x-ms-request-id') ?? '',
        ...(retryAfter >= 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
    });
}

;// CONCATENATED MODULE: ./src/azure/package-store.ts
/**
 * The storage of an app on Linux Consumption, for its packages: how it is reached, writing one package, removing
 * old ones. The only file that loads @azure/storage-blob. Keys and signatures leave it only inside the address
 * that becomes an app setting.
 */






/** Ours alone, so that removing old packages never touches anybody else's. */
const containerName = 'go-azure-func-action';
/**
 * Opens the storage. Sends nothing.
 *
 * @param session signed in
 * @param place as read from the app settings
 * @returns the store
 * @throws ActionError `azure-host-not-allowed` when the identity's token would leave the cloud
 */
function openPackageStore(session, place) {
    const key = place.way === 'key' ? new esm/* StorageSharedKeyCredential */.Z3(place.account, place.key) : undefined;
    // A key signs requests and stays here; a token travels, and only to hosts of the cloud.
    const endpoint = place.way === 'key' ? place.endpoint : (0,allowed_hosts/* requireAllowed */.wD)(session.cloud, 'blob', place.endpoint).href;
    const credential = key ?? {
        getToken: async () => {
            const token = await session.accessToken('storage');
            return { token: token.token, expiresOnTimestamp: token.expiresAtMs };
        },
    };
    const options = {
        userAgentOptions: { userAgentPrefix: http/* userAgent */.N },
        // Its own retries know few of the failures that pass, and wait for ever for an answer: see `persist`.
        retryOptions: { maxTries: 1 },
        // The library signs again for the host of a redirect: none is followed.
        redirectOptions: { maxRetries: 0 },
        ...(session.http.ca === undefined ? {} : { tlsOptions: { ca: session.http.ca } }),
    };
    // Anew for each try: the library keeps a token also when it was refused.
    const open = () => new esm/* BlobServiceClient */.wS(endpoint.replace(/\/+$/, ''), (0,esm/* newPipeline */.vC)(credential, options)).getContainerClient(containerName);
    const container = open();
    const soon = () => ({ deadline: session.clock.now() + 120_000, signal: session.signal });
    return {
        write: (request) => write(session, open, request),
        addressOf: (name) => container.getBlockBlobClient(name).url,
        signedAddressOf: (name, startsOn, endsOn) => {
            if (key === undefined)
                throw new TypeError('Only a key can sign an address.');
            const signature = (0,esm/* generateBlobSASQueryParameters */.WJ)({
                containerName,
                blobName: name,
                permissions: esm/* BlobSASPermissions */.vD.parse('r'),
                startsOn,
                expiresOn: endsOn,
            }, key);
            return `${container.getBlockBlobClient(name).url}?${signature}`;
        },
        list: (prefix) => persist(session, { method: 'GET', url: container.url, ...soon() }, ({ signal }) => list(open(), prefix, signal)),
        remove: async (name) => {
            await persist(session, { method: 'DELETE', url: container.url, ...soon() }, ({ signal }) => open().getBlobClient(name).deleteIfExists({ deleteSnapshots: 'include', abortSignal: signal }));
        },
        digestOf: async (name, signal) => {
            const bounds = { method: 'HEAD', url: container.url, ...soon(), signal };
            const { metadata } = await persist(session, bounds, (attempt) => open().getBlobClient(name).getProperties({ abortSignal: attempt.signal }));
            return metadata?.['sha256'] ?? '';
        },
    };
}
async function write(session, open, request) {
    const { url } = open();
    const bounds = { method: 'PUT', deadline: request.deadline, signal: request.signal };
    try {
        await persist(session, { ...bounds, url }, ({ signal }) => open().createIfNotExists({ abortSignal: signal }));
    }
    catch (error) {
        // A role on the container alone may write blobs and not create containers, and 409 says that it is there:
        // if neither is so, the upload will tell.
        if (!(error instanceof http_error/* HttpError */.j$) || (error.status !== 403 && error.status !== 409))
            throw error;
    }
    const blobUrl = open().getBlockBlobClient(request.name).url;
    await persist(session, { ...bounds, url: blobUrl }, (attempt) => upload(open(), request, attempt));
}
async function upload(container, request, attempt) {
    const blob = container.getBlockBlobClient(request.name);
    try {
        await blob.uploadFile(request.path, {
            abortSignal: attempt.signal,
            blobHTTPHeaders: { blobContentType: 'application/zip' },
            metadata: { ...originOf(request), sha256: request.sha256 },
            // The name is new; whatever is there under it is not ours to replace.
            conditions: { ifNoneMatch: '*' },
            blockSize: 4 * 1024 * 1024,
            concurrency: 4,
            onProgress: (progress) => {
                attempt.moved();
                request.onProgress(progress.loadedBytes);
            },
        });
    }
    catch (error) {
        if (!(error instanceof esm/* RestError */.pj) || error.statusCode !== 409)
            throw error;
        // Of a try whose answer was lost.
        const there = await blob.getProperties({ abortSignal: attempt.signal }).catch(() => undefined);
        if (there?.metadata?.['sha256'] !== request.sha256)
            throw error;
    }
}
// Values travel as headers: what no header can hold is left out.
function originOf({ origin }) {
    const { sha: commit, repoName: repository, actor, runUrl: run = '' } = origin;
    const facts = Object.entries({ commit, repository, actor, run });
    return Object.fromEntries(facts.filter(([, value]) => /^[\x21-\x7e]{1,500}$/.test(value)));
}
async function list(container, prefix, signal) {
    const names = [];
    for await (const blob of container.listBlobsFlat({ prefix, abortSignal: signal })) {
        names.push(blob.name);
        if (names.length >= 1000)
            break;
    }
    return names;
}
/**
 * The error of a storage that is not reached with a key, where a key was needed.
 *
 * @param appName of the app
 * @returns the error, code `blob-storage-missing`
 */
function noStorage(appName) {
    return (0,azure_error/* azureError */.u)('blob-storage-missing', `'${appName}' has no storage that a package could be put into.`, {
        hint: 'Set AzureWebJobsStorage__accountName (with roles for the identities) or AzureWebJobsStorage (a connection string) on the app.',
    });
}


/***/ }),

/***/ 74084:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ storagePlaces)
/* harmony export */ });
/* unused harmony export readConnectionString */
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);
/**
 * Where the app keeps its packages, from its own app settings. Pure. Values of settings pass through and are never
 * put into messages.
 */

/**
 * The places to try, the better one first. With an identity there is no signature that leaks or ends; with a
 * connection string and an identity both are possible, and whether the deployer may write shows at the upload.
 *
 * @param cloud whose blob suffix is used when the settings name only an account
 * @param site as looked up
 * @returns one or two places, or none
 * @throws ActionError `blob-storage-setting` when the setting is there but cannot be read
 */
function storagePlaces(cloud, site) {
    const { settings } = site;
    const isIdentityNamed = (settings.get('WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID') ?? '') !== '';
    const endpointOf = (account) => `https://${account}${cloud.blobHostSuffixes[0] ?? ''}`;
    const uri = setting(site, 'blobServiceUri');
    const account = setting(site, 'accountName') || accountOf(uri);
    if (account !== '') {
        if (!/^[a-z0-9]{3,24}$/.test(account))
            throw unreadable('AzureWebJobsStorage__accountName', 'is no storage account');
        return [{ way: 'identity', account, endpoint: uri || endpointOf(account), isIdentityNamed }];
    }
    const text = settings.get('AzureWebJobsStorage') ?? '';
    if (text === '')
        return [];
    const key = readConnectionString(cloud, text);
    return site.hasIdentity
        ? [{ way: 'identity', account: key.account, endpoint: key.endpoint, isIdentityNamed }, key]
        : [key];
}
/**
 * Reads a connection string of a storage account.
 *
 * @param cloud whose suffix is used when the string names none
 * @param text of the setting
 * @returns account, key and blob endpoint
 * @throws ActionError `blob-storage-setting`, without the value
 */
function readConnectionString(cloud, text) {
    const name = 'AzureWebJobsStorage';
    if (/^@Microsoft\.KeyVault\(/i.test(text.trim())) {
        throw unreadable(name, 'is a Key Vault reference, which only the app itself can read');
    }
    const parts = new Map();
    for (const part of text.split(';')) {
        // A key ends with `=`, so only the first one separates.
        const separator = part.indexOf('=');
        if (separator > 0)
            parts.set(part.slice(0, separator).trim().toLowerCase(), part.slice(separator + 1).trim());
    }
    const account = parts.get('accountname') ?? '';
    const key = parts.get('accountkey') ?? '';
    if (account === '' || key === '')
        throw unreadable(name, 'is no connection string with AccountName and AccountKey');
    const suffix = parts.get('endpointsuffix');
    const endpoint = parts.get('blobendpoint') ??
        `https://${account}${suffix === undefined ? (cloud.blobHostSuffixes[0] ?? '') : `.blob.${suffix}`}`;
    if (!URL.canParse(endpoint) || new URL(endpoint).protocol !== 'https:') {
        throw unreadable(name, 'has a blob endpoint that is not an https URL');
    }
    return { way: 'key', account, key, endpoint };
}
// A colon separates where the host reads configuration from files, two underscores everywhere else.
function setting(site, name) {
    return (site.settings.get(`AzureWebJobsStorage__${name}`) ??
        site.settings.get(`AzureWebJobsStorage:${name}`) ??
        '').trim();
}
function accountOf(uri) {
    if (uri === '')
        return '';
    if (!URL.canParse(uri) || new URL(uri).protocol !== 'https:') {
        throw unreadable('AzureWebJobsStorage__blobServiceUri', 'is not an https URL');
    }
    return new URL(uri).hostname.split('.')[0] ?? '';
}
function unreadable(name, why) {
    return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('blob-storage-setting', `The app setting ${name} ${why}.`, {
        hint: 'Set AzureWebJobsStorage__accountName and give the identities roles on the account, or set AzureWebJobsStorage to a connection string with a key.',
    });
}


/***/ })

};
;