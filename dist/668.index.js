export const id = 668;
export const ids = [668];
export const modules = {

/***/ 1287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeSarif: () => (/* binding */ writeSarif)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./package.json
var package_0 = __webpack_require__(8330);
// EXTERNAL MODULE: ./src/report/publish.ts
var publish = __webpack_require__(7942);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ../../work/main/node_modules/node-sarif-builder/dist/index.js
var dist = __webpack_require__(931);
// EXTERNAL MODULE: ./src/report/position.ts
var position = __webpack_require__(4854);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(9351);
;// CONCATENATED MODULE: ./src/report/sarif.ts
/**
 * The findings as SARIF 2.1.0, for GitHub code scanning and other viewers. Pure: `publish.ts` writes the file.
 * Loads a library and is given every code's description, so it is imported only when a file is asked for.
 */




const schemaAddress = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const sourceRoot = '%SRCROOT%';
/** GitHub rejects longer descriptions; messages are cut where annotations are cut. */
const longestDescription = 1024;
const longestMessage = 4096;
const levels = { error: 'error', warning: 'warning', notice: 'note' };
const problemSeverities = { error: 'error', warning: 'warning', notice: 'recommendation' };
/**
 * Renders the log file.
 *
 * @param request findings with the descriptions of their codes
 * @returns JSON text; the same findings give the same text
 * @see SARIF 2.1.0 Errata 01 §3.13 and following; GitHub Docs "SARIF support for code scanning"
 */
function renderSarif(request) {
    const { tool, findings, ignored, descriptions, defaultFile } = request;
    const builder = new dist/* SarifRunBuilder */.UO().initSimple({
        toolDriverName: tool.name,
        toolDriverVersion: tool.version,
        ...(tool.homePage === undefined ? {} : { url: tool.homePage }),
    });
    for (const finding of firstOfEachCode([...findings, ...ignored])) {
        builder.addRule(ruleOf(finding, descriptions, tool.findingsPage));
    }
    for (const finding of findings)
        builder.addResult(resultOf(finding, defaultFile));
    for (const finding of ignored) {
        const result = resultOf(finding, defaultFile);
        const justification = "Accepted with the input 'ignore-findings'.";
        result.result.suppressions = [{ kind: 'external', status: 'accepted', justification }];
        builder.addResult(result);
    }
    const { run } = builder;
    run.columnKind = 'utf16CodeUnits';
    run.originalUriBaseIds = { [sourceRoot]: { description: { text: 'The root of the repository.' } } };
    // The library would list the files itself, without their base.
    run.artifacts = filesOf(run.results ?? []).map((uri) => ({ location: { uri, uriBaseId: sourceRoot } }));
    const log = new dist/* SarifBuilder */.jz({ $schema: schemaAddress });
    log.addRun(builder);
    // The library's own `buildSarifJsonString` throws when a text quotes one of its placeholders.
    return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`;
}
function firstOfEachCode(findings) {
    const byCode = new Map();
    for (const finding of findings)
        if (!byCode.has(finding.code))
            byCode.set(finding.code, finding);
    return [...byCode.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}
function ruleOf({ code, severity }, descriptions, findingsPage) {
    const words = capitalised(code.replaceAll('-', ' '));
    const description = Object.hasOwn(descriptions, code) ? descriptions[code] : undefined;
    const builder = new dist/* SarifRuleBuilder */.VB().initSimple({
        ruleId: code,
        shortDescriptionText: (0,visible/* clip */.$)(description?.title ?? words, longestDescription),
        fullDescriptionText: (0,visible/* clip */.$)(description?.wrong ?? words, longestDescription),
        ...(findingsPage === undefined || description === undefined
            ? {}
            : { helpUri: `${findingsPage}#${code}` }),
    });
    const { rule } = builder;
    const defaultSeverity = description?.severity ?? severity;
    rule.name = code.split('-').map(capitalised).join('');
    rule.help = helpOf(description);
    rule.defaultConfiguration = { level: levels[defaultSeverity] };
    rule.properties = {
        tags: ['azure-functions', 'go'],
        'problem.severity': problemSeverities[defaultSeverity],
    };
    return builder;
}
function helpOf(description) {
    if (description === undefined)
        return { text: 'The message of each result says what to do.' };
    const parts = [
        ['What is wrong.', description.wrong],
        ['What you see in Azure.', description.seen],
        ['How to fix it.', description.fix],
        ['Source:', description.source],
    ];
    return {
        text: parts.map(([heading, text]) => `${heading} ${text}`).join('\n\n'),
        markdown: parts.map(([heading, text]) => `**${heading}** ${text}`).join('\n\n'),
    };
}
function resultOf(finding, defaultFile) {
    const { code, severity, location } = finding;
    const isShown = location !== undefined && location.file !== '.' && (0,position/* isRepositoryFile */.$U)(location.file);
    const uri = (0,position/* encodedPath */.yT)(isShown ? location.file : defaultFile);
    const builder = new dist/* SarifResultBuilder */.i9().initSimple({
        ruleId: code,
        level: levels[severity],
        messageText: messageOf(finding, location !== undefined && !isShown ? `${location.file}: ` : ''),
    });
    builder.setLocationArtifactUri({ uri, uriBaseId: sourceRoot });
    builder.setLocationRegion(isShown ? regionOf(location) : firstLine);
    builder.result.partialFingerprints = { 'findingHash/v1': fingerprintOf(finding, uri) };
    return builder;
}
// Code scanning refuses a whole file when one result has no place, and asks for a line.
const firstLine = { startLine: 1 };
function regionOf({ line, column, endLine, endColumn }) {
    if (!(0,position/* isPosition */.E)(line))
        return firstLine;
    const lastLine = (0,position/* isPosition */.E)(endLine) && endLine > line ? endLine : line;
    const start = { startLine: line, ...((0,position/* isPosition */.E)(column) ? { startColumn: column } : {}) };
    const end = lastLine > line ? { endLine: lastLine } : {};
    const isEndKnown = (0,position/* isPosition */.E)(endColumn) && (0,position/* isPosition */.E)(column) && (lastLine > line || endColumn >= column);
    return { ...start, ...end, ...(isEndKnown ? { endColumn } : {}) };
}
/**
 * Plain text: no viewer renders Markdown in it. What looks like an embedded link is the one syntax it has, so its
 * brackets are escaped (§3.11.6); others stay as they are, because not every viewer removes the backslashes. For the
 * same reason braces are not doubled (§3.11.5): there are no arguments that could replace a placeholder.
 */
function messageOf({ message, hint }, place) {
    const text = (0,visible/* clip */.$)((0,visible/* visible */.R)(`${place}${message}${hint === '' ? '' : `\n${hint}`}`), longestMessage);
    return text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text || '(no message)';
}
/**
 * Identifies a finding while lines move: code, file and message, in which numbers outside quotes do not count, since
 * they are lines, sizes and times. Not named `primaryLocationLineHash`: `upload-sarif` adds that one itself from the
 * lines, and warns about one that differs.
 */
