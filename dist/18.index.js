"use strict";
exports.id = 18;
exports.ids = [18];
exports.modules = {

/***/ 38957:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wD: () => (/* binding */ requireAllowed)
/* harmony export */ });
/* unused harmony exports hostPurposes, isAllowedUrl */
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);
/**
 * Where a token may go: hosts of the chosen cloud or of the endpoints that were set, and nowhere else.
 * Pure. Every request that carries a credential passes through `requireAllowed`.
 */

const hostPurposes = (/* unused pure expression or super */ null && (['arm', 'scm', 'blob']));
/**
 * Whether a URL belongs to the cloud, for one purpose.
 *
 * @param cloud the chosen cloud
 * @param purpose what the host is used for
 * @param url an absolute URL
 * @returns true when a token of this purpose may be sent there
 */
function isAllowedUrl(cloud, purpose, url) {
    if (!URL.canParse(url))
        return false;
    const target = new URL(url);
    if (target.protocol !== 'https:' || target.username !== '' || target.password !== '')
        return false;
    if (target.origin === cloud.armEndpoint)
        return purpose === 'arm' || cloud.isPrivateArm;
    if (purpose === 'arm')
        return false;
    // Real hosts live on the default port; only endpoints that were set explicitly may use another one.
    if (!cloud.isPrivateArm && target.port !== '')
        return false;
    const suffixes = purpose === 'blob' ? cloud.blobHostSuffixes : cloud.siteHostSuffixes;
    const host = target.hostname.toLowerCase();
    if (!suffixes.some((suffix) => host.endsWith(suffix) || `.${host}` === suffix))
        return false;
    // Every SCM host has the label `scm`, regional ones included (app-hash.scm.region-01.azurewebsites.net).
    return purpose !== 'scm' || cloud.isPrivateArm || host.split('.').includes('scm');
}
/**
 * The same rule, as a guard.
 *
 * @param cloud the chosen cloud
 * @param purpose what the host is used for
 * @param url an absolute URL
 * @returns the parsed URL
 * @throws ActionError `azure-host-not-allowed`, before anything is sent
 */
function requireAllowed(cloud, purpose, url) {
    if (isAllowedUrl(cloud, purpose, url))
        return new URL(url);
    const host = URL.canParse(url) ? new URL(url).host : url.slice(0, 100);
    throw (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-host-not-allowed', `'${host}' is not a ${purpose} host of ${cloud.name}, so no token was sent to it.`, {
        hint: cloud.isPrivateArm
            ? 'AZURE_RESOURCE_MANAGER_ENDPOINT is set: name the host suffix in AZURE_SCM_HOST_SUFFIX, or unset both.'
            : 'Check the environment: input; the app may be in another cloud.',
    });
}


/***/ }),

/***/ 51201:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J0: () => (/* binding */ callArm),
/* harmony export */   Tl: () => (/* binding */ readArm),
/* harmony export */   p_: () => (/* binding */ readArmError),
/* harmony export */   vL: () => (/* binding */ listArm)
/* harmony export */ });
/* unused harmony export webApiVersion */
/* harmony import */ var _allowed_hosts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38957);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50460);
/* harmony import */ var _http_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4364);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21909);
/* harmony import */ var _retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92933);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4886);
/**
 * Calls of the resource manager: the token, the retries, the refusals. Knows no resource.
 */






/** The version that this room speaks with Microsoft.Web. */
const webApiVersion = '2023-12-01';
/**
 * Makes one call, with retries for what passes and one more try with a new token after a 401.
 *
 * @param session signed in
 * @param call what to do
 * @returns the answer
 * @throws ActionError: `azure-role-missing` or `azure-forbidden` for a 403, `azure-call-failed` and the like with
 *   the HttpError as its cause for anything else; the reason of the signal
 */
