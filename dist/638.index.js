"use strict";
exports.id = 638;
exports.ids = [638];
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

/***/ 4060:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V6: () => (/* binding */ planName),
/* harmony export */   XC: () => (/* binding */ planOf)
/* harmony export */ });
/* unused harmony export plans */
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);

const plans = (/* unused pure expression or super */ null && (['flex-consumption', 'consumption', 'elastic-premium', 'dedicated']));
/**
 * The plan of an app.
 *
 * @param facts of the site resource
 * @returns the plan
 * @throws ActionError of the codes `site-\u2026` for every kind of app that is not a Linux function app
 */
function planOf(facts) {
    const kinds = facts.kind
        .toLowerCase()
        .split(',')
        .map((kind) => kind.trim());
    const refusal = refuse(facts, kinds);
    if (refusal !== undefined)
        throw refusal;
    const sku = facts.sku.toLowerCase();
    if (sku.startsWith('flexconsumption') || (sku === '' && facts.isFlexConfigured))
        return 'flex-consumption';
    if (sku.startsWith('dynamic'))
        return 'consumption';
    if (sku.startsWith('elasticpremium'))
        return 'elastic-premium';
    return 'dedicated';
}
/**
 * The plan in words.
 *
 * @param plan of the app
 * @returns as Azure's own pages call it
 */
function planName(plan) {
    const names = {
        'flex-consumption': 'Flex Consumption',
        consumption: 'Linux Consumption',
        'elastic-premium': 'Elastic Premium',
        dedicated: 'Dedicated (App Service)',
    };
    return names[plan];
}
// The narrowest kind first: a Container Apps app is a container, and a container is a Linux function app.
function refuse(facts, kinds) {
    const app = `'${facts.appName}' (kind '${facts.kind}')`;
    if (kinds.includes('workflowapp')) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-logic-app', `${app} is a Logic App, which runs workflows and no Go handler.`, {
            hint: 'Deploy to a function app: az functionapp create --flexconsumption-location \u2026 --runtime custom.',
        });
    }
    if (!kinds.includes('functionapp')) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-web-app', `${app} is a web app, not a function app.`, {
            hint: 'Check app-name. For a web app use azure/webapps-deploy; for functions create a function app with --runtime custom.',
        });
    }
    if (kinds.includes('azurecontainerapps') || facts.isInManagedEnvironment) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-container-app', `${app} runs on Azure Container Apps, which takes images and no zip.`, {
            hint: 'Build an image with the static binary in it and deploy it with Azure/functions-container-action.',
        });
    }
    if (kinds.includes('kubernetes')) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-kubernetes', `${app} runs on Kubernetes (Azure Arc), to which this action does not deploy.`, {
            hint: 'Use func azure functionapp publish, or a function app on Flex Consumption.',
        });
    }
    if (kinds.includes('container') || /^docker\|/i.test(facts.linuxFxVersion)) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-container', `${app} runs a container image; a zip deployment to it never finishes.`, {
            hint: 'Deploy the image with Azure/functions-container-action, or use a function app without a container.',
        });
    }
    if (!kinds.includes('linux') && !facts.isReserved) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-is-windows', `${app} runs on Windows, and the package holds a Linux binary.`, {
            hint: 'Create a Linux app, for example az functionapp create --flexconsumption-location \u2026 --runtime custom.',
        });
    }
    return undefined;
}


/***/ }),

/***/ 30638:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ lookUpSite)
});

// EXTERNAL MODULE: ./src/azure/app-settings.ts
var app_settings = __webpack_require__(91916);
// EXTERNAL MODULE: ./src/azure/arm.ts
var arm = __webpack_require__(51201);
// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
// EXTERNAL MODULE: ./src/azure/json-value.ts
var json_value = __webpack_require__(21909);
// EXTERNAL MODULE: ./src/azure/plan.ts
var plan = __webpack_require__(4060);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/azure/shell-quote.ts
var shell_quote = __webpack_require__(35576);
// EXTERNAL MODULE: ./src/azure/subscription.ts
var subscription = __webpack_require__(67354);
;// CONCATENATED MODULE: ./src/azure/site-search.ts
/**
 * Finding a site by name, and saying why it was not found: nowhere, twice, or in another subscription. Reads only.
 */






/** The version that filters the resources of a subscription. */
const resourcesApiVersion = '2024-11-01';
/**
 * Finds the one site with a name in the subscription. The list shows what the identity may see, so a role
 * on the app alone is enough.
 *
 * @param session signed in
 * @param appName the input `app-name`
 * @returns the resource id
 * @throws ActionError `site-not-found`, `site-found-twice` or `site-in-other-subscription`
 */
