"use strict";
exports.id = 954;
exports.ids = [954];
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


/***/ }),

/***/ 62954:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  releaseBySwap: () => (/* binding */ releaseBySwap)
});

// EXTERNAL MODULE: ./src/azure/slot-state.ts
var slot_state = __webpack_require__(34815);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/azure/arm.ts
var arm = __webpack_require__(51201);
// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
;// CONCATENATED MODULE: ./src/azure/swap-findings.ts


/**
 * The error of a request for the swap that was refused.
 *
 * @param request which slots
 * @param error the answer
 * @returns the error, code `swap-refused`
 */
function refusedSwap(request, error) {
    return (0,azure_error/* azureError */.u)('swap-refused', `Azure refused to swap ${pairOf(request)}: ${error.message} ${asBefore(request)}`, { hint: 'Remove what the answer names and run the job again.', cause: error });
}
/**
 * The error of an operation that ended with one.
 *
 * @param request which slots
 * @param error the last answer
 * @returns the error, code `swap-failed`
 */
function failedSwap(request, error) {
    return (0,azure_error/* azureError */.u)('swap-failed', `The swap of ${pairOf(request)} ended with an error: ${error.message} ${asBefore(request)}`, {
        hint: `A swap starts the slot with the settings of its target first: look at the log stream of the slot, and at settings that only the target has. Check with:\n${(0,slot_state/* lookCommand */.zs)(request.target)}`,
        cause: error,
    });
}
/**
 * The error of an app that another operation held until the deadline.
 *
 * @param request which slots
 * @param error the last answer, undefined when nothing was asked for yet
 * @returns the error, code `swap-busy`
 */
function busyTarget(request, error) {
    const answer = error === undefined ? '' : ` ${error.message}`;
    return (0,azure_error/* azureError */.u)('swap-busy', `${pairOf(request)} could not be swapped: another operation held the app until the deadline, or its state could not be read.${answer} ${asBefore(request)}`, {
        hint: 'Set concurrency: in the workflows that deploy to this app, and look for a swap that was begun and not completed in the portal.',
        ...(error === undefined ? {} : { cause: error }),
    });
}
/**
 * The error of a swap whose requests were all lost, none of them with an effect.
 *
 * @param request which slots
 * @param error of the last request, undefined when it was answered
 * @returns the error, code `swap-failed`
 */
function unansweredSwap(request, error) {
    return (0,azure_error/* azureError */.u)('swap-failed', `The swap of ${pairOf(request)} could not be started: ${error?.message ?? 'Azure gave no answer.'} ${asBefore(request)}`, {
        hint: `Run the job again, or swap by hand:\n${(0,slot_state/* swapCommand */.Ty)(request.source, request.target)}`,
        ...(error === undefined ? {} : { cause: error }),
    });
}
/**
 * The error of a swap that was still running at the deadline.
 *
 * @param request which slots
 * @returns the error, code `swap-unfinished`
 */
function unfinishedSwap(request) {
    return (0,azure_error/* azureError */.u)('swap-unfinished', `The swap of ${pairOf(request)} was still running at the deadline; Azure finishes or reverts it by itself.`, {
        hint: `Raise deploy-timeout. See what became of it, and swap once more only to go back:\n${(0,slot_state/* lookCommand */.zs)(request.target)}\n${(0,slot_state/* swapCommand */.Ty)(request.source, request.target)}`,
    });
}
/**
 * The error of a swap of which nobody knows whether it took place.
 *
 * @param request which slots
 * @param error of the last request, undefined when it was answered
 * @returns the error, code `swap-unknown`
 */
function unknownSwap(request, error) {
    return (0,azure_error/* azureError */.u)('swap-unknown', `It is not known whether ${pairOf(request)} were swapped: ${error?.message ?? 'the operation could not be followed.'} It was not asked for again, since a second swap would undo the first.`, {
        hint: `See when the last swap was, and which deployment '${request.deploymentId}' is active in; swap by hand only if it is in the wrong place:\n${(0,slot_state/* lookCommand */.zs)(request.target)}\n${(0,slot_state/* swapCommand */.Ty)(request.source, request.target)}`,
        ...(error === undefined ? {} : { cause: error }),
    });
}
/**
 * The finding of a swap that Azure reports as done, while the deployment histories say otherwise.
 *
 * @param request which slots
 * @param place where our deployment is: where it was, or not at its goal
 * @returns an error, code `swap-not-effective`
 */