async function callArm(session, call) {
    const url = armUrl(session, call);
    const deadline = call.deadline ?? session.clock.now() + 120_000;
    let isTokenRenewed = false;
    const signal = call.signal ?? session.signal;
    const sendOnce = async () => {
        const token = await session.token('arm');
        try {
            const answer = await session.http.send({
                method: call.method,
                url,
                headers: {
                    Accept: 'application/json',
                    Authorization: `Bearer ${token}`,
                    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
                    ...call.headers,
                },
                ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
                // A quarter of the usual deadline, so that a request that is never answered is made again.
                timeoutMs: Math.min(30_000, Math.max(1000, deadline - session.clock.now())),
                signal,
                accepts: (status) => (status >= 200 && status < 300) || (call.alsoAccepts ?? []).includes(status),
            });
            if (call.answersJson ?? call.method === 'GET')
                requireJson(call.method, url, answer);
            return answer;
        }
        catch (error) {
            if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || error.status !== 401 || isTokenRenewed)
                throw error;
            isTokenRenewed = true;
            session.forget('arm');
            return sendOnce();
        }
    };
    try {
        return await (0,_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)({
            clock: session.clock,
            deadline,
            attempts: call.attempts ?? 4,
            signal,
            onRetry: (line) => session.log.debug(line),
        }, sendOnce);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$))
            throw error;
        if (error.status === 403)
            throw (0,_roles__WEBPACK_IMPORTED_MODULE_4__/* .explainForbidden */ .Dh)(error, session.clientId, call.purpose);
        throw (0,_http_failure__WEBPACK_IMPORTED_MODULE_2__/* .explainFailure */ .S)(error, call.purpose);
    }
}
// An answer that was cut off, or a page that a proxy put in its place: read as an empty one it would look like an
// app that is not there, or like an app without settings.
function requireJson(method, url, { status, body, requestId }) {
    if (status >= 300 || (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(body) !== undefined)
        return;
    throw new _http_error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$({ method, url, status, flaw: 'a body that is no complete JSON', body, requestId });
}
/**
 * The JSON of a call.
 *
 * @param session signed in
 * @param call what to do
 * @returns the parsed body, undefined when it is empty or not JSON
 * @throws as `callArm`
 */
async function readArm(session, call) {
    return (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)((await callArm(session, call)).body);
}
/**
 * All items of a list, over its pages.
 *
 * @param session signed in
 * @param call the first page
 * @returns the items of every `value`, at most twenty pages of them
 * @throws as `callArm`
 */
async function listArm(session, call) {
    const items = [];
    let page = call;
    for (let pages = 0; page !== undefined && pages < 20; pages += 1) {
        const answer = await readArm(session, page);
        items.push(...(0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .listAt */ .gT)(answer, 'value'));
        page = nextPage(session, call, (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(answer, 'nextLink'));
    }
    return items;
}
/**
 * The code and message of an error answer.
 *
 * @param body of the answer, JSON or not
 * @returns both, `''` where absent
 */
function readArmError(body) {
    const parsed = (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(body);
    const error = (0,_json_value__WEBPACK_IMPORTED_MODULE_5__.at)(parsed, 'error') ?? parsed;
    return {
        code: (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(error, 'code') || (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(error, 'Code'),
        message: (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(error, 'message') || (0,_json_value__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(error, 'Message'),
    };
}
function armUrl(session, call) {
    // Put together as text: as a relative address, a path that starts with '//' would name a host, or none at all.
    const url = new URL(`${session.cloud.armEndpoint}${call.path}`);
    for (const [name, value] of Object.entries(call.query ?? {}))
        url.searchParams.set(name, value);
    if (!url.searchParams.has('api-version'))
        url.searchParams.set('api-version', call.apiVersion ?? webApiVersion);
    return (0,_allowed_hosts__WEBPACK_IMPORTED_MODULE_0__/* .requireAllowed */ .wD)(session.cloud, 'arm', url.href).href;
}
// A link that leads to another host is not followed: `armUrl` would refuse it, and a list is worth its first pages.
function nextPage(session, call, link) {
    if (!URL.canParse(link) || new URL(link).origin !== session.cloud.armEndpoint)
        return undefined;
    const url = new URL(link);
    return { ...call, path: url.pathname, query: Object.fromEntries(url.searchParams) };
}


/***/ }),

/***/ 92179:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ azureError),
/* harmony export */   v: () => (/* binding */ azureFinding)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/**
 * Builds the errors and findings of this room, with codes that codes.ts describes.
 * A code without a description is a type error here.
 */

/**
 * An error with a described code.
 *
 * @param code a key of `azureCodes`
 * @param message what was found, with the value quoted
 * @param options what to do, and the cause
 * @returns the error, not thrown
 */
function azureError(code, message, options = {}) {
    return new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(code, message, options);
}
/**
 * A finding with a described code.
 *
 * @param severity how bad it is here; some codes are milder on some plans
 * @param code a key of `azureCodes`
 * @param message what was found, with the value quoted
 * @param hint what to do
 * @returns the finding
 */
function azureFinding(severity, code, message, hint) {
    return { code, severity, message, hint };
}


/***/ }),

/***/ 50460:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ isCertificateProblem),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30322);
/**
 * What can go wrong with one HTTP request, in one class, and which of it is worth another try.
 * Holds no credential: the URL has no query and the excerpt of the body is redacted.
 */

