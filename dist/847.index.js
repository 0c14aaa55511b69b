"use strict";
exports.id = 847;
exports.ids = [847];
exports.modules = {

/***/ 11999:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ inHostJson),
/* harmony export */   Mp: () => (/* binding */ onLeaf),
/* harmony export */   TV: () => (/* binding */ onEachFunction),
/* harmony export */   a_: () => (/* binding */ inFunctionJson),
/* harmony export */   ax: () => (/* binding */ onEachBinding),
/* harmony export */   qy: () => (/* binding */ nearestKey)
/* harmony export */ });
/* unused harmony export plans */
/* harmony import */ var _configuration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61559);
/* harmony import */ var _project__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84768);


const plans = (/* unused pure expression or super */ null && (['consumption', 'flex', 'premium', 'dedicated']));
/**
 * The place of a value in host.json.
 *
 * @param project the project
 * @param span where; the whole file without
 * @returns the place, relative to the repository root
 */
function inHostJson(project, span) {
    return (0,_project__WEBPACK_IMPORTED_MODULE_0__/* .placeIn */ .VV)(project, 'host.json', span);
}
/**
 * The place of a value in a function's function.json.
 *
 * @param project the project
 * @param folder the function
 * @param span where; the whole file without
 * @returns the place, relative to the repository root
 */
function inFunctionJson(project, folder, span) {
    return (0,_project__WEBPACK_IMPORTED_MODULE_0__/* .placeIn */ .VV)(project, folder.path, span);
}
/**
 * A check of one value of host.json: it runs only when the value is there.
 *
 * @param path segments joined by `:`, in any case
 * @param judge gives the text of the problem, or nothing when the value is fine
 * @returns a function for the table, placing the problem at the value
 */
function onLeaf(path, judge) {
    return (project, context) => {
        const leaf = (0,_configuration__WEBPACK_IMPORTED_MODULE_1__/* .leafAt */ .QL)(project.configuration, path);
        const problem = leaf === undefined ? undefined : judge(leaf, project, context);
        if (leaf === undefined || problem === undefined)
            return [];
        return [{ ...problem, location: inHostJson(project, leaf.node.span) }];
    };
}
/**
 * A check of every function on its own.
 *
 * @param judge gives the problem of one function, or nothing
 * @returns a function for the table, placing the problem in the function's function.json
 */
function onEachFunction(judge) {
    return (project, context) => project.functions.flatMap((folder) => {
        const problem = judge(folder, project, context);
        if (problem === undefined)
            return [];
        const { message, hint, at } = problem;
        return [{ message, hint, location: { ...inFunctionJson(project, folder), ...at } }];
    });
}
/**
 * A check of every binding on its own.
 *
 * @param judge gives the problem of one binding, or nothing
 * @returns a function for the table, placing the problem in the function's function.json
 */
function onEachBinding(judge) {
    return (project, context) => project.functions.flatMap((folder) => folder.bindings.flatMap((binding) => {
        const problem = judge(binding, folder, project, context);
        if (problem === undefined)
            return [];
        const { message, hint, at = binding.node.span } = problem;
        return [{ message, hint, location: { ...inFunctionJson(project, folder), ...at } }];
    }));
}
/**
 * The place of the innermost key of a path that is there, for problems about what is missing below it.
 *
 * @param configuration the flattened host.json
 * @param path segments joined by `:`, in any case
 * @returns the span of the key, or `undefined` when not even the first segment is there
 */
function nearestKey(configuration, path) {
    const segments = path.split(':');
    for (let length = segments.length; length > 0; length -= 1) {
        const place = (0,_configuration__WEBPACK_IMPORTED_MODULE_1__/* .placeAt */ .BW)(configuration, segments.slice(0, length).join(':'));
        if (place !== undefined)
            return place.keySpan;
    }
    return undefined;
}


/***/ }),

/***/ 24488:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ workerNotLinked),
/* harmony export */   v: () => (/* binding */ nativeChecks)
/* harmony export */ });
/* harmony import */ var _configuration__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61559);
/* harmony import */ var _go_code__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11821);
/* harmony import */ var _go_source__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51041);
/* harmony import */ var _native_worker__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24201);
/* harmony import */ var _check__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11999);
/**
 * Checks of projects for the native Go worker, and of projects that are two things at once
 * (README and roadmap of Azure/azure-functions-golang-worker, GoHelpers.cs of azure-functions-core-tools).
 */





const nativeChecks = [
    { code: 'model-ambiguous', severity: 'error', run: ambiguous },
    { code: 'native-custom-handler', severity: 'error', run: customHandler },
    { code: 'native-function-json', severity: 'error', run: functionJson },
    { code: 'native-module-missing', severity: 'error', run: moduleMissing },
    { code: 'native-module-version', severity: 'warning', run: moduleVersion },
    { code: 'native-go-version', severity: 'error', run: goVersion },
    { code: 'native-trigger-import', severity: 'warning', run: triggerImport },
    { code: 'native-not-started', severity: 'warning', run: notStarted },
];
function ambiguous(project) {
    if (!project.isModelAmbiguous)
        return [];
    return [
        {
            message: `host.json has a custom handler, but the Go code starts the native worker of '${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}'.`,
            hint: "Remove the section 'customHandler' for the native worker, or do not import its module for a custom handler.",
            location: sectionPlace(project),
        },
    ];
}
function sectionPlace(project) {
    const { configuration } = project;
    const place = (0,_configuration__WEBPACK_IMPORTED_MODULE_3__/* .placeAt */ .BW)(configuration, 'customHandler') ?? (0,_configuration__WEBPACK_IMPORTED_MODULE_3__/* .placeAt */ .BW)(configuration, 'httpWorker');
    return (0,_check__WEBPACK_IMPORTED_MODULE_4__/* .inHostJson */ .AE)(project, place?.keySpan);
}
function customHandler(project) {
    if (project.model !== 'native' || !(0,_configuration__WEBPACK_IMPORTED_MODULE_3__/* .sectionExists */ .qU)(project.configuration, 'customHandler'))
        return [];
    return [
        {
            message: "host.json has a section 'customHandler', so the host would not use the native Go worker.",
            hint: 'Remove the section.',
            location: sectionPlace(project),
        },
    ];
}
function functionJson(project) {
    if (project.model !== 'native')
        return [];
    return project.functions.map((folder) => ({
        message: `'${folder.path}' is a left-over: the native Go worker registers functions in code.`,
        hint: `Delete the folder '${folder.name}', or register the function with app.HTTP or another method.`,
        location: (0,_check__WEBPACK_IMPORTED_MODULE_4__/* .inFunctionJson */ .a_)(project, folder),
    }));
}
// Only where there is a go.mod to ask: a binary that is given may come from elsewhere.
function moduleMissing(project) {
    const [module] = project.go.modules;
    if (project.model !== 'native' || module === undefined)
        return [];
    if ((0,_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerRequirement */ .g)(module.text) !== undefined)
        return [];
    return [
        {
            message: `The model is 'native', but '${module.path}' does not require '${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}'.`,
            hint: `Run 'go get ${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}' and end main with worker.Start(app), or remove the input 'model'.`,
            location: { file: module.path },
        },
    ];
}
function moduleVersion(project) {
    const [module] = project.go.modules;
    if (project.model !== 'native' || module === undefined)
        return [];
    const found = (0,_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerRequirement */ .g)(module.text);
    if (found === undefined)
        return [];
    const { path, version, offset } = found;
    const place = (start, text) => {
        const { line, column } = (0,_go_source__WEBPACK_IMPORTED_MODULE_1__/* .placeOfOffset */ .w)(module.text, start);
        return { file: module.path, line, column, endLine: line, endColumn: column + text.length };
    };
    if (path !== _native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh) {
        return [
            {
                message: `go.mod requires '${path}', but the module calls itself '${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}'.`,
                hint: 'Write the path in lower case, in go.mod and in every import.',
                location: place(offset, path),
            },
        ];
    }
    // As `go get MODULE@COMMIT` writes it (Go modules reference, pseudo-versions).
    if (!/[-.]\d{14}-[0-9a-f]{12}$/.test(version))
        return [];
    return [
        {
            message: `go.mod requires '${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}' at '${version}', a commit that was never released.`,
            hint: `Run 'go get ${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}@latest' for a tagged release.`,
            location: place(module.text.indexOf(version, offset), version),
        },
    ];
}
function goVersion(project) {
    const [module] = project.go.modules;
    if (project.model !== 'native' || module === undefined)
        return [];
    const match = /^([ \t]*go[ \t]+)(\d+)\.(\d+)(\S*)/m.exec(module.text);
    if (match === null)
        return [];
    const [, before = '', major = '0', minor = '0', rest = ''] = match;
    if (Number(major) > 1 || Number(minor) >= 24)
        return [];
    const { line, column } = (0,_go_source__WEBPACK_IMPORTED_MODULE_1__/* .placeOfOffset */ .w)(module.text, match.index + before.length);
    const version = `${major}.${minor}${rest}`;
    return [
        {
            message: `go.mod says 'go ${version}', but the native Go worker needs 1.24.`,
            hint: 'Write go 1.24 or later.',
            location: { file: module.path, line, column, endLine: line, endColumn: column + version.length },
        },
    ];
}
/** Triggers that work only when the package with their client is imported (README, extension triggers). */
const extensionTriggers = { Blob: 'blob' };
function triggerImport(project) {
    const files = workerFiles(project);
    return Object.entries(extensionTriggers).flatMap(([method, name]) => {
        const path = `${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}/triggers/${name}`;
        if (files === undefined || (0,_go_code__WEBPACK_IMPORTED_MODULE_0__/* .goCodeOf */ .dH)(project).files.some(({ imports }) => imports.includes(path)))
            return [];
        for (const { path: file, text, tokens: read } of files) {
            const tokens = read();
            const at = tokens.findIndex((token, index) => token.text === method &&
                tokens[index - 1]?.text === '.' &&
                tokens[index + 1]?.text === '(' &&
                tokens[index + 2]?.kind === 'string');
            const token = tokens[at];
            if (token === undefined)
                continue;
            return [
                {
                    message: `The code registers a trigger with '${method}', but nothing imports the package that provides it.`,
                    hint: `Add the import _ "${path}".`,
                    location: { file, ...(0,_go_source__WEBPACK_IMPORTED_MODULE_1__/* .placeOfOffset */ .w)(text, token.offset) },
                },
            ];
        }
        return [];
    });
}
function notStarted(project) {
    const code = (0,_go_code__WEBPACK_IMPORTED_MODULE_0__/* .goCodeOf */ .dH)(project);
    if (project.model !== 'native' || !project.go.isComplete || !(0,_go_code__WEBPACK_IMPORTED_MODULE_0__/* .hasOwnMain */ .wR)(code))
        return [];
    const starts = code.files.some(({ imports, tokens }) => {
        const isImported = imports.includes(`${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}/worker`);
        if (!isImported)
            return false;
        const all = tokens();
        return all.some(({ text }, index) => text === 'Start' && all[index + 1]?.text === '(');
    });
    const main = code.files.find(({ isMain }) => isMain);
    if (starts || main === undefined)
        return [];
    return [
        {
            message: 'Nothing in the Go code calls worker.Start, so the host would find no function.',
            hint: 'End main with worker.Start(app), where app is sdk.FunctionApp().',
            location: { file: main.path },
        },
    ];
}
/**
 * Says whether a built program is one of the native worker, from the modules in its build info. Outside the table of
 * checks, because only the binary knows: a package that is given has no go.mod.
 *
 * @param project the project
 * @param modulePaths paths of the modules that were linked, the main one among them; `undefined` without build info
 * @returns an error when the worker's module is not among them
 */
function workerNotLinked(project, modulePaths) {
    if (project.model !== 'native' || modulePaths === undefined)
        return undefined;
    if (modulePaths.some((path) => path.toLowerCase() === _native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh))
        return undefined;
    return {
        code: 'native-worker-not-linked',
        severity: 'error',
        message: `'${project.executable}' holds no package of '${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}', so the host cannot talk to it.`,
        hint: 'Build the program that ends with worker.Start(app), or add the section customHandler to host.json if it serves HTTP itself.',
    };
}
/** Files that use the worker's SDK, when the project is native and its code is complete. */
function workerFiles(project) {
    if (project.model !== 'native' || !project.go.isComplete)
        return undefined;
    return (0,_go_code__WEBPACK_IMPORTED_MODULE_0__/* .goCodeOf */ .dH)(project).files.filter(({ imports }) => imports.some((path) => path.startsWith(`${_native_worker__WEBPACK_IMPORTED_MODULE_2__/* .workerModule */ .Fh}/`)));
}


/***/ }),

/***/ 61559:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   Bq: () => (/* binding */ flatten),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   QL: () => (/* binding */ leafAt),
/* harmony export */   qU: () => (/* binding */ sectionExists)
/* harmony export */ });
/**
 * Flattens a document into configuration keys.
 *
 * @param root the root object of host.json
 * @returns its leaves and places; of keys that differ only in case the last one counts
 */
function flatten(root) {
    const leaves = new Map();
    const places = new Map();
    const visit = (node, path, keySpan) => {
        if (node.kind === 'object') {
            // Of exactly equal keys Newtonsoft.Json keeps the last one only.
            const last = new Map(node.members.map((member) => [member.key, member]));
            for (const { key, keySpan: span, value } of last.values())
                enter(value, path, key, span);
        }
        else if (node.kind === 'array') {
            node.items.forEach((item, index) => {
                enter(item, path, String(index), item.span);
            });
        }
        else {
            leaves.set(path.toLowerCase(), { path, value: textOf(node), node, keySpan });
        }
    };
    const enter = (node, parent, key, keySpan) => {
        const path = parent === '' ? key : `${parent}:${key}`;
        places.set(path.toLowerCase(), { path, key, node, keySpan });
        visit(node, path, keySpan);
    };
    visit(root, '', root.span);
    return { leaves, places };
}
function textOf(node) {
    if (node.kind === 'null')
        return '';
    if (node.kind === 'boolean')
        return node.value ? 'True' : 'False';
    return String(node.value);
}
/**
 * Looks up one value.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns the leaf, or `undefined` when the host would find no value there
 */
function leafAt(configuration, path) {
    return configuration.leaves.get(path.toLowerCase());
}
/**
 * Looks up a key of the file, also one that the host does not see because it is empty.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns the key with its node and place
 */
function placeAt(configuration, path) {
    return configuration.places.get(path.toLowerCase());
}
/**
 * Says whether a section exists for the host: it has a value or anything below it
 * (`ConfigurationExtensions.Exists` of Microsoft.Extensions.Configuration).
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case
 * @returns false for a path that only other paths begin with in part, `a:bc` for `a:b`
 */
function sectionExists(configuration, path) {
    const key = path.toLowerCase();
    if (configuration.leaves.has(key))
        return true;
    const prefix = `${key}:`;
    for (const leaf of configuration.leaves.keys())
        if (leaf.startsWith(prefix))
            return true;
    return false;
}
/**
 * The direct children of a section as they are spelled in the file.
 *
 * @param configuration the flattened file
 * @param path segments joined by `:`, in any case; empty for the root
 * @returns the places one level below, in file order
 */
function childrenOf(configuration, path) {
    const prefix = path === '' ? '' : `${path.toLowerCase()}:`;
    const children = [];
    for (const [key, place] of configuration.places) {
        if (key.startsWith(prefix) && !key.slice(prefix.length).includes(':'))
            children.push(place);
    }
    return children;
}


/***/ }),

/***/ 55357:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ insideApp),
/* harmony export */   Rs: () => (/* binding */ executableFrom),
/* harmony export */   Xz: () => (/* binding */ isInterpreter),
/* harmony export */   Yc: () => (/* binding */ siteRoot),
/* harmony export */   sc: () => (/* binding */ nativeExecutable),
/* harmony export */   yE: () => (/* binding */ normalizeExecutable)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _configuration__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61559);
/**
 * Which file the host starts, as far as host.json says it
 * (HttpWorkerDescription.cs of azure-functions-host). Pure string work.
 */


/** Where a function app is mounted in Azure (`AzureWebJobsScriptRoot` of the host's images). */
const siteRoot = '/home/site/wwwroot';
/** The native Go worker starts this name at the root of the package. */
const nativeExecutable = 'app';
/**
 * The executable that host.json names, relative to the project folder.
 *
 * @param configuration the flattened host.json
 * @returns a path with forward slashes, without `./`; empty when there is none, when it lies outside of
 *   the app, or when a `%VARIABLE%` decides
 */
function executableFrom(configuration) {
    const named = (0,_configuration__WEBPACK_IMPORTED_MODULE_1__/* .leafAt */ .QL)(configuration, 'customHandler:description:defaultExecutablePath')?.value ?? '';
    if (named.trim() === '' || named.includes('%') || isInterpreter(named))
        return '';
    const directory = (0,_configuration__WEBPACK_IMPORTED_MODULE_1__/* .leafAt */ .QL)(configuration, 'customHandler:description:workerDirectory')?.value ?? '';
    return insideApp(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(siteRoot, directory, named));
}
/** Programs that start something else; no project builds its handler under such a name. */
const interpreters = new Set('sh bash dash env node python python3 dotnet java go'.split(' '));
/**
 * Says whether a path names a program of the system that runs scripts.
 *
 * @param path `defaultExecutablePath`
 * @returns true for names such as `bash` and for paths below the system's program folders
 */
function isInterpreter(path) {
    return interpreters.has(path) || /^\/(usr\/(local\/)?)?bin\//.test(path);
}
/**
 * An absolute path of the host as a path of the app.
 *
 * @param path absolute, as in Azure
 * @returns relative to the app's root; empty for the root itself and for what lies outside
 */
function insideApp(path) {
    const within = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(siteRoot, path);
    return within === '..' || within.startsWith('../') ? '' : within;
}
/**
 * A name from the `executable` input in the same form.
 *
 * @param name as the user wrote it
 * @returns without `./` and doubled slashes
 */
function normalizeExecutable(name) {
    return name === '' ? '' : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(name).replace(/^\.\//, '');
}


/***/ }),

/***/ 11821:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WY: () => (/* binding */ resolveText),
/* harmony export */   dH: () => (/* binding */ goCodeOf),
/* harmony export */   wR: () => (/* binding */ hasOwnMain)
/* harmony export */ });
/* unused harmony export constantNamed */
/* harmony import */ var _go_source__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51041);
/**
 * What the Go code of a project says, file by file: imports, strings, constants, calls.
 * It reads tokens only and resolves no types.
 */

const known = new WeakMap();
/**
 * Reads the Go code of a project; the result is kept for as long as the project is.
 *
 * @param project the project
 * @returns what its own files say; packages of other modules are only named
 */
function goCodeOf(project) {
    const found = known.get(project);
    if (found !== undefined)
        return found;
    const code = readCode(project.go);
    known.set(project, code);
    return code;
}
function readCode(sources) {
    const files = sources.files.map(readFile);
    const own = sources.modules
        .map(({ text }) => /^[ \t]*module[ \t]+"?([^\s"]+)/m.exec(text)?.[1])
        .filter((path) => path !== undefined);
    const isForeign = (path) => (path.split('/')[0] ?? '').includes('.') &&
        !own.some((module) => path === module || path.startsWith(`${module}/`));
    return { files, foreignImports: new Set(files.flatMap(({ imports }) => imports.filter(isForeign))) };
}
function readFile({ path, text }) {
    let all;
    const tokens = () => {
        all ??= [...(0,_go_source__WEBPACK_IMPORTED_MODULE_0__/* .tokenizeGo */ .i)(text)];
        return all;
    };
    return { path, text, tokens, ...readHead(text) };
}
/** The package clause and the imports, which come before every other declaration. */
function readHead(text) {
    const imports = [];
    let previous = '';
    let isMain = false;
    for (const token of (0,_go_source__WEBPACK_IMPORTED_MODULE_0__/* .tokenizeGo */ .i)(text)) {
        if (token.kind === 'name' && /^(func|var|const|type)$/.test(token.text))
            break;
        if (previous === 'package')
            isMain = token.text === 'main';
        if (token.kind === 'string')
            imports.push(token.text);
        previous = token.text;
    }
    return { imports, isMain };
}
const constants = new WeakMap();
const assignments = new WeakMap();
/**
 * The text of a constant or variable that is set exactly once in all of the code, by name.
 *
 * @param code the project's code
 * @param name without a package before it
 * @returns its value, or `undefined` when it is no string or is set more than once
 */
function constantNamed(code, name) {
    const known = constants.get(code) ?? new Map();
    constants.set(code, known);
    if (!known.has(name))
        known.set(name, findConstant(code, name));
    return known.get(name);
}
function findConstant(code, name) {
    const values = code.files.flatMap((file) => {
        if (!file.text.includes(name))
            return [];
        const found = assignments.get(file) ?? collectAssignments(file.tokens());
        assignments.set(file, found);
        return found.get(name) ?? [];
    });
    return values.length === 1 ? values[0] : undefined;
}
/** What is assigned by `name = ...` and `name := ...`; `undefined` stands for anything but one string. */
function collectAssignments(tokens) {
    const values = new Map();
    for (let index = 0; index + 2 < tokens.length; index += 1) {
        const name = tokens[index];
        if (name?.kind !== 'name' || tokens[index - 1]?.text === '.')
            continue;
        const at = assignedAt(tokens, index + 1);
        if (at === undefined)
            continue;
        const value = tokens[at];
        const isWhole = value?.kind === 'string' && tokens[at + 1]?.text !== '+';
        const known = values.get(name.text) ?? [];
        known.push(isWhole ? value.text : undefined);
        values.set(name.text, known);
    }
    return values;
}
/** Index of the assigned value after `=`, `:=` or `string =`. */
function assignedAt(tokens, index) {
    const at = tokens[index]?.text === 'string' ? index + 1 : index;
    if (tokens[at]?.text === ':' && tokens[at + 1]?.text === '=')
        return at + 2;
    if (tokens[at]?.text !== '=' || tokens[at + 1]?.text === '=')
        return undefined;
    return at + 1;
}
/**
 * Says whether the program's own `main` is among the files.
 *
 * @param code the project's code
 * @returns false when the program is built from a package that was not read
 */