function fingerprintOf({ code, message }, uri) {
    const steady = message.replace(/('[^']*'|`[^`]*`)|\d+/g, (_, quoted) => quoted ?? '#');
    const words = steady.replace(/\s+/g, ' ').trim();
    return (0,external_node_crypto_.createHash)('sha256').update([code, uri, words].join('\n')).digest('hex');
}
function filesOf(results) {
    const uris = results.flatMap(({ locations = [] }) => locations.flatMap(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? []));
    return [...new Set(uris)];
}
function capitalised(word) {
    return word.charAt(0).toUpperCase() + word.slice(1);
}

// EXTERNAL MODULE: ./src/runner/step.ts
var step = __webpack_require__(9543);
// EXTERNAL MODULE: ./src/runner/workspace.ts
var runner_workspace = __webpack_require__(2448);
;// CONCATENATED MODULE: ./src/archive/codes/contents.ts
const contentCodes = {
    'include-no-match': {
        severity: 'warning',
        title: 'An include pattern adds nothing',
        wrong: 'A line of `include` matches no file that may be packed, so the package lacks what was meant.',
        seen: 'The handler fails at run time with `open …: no such file or directory`.',
        fix: 'Patterns are relative to the folder of host.json and `*` does not cross a slash: write `assets/**` for a folder with everything below it. A name that starts with a dot has to be written out.',
        source: 'Rule of this action: include adds files to an allow-list.',
    },
    'include-invalid': {
        severity: 'error',
        title: 'An include pattern leaves the project folder',
        wrong: 'A line of `include` is absolute, climbs out with `..`, is not a glob, or has more than three wildcards between two slashes.',
        seen: 'Nothing in Azure; the run stops before anything is packed.',
        fix: 'Copy the file into the folder of host.json in an earlier step and name it relative to that folder.',
        source: 'Rule of this action: every entry of the package lies below the folder of host.json.',
    },
    'funcignore-removes-needed': {
        severity: 'error',
        title: '.funcignore removes a file that the app needs',
        wrong: 'A rule of .funcignore matches host.json, the executable or a function.json.',
        seen: 'Without host.json or function.json the host logs `No job functions found.`; without the executable it logs `Failed to start Worker Channel` or `No such file or directory`.',
        fix: 'Anchor the rule with a leading slash, make it narrower, or add an exception below it, for example `!/handler`.',
        source: 'gitignore(5) for the meaning of rules; the Functions host needs these three (HostFunctionMetadataProvider, HttpWorkerDescription).',
    },
    'funcignore-invalid': {
        severity: 'error',
        title: 'A .funcignore rule that is not taken',
        wrong: 'A rule of .funcignore has brackets that are no pattern, or so many wildcards that matching it could take minutes. It is refused rather than ignored, because a file that it keeps out would be packed.',
        seen: 'Nothing in Azure; the run stops before anything is packed.',
        fix: 'Use at most three `*` between two slashes and at most three `**`, and close every `[`. Several rules do what one long rule does.',
        source: 'gitignore(5) for the meaning of rules; the bound is a rule of this action.',
    },
    'funcignore-dialect': {
        severity: 'notice',
        title: 'Core Tools read this .funcignore rule differently',
        wrong: 'The rule keeps a needed file under gitignore rules, but Azure Functions Core Tools match it as the beginning of a name and drop the file.',
        seen: '`func azure functionapp publish` uploads a package in which the file is missing, although this action packs it.',
        fix: 'Write the rule so that it cannot be a beginning of the name, for example `/host/` for a folder.',
        source: 'Azure/azure-functions-core-tools src/Cli/func/Common/GitIgnoreParser.cs',
    },
    'package-symlink': {
        severity: 'error',
        title: 'A symbolic link or special file',
        wrong: 'The package would hold a symbolic link, or a device, pipe or socket; the ways in which Azure unpacks a package do not restore them.',
        seen: 'The link arrives as a small text file that holds the path of its target, or the deployment is rejected.',
        fix: 'Put a copy of the target in its place.',
        source: 'Azure/azure-functions-host LinuxSpecialization/UnZipHandler.cs; APPNOTE 4.5.7',
    },
    'package-executable-missing': {
        severity: 'error',
        title: 'The executable is not in the package',
        wrong: 'No entry has exactly the name of `customHandler.description.defaultExecutablePath`. Names are case-sensitive on Linux.',
        seen: '`Failed to start Worker Channel. Process fileName: …` with `No such file or directory`, and 503 from every function.',
        fix: 'Build to the path that host.json names, or correct the path in host.json.',
        source: 'Azure/azure-functions-host src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs',
    },
    'package-host-json-missing': {
        severity: 'error',
        title: 'host.json is not at the root of the package',
        wrong: 'There is no entry named exactly `host.json` at the top level.',
        seen: 'The host starts with defaults, ignores the custom handler and logs `No job functions found.`',
        fix: 'Set working-directory to the folder of host.json, or make the zip inside that folder.',
        source: 'Azure Functions host.json reference; the host reads host.json from the script root only',
    },
    'package-host-json-nested': {
        severity: 'error',
        title: 'The whole app lies in a folder of the zip',
        wrong: 'host.json is one level down, so Azure finds neither it nor a function.',
        seen: '`No job functions found.` after a deployment that reports success.',
        fix: 'Make the zip from inside the folder: `(cd app && zip -r ../app.zip .)`.',
        source: 'Azure Functions zip deployment documentation: host.json is at the root of the package',
    },
    'package-secret': {
        severity: 'error',
        title: 'A file that holds a secret',
        wrong: 'The name is one under which keys, connection strings or passwords are kept. Who can read the package can read it.',
        seen: 'The file lies in plain text under `/home/site/wwwroot` and in the storage account of the package.',
        fix: 'Keep secrets in app settings or Key Vault. Remove the file, or exclude it with a line `!path` in `include`. A public certificate can be named `.crt`.',
        source: 'Azure Functions Core Tools leave local.settings.json out (FileSystemHelpers.cs); OWASP secrets management',
    },
    'package-app-offline': {
        severity: 'error',
        title: 'app_offline.htm at the root',
        wrong: 'A file of this name at the root switches the app off.',
        seen: 'Every request is answered 503 with the content of the file.',
        fix: 'Remove app_offline.htm from the package.',
        source: 'Azure/azure-functions-host src/WebJobs.Script.WebHost/FileMonitoringService.cs',
    },
};

;// CONCATENATED MODULE: ./src/archive/codes/entries.ts
const entryCodes = {
    'package-executable-mode': {
        severity: 'error',
        title: 'The executable has no execute bit',
        wrong: 'The Unix mode of the entry lacks the execute bit of its owner.',
        seen: 'On Premium and Dedicated plans with run-from-package: `Failed to start Worker Channel. Process fileName: …` with `Permission denied`. Consumption plans try to repair it and fail on a read-only mount.',
        fix: 'Let this action make the package, or run `chmod 755 handler` and zip on Linux or macOS. `actions/upload-artifact` drops modes: upload the zip, not the folder.',
        source: 'Azure/azure-functions-host WorkerProcess.cs (AssignUserExecutePermissionsIfNotExists)',
    },
    'package-made-by': {
        severity: 'error',
        title: 'The zip does not say that it was made on Unix',
        wrong: 'The upper byte of “version made by” is not 3 (Unix), so tools ignore the modes in the entries.',
        seen: 'The executable arrives without its execute bit: `Permission denied` when the host starts it.',
        fix: 'Let this action make the package, or zip on Linux or macOS. Windows Explorer and `Compress-Archive` cannot record Unix modes.',
        source: 'APPNOTE 4.4.2; Azure Functions Core Tools ZipHelper.cs patches the same byte',
    },
    'package-unreadable-mode': {
        severity: 'error',
        title: 'A file that the host may not read',
        wrong: 'The mode of the entry denies reading to others, and the host does not run as the owner.',
        seen: '`Access to the path … host.json is denied` or `Permission denied`.',
        fix: 'Set the mode before zipping: `chmod -R a+rX .`',
        source: 'Azure/azure-functions-host issue 11528',
    },
    'package-backslash': {
        severity: 'error',
        title: 'A backslash in the name of an entry',
        wrong: 'On Linux a backslash is a character of the file name and makes no folder.',
        seen: 'A file named `HttpExample\\function.json` at the root, and `No job functions found.`',
        fix: 'Make the zip with a tool that writes forward slashes, for example this action.',
        source: 'APPNOTE 4.4.17.1',
    },
    'package-unsafe-name': {
        severity: 'error',
        title: 'An entry that leads out of the package',
        wrong: 'The name is absolute, has a drive letter, climbs with `..`, or has empty segments.',
        seen: 'The deployment is rejected, or the file lands in a place where nobody looks for it.',
        fix: 'Make the zip inside the folder of host.json, with names relative to it.',
        source: 'APPNOTE 4.4.17.1; CWE-22',
    },
    'package-case-collision': {
        severity: 'warning',
        title: 'Names that differ only in case',
        wrong: 'Where names ignore case, one file overwrites the other.',
        seen: 'After unpacking on Windows or macOS one of the two is missing.',
        fix: 'Rename one of them.',
        source: 'Rule of this action; storage mounts and Windows tooling ignore case',
    },
    'package-duplicate-name': {
        severity: 'error',
        title: 'Two entries of the same name',
        wrong: 'Which of them wins depends on the tool that unpacks the zip.',
        seen: 'An old or a wrong file is active, although the right one is in the package.',
        fix: 'Make the zip anew instead of adding to an existing one.',
        source: 'APPNOTE leaves it open; tools differ',
    },
    'package-encrypted': {
        severity: 'error',
        title: 'An encrypted entry',
        wrong: 'Azure has no password for it.',
        seen: 'The deployment fails while it is unpacked.',
        fix: 'Make the zip without a password.',
        source: 'APPNOTE 4.4.4, bit 0',
    },
    'package-unsupported-compression': {
        severity: 'error',
        title: 'An entry that is neither stored nor deflated',
        wrong: 'Azure unpacks the methods 0 (stored) and 8 (deflate) only.',
        seen: 'The deployment fails while it is unpacked.',
        fix: 'Make the zip with deflate.',
        source: 'APPNOTE 4.4.5; System.IO.Compression supports stored and deflate',
    },
    'package-go-sources': {
        severity: 'notice',
        title: 'Sources in the package',
        wrong: 'The app runs without Go sources, module files and version control, and a cold start loads them too.',
        seen: 'A larger package, a slower cold start, and readable sources under `/home/site/wwwroot`.',
        fix: 'Let this action make the package, or leave them out.',
        source: 'Rule of this action',
    },
    'package-proxies-json': {
        severity: 'warning',
        title: 'proxies.json is not supported any more',
        wrong: 'Functions proxies ended with version 4 of the host.',
        seen: 'The routes of proxies.json answer 404.',
        fix: 'Use API Management, or a route of the handler.',
        source: 'Azure Functions documentation on proxies',
    },
};

;// CONCATENATED MODULE: ./src/archive/codes/zip.ts
const zipCodes = {
    'package-too-large': {
        severity: 'warning',
        title: 'A very large package',
        wrong: 'The package is larger than 1 GB, or than what a zip without extensions can hold (4 GB, 65,535 files).',
        seen: 'The upload is refused or times out; a cold start takes very long.',
        fix: 'Move data into a storage account; strip the binary with `ldflags: -s -w`.',
        source: 'Azure Functions zip deployment documentation; APPNOTE 4.4.1.4',
    },
    'package-unreadable': {
        severity: 'error',
        title: 'The zip cannot be read',
        wrong: 'The file is not a zip, is cut off, or contradicts itself: sizes that are not true, entries that overlap, checksums that do not match.',
        seen: 'The deployment fails while it is unpacked, for example with `End of Central Directory record could not be found.`',
        fix: 'Make the zip anew and look at it with `unzip -t`. If it came from an artifact, check that the download was complete.',
        source: 'APPNOTE 6.3.10',
    },
    'package-limit': {
        severity: 'error',
        title: 'The zip is beyond what is unpacked',
        wrong: 'It declares more entries or more bytes than a function app can have; it may be a zip bomb.',
        seen: 'The deployment fills the disk or times out.',
        fix: 'Take out what does not belong to the app.',
        source: 'Limits of this action: 65,535 entries, 2 GiB unpacked',
    },
    'package-entry-missing': {
        severity: 'error',
        title: 'The zip lacks an entry',
        wrong: 'An entry that was asked for is not in the zip.',
        seen: 'The host does not find the file.',
        fix: 'Compare the name with the list of `unzip -l`; names are case-sensitive.',
        source: 'Rule of this action',
    },
    'package-source-unreadable': {
        severity: 'error',
        title: 'A file cannot be packed',
        wrong: 'It is missing, is not a regular file, or may not be read.',
        seen: 'Nothing in Azure; the run stops.',
        fix: 'Check that the file exists and that the runner may read it.',
        source: 'Rule of this action',
    },
    'package-source-changed': {
        severity: 'error',
        title: 'A file changed while it was packed',
        wrong: 'Its size, time or content differed between the beginning and the end of reading.',
        seen: 'Nothing in Azure; the run stops, because the package would hold half of each state.',
        fix: 'Let no other step or background process write into the project while this action runs.',
        source: 'Rule of this action',
    },
    'package-unwritable': {
        severity: 'error',
        title: 'The package cannot be written',
        wrong: 'The disk is full, or the folder is missing or read-only.',
        seen: 'Nothing in Azure; the run stops and leaves no part of a package behind.',
        fix: 'Free space on the runner, and check RUNNER_TEMP.',
        source: 'Rule of this action',
    },
    'package-readback': {
        severity: 'error',
        title: 'The written package is not what was meant',
        wrong: 'After writing, the zip was read back and an entry differs in name, mode, size or checksum.',
        seen: 'Nothing in Azure; the run stops.',
        fix: 'Run again. If it happens twice, suspect the disk of the runner and report it with the log.',
        source: 'Rule of this action',
    },
};

;// CONCATENATED MODULE: ./src/archive/codes.ts



/** Code to description, for findings and for the errors that this room throws. */
const archiveCodes = {
    ...contentCodes,
    ...entryCodes,
    ...zipCodes,
};

;// CONCATENATED MODULE: ./src/azure/deployment-codes.ts
/** Codes of the deployment. */
const deploymentCodes = {
    'scm-ip-forbidden': {
        severity: 'error',
        title: 'SCM site is closed to the runner',
        wrong: 'The SCM site has access restrictions or a private endpoint.',
        seen: '403 `Ip Forbidden`',
        fix: 'Use a runner inside the network, or allow its address for the advanced tool site.',
        source: 'Azure/functions-action issues; App Service access restrictions',
    },
    'scm-token-refused': {
        severity: 'error',
        title: 'SCM site accepts no token',
        wrong: 'Neither a token of App Service nor one of the resource manager was accepted.',
        seen: '401',
        fix: 'Check `tenant-id`.',
        source: 'vscode-azuretools#2258',
    },
    'scm-no-endpoint': {
        severity: 'error',
        title: 'Endpoint is missing',
        wrong: 'The SCM site has no endpoint of the kind that the plan should have.',
        seen: '404 or 405',
        fix: 'Run again in a few minutes if the app is new; otherwise report it.',
        source: 'Azure/functions-action#277',
    },
    'scm-unavailable': {
        severity: 'error',
        title: 'SCM site stays unavailable',
        wrong: 'The SCM site answered 502, 503 or 504 to every try.',
        seen: '503 `Site Unavailable`',
        fix: 'Restart the app and run again; else give the request id to Azure support.',
        source: 'Azure/functions-action#390',
    },
    'package-changed': {
        severity: 'error',
        title: 'Package was changed',
        wrong: 'The file is not the one that was inspected.',
        seen: 'Nothing was uploaded.',
        fix: 'Let no other step write to it.',
        source: 'Rule of this action',
    },
    'upload-too-large': {
        severity: 'error',
        title: 'Package is too large',
        wrong: 'The front end refused the size of the package.',
        seen: '413',
        fix: 'Leave large files out.',
        source: 'App Service front-end limits',
    },
    'deployment-busy': {
        severity: 'error',
        title: 'Another deployment runs',
        wrong: 'A deployment of somebody else ran until the deadline.',
        seen: '409',
        fix: 'Set `concurrency:` in the workflows that deploy to this app.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-auto-swap': {
        severity: 'error',
        title: 'Auto swap runs',
        wrong: 'The slot is being swapped automatically.',
        seen: '409 with a text about auto swap',
        fix: 'Wait for the swap, or turn auto swap off.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-run-from-url': {
        severity: 'error',
        title: 'App runs from a URL',
        wrong: '`WEBSITE_RUN_FROM_PACKAGE` is a URL, so a zip is refused.',
        seen: '409 `Run-From-Zip is set to a remote URL`',
        fix: 'Remove the setting, or set it to `1`.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-failed': {
        severity: 'error',
        title: 'Deployment failed',
        wrong: 'Azure reports status 3.',
        seen: '`Failed`, with the step in the server log.',
        fix: 'The server log names the step.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-cancelled': {
        severity: 'error',
        title: 'Deployment was cancelled',
        wrong: 'Flex reports status -1.',
        seen: '`Cancelled`',
        fix: 'Run again.',
        source: 'azure-dev `funcapp_host_client.go`',
    },
    'deployment-conflict': {
        severity: 'error',
        title: 'Deployment was dropped',
        wrong: 'Flex reports status 5: another deployment was running.',
        seen: '`Conflict`',
        fix: 'Run again, and set `concurrency:`.',
        source: 'azure-dev#3658',
    },
    'deployment-partial': {
        severity: 'warning',
        title: 'Deployment finished in part',
        wrong: 'Flex reports status 6: the package is stored, a later step did not succeed. Verification decides.',
        seen: '`PartialSuccess`',
        fix: 'If verification fails, run again.',
        source: 'azure-dev#3658; azure-cli#33184',
    },
    'deployment-state-unknown': {
        severity: 'error',
        title: 'Unknown state',
        wrong: 'Azure reports a status that is not documented.',
        seen: 'A number outside -1 to 6.',
        fix: 'Report it.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-record-missing': {
        severity: 'error',
        title: 'No record of the deployment',
        wrong: 'The SCM site took the package but never showed a deployment of this run.',
        seen: '404 to every look',
        fix: 'Look at the history in the portal and run again.',
        source: 'KuduLite `PushDeploymentController.cs` and `DeployStatus.cs`',
    },
    'deployment-record-gone': {
        severity: 'warning',
        title: 'Record is gone',
        wrong: 'The record was visible and then gone, as when the worker that deploys is recycled. Verification decides.',
        seen: '404 after a good answer',
        fix: 'If verification fails, run again.',
        source: 'azure-dev `funcapp_host_client.go`',
    },
    'deployment-timeout': {
        severity: 'error',
        title: 'Deployment took too long',
        wrong: 'The deployment had not ended at the deadline.',
        seen: '`Building` or `Deploying` without end.',
        fix: 'Raise `deploy-timeout`; look at the log in the portal.',
        source: 'Azure/functions-action#185',
    },
    'deployment-server-error': {
        severity: 'error',
        title: 'Error in the server log',
        wrong: 'A line of the log of the deployment server.',
        seen: 'The line is quoted.',
        fix: 'The finding says what is known about the line.',
        source: 'Log of Kudu',
    },
    'deployment-abandoned': {
        severity: 'warning',
        title: 'Run was stopped',
        wrong: 'The run was stopped while Azure was deploying. Azure goes on.',
        seen: 'The deployment may still become active.',
        fix: 'Look at the history of the app, or run again.',
        source: 'Rule of this action',
    },
    'deployment-unsynced': {
        severity: 'warning',
        title: 'Triggers not synced',
        wrong: 'The triggers could not be synced after the deployment; verification repeats it.',
        seen: '400 `Encountered an error (ServiceUnavailable) from host runtime.`',
        fix: 'Nothing, when verification succeeds.',
        source: 'Azure/functions-action#147',
    },
    'deployment-restored': {
        severity: 'warning',
        title: 'Previous package is back',
        wrong: 'Verification failed, so the setting was put back to what it was.',
        seen: 'The app runs the code of before.',
        fix: 'Correct what verification found.',
        source: 'Rule of this action',
    },
    'deployment-not-restored': {
        severity: 'warning',
        title: 'Previous package not put back',
        wrong: 'Somebody else changed the setting after this run did, so it was left alone.',
        seen: 'Nothing was changed.',
        fix: 'Look at what else deploys to the app.',
        source: 'Rule of this action',
    },
    'blob-storage-missing': {
        severity: 'error',
        title: 'No storage for the package',
        wrong: 'The app has no storage setting.',
        seen: 'The app would have no package.',
        fix: 'Set `AzureWebJobsStorage__accountName` or `AzureWebJobsStorage`.',
        source: 'Microsoft Learn, "Run your functions from a package file"',
    },
    'blob-storage-setting': {
        severity: 'error',
        title: 'Storage setting cannot be used',
        wrong: 'The storage setting is not a name, a URL or a connection string with a key.',
        seen: 'Nothing was uploaded.',
        fix: 'Use the identity form, or a connection string.',
        source: 'Microsoft Learn, "App settings reference for Azure Functions"',
    },
    'blob-storage-refused': {
        severity: 'error',
        title: 'Storage refused the package',
        wrong: 'The storage account refused the upload.',
        seen: '403 `AuthorizationPermissionMismatch` or `KeyBasedAuthenticationNotPermitted`',
        fix: 'Give the deployer `Storage Blob Data Contributor` on the account.',
        source: 'Azure/functions-action#94, #133, #181, #256',
    },
    'blob-reader-role': {
        severity: 'notice',
        title: 'App reads with its identity',
        wrong: 'The app downloads its package with its own identity, which needs a role.',
        seen: 'The host starts without functions when the role is missing.',
        fix: 'Give the identity of the app `Storage Blob Data Reader` on the account.',
        source: 'azure-functions-host `RunFromPackageHandler.cs`',
    },
    'blob-sas': {
        severity: 'warning',
        title: 'Package behind a signature',
        wrong: 'The app reads its package through an address with a signature that ends on the printed day.',
        seen: 'After that day the app does not start.',
        fix: 'Deploy again before, or use the identity form.',
        source: 'Azure Storage, service SAS',
    },
    'blob-cleanup-failed': {
        severity: 'notice',
        title: 'Old packages remain',
        wrong: 'Old packages could not be removed.',
        seen: 'They cost a little storage.',
        fix: 'Nothing.',
        source: 'Rule of this action',
    },
};

;// CONCATENATED MODULE: ./src/azure/request-codes.ts
/** Codes of clouds, hosts and single requests. */
const requestCodes = {
    'azure-cloud-unknown': {
        severity: 'error',
        title: 'Unknown cloud',
        wrong: 'The input `environment` is not one of the clouds of the action.',
        seen: 'Nothing: the run stops before it sends anything.',
        fix: 'Use `azurecloud`, `azureusgovernment` or `azurechinacloud`.',
        source: 'Azure/login, input `environment`',
    },
    'azure-endpoint-invalid': {
        severity: 'error',
        title: 'Endpoint is not an https origin',
        wrong: '`AZURE_AUTHORITY_HOST` or `AZURE_RESOURCE_MANAGER_ENDPOINT` is set to something that is not an https origin.',
        seen: 'Nothing: the run stops before it sends anything.',
        fix: 'Set it to `https://host` or `https://host:port`, or unset it.',
        source: '`@azure/identity` accepts https authorities only',
    },
    'azure-host-not-allowed': {
        severity: 'error',
        title: 'Host outside the cloud',
        wrong: 'A request with a token would have gone to a host that is neither of the chosen cloud nor of the endpoints that were set.',
        seen: 'Nothing: the token was not sent.',
        fix: 'Check `environment`. With endpoints of your own, name the host suffixes in `AZURE_SCM_HOST_SUFFIX`.',
        source: 'Rule of this action',
    },
    'azure-proxy-invalid': {
        severity: 'error',
        title: 'Proxy variable is not a URL',
        wrong: '`HTTPS_PROXY`, `ALL_PROXY` or `HTTP_PROXY` cannot be read as a URL.',
        seen: 'Nothing: no request can be made.',
        fix: 'Set it to something like `http://proxy.example:8080`.',
        source: '`@azure/core-rest-pipeline`, proxy policy',
    },
    'azure-sign-in-missing': {
        severity: 'error',
        title: 'No way to sign in',
        wrong: '`client-id` is empty and the Azure CLI has no session.',
        seen: 'Nothing: no request was made.',
        fix: 'Give the step `client-id`, `tenant-id` and `subscription-id` and the job `permissions: id-token: write`, or run `azure/login` before it.',
        source: 'Azure/login README',
    },
    'azure-sign-in-inputs': {
        severity: 'error',
        title: 'Ids cannot be right',
        wrong: '`client-id`, `tenant-id` or `subscription-id` does not have the form of an id.',
        seen: 'Entra would answer `AADSTS900023` or `AADSTS700016`.',
        fix: 'Set them from repository or environment variables, and check that the variables exist where the job runs.',
        source: 'Azure/login README',
    },
    'azure-cloud-mismatch': {
        severity: 'error',
        title: 'azure/login is in another cloud',
        wrong: 'The session of the Azure CLI belongs to another cloud than the input `environment`.',
        seen: '`AADSTS500011`, or an app that is not found.',
        fix: 'Set `environment` to the same cloud in both steps.',
        source: '`az account show`, `environmentName`',
    },
    'azure-cli-token-failed': {
        severity: 'error',
        title: 'Azure CLI gave no token',
        wrong: 'The session of `azure/login` could not be turned into a token.',
        seen: '`az account get-access-token` fails.',
        fix: 'Put `azure/login` directly before this step, or give this step the ids, so that it signs in by itself.',
        source: 'azure/login#372',
    },
    'azure-subscription-unclear': {
        severity: 'error',
        title: 'Subscription is not clear',
        wrong: '`subscription-id` is empty and the identity sees none or several.',
        seen: 'Nothing is changed.',
        fix: 'Set `subscription-id`.',
        source: 'Azure Resource Manager, `GET /subscriptions`',
    },
    'azure-role-missing': {
        severity: 'error',
        title: 'Role is missing',
        wrong: 'The identity lacks an action on a scope; both are printed.',
        seen: '`AuthorizationFailed`, or 403 from the SCM site.',
        fix: 'Run the `az role assignment create …` command of the finding and wait a few minutes. `Website Contributor` on the app covers every call.',
        source: 'Azure/functions-action README; Kudu wiki, "Accessing the kudu service"',
    },
    'azure-forbidden': {
        severity: 'error',
        title: 'Azure refused',
        wrong: 'The resource manager answered 403 for another reason than a missing role.',
        seen: 'For example `RequestDisallowedByPolicy` or `ScopeLocked`.',
        fix: 'The answer in the finding names the policy, lock or rule.',
        source: 'Azure Resource Manager errors',
    },
    'azure-token-refused': {
        severity: 'error',
        title: 'Token not accepted',
        wrong: 'A service answered 401 to a token that is valid.',
        seen: '401, often `InvalidAuthenticationTokenTenant`.',
        fix: 'Check that `tenant-id` is the tenant of the subscription.',
        source: 'Azure Resource Manager errors',
    },
    'azure-unreachable': {
        severity: 'error',
        title: 'No answer',
        wrong: 'A host did not answer within the tries.',
        seen: '`ECONNRESET`, `ENOTFOUND`, `ETIMEDOUT`.',
        fix: 'Check firewall, private endpoints and `HTTPS_PROXY` of the runner, then run again.',
        source: 'Node.js, system errors',
    },
    'azure-certificate-untrusted': {
        severity: 'error',
        title: 'Certificate not trusted',
        wrong: 'The certificate of a host is not trusted on the runner, usually because a proxy opens TLS.',
        seen: '`SELF_SIGNED_CERT_IN_CHAIN`, `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`.',
        fix: 'Set `NODE_EXTRA_CA_CERTS` to the CA of the proxy before the runner starts.',
        source: 'Node.js, `NODE_EXTRA_CA_CERTS`',
    },
    'azure-call-failed': {
        severity: 'error',
        title: 'Unexpected answer',
        wrong: 'A call was answered with a status that is no success and has no better explanation.',
        seen: 'The answer is quoted in the finding.',
        fix: 'Run again; give the request id to Azure support if it stays.',
        source: 'Azure Resource Manager errors',
    },
};

;// CONCATENATED MODULE: ./src/azure/sign-in-codes.ts
/** Codes of sign-in. */
const signInCodes = {
    'oidc-permission-missing': {
        severity: 'error',
        title: 'id-token: write is missing',
        wrong: 'The job has no permission to ask GitHub for an identity token. In a reusable workflow the caller must grant it too.',
        seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
        fix: '```yaml\npermissions:\n  id-token: write\n  contents: read\n```',
        source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
    },
    'oidc-fork-pull-request': {
        severity: 'error',
        title: 'Pull request from a fork',
        wrong: 'Jobs of pull requests from forks get no identity token.',
        seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
        fix: 'Leave `app-name` empty on pull requests; deploy on push.',
        source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
    },
    'oidc-dependabot': {
        severity: 'error',
        title: 'Started by Dependabot',
        wrong: 'Jobs that Dependabot starts get a read-only token and no identity token.',
        seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
        fix: 'Leave `app-name` empty when `github.actor` is `dependabot[bot]`.',
        source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
    },
    'oidc-token-failed': {
        severity: 'error',
        title: 'GitHub gave no token',
        wrong: 'GitHub did not answer the request for an identity token within five tries.',
        seen: '`Failed to get ID Token`',
        fix: 'Run again; look at githubstatus.com.',
        source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
    },
    'entra-client-unknown': {
        severity: 'error',
        title: 'client-id unknown in the tenant',
        wrong: 'AADSTS700016: the application does not exist in this tenant.',
        seen: '`AADSTS700016: Application with identifier … was not found in the directory`',
        fix: 'Check that `client-id` and `tenant-id` are not swapped and that `client-id` is the application id.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-tenant-unknown': {
        severity: 'error',
        title: 'Tenant unknown',
        wrong: 'AADSTS90002 or AADSTS900023: there is no such tenant.',
        seen: '`AADSTS90002: Tenant … not found`',
        fix: 'Set `tenant-id` to what `az account show --query tenantId` prints; check `environment`.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-no-matching-credential': {
        severity: 'error',
        title: 'No federated credential matches',
        wrong: 'AADSTS70021 or AADSTS700213: no federated credential has the subject that the job presents. An `environment:` on the job, a tag, a pull request and the subject form with ids all change it.',
        seen: '`AADSTS700213: No matching federated identity record found for presented assertion subject …`',
        fix: "Create the federated credential with the values that the finding prints; it holds the complete commands:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```",
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes"); azure/login#617',
    },
    'entra-issuer-mismatch': {
        severity: 'error',
        title: 'Issuer does not match',
        wrong: 'AADSTS700211: no federated credential trusts the issuer of the token, as on GitHub Enterprise.',
        seen: '`AADSTS700211: No matching federated identity record found for presented assertion issuer …`',
        fix: "Create the federated credential with the values that the finding prints; it holds the complete commands:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```",
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-audience-mismatch': {
        severity: 'error',
        title: 'Audience does not match',
        wrong: 'AADSTS700212: no federated credential has the audience of the token, as with `audience` set or in another cloud.',
        seen: '`AADSTS700212: No matching federated identity record found for presented assertion audience …`',
        fix: 'Leave `audience` empty, or create a credential with the audience that is printed.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-subject-case': {
        severity: 'error',
        title: 'Subject differs in case',
        wrong: 'AADSTS7002138: a federated credential differs from the subject only in upper and lower case.',
        seen: '`AADSTS7002138`',
        fix: 'Correct the casing in the federated credential.',
        source: 'azure/login#515',
    },
    'entra-assertion-expired': {
        severity: 'error',
        title: 'Token expired before the exchange',
        wrong: 'AADSTS700024: the GitHub token was older than about five minutes, or the clock of the runner is wrong.',
        seen: '`AADSTS700024: Client assertion is not within its valid time range`',
        fix: 'Give this step the ids, so that it fetches fresh tokens; on self-hosted runners check the clock.',
        source: 'azure/login#180, azure/login#372',
    },
    'entra-assertion-invalid': {
        severity: 'error',
        title: 'Token signature not accepted',
        wrong: 'AADSTS700027: Entra could not verify the signature of the token.',
        seen: '`AADSTS700027`',
        fix: 'Check the issuer of the federated credential.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-client-secret': {
        severity: 'error',
        title: 'Wrong client secret',
        wrong: 'AADSTS7000215: a client secret was used, and a wrong one.',
        seen: '`AADSTS7000215: Invalid client secret provided`',
        fix: 'Remove the secret from `azure/login`; this action uses none.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-conditional-access': {
        severity: 'error',
        title: 'Conditional access',
        wrong: 'AADSTS53003 or AADSTS50076: a policy refused the sign-in.',
        seen: '`AADSTS53003: Access has been blocked by Conditional Access policies`',
        fix: 'Let an administrator look at the sign-in logs of the service principal.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-principal-missing': {
        severity: 'error',
        title: 'No service principal',
        wrong: 'AADSTS7000229: the application has no service principal in the tenant.',
        seen: '`AADSTS7000229`',
        fix: '```sh\naz ad sp create --id <client-id>\n```',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
    'entra-refused': {
        severity: 'error',
        title: 'Entra gave no token',
        wrong: 'The exchange failed with a number that has no advice here.',
        seen: 'The answer of Entra is quoted.',
        fix: 'Check `client-id`, `tenant-id` and the federated credential.',
        source: 'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
    },
};

;// CONCATENATED MODULE: ./src/azure/site-codes.ts
/** Codes of the app. */
const siteCodes = {
    'site-not-found': {
        severity: 'error',
        title: 'App not found',
        wrong: 'No function app of that name is visible to the identity. Without any role on the app it cannot be seen.',
        seen: '`ResourceNotFound`, or an empty list.',
        fix: 'Check `app-name`, `subscription-id` and `resource-group`; else give the identity `Website Contributor` on the app.',
        source: 'Azure Resource Manager, resources of a subscription',
    },
    'site-found-twice': {
        severity: 'error',
        title: 'App name is not unique',
        wrong: 'Several resource groups of the subscription have an app of that name.',
        seen: 'Nothing is changed.',
        fix: 'Set `resource-group`.',
        source: 'Azure Resource Manager, resources of a subscription',
    },
    'site-in-other-subscription': {
        severity: 'error',
        title: 'App is in another subscription',
        wrong: 'The app exists in another subscription that the identity sees.',
        seen: 'Nothing is changed.',
        fix: 'Set `subscription-id` to the one that the finding names.',
        source: 'Azure/functions-action#144',
    },
    'site-slot-not-found': {
        severity: 'error',
        title: 'Slot not found',
        wrong: 'The app has no slot of that name; those it has are listed.',
        seen: '`ResourceNotFound`',
        fix: 'Correct `slot-name`, or create the slot.',
        source: 'Azure Resource Manager, `sites/slots`',
    },
    'site-slot-on-flex': {
        severity: 'error',
        title: 'Flex has no slots',
        wrong: '`slot-name` is set, and the app is on Flex Consumption.',
        seen: '404 from the resource manager.',
        fix: 'Leave `slot-name` out, or use a second app for staging.',
        source: 'Microsoft Learn, "Flex Consumption plan"',
    },
    'site-host-missing': {
        severity: 'error',
        title: 'App has no host name yet',
        wrong: 'Azure names no SCM or public host for the app.',
        seen: 'An app that was just created.',
        fix: 'Run again in a few minutes.',
        source: '`Microsoft.Web/sites`, `hostNameSslStates`',
    },
    'site-is-windows': {
        severity: 'error',
        title: 'Windows app',
        wrong: 'The app runs on Windows, and the package holds a Linux binary.',
        seen: 'The host cannot start the handler.',
        fix: 'Create a Linux function app with `--runtime custom`.',
        source: 'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
    },
    'site-is-container': {
        severity: 'error',
        title: 'Container app service',
        wrong: 'The app runs a container image; a zip deployment to it never finishes.',
        seen: 'The deployment hangs.',
        fix: 'Deploy an image with Azure/functions-container-action.',
        source: 'azure-dev `service_target_functionapp.go`',
    },
    'site-is-container-app': {
        severity: 'error',
        title: 'Azure Container Apps',
        wrong: 'The app runs on Azure Container Apps, which takes images only.',
        seen: '404 from the SCM site.',
        fix: 'Deploy an image with Azure/functions-container-action.',
        source: 'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
    },
    'site-is-kubernetes': {
        severity: 'error',
        title: 'Kubernetes',
        wrong: 'The app runs on Kubernetes through Azure Arc.',
        seen: 'Basic authentication and another SCM site.',
        fix: 'Use `func azure functionapp publish`.',
        source: 'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
    },
    'site-is-logic-app': {
        severity: 'error',
        title: 'Logic App',
        wrong: 'The app runs workflows, not functions of a custom handler.',
        seen: 'The handler is never started.',
        fix: 'Deploy to a function app.',
        source: 'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
    },
    'site-is-web-app': {
        severity: 'error',
        title: 'Web app',
        wrong: 'The app is a web app, not a function app.',
        seen: '`host.json` is ignored.',
        fix: 'Check `app-name`, or use azure/webapps-deploy.',
        source: 'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
    },
    'site-stopped': {
        severity: 'error',
        title: 'App is stopped',
        wrong: 'The app is not running; its SCM site answers 403.',
        seen: '`This web app is stopped`',
        fix: '```sh\naz functionapp start --name <app> --resource-group <group>\n```',
        source: '`Microsoft.Web/sites`, `state`',
    },
    'site-private': {
        severity: 'warning',
        title: 'App is not public',
        wrong: 'Public network access of the app is disabled, so only runners inside its network reach it.',
        seen: '403 `Ip Forbidden`, or no answer at all.',
        fix: 'Use a self-hosted runner inside the network.',
        source: '`Microsoft.Web/sites`, `publicNetworkAccess`',
    },
    'site-architecture': {
        severity: 'error',
        title: 'Binary for another architecture',
        wrong: 'The binary is not built for amd64, the only architecture of Functions plans.',
        seen: '`Exec format error`',
        fix: 'Set `goarch: amd64`.',
        source: 'azure-functions-host#8437',
    },
    'site-runtime-wrong': {
        severity: 'error',
        title: 'Wrong runtime',
        wrong: '`FUNCTIONS_WORKER_RUNTIME` is missing or names another language, or a Flex app was created for another runtime. It may be the wrong app.',
        seen: '`AZFD0011`, or `Cannot find required .azurefunctions directory at root level`',
        fix: 'Set `FUNCTIONS_WORKER_RUNTIME=custom`; on Flex create the app with `--runtime custom`.',
        source: 'azure-functions-core-tools#4642; host diagnostic event AZFD0011',
    },
    'site-native-needs-flex': {
        severity: 'error',
        title: 'Native worker needs Flex',
        wrong: 'The project uses the native Go worker, which runs on Flex Consumption only.',
        seen: 'The worker is not found.',
        fix: 'Deploy to a Flex app, or use a custom handler.',
        source: 'azure-functions-golang-worker `docs/roadmap.md`',
    },
    'site-build-flag': {
        severity: 'error',
        title: 'Azure would build',
        wrong: 'A setting asks Kudu to build the package, which does not know Go. The deployment then ends with success and copies nothing.',
        seen: 'The old code keeps running after a green deployment.',
        fix: 'Remove `SCM_DO_BUILD_DURING_DEPLOYMENT` and `ENABLE_ORYX_BUILD`.',
        source: 'KuduLite `OryxBuilder.cs`; Azure/functions-action#253',
    },
    'site-run-from-package': {
        severity: 'error',
        title: 'WEBSITE_RUN_FROM_PACKAGE conflicts',
        wrong: 'The setting has a value that this plan refuses or ignores.',
        seen: '409 `Run-From-Zip is set to a remote URL`, or an app without functions.',
        fix: 'Remove it; on App Service plans `1` is fine.',
        source: 'KuduLite `PushDeploymentController.cs`; azure-functions-host#7547',
    },
    'site-setting-not-on-flex': {
        severity: 'warning',
        title: 'Setting that Flex does not take',
        wrong: 'The app has a setting that stands in `functionAppConfig` on Flex Consumption.',
        seen: 'The setting is ignored or refused.',
        fix: 'Remove it.',
        source: 'Microsoft Learn, "Flex Consumption plan deprecated settings"',
    },
    'site-storage-missing': {
        severity: 'error',
        title: 'AzureWebJobsStorage is missing',
        wrong: 'The app has no storage for its host, which every trigger but HTTP needs, and in which Linux Consumption keeps the package.',
        seen: 'Errors at the start of the host.',
        fix: 'Set `AzureWebJobsStorage__accountName` or `AzureWebJobsStorage`.',
        source: 'Microsoft Learn, "App settings reference for Azure Functions"',
    },
    'site-host-version': {
        severity: 'warning',
        title: 'Old host version',
        wrong: '`FUNCTIONS_EXTENSION_VERSION` is not `~4`.',
        seen: 'An old host that does not know this package.',
        fix: 'Set it to `~4`.',
        source: 'Microsoft Learn, "Azure Functions runtime versions"',
    },
    'site-always-on': {
        severity: 'notice',
        title: 'App sleeps',
        wrong: 'On a Dedicated plan without Always On, triggers other than HTTP sleep with the app.',
        seen: 'Timers and queues do not fire.',
        fix: 'Turn Always On on.',
        source: 'Microsoft Learn, "Dedicated hosting plans"',
    },
    'plan-retires': {
        severity: 'notice',
        title: 'Plan retires',
        wrong: 'Linux Consumption is retired on 2028-09-30.',
        seen: 'Nothing yet.',
        fix: 'Move to Flex Consumption.',
        source: 'Microsoft Learn, "Consumption plan hosting"',
    },
};

;// CONCATENATED MODULE: ./src/azure/verify-codes.ts
/** Codes of verification. */
const verifyCodes = {
    'verify-path-invalid': {
        severity: 'error',
        title: 'verify-path is no path',
        wrong: 'The input does not begin with one slash, or leads to another host.',
        seen: 'Nothing was sent.',
        fix: 'Use something like `/api/HttpExample?name=ci`.',
        source: 'Rule of this action',
    },
    'verify-no-functions': {
        severity: 'error',
        title: 'No functions listed',
        wrong: 'Azure lists nothing, or only the placeholder `WarmUp`.',
        seen: '404 on every route; timers and queues do not fire.',
        fix: 'Check that `host.json` is at the root of the package; press Refresh in the portal.',
        source: 'azure-functions-host#11873; Azure/functions-action#245, #373',
    },
    'verify-functions-missing': {
        severity: 'error',
        title: 'Functions missing',
        wrong: 'Azure does not list a function of the package.',
        seen: '404 on its route.',
        fix: 'Check its `function.json`, and `functions` in `host.json`.',
        source: 'azure-functions-host `FunctionMetadataManager.cs`',
    },
    'verify-functions-unexpected': {
        severity: 'error',
        title: 'Functions of before',
        wrong: 'Azure lists a function that the package does not have: old content is in use.',
        seen: 'Old code answers.',
        fix: 'Set `WEBSITE_RUN_FROM_PACKAGE=1`, or restart the app.',
        source: 'KuduLite `PushDeploymentController.cs`',
    },
    'verify-host-error': {
        severity: 'error',
        title: 'Host is in error',
        wrong: 'The host names errors and does not run.',
        seen: 'The error is quoted.',
        fix: 'The finding says what is known about it.',
        source: 'azure-functions-host `HostController.cs`',
    },
    'verify-host-unreachable': {
        severity: 'error',
        title: 'Host does not answer',
        wrong: 'The resource manager could not ask the host.',
        seen: '`Encountered an error (ServiceUnavailable) from host runtime.`',
        fix: 'Look at the log stream: the handler ended, the storage cannot be used, or a rule keeps Azure out.',
        source: 'Azure-Functions#1657, #2558',
    },
    'verify-host-state': {
        severity: 'error',
        title: 'Host does not run',
        wrong: 'The host was not in the state `Running` at the deadline.',
        seen: '`Starting` or `Initialized` without end.',
        fix: 'Raise `verify-timeout`, or look at the log stream.',
        source: 'azure-functions-host `HostController.cs`',
    },
    'verify-host-unread': {
        severity: 'notice',
        title: 'Host state not read',
        wrong: 'The identity may not read the state of the host; the list of functions decided alone.',
        seen: '403 on `hostruntime`',
        fix: 'Give the identity `Website Contributor` on the app.',
        source: '`Microsoft.Web/sites/hostruntime`',
    },
    'verify-list-unread': {
        severity: 'error',
        title: 'Functions could not be listed',
        wrong: 'The list of functions could not be read at the deadline.',
        seen: 'The answer is quoted.',
        fix: 'Run again.',
        source: '`Microsoft.Web/sites/functions`',
    },
    'verify-probe-failed': {
        severity: 'error',
        title: 'verify-path not answered with 2xx',
        wrong: 'The path was answered with another status until the deadline, or not at all.',
        seen: 'The status and the first bytes are quoted.',
        fix: 'Check route, key and `routePrefix`; look at the log stream.',
        source: 'Rule of this action',
    },
    'verify-abandoned': {
        severity: 'warning',
        title: 'Run was stopped',
        wrong: 'The run was stopped before verification was over.',
        seen: 'The package is deployed.',
        fix: 'Look at the functions in the portal, or run again.',
        source: 'Rule of this action',
    },
};

;// CONCATENATED MODULE: ./src/azure/codes.ts
/**
 * Every code of this room with what docs/findings.md says about it. Loaded by generators; the room itself uses the
 * names as types only.
 */





/** All codes of the Azure room. */
const azureCodes = {
    ...requestCodes,
    ...signInCodes,
    ...siteCodes,
    ...deploymentCodes,
    ...verifyCodes,
};

;// CONCATENATED MODULE: ./src/elf/codes.ts
const notFound = "`Failed to start Worker Channel. Process fileName: X` with `An error occurred trying to start process 'X' with working directory 'Y'. No such file or directory`, although the file is there";
const execFormat = "`Failed to start Worker Channel. Process fileName: X` with `An error occurred trying to start process 'X' with working directory 'Y'. Exec format error`";
const crashed = '`X exited with code N`, three quick restarts, then `Exceeded http worker restart retry count. Shutting down Functions Host`';
const staticBuild = '```sh\nCGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -buildmode=exe -trimpath -o handler .\n```';
const gabi = 'ELF gABI; fs/binfmt_elf.c of the Linux kernel';
const elfCodes = {
    'elf-unreadable': {
        severity: 'error',
        title: 'The binary cannot be read',
        wrong: 'The named file does not exist, is not a regular file, or the disk failed while it was read.',
        seen: 'Nothing: the step fails before anything is deployed.',
        fix: 'Correct the path, and check that the step that writes the file has run in the same job.',
        source: 'open(2), fstat(2)',
    },
    'elf-interpreter': {
        severity: 'error',
        title: 'The binary asks for a dynamic loader',
        wrong: 'The file has a PT_INTERP program header. Linux first starts the program named there; when the host does not have it, nothing starts. A PIE has one even with CGO_ENABLED=0, while `ldd` calls it statically linked.',
        seen: `Where the loader is missing: ${notFound}. Where it is there, the libraries decide.`,
        fix: `Build without cgo and without -buildmode=pie:\n\n${staticBuild}`,
        source: `${gabi} (PT_INTERP, load_elf_binary)`,
    },
    'elf-needed-library': {
        severity: 'error',
        title: 'The binary needs shared libraries',
        wrong: 'The dynamic section has DT_NEEDED entries. Which libraries a Functions plan has changes without notice.',
        seen: '`error while loading shared libraries: libX.so.N: cannot open shared object file: No such file or directory`, `X exited with code 127 (0x7F)`, then `Exceeded http worker restart retry count. Shutting down Functions Host`',
        fix: `Build without cgo, and replace packages that need C:\n\n${staticBuild}`,
        source: 'ELF gABI, dynamic section (DT_NEEDED); ld.so(8)',
    },
    'elf-glibc-version': {
        severity: 'error',
        title: 'The binary needs a newer C library than a host has',
        wrong: 'The binary names symbol versions that the libraries of at least one host generation do not define. A cgo build on a current Linux needs GLIBC_2.34 or later; Debian 11 ends at GLIBC_2.30.',
        seen: "``/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by X)``, exit code 1, then `Exceeded http worker restart retry count. Shutting down Functions Host`",
        fix: `Build without cgo:\n\n${staticBuild}`,
        source: 'LSB, symbol versioning (SHT_GNU_verneed); base images named in Azure/azure-functions-docker',
    },
    'elf-machine': {
        severity: 'error',
        title: 'The binary is for another CPU',
        wrong: 'e_machine names another CPU than the target. Functions on Linux runs code on x86-64.',
        seen: execFormat,
        fix: 'Build with `GOARCH=amd64`, whatever the CPU of the build machine is.',
        source: `${gabi} (e_machine)`,
    },
    'elf-class': {
        severity: 'error',
        title: 'The binary has the wrong word size or byte order',
        wrong: 'EI_CLASS or EI_DATA does not fit the target: a 32-bit (or x32) file, another byte order, or an invalid value.',
        seen: `${execFormat}, or a crash at the start`,
        fix: 'Build with `GOOS=linux GOARCH=amd64`.',
        source: 'ELF gABI (EI_CLASS, EI_DATA)',
    },
    'elf-type': {
        severity: 'error',
        title: 'The file is not a program',
        wrong: 'e_type is not an executable one, or the file is a shared library without entry point.',
        seen: `${execFormat}; a shared library instead crashes: ${crashed}`,
        fix: 'Build a `package main` with `-buildmode=exe`, not `c-shared`, `plugin` or `c-archive`.',
        source: `${gabi} (e_type); \`go help buildmode\``,
    },
    'elf-os': {
        severity: 'error',
        title: 'The binary is for another operating system',
        wrong: 'EI_OSABI, a note or the Go build info names a system other than Linux.',
        seen: crashed,
        fix: 'Build with `GOOS=linux`.',
        source: 'ELF gABI (EI_OSABI); debug/buildinfo (GOOS)',
    },
    'elf-truncated': {
        severity: 'error',
        title: 'The binary is cut off',
        wrong: 'Headers or segments reach past the end of the file.',
        seen: `${execFormat}, or a crash: ${crashed}`,
        fix: 'Build or download the file again, and check the disk space of the job.',
        source: `${gabi} (program headers)`,
    },
    'elf-malformed': {
        severity: 'error',
        title: 'The ELF headers are damaged',
        wrong: 'A header holds a value that Linux or its loader refuses, or that no toolchain writes.',
        seen: execFormat,
        fix: 'Build the file again; leave out tools that rewrite it afterwards.',
        source: gabi,
    },
    'elf-entry': {
        severity: 'error',
        title: 'The entry point has no code',
        wrong: 'e_entry lies outside every executable segment of a file without interpreter.',
        seen: `${crashed}; the signal is SIGSEGV`,
        fix: 'Build the file again as a program (`-buildmode=exe`).',
        source: `${gabi} (e_entry)`,
    },
    'elf-packed': {
        severity: 'error',
        title: 'The binary is packed',
        wrong: 'UPX replaced the program by an unpacker. A packed dynamic binary has the same headers as a packed static one, so nothing can be said about whether it starts; the dynamic one ends with exit code 127 and no message.',
        seen: `\`X exited with code 127 (0x7F)\`, then \`Exceeded http worker restart retry count. Shutting down Functions Host\``,
        fix: 'Leave UPX out. The package is compressed anyway.',
        source: 'UPX file format (l_info)',
    },
    'elf-static-crash': {
        severity: 'error',
        title: 'Statically linked, but crashes at the start',
        wrong: 'Go 1.21 or older linked the program with the C compiler although cgo was off; glibc is inside but never initialised.',
        seen: `${crashed}; the signal is SIGTRAP`,
        fix: 'Drop `-linkmode=external` and `-extldflags` from `-ldflags`. Go 1.22 and later refuse this build.',
        source: 'cmd/link of Go 1.22, external linking without cgo',
    },
    'elf-not-executable': {
        severity: 'warning',
        title: 'The executable bit is missing',
        wrong: 'No execute permission is set on the file. Premium and App Service plans start it as it is stored in the package.',
        seen: "`An error occurred trying to start process 'X' with working directory 'Y'. Permission denied`",
        fix: '`chmod +x` the file. Artifacts and zips made on Windows lose the bit; the package made here stores 0755.',
        source: 'execve(2) (EACCES)',
    },
    'not-elf': {
        severity: 'error',
        title: 'The file is not a Linux executable',
        wrong: 'The file does not begin with the ELF magic number: it is for Windows or macOS, a script, an archive, or not a program at all.',
        seen: `${execFormat}; for a script whose interpreter is missing ${notFound}`,
        fix: `Build for Linux:\n\n${staticBuild}`,
        source: 'ELF gABI (e_ident)',
    },
    'goamd64-level': {
        severity: 'warning',
        title: 'The binary wants newer CPU instructions',
        wrong: 'It was built with GOAMD64 above v1. With v4 this is an error: few servers have AVX-512.',
        seen: '`This program can only be run on AMD64 processors with v3 microarchitecture support.`, exit code 1, then `Exceeded http worker restart retry count. Shutting down Functions Host`',
        fix: 'Build with `GOAMD64=v1`, which is the default.',
        source: 'Go wiki, MinimumRequirements (GOAMD64)',
    },
    'cgo-but-static': {
        severity: 'notice',
        title: 'Built with cgo, but static',
        wrong: 'CGO_ENABLED was 1. The file happens to be static, because no package used C or the C library was linked in.',
        seen: 'Nothing. glibc inside may fail to look up users or hosts at run time.',
        fix: 'Build with `CGO_ENABLED=0` when no package needs C.',
        source: 'cmd/cgo; glibc manual, static linking and NSS',
    },
    'race-or-cover-build': {
        severity: 'warning',
        title: 'The binary is instrumented for tests',
        wrong: 'It was built with -race, -msan, -asan or -cover.',
        seen: 'Slow answers and high memory use; a race detector build is also dynamic.',
        fix: 'Leave these flags out of the build that is deployed.',
        source: '`go help build`',
    },
    'not-go': {
        severity: 'warning',
        title: 'No Go build info',
        wrong: 'The file holds neither Go build info nor a Go build id.',
        seen: 'Nothing, if it is the right file.',
        fix: 'Check the path. Do not strip the section `.go.buildinfo`; `-ldflags "-s -w"` keeps it.',
        source: 'debug/buildinfo',
    },
};

;// CONCATENATED MODULE: ./src/go/module-codes.ts
const nothing = 'Nothing: the step stops before there is a package.';
const moduleCodes = {
    'go-mod-missing': {
        severity: 'error',
        title: 'There is no go.mod',
        wrong: 'The code uses other modules or packages of its own, and no go.mod says which.',
        seen: nothing,
        fix: 'Run `go mod init` and `go mod tidy` and commit go.mod and go.sum.',
        source: 'https://go.dev/ref/mod#go-mod-init',
    },
    'go-mod-invalid': {
        severity: 'error',
        title: 'go.mod cannot be read',
        wrong: 'A line of go.mod, go.sum or go.work is not one that this Go understands.',
        seen: nothing,
        fix: 'Correct the line.',
        source: 'https://go.dev/ref/mod#go-mod-file',
    },
    'go-mod-untidy': {
        severity: 'error',
        title: 'go.mod does not fit the code',
        wrong: 'go.mod, go.sum or the vendor folder would have to change for this build.',
        seen: nothing,
        fix: 'Run `go mod tidy` (and `go mod vendor`) and commit the result.',
        source: 'https://go.dev/ref/mod#go-mod-tidy',
    },
    'go-sum-missing': {
        severity: 'error',
        title: 'go.sum is incomplete',
        wrong: 'go.sum lacks the checksum of a module that the code imports.',
        seen: nothing,
        fix: 'Run `go mod tidy` and commit go.sum.',
        source: 'https://go.dev/ref/mod#go-sum-files',
    },
    'go-sum-mismatch': {
        severity: 'error',
        title: 'A module is not the recorded one',
        wrong: 'What was downloaded has another checksum than go.sum recorded.',
        seen: nothing,
        fix: 'Find out why the module changed before replacing its line in go.sum.',
        source: 'https://go.dev/ref/mod#authenticating',
    },
    'go-module-missing': {
        severity: 'error',
        title: 'A module is not in go.mod',
        wrong: 'The code imports a package that no module in go.mod provides.',
        seen: nothing,
        fix: 'Run `go get` with the package and commit go.mod and go.sum.',
        source: 'https://go.dev/ref/mod#go-get',
    },
    'go-module-unavailable': {
        severity: 'error',
        title: 'A module cannot be fetched',
        wrong: 'The module or version does not exist, or the runner may not read it.',
        seen: nothing,
        fix: 'Correct go.mod. For a private module set `GOPRIVATE` and give git the credentials in a step before.',
        source: 'https://go.dev/ref/mod#private-modules',
    },
    'go-proxy-unreachable': {
        severity: 'error',
        title: 'Modules cannot be downloaded',
        wrong: 'A module is not in the cache, and the module proxy does not answer or is switched off.',
        seen: nothing,
        fix: 'Let the runner reach `GOPROXY`, cache modules with `actions/setup-go`, or commit a vendor folder.',
        source: 'https://go.dev/ref/mod#environment-variables',
    },
    'go-package-missing': {
        severity: 'error',
        title: 'A package does not exist',
        wrong: 'An import path without a domain is not in the standard library.',
        seen: nothing,
        fix: 'Correct the path. Packages of your own module begin with the module path.',
        source: '`go help importpath`',
    },
    'go-work-missing-module': {
        severity: 'error',
        title: 'The module is not in the workspace',
        wrong: 'A go.work is in charge and does not list the module, or the package belongs to no module of the build.',
        seen: nothing,
        fix: 'Run `go work use FOLDER`, or set `GOWORK: off` in the environment of the step.',
        source: 'https://go.dev/ref/mod#workspaces',
    },
};

;// CONCATENATED MODULE: ./src/go/codes.ts

const codes_nothing = 'Nothing: the step stops before there is a package.';
const buildCodes = {
    'go-missing': {
        severity: 'error',
        title: 'There is no Go',
        wrong: 'The program `go` is not on PATH, or cannot be started.',
        seen: codes_nothing,
        fix: 'Run `actions/setup-go` before this step:\n\n```yaml\n- uses: actions/setup-go@v6\n  with:\n    go-version-file: go.mod\n```',
        source: 'https://github.com/actions/setup-go',
    },
    'go-too-old': {
        severity: 'error',
        title: 'Go is older than the project asks for',
        wrong: 'The `go` line of go.mod, of go.work or of a module asks for a newer Go than the one on PATH, and `GOTOOLCHAIN` does not let Go fetch it. Up to Go 1.20, Go would build the project all the same, by its own older rules: patterns such as `"GET /path"`, for example, would never match.',
        seen: codes_nothing,
        fix: 'Install the version with `actions/setup-go` and `go-version-file`, or set `GOTOOLCHAIN: auto` in the environment of the step.',
        source: 'https://go.dev/doc/toolchain',
    },
    'build-flag-refused': {
        severity: 'error',
        title: 'A flag would undo the static link',
        wrong: '`build-flags` or `ldflags` holds a flag after which the executable would need a program interpreter or shared libraries, would not be a program, or would be written elsewhere.',
        seen: "`/lib64/ld-linux-x86-64.so.2: No such file or directory` or `version 'GLIBC_2.34' not found` when the host starts the handler.",
        fix: 'Remove the flag.',
        source: '`go help buildmode`, `go tool link -h`',
    },
    'build-flag-malformed': {
        severity: 'error',
        title: 'A flag cannot be read',
        wrong: 'An argument in `build-flags`, `ldflags` or `GOFLAGS` is not a flag, has an open quotation mark, or is not known to this Go.',
        seen: codes_nothing,
        fix: 'Write one argument on each line of `build-flags`, with its value after `=`. Go counts a quotation mark only at the start of an argument.',
        source: '`go help build`, `go help environment`',
    },
    'main-package-invalid': {
        severity: 'error',
        title: 'main-package cannot be read',
        wrong: '`main-package` is neither one package nor a list of `.go` files.',
        seen: codes_nothing,
        fix: 'Give one package, for example `./cmd/handler`, or `.go` files of one folder.',
        source: '`go help packages`',
    },
    'main-package-missing': {
        severity: 'error',
        title: 'What is to be built is not there',
        wrong: '`main-package` names a folder or file that does not exist.',
        seen: codes_nothing,
        fix: 'Correct `main-package`; it is relative to `working-directory`.',
        source: '`go help packages`',
    },
    'go-no-files': {
        severity: 'error',
        title: 'There are no Go files',
        wrong: 'The folder that is to be built holds no Go file for this build.',
        seen: codes_nothing,
        fix: 'Set `working-directory` to the folder of host.json, and `main-package` to the folder that holds `package main`.',
        source: '`go help build`',
    },
    'go-no-main-package': {
        severity: 'error',
        title: 'There is not one main package',
        wrong: 'The package that is to be built is not `package main`, or there are several.',
        seen: 'Without this check: `Exec format error`, since `go build` then writes an archive instead of a program.',
        fix: 'Set `main-package` to the folder whose files say `package main`.',
        source: '`go help buildmode`',
    },
    'go-no-main-function': {
        severity: 'error',
        title: 'There is no function main',
        wrong: 'The main package does not declare `func main()`.',
        seen: codes_nothing,
        fix: 'Add `func main()` that listens on the port in `FUNCTIONS_CUSTOMHANDLER_PORT`.',
        source: 'https://go.dev/ref/spec#Program_execution',
    },
    'go-main-redeclared': {
        severity: 'error',
        title: 'There are two functions main',
        wrong: 'Two files of one folder are programs of their own.',
        seen: codes_nothing,
        fix: 'Move each program to a folder of its own and set `main-package`, or name the files of one program in `main-package`.',
        source: 'https://go.dev/ref/spec#Program_execution',
    },
    'go-mixed-packages': {
        severity: 'error',
        title: 'One folder holds two packages',
        wrong: 'Files of one folder have different `package` lines.',
        seen: codes_nothing,
        fix: 'Move one package to a folder of its own.',
        source: 'https://go.dev/ref/spec#Package_clause',
    },
    'go-compile-error': {
        severity: 'error',
        title: 'The code does not compile',
        wrong: 'The compiler refuses the code at this place.',
        seen: codes_nothing,
        fix: 'Repair the code. `go vet ./...` on your machine shows the same.',
        source: 'https://go.dev/ref/spec',
    },
    'go-package-error': {
        severity: 'error',
        title: 'An import or go:embed line is wrong',
        wrong: 'Go refuses a package before compiling it: an import cycle, an internal package of another module, or a `go:embed` pattern without files.',
        seen: codes_nothing,
        fix: 'Repair the line. Files for `go:embed` must be in the repository at build time.',
        source: '`go help importpath`, https://pkg.go.dev/embed',
    },
    'go-link-error': {
        severity: 'error',
        title: 'The program cannot be linked',
        wrong: 'A function is used that is defined nowhere.',
        seen: codes_nothing,
        fix: 'Give the function a body, or correct the `go:linkname` line.',
        source: '`go tool link -h`',
    },
    'go-files-excluded': {
        severity: 'error',
        title: 'Every file of a package is excluded',
        wrong: 'The build constraints or file names of a package leave no file for Linux without cgo.',
        seen: codes_nothing,
        fix: 'Look at the `go:build` lines of the package; set `tags` if it needs some; replace a package that needs cgo.',
        source: '`go help buildconstraint`',
    },
    'go-too-many-errors': {
        severity: 'notice',
        title: 'There are more errors',
        wrong: 'The compiler stopped after ten errors, or there were more than are listed.',
        seen: codes_nothing,
        fix: 'Repair the first ones, or put `-gcflags=-e` in `build-flags`.',
        source: '`go tool compile -h`',
    },
    'go-vcs-status': {
        severity: 'error',
        title: 'Git does not answer',
        wrong: 'Go writes the commit into the binary and could not ask git for it, often because the checkout belongs to another user (jobs in containers).',
        seen: codes_nothing,
        fix: 'Put `-buildvcs=false` in `build-flags`, or run `git config --global --add safe.directory "$GITHUB_WORKSPACE"` before.',
        source: '`go help build`',
    },
    'go-output-blocked': {
        severity: 'error',
        title: 'Something else has the name of the executable',
        wrong: 'Where the executable is to be written there is a folder or a file that is not a program.',
        seen: codes_nothing,
        fix: 'Remove it from the repository, or change `defaultExecutablePath` in host.json.',
        source: '`go help build`',
    },
    'go-build-failed': {
        severity: 'error',
        title: 'go build failed',
        wrong: '`go build` failed with a message that the action does not know.',
        seen: codes_nothing,
        fix: 'Read the output of `go build` in the log of the step.',
        source: '`go help build`',
    },
    'cgo-required': {
        severity: 'error',
        title: 'The code needs cgo',
        wrong: 'A package consists of C code bound with cgo. It cannot be linked statically without a C library, and the action builds with `CGO_ENABLED=0`.',
        seen: "`/lib64/ld-linux-x86-64.so.2: No such file or directory` or `version 'GLIBC_2.34' not found` if it were built with cgo.",
        fix: 'Replace the package by one that is written in Go, or build a static binary with musl yourself and hand it to the action with `binary`.',
        source: 'https://pkg.go.dev/cmd/cgo',
    },
    'cgo-stub': {
        severity: 'error',
        title: 'A module is only a stub without cgo',
        wrong: 'The module builds without cgo, and then answers every call with an error.',
        seen: "`Binary was compiled with 'CGO_ENABLED=0', go-sqlite3 requires cgo to work. This is a stub` on the first call.",
        fix: 'Replace the module by one that is written in Go.',
        source: 'https://github.com/mattn/go-sqlite3 (static_mock.go)',
    },
};
const goCodes = { ...buildCodes, ...moduleCodes };

;// CONCATENATED MODULE: ./src/host/codes.ts
const portSnippet = [
    '```go',
    'port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")',
    'if port == "" {',
    '\tport = "8080" // only for running it by hand',
    '}',
    'log.Fatal(http.ListenAndServe(":"+port, mux))',
    '```',
].join('\n');
const restarts = 'Three quick starts, then `Exceeded http worker restart retry count. Shutting down Functions Host`. Callers get 5xx answers.';
const hostCodes = {
    'handler-start-failed': {
        severity: 'error',
        title: 'The handler cannot be started',
        wrong: 'The system refuses to execute the program: it is missing, not executable, or not a program for this machine.',
        seen: "`Failed to start Worker Channel. Process fileName: …` and `An error occurred trying to start process '…' with working directory '…'.` with `No such file or directory`, `Permission denied` or `Exec format error`. Requests hang for about two minutes; the handler is not tried again.",
        fix: 'Make `customHandler.description.defaultExecutablePath` name the program in the package, built with `CGO_ENABLED=0` for Linux and packed with mode 0755.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/ProcessManagement/WorkerProcess.cs`; execve(2)',
    },
    'handler-exits': {
        severity: 'error',
        title: 'The handler ends with an error',
        wrong: 'The program ended with a code other than 0, before it listened or while it answered a request.',
        seen: `\`… exited with code 1 (0x1)\` with the last lines of its error stream, and \`Language Worker Process exited. Pid=….\` ${restarts}`,
        fix: 'Read the quoted lines. If the program needs an app setting that the runner does not have, let it start without the setting, or switch the rehearsal off with `rehearse: false`.',
        source: 'Azure/azure-functions-host: `WorkerProcess.cs`, `HttpFunctionInvocationDispatcher.cs`',
    },
    'handler-exits-zero': {
        severity: 'error',
        title: 'The handler ends before it listens',
        wrong: 'The program ended with code 0 before it listened. The host takes no notice of that and keeps waiting.',
        seen: `No exit is logged. After 30 seconds \`Initializing HttpWorker timed out.\` ${restarts}`,
        fix: `Block in the server at the end of \`main\`:\n\n${portSnippet}`,
        source: 'Azure/azure-functions-host: `WorkerProcess.cs` (OnProcessExited)',
    },
    'handler-needs-setting': {
        severity: 'warning',
        title: 'The handler ends without its settings or services',
        wrong: 'The program ended with an error, and its last lines say that a setting or a service is missing. The runner has none of the settings of the function app, so the rehearsal cannot tell whether the program starts in Azure.',
        seen: `Nothing, when the app has the setting. Otherwise \`… exited with code 1 (0x1)\`. ${restarts}`,
        fix: 'Read settings when a request needs them, or switch the rehearsal off with `rehearse: false`. Make sure that the function app has the setting.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs` (environment)',
    },
    'handler-never-listens': {
        severity: 'error',
        title: 'The handler never listens',
        wrong: 'The program runs, but nothing listened on its port within 30 seconds.',
        seen: `\`Failed to start http worker process. workerId:…\` and \`Initializing HttpWorker timed out.\` ${restarts}`,
        fix: `Start the HTTP server before anything slow:\n\n${portSnippet}`,
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs`',
    },
    'handler-wrong-port': {
        severity: 'error',
        title: 'The handler listens elsewhere',
        wrong: 'The program listens on another port or address than 127.0.0.1 with the port that the host gives it.',
        seen: `\`Waiting for HttpWorker to be initialized. Request to: http://127.0.0.1:… failing with exception message: Connection refused\`, then \`Initializing HttpWorker timed out.\` ${restarts}`,
        fix: `Listen on the port in \`FUNCTIONS_CUSTOMHANDLER_PORT\`:\n\n${portSnippet}`,
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs`, `src/WebJobs.Script/Workers/WorkerConstants.cs`',
    },
    'handler-root-hangs': {
        severity: 'warning',
        title: 'The handler does not answer `/`',
        wrong: 'The program accepts connections, but gave no answer to `GET /`. The host asks for `/` to learn whether the handler is ready, and any answer will do, also 404.',
        seen: 'No function is called until the request for `/` times out, which takes `functionTimeout` plus one minute. Callers wait, then get 5xx answers.',
        fix: 'Answer `/` at once; without a route for it, `http.ServeMux` answers 404, which is enough.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (IsWorkerReady)',
    },
    'handler-ipv6-only': {
        severity: 'error',
        title: 'The handler listens on IPv6 only',
        wrong: 'The program listens on the right port, but not on IPv4. The host connects to 127.0.0.1.',
        seen: `\`Connection refused (127.0.0.1:…)\`, then \`Initializing HttpWorker timed out.\` ${restarts}`,
        fix: 'Listen on `":" + port` or `"127.0.0.1:" + port`.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/WorkerConstants.cs` (HostName)',
    },
    'handler-route-404': {
        severity: 'warning',
        title: 'The handler does not know a route',
        wrong: 'The program answered the route of a function exactly as it answers a path that nobody has registered. Forwarded requests keep the public path, with its prefix `/api`, and a Go router compares it with regard to case.',
        seen: 'The function is listed, and every call of it answers 404.',
        fix: 'Register the full public path, for example `mux.HandleFunc("/api/hello", hello)`, or set `extensions.http.routePrefix` to `""` in host.json.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (GetPathValue)',
    },
    'handler-contract-answer': {
        severity: 'error',
        title: 'The handler does not speak the invocation contract',
        wrong: 'The host posts JSON to `/<FunctionName>` and expects JSON with `Outputs`, `Logs` and `ReturnValue`, sent as `application/json`. The program has no such route, or answered with something else.',
        seen: "`Response status code does not indicate success: 404 (Not Found).`, or `Invalid HttpResponseMessage:` with `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' from content with media type 'text/plain'`, or `Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format`. After an empty answer nothing is logged and the invocation runs until `functionTimeout`.",
        fix: 'Register `/<FunctionName>` and answer:\n\n```go\nw.Header().Set("Content-Type", "application/json")\nfmt.Fprint(w, `{"Outputs":{},"Logs":[],"ReturnValue":null}`)\n```\n\nA function with one HTTP trigger and one HTTP output can do without the contract: set `customHandler.enableForwardingHttpRequest` to `true`.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (ProcessDefaultInvocationRequest)',
    },
    'handler-contract-status': {
        severity: 'warning',
        title: 'The handler refused a sample invocation',
        wrong: 'The program knows the route of the function, but answered a sample invocation with a status other than 2xx. It may only dislike the sample.',
        seen: '`Response status code does not indicate success: 500 (Internal Server Error).` The invocation fails; messages of queues are tried again and end in the poison queue.',
        fix: 'Answer 2xx when the invocation was handled. If the sample is the reason, ignore this finding.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs`',
    },
    'handler-slow-start': {
        severity: 'warning',
        title: 'The handler starts slowly',
        wrong: 'The program took more than 10 seconds to listen. The host gives up after 30, and Azure is often slower.',
        seen: 'Cold starts take that much longer; on a busy instance `Initializing HttpWorker timed out.`',
        fix: 'Start listening first; load data and connect to services in the background or on the first request.',
        source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/WorkerConstants.cs` (WorkerInitTimeoutSeconds)',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/bindings.ts
const bindingCodes = {
    'function-bindings': {
        severity: 'error',
        title: 'No bindings',
        wrong: 'The key `bindings` (in lower case) is missing, is no list, is empty, or holds something that is no object.',
        seen: "`The 'Hello' function is in error: At least one binding must be declared.`; the function is not listed, the others run.",
        fix: 'Write a list with the trigger and the other bindings.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'binding-name': {
        severity: 'error',
        title: 'A binding name is invalid',
        wrong: 'A name is a letter followed by letters and digits, or `$return`. Underscores and hyphens are not allowed.',
        seen: "`The 'Hello' function is in error: The binding name my_queue is invalid. Please assign a valid name to the binding.`; the function is not listed, the others run.",
        fix: 'Rename it, also where the Go code uses it.',
        source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host',
    },
    'binding-name-repeated': {
        severity: 'error',
        title: 'Two bindings of the same name',
        wrong: 'Names are compared without case.',
        seen: "`The 'Hello' function is in error: Multiple bindings with name 'req' discovered. Binding names must be unique.`; the function is not listed, the others run.",
        fix: 'Rename one of them.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'binding-type-missing': {
        severity: 'error',
        title: 'A binding has no type',
        wrong: 'Every binding needs a `type`.',
        seen: "`The 'Hello' function is in error: Binding 'req' is invalid. Bindings must specify a Type.`; the function is not listed, the others run.",
        fix: 'Add the type.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'binding-type-unknown': {
        severity: 'warning',
        title: 'A binding type looks mistyped',
        wrong: 'The type is not known and differs from a known one by a letter or two.',
        seen: "`The 'Hello' function is in error: The binding type(s) 'httTrigger' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured`; the function is not listed, the others run.",
        fix: 'Correct the spelling.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'binding-direction': {
        severity: 'error',
        title: 'A binding has the wrong direction',
        wrong: 'The direction is none of `in`, `out`, `inout`, or an output has none (which means `in`), or a trigger is `out`.',
        seen: "`The 'Hello' function is in error: 'output' is not a valid binding direction.`; the function is not listed, the others run.",
        fix: 'Write `"direction": "out"` for outputs, `"in"` for triggers.',
        source: '`src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs` of Azure/azure-functions-host',
    },
    'binding-return-direction': {
        severity: 'error',
        title: '$return is not an output',
        wrong: 'The name `$return` stands for the return value.',
        seen: "`The 'Hello' function is in error: $return bindings must specify a direction of 'out'.`; the function is not listed, the others run.",
        fix: 'Write `"direction": "out"`, or use another name.',
        source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host',
    },
    'binding-value': {
        severity: 'error',
        title: 'A binding has an impossible value',
        wrong: '`dataType` is string, binary or stream; `cardinality` is one or many.',
        seen: "`The 'Hello' function is in error: Error converting value to type DataType`; the function is not listed, the others run.",
        fix: 'Write one of the possible values.',
        source: 'schemas/json/function.json of Azure/azure-functions-host',
    },
    'trigger-missing': {
        severity: 'error',
        title: 'A function has no trigger',
        wrong: 'None of the bindings has a type that ends in `Trigger`.',
        seen: "`The 'Hello' function is in error: No trigger binding specified. A function must have a trigger input binding.`; the function is not listed, the others run.",
        fix: 'Add a trigger.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'trigger-repeated': {
        severity: 'error',
        title: 'A function has more than one trigger',
        wrong: 'Exactly one binding may be a trigger.',
        seen: "`The 'Hello' function is in error: Multiple trigger bindings defined. A function can only have a single trigger binding.`; the function is not listed, the others run.",
        fix: 'Make a function of its own for each trigger.',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
    'http-output-missing': {
        severity: 'warning',
        title: 'An HTTP function without HTTP output',
        wrong: 'Without an `http` output the host does not forward the request and has no reply to send.',
        seen: 'Callers get an empty reply.',
        fix: 'Add `{ "type": "http", "direction": "out", "name": "res" }`.',
        source: '`FunctionMetadataExtensions.cs` of Azure/azure-functions-host',
    },
    'timer-schedule': {
        severity: 'error',
        title: 'A timer schedule is invalid',
        wrong: 'A schedule has six fields (seconds first) or five (without seconds), or is a setting such as `%Schedule%`. Time spans work on the Dedicated and Premium plans only.',
        seen: "`The 'Hello' function is in error: The schedule expression '0 */5 * *' was not recognized as a valid cron expression or timespan string.`; the function is not listed, the others run.",
        fix: 'Write for example `"0 */5 * * * *"` for every five minutes.',
        source: '`CronSchedule` of Azure/azure-webjobs-sdk-extensions; NCrontab',
    },
    'trigger-connection': {
        severity: 'warning',
        title: 'A connection has no app setting',
        wrong: 'The trigger names a connection for which the app has no setting.',
        seen: "The listener of the function fails: `Storage account connection string 'AzureWebJobsQueue' does not exist.` or similar.",
        fix: 'Add the app setting, or settings `NAME__serviceUri` and others for an identity.',
        source: 'binding reference of Azure Functions',
    },
    'blob-trigger-source': {
        severity: 'error',
        title: 'A blob trigger without Event Grid on Flex',
        wrong: 'The Flex Consumption plan does not poll for blobs.',
        seen: "`The 'Hello' function is in error: The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions.`; the function is not listed, the others run.",
        fix: 'Write `"source": "EventGrid"` and create the event subscription.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/custom-handler.ts
const customHandlerCodes = {
    'custom-handler-missing': {
        severity: 'error',
        title: 'No customHandler section',
        wrong: 'host.json has no `customHandler` section, or one without any value in it: an empty object leaves no configuration key, so the host does not see it.',
        seen: '`WorkerConfig for runtime: custom not found`, `Unable to determine the primary function script.` or `Did not find functions with language [custom].`',
        fix: 'Add the section:\n\n```json\n"customHandler": {\n  "description": { "defaultExecutablePath": "handler" },\n  "enableForwardingHttpRequest": true\n}\n```',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; Azure/azure-functions-core-tools#3461',
    },
    'custom-handler-no-description': {
        severity: 'error',
        title: 'customHandler without a description',
        wrong: 'The section exists but has no `description`, or an empty one.',
        seen: '`Missing worker Description.`; the host starts without any function.',
        fix: 'Add `"description": { "defaultExecutablePath": "handler" }` to the section.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'http-worker-ignored': {
        severity: 'warning',
        title: 'httpWorker beside customHandler',
        wrong: 'Both sections are there; the host uses `customHandler` only.',
        seen: '`Both httpWorker and customHandler sections are spefified` (the spelling is that of the host).',
        fix: 'Remove `httpWorker`.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'http-worker-deprecated': {
        severity: 'warning',
        title: 'The deprecated section httpWorker',
        wrong: 'host.json has `httpWorker` and no `customHandler`.',
        seen: '`Section httpWorker will be deprecated. Please use customHandler section.`',
        fix: 'Rename the section and set `enableForwardingHttpRequest`; requests then come to the path of the route.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'forwarding-misplaced': {
        severity: 'error',
        title: 'enableForwardingHttpRequest in the wrong place',
        wrong: 'The host reads the flag directly under `customHandler`. Elsewhere, for example in `description` or in `http`, it is ignored without a word.',
        seen: "Requests come as POST to `/FunctionName`: `Response status code does not indicate success: 404 (Not Found).`, or `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult'`. Callers get 500.",
        fix: 'Move it:\n\n```json\n"customHandler": {\n  "description": { "defaultExecutablePath": "handler" },\n  "enableForwardingHttpRequest": true\n}\n```',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptions.cs` of Azure/azure-functions-host',
    },
    'forwarding-not-boolean': {
        severity: 'error',
        title: 'A forwarding flag is neither true nor false',
        wrong: 'The value of `enableForwardingHttpRequest` or `enableProxyingHttpRequest` cannot be converted.',
        seen: "`Failed to convert configuration value at 'AzureFunctionsJobHost:customHandler:enableForwardingHttpRequest' to type 'System.Boolean'.`; the host does not start.",
        fix: 'Write `true` or `false`.',
        source: 'binder of Microsoft.Extensions.Configuration',
    },
    'forwarding-and-proxying': {
        severity: 'notice',
        title: 'Forwarding and proxying are both on',
        wrong: '`enableProxyingHttpRequest` wins.',
        seen: 'Nothing is logged.',
        fix: 'Remove the flag that is not meant.',
        source: '`HttpWorkerOptions.cs` of Azure/azure-functions-host',
    },
    'routes-and-functions': {
        severity: 'error',
        title: 'Routes in host.json beside function.json files',
        wrong: '`customHandler.http.routes` cannot be mixed with function folders.',
        seen: '`Detected both function.json files and custom handler HTTP route configuration definition in host.json`; the host does not start.',
        fix: 'Keep one of the two.',
        source: '`HttpWorkerFunctionProvider` of Azure/azure-functions-host',
    },
    'routes-worker-runtime': {
        severity: 'error',
        title: 'Routes in host.json need the custom runtime',
        wrong: '`customHandler.http.routes` works only when FUNCTIONS_WORKER_RUNTIME is `custom`.',
        seen: '`Routes configuration is only allowed for worker runtime: custom`; the host does not start.',
        fix: 'Set the app setting FUNCTIONS_WORKER_RUNTIME to `custom`.',
        source: '`HttpWorkerFunctionProvider` of Azure/azure-functions-host',
    },
    'handler-port-fixed': {
        severity: 'warning',
        title: 'The port of the handler is fixed',
        wrong: '`customHandler.port` takes away the choice of a free port.',
        seen: '`Unable to bind to port 8080 specified in configuration`; the host starts without any function.',
        fix: 'Remove the key and listen on FUNCTIONS_CUSTOMHANDLER_PORT.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'initialization-timeout-invalid': {
        severity: 'error',
        title: 'initializationTimeout is no time span',
        wrong: 'The value is no .NET time span above zero.',
        seen: "`Failed to convert configuration value at 'AzureFunctionsJobHost:customHandler:initializationTimeout' to type 'System.TimeSpan'.`",
        fix: 'Write `"00:00:30"`.',
        source: 'binder of Microsoft.Extensions.Configuration',
    },
    'initialization-timeout-long': {
        severity: 'warning',
        title: 'initializationTimeout is long',
        wrong: 'A request waits four times this time for a handler that does not start; the front end of App Service gives up after 230 seconds.',
        seen: '`Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down`, long after the caller has given up.',
        fix: 'Write 30 to 55 seconds.',
        source: '`src/WebJobs.Script/Description/Workers/WorkerFunctionInvoker.cs` of Azure/azure-functions-host',
    },
    'custom-handler-unknown-key': {
        severity: 'warning',
        title: 'An unknown key in customHandler',
        wrong: 'The host ignores keys that it does not know, so a typing error has no effect but the loss of the setting.',
        seen: 'Nothing is logged.',
        fix: 'Correct the spelling.',
        source: '`HttpWorkerOptions.cs` and `HttpWorkerDescription.cs` of Azure/azure-functions-host',
    },
    'working-directory-variable': {
        severity: 'error',
        title: 'workingDirectory has a variable',
        wrong: 'The host expands variables in the path of the program but not here.',
        seen: "`An error occurred trying to start process 'handler' with working directory '%DIR%'. No such file or directory`",
        fix: 'Write the folder itself.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'handler-directory-missing': {
        severity: 'error',
        title: 'workingDirectory does not exist',
        wrong: 'The project has no such folder. The message in Azure speaks of the program, although that is there.',
        seen: "`An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot/data'. No such file or directory`",
        fix: 'Remove the key, or add the folder and name it in the input `include`.',
        source: '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'argument-blank': {
        severity: 'warning',
        title: 'An argument has a blank in it',
        wrong: 'Arguments are joined by blanks without quotes and taken apart again at blanks.',
        seen: 'Nothing is logged; the program gets more arguments than were written.',
        fix: 'Split the argument, or put double quotes around it inside the string.',
        source: '`src/WebJobs.Script/Workers/ProcessManagement/DefaultWorkerProcessFactory.cs` of Azure/azure-functions-host',
    },
    'argument-percent': {
        severity: 'warning',
        title: 'Percent signs in arguments',
        wrong: 'After variables are replaced, the host deletes everything between two percent signs, also across arguments.',
        seen: 'Nothing is logged above debug level; the text is missing.',
        fix: 'Use at most one percent sign.',
        source: '`DefaultWorkerProcessFactory.cs` of Azure/azure-functions-host',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/executable.ts
const executableCodes = {
    'executable-path-empty': {
        severity: 'error',
        title: 'defaultExecutablePath is empty',
        wrong: 'The path of the program is an empty string or missing. A project that `func init --worker-runtime custom` just made is in this state.',
        seen: '`WorkerDescription DefaultExecutablePath cannot be empty`; the host starts without any function.',
        fix: 'Write the name of the program: `"defaultExecutablePath": "handler"`.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host',
    },
    'executable-path-windows': {
        severity: 'error',
        title: 'defaultExecutablePath is a Windows path',
        wrong: 'The path has a backslash, a drive letter or an ending such as `.exe`. On Linux a backslash is an ordinary character of a name, and the program is built without an ending.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write a name without ending, with forward slashes, relative to host.json.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; the Go sample of Azure-Samples/functions-custom-handlers names `.exe`',
    },
    'executable-path-absolute': {
        severity: 'error',
        title: 'defaultExecutablePath is absolute',
        wrong: 'The path is absolute and lies outside of the function app, where nothing of the package can be.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write it relative to host.json.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host',
    },
    'executable-path-outside': {
        severity: 'error',
        title: 'defaultExecutablePath leaves the app',
        wrong: 'The path leads out of the folder of host.json, or to the folder itself.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write a path below the folder of host.json.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host',
    },
    'executable-path-variable': {
        severity: 'warning',
        title: 'defaultExecutablePath has a variable',
        wrong: '`%NAME%` is replaced by an app setting or environment variable of that name; when there is none, it stays in the path.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write the name of the program.',
        source: '`src/WebJobs.Script/Workers/ProcessManagement/WorkerDescription.cs` of Azure/azure-functions-host',
    },
    'executable-go-run': {
        severity: 'error',
        title: 'The host is to start the go command',
        wrong: '`defaultExecutablePath` is `go`, for example with the arguments `run handler.go`. The images of the Functions host have no Go toolchain.',
        seen: "`Failed to start Worker Channel. Process fileName: go` with `An error occurred trying to start process 'go' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write the name of the compiled program. This action builds it.',
        source: 'images of Azure/azure-functions-docker',
    },
    'executable-undetermined': {
        severity: 'error',
        title: 'The name of the program cannot be known',
        wrong: 'host.json starts a shell or another program of the system, or a variable, so it does not say under what name the Go program is to be built.',
        seen: 'Nothing: the step stops before anything is built.',
        fix: 'Set the input `executable`.',
        source: 'interface of this action',
    },
    'executable-is-folder': {
        severity: 'error',
        title: 'defaultExecutablePath is a folder',
        wrong: 'A folder of the project has the name that the host is to start, for example because a function has the name of the program.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Give the program another name.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host (`File.Exists`)',
    },
    'executable-is-script': {
        severity: 'error',
        title: 'defaultExecutablePath is a script of the project',
        wrong: 'The file is in the repository and begins with `#!`, so the program cannot be built under its name.',
        seen: 'Nothing: the step stops before it would overwrite the script.',
        fix: 'Set the input `executable` to the name under which the script starts the program.',
        source: 'interface of this action',
    },
    'script-no-interpreter': {
        severity: 'error',
        title: 'A text file is to be started',
        wrong: 'The file that host.json names is text without a first line that begins with `#!`.',
        seen: '`Failed to start Worker Channel.` with `Exec format error`.',
        fix: 'Name the compiled program, or begin the script with `#!/bin/sh`.',
        source: 'execve(2)',
    },
    'script-crlf': {
        severity: 'error',
        title: 'A script has Windows line ends',
        wrong: 'The first line of the script ends in CR LF, so the kernel looks for an interpreter whose name ends in CR.',
        seen: '`Failed to start Worker Channel.` with `No such file or directory`, although the script is there.',
        fix: 'Save it with LF line ends and put `*.sh text eol=lf` into `.gitattributes`.',
        source: 'execve(2)',
    },
    'executable-in-working-directory': {
        severity: 'error',
        title: 'The program lies in workingDirectory only',
        wrong: 'The host does not look into `workingDirectory` for the program; it is only the folder in which the program starts.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Write the path from host.json on, or use `workerDirectory`.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host',
    },
    'executable-mismatch': {
        severity: 'error',
        title: 'host.json starts another program than is built',
        wrong: 'The name under which the program is built or delivered is not the one that host.json starts. A difference in case counts.',
        seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. Requests hang for about two minutes and then fail.",
        fix: 'Make the `executable` input and `customHandler.description.defaultExecutablePath` the same, or leave the input out.',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; Azure/azure-functions-host#6020',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/folder.ts
const folderCodes = {
    'working-directory-missing': {
        severity: 'error',
        title: 'The working directory does not exist',
        wrong: 'The folder that the input `working-directory` names is not in the checked-out repository, or it is a file.',
        seen: 'Nothing: the step stops before anything is built.',
        fix: 'Correct the input; it is relative to the repository root. Run `actions/checkout` before this step.',
        source: 'interface of this action',
    },
    'project-folder': {
        severity: 'error',
        title: 'The project folder cannot be read',
        wrong: 'The folder or one below it cannot be listed.',
        seen: 'Nothing: the step stops before anything is built.',
        fix: 'Make the folder readable for the user that the runner works as.',
        source: 'interface of this action',
    },
    'project-too-large': {
        severity: 'error',
        title: 'The project folder holds too many files',
        wrong: 'More than 50,000 files or 2,000 function folders lie below the working directory.',
        seen: 'Nothing: the step stops before anything is built.',
        fix: 'Set `working-directory` to the folder of the function app alone.',
        source: 'limit of this action',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/functions.ts
const functionCodes = {
    'no-functions': {
        severity: 'error',
        title: 'No function',
        wrong: 'No folder directly beside host.json holds a `function.json`. Deeper folders and a `function.json` beside host.json do not count.',
        seen: 'The list of functions stays empty and every route answers 404; with a host.json in place nothing is logged about it.',
        fix: 'Add a folder with the name of the function and a `function.json`:\n\n```json\n{\n  "bindings": [\n    { "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get"], "authLevel": "anonymous" },\n    { "type": "http", "direction": "out", "name": "res" }\n  ]\n}\n```',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; Azure/Azure-Functions#2450',
    },
    'function-json-nested': {
        severity: 'warning',
        title: 'A function.json in the wrong place',
        wrong: 'The host looks only into folders directly beside host.json.',
        seen: 'The function is not listed, its route answers 404, and nothing is logged.',
        fix: 'Move the folder beside host.json.',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
    },
    'function-json-case': {
        severity: 'error',
        title: 'function.json in another case',
        wrong: 'The file has a name such as `Function.json`. Windows and macOS find it, Linux does not.',
        seen: 'The function is not listed, its route answers 404, and nothing is logged.',
        fix: 'Rename it with `git mv`.',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
    },
    'function-name': {
        severity: 'error',
        title: 'The folder name is no function name',
        wrong: 'A function name begins with a letter and holds letters, digits, `_` and `-`, 128 at most; `host` is taken.',
        seen: "`The 'Hello' function is in error: '1st' is not a valid function name.`; the function is not listed, the others run.",
        fix: 'Rename the folder.',
        source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host',
    },
    'function-name-repeated': {
        severity: 'error',
        title: 'Function names that differ only in case',
        wrong: 'Routes are compared without case, and on Windows and macOS one of the folders vanishes at checkout.',
        seen: "`The 'Hello' function is in error: The route specified conflicts with the route defined by function 'hello'.`; the function is not listed, the others run.",
        fix: 'Rename one of the folders.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
    },
    'function-json-unparseable': {
        severity: 'error',
        title: 'function.json cannot be read',
        wrong: 'The file is no JSON even by the lenient rules of the host, or its root is no object.',
        seen: "`The 'Hello' function is in error: ` followed by the message of the JSON parser; the function is not listed, the others run.",
        fix: 'Correct the JSON at the place that the finding names.',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
    },
    'script-file-missing': {
        severity: 'error',
        title: 'scriptFile does not exist',
        wrong: 'A custom handler needs no `scriptFile`; when the key is there, the file must exist.',
        seen: "`The 'Hello' function is in error: Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist.`; the function is not listed, the others run.",
        fix: 'Remove the key.',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
    },
    'retry-incomplete': {
        severity: 'error',
        title: 'The retry policy is incomplete',
        wrong: '`fixedDelay` needs `maxRetryCount` and `delayInterval`; `exponentialBackoff` needs `maxRetryCount`, `minimumInterval` and `maximumInterval`; intervals are time spans.',
        seen: "`The 'Hello' function is in error: Value cannot be null. (Parameter 'MaxRetryCount')`; the function is not listed, the others run.",
        fix: 'Complete it:\n\n```json\n"retry": { "strategy": "fixedDelay", "maxRetryCount": 3, "delayInterval": "00:00:10" }\n```',
        source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host (`ValidateRetryOptions`)',
    },
    'function-disabled-key': {
        severity: 'warning',
        title: "'disabled' in function.json has no effect",
        wrong: 'Version 4 of the host does not read the key.',
        seen: 'The function runs.',
        fix: 'Set the app setting `AzureWebJobs.NAME.Disabled` to `true`.',
        source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/host-json.ts
const configurationSource = '`src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs` of Azure/azure-functions-host';
const hostJsonCodes = {
    'host-json-missing': {
        severity: 'error',
        title: 'No host.json',
        wrong: 'The working directory has no `host.json` directly in it.',
        seen: "The host starts with defaults and finds nothing: every route answers 404. The log says `No functions were found. A valid host.json file wasn't found in the package root.` or, when one lies deeper, `However, one was located at:` with its path.",
        fix: 'Set `working-directory` to the folder of `host.json`, or add the file:\n\n```json\n{\n  "version": "2.0",\n  "customHandler": {\n    "description": { "defaultExecutablePath": "handler" },\n    "enableForwardingHttpRequest": true\n  }\n}\n```',
        source: `${configurationSource}; \`LoggerExtension.cs\`, events 338 and 339`,
    },
    'host-json-case': {
        severity: 'error',
        title: 'host.json in another case',
        wrong: 'The file is there under a name such as `Host.json`. Windows and macOS find it, Linux does not.',
        seen: 'As without a host.json: no function is listed and every route answers 404.',
        fix: 'Rename it with `git mv Host.json host.json`.',
        source: configurationSource,
    },
    'host-json-unparseable': {
        severity: 'error',
        title: 'host.json cannot be read',
        wrong: 'The file is no JSON even by the lenient rules of the host, or its root is no object.',
        seen: "`Unable to parse host configuration file '/home/site/wwwroot/host.json'.` with diagnostic code AZFD0009; the host stays in its error state and requests answer 503.",
        fix: 'Correct the JSON at the place that the finding names.',
        source: `${configurationSource} (\`JObject.Parse\`)`,
    },
    'host-json-empty': {
        severity: 'error',
        title: 'host.json is an empty object',
        wrong: 'The file holds `{}`. The host then behaves as if there were none.',
        seen: 'No function runs through the handler; no error is logged.',
        fix: 'Write the version and the `customHandler` section into it.',
        source: configurationSource,
    },
    'host-json-version-missing': {
        severity: 'error',
        title: 'host.json has no version',
        wrong: 'The key `version` is missing, or it is written in another case. The host reads this one key case-sensitively.',
        seen: "`The host.json file is missing the required 'version' property.`; the host starts without any function.",
        fix: 'Add `"version": "2.0"`.',
        source: configurationSource,
    },
    'host-json-version': {
        severity: 'error',
        title: 'host.json has another version than 2.0',
        wrong: 'The value of `version` is not the string `2.0`. That is the version of the file format, not that of the runtime.',
        seen: "`'3.0' is an invalid value for host.json 'version' property. We recommend you set the 'version' property to '2.0'.`; the host starts without any function.",
        fix: 'Write `"version": "2.0"`, with the quotes.',
        source: configurationSource,
    },
    'host-json-not-strict': {
        severity: 'notice',
        title: 'host.json is not strict JSON',
        wrong: 'The file has comments, trailing commas, single quotes or bare keys. The host accepts them.',
        seen: 'Nothing: the host reads the file. Tools that expect strict JSON fail.',
        fix: 'Write strict JSON if other tools read the file.',
        source: `${configurationSource}; \`HttpWorkerOptionsSetupTests.cs\``,
    },
};

;// CONCATENATED MODULE: ./src/project/codes/host-settings.ts
const hostSettingCodes = {
    'json-encoding': {
        severity: 'warning',
        title: 'A JSON file is not UTF-8',
        wrong: 'host.json or a function.json is written in UTF-16, or holds bytes that are no UTF-8.',
        seen: 'With a byte order mark the host reads UTF-16; without one it reports `Unable to parse host configuration file`. Other tools fail in either case.',
        fix: 'Save the file as UTF-8.',
        source: '`File.ReadAllText` of .NET as used by `src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs` of Azure/azure-functions-host',
    },
    'json-duplicate-key': {
        severity: 'warning',
        title: 'A key is there twice',
        wrong: 'An object has the same key twice. In host.json the case of keys does not matter, so keys that differ only in case are the same.',
        seen: 'Nothing is logged; the last one wins.',
        fix: 'Remove one of them.',
        source: '`JObject.Parse` of Newtonsoft.Json; Microsoft.Extensions.Configuration',
    },
    'function-not-allowed': {
        severity: 'warning',
        title: "The list 'functions' hides a function",
        wrong: 'The top-level list `functions` of host.json is an allow-list, and a function of the project is not in it.',
        seen: '`A function allow list has been specified, excluding all but the following functions:`; the others are not listed.',
        fix: 'Add the function to the list, or remove the list.',
        source: '`src/WebJobs.Script/Host/FunctionMetadataManager.cs` of Azure/azure-functions-host',
    },
    'function-timeout-invalid': {
        severity: 'error',
        title: 'functionTimeout is no time span',
        wrong: 'The value is no .NET time span, or shorter than one second.',
        seen: '`FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.` or a conversion error; the host does not start.',
        fix: 'Write hours, minutes and seconds: `"functionTimeout": "00:10:00"`.',
        source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'function-timeout-limit': {
        severity: 'error',
        title: 'functionTimeout is above the limit of the plan',
        wrong: 'The app is on the classic Consumption plan, which allows ten minutes at most and no `-1`.',
        seen: '`FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.`; the host does not start.',
        fix: 'Lower the value, or move to Flex Consumption or Premium.',
        source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'function-timeout-long': {
        severity: 'notice',
        title: 'functionTimeout would be refused on classic Consumption',
        wrong: 'The value is above ten minutes or `-1`, and the plan of the app is not known here.',
        seen: 'On the classic Consumption plan only: `FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.`',
        fix: 'Nothing on the other plans.',
        source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'route-prefix-slash': {
        severity: 'warning',
        title: 'routePrefix has a slash at an end',
        wrong: 'The prefix begins or ends with a slash.',
        seen: 'Addresses may have doubled slashes and answer 404.',
        fix: 'Write the prefix without slashes at its ends; an empty string takes it away.',
        source: 'HTTP section of the host.json reference',
    },
    'route-prefix-misplaced': {
        severity: 'warning',
        title: "routePrefix is under 'http'",
        wrong: 'The key stands under `http`, where version 1 of the host read it, and not under `extensions.http`.',
        seen: 'Nothing is logged; routes keep the prefix `api`, so expected addresses answer 404.',
        fix: 'Move it: `"extensions": { "http": { "routePrefix": "" } }`.',
        source: 'HTTP section of the host.json reference',
    },
    'configuration-profile-unknown': {
        severity: 'error',
        title: 'Unknown configurationProfile',
        wrong: 'The value is none of the profiles that the host knows.',
        seen: '`NotSupportedException` at start; the host does not start.',
        fix: 'Write `"configurationProfile": "mcp-custom-handler"`, or remove the key.',
        source: '`HostConfigurationProfileTests` of Azure/azure-functions-host',
    },
    'extension-bundle-incomplete': {
        severity: 'error',
        title: 'The extension bundle lacks its id or version',
        wrong: '`extensionBundle` needs both `id` and `version`.',
        seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.` (or of `id`); the host does not start.',
        fix: 'Write:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
        source: '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host',
    },
    'extension-bundle-range': {
        severity: 'error',
        title: "The extension bundle's version is no range",
        wrong: 'The value is no NuGet version range, or no version can be in it.',
        seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.`, or `Bundle version matching the [5.0.0, 4.0.0) was not found`.',
        fix: 'Write `"version": "[4.*, 5.0.0)"`.',
        source: '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host; NuGet.Versioning',
    },
    'extension-bundle-old': {
        severity: 'warning',
        title: 'The extension bundle is deprecated',
        wrong: 'The range admits versions below 4 only.',
        seen: 'Functions run until the bundle is withdrawn; current host images no longer bring versions 2 and 3, so starts get slower.',
        fix: 'Write `"version": "[4.*, 5.0.0)"`.',
        source: 'extension bundle pages of Azure Functions; images of Azure/azure-functions-docker',
    },
    'extension-bundle-narrow': {
        severity: 'warning',
        title: "The extension bundle's range is narrow",
        wrong: 'The range admits less than one major version.',
        seen: '`Bundle version matching the [4.35.0, 4.36.0) was not found`, some time after the bundle is withdrawn.',
        fix: 'Write `"version": "[4.*, 5.0.0)"`.',
        source: '`src/WebJobs.Script/ExtensionBundle/ExtensionBundleManager.cs` of Azure/azure-functions-host',
    },
    'extension-bundle-missing': {
        severity: 'error',
        title: 'A binding needs an extension bundle',
        wrong: 'A function uses a binding other than HTTP and timer, and host.json has no `extensionBundle`.',
        seen: "`The binding type(s) 'queueTrigger' are not registered. Please ensure the type is correct and the binding extension is installed.`; the function is not listed.",
        fix: 'Add to host.json:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
        source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/http.ts
const httpCodes = {
    'http-auth-level': {
        severity: 'error',
        title: 'authLevel is impossible',
        wrong: 'The value is none of anonymous, function and admin.',
        seen: "`The 'Hello' function is in error: Error converting value \"anon\" to type 'AuthorizationLevel'.`; the function is not listed, the others run.",
        fix: 'Write one of the values.',
        source: 'schemas/json/function.json of Azure/azure-functions-host',
    },
    'http-methods': {
        severity: 'warning',
        title: 'The list of methods is wrong',
        wrong: '`methods` is no list, names something that is no method, or names one twice.',
        seen: 'Requests with the method that was meant answer 404 or 405.',
        fix: 'Write for example `["get", "post"]`.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
    },
    'route-reserved': {
        severity: 'error',
        title: 'A route that the host keeps for itself',
        wrong: "Routes that begin with `admin` or `runtime` are refused, also as the beginning of a longer word and when the route is only the function's name.",
        seen: "`The 'Hello' function is in error: The specified route conflicts with one or more built in routes.`; the function is not listed, the others run.",
        fix: 'Choose another route.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
    },
    'route-form': {
        severity: 'warning',
        title: 'A route repeats the prefix or begins with a slash',
        wrong: 'The host puts the prefix (by default `api`) before each route and removes slashes around it.',
        seen: 'The address is `/api/api/name`; `/api/name` answers 404.',
        fix: 'Write the route without the prefix and without the slash.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
    },
    'route-conflict': {
        severity: 'error',
        title: 'Two functions have the same route',
        wrong: 'Routes are equal without regard to case, and a method of one is a method of the other.',
        seen: "`The 'Hello' function is in error: The route specified conflicts with the route defined by function 'Hello'.`; the function is not listed, the others run.",
        fix: 'Change the route or the methods of one.',
        source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host (`HttpRoutesConflict`)',
    },
    'forwarding-not-applied': {
        severity: 'warning',
        title: 'A function with more bindings is not forwarded',
        wrong: 'Forwarding applies only to functions with exactly one input, the HTTP trigger, and exactly one output, the HTTP response. Others get the invocation as JSON at `/FunctionName`, and the Go code does not register that path.',
        seen: '`Response status code does not indicate success: 404 (Not Found).`; callers get 500.',
        fix: 'Register `/FunctionName` and speak the invocation contract, or remove the additional binding.',
        source: '`FunctionMetadataExtensions.cs` of Azure/azure-functions-host; Azure/azure-functions-host#5921',
    },
    'forwarding-off': {
        severity: 'warning',
        title: 'Forwarding is off and the code does not speak the contract',
        wrong: 'Without `enableForwardingHttpRequest` the host posts JSON to `/FunctionName` and expects `Outputs` or `ReturnValue` in the answer; the Go code writes neither.',
        seen: "`Response status code does not indicate success: 404 (Not Found).`, or `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' from content with media type 'text/plain'`; callers get 500.",
        fix: 'Set `"enableForwardingHttpRequest": true` in `customHandler`.',
        source: '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host; Azure/azure-functions-host#6462, #6444',
    },
    'route-not-registered': {
        severity: 'warning',
        title: 'The Go code does not know a route',
        wrong: 'The host forwards the path as it came, with the prefix `/api` unless host.json changes it. No pattern in the Go code matches it.',
        seen: '404 from the Go program, although the function is listed.',
        fix: 'Register the whole path:\n\n```go\nhttp.HandleFunc("/api/Hello", hello)\n```',
        source: '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host (`GetPathValue`); MicrosoftDocs/azure-docs#118235',
    },
    'invocation-not-registered': {
        severity: 'warning',
        title: 'The Go code does not know an invocation path',
        wrong: 'For triggers other than forwarded HTTP the host posts to `/FunctionName`. No pattern in the Go code matches it.',
        seen: '`Response status code does not indicate success: 404 (Not Found).`; queue messages are retried and end in the poison queue.',
        fix: 'Register `/FunctionName` and answer with JSON.',
        source: '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host',
    },
    'port-variable-unread': {
        severity: 'warning',
        title: 'The port of the host is not read',
        wrong: 'Neither the Go code nor host.json nor the program mentions FUNCTIONS_CUSTOMHANDLER_PORT, so the program listens elsewhere.',
        seen: '`Failed to start http worker process. workerId:` and `Initializing HttpWorker timed out.`, three times in half a minute each, then the host stops.',
        fix: 'Listen on it:\n\n```go\nhttp.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)\n```',
        source: '`src/WebJobs.Script/Workers/Http/HttpWorkerConstants.cs` of Azure/azure-functions-host; Azure/azure-functions-host#9779',
    },
    'port-variable-legacy': {
        severity: 'notice',
        title: 'The port is read from its earlier name',
        wrong: 'FUNCTIONS_HTTPWORKER_PORT still works.',
        seen: 'Nothing: it works.',
        fix: 'Read FUNCTIONS_CUSTOMHANDLER_PORT.',
        source: '`HttpWorkerConstants.cs` of Azure/azure-functions-host',
    },
};

;// CONCATENATED MODULE: ./src/project/codes/modules.ts
const modules_moduleCodes = {
    'go-mod-replace-outside': {
        severity: 'warning',
        title: 'go.mod replaces a module by a folder elsewhere',
        wrong: 'The target of a `replace` lies outside of the repository, so the build works on one machine only.',
        seen: 'Nothing: the build fails with `replacement directory ../lib does not exist`.',
        fix: 'Remove the replacement, or put the module into the repository.',
        source: 'Go modules reference, replace directive',
    },
    'go-sum-absent': {
        severity: 'warning',
        title: 'go.sum is missing',
        wrong: 'go.mod requires modules, but there is no go.sum beside it.',
        seen: 'Nothing: the build fails with `missing go.sum entry`.',
        fix: 'Run `go mod tidy` and commit `go.sum`.',
        source: 'Go modules reference, go.sum files',
    },
    'extensions-project': {
        severity: 'warning',
        title: 'Own extensions beside an extension bundle',
        wrong: 'The project has `extensions.csproj` and `bin/`, and host.json has an `extensionBundle`.',
        seen: 'Extensions conflict; bindings may not be found.',
        fix: 'Keep one of the two.',
        source: 'extension pages of Azure Functions; start check of Azure/azure-functions-core-tools',
    },
    'model-ambiguous': {
        severity: 'error',
        title: 'Custom handler and native worker at once',
        wrong: 'host.json has a custom handler, and the Go code of the folder starts the native worker.',
        seen: 'With the section in place the host starts the program as a custom handler; it never listens: `Initializing HttpWorker timed out.`',
        fix: 'Remove the section, or the native worker from the code. The input `model` decides which one is checked.',
        source: 'README and docs of Azure/azure-functions-golang-worker; `src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
    },
    'native-custom-handler': {
        severity: 'error',
        title: 'customHandler in a project for the native worker',
        wrong: 'The section makes the host start the program as a custom handler.',
        seen: '`Initializing HttpWorker timed out.`; no function is listed.',
        fix: 'Remove the section.',
        source: 'README and docs of Azure/azure-functions-golang-worker',
    },
    'native-function-json': {
        severity: 'error',
        title: 'function.json in a project for the native worker',
        wrong: 'Functions of the native worker are registered in code; a function.json is a left-over and disturbs the indexing.',
        seen: 'Functions are missing from the list or in error.',
        fix: 'Delete the folder.',
        source: 'GO-005 of Azure/azure-functions-skills',
    },
    'native-go-version': {
        severity: 'error',
        title: 'The native worker needs Go 1.24',
        wrong: 'The `go` directive in go.mod names an earlier version.',
        seen: 'Nothing: the build is refused.',
        fix: 'Write `go 1.24` or later.',
        source: '`GoHelpers.cs` of Azure/azure-functions-core-tools; README and docs of Azure/azure-functions-golang-worker',
    },
    'native-trigger-import': {
        severity: 'warning',
        title: 'A trigger of the native worker lacks its import',
        wrong: 'Extension triggers such as Blob work only when the package with their client is imported, if only for its effect.',
        seen: 'The trigger is not registered; the function is missing or fails.',
        fix: 'Add `import _ "github.com/azure/azure-functions-golang-worker/triggers/blob"`.',
        source: 'README and docs of Azure/azure-functions-golang-worker; GO-006 of Azure/azure-functions-skills',
    },
    'native-not-started': {
        severity: 'warning',
        title: 'The native worker is not started',
        wrong: 'Nothing calls `worker.Start`.',
        seen: 'No function is listed.',
        fix: 'End `main` with `worker.Start(app)`.',
        source: 'README and docs of Azure/azure-functions-golang-worker',
    },
};

;// CONCATENATED MODULE: ./src/project/codes.ts









const projectCodes = {
    ...folderCodes,
    ...hostJsonCodes,
    ...hostSettingCodes,
    ...customHandlerCodes,
    ...executableCodes,
    ...functionCodes,
    ...bindingCodes,
    ...httpCodes,
    ...modules_moduleCodes,
};

;// CONCATENATED MODULE: ./src/stages/codes.ts
const stageCodes = {
    'input-invalid': {
        severity: 'error',
        title: 'An input is not usable',
        wrong: 'One or more values in the `with:` block of the step are not allowed, or contradict each other. All of them are listed at once.',
        seen: 'Nothing: the run stops before anything is built.',
        fix: 'Correct the values that the message quotes; it names what is allowed for each.',
        source: 'The list of inputs in action.yml.',
    },
    'binary-missing': {
        severity: 'error',
        title: 'The binary that the input names is not there',
        wrong: 'The `binary` input names a file that does not exist in the workspace.',
        seen: 'Nothing: the run stops before anything is packed.',
        fix: 'Set `binary` to the path of the built file, relative to the workspace, and build it in an earlier step of the same job. Or remove the input: the action builds the project itself.',
        source: 'The `binary` input in action.yml.',
    },
    'package-missing': {
        severity: 'error',
        title: 'The package that the input names is not there',
        wrong: 'The `package` input names a file that does not exist in the workspace.',
        seen: 'Nothing: the run stops before anything is deployed.',
        fix: 'Set `package` to the path of the zip, relative to the workspace. After `actions/download-artifact` that is the folder it downloads to, and the name of the zip.',
        source: 'The `package` input in action.yml.',
    },
    'build-silent': {
        severity: 'error',
        title: 'go build gave neither a binary nor a reason',
        wrong: 'The Go command ended without an executable, and printed nothing that explains it.',
        seen: 'Nothing: there is no binary to deploy.',
        fix: 'Run the job again with debug logging. If it stays, run the printed command by hand.',
        source: 'The exit code and output of `go build`.',
    },
};

;// CONCATENATED MODULE: ./src/stages/code-descriptions.ts
/**
 * The descriptions of every code of the rooms and the stages, for SARIF. They are long texts: import this only when they are
 * written somewhere, never at start-up.
 */







/** Code to description, as docs/findings.md shows them. */
const codeDescriptions = {
    ...projectCodes,
    ...goCodes,
    ...elfCodes,
    ...archiveCodes,
    ...hostCodes,
    ...azureCodes,
    ...stageCodes,
};

;// CONCATENATED MODULE: ./src/stages/sarif.ts
/**
 * Writes the findings as SARIF where `sarif-file` says. Imported only then: the library and the descriptions of
 * all codes come with it.
 */







/**
 * Writes the file.
 *
 * @param run the run
 * @param report its report
 * @returns why it was not written, in one sentence; undefined when it was
 */
async function writeSarif(run, report) {
    const { inputs, environment, projectFolder, repositoryRoot, workspace } = run;
    const path = (0,external_node_path_.resolve)(workspace.folder, inputs.sarifFile);
    const text = renderSarif({
        tool: {
            name: 'go-azure-func-action',
            version: package_0/* version */.rE,
            findingsPage: (0,step/* findingsPage */.uu)(environment),
            homePage: (0,step/* homePage */.PX)(environment),
        },
        findings: report.findings,
        ignored: report.ignored,
        descriptions: codeDescriptions,
        defaultFile: (0,runner_workspace/* repositoryPath */.SH)((0,external_node_path_.join)(projectFolder, 'host.json'), repositoryRoot),
    });
    return (0,publish/* writeResultFile */.tH)(path, text, 'SARIF file');
}


/***/ }),

/***/ 8330:
/***/ ((module) => {

module.exports = {"rE":"0.1.0"};

/***/ })

};