function ineffectiveSwap(request, place) {
    const { source, target, isBack, deploymentId } = request;
    const goal = (0,slot_state/* slotLabel */.Df)(isBack ? source : target);
    const start = (0,slot_state/* slotLabel */.Df)(isBack ? target : source);
    const seen = place === 'here'
        ? `the deployment '${deploymentId}' is still active in '${start}'`
        : `another deployment than '${deploymentId}' is active in '${goal}'`;
    return (0,azure_error/* azureFinding */.v)('error', 'swap-not-effective', `Azure reports that ${pairOf(request)} were swapped, but ${seen}. Somebody else may have swapped or deployed at the same time.`, `It was not swapped again. See when the last swap was, and swap by hand only if the deployment is in the wrong place:\n${(0,slot_state/* lookCommand */.zs)(target)}\n${(0,slot_state/* swapCommand */.Ty)(source, target)}`);
}
/**
 * The finding of a run that was stopped during a swap.
 *
 * @param watch of the swap
 * @returns a warning, code `swap-abandoned`
 */
function abandonedSwap(watch) {
    const { request, progress } = watch;
    const { source, target } = request;
    const known = progress.isAsked
        ? `while the swap of ${pairOf(request)} was in the state '${progress.state}'. Azure goes on with a swap that it has begun.`
        : `before the swap of ${pairOf(request)} was asked for. ${asBefore(request)}`;
    return (0,azure_error/* azureFinding */.v)('warning', 'swap-abandoned', `The run was stopped ${known}`, `See when the last swap was, and swap by hand to change it:\n${(0,slot_state/* lookCommand */.zs)(target)}\n${(0,slot_state/* swapCommand */.Ty)(source, target)}`);
}
/**
 * The finding of a run that was stopped between the swap and its proof.
 *
 * @param source the slot
 * @param target what it was swapped with
 * @param deploymentId of our deployment
 * @returns a warning, code `swap-unverified`
 */
function unverifiedSwap(source, target, deploymentId) {
    return (0,azure_error/* azureFinding */.v)('warning', 'swap-unverified', `The run was stopped after the swap: '${(0,slot_state/* slotLabel */.Df)(target)}' of '${target.appName}' runs the new package, deployment '${deploymentId}', and was not verified.`, `Look at its functions in the portal. To go back:\n${(0,slot_state/* swapCommand */.Ty)(source, target)}`);
}
function pairOf({ source, target }) {
    return `'${(0,slot_state/* slotLabel */.Df)(source)}' and '${(0,slot_state/* slotLabel */.Df)(target)}' of '${source.appName}'`;
}
function asBefore({ source, target, isBack }) {
    return isBack
        ? `The new package is still in '${(0,slot_state/* slotLabel */.Df)(target)}', and the former one in '${(0,slot_state/* slotLabel */.Df)(source)}'.`
        : `The new package is in '${(0,slot_state/* slotLabel */.Df)(source)}', and '${(0,slot_state/* slotLabel */.Df)(target)}' runs what it ran before.`;
}

// EXTERNAL MODULE: ./src/azure/json-value.ts
var json_value = __webpack_require__(21909);
;// CONCATENATED MODULE: ./src/azure/swap-operation.ts
/**
 * The long-running operation behind a swap: where it is asked for, and its end.
 */




// What the service's own pipelines use; the first look comes sooner, since an idle slot is swapped in seconds.
const pollEveryMs = 15_000;
const firstPollMs = 3000;
const longestPollMs = 60_000;
const maxFailures = 5;
/**
 * Where an operation is asked for.
 *
 * @param session signed in
 * @param answer to the request that began it
 * @returns path and query, `''` when the answer names no address of the resource manager
 * @see Azure REST guidelines, long-running operations: `Azure-AsyncOperation` before `Location`
 */