/** A request that was not answered, or not with a status that was expected. */
class HttpError extends Error {
    name = 'HttpError';
    status;
    method;
    /** Origin and path only. */
    url;
    bodyExcerpt;
    requestId;
    networkCode;
    retryAfterMs;
    constructor(failure) {
        super(describe(failure), failure.cause === undefined ? {} : { cause: failure.cause });
        this.status = failure.status;
        this.method = failure.method;
        this.url = (0,_redact__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .B)(failure.url);
        this.bodyExcerpt = (0,_redact__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(failure.body ?? '');
        this.requestId = failure.requestId ?? '';
        this.networkCode = failure.networkCode ?? '';
        this.retryAfterMs = failure.retryAfterMs;
    }
}
function describe(failure) {
    const request = `${failure.method} ${(0,_redact__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .B)(failure.url)}`;
    if (failure.status === 0)
        return `${request} was not answered: ${failure.networkCode ?? 'connection error'}.`;
    const redirect = failure.redirectHost === undefined
        ? ''
        : ` with a redirect to '${failure.redirectHost}', which is not followed`;
    const flaw = failure.flaw === undefined ? '' : ` with ${failure.flaw}`;
    const body = (0,_redact__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(plainText(failure.body ?? ''), 300);
    const reference = failure.requestId === undefined || failure.requestId === '' ? '' : ` (request ${failure.requestId})`;
    return `${request} answered ${failure.status}${redirect}${flaw}${body === '' ? '' : `: ${body}`}${reference}`;
}
/**
 * The text of an error page, whose markup says little.
 *
 * @param body of an answer, HTML or not
 * @returns its text in one line
 */
function plainText(body) {
    const text = /^\s*</.test(body)
        ? withoutBlocks(body.slice(0, 20_000)).replace(/<[^<>]{0,500}>/g, ' ')
        : body.slice(0, 5000);
    return text.replace(/\s+/g, ' ').trim();
}
// One walk over the page: an expression for both ends would begin anew at every `<script`.
function withoutBlocks(html) {
    const kept = [];
    const opening = /<(style|script)\b/gi;
    let from = 0;
    for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
        kept.push(html.slice(from, match.index), ' ');
        const closing = match[1]?.toLowerCase() === 'style' ? /<\/style>/gi : /<\/script>/gi;
        closing.lastIndex = match.index;
        if (closing.exec(html) === null)
            return kept.join('');
        from = closing.lastIndex;
        opening.lastIndex = from;
    }
    return kept.join('') + html.slice(from);
}
// Errors of sockets and of name resolution that pass by themselves. `EAI_AGAIN` is the resolver's "not now";
// `ENOTFOUND` is what a fresh app's SCM host gives until its name is known.
const passingCodes = [
    'ETIMEDOUT',
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EPIPE',
    'EAI_AGAIN',
    'ENOTFOUND',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ESOCKETTIMEDOUT',
    'REQUEST_SEND_ERROR',
    'ERR_STREAM_PREMATURE_CLOSE',
];
/**
 * Whether a failure is worth another try: no answer, half an answer, 408, 429, and the 5xx that are about the moment.
 *
 * @param error anything that was thrown
 * @returns false for everything that is not an `HttpError`, and for 501 and 505
 */
function isTransient(error) {
    if (!(error instanceof HttpError))
        return false;
    if (error.status === 0)
        return passingCodes.includes(error.networkCode);
    // A good status whose answer was of no use: something between here and there broke it.
    if (error.status >= 200 && error.status < 300)
        return true;
    if (error.status === 408 || error.status === 429)
        return true;
    return error.status >= 500 && error.status !== 501 && error.status !== 505;
}
/**
 * Whether a failure says that the certificate of the server is not trusted here.
 *
 * @param error anything that was thrown
 * @returns true for the certificate errors of OpenSSL and Node
 */
function isCertificateProblem(error) {
    return error instanceof HttpError && /CERT|SIGNATURE|ISSUER|ERR_TLS/.test(error.networkCode);
}


/***/ }),

