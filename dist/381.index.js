"use strict";
exports.id = 381;
exports.ids = [381];
exports.modules = {

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

/***/ 90362:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   rz: () => (/* binding */ deployerPrefix)
/* harmony export */ });
/* unused harmony exports deploymentWays, deploymentOutcomes */
const deploymentWays = (/* unused pure expression or super */ null && (['flex', 'zipdeploy', 'blob']));
/** `unconfirmed`: the package is there, a later step is not known to have worked; verification decides. */
const deploymentOutcomes = (/* unused pure expression or super */ null && (['succeeded', 'unconfirmed', 'failed', 'cancelled']));
/**
 * The `message` of a deployment: the shape that the portal's Deployment Center renders, with the digest of the
 * package and our token. The commit is named by its hash alone: a query has to stay below 2048 characters.
 *
 * @param context of the deployment
 * @returns JSON
 */
function messageText(context) {
    const { message, sha256 } = context.request;
    return JSON.stringify({ type: 'deployment', ...message, packageSha256: sha256, token: context.token });
}
/** What the `deployer` of our deployments begins with. */
const deployerPrefix = 'go-azure-func-action-';


/***/ }),

/***/ 47780:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   aE: () => (/* binding */ readRecord)
/* harmony export */ });
/* unused harmony export verdicts */
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21909);
/**
 * One deployment as Kudu records it, and what its status numbers mean. Pure; everything in it is untrusted.
 */

const verdicts = (/* unused pure expression or super */ null && ([
    'running',
    'succeeded',
    'failed',
    'cancelled',
    'conflict',
    'partial',
    'unknown',
]));
/**
 * Statuses of both servers: 0 to 4 of Kudu (KuduLite, DeployStatus.cs), and \u22121, 5 and 6 that only Flex has.
 */
const statuses = new Map([
    [-1, { name: 'Cancelled', verdict: 'cancelled' }],
    [0, { name: 'Pending', verdict: 'running' }],
    [1, { name: 'Building', verdict: 'running' }],
    [2, { name: 'Deploying', verdict: 'running' }],
    [3, { name: 'Failed', verdict: 'failed' }],
    [4, { name: 'Success', verdict: 'succeeded' }],
    [5, { name: 'Conflict', verdict: 'conflict' }],
    [6, { name: 'PartialSuccess', verdict: 'partial' }],
]);
/**
 * What a status means. Only 4 is a success; a number nobody knows is neither running nor a success.
 *
 * @param status of a record
 * @returns the verdict
 */
function verdictOf(status) {
    return statuses.get(status)?.verdict ?? 'unknown';
}
/**
 * The state in words.
 *
 * @param record as the server sent it
 * @returns for example `Building (1)`
 */
function stateOf(record) {
    return `${statuses.get(record.status)?.name ?? 'Unknown'} (${record.status})`;
}
/**
 * Reads one record.
 *
 * @param value a parsed answer
 * @returns the record, undefined when it has no id or no status
 */
function readRecord(value) {
    const id = (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'id').slice(0, 200);
    const status = (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(value, 'status');
    if (id === '' || status === undefined)
        return undefined;
    const buildErrors = (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(value, 'build_summary', 'errors')
        .map((error) => (typeof error === 'string' ? error : JSON.stringify(error)))
        .slice(0, 20);
    return {
        id,
        status,
        statusText: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'status_text'),
        message: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'message'),
        deployer: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'deployer'),
        receivedAt: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'received_time'),
        isTemporary: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'is_temp') === true || id.toLowerCase().startsWith('temp'),
        isComplete: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'complete') === true,
        isActive: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'active') === true,
        logUrl: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'log_url'),
        progress: (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(value, 'progress'),
        buildErrors,
    };
}
/**
 * Reads a list of records.
 *
 * @param body of an answer
 * @returns the records in the order of the answer, at most two hundred
 */
function readRecords(body) {
    const value = (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body);
    const items = Array.isArray(value) ? value : (0,_json_value__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(value, 'value');
    return items
        .slice(0, 200)
        .map((item) => readRecord((0,_json_value__WEBPACK_IMPORTED_MODULE_0__.at)(item, 'properties') ?? item))
        .filter((record) => record !== undefined);
}


/***/ }),

/***/ 19328:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ compareFunctions),
/* harmony export */   _: () => (/* binding */ listFunctions)
/* harmony export */ });
/* harmony import */ var _arm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51201);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21909);
/**
 * The functions that Azure lists for an app, and how that list compares with the package. Reads only.
 */


/**
 * Lists the functions.
 *
 * @param session signed in
 * @param site the app or slot
 * @param signal stops waiting
 * @returns what Azure lists now
 * @throws ActionError
 */
async function listFunctions(session, site, signal) {
    const items = await (0,_arm__WEBPACK_IMPORTED_MODULE_0__/* .listArm */ .vL)(session, {
        method: 'GET',
        path: `${site.resourceId}/functions`,
        purpose: 'list the functions',
        attempts: 1,
        signal,
    });
    return items.map(readFunction).filter((listed) => listed.name !== '');
}
/**
 * Compares the list with the names in the package, without regard to case, as the host does.
 *
 * @param expected names from the package; empty when they are known to the host only
 * @param listed names that Azure lists
 * @param isFloor whether the package may register more than `expected`
 * @returns what differs
 */
function compareFunctions(expected, listed, isFloor = false) {
    const real = listed.filter((name) => name.toLowerCase() !== 'warmup' || includes(expected, name));
    const missing = expected.filter((name) => !includes(real, name));
    const unexpected = expected.length === 0 || isFloor ? [] : real.filter((name) => !includes(expected, name));
    const isPlaceholder = real.length === 0;
    return {
        isReady: !isPlaceholder && missing.length === 0 && unexpected.length === 0,
        isPlaceholder,
        missing,
        unexpected,
    };
}
function includes(names, wanted) {
    return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}
function readFunction(item) {
    const properties = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__.at)(item, 'properties');
    // `name` of the resource is `app/function`; the property has the function alone.
    const name = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(properties, 'name') || ((0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'name').split('/').at(-1) ?? '');
    const trigger = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(properties, 'config', 'bindings')
        .map((binding) => (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(binding, 'type'))
        .find((type) => /trigger$/i.test(type));
    // The template may end with a key.
    const url = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(properties, 'invoke_url_template').split('?')[0] ?? '';
    return {
        name: name.slice(0, 200),
        trigger: (trigger ?? '').slice(0, 100),
        isDisabled: (0,_json_value__WEBPACK_IMPORTED_MODULE_1__.at)(properties, 'isDisabled') === true || (0,_json_value__WEBPACK_IMPORTED_MODULE_1__.at)(properties, 'config', 'disabled') === true,
        ...(url.startsWith('https://') ? { url: url.slice(0, 500) } : {}),
    };
}


/***/ }),

/***/ 60777:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
/**
 * What to do about lines that deployment servers and hosts are known to write. A table; pure.
 */
const advice = [
    [
        /\.azurefunctions/i,
        'The app was created for .NET isolated: create a Flex app with --runtime custom, or correct app-name.',
    ],
    [
        /InvalidPackageContent/i,
        'Azure misses a file in the package, usually host.json at its root: deploy the zip that this action wrote, unchanged.',
    ],
    [
        /Storage responded with Forbidden|Failed to upload/i,
        'The identity of the app needs Storage Blob Data Contributor on its deployment container, and the storage account must let Azure services in.',
    ],
    [
        /ValidationStep|ExtractZip|central directory|not a valid zip/i,
        'The package did not arrive as a zip: deploy the zip that this action wrote, and pass it between jobs as one file.',
    ],
    [
        /Oryx|PreBuildValidation/i,
        'Azure tried to build the code: remove SCM_DO_BUILD_DURING_DEPLOYMENT and ENABLE_ORYX_BUILD.',
    ],
    [
        /SyncTrigger/i,
        'The host did not start with the new package: see the errors of the host in the verification.',
    ],
    [/disk|no space/i, 'The plan has no room left: remove old content of the app or choose a larger plan.'],
    [
        /Process fileName|No such file or directory|Exec format error|Permission denied/i,
        'The host could not start the handler: check the findings about the binary and its place in the package.',
    ],
    [
        /AzureWebJobsStorage|storage account|AuthorizationPermissionMismatch/i,
        'The host cannot use its storage: check AzureWebJobsStorage and the roles of the identity of the app.',
    ],
    [
        /Language Worker Process exited|worker restart retry count|Initializing HttpWorker timed out|Failed to start/i,
        'The handler ended or did not listen on FUNCTIONS_CUSTOMHANDLER_PORT: run with rehearse: true to see its output.',
    ],
];
/**
 * The advice for one line.
 *
 * @param line of a deployment log or of the errors of a host
 * @returns what to do, undefined when the line is not known
 */
function adviceFor(line) {
    return advice.find(([pattern]) => pattern.test(line))?.[1];
}


/***/ }),

/***/ 96439:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ syncTriggers)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _arm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51201);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50460);
/**
 * Tells the platform to read the triggers of an app anew.
 */



