"use strict";
exports.id = 622;
exports.ids = [622];
exports.modules = {

/***/ 31885:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers as people read them. The same wording in the log, the annotations and the summary. */
/**
 * @param sizeBytes a number of bytes
 * @returns decimal units with one digit, for example `7.9 MB`; `?` for what is not a size
 */
function formatBytes(sizeBytes) {
    if (!Number.isFinite(sizeBytes) || sizeBytes < 0)
        return '?';
    if (sizeBytes < 1000)
        return `${Math.round(sizeBytes)} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = sizeBytes / 1000;
    let unit = 0;
    // 999.95 would be written as "1000.0 kB": it belongs to the next unit.
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}
/**
 * @param elapsedMs a number of milliseconds
 * @returns `340 ms`, `12.3 s` or `2 min 05 s`; `?` for what is not a duration
 */
function formatDuration(elapsedMs) {
    if (!Number.isFinite(elapsedMs) || elapsedMs < 0)
        return '?';
    if (elapsedMs < 999.5)
        return `${Math.round(elapsedMs)} ms`;
    if (elapsedMs < 59_950)
        return `${(elapsedMs / 1000).toFixed(1)} s`;
    const seconds = Math.round(elapsedMs / 1000);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
/**
 * @param amount how many there are
 * @param noun what they are, in the singular, with a regular plural
 * @returns for example `1 error`, `2 errors`
 */
function countOf(amount, noun) {
    return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 53622:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  largestSummaryBytes: () => (/* binding */ largestSummaryBytes),
  renderSummary: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(30776);
;// CONCATENATED MODULE: ./src/report/markdown.ts
/**
 * The only place that turns untrusted text into GitHub-flavoured Markdown.
 * Text leaves here as escaped prose, a code span or a fence; no other file of the summary writes raw strings.
 */

/** What stands where there is nothing to say; an empty cell looks like a mistake. */
const nothing = '\u2014';
/**
 * What GitHub links or replaces in ordinary text whether or not it is escaped, because it works on the
 * finished text: mentions, issue numbers, commits, advisories, addresses, emoji names, mathematics.
 */
const rewritten = /[@$]|#\d|:\/\/|www\.|\b(?:GH|GHSA|CVE)-|:[\w+-]+:|mailto:|xmpp:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i;
/**
 * Running text. Text between backticks becomes a code span, and so does every word that GitHub would turn
 * into a link, a mention or an emoji; all else is escaped. Line ends become `<br>`.
 *
 * @param text untrusted text
 * @param maxLength most characters to show
 * @returns inline Markdown on one line, also fit for a table cell
 * @see GitHub Flavored Markdown 0.29 \u00a72.4, \u00a76; GitHub Docs "Autolinked references and URLs"
 */
function prose(text, maxLength = 2000) {
    const lines = (0,visible/* visible */.R)((0,visible/* clip */.$)(text, maxLength)).split('\n');
    return lines.map(proseLine).filter(Boolean).join('<br>') || nothing;
}
function proseLine(line) {
    return line
        .split(/(`[^`]+`)/)
        .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : words(part)))
        .join('')
        .trim();
}
function words(text) {
    return text
        .split(/([ \t]+)/)
        .map((token) => (/^[ \t]*$/.test(token) ? token && ' ' : word(token)))
        .join('');
}
function word(token) {
    if (!rewritten.test(token))
        return escaped(token);
    const [, before = '', core = '', after = ''] = /^(['"(]*)(.*?)(['").,;:]*)$/.exec(token) ?? [];
    return core === '' ? escaped(token) : before + code(core) + after;
}
function escaped(token) {
    return token
        .replace(/&/g, '&amp;')
        .replace(/[\\`*~[\]]/g, '\\$&')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\|/g, '&#124;')
        .replace(/(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, '\\_')
        .replace(/^([-+=#])/, '\\$1')
        .replace(/^(\d+)([.)])$/, '$1\\$2');
}
/**
 * Text as it was written, in a fixed-width face.
 *
 * @param text untrusted text
 * @param maxLength most characters to show
 * @returns a code span on one line, also fit for a table cell. Implementations disagree on a backslash before
 *   a pipe inside a table, therefore a pipe stands between two spans as an entity.
 * @see GitHub Flavored Markdown 0.29 \u00a74.10, \u00a76.3
 */
function code(text, maxLength = 400) {
    const line = (0,visible/* visible */.R)((0,visible/* clip */.$)(text, maxLength)).replace(/\n/g, '\u23ce').replace(/\t/g, '\u2409');
    if (line === '')
        return nothing;
    return line
        .split('|')
        .map((part) => (part === '' ? '' : codeSpan(part)))
        .join('&#124;');
}
function codeSpan(text) {
    const shown = text.replace(/^ +| +$/g, (spaces) => '\u2420'.repeat(spaces.length));
    const delimiter = '`'.repeat(longestRun(shown, '`') + 1);
    const padding = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
    return delimiter + padding + shown + padding + delimiter;
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const candidate of text) {
        run = candidate === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/**
 * A code block that keeps lines and tabs as they are.
 *
 * @param text untrusted text, for example what a program printed
 * @param language info string, from us
 * @param maxLength most characters to show; what was cut is said inside the block
 * @returns a fence longer than any run of backticks inside
 */
function fence(text, language = 'text', maxLength = 20_000) {
    const shown = withoutLastLineEnds((0,visible/* visible */.R)((0,visible/* clip */.$)(text, maxLength, `\n\u2026 (${text.length} characters in all)`)));
    const delimiter = '`'.repeat(Math.max(3, longestRun(shown, '`') + 1));
    return `${delimiter}${language}\n${shown}\n${delimiter}`;
}
/** By hand: a pattern for this takes quadratic time on text that is mostly line ends. */
function withoutLastLineEnds(text) {
    let end = text.length;
    while (text.charAt(end - 1) === '\n')
        end -= 1;
    return text.slice(0, end);
}
/**
 * @param headings column headings, from us; `''` for a column without one
 * @param rows cells made by `prose`, `code` or from numbers
 * @returns a table; empty cells get a dash
 */
function table(headings, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(headings.map((heading) => heading || ' ')),
        line(headings.map(() => ':---')),
        ...rows.map((row) => line(headings.map((_, index) => row[index] || nothing))),
    ].join('\n');
}
/**
 * @param facts names from us, and values made by `prose`, `code` or from numbers; facts without a value are left out
 * @returns a table of two columns. GitHub draws an empty heading as an empty row, so the first fact is the heading.
 */
function factTable(facts) {
    const [first = '', ...rest] = facts.flatMap(([name, value]) => value === undefined ? [] : [`| **${name}** | ${value || nothing} |`]);
    return [first, '| :--- | :--- |', ...rest].join('\n');
}
/**
 * @param title one line of plain text, from us
 * @param body Markdown blocks
 * @returns a block that opens on a click. The blank lines make GitHub read the body as Markdown.
 */
function collapsed(title, body) {
    const label = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `<details><summary>${label}</summary>\n\n${body}\n\n</details>`;
}
/**
 * @param blocks Markdown blocks; absent ones are left out
 * @returns the blocks with a blank line between them
 */
function stacked(...blocks) {
    return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

// EXTERNAL MODULE: ./src/report/quantities.ts
var quantities = __webpack_require__(31885);
;// CONCATENATED MODULE: ./src/report/artifact-section.ts
/** What was built: the artifact as a small table, and what `file` and `ldd` say of it. */


const mostLibraries = 20;
/**
 * @param report the run
 * @returns the artifact and the two tool outputs; nothing before the inspection
 */
function artifactSections(report) {
    const { artifact } = report;
    if (artifact === undefined)
        return [];
    const tools = stacked(artifact.fileOutput && fence(artifact.fileOutput), artifact.lddOutput && fence(artifact.lddOutput));
    const sections = [{ title: 'Artifact', body: artifactTable(report, artifact), isDetail: false }];
    if (tools !== '')
        sections.push({ title: 'What `file` and `ldd` say', body: tools, isDetail: true });
    return sections;
}
function artifactTable(report, artifact) {
    const go = artifact.goVersion || report.build?.goVersion || '';
    const facts = [
        ['Executable', `${code(artifact.path)}, ${(0,quantities/* formatBytes */.z3)(artifact.sizeBytes)}`],
        ['Linkage', linkage(artifact)],
        ['Machine', artifact.machine === '' ? 'not an ELF file' : code(artifact.machine, 80)],
        ['Go', go === '' ? 'no Go build information' : code(go, 80)],
    ];
    const { build } = report;
    if (build !== undefined)
        facts.push(['Build', buildTime(build)]);
    if (report.package !== undefined) {
        const { path, sizeBytes, sha256 } = report.package;
        facts.push(['Package', `${code(path)}, ${(0,quantities/* formatBytes */.z3)(sizeBytes)}`], ['SHA-256', code(sha256, 80)]);
    }
    if (report.project !== undefined) {
        const model = report.project.model === 'native' ? 'native Go worker' : 'custom handler';
        facts.push(['Project', `${code(report.project.folder)}, ${model}`]);
    }
    return factTable(facts);
}
const cacheWords = {
    cold: 'the build cache was cold: nearly everything was compiled',
    partial: 'the build cache held a part of it',
    warm: 'the build cache was warm: nothing was compiled anew',
};
function buildTime({ elapsedMs, cacheState }) {
    const time = (0,quantities/* formatDuration */.a3)(elapsedMs);
    return cacheState === undefined ? time : `${time}; ${cacheWords[cacheState]}`;
}
function linkage(artifact) {
    if (artifact.linkage === 'unknown')
        return 'unknown';
    if (artifact.linkage === 'static')
        return 'static: no interpreter, no shared libraries';
    const parts = ['**dynamic**'];
    if (artifact.interpreter !== '')
        parts.push(`interpreter ${code(artifact.interpreter)}`);
    if (artifact.needed.length > 0)
        parts.push(`needs ${libraries(artifact.needed)}`);
    return parts.join('; ');
}
function libraries(needed) {
    const shown = needed.slice(0, mostLibraries).map((name) => code(name, 120));
    const rest = needed.length - shown.length;
    return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

;// CONCATENATED MODULE: ./src/report/azure-link.ts
/**
 * Links of the summary that leave GitHub. A link is only made of an address that cannot be anything else:
 * the rest is shown as text.
 */

/** Domains of function apps in the three clouds; anything else may be a trap and is not made clickable. */
const appAddress = /^https:\/\/[a-z0-9](?:[a-z0-9.-]{0,200})\.(?:azurewebsites\.net|azurewebsites\.us|chinacloudsites\.cn)(?:\/[A-Za-z0-9._~/-]{0,300})?$/;
/**
 * @param text what to show
 * @param url where it leads
 * @returns a link when the address is an app's on Azure, else the text as code
 */
function azureLink(text, url) {
    return url !== undefined && appAddress.test(url) ? `[${code(text)}](${url})` : code(text);
}

;// CONCATENATED MODULE: ./src/report/azure-section.ts
/** The deployment and its verification: what was sent where, what the server said, what Azure then listed. */



const mostLogLines = 400;
const mostErrors = 20;
const mostFunctions = 100;
/** The ways of delivering a package, in words. */
const ways = new Map([
    ['flex', 'Flex Consumption one deploy'],
    ['zipdeploy', 'zip deploy'],
    ['blob', 'run from a package in blob storage'],
]);
/**
 * @param report the run
 * @returns deployment and verification, as far as the run came
 */
function azureSections(report) {
    const sections = [];
    if (report.deployment !== undefined) {
        const title = report.deployment.dryRun ? 'Deployment (dry run)' : 'Deployment';
        sections.push({ title, body: deployment(report.deployment), isDetail: true });
    }
    if (report.verification !== undefined) {
        const title = report.swap === undefined ? 'Verification' : 'Verification of the slot';
        sections.push({ title, body: verificationBody(report.verification), isDetail: true });
    }
    return sections;
}
function deployment(record) {
    const delivery = record.way === undefined ? undefined : (ways.get(record.way) ?? record.way);
    const facts = [
        ['Function app', code(record.appName, 80)],
        ['Slot', optional(record.slotName, code)],
        ['Resource group', code(record.resourceGroup, 120)],
        ['Plan', prose(record.plan, 120)],
        ['Address', azureLink(record.appUrl, record.appUrl)],
        ['Delivered by', optional(delivery, prose)],
        ['Deployment', optional(record.deploymentId, code)],
        ['State', prose(record.state, 300)],
        ['Accepted audience', optional(record.scmAudience, code)],
        ['Upload', optional(record.uploadMs, quantities/* formatDuration */.a3)],
        ['Server', optional(record.serverMs, quantities/* formatDuration */.a3)],
    ];
    return stacked(factTable(facts), serverLog(record.log));
}
function optional(value, render) {
    return value === undefined ? undefined : render(value);
}
function serverLog(log) {
    if (log.length === 0)
        return undefined;
    // The end of a log says how it ended.
    const shown = log.slice(-mostLogLines);
    const title = `Server log, ${shown.length < log.length ? `last ${shown.length} of ` : ''}${log.length} lines`;
    return collapsed(title, fence(shown.join('\n'), 'text', 60_000));
}
/**
 * @param record one verification
 * @returns its facts, errors of the host, and the answer of the app
 */
function verificationBody(record) {
    const facts = [
        ['Result', record.isVerified ? 'verified' : '**not verified**'],
        ['Host', prose(record.hostState, 120)],
        ['Time', (0,quantities/* formatDuration */.a3)(record.elapsedMs)],
        ['Functions listed', functionsLine(record)],
        ['Answer', optional(record.probe, probeLine)],
    ];
    const errors = record.hostErrors.slice(0, mostErrors).map((error) => `- ${prose(error, 1000)}`);
    return stacked(factTable(facts), errors.length > 0 ? `The host reports:\n\n${errors.join('\n')}` : undefined, record.probe?.bodyExcerpt
        ? collapsed('Answer of the app', fence(record.probe.bodyExcerpt, 'text', 4000))
        : '');
}
function functionsLine(record) {
    if (record.expected.length === 0)
        return `${record.listed.length}, whose names are known from Azure alone`;
    const missing = record.expected.filter((name) => !record.listed.includes(name));
    const found = record.expected.length - missing.length;
    const line = `${found} of ${record.expected.length} expected`;
    if (missing.length === 0)
        return line;
    const names = missing.slice(0, mostFunctions).map((name) => code(name, 140));
    const rest = missing.length - names.length;
    return `${line}; missing: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
function probeLine(probe) {
    return `GET ${code(probe.url)} answered ${code(String(probe.status))} in ${(0,quantities/* formatDuration */.a3)(probe.elapsedMs)}`;
}

// EXTERNAL MODULE: ./src/findings.ts
var src_findings = __webpack_require__(81001);
;// CONCATENATED MODULE: ./src/report/findings-section.ts
/** Everything that was found, worst first, and what was accepted on purpose. */



const mostFindings = 300;
/**
 * @param report the run
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns the findings, and the ignored ones collapsed below
 */
function findingSections(report, docsUrl) {
    const { findings, ignored } = report;
    if (findings.length === 0 && ignored.length === 0)
        return [];
    const accepted = ignored.length === 0 ? undefined : ignoredBlock(ignored, docsUrl);
    const all = findings.length === 0 ? 'None.' : findingTable(findings, docsUrl);
    return [{ title: 'Findings', body: stacked(all, accepted), isDetail: true }];
}
function ignoredBlock(ignored, docsUrl) {
    const title = `Ignored: ${(0,quantities/* countOf */.pq)(ignored.length, 'finding')} accepted with ignore-findings`;
    return collapsed(title, findingTable(ignored, docsUrl));
}
/**
 * @param findings any findings
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns a table of them, worst first, and how many were left out
 */
function findingTable(findings, docsUrl) {
    const sorted = sortFindings(findings);
    const rows = sorted
        .slice(0, mostFindings)
        .map((finding) => [
        finding.severity === 'error' ? '**error**' : finding.severity,
        description(finding),
        codeLink(finding.code, docsUrl) + place(finding.location),
    ]);
    const rest = sorted.length - rows.length;
    return stacked(table(['', 'What was found, and what to do', 'Code and place'], rows), rest > 0 ? `And ${(0,quantities/* countOf */.pq)(rest, 'more finding')}, which the report file lists.` : undefined);
}
/**
 * @param findings any findings
 * @returns the same, errors first; within a severity by file, line and column, those without a place first
 */
function sortFindings(findings) {
    return [...findings].sort((a, b) => src_findings/* severities */.g.indexOf(a.severity) - src_findings/* severities */.g.indexOf(b.severity) ||
        compareText(a.location?.file ?? '', b.location?.file ?? '') ||
        (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
        (a.location?.column ?? 0) - (b.location?.column ?? 0));
}
/** By code unit, so that the order does not depend on the machine's language. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function description(finding) {
    const hint = finding.hint === '' ? '' : `<br>**Fix:** ${prose(finding.hint)}`;
    return prose(finding.message) + hint;
}
function codeLink(name, docsUrl) {
    const isLinkable = docsUrl !== undefined && /^https:\/\/[\w./-]+$/.test(docsUrl) && /^[a-z0-9-]+$/.test(name);
    return isLinkable ? `[${code(name)}](${docsUrl}#${name})` : code(name, 100);
}
function place(location) {
    if (location === undefined)
        return '';
    const { file, line, column } = location;
    const parts = [file, line, line === undefined ? undefined : column];
    return `<br>${code(parts.filter((part) => part !== undefined).join(':'))}`;
}

;// CONCATENATED MODULE: ./src/report/functions-section.ts
/** The functions of the app: trigger, methods, route, and when Azure listed them. */



const functions_section_mostFunctions = 200;
const mostOpenFunctions = 15;
/**
 * @param report the run
 * @returns the functions; a long list is collapsed
 */
function functionSections(report) {
    const functions = report.project?.functions ?? [];
    if (functions.length === 0) {
        if (report.project?.model !== 'native')
            return [];
        const body = 'The native Go worker registers its functions in code: Azure lists them after a deployment.';
        return [{ title: 'Functions', body, isDetail: true }];
    }
    const list = functionTable(functions);
    const title = (0,quantities/* countOf */.pq)(functions.length, 'function');
    const body = functions.length > mostOpenFunctions ? collapsed(title, list) : list;
    return [{ title: 'Functions', body, isDetail: true }];
}
function functionTable(functions) {
    const isListed = functions.some((entry) => entry.listedAfterMs !== undefined);
    const headings = [
        'Function',
        'Trigger',
        'Methods',
        'Route',
        'Access',
        ...(isListed ? ['Listed after'] : []),
    ];
    const rows = functions
        .slice(0, functions_section_mostFunctions)
        .map((entry) => [
        code(entry.name, 140),
        code(entry.trigger, 80),
        methods(entry),
        entry.route === undefined ? '' : azureLink(entry.route, entry.url),
        prose(entry.authLevel ?? '', 40),
        entry.listedAfterMs === undefined ? '' : (0,quantities/* formatDuration */.a3)(entry.listedAfterMs),
    ]);
    const rest = functions.length - rows.length;
    return stacked(table(headings, rows), rest > 0 ? `And ${(0,quantities/* countOf */.pq)(rest, 'more function')}.` : undefined);
}
function methods(entry) {
    if (entry.methods === undefined)
        return '';
    return entry.methods.length === 0 ? 'every method' : prose(entry.methods.join(', '), 120);
}

;// CONCATENATED MODULE: ./src/report/mermaid.ts
/**
 * Text inside Mermaid diagrams. Mermaid has several small languages with many keywords; nothing untrusted
 * reaches their grammars, because all of it travels as entity codes.
 */

/**
 * A label in which only Latin letters, digits and spaces stand for themselves. The first character is always
 * written as a code, so that a label can never be read as a keyword (`end`, `title \u2026`, `section \u2026`).
 *
 * Mermaid decodes those codes before it looks for formulas (`$$`) and icons (`fa:fa-car`), therefore `$` and `:`
 * are drawn with the signs that look most like them.
 *
 * @param text untrusted text
 * @param maxLength most characters to show
 * @returns text for a quoted flowchart label or a Gantt task name; a single space when there is none
 * @see Mermaid documentation, "Entity codes to escape characters"
 */
function mermaidLabel(text, maxLength = 60) {
    const line = (0,visible/* visible */.R)((0,visible/* clip */.$)(text, maxLength))
        .replace(/[\n\t]+/g, ' ')
        .replace(/\$/g, '\uff04')
        .replace(/:/g, '\u2236');
    if (line.trim() === '')
        return ' ';
    return Array.from(line, (character, index) => index > 0 && /^[A-Za-z0-9 ]$/.test(character) ? character : `#${character.codePointAt(0) ?? 0};`).join('');
}
/**
 * @param lines the diagram, one statement a line
 * @returns a block that GitHub draws. Labels hold no backtick, therefore three always close it.
 */
function mermaidBlock(lines) {
    return ['```mermaid', ...lines, '```'].join('\n');
}

;// CONCATENATED MODULE: ./src/report/gantt.ts


const mostEntries = 40;
const sectionTitles = { runner: 'Runner', azure: 'Azure' };
/**
 * @param report the run
 * @returns the chart, or nothing when fewer than two pieces of work are known
 */
function ganttSections(report) {
    const entries = report.timeline.filter(isDrawable).slice(0, mostEntries);
    if (entries.length < 2)
        return [];
    return [{ title: 'Timings', body: mermaidBlock(chart(entries)), isDetail: true }];
}
function isDrawable(entry) {
    const endMs = entry.startedAtMs + entry.elapsedMs;
    return Number.isFinite(endMs) && entry.startedAtMs >= 0 && entry.elapsedMs >= 0 && endMs < 7 * 86_400_000;
}
function chart(entries) {
    const endMs = Math.max(...entries.map((entry) => entry.startedAtMs + entry.elapsedMs));
    const lines = [
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${axisFormat(endMs)}`,
        '  todayMarker off',
    ];
    for (const section of ['runner', 'azure']) {
        const own = entries.filter((entry) => entry.section === section);
        if (own.length === 0)
            continue;
        lines.push(`  section ${sectionTitles[section]}`);
        for (const entry of own)
            lines.push(`  ${task(entry)}`);
    }
    return lines;
}
function axisFormat(endMs) {
    if (endMs < 10_000)
        return '%S.%L';
    return endMs < 3_600_000 ? '%M:%S' : '%H:%M:%S';
}
function task(entry) {
    const name = mermaidLabel(`${entry.label} ${(0,quantities/* formatDuration */.a3)(entry.elapsedMs)}`, 80);
    return `${name} :${moment(entry.startedAtMs)}, ${moment(entry.startedAtMs + entry.elapsedMs)}`;
}
/**
 * Mermaid reads and writes dates in the reader's own time zone, so the run is laid on a midnight without a
 * zone: the axis then counts from 00:00 everywhere.
 */
function moment(ms) {
    return new Date(Date.UTC(2001, 0, 1) + Math.round(ms)).toISOString().replace('T', ' ').replace('Z', '');
}

;// CONCATENATED MODULE: ./src/report/gap-graph.ts
/**
 * Why a dynamic binary does not start: what it asks for, and what each generation of the Functions host lacks,
 * drawn as a Mermaid flowchart and told again as a table.
 */


// Beyond this a graph is a tangle; the table below it names everything.
const gap_graph_mostLibraries = 12;
const mostHosts = 6;
const mostNamesInCell = 12;
/**
 * @param report the run
 * @returns the graph and its table when the binary is dynamic, else nothing
 */
function gapSections(report) {
    const { artifact } = report;
    if (artifact?.linkage !== 'dynamic')
        return [];
    const body = stacked(mermaidBlock(graph(artifact)), explanation(artifact), gapTable(artifact.gaps));
    return [{ title: 'What the binary asks for and what the hosts lack', body, isDetail: true }];
}
function graph(artifact) {
    const name = artifact.path.split('/').at(-1) ?? artifact.path;
    const hosts = artifact.gaps.slice(0, mostHosts);
    const lines = ['flowchart LR', `  binary["${mermaidLabel(name)}"]:::asks`];
    const classes = new Set(['asks']);
    const node = (id, label, style) => {
        classes.add(style);
        lines.push(`  ${id}["${label}"]:::${style}`);
    };
    hosts.forEach((gap, index) => {
        const state = isComplete(gap) ? 'could start it' : 'cannot start it';
        node(`host${index}`, `${mermaidLabel(gap.host)}<br/>${state}`, isComplete(gap) ? 'has' : 'lacks');
        // A longer arrow keeps the host in the column of the other hosts.
        if (isComplete(gap))
            lines.push(`  binary -..->|"has all of it"| host${index}`);
    });
    if (artifact.interpreter !== '') {
        const isMissing = hosts.some((gap) => !gap.hasInterpreter);
        node('interpreter', mermaidLabel(artifact.interpreter), isMissing ? 'missing' : 'asks');
        lines.push('  binary -- "starts through" --> interpreter');
        hosts.forEach((gap, index) => {
            if (!gap.hasInterpreter)
                lines.push(`  interpreter -- "not there" --> host${index}`);
        });
    }
    const libraries = librariesOf(artifact, hosts);
    libraries.slice(0, gap_graph_mostLibraries).forEach((library, position) => {
        const id = `library${position}`;
        const edges = hosts.flatMap((gap, index) => libraryEdge(id, library, gap, index));
        node(id, mermaidLabel(library), edges.length > 0 ? 'missing' : 'asks');
        const arrow = artifact.needed.includes(library) ? '-- "needs" -->' : '-. "indirectly" .->';
        lines.push(`  binary ${arrow} ${id}`, ...edges);
    });
    if (libraries.length > gap_graph_mostLibraries) {
        node('rest', `and ${libraries.length - gap_graph_mostLibraries} more`, 'asks');
        lines.push('  binary -- "needs" --> rest');
    }
    return [...lines, ...[...classes].map((style) => `  classDef ${style} ${colours[style]}`)];
}
/** Fill, line and text are all set: GitHub draws diagrams on a light or a dark page. */
const colours = {
    asks: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
    missing: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
    lacks: 'fill:#ffebe9,stroke:#d1242f,color:#1f2328',
    has: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
};
function isComplete(gap) {
    return gap.hasInterpreter && gap.missingLibraries.length === 0 && gap.missingVersions.length === 0;
}
/** What the binary names itself, then what is missing further down; missing ones first. */
function librariesOf(artifact, hosts) {
    const lacking = hosts.flatMap((gap) => [
        ...gap.missingLibraries,
        ...gap.missingVersions.map((missing) => missing.library),
    ]);
    const isLacking = new Set(lacking);
    const all = [...new Set([...artifact.needed, ...lacking])];
    return [...all.filter((name) => isLacking.has(name)), ...all.filter((name) => !isLacking.has(name))];
}
function libraryEdge(id, library, gap, index) {
    if (gap.missingLibraries.includes(library))
        return [`  ${id} -- "not there" --> host${index}`];
    const versions = gap.missingVersions.filter((missing) => missing.library === library);
    const [first] = versions;
    if (first === undefined)
        return [];
    const more = versions.length > 1 ? ` and ${versions.length - 1} more` : '';
    return [`  ${id} -- "no ${mermaidLabel(first.version, 40)}${more}" --> host${index}`];
}
function explanation(artifact) {
    const [complete, lacking] = [artifact.gaps.filter(isComplete).length, artifact.gaps.length];
    const loader = artifact.interpreter === ''
        ? 'The binary names shared libraries'
        : `The kernel does not start the binary itself: it starts ${code(artifact.interpreter)}, which loads the libraries`;
    if (lacking === 0)
        return `${loader}; nothing promises that they are there in the Functions host.`;
    if (complete === lacking) {
        return `${loader}. The hosts known today have them all, but nothing promises that the next one will.`;
    }
    return `${loader}. Where one of them is missing or too old, the process ends before any Go code runs.`;
}
function gapTable(gaps) {
    if (gaps.length === 0)
        return undefined;
    const rows = gaps.map((gap) => [prose(gap.host, 120), prose(gap.plans, 300), lacks(gap)]);
    return table(['Functions host', 'Plans', 'Lacks'], rows);
}
function lacks(gap) {
    if (isComplete(gap))
        return 'nothing';
    const names = [
        ...(gap.hasInterpreter ? [] : ['the interpreter']),
        ...gap.missingLibraries.map((name) => code(name, 120)),
        ...gap.missingVersions.map(({ library, version }) => `${code(version, 80)} of ${code(library, 120)}`),
    ];
    const rest = names.length - mostNamesInCell;
    return names.slice(0, mostNamesInCell).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

;// CONCATENATED MODULE: ./src/report/package-section.ts
/** What is in the zip: the largest entries, collapsed. */


const package_section_mostEntries = 12;
/**
 * @param report the run
 * @returns the contents of the package; nothing before it was made
 */
function packageSections(report) {
    if (report.package === undefined)
        return [];
    return [{ title: 'Package', body: contents(report.package), isDetail: true }];
}
function contents(zip) {
    const largest = [...zip.entries].sort((a, b) => b.sizeBytes - a.sizeBytes);
    const [shown, rest] = [largest.slice(0, package_section_mostEntries), largest.slice(package_section_mostEntries)];
    const total = zip.entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
    const rows = shown.map((entry) => [
        code(entry.name, 260),
        (0,quantities/* formatBytes */.z3)(entry.sizeBytes),
        (0,quantities/* formatBytes */.z3)(entry.compressedBytes),
        code((entry.mode & 0o7777).toString(8).padStart(4, '0')),
    ]);
    const restBytes = rest.reduce((sum, entry) => sum + entry.sizeBytes, 0);
    const title = `${(0,quantities/* countOf */.pq)(zip.entries.length, 'file')}, ${(0,quantities/* formatBytes */.z3)(total)} unpacked, ` +
        `${(0,quantities/* formatBytes */.z3)(zip.sizeBytes)} packed in ${(0,quantities/* formatDuration */.a3)(zip.elapsedMs)}`;
    return collapsed(title, stacked(table(['Entry', 'Size', 'Compressed', 'Mode'], rows), rest.length > 0 ? `And ${(0,quantities/* countOf */.pq)(rest.length, 'smaller file')}, ${(0,quantities/* formatBytes */.z3)(restBytes)}.` : undefined));
}

;// CONCATENATED MODULE: ./src/report/rehearsal-section.ts
/** How the packaged app behaved when it was started on the runner as the Functions host starts it. */


const mostCalls = 50;
/**
 * @param report the run
 * @returns start time and calls; nothing when there was no rehearsal
 */
function rehearsalSections(report) {
    if (report.rehearsal === undefined)
        return [];
    return [{ title: 'Rehearsal on the runner', body: rehearsal(report.rehearsal), isDetail: true }];
}
function rehearsal(record) {
    const start = record.startMs === undefined
        ? undefined
        : `The handler listened after ${(0,quantities/* formatDuration */.a3)(record.startMs)}, started as the Functions host starts it.`;
    const rows = record.calls
        .slice(0, mostCalls)
        .map((call) => [
        code(call.functionName, 140),
        code(`${call.method} ${call.path}`, 260),
        code(String(call.status)),
        (0,quantities/* formatDuration */.a3)(call.elapsedMs),
    ]);
    const rest = record.calls.length - rows.length;
    return stacked(start, rows.length > 0 ? table(['Function', 'Request to the handler', 'Status', 'Time'], rows) : undefined, rest > 0 ? `And ${(0,quantities/* countOf */.pq)(rest, 'more call')}.` : undefined, record.note === undefined ? undefined : prose(record.note));
}

;// CONCATENATED MODULE: ./src/report/stages-section.ts
/** How far the run came, stage by stage, and how to repeat the build by hand. */


const mostStages = 30;
const mostFlags = 30;
const stateWords = {
    done: 'done',
    failed: '**failed**',
    skipped: 'skipped',
    'not-reached': 'not reached',
    cancelled: '**cancelled**',
};
/**
 * @param report the run
 * @returns the stage table; collapsed when the run passed, because then it holds no news
 */
function stageSections(report) {
    if (report.stages.length === 0)
        return [];
    const rows = report.stages
        .slice(0, mostStages)
        .map((stage) => [
        prose(stage.name, 40),
        stateWords[stage.state] ?? prose(stage.state, 40),
        stage.elapsedMs === undefined ? '' : (0,quantities/* formatDuration */.a3)(stage.elapsedMs),
        stage.reason === undefined ? '' : prose(stage.reason, 600),
    ]);
    const hasReasons = report.stages.some((stage) => stage.reason !== undefined);
    const list = table(['Stage', 'State', 'Time', ...(hasReasons ? ['Why'] : [])], rows);
    const done = report.stages.filter((stage) => stage.state === 'done').length;
    const body = report.outcome === 'passed' ? collapsed(`${done} of ${report.stages.length} stages done`, list) : list;
    return [{ title: 'Stages', body, isDetail: false }];
}
/**
 * @param report the run
 * @returns the `go build` line with its environment; nothing when nothing was built
 */
function reproductionSections(report) {
    const { build } = report;
    if (build === undefined)
        return [];
    const flags = build.neutralised.slice(0, mostFlags).map((flag) => code(flag, 200));
    const rest = build.neutralised.length - flags.length;
    const overridden = flags.length > 0
        ? `Overridden, because they would change how the binary is linked: ${flags.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
        : undefined;
    const body = stacked(fence(build.command, 'sh'), overridden);
    return [{ title: 'Build it yourself', body: collapsed('The exact command', body), isDetail: true }];
}

;// CONCATENATED MODULE: ./src/report/swap-section.ts
/** The swap: what was exchanged, what is active where at the end, and how its target verified. */




/**
 * @param report the run
 * @returns the swap and the verification of its target, apart from that of the slot
 */
function swapSections({ swap }) {
    if (swap === undefined)
        return [];
    const sections = [{ title: 'Swap', body: swapBody(swap), isDetail: true }];
    if (swap.verification !== undefined) {
        const body = verificationBody(swap.verification);
        sections.push({ title: 'Verification after the swap', body, isDetail: true });
    }
    return sections;
}
function swapBody(swap) {
    const { slotName, target, swapMs, swapBackMs, formerVerification } = swap;
    const facts = [
        ['Slots', `${code(slotName, 80)} and ${code(target, 80)}`],
        ['Result', outcomeOf(swap)],
        ['Operation', prose(swap.detail, 300)],
        ['Address', azureLink(swap.targetUrl, swap.targetUrl)],
        ['Former deployment', swap.formerDeploymentId === undefined ? undefined : code(swap.formerDeploymentId)],
        ['Former package', swap.formerSha256 === undefined ? undefined : code(swap.formerSha256)],
        ['Swap', swapMs === undefined ? undefined : (0,quantities/* formatDuration */.a3)(swapMs)],
        ['Swap back', swapBackMs === undefined ? undefined : (0,quantities/* formatDuration */.a3)(swapBackMs)],
    ];
    const former = formerVerification === undefined
        ? undefined
        : collapsed('Verification of the former package', verificationBody(formerVerification));
    return stacked(factTable(facts), former);
}
function outcomeOf({ state, target, slotName, verification }) {
    const place = code(target, 80);
    if (state === 'unknown')
        return '**not known**: the findings say what is known';
    if (state === 'not-swapped')
        return `**not swapped**: ${place} runs what it ran before, ${code(slotName, 80)} the new package`;
    if (state === 'swapped-back')
        return `**swapped back**: ${place} runs its former package, ${code(slotName, 80)} the new one`;
    const verified = verification?.isVerified === true ? 'verified' : '**not verified**';
    return `${place} runs the new package, ${verified}`;
}

;// CONCATENATED MODULE: ./src/report/verdict-line.ts
/** The first line of the summary: how the run ended, where, and why, in one sentence. */




const longestHeadline = 240;
/**
 * @param report the run
 * @returns a heading with the verdict, and one line with counts and times below it. A cause that is too long
 *   for a heading is repeated in full.
 */
function renderVerdict(report) {
    const { headline, cause } = verdictOf(report);
    const isCut = cause !== undefined && (cause.length > longestHeadline || cause.includes('\n'));
    return stacked(`## ${headline}`, isCut ? prose(cause, 4000) : undefined, factsLine(report));
}
function verdictOf(report) {
    if (report.outcome === 'passed')
        return { headline: `Passed: ${achievement(report)}` };
    const isCancelled = report.outcome === 'cancelled';
    const stage = stageIn(report, isCancelled ? 'cancelled' : 'failed');
    const place = stage === undefined ? '' : ` ${isCancelled ? 'during' : 'in'} ${prose(stage, 40)}`;
    const ending = `${isCancelled ? 'Cancelled' : 'Failed'}${place}`;
    const cause = report.cause ?? (isCancelled ? undefined : firstErrorOf(report));
    if (cause === undefined || cause === '')
        return { headline: ending };
    return { headline: `${ending}: ${prose(cause.split('\n')[0] ?? '', longestHeadline)}`, cause };
}
function stageIn(report, state) {
    return report.stages.find((stage) => stage.state === state)?.name;
}
function firstErrorOf(report) {
    return report.findings.find((finding) => finding.severity === 'error')?.message;
}
function achievement(report) {
    const { artifact, deployment, swap } = report;
    const verification = swap?.verification ?? report.verification;
    if (deployment?.dryRun) {
        return `ready to deploy to ${code(deployment.appName, 80)} (dry run, nothing was changed)`;
    }
    if (deployment !== undefined) {
        const app = azureLink(deployment.appName, swap?.targetUrl ?? deployment.appUrl);
        const deed = deedOf(report, app);
        if (!verification?.isVerified)
            return deed;
        const answer = verification.probe === undefined ? '' : ' and it answers';
        return `${deed}, Azure lists ${(0,quantities/* countOf */.pq)(verification.listed.length, 'function')}${answer}`;
    }
    if (artifact === undefined)
        return 'nothing was wrong';
    const state = artifact.linkage === 'static' ? 'is static and can start in Azure Functions' : 'was checked';
    return `${code(artifact.path, 120)} ${state}; nothing was deployed`;
}
function deedOf({ deployment, swap }, app) {
    if (deployment?.unchanged === true)
        return `skipped: the same package is active at ${app}`;
    if (swap === undefined)
        return `deployed to ${app}`;
    return `deployed to ${app} through the slot ${code(swap.slotName, 60)}, swapped with ${code(swap.target, 60)}`;
}
function factsLine(report) {
    const counts = (0,src_findings/* countFindings */.G)(report.findings);
    const found = src_findings/* severities */.g
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (0,quantities/* countOf */.pq)(counts[severity], severity));
    return [
        ...(found.length > 0 ? found : ['no findings']),
        ...(report.ignored.length > 0 ? [`${report.ignored.length} ignored`] : []),
        (0,quantities/* formatDuration */.a3)(report.elapsedMs),
        `started ${verdict_line_moment(report.startedAt)}`,
    ].join(' \u00b7 ');
}
function verdict_line_moment(startedAt) {
    const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/.exec(startedAt) ?? [];
    return day === undefined || minute === undefined ? code(startedAt, 40) : `${day} ${minute} UTC`;
}

;// CONCATENATED MODULE: ./src/report/summary.ts
/**
 * The job summary: puts the sections of a run in order and keeps the whole under GitHub's limit.
 * Pure: the same report gives the same Markdown on any machine.
 */













/** GitHub drops a step's summary above 1 MiB; this leaves room for what else the step may append. */
const largestSummaryBytes = 1_000_000;
/**
 * Renders a run, whatever came of it, from the verdict down to the details.
 *
 * @param report the run, complete or not; every string in it may be hostile
 * @param options where finding codes link to, and the size limit
 * @returns GitHub-flavoured Markdown of fewer than `maxBytes` bytes of UTF-8. When it would be larger, the
 *   longest details are left out first and named.
 */
function renderSummary(report, options = {}) {
    const verdict = renderVerdict(report);
    const sections = [
        ...artifactSections(report),
        ...gapSections(report),
        ...findingSections(report, options.docsUrl),
        ...functionSections(report),
        ...packageSections(report),
        ...rehearsalSections(report),
        ...azureSections(report),
        ...swapSections(report),
        ...ganttSections(report),
        ...stageSections(report),
        ...reproductionSections(report),
    ];
    return fitted(verdict, sections, options.maxBytes ?? largestSummaryBytes);
}
function fitted(verdict, sections, maxBytes) {
    let kept = sections;
    const dropped = [];
    let text = summary_document(verdict, kept, dropped);
    while (Buffer.byteLength(text) >= maxBytes) {
        const longest = longestOf(kept);
        if (longest === undefined)
            break;
        kept = kept.filter((section) => section !== longest);
        dropped.push(longest);
        text = summary_document(verdict, kept, dropped);
    }
    return text;
}
/** Details go first; a section that matters more only when nothing else is left to drop. */
function longestOf(sections) {
    const details = sections.filter((section) => section.isDetail);
    const candidates = details.length > 0 ? details : sections;
    return [...candidates].sort((a, b) => b.body.length - a.body.length)[0];
}
function summary_document(verdict, kept, dropped) {
    const names = dropped.map((section) => `${section.title} (${(0,quantities/* formatBytes */.z3)(Buffer.byteLength(section.body))})`);
    const note = names.length > 0
        ? `Left out to stay below the size limit of a job summary: ${names.join(', ')}. The report file has everything.`
        : undefined;
    return `${stacked(verdict, note, ...kept.map((section) => `### ${section.title}\n\n${section.body}`))}\n`;
}


/***/ })

};
;