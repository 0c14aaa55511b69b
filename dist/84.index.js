"use strict";
exports.id = 84;
exports.ids = [84];
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

/***/ 61084:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeSbom: () => (/* binding */ writeSbom)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./package.json
var package_0 = __webpack_require__(8330);
// EXTERNAL MODULE: ./src/archive/digest.ts
var digest = __webpack_require__(32948);
// EXTERNAL MODULE: ./src/report/publish.ts
var publish = __webpack_require__(4617);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/enums/index.js
var enums = __webpack_require__(6820);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/models/index.js
var models = __webpack_require__(50320);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/serialize/index.node.js
var index_node = __webpack_require__(51248);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spec/index.js
var spec = __webpack_require__(94321);
// EXTERNAL MODULE: ./src/report/position.ts
var position = __webpack_require__(99283);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(30776);
;// CONCATENATED MODULE: ./src/report/sbom.ts
/**
 * What a binary says about its parts as CycloneDX 1.6: the Go it was built with, its modules, what replaced them,
 * and the commit. Facts of the binary only: no licences, no guesses at who depends on whom, nothing that changes
 * between two runs. Pure; loads a library, so it is imported only when a file is asked for.
 */







const longestText = 1000;
/**
 * Renders the bill of materials.
 *
 * @param request what the binary's build info says; untrusted text
 * @returns JSON text; the same binary gives the same text
 * @see CycloneDX 1.6; property names of the CycloneDX Property Taxonomy, `cdx` and `cdx:gomod`; Go's debug/buildinfo
 */
