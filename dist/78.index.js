"use strict";
exports.id = 78;
exports.ids = [78];
exports.modules = {

/***/ 61078:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeSarif: () => (/* binding */ writeSarif)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./package.json
var package_0 = __webpack_require__(8330);
// EXTERNAL MODULE: ./src/report/publish.ts
var publish = __webpack_require__(4617);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/node-sarif-builder/dist/index.js
var dist = __webpack_require__(30675);
// EXTERNAL MODULE: ./src/report/position.ts
var position = __webpack_require__(99283);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(30776);
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
 * @see SARIF 2.1.0 Errata 01 \u00a73.13 and following; GitHub Docs "SARIF support for code scanning"
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
 * brackets are escaped (\u00a73.11.6); others stay as they are, because not every viewer removes the backslashes. For the
 * same reason braces are not doubled (\u00a73.11.5): there are no arguments that could replace a placeholder.
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
var step = __webpack_require__(97770);
// EXTERNAL MODULE: ./src/runner/workspace.ts + 1 modules
var runner_workspace = __webpack_require__(80320);
// EXTERNAL MODULE: ./src/stages/code-descriptions.ts + 27 modules
var code_descriptions = __webpack_require__(31811);
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
        descriptions: code_descriptions.codeDescriptions,
        defaultFile: (0,runner_workspace/* repositoryPath */.SH)((0,external_node_path_.join)(projectFolder, 'host.json'), repositoryRoot),
    });
    return (0,publish/* writeResultFile */.tH)(path, text, 'SARIF file');
}


/***/ }),

/***/ 8330:
/***/ (function (module) {

module.exports = {"rE":"0.1.0"};

/***/ })

};
;