/**
 * Syncs the triggers, with patience for a host that is restarting: the resource manager wraps that as 400.
 *
 * @param session signed in
 * @param site whose triggers
 * @param deadline clock time after which no further try begins
 * @param signal stops waiting
 * @returns `''` when done, else why not; Kudu syncs as well, so a failure here need not be one of the deployment
 * @throws the reason of the signal
 */
async function syncTriggers(session, site, deadline, signal) {
    const delaysMs = [2000, 4000, 8000, 16_000];
    for (let attempt = 0;; attempt += 1) {
        let reason;
        let askedMs = 0;
        try {
            const answer = await (0,_arm__WEBPACK_IMPORTED_MODULE_1__/* .callArm */ .J0)(session, {
                method: 'POST',
                path: `${site.resourceId}/host/default/sync`,
                purpose: 'sync the triggers',
                alsoAccepts: [400, 404, 409],
                attempts: 1,
                deadline,
                signal,
            });
            if (answer.status < 300)
                return '';
            reason = `${answer.status} ${answer.body.slice(0, 500)}`;
            askedMs = answer.retryAfterMs ?? 0;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
                throw error;
            reason = error.message;
            const { cause } = error;
            // A missing role does not come by waiting.
            if (!(cause instanceof _http_error__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$) || cause.status === 403)
                return `${reason} ${error.hint ?? ''}`.trim();
            askedMs = cause.retryAfterMs ?? 0;
        }
        const delayMs = Math.max(delaysMs[attempt] ?? 0, askedMs);
        if (delayMs === 0 || session.clock.now() + delayMs > deadline)
            return reason;
        session.log.debug(`The triggers could not be synced yet: ${reason}`);
        await session.clock.sleep(delayMs, signal);
    }
}


/***/ }),

/***/ 66646:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ verifyDeployment)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/azure/function-list.ts
var function_list = __webpack_require__(19328);
// EXTERNAL MODULE: ./src/azure/arm.ts
var arm = __webpack_require__(51201);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
// EXTERNAL MODULE: ./src/azure/json-value.ts
var json_value = __webpack_require__(21909);
// EXTERNAL MODULE: ./src/azure/redact.ts
var redact = __webpack_require__(30322);
;// CONCATENATED MODULE: ./src/azure/host-status.ts
/**
 * The state of the Functions host, read through the resource manager: no key, and it works for private apps.
 */





/**
 * Reads the state. The endpoint answers 200 in the state `Error` too, so the body decides
 * (azure-functions-host, HostController.cs).
 *
 * @param session signed in
 * @param site the app or slot
 * @param signal stops waiting
 * @returns the state; one that cannot be read is no error
 * @throws the reason of the signal
 */
async function readHostStatus(session, site, signal) {
    const path = `${site.resourceId}/hostruntime/admin/host/status`;
    try {
        const answer = await (0,arm/* callArm */.J0)(session, {
            method: 'GET',
            path,
            purpose: 'read the state of the host',
            // A host that cannot answer is wrapped as 400 with the host's own status in the text.
            alsoAccepts: [400, 404, 409],
            attempts: 1,
            signal,
        });
        const body = (0,json_value/* parseJson */.qF)(answer.body);
        const state = (0,json_value/* textAt */.$6)(body, 'state').slice(0, 40);
        if (answer.status >= 300 || state === '') {
            const { message } = (0,arm/* readArmError */.p_)(answer.body);
            const url = new URL(path, session.cloud.armEndpoint).href;
            const { status, requestId } = answer;
            const error = new http_error/* HttpError */.j$({ method: 'GET', url, status, body: message || answer.body, requestId });
            return unknown(error.message, false);
        }
        return {
            state,
            errors: (0,json_value/* textsAt */.i1)(body, 'errors')
                .slice(0, 10)
                .map((error) => (0,redact/* redactText */.R)(error, 1000)),
            version: (0,json_value/* textAt */.$6)(body, 'version').slice(0, 40),
            unreadable: '',
            isForbidden: false,
        };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const status = error.cause instanceof http_error/* HttpError */.j$ ? error.cause.status : 0;
        return unknown(error.message, status === 403 || status === 401);
    }
}
function unknown(reason, isForbidden) {
    return { state: 'Unknown', errors: [], version: '', unreadable: reason, isForbidden };
}

// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
;// CONCATENATED MODULE: ./src/azure/probe.ts
/**
 * Asks the deployed app for a path until it answers well. A plain GET without any credential, and never HEAD,
 * which handlers answer differently.
 */



/**
 * The URL of a path of the app.
 *
 * @param site the app or slot
 * @param path the input `verify-path`
 * @returns the URL, on the host of the app
 * @throws ActionError `verify-path-invalid`
 */
function probeUrl(site, path) {
    const isPath = path.startsWith('/') && URL.canParse(path, site.appUrl);
    const url = isPath ? new URL(path, site.appUrl) : undefined;
    if (url === undefined || url.origin !== new URL(site.appUrl).origin) {
        throw (0,azure_error/* azureError */.u)('verify-path-invalid', `verify-path '${(0,redact/* redactText */.R)(path, 200)}' is not a path of the app.`, {
            hint: 'Begin it with one slash, for example /api/HttpExample?name=ci.',
        });
    }
    url.hash = '';
    return url.href;
}
// A refusal for want of a key does not pass; a few tries are for a host that is still starting.
const refusals = 4;
/**
 * Asks until the answer is 2xx.
 *
 * @param session for the connection and the clock
 * @param url from `probeUrl`
 * @param request until when
 * @returns the last answer
 * @throws the reason of the signal
 */
async function probeApp(session, url, request) {
    const { clock } = session;
    const startedAt = clock.now();
    const shownUrl = (0,redact/* redactText */.R)(url, 1000);
    let answered;
    for (let refused = 0, attempt = 1;; attempt += 1) {
        let result;
        let askedMs = 0;
        try {
            const answer = await session.http.send({
                method: 'GET',
                url,
                headers: { Accept: '*/*' },
                // A cold start may take most of a minute; the front end gives up after 230 s.
                timeoutMs: Math.min(90_000, Math.max(1000, request.deadline - clock.now())),
                maxBodyBytes: 2048,
                accepts: () => true,
                signal: request.signal,
            });
            askedMs = answer.retryAfterMs ?? 0;
            const bodyExcerpt = (0,redact/* redactText */.R)(answer.body, 500);
            result = {
                url: shownUrl,
                status: answer.status,
                bodyExcerpt,
                elapsedMs: 0,
                isAnswered: true,
                problem: '',
            };
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (!(error instanceof http_error/* HttpError */.j$))
                throw error;
            result = {
                url: shownUrl,
                status: 0,
                bodyExcerpt: '',
                elapsedMs: 0,
                isAnswered: false,
                problem: error.message,
            };
        }
        // The last try before the deadline has little time: an answer that came before says more than its silence.
        if (result.isAnswered)
            answered = result;
        const finished = { ...(answered ?? result), elapsedMs: clock.now() - startedAt };
        if (result.status >= 200 && result.status < 300)
            return finished;
        refused = result.status === 401 || result.status === 403 ? refused + 1 : 0;
        const delayMs = Math.max(Math.min(1000 * attempt, 5000), askedMs);
        if (refused >= refusals || clock.now() + delayMs > request.deadline)
            return finished;
        session.log.debug(`GET ${shownUrl}: ${result.status === 0 ? result.problem : result.status}`);
        await clock.sleep(delayMs, request.signal);
    }
}

// EXTERNAL MODULE: ./src/azure/trigger-sync.ts
var trigger_sync = __webpack_require__(96439);
// EXTERNAL MODULE: ./src/azure/server-advice.ts
var server_advice = __webpack_require__(60777);
;// CONCATENATED MODULE: ./src/azure/verify-findings.ts
/**
 * What a verification that did not succeed is told as. Pure.
 */




/**
 * What there is to say about the host.
 *
 * @param host as last read
 * @param site the app or slot
 * @param moment `ready`: all is listed; `broken`: the same errors for three looks; `late`: the deadline has come
 * @returns findings, none for a host that runs
 */
function explainHost(host, site, moment) {
    if (host.isForbidden) {
        return [
            (0,azure_error/* azureFinding */.v)('notice', 'verify-host-unread', `The state of the host of '${site.appName}' was not read: ${host.unreadable}`, 'Give the identity the role Website Contributor on the app, or Microsoft.Web/sites/hostruntime/* in a custom role.'),
        ];
    }
    if (moment === 'ready')
        return [];
    if (host.errors.length > 0) {
        return host.errors.map((error) => (0,azure_error/* azureFinding */.v)('error', 'verify-host-error', `The host of '${site.appName}' is in the state '${host.state}': '${error}'`, (0,server_advice/* adviceFor */.c)(error) ?? 'Correct the cause that the host names and deploy again.'));
    }
    if (host.unreadable !== '') {
        return [
            (0,azure_error/* azureFinding */.v)('error', 'verify-host-unreachable', `The host of '${site.appName}' could not be asked for its state: ${host.unreadable}`, 'Usually the handler ended at its start, AzureWebJobsStorage cannot be used, or an access restriction keeps Azure out. Look at the log stream of the app.'),
        ];
    }
    return [
        (0,azure_error/* azureFinding */.v)('error', 'verify-host-state', `The host of '${site.appName}' was in the state '${host.state}' at the deadline, not 'Running'.`, 'Raise verify-timeout if the app starts slowly; otherwise look at the log stream of the app.'),
    ];
}
/**
 * What there is to say about the list at the deadline.
 *
 * @param comparison of the last list
 * @param last the last list, and what went wrong about it
 * @returns findings, none when the list is as expected
 */