function renderSbom(request) {
    const { tool, goVersion, modules } = request;
    const toolComponent = new models.Component(enums.ComponentType.Application, tool.name, { version: tool.version });
    const metadata = new models.Metadata({
        tools: new models.Tools({ components: new models.ComponentRepository([toolComponent]) }),
        component: applicationOf(request),
        properties: properties([['cdx:reproducible', 'true']]),
    });
    const components = [standardLibrary(goVersion), ...modules.map(libraryOf)];
    const bom = new models.Bom({ metadata, components: new models.ComponentRepository(firstOfEachRef(components)) });
    // The library's serializer would number what it takes for duplicates at random.
    const normalizer = new index_node.JSON.Normalize.Factory(spec.Spec1dot6).makeForBom();
    // An entry without dependencies means that there are none; build info does not say which module imports which.
    const { dependencies: _unknown, ...document } = normalizer.normalize(bom, {});
    const serialNumber = serialNumberOf(JSON.stringify(document));
    return `${JSON.stringify({ ...document, serialNumber }, null, 2)}\n`;
}
function applicationOf({ binaryName, binarySha256, goVersion, main, settings }) {
    const version = main === undefined ? '' : released(main.version);
    const environment = ['GOOS', 'GOARCH', 'CGO_ENABLED'].flatMap((name) => {
        const value = settings.get(name);
        return value === undefined ? [] : [[`cdx:gomod:build:env:${name}`, value]];
    });
    const tags = (settings.get('-tags') ?? '').split(',').filter((tag) => tag !== '');
    const commit = ['vcs', 'vcs.revision', 'vcs.time', 'vcs.modified'].flatMap((name) => {
        const value = settings.get(name);
        return value === undefined ? [] : [[`go:${name}`, value]];
    });
    return new models.Component(enums.ComponentType.Application, shown(main?.path || binaryName), {
        bomRef: 'binary',
        hashes: new models.HashDictionary([[enums.HashAlgorithm['SHA-256'], binarySha256]]),
        ...(version === '' ? {} : { version: shown(version) }),
        ...(main === undefined || main.path === '' ? {} : { purl: golangPurl(main.path, version) }),
        properties: properties([
            ['cdx:gomod:binary:name', binaryName],
            ['cdx:gomod:build:env:GOVERSION', goVersion],
            ...environment,
            ...tags.map((tag) => ['cdx:gomod:build:tag', tag]),
            ...commit,
        ]),
    });
}
// `stdlib` is the name under which scanners look up vulnerabilities of Go itself.
function standardLibrary(goVersion) {
    const number = /^go(\d\S*)/.exec(goVersion)?.[1] ?? '';
    return new models.Component(enums.ComponentType.Library, 'stdlib', {
        bomRef: 'stdlib',
        version: shown(goVersion),
        purl: golangPurl('stdlib', number),
    });
}
function libraryOf(module) {
    const { replacedBy } = module;
    // A replacement without version is a folder; the module keeps its name, and its code is not the released one.
    const isFolder = replacedBy !== undefined && replacedBy.version === '';
    const { path, version, sum } = replacedBy === undefined ? module : isFolder ? { path: module.path, version: '', sum: '' } : replacedBy;
    const number = released(version);
    const purl = golangPurl(path, number);
    const facts = [];
    if (sum !== '')
        facts.push(['go:sum', sum]);
    if (replacedBy !== undefined)
        facts.push(['go:replaces', named(module)], ['go:replacement', named(replacedBy)]);
    return new models.Component(enums.ComponentType.Library, shown(path), {
        bomRef: purl,
        purl,
        ...(number === '' ? {} : { version: shown(number) }),
        ...(facts.length === 0 ? {} : { properties: properties(facts) }),
    });
}
// What Go writes for code that no version control knows.
function released(version) {
    return version === '(devel)' ? '' : version;
}
function named({ path, version }) {
    return version === '' ? path : `${path}@${version}`;
}
/** A package URL of type `golang`. Upper case is kept, since Go tells module paths apart by it. */
function golangPurl(path, version) {
    const suffix = version === '' ? '' : `@${(0,position/* encodedPath */.yT)(version).replaceAll('/', '%2F')}`;
    return `pkg:golang/${(0,position/* encodedPath */.yT)(path)}${suffix}`;
}
function firstOfEachRef(components) {
    const byRef = new Map();
    for (const component of components) {
        const ref = component.bomRef.value ?? '';
        if (!byRef.has(ref))
            byRef.set(ref, component);
    }
    return [...byRef.values()];
}
function properties(entries) {
    return new models.PropertyRepository(entries.map(([name, value]) => new models.Property(name, shown(value))));
}
function shown(text) {
    return (0,visible/* clip */.$)((0,visible/* visible */.R)(text), longestText);
}
/** actions/attest takes no CycloneDX file without serial number: this one is a UUID version 8 of the content. */
function serialNumberOf(text) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    const hex = digest.toString('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
    return `urn:uuid:${parts.join('-')}`;
}

;// CONCATENATED MODULE: ./src/stages/sbom.ts
/**
 * Writes what the binary consists of as CycloneDX where `sbom-file` says. Imported only then: the library comes
 * with it.
 */





/**
 * Writes the file.
 *
 * @param run the run
 * @param binary the binary on disk
 * @param buildInfo what Go wrote into it; undefined when there is nothing
 * @returns why it was not written, in one sentence; undefined when it was
 * @throws when the binary cannot be read again
 */
async function writeSbom(run, binary, buildInfo) {
    if (buildInfo === undefined) {
        return `No SBOM was written to '${run.inputs.sbomFile}': '${binary.name}' carries no Go build info.`;
    }
    const { goVersion, main, modules, settings } = buildInfo;
    const text = renderSbom({
        tool: { name: 'go-azure-func-action', version: package_0/* version */.rE },
        binaryName: binary.name,
        binarySha256: (await (0,digest/* digestOf */.o)(binary.path)).sha256,
        ...{ goVersion, modules, settings },
        ...(main === undefined ? {} : { main }),
    });
    return (0,publish/* writeResultFile */.tH)((0,external_node_path_.resolve)(run.workspace.folder, run.inputs.sbomFile), text, 'SBOM');
}


/***/ }),

/***/ 8330:
/***/ (function (module) {

module.exports = {"rE":"0.1.0"};

/***/ })

};
;