/***/ 4364:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ explainFailure)
/* harmony export */ });
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50460);


/**
 * The error for a failed request of which nothing more is known.
 *
 * @param error of the last try
 * @param purpose what was to be done, to follow "could not"
 * @returns the error, with the HttpError as its cause
 */
function explainFailure(error, purpose) {
    const host = URL.canParse(error.url) ? new URL(error.url).host : error.url;
    if ((0,_http_error__WEBPACK_IMPORTED_MODULE_1__/* .isCertificateProblem */ .B$)(error)) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-certificate-untrusted', `Could not ${purpose}: the certificate of '${host}' is not trusted on this runner (${error.networkCode}).`, {
            hint: 'A proxy that opens TLS needs its CA in NODE_EXTRA_CA_CERTS, set before the runner starts the step.',
            cause: error,
        });
    }
    if (error.status === 0) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-unreachable', `Could not ${purpose}: ${error.message}`, {
            hint: `Check that the runner reaches '${host}' (firewall, private endpoint, HTTPS_PROXY), then run the job again.`,
            cause: error,
        });
    }
    if (error.status === 401) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-token-refused', `Could not ${purpose}: ${error.message}`, {
            hint: 'The token is not accepted there: check that tenant-id is the tenant of the subscription.',
            cause: error,
        });
    }
    return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-call-failed', `Could not ${purpose}: ${error.message}`, {
        hint: 'Run the job again. If it stays, give the request id above to Azure support.',
        cause: error,
    });
}


/***/ }),

/***/ 21909:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   gT: () => (/* binding */ listAt),
/* harmony export */   i1: () => (/* binding */ textsAt),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   tk: () => (/* binding */ numberAt)
/* harmony export */ });
/**
 * Reads JSON that a server sent, which may have any shape.
 * Total functions: what is absent or of another type is undefined or empty.
 */
/**
 * Parses text of a server.
 *
 * @param text JSON, or anything else
 * @returns the value, undefined when it is not JSON
 */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/**
 * A value deep inside another.
 *
 * @param value any JSON value
 * @param path names of properties, from the outside
 * @returns the value, undefined when the path does not exist
 */
function at(value, ...path) {
    let current = value;
    for (const name of path) {
        if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name))
            return undefined;
        current = current[name];
    }
    return current;
}
/**
 * The string at a path.
 *
 * @param value a decoded JSON value
 * @param path names of properties, outermost first
 * @returns the string, `''` when there is none
 */
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' ? found : '';
}
/**
 * The number at a path.
 *
 * @param value a decoded JSON value
 * @param path names of properties, outermost first
 * @returns the finite number, undefined when there is none
 */
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}
/**
 * The array at a path.
 *
 * @param value a decoded JSON value
 * @param path names of properties, outermost first
 * @returns the array, empty when there is none
 */