function explainList(comparison, last) {
    const { listed, expectedFunctions: expected, isFloor = false, listProblem, syncProblem } = last;
    if (listProblem !== '') {
        return [
            (0,azure_error/* azureFinding */.v)('error', 'verify-list-unread', `The functions could not be listed: ${listProblem}`, 'Run the job again.'),
        ];
    }
    if (comparison.isReady)
        return [];
    const names = listed.map((one) => `'${one.name}'`).join(', ');
    const wanted = expected.length === 0 ? 'at least one function' : expected.map((name) => `'${name}'`).join(', ');
    const sync = syncProblem === '' ? '' : ` The last sync of the triggers failed: ${syncProblem}`;
    if (comparison.isPlaceholder) {
        const only = names === '' ? 'no functions' : `only ${names}`;
        return [
            (0,azure_error/* azureFinding */.v)('error', 'verify-no-functions', `Azure lists ${only} at the deadline; expected ${wanted}.${sync}`, isFloor
                ? 'The native worker registered nothing: look at the log stream of the app for its start. If it did, press Refresh in the portal, which syncs once more.'
                : 'The host did not read the package: check that host.json is at its root. If it did, press Refresh in the portal, which syncs once more.'),
        ];
    }
    const findings = [];
    if (comparison.missing.length > 0) {
        const missing = comparison.missing.map((name) => `'${name}'`).join(', ');
        findings.push((0,azure_error/* azureFinding */.v)('error', 'verify-functions-missing', `Azure does not list ${missing}; it lists ${names}.${sync}`, isFloor
            ? 'main registers these functions, so Azure still runs another program: restart the app and run the job again. If they stay away, look at the log stream for the start of the worker.'
            : 'Check function.json of these functions, and `functions` in host.json, which hides all that it does not name.'));
    }
    if (comparison.unexpected.length > 0) {
        const unexpected = comparison.unexpected.map((name) => `'${name}'`).join(', ');
        findings.push((0,azure_error/* azureFinding */.v)('error', 'verify-functions-unexpected', `Azure still lists ${unexpected}, which the package does not have.`, 'Old files or an old package are still in use: set WEBSITE_RUN_FROM_PACKAGE=1 on App Service plans, or restart the app.'));
    }
    return findings;
}
/**
 * What there is to say about the answer to `verify-path`.
 *
 * @param probe the last answer
 * @returns a finding, none for 2xx
 */
function explainProbe(probe) {
    if (probe.status >= 200 && probe.status < 300)
        return [];
    if (!probe.isAnswered) {
        return [
            (0,azure_error/* azureFinding */.v)('error', 'verify-probe-failed', probe.problem, 'Check that the runner reaches the app: access restrictions and private endpoints keep it out.'),
        ];
    }
    const text = (0,http_error/* plainText */.wh)(probe.bodyExcerpt).slice(0, 200);
    const body = text === '' ? '' : `: '${text}'`;
    return [
        (0,azure_error/* azureFinding */.v)('error', 'verify-probe-failed', `GET ${probe.url} answered ${probe.status}${body}, not 2xx.`, hintFor(probe.status)),
    ];
}
function hintFor(status) {
    if (status === 401 || status === 403) {
        return 'The function wants a key, or the app a sign-in: verify a function with authLevel anonymous, or one made for health checks.';
    }
    if (status === 404)
        return 'Check the route in function.json and routePrefix in host.json; Go compares paths with regard to case.';
    if (status >= 500)
        return 'The host did not reach the handler, or the handler failed: look at the log stream of the app.';
    return 'Set verify-path to a path that answers a plain GET with 2xx.';
}
/**
 * The finding of a verification that was stopped.
 *
 * @returns a warning, since the package is deployed all the same
 */
function cancelledFinding() {
    return (0,azure_error/* azureFinding */.v)('warning', 'verify-abandoned', 'The run was stopped before the deployed functions were verified.', 'The package is deployed: look at the functions in the portal, or run the job again.');
}
/**
 * The finding of an error that ended the verification.
 *
 * @param error what was thrown
 * @returns its code, message and hint
 */
function explainThrown(error) {
    return error instanceof errors/* ActionError */.l
        ? { code: error.code, severity: 'error', message: error.message, hint: error.hint ?? '' }
        : (0,azure_error/* azureFinding */.v)('error', 'azure-call-failed', (0,errors/* messageOf */.b)(error), 'Run the job again.');
}

;// CONCATENATED MODULE: ./src/azure/verify.ts
/**
 * Proves that the deployed functions are there and answer: triggers synced, exactly the expected functions listed,
 * the host running, and a path of the user's choice answered with 2xx. Changes nothing but the sync.
 */






/**
 * Verifies a deployment.
 *
 * @param session signed in
 * @param site that was deployed to
 * @param request what is expected, and for how long to wait for it
 * @returns what was seen; `isVerified` only when all of it is as expected
 * @throws ActionError `verify-path-invalid` before anything is sent
 */
async function verifyDeployment(session, site, request) {
    const url = request.verifyPath === '' ? undefined : probeUrl(site, request.verifyPath);
    const startedAt = session.clock.now();
    const watch = {
        session,
        site,
        request,
        startedAt,
        deadline: startedAt + request.timeoutMs,
        seen: new Map(),
        host: {
            state: 'Unknown',
            errors: [],
            version: '',
            unreadable: 'it was not asked yet',
            isForbidden: false,
        },
        listed: [],
    };
    const findings = [];
    let probe;
    let isCancelled = false;
    try {
        findings.push(...(await waitUntilListed(watch)));
        const isListed = !findings.some((finding) => finding.severity === 'error');
        if (url !== undefined && isListed) {
            probe = await probeApp(session, url, {
                path: request.verifyPath,
                deadline: watch.deadline,
                signal: request.signal,
            });
            findings.push(...explainProbe(probe));
        }
    }
    catch (error) {
        isCancelled = request.signal.aborted || session.signal.aborted;
        if (!isCancelled && !(error instanceof errors/* ActionError */.l))
            throw error;
        findings.push(isCancelled ? cancelledFinding() : explainThrown(error));
    }
    return {
        isVerified: !isCancelled && !findings.some((finding) => finding.severity === 'error'),
        isCancelled,
        hostState: watch.host.state,
        hostErrors: watch.host.errors,
        expected: request.expectedFunctions,
        listed: watch.listed.map((listed) => listed.name),
        functions: watch.listed.map((listed) => ({ ...listed, listedAfterMs: watch.seen.get(listed.name) ?? 0 })),
        elapsedMs: session.clock.now() - startedAt,
        ...(probe === undefined ? {} : { probe: recordOf(probe) }),
        findings,
    };
}
// A sync may land on a placeholder and publish only `WarmUp`; nothing heals that but another sync
// (azure-functions-host#11873), so it is repeated after every two looks that found no more.
async function waitUntilListed(watch) {
    const { session, site, request } = watch;
    let errorRounds = 0;
    let lastErrors = '';
    let syncProblem = await (0,trigger_sync/* syncTriggers */.p)(session, site, watch.deadline, request.signal);
    for (let round = 1;; round += 1) {
        const listProblem = await look(watch);
        const comparison = (0,function_list/* compareFunctions */.R)(request.expectedFunctions, watch.listed.map((listed) => listed.name), request.isFloor);
        const isHealthy = watch.host.state.toLowerCase() === 'running' || watch.host.isForbidden;
        if (comparison.isReady && isHealthy && listProblem === '')
            return explainHost(watch.host, site, 'ready');
        const errors = watch.host.errors.join('\n');
        const isBroken = watch.host.state.toLowerCase() === 'error' && errors !== '';
        errorRounds = isBroken && errors === lastErrors ? errorRounds + 1 : Number(isBroken);
        lastErrors = errors;
        if (errorRounds >= 3)
            return explainHost(watch.host, site, 'broken');
        // Quick at first, since small apps are there within seconds.
        const delayMs = round <= 3 ? 2000 : 5000;
        if (session.clock.now() + delayMs > watch.deadline) {
            return [
                ...(isHealthy ? [] : explainHost(watch.host, site, 'late')),
                ...explainList(comparison, { ...request, listed: watch.listed, listProblem, syncProblem }),
            ];
        }
        await session.clock.sleep(delayMs, request.signal);
        if (round % 2 === 0 && !comparison.isReady) {
            const quickly = Math.min(watch.deadline, session.clock.now() + 5000);
            syncProblem = await (0,trigger_sync/* syncTriggers */.p)(session, site, quickly, request.signal);
        }
    }
}
// A look that fails is a look that saw nothing new: the deadline ends the looking.
async function look(watch) {
    const { session, site, request } = watch;
    const [functions, host] = await Promise.allSettled([
        (0,function_list/* listFunctions */._)(session, site, request.signal),
        watch.host.isForbidden ? watch.host : readHostStatus(session, site, request.signal),
    ]);
    request.signal.throwIfAborted();
    if (host.status === 'rejected')
        throw host.reason;
    watch.host = host.value;
    if (functions.status === 'rejected') {
        const reason = functions.reason;
        if (!(reason instanceof errors/* ActionError */.l) || reason.code === 'azure-role-missing')
            throw reason;
        return reason.message;
    }
    watch.listed = functions.value;
    for (const { name } of watch.listed) {
        if (watch.seen.has(name))
            continue;
        watch.seen.set(name, session.clock.now() - watch.startedAt);
        request.log.info(`Listed: ${name}`);
    }
    request.log.debug(`Host: ${watch.host.state}; functions: ${watch.listed.length}`);
    return '';
}
function recordOf(probe) {
    const { url, status, bodyExcerpt, elapsedMs } = probe;
    return { url, status, bodyExcerpt, elapsedMs };
}