async function findSite(session, appName) {
    const ids = await sitesNamed(session, session.subscriptionId, appName);
    const [only] = ids;
    if (only !== undefined && ids.length === 1)
        return only;
    if (ids.length > 1) {
        const groups = ids.map((id) => `'${/\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? id}'`);
        throw (0,azure_error/* azureError */.u)('site-found-twice', `${ids.length} apps of the subscription are named '${appName}', in the resource groups ${groups.join(', ')}.`, { hint: 'Set resource-group: to the one that is meant.' });
    }
    throw await notFound(session, appName);
}
/**
 * Reads a site whose id is known or built from the inputs.
 *
 * @param session signed in
 * @param id of the site
 * @returns its id as Azure spells it, and its body
 * @throws ActionError `site-not-found` or `site-in-other-subscription`
 */
async function readSite(session, id) {
    const answer = await (0,arm/* callArm */.J0)(session, {
        method: 'GET',
        path: id,
        purpose: 'read the app',
        alsoAccepts: [404],
    });
    if (answer.status === 404) {
        const appName = decodeURIComponent(id.split('/').at(-1) ?? '');
        const group = decodeURIComponent(/\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '');
        const isGroupMissing = (0,arm/* readArmError */.p_)(answer.body).code === 'ResourceGroupNotFound';
        throw await notFound(session, appName, `the resource group '${group}'${isGroupMissing ? ' (which does not exist)' : ''}`);
    }
    return { id, body: (0,json_value/* parseJson */.qF)(answer.body) };
}
/**
 * Reads a slot of a site.
 *
 * @param session signed in
 * @param siteId of the app itself
 * @param slotName the input `slot-name`
 * @returns the slot
 * @throws ActionError `site-slot-not-found`, naming the slots there are
 */
