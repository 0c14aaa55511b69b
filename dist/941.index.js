"use strict";
exports.id = 941;
exports.ids = [941];
exports.modules = {

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

/***/ 38941:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginConnection: () => (/* binding */ beginConnection)
});

;// CONCATENATED MODULE: ./src/azure/clock.ts
/**
 * Time and chance, handed in everywhere so that waits are testable.
 * Every wait in this room goes through `sleep`, and every wait can be aborted.
 */
/** The clock of the machine. */
const systemClock = {
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (delayMs, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
            reject(signal.reason);
            return;
        }
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, delayMs);
        signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

// EXTERNAL MODULE: ./src/azure/azure-error.ts
var azure_error = __webpack_require__(92179);
;// CONCATENATED MODULE: ./src/azure/clouds.ts
/**
 * The three Azure clouds: their endpoints, host suffixes and token audiences.
 * A table and its reader; sends nothing.
 */

const cloudNames = ['azurecloud', 'azureusgovernment', 'azurechinacloud'];
const table = {
    azurecloud: {
        cliName: 'AzureCloud',
        authorityHost: 'https://login.microsoftonline.com',
        armEndpoint: 'https://management.azure.com',
        armAudience: 'https://management.azure.com',
        scmAudience: 'https://appservice.azure.com',
        storageAudience: 'https://storage.azure.com',
        federationAudience: 'api://AzureADTokenExchange',
        siteHostSuffixes: ['.azurewebsites.net', '.appserviceenvironment.net'],
        blobHostSuffixes: ['.blob.core.windows.net'],
        portal: 'https://portal.azure.com',
    },
    azureusgovernment: {
        cliName: 'AzureUSGovernment',
        authorityHost: 'https://login.microsoftonline.us',
        armEndpoint: 'https://management.usgovcloudapi.net',
        armAudience: 'https://management.usgovcloudapi.net',
        scmAudience: 'https://appservice.azure.us',
        storageAudience: 'https://storage.azure.com',
        federationAudience: 'api://AzureADTokenExchangeUSGov',
        siteHostSuffixes: ['.azurewebsites.us', '.appserviceenvironment.us'],
        blobHostSuffixes: ['.blob.core.usgovcloudapi.net'],
        portal: 'https://portal.azure.us',
    },
    azurechinacloud: {
        cliName: 'AzureChinaCloud',
        authorityHost: 'https://login.chinacloudapi.cn',
        armEndpoint: 'https://management.chinacloudapi.cn',
        armAudience: 'https://management.chinacloudapi.cn',
        scmAudience: 'https://appservice.azure.cn',
        storageAudience: 'https://storage.azure.com',
        federationAudience: 'api://AzureADTokenExchangeChina',
        siteHostSuffixes: ['.chinacloudsites.cn', '.appserviceenvironment.cn'],
        blobHostSuffixes: ['.blob.core.chinacloudapi.cn'],
        portal: 'https://portal.azure.cn',
    },
};
/**
 * The cloud of the `environment` input, with endpoints from the environment laid over it.
 *
 * `AZURE_AUTHORITY_HOST` and `AZURE_RESOURCE_MANAGER_ENDPOINT` replace the two endpoints. With a replaced
 * resource manager no host of the public cloud is trusted any more; further hosts for SCM sites, apps and
 * blobs come from `AZURE_SCM_HOST_SUFFIX`, a comma-separated list of suffixes such as `.azure.test`.
 *
 * @param environmentName the `environment` input; case does not matter, empty means `azurecloud`
 * @param environment the process environment
 * @returns the cloud
 * @throws ActionError `azure-cloud-unknown` or `azure-endpoint-invalid`
 */