/***/ }),

/***/ 7381:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RX: () => (/* binding */ demandClean),
  deploy: () => (/* binding */ deploy),
  PE: () => (/* binding */ deploymentOf),
  wg: () => (/* binding */ packageOf),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./src/archive/digest.ts
var digest = __webpack_require__(32948);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
// EXTERNAL MODULE: ./src/azure/deploy-context.ts
var deploy_context = __webpack_require__(90362);
// EXTERNAL MODULE: ./src/azure/deployment-record.ts
var deployment_record = __webpack_require__(47780);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
;// CONCATENATED MODULE: ./src/azure/deployment-queue.ts
/**
 * Other deployments of the same app: which there are, and waiting for one that runs. Reads only.
 */



/**
 * The deployments the SCM site knows.
 *
 * @param context of the deployment
 * @param attempts how often a passing failure is tried again
 * @returns the records; none when the site has no history yet
 * @throws HttpError
 */
async function readHistory(context, attempts = 5) {
    const answer = await context.scm.get('/api/deployments', {
        deadline: context.request.deadline,
        signal: context.request.signal,
        attempts,
        alsoAccepts: [404],
    });
    const retryAfterMs = answer.retryAfterMs ?? 0;
    if (answer.status !== 404)
        return { records: (0,deployment_record/* readRecords */.T3)(answer.body), retryAfterMs };
    const { status, body, requestId } = answer;
    const url = `https://${context.scm.host}/api/deployments`;
    const problem = new http_error/* HttpError */.j$({ method: 'GET', url, status, body, requestId }).message;
    return { records: [], retryAfterMs, problem };
}
/**
 * Whether a record is ours: the server keeps `message` and `deployer` as they were sent.
 *
 * @param context of the deployment
 * @param record of the server
 * @returns true when it carries our token
 */
function isOurs(context, record) {
    return record.message.includes(context.token) || record.deployer.includes(context.token);
}
// A fresh or restarting SCM site answers 503 or has no name yet for some minutes; after that it does not heal.
const readyPatienceMs = 300_000;
/**
 * Waits until the SCM site answers and nobody else's deployment runs, so that no upload is wasted on a 409.
 *
 * @param context of the deployment
 * @returns all records there are; when ours is among them it may still be running
 * @throws HttpError when the site stays away, ActionError `deployment-busy` at the deadline
 */
async function waitForTurn(context) {
    const { session, request } = context;
    const { clock } = session;
    const readyBy = Math.min(request.deadline, clock.now() + readyPatienceMs);
    context.progress.state = 'waiting for the SCM site';
    let announced = '';
    for (;;) {
        let delayMs = 5000;
        try {
            const { records, retryAfterMs } = await readHistory(context, 1);
            const running = records.find((record) => (0,deployment_record/* verdictOf */.Vj)(record.status) === 'running' && !record.isComplete);
            if (running === undefined || records.some((record) => isOurs(context, record)))
                return records;
            if (announced !== running.id) {
                request.log.info(`Waiting for the deployment '${running.id}' of '${shortName(running)}' that runs already.`);
                announced = running.id;
            }
            context.progress.state = 'waiting for another deployment';
            delayMs = Math.max(delayMs, retryAfterMs);
            if (clock.now() + delayMs > request.deadline)
                throw busy(context, running);
        }
        catch (error) {
            if (!(error instanceof http_error/* HttpError */.j$) || !(0,http_error/* isTransient */.dg)(error))
                throw error;
            delayMs = Math.max(delayMs, error.retryAfterMs ?? 0);
            if (clock.now() + delayMs > readyBy)
                throw error;
            request.log.debug(error.message);
        }
        await clock.sleep(delayMs, request.signal);
    }
}
function busy(context, running) {
    return (0,azure_error/* azureError */.u)('deployment-busy', `Another deployment of '${context.site.appName}' was still ${(0,deployment_record/* stateOf */.L4)(running)} at the deadline: '${running.id}' of '${shortName(running)}'.`, { hint: 'Set concurrency: in the workflows that deploy to this app, or raise deploy-timeout.' });
}
function shortName(record) {
    return (record.deployer || 'unknown').slice(0, 60);
}

// EXTERNAL MODULE: ./src/azure/json-value.ts
var json_value = __webpack_require__(21909);
// EXTERNAL MODULE: ./src/azure/redact.ts
var redact = __webpack_require__(30322);
// EXTERNAL MODULE: ./src/azure/server-advice.ts
var server_advice = __webpack_require__(60777);
;// CONCATENATED MODULE: ./src/azure/deployment-log.ts





// A log is for reading: beyond these the start of it is enough.
const maxLines = 1000;
const maxRequests = 25;
const maxDepth = 3;
/**
 * Fetches the log. Never fails: a log that cannot be had is an empty one, and the debug log says why.
 *
 * @param context of the deployment
 * @param url of the log, absolute or from the root
 * @returns its lines and which of them are errors
 * @throws the reason of the signal
 */
async function fetchServerLog(context, url) {
    const lines = [];
    const errors = [];
    let requests = 0;
    const read = async (from, depth) => {
        const path = context.scm.ownPath(from);
        if (path === undefined || requests >= maxRequests)
            return;
        requests += 1;
        for (const entry of await fetchEntries(context, path)) {
            if (lines.length >= maxLines)
                return;
            const message = (0,redact/* redactText */.R)((0,json_value/* textAt */.$6)(entry, 'message'), 1000).trimEnd();
            const line = `${'  '.repeat(depth)}${message}`;
            if (message !== '')
                lines.push(line);
            // Kudu: 0 is a message, 1 a warning, 2 an error; Flex marks little, so its steps' exceptions count too.
            if ((0,json_value/* numberAt */.tk)(entry, 'type') === 2 || /Exception\b|^\s*error\b/i.test(message))
                errors.push(message.trim());
            const details = (0,json_value/* textAt */.$6)(entry, 'details_url');
            if (details !== '' && depth < maxDepth)
                await read(details, depth + 1);
        }
    };
    await read(url, 0);
    return { lines, errors: [...new Set(errors)] };
}
/**
 * The error lines of a server log as findings, the known ones with advice.
 *
 * @param log as fetched
 * @returns at most ten findings
 */
function findingsOf(log) {
    return log.errors.slice(0, 10).map((line) => {
        const advice = (0,server_advice/* adviceFor */.c)(line) ?? 'Read the lines around it in the server log above.';
        return (0,azure_error/* azureFinding */.v)('error', 'deployment-server-error', `Azure's deployment log says: '${line}'`, advice);
    });
}
async function fetchEntries(context, path) {
    const { session, request } = context;
    try {
        const answer = await context.scm.get(path, {
            // The final log is worth a few seconds beyond the deadline: it says why.
            deadline: Math.max(request.deadline, session.clock.now() + 20_000),
            signal: request.signal,
            attempts: 2,
            timeoutMs: 20_000,
        });
        const value = (0,json_value/* parseJson */.qF)(answer.body);
        return Array.isArray(value) ? value : (0,json_value/* listAt */.gT)(value, 'value');
    }
    catch (error) {
        request.signal.throwIfAborted();
        request.log.debug(error instanceof http_error/* HttpError */.j$ ? error.message : String(error));
        return [];
    }
}

;// CONCATENATED MODULE: ./src/azure/deployment-watch.ts






/**
 * Looks until the deployment has ended or the deadline has come.
 *
 * @param context of the deployment, uploaded
 * @param watch how to look
 * @returns the deployment with the server's log; only status 4 is a success
 * @throws HttpError for a refusal while looking; the reason of the signal
 */