function hasOwnMain(code) {
    return code.files.some(({ isMain, text }) => isMain && /^func main\(/m.test(text));
}
/**
 * The text that an argument of a call stands for: strings and known names, joined by `+`.
 *
 * @param code the project's code
 * @param tokens tokens of the file
 * @param start index of the argument's first token
 * @returns the value and the index after it, or `undefined` when it is anything else
 */
function resolveText(code, tokens, start) {
    let value = '';
    for (let index = start; index < tokens.length; index += 2) {
        const token = tokens[index];
        // A constant of another package is `package.Name`.
        const isQualified = token?.kind === 'name' && tokens[index + 1]?.text === '.' && tokens[index + 2]?.kind === 'name';
        const last = isQualified ? tokens[index + 2] : token;
        const part = last?.kind === 'string' ? last.text : last?.kind === 'name' ? constantNamed(code, last.text) : undefined;
        if (part === undefined)
            return undefined;
        if (isQualified)
            index += 2;
        value += part;
        const after = tokens[index + 1]?.text;
        if (after === ',' || after === ')')
            return { value, next: index + 1 };
        if (after !== '+')
            return undefined;
    }
    return undefined;
}


/***/ }),

/***/ 66443:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isRouter),
/* harmony export */   k: () => (/* binding */ hasUnknownModules)
/* harmony export */ });
const routers = [
    'github.com/gorilla/mux',
    'github.com/go-chi/chi',
    'github.com/gin-gonic/gin',
    'github.com/labstack/echo',
    'github.com/gofiber/fiber',
];
/** Modules that register no routes and read no port: their imports do not cloud the picture. */
const harmless = [
    ...[
        'github.com/google/',
        'golang.org/x/',
        'google.golang.org/protobuf',
        'github.com/Azure/azure-sdk-for-go',
        'go.uber.org/zap',
    ],
    ...[
        'github.com/sirupsen/logrus',
        'github.com/rs/zerolog',
        'github.com/rs/cors',
        'github.com/gorilla/handlers',
    ],
    ...[
        'github.com/go-chi/cors',
        'github.com/go-chi/httplog',
        'github.com/gin-contrib/',
        'github.com/pkg/errors',
        'github.com/lib/pq',
    ],
    ...[
        'github.com/jackc/pgx',
        'github.com/jmoiron/sqlx',
        'github.com/go-sql-driver/mysql',
        'github.com/redis/go-redis',
        'gorm.io/',
    ],
    ...[
        'modernc.org/',
        'github.com/mattn/go-sqlite3',
        'go.mongodb.org/',
        'gopkg.in/yaml',
        'github.com/golang-jwt/',
        'github.com/gofrs/uuid',
    ],
    ...[
        'github.com/stretchr/testify',
        'github.com/go-playground/validator',
        'github.com/shopspring/decimal',
        'github.com/aws/aws-sdk-go',
    ],
];
function isOf(path, modules) {
    return modules.some((module) => path === module || path.startsWith(module.endsWith('/') ? module : `${module}/`));
}
/**
 * Says whether a package belongs to a router whose registrations are understood.
 *
 * @param path an import path
 * @returns true for the module itself and for its packages
 */
function isRouter(path) {
    return isOf(path, routers);
}
/**
 * Says whether code that cannot be seen may answer requests or read the port.
 *
 * @param code the project's code
 * @returns true when a package is imported that is neither a known router nor known to do neither
 */
function hasUnknownModules(code) {
    return [...code.foreignImports].some((path) => !isRouter(path) && !isOf(path, harmless));
}


/***/ }),

/***/ 51041:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tokenizeGo),
/* harmony export */   w: () => (/* binding */ placeOfOffset)
/* harmony export */ });
/**
 * Splits Go source text into tokens, as far as literals and calls need it: comments are dropped, strings are
 * decoded. It never fails: what is no Go becomes single-character tokens. Lexical rules of the Go specification.
 */
/**
 * Comment, raw string, string, rune, name, number, or one other character. Every alternative is linear.
 * Whatever is not ASCII counts as a letter: outside of strings and comments Go allows nothing else.
 */
const lexeme = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[a-zA-Z_\u0080-\uffff][\w\u0080-\uffff]*|\d[\w.]*|\S/g;
const letter = /[a-zA-Z_\u0080-\uffff]/;
const digit = /\d/;
/**
 * Reads the tokens of a file one after another, so that a reader of its head need not pay for the rest.
 *
 * @param text Go source
 * @returns tokens in order; strings with their value, everything else as written
 */
function* tokenizeGo(text) {
    for (const match of text.matchAll(lexeme)) {
        const [lexed] = match;
        const first = lexed[0] ?? '';
        if (first === '/' && (lexed[1] === '/' || lexed[1] === '*'))
            continue;
        const { index: offset } = match;
        const end = offset + lexed.length;
        if (first === '`') {
            yield { kind: 'string', text: lexed.slice(1).replace(/`$/, '').replaceAll('\r', ''), offset, end };
        }
        else if (first === '"')
            yield { kind: 'string', text: decodeString(lexed), offset, end };
        else if (first === "'")
            yield { kind: 'rune', text: lexed, offset, end };
        else if (digit.test(first))
            yield { kind: 'number', text: lexed, offset, end };
        else
            yield { kind: letter.test(first) ? 'name' : 'sign', text: lexed, offset, end };
    }
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
function decodeString(literal) {
    const body = literal.length > 1 && literal.endsWith('"') ? literal.slice(1, -1) : literal.slice(1);
    if (!body.includes('\\'))
        return body;
    return body.replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{3})|(.))/gi, (_, hex, short, long, octal, simple) => {
        if (simple !== undefined)
            return escapes[simple] ?? simple;
        const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    });
}
/**
 * The place of an offset in a text.
 *
 * @param text the whole file
 * @param offset where
 * @returns line and column, counted from 1
 */
function placeOfOffset(text, offset) {
    let line = 1;
    let start = 0;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
        line += 1;
        start = at + 1;
    }
    return { line, column: offset - start + 1 };
}


/***/ }),

/***/ 4080:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   Je: () => (/* binding */ stringOf),
/* harmony export */   Sj: () => (/* binding */ memberInAnyCase),
/* harmony export */   fp: () => (/* binding */ quoteJson)
/* harmony export */ });
/**
 * The JSON tree that the project room works on: plain values with their places, and raw look-up in it.
 * It does not parse, and it does not know the host's configuration rules.
 */
/**
 * Finds a member by its exact name. Of equal names the last one counts, as in Newtonsoft.Json's `JObject`.
 *
 * @param node any node, or nothing
 * @param key the name, compared case-sensitively
 * @returns the member, or `undefined` when the node is no object or has no such member
 */
function memberOf(node, key) {
    if (node?.kind !== 'object')
        return undefined;
    return lastOf(node.members, (member) => member.key === key);
}
/**
 * Finds a member by its name in any case: the last exact match, else the last match in another case,
 * as Newtonsoft.Json binds a JSON object to a class.
 *
 * @param node any node, or nothing
 * @param key the name
 * @returns the member, or `undefined`
 */
function memberInAnyCase(node, key) {
    if (node?.kind !== 'object')
        return undefined;
    const wanted = key.toLowerCase();
    return memberOf(node, key) ?? lastOf(node.members, (member) => member.key.toLowerCase() === wanted);
}
function lastOf(members, matches) {
    for (let index = members.length - 1; index >= 0; index -= 1) {
        const member = members[index];
        if (member !== undefined && matches(member))
            return member;
    }
    return undefined;
}
/**
 * The text of a string node.
 *
 * @param node any node, or nothing
 * @returns the value, or `undefined` when the node is no string
 */
function stringOf(node) {
    return node?.kind === 'string' ? node.value : undefined;
}
/**
 * Writes a node as JSON for a message, shortened.
 *
 * @param node any node
 * @returns at most 80 characters of compact JSON
 */
function quoteJson(node) {
    const text = write(node, 6);
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
function write(node, depth) {
    if (node.kind === 'null')
        return 'null';
    if (node.kind !== 'object' && node.kind !== 'array') {
        return node.kind === 'number' ? node.text : JSON.stringify(node.value);
    }
    if (depth === 0)
        return node.kind === 'object' ? '{...}' : '[...]';
    if (node.kind === 'array') {
        return `[${node.items
            .slice(0, 20)
            .map((item) => write(item, depth - 1))
            .join(',')}]`;
    }
    const members = node.members.slice(0, 20);
    return `{${members.map(({ key, value }) => `${JSON.stringify(key)}:${write(value, depth - 1)}`).join(',')}}`;
}


/***/ }),

/***/ 24201:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ workerModule),
/* harmony export */   Y3: () => (/* binding */ requiresNativeWorker),
/* harmony export */   g: () => (/* binding */ workerRequirement)
/* harmony export */ });
/**
 * The module of the native Go worker (preview, 2026), in the text of a go.mod.
 */
/** Its path. Go tells the cases apart, and the module calls itself this. */
const workerModule = 'github.com/azure/azure-functions-golang-worker';
/**
 * Finds the requirement of the native worker.
 *
 * @param goMod text of a go.mod
 * @returns the first one, with its path in any case; undefined when there is none
 */
function workerRequirement(goMod) {
    const match = requirement.exec(goMod);
    if (match === null)
        return undefined;
    const [, before = '', path = '', version = ''] = match;
    return { path, version, offset: match.index + before.length };
}
// Its other modules, such as its middleware, have longer paths.
const requirement = /^([ \t]*(?:require[ \t]+)?)(github\.com\/azure\/azure-functions-golang-worker)[ \t]+(\S{1,100})/im;
/**
 * Says whether a module requires the native worker.
 *
 * @param goMod text of a go.mod
 * @returns true when a requirement names it
 */
function requiresNativeWorker(goMod) {
    return workerRequirement(goMod) !== undefined;
}


/***/ }),

/***/ 84768:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   VV: () => (/* binding */ placeIn)
/* harmony export */ });
/* unused harmony export models */
const models = (/* unused pure expression or super */ null && (['custom-handler', 'native']));
/**
 * A path of the project as a path of the repository.
 *
 * @param project the project
 * @param path relative to the project folder
 * @returns relative to the repository root
 */
function repositoryPath(project, path) {
    return project.folder === '.' ? path : `${project.folder}/${path}`;
}
/**
 * The place of a value in a file of the project.
 *
 * @param project the project
 * @param path file relative to the project folder
 * @param span the value's stretch of text; the whole file without
 * @returns a location relative to the repository root
 */
function placeIn(project, path, span) {
    return { file: repositoryPath(project, path), ...span };
}


/***/ }),

/***/ 60737:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readProject)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/project/configuration.ts
var project_configuration = __webpack_require__(61559);
// EXTERNAL MODULE: ./src/project/executable.ts
var executable = __webpack_require__(55357);
// EXTERNAL MODULE: ./src/project/json-tree.ts
var json_tree = __webpack_require__(4080);
// EXTERNAL MODULE: ./src/project/route-text.ts
var route_text = __webpack_require__(32802);
;// CONCATENATED MODULE: ./src/project/functions.ts
/**
 * Finds the functions of an app as the host does: direct child folders with a `function.json`
 * (HostFunctionMetadataProvider.cs of azure-functions-host), and reads their bindings.
 * It judges nothing.
 */


/** No function has this many; a file with more is not worth the time. */
const maxBindings = 100;
/**
 * The function folders among the files of a project.
 *
 * @param files the listing of the project folder
 * @returns names of direct child folders that hold a `function.json` in exactly this spelling
 */
function functionNames(files) {
    const names = [];
    for (const { path, kind } of files) {
        const [name, file, ...rest] = path.split('/');
        if (name !== undefined && file === 'function.json' && rest.length === 0 && kind !== 'other')
            names.push(name);
    }
    return names;
}
/**
 * Makes a function out of its parsed `function.json`.
 *
 * @param name the folder's name
 * @param json its function.json
 * @returns the function with its bindings; the lists are empty when the file is no JSON object
 */
function readFunction(name, json) {
    const root = json.state === 'parsed' ? json.document.root : undefined;
    const list = (0,json_tree/* memberOf */.C5)(root, 'bindings')?.value;
    const bindings = list?.kind === 'array' ? list.items.slice(0, maxBindings).map(readBinding) : [];
    const trigger = bindings.find((binding) => binding.isTrigger);
    const http = trigger?.type?.toLowerCase() === 'httptrigger' ? readHttpTrigger(name, trigger.node) : undefined;
    return { name, path: `${name}/function.json`, json, bindings, trigger, http };
}
function readBinding(node) {
    const type = (0,json_tree/* stringOf */.Je)((0,json_tree/* memberInAnyCase */.Sj)(node, 'type')?.value);
    const direction = (0,json_tree/* memberInAnyCase */.Sj)(node, 'direction')?.value;
    const isOutput = (0,json_tree/* stringOf */.Je)(direction)?.toLowerCase() === 'out';
    return {
        node,
        type,
        name: (0,json_tree/* stringOf */.Je)((0,json_tree/* memberInAnyCase */.Sj)(node, 'name')?.value),
        direction: (0,json_tree/* stringOf */.Je)(direction)?.toLowerCase() ?? 'in',
        isTrigger: !isOutput && type !== undefined && /trigger$/i.test(type),
    };
}
function readHttpTrigger(name, node) {
    const route = (0,route_text/* withoutSlashes */.C)((0,json_tree/* stringOf */.Je)((0,json_tree/* memberInAnyCase */.Sj)(node, 'route')?.value) ?? '');
    const methods = (0,json_tree/* memberInAnyCase */.Sj)(node, 'methods')?.value;
    const listed = methods?.kind === 'array' ? methods.items.map(json_tree/* stringOf */.Je) : [];
    return {
        route: route === '' ? name : route,
        methods: listed.filter((method) => method !== undefined).map((method) => method.toUpperCase()),
        authLevel: (0,json_tree/* stringOf */.Je)((0,json_tree/* memberInAnyCase */.Sj)(node, 'authLevel')?.value)?.toLowerCase() ?? 'function',
    };
}

;// CONCATENATED MODULE: ./src/project/listing.ts
/**
 * Lists the files of a project folder: names, sizes, modes, kinds.
 * It never follows a symbolic link and never reads a file's content. It asks the file system without a detour over
 * the thread pool, whose threads may be compressing: each answer takes some microseconds.
 */



const fileKinds = (/* unused pure expression or super */ null && (['file', 'symlink', 'other']));
/** Folders that never hold a part of a function app and can be very large. */
const skippedFolders = new Set(['.git', 'node_modules']);
/**
 * Lists everything below a folder that is not a folder itself.
 *
 * @param folder absolute path of an existing folder
 * @param options `limit`: most entries that are accepted
 * @returns the entries sorted by path (code units), so that every system gives the same order
 * @throws ActionError `project-folder` when the folder is missing or cannot be read,
 *   `project-too-large` when there are more than `limit` entries
 */
function listFiles(folder, options) {
    const listed = [];
    const pending = [''];
    for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
        const names = [];
        for (const entry of readFolder(folder, parent)) {
            const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
            if (!entry.isDirectory())
                names.push(path);
            else if (!skippedFolders.has(entry.name))
                pending.push(path);
        }
        if (listed.length + names.length + pending.length > options.limit)
            throw tooLarge(folder, options.limit);
        for (const name of names) {
            const file = describe(folder, name);
            if (file !== undefined)
                listed.push(file);
        }
    }
    return listed.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}
function readFolder(folder, parent) {
    const path = (0,external_node_path_.join)(folder, parent);
    try {
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
    }
    catch (error) {
        throw new errors/* ActionError */.l('project-folder', `The folder '${path}' cannot be read: ${(0,errors/* messageOf */.b)(error)}.`, {
            hint: 'Set working-directory to the folder that holds host.json, relative to the repository root.',
            cause: error,
        });
    }
}
function describe(folder, path) {
    try {
        const status = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path));
        const kind = status.isFile() ? 'file' : status.isSymbolicLink() ? 'symlink' : 'other';
        return { path, sizeBytes: status.size, mode: status.mode & 0o7777, kind };
    }
    catch {
        // The file went away between the two calls, as temporary files do.
        return undefined;
    }
}
function tooLarge(folder, limit) {
    return new errors/* ActionError */.l('project-too-large', `The folder '${folder}' holds more than ${limit} files.`, {
        hint: 'Set working-directory to the folder of the function app only, or remove caches and build output from it.',
    });
}

;// CONCATENATED MODULE: ./src/project/unless-it-fails.ts
/**
 * Asks where a refusal only means that less is known.
 *
 * @param ask a question to the file system
 * @returns its answer; undefined when it throws
 */
function unlessItFails(ask) {
    try {
        return ask();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/project/go-files.ts
/**
 * Collects the Go code around a function app: the workspace or module that the project folder belongs to,
 * or the folder itself. It reads within fixed limits, says when it left files out, and judges nothing.
 */




const maxListedFiles = 20_000;
const maxGoFiles = 3000;
const maxModules = 100;
const maxFileBytes = 2 * 1024 * 1024;
const maxTotalBytes = 16 * 1024 * 1024;
/** Code in these folders is never part of the handler's own package graph. */
const foreignFolder = /(^|\/)(vendor|testdata|_[^/]*|\.[^/]*)\//;
/**
 * Reads the Go code that belongs to a project.
 *
 * @param request absolute folders, and the listing of the project folder
 * @returns texts with paths relative to the repository root
 */
function readGoSources(request) {
    const { projectFolder, repositoryRoot } = request;
    const workspace = nearestFolderWith('go.work', projectFolder, repositoryRoot);
    const module = nearestFolderWith('go.mod', projectFolder, repositoryRoot);
    const root = workspace ?? module ?? projectFolder;
    const listing = root === projectFolder ? request.files : listOrNothing(root);
    const wanted = (listing ?? request.files).filter(isWanted);
    const base = listing === undefined ? projectFolder : root;
    const toRepository = (path) => (0,external_node_path_.relative)(repositoryRoot, (0,external_node_path_.join)(base, path)).split(external_node_path_.sep).join('/');
    const goFiles = wanted.filter(({ path }) => path.endsWith('.go'));
    const chosen = withinLimits(goFiles);
    const read = ({ path }) => ({
        path: toRepository(path),
        text: unlessItFails(() => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(base, path), 'utf8')) ?? '',
    });
    const files = chosen.map(read);
    const modules = withinLimits(wanted.filter(isModuleFile)).slice(0, maxModules).map(read);
    const ownModule = module === undefined ? undefined : toRepository((0,external_node_path_.relative)(base, (0,external_node_path_.join)(module, 'go.mod')));
    return {
        moduleFolder: workspace === undefined && module === undefined ? undefined : toRepository('.') || '.',
        modules: [...modules].sort((a, b) => Number(b.path === ownModule) - Number(a.path === ownModule)),
        hasWorkspace: workspace !== undefined,
        sums: (listing ?? request.files).filter(isSumFile).map(({ path }) => toRepository(path)),
        files,
        isComplete: listing !== undefined && chosen.length === goFiles.length,
    };
}
function nearestFolderWith(name, start, root) {
    for (let folder = start; isInside(folder, root); folder = (0,external_node_path_.dirname)(folder)) {
        if (unlessItFails(() => (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, name)).isFile()) === true)
            return folder;
        if (folder === (0,external_node_path_.dirname)(folder))
            return undefined;
    }
    return undefined;
}
function isInside(folder, root) {
    const path = (0,external_node_path_.relative)(root, folder);
    return path !== '..' && !path.startsWith(`..${external_node_path_.sep}`);
}
function listOrNothing(folder) {
    // A module around the project that is too large to list only means that less can be checked.
    return unlessItFails(() => listFiles(folder, { limit: maxListedFiles }));
}
function isWanted({ path, kind }) {
    if (kind !== 'file' || foreignFolder.test(path))
        return false;
    return (path.endsWith('.go') && !path.endsWith('_test.go')) || isModuleFile({ path });
}
function isModuleFile({ path }) {
    return path === 'go.mod' || path.endsWith('/go.mod');
}
function isSumFile({ path }) {
    return /(^|\/)go\.(work\.)?sum$/.test(path) && !foreignFolder.test(path);
}
function withinLimits(files) {
    let total = 0;
    return files.filter(({ sizeBytes }, index) => {
        total += sizeBytes;
        return index < maxGoFiles && sizeBytes <= maxFileBytes && total <= maxTotalBytes;
    });
}

// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(93162);
;// CONCATENATED MODULE: ./src/project/json-scan.ts
/**
 * Looks over a text before it is parsed as JSON: comments, open strings, nesting. It builds no values.
 */
/** Newtonsoft.Json 13 refuses deeper documents (`JsonReader.MaxDepth`). */
const maxDepth = 64;
/**
 * Replaces comments by blanks of the same length and measures the nesting, without recursion:
 * the parser recurses on both, so a deep document or a long run of comments would overflow its stack.
 *
 * @param source the text, with LF line ends
 * @returns the text to parse, or why it cannot be JSON and at which offset
 */
function blankComments(source) {
    const pieces = [];
    let kept = 0;
    let depth = 0;
    let offset = 0;
    while (offset < source.length) {
        const character = source[offset];
        if (character === '"' || character === "'") {
            const end = endOfString(source, offset);
            // The parser would never come back from a string that ends in a backslash at the end of the text.
            if (end === -1)
                return { reason: 'a string is not closed', offset };
            offset = end;
        }
        else if (character === '/' && (source[offset + 1] === '/' || source[offset + 1] === '*')) {
            const end = endOfComment(source, offset);
            if (end === -1)
                return { reason: 'a comment is not closed', offset };
            pieces.push(source.slice(kept, offset), source.slice(offset, end).replaceAll(/[^\n]/g, ' '));
            kept = offset = end;
        }
        else {
            if (character === '{' || character === '[')
                depth += 1;
            if (character === '}' || character === ']')
                depth -= 1;
            if (depth > maxDepth)
                return { reason: `values are nested deeper than ${maxDepth} levels`, offset };
            offset += 1;
        }
    }
    pieces.push(source.slice(kept));
    const text = pieces.join('');
    return { text, trimmed: text.trimEnd(), isOpen: depth > 0 };
}
/** The offset after a string, or -1 when it is not closed. */
function endOfString(source, start) {
    const quote = source[start];
    let offset = start + 1;
    while (offset < source.length && source[offset] !== quote)
        offset += source[offset] === '\\' ? 2 : 1;
    return offset < source.length ? offset + 1 : -1;
}
/** The offset after a comment, or -1 when a block comment is not closed. */
function endOfComment(source, start) {
    if (source[start + 1] === '/') {
        const end = source.indexOf('\n', start);
        return end === -1 ? source.length : end;
    }
    const end = source.indexOf('*/', start + 2);
    return end === -1 ? -1 : end + 2;
}

;// CONCATENATED MODULE: ./src/project/json.ts
/**
 * Reads JSON as leniently as the Functions host does (Newtonsoft.Json: comments, single quotes, bare keys,
 * trailing commas) and keeps the place of every value. Hostile input ends in a failure, never in a throw.
 */



/** Larger files are refused: a host.json of this size is a mistake or an attack. */
const maxJsonBytes = 1024 * 1024;
const textEncodings = (/* unused pure expression or super */ null && (['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'invalid']));
/**
 * Decodes and parses a JSON file.
 *
 * @param bytes the content of the file
 * @returns the document with places (lines and columns from 1), or the first failure with its place
 */
function parseJson(bytes) {
    if (bytes.length > maxJsonBytes)
        return failed(`the file is larger than ${maxJsonBytes} bytes`, 1, 1);
    const { text, encoding } = decode(bytes);
    const source = text.replaceAll('\r\n', '\n');
    const places = new LineTable(source);
    const scan = blankComments(source);
    if ('reason' in scan)
        return failed(scan.reason, ...places.at(scan.offset));
    try {
        const { body } = (0,momoa/* parse */.qg)(scan.text, { mode: 'json5', allowTrailingCommas: true });
        const root = convert(body, places);
        return { state: 'parsed', document: { root, lenientFrom: lenientFrom(source, places), encoding } };
    }
    catch (error) {
        const { trimmed, isOpen } = scan;
        // At the end of the text the parser blames the last token.
        const isAtEnd = (isOpen || trimmed === '') && trimmed.slice(offsetOf(error)).search(/\s/) === -1;
        if (isAtEnd)
            return failed('unexpected end of input', ...places.at(trimmed.length));
        return failed(reasonOf(error, source), ...places.at(offsetOf(error)));
    }
}
/**
 * Decodes text as .NET's `File.ReadAllText` does: by byte order mark, else UTF-8.
 *
 * @param bytes the content of a file
 * @returns the text without its mark, and how it was encoded
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
    }
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' };
    }
    catch {
        return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'invalid' };
    }
}
function convert(node, places) {
    const span = places.span(node.loc.start.offset, node.loc.end.offset);
    switch (node.type) {
        case 'Object':
            return { kind: 'object', members: node.members.map((member) => convertMember(member, places)), span };
        case 'Array':
            return { kind: 'array', items: node.elements.map((element) => convert(element.value, places)), span };
        case 'String':
            return { kind: 'string', value: node.value, span };
        case 'Number':
            return { kind: 'number', value: node.value, text: places.textOf(node.loc), span };
        case 'Boolean':
            return { kind: 'boolean', value: node.value, span };
        case 'NaN':
            return { kind: 'number', value: Number.NaN, text: 'NaN', span };
        case 'Infinity':
            return { kind: 'number', value: Number.POSITIVE_INFINITY, text: 'Infinity', span };
        default:
            return { kind: 'null', span };
    }
}
function convertMember(member, places) {
    const { name, value } = member;
    return {
        key: name.type === 'Identifier' ? name.name : name.value,
        keySpan: places.span(name.loc.start.offset, name.loc.end.offset),
        value: convert(value, places),
    };
}
function lenientFrom(source, places) {
    try {
        JSON.parse(source);
        return undefined;
    }
    catch {
        // The place in JSON.parse's own message differs between Node versions.
    }
    try {
        (0,momoa/* parse */.qg)(source, { mode: 'json' });
        return undefined;
    }
    catch (error) {
        const [line, column] = places.at(offsetOf(error));
        return { line, column };
    }
}
function failed(reason, line, column) {
    return { state: 'failed', failure: { reason, line, column } };
}
/** The parser names tokens by their types. */
const tokenTexts = {
    LBrace: "'{'",
    RBrace: "'}'",
    LBracket: "'['",
    RBracket: "']'",
    Colon: "':'",
    Comma: "','",
    String: 'string',
};
/** The parser's sentence without its place and full stop, for use inside another sentence. */
function reasonOf(error, source) {
    if (!(error instanceof Error && 'offset' in error))
        return 'it cannot be parsed';
    const [word] = /^[\w$]{1,40}/.exec(source.slice(offsetOf(error), offsetOf(error) + 40)) ?? [];
    const reason = (0,errors/* messageOf */.b)(error)
        .replace(/ \(\d+:\d+\)$/, '')
        .replace(/ found\.$/, '')
        .replace(/ token (\w+)$/, (_, type) => ` ${tokenTexts[type] ?? `'${word ?? type}'`}`);
    return `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`;
}
function offsetOf(error) {
    return typeof error === 'object' && error !== null && 'offset' in error ? Number(error.offset) : 0;
}
/** Turns offsets into lines and columns; the parser's own columns are wrong after a line break in a string. */
class LineTable {
    #text;
    #starts = [0];
    constructor(text) {
        this.#text = text;
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            this.#starts.push(at + 1);
    }
    at(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return [low + 1, offset - (this.#starts[low] ?? 0) + 1];
    }
    textOf({ start, end }) {
        return this.#text.slice(start.offset, end.offset);
    }
    span(start, end) {
        const [line, column] = this.at(start);
        const [endLine, endColumn] = this.at(end);
        return { line, column, endLine, endColumn };
    }
}

// EXTERNAL MODULE: ./src/project/native-worker.ts
var native_worker = __webpack_require__(24201);
;// CONCATENATED MODULE: ./src/project/read-project.ts
/**
 * Reads a function app from disk into one `Project`: listing, host.json, functions, Go code.
 * It reads within fixed limits and judges nothing; the checks do.
 */











const maxFiles = 50_000;
const maxHeadBytes = 512;
const maxFunctions = 2000;
const maxFunctionBytes = 32 * 1024 * 1024;
/**
 * Reads a function app.
 *
 * @param request absolute folders and the inputs that decide what is read
 * @returns the project; a missing or broken host.json is part of it, not an error
 * @throws ActionError `working-directory-missing`, `project-folder`, `project-too-large`
 */
function readProject(request) {
    const { projectFolder, repositoryRoot } = request;
    demandFolder(request);
    const files = listFiles(projectFolder, { limit: maxFiles });
    const reader = new ProjectReader(projectFolder, (0,external_node_fs_.realpathSync)(repositoryRoot), files);
    const hostJson = reader.json('host.json');
    const functions = readFunctions(reader, files);
    const go = readGoSources({ projectFolder, repositoryRoot, files });
    const funcignore = reader.text('.funcignore', maxJsonBytes);
    const configuration = hostJson.state === 'parsed' ? (0,project_configuration/* flatten */.Bq)(hostJson.document.root) : { leaves: new Map(), places: new Map() };
    const folder = (0,external_node_path_.relative)(repositoryRoot, projectFolder).split(external_node_path_.sep).join('/') || '.';
    const { model, isModelAmbiguous } = chooseModel(request.model ?? 'auto', {
        folder,
        files,
        configuration,
        go,
    });
    const named = model === 'native' ? executable/* nativeExecutable */.sc : (0,executable/* executableFrom */.Rs)(configuration);
    const isExecutableGiven = request.executableInput !== '';
    return Object.freeze({
        folder,
        files,
        model,
        isModelAmbiguous,
        hostJson,
        configuration,
        functions: Object.freeze(functions),
        executable: isExecutableGiven ? (0,executable/* normalizeExecutable */.yE)(request.executableInput) : named,
        isExecutableGiven,
        funcignore,
        executableHead: named === '' ? undefined : reader.text(named, maxHeadBytes),
        go: Object.freeze(go),
    });
}
function demandFolder({ projectFolder, repositoryRoot }) {
    const found = unlessItFails(() => (0,external_node_fs_.statSync)(projectFolder));
    if (found?.isDirectory() === true)
        return;
    const shown = (0,external_node_path_.relative)(repositoryRoot, projectFolder).split(external_node_path_.sep).join('/') || '.';
    const wrong = found === undefined ? 'does not exist' : 'is not a folder';
    throw new errors/* ActionError */.l('working-directory-missing', `The working-directory '${shown}' ${wrong}.`, {
        hint: 'Set working-directory to the folder that holds host.json, relative to the repository root, and run actions/checkout before this step.',
    });
}
function readFunctions(reader, files) {
    const names = functionNames(files);
    const own = new Set(names.map((name) => `${name}/function.json`));
    const bytes = files.reduce((sum, { path, sizeBytes }) => (own.has(path) ? sum + sizeBytes : sum), 0);
    if (names.length > maxFunctions || bytes > maxFunctionBytes) {
        const limit = `${maxFunctions} function folders or ${maxFunctionBytes} bytes of function.json`;
        throw new errors/* ActionError */.l('project-too-large', `The project has more than ${limit}.`, {
            hint: 'Set working-directory to the folder of one function app.',
        });
    }
    return names.map((name) => readFunction(name, reader.json(`${name}/function.json`)));
}
/** The native worker needs its module; a custom handler needs its section (see the host's worker selection). */
function chooseModel(input, { folder, files, configuration, go }) {
    const hasSection = (0,project_configuration/* sectionExists */.qU)(configuration, 'customHandler') || (0,project_configuration/* sectionExists */.qU)(configuration, 'httpWorker');
    const isNative = belongsToNativeWorker(go) || (go.modules.length === 0 && isNativePackage(files));
    const detected = !hasSection && isNative ? 'native' : 'custom-handler';
    return {
        model: input === 'auto' ? detected : input,
        isModelAmbiguous: input === 'auto' && hasSection && startsNativeWorker(folder, go),
    };
}
/** Where there is no code to ask, as in a package: exactly what the native worker is packed as. */
function isNativePackage(files) {
    const paths = files.map(({ path }) => path);
    return paths.includes(executable/* nativeExecutable */.sc) && functionNames(files).length === 0;
}
function belongsToNativeWorker(go) {
    const [module] = go.modules;
    return module !== undefined && (0,native_worker/* requiresNativeWorker */.Y3)(module.text);
}
/** Only code of the folder itself counts: another app of the same module may use the other model. */
function startsNativeWorker(folder, go) {
    const inside = folder === '.' ? '' : `${folder}/`;
    return go.files.some(({ path, text }) => path.startsWith(inside) &&
        !path.slice(inside.length).includes('/') &&
        /^[ \t]*(import[ \t]+)?(\w+[ \t]+)?"github\.com\/azure\/azure-functions-golang-worker\/worker"/im.test(text));
}
/** Reads files of the listing, never one that lies outside of the repository. */
class ProjectReader {
    #folder;
    #root;
    #kinds;
    constructor(folder, root, files) {
        this.#folder = folder;
        this.#root = root;
        this.#kinds = new Map(files.map(({ path, kind }) => [path, kind]));
    }
    json(path) {
        const bytes = this.bytes(path, maxJsonBytes + 1);
        if (bytes === undefined)
            return { state: 'missing' };
        return parseJson(bytes);
    }
    text(path, limitBytes) {
        return this.bytes(path, limitBytes)?.toString('utf8');
    }
    /** At most `limitBytes` of a listed file. Names are compared as listed, so the case must be right. */
    bytes(path, limitBytes) {
        const kind = this.#kinds.get(path);
        if (kind === undefined || kind === 'other')
            return undefined;
        const target = (0,external_node_path_.join)(this.#folder, path);
        if (kind === 'symlink' && !this.#leadsInside(target))
            return undefined;
        const file = unlessItFails(() => (0,external_node_fs_.openSync)(target, 'r'));
        if (file === undefined)
            return undefined;
        try {
            const buffer = Buffer.alloc(Math.min(limitBytes, (0,external_node_fs_.fstatSync)(file).size));
            return buffer.subarray(0, (0,external_node_fs_.readSync)(file, buffer, 0, buffer.length, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    #leadsInside(path) {
        const target = unlessItFails(() => (0,external_node_fs_.realpathSync)(path));
        if (target === undefined || !(0,external_node_fs_.statSync)(target).isFile())
            return false;
        return target.startsWith(this.#root.endsWith(external_node_path_.sep) ? this.#root : `${this.#root}${external_node_path_.sep}`);
    }
}


/***/ }),

/***/ 32802:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withoutSlashes)
/* harmony export */ });
/**
 * The slashes around routes and prefixes, which the host adds and takes away itself.
 */
