"use strict";
exports.id = 348;
exports.ids = [348];
exports.modules = {

/***/ 43932:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ readActivePackage),
/* harmony export */   fq: () => (/* binding */ unknownPackage)
/* harmony export */ });
/* unused harmony export activeOf */
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _deploy_context__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90362);
/* harmony import */ var _deployment_record__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47780);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50460);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21909);
/* harmony import */ var _scm_client__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20384);
/**
 * Which package an app runs, as far as Azure's own records tell: the newest deployment when it is the active one, or
 * the address of the package. Reads only. What it cannot tell it says, and never guesses.
 */






/**
 * Reads which package is active.
 *
 * @param session signed in
 * @param site the app or slot
 * @param signal stops waiting
 * @returns what is known; records that cannot be read are no error
 * @throws the reason of the signal
 */
async function readActivePackage(session, site, signal) {
    try {
        if (site.plan !== 'consumption')
            return activeOf(await readRecordsOf(session, site, signal));
        // The storage library is loaded for this plan only.
        const { readActiveBlob } = await Promise.all(/* import() */[__webpack_require__.e(869), __webpack_require__.e(738), __webpack_require__.e(53), __webpack_require__.e(73)]).then(__webpack_require__.bind(__webpack_require__, 4073));
        return await readActiveBlob(session, site, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        session.signal.throwIfAborted();
        if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$) && !(error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        return unknownPackage(`it could not be read: ${(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`);
    }
}
/**
 * A package of which nothing is known.
 *
 * @param problem why
 * @returns the record of it
 */
function unknownPackage(problem) {
    return { deploymentId: '', sha256: '', problem };
}
async function readRecordsOf(session, site, signal) {
    const answer = await (0,_scm_client__WEBPACK_IMPORTED_MODULE_3__/* .scmClientFor */ .O)(session, site).get('/api/deployments', {
        deadline: session.clock.now() + 60_000,
        signal,
        attempts: 3,
        alsoAccepts: [404],
    });
    return answer.status === 404 ? [] : (0,_deployment_record__WEBPACK_IMPORTED_MODULE_1__/* .readRecords */ .T3)(answer.body);
}
/**
 * The active package of a deployment history. A record counts only when nothing newer was tried: a later deployment
 * that failed may have left anything behind.
 *
 * @param records of the server, in any order
 * @returns what they tell
 */
function activeOf(records) {
    const newest = [...records].sort((one, other) => receivedMs(other) - receivedMs(one))[0];
    if (newest === undefined)
        return unknownPackage('there is no deployment yet');
    if ((0,_deployment_record__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(newest.status) !== 'succeeded' || newest.isTemporary || !newest.isActive) {
        return unknownPackage(`the newest deployment '${newest.id}' is not the active one`);
    }
    const { id: deploymentId } = newest;
    const sha256 = newest.deployer.startsWith(_deploy_context__WEBPACK_IMPORTED_MODULE_4__/* .deployerPrefix */ .rz) ? digestIn(newest.message) : '';
    const problem = sha256 === '' ? `the record of the deployment '${deploymentId}' names no digest` : '';
    return { deploymentId, sha256, problem };
}
// A time that cannot be read counts as the newest: it is better to know nothing than to take an old record.
function receivedMs({ receivedAt }) {
    const time = Date.parse(receivedAt);
    return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
function digestIn(message) {
    const digest = (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)((0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(message), 'packageSha256');
    return /^[0-9a-f]{64}$/.test(digest) ? digest : '';
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

/***/ 34815:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ slotLabel),
/* harmony export */   Ty: () => (/* binding */ swapCommand),
/* harmony export */   Wj: () => (/* binding */ readSlotState),
/* harmony export */   zs: () => (/* binding */ lookCommand)
/* harmony export */ });
/* harmony import */ var _arm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51201);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21909);
/* harmony import */ var _shell_quote__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35576);
/**
 * What the resource manager says about the swaps of an app: the last one that succeeded, and whether an operation
 * holds the app now. Reads only.
 */



/**
 * Reads the state of one app or slot.
 *
 * @param session signed in
 * @param site the app or slot
 * @param signal stops waiting
 * @returns the state
 * @throws ActionError
 */