async function watchDeployment(context, watch) {
    const { session, request, progress } = context;
    const startedAt = session.clock.now();
    const missingUntil = startedAt + watch.appearsWithinMs;
    let last;
    let problem = '';
    // What a server asks for is bounded like everything else.
    let delayMs = Math.min(watch.firstDelayMs, Math.max(0, request.deadline - startedAt));
    for (;;) {
        if (delayMs > 0)
            await session.clock.sleep(delayMs, request.signal);
        delayMs = watch.intervalMs(session.clock.now() - startedAt);
        try {
            const sighting = await watch.look();
            delayMs = Math.max(delayMs, sighting.retryAfterMs ?? 0);
            problem = sighting.problem ?? '';
            if (sighting.record !== undefined) {
                note(context, sighting.record, last);
                last = sighting.record;
                if ((0,deployment_record/* verdictOf */.Vj)(last.status) !== 'running')
                    return await settle(context, watch, last, startedAt);
            }
            else if (sighting.isGone === true) {
                progress.serverMs = session.clock.now() - startedAt;
                return await finish(context, watch, last, 'unconfirmed', recycled(context));
            }
            else if (last === undefined && session.clock.now() > missingUntil) {
                return await finish(context, watch, last, 'failed', neverSeen(context, watch, problem));
            }
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (!(error instanceof http_error/* HttpError */.j$) || !(0,http_error/* isTransient */.dg)(error))
                throw error;
            delayMs = Math.max(delayMs, error.retryAfterMs ?? 0);
            // The last look has little time: an answer that came before says more than its silence.
            if (error.status > 0 || problem === '')
                problem = error.message;
            request.log.debug(error.message);
        }
        if (session.clock.now() + delayMs > request.deadline) {
            progress.serverMs = session.clock.now() - startedAt;
            return finish(context, watch, last, 'failed', timedOut(context, problem));
        }
    }
}
function note(context, record, last) {
    context.progress.id = record.id;
    context.progress.state = (0,deployment_record/* stateOf */.L4)(record);
    if (last?.status === record.status && last.progress === record.progress)
        return;
    const detail = (0,redact/* redactText */.R)(record.progress || record.statusText, 200);
    context.request.log.info(`Deployment '${record.id}': ${(0,deployment_record/* stateOf */.L4)(record)}${detail === '' ? '' : `, ${detail}`}`);
}
async function settle(context, watch, record, startedAt) {
    context.progress.serverMs = context.session.clock.now() - startedAt;
    const ending = endingOf(record);
    const reason = reasonOf(record);
    const said = reason === '' ? '' : ` It says: '${reason}'`;
    const hint = (ending.outcome === 'failed' ? (0,server_advice/* adviceFor */.c)(reason) : undefined) ?? ending.hint;
    const finding = ending.code === undefined
        ? undefined
        : (0,azure_error/* azureFinding */.v)(ending.severity, ending.code, `${ending.message}${said}`, hint);
    return finish(context, watch, record, ending.outcome, finding);
}
// Numbers below 0 and above 4 are where other clients let failures pass.
function endingOf(record) {
    const failed = { outcome: 'failed', severity: 'error' };
    switch ((0,deployment_record/* verdictOf */.Vj)(record.status)) {
        case 'succeeded':
            return { outcome: 'succeeded', severity: 'warning', message: '', hint: '' };
        case 'failed':
            return {
                ...failed,
                code: 'deployment-failed',
                message: `Azure reports the deployment '${record.id}' as failed.`,
                hint: 'The server log says which step failed.',
            };
        case 'cancelled':
            return {
                ...failed,
                code: 'deployment-cancelled',
                message: `Azure cancelled the deployment '${record.id}'.`,
                hint: 'Somebody or a restart of the app ended it: run the job again.',
            };
        case 'conflict':
            return {
                ...failed,
                code: 'deployment-conflict',
                message: `Azure dropped the deployment '${record.id}' because another one was running.`,
                hint: 'Run the job again, and set concurrency: in the workflows that deploy to this app.',
            };
        case 'partial':
            return {
                outcome: 'unconfirmed',
                severity: 'warning',
                code: 'deployment-partial',
                message: `Azure stored the package of the deployment '${record.id}', but a later step did not succeed.`,
                hint: 'Usually the sync of the triggers: verification repeats it and decides.',
            };
        default:
            return {
                ...failed,
                code: 'deployment-state-unknown',
                message: `Azure reports the deployment '${record.id}' in a state that is not known: ${record.status}.`,
                hint: 'Only status 4 is a success. Please report this number.',
            };
    }
}
function reasonOf(record) {
    return (0,redact/* redactText */.R)([record.statusText, ...record.buildErrors].filter((text) => text !== '').join(' '), 500);
}
async function finish(context, watch, record, outcome, finding) {
    const { progress } = context;
    const id = record?.id ?? progress.id;
    // At once: on Flex the log goes away with the worker that wrote it.
    const log = id === '' ? { lines: [], errors: [] } : await fetchServerLog(context, watch.logPath(id, record));
    // What the record says itself is not said twice.
    const errors = log.errors.filter((line) => !(finding?.message ?? '').includes(line));
    const isFailed = outcome === 'failed';
    return {
        way: watch.way,
        id,
        outcome,
        state: progress.state,
        log: log.lines,
        ...(progress.uploadMs === undefined ? {} : { uploadMs: progress.uploadMs }),
        ...(progress.serverMs === undefined ? {} : { serverMs: progress.serverMs }),
        findings: [
            ...(finding === undefined ? [] : [finding]),
            ...(isFailed ? findingsOf({ ...log, errors }) : []),
        ],
    };
}
function recycled(context) {
    context.progress.state = `${context.progress.state}, then the record was gone`;
    return (0,azure_error/* azureFinding */.v)('warning', 'deployment-record-gone', `Azure no longer knows the deployment '${context.progress.id}', whose last state was ${context.progress.state}.`, 'The server that deploys was recycled. Verification decides whether the new code runs.');
}
function neverSeen(context, watch, problem) {
    return (0,azure_error/* azureFinding */.v)('error', 'deployment-record-missing', `'${context.site.scmHost}' took the package but showed no deployment of this run within ${Math.round(watch.appearsWithinMs / 1000)} s.${lastLook(problem)}`, 'Look at the deployment history of the app in the portal, and run the job again.');
}
function timedOut(context, problem) {
    return (0,azure_error/* azureFinding */.v)('error', 'deployment-timeout', `The deployment was still in the state '${context.progress.state}' at the deadline.${lastLook(problem)}`, 'Azure may still finish it. Raise deploy-timeout if this app always takes so long.');
}
function lastLook(problem) {
    return problem === '' ? '' : ` The last look at it: ${problem}`;
}

// EXTERNAL MODULE: ./src/azure/scm-refusal.ts
var scm_refusal = __webpack_require__(94151);
;// CONCATENATED MODULE: ./src/azure/publish.ts
/**
 * Sends the package to the SCM site, once. A second time only when it is known, or after looking for 30 seconds,
 * that the first did not arrive: the request is not idempotent.
 */




const maxLosses = 4;
const searchMs = 30_000;
/**
 * Uploads the package.
 *
 * @param context of the deployment
 * @param path of the endpoint with its query
 * @param contentType that the endpoint wants
 * @param adopts whether a record without our token may be taken for ours after a lost answer
 * @returns the answer, or the record it left
 * @throws ActionError that says what the SCM site meant; the reason of the signal
 */