async function readSlot(session, siteId, slotName) {
    const id = `${siteId}/slots/${encodeURIComponent(slotName)}`;
    const answer = await (0,arm/* callArm */.J0)(session, {
        method: 'GET',
        path: id,
        purpose: 'read the slot',
        alsoAccepts: [404],
    });
    if (answer.status !== 404)
        return { id, body: (0,json_value/* parseJson */.qF)(answer.body) };
    const slots = await (0,arm/* listArm */.vL)(session, { method: 'GET', path: `${siteId}/slots`, purpose: 'list the slots' });
    const found = slots.map((slot) => (0,json_value/* textAt */.$6)(slot, 'name').split('/').at(-1) ?? '');
    // A list that has it knows better than one answer, which may come from a region that does not know it yet.
    if (found.some((name) => name.toLowerCase() === slotName.toLowerCase())) {
        return { id, body: await (0,arm/* readArm */.Tl)(session, { method: 'GET', path: id, purpose: 'read the slot' }) };
    }
    const names = found.map((name) => `'${name}'`).slice(0, 20);
    throw (0,azure_error/* azureError */.u)('site-slot-not-found', `The app has no slot '${slotName}'; it has ${names.length === 0 ? 'no slots' : names.join(', ')}.`, { hint: 'Correct slot-name, or leave it out to deploy to the app itself.' });
}
async function sitesNamed(session, subscriptionId, appName) {
    // A quote in OData text is doubled.
    const name = appName.replaceAll("'", "''");
    const items = await (0,arm/* listArm */.vL)(session, {
        method: 'GET',
        path: `/subscriptions/${encodeURIComponent(subscriptionId)}/resources`,
        apiVersion: resourcesApiVersion,
        query: { $filter: `resourceType eq 'Microsoft.Web/sites' and name eq '${name}'` },
        purpose: 'look for the app in the subscription',
    });
    return items
        .map((item) => (0,json_value/* textAt */.$6)(item, 'id'))
        .filter((id) => /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Web\/sites\/[^/?#]+$/i.test(id))
        .filter((id) => id.split('/').at(-1)?.toLowerCase() === appName.toLowerCase());
}
async function notFound(session, appName, group) {
    const elsewhere = await searchElsewhere(session, appName, group !== undefined);
    if (elsewhere !== undefined)
        return elsewhere;
    const place = group ?? `the subscription ${session.subscriptionId}`;
    const assignee = (0,shell_quote/* shellQuote */.Z)(session.clientId === '' ? '<client-id>' : session.clientId);
    // In a query in a command: whatever is no part of an app's name is left out.
    const name = appName.replace(/[^\w-]/g, '');
    return (0,azure_error/* azureError */.u)('site-not-found', `There is no function app '${appName}' in ${place} that this identity may see.`, {
        hint: [
            'Check app-name, subscription-id and resource-group. If they are right, the identity has no role on the app yet:',
            `az role assignment create --assignee ${assignee} --role 'Website Contributor' --scope "$(az functionapp list --query "[?name=='${name}'].id" --output tsv)"`,
        ].join('\n'),
    });
}
// Only to say more: a failure here must not hide that the app was not found.
async function searchElsewhere(session, appName, isGroupNamed) {
    try {
        if (isGroupNamed) {
            const here = await sitesNamed(session, session.subscriptionId, appName);
            const group = /\/resourceGroups\/([^/]+)/i.exec(here[0] ?? '')?.[1];
            if (group !== undefined) {
                return (0,azure_error/* azureError */.u)('site-not-found', `'${appName}' is in the resource group '${group}', not in the one named.`, {
                    hint: `Set resource-group: ${group}, or leave it out.`,
                });
            }
        }
        const others = (await (0,subscription/* listSubscriptions */.$)(session))
            .filter((one) => one.id !== session.subscriptionId)
            .slice(0, 10);
        for (const other of others) {
            const ids = await sitesNamed(session, other.id, appName);
            if (ids.length > 0) {
                return (0,azure_error/* azureError */.u)('site-in-other-subscription', `'${appName}' is not in the subscription ${session.subscriptionId} but in '${other.name}' (${other.id}).`, { hint: `Set subscription-id: ${other.id}.` });
            }
        }
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.debug(`Did not look into other places: ${error instanceof errors/* ActionError */.l ? error.message : String(error)}`);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/azure/site.ts
/**
 * Finds the function app and reads what the deployment needs to know about it. Reads only.
 */






/**
 * Looks the app up: directly with a resource group, by its name in the subscription without one.
 *
 * @param session signed in
 * @param request the inputs `app-name`, `slot-name`, `resource-group`
 * @returns the site
 * @throws ActionError of the codes `site-\u2026` and `azure-\u2026`; HttpError when Azure does not answer
 */
async function lookUpSite(session, request) {
    const production = request.resourceGroup === ''
        ? await readSite(session, await findSite(session, request.appName))
        : await readSite(session, idOf(session, request));
    const plan = planFrom(request, production.body);
    if (request.slotName !== '' && plan === 'flex-consumption') {
        throw (0,azure_error/* azureError */.u)('site-slot-on-flex', `'${request.appName}' is on Flex Consumption, which has no slots.`, {
            hint: 'Leave slot-name and swap-with out, or use a second app for staging: slots are a matter of Elastic Premium and Dedicated plans.',
        });
    }
    const isProduction = request.slotName === '' || request.slotName.toLowerCase() === 'production';
    const found = isProduction ? production : await readSlot(session, production.id, request.slotName);
    const [{ settings }, isAlwaysOn] = await Promise.all([
        (0,app_settings/* readAppSettings */.bR)(session, found.id),
        plan === 'dedicated' ? readAlwaysOn(session, found.id) : true,
    ]);
    const { body } = found;
    return {
        appName: request.appName,
        slotName: isProduction ? '' : request.slotName,
        resourceGroup: /\/resourceGroups\/([^/]+)/i.exec(production.id)?.[1] ?? '',
        resourceId: found.id,
        plan,
        kind: (0,json_value/* textAt */.$6)(body, 'kind'),
        sku: (0,json_value/* textAt */.$6)(body, 'properties', 'sku'),
        location: (0,json_value/* textAt */.$6)(body, 'location'),
        state: (0,json_value/* textAt */.$6)(body, 'properties', 'state'),
        appUrl: `https://${hostAt(request, (0,json_value/* textAt */.$6)(body, 'properties', 'defaultHostName'), 'default')}`,
        scmHost: hostAt(request, scmHostOf(body), 'SCM'),
        runtime: {
            name: (0,json_value/* textAt */.$6)(body, 'properties', 'functionAppConfig', 'runtime', 'name'),
            version: (0,json_value/* textAt */.$6)(body, 'properties', 'functionAppConfig', 'runtime', 'version'),
        },
        settings,
        isAlwaysOn,
        isPublic: (0,json_value/* textAt */.$6)(body, 'properties', 'publicNetworkAccess').toLowerCase() !== 'disabled',
        hasIdentity: /assigned/i.test((0,json_value/* textAt */.$6)(body, 'identity', 'type')),
    };
}
function idOf(session, request) {
    const segments = [session.subscriptionId, request.resourceGroup, request.appName].map(encodeURIComponent);
    return `/subscriptions/${segments[0]}/resourceGroups/${segments[1]}/providers/Microsoft.Web/sites/${segments[2]}`;
}
function planFrom(request, body) {
    const environment = (0,json_value.at)(body, 'properties', 'managedEnvironmentId');
    const flex = (0,json_value.at)(body, 'properties', 'functionAppConfig');
    return (0,plan/* planOf */.XC)({
        appName: request.appName,
        kind: (0,json_value/* textAt */.$6)(body, 'kind'),
        sku: (0,json_value/* textAt */.$6)(body, 'properties', 'sku'),
        isReserved: (0,json_value.at)(body, 'properties', 'reserved') === true,
        linuxFxVersion: (0,json_value/* textAt */.$6)(body, 'properties', 'siteConfig', 'linuxFxVersion'),
        isInManagedEnvironment: typeof environment === 'string' && environment !== '',
        isFlexConfigured: typeof flex === 'object' && flex !== null,
    });
}
// The host is taken from the site and never built from its name: new apps have regional hosts with a hash.
function scmHostOf(body) {
    const states = (0,json_value/* listAt */.gT)(body, 'properties', 'hostNameSslStates');
    const repository = states.find((state) => {
        // Azure writes the type as a word, older versions as a number.
        return (0,json_value/* textAt */.$6)(state, 'hostType').toLowerCase() === 'repository' || (0,json_value/* numberAt */.tk)(state, 'hostType') === 1;
    });
    const enabled = (0,json_value/* textsAt */.i1)(body, 'properties', 'enabledHostNames').find((host) => host.split('.').includes('scm'));
    return (0,json_value/* textAt */.$6)(repository, 'name') || (enabled ?? '');
}
function hostAt(request, host, which) {
    if (/^[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(host))
        return host.toLowerCase();
    throw (0,azure_error/* azureError */.u)('site-host-missing', `Azure names no ${which} host for '${request.appName}'.`, {
        hint: 'The app may still be being created: run the job again in a few minutes.',
    });
}
async function readAlwaysOn(session, resourceId) {
    const body = await (0,arm/* readArm */.Tl)(session, {
        method: 'GET',
        path: `${resourceId}/config/web`,
        purpose: 'read the site configuration',
    });
    return (0,json_value.at)(body, 'properties', 'alwaysOn') !== false;
}


/***/ }),

/***/ 67354:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ listSubscriptions),
/* harmony export */   d: () => (/* binding */ chooseSubscription)
/* harmony export */ });
/* harmony import */ var _arm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51201);
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92179);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21909);
/**
 * Which subscription: the only one the identity sees, when none was named. Reads only.
 */