function operationPath(session, answer) {
    for (const name of ['azure-asyncoperation', 'location']) {
        const address = answer.header(name);
        if (!URL.canParse(address))
            continue;
        const url = new URL(address);
        if (url.origin === session.cloud.armEndpoint)
            return `${url.pathname}${url.search}`;
    }
    return '';
}
/**
 * Polls an operation to its end.
 *
 * @param watch of the swap
 * @param path from `operationPath`
 * @returns how it ended
 * @throws the reason of the signal
 */
async function followOperation(watch, path) {
    const { session, request } = watch;
    const { clock } = session;
    let delayMs = firstPollMs;
    let current = path;
    for (let failures = 0;;) {
        if (clock.now() + delayMs > request.deadline)
            return { kind: 'late' };
        await clock.sleep(delayMs, request.signal);
        delayMs = pollEveryMs;
        try {
            const answer = await (0,arm/* callArm */.J0)(session, {
                method: 'GET',
                path: current,
                purpose: 'ask how far the swap is',
                attempts: 1,
                answersJson: false,
                signal: request.signal,
            });
            failures = 0;
            const end = endOf(answer, current, session);
            if (end !== undefined)
                return end;
            delayMs = Math.min(answer.retryAfterMs ?? pollEveryMs, longestPollMs);
            current = operationPath(session, answer) || current;
            request.log.debug(`The swap is running: ${answer.status}.`);
        }
        catch (error) {
            request.signal.throwIfAborted();
            const cause = error instanceof errors/* ActionError */.l ? error.cause : undefined;
            if (!(cause instanceof http_error/* HttpError */.j$))
                throw error;
            if ((0,http_error/* isTransient */.dg)(cause)) {
                failures += 1;
                delayMs = Math.max(cause.retryAfterMs ?? 0, firstPollMs * failures);
                if (failures < maxFailures)
                    continue;
            }
            // Neither says anything about the swap: the operation is forgotten, or may not be asked for. A redirect too.
            const isTold = cause.status === 400 || cause.status === 409 || cause.status === 412;
            return isTold ? { kind: 'failed', error: cause } : { kind: 'lost', error: cause };
        }
    }
}
// `Azure-AsyncOperation` always answers 200 and says the state in its body; `Location` says it by 202 and 200.
function endOf(answer, path, session) {
    if (answer.status === 202)
        return undefined;
    const status = (0,json_value/* textAt */.$6)((0,json_value/* parseJson */.qF)(answer.body), 'status').toLowerCase();
    if (['failed', 'canceled', 'cancelled'].includes(status)) {
        const url = new URL(path, session.cloud.armEndpoint).href;
        const { body, requestId } = answer;
        return {
            kind: 'failed',
            error: new http_error/* HttpError */.j$({ method: 'GET', url, status: answer.status, body, requestId }),
        };
    }
    return status === '' || status === 'succeeded' ? { kind: 'done' } : undefined;
}

// EXTERNAL MODULE: ./src/azure/active-package.ts
var active_package = __webpack_require__(43932);
;// CONCATENATED MODULE: ./src/azure/swap-truth.ts
/**
 * Whether a swap has taken place, when nobody answered: from the resource manager's own notes of the last swap, and
 * from where our deployment is found. A swap is its own reverse, so this is asked before it would be sent again.
 */



const swapTruths = (/* unused pure expression or super */ null && (['swapped', 'not-swapped', 'running', 'unknown']));
const lookEveryMs = 5000;
// The resource manager shows an operation at once; a request that left no sign for a minute did not arrive.
const quietMs = 60_000;
/**
 * Waits until it is known whether a swap that was asked for took place.
 *
 * @param watch of the swap
 * @returns `running` and `unknown` only at the deadline, or when there is nothing to tell it by
 * @throws the reason of the signal
 */