async function publish(context, path, contentType, adopts) {
    const { session, request, progress } = context;
    let before;
    let losses = 0;
    for (let conflicts = 0;;) {
        const records = await waitForTurn(context);
        before ??= new Set(records.map((record) => record.id));
        const startedAt = session.clock.now();
        const known = before;
        const settled = (found) => {
            const answeredAt = session.clock.now();
            progress.uploadMs = answeredAt - startedAt;
            progress.state = 'uploaded';
            return { ...found, answeredAt, uploadMs: answeredAt - startedAt, before: known };
        };
        // Of an earlier try whose answer was lost: it may appear late.
        const late = records.find((record) => isOurs(context, record));
        if (late !== undefined)
            return settled({ record: late });
        progress.state = 'uploading';
        try {
            return settled({ answer: await send(context, path, contentType) });
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (!(error instanceof http_error/* HttpError */.j$))
                throw error;
            if (error.status === 409) {
                conflicts += 1;
                await waitAfterConflict(context, error, conflicts);
                continue;
            }
            if (!(0,http_error/* isTransient */.dg)(error))
                throw (0,scm_refusal/* explainScm */.X)(error, context.site, session.clientId, 'upload the package');
            const record = wasCertainlyNotReceived(error) ? undefined : await findOurs(context, known, adopts);
            if (record !== undefined) {
                request.log.info(`The answer to the upload was lost, but Azure has the deployment '${record.id}'.`);
                return settled({ record });
            }
            losses += 1;
            await waitAfterLoss(context, error, losses);
        }
    }
}
function send(context, path, contentType) {
    const { request, session } = context;
    const { onProgress } = request;
    return context.scm.send({
        method: 'POST',
        path,
        headers: { 'Content-Type': contentType, 'Cache-Control': 'no-cache', Accept: 'application/json' },
        body: {
            path: request.packagePath,
            sizeBytes: request.sizeBytes,
            ...(onProgress === undefined ? {} : { onProgress }),
        },
        // A cold SCM site has been seen to answer after 80 s, and the front end in front of it gives up after 230 s.
        timeoutMs: Math.max(1000, request.deadline - session.clock.now()),
        silenceMs: 240_000,
        signal: request.signal,
    });
}
// The connection was never made, or the server says that it did not look at the request.
function wasCertainlyNotReceived(error) {
    return error.status === 429 || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.networkCode);
}
async function findOurs(context, before, adopts) {
    const { session, request } = context;
    const until = Math.min(request.deadline, session.clock.now() + searchMs);
    context.progress.state = 'looking for the deployment after a lost answer';
    while (session.clock.now() < until) {
        await session.clock.sleep(2000, request.signal);
        try {
            const fresh = (await readHistory(context, 1)).records.filter((record) => !before.has(record.id));
            const ours = fresh.find((record) => isOurs(context, record)) ??
                (fresh.length === 1 ? fresh.find(adopts) : undefined);
            if (ours !== undefined)
                return ours;
        }
        catch (error) {
            if (!(error instanceof http_error/* HttpError */.j$) || !(0,http_error/* isTransient */.dg)(error))
                throw error;
            request.log.debug(error.message);
        }
    }
    return undefined;
}
async function waitAfterLoss(context, error, losses) {
    const { clock, clientId } = context.session;
    const delayMs = Math.max(error.retryAfterMs ?? 0, 1000 * 2 ** losses);
    if (losses >= maxLosses || clock.now() + delayMs > context.request.deadline) {
        throw (0,scm_refusal/* explainScm */.X)(error, context.site, clientId, 'upload the package');
    }
    context.request.log.info(`${error.message} Nothing arrived: uploading again.`);
    await clock.sleep(delayMs, context.request.signal);
}
// Somebody was faster between our look and our upload: they are waited for like anybody else.
async function waitAfterConflict(context, error, conflicts) {
    const { clock } = context.session;
    const lasting = explainLastingConflict(context, error);
    if (lasting !== undefined)
        throw lasting;
    // Each try costs an upload, so the waits grow.
    const delayMs = Math.max(error.retryAfterMs ?? 0, Math.min(5000 * conflicts, 30_000));
    if (clock.now() + delayMs > context.request.deadline) {
        throw (0,azure_error/* azureError */.u)('deployment-busy', `Another deployment of '${context.site.appName}' was in progress until the deadline: ${error.message}`, {
            hint: 'Set concurrency: in the workflows that deploy to this app, or raise deploy-timeout.',
            cause: error,
        });
    }
    context.progress.state = 'waiting for another deployment';
    context.request.log.info('Azure answered 409: another deployment is in progress. Waiting for it.');
    await clock.sleep(delayMs, context.request.signal);
}
// Three causes share the status; two of them do not pass by waiting (KuduLite, PushDeploymentController.cs).
function explainLastingConflict(context, error) {
    const { site } = context;
    if (/run-from-zip|WEBSITE_RUN_FROM_PACKAGE|run.from.package/i.test(error.bodyExcerpt)) {
        return (0,azure_error/* azureError */.u)('deployment-run-from-url', `'${site.appName}' runs from a package at a URL, so Azure refuses a zip: ${error.message}`, {
            hint: 'Remove the app setting WEBSITE_RUN_FROM_PACKAGE, or set it to 1, and run the job again.',
            cause: error,
        });
    }
    if (/auto.?swap/i.test(error.bodyExcerpt)) {
        return (0,azure_error/* azureError */.u)('deployment-auto-swap', `'${site.appName}' is being swapped automatically: ${error.message}`, {
            hint: 'Wait until the swap is over and run the job again, or turn auto swap off for the slot.',
            cause: error,
        });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/azure/deploy-flex.ts
/**
 * Flex Consumption: `POST /api/publish`, then the record with the id that was answered.
 */







/**
 * Deploys to a Flex app. Without a remote build: the binary is built already.
 *
 * @param context of the deployment
 * @returns what became of it
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
async function deployFlex(context) {
    const query = new URLSearchParams({
        RemoteBuild: 'false',
        deployer: `${deploy_context/* deployerPrefix */.rz}${context.token}`,
        message: (0,deploy_context/* messageText */.Lo)(context),
    });
    // Any other content type is answered 415. This server may not keep message and deployer: after a lost answer
    // the only new record is taken for ours when it carries nobody else's message.
    const published = await publish(context, `/api/publish?${query}`, 'application/zip', isAnonymous);
    let id = published.record?.id ?? idFrom(published.answer);
    let wasSeen = false;
    context.progress.id = id;
    return watchDeployment(context, {
        way: 'flex',
        // What the service's own team recommends.
        intervalMs: () => 1000,
        appearsWithinMs: 30_000,
        firstDelayMs: published.answer?.retryAfterMs ?? 0,
        logPath: (recordId) => `/api/deployments/${encodeURIComponent(recordId)}/log`,
        look: async () => {
            if (id === '') {
                id = (await findUnnamed(context, published))?.id ?? '';
                if (id === '')
                    return {};
                context.progress.id = id;
            }
            const sighting = await lookAt(context, id);
            if (sighting.record !== undefined)
                wasSeen = true;
            // A 404 after a good answer: the worker that deployed is gone, and with it perhaps the record.
            return wasSeen && sighting.record === undefined ? lookInHistory(context, id) : sighting;
        },
    });
}
// The answer is a JSON string with the id; the same id is the last part of Location.
function idFrom(answer) {
    if (answer === undefined)
        return '';
    const body = (0,json_value/* parseJson */.qF)(answer.body);
    const fromBody = typeof body === 'string' ? body : ((0,deployment_record/* readRecord */.aE)(body)?.id ?? '');
    const location = answer.header('location').split(/[?#]/)[0]?.split('/').at(-1) ?? '';
    const id = fromBody || location;
    return /^[\w-]{1,100}$/.test(id) && id !== 'latest' ? id : '';
}
async function lookAt(context, id) {
    const answer = await context.scm.get(`/api/deployments/${encodeURIComponent(id)}`, {
        deadline: context.request.deadline,
        signal: context.request.signal,
        attempts: 1,
        alsoAccepts: [404],
    });
    const record = answer.status === 404 ? undefined : (0,deployment_record/* readRecord */.aE)((0,json_value/* parseJson */.qF)(answer.body));
    return {
        ...(record === undefined ? { problem: describeAnswer(context, id, answer) } : { record }),
        ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
    };
}
function describeAnswer({ scm }, id, { status, body, requestId }) {
    const url = `https://${scm.host}/api/deployments/${encodeURIComponent(id)}`;
    return new http_error/* HttpError */.j$({ method: 'GET', url, status, body, requestId }).message;
}
async function lookInHistory(context, id) {
    const { records, ...answer } = await readHistory(context, 3);
    const record = records.find((candidate) => candidate.id === id);
    return record === undefined ? { isGone: true } : { record, ...answer };
}
async function findUnnamed(context, published) {
    const { records } = await readHistory(context, 1);
    const fresh = records.filter((record) => !published.before.has(record.id));
    return (fresh.find((record) => isOurs(context, record)) ??
        (fresh.length === 1 ? fresh.find(isAnonymous) : undefined));
}
function isAnonymous(record) {
    return record.message === '' && (record.deployer === '' || record.deployer === 'LegionOneDeploy');
}

;// CONCATENATED MODULE: ./src/azure/deploy-zip.ts
/**
 * Elastic Premium and Dedicated on Linux: `POST /api/zipdeploy`, then our own record and no other.
 */