/** The version that lists subscriptions. */
const subscriptionsApiVersion = '2018-09-01';
/**
 * The subscriptions the identity sees.
 *
 * @param session signed in
 * @returns at most a hundred
 * @throws as `callArm`
 */
async function listSubscriptions(session) {
    const items = await (0,_arm__WEBPACK_IMPORTED_MODULE_0__/* .listArm */ .vL)(session, {
        method: 'GET',
        path: '/subscriptions',
        apiVersion: subscriptionsApiVersion,
        purpose: 'list subscriptions',
    });
    return items
        .map((item) => ({ id: (0,_json_value__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(item, 'subscriptionId'), name: (0,_json_value__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(item, 'displayName') }))
        .filter((subscription) => subscription.id !== '')
        .slice(0, 100);
}
/**
 * The subscription to use when the input is empty.
 *
 * @param session signed in, its subscription not yet known
 * @returns the id of the only one
 * @throws ActionError `azure-subscription-unclear` when there is none or more than one
 */
async function chooseSubscription(session) {
    const found = await listSubscriptions(session);
    const only = found[0];
    if (only !== undefined && found.length === 1)
        return only.id;
    const seen = found.slice(0, 10).map((subscription) => `'${subscription.name}' (${subscription.id})`);
    throw (0,_azure_error__WEBPACK_IMPORTED_MODULE_1__/* .azureError */ .u)('azure-subscription-unclear', found.length === 0
        ? 'subscription-id is empty and the identity sees no subscription.'
        : `subscription-id is empty and the identity sees ${found.length} subscriptions: ${seen.join(', ')}.`, {
        hint: found.length === 0
            ? 'Give the identity a role on the function app, and set subscription-id.'
            : 'Set subscription-id to the one that holds the function app.',
    });
}


/***/ })

};
;