/**
 * A route or prefix without the slashes around it.
 *
 * @param text any text; loops instead of a pattern, which would take quadratic time on many slashes
 * @returns what is between the first and the last character that is no slash
 */
function withoutSlashes(text) {
    let start = 0;
    let end = text.length;
    while (text[start] === '/')
        start += 1;
    while (end > start && text[end - 1] === '/')
        end -= 1;
    return text.slice(start, end);
}


/***/ }),

/***/ 83846:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ foreignBinary),
/* harmony export */   X: () => (/* binding */ takeBinary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _runner_workspace__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80320);
/**
 * The one binary that the later stages speak of, and the stage that takes it where it is given. Building it is in
 * a file of its own, which a run with a given binary does not load.
 */




/**
 * Names a binary that was not built here.
 *
 * @param path absolute path
 * @param shownAs how the user knows it
 * @param name the name that `file` and `ldd` are asked about
 * @returns the binary
 */
function foreignBinary(path, shownAs, name) {
    return { path, shownAs, name };
}
/**
 * Takes the binary that the `binary` input names.
 *
 * @param run the run
 * @returns the binary
 * @throws ActionError `binary-missing` when there is no such file
 */
function takeBinary(run) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(run.workspace.folder, run.inputs.binary);
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined || !found.isFile()) {
        throw new _errors__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('binary-missing', `'binary' is '${run.inputs.binary}', and there is no such file in the workspace.`, {
            hint: 'Set it to the path of the built binary, relative to the workspace, or remove it so that the action builds.',
        });
    }
    return foreignBinary(path, (0,_runner_workspace__WEBPACK_IMPORTED_MODULE_3__/* .repositoryPath */ .SH)(path, run.repositoryRoot), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
}


/***/ }),

/***/ 95847:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   goThrough: () => (/* binding */ goThrough)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _report_run_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57330);
/* harmony import */ var _binary__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83846);
/* harmony import */ var _preflight__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86671);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56601);
/**
 * The order of the stages, which of them the inputs leave out, and which run side by side.
 */





/**
 * Goes through the stages.
 *
 * @param run the run
 * @param ahead what is begun already
 * @throws whatever ends a stage early; what was found until then is recorded
 */
async function goThrough(run, ahead) {
    await acceptFindings(run);
    if (run.inputs.swapWith !== '')
        run.record.askForSwap();
    const { fork } = run.workspace;
    if (run.inputs.appName !== '' && fork !== undefined) {
        const { refuseForkCode } = await __webpack_require__.e(/* import() */ 172).then(__webpack_require__.bind(__webpack_require__, 46172));
        refuseForkCode(run, fork);
    }
    if (run.inputs.package === '')
        await fromProject(run, ahead);
    else
        await fromPackage(run);
}
// A code that does not exist would silently accept nothing.
async function acceptFindings({ inputs, record }) {
    if (inputs.ignoreFindings.length === 0)
        return;
    const { codeDescriptions } = await __webpack_require__.e(/* import() */ 811).then(__webpack_require__.bind(__webpack_require__, 31811));
    const unknown = inputs.ignoreFindings.filter((code) => !Object.hasOwn(codeDescriptions, code));
    if (unknown.length > 0) {
        const names = unknown.map((code) => `'${code}'`).join(', ');
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('input-invalid', `'ignore-findings' names ${names}, which is no code of a finding.`, {
            hint: 'Write one code per line as the summary shows it, for example `plan-retires`; docs/findings.md has all of them.',
        });
    }
    record.ignore(inputs.ignoreFindings);
}
async function fromProject(run, ahead) {
    const { record, signal } = run;
    const subject = await record.stage('preflight', signal, () => (0,_preflight__WEBPACK_IMPORTED_MODULE_2__/* .preflight */ .Mz)(run));
    const { project } = subject;
    const connection = await whileConnecting(run, subject, async (ending) => {
        const zipPath = await buildAndPack(run, subject, ahead, ending);
        await (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .publishOutputs */ .eB)(record);
        await rehearsePackage(run, project, zipPath);
    });
    await deliver(run, project, connection);
}
// The package is begun beside the build and the inspection, and given up when one of them fails.
async function buildAndPack(run, subject, ahead, ending) {
    const { record, signal, inputs } = run;
    const { project } = subject;
    const building = inputs.binary === '' ? await begunBuild(run, ahead) : undefined;
    const obtaining = obtainBinary(run, project, building, ending);
    obtaining.catch(() => undefined);
    // Until `go build` runs, nothing else keeps the main thread.
    await building?.started;
    const begun = loadPacker().then(({ beginPacking }) => beginPacking(run, project));
    begun.catch(() => undefined);
    loadAhead(run);
    try {
        const binary = await obtaining;
        const { inspect } = await __webpack_require__.e(/* import() */ 699).then(__webpack_require__.bind(__webpack_require__, 75699));
        const { beginExecutable } = await __webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 45482));
        const executable = (await ahead.executable) ?? beginExecutable(run, binary.path);
        const packing = await begun;
        packing.supply(executable);
        await record.stage('inspect', signal, () => inspect(run, binary, subject, (0,_preflight__WEBPACK_IMPORTED_MODULE_2__/* .executablePlace */ .oL)(project)));
        return await record.stage('package', signal, () => packing.finish());
    }
    catch (error) {
        await begun.then((packing) => packing.stop()).catch(() => undefined);
        throw error;
    }
}
// Where a fork has a part in the run, it begins only after that was looked into.
async function begunBuild(run, { building }) {
    if (building !== undefined)
        return building;
    const { beginBuild } = await __webpack_require__.e(/* import() */ 579).then(__webpack_require__.bind(__webpack_require__, 10579));
    return beginBuild(run);
}
async function loadPacker() {
    const { loadPacking } = await __webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 45482));
    return loadPacking();
}
async function loadRehearser() {
    const { loadRehearsal } = await loadPacker();
    return loadRehearsal();
}
async function fromPackage(run) {
    const { record, signal } = run;
    const { openPackage } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(883)]).then(__webpack_require__.bind(__webpack_require__, 41883));
    // The job that made the package rehearses it; one that may sign in does not start its handler again.
    for (const stage of ['build', 'package', 'rehearse'])
        record.skip(stage, "'package' is given");
    const given = await record.stage('preflight', signal, () => openPackage(run));
    try {
        const { inspect } = await __webpack_require__.e(/* import() */ 699).then(__webpack_require__.bind(__webpack_require__, 75699));
        const connection = await whileConnecting(run, given.subject, async () => {
            await record.stage('inspect', signal, () => inspect(run, given.binary, given.subject, undefined));
            await (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .publishOutputs */ .eB)(record);
        });
        await deliver(run, given.subject.project, connection);
    }
    finally {
        given.dispose();
    }
}
async function obtainBinary(run, project, building, ending) {
    const { record } = run;
    if (building !== undefined)
        return record.stage('build', ending, () => building.finish(project, ending));
    const binary = await record.stage('build', ending, () => (0,_binary__WEBPACK_IMPORTED_MODULE_1__/* .takeBinary */ .X)(run));
    record.skip('build', "'binary' is given");
    return binary;
}
// Code that later stages need is loaded while `go build` or zlib runs, when it costs no time.
function loadAhead(run) {
    const { inputs } = run;
    const inspecting = __webpack_require__.e(/* import() */ 699).then(__webpack_require__.bind(__webpack_require__, 75699));
    const loading = [__webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 45482)), (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .loadSummary */ .RF)(), inspecting];
    if (inputs.rehearse !== 'false')
        loading.push(loadRehearser());
    // A chunk that cannot be loaded is reported by the stage that needs it; Go's own program is nobody's concern.
    void Promise.all(loading)
        .then(() => inspecting)
        .then(({ rehearseInspection }) => {
        if (inputs.binary === '')
            rehearseInspection(run);
    })
        .catch(() => undefined);
}
async function rehearsePackage(run, project, zipPath) {
    if (run.inputs.rehearse === 'false') {
        run.record.skip('rehearse', "'rehearse' is false");
        return;
    }
    const { rehearsalHindrance, rehearseZip } = await loadRehearser();
    const hindrance = rehearsalHindrance(run, project);
    if (hindrance === undefined)
        await run.record.stage('rehearse', run.signal, () => rehearseZip(run, zipPath));
    else
        run.record.skip('rehearse', hindrance);
}
/**
 * Connects to Azure beside other work. Whichever fails first ends the other.
 *
 * @returns the connection; undefined when nothing is to be deployed
 */