function listAt(value, ...path) {
    const found = at(value, ...path);
    return Array.isArray(found) ? found : [];
}
/**
 * The strings of the array at a path.
 *
 * @param value a decoded JSON value
 * @param path names of properties, outermost first
 * @returns its strings in order; items of other types are left out
 */
function textsAt(value, ...path) {
    return listAt(value, ...path).filter((item) => typeof item === 'string');
}


/***/ }),

/***/ 30322:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ redactUrl),
/* harmony export */   R: () => (/* binding */ redactText)
/* harmony export */ });
/**
 * Takes secrets out of text that will be shown: URLs, answers of servers, log lines of deployments.
 * A second line of defence; the first is that secrets are never put into such text.
 */
const patterns = [
    // Query parameters of a SAS and of function keys.
    [/([?&](?:sig|code|token|access_token)=)[^&\s"'<>]+/gi, '$1***'],
    // Connection strings of storage accounts, service buses and databases.
    [/((?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\s*=\s*)[^;\s"']+/gi, '$1***'],
    [/\b(Bearer\s+)[A-Za-z0-9._~+/-]{8,}=*/gi, '$1***'],
    [/\b(client_assertion=)[^&\s"']+/gi, '$1***'],
    // JSON Web Tokens, wherever they turn up.
    [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g, '***'],
    // User information of a URL, as in a publishing credential or a proxy.
    [/(\bhttps?:\/\/)[^/\s:@]*:[^/\s@]+@/gi, '$1***@'],
];
/**
 * The text without anything that looks like a credential.
 *
 * @param text text of a server or of a library
 * @param maxLength what is longer is cut, with an ellipsis
 * @returns the text, safe to show
 */
function redactText(text, maxLength = 2000) {
    // Bounded before the patterns run, so that a hostile answer cannot make them slow.
    let shown = text.slice(0, maxLength + 200);
    for (const [pattern, replacement] of patterns)
        shown = shown.replace(pattern, replacement);
    return shown.length > maxLength ? `${shown.slice(0, maxLength)}\u2026` : shown;
}
/**
 * A URL as it may be shown: without user information, query and fragment.
 *
 * @param url any URL
 * @returns its origin and path, or `(not a URL)`
 */
function redactUrl(url) {
    if (!URL.canParse(url))
        return '(not a URL)';
    const parsed = new URL(url);
    return `${parsed.origin}${parsed.pathname}`;
}


/***/ }),

/***/ 92933:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50460);
/**
 * Tries again: with a predicate over typed errors, jitter, and a bound on attempts and on time.
 * Knows nothing about what it runs.
 */


/**
 * Runs an operation until it succeeds, fails for good, or a bound is reached.
 *
 * @param policy the bounds
 * @param operation what to run; gets the number of the try, from 1
 * @returns what the operation returns
 * @throws the last error of the operation, or the reason of the signal
 */
async function retry(policy, operation) {
    const isRetryable = policy.isRetryable ?? _http_error__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg;
    for (let attempt = 1;; attempt += 1) {
        policy.signal?.throwIfAborted();
        try {
            return await operation(attempt);
        }
        catch (error) {
            if (policy.signal?.aborted === true || attempt >= policy.attempts || !isRetryable(error))
                throw error;
            const delayMs = delayBefore(policy, attempt, error);
            if (policy.clock.now() + delayMs > policy.deadline)
                throw error;
            policy.onRetry?.(`${(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)} Trying again in ${(delayMs / 1000).toFixed(1)} s (try ${attempt + 1}).`);
            await policy.clock.sleep(delayMs, policy.signal);
        }
    }
}
// Doubling, between half and all of the step, and never less than what the server asked for.
function delayBefore(policy, attempt, error) {
    const step = Math.min((policy.firstDelayMs ?? 1000) * 2 ** (attempt - 1), policy.maxDelayMs ?? 30_000);
    const jittered = step * (0.5 + policy.clock.random() / 2);
    const asked = error instanceof _http_error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ ? (error.retryAfterMs ?? 0) : 0;
    return Math.max(jittered, asked);
}


/***/ }),

/***/ 4886:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ explainForbidden),
/* harmony export */   Mb: () => (/* binding */ roleAssignment),
/* harmony export */   fI: () => (/* binding */ missingRoleError)
/* harmony export */ });
/* unused harmony export readAuthorizationFailed */
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);
/* harmony import */ var _json_value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21909);
/* harmony import */ var _shell_quote__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35576);