async function establishTruth(watch) {
    const { session, request, progress } = watch;
    const { clock } = session;
    let quietSince;
    for (;;) {
        const glance = await glanceAt(watch);
        if (glance === 'swapped')
            return glance;
        if (glance === 'running') {
            quietSince = undefined;
            progress.state = 'running';
        }
        else if (glance !== 'unreadable') {
            quietSince ??= clock.now();
            if (clock.now() - quietSince >= quietMs)
                return glance;
        }
        if (clock.now() + lookEveryMs > request.deadline)
            return glance === 'running' ? glance : 'unknown';
        await clock.sleep(lookEveryMs, request.signal);
    }
}
/**
 * One look at what is known of a swap.
 *
 * @param watch of the swap
 * @returns what it says at this moment; `not-swapped` may still change
 * @throws the reason of the signal
 */
async function glanceAt(watch) {
    const { request } = watch;
    try {
        const states = await lookAtBoth(watch);
        if (states.some(({ operationId }) => operationId !== ''))
            return 'running';
        if (states.some((state, index) => isOurSwap(watch, state, index)))
            return 'swapped';
    }
    catch (error) {
        request.signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        request.log.debug(`The state of the slots could not be read: ${error.message}`);
        return 'unreadable';
    }
    const place = await placeOfDeployment(watch);
    if (place === 'there')
        return 'swapped';
    return place === 'here' ? 'not-swapped' : 'unknown';
}
/**
 * Reads the state of both apps.
 *
 * @param watch of the swap
 * @returns the states of source and target
 * @throws ActionError; the reason of the signal
 */
function lookAtBoth({ session, request }) {
    const { source, target, signal } = request;
    return Promise.all([source, target].map((site) => (0,slot_state/* readSlotState */.Wj)(session, site, signal)));
}
// Another pair of slots may have been swapped meanwhile.
function isOurSwap({ before, request }, state, index) {
    if (state.lastSwap === '' || state.lastSwap === before[index])
        return false;
    const ours = [request.source, request.target].map(({ slotName }) => slotName.toLowerCase() || 'production');
    return ours.sort().join() === state.lastSlots.join();
}
/**
 * Where our deployment is the active one: the history of an app goes with its content.
 *
 * @param watch of the swap
 * @returns `here` where it was before the swap, `there` where the swap brings it, `nowhere` when another deployment is
 *   active at its goal, `unknown` when the histories do not tell
 * @throws the reason of the signal
 */
async function placeOfDeployment(watch) {
    const { session, request } = watch;
    const { source, target, isBack, deploymentId } = request;
    if (deploymentId === '')
        return 'unknown';
    const sites = isBack ? [target, source] : [source, target];
    const [here, there] = await Promise.all(sites.map((site) => (0,active_package/* readActivePackage */.JY)(session, site, request.signal)));
    if (has(there, deploymentId))
        return 'there';
    if (has(here, deploymentId))
        return 'here';
    return there === undefined || there.deploymentId === '' ? 'unknown' : 'nowhere';
}
function has(active, deploymentId) {
    return active?.deploymentId === deploymentId;
}

;// CONCATENATED MODULE: ./src/azure/swap.ts
/**
 * Swaps a slot with another one or with the app itself, as the long-running operation that it is. Asks once; it asks
 * again only when it is known that nothing came of the first time.
 */







const swapOutcomes = (/* unused pure expression or super */ null && (['swapped', 'not-swapped', 'unknown', 'cancelled']));
const maxLosses = 3;
const busyWaitMs = 10_000;
/**
 * Swaps, and waits until it is known what became of it.
 *
 * @param session signed in
 * @param request which slots
 * @returns what became of it; what Azure refuses is never thrown
 */