async function whileConnecting(run, subject, work) {
    if (run.inputs.appName === '') {
        for (const stage of ['sign-in', 'deploy', 'verify'])
            run.record.skip(stage, "no 'app-name' is given");
        await work(run.signal);
        return undefined;
    }
    const { beginConnection } = await Promise.all(/* import() */[__webpack_require__.e(869), __webpack_require__.e(18), __webpack_require__.e(638), __webpack_require__.e(941)]).then(__webpack_require__.bind(__webpack_require__, 38941));
    const connecting = beginConnection(run, subject);
    try {
        await work(AbortSignal.any([run.signal, connecting.failure]));
    }
    catch (error) {
        if (!connecting.failure.aborted)
            await connecting.stop(new Error('another stage failed'));
        else
            await connecting.finish();
        throw error;
    }
    return connecting.finish();
}
async function deliver(run, project, connection) {
    if (connection === undefined)
        return;
    const { record, signal } = run;
    const { inputs } = run;
    if (inputs.dryRun) {
        for (const stage of ['deploy', 'verify', ...(inputs.swapWith === '' ? [] : _report_run_report__WEBPACK_IMPORTED_MODULE_4__/* .swapStages */ .Lv)])
            record.skip(stage, "'dry-run' is true: nothing was changed");
        return;
    }
    if (inputs.skipUnchanged) {
        const { skipUnchanged } = await Promise.all(/* import() */[__webpack_require__.e(18), __webpack_require__.e(381), __webpack_require__.e(890)]).then(__webpack_require__.bind(__webpack_require__, 51890));
        if (await skipUnchanged(run, connection, project))
            return;
    }
    const { deploy, verify } = await Promise.all(/* import() */[__webpack_require__.e(18), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 7381));
    const deployment = await record.stage('deploy', signal, () => deploy(run, connection));
    await (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .publishOutputs */ .eB)(record);
    await record.stage('verify', signal, () => verify(run, connection, project, deployment));
    const { target } = connection;
    if (target === undefined)
        return;
    const { releaseBySwap } = await Promise.all(/* import() */[__webpack_require__.e(18), __webpack_require__.e(381), __webpack_require__.e(638), __webpack_require__.e(954)]).then(__webpack_require__.bind(__webpack_require__, 62954));
    await releaseBySwap(run, { ...connection, target }, project, deployment);
}


/***/ }),

/***/ 86671:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JA: () => (/* binding */ checkAndRecord),
  G5: () => (/* binding */ checkFor),
  oL: () => (/* binding */ executablePlace),
  Mz: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/input-rules.ts
var input_rules = __webpack_require__(89133);
;// CONCATENATED MODULE: ./src/project/binding-types.ts
/**
 * The binding types of the extension bundles, as they are written in function.json.
 * Used to recognise typing errors; a type that is not here may exist nevertheless.
 */
/** Source: the bundle's `extensions.json` and the reference pages of the bindings. */
const knownBindingTypes = [
    ...['httpTrigger', 'http', 'timerTrigger', 'manualTrigger', 'warmupTrigger'],
    ...['blobTrigger', 'blob', 'queueTrigger', 'queue', 'table'],
    ...['serviceBusTrigger', 'serviceBus', 'eventHubTrigger', 'eventHub', 'eventGridTrigger', 'eventGrid'],
    ...['cosmosDBTrigger', 'cosmosDB', 'sqlTrigger', 'sql', 'mysqlTrigger', 'mysql', 'kusto'],
    ...['signalRTrigger', 'signalR', 'signalRConnectionInfo', 'signalRNegotiation', 'signalREndpoints'],
    ...['webPubSubTrigger', 'webPubSub', 'webPubSubConnection', 'webPubSubContext', 'webPubSubRequest'],
    ...['sendGrid', 'twilioSms', 'kafkaTrigger', 'kafka', 'rabbitMQTrigger', 'rabbitMQ'],
    ...['redisPubSubTrigger', 'redisListTrigger', 'redisStreamTrigger', 'redis'],
    ...['orchestrationTrigger', 'activityTrigger', 'entityTrigger', 'durableClient', 'orchestrationClient'],
    ...['daprServiceInvocationTrigger', 'daprTopicTrigger', 'daprBindingTrigger'],
    ...['daprState', 'daprSecret', 'daprPublish', 'daprInvoke', 'daprBinding'],
    ...['mcpToolTrigger', 'mcpToolProperty', 'mcpResourceTrigger', 'mcpPromptTrigger'],
    ...['textCompletion', 'embeddings', 'embeddingsStore', 'semanticSearch'],
    ...['assistantCreate', 'assistantPost', 'assistantQuery', 'assistantSkillTrigger'],
    ...['authenticationEventsTrigger', 'authenticationEvents'],
];
/** Types, in lower case, that only exist as outputs, so that a missing direction (which means `in`) is an error. */
const outputOnlyTypes = new Set([
    ...['http', 'queue', 'servicebus', 'eventhub', 'eventgrid', 'sendgrid', 'twiliosms'],
    ...['signalr', 'kafka', 'rabbitmq', 'webpubsub'],
]);

// EXTERNAL MODULE: ./src/project/json-tree.ts
var json_tree = __webpack_require__(4080);
;// CONCATENATED MODULE: ./src/project/name-distance.ts
/**
 * Finds the known name that a mistyped one was probably meant to be. Pure.
 */
const longestName = 80;
/**
 * The closest of some names.
 *
 * @param name what was written
 * @param known what would have been right
 * @returns the known name with the fewest edits, ignoring case, if it takes at most two (one for names
 *   of up to five letters); otherwise `undefined`
 */
function closestName(name, known) {
    if (name.length > longestName)
        return undefined;
    let best;
    let fewest = name.length <= 5 ? 2 : 3;
    for (const candidate of known) {
        if (Math.abs(candidate.length - name.length) >= fewest)
            continue;
        const edits = distance(name.toLowerCase(), candidate.toLowerCase());
        if (edits < fewest) {
            best = candidate;
            fewest = edits;
        }
    }
    return best;
}
/** Number of letters to insert, delete or replace (Levenshtein). */
function distance(left, right) {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let at = 0; at < left.length; at += 1) {
        const next = [at + 1];
        for (let index = 0; index < right.length; index += 1) {
            const replaced = (row[index] ?? 0) + (left[at] === right[index] ? 0 : 1);
            next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
        }
        row = next;
    }
    return row[right.length] ?? 0;
}

// EXTERNAL MODULE: ./src/project/checks/check.ts
var check = __webpack_require__(11999);
;// CONCATENATED MODULE: ./src/project/checks/bindings.ts
/**
 * Checks of the bindings of a function by the host's own rules
 * (FunctionDescriptorProvider.cs, BindingMetadata.cs and Utility.cs of azure-functions-host).
 */




const bindingChecks = [
    { code: 'function-bindings', severity: 'error', run: (0,check/* onEachFunction */.TV)(bindings) },
    { code: 'binding-name', severity: 'error', run: (0,check/* onEachBinding */.ax)(bindings_name) },
    { code: 'binding-name-repeated', severity: 'error', run: repeatedNames },
    { code: 'binding-type-missing', severity: 'error', run: (0,check/* onEachBinding */.ax)(typeMissing) },
    { code: 'binding-type-unknown', severity: 'warning', run: (0,check/* onEachBinding */.ax)(typeUnknown) },
    { code: 'binding-direction', severity: 'error', run: (0,check/* onEachBinding */.ax)(direction) },
    { code: 'binding-return-direction', severity: 'error', run: (0,check/* onEachBinding */.ax)(returnDirection) },
    { code: 'binding-value', severity: 'error', run: (0,check/* onEachBinding */.ax)(enumeration) },
    { code: 'trigger-missing', severity: 'error', run: (0,check/* onEachFunction */.TV)(noTrigger) },
    { code: 'trigger-repeated', severity: 'error', run: (0,check/* onEachFunction */.TV)(severalTriggers) },
];
function bindings({ name, json }) {
    const root = json.state === 'parsed' ? json.document.root : undefined;
    if (root?.kind !== 'object')
        return undefined;
    const hint = 'Write "bindings": [ ... ] with one entry for the trigger and one for each input and output.';
    const member = (0,json_tree/* memberOf */.C5)(root, 'bindings');
    const other = (0,json_tree/* memberInAnyCase */.Sj)(root, 'bindings');
    if (member === undefined && other !== undefined) {
        const message = `function.json of '${name}' has '${other.key}' where the host looks for 'bindings' in lower case.`;
        return { message, hint: 'Write the key as "bindings".', at: other.keySpan };
    }
    if (member === undefined) {
        const at = { line: root.span.line, column: root.span.column };
        return { message: `function.json of '${name}' has no 'bindings'.`, hint, at };
    }
    const { value } = member;
    if (value.kind === 'array' && value.items.length > 0) {
        const wrong = value.items.find((item) => item.kind !== 'object');
        if (wrong === undefined)
            return undefined;
        return {
            message: `The entry ${(0,json_tree/* quoteJson */.fp)(wrong)} in 'bindings' of '${name}' is no object.`,
            hint,
            at: wrong.span,
        };
    }
    const message = `'bindings' of function '${name}' is ${(0,json_tree/* quoteJson */.fp)(value)}, but at least one binding is needed.`;
    return { message, hint, at: value.span };
}
function place(binding, key) {
    return (0,json_tree/* memberInAnyCase */.Sj)(binding.node, key)?.value.span ?? binding.node.span;
}
function called({ name, type }) {
    return name === undefined ? `A binding of type '${type ?? ''}'` : `The binding '${name}'`;
}
function bindings_name(binding, { name: owner }) {
    if (binding.node.kind !== 'object')
        return undefined;
    const written = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'name')?.value;
    if (binding.name === '$return' || /^[a-z][a-z0-9]{0,127}$/i.test(binding.name ?? ''))
        return undefined;
    if (written === undefined) {
        const message = `A binding of function '${owner}' has no 'name'.`;
        return { message, hint: 'Add "name", for example "req".', at: binding.node.span };
    }
    return {
        message: `The binding name ${(0,json_tree/* quoteJson */.fp)(written)} of function '${owner}' is invalid: a letter, then letters and digits only.`,
        hint: 'Rename it, and the key under which the Go code reads or writes it.',
        at: written.span,
    };
}
function repeatedNames(project) {
    return project.functions.flatMap((folder) => {
        const seen = new Set();
        return folder.bindings.flatMap((binding) => {
            const key = binding.name?.toLowerCase();
            if (key === undefined || !seen.has(key)) {
                if (key !== undefined)
                    seen.add(key);
                return [];
            }
            return [
                {
                    message: `Function '${folder.name}' has two bindings with the name '${binding.name}' (case is ignored).`,
                    hint: 'Rename one of them.',
                    location: (0,check/* inFunctionJson */.a_)(project, folder, place(binding, 'name')),
                },
            ];
        });
    });
}
function typeMissing(binding, { name: owner }) {
    if (binding.node.kind !== 'object' || (binding.type !== undefined && binding.type !== ''))
        return undefined;
    return {
        message: `${called(binding)} of function '${owner}' has no 'type'.`,
        hint: 'Add "type", for example "httpTrigger" or "http".',
        at: place(binding, 'type'),
    };
}
function typeUnknown(binding, { name: owner }) {
    const { type } = binding;
    if (type === undefined || knownBindingTypes.some((known) => known.toLowerCase() === type.toLowerCase()))
        return undefined;
    // Bindings come and go with the bundle: only what looks like a typing error of a known one is reported.
    const closest = closestName(type, knownBindingTypes);
    if (closest === undefined)
        return undefined;
    return {
        message: `The binding type '${type}' of function '${owner}' is in no extension bundle.`,
        hint: `Did you mean "${closest}"?`,
        at: place(binding, 'type'),
    };
}
function direction(binding, { name: owner }) {
    if (binding.node.kind !== 'object')
        return undefined;
    const written = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'direction')?.value;
    const type = binding.type?.toLowerCase() ?? '';
    if (written !== undefined && !['in', 'out', 'inout'].includes(binding.direction)) {
        const message = `The direction ${(0,json_tree/* quoteJson */.fp)(written)} of ${called(binding).replace(/^The/, 'the')} in function '${owner}' is none of in, out and inout.`;
        return {
            message,
            hint: `Write "direction": "${/trigger$/.test(type) ? 'in' : 'out'}".`,
            at: written.span,
        };
    }
    if (/trigger$/.test(type) && binding.direction === 'out') {
        const message = `The trigger '${binding.type}' of function '${owner}' has the direction 'out', so the host takes it for an output.`;
        return { message, hint: 'Write "direction": "in".', at: place(binding, 'direction') };
    }
    if (!outputOnlyTypes.has(type) || binding.direction !== 'in')
        return undefined;
    const message = written === undefined
        ? `${called(binding)} of type '${binding.type}' in function '${owner}' has no 'direction', so the host takes it for an input.`
        : `${called(binding)} of type '${binding.type}' in function '${owner}' has the direction 'in', but it is an output.`;
    return { message, hint: 'Write "direction": "out".', at: place(binding, 'direction') };
}
function returnDirection(binding, { name: owner }) {
    // An output written without its direction is reported once, by the check of directions.
    if (binding.name !== '$return' || binding.direction === 'out')
        return undefined;
    if (outputOnlyTypes.has(binding.type?.toLowerCase() ?? ''))
        return undefined;
    return {
        message: `The binding '$return' of function '${owner}' has the direction '${binding.direction}', but it can only be 'out'.`,
        hint: 'Write "direction": "out".',
        at: place(binding, 'direction'),
    };
}
const enumerations = {
    dataType: ['string', 'binary', 'stream'],
    cardinality: ['one', 'many'],
};
function enumeration(binding, { name: owner }) {
    for (const [key, values] of Object.entries(enumerations)) {
        const value = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, key)?.value;
        if (value?.kind !== 'string' || values.includes(value.value.toLowerCase()))
            continue;
        const message = `'${key}' of ${called(binding).replace(/^The/, 'the')} in function '${owner}' is '${value.value}', which the host does not know.`;
        return { message, hint: `Possible values: ${values.join(', ')}.`, at: value.span };
    }
    return undefined;
}
function noTrigger({ name, json, bindings }) {
    if (json.state !== 'parsed' || bindings.length === 0)
        return undefined;
    if (bindings.some(({ type }) => type === undefined || /trigger$/i.test(type)))
        return undefined;
    const list = (0,json_tree/* memberOf */.C5)(json.document.root, 'bindings');
    return {
        message: `Function '${name}' has no trigger: none of its bindings has a type that ends in 'Trigger'.`,
        hint: 'Add one, for example { "type": "httpTrigger", "direction": "in", "name": "req" }.',
        ...(list === undefined ? {} : { at: list.keySpan }),
    };
}
function severalTriggers({ name, bindings }) {
    const [first, second] = bindings.filter(({ isTrigger }) => isTrigger);
    if (first === undefined || second === undefined)
        return undefined;
    return {
        message: `Function '${name}' has more than one trigger: '${first.type}' and '${second.type}'.`,
        hint: 'Make a function of its own, in its own folder, for each trigger.',
        at: place(second, 'type'),
    };
}

// EXTERNAL MODULE: ./src/project/configuration.ts
var project_configuration = __webpack_require__(61559);
// EXTERNAL MODULE: ./src/project/native-worker.ts
var native_worker = __webpack_require__(24201);
;// CONCATENATED MODULE: ./src/project/checks/custom-handler.ts
/**
 * Checks that host.json has a custom handler for the host: the section and its description exist once
 * empty objects are taken away (HttpWorkerOptionsSetup.cs of azure-functions-host).
 */