/**
 * Reads the answer `AuthorizationFailed` of the resource manager.
 *
 * @param body of the 403
 * @returns what is missing, undefined when the answer is another one
 */
function readAuthorizationFailed(body) {
    const error = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(body);
    const code = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'error', 'code') || (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'Code');
    const message = (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'error', 'message') || (0,_json_value__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'Message');
    const action = /perform action '([^']{1,300})'/.exec(message)?.[1];
    const scope = /over scope '([^']{1,1000})'/.exec(message)?.[1];
    if (!/AuthorizationFailed/i.test(code) || action === undefined || scope === undefined)
        return undefined;
    return { action, scope, objectId: /object id '([0-9a-f-]{36})'/i.exec(message)?.[1] ?? '' };
}
/**
 * The command that grants a role wide enough for an action.
 *
 * @param missing what is missing
 * @param clientId of the principal, used when its object id is unknown; empty when that is unknown too
 * @returns one line for a POSIX shell
 */
function roleAssignment(missing, clientId) {
    const assignee = missing.objectId === ''
        ? `--assignee ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(clientId === '' ? '<client-id>' : clientId)}`
        : `--assignee-object-id ${missing.objectId} --assignee-principal-type ServicePrincipal`;
    return `az role assignment create ${assignee} --role ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(roleFor(missing.action))} --scope ${(0,_shell_quote__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(assignableScope(missing.scope))}`;
}
/**
 * The error for a 403 of the resource manager.
 *
 * @param error the answer
 * @param clientId of the principal, empty when unknown
 * @param purpose what was to be done, to follow "may not"
 * @returns the error, code `azure-role-missing`
 */
function explainForbidden(error, clientId, purpose) {
    const missing = readAuthorizationFailed(error.bodyExcerpt);
    if (missing === undefined) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-forbidden', `Azure refused to ${purpose}: ${error.message}`, {
            hint: 'A policy, a lock or a network rule of the subscription may forbid it; the answer above says which.',
            cause: error,
        });
    }
    return missingRoleError(missing, clientId, purpose, error);
}
/**
 * The error for one missing action.
 *
 * @param missing action and scope
 * @param clientId of the principal, empty when unknown
 * @param purpose what was to be done, to follow "may not"
 * @param cause the answer
 * @returns the error, code `azure-role-missing`
 */
function missingRoleError(missing, clientId, purpose, cause) {
    return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('azure-role-missing', `The identity may not ${purpose}: it lacks '${missing.action}' on '${missing.scope}'.`, {
        hint: `${roleAssignment(missing, clientId)}\nA new assignment takes a few minutes to apply.`,
        ...(cause === undefined ? {} : { cause }),
    });
}
// Built-in roles: Website Contributor holds Microsoft.Web/sites/*, which covers every call of this room.
function roleFor(action) {
    if (/^Microsoft\.Storage\/.*\/blobs\//i.test(action))
        return 'Storage Blob Data Contributor';
    if (/^Microsoft\.Web\//i.test(action))
        return 'Website Contributor';
    return 'Reader';
}
// A role on a part of a site cannot be meant: the site, slot or account is the smallest useful scope.
function assignableScope(scope) {
    const resource = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.(?:Web\/sites|Storage\/storageAccounts)\/[^/]+/i.exec(scope);
    return resource?.[0] ?? scope;
}


/***/ }),

