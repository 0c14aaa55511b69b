/**
 * Keeps what a stranger may have written away from the credentials and the files of the machine: in runs that a fork
 * has or may have a part in. Before anything is built, and before anything signs in.
 */
import { join, resolve } from 'node:path'
import { ActionError } from '../errors'
import { liesWithin, realPlaceOf } from '../files/real-place'
import { placesBeforeGo, type ReadPlace } from '../go/build/read-places'
import { foreignRepository } from '../go/build/version-control'
import { readCheckout } from '../runner/checkout'
import type { Stranger } from '../runner/fork'
import { repositoryRootOf } from '../runner/workspace'
import type { Run } from './run'

/**
 * Ends the run where it would deploy such code, where it would read files outside of the workspace, and where `go`
 * would obey another version control than Git.
 *
 * @param stranger who has a part in the run
 * @throws ActionError `deploy-fork-code`, `fork-path-outside`, `fork-version-control`
 */
export function guardAgainst(run: Run, stranger: Stranger): void {
  const { inputs, projectFolder, workspace, environment } = run
  if (inputs.appName !== '') refuseDeployment(run, stranger)
  const given = inputs.package || inputs.binary
  if (given !== '')
    demandInside(run, {
      what: inputs.package === '' ? 'binary' : 'package',
      path: resolve(workspace.folder, given),
    })
  if (inputs.package !== '') return
  demandInside(run, { what: 'working-directory', path: projectFolder })
  demandInside(run, { what: 'host.json', path: join(projectFolder, 'host.json') })
  if (inputs.binary !== '') return
  for (const place of placesBeforeGo(projectFolder, inputs.mainPackage, environment['GOWORK'] ?? ''))
    demandInside(run, place)
  const foreign = foreignRepository(projectFolder, inputs.mainPackage)
  if (foreign === undefined) return
  throw new ActionError(
    'fork-version-control',
    `'${foreign}' belongs to a version control other than Git, and a fork has or may have a part in this ${workspace.eventName} run: 'go build' could start programs that it names.`,
    { hint: 'Remove it from the repository, or check the project on push.' },
  )
}

/**
 * Ends the run where a file or folder really lies outside of the workspace; and, where something is deployed, in
 * another checkout than the one whose commit was judged.
 *
 * @throws ActionError `fork-path-outside`, `deploy-fork-code`
 */
export function demandInside(run: Run, { what, path, doubt }: ReadPlace): void {
  const { workspace, inputs } = run
  if (doubt !== undefined)
    throw new ActionError(
      'fork-path-outside',
      `The action cannot tell where '${path}' (${what}) leads, and a fork has or may have a part in this ${workspace.eventName} run. ${doubt}`,
      { hint: 'Include files of the package by their names, or check the project on push.' },
    )
  const root = realPlaceOf(workspace.folder)
  const real = realPlaceOf(path)
  if (root !== undefined && real !== undefined && liesWithin(real, root)) {
    const isJudged = repositoryRootOf(real, root) === realPlaceOf(run.repositoryRoot)
    if (inputs.appName === '' || isJudged) return
    throw new ActionError(
      'deploy-fork-code',
      `'${path}' (${what}) belongs to another checkout than '${run.repositoryRoot}', whose commit is known. A fork has or may have a part in this ${workspace.eventName} run, so the action deploys nothing to '${inputs.appName}'.`,
      { hint: 'Keep everything that the build reads in one checkout, or deploy on push, after the merge.' },
    )
  }
  const leads = real === undefined || real === path ? '' : `, which leads to '${real}',`
  throw new ActionError(
    'fork-path-outside',
    `'${path}' (${what})${leads} lies outside of the workspace, and a fork has or may have a part in this ${workspace.eventName} run.`,
    {
      hint: 'Remove the link, or keep what the build reads inside the checkout. Such runs never follow a path out of the workspace.',
    },
  )
}

/**
 * The deployed code has to be known as that of this repository: the very commit that GitHub started the run for. A
 * head that was pushed after the event, or that a step merged, has a commit that no event names; so what is unknown is
 * refused as well.
 */
function refuseDeployment(run: Run, stranger: Stranger): void {
  const { workspace, inputs } = run
  const doubt = doubtAbout(run, stranger)
  if (doubt === undefined) return
  const who =
    stranger.kind === 'anybody'
      ? 'by an event that anybody may cause'
      : `for a pull request from ${stranger.repository === '' ? 'a fork that the event does not name' : `the fork '${stranger.repository}'`}`
  throw new ActionError(
    'deploy-fork-code',
    `This '${workspace.eventName}' run was started ${who}, and ${doubt}. The action deploys nothing to '${inputs.appName}'.`,
    {
      hint: "Leave app-name empty in such runs: everything but the deployment runs. Deploy on push, after the merge. To deploy this repository's own code from here, check it out without `ref` and `repository`.",
    },
  )
}

/** The end of a sentence, undefined when the code is that of this repository. */
function doubtAbout({ inputs, workspace, repositoryRoot }: Run, stranger: Stranger): string | undefined {
  const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined
  if (given !== undefined) return `nothing tells whose code '${given}' ('${inputs[given]}') was made of`
  const { commit, isPullRequest } = readCheckout(repositoryRoot)
  if (commit === '') return 'which commit is checked out cannot be read from the workspace'
  const sha = workspace.sha.toLowerCase()
  if (stranger.kind === 'fork') {
    const { headCommit, mergeCommit, isShaTheirs } = stranger
    if (commit === headCommit) return `the commit that is checked out, ${commit}, is the head of it`
    if (commit === mergeCommit || isPullRequest || (isShaTheirs && commit === sha))
      return `the commit that is checked out, ${commit}, is one of a pull request`
    if (isShaTheirs) return `the commit that is checked out is ${commit}, which the event does not name`
  }
  if (commit === sha) return undefined
  const own = sha === '' ? 'GITHUB_SHA is empty' : `the run was started for ${workspace.sha}`
  return `the commit that is checked out is ${commit}, while ${own}`
}