async function swapSlots(session, request) {
    const startedAt = session.clock.now();
    const watch = {
        session,
        request,
        progress: { state: 'not started', isAsked: false, isLost: false },
        before: [],
    };
    const end = (outcome, findings = []) => ({
        outcome,
        state: watch.progress.state,
        elapsedMs: session.clock.now() - startedAt,
        findings,
    });
    try {
        await swapOnce(watch);
        watch.progress.state = 'swapped';
        const contradiction = await findContradiction(watch);
        if (contradiction === undefined)
            return end('swapped');
        watch.progress.state = 'swapped, as Azure says; the deployments are not where they should be';
        return end('unknown', [contradiction]);
    }
    catch (error) {
        if (request.signal.aborted || session.signal.aborted)
            return end('cancelled', [abandonedSwap(watch)]);
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const finding = {
            code: error.code,
            severity: 'error',
            message: error.message,
            hint: error.hint ?? '',
        };
        const isOpen = error.code === 'swap-unknown' || error.code === 'swap-unfinished';
        if (!isOpen && watch.progress.state !== 'not started')
            watch.progress.state = 'not swapped';
        return end(isOpen ? 'unknown' : 'not-swapped', [finding]);
    }
}
async function swapOnce(watch) {
    const { request, progress } = watch;
    for (let losses = 0;;) {
        await waitUntilFree(watch);
        if (progress.isAsked && (await glanceAt(watch)) === 'swapped')
            return;
        progress.state = 'asked for, not answered yet';
        progress.isAsked = true;
        const asked = await ask(watch);
        if (asked.kind === 'busy') {
            await waitBusy(watch, asked.error);
            continue;
        }
        let lost = asked.kind === 'lost' ? asked.error : undefined;
        if (asked.kind === 'accepted') {
            progress.state = 'running';
            const ended = asked.path === '' ? { kind: 'lost' } : await followOperation(watch, asked.path);
            if (ended.kind === 'done')
                return;
            const glance = ended.kind === 'lost' ? 'unknown' : await glanceAt(watch);
            if (glance === 'swapped')
                return;
            if (ended.kind === 'late')
                throw unfinishedSwap(request);
            // An error about the question is no error of the operation, when that is still running.
            if (ended.kind === 'failed' && glance !== 'running')
                throw failedSwap(request, ended.error);
            lost = ended.error;
        }
        if (asked.kind !== 'unsent')
            progress.isLost = true;
        const truth = asked.kind === 'unsent' ? 'not-swapped' : await establishTruth(watch);
        if (truth === 'swapped')
            return;
        if (truth === 'running')
            throw unfinishedSwap(request);
        if (truth === 'unknown')
            throw unknownSwap(request, lost);
        losses += 1;
        const error = asked.kind === 'unsent' ? asked.error : lost;
        await waitAfterLoss(watch, error, losses);
    }
}
// Another operation may hold the app, for example a swap by hand. What it was before ours is kept.
async function waitUntilFree(watch) {
    for (let announced = false;; announced = true) {
        const states = await lookAtBoth(watch);
        if (!watch.progress.isLost)
            watch.before = states.map(({ lastSwap }) => lastSwap);
        if (states.every(({ operationId }) => operationId === ''))
            return;
        if (!announced)
            watch.request.log.info('Waiting for another operation that holds the app.');
        watch.progress.state = 'waiting for another operation';
        await waitBusy(watch, undefined);
    }
}
async function ask({ session, request }) {
    const { source, target } = request;
    try {
        const answer = await (0,arm/* callArm */.J0)(session, {
            method: 'POST',
            path: `${source.resourceId}/slotsswap`,
            body: { targetSlot: (0,slot_state/* slotLabel */.Df)(target), preserveVnet: true },
            purpose: `swap '${(0,slot_state/* slotLabel */.Df)(source)}' with '${(0,slot_state/* slotLabel */.Df)(target)}'`,
            // Not idempotent: a swap that is made twice is undone.
            attempts: 1,
            signal: request.signal,
        });
        return { kind: 'accepted', path: operationPath(session, answer) };
    }
    catch (error) {
        request.signal.throwIfAborted();
        const cause = error instanceof errors/* ActionError */.l ? error.cause : undefined;
        if (!(cause instanceof http_error/* HttpError */.j$) || cause.status === 403)
            throw error;
        if (cause.status === 409)
            return { kind: 'busy', error: cause };
        if (cause.status === 429 || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(cause.networkCode))
            return { kind: 'unsent', error: cause };
        if ((0,http_error/* isTransient */.dg)(cause))
            return { kind: 'lost', error: cause };
        // A new token was tried already.
        throw cause.status === 401 ? error : refusedSwap(request, cause);
    }
}
async function waitBusy({ session, request }, error) {
    const delayMs = Math.max(error?.retryAfterMs ?? 0, busyWaitMs);
    if (session.clock.now() + delayMs > request.deadline)
        throw busyTarget(request, error);
    if (error !== undefined)
        request.log.info('Azure answered 409: another operation holds the app. Waiting for it.');
    await session.clock.sleep(delayMs, request.signal);
}
async function waitAfterLoss({ session, request, progress }, error, losses) {
    const delayMs = Math.max(error?.retryAfterMs ?? 0, 1000 * 2 ** losses);
    if (losses >= maxLosses || session.clock.now() + delayMs > request.deadline)
        throw unansweredSwap(request, error);
    progress.state = 'asked for, and nothing came of it';
    request.log.info(`${error?.message ?? 'The swap was not made.'} The slots are as they were: asking again.`);
    await session.clock.sleep(delayMs, request.signal);
}
// An SCM site is away for some moments after a swap, so a contradiction has to stay.
async function findContradiction(watch) {
    const { session, request } = watch;
    for (let looks = 1;; looks += 1) {
        const place = await placeOfDeployment(watch);
        if (place === 'unknown')
            request.log.debug('The deployment histories do not tell what was swapped.');
        if (place === 'there' || place === 'unknown')
            return undefined;
        if (looks >= 4)
            return ineffectiveSwap(request, place);
        await session.clock.sleep(5000, request.signal);
    }
}