/**
 * Deploys to an app on an App Service plan. The `latest` deployment that the answer points to may be anybody's,
 * so the record is found by our token in its message or deployer, or by the id that the answer names.
 *
 * @param context of the deployment
 * @returns what became of it
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
async function deployZip(context) {
    const query = new URLSearchParams({
        isAsync: 'true',
        deployer: `${deploy_context/* deployerPrefix */.rz}${context.token}`,
        message: (0,deploy_context/* messageText */.Lo)(context),
    });
    const published = await publish(context, `/api/zipdeploy?${query}`, 'application/zip', () => false);
    const finder = openFinder(context, published.answer?.header('scm-deployment-id') ?? '');
    return watchDeployment(context, {
        way: 'zipdeploy',
        intervalMs: paceOf,
        // Between the temporary record and the real one there is a moment with none.
        appearsWithinMs: 120_000,
        firstDelayMs: askedDelayMs(published.answer),
        logPath: (id, record) => record?.logUrl || `/api/deployments/${encodeURIComponent(id)}/log`,
        look: () => finder.look(),
    });
}
/**
 * Kudu was seen to answer an upload with `Retryafter: 30`, without the hyphen, for a deployment of seconds. That is no
 * `Retry-After` of RFC 9110, and no client waits for it: the Azure CLI looks every 2 s from the start and
 * Azure/functions-action every 5 s. So only the standard header, which a throttling front end sends, is obeyed.
 */
function askedDelayMs(answer) {
    return answer === undefined || answer.header('retry-after') === '' ? 0 : (answer.retryAfterMs ?? 0);
}
/** A small package is through in seconds; of a long deployment a tenth of its time is soon enough. */
function paceOf(elapsedMs) {
    return Math.min(5000, Math.max(1000, elapsedMs / 10));
}
function openFinder(context, announcedId) {
    // The id of the answer is ours, but not every version of the server files the record under it.
    let id = isStable(announcedId) ? announcedId : '';
    return {
        async look() {
            if (id !== '') {
                const sighting = await deploy_zip_lookAt(context, id);
                if (sighting.record !== undefined)
                    return sighting;
                id = '';
            }
            const { records, ...answer } = await readHistory(context, 1);
            const ours = records.filter((record) => isOurs(context, record));
            // A temporary record goes away; until then it says how far the fetch is.
            const record = ours.find((candidate) => !candidate.isTemporary) ?? ours[0];
            // Of a temporary record only a failure is final: it stays when the package could not be unpacked.
            const isMeaningful = record !== undefined && (!record.isTemporary || (0,deployment_record/* verdictOf */.Vj)(record.status) !== 'succeeded');
            if (record === undefined || !isMeaningful)
                return answer;
            if (!record.isTemporary)
                id = record.id;
            return { record, ...answer };
        },
    };
}
async function deploy_zip_lookAt(context, id) {
    const answer = await context.scm.get(`/api/deployments/${encodeURIComponent(id)}`, {
        deadline: context.request.deadline,
        signal: context.request.signal,
        attempts: 1,
        alsoAccepts: [404],
    });
    const record = answer.status === 404 ? undefined : (0,deployment_record/* readRecord */.aE)((0,json_value/* parseJson */.qF)(answer.body));
    if (record === undefined || record.id !== id)
        return {};
    return {
        record,
        ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
    };
}
function isStable(id) {
    return /^[\w-]{1,100}$/.test(id) && !id.toLowerCase().startsWith('temp') && id !== 'latest';
}

// EXTERNAL MODULE: ./src/azure/scm-client.ts
var scm_client = __webpack_require__(20384);
;// CONCATENATED MODULE: ./src/azure/deployment.ts
/**
 * Deploys a package by the way its plan needs, and says what became of it.
 * Chooses the way and turns every expected failure into findings; the ways are one file each.
 */









/**
 * Deploys the package.
 *
 * @param session signed in
 * @param site as looked up
 * @param request the package and its deadline
 * @returns what became of it, with findings; what Azure refuses is never thrown
 * @throws ActionError `package-changed` when the file is not the one that was announced
 */
async function deployPackage(session, site, request) {
    const way = wayFor(site);
    const { size } = await (0,promises_.stat)(request.packagePath);
    if (size !== request.sizeBytes) {
        throw (0,azure_error/* azureError */.u)('package-changed', `'${request.packagePath}' has ${size} bytes, but ${request.sizeBytes} were packaged.`, {
            hint: 'Something changed the package after it was inspected: let no other step write to it.',
        });
    }
    const progress = { id: '', state: 'not started' };
    try {
        const context = {
            session,
            site,
            request,
            scm: (0,scm_client/* scmClientFor */.O)(session, site),
            token: (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
            progress,
        };
        return withAudience(session, site, await deployBy(way, context));
    }
    catch (error) {
        const failure = settleFailure(error, session, site, request, way, progress);
        // A host that may not be spoken to has no client to ask.
        return progress.state === 'not started' ? failure : withAudience(session, site, failure);
    }
}
/**
 * The way a plan needs.
 *
 * @param site as looked up
 * @returns `flex`, `zipdeploy` or `blob`
 */
function wayFor(site) {
    if (site.plan === 'flex-consumption')
        return 'flex';
    return site.plan === 'consumption' ? 'blob' : 'zipdeploy';
}
async function deployBy(way, context) {
    if (way === 'flex')
        return deployFlex(context);
    if (way === 'zipdeploy')
        return deployZip(context);
    // The storage library is loaded for this plan only.
    const { deployBlob } = await Promise.all(/* import() */[__webpack_require__.e(869), __webpack_require__.e(738), __webpack_require__.e(53), __webpack_require__.e(390)]).then(__webpack_require__.bind(__webpack_require__, 61390));
    return deployBlob(context);
}
function withAudience(session, site, deployment) {
    const audience = (0,scm_client/* scmClientFor */.O)(session, site).acceptedAudience();
    return audience === undefined ? deployment : { ...deployment, scmAudience: audience };
}
function settleFailure(error, session, site, request, way, progress) {
    const { id, state, uploadMs, serverMs } = progress;
    const base = {
        way,
        id,
        state,
        log: [],
        ...(uploadMs === undefined ? {} : { uploadMs }),
        ...(serverMs === undefined ? {} : { serverMs }),
    };
    if (request.signal.aborted || session.signal.aborted) {
        const what = id === '' ? 'the deployment' : `the deployment '${id}'`;
        return {
            ...base,
            outcome: 'cancelled',
            findings: [
                (0,azure_error/* azureFinding */.v)('warning', 'deployment-abandoned', `The run was stopped while ${what} was in the state '${state}'.`, 'Azure goes on with what it has received: look at the deployment history of the app, or run the job again.'),
            ],
        };
    }
    const explained = error instanceof http_error/* HttpError */.j$ ? (0,scm_refusal/* explainScm */.X)(error, site, session.clientId, 'deploy') : error;
    if (!(explained instanceof errors/* ActionError */.l))
        throw explained;
    request.log.debug(`Deployment stopped in the state '${state}': ${(0,errors/* messageOf */.b)(error)}`);
    return {
        ...base,
        outcome: 'failed',
        findings: [
            { code: explained.code, severity: 'error', message: explained.message, hint: explained.hint ?? '' },
        ],
    };
}

// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(38422);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./src/runner/progress.ts
/**
 * Shows how far a transfer is: lines at every tenth in a job log, a bar on a terminal.
 */

const barWidth = 40;
const leastGapMs = 1000;
/**
 * Starts to show a transfer.
 *
 * @param label what is transferred
 * @param log where lines go when there is no terminal
 * @param terminal where a bar goes, if it is one
 * @returns a function to call with every step of the transfer
 */
function showProgress(label, log, terminal) {
    let shownTenth = 0;
    let shownAtMs = Number.NEGATIVE_INFINITY;
    return ({ sentBytes, totalBytes }) => {
        const share = totalBytes === 0 ? 1 : Math.min(1, sentBytes / totalBytes);
        if (terminal.isTTY === true) {
            const filled = Math.round(share * barWidth);
            const bar = `${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}`;
            terminal.write(`\r${label} [${bar}] ${Math.floor(share * 100)} %${share === 1 ? '\n' : ''}`);
            return;
        }
        const tenth = Math.floor(share * 10);
        // A small package is through at once: only its end is worth a line.
        const isDue = share === 1 || external_node_perf_hooks_.performance.now() - shownAtMs >= leastGapMs;
        if (tenth === shownTenth || !isDue)
            return;
        shownTenth = tenth;
        shownAtMs = external_node_perf_hooks_.performance.now();
        log.info(`${label}: ${Math.floor(share * 100)} % of ${(totalBytes / 1e6).toFixed(1)} MB`);
    };
}

// EXTERNAL MODULE: ./src/stages/recorder.ts
var recorder = __webpack_require__(40609);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
// EXTERNAL MODULE: ./src/stages/verification.ts + 1 modules
var stages_verification = __webpack_require__(50899);
;// CONCATENATED MODULE: ./src/stages/deploy.ts
/**
 * The stage that delivers the package, and the stage that proves that its functions answer.
 */








/**
 * Uploads the package and waits until the server says how it went.
 *
 * @param run the run
 * @param connection the app
 * @returns the deployment
 * @throws ActionError when findings forbid it, or the server did not take the package
 */
async function deploy(run, connection) {
    const { record, log, inputs, workspace, signal } = run;
    const { session, site } = connection;
    demandClean(run, 'deployed');
    const zip = packageOf(run);
    await demandUnchanged(zip);
    log.group(`Deploy to ${site.appName}`);
    const startedAtMs = record.elapsedMs();
    const deployment = await deployPackage(session, site, {
        packagePath: zip.path,
        sizeBytes: zip.sizeBytes,
        sha256: zip.sha256,
        message: {
            sha: workspace.sha,
            repoName: workspace.repository,
            actor: workspace.actor,
            slotName: site.slotName,
            runUrl: workspace.runUrl,
        },
        deadline: session.clock.now() + inputs.deployTimeoutMinutes * 60_000,
        onProgress: showProgress('Uploaded', log, process.stdout),
        log,
        signal,
    });
    const { uploadMs = 0, serverMs = 0 } = deployment;
    record.draw({ section: 'runner', label: 'upload', startedAtMs, elapsedMs: uploadMs });
    record.draw({ section: 'azure', label: 'deploy', startedAtMs: startedAtMs + uploadMs, elapsedMs: serverMs });
    record.fill({ deployment: { ...deploymentOf(run), ...recordOf(deployment) } });
    for (const line of deployment.log)
        log.info(line);
    log.endGroup();
    log.info(`Deployment ${deployment.id || 'without an id'}: ${deployment.state}`);
    record.add(deployment.findings);
    if (deployment.outcome === 'cancelled')
        throw signal.reason ?? new Error('the deployment was cancelled');
    if (deployment.outcome === 'failed')
        (0,stages_run/* settle */.G)(run, deployment.findings);
    return deployment;
}
/**
 * Waits until Azure lists the expected functions, the host runs, and the path answers.
 *
 * @param run the run
 * @param connection the app
 * @param project the project, for the names of its functions
 * @param deployment what was deployed; it is taken back where that is possible when it cannot be verified
 * @throws ActionError when it cannot be verified in time
 */
async function verify(run, connection, project, deployment) {
    const { record, log, signal } = run;
    const { session, site } = connection;
    log.group(`Verify ${site.appName}`);
    const startedAtMs = record.elapsedMs();
    const verification = await (0,stages_verification/* verifySite */.jE)(run, session, site, project);
    const { isVerified, listed, elapsedMs } = verification;
    record.draw({ section: 'azure', label: 'verify', startedAtMs, elapsedMs });
    record.fill({ verification: (0,stages_verification/* verificationRecord */.n_)(verification) });
    (0,stages_verification/* fillFunctions */.T9)(run, verification);
    record.add(verification.findings);
    if (!isVerified && deployment.restore !== undefined) {
        record.add(await deployment.restore());
    }
    log.endGroup();
    if (verification.isCancelled)
        throw signal.reason ?? new Error('the verification was cancelled');
    if (isVerified)
        log.info(`Verified: ${listed.join(', ')} at ${site.appUrl}`);
    (0,stages_run/* settle */.G)(run, []);
}
// What is uploaded is what was inspected, to the last byte.
async function demandUnchanged({ path, sha256 }) {
    const { sha256: now } = await (0,digest/* digestOf */.o)(path);
    if (now === sha256)
        return;
    throw new errors/* ActionError */.l('package-changed', `'${path}' has the SHA-256 '${now}' now, but the package that was inspected had '${sha256}'.`, { hint: 'Something changed the package after it was inspected: let no other step write to it.' });
}
/**
 * With `fail-on: warning`, a run that is going to fail must not change anything first.
 *
 * @param run the run
 * @param what follows "not" in the message, for example `deployed`
 * @throws ActionError `run-stopped` when there are findings that fail the step
 */
function demandClean(run, what) {
    const failing = run.record.found.filter(({ severity }) => (0,inputs/* failsStep */.ug)(severity, run.inputs.failOn));
    if (failing.length > 0) {
        throw new errors/* ActionError */.l(recorder/* stoppedCode */.b, `not ${what}, since 'fail-on' is '${run.inputs.failOn}' and there are findings`);
    }
}
/**
 * @param run the run
 * @returns the package that was made or given
 */
function packageOf({ record }) {
    const { package: zip } = record.filled;
    if (zip === undefined)
        throw new Error('deploy was reached without a package');
    return zip;
}
/**
 * @param run the run
 * @returns the deployment as it is recorded so far
 */
function deploymentOf({ record }) {
    const { deployment } = record.filled;
    if (deployment === undefined)
        throw new Error('deploy was reached without a site');
    return deployment;
}
function recordOf(deployment) {
    const { way, id, state, uploadMs, serverMs, log, scmAudience } = deployment;
    return {
        way,
        state,
        log,
        ...(id === '' ? {} : { deploymentId: id }),
        ...(uploadMs === undefined ? {} : { uploadMs }),
        ...(serverMs === undefined ? {} : { serverMs }),
        ...(scmAudience === undefined ? {} : { scmAudience }),
    };
}


/***/ }),

/***/ 50899:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T9: () => (/* binding */ fillFunctions),
  n_: () => (/* binding */ verificationRecord),
  jE: () => (/* binding */ verifySite)
});

// EXTERNAL MODULE: ./src/azure/verify.ts + 3 modules
var verify = __webpack_require__(66646);
// EXTERNAL MODULE: ./src/project/go-code.ts
var go_code = __webpack_require__(11821);
// EXTERNAL MODULE: ./src/project/native-worker.ts
var native_worker = __webpack_require__(24201);
;// CONCATENATED MODULE: ./src/project/native-functions.ts
/**
 * The functions that a project for the native worker surely registers, read from `main`. A floor, not the list:
 * what other functions, loops and conditions register is known to the program alone.
 */


/**
 * Names that `main` registers whatever happens: calls such as `app.HTTP("Name", \u2026)` that stand in its body itself,
 * with a literal name, on a variable that holds `sdk.FunctionApp()`, before anything can leave it.
 *
 * @param project the project
 * @returns names in their order, without doubles; empty for a custom handler, and when there is no single program
 */
function registeredNames(project) {
    if (project.model !== 'native' || !project.go.isComplete)
        return [];
    const programs = (0,go_code/* goCodeOf */.dH)(project).files.filter(({ isMain, imports }) => isMain && imports.includes(`${native_worker/* workerModule */.Fh}/worker`));
    const [program] = programs;
    if (program === undefined || programs.length > 1)
        return [];
    return [...new Set(namesIn(program))];
}
function namesIn(file) {
    const body = bodyOfMain(file.tokens());
    const names = [];
    const apps = new Set();
    let depth = 0;
    for (const [index, { text, kind }] of body.entries()) {
        if (kind === 'sign' && text === '{')
            depth += 1;
        if (kind === 'sign' && text === '}')
            depth -= 1;
        // Behind it nothing is sure any more, wherever it stands.
        if (kind === 'name' && /^(?:return|goto|panic|Exit|Fatal\w*|Goexit)$/.test(text))
            break;
        if (depth > 0 || kind !== 'name')
            continue;
        const [variable, method] = [text, body[index + 2]?.text ?? ''];
        const following = body.slice(index + 1, index + 7).map((token) => token.text);
        if (following.join(' ') === ': = sdk . FunctionApp (')
            apps.add(variable);
        const name = body[index + 4];
        const isCall = following[0] === '.' && /^[A-Z]/.test(method) && following[2] === '(';
        if (isCall && apps.has(variable) && name?.kind === 'string')
            names.push(name.text);
    }
    return names;
}
function bodyOfMain(tokens) {
    const texts = (start) => tokens.slice(start, start + 5).map(({ text }) => text);
    const start = tokens.findIndex(({ text, kind }, index) => kind === 'name' && text === 'func' && texts(index).join(' ') === 'func main ( ) {');
    if (start < 0)
        return [];
    let depth = 0;
    for (let index = start + 4; index < tokens.length; index += 1) {
        const { kind, text } = tokens[index];
        if (kind !== 'sign')
            continue;
        if (text === '{')
            depth += 1;
        if (text === '}')
            depth -= 1;
        if (depth === 0)
            return tokens.slice(start + 5, index);
    }
    return [];
}

;// CONCATENATED MODULE: ./src/stages/verification.ts


/**
 * Verifies that an app or slot runs the functions of the project.
 *
 * @param run the run
 * @param session signed in
 * @param site the app or slot
 * @param project the project, for the names of its functions
 * @param timeoutMs how long it may take; default the input `verify-timeout`
 * @returns what was seen; nothing of it is recorded yet
 */
function verifySite({ inputs, log, signal }, session, site, project, timeoutMs = inputs.verifyTimeoutMinutes * 60_000) {
    const isNative = project.model === 'native';
    return (0,verify/* verifyDeployment */.l)(session, site, {
        expectedFunctions: isNative ? registeredNames(project) : project.functions.map(({ name }) => name),
        isFloor: isNative,
        verifyPath: inputs.verifyPath,
        timeoutMs,
        log,
        signal,
    });
}
/**
 * The record of a verification.
 *
 * @param verification what was seen
 * @returns the part of the report
 */
function verificationRecord(verification) {
    const { isVerified, hostState, hostErrors, expected, listed, elapsedMs, probe } = verification;
    const seen = { isVerified, hostState, hostErrors, expected, listed, elapsedMs };
    return probe === undefined ? seen : { ...seen, probe };
}
/**
 * Records where the functions of the project are, and when Azure first listed them.
 *
 * @param run the run
 * @param verification of the app or slot that matters to callers
 */
function fillFunctions({ record }, { functions: listed }) {
    const { project } = record.filled;
    if (project === undefined)
        return;
    if (project.model === 'native') {
        record.fill({ project: { ...project, functions: listed.map(learntFunction) } });
        return;
    }
    const functions = project.functions.map((entry) => {
        const match = listed.find(({ name }) => name.toLowerCase() === entry.name.toLowerCase());
        if (match === undefined)
            return entry;
        const { url, listedAfterMs } = match;
        return { ...entry, listedAfterMs, ...(url === undefined ? {} : { url }) };
    });
    record.fill({ project: { ...project, functions } });
}
// The native worker registers its functions in code, so Azure is the first to name them.
function learntFunction({ name, trigger, url, listedAfterMs }) {
    return {
        name,
        trigger,
        listedAfterMs,
        ...(url === undefined || !URL.canParse(url) ? {} : { url, route: new URL(url).pathname }),
    };
}


/***/ })

};
;