function resolveCloud(environmentName, environment) {
    const wanted = environmentName.trim().toLowerCase() || 'azurecloud';
    const name = cloudNames.find((candidate) => candidate === wanted);
    if (name === undefined) {
        throw (0,azure_error/* azureError */.u)('azure-cloud-unknown', `'${environmentName}' is not a cloud this action knows.`, {
            hint: `Set environment: to one of ${cloudNames.join(', ')}, or leave it out for the public cloud.`,
        });
    }
    const endpoints = table[name];
    const authority = endpointFrom(environment, 'AZURE_AUTHORITY_HOST');
    const arm = endpointFrom(environment, 'AZURE_RESOURCE_MANAGER_ENDPOINT');
    // The well-known value of the public variable is no private authority: keep instance discovery for it.
    const isPrivateAuthority = authority !== undefined && !isKnownAuthority(authority);
    const isPrivateArm = arm !== undefined && arm !== endpoints.armEndpoint;
    const suffixes = isPrivateArm ? suffixesFrom(environment['AZURE_SCM_HOST_SUFFIX']) : undefined;
    return {
        ...endpoints,
        name,
        authorityHost: authority ?? endpoints.authorityHost,
        isPrivateAuthority,
        armEndpoint: arm ?? endpoints.armEndpoint,
        isPrivateArm,
        siteHostSuffixes: suffixes ?? endpoints.siteHostSuffixes,
        blobHostSuffixes: suffixes ?? endpoints.blobHostSuffixes,
    };
}
function endpointFrom(environment, name) {
    const value = environment[name]?.trim() ?? '';
    if (value === '')
        return undefined;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isBare = url !== undefined && url.username === '' && url.password === '' && url.search === '';
    if (!isBare || url.protocol !== 'https:' || url.pathname !== '/') {
        throw (0,azure_error/* azureError */.u)('azure-endpoint-invalid', `The environment variable ${name} is not an https origin.`, {
            hint: `Set ${name} to something like https://host or https://host:8443, without a path, user or query, or unset it.`,
        });
    }
    return url.origin;
}
function isKnownAuthority(origin) {
    // The newer name of the China authority is as public as the older one.
    const known = [
        ...Object.values(table).map((cloud) => cloud.authorityHost),
        'https://login.partner.microsoftonline.cn',
    ];
    return known.includes(origin);
}
function suffixesFrom(list) {
    return (list ?? '')
        .split(',')
        .map((suffix) => suffix.trim().toLowerCase())
        .filter((suffix) => /^\.?[a-z0-9][a-z0-9.-]*$/.test(suffix))
        .map((suffix) => (suffix.startsWith('.') ? suffix : `.${suffix}`));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./src/azure/json-value.ts
var json_value = __webpack_require__(21909);
;// CONCATENATED MODULE: ./src/azure/cli-account.ts
/**
 * What the Azure CLI is signed in to. Runs one fixed command; reads nothing else of the CLI.
 */


/**
 * Asks the CLI for its account.
 *
 * @param environment gives SystemRoot on Windows and is what the CLI runs with
 * @returns the account, undefined when there is no CLI or nobody is signed in
 */
function readCliAccount(environment) {
    // A folder that no repository can write to: the Windows shell looks for `az` in the current one first.
    const folder = process.platform === 'win32' ? (environment['SystemRoot'] ?? 'C:\\Windows') : '/';
    return new Promise((resolve) => {
        // Through a shell, because `az` is a batch file on Windows; the command line is a constant.
        (0,external_node_child_process_.exec)('az account show --output json', { cwd: folder, env: environment, timeout: 60_000, maxBuffer: 1024 * 1024 }, (error, output) => {
            const account = (0,json_value/* parseJson */.qF)(output);
            const subscriptionId = (0,json_value/* textAt */.$6)(account, 'id');
            if (error !== null || subscriptionId === '') {
                resolve(undefined);
                return;
            }
            const user = (0,json_value/* textAt */.$6)(account, 'user', 'name');
            resolve({
                subscriptionId,
                tenantId: (0,json_value/* textAt */.$6)(account, 'tenantId'),
                cloudName: (0,json_value/* textAt */.$6)(account, 'environmentName'),
                // A person has an address here and a managed identity a fixed word.
                clientId: /^[0-9a-f-]{36}$/i.test(user) ? user : '',
            });
        });
    });
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/azure/shell-quote.ts
var shell_quote = __webpack_require__(35576);
;// CONCATENATED MODULE: ./src/azure/federated-credential.ts

/**
 * Says which token was presented and how to trust it.
 *
 * @param claims of the presented token
 * @param clientId the `client-id` input
 * @returns lines: issuer, subject and audience, the note about the other subject form, two commands
 */
function trustInstructions(claims, clientId) {
    const issuer = (0,shell_quote/* shellQuote */.Z)(claims.issuer);
    const subject = (0,shell_quote/* shellQuote */.Z)(claims.subject);
    const audience = (0,shell_quote/* shellQuote */.Z)(claims.audience);
    const query = (field) => `"$(az identity list --query "[?clientId=='${clientId}'].${field}" --output tsv)"`;
    const parameters = JSON.stringify({
        name: 'github-actions',
        issuer: claims.issuer,
        subject: claims.subject,
        audiences: [claims.audience],
    });
    return [
        'The job presented:',
        `  issuer   ${claims.issuer}`,
        `  subject  ${claims.subject}`,
        `  audience ${claims.audience}`,
        ...otherFormNote(claims),
        'When client-id is a user-assigned managed identity:',
        `az identity federated-credential create --name github-actions --identity-name ${query('name')} --resource-group ${query('resourceGroup')} --issuer ${issuer} --subject ${subject} --audiences ${audience}`,
        'When client-id is an app registration:',
        `az ad app federated-credential create --id ${(0,shell_quote/* shellQuote */.Z)(clientId)} --parameters ${(0,shell_quote/* shellQuote */.Z)(parameters)}`,
    ];
}
/**
 * The same subject in GitHub's other form. Repositories created, renamed or moved since 15 July 2026 send
 * `repo:OWNER@ID/NAME@ID:\u2026`, older ones `repo:OWNER/NAME:\u2026`; Entra compares the text exactly.
 *
 * @param claims of the presented token
 * @returns the other form, undefined when the subject has neither or the ids are unknown
 */
function otherSubjectForm(claims) {
    const parts = /^repo:([^/:@]+)(@\d+)?\/([^/:@]+)(@\d+)?:(.*)$/s.exec(claims.subject);
    if (parts === null)
        return undefined;
    const [, owner = '', ownerId, name = '', nameId, entity = ''] = parts;
    if (ownerId !== undefined && nameId !== undefined)
        return `repo:${owner}/${name}:${entity}`;
    if (claims.repositoryOwnerId === '' || claims.repositoryId === '')
        return undefined;
    return `repo:${owner}@${claims.repositoryOwnerId}/${name}@${claims.repositoryId}:${entity}`;
}
function otherFormNote(claims) {
    const notes = [];
    const other = otherSubjectForm(claims);
    if (other !== undefined) {
        notes.push(`A credential for '${other}' does not match: GitHub has two subject forms, and Entra compares the text.`);
    }
    if (claims.subject.includes(':environment:')) {
        notes.push('The job names an environment:, which replaces the branch in the subject.');
    }
    else if (claims.subject.endsWith(':pull_request')) {
        notes.push('The job runs for a pull request, so the subject names no branch.');
    }
    return notes;
}

// EXTERNAL MODULE: ./src/azure/redact.ts
var redact = __webpack_require__(30322);
;// CONCATENATED MODULE: ./src/azure/aadsts.ts



const trust = (facts, ...first) => [...first, ...(facts.claims === undefined ? [] : trustInstructions(facts.claims, facts.clientId))].join('\n');
const noMatch = {
    code: 'entra-no-matching-credential',
    message: (facts) => `No federated credential of '${facts.clientId}' matches the subject '${facts.claims?.subject ?? 'unknown'}'.`,
    hint: (facts) => trust(facts, 'Create a federated credential with exactly these values.'),
};
const tenantUnknown = {
    code: 'entra-tenant-unknown',
    message: (facts) => `Entra knows no tenant '${facts.tenantId}'.`,
    hint: (facts) => `Set tenant-id to the id that az account show --query tenantId prints, and check that the tenant is in ${facts.cloudName} (environment:).`,
};
const conditionalAccess = {
    code: 'entra-conditional-access',
    message: (facts) => `A conditional access policy refused '${facts.clientId}'.`,
    hint: () => 'Ask an administrator to look at the sign-in logs of the service principal and to let this workload identity in from where the runner is.',
};
/** Advice by number, as in AADSTS700213. */
const adviceByNumber = {
    '700016': {
        code: 'entra-client-unknown',
        message: (facts) => `The client-id '${facts.clientId}' is not an application of the tenant '${facts.tenantId}'.`,
        hint: () => 'Check that client-id and tenant-id are not swapped, and that client-id is the application (client) id, not an object id.',
    },
    '90002': tenantUnknown,
    '900023': tenantUnknown,
    '70021': noMatch,
    '700213': noMatch,
    '700211': {
        code: 'entra-issuer-mismatch',
        message: (facts) => `No federated credential of '${facts.clientId}' trusts the issuer '${facts.claims?.issuer ?? 'unknown'}'.`,
        hint: (facts) => trust(facts, 'On GitHub Enterprise the issuer differs from github.com: create a credential with exactly these values.'),
    },
    '700212': {
        code: 'entra-audience-mismatch',
        message: (facts) => `No federated credential of '${facts.clientId}' has the audience '${facts.claims?.audience ?? 'unknown'}'.`,
        hint: (facts) => trust(facts, `Leave audience: empty to send '${facts.federationAudience}', the audience of ${facts.cloudName}, or create a credential with exactly these values.`),
    },
    '7002138': {
        code: 'entra-subject-case',
        message: (facts) => `A federated credential of '${facts.clientId}' differs from the subject '${facts.claims?.subject ?? 'unknown'}' only in upper and lower case.`,
        hint: (facts) => trust(facts, 'Correct the casing in the federated credential, or create one with exactly these values.'),
    },
    '700024': {
        code: 'entra-assertion-expired',
        message: () => 'The GitHub token was no longer valid when Entra read it.',
        hint: () => 'After azure/login a token for a further audience can only be had for about five minutes: give this step client-id and tenant-id, so that it signs in by itself, or move azure/login directly before it. On a self-hosted runner check the clock.',
    },
    '700027': {
        code: 'entra-assertion-invalid',
        message: (facts) => `Entra could not verify the signature of the token of '${facts.claims?.issuer ?? 'the issuer'}'.`,
        hint: () => 'Check that the issuer of the federated credential is the one whose keys signed the token, and that Entra can reach its keys.',
    },
    '7000215': {
        code: 'entra-client-secret',
        message: (facts) => `Entra was given a wrong client secret for '${facts.clientId}'.`,
        hint: () => 'This action uses no secrets. Remove the secret from azure/login, or give this step client-id, tenant-id and subscription-id instead.',
    },
    '53003': conditionalAccess,
    '50076': conditionalAccess,
    '7000229': {
        code: 'entra-principal-missing',
        message: (facts) => `The application '${facts.clientId}' has no service principal in the tenant '${facts.tenantId}'.`,
        hint: (facts) => `az ad sp create --id ${facts.clientId}`,
    },
};
/**
 * Turns the text of a failed exchange into an error that says what to do.
 *
 * @param text what Entra, or the library in front of it, said
 * @param facts who asked, and with which token
 * @returns the error; code `entra-refused` when the number is not in the table or there is none
 */
function explainExchange(text, facts) {
    const number = /AADSTS(\d{4,8})/.exec(text)?.[1] ?? '';
    const answer = (0,redact/* redactText */.R)(text.replace(/\s+/g, ' '), 600);
    const advice = Object.hasOwn(adviceByNumber, number) ? adviceByNumber[number] : undefined;
    if (advice === undefined) {
        return (0,azure_error/* azureError */.u)('entra-refused', `Entra gave no token for '${facts.clientId}': ${answer}`, {
            hint: trust(facts, 'Check client-id, tenant-id and the federated credential.'),
        });
    }
    return (0,azure_error/* azureError */.u)(advice.code, `${advice.message(facts)} Entra said: ${answer}`, {
        hint: advice.hint(facts),
    });
}

// EXTERNAL MODULE: ./src/azure/http-failure.ts
var http_failure = __webpack_require__(4364);
// EXTERNAL MODULE: ./src/azure/retry.ts
var retry = __webpack_require__(92933);
;// CONCATENATED MODULE: ./src/azure/oidc-token.ts
/**
 * The identity token of the GitHub job: whether it can be had at all, fetching it, reading its claims.
 * The token itself is returned to the caller and never written anywhere.
 */





/**
 * Why this job cannot have an identity token, found out without a request. The runner gives the two
 * variables only to jobs with `id-token: write` (actions/runner, NodeScriptActionHandler.cs).
 *
 * @param environment the process environment
 * @param eventPayload the parsed file of GITHUB_EVENT_PATH, if there is one
 * @returns the error to show, undefined when a token can be asked for
 */
function explainMissingToken(environment, eventPayload) {
    const hasUrl = (environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '';
    const hasToken = (environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '') !== '';
    if (hasUrl && hasToken)
        return undefined;
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    const head = (0,json_value.at)(eventPayload, 'pull_request', 'head', 'repo');
    const headName = (0,json_value/* textAt */.$6)(head, 'full_name');
    const baseName = (0,json_value/* textAt */.$6)(eventPayload, 'pull_request', 'base', 'repo', 'full_name');
    const isPullRequest = event.startsWith('pull_request');
    if (isPullRequest && headName !== '' && baseName !== '' && headName !== baseName) {
        return (0,azure_error/* azureError */.u)('oidc-fork-pull-request', `This pull request comes from the fork '${headName}', and GitHub gives such a job no identity token.`, {
            hint: 'Leave app-name empty on pull requests (everything but the deployment runs), or deploy on push after the merge.',
        });
    }
    if (environment['GITHUB_ACTOR'] === 'dependabot[bot]') {
        return (0,azure_error/* azureError */.u)('oidc-dependabot', `The run of '${event || 'this event'}' was started by Dependabot, and GitHub gives such a job no identity token.`, {
            hint: "Add if: github.actor != 'dependabot[bot]' to this step, or deploy on push after the merge.",
        });
    }
    return (0,azure_error/* azureError */.u)('oidc-permission-missing', 'This job cannot ask GitHub for an identity token: the permission id-token: write is missing.', {
        hint: [
            'Add to the job (or to the workflow):',
            'permissions:',
            '  id-token: write',
            '  contents: read',
            'In a reusable workflow the calling job must grant it as well: a called workflow never has more permissions than its caller.',
        ].join('\n'),
    });
}
/**
 * Fetches a fresh identity token. The toolkit's own client retries 502, 503 and 504 only; resets, 429 and
 * the other 5xx are retried here.
 *
 * @param request who gives the token, and for which audience
 * @returns the token, a JWT that is good for about five minutes
 * @throws ActionError `oidc-token-failed`
 */
async function fetchIdToken(request) {
    try {
        return await (0,retry/* retry */.L)({
            clock: request.clock,
            deadline: request.clock.now() + 90_000,
            attempts: 5,
            signal: request.signal,
            isRetryable: isPassing,
            onRetry: (line) => request.log.debug(`GitHub identity token: ${(0,redact/* redactText */.R)(line, 500)}`),
        }, () => inTime(request));
    }
    catch (error) {
        request.signal.throwIfAborted();
        throw (0,azure_error/* azureError */.u)('oidc-token-failed', `GitHub gave no identity token: ${(0,redact/* redactText */.R)((0,errors/* messageOf */.b)(error), 500)}`, {
            hint: 'Run the job again. If it stays, look at https://www.githubstatus.com; on a self-hosted runner check that it reaches the host of ACTIONS_ID_TOKEN_REQUEST_URL.',
        });
    }
}
// The toolkit waits three minutes for an answer, and without saying so.
const patienceMs = 30_000;
async function inTime(request) {
    let timer;
    const late = new Promise((_, reject) => {
        const seconds = patienceMs / 1000;
        timer = setTimeout(() => reject(new Error(`There was no answer within ${seconds} s.`)), patienceMs);
    });
    try {
        return await Promise.race([request.getIdToken(request.audience), late]);
    }
    finally {
        clearTimeout(timer);
    }
}
// The toolkit wraps every failure in text; the status stands behind `Error Code :`, undefined for a reset.
// A token that GitHub refuses once (401) may be taken the next time; one that it forbids (403) is not.
function isPassing(error) {
    const status = Number(/Error Code\s*:\s*(\d{3})/.exec((0,errors/* messageOf */.b)(error))?.[1] ?? 0);
    return status < 400 || status === 401 || status === 408 || status === 429 || status >= 500;
}
/**
 * Reads the claims of a token without checking its signature: they are only shown to explain a refusal.
 *
 * @param token a JWT
 * @returns its claims, each `''` when absent
 */
function readClaims(token) {
    const payload = token.length > 100_000 ? '' : (token.split('.')[1] ?? '');
    const claims = (0,json_value/* parseJson */.qF)(Buffer.from(payload, 'base64url').toString('utf8'));
    const claim = (name) => (0,json_value/* textAt */.$6)(claims, name).slice(0, 1000);
    return {
        issuer: claim('iss'),
        subject: claim('sub'),
        audience: ((0,json_value/* textsAt */.i1)(claims, 'aud')[0] ?? '').slice(0, 1000) || claim('aud'),
        repository: claim('repository'),
        repositoryId: claim('repository_id'),
        repositoryOwnerId: claim('repository_owner_id'),
        jobWorkflowRef: claim('job_workflow_ref'),
    };
}

// EXTERNAL MODULE: ./src/azure/http-error.ts
var http_error = __webpack_require__(50460);
;// CONCATENATED MODULE: ./src/azure/token-exchange.ts



// Entra answers within a second.
const timeoutMs = 20_000;
/**
 * Watches the requests of one credential.
 *
 * @returns the policy and what it saw
 */
function watchExchange() {
    let last;
    return {
        failure: () => last,
        policy: {
            name: 'exchangeWatch',
            async sendRequest(request, next) {
                last = undefined;
                request.timeout = timeoutMs;
                try {
                    const response = await next(request);
                    last = failureIn(response);
                    return response;
                }
                catch (error) {
                    // Of the library's error only the code goes on: it holds the request with its assertion.
                    const code = error instanceof Error && 'code' in error ? String(error.code) : 'ETIMEDOUT';
                    last = new http_error/* HttpError */.j$({ method: request.method, url: request.url, status: 0, networkCode: code });
                    throw error;
                }
            },
        },
    };
}
function failureIn({ request, status, bodyAsText, headers }) {
    const body = bodyAsText ?? '';
    const isGood = status >= 200 && status < 300;
    const retryAfterSeconds = Number(headers.get('retry-after') || Number.NaN);
    if (/AADSTS\d/.test(body) || (isGood && (0,json_value/* parseJson */.qF)(body) !== undefined))
        return undefined;
    return new http_error/* HttpError */.j$({
        method: request.method,
        url: request.url,
        status,
        // Half a token is a secret too.
        ...(isGood ? { flaw: 'a body that is no complete JSON' } : { body }),
        requestId: headers.get('x-ms-request-id') ?? '',
        ...(retryAfterSeconds >= 0 ? { retryAfterMs: retryAfterSeconds * 1000 } : {}),
    });
}
/**
 * Makes an exchange, again when the way to Entra failed.
 *
 * @param watch of the credential
 * @param clock for the waits
 * @param signal stops them
 * @param exchange asks the library once
 * @returns what the exchange returns
 * @throws HttpError when the way failed, else the error of the library; the reason of the signal
 */
function exchangeWithRetries(watch, clock, signal, exchange) {
    return (0,retry/* retry */.L)({
        clock,
        deadline: clock.now() + 120_000,
        attempts: 4,
        signal,
        // What is not Entra's verdict may pass; a verdict does not.
        isRetryable: () => token_exchange_isPassing(watch.failure()),
    }, async () => {
        try {
            return await exchange();
        }
        catch (error) {
            // This one says how long Entra wants us to wait.
            throw watch.failure() ?? error;
        }
    });
}
function token_exchange_isPassing(failure) {
    if (failure === undefined)
        return false;
    const isRedirect = failure.status >= 300 && failure.status < 400;
    return !isRedirect && failure.status !== 403 && failure.status !== 404;
}

;// CONCATENATED MODULE: ./src/azure/credential.ts
/**
 * Where access tokens come from: the job's own identity, or the session that azure/login left.
 * The one place that loads @azure/identity, and only when a token is needed.
 */







/**
 * Tokens for the job's own identity: every exchange presents a fresh GitHub token, so a long deployment
 * never runs into the five minutes for which one is good.
 *
 * @param request who signs in, and where
 * @returns the source; nothing is loaded or sent before the first token
 */
function federatedTokens(request) {
    // One exchange for each audience, so that two of them at once do not share their state.
    const exchanges = new Map();
    return {
        forget: () => exchanges.clear(),
        getToken(audience, signal) {
            const exchange = exchanges.get(audience) ?? openExchange(request);
            exchanges.set(audience, exchange);
            return exchange(audience, signal);
        },
    };
}
function openExchange(request) {
    const watch = watchExchange();
    let credential;
    let claims;
    let assertionError;
    let current = new AbortController().signal;
    let assertion;
    // The library asks twice for one exchange; both get the same token, and the next exchange a new one.
    const getAssertion = async () => {
        try {
            assertion ??= fetchIdToken({ ...request, signal: current });
            const token = await assertion;
            claims = readClaims(token);
            return token;
        }
        catch (error) {
            // The library wraps what is thrown here; the error as it was is kept for the caller.
            if (error instanceof errors/* ActionError */.l)
                assertionError = error;
            throw error;
        }
    };
    return async (audience, signal) => {
        current = signal;
        try {
            return await exchangeWithRetries(watch, request.clock, signal, async () => {
                assertion = undefined;
                assertionError = undefined;
                credential ??= openFederatedCredential(request, getAssertion, watch);
                const opened = credential;
                // The library remembers that it was throttled, and would answer the next try with that for a minute.
                credential = undefined;
                const token = await take(await opened, audience, signal);
                credential = opened;
                return token;
            });
        }
        catch (error) {
            signal.throwIfAborted();
            if (assertionError !== undefined)
                throw assertionError;
            const failure = watch.failure();
            if (failure !== undefined)
                throw (0,http_failure/* explainFailure */.S)(failure, 'sign in to Azure');
            throw explainExchange((0,errors/* messageOf */.b)(error), {
                clientId: request.clientId,
                tenantId: request.tenantId,
                cloudName: request.cloud.name,
                federationAudience: request.cloud.federationAudience,
                ...(claims === undefined ? {} : { claims }),
            });
        }
    };
}
/**
 * Tokens of the Azure CLI, after azure/login.
 *
 * @param subscriptionId whose tenant is meant; empty for the CLI's default
 * @returns the source
 */
function cliTokens(subscriptionId) {
    let credential;
    return {
        forget: () => {
            credential = undefined;
        },
        async getToken(audience, signal) {
            credential ??= openCliCredential(subscriptionId);
            try {
                return await take(await credential, audience, signal);
            }
            catch (error) {
                signal.throwIfAborted();
                const text = (0,errors/* messageOf */.b)(error);
                if (/AADSTS\d/.test(text)) {
                    throw explainExchange(text, {
                        clientId: 'the identity of azure/login',
                        tenantId: 'the tenant of azure/login',
                        cloudName: 'this cloud',
                        federationAudience: 'the default audience',
                    });
                }
                throw (0,azure_error/* azureError */.u)('azure-cli-token-failed', `The Azure CLI gave no token for '${audience}': ${(0,redact/* redactText */.R)(text, 600)}`, {
                    hint: 'Put azure/login directly before this step, or give this step client-id, tenant-id and subscription-id.',
                });
            }
        },
    };
}
async function openFederatedCredential(request, getAssertion, watch) {
    const { ClientAssertionCredential } = await Promise.all(/* import() */[__webpack_require__.e(738), __webpack_require__.e(952)]).then(__webpack_require__.bind(__webpack_require__, 23952));
    return new ClientAssertionCredential(request.tenantId, request.clientId, getAssertion, {
        authorityHost: request.cloud.authorityHost,
        disableInstanceDiscovery: request.cloud.isPrivateAuthority,
        additionalPolicies: [{ policy: watch.policy, position: 'perRetry' }],
    });
}
async function openCliCredential(subscriptionId) {
    const { AzureCliCredential } = await Promise.all(/* import() */[__webpack_require__.e(738), __webpack_require__.e(952)]).then(__webpack_require__.bind(__webpack_require__, 23952));
    // The CLI refuses a tenant next to a subscription, and the subscription decides the tenant.
    return new AzureCliCredential({
        processTimeoutInMs: 60_000,
        ...(subscriptionId === '' ? {} : { subscription: subscriptionId }),
    });
}
async function take(credential, audience, signal) {
    const answer = await credential.getToken(`${audience}/.default`, { abortSignal: signal });
    if (answer === null || answer.token === '')
        throw new Error('The answer held no token.');
    return { token: answer.token, expiresAtMs: answer.expiresOnTimestamp };
}

// EXTERNAL MODULE: ./src/azure/http.ts + 1 modules
var http = __webpack_require__(10012);
// EXTERNAL MODULE: ./src/azure/subscription.ts
var subscription = __webpack_require__(67354);
;// CONCATENATED MODULE: ./src/azure/session.ts
/**
 * A signed-in session: whom we are, in which subscription, and tokens by purpose.
 * Decides between the two ways to sign in. Tokens stay inside; they are handed to the HTTP clients only.
 */






const tokenPurposes = (/* unused pure expression or super */ null && (['arm', 'scm', 'storage']));
const signInWays = (/* unused pure expression or super */ null && (['oidc', 'azure-cli']));
/**
 * Signs in: with the job's own identity when `client-id` is given, else with the session of azure/login.
 * Everything that can be known without a request is checked first.
 *
 * @param request who, where, and what the environment offers
 * @returns the session; a token for the resource manager has been had
 * @throws ActionError of the codes `azure-sign-in-\u2026`, `oidc-\u2026`, `entra-\u2026`
 */
async function signIn(request) {
    const way = request.clientId === '' ? 'azure-cli' : 'oidc';
    const account = way === 'azure-cli' ? await cliAccountFor(request) : undefined;
    if (way === 'oidc')
        checkOidcInputs(request);
    const source = way === 'azure-cli'
        ? cliTokens(request.subscriptionId)
        : federatedTokens({
            ...request,
            audience: request.audience === '' ? request.cloud.federationAudience : request.audience,
        });
    const tokens = keepTokens(request, source);
    const session = {
        cloud: request.cloud,
        way,
        subscriptionId: request.subscriptionId || (account?.subscriptionId ?? ''),
        clientId: request.clientId || (account?.clientId ?? ''),
        http: request.http ?? (0,http/* createHttpClient */.u)(),
        clock: request.clock,
        log: request.log,
        signal: request.signal,
        ...tokens,
    };
    await session.token('arm');
    // The CLI exchanges azure/login's five-minute assertion again for each new audience (azure/login#372), so
    // all of them are asked for while it is fresh. A refusal matters only when that token is needed.
    if (way === 'azure-cli') {
        for (const purpose of ['scm', 'storage'])
            session.token(purpose).catch(() => undefined);
    }
    return session.subscriptionId === ''
        ? { ...session, subscriptionId: await (0,subscription/* chooseSubscription */.d)(session) }
        : session;
}
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function checkOidcInputs(request) {
    const wrong = [];
    if (!guid.test(request.clientId))
        wrong.push(`client-id '${request.clientId}' is not a GUID`);
    if (request.tenantId === '')
        wrong.push('tenant-id is empty');
    // A tenant may be named by its domain.
    else if (!/^[A-Za-z0-9.-]+$/.test(request.tenantId))
        wrong.push(`tenant-id '${request.tenantId}' is not a tenant`);
    if (request.subscriptionId !== '' && !guid.test(request.subscriptionId)) {
        wrong.push(`subscription-id '${request.subscriptionId}' is not a GUID`);
    }
    if (wrong.length > 0) {
        throw (0,azure_error/* azureError */.u)('azure-sign-in-inputs', `Cannot sign in with OIDC: ${wrong.join('; ')}.`, {
            hint: 'Set client-id, tenant-id and subscription-id from repository variables, and check that the variables exist in this environment.',
        });
    }
    const missing = explainMissingToken(request.env, request.eventPayload);
    if (missing !== undefined)
        throw missing;
}
async function cliAccountFor(request) {
    if (request.subscriptionId !== '' && !guid.test(request.subscriptionId)) {
        throw (0,azure_error/* azureError */.u)('azure-sign-in-inputs', `subscription-id '${request.subscriptionId}' is not a GUID.`, {
            hint: 'Set subscription-id to the id that az account show --query id prints, or leave it out.',
        });
    }
    const account = await readCliAccount(request.env);
    if (account === undefined) {
        throw (0,azure_error/* azureError */.u)('azure-sign-in-missing', 'There is no way to sign in: client-id is empty and no session of azure/login was found.', {
            hint: 'Either give this step client-id, tenant-id and subscription-id and the job permissions: id-token: write, or run azure/login before this step.',
        });
    }
    // With a resource manager of one's own the CLI's cloud has a name of one's own too.
    if (!request.cloud.isPrivateArm &&
        account.cloudName !== '' &&
        account.cloudName !== request.cloud.cliName) {
        throw (0,azure_error/* azureError */.u)('azure-cloud-mismatch', `azure/login is signed in to '${account.cloudName}', but environment is '${request.cloud.name}'.`, { hint: 'Set environment: of this step to the same cloud as in azure/login.' });
    }
    return account;
}
// Long enough for one more request to be made with the token after it was handed out.
const marginMs = 5 * 60_000;
function keepTokens(request, source) {
    const kept = new Map();
    const fetchToken = async (purpose) => {
        const audience = audienceFor(request.cloud, purpose);
        request.log.debug(`Asking for a token for ${audience}.`);
        const fresh = await source.getToken(audience, request.signal);
        request.mask?.(fresh.token);
        return fresh;
    };
    const accessToken = async (purpose) => {
        const before = kept.get(purpose);
        const known = await before?.catch(() => undefined);
        if (known !== undefined && known.expiresAtMs - marginMs > request.clock.now())
            return known;
        // Of several callers that found nothing good, the first asks and the others share its answer.
        const current = kept.get(purpose);
        if (current !== undefined && current !== before)
            return current;
        const next = fetchToken(purpose);
        kept.set(purpose, next);
        return next;
    };
    return {
        accessToken,
        token: async (purpose) => (await accessToken(purpose)).token,
        forget: (purpose) => {
            kept.delete(purpose);
            source.forget();
        },
    };
}
function audienceFor(cloud, purpose) {
    if (purpose === 'scm')
        return cloud.scmAudience;
    return purpose === 'arm' ? cloud.armAudience : cloud.storageAudience;
}

// EXTERNAL MODULE: ./src/azure/site.ts + 1 modules
var azure_site = __webpack_require__(30638);
// EXTERNAL MODULE: ./src/azure/plan.ts
var plan = __webpack_require__(4060);
// EXTERNAL MODULE: ./src/azure/scm-refusal.ts
var scm_refusal = __webpack_require__(94151);
;// CONCATENATED MODULE: ./src/azure/site-checks.ts




/**
 * Checks the site against what is to be deployed.
 *
 * @param site as looked up
 * @param facts of the artifact
 * @returns what was found, errors first
 */
function checkSite(site, facts) {
    const findings = [
        ...checkState(site),
        ...checkArchitecture(facts),
        ...checkRuntime(site, facts),
        ...checkBuildFlags(site),
        ...checkRunFromPackage(site),
        ...checkFlexSettings(site, facts),
        ...checkStorage(site, facts),
        ...checkHost(site, facts),
    ];
    const order = ['error', 'warning', 'notice'];
    return findings.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
function* checkState(site) {
    if (site.state !== '' && site.state.toLowerCase() !== 'running') {
        yield (0,azure_error/* azureFinding */.v)('error', 'site-stopped', `'${site.appName}' is '${site.state}', not running.`, (0,scm_refusal/* startCommand */.S)(site));
    }
    if (!site.isPublic) {
        yield (0,azure_error/* azureFinding */.v)('warning', 'site-private', `'${site.appName}' is closed to the public network.`, 'The upload and verify-path work only from a runner inside its network; GitHub-hosted runners are outside.');
    }
    if (site.plan === 'consumption') {
        yield (0,azure_error/* azureFinding */.v)('notice', 'plan-retires', `'${site.appName}' is on Linux Consumption, which Microsoft retires on 2028-09-30 and gives no new features.`, 'Plan the move to Flex Consumption; this action deploys to both with the same workflow.');
    }
}
function* checkArchitecture(facts) {
    if (facts.goarch === 'amd64')
        return;
    yield (0,azure_error/* azureFinding */.v)('error', 'site-architecture', `The binary is built for '${facts.goarch}', but every Functions plan runs code on amd64.`, 'Set goarch: amd64. In Azure the handler would end with `Exec format error`.');
}
function* checkRuntime(site, facts) {
    if (facts.model === 'native' && site.plan !== 'flex-consumption') {
        yield (0,azure_error/* azureFinding */.v)('error', 'site-native-needs-flex', `The project uses the native Go worker, but '${site.appName}' is on ${(0,plan/* planName */.V6)(site.plan)}.`, 'The native worker runs on Flex Consumption only: deploy to a Flex app, or write the project as a custom handler.');
        return;
    }
    if (site.plan === 'flex-consumption')
        yield* checkFlexRuntime(site, facts);
    else
        yield* checkWorkerRuntime(site);
}
/** What Flex apps of other languages are created for (`az functionapp list-flexconsumption-runtimes`). */
const otherRuntimes = new Set('custom dotnet dotnet-isolated java node powershell python'.split(' '));
// The native worker is called `go`, `golang` and `native` by different tools, and may get yet another name.
function* checkFlexRuntime(site, facts) {
    const runtime = site.runtime.name.toLowerCase();
    const isNative = facts.model === 'native';
    if (runtime === '' || (isNative ? !otherRuntimes.has(runtime) : runtime === 'custom'))
        return;
    const needed = isNative ? 'golang' : 'custom';
    const option = isNative ? '--runtime golang --runtime-version 1.24' : '--runtime custom';
    yield (0,azure_error/* azureFinding */.v)('error', 'site-runtime-wrong', `'${site.appName}' was created for the runtime '${site.runtime.name}', but the project needs '${needed}'.`, `The runtime of a Flex app cannot run another model: create an app with ${option}, or correct app-name.`);
}
function* checkWorkerRuntime(site) {
    const runtime = site.settings.get('FUNCTIONS_WORKER_RUNTIME');
    if (runtime !== undefined && runtime.toLowerCase() === 'custom')
        return;
    const found = runtime === undefined ? 'not set' : `'${runtime.slice(0, 40)}'`;
    yield (0,azure_error/* azureFinding */.v)(
    // Another language may mean another team's app; without a value the host finds out by itself.
    runtime === undefined || runtime === '' ? 'warning' : 'error', 'site-runtime-wrong', `The app setting FUNCTIONS_WORKER_RUNTIME of '${site.appName}' is ${found}, but a Go handler needs 'custom'.`, settingCommand(site, 'set', 'FUNCTIONS_WORKER_RUNTIME=custom'));
}
function* checkBuildFlags(site) {
    for (const name of ['SCM_DO_BUILD_DURING_DEPLOYMENT', 'ENABLE_ORYX_BUILD']) {
        if (!isTruthy(site.settings.get(name)))
            continue;
        // Kudu builds on two plans, and not when it only stores the zip for a mount.
        const isMounted = isTruthy(site.settings.get('WEBSITE_RUN_FROM_PACKAGE'));
        const isHarmful = (site.plan === 'elastic-premium' || site.plan === 'dedicated') && !isMounted;
        yield (0,azure_error/* azureFinding */.v)(isHarmful ? 'error' : 'warning', 'site-build-flag', `The app setting ${name} of '${site.appName}' asks for a build in Azure, which does not know Go.`, `${settingCommand(site, 'delete', name)}\nWith it the deployment ends with success while the old code keeps running.`);
    }
}
function* checkRunFromPackage(site) {
    const value = site.settings.get('WEBSITE_RUN_FROM_PACKAGE');
    const remove = settingCommand(site, 'delete', 'WEBSITE_RUN_FROM_PACKAGE');
    if (site.settings.get('WEBSITE_RUN_FROM_ZIP') !== undefined) {
        yield (0,azure_error/* azureFinding */.v)('error', 'site-run-from-package', `'${site.appName}' has the app setting WEBSITE_RUN_FROM_ZIP, the old name of WEBSITE_RUN_FROM_PACKAGE.`, settingCommand(site, 'delete', 'WEBSITE_RUN_FROM_ZIP'));
    }
    if (value === undefined)
        return;
    // The value of a URL holds a signature: it is described, never shown.
    const isUrl = /^https?:/i.test(value);
    if (site.plan === 'flex-consumption') {
        yield (0,azure_error/* azureFinding */.v)('error', 'site-run-from-package', `'${site.appName}' has the app setting WEBSITE_RUN_FROM_PACKAGE, which Flex Consumption refuses.`, remove);
    }
    else if (site.plan === 'consumption' && !isUrl && isTruthy(value)) {
        yield (0,azure_error/* azureFinding */.v)('warning', 'site-run-from-package', `WEBSITE_RUN_FROM_PACKAGE of '${site.appName}' is '1', which Linux Consumption does not support.`, 'This deployment replaces it with the address of the package.');
    }
    else if (site.plan !== 'consumption' && isUrl) {
        yield (0,azure_error/* azureFinding */.v)('error', 'site-run-from-package', `WEBSITE_RUN_FROM_PACKAGE of '${site.appName}' is a URL, so Azure refuses a zip deployment with 409.`, `${remove}\nOr set it to 1, which mounts the deployed zip.`);
    }
}
// Azure refuses these on Flex, where the runtime stands in functionAppConfig.
function* checkFlexSettings(site, { model }) {
    if (site.plan !== 'flex-consumption')
        return;
    for (const name of ['FUNCTIONS_WORKER_RUNTIME', 'FUNCTIONS_EXTENSION_VERSION']) {
        const value = site.settings.get(name);
        if (value === undefined)
            continue;
        // `go` and `golang` are names of tools: the host looks for a worker of that name and finds none.
        const isWrongWorker = model === 'native' && name === 'FUNCTIONS_WORKER_RUNTIME' && value !== 'native';
        yield (0,azure_error/* azureFinding */.v)(isWrongWorker ? 'error' : 'warning', 'site-setting-not-on-flex', `'${site.appName}' has the app setting ${name}, which Flex Consumption does not take.`, settingCommand(site, 'delete', name));
    }
}
function* checkStorage(site, facts) {
    const hasStorage = site.settings.names().some((name) => /^AzureWebJobsStorage(?:__|:|$)/i.test(name));
    if (hasStorage)
        return;
    const others = [...new Set(facts.triggers.filter((trigger) => trigger.toLowerCase() !== 'httptrigger'))];
    const isNeeded = others.length > 0 || site.plan === 'consumption';
    const reason = site.plan === 'consumption' ? 'the package of this plan is stored there' : `'${others[0]}' needs it`;
    yield (0,azure_error/* azureFinding */.v)(isNeeded ? 'error' : 'warning', 'site-storage-missing', `'${site.appName}' has no AzureWebJobsStorage${isNeeded ? `, and ${reason}` : ''}.`, 'Set AzureWebJobsStorage__accountName to a storage account that the identity of the app may use, or AzureWebJobsStorage to a connection string.');
}
function* checkHost(site, facts) {
    const version = site.settings.get('FUNCTIONS_EXTENSION_VERSION');
    if (site.plan !== 'flex-consumption' && version !== undefined && !/^~?4(?:\.|$)/.test(version)) {
        yield (0,azure_error/* azureFinding */.v)('warning', 'site-host-version', `FUNCTIONS_EXTENSION_VERSION of '${site.appName}' is '${version.slice(0, 40)}', and only version 4 of the host is supported.`, settingCommand(site, 'set', 'FUNCTIONS_EXTENSION_VERSION=~4'));
    }
    const hasOther = facts.triggers.some((trigger) => trigger.toLowerCase() !== 'httptrigger');
    if (site.plan === 'dedicated' && !site.isAlwaysOn && hasOther) {
        yield (0,azure_error/* azureFinding */.v)('notice', 'site-always-on', `'${site.appName}' sleeps when no request comes, and its other triggers sleep with it.`, `az functionapp config set --always-on true ${target(site)}`);
    }
}
function isTruthy(value) {
    return value !== undefined && /^(?:1|true|yes|on)$/i.test(value.trim());
}
function settingCommand(site, verb, what) {
    const option = verb === 'set' ? '--settings' : '--setting-names';
    return `az functionapp config appsettings ${verb} ${option} ${(0,shell_quote/* shellQuote */.Z)(what)} ${target(site)}`;
}
function target(site) {
    const slot = site.slotName === '' ? '' : ` --slot ${(0,shell_quote/* shellQuote */.Z)(site.slotName)}`;
    return `--name ${(0,shell_quote/* shellQuote */.Z)(site.appName)} --resource-group ${(0,shell_quote/* shellQuote */.Z)(site.resourceGroup)}${slot}`;
}

// EXTERNAL MODULE: ./src/azure/scm-client.ts
var scm_client = __webpack_require__(20384);
;// CONCATENATED MODULE: ./src/azure/warm-up.ts
/**
 * Wakes the SCM site while the build runs, and learns early whether it lets us in. Reads only.
 */




// A cold SCM site has been seen to need 110 s for its first answer.
const warm_up_patienceMs = 240_000;
/**
 * Asks for the list of deployments, which is cheap and needs the right to publish: a mere reader is found out here.
 *
 * @param session signed in
 * @param site to be deployed to
 * @returns whether it answered; a site that is merely slow or restarting gives no finding
 * @throws the reason of the signal
 */
async function warmUpScm(session, site) {
    // Linux Consumption is deployed to through storage: its SCM site has no part in it.
    if (site.plan === 'consumption')
        return { isReady: true, elapsedMs: 0, findings: [] };
    const startedAt = session.clock.now();
    const scm = (0,scm_client/* scmClientFor */.O)(session, site);
    const findings = [];
    let isReady = false;
    try {
        await scm.get('/api/deployments', {
            deadline: startedAt + warm_up_patienceMs,
            signal: session.signal,
            timeoutMs: warm_up_patienceMs,
        });
        isReady = true;
    }
    catch (error) {
        session.signal.throwIfAborted();
        const refusal = refusalIn(error, session, site);
        if (refusal !== undefined)
            findings.push(refusal);
        else
            session.log.debug(`The SCM site is not ready yet: ${(0,errors/* messageOf */.b)(error)}`);
    }
    const audience = scm.acceptedAudience();
    return {
        isReady,
        elapsedMs: session.clock.now() - startedAt,
        findings,
        ...(audience === undefined ? {} : { audience }),
    };
}
function refusalIn(error, session, site) {
    if (error instanceof http_error/* HttpError */.j$ && error.status !== 401 && error.status !== 403) {
        // A site that was just created answers 404 for a while; the deployment waits for it.
        if ((0,http_error/* isTransient */.dg)(error) || error.status === 404)
            return undefined;
    }
    const explained = error instanceof http_error/* HttpError */.j$ ? (0,scm_refusal/* explainScm */.X)(error, site, session.clientId, 'reach the SCM site') : error;
    if (!(explained instanceof errors/* ActionError */.l))
        throw error;
    return { code: explained.code, severity: 'error', message: explained.message, hint: explained.hint ?? '' };
}

// EXTERNAL MODULE: ./src/runner/log.ts
var runner_log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/runner/step.ts
var step = __webpack_require__(97770);
// EXTERNAL MODULE: ./src/stages/preflight.ts + 21 modules
var preflight = __webpack_require__(86671);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
;// CONCATENATED MODULE: ./src/stages/connect.ts
/**
 * The stage that signs in and looks at the function app, while the build runs. It changes nothing in Azure.
 */










/**
 * Begins to connect. Its log lines are held back until `finish`, since groups cannot be nested.
 *
 * @param run the run
 * @param subject the project, for what the app has to offer it
 * @returns the connection in the making
 */
function beginConnection(run, subject) {
    const failure = new AbortController();
    const stopping = new AbortController();
    const signal = AbortSignal.any([run.signal, stopping.signal]);
    const { log, replay } = (0,runner_log/* holdLog */.ij)();
    const work = run.record.stage('sign-in', signal, () => connect(run, subject, log, signal));
    const settled = work.then((connection) => ({ connection }), (error) => {
        failure.abort(error);
        return { error };
    });
    const end = async () => {
        const result = await settled;
        replay(run.log);
        run.log.endGroup();
        return result;
    };
    return {
        failure: failure.signal,
        finish: async () => {
            const result = await end();
            if ('error' in result)
                throw result.error;
            return result.connection;
        },
        stop: async (reason) => {
            stopping.abort(reason);
            await end();
        },
    };
}
async function connect(run, subject, log, signal) {
    const { inputs, environment, workspace, record } = run;
    const startedAtMs = record.elapsedMs();
    log.group(`Sign in and look at ${inputs.appName}`);
    const session = await signIn({
        cloud: resolveCloud(inputs.environment, environment),
        clientId: inputs.clientId,
        tenantId: inputs.tenantId,
        subscriptionId: inputs.subscriptionId,
        audience: inputs.audience,
        env: environment,
        eventPayload: workspace.eventPayload,
        getIdToken: async (audience) => (await Promise.all(/* import() */[__webpack_require__.e(988), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 27137))).requestIdToken(audience),
        mask: step/* maskSecret */.$l,
        log,
        signal,
        clock: systemClock,
    });
    const { appName, slotName, resourceGroup } = inputs;
    const site = await (0,azure_site/* lookUpSite */.C)(session, { appName, slotName, resourceGroup });
    record.fill({
        deployment: {
            appName: site.appName,
            ...(site.slotName === '' ? {} : { slotName: site.slotName }),
            resourceGroup: site.resourceGroup,
            plan: site.plan,
            appUrl: site.appUrl,
            state: 'not started',
            dryRun: inputs.dryRun,
            log: [],
        },
    });
    const target = await findTarget(run, session, site);
    const label = 'sign in, look at the app';
    record.draw({ section: 'azure', label, startedAtMs, elapsedMs: record.elapsedMs() - startedAtMs });
    log.info(`Found ${site.appName}: ${site.plan}, ${site.state}, ${site.appUrl}`);
    const { project } = subject;
    const triggers = project.functions.flatMap(({ trigger }) => trigger?.type ?? []);
    if (target !== undefined) {
        const { checkSwapTarget } = await __webpack_require__.e(/* import() */ 348).then(__webpack_require__.bind(__webpack_require__, 56348));
        record.add(checkSwapTarget(target));
        log.info(`Found '${inputs.swapWith}', which is swapped with: ${target.state}, ${target.appUrl}`);
    }
    (0,stages_run/* settle */.G)(run, checkSite(site, { goarch: inputs.goarch, model: project.model, triggers }));
    const workerRuntime = site.settings.get('FUNCTIONS_WORKER_RUNTIME');
    (0,preflight/* checkFor */.G5)(run, subject, {
        plan: plansOfChecks[site.plan],
        settingNames: site.settings.names(),
        ...(workerRuntime === undefined ? {} : { workerRuntime }),
    });
    const warmUpAtMs = record.elapsedMs();
    const warmUp = await warmUpScm(session, site);
    record.draw({
        section: 'azure',
        label: 'wake the SCM site',
        startedAtMs: warmUpAtMs,
        elapsedMs: warmUp.elapsedMs,
    });
    (0,stages_run/* settle */.G)(run, warmUp.findings);
    return target === undefined ? { session, site } : { session, site, target };
}
async function findTarget({ inputs }, session, site) {
    if (inputs.swapWith === '')
        return undefined;
    const { lookUpSwapTarget } = await __webpack_require__.e(/* import() */ 348).then(__webpack_require__.bind(__webpack_require__, 56348));
    return lookUpSwapTarget(session, site, inputs.swapWith);
}
// The checks of the project know the plans by shorter names.
const plansOfChecks = {
    'flex-consumption': 'flex',
    consumption: 'consumption',
    'elastic-premium': 'premium',
    dedicated: 'dedicated',
};


/***/ })

};
;