const customHandlerChecks = [
    { code: 'custom-handler-missing', severity: 'error', run: sectionMissing },
    { code: 'custom-handler-no-description', severity: 'error', run: descriptionMissing },
    { code: 'executable-path-empty', severity: 'error', run: pathEmpty },
];
const section = 'customHandler';
const description = `${section}:description`;
const executablePath = `${description}:defaultExecutablePath`;
const example = '"customHandler": { "description": { "defaultExecutablePath": "handler" } }';
const nativeRecipe = `For the native Go worker, leave host.json without that section, run 'go get ${native_worker/* workerModule */.Fh}', and end main with worker.Start(app).`;
/** Says whether host.json can be judged as that of a custom handler at all. */
function isJudged(project) {
    if (project.model !== 'custom-handler' || project.hostJson.state !== 'parsed')
        return false;
    const { root } = project.hostJson.document;
    return root.kind === 'object' && root.members.length > 0;
}
function sectionMissing(project) {
    const { configuration } = project;
    if (!isJudged(project) || (0,project_configuration/* sectionExists */.qU)(configuration, section))
        return [];
    if ((0,project_configuration/* sectionExists */.qU)(configuration, 'httpWorker'))
        return [];
    const hint = `For a custom handler, add ${example} to host.json, with the name of your program. ${nativeRecipe}`;
    const place = (0,project_configuration/* placeAt */.BW)(configuration, section);
    if (place === undefined) {
        return [{ message: "host.json has no 'customHandler' section.", hint, location: (0,check/* inHostJson */.AE)(project) }];
    }
    const message = `The section '${place.path}' of host.json has no value in it, so for the host it does not exist.`;
    return [{ message, hint, location: (0,check/* inHostJson */.AE)(project, place.keySpan) }];
}
function descriptionMissing(project) {
    const { configuration } = project;
    if (!isJudged(project) || !(0,project_configuration/* sectionExists */.qU)(configuration, section))
        return [];
    if ((0,project_configuration/* sectionExists */.qU)(configuration, description))
        return [];
    return [
        {
            message: `The section '${(0,project_configuration/* placeAt */.BW)(configuration, section)?.path ?? section}' of host.json has no 'description' with a value in it.`,
            hint: `Add ${example}, with the name of your program.`,
            location: (0,check/* inHostJson */.AE)(project, (0,check/* nearestKey */.qy)(configuration, description)),
        },
    ];
}
function pathEmpty(project) {
    const { configuration } = project;
    if (!isJudged(project) || !(0,project_configuration/* sectionExists */.qU)(configuration, description))
        return [];
    const leaf = (0,project_configuration/* leafAt */.QL)(configuration, executablePath);
    if (leaf !== undefined && leaf.value.trim() !== '')
        return [];
    const hint = 'Write the name of the program that is built, relative to host.json, for example "handler".';
    if (leaf !== undefined) {
        const message = `'defaultExecutablePath' in host.json is ${JSON.stringify(leaf.value)}, so the host has nothing to start.`;
        return [{ message, hint, location: (0,check/* inHostJson */.AE)(project, leaf.node.span) }];
    }
    const message = "'customHandler.description' in host.json has no 'defaultExecutablePath'.";
    return [{ message, hint, location: (0,check/* inHostJson */.AE)(project, (0,check/* nearestKey */.qy)(configuration, executablePath)) }];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/project/executable.ts
var executable = __webpack_require__(55357);
// EXTERNAL MODULE: ./src/project/project.ts
var project_project = __webpack_require__(84768);
;// CONCATENATED MODULE: ./src/project/checks/executable.ts
/**
 * Checks of the path that the host starts: can it exist on Linux inside the package, and is it what is built.
 * Rules of HttpWorkerDescription.cs and WorkerDescription.cs of azure-functions-host.
 */





const executable_executablePath = 'customHandler:description:defaultExecutablePath';
const executableChecks = [
    { code: 'executable-path-variable', severity: 'warning', run: onCustomHandler(variablePath) },
    { code: 'executable-path-windows', severity: 'error', run: onCustomHandler(windowsPath) },
    { code: 'executable-path-absolute', severity: 'error', run: onCustomHandler(absolutePath) },
    { code: 'executable-path-outside', severity: 'error', run: onCustomHandler(outsidePath) },
    { code: 'executable-go-run', severity: 'error', run: onCustomHandler(goRun) },
    { code: 'executable-undetermined', severity: 'error', run: onCustomHandler(undetermined) },
    { code: 'executable-is-folder', severity: 'error', run: isFolderInTheWay },
    { code: 'executable-is-script', severity: 'error', run: onCustomHandler(isScriptOfProject) },
    { code: 'script-no-interpreter', severity: 'error', run: onCustomHandler(noInterpreter) },
    { code: 'script-crlf', severity: 'error', run: onCustomHandler(scriptCrlf) },
    { code: 'executable-in-working-directory', severity: 'error', run: mismatch(true) },
    { code: 'executable-mismatch', severity: 'error', run: mismatch(false) },
];
function onCustomHandler(judge) {
    return (0,check/* onLeaf */.Mp)(executable_executablePath, ({ value }, project) => project.model === 'custom-handler' && value.trim() !== '' ? judge(value, project) : undefined);
}
const windowsForm = /\\|^[a-z]:|\.(exe|cmd|bat|ps1|dll)$/i;
function windowsPath(value) {
    if (!windowsForm.test(value))
        return undefined;
    const linux = value
        .replace(/^[a-z]:/i, '')
        .replaceAll('\\', '/')
        .replace(/\.(exe|cmd|bat|ps1|dll)$/i, '')
        .replace(/^(\.?\/)+/, '');
    return {
        message: `'defaultExecutablePath' is '${value}', a Windows path; on Linux no such file can be started.`,
        hint: `Write "${linux}" and build the program under that name.`,
    };
}
function absolutePath(value) {
    if (!value.startsWith('/') || (0,executable/* insideApp */.Ih)(external_node_path_.posix.normalize(value)) !== '')
        return undefined;
    return {
        message: `'defaultExecutablePath' is '${value}', an absolute path outside of the function app (${executable/* siteRoot */.Yc}).`,
        hint: `Write it relative to host.json: "${external_node_path_.posix.basename(value) || 'handler'}".`,
    };
}
function outsidePath(value, project) {
    if (value.startsWith('/') || value.includes('%'))
        return undefined;
    if (windowsForm.test(value) || (0,executable/* isInterpreter */.Xz)(value))
        return undefined;
    if ((0,executable/* executableFrom */.Rs)(project.configuration) !== '')
        return undefined;
    return {
        message: `'defaultExecutablePath' is '${value}', which is no file inside the function app's folder.`,
        hint: `Write a path below the folder of host.json: "${external_node_path_.posix.basename(value).replace(/^\.+$/, '') || 'handler'}".`,
    };
}
function variablePath(value) {
    const [variable] = /%[^%]+%/.exec(value) ?? [];
    if (variable === undefined)
        return undefined;
    return {
        message: `'defaultExecutablePath' is '${value}'; when ${variable} is not set in Azure, it stays as it is and no such file exists.`,
        hint: 'Write the name of the program itself.',
    };
}
function goRun(value) {
    if (!/^(.*\/)?go$/.test(value))
        return undefined;
    return {
        message: `'defaultExecutablePath' is '${value}': the Functions host has no Go toolchain to run sources with.`,
        hint: 'Write the name of a program, for example "handler"; this action builds it under that name.',
    };
}
/** Nobody said which file is built: host.json starts something that is not in the package, or a variable. */
function undetermined(value, project) {
    if (project.isExecutableGiven || goRun(value) !== undefined)
        return undefined;
    if (!value.includes('%') && !(0,executable/* isInterpreter */.Xz)(value))
        return undefined;
    return {
        message: `'defaultExecutablePath' is '${value}', which does not say under what name the program is to be built.`,
        hint: 'Set the input executable to the name of the program, relative to host.json.',
    };
}
function isFolderInTheWay(project, context) {
    if (project.model === 'custom-handler')
        return onCustomHandler(isFolder)(project, context);
    // What is given is packed under the name from wherever it lies, and the folder is not packed.
    if (context.deliveredExecutable !== undefined)
        return [];
    const inside = someFileIn(executable/* nativeExecutable */.sc, project);
    if (inside === undefined)
        return [];
    return [
        {
            message: `Azure starts the native Go worker as '${executable/* nativeExecutable */.sc}', but that is a folder (it holds '${inside}').`,
            hint: 'Rename the folder, for example to internal/app: the program is built under that name.',
            location: (0,check/* inHostJson */.AE)(project),
        },
    ];
}
/** The path of a file in a folder of the project, from that folder on. */
function someFileIn(folder, { files }) {
    return files.find(({ path }) => path.startsWith(`${folder}/`))?.path.slice(folder.length + 1);
}
function isFolder(_, project) {
    const named = (0,executable/* executableFrom */.Rs)(project.configuration);
    const inside = named === '' ? undefined : someFileIn(named, project);
    if (inside === undefined)
        return undefined;
    return {
        message: `host.json starts '${named}', but that is a folder (it holds '${inside}').`,
        hint: 'Give the program another name in defaultExecutablePath, or rename the folder.',
    };
}
function isScriptOfProject(_, project) {
    const named = (0,executable/* executableFrom */.Rs)(project.configuration);
    const isScript = /^#![^\r\n]*\n/.test(project.executableHead ?? '');
    if (project.isExecutableGiven || named === '' || !isScript)
        return undefined;
    return {
        message: `host.json starts '${named}', a script of the project, so there is no name under which the program can be built.`,
        hint: `Set the input executable to the name of the program that '${named}' starts, or write that name into defaultExecutablePath.`,
    };
}
function noInterpreter(_, project) {
    const head = project.executableHead;
    if (!isText(head) || head?.startsWith('#!') === true)
        return undefined;
    const named = (0,executable/* executableFrom */.Rs)(project.configuration);
    return {
        message: `host.json starts '${named}', a text file that does not begin with '#!'; Linux cannot start it.`,
        hint: named.endsWith('.go')
            ? `Write "${named.slice(0, -3)}", the name of the compiled program.`
            : "Begin the script with '#!/bin/sh'.",
    };
}
function scriptCrlf(_, project) {
    const [line] = /^#![^\n]*\r\n/.exec(project.executableHead ?? '') ?? [];
    if (line === undefined)
        return undefined;
    return {
        message: `The first line '${line.trim()}' of '${(0,executable/* executableFrom */.Rs)(project.configuration)}' ends in CR LF, so Linux looks for an interpreter with a CR in its name.`,
        hint: "Save the script with LF line ends, and add 'text eol=lf' for it to .gitattributes.",
    };
}
function isText(head) {
    return head !== undefined && head !== '' && !head.includes('\0') && !head.includes('\ufffd');
}
function mismatch(isInWorkingDirectory) {
    return (project, context) => {
        const built = context.deliveredExecutable ?? (project.isExecutableGiven ? project.executable : undefined);
        const leaf = (0,project_configuration/* leafAt */.QL)(project.configuration, executable_executablePath);
        const named = (0,executable/* executableFrom */.Rs)(project.configuration);
        if (project.model !== 'custom-handler' || leaf === undefined || built === undefined)
            return [];
        // A script or program that is already in the folder may start the built binary itself.
        if (named === '' || named === built || project.files.some(({ path }) => path === named))
            return [];
        const folder = (0,project_configuration/* leafAt */.QL)(project.configuration, 'customHandler:description:workingDirectory')?.value;
        if (isInWorkingDirectory !== (folder !== undefined && external_node_path_.posix.join(folder, named) === built))
            return [];
        const onlyCase = named.toLowerCase() === built.toLowerCase() ? '; Linux tells the cases apart' : '';
        const reason = isInWorkingDirectory ? "; 'workingDirectory' is not used to find the program" : onlyCase;
        const hint = isInWorkingDirectory
            ? `Write "${built}" as defaultExecutablePath.`
            : `Set executable: ${named}, or write "${built}" in ${(0,project_project/* repositoryPath */.SH)(project, 'host.json')}.`;
        const message = `host.json starts '${leaf.value}', but the program is built as '${built}'${reason}.`;
        return [{ message, hint, location: (0,check/* inHostJson */.AE)(project, leaf.node.span) }];
    };
}

;// CONCATENATED MODULE: ./src/project/version-range.ts
/**
 * Reads NuGet version ranges such as `[4.*, 5.0.0)`, as far as extension bundles need it.
 */
/**
 * Reads a range as `VersionRange.TryParse` of NuGet.Versioning does (floating lower bounds allowed).
 *
 * @param text for example `[4.0.0, 5.0.0)`; a bare version means "this or higher"
 * @returns the range, or `undefined` when the text is none or no version can be in it
 */
function parseVersionRange(text) {
    const trimmed = text.trim();
    const match = /^([[(])([^,]*)(?:,([^,]*))?([\])])$/.exec(trimmed);
    if (match === null) {
        const lower = parseVersion(trimmed);
        return lower === undefined ? undefined : { lower, upper: undefined, includesUpper: false };
    }
    const [, open, first = '', second, close] = match;
    const lower = first.trim() === '' ? undefined : parseVersion(first.trim());
    if (lower === undefined && first.trim() !== '')
        return undefined;
    if (second === undefined) {
        const isExact = open === '[' && close === ']' && lower !== undefined;
        return isExact ? { lower, upper: lower, includesUpper: true } : undefined;
    }
    const upper = second.trim() === '' ? undefined : parseVersion(second.trim());
    if ((upper === undefined && second.trim() !== '') || (lower === undefined && upper === undefined))
        return undefined;
    const range = { lower, upper, includesUpper: close === ']' };
    return isPossible(range) ? range : undefined;
}
/** A version without its pre-release part; `*` counts as 0. */
function parseVersion(text) {
    if (!/^(\*|\d{1,9}(\.(\*|\d{1,9})){0,3})(-[0-9a-z.*-]+)?(\+[0-9a-z.-]+)?$/i.test(text))
        return undefined;
    const [numbers = ''] = text.split(/[-+]/);
    return numbers.split('.').map((part) => (part === '*' ? 0 : Number(part)));
}
function isPossible({ lower, upper, includesUpper }) {
    if (lower === undefined || upper === undefined)
        return true;
    const order = compareVersions(lower, upper);
    return order < 0 || (order === 0 && includesUpper);
}
/**
 * Compares two versions number by number.
 *
 * @param left numbers, the most significant first; missing ones count as 0
 * @param right as `left`
 * @returns below 0, 0 or above 0
 */
function compareVersions(left, right) {
    for (let index = 0; index < 4; index += 1) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./src/project/checks/extension-bundle.ts
/**
 * Checks of the extension bundle: is its range valid, current and wide enough, and is there one when bindings need it.
 * Rules of ExtensionBundleManager.cs of azure-functions-host and NuGet.Versioning.
 */




const current = '[4.*, 5.0.0)';
const extensionBundleChecks = [
    { code: 'extension-bundle-incomplete', severity: 'error', run: incomplete },
    { code: 'extension-bundle-range', severity: 'error', run: (0,check/* onLeaf */.Mp)('extensionBundle:version', invalidRange) },
    { code: 'extension-bundle-old', severity: 'warning', run: (0,check/* onLeaf */.Mp)('extensionBundle:version', old) },
    { code: 'extension-bundle-narrow', severity: 'warning', run: (0,check/* onLeaf */.Mp)('extensionBundle:version', narrow) },
    { code: 'extension-bundle-missing', severity: 'error', run: missing },
];
/** Bindings that the host brings along (ScriptHostBuilderExtensions.cs). */
const builtIn = new Set([
    'httptrigger',
    'http',
    'timertrigger',
    'manualtrigger',
    'warmuptrigger',
]);
function incomplete(project) {
    const { configuration } = project;
    if (!(0,project_configuration/* sectionExists */.qU)(configuration, 'extensionBundle'))
        return [];
    return ['id', 'version']
        .filter((key) => ((0,project_configuration/* leafAt */.QL)(configuration, `extensionBundle:${key}`)?.value ?? '').trim() === '')
        .map((key) => ({
        message: `'extensionBundle' in host.json has no '${key}'.`,
        hint: `Write "id": "Microsoft.Azure.Functions.ExtensionBundle" and "version": "${current}".`,
        location: (0,check/* inHostJson */.AE)(project, (0,check/* nearestKey */.qy)(configuration, `extensionBundle:${key}`)),
    }));
}
function invalidRange({ value }) {
    if (value.trim() === '' || parseVersionRange(value) !== undefined)
        return undefined;
    return {
        message: `The extension bundle's version '${value}' is no version range that any version can satisfy.`,
        hint: `Write "${current}".`,
    };
}
function old({ value }) {
    const range = parseVersionRange(value);
    if (range === undefined || !endsBefore4(range))
        return undefined;
    return {
        message: `The extension bundle's version '${value}' admits only deprecated bundles below 4.`,
        hint: `Write "${current}".`,
    };
}
function endsBefore4({ upper, includesUpper }) {
    if (upper === undefined)
        return false;
    const order = compareVersions(upper, [4]);
    return order < 0 || (order === 0 && !includesUpper);
}
function narrow({ value }) {
    const range = parseVersionRange(value);
    if (range?.upper === undefined || range.lower === undefined || endsBefore4(range))
        return undefined;
    // A range that ends before the next major version stops resolving when its bundles are withdrawn.
    if (compareVersions(range.upper, [(range.lower[0] ?? 0) + 1]) >= 0)
        return undefined;
    return {
        message: `The extension bundle's version '${value}' admits less than one major version; such bundles are withdrawn after a time.`,
        hint: `Write "${current}".`,
    };
}
function missing(project) {
    if (project.hostJson.state !== 'parsed' || project.model === 'native')
        return [];
    if ((0,project_configuration/* sectionExists */.qU)(project.configuration, 'extensionBundle'))
        return [];
    // Extensions can also be installed into the app itself.
    if (project.files.some(({ path }) => path === 'bin/extensions.json' || path.endsWith('.csproj')))
        return [];
    return project.functions.flatMap((folder) => {
        const binding = folder.bindings.find(({ type }) => type !== undefined && !builtIn.has(type.toLowerCase()));
        if (binding === undefined)
            return [];
        return [
            {
                message: `'${binding.type}' of function '${folder.name}' needs an extension, but host.json has no 'extensionBundle'.`,
                hint: `Add "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "${current}" } to host.json.`,
                location: (0,check/* inFunctionJson */.a_)(project, folder, (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'type')?.value.span),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/project/time-span.ts
/**
 * Reads .NET time spans and NCRONTAB schedules, as far as it takes to say whether the host accepts them.
 */
/**
 * Reads a text as `TimeSpan.Parse` with the invariant culture does: `[-][d.]hh:mm[:ss[.fffffff]]`,
 * `d:hh:mm:ss`, or whole days. Hours above 23 in `hh:mm:ss` are taken as `d:hh:mm`, as .NET does.
 *
 * @param text for example `00:10:00`
 * @returns seconds, or `undefined` when .NET would refuse the text
 */
function parseTimeSpan(text) {
    const match = /^\s*(-)?(?:(\d{1,8})(?:\.(?=\d+:)|:(?=\d+:\d+:)))?(\d{1,8})(?::(\d{1,2}))?(?::(\d{1,2})(?:\.(\d{1,7}))?)?\s*$/.exec(text);
    if (match === null)
        return undefined;
    const [, sign, days, first, second, third, fraction] = match;
    const factor = sign === undefined ? 1 : -1;
    if (second === undefined)
        return days === undefined ? factor * Number(first) * 86_400 : undefined;
    const [d, h, m, s] = days === undefined && Number(first) > 23
        ? [Number(first), Number(second), Number(third ?? 0), 0]
        : [Number(days ?? 0), Number(first), Number(second), Number(third ?? 0)];
    if (h > 23 || m > 59 || s > 59)
        return undefined;
    return factor * (d * 86_400 + h * 3600 + m * 60 + s + Number(`0.${fraction ?? 0}`));
}
const months = 'january february march april may june july august september october november december'.split(' ');
const days = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const fields = [
    { title: 'seconds', lowest: 0, highest: 59 },
    { title: 'minutes', lowest: 0, highest: 59 },
    { title: 'hours', lowest: 0, highest: 23 },
    { title: 'days', lowest: 1, highest: 31 },
    { title: 'months', lowest: 1, highest: 12, names: months },
    { title: 'days of the week', lowest: 0, highest: 6, names: days },
];
/**
 * Says what is wrong with a timer schedule. Five fields have no seconds, any other number must be six
 * (`CronSchedule.HasSeconds` of azure-webjobs-sdk-extensions; the grammar is that of NCrontab).
 *
 * @param schedule the text of `schedule`, without `%settings%`
 * @returns a clause such as `the field '61' of minutes is not within 0 to 59`, or `undefined` when it is fine
 */
function scheduleFault(schedule) {
    const parts = schedule.trim().split(/\s+/);
    if (parts.length !== 5 && parts.length !== 6) {
        return `it has ${parts.length} ${parts.length === 1 ? 'field' : 'fields'} instead of 6 (seconds first) or 5`;
    }
    const expected = fields.slice(6 - parts.length);
    for (const [index, part] of parts.entries()) {
        const field = expected[index];
        const fault = field === undefined ? undefined : fieldFault(part, field);
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
function fieldFault(part, field) {
    for (const item of part.split(',')) {
        const [range = '', step, ...more] = item.split('/');
        const isStepWrong = more.length > 0 || (step !== undefined && !/^\d+$/.test(step));
        if (isStepWrong)
            return `'${item}' of its ${field.title} has no number after '/'`;
        if (range === '*')
            continue;
        for (const value of range.split('-')) {
            if (!isWithin(value, field)) {
                const names = field.names === undefined ? '' : ' or a name';
                return `'${value}' of its ${field.title} is not within ${field.lowest} to ${field.highest}${names}`;
            }
        }
    }
    return undefined;
}
function isWithin(value, { lowest, highest, names }) {
    if (/^\d+$/.test(value))
        return Number(value) >= lowest && Number(value) <= highest;
    // NCrontab takes any beginning of an English name.
    return value !== '' && names !== undefined && names.some((name) => name.startsWith(value.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/project/checks/functions.ts
/**
 * Checks of the folders of functions and their function.json as files: are there any, does the host find
 * them, can it read them (HostFunctionMetadataProvider.cs and Utility.cs of azure-functions-host).
 */






const functionChecks = [
    { code: 'no-functions', severity: 'error', run: noFunctions },
    { code: 'function-json-nested', severity: 'warning', run: nested },
    { code: 'function-json-case', severity: 'error', run: wrongCase },
    { code: 'function-name', severity: 'error', run: (0,check/* onEachFunction */.TV)(functions_name) },
    { code: 'function-name-repeated', severity: 'error', run: functions_repeatedNames },
    { code: 'function-json-unparseable', severity: 'error', run: (0,check/* onEachFunction */.TV)(unparseable) },
    { code: 'script-file-missing', severity: 'error', run: (0,check/* onEachFunction */.TV)(scriptFile) },
    { code: 'retry-incomplete', severity: 'error', run: (0,check/* onEachFunction */.TV)(retry) },
    { code: 'function-disabled-key', severity: 'warning', run: (0,check/* onEachFunction */.TV)(disabled) },
];
const namePattern = /^[a-z][a-z0-9_-]{0,127}$/i;
function noFunctions(project) {
    if (project.model !== 'custom-handler' || project.hostJson.state === 'missing')
        return [];
    if (project.isModelAmbiguous ||
        project.functions.length > 0 ||
        isRouted(project) ||
        misspelled(project).length > 0)
        return [];
    return [
        {
            message: `The folder '${project.folder}' has no function: no folder directly in it holds a function.json.`,
            hint: 'Add one folder for each function next to host.json, named as the function, with a function.json in it.',
            location: (0,check/* inHostJson */.AE)(project),
        },
    ];
}
/** Functions can also come from `customHandler.http.routes` or from a configuration profile. */
function isRouted({ configuration }) {
    return ((0,project_configuration/* sectionExists */.qU)(configuration, 'customHandler:http:routes') ||
        (0,project_configuration/* sectionExists */.qU)(configuration, 'configurationProfile'));
}
/** Folders in which a nested function.json is an example, a dependency or build output. */
const unrelated = /(^|\/)(\.[^/]*|vendor|testdata|bin|obj|dist|out|publish|examples?|samples?|docs?|tests?)\//i;
function nested(project) {
    if (project.hostJson.state === 'missing')
        return [];
    const otherApps = new Set(project.files.filter(({ path }) => path.endsWith('/host.json')).map(({ path }) => external_node_path_.posix.dirname(path)));
    return project.files
        .filter(({ path }) => path === 'function.json' || /^[^/]+\/.+\/function\.json$/.test(path))
        .filter(({ path }) => !unrelated.test(path) && !foldersAround(path).some((folder) => otherApps.has(folder)))
        .slice(0, 20)
        .map(({ path }) => ({
        message: `'${path}' is not read: the host looks for function.json in folders directly beside host.json only.`,
        hint: path === 'function.json'
            ? 'Move it into a folder named as the function.'
            : `Move its folder beside host.json.`,
        location: (0,project_project/* placeIn */.VV)(project, path),
    }));
}
function foldersAround(path) {
    const parts = path.split('/');
    return parts.map((_, length) => parts.slice(0, length).join('/'));
}
function misspelled(project) {
    return project.files
        .map(({ path }) => path)
        .filter((path) => /^[^/]+\/function\.json$/i.test(path) && !path.endsWith('/function.json'))
        .filter((path) => !project.functions.some((folder) => folder.name === external_node_path_.posix.dirname(path)));
}
function wrongCase(project) {
    if (project.model !== 'custom-handler')
        return [];
    return misspelled(project).map((path) => ({
        message: `'${path}' is not read: the host looks for 'function.json', and Linux tells the cases apart.`,
        hint: `Rename it: git mv ${path} ${external_node_path_.posix.dirname(path)}/function.json`,
        location: (0,project_project/* placeIn */.VV)(project, path),
    }));
}
function functions_name(folder) {
    const isReserved = folder.name.toLowerCase() === 'host';
    if (namePattern.test(folder.name) && !isReserved)
        return undefined;
    const rule = isReserved
        ? "the name 'host' is taken"
        : 'it must begin with a letter and hold letters, digits, _ and - only, 128 at most';
    return {
        message: `The folder '${folder.name}' is no valid function name: ${rule}.`,
        hint: 'Rename the folder, and the route in the Go code with it.',
    };
}
function functions_repeatedNames(project) {
    const seen = new Map();
    return project.functions.flatMap((folder) => {
        const earlier = seen.get(folder.name.toLowerCase());
        seen.set(folder.name.toLowerCase(), folder.name);
        if (earlier === undefined)
            return [];
        return [
            {
                message: `The function names '${earlier}' and '${folder.name}' differ only in case, which the host does not tell apart.`,
                hint: 'Rename one of the folders.',
                location: (0,check/* inFunctionJson */.a_)(project, folder),
            },
        ];
    });
}
function unparseable({ json, path }) {
    const hint = 'Correct the JSON at this place.';
    if (json.state === 'failed') {
        const { reason, line, column } = json.failure;
        return { message: `${path} is not valid JSON: ${reason}.`, hint, at: { line, column } };
    }
    if (json.state === 'missing') {
        const message = `${path} cannot be read: it is a symbolic link out of the repository or no regular file.`;
        return { message, hint: 'Put a regular file in its place.' };
    }
    const { root } = json.document;
    if (root.kind === 'object')
        return undefined;
    const message = `${path} holds ${(0,json_tree/* quoteJson */.fp)(root)}, but the host reads an object.`;
    return { message, hint: 'Write an object: { "bindings": [ ... ] }', at: root.span };
}
function rootOf({ json }) {
    return json.state === 'parsed' ? json.document.root : undefined;
}
function scriptFile(folder, project) {
    const value = (0,json_tree/* memberOf */.C5)(rootOf(folder), 'scriptFile')?.value;
    if (value?.kind !== 'string' || value.value === '')
        return undefined;
    const target = external_node_path_.posix.join(folder.name, value.value);
    if (target === project.executable || project.files.some(({ path }) => path === target))
        return undefined;
    return {
        message: `'scriptFile' of function '${folder.name}' is '${value.value}', which does not exist.`,
        hint: "Remove the key 'scriptFile': a custom handler needs none.",
        at: value.span,
    };
}
/** Which keys each strategy needs (`Utility.ValidateRetryOptions`). */
const intervals = {
    fixeddelay: ['delayInterval'],
    exponentialbackoff: ['minimumInterval', 'maximumInterval'],
};
function retry(folder) {
    const retry = (0,json_tree/* memberInAnyCase */.Sj)(rootOf(folder), 'retry');
    if (retry?.value.kind !== 'object')
        return undefined;
    const strategy = (0,json_tree/* memberInAnyCase */.Sj)(retry.value, 'strategy')?.value;
    const key = strategy?.kind === 'string' ? strategy.value.toLowerCase() : '';
    if (key !== 'fixeddelay' && key !== 'exponentialbackoff') {
        const message = `The retry strategy of function '${folder.name}' ${strategy === undefined ? 'is missing' : `is ${(0,json_tree/* quoteJson */.fp)(strategy)}, which the host does not know`}.`;
        const hint = 'Write "strategy": "fixedDelay" or "exponentialBackoff".';
        return { message, hint, at: strategy?.span ?? retry.keySpan };
    }
    const needed = ['maxRetryCount', ...intervals[key]];
    const missing = needed.filter((name) => (0,json_tree/* memberInAnyCase */.Sj)(retry.value, name) === undefined);
    const wrong = intervals[key].find((name) => {
        const value = (0,json_tree/* memberInAnyCase */.Sj)(retry.value, name)?.value;
        return value !== undefined && (value.kind !== 'string' || parseTimeSpan(value.value) === undefined);
    });
    if (missing.length > 0) {
        const message = `The retry policy of function '${folder.name}' lacks ${missing.map((name) => `'${name}'`).join(' and ')}.`;
        return {
            message,
            hint: `Add ${missing.map((name) => `"${name}"`).join(' and ')}; this strategy needs ${needed.join(', ')}.`,
            at: retry.keySpan,
        };
    }
    const value = wrong === undefined ? undefined : (0,json_tree/* memberInAnyCase */.Sj)(retry.value, wrong)?.value;
    if (value === undefined)
        return undefined;
    const message = `'${wrong}' in the retry policy of function '${folder.name}' is ${(0,json_tree/* quoteJson */.fp)(value)}, which is no time span.`;
    return { message, hint: 'Write hours, minutes and seconds, for example "00:00:10".', at: value.span };
}
function disabled(folder) {
    const member = (0,json_tree/* memberInAnyCase */.Sj)(rootOf(folder), 'disabled');
    if (member?.value.kind !== 'boolean' || !member.value.value)
        return undefined;
    return {
        message: `'disabled' in function.json does not disable '${folder.name}': version 4 of the host does not read it.`,
        hint: `Set the app setting AzureWebJobs.${folder.name}.Disabled to true.`,
        at: member.keySpan,
    };
}

;// CONCATENATED MODULE: ./src/project/checks/handler-arguments.ts
/**
 * Checks of how the host starts the program: working directory and arguments
 * (HttpWorkerOptionsSetup.cs, DefaultWorkerProcessFactory.cs and WorkerDescription.cs of azure-functions-host).
 */



const handler_arguments_description = 'customHandler:description';
const handlerArgumentChecks = [
    {
        code: 'working-directory-variable',
        severity: 'error',
        run: (0,check/* onLeaf */.Mp)(`${handler_arguments_description}:workingDirectory`, variable),
    },
    {
        code: 'handler-directory-missing',
        severity: 'error',
        run: (0,check/* onLeaf */.Mp)(`${handler_arguments_description}:workingDirectory`, handler_arguments_missing),
    },
    { code: 'argument-blank', severity: 'warning', run: blanks },
    { code: 'argument-percent', severity: 'warning', run: percents },
];
function variable({ value }) {
    if (!/%[^%]+%/.test(value))
        return undefined;
    return {
        message: `'workingDirectory' is '${value}'; the host expands no variables there, so no such folder exists.`,
        hint: 'Write the folder itself, relative to host.json, or remove the key.',
    };
}
function handler_arguments_missing({ value }, project) {
    if (value.trim() === '' || value.includes('%') || value.startsWith('/'))
        return undefined;
    const folder = external_node_path_.posix.resolve('/', value).slice(1) || '.';
    if (folder === '.' || project.executable.startsWith(`${folder}/`))
        return undefined;
    if (project.files.some(({ path }) => path.startsWith(`${folder}/`)))
        return undefined;
    return {
        message: `'workingDirectory' is '${value}', but the project has no such folder with a file in it.`,
        hint: 'Remove the key, or add the folder and name a file of it in the input include.',
    };
}
function argumentsOf(project) {
    return ['arguments', 'workerArguments'].flatMap((key) => (0,project_configuration/* childrenOf */.LU)(project.configuration, `${handler_arguments_description}:${key}`)
        .map(({ path }) => (0,project_configuration/* leafAt */.QL)(project.configuration, path))
        .filter((leaf) => leaf !== undefined));
}
function blanks(project) {
    return argumentsOf(project)
        .filter(({ value }) => /\s/.test(value.replaceAll(/"[^"]*"/g, '')))
        .map(({ value, node }) => ({
        message: `The argument '${value}' has a blank in it; the host joins arguments without quotes, so the program gets it in pieces.`,
        hint: 'Make several arguments of it, or put double quotes around it inside the string.',
        location: (0,check/* inHostJson */.AE)(project, node.span),
    }));
}
function percents(project) {
    const leaves = argumentsOf(project);
    // Variables are replaced one argument at a time; after that, whatever is between two '%' of the joined line goes.
    const rest = leaves.map(({ value }) => value.replaceAll(/%\w+%/g, ''));
    const [first] = leaves.filter((_, index) => rest[index]?.includes('%'));
    const deleted = /%[^%]*%/.exec(rest.join(' '))?.[0];
    if (first === undefined || deleted === undefined)
        return [];
    return [
        {
            message: `The host deletes '${deleted}' from the arguments: it takes everything between two percent signs for a variable.`,
            hint: "Write the arguments with at most one '%'.",
            location: (0,check/* inHostJson */.AE)(project, first.node.span),
        },
    ];
}

;// CONCATENATED MODULE: ./src/project/checks/handler-options.ts
/**
 * Checks of the keys of `customHandler` besides the executable: forwarding, port, timeout, routes, typing errors.
 * Rules of HttpWorkerOptions.cs and HttpWorkerOptionsSetup.cs of azure-functions-host.
 */





const initializationTimeout = 'customHandler:initializationTimeout';
const handlerOptionChecks = [
    { code: 'http-worker-ignored', severity: 'warning', run: bothSections },
    { code: 'http-worker-deprecated', severity: 'warning', run: onlyHttpWorker },
    { code: 'forwarding-misplaced', severity: 'error', run: forwardingMisplaced },
    { code: 'forwarding-not-boolean', severity: 'error', run: flagNotBoolean },
    { code: 'forwarding-and-proxying', severity: 'notice', run: bothFlags },
    { code: 'routes-and-functions', severity: 'error', run: routesAndFunctions },
    { code: 'routes-worker-runtime', severity: 'error', run: routesRuntime },
    { code: 'handler-port-fixed', severity: 'warning', run: (0,check/* onLeaf */.Mp)('customHandler:port', portFixed) },
    {
        code: 'initialization-timeout-invalid',
        severity: 'error',
        run: (0,check/* onLeaf */.Mp)(initializationTimeout, timeoutInvalid),
    },
    {
        code: 'initialization-timeout-long',
        severity: 'warning',
        run: (0,check/* onLeaf */.Mp)(initializationTimeout, timeoutLong),
    },
    { code: 'custom-handler-unknown-key', severity: 'warning', run: unknownKeys },
];
const flags = ['enableForwardingHttpRequest', 'enableProxyingHttpRequest'];
/** The App Service front end gives up after 230 s; a request waits four times the timeout (WorkerFunctionInvoker.cs). */
const longestUsefulTimeoutSeconds = 57;
function bothSections(project) {
    const { configuration } = project;
    const place = (0,project_configuration/* placeAt */.BW)(configuration, 'httpWorker');
    if (place === undefined || !(0,project_configuration/* sectionExists */.qU)(configuration, 'httpWorker'))
        return [];
    if (!(0,project_configuration/* sectionExists */.qU)(configuration, 'customHandler'))
        return [];
    return [
        {
            message: "host.json has both 'httpWorker' and 'customHandler'; the host ignores 'httpWorker'.",
            hint: "Remove the section 'httpWorker'.",
            location: (0,check/* inHostJson */.AE)(project, place.keySpan),
        },
    ];
}
function onlyHttpWorker(project) {
    const { configuration } = project;
    const place = (0,project_configuration/* placeAt */.BW)(configuration, 'httpWorker');
    if (place === undefined || !(0,project_configuration/* sectionExists */.qU)(configuration, 'httpWorker'))
        return [];
    if ((0,project_configuration/* sectionExists */.qU)(configuration, 'customHandler'))
        return [];
    return [
        {
            message: "host.json uses the deprecated section 'httpWorker'.",
            hint: "Rename it to 'customHandler' and set \"enableForwardingHttpRequest\": true in it; requests then come to the path of the route, not to that of the function's name.",
            location: (0,check/* inHostJson */.AE)(project, place.keySpan),
        },
    ];
}
function forwardingMisplaced(project) {
    const { configuration } = project;
    if (!(0,project_configuration/* sectionExists */.qU)(configuration, 'customHandler'))
        return [];
    return flags.flatMap((flag) => {
        if (isTrue(project, flag))
            return [];
        const right = `customhandler:${flag.toLowerCase()}`;
        return placesNamed(configuration.places.values(), flag)
            .filter((place) => place.path.toLowerCase() !== right && place.node.kind === 'boolean' && place.node.value)
            .map((place) => ({
            message: `'${place.path.replaceAll(':', '.')}' in host.json is ignored: the host reads '${flag}' directly under 'customHandler' only.`,
            hint: `Move "${flag}": true one level ${place.path.includes(':') ? 'up' : 'down'}, directly into "customHandler".`,
            location: (0,check/* inHostJson */.AE)(project, place.keySpan),
        }));
    });
}
function placesNamed(places, key) {
    const wanted = key.toLowerCase();
    return [...places].filter((place) => place.key.toLowerCase() === wanted);
}
function flagNotBoolean(project) {
    return flags.flatMap((flag) => {
        const place = (0,project_configuration/* placeAt */.BW)(project.configuration, `customHandler:${flag}`);
        const value = (0,project_configuration/* leafAt */.QL)(project.configuration, `customHandler:${flag}`)?.value.trim().toLowerCase();
        if (place === undefined || value === 'true' || value === 'false')
            return [];
        return [
            {
                message: `'${place.key}' is ${(0,json_tree/* quoteJson */.fp)(place.node)}, but only true and false are possible.`,
                hint: `Write "${flag}": true`,
                location: (0,check/* inHostJson */.AE)(project, place.node.span),
            },
        ];
    });
}
function bothFlags(project) {
    if (!flags.every((flag) => isTrue(project, flag)))
        return [];
    return [
        {
            message: "Both 'enableForwardingHttpRequest' and 'enableProxyingHttpRequest' are true; proxying wins.",
            hint: "Remove 'enableForwardingHttpRequest'.",
            location: (0,check/* inHostJson */.AE)(project, (0,project_configuration/* placeAt */.BW)(project.configuration, `customHandler:${flags[0]}`)?.keySpan),
        },
    ];
}
function isTrue(project, flag) {
    return (0,project_configuration/* leafAt */.QL)(project.configuration, `customHandler:${flag}`)?.value.trim().toLowerCase() === 'true';
}
function routesAndFunctions(project) {
    const routes = (0,project_configuration/* placeAt */.BW)(project.configuration, 'customHandler:http:routes');
    const [first] = project.functions;
    if (routes === undefined || first === undefined)
        return [];
    if (!(0,project_configuration/* sectionExists */.qU)(project.configuration, 'customHandler:http:routes'))
        return [];
    return [
        {
            message: `host.json has 'customHandler.http.routes', and there is '${first.path}' as well; the host refuses the mixture.`,
            hint: 'Keep either the routes in host.json or the function.json files.',
            location: (0,check/* inHostJson */.AE)(project, routes.keySpan),
        },
    ];
}
function routesRuntime(project, { workerRuntime }) {
    const routes = (0,project_configuration/* placeAt */.BW)(project.configuration, 'customHandler:http:routes');
    if (routes === undefined || workerRuntime === undefined || workerRuntime.toLowerCase() === 'custom')
        return [];
    if (!(0,project_configuration/* sectionExists */.qU)(project.configuration, 'customHandler:http:routes'))
        return [];
    return [
        {
            message: `host.json has 'customHandler.http.routes', but the app's FUNCTIONS_WORKER_RUNTIME is '${workerRuntime}'.`,
            hint: "Set the app setting FUNCTIONS_WORKER_RUNTIME to 'custom'.",
            location: (0,check/* inHostJson */.AE)(project, routes.keySpan),
        },
    ];
}
function portFixed({ value }) {
    const port = Number(value);
    const isPossible = Number.isInteger(port) && port > 0 && port < 65_536;
    return {
        message: isPossible
            ? `'customHandler.port' fixes port ${value}; the host fails to start when anything else holds it, for example the handler it is replacing.`
            : `'customHandler.port' is '${value}', which is no port.`,
        hint: "Remove 'port' and listen on the port in FUNCTIONS_CUSTOMHANDLER_PORT.",
    };
}
function timeoutInvalid({ value }) {
    if ((parseTimeSpan(value) ?? 0) > 0)
        return undefined;
    return {
        message: `'initializationTimeout' is '${value}', which is no time span above zero.`,
        hint: 'Write hours, minutes and seconds, for example "00:00:30".',
    };
}
function timeoutLong({ value }) {
    if ((parseTimeSpan(value) ?? 0) <= longestUsefulTimeoutSeconds)
        return undefined;
    return {
        message: `'initializationTimeout' is '${value}'; a request waits four times as long for a handler that does not start, and the front end gives up after 230 seconds.`,
        hint: 'Write "00:00:30" to "00:00:55".',
    };
}
const knownKeys = {
    customHandler: ['type', 'description', ...flags, 'initializationTimeout', 'port', 'http'],
    'customHandler:description': [
        'defaultExecutablePath',
        'defaultWorkerPath',
        'workerDirectory',
        'workingDirectory',
        'arguments',
        'workerArguments',
        'useStdErrorStreamForErrorsOnly',
        'language',
        'extensions',
    ],
    'customHandler:http': ['defaultAuthorizationLevel', 'routes'],
};
function unknownKeys(project) {
    return Object.entries(knownKeys).flatMap(([section, known]) => {
        const names = new Set([...known, ...flags].map((key) => key.toLowerCase()));
        return (0,project_configuration/* childrenOf */.LU)(project.configuration, section)
            .filter(({ key }) => !names.has(key.toLowerCase()) && !/^[$_/#]/.test(key))
            .map(({ key, keySpan }) => {
            const closest = closestName(key, known);
            return {
                message: `The host does not know the key '${key}' in '${section.replaceAll(':', '.')}' and ignores it.`,
                hint: closest === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
                location: (0,check/* inHostJson */.AE)(project, keySpan),
            };
        });
    });
}

;// CONCATENATED MODULE: ./src/project/checks/host-json.ts
/**
 * Checks of host.json itself: is it there, can the host read it, is its version right.
 * Sections are checked in their own groups.
 */



/** Checks of host.json as a file, in the order in which the host reads it. */
const hostJsonChecks = [
    { code: 'host-json-missing', severity: 'error', run: host_json_missing },
    { code: 'host-json-case', severity: 'error', run: host_json_wrongCase },
    { code: 'host-json-unparseable', severity: 'error', run: host_json_unparseable },
    { code: 'host-json-empty', severity: 'error', run: empty },
    { code: 'host-json-version-missing', severity: 'error', run: versionMissing },
    { code: 'host-json-version', severity: 'error', run: versionWrong },
    { code: 'host-json-not-strict', severity: 'notice', run: notStrict },
];
function host_json_missing(project) {
    if (project.hostJson.state !== 'missing' || host_json_misspelled(project) !== undefined)
        return [];
    const folder = project.folder;
    const nested = project.files
        .filter(({ path }) => /^[^/]+\/host\.json$/.test(path))
        .map(({ path }) => path.slice(0, -10));
    const [only] = nested;
    const hint = only !== undefined && nested.length === 1
        ? `Set working-directory: ${folder === '.' ? only : `${folder}/${only}`}, where there is one.`
        : 'Set working-directory to the folder that holds host.json, or add one; the smallest is shown in docs/findings.md.';
    return [{ message: `The folder '${folder}' has no host.json.`, hint }];
}
function host_json_wrongCase(project) {
    const found = host_json_misspelled(project);
    if (project.hostJson.state !== 'missing' || found === undefined)
        return [];
    return [
        {
            message: `The file '${found}' is not read: the host looks for 'host.json', and Linux tells the cases apart.`,
            hint: `Rename it: git mv ${found} host.json`,
            location: (0,project_project/* placeIn */.VV)(project, found),
        },
    ];
}
function host_json_misspelled(project) {
    return project.files.find(({ path }) => path !== 'host.json' && path.toLowerCase() === 'host.json')?.path;
}
function host_json_unparseable(project) {
    const { hostJson } = project;
    const hint = 'Correct the JSON at this place.';
    if (hostJson.state === 'failed') {
        const { reason, line, column } = hostJson.failure;
        return [
            {
                message: `host.json is not valid JSON: ${reason}.`,
                hint,
                location: { ...(0,check/* inHostJson */.AE)(project), line, column },
            },
        ];
    }
    if (hostJson.state === 'missing' || hostJson.document.root.kind === 'object')
        return [];
    const { root } = hostJson.document;
    const message = `host.json holds ${(0,json_tree/* quoteJson */.fp)(root)}, but the host reads an object.`;
    return [
        { message, hint: 'Write an object: { "version": "2.0", ... }', location: (0,check/* inHostJson */.AE)(project, root.span) },
    ];
}
function empty(project) {
    const root = rootObject(project);
    if (root === undefined || root.members.length > 0)
        return [];
    return [
        {
            message: 'host.json is an empty object, so the host uses its defaults and knows no custom handler.',
            hint: 'Write "version": "2.0" and a customHandler section into it.',
            location: (0,check/* inHostJson */.AE)(project, root.span),
        },
    ];
}
function versionMissing(project) {
    const root = rootObject(project);
    if (root === undefined || root.members.length === 0 || (0,json_tree/* memberOf */.C5)(root, 'version') !== undefined)
        return [];
    const other = (0,json_tree/* memberInAnyCase */.Sj)(root, 'version');
    if (other === undefined) {
        return [
            {
                message: "host.json has no 'version'.",
                hint: 'Add "version": "2.0" as its first key.',
                location: (0,check/* inHostJson */.AE)(project, {
                    ...root.span,
                    endLine: root.span.line,
                    endColumn: root.span.column + 1,
                }),
            },
        ];
    }
    return [
        {
            message: `host.json has '${other.key}' where the host looks for 'version' in lower case.`,
            hint: 'Write the key as "version".',
            location: (0,check/* inHostJson */.AE)(project, other.keySpan),
        },
    ];
}
function versionWrong(project) {
    const version = (0,json_tree/* memberOf */.C5)(rootObject(project), 'version')?.value;
    if (version === undefined || (version.kind === 'string' && version.value === '2.0'))
        return [];
    return [
        {
            message: `host.json has version ${(0,json_tree/* quoteJson */.fp)(version)}, but the host accepts only the string "2.0".`,
            hint: 'Write "version": "2.0".',
            location: (0,check/* inHostJson */.AE)(project, version.span),
        },
    ];
}
function notStrict(project) {
    if (project.hostJson.state !== 'parsed')
        return [];
    const { lenientFrom } = project.hostJson.document;
    if (lenientFrom === undefined)
        return [];
    return [
        {
            message: 'host.json is read by the host but is not strict JSON (comments, trailing commas or other quotes).',
            hint: 'Other tools such as jq or azd may refuse it; write strict JSON if you use them.',
            location: { ...(0,check/* inHostJson */.AE)(project), ...lenientFrom },
        },
    ];
}
function rootObject(project) {
    if (project.hostJson.state !== 'parsed')
        return undefined;
    const { root } = project.hostJson.document;
    return root.kind === 'object' ? root : undefined;
}

// EXTERNAL MODULE: ./src/project/route-text.ts
var route_text = __webpack_require__(32802);
;// CONCATENATED MODULE: ./src/project/checks/host-settings.ts
/**
 * Checks of the settings in host.json that are not about the handler: functions list, timeout, route prefix,
 * profile, and how the JSON files are written.
 */






const hostSettingsChecks = [
    { code: 'json-encoding', severity: 'warning', run: encoding },
    { code: 'json-duplicate-key', severity: 'warning', run: duplicateKeys },
    { code: 'function-not-allowed', severity: 'warning', run: allowList },
    { code: 'function-timeout-invalid', severity: 'error', run: (0,check/* onLeaf */.Mp)('functionTimeout', host_settings_timeoutInvalid) },
    { code: 'function-timeout-limit', severity: 'error', run: (0,check/* onLeaf */.Mp)('functionTimeout', timeoutLimit) },
    { code: 'function-timeout-long', severity: 'notice', run: (0,check/* onLeaf */.Mp)('functionTimeout', host_settings_timeoutLong) },
    {
        code: 'route-prefix-slash',
        severity: 'warning',
        run: (0,check/* onLeaf */.Mp)('extensions:http:routePrefix', prefixSlash),
    },
    { code: 'route-prefix-misplaced', severity: 'warning', run: prefixMisplaced },
    { code: 'configuration-profile-unknown', severity: 'error', run: (0,check/* onLeaf */.Mp)('configurationProfile', profile) },
];
/** Longest functionTimeout of the classic Consumption plan, in seconds (ScriptJobHostOptionsSetup.cs). */
const consumptionLimitSeconds = 600;
function* jsonFiles(project) {
    yield { path: 'host.json', json: project.hostJson };
    yield* project.functions;
}
function encoding(project) {
    const problems = [];
    for (const { path, json } of jsonFiles(project)) {
        if (json.state !== 'parsed' || json.document.encoding.startsWith('utf-8'))
            continue;
        const found = json.document.encoding === 'invalid' ? 'bytes that are not UTF-8' : json.document.encoding.toUpperCase();
        problems.push({
            message: `${path} is written in ${found}; the host and other tools expect UTF-8.`,
            hint: 'Save the file as UTF-8.',
            location: (0,project_project/* placeIn */.VV)(project, path),
        });
    }
    return problems;
}
function duplicateKeys(project) {
    const problems = [];
    for (const { path, json } of jsonFiles(project)) {
        if (json.state !== 'parsed')
            continue;
        // host.json becomes configuration keys, which have no case; a function.json is looked up by exact names.
        const fold = path === 'host.json' ? (key) => key.toLowerCase() : (key) => key;
        for (const { key, keySpan, isExact } of repeatedKeys(json.document.root, fold)) {
            problems.push({
                message: `The key '${key}' is in ${path} twice${isExact ? '' : ' (the host ignores case here)'}; only the last one counts.`,
                hint: 'Remove one of the two.',
                location: (0,project_project/* placeIn */.VV)(project, path, keySpan),
            });
        }
    }
    return problems;
}
function repeatedKeys(root, fold) {
    const repeated = [];
    const visitObject = ({ members }) => {
        const seen = new Map();
        for (const { key, keySpan, value } of members) {
            const earlier = seen.get(fold(key));
            if (earlier !== undefined)
                repeated.push({ key, keySpan, isExact: earlier === key });
            seen.set(fold(key), key);
            visit(value);
        }
    };
    const visit = (node) => {
        if (node.kind === 'object')
            visitObject(node);
        else if (node.kind === 'array')
            node.items.forEach(visit);
    };
    visit(root);
    return repeated.slice(0, 20);
}
function allowList(project) {
    const place = (0,project_configuration/* placeAt */.BW)(project.configuration, 'functions');
    const listed = (0,project_configuration/* childrenOf */.LU)(project.configuration, 'functions').map(({ node }) => node.kind === 'string' ? node.value.toLowerCase() : '');
    if (place?.node.kind !== 'array' || listed.length === 0)
        return [];
    return project.functions
        .filter(({ name }) => !listed.includes(name.toLowerCase()))
        .map(({ name }) => ({
        message: `The list 'functions' in host.json leaves out '${name}', so the host hides that function.`,
        hint: `Add "${name}" to the list, or remove the list.`,
        location: (0,check/* inHostJson */.AE)(project, place.keySpan),
    }));
}
function host_settings_timeoutInvalid({ value, node }) {
    const seconds = parseTimeSpan(value);
    if (value.trim() === '-1' || (seconds !== undefined && seconds >= 1))
        return undefined;
    return {
        message: `'functionTimeout' is ${(0,json_tree/* quoteJson */.fp)(node)}, which is no time span of at least one second.`,
        hint: 'Write hours, minutes and seconds, for example "00:10:00".',
    };
}
function timeoutLimit(leaf, _, { plan }) {
    if (plan !== 'consumption' || !exceedsConsumption(leaf.value))
        return undefined;
    return {
        message: `'functionTimeout' is '${leaf.value}', but the Consumption plan allows 10 minutes at most.`,
        hint: 'Write "00:10:00" or less, or use the Flex Consumption or Premium plan.',
    };
}
function host_settings_timeoutLong(leaf, _, { plan }) {
    if (plan !== undefined || !exceedsConsumption(leaf.value))
        return undefined;
    return {
        message: `'functionTimeout' is '${leaf.value}'; on the classic Consumption plan the host would refuse more than 10 minutes.`,
        hint: 'Nothing to do on the Flex Consumption, Premium and Dedicated plans.',
    };
}
function exceedsConsumption(value) {
    return value.trim() === '-1' || (parseTimeSpan(value) ?? 0) > consumptionLimitSeconds;
}
function prefixSlash({ value }) {
    if (!/^\/.|.\/$|^\/$/.test(value))
        return undefined;
    return {
        message: `'routePrefix' is '${value}', with a slash at its beginning or end.`,
        hint: `Write "${(0,route_text/* withoutSlashes */.C)(value)}"; the host puts the slashes.`,
    };
}
function prefixMisplaced(project) {
    const place = (0,project_configuration/* placeAt */.BW)(project.configuration, 'http:routePrefix');
    if (place === undefined || (0,project_configuration/* placeAt */.BW)(project.configuration, 'extensions:http:routePrefix') !== undefined)
        return [];
    return [
        {
            message: `'routePrefix' under 'http' is read by version 1 of the host only; here it is ignored and the prefix stays 'api'.`,
            hint: `Move it: "extensions": { "http": { "routePrefix": ${(0,json_tree/* quoteJson */.fp)(place.node)} } }`,
            location: (0,check/* inHostJson */.AE)(project, place.keySpan),
        },
    ];
}
function profile({ value }) {
    if (['', 'default', 'mcp-custom-handler'].includes(value.toLowerCase()))
        return undefined;
    return {
        message: `'configurationProfile' is '${value}', which the host does not know.`,
        hint: 'Write "mcp-custom-handler", or remove the key.',
    };
}

;// CONCATENATED MODULE: ./src/project/describe-functions.ts
/**
 * Describes the functions of a project for the summary, the outputs and the verification.
 */


/**
 * Lists the functions that the host should find.
 *
 * @param project the project
 * @returns functions of `function.json` files, or of `customHandler.http.routes` (which the host names
 *   `http-handler1`, `http-handler2`, ...); empty for the native model, whose functions are in its code
 */
function describeFunctions(project) {
    if (project.model === 'native')
        return [];
    const prefix = routePrefix(project.configuration);
    if (project.functions.length > 0)
        return project.functions.map((folder) => describeFolder(folder, prefix));
    return describeRoutes(project.configuration, prefix);
}
/**
 * The prefix of all HTTP routes.
 *
 * @param configuration the flattened host.json
 * @returns without slashes around it; `api` by default, empty when host.json takes it away
 */
function routePrefix(configuration) {
    const leaf = (0,project_configuration/* leafAt */.QL)(configuration, 'extensions:http:routePrefix');
    if (leaf !== undefined)
        return (0,route_text/* withoutSlashes */.C)(leaf.value);
    return (0,project_configuration/* leafAt */.QL)(configuration, 'configurationProfile') === undefined ? 'api' : '';
}
/**
 * The public path of a route.
 *
 * @param prefix as `routePrefix` gives it
 * @param route without a leading slash
 * @returns a path that starts with one slash
 */
function publicPath(prefix, route) {
    return `/${[prefix, route].filter((part) => part !== '').join('/')}`;
}
function describeFolder(folder, prefix) {
    const { name, trigger, http } = folder;
    if (http === undefined)
        return { name, trigger: trigger?.type ?? '' };
    const { route, methods, authLevel } = http;
    return { name, trigger: trigger?.type ?? '', route: publicPath(prefix, route), methods, authLevel };
}
function describeRoutes(configuration, prefix) {
    const fallback = (0,project_configuration/* leafAt */.QL)(configuration, 'customHandler:http:defaultAuthorizationLevel')?.value ?? 'function';
    return (0,project_configuration/* childrenOf */.LU)(configuration, 'customHandler:http:routes').map(({ path }, index) => ({
        name: `http-handler${index + 1}`,
        trigger: 'httpTrigger',
        route: publicPath(prefix, (0,route_text/* withoutSlashes */.C)((0,project_configuration/* leafAt */.QL)(configuration, `${path}:route`)?.value ?? '')),
        methods: [],
        authLevel: ((0,project_configuration/* leafAt */.QL)(configuration, `${path}:authorizationLevel`)?.value ?? fallback).toLowerCase(),
    }));
}

;// CONCATENATED MODULE: ./src/project/checks/http-triggers.ts
/**
 * Checks of HTTP triggers: authorization level, methods, routes and their conflicts
 * (ScriptHost.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 */



const httpTriggerChecks = [
    { code: 'http-auth-level', severity: 'error', run: (0,check/* onEachFunction */.TV)(authLevel) },
    { code: 'http-methods', severity: 'warning', run: (0,check/* onEachFunction */.TV)(methods) },
    { code: 'http-output-missing', severity: 'warning', run: (0,check/* onEachFunction */.TV)(outputMissing) },
    { code: 'route-reserved', severity: 'error', run: (0,check/* onEachFunction */.TV)(reserved) },
    { code: 'route-form', severity: 'warning', run: (0,check/* onEachFunction */.TV)(routeForm) },
    { code: 'route-conflict', severity: 'error', run: conflicts },
];
/** `AuthorizationLevel` of the WebJobs SDK; schemas/json/function.json lists the first three. */
const authLevels = ['anonymous', 'function', 'admin', 'system', 'user'];
const httpMethods = new Set([
    ...['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
]);
function settingOf(folder, key) {
    return folder.http === undefined ? undefined : (0,json_tree/* memberInAnyCase */.Sj)(folder.trigger?.node, key)?.value;
}
function http_triggers_place(folder, key) {
    return settingOf(folder, key)?.span ?? folder.trigger?.node.span;
}
function at(folder, key) {
    const span = http_triggers_place(folder, key);
    return span === undefined ? {} : { at: span };
}
function authLevel(folder) {
    const value = settingOf(folder, 'authLevel');
    if (value === undefined || value.kind === 'null')
        return undefined;
    if (value.kind === 'string' && authLevels.includes(value.value.toLowerCase()))
        return undefined;
    return {
        message: `'authLevel' of function '${folder.name}' is ${(0,json_tree/* quoteJson */.fp)(value)}, which is no authorization level.`,
        hint: 'Possible values: anonymous, function, admin.',
        at: value.span,
    };
}
function methods(folder) {
    const value = settingOf(folder, 'methods');
    if (value === undefined || value.kind === 'null')
        return undefined;
    const hint = 'Write "methods": ["get", "post"].';
    if (value.kind !== 'array') {
        return {
            message: `'methods' of function '${folder.name}' is ${(0,json_tree/* quoteJson */.fp)(value)}, not a list.`,
            hint,
            at: value.span,
        };
    }
    const seen = new Set();
    for (const item of value.items) {
        const method = item.kind === 'string' ? item.value.toUpperCase() : '';
        if (!httpMethods.has(method)) {
            const message = `'methods' of function '${folder.name}' names ${(0,json_tree/* quoteJson */.fp)(item)}, which is no HTTP method.`;
            return { message, hint, at: item.span };
        }
        if (seen.has(method)) {
            const message = `'methods' of function '${folder.name}' names ${method} twice.`;
            return { message, hint: 'Remove one of the two.', at: item.span };
        }
        seen.add(method);
    }
    return undefined;
}
function outputMissing(folder) {
    if (folder.http === undefined || folder.bindings.some(({ type }) => type?.toLowerCase() === 'http'))
        return undefined;
    return {
        message: `The HTTP function '${folder.name}' has no 'http' output, so callers get an empty reply.`,
        hint: 'Add { "type": "http", "direction": "out", "name": "res" } to its bindings.',
        ...at(folder, 'type'),
    };
}
function reserved(folder) {
    const prefix = /^(admin|runtime)/i.exec(folder.http?.route ?? '')?.[0];
    if (folder.http === undefined || prefix === undefined)
        return undefined;
    const isDefault = settingOf(folder, 'route') === undefined;
    return {
        message: `The route '${folder.http.route}' of function '${folder.name}' begins with '${prefix}', which the host keeps for itself.`,
        hint: isDefault
            ? 'Add a "route" that begins otherwise, or rename the folder.'
            : 'Write a route that begins otherwise.',
        ...at(folder, 'route'),
    };
}
function routeForm(folder, project) {
    const value = settingOf(folder, 'route');
    if (folder.http === undefined || value?.kind !== 'string')
        return undefined;
    const prefix = routePrefix(project.configuration);
    const { route } = folder.http;
    if (prefix !== '' && route.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)) {
        return {
            message: `The route '${value.value}' of function '${folder.name}' repeats the prefix: its address is '${publicPath(prefix, route)}'.`,
            hint: `Write "${route.slice(prefix.length + 1)}", or take the prefix away with "routePrefix": "" in host.json.`,
            at: value.span,
        };
    }
    if (!value.value.startsWith('/'))
        return undefined;
    return {
        message: `The route '${value.value}' of function '${folder.name}' begins with a slash, which the host removes.`,
        hint: `Write "${route}".`,
        at: value.span,
    };
}
function conflicts(project) {
    const byRoute = new Map();
    return project.functions.flatMap((folder) => {
        const { http } = folder;
        if (http === undefined)
            return [];
        const earlier = byRoute.get(http.route.toLowerCase()) ?? [];
        byRoute.set(http.route.toLowerCase(), [...earlier, folder]);
        const rival = earlier.find((other) => overlap(other.http, http) && !isSameName(other, folder));
        if (rival === undefined)
            return [];
        const shared = http.methods.length === 0 ? 'every method' : http.methods.join(', ');
        return [
            {
                message: `The route '${http.route}' of function '${folder.name}' (${shared}) is taken by function '${rival.name}'.`,
                hint: 'Give one of them another route, or methods that the other does not have.',
                location: (0,check/* inFunctionJson */.a_)(project, folder, http_triggers_place(folder, 'route')),
            },
        ];
    });
}
function overlap(left, right) {
    if (left === undefined || left.methods.length === 0 || right.methods.length === 0)
        return true;
    return left.methods.some((method) => right.methods.includes(method));
}
/** Names that differ only in case are reported as such. */
function isSameName(left, right) {
    return left.name.toLowerCase() === right.name.toLowerCase();
}

// EXTERNAL MODULE: ./src/project/go-code.ts
var go_code = __webpack_require__(11821);
// EXTERNAL MODULE: ./src/project/go-modules.ts
var go_modules = __webpack_require__(66443);
;// CONCATENATED MODULE: ./src/project/go-routes.ts
/**
 * Which paths the Go code registers with its router, as far as literals tell: net/http, gorilla/mux, chi, gin,
 * echo, fiber. Whenever something else could answer requests, it says that it cannot tell.
 */


const methodNames = 'Get Post Put Delete Patch Head Options Connect Trace'.split(' ');
/** Calls whose first argument is a whole pattern. */
const exactCalls = new Set([
    ...methodNames,
    ...methodNames.map((name) => name.toUpperCase()),
    ...['Any', 'All', 'Path'],
]);
/** Calls whose first argument is a pattern, and which may also match everything below. */
const subtreeCalls = new Set('Handle HandleFunc PathPrefix Static StaticFS StaticFile Use'.split(' '));
/** Calls whose first argument is a method and whose second is a pattern. */
const methodFirstCalls = new Set(['Method', 'MethodFunc', 'Add', 'Match']);
/** Calls whose first argument is put before other patterns. */
const prefixCalls = new Set([
    'Group',
    'Route',
    'Mount',
    'PathPrefix',
    'StripPrefix',
    'Use',
]);
/** Generated code beyond this is not judged. */
const maxPatterns = 2000;
const maxPrefixes = 200;
/** Names without which a file has no say in routing. */
const mayRoute = new RegExp(`\\b(${[...exactCalls, ...subtreeCalls, ...methodFirstCalls, ...prefixCalls].join('|')}|URL|RequestURI|ServeHTTP|HandlerFunc|ReverseProxy|FileServer|FileServerFS|MatcherFunc|NoRoute|NotFound|NotFoundHandler)\\b`);
/**
 * Collects the routes that the code registers.
 *
 * @param project the project
 * @returns the patterns, or `undefined` when the code does not tell them all
 */
function goRoutesOf(project) {
    const code = (0,go_code/* goCodeOf */.dH)(project);
    if (!project.go.isComplete || !(0,go_code/* hasOwnMain */.wR)(code) || (0,go_modules/* hasUnknownModules */.k)(code))
        return undefined;
    const usesRouter = [...code.foreignImports].some((path) => (0,go_modules/* isRouter */.E)(path));
    const routes = { patterns: [], prefixes: [] };
    for (const file of code.files.filter(({ text }) => mayRoute.test(text))) {
        if (answersByItself(file) || !collect(code, file, usesRouter, routes))
            return undefined;
    }
    const isTooMuch = routes.patterns.length > maxPatterns || routes.prefixes.length > maxPrefixes;
    return routes.patterns.length === 0 || isTooMuch ? undefined : routes;
}
/** Handlers that look at the path themselves, or serve without a router. */
function answersByItself(file) {
    const tokens = file.tokens();
    return tokens.some((token, index) => {
        if (token.kind !== 'name')
            return false;
        const next = tokens[index + 1]?.text;
        switch (token.text) {
            case 'URL':
                return next === '.' && /^(Path|RawPath|EscapedPath)$/.test(tokens[index + 2]?.text ?? '');
            case 'RequestURI':
            case 'ReverseProxy':
            case 'FileServer':
            case 'FileServerFS':
            case 'MatcherFunc':
            case 'NoRoute':
            case 'NotFoundHandler':
                return true;
            case 'NotFound':
                return tokens[index - 1]?.text === '.' && next === '(' && tokens[index - 2]?.text !== 'http';
            case 'ServeHTTP':
                // The declaration of a method, not a call.
                return tokens[index - 1]?.text === ')' && next === '(';
            case 'HandlerFunc':
                return next === '(' && tokens[index - 2]?.text === 'http' && !go_routes_isRouted(tokens, index);
            default:
                return false;
        }
    });
}
/** `http.HandlerFunc(f)` serves every path unless a middleware returns it or it is part of a registration. */
function go_routes_isRouted(tokens, index) {
    if (tokens[index - 3]?.text === 'return')
        return true;
    let depth = 0;
    for (let at = index - 1; at > 0 && at > index - 200; at -= 1) {
        const { text = '', kind } = tokens[at] ?? {};
        if (kind !== 'sign')
            continue;
        if (text === '{' || text === '}')
            return false;
        if (text === ')')
            depth += 1;
        if (text === '(')
            depth -= 1;
        const isEnclosing = text === '(' && depth < 0;
        if (isEnclosing && registers(tokens[at - 1]?.text ?? ''))
            return true;
        if (isEnclosing)
            depth = 0;
    }
    return false;
}
function registers(call) {
    return exactCalls.has(call) || subtreeCalls.has(call) || methodFirstCalls.has(call);
}
/** Collects from one file; false when a registration cannot be read. */
function collect(code, file, usesRouter, routes) {
    const tokens = file.tokens();
    for (let index = 2; index + 2 < tokens.length; index += 1) {
        const call = tokens[index];
        if (call?.kind !== 'name' || tokens[index - 1]?.text !== '.' || tokens[index + 1]?.text !== '(')
            continue;
        // Without a router module these names mean something else, as in `r.Header.Get("Accept")`.
        const isPrefix = call.text === 'StripPrefix' || (usesRouter && prefixCalls.has(call.text));
        const isPattern = /^Handle(Func)?$/.test(call.text) || (usesRouter && registers(call.text));
        if (!isPrefix && !isPattern)
            continue;
        const at = methodFirstCalls.has(call.text) ? argumentAfter(tokens, index + 2) : index + 2;
        const argument = at === undefined ? undefined : (0,go_code/* resolveText */.WY)(code, tokens, at);
        if (at === undefined || argument === undefined) {
            if (isUnreadable(tokens, index, call.text))
                return false;
            continue;
        }
        if (!/^([A-Z]+[ \t]+)?[^\s:]*\/(?!\/)|^$|^[*:]/.test(argument.value))
            continue;
        const isSubrouter = tokens[argument.next + 2]?.text === 'Subrouter';
        if (isPrefix)
            routes.prefixes.push(argument.value);
        if (!isPattern || isSubrouter)
            continue;
        routes.patterns.push({
            text: argument.value,
            file: file.path,
            offset: tokens[at]?.offset ?? 0,
            end: tokens[argument.next - 1]?.end ?? 0,
            isSubtree: coversBelow(call.text, argument.value, usesRouter),
        });
    }
    return true;
}
/** In net/http a final slash covers what is below; with a router `/` alone is most often the root page. */
function coversBelow(call, pattern, usesRouter) {
    if (/^(PathPrefix|Use|Static\w*)$/.test(call))
        return true;
    return pattern.endsWith('/') && (!usesRouter || pattern !== '/');
}
/** A list of methods or a sum of names before a path is never longer; calls that are not closed must not cost. */
const longestArgument = 200;
/** Index of the second argument of a call whose first one starts at `start`. */
function argumentAfter(tokens, start) {
    let depth = 0;
    for (let index = start; index < Math.min(tokens.length, start + longestArgument); index += 1) {
        const token = tokens[index];
        if (token?.kind !== 'sign')
            continue;
        if (token.text === '(' || token.text === '[' || token.text === '{')
            depth += 1;
        if (token.text === ')' || token.text === ']' || token.text === '}')
            depth -= 1;
        if (depth < 0)
            return undefined;
        if (depth === 0 && token.text === ',')
            return index + 1;
    }
    return undefined;
}
/** A registration whose path is not a literal, and not one of the many other methods of the same name. */
function isUnreadable(tokens, index, call) {
    // `router.Use(middleware)` and chi's `router.Group(func(r chi.Router) { ... })` have no path at all.
    if (call === 'Use' || (call === 'Group' && tokens[index + 2]?.text === 'func'))
        return false;
    if (prefixCalls.has(call) || subtreeCalls.has(call))
        return true;
    const second = argumentAfter(tokens, index + 2);
    // `c.Get(key)` reads a value, `header.Add(key, value)` adds one: a route has a handler after its path.
    return second !== undefined && (!methodFirstCalls.has(call) || argumentAfter(tokens, second) !== undefined);
}

// EXTERNAL MODULE: ./src/project/go-source.ts
var go_source = __webpack_require__(51041);
;// CONCATENATED MODULE: ./src/project/route-match.ts
/** Longer paths are cut: no server accepts them, and the look-ahead below takes quadratic time. */
const longestPath = 2000;
/**
 * Prepares the question whether any registered pattern, after any sequence of group prefixes, may match.
 *
 * @param routes what the Go code registers
 * @returns a function that takes the path the host requests, with `{parameters}` of the route
 */
function answersTo({ patterns, prefixes }) {
    const groups = prefixes.map(segmentsOf).filter((prefix) => prefix.length > 0);
    const registered = patterns.map(({ text, isSubtree }) => ({
        segments: segmentsOf(patternPath(text)),
        isSubtree,
    }));
    return (path) => {
        const wanted = segmentsOf(path);
        return startsWithin(wanted, groups).some((start) => {
            const rest = wanted.slice(start);
            return registered.some(({ segments, isSubtree }) => agrees(rest, segments, isSubtree));
        });
    };
}
/** Every position of a path up to which group prefixes may have matched. */
function startsWithin(wanted, groups) {
    const reached = new Set([0]);
    // The set grows while it is walked through, so prefixes are followed one after another.
    for (const start of reached) {
        for (const group of groups) {
            const end = start + group.length;
            if (end <= wanted.length && agrees(wanted.slice(start, end), group, false))
                reached.add(end);
        }
    }
    return [...reached];
}
/** A net/http pattern without its method and host. */
function patternPath(pattern) {
    const path = pattern.replace(/^[A-Z]+[ \t]+/, '');
    const slash = path.indexOf('/');
    return slash > 0 && /^[\w.-]+$/.test(path.slice(0, slash)) ? path.slice(slash) : path;
}
function segmentsOf(path) {
    return path
        .slice(0, longestPath)
        .replace(/\{\$\}$/, '')
        .split(/\/(?![^{]*\})/)
        .filter((part) => part !== '')
        .map(segmentOf);
}
function segmentOf(part) {
    if (part.includes('*') || part.includes('...'))
        return 'rest';
    if (/^[{:].*[?=]/.test(part))
        return 'optional';
    if (/[{}:()<>+?]/.test(part))
        return 'any';
    return { text: part.toLowerCase() };
}
function agrees(wanted, pattern, isSubtree) {
    const length = Math.max(wanted.length, pattern.length);
    for (let index = 0; index < length; index += 1) {
        const left = wanted[index];
        const right = pattern[index];
        if (left === 'rest' || right === 'rest')
            return true;
        if (left === undefined)
            return right === 'optional';
        if (right === undefined)
            return left === 'optional' || isSubtree;
        if (typeof left === 'object' && typeof right === 'object' && left.text !== right.text)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./src/project/checks/invocation.ts
/**
 * Checks that the Go code answers what the host sends: the forwarded request or the invocation contract
 * (DefaultHttpWorkerService.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 * Where the code does not tell all its routes, nothing is reported.
 */









const invocationChecks = [
    { code: 'forwarding-not-applied', severity: 'warning', run: notApplied },
    { code: 'forwarding-off', severity: 'warning', run: forwardingOff },
    { code: 'route-not-registered', severity: 'warning', run: routeNotRegistered },
    { code: 'invocation-not-registered', severity: 'warning', run: invocationNotRegistered },
];
function forwards({ configuration }) {
    return ['enableForwardingHttpRequest', 'enableProxyingHttpRequest'].some((flag) => (0,project_configuration/* leafAt */.QL)(configuration, `customHandler:${flag}`)?.value.trim().toLowerCase() === 'true');
}
/** The host forwards only when there is exactly one input, the trigger, and exactly one output, the response. */
function isPlainHttp({ http, bindings }) {
    const outputs = bindings.filter(({ direction }) => direction !== 'in');
    return (http !== undefined &&
        bindings.length === 2 &&
        outputs.length === 1 &&
        outputs[0]?.type?.toLowerCase() === 'http');
}
function invocation_isJudged(project) {
    return project.model === 'custom-handler' && (0,project_configuration/* placeAt */.BW)(project.configuration, 'customHandler') !== undefined;
}
function notApplied(project) {
    const routes = invocation_isJudged(project) && forwards(project) ? goRoutesOf(project) : undefined;
    if (routes === undefined)
        return [];
    const isAnswered = answersTo(routes);
    return project.functions
        .filter((folder) => folder.http !== undefined && folder.bindings.length > 2 && !isPlainHttp(folder))
        .filter(({ name }) => !isAnswered(`/${name}`))
        .map((folder) => ({
        message: `Function '${folder.name}' has ${folder.bindings.length} bindings, so its requests are not forwarded: the host posts the invocation as JSON to '/${folder.name}', which the Go code does not register.`,
        hint: `Register '/${folder.name}' and answer with { "Outputs": ... }, or keep only the HTTP trigger and the HTTP output and use a client library for the rest.`,
        location: placeOfTrigger(project, folder),
    }));
}
function forwardingOff(project) {
    const section = (0,project_configuration/* placeAt */.BW)(project.configuration, 'customHandler');
    if (!invocation_isJudged(project) || section === undefined || forwards(project))
        return [];
    if ((0,project_configuration/* leafAt */.QL)(project.configuration, 'customHandler:description:defaultExecutablePath') === undefined)
        return [];
    if (project.functions.length === 0 || !project.functions.every(isPlainHttp))
        return [];
    const code = (0,go_code/* goCodeOf */.dH)(project);
    if (!project.go.isComplete || (0,go_modules/* hasUnknownModules */.k)(code) || !(0,go_code/* hasOwnMain */.wR)(code))
        return [];
    if (code.files.some(({ text }) => /outputs|returnvalue/i.test(text)))
        return [];
    const flag = (0,project_configuration/* placeAt */.BW)(project.configuration, 'customHandler:enableForwardingHttpRequest');
    return [
        {
            message: "Requests are not forwarded ('enableForwardingHttpRequest' is not true), but the Go code never writes the 'Outputs' or 'ReturnValue' that the host then expects.",
            hint: 'Set "enableForwardingHttpRequest": true directly in "customHandler".',
            location: (0,check/* inHostJson */.AE)(project, flag?.node.span ?? section.keySpan),
        },
    ];
}
function routeNotRegistered(project) {
    const routes = invocation_isJudged(project) && forwards(project) ? goRoutesOf(project) : undefined;
    if (routes === undefined)
        return [];
    const isAnswered = answersTo(routes);
    const prefix = routePrefix(project.configuration);
    return project.functions.flatMap((folder) => {
        if (folder.http === undefined || !isPlainHttp(folder))
            return [];
        const path = publicPath(prefix, folder.http.route);
        if (isAnswered(path))
            return [];
        const near = nearest(routes, path);
        return [
            {
                message: `The host forwards requests of function '${folder.name}' to '${path}', which the Go code does not register${near === undefined ? '' : `; it registers '${near.text}'`}.`,
                hint: correction(routes, near, path),
                location: near === undefined ? placeOfTrigger(project, folder) : placeOfPattern(project, near),
            },
        ];
    });
}
function invocationNotRegistered(project) {
    const routes = invocation_isJudged(project) ? goRoutesOf(project) : undefined;
    if (routes === undefined)
        return [];
    const isAnswered = answersTo(routes);
    const posted = project.functions.filter((folder) => folder.trigger !== undefined &&
        (folder.http === undefined || (!forwards(project) && speaksContract(project))));
    return posted
        .filter(({ name }) => !isAnswered(`/${name}`))
        .map((folder) => ({
        message: `The host posts the invocations of function '${folder.name}' (${folder.trigger?.type}) to '/${folder.name}', which the Go code does not register.`,
        hint: `Register '/${folder.name}' and answer with JSON: { "Outputs": {}, "Logs": [], "ReturnValue": null }.`,
        location: placeOfTrigger(project, folder),
    }));
}
/** With forwarding off, code that never writes the contract is reported once, by the check of forwarding. */
function speaksContract(project) {
    return (0,go_code/* goCodeOf */.dH)(project).files.some(({ text }) => /outputs|returnvalue/i.test(text));
}
function placeOfTrigger(project, folder) {
    const route = (0,json_tree/* memberInAnyCase */.Sj)(folder.trigger?.node, 'route') ?? (0,json_tree/* memberInAnyCase */.Sj)(folder.trigger?.node, 'type');
    return (0,check/* inFunctionJson */.a_)(project, folder, route?.value.span);
}
/** A pattern that ends like the path: most often only the prefix is missing. */
function nearest({ patterns }, path) {
    const last = lastSegment(path);
    return last === '' ? undefined : patterns.find(({ text }) => lastSegment(text) === last);
}
function lastSegment(path) {
    return /([^/\s]*)\/?$/.exec(path.slice(-200))?.[1]?.toLowerCase() ?? '';
}
function correction({ prefixes }, near, path) {
    if (near === undefined)
        return `Register '${path}'.`;
    if (prefixes.length > 0)
        return `Register it so that its whole path, with the groups around it, is '${path}'.`;
    return `Write '${/^[A-Z]+[ \t]+/.exec(near.text)?.[0] ?? ''}${path}' here.`;
}
function placeOfPattern(project, { file, offset, end }) {
    const text = (0,go_code/* goCodeOf */.dH)(project).files.find(({ path }) => path === file)?.text ?? '';
    const { line, column } = (0,go_source/* placeOfOffset */.w)(text, offset);
    const { line: endLine, column: endColumn } = (0,go_source/* placeOfOffset */.w)(text, end);
    return { file, line, column, endLine, endColumn };
}

;// CONCATENATED MODULE: ./src/project/checks/modules.ts
/**
 * Checks of go.mod and of left-overs in the folder that break the build or the package only elsewhere
 * (Go modules reference; deployment pages of Azure Functions).
 */



const moduleChecks = [
    { code: 'go-mod-replace-outside', severity: 'warning', run: replaceOutside },
    { code: 'go-sum-absent', severity: 'warning', run: sumMissing },
    { code: 'extensions-project', severity: 'warning', run: extensionsProject },
];
/** The local replacements of a go.mod: those whose target is a folder. */
function localReplacements({ text }) {
    const found = [];
    for (const [index, line] of text.split('\n').entries()) {
        const match = /^(\s*(?:replace\s+)?"?([^\s"]+)"?(?:\s+v\S+)?\s+=>\s+)"?((?:\.{1,2}|~|\/|[A-Za-z]:)[^\s"]*)"?/.exec(line);
        if (match === null)
            continue;
        const [, before = '', module = '', target = ''] = match;
        const column = before.length + 1;
        found.push({ module, target, line: index + 1, column, endColumn: column + target.length });
    }
    return found;
}
function replaceOutside(project) {
    const [module] = project.go.modules;
    if (module === undefined)
        return [];
    return localReplacements(module)
        .filter(({ target }) => {
        const path = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(module.path), target.replaceAll('\\', '/')));
        return /^(\/|~|[A-Za-z]:)/.test(target) || path === '..' || path.startsWith('../');
    })
        .map(({ module: name, target, line, column, endColumn }) => ({
        message: `go.mod replaces '${name}' by '${target}', which lies outside of the repository.`,
        hint: 'Remove the replacement, or put the module into the repository (a go.work file keeps such paths out of go.mod).',
        location: { file: module.path, line, column, endLine: line, endColumn },
    }));
}
function sumMissing(project) {
    const [module] = project.go.modules;
    if (module === undefined || project.go.hasWorkspace)
        return [];
    if (project.go.sums.includes(external_node_path_.posix.join(external_node_path_.posix.dirname(module.path), 'go.sum')))
        return [];
    const replaced = new Set(localReplacements(module).map(({ module: name }) => name));
    const [first] = requirements(module).filter(({ name }) => !replaced.has(name));
    if (first === undefined)
        return [];
    return [
        {
            message: `go.mod requires '${first.name}', but there is no go.sum beside it, so the build refuses the download.`,
            hint: 'Run go mod tidy and commit go.sum.',
            location: { file: module.path, line: first.line, column: first.column },
        },
    ];
}
function requirements({ text }) {
    const found = [];
    let isInside = false;
    for (const [index, line] of text.split('\n').entries()) {
        if (/^\s*require\s*\(/.test(line))
            isInside = true;
        else if (/^\s*\)/.test(line))
            isInside = false;
        const match = (isInside ? /^(\s*)([^\s/(][^\s(]*)\s+v\d/ : /^(\s*require\s+)(\S+)\s+v\d/).exec(line);
        if (match === null)
            continue;
        found.push({ name: match[2] ?? '', line: index + 1, column: (match[1] ?? '').length + 1 });
    }
    return found;
}
function extensionsProject(project) {
    const found = project.files.find(({ path }) => path === 'extensions.csproj');
    if (found === undefined || !(0,project_configuration/* sectionExists */.qU)(project.configuration, 'extensionBundle'))
        return [];
    if (!project.files.some(({ path }) => path.startsWith('bin/')))
        return [];
    return [
        {
            message: "The project has both an extension bundle in host.json and extensions of its own ('extensions.csproj' and 'bin/').",
            hint: "Remove 'extensions.csproj' and 'bin/', or the section 'extensionBundle'.",
            location: (0,project_project/* placeIn */.VV)(project, found.path),
        },
    ];
}

// EXTERNAL MODULE: ./src/project/checks/native.ts
var checks_native = __webpack_require__(24488);
;// CONCATENATED MODULE: ./src/project/checks/triggers.ts
/**
 * Checks of single triggers: timer schedules, connections, and what one plan demands
 * (azure-webjobs-sdk-extensions `CronSchedule`, ScriptHost.cs of azure-functions-host).
 */



const triggerChecks = [
    { code: 'timer-schedule', severity: 'error', run: (0,check/* onEachBinding */.ax)(schedule) },
    { code: 'trigger-connection', severity: 'warning', run: (0,check/* onEachBinding */.ax)(connection) },
    { code: 'blob-trigger-source', severity: 'error', run: (0,check/* onEachBinding */.ax)(blobSource) },
];
function schedule(binding, { name }, _, { plan }) {
    if (!binding.isTrigger || binding.type?.toLowerCase() !== 'timertrigger')
        return undefined;
    const value = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'schedule')?.value;
    const hint = 'Write seconds, minutes, hours, days, months, days of the week: "0 */5 * * * *" is every five minutes.';
    // A bare number is read as text, and text without colons is a number of days.
    const written = value?.kind === 'string' || value?.kind === 'number' ? String(value.value).trim() : '';
    if (value === undefined || written === '') {
        const found = value === undefined ? 'has no schedule' : `has the schedule ${(0,json_tree/* quoteJson */.fp)(value)}`;
        return {
            message: `The timer of function '${name}' ${found}.`,
            hint,
            at: value?.span ?? binding.node.span,
        };
    }
    if (written.includes('%'))
        return undefined;
    if (parseTimeSpan(written) !== undefined) {
        if (plan !== 'consumption' && plan !== 'flex')
            return undefined;
        const message = `The schedule '${written}' of function '${name}' is a time span, which this plan does not support.`;
        return { message, hint, at: value.span };
    }
    const fault = scheduleFault(written);
    if (fault === undefined)
        return undefined;
    return {
        message: `The schedule '${written}' of function '${name}' is invalid: ${fault}.`,
        hint,
        at: value.span,
    };
}
function connection(binding, { name }, _, { settingNames }) {
    const value = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'connection')?.value;
    if (settingNames === undefined || value?.kind !== 'string')
        return undefined;
    if (value.value === '' || value.value.includes('%') || !binding.isTrigger)
        return undefined;
    const wanted = value.value.toLowerCase();
    const isKnown = settingNames.some((setting) => {
        // A connection is a setting, a setting with a prefix, or a group of settings for an identity.
        const bare = setting.toLowerCase().replace(/^(azurewebjobs|(custom|sqlazure|sql|mysql)connstr_)/, '');
        return (bare === wanted ||
            setting.toLowerCase() === wanted ||
            bare.startsWith(`${wanted}__`) ||
            bare.startsWith(`${wanted}:`));
    });
    if (isKnown || settingNames.some((setting) => setting.toLowerCase().startsWith(`${wanted}__`)))
        return undefined;
    return {
        message: `The trigger of function '${name}' uses the connection '${value.value}', but the app has no such setting.`,
        hint: `Add the app setting ${value.value} with the connection string, or settings ${value.value}__... for an identity.`,
        at: value.span,
    };
}
function blobSource(binding, { name }, _, { plan }) {
    if (plan !== 'flex' || !binding.isTrigger || binding.type?.toLowerCase() !== 'blobtrigger')
        return undefined;
    const source = (0,json_tree/* memberInAnyCase */.Sj)(binding.node, 'source')?.value;
    if (source?.kind === 'string' && source.value.toLowerCase() === 'eventgrid')
        return undefined;
    const found = source === undefined ? "has no 'source'" : `has the source ${(0,json_tree/* quoteJson */.fp)(source)}`;
    return {
        message: `The blob trigger of function '${name}' ${found}; the Flex Consumption plan supports Event Grid only.`,
        hint: 'Write "source": "EventGrid" and create the Event Grid subscription.',
        at: source?.span ?? binding.node.span,
    };
}

;// CONCATENATED MODULE: ./src/project/checks/index.ts














/** Every check of the room. */
const checks = [
    ...hostJsonChecks,
    ...hostSettingsChecks,
    ...extensionBundleChecks,
    ...checks_native/* nativeChecks */.v,
    ...customHandlerChecks,
    ...executableChecks,
    ...handlerOptionChecks,
    ...handlerArgumentChecks,
    ...functionChecks,
    ...bindingChecks,
    ...httpTriggerChecks,
    ...triggerChecks,
    ...invocationChecks,
    ...moduleChecks,
];
const maxTextLength = 1000;
/**
 * Judges a project.
 *
 * @param project what was read from disk
 * @param context what is known besides; whatever is absent is not judged
 * @returns all findings, grouped by check
 */
function checkProject(project, context = {}) {
    return checks.flatMap(({ code, severity, run }) => run(project, context).map((problem) => ({
        code,
        severity,
        ...problem,
        message: shortened(problem.message),
        hint: shortened(problem.hint),
    })));
}
/** Values are quoted as they are, and a hostile one can be a megabyte long. */
function shortened(text) {
    return text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength - 3)}...`;
}

// EXTERNAL MODULE: ./src/project/read-project.ts + 6 modules
var read_project = __webpack_require__(60737);
// EXTERNAL MODULE: ./src/stages/run.ts
var stages_run = __webpack_require__(10790);
;// CONCATENATED MODULE: ./src/stages/preflight.ts
/**
 * The stage that looks at the project before anything is built: reads it, checks it, and says what was found.
 */








/**
 * Reads and checks the project in the working directory.
 *
 * @param run the run
 * @returns the project
 * @throws ActionError when the folder cannot be read, or when a finding is an error
 */
function preflight(run) {
    const { projectFolder, repositoryRoot, inputs } = run;
    const project = (0,read_project/* readProject */.W)({
        projectFolder,
        repositoryRoot,
        executableInput: inputs.executable,
        model: inputs.model,
    });
    demandNativeInputs(run, project);
    const subject = { project, present: (finding) => finding };
    checkAndRecord(run, subject);
    return subject;
}
// With `model: auto` only the project says that it is for the native worker.
function demandNativeInputs({ inputs }, project) {
    const problems = project.model === 'native' ? (0,input_rules/* nativeProblems */.KH)(inputs) : [];
    if (problems.length > 0) {
        throw new errors/* ActionError */.l('input-invalid', problems.join('\n'), {
            hint: 'Correct the `with:` block of this step, or set `model: custom-handler` if the project is one.',
        });
    }
}
/**
 * Checks a project that was read, and records it.
 *
 * @param run the run
 * @param subject the project
 * @throws ActionError when a finding is an error
 */
function checkAndRecord(run, subject) {
    const { folder, model, executable } = subject.project;
    run.record.fill({ project: { folder, model, executable, functions: describeFunctions(subject.project) } });
    // What is built is named by host.json itself; what is given has to fit it.
    const isGiven = run.inputs.binary !== '' || run.inputs.package !== '';
    checkFor(run, subject, isGiven && executable !== '' ? { deliveredExecutable: executable } : {});
}
/**
 * Checks a project against what is known besides it. What was found before is not recorded twice.
 *
 * @param run the run
 * @param subject the project
 * @param context what is known
 * @throws ActionError when a finding is an error
 */
function checkFor(run, { project, present }, context) {
    (0,stages_run/* settle */.G)(run, checkProject(project, context).map(present));
}
/**
 * The place that findings about the binary are annotated at: the line of host.json that names it.
 *
 * @param project the project
 * @returns the place of `defaultExecutablePath`, or of host.json as a whole
 */
function executablePlace(project) {
    const leaf = (0,project_configuration/* leafAt */.QL)(project.configuration, 'customHandler:description:defaultExecutablePath');
    return (0,project_project/* placeIn */.VV)(project, 'host.json', leaf?.node.span);
}


/***/ }),

/***/ 10790:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _findings__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81001);
/* harmony import */ var _recorder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40609);
/**
 * What every stage of one run shares. Stages carry values between the rooms; the rooms do not know each other.
 */



/**
 * Records the findings of a stage and ends the run when one of them is an error.
 *
 * @param run the run
 * @param findings what the stage found
 * @throws ActionError `run-stopped`, whose message counts the errors
 */
function settle(run, findings) {
    run.record.add(findings);
    const { error } = (0,_findings__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .G)(run.record.found);
    if (error > 0)
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(_recorder__WEBPACK_IMPORTED_MODULE_1__/* .stoppedCode */ .b, `${error} ${error === 1 ? 'error' : 'errors'} found`);
}
/**
 * Gives findings that have no place of their own the place they are about.
 *
 * @param findings any findings
 * @param location where to annotate those without a location; undefined leaves them as they are
 * @returns the findings, each with a location if one is known
 */
function locate(findings, location) {
    if (location === undefined)
        return findings;
    return findings.map((finding) => (finding.location === undefined ? { ...finding, location } : finding));
}


/***/ })

};
;