export const id = 769;
export const ids = [769];
export const modules = {

/***/ 769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSbom: () => (/* binding */ renderSbom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6820);
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(320);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1248);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4321);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _text_visible__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1573);
/* harmony import */ var _position__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9283);







const longestText = 1000;
function renderSbom(request) {
    const { tool, goVersion, modules } = request;
    const toolComponent = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Application, tool.name, { version: tool.version });
    const metadata = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Metadata({
        tools: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Tools({ components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.ComponentRepository([toolComponent]) }),
        component: applicationOf(request),
        properties: properties([['cdx:reproducible', 'true']]),
    });
    const components = [standardLibrary(goVersion), ...modules.map(libraryOf)];
    const bom = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Bom({ metadata, components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.ComponentRepository(firstOfEachRef(components)) });
    const normalizer = new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__.JSON.Normalize.Factory(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__.Spec1dot6).makeForBom();
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
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Application, shown(main?.path || binaryName), {
        bomRef: 'binary',
        hashes: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.HashDictionary([[_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.HashAlgorithm['SHA-256'], binarySha256]]),
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
function standardLibrary(goVersion) {
    const number = /^go(\d\S*)/.exec(goVersion)?.[1] ?? '';
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Library, 'stdlib', {
        bomRef: 'stdlib',
        version: shown(goVersion),
        purl: golangPurl('stdlib', number),
    });
}
function libraryOf(module) {
    const { replacedBy } = module;
    const isFolder = replacedBy !== undefined && replacedBy.version === '';
    const { path, version, sum } = replacedBy === undefined ? module : isFolder ? { path: module.path, version: '', sum: '' } : replacedBy;
    const number = released(version);
    const purl = golangPurl(path, number);
    const facts = [];
    if (sum !== '')
        facts.push(['go:sum', sum]);
    if (replacedBy !== undefined)
        facts.push(['go:replaces', named(module)], ['go:replacement', named(replacedBy)]);
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Library, shown(path), {
        bomRef: purl,
        purl,
        ...(number === '' ? {} : { version: shown(number) }),
        ...(facts.length === 0 ? {} : { properties: properties(facts) }),
    });
}
function released(version) {
    return version === '(devel)' ? '' : version;
}
function named({ path, version }) {
    return version === '' ? path : `${path}@${version}`;
}
function golangPurl(path, version) {
    const suffix = version === '' ? '' : `@${(0,_position__WEBPACK_IMPORTED_MODULE_5__/* .encodedPath */ .yT)(version).replaceAll('/', '%2F')}`;
    return `pkg:golang/${(0,_position__WEBPACK_IMPORTED_MODULE_5__/* .encodedPath */ .yT)(path)}${suffix}`;
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
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.PropertyRepository(entries.map(([name, value]) => new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Property(name, shown(value))));
}
function shown(text) {
    return (0,_text_visible__WEBPACK_IMPORTED_MODULE_6__/* .clip */ .$)((0,_text_visible__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(text), longestText);
}
function serialNumberOf(text) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    const hex = digest.toString('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
    return `urn:uuid:${parts.join('-')}`;
}


/***/ })

};
