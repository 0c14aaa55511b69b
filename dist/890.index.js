"use strict";
exports.id = 890;
exports.ids = [890];
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

/***/ 51890:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   skipUnchanged: () => (/* binding */ skipUnchanged)
/* harmony export */ });
/* harmony import */ var _azure_active_package__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43932);
/* harmony import */ var _azure_slot_state__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34815);
/* harmony import */ var _report_run_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57330);
/* harmony import */ var _deploy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7381);
/* harmony import */ var _verification__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50899);
/**
 * Leaves the upload out when the same package is active and verifies right now.
 */





// A package that has been active for a while answers at once, or is uploaded again.
const patienceMs = 30_000;
/**
 * Looks whether there is anything to deploy. With a swap, only what its target runs counts: a slot holds what
 * production ran before, and what is swapped is always what this very run uploaded and verified there.
 *
 * @param run the run
 * @param connection the app
 * @param project the project, for the names of its functions
 * @returns true when the package is active, verified and recorded; false when it has to be uploaded
 * @throws the reason of the signal
 */
async function skipUnchanged(run, connection, project) {
    const { record, log, inputs, signal } = run;
    const { session } = connection;
    (0,_deploy__WEBPACK_IMPORTED_MODULE_2__/* .demandClean */ .RX)(run, 'deployed');
    const site = connection.target ?? connection.site;
    const place = `'${(0,_azure_slot_state__WEBPACK_IMPORTED_MODULE_1__/* .slotLabel */ .Df)(site)}' of ${site.appName}`;
    const { sha256 } = (0,_deploy__WEBPACK_IMPORTED_MODULE_2__/* .packageOf */ .wg)(run);
    log.group(`Look at what ${site.appName} runs`);
    const active = await (0,_azure_active_package__WEBPACK_IMPORTED_MODULE_0__/* .readActivePackage */ .JY)(session, site, signal);
    if (active.sha256 !== sha256) {
        const known = active.sha256 === '' ? active.problem : `sha256 ${active.sha256} is active there`;
        log.endGroup();
        log.info(`Not skipped: this package is not known to be active in ${place}: ${known}.`);
        return false;
    }
    const startedAtMs = record.elapsedMs();
    const timeoutMs = Math.min(patienceMs, inputs.verifyTimeoutMinutes * 60_000);
    const verification = await (0,_verification__WEBPACK_IMPORTED_MODULE_3__/* .verifySite */ .jE)(run, session, site, project, timeoutMs);
    const { elapsedMs } = verification;
    record.draw({ section: 'azure', label: 'verify what is active', startedAtMs, elapsedMs });
    log.endGroup();
    if (verification.isCancelled)
        throw signal.reason ?? new Error('the verification was cancelled');
    if (!verification.isVerified) {
        const [reason] = verification.findings.filter(({ severity }) => severity === 'error');
        log.info(`Not skipped: the same package is active in ${place}, but it does not verify: ${reason?.message ?? ''}`);
        return false;
    }
    const reason = `the same package is active in ${place}: deployment '${active.deploymentId}'`;
    record.skip('deploy', reason);
    if (connection.target !== undefined)
        for (const stage of _report_run_report__WEBPACK_IMPORTED_MODULE_4__/* .swapStages */ .Lv)
            record.skip(stage, reason);
    await record.stage('verify', signal, () => {
        record.fill({ deployment: unchangedRecord(run, site, active.deploymentId) });
        record.fill({ verification: (0,_verification__WEBPACK_IMPORTED_MODULE_3__/* .verificationRecord */ .n_)(verification) });
        record.add(verification.findings);
        (0,_verification__WEBPACK_IMPORTED_MODULE_3__/* .fillFunctions */ .T9)(run, verification);
    });
    log.info(`Skipped: ${reason}, sha256 ${sha256}. It verifies: ${verification.listed.join(', ')}`);
    return true;
}
function unchangedRecord(run, { slotName, appUrl }, deploymentId) {
    const { slotName: _, ...record } = (0,_deploy__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOf */ .PE)(run);
    return {
        ...record,
        ...(slotName === '' ? {} : { slotName }),
        appUrl,
        deploymentId,
        state: 'skipped: the same package is active',
        unchanged: true,
    };
}


/***/ })

};
;