/***/ 20384:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ scmClientFor)
/* harmony export */ });
/* unused harmony export scmAudiences */
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _allowed_hosts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38957);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50460);
/* harmony import */ var _retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92933);
/**
 * Requests to the SCM site of one app: which of two tokens it takes, its affinity cookie, never another host.
 * Makes single requests; what to retry is decided where the request is made.
 */




/** Microsoft moves Kudu from resource manager tokens to tokens of its own; both occur (vscode-azuretools#2258). */
const scmAudiences = (/* unused pure expression or super */ null && (['app-service', 'resource-manager']));
const clients = new WeakMap();
/**
 * The client of an app's SCM site; the same one for the whole session, so that what was learned is kept.
 *
 * @param session signed in
 * @param site whose SCM host
 * @returns the client
 * @throws ActionError `azure-host-not-allowed`
 */
function scmClientFor(session, site) {
    const known = clients.get(session) ?? new Map();
    clients.set(session, known);
    const client = known.get(site.scmHost) ?? openClient(session, site.scmHost);
    known.set(site.scmHost, client);
    return client;
}
function openClient(session, host) {
    const origin = (0,_allowed_hosts__WEBPACK_IMPORTED_MODULE_1__/* .requireAllowed */ .wD)(session.cloud, 'scm', `https://${host}`).origin;
    let accepted;
    let cookie = '';
    const sendAs = async (audience, request) => {
        const token = await session.token(audience === 'app-service' ? 'scm' : 'arm');
        // Put together as text: as a relative address, a path such as `//other.example/` would name another host.
        const url = new URL(`${origin}${request.path}`);
        const answer = await session.http.send({
            ...request,
            // Checked once more, since the path may come from an answer.
            url: (0,_allowed_hosts__WEBPACK_IMPORTED_MODULE_1__/* .requireAllowed */ .wD)(session.cloud, 'scm', url.href).href,
            headers: {
                Authorization: `Bearer ${token}`,
                ...(cookie === '' ? {} : { Cookie: cookie }),
                ...request.headers,
            },
        });
        // The front end ties a deployment to one instance by this cookie.
        const affinity = /^(ARRAffinity(?:SameSite)?=[^;\s]{1,200})/.exec(answer.header('set-cookie'));
        cookie = affinity?.[1] ?? cookie;
        return answer;
    };
    const sendRenewed = async (audience, request) => {
        try {
            return await sendAs(audience, request);
        }
        catch (error) {
            if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$) || error.status !== 401)
                throw error;
            session.forget(audience === 'app-service' ? 'scm' : 'arm');
            return sendAs(audience, request);
        }
    };
    const send = async (request) => {
        if (accepted !== undefined)
            return sendRenewed(accepted, request);
        try {
            const answer = await sendAs('app-service', request);
            accepted = 'app-service';
            return answer;
        }
        catch (error) {
            session.signal.throwIfAborted();
            // Only a refusal says something about the token; 403 does too, since not every version answers 401.
            if (error instanceof _http_error__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$ && error.status !== 401 && error.status !== 403)
                throw error;
            session.log.debug(`The SCM site did not take a token of its own audience: ${(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`);
        }
        const answer = await sendAs('resource-manager', request);
        accepted = 'resource-manager';
        return answer;
    };
    return {
        host,
        send,
        acceptedAudience: () => accepted,
        get: (path, options) => (0,_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)({
            clock: session.clock,
            deadline: options.deadline,
            attempts: options.attempts ?? 5,
            signal: options.signal,
            onRetry: (line) => session.log.debug(line),
        }, () => send({
            method: 'GET',
            path,
            headers: { Accept: 'application/json' },
            timeoutMs: Math.min(options.timeoutMs ?? 60_000, Math.max(1000, options.deadline - session.clock.now())),
            signal: options.signal,
            accepts: (status) => (status >= 200 && status < 300) || (options.alsoAccepts ?? []).includes(status),
        })),
        ownPath: (url) => {
            if (!URL.canParse(url, origin))
                return undefined;
            const target = new URL(url, origin);
            return target.origin === origin ? `${target.pathname}${target.search}` : undefined;
        },
    };
}