// EXTERNAL MODULE: ./src/azure/verify.ts + 3 modules
var verify = __webpack_require__(66646);
;// CONCATENATED MODULE: ./src/azure/swap-back.ts




/**
 * Swaps back.
 *
 * @param session signed in
 * @param request the slots, and what is expected to be there again
 * @returns what became of it, with one warning when it worked and an error when it did not
 */
async function swapBack(session, request) {
    const { former, target, log, signal } = request;
    const swap = await swapSlots(session, { ...request, isBack: true });
    if (swap.outcome !== 'swapped')
        return { swap, findings: [notSwappedBack(request, swap)] };
    const { functions } = former;
    if (functions === undefined || functions.length === 0)
        return { swap, findings: [undone(request, undefined)] };
    const verification = await (0,verify/* verifyDeployment */.l)(session, target, {
        expectedFunctions: functions,
        // The former package need not have the path.
        verifyPath: '',
        timeoutMs: request.verifyTimeoutMs,
        log,
        signal,
    });
    const findings = [undone(request, verification)];
    if (!verification.isVerified)
        findings.push(unverified(request, verification));
    return { swap, verification, findings };
}
function undone(request, verification) {
    const { source, target, former } = request;
    const proof = verification === undefined
        ? former.functions === undefined
            ? 'Which functions it had is not known, so it was not verified.'
            : 'It had no functions, so there is nothing to verify.'
        : verification.isVerified
            ? `Its host runs and Azure lists its functions: ${verification.listed.map((name) => `'${name}'`).join(', ')}.`
            : '';
    return (0,azure_error/* azureFinding */.v)('warning', 'swap-undone', `The slots of '${source.appName}' were swapped back: '${(0,slot_state/* slotLabel */.Df)(target)}' runs ${describeFormer(request)} again, and '${(0,slot_state/* slotLabel */.Df)(source)}' the new package, deployment '${request.deploymentId}'. ${proof}`.trim(), `Correct what verification found. The new package verified in '${(0,slot_state/* slotLabel */.Df)(source)}': look at what only '${(0,slot_state/* slotLabel */.Df)(target)}' has, its settings above all.`);
}
function unverified(request, { findings }) {
    const reasons = findings.filter(({ severity }) => severity !== 'notice').map(({ message }) => message);
    return (0,azure_error/* azureFinding */.v)('warning', 'swap-back-unverified', `After the swap back, the former package did not verify in '${(0,slot_state/* slotLabel */.Df)(request.target)}': ${reasons.join(' ')}`, 'Look at the log stream of the app, and restart it.');
}
function notSwappedBack(request, swap) {
    const { source, target } = request;
    const [reason] = swap.findings;
    const known = swap.outcome === 'not-swapped'
        ? `'${(0,slot_state/* slotLabel */.Df)(target)}' of '${source.appName}' still runs the new package, which does not verify there, and '${(0,slot_state/* slotLabel */.Df)(source)}' has ${describeFormer(request)}.`
        : `It is not known whether '${(0,slot_state/* slotLabel */.Df)(target)}' of '${source.appName}' runs the new package, which does not verify there, or ${describeFormer(request)} again.`;
    return (0,azure_error/* azureFinding */.v)('error', 'swap-back-failed', `${known} The swap back was not completed: ${reason?.message ?? swap.state}`, swap.outcome === 'not-swapped'
        ? `Swap back by hand:\n${(0,slot_state/* swapCommand */.Ty)(source, target)}`
        : (reason?.hint ?? (0,slot_state/* swapCommand */.Ty)(source, target)));
}
function describeFormer({ former }) {
    const { deploymentId, sha256 } = former.active;
    if (deploymentId === '')
        return 'what it ran before';
    const digest = sha256 === '' ? '' : `, sha256 ${sha256}`;
    return `the former package, deployment '${deploymentId}'${digest},`;
}

