/**
 * Keeps the code of a fork away from the credentials of a run that a pull request of that fork started. Before
 * anything is built, and before anything signs in.
 */
import { ActionError } from '../errors'
import { readCheckout } from '../runner/checkout'
import type { Fork } from '../runner/fork'
import type { Run } from './run'

/**
 * Ends the run unless what it would deploy is known to be code of this repository: the very commit that GitHub
 * started the run for. A head that was pushed after the event, or that a step merged, has a commit that no event
 * names; so what is unknown is refused as well.
 *
 * @param run the run, with an app to deploy to
 * @param fork whose pull request started it
 * @throws ActionError `deploy-fork-code`
 */
export function refuseForkCode(run: Run, fork: Fork): void {
  const { workspace, inputs } = run
  const doubt = doubtAbout(run, fork)
  if (doubt === undefined) return
  const whose =
    fork.repository === '' ? 'a fork that the event does not name' : `the fork '${fork.repository}'`
  throw new ActionError(
    'deploy-fork-code',
    `This '${workspace.eventName}' run has credentials and was started for a pull request from ${whose}, and ${doubt}. It is not deployed to '${inputs.appName}'.`,
    {
      hint: "Leave app-name empty in such runs: everything but the deployment runs. Deploy on push, after the merge. To deploy this repository's own code from here, check it out without `ref` and `repository`.",
    },
  )
}

/** The end of a sentence, undefined when the code is that of this repository. */
function doubtAbout({ inputs, workspace, repositoryRoot }: Run, fork: Fork): string | undefined {
  const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined
  if (given !== undefined) return `nothing tells whose code '${given}' ('${inputs[given]}') was made of`
  const { commit, isPullRequest } = readCheckout(repositoryRoot)
  if (commit === '') return 'which commit is checked out cannot be read from the workspace'
  if (commit === fork.headCommit) return `the commit that is checked out, ${commit}, is the head of it`
  if (commit === fork.mergeCommit || isPullRequest)
    return `the commit that is checked out, ${commit}, is one of a pull request`
  if (commit === workspace.sha.toLowerCase()) return undefined
  const own = workspace.sha === '' ? 'GITHUB_SHA is empty' : `the run was started for ${workspace.sha}`
  return `the commit that is checked out is ${commit}, while ${own}`
}