/***/ }),

/***/ 94151:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ startCommand),
/* harmony export */   X: () => (/* binding */ explainScm)
/* harmony export */ });
/* harmony import */ var _azure_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92179);
/* harmony import */ var _http_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4364);
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4886);



/**
 * The error for an answer of the SCM site that no further try will change, or that did not change.
 *
 * @param error of the last try
 * @param site whose SCM site it is
 * @param clientId of the identity, for the role command; empty when unknown
 * @param purpose what was to be done, to follow "could not"
 * @returns the error, with the HttpError as its cause
 */
function explainScm(error, site, clientId, purpose) {
    const cause = { cause: error };
    const text = error.bodyExcerpt;
    if (error.status === 403 && /ip forbidden/i.test(text)) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('scm-ip-forbidden', `'${site.scmHost}' does not let this runner in (Ip Forbidden).`, {
            hint: 'The SCM site has access restrictions or a private endpoint: run the job on a runner inside that network, or allow its address under Networking > Access restrictions > Advanced tool site.',
            ...cause,
        });
    }
    if (error.status === 403 && /(?:web app|site) is stopped|site disabled/i.test(text)) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('site-stopped', `'${site.appName}' is stopped, and its SCM site with it.`, {
            hint: startCommand(site),
            ...cause,
        });
    }
    if (error.status === 403) {
        const part = site.slotName === '' ? 'sites' : 'sites/slots';
        const missing = { action: `Microsoft.Web/${part}/publish/action`, scope: site.resourceId, objectId: '' };
        return (0,_roles__WEBPACK_IMPORTED_MODULE_2__/* .missingRoleError */ .fI)(missing, clientId, 'deploy to the app', error);
    }
    if (error.status === 401) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('scm-token-refused', `'${site.scmHost}' accepts no token of this identity: ${error.message}`, {
            hint: 'Check that tenant-id is the tenant of the subscription that holds the app.',
            ...cause,
        });
    }
    if (error.status === 404 || error.status === 405) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('scm-no-endpoint', `'${site.scmHost}' has no such endpoint: ${error.message}`, {
            hint: `Azure reported the plan of the app as '${site.sku}'. If the app was just created, run the job again in a few minutes; otherwise please report this with the line above.`,
            ...cause,
        });
    }
    if (error.status === 413) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('upload-too-large', `The package is larger than '${site.scmHost}' accepts.`, {
            hint: 'Leave large files out of include:, build with ldflags: -s -w, and keep data in blob storage.',
            ...cause,
        });
    }
    if (error.status === 502 || error.status === 503 || error.status === 504) {
        return (0,_azure_error__WEBPACK_IMPORTED_MODULE_0__/* .azureError */ .u)('scm-unavailable', `The SCM site '${site.scmHost}' stayed unavailable: ${error.message}`, {
            hint: 'Restart the app in the portal and run the job again. Some Flex apps never recover from this: create a new app, or give the request id to Azure support.',
            ...cause,
        });
    }
    return (0,_http_failure__WEBPACK_IMPORTED_MODULE_1__/* .explainFailure */ .S)(error, purpose);
}
/**
 * The command that starts an app.
 *
 * @param site the app or slot
 * @returns one line
 */
function startCommand(site) {
    const slot = site.slotName === '' ? '' : ` --slot ${site.slotName}`;
    return `az functionapp start --name ${site.appName} --resource-group ${site.resourceGroup}${slot}`;
}


/***/ }),

/***/ 35576:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote)
/* harmony export */ });
/**
 * Quotes values for commands that a person is asked to paste into a POSIX shell.
 * Branch names and resource names come from outside and may hold any character.
 */
/**
 * One word of a command line.
 *
 * @param value any text
 * @returns the text as it is when it is harmless, else in single quotes
 */
function shellQuote(value) {
    if (/^[A-Za-z0-9_./:@=-]+$/.test(value))
        return value;
    return `'${value.replaceAll("'", "'\\''")}'`;
}


/***/ })

};
;