// EXTERNAL MODULE: ./src/azure/swap-target.ts
var swap_target = __webpack_require__(56348);
// EXTERNAL MODULE: ./src/stages/deploy.ts + 8 modules
var deploy = __webpack_require__(7381);
// EXTERNAL MODULE: ./src/stages/recorder.ts
var recorder = __webpack_require__(40609);
// EXTERNAL MODULE: ./src/stages/report.ts + 3 modules
var report = __webpack_require__(56601);
// EXTERNAL MODULE: ./src/stages/verification.ts + 1 modules
var stages_verification = __webpack_require__(50899);
;// CONCATENATED MODULE: ./src/stages/swap.ts










/**
 * Swaps the verified slot into its target, verifies there, and swaps back when that fails.
 *
 * @param run the run
 * @param connection the slot and its target
 * @param project the project, for the names of its functions
 * @param deployment what is in the slot
 * @throws ActionError when the target does not run the package at the end, verified
 */
async function releaseBySwap(run, connection, project, deployment) {
    const { record, signal } = run;
    const former = await record.stage('swap', signal, () => swapIn(run, connection, deployment));
    await (0,report/* publishOutputs */.eB)(record);
    try {
        await record.stage('verify-swap', signal, () => verifyTarget(run, connection, project));
    }
    catch (failure) {
        if (signal.aborted) {
            record.add([unverifiedSwap(connection.site, connection.target, deployment.id)]);
            throw failure;
        }
        await record.stage('swap-back', signal, () => takeBack(run, connection, deployment, former));
        throw failure;
    }
    record.skip('swap-back', `the package verifies in '${(0,slot_state/* slotLabel */.Df)(connection.target)}'`);
}
async function swapIn(run, connection, deployment) {
    const { record, log, signal } = run;
    const { session, target } = connection;
    (0,deploy/* demandClean */.RX)(run, 'swapped');
    log.group(`Swap ${(0,slot_state/* slotLabel */.Df)(connection.site)} with ${(0,slot_state/* slotLabel */.Df)(target)}`);
    const startedAtMs = record.elapsedMs();
    const former = await (0,swap_target/* readFormer */.o)(session, target, signal);
    const swap = await swapSlots(session, { ...requestOf(run, connection, deployment), isBack: false });
    const { elapsedMs, outcome } = swap;
    record.draw({ section: 'azure', label: 'swap', startedAtMs, elapsedMs });
    const state = outcome === 'cancelled' ? 'unknown' : outcome;
    const { deploymentId, sha256 } = former.active;
    fillSwap(run, {
        slotName: (0,slot_state/* slotLabel */.Df)(connection.site),
        target: (0,slot_state/* slotLabel */.Df)(target),
        targetUrl: target.appUrl,
        state,
        detail: swap.state,
        swapMs: elapsedMs,
        ...(deploymentId === '' ? {} : { formerDeploymentId: deploymentId }),
        ...(sha256 === '' ? {} : { formerSha256: sha256 }),
    });
    log.endGroup();
    log.info(`Swap of '${(0,slot_state/* slotLabel */.Df)(connection.site)}' with '${(0,slot_state/* slotLabel */.Df)(target)}': ${swap.state}`);
    record.add(swap.findings);
    if (outcome === 'cancelled')
        throw signal.reason ?? new Error('the swap was cancelled');
    if (outcome !== 'swapped')
        throw new errors/* ActionError */.l(recorder/* stoppedCode */.b, 'the slots were not swapped');
    return former;
}
async function verifyTarget(run, connection, project) {
    const { record, log, signal } = run;
    const { session, target } = connection;
    const name = (0,slot_state/* slotLabel */.Df)(target);
    log.group(`Verify ${name} of ${target.appName} after the swap`);
    const startedAtMs = record.elapsedMs();
    const verification = await (0,stages_verification/* verifySite */.jE)(run, session, target, project);
    const { isVerified, isCancelled, listed, elapsedMs } = verification;
    record.draw({ section: 'azure', label: `verify ${name}`, startedAtMs, elapsedMs });
    fillSwap(run, { verification: (0,stages_verification/* verificationRecord */.n_)(verification) });
    log.endGroup();
    if (isCancelled)
        throw signal.reason ?? new Error('the verification was cancelled');
    record.add(verification.findings.map((finding) => ({
        ...finding,
        message: `In '${name}', after the swap: ${finding.message}`,
    })));
    if (!isVerified)
        throw new errors/* ActionError */.l(recorder/* stoppedCode */.b, `'${name}' does not verify after the swap`);
    (0,stages_verification/* fillFunctions */.T9)(run, verification);
    log.info(`Verified after the swap: ${listed.join(', ')} at ${target.appUrl}`);
}
async function takeBack(run, connection, deployment, former) {
    const { record, log, inputs } = run;
    const { session, target } = connection;
    log.group(`Swap ${(0,slot_state/* slotLabel */.Df)(connection.site)} and ${(0,slot_state/* slotLabel */.Df)(target)} back`);
    const startedAtMs = record.elapsedMs();
    const { swap, verification, findings } = await swapBack(session, {
        ...requestOf(run, connection, deployment),
        former,
        verifyTimeoutMs: inputs.verifyTimeoutMinutes * 60_000,
    });
    const elapsedMs = record.elapsedMs() - startedAtMs;
    record.draw({ section: 'azure', label: 'swap back', startedAtMs, elapsedMs });
    const isBack = swap.outcome === 'swapped';
    const state = isBack ? 'swapped-back' : swap.outcome === 'not-swapped' ? 'swapped' : 'unknown';
    fillSwap(run, {
        state,
        detail: isBack ? 'swapped back' : `the swap back: ${swap.state}`,
        swapBackMs: swap.elapsedMs,
        ...(verification === undefined ? {} : { formerVerification: (0,stages_verification/* verificationRecord */.n_)(verification) }),
    });
    record.add(findings);
    log.endGroup();
    log.info(`Swap back: ${isBack ? `'${(0,slot_state/* slotLabel */.Df)(target)}' runs its former package again` : swap.state}`);
    if (!isBack)
        throw new errors/* ActionError */.l(recorder/* stoppedCode */.b, 'the slots were not swapped back');
}
function requestOf({ inputs, log, signal }, connection, deployment) {
    const { session, site, target } = connection;
    const deadline = session.clock.now() + inputs.deployTimeoutMinutes * 60_000;
    return { source: site, target, deploymentId: deployment.id, deadline, log, signal };
}
function fillSwap({ record }, parts) {
    const { swap } = record.filled;
    record.fill({ swap: { ...swap, ...parts } });
}


/***/ })

};
;