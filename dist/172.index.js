"use strict";
exports.id = 172;
exports.ids = [172];
exports.modules = {

/***/ 46172:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refuseForkCode: () => (/* binding */ refuseForkCode)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/runner/checkout.ts
/**
 * Which commit lies in a folder, read from the files of its `.git`: no program runs, and so no hook. Only reads.
 */


const longestFile = 8 * 1024 * 1024;
const hash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const refName = /^refs\/[^\0\n]{1,500}$/;
const mostPullRequests = 1000;
/**
 * Reads which commit is checked out (gitrepository-layout: HEAD, refs, packed-refs, and `.git` as a file).
 *
 * @param repositoryRoot absolute folder that holds `.git`
 * @returns the commit; empty when there is no repository, or one that cannot be read so (a reftable)
 */
function readCheckout(repositoryRoot) {
    const gitFolder = gitFolderOf((0,external_node_path_.join)(repositoryRoot, '.git'));
    if (gitFolder === undefined)
        return { commit: '', isPullRequest: false };
    // A further work tree keeps its HEAD to itself and shares the refs.
    const shared = readText((0,external_node_path_.join)(gitFolder, 'commondir')).trim();
    const refs = refsOf(shared === '' ? gitFolder : (0,external_node_path_.resolve)(gitFolder, shared));
    const head = readText((0,external_node_path_.join)(gitFolder, 'HEAD')).trim();
    const name = /^ref: (\S+)$/.exec(head)?.[1];
    const commit = (name === undefined ? head : refs.read(name)).toLowerCase();
    if (!hash.test(commit))
        return { commit: '', isPullRequest: false };
    return { commit, isPullRequest: refs.pullRequests().includes(commit) };
}
function refsOf(folder) {
    const packed = new Map();
    for (const line of readText((0,external_node_path_.join)(folder, 'packed-refs')).split('\n')) {
        const [commit = '', name = ''] = line.split(' ');
        if (hash.test(commit))
            packed.set(name, commit);
    }
    const read = (name) => {
        if (!refName.test(name) || name.split('/').includes('..'))
            return '';
        return readText((0,external_node_path_.join)(folder, name)).trim() || (packed.get(name) ?? '');
    };
    return {
        read,
        pullRequests: () => {
            // Where actions/checkout fetches them to; and where `git fetch` does with the refspec of the documentation.
            const places = ['refs/remotes/pull', 'refs/remotes/origin/pull', 'refs/pull'];
            const kept = [...packed].flatMap(([name, commit]) => places.some((place) => name.startsWith(`${place}/`)) ? [commit] : []);
            const loose = places.flatMap((place) => namesIn((0,external_node_path_.join)(folder, place)).flatMap((number) => ['head', 'merge'].map((end) => read(`${place}/${number}/${end}`))));
            return [...kept, ...loose];
        },
    };
}
function gitFolderOf(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory())
        return path;
    const target = /^gitdir: (.+)$/m.exec(readText(path))?.[1];
    return target === undefined ? undefined : (0,external_node_path_.resolve)(path, '..', target);
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).slice(0, mostPullRequests);
    }
    catch {
        return [];
    }
}
/** Empty for what is not there, is no file, or is larger than any of these files. */
function readText(path) {
    let file;
    try {
        const found = (0,external_node_fs_.statSync)(path);
        if (!found.isFile() || found.size > longestFile)
            return '';
        file = (0,external_node_fs_.openSync)(path, 'r');
        const bytes = Buffer.alloc(found.size);
        return bytes.toString('utf8', 0, (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, 0));
    }
    catch {
        return '';
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./src/stages/fork-code.ts
/**
 * Keeps the code of a fork away from the credentials of a run that a pull request of that fork started. Before
 * anything is built, and before anything signs in.
 */


/**
 * Ends the run unless what it would deploy is known to be code of this repository: the very commit that GitHub
 * started the run for. A head that was pushed after the event, or that a step merged, has a commit that no event
 * names; so what is unknown is refused as well.
 *
 * @param run the run, with an app to deploy to
 * @param fork whose pull request started it
 * @throws ActionError `deploy-fork-code`
 */
function refuseForkCode(run, fork) {
    const { workspace, inputs } = run;
    const doubt = doubtAbout(run, fork);
    if (doubt === undefined)
        return;
    const whose = fork.repository === '' ? 'a fork that the event does not name' : `the fork '${fork.repository}'`;
    throw new errors/* ActionError */.l('deploy-fork-code', `This '${workspace.eventName}' run has credentials and was started for a pull request from ${whose}, and ${doubt}. It is not deployed to '${inputs.appName}'.`, {
        hint: "Leave app-name empty in such runs: everything but the deployment runs. Deploy on push, after the merge. To deploy this repository's own code from here, check it out without `ref` and `repository`.",
    });
}
/** The end of a sentence, undefined when the code is that of this repository. */
function doubtAbout({ inputs, workspace, repositoryRoot }, fork) {
    const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined;
    if (given !== undefined)
        return `nothing tells whose code '${given}' ('${inputs[given]}') was made of`;
    const { commit, isPullRequest } = readCheckout(repositoryRoot);
    if (commit === '')
        return 'which commit is checked out cannot be read from the workspace';
    if (commit === fork.headCommit)
        return `the commit that is checked out, ${commit}, is the head of it`;
    if (commit === fork.mergeCommit || isPullRequest)
        return `the commit that is checked out, ${commit}, is one of a pull request`;
    if (commit === workspace.sha.toLowerCase())
        return undefined;
    const own = workspace.sha === '' ? 'GITHUB_SHA is empty' : `the run was started for ${workspace.sha}`;
    return `the commit that is checked out is ${commit}, while ${own}`;
}


/***/ })

};
;