async function readSlotState(session, site, signal) {
    const body = await (0,_arm__WEBPACK_IMPORTED_MODULE_0__/* .readArm */ .Tl)(session, {
        method: 'GET',
        path: site.resourceId,
        purpose: 'read the state of the slot',
        signal,
    });
    const [time, ...slots] = ['timestampUtc', 'sourceSlotName', 'destinationSlotName'].map((name) => (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'properties', 'slotSwapStatus', name).slice(0, 100));
    return {
        lastSwap: time === '' ? '' : [time, ...slots].join(' '),
        lastSlots: slots.map((slot) => slot.toLowerCase()).sort(),
        operationId: (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(body, 'properties', 'inProgressOperationId').slice(0, 100),
    };
}
/**
 * The name of a slot as Azure knows it.
 *
 * @param site the app or slot
 * @returns `production` for the app itself
 */
function slotLabel({ slotName }) {
    return slotName === '' ? 'production' : slotName;
}
/**
 * The command that swaps two slots by hand.
 *
 * @param source the slot
 * @param target the slot or the app
 * @returns one line for a POSIX shell
 */
function swapCommand(source, target) {
    const app = `--name ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(source.appName)} --resource-group ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(source.resourceGroup)}`;
    return `az functionapp deployment slot swap ${app} --slot ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(slotLabel(source))} --target-slot ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(slotLabel(target))}`;
}
/**
 * The command that shows the last swap of an app, and an operation that still holds it.
 *
 * @param target the slot or the app
 * @returns one line for a POSIX shell
 */
function lookCommand(target) {
    const query = 'properties.{lastSwap: slotSwapStatus, running: inProgressOperationId}';
    return `az resource show --ids ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(target.resourceId)} --query ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(query)}`;
}


/***/ }),

/***/ 56348:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSwapTarget: () => (/* binding */ checkSwapTarget),
/* harmony export */   lookUpSwapTarget: () => (/* binding */ lookUpSwapTarget),
/* harmony export */   o: () => (/* binding */ readFormer)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _active_package__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43932);
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92179);
/* harmony import */ var _function_list__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19328);
/* harmony import */ var _scm_refusal__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94151);
/* harmony import */ var _site__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30638);
/* harmony import */ var _slot_state__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34815);
/**
 * What a slot is swapped with: found and checked before anything is uploaded, and what it ran before the swap.
 * Reads only.
 */







/**
 * Looks up what the input `swap-with` names.
 *
 * @param session signed in
 * @param source the slot that is deployed to
 * @param swapWith `production` or the name of another slot
 * @returns the other slot, or the app itself
 * @throws ActionError `site-swap-on-consumption`, or as `lookUpSite`
 */
async function lookUpSwapTarget(session, source, swapWith) {
    if (source.plan === 'consumption') {
        throw (0,_azure_error__WEBPACK_IMPORTED_MODULE_2__/* .azureError */ .u)('site-swap-on-consumption', `'${source.appName}' is on Linux Consumption, where swaps have been seen to be reverted some minutes later.`, {
            hint: 'Leave slot-name and swap-with out: when the functions do not answer, the former package is put back. Swaps work on Elastic Premium and Dedicated plans.',
        });
    }
    const { appName, resourceGroup } = source;
    return (0,_site__WEBPACK_IMPORTED_MODULE_5__/* .lookUpSite */ .C)(session, { appName, resourceGroup, slotName: swapWith });
}
/**
 * Checks what is to be swapped with.
 *
 * @param target the other slot, or the app itself
 * @returns an error when its host cannot run
 */
function checkSwapTarget(target) {
    if (target.state === '' || target.state.toLowerCase() === 'running')
        return [];
    const message = `'${(0,_slot_state__WEBPACK_IMPORTED_MODULE_6__/* .slotLabel */ .Df)(target)}' of '${target.appName}', with which the slot is to be swapped, is '${target.state}', not running.`;
    return [(0,_azure_error__WEBPACK_IMPORTED_MODULE_2__/* .azureFinding */ .v)('error', 'site-stopped', message, (0,_scm_refusal__WEBPACK_IMPORTED_MODULE_4__/* .startCommand */ .S)(target))];
}
/**
 * Reads what the target runs, so that it can be told and proven when it is put back.
 *
 * @param session signed in
 * @param target the other slot, or the app itself
 * @param signal stops waiting
 * @returns what is known
 * @throws the reason of the signal
 */
async function readFormer(session, target, signal) {
    const [functions, active] = await Promise.all([
        namesOf(session, target, signal),
        (0,_active_package__WEBPACK_IMPORTED_MODULE_1__/* .readActivePackage */ .JY)(session, target, signal),
    ]);
    return { functions, active };
}
async function namesOf(session, target, signal) {
    try {
        const listed = await (0,_function_list__WEBPACK_IMPORTED_MODULE_3__/* .listFunctions */ ._)(session, target, signal);
        return listed.map(({ name }) => name).filter((name) => name.toLowerCase() !== 'warmup');
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        session.log.debug(`What '${(0,_slot_state__WEBPACK_IMPORTED_MODULE_6__/* .slotLabel */ .Df)(target)}' runs could not be listed: ${error.message}`);
        return undefined;
    }
}


/